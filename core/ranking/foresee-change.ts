/**
 * What would change it: only what time brings or a person truly chooses, found by deciding again. The
 * earliest day on which a comparable home would admit them or put them in a higher group, and the
 * smallest act of their own that does so today. Never a declared income, household or address.
 */
import { addDays, addMonths, type CalendarDate } from '../basics/calendar-date.ts'
import type { Facts, Value } from '../basics/facts.ts'
import { factOf, type Moment } from '../policy/catalogue.ts'
import type { Condition, Test } from '../policy/condition.ts'
import type { Life } from '../policy/kinds/life.ts'
import type { Measure } from '../policy/kinds/measure.ts'
import type { Resolved } from '../policy/resolve.ts'
import { always, steadyUntil } from '../policy/steady.ts'
import type { Timeline } from '../policy/timeline.ts'
import type { Candidate } from '../seekers/candidate.ts'
import type { EventName } from '../seekers/history.ts'
import { assignTiers } from './assign-tier.ts'
import type { Bound } from './bind.ts'
import type { Case } from './case.ts'
import { unmetAt } from './check-eligibility.ts'
import { withCounted } from './count-assignment.ts'
import { dateOfName, gather, timelineOf } from './gather.ts'

export type Change = {
  /** Waiting does it: for a home whose listing closes on this day or later. */
  readonly on?: CalendarDate
  /** Doing or choosing this does it: an event (`renewed`) or a fact of the search profile. */
  readonly choose?: string
  readonly to?: Value
  /** How many times, for something done more than once. */
  readonly times?: number
  /** The requirement or priority that it changes. */
  readonly by: string
  /** The group somebody would then stand in. */
  readonly tier: string
}

const horizonMonths = 15 * 12

/** The acts a seeker can do without asking anybody. */
const ownActs: readonly EventName[] = [
  'registered',
  'paid',
  'renewed',
  'restored',
  'resumed',
  'activated',
  'option-taken',
  'option-resumed',
  'contacted',
  'responded',
]

/** Changes for one candidate; the soonest first. Empty when nothing true can be said. */
export function foreseeChanges(bound: Bound, asked: Case, candidate: Candidate): Change[] {
  const now = standingOf(bound, asked, candidate)
  const changes: Change[] = []
  const waiting = earliestDay(bound, asked, candidate, (then) => isBetter(then, now))
  if (waiting !== undefined) {
    const later = moved(asked, waiting)
    const then = standingOf(bound, later, candidate)
    changes.push({
      on: later.moments['listing-closed'] ?? waiting,
      by: decider(bound, now, then),
      tier: tierName(bound, then),
    })
  }
  const open = stillOpen(asked)
  const waited = standingOf(bound, open, candidate)
  const carriedOn = new Set<string>()
  for (const act of actsOf(bound, asked, candidate, now)) {
    const then = standingOf(bound, open, act.candidate)
    if (!isBetter(then, now) || !isBetter(then, waited)) continue
    // Who can carry on what they had is not told to begin anew: that would cost them their time.
    if (act.life !== undefined && act.anew && carriedOn.has(act.life)) continue
    if (act.life !== undefined && !act.anew) carriedOn.add(act.life)
    changes.push({ ...act.change, by: decider(bound, now, then), tier: tierName(bound, then) })
  }
  return changes
}

function isBetter(then: Standing, now: Standing): boolean {
  return then.admitted && (!now.admitted || then.tier < now.tier)
}

// What somebody does today is too late for a home whose listing closed: a comparable one is meant.
function stillOpen(asked: Case): Case {
  const late = Object.values(asked.moments).map((at) => asked.on - at)
  return moved(asked, addDays(asked.on, Math.max(0, ...late)))
}

type Standing = {
  readonly values: Facts
  readonly unmet: readonly string[]
  readonly admitted: boolean
  readonly tier: number
}

function standingOf(bound: Bound, asked: Case, candidate: Candidate): Standing {
  const [values = {}] = withCounted(bound, gather(bound, [candidate], asked))
  const unmet = unmetAt(bound, 'respond', values).map(({ standing }) => standing.rule.id)
  const tier = assignTiers(bound, [values]).tiers[0] ?? 0
  return { values, unmet, admitted: unmet.length === 0, tier }
}

function decider({ tiers }: Bound, now: Standing, then: Standing): string {
  return now.unmet[0] ?? tiers[then.tier]?.name ?? 'none'
}

function tierName({ tiers }: Bound, { tier }: Standing): string {
  return tiers[tier]?.name ?? 'none'
}

// By whole months first, then day by day in the month before: what begins, mostly lasts.
function earliestDay(
  bound: Bound,
  asked: Case,
  candidate: Candidate,
  better: (then: Standing) => boolean,
): CalendarDate | undefined {
  const isBetter = (on: CalendarDate) => better(standingOf(bound, moved(asked, on), candidate))
  // Until this day nothing is otherwise than it was when it was last looked at.
  let sameUntil = asked.on
  for (let months = 1; months <= horizonMonths; months += 1) {
    const end = addMonths(asked.on, months)
    if (end <= sameUntil) continue
    if (!isBetter(end)) {
      sameUntil = lastSameDay(bound, moved(asked, end), candidate)
      continue
    }
    let on = addDays(addMonths(asked.on, months - 1), 1)
    while (on < end && !isBetter(on)) on = addDays(on, 1)
    return on
  }
  return undefined
}

/** The last day on which every value still is what it is on a day, if nothing happens but time. */
function lastSameDay(bound: Bound, asked: Case, candidate: Candidate): CalendarDate {
  const timelines = new Map<CalendarDate, Timeline>()
  let days = Number.POSITIVE_INFINITY
  for (const name of bound.names) {
    const at = dateOfName(bound, name, asked)
    const timeline = timelines.get(at) ?? timelineOf(bound, candidate, asked, at)
    timelines.set(at, timeline)
    days = Math.min(days, steadyUntil(timeline, name, at) - at)
    if (days <= 0) return asked.on
  }
  return addDays(asked.on, Math.min(days, always - asked.on))
}

/** A comparable home on another day: every reference moment moves along. */
function moved(asked: Case, on: CalendarDate): Case {
  const days = on - asked.on
  // @NOTE the keys of `moments` are moments, and a date plus whole days is a date.
  const moments = Object.fromEntries(
    Object.entries(asked.moments).map(([moment, at]) => [moment, addDays(at, days)]),
  ) as Partial<Record<Moment, CalendarDate>>
  return { ...asked, on, moments }
}

type Act = {
  readonly candidate: Candidate
  readonly change: Pick<Change, 'choose' | 'to' | 'times'>
  /** The life it is about, and whether it begins it anew. */
  readonly life?: string
  readonly anew?: boolean
}

function actsOf(bound: Bound, asked: Case, candidate: Candidate, now: Standing): Act[] {
  const tests = testsInTheWay(bound, now)
  const contact = {
    candidate: doing(candidate, asked.on, 'contacted', 1),
    change: { choose: 'contacted' },
  }
  const acts: Act[] = tests.flatMap(({ name, test }) => {
    if (name === 'blocked') return [contact]
    const rule = bound.prepared.rules.byId.get(name)?.rule
    if (rule?.kind === 'life') return lifeActs(rule, asked, candidate)
    if (rule?.kind === 'measure') return measureActs(rule, test, asked, candidate, now.values[name])
    return factOf(name)?.changes === 'chosen' ? choiceActs(bound, name, test, candidate) : []
  })
  const seen = new Set<string>()
  return acts.filter(({ change }) => {
    const key = `${change.choose} ${change.to} ${change.times}`
    return seen.has(key) ? false : seen.add(key)
  })
}

// Everything tested by what keeps somebody out, or by a group above their own.
function testsInTheWay(
  { prepared, gateRules, tiers, priorities }: Bound,
  now: Standing,
): NamedTest[] {
  const gates = gateRules.get('respond') ?? []
  const unmet = gates.filter(
    ({ code, standing }) =>
      now.unmet.includes(standing.rule.id) || (code === 'blocked' && now.values.blocked),
  )
  const above = now.admitted ? tiers.slice(0, now.tier).flatMap((tier) => tier.priorities) : []
  const conditions = [
    ...unmet.map(({ met }) => met),
    ...above.map((index) => priorities[index]?.standing.rule.who ?? []),
  ]
  return conditions.flatMap((condition) => testsIn(prepared.rules, condition))
}

type NamedTest = { readonly name: string; readonly test: Test }

function testsIn(rules: Resolved, condition: Condition): NamedTest[] {
  return condition.flatMap((part) => {
    if ('name' in part) {
      const rule = rules.byId.get(part.name)?.rule
      return rule?.kind === 'definition' ? testsIn(rules, rule.when) : [part]
    }
    const branches = 'any' in part ? part.any : 'all' in part ? part.all : part.none
    return branches.flatMap((branch) => testsIn(rules, branch))
  })
}

function lifeActs(life: Life, asked: Case, candidate: Candidate): Act[] {
  const carryOn = [
    ...(life.renew?.on ?? []),
    ...(life.restore?.on ?? []),
    ...(life.pause ? [life.pause.to] : []),
  ]
  const key = life.each === undefined ? undefined : asked.listing.facts[life.each]
  const about: Facts = life.each === undefined ? {} : { [life.each]: key }
  // What was given as a fact must not speak against what the person now does.
  const { [life.id]: _, 'registered-on': since, ...others } = candidate.facts
  const facts =
    since === undefined || life.id === 'registration'
      ? others
      : { ...others, 'registered-on': since }
  const acts = (events: readonly string[], anew: boolean) =>
    ownActs
      .filter((act) => events.includes(act))
      .map((act) => ({
        candidate: doing({ ...candidate, facts }, asked.on, act, 1, about),
        change: { choose: act },
        life: life.id,
        anew,
      }))
  return [...acts(carryOn, false), ...acts(life.begins.on, true)]
}

function measureActs(
  measure: Measure,
  test: Test,
  asked: Case,
  candidate: Candidate,
  found: Value | undefined,
): Act[] {
  const act = ownActs.find((each) => each === measure.of)
  if (!act || typeof test.at_least !== 'number' || typeof found !== 'number') return []
  const times = test.at_least - found
  if (times <= 0) return []
  return [{ candidate: doing(candidate, asked.on, act, times), change: { choose: act, times } }]
}

function doing(
  candidate: Candidate,
  on: CalendarDate,
  event: EventName,
  times: number,
  about: Facts = {},
): Candidate {
  const done = Array.from({ length: times }, () => ({
    event,
    on,
    attributes: { closes: on, ...about },
  }))
  const { spells, events } = candidate.history
  return { ...candidate, history: { spells, events: [...events, ...done] } }
}

// A search profile is widened just so far that it meets the test.
function choiceActs(bound: Bound, name: string, test: Test, candidate: Candidate): Act[] {
  const wanted = test.is?.[0] ?? test.at_least ?? test.at_most
  const to = typeof wanted === 'object' ? bound.home[wanted.ref] : wanted
  if (to === undefined) return []
  return [
    {
      candidate: { ...candidate, facts: { ...candidate.facts, [name]: to } },
      change: { choose: name, to },
    },
  ]
}
