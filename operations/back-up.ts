/**
 * A back-up of the region (reservekopie): whoever runs the machine makes it, and the log says that one was made and
 * by which hash it is known. It holds everything but the keys, which stand in the data folder.
 */
import { hex } from '../core/basics/sha256.ts'
import { type ArchiveMade, writeArchive } from '../store/archive.ts'
import { archiveReadMe } from '../words/archive.ts'
import type { Language } from '../words/language.ts'
import { inTransaction, type Setting } from './operation.ts'

export { isMigrated } from '../store/migrate.ts'

export type BackUpMade = Omit<ArchiveMade, 'sha256'> & {
  /** By which the archive is known. */
  readonly hash: string
  readonly event: number
}

/** Writes the back-up piece by piece to where `take` puts it, and then in the log that it was made. */
export async function backUp(
  setting: Setting,
  {
    language,
    take,
    watch,
  }: {
    readonly language: Language
    readonly take: (piece: Buffer) => Promise<void>
    readonly watch?: (rows: number) => Promise<void>
  },
): Promise<BackUpMade> {
  const { store, region, engine, logKey } = setting
  const pieces = writeArchive(store, {
    ...{ region, engine, at: setting.now(), watermark: { for: 'back-up' } },
    readMe: (about) => archiveReadMe(about, language),
    ...(logKey && { logKey }),
    ...(watch && { watch }),
  })
  let next = await pieces.next()
  while (!next.done) {
    await take(next.value)
    next = await pieces.next()
  }
  const { sha256, ...made } = next.value
  const hash = hex(sha256)
  const event = await inTransaction(setting, undefined, (doing) =>
    doing.write({
      kind: 'region-backed-up',
      open: { archive: hash, events: made.about.log.size },
    }),
  )
  return { ...made, hash, event }
}
