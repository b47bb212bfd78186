/**
 * The log gets another key (sleutelwissel): one technical administrator asks, a second who is another human agrees.
 * The server makes the key in its data folder; that it is used from then on stands in the log itself, signed by the
 * old key and then by the new one. Source: the mission's trust model, part D3.
 */
import {
  addKeyRequest,
  announcedKeys,
  answerKeyRequest,
  keyChangeKind,
  keyRequestOf,
  openKeyRequest,
} from '../store/key-changes.ts'
import { announceKey } from '../store/log-key.ts'
import { latestCheckpoint } from '../store/log-tree.ts'
import { isSameHuman } from '../store/roles.ts'
import { type Doing, type Operation, refuse } from './operation.ts'

const reasonMost = 500

/** The first of two. */
export const askLogKey: Operation<
  { readonly reason: string },
  { readonly request: string; readonly event: number }
> = {
  action: 'change-log-key',
  about: async () => ({}),
  async perform(doing, said) {
    const { transaction, region, at, actor, setting } = doing
    if (!actor) return refuse('not-found')
    const reason = said.reason.trim()
    if (reason === '') return refuse('reason-missing')
    if (reason.length > reasonMost) return refuse('text-too-long', { most: reasonMost })
    if (!setting.logKey) return refuse('not-signed-yet')
    const why = await whyNotYet(doing)
    if (why !== undefined) return refuse(why)
    if (await openKeyRequest(transaction, region)) return refuse('already-asked')
    const request = setting.newId()
    const event = await doing.write({
      kind: 'log-key-change-asked',
      open: { request },
      personal: { reason },
    })
    const added = await addKeyRequest(transaction, region, {
      ...{ id: request, reason, askedBy: actor.human, askedAt: at, event },
    })
    // Somebody else asked at the same moment; what is written here is given up with the transaction.
    if (!added) throw new Error('another change of the key was asked at the same moment')
    return { request, event }
  },
}

/** The second: yes or no. Who asked can say no as well, and so take it back. */
export const answerLogKey: Operation<
  { readonly request: string; readonly agrees: boolean },
  { readonly event: number }
> = {
  action: 'change-log-key',
  about: async () => ({}),
  async perform(doing, { request: id, agrees }) {
    const { transaction, region, at, actor, setting } = doing
    const request = await keyRequestOf(transaction, region, id)
    if (!request || !actor) return refuse('request-gone')
    const by = actor.human
    if (!agrees) {
      const event = await doing.write({ kind: 'log-key-change-refused', open: { request: id } })
      await answerKeyRequest(transaction, region, id, { by, at, event: null })
      return { event }
    }
    if (await isSameHuman(transaction, region, by, request.askedBy)) {
      return refuse('asked-it-yourself')
    }
    const { logKey } = setting
    const why = await whyNotYet(doing)
    if (!logKey || why !== undefined) return refuse(why ?? 'not-signed-yet')
    const announced = await announcedKeys(transaction, region, logKey)
    const old = logKey.other(announced.at(-1)?.publicKey ?? logKey.publicKey)
    if (!old) return refuse('key-not-here')
    const note = announceKey(old, logKey.makeOther())
    const event = await doing.write({ kind: keyChangeKind, open: { request: id, note } })
    await answerKeyRequest(transaction, region, id, { by, at, event })
    return { event }
  },
}

// A key is not followed by another before a checkpoint says that it is used.
async function whyNotYet({ transaction, region, setting }: Doing): Promise<string | undefined> {
  const last = await latestCheckpoint(transaction, region)
  if (!setting.logKey || !last) return 'not-signed-yet'
  const announced = await announcedKeys(transaction, region, setting.logKey)
  const isUsed = announced.every(({ position }) => position !== null && position < last.size)
  return isUsed ? undefined : 'change-not-signed-yet'
}
