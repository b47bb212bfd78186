import { describe, expect, test } from 'vitest'
import { bookOf, followUntil, happened, person } from '../../../tests/example-book.ts'
import { type CalendarDate, date, formatDate } from '../../basics/calendar-date.ts'
import type { Facts, Value } from '../../basics/facts.ts'
import type { Event } from '../../seekers/history.ts'
import { resolve } from '../resolve.ts'
import type { Rule } from '../rule-book.ts'
import { follow, valueAt } from '../timeline.ts'
import type { Sanction, Step } from './sanction.ts'

const quarter = { count: 3, unit: 'month' } as const
const year = { count: 1, unit: 'year' } as const
const block: Step = { effect: 'block', lasts: quarter }
const absence: Sanction = { kind: 'sanction', id: 'absence', on: ['no-show'], steps: [block] }

const noShows = (...days: string[]) => days.map((day) => happened(day, 'no-show'))

describe('a block of a term', () => {
  test.each([
    ['2026-09-09', false],
    ['2026-09-10', true],
    ['2026-12-09', true],
    ['2026-12-10', false],
  ])('begun on 10 September for three months: blocked on %s is %s', (day, blocked) => {
    const events = day < '2026-09-10' ? [] : noShows('2026-09-10')
    expect(valueOn(day, [absence], events, 'blocked')).toBe(blocked)
  })

  test('tells which sanction, and until when', () => {
    const events = noShows('2026-09-10')
    expect(valueOn('2026-09-10', [absence], events, 'blocked-by')).toBe('absence')
    expect(textOf(valueOn('2026-09-10', [absence], events, 'blocked-until'))).toBe('2026-12-09')
    expect(valueOn('2026-12-10', [absence], events, 'blocked-by')).toBeUndefined()
  })

  test('without a term lasts until further notice', () => {
    const endless: Sanction = { ...absence, steps: [{ effect: 'block' }] }
    expect(valueOn('2039-12-31', [endless], noShows('2026-09-10'), 'blocked')).toBe(true)
  })

  test('it can be asked of a day before it', () => {
    const timeline = followUntil('2026-12-31', [absence], historyOf(noShows('2026-09-10')))
    expect(valueAt(timeline, 'blocked', date('2026-09-09'))).toBe(false)
    expect(valueAt(timeline, 'blocked', date('2026-09-10'))).toBe(true)
  })

  test('does nothing else', () => {
    const points: Rule = {
      kind: 'account',
      id: 'points',
      unit: 'points',
      entries: [{ add: -1, on: ['absence'] }],
    }
    const events = noShows('2026-09-10')
    expect(valueOn('2026-09-10', [absence, points], events, 'points')).toBe(0)
    expect(valueOn('2026-09-10', [absence], events, 'demoted-to')).toBeUndefined()
  })

  test('somebody to whom nothing happened is not blocked', () => {
    expect(valueOn('2026-09-10', [absence], [], 'blocked')).toBe(false)
  })
})

describe('steps', () => {
  const ladder: Sanction = {
    ...absence,
    within: year,
    steps: [
      { times: 2, effect: 'warn' },
      { times: 3, effect: 'block', lasts: quarter },
    ],
  }
  const monthly = (count: number) =>
    Array.from({ length: count }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}-15`)

  test.each<[string, string[], string[]]>([
    ['the first does nothing', monthly(1), []],
    ['the second warns', monthly(2), ['2026-02-15 warned']],
    ['the third blocks', monthly(3), ['2026-02-15 warned', '2026-03-15 blocked']],
    [
      'after the last step counting starts anew',
      monthly(4),
      ['2026-02-15 warned', '2026-03-15 blocked'],
    ],
    [
      'so the fifth warns again',
      monthly(5),
      ['2026-02-15 warned', '2026-03-15 blocked', '2026-05-15 warned'],
    ],
    ['a year and a day apart never comes to two', ['2025-01-15', '2026-01-15'], []],
    ['a year less a day does', ['2025-01-16', '2026-01-15'], ['2026-01-15 warned']],
  ])('%s', (_, days, lines) => {
    expect(linesOn('2026-12-31', [ladder], noShows(...days))).toEqual(lines)
  })

  test('where the last step comes back, every next event has it', () => {
    const each: Sanction = { ...ladder, each_next: true }
    expect(linesOn('2026-12-31', [each], noShows(...monthly(5)))).toEqual([
      '2026-02-15 warned',
      '2026-03-15 blocked',
      '2026-04-15 blocked',
      '2026-05-15 blocked',
    ])
  })

  test.each<[string, Step, string[]]>([
    ['without a number', block, ['01', '02', '03', '04']],
    ['from the third', { ...block, times: 3 }, ['03', '04']],
  ])('a single step that comes back, %s', (_, step, months) => {
    const each: Sanction = { ...absence, steps: [step], each_next: true }
    expect(linesOn('2026-12-31', [each], noShows(...monthly(4)))).toEqual(
      months.map((month) => `2026-${month}-15 blocked`),
    )
  })

  test('where the window opens at the first, it closes a year later for all of them', () => {
    const days = ['2025-01-01', '2025-12-01', '2026-02-01', '2026-11-01']
    expect(linesOn('2026-12-31', [ladder], noShows(...days))).toEqual([
      '2025-12-01 warned',
      '2026-02-01 warned',
      '2026-11-01 blocked',
    ])
    const fromFirst: Sanction = { ...ladder, counted: 'from-first' }
    expect(linesOn('2026-12-31', [fromFirst], noShows(...days))).toEqual([
      '2025-12-01 warned',
      '2026-11-01 warned',
    ])
  })

  test('a step without a number is the first', () => {
    expect(linesOn('2026-12-31', [absence], noShows('2026-01-01', '2026-02-01'))).toEqual([
      '2026-01-01 blocked',
      '2026-02-01 blocked',
    ])
  })
})

describe('which events count', () => {
  const refusals: Sanction = {
    ...absence,
    on: ['offer-refused', 'offer-unanswered'],
    where: [{ name: 'justified', test: { not: [true] } }],
    steps: [{ times: 2, effect: 'block', lasts: quarter }],
  }

  test.each<[string, Event[], boolean]>([
    [
      'two refusals',
      [
        happened('2026-01-01', 'offer-refused', { justified: false }),
        happened('2026-02-01', 'offer-refused', { justified: false }),
      ],
      true,
    ],
    [
      'one refusal and one silence',
      [
        happened('2026-01-01', 'offer-unanswered', { justified: false }),
        happened('2026-02-01', 'offer-refused', { justified: false }),
      ],
      true,
    ],
    [
      'one of them with good reason',
      [
        happened('2026-01-01', 'offer-refused', { justified: true }),
        happened('2026-02-01', 'offer-refused', { justified: false }),
      ],
      false,
    ],
    [
      'one of them nobody judged: unknown does not punish',
      [
        happened('2026-01-01', 'offer-refused'),
        happened('2026-02-01', 'offer-refused', { justified: false }),
      ],
      false,
    ],
  ])('%s', (_, events, blocked) => {
    expect(valueOn('2026-02-01', [refusals], events, 'blocked')).toBe(blocked)
  })

  test('a reversed event never happened', () => {
    const events = [
      happened('2026-01-01', 'no-show', {}, 'e1'),
      happened('2026-01-20', 'reversed', { reverses: 'e1' }),
    ]
    expect(valueOn('2026-01-19', [absence], events, 'blocked')).toBe(true)
    expect(valueOn('2026-01-20', [absence], events, 'blocked')).toBe(false)
    expect(linesOn('2026-01-20', [absence], events)).toEqual([])
  })

  test.each([
    ['before the book began', {}, '2025-12-31', false],
    ['on the day it began', {}, '2026-01-01', true],
    ['before the rule began', { from: date('2026-03-01') }, '2026-02-28', false],
    ['before the book, where the rule says so', { from: date('2025-06-01') }, '2025-06-01', true],
  ])('an event %s', (_, more, day, blocked) => {
    const book = bookOf([{ ...absence, steps: [{ effect: 'block' }], ...more }], {
      valid: { from: date('2026-01-01'), until: date('2026-12-31') },
    })
    const at = date('2026-06-01')
    const someone = person('ans', { history: { spells: [], events: noShows(day) } })
    const timeline = follow(someone, { rules: resolve([book], { on: at }) }, at)
    expect(valueAt(timeline, 'blocked', at)).toBe(blocked)
  })
})

describe('how far a block reaches', () => {
  const events = [happened('2026-01-01', 'no-show', { landlord: 'weller' })]
  const blockedAt = (step: Partial<Step>, home: Facts, happening = events) =>
    valueOn(
      '2026-01-02',
      [{ ...absence, steps: [{ ...block, ...step }] }],
      happening,
      'blocked',
      home,
    )

  test.each<[string, Partial<Step>, Facts, boolean]>([
    ['the region: every landlord', {}, { landlord: 'vincio' }, true],
    ['the landlord: their homes', { scope: 'landlord' }, { landlord: 'weller' }, true],
    ['the landlord: not those of another', { scope: 'landlord' }, { landlord: 'vincio' }, false],
    ['the landlord: not a home of nobody knows whom', { scope: 'landlord' }, {}, false],
    ['some models: homes of that model', { models: ['lottery'] }, { model: 'lottery' }, true],
    [
      'some models: one of several',
      { models: ['first-come', 'lottery'] },
      { model: 'lottery' },
      true,
    ],
    ['some models: no others', { models: ['lottery'] }, { model: 'ranked' }, false],
    ['some models: no home of a model not known', { models: ['lottery'] }, {}, false],
  ])('%s', (_, step, home, blocked) => {
    expect(blockedAt(step, home)).toBe(blocked)
  })

  test('an event of nobody knows whose home blocks at no landlord: unknown does not punish', () => {
    const unknown = [happened('2026-01-01', 'no-show')]
    expect(blockedAt({ scope: 'landlord' }, { landlord: 'weller' }, unknown)).toBe(false)
    expect(blockedAt({ scope: 'landlord' }, {}, unknown)).toBe(false)
  })

  test('asked without a home, any block counts', () => {
    const blocked = valueOn(
      '2026-01-02',
      [{ ...absence, steps: [{ ...block, scope: 'landlord' }] }],
      events,
      'blocked',
    )
    expect(blocked).toBe(true)
  })

  test('a block of offers leaves responding open', () => {
    const hold: Sanction = { ...absence, steps: [{ ...block, of: 'offers' }] }
    expect(valueOn('2026-01-02', [hold], events, 'blocked')).toBe(false)
    expect(valueOn('2026-01-02', [hold], events, 'held')).toBe(true)
    expect(valueOn('2026-01-02', [hold], events, 'held-by')).toBe('absence')
    expect(textOf(valueOn('2026-01-02', [hold], events, 'held-until'))).toBe('2026-03-31')
    expect(valueOn('2026-01-02', [absence], events, 'held')).toBe(false)
  })

  test('of two blocks the one that reaches the home is told', () => {
    const both: Sanction[] = [
      { ...absence, id: 'first', steps: [{ ...block, models: ['lottery'] }] },
      { ...absence, id: 'second', steps: [block] },
    ]
    expect(valueOn('2026-01-02', both, events, 'blocked-by', { model: 'ranked' })).toBe('second')
    expect(valueOn('2026-01-02', both, events, 'blocked-by', { model: 'lottery' })).toBe('first')
  })
})

describe('a block that lasts until something happens', () => {
  const untilContact: Sanction = { ...absence, steps: [{ effect: 'block', until: 'contact' }] }
  const untilCleared: Sanction = { ...absence, steps: [{ effect: 'block', until: 'cleared' }] }

  test.each<[string, Sanction, Event[], boolean]>([
    ['getting in touch lifts it', untilContact, [happened('2026-02-01', 'contacted')], false],
    [
      'clearing does not lift what waits for contact',
      untilContact,
      [happened('2026-02-01', 'cleared')],
      true,
    ],
    ['clearing lifts it', untilCleared, [happened('2026-02-01', 'cleared')], false],
    [
      'getting in touch does not lift what waits for clearing',
      untilCleared,
      [happened('2026-02-01', 'contacted')],
      true,
    ],
    [
      'clearing this sanction',
      untilCleared,
      [happened('2026-02-01', 'cleared', { sanction: 'absence' })],
      false,
    ],
    [
      'clearing another',
      untilCleared,
      [happened('2026-02-01', 'cleared', { sanction: 'refusals' })],
      true,
    ],
    [
      'a block with only a term is not lifted',
      absence,
      [happened('2026-02-01', 'cleared'), happened('2026-02-01', 'contacted')],
      true,
    ],
  ])('%s', (_, sanction, events, blocked) => {
    const all = [...noShows('2026-01-01'), ...events]
    expect(valueOn('2026-01-31', [sanction], all, 'blocked')).toBe(true)
    expect(valueOn('2026-02-01', [sanction], all, 'blocked')).toBe(blocked)
  })

  test.each<[string, Facts, boolean]>([
    ['for its cause', { cause: 'debt' }, false],
    ['for another cause', { cause: 'nuisance' }, true],
    ['whatever the cause', {}, false],
  ])('clearing %s', (_, attributes, blocked) => {
    const events = [
      happened('2026-01-01', 'no-show', { cause: 'debt' }),
      happened('2026-02-01', 'cleared', attributes),
    ]
    expect(valueOn('2026-02-01', [untilCleared], events, 'blocked')).toBe(blocked)
  })

  test('the clearing is told once, and what was over already stays over', () => {
    const term: Sanction = { ...absence, steps: [{ ...block, until: 'cleared' }] }
    const early = [
      ...noShows('2026-01-01'),
      happened('2026-02-01', 'cleared'),
      happened('2026-02-02', 'cleared'),
    ]
    expect(linesOn('2026-03-01', [term], early)).toEqual([
      '2026-01-01 blocked',
      '2026-02-01 cleared',
    ])
    const late = [...noShows('2026-01-01'), happened('2026-04-01', 'cleared')]
    expect(linesOn('2026-05-01', [term], late)).toEqual(['2026-01-01 blocked'])
  })

  test('on the last day of a term it can still be cleared', () => {
    const term: Sanction = { ...absence, steps: [{ ...block, until: 'cleared' }] }
    const events = [...noShows('2026-01-01'), happened('2026-03-31', 'cleared')]
    expect(valueOn('2026-03-31', [term], events, 'blocked')).toBe(false)
  })
})

describe('demotion', () => {
  const demote = (more: Partial<Step>): Sanction => ({
    ...absence,
    steps: [{ effect: 'demote', lasts: quarter, ...more }],
  })

  test.each([
    ['the tier, where nothing is said', {}, 'tier'],
    ['the tier', { to: 'tier' }, 'tier'],
    ['the list', { to: 'list' }, 'list'],
  ] as const)('to the end of %s', (_, more, to) => {
    const events = noShows('2026-01-01')
    expect(valueOn('2026-03-31', [demote(more)], events, 'demoted-to')).toBe(to)
    expect(valueOn('2026-03-31', [demote(more)], events, 'demoted-by')).toBe('absence')
    expect(valueOn('2026-04-01', [demote(more)], events, 'demoted-to')).toBeUndefined()
    expect(linesOn('2026-04-01', [demote(more)], events)).toEqual(['2026-01-01 demoted'])
  })

  test('the latest counts', () => {
    const both = [
      demote({ to: 'list' }),
      { ...demote({ to: 'tier' }), id: 'later', on: ['documents-late'] },
    ]
    const events = [...noShows('2026-01-01'), happened('2026-02-01', 'documents-late')]
    expect(valueOn('2026-02-01', both, events, 'demoted-to')).toBe('tier')
    expect(valueOn('2026-04-01', both, events, 'demoted-by')).toBe('later')
  })
})

describe('a penalty', () => {
  const penalty: Sanction = {
    ...absence,
    steps: [
      { times: 1, effect: 'penalty' },
      { times: 2, effect: 'penalty' },
    ],
  }
  const points: Rule = {
    kind: 'account',
    id: 'points',
    unit: 'points',
    entries: [
      { add: -1, on: ['absence'], where: [{ name: 'step', test: { is: [1] } }] },
      { add: -5, on: ['absence'], where: [{ name: 'step', test: { is: [2] } }] },
      { add: -10, on: ['absence'], where: [{ name: 'landlord', test: { is: ['weller'] } }] },
    ],
  }

  test('is an event of its own, with the step and all that the first event said', () => {
    const first = [happened('2026-01-01', 'no-show', { landlord: 'vincio' })]
    expect(valueOn('2026-01-01', [penalty, points], first, 'points')).toBe(-1)
    const second = [...first, happened('2026-02-01', 'no-show', { landlord: 'weller' })]
    expect(valueOn('2026-02-01', [penalty, points], second, 'points')).toBe(-16)
    expect(linesOn('2026-02-01', [penalty], second)).toEqual([
      '2026-01-01 penalty',
      '2026-02-01 penalty',
    ])
  })
})

test('sanctions stand beside each other: one event may count in several', () => {
  const other: Sanction = { ...absence, id: 'other', steps: [{ effect: 'warn' }] }
  const timeline = followUntil('2026-01-01', [absence, other], historyOf(noShows('2026-01-01')))
  expect([...timeline.sanctionLines.keys()]).toEqual(['absence', 'other'])
})

function historyOf(events: readonly Event[]) {
  return { history: { spells: [], events } }
}

function valueOn(
  day: string,
  rules: readonly Rule[],
  events: readonly Event[],
  name: string,
  home?: Facts,
): Value | undefined {
  return valueAt(followUntil(day, rules, historyOf(events), home), name, date(day))
}

function linesOn(day: string, rules: readonly Rule[], events: readonly Event[]): string[] {
  const { sanctionLines } = followUntil(day, rules, historyOf(events))
  return (sanctionLines.get('absence') ?? []).map(({ on, code }) => `${formatDate(on)} ${code}`)
}

function textOf(value: Value | undefined): string | undefined {
  // @NOTE a number under a date's name is a date.
  return typeof value === 'number' ? formatDate(value as CalendarDate) : undefined
}
