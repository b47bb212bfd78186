/**
 * The values of each candidate that the bound rules read, at the reference moment of each. Only what a
 * rule needs is gathered, so a receipt never holds more than was decided upon.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import { addDuration } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'
import { factOf } from '../policy/catalogue.ts'
import type { Judgement } from '../policy/kinds/judgement.ts'
import { follow, type Surroundings, still, type Timeline, valueAt } from '../policy/timeline.ts'
import type { Candidate } from '../seekers/candidate.ts'
import type { Bound } from './bind.ts'
import type { Case, Judged, Judgements } from './case.ts'

export type Instants = Pick<Case, 'on' | 'moments' | 'judgements'>

/** One record per candidate, all with the same names in the same order. */
export function gather(
  bound: Bound,
  candidates: readonly Candidate[],
  instants: Instants,
): Facts[] {
  const { names, prepared } = bound
  const dates = names.map((name) => dateOfName(bound, name, instants))
  const days = [...new Set(dates)]
  const dayOf = dates.map((date) => days.indexOf(date))
  const record = prepared.records(names)
  const nobody = still({}, bound.surroundings)
  // What is only counted from a history is the same for everybody without one.
  const uncounted = names.map((name, position) =>
    factOf(name)?.established === 'counted'
      ? { value: valueAt(nobody, name, dates[position] ?? instants.on) }
      : undefined,
  )
  return candidates.map((candidate) => {
    const isBlank = hasNoHistory(candidate)
    const timelines: Timeline[] = []
    return record(candidate.facts, (position) => {
      const same = isBlank ? uncounted[position] : undefined
      if (same) return same.value
      const at = dates[position] ?? instants.on
      const day = isBlank ? 0 : (dayOf[position] ?? 0)
      const timeline = timelines[day] ?? timelineOf(bound, candidate, instants, at)
      timelines[day] = timeline
      return valueAt(timeline, names[position] ?? '', at)
    })
  })
}

function hasNoHistory({ history, members }: Candidate): boolean {
  return history.events.length === 0 && history.spells.length === 0 && members.length === 0
}

/** The date at which a value counts: that of its reference moment, or the day of the ranking. */
export function dateOfName(bound: Bound, name: string, { on, moments }: Instants): CalendarDate {
  return moments[bound.momentOf(name)] ?? on
}

// What happened after a reference moment is nothing to what counts at it, such as a registration that
// was restored later.
/** Somebody's life under the rules up to a day, as the values of a ranking are read from it. */
export function timelineOf(
  { prepared, surroundings: around }: Pick<Bound, 'prepared' | 'surroundings'>,
  candidate: Candidate,
  { on, judgements }: Instants,
  until: CalendarDate,
): Timeline {
  const answers = answersAbout(prepared.rules, candidate.id, judgements, on)
  const surroundings = answers ? { ...around, answers } : around
  if (hasNoHistory(candidate)) return still(candidate.facts, surroundings)
  return follow(candidate, surroundings, until)
}

/**
 * The answers that count: given by the role the book names, with a second person where it asks one, by
 * now, and not older than they are valid.
 */
export function answersAbout(
  rules: Surroundings['rules'],
  about: string,
  judgements: Judgements,
  on: CalendarDate,
): Surroundings['answers'] {
  const counting = Object.entries(judgements).flatMap(([id, answers]) => {
    const rule = rules.byId.get(id)?.rule
    if (rule?.kind !== 'judgement') return []
    const judged = answerTo(rule, answers[rule.about === 'listing' ? 'listing' : about], on)
    return judged ? [[id, judged] as const] : []
  })
  return counting.length > 0 ? Object.fromEntries(counting) : undefined
}

/** The same of one answer: what was answered, if it counts. */
export function answerTo(
  rule: Judgement,
  judged: Judged | undefined,
  on: CalendarDate,
): Judged | undefined {
  if (judged?.by !== rule.decided_by || (rule.second && !judged.second)) return undefined
  return isValid(rule, judged.on ?? on, on) ? judged : undefined
}

function isValid({ valid }: Judgement, since: CalendarDate, on: CalendarDate): boolean {
  return since <= on && (valid === undefined || on < addDuration(since, valid))
}
