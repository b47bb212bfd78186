/**
 * The questions that ship, each lived small: who wins and who loses by the measure of the headline stays the
 * same. A part of the region keeps its proportions, so that directions can be those of the whole; sizes are not.
 */
import { describe, expect, test } from 'vitest'
import type { Figures } from '../core/oversight/figures.ts'
import { sharedBy } from '../simulator/compare.ts'
import { loadPlan, shippedPlans } from '../simulator/load-plan.ts'
import { replicate, type Shared } from '../simulator/replicate.ts'
import { headlineAbout } from '../simulator/report/headline.ts'
import { areasOf, runName, type Study, type StudyVariant, studyOf } from '../simulator/study.ts'

type Size = {
  /** Of the homes and of the people. */
  readonly part: number
  readonly warmUpYears: number
  readonly years: number
  readonly replications: number
}

const usual: Size = { part: 1 / 10, warmUpYears: 1.5, years: 2, replications: 2 }

const sizes: Readonly<Record<string, Size>> = {
  // Who is on the list for long changes slowly.
  lottery: { ...usual, warmUpYears: 1, years: 5 },
  // Points that change every month are followed anew every day, which takes a hundred times as long.
  points: { part: 1 / 100, warmUpYears: 1 / 4, years: 1, replications: 2 },
}

type Sign = 'more' | 'less' | 'unsure'
type Sides = readonly [gains: Sign, loses: Sign] | readonly [gains: Sign]

/** Per proposal what every replication says of both groups; nothing is held where so small a part is unsure. */
const said: Readonly<Record<string, Readonly<Record<string, Sides>>>> = {
  'minimum-share': {
    'share-50': ['unsure', 'unsure'],
    'share-60': ['unsure', 'unsure'],
    'share-70': ['unsure', 'unsure'],
    'share-80': ['more', 'less'],
  },
  'local-priority': { quarter: ['more', 'less'], half: ['more', 'less'] },
  'urgency-categories': {
    ten: ['more', 'less'],
    'crisis-first': ['more', 'less'],
    'care-first': ['more', 'less'],
  },
  lottery: { fifteen: ['more', 'less'] },
  points: { points: ['unsure', 'unsure'], 'points-clicked': ['unsure', 'unsure'] },
  'leaving-large-homes': { rewarded: ['unsure', 'unsure'] },
  'refusal-penalty': { penalty: ['more', 'less'] },
  'sparing-complexes': { spared: ['unsure', 'unsure'] },
  'fair-share': {
    stock: ['unsure', 'unsure'],
    vacancies: ['more', 'less'],
    weighted: ['unsure', 'unsure'],
  },
  'senior-homes': { built: ['more'] },
}

/** What else a question is about and every replication says. */
const saidBeside: readonly (readonly [
  plan: string,
  variant: string,
  measure: string,
  group: string,
  sign: Sign,
])[] = [
  ['local-priority', 'half', 'displaced-share', 'all', 'more'],
  ['points', 'points-clicked', 'responses-per-home', 'all', 'more'],
  ['refusal-penalty', 'penalty', 'offers-per-letting', 'all', 'less'],
  ['sparing-complexes', 'spared', 'lettings-in-area', 'target:permit-holder', 'less'],
]

const studies = shippedPlans().map(({ id }) => smallStudy(id))
const figures = await liveAllOnce(studies)

describe.each(studies.map((each) => [each.plan.id, each] as const))('%s', (id, study) => {
  const [base, ...proposals] = study.variants
  const { measure, gains, loses } = headlineAbout(study)
  const groups = [...new Set([gains, loses])]

  test.each(proposals.map((each) => [each.variant.id, each] as const))('%s', (name, proposal) => {
    const changes = groups.map((group) => changesOf(study, [base, proposal], measure, group))
    const told = groups.map((group, at) => `${measure} of ${group}: ${changes[at]}`).join('; ')
    const expected = said[id]?.[name] ?? []
    const signs = changes.map(signOf)
    expect(
      signs.map((sign, at) => (expected[at] === 'unsure' ? 'unsure' : sign)),
      told,
    ).toEqual(expected)
    expect(runsOf(study, proposal).every((each) => figureOf(each, 'lettings', 'all') > 0)).toBe(
      true,
    )
  })
})

test.each(saidBeside)('%s, %s: %s of %s is %s', (id, name, measure, group, sign) => {
  const study = studies.find(({ plan }) => plan.id === id)
  const [base, ...proposals] = study?.variants ?? []
  const proposal = proposals.find(({ variant }) => variant.id === name)
  if (!study || !proposal) throw new Error(`${id} ${name} does not ship`)
  const changes = changesOf(study, [base, proposal], measure, group)
  expect(signOf(changes), changes.join()).toBe(sign)
})

test('what is said is about proposals that ship', () => {
  const shipped = studies.flatMap(({ plan: { id, variants } }) =>
    variants.slice(1).map((each) => `${id} ${each.id}`),
  )
  const named = Object.entries(said).flatMap(([id, each]) =>
    Object.keys(each).map((name) => `${id} ${name}`),
  )
  expect(named.toSorted()).toEqual(shipped.toSorted())
})

function changesOf(
  study: Study,
  [base, proposal]: readonly [StudyVariant | undefined, StudyVariant],
  measure: string,
  group: string,
): readonly number[] {
  const before = runsOf(study, base)
  return runsOf(study, proposal).map(
    (each, at) => figureOf(each, measure, group) - figureOf(before[at], measure, group),
  )
}

function signOf(changes: readonly number[]): Sign {
  if (changes.every((change) => change > 0)) return 'more'
  return changes.every((change) => change < 0) ? 'less' : 'unsure'
}

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
  const { part, warmUpYears, years, replications } = sizeOf(plan.id)
  const asked = { ...plan, years, replications }
  const study = studyOf({ plan: asked, folder, region, part, set: { warmUpYears } })
  if (Array.isArray(study)) throw new Error(JSON.stringify(study))
  return study
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
  const runs = new Map<string, Shared['runs'][number]>()
  for (const study of alike) {
    const { runs: own } = sharedBy(study)
    for (const [at, each] of study.variants.entries()) {
      const run = own[at]
      if (run) runs.set(nameOf(study, each), run)
    }
  }
  const names = [...runs.keys()]
  const tasks = names.flatMap((_, run) =>
    Array.from({ length: replications }, (_each, replication) => ({ run, replication })),
  )
  await replicate(
    tasks,
    { runs: [...runs.values()], areas: alike.flatMap(areasOf), years, seed },
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
