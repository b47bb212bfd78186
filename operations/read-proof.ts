/**
 * Somebody gets the proof of what they did themselves (ontvangstbewijs): the hash of the event, by which it can
 * be found in the log for ever, also by whoever they show it to.
 */
import { hex } from '../core/basics/sha256.ts'
import { doerOf, eventByNumber } from '../store/log.ts'
import { type Operation, refuse } from './operation.ts'

export type Proof = {
  /** 64 hexadecimal digits. */
  readonly hash: string
  readonly kind: string
  readonly at: Date
  /** Undefined while it waits for a position in the log. */
  readonly position: number | undefined
}

export const readProof: Operation<{ readonly event: number }, Proof> = {
  action: 'read-proof',
  async about({ transaction, region }, { event }) {
    const human = await doerOf(transaction, region, event)
    return human === undefined ? undefined : { human }
  },
  async perform({ transaction, region }, { event }) {
    const found = await eventByNumber(transaction, region, event)
    if (!found) return refuse('not-found')
    const { hash, kind, at, position } = found
    return { hash: hex(hash), kind, at, position: position ?? undefined }
  },
}
