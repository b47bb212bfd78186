import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { estimateOf } from '../core/oversight/estimate.ts'
import type { Figures } from '../core/oversight/figures.ts'
import { type SmallStudy, smallRules, smallStudy } from '../tests/small-study.ts'
import { comparisonOf, completeIn, type Kept, liveAll, type Replications } from './compare.ts'
import { figuresOfRun } from './outcome.ts'
import { ReplicationFailed } from './replicate.ts'
import { simulate } from './simulate.ts'
import { runName } from './study.ts'

const folder = mkdtempSync(join(tmpdir(), 'compare-'))
afterAll(() => rmSync(folder, { recursive: true }))

const engine = 'test 1'
const facts = { engine, command: 'test' }

/** Keeps in memory, and counts how often something was lived. */
function memory(): Kept & { readonly files: Map<string, Figures> } {
  const files = new Map<string, Figures>()
  return {
    files,
    read: (run, replication) => files.get(`${run} ${replication}`),
    keep: (run, replication, figures) => files.set(`${run} ${replication}`, figures),
  }
}

const study = smallStudy()
const uninterrupted = await liveAll(study, { engine, threads: 2 })

describe('the same whoever does it, and in whatever order', () => {
  test('one thread gives what two give', async () => {
    expect(await liveAll(study, { engine, threads: 1 })).toEqual(uninterrupted)
  })

  test('a thread gives what a run without threads gives', () => {
    const [base, other] = study.variants
    if (!base || !other) throw new Error('there are two variants')
    const { years, seed } = study.plan
    const run = { region: other.region, before: base.rules, books: other.rules, years, seed }
    const figures = figuresOfRun(simulate({ ...run, replication: 1 }))
    expect(uninterrupted[1]?.[1]).toEqual(JSON.parse(JSON.stringify(figures)))
  })

  test('other luck is another life, and so are other rules', () => {
    const [[first, second] = [], [other] = []] = uninterrupted
    expect(first).not.toEqual(second)
    expect(first).not.toEqual(other)
  })
})

describe('what is kept is not lived again', () => {
  test('stopped halfway and gone on with, it is as if nothing had happened', async () => {
    const kept = memory()
    const stopping = new AbortController()
    const halfway = await liveAll(study, {
      engine,
      threads: 2,
      kept,
      stop: stopping.signal,
      progress: (done) => done === 2 && stopping.abort(),
    })
    const lived = halfway.flat().filter((each) => each !== undefined).length
    expect(lived).toBeLessThan(4)
    expect(kept.files.size).toBe(lived)

    const told: number[][] = []
    const progress = (...how: number[]) => void told.push(how)
    const after = await liveAll(study, { engine, threads: 2, kept, progress })
    expect(after).toEqual(uninterrupted)
    expect(told[0]).toEqual([lived, 4, lived])
    expect(told.at(-1)).toEqual([4, 4, lived])
  })

  test('more replications live only what is missing', async () => {
    const kept = memory()
    await liveAll(smallStudy({ replications: 1 }), { engine, threads: 2, kept })
    const told: number[] = []
    const progress = (done: number) => void told.push(done)
    expect(await liveAll(study, { engine, threads: 2, kept, progress })).toEqual(uninterrupted)
    expect(told).toEqual([2, 3, 4])
  })

  test.each<[what: string, asked: SmallStudy, engine: string]>([
    ['the seed', { seed: 8 }, engine],
    ['the years', { years: 2 }, engine],
    ['a setting', { set: { 'behaviour.acceptance': 0.5 } }, engine],
    ['the rules before', { rules: smallRules.toReversed() }, engine],
    ['the engine', {}, 'test 2'],
  ])('%s makes another run of it', (_, asked, by) => {
    const names = new Set(study.variants.map((each) => runName(study, each, engine)))
    const other = smallStudy(asked)
    for (const each of other.variants) expect(names).not.toContain(runName(other, each, by))
  })

  test('the number of replications does not', () => {
    const more = smallStudy({ replications: 9 })
    expect(more.variants.map((each) => runName(more, each, engine))).toEqual(
      study.variants.map((each) => runName(study, each, engine)),
    )
  })
})

describe('a comparison', () => {
  const comparison = comparisonOf(study, uninterrupted, facts)

  test('takes differences replication by replication', () => {
    const [base, other] = uninterrupted
    const measure = (figures: Figures | undefined) =>
      figures?.['registration-time-mean']?.regular ?? Number.NaN
    const differences = [0, 1].map((at) => measure(other?.[at]) - measure(base?.[at]))
    expect(comparison.variants[1]?.differences?.['registration-time-mean']?.regular).toEqual(
      estimateOf(differences),
    )
    expect(comparison.variants[0]?.differences).toBeUndefined()
  })

  test('of rules with themselves differs in nothing', async () => {
    const [rules = ''] = smallRules
    const same = smallStudy({ rules: [rules, rules] })
    const lived = await liveAll(same, { engine, threads: 2 })
    const differences = comparisonOf(same, lived, facts).variants[1]?.differences ?? {}
    const means = Object.values(differences).flatMap((each) =>
      Object.values(each).flatMap((estimate) => (estimate ? [estimate.mean] : [])),
    )
    expect(means.length).toBeGreaterThan(100)
    expect(means.every((mean) => mean === 0)).toBe(true)
  })

  test('leaves out a replication that one of the variants has not lived', () => {
    const [base = [], other = []] = uninterrupted
    const half: Replications = [base, [other[0], undefined]]
    expect(completeIn(half)).toEqual([0])
    expect(comparisonOf(study, half, facts).replications).toBe(1)
  })

  test('says what it is about', () => {
    expect(comparison).toMatchObject({
      ...{ seed: 7, years: 1, warmUpYears: 1, replications: 2, on: '2026-09-01', ...facts },
      region: { id: 'one-place' },
    })
    expect(comparison.variants[0]?.settings).toContainEqual({ path: 'homes.count', value: 400 })
    expect(comparison.uncalibrated).toContain('behaviour.response')
  })
})

describe('a run that gets stuck', () => {
  const live = (text: string) => {
    const file = join(folder, 'worker.mjs')
    writeFileSync(file, `import { parentPort } from 'node:worker_threads'\n${text}`)
    const script = new URL(`?${text.length}`, pathToFileURL(file))
    // With more threads either replication may be the first that fails.
    return liveAll(study, { engine, threads: 1, script })
  }

  test.each([
    ['says why', `parentPort.on('message', () => parentPort.postMessage({ cause: 'too far' }))`],
    ['throws', `parentPort.on('message', () => { throw new Error('too far') })`],
  ])('%s, and is named by its seed and replication', async (_, text) => {
    const failed = await live(text).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(ReplicationFailed)
    expect(failed).toMatchObject({ seed: 7, task: { replication: 0 }, message: 'too far' })
  })

  test('dies without a word, and does not let anybody wait', async () => {
    const failed = await live(`parentPort.on('message', () => process.exit(3))`).catch(
      (error: unknown) => error,
    )
    expect(failed).toMatchObject({ task: { replication: 0 }, message: 'exit 3' })
  })
})
