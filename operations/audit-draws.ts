/**
 * Checks the draws that a log holds (controle van lotingen): that each was committed to before its round, that
 * the round bears the beacon's own signature, and that value and seed follow from it.
 */
import type { Json } from '../core/basics/canonical-json.ts'
import { hex } from '../core/basics/sha256.ts'
import type { AuditFault } from '../core/oversight/audit-fault.ts'
import { type Commitment, checkCommitment } from '../core/ranking/commit-lottery.ts'
import { seedOf } from '../core/ranking/draw-lots.ts'
import {
  type BeaconChain,
  type Evidence,
  type SignatureCheck,
  settleRandomness,
} from '../core/ranking/settle-randomness.ts'

/** Checks signatures of beacons: that is not done in the core. */
export type BeaconCheck = {
  readonly checkFor: (chain: BeaconChain) => SignatureCheck
  /** Whether a chain is what it says it is: a public one that is known, or one for practice. */
  readonly isKnown: (chain: BeaconChain) => boolean
}

type DrawEvent = {
  readonly position: number
  readonly listing: string
  readonly kind: string
  readonly body: string
}

type Committed = { readonly commitment: Commitment; readonly position: number }

export class DrawAudit {
  /** Draws of which the round was checked. */
  checked = 0
  /** Of those, by a beacon for practice: never for a real home. */
  practice = 0
  /** Draws whose signature could not be checked, because nobody here can. */
  unchecked = 0
  readonly #beacon: BeaconCheck | undefined
  readonly #committed = new Map<string, Committed>()

  constructor(beacon: BeaconCheck | undefined) {
    this.#beacon = beacon
  }

  /** Reads an event of the log; gives what is wrong with the draw it is about. */
  read(event: DrawEvent): AuditFault[] {
    if (event.kind !== 'listing-closed' && event.kind !== 'draw-settled') return []
    try {
      const body: Readonly<Record<string, Json | undefined>> = JSON.parse(event.body)
      return event.kind === 'listing-closed' ? this.#commit(event, body) : this.#settle(event, body)
    } catch {
      return [{ code: 'draw-unreadable', facts: { listing: event.listing } }]
    }
  }

  #commit(
    { listing, position }: DrawEvent,
    { commitment }: Readonly<Record<string, Json | undefined>>,
  ): AuditFault[] {
    if (commitment === undefined) return []
    if (this.#committed.has(listing)) return [{ code: 'draw-twice', facts: { listing, position } }]
    // @NOTE what is not a commitment fails in the checks below, or throws and is named as unreadable.
    const read = commitment as unknown as Commitment
    this.#committed.set(listing, { commitment: read, position })
    const [problem] = checkCommitment(read)
    return problem
      ? [{ code: 'draw-committed-wrongly', facts: { listing, why: problem.code } }]
      : []
  }

  #settle(
    { listing, position }: DrawEvent,
    { evidence, value, seed, at }: Readonly<Record<string, Json | undefined>>,
  ): AuditFault[] {
    const committed = this.#committed.get(listing)
    this.#committed.delete(listing)
    if (!committed) return [{ code: 'draw-not-committed', facts: { listing, position } }]
    const { commitment } = committed
    const { chain, sources } = commitment
    if (!this.#beacon) {
      this.unchecked += 1
      return []
    }
    this.checked += 1
    if (chain.practice) this.practice += 1
    if (!this.#beacon.isKnown(chain)) {
      return [{ code: 'beacon-unknown', facts: { listing, name: chain.name } }]
    }
    const settlement = settleRandomness({
      ...{ chain, sources, now: Math.floor(Date.parse(String(at)) / 1000) },
      // @NOTE the core judges each piece of evidence, and counts none that it cannot read.
      evidence: evidence as unknown as readonly Evidence[],
      signatureHolds: this.#beacon.checkFor(chain),
    })
    if (!settlement.settled) {
      const why = settlement.problems[0]?.code ?? ''
      return [{ code: 'round-does-not-hold', facts: { listing, why } }]
    }
    const follows =
      hex(settlement.value) === value && hex(seedOf(commitment, settlement.value)) === seed
    return follows ? [] : [{ code: 'seed-differs', facts: { listing } }]
  }
}
