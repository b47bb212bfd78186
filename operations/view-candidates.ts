/**
 * The list of a listing as those see it who let the home (kandidaten): places, groups and reasons of
 * everybody; who somebody is only from the offer on. Source: the trust model, part D5.
 */

import { type CalendarDate, dateOf, partsOf } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import { provisionsOf, regimeOf } from '../core/policy/regime.ts'
import type { Bound } from '../core/ranking/bind.ts'
import { unmetAt } from '../core/ranking/check-eligibility.ts'
import { type Ahead, reasonsOfAll } from '../core/ranking/explain-place.ts'
import {
  type NormUse,
  rentFitNorm,
  targetGroupFloor,
  targetGroupNorm,
} from '../core/ranking/portfolio-norm.ts'
import type { Ranking } from '../core/ranking/rank-listing.ts'
import type { RentFit } from '../core/ranking/rent-fit.ts'
import { documentsOf, type StoredDocument } from '../store/documents.ts'
import { drawOf } from '../store/draws.ts'
import { type Evidence, evidenceOf } from '../store/evidence.ts'
import { lettingOf, lettingsOfLandlord, type StoredLetting } from '../store/lettings.ts'
import { listingOf, type StoredListing } from '../store/listings.ts'
import { offerOf, offersOfListing, type StoredOffer } from '../store/offers.ts'
import { passedOver, skipOf, skipsOf } from '../store/passed-over.ts'
import { candidatesOf, identitiesOf } from '../store/people.ts'
import { type StoredVacancy, vacancyOf } from '../store/vacancies.ts'
import { shownBy } from './check-documents.ts'
import { law } from './law.ts'
import { contradictedBy, type Fitting, fittingOf } from './let-home.ts'
import { type Actor, type Doing, dayOf, inTransaction, mayDo, type Setting } from './operation.ts'
import { rankingOf } from './ranking-of-listing.ts'
import { noteReading, noteReadings } from './read-file.ts'
import { type Contact, contactsIn } from './skip-candidate.ts'

export type CandidateRow = {
  readonly place: number
  /** Position among the candidates of the list. */
  readonly position: number
  readonly tier: number
  readonly ahead: readonly Ahead[]
  readonly offer: StoredOffer | undefined
  /** Known only from the offer on. */
  readonly name: string | undefined
  /** What kept them from an offer. */
  readonly passed: string | undefined
  readonly skipped: string | undefined
}

export type CandidateList = {
  readonly listing: StoredListing
  readonly vacancy: StoredVacancy
  /** Undefined while the listing is open, or its lots are not drawn. */
  readonly ranking: Ranking | undefined
  readonly rows: readonly CandidateRow[]
  readonly drawnFrom: Date | undefined
  readonly isPractice: boolean
  readonly letting: StoredLetting | undefined
}

/** The list of a listing of one's own organisation; undefined for any other. */
export async function viewCandidates(
  setting: Setting,
  actor: Actor,
  id: number,
): Promise<CandidateList | undefined> {
  const { store, region } = setting
  const listing = Number.isSafeInteger(id) ? await listingOf(store, region, id) : undefined
  if (!listing || !mayDo(actor, 'see-candidates', { organisation: listing.landlord })) {
    return undefined
  }
  const vacancy = await vacancyOf(store, region, listing.vacancy)
  if (!vacancy) return undefined
  const draw = await drawOf(store, region, id)
  const ranking = await rankingOf(store, region, id)
  const offers = await offersOfListing(store, region, id)
  const offered = new Map(offers.map((each) => [each.person, each]))
  const names = await identitiesOf(store, region, [...offered.keys()])
  await inTransaction(setting, actor, (doing) =>
    noteReadings(doing, [...offered.keys()], { reason: 'list', landlord: listing.landlord }),
  )
  const passed = new Map((await passedOver(store, region, id)).map((each) => [each.person, each]))
  const skipped = new Map((await skipsOf(store, region, id)).map((each) => [each.person, each]))
  const rows = ranking
    ? [...reasonsOfAll(ranking.order)].map(({ place, ahead }): CandidateRow => {
        const entry = ranking.order.sorted[place - 1] ?? 0
        const position = ranking.admitted[entry] ?? 0
        const person = ranking.candidates[position]?.id ?? ''
        return {
          ...{ place, position, ahead, tier: ranking.order.tiers[entry] ?? 0 },
          offer: offered.get(person),
          name: names.get(person)?.name,
          passed: passed.get(person)?.code,
          skipped: skipped.get(person)?.ground,
        }
      })
    : []
  return {
    ...{ listing, vacancy, ranking, rows },
    drawnFrom: draw?.drawnFrom,
    isPractice: draw?.commitment.chain.practice ?? false,
    letting: await lettingOf(store, region, id),
  }
}

export type OfferView = {
  readonly offer: StoredOffer
  readonly listing: StoredListing
  readonly vacancy: StoredVacancy
  readonly name: string
  readonly email: string | undefined
  readonly facts: Facts
  readonly evidence: readonly Evidence[]
  /** That they were skipped, on which ground and with what proof. */
  readonly skip: SkipShown | undefined
}

export type SkipShown = {
  readonly ground: string
  readonly at: Date
  readonly by: string
  readonly contacts: readonly Contact[]
}

/** One offer with who it is to; that it was looked at stands in the log of that person. */
export async function viewOffer(
  setting: Setting,
  actor: Actor,
  id: string,
): Promise<OfferView | undefined> {
  return inTransaction(setting, actor, async (doing) => {
    const { transaction: store, region } = doing
    const offer = await offerOf(store, region, id)
    if (!offer || !mayDo(actor, 'see-candidates', { organisation: offer.landlord })) {
      return undefined
    }
    const { person } = offer
    const listing = await listingOf(store, region, offer.listing)
    const vacancy = listing && (await vacancyOf(store, region, listing.vacancy))
    const who = (await identitiesOf(store, region, [person])).get(person)
    const [candidate] = await candidatesOf(store, region, [person])
    if (!listing || !vacancy || !who || !candidate) return undefined
    await noteReading(doing, { person, reason: 'offer', landlord: offer.landlord })
    const evidence = await evidenceOf(store, region, id)
    const skip = offer.state === 'skipped' ? await skipShown(doing, offer) : undefined
    return { offer, listing, vacancy, ...who, facts: candidate.facts, evidence, skip }
  })
}

async function skipShown(
  { transaction, region }: Doing,
  { listing, person }: StoredOffer,
): Promise<SkipShown | undefined> {
  const found = await skipOf(transaction, region, { listing, person })
  if (!found) return undefined
  const { ground, at, byName, proof } = found
  return { ground, at, by: byName, contacts: contactsIn(proof) }
}

export type FitView = OfferView & {
  readonly shown: Facts
  /** The requirement that the papers do not meet. */
  readonly against: string | undefined
  readonly fitting: Fitting | undefined
  readonly norms: Norms | undefined
  /** Requirements that read what papers show. */
  readonly conditions: readonly CheckedCondition[]
  /** What the candidate gave to be looked at. */
  readonly given: readonly StoredDocument[]
  readonly bound: Bound | undefined
}

export type Met = 'met' | 'unmet' | 'unknown'

export type CheckedCondition = {
  /** The rule. */
  readonly id: string
  readonly said: Met
  /** Unseen: no paper was seen yet of what it asks. */
  readonly shown: Met | 'unseen'
}

export type Norms = {
  readonly year: number
  readonly rentFit: ReturnType<typeof rentFitNorm>
  readonly targetGroup: NormUse
}

/** The same with how the rent fits by what the papers show, and where the landlord stands with its norms. */
export async function viewFit(
  setting: Setting,
  actor: Actor,
  id: string,
): Promise<FitView | undefined> {
  const view = await viewOffer(setting, actor, id)
  if (!view) return undefined
  const { store, region } = setting
  const { offer, evidence, facts } = view
  const shown = shownBy(evidence)
  const ranking = await rankingOf(store, region, offer.listing)
  const today = dayOf(setting.now())
  const candidate = {
    ...{ id: offer.person, facts: { ...facts, ...shown }, members: [] },
    history: { spells: [], events: [] },
  }
  return {
    ...{ ...view, shown },
    against: ranking && contradictedBy(ranking, offer.place, shown),
    fitting: ranking && fittingOf(ranking, candidate, today),
    conditions: ranking ? checkedConditions(ranking, offer.place, shown) : [],
    given: await documentsOf(store, region, offer.id),
    bound: ranking?.bound,
    norms: await normsOf(setting, offer.landlord, {
      municipality: view.vacancy.municipality,
      today,
    }),
  }
}

/** Facts that papers can show. */
const paperFacts = ['household-income', 'household-size']

// Which requirements read them is asked of the rules: those that cannot be answered without.
function checkedConditions(
  { order, admitted, values, bound }: Ranking,
  place: number,
  shown: Facts,
): CheckedCondition[] {
  const said = values[admitted[order.sorted[place - 1] ?? -1] ?? -1] ?? {}
  const without = Object.fromEntries(
    Object.entries(said).filter(([name]) => !paperFacts.includes(name)),
  )
  const unseen = paperFacts.filter((name) => !Object.hasOwn(shown, name))
  const metBy = (facts: Facts, id: string): Met => {
    const unmet = unmetAt(bound, 'respond', facts).find(({ standing }) => standing.rule.id === id)
    return unmet === undefined ? 'met' : unmet.undecided ? 'unknown' : 'unmet'
  }
  return unmetAt(bound, 'respond', without).flatMap(({ standing, undecided, names }) => {
    const asked = names().filter((name) => paperFacts.includes(name))
    if (!undecided || asked.length === 0) return []
    const { id } = standing.rule
    const isUnseen = asked.every((name) => unseen.includes(name))
    return [
      {
        id,
        said: metBy(said, id),
        shown: isUnseen ? ('unseen' as const) : metBy({ ...said, ...shown }, id),
      },
    ]
  })
}

/** The norms of a landlord, counted over all its lettings until now. */
async function normsOf(
  { store, region }: Setting,
  landlord: string,
  { municipality, today }: { readonly municipality: string; readonly today: CalendarDate },
): Promise<Norms | undefined> {
  const { year } = partsOf(today)
  const values = floorsOf(municipality, today)
  if (!values) return undefined
  const from = dateOf(year - 1, 1, 1)
  const until = dateOf(year, 12, 31)
  const lettings = (await lettingsOfLandlord(store, region, landlord, { from, until })).map(
    ({ startsOn, facts }) => ({
      ...{ landlord, leaseStart: startsOn, fit: { fit: fitOf(facts) } },
      inTargetGroup:
        typeof facts['in-target-group'] === 'boolean' ? facts['in-target-group'] : undefined,
    }),
  )
  return {
    year,
    rentFit: rentFitNorm(lettings, { landlord, year, norm: values.rentFit }),
    targetGroup: targetGroupNorm(lettings, { landlord, year, norm: values.targetGroup }),
  }
}

function fitOf(facts: Facts): RentFit['fit'] {
  const kinds = ['fits', 'does-not-fit'] as const
  return kinds.find((kind) => kind === facts['rent-fit']) ?? 'not-applicable'
}

/** What the law asks of all lettings together; agreements on a lower share are not recorded. */
function floorsOf(municipality: string, today: CalendarDate) {
  const { regime } = regimeOf(municipality, today, law())
  const [rentFit] = provisionsOf(regime, 'rent-fit-share', today)
  const [target] = provisionsOf(regime, 'target-group-share', today)
  if (!rentFit || !target) return undefined
  const none = { agreedIn: [], municipalities: [] }
  return { rentFit: rentFit.value, targetGroup: targetGroupFloor(target.value, none) }
}
