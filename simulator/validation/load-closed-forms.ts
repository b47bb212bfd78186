/** The runs that hold the simulation to formulas (toetsing): each a region, rule books, and what must come out. */
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { type MeasureId, measureIds } from '../../core/oversight/definitions.ts'
import type { Issue } from '../../core/policy/issue.ts'
import { loadBooks } from '../../policies/load-books.ts'
import type { LoadedBook } from '../../policies/load-rule-book.ts'
import type { Document } from '../../policies/read-document.ts'
import { readDocument } from '../../policies/read-document.ts'
import { closed, count, id, number, oneOrMore, text } from '../../policies/rule-book-schema.ts'
import { readShape } from '../../policies/shape-issues.ts'
import { applySettings } from '../apply-settings.ts'
import { loadRegion } from '../load-region.ts'
import type { Region } from '../region.ts'
import { type Flows, type FormulaId, flowsOf, formulaIds, formulas } from './closed-forms.ts'

/** One run; the rules hold in its warm-up as well, for only then is its state steady. */
export type ClosedFormRun = {
  readonly id: string
  readonly region: Region
  readonly books: readonly LoadedBook[]
  readonly rules: readonly string[]
  readonly set: Readonly<Record<string, number | string>>
  /** Its own where the form settles sooner, or takes longer, than the others. */
  readonly years: number
  readonly replications: number
  readonly seed: number
  /** What goes in, as the region's file has it. */
  readonly flows: Flows
  readonly expect: readonly Expected[]
}

export type Expected = {
  /** As the literature list numbers it: `E3-2`. */
  readonly form: string
  readonly measure: MeasureId | 'searching-number'
  readonly group: string
  readonly formula: FormulaId
  readonly reference: number
  /** Part of the reference that a figure may be off. */
  readonly tolerance: number
}

const toleranceUsual = 0.02
/** Where the reference is 0 no part of it can be taken. */
const yearsAroundZero = 0.1

/** Whether a figure is near enough to its reference. */
export function isNear({ reference, tolerance }: Expected, figure: number): boolean {
  const room = reference === 0 ? yearsAroundZero : tolerance * Math.abs(reference)
  return Math.abs(figure - reference) <= room
}

/** The same run in a part of the size: what it waits for is the same, and chance weighs more. */
export function smaller(run: ClosedFormRun, part: number, years: number): ClosedFormRun {
  const { homes, streams } = run.region
  const region = {
    ...run.region,
    homes: { ...homes, count: Math.round(homes.count * part) },
    streams: streams.map((each) => ({
      ...each,
      perYear: each.perYear * part,
      atStart: Math.round(each.atStart * part),
    })),
  }
  return { ...run, region, years, ...expectedOf(run.expect, region, run.books) }
}

const optional = z.exactOptional
const setting = z.union([z.number({ error: 'number' }), z.string({ error: 'text' })])

/** The dictionary of oversight, and what only a simulation can count. */
const measured = [...measureIds, 'searching-number'] as const

const expected = closed({
  form: text,
  measure: z.enum(measured),
  group: text,
  formula: z.enum(formulaIds),
  tolerance: optional(number.min(0)),
})

const run = closed({
  rules: oneOrMore(text),
  set: z.record(z.string(), setting, { error: 'map' }).default({}),
  years: optional(count),
  expect: z.array(expected, { error: 'list' }).min(1),
})

const closedFormsFile = closed({
  forms: id,
  region: text,
  years: count,
  replications: count,
  seed: z.int({ error: 'whole-number' }).min(0),
  runs: z.record(z.string(), run, { error: 'map' }),
})

type Written = z.output<typeof closedFormsFile>

export const closedFormsShipped = join(
  import.meta.dirname,
  '../regions/closed-forms/closed-forms.yaml',
)

/** Reads the runs with their region and books, and works their references out. Never throws on a bad file. */
export function loadClosedForms(file: string = closedFormsShipped): ClosedFormRun[] | Issue[] {
  const document = readDocument(file)
  if (Array.isArray(document)) return document
  const shape = readShape(closedFormsFile, document, 'forms')
  if (Array.isArray(shape)) return shape
  const loaded = loadRegion(shape.read.region, dirname(file))
  if (Array.isArray(loaded)) return loaded
  const runs: ClosedFormRun[] = []
  const issues: Issue[] = []
  for (const name of Object.keys(shape.read.runs)) {
    const read = readRun(name, shape.read, loaded.region, document)
    if (Array.isArray(read)) issues.push(...read)
    else runs.push(read)
  }
  return issues.length > 0 ? issues : runs
}

function readRun(
  name: string,
  { runs, years, replications, seed }: Written,
  base: Region,
  document: Document,
): ClosedFormRun | Issue[] {
  const written = runs[name]
  if (!written) return []
  const { rules, set } = written
  const region = applySettings(base, set, (path) => {
    const here = ['runs', name, 'set', path]
    return { file: document.file, path: here.join('.'), ...document.locate(here, 'key') }
  })
  if (Array.isArray(region)) return region
  const books = loadBooks(rules, dirname(document.file), region.starts)
  const read = books.flatMap((each) => ('code' in each ? [] : [each]))
  if (read.length < books.length) return books.flatMap((each) => ('code' in each ? [each] : []))
  return {
    id: name,
    region,
    books: read,
    rules,
    set,
    years: written.years ?? years,
    replications,
    seed,
    ...expectedOf(written.expect, region, read),
  }
}

function expectedOf(
  written: readonly (Omit<Expected, 'reference' | 'tolerance'> & { tolerance?: number })[],
  region: Region,
  books: readonly LoadedBook[],
): Pick<ClosedFormRun, 'flows' | 'expect'> {
  const flows = flowsOf(
    region,
    books.map(({ book }) => book),
  )
  const expect = written.map((each) => ({
    ...each,
    reference: formulas[each.formula](flows),
    tolerance: each.tolerance ?? toleranceUsual,
  }))
  return { flows, expect }
}
