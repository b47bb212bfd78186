import { describe, expect, test } from 'vitest'
import { baselineOf, estimate, example, measureWordsOf } from '../../tests/report-example.ts'
import type { VariantOutcome, VariantQuota } from '../comparison.ts'
import { limits, quotasThatDiffer } from './limits.ts'
import { tellingOf } from './report.ts'

function variant(id: string, least: number, warns = false, use = 0.77): VariantOutcome {
  const quota: VariantQuota = { id: 'q', label: 'aandeel', isShare: true, least, warns }
  const made = baselineOf(id, id, id)
  return {
    ...made,
    quotas: [quota],
    estimates: { ...made.estimates, 'quota-use': { q: estimate(use, 0.02) } },
  }
}

const counted = variant('alleen tellen', 0.5, true)

function said(...proposals: readonly VariantOutcome[]): string {
  const comparison = { ...example, variants: [counted, ...proposals] }
  const { markup } = limits(tellingOf(comparison, { language: 'nl', measures: measureWordsOf }))
  return markup.replace(/<[^>]+>/g, '')
}

describe('the line from which a minimum binds', () => {
  test('is what the share comes to when it is only counted', () => {
    const text = said(variant('60', 0.6), variant('76', 0.76), variant('80', 0.8, false, 0.8))
    expect(text).toContain('De streep ligt bij 77,0 % (marge 75,0 % tot 79,0 %)')
    expect(text).toContain('zonder veel gevolg: 60.')
    expect(text).toContain('Op de streep: 76.')
    expect(text).toContain('dus bindend: 80.')
    expect(text).toContain('ten minste 80 %')
  })

  test('is not told where the first variant is bound itself, or does not count', () => {
    const bound = variant('60', 0.6)
    const comparison = { ...example, variants: [bound, variant('80', 0.8)] }
    const { markup } = limits(tellingOf(comparison, { language: 'nl' }))
    expect(markup).not.toContain('De streep')
    expect(said({ ...variant('80', 0.8), quotas: [] })).toContain('geen grens')
  })
})

test('limits that all variants share are left out', () => {
  expect(quotasThatDiffer([counted, counted])).toEqual([])
  expect(quotasThatDiffer([counted, variant('80', 0.8)])).toEqual(['q'])
  expect(said(counted)).toBe('')
})
