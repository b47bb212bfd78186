/**
 * Reads a plan (onderzoeksvraag): the region, the sets of rules to lay side by side, and what the answer is
 * about. Every rule book must be there and every setting must fit the region; faults come with their place.
 */
import { readdirSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import * as z from 'zod'
import { measureIds } from '../core/oversight/definitions.ts'
import type { Issue } from '../core/policy/issue.ts'
import type { Path } from '../core/policy/resolve.ts'
import { isMap, refuseIn } from '../policies/condition-schema.ts'
import { bookIssue } from '../policies/load-books.ts'
import { hashOf } from '../policies/load-rule-book.ts'
import { nearestWord } from '../policies/nearest-word.ts'
import { type Document, documentEndings, isPath, readDocument } from '../policies/read-document.ts'
import { closed, count, id, oneOrMore, text } from '../policies/rule-book-schema.ts'
import { readShape } from '../policies/shape-issues.ts'
import { unknownName } from '../policies/vocabulary.ts'
import { applySettings, settingsOfStart } from './apply-settings.ts'
import { findRegion, type LoadedRegion, loadRegion, regionNotFound } from './load-region.ts'
import { groupsOfRegion } from './outcome.ts'
import type { Plan } from './plan.ts'
import { grid, variantsOfGrid } from './plan-grid.ts'
import { usualRules } from './study.ts'

export type LoadedPlan = {
  readonly plan: Plan
  readonly file: string
  /** From where paths in it count: those of the region and of rule books. */
  readonly folder: string
  readonly hash: string
  readonly region: LoadedRegion
}

const optional = z.exactOptional
const setting = z.union([z.number({ error: 'number' }), z.string({ error: 'text' })])

const variant = closed({
  title: text,
  english: optional(text),
  rules: oneOrMore(text),
  invented: optional(text),
  englishInvented: optional(text),
  set: z.record(z.string(), setting, { error: 'map' }).default({}),
})

const variants = z.record(z.string(), variant, { error: 'map' })

const shape = closed({
  plan: id,
  title: text,
  english: optional(text),
  question: optional(text),
  englishQuestion: optional(text),
  region: text,
  years: count,
  replications: count,
  seed: z.int({ error: 'whole-number' }).min(0),
  variants: optional(variants),
  rules: optional(oneOrMore(text)),
  grid: optional(grid),
  headline: optional(closed({ measure: text, gains: text, loses: optional(text) })),
  also: optional(z.array(text, { error: 'list' }).min(1)),
})

/**
 * A plan as written. Variants are a map from their name, the first is what the others are compared with; a grid
 * stands for a variant at each of its points. Without rules a point has those of the region.
 */
const planFile = shape
  .check((context) => {
    const allowed = ['variants', 'grid']
    const found = allowed.filter((key) => Object.hasOwn(context.value, key))
    if (found.length === 1) return
    refuseIn(context)({ code: 'exactly-one-key', facts: { found, allowed } }, [])
  })
  .transform(({ plan, variants: written = {}, grid: axes, rules = [], ...rest }) => ({
    id: plan,
    ...rest,
    variants: axes
      ? variantsOfGrid(axes, rules)
      : Object.entries(written).map(([name, each]) => ({ id: name, ...each })),
  })) satisfies z.ZodType<Plan>

const questionsFolder = join(import.meta.dirname, 'questions')

/** Plans that ship with the system: the questions it must answer, by name without their number. */
export function shippedPlans(): { readonly id: string; readonly file: string }[] {
  return readdirSync(questionsFolder)
    .filter((name) => documentEndings.includes(extname(name)))
    .map((name) => ({
      id: basename(name, extname(name)).replace(/^\d[a-z]?-/, ''),
      file: join(questionsFolder, name),
    }))
}

/** Reads a plan by path, or by the name of one that ships. Never throws on a bad file. */
export function loadPlan(reference: string, folder: string = process.cwd()): LoadedPlan | Issue[] {
  const file = isPath(reference)
    ? resolve(folder, reference)
    : shippedPlans().find(({ id: name }) => name === reference)?.file
  if (file === undefined) return [planNotFound(reference)]
  const document = readDocument(file)
  return Array.isArray(document) ? document : readPlan(document)
}

function planNotFound(reference: string): Issue {
  const known = shippedPlans().map(({ id: name }) => name)
  const near = nearestWord(reference, known)
  const facts = { plan: reference, ...(near === undefined ? { known } : { near }) }
  return { file: reference, path: '', code: 'plan-not-found', facts }
}

function readPlan(document: Document): LoadedPlan | Issue[] {
  const shape = readShape(planFile, document, 'plan')
  if (Array.isArray(shape)) return shape
  const folder = dirname(document.file)
  const region = regionOf(shape.read, folder, document)
  if (Array.isArray(region)) return region
  const plan = withRules(shape.read, region)
  const issues = [
    ...(plan.variants.length === 0
      ? [document.issue({ code: 'empty', facts: {} }, ['variants'])]
      : []),
    ...bookIssues(plan, folder, region, document),
    ...settingIssues(plan, region, document),
    ...headlineIssues(plan, region, document),
    ...alsoIssues(plan, document),
  ]
  if (issues.length > 0) return issues
  return { plan, file: document.file, folder, hash: hashOf(document.value), region }
}

function withRules(plan: Plan, region: LoadedRegion): Plan {
  const completed = plan.variants.map((each) =>
    each.rules.length > 0 ? each : { ...each, rules: usualRules(region) },
  )
  return { ...plan, variants: completed }
}

// A region that is not there is told where it is named.
function regionOf({ region }: Plan, folder: string, document: Document): LoadedRegion | Issue[] {
  if (findRegion(region, folder) === undefined) {
    return [document.issue(regionNotFound(region), ['region'])]
  }
  return loadRegion(region, folder)
}

function bookIssues(
  { variants: asked }: Plan,
  folder: string,
  { region }: LoadedRegion,
  document: Document,
): Issue[] {
  return asked.flatMap(({ id: name, rules }) =>
    rules.flatMap((reference, at) => {
      const problem = bookIssue(reference, folder, region.starts)
      const here = isGrid(document) ? rulesOfGrid(document) : ['variants', name, 'rules', at]
      return problem ? [document.issue(problem, here)] : []
    }),
  )
}

function settingIssues(
  { variants: asked }: Plan,
  { region }: LoadedRegion,
  document: Document,
): Issue[] {
  return asked.flatMap(({ id: name, set }) => {
    const placeOf = (path: string) => {
      const here = isGrid(document) ? ['grid', path] : ['variants', name, 'set', path]
      return { file: document.file, path: here.join('.'), ...document.locate(here, 'key') }
    }
    const tooLate = settingsOfStart(set, placeOf)
    const applied = applySettings(region, set, placeOf)
    return Array.isArray(applied) ? applied : tooLate
  })
}

function headlineIssues({ headline }: Plan, { region }: LoadedRegion, document: Document): Issue[] {
  if (!headline) return []
  const groups = groupsOfRegion(region)
  const asked = [
    ['measure', headline.measure, 'measure', measureIds],
    ['gains', headline.gains, 'group', groups],
    ['loses', headline.loses ?? headline.gains, 'group', groups],
  ] as const
  return asked.flatMap(([key, name, what, allowed]) =>
    allowed.some((each) => each === name)
      ? []
      : [document.issue(unknownName(name, what, allowed), ['headline', key])],
  )
}

function alsoIssues({ also = [] }: Plan, document: Document): Issue[] {
  return also.flatMap((name, at) =>
    measureIds.some((each) => each === name)
      ? []
      : [document.issue(unknownName(name, 'measure', measureIds), ['also', at])],
  )
}

function isGrid({ value }: Document): boolean {
  return isMap(value) && 'grid' in value
}

function rulesOfGrid({ value }: Document): Path {
  return isMap(value) && isMap(value.grid) && 'rules' in value.grid ? ['grid', 'rules'] : ['rules']
}
