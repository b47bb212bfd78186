/** Which keys there are (sleutels): those of the log, of its witnesses, and of the beacon. Only their public parts. */
import { keyIdOf, witnessKeyIdOf, witnessKeyText } from '../core/basics/checkpoint.ts'
import { drawnWith } from '../store/draws.ts'
import { announcedKeys, type KeyRequest, openKeyRequest } from '../store/key-changes.ts'
import { publicKeyText } from '../store/log-key.ts'
import { firstSignedAfter, latestCheckpoint } from '../store/log-tree.ts'
import { witnessesOf } from '../store/witnesses.ts'
import { forgottenAt } from './forget-log-keys.ts'
import { type Actor, mayDo, type Refusal, refuse, type Setting } from './operation.ts'

export type ShownKey = {
  readonly name: string
  /** The public key as verifiers are given it. */
  readonly key: string
  /** The short print (vingerafdruk) that C2SP gives a key with its name; a beacon has none. */
  readonly print: string | undefined
  readonly since: Date | undefined
  readonly lastUsed: Date | undefined
}

export type LogKeyShown = ShownKey & {
  /** `announced` until a checkpoint is signed with it, `former` when another came after it. */
  readonly state: 'used' | 'former' | 'announced'
  /** Whether this server can sign with it. */
  readonly isHere: boolean
  /** Of a former key that is here: when its secret part is taken out of the folder. */
  readonly forgottenAt: Date | undefined
}

export type Keys = {
  readonly log: readonly LogKeyShown[]
  readonly witnesses: readonly ShownKey[]
  readonly beacon: (ShownKey & { readonly practice: boolean }) | undefined
  readonly waiting: KeyRequest | undefined
  readonly mayChange: boolean
}

export async function viewKeys(setting: Setting, actor: Actor): Promise<Keys | Refusal> {
  if (!mayDo(actor, 'see-keys', {})) return refuse('not-found')
  const { store, region, beacon } = setting
  const [log, witnesses, waiting, drawn] = await Promise.all([
    logKeys(setting),
    witnessesOf(store, region),
    openKeyRequest(store, region),
    beacon && drawnWith(store, region, beacon.chain.publicKey),
  ])
  return {
    ...{ log, waiting, mayChange: mayDo(actor, 'change-log-key', {}) },
    witnesses: witnesses.map(({ name, publicKey, since, lastAt }) => ({
      ...{ name, since, lastUsed: lastAt ?? undefined },
      key: witnessKeyText(name, publicKey),
      print: witnessKeyIdOf(name, publicKey),
    })),
    beacon: beacon && {
      ...{ name: beacon.chain.name, key: beacon.chain.publicKey, print: undefined },
      ...{ practice: beacon.chain.practice, since: drawn?.since, lastUsed: drawn?.last },
    },
  }
}

async function logKeys({ store, region, logKey }: Setting): Promise<LogKeyShown[]> {
  if (!logKey) return []
  const { name } = logKey
  const [last, first, announced] = await Promise.all([
    latestCheckpoint(store, region),
    firstSignedAfter(store, region, -1),
    announcedKeys(store, region, logKey),
  ])
  const size = last?.size ?? 0
  // The first checkpoint after an announcement is the last of the key before it: both sign that one.
  const changes = await Promise.all(
    announced.map(async (each) => ({
      ...each,
      isSigned: each.position !== null && each.position < size,
      usedFrom:
        each.position === null ? undefined : await firstSignedAfter(store, region, each.position),
    })),
  )
  const keys = [
    { publicKey: logKey.publicKey, at: first, isSigned: true, usedFrom: first },
    ...changes,
  ]
  return keys
    .map(({ publicKey, at, isSigned, usedFrom }, index): LogKeyShown => {
      const next = keys[index + 1]
      const isFormer = next?.isSigned === true
      return {
        ...{ name, key: publicKeyText({ name, publicKey }), print: keyIdOf(name, publicKey) },
        since: at,
        lastUsed: isFormer ? next.usedFrom : isSigned && usedFrom ? last?.at : undefined,
        state: isFormer ? 'former' : isSigned ? 'used' : 'announced',
        isHere: logKey.other(publicKey) !== undefined,
        forgottenAt: isFormer ? forgottenAt(next.at ?? new Date(0)) : undefined,
      }
    })
    .toReversed()
}
