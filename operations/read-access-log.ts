/**
 * Oversight reads who looked at which file (inzagelog). Files stand in it by a number, not by a name: to see that
 * somebody looked, nobody needs to know at whom.
 */
import { addDays, type CalendarDate } from '../core/basics/calendar-date.ts'
import { type Reading, type ReadingCount, readingCounts, readingsIn } from '../store/readings.ts'
import { type FetchedExport, fetchedExports } from '../store/region-exports.ts'
import { instantOf } from './dutch-time.ts'
import type { Operation } from './operation.ts'

export type { FetchedExport, Reading, ReadingCount }

export type AccessQuestion = {
  readonly from: CalendarDate
  readonly until: CalendarDate
  readonly human?: string
  readonly reason?: string
  readonly withoutCase: boolean
  /** Only the readings below this event; the counts are of the whole period. */
  readonly below?: number
  readonly most: number
}

export type AccessLog = {
  readonly readings: readonly Reading[]
  readonly counts: readonly ReadingCount[]
  /** Files with everything, each time that one was taken along. */
  readonly exports: readonly FetchedExport[]
  readonly goesOn: boolean
}

export const readAccessLog: Operation<AccessQuestion, AccessLog> = {
  action: 'read-access-log',
  about: async () => ({}),
  async perform(doing, { from, until, most, ...asked }) {
    const { transaction, region } = doing
    const period = { from: instantOf(from, '00:00'), until: instantOf(addDays(until, 1), '00:00') }
    const question = { ...asked, ...period, most: most + 1 }
    const readings = await readingsIn(transaction, region, question)
    await doing.write({ kind: 'access-log-read', open: { from, until } })
    return {
      readings: readings.slice(0, most),
      counts: await readingCounts(transaction, region, period),
      exports: await fetchedExports(transaction, region, period),
      goesOn: readings.length > most,
    }
  },
}
