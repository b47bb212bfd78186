/** What the example region promises its readers: lawful, justified, and ranked as its guide says. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { assert } from '../core/basics/assert.ts'
import { checkAgainstLaw } from '../core/policy/check-against-law.ts'
import { compareBooks } from '../core/policy/compare-books.ts'
import { limits } from '../core/policy/law-checks/grounds.ts'
import type { Law } from '../core/policy/regime.ts'
import { resolve } from '../core/policy/resolve.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import { prepare } from '../core/ranking/prepare.ts'
import { placedIds, type Ranking, rankListing, whyNot } from '../core/ranking/rank-listing.ts'
import { loadBooks } from './load-books.ts'
import { loadCase } from './load-case.ts'
import { loadLaw } from './load-regimes.ts'

const folder = join(import.meta.dirname, 'parkstad')
const file = (name: string) => join(folder, `${name}.yaml`)

function booksOf(name: string): [RuleBook, ...RuleBook[]] {
  const loaded = loadBooks(file(name))
  const [book, ...upper] = loaded.flatMap((each) => ('book' in each ? [each.book] : []))
  if (!book) throw new Error(JSON.stringify(loaded))
  return [book, ...upper]
}

function lawInForce(): Law {
  const loaded = loadLaw()
  if (Array.isArray(loaded)) throw new Error(JSON.stringify(loaded))
  return loaded
}

const law = lawInForce()

describe('the law check', () => {
  test.each<[string, readonly string[]]>([
    ['parkstad-2024', []],
    ['parkstad-2026', []],
    ['voorbeeldflat-2026', []],
    ['voorbeeldhof-2026', []],
    ['voorbeeldwonen-2026', []],
    ['heerlen-2026', ['missing-parameter-used']],
    ['parkstad-hvw-2026', ['regime-not-in-force']],
  ])('finds no breach in %s, and warns of %j', (name, warnings) => {
    const found = checkAgainstLaw(booksOf(name), law)
    expect(found.filter(({ severity }) => severity === 'breach')).toEqual([])
    expect(found.filter(({ severity }) => severity === 'warning').map(({ code }) => code)).toEqual(
      warnings,
    )
  })
})

test.each(['parkstad-2026', 'heerlen-2026', 'voorbeeldhof-2026', 'parkstad-hvw-2026'])(
  'in %s every rule that keeps somebody out or behind says why, and how free the choice was',
  (name) => {
    const [book] = booksOf(name)
    const rules = book.articles.flatMap((article) => article.rules)
    const limiting = rules.filter(limits)
    expect(limiting).not.toEqual([])
    expect(limiting.filter(({ justification, latitude }) => !justification || !latitude)).toEqual(
      [],
    )
  },
)

test('the draft changes what the law of 1 July 2026 changes, and nothing else', () => {
  const { rules } = compareBooks(booksOf('parkstad-2026'), booksOf('parkstad-hvw-2026'))
  const told = rules.map((change) =>
    change.change === 'dropped' ? `-${change.before.rule.id}` : change.after.rule.id,
  )
  expect(told.toSorted()).toEqual([
    'bound',
    'bound-first',
    'urgency',
    'urgency-decision',
    'urgent-bound',
    'urgent-ground',
    'urgent-unblocked',
    'urgent-youth',
    'vital-profession',
    'within-income-limit',
  ])
})

describe('the case of the guide', () => {
  const ranking = rankCase()
  const keptOut = (positions: readonly number[]) =>
    Object.fromEntries(
      positions.map((position) => [
        ranking.candidates[position]?.id,
        whyNot(ranking, position).map(({ code }) => code),
      ]),
    )

  test('shows urgency, an exemption, a profession, connection, a lot and the rest', () => {
    expect(placedIds(ranking)).toEqual([
      'samira',
      'anoniem-417',
      'noor',
      'henk',
      'piet',
      'fatima',
      'familie-de-wit',
      'lotte',
    ])
    expect(ranking.order.ties).toEqual([[4, 6]])
  })

  test('shows exclusions of several kinds, and somebody about whom too little is known', () => {
    expect(keptOut(ranking.excluded)).toEqual({
      eva: ['not-bound'],
      jeroen: ['income-above-limit'],
      omar: ['not-registered'],
      sofie: ['blocked'],
    })
    expect(keptOut(ranking.undecided)).toEqual({ bilal: ['income-above-limit'] })
  })
})

function rankCase(): Ranking {
  const loaded = loadCase(file('case'))
  if (Array.isArray(loaded)) throw new Error(JSON.stringify(loaded))
  const { case: asked } = loaded.scenario
  const { listing, on } = asked
  assert(listing !== undefined, 'the case has a listing')
  const books = loaded.books.map(({ book }) => book)
  const prepared = prepare(resolve(books, { on, listing: listing.facts }))
  const ranking = rankListing(prepared, { ...asked, listing })
  assert(ranking !== undefined, 'the books rank the listing')
  return ranking
}
