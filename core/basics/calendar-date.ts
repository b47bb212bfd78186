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
  const from = monthOf(value)
  const to = from + months
  const daysInto = Math.min(value - firstDayOf(from), lengthOf(to) - 1)
  return addDays(firstDayOf(to), daysInto)
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
  const first = monthOf(from)
  const last = monthOf(to)
  const daysIntoLast = to - firstDayOf(last)
  const daysInto = Math.min(from - firstDayOf(first), lengthOf(last) - 1)
  if (to >= from) return last - first - (daysInto <= daysIntoLast ? 0 : 1)
  return last - first + (daysInto >= daysIntoLast ? 0 : 1)
}

/** Complete years between two dates: an age, or years lived somewhere. */
export function yearsBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.trunc(monthsBetween(from, to) / monthsInYear)
}

/** Year, month and day of the Gregorian calendar, the month from 1. */
export function partsOf(value: CalendarDate): { year: number; month: number; day: number } {
  const months = monthOf(value)
  const year = Math.floor(months / monthsInYear)
  return { year, month: months - year * monthsInYear + 1, day: value - firstDayOf(months) + 1 }
}

/** The day of a year, a month from 1 and a day of it; that they go together is for who calls. */
export function dateOf(year: number, month: number, day: number): CalendarDate {
  return addDays(firstDayOf(year * monthsInYear + month - 1), day - 1)
}

// After 400 years the calendar repeats itself.
const daysInEra = 146_097
const monthsInEra = 400 * monthsInYear
const daysBefore1970 = 719_528

/** On which day of an era each of its months begins: dates are asked for their month too often to work it out. */
const monthStarts = new Int32Array(monthsInEra + 1)
for (let month = 0; month < monthsInEra; month += 1) {
  const year = Math.floor(month / monthsInYear)
  const length = daysInMonth(year, month - year * monthsInYear + 1)
  monthStarts[month + 1] = (monthStarts[month] as number) + length
}

/** The month of a date, counted from January of year 0. */
function monthOf(value: CalendarDate): number {
  const days = value + daysBefore1970
  const era = Math.floor(days / daysInEra)
  const day = days - era * daysInEra
  // No month begins further than its own length from where it would if all were as long.
  let month = Math.floor((day * monthsInEra) / daysInEra)
  if ((monthStarts[month] as number) > day) month -= 1
  else if ((monthStarts[month + 1] as number) <= day) month += 1
  return era * monthsInEra + month
}

function firstDayOf(month: number): CalendarDate {
  const era = Math.floor(month / monthsInEra)
  const start = monthStarts[month - era * monthsInEra] as number
  // @NOTE whole days since 1970-01-01 are what a CalendarDate is.
  return (era * daysInEra + start - daysBefore1970) as CalendarDate
}

function lengthOf(month: number): number {
  return firstDayOf(month + 1) - firstDayOf(month)
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
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
