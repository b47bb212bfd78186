import type { Duration } from '../../basics/calendar-date.ts'
import type { AllocationModel } from '../catalogue.ts'
import type { RuleHead } from '../rule-book.ts'
import type { Trigger } from '../trigger.ts'

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
