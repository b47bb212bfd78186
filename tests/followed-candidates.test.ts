/** Following somebody day by day gives what their whole history gives, under the books that ship. */
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { offerRound } from '../core/allocation/offer-round.ts'
import { addDays, type CalendarDate, date } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { Listing } from '../core/homes/listing.ts'
import { eventsRead } from '../core/policy/events-read.ts'
import { type Resolved, resolve } from '../core/policy/resolve.ts'
import { type Bound, bind } from '../core/ranking/bind.ts'
import type { Case } from '../core/ranking/case.ts'
import { type Unmet, unmetAt } from '../core/ranking/check-eligibility.ts'
import { Crowd } from '../core/ranking/crowd.ts'
import { followCandidate, gatherFollowed, happens } from '../core/ranking/follow-candidates.ts'
import { gather } from '../core/ranking/gather.ts'
import { type Prepared, prepare } from '../core/ranking/prepare.ts'
import { KindOrder } from '../core/ranking/rank-kinds.ts'
import { type Ranking, rankListing, whyNot } from '../core/ranking/rank-listing.ts'
import type { Candidate } from '../core/seekers/candidate.ts'
import { type Event, type EventName, events, type Spell } from '../core/seekers/history.ts'
import { loadBooks } from '../policies/load-books.ts'
import { cases, fc } from './properties.ts'

const begin = date('2024-01-01')
const registered: Event = { id: 'e', event: 'registered', on: begin, attributes: {} }
const municipalities = ['heerlen', 'kerkrade', 'amsterdam', 'almere', 'drechtsteden'] as const
const landlords = ['one', 'two'] as const

/** Books that between them have every kind of thing that time changes. */
const books = [
  ['parkstad-2026', '2026-06-01'],
  ['heerlen-2026', '2026-06-01'],
  ['stadsregio-amsterdam-2023', '2026-06-01'],
  ['haaglanden-2019', '2023-06-01'],
  ['west-friesland', '2023-06-01'],
] as const

const anyHome: fc.Arbitrary<Facts> = fc.record({
  model: fc.constantFrom('ranked', 'lottery', 'option'),
  segment: fc.constant('social'),
  municipality: fc.constantFrom(...municipalities),
  landlord: fc.constantFrom(...landlords),
  label: fc.constantFrom<readonly string[]>(['senior'], ['walker'], ['none']),
  complex: fc.constantFrom('c1', 'c2'),
  'dwelling-type': fc.constantFrom('apartment', 'house'),
  bedrooms: fc.integer({ min: 1, max: 4 }),
  rent: fc.integer({ min: 40_000, max: 90_000 }),
})

/** In fours of days; often the day of something else, as of a renewal in the grace year. */
const anyAfter = fc.oneof(fc.integer({ min: 0, max: 200 }), fc.constantFrom(60, 130, 196))

const anyEvent: fc.Arbitrary<{ event: EventName; attributes: Facts; after: number }> = fc.record({
  event: fc.constantFrom<EventName>(
    'renewed',
    'responded',
    'no-show',
    'offer-refused',
    'offer-unanswered',
    'invitation-unanswered',
    'urgency-granted',
    'urgency-extended',
    'option-taken',
    'option-paused',
    'option-resumed',
    'paused',
    'resumed',
    'contacted',
    'heard',
    'conduct-established',
    'cleared',
    'home-left-empty',
    'reversed',
  ),
  attributes: fc.record(
    {
      landlord: fc.constantFrom(...landlords),
      suitable: fc.boolean(),
      complex: fc.constantFrom('c1', 'c2'),
      cause: fc.constant('arrears'),
      'urgency-ground': fc.constantFrom('local-violence', 'local-renewal'),
    },
    { requiredKeys: [] },
  ),
  after: anyAfter,
})

const anyHomeAtOnce = fc
  .tuple(anyHome, fc.constantFrom({}, { model: 'first-come' }))
  .map(([home, model]) => ({ ...home, ...model }))

/** Everything that can happen, some of it about the home that is asked about. */
const anyPast = fc.array(
  fc.record({
    event: fc.constantFrom(...Object.values(events).flat()),
    attributes: fc.record(
      {
        ...{ landlord: fc.constantFrom(...landlords), complex: fc.constantFrom('c1', 'c2') },
        ...{ listing: fc.constantFrom('home', 'other'), suitable: fc.boolean() },
        ...{
          'registered-on': fc.integer({ min: 15_000, max: 20_000 }),
          cause: fc.constant('arrears'),
        },
      },
      { requiredKeys: [] },
    ),
    after: fc.integer({ min: 0, max: 300 }),
  }),
  { maxLength: 14 },
)

const anyPerson = fc.record({
  born: fc.integer({ min: 9000, max: 60_000 }).map((days) => addDays(begin, -days)),
  income: fc.integer({ min: 1_500_000, max: 6_000_000 }),
  lives: fc.constantFrom(...municipalities),
  since: fc.integer({ min: 0, max: 4000 }),
  moved: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
  events: fc.array(anyEvent, { maxLength: 8 }),
})

const anyHomes = fc.array(
  fc.record({ home: anyHome, after: fc.oneof(anyAfter, fc.integer({ min: 0, max: 300 })) }),
  {
    minLength: 1,
    maxLength: 6,
  },
)

type Person = typeof anyPerson extends fc.Arbitrary<infer One> ? One : never
type Lived = { readonly facts: Facts; readonly spells: Spell[] }

function livedBy({ born, income, lives, since, moved }: Omit<Person, 'events'>): Lived {
  const from = addDays(begin, -since)
  const resident = (municipality: string, first: CalendarDate, last?: number): Spell => ({
    spell: 'resident',
    from: first,
    ...(last !== undefined && { to: addDays(begin, last) }),
    attributes: { municipality },
  })
  const spells =
    moved === undefined
      ? [resident(lives, from)]
      : [resident(lives, from, moved), resident('heerlen', addDays(begin, moved + 1))]
  return { facts: { born, 'household-size': 2, 'household-income': income }, spells }
}

describe.each(books)('under %s', (id, inForce) => {
  const loaded = loadBooks(id)
  const rules = resolve(
    loaded.flatMap((each) => ('book' in each ? [each.book] : [])),
    { on: date(inForce) },
  )
  const prepared = prepare(rules)

  test('what is remembered is what the whole history gives', () => {
    let asked = 0
    fc.assert(
      fc.property(anyPerson, anyHomes, ({ events, ...lived }, homes) => {
        const { facts, spells } = livedBy(lived)
        const person = { id: 'p', facts, members: [], history: { spells, events: [registered] } }
        const followed = followCandidate(rules, person, begin)
        const past: Event[] = [registered]
        for (const { day, event, home } of inOrder([events], homes)) {
          if (event) {
            past.push(told(event, day, past.length))
            happens(followed, past.at(-1) ?? registered)
            continue
          }
          const bound = boundTo(prepared, home, day)
          if (!bound) continue
          asked += 1
          const candidate = { ...person, history: { spells, events: [...past] } }
          const instants = { on: day, moments: {}, judgements: {} }
          const [whole] = gather(bound, [candidate], instants)
          // What other homes ask is remembered as well.
          const read = () => {
            const [all = {}] = gatherFollowed(bound, [followed], day)
            return Object.fromEntries(bound.names.map((name) => [name, all[name]]))
          }
          expect(read()).toEqual(whole)
          expect(read()).toEqual(whole)
        }
      }),
      cases(150),
    )
    expect(asked).toBeGreaterThan(100)
  })

  test('what the rules do not read can be left out of a history', () => {
    let [left, changed] = [0, 0]
    fc.assert(
      fc.property(
        anyPerson,
        anyPast,
        anyHomeAtOnce,
        fc.integer({ min: 0, max: 400 }),
        (...drawn) => {
          const [lived, happened, home, after] = drawn
          const day = addDays(begin, after * 4)
          const bound = boundTo(prepared, home, day)
          if (!bound) return
          const { facts, spells } = livedBy(lived)
          const past = [registered, ...inOrder([happened], []).flatMap(toldIn)]
          const readNames = eventsRead(rules, bound.names)
          const read = past.filter(({ event }) => readNames?.includes(event) ?? true)
          const valuesOf = (events: readonly Event[]) =>
            gather(bound, [{ id: 'p', facts, members: [], history: { spells, events } }], {
              ...{ on: day, moments: {}, judgements: {} },
            })
          expect(valuesOf(read)).toEqual(valuesOf(past))
          left += past.length - read.length
          if (!isDeepStrictEqual(valuesOf(read), valuesOf([registered]))) changed += 1
        },
      ),
      cases(300),
    )
    // What ticks needs all of it.
    const readsAll = eventsRead(rules, []) === undefined
    expect(left > 100).toBe(!readsAll)
    expect(readsAll || changed > 5).toBe(true)
  })

  test('a crowd told apart by kind stands in the order of its whole histories', () => {
    let asked = 0
    fc.assert(
      fc.property(
        fc.array(anyPerson, { minLength: 2, maxLength: 6 }),
        anyHomes,
        (people, homes) => {
          const lives = people.map((each, at) => ({
            ...livedBy(each),
            id: `p${at}`,
            past: [registered],
          }))
          const candidateOf = ({ id, facts, spells, past }: (typeof lives)[number]): Candidate => ({
            id,
            facts,
            members: [],
            history: { spells, events: [...past] },
          })
          const crowd = new Crowd(prepared, (seat) => candidateOf(at(lives, seat / apart)))
          const seats = [...lives.keys()].map((each) => each * apart)
          for (const { day, event, home, who } of inOrder(
            people.map(({ events }) => events),
            homes,
          )) {
            const life = lives[who]
            if (event && life) {
              const happened = told(event, day, life.past.length)
              crowd.lifeOf(who * apart, day)
              life.past.push(happened)
              crowd.happens(who * apart, happened)
              continue
            }
            const bound = boundTo(prepared, home, day)
            const without = withoutPriorities(rules)
            if (!bound) continue
            asked += 1
            const candidates = lives.map(candidateOf)
            const ranked: Case = {
              ...{ on: day, moments: {}, listing: bound.listing, candidates, quotas: {} },
              ...{ judgements: {}, seed: new Uint8Array(32).fill(7) },
            }
            const unknown = new Float64Array(lives.length).fill(Number.NaN)
            const kinds = crowd.tellApart(bound, seats, day, new Map([['responded-at', unknown]]))
            expect(standingOfKinds(new KindOrder(bound, ranked, kinds))).toEqual(
              standing(rankListing(prepared, ranked)),
            )
            const freed = bind(without, ranked)
            expect(freed && standingOfKinds(new KindOrder(freed, ranked, kinds))).toEqual(
              standing(rankListing(without, ranked)),
            )
          }
        },
      ),
      cases(60),
    )
    expect(asked).toBeGreaterThan(40)
  })
})

/** Seats far apart, so that the columns have to grow on the way. */
const apart = 700

type Step = {
  readonly day: CalendarDate
  readonly who: number
  readonly event?: { readonly event: EventName; readonly attributes: Facts }
  readonly home: Facts
}

/** Events of several people and homes, in the order of their days. */
function inOrder(
  events: readonly (readonly { event: EventName; attributes: Facts; after: number }[])[],
  homes: readonly { home: Facts; after: number }[],
): Step[] {
  const dayOf = (after: number) => addDays(begin, after * 4)
  return [
    ...events.flatMap((all, who) =>
      all.map((event) => ({ day: dayOf(event.after), who, event, home: {} })),
    ),
    ...homes.map(({ home, after }) => ({ day: dayOf(after), who: -1, home })),
  ].toSorted((a, b) => a.day - b.day)
}

function told(event: { event: EventName; attributes: Facts }, on: CalendarDate, at: number): Event {
  const isReversal = event.event === 'reversed'
  const attributes = isReversal ? { reverses: `e${at - 1}` } : event.attributes
  return { id: `e${at}`, event: event.event, on, attributes }
}

function toldIn({ event, day }: Step, at: number): Event[] {
  return event ? [told(event, day, at + 1)] : []
}

function boundTo(prepared: Prepared, facts: Facts, day: CalendarDate): Bound | undefined {
  const listing: Listing = { id: 'home', closes: day, facts }
  return bind(prepared, { listing, on: day, quotas: {} })
}

function withoutPriorities(rules: Resolved): Prepared {
  const kept = rules.rules.filter(({ rule }) => rule.kind !== 'priority' && rule.kind !== 'quota')
  return prepare({ ...rules, rules: kept, byId: new Map(kept.map((each) => [each.rule.id, each])) })
}

function at<Each>(all: readonly Each[], position: number): Each {
  const found = all[position]
  if (found === undefined) throw new Error('nobody sits there')
  return found
}

/** The same of an order of kinds. */
function standingOfKinds(order: KindOrder) {
  const codes = (unmet: readonly Unmet[]) =>
    unmet.map(({ code, standing }) => [code, standing.rule.id])
  const idAt = (position: number) => order.people.candidateAt(position).id
  const turns = [...order.turns()]
  return {
    offered: turns.map(({ position }) => [idAt(position), codes(order.unmetAt(position))]),
    tiers: turns.map(({ position }) => order.tierOf(position)),
    excluded: order.excluded.map((position) => [
      idAt(position),
      codes(unmetAt(order.bound, 'respond', order.valuesAt(position))),
    ]),
    undecided: order.undecided.map(idAt),
  }
}

/** Everybody's place, and what keeps the others out. */
function standing(ranking: Ranking | undefined) {
  if (!ranking) return undefined
  const codes = (unmet: readonly Unmet[]) =>
    unmet.map(({ code, standing }) => [code, standing.rule.id])
  return {
    offered: [...offerRound(ranking)].map(({ candidate, unmet }) => [candidate.id, codes(unmet)]),
    tiers: [...ranking.order.sorted].map((entry) => ranking.order.tiers[entry]),
    excluded: ranking.excluded.map((at) => [
      ranking.candidates[at]?.id,
      codes(whyNot(ranking, at)),
    ]),
    undecided: ranking.undecided.map((at) => ranking.candidates[at]?.id),
  }
}
