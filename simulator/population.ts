/** The people who come in (instroom): drawn from the marginals of their stream, each by their own luck. */
import { addDays, addDuration, type CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import { keptByName, keptFor } from '../core/basics/kept-for.ts'
import type { Situation } from '../core/oversight/record.ts'
import type { Event, Spell } from '../core/seekers/history.ts'
import { type Luck, pickShare, shareOf, sharesOf, waitingOf } from './chance.ts'
import type { HomesOf, Region, Stream } from './region.ts'

export type Person = {
  readonly id: number
  readonly stream: Stream
  readonly registeredOn: CalendarDate
  /** The day the search begins; undefined for who lets the registration go before that. */
  readonly searchesFrom: CalendarDate | undefined
  /** The day the search is given up, or the registration let go. */
  readonly leavesOn: CalendarDate
}

/** What somebody is like, drawn when the search begins: nobody asks before. */
export type Traits = {
  readonly born: CalendarDate
  readonly size: number
  readonly incomeCents: number
  readonly situation: Situation
  /** Position of the municipality they live in; -1 from outside the region. */
  readonly lives: number
  /** Position of the municipality they look from: their own, or the one they want to move to. */
  readonly looksFrom: number
  readonly bedroomsNeeded: number
  readonly leavesSocialHome: boolean
  readonly facts: Facts
  readonly spells: readonly Spell[]
}

const daysInYear = 365.25
const fields = {
  search: 0,
  after: 1,
  kept: 2,
  patience: 3,
  age: 4,
  size: 5,
  income: 6,
  situation: 7,
  from: 8,
  wants: 9,
  residence: 10,
  profession: 11,
  leaves: 12,
  ageGroup: 13,
  registered: 14,
} as const

/** Somebody who registers on a day. */
export function register(luck: Luck, stream: Stream, id: number, on: CalendarDate): Person {
  const own = luck.about('person', id)
  const atOnce = shareOf(own, fields.search) < stream.searchesAtOnce
  const after = atOnce ? 0 : waitingOf(own, fields.after) * stream.searchesAfterYears
  const kept = waitingOf(own, fields.kept) * stream.keptYears
  if (after > kept) {
    return { id, stream, registeredOn: on, searchesFrom: undefined, leavesOn: later(on, kept) }
  }
  const begins = later(on, after)
  const patience = waitingOf(own, fields.patience) * stream.patienceYears
  return { id, stream, registeredOn: on, searchesFrom: begins, leavesOn: later(begins, patience) }
}

/**
 * Somebody who stands on the list when the simulation begins: registered some time ago, and gone by none of
 * what would have taken them off it. Whoever searches has as much patience left as on the first day.
 */
export function registeredBefore(
  luck: Luck,
  stream: Stream,
  id: number,
  start: CalendarDate,
): Person {
  const ago = luck.waiting('person', id, fields.registered) * Math.min(stream.keptYears, longAgo)
  const person = register(luck, stream, id, later(start, -ago))
  const left = luck.waiting('person', id, fields.patience)
  const { searchesFrom } = person
  if (searchesFrom !== undefined && searchesFrom <= start) {
    return { ...person, leavesOn: later(start, left * stream.patienceYears) }
  }
  const leavesOn = person.leavesOn > start ? person.leavesOn : later(start, left * stream.keptYears)
  return { ...person, leavesOn }
}

const longAgo = 12

function later(on: CalendarDate, years: number): CalendarDate {
  return addDays(on, Math.round(Math.min(years, farAway) * daysInYear))
}

const farAway = 500

/** What somebody is like on the day the search begins. */
export function traitsOf(region: Region, luck: Luck, person: Person, on: CalendarDate): Traits {
  const { id, stream } = person
  const own = luck.about('person', id)
  const ages = pickShare(agesIn(stream.ages), shareOf(own, fields.ageGroup)) ?? { from: 30, to: 40 }
  const age = ages.from + shareOf(own, fields.age) * (ages.to + 1 - ages.from)
  const size = pickShare(sizesIn(stream.sizes), shareOf(own, fields.size)) ?? 1
  const situation =
    pickShare(situationsIn(stream.situations), shareOf(own, fields.situation)) ?? 'starter'
  const from = pickShare(sharesOf(stream.from), shareOf(own, fields.from)) ?? 'elsewhere'
  const lives = placesById(region.places).get(from) ?? -1
  const born = later(on, -age)
  const residence = Math.min(age, waitingOf(own, fields.residence) * stream.residenceYears)
  const { medianCents, nextPersonCents, spread } = stream.income
  const usual = medianCents + nextPersonCents * (size - 1)
  const incomeCents = Math.round(usual * Math.exp(spread * luck.bell('person', id, fields.income)))
  const bedroomsNeeded = bedroomsFor(size)
  const leavesSocialHome =
    situation === 'onward-mover' &&
    lives >= 0 &&
    shareOf(own, fields.leaves) < stream.leavesSocialHome
  const profession =
    pickShare(sharesOf(stream.professions), shareOf(own, fields.profession)) ?? 'other'
  const wants = lives >= 0 ? lives : pickShare(placesIn(region.places), shareOf(own, fields.wants))
  return {
    born,
    size,
    incomeCents,
    situation,
    lives,
    looksFrom: wants ?? 0,
    bedroomsNeeded,
    leavesSocialHome,
    facts: factsOf(region, stream, {
      born,
      age,
      size,
      incomeCents,
      situation,
      bedroomsNeeded,
      profession,
    }),
    spells: [{ spell: 'resident', from: later(on, -residence), attributes: livingIn(from) }],
  }
}

// The same for everybody who lives there, so that what rules make of it can be remembered.
const livingIn = keptByName((municipality): Facts => ({ municipality }))
const onlyIndication = keptByName((indication): readonly string[] => [indication])

type SharesOf<What> = readonly (readonly [What, number])[]

const situationsIn = keptFor(
  (shares: Stream['situations']): SharesOf<Situation> => [
    ['starter', shares.starter],
    ['onward-mover', shares['onward-mover']],
    ['re-starter', shares['re-starter']],
  ],
)

const agesIn = keptFor((ages: Stream['ages']) => ages.map((each) => [each, each.share] as const))

const sizesIn = keptFor((sizes: Stream['sizes']) =>
  sharesOf(sizes).map(([size, share]) => [Number(size), share] as const),
)

const placesById = keptFor(
  (places: Region['places']) => new Map(places.map(({ id }, at) => [id, at])),
)

const placesIn = keptFor((places: Region['places']) =>
  places.map(({ homesShare }, at) => [at, homesShare] as const),
)

/** A bedroom for one or two people, and one more for each next person, four at most. */
function bedroomsFor(size: number): number {
  return Math.min(4, Math.max(1, size - 1))
}

type Drawn = Pick<Traits, 'born' | 'size' | 'incomeCents' | 'situation' | 'bedroomsNeeded'> & {
  readonly age: number
  readonly profession: string
}

const aowAge = 67

function factsOf({ homes }: Region, stream: Stream, drawn: Drawn): Facts {
  const { born, age, size, incomeCents, situation, bedroomsNeeded, profession } = drawn
  const { targetGroup, ground, indication, inShelter } = stream
  return {
    born,
    'aow-age': age >= aowAge,
    'residence-status': targetGroup === 'permit-holder' ? 'permit-holder' : 'dutch',
    'household-size': size,
    children: Math.max(0, size - 2),
    'household-income': incomeCents,
    'housing-situation': situation,
    'profession-group': profession,
    'target-group': targetGroup,
    'profile-dwelling-types': typesIn(homes.types),
    'profile-bedrooms-max': bedroomsNeeded + 1,
    'open-responses': 0,
    'open-offers': 0,
    // Everybody has all of these names, known or not: records of one shape are read without a search.
    'urgency-ground': ground === 'none' ? undefined : ground,
    indication: indication === 'none' ? undefined : onlyIndication(indication),
    'in-shelter': inShelter ? true : undefined,
  }
}

// Everybody will live in every type the region has.
const typesIn = keptFor((types: HomesOf['types']): readonly string[] =>
  types.map(({ type }) => type),
)

/** What the register holds of somebody on the day the search begins: registered, and renewed every year. */
export function registrationEvents(registeredOn: CalendarDate, until: CalendarDate): Event[] {
  const events: Event[] = [{ event: 'registered', on: registeredOn, attributes: {} }]
  for (let years = 1; renewalOf(registeredOn, years) <= until; years += 1) {
    events.push({ event: 'renewed', on: renewalOf(registeredOn, years), attributes: {} })
  }
  return events
}

/** The first day after a day on which whoever registered then renews. */
export function nextRenewal(registeredOn: CalendarDate, after: CalendarDate): CalendarDate {
  let years = Math.max(1, Math.floor((after - registeredOn) / (daysInYear + 1)))
  while (renewalOf(registeredOn, years) <= after) years += 1
  return renewalOf(registeredOn, years)
}

/** The how-manieth yearly renewal: in good time, a fortnight before the term ends. */
function renewalOf(registeredOn: CalendarDate, years: number): CalendarDate {
  return addDays(addDuration(registeredOn, { count: years, unit: 'year' }), -14)
}
