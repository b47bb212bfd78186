/**
 * A second person looks at a listing that differs from the stock, or that may be written toward somebody
 * (toetsing): never who made it, and with a sentence of their own.
 */
import { listingOf } from '../store/listings.ts'
import { listingsOfVacancies, setChecked } from '../store/vacancies.ts'
import { aboutListing } from './make-listing.ts'
import { type Operation, refuse } from './operation.ts'

export type Review = {
  readonly listing: number
  readonly agrees: boolean
  /** Why, in the reviewer's own words; about the home, for nobody has responded yet. */
  readonly motivation: string
}

export const motivationLeast = 20
const motivationMost = 1000

export const reviewListing: Operation<Review, { readonly event: number }> = {
  action: 'review-listing',
  about: (doing, { listing }) => aboutListing(doing, listing),
  async perform(doing, { listing: id, agrees, motivation }) {
    const { transaction, region, actor } = doing
    const listing = await listingOf(transaction, region, id, 'lock')
    if (!listing || !actor) return refuse('not-found')
    const drafts = await listingsOfVacancies(transaction, region, [listing.vacancy])
    const draft = drafts.find((each) => each.id === id)
    if (draft?.state !== 'draft') return refuse('not-to-review', { state: listing.state })
    if (draft.madeBy === actor.human) return refuse('own-proposal')
    if (draft.lint.some((each) => 'severity' in each && each.severity === 'breach')) {
      return refuse('has-breach')
    }
    const words = motivation.trim()
    if (words.length < motivationLeast || words.length > motivationMost) {
      return refuse('motivation-missing', { least: motivationLeast })
    }
    const event = await doing.write({
      kind: 'listing-reviewed',
      open: { listing: id, agrees, motivation: words },
    })
    if (agrees) await setChecked(transaction, region, id, actor.human)
    return { event }
  },
}
