/**
 * Checks the archive of a region (archief controleren), without a database and before anything is done with it: every
 * file in it against the list of hashes, and that list against who signed it. What is wrong is named.
 */
import { readNote } from '../core/basics/checkpoint.ts'
import { hex, sha256 } from '../core/basics/sha256.ts'
import {
  type ArchiveAbout,
  type ArchiveFault,
  archiveFiles,
  archiveText,
  partName,
  partOf,
  readAbout,
  readSums,
} from '../core/oversight/archive-format.ts'
import { isSignedBy, publicKeyText } from '../store/log-key.ts'
import { filesOfTar, TarBroken } from '../store/tar.ts'
import { keysAfter } from './keep-log.ts'

export type { ArchiveAbout, ArchiveFault }

export type ArchiveChecked = {
  readonly about: ArchiveAbout | undefined
  /** Of the list of hashes, in hexadecimal: the name of this archive. */
  readonly hash: string
  readonly files: number
  readonly bytes: number
  readonly faults: readonly ArchiveFault[]
}

/** With a key one trusts (vkey), it must be the log's: the one it began with, or one announced after it. */
export async function checkArchive(
  pieces: AsyncIterable<Uint8Array>,
  trusted?: string,
): Promise<ArchiveChecked> {
  const faults: ArchiveFault[] = []
  const hashes = new Map<string, string>()
  const found: { about?: ArchiveAbout; sums?: Uint8Array; note?: string } = {}
  let bytes = 0
  try {
    for await (const file of filesOfTar(pieces)) {
      const text = () => Buffer.from(file.bytes).toString()
      bytes += file.bytes.length
      if (hashes.size === 0) {
        const about = file.name === archiveFiles.about ? readAbout(text()) : undefined
        if (about) found.about = about
      }
      if (file.name === archiveFiles.sums) found.sums = file.bytes
      else if (file.name === archiveFiles.signed) found.note = text()
      else if (hashes.has(file.name)) faults.push({ code: 'file-unknown', name: file.name })
      else hashes.set(file.name, hex(sha256(file.bytes)))
    }
  } catch (fault) {
    if (!(fault instanceof TarBroken)) throw fault
    faults.push({ code: 'broken', name: fault.behind, offset: fault.offset })
  }
  const { about, sums, note } = found
  const hash = sums ? hex(sha256(sums)) : ''
  const listed = sums && readSums(Buffer.from(sums).toString())
  if (sums && !listed) faults.push({ code: 'sums-unreadable', name: archiveFiles.sums })
  if (listed) faults.push(...againstSums(hashes, listed))
  if (listed && about) faults.push(...missingParts(hashes, listed, about))
  if (sums && about) faults.push(...signed(about, hash, note))
  if (trusted !== undefined && about && !keysOf(about).includes(trusted)) {
    faults.push({ code: 'other-key', name: archiveFiles.about })
  }
  if (faults.length === 0 && !(about && sums)) faults.push({ code: 'not-an-archive', name: '' })
  return { about, hash, files: hashes.size, bytes, faults }
}

function againstSums(
  hashes: ReadonlyMap<string, string>,
  sums: ReadonlyMap<string, string>,
): ArchiveFault[] {
  const missing = [...sums.keys()].filter((name) => !hashes.has(name))
  return [
    ...[...hashes].flatMap(([name, hash]): ArchiveFault[] => {
      const sum = sums.get(name)
      if (sum === hash) return []
      return [{ code: sum === undefined ? 'file-unknown' : 'file-differs', name }]
    }),
    ...missing.map((name): ArchiveFault => ({ code: 'file-missing', name })),
  ]
}

// Pieces of a table are numbered, and there is one at least.
function missingParts(
  hashes: ReadonlyMap<string, string>,
  sums: ReadonlyMap<string, string>,
  { tables }: ArchiveAbout,
): ArchiveFault[] {
  const parts = Map.groupBy(
    [...hashes.keys()].flatMap((name) => partOf(name) ?? []),
    ({ table }) => table,
  )
  const missing = tables.flatMap(({ name }) => {
    const last = Math.max(1, ...(parts.get(name) ?? []).map(({ part }) => part))
    return Array.from({ length: last }, (_, at) => partName(name, at + 1))
  })
  return missing
    .filter((name) => !hashes.has(name) && !sums.has(name))
    .map((name) => ({ code: 'file-missing', name }))
}

function signed(about: ArchiveAbout, hash: string, note: string | undefined): ArchiveFault[] {
  const name = archiveFiles.signed
  if (note === undefined) return [{ code: 'not-signed', name }]
  const read = readNote(note)
  const key = keysAfter(about.log.key, about.log.keyChanges).at(-1)
  const isRight =
    read !== undefined &&
    key !== undefined &&
    read.text === archiveText(about.region, hash) &&
    isSignedBy(read, key)
  return isRight ? [] : [{ code: 'signature-wrong', name }]
}

/** The keys of the log, from the first on, each in one line. */
export function keysOf({ log }: ArchiveAbout): string[] {
  return keysAfter(log.key, log.keyChanges).map(publicKeyText)
}
