import {
  addDays,
  addDuration,
  addMonths,
  type CalendarDate,
  type Duration,
  earliestOf,
  latestOf,
} from '../../basics/calendar-date.ts'
import type { Value } from '../../basics/facts.ts'
import type { Event } from '../../seekers/history.ts'
import type { Condition, Reference } from '../condition.ts'
import type { LedgerCode } from '../reason-code.ts'
import type { RuleHead } from '../rule-book.ts'
import { follow, holds, type Line, personAt, type Timeline, valueAt } from '../timeline.ts'
import { fits } from '../trigger.ts'
import { givenSince, givenState, isEnded, type Run, runAt } from './life.ts'
import { type Interval, isSpell, joined, spellIntervals } from './measure.ts'

/**
 * Account (rekening): a ledger in points, or in time. In time its value is a date: `starts` moved
 * back by the balance (corrected or fictitious registration date). Every booking keeps its rule,
 * entry, cause and date, so the ledger explains itself. It counts the whole history, or with a `from`
 * of its own only what happened since: points that came into being with the rules (zoekpunten).
 */
export type Account = RuleHead & {
  readonly kind: 'account'
  readonly unit: 'points' | 'date'
  /** For a date: from which date it counts back; first case that fits. */
  readonly starts?: readonly { readonly who: Condition; readonly from: string }[]
  /** Empty once this life ends; the life `registration` when absent and the book has it. */
  readonly inside?: string
  readonly limits?: Limits
  /** Counts only on these listings. */
  readonly where?: Condition
  readonly entries: readonly (Entry | BestOf)[]
  readonly lapses?: CalendarDate
}

/** A number, or a reference to one, is so many points, or in an account of time so many days. */
export type Amount = number | Duration | Reference
export type Limits = { readonly at_least?: number; readonly at_most?: number | Duration }

/** Only the entry that gives most counts (not cumulative). */
export type BestOf = { readonly best_of: readonly Entry[] }

/**
 * Books by a trigger (`on`), at a rate (`per` unit of the spell or life `of`), or stands while `who`
 * holds. `set` replaces the balance of the whole account.
 */
export type Entry = {
  readonly add?: Amount
  readonly set?: number
  readonly on?: readonly string[]
  readonly where?: Condition
  readonly when?: Condition
  /** Books so many times at most. */
  readonly times?: number
  readonly who?: Condition
  readonly per?: Duration
  readonly of?: string
  /** `daily` counts parts of a unit by the day (a year is 365 days); else whole units only. */
  readonly booked?: 'whole' | 'daily'
  /** Counts only on these listings. */
  readonly here?: Condition
  /** Building stops after this day. */
  readonly until?: CalendarDate
  /** From this day what was built is gone. */
  readonly lapses?: CalendarDate
  /** A booking expires after this time. */
  readonly keep?: Duration
  /** What removes the bookings made before it. */
  readonly lost?: {
    readonly on: readonly string[]
    readonly where?: Condition
    readonly until?: CalendarDate
  }
  readonly limits?: Limits
}

/**
 * A balance: points in millionths, or time back in whole months and days. Whole numbers, so that two
 * people with the same right have exactly the same balance however it was built up.
 */
type Balance = { readonly units: number; readonly days: number }

type Booking = {
  readonly on: CalendarDate
  readonly entry: number
  readonly amount: Balance
  readonly set?: true
  readonly cause?: string
  /** Earned by living, renting or working, which may well begin before the registration does. */
  readonly lived?: true
}

export type Ledger = { readonly lines: readonly Line[]; readonly value: Value | undefined }

const millionths = 1_000_000
const daysInYear = 365
const monthsInYear = 12
const nothing: Balance = { units: 0, days: 0 }

export function accountValue(
  timeline: Timeline,
  account: Account,
  at: CalendarDate,
): Value | undefined {
  return worthOf(timeline, account, booksHere(timeline, account, at).balance, at)
}

/** Every line of the account until a date, and its value then. */
export function ledgerAt(timeline: Timeline, account: Account, at: CalendarDate): Ledger {
  const books = booksHere(timeline, account, at)
  return {
    lines: linesOverReversals(timeline, account, at, books).toSorted((a, b) => a.on - b.on),
    value: worthOf(timeline, account, books.balance, at),
  }
}

type Books = { readonly lines: readonly Line[]; readonly balance: Balance }

function booksHere(timeline: Timeline, account: Account, at: CalendarDate): Books {
  if (!account.where || holds(account.where, personAt(timeline, at))) {
    return booksOf(timeline, account, at)
  }
  return { lines: [{ on: at, code: 'not-here' }], balance: nothing }
}

// What was booked until a reversal stays as it was, and the difference is a line of that day; what
// follows is booked as if the reversed event had never been. So the lines keep adding up.
function linesOverReversals(
  timeline: Timeline,
  account: Account,
  at: CalendarDate,
  { lines }: Books,
): Line[] {
  const reversals = reversalsUntil(timeline, account, at)
  const earlier = reversals.flatMap(({ on }, index) => {
    const before = booksWithout(reversals.slice(index), timeline, account, on)
    const after = booksWithout(reversals.slice(index + 1), timeline, account, on)
    const amount = inUnits(account, minus(after.balance, before.balance))
    const since = reversals[index - 1]?.on
    const stood = before.lines.filter((line) => line.code !== 'not-here' && isAfter(line, since))
    return amount === 0 ? stood : [...stood, lineOf(on, 'reversed', amount)]
  })
  const last = reversals.at(-1)?.on
  return [...earlier, ...lines.filter((line) => isAfter(line, last))]
}

function isAfter({ on }: Line, since: CalendarDate | undefined): boolean {
  return since === undefined || on > since
}

function reversalsUntil(timeline: Timeline, account: Account, at: CalendarDate): readonly Event[] {
  const run = outerRun(timeline, account, at)
  if (run === 'none') return []
  return timeline.subject.history.events
    .filter(({ event, on }) => event === 'reversed' && on <= at && on >= (run?.since ?? on))
    .toSorted((a, b) => a.on - b.on)
}

function booksWithout(
  reversals: readonly Event[],
  { subject, surroundings }: Timeline,
  account: Account,
  at: CalendarDate,
): Books {
  const events = subject.history.events.filter((event) => !reversals.includes(event))
  const history = { ...subject.history, events }
  return booksHere(follow({ ...subject, history }, surroundings, at), account, at)
}

function booksOf(timeline: Timeline, account: Account, at: CalendarDate): Books {
  if (account.lapses !== undefined && at >= account.lapses) {
    return { lines: [{ on: account.lapses, code: 'lapsed' }], balance: nothing }
  }
  if (outerRun(timeline, account, at) === 'none') return { lines: [], balance: nothing }
  const lines: Line[] = []
  const bookings = account.entries
    .flatMap((entry, index) => bookingsOf(timeline, account, entry, index, at, lines))
    .toSorted((a, b) => a.on - b.on)
  return settle(account, bookings, lines)
}

function settle(account: Account, bookings: readonly Booking[], lines: Line[]): Books {
  let balance = nothing
  for (const { on, entry, amount, set, cause } of bookings) {
    const wanted = set ? amount : plus(balance, amount)
    const within = limited(account, wanted, account.limits)
    const code = set ? 'reset' : isSame(within, wanted) ? 'booked' : 'capped'
    const booked = minus(within, balance)
    lines.push(lineOf(on, code, inUnits(account, booked), entry, cause))
    balance = within
  }
  return { lines, balance }
}

function bookingsOf(
  timeline: Timeline,
  account: Account,
  entry: Entry | BestOf,
  index: number,
  at: CalendarDate,
  lines: Line[],
): Booking[] {
  if (!('best_of' in entry)) return entryBookings(timeline, account, entry, index, at, lines)
  const each = entry.best_of.map((one) => entryBookings(timeline, account, one, index, at, lines))
  const worth = (bookings: Booking[]) => bookings.reduce((sum, { amount }) => sum + size(amount), 0)
  return each.toSorted((a, b) => worth(b) - worth(a))[0] ?? []
}

function entryBookings(
  timeline: Timeline,
  account: Account,
  entry: Entry,
  index: number,
  at: CalendarDate,
  lines: Line[],
): Booking[] {
  const person = personAt(timeline, at)
  if (entry.here && !holds(entry.here, person)) {
    lines.push(lineOf(at, 'not-here', undefined, index))
    return []
  }
  if (!holds(entry.who, person)) return []
  const since = begunOn(timeline, account, at)
  const built = rawBookings(timeline, account, entry, index, at)
    .filter(({ on, lived }) => lived || on >= (since ?? on))
    .slice(0, entry.times)
  if (entry.lapses !== undefined && at >= entry.lapses) {
    if (built.length > 0) lines.push(lineOf(entry.lapses, 'lapsed', undefined, index))
    return []
  }
  return withinLimits(
    account,
    entry,
    built
      .filter(({ on }) => !entry.keep || at < addDuration(on, entry.keep))
      .filter((booking) => !isLost(timeline, entry, booking, lines)),
  )
}

function isLost(timeline: Timeline, entry: Entry, { on }: Booking, lines: Line[]): boolean {
  const { lost } = entry
  if (!lost) return false
  const taken = timeline.occurrences
    .namedAny(lost.on)
    .find((each) => each.on >= on && fits(lost, timeline, each))
  const told = taken && lines.some((line) => line.code === 'lost' && line.on === taken.on)
  if (taken && !told) lines.push({ on: taken.on, code: 'lost', cause: taken.name })
  return taken !== undefined
}

function rawBookings(
  timeline: Timeline,
  account: Account,
  entry: Entry,
  index: number,
  at: CalendarDate,
): Booking[] {
  if (entry.on) return triggeredBookings(timeline, account, entry, entry.on, index, at)
  if (entry.per) return rateBookings(timeline, account, entry, entry.per, index, at)
  const amount = amountOf(timeline, account, entry.add ?? 0, at)
  return amount ? [{ on: at, entry: index, amount }] : []
}

function triggeredBookings(
  timeline: Timeline,
  account: Account,
  entry: Entry,
  on: readonly string[],
  index: number,
  at: CalendarDate,
): Booking[] {
  const trigger = { ...entry, on }
  const fitting = timeline.occurrences
    .namedAny(on)
    .filter(
      (each) =>
        each.on >= (account.from ?? each.on) && each.on <= at && fits(trigger, timeline, each),
    )
  return fitting.flatMap((occurrence) => {
    const booking = { on: occurrence.on, entry: index, cause: occurrence.name }
    if (entry.set !== undefined) {
      return [{ ...booking, amount: balanceOf(account, entry.set), set: true as const }]
    }
    const amount = amountOf(timeline, account, entry.add ?? 0, occurrence.on)
    return amount ? [{ ...booking, amount }] : []
  })
}

function rateBookings(
  timeline: Timeline,
  account: Account,
  entry: Entry,
  per: Duration,
  index: number,
  at: CalendarDate,
): Booking[] {
  const stop = entry.until === undefined ? at : addDays(entry.until, 1)
  const lived = isSpell(entry.of)
  const built = intervalsOf(timeline, account, entry, at)
    .map(({ from, to }) => ({
      from: latestOf(from, account.from ?? from),
      to: earliestOf(to, stop),
    }))
    .filter(({ from, to }) => from < to)
    .flatMap((interval) => whileHolding(timeline, entry, per, interval))
  const amount = amountOf(timeline, account, entry.add ?? 0, at)
  if (!amount) return []
  const booking = { entry: index, ...(entry.of && { cause: entry.of }), ...(lived && { lived }) }
  if (entry.booked === 'daily') return dailyBooking(built, amount, per, booking)
  return built.flatMap(({ from, to }) => {
    const bookings: Booking[] = []
    for (let count = 1; ; count += 1) {
      const on = addDuration(from, { ...per, count: per.count * count })
      if (on > to) return bookings
      bookings.push({ ...booking, on, amount })
    }
  })
}

// The parts of an interval in which `when` holds: units count from the day it begins to, such as an
// eighteenth birthday. It is asked once a unit, and the day on which it turned is sought in between.
function whileHolding(
  timeline: Timeline,
  { when }: Entry,
  per: Duration,
  { from, to }: Interval,
): Interval[] {
  if (!when) return [{ from, to }]
  const holdsOn = (day: CalendarDate) => holds(when, personAt(timeline, day))
  const parts: Interval[] = []
  let since = holdsOn(from) ? from : undefined
  let asked = from
  for (let count = 1; asked < to; count += 1) {
    const next = earliestOf(addDuration(from, { ...per, count: per.count * count }), to)
    if (holdsOn(next) !== (since !== undefined)) {
      const turned = turningDay(holdsOn, asked, next)
      if (since !== undefined) parts.push({ from: since, to: turned })
      since = since === undefined ? turned : undefined
    }
    asked = next
  }
  return since === undefined ? parts : [...parts, { from: since, to }]
}

function turningDay(
  holdsOn: (day: CalendarDate) => boolean,
  before: CalendarDate,
  after: CalendarDate,
): CalendarDate {
  const wanted = holdsOn(after)
  let low = before
  let high = after
  while (high - low > 1) {
    const middle = addDays(low, Math.floor((high - low) / 2))
    if (holdsOn(middle) === wanted) high = middle
    else low = middle
  }
  return high
}

// Days are counted whole and multiplied once: a year is 365 days, a month a twelfth of that. Days that
// move a date stay whole: half of an odd number of days loses the half.
function dailyBooking(
  intervals: readonly Interval[],
  { units, days }: Balance,
  per: Duration,
  booking: Omit<Booking, 'on' | 'amount'>,
): Booking[] {
  const lasted = intervals.reduce((sum, { from, to }) => sum + (to - from), 0)
  const last = intervals.at(-1)
  if (!last) return []
  const length = lengthInDays(per)
  const amount = {
    units: Math.round((units * lasted) / length),
    days: Math.floor((days * lasted) / length),
  }
  return [{ ...booking, on: last.to, amount }]
}

function lengthInDays({ count, unit }: Duration): number {
  const lengths = { year: daysInYear, month: daysInYear / monthsInYear, fortnight: 14, week: 7 }
  return count * (unit === 'day' || unit === 'working-day' ? 1 : lengths[unit])
}

// The spells of the history, or the runs of a life, that the rate is counted over.
function intervalsOf(
  timeline: Timeline,
  account: Account,
  { of, where }: Entry,
  at: CalendarDate,
): readonly Interval[] {
  if (isSpell(of)) return joined(spellIntervals(timeline, { of, ...(where && { where }) }, at))
  return of === undefined ? [] : lifeIntervals(timeline, account, of, at)
}

// A start given as a fact (`registered-on`) stands for a registration whose history is not given.
function lifeIntervals(
  timeline: Timeline,
  account: Account,
  life: string,
  at: CalendarDate,
): Interval[] {
  const given = givenSince(timeline, life)
  if (given !== undefined) return [{ from: given, to: at }]
  const begun = begunOn(timeline, account, at)
  return (timeline.runs.get(life) ?? [])
    .filter((run) => run.since >= (begun ?? run.since))
    .map((run) => ({ from: run.since, to: earliestOf(at, run.ended?.on ?? at) }))
}

// When what the account lies inside began, where the history tells: nothing from before it is booked.
function begunOn(timeline: Timeline, account: Account, at: CalendarDate): CalendarDate | undefined {
  const run = outerRun(timeline, account, at)
  return run === 'none' ? undefined : run?.since
}

function outerRun(
  timeline: Timeline,
  { inside = 'registration' }: Account,
  at: CalendarDate,
): Run | 'none' | undefined {
  const rule = timeline.surroundings.rules.byId.get(inside)?.rule
  if (rule?.kind !== 'life') return undefined
  const given = givenState(timeline, inside)
  if (given !== undefined) return given === 'none' || given === 'ended' ? 'none' : undefined
  const run = runAt(timeline, rule, at)
  return run && !isEnded(run, at) ? run : 'none'
}

function amountOf(
  timeline: Timeline,
  account: Account,
  amount: Amount,
  at: CalendarDate,
): Balance | undefined {
  if (typeof amount === 'number') return balanceOf(account, amount)
  if ('ref' in amount) {
    const value = valueAt(timeline, amount.ref, at)
    return typeof value === 'number' ? balanceOf(account, value) : undefined
  }
  return account.unit === 'date' ? timeOf(amount) : undefined
}

function balanceOf({ unit }: Account, amount: number | Duration): Balance {
  if (typeof amount !== 'number') return timeOf(amount)
  const isTime = unit === 'date'
  return isTime ? { units: 0, days: amount } : { units: Math.round(amount * millionths), days: 0 }
}

function timeOf({ count, unit }: Duration): Balance {
  if (unit === 'year') return { units: count * monthsInYear, days: 0 }
  if (unit === 'month') return { units: count, days: 0 }
  return { units: 0, days: lengthInDays({ count, unit }) }
}

function withinLimits(
  account: Account,
  { limits }: Entry,
  bookings: readonly Booking[],
): Booking[] {
  let sum = nothing
  return bookings.map((booking) => {
    const next = limited(account, plus(sum, booking.amount), limits)
    const amount = minus(next, sum)
    sum = next
    return { ...booking, amount }
  })
}

function limited(account: Account, balance: Balance, limits: Limits = {}): Balance {
  const { at_least: least, at_most: most } = limits
  const floor = least === undefined ? undefined : balanceOf(account, least)
  const roof = most === undefined ? undefined : balanceOf(account, most)
  if (floor && size(balance) < size(floor)) return floor
  return roof && size(balance) > size(roof) ? roof : balance
}

// Only ever compares time with time or points with points; a month has a twelfth of 365 days.
function size({ units, days }: Balance): number {
  return units + (days * monthsInYear) / daysInYear
}

function worthOf(
  timeline: Timeline,
  account: Account,
  balance: Balance,
  at: CalendarDate,
): Value | undefined {
  if (account.unit === 'points') return balance.units / millionths
  const start = startOf(timeline, account, at)
  return start === undefined ? undefined : addDays(addMonths(start, -balance.units), -balance.days)
}

function startOf(
  timeline: Timeline,
  { starts }: Account,
  at: CalendarDate,
): CalendarDate | undefined {
  const cases = starts ?? [{ who: [], from: 'registered-on' }]
  const fitting = cases.find(({ who }) => holds(who, personAt(timeline, at)))
  const start = fitting && valueAt(timeline, fitting.from, at)
  // @NOTE `starts` names a date, and dates are whole days.
  return typeof start === 'number' ? (start as CalendarDate) : undefined
}

function plus(a: Balance, b: Balance): Balance {
  return { units: a.units + b.units, days: a.days + b.days }
}

function minus(a: Balance, b: Balance): Balance {
  return { units: a.units - b.units, days: a.days - b.days }
}

function isSame(a: Balance, b: Balance): boolean {
  return a.units === b.units && a.days === b.days
}

// Points as points; time in months, with parts for days.
function inUnits({ unit }: Account, { units, days }: Balance): number {
  return unit === 'points' ? units / millionths : size({ units, days })
}

function lineOf(
  on: CalendarDate,
  code: LedgerCode,
  amount?: number,
  entry?: number,
  cause?: string,
): Line {
  return {
    on,
    code,
    ...(amount !== undefined && { amount }),
    ...(entry !== undefined && { entry }),
    ...(cause !== undefined && { cause }),
  }
}
