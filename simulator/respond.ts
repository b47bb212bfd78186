/**
 * Who responds to a home (reageren). Each group has one chance; within it everybody has luck of their own
 * for this home, so that the same people like the same homes whatever the rules.
 * Complexity: one number per searcher in a group that the home can suit at all.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { AllocationModel } from '../core/policy/catalogue.ts'
import type { Vacancy } from './advert.ts'
import { chanceKept, responseChance } from './behaviour.ts'
import { mix } from './chance.ts'
import type { Home } from './housing.ts'
import { isUrgent, tell } from './lives.ts'
import { type Ready, responsesMax } from './rules-in-force.ts'
import type { Group, Searcher } from './searchers.ts'
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
): Searcher[] {
  const { luck, choosing, searchers, today, rules, tally } = world
  const listing = luck.bits('response', key)
  const most = responsesMax(prepared, { ...home.facts, model })
  const clicking = rules.rewardsResponding ? clickChance(world) : 0
  const respondents: Searcher[] = []
  for (const group of searchers.groups()) {
    const near =
      (choosing.nearness[group.looksFrom]?.[home.place] ?? 1) * choosing.behaviour.response
    if (near < chanceMin && clicking === 0) continue
    const chance = responseChance(choosing, group, home)
    if (chance < chanceMin && clicking === 0) continue
    respondIn(group, listing, chance, clicking, (searcher, luckHere, wish) => {
      if (searcher.openResponses >= most) return
      if (luckHere >= wish * range * kept(world, searcher, home, model)) return
      respondents.push(searcher)
    })
  }
  respondents.sort((a, b) => a.person.id - b.person.id)
  const told = rules.hears('responded')
  for (const searcher of respondents) {
    searcher.firstResponse ??= today
    searcher.responses += 1
    if (today >= world.periodFrom) searcher.responsesInPeriod += 1
    searcher.openResponses += 1
    if (told) tell(world, searcher, 'responded', { ...home.facts, model, closes: today })
  }
  tally.responses += respondents.length
  return respondents
}

// Two numbers beside each other per searcher, and nothing else: this runs millions of times a year.
function respondIn(
  { members, keys, keenness }: Group,
  listing: number,
  chance: number,
  clicking: number,
  hit: (searcher: Searcher, luck: number, wish: number) => void,
): void {
  const limit = chance * range
  for (let at = 0; at < members.length; at += 1) {
    const luck = mix(listing, keys[at] ?? 0) >>> 0
    const wish = keenness[at] ?? 0
    if (luck < limit * wish) {
      const searcher = members[at]
      if (searcher) hit(searcher, luck, chance * wish)
    } else if (clicking > 0 && luck < clicking * range) {
      const searcher = members[at]
      if (searcher?.clicks) hit(searcher, luck, clicking)
    }
  }
}

// So many clicks a month, over all that was advertised lately.
function clickChance({ region, tally }: World): number {
  const adverts = Math.max(1, tally.advertsLastYear)
  return Math.min(1, (region.behaviour.clicksPerMonth * monthsInYear) / adverts)
}

// Where only time counts, people know about how long others needed; a lot or an urgency knows no such thing.
function kept(world: World, searcher: Searcher, home: Home, model: AllocationModel): number {
  const { choosing, needed, today } = world
  if (choosing.behaviour.chanceMatters === 0 || model !== 'ranked') return 1
  const years = needed.get(neededKey(home))
  if (years === undefined || isUrgent(world, searcher)) return 1
  return chanceKept(choosing.behaviour, yearsSince(searcher.person.registeredOn, today), years)
}

export function neededKey({ place, bedrooms }: Home): string {
  return `${place} ${bedrooms}`
}

export function yearsSince(from: CalendarDate, today: CalendarDate): number {
  return (today - from) / daysInYear
}
