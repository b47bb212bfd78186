/**
 * The life of a region under rules (simulatie), day by day: people come, homes become free, listings open and
 * close, homes are let, people move on. Same region, rules, seed and version: same life.
 */
import { addDays, type CalendarDate } from '../core/basics/calendar-date.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import type { Doing } from './agenda.ts'
import { askAnew, doingOfPeople, fillList, letGo, registerOn } from './arrivals.ts'
import { checkVessels } from './invariants.ts'
import { peopleOf } from './lives.ts'
import type { Observer } from './observer.ts'
import { periodStart } from './outcome.ts'
import { recordSearch } from './records.ts'
import type { Region } from './region.ts'
import { doingOfHomes, emptyHomes } from './vacancies.ts'
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
  /** What people are called where lots are drawn among them, by their numbers. */
  readonly nameOf?: (id: number) => string
}

const daysInYear = 365.25

/** Lives through the warm-up and the years asked; the world as it is on the last day. */
export function simulate(run: Run): World {
  return lastOf(dayByDay(run))
}

/** The same one day at a time, for whoever wants to look in between. */
export function* dayByDay(run: Run, observer?: Observer): Generator<World, World> {
  const world = worldBefore(run, observer)
  yield* liveUntil(world, run.region.starts)
  changeRules(world, run)
  yield* liveUntil(world, endOf(run))
  return ended(world)
}

/** The world on the evening before anything is counted: several runs may have it in common. */
export function livedBefore(run: Run): World {
  const world = worldBefore(run, undefined)
  return lastOf(liveUntil(world, run.region.starts))
}

/** The years that are counted, in the world as it was before them. */
export function liveOn(world: World, run: Run): World {
  changeRules(world, run)
  return ended(lastOf(liveUntil(world, endOf(run))))
}

/** Whether what is lived before anything is counted is the same in two runs of one replication. */
export function shareBefore(one: Run, other: Run): boolean {
  const isAlike = regionBefore(one) === regionBefore(other) && one.before === other.before
  return isAlike && startOf(one) === startOf(other) && endOf(one) === endOf(other)
}

/** Whether other rules or settings hold from the first day that is counted. */
export function changes(run: Run): boolean {
  return run.before !== run.books || regionBefore(run) !== run.region
}

function regionBefore({ region, regionBefore = region }: Run): Region {
  return regionBefore
}

function startOf({ region: { starts, warmUpYears } }: Run): CalendarDate {
  return addDays(starts, -Math.round(warmUpYears * daysInYear))
}

function endOf({ region: { starts }, years }: Run): CalendarDate {
  return addDays(starts, Math.round(years * daysInYear))
}

function worldBefore(run: Run, observer: Observer | undefined): World {
  const { before, seed, replication, nameOf } = run
  const start = startOf(run)
  const begins = { seed, replication, start, ...(nameOf && { nameOf }) }
  const world = newWorld(regionBefore(run), before, begins, observer)
  world.periodFrom = periodStart(addDays(endOf(run), -1))
  fillList(world, start)
  return world
}

function* liveUntil(world: World, end: CalendarDate): Generator<World, World> {
  const doing = { ...doingOfPeople(world), ...doingOfHomes(world) }
  while (world.tomorrow < end) {
    liveDay(world, world.tomorrow, doing)
    yield world
  }
  return world
}

function lastOf(days: Generator<World, World>): World {
  for (;;) {
    const { done, value } = days.next()
    if (done) return value
  }
}

function ended(world: World): World {
  for (const searcher of world.searchers) recordSearch(world, searcher, 'still-searching')
  return world
}

function liveDay(world: World, day: CalendarDate, doing: Doing): void {
  world.today = day
  world.tomorrow = addDays(day, 1)
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

/** From tomorrow on other versions of the books hold, or other amounts of theirs: those of a day. */
export function renewRules(world: World, books: readonly RuleBook[], on: CalendarDate): void {
  world.rules = world.rules.replacedBy(books, on, peopleOf(world.searchers))
  world.choosing = choosingUnder(world.region, world.rules)
}

// The register stays as it is; from now on other rules read it, and the region has the settings of the run.
function changeRules(world: World, run: Run): void {
  if (!changes(run)) return
  const before = { rules: world.rules, region: world.region }
  world.today = world.tomorrow
  world.rules = world.rules.replacedBy(run.books, world.today, peopleOf(world.searchers))
  world.region = withStreamsOf(world.region, run.region)
  world.choosing = choosingUnder(world.region, world.rules)
  for (const searcher of world.searchers) askAnew(world, searcher, before)
}

// People know the stream they came by: it stays the same one, with other numbers.
function withStreamsOf({ streams }: Region, region: Region): Region {
  for (const [at, stream] of streams.entries()) Object.assign(stream, region.streams[at])
  return { ...region, streams }
}
