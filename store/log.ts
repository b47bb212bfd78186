/**
 * The log (logboek): every event is written before its effect, in the same transaction. What is personal
 * stands in it as a salted commitment only; the value and its salt can be erased, and the proofs still hold.
 */
import { randomBytes } from 'node:crypto'
import { canonicalJson, type Json } from '../core/basics/canonical-json.ts'
import { hex, sha256 } from '../core/basics/sha256.ts'
import type { InTransaction } from './database.ts'

export type Entry = {
  readonly kind: string
  /** Who did it: a human, or nobody where the clock or the engine did. */
  readonly actor: string | undefined
  readonly at: Date
  /** What may be read by everybody, for ever. */
  readonly open: Readonly<Record<string, Json>>
  /** What is about a person: erased with their file. */
  readonly personal?: Readonly<Record<string, Json>>
  /** Whose file the personal values belong to. */
  readonly person?: string
}

/** Writes one event; gives its number, which orders nothing before it stands in the tree. */
export async function writeEvent(
  transaction: InTransaction,
  region: string,
  entry: Entry,
): Promise<number> {
  const { kind, actor, at, person } = entry
  const { body, hash, values } = seal(entry, () => randomBytes(16))
  const { number } = await transaction
    .insertInto('event')
    .values({ region, at, kind, actor: actor ?? null, body, hash })
    .returning('number')
    .executeTakeFirstOrThrow()
  if (values.length > 0) {
    await transaction
      .insertInto('event_value')
      .values(
        values.map(({ name, value, salt }) => ({
          ...{ region, event: number, name, person: person ?? null, salt },
          value: JSON.stringify(value),
        })),
      )
      .execute()
  }
  return number
}

export type Sealed = {
  readonly body: string
  readonly hash: Buffer
  readonly values: readonly { readonly name: string; readonly value: Json; readonly salt: Buffer }[]
}

/** What of an event goes into the log for ever, and beside it the values that can be erased, with their salts. */
export function seal({ kind, at, open, personal = {} }: Entry, newSalt: () => Buffer): Sealed {
  const values = Object.entries(personal).map(([name, value]) => ({ name, value, salt: newSalt() }))
  const commitments = Object.fromEntries(
    values.map(({ name, value, salt }) => [name, commitmentTo(value, salt)]),
  )
  const body = canonicalJson({ at: at.toISOString(), kind, ...open, commitments })
  return { body, hash: Buffer.from(leafHash(body)), values }
}

/** The commitment to a value: who has the value and the salt can show that it stood there. */
export function commitmentTo(value: Json, salt: Uint8Array): string {
  return hex(sha256(salt, canonicalJson(value)))
}

/** The hash of an event as a leaf of the tree (RFC 6962). */
export function leafHash(body: string): Uint8Array {
  return sha256(Uint8Array.of(0), body)
}
