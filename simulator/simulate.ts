/**
 * The life of a region under rules (simulatie), day by day: people come, homes become free, listings open and
 * close, homes are let, people move on. Same region, rules, seed and version: same life.
 */
import { addDays, type CalendarDate } from '../core/basics/calendar-date.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import type { Doing } from './agenda.ts'
import { askAnew, doingOf, fillList, letGo, registerOn } from './arrivals.ts'
import { checkVessels } from './invariants.ts'
import type { Observer } from './observer.ts'
import { periodStart } from './outcome.ts'
import { recordSearch } from './records.ts'
import type { Region } from './region.ts'
import { emptyHomes } from './vacancies.ts'
import { choosingUnder, newWorld, searchingNow, type World } from './world.ts'

export type Run = {
  readonly region: Region
  /** The region in the years before anything is counted, where other settings hold then. */
  readonly regionBefore?: Region
  /** The rules of those years: what the region has now. */
  readonly before: readonly RuleBook[]
  /** The rules from the first day that is counted. */
  readonly books: readonly RuleBook[]
  readonly years: number
  readonly seed: number
  readonly replication: number
}

const daysInYear = 365.25

/** Lives through the warm-up and the years asked; the world as it is on the last day. */
export function simulate(run: Run): World {
  const days = dayByDay(run)
  for (;;) {
    const { done, value } = days.next()
    if (done) return value
  }
}

/** The same one day at a time, for whoever wants to look in between. */
export function* dayByDay(run: Run, observer?: Observer): Generator<World, World> {
  const { region, regionBefore = region, before, books, years, seed, replication } = run
  const start = addDays(region.starts, -Math.round(region.warmUpYears * daysInYear))
  const end = addDays(region.starts, Math.round(years * daysInYear))
  const world = newWorld(regionBefore, before, { seed, replication, start }, observer)
  world.periodFrom = periodStart(addDays(end, -1))
  const doing = doingOf(world)
  fillList(world, start)
  for (let day = start; day < end; day = addDays(day, 1)) {
    const isNew = before !== books || regionBefore !== region
    if (day === region.starts && isNew) changeRules(world, run, day)
    liveDay(world, day, doing)
    yield world
  }
  for (const searcher of world.searchers) recordSearch(world, searcher, 'still-searching')
  return world
}

function liveDay(world: World, day: CalendarDate, doing: Doing): void {
  world.today = day
  letGo(world, day)
  registerOn(world, day)
  emptyHomes(world, day)
  world.agenda.live(day, doing)
  checkVessels(world)
  if (day >= world.countsFrom) world.tally.searchingDays += searchingNow(world)
  if (Math.floor(day / yearDays) !== Math.floor((day + 1) / yearDays)) endYear(world, day)
}

const yearDays = 365

function endYear({ tally, rules }: World, day: CalendarDate): void {
  tally.advertsLastYear = tally.adverts
  tally.adverts = 0
  rules.forgetBefore(addDays(day, -2 * yearDays))
}

// The register stays as it is; from now on other rules read it, and the region has the settings of the run.
function changeRules(world: World, { region, books }: Run, day: CalendarDate): void {
  const before = { rules: world.rules, region: world.region }
  world.today = day
  world.rules = world.rules.replacedBy(books, day)
  world.region = withStreamsOf(world.region, region)
  world.choosing = choosingUnder(world.region, world.rules)
  for (const searcher of world.searchers) askAnew(world, searcher, before)
}

// People know the stream they came by: it stays the same one, with other numbers.
function withStreamsOf({ streams }: Region, region: Region): Region {
  for (const [at, stream] of streams.entries()) Object.assign(stream, region.streams[at])
  return { ...region, streams }
}
