/** Other keys of the log (sleutelwissels): who asked and agreed, and which were announced in the log. */
import type { InTransaction, Store } from './database.ts'
import { announcedKey } from './log-key.ts'
import { isUuid } from './uuid.ts'

export type KeyRequest = {
  readonly id: string
  readonly reason: string
  readonly askedBy: string
  readonly askedByName: string
  readonly askedAt: Date
}

/** A key that the log announced, by the key before it. */
export type AnnouncedKey = {
  readonly publicKey: Uint8Array
  readonly at: Date
  /** Where the announcement stands in the log; null while it waits for a position. */
  readonly position: number | null
  /** The announcement, signed by both keys. */
  readonly note: string
}

/**
 * The keys that a log announced after its first, in order. An announcement that does not continue from the key
 * before it, or that one of both did not sign, is none.
 */
export async function announcedKeys(
  store: Store | InTransaction,
  region: string,
  first: { readonly name: string; readonly publicKey: Uint8Array },
): Promise<AnnouncedKey[]> {
  const rows = await store
    .selectFrom('log_key_change')
    .innerJoin('event', (join) =>
      join
        .onRef('event.region', '=', 'log_key_change.region')
        .onRef('event.number', '=', 'log_key_change.event'),
    )
    .leftJoin('log_leaf', (join) =>
      join
        .onRef('log_leaf.region', '=', 'event.region')
        .onRef('log_leaf.event', '=', 'event.number'),
    )
    .select(['event.at', 'event.kind', 'event.body', 'log_leaf.position'])
    .where('log_key_change.region', '=', region)
    .orderBy('event.number')
    .execute()
  const announced: AnnouncedKey[] = []
  let before = first
  for (const { at, kind, body, position } of rows) {
    const note: unknown = JSON.parse(body).note
    if (kind !== keyChangeKind || typeof note !== 'string') continue
    const next = announcedKey(note, before)
    if (!next) continue
    announced.push({ ...{ publicKey: next.publicKey, at, position, note } })
    before = next
  }
  return announced
}

/** What the event of an announcement is called. */
export const keyChangeKind = 'log-key-changed'

/** With which key so many events are signed, when nothing was announced since. */
export function keyAt(
  first: Uint8Array,
  announced: readonly AnnouncedKey[],
  size: number,
): Uint8Array {
  const known = announced.filter(({ position }) => position !== null && position < size)
  return known.at(-1)?.publicKey ?? first
}

/** What waits for a second human. */
export async function openKeyRequest(
  store: Store | InTransaction,
  region: string,
): Promise<KeyRequest | undefined> {
  return requests(store, region).executeTakeFirst()
}

/** The same, by its number; nobody else answers it until the transaction ends. */
export async function keyRequestOf(
  transaction: InTransaction,
  region: string,
  id: string,
): Promise<KeyRequest | undefined> {
  if (!isUuid(id)) return undefined
  return requests(transaction, region)
    .where('log_key_change.id', '=', id)
    .forUpdate('log_key_change')
    .executeTakeFirst()
}

function requests(store: Store | InTransaction, region: string) {
  return store
    .selectFrom('log_key_change')
    .innerJoin('human', (join) =>
      join
        .onRef('human.region', '=', 'log_key_change.region')
        .onRef('human.id', '=', 'log_key_change.asked_by'),
    )
    .select([
      'log_key_change.id',
      'log_key_change.reason',
      'log_key_change.asked_by as askedBy',
      'human.name as askedByName',
      'log_key_change.asked_at as askedAt',
    ])
    .where('log_key_change.region', '=', region)
    .where('log_key_change.answered_at', 'is', null)
}

/** False when a change waits already. */
export async function addKeyRequest(
  transaction: InTransaction,
  region: string,
  request: Omit<KeyRequest, 'askedByName'> & { readonly event: number },
): Promise<boolean> {
  const { id, reason, askedBy, askedAt, event } = request
  const added = await transaction
    .insertInto('log_key_change')
    .values({
      ...{ region, id, reason, asked_by: askedBy, asked_at: askedAt, asked_event: event },
      ...{ answered_by: null, answered_at: null, agreed: null, event: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function answerKeyRequest(
  transaction: InTransaction,
  region: string,
  id: string,
  answer: { readonly by: string; readonly at: Date; readonly event: number | null },
): Promise<void> {
  const { by, at, event } = answer
  await transaction
    .updateTable('log_key_change')
    .set({ answered_by: by, answered_at: at, agreed: event !== null, event })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}
