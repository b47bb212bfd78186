/**
 * From the close of a listing to a tenant (toewijzen): the core ranks, the round of offers asks one after the
 * other, people take or refuse by their behaviour, and what follows goes to the counters and the agenda.
 */

import { offerRound } from '../core/allocation/offer-round.ts'
import { addDays } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import { sha256 } from '../core/basics/sha256.ts'
import type { Listing } from '../core/homes/listing.ts'
import type { Role } from '../core/policy/catalogue.ts'
import { rulesOf } from '../core/policy/resolve.ts'
import { type Bound, bind } from '../core/ranking/bind.ts'
import type { Case, Judgements } from '../core/ranking/case.ts'
import { assignmentTo } from '../core/ranking/count-assignment.ts'
import type { GivenHere } from '../core/ranking/crowd.ts'
import type { Prepared } from '../core/ranking/prepare.ts'
import { type Kinds, type Ranking, rankAlike } from '../core/ranking/rank-listing.ts'
import { type Advert, matchedFacts } from './advert.ts'
import { leaveList } from './arrivals.ts'
import { acceptanceChance, isSuitable, matchValue } from './behaviour.ts'
import type { Home } from './housing.ts'
import { checkLetting, checkQuotas, quotaUse } from './invariants.ts'
import { isUrgent, tell } from './lives.ts'
import { recordLetting } from './records.ts'
import { neededKey, yearsSince } from './respond.ts'
import type { Ready } from './rules-in-force.ts'
import type { Searcher } from './searchers.ts'
import type { World } from './world.ts'

/** Closes a listing: ranks who responded and offers the home; gives the new tenant, if somebody takes it. */
export function closeListing(world: World, advert: Advert): Searcher | undefined {
  const seats = advert.channel === 'advertised' ? stillHere(world, advert) : panelFor(world, advert)
  const ranked = rank(world, advert, seats)
  if (!ranked) return undefined
  const { ranking } = ranked
  if (advert.channel !== 'advertised') passOver(world, seats, ranking)
  const taken = offer(world, advert, seats, ranked)
  if (!taken) return undefined
  letTo(world, advert, seats, taken)
  return taken.searcher
}

/** The seats of who responded and did not leave since. */
function stillHere({ searchers }: World, { respondents }: Advert): Int32Array {
  const { openResponses } = searchers
  const seats = new Int32Array(respondents.length)
  let count = 0
  for (const token of respondents) {
    const seat = searchers.seatOf(token)
    if (seat === undefined) continue
    openResponses[seat] = (openResponses[seat] ?? 0) - 1
    seats[count] = seat
    count += 1
  }
  return seats.subarray(0, count)
}

type Ranked = {
  readonly ranking: Ranking
  /** The same people, told apart, for whoever ranks them by other rules. */
  readonly people: Kinds
}

function rank(world: World, advert: Advert, seats: ArrayLike<number>): Ranked | undefined {
  const ready = world.rules.readyFor(advert.vacancy.home.facts)
  const ranked = caseOf(world, advert, ready, seats)
  const bound = bind(ready.prepared, ranked)
  if (!bound) return undefined
  const given = momentsOf(world, bound, advert, seats)
  const people = ready.crowd.tellApart(bound, seats, world.today, given)
  return { ranking: rankAlike(bound, ranked, people), people }
}

// The minute at which somebody responds is luck; the first comes first.
function momentsOf(
  { luck, searchers }: World,
  { names }: Bound,
  { vacancy }: Advert,
  seats: ArrayLike<number>,
): GivenHere {
  if (!names.includes('responded-at')) return new Map()
  const moment = (seat: number) => luck.bits('answer', searchers.id[seat] ?? 0, vacancy.key) >>> 0
  return new Map([['responded-at', Float64Array.from(seats, moment)]])
}

function caseOf(world: World, advert: Advert, ready: Ready, seats: ArrayLike<number>): Case {
  const { today, seed, replication, searchers } = world
  const { vacancy, channel, model } = advert
  const { home, key, round, inVainSince } = vacancy
  const facts = channel === 'advertised' ? { ...home.facts, model } : matchedFacts(home, channel)
  const listing: Listing = {
    id: `${home.index}-${key}-${round}`,
    facts,
    closes: today,
    ...(inVainSince !== undefined && { in_vain_since: inVainSince }),
  }
  const namesOf = () => Array.from(seats, (seat) => searchers.on(seat)?.name ?? '')
  return {
    on: today,
    moments: {},
    listing,
    candidates: [],
    quotas: ready.quotas.on(today),
    judgements: channel === 'advertised' ? {} : choiceOf(ready.prepared, facts, namesOf(), today),
    // Reckoned only where somebody's turn depends on a lot.
    get seed() {
      return sha256(`${seed} ${replication} ${listing.id}`)
    },
  }
}

const panelSize = 12
const suitedMin = -1

// A panel looks at whom the home suits best, and of those at who waits longest.
function panelFor(world: World, { vacancy, channel }: Advert): number[] {
  if (channel === 'advertised') return []
  const { home } = vacancy
  const pool = world.pools[channel]
  const value = (searcher: Searcher) => matchValue(world.choosing, searcher.group, home)
  const waiting = pool.filter(({ passedUntil }) => passedUntil <= world.today)
  const suited = waiting.filter((searcher) => value(searcher) > suitedMin)
  return (suited.length > 0 ? suited : waiting)
    .slice(0, panelSize)
    .toSorted((a, b) => value(b) - value(a) || a.since - b.since || a.person.id - b.person.id)
    .map(({ seat }) => seat)
}

const daysPassedOver = 90

// Whom the rules keep out of a home is not laid before the panel again the next day.
function passOver(world: World, seats: ArrayLike<number>, ranking: Ranking): void {
  for (const position of [...ranking.excluded, ...ranking.undecided]) {
    const searcher = world.searchers.on(seats[position] ?? -1)
    if (searcher) searcher.passedUntil = addDays(world.today, daysPassedOver)
  }
}

// The answer of the panel or the landlord, as the role the rule book names gives it.
function choiceOf(
  prepared: Prepared,
  facts: Facts,
  names: readonly string[],
  on: Case['on'],
): Judgements {
  const chosen = prepared.rankings.flatMap(({ rule }) =>
    rule.model === facts.model
      ? rule.finally.flatMap((key) => (key.by === 'chosen' ? [key.of] : []))
      : [],
  )
  const answered = rulesOf(prepared.rules, 'judgement').flatMap(({ rule }) =>
    chosen.includes(rule.id) ? [[rule.id, answerBy(rule.decided_by, names, on)] as const] : [],
  )
  return Object.fromEntries(answered)
}

function answerBy(by: Role, answer: readonly string[], on: Case['on']) {
  return { listing: { answer, by, second: 'second', on } }
}

type Taken = Ranked & {
  readonly place: number
  readonly searcher: Searcher
  readonly offers: number
  readonly refused: ReadonlySet<string>
}

function offer(
  world: World,
  advert: Advert,
  seats: ArrayLike<number>,
  { ranking, people }: Ranked,
): Taken | undefined {
  const refused = new Set<string>()
  let offers = 0
  for (const { place, position, candidate, unmet } of offerRound(ranking)) {
    if (unmet.length > 0) continue
    const searcher = world.searchers.on(seats[position] ?? -1)
    if (!searcher) continue
    offers += 1
    if (accepts(world, advert, searcher)) {
      checkLetting(world, ranking, place, refused)
      return { ranking, people, place, searcher, offers, refused }
    }
    refused.add(candidate.id)
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
  agenda.on(addDays(today, hearingDays), () => {
    if (!searcher.gone) tell(world, searcher, 'heard', { life: 'urgency', upheld: true })
  })
}

function letTo(world: World, advert: Advert, seats: ArrayLike<number>, taken: Taken): void {
  const { rules, tally, today, region } = world
  const { vacancy, channel, model, respondents } = advert
  const { ranking, place, searcher, offers, refused } = taken
  const { home, freeSince, fromNew } = vacancy
  const { crowd } = rules.readyFor(home.facts)
  const own = crowd.valuesOf(ranking.bound, searcher.seat, today)
  const assignment = assignmentTo(ranking, place, own)
  const before = quotaUse(world, ranking.bound.home)
  rules.count(assignment)
  checkQuotas(world, ranking.bound.home, before)
  world.observer?.let(world, advert, searcher, { assignment, place, refused })
  tally.openVacancies -= 1
  tally.housed += 1
  if (fromNew) tally.lettingsFromNew += 1
  learnNeeded(world, advert, searcher)
  recordLetting(world, searcher, {
    home,
    listing: ranking.case.listing.id,
    channel,
    model,
    assignment,
    responses: respondents.length,
    offers,
    refusals: refused.size,
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
  seats: ArrayLike<number>,
  { ranking, people, place, searcher, refused }: Taken,
): Searcher | undefined {
  const { bound: asRuled, order } = ranking
  const tier = order.tiers[order.sorted[place - 1] ?? 0] ?? 0
  const hasNone = tier === asRuled.tiers.length - 1 && asRuled.first.length === 0
  if (hasNone || world.today < world.countsFrom) return undefined
  const { withoutPriorities } = world.rules.readyFor(advert.vacancy.home.facts)
  const bound = bind(withoutPriorities, { ...ranking.case, quotas: {} })
  if (!bound) return undefined
  const other = rankAlike(bound, ranking.case, people)
  for (const { position, candidate, unmet } of offerRound(other)) {
    const found = world.searchers.on(seats[position] ?? -1)
    if (!found || unmet.length > 0 || refused.has(candidate.id)) continue
    if (found === searcher) return undefined
    if (accepts(world, advert, found)) return found
  }
  return undefined
}
