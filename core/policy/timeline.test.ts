import { describe, expect, test } from 'vitest'
import { bookOf, followUntil, happened, lasted, person, rulesOn } from '../../tests/example-book.ts'
import { date, formatDate } from '../basics/calendar-date.ts'
import type { Facts, Value } from '../basics/facts.ts'
import type { Member } from '../seekers/candidate.ts'
import type { Event, Spell } from '../seekers/history.ts'
import type { Meant } from './kinds/definition.ts'
import type { Life } from './kinds/life.ts'
import { resolve } from './resolve.ts'
import type { Rule } from './rule-book.ts'
import {
  eventAt,
  follow,
  holds,
  nextTick,
  still,
  type Timeline,
  ticksAfter,
  triggersOf,
  valueAt,
} from './timeline.ts'

const day = '2026-06-01'
const on = date(day)
const life: Life = { kind: 'life', id: 'urgency', begins: { on: ['urgency-granted'] } }

function history(events: readonly Event[], spells: readonly Spell[] = []) {
  return { history: { events, spells } }
}

describe('a definition about the people of a household', () => {
  const grown = (of: Meant | undefined): Rule => ({
    kind: 'definition',
    id: 'grown',
    ...(of && { of }),
    when: [{ name: 'age', test: { at_least: 18 } }],
  })
  const member = (role: Member['role'], age: number | undefined, facts: Facts = {}): Member => ({
    role,
    facts: { ...facts, ...(age !== undefined && { age }) },
    history: { events: [], spells: [] },
  })
  const partner = (age?: number) => member('co-applicant', age)
  const child = (age?: number) => member('child', age)

  test.each<[string, Meant | undefined, number, Member[], boolean | undefined]>([
    ['the applicant, where nothing is said', undefined, 18, [partner(17), child(1)], true],
    ['not those with them', undefined, 17, [partner(18)], false],
    ['the applicant', 'applicant', 17, [partner(18), child(18)], false],
    ['one of the applicants: the first', 'some-applicant', 18, [partner(17)], true],
    ['one of the applicants: the second', 'some-applicant', 17, [partner(18)], true],
    ['one of the applicants: neither', 'some-applicant', 17, [partner(17)], false],
    ['a child is no applicant', 'some-applicant', 17, [child(18)], false],
    [
      'an applicant by their own facts',
      'some-applicant',
      17,
      [member('member', 18, { role: 'co-applicant' })],
      true,
    ],
    ['every applicant', 'every-applicant', 18, [partner(18), child(1)], true],
    ['every applicant: not the second', 'every-applicant', 18, [partner(17)], false],
    ['every applicant: not the first', 'every-applicant', 17, [partner(18)], false],
    ['somebody in the household', 'some-member', 17, [partner(17), child(18)], true],
    ['somebody in the household: the applicant', 'some-member', 18, [child(1)], true],
    ['somebody in the household: nobody', 'some-member', 17, [partner(17), child(1)], false],
    ['everybody in the household', 'every-member', 18, [partner(18), child(18)], true],
    ['everybody in the household: not a child', 'every-member', 18, [partner(18), child(1)], false],
    ['one is enough, whoever is not known', 'some-applicant', 18, [partner()], true],
    ['not known of the only one who could', 'some-applicant', 17, [partner()], undefined],
    ['not known of one of all', 'every-member', 18, [child()], undefined],
  ])('%s', (_, of, age, members, truth) => {
    const timeline = followUntil(day, [grown(of)], { facts: { age }, members })
    expect(valueAt(timeline, 'grown', on)).toBe(truth)
  })

  test('of somebody alone is about them', () => {
    const timeline = still({ age: 18 }, { rules: rulesOn(day, [grown('every-member')]) })
    expect(valueAt(timeline, 'grown', on)).toBe(true)
  })
})

describe('values that carry a date or a phase of something else', () => {
  const judgement = (id: string): Rule => ({
    kind: 'judgement',
    id,
    question: 'Is het zo?',
    answer: 'yes-no',
    decided_by: 'landlord',
  })
  const points: Rule = { kind: 'account', id: 'points', unit: 'points', entries: [] }
  const adult: Rule = {
    kind: 'requirement',
    id: 'adult',
    to: 'respond',
    must: [],
    code: 'under-age',
  }
  const rules = rulesOn(day, [judgement('interest'), judgement('fit'), life, points, adult])
  const answers = { interest: { answer: true, on: date('2026-05-01') } }
  const granted = history([happened('2026-02-01', 'urgency-granted')])
  const asked = follow(person('ans', granted), { rules, answers }, on)
  const unanswered = follow(person('ans', granted), { rules }, on)

  test.each<[string, Timeline, string, Value | undefined]>([
    ['an answer', asked, 'interest', true],
    ['the day it was given', asked, 'interest-since', date('2026-05-01')],
    ['an answer has no end', asked, 'interest-ends', undefined],
    ['another question', asked, 'fit', undefined],
    ['the day of another question', asked, 'fit-since', undefined],
    ['no answers at all', unanswered, 'interest', undefined],
    ['nor a day of them', unanswered, 'interest-since', undefined],
    ['a life', asked, 'urgency', 'active'],
    ['the day it began', asked, 'urgency-since', date('2026-02-01')],
    ['a life without a term has no end', asked, 'urgency-ends', undefined],
    ['a life without phases is in none', asked, 'urgency-phase', 'none'],
    ['a longer name is another name', asked, 'urgency-phase-2', undefined],
    ['an account has no day on which it began', asked, 'points-since', undefined],
    ['nor a phase', asked, 'points-phase', undefined],
    ['nor has what no book knows', asked, 'nothing-since', undefined],
    ['a rule without a value', asked, 'adult', undefined],
  ])('%s', (_, timeline, name, value) => {
    expect(valueAt(timeline, name, on)).toBe(value)
  })
})

describe('values of the person and the home together', () => {
  const region = bookOf([], {
    authority: { level: 'region', name: 'Streek', municipalities: ['heerlen'] },
  })
  const rules = resolve([region], { on })
  const valueWith = (
    name: string,
    home: Facts | undefined,
    facts: Facts = {},
    events: Event[] = [],
  ) =>
    valueAt(
      follow(
        person('ans', { facts, ...history(events) }),
        { rules, ...(home && { listing: { id: 'linde-1', facts: home, closes: on } }) },
        on,
      ),
      name,
      on,
    )

  test.each<[string, string, Facts | undefined, Facts, Value | undefined]>([
    ['somebody asked about applies', 'role', undefined, {}, 'applicant'],
    ['unless they say otherwise', 'role', undefined, { role: 'child' }, 'child'],
    ['which home', 'listing', {}, {}, 'linde-1'],
    ['no home', 'listing', undefined, {}, undefined],
    ['a fact of the home', 'rent', { rent: 500 }, {}, 500],
    ['a fact of no home', 'rent', undefined, {}, undefined],
    ['space for each', 'floor-area-per-person', { 'floor-area': 60 }, { 'household-size': 3 }, 20],
    ['space for each: in no home', 'floor-area-per-person', undefined, {}, undefined],
    [
      'space for each: of an area not known',
      'floor-area-per-person',
      {},
      { 'household-size': 3 },
      undefined,
    ],
    [
      'space for each: of people not known',
      'floor-area-per-person',
      { 'floor-area': 60 },
      {},
      undefined,
    ],
    ['the region of a home in it', 'area', { municipality: 'heerlen' }, {}, ['region']],
    [
      'beside the area it names',
      'area',
      { municipality: 'heerlen', area: 'noord' },
      {},
      ['noord', 'region'],
    ],
    [
      'beside the areas it names',
      'area',
      { municipality: 'heerlen', area: ['noord', 'hof'] },
      {},
      ['noord', 'hof', 'region'],
    ],
    ['of a home elsewhere none', 'area', { municipality: 'utrecht' }, {}, []],
    ['of a home nobody knows where what it names', 'area', { area: 'noord' }, {}, 'noord'],
    ['of no home', 'area', undefined, {}, undefined],
  ])('%s', (_, name, home, facts, value) => {
    expect(valueWith(name, home, facts)).toEqual(value)
  })

  test('the day somebody responded to this home, not to another or by another event', () => {
    const about = { listing: 'linde-1' }
    const events = [
      happened('2026-05-01', 'responded', { listing: 'eik-2' }),
      happened('2026-05-02', 'invited', about),
      happened('2026-05-03', 'responded', about),
      happened('2026-05-04', 'responded', about),
    ]
    expect(valueWith('responded-at', {}, {}, events)).toBe(date('2026-05-03'))
    expect(valueWith('responded-at', {}, {}, events.slice(0, 2))).toBeUndefined()
    expect(valueWith('responded-at', undefined, {}, events)).toBeUndefined()
  })
})

describe('the day of registration in a book that has no such life', () => {
  const events = [
    happened('2025-01-01', 'registered'),
    happened('2025-06-01', 'paid'),
    happened('2026-02-01', 'registered'),
  ]
  const timeline = followUntil('2026-12-31', [], history(events))

  test.each([
    ['2024-12-31', undefined],
    ['2025-01-01', '2025-01-01'],
    ['2026-01-31', '2025-01-01'],
    ['2026-02-01', '2026-02-01'],
  ])('on %s: %s', (asked, since) => {
    const expected = since === undefined ? undefined : date(since)
    expect(valueAt(timeline, 'registered-on', date(asked))).toBe(expected)
  })
})

test('standing at the bottom can be asked of a day before it', () => {
  const absence: Rule = {
    kind: 'sanction',
    id: 'absence',
    on: ['no-show'],
    steps: [{ effect: 'demote', lasts: { count: 1, unit: 'month' } }],
  }
  const timeline = followUntil(
    '2026-02-05',
    [absence],
    history([happened('2026-02-01', 'no-show')]),
  )
  expect(valueAt(timeline, 'demoted-to', date('2026-01-31'))).toBeUndefined()
  expect(valueAt(timeline, 'demoted-to', date('2026-02-01'))).toBe('tier')
})

describe('what an event or a spell says about a place', () => {
  const current = [{ name: 'address', test: { is: ['current'] } }]
  const lived = (from: string, to: string | undefined, address?: string) =>
    lasted('resident', from, to, address === undefined ? {} : { address })
  const isCurrent = (attributes: Facts, spells: Spell[]) =>
    holds(current, eventAt(followUntil(day, [], history([], spells)), attributes, on))

  test.each<[string, Facts, Spell[], boolean]>([
    ['lives there', { address: 'linde' }, [lived('2020-01-01', undefined, 'linde')], true],
    ['since today', { address: 'linde' }, [lived(day, undefined, 'linde')], true],
    ['until today', { address: 'linde' }, [lived('2020-01-01', day, 'linde')], true],
    ['until yesterday', { address: 'linde' }, [lived('2020-01-01', '2026-05-31', 'linde')], false],
    ['from tomorrow', { address: 'linde' }, [lived('2026-06-02', undefined, 'linde')], false],
    ['lives elsewhere', { address: 'linde' }, [lived('2020-01-01', undefined, 'eik')], false],
    ['lives nobody knows where', { address: 'linde' }, [], false],
    [
      'works there',
      { address: 'linde' },
      [lasted('working', '2020-01-01', undefined, { address: 'linde' })],
      false,
    ],
    ['an address not known, of both', {}, [lived('2020-01-01', undefined)], false],
  ])('the current address: somebody who %s', (_, attributes, spells, fits) => {
    expect(isCurrent(attributes, spells)).toBe(fits)
  })

  test('the region is that of its municipality', () => {
    const region = bookOf([], {
      authority: { level: 'region', name: 'Streek', municipalities: ['heerlen'] },
    })
    const timeline = follow(person('ans'), { rules: resolve([region], { on }) }, on)
    const inRegion = [{ name: 'area', test: { is: ['region'] } }]
    const within = (municipality: string) =>
      holds(inRegion, eventAt(timeline, { municipality }, on))
    expect([within('heerlen'), within('utrecht')]).toEqual([true, false])
  })
})

describe('the fold', () => {
  const monthly: Rule = {
    kind: 'account',
    id: 'months',
    unit: 'points',
    inside: 'urgency',
    entries: [{ add: 1, on: ['month-ended'] }],
  }

  test('ticks from the first thing told, be it only a spell', () => {
    const living = history([], [lasted('resident', '2026-01-15', undefined)])
    expect(
      valueAt(followUntil('2026-03-31', [monthly], living), 'months', date('2026-03-31')),
    ).toBe(3)
    expect(valueAt(followUntil('2026-03-31', [monthly], {}), 'months', date('2026-03-31'))).toBe(1)
  })

  test('ticks between events, each in its day', () => {
    const ending: Life = { ...life, ends: [{ on: ['month-ended'], code: 'award-ended' }] }
    const events = [
      happened('2026-03-10', 'urgency-granted'),
      happened('2026-01-15', 'urgency-granted'),
    ]
    const runs = followUntil(day, [ending], history(events)).runs.get('urgency') ?? []
    expect(runs.map(({ since, ended }) => [since, ended?.on])).toEqual([
      [date('2026-01-15'), date('2026-01-31')],
      [date('2026-03-10'), date('2026-03-31')],
    ])
  })

  const named = { ...happened('2026-02-01', 'urgency-granted'), id: 'first' }
  test.each<[string, Event[], Value]>([
    ['a reversal', [happened('2026-03-01', 'reversed', { reverses: 'first' })], 'none'],
    ['of another event', [happened('2026-03-01', 'reversed', { reverses: 'second' })], 'active'],
    ['later', [happened('2026-06-02', 'reversed', { reverses: 'first' })], 'active'],
    ['that is none', [happened('2026-03-01', 'cleared', { reverses: 'first' })], 'active'],
  ])('leaves out what is reversed: %s', (_, events, state) => {
    const timeline = followUntil(day, [life], history([named, ...events]))
    expect(valueAt(timeline, 'urgency', on)).toBe(state)
  })

  test('a reversal that names nothing reverses nothing', () => {
    const events = [happened('2026-02-01', 'urgency-granted'), happened('2026-03-01', 'reversed')]
    expect(valueAt(followUntil(day, [life], history(events)), 'urgency', on)).toBe('active')
  })
})

describe('the ticks that rules listen to', () => {
  const monthly: Life = { ...life, ends: [{ on: ['month-ended'], code: 'award-ended' }] }
  const yearly: Rule = { kind: 'sanction', id: 'absence', on: ['year-ended'], steps: [] }
  const both = rulesOn(day, [yearly, monthly])
  const after = (from: string, until: string) =>
    ticksAfter(both, date(from), date(until)).map(({ name, on }) => `${formatDate(on)} ${name}`)

  test('come after one day up to another, day by day', () => {
    expect(after('2026-11-29', '2027-01-31')).toEqual([
      '2026-11-30 month-ended',
      '2026-12-31 month-ended',
      '2026-12-31 year-ended',
      '2027-01-31 month-ended',
    ])
    expect(after('2026-11-30', '2026-12-30')).toEqual([])
  })

  test.each<[string, Rule[], string, string | undefined]>([
    ['the next one, after the day asked', [monthly], '2026-11-30', '2026-12-31'],
    ['the first of several', [yearly, monthly], '2026-11-29', '2026-11-30'],
    ['of those that are listened to only', [yearly], '2026-01-01', '2026-12-31'],
    ['none, where nothing listens', [life], '2026-01-01', undefined],
  ])('%s', (_, rules, from, next) => {
    const found = nextTick(rulesOn(day, rules), date(from))
    expect(found && formatDate(found)).toBe(next)
  })
})

describe('what a rule listens to', () => {
  test.each<[string, Rule, string[]]>([
    [
      'an account: its entries, the best of some too, and what takes them away',
      {
        kind: 'account',
        id: 'points',
        unit: 'points',
        entries: [
          { add: 1, on: ['responded'], lost: { on: ['moved'] } },
          { best_of: [{ add: 1, on: ['month-ended'] }, { add: 2 }] },
        ],
      },
      ['responded', 'moved', 'month-ended'],
    ],
    [
      'a life: how it begins and ends',
      { ...life, ends: [{ on: ['urgency-ground-gone'], code: 'ground-gone' }] },
      ['urgency-granted', 'urgency-ground-gone'],
    ],
    ['a life without end', life, ['urgency-granted']],
    [
      'a sanction',
      { kind: 'sanction', id: 'absence', on: ['no-show', 'year-ended'], steps: [] },
      ['no-show', 'year-ended'],
    ],
    ['a definition: nothing', { kind: 'definition', id: 'old', when: [] }, []],
  ])('%s', (_, rule, names) => {
    expect(triggersOf(rule)).toEqual(names)
  })
})
