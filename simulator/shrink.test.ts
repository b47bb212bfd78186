import { expect, test } from 'vitest'
import type { RuleBook } from '../core/policy/rule-book.ts'
import { loadBooks } from '../policies/load-books.ts'
import { loadRegion } from './load-region.ts'
import { shrink, shrinkRules } from './shrink.ts'

const loaded = loadRegion('parkstad')
if (!('region' in loaded)) throw new Error('the example region can be read')
const { region } = loaded

test('homes and people alike, in as many complexes, with as many responses a home', () => {
  const small = shrink(region, 0.1)
  expect(small.homes.count).toBe(region.homes.count / 10)
  expect(small.homes.homesPerComplex).toBe(region.homes.homesPerComplex / 10)
  expect(small.streams.map(({ perYear }) => perYear * 10)).toEqual(
    region.streams.map(({ perYear }) => expect.closeTo(perYear)),
  )
  expect(small.behaviour.response).toBeCloseTo(region.behaviour.response * 10)
})

test('a quota in numbers allows less, a share and nothing stay what they are', () => {
  const folder = 'simulator/questions/rules'
  const limitsOf = (rules: readonly RuleBook[]) =>
    rules.flatMap(({ articles }) =>
      articles.flatMap((article) =>
        article.rules.flatMap((rule) => (rule.kind === 'quota' ? [rule.limit] : [])),
      ),
    )
  const books = ['fair-share-stock', 'ordinary-share-60', 'spare-ten-complexes'].map((id) => {
    const [book] = loadBooks(`${folder}/${id}.yaml`)
    if (!book || 'code' in book) throw new Error(`${id} can be read`)
    return book.book
  })
  const [before, after] = [limitsOf(books), limitsOf(shrinkRules(books, 0.1))]
  expect(after).toHaveLength(before.length)
  for (const [at, limit] of before.entries()) {
    const { of, at_most = 0 } = limit
    const isNumber = of === undefined && at_most > 0
    expect(after[at]).toEqual(
      isNumber ? { ...limit, at_most: Math.max(1, Math.round(at_most / 10)) } : limit,
    )
  }
  expect(before.some(({ of, at_most = 0 }) => of === undefined && at_most > 0)).toBe(true)
})
