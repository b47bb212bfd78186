/**
 * The tree over the log (hashboom): events get their positions in batches after they were committed, and the
 * hashes are kept in tiles, so that a proof reads a handful of rows however long the log is.
 */
import { sql } from 'kysely'
import { checkpointText, readCheckpoint } from '../core/basics/checkpoint.ts'
import {
  consistencyRanges,
  inclusionRanges,
  joinNodes,
  type NodeAt,
  nodesIn,
  type Range,
} from '../core/basics/merkle.ts'
import {
  growTiles,
  nodeInTile,
  openTiles,
  type Tile,
  type TileAt,
  tileWith,
} from '../core/basics/merkle-tiles.ts'
import { hex, sha256 } from '../core/basics/sha256.ts'
import type { InTransaction, Store } from './database.ts'
import { announcedKeys, keyAt } from './key-changes.ts'
import { isSignedBy, type LogKey, type SigningKey, signedNote } from './log-key.ts'

const eventsAtOnce = 10_000

/**
 * Gives positions to events that have none yet; tells how many. Whoever writes events never waits for this,
 * and of several processes one does it while the others go on.
 */
export async function placeEvents(store: Store, region: string): Promise<number> {
  await store
    .insertInto('log_head')
    .values({ region, size: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  let placed = 0
  for (;;) {
    const now = await store.transaction().execute((transaction) => placeSome(transaction, region))
    placed += now
    if (now < eventsAtOnce) return placed
  }
}

async function placeSome(transaction: InTransaction, region: string): Promise<number> {
  const head = await transaction
    .selectFrom('log_head')
    .select('size')
    .where('region', '=', region)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!head) return 0
  const { size } = head
  const taken = await takeEvents(transaction, region, size)
  if (taken.length === 0) return 0
  const grown = growTiles(size, await tilesAt(transaction, region, openTiles(size)), taken)
  await transaction
    .insertInto('log_tile')
    .values(grown.map((tile) => ({ region, ...tile, hashes: Buffer.from(tile.hashes) })))
    .onConflict((conflict) =>
      conflict
        .columns(['region', 'level', 'index'])
        .doUpdateSet(({ ref }) => ({ hashes: ref('excluded.hashes') })),
    )
    .execute()
  await transaction
    .updateTable('log_head')
    .set({ size: size + taken.length })
    .where('region', '=', region)
    .execute()
  return taken.length
}

// Whole sets at a time: a history of years is placed in minutes.
async function takeEvents(
  transaction: InTransaction,
  region: string,
  size: number,
): Promise<Uint8Array[]> {
  await sql`insert into log_leaf (region, position, event)
    select region, ${size}::bigint + row_number() over (order by event) - 1, event from (
      select region, event from event_unplaced where region = ${region}
      order by event limit ${eventsAtOnce}
    ) waiting`.execute(transaction)
  await sql`delete from event_unplaced using log_leaf
    where event_unplaced.region = ${region} and log_leaf.region = ${region}
      and log_leaf.position >= ${size} and event_unplaced.event = log_leaf.event`.execute(
    transaction,
  )
  const { rows } = await sql<{ hashes: Buffer | null }>`
    select string_agg(event.hash, ''::bytea order by log_leaf.position) as hashes
    from log_leaf join event on event.region = log_leaf.region and event.number = log_leaf.event
    where log_leaf.region = ${region} and log_leaf.position >= ${size}`.execute(transaction)
  const joined = rows[0]?.hashes ?? Buffer.alloc(0)
  return Array.from({ length: joined.length / hashLength }, (_, at) =>
    joined.subarray(at * hashLength, (at + 1) * hashLength),
  )
}

const hashLength = 32

/** How many events have a position. */
export async function logSize(store: Store | InTransaction, region: string): Promise<number> {
  const head = await store
    .selectFrom('log_head')
    .select('size')
    .where('region', '=', region)
    .executeTakeFirst()
  return head?.size ?? 0
}

/** The regions that have a log here. */
export async function logRegions(store: Store): Promise<string[]> {
  const rows = await store.selectFrom('log_head').select('region').orderBy('region').execute()
  return rows.map(({ region }) => region)
}

/** How many events still wait for a position. */
export async function unplacedCount(store: Store | InTransaction, region: string): Promise<number> {
  const { count } = await store
    .selectFrom('event_unplaced')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('region', '=', region)
    .executeTakeFirstOrThrow()
  return count
}

/** The root of the first `size` events. */
export async function logRoot(
  store: Store | InTransaction,
  region: string,
  size: number,
): Promise<Uint8Array> {
  if (size === 0) return sha256()
  const [root] = await hashesOf(store, region, [{ from: 0, to: size }])
  return root ?? sha256()
}

/** What leads from the event at a position to the root of the first `size` events (bewijs van opname). */
export async function inclusionInLog(
  store: Store | InTransaction,
  region: string,
  position: number,
  size: number,
): Promise<Uint8Array[]> {
  return hashesOf(store, region, inclusionRanges(position, size))
}

/** What shows that the log only grew from `first` to `second` events (bewijs van aangroei). */
export async function consistencyInLog(
  store: Store | InTransaction,
  region: string,
  first: number,
  second: number,
): Promise<Uint8Array[]> {
  return hashesOf(store, region, consistencyRanges(first, second))
}

async function hashesOf(
  store: Store | InTransaction,
  region: string,
  ranges: readonly Range[],
): Promise<Uint8Array[]> {
  const wanted = new Map(
    ranges.flatMap(nodesIn).map((node) => {
      const at = tileWith(node)
      return [nameOf(at), at]
    }),
  )
  const found = await tilesAt(store, region, [...wanted.values()])
  const tiles = new Map(found.map((tile) => [nameOf(tile), tile]))
  const hashOf = (node: NodeAt) => {
    const tile = tiles.get(nameOf(tileWith(node)))
    if (!tile) throw new Error(`the log of ${region} has no tile ${nameOf(tileWith(node))}`)
    return nodeInTile(node, tile)
  }
  return ranges.map((range) => joinNodes(nodesIn(range).map(hashOf)))
}

function nameOf({ level, index }: TileAt): string {
  return `${level}/${index}`
}

async function tilesAt(
  store: Store | InTransaction,
  region: string,
  places: readonly TileAt[],
): Promise<Tile[]> {
  if (places.length === 0) return []
  return store
    .selectFrom('log_tile')
    .select(['level', 'index', 'hashes'])
    .where('region', '=', region)
    .where((where) => where.or(places.map(({ level, index }) => where.and({ level, index }))))
    .execute()
}

/** One tile of the log as it is now, for who keeps a copy of the tree. */
export async function tileOfLog(
  store: Store | InTransaction,
  region: string,
  at: TileAt,
): Promise<Tile | undefined> {
  const [tile] = await tilesAt(store, region, [at])
  return tile
}

export type StoredCheckpoint = {
  readonly size: number
  readonly root: Uint8Array
  readonly at: Date
  /** The whole signed note. */
  readonly note: string
}

/**
 * Signs how long the log is now, and what its root is, where that was not done yet; gives the checkpoint. It is
 * signed by the key before it, and by each key that was announced since: who knows the old one sees it go over.
 *
 * @throws where the log does not continue what was signed before: then something was changed, and nothing may
 * be signed any more. And where another key signed before, or the key that is announced is not here.
 */
export async function signCheckpoint(
  store: Store,
  region: string,
  key: LogKey,
  at: Date,
): Promise<StoredCheckpoint> {
  const last = await latestCheckpoint(store, region)
  const size = await logSize(store, region)
  const announced = await announcedKeys(store, region, key)
  const signedUpTo = last?.size ?? 0
  const keyBefore = keyAt(key.publicKey, announced, signedUpTo)
  if (last) {
    const before = readCheckpoint(last.note)
    if (!before || !isSignedBy(before, { name: key.name, publicKey: keyBefore }))
      throw new OtherKey(region)
    const continues =
      size >= last.size && hex(await logRoot(store, region, last.size)) === hex(last.root)
    if (!continues) throw new LogChanged(region, last.size)
  }
  if (last?.size === size) return last
  const root = await logRoot(store, region, size)
  const text = checkpointText({ origin: key.name, size, root })
  const since = announced.flatMap(({ position, publicKey }) =>
    position !== null && position >= signedUpTo && position < size ? [publicKey] : [],
  )
  const signers = [keyBefore, ...since].map((each): SigningKey => {
    const signer = key.other(each)
    if (!signer) throw new KeyMissing(region)
    return signer
  })
  const note = signedNote(text, signers)
  await store
    .insertInto('checkpoint')
    .values({ region, size, root: Buffer.from(root), at, note })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return { size, root, at, note }
}

/** The log was signed with another key before: processes of one log share the file of its key. */
export class OtherKey extends Error {
  override readonly name = 'OtherKey'

  constructor(region: string) {
    super(`the log of ${region} was signed with another key: bring that key, for a log has one`)
  }
}

/** The log announced a key that is not in the data folder. */
export class KeyMissing extends Error {
  override readonly name = 'KeyMissing'

  constructor(region: string) {
    super(`a key that the log of ${region} announced is not in the data folder: bring its file`)
  }
}

/** The log does not begin with what a checkpoint signed. */
export class LogChanged extends Error {
  override readonly name = 'LogChanged'

  constructor(region: string, size: number) {
    super(`the log of ${region} does not begin with the ${size} events that were signed before`)
  }
}

export async function latestCheckpoint(
  store: Store | InTransaction,
  region: string,
): Promise<StoredCheckpoint | undefined> {
  return store
    .selectFrom('checkpoint')
    .select(['size', 'root', 'at', 'note'])
    .where('region', '=', region)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The checkpoint over so many events, where one was signed. */
export async function checkpointAt(
  store: Store | InTransaction,
  region: string,
  size: number,
): Promise<StoredCheckpoint | undefined> {
  return store
    .selectFrom('checkpoint')
    .select(['size', 'root', 'at', 'note'])
    .where('region', '=', region)
    .where('size', '=', size)
    .executeTakeFirst()
}

/** When the first checkpoint was signed that counts more than so many events. */
export async function firstSignedAfter(
  store: Store | InTransaction,
  region: string,
  size: number,
): Promise<Date | undefined> {
  const [found] = await store
    .selectFrom('checkpoint')
    .select('at')
    .where('region', '=', region)
    .where('size', '>', size)
    .orderBy('size')
    .limit(1)
    .execute()
  return found?.at
}

/** Checkpoints over more than one number of events, up to another, smallest first. */
export async function checkpointsBetween(
  store: Store | InTransaction,
  region: string,
  above: number,
  most: number,
): Promise<StoredCheckpoint[]> {
  return store
    .selectFrom('checkpoint')
    .select(['size', 'root', 'at', 'note'])
    .where('region', '=', region)
    .where('size', '>', above)
    .where('size', '<=', most)
    .orderBy('size')
    .execute()
}
