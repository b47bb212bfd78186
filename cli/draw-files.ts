/**
 * The files of a lottery (loting): lots as CSV or JSON, the commitment, what the sources said, and the
 * published draw. Read strictly at the door, so that the core can trust them and no name slips into a
 * publication; written whole or not at all. Formats in docs/guides/verify-a-draw.md.
 */
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import * as z from 'zod'
import type { Commitment, Lot } from '../core/ranking/commit-lottery.ts'
import type { Draw } from '../core/ranking/draw-lots.ts'
import type { Evidence, Party, RandomSource } from '../core/ranking/settle-randomness.ts'
import { NotWritten } from './command.ts'

/** The class of a lot that has none of its own. */
export const onlyClass = 'regular'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const hexadecimal = z.string().regex(/^([0-9a-f]{2})+$/)
const instant = z.int().nonnegative()
const name = z.string().min(1)
const priorityClass = z.union([name, z.int()])

const party: z.ZodType<Party> = z.strictObject({ name, commitment: hash })

const source: z.ZodType<RandomSource> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('round'), round: z.int().positive(), until: instant }),
  z.strictObject({ kind: z.literal('pulse'), at: instant, until: instant }),
  z.strictObject({
    kind: z.literal('parties'),
    from: instant,
    until: instant,
    parties: z.array(party).min(1),
  }),
])

const evidence: z.ZodType<Evidence> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('round'),
    publicKey: hexadecimal,
    round: z.int().positive(),
    signature: hexadecimal,
    receivedAt: instant,
  }),
  z.strictObject({
    kind: z.literal('pulse'),
    at: instant,
    outputValue: hexadecimal,
    receivedAt: instant,
  }),
  z.strictObject({ kind: z.literal('reveal'), party: name, secret: hash, receivedAt: instant }),
])

const commitment: z.ZodType<Commitment> = z.strictObject({
  scheme: name,
  lottery: name,
  committedAt: instant,
  marginSeconds: z.int().nonnegative(),
  rulesHash: hash,
  classes: z.array(priorityClass).min(1),
  lotCount: z.int().nonnegative(),
  lotsRoot: hash,
  listHash: hash,
  chain: z.strictObject({
    name,
    publicKey: hexadecimal,
    genesis: instant,
    periodSeconds: z.int().positive(),
    practice: z.boolean(),
  }),
  sources: z.array(source),
})

/** The shape of a published draw; a field that does not belong there, such as a name, is refused. */
export const publishedDraw: z.ZodType<Draw> = z.strictObject({
  commitment,
  drawnAt: instant,
  evidence: z.array(evidence),
  silent: z.array(name),
  value: hash,
  seed: hash,
  lots: z.array(
    z.strictObject({
      lot: z.string(),
      class: priorityClass,
      key: hash,
      place: z.int().positive(),
    }),
  ),
})

const lots = z.array(
  z.object({ lot: z.string(), class: z.union([z.string(), z.int()]).default(onlyClass) }),
)

/** What a beacon or a party said; a response of drand itself is good as it is. */
const said = z.union([
  z.object({
    round: z.int().positive(),
    signature: hexadecimal,
    receivedAt: instant.optional(),
  }),
  z.object({ party: name, secret: hash, receivedAt: instant.optional() }),
])
export type Said = z.infer<typeof said>

export type Read<T> = { readonly read: true; readonly value: T } | NotRead
export type NotRead = { readonly read: false; readonly file: string; readonly why: string }

export const readCommitment = (file: string): Read<Commitment> => readJson(file, commitment)
export const readDraw = (file: string): Read<Draw> => readJson(file, publishedDraw)
export const readParties = (file: string): Read<Party[]> => readJson(file, z.array(party).min(1))
export const readSaid = (file: string): Read<Said[]> =>
  readJson(file, z.union([z.array(said), said.transform((one) => [one])]))

/** Lots with their classes as text, from JSON or from CSV with the columns `lot` and `class`. */
export function readLots(file: string): Read<Lot[]> {
  return reading(file, (text) => {
    const rows: unknown = file.endsWith('.json') ? JSON.parse(text) : rowsOf(text)
    return lots.parse(rows).map((entry) => ({ lot: entry.lot, class: String(entry.class) }))
  })
}

/** Writes a new file, whole or not at all; false when there is one already, which then stays as it is. */
export function writeOnce(file: string, value: Commitment | Draw): boolean {
  const draft = `${file}.${process.pid}.part`
  try {
    writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { flush: true })
    // A rename would replace the file of another run that finished meanwhile; a link refuses to.
    linkSync(draft, file)
    return true
  } catch (error) {
    if (isExisting(error)) return false
    throw new NotWritten(file, error)
  } finally {
    rmSync(draft, { force: true })
  }
}

function rowsOf(text: string): unknown {
  return parse(text, { columns: true, bom: true, trim: true, delimiter: [',', ';'] })
}

function readJson<T>(file: string, schema: z.ZodType<T>): Read<T> {
  return reading(file, (text) => schema.parse(JSON.parse(text)))
}

function reading<T>(file: string, parseText: (text: string) => T): Read<T> {
  try {
    return { read: true, value: parseText(readFileSync(file, 'utf8')) }
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    return { read: false, file, why }
  }
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
