/** Numbers of measures in words: a chance as a percentage, half a year as half a year, money in euros. */
import type { Estimate } from '../core/oversight/figures.ts'
import {
  formatAmount,
  formatMessage,
  formatNumber,
  type Language,
  speak,
  type Texts,
} from './language.ts'

/** What a report asks of the dictionary of measures: a name, a unit, and what is counted. */
export type MeasureWords = {
  readonly name: string
  /** One of `measureUnits`; anything else is shown behind the number as it is. */
  readonly unit: string
  readonly definition?: string
  /** How it misleads. */
  readonly trap?: string
  /** What is better for who searches; without it an outcome is only higher or lower. */
  readonly better?: 'more' | 'less' | 'neither'
}

const measureUnits = [
  'years',
  'months',
  'days',
  'minutes',
  'share',
  'cents',
  'homes',
  'seekers',
  'per-letting',
  'match-value',
  'ratio',
] as const
export type MeasureUnit = (typeof measureUnits)[number]

type Told = 'years' | 'months' | 'days' | 'minutes' | 'share' | 'homes' | 'seekers'
type NumberText = Told | 'points' | SpokenText
type SpokenText =
  | 'less-than-home'
  | 'whole-homes'
  | 'less-than-month'
  | 'half-year'
  | 'one-year'
  | 'year-and-half'
  | 'round-months'

const texts: Texts<NumberText> = {
  nl: {
    years: '{shown} jaar',
    months: '{shown} {count, plural, one {maand} other {maanden}}',
    days: '{shown} {count, plural, one {dag} other {dagen}}',
    minutes: '{shown} {count, plural, one {minuut} other {minuten}}',
    share: '{shown} %',
    homes: '{shown} {count, plural, one {woning} other {woningen}}',
    seekers: '{shown} {count, plural, one {woningzoekende} other {woningzoekenden}}',
    points: '{shown} procentpunt',
    'less-than-home': 'minder dan één woning',
    'whole-homes': '{count, plural, one {één woning} other {# woningen}}',
    'less-than-month': 'minder dan een maand',
    'half-year': 'een half jaar',
    'one-year': 'een jaar',
    'year-and-half': 'anderhalf jaar',
    'round-months': '{count, plural, one {een maand} other {# maanden}}',
  },
  en: {
    years: '{shown} {count, plural, one {year} other {years}}',
    months: '{shown} {count, plural, one {month} other {months}}',
    days: '{shown} {count, plural, one {day} other {days}}',
    minutes: '{shown} {count, plural, one {minute} other {minutes}}',
    share: '{shown}%',
    homes: '{shown} {count, plural, one {home} other {homes}}',
    seekers: '{shown} {count, plural, one {seeker} other {seekers}}',
    points: '{shown} {count, plural, one {percentage point} other {percentage points}}',
    'less-than-home': 'less than one home',
    'whole-homes': '{count, plural, one {one home} other {# homes}}',
    'less-than-month': 'less than a month',
    'half-year': 'half a year',
    'one-year': 'a year',
    'year-and-half': 'a year and a half',
    'round-months': '{count, plural, one {a month} other {# months}}',
  },
}

const units: Texts<MeasureUnit> = {
  nl: {
    years: 'in jaren',
    months: 'in maanden',
    days: 'in dagen',
    minutes: 'in minuten',
    share: 'in procenten',
    cents: 'in euro',
    homes: 'aantal woningen',
    seekers: 'aantal woningzoekenden',
    'per-letting': 'per verhuring',
    'match-value': 'in punten van het model',
    ratio: 'verhouding',
  },
  en: {
    years: 'in years',
    months: 'in months',
    days: 'in days',
    minutes: 'in minutes',
    share: 'in per cent',
    cents: 'in euros',
    homes: 'number of homes',
    seekers: 'number of seekers',
    'per-letting': 'per letting',
    'match-value': 'in points of the model',
    ratio: 'ratio',
  },
}

/** The unit as it stands in a heading: "in jaren". */
export function unitText(unit: string, language: Language): string {
  return isUnit(unit) ? speak(units, language)(unit) : unit
}

/** `6,7`, `18,3 %`, `€ 1.234`: short, for beside a dot. */
export function showNumber(value: number, unit: string, language: Language): string {
  if (unit === 'share') {
    return speak(texts, language)('share', { shown: decimal(value * percents, 1, language) })
  }
  if (unit === 'cents') return euros(value, language)
  return decimal(value, decimalsOf(value, unit), language)
}

/** A round value of an axis: `5`, `0,5`, `20 %`. */
export function showTick(value: number, unit: string, language: Language): string {
  const tick = unit === 'cents' ? value / centsInEuro : unit === 'share' ? value * percents : value
  const shown = formatNumber(Number(tick.toFixed(2)), language).replace('-', '\u2212')
  if (unit === 'cents') return `${euroSign[language]}${shown}`
  return unit === 'share' ? speak(texts, language)('share', { shown }) : shown
}

/** `6,7 jaar`: with its unit. */
export function showAmount(value: number, unit: string, language: Language): string {
  const shown = showNumber(value, unit, language)
  if (isTold(unit)) return speak(texts, language)(unit, { shown, count: pluralCount(shown) })
  return isUnit(unit) ? shown : `${shown} ${unit}`.trim()
}

/** A change with its sign: `−6 maanden`, `+3,1 procentpunt`. */
export function showChange(value: number, unit: string, language: Language): string {
  return signed(value, showSize(Math.abs(value), unit, language))
}

/** A change in whole things: `+135`, `−12`, `0`. */
export function showCount(change: number, language: Language): string {
  return signed(change, formatNumber(Math.abs(Math.round(change)), language))
}

/** A change with its 95 % interval, all in the unit that fits its size. */
export function changeParts(
  { mean, low, high }: Estimate,
  unit: string,
  language: Language,
): {
  readonly change: string
  /** Without its unit, but for months of a measure in years. */
  readonly bare: string
  readonly low: string
  readonly high: string
} {
  const [scale, as] = unit === 'years' && isShort(mean) ? [monthsInYear, 'months'] : [1, unit]
  const bare = (value: number) => signed(value, bareSize(Math.abs(value * scale), as, language))
  return {
    change: showChange(mean, unit, language),
    bare: as === 'months' ? `${bare(mean)} ${shortMonths[language]}` : bare(mean),
    low: bare(low),
    high: bare(high),
  }
}

/** How much, as people say it: "een half jaar", "4 maanden", "3 procentpunt", "12 woningen". */
export function spokenAmount(value: number, unit: string, language: Language): string {
  const size = Math.abs(value)
  const say = speak(texts, language)
  if (unit === 'homes') {
    const count = Math.round(size)
    return count === 0 ? say('less-than-home') : say('whole-homes', { count })
  }
  if (unit !== 'years') return showSize(size, unit, language)
  const months = Math.round(size * monthsInYear)
  if (months === 0) return say('less-than-month')
  const named = namedLengths[months]
  if (named) return say(named)
  if (months < 18) return say('round-months', { count: months })
  return showAmount(size, 'years', language)
}

const shortMonths = { nl: 'mnd.', en: 'mo.' } as const
const percents = 100
const monthsInYear = 12
const centsInEuro = 100

const namedLengths: Readonly<Record<number, SpokenText>> = {
  6: 'half-year',
  12: 'one-year',
  18: 'year-and-half',
}

function isTold(unit: string): unit is Exclude<Told, 'share'> {
  return unit !== 'share' && Object.hasOwn(texts.nl, unit)
}

function isUnit(unit: string): unit is MeasureUnit {
  return measureUnits.some((each) => each === unit)
}

// Differences under a year are said in months: half a year, not 0,5.
const isShort = (years: number) => Math.abs(years) < 1

function showSize(size: number, unit: string, language: Language): string {
  if (unit === 'share') {
    const shown = decimal(size * percents, 1, language)
    return speak(texts, language)('points', { shown, count: pluralCount(shown) })
  }
  if (unit === 'years' && isShort(size)) {
    return showAmount(size * monthsInYear, 'months', language)
  }
  return showAmount(size, unit, language)
}

function bareSize(size: number, unit: string, language: Language): string {
  return unit === 'share' ? decimal(size * percents, 1, language) : showNumber(size, unit, language)
}

// Zero after rounding has no sign.
function signed(value: number, size: string): string {
  if (!/[1-9]/.test(size)) return size
  return `${value < 0 ? '\u2212' : '+'}${size}`
}

// What is shown decides between one and more, so "1,0" is one.
function pluralCount(shown: string): number {
  return /^1([.,]0+)?$/.test(shown) ? 1 : 2
}

// Enough to see a difference, and no more than the simulation can know.
function decimalsOf(value: number, unit: string): number {
  if (unit === 'ratio' || unit === 'match-value') return 2
  if (unit === 'years' || unit === 'per-letting') return 1
  return Math.abs(value) < (unit === 'months' ? 1 : 10) ? 1 : 0
}

function decimal(value: number, digits: number, language: Language): string {
  const pattern = digits === 0 ? '::.' : `::.${'0'.repeat(digits)}`
  const rounded = Number(value.toFixed(digits)) || 0
  return formatMessage(language, `{value, number, ${pattern}}`, { value: rounded }).replace(
    '-',
    '\u2212',
  )
}

function euros(cents: number, language: Language): string {
  const size = Math.abs(cents)
  const shown =
    size < exactBelowCents
      ? formatAmount(Math.round(size), language)
      : `${euroSign[language]}${formatNumber(Math.round(size / centsInEuro), language)}`
  return `${cents < 0 ? '\u2212' : ''}${shown}`
}

const exactBelowCents = 10_000
const euroSign = { nl: '€\u00a0', en: '€' } as const
