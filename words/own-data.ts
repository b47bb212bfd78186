/**
 * All we keep of somebody, told to them: what each part is, what each field means, and each value in words. The page
 * and the description that goes with the file for machines both take their words from here (AVG art. 12, 15 and 20).
 */
import { parseDate } from '../core/basics/calendar-date.ts'
import { factOf } from '../core/policy/catalogue.ts'
import { addressedClause, yours } from './addressed.ts'
import { clauseOf, nounOf, readable, spellWords, wordOfValue } from './catalogue.ts'
import { inOrder } from './clause.ts'
import { documentTexts } from './documents.ts'
import {
  formatAmount,
  formatDay,
  formatList,
  formatMoment,
  formatNumber,
  isKeyOf,
  type Language,
  speak,
  type Texts,
  type Words,
} from './language.ts'
import { type MessageCode, messageCodes, messageSubject } from './messages.ts'
import { eventKindText } from './oversight.ts'
import { phraseValue } from './phrases.ts'
import { capital } from './prose.ts'

const nl = {
  title: 'Al uw gegevens',
  lead: 'Dit is alles wat wij van u bewaren, in gewone woorden. Hetzelfde staat in het bestand voor computers, met dezelfde namen.',
  rights:
    'U mag dit zien en meenemen (AVG artikel 15 en 20). Klopt er iets niet, dan kunt u het laten verbeteren.',
  'rights-link': 'Waarvoor wij ze gebruiken en hoe lang wij ze bewaren',
  change: 'Gegevens verbeteren',
  file: 'Het bestand voor computers (JSON)',
  print: 'Afdrukken kan ook: dan staat alles uitgeklapt.',
  read: 'Lees al uw gegevens',
  none: 'Hierover bewaren wij niets van u.',
  shown: '{count, plural, one {Toon deze ene} other {Toon ze alle {count, number}}}',
  yes: 'ja',
  no: 'nee',

  'part-file': 'Wie u bent en hoe u woont',
  'about-file': 'Wat u ons vertelde, en wat daarvan is nagekeken.',
  'part-contact': 'Hoe wij u bereiken',
  'about-contact': 'Uw mailadres, telefoon en postadres, en wanneer wij iets sturen.',
  'part-searches': 'Bewaarde zoekopdrachten',
  'about-searches': 'Waarnaar wij voor u kijken.',
  'part-standing': 'Automatisch reageren',
  'about-standing': 'Dat wij voor u reageren op wat bij uw wensen past.',
  'part-helpers': 'Uw helpers',
  'about-helpers': 'Wie voor u mag handelen, en hoe lang.',
  'part-documents': 'Uw papieren',
  'about-documents':
    'Wat u inleverde bij een aanbieding. De papieren zelf staan bij die aanbieding.',
  'part-corrections': 'Verbeteringen van uw inschrijving',
  'about-corrections': 'Wat iemand voorstelde te verbeteren, en of een tweede persoon instemde.',
  'part-history': 'Wat er gebeurde',
  'about-history': 'Gebeurtenissen waar de regels op letten, zoals inschrijven en reageren.',
  'part-responses': 'Uw reacties',
  'about-responses': 'Elke woning waarop u reageerde, en wat ervan kwam.',
  'part-messages': 'Onze berichten aan u',
  'about-messages': 'Wat wij u stuurden. De tekst staat bij Mijn berichten.',
  'part-complaints': 'Uw bezwaren en klachten',
  'about-complaints': 'Waarmee u het niet eens was, en wat daarop is besloten.',
  'part-log': 'Het logboek over u',
  'about-log':
    'Alles wat er met uw dossier gebeurde, met wie het deed. Daaraan verandert niemand iets.',

  'form-days': 'dag, als jaar-maand-dag',
  'form-moment': 'moment, in wereldtijd (UTC)',
  'form-cents': 'bedrag in centen',
  'form-number': 'getal',
  'form-yes-no': 'ja (true) of nee (false)',
  'form-text': 'tekst',
  'form-code': 'vast woord',
  explained:
    'Wat elk veld betekent. De namen van de velden zijn Engels; hier staat per veld hoe het heet en in welke vorm het staat.',
} as const

export type OwnDataText = keyof typeof nl

export const ownDataTexts: Texts<OwnDataText> = {
  nl,
  en: {
    title: 'All your data',
    lead: 'This is everything we keep of you, in plain words. The file for computers says the same, by the same names.',
    rights:
      'You may see this and take it along (GDPR articles 15 and 20). If something is wrong you can have it put right.',
    'rights-link': 'What we use it for and how long we keep it',
    change: 'Put data right',
    file: 'The file for computers (JSON)',
    print: 'You can print this too: then everything is unfolded.',
    read: 'Read all your data',
    none: 'We keep nothing of you about this.',
    shown: '{count, plural, one {Show this one} other {Show all {count, number}}}',
    yes: 'yes',
    no: 'no',

    'part-file': 'Who you are and how you live',
    'about-file': 'What you told us, and what of it was checked.',
    'part-contact': 'How we reach you',
    'about-contact': 'Your mail address, telephone and postal address, and when we send something.',
    'part-searches': 'Saved searches',
    'about-searches': 'What we look for on your behalf.',
    'part-standing': 'Responding automatically',
    'about-standing': 'That we respond for you to what fits your wishes.',
    'part-helpers': 'Your helpers',
    'about-helpers': 'Who may act for you, and for how long.',
    'part-documents': 'Your papers',
    'about-documents':
      'What you handed in for an offer. The papers themselves stand with that offer.',
    'part-corrections': 'Corrections of your registration',
    'about-corrections': 'What somebody proposed to put right, and whether a second person agreed.',
    'part-history': 'What happened',
    'about-history': 'Events that the rules look at, such as registering and responding.',
    'part-responses': 'Your responses',
    'about-responses': 'Every home you responded to, and what came of it.',
    'part-messages': 'Our messages to you',
    'about-messages': 'What we sent you. The text stands under My messages.',
    'part-complaints': 'Your objections and complaints',
    'about-complaints': 'What you did not agree with, and what was decided on it.',
    'part-log': 'The log about you',
    'about-log': 'All that happened to your file, with who did it. Nobody changes anything in it.',

    'form-days': 'day, as year-month-day',
    'form-moment': 'moment, in universal time (UTC)',
    'form-cents': 'amount in cents',
    'form-number': 'number',
    'form-yes-no': 'yes (true) or no (false)',
    'form-text': 'text',
    'form-code': 'fixed word',
    explained:
      'What each field means. The names of the fields are English; here stands for each field what it is called and in which form it stands.',
  },
}

/** What a field is called that is no fact of the catalogue. */
export const fieldWords: Readonly<Record<string, Words>> = {
  id: { nl: 'Kenmerk', en: 'Reference' },
  name: { nl: 'Naam', en: 'Name' },
  email: { nl: 'Mailadres', en: 'Mail address' },
  from: { nl: 'Van', en: 'From' },
  to: { nl: 'Tot en met', en: 'Until and including' },
  spell: { nl: 'Wat', en: 'What' },
  known_on: { nl: 'Bij ons bekend sinds', en: 'Known to us since' },
  bedroomsMin: { nl: 'Slaapkamers, ten minste', en: 'Bedrooms, at least' },
  municipalities: { nl: 'Gemeenten', en: 'Municipalities' },
  rentMaxCents: { nl: 'Huur, hoogstens', en: 'Rent, at most' },
  wants: { nl: 'Welke berichten u per mail wilt', en: 'Which messages you want by mail' },
  verifiedEmail: { nl: 'Mailadres dat u bevestigde', en: 'Mail address you confirmed' },
  bouncedAt: { nl: 'Mail kwam terug', en: 'Mail came back' },
  askedEmail: { nl: 'Mailadres dat u nog bevestigt', en: 'Mail address you still confirm' },
  askedAt: { nl: 'Gevraagd', en: 'Asked' },
  phone: { nl: 'Telefoon', en: 'Telephone' },
  postalAddress: { nl: 'Postadres', en: 'Postal address' },
  filter: { nl: 'Filters', en: 'Filters' },
  dwellingType: { nl: 'Soort woning', en: 'Type of home' },
  fitsOnly: { nl: 'Alleen wat bij u past', en: 'Only what fits you' },
  toldUntil: { nl: 'Gemeld tot', en: 'Told until' },
  pausedAt: { nl: 'Stilgezet', en: 'Paused' },
  person: { nl: 'Kenmerk van uw dossier', en: 'Reference of your file' },
  landlord: { nl: 'Verhuurder', en: 'Landlord' },
  ofEvent: { nl: 'Over regel van het logboek', en: 'About line of the log' },
  about: { nl: 'Waarover', en: 'About' },
  was: { nl: 'Was', en: 'Was' },
  becomes: { nl: 'Wordt', en: 'Becomes' },
  paperOn: { nl: 'Dag op het bewijs', en: 'Day on the proof' },
  ground: { nl: 'Grond', en: 'Ground' },
  source: { nl: 'Bron', en: 'Source' },
  proposedAt: { nl: 'Voorgesteld', en: 'Proposed' },
  reviewedAt: { nl: 'Bekeken door een tweede', en: 'Looked at by a second person' },
  agreed: { nl: 'Ingestemd', en: 'Agreed' },
  event: { nl: 'Gebeurtenis', en: 'Event' },
  ofLine: { nl: 'Regel van het logboek', en: 'Line of the log' },
  spells: { nl: 'Periode', en: 'Period' },
  on: { nl: 'Dag', en: 'Day' },
  at: { nl: 'Moment', en: 'Moment' },
  listing: { nl: 'Nummer van de advertentie', en: 'Number of the listing' },
  closes: { nl: 'Advertentie sluit', en: 'Listing closes' },
  via: { nl: 'Hoe', en: 'How' },
  withdrawnAt: { nl: 'Ingetrokken', en: 'Withdrawn' },
  state: { nl: 'Stand', en: 'State' },
  closesOn: { nl: 'Advertentie sluit op', en: 'Listing closes on' },
  closesAt: { nl: 'Advertentie sluit om', en: 'Listing closes at' },
  place: { nl: 'Plaats', en: 'Place' },
  code: { nl: 'Reden of soort', en: 'Reason or kind' },
  candidates: { nl: 'Mensen die reageerden', en: 'People who responded' },
  placed: { nl: 'Mensen met een plaats', en: 'People with a place' },
  offer: { nl: 'Kenmerk van de aanbieding', en: 'Reference of the offer' },
  offerState: { nl: 'Stand van de aanbieding', en: 'State of the offer' },
  readAt: { nl: 'Gelezen', en: 'Read' },
  grace: { nl: 'Inschrijftijd bewaard tot en met', en: 'Registration time kept until' },
  until: { nl: 'Tot en met', en: 'Until and including' },
  since: { nl: 'Sinds', en: 'Since' },
  startsOn: { nl: 'Begint op', en: 'Starts on' },
  decideBy: { nl: 'Besluit uiterlijk', en: 'Decision at the latest' },
  answerBy: { nl: 'Antwoord uiterlijk', en: 'Answer at the latest' },
  kind: { nl: 'Wat', en: 'What' },
  outcome: { nl: 'Uitkomst', en: 'Outcome' },
  count: { nl: 'Aantal', en: 'Count' },
  action: { nl: 'Handeling', en: 'Act' },
  changed: { nl: 'Wat veranderde', en: 'What changed' },
  route: { nl: 'Weg', en: 'Way' },
  committee: { nl: 'Commissie', en: 'Committee' },
  decision: { nl: 'Kenmerk van de beslissing', en: 'Reference of the decision' },
  decidedOn: { nl: 'Beslist op', en: 'Decided on' },
  receivedOn: { nl: 'Op papier binnen', en: 'In on paper' },
  words: { nl: 'Uw woorden', en: 'Your words' },
  madeAt: { nl: 'Ingediend', en: 'Sent in' },
  urgentUntil: { nl: 'Met spoed tot en met', en: 'Urgent until and including' },
  reactBy: { nl: 'Reactie uiterlijk', en: 'Reaction at the latest' },
  reaction: { nl: 'Reactie van de verhuurder', en: 'Reaction of the landlord' },
  reactedAt: { nl: 'Gereageerd', en: 'Reacted' },
  consequence: { nl: 'Gevolg', en: 'Consequence' },
  motivation: { nl: 'Motivering', en: 'Motivation' },
  sentBack: { nl: 'Waarom teruggegeven', en: 'Why sent back' },
  confirmedAt: { nl: 'Bevestigd door een tweede', en: 'Confirmed by a second person' },
  lateSince: { nl: 'Te laat sinds', en: 'Late since' },
  answer: { nl: 'Antwoord van de verhuurder', en: 'Answer of the landlord' },
  answerWords: { nl: 'Woorden bij het antwoord', en: 'Words with the answer' },
  answeredAt: { nl: 'Beantwoord', en: 'Answered' },
  unansweredSince: { nl: 'Zonder antwoord sinds', en: 'Without an answer since' },
  number: { nl: 'Regel van het logboek', en: 'Line of the log' },
  hash: { nl: 'Controlegetal', en: 'Check number' },
  isInvented: { nl: 'Verzonnen verleden van een voorbeeld', en: 'Invented past of an example' },
  reason: { nl: 'Waarom', en: 'Why' },
  message: { nl: 'Kenmerk van het bericht', en: 'Reference of the message' },
  by: { nl: 'Door', en: 'By' },
  hands: { nl: 'Door wiens handen', en: 'By whose hands' },
  may: { nl: 'Mag', en: 'May' },
  most: { nl: 'Reacties tegelijk, hoogstens', en: 'Responses at once, at most' },
  media: { nl: 'Soort bestand', en: 'Kind of file' },
  size: { nl: 'Grootte in bytes', en: 'Size in bytes' },
  givenAt: { nl: 'Ingeleverd', en: 'Handed in' },
  document: { nl: 'Kenmerk van het stuk', en: 'Reference of the paper' },
  registeredOn: { nl: 'Inschrijfdatum', en: 'Registration date' },
  listings: { nl: 'Nummers van advertenties', en: 'Numbers of listings' },
  invite: { nl: 'Kenmerk van de uitnodiging', en: 'Reference of the invitation' },
  helper: { nl: 'Kenmerk van de helper', en: 'Reference of the helper' },
  human: { nl: 'Kenmerk van de login', en: 'Reference of the login' },
  sha256: { nl: 'Controlegetal van het stuk', en: 'Check number of the paper' },
  ofYear: { nl: 'Over het jaar', en: 'About the year' },
  value: { nl: 'Waarde', en: 'Value' },
  why: { nl: 'Waarom', en: 'Why' },
}

/** Words that a field can hold. */
const valueWords: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  via: {
    self: { nl: 'zelf', en: 'yourself' },
    helper: { nl: 'door een helper', en: 'by a helper' },
    counter: { nl: 'aan de balie', en: 'at the counter' },
    standing: { nl: 'automatisch', en: 'automatically' },
  },
  wants: {
    everything: { nl: 'alles', en: 'everything' },
    important: { nl: 'alleen wat belangrijk is', en: 'only what is important' },
    nothing: { nl: 'niets', en: 'nothing' },
  },
  state: {
    draft: { nl: 'nog niet klaar', en: 'not ready yet' },
    checked: { nl: 'nagekeken', en: 'checked' },
    open: { nl: 'open', en: 'open' },
    closed: { nl: 'gesloten', en: 'closed' },
    drawing: { nl: 'wordt geloot', en: 'being drawn' },
    let: { nl: 'verhuurd', en: 'let' },
    'in-vain': { nl: 'vergeefs te huur', en: 'offered in vain' },
    withdrawn: { nl: 'ingetrokken', en: 'withdrawn' },
  },
  offerState: {
    open: { nl: 'loopt', en: 'open' },
    waiting: { nl: 'u wacht op wie voor u staat', en: 'you wait for who is before you' },
    skipped: { nl: 'overgeslagen', en: 'skipped' },
    accepted: { nl: 'aangenomen', en: 'accepted' },
    refused: { nl: 'geweigerd', en: 'refused' },
    expired: { nl: 'verlopen', en: 'expired' },
    withdrawn: { nl: 'ingetrokken', en: 'withdrawn' },
    let: { nl: 'verhuurd', en: 'let' },
  },
}

export const dataParts = [
  'file',
  'contact',
  'searches',
  'standing',
  'helpers',
  'documents',
  'corrections',
  'history',
  'responses',
  'messages',
  'complaints',
  'log',
] as const
export type DataPart = (typeof dataParts)[number]

/** A field by its name and in words; `isSaid` where these are the words of a person, in whatever language. */
type Row = { readonly name: string; readonly value: string; readonly isSaid?: true }

/** A part of somebody's data; with items where there can be many. */
export type ToldPart = {
  readonly part: DataPart
  readonly items: readonly (readonly Row[])[]
  readonly isList: boolean
}

/** The same data in words, part by part. */
export function ownDataInWords(data: object, language: Language): ToldPart[] {
  const parts = new Map(Object.entries(data))
  return dataParts.map((part) => {
    const found: unknown = parts.get(part)
    const isList = Array.isArray(found)
    const all: readonly unknown[] = isList ? found : [found]
    return { part, isList, items: all.map((each) => rowsOf(each, language)) }
  })
}

function rowsOf(item: unknown, language: Language): Row[] {
  const entries = entriesOf(item)
  const isChange = entries.length === 2 && entries.every(([key]) => key === 'from' || key === 'to')
  return entries.flatMap(([each, value]): Row[] => {
    const key = isChange ? (each === 'from' ? 'was' : 'becomes') : each
    if (value === null || value === undefined) return []
    if (Array.isArray(value) && value.some(isObject)) {
      const name = fieldName(key, value, language)
      return value.map((item) => ({ name, value: inOneLine(rowsOf(item, language)) }))
    }
    if (isObject(value)) return rowsOf(value, language)
    return [
      {
        ...{ name: fieldName(key, value, language), value: valueInWords(key, value, language) },
        ...(saidByPeople.has(key) && { isSaid: true }),
      },
    ]
  })
}

const saidByPeople: ReadonlySet<string> = new Set([
  'words',
  'reaction',
  'motivation',
  'sentBack',
  'answerWords',
  'reason',
])

function inOneLine(rows: readonly Row[]): string {
  return rows.map(({ name, value }) => `${name}: ${value}`).join('; ')
}

function entriesOf(item: unknown): [string, unknown][] {
  return isObject(item) ? Object.entries(item) : []
}

function isObject(value: unknown): value is object {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
  )
}

/** What a field is called: by the words above, or a fact by its name in the catalogue, said to the person. */
export function fieldName(key: string, value: unknown, language: Language): string {
  // "At" is a step in an event, and a moment everywhere else.
  const isStep = key === 'at' && !isMoment(value)
  // What happened, or the line of the log that says so.
  const named = key === 'event' && typeof value === 'number' ? 'ofLine' : key
  const own = !isStep && Object.hasOwn(fieldWords, named) ? fieldWords[named] : undefined
  if (own) return own[language]
  const noun = nounOf(key, language)
  const of = factOf(key)?.of
  const isTheirs = of === 'person' || of === 'household'
  const told = isTheirs ? yours(noun ?? '', language) : (noun ?? readable(key))
  return capital(told.replace(/^(de|het|the) /, ''))
}

function isMoment(value: unknown): boolean {
  return value instanceof Date || (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value))
}

function valueInWords(key: string, value: unknown, language: Language): string {
  const say = speak(ownDataTexts, language)
  if (Array.isArray(value)) {
    return formatList(
      value.map((each) => valueInWords(key, each, language)),
      language,
    )
  }
  if (typeof value === 'boolean')
    return clauseInWords(key, value, language) ?? say(value ? 'yes' : 'no')
  if (value instanceof Date) return formatMoment(value, language)
  if (typeof value === 'number') {
    if (isCents(key)) return formatAmount(value, language)
    return factOf(key)?.unit
      ? phraseValue(key, value, { language, rule: () => undefined })
      : isAmount(key)
        ? formatNumber(value, language)
        : String(value)
  }
  return textInWords(key, String(value), language)
}

function clauseInWords(key: string, isSo: boolean, language: Language): string | undefined {
  const clauses = addressedClause(key)?.[language] ?? clauseOf(key, language)
  return clauses && inOrder(isSo ? clauses.yes : clauses.no, 'main')
}

function textInWords(key: string, text: string, language: Language): string {
  const day = parseDate(text)
  if (day !== undefined) return formatDay(day, language)
  if (isMoment(text)) return formatMoment(new Date(text), language)
  const words = valueWords[key]?.[text]
  if (words) return words[language]
  if (key === 'code' && isMessageCode(text)) return messageSubject(text, language)
  const need = `need-${text}`
  if (key === 'kind' && isKeyOf(documentTexts, need)) return speak(documentTexts, language)(need)
  if (key === 'kind' || key === 'event') return capital(eventKindText(text, language))
  if (key === 'spell' && isKey(spellWords, text)) return capital(spellWords[text][language].one)
  if (key === 'municipalities') return wordOfValue('municipality', text, language)
  if (key === 'dwellingType') return wordOfValue('dwelling-type', text, language)
  const isWord = factOf(key) !== undefined && !names.has(key)
  return isWord ? wordOfValue(key, text, language).replace(/[“”]/g, '') : text
}

// Fields whose text is a name or number of its own.
const names: ReadonlySet<string> = new Set(['listing', 'complex', 'neighbourhood', 'household'])

function isMessageCode(code: string): code is MessageCode {
  return messageCodes.some((each) => each === code)
}

function isKey<T extends object>(table: T, key: string): key is keyof T & string {
  return Object.hasOwn(table, key)
}

function isCents(key: string): boolean {
  return key.endsWith('Cents') || factOf(key)?.type === 'cents'
}

function isAmount(key: string): boolean {
  return ['candidates', 'placed', 'place', 'count', 'children'].includes(key)
}

type Field = { readonly field: string; readonly name: string; readonly form: string }

/** Every field that stands in the data, once, with what it is called and the form it has. */
export function fieldsDescribed(data: object, language: Language): Field[] {
  const say = speak(ownDataTexts, language)
  const byField = new Map(leavesOf(data, '', '').map((leaf) => [leaf.field, leaf]))
  return [...byField.values()].map(({ field, key, value }) => ({
    ...{ field, name: fieldName(key, value, language) },
    form: say(formOf(key, value)),
  }))
}

type Leaf = { readonly field: string; readonly key: string; readonly value: unknown }

function leavesOf(value: unknown, field: string, key: string): Leaf[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.flatMap((each) => leavesOf(each, `${field}[]`, key))
  if (!isObject(value)) return [{ field, key, value }]
  return Object.entries(value).flatMap(([name, each]) =>
    leavesOf(each, field === '' ? name : `${field}.${name}`, name),
  )
}

function formOf(key: string, value: unknown): Extract<OwnDataText, `form-${string}`> {
  if (typeof value === 'boolean') return 'form-yes-no'
  if (typeof value === 'number') return isCents(key) ? 'form-cents' : 'form-number'
  if (isMoment(value)) return 'form-moment'
  if (parseDate(String(value)) !== undefined) return 'form-days'
  const isWord = factOf(key)?.type === 'choice' || factOf(key)?.type === 'choices'
  return isWord || codes.has(key) ? 'form-code' : 'form-text'
}

// Fields that hold one of some fixed words.
const codes: ReadonlySet<string> = new Set([
  ...['kind', 'event', 'spell', 'code', 'via', 'wants', 'state', 'offerState', 'route', 'outcome'],
  ...['consequence', 'about', 'municipalities'],
])
