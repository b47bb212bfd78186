/**
 * From the close of a listing to a tenant (toewijzen): the core ranks, the round of offers asks one after the
 * other, people take or refuse by their behaviour, and what follows goes to the counters and the agenda.
 */

import { addDays, type CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import { keptFor } from '../core/basics/kept-for.ts'
import { sha256 } from '../core/basics/sha256.ts'
import type { Listing } from '../core/homes/listing.ts'
import type { Role } from '../core/policy/catalogue.ts'
import { type Bound, bind } from '../core/ranking/bind.ts'
import type { Case, Judgements } from '../core/ranking/case.ts'
import { countedFor, wholeOf } from '../core/ranking/count-assignment.ts'
import type { GivenHere } from '../core/ranking/crowd.ts'
import type { Prepared } from '../core/ranking/prepare.ts'
import { KindOrder } from '../core/ranking/rank-kinds.ts'
import type { Advert, Vacancy } from './advert.ts'
import { leaveList } from './arrivals.ts'
import { acceptanceChance, isSuitable, matchValue } from './behaviour.ts'
import type { Home } from './housing.ts'
import { checkLetting, checkQuotas, quotasUsed } from './invariants.ts'
import { isUrgent, tell } from './lives.ts'
import { recordLetting } from './records.ts'
import { neededKey, yearsSince } from './respond.ts'
import type { Ready } from './rules-in-force.ts'
import { type Group, type Pool, rowLength, rowOf, type Searcher, tokenFor } from './searchers.ts'
import type { World } from './world.ts'

/** Closes a listing: ranks who responded and offers the home; gives the new tenant, if somebody takes it. */
export function closeListing(world: World, advert: Advert): Searcher | undefined {
  const seats = advert.channel === 'advertised' ? stillHere(world, advert) : panelFor(world, advert)
  const order = rank(world, advert, seats)
  if (!order) return undefined
  const { channel } = advert
  if (channel !== 'advertised') passOver(world, world.pools[channel], seats, order)
  const taken = offer(world, advert, seats, order)
  if (!taken) return undefined
  letTo(world, advert, seats, taken)
  return taken.searcher
}

/** The seats of who responded and did not leave since. */
function stillHere({ searchers }: World, { respondents }: Advert): number[] {
  const { rows } = searchers
  const seats: number[] = []
  for (let each = 0; each < respondents.length; each += 1) {
    const seat = searchers.seatOf(respondents[each] as number)
    if (seat === undefined) continue
    const open = seat * rowLength + rowOf.openResponses
    rows[open] = (rows[open] as number) - 1
    seats.push(seat)
  }
  return seats
}

function rank(world: World, advert: Advert, seats: readonly number[]): KindOrder | undefined {
  const ready = world.rules.readyFor(advert.vacancy.home.facts)
  const ranked = caseOf(world, advert, ready, seats)
  const bound = bind(ready.prepared, ranked)
  if (!bound) return undefined
  const given = momentsOf(world, bound, advert, seats)
  const people = ready.crowd.tellApart(bound, seats, world.today, given)
  return new KindOrder(bound, ranked, people)
}

// The minute at which somebody responds is luck; the first comes first.
function momentsOf(
  { luck, searchers }: World,
  { names }: Bound,
  { vacancy }: Advert,
  seats: readonly number[],
): GivenHere {
  if (!names.includes('responded-at')) return nothingGiven
  const moments = new Float64Array(seats.length)
  for (const [position, seat] of seats.entries()) {
    moments[position] = luck.bits('answer', searchers.of(seat, 'id'), vacancy.key) >>> 0
  }
  return new Map([['responded-at', moments]])
}

const nothingGiven: GivenHere = new Map()

function caseOf(world: World, advert: Advert, ready: Ready, seats: readonly number[]): Case {
  const { today, searchers } = world
  const { vacancy, channel, facts } = advert
  const { inVainSince } = vacancy
  const listing: Listing = {
    id: idOf(vacancy),
    facts,
    closes: today,
    ...(inVainSince !== undefined && { in_vain_since: inVainSince }),
  }
  const namesOf = () => seats.map((seat) => searchers.on(seat)?.name ?? '')
  const judgements =
    channel === 'advertised' ? unjudged : choiceOf(ready.prepared, facts, namesOf(), today)
  return new Closing(world, vacancy, { listing, quotas: ready.quotas.on(today), judgements })
}

const unjudged: Judgements = {}

/** A listing on the day it closes. */
class Closing implements Case {
  readonly on: CalendarDate
  readonly moments: Case['moments'] = {}
  readonly listing: Listing
  readonly candidates: Case['candidates'] = []
  readonly quotas: Case['quotas']
  readonly judgements: Judgements
  readonly #world: World
  readonly #vacancy: Vacancy
  #seed: Uint8Array | undefined

  constructor(
    world: World,
    vacancy: Vacancy,
    { listing, quotas, judgements }: Pick<Case, 'listing' | 'quotas' | 'judgements'>,
  ) {
    this.on = world.today
    this.listing = listing
    this.quotas = quotas
    this.judgements = judgements
    this.#world = world
    this.#vacancy = vacancy
  }

  /** Reckoned only where somebody's turn depends on a lot. */
  get seed(): Uint8Array {
    this.#seed ??= lotSeed(this.#world, this.#vacancy)
    return this.#seed
  }
}

function idOf({ home, key, round }: Vacancy): string {
  return `${home.index}-${key}-${round}`
}

/** The seed of the lots of a home that is made known. */
export function lotSeed({ seed, replication }: World, vacancy: Vacancy): Uint8Array {
  return sha256(`${seed} ${replication} ${idOf(vacancy)}`)
}

const panelSize = 12
const suitedMin = -1

// A panel looks at whom the home suits best, and of those at who waits longest.
function panelFor(world: World, { vacancy, channel }: Advert): number[] {
  if (channel === 'advertised') return []
  const { home } = vacancy
  const { choosing, searchers, today } = world
  const pool = world.pools[channel]
  const value = (group: Group) => matchValue(choosing, group, home)
  const suits = (number: number) => {
    const group = searchers.groups[number]
    return group !== undefined && value(group) > suitedMin
  }
  const suited = pool.first(panelSize, today, suits)
  return (suited.length > 0 ? suited : pool.first(panelSize, today, () => true))
    .flatMap((seat) => searchers.on(seat) ?? [])
    .map((searcher) => ({ searcher, value: value(searcher.group) }))
    .sort((a, b) => b.value - a.value || comesFirst(a.searcher, b.searcher))
    .map(({ searcher }) => searcher.seat)
}

function comesFirst(one: Searcher, other: Searcher): number {
  return one.since - other.since || one.person.id - other.person.id
}

const daysPassedOver = 90

// Whom the rules keep out of a home is not laid before the panel again the next day.
function passOver(world: World, pool: Pool, seats: readonly number[], order: KindOrder): void {
  const until = addDays(world.today, daysPassedOver)
  for (const position of [...order.excluded, ...order.undecided]) {
    const searcher = world.searchers.on(seats[position] ?? -1)
    if (searcher) pool.passOver(searcher, until)
  }
}

// The answer of the panel or the landlord, as the role the rule book names gives it.
function choiceOf(
  prepared: Prepared,
  facts: Facts,
  names: readonly string[],
  on: Case['on'],
): Judgements {
  const judgements: Record<string, Judgements[string]> = {}
  for (const { model, id, by } of choicesIn(prepared)) {
    if (model === facts.model) judgements[id] = answerBy(by, names, on)
  }
  return judgements
}

const choicesIn = keptFor((prepared: Prepared) =>
  prepared.rankings.flatMap(({ rule: { model, finally: keys } }) =>
    keys.flatMap((key) => {
      const rule = key.by === 'chosen' && prepared.rules.byId.get(key.of)?.rule
      return rule && rule.kind === 'judgement' ? [{ model, id: rule.id, by: rule.decided_by }] : []
    }),
  ),
)

function answerBy(by: Role, answer: readonly string[], on: Case['on']) {
  return { listing: { answer, by, second: 'second', on } }
}

type Taken = {
  readonly order: KindOrder
  readonly place: number
  readonly position: number
  readonly searcher: Searcher
  /** Positions of who was offered the home before, and refused. */
  readonly refused: readonly number[]
}

function offer(
  world: World,
  advert: Advert,
  seats: readonly number[],
  order: KindOrder,
): Taken | undefined {
  const refused: number[] = []
  for (const { place, position, mayBeOffered } of order.turns()) {
    const searcher = mayBeOffered && world.searchers.on(seats[position] ?? -1)
    if (!searcher) continue
    if (accepts(world, advert, searcher)) {
      checkLetting(world, order, position, refused)
      return { order, place, position, searcher, refused }
    }
    refused.push(position)
    refuse(world, advert, searcher)
  }
  return undefined
}

function accepts(world: World, { vacancy, channel }: Advert, searcher: Searcher): boolean {
  const { luck, region, rules, today } = world
  const { behaviour } = region
  const urgent = isUrgent(world, searcher)
  const chance = acceptanceChance(behaviour, {
    value: valueTo(world, vacancy.home, searcher),
    years: yearsSince(searcher.since, today),
    refusingCosts: urgent || rules.punishesRefusing || channel !== 'advertised',
  })
  return luck.share('answer', searcher.person.id, vacancy.key) < chance
}

/** What a home is worth to somebody: what suits, and what only they themselves like about it. */
function valueTo(
  { choosing, luck, region }: World,
  home: Home,
  { group, person }: Searcher,
): number {
  const taste = region.behaviour.taste * luck.bell('taste', person.id, home.index)
  return matchValue(choosing, group, home) + taste
}

const hearingDays = 14

function refuse(world: World, { vacancy }: Advert, searcher: Searcher): void {
  const { luck, region, rules, tally, agenda, today, choosing } = world
  const { home, key } = vacancy
  const isSilent = luck.share('silence', searcher.person.id, key) < region.behaviour.noAnswer
  const event = isSilent ? 'offer-unanswered' : 'offer-refused'
  tally.refusals += 1
  if (!rules.hears(event)) return
  const suitable = isSuitable(choosing, searcher.group, home)
  const told = { ...home.facts, suitable, 'above-taker': true, closes: today }
  tell(world, searcher, event, told)
  if (searcher.urgentSince === undefined) return
  // Nobody loses an urgency unheard; the committee upholds what the rules say.
  agenda.plan(addDays(today, hearingDays), 'be-heard', tokenFor(searcher))
}

function letTo(world: World, advert: Advert, seats: readonly number[], taken: Taken): void {
  const { rules, tally, today, region } = world
  const { vacancy, channel, model, respondents } = advert
  const { order, place, searcher, refused } = taken
  const { bound } = order
  const offers = refused.length + 1
  const { home, freeSince, fromNew } = vacancy
  const { crowd } = rules.readyFor(home.facts)
  const own = crowd.valuesOf(bound, searcher.seat, today)
  const applied = countedFor(bound, own)
  const assigned = { on: today, parts: [bound.home, searcher.traits.facts, own, applied] }
  const before = quotasUsed(world, bound.home)
  rules.count(assigned)
  checkQuotas(world, before)
  const names = () => new Set(refused.map((each) => order.people.candidateAt(each).id))
  world.observer?.let(world, advert, searcher, {
    assignment: wholeOf(assigned),
    place,
    refused: names(),
  })
  tally.openVacancies -= 1
  tally.housed += 1
  if (fromNew) tally.lettingsFromNew += 1
  learnNeeded(world, advert, searcher)
  recordLetting(world, searcher, {
    home,
    listing: order.case.listing.id,
    channel,
    model,
    priorities: applied['priorities-applied'],
    responses: respondents.length,
    offers,
    refusals: refused.length,
    vacantDays: today - freeSince + offers * region.behaviour.answerDays,
    matchValue: valueTo(world, home, searcher),
    displaced: displacedBy(world, advert, seats, taken),
  })
  leaveList(world, searcher, 'housed')
  home.isFree = false
  home.tenant = undefined
}

const lately = 0.05

function learnNeeded(world: World, { vacancy, model }: Advert, searcher: Searcher): void {
  if (model !== 'ranked' || isUrgent(world, searcher)) return
  const key = neededKey(vacancy.home)
  const years = yearsSince(searcher.person.registeredOn, world.today)
  const before = world.needed.get(key) ?? years
  world.needed.set(key, before + lately * (years - before))
}

/**
 * Who would have got the home had nobody had priority (verdringing): the same people in the order without
 * it, and the first who takes it. Only asked where a priority could be used.
 */
function displacedBy(
  world: World,
  advert: Advert,
  seats: readonly number[],
  { order, position: taken, searcher, refused }: Taken,
): Searcher | undefined {
  const { bound: asRuled, people } = order
  const tier = order.tierOf(taken)
  const hasNone = tier === asRuled.tiers.length - 1 && asRuled.first.length === 0
  if (hasNone || world.today < world.countsFrom) return undefined
  const { withoutPriorities } = world.rules.readyFor(advert.vacancy.home.facts)
  const { listing, on } = order.case
  const bound = bind(withoutPriorities, { listing, on, quotas: {} })
  if (!bound) return undefined
  const other = new KindOrder(bound, order.case, people)
  for (const { position, mayBeOffered } of other.turns()) {
    const found = mayBeOffered && world.searchers.on(seats[position] ?? -1)
    if (!found || refused.includes(position)) continue
    if (found === searcher) return undefined
    if (accepts(world, advert, found)) return found
  }
  return undefined
}
