/**
 * A whole region as one file (archief): what stands first in it says what it is, whose, from when and for whom; then
 * the tables; then a list of hashes, and that list signed. Described in `docs/guides/back-up-and-restore.md`.
 */
import { canonicalJson, type Json } from '../basics/canonical-json.ts'

export const archiveFormat = 'verdeelsleutel-archive-v1'

/** For what an archive was made, and by whom: nobody takes it out without breaking the hashes. */
export type Watermark =
  | { readonly for: 'back-up' }
  | {
      readonly for: 'export'
      readonly export: string
      readonly askedBy: string
      readonly askedAt: string
      readonly agreedBy: string
      readonly agreedAt: string
      readonly reason: string
    }

export type ArchiveTable = { readonly name: string; readonly columns: readonly string[] }

export type ArchiveAbout = {
  readonly format: typeof archiveFormat
  readonly region: string
  /** The program that made it. */
  readonly engine: string
  /** The moment as of which everything is. */
  readonly at: string
  readonly watermark: Watermark
  /** The log as it was then: how many events had a position, and the root of them in hexadecimal. */
  readonly log: {
    readonly size: number
    readonly root: string
    /** The last checkpoint that was signed; empty where there was none. */
    readonly checkpoint: string
    /** The first key of the log (C2SP vkey); empty where it was not known. */
    readonly key: string
    /** Announcements of other keys, in order. */
    readonly keyChanges: readonly string[]
  }
  /** The steps by which the tables were made. */
  readonly migrations: readonly string[]
  readonly tables: readonly ArchiveTable[]
}

/** Names of what stands in an archive beside its tables. */
export const archiveFiles = {
  about: 'about.json',
  readMe: 'leesmij.txt',
  sums: 'SHA256SUMS',
  signed: 'SHA256SUMS.signed',
} as const

/** A piece of a table; pieces behind each other are the whole. */
export function partName(table: string, part: number): string {
  return `tables/${table}/${String(part).padStart(5, '0')}.csv.gz`
}

/** The table that a piece is of, and which piece; undefined where it is none. */
export function partOf(
  name: string,
): { readonly table: string; readonly part: number } | undefined {
  const [, table, part] = /^tables\/([a-z_]+)\/(\d{5,})\.csv\.gz$/.exec(name) ?? []
  return table === undefined ? undefined : { table, part: Number(part) }
}

export function writeAbout(about: ArchiveAbout): string {
  // @NOTE nothing but texts, numbers and lists of these.
  return `${canonicalJson(about as unknown as Json)}\n`
}

/** Reads what stands first; undefined where it is no archive of ours, or of a kind we do not know. */
export function readAbout(text: string): ArchiveAbout | undefined {
  try {
    // @NOTE held to its parts below, and to its own way of being written.
    const about = JSON.parse(text) as ArchiveAbout
    const { log, tables, migrations, watermark } = about
    const isOurs =
      about.format === archiveFormat &&
      [about.region, about.engine, about.at, log.root, log.checkpoint, log.key].every(isText) &&
      Number.isSafeInteger(log.size) &&
      !Number.isNaN(Date.parse(about.at)) &&
      [...log.keyChanges, ...migrations].every(isText) &&
      tables.every(({ name, columns }) => isName(name) && columns.every(isName)) &&
      (watermark.for === 'back-up' || watermark.for === 'export')
    return isOurs && writeAbout(about) === text ? about : undefined
  } catch {
    return undefined
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

// Names become part of what the database is asked.
function isName(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z_][a-z0-9_]*$/.test(value)
}

/** The list of hashes, as `sha256sum -c` reads it. */
export function sumsText(sums: readonly (readonly [name: string, hash: string])[]): string {
  return sums.map(([name, hash]) => `${hash}  ${name}\n`).join('')
}

/** Name and hash of each line; undefined where a line is none. */
export function readSums(text: string): ReadonlyMap<string, string> | undefined {
  const sums = new Map<string, string>()
  for (const line of text.split('\n').slice(0, -1)) {
    const [, hash, name] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? []
    if (hash === undefined || name === undefined || sums.has(name)) return undefined
    sums.set(name, hash)
  }
  return text.endsWith('\n') ? sums : undefined
}

/** What is signed of an archive: whose it is, and the hash of its list of hashes. */
export function archiveText(region: string, sumsHash: string): string {
  return `verdeelsleutel archive v1\n${region}\n${sumsHash}\n`
}

/** What is not right with an archive; `name` says with which file in it. */
export type ArchiveFault = {
  readonly code:
    | 'not-an-archive'
    | 'broken'
    | 'file-differs'
    | 'file-missing'
    | 'file-unknown'
    | 'sums-unreadable'
    | 'not-signed'
    | 'signature-wrong'
    | 'other-key'
  readonly name: string
  /** Where it cannot be read on: so many bytes from the start. */
  readonly offset?: number
}
