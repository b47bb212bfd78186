/**
 * Who responds to a home (reageren). Each group has one chance; within it luck says whom of its members the next
 * response strikes, so that nobody is looked at who does not respond. Whom it strikes does not depend on who
 * found a home before: the same people like the same homes whatever the rules.
 * Complexity: one number per group that the home can suit at all, and a few per response.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { Vacancy } from './advert.ts'
import { chanceKept, type Interested, responseChance } from './behaviour.ts'
import { mix, passedOver, scramble } from './chance.ts'
import type { Home } from './housing.ts'
import { isUrgent, tell } from './lives.ts'
import { type Ready, termsOf } from './rules-in-force.ts'
import { keennessUnit, notYet, rowLength, rowOf, seatIn, tokenFor, tokenOf } from './searchers.ts'
import type { World } from './world.ts'

const range = 2 ** 32
const monthsInYear = 12
const daysInYear = 365.25

/** Below this chance nobody looks at a home. */
const chanceMin = 2e-4

export function respond(
  world: World,
  { home, key }: Vacancy,
  facts: Facts,
  { prepared }: Ready,
): Float64Array {
  const { luck, searchers, today, rules, tally } = world
  const openMax = termsOf(prepared, facts).responsesMax
  const listing = luck.bits('response', key)
  const needed = neededFor(world, home, facts)
  let count = respondAmong(world, interestedIn(world, home), { listing, openMax, needed })
  if (rules.rewardsResponding) count = click(world, key, openMax, count)
  const respondents = responding.slice(0, count)
  const inPeriod = today >= world.periodFrom ? 1 : 0
  const { rows } = searchers
  for (let each = 0; each < respondents.length; each += 1) {
    const row = seatIn(respondents[each] as number) * rowLength
    if (rows[row + rowOf.firstResponse] === notYet) rows[row + rowOf.firstResponse] = today
    rows[row + rowOf.responses] = (rows[row + rowOf.responses] as number) + 1
    rows[row + rowOf.responsesInPeriod] = (rows[row + rowOf.responsesInPeriod] as number) + inPeriod
    rows[row + rowOf.openResponses] = (rows[row + rowOf.openResponses] as number) + 1
  }
  if (rules.hears('responded')) tellResponses(world, respondents, facts)
  tally.responses += respondents.length
  return respondents
}

/** The groups that look at homes which are the same to all of them, each with its chance. */
function interestedIn({ choosing, searchers }: World, home: Home): Interested {
  const { place, bedrooms, label } = home
  let dear = ''
  for (const needed of rentsHeld) dear += choosing.rentIsHigh(home, needed) ? '1' : '0'
  const kind = `${place} ${bedrooms} ${label} ${dear}`
  const found = choosing.interested.get(kind) ?? { asked: 0, groups: [], chances: [] }
  if (found.asked === searchers.groups.length) return found
  choosing.interested.set(kind, found)
  for (const group of searchers.groups.slice(found.asked)) {
    const chance = responseChance(choosing, group, home)
    if (chance < chanceMin) continue
    found.groups.push(group.number)
    found.chances.push(chance)
  }
  found.asked = searchers.groups.length
  return found
}

/** What a rent is held against: the bedrooms that households need. */
const rentsHeld = [1, 2, 3, 4]

type Wish = {
  readonly listing: number
  /** So many responses somebody may have open. */
  readonly openMax: number
  /** So many years of registration others lately needed; undefined where that is no matter. */
  readonly needed: number | undefined
}

// The keenest stand first: luck strikes as if all who follow were as keen as whoever was struck last, and each has
// luck of their own for being less keen.
function respondAmong(world: World, { groups, chances }: Interested, wish: Wish): number {
  const { rows, members } = world.searchers
  const { listing, openMax, needed } = wish
  let count = 0
  for (let each = 0; each < groups.length; each += 1) {
    const group = groups[each] as number
    const chance = chances[each] as number
    const key = scramble(listing, members.keys[group] as number)
    const from = members.starts[group] as number
    const size = members.counts[group] as number
    let next = members.keenest[group] as number
    for (let place = 0, times = 0; place < size; place += 1, times += 1) {
      const most = Math.min(1, (chance * next) / keennessUnit)
      place += passedOver(size - place, { key, times, chance: most })
      if (place >= size) break
      const seat = members.seats[from + place] as number
      const row = seat * rowLength
      const id = rows[row + rowOf.id] as number
      const keenness = rows[row + rowOf.keenness] as number
      const wanted = (chance * keenness) / keennessUnit
      // Whoever follows is as keen as this one at most.
      next = keenness
      const luckHere = (scramble(listing, mix(id, 0)) / range) * most
      if (id < 0 || luckHere >= wanted) continue
      if ((rows[row + rowOf.openResponses] as number) >= openMax) continue
      if (needed !== undefined) {
        const own = (world.today - (rows[row + rowOf.registeredOn] as number)) / daysInYear
        const kept = own < needed ? chanceKept(world.choosing.behaviour, own, needed) : 1
        if (luckHere >= wanted * kept && !isUrgentOn(world, seat)) continue
      }
      responding[count] = tokenOf(id, seat)
      count += 1
    }
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
function click(world: World, key: number, openMax: number, before: number): number {
  const { luck, searchers } = world
  const chance = clickChance(world)
  const listing = luck.bits('click', key)
  const known = new Set(responding.subarray(0, before))
  let count = before
  const { members } = searchers
  for (let group = 0; group < searchers.groups.length; group += 1) {
    const key = scramble(listing, members.keys[group] as number)
    const from = members.starts[group] as number
    const size = members.counts[group] as number
    for (let place = 0, times = 0; place < size; place += 1, times += 1) {
      place += passedOver(size - place, { key, times, chance })
      if (place >= size) break
      const seat = members.seats[from + place] as number
      const searcher = searchers.on(seat)
      if (!searcher?.clicks || searchers.of(seat, 'openResponses') >= openMax) continue
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
function neededFor(world: World, home: Home, { model }: Facts): number | undefined {
  const isMatter = model === 'ranked' && world.choosing.behaviour.chanceMatters !== 0
  return isMatter ? world.needed.get(neededKey(home)) : undefined
}

// Whoever goes first does not mind how long others needed. Asked of the few whom that would keep from responding.
function isUrgentOn(world: World, seat: number): boolean {
  const { searchers } = world
  const searcher = searchers.of(seat, 'isUrgent') === 1 ? searchers.on(seat) : undefined
  return searcher !== undefined && isUrgent(world, searcher)
}

export function neededKey({ place, bedrooms }: Home): string {
  return `${place} ${bedrooms}`
}

export function yearsSince(from: CalendarDate, today: CalendarDate): number {
  return (today - from) / daysInYear
}
