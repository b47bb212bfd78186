/** A region at one moment of its life (stand van de regio): homes, people, promises and what was counted. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { type CountedSeeker, groupsBy } from '../core/oversight/groups.ts'
import type { GroupId, LettingRecord, SearchRecord } from '../core/oversight/record.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import type { Advert, Vacancy } from './advert.ts'
import { Agenda } from './agenda.ts'
import { type Choosing, distancesBetween } from './behaviour.ts'
import { Luck } from './chance.ts'
import { buildHomes, type Home } from './housing.ts'
import { peopleOf } from './lives.ts'
import type { Observer } from './observer.ts'
import type { Region } from './region.ts'
import { RulesInForce } from './rules-in-force.ts'
import { Pool, Searchers } from './searchers.ts'
import { LettingGo, Waiting } from './waiting.ts'

export type World = {
  /** Its own copy: settings can change on the first day that is counted. */
  region: Region
  readonly luck: Luck
  readonly seed: number
  readonly replication: number
  /** What people are called where lots are drawn among them. */
  readonly nameOf: (id: number) => string
  rules: RulesInForce
  choosing: Choosing
  /** Names the groups somebody is counted in. */
  readonly groupsOf: (seeker: CountedSeeker) => readonly GroupId[]
  readonly agenda: Agenda
  /** Homes offered in vain that are made known anew, and those made known until they close; by vacancy. */
  readonly vacancies: Map<number, Vacancy>
  readonly adverts: Map<number, Advert>
  /** Who registered and has yet to begin a search; and by day how many let go of what they never used. */
  readonly waiting: Waiting
  readonly lettingGo: LettingGo
  readonly homes: Home[]
  /** How often each home was let so far: with its number it names one vacancy, whatever the rules. */
  readonly turns: Map<number, number>
  readonly searchers: Searchers
  readonly pools: { readonly mediated: Pool; readonly tailored: Pool }
  /** Years of registration lately needed, per municipality and number of bedrooms (bewegend gemiddelde). */
  readonly needed: Map<string, number>
  /** From this day on things are counted. */
  countsFrom: CalendarDate
  /** From this day on responses are counted for the chance of success: the last year. */
  periodFrom: CalendarDate
  today: CalendarDate
  /** The first day that is not lived yet. */
  tomorrow: CalendarDate
  readonly lettings: LettingRecord[]
  readonly searches: SearchRecord[]
  readonly tally: Tally
  /** Looks on, where anybody does. */
  readonly observer: Observer | undefined
}

/** What is counted beside the records. */
export type Tally = {
  nextPerson: number
  registered: number
  /** By stream, who registered since things are counted. */
  readonly arrived: number[]
  /** By stream, who found a home since then. */
  readonly housedSince: number[]
  /** Since then, the number of people who search, added up over the days. */
  searchingDays: number
  vacancies: number
  openVacancies: number
  adverts: number
  advertsLastYear: number
  refusals: number
  /** Lettings in chains that a new home began, and how many new homes there were. */
  newHomes: number
  lettingsFromNew: number
  /** Responses looked at, and what became of people. */
  responses: number
  begun: number
  housed: number
  left: number
}

export type Beginning = Readonly<Record<'seed' | 'replication', number>> & {
  readonly start: CalendarDate
  readonly nameOf?: (id: number) => string
}

function numberName(id: number): string {
  return `s${String(id).padStart(9, '0')}`
}

export function newWorld(
  region: Region,
  books: readonly RuleBook[],
  { seed, replication, start, nameOf = numberName }: Beginning,
  observer?: Observer,
): World {
  const luck = new Luck(seed, replication)
  const searchers = new Searchers()
  const rules = new RulesInForce(books, region.starts, peopleOf(searchers))
  const homes = buildHomes(region, luck, socialLimit(rules))
  return {
    region: { ...region, streams: region.streams.map((each) => ({ ...each })) },
    luck,
    seed,
    replication,
    nameOf,
    rules,
    choosing: choosingUnder(region, rules),
    groupsOf: groupsBy({ limits: ({ size }) => rules.limitsFor(size, false) }),
    agenda: new Agenda(start),
    vacancies: new Map(),
    adverts: new Map(),
    waiting: new Waiting(),
    lettingGo: new LettingGo(start),
    homes,
    turns: new Map(),
    searchers,
    pools: { mediated: new Pool(), tailored: new Pool() },
    needed: new Map(),
    countsFrom: region.starts,
    periodFrom: region.starts,
    today: start,
    tomorrow: start,
    lettings: [],
    searches: [],
    observer,
    tally: {
      nextPerson: 0,
      registered: 0,
      arrived: region.streams.map(() => 0),
      housedSince: region.streams.map(() => 0),
      searchingDays: 0,
      vacancies: 0,
      openVacancies: 0,
      adverts: 0,
      advertsLastYear: 0,
      refusals: 0,
      newHomes: 0,
      lettingsFromNew: 0,
      responses: 0,
      begun: 0,
      housed: 0,
      left: 0,
    },
  }
}

/** How many search, by whatever road, whether or not they responded to anything yet. */
export function searchingNow({ searchers, pools }: World): number {
  return searchers.count + pools.mediated.size + pools.tailored.size
}

/** What people reckon with when they choose, under certain rules. */
export function choosingUnder(region: Region, rules: RulesInForce): Choosing {
  const caps = [1, 2, 3, 4].map((bedrooms) => {
    return rules.limitsFor(bedrooms + 1, false)?.rentCapCents ?? Number.POSITIVE_INFINITY
  })
  const distances = distancesBetween(region)
  return {
    behaviour: region.behaviour,
    distances,
    nearness: distances.map((row) => row.map((distance) => Math.exp(-distance))),
    interested: new Map(),
    rentIsHigh: (home, bedroomsNeeded) =>
      home.rentCents >
      (caps[Math.min(bedroomsNeeded, caps.length) - 1] ?? Number.POSITIVE_INFINITY),
  }
}

function socialLimit(rules: RulesInForce): number | undefined {
  return rules.limitsFor(1, false)?.socialRentCents
}
