/**
 * Sets numbers of a region so that it comes to figures that are known (ijken). Each number has one figure it
 * answers for. In turn each is moved along the line through its last two trials (secant), the others as they
 * are; a few rounds let them settle. All trials share their luck, so a figure moves by the number alone.
 */
import { estimateOf } from '../core/oversight/estimate.ts'
import type { Estimate, Figures } from '../core/oversight/figures.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import { applySettings } from './apply-settings.ts'
import type { Goal, Targets } from './load-targets.ts'
import type { Region } from './region.ts'
import { replicate } from './replicate.ts'
import { shrink } from './shrink.ts'

export type Values = Readonly<Record<string, number>>

/** Gives the figures of every replication of the region with these values. */
export type Trial = (values: Values) => Promise<readonly Figures[]>

export type Calibrated = {
  readonly values: Values
  readonly before: readonly Reached[]
  readonly after: readonly Reached[]
  readonly trials: number
}

/** What a goal came to. */
export type Reached = {
  readonly goal: Goal
  readonly figure: Estimate | null
  readonly met: boolean
}

type Fitted = Goal & Required<Pick<Goal, 'fits'>>

export async function calibrate(
  targets: Targets,
  start: Values,
  trial: Trial,
): Promise<Calibrated> {
  const fitted = targets.goals.filter(isFitted)
  const counted = counting(trial)
  const first = await counted.trial(start)
  let values = start
  let last = first
  const slopes = new Map<string, number>()
  for (let round = 0; round < targets.rounds; round += 1) {
    for (const goal of fitted) {
      const next = nextValue(goal, values, last, slopes)
      if (next === values[goal.fits.parameter]) continue
      const tried = { ...values, [goal.fits.parameter]: next }
      const figures = await counted.trial(tried)
      learnSlope(goal, { values, figures: last }, { values: tried, figures }, slopes)
      values = tried
      last = figures
    }
  }
  return {
    values,
    before: reachedIn(targets.goals, first),
    after: reachedIn(targets.goals, last),
    trials: counted.trials(),
  }
}

function isFitted(goal: Goal): goal is Fitted {
  return goal.fits !== undefined
}

function counting(trial: Trial) {
  let trials = 0
  return {
    trials: () => trials,
    trial: (values: Values) => {
      trials += 1
      return trial(values)
    },
  }
}

/** What every goal came to, and whether that is within its bounds. */
export function reachedIn(goals: readonly Goal[], runs: readonly Figures[]): readonly Reached[] {
  return goals.map((goal) => {
    const figure = estimateOf(runs.map((run) => figureOf(goal, run)))
    return {
      goal,
      figure,
      met: figure !== null && figure.mean >= goal.from && figure.mean <= goal.to,
    }
  })
}

function figureOf({ measure, groups }: Goal, figures: Figures): number | null {
  const values = groups.map((group) => figures[measure]?.[group] ?? null)
  return values.reduce<number | null>(
    (sum, each) => (sum === null || each === null ? null : sum + each),
    0,
  )
}

function meanOfGoal(goal: Goal, runs: readonly Figures[]): number {
  return estimateOf(runs.map((run) => figureOf(goal, run)))?.mean ?? Number.NaN
}

const stepMost = 0.25
const nearEnough = 0.02

// Along the line in logarithms: a number that is off by a tenth moves its figure by a tenth times the slope.
function nextValue(
  goal: Fitted,
  values: Values,
  last: readonly Figures[],
  slopes: ReadonlyMap<string, number>,
): number {
  const { parameter, from, to, slope } = goal.fits
  const now = values[parameter] ?? from
  const off = Math.log(goal.is / meanOfGoal(goal, last))
  if (!Number.isFinite(off) || Math.abs(off) < nearEnough) return now
  const step = off / (slopes.get(parameter) ?? slope)
  const bounded = Math.min(stepMost, Math.max(-stepMost, step))
  return rounded(Math.min(to, Math.max(from, now * Math.exp(bounded))))
}

const figuresKept = 3

// What a file can say without pretending to know more.
function rounded(value: number): number {
  return Number(value.toPrecision(figuresKept))
}

type Tried = { readonly values: Values; readonly figures: readonly Figures[] }

const slopeLeast = 0.1
const slopeMost = 3

// Chance can make a line flat or point the wrong way: then the line of before serves.
function learnSlope(goal: Fitted, one: Tried, other: Tried, slopes: Map<string, number>): void {
  const { parameter, slope } = goal.fits
  const moved = Math.log((other.values[parameter] ?? 0) / (one.values[parameter] ?? 0))
  const answered = Math.log(meanOfGoal(goal, other.figures) / meanOfGoal(goal, one.figures))
  const seen = (answered / moved) * Math.sign(slope)
  if (seen >= slopeLeast && seen <= slopeMost) slopes.set(parameter, seen * Math.sign(slope))
}

/** Trials of a region in a part of its size, on threads. */
export function trialsOf(
  region: Region,
  books: readonly RuleBook[],
  { part, years, replications, seed, goals }: Targets,
  threads: number,
): Trial {
  return async (values) => {
    const set = applySettings(region, values)
    if (Array.isArray(set)) throw new Error(set.map(({ code, path }) => `${path}: ${code}`).join())
    const runs = [{ region: shrink(set, part), before: books, books }]
    const lived = new Array<Figures>(replications)
    await replicate(
      Array.from({ length: replications }, (_, replication) => ({ run: 0, replication })),
      { runs, years, seed },
      {
        threads,
        finished: ({ replication }, figures) => {
          lived[replication] = grown(figures, goals, part)
        },
      },
    )
    return lived
  }
}

/** Figures of a smaller region as those of the whole: what goes with its size is as much more. */
export function grown(figures: Figures, goals: readonly Goal[], part: number): Figures {
  const sizes = new Set(goals.flatMap(({ measure, scales }) => (scales ? [measure] : [])))
  return Object.fromEntries(
    Object.entries(figures).map(([measure, groups]) => [
      measure,
      sizes.has(measure)
        ? Object.fromEntries(
            Object.entries(groups).map(([group, value]) => [
              group,
              value === null ? null : value / part,
            ]),
          )
        : groups,
    ]),
  )
}

/** The values a region has now of what is fitted. */
export function startOf({ goals }: Targets, valueAt: (path: string) => number): Values {
  return Object.fromEntries(
    goals.flatMap(({ fits }) => (fits ? [[fits.parameter, valueAt(fits.parameter)] as const] : [])),
  )
}
