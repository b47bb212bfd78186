import { expect, test } from 'vitest'
import { baselineOf, estimate, example, measureWordsOf } from '../../tests/report-example.ts'
import { area } from './area.ts'
import { tellingOf } from './report.ts'

const sized = (homes: number) => ({ homes: estimate(homes, 0), complexes: estimate(10, 0) })

function said(homes: number): string {
  const here = (mean: number) => ({ all: estimate(18, 1), urgent: estimate(mean, 0.2) })
  const [base, proposal] = [3, 0].map((urgent, at) => {
    const made = baselineOf(String(at), `nummer ${at}`, String(at))
    const estimates = {
      ...made.estimates,
      'lettings-in-area': here(urgent),
      'size-of-area': sized(homes),
    }
    return { ...made, estimates }
  })
  if (!base || !proposal) throw new Error('there are two')
  const differences = { 'lettings-in-area': { urgent: estimate(-3, 0.2) } }
  const comparison = { ...example, years: 2, variants: [base, { ...proposal, differences }] }
  const { markup } = area(tellingOf(comparison, { language: 'nl', measures: measureWordsOf }))
  return markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

test('who comes to live there, in the region, and what can be seen of it', () => {
  const text = said(600)
  expect(text).toContain('Het gaat om 600 woningen in 10 complexen')
  expect(text).toContain('3,0 → 0,0')
  // E3-11: about 7.4 complex-years for 30 % of 20 reports, and about 75 for 10 %.
  expect(text).toContain('zijn 8 complexjaren nodig')
  expect(text).toContain('zijn het er 75. Hier zijn het er 20')
})

test('without such homes there is nothing to tell', () => {
  expect(said(0)).toBe('')
})
