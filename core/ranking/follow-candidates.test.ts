/** Somebody followed day by day has the values that their whole history gives, on every day asked. */
import { describe, expect, test } from 'vitest'
import {
  byRegistration,
  caseOn,
  happened,
  lasted,
  person,
  rulesOn,
} from '../../tests/example-book.ts'
import { date } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'
import type { Part, Test } from '../policy/condition.ts'
import type { Account } from '../policy/kinds/account.ts'
import type { Definition } from '../policy/kinds/definition.ts'
import type { Life } from '../policy/kinds/life.ts'
import type { Measure } from '../policy/kinds/measure.ts'
import type { Requirement } from '../policy/kinds/requirement.ts'
import type { Sanction } from '../policy/kinds/sanction.ts'
import type { Rule } from '../policy/rule-book.ts'
import { always } from '../policy/steady.ts'
import type { Candidate } from '../seekers/candidate.ts'
import type { Event } from '../seekers/history.ts'
import { bind } from './bind.ts'
import {
  AskedAt,
  dependsOnHome,
  followCandidate,
  gatherFollowed,
  happens,
  hereAt,
  ownHolds,
  ownRecordAt,
  recordAt,
  valueOn,
} from './follow-candidates.ts'
import { gather } from './gather.ts'
import { prepare } from './prepare.ts'

const inForce = '2026-01-01'
const begin = '2026-01-01'

type Known = Partial<Omit<Candidate, 'id'>>

/** Somebody followed from a day on, beside their whole history. */
function followed(rules: readonly Rule[], known: Known = {}, from = begin) {
  const prepared = prepare(rulesOn(inForce, [...rules, byRegistration]))
  const told: Event[] = [...(known.history?.events ?? [])]
  const life = followCandidate(prepared.rules, person('ans', known), date(from))
  const boundTo = (home: Facts = {}, on = begin) => {
    const bound = bind(prepared, caseOn(on, [], { home }))
    if (!bound) throw new Error('the rules of this test have no ranking for its listing')
    return bound
  }
  return {
    ...{ prepared, life, boundTo },
    happens(...event: Parameters<typeof happened>) {
      const latest = happened(...event)
      told.push(latest)
      happens(life, latest)
    },
    /** The values for a home on a day, which must be those of the whole history. */
    on(day: string, home: Facts = {}): Facts {
      const bound = boundTo(home, day)
      const spells = known.history?.spells ?? []
      const whole = person('ans', { ...known, history: { spells, events: [...told] } })
      const instants = { on: date(day), moments: {}, judgements: {} }
      const [expected = {}] = gather(bound, [whole], instants)
      const [all = {}] = gatherFollowed(bound, [life], date(day))
      const found = Object.fromEntries(bound.names.map((name) => [name, all[name]]))
      expect(found).toEqual(expected)
      return found
    },
  }
}

const is = (name: string, test: Test): Part => ({ name, test })

/** A requirement that reads these names, so that they are asked. */
const reading = (...names: string[]): Requirement => ({
  kind: 'requirement',
  id: 'reading',
  to: 'respond',
  must: names.map((name) => is(name, { known: true })),
  code: 'fact-unknown',
})

/** One that reads a name at some homes only. */
const readingAt = (name: string, ...where: Part[]): Rule => ({
  ...reading(name),
  id: `reading-${name}`,
  where,
})

const registration: Life = {
  kind: 'life',
  id: 'registration',
  begins: { on: ['registered'] },
  lasts: { count: 1, unit: 'year' },
  renew: { on: ['renewed'], lasts: { count: 1, unit: 'year' } },
}
const responses: Measure = { kind: 'measure', id: 'responses', of: 'responded', take: 'number' }
const here = (name: string): Part => is(name, { is: [{ ref: name }] })
const yearsHere: Measure = {
  kind: 'measure',
  id: 'years-here',
  of: 'resident',
  where: [here('municipality')],
  take: 'total',
  unit: 'years',
}
const responsesHere: Measure = { ...responses, id: 'responses-here', where: [here('landlord')] }
/** Kept from the homes of one landlord for ten days. */
const blocking: Sanction = {
  kind: 'sanction',
  id: 'refusing',
  on: ['no-show'],
  steps: [{ effect: 'block', lasts: { count: 10, unit: 'day' }, scope: 'landlord' }],
}
const livedIn = (municipality: string, from: string) => ({
  history: { spells: [lasted('resident', from, undefined, { municipality })], events: [] },
})
const history = (...events: Event[]) => ({ history: { spells: [], events } })

describe('time', () => {
  test('makes somebody older on their birthday', () => {
    const born = { facts: { born: date('2008-01-03') } }
    const { on } = followed([reading('age')], born)
    expect(
      ['2026-01-01', '2026-01-02', '2026-01-03', '2027-01-03'].map((day) => on(day).age),
    ).toEqual([17, 17, 18, 19])
  })

  test('ends a term on the day after it', () => {
    const { on } = followed(
      [registration, reading('registration', 'registration-ends')],
      history(happened('2025-01-10', 'registered')),
    )
    expect(on('2026-01-09').registration).toBe('active')
    expect(on('2026-01-10').registration).toBe('ended')
    expect(on('2026-03-01').registration).toBe('ended')
  })

  test('ends several terms that were passed by at once', () => {
    const phased: Life = {
      kind: 'life',
      id: 'urgency',
      begins: { on: ['urgency-granted'] },
      phases: [
        { id: 'first', lasts: { count: 1, unit: 'month' } },
        { id: 'second', lasts: { count: 1, unit: 'month' } },
      ],
    }
    const { on, happens } = followed([phased, reading('urgency-phase', 'urgency')])
    happens('2026-01-05', 'urgency-granted')
    expect(on('2026-01-05')['urgency-phase']).toBe('first')
    expect(on('2026-02-04')['urgency-phase']).toBe('first')
    expect(on('2026-02-05')['urgency-phase']).toBe('second')
    const { on: later, happens: then } = followed([phased, reading('urgency-phase', 'urgency')])
    then('2026-01-05', 'urgency-granted')
    expect(later('2026-06-01')['urgency-phase']).toBe('none')
  })

  test('makes years lived somewhere', () => {
    const { on } = followed([yearsHere, reading('years-here')], livedIn('a', '2020-06-10'))
    const a = { municipality: 'a' }
    expect(
      ['2026-06-08', '2026-06-09', '2026-06-10'].map((day) => on(day, a)['years-here']),
    ).toEqual([5, 5, 6])
  })

  test('brings a table of amounts into force', () => {
    const amounts: Rule = {
      kind: 'parameter',
      id: 'amount',
      values: [
        { from: date('2026-01-03'), rows: [{ when: [is('children', { above: 0 })], value: 2 }] },
        { from: date('2020-01-01'), rows: [{ when: [], value: 1 }] },
      ],
    }
    const holding: Definition = {
      kind: 'definition',
      id: 'holding',
      of: 'some-member',
      when: [is('amount', { above: 1 })],
    }
    const { on } = followed([amounts, holding, reading('holding')], { facts: { children: 1 } })
    expect(['2026-01-02', '2026-01-03'].map((day) => on(day).holding)).toEqual([false, true])
  })
})

describe('what happens', () => {
  test('counts from the day on which it does', () => {
    const { on, happens } = followed([responses, reading('responses')])
    expect(on('2026-01-01').responses).toBe(0)
    happens('2026-01-01', 'responded')
    expect(on('2026-01-01').responses).toBe(1)
    happens('2026-01-04', 'responded')
    happens('2026-01-04', 'responded')
    expect(on('2026-01-04').responses).toBe(3)
  })

  test('renews a term on its last day, and not after it', () => {
    const known = history(happened('2025-01-10', 'registered'))
    const rules = [registration, reading('registration-ends')]
    const inTime = followed(rules, known)
    inTime.happens('2026-01-09', 'renewed')
    expect(inTime.on('2026-01-09')['registration-ends']).toBe(date('2027-01-09'))
    const late = followed(rules, known)
    late.happens('2026-01-10', 'renewed')
    expect(late.on('2026-01-10')['registration-ends']).toBeUndefined()
  })

  test('to a registration comes before what else happens on its day, told before it or not', () => {
    const restorable: Life = {
      ...registration,
      restore: { on: ['renewed'], within: { count: 1, unit: 'year' } },
    }
    const urgency: Life = {
      kind: 'life',
      id: 'urgency',
      inside: 'registration',
      begins: { on: ['urgency-granted'] },
    }
    const rules = [restorable, urgency, reading('registration', 'urgency')]
    const lapsed = history(happened('2024-12-01', 'registered'))
    const { on, happens } = followed(rules, lapsed)
    happens('2026-01-05', 'urgency-granted')
    expect(on('2026-01-05').urgency).toBe('none')
    happens('2026-01-05', 'responded')
    happens('2026-01-05', 'renewed')
    expect(on('2026-01-05').urgency).toBe('active')
    const { on: dayLater, happens: then } = followed(rules, lapsed)
    then('2026-01-05', 'urgency-granted')
    then('2026-01-06', 'renewed')
    expect(dayLater('2026-01-06').urgency).toBe('none')
  })

  test('leaves what nothing that happens can change, as it was read', () => {
    const { on, happens, life } = followed(
      [yearsHere, responses, reading('age', 'children', 'responses')],
      { facts: { born: date('2000-05-05') } },
    )
    expect(on('2026-01-01').age).toBe(25)
    const kept = () => life.remembered.filter((each) => each !== undefined)
    const before = kept()
    happens('2026-01-02', 'responded')
    expect(kept()).toEqual(before.filter(({ changedBy }) => changedBy === 'nothing'))
    expect(kept().map(({ value }) => value)).toEqual([25])
    expect(on('2026-01-02')).toMatchObject({ age: 25, children: undefined, responses: 1 })
  })

  test('of one person leaves what was known of them before the following began', () => {
    const known = history(happened('2025-06-01', 'registered'))
    const before = [...known.history.events]
    const { happens, life } = followed([responses, reading('responses')], known)
    happens('2026-01-02', 'responded')
    expect(known.history.events).toEqual(before)
    expect(life.candidate.history.events).toHaveLength(2)
  })

  test('and is reversed later, never happened', () => {
    const { on, happens } = followed([
      responses,
      registration,
      reading('responses', 'registration'),
    ])
    happens('2026-01-02', 'registered', {}, 'mistake')
    expect(on('2026-01-03').registration).toBe('active')
    happens('2026-01-05', 'reversed', { reverses: 'mistake' })
    expect(on('2026-01-05').registration).toBe('none')
    happens('2026-01-06', 'responded')
    expect(on('2026-01-06')).toMatchObject({ responses: 1, registration: 'none' })
  })
})

describe('what a day ends with', () => {
  /** A point at the end of each month. */
  const monthly: Account = {
    kind: 'account',
    id: 'points',
    unit: 'points',
    entries: [{ add: 1, on: ['month-ended'] }],
  }
  /** Begins at the end of a month, and ends by moving. */
  const option: Life = {
    kind: 'life',
    id: 'option',
    begins: { on: ['month-ended'] },
    ends: [{ on: ['moved'], code: 'housed' }],
  }
  const rules = [monthly, option, reading('points', 'option')]
  const known = history(happened('2026-01-01', 'registered'))

  test('comes at the end of its day', () => {
    const { on } = followed(rules, known)
    const points = (day: string) => on(day).points
    expect(
      ['2026-01-01', '2026-01-30', '2026-01-31', '2026-02-01', '2026-04-30'].map(points),
    ).toEqual([0, 0, 1, 1, 4])
  })

  test('comes after all that happens on that day, asked before it or not', () => {
    const asked = followed(rules, known)
    expect(asked.on('2026-01-30').option).toBe('none')
    expect(asked.on('2026-01-31').option).toBe('active')
    asked.happens('2026-01-31', 'moved')
    expect(asked.on('2026-01-31')).toMatchObject({ option: 'active', points: 1 })
    expect(asked.on('2026-02-28')).toMatchObject({ option: 'active', points: 2 })
    const unasked = followed(rules, known)
    unasked.happens('2026-01-31', 'responded')
    unasked.happens('2026-01-31', 'moved')
    expect(unasked.on('2026-01-31')).toMatchObject({ option: 'active', points: 1 })
  })

  test('comes before what happens the day after', () => {
    const { on, happens } = followed(rules, known)
    happens('2026-02-01', 'moved')
    expect(on('2026-02-01')).toMatchObject({ option: 'ended', points: 1 })
    happens('2026-02-02', 'moved')
    expect(on('2026-02-28')).toMatchObject({ option: 'active', points: 2 })
    happens('2026-03-02', 'moved')
    happens('2026-03-31', 'responded')
    expect(on('2026-03-31')).toMatchObject({ option: 'active', points: 3 })
    happens('2026-04-01', 'moved')
    expect(on('2026-04-01')).toMatchObject({ option: 'ended', points: 3 })
  })

  test('on the day on which the following began', () => {
    const { on, happens } = followed(rules, known, '2026-01-31')
    expect(on('2026-01-31').option).toBe('active')
    happens('2026-01-31', 'moved')
    expect(on('2026-01-31')).toMatchObject({ option: 'active', points: 1 })
  })
})

describe('the others in a household', () => {
  const child = (born: string, events: Event[] = []) => ({
    role: 'child' as const,
    facts: { born: date(born) },
    history: { spells: [], events },
  })
  const grown: Definition = {
    kind: 'definition',
    id: 'grown',
    of: 'every-member',
    when: [is('age', { at_least: 18 })],
  }
  const known = {
    facts: { born: date('1980-01-01') },
    members: [child('2008-01-03')],
  }

  test('have lives beside this one, looked at every day', () => {
    const { on, happens, life } = followed([grown, responses, reading('grown', 'responses')], known)
    expect(life.quietUntil).toBe(date(begin))
    expect(['2026-01-02', '2026-01-03', '2026-01-04'].map((day) => on(day).grown)).toEqual([
      false,
      true,
      true,
    ])
    happens('2026-01-05', 'responded')
    expect(on('2026-01-05')).toMatchObject({ grown: true, responses: 1 })
  })

  test('and what happens to them later counts from its day', () => {
    const registered: Definition = {
      ...grown,
      id: 'some-registered',
      of: 'some-member',
      when: [is('registration', { is: ['active'] })],
    }
    const members = [child('2000-01-01', [happened('2026-01-03', 'registered')])]
    const { on } = followed([registration, registered, reading('some-registered')], { members })
    expect(
      ['2026-01-02', '2026-01-03', '2026-01-05'].map((day) => on(day)['some-registered']),
    ).toEqual([false, true, true])
  })
})

describe('what depends on the home', () => {
  const a = { municipality: 'a', landlord: 'one' }
  const b = { municipality: 'b', landlord: 'two' }

  test('is asked for each', () => {
    const { on } = followed(
      [yearsHere, responsesHere, reading('years-here', 'responses-here')],
      livedIn('a', '2020-01-01'),
    )
    const years = (home: Facts) => on('2026-01-01', home)['years-here']
    expect([a, b, { ...a, landlord: 'two' }, a, { ...b, landlord: 'one' }].map(years)).toEqual([
      6, 0, 6, 6, 0,
    ])
  })

  test('counts what happens there', () => {
    const { on, happens } = followed([responsesHere, reading('responses-here')])
    const there = (home: Facts, day: string) => on(day, home)['responses-here']
    expect([there(a, '2026-01-01'), there(b, '2026-01-01')]).toEqual([0, 0])
    happens('2026-01-02', 'responded', { landlord: 'one' })
    expect([there(a, '2026-01-02'), there(b, '2026-01-02')]).toEqual([1, 0])
    happens('2026-01-03', 'responded', { landlord: 'two' })
    expect([there(a, '2026-01-03'), there(b, '2026-01-03')]).toEqual([1, 1])
  })

  test('is given, where a fact says so', () => {
    const { on } = followed([yearsHere, reading('years-here')], {
      ...livedIn('a', '2020-01-01'),
      facts: { 'years-here': 3 },
    })
    expect([a, b].map((home) => on('2026-01-01', home)['years-here'])).toEqual([3, 3])
  })

  test('is left open where a home does not ask it', () => {
    const small = is('bedrooms', { below: 2 })
    const { boundTo, life } = followed(
      [yearsHere, readingAt('years-here', small)],
      livedIn('a', '2020-01-01'),
    )
    const years = (bedrooms: number) => {
      const bound = boundTo({ ...a, bedrooms })
      return gatherFollowed(bound, [life], date(begin))[0]?.['years-here']
    }
    expect([1, 2, 1].map(years)).toEqual([6, undefined, 6])
  })

  test('is each person’s own, in the one record they have', () => {
    const { prepared, boundTo, life } = followed(
      [yearsHere, reading('years-here', 'children')],
      livedIn('a', '2020-01-01'),
    )
    const other = followCandidate(
      prepared.rules,
      person('bep', { facts: { children: 2 } }),
      date(begin),
    )
    const [ans, bep] = gatherFollowed(boundTo(a), [life, other], date(begin))
    expect([ans, bep]).toEqual([
      { 'years-here': 6, children: undefined, 'registered-on': undefined },
      { 'years-here': 0, children: 2, 'registered-on': undefined },
    ])
    expect(Object.keys(ans ?? {})).toEqual(Object.keys(bep ?? {}))
    expect(gatherFollowed(boundTo(b), [life], date(begin))[0]).toBe(ans)
    expect(ans?.['years-here']).toBe(0)
  })

  test('and is about this listing alone, serves no other', () => {
    const { on, happens, boundTo, life } = followed([reading('responded-at')])
    happens('2026-01-02', 'responded', { listing: 'home' })
    expect(on('2026-01-02')['responded-at']).toBe(date('2026-01-02'))
    expect(new AskedAt(boundTo()).unattached.own).toEqual(['responded-at'])
    const elsewhere = bind(boundTo().prepared, {
      ...caseOn('2026-01-02', []),
      listing: { id: 'other', facts: { model: 'ranked' }, closes: date('2026-01-02') },
    })
    const found = elsewhere && gatherFollowed(elsewhere, [life], date('2026-01-02'))
    expect(found?.[0]?.['responded-at']).toBeUndefined()
    expect(on('2026-01-02')['responded-at']).toBe(date('2026-01-02'))
  })

  test('or is given for it', () => {
    const { on } = followed([reading('responded-at')], { facts: { 'responded-at': 3 } })
    expect(on('2026-01-01')['responded-at']).toBe(3)
  })

  test('is told by its name', () => {
    const rules = [yearsHere, responses, blocking, reading('years-here', 'responses', 'age')]
    const { prepared } = followed(rules)
    const names = ['years-here', 'responses', 'age', 'registered-on', 'children', 'blocked']
    expect(names.filter((name) => dependsOnHome(prepared, name))).toEqual(['years-here'])
  })

  test('is one question for homes that are alike to it', () => {
    const { boundTo } = followed([yearsHere, reading('years-here')])
    const numberOf = (home: Facts) => new AskedAt(boundTo(home)).unattached.number
    expect(numberOf({ ...a, landlord: 'two' })).toBe(numberOf(a))
    expect(numberOf(b)).not.toBe(numberOf(a))
  })
})

describe('somebody to whom something is attached', () => {
  const one = { landlord: 'one' }
  const two = { landlord: 'two' }

  test('such as a block, is asked it for each home, for as long as it lasts', () => {
    const { on, happens, life } = followed([blocking])
    expect(on('2026-01-01', one).blocked).toBe(false)
    expect(life.isUnattached).toBe(true)
    happens('2026-01-02', 'no-show', { landlord: 'one' })
    expect(life.isUnattached).toBe(false)
    expect(on('2026-01-02', one)).toMatchObject({ blocked: true, 'blocked-by': 'refusing' })
    expect(on('2026-01-02', two)).toMatchObject({ blocked: false, 'blocked-by': undefined })
    const last = on('2026-01-02', one)['blocked-until']
    expect(last).toBe(date('2026-01-11'))
    expect(on('2026-01-11', one).blocked).toBe(true)
    expect(on('2026-01-12', one).blocked).toBe(false)
  })

  test('such as an option on one complex, has it there', () => {
    const option: Life = {
      kind: 'life',
      id: 'option',
      each: 'complex',
      begins: { on: ['option-taken'] },
    }
    const { on, happens } = followed([option, reading('option')])
    const at = (complex: string, day: string) => on(day, { complex }).option
    expect([at('c1', '2026-01-01'), at('c2', '2026-01-01')]).toEqual(['none', 'none'])
    happens('2026-01-02', 'option-taken', { complex: 'c1' })
    expect([at('c1', '2026-01-02'), at('c2', '2026-01-02'), at('c1', '2026-01-02')]).toEqual([
      'active',
      'none',
      'active',
    ])
  })
})

describe('how long it holds', () => {
  test('what depends on no home: until a birthday, or until a term ends', () => {
    const rules = [registration, yearsHere, reading('age', 'registration', 'years-here')]
    const known = (born: string) => ({
      facts: { born: date(born) },
      history: {
        spells: [lasted('resident', '2020-01-20', undefined, { municipality: 'a' })],
        events: [happened('2025-03-01', 'registered')],
      },
    })
    const holds = (born: string) => {
      const { life, boundTo } = followed(rules, known(born))
      ownRecordAt(new AskedAt(boundTo({ municipality: 'a' })), life, date(begin))
      return ownHolds(life)
    }
    expect(holds('2000-02-01')).toBe(date('2026-01-31'))
    expect(holds('2000-04-01')).toBe(date('2026-02-28'))
  })

  test('what does depend on the home, with its values', () => {
    const { life, boundTo, on } = followed([yearsHere, reading('age', 'years-here')], {
      ...livedIn('a', '2020-01-20'),
      facts: { born: date('2000-01-10') },
    })
    const bound = boundTo({ municipality: 'a' })
    expect(hereAt(bound, 'years-here', life, date(begin))).toEqual({
      value: 5,
      until: date('2026-01-19'),
    })
    expect(on('2026-01-20', { municipality: 'a' })).toMatchObject({ age: 26, 'years-here': 6 })
    const next = hereAt(bound, 'years-here', life, date('2026-01-20'))
    expect(next.until).toBe(date('2027-01-19'))
  })

  test('what is given, for good', () => {
    const { life, boundTo } = followed([yearsHere, reading('years-here')], {
      ...livedIn('a', '2020-01-20'),
      facts: { 'years-here': 3 },
    })
    expect(hereAt(boundTo({ municipality: 'a' }), 'years-here', life, date(begin))).toEqual({
      value: 3,
      until: always,
    })
  })

  test('each of several values for as long as it holds', () => {
    const sinceBirth: Measure = { ...yearsHere, id: 'tenant-here', of: 'tenant' }
    const { life, boundTo, on } = followed(
      [yearsHere, sinceBirth, reading('tenant-here', 'years-here')],
      {
        history: {
          spells: [
            lasted('resident', '2020-01-20', undefined, { municipality: 'a' }),
            lasted('tenant', '2020-01-10', undefined, { municipality: 'a' }),
          ],
          events: [],
        },
      },
    )
    const a = { municipality: 'a' }
    const untils = ['tenant-here', 'years-here'].map(
      (name) => hereAt(boundTo(a), name, life, date(begin)).until,
    )
    expect(untils).toEqual([date('2026-01-09'), date('2026-01-19')])
    const values = ['2026-01-09', '2026-01-10', '2026-01-19', '2026-01-20'].map((day) => {
      const found = on(day, a)
      return [found['tenant-here'], found['years-here']]
    })
    expect(values).toEqual([
      [5, 5],
      [6, 5],
      [6, 5],
      [6, 6],
    ])
  })

  test('and a value can be asked where no home is', () => {
    const { life, happens } = followed(
      [registration, reading('registration')],
      history(happened('2025-01-10', 'registered')),
    )
    expect(valueOn(life, 'registration', date('2026-01-09'))).toBe('active')
    expect(valueOn(life, 'registration', date('2026-01-10'))).toBe('ended')
    happens('2026-01-11', 'registered')
    expect(valueOn(life, 'registration-since', date('2026-01-11'))).toBe(date('2026-01-11'))
  })

  test('a record is written over only where something in it may have changed', () => {
    const { life, boundTo, happens } = followed([registration, reading('registration', 'age')], {
      facts: { born: date('2000-03-01') },
    })
    const asked = new AskedAt(boundTo())
    const first = recordAt(asked, life, date(begin))
    expect(first).toMatchObject({ age: 25, registration: 'none' })
    expect(recordAt(asked, life, date('2026-02-28'))).toEqual(first)
    const next = recordAt(asked, life, date('2026-03-01'))
    expect(next).toBe(first)
    expect(next).toMatchObject({ age: 26, registration: 'none' })
    happens('2026-03-02', 'registered')
    expect(recordAt(asked, life, date('2026-03-02'))).toBe(first)
    expect(first).toMatchObject({ age: 26, registration: 'active' })
  })
})
