/**
 * The order of people of whom many are alike to the rules (rangorde van soorten): what is decided of one of a kind
 * is decided of all, and remembered for every home that asks the same. Who comes next is sought when somebody
 * asks, for a home is offered to a few and not to all; lots are drawn only for those whom nothing else separates.
 * Complexity: a few numbers per person, the rules once per kind of people and of home, one pass per offer.
 */
import { assert } from '../basics/assert.ts'
import type { Facts } from '../basics/facts.ts'
import { no, type Truth, unknown, yes } from '../policy/condition.ts'
import type { Key } from '../policy/kinds/ranking.ts'
import type { Candidate } from '../seekers/candidate.ts'
import { prioritiesOf, tierWith } from './assign-tier.ts'
import type { Bound } from './bind.ts'
import type { Case } from './case.ts'
import { type Unmet, unmetAt } from './check-eligibility.ts'
import { readsCounted, withCounted } from './count-assignment.ts'
import { type LotKey, orderOfKeys } from './draw-lots.ts'
import { afterAll, keysBeforeLot, type LotKeyOf, readerOf } from './order-candidates.ts'
import { idsChosen, lotKeyOf } from './rank-listing.ts'

/** A number of whoever is at a position. */
export type NumberAt = (position: number) => number

/** People told apart as far as the rules do. */
export type Kinds = {
  /** The kind of each. */
  readonly of: readonly number[]
  candidateAt(position: number): Candidate
  /** Values of one of a kind. */
  exampleOf(kind: number): Facts
  /** Reads the number of each under a name, where people of a kind may differ in it; NaN where there is none. */
  numbers(name: string): NumberAt | undefined
  /** What was decided of kinds before under these rules, on homes that are the same to them. */
  standingsFor(bound: Bound): Standings
}

/** What the rules decide of each kind. */
export type Standings = {
  truths: Uint8Array
  tiers: Uint8Array
  applied: Uint32Array
  /**
   * The part of the list they stand in: demoted, behind a quota, their tier; less is ahead. Below 0 before the rules
   * were asked, `nowhere` for who is not on the list.
   */
  groups: Int32Array
  /** 1 for who passes at the offer as well. */
  offerable: Uint8Array
}

export function noStandings(room: number): Standings {
  return {
    truths: new Uint8Array(room),
    tiers: new Uint8Array(room),
    applied: new Uint32Array(room),
    groups: new Int32Array(room).fill(unasked),
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

const unasked = -1
const nowhere = 2 ** 30

const tiersMax = 256
const groupsMax = 2 ** 20

/** Those on the list who stand in one part of it. */
type Part = {
  readonly group: number
  /** Whose turn has not come. */
  readonly positions: number[]
  /** By how many numbers they are ordered; undefined before anybody asked. */
  depth: number | undefined
}

export class KindOrder {
  readonly case: Case
  readonly bound: Bound
  readonly people: Kinds
  readonly #standings: Standings
  /** A rule of this home reads what an assignment counts. */
  readonly #isCounted: boolean
  readonly #parts: Part[] = []
  /** Per depth the number by which each is ordered within their part, for parts that were asked about. */
  readonly #keys: number[][] = []
  /** Whom only lots separate, in their order, whose turns come first. */
  #drawn: number[] = []
  #lotOf: LotKeyOf | undefined
  #place = 0

  constructor(bound: Bound, ranked: Case, people: Kinds) {
    this.bound = bound
    this.case = ranked
    this.people = people
    this.#standings = people.standingsFor(bound)
    this.#isCounted = readsCounted(bound)
    const { of } = people
    let part: Part | undefined
    for (let position = 0; position < of.length; position += 1) {
      const kind = of[position] as number
      let group = this.#standings.groups[kind] as number
      // Of a new kind there is no number at all.
      if (!(group >= 0)) group = this.#ask(kind)
      if (group === nowhere) continue
      if (group !== part?.group) part = this.#partOf(group)
      part.positions.push(position)
    }
  }

  // A list has a handful of parts.
  #partOf(group: number): Part {
    const known = this.#parts.find((each) => each.group === group)
    if (known) return known
    const part: Part = { group, positions: [], depth: undefined }
    this.#parts.push(part)
    return part
  }

  /** Positions of those the rules keep out. */
  get excluded(): number[] {
    return this.#positionsOf(no)
  }

  /** Positions of those whom only unknown facts keep out. */
  get undecided(): number[] {
    return this.#positionsOf(unknown)
  }

  #positionsOf(truth: Truth): number[] {
    const positions: number[] = []
    for (let position = 0; position < this.people.of.length; position += 1) {
      if (this.#truthAt(position) === truth) positions.push(position)
    }
    return positions
  }

  isListed(position: number): boolean {
    return this.#truthAt(position) === yes
  }

  #truthAt(position: number): Truth {
    // @NOTE what the rules were asked is written down as a truth.
    return this.#standings.truths[this.people.of[position] as number] as Truth
  }

  /** How many are on the list. */
  get size(): number {
    return this.#place + this.stillWaiting().length
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
    const position = this.#drawn.shift() ?? this.#drawFirst()
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
    return [this.#drawn, ...this.#parts.map(({ positions }) => positions)].flat()
  }

  /** Less than 0 where one stands ahead of the other by the rules alone, 0 where only a lot can tell. */
  compare(one: number, other: number): number {
    const group = this.#groupAt(one)
    const difference = group - this.#groupAt(other)
    if (difference !== 0) return difference
    const part = this.#partOf(group)
    part.depth ??= this.#makeOut(group, this.#listedIn(group))
    return this.#compareWithin(part.depth, one, other)
  }

  #listedIn(group: number): number[] {
    const isIn = (position: number) => this.isListed(position) && this.#groupAt(position) === group
    return [...this.people.of.keys()].filter(isIn)
  }

  #compareWithin(depth: number, one: number, other: number): number {
    for (let level = 0; level < depth; level += 1) {
      const key = this.#keys[level]
      if (!key) continue
      const apart = (key[one] as number) - (key[other] as number)
      if (apart !== 0) return apart
    }
    return 0
  }

  #groupAt(position: number): number {
    return this.#standings.groups[this.people.of[position] as number] as number
  }

  // Takes whoever is ahead of everybody else out of those who wait; of several, the lots say who goes first.
  #drawFirst(): number | undefined {
    const part = this.#nextPart()
    if (!part) return undefined
    const { group, positions } = part
    let first = positions[0] as number
    let count = 1
    // Nobody of this part had a turn before the first is sought in it.
    part.depth ??= this.#makeOut(group, positions)
    const { depth } = part
    for (let at = 1; at < positions.length; at += 1) {
      const difference = this.#compareWithin(depth, positions[at] as number, first)
      if (difference < 0) {
        first = positions[at] as number
        count = 1
      } else if (difference === 0) count += 1
    }
    if (count === 1) {
      positions.splice(positions.indexOf(first), 1)
      return first
    }
    const tied: number[] = []
    let kept = 0
    for (const position of positions) {
      if (this.#compareWithin(depth, position, first) === 0) tied.push(position)
      else {
        positions[kept] = position
        kept += 1
      }
    }
    positions.length = kept
    this.#drawn = this.#byLot(tied)
    return this.#drawn.shift()
  }

  // Nobody of another part can be next, and nothing more is asked about them.
  #nextPart(): Part | undefined {
    let next: Part | undefined
    for (const part of this.#parts) {
      if (part.positions.length > 0 && part.group < (next?.group ?? nowhere)) next = part
    }
    return next
  }

  // A tie of which one lot is not known keeps the order of the people.
  #byLot(tied: number[]): number[] {
    const tier = this.bound.tiers[this.tierOf(tied[0] ?? 0)]
    const key = tier?.keys.find(({ by }) => by === 'lot')
    const lotOf = this.#lotOf ?? this.#lotKeys()
    if (key?.by !== 'lot' || !lotOf) return tied
    const lots: LotKey[] = []
    for (const position of tied) {
      const lot = lotOf(position, key)
      if (lot === undefined) return tied
      lots.push(lot)
    }
    return Array.from(orderOfKeys(lots), (at) => tied[at] as number)
  }

  #lotKeys(): LotKeyOf | undefined {
    const { bound, people } = this
    this.#lotOf = lotKeyOf(
      bound,
      this.case,
      (position) => people.candidateAt(position),
      (position) => this.valuesAt(position),
    )
    return this.#lotOf
  }

  /** Asks the rules about a kind; gives the part of the list they stand in. */
  #ask(kind: number): number {
    const { bound, people } = this
    const standings = this.#standings
    if (kind >= standings.groups.length) growTo(standings, 2 * kind + 2)
    const [seeker = {}] = withCounted(bound, [people.exampleOf(kind)])
    const { all } = bound.prepared
    const truth: Truth = all(bound.gateRules.get('respond') ?? [])(seeker, bound.home)
    const has = truth === yes ? prioritiesOf(bound, seeker) : 0
    const tier = truth === yes ? tierWith(bound, seeker, has) : 0
    standings.truths[kind] = truth
    standings.tiers[kind] = tier
    standings.applied[kind] = has
    const group = truth === yes ? this.#groupOf(seeker, tier) : nowhere
    standings.groups[kind] = group
    const offer = all(bound.gateRules.get('be-offered') ?? [])(seeker, bound.home)
    standings.offerable[kind] = offer === yes ? 1 : 0
    return group
  }

  // At the end of the list, behind for a quota that is owed, the tier, at the end of the tier.
  #groupOf(seeker: Facts, tier: number): number {
    const { first, home } = this.bound
    let group = seeker['demoted-to'] === 'list' ? 1 : 0
    for (const { counts } of first) group = group * 2 + (counts(seeker, home) === yes ? 0 : 1)
    assert(group < groupsMax, 'a handful of quotas are behind at once')
    return (group * tiersMax + tier) * 2 + (seeker['demoted-to'] === 'tier' ? 1 : 0)
  }

  /** By how many numbers these people, all in a part of the list, are ordered; with these made out. */
  #makeOut(group: number, people: readonly number[]): number {
    const tier = this.bound.tiers[Math.floor(group / 2) % tiersMax]
    const keys = tier ? keysBeforeLot(tier) : []
    for (const [level, key] of keys.entries()) {
      const values: number[] = this.#keys[level] ?? new Array(this.people.of.length)
      this.#keys[level] = values
      this.#readInto(values, key, people)
    }
    return keys.length
  }

  // Most keys are a number of everybody, for which nobody's other values are needed.
  #readInto(values: number[], key: Key, positions: readonly number[]): void {
    const { bound, people } = this
    const isNumber = key.by !== 'lot' && key.by !== 'chosen' && key.by !== 'in-order'
    const numberAt = isNumber ? people.numbers(key.of) : undefined
    if (numberAt) {
      const sign = key.by === 'latest' || key.by === 'highest' ? -1 : 1
      for (const position of positions) {
        const number = numberAt(position)
        values[position] = Number.isNaN(number) ? afterAll : sign * number
      }
    } else if (key.by === 'chosen') {
      const places = new Map(idsChosen(bound, this.case, key.of).map((id, place) => [id, place]))
      for (const position of positions) {
        values[position] = places.get(people.candidateAt(position).id) ?? afterAll
      }
    } else {
      const read = readerOf(key, bound, nobodyChosen)
      for (const position of positions) values[position] = read(this.valuesAt(position), position)
    }
  }
}

const nobodyChosen: ReadonlyMap<string, readonly number[]> = new Map()

function growTo(standings: Standings, room: number): void {
  const grown = noStandings(room)
  grown.truths.set(standings.truths)
  grown.tiers.set(standings.tiers)
  grown.applied.set(standings.applied)
  grown.groups.set(standings.groups)
  grown.offerable.set(standings.offerable)
  Object.assign(standings, grown)
}
