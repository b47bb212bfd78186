/**
 * The counters of all quotas (tellers), kept assignment by assignment: what `countUse` counts from the whole
 * list, for whoever assigns thousands of homes one after another. Counts are kept per calendar month, of
 * which every period is made; what a period comes to is added up once, when it begins.
 */
import { type CalendarDate, partsOf } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'
import { around } from '../policy/around.ts'
import type { Predicate } from '../policy/compile.ts'
import { yes } from '../policy/condition.ts'
import {
  countOne,
  leftOver,
  periodAt,
  periodBefore,
  type Quota,
  type QuotaUse,
  quotaKey,
  unused,
} from '../policy/kinds/quota.ts'
import type { QuotaStanding } from './bind.ts'
import type { Assignment, QuotaState } from './case.ts'
import type { Prepared } from './prepare.ts'

export type KeptQuotas = {
  /** Counts one assignment; days never go back. */
  count(assignment: Assignment): void
  /** What every quota has used on a day, per key. */
  on(day: CalendarDate): QuotaState
}

type Uses = Record<string, QuotaUse>
type Span = { readonly from: CalendarDate; readonly until: CalendarDate }

/** What is counted: of these assignments, those. */
type Counting = { readonly among: Predicate; readonly counts: Predicate }

type Counter = {
  readonly quota: Quota
  readonly term: Span
  readonly among: Predicate
  /** What counts here: its own counting, and that of the quotas that lie inside it. */
  readonly counting: readonly Counting[]
  readonly months: Map<number, Uses>
  /** The period that is counted now, and what is carried into it for a key that had no use before. */
  period?: Span
  carriedUnused?: number
  uses: Uses
}

export function keepQuotas(prepared: Prepared): KeptQuotas {
  const counters = prepared.quotas.map((standing) => counterOf(prepared, standing))
  // The uses of a period are counted on in place, so that what is stated once a day stays up to date.
  const state: Record<string, Uses> = {}
  let statedOn: CalendarDate | undefined
  return {
    count({ on, facts }) {
      const month = monthOf(on)
      for (const counter of counters) {
        const { quota, among, counting, months } = counter
        if (among(facts, facts) !== yes) continue
        const { from, until } = enter(prepared, counter, on)
        if (on < from || on > until) continue
        const isCounted = isIn(counting, facts)
        let ofMonth = months.get(month)
        if (!ofMonth) {
          ofMonth = {}
          months.set(month, ofMonth)
        }
        const key = quotaKey(quota, facts)
        countOne(ofMonth, key, quota, facts, isCounted)
        carryInto(counter, key)
        countOne(counter.uses, key, quota, facts, isCounted)
      }
    },
    on(day) {
      if (day !== statedOn) {
        for (const counter of counters) {
          enter(prepared, counter, day)
          state[counter.quota.id] = counter.uses
        }
        statedOn = day
      }
      return state
    },
  }
}

function counterOf(prepared: Prepared, { rule, book }: QuotaStanding): Counter {
  const { quotas } = prepared
  const partOf = (id: string, part: 'among' | 'counts') => prepared.parts.get(id)?.[part] ?? always
  const inside = quotas
    .map((each) => each.rule.id)
    .filter((id) => id !== rule.id && around(id, quotas).includes(rule.id))
    .map((id) => ({ among: partOf(id, 'among'), counts: partOf(id, 'counts') }))
  return {
    quota: rule,
    term: book.valid,
    among: partOf(rule.id, 'among'),
    counting: [{ among: always, counts: partOf(rule.id, 'counts') }, ...inside],
    months: new Map(),
    uses: {},
  }
}

const always: Predicate = () => yes

function isIn(counting: readonly Counting[], facts: Facts): boolean {
  for (const { among, counts } of counting) {
    if (among(facts, facts) === yes && counts(facts, facts) === yes) return true
  }
  return false
}

// Only a term of a whole book can be over and not followed by another.
function enter({ rules }: Prepared, counter: Counter, day: CalendarDate): Span {
  const { quota, term, period: now } = counter
  if (now && now.from <= day && day <= now.until) return now
  const period = periodAt(quota.per, day, term)
  counter.period = period
  counter.uses = sumOf(counter, period)
  const before = quota.carry && periodBefore(quota, period.from, rules)
  delete counter.carriedUnused
  if (!before) return period
  counter.carriedUnused = leftOver(quota, unused)
  const past = sumOf(counter, before)
  for (const key of Object.keys(counter.uses)) carryInto(counter, key, past[key])
  for (const [key, use] of Object.entries(past)) carryInto(counter, key, use)
  return period
}

function carryInto(counter: Counter, key: string, past?: QuotaUse): void {
  const { quota, uses, carriedUnused } = counter
  if (carriedUnused === undefined || uses[key]?.carried !== undefined) return
  const carried = past ? leftOver(quota, past) : carriedUnused
  uses[key] = { ...(uses[key] ?? unused), carried }
}

// Periods begin and end with a month; of a month in which the term of a book does, no more is counted.
function sumOf({ months }: Counter, { from, until }: Span): Uses {
  const sum: Uses = {}
  for (const [month, uses] of months) {
    if (month < monthOf(from) || month > monthOf(until)) continue
    for (const [key, use] of Object.entries(uses)) sum[key] = plus(sum[key] ?? unused, use)
  }
  return sum
}

function plus(one: QuotaUse, other: QuotaUse): QuotaUse {
  const split: Record<string, number> = { ...one.split }
  for (const [group, count] of Object.entries(other.split ?? {})) {
    split[group] = (split[group] ?? 0) + count
  }
  return {
    used: one.used + other.used,
    base: one.base + other.base,
    ...((one.split ?? other.split) && { split }),
  }
}

function monthOf(day: CalendarDate): number {
  const { year, month } = partsOf(day)
  return year * 12 + month
}
