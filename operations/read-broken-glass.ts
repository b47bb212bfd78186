/** A file while it is open in an emergency: only for who opened it, and only until its half hour is over. */
import { breakOf, openBreaksBy, type StoredBreak } from '../store/break-glass.ts'
import { candidatesOf, type PersonFile, personFile } from '../store/people.ts'
import { type Actor, inTransaction, mayDo, type Setting } from './operation.ts'
import { noteReading } from './read-file.ts'
import { type RegistrationState, registrationState } from './registration-life.ts'

export type OpenedFile = {
  readonly opened: StoredBreak
  /** Nothing when the time is over, or the file was erased. */
  readonly file: PersonFile | undefined
  readonly registration: RegistrationState | undefined
}

/** Undefined for whoever did not open it. */
export async function readBrokenGlass(
  setting: Setting,
  actor: Actor,
  id: string,
): Promise<OpenedFile | undefined> {
  return inTransaction(setting, actor, async (doing) => {
    const { transaction, region, at, today } = doing
    const opened = await breakOf(transaction, region, id)
    if (opened?.human !== actor.human || !mayDo(actor, 'break-glass', {})) return undefined
    if (at >= opened.until) return { opened, file: undefined, registration: undefined }
    const file = await personFile(transaction, region, opened.person)
    const [candidate] = await candidatesOf(transaction, region, [opened.person])
    if (file) await noteReading(doing, { person: opened.person, reason: 'break-glass' })
    return {
      ...{ opened, file },
      registration: candidate && (await registrationState(setting, candidate, today)),
    }
  })
}

/**
 * What somebody opened in an emergency and is still open, for who looks for it again. Of whom it is stands only behind
 * it: to look there is a reading. Undefined for who may open nothing.
 */
export async function openEmergencies(
  { store, region, now }: Setting,
  actor: Actor,
): Promise<readonly StoredBreak[] | undefined> {
  if (!mayDo(actor, 'break-glass', {})) return undefined
  return openBreaksBy(store, region, actor.human, now())
}
