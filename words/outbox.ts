/** What the outbox of development says. */
import type { Texts } from './language.ts'

type OutboxText = 'title' | 'lead' | 'none' | 'to' | 'html' | 'back'

export const outboxTexts: Texts<OutboxText> = {
  nl: {
    title: 'De uitbak',
    lead: 'Er is geen mailserver ingesteld. De mail die anders was verstuurd, staat hier. In productie bestaat deze bladzijde niet.',
    none: 'Er is nog geen mail. Laat iemand bijvoorbeeld reageren, of bied een woning aan.',
    to: 'Aan {to}',
    html: 'Zoals een mailprogramma het toont',
    back: 'Alle mail',
  },
  en: {
    title: 'The outbox',
    lead: 'No mail server is set. The mail that would have been sent stands here. In production this page does not exist.',
    none: 'There is no mail yet. Have somebody respond, for example, or offer a home.',
    to: 'To {to}',
    html: 'As a mail program shows it',
    back: 'All mail',
  },
}
