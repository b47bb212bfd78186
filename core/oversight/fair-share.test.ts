import { describe, expect, test } from 'vitest'
import { letting } from '../../tests/example-records.ts'
import { dissimilarity, fairShare, fairShareKeys, realisedBy } from './fair-share.ts'

const parts = [
  { id: 'heerlen', stock: 600, vacancies: 30, publicAreaWeight: 0.5 },
  { id: 'kerkrade', stock: 300, vacancies: 30, publicAreaWeight: 1 },
  { id: 'simpelveld', stock: 100, vacancies: 0, publicAreaWeight: 4 },
]

describe('three keys', () => {
  test.each([
    ['stock', [12, 6, 2]],
    ['vacancies', [10, 10, 0]],
    ['public-area', [6, 6, 8]],
  ] as const)('%s', (key, targets) => {
    const shares = fairShare(parts, { heerlen: 15, kerkrade: 5 }, key)
    expect(shares.map(({ target }) => target)).toEqual(targets)
    expect(shares.map(({ realised }) => realised)).toEqual([15, 5, 0])
  })

  test('every key divides what was realised, no more and no less', () => {
    for (const key of fairShareKeys) {
      const shares = fairShare(parts, { heerlen: 3, simpelveld: 4 }, key)
      expect(shares.reduce((sum, { target }) => sum + target, 0)).toBeCloseTo(7, 9)
      expect(shares.reduce((sum, { realised }) => sum + realised, 0)).toBe(7)
    }
  })
})

describe('realised beside target', () => {
  const ofTwo = [
    { id: 'a', stock: 1, vacancies: 1, publicAreaWeight: 1 },
    { id: 'b', stock: 1, vacancies: 1, publicAreaWeight: 1 },
  ]
  test('a target of 4: 0 to 8 is noise', () => {
    const [a, b] = fairShare(ofTwo, { a: 0, b: 8 }, 'stock')
    expect(a).toEqual({
      id: 'a',
      realised: 0,
      target: 4,
      ratio: 0,
      band: { low: 0, high: 8 },
      withinBand: true,
    })
    expect(b).toMatchObject({ ratio: 2, withinBand: true })
  })
  test('a target of 100: 80 to 120', () => {
    const at = (a: number) => fairShare(ofTwo, { a, b: 200 - a }, 'stock')[0]
    expect(at(80)).toMatchObject({ band: { low: 80, high: 120 }, withinBand: true })
    expect(at(79)).toMatchObject({ withinBand: false })
    expect(at(120)).toMatchObject({ withinBand: true })
    expect(at(121)).toMatchObject({ withinBand: false })
  })
  test('a band that is no whole number is rounded outward, so that chance is not blamed', () => {
    expect(fairShare(ofTwo, { a: 2, b: 2 }, 'stock')[0]).toMatchObject({
      band: { low: 0, high: 5 },
    })
    expect(fairShare(ofTwo, { a: 10, b: 10 }, 'stock')[0]).toMatchObject({
      band: { low: 3, high: 17 },
    })
  })
  test('no target, no ratio', () => {
    expect(fairShare(parts, { heerlen: 4 }, 'vacancies')[2]).toMatchObject({
      target: 0,
      ratio: null,
    })
  })
  test('a letting in a part that is not there is a fault of ours', () => {
    expect(() => fairShare(parts, { aachen: 1 }, 'stock')).toThrow('every letting')
  })
})

describe('dissimilarity', () => {
  test('in proportion it is 0', () => {
    expect(dissimilarity(parts, { heerlen: 6, kerkrade: 3, simpelveld: 1 })).toBeCloseTo(0, 12)
  })
  test('all in one part it is 1 less its share of the stock', () => {
    expect(dissimilarity(parts, { simpelveld: 7 })).toBeCloseTo(0.9, 12)
    expect(dissimilarity(parts, { heerlen: 7 })).toBeCloseTo(0.4, 12)
  })
})

test('lettings by where they stand', () => {
  const lettings = ['heerlen', 'kerkrade', 'heerlen'].map((municipality) =>
    letting({ municipality }),
  )
  expect(realisedBy(lettings, ({ municipality }) => municipality)).toEqual({
    heerlen: 2,
    kerkrade: 1,
  })
})
