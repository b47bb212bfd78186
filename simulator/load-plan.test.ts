import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { checkAgainstLaw } from '../core/policy/check-against-law.ts'
import { severityOf } from '../core/policy/finding.ts'
import type { Issue } from '../core/policy/issue.ts'
import { laidOver } from '../core/policy/resolve.ts'
import { loadBooks } from '../policies/load-books.ts'
import { loadLaw } from '../policies/load-regimes.ts'
import { sayIssue } from '../words/issues.ts'
import { type LoadedPlan, loadPlan, shippedPlans } from './load-plan.ts'

const folder = mkdtempSync(join(tmpdir(), 'plans-'))
afterAll(() => rmSync(folder, { recursive: true }))

const law = loadLaw()
if (Array.isArray(law)) throw new Error('the law can be read')

function shipped(name: string): LoadedPlan {
  const loaded = loadPlan(name)
  if (Array.isArray(loaded)) throw new Error(JSON.stringify(loaded))
  return loaded
}

test('the questions of the issue ship, each with its name', () => {
  expect(shippedPlans().map(({ id }) => id)).toEqual([
    'minimum-share',
    'local-priority',
    'urgency-categories',
    'lottery',
    'points',
    'leaving-large-homes',
    'refusal-penalty',
    'sparing-complexes',
    'fair-share',
    'senior-homes',
  ])
})

describe.each(shippedPlans().map(({ id }) => id))('%s', (name) => {
  const { plan, folder: here, region } = shipped(name)

  test('is named as its file, asks a question and has variants of the example region', () => {
    expect(plan.id).toBe(name)
    expect(plan.question).toMatch(/\?$/)
    expect(plan.englishQuestion).toMatch(/\?$/)
    for (const { invented, englishInvented } of plan.variants) {
      expect(englishInvented === undefined).toBe(invented === undefined)
    }
    expect(region.region.id).toBe('parkstad')
    expect(plan.variants.length).toBeGreaterThan(1)
  })

  test('says of every variant but the rules of today what is invented', () => {
    const silent = plan.variants.filter(({ invented }) => invented === undefined)
    expect(silent.map(({ rules, set }) => [rules, set])).toEqual(
      silent.map(() => [['parkstad-2026'], {}]),
    )
  })

  test.each(plan.variants.map((each) => [each.id, each] as const))(
    '%s keeps the law',
    (_, each) => {
      const loaded = loadBooks(each.rules, here, region.region.starts)
      const books = loaded.flatMap((one) => ('code' in one ? [] : [one.book]))
      expect(loaded.flatMap((one) => ('code' in one ? [one] : []))).toEqual([])
      const breaches = checkAgainstLaw(books, law).filter(
        ({ code }) => severityOf[code] === 'breach',
      )
      expect(breaches).toEqual([])
    },
  )

  test('every variant is in force when the region starts', () => {
    const { starts } = region.region
    for (const { rules } of plan.variants) {
      const [lowest] = loadBooks(rules, here, starts)
      if (!lowest || 'code' in lowest) throw new Error('the book can be read')
      expect(lowest.book.valid.from).toBeLessThanOrEqual(starts)
      expect(lowest.book.valid.until).toBeGreaterThan(starts)
    }
  })
})

describe('the shares of municipalities follow their key', () => {
  const { plan, folder: here, region } = shipped('fair-share')
  const { places, streams } = region.region
  // Homes a year, not applications: as many as come in target groups, and of movers for renewal (58) and ordinary
  // urgents (25) what the table of 2024 counts out of 680.
  const inGroups = streams
    .filter(({ targetGroup }) => targetGroup !== 'none')
    .reduce((sum, { perYear }) => sum + perYear, 0)
  const urgent = [58, 25].map((counted) => Math.round((counted * 2700) / 680))
  const yearly = urgent.reduce((sum, each) => sum + each, inGroups)

  test.each([
    ['stock', ({ homesShare }: { homesShare: number }) => homesShare],
    [
      'weighted',
      (place: { homesShare: number; publicAreaWeight: number }) =>
        place.homesShare * place.publicAreaWeight,
    ],
  ] as const)('by %s', (id, weight) => {
    const all = places.reduce((sum, place) => sum + weight(place), 0)
    const expected = places.map((place) => [
      `fair-share-${place.id}`,
      Math.round((yearly * weight(place)) / all),
    ])
    const rules = plan.variants.find((each) => each.id === id)?.rules ?? []
    const books = loadBooks(rules, here).flatMap((each) => ('code' in each ? [] : [each.book]))
    const quotas = laidOver(books).flatMap(({ rule }) =>
      rule.kind === 'quota' && rule.id.startsWith('fair-share')
        ? [[rule.id, rule.limit.at_most]]
        : [],
    )
    expect(quotas).toEqual(expected)
  })

  test('by vacancies', () => {
    const { count } = region.region.homes
    expect(Math.round((100 * yearly) / (count * 0.075))).toBe(31)
  })
})

describe('what is wrong with a plan is told with its place', () => {
  const right = readFileSync(shipped('lottery').file, 'utf8')

  test.each<[what: string, from: string, to: string, path: string, code: string, hint?: string]>([
    [
      'a region that does not exist',
      'region: parkstad',
      'region: parkstat',
      'region',
      'region-not-found',
      'Bedoelt u "parkstad"?',
    ],
    [
      'a rule book that does not exist',
      'rules: parkstad-2026',
      'rules: parkstad-20226',
      'variants.none.rules[0]',
      'book-not-found',
      'Bedoelt u "parkstad-2026"?',
    ],
    [
      'a setting that does not exist',
      'set: { vacancies.models.lottery: 0.15 }',
      'set: { vacancies.models.lotery: 0.15 }',
      'variants.fifteen.set.vacancies.models.lotery',
      'unknown-name',
      'Bedoelt u "vacancies.models.lottery"?',
    ],
    [
      'a setting that cannot be',
      'set: { vacancies.models.lottery: 0.15 }',
      'set: { vacancies.models.lottery: 1.5 }',
      'variants.fifteen.set.vacancies.models.lottery',
      'out-of-range',
    ],
    [
      'a measure that does not exist',
      'measure: lettings',
      'measure: letings',
      'headline.measure',
      'unknown-name',
      'Bedoelt u "lettings"?',
    ],
    [
      'a group nobody can be in',
      'gains: "registered:0-1"',
      'gains: "registered:1-0"',
      'headline.gains',
      'unknown-name',
    ],
    ['no years', 'years: 10', 'years: 0', 'years', 'out-of-range'],
    ['half a replication', 'replications: 20', 'replications: 0.5', 'replications', 'wrong-type'],
    [
      'a key that does not exist',
      'seed: 2026',
      'sead: 2026',
      'sead',
      'unknown-key',
      'Bedoelt u "seed"?',
    ],
    ['a headline without winner', 'gains: "registered:0-1", ', '', 'headline', 'missing-key'],
    [
      'a measure to see beside it that does not exist',
      'seed: 2026',
      'seed: 2026\nalso: [match-worth]',
      'also[0]',
      'unknown-name',
    ],
    [
      'a setting of what the region begins with',
      'set: { vacancies.models.lottery: 0.15 }',
      'set: { homes.count: 4000 }',
      'variants.fifteen.set.homes.count',
      'setting-too-late',
    ],
  ])('%s', (_, from, to, path, code, hint) => {
    expect(right).toContain(from)
    const [issue] = issuesOf(right.replace(from, to)).filter((each) => each.path === path)
    expect(issue).toMatchObject({ code, file: join(folder, 'plan.yaml') })
    expect(issue?.line).toBeGreaterThan(1)
    if (hint) expect(issue && sayIssue(issue, 'nl').hint).toBe(hint)
  })

  test('a plan without variants', () => {
    const empty = `${right.slice(0, right.indexOf('variants:'))}variants: {}\n`
    expect(issuesOf(empty)).toMatchObject([{ code: 'empty', path: 'variants' }])
  })

  test('a name nobody has, and a file that is not there', () => {
    expect(loadPlan('lotery')).toMatchObject([
      { code: 'plan-not-found', facts: { near: 'lottery' } },
    ])
    expect(loadPlan('weg.yaml', folder)).toMatchObject([{ code: 'file-not-found' }])
    const [issue] = [loadPlan('iets heel anders')].flat()
    expect(issue).toMatchObject({ facts: { known: expect.arrayContaining(['lottery', 'points']) } })
  })

  function issuesOf(text: string): Issue[] {
    const file = join(folder, 'plan.yaml')
    writeFileSync(file, text)
    const loaded = loadPlan(file)
    return Array.isArray(loaded) ? loaded : []
  }
})
