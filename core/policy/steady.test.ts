import { describe, expect, test } from 'vitest'
import { followUntil, happened, lasted, rulesOn } from '../../tests/example-book.ts'
import { addDays, date, formatDate } from '../basics/calendar-date.ts'
import type { Value } from '../basics/facts.ts'
import type { Candidate } from '../seekers/candidate.ts'
import type { Event, Spell } from '../seekers/history.ts'
import type { Condition, Test } from './condition.ts'
import type { Account, Entry } from './kinds/account.ts'
import type { Definition } from './kinds/definition.ts'
import type { Life } from './kinds/life.ts'
import type { Measure } from './kinds/measure.ts'
import type { Parameter } from './kinds/parameter.ts'
import type { Rule } from './rule-book.ts'
import { always, homeFactsOf, isProofAgainstEvents, isUnattached, steadyUntil } from './steady.ts'
import { valueAt } from './timeline.ts'

const today = '2026-06-01'
const on = date(today)

const hardship: Rule = {
  kind: 'judgement',
  id: 'hardship',
  question: 'Is het schrijnend?',
  answer: 'yes-no',
  decided_by: 'landlord',
}

type Known = Partial<Omit<Candidate, 'id'>>
/** What is said, of which name, the rules, what is known of somebody, and the last day on which the value is what it is today. */
type Row = [string, string, Rule[], Known, string]

const has = (name: string, asked: Test = { known: true }): Condition => [{ name, test: asked }]
const grown = has('age', { at_least: 18 })
const born = (day: string): Known => ({ facts: { born: date(day) } })
const lived = (...spells: Spell[]): Known => ({ history: { spells, events: [] } })
const told = (...events: Event[]): Known => ({ history: { spells: [], events } })
const registered = told(happened('2020-01-01', 'registered'))
/** Eighteen on 10 October 2026. */
const turning = born('2008-10-10')
const turnsOn = '2026-10-09'

function steady([, name, rules, known]: Row): string {
  const until = steadyUntil(followUntil(today, rules, known), name, on)
  return until === always ? 'always' : formatDate(until)
}

/** The values from today to the day until which nothing changes, at most some years. */
function valuesUntil([, name, rules, known, until]: Row): (Value | undefined)[] {
  const last = until === 'always' ? addDays(on, 1200) : date(until)
  const days = Array.from({ length: last - on + 1 }, (_, after) => addDays(on, after))
  const timeline = followUntil(today, rules, known)
  return days.map((day) => valueAt(timeline, name, day))
}

function says(rows: Row[]): void {
  test.each(rows)('%s', (...row) => {
    expect(steady(row)).toBe(row[4])
    expect(new Set(valuesUntil(row).map(String)).size).toBe(1)
  })
}

describe('a fact', () => {
  says([
    ['an age holds until the day before the birthday', 'age', [], turning, turnsOn],
    ['also when that is today', 'age', [], born('2000-06-02'), today],
    ['and on the birthday for a year', 'age', [], born('2000-06-01'), '2027-05-31'],
    ['a given age is not known to change', 'age', [], { facts: { age: 30 } }, 'always'],
    ['what is given holds', 'lives-in', [], { facts: { 'lives-in': 'heerlen' } }, 'always'],
    ['what is not known stays so', 'lives-in', [registration()], registered, 'always'],
    [
      'what nothing explains as well',
      'registration-ends-soon',
      [registration()],
      registered,
      'always',
    ],
    [
      'what is given in the place of a rule holds as well',
      'adult',
      [{ kind: 'definition', id: 'adult', when: grown }],
      { facts: { born: date('2008-10-10'), adult: false } },
      'always',
    ],
  ])
})

describe('a definition', () => {
  const adult = (of?: 'applicant' | 'some-member'): Rule => ({
    kind: 'definition',
    id: 'adult',
    ...(of && { of }),
    when: grown,
  })
  says([
    ['holds as long as what it reads', 'adult', [adult()], turning, turnsOn],
    ['of the applicant too', 'adult', [adult('applicant')], turning, turnsOn],
    ['about a household holds for the day', 'adult', [adult('some-member')], turning, today],
    [
      'of nothing that time changes holds',
      'local',
      [{ kind: 'definition', id: 'local', when: has('lives-in') }],
      turning,
      'always',
    ],
    [
      'of another definition holds as long as that',
      'outer',
      [adult(), { kind: 'definition', id: 'outer', when: has('adult', { is: [true] }) }],
      turning,
      turnsOn,
    ],
    [
      'reads what it compares with as well',
      'compared',
      [
        {
          kind: 'definition',
          id: 'compared',
          when: has('household-size', { at_most: { ref: 'age' } }),
        },
      ],
      turning,
      turnsOn,
    ],
  ])

  test('holds until the first of what it reads changes', () => {
    const rules: Rule[] = [
      { kind: 'definition', id: 'both', when: [...grown, ...has('limit')] },
      amounts('limit', ['2026-09-01', 2], ['2020-01-01', 1]),
    ]
    expect(steady(['', 'both', rules, turning, ''])).toBe('2026-08-31')
  })
})

describe('a parameter', () => {
  const byAge: Parameter = {
    kind: 'parameter',
    id: 'limit',
    values: [
      { from: date('2026-12-01'), rows: [{ when: [], value: 3 }] },
      { from: date('2026-05-01'), rows: [{ when: grown, value: 2 }] },
      { from: date('2020-01-01'), rows: [{ when: has('household-size'), value: 1 }] },
    ],
  }
  says([
    [
      'holds until the day before its next value',
      'limit',
      [amounts('limit', ['2028-01-01', 3], ['2027-01-01', 2], ['2020-01-01', 1])],
      {},
      '2026-12-31',
    ],
    [
      'holds from the first day of its last value',
      'limit',
      [amounts('limit', [today, 2], ['2020-01-01', 1])],
      {},
      'always',
    ],
    ['holds as long as what its rows read', 'limit', [byAge], turning, turnsOn],
    ['and not longer than its value', 'limit', [byAge], born('2009-01-05'), '2026-11-30'],
  ])

  test('does not depend on the rows of another time', () => {
    const earlier: Parameter = {
      ...byAge,
      values: [
        { from: date('2026-05-01'), rows: [{ when: [], value: 2 }] },
        { from: date('2020-01-01'), rows: [{ when: grown, value: 1 }] },
      ],
    }
    expect(steady(['', 'limit', [earlier], turning, ''])).toBe('always')
  })
})

describe('a measure', () => {
  const resident = (others: Partial<Measure> = {}): Rule => ({
    kind: 'measure',
    id: 'stay',
    of: 'resident',
    take: 'current',
    unit: 'years',
    ...others,
  })
  const since = (from: string, to?: string) => lasted('resident', from, to)
  const inTown = has('municipality', { is: [{ ref: 'municipality' }] })
  const inTowns = has('municipality', { is: [{ ref: 'towns' }] })
  const towns: Rule = {
    kind: 'parameter',
    id: 'towns',
    values: [
      { from: date('2026-09-01'), rows: [{ when: [], value: ['kerkrade'] }] },
      { from: date('2020-01-01'), rows: [{ when: [], value: ['heerlen'] }] },
    ],
  }
  says([
    ['of nothing that happened holds', 'stay', [resident()], lived(), 'always'],
    [
      'of nothing that happened holds in months as well',
      'stay',
      [resident({ unit: 'months' })],
      lived(),
      'always',
    ],
    [
      'of another kind of spell holds',
      'stay',
      [resident()],
      lived(lasted('tenant', '2020-08-01', undefined)),
      'always',
    ],
    [
      'in years holds until the day before the next is full',
      'stay',
      [resident()],
      lived(since('2020-08-01')),
      '2026-07-31',
    ],
    [
      'of a spell that begins today holds for a year',
      'stay',
      [resident()],
      lived(since(today)),
      '2027-05-31',
    ],
    [
      'of two spells holds until the first grows',
      'stay',
      [resident({ take: 'total' })],
      lived(since('2020-08-01'), since('2022-07-01')),
      '2026-06-30',
    ],
    [
      'in months holds for the day',
      'stay',
      [resident({ unit: 'months' })],
      lived(since('2020-08-01')),
      today,
    ],
    [
      'in days holds for the day',
      'stay',
      [{ kind: 'measure', id: 'stay', of: 'resident', take: 'longest' }],
      lived(since('2020-08-01')),
      today,
    ],
    [
      'of a spell that ended holds for the day',
      'stay',
      [resident()],
      lived(since('2020-08-01', '2025-01-01')),
      today,
    ],
    [
      'of a spell that ended beside one that grows too',
      'stay',
      [resident()],
      lived(since('2010-08-01', '2019-01-01'), since('2020-08-01')),
      today,
    ],
    [
      'of a spell that is still to begin holds for the day',
      'stay',
      [resident()],
      lived(since('2026-06-02')),
      today,
    ],
    [
      'of the last ten years holds until the day before the next is full',
      'stay',
      [resident({ within: { count: 10, unit: 'year' } })],
      lived(since('2020-08-01')),
      '2026-07-31',
    ],
    [
      'within a life holds for the day, for it grows from where that life began',
      'stay',
      [resident({ take: 'longest', within: { life: 'urgency' } }), urgency()],
      {
        history: {
          spells: [since('2015-12-01')],
          events: [happened('2020-08-01', 'urgency-granted')],
        },
      },
      today,
    ],
    [
      'holds as long as what its spells are compared with',
      'stay',
      [resident({ where: inTowns }), towns],
      lived(lasted('resident', '2020-12-01', undefined, { municipality: 'heerlen' })),
      '2026-08-31',
    ],
    [
      'of a spell beside one of another kind that ended, as without it',
      'stay',
      [resident()],
      lived(since('2020-08-01'), lasted('tenant', '2010-01-01', '2015-01-01')),
      '2026-07-31',
    ],
    [
      'of a spell beside one that is still to begin holds for the day',
      'stay',
      [resident({ take: 'total' })],
      lived(since('2020-08-01'), since('2026-09-01')),
      today,
    ],
    [
      'of no spell holds, whatever it would be compared with',
      'stay',
      [resident({ where: inTowns, unit: 'months' }), towns],
      lived(lasted('tenant', '2020-08-01', undefined)),
      'always',
    ],
    [
      'of a spell that is still to begin holds until the day before',
      'stay',
      [resident()],
      lived(since('2026-09-01'), since('2026-08-01')),
      '2026-07-31',
    ],
    [
      'of which no spell is in the town of the home holds',
      'stay',
      [resident({ where: inTown })],
      lived(since('2020-08-01'), since(today)),
      'always',
    ],
    [
      'of which none is, in months and of spells that ended, too',
      'stay',
      [resident({ where: inTown, unit: 'months' })],
      lived(since('2020-08-01', '2025-01-01')),
      'always',
    ],
    [
      'of which none is yet, until the day before the next begins',
      'stay',
      [resident({ where: inTown })],
      lived(since('2020-08-01'), since('2026-09-01')),
      '2026-08-31',
    ],
    [
      'of which none fits yet what time changes, until it does',
      'stay',
      [resident({ where: [...inTown, ...inTowns] }), towns],
      lived(lasted('resident', '2020-12-01', undefined, { municipality: 'kerkrade' })),
      '2026-08-31',
    ],
    [
      'within a life of which none is in the town of the home holds for the day',
      'stay',
      [resident({ take: 'longest', where: inTown, within: { life: 'urgency' } }), urgency()],
      {
        history: {
          spells: [since('2015-12-01')],
          events: [happened('2020-08-01', 'urgency-granted')],
        },
      },
      today,
    ],
    [
      'of events that did not happen holds',
      'times',
      [{ kind: 'measure', id: 'times', of: 'no-show', take: 'number' }],
      told(happened('2026-01-01', 'responded')),
      'always',
    ],
    [
      'of events that did happen holds for the day',
      'times',
      [{ kind: 'measure', id: 'times', of: 'responded', take: 'number' }],
      told(happened('2026-01-01', 'responded'), happened('2026-02-01', 'moved')),
      today,
    ],
    [
      'of the others in a household holds for somebody alone',
      'others',
      [{ kind: 'measure', id: 'others', of: 'member', take: 'number' }],
      {},
      'always',
    ],
    [
      'and for the day where there are others',
      'others',
      [{ kind: 'measure', id: 'others', of: 'member', take: 'number' }],
      { members: [{ role: 'child', facts: {}, history: { spells: [], events: [] } }] },
      today,
    ],
  ])
})

describe('an account', () => {
  const account = (entry: Entry, others: Partial<Account> = {}): Rule => ({
    kind: 'account',
    id: 'points',
    unit: 'points',
    entries: [entry],
    ...others,
  })
  const ten = { add: 10, on: ['registered'] }
  says([
    ['of what was booked holds', 'points', [account(ten)], registered, 'always'],
    [
      'that is built up by time holds for the day',
      'points',
      [account({ add: 1, per: { count: 1, unit: 'month' }, of: 'resident' })],
      registered,
      today,
    ],
    [
      'also when it is only one of several, of which the best counts',
      'points',
      [
        account(ten, {
          entries: [
            {
              best_of: [ten, { add: 1, per: { count: 1, unit: 'month' }, of: 'resident' }],
            },
          ],
        }),
      ],
      registered,
      today,
    ],
    [
      'whose bookings expire holds for the day',
      'points',
      [account({ ...ten, keep: { count: 10, unit: 'year' } })],
      registered,
      today,
    ],
    [
      'whose building stops holds for the day',
      'points',
      [account({ ...ten, until: date('2030-01-01') })],
      registered,
      today,
    ],
    [
      'over which something was reversed holds for the day',
      'points',
      [account(ten)],
      told(
        happened('2020-01-01', 'registered', {}, 'a'),
        happened('2021-01-01', 'reversed', { reverses: 'a' }),
      ),
      today,
    ],
    [
      'holds until the day before it lapses',
      'points',
      [account(ten, { lapses: date('2026-07-01') })],
      registered,
      '2026-06-30',
    ],
    [
      'holds until the day before a part of it lapses',
      'points',
      [account({ ...ten, lapses: date('2026-08-01') }, { lapses: date('2026-09-01') })],
      registered,
      '2026-07-31',
    ],
    ['that has lapsed holds', 'points', [account(ten, { lapses: on })], registered, 'always'],
    [
      'that stands while something holds does so as long as that',
      'points',
      [account({ add: 10, who: grown })],
      turning,
      turnsOn,
    ],
    [
      'that is for some homes holds as long as what says which',
      'points',
      [account({ add: 10 }, { where: grown })],
      turning,
      turnsOn,
    ],
    [
      'with a part for some homes as well',
      'points',
      [account({ add: 10, here: grown })],
      turning,
      turnsOn,
    ],
    [
      'with a part while something holds as well',
      'points',
      [account({ add: 10, when: grown })],
      turning,
      turnsOn,
    ],
    [
      'holds as long as the amount it adds',
      'points',
      [account({ add: { ref: 'limit' } }), amounts('limit', ['2027-01-01', 2], ['2020-01-01', 1])],
      {},
      '2026-12-31',
    ],
    [
      'does not change by what the events are tested on, but by what that is compared with',
      'points',
      [account({ ...ten, where: has('age', { at_most: { ref: 'limit' } }) })],
      turning,
      'always',
    ],
    [
      'such as an amount that changes',
      'points',
      [
        account({ ...ten, where: has('amount', { at_most: { ref: 'limit' } }) }),
        amounts('limit', ['2027-01-01', 2], ['2020-01-01', 1]),
      ],
      registered,
      '2026-12-31',
    ],
    [
      'also of what takes the bookings away',
      'points',
      [
        account({
          ...ten,
          lost: { on: ['moved'], where: has('amount', { at_most: { ref: 'limit' } }) },
        }),
        amounts('limit', ['2027-01-01', 2], ['2020-01-01', 1]),
      ],
      registered,
      '2026-12-31',
    ],
    [
      'of time holds as long as the case that says where it starts',
      'corrected',
      [
        {
          kind: 'account',
          id: 'corrected',
          unit: 'date',
          starts: [{ who: grown, from: 'address-since' }],
          entries: [],
        },
      ],
      { facts: { born: date('2008-10-10'), 'address-since': date('2020-01-01') } },
      turnsOn,
    ],
    [
      'holds as long as the registration that it lies in',
      'points',
      [account(ten), registration()],
      registered,
      '2026-12-31',
    ],
    [
      'holds as long as another life that it lies in',
      'points',
      [account({ add: 10 }, { inside: 'urgency' }), urgency({ lasts: { count: 1, unit: 'year' } })],
      told(happened('2026-01-01', 'urgency-granted')),
      '2026-12-31',
    ],
  ])

  test('of time holds as long as the day from which it starts', () => {
    const corrected: Rule = {
      kind: 'account',
      id: 'corrected',
      unit: 'date',
      starts: [{ who: [], from: 'urgency-since' }],
      entries: [],
    }
    const rules = [corrected, urgency({ lasts: { count: 1, unit: 'year' } })]
    const granted = told(happened('2026-01-01', 'urgency-granted'))
    expect(steady(['', 'corrected', rules, granted, ''])).toBe('2026-12-31')
  })
})

describe('a life', () => {
  const granted = told(happened('2026-01-01', 'urgency-granted'))
  const year = { count: 1, unit: 'year' } as const
  const phases = [
    { id: 'first', lasts: { count: 6, unit: 'month' } },
    { id: 'second', lasts: { count: 6, unit: 'month' } },
  ] as const
  says([
    ['that never began holds', 'urgency', [urgency({ lasts: year })], {}, 'always'],
    [
      'that never began holds, whatever it rests by',
      'urgency',
      [urgency({ while: grown })],
      turning,
      'always',
    ],
    ['until further notice holds', 'urgency', [urgency()], granted, 'always'],
    ['holds until its last day', 'urgency', [urgency({ lasts: year })], granted, '2026-12-31'],
    ['holds until its phase is over', 'urgency', [urgency({ phases })], granted, '2026-06-30'],
    ['and so does its phase', 'urgency-phase', [urgency({ phases })], granted, '2026-06-30'],
    ['its beginning', 'urgency-since', [urgency({ lasts: year })], granted, '2026-12-31'],
    ['and its end', 'urgency-ends', [urgency({ lasts: year })], granted, '2026-12-31'],
    [
      'that rests by itself holds for the day',
      'urgency',
      [urgency({ while: has('lives-in') })],
      granted,
      today,
    ],
    [
      'that was paused once holds for the day',
      'urgency',
      [urgency({ pause: { from: 'paused', to: 'resumed' } })],
      told(
        happened('2026-01-01', 'urgency-granted'),
        happened('2026-02-01', 'paused'),
        happened('2026-03-01', 'resumed'),
      ),
      today,
    ],
    [
      'that began again holds for the day if it was paused before',
      'urgency',
      [
        urgency({
          pause: { from: 'paused', to: 'resumed' },
          ends: [{ on: ['urgency-ground-gone'], code: 'ground-gone' }],
        }),
      ],
      told(
        happened('2025-01-01', 'urgency-granted'),
        happened('2025-02-01', 'paused'),
        happened('2025-03-01', 'urgency-ground-gone'),
        happened('2026-01-01', 'urgency-granted'),
      ),
      today,
    ],
    [
      'a registration holds as long as its life',
      'registered-on',
      [registration()],
      registered,
      '2026-12-31',
    ],
    [
      'a registration without a rule for it holds',
      'registered-on',
      [urgency({ lasts: year })],
      told(happened('2020-01-01', 'registered'), happened('2026-01-01', 'urgency-granted')),
      'always',
    ],
  ])
})

describe('an answer of people', () => {
  const granted = told(happened('2026-01-01', 'urgency-granted'))
  const rules = [hardship, urgency({ lasts: { count: 1, unit: 'year' } })]
  says([
    ['holds', 'hardship', rules, granted, 'always'],
    ['and so does the day on which it was given', 'hardship-since', rules, granted, 'always'],
  ])
})

describe('being blocked or put last', () => {
  const names = [
    'blocked',
    'blocked-by',
    'blocked-until',
    'held',
    'held-by',
    'held-until',
    'demoted-to',
    'demoted-by',
  ]
  const absence = (effect: 'block' | 'demote', lasts?: 'month'): Rule => ({
    kind: 'sanction',
    id: 'absence',
    on: ['no-show'],
    steps: [{ effect, ...(lasts && { lasts: { count: 1, unit: lasts } }) }],
  })
  const missed = (day: string) => told(happened(day, 'no-show'))

  test.each(names)('%s holds while nothing keeps somebody from anything', (name) => {
    expect(steady(['', name, [absence('block', 'month')], {}, ''])).toBe('always')
  })

  describe.each(names)('%s', (name) => {
    says([
      ['holds to the end', name, [absence('block', 'month')], missed('2026-05-20'), '2026-06-19'],
      ['on its last day', name, [absence('block', 'month')], missed('2026-05-02'), today],
      ['and after it', name, [absence('block', 'month')], missed('2026-05-01'), 'always'],
      ['at the bottom', name, [absence('demote', 'month')], missed('2026-05-20'), '2026-06-19'],
      ['and as long as no end is known', name, [absence('demote')], missed('2026-05-20'), 'always'],
    ])
  })

  test('holds until the day before one that is still to come', () => {
    const rules = [absence('block', 'month')]
    const later = followUntil('2026-07-31', rules, missed('2026-07-10'))
    expect(formatDate(steadyUntil(later, 'blocked', on))).toBe('2026-07-09')
    expect(formatDate(steadyUntil(later, 'blocked', date('2026-07-10')))).toBe('2026-08-09')
  })
})

describe('nothing is attached to somebody', () => {
  const option: Life = { ...urgency(), id: 'option', each: 'complex' }
  const granted = happened('2026-01-01', 'urgency-granted', { complex: 'c1' })
  const absent = happened('2026-01-01', 'no-show')
  const sanction = (effect: 'block' | 'demote' | 'warn'): Rule => ({
    kind: 'sanction',
    id: 'absence',
    on: ['no-show'],
    steps: [{ effect }],
  })
  test.each<[string, Rule[], Event[], boolean]>([
    ['to whom nothing happened', [option, sanction('block')], [], true],
    ['whose life is the same for every home', [urgency()], [granted], true],
    ['but not with a life for one home', [option], [granted], false],
    ['whom a sanction only warned', [sanction('warn')], [absent], true],
    ['but not with a block', [sanction('block')], [absent], false],
    ['and not when put last', [sanction('demote')], [absent], false],
  ])('%s', (_, rules, events, unattached) => {
    expect(isUnattached(followUntil(today, rules, told(...events)))).toBe(unattached)
  })
})

describe('the facts of a home that a value depends on', () => {
  const option: Life = { ...urgency(), id: 'option', each: 'complex' }
  const block = (step: object = {}): Rule => ({
    kind: 'sanction',
    id: 'absence',
    on: ['no-show'],
    steps: [{ effect: 'warn' }, { effect: 'block', times: 2, ...step }],
  })
  const local = (name: string, others: object = {}): Rule => ({
    kind: 'definition',
    id: 'local',
    when: has(name, { is: [true], ...others }),
  })

  test.each<[string, string, Rule[], string[]]>([
    ['a fact of the home: itself', 'rent', [], ['rent']],
    ['an area: the municipality may be one as well', 'area', [], ['area', 'municipality']],
    ['the space for each: the floor', 'floor-area-per-person', [], ['floor-area']],
    ['a response: which home it is', 'responded-at', [], ['listing']],
    ['a fact of a person: none', 'lives-in', [], []],
    ['a name that nothing explains: none', 'nameless', [], []],
    ['not even by how it begins', 'urgency-ends-so', [urgency({ while: has('rent') })], []],
    ['an answer of people: none', 'hardship', [hardship], []],
    ['a definition: what it reads', 'local', [local('rent')], ['rent']],
    [
      'a definition: what it compares with',
      'local',
      [local('age', { at_most: { ref: 'rooms' } })],
      ['rooms'],
    ],
    [
      'a parameter: what its rows read, now or ever',
      'limit',
      [
        {
          kind: 'parameter',
          id: 'limit',
          values: [
            { from: date('2030-01-01'), rows: [{ when: has('rooms'), value: 1 }] },
            { from: date('2020-01-01'), rows: [{ when: has('rent'), value: 1 }] },
          ],
        },
      ],
      ['rent', 'rooms'],
    ],
    [
      'a measure: what its spells are compared with, and not what they are tested on',
      'stay',
      [
        {
          kind: 'measure',
          id: 'stay',
          of: 'resident',
          where: has('municipality', { is: [{ ref: 'settlement' }] }),
          take: 'current',
        },
      ],
      ['settlement'],
    ],
    [
      'a measure of all spells: none',
      'stay',
      [{ kind: 'measure', id: 'stay', of: 'resident', take: 'current' }],
      [],
    ],
    [
      'an account: all it reads',
      'points',
      [
        {
          kind: 'account',
          id: 'points',
          unit: 'date',
          starts: [{ who: has('segment'), from: 'delivered-on' }],
          where: has('model'),
          entries: [
            {
              on: ['moved'],
              where: has('settlement', { is: [{ ref: 'neighbourhood' }] }),
              add: { ref: 'rooms' },
              lost: { on: ['moved'], where: has('area', { is: [{ ref: 'complex' }] }) },
              here: has('rent'),
              when: has('label'),
            },
            { best_of: [{ who: has('flag'), of: 'local', add: 1 }] },
          ],
        },
        local('landlord'),
      ],
      [
        'complex',
        'delivered-on',
        'flag',
        'label',
        'landlord',
        'model',
        'neighbourhood',
        'rent',
        'rooms',
        'segment',
      ],
    ],
    [
      'an account: those of the registration it starts from',
      'points',
      [
        { kind: 'account', id: 'points', unit: 'points', entries: [] },
        { kind: 'definition', id: 'registered-on', when: has('rent') },
      ],
      ['rent'],
    ],
    [
      'an account: those of the life it lies in',
      'points',
      [saved('urgency'), urgency({ while: has('rent') })],
      ['rent'],
    ],
    ['a life: what it rests by', 'urgency', [urgency({ while: has('rent') })], ['rent']],
    ['its beginning', 'urgency-since', [urgency({ while: has('rent') })], ['rent']],
    ['its end', 'urgency-ends', [urgency({ while: has('rent') })], ['rent']],
    ['its phase', 'urgency-phase', [urgency({ while: has('rent') })], ['rent']],
    ['through other definitions', 'outer', [through('outer', 'local'), local('rent')], ['rent']],
    ['once, where two read each other', 'one', [through('one', 'two'), through('two', 'one')], []],
  ])('%s', (_, name, rules, facts) => {
    const resolved = rulesOn(today, rules)
    expect([...homeFactsOf(resolved, name, 'unattached')].sort()).toEqual(facts)
    expect([...homeFactsOf(resolved, name, 'anybody')].sort()).toEqual(facts)
  })

  test.each<[string, string, Rule[], string[]]>([
    ['one life for each', 'option', [option], ['complex']],
    ['the beginning of one for each', 'option-since', [option], ['complex']],
    ['an account inside one for each', 'points', [saved('option'), option], ['complex']],
    ['one life for all', 'urgency', [urgency()], []],
    ['a block in the whole region', 'blocked', [block()], []],
    ['a block at one landlord', 'blocked', [block({ scope: 'landlord' })], ['landlord']],
    ['a block of one way to let', 'held-by', [block({ models: ['lottery'] })], ['model']],
    [
      'a block of both',
      'demoted-to',
      [block({ scope: 'landlord', models: ['lottery'] })],
      ['landlord', 'model'],
    ],
    ['a block read by a definition', 'local', [local('blocked'), block({ models: [] })], ['model']],
  ])('for whoever has it, and for nobody else: %s', (_, name, rules, facts) => {
    const resolved = rulesOn(today, rules)
    expect([...homeFactsOf(resolved, name, 'unattached')]).toEqual([])
    expect([...homeFactsOf(resolved, name, 'anybody')].sort()).toEqual(facts)
  })
})

describe('nothing that happens changes a value', () => {
  const measure = (others: Partial<Measure> = {}): Rule => ({
    kind: 'measure',
    id: 'stay',
    of: 'resident',
    take: 'total',
    ...others,
  })
  const absences = measure({ id: 'absences', of: 'no-show', take: 'number' })
  const reading = (...names: string[]): Definition => ({
    kind: 'definition',
    id: 'read',
    when: names.flatMap((name) => has(name)),
  })
  const table = (when: Condition): Rule => ({
    kind: 'parameter',
    id: 'limit',
    values: [{ from: date('2020-01-01'), rows: [{ when, value: 1 }] }],
  })
  const own = reading('age', 'lives-in')

  test.each<[string, string, Rule[]]>([
    ['a given fact', 'lives-in', []],
    ['an age', 'age', []],
    ['a fact of the home', 'rent', []],
    ['a name that nothing explains', 'nameless', []],
    ['an answer of people', 'hardship', [hardship]],
    ['an amount', 'limit', [table([])]],
    ['a table of what does not change', 'limit', [table(has('children'))]],
    ['time lived somewhere', 'stay', [measure()]],
    ['of the last years', 'stay', [measure({ within: { count: 10, unit: 'year' } })]],
    ['in a calendar year', 'stay', [measure({ within: { period: 'calendar-year' } })]],
    [
      'compared with the home',
      'stay',
      [measure({ where: has('area', { is: [{ ref: 'area' }] }) })],
    ],
    ['what is defined by these', 'read', [own]],
    ['of the applicant', 'read', [{ ...own, of: 'applicant' }]],
    ['through another definition', 'outer', [own, through('outer', 'read')]],
    ['two that read each other', 'one', [through('one', 'two'), through('two', 'one')]],
  ])('%s', (_, name, rules) => {
    expect(isProofAgainstEvents(rulesOn(today, rules), name)).toBe(true)
  })

  const names = ['blocked', 'blocked-by', 'blocked-until', 'held', 'held-by', 'held-until']
  test.each<[string, string, Rule[]]>([
    ...[...names, 'demoted-to', 'demoted-by', 'registered-on', 'responded-at'].map(
      (name): [string, string, Rule[]] => [name, name, []],
    ),
    ['what happened, counted', 'absences', [absences]],
    ['time lived within a life', 'stay', [measure({ within: { life: 'urgency' } }), urgency()]],
    [
      'time lived, compared with what happened',
      'stay',
      [measure({ where: has('hours', { is: [{ ref: 'absences' }] }) }), absences],
    ],
    ['what is defined by these among others', 'read', [reading('age', 'absences'), absences]],
    ['in another order', 'read', [reading('absences', 'age'), absences]],
    ['what is defined by the day of registration', 'read', [reading('registered-on')]],
    ['what is defined of a household', 'read', [{ ...own, of: 'some-member' }]],
    ['a table of what happened', 'limit', [table(has('absences')), absences]],
    ['an account', 'points', [saved('urgency')]],
    ['a life', 'urgency', [urgency()]],
    ['its beginning', 'urgency-since', [urgency()]],
    ['its end', 'urgency-ends', [urgency()]],
    ['its phase', 'urgency-phase', [urgency()]],
  ])('but not so: %s', (_, name, rules) => {
    expect(isProofAgainstEvents(rulesOn(today, rules), name)).toBe(false)
  })
})

function amounts(id: string, ...values: [string, number][]): Rule {
  return {
    kind: 'parameter',
    id,
    values: values.map(([from, value]) => ({ from: date(from), rows: [{ when: [], value }] })),
  }
}

function urgency(others: Partial<Life> = {}): Life {
  return { kind: 'life', id: 'urgency', begins: { on: ['urgency-granted'] }, ...others }
}

/** Seven years from the beginning of 2020. */
function registration(): Life {
  const lasts = { count: 7, unit: 'year' } as const
  return { kind: 'life', id: 'registration', begins: { on: ['registered'] }, lasts }
}

function saved(inside: string): Account {
  return { kind: 'account', id: 'points', unit: 'points', inside, entries: [] }
}

function through(id: string, name: string): Rule {
  return { kind: 'definition', id, when: has(name, { is: [true] }) }
}
