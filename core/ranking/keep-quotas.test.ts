import { describe, expect, test } from 'vitest'
import { bookOf } from '../../tests/example-book.ts'
import { cases, fc } from '../../tests/properties.ts'
import { addDays, date } from '../basics/calendar-date.ts'
import { countUse, periods, type Quota } from '../policy/kinds/quota.ts'
import { resolve } from '../policy/resolve.ts'
import type { Assignment } from './case.ts'
import { keepQuotas } from './keep-quotas.ts'
import { prepare } from './prepare.ts'

const anyAssignment = fc.record({
  after: fc.integer({ min: 0, max: 60 }),
  facts: fc.record({
    municipality: fc.constantFrom('a', 'b'),
    segment: fc.constantFrom('social', 'free'),
    'household-size': fc.integer({ min: 1, max: 3 }),
    'priorities-applied': fc.constantFrom<string[]>([], ['bound'], ['vital', 'bound']),
  }),
})

const anyQuota = fc.record({
  per: fc.constantFrom(...periods),
  each: fc.constantFrom<string[]>([], ['municipality']),
  limit: fc.constantFrom({ at_most: 3 }, { at_most: 50, of: 100 }, { at_least: 20, of: 100 }),
  carry: fc.boolean(),
  split: fc.boolean(),
  local: fc.boolean(),
  term: fc.constantFrom(['2000-01-01', '2039-12-31'], ['2026-02-10', '2026-09-20']),
})

describe('quotas kept as homes are assigned', () => {
  test('come to what is counted from the whole list, on every day', () => {
    fc.assert(
      fc.property(anyQuota, fc.array(anyAssignment, { maxLength: 40 }), (shape, steps) => {
        const { carry, split, local, term, ...limits } = shape
        const outer: Quota = {
          ...limits,
          kind: 'quota',
          id: 'outer',
          counts: [{ name: 'priorities-applied', test: { is: ['bound'] } }],
          among: [{ name: 'segment', test: { is: ['social'] } }],
          at_limit: 'warn',
          ...(carry && { carry: '1 period' as const }),
          ...(split && { split: { by: 'household-size', shares: { 1: 50, 2: 50 } } }),
        }
        const inner: Quota = {
          kind: 'quota',
          id: 'inner',
          inside: 'outer',
          counts: [{ name: 'household-size', test: { is: [3] } }],
          ...(local && { among: [{ name: 'municipality', test: { is: ['a'] } }] }),
          limit: { at_most: 2 },
          per: 'calendar-year',
          at_limit: 'warn',
        }
        const [from = '', until = ''] = term
        const valid = { from: date(from), until: date(until) }
        const rules = resolve([bookOf([outer, inner], { valid })], { on: date('2026-06-01') })
        const kept = keepQuotas(prepare(rules))
        const assignments: Assignment[] = []
        let on = date('2026-01-05')
        for (const { after, facts } of steps) {
          on = addDays(on, after)
          const assignment = { on, facts }
          assignments.push(assignment)
          kept.count(assignment)
          const later = addDays(on, after)
          for (const quota of [outer, inner]) {
            expect(kept.on(on)[quota.id]).toEqual(countUse(quota, assignments, on, rules))
          }
          on = later
        }
      }),
      cases(300),
    )
  })
})
