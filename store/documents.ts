/** Papers that somebody gave for a check (documenten): kept while the check needs them, and then not at all. */
import type { InTransaction, Store } from './database.ts'
import { isUuid } from './uuid.ts'

export type StoredDocument = {
  readonly id: string
  readonly person: string
  readonly offer: string
  readonly kind: string
  readonly media: string
  readonly size: number
  readonly givenAt: Date
}

const columns = ['id', 'person', 'offer', 'kind', 'media', 'size', 'given_at as givenAt'] as const

/** Keeps a paper; the database refuses the very same bytes for the same purpose. */
export async function addDocument(
  transaction: InTransaction,
  region: string,
  document: Omit<StoredDocument, 'size'> & {
    readonly content: Buffer
    readonly sha256: Buffer
    readonly givenBy: string
    readonly event: number
  },
): Promise<void> {
  const { givenAt, givenBy, content, ...rest } = document
  await transaction
    .insertInto('document')
    .values({
      ...{ region, ...rest, content, size: content.length },
      ...{ given_at: givenAt, given_by: givenBy },
    })
    .execute()
}

/** Papers given for an offer, the oldest first, without what is in them. */
export async function documentsOf(
  store: Store | InTransaction,
  region: string,
  offer: string,
): Promise<StoredDocument[]> {
  return documentsOfOffers(store, region, [offer])
}

/** The same of several offers. */
export async function documentsOfOffers(
  store: Store | InTransaction,
  region: string,
  offers: readonly string[],
): Promise<StoredDocument[]> {
  if (offers.length === 0) return []
  return store
    .selectFrom('document')
    .select(columns)
    .where('region', '=', region)
    .where('offer', 'in', offers)
    .orderBy('given_at')
    .orderBy('id')
    .execute()
}

/** The paper of an offer with the same bytes and purpose, if there is one. */
export async function sameDocument(
  transaction: InTransaction,
  region: string,
  asked: { readonly offer: string; readonly kind: string; readonly sha256: Buffer },
): Promise<{ readonly id: string; readonly event: number } | undefined> {
  return transaction
    .selectFrom('document')
    .select(['id', 'event'])
    .where('region', '=', region)
    .where('offer', '=', asked.offer)
    .where('kind', '=', asked.kind)
    .where('sha256', '=', asked.sha256)
    .executeTakeFirst()
}

export async function documentOf(
  store: Store | InTransaction,
  region: string,
  id: string,
  lock?: 'lock',
): Promise<StoredDocument | undefined> {
  if (!isUuid(id)) return undefined
  const asked = store
    .selectFrom('document')
    .select(columns)
    .where('region', '=', region)
    .where('id', '=', id)
  return (lock ? asked.forUpdate() : asked).executeTakeFirst()
}

export async function contentOf(
  store: Store | InTransaction,
  region: string,
  id: string,
): Promise<Buffer | undefined> {
  const found = await store
    .selectFrom('document')
    .select('content')
    .where('region', '=', region)
    .where('id', '=', id)
    .executeTakeFirst()
  return found?.content
}

export async function eraseDocument(
  transaction: InTransaction,
  region: string,
  id: string,
): Promise<void> {
  await transaction
    .deleteFrom('document')
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}

const diskFull = '53100'
const diskQuota = '53000'

/** Whether something was not kept because the disk is full. */
export function isFull(fault: unknown): boolean {
  const isCoded = fault instanceof Error && 'code' in fault
  return isCoded && (fault.code === diskFull || fault.code === diskQuota)
}
