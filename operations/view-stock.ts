/** What a landlord owns, complex by complex, and who works there; only of one's own organisation. */
import {
  type ComplexCounts,
  type ComplexWithCounts,
  complexesOf,
  complexOf,
  countComplexes,
  dwellingsOfComplex,
  type StoredDwelling,
  type StoredWorker,
  workersOf,
} from '../store/stock.ts'
import { type Actor, dayOf, type Setting } from './operation.ts'
import { type PageOfList, pageOfList } from './page-of-list.ts'
import { municipalitiesOf } from './registration-form.ts'
import { landlordsOf } from './view-work.ts'

export type { ComplexWithCounts, StoredWorker }

/** The landlords for which somebody keeps the stock. */
export function keepsStockOf(actor: Actor): string[] {
  return landlordsOf(actor, 'keep-stock')
}

export type ComplexQuestion = {
  readonly text?: string
  readonly municipality?: string
  readonly page: number
}

export type FoundComplexes = PageOfList & {
  /** Of all that were asked for, also those on other pages. */
  readonly counts: ComplexCounts
  readonly complexes: readonly ComplexWithCounts[]
  readonly municipalities: readonly string[]
}

const complexesOnPage = 25

/** A page of them, and how many there are of all that was asked for. */
export async function viewComplexes(
  setting: Setting,
  actor: Actor,
  { page: asked, ...filter }: ComplexQuestion,
): Promise<FoundComplexes> {
  const landlords = landlordsOf(actor, 'see-candidates')
  const { store, region } = setting
  const counts = await countComplexes(store, region, landlords, filter)
  const page = pageOfList(asked, counts.complexes, complexesOnPage)
  const span = { from: page.from, count: complexesOnPage }
  return {
    ...{ ...page, counts },
    complexes: await complexesOf(store, region, landlords, { ...filter, ...span }),
    municipalities: await municipalitiesOf(setting),
  }
}

/** A complex with its homes; undefined for another landlord's, as if it were not there. */
export async function viewComplex(
  { store, region }: Setting,
  actor: Actor,
  id: string,
): Promise<
  { readonly complex: ComplexWithCounts; readonly dwellings: readonly StoredDwelling[] } | undefined
> {
  const complex = await complexOf(store, region, id)
  if (!complex || !landlordsOf(actor, 'see-candidates').includes(complex.landlord)) return undefined
  const dwellings = await dwellingsOfComplex(store, region, id)
  return { complex, dwellings: dwellings.toSorted((a, b) => byNumber(a.address, b.address)) }
}

/** Number 9 before number 11. */
const byNumber = new Intl.Collator('nl', { numeric: true }).compare

/** Colleagues, with what they may do and until when. */
export async function viewWorkers(setting: Setting, actor: Actor): Promise<StoredWorker[]> {
  const landlords = landlordsOf(actor, 'see-candidates')
  return workersOf(setting.store, setting.region, landlords, dayOf(setting.now()))
}
