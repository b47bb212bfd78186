/**
 * What it costs to carry out the rules (uitvoeringslast): steps times minutes times the hourly rate. A
 * calculator, whose every number can be filled in; the steps come from the records.
 */
import type { LettingRecord } from './record.ts'

/** Minutes of work per step and the cost of an hour. */
export type WorkRates = {
  readonly minutesPerResponse: number
  readonly minutesPerOffer: number
  readonly minutesPerCheck: number
  readonly minutesPerLetter: number
  readonly minutesPerMediation: number
  readonly centsPerHour: number
}

export type Steps = {
  readonly responses: number
  readonly offers: number
  /** Checks of income and papers (controles). */
  readonly checks: number
  /** Letters of motivation to be read (motivatiebrieven). */
  readonly letters: number
  readonly mediations: number
}

export type Workload = { readonly minutes: number; readonly cents: number }

const minutesPerHour = 60

export function workloadOf(steps: Steps, rates: WorkRates): Workload {
  const minutes =
    steps.responses * rates.minutesPerResponse +
    steps.offers * rates.minutesPerOffer +
    steps.checks * rates.minutesPerCheck +
    steps.letters * rates.minutesPerLetter +
    steps.mediations * rates.minutesPerMediation
  return { minutes, cents: (minutes * rates.centsPerHour) / minutesPerHour }
}

/** One check an offer, and one letter a response where homes go by motivation. */
export function stepsOf({ responses, offers, model, channel }: LettingRecord): Steps {
  return {
    responses,
    offers,
    checks: offers,
    letters: model === 'motivation' ? responses : 0,
    mediations: channel === 'advertised' ? 0 : 1,
  }
}
