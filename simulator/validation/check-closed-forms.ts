/** Lives the runs that are held to formulas, and lays every figure beside its reference (toetsing). */
import { estimateOf } from '../../core/oversight/estimate.ts'
import type { Estimate, Figures } from '../../core/oversight/figures.ts'
import { replicate } from '../replicate.ts'
import { type Flows, formulas } from './closed-forms.ts'
import { type ClosedFormRun, type Expected, isNear } from './load-closed-forms.ts'

/** One figure of one run beside its reference. */
export type Checked = {
  readonly run: ClosedFormRun
  readonly expected: Expected
  /** As it came out, luck and all. */
  readonly asLived: number
  /** The same without the luck of who came in and what became free, with its interval. */
  readonly figure: Estimate
  readonly near: boolean
}

export type Living = {
  readonly threads: number
  readonly progress?: (done: number, total: number) => void
}

/** Lives all replications of the runs and checks what each expects. */
export async function checkClosedForms(
  runs: readonly ClosedFormRun[],
  living: Living,
): Promise<readonly Checked[]> {
  const lived = await liveAll(runs, living)
  return runs.flatMap((run, at) => checkedOf(run, lived[at] ?? []))
}

async function liveAll(
  runs: readonly ClosedFormRun[],
  { threads, progress }: Living,
): Promise<readonly (readonly Figures[])[]> {
  const lived = runs.map(({ replications }) => new Array<Figures | undefined>(replications))
  const total = runs.reduce((sum, { replications }) => sum + replications, 0)
  let done = 0
  for (const alike of Map.groupBy(runs, ({ years }) => years).values()) {
    const [first] = alike
    if (!first) continue
    const shared = { runs: alike.map(livedAs), years: first.years, seed: first.seed }
    await replicate(tasksOf(alike), shared, {
      threads,
      finished: ({ run, replication }, figures) => {
        const asked = alike[run]
        const at = asked === undefined ? -1 : runs.indexOf(asked)
        lived[at]?.splice(replication, 1, figures)
        done += 1
        progress?.(done, total)
      },
    })
  }
  return lived.map((each) => each.filter((figures) => figures !== undefined))
}

// The rules hold in the warm-up as well: they are one and the same list, and so no change of rules.
function livedAs({ region, books }: ClosedFormRun) {
  const rules = books.map(({ book }) => book)
  return { region, before: rules, books: rules }
}

function tasksOf(runs: readonly ClosedFormRun[]) {
  return runs.flatMap(({ replications }, run) =>
    Array.from({ length: replications }, (_, replication) => ({ run, replication })),
  )
}

function checkedOf(run: ClosedFormRun, lived: readonly Figures[]): readonly Checked[] {
  return run.expect.flatMap((expected) => {
    const found = lived.flatMap((figures) => {
      const value = figures[expected.measure]?.[expected.group] ?? undefined
      return value === undefined ? [] : [{ value, luck: luckIn(run, expected, figures) }]
    })
    const asLived = estimateOf(found.map(({ value }) => value))
    const figure = estimateOf(found.map(({ value, luck }) => value - luck))
    if (!asLived || !figure) return []
    return [{ run, expected, asLived: asLived.mean, figure, near: isNear(expected, figure.mean) }]
  })
}

/**
 * What the formula says the luck of a run did to its figure: with as many people and homes as came, less with
 * as many as come on average (control variate). On average it is nothing; without it fewer years are enough.
 */
function luckIn(run: ClosedFormRun, { formula, reference }: Expected, figures: Figures): number {
  return formulas[formula](flowsLived(run.flows, figures)) - reference
}

function flowsLived(flows: Flows, { inflow = {} }: Figures): Flows {
  const { regular, others, urgent, homes } = inflow
  return {
    ...flows,
    locals: regular ?? flows.locals,
    others: others ?? flows.others,
    urgents: urgent ?? flows.urgents,
    homes: homes ?? flows.homes,
  }
}
