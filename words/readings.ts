/** On which ground somebody looked at a file (grond van inzage), for the person and for oversight. */
import { isKeyOf, type Language, speak, type Texts } from './language.ts'

type Ground =
  | 'mandate'
  | 'oversight'
  | 'offer'
  | 'list'
  | 'complaint'
  | 'case'
  | 'correction'
  | 'counter'
  | 'post'
  | 'break-glass'
  | 'none'

const grounds: Texts<Ground> = {
  nl: {
    mandate: 'machtiging',
    oversight: 'toezicht',
    offer: 'aanbod van een woning',
    list: 'kandidatenlijst met een aanbod',
    complaint: 'antwoord op een klacht',
    case: 'behandeling van een klacht of bezwaar',
    correction: 'verbetering van een gegeven',
    counter: 'hulp aan de balie',
    post: 'brief of telefoon aan u',
    'break-glass': 'noodinzage',
    none: 'geen grond genoemd',
  },
  en: {
    mandate: 'mandate',
    oversight: 'oversight',
    offer: 'offer of a home',
    list: 'list of candidates with an offer',
    complaint: 'answer to a complaint',
    case: 'handling a complaint or objection',
    correction: 'correction of something in the file',
    counter: 'help at the counter',
    post: 'letter or call to you',
    'break-glass': 'emergency',
    none: 'no ground given',
  },
}

/** A ground in words; one we do not know is none. */
export function readingGroundText(reason: string | undefined, language: Language): string {
  const known = reason !== undefined && isKeyOf(grounds, reason) ? reason : 'none'
  return speak(grounds, language)(known)
}
