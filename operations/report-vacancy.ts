/** A home comes free (leegmelding), as it stands in the stock of a landlord. */
import { addDays, type CalendarDate } from '../core/basics/calendar-date.ts'
import { dwellingOf } from '../store/stock.ts'
import { addVacancy } from '../store/vacancies.ts'
import { type Operation, refuse } from './operation.ts'

export type NewVacancy = { readonly dwelling: number; readonly freeFrom: CalendarDate }

/** Free at most so long ago, and so long ahead. */
const freeDaysPast = 365
const freeDaysAhead = 365

export const reportVacancy: Operation<NewVacancy, { readonly vacancy: number }> = {
  action: 'report-vacancy',
  about: async ({ transaction, region }, { dwelling }) => {
    const found = await dwellingOf(transaction, region, dwelling)
    return found && { organisation: found.landlord }
  },
  async perform(doing, { dwelling: id, freeFrom }) {
    const { transaction, region, at, today } = doing
    // Who reports the same home at the same moment waits here, and finds it reported.
    const dwelling = await dwellingOf(transaction, region, id, 'lock')
    if (!dwelling) return refuse('not-found')
    const { landlord } = dwelling
    if (freeFrom < addDays(today, -freeDaysPast) || freeFrom > addDays(today, freeDaysAhead)) {
      return refuse('date-out-of-range', {
        from: addDays(today, -freeDaysPast),
        until: addDays(today, freeDaysAhead),
      })
    }
    const vacancy = await addVacancy(transaction, region, { dwelling: id, landlord, freeFrom, at })
    if (vacancy === undefined) return refuse('already-vacant')
    await doing.write({ kind: 'vacancy-reported', open: { vacancy, dwelling: id, freeFrom } })
    return { vacancy }
  },
}
