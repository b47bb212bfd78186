/**
 * The files of a lottery (loting): lots as CSV or JSON, the commitment, what the sources said, and the
 * published draw. Read strictly at the door, so that the core can trust them and no name slips into a
 * publication; written whole or not at all. Formats in docs/guides/verify-a-draw.md.
 */
import { linkSync, rmSync, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import * as z from 'zod'
import type { Issue } from '../core/policy/issue.ts'
import type { Commitment, Lot } from '../core/ranking/commit-lottery.ts'
import type { Draw } from '../core/ranking/draw-lots.ts'
import type { Evidence, Party, RandomSource } from '../core/ranking/settle-randomness.ts'
import { csvFault } from '../policies/read-csv.ts'
import { readText } from '../policies/read-document.ts'
import { readJson } from '../policies/read-json.ts'
import { closed, text, yesNo } from '../policies/rule-book-schema.ts'
import { NotWritten } from './command.ts'

/** The class of a lot that has none of its own. */
export const onlyClass = 'regular'

const hash = z.string({ error: 'seed' }).regex(/^[0-9a-f]{64}$/, { error: 'seed' })
const hexadecimal = z.string({ error: 'hex' }).regex(/^([0-9a-f]{2})+$/, { error: 'hex' })
const whole = z.int({ error: 'whole-number' })
const instant = whole.nonnegative()
const priorityClass = z.union([text, whole])

function list<Schema extends z.ZodType>(item: Schema) {
  return z.array(item, { error: 'list' })
}

const party: z.ZodType<Party> = closed({ name: text, commitment: hash })

const source: z.ZodType<RandomSource> = z.discriminatedUnion('kind', [
  closed({ kind: z.literal('round'), round: whole.positive(), until: instant }),
  closed({ kind: z.literal('pulse'), at: instant, until: instant }),
  closed({
    kind: z.literal('parties'),
    from: instant,
    until: instant,
    parties: list(party).min(1),
  }),
])

const evidence: z.ZodType<Evidence> = z.discriminatedUnion('kind', [
  closed({
    kind: z.literal('round'),
    publicKey: hexadecimal,
    round: whole.positive(),
    signature: hexadecimal,
    receivedAt: instant,
  }),
  closed({
    kind: z.literal('pulse'),
    at: instant,
    outputValue: hexadecimal,
    receivedAt: instant,
  }),
  closed({ kind: z.literal('reveal'), party: text, secret: hash, receivedAt: instant }),
])

const commitment: z.ZodType<Commitment> = closed({
  scheme: text,
  lottery: text,
  committedAt: instant,
  marginSeconds: instant,
  rulesHash: hash,
  classes: list(priorityClass).min(1),
  lotCount: instant,
  lotsRoot: hash,
  listHash: hash,
  chain: closed({
    name: text,
    publicKey: hexadecimal,
    genesis: instant,
    periodSeconds: whole.positive(),
    practice: yesNo,
  }),
  sources: list(source),
})

/** The shape of a published draw; a field that does not belong there, such as a name, is refused. */
export const publishedDraw: z.ZodType<Draw> = closed({
  commitment,
  drawnAt: instant,
  evidence: list(evidence),
  silent: list(text),
  value: hash,
  seed: hash,
  lots: list(
    closed({
      lot: z.string({ error: 'text' }),
      class: priorityClass,
      key: hash,
      place: whole.positive(),
    }),
  ),
})

const lots = list(
  z.object({
    lot: z.string({ error: 'text' }),
    class: z.union([z.string({ error: 'text' }), whole]).default(onlyClass),
  }),
)

/** What a beacon or a party said; a response of drand itself is good as it is. */
const said = z.union([
  z.object({
    round: whole.positive(),
    signature: hexadecimal,
    receivedAt: instant.optional(),
  }),
  z.object({ party: text, secret: hash, receivedAt: instant.optional() }),
])
export type Said = z.infer<typeof said>

export type Read<T> = { readonly read: T } | Issue[]

/** A list of a million lots stays well below this. */
const bytesMax = 512 * 1024 * 1024

export const readCommitment = (file: string): Read<Commitment> => readIn(commitment, file)
export const readDraw = (file: string): Read<Draw> => readIn(publishedDraw, file)
export const readParties = (file: string): Read<Party[]> => readIn(list(party).min(1), file)
export const readSaid = (file: string): Read<Said[]> =>
  readIn(z.union([list(said), said.transform((one) => [one])]), file)

function readIn<T>(schema: z.ZodType<T>, file: string): Read<T> {
  const found = readText(file, bytesMax)
  return typeof found === 'string' ? readJson(schema, found, file) : [found]
}

/** Lots with their classes as text, from JSON or from CSV with the columns `lot` and `class`. */
export function readLots(file: string): Read<Lot[]> {
  if (file.endsWith('.json')) return withClassAsText(readIn(lots, file))
  const found = readText(file, bytesMax)
  if (typeof found !== 'string') return [found]
  try {
    return withClassAsText(lotsOfRows(rowsOf(found), file))
  } catch (error) {
    return [csvFault(error, file)]
  }
}

function withClassAsText(given: Read<z.output<typeof lots>>): Read<Lot[]> {
  if (Array.isArray(given)) return given
  return { read: given.read.map((entry) => ({ lot: entry.lot, class: String(entry.class) })) }
}

function lotsOfRows(rows: unknown, file: string): Read<z.output<typeof lots>> {
  const { success, data } = lots.safeParse(rows)
  if (success) return { read: data }
  // Every row has the columns of the header, so one thing can be wrong: a column that is not there.
  return [{ file, line: 1, column: 1, path: '', code: 'missing-key', facts: { key: 'lot' } }]
}

function rowsOf(table: string): unknown {
  const delimiter = [',', ';']
  return parse(table, { columns: true, bom: true, trim: true, delimiter, skip_empty_lines: true })
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

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
