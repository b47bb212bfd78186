/**
 * What was let in a quarter (kwartaalcijfers), per municipality and by which road. How many of them went to
 * people with urgency is told in a band. Source: the trust model, part D6.
 */
import { addMonths, type CalendarDate, date, partsOf } from '../core/basics/calendar-date.ts'
import { type CountBand, publishedBand } from '../core/oversight/disclosure-control.ts'
import { lettingsBetween } from '../store/results.ts'
import { instantOf } from './dutch-time.ts'
import { dayOf, type Setting } from './operation.ts'

export type { CountBand }

export type Quarter = { readonly year: number; readonly quarter: number }

export type QuarterRow = {
  readonly municipality: string
  readonly lettings: number
  readonly byLottery: number
  /** Undefined where too few were let. */
  readonly urgent: CountBand | undefined
}

const monthsInQuarter = 3

function firstDayOf({ year, quarter }: Quarter): CalendarDate {
  return date(`${year}-${String((quarter - 1) * monthsInQuarter + 1).padStart(2, '0')}-01`)
}

/** The last quarters that are over, the newest first. */
export function quartersBefore(today: CalendarDate, count: number): Quarter[] {
  const { year, month } = partsOf(today)
  const running = year * 4 + Math.floor((month - 1) / monthsInQuarter)
  return Array.from({ length: count }, (_, at) => {
    const found = running - 1 - at
    return { year: Math.floor(found / 4), quarter: (found % 4) + 1 }
  })
}

/** Undefined while the quarter runs: figures that still move are no account. */
export async function quarterResults(
  setting: Setting,
  quarter: Quarter,
): Promise<readonly QuarterRow[] | undefined> {
  const from = firstDayOf(quarter)
  const until = addMonths(from, monthsInQuarter)
  if (until > dayOf(setting.now())) return undefined
  const rows = await lettingsBetween(setting.store, setting.region, {
    ...{ from: instantOf(from, '00:00'), until: instantOf(until, '00:00') },
  })
  return rows.map(({ municipality, lettings, lottery, urgent }) => ({
    ...{ municipality, lettings, byLottery: lottery },
    urgent: publishedBand(urgent, lettings),
  }))
}
