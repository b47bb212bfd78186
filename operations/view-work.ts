/** What somebody who works at a landlord sees (werkplek): only what is of their own organisation. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { openCorrections, type StoredCorrection } from '../store/corrections.ts'
import { evidenceKindsOf } from '../store/evidence.ts'
import { listingOf } from '../store/listings.ts'
import { type OfferAtWork, offersAtWork } from '../store/offers.ts'
import {
  countStock,
  dwellingOf,
  landlordNames,
  municipalitiesOf,
  type StockFilter,
  type StockOrder,
  type StoredDwelling,
  stockBehind,
  stockOf,
  stockOrders,
} from '../store/stock.ts'
import {
  type ListingDraft,
  listingsOfVacancies,
  openVacancies,
  type StoredVacancy,
  vacancyOf,
} from '../store/vacancies.ts'
import type { Action } from './access-table.ts'
import { evidenceKinds } from './check-documents.ts'
import { type Remark, stops } from './lint-listing.ts'
import { type Actor, dayOf, inTransaction, mayDo, type Setting } from './operation.ts'
import { type PageOfList, pageOfList } from './page-of-list.ts'
import { noteReadings } from './read-file.ts'

export type { ListingDraft, OfferAtWork, StoredCorrection, StoredVacancy }
export { type StockOrder, type StoredDwelling, stockOrders }

/** What has to be done next with a home that stands empty. */
const steps = [
  'check-documents',
  'let',
  'make-offers',
  'review',
  'finish-listing',
  'make-listing',
  'publish',
  'wait-for-answer',
  'wait-for-draw',
  'wait-for-opening',
  'wait-for-close',
] as const
export type Step = (typeof steps)[number]

export type VacancyAtWork = {
  readonly vacancy: StoredVacancy
  readonly listing: ListingDraft | undefined
  readonly step: Step
  /** Days since it came free; not yet free is less than none. */
  readonly days: number
  /** The offer the step is about. */
  readonly offer: OfferAtWork | undefined
}

export type WorkList = {
  readonly vacancies: readonly VacancyAtWork[]
  /** Open offers that lapse today. */
  readonly lapsing: readonly OfferAtWork[]
  readonly corrections: readonly StoredCorrection[]
}

/** The landlords at which somebody may do something. */
export function landlordsOf({ roles }: Actor, action: Action): string[] {
  const organisations = [...new Set(roles.map(({ organisation }) => organisation))]
  return organisations.filter(
    (organisation) =>
      organisation !== '' && mayDo({ human: '', roles, mandates: [] }, action, { organisation }),
  )
}

/** Where somebody works: at which landlords, by name. */
export async function workplacesOf(
  { store, region }: Setting,
  actor: Actor,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const names = await landlordNames(store, region, landlordsOf(actor, 'see-candidates'))
  return [...names].map(([id, name]) => ({ id, name }))
}

/** Everything that waits for somebody, what is next first. */
export async function workList(setting: Setting, actor: Actor): Promise<WorkList> {
  const { store, region } = setting
  const landlords = landlordsOf(actor, 'see-candidates')
  const today = dayOf(setting.now())
  const vacancies = await openVacancies(store, region, landlords)
  const listings = await listingsOfVacancies(
    store,
    region,
    vacancies.map(({ id }) => id),
  )
  const offers = await offersAtWork(store, region, landlords)
  const seen = await evidenceKindsOf(
    store,
    region,
    offers.map(({ id }) => id),
  )
  const latest = new Map<number, ListingDraft>()
  for (const each of listings) if (!latest.has(each.vacancy)) latest.set(each.vacancy, each)
  const ofListing = Map.groupBy(offers, ({ listing }) => listing)
  const atWork = vacancies.map((vacancy): VacancyAtWork => {
    const listing = latest.get(vacancy.id)
    const running = (listing && ofListing.get(listing.id)) ?? []
    const { step, offer } = stepOf(listing, running, seen, setting.now())
    return { vacancy, listing, step, offer, days: today - vacancy.freeFrom }
  })
  const lapsing = offers.filter(
    ({ state, answerBy }) => state === 'open' && dayOf(answerBy) <= today,
  )
  if (lapsing.length > 0) await noteLapsing(setting, actor, lapsing)
  return {
    vacancies: atWork.toSorted(
      (a, b) => steps.indexOf(a.step) - steps.indexOf(b.step) || b.days - a.days,
    ),
    lapsing,
    corrections: await openCorrections(store, region, landlordsOf(actor, 'review-correction')),
  }
}

// Names of people are shown beside offers that lapse today.
async function noteLapsing(
  setting: Setting,
  actor: Actor,
  lapsing: readonly OfferAtWork[],
): Promise<void> {
  await inTransaction(setting, actor, async (doing) => {
    for (const [landlord, named] of Map.groupBy(lapsing, (each) => each.landlord)) {
      const people = named.map(({ person }) => person)
      await noteReadings(doing, people, { reason: 'list', landlord })
    }
  })
}

function stepOf(
  listing: ListingDraft | undefined,
  running: readonly OfferAtWork[],
  seen: ReadonlyMap<string, readonly string[]>,
  now: Date,
): Pick<VacancyAtWork, 'step' | 'offer'> {
  const only = (step: Step) => ({ step, offer: undefined })
  switch (listing?.state) {
    case undefined:
    case 'withdrawn':
    case 'in-vain':
    case 'let':
      return only('make-listing')
    case 'draft':
      return only(stops(remarksOf(listing)) ? 'finish-listing' : 'review')
    case 'checked':
      return only('publish')
    case 'open':
      return only(listing.opensAt && listing.opensAt > now ? 'wait-for-opening' : 'wait-for-close')
    case 'drawing':
      return only('wait-for-draw')
    case 'closed': {
      const accepted = running.find(({ state }) => state === 'accepted')
      // The first to lapse is the one that is waited for.
      const open = running.find(({ state }) => state === 'open')
      if (!accepted && open) return { step: 'wait-for-answer', offer: open }
      if (!accepted) return only('make-offers')
      const kinds = seen.get(accepted.id) ?? []
      const isComplete = evidenceKinds.every((kind) => kinds.includes(kind))
      return { step: isComplete ? 'let' : 'check-documents', offer: accepted }
    }
  }
}

/** What was found when the listing was last made. */
export function remarksOf({ lint }: Pick<ListingDraft, 'lint'>): readonly Remark[] {
  // @NOTE written by make-listing from remarks, and by nothing else.
  return lint as readonly Remark[]
}

/** A listing of one's own organisation, also while it is being made; undefined for any other. */
export async function viewListing(
  { store, region }: Setting,
  actor: Actor,
  id: number,
): Promise<ListingDraft | undefined> {
  const listing = await listingOf(store, region, id)
  if (!listing || !landlordsOf(actor, 'see-candidates').includes(listing.landlord)) return undefined
  const drafts = await listingsOfVacancies(store, region, [listing.vacancy])
  return drafts.find((each) => each.id === id)
}

export type StockQuestion = StockFilter & { readonly order: StockOrder; readonly page: number }

export type FoundStock = PageOfList & {
  readonly total: number
  readonly dwellings: readonly StoredDwelling[]
  readonly municipalities: readonly string[]
}

const stockOnPage = 50

export async function findStock(
  { store, region }: Setting,
  actor: Actor,
  { page: asked, ...filter }: StockQuestion,
): Promise<FoundStock> {
  const landlords = landlordsOf(actor, 'see-candidates')
  const total = await countStock(store, region, landlords, filter)
  const page = pageOfList(asked, total, stockOnPage)
  const span = { from: page.from, count: stockOnPage }
  return {
    ...{ ...page, total },
    dwellings: await stockOf(store, region, landlords, { ...filter, ...span }),
    municipalities: await municipalitiesOf(store, region, landlords),
  }
}

/** The stock of one's own organisations for a program that fetches it all, so many at a time. */
export async function stockAfter(
  { store, region }: Setting,
  actor: Actor,
  asked: StockFilter & { readonly after: number; readonly count: number },
): Promise<StoredDwelling[]> {
  return stockBehind(store, region, landlordsOf(actor, 'see-candidates'), asked)
}

export type HomeAtWork = {
  readonly dwelling: StoredDwelling
  readonly vacancy: StoredVacancy | undefined
  /** Those of the vacancy, latest first. */
  readonly listings: readonly ListingDraft[]
  readonly today: CalendarDate
}

/** A home of one's own organisation; undefined for any other, as if it were not there. */
export async function viewHome(
  setting: Setting,
  actor: Actor,
  id: number,
): Promise<HomeAtWork | undefined> {
  const { store, region } = setting
  if (!Number.isSafeInteger(id)) return undefined
  const dwelling = await dwellingOf(store, region, id)
  if (!dwelling || !landlordsOf(actor, 'see-candidates').includes(dwelling.landlord)) {
    return undefined
  }
  const vacancy =
    dwelling.vacancy === undefined ? undefined : await vacancyOf(store, region, dwelling.vacancy)
  const listings = vacancy ? await listingsOfVacancies(store, region, [vacancy.id]) : []
  return { dwelling, vacancy, listings, today: dayOf(setting.now()) }
}
