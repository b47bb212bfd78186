/**
 * Somebody reads a file (inzien): their own, or that of whom they help. Reading for somebody else is written
 * in the log, once a day, so that the person sees who looked.
 */
import { readSince } from '../store/events.ts'
import { dayInMilliseconds } from './dutch-time.ts'
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

type Ground = {
  readonly reason: ReadingGround
  readonly landlord?: string
  readonly complaint?: number
}

/** Writes in the log that somebody looked, once a day for each ground. */
export async function noteReading(
  doing: Doing,
  { person, ...ground }: Ground & { readonly person: string },
): Promise<void> {
  return noteReadings(doing, [person], ground)
}

/** The same for several files at once, such as the names on a list. */
export async function noteReadings(
  doing: Doing,
  people: readonly string[],
  ground: Ground,
): Promise<void> {
  const { transaction, region, at, actor } = doing
  const others = people.filter((person) => person !== actor?.person)
  if (!actor || others.length === 0) return
  const since = new Date(at.getTime() - dayInMilliseconds)
  const asked = { actor: actor.human, reason: ground.reason, people: others }
  const seen = await readSince(transaction, region, asked, since)
  for (const person of others.filter((each) => !seen.has(each))) {
    await doing.write({ kind: 'file-read', open: { ...ground }, personal: { person }, person })
  }
}
