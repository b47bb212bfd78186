/**
 * The questions that ship, each lived small: whoever certainly wins or loses goes on doing so. A part of the
 * region keeps its proportions, so that directions can be those of the whole; sizes are not.
 */
import { describe, expect, test } from 'vitest'
import type { Figures } from '../core/oversight/figures.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import type { Settings } from '../simulator/apply-settings.ts'
import { loadPlan, shippedPlans } from '../simulator/load-plan.ts'
import type { Variant } from '../simulator/plan.ts'
import type { Region } from '../simulator/region.ts'
import { replicate, type Shared } from '../simulator/replicate.ts'
import { runName, type Study, type StudyVariant, studyOf } from '../simulator/study.ts'

type Size = {
  /** Of the homes and of the people. */
  readonly part: number
  readonly warmUpYears: number
  readonly years: number
  readonly replications: number
}

const usual: Size = { part: 1 / 20, warmUpYears: 1, years: 2, replications: 2 }

// Points that change every month are followed anew every day, which takes a hundred times as long.
const sizes: Readonly<Record<string, Size>> = {
  points: { part: 1 / 100, warmUpYears: 1 / 4, years: 1, replications: 2 },
}

type Sign = 'more' | 'less'
type Said = readonly [measure: string, group: string, sign: Sign]

/**
 * What every replication says at this size, per proposal: in homes, where the headline is about a time or a chance
 * that so few cannot tell. Nothing is certain so small of a minimum share, a lottery, points, a reward for leaving
 * large homes, spared complexes, a share per municipality in numbers and new homes for seniors; of these it is
 * held only that they can be lived and that homes are let.
 */
const certain: Readonly<Record<string, Readonly<Record<string, readonly Said[]>>>> = {
  'local-priority': {
    quarter: [
      ['lettings', 'local', 'more'],
      ['lettings', 'not-local', 'less'],
    ],
    half: [
      ['lettings', 'local', 'more'],
      ['lettings', 'not-local', 'less'],
    ],
  },
  'urgency-categories': {
    ten: [['lettings', 'urgent', 'more']],
    'crisis-first': [['lettings', 'urgent', 'more']],
    'care-first': [['lettings', 'urgent', 'more']],
  },
  'refusal-penalty': { penalty: [['match-value', 'regular', 'less']] },
  'fair-share': { vacancies: [['lettings', 'regular', 'more']] },
}

const studies = shippedPlans().map(({ id }) => smallStudy(id))
const figures = await liveAllOnce(studies)

describe.each(studies.map((each) => [each.plan.id, each] as const))('%s', (id, study) => {
  const [base, ...proposals] = study.variants

  test.each(proposals.map((each) => [each.variant.id, each] as const))('%s', (name, proposal) => {
    const before = runsOf(study, base)
    const after = runsOf(study, proposal)
    expect(after.map((each) => each.lettings?.all ?? 0).every((homes) => homes > 0)).toBe(true)
    for (const [measure, group, sign] of certain[id]?.[name] ?? []) {
      const changes = after.map(
        (each, at) => figureOf(each, measure, group) - figureOf(before[at], measure, group),
      )
      const signs = changes.map((change) => Math.sign(change))
      const expected = sign === 'more' ? 1 : -1
      expect(signs, `${measure} of ${group}: ${changes}`).toEqual(signs.map(() => expected))
    }
  })
})

test('what is certain is about proposals that ship', () => {
  const shipped = studies.flatMap(({ plan }) =>
    plan.variants.map((each) => `${plan.id} ${each.id}`),
  )
  const named = Object.entries(certain).flatMap(([id, each]) =>
    Object.keys(each).map((name) => `${id} ${name}`),
  )
  expect(named.filter((each) => !shipped.includes(each))).toEqual([])
})

function figureOf(run: Figures | undefined, measure: string, group: string): number {
  return run?.[measure]?.[group] ?? Number.NaN
}

function runsOf(study: Study, variant: StudyVariant | undefined): readonly Figures[] {
  return (variant && figures.get(nameOf(study, variant))) ?? []
}

function nameOf(study: Study, variant: StudyVariant): string {
  return runName(study, variant, '')
}

function smallStudy(name: string): Study {
  const loaded = loadPlan(name)
  if (Array.isArray(loaded)) throw new Error(JSON.stringify(loaded))
  const { plan, folder, region } = loaded
  const size = sizeOf(plan.id)
  const set = smaller(region.region, size)
  const variants = plan.variants.map((each) => smallerVariant(each, size))
  const { years, replications } = size
  const asked = { ...plan, years, replications, variants }
  const study = studyOf({ plan: asked, folder, region, set })
  if (Array.isArray(study)) throw new Error(JSON.stringify(study))
  return study
}

// Homes and people alike; complexes too, so that there are as many.
function smaller({ homes, streams }: Region, { part, warmUpYears }: Size): Settings {
  const people = streams.flatMap(({ id, perYear, atStart }) => [
    [`streams.${id}.perYear`, perYear * part],
    [`streams.${id}.atStart`, Math.round(atStart * part)],
  ])
  return {
    'homes.count': homes.count * part,
    'homes.homesPerComplex': Math.max(1, Math.round(homes.homesPerComplex * part)),
    warmUpYears,
    ...Object.fromEntries(people),
  }
}

function smallerVariant(variant: Variant, { part }: Size): Variant {
  const set = Object.entries(variant.set).map(([path, value]) => [
    path,
    path.endsWith('.count') ? Number(value) * part : value,
  ])
  return { ...variant, set: Object.fromEntries(set) }
}

// A quota in numbers is for a region of a certain size.
function smallerRules(rules: readonly RuleBook[], { part }: Size): readonly RuleBook[] {
  return JSON.parse(JSON.stringify(rules), (key, value) =>
    key === 'limit' && value.of === undefined && value.at_most > 0
      ? { ...value, at_most: Math.max(1, Math.round(value.at_most * part)) }
      : value,
  )
}

function sizeOf(question: string): Size {
  return sizes[question] ?? usual
}

/** Many questions begin at the rules of today: what several of them ask is lived once. */
async function liveAllOnce(all: readonly Study[]): Promise<ReadonlyMap<string, Figures[]>> {
  const found = new Map<string, Figures[]>()
  for (const alike of Map.groupBy(all, ({ plan }) => sizeOf(plan.id)).values()) {
    await liveAlike(alike, found)
  }
  return found
}

async function liveAlike(alike: readonly Study[], found: Map<string, Figures[]>): Promise<void> {
  const [first] = alike
  if (!first) return
  const { years, seed, replications } = first.plan
  const runs = runsByName(alike)
  const names = [...runs.keys()]
  const tasks = names.flatMap((_, run) =>
    Array.from({ length: replications }, (_each, replication) => ({ run, replication })),
  )
  await replicate(
    tasks,
    { runs: [...runs.values()], years, seed },
    {
      threads: 2,
      finished: ({ run, replication }, each) => {
        const own = found.get(names[run] ?? '') ?? []
        own[replication] = each
        found.set(names[run] ?? '', own)
      },
    },
  )
}

function runsByName(alike: readonly Study[]): Map<string, Shared['runs'][number]> {
  const runs = new Map<string, Shared['runs'][number]>()
  for (const study of alike) {
    const [first] = study.variants
    const size = sizeOf(study.plan.id)
    const before = smallerRules(first?.rules ?? [], size)
    for (const each of study.variants) {
      const books = each.hash === first?.hash ? before : smallerRules(each.rules, size)
      runs.set(nameOf(study, each), { region: each.region, before, books })
    }
  }
  return runs
}
