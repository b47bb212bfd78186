import { describe, expect, test } from 'vitest'
import { bookOf, caseOn, person } from '../../tests/example-book.ts'
import { date } from '../basics/calendar-date.ts'
import { resolve } from '../policy/resolve.ts'
import type { Rule } from '../policy/rule-book.ts'
import { bind } from '../ranking/bind.ts'
import { gather } from '../ranking/gather.ts'
import { prepare } from '../ranking/prepare.ts'
import { rankGathered, rankListing } from '../ranking/rank-listing.ts'
import { offerRound } from './offer-round.ts'

const rules: Rule[] = [
  {
    kind: 'requirement',
    id: 'grown-up',
    to: 'be-offered',
    must: [{ name: 'age', test: { at_least: 18 } }],
    code: 'under-age',
  },
  {
    kind: 'ranking',
    id: 'by-size',
    model: 'ranked',
    tiers: [],
    finally: [
      { by: 'highest', of: 'household-size' },
      { by: 'lot', weights: 'equal' },
    ],
  },
]
const prepared = prepare(resolve([bookOf(rules)], { on: date('2026-06-01') }))
const seed = new Uint8Array(32).fill(7)
const people = [
  person('anna', { facts: { age: 40, 'household-size': 2 } }),
  person('bram', { facts: { age: 16, 'household-size': 4 } }),
  person('cato', { facts: { age: 30, 'household-size': 2 } }),
  person('daan', { facts: { age: 50, 'household-size': 2 } }),
]

describe('the round of offers', () => {
  test('asks one after the other in the order of the list, and says what stops an offer', () => {
    const ranking = rankListing(prepared, { ...caseOn('2026-06-01', people), seed })
    const turns = ranking ? [...offerRound(ranking)] : []
    expect(turns.map(({ place }) => place)).toEqual([1, 2, 3, 4])
    expect(turns[0]?.candidate.id).toBe('bram')
    expect(turns[0]?.unmet.map(({ code }) => code)).toEqual(['under-age'])
    expect(turns.slice(1).every(({ unmet }) => unmet.length === 0)).toBe(true)
  })

  test('lots left until they are asked give the order they would have given at once', () => {
    const asked = { ...caseOn('2026-06-01', people), seed }
    const bound = bind(prepared, asked)
    if (!bound) throw new Error('the book ranks this home')
    const values = gather(bound, asked.candidates, asked)
    const orderOf = (lots: 'drawn' | 'when-asked') =>
      [...offerRound(rankGathered(bound, asked, asked.candidates, values, lots))].map(
        ({ candidate }) => candidate.id,
      )
    expect(orderOf('when-asked')).toEqual(orderOf('drawn'))
    const unasked = rankGathered(bound, asked, asked.candidates, values, 'when-asked')
    expect(unasked.undrawn).toEqual([[1, 4]])
  })
})
