/** Homes that come free (leegmeldingen), and the listings that were made for them. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { InTransaction, Store } from './database.ts'
import type { ListingState, ListingWords } from './tables.ts'

export type StoredVacancy = {
  readonly id: number
  readonly dwelling: number
  readonly landlord: string
  readonly address: string
  readonly complexName: string
  readonly neighbourhood: string
  readonly municipality: string
  /** What the stock says of the home. */
  readonly facts: Facts
  readonly freeFrom: CalendarDate
  readonly reportedAt: Date
  readonly inVainSince: CalendarDate | undefined
  readonly letAt: Date | undefined
}

function vacanciesIn(store: Store | InTransaction, region: string) {
  return store
    .selectFrom('vacancy')
    .innerJoin('dwelling', (join) =>
      join
        .onRef('dwelling.region', '=', 'vacancy.region')
        .onRef('dwelling.id', '=', 'vacancy.dwelling'),
    )
    .innerJoin('complex', (join) =>
      join
        .onRef('complex.region', '=', 'dwelling.region')
        .onRef('complex.id', '=', 'dwelling.complex'),
    )
    .select([
      'vacancy.id',
      'vacancy.dwelling',
      'vacancy.landlord',
      'dwelling.address',
      'complex.name as complexName',
      'complex.neighbourhood',
      'complex.municipality',
      'dwelling.facts',
      'vacancy.free_from as freeFrom',
      'vacancy.reported_at as reportedAt',
      'vacancy.in_vain_since',
      'vacancy.let_at',
    ])
    .where('vacancy.region', '=', region)
}

type Row = Awaited<ReturnType<ReturnType<typeof vacanciesIn>['executeTakeFirstOrThrow']>>

function vacancyFrom({ in_vain_since, let_at, ...row }: Row): StoredVacancy {
  return { ...row, inVainSince: in_vain_since ?? undefined, letAt: let_at ?? undefined }
}

/** A vacancy; with `lock` nobody else changes it until the transaction ends. */
export async function vacancyOf(
  store: Store | InTransaction,
  region: string,
  id: number,
  lock?: 'lock',
): Promise<StoredVacancy | undefined> {
  const asked = vacanciesIn(store, region).where('vacancy.id', '=', id)
  const row = await (lock ? asked.forUpdate(['vacancy']) : asked).executeTakeFirst()
  return row && vacancyFrom(row)
}

/** What a landlord has standing empty, longest first. */
export async function openVacancies(
  store: Store | InTransaction,
  region: string,
  landlords: readonly string[],
): Promise<StoredVacancy[]> {
  if (landlords.length === 0) return []
  const rows = await vacanciesIn(store, region)
    .where('vacancy.landlord', 'in', landlords)
    .where('vacancy.let_at', 'is', null)
    .orderBy('vacancy.free_from')
    .orderBy('vacancy.id')
    .execute()
  return rows.map(vacancyFrom)
}

/** Reports that a home comes free; undefined when that was already reported. */
export async function addVacancy(
  transaction: InTransaction,
  region: string,
  vacancy: {
    readonly dwelling: number
    readonly landlord: string
    readonly freeFrom: CalendarDate
    readonly at: Date
  },
): Promise<number | undefined> {
  const { dwelling, landlord, freeFrom, at } = vacancy
  const added = await transaction
    .insertInto('vacancy')
    .values({
      ...{ region, dwelling, landlord, free_from: freeFrom, reported_at: at },
      ...{ in_vain_since: null, let_at: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id
}

/** Writes that a home was let, or since when it was offered in vain (vruchteloos). */
export async function setVacancy(
  transaction: InTransaction,
  region: string,
  id: number,
  change: { readonly letAt: Date } | { readonly inVainSince: CalendarDate },
): Promise<void> {
  await transaction
    .updateTable('vacancy')
    .set('letAt' in change ? { let_at: change.letAt } : { in_vain_since: change.inVainSince })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}

/** A listing as those see it who make it. */
export type ListingDraft = {
  readonly id: number
  readonly vacancy: number
  readonly facts: Facts
  readonly words: ListingWords
  readonly grounds: Readonly<Record<string, string>>
  readonly lint: readonly object[]
  readonly state: ListingState
  readonly madeBy: string | undefined
  readonly reviewedBy: string | undefined
  readonly opensAt: Date | undefined
  readonly closesAt: Date | undefined
  readonly responses: number
}

/** The listings of these vacancies, latest first. */
export async function listingsOfVacancies(
  store: Store | InTransaction,
  region: string,
  vacancies: readonly number[],
): Promise<ListingDraft[]> {
  if (vacancies.length === 0) return []
  const rows = await store
    .selectFrom('listing')
    .select(({ selectFrom, fn }) => [
      ...draftColumns,
      selectFrom('response')
        .select(fn.countAll<number>().as('count'))
        .whereRef('response.region', '=', 'listing.region')
        .whereRef('response.listing', '=', 'listing.id')
        .where('response.withdrawn_at', 'is', null)
        .as('responded'),
    ])
    .where('region', '=', region)
    .where('vacancy', 'in', vacancies)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ responded, ...row }) => ({ ...draftFrom(row), responses: responded ?? 0 }))
}

const draftColumns = [
  'listing.id',
  'listing.vacancy',
  'listing.facts',
  'listing.words',
  'listing.grounds',
  'listing.lint',
  'listing.state',
  'listing.made_by',
  'listing.reviewed_by',
  'listing.opens_at',
  'listing.closes_at',
] as const

function draftFrom<
  Row extends {
    made_by: string | null
    reviewed_by: string | null
    opens_at: Date | null
    closes_at: Date | null
  },
>({ made_by, reviewed_by, opens_at, closes_at, ...row }: Row) {
  return {
    ...row,
    madeBy: made_by ?? undefined,
    reviewedBy: reviewed_by ?? undefined,
    opensAt: opens_at ?? undefined,
    closesAt: closes_at ?? undefined,
  }
}

export async function addDraft(
  transaction: InTransaction,
  region: string,
  draft: {
    readonly vacancy: number
    readonly landlord: string
    readonly facts: Facts
    readonly words: ListingWords
    readonly grounds: Readonly<Record<string, string>>
    readonly lint: readonly object[]
    readonly by: string
  },
): Promise<number> {
  const { vacancy, landlord, facts, words, grounds, lint, by } = draft
  const { id } = await transaction
    .insertInto('listing')
    .values({
      ...{ region, vacancy, landlord, state: 'draft', made_by: by, reviewed_by: null },
      ...{ opens_at: null, closes_at: null, closes_on: null, rule_books: [] },
      facts: JSON.stringify(facts),
      words: JSON.stringify(words),
      grounds: JSON.stringify(grounds),
      lint: JSON.stringify(lint),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function changeDraft(
  transaction: InTransaction,
  region: string,
  id: number,
  change: {
    readonly facts: Facts
    readonly words: ListingWords
    readonly grounds: Readonly<Record<string, string>>
    readonly lint: readonly object[]
    readonly by: string
  },
): Promise<void> {
  const { facts, words, grounds, lint, by } = change
  await transaction
    .updateTable('listing')
    .set({
      ...{ state: 'draft', made_by: by, reviewed_by: null },
      facts: JSON.stringify(facts),
      words: JSON.stringify(words),
      grounds: JSON.stringify(grounds),
      lint: JSON.stringify(lint),
    })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}

/** Writes that a listing has no remark that stops it, and who reviewed it where that was asked. */
export async function setChecked(
  transaction: InTransaction,
  region: string,
  id: number,
  reviewedBy?: string,
): Promise<void> {
  await transaction
    .updateTable('listing')
    .set({ state: 'checked', reviewed_by: reviewedBy ?? null })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}

/** Opens a listing for responses, under the rule books in force at that moment. */
export async function setPublished(
  transaction: InTransaction,
  region: string,
  id: number,
  published: {
    readonly opensAt: Date
    readonly closesAt: Date
    readonly closesOn: CalendarDate
    /** Hashes of the books that were in force. */
    readonly ruleBooks: readonly string[]
  },
): Promise<void> {
  const { opensAt, closesAt, closesOn, ruleBooks } = published
  await transaction
    .updateTable('listing')
    .set({
      ...{ state: 'open', opens_at: opensAt, closes_at: closesAt, closes_on: closesOn },
      rule_books: ruleBooks.map((hash) => Buffer.from(hash, 'hex')),
    })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}
