/**
 * Waiting at a desk with priority (wachtrij met voorrang): cases come in at random, one desk handles them,
 * and nobody is interrupted. For permits, urgency applications and the hand-over between housing and care.
 * Source: Cobham 1954; conservation law of Kleinrock 1965.
 */
import { assert } from '../basics/assert.ts'

export type Desk = {
  /** Cases per unit of time of each class, first priority first. */
  readonly arrivals: readonly number[]
  /** Mean time a case takes, exponential, in the same unit. */
  readonly serviceTime: number
}

/** Mean wait before a case is taken up, per class; infinite for a class whose queue grows without end. */
export function priorityWaits({ arrivals, serviceTime }: Desk): readonly number[] {
  assert(serviceTime > 0 && arrivals.every((each) => each >= 0), 'cases come in and take time')
  const load = busyPart({ arrivals, serviceTime })
  // What is left of the case at the desk; a desk that never rests always has one.
  const unfinished = Math.min(1, load) * serviceTime
  let busy = 0
  return arrivals.map((each) => {
    const before = 1 - busy
    busy += each * serviceTime
    return busy >= 1 ? Number.POSITIVE_INFINITY : unfinished / (before * (1 - busy))
  })
}

/** The wait that all together have without priorities. */
export function sharedWait(desk: Desk): number {
  const load = busyPart(desk)
  return load >= 1 ? Number.POSITIVE_INFINITY : (load * desk.serviceTime) / (1 - load)
}

/** The part of the time that the desk works. */
export function busyPart({ arrivals, serviceTime }: Desk): number {
  return arrivals.reduce((sum, each) => sum + each * serviceTime, 0)
}
