/**
 * Somebody reads a file (inzien): their own, or that of whom they help. Reading for somebody else is written
 * in the log, once a day, so that the person sees who looked.
 */
import { didSince } from '../store/events.ts'
import {
  type Actor,
  type Doing,
  inTransaction,
  isOwnFile,
  mayDo,
  type Refusal,
  refuse,
  type Setting,
} from './operation.ts'

const dayLong = 86_400_000

/** On which ground somebody looked at a file (grond van inzage); each can be held to what the log knows. */
export const readingGrounds = [
  'mandate',
  'oversight',
  'offer',
  'list',
  'complaint',
  'case',
  'correction',
  'counter',
  'post',
  'break-glass',
] as const
export type ReadingGround = (typeof readingGrounds)[number]

/** Reads for whoever may; a refusal where somebody else may not know that the file exists. */
export async function readFile<What>(
  setting: Setting,
  actor: Actor,
  person: string,
  read: () => Promise<What>,
): Promise<What | Refusal> {
  if (!mayDo(actor, 'read-file', { person })) return refuse('not-found')
  if (actor.person !== person) {
    const reason = isOwnFile(actor, person) ? 'mandate' : 'oversight'
    await inTransaction(setting, actor, (doing) => noteReading(doing, { person, reason }))
  }
  return read()
}

/** Writes in the log that somebody looked, once a day for each ground. */
export async function noteReading(
  doing: Doing,
  {
    person,
    reason,
    ...more
  }: {
    readonly person: string
    readonly reason: ReadingGround
    readonly landlord?: string
    readonly complaint?: number
  },
): Promise<void> {
  const { transaction, region, at, actor } = doing
  if (!actor || actor.person === person) return
  const since = new Date(at.getTime() - dayLong)
  const asked = { kind: 'file-read', actor: actor.human, person, reason }
  if (await didSince(transaction, region, asked, since)) return
  await doing.write({ kind: 'file-read', open: { reason, ...more }, personal: { person }, person })
}
