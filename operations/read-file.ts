/**
 * Somebody reads a file (inzien): their own, or that of whom they help. Reading for somebody else is written
 * in the log, once a day, so that the person sees who looked.
 */
import { didSince } from '../store/events.ts'
import {
  type Actor,
  inTransaction,
  mayDo,
  type Refusal,
  refuse,
  type Setting,
} from './operation.ts'

const dayLong = 86_400_000

/** Reads for whoever may; a refusal where somebody else may not know that the file exists. */
export async function readFile<What>(
  setting: Setting,
  actor: Actor,
  person: string,
  read: () => Promise<What>,
): Promise<What | Refusal> {
  if (!mayDo(actor, 'read-file', { person })) return refuse('not-found')
  if (actor.person !== person) await logReading(setting, actor, person)
  return read()
}

async function logReading(setting: Setting, actor: Actor, person: string): Promise<void> {
  await inTransaction(setting, actor, async (doing) => {
    const since = new Date(doing.at.getTime() - dayLong)
    const asked = { kind: 'file-read', actor: actor.human, person }
    if (await didSince(doing.transaction, doing.region, asked, since)) return
    await doing.write({ kind: 'file-read', open: {}, personal: { person }, person })
  })
}
