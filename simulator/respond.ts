/**
 * Who responds to a home (reageren). Each group has one chance; within it everybody has luck of their own
 * for this home, so that the same people like the same homes whatever the rules.
 * Complexity: one number per searcher in a group that the home can suit at all.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { AllocationModel } from '../core/policy/catalogue.ts'
import type { Vacancy } from './advert.ts'
import { chanceKept, responseChance } from './behaviour.ts'
import { luckyAmong, scramble } from './chance.ts'
import type { Home } from './housing.ts'
import { isUrgent, tell } from './lives.ts'
import { type Ready, responsesMax } from './rules-in-force.ts'
import { notYet, seatsMax, tokenOf } from './searchers.ts'
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
  const { id, keenness, openResponses } = searchers
  const most = responsesMax(prepared, { ...home.facts, model })
  const listing = luck.bits('response', key)
  const keptOf = keptUnder(world, home, model)
  let count = 0
  for (const group of searchers.groups()) {
    const chance = responseChance(choosing, group, home)
    if (chance < chanceMin) continue
    const { seats, keys } = group
    const lucky = luckyAmong(keys, group.count, listing, chance * group.keenest, found)
    for (let each = 0; each < lucky; each += 1) {
      const at = found[each] as number
      const seat = seats[at] as number
      const wish = chance * (keenness[seat] as number)
      const luckHere = scramble(listing, keys[at] as number) / range
      if (luckHere >= wish || (openResponses[seat] as number) >= most) continue
      if (luckHere < wish * keptOf(seat)) {
        responding[count] = tokenOf(id[seat] as number, seat)
        count += 1
      }
    }
  }
  if (rules.rewardsResponding) count = click(world, key, most, count)
  const respondents = responding.slice(0, count).sort()
  const inPeriod = today >= world.periodFrom ? 1 : 0
  for (const token of respondents) {
    const seat = token % seatsMax
    if (searchers.firstResponse[seat] === notYet) searchers.firstResponse[seat] = today
    searchers.responses[seat] = (searchers.responses[seat] ?? 0) + 1
    searchers.responsesInPeriod[seat] = (searchers.responsesInPeriod[seat] ?? 0) + inPeriod
    openResponses[seat] = (openResponses[seat] ?? 0) + 1
  }
  if (rules.hears('responded')) tellResponses(world, respondents, { ...home.facts, model })
  tally.responses += respondents.length
  return respondents
}

// Used for one home at a time.
const found = new Int32Array(2 ** 21)
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
  for (const { seats, keys, count: members } of searchers.groups()) {
    const lucky = luckyAmong(keys, members, listing, chance, found)
    for (let each = 0; each < lucky; each += 1) {
      const seat = seats[found[each] as number] as number
      const token = tokenOf(searchers.id[seat] ?? 0, seat)
      const isFull = (searchers.openResponses[seat] ?? 0) >= most
      if (isFull || known.has(token) || !searchers.on(seat)?.clicks) continue
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
function keptUnder(world: World, home: Home, model: AllocationModel): (seat: number) => number {
  const { choosing, searchers, today } = world
  const { behaviour } = choosing
  const years = world.needed.get(neededKey(home))
  if (years === undefined || model !== 'ranked' || behaviour.chanceMatters === 0) return () => 1
  const { registeredOn, isUrgent: hasAsked } = searchers
  return (seat) => {
    const own = (today - (registeredOn[seat] as number)) / daysInYear
    if (own >= years) return 1
    const searcher = hasAsked[seat] === 1 ? searchers.on(seat) : undefined
    return searcher && isUrgent(world, searcher) ? 1 : chanceKept(behaviour, own, years)
  }
}

export function neededKey({ place, bedrooms }: Home): string {
  return `${place} ${bedrooms}`
}

export function yearsSince(from: CalendarDate, today: CalendarDate): number {
  return (today - from) / daysInYear
}
