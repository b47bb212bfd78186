import { addDays, type CalendarDate, dateOf, partsOf } from '../../basics/calendar-date.ts'
import type { Facts } from '../../basics/facts.ts'
import { type Condition, truthOf, yes } from '../condition.ts'
import type { Resolved } from '../resolve.ts'
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
  /** Room carried over from the period before; negative when it was overdrawn. */
  readonly carried?: number
}

export const unused: QuotaUse = { used: 0, base: 0 }

/** May one more be counted? With 50 of 100 the first cannot be: one of one is more than half. */
export function hasRoom({ limit }: Quota, { used, base, carried = 0 }: QuotaUse): boolean {
  const most = limit.at_most ?? limit.exactly
  if (most === undefined) return true
  if (limit.of === undefined) return used + 1 <= most + carried
  return (used + 1 - carried) * limit.of <= most * (base + 1)
}

/** Would it fall short of its least share if the next one is not counted? */
export function isBehind({ limit }: Quota, { used, base, carried = 0 }: QuotaUse): boolean {
  const least = limit.at_least ?? limit.exactly
  if (least === undefined) return false
  if (limit.of === undefined) return used < least - carried
  return (used + carried) * limit.of < least * (base + 1)
}

/** The keys of a split that have had their share (of 100) of what the limit allows. */
export function fullKeys({ split, limit }: Quota, use: QuotaUse): string[] {
  const most = limit.at_most ?? limit.exactly
  if (!split || most === undefined) return []
  const allowed = limit.of === undefined ? most : (most * (use.base + 1)) / limit.of
  const percent = 100
  return Object.entries(split.shares)
    .filter(([key, share]) => ((use.split?.[key] ?? 0) + 1) * percent > share * allowed)
    .map(([key]) => key)
}

/** The key under which a listing is counted: `heerlen`, `heerlen/weller`, or `all`. */
export function quotaKey({ each = [] }: Quota, listing: Facts): string {
  return each.length === 0 ? 'all' : each.map((name) => String(listing[name] ?? '?')).join('/')
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
  const uses = countBetween(quota, assignments, period.from, on, rules)
  if (!quota.carry) return uses
  const earlier = periodAt(quota.per, addDays(period.from, -1), term)
  const before = countBetween(quota, assignments, earlier.from, earlier.until, rules)
  for (const [key, use] of Object.entries(before)) {
    uses[key] = { ...(uses[key] ?? unused), carried: roomLeft(quota, use) }
  }
  return uses
}

function roomLeft({ limit }: Quota, { used, base }: QuotaUse): number {
  const most = limit.at_most ?? limit.exactly
  const least = limit.at_least ?? limit.exactly
  const share = (count: number) =>
    limit.of === undefined ? count : Math.floor((count * base) / limit.of)
  if (most !== undefined) return share(most) - used
  return least === undefined ? 0 : used - share(least)
}

function countBetween(
  { counts, among = [], split, ...quota }: Quota,
  assignments: readonly Counted[],
  from: CalendarDate,
  until: CalendarDate,
  rules: Resolved,
): Record<string, QuotaUse> {
  const uses: Record<string, QuotaUse> = {}
  for (const { on, facts } of assignments) {
    const reading = personAt(still(facts, { rules }), on)
    if (on < from || on > until || truthOf(among, reading) !== yes) continue
    const key = quotaKey({ counts, ...quota }, facts)
    const use = uses[key] ?? unused
    const isCounted = truthOf(counts, reading) === yes
    const group = split && isCounted ? facts[split.by] : undefined
    uses[key] = {
      ...use,
      used: use.used + (isCounted ? 1 : 0),
      base: use.base + 1,
      ...(typeof group === 'string' && {
        split: { ...use.split, [group]: (use.split?.[group] ?? 0) + 1 },
      }),
    }
  }
  return uses
}
