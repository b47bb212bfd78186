/**
 * A listing is made known (publiceren), from a day on: under the rule books that are in force that day, which
 * decide about it whatever comes after, and for as long as they say.
 */
import { addDays, type CalendarDate, earliestOf, latestOf } from '../core/basics/calendar-date.ts'
import { listingOf } from '../store/listings.ts'
import { lockRules } from '../store/rule-books.ts'
import { setPublished, vacancyOf } from '../store/vacancies.ts'
import { instantOf } from './dutch-time.ts'
import { aboutListing } from './make-listing.ts'
import { type Operation, refuse } from './operation.ts'
import { booksInForce, preparedFor, reaching } from './rules-for-listing.ts'
import { closingDay, closingHour, openingHour, termsFor } from './terms.ts'

export type Publication = { readonly listing: number; readonly opensOn: CalendarDate }

export type Published = { readonly opensAt: Date; readonly closesAt: Date }

/** Planned at most so long ahead: rules change. */
const daysAheadMost = 60

export const publishListing: Operation<Publication, Published> = {
  action: 'make-listing',
  about: (doing, { listing }) => aboutListing(doing, listing),
  async perform(doing, { listing: id, opensOn }) {
    const { transaction, region, at, today } = doing
    const listing = await listingOf(transaction, region, id, 'lock')
    const vacancy = listing && (await vacancyOf(transaction, region, listing.vacancy, 'lock'))
    if (!listing || !vacancy) return refuse('not-found')
    if (listing.state !== 'checked') return refuse('not-checked', { state: listing.state })
    if (vacancy.letAt) return refuse('already-let')
    if (opensOn < today || opensOn > addDays(today, daysAheadMost)) {
      return refuse('date-out-of-range', { from: today, until: addDays(today, daysAheadMost) })
    }
    // Rules that are replaced meanwhile wait for us, and we for them.
    await lockRules(transaction, region, 'share')
    const planned = instantOf(opensOn, openingHour)
    const opensAt = planned > at ? planned : at
    const books = reaching(await booksInForce(doing, opensAt), listing.facts, opensOn)
    if (books.length === 0) return refuse('no-rules')
    const ruleBooks = books.map(({ hash }) => hash)
    const prepared = preparedFor(books, opensOn)
    const closesOn = latestOf(closingDay(termsFor(prepared, listing.facts), opensOn), opensOn)
    // Rules that end before the close could not rank who responds: a council lets the next ones overlap.
    const until = earliestOf(closesOn, ...books.map(({ book }) => book.valid.until))
    if (until < closesOn) return refuse('rules-end-before', { until })
    const closesAt = instantOf(closesOn, closingHour)
    await doing.write({
      kind: 'listing-published',
      open: {
        ...{ listing: id, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() },
        rules: ruleBooks.toSorted(),
      },
    })
    await setPublished(transaction, region, id, { opensAt, closesAt, closesOn, ruleBooks })
    await doing.later('close-listing', { listing: id }, closesAt)
    await doing.later('respond-standing', { listing: id }, opensAt)
    return { opensAt, closesAt }
  },
}
