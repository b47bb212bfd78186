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
  { kind, actor, at, open, personal = {}, person }: Entry,
): Promise<number> {
  const values = Object.entries(personal).map(([name, value]) => ({
    name,
    value,
    salt: randomBytes(16),
  }))
  const commitments = Object.fromEntries(
    values.map(({ name, value, salt }) => [name, commitmentTo(value, salt)]),
  )
  const body = canonicalJson({ at: at.toISOString(), kind, ...open, commitments })
  const { number } = await transaction
    .insertInto('event')
    .values({ region, at, kind, actor: actor ?? null, body, hash: Buffer.from(leafHash(body)) })
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

/** The commitment to a value: who has the value and the salt can show that it stood there. */
export function commitmentTo(value: Json, salt: Uint8Array): string {
  return hex(sha256(salt, canonicalJson(value)))
}

/** The hash of an event as a leaf of the tree (RFC 6962). */
export function leafHash(body: string): Uint8Array {
  return sha256(Uint8Array.of(0), body)
}
