import { addDays, type CalendarDate, type Duration, lastDay } from '../../basics/calendar-date.ts'
import type { Facts } from '../../basics/facts.ts'
import type { AllocationModel } from '../catalogue.ts'
import type { Occurrence } from '../occurrences.ts'
import type { SanctionCode } from '../reason-code.ts'
import { rulesOf, type Standing } from '../resolve.ts'
import type { RuleHead } from '../rule-book.ts'
import type { Timeline } from '../timeline.ts'
import { countedIn, fits, fittingDays, type Trigger } from '../trigger.ts'

/**
 * Sanction (sanctie): which events count, in which window, and what each step does. Registration
 * time runs on unless an account says otherwise. Events from before the rule began do not count.
 */
export type Sanction = RuleHead &
  Omit<Trigger, 'times'> & {
    readonly kind: 'sanction'
    readonly steps: readonly Step[]
    /** The last step comes back at every event that follows. */
    readonly each_next?: boolean
    readonly objection?: Duration
  }

export type Step = {
  /** At the how-manieth event in the window; the first when absent. */
  readonly times?: number
  readonly effect: 'warn' | 'block' | 'demote' | 'penalty'
  readonly lasts?: Duration
  readonly until?: 'cleared' | 'contact'
  /** How far a block reaches: the landlord of the event, or the whole region. */
  readonly scope?: 'landlord' | 'region'
  readonly models?: readonly AllocationModel[]
  /** A block of offers only is a hold: responding stays open. */
  readonly of?: 'responses' | 'offers'
  readonly to?: 'tier' | 'list'
}

/** A time in which somebody may not respond, or gets no offers; no `until` lasts until the event named. */
export type Block = {
  readonly by: string
  readonly from: CalendarDate
  until?: CalendarDate
  readonly lifts?: 'cleared' | 'contact'
  readonly cause?: string
  readonly scope: 'landlord' | 'region'
  readonly landlord?: string
  readonly models?: readonly AllocationModel[]
  readonly of: 'responses' | 'offers'
}

/** Standing at the bottom of one's tier, or of the whole list, for a time. */
export type Demotion = {
  readonly by: string
  readonly from: CalendarDate
  readonly until?: CalendarDate
  readonly to: 'tier' | 'list'
}

/** Counts what happened against every sanction of the book, and lifts what was cleared. */
export function followSanctions(timeline: Timeline, occurrence: Occurrence): void {
  liftBlocks(timeline, occurrence)
  for (const standing of rulesOf(timeline.surroundings.rules, 'sanction')) {
    const step = stepAt(standing.rule, countedAt(timeline, standing, occurrence))
    if (step) take(timeline, standing.rule, step, occurrence)
  }
}

/** Whether a block reaches this listing on a date; one of a landlord not known reaches none. */
export function reachesListing(
  { from, until, scope, landlord, models }: Block,
  listing: Facts | undefined,
  at: CalendarDate,
): boolean {
  if (at < from || (until !== undefined && at > until)) return false
  if (!listing) return true
  if (scope === 'landlord' && (landlord === undefined || landlord !== listing.landlord))
    return false
  return models === undefined || models.some((model) => model === listing.model)
}

// After the last step counting starts anew, unless that step comes back at every next event.
function countedAt(
  timeline: Timeline,
  { rule, book }: Standing<Sanction>,
  occurrence: Occurrence,
): number {
  if (!fits(rule, timeline, occurrence)) return 0
  const days = fittingDays(rule, timeline, rule.from ?? book.valid.from)
  return countedIn(rule, days, rule.each_next ? undefined : (rule.steps.at(-1)?.times ?? 1))
}

// Only where the last step comes back is more ever counted than it asks.
function stepAt({ steps }: Sanction, counted: number): Step | undefined {
  const last = steps.at(-1)
  const exact = steps.find(({ times = 1 }) => times === counted)
  return exact ?? (last && counted > (last.times ?? 1) ? last : undefined)
}

function take(timeline: Timeline, rule: Sanction, step: Step, occurrence: Occurrence): void {
  const { on, attributes, name } = occurrence
  const until = step.lasts && lastDay(on, step.lasts)
  const code = codeOf(step)
  const lines = timeline.sanctionLines.get(rule.id) ?? []
  timeline.sanctionLines.set(rule.id, [...lines, { on, code, cause: name }])
  if (step.effect === 'block') timeline.blocks.push(blockBy(rule, step, occurrence))
  if (step.effect === 'demote') {
    const to = step.to ?? 'tier'
    timeline.demotions.push({ by: rule.id, from: on, to, ...(until !== undefined && { until }) })
  }
  if (step.effect === 'penalty') {
    timeline.happen({ on, name: rule.id, attributes: { ...attributes, step: step.times ?? 1 } })
  }
}

function codeOf({ effect }: Step): SanctionCode {
  switch (effect) {
    case 'warn':
      return 'warned'
    case 'block':
      return 'blocked'
    case 'demote':
      return 'demoted'
    case 'penalty':
      return 'penalty'
  }
}

function blockBy(rule: Sanction, step: Step, { on, attributes }: Occurrence): Block {
  const { landlord, cause } = attributes
  return {
    by: rule.id,
    from: on,
    ...(step.lasts && { until: lastDay(on, step.lasts) }),
    ...(step.until && { lifts: step.until }),
    ...(typeof cause === 'string' && { cause }),
    scope: step.scope ?? 'region',
    ...(typeof landlord === 'string' && { landlord }),
    ...(step.models && { models: step.models }),
    of: step.of ?? 'responses',
  }
}

// Cleared is the first day without the block; `contact` is lifted by getting in touch.
function liftBlocks(timeline: Timeline, { name, on, attributes }: Occurrence): void {
  const { sanction, cause } = attributes
  for (const block of timeline.blocks) {
    const lifted =
      block.lifts === 'contact'
        ? name === 'contacted'
        : name === 'cleared' &&
          (sanction === undefined || sanction === block.by) &&
          (cause === undefined || cause === block.cause)
    if (!lifted || block.lifts === undefined || (block.until ?? on) < on) continue
    block.until = addDays(on, -1)
    const lines = timeline.sanctionLines.get(block.by) ?? []
    timeline.sanctionLines.set(block.by, [...lines, { on, code: 'cleared', cause: name }])
  }
}
