import {
  addDays,
  type CalendarDate,
  dateOf,
  earliestOf,
  partsOf,
} from '../../basics/calendar-date.ts'
import type { Facts, Value } from '../../basics/facts.ts'
import { around } from '../around.ts'
import { type Condition, truthOf, yes } from '../condition.ts'
import { type Resolved, rulesOf } from '../resolve.ts'
import type { RuleHead } from '../rule-book.ts'
import { personAt, still } from '../timeline.ts'

export const periods = [
  'calendar-month',
  'calendar-quarter',
  'calendar-half-year',
  'calendar-year',
  'two-calendar-years',
  'whole-term',
] as const
export type Period = (typeof periods)[number]

/**
 * Quota (aandeel): of assignments in `among`, those in `counts` stay at most, at least or exactly so
 * many, or so many of so many. It switches rules before sorting and never reshuffles a sorted list.
 * One more is allowed when (used + 1) x of <= limit x (base + 1). Legal source: Huisvestingswet art. 14
 * lid 2, 3, 5; Woningwet art. 46, 48.
 */
export type Quota = RuleHead & {
  readonly kind: 'quota'
  /** Conditions on the assignment: facts of listing and seeker, `priorities-applied`, `set-aside`. */
  readonly counts: Condition
  readonly among?: Condition
  readonly unit?: 'assignments' | 'listings'
  readonly limit: Limit
  readonly split?: { readonly by: string; readonly shares: Readonly<Record<string, number>> }
  /** Counted apart for each value of these facts. */
  readonly each?: readonly string[]
  readonly per: Period
  /** The room left over (or overdrawn) goes along to the next period, once. */
  readonly carry?: '1 period'
  /** Every assignment counted here counts there too, and never goes beyond it. */
  readonly inside?: string
  readonly at_limit: 'priority-off' | 'not-placed' | 'first' | 'warn'
  readonly review?: CalendarDate
}

export type Limit = {
  readonly at_most?: number
  readonly at_least?: number
  readonly exactly?: number
  /** Out of so many; a plain number of assignments when absent. */
  readonly of?: number
}

/** What a quota has used up in its period, and out of how many. */
export type QuotaUse = {
  readonly used: number
  readonly base: number
  /** Use per key of a `split`. */
  readonly split?: Readonly<Record<string, number>>
  /** Left over from the period before: room not used, or what a least share still owes; less than 0 is beyond. */
  readonly carried?: number
}

export const unused: QuotaUse = { used: 0, base: 0 }

/** May one more be counted? With 50 of 100 the first cannot be: one of one is more than half. */
export function hasRoom({ limit }: Quota, use: QuotaUse): boolean {
  const { of = 1, at_most, exactly } = limit
  const most = at_most ?? exactly
  return most === undefined || (use.used + 1) * of <= allowed(most, limit, use)
}

/** Would it fall short of its least share if the next one is not counted? */
export function isBehind({ limit }: Quota, use: QuotaUse): boolean {
  const { of = 1, at_least, exactly } = limit
  const least = at_least ?? exactly
  return least !== undefined && use.used * of < allowed(least, limit, use)
}

/** The keys of a split that have had their share (of 100) of what the limit allows. */
export function fullKeys({ split, limit }: Quota, use: QuotaUse): readonly string[] {
  const { of = 1, at_most, exactly } = limit
  const most = at_most ?? exactly
  if (!split || most === undefined) return none
  const percent = 100
  return Object.entries(split.shares)
    .filter(([key, share]) => {
      const next = (use.split?.[key] ?? 0) + 1
      return next * of * percent > share * allowed(most, limit, use)
    })
    .map(([key]) => key)
}

const none: readonly string[] = []

// What the limit comes to with the next one among them, times `of`, so that it stays a whole number.
function allowed(count: number, { of }: Limit, { base, carried = 0 }: QuotaUse): number {
  return of === undefined ? count + carried : count * (base + 1) + carried * of
}

/** The key of a split under which a value is counted; undefined when it is not known. */
export function keyOf(value: Value | undefined): string | undefined {
  return value === undefined || typeof value === 'object' ? undefined : String(value)
}

/** The key under which a listing is counted: `heerlen`, `heerlen/weller`, or `all`. */
export function quotaKey({ each = [] }: Quota, listing: Facts): string {
  if (each.length === 0) return 'all'
  let key = String(listing[each[0] ?? ''] ?? '?')
  for (let at = 1; at < each.length; at += 1) key += `/${listing[each[at] ?? ''] ?? '?'}`
  return key
}

export type Counted = { readonly on: CalendarDate; readonly facts: Facts }

/** First and last day of the period in which a date falls. */
export function periodAt(
  per: Period,
  on: CalendarDate,
  term: { from: CalendarDate; until: CalendarDate },
): { from: CalendarDate; until: CalendarDate } {
  const { year, month } = partsOf(on)
  switch (per) {
    case 'calendar-month':
      return months(year, month, 1)
    case 'calendar-quarter':
      return months(year, month - ((month - 1) % 3), 3)
    case 'calendar-half-year':
      return months(year, month <= 6 ? 1 : 7, 6)
    case 'calendar-year':
      return months(year, 1, 12)
    case 'two-calendar-years':
      return months(year - 1, 1, 24)
    case 'whole-term':
      return term
  }
}

function months(year: number, month: number, count: number) {
  const from = dateOf(year, month, 1)
  const end = month + count
  return {
    from,
    until: addDays(dateOf(year + Math.floor((end - 1) / 12), ((end - 1) % 12) + 1, 1), -1),
  }
}

/** What was used per key in the period of `on`, counted from the assignments until that date. */
export function countUse(
  quota: Quota,
  assignments: readonly Counted[],
  on: CalendarDate,
  rules: Resolved,
): Record<string, QuotaUse> {
  const term = rules.byId.get(quota.id)?.book.valid ?? { from: on, until: on }
  const period = periodAt(quota.per, on, term)
  const until = earliestOf(on, period.until)
  const uses = countBetween(quota, assignments, period.from, until, rules)
  const before = periodBefore(quota, period.from, rules)
  if (!quota.carry || !before) return uses
  const usedBefore = countBetween(quota, assignments, before.from, before.until, rules)
  for (const key of new Set([...Object.keys(uses), ...Object.keys(usedBefore)])) {
    const carried = leftOver(quota, usedBefore[key] ?? unused)
    uses[key] = { ...(uses[key] ?? unused), carried }
  }
  return uses
}

/** The period before the one that begins on `day`; none from before the quota began, for nothing is left over. */
export function periodBefore(
  { id, per, from }: Quota,
  day: CalendarDate,
  { byId }: Resolved,
): { from: CalendarDate; until: CalendarDate } | undefined {
  const valid = byId.get(id)?.book.valid
  if (!valid || per === 'whole-term') return undefined
  const before = periodAt(per, addDays(day, -1), valid)
  return before.until < (from ?? valid.from) ? undefined : before
}

/** What is left of a period's room, or still owed of its least share: what is carried on. */
export function leftOver({ limit }: Quota, { used, base }: QuotaUse): number {
  const { of, at_most, at_least, exactly } = limit
  const most = at_most ?? exactly
  if (most !== undefined) return (of === undefined ? most : Math.floor((most * base) / of)) - used
  const least = at_least ?? 0
  return (of === undefined ? least : Math.ceil((least * base) / of)) - used
}

function countBetween(
  quota: Quota,
  assignments: readonly Counted[],
  from: CalendarDate,
  until: CalendarDate,
  rules: Resolved,
): Record<string, QuotaUse> {
  const { among = [] } = quota
  const counting = countedIn(quota, rules)
  const uses: Record<string, QuotaUse> = {}
  for (const { on, facts } of assignments) {
    const reading = personAt(still(facts, { rules }), on)
    if (on < from || on > until || truthOf(among, reading) !== yes) continue
    const isCounted = counting.some((counts) => truthOf(counts, reading) === yes)
    countOne(uses, quotaKey(quota, facts), quota, facts, isCounted)
  }
  return uses
}

/** One more assignment among those a quota is about, counted or not: in place, under the key of its listing. */
export function countOne(
  uses: Record<string, QuotaUse>,
  key: string,
  { split }: Quota,
  facts: Facts,
  isCounted: boolean,
): void {
  let use: Counting | undefined = uses[key]
  if (!use) {
    use = { ...unused }
    uses[key] = use
  }
  use.base += 1
  if (!isCounted) return
  use.used += 1
  const group = split && keyOf(facts[split.by])
  if (group !== undefined) use.split = { ...use.split, [group]: (use.split?.[group] ?? 0) + 1 }
}

type Counting = { -readonly [Each in keyof QuotaUse]: QuotaUse[Each] }

// What a quota inside this one counts, counts here too.
function countedIn(quota: Quota, rules: Resolved): Condition[] {
  const quotas = rulesOf(rules, 'quota')
  const within = quotas.filter(({ rule }) => around(rule.id, quotas).includes(quota.id))
  return [quota.counts, ...within.map(({ rule }) => [...(rule.among ?? []), ...rule.counts])]
}
