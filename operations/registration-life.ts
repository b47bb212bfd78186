/** How somebody's registration stands (inschrijving), as the rules of the region make it of the log. */
import { addDays, addDuration, type CalendarDate } from '../core/basics/calendar-date.ts'
import type { Life, Run } from '../core/policy/kinds/life.ts'
import { follow, type Line } from '../core/policy/timeline.ts'
import type { Prepared } from '../core/ranking/prepare.ts'
import type { Candidate } from '../core/seekers/candidate.ts'
import type { EventName } from '../core/seekers/history.ts'
import { type Asking, booksFor, preparedFor } from './rules-for-listing.ts'

export type RegistrationState = {
  readonly state: 'none' | 'active' | 'suspended' | 'ended'
  /** The day from which time counts. */
  readonly since?: CalendarDate
  /** The last day of the term that runs, or ran. */
  readonly lastDay?: CalendarDate
  /** After that day: until when what was built up can be taken back. */
  readonly restorableUntil?: CalendarDate
  readonly ended?: { readonly on: CalendarDate; readonly code: string }
  readonly isPaused: boolean
  readonly lines: readonly Line[]
  /** What the rules allow now. */
  readonly can: {
    readonly renew: boolean
    readonly restore: boolean
    readonly pause: boolean
    readonly resume: boolean
    readonly leave: boolean
    readonly registerAgain: boolean
  }
  /** The time in which it could be restored by right is over, and nobody has decided yet. */
  readonly awaitsDecision: boolean
  /** Whether time that is given up can be taken back, as it can when a term merely runs out. */
  readonly leavingKeepsTime: boolean
}

/** The rules of the region itself, without those of one municipality, landlord or complex. */
export async function regionalRules(asking: Asking, on: CalendarDate): Promise<Prepared> {
  return preparedFor(await booksFor(asking, {}, on), on)
}

/** The rule of the region by which a registration lives. */
export async function registrationRule(
  asking: Asking,
  on: CalendarDate,
): Promise<Life | undefined> {
  const rule = (await regionalRules(asking, on)).rules.byId.get('registration')?.rule
  return rule?.kind === 'life' ? rule : undefined
}

/** How a registration stands by the rules of the region: its time, its last day, and what can be done with it. */
export async function registrationState(
  asking: Asking,
  candidate: Candidate,
  today: CalendarDate,
): Promise<RegistrationState> {
  const { rules } = await regionalRules(asking, today)
  const rule = rules.byId.get('registration')?.rule
  const run = rule?.kind === 'life' ? runOf(candidate, rules, today) : undefined
  if (rule?.kind !== 'life' || !run) return nothing
  const { since, lastDay, ended, lines } = run
  const restorableUntil = restorable(rule, run)
  const isPaused = run.pauses.some(({ from, to }) => from <= today && to === undefined)
  const isEnded = ended !== undefined && ended.on <= today
  const canRestore =
    isEnded &&
    ended.code === 'term-over' &&
    restorableUntil !== undefined &&
    run.closed === undefined &&
    (today <= restorableUntil || rule.restore?.closes !== undefined)
  return {
    state: isEnded ? 'ended' : isPaused ? 'suspended' : 'active',
    ...{ since, lines, isPaused },
    ...(lastDay !== undefined && { lastDay }),
    ...(restorableUntil !== undefined && { restorableUntil }),
    ...(isEnded && { ended }),
    can: {
      renew: !isEnded && renewalHelps(rule, run, today),
      restore: canRestore,
      pause: !isEnded && rule.pause !== undefined && !isPaused,
      resume: !isEnded && isPaused,
      leave: !isEnded && (rule.ends?.some(({ on }) => on.includes('deregistered')) ?? false),
      registerAgain: isEnded && !canRestore,
    },
    awaitsDecision: canRestore && today > restorableUntil,
    leavingKeepsTime: !isEnded && keepsTime(candidate, rules, today, since),
  }
}

const nothing: RegistrationState = {
  ...{ state: 'none', isPaused: false, lines: [], leavingKeepsTime: false },
  awaitsDecision: false,
  can: {
    ...{ renew: false, restore: false, pause: false, resume: false, leave: false },
    registerAgain: true,
  },
}

function runOf(
  candidate: Candidate,
  rules: Prepared['rules'],
  until: CalendarDate,
): Run | undefined {
  return follow(candidate, { rules }, until).runs.get('registration')?.at(-1)
}

function restorable({ restore }: Life, { lastDay, ended }: Run): CalendarDate | undefined {
  if (!restore || lastDay === undefined) return undefined
  if (ended && ended.code !== 'term-over') return undefined
  return addDays(addDuration(addDays(lastDay, 1), restore.within), -1)
}

// A renewal adds a whole term at the end; more than one term ahead gives nobody anything.
function renewalHelps({ renew }: Life, run: Run, today: CalendarDate): boolean {
  if (!renew || run.lastDay === undefined) return false
  if (renew.times !== undefined && run.renewals >= renew.times) return false
  if (renew.not_before && today < addDuration(run.termSince, renew.not_before)) return false
  return addDuration(today, renew.lasts) > run.lastDay
}

// Asked of the rules themselves: what would be left if somebody left today and came back tomorrow?
function keepsTime(
  candidate: Candidate,
  rules: Prepared['rules'],
  today: CalendarDate,
  since: CalendarDate,
): boolean {
  const tomorrow = addDays(today, 1)
  const gone = happening(happening(candidate, 'deregistered', today), 'restored', tomorrow)
  const run = runOf(gone, rules, tomorrow)
  return run !== undefined && run.ended === undefined && run.since === since
}

function happening(candidate: Candidate, event: EventName, on: CalendarDate): Candidate {
  const { spells, events } = candidate.history
  return {
    ...candidate,
    history: { spells, events: [...events, { event, on, attributes: {} }] },
  }
}
