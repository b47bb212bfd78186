/** Calibrating as somebody at a terminal meets it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { smallRegion } from '../tests/small-study.ts'
import type { Setting } from './command.ts'
import { answer } from './main.ts'

const folder = mkdtempSync(join(tmpdir(), 'calibrate-'))
afterAll(() => rmSync(folder, { recursive: true }))

const setting: Setting = { language: 'nl', colour: false, now: 1_790_000_000 }
const ask = (...args: string[]) => answer(['calibrate', ...args, '--threads', '1'], setting)

// The village gives 250 homes a year for every 2,500; asked is a fifth more.
const goals = `targets: klein
region: ${smallRegion}
part: 0.04
years: 2
replications: 2
seed: 7
rounds: 2
goals:
  homes:
    of: { inflow: [homes] }
    is: 300
    from: 270
    to: 330
    scales: true
    synthetic: true
    fits: { parameter: vacancies.perHomePerYear, from: 0.05, to: 0.2 }
  searching: { of: { searching-number: [all] }, is: 9000, from: 8900, to: 9100, scales: true, synthetic: true }
`

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('calibrating a region', () => {
  test('shows the number that was set, what it gives, and what was held out', async () => {
    const { exitCode, output } = await ask(file('klein.targets.yaml', goals))
    expect(exitCode).toBe(0)
    expect(output).toMatch(/vacancies\.perHomePerYear +0,1 +0,1\d* +homes/)
    expect(output).toMatch(/homes +300 +270 – 330 .* ja/)
    expect(output).toMatch(/Achtergehouden.*searching +9\.000 [^\n]* nee/s)
    expect(output).toContain('behaviour.taste')
    expect(output).toContain('calibrated: true')
  })

  test.each([
    ['a parameter the region does not have', 'perHomePerYear', 'perHomePerYaer'],
    ['a region that is not there', smallRegion, 'no-such-region.yaml'],
    ['a key that does not exist', 'rounds', 'ronds'],
  ])('%s is told', async (_, from, to) => {
    const { exitCode, output } = await ask(file('wrong.targets.yaml', goals.replace(from, to)))
    expect(exitCode).toBe(2)
    expect(output).toContain(to)
    expect(output).not.toContain('Er ging iets mis')
  })

  test('no targets of that name', async () => {
    const { exitCode, output } = await ask('nergens')
    expect(exitCode).toBe(2)
    expect(output).toContain('Er is: "parkstad"')
    expect((await ask('parkstad', 'limburg')).output).toContain('Gevonden: parkstad, limburg')
  })
})
