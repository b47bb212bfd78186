import {
  addDays,
  addDuration,
  type CalendarDate,
  type Duration,
  lastDay,
} from '../../basics/calendar-date.ts'
import type { Facts, Value } from '../../basics/facts.ts'
import { keptByName, keptFor } from '../../basics/kept-for.ts'
import { type Condition, no, same, truthOf, yes } from '../condition.ts'
import type { Occurrence } from '../occurrences.ts'
import type { LifeCode } from '../reason-code.ts'
import { type Resolved, rulesOf } from '../resolve.ts'
import type { RuleHead } from '../rule-book.ts'
import { type Line, personAt, type Timeline } from '../timeline.ts'
import { pulls, type Trigger } from '../trigger.ts'
import type { Reminder } from './reminder.ts'
/**
 * Life (levensloop): something that begins, may run in phases, rests, is renewed, and ends by a
 * trigger with a code: a registration, an urgency, an option. Lives inside it end with it. For a life
 * `l` the values `l` (none, active, suspended, ended), `l-since`, `l-ends` and `l-phase` can be read.
 * Legal source: Huisvestingswet art. 11a-11c (registration survives certain leases), 12, 13.
 */
export type Life = RuleHead & {
  readonly kind: 'life'
  /** One life per value of this fact, such as one option per complex. */
  readonly each?: string
  readonly inside?: string
  readonly begins: Trigger
  readonly lasts?: Duration
  readonly phases?: readonly { readonly id: string; readonly lasts: Duration }[]
  readonly renew?: {
    readonly on: readonly string[]
    readonly lasts: Duration
    readonly times?: number
    readonly not_before?: Duration
  }
  readonly restore?: {
    readonly on: readonly string[]
    readonly within: Duration
    readonly fee?: string
    /**
     * What a human decides after that time, and only then the way back is closed. Without it the time closes
     * it by itself.
     */
    readonly closes?: readonly string[]
  }
  /** When people are told that the term ends, or ended. */
  readonly remind?: readonly Reminder[]
  readonly merge?: 'oldest'
  readonly pause?: { readonly from: string; readonly to: string }
  /** Rests by itself while this does not hold. */
  readonly while?: Condition
  readonly ends?: readonly End[]
  /** Bars a new start for so long after it ended. */
  readonly again?: { readonly after: Duration; readonly same?: string }
  /** For an urgency: the grounds that count, and those that expressly do not. */
  readonly grounds?: readonly string[]
  readonly not_grounds?: readonly string[]
}

export type End = Trigger & {
  readonly code: LifeCode
  /** Takes effect only after the person was heard. */
  readonly hear?: boolean
  /** Lives inside that survive this end. */
  readonly keeps?: readonly string[]
}

/** One run of a life: from its beginning to its end. All have the same names, for runs are read time and again. */
export type Run = {
  readonly rule: Life
  /** Which of several lives side by side, such as the complex of an option. */
  readonly key: string
  readonly attributes: Facts
  readonly lines: Line[]
  readonly pauses: { from: CalendarDate; to?: CalendarDate }[]
  since: CalendarDate
  /** Start of the term that runs now, and its last day; no last day is until further notice. */
  termSince: CalendarDate
  lastDay: CalendarDate | undefined
  renewals: number
  phasesEnded: number
  /** The first day without. */
  ended: { readonly on: CalendarDate; readonly code: LifeCode } | undefined
  /** An end that waits until the person was heard. */
  pending: End | undefined
  /** Since when the way back is closed, where a human decides that. */
  closed: CalendarDate | undefined
}

/** Lets every life of the book answer to what happened. */
export function followLives(timeline: Timeline, occurrence: Occurrence): void {
  for (const { rule } of livesHearing(timeline.surroundings.rules)(occurrence.name)) {
    const running = runningOf(timeline, rule, occurrence)
    for (const run of running) continueRun(timeline, run, occurrence)
    if (rule.restore?.closes?.includes(occurrence.name)) closeWayBack(timeline, rule, occurrence)
    if (running.length === 0 && !restoreRun(timeline, rule, occurrence)) {
      beginRun(timeline, rule, occurrence)
    }
  }
}

// Most of what happens in a life is nothing to most rules.
const livesHearing = keptFor((rules: Resolved) =>
  keptByName((event) => rulesOf(rules, 'life').filter(({ rule }) => listensTo(rule, event))),
)

const heard = new WeakMap<Life, ReadonlySet<string>>()

/** Whether an event can be anything to a life of this kind. */
export function listensTo(rule: Life, event: string): boolean {
  const known = heard.get(rule)
  if (known) return known.has(event)
  const { begins, ends = [], renew, restore, pause } = rule
  const names = new Set(['merged', 'heard', ...begins.on, ...ends.flatMap(({ on }) => on)])
  const more = [...(renew?.on ?? []), ...(restore?.on ?? []), ...(restore?.closes ?? [])]
  for (const name of more) names.add(name)
  if (pause) names.add(pause.from).add(pause.to)
  heard.set(rule, names)
  return names.has(event)
}

/**
 * Whether an event can do no more to a run of this life, and to a life that does not run nothing at all, than
 * renew it: nothing else of the rule listens to it.
 */
export function onlyRenews({ begins, ends = [], pause, merge }: Life, event: string): boolean {
  const others = [...begins.on, ...ends.flatMap(({ on }) => on), pause?.from, pause?.to, 'heard']
  return !others.includes(event) && !(merge !== undefined && event === 'merged')
}

/** Takes the step that time brings on the next day that is due. */
export function passDue(timeline: Timeline, day: CalendarDate): void {
  for (const runs of timeline.runs.values()) {
    for (const run of runs) {
      if (run.ended) continue
      const isTerm = dayAfterTerm(run) === day
      if (!isTerm && dayAfterPhase(run) !== day) continue
      if (isTerm) endRun(timeline, run, day, { code: 'term-over' })
      else endPhase(timeline, run, day)
      return
    }
  }
}

/** The first day on which a term or phase is over if nothing else happens. */
export function nextDue({ runs: all }: Timeline): CalendarDate | undefined {
  let day: CalendarDate | undefined
  for (const runs of all.values()) {
    for (const run of runs) {
      if (run.ended) continue
      const term = dayAfterTerm(run)
      if (term !== undefined && (day === undefined || term < day)) day = term
      const phase = dayAfterPhase(run)
      if (phase !== undefined && (day === undefined || phase < day)) day = phase
    }
  }
  return day
}

function dayAfterTerm({ lastDay: last }: Run): CalendarDate | undefined {
  return last === undefined ? undefined : addDays(last, 1)
}

/** What can be read of a life. */
export type LifePart = 'state' | 'since' | 'ends' | 'phase'

/** What can be read of a life on a date; for one per complex, that of the listing's complex. */
export function lifeValue(
  timeline: Timeline,
  rule: Life,
  part: LifePart,
  at: CalendarDate,
): Value | undefined {
  const run = runAt(timeline, rule, at)
  if (part === 'state') return run ? stateOf(timeline, run, at) : 'none'
  const running = run && !isEnded(run, at) ? run : undefined
  if (part === 'phase') return (running && phaseAt(running, at)) ?? 'none'
  if (part === 'since') return running?.since
  return running && (running.lastDay ?? lastDayOfPhases(running))
}

/** The last run begun by then. */
export function runAt(timeline: Timeline, rule: Life, at: CalendarDate): Run | undefined {
  const runs = timeline.runs.get(rule.id)
  if (!runs) return undefined
  const wanted = rule.each ? timeline.surroundings.listing?.facts[rule.each] : undefined
  // Read of everybody time and again, so that no function is made for it.
  for (let last = runs.length - 1; last >= 0; last -= 1) {
    const run = runs[last]
    if (run && run.since <= at && (wanted === undefined || run.key === wanted)) return run
  }
  return undefined
}

/** The day given as a fact for a life whose history is not told. */
export function givenSince({ subject }: Timeline, life: string): CalendarDate | undefined {
  const since = subject.facts[life === 'registration' ? 'registered-on' : `${life}-since`]
  // @NOTE a number under a date's name is a date.
  return typeof since === 'number' ? (since as CalendarDate) : undefined
}

/** What a life given as facts comes to: since a day means that it runs. */
export function givenState(timeline: Timeline, life: string): Value | undefined {
  const since = givenSince(timeline, life)
  return timeline.subject.facts[life] ?? (since === undefined ? undefined : 'active')
}

export function isEnded(run: Run, at: CalendarDate): boolean {
  return run.ended !== undefined && run.ended.on <= at
}

function stateOf(timeline: Timeline, run: Run, at: CalendarDate): Value {
  if (isEnded(run, at)) return 'ended'
  const paused = run.pauses.some(({ from, to }) => from <= at && (to === undefined || at < to))
  const rests = run.rule.while && truthOf(run.rule.while, personAt(timeline, at)) === no
  return paused || rests ? 'suspended' : 'active'
}

function phaseAt(run: Run, at: CalendarDate): Value | undefined {
  return run.rule.phases?.find((_, index) => at <= lastDayOfPhase(run, index))?.id
}

// Where no term is given, the phases are all that is known of how long it lasts.
function lastDayOfPhases(run: Run): CalendarDate | undefined {
  const count = run.rule.phases?.length ?? 0
  return count === 0 ? undefined : lastDayOfPhase(run, count - 1)
}

function lastDayOfPhase({ rule: { phases = [] }, since }: Run, index: number): CalendarDate {
  let after = since
  for (const [each, { lasts }] of phases.entries()) {
    if (each <= index) after = addDuration(after, lasts)
  }
  return addDays(after, -1)
}

// The runs an occurrence is about: those of its complex, or all where it names none.
function runsOf(timeline: Timeline, rule: Life, { attributes }: Occurrence): Run[] {
  const key = keyOf(rule, attributes)
  return (timeline.runs.get(rule.id) ?? []).filter((run) => key === '' || run.key === key)
}

function runningOf(timeline: Timeline, rule: Life, occurrence: Occurrence): readonly Run[] {
  // Most lives of most people have yet to begin.
  if (!timeline.runs.has(rule.id)) return noRuns
  return runsOf(timeline, rule, occurrence).filter(({ ended }) => !ended)
}

const noRuns: readonly Run[] = []

function keyOf({ each }: Life, attributes: Facts): string {
  const key = each === undefined ? undefined : attributes[each]
  return typeof key === 'string' ? key : ''
}

function beginRun(timeline: Timeline, rule: Life, occurrence: Occurrence): void {
  if (!pulls(rule.begins, timeline, occurrence)) return
  if (rule.inside !== undefined && !isRunning(timeline, rule.inside, occurrence.on)) return
  const earlier = runsOf(timeline, rule, occurrence)
  const barring = earlier.findLast((run) => isTooEarly(rule, run, occurrence))
  if (barring) {
    barring.lines.push(line(occurrence, 'again-too-early'))
    return
  }
  const { on, attributes } = occurrence
  const run: Run = {
    rule,
    key: keyOf(rule, attributes),
    attributes,
    lines: [line(occurrence, 'begun')],
    pauses: [],
    since: on,
    termSince: on,
    lastDay: rule.lasts && lastDay(on, rule.lasts),
    renewals: 0,
    phasesEnded: 0,
    ended: undefined,
    pending: undefined,
    closed: undefined,
  }
  timeline.runs.set(rule.id, [...(timeline.runs.get(rule.id) ?? []), run])
}

// A life of an upper book that does not exist here bars nothing.
function isRunning(timeline: Timeline, id: string, at: CalendarDate): boolean {
  const outer = timeline.surroundings.rules.byId.get(id)?.rule
  if (outer?.kind !== 'life') return true
  const given = givenState(timeline, id)
  if (given !== undefined) return given !== 'none' && given !== 'ended'
  const run = runAt(timeline, outer, at)
  return run !== undefined && !isEnded(run, at)
}

// Unknown whether it is for the same reason is no bar.
function isTooEarly({ again }: Life, { ended, attributes }: Run, occurrence: Occurrence): boolean {
  if (!again || !ended || occurrence.on >= addDuration(ended.on, again.after)) return false
  const { same: name } = again
  return name === undefined || same(attributes[name], occurrence.attributes[name]) === yes
}

function restoreRun(timeline: Timeline, rule: Life, occurrence: Occurrence): boolean {
  const run = runsOf(timeline, rule, occurrence).at(-1)
  if (!run?.ended || !rule.restore?.on.includes(occurrence.name)) return false
  if (run.ended.code !== 'term-over') return false
  const isLate = occurrence.on >= addDuration(run.ended.on, rule.restore.within)
  if (run.closed !== undefined || (isLate && !rule.restore.closes)) return false
  run.ended = undefined
  run.termSince = occurrence.on
  run.lastDay = rule.lasts && lastDay(occurrence.on, rule.lasts)
  run.lines.push(line(occurrence, 'restored'))
  return true
}

// Nobody decides that it is closed while it is open by right.
function closeWayBack(timeline: Timeline, rule: Life, occurrence: Occurrence): void {
  const run = runsOf(timeline, rule, occurrence).at(-1)
  if (!rule.restore || run?.ended?.code !== 'term-over' || run.closed !== undefined) return
  if (occurrence.on >= addDuration(run.ended.on, rule.restore.within)) run.closed = occurrence.on
}

function continueRun(timeline: Timeline, run: Run, occurrence: Occurrence): void {
  renewRun(run, occurrence)
  mergeRun(run, occurrence)
  pauseRun(run, occurrence)
  hearRun(timeline, run, occurrence)
  const end = run.rule.ends?.find((each) => ends(timeline, run, each, occurrence))
  if (!end) return
  if (!end.hear) endRun(timeline, run, occurrence.on, end)
  else if (!run.pending) {
    run.pending = end
    run.lines.push(line(occurrence, 'waits-for-hearing'))
  }
}

// What a life itself makes happen (its phases) belongs to that life alone.
function ends(timeline: Timeline, run: Run, end: End, occurrence: Occurrence): boolean {
  const own = occurrence.name !== 'phase-ended' || occurrence.attributes.life === run.rule.id
  return own && pulls(end, timeline, occurrence, run.since)
}

/** Lets a run that goes on answer to a renewal, if its rule does. */
export function renewRun(run: Run, occurrence: Occurrence): void {
  const { renew } = run.rule
  if (!renew?.on.includes(occurrence.name)) return
  if (renew.times !== undefined && run.renewals >= renew.times) return
  if (renew.not_before && occurrence.on < addDuration(run.termSince, renew.not_before)) return
  const start = run.lastDay === undefined ? occurrence.on : addDays(run.lastDay, 1)
  run.termSince = start
  run.lastDay = lastDay(start, renew.lasts)
  run.renewals += 1
  run.lines.push(line(occurrence, 'renewed'))
}

function mergeRun(run: Run, occurrence: Occurrence): void {
  const older = occurrence.attributes['registered-on']
  if (run.rule.merge !== 'oldest' || occurrence.name !== 'merged') return
  if (typeof older !== 'number' || older >= run.since) return
  // @NOTE `registered-on` is a date, and dates are whole days.
  run.since = older as CalendarDate
  run.lines.push(line(occurrence, 'merged'))
}

function pauseRun(run: Run, occurrence: Occurrence): void {
  const { pause } = run.rule
  const open = run.pauses.find(({ to }) => to === undefined)
  if (pause?.from === occurrence.name && !open) {
    run.pauses.push({ from: occurrence.on })
    run.lines.push(line(occurrence, 'paused'))
  }
  if (pause?.to === occurrence.name && open) {
    open.to = occurrence.on
    run.lines.push(line(occurrence, 'resumed'))
  }
}

function hearRun(timeline: Timeline, run: Run, { name, on, attributes }: Occurrence): void {
  if (name !== 'heard' || !run.pending) return
  if (attributes.life !== undefined && attributes.life !== run.rule.id) return
  const { pending } = run
  run.pending = undefined
  if (attributes.upheld !== false) endRun(timeline, run, on, pending)
}

function endRun(
  timeline: Timeline,
  run: Run,
  on: CalendarDate,
  { code, keeps = [] }: Pick<End, 'code' | 'keeps'>,
): void {
  run.ended = { on, code }
  run.lines.push({ on, code })
  for (const { rule } of rulesOf(timeline.surroundings.rules, 'life')) {
    if (rule.inside !== run.rule.id || keeps.includes(rule.id)) continue
    for (const inner of timeline.runs.get(rule.id) ?? []) {
      if (!inner.ended) endRun(timeline, inner, on, { code: 'outer-life-ended' })
    }
  }
  timeline.happen({
    on,
    name: `${run.rule.id}-ended`,
    attributes: { ...run.attributes, life: run.rule.id, code },
  })
}

function dayAfterPhase(run: Run): CalendarDate | undefined {
  const { phases } = run.rule
  if (phases === undefined || run.phasesEnded >= phases.length) return undefined
  return addDays(lastDayOfPhase(run, run.phasesEnded), 1)
}

function endPhase(timeline: Timeline, run: Run, day: CalendarDate): void {
  const phase = run.rule.phases?.[run.phasesEnded]?.id ?? ''
  run.phasesEnded += 1
  run.lines.push({ on: day, code: 'phase-ended', cause: phase })
  const attributes = { ...run.attributes, life: run.rule.id, phase }
  timeline.happen({ on: day, name: 'phase-ended', attributes })
}

function line({ on, name }: Occurrence, code: LifeCode): Line {
  return { on, code, cause: name }
}
