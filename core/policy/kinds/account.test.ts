import { describe, expect, test } from 'vitest'
import { followUntil, happened, lasted } from '../../../tests/example-book.ts'
import { addDays, date, formatDate } from '../../basics/calendar-date.ts'
import type { Facts } from '../../basics/facts.ts'
import type { Event, History, Spell } from '../../seekers/history.ts'
import type { Rule } from '../rule-book.ts'
import { type Line, type Timeline, valueAt } from '../timeline.ts'
import { type Account, type Entry, ledgerAt } from './account.ts'
import type { Life } from './life.ts'

const registration: Life = {
  kind: 'life',
  id: 'registration',
  begins: { on: ['registered'] },
  ends: [{ on: ['lease-started'], code: 'housed' }],
}
const perYear = { per: { count: 1, unit: 'year' } } as const
const atCurrentAddress: Entry = {
  ...perYear,
  add: 1,
  of: 'resident',
  where: [{ name: 'address', test: { is: ['current'] } }],
}

describe('years lived somewhere', () => {
  test('count from before the registration', () => {
    const points = pointsOf([{ ...atCurrentAddress }], {
      spells: [lived('2010-01-01', 'here')],
      events: [happened('2018-01-01', 'registered')],
    })
    expect(points('2020-01-01')).toBe(10)
  })

  test('count at the address of the day asked, not at one left before it', () => {
    const points = pointsOf([{ ...atCurrentAddress }], {
      spells: [
        lived('2000-01-01', 'before', '2009-12-31'),
        lived('2010-01-01', 'here', '2021-12-31'),
        lived('2022-01-01', 'after'),
      ],
      events: [happened('2005-01-01', 'registered')],
    })
    expect(points('2021-12-31')).toBe(11)
    expect(points('2022-01-01')).toBe(0)
  })

  test('count from the day a condition begins to hold, not from the first of a year before it', () => {
    const adult: Entry = {
      ...atCurrentAddress,
      when: [{ name: 'age', test: { at_least: 18 } }],
    }
    const points = pointsOf([adult], {
      spells: [lived('2000-12-01', 'here')],
      events: [happened('2015-01-01', 'registered')],
    })
    expect(points('2019-12-30')).toBe(9)
    expect(points('2019-12-31')).toBe(10)
  })

  test('stop on the day a condition stops holding', () => {
    const minor: Entry = { ...atCurrentAddress, when: [{ name: 'age', test: { below: 18 } }] }
    const points = pointsOf([minor], {
      spells: [lived('2006-01-01', 'here')],
      events: [happened('2007-01-01', 'registered')],
    })
    expect(points('2012-01-01')).toBe(3)
  })
})

describe('a new registration after a home was found', () => {
  const events = [
    happened('2010-01-01', 'registered'),
    happened('2015-01-01', 'lease-started'),
    happened('2020-01-01', 'registered'),
  ]

  test.each(['whole', 'daily'] as const)('does not bring back the years before (%s)', (booked) => {
    const points = pointsOf([{ ...perYear, add: 1, of: 'registration', booked }], {
      spells: [],
      events,
    })
    expect(points('2015-01-01')).toBe(0)
    expect(points('2021-12-31')).toBe(booked === 'whole' ? 1 : 2)
  })
})

describe('half of the days lived somewhere', () => {
  const half: Account = {
    kind: 'account',
    id: 'corrected-date',
    unit: 'date',
    entries: [
      {
        ...atCurrentAddress,
        add: { count: 1, unit: 'day' },
        per: { count: 2, unit: 'day' },
        booked: 'daily',
      },
    ],
  }
  const value = valuesOf(half, {
    spells: [lived('2020-01-01', 'here')],
    events: [happened('2020-03-01', 'registered')],
  })

  test.each([
    ['2020-03-01', '2020-01-31'],
    ['2020-03-02', '2020-01-31'],
    ['2020-03-03', '2020-01-30'],
  ])('on %s the date of registration becomes %s', (on, expected) => {
    expect(value(on)).toBe(date(expected))
  })
})

describe('an account that begins later than the history', () => {
  const events = [happened('2019-03-01', 'registered')]
  const idle: Entry = { add: -1, on: ['month-ended'] }

  test('books nothing that happened before', () => {
    const since: Account = { ...pointsAccount([idle]), from: date('2020-02-01') }
    const value = valuesOf(since, { spells: [], events })
    expect(value('2020-03-31')).toBe(-2)
    expect(valuesOf(pointsAccount([idle]), { spells: [], events })('2020-03-31')).toBe(-13)
  })

  test('counts its units from its own first day', () => {
    const since: Account = { ...pointsAccount([atCurrentAddress]), from: date('2020-02-01') }
    const value = valuesOf(since, { spells: [lived('1991-12-31', 'here')], events })
    expect(value('2022-01-31')).toBe(1)
    expect(value('2022-02-01')).toBe(2)
  })
})

describe('a sanction that is reversed', () => {
  const points = pointsAccount([
    { add: 1, on: ['month-ended'] },
    { add: -1, on: ['no-show'] },
    { set: 0, on: ['offer-refused'] },
  ])
  const history: History = {
    spells: [],
    events: [
      happened('2020-01-01', 'registered'),
      { ...happened('2020-03-10', 'no-show'), id: 'first' },
      { ...happened('2020-04-10', 'offer-refused'), id: 'second' },
      { ...happened('2020-05-15', 'reversed'), attributes: { reverses: 'second' } },
      { ...happened('2020-07-20', 'reversed'), attributes: { reverses: 'first' } },
    ],
  }
  const upTo = (on: string) =>
    ledgerOf(points, history, on).map(({ code, amount }) => `${code} ${amount}`)
  const month = 'booked 1'
  const untilFirst = [month, month, 'booked -1', month, 'reset -2', month, 'reversed 2']

  test('keeps every line that stood, and books the difference on the day', () => {
    expect(upTo('2020-05-15')).toEqual(untilFirst)
    expect(upTo('2020-06-30')).toEqual([...untilFirst, month, month])
  })

  test('a later reversal leaves the lines of an earlier one', () => {
    expect(upTo('2020-08-31')).toEqual([...untilFirst, month, month, 'reversed 1', month, month])
  })

  test.each(['2020-04-30', '2020-05-14', '2020-05-15', '2020-07-19', '2020-07-20', '2020-12-31'])(
    'the lines add up to the balance on %s',
    (on) => {
      const sum = ledgerOf(points, history, on).reduce((all, { amount = 0 }) => all + amount, 0)
      expect(valuesOf(points, history)(on)).toBe(sum)
    },
  )

  test('is told in order of day, however it was recorded', () => {
    const backwards = { ...history, events: history.events.toReversed() }
    expect(ledgerOf(points, backwards, '2020-08-31')).toEqual(
      ledgerOf(points, history, '2020-08-31'),
    )
  })

  test('leaves what was booked on the day itself once', () => {
    const events = history.events.map((each) =>
      each.on === date('2020-05-15') ? { ...each, on: date('2020-05-31') } : each,
    )
    expect(ledgerOf(points, { spells: [], events }, '2020-05-31').map(toldLine)).toEqual([
      '2020-01-31 booked 1',
      '2020-02-29 booked 1',
      '2020-03-10 booked -1',
      '2020-03-31 booked 1',
      '2020-04-10 reset -2',
      '2020-04-30 booked 1',
      '2020-05-31 booked 1',
      '2020-05-31 reversed 2',
    ])
  })

  const noShow = { ...happened('2020-01-01', 'no-show'), id: 'first' }
  const reversed = (on: string) => ({
    ...happened(on, 'reversed'),
    attributes: { reverses: 'first' },
  })
  const registered = happened('2020-01-01', 'registered')
  test.each<[string, Account, Event[], string[]]>([
    [
      'on the first day of a registration',
      pointsAccount([{ add: -1, on: ['no-show'] }]),
      [registered, noShow, reversed('2020-01-01')],
      ['2020-01-01 booked -1', '2020-01-01 reversed 1'],
    ],
    [
      'where no account listens',
      pointsAccount([{ add: 1, on: ['registered'] }]),
      [registered, noShow, reversed('2020-02-01')],
      ['2020-01-01 booked 1'],
    ],
    [
      'in an account inside a life that the book does not have',
      { ...pointsAccount([{ add: -1, on: ['no-show'] }]), inside: 'urgency' },
      [noShow, reversed('2020-02-01')],
      ['2020-01-01 booked -1', '2020-02-01 reversed 1'],
    ],
    [
      'in an account that ended since',
      pointsAccount([{ add: -1, on: ['no-show'] }]),
      [registered, noShow, reversed('2020-02-01'), happened('2020-06-01', 'lease-started')],
      [],
    ],
    [
      'in an account that does not count here',
      { ...pointsAccount([]), where: [{ name: 'segment', test: { is: ['social'] } }] },
      [registered, noShow, reversed('2020-02-01')],
      ['2020-12-31 not-here'],
    ],
  ])('%s', (_, account, events, told) => {
    expect(toldOf(account, { spells: [], events }, '2020-12-31')).toEqual(told)
  })

  test('a reversal in an earlier registration leaves no lines in a new one', () => {
    const events = [
      ...history.events,
      happened('2021-01-10', 'lease-started'),
      happened('2021-02-01', 'registered'),
    ]
    expect(ledgerOf(points, { spells: [], events }, '2021-03-31')).toHaveLength(2)
  })
})

describe('another value added to a corrected date', () => {
  test('counts as days, and keeps what it was when it was booked', () => {
    const value = valuesOf(
      {
        kind: 'account',
        id: 'corrected-date',
        unit: 'date',
        entries: [{ add: { ref: 'days-lived' }, on: ['registered'] }],
      },
      {
        spells: [lived('2010-01-01', 'before', '2020-12-31'), lived('2021-01-01', 'after')],
        events: [happened('2018-06-15', 'registered')],
      },
      [{ kind: 'measure', id: 'days-lived', of: 'resident', take: 'current', unit: 'days' }],
    )
    expect(value('2018-06-15')).toBe(date('2010-01-01'))
    expect(value('2024-01-01')).toBe(date('2010-01-01'))
  })
})

describe('a rate', () => {
  const registered = { spells: [], events: [happened('2020-02-29', 'registered')] }

  test.each<[string, Partial<Entry>, string, number]>([
    ['whole years only', {}, '2021-02-27', 0],
    ['a year is complete on the day of the month, or its end', {}, '2021-02-28', 1],
    ['and the next on its own day', {}, '2024-02-28', 3],
    ['in a leap year', {}, '2024-02-29', 4],
    ['per two years', { per: { count: 2, unit: 'year' } }, '2024-02-29', 2],
    ['per month', { per: { count: 1, unit: 'month' } }, '2020-05-29', 3],
    ['per month, a day before', { per: { count: 1, unit: 'month' } }, '2020-05-28', 2],
    ['per week', { per: { count: 1, unit: 'week' } }, '2020-03-21', 3],
    ['half a point', { add: 0.5 }, '2023-02-28', 1.5],
    ['daily: every day counts', { booked: 'daily', add: 365 }, '2020-03-10', 10],
    [
      'daily, per week',
      { booked: 'daily', per: { count: 1, unit: 'week' }, add: 7 },
      '2020-03-10',
      10,
    ],
    [
      'daily, per fortnight',
      { booked: 'daily', per: { count: 1, unit: 'fortnight' }, add: 14 },
      '2020-03-10',
      10,
    ],
    ['daily, per day', { booked: 'daily', per: { count: 1, unit: 'day' } }, '2020-03-10', 10],
    [
      'daily, per month of a twelfth of a year',
      { booked: 'daily', per: { count: 1, unit: 'month' }, add: 365 },
      '2020-03-10',
      120,
    ],
    [
      'daily, per two years',
      { booked: 'daily', per: { count: 2, unit: 'year' }, add: 730 },
      '2020-03-10',
      10,
    ],
    ['daily, in millionths', { booked: 'daily' }, '2020-03-01', 0.00274],
    ['daily, on the first day', { booked: 'daily' }, '2020-02-29', 0],
    [
      'until a day, that day included',
      { booked: 'daily', add: 365, until: date('2020-03-04') },
      '2021-01-01',
      5,
    ],
    [
      'until a day that has not come',
      { booked: 'daily', add: 365, until: date('2020-03-10') },
      '2020-03-10',
      10,
    ],
    ['no more than so many times', { times: 2 }, '2024-02-29', 2],
    ['nothing where the value is not known', { add: { ref: 'work-hours' } }, '2024-02-29', 0],
    ['nothing over a life that has not begun', { of: 'urgency' }, '2024-02-29', 0],
  ])('%s', (_, entry, on, points) => {
    expect(pointsOf([{ ...perYear, add: 1, of: 'registration', ...entry }], registered)(on)).toBe(
      points,
    )
  })

  test('counts spells that touch or overlap as one', () => {
    const history = {
      spells: [
        lived('2010-01-01', 'a', '2010-06-30'),
        lived('2010-07-01', 'b', '2011-06-30'),
        lived('2011-01-01', 'c', '2011-12-31'),
      ],
      events: [happened('2012-06-01', 'registered')],
    }
    expect(pointsOf([{ ...perYear, add: 1, of: 'resident' }], history)('2015-01-01')).toBe(2)
  })

  test('a gap of one day starts a new year', () => {
    const history = {
      spells: [lived('2010-01-01', 'a', '2010-12-30'), lived('2011-01-01', 'b', '2011-12-31')],
      events: [happened('2012-06-01', 'registered')],
    }
    expect(pointsOf([{ ...perYear, add: 1, of: 'resident' }], history)('2015-01-01')).toBe(1)
  })

  test('over a life given as a fact, from the day given', () => {
    const timeline = followUntil(
      '2024-01-01',
      [registration, pointsAccount([{ ...perYear, add: 1, of: 'registration' }])],
      {
        facts: { 'registered-on': date('2020-01-01') },
      },
    )
    expect(valueAt(timeline, 'points', date('2024-01-01'))).toBe(4)
  })

  test('over another life, until it ended', () => {
    const urgency: Life = {
      kind: 'life',
      id: 'urgency',
      begins: { on: ['urgency-granted'] },
      ends: [{ on: ['urgency-ground-gone'], code: 'ground-gone' }],
    }
    const history = {
      spells: [],
      events: [
        happened('2020-01-01', 'registered'),
        happened('2020-01-01', 'urgency-granted'),
        happened('2022-06-01', 'urgency-ground-gone'),
      ],
    }
    const perYearUrgent = pointsAccount([{ ...perYear, add: 1, of: 'urgency' }])
    expect(valuesOf(perYearUrgent, history, [urgency])('2025-01-01')).toBe(2)
  })

  test('by the day begins with the account, and takes nothing for what ended before it', () => {
    const daily = pointsAccount([{ ...perYear, add: 365, of: 'resident', booked: 'daily' }])
    const since: Account = { ...daily, from: date('2020-03-01') }
    const spells = [lived('2010-01-01', 'a', '2019-12-31'), lived('2020-02-01', 'b')]
    expect(valuesOf(since, { ...registered, spells })('2020-03-11')).toBe(10)
  })

  test('by the day is booked on the day the last part ended', () => {
    const daily = pointsAccount([{ ...perYear, add: 365, of: 'resident', booked: 'daily' }])
    const spells = [lived('2019-12-22', 'a', '2019-12-31'), lived('2020-06-01', 'b')]
    expect(toldOf(daily, { ...registered, spells }, '2020-06-01')).toEqual(['2020-01-01 booked 10'])
  })

  test('of nothing is nothing', () => {
    expect(pointsOf([{ ...perYear, add: 1 }], registered)('2025-01-01')).toBe(0)
  })
})

describe('bookings by what happened', () => {
  const history = (...days: string[]) => ({
    spells: [],
    events: [
      happened('2020-01-01', 'registered'),
      ...days.map((day) => happened(day, 'responded', { student: day.endsWith('-15') })),
    ],
  })
  const responding: Entry = { add: 2, on: ['responded'] }

  test.each<[string, Entry, string[], number]>([
    ['each time', responding, ['2020-02-01', '2020-03-01'], 4],
    ['twice on a day', responding, ['2020-02-01', '2020-02-01'], 4],
    ['on the day asked', responding, ['2020-12-31'], 2],
    [
      'what looks like this',
      { ...responding, where: [{ name: 'student', test: { is: [true] } }] },
      ['2020-02-01', '2020-02-15'],
      2,
    ],
    [
      'when somebody is like that',
      { ...responding, when: [{ name: 'age', test: { at_least: 29 } }] },
      ['2020-12-30', '2020-12-31'],
      2,
    ],
    ['until a day', { ...responding, until: date('2020-02-15') }, ['2020-02-15', '2020-02-16'], 2],
    [
      'so many times at most',
      { ...responding, times: 2 },
      ['2020-02-01', '2020-03-01', '2020-04-01'],
      4,
    ],
    ['as many as a value says', { add: { ref: 'worth' }, on: ['responded'] }, ['2020-02-01'], 7],
    [
      'nothing where the value is not known',
      { add: { ref: 'work-hours' }, on: ['responded'] },
      ['2020-02-01'],
      0,
    ],
    [
      'no time in an account of points',
      { add: { count: 1, unit: 'month' }, on: ['responded'] },
      ['2020-02-01'],
      0,
    ],
    ['nothing where nothing is said', { on: ['responded'] }, ['2020-02-01'], 0],
    [
      'while somebody is in a group',
      { ...responding, who: [{ name: 'age', test: { at_least: 18 } }] },
      ['2020-02-01'],
      2,
    ],
    [
      'not when they are not',
      { ...responding, who: [{ name: 'age', test: { below: 18 } }] },
      ['2020-02-01'],
      0,
    ],
    [
      'not when nobody knows',
      { ...responding, who: [{ name: 'work-hours', test: { below: 18 } }] },
      ['2020-02-01'],
      0,
    ],
  ])('%s', (_, entry, days, points) => {
    const worth: Rule = {
      kind: 'parameter',
      id: 'worth',
      values: [{ from: date('2020-01-01'), rows: [{ when: [], value: 7 }] }],
    }
    expect(valuesOf(pointsAccount([entry]), history(...days), [worth])('2020-12-31')).toBe(points)
  })

  test('what happened before the registration, or after the day asked, does not count', () => {
    const events = [
      happened('2019-12-31', 'responded'),
      ...history('2020-02-01', '2020-06-01').events,
    ]
    expect(pointsOf([responding], { spells: [], events })('2020-05-31')).toBe(2)
  })

  test('asked of a day before the last one told, what came after it does not count', () => {
    const account = pointsAccount([responding])
    const timeline = timelineOn('2020-12-31', history('2020-02-01', '2020-06-01'), [account])
    expect(valueAt(timeline, 'points', date('2020-05-31'))).toBe(2)
    expect(valueAt(timeline, 'points', date('2020-06-01'))).toBe(4)
    expect(ledgerAt(timeline, account, date('2020-05-31')).lines).toHaveLength(1)
  })

  test('what was booked in an earlier registration uses up nothing in a new one', () => {
    const events = [
      ...history('2020-02-01', '2020-03-01').events,
      happened('2020-06-01', 'lease-started'),
      happened('2021-01-01', 'registered'),
      happened('2021-02-01', 'responded'),
    ]
    const value = (entry: Entry) => pointsOf([entry], { spells: [], events })('2021-03-01')
    expect(value({ ...responding, times: 2 })).toBe(2)
    expect(value({ ...responding, limits: { at_most: 4 } })).toBe(2)
  })

  test('a booking expires after its time', () => {
    const kept = pointsOf(
      [{ ...responding, keep: { count: 1, unit: 'year' } }],
      history('2020-02-01', '2020-06-01'),
    )
    expect(kept('2021-01-31')).toBe(4)
    expect(kept('2021-02-01')).toBe(2)
    expect(kept('2021-06-01')).toBe(0)
  })
})

describe('limits', () => {
  const events = ['2020-02-01', '2020-03-01', '2020-04-01'].map((day) => happened(day, 'responded'))
  const refusal = happened('2020-05-01', 'offer-refused')
  const history = { spells: [], events: [happened('2020-01-01', 'registered'), ...events, refusal] }
  const adding: Entry = { add: 2, on: ['responded'] }
  const losing: Entry = { add: -3, on: ['offer-refused'] }

  test.each<[string, Account, string, number]>([
    [
      'the account has a roof',
      { ...pointsAccount([adding, losing]), limits: { at_most: 5 } },
      '2020-04-30',
      5,
    ],
    [
      'what was capped is not lost later',
      { ...pointsAccount([adding, losing]), limits: { at_most: 5 } },
      '2020-05-01',
      2,
    ],
    [
      'the account has a floor',
      { ...pointsAccount([losing]), limits: { at_least: -1 } },
      '2020-05-01',
      -1,
    ],
    ['a floor of nought', { ...pointsAccount([losing]), limits: { at_least: 0 } }, '2020-05-01', 0],
    [
      'an entry has a roof of its own',
      pointsAccount([
        { ...adding, limits: { at_most: 3 } },
        { add: 10, on: ['offer-refused'] },
      ]),
      '2020-05-01',
      13,
    ],
    [
      'an entry has a floor of its own',
      pointsAccount([{ ...losing, limits: { at_least: -1 } }, adding]),
      '2020-05-01',
      5,
    ],
  ])('%s', (_, account, on, points) => {
    expect(valuesOf(account, history)(on)).toBe(points)
  })

  test('what a limit kept back is told', () => {
    const capped: Account = { ...pointsAccount([adding]), limits: { at_most: 5 } }
    expect(toldOf(capped, history, '2020-05-01')).toEqual([
      '2020-02-01 booked 2',
      '2020-03-01 booked 2',
      '2020-04-01 capped 1',
    ])
  })
})

describe('setting the balance', () => {
  test('replaces all of it, and what follows is added to that', () => {
    const account = pointsAccount([
      { add: 2, on: ['responded'] },
      { set: 1, on: ['offer-refused'] },
    ])
    const history = {
      spells: [],
      events: [
        happened('2020-01-01', 'registered'),
        happened('2020-02-01', 'responded'),
        happened('2020-03-01', 'responded'),
        happened('2020-04-01', 'offer-refused'),
        happened('2020-05-01', 'responded'),
      ],
    }
    const value = valuesOf(account, history)
    expect([value('2020-03-31'), value('2020-04-01'), value('2020-05-01')]).toEqual([4, 1, 3])
    expect(toldOf(account, history, '2020-05-01')).toEqual([
      '2020-02-01 booked 2',
      '2020-03-01 booked 2',
      '2020-04-01 reset -3',
      '2020-05-01 booked 2',
    ])
  })

  test('entries of one day are booked in the order of the book', () => {
    const events = [happened('2020-01-01', 'registered'), happened('2020-04-01', 'offer-refused')]
    const first = pointsAccount([
      { set: 1, on: ['offer-refused'] },
      { add: 2, on: ['offer-refused'] },
    ])
    const last = pointsAccount([
      { add: 2, on: ['offer-refused'] },
      { set: 1, on: ['offer-refused'] },
    ])
    expect(valuesOf(first, { spells: [], events })('2020-04-01')).toBe(3)
    expect(valuesOf(last, { spells: [], events })('2020-04-01')).toBe(1)
  })
})

describe('only the entry that gives most counts', () => {
  const history: History = {
    spells: [lived('2015-01-01', 'a')],
    events: [happened('2018-01-01', 'registered')],
  }
  const waiting: Entry = { ...perYear, add: 1, of: 'registration' }
  const living: Entry = { ...perYear, add: 1, of: 'resident', limits: { at_most: 4 } }

  test.each([
    ['2019-06-01', 4],
    ['2022-01-01', 4],
    ['2023-01-01', 5],
  ])('on %s that is %i', (on, points) => {
    const account = pointsAccount([{ best_of: [waiting, living] }])
    expect(valuesOf(account, history)(on)).toBe(points)
    expect(ledgerOf(account, history, on)).toHaveLength(points)
  })

  test('with other entries beside it', () => {
    const account = pointsAccount([{ best_of: [waiting, living] }, { add: 10, on: ['registered'] }])
    expect(valuesOf(account, history)('2019-06-01')).toBe(14)
  })

  test('of time, a hundred days are more than two months', () => {
    const account: Account = {
      kind: 'account',
      id: 'corrected-date',
      unit: 'date',
      entries: [
        {
          best_of: [
            { add: { count: 2, unit: 'month' }, on: ['registered'] },
            { add: { count: 100, unit: 'day' }, on: ['registered'] },
          ],
        },
      ],
    }
    expect(valuesOf(account, history)('2018-01-01')).toBe(addDays(date('2018-01-01'), -100))
  })
})

describe('decay: points that go while nothing is done', () => {
  test('a point is lost at the end of every month, never below nought', () => {
    const account: Account = {
      ...pointsAccount([
        { add: 2, on: ['registered'] },
        { add: -1, on: ['month-ended'] },
      ]),
      limits: { at_least: 0 },
    }
    const value = valuesOf(account, { spells: [], events: [happened('2020-01-15', 'registered')] })
    expect(
      ['2020-01-30', '2020-01-31', '2020-02-28', '2020-02-29', '2020-12-31'].map(value),
    ).toEqual([2, 1, 1, 0, 0])
  })

  test.each([
    ['day-ended', '2020-01-15', '2020-01-20', -6],
    ['fortnight-ended', '2020-01-01', '2020-02-08', -2],
    ['fortnight-ended', '2020-01-01', '2020-02-09', -3],
    ['month-ended', '2020-01-31', '2020-02-28', -1],
    ['month-ended', '2020-01-31', '2020-02-29', -2],
    ['year-ended', '2020-01-15', '2022-12-30', -2],
    ['year-ended', '2020-01-15', '2022-12-31', -3],
  ])('%s from %s to %s: %i', (tick, from, on, points) => {
    const history = { spells: [], events: [happened(from, 'registered')] }
    expect(pointsOf([{ add: -1, on: [tick] }], history)(on)).toBe(points)
  })
})

describe('lapsing and losing', () => {
  const events = [happened('2020-01-01', 'registered'), happened('2020-02-01', 'responded')]
  const history = { spells: [], events }
  const adding: Entry = { add: 2, on: ['responded'] }

  test('an account that lapses is empty from that day', () => {
    const account = { ...pointsAccount([adding]), lapses: date('2021-01-01') }
    const value = valuesOf(account, history)
    expect([value('2020-12-31'), value('2021-01-01')]).toEqual([2, 0])
    expect(toldOf(account, history, '2021-06-01')).toEqual(['2021-01-01 lapsed'])
  })

  test('an entry that lapses loses what it built, and no more', () => {
    const account = pointsAccount([
      { ...adding, lapses: date('2021-01-01') },
      { add: 1, on: ['registered'] },
    ])
    const value = valuesOf(account, history)
    expect([value('2020-12-31'), value('2021-01-01')]).toEqual([3, 1])
    expect(toldOf(account, history, '2021-06-01')).toEqual([
      '2020-01-01 booked 1',
      '2021-01-01 lapsed',
    ])
  })

  test('an entry that built nothing has nothing to lapse', () => {
    const account = pointsAccount([{ add: 2, on: ['no-show'], lapses: date('2021-01-01') }])
    expect(toldOf(account, history, '2021-06-01')).toEqual([])
  })

  const moved = (day: string, attributes: Facts = {}) => happened(day, 'moved', attributes)
  test.each<[string, Entry['lost'], Event[], number]>([
    ['by an event', { on: ['moved'] }, [moved('2020-06-01')], 0],
    ['on the same day', { on: ['moved'] }, [moved('2020-02-01')], 0],
    ['not by one before it', { on: ['moved'] }, [moved('2020-01-31')], 2],
    ['not by another', { on: ['moved'] }, [happened('2020-06-01', 'no-show')], 2],
    [
      'by one like this',
      { on: ['moved'], where: [{ name: 'reason', test: { is: ['own'] } }] },
      [moved('2020-06-01', { reason: 'own' })],
      0,
    ],
    [
      'not by one nobody knows of: unknown takes nothing',
      { on: ['moved'], where: [{ name: 'reason', test: { is: ['own'] } }] },
      [moved('2020-06-01')],
      2,
    ],
    ['until a day', { on: ['moved'], until: date('2020-05-31') }, [moved('2020-06-01')], 2],
    ['until that day', { on: ['moved'], until: date('2020-06-01') }, [moved('2020-06-01')], 0],
  ])('bookings are lost %s', (_, lost, more, points) => {
    const all = { spells: [], events: [...events, ...more] }
    expect(pointsOf([{ ...adding, ...(lost && { lost }) }], all)('2020-12-31')).toBe(points)
  })

  test('what was lost is told once, and what is booked after it stays', () => {
    const all = {
      spells: [],
      events: [
        ...events,
        happened('2020-03-01', 'responded'),
        moved('2020-06-01'),
        happened('2020-07-01', 'responded'),
      ],
    }
    expect(
      toldOf(pointsAccount([{ ...adding, lost: { on: ['moved'] } }]), all, '2020-12-31'),
    ).toEqual(['2020-06-01 lost', '2020-07-01 booked 2'])
  })

  test('each loss is told on its own day, whatever else is told then', () => {
    const all = {
      spells: [],
      events: [
        ...events,
        moved('2020-06-01'),
        happened('2020-07-01', 'responded'),
        moved('2020-08-01'),
      ],
    }
    const account = pointsAccount([
      { add: 1, on: ['registered'], lapses: date('2020-08-01') },
      { ...adding, lost: { on: ['moved'] } },
    ])
    expect(toldOf(account, all, '2020-12-31')).toEqual([
      '2020-06-01 lost',
      '2020-08-01 lapsed',
      '2020-08-01 lost',
    ])
  })
})

describe('an account inside a life', () => {
  const earning = (inside?: string): Account => ({
    ...pointsAccount([{ add: 2, on: ['responded'] }]),
    ...(inside !== undefined && { inside }),
  })
  const responded = happened('2020-02-01', 'responded')
  const ended = [
    happened('2020-01-01', 'registered'),
    responded,
    happened('2020-06-01', 'lease-started'),
  ]

  test.each<[string, string, Facts, Event[], string | undefined, number]>([
    ['runs with it', '2020-05-31', {}, ended, undefined, 2],
    ['is empty once it ended', '2020-06-01', {}, ended, undefined, 0],
    ['is empty before it begins', '2020-03-01', {}, [responded], undefined, 0],
    [
      'runs when it is given as a fact',
      '2020-03-01',
      { registration: 'active' },
      [responded],
      undefined,
      2,
    ],
    [
      'runs since a day given as a fact',
      '2020-03-01',
      { 'registered-on': date('2020-01-01') },
      [responded],
      undefined,
      2,
    ],
    [
      'is empty when it is given as ended',
      '2020-03-01',
      { registration: 'ended' },
      [responded],
      undefined,
      0,
    ],
    [
      'is empty when it is given as none',
      '2020-03-01',
      { registration: 'none' },
      [responded],
      undefined,
      0,
    ],
    ['that the book does not have always runs', '2020-03-01', {}, [responded], 'urgency', 2],
  ])('%s', (_, on, facts, events, inside, points) => {
    const timeline = followUntil(on, [registration, earning(inside)], {
      facts,
      history: { spells: [], events },
    })
    expect(valueAt(timeline, 'points', date(on))).toBe(points)
  })
})

describe('only on some homes', () => {
  const events = [happened('2020-01-01', 'registered'), happened('2020-02-01', 'responded')]
  const social = [{ name: 'segment', test: { is: ['social'] } }]
  const adding: Entry = { add: 2, on: ['responded'] }

  test.each<[string, Account, Facts, number, string[]]>([
    [
      'an account that counts here',
      { ...pointsAccount([adding]), where: social },
      { segment: 'social' },
      2,
      ['2020-02-01 booked 2'],
    ],
    [
      'an account that does not',
      { ...pointsAccount([adding]), where: social },
      { segment: 'free' },
      0,
      ['2020-03-01 not-here'],
    ],
    [
      'an account that may: unknown does not count',
      { ...pointsAccount([adding]), where: social },
      {},
      0,
      ['2020-03-01 not-here'],
    ],
    [
      'an entry that counts here',
      pointsAccount([{ ...adding, here: social }]),
      { segment: 'social' },
      2,
      ['2020-02-01 booked 2'],
    ],
    [
      'an entry that does not',
      pointsAccount([
        { ...adding, here: social },
        { add: 1, on: ['registered'] },
      ]),
      { segment: 'free' },
      1,
      ['2020-01-01 booked 1', '2020-03-01 not-here'],
    ],
  ])('%s', (_, account, home, points, lines) => {
    const timeline = followUntil(
      '2020-03-01',
      [registration, account],
      { history: { spells: [], events } },
      home,
    )
    const { lines: found, value } = ledgerAt(timeline, account, date('2020-03-01'))
    expect(value).toBe(points)
    expect(found.map(toldLine)).toEqual(lines)
  })
})

describe('a value that stands while somebody is in a group', () => {
  test.each<[string, Entry, number]>([
    ['an amount', { add: 5, who: [{ name: 'age', test: { at_least: 18 } }] }, 5],
    ['not in the group', { add: 5, who: [{ name: 'age', test: { below: 18 } }] }, 0],
    ['another value', { add: { ref: 'age' } }, 28],
    ['nothing where that is not known', { add: { ref: 'work-hours' } }, 0],
  ])('%s', (_, entry, points) => {
    const history = { spells: [], events: [happened('2020-01-01', 'registered')] }
    expect(pointsOf([entry], history)('2020-06-01')).toBe(points)
  })
})

describe('an account in time', () => {
  const inTime = (entries: Account['entries'], more: Partial<Account> = {}): Account => ({
    kind: 'account',
    id: 'corrected-date',
    unit: 'date',
    entries,
    ...more,
  })
  const events = [happened('2020-03-31', 'registered'), happened('2020-04-01', 'urgency-granted')]
  const granted = (count: number, unit: 'day' | 'month' | 'year' | 'week'): Entry => ({
    add: { count, unit },
    on: ['urgency-granted'],
  })
  const value = (account: Account, facts: Facts = {}, on = '2020-06-01') => {
    const timeline = followUntil(on, [registration, account], {
      facts,
      history: { spells: [], events },
    })
    const found = valueAt(timeline, 'corrected-date', date(on))
    return typeof found === 'number' ? formatDate(addDays(date('1970-01-01'), found)) : found
  }

  test.each<[string, Account, string | undefined]>([
    ['nothing earned: the day of registration', inTime([]), '2020-03-31'],
    ['months back, clamped to the end of the month', inTime([granted(1, 'month')]), '2020-02-29'],
    ['years back', inTime([granted(5, 'year')]), '2015-03-31'],
    ['weeks back, as days', inTime([granted(2, 'week')]), '2020-03-17'],
    ['months and days', inTime([granted(1, 'month'), granted(1, 'day')]), '2020-02-28'],
    ['a number is so many days', inTime([{ add: 3, on: ['urgency-granted'] }]), '2020-03-28'],
    [
      'a roof in years',
      inTime([granted(7, 'year')], { limits: { at_most: { count: 5, unit: 'year' } } }),
      '2015-03-31',
    ],
    [
      'just below the roof',
      inTime([granted(59, 'month')], { limits: { at_most: { count: 5, unit: 'year' } } }),
      '2015-04-30',
    ],
    [
      'exactly at a roof of another unit',
      inTime([granted(365, 'day')], { limits: { at_most: { count: 1, unit: 'year' } } }),
      '2019-04-01',
    ],
    [
      'exactly at a floor of another unit',
      inTime([granted(1, 'year')], { limits: { at_least: 365 } }),
      '2019-03-31',
    ],
    [
      'from what is no date',
      inTime([granted(1, 'year')], { starts: [{ who: [], from: 'housing-situation' }] }),
      undefined,
    ],
    [
      'from another date',
      inTime([granted(1, 'year')], { starts: [{ who: [], from: 'address-since' }] }),
      '2009-05-05',
    ],
    [
      'from the first case that fits',
      inTime([], {
        starts: [
          {
            who: [{ name: 'housing-situation', test: { is: ['starter'] } }],
            from: 'address-since',
          },
          { who: [], from: 'registered-on' },
        ],
      }),
      '2020-03-31',
    ],
    [
      'from no case that fits',
      inTime([], {
        starts: [{ who: [{ name: 'age', test: { at_least: 18 } }], from: 'registered-on' }],
      }),
      undefined,
    ],
  ])('%s', (_, account, expected) => {
    const facts = { 'address-since': date('2010-05-05'), 'housing-situation': 'onward-mover' }
    expect(value(account, facts)).toBe(expected)
  })

  test('without the date to count from there is no date', () => {
    expect(value(inTime([granted(1, 'year')]), {}, '2020-03-01')).toBeUndefined()
  })

  test('its ledger is in months', () => {
    const history = { spells: [], events }
    const lines = toldOf(inTime([granted(1, 'year'), granted(73, 'day')]), history, '2020-06-01')
    expect(lines).toEqual(['2020-04-01 booked 12', '2020-04-01 booked 2.4'])
  })

  test('its ledger tells the days that a roof kept back', () => {
    const history = { spells: [], events }
    const account = inTime([granted(73, 'day'), granted(146, 'day')], {
      limits: { at_most: 146 },
    })
    expect(toldOf(account, history, '2020-06-01')).toEqual([
      '2020-04-01 booked 2.4',
      '2020-04-01 capped 2.4',
    ])
  })
})

test('a line names its entry and what caused it, where there is any', () => {
  const account = pointsAccount([
    { add: 2, on: ['responded'] },
    { ...perYear, add: 1, of: 'registration' },
    { add: 5 },
    { add: 7, here: [{ name: 'segment', test: { is: ['social'] } }] },
  ])
  const events = [happened('2020-01-01', 'registered'), happened('2020-02-01', 'responded')]
  expect(ledgerOf(account, { spells: [], events }, '2021-01-01')).toStrictEqual([
    { on: date('2020-02-01'), code: 'booked', amount: 2, entry: 0, cause: 'responded' },
    { on: date('2021-01-01'), code: 'not-here', entry: 3 },
    { on: date('2021-01-01'), code: 'booked', amount: 1, entry: 1, cause: 'registration' },
    { on: date('2021-01-01'), code: 'booked', amount: 5, entry: 2 },
  ])
})

function pointsOf(entries: readonly Entry[], history: History): (on: string) => unknown {
  return valuesOf(pointsAccount(entries), history)
}

function pointsAccount(entries: Account['entries']): Account {
  return { kind: 'account', id: 'points', unit: 'points', entries }
}

function valuesOf(
  account: Account,
  history: History,
  more: readonly Rule[] = [],
): (on: string) => unknown {
  return (on) => valueAt(timelineOn(on, history, [account, ...more]), account.id, date(on))
}

function ledgerOf(account: Account, history: History, on: string): readonly Line[] {
  return ledgerAt(timelineOn(on, history, [account]), account, date(on)).lines
}

/** The lines of an account as `day code amount`. */
function toldOf(account: Account, history: History, on: string): string[] {
  return ledgerOf(account, history, on).map(toldLine)
}

function toldLine({ on, code, amount }: Line): string {
  return [formatDate(on), code, amount].filter((each) => each !== undefined).join(' ')
}

function timelineOn(on: string, history: History, rules: readonly Rule[]): Timeline {
  return followUntil(on, [registration, ...rules], { facts: { born: date('1991-12-31') }, history })
}

function lived(from: string, address: string, to?: string): Spell {
  return lasted('resident', from, to, { address })
}
