/**
 * A listing is made for a home that comes free (advertentie opstellen): the stock gives the facts, the maker
 * chooses how it is allocated and what it says. It is looked at by the core each time; a change starts anew.
 */
import { type Facts, known, type Value } from '../core/basics/facts.ts'
import { listingOf } from '../store/listings.ts'
import {
  addDraft,
  changeDraft,
  listingsOfVacancies,
  setChecked,
  vacancyOf,
} from '../store/vacancies.ts'
import {
  asksReview,
  lintListing,
  type OwnFact,
  ownFacts,
  type Remark,
  stops,
} from './lint-listing.ts'
import { type Doing, type Operation, refuse } from './operation.ts'

export type NewListing = {
  readonly vacancy: number
  readonly title: string
  readonly description: string
  /** What the maker fills in; what is left out is as the stock says. */
  readonly own: Readonly<Partial<Record<OwnFact, Value>>>
  /** Why it differs from the stock, per fact. */
  readonly grounds: Readonly<Partial<Record<OwnFact, string>>>
}

export type ListingMade = {
  readonly listing: number
  readonly remarks: readonly Remark[]
  /** Checked: it can be published as it is. */
  readonly state: 'draft' | 'checked'
}

const titleMost = 120
const descriptionMost = 2000

export const makeListing: Operation<NewListing, ListingMade> = {
  action: 'make-listing',
  about: async ({ transaction, region }, { vacancy }) => {
    const found = await vacancyOf(transaction, region, vacancy)
    return found && { organisation: found.landlord }
  },
  async perform(doing, input) {
    const { transaction, region, today, actor } = doing
    const vacancy = await vacancyOf(transaction, region, input.vacancy, 'lock')
    if (!vacancy || !actor) return refuse('not-found')
    if (vacancy.letAt) return refuse('already-let')
    const title = input.title.trim()
    const description = input.description.trim()
    if (title.length > titleMost || description.length > descriptionMost) {
      return refuse('text-too-long', { title: titleMost, description: descriptionMost })
    }
    const [latest] = await listingsOfVacancies(transaction, region, [vacancy.id])
    if (latest && ['open', 'drawing', 'closed'].includes(latest.state)) {
      return refuse('already-listed', { state: latest.state })
    }
    const facts = factsOf(vacancy.facts, vacancy, input.own)
    const grounds = Object.fromEntries(
      ownFacts.flatMap((name) => {
        const ground = input.grounds[name]
        return ground ? [[name, ground]] : []
      }),
    )
    const remarks = await lintListing(
      doing,
      { facts, stock: vacancy.facts, title, description, grounds },
      today,
    )
    const made = {
      ...{ facts, grounds, words: { title, description } },
      ...{ lint: remarks, by: actor.human },
    }
    const isDraft = latest?.state === 'draft' || latest?.state === 'checked'
    const listing = isDraft
      ? latest.id
      : await addDraft(transaction, region, {
          ...{ vacancy: vacancy.id, landlord: vacancy.landlord, ...made },
        })
    if (isDraft) await changeDraft(transaction, region, listing, made)
    await doing.write({
      kind: 'listing-made',
      open: {
        ...{ listing, vacancy: vacancy.id, facts: known(facts), grounds },
        ...{ title, description, remarks: remarks.map(({ code }) => code) },
      },
    })
    const state = stops(remarks) || asksReview(remarks) ? 'draft' : 'checked'
    if (state === 'checked') await setChecked(transaction, region, listing)
    return { listing, remarks, state }
  },
}

/** What a listing says: the stock, with what its maker filled in. */
function factsOf(
  stock: Facts,
  { landlord, municipality }: { readonly landlord: string; readonly municipality: string },
  own: NewListing['own'],
): Facts {
  return { model: 'ranked', ...stock, municipality, landlord, ...own }
}

/** The vacancy's landlord, by a listing that was made for it. */
export async function aboutListing({ transaction, region }: Doing, listing: number) {
  const found = await listingOf(transaction, region, listing)
  return found && { organisation: found.landlord }
}
