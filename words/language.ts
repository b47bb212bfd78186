/**
 * How the system speaks: Dutch (the source) and English. Texts are ICU messages; a text that is
 * missing in either language does not compile. Amounts are whole cents and dates whole days.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import type { CalendarDate, Duration, Unit } from '../core/basics/calendar-date.ts'

export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]

/** The same words in both languages. */
export type Words = Readonly<Record<Language, string>>

/** ICU messages by key, in both languages. */
export type Texts<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>

/** What a message can show. In `{x, date, day}` a number is a CalendarDate, in `{x, number, euro}` cents. */
export type Shown = string | number | boolean | Duration | readonly (string | number)[]
export type ShownFacts = { readonly [name: string]: Shown | undefined }

export type Say<Key extends string> = (key: Key, facts?: ShownFacts) => string

/** Speaks the texts of one language. A fact that the message needs and does not get is an error. */
export function speak<Key extends string>(texts: Texts<Key>, language: Language): Say<Key> {
  return (key, facts = {}) => formatMessage(language, texts[language][key], facts)
}

/** Whether there is a text for a word that comes from elsewhere, such as the code of a refusal. */
export function isKeyOf<Key extends string>(texts: Texts<Key>, word: string): word is Key {
  return Object.hasOwn(texts.nl, word)
}

const locales = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Record<Language, string>
const centsInEuro = 100
const millisecondsInDay = 86_400_000

const day = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
const formats = {
  number: { euro: { style: 'currency', currency: 'EUR', scale: 1 / centsInEuro } },
  date: { day, weekday: { ...day, weekday: 'long' } },
} as const

/** Formats one ICU message with facts; for texts that are not kept by key. */
export function formatMessage(language: Language, message: string, facts: ShownFacts): string {
  const { format, dates, fixed, known } = compiled(language, message)
  if (fixed !== undefined) return fixed
  const key = keyOf(facts)
  const before = key === undefined ? undefined : known.get(key)
  if (before !== undefined) return before
  const values = Object.entries(facts).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, shown(value, dates.has(name), language)] as const],
  )
  const said = plainSpaces(String(format.format(Object.fromEntries(values))))
  if (key !== undefined) {
    if (known.size >= knownMost) known.clear()
    known.set(key, said)
  }
  return said
}

const knownMost = 500

// What was said with the same numbers is said again as it was. Texts are not kept: there can be a name in them.
function keyOf(facts: ShownFacts): string | undefined {
  let key = ''
  for (const name in facts) {
    const value = facts[name]
    if (typeof value !== 'number') return undefined
    key += `${name} ${value} `
  }
  return key
}

/** The names of the facts that a message mentions, at whatever depth. */
export function argumentsOf(message: string): readonly string[] {
  return [...new Set(elementsOf(compiled('nl', message).format.getAst()).map(({ name }) => name))]
}

function shown(value: Shown, isDate: boolean, language: Language): string | number | Date {
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return isDate ? new Date(value * millisecondsInDay) : value
  if (typeof value === 'string') return value
  return 'unit' in value ? formatLength(value, language) : formatList(value.map(String), language)
}

type Compiled = {
  readonly format: IntlMessageFormat
  readonly dates: ReadonlySet<string>
  /** What it always says, where it mentions no fact. */
  readonly fixed: string | undefined
  /** What it said with numbers it was given before. */
  readonly known: Map<string, string>
}

// A map for each language: a text that is joined for every look would be hashed anew every time.
const cache: Readonly<Record<Language, Map<string, Compiled>>> = { nl: new Map(), en: new Map() }

function compiled(language: Language, message: string): Compiled {
  const known = cache[language].get(message)
  if (known) return known
  const format = new IntlMessageFormat(message, locales[language], formats, { ignoreTag: true })
  const elements = elementsOf(format.getAst())
  const dates = elements.filter(({ type }) => type === dateElement)
  const made = {
    ...{ format, dates: new Set(dates.map(({ name }) => name)), known: new Map() },
    fixed: elements.length === 0 ? plainSpaces(String(format.format({}))) : undefined,
  }
  cache[language].set(message, made)
  return made
}

// Numbers of the kinds of element in a parsed message: literal 0, date 3, select 5, plural 6, `#` 7.
const literalElement = 0
const dateElement = 3
const selectElement = 5
const pluralElement = 6
const poundElement = 7

type Parsed = ReturnType<IntlMessageFormat['getAst']>

function elementsOf(parsed: Parsed): readonly { type: number; name: string }[] {
  return parsed.flatMap((element) => {
    if (element.type === literalElement || element.type === poundElement) return []
    const own = { type: element.type, name: element.value }
    if (element.type !== selectElement && element.type !== pluralElement) return [own]
    return [own, ...Object.values(element.options).flatMap(({ value }) => elementsOf(value))]
  })
}

// Text is searched, compared and wrapped: a space is a space, but between a euro sign and its amount no line ends.
function plainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ').replace(/€ (?=[-\d])/g, '€\u00a0')
}

/** `€ 713,02` in one piece, from whole cents. */
export function formatAmount(cents: number, language: Language): string {
  return formatMessage(language, '{cents, number, euro}', { cents })
}

/** `3 juni 2026`. */
export function formatDay(on: CalendarDate, language: Language): string {
  return formatMessage(language, '{on, date, day}', { on })
}

/** `woensdag 3 juni 2026`. */
export function formatWeekday(on: CalendarDate, language: Language): string {
  return formatMessage(language, '{on, date, weekday}', { on }).replace(',', '')
}

/** `1.234,5` in Dutch, `1,234.5` in English. */
export function formatNumber(count: number, language: Language): string {
  return formatMessage(language, '{count, number}', { count })
}

const lengths: Texts<Exclude<Unit, 'fortnight'>> = {
  nl: {
    day: '{count, plural, one {# dag} other {# dagen}}',
    'working-day': '{count, plural, one {# werkdag} other {# werkdagen}}',
    week: '{count, plural, one {# week} other {# weken}}',
    month: '{count, plural, one {# maand} other {# maanden}}',
    year: '{count} jaar',
  },
  en: {
    day: '{count, plural, one {# day} other {# days}}',
    'working-day': '{count, plural, one {# working day} other {# working days}}',
    week: '{count, plural, one {# week} other {# weeks}}',
    month: '{count, plural, one {# month} other {# months}}',
    year: '{count, plural, one {# year} other {# years}}',
  },
}

/** `3 maanden`; a fortnight is said as two weeks. */
export function formatLength({ count, unit }: Duration, language: Language): string {
  if (unit === 'fortnight') return formatLength({ count: 2 * count, unit: 'week' }, language)
  return speak(lengths, language)(unit, { count })
}

/** `a, b en c`, or `a, b of c`. */
export function formatList(
  items: readonly string[],
  language: Language,
  join: 'and' | 'or' = 'and',
): string {
  return lists[language][join].format(items)
}

const lists = { nl: listsIn('nl'), en: listsIn('en') } as const

// To make one takes much longer than to use it.
function listsIn(language: Language) {
  return {
    and: new Intl.ListFormat(locales[language], { type: 'conjunction' }),
    or: new Intl.ListFormat(locales[language], { type: 'disjunction' }),
  }
}

const clocks = clocksIn({
  ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
})
const exactClocks = clocksIn({ dateStyle: 'long', timeStyle: 'medium' })

function clocksIn(shape: Intl.DateTimeFormatOptions) {
  const there = { ...shape, timeZone: 'Europe/Amsterdam' }
  return {
    nl: new Intl.DateTimeFormat(locales.nl, there),
    en: new Intl.DateTimeFormat(locales.en, there),
  } as const satisfies Record<Language, Intl.DateTimeFormat>
}

const hours = new Intl.DateTimeFormat('nl-NL', {
  ...{ hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Amsterdam' },
})

/** `dinsdag 3 juni 2026 om 14:05`, in the Netherlands. */
export function formatMoment(at: Date, language: Language): string {
  const day = clocks[language].format(at).replace(',', '')
  return `${day} ${language === 'nl' ? 'om' : 'at'} ${formatTime(at)}`
}

/** `3 juni 2026 om 14:05:59`, in the Netherlands. */
export function formatExactMoment(at: Date, language: Language): string {
  return exactClocks[language].format(at)
}

/** `14:05`, in the Netherlands. */
export function formatTime(at: Date): string {
  return hours.format(at)
}
