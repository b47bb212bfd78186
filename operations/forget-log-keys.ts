/**
 * The secret part of a former key of the log is taken out of the data folder (sleutel vergeten), once the log has been
 * signed by the key after it for so long that no back-up of before is put back any more. Every process does so with
 * its own folder. Whoever steals the folder can then sign nothing in the name of then; the public part stays, for the
 * chain of keys begins with it.
 */
import { announcedKeys } from '../store/key-changes.ts'
import type { LogKey } from '../store/log-key.ts'
import { latestCheckpoint } from '../store/log-tree.ts'
import { dayInMilliseconds } from './dutch-time.ts'
import type { Setting } from './operation.ts'

/** As long as back-ups are kept: a log that is put back from one goes on with the key of then. */
const daysKept = 30

/** When the secret part of a key goes, given when the key after it was announced. */
export function forgottenAt(nextAnnounced: Date): Date {
  return new Date(nextAnnounced.getTime() + daysKept * dayInMilliseconds)
}

/** Forgets what is due; gives how many keys that were. */
export async function forgetLogKeys(
  { store, region, now }: Pick<Setting, 'store' | 'region' | 'now'>,
  logKey: LogKey,
): Promise<number> {
  const last = await latestCheckpoint(store, region)
  const announced = await announcedKeys(store, region, logKey)
  const former = [logKey.publicKey, ...announced.map(({ publicKey }) => publicKey)]
  let count = 0
  for (const [index, { at, position }] of announced.entries()) {
    const publicKey = former[index]
    // Both sign the checkpoint that counts the announcement: only behind it is the old one of no use.
    const isOver = position !== null && last !== undefined && position < last.size
    if (!publicKey || !isOver || now() < forgottenAt(at)) continue
    if (logKey.forget(publicKey)) count += 1
  }
  return count
}
