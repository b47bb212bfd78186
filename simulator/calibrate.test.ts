import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Figures } from '../core/oversight/figures.ts'
import { calibrate, grown, reachedIn, type Values } from './calibrate.ts'
import { loadRegion } from './load-region.ts'
import { type Goal, loadTargets, type Targets } from './load-targets.ts'
import { shrink } from './shrink.ts'

function goal(id: string, is: number, fits?: Goal['fits']): Goal {
  const bounds = { from: is * 0.95, to: is * 1.05 }
  return { id, measure: id, groups: ['all'], is, ...bounds, scales: false, ...(fits && { fits }) }
}

const targets: Targets = {
  id: 'test',
  region: 'test',
  part: 1,
  years: 1,
  replications: 2,
  seed: 1,
  rounds: 4,
  goals: [
    goal('time', 3.5, { parameter: 'patience', from: 1, to: 9, slope: 1 }),
    goal('searching', 9000, { parameter: 'arrivals', from: 1000, to: 9000, slope: 1 }),
    goal('success', 0.2),
  ],
}

/** A region of which everything is known: arrivals wait as long as their patience lasts. */
async function trial({ patience = 0, arrivals = 0 }: Values): Promise<readonly Figures[]> {
  const run = (luck: number): Figures => ({
    time: { all: Math.sqrt(patience) * 2 * luck },
    searching: { all: arrivals * patience * luck },
    success: { all: 1 / patience },
  })
  return [run(0.99), run(1.01)]
}

describe('numbers are set so that figures come to their targets', () => {
  test('each by its own figure, also where one moves the other', async () => {
    const { values, after } = await calibrate(targets, { patience: 2, arrivals: 5000 }, trial)
    expect(values.patience).toBeCloseTo(3.06, 1)
    expect(values.arrivals).toBeCloseTo(2940, -2)
    expect(after.map(({ met }) => met)).toEqual([true, true, false])
  })
  test('what is near enough is left alone', async () => {
    const { trials } = await calibrate(targets, { patience: 3.06, arrivals: 2940 }, trial)
    expect(trials).toBe(1)
  })
  test('never beyond what is plausible', async () => {
    const [time, ...rest] = targets.goals
    const bound = { ...targets, goals: [goal('time', 99, time?.fits), ...rest] }
    const { values } = await calibrate(bound, { patience: 8, arrivals: 1000 }, trial)
    expect(values.patience).toBe(9)
  })
})

describe('a goal', () => {
  test('adds up its groups', () => {
    const both = { ...goal('share', 0.3), groups: ['one', 'other'] }
    const runs = [{ share: { one: 0.1, other: 0.2 } }, { share: { one: 0.1, other: 0.2 } }]
    expect(reachedIn([both], runs)[0]?.figure?.mean).toBeCloseTo(0.3)
  })
  test('of which nothing was counted is not met', () => {
    expect(reachedIn([goal('share', 0.3)], [{}, {}])).toMatchObject([{ figure: null, met: false }])
  })
  test('that goes with the size is read as of the whole', () => {
    const sized = { ...goal('searching', 9000), scales: true }
    const figures = { searching: { all: 900 }, time: { all: 3 } }
    expect(grown(figures, [sized], 0.1)).toEqual({ searching: { all: 9000 }, time: { all: 3 } })
  })
})

describe('the targets of the example region', () => {
  const loaded = loadTargets(join(import.meta.dirname, 'regions/parkstad.targets.yaml'))
  const goals = Array.isArray(loaded) ? [] : loaded.goals

  test('can be read, and some are held out', () => {
    expect(loaded).not.toBeInstanceOf(Array)
    expect(goals.filter(({ fits }) => fits).length).toBeGreaterThan(3)
    expect(goals.filter(({ fits }) => !fits).length).toBeGreaterThan(3)
  })
  test('a count is met within what chance leaves', () => {
    const renewal = goals.find(({ id }) => id === 'renewal')
    expect(renewal?.is).toBeCloseTo(58 / 680)
    expect(renewal?.from).toBeCloseTo(0.0666, 3)
    expect(renewal?.to).toBeCloseTo(0.1087, 3)
  })
  test('every number they set is marked as calibrated in the region', () => {
    const region = loadRegion('parkstad')
    const marked = Array.isArray(region)
      ? []
      : region.region.provenance.flatMap(({ path, calibrated }) => (calibrated ? [path] : []))
    expect(marked.toSorted()).toEqual(
      goals.flatMap(({ fits }) => (fits ? [fits.parameter] : [])).toSorted(),
    )
  })
})

test('a smaller region has as many responses a home and as many homes a complex less', () => {
  const region = loadRegion('parkstad')
  if (Array.isArray(region)) throw new Error('the region can be read')
  const small = shrink(region.region, 0.1)
  expect(small.homes).toMatchObject({ count: 3600, homesPerComplex: 6 })
  expect(small.behaviour.response).toBeCloseTo(region.region.behaviour.response * 10)
})
