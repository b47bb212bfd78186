/**
 * A region is put back from its archive (terugzetten), where it is not; and then held, until somebody says that it
 * goes on here. So a copy that was put back to look at sends nobody mail, closes no home and signs nothing.
 */
import type { SignedCheckpoint } from '../core/basics/checkpoint.ts'
import { hex } from '../core/basics/sha256.ts'
import type { Store } from '../store/database.ts'
import { countDueJobs, dropTask } from '../store/jobs.ts'
import {
  type CannotLoad,
  endHold,
  growLog,
  heldRestore,
  holdRestore,
  loadArchive,
  type Restored,
  whyNotLoaded,
} from '../store/load-archive.ts'
import { isSignedBy } from '../store/log-key.ts'
import { migrate } from '../store/migrate.ts'
import type { ArchiveAbout } from './check-archive.ts'
import { keysAfter } from './keep-log.ts'
import { inTransaction, type Setting } from './operation.ts'

export type { CannotLoad, Restored }
export { whyNotLoaded }

/** What a checkpoint from elsewhere says about an archive. */
export type AgainstCheckpoint = 'other-log' | 'not-signed' | 'older' | 'within'

/**
 * Holds an archive to a checkpoint that was kept elsewhere: `older` where the log was longer when that was signed, and
 * so what came after the archive is lost, for all who keep it to see.
 */
export function againstCheckpoint(
  { log }: ArchiveAbout,
  checkpoint: SignedCheckpoint,
): AgainstCheckpoint {
  const keys = keysAfter(log.key, log.keyChanges)
  if (keys[0]?.name !== checkpoint.origin) return 'other-log'
  if (checkpoint.size > log.size) return 'older'
  return keys.some((key) => isSignedBy(checkpoint, key)) ? 'within' : 'not-signed'
}

/** The log that came in is not the one that the archive says, or does not begin as a checkpoint says. */
export class LogDiffers extends Error {
  override readonly name = 'LogDiffers'
  readonly size: number

  constructor(size: number) {
    super(`The log differs from what was signed at ${size} events`)
    this.size = size
  }
}

export type RestoreAsked = {
  readonly store: Store
  readonly url: string
  readonly about: ArchiveAbout
  /** The hash by which the archive is known. */
  readonly hash: string
  readonly pieces: AsyncIterable<Uint8Array>
  readonly now: Date
  /** Kept from elsewhere: the log must begin with it, or it counts more. */
  readonly checkpoint?: SignedCheckpoint
}

/**
 * Puts a region back: the tables as they were made then, what was in them, and then the tables as they are now.
 *
 * @throws LogDiffers where the log does not come out as it was; then nothing came in.
 */
export async function restoreRegion(asked: RestoreAsked): Promise<number> {
  const { store, url, about, hash, pieces, now, checkpoint } = asked
  const { region, log } = about
  await migrate(store, about.migrations)
  const isLater = checkpoint !== undefined && checkpoint.size > log.size
  const rows = await loadArchive(url, about, pieces, async (client) => {
    const grown = await growLog(client, region, isLater ? undefined : checkpoint?.size)
    if (grown.size !== log.size || hex(grown.root) !== log.root) throw new LogDiffers(log.size)
    if (checkpoint && !isLater && hex(grown.rootThen ?? grown.root) !== hex(checkpoint.root)) {
      throw new LogDiffers(checkpoint.size)
    }
    await holdRestore(client, region, {
      ...{ restoredAt: now, madeAt: new Date(about.at), archive: Buffer.from(hash, 'hex') },
      ...{ logSize: log.size, logRoot: Buffer.from(log.root, 'hex') },
      later: isLater ? `${checkpoint.size} ${hex(checkpoint.root)}` : undefined,
    })
  })
  await migrate(store)
  return rows
}

/** That a region was put back and is held; undefined where it goes on. */
export async function heldSince({
  store,
  region,
}: {
  readonly store: Store
  readonly region: string
}): Promise<Restored | undefined> {
  return heldRestore(store, region)
}

export type Resumed = {
  readonly event: number
  /** Mail that waited when the back-up was made, and is not sent. */
  readonly mailsDropped: number
  /** What is done at once, for its time has come: by task. */
  readonly due: readonly { readonly task: string; readonly count: number }[]
}

/**
 * Says that a region that was put back goes on here (hervatten). Mail that waited when the back-up was made was most
 * likely sent since, and is only sent where that is asked. The log says that it was put back, and from when; undefined
 * where it is not held.
 */
export async function resumeRegion(
  setting: Setting,
  { sendMail }: { readonly sendMail: boolean },
): Promise<Resumed | undefined> {
  return inTransaction(setting, undefined, async (doing) => {
    const { transaction, region, at } = doing
    const held = await heldRestore(transaction, region)
    if (!held) return undefined
    const mailsDropped = sendMail ? 0 : await dropTask(transaction, region, 'send-mail')
    const [laterSize, laterRoot] = held.later?.split(' ') ?? []
    const event = await doing.write({
      kind: 'region-restored',
      open: {
        ...{ made: held.madeAt.toISOString(), archive: hex(held.archive) },
        ...{ events: held.logSize, root: hex(held.logRoot), mailsDropped },
        // What was signed further on is owned up to, for whoever keeps it.
        ...(laterSize !== undefined &&
          laterRoot !== undefined && { later: { events: Number(laterSize), root: laterRoot } }),
      },
    })
    await endHold(transaction, region, at)
    return { event, mailsDropped, due: await countDueJobs(transaction, region, at) }
  })
}
