/**
 * Witnesses of the log (getuigen): who registers a key, and signs checkpoints along, so that nobody can be shown
 * another log than others are. What they see and sign are roots; never a person. Source: C2SP tlog-cosignature,
 * and the mission's trust model, part D3.
 */
import {
  cosignatureIn,
  readCheckpoint,
  readWitnessKey,
  witnessKeyIdOf,
  witnessKeyText,
} from '../core/basics/checkpoint.ts'
import { cosignedAt } from '../store/log-key.ts'
import { checkpointAt, latestCheckpoint, type StoredCheckpoint } from '../store/log-tree.ts'
import {
  addCosignature,
  addWitness,
  cosignaturesOf,
  isWitness,
  type Witness,
  witnessesOf,
} from '../store/witnesses.ts'
import { inTransaction, type Operation, type Refusal, refuse, type Setting } from './operation.ts'

export type { Witness }
export { witnessKeyText }

export const registerWitness: Operation<
  { readonly organisation: string; readonly key: string },
  { readonly name: string; readonly event: number }
> = {
  action: 'register-witness',
  about: async (_, { organisation }) => ({ organisation }),
  async perform(doing, { organisation, key }) {
    const { transaction, region, at } = doing
    const read = readWitnessKey(key)
    if (!read) return refuse('no-witness-key')
    const { name, publicKey } = read
    if (await isWitness(transaction, region, name)) return refuse('name-taken', { name })
    const event = await doing.write({
      kind: 'witness-registered',
      open: { key: witnessKeyText(name, publicKey) },
    })
    await addWitness(transaction, region, { name, publicKey, organisation, since: at, event })
    return { name, event }
  },
}

/** A clock of a witness may be so far ahead of ours, in seconds. */
const aheadMost = 300

export type Cosigned = { readonly witness: string; readonly size: number }

/**
 * Takes in a checkpoint that a witness signed, from whoever brings it: the signature says who made it. Only a
 * checkpoint of ours, over the root that we have.
 */
export async function takeCosignature(setting: Setting, note: string): Promise<Cosigned | Refusal> {
  const read = readCheckpoint(note.endsWith('\n') ? note : `${note}\n`)
  if (!read) return refuse('no-checkpoint')
  return inTransaction(setting, undefined, async ({ transaction, region, at }) => {
    const ours = await checkpointAt(transaction, region, read.size)
    if (!ours || readCheckpoint(ours.note)?.text !== read.text) return refuse('not-our-checkpoint')
    for (const witness of await witnessesOf(transaction, region)) {
      const seconds = cosignedAt(read, witness)
      if (seconds === undefined) continue
      if (seconds > at.getTime() / 1000 + aheadMost) return refuse('signed-ahead')
      const line = lineOf(note, witness)
      if (line === undefined) continue
      const signedAt = new Date(seconds * 1000)
      await addCosignature(transaction, region, {
        ...{ size: read.size, witness: witness.name, signedAt, line },
      })
      return { witness: witness.name, size: read.size }
    }
    return refuse('no-known-witness')
  })
}

function lineOf(note: string, { name, publicKey }: Witness): string | undefined {
  const keyId = witnessKeyIdOf(name, publicKey)
  const line = note.split('\n').find((each) => {
    const signature = readCheckpoint(`x\n0\n${'A'.repeat(43)}=\n\n${each}\n`)?.signatures[0]
    return (
      signature?.name === name &&
      signature.keyId === keyId &&
      cosignatureIn(signature.signature) !== undefined
    )
  })
  return line === undefined ? undefined : `${line}\n`
}

export type PublishedLog = {
  readonly witnesses: readonly Witness[]
  readonly latest: Published | undefined
  /** The newest that a witness signed. */
  readonly witnessed: Published | undefined
}

export type Published = StoredCheckpoint & { readonly signed: string }

/** The newest checkpoint with the signatures of witnesses under it, and who they are: open to everybody. */
export async function publishedLog({
  store,
  region,
}: Pick<Setting, 'store' | 'region'>): Promise<PublishedLog> {
  const [witnesses, latest] = await Promise.all([
    witnessesOf(store, region),
    latestCheckpoint(store, region),
  ])
  const newest = Math.max(-1, ...witnesses.map(({ lastSize }) => lastSize ?? -1))
  const witnessed = newest < 0 ? undefined : await checkpointAt(store, region, newest)
  const sizes = [latest, witnessed].flatMap((each) => (each ? [each.size] : []))
  const lines = await cosignaturesOf(store, region, sizes)
  const published = (each: StoredCheckpoint | undefined): Published | undefined =>
    each && { ...each, signed: each.note + (lines.get(each.size) ?? []).join('') }
  return { witnesses, latest: published(latest), witnessed: published(witnessed) }
}
