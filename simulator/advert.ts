/** A free home, and the ways in which it is made known. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { Channel } from '../core/oversight/record.ts'
import type { AllocationModel } from '../core/policy/catalogue.ts'
import type { Home } from './housing.ts'

/** A home that is free, and what is done to let it. */
export type Vacancy = {
  readonly home: Home
  /** Names the vacancy whatever the rules: the home, and how often it was let before. */
  readonly key: number
  readonly freeSince: CalendarDate
  /** The first home of its chain was new. */
  readonly fromNew: boolean
  /** Times it was made known in vain, and since when. */
  round: number
  inVainSince: CalendarDate | undefined
}

/** A vacancy made known, until it closes; the rules of that day decide. */
export type Advert = {
  readonly vacancy: Vacancy
  readonly channel: Channel
  readonly model: AllocationModel
  /** Facts of the home as rules read them, let by this model. */
  readonly facts: Facts
  /** Tokens of who responded, in the order of their numbers. */
  readonly respondents: Float64Array
}

/** The facts of a home that is not advertised: tailored ones carry a flag. */
export function matchedFacts({ facts }: Home, road: Channel): Facts {
  return {
    ...facts,
    model: 'direct-matching',
    ...(road === 'tailored' && { flag: tailored }),
  }
}

const tailored: readonly string[] = ['tailored']
