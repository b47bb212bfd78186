import { describe, expect, test } from 'vitest'
import { date } from '../../basics/calendar-date.ts'
import type { Event, History, Spell } from '../../seekers/history.ts'
import { resolve } from '../resolve.ts'
import type { Rule, RuleBook } from '../rule-book.ts'
import { follow, type Line, type Timeline, valueAt } from '../timeline.ts'
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
      events: [happened('registered', '2018-01-01')],
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
      events: [happened('registered', '2005-01-01')],
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
      events: [happened('registered', '2015-01-01')],
    })
    expect(points('2019-12-30')).toBe(9)
    expect(points('2019-12-31')).toBe(10)
  })

  test('stop on the day a condition stops holding', () => {
    const minor: Entry = { ...atCurrentAddress, when: [{ name: 'age', test: { below: 18 } }] }
    const points = pointsOf([minor], {
      spells: [lived('2006-01-01', 'here')],
      events: [happened('registered', '2007-01-01')],
    })
    expect(points('2012-01-01')).toBe(3)
  })
})

describe('a new registration after a home was found', () => {
  const events = [
    happened('registered', '2010-01-01'),
    happened('lease-started', '2015-01-01'),
    happened('registered', '2020-01-01'),
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
    events: [happened('registered', '2020-03-01')],
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
  const events = [happened('registered', '2019-03-01')]
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
      happened('registered', '2020-01-01'),
      { ...happened('no-show', '2020-03-10'), id: 'first' },
      { ...happened('offer-refused', '2020-04-10'), id: 'second' },
      { ...happened('reversed', '2020-05-15'), attributes: { reverses: 'second' } },
      { ...happened('reversed', '2020-07-20'), attributes: { reverses: 'first' } },
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

  test('a reversal in an earlier registration leaves no lines in a new one', () => {
    const events = [
      ...history.events,
      happened('lease-started', '2021-01-10'),
      happened('registered', '2021-02-01'),
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
        events: [happened('registered', '2018-06-15')],
      },
      [{ kind: 'measure', id: 'days-lived', of: 'resident', take: 'current', unit: 'days' }],
    )
    expect(value('2018-06-15')).toBe(date('2010-01-01'))
    expect(value('2024-01-01')).toBe(date('2010-01-01'))
  })
})

function pointsOf(entries: readonly Entry[], history: History): (on: string) => unknown {
  return valuesOf(pointsAccount(entries), history)
}

function pointsAccount(entries: readonly Entry[]): Account {
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

function timelineOn(on: string, history: History, rules: readonly Rule[]): Timeline {
  const person = { facts: { born: date('1991-12-31') }, history, members: [] }
  const at = date(on)
  return follow(person, { rules: resolve([bookOf([registration, ...rules])], { on: at }) }, at)
}

function bookOf(rules: readonly Rule[]): RuleBook {
  return {
    book: 'example',
    title: 'Voorbeeld',
    authority: { level: 'region', name: 'Voorbeeld' },
    valid: { from: date('2000-01-01'), until: date('2029-12-31') },
    published: 'missing',
    law: 'outside-hvw',
    builds_on: [],
    articles: [{ number: '1', text: 'Voorbeeld.', rules }],
  }
}

function lived(from: string, address: string, to?: string): Spell {
  const until = to === undefined ? {} : { to: date(to) }
  return { spell: 'resident', from: date(from), ...until, attributes: { address } }
}

function happened(event: Event['event'], on: string): Event {
  return { event, on: date(on), attributes: {} }
}
