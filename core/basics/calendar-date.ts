/**
 * Civil dates (kalenderdatum) without clock time or time zone, held as whole days since 1970-01-01,
 * so that comparing and counting are integer work. Text is parsed at the door and written at the edge.
 */
import { assert } from './assert.ts'

export type CalendarDate = number & { readonly calendarDate: unique symbol }

export type Unit = 'day' | 'working-day' | 'fortnight' | 'week' | 'month' | 'year'

/** Length of time (termijn): `3 months`. Months and years follow the calendar, clamped to month end. */
export type Duration = { readonly count: number; readonly unit: Unit }

const dateText = /^(\d{4})-(\d{2})-(\d{2})$/
const durationText = /^(\d+) (day|working day|fortnight|week|month|year)s?$/
const daysInWeek = 7
const monthsInYear = 12

/** `2026-02-29` does not exist and gives undefined, like any text that is not YYYY-MM-DD. */
export function parseDate(text: string): CalendarDate | undefined {
  const [, year, month, day] = dateText.exec(text)?.map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  if (month < 1 || month > monthsInYear || day < 1 || day > daysInMonth(year, month))
    return undefined
  return dateOf(year, month, day)
}

/** For literals in our own code and tests; a wrong date is a broken promise. */
export function date(text: string): CalendarDate {
  const parsed = parseDate(text)
  assert(parsed !== undefined, `${text} is a date`)
  return parsed
}

export function formatDate(value: CalendarDate): string {
  const { year, month, day } = partsOf(value)
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`
}

/** `3 working days`, `1 month` as rule books write a length; undefined for anything else. */
export function parseDuration(text: string): Duration | undefined {
  const [, count, unit] = durationText.exec(text) ?? []
  if (count === undefined || unit === undefined) return undefined
  // @NOTE the pattern admits only the names of units, with a space where the unit has a hyphen.
  return { count: Number(count), unit: unit.replace(' ', '-') as Unit }
}

/** A length as rule books write it. */
export function formatDuration({ count, unit }: Duration): string {
  return `${count} ${unit.replace('-', ' ')}${count === 1 ? '' : 's'}`
}

export function addDays(value: CalendarDate, days: number): CalendarDate {
  // @NOTE a date plus whole days is a date.
  return (value + days) as CalendarDate
}

/** 31 January plus one month is the last day of February: month arithmetic clamps to month end. */
export function addMonths(value: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(value)
  const index = year * monthsInYear + (month - 1) + months
  const newYear = Math.floor(index / monthsInYear)
  const newMonth = index - newYear * monthsInYear + 1
  return dateOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)))
}

/** The day so long after. Working days skip weekends and public holidays; months clamp to month end. */
export function addDuration(value: CalendarDate, { count, unit }: Duration): CalendarDate {
  switch (unit) {
    case 'day':
      return addDays(value, count)
    case 'week':
      return addDays(value, count * daysInWeek)
    case 'fortnight':
      return addDays(value, count * 2 * daysInWeek)
    case 'month':
      return addMonths(value, count)
    case 'year':
      return addMonths(value, count * monthsInYear)
    case 'working-day':
      return addWorkingDays(value, count)
  }
}

/** The same length of time back: the start of a rolling window. */
export function subtractDuration(value: CalendarDate, { count, unit }: Duration): CalendarDate {
  assert(unit !== 'working-day', 'windows are not counted in working days')
  return addDuration(value, { count: -count, unit })
}

export function earliestOf(...dates: CalendarDate[]): CalendarDate {
  // @NOTE the least of dates is a date.
  return Math.min(...dates) as CalendarDate
}

export function latestOf(...dates: CalendarDate[]): CalendarDate {
  // @NOTE the greatest of dates is a date.
  return Math.max(...dates) as CalendarDate
}

/** Last day of a term that begins on `from`: a year from 1 August runs until 31 July. */
export function lastDay(from: CalendarDate, term: Duration): CalendarDate {
  return addDays(addDuration(from, term), -1)
}

/** Complete months between two dates; 31 January to 28 February is a complete month. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  const a = partsOf(from)
  const b = partsOf(to)
  const months = (b.year - a.year) * monthsInYear + b.month - a.month
  if (to >= from) return addMonths(from, months) <= to ? months : months - 1
  return addMonths(from, months) >= to ? months : months + 1
}

/** Complete years between two dates: an age, or years lived somewhere. */
export function yearsBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.trunc(monthsBetween(from, to) / monthsInYear)
}

/** Year, month and day of the Gregorian calendar, the month from 1. */
export function partsOf(value: CalendarDate): { year: number; month: number; day: number } {
  // Civil-from-days over eras of 400 years (146,097 days), counted from 1 March of year 0.
  const shifted = value + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  }
}

/** The day of a year, a month from 1 and a day of it; that they go together is for who calls. */
export function dateOf(year: number, month: number, day: number): CalendarDate {
  const shiftedYear = month <= 2 ? year - 1 : year
  const era = Math.floor(shiftedYear / 400)
  const yearOfEra = shiftedYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  // @NOTE whole days since 1970-01-01 are what a CalendarDate is.
  return (era * 146_097 + dayOfEra - 719_468) as CalendarDate
}

/** Monday is 1, Sunday 7. */
export function weekday(value: CalendarDate): number {
  return ((((value + 3) % daysInWeek) + daysInWeek) % daysInWeek) + 1
}

/** Monday to Friday, but for the days that count as holidays for terms. Source: Algemene termijnenwet art. 3. */
export function isWorkingDay(value: CalendarDate): boolean {
  return weekday(value) <= 5 && !isPublicHoliday(value)
}

function addWorkingDays(value: CalendarDate, count: number): CalendarDate {
  const step = Math.sign(count)
  let day = value
  for (let left = Math.abs(count); left > 0; left -= isWorkingDay(day) ? 1 : 0) {
    day = addDays(day, step)
  }
  return day
}

function isPublicHoliday(value: CalendarDate): boolean {
  const { year, month, day } = partsOf(value)
  const fixed = `${month}-${day}`
  if (['1-1', '5-5', '12-25', '12-26'].includes(fixed)) return true
  if (value === kingsDay(year)) return true
  const easter = easterSunday(year)
  const goodFriday = -2
  const easterMonday = 1
  const ascension = 39
  const whitMonday = 50
  return [goodFriday, easterMonday, ascension, whitMonday].some(
    (days) => value === addDays(easter, days),
  )
}

// The King's birthday is kept on 27 April, or the day before when that is a Sunday.
function kingsDay(year: number): CalendarDate {
  const birthday = dateOf(year, 4, 27)
  return weekday(birthday) === daysInWeek ? addDays(birthday, -1) : birthday
}

// Gregorian computus (anonymous algorithm, 1876).
function easterSunday(year: number): CalendarDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return dateOf(year, month, ((h + l - 7 * m + 114) % 31) + 1)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
