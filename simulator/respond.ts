/**
 * Who responds to a home (reageren). Each group has one chance; within it luck says whom of its members the next
 * response strikes, so that nobody is looked at who does not respond. Whom it strikes does not depend on who
 * found a home before: the same people like the same homes whatever the rules.
 * Complexity: one number per group that the home can suit at all, and a few per response.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { AllocationModel } from '../core/policy/catalogue.ts'
import type { Vacancy } from './advert.ts'
import { type Choosing, chanceKept, responseChance } from './behaviour.ts'
import { matterOf, mix, nextStruck, scramble } from './chance.ts'
import type { Home } from './housing.ts'
import { isUrgent, tell } from './lives.ts'
import { type Ready, responsesMax } from './rules-in-force.ts'
import {
  type Group,
  keennessUnit,
  notYet,
  rowLength,
  rowOf,
  seatIn,
  tokenFor,
  tokenOf,
} from './searchers.ts'
import type { World } from './world.ts'

const range = 2 ** 32
const monthsInYear = 12
const daysInYear = 365.25

/** Below this chance nobody looks at a home. */
const chanceMin = 2e-4

export function respond(
  world: World,
  { home, key }: Vacancy,
  model: AllocationModel,
  { prepared }: Ready,
): Float64Array {
  const { luck, choosing, searchers, today, rules, tally } = world
  const most = responsesMax(prepared, { ...home.facts, model })
  const listing = luck.bits('response', key)
  const needed = neededFor(world, home, model)
  const chances = chancesAt(choosing, home)
  let count = 0
  for (const group of searchers.groups) {
    if (group.seats.length === 0) continue
    const chance = chances[group.number] ?? responseChance(choosing, group, home)
    chances[group.number] = chance
    if (chance < chanceMin) continue
    count = respondAmong(world, group, { listing, chance, most, needed, count })
  }
  if (rules.rewardsResponding) count = click(world, key, most, count)
  const respondents = responding.slice(0, count).sort()
  const inPeriod = today >= world.periodFrom ? 1 : 0
  const { rows } = searchers
  for (let each = 0; each < respondents.length; each += 1) {
    const row = seatIn(respondents[each] as number) * rowLength
    if (rows[row + rowOf.firstResponse] === notYet) rows[row + rowOf.firstResponse] = today
    rows[row + rowOf.responses] = (rows[row + rowOf.responses] as number) + 1
    rows[row + rowOf.responsesInPeriod] = (rows[row + rowOf.responsesInPeriod] as number) + inPeriod
    rows[row + rowOf.openResponses] = (rows[row + rowOf.openResponses] as number) + 1
  }
  if (rules.hears('responded')) tellResponses(world, respondents, { ...home.facts, model })
  tally.responses += respondents.length
  return respondents
}

/** The chances of the groups, in their order, at homes that are the same to all of them. */
function chancesAt(choosing: Choosing, home: Home): (number | undefined)[] {
  const { place, bedrooms, label } = home
  const dear = rentsHeld.map((needed) => choosing.rentIsHigh(home, needed)).join()
  const kind = `${place} ${bedrooms} ${label} ${dear}`
  const known = choosing.chances.get(kind) ?? []
  choosing.chances.set(kind, known)
  return known
}

/** What a rent is held against: the bedrooms that households need. */
const rentsHeld = [1, 2, 3, 4]

type Wish = {
  readonly listing: number
  readonly chance: number
  /** So many responses somebody may have open. */
  readonly most: number
  /** So many years of registration others lately needed; undefined where that is no matter. */
  readonly needed: number | undefined
  /** So many responded already. */
  readonly count: number
}

// Luck strikes as if all were as keen as the keenest; each has luck of their own for being less keen.
function respondAmong(world: World, { seats, key, keenest }: Group, wish: Wish): number {
  const { rows } = world.searchers
  const { listing, chance, most, needed } = wish
  const struck = matterOf(scramble(listing, key), chance * keenest)
  let { count } = wish
  for (let at = nextStruck(struck, -1); at < seats.length; at = nextStruck(struck, at)) {
    const seat = seats[at] as number
    const row = seat * rowLength
    const id = rows[row + rowOf.id] as number
    if (id < 0 || (rows[row + rowOf.openResponses] as number) >= most) continue
    const own = chance * ((rows[row + rowOf.keenness] as number) / keennessUnit)
    const luckHere = (scramble(listing, mix(id, 0)) / range) * struck.chance
    if (luckHere >= own) continue
    if (needed !== undefined) {
      const years = (world.today - (rows[row + rowOf.registeredOn] as number)) / daysInYear
      if (years < needed && luckHere >= own * keptOf(world, seat, years, needed)) continue
    }
    responding[count] = tokenOf(id, seat)
    count += 1
  }
  return count
}

// Used for one home at a time.
const responding = new Float64Array(2 ** 21)

function tellResponses(world: World, respondents: Float64Array, facts: Facts): void {
  const { searchers, today } = world
  for (const token of respondents) {
    const searcher = searchers.on(searchers.seatOf(token) ?? -1)
    if (searcher) tell(world, searcher, 'responded', { ...facts, closes: today })
  }
}

/** Where responding earns points, some respond to whatever there is (klikken voor punten). */
function click(world: World, key: number, most: number, before: number): number {
  const { luck, searchers } = world
  const chance = clickChance(world)
  const listing = luck.bits('click', key)
  const known = new Set(responding.subarray(0, before))
  let count = before
  for (const { seats, key: group } of searchers.groups) {
    const struck = matterOf(scramble(listing, group), chance)
    for (let at = nextStruck(struck, -1); at < seats.length; at = nextStruck(struck, at)) {
      const seat = seats[at] as number
      const searcher = searchers.on(seat)
      if (!searcher?.clicks || searchers.of(seat, 'openResponses') >= most) continue
      const token = tokenFor(searcher)
      if (known.has(token)) continue
      responding[count] = token
      count += 1
    }
  }
  return count
}

// So many clicks a month, over all that was advertised lately.
function clickChance({ region, tally }: World): number {
  const adverts = Math.max(1, tally.advertsLastYear)
  return Math.min(1, (region.behaviour.clicksPerMonth * monthsInYear) / adverts)
}

// Where only time counts, people know about how long others needed; a lot or an urgency knows no such thing.
function neededFor(world: World, home: Home, model: AllocationModel): number | undefined {
  const isMatter = model === 'ranked' && world.choosing.behaviour.chanceMatters !== 0
  return isMatter ? world.needed.get(neededKey(home)) : undefined
}

/** The part of the wish that is left to who is registered shorter than others needed. */
function keptOf(world: World, seat: number, own: number, needed: number): number {
  const { choosing, searchers } = world
  const searcher = searchers.of(seat, 'isUrgent') === 1 ? searchers.on(seat) : undefined
  return searcher && isUrgent(world, searcher) ? 1 : chanceKept(choosing.behaviour, own, needed)
}

export function neededKey({ place, bedrooms }: Home): string {
  return `${place} ${bedrooms}`
}

export function yearsSince(from: CalendarDate, today: CalendarDate): number {
  return (today - from) / daysInYear
}
