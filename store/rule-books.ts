/** Versions of rule books (regelboeken) as bytes that never change, and from which instant each decides. */
import { sql } from 'kysely'
import type { InTransaction, Store } from './database.ts'

/** A version as it is kept: its hash is that of what its text says. */
export type StoredBook = { readonly hash: string; readonly text: string }

export type Release = {
  readonly line: string
  readonly hash: string
  readonly replaces: string | undefined
  readonly decidesFrom: Date
  readonly proposal: string | undefined
  readonly event: number | undefined
  readonly at: Date
}

/** Keeps the bytes of a version; whoever brings the same brings nothing new. */
export async function addRuleBook(
  transaction: InTransaction,
  region: string,
  { hash, id, text }: StoredBook & { readonly id: string },
): Promise<void> {
  await transaction
    .insertInto('rule_book')
    .values({ region, hash: Buffer.from(hash, 'hex'), id, text, released_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The texts of versions, released or not. */
export async function ruleBooksOf(
  store: Store | InTransaction,
  region: string,
  hashes: readonly string[],
): Promise<StoredBook[]> {
  if (hashes.length === 0) return []
  const rows = await store
    .selectFrom('rule_book')
    .select(['hash', 'text'])
    .where('region', '=', region)
    .where(
      'hash',
      'in',
      hashes.map((hash) => Buffer.from(hash, 'hex')),
    )
    .execute()
  return rows.map(({ hash, text }) => ({ hash: hash.toString('hex'), text }))
}

/** The versions of a book of which the hash begins so. */
export async function versionsBy(
  store: Store | InTransaction,
  region: string,
  id: string,
  start: string,
): Promise<string[]> {
  const rows = await store
    .selectFrom('rule_book')
    .select('hash')
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
  return rows.map(({ hash }) => hash.toString('hex')).filter((each) => each.startsWith(start))
}

/** Of these versions, those that were released: at once, or from an instant to come. */
export async function releasedAmong(
  store: Store | InTransaction,
  region: string,
  hashes: readonly string[],
): Promise<string[]> {
  const rows = await store
    .selectFrom('rule_release')
    .select('hash')
    .distinct()
    .where('region', '=', region)
    .where(
      'hash',
      'in',
      hashes.map((hash) => Buffer.from(hash, 'hex')),
    )
    .execute()
  return rows.map(({ hash }) => hash.toString('hex'))
}

/** The version that decides on each line at an instant: the last that began by then. */
export async function hashesInForce(
  store: Store | InTransaction,
  region: string,
  at: Date,
): Promise<string[]> {
  const rows = await store
    .selectFrom('rule_release')
    .select('hash')
    .distinctOn('line')
    .where('region', '=', region)
    .where('decides_from', '<=', at)
    .orderBy('line')
    .orderBy('decides_from', 'desc')
    .execute()
  return rows.map(({ hash }) => hash.toString('hex'))
}

/** Every release there was and that is to come, the newest first. */
export async function releasesOf(
  store: Store | InTransaction,
  region: string,
  of: { readonly line?: string; readonly hash?: string } = {},
): Promise<Release[]> {
  const { line, hash } = of
  let asked = store.selectFrom('rule_release').selectAll().where('region', '=', region)
  if (line !== undefined) asked = asked.where('line', '=', line)
  if (hash !== undefined) asked = asked.where('hash', '=', Buffer.from(hash, 'hex'))
  const rows = await asked.orderBy('decides_from', 'desc').orderBy('line').execute()
  return rows.map((row) => ({
    line: row.line,
    hash: row.hash.toString('hex'),
    replaces: row.replaces?.toString('hex'),
    decidesFrom: row.decides_from,
    proposal: row.proposal ?? undefined,
    event: row.event ?? undefined,
    at: row.at,
  }))
}

export type NewRelease = {
  readonly line: string
  readonly hash: string
  readonly replaces: string | undefined
  readonly decidesFrom: Date
  readonly at: Date
  readonly event: number | undefined
  readonly proposal?: string
  readonly askedBy?: string
  readonly confirmedBy?: string
}

export async function addRelease(
  transaction: InTransaction,
  region: string,
  release: NewRelease,
): Promise<void> {
  await transaction
    .insertInto('rule_release')
    .values({ region, ...releaseRow(release) })
    .execute()
}

/** A release as its table holds it. */
export function releaseRow({ line, hash, replaces, decidesFrom, at, event, ...who }: NewRelease) {
  return {
    ...{ line, decides_from: decidesFrom, hash: Buffer.from(hash, 'hex'), at },
    replaces: replaces === undefined ? null : Buffer.from(replaces, 'hex'),
    ...{ proposal: who.proposal ?? null, asked_by: who.askedBy ?? null },
    ...{ confirmed_by: who.confirmedBy ?? null, event: event ?? null },
  }
}

/** Versions of before releases had a table of their own, which nobody released yet by it. */
export async function booksReleasedBefore(
  transaction: InTransaction,
  region: string,
): Promise<(StoredBook & { readonly releasedAt: Date })[]> {
  const rows = await transaction
    .selectFrom('rule_book')
    .select(['hash', 'text', 'released_at'])
    .where('region', '=', region)
    .where('released_at', 'is not', null)
    .orderBy('released_at')
    .orderBy('hash')
    .execute()
  return rows.flatMap(({ hash, text, released_at: releasedAt }) =>
    releasedAt ? [{ hash: hash.toString('hex'), text, releasedAt }] : [],
  )
}

const lockSpace = 4_702_115

/**
 * Whoever makes something known by the rules of now waits for whoever changes them, and they for us, until
 * the transaction ends.
 */
export async function lockRules(
  transaction: InTransaction,
  region: string,
  lock: 'lock' | 'share',
): Promise<void> {
  const key = sql`${lockSpace}, hashtext(${region})`
  await (lock === 'lock'
    ? sql`select pg_advisory_xact_lock(${key})`
    : sql`select pg_advisory_xact_lock_shared(${key})`
  ).execute(transaction)
}
