/** What a scenario file can say and expect; the guide is `docs/guides/scenarios.md`. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Value } from '../core/basics/facts.ts'
import type { Assignment, Case } from '../core/ranking/case.ts'

export type Scenario = {
  readonly name: string
  readonly source?: string
  /** Files of the rule books, lowest first, as paths from the folder of the scenario file. */
  readonly rules: readonly string[]
  readonly known_on?: CalendarDate
  /** Absent when the scenario only follows people over time; `on` is then the first date expected. */
  readonly case: Omit<Case, 'listing'> & { readonly listing?: Case['listing'] }
  /** Assignments made earlier, from which quota states follow where none are given. */
  readonly assignments: readonly Assignment[]
  readonly expect: Expectation
  readonly expect_on: readonly { readonly on: CalendarDate; readonly expect: Expectation }[]
}

/** Per seeker id. Every key is optional; what stands here must be exactly so. */
export type Expectation = {
  readonly order?: readonly string[]
  /** Exactly these codes for exactly these people. */
  readonly excluded?: Readonly<Record<string, readonly string[]>>
  /** Kept out by unknown facts alone: the names of those facts. */
  readonly undecided?: Readonly<Record<string, readonly string[]>>
  /** Id of the (first) priority of the tier somebody stands in, or `none`. */
  readonly tier?: Readonly<Record<string, string>>
  /**
   * What people see of their place while the listing is open: the place, the first and last where a lot still
   * decides, or why there is none. Empty where no rule shows it.
   */
  readonly provisional?: Readonly<Record<string, ExpectedPlace>>
  /** Who stands ahead, counted by tier (priority id) or by key (name of the value, or `lot`); not zero. */
  readonly reasons?: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Remark codes beside a place, such as `protected` or `has-priority`. */
  readonly remarks?: Readonly<Record<string, readonly string[]>>
  readonly values?: Readonly<Record<string, Readonly<Record<string, Value | 'unknown'>>>>
  /** Codes of the lines of a life, account or sanction, in order. */
  readonly ledger?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  readonly blocked?: Readonly<Record<string, ExpectedBlock>>
  /** Per quota and key. */
  readonly quota?: Readonly<
    Record<string, Readonly<Record<string, { readonly used: number; readonly base: number }>>>
  >
  /** What time or an own choice would change: date or act, and by which rule. */
  readonly changes?: Readonly<Record<string, readonly ExpectedChange[]>>
  readonly priorities_off?: readonly string[]
  /** Who can be offered the home, in order, after the checks at the offer. */
  readonly offers?: readonly string[]
  /** Last moment of each term of the process, counted from `on`. */
  readonly terms?: Readonly<Record<string, string>>
  /** Codes of the findings of `check` for the rule books of this scenario. */
  readonly findings?: readonly string[]
  /** Codes of the exclusions at another gate: register, urgency, option, sign. */
  readonly at_gate?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}

export type ExpectedPlace = number | readonly number[] | UnplacedYet
export const unplacedYet = ['after-draw', 'after-judgement', 'excluded', 'undecided'] as const
type UnplacedYet = (typeof unplacedYet)[number]

export type ExpectedBlock = {
  readonly by: string
  readonly until?: CalendarDate | 'cleared' | 'contact'
  readonly scope?: string
}

export type ExpectedChange = {
  readonly on?: CalendarDate
  readonly choose?: string
  readonly by?: string
}
