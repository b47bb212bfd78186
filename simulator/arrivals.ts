/**
 * How people come and go (in- en uitstroom): they register, begin to search, renew, become urgent, give up.
 * What the rules make of it is asked of the core; here only what people do.
 */
import { addDays, type CalendarDate } from '../core/basics/calendar-date.ts'
import { passesGate } from '../core/ranking/check-eligibility.ts'
import { isInTargetGroup } from '../core/ranking/rent-fit.ts'
import type { Doing } from './agenda.ts'
import { type Home, homeAfter, homesIn } from './housing.ts'
import { isUrgent, lifeValue, tell } from './lives.ts'
import {
  nextRenewal,
  type Person,
  register,
  registeredBefore,
  type Traits,
  traitsOf,
} from './population.ts'
import { recordSearch } from './records.ts'
import type { Region } from './region.ts'
import type { RulesInForce } from './rules-in-force.ts'
import { rowLength, rowOf, type Searcher, tokenFor } from './searchers.ts'
import type { World } from './world.ts'

const daysInYear = 365.25

/** Puts everybody on the list who stands on it when the simulation begins. */
export function fillList(world: World, start: CalendarDate): void {
  const { region, luck, tally } = world
  for (const stream of region.streams) {
    for (let index = 0; index < stream.atStart; index += 1) {
      const id = tally.nextPerson
      tally.nextPerson += 1
      expect(world, registeredBefore(luck, stream, id, start), start)
    }
  }
}

/** Everybody who registers on a day. */
export function registerOn(world: World, day: CalendarDate): void {
  const { region, luck, tally, countsFrom } = world
  for (const [index, stream] of region.streams.entries()) {
    const mean = stream.perYear / daysInYear
    if (mean === 0) continue
    const count = luck.count(mean, 'arrivals', index, day)
    if (day >= countsFrom) tally.arrived[index] = (tally.arrived[index] ?? 0) + count
    for (let arrival = 0; arrival < count; arrival += 1) {
      const id = tally.nextPerson
      tally.nextPerson += 1
      expect(world, register(luck, stream, id, day), day)
    }
  }
}

// Who only keeps a registration is one number on the list until a search begins, or never does.
function expect(world: World, person: Person, today: CalendarDate): void {
  const { agenda, tally, waiting, lettingGo } = world
  const { searchesFrom, leavesOn } = person
  tally.registered += 1
  world.observer?.registered(world, person)
  if (searchesFrom === undefined) {
    lettingGo.plan(latest(leavesOn, addDays(today, 1)))
  } else if (searchesFrom <= today) beginSearch(world, person, today)
  else agenda.plan(searchesFrom, 'search', waiting.keep(person))
}

/** Whoever lets a registration go that they never searched with. */
export function letGo({ tally, lettingGo }: World, day: CalendarDate): void {
  tally.registered -= lettingGo.on(day)
}

/** What people do on the day they planned it for. */
export function doingOfPeople(world: World): DoingOfPeople {
  const { searchers, waiting } = world
  const withSeat = (token: number): Searcher | undefined => {
    const seat = searchers.seatOf(token)
    return seat === undefined ? undefined : searchers.on(seat)
  }
  return {
    search(number) {
      const person = waiting.take(number, world.today)
      if (person) beginSearch(world, person, world.today)
    },
    'give-up'(token) {
      const searcher = withSeat(token)
      if (searcher) giveUp(world, searcher)
      searchers.clear(token)
    },
    'ask-label'(token) {
      const searcher = withSeat(token)
      if (!searcher) return
      seekLabel(world, searcher)
      planLabel(world, searcher)
    },
    'ask-urgency'(token) {
      const searcher = withSeat(token)
      if (searcher) keepAsking(world, searcher)
    },
    'extend-urgency'(token) {
      const searcher = withSeat(token)
      if (searcher) askExtension(world, searcher)
    },
    'be-heard'(token) {
      const searcher = withSeat(token)
      if (searcher) tell(world, searcher, 'heard', { life: 'urgency', upheld: true })
    },
  }
}

type DoingOfPeople = Omit<Doing, 'fall-free' | 'advertise' | 'close'>

function latest(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one > other ? one : other
}

function beginSearch(world: World, person: Person, today: CalendarDate): void {
  const { region, luck, agenda, searchers, pools, tally, rules } = world
  const { stream, id } = person
  const traits = traitsOf(region, luck, person, today)
  const { keennessSpread } = region.behaviour
  const incomeClass = incomeClassOf(world, traits)
  const isSenior = traits.facts['aow-age'] === true || today - traits.born >= seniorDays
  const searcher: Searcher = {
    person,
    traits,
    name: world.nameOf(id),
    since: latest(person.searchesFrom ?? today, person.registeredOn),
    clicks: isClicker(world, id),
    group: searchers.groupFor({
      looksFrom: traits.looksFrom,
      bedroomsNeeded: traits.bedroomsNeeded,
      incomeClass,
      isSenior,
      indication: stream.indication,
    }),
    events: [],
    seat: 0,
    home: traits.leavesSocialHome ? homeToLeave(world, id, traits) : undefined,
    urgentSince: undefined,
  }
  tally.begun += 1
  searchers.seat(searcher)
  const keenness = Math.max(0, 1 + keennessSpread * luck.bell('searching', id, 0))
  if (stream.road === 'advertised') searchers.join(searcher, keenness)
  else pools[stream.road].join(searcher, today)
  agenda.plan(latest(person.leavesOn, addDays(today, 1)), 'give-up', tokenFor(searcher))
  if (stream.ground === 'none') rules.base.crowd.arrive(searcher.seat, today)
  else {
    askUrgency(world, searcher, today)
    planAsking(world, searcher)
  }
  planLabel(world, searcher)
}

function isClicker({ region, luck }: World, id: number): boolean {
  return luck.share('searching', id, 1) < region.behaviour.clickers
}

const seniorDays = Math.round(55 * daysInYear)

/** Income: 0 low, 1 within the target group, 2 above it; all within it where the rules have no amounts. */
function incomeClassOf({ rules }: World, { size, incomeCents, facts }: Traits): number {
  const household = { size, incomeCents, aowAge: facts['aow-age'] === true }
  const limits = rules.limitsFor(size, household.aowAge)
  if (!limits) return 1
  if (incomeCents <= limits.fitIncomeCents) return 0
  const home = { rentCents: 0, allowance: true }
  return isInTargetGroup(household, home, limits) ? 1 : 2
}

function homeToLeave({ homes, luck }: World, id: number, traits: Traits): number | undefined {
  const there = homesIn(homes, traits.lives)
  const isFitting = ({ tenant, isFree }: Home) => tenant === undefined && !isFree
  const home = homeAfter(there, luck.share('home-left', id), isFitting)
  if (!home) return undefined
  home.tenant = id
  return home.index
}

/** Other rules hold: who would be urgent under these and was not, or under another name, asks on their first day. */
export function askAnew(
  world: World,
  searcher: Searcher,
  before: { readonly rules: RulesInForce; readonly region: Region },
): void {
  const { rules, today } = world
  const { person, traits } = searcher
  const { ground } = person.stream
  const known = traits.facts['urgency-ground'] ?? 'none'
  const mayAsk = ({ base: { prepared, crowd } }: RulesInForce) =>
    prepared.rules.byId.has('urgency') &&
    passesGate(prepared, 'urgency', crowd.timelineOf(searcher.seat, today), today)
  const couldAsk = known !== 'none' && mayAsk(before.rules)
  searcher.clicks = isClicker(world, person.id)
  if (before.region.behaviour.labellingPressure === 0) planLabel(world, searcher)
  if (ground === 'none') return
  const isRenamed = ground !== known
  if (isRenamed) {
    searcher.traits = { ...traits, facts: { ...traits.facts, 'urgency-ground': ground } }
  }
  if (isRenamed || (!couldAsk && mayAsk(rules))) askUrgency(world, searcher, today)
}

function askUrgency(world: World, searcher: Searcher, today: CalendarDate): void {
  const { prepared, crowd } = world.rules.base
  if (!prepared.rules.byId.has('urgency')) return
  if (!passesGate(prepared, 'urgency', crowd.timelineOf(searcher.seat, today), today)) return
  becomeUrgent(world, searcher)
  tell(world, searcher, 'urgency-granted', { 'urgency-ground': searcher.person.stream.ground })
  extendUrgency(world, searcher)
}

const asksAgainDays = 183

// Whose urgency was refused or ended without a home still needs one, and asks again; whether that is too early
// is for the rules to say.
function keepAsking(world: World, searcher: Searcher): void {
  if (!isUrgent(world, searcher)) askUrgency(world, searcher, world.today)
  planAsking(world, searcher)
}

function planAsking({ agenda, today }: World, searcher: Searcher): void {
  agenda.plan(addDays(today, asksAgainDays), 'ask-urgency', tokenFor(searcher))
}

function becomeUrgent({ searchers, today }: World, searcher: Searcher): void {
  searcher.urgentSince = today
  searchers.rows[searcher.seat * rowLength + rowOf.isUrgent] = 1
}

// Whoever still searches gets every extension the rules have.
function extendUrgency(world: World, searcher: Searcher): void {
  const ends = lifeValue(world, searcher, 'urgency-ends')
  if (typeof ends !== 'number' || !isUrgent(world, searcher)) return
  // @NOTE a number under the name of a date is a date.
  world.agenda.plan(ends as CalendarDate, 'extend-urgency', tokenFor(searcher))
}

function askExtension(world: World, searcher: Searcher): void {
  tell(world, searcher, 'urgency-extended')
  const ends = lifeValue(world, searcher, 'urgency-ends')
  if (typeof ends === 'number' && ends > world.today) extendUrgency(world, searcher)
}

// Whoever would ask for a label thinks of it when they renew.
function planLabel({ agenda, region, rules, today }: World, searcher: Searcher): void {
  if (region.behaviour.labellingPressure === 0 || !rules.hears('registered')) return
  agenda.plan(nextRenewal(searcher.person.registeredOn, today), 'ask-label', tokenFor(searcher))
}

// The more a label gives, the more people ask for one: the pressure is the part that would at best.
function seekLabel(world: World, searcher: Searcher): void {
  const { luck, region, today } = world
  const { labellingPressure } = region.behaviour
  if (searcher.urgentSince !== undefined) return
  if (luck.share('searching', searcher.person.id, today) >= labellingPressure) return
  const ground = region.streams.find((stream) => stream.ground !== 'none')?.ground
  if (ground === undefined) return
  becomeUrgent(world, searcher)
  tell(world, searcher, 'urgency-granted', { 'urgency-ground': ground })
  extendUrgency(world, searcher)
}

function giveUp(world: World, searcher: Searcher): void {
  leaveList(world, searcher, 'left')
  world.tally.left += 1
  const home = searcher.home === undefined ? undefined : world.homes[searcher.home]
  if (home) home.tenant = undefined
}

/** Takes somebody off the list, and writes down how the search went. */
export function leaveList(world: World, searcher: Searcher, end: 'housed' | 'left'): void {
  const { searchers, pools, tally, rules } = world
  const { road } = searcher.person.stream
  tally.registered -= 1
  recordSearch(world, searcher, end)
  world.observer?.left(world, searcher, end)
  if (road !== 'advertised') pools[road].leave(searcher)
  rules.leave(searcher.seat)
  searchers.leave(searcher)
}
