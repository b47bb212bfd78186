/** What the interface for programs says when it says no (foutmeldingen van de API). */
import { formatList, type Language, speak, type Texts } from './language.ts'

type Title = '400' | '401' | '403' | '404' | '409' | '413' | '415' | '429' | '500' | '503' | '507'

const titles: Texts<Title> = {
  nl: {
    '400': 'Het verzoek klopt niet',
    '401': 'Inloggen is nodig',
    '403': 'Het toegangsbewijs is hier niet voor',
    '404': 'Niet gevonden',
    '409': 'Dit kan nu niet',
    '413': 'Het verzoek is te groot',
    '415': 'Deze vorm lezen wij niet',
    '429': 'Te veel verzoeken',
    '500': 'Er ging iets mis',
    '503': 'Dit werkt even niet',
    '507': 'Er is geen ruimte meer',
  },
  en: {
    '400': 'The request is not right',
    '401': 'Logging in is needed',
    '403': 'The access token is not for this',
    '404': 'Not found',
    '409': 'This is not possible now',
    '413': 'The request is too large',
    '415': 'We do not read this form',
    '429': 'Too many requests',
    '500': 'Something went wrong',
    '503': 'This does not work for a moment',
    '507': 'There is no room left',
  },
}

export function problemTitle(status: number, language: Language): string {
  // @NOTE every status the interface answers with stands above; a test asks them all.
  return speak(titles, language)(String(status) as Title)
}

type Detail =
  | 'invalid-input'
  | 'not-json'
  | 'key-used'
  | 'no-token'
  | 'wrong-token'
  | 'unknown-account'
  | 'insufficient-scope'
  | 'not-found'
  | 'refused'
  | 'too-large'
  | 'wrong-type'
  | 'too-often'
  | 'fault'
  | 'away'
  | 'full'

const details: Texts<Detail> = {
  nl: {
    'invalid-input': 'Niet alles wat u stuurde, klopt. Bij elke fout staat wat er moet komen.',
    'not-json': 'Wat u stuurde, is geen geldige JSON.',
    'key-used':
      'U gebruikte deze sleutel (Idempotency-Key) al voor iets anders. Neem voor een nieuw verzoek een nieuwe sleutel. Er is niets veranderd.',
    'no-token': 'Stuur een toegangsbewijs mee: Authorization: Bearer, en dan het bewijs.',
    'wrong-token':
      'Het toegangsbewijs is verlopen, of het is niet voor deze dienst. Haal een nieuw bewijs.',
    'unknown-account':
      'Wij kennen dit account niet. Log eerst één keer in op de site; daarna werkt het ook hier.',
    'insufficient-scope':
      'Dit toegangsbewijs is gegeven voor iets anders. Haal een bewijs dat ook geldt voor {scope}.',
    'not-found': 'Dit is er niet, of het is niet voor u bedoeld.',
    refused: 'Dit kon niet worden gedaan. Er is niets veranderd.',
    'too-large': 'Wat u stuurde, is te groot. Er is niets van gelezen.',
    'wrong-type': 'Stuur JSON, met Content-Type: application/json.',
    'too-often': 'U vraagt te veel achter elkaar. Wacht zo lang als in Retry-After staat.',
    fault:
      'Dat ligt niet aan u. Wat u stuurde, is niet half verwerkt. Probeer het straks opnieuw met dezelfde sleutel.',
    full: 'Wij kunnen nu niets bewaren. Er is niets opgeslagen. Probeer het later nog eens.',
    away: 'De database is even weg. Wacht zo lang als in Retry-After staat, en stuur het dan opnieuw met dezelfde sleutel (Idempotency-Key): het telt één keer.',
  },
  en: {
    'invalid-input': 'Not all you sent is right. Each error says what should be there.',
    'not-json': 'What you sent is not valid JSON.',
    'key-used':
      'You used this key (Idempotency-Key) for something else already. Take a new key for a new request. Nothing has changed.',
    'no-token': 'Send an access token along: Authorization: Bearer, and then the token.',
    'wrong-token': 'The access token has expired, or is not for this service. Get a new one.',
    'unknown-account':
      'We do not know this account. Log in on the site once; after that it works here too.',
    'insufficient-scope':
      'This access token was given for something else. Get one that is also good for {scope}.',
    'not-found': 'This does not exist, or is not meant for you.',
    refused: 'This could not be done. Nothing has changed.',
    'too-large': 'What you sent is too large. None of it was read.',
    'wrong-type': 'Send JSON, with Content-Type: application/json.',
    'too-often': 'You ask too much in a row. Wait as long as Retry-After says.',
    fault:
      'It is not your fault. What you sent was not half done. Please try again later with the same key.',
    full: 'We cannot keep anything now. Nothing was stored. Please try again later.',
    away: 'The database is away for a moment. Wait as long as Retry-After says, and then send it again with the same key (Idempotency-Key): it counts once.',
  },
}

export function problemDetail(code: Detail, language: Language): string {
  return speak(details, language)(code, { scope: 'woningzoekenden:lezen' })
}

/** What is lacking, where a token was not given for what is asked. */
export function scopeDetail(scope: string, language: Language): string {
  return speak(details, language)('insufficient-scope', { scope })
}

type FaultCode =
  | 'missing'
  | 'wrong-type'
  | 'unknown-field'
  | 'choose'
  | 'too-small'
  | 'too-large'
  | 'too-short'
  | 'too-long'
  | 'wrong-form'

const faults: Texts<FaultCode> = {
  nl: {
    missing: 'Vul dit in.',
    'wrong-type':
      'Vul hier {form, select, number {een getal} int {een heel getal} string {een tekst} boolean {waar of niet waar (true, false)} array {een lijst} object {een groep velden} other {iets anders}} in.',
    'unknown-field': 'Dit veld kennen wij niet. Laat het weg, of kijk of het goed is geschreven.',
    choose: 'Kies {form}.',
    'too-small': 'Vul {limit, number} of meer in.',
    'too-large': 'Vul {limit, number} of minder in.',
    'too-short': '{limit, plural, one {Vul dit in.} other {Vul # of meer in.}}',
    'too-long': 'Dit is te lang: niet meer dan {limit, number}.',
    'wrong-form':
      '{form, select, date {Schrijf de datum als jaar-maand-dag, zoals 2026-03-31.} datetime {Schrijf dag en tijd zoals 2026-03-31T09:30:00Z.} uuid {Dit is geen geldig nummer van ons.} email {Dit is geen geldig e-mailadres.} cursor {Deze cursor kennen wij niet. Begin weer bij de eerste bladzijde.} order {De laatste dag ligt voor de eerste.} other {Dit is niet in de vorm die wij lezen.}}',
  },
  en: {
    missing: 'Fill this in.',
    'wrong-type':
      'Fill in {form, select, number {a number} int {a whole number} string {a text} boolean {true or false} array {a list} object {a group of fields} other {something else}} here.',
    'unknown-field': 'We do not know this field. Leave it out, or see whether it is spelt right.',
    choose: 'Choose {form}.',
    'too-small': 'Fill in {limit, number} or more.',
    'too-large': 'Fill in {limit, number} or less.',
    'too-short': '{limit, plural, one {Fill this in.} other {Fill in # or more.}}',
    'too-long': 'This is too long: no more than {limit, number}.',
    'wrong-form':
      '{form, select, date {Write the date as year-month-day, such as 2026-03-31.} datetime {Write day and time such as 2026-03-31T09:30:00Z.} uuid {This is no valid number of ours.} email {This is no valid e-mail address.} cursor {We do not know this cursor. Begin with the first page again.} order {The last day lies before the first.} other {This is not in the form we read.}}',
  },
}

export type AboutFault =
  | { readonly code: 'missing' | 'unknown-field' }
  | { readonly code: 'wrong-type'; readonly expected: string }
  | { readonly code: 'choose'; readonly choices: readonly string[] }
  | { readonly code: 'too-small' | 'too-large' | 'too-short' | 'too-long'; readonly limit: number }
  | { readonly code: 'wrong-form'; readonly form: string }

/** The sentence for one fault in what was sent. */
export function faultText(
  about: AboutFault,
  language: Language,
): { readonly code: FaultCode; readonly detail: string } {
  const say = speak(faults, language)
  const { code } = about
  switch (about.code) {
    case 'wrong-type':
      return { code, detail: say(code, { form: about.expected }) }
    case 'choose':
      return { code, detail: say(code, { form: formatList(about.choices, language, 'or') }) }
    case 'wrong-form':
      return { code, detail: say(code, { form: about.form }) }
    case 'missing':
    case 'unknown-field':
      return { code, detail: say(code) }
    default:
      return { code, detail: say(code, { limit: about.limit }) }
  }
}
