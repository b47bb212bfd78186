/** Reads what a region is to resemble (doelen): figures with a source or chosen, and which numbers they set. */
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { shareInterval } from '../core/oversight/distribution.ts'
import type { Issue } from '../core/policy/issue.ts'
import { isPath, readDocument } from '../policies/read-document.ts'
import { closed, count, id, number, oneOrMore, text } from '../policies/rule-book-schema.ts'
import { readShape } from '../policies/shape-issues.ts'
import { shippedRegions } from './load-region.ts'

/** A figure the region is to come to, and within what it is met. */
export type Goal = {
  readonly id: string
  /** The figure, and the groups of it that are added up. */
  readonly measure: string
  readonly groups: readonly string[]
  readonly is: number
  readonly from: number
  readonly to: number
  /** Its size goes with that of the region. */
  readonly scales: boolean
  readonly source?: string
  /** The number of the region's file it sets, and between what; without it the goal is held out. */
  readonly fits?: Fits
}

export type Fits = {
  readonly parameter: string
  readonly from: number
  readonly to: number
  /** By how many percent the figure moves with one percent of the parameter, to begin with; below 0 it falls. */
  readonly slope: number
}

export type Targets = {
  readonly id: string
  readonly region: string
  /** The part of the region's size that is lived, and how. */
  readonly part: number
  readonly years: number
  readonly replications: number
  readonly seed: number
  /** How often every parameter has its turn. */
  readonly rounds: number
  readonly goals: readonly Goal[]
}

const optional = z.exactOptional

/** Counted cases: met within the interval that chance leaves. */
const counted = closed({ taken: count, of: count })

const goal = closed({
  of: z.record(z.string(), oneOrMore(text), { error: 'map' }),
  is: z.union([number, counted]),
  from: optional(number),
  to: optional(number),
  scales: z.boolean({ error: 'yes-no' }).default(false),
  source: optional(text),
  synthetic: optional(z.literal(true, { error: 'yes-no' })),
  fits: optional(closed({ parameter: text, from: number, to: number, slope: number.default(1) })),
})

const targetsFile = closed({
  targets: id,
  region: text,
  part: number.min(0).max(1),
  years: count,
  replications: count,
  seed: z.int({ error: 'whole-number' }).min(0),
  rounds: count,
  goals: z.record(z.string(), goal, { error: 'map' }),
}).transform(({ targets, goals, ...rest }) => ({
  id: targets,
  ...rest,
  goals: Object.entries(goals).map(([name, each]) => goalOf(name, each)),
}))

function goalOf(name: string, written: z.output<typeof goal>): Goal {
  const { of, is, from, to, scales, source, fits } = written
  const [[measure, groups] = ['', []]] = Object.entries(of)
  const within = typeof is === 'number' ? undefined : shareInterval(is)
  const figure = typeof is === 'number' ? is : is.taken / is.of
  return {
    id: name,
    measure,
    groups,
    is: figure,
    from: from ?? within?.low ?? figure,
    to: to ?? within?.high ?? figure,
    scales,
    ...(source !== undefined && { source }),
    ...(fits && { fits }),
  }
}

/** The file a reference means: a path, or the name of a region that ships with its targets; or none. */
export function findTargets(reference: string): string | undefined {
  if (isPath(reference)) return reference
  const shipped = shippedRegions().find(({ id }) => id === reference)
  return shipped && join(dirname(shipped.file), `${reference}.targets.yaml`)
}

/** Never throws on a bad file. */
export function loadTargets(file: string): Targets | Issue[] {
  const document = readDocument(file)
  if (Array.isArray(document)) return document
  const shape = readShape(targetsFile, document)
  return Array.isArray(shape) ? shape : shape.read
}
