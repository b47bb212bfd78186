import { describe, expect, test } from 'vitest'
import { followUntil, happened } from '../../../tests/example-book.ts'
import { date, formatDate } from '../../basics/calendar-date.ts'
import type { Facts, Value } from '../../basics/facts.ts'
import type { Event } from '../../seekers/history.ts'
import type { Rule } from '../rule-book.ts'
import { type Timeline, valueAt } from '../timeline.ts'
import type { Life } from './life.ts'

const quarter = { count: 3, unit: 'month' } as const
const half = { count: 6, unit: 'month' } as const
const year = { count: 1, unit: 'year' } as const

const registration: Life = {
  kind: 'life',
  id: 'registration',
  begins: { on: ['registered'] },
  lasts: year,
  ends: [
    { on: ['deregistered'], code: 'deregistered' },
    { on: ['lease-started'], code: 'housed' },
  ],
}
const urgency: Life = { kind: 'life', id: 'urgency', begins: { on: ['urgency-granted'] } }

describe('a life begins, and lasts its term', () => {
  const registered = [happened('2020-08-01', 'registered')]

  test.each([
    ['2020-07-31', 'none'],
    ['2020-08-01', 'active'],
    ['2021-07-31', 'active'],
    ['2021-08-01', 'ended'],
    ['2025-01-01', 'ended'],
  ])('registered on 1 August 2020 for a year: on %s it is %s', (day, state) => {
    expect(stateOn(day, [registration], registered)).toBe(state)
  })

  test('while it runs it tells since when and until when; after it ended neither', () => {
    const told = (day: string) =>
      ['registration-since', 'registered-on', 'registration-ends'].map((name) =>
        textOf(valueOn(day, [registration], registered, name)),
      )
    expect(told('2021-07-31')).toEqual(['2020-08-01', '2020-08-01', '2021-07-31'])
    expect(told('2021-08-01')).toEqual([undefined, undefined, undefined])
  })

  test('what the history does not tell may be given as a fact, and wins', () => {
    const given = { registration: 'active' }
    expect(valueOn('2025-01-01', [registration], registered, 'registration', given)).toBe('active')
  })

  test('it can be asked of a day before the last one told', () => {
    const events = [
      ...registered,
      happened('2020-10-01', 'paused'),
      happened('2020-11-01', 'resumed'),
      happened('2021-03-01', 'deregistered'),
    ]
    const pausing: Life = { ...registration, pause: { from: 'paused', to: 'resumed' } }
    const timeline = followUntil('2022-01-01', [pausing], historyOf(events))
    const days = ['2020-07-31', '2020-09-30', '2020-10-31', '2020-11-01', '2021-02-28']
    expect(days.map((day) => valueAt(timeline, 'registration', date(day)))).toEqual([
      'none',
      'active',
      'suspended',
      'active',
      'active',
    ])
  })

  test('a second registration changes nothing while the first runs', () => {
    const events = [...registered, happened('2021-03-01', 'registered')]
    expect(textOf(valueOn('2021-03-01', [registration], events, 'registered-on'))).toBe(
      '2020-08-01',
    )
    expect(linesOn('2021-03-01', [registration], events)).toEqual(['2020-08-01 begun'])
  })

  test('after its end a new one begins from nothing', () => {
    const events = [...registered, happened('2022-03-01', 'registered')]
    expect(textOf(valueOn('2022-03-01', [registration], events, 'registered-on'))).toBe(
      '2022-03-01',
    )
    expect(stateOn('2022-02-28', [registration], events)).toBe('ended')
  })
})

describe('a life ends on the day of the event', () => {
  const events = [
    happened('2020-08-01', 'registered'),
    happened('2020-10-15', 'lease-started', { municipality: 'heerlen' }),
  ]

  test.each([
    ['2020-10-14', 'active'],
    ['2020-10-15', 'ended'],
  ])('housed on 15 October: on %s it is %s', (day, state) => {
    expect(stateOn(day, [registration], events)).toBe(state)
  })

  test('the code of the first end that fits is the reason', () => {
    expect(linesOn('2022-01-01', [registration], events)).toEqual([
      '2020-08-01 begun',
      '2020-10-15 housed',
    ])
  })

  test.each<[string, Facts, string]>([
    ['inside the region', { municipality: 'heerlen' }, 'ended'],
    ['elsewhere', { municipality: 'utrecht' }, 'active'],
    ['nobody knows where: unknown ends nothing', {}, 'active'],
  ])('an end that looks at the event: a lease %s', (_, attributes, state) => {
    const local: Life = {
      ...registration,
      ends: [
        {
          on: ['lease-started'],
          where: [{ name: 'municipality', test: { is: ['heerlen'] } }],
          code: 'housed',
        },
      ],
    }
    const events = [
      happened('2020-08-01', 'registered'),
      happened('2020-10-15', 'lease-started', attributes),
    ]
    expect(stateOn('2020-12-01', [local], events)).toBe(state)
  })
})

describe('an end after so many times', () => {
  const endsAfter = (more: Partial<Life['begins']>): Life => ({
    ...registration,
    lasts: { count: 10, unit: 'year' },
    ends: [{ on: ['offer-refused'], times: 3, ...more, code: 'refused-too-often' }],
  })
  const refusals = (...days: string[]) => [
    happened('2020-01-01', 'registered'),
    ...days.map((day) => happened(day, 'offer-refused')),
  ]
  const within = { within: year }

  test.each<[string, Partial<Life['begins']>, string[], string]>([
    ['three times, however long it took', {}, ['2020-02-01', '2022-02-01', '2024-02-01'], 'ended'],
    ['twice is not three times', {}, ['2020-02-01', '2022-02-01'], 'active'],
    ['in the year that looks back', within, ['2020-02-01', '2020-06-01', '2021-01-31'], 'ended'],
    ['a day too far apart', within, ['2020-02-01', '2020-06-01', '2021-02-01'], 'active'],
    [
      'the year looks back from each refusal',
      within,
      ['2020-02-01', '2020-10-01', '2021-03-01', '2021-09-30'],
      'ended',
    ],
    [
      'the year opens at the first, and then at the first after it',
      { ...within, counted: 'from-first' },
      ['2020-02-01', '2020-10-01', '2021-03-01', '2021-09-30'],
      'active',
    ],
    [
      'the third in the year that opened',
      { ...within, counted: 'from-first' },
      ['2020-02-01', '2020-10-01', '2021-01-31'],
      'ended',
    ],
  ])('%s', (_, more, days, state) => {
    expect(stateOn('2025-01-01', [endsAfter(more)], refusals(...days))).toBe(state)
  })

  test('what happened before it began does not count', () => {
    const events = [
      happened('2019-01-01', 'offer-refused'),
      happened('2019-02-01', 'offer-refused'),
      ...refusals('2020-02-01'),
    ]
    expect(stateOn('2025-01-01', [endsAfter({})], events)).toBe('active')
  })

  test('what happened after the last day of the rule does not count', () => {
    const until = { times: 1, until: date('2020-06-01') }
    expect(stateOn('2021-01-01', [endsAfter(until)], refusals('2020-06-01'))).toBe('ended')
    expect(stateOn('2021-01-01', [endsAfter(until)], refusals('2020-06-02'))).toBe('active')
  })
})

describe('renewal', () => {
  const renewing = (more: Partial<NonNullable<Life['renew']>> = {}): Life => ({
    ...registration,
    renew: { on: ['renewed'], lasts: year, ...more },
  })
  const renewed = (...days: string[]) => [
    happened('2020-08-01', 'registered'),
    ...days.map((day) => happened(day, 'renewed')),
  ]

  test.each([
    ['in time, on the last day', ['2021-07-31'], '2022-07-31'],
    ['early: the new term follows on the old one', ['2020-09-01'], '2022-07-31'],
    ['twice', ['2021-07-01', '2022-07-01'], '2023-07-31'],
    ['a day too late: it has ended', ['2021-08-01'], undefined],
  ])('%s', (_, days, ends) => {
    const last = days.at(-1) ?? ''
    expect(textOf(valueOn(last, [renewing()], renewed(...days), 'registration-ends'))).toBe(ends)
  })

  test('keeps the day it began', () => {
    const days = renewed('2021-07-31')
    expect(textOf(valueOn('2022-01-01', [renewing()], days, 'registered-on'))).toBe('2020-08-01')
    expect(linesOn('2022-01-01', [renewing()], days)).toEqual([
      '2020-08-01 begun',
      '2021-07-31 renewed',
    ])
  })

  test.each([
    ['once only', { times: 1 }, ['2021-07-01', '2022-07-01'], '2022-07-31'],
    ['not in the first half year of a term', { not_before: half }, ['2021-01-31'], '2021-07-31'],
    ['from the first day after it', { not_before: half }, ['2021-02-01'], '2022-07-31'],
    [
      'counted anew for the next term',
      { not_before: half },
      ['2021-02-01', '2022-01-31'],
      '2022-07-31',
    ],
  ])('%s', (_, more, days, ends) => {
    const last = days.at(-1) ?? ''
    const value = valueOn(last, [renewing(more)], renewed(...days), 'registration-ends')
    expect(textOf(value)).toBe(ends)
  })

  test('gives a term to a life that had none', () => {
    const { lasts: _, ...endless } = renewing()
    const value = (day: string) =>
      textOf(valueOn(day, [endless], renewed('2020-09-01'), 'registration-ends'))
    expect(value('2020-08-31')).toBeUndefined()
    expect(value('2020-09-01')).toBe('2021-08-31')
  })
})

describe('restoration after the term was over', () => {
  const restoring: Life = { ...registration, restore: { on: ['restored'], within: quarter } }
  const restored = (day: string) => [
    happened('2020-08-01', 'registered'),
    happened(day, 'restored'),
  ]

  test.each([
    ['on the last day', '2021-10-31', 'active'],
    ['a day too late', '2021-11-01', 'ended'],
    ['at once', '2021-08-01', 'active'],
  ])('%s', (_, day, state) => {
    expect(stateOn(day, [restoring], restored(day))).toBe(state)
  })

  test('brings back the day it began, and starts a new term', () => {
    const told = ['registered-on', 'registration-ends'].map((name) =>
      textOf(valueOn('2021-10-31', [restoring], restored('2021-10-31'), name)),
    )
    expect(told).toEqual(['2020-08-01', '2022-10-30'])
    expect(linesOn('2021-10-31', [restoring], restored('2021-10-31'))).toEqual([
      '2020-08-01 begun',
      '2021-08-01 term-over',
      '2021-10-31 restored',
    ])
  })

  const decided: Life = {
    ...registration,
    restore: { on: ['restored'], within: quarter, closes: ['restoration-closed'] },
  }
  test.each<[string, string[], string, string]>([
    ['nobody decided: it is open still, years later', [], '2030-01-01', 'active'],
    ['a human decided after the time', ['2021-11-01'], '2021-11-02', 'ended'],
    ['a human decided while it was open by right', ['2021-10-31'], '2021-11-02', 'active'],
  ])('%s', (_, closed, day, state) => {
    const [registered, ...restoring] = restored(day)
    const decisions = closed.map((on) => happened(on, 'restoration-closed'))
    const events = [...(registered ? [registered] : []), ...decisions, ...restoring]
    expect(stateOn(day, [decided], events)).toBe(state)
  })

  test('a life that somebody ended is not brought back', () => {
    const events = [
      happened('2020-08-01', 'registered'),
      happened('2020-09-01', 'deregistered'),
      happened('2020-09-02', 'restored'),
    ]
    expect(stateOn('2020-09-02', [restoring], events)).toBe('ended')
  })

  const paid: Life = {
    ...registration,
    begins: { on: ['paid'] },
    restore: { on: ['paid'], within: quarter },
  }
  test.each<[string, Event[], string]>([
    ['brings it back where it can', [happened('2020-08-01', 'paid')], '2020-08-01'],
    ['begins it where it is too late', [happened('2020-05-01', 'paid')], '2021-10-01'],
    [
      'begins it where somebody ended it',
      [happened('2020-08-01', 'paid'), happened('2021-07-31', 'deregistered')],
      '2021-10-01',
    ],
  ])('one event that restores and begins %s', (_, earlier, since) => {
    const events = [...earlier, happened('2021-10-01', 'paid')]
    expect(textOf(valueOn('2021-10-01', [paid], events, 'registered-on'))).toBe(since)
  })

  test('a life without a term of its own runs until further notice again', () => {
    const { lasts: _, ...endless } = restoring
    const renewing: Life = { ...endless, renew: { on: ['renewed'], lasts: year } }
    const events = [
      happened('2020-08-01', 'registered'),
      happened('2020-08-01', 'renewed'),
      happened('2021-09-01', 'restored'),
    ]
    expect(stateOn('2021-08-01', [renewing], events.slice(0, 2))).toBe('ended')
    expect(stateOn('2025-01-01', [renewing], events)).toBe('active')
  })
})

describe('merging with an older registration', () => {
  const merging: Life = { ...registration, merge: 'oldest' }
  const merged = (older: Facts) => [
    happened('2020-08-01', 'registered'),
    happened('2020-12-01', 'merged', older),
  ]

  test.each<[string, Life, Facts, string]>([
    ['an older one', merging, { 'registered-on': date('2015-03-01') }, '2015-03-01'],
    ['a younger one', merging, { 'registered-on': date('2020-10-01') }, '2020-08-01'],
    ['one whose day is not known', merging, {}, '2020-08-01'],
    [
      'where the book does not merge',
      registration,
      { 'registered-on': date('2015-03-01') },
      '2020-08-01',
    ],
  ])('%s', (_, life, older, since) => {
    expect(textOf(valueOn('2020-12-01', [life], merged(older), 'registered-on'))).toBe(since)
  })

  test('only a merger merges', () => {
    const older = { 'registered-on': date('2015-03-01') }
    const renewing: Life = { ...merging, renew: { on: ['renewed'], lasts: year } }
    const events = [happened('2020-08-01', 'registered'), happened('2020-12-01', 'renewed', older)]
    expect(linesOn('2020-12-01', [renewing], events)).toEqual([
      '2020-08-01 begun',
      '2020-12-01 renewed',
    ])
  })

  test('one of the same day is not older, and says nothing', () => {
    const events = merged({ 'registered-on': date('2020-08-01') })
    expect(linesOn('2020-12-01', [merging], events)).toEqual(['2020-08-01 begun'])
  })

  test('moves the day of registration, not the end of the term', () => {
    const events = merged({ 'registered-on': date('2015-03-01') })
    expect(textOf(valueOn('2020-12-01', [merging], events, 'registration-ends'))).toBe('2021-07-31')
    expect(linesOn('2020-12-01', [merging], events).at(-1)).toBe('2020-12-01 merged')
  })
})

describe('resting', () => {
  const pausing: Life = { ...registration, pause: { from: 'paused', to: 'resumed' } }
  const events = [
    happened('2020-08-01', 'registered'),
    happened('2020-10-01', 'paused'),
    happened('2020-11-01', 'paused'),
    happened('2021-01-01', 'resumed'),
    happened('2021-02-01', 'resumed'),
  ]

  test.each([
    ['2020-09-30', 'active'],
    ['2020-10-01', 'suspended'],
    ['2020-12-31', 'suspended'],
    ['2021-01-01', 'active'],
    ['2021-02-01', 'active'],
  ])('paused from 1 October, resumed on 1 January: on %s it is %s', (day, state) => {
    expect(stateOn(day, [pausing], events)).toBe(state)
  })

  test('a second pause or resumption says nothing new', () => {
    expect(linesOn('2021-02-01', [pausing], events)).toEqual([
      '2020-08-01 begun',
      '2020-10-01 paused',
      '2021-01-01 resumed',
    ])
  })

  test('it can rest a second time', () => {
    const again = [...events, happened('2021-03-01', 'paused')]
    expect(stateOn('2021-03-01', [pausing], again)).toBe('suspended')
  })

  test('a pause does not stop the term', () => {
    expect(stateOn('2021-08-01', [pausing], events)).toBe('ended')
  })

  test.each([
    ['below the age', date('1970-01-01'), 'suspended'],
    ['of age', date('1960-01-01'), 'active'],
    ['of an age not known: unknown does not rest', undefined, 'active'],
  ])('a life that rests by itself, of somebody %s', (_, born, state) => {
    const while55: Life = { ...registration, while: [{ name: 'age', test: { at_least: 55 } }] }
    expect(stateOn('2020-09-01', [while55], events.slice(0, 1), { born })).toBe(state)
  })
})

describe('phases', () => {
  const phased: Life = {
    ...urgency,
    phases: [
      { id: 'alone', lasts: quarter },
      { id: 'helped', lasts: half },
    ],
  }
  const granted = [happened('2020-03-01', 'urgency-granted')]

  test.each([
    ['2020-03-01', 'alone'],
    ['2020-05-31', 'alone'],
    ['2020-06-01', 'helped'],
    ['2020-11-30', 'helped'],
    ['2020-12-01', 'none'],
  ])('on %s it is in phase %s', (day, phase) => {
    expect(valueOn(day, [phased], granted, 'urgency-phase')).toBe(phase)
  })

  test('a life without phases is in none', () => {
    expect(valueOn('2020-03-01', [urgency], granted, 'urgency-phase')).toBe('none')
  })

  test('each end of a phase is told, and something may listen to it', () => {
    const ending: Life = {
      ...phased,
      ends: [
        {
          on: ['phase-ended'],
          where: [{ name: 'phase', test: { is: ['helped'] } }],
          code: 'searched-too-little',
        },
      ],
    }
    expect(linesOn('2021-01-01', [ending], granted, 'urgency')).toEqual([
      '2020-03-01 begun',
      '2020-06-01 phase-ended',
      '2020-12-01 phase-ended',
      '2020-12-01 searched-too-little',
    ])
    expect(stateOn('2020-11-30', [ending], granted, {}, 'urgency')).toBe('active')
    expect(stateOn('2020-12-01', [ending], granted, {}, 'urgency')).toBe('ended')
  })

  test('the last phase is over with the term, and is not told apart', () => {
    const phases = ['alone', 'helped'].map((id) => ({ id, lasts: quarter }))
    expect(
      linesOn('2021-01-01', [{ ...urgency, lasts: half, phases }], granted, 'urgency'),
    ).toEqual(['2020-03-01 begun', '2020-06-01 phase-ended', '2020-09-01 term-over'])
  })

  test('the phases of one life are nothing to another', () => {
    const listening: Life = {
      ...registration,
      ends: [{ on: ['phase-ended'], code: 'searched-too-little' }],
    }
    const events = [happened('2020-02-01', 'registered'), ...granted]
    expect(stateOn('2020-12-01', [listening, phased], events)).toBe('active')
  })

  test.each<[string, Partial<Life>, string | undefined]>([
    ['the last day of its term', { lasts: year }, '2021-02-28'],
    [
      'the last day of its last phase, where no term is given',
      { phases: phased.phases ?? [] },
      '2020-11-30',
    ],
    [
      'the last day of its term, whatever its phases',
      { lasts: year, phases: phased.phases ?? [] },
      '2021-02-28',
    ],
    ['no day, until further notice', {}, undefined],
  ])('it says that it ends on %s', (_, life, ends) => {
    expect(textOf(valueOn('2020-03-01', [{ ...urgency, ...life }], granted, 'urgency-ends'))).toBe(
      ends,
    )
  })
})

describe('an end that waits until somebody was heard', () => {
  // Made anew for each test, for what a rule listens to is remembered with it.
  const hearing = (): Life => ({
    ...registration,
    lasts: { count: 10, unit: 'year' },
    ends: [{ on: ['false-data-established'], hear: true, code: 'deregistered' }],
  })
  const established = [
    happened('2020-08-01', 'registered'),
    happened('2020-10-01', 'false-data-established'),
  ]

  test.each<[string, Event[], string]>([
    ['not heard yet', [], 'active'],
    ['heard', [happened('2020-11-01', 'heard')], 'ended'],
    ['heard about this life', [happened('2020-11-01', 'heard', { life: 'registration' })], 'ended'],
    ['heard about another', [happened('2020-11-01', 'heard', { life: 'urgency' })], 'active'],
    ['heard, and not upheld', [happened('2020-11-01', 'heard', { upheld: false })], 'active'],
    ['heard, and upheld', [happened('2020-11-01', 'heard', { upheld: true })], 'ended'],
    ['established again meanwhile', [happened('2020-10-15', 'false-data-established')], 'active'],
  ])('%s', (_, events, state) => {
    expect(stateOn('2020-12-01', [hearing()], [...established, ...events])).toBe(state)
  })

  test('it ends on the day of the hearing, and waits only once', () => {
    const events = [
      ...established,
      happened('2020-10-15', 'false-data-established'),
      happened('2020-11-01', 'heard'),
      happened('2020-11-02', 'heard'),
    ]
    expect(linesOn('2020-12-01', [hearing()], events)).toEqual([
      '2020-08-01 begun',
      '2020-10-01 waits-for-hearing',
      '2020-11-01 deregistered',
    ])
  })

  test('when it was not upheld, it can be established anew', () => {
    const events = [
      ...established,
      happened('2020-11-01', 'heard', { upheld: false }),
      happened('2021-01-01', 'false-data-established'),
      happened('2021-02-01', 'heard'),
    ]
    expect(stateOn('2021-01-31', [hearing()], events)).toBe('active')
    expect(stateOn('2021-02-01', [hearing()], events)).toBe('ended')
  })
})

describe('a new start that is barred for a time', () => {
  const again = (same?: string): Life => ({
    ...urgency,
    ends: [{ on: ['urgency-ground-gone'], code: 'ground-gone' }],
    again: { after: year, ...(same !== undefined && { same }) },
  })
  const granted = (day: string, ground?: string) =>
    happened(day, 'urgency-granted', ground === undefined ? {} : { ground })
  const gone = (day: string) => happened(day, 'urgency-ground-gone')

  test.each<[string, Life, Event[], string]>([
    ['too early', again(), [granted('2021-12-31')], 'ended'],
    ['late enough', again(), [granted('2022-01-01')], 'active'],
    ['too early for the same reason', again('ground'), [granted('2021-06-01', 'medical')], 'ended'],
    ['for another reason', again('ground'), [granted('2021-06-01', 'divorce')], 'active'],
    [
      'for a reason not known: unknown does not bar',
      again('ground'),
      [granted('2021-06-01')],
      'active',
    ],
    [
      'for the same reason as the last but one',
      again('ground'),
      [granted('2021-02-01', 'divorce'), gone('2021-03-01'), granted('2021-06-01', 'medical')],
      'ended',
    ],
  ])('%s', (_, life, events, state) => {
    const before = [granted('2020-06-01', 'medical'), gone('2021-01-01')]
    expect(stateOn('2022-01-01', [life], [...before, ...events], {}, 'urgency')).toBe(state)
  })

  test('the attempt is told where it was barred', () => {
    const events = [granted('2020-06-01'), gone('2021-01-01'), granted('2021-05-01')]
    expect(linesOn('2021-06-01', [again()], events, 'urgency')).toEqual([
      '2020-06-01 begun',
      '2021-01-01 ground-gone',
      '2021-05-01 again-too-early',
    ])
  })
})

describe('a life inside another', () => {
  const inside: Life = { ...urgency, inside: 'registration' }
  const both = [
    happened('2020-08-01', 'registered'),
    happened('2020-09-01', 'urgency-granted'),
    happened('2020-10-01', 'deregistered'),
  ]

  test('ends with it, whatever ended it', () => {
    expect(stateOn('2020-09-30', [registration, inside], both, {}, 'urgency')).toBe('active')
    expect(linesOn('2020-10-01', [registration, inside], both, 'urgency')).toEqual([
      '2020-09-01 begun',
      '2020-10-01 outer-life-ended',
    ])
  })

  test('ends with its term as well', () => {
    const events = both.slice(0, 2)
    expect(linesOn('2021-08-01', [registration, inside], events, 'urgency')).toEqual([
      '2020-09-01 begun',
      '2021-08-01 outer-life-ended',
    ])
  })

  test('its own term is over first, where that is shorter', () => {
    const short: Life = { ...inside, lasts: half }
    expect(linesOn('2022-01-01', [registration, short], both.slice(0, 2), 'urgency')).toEqual([
      '2020-09-01 begun',
      '2021-03-01 term-over',
    ])
  })

  test('does not end once more when it ended before', () => {
    const gone: Life = { ...inside, ends: [{ on: ['urgency-ground-gone'], code: 'ground-gone' }] }
    const events = [...both, happened('2020-09-15', 'urgency-ground-gone')]
    expect(linesOn('2020-12-01', [registration, gone], events, 'urgency')).toEqual([
      '2020-09-01 begun',
      '2020-09-15 ground-gone',
    ])
  })

  test('survives an end that keeps it', () => {
    const keeping: Life = {
      ...registration,
      ends: [{ on: ['deregistered'], code: 'deregistered', keeps: ['urgency'] }],
    }
    expect(stateOn('2020-10-01', [keeping, inside], both, {}, 'urgency')).toBe('active')
  })

  test.each<[string, Rule[], Event[], Facts, string]>([
    ['before it', [registration], [], {}, 'none'],
    ['while it is given as a fact', [registration], [], { registration: 'active' }, 'active'],
    [
      'since a day given as a fact',
      [registration],
      [],
      { 'registered-on': date('2015-01-01') },
      'active',
    ],
    ['when it is given as ended', [registration], [], { registration: 'ended' }, 'none'],
    ['when it is given as none', [registration], [], { registration: 'none' }, 'none'],
    [
      'after it ended',
      [registration],
      [both[0], happened('2020-08-15', 'deregistered')].filter((each) => each !== undefined),
      {},
      'none',
    ],
    ['in a book that has no such life', [], [], {}, 'active'],
  ])('can it begin %s?', (_, outer, earlier, facts, state) => {
    const events = [...earlier, happened('2020-09-01', 'urgency-granted')]
    expect(stateOn('2020-09-01', [...outer, inside], events, facts, 'urgency')).toBe(state)
  })

  test('lives inside lives end one after the other', () => {
    const award: Life = {
      kind: 'life',
      id: 'award',
      begins: { on: ['awarded'] },
      inside: 'urgency',
    }
    const events = [
      happened('2020-08-01', 'registered'),
      happened('2020-09-01', 'urgency-granted'),
      happened('2020-09-15', 'awarded'),
      happened('2020-10-01', 'deregistered'),
    ]
    expect(stateOn('2020-10-01', [registration, inside, award], events, {}, 'award')).toBe('ended')
  })

  test('can begin inside another that is given by its day', () => {
    const award: Life = {
      kind: 'life',
      id: 'award',
      begins: { on: ['awarded'] },
      inside: 'urgency',
    }
    const events = [happened('2020-09-15', 'awarded')]
    const since = (facts: Facts) => stateOn('2020-10-01', [urgency, award], events, facts, 'award')
    expect(since({ 'urgency-since': date('2020-09-01') })).toBe('active')
    expect(since({ 'registered-on': date('2020-09-01') })).toBe('none')
    expect(since({ 'urgency-since': 'last autumn' })).toBe('none')
  })

  test.each<[string, Facts, string]>([
    ['whatever ended it', {}, 'active'],
    ['by why it ended', { code: 'outer-life-ended' }, 'active'],
    ['not by another reason', { code: 'term-over' }, 'none'],
    ['by which life it was', { life: 'urgency' }, 'active'],
    ['by what was said when it began', { ground: 'medical' }, 'active'],
  ])('its end is an event that other rules can listen to, %s', (_, facts, state) => {
    const where = Object.entries(facts).map(([name, value]) => ({
      name,
      test: { is: [String(value)] },
    }))
    const after: Life = { kind: 'life', id: 'award', begins: { on: ['urgency-ended'], where } }
    const events = both.map((each) =>
      each.event === 'urgency-granted' ? { ...each, attributes: { ground: 'medical' } } : each,
    )
    expect(stateOn('2020-10-01', [registration, inside, after], events, {}, 'award')).toBe(state)
  })
})

describe('one life for each complex', () => {
  const option: Life = {
    kind: 'life',
    id: 'option',
    each: 'complex',
    begins: { on: ['option-taken'] },
    lasts: year,
    renew: { on: ['renewed'], lasts: year },
    restore: { on: ['restored'], within: quarter },
    phases: [{ id: 'first', lasts: quarter }],
    ends: [
      { on: ['offer-refused'], code: 'option-given-up' },
      { on: ['lease-started'], code: 'housed' },
    ],
    again: { after: year },
  }
  const taken = (day: string, complex: string) => happened(day, 'option-taken', { complex })
  const two = [taken('2020-01-01', 'linde'), taken('2020-02-01', 'eik')]
  const stateFor = (complex: string, day: string, events: Event[], life = option) =>
    valueAt(followUntil(day, [life], historyOf(events), { complex }), 'option', date(day))

  test('is read for the complex of the listing', () => {
    const since = (complex: string) =>
      valueAt(
        followUntil('2020-03-01', [option], historyOf(two), { complex }),
        'option-since',
        date('2020-03-01'),
      )
    expect(textOf(since('linde'))).toBe('2020-01-01')
    expect(textOf(since('eik'))).toBe('2020-02-01')
    expect(stateFor('beuk', '2020-03-01', two)).toBe('none')
  })

  test('is read for the last one begun where no listing is asked about', () => {
    expect(textOf(valueOn('2020-03-01', [option], two, 'option-since'))).toBe('2020-02-01')
  })

  test('ends for the complex it happened in', () => {
    const events = [...two, happened('2020-03-01', 'offer-refused', { complex: 'linde' })]
    expect(stateFor('linde', '2020-03-01', events)).toBe('ended')
    expect(stateFor('eik', '2020-03-01', events)).toBe('active')
  })

  test('what names no complex is about all of them', () => {
    const events = [...two, happened('2020-03-01', 'lease-started')]
    expect(['linde', 'eik'].map((each) => stateFor(each, '2020-03-01', events))).toEqual([
      'ended',
      'ended',
    ])
    const renewed = [...two, happened('2020-03-01', 'renewed')]
    expect(['linde', 'eik'].map((each) => stateFor(each, '2021-04-01', renewed))).toEqual([
      'active',
      'active',
    ])
  })

  test('what ended in one complex bars nothing in another', () => {
    const events = [
      ...two,
      happened('2020-03-01', 'offer-refused', { complex: 'linde' }),
      taken('2020-04-01', 'beuk'),
      taken('2020-05-01', 'linde'),
    ]
    expect(stateFor('beuk', '2020-05-01', events)).toBe('active')
    expect(stateFor('linde', '2020-05-01', events)).toBe('ended')
  })

  test('the phase of one is not the phase of another', () => {
    const ending: Life = { ...option, ends: [{ on: ['phase-ended'], code: 'option-given-up' }] }
    expect(stateFor('linde', '2020-04-01', two, ending)).toBe('ended')
    expect(stateFor('eik', '2020-04-01', two, ending)).toBe('active')
  })

  test('one is restored without another', () => {
    const events = [...two, happened('2021-02-02', 'restored', { complex: 'linde' })]
    expect(stateFor('linde', '2021-02-02', events)).toBe('active')
    expect(stateFor('eik', '2021-02-02', events)).toBe('ended')
  })
})

describe('the order within a day', () => {
  test('a term that ended the day before is over before anything else happens', () => {
    const events = [happened('2020-08-01', 'registered'), happened('2021-08-01', 'registered')]
    expect(textOf(valueOn('2021-08-01', [registration], events, 'registered-on'))).toBe(
      '2021-08-01',
    )
  })

  test('registrations come before decisions and offers, whatever was recorded first', () => {
    const events = [happened('2020-08-01', 'urgency-granted'), happened('2020-08-01', 'registered')]
    const inside: Life = { ...urgency, inside: 'registration' }
    expect(stateOn('2020-08-01', [registration, inside], events, {}, 'urgency')).toBe('active')
  })

  test('the ticks of a day come last', () => {
    const ticking: Life = { ...urgency, ends: [{ on: ['month-ended'], code: 'award-ended' }] }
    const events = [happened('2020-08-31', 'urgency-granted')]
    expect(stateOn('2020-08-31', [ticking], events, {}, 'urgency')).toBe('ended')
  })
})

function historyOf(events: readonly Event[], facts: Facts = {}) {
  return { facts, history: { spells: [], events } }
}

function valueOn(
  day: string,
  rules: readonly Rule[],
  events: readonly Event[],
  name: string,
  facts: Facts = {},
): Value | undefined {
  return valueAt(followUntil(day, rules, historyOf(events, facts)), name, date(day))
}

function stateOn(
  day: string,
  rules: readonly Rule[],
  events: readonly Event[],
  facts: Facts = {},
  life = 'registration',
): Value | undefined {
  return valueOn(day, rules, events, life, facts)
}

function linesOn(
  day: string,
  rules: readonly Rule[],
  events: readonly Event[],
  life = 'registration',
): string[] {
  const timeline: Timeline = followUntil(day, rules, historyOf(events))
  const runs = timeline.runs.get(life) ?? []
  return runs.flatMap(({ lines }) => lines.map(({ on, code }) => `${formatDate(on)} ${code}`))
}

function textOf(value: Value | undefined): string | undefined {
  // @NOTE the values of a life that are numbers are dates.
  return typeof value === 'number' ? formatDate(value as ReturnType<typeof date>) : undefined
}
