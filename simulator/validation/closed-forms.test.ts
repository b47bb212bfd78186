import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { checkAgainstLaw } from '../../core/policy/check-against-law.ts'
import { loadLaw } from '../../policies/load-regimes.ts'
import { type Flows, formulas } from './closed-forms.ts'
import {
  type ClosedFormRun,
  closedFormsShipped,
  type Expected,
  isNear,
  loadClosedForms,
} from './load-closed-forms.ts'

const loaded = loadClosedForms()
const runs = loaded.flatMap((each): ClosedFormRun[] => ('code' in each ? [] : [each]))

test('the runs can be read', () => {
  expect(loaded.flatMap((each) => ('code' in each ? [each] : []))).toEqual([])
})

// As published: see the figures of E3 beside which these are computed.
describe('the references are those of the literature', () => {
  test.each<[run: string, form: string, group: string, published: number, decimals: number]>([
    ['registration-time', 'E3-1', 'all', 7500, 0],
    ['registration-time', 'E3-2', 'regular', 13.863, 3],
    ['registration-time', 'E3-6', 'all', 13.86, 2],
    ['urgent-25', 'E3-3', 'regular', 14.92, 2],
    ['urgent-50', 'E3-3', 'regular', 16.09, 2],
    ['urgent-75', 'E3-3', 'regular', 17.43, 2],
    ['urgent-100', 'E3-3', 'regular', 18.97, 2],
    ['urgent-125', 'E3-3', 'regular', 20.79, 2],
    ['local-600-half', 'E3-4', 'local', 13.86, 2],
    ['local-600-half', 'E3-4', 'not-local', 13.86, 2],
    ['local-400-half', 'E3-4', 'local', 11.63, 2],
    ['local-400-half', 'E3-4', 'not-local', 15.69, 2],
    ['local-250-half', 'E3-4', 'local', 6.93, 2],
    ['local-250-half', 'E3-4', 'not-local', 17.92, 2],
    ['local-250-fifth', 'E3-4', 'local', 13.86, 2],
    ['local-250-fifth', 'E3-4', 'not-local', 13.86, 2],
    ['minimum-0', 'E3-5', 'urgent', 0, 9],
    ['minimum-0', 'E3-5', 'regular', 19.12, 2],
    ['minimum-50', 'E3-5', 'urgent', 0, 9],
    ['minimum-50', 'E3-5', 'regular', 19.12, 2],
    ['minimum-60', 'E3-5', 'urgent', 0.36, 2],
    ['minimum-60', 'E3-5', 'regular', 17.69, 2],
    ['minimum-70', 'E3-5', 'urgent', 0.94, 2],
    ['minimum-70', 'E3-5', 'regular', 16.15, 2],
    ['minimum-80', 'E3-5', 'urgent', 1.75, 2],
    ['minimum-80', 'E3-5', 'regular', 14.82, 2],
    ['minimum-70-alike', 'E3-1', 'all', 7500, 0],
    ['lottery-100', 'E3-6', 'all', 7.5, 2],
    ['chain-30', 'E3-8', 'all', 1 / 0.7, 9],
    ['chain-50', 'E3-8', 'all', 2, 9],
    ['acceptance-quarter', 'E3-9', 'all', 4, 9],
    ['acceptance-ninth', 'E3-9', 'all', 9, 9],
  ])('%s, %s: %s has %d', (run, form, group, published, decimals) => {
    expect(expectation(run, form, group).reference).toBeCloseTo(published, decimals)
  })

  test.each([
    ['lottery-15', 0.15, 14.75, 5.54],
    ['lottery-30', 0.3, 15.85, 5.73],
    ['lottery-50', 0.5, 17.82, 6.03],
  ])('%s: the part on registration time, and the winners', (run, share, ordered, winners) => {
    const both = expectation(run, 'E3-6', 'all', 'time-with-lottery').reference
    const time = expectation(run, 'E3-6', 'all', 'time-beside-lottery').reference
    expect(time).toBeCloseTo(ordered, 2)
    expect((both - (1 - share) * time) / share).toBeCloseTo(winners, 2)
  })

  function expectation(run: string, form: string, group: string, formula?: string): Expected {
    const found = runs
      .find(({ id }) => id === run)
      ?.expect.find(
        (each) =>
          each.form === form &&
          each.group === group &&
          (formula === undefined || each.formula === formula),
      )
    if (!found) throw new Error(`${run} expects nothing of ${group}`)
    return found
  }
})

test('every form of the list has a run', () => {
  const forms = runs.flatMap(({ expect: all }) => all.map(({ form }) => form))
  expect([...new Set(forms)].sort()).toEqual(
    ['E3-1', 'E3-2', 'E3-3', 'E3-4', 'E3-5', 'E3-6', 'E3-8', 'E3-9'].sort(),
  )
})

describe('the price of priority', () => {
  const flows: Flows = {
    homes: 250,
    locals: 1000,
    others: 0,
    urgents: 0,
    givingUp: 0.1,
    urgentsGivingUp: 0.1,
    localShare: 0,
    leastShare: 0,
    lotteryShare: 0,
    leaving: 0,
    taking: 1,
  }
  test('rises: the fifth 25 homes cost more than the first', () => {
    const cost = (urgents: number) =>
      formulas['time-beside-urgents']({ ...flows, urgents }) -
      formulas['time-beside-urgents']({ ...flows, urgents: urgents - 25 })
    expect(cost(25)).toBeCloseTo(1.1, 1)
    expect(cost(125)).toBeCloseTo(1.8, 1)
  })
  test('a priority for locals does nothing until it is more than their share', () => {
    const local = (localShare: number) =>
      formulas['time-of-locals']({ ...flows, locals: 400, others: 600, localShare })
    expect(local(0.4)).toBe(local(0))
    expect(local(0.41)).toBeLessThan(local(0))
  })
  test('where there are homes enough nobody waits', () => {
    expect(formulas['needed-time']({ ...flows, locals: 200 })).toBe(0)
  })
})

describe('near enough', () => {
  const about = (reference: number, tolerance = 0.02): Expected => ({
    form: 'E3-2',
    measure: 'registration-time-mean',
    group: 'all',
    formula: 'needed-time',
    reference,
    tolerance,
  })
  test.each([
    [about(10), 10.2, true],
    [about(10), 10.21, false],
    [about(10), 9.79, false],
    [about(10, 0.05), 9.5, true],
    [about(0), 0.1, true],
    [about(0), 0.11, false],
  ])('%j and %d: %s', (expected, figure, near) => {
    expect(isNear(expected, figure)).toBe(near)
  })
})

test('the artificial books break no law, since they claim to follow none', () => {
  const law = loadLaw()
  if (Array.isArray(law)) throw new Error('the law can be read')
  for (const { books } of runs) {
    expect(
      checkAgainstLaw(
        books.map(({ book }) => book),
        law,
      ),
    ).toEqual([])
  }
})

describe('what is wrong with the list is told with its place', () => {
  const folder = mkdtempSync(join(tmpdir(), 'closed-forms-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const right = readFileSync(closedFormsShipped, 'utf8')
    .replace('one-place.yaml\n', `${join(dirname(closedFormsShipped), 'one-place.yaml')}\n`)
    .replaceAll('rules: rules/', `rules: ${dirname(closedFormsShipped)}/rules/`)

  test.each([
    ['a formula that does not exist', 'formula: needed-time', 'formula: nedded-time', 'not-one-of'],
    ['a setting that does not exist', 'homes.count: 20000', 'homes.cuont: 20000', 'unknown-name'],
    ['a rule book that does not exist', 'minimum-80.yaml', 'minimum-81.yaml', 'file-not-found'],
    [
      'a region that does not exist',
      'one-place.yaml\nyears',
      'two-places.yaml\nyears',
      'file-not-found',
    ],
    ['a key that does not exist', 'replications: 3', 'replicatons: 3', 'unknown-key'],
  ])('%s', (_, from, to, code) => {
    expect(right).toContain(from)
    const file = join(folder, 'forms.yaml')
    writeFileSync(file, right.replace(from, to))
    expect(loadClosedForms(file)).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ code })]),
    )
  })
})
