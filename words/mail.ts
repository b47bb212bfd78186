/**
 * Mail in words (post): that there is a message, what it is about, and where it stands. No name, no number of
 * anybody, nothing that asks for money or a password: who reads along learns as little as can be.
 */
import type { Facts } from '../core/basics/facts.ts'
import { type Language, speak, type Texts } from './language.ts'
import { type MessageCode, messageBody, messageSubject } from './messages.ts'

type MailText =
  | 'subject'
  | 'subject-answer'
  | 'subject-confirm'
  | 'greeting'
  | 'about'
  | 'where'
  | 'confirm'
  | 'confirm-ignore'
  | 'never'
  | 'doubt'
  | 'less'
  | 'stop'
  | 'sender'
  | 'example'

const texts: Texts<MailText> = {
  nl: {
    subject: 'Er staat een bericht voor u klaar',
    'subject-answer': 'Er staat een bericht voor u klaar dat op u wacht',
    'subject-confirm': 'Bevestig uw e-mailadres',
    greeting: 'Goedendag,',
    about: 'Er staat een bericht voor u klaar. Het gaat over: {subject}.',
    where: 'U leest het bij Mijn berichten, als u bent ingelogd',
    confirm: 'Open deze bladzijde en klik op de knop',
    'confirm-ignore': 'Heeft u dit niet gevraagd? Dan hoeft u niets te doen.',
    never: 'Wij vragen u nooit om geld, een wachtwoord of een code.',
    doubt: 'Kenmerk: {reference}. Twijfelt u of dit bericht van ons is? Vul dit kenmerk in',
    less: 'Wilt u minder mail? Dat kiest u hier',
    stop: 'Geen mail meer over nieuwe woningen? Zonder inloggen',
    sender: 'Woningen in {region}',
    example: 'Dit is een voorbeeldregio. Mensen en woningen zijn verzonnen.',
  },
  en: {
    subject: 'There is a message for you',
    'subject-answer': 'There is a message for you that waits for you',
    'subject-confirm': 'Confirm your email address',
    greeting: 'Good day,',
    about: 'There is a message for you. It is about: {subject}.',
    where: 'You read it under My messages, once you are logged in',
    confirm: 'Open this page and press the button',
    'confirm-ignore': 'Did you not ask for this? Then there is nothing you need to do.',
    never: 'We never ask you for money, a password or a code.',
    doubt: 'Reference: {reference}. Not sure whether this message is ours? Fill this reference in',
    less: 'Would you like less mail? You choose it here',
    stop: 'No more mail about new homes? Without logging in',
    sender: 'Homes in {region}',
    example: 'This is an example region. People and homes are invented.',
  },
}

/** A line of a mail; with a path it leads somewhere on the site. */
export type MailLine = { readonly text: string; readonly path?: string }

export type MailWords = { readonly subject: string; readonly lines: readonly MailLine[] }

export type MailAbout = {
  readonly code: MessageCode
  readonly facts: Facts
  readonly reference: string
  readonly language: Language
  readonly isExample: boolean
  /** By which an address is shown to be somebody's. */
  readonly confirmToken?: string
  /** By which mail about homes is stopped. */
  readonly stopToken?: string
  /** Homes it is about, which are public. */
  readonly homes?: readonly MailLine[]
}

/** Messages that somebody has to do something with before a moment. */
export const answerCodes: readonly MessageCode[] = [
  'offer-made',
  'offer-in-turn',
  'offer-accepted',
  'offer-lapses-soon',
  'registration-ends-soon',
  'registration-over',
  'registration-decision',
]

/** Terms and days may stand in a mail: they are of no use to anybody else. */
const toldInFull: readonly MessageCode[] = [
  'registration-ends-soon',
  'registration-over',
  'registration-decision',
  'homes-found',
]

export function mailInWords(about: MailAbout): MailWords {
  const { code, facts, reference, language, isExample, confirmToken, stopToken, homes = [] } = about
  const say = speak(texts, language)
  const isAnswer = answerCodes.includes(code)
  const told: readonly MailLine[] =
    confirmToken === undefined
      ? [
          { text: say('about', { subject: messageSubject(code, language) }) },
          ...(toldInFull.includes(code)
            ? [{ text: messageBody(code, facts, undefined, language) }]
            : []),
          ...homes,
          { text: say('where'), path: '/mijn/berichten' },
        ]
      : [
          { text: say('confirm'), path: `/mail/bevestigen/${confirmToken}` },
          { text: say('confirm-ignore') },
        ]
  return {
    subject: say(
      confirmToken !== undefined ? 'subject-confirm' : isAnswer ? 'subject-answer' : 'subject',
    ),
    lines: [
      { text: say('greeting') },
      ...told,
      { text: say('never') },
      { text: say('doubt', { reference }), path: '/is-dit-bericht-van-ons' },
      ...(stopToken === undefined
        ? []
        : [{ text: say('stop'), path: `/mail/stoppen/${stopToken}` }]),
      { text: say('less'), path: '/mijn/berichten/instellen' },
      ...(isExample ? [{ text: say('example') }] : []),
    ],
  }
}

/** Who the mail is from, as people see it. */
export function senderName(region: string, language: Language): string {
  return speak(texts, language)('sender', { region })
}
