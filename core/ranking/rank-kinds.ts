/**
 * The order of people of whom many are alike to the rules (rangorde van soorten): what is decided of one of a kind
 * is decided of all, and remembered for every home that asks the same. Who comes next is sought when somebody
 * asks, for a home is offered to a few and not to all; lots are drawn only for those whom nothing else separates.
 * Complexity: a few numbers per person, the rules once per kind of people and of home, one pass per offer.
 */
import { assert } from '../basics/assert.ts'
import type { Facts } from '../basics/facts.ts'
import { type Truth, unknown, yes } from '../policy/condition.ts'
import type { Key } from '../policy/kinds/ranking.ts'
import type { Candidate } from '../seekers/candidate.ts'
import { assignTiers } from './assign-tier.ts'
import type { Bound } from './bind.ts'
import type { Case } from './case.ts'
import { type Unmet, unmetAt } from './check-eligibility.ts'
import { readsCounted, withCounted } from './count-assignment.ts'
import { compareLotKeys, type LotKey } from './draw-lots.ts'
import { afterAll, type Beside, keysBeforeLot, readerOf } from './order-candidates.ts'
import { chosenOf, lotKeyOf } from './rank-listing.ts'

/** People told apart as far as the rules do. */
export type Kinds = {
  /** The kind of each. */
  readonly of: Uint32Array
  candidateAt(position: number): Candidate
  /** Values of one of a kind. */
  exampleOf(kind: number): Facts
  /** The numbers of each under a name, where people of a kind may differ in these. */
  numbers(name: string): Float64Array | undefined
  /** What was decided of kinds before under these rules, on homes that are the same to them. */
  standingsFor(bound: Bound): Standings
}

/** What the rules decide of each kind; `asked` where they were asked already. */
export type Standings = {
  asked: Uint8Array
  truths: Uint8Array
  tiers: Uint8Array
  applied: Uint32Array
  /** The part of the list they stand in: demoted, behind a quota, their tier; less is ahead. */
  groups: Float64Array
  /** 1 for who passes at the offer as well. */
  offerable: Uint8Array
}

export function noStandings(room: number): Standings {
  return {
    asked: new Uint8Array(room),
    truths: new Uint8Array(room),
    tiers: new Uint8Array(room),
    applied: new Uint32Array(room),
    groups: new Float64Array(room),
    offerable: new Uint8Array(room),
  }
}

/** Whose turn it is. */
export type KindTurn = {
  /** Place on the list, counted from 1. */
  readonly place: number
  readonly position: number
  /** Nothing stops the offer. */
  readonly mayBeOffered: boolean
}

const tiersMax = 256
const groupsMax = 2 ** 20

export class KindOrder {
  readonly case: Case
  readonly bound: Bound
  readonly people: Kinds
  /** Positions of those kept out, of whom some only by unknown facts. */
  readonly excluded: number[] = []
  readonly undecided: number[] = []
  readonly #standings: Standings
  /** A rule of this home reads what an assignment counts. */
  readonly #isCounted: boolean
  /** Positions of who is on the list and whose turn has not come. */
  readonly #waiting: Int32Array
  #waits = 0
  /** Per depth, the number by which each is ordered within a group. */
  readonly #keys: readonly Float64Array[]
  /** Whom only lots separate, in their order, whose turns come first. */
  #drawn: number[] = []
  #place = 0

  constructor(bound: Bound, ranked: Case, people: Kinds) {
    this.bound = bound
    this.case = ranked
    this.people = people
    this.#standings = people.standingsFor(bound)
    this.#isCounted = readsCounted(bound)
    const { of } = people
    this.#waiting = new Int32Array(of.length)
    for (let position = 0; position < of.length; position += 1) {
      const kind = of[position] as number
      if (this.#standings.asked[kind] !== 1) this.#ask(kind)
      const truth = this.#standings.truths[kind]
      if (truth === yes) {
        this.#waiting[this.#waits] = position
        this.#waits += 1
      } else if (truth === unknown) this.undecided.push(position)
      else this.excluded.push(position)
    }
    this.#keys = this.#keysWithin()
  }

  /** How many are on the list. */
  get size(): number {
    return this.#place + this.#waits + this.#drawn.length
  }

  tierOf(position: number): number {
    return this.#standings.tiers[this.people.of[position] as number] as number
  }

  /** The priorities somebody has, one bit for each bound priority. */
  appliedTo(position: number): number {
    return this.#standings.applied[this.people.of[position] as number] as number
  }

  /** What stops the offer, if anything does. */
  unmetAt(position: number): Unmet[] {
    return unmetAt(this.bound, 'be-offered', this.valuesAt(position))
  }

  /** Values of somebody of the same kind. */
  valuesAt(position: number): Facts {
    const example = this.people.exampleOf(this.people.of[position] as number)
    return this.#isCounted ? (withCounted(this.bound, [example])[0] ?? example) : example
  }

  /** Whoever comes next on the list; undefined after the last. */
  next(): KindTurn | undefined {
    if (this.#drawn.length === 0) this.#drawFirst()
    const position = this.#drawn.shift()
    if (position === undefined) return undefined
    this.#place += 1
    const kind = this.people.of[position] as number
    return {
      place: this.#place,
      position,
      mayBeOffered: this.#standings.offerable[kind] === 1,
    }
  }

  /** Everybody in turn, from whose turn it is. */
  *turns(): Generator<KindTurn> {
    for (let turn = this.next(); turn; turn = this.next()) yield turn
  }

  /** Who waits for a turn; in no order. */
  stillWaiting(): readonly number[] {
    return [...this.#drawn, ...this.#waiting.subarray(0, this.#waits)]
  }

  /** Less than 0 where one stands ahead of the other by the rules alone, 0 where only a lot can tell. */
  compare(one: number, other: number): number {
    const { of } = this.people
    const { groups } = this.#standings
    const difference =
      (groups[of[one] as number] as number) - (groups[of[other] as number] as number)
    if (difference !== 0) return difference
    for (const key of this.#keys) {
      const apart = (key[one] as number) - (key[other] as number)
      if (apart !== 0) return apart
    }
    return 0
  }

  // Takes whoever is ahead of everybody else out of those who wait; of several, the lots say who goes first.
  #drawFirst(): void {
    const waiting = this.#waiting
    if (this.#waits === 0) return
    let first = waiting[0] as number
    let count = 1
    for (let at = 1; at < this.#waits; at += 1) {
      const difference = this.compare(waiting[at] as number, first)
      if (difference < 0) {
        first = waiting[at] as number
        count = 1
      } else if (difference === 0) count += 1
    }
    const tied: number[] = []
    let kept = 0
    for (let at = 0; at < this.#waits; at += 1) {
      const position = waiting[at] as number
      const isFirst = position === first || (count > 1 && this.compare(position, first) === 0)
      if (isFirst) tied.push(position)
      else {
        waiting[kept] = position
        kept += 1
      }
    }
    this.#waits = kept
    this.#drawn = tied.length > 1 ? this.#byLot(tied) : tied
  }

  // A tie of which one lot is not known keeps the order of the people.
  #byLot(tied: number[]): number[] {
    const { bound, people } = this
    const tier = bound.tiers[this.tierOf(tied[0] ?? 0)]
    const key = tier?.keys.find(({ by }) => by === 'lot')
    const lotOf = lotKeyOf(
      bound,
      this.case,
      (position) => people.candidateAt(position),
      (position) => this.valuesAt(position),
    )
    if (key?.by !== 'lot' || !lotOf) return tied
    const lots = new Map<number, LotKey>()
    for (const position of tied) {
      const lot = lotOf(position, key)
      if (lot === undefined) return tied
      lots.set(position, lot)
    }
    return tied.sort((a, b) => compareLotKeys(lots.get(a) ?? '', lots.get(b) ?? '') || a - b)
  }

  #ask(kind: number): void {
    const { bound, people } = this
    const standings = this.#standings
    if (kind >= standings.asked.length) growTo(standings, 2 * kind + 2)
    const seekers = withCounted(bound, [people.exampleOf(kind)])
    const [seeker = {}] = seekers
    const { all } = bound.prepared
    const truth: Truth = all(bound.gateRules.get('respond') ?? [])(seeker, bound.home)
    const { tiers, applied } = assignTiers(bound, seekers, [truth])
    const tier = tiers[0] ?? 0
    standings.asked[kind] = 1
    standings.truths[kind] = truth
    standings.tiers[kind] = tier
    standings.applied[kind] = applied[0] ?? 0
    standings.groups[kind] = this.#groupOf(seeker, tier)
    const offer = all(bound.gateRules.get('be-offered') ?? [])(seeker, bound.home)
    standings.offerable[kind] = offer === yes ? 1 : 0
  }

  // At the end of the list, behind for a quota that is owed, the tier, at the end of the tier.
  #groupOf(seeker: Facts, tier: number): number {
    const { first, home } = this.bound
    let group = seeker['demoted-to'] === 'list' ? 1 : 0
    for (const { counts } of first) group = group * 2 + (counts(seeker, home) === yes ? 0 : 1)
    assert(group < groupsMax, 'a handful of quotas are behind at once')
    return (group * tiersMax + tier) * 2 + (seeker['demoted-to'] === 'tier' ? 1 : 0)
  }

  #keysWithin(): readonly Float64Array[] {
    const { bound, people } = this
    const keysOf = bound.tiers.map(keysBeforeLot)
    const most = Math.max(0, ...keysOf.map((keys) => keys.length))
    if (most === 0) return []
    const beside: Beside = {
      chosen: chosenOf(bound, this.case, people.of.length, (at) => people.candidateAt(at).id),
      numbers: (name) => people.numbers(name),
    }
    return Array.from({ length: most }, (_, depth) => {
      const readers = keysOf.map((keys) => {
        const key = keys[depth]
        return key && this.#readerFor(key, beside)
      })
      const values = new Float64Array(people.of.length)
      for (let at = 0; at < this.#waits; at += 1) {
        const position = this.#waiting[at] as number
        const reader = readers[this.tierOf(position)]
        values[position] = reader ? reader(position) : 0
      }
      return values
    })
  }

  // Most keys are a number of everybody, for which nobody's other values are needed.
  #readerFor(key: Key, beside: Beside): (position: number) => number {
    const isNumber = key.by !== 'lot' && key.by !== 'chosen' && key.by !== 'in-order'
    const numbers = isNumber ? beside.numbers?.(key.of) : undefined
    if (!numbers) {
      const read = readerOf(key, this.bound, beside)
      return (position) => read(this.valuesAt(position), position)
    }
    const sign = key.by === 'latest' || key.by === 'highest' ? -1 : 1
    return (position) => {
      const number = numbers[position] as number
      return Number.isNaN(number) ? afterAll : sign * number
    }
  }
}

function growTo(standings: Standings, room: number): void {
  const grown = noStandings(room)
  grown.asked.set(standings.asked)
  grown.truths.set(standings.truths)
  grown.tiers.set(standings.tiers)
  grown.applied.set(standings.applied)
  grown.groups.set(standings.groups)
  grown.offerable.set(standings.offerable)
  Object.assign(standings, grown)
}
