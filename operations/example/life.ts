/**
 * The past of the example region, lived by the simulator (geleefd verleden): who registered, which homes were
 * made known, who responded, and who rents them now. Same seed and same day: same past.
 */
import { addDays, type CalendarDate } from '../../core/basics/calendar-date.ts'
import { type Facts, known } from '../../core/basics/facts.ts'
import { versionsAt } from '../../core/policy/resolve.ts'
import type { RuleBook } from '../../core/policy/rule-book.ts'
import type { Assignment } from '../../core/ranking/case.ts'
import type { Event, Spell } from '../../core/seekers/history.ts'
import type { Advert, Vacancy } from '../../simulator/advert.ts'
import type { Home } from '../../simulator/housing.ts'
import { lotSeed } from '../../simulator/letting.ts'
import { eventsUntil } from '../../simulator/lives.ts'
import { loadRegion } from '../../simulator/load-region.ts'
import type { HowLet, Observer } from '../../simulator/observer.ts'
import {
  type Person,
  registrationEvents,
  type Traits,
  traitsOf,
} from '../../simulator/population.ts'
import type { Region } from '../../simulator/region.ts'
import { type Searcher, seatsMax, type Token } from '../../simulator/searchers.ts'
import { shrink, shrinkRules } from '../../simulator/shrink.ts'
import { dayByDay, renewRules } from '../../simulator/simulate.ts'
import type { World } from '../../simulator/world.ts'

/** A home made known once. */
export type LivedListing = {
  readonly vacancy: Vacancy
  readonly home: Home
  readonly facts: Facts
  readonly isAdvertised: boolean
  readonly opens: CalendarDate
  readonly closes: CalendarDate
  readonly inVainSince: CalendarDate | undefined
  readonly responses: number
  /** Numbers of who responded; of a home that is still open on the first day that is not past, nobody. */
  readonly respondents: readonly number[]
  /** The seed of its lots. */
  readonly seed: Uint8Array
  /** How many homes had closed with this one; 0 as long as it did not. */
  closed: number
  result: LivedResult | undefined
}

export type LivedResult =
  | {
      readonly is: 'let'
      readonly tenant: number
      readonly refused: readonly number[]
      readonly counted: Facts
    }
  | { readonly is: 'in-vain' }

export type LivedPerson = {
  readonly number: number
  readonly registeredOn: CalendarDate
  readonly facts: Facts
  readonly spells: readonly Spell[]
  readonly events: readonly Event[]
  /** Where they look, and the bedrooms they need. */
  readonly looksIn: string
  readonly bedroomsNeeded: number
  /** When they left the list, and how. */
  readonly left: Left | undefined
}

export type Life = {
  readonly region: Region
  readonly homes: readonly Home[]
  /** In the order in which they were made known; also those of the days to come. */
  readonly listings: readonly LivedListing[]
  /** Everybody who is registered today, and who left but stands in one of the listings. */
  readonly people: ReadonlyMap<number, LivedPerson>
  /** What was assigned before the past that is kept: quotas of its first months count it. */
  readonly assignedBefore: readonly Assignment[]
}

export type LifeOptions = {
  readonly books: readonly RuleBook[]
  readonly seed: number
  /** The first day that is not past. */
  readonly today: CalendarDate
  readonly years: number
  /** Days after today of which homes are known already. */
  readonly daysAhead: number
  /** What people are called where lots are drawn among them, by their numbers. */
  readonly nameOf: (number: number) => string
  /** Part of the region that is lived, all of it where not said: a test has no need of so many. */
  readonly part?: number
  /** Part of the days that was lived. */
  readonly onProgress: (part: number) => void
}

/** Years lived before the past that is kept, for the list to fill and homes to empty. */
const yearsBefore = 1
const daysInYear = 365.25

/** @throws where the region cannot be read. */
export function liveRegion(name: string, options: LifeOptions): Life {
  const { books, seed, today, years, daysAhead, nameOf, part = 1, onProgress } = options
  const loaded = loadRegion(name)
  if (Array.isArray(loaded)) throw new Error(`The region ${name} cannot be read`)
  const starts = addDays(today, daysAhead)
  const warmUpYears = yearsBefore + years + daysAhead / daysInYear
  const region: Region = { ...shrink(loaded.region, part), starts, warmUpYears }
  const from = addDays(today, -Math.round(years * daysInYear))
  const kept = new Kept({ from, today })
  const rules = shrinkRules(books, part)
  const run = {
    ...{ region, before: rules, books: rules, years: 0, seed, replication: 0 },
    nameOf: (number: number) => kept.nameFor(number, nameOf),
  }
  const days = Math.round(warmUpYears * daysInYear)
  const changing = daysOfChange(rules)
  const [first = today] = changing
  let lived = 0
  let homes: readonly Home[] = []
  for (const world of dayByDay(run, kept)) {
    homes = world.homes
    lived += 1
    // Before there were rules of its own the region lived by the first it had.
    const isEarly = world.tomorrow < first
    if (lived === 1 || (!isEarly && changing.includes(world.tomorrow))) {
      const on = isEarly ? first : world.tomorrow
      renewRules(world, versionsAt(rules, { on }), on)
    }
    if (world.today === addDays(today, -1)) kept.takeStock(world)
    if (lived % daysPerStep === 0) onProgress(lived / days)
  }
  const { listings, people, assignedBefore } = kept
  return { region, homes, listings, people, assignedBefore }
}

/** The days on which a book of the region begins, and after it those on which an amount changes. */
function daysOfChange(books: readonly RuleBook[]): CalendarDate[] {
  const regional = books.filter(({ authority }) => authority.level === 'region')
  const begins = regional.map(({ valid }) => valid.from)
  const changes = books.flatMap(({ articles }) =>
    articles.flatMap(({ rules = [] }) =>
      rules.flatMap((rule) =>
        rule.kind === 'parameter' ? rule.values.map(({ from }) => from) : [],
      ),
    ),
  )
  const first = begins.toSorted((one, other) => one - other).at(0)
  return [...new Set([...begins, ...changes])]
    .filter((day) => first === undefined || day >= first)
    .toSorted((one, other) => one - other)
}

const daysPerStep = 10

type Days = {
  readonly from: CalendarDate
  readonly today: CalendarDate
}

type Left = { readonly on: CalendarDate; readonly end: 'housed' | 'left' }

class Kept implements Observer {
  readonly listings: LivedListing[] = []
  readonly people = new Map<number, LivedPerson>()
  readonly assignedBefore: Assignment[] = []
  readonly #numbers = new Map<string, number>()
  #closed = 0
  readonly #days: Days
  readonly #registered: Person[] = []
  readonly #needed = new Map<number, Searcher>()
  readonly #left = new Map<number, Left>()
  readonly #open = new Map<number, LivedListing>()

  constructor(days: Days) {
    this.#days = days
  }

  nameFor(number: number, nameOf: (number: number) => string): string {
    const name = nameOf(number)
    this.#numbers.set(name, number)
    return name
  }

  registered(world: World, person: Person): void {
    if (this.#isPast(world)) this.#registered.push(person)
  }

  madeKnown(world: World, advert: Advert, closes: CalendarDate): void {
    if (closes < this.#days.from) return
    const { vacancy, channel, respondents } = advert
    const { home, inVainSince } = vacancy
    const isAdvertised = channel === 'advertised'
    const hasDetail = this.#isPast(world)
    const listing: LivedListing = {
      ...{ vacancy, home, isAdvertised, inVainSince, opens: world.today, closes },
      facts: known(advert.facts),
      responses: respondents.length,
      respondents: hasDetail ? Array.from(respondents, numberOf) : [],
      seed: lotSeed(world, vacancy),
      closed: 0,
      result: undefined,
    }
    this.listings.push(listing)
    this.#open.set(vacancy.key, listing)
    if (!hasDetail) return
    for (const token of respondents) this.#need(world.searchers.on(token % seatsMax))
  }

  let(world: World, { vacancy }: Advert, tenant: Searcher, how: HowLet): void {
    if (!this.#isPast(world)) return
    const listing = this.#open.get(vacancy.key)
    if (!listing) {
      this.assignedBefore.push(how.assignment)
      return
    }
    const refused = [...how.refused].flatMap((name) => this.#numbers.get(name) ?? [])
    const counted = how.assignment.facts
    listing.result = { is: 'let', tenant: tenant.person.id, refused, counted }
    this.#closed += 1
    listing.closed = this.#closed
    this.#need(tenant)
  }

  inVain(world: World, { vacancy }: Advert): void {
    const listing = this.#open.get(vacancy.key)
    if (!listing || !this.#isPast(world)) return
    listing.result = { is: 'in-vain' }
    this.#closed += 1
    listing.closed = this.#closed
  }

  left(world: World, { person }: Searcher, end: 'housed' | 'left'): void {
    if (this.#isPast(world)) this.#left.set(person.id, { on: world.today, end })
  }

  /** Writes down everybody as they are at the end of the past. */
  takeStock(world: World): void {
    for (const searcher of world.searchers) this.#need(searcher)
    for (const searcher of this.#needed.values()) {
      const { person } = searcher
      this.people.set(person.id, searching(world, searcher, this.#left.get(person.id)))
    }
    for (const person of this.#registered) {
      if (this.people.has(person.id) || !isWaiting(person, world.today)) continue
      this.people.set(person.id, waiting(world, person))
    }
  }

  #need(searcher: Searcher | undefined): void {
    if (searcher) this.#needed.set(searcher.person.id, searcher)
  }

  #isPast({ today }: World): boolean {
    return today < this.#days.today
  }
}

function numberOf(token: Token): number {
  return Math.floor(token / seatsMax)
}

function searching(world: World, searcher: Searcher, left: Left | undefined): LivedPerson {
  const { person, traits } = searcher
  const until = left?.on ?? world.today
  return {
    ...personWith(world, person, traits),
    events: eventsUntil(searcher, until),
    left,
  }
}

// Who only keeps a registration is asked what they are like when somebody wants to know.
function waiting(world: World, person: Person): LivedPerson {
  const { region, luck, today } = world
  return {
    ...personWith(world, person, traitsOf(region, luck, person, today)),
    events: registrationEvents(person.registeredOn, today),
    left: undefined,
  }
}

function isWaiting({ searchesFrom, leavesOn }: Person, today: CalendarDate): boolean {
  return searchesFrom === undefined ? leavesOn > today : searchesFrom > today
}

function personWith({ region }: World, { id, registeredOn }: Person, traits: Traits) {
  const { facts, spells, looksFrom, bedroomsNeeded } = traits
  const looksIn = region.places[looksFrom]?.id ?? 'none'
  return { number: id, registeredOn, facts: known(facts), spells, looksIn, bedroomsNeeded }
}
