import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Figures } from '../../core/oversight/figures.ts'
import { loadBooks } from '../../policies/load-books.ts'
import { applySettings, type Settings } from '../apply-settings.ts'
import { loadRegion } from '../load-region.ts'
import { figuresOfRun } from '../outcome.ts'
import { simulate } from '../simulate.ts'
import { checkClosedForms } from './check-closed-forms.ts'
import { closedFormsShipped, loadClosedForms, smaller } from './load-closed-forms.ts'

const folder = dirname(closedFormsShipped)

/** A tenth of the size, where chance weighs more; the full size stands in docs/validation.md. */
const part = 0.1
const roomOfSmall = 0.08

describe('a village in a steady state comes to what the formulas say', () => {
  test.each(['registration-time', 'local-600-half'])('%s', async (id) => {
    const runs = loadClosedForms().flatMap((each) => ('code' in each ? [] : [each]))
    const asked = runs
      .filter((each) => each.id === id)
      .map((each) => ({ ...smaller(each, part, 20), replications: 2 }))
    const checked = await checkClosedForms(asked, { threads: 1 })
    expect(checked.length).toBe(asked[0]?.expect.length)
    for (const { expected, figure } of checked) {
      const off = Math.abs(figure.mean / expected.reference - 1)
      expect.soft(off, `${expected.form} ${expected.group}`).toBeLessThan(roomOfSmall)
    }
  })
})

// E3-4: with 60 of 100 seekers local, a priority on half of the homes moves nobody; with 25 of 100 it does.
describe('a priority for who lives there', () => {
  test.each([
    ['does nothing while their share is larger', 60, 'alike'],
    ['moves who waits when it is more than their share', 25, 'apart'],
  ])('%s', (_, locals, expected) => {
    const figures = live(['rules/local-half.yaml'], {
      'streams.regular.perYear': locals,
      'streams.regular.atStart': Math.round(locals * 7.5),
      'streams.others.perYear': 100 - locals,
      'streams.others.atStart': Math.round((100 - locals) * 7.5),
      'behaviour.tooSmall': 0.5,
    })
    const of = (group: string) => figures['registration-time-mean']?.[group] ?? 0
    const gap = of('not-local') - of('local')
    expect(gap > yearsApart ? 'apart' : 'alike').toBe(expected)
  })

  const yearsApart = 2
})

// E3-12: who may refuse and wait gets a home that suits better than who loses their place by it.
test('homes suit no better where refusing costs a place', () => {
  const choosing = {
    'behaviour.acceptance': 0.3,
    'behaviour.pickiness': 1,
    'behaviour.taste': 1,
    'behaviour.penaltyFear': 1,
    'behaviour.tooSmall': 0.2,
    'homes.count': 800,
    'streams.regular.perYear': 160,
    'streams.regular.atStart': 400,
    warmUpYears: 2,
  }
  const match = (rules: string) => live([rules], choosing)['match-value']?.all ?? Number.NaN
  expect(match('rules/registration-time.yaml')).toBeGreaterThanOrEqual(
    match('rules/loss-of-place.yaml'),
  )
})

/** Some years of the village in a tenth of its size. */
function live(rules: readonly string[], settings: Settings): Figures {
  const loaded = loadRegion('one-place.yaml', folder)
  if (Array.isArray(loaded)) throw new Error('the village can be read')
  const region = applySettings(loaded.region, {
    'homes.count': 250,
    'streams.regular.perYear': 100,
    'streams.regular.atStart': 750,
    warmUpYears: 14,
    ...settings,
  })
  if (Array.isArray(region)) throw new Error(JSON.stringify(region))
  const books = loadBooks(
    rules.map((each) => join(folder, each)),
    folder,
    region.starts,
  ).flatMap((each) => ('book' in each ? [each.book] : []))
  return figuresOfRun(simulate({ region, before: books, books, years: 8, seed: 3, replication: 0 }))
}
