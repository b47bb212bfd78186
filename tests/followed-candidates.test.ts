/** Following somebody day by day gives what their whole history gives, under the books that ship. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, date } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { Listing } from '../core/homes/listing.ts'
import { resolve } from '../core/policy/resolve.ts'
import { bind } from '../core/ranking/bind.ts'
import { followCandidate, gatherFollowed, happens } from '../core/ranking/follow-candidates.ts'
import { gather } from '../core/ranking/gather.ts'
import { prepare } from '../core/ranking/prepare.ts'
import type { Event, EventName } from '../core/seekers/history.ts'
import { loadBooks } from '../policies/load-books.ts'

const begin = date('2024-01-01')
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
  after: fc.integer({ min: 0, max: 200 }),
})

const anyLife = fc.record({
  born: fc.integer({ min: 9000, max: 60_000 }).map((days) => addDays(begin, -days)),
  lives: fc.constantFrom(...municipalities),
  since: fc.integer({ min: 0, max: 4000 }),
  moved: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
  events: fc.array(anyEvent, { maxLength: 8 }),
  homes: fc.array(fc.record({ home: anyHome, after: fc.integer({ min: 0, max: 300 }) }), {
    minLength: 1,
    maxLength: 6,
  }),
})

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
      fc.property(anyLife, ({ born, lives, since, moved, events, homes }) => {
        const from = addDays(begin, -since)
        const spells =
          moved === undefined
            ? [{ spell: 'resident' as const, from, attributes: { municipality: lives } }]
            : [
                {
                  spell: 'resident' as const,
                  from,
                  to: addDays(begin, moved),
                  attributes: { municipality: lives },
                },
                {
                  spell: 'resident' as const,
                  from: addDays(begin, moved + 1),
                  attributes: { municipality: 'heerlen' },
                },
              ]
        const registered: Event = { id: 'e', event: 'registered', on: begin, attributes: {} }
        const facts = { born, 'household-size': 2, 'household-income': 2_500_000 }
        const person = { id: 'p', facts, members: [], history: { spells, events: [registered] } }
        const followed = followCandidate(rules, person, begin)
        const lived: Event[] = [registered]
        let day = begin
        const steps = [
          ...events.map((event) => ({ event, after: event.after })),
          ...homes.map((home) => ({ home: home.home, after: home.after })),
        ].toSorted((a, b) => a.after - b.after)
        for (const step of steps) {
          day = addDays(begin, Math.max(day - begin, step.after * 4))
          if ('event' in step) {
            const { event, attributes } = step.event
            const told: Event = {
              id: `e${lived.length}`,
              event,
              on: day,
              attributes: event === 'reversed' ? { reverses: `e${lived.length - 1}` } : attributes,
            }
            lived.push(told)
            happens(followed, told)
            continue
          }
          const listing: Listing = { id: 'home', closes: day, facts: step.home }
          const bound = bind(prepared, { listing, on: day, quotas: {} })
          if (!bound) continue
          asked += 1
          const candidate = { ...person, history: { spells, events: [...lived] } }
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
      { numRuns: 150 },
    )
    expect(asked).toBeGreaterThan(100)
  })
})
