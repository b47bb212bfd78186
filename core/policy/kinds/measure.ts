import {
  addDays,
  type CalendarDate,
  type Duration,
  dateOf,
  latestOf,
  monthsBetween,
  partsOf,
  subtractDuration,
  yearsBetween,
} from '../../basics/calendar-date.ts'
import type { Value } from '../../basics/facts.ts'
import { type EventName, type Spell, type SpellName, spells } from '../../seekers/history.ts'
import type { Condition } from '../condition.ts'
import type { RuleHead } from '../rule-book.ts'
import { eventAt, holds, personAt, type Timeline } from '../timeline.ts'
import { givenSince, runAt } from './life.ts'

/**
 * Measure (telling): a number from the history. Events and household members are counted; spells
 * are joined where they touch or overlap (one day's gap breaks) and their length is taken, in whole
 * units. Legal source for the residence test: Huisvestingswet art. 14 lid 4.
 */
export type Measure = RuleHead & {
  readonly kind: 'measure'
  readonly of: EventName | SpellName
  /** Tests on the event or spell itself and the listing it is about. */
  readonly where?: Condition
  /** Count an event on the day its listing closed rather than on its own day. */
  readonly dated_by?: 'listing-closed'
  /** `current` is the unbroken spell that lasts until now. */
  readonly take: 'number' | 'total' | 'longest' | 'current'
  readonly unit?: 'days' | 'months' | 'years'
  /** A rolling window, a calendar period, or the current run of a life. */
  readonly within?:
    | Duration
    | { readonly period: 'calendar-month' | 'calendar-year' }
    | { readonly life: string }
}

/** Time that lasted: from the first day up to, not including, `to`. */
export type Interval = { readonly from: CalendarDate; readonly to: CalendarDate }

/** The measure on a date, as far as the history until then tells. */
export function measureValue(
  timeline: Timeline,
  measure: Measure,
  at: CalendarDate,
): Value | undefined {
  if (measure.of === 'member') return countMembers(timeline, measure, at)
  const since = windowStart(timeline, measure, at)
  if (since === undefined) return undefined
  if (!isSpell(measure.of)) return countEvents(timeline, measure, since, at)
  const fitting = fittingSpells(timeline, measure, at)
  if (measure.take === 'current' && !fitting.some((spell) => lastsOn(spell, at))) return 0
  const intervals = intervalsOf(fitting, at)
    .filter(({ to }) => to > since)
    .map(({ from, to }) => ({ from: latestOf(from, since), to }))
  return take(measure, joined(intervals), at)
}

/** Spells of one kind that fit, each up to the date asked; what shows how a measure came about. */
export function spellIntervals(
  timeline: Timeline,
  meant: Pick<Measure, 'of' | 'where'>,
  at: CalendarDate,
): Interval[] {
  return intervalsOf(fittingSpells(timeline, meant, at), at)
}

function intervalsOf(spells: readonly Spell[], at: CalendarDate): Interval[] {
  return spells.map(({ from, to }) => ({
    from,
    to: to === undefined || to >= at ? at : addDays(to, 1),
  }))
}

/** The spells that fit, begun by a date. */
export function fittingSpells(
  timeline: Timeline,
  { of, where }: Pick<Measure, 'of' | 'where'>,
  at: CalendarDate,
): Spell[] {
  return timeline.subject.history.spells.filter(
    ({ spell, from, attributes }) =>
      spell === of && from <= at && holds(where, eventAt(timeline, attributes, at)),
  )
}

// What ended yesterday reaches up to today, and yet is not current.
function lastsOn({ to }: Spell, at: CalendarDate): boolean {
  return to === undefined || to >= at
}

/** Intervals that touch or overlap become one; one day's gap breaks. */
export function joined(intervals: readonly Interval[]): readonly Interval[] {
  if (intervals.length < 2) return intervals
  const result: Interval[] = []
  for (const next of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && next.from <= last.to) {
      result[result.length - 1] = { from: last.from, to: latestOf(last.to, next.to) }
    } else result.push(next)
  }
  return result
}

function take(
  { take, unit = 'days' }: Measure,
  intervals: readonly Interval[],
  at: CalendarDate,
): number {
  const lengths = intervals.map(({ from, to }) => lengthIn(unit, from, to))
  switch (take) {
    case 'number':
      return intervals.length
    case 'longest':
      return Math.max(0, ...lengths)
    case 'total':
      return totalIn(unit, intervals)
    case 'current':
      return lengths[intervals.findIndex(({ to }) => to >= at)] ?? 0
  }
}

// Laid end to end, so that months of several spells add up by days and not by their remainders.
function totalIn(unit: NonNullable<Measure['unit']>, intervals: readonly Interval[]): number {
  const end = intervals.at(-1)?.to
  if (end === undefined) return 0
  const days = intervals.reduce((sum, { from, to }) => sum + (to - from), 0)
  return lengthIn(unit, addDays(end, -days), end)
}

function lengthIn(unit: 'days' | 'months' | 'years', from: CalendarDate, to: CalendarDate): number {
  switch (unit) {
    case 'days':
      return to - from
    case 'months':
      return monthsBetween(from, to)
    case 'years':
      return yearsBetween(from, to)
  }
}

function countEvents(
  timeline: Timeline,
  { of, where, dated_by }: Measure,
  since: CalendarDate,
  at: CalendarDate,
): number {
  let count = 0
  for (const { attributes, on } of timeline.occurrences.named(of)) {
    const day = dated_by === 'listing-closed' ? attributes.closes : on
    if (typeof day !== 'number' || day < since || day > at) continue
    if (where === undefined || holds(where, eventAt(timeline, attributes, on))) count += 1
  }
  return count
}

function countMembers(timeline: Timeline, { where }: Measure, at: CalendarDate): number {
  return timeline.memberTimelines.filter((member) => holds(where, personAt(member, at))).length
}

const wholeHistory = dateOf(1, 1, 1)

// A window of six months that ends today begins the day after today's date six months ago.
function windowStart(
  timeline: Timeline,
  { within, of }: Measure,
  at: CalendarDate,
): CalendarDate | undefined {
  if (within === undefined) return wholeHistory
  if ('period' in within) {
    const { year, month } = partsOf(at)
    return dateOf(year, within.period === 'calendar-year' ? 1 : month, 1)
  }
  if ('life' in within) {
    const given = givenSince(timeline, within.life)
    if (given !== undefined) return given
    const rule = timeline.surroundings.rules.byId.get(within.life)?.rule
    return rule?.kind === 'life' ? runAt(timeline, rule, at)?.since : undefined
  }
  const start = subtractDuration(at, within)
  return isSpell(of) ? start : addDays(start, 1)
}

export function isSpell(name: string | undefined): name is SpellName {
  return spells.some((spell) => spell === name)
}
