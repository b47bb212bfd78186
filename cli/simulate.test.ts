/** Simulating as somebody at a terminal meets it: what it prints, keeps and writes, and how it ends. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallRegion, smallRules, smallSettings } from '../tests/small-study.ts'
import type { Done, Setting } from './command.ts'
import { answer } from './main.ts'

const folder = mkdtempSync(join(tmpdir(), 'simulate-'))
afterAll(() => rmSync(folder, { recursive: true }))

const setting: Setting = { language: 'nl', colour: false, now: 1_790_000_000 }
const ask = (...args: string[]) => answer(args, setting)

const [today = '', minimum = ''] = smallRules
const settings = Object.entries(smallSettings).flatMap(([path, value]) => [
  '--set',
  `${path}=${value}`,
])
const keep = ['--keep', join(folder, 'runs')]
const few = ['--years', '1', '--replications', '2', '--seed', '7', ...keep]
const small = ['--region', smallRegion, '--rules', today, ...settings, ...few]

const copyOfToday = file('kopie.yaml', readFileSync(today, 'utf8'))
const emptyTable = file('leeg.csv', 'on,channel,model,urgency-ground,target-group\n')

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('a comparison', () => {
  const report = join(folder, 'verslag.html')
  const json = join(folder, 'cijfers.json')
  let told: Done
  beforeAll(async () => {
    told = await ask('simulate', ...small, '--against', minimum, '--report', report, '--json', json)
  })

  test('says who wins and who loses, and shows a few measures per group', () => {
    const { exitCode, output } = told
    expect(exitCode).toBe(0)
    expect(output).toMatch(/Met “.*(reguliere woningzoekenden|urgenten)/s)
    expect(output).toMatch(/Voor wie +Regels +Waarde +Verschil/)
    expect(output).toMatch(/Urgenten +registration-time +\d/)
    expect(output).toMatch(/minimum-80 .*\(marge .* tot .*\)/)
    expect(output).toContain('verzonnen cijfers')
  })

  test('writes the report and the figures', () => {
    expect(readFileSync(report, 'utf8')).toMatch(/^<!doctype html>/i)
    const comparison = JSON.parse(readFileSync(json, 'utf8'))
    expect(comparison).toMatchObject({ replications: 2, seed: 7, years: 1 })
    expect(comparison.engine).toMatch(/^verdeelsleutel \d+\.\d+\.\d+, [0-9a-f]{12}$/)
    expect(comparison.variants.map(({ id }: { id: string }) => id)).toEqual([
      'registration-time',
      'minimum-80',
    ])
  })

  test('gives the command that repeats it, and that one gives the same from what was kept', async () => {
    const again = join(folder, 'weer.json')
    const { command } = JSON.parse(readFileSync(json, 'utf8'))
    expect(command).toMatch(/^verdeelsleutel simulate --region .* --seed 7 --set /)
    expect(command).not.toContain('--json')
    const [, ...args] = command.split(' ')
    const { exitCode } = await ask(...args, ...keep, '--json', again)
    expect(exitCode).toBe(0)
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(json, 'utf8'))
  })

  test('speaks English when asked', async () => {
    const { output } = await ask('simulate', ...small, '--against', minimum, '--lang', 'en')
    expect(output).toContain('The village of the formulas')
    expect(output).not.toContain('Het dorp')
    expect(output).toMatch(/For whom +Rules +Value +Difference/)
  })

  test('leaves no half files behind, and lives again what is damaged', async () => {
    const runs = readdirSync(join(folder, 'runs'), { recursive: true, encoding: 'utf8' })
    const kept = runs.filter((each) => each.endsWith('0.json'))
    expect(runs.filter((each) => each.includes('.part'))).toEqual([])
    expect(kept.length).toBe(2)
    for (const each of kept) writeFileSync(join(folder, 'runs', each), '{"run":')
    const again = join(folder, 'hersteld.json')
    await ask('simulate', ...small, '--against', minimum, '--json', again)
    expect(JSON.parse(readFileSync(again, 'utf8')).variants).toEqual(
      JSON.parse(readFileSync(json, 'utf8')).variants,
    )
  })
})

describe('stopped halfway', () => {
  const stopped = ['--keep', join(folder, 'halfway')]
  const asked = ['simulate', ...small, ...stopped, '--replications', '3']

  test('it keeps what is done, says so, writes what there is, and goes on later', async () => {
    const report = join(folder, 'halfway.html')
    const interrupts: (() => void)[] = []
    const lines: string[] = []
    const watch = {
      isTerminal: false,
      columns: 80,
      seconds: () => 100 * lines.length,
      write: (line: string) => {
        lines.push(line)
        if (line.includes('1 van 3')) for (const each of interrupts) each()
      },
    }
    const onInterrupt = (stop: () => void) => {
      interrupts.push(stop)
      return () => void interrupts.splice(0)
    }
    const heard = { ...setting, watch, onInterrupt }
    const halfway = await answer([...asked, '--threads', '1', '--report', report], heard)
    expect(halfway.exitCode).toBe(3)
    expect(halfway.output).toContain('Gestopt. Eén herhaling is voor alle regels klaar, van de 3')
    expect(halfway.output).toContain(stopped[1])
    expect(existsSync(report)).toBe(true)
    expect(interrupts).toEqual([])

    lines.splice(0)
    const after = await answer(asked, { ...setting, watch })
    expect(after.exitCode).toBe(0)
    expect(lines[0]).toContain('Eén was al klaar.')
    const fresh = ['--keep', join(folder, 'fresh')]
    expect(after.output).toBe((await ask(...asked, ...fresh)).output)
  })

  test.skipIf(process.platform === 'win32')('by Ctrl-C, it ends with 3', async () => {
    const main = join(import.meta.dirname, 'verdeelsleutel.mjs')
    const fresh = [
      '--keep',
      join(folder, 'interrupted'),
      '--replications',
      '5000',
      '--threads',
      '1',
    ]
    const child = spawn(process.execPath, [main, 'simulate', ...small, ...fresh])
    child.stderr.on('data', () => setTimeout(() => child.kill('SIGINT'), 100))
    let output = ''
    child.stdout.on('data', (data) => {
      output += data
    })
    const code = await new Promise((resolve) => child.on('exit', resolve))
    expect(code).toBe(3)
    expect(output).toContain('Gestopt.')
  })
})

describe('rules that break the law', () => {
  const book = readFileSync('policies/parkstad/parkstad-2026.yaml', 'utf8')
  const unlawful = () =>
    file('te-veel.yaml', book.replace('at_most: 50, of: 100', 'at_most: 60, of: 100'))
  const asked = () => ['simulate', ...small, '--against', unlawful()]

  test('are refused with what was found and where', async () => {
    expect(book).toContain('at_most: 50, of: 100')
    const json = join(folder, 'onwettig.json')
    const { exitCode, output } = await ask(...asked(), '--json', json)
    expect(exitCode).toBe(1)
    expect(output).toMatch(/Overtreding .*te-veel\.yaml:\d+:\d+/)
    expect(output).toContain('--even-if-unlawful')
    expect(existsSync(json)).toBe(false)
  })

  test('run when asked all the same, and the headline says so', async () => {
    const json = join(folder, 'onwettig.json')
    const { exitCode, output } = await ask(...asked(), '--even-if-unlawful', '--json', json)
    expect(exitCode).toBe(0)
    expect(output).toContain('In strijd met de wet: met')
    const { variants, command } = JSON.parse(readFileSync(json, 'utf8'))
    expect(variants[1].breaches.length).toBeGreaterThan(0)
    expect(command).toContain('--even-if-unlawful')
  })
})

test('rules of now that break the law are said to, above what they give', async () => {
  const book = readFileSync('policies/parkstad/parkstad-2026.yaml', 'utf8')
  const own = file('nu.yaml', book.replace('at_most: 50, of: 100', 'at_most: 60, of: 100'))
  const rules = ['--region', smallRegion, '--rules', own, ...settings, ...few]
  const { exitCode, output } = await ask('simulate', ...rules, '--even-if-unlawful')
  expect(exitCode).toBe(0)
  expect(output).toContain('In strijd met de wet: “Voorbeeldverordening')
})

describe('nothing to count', () => {
  test('no homes give an honest empty result', async () => {
    const none = ['--set', 'homes.count=0']
    const { exitCode, output } = await ask('simulate', ...small, ...none)
    expect(exitCode).toBe(0)
    expect(output).toContain('Geen enkele woning.')
    expect(output).toContain('Er is niets te tellen')
  })

  test('a group nobody is in is remarked, and the others are counted', async () => {
    const { output } = await ask('simulate', ...small, '--set', 'streams.urgent.perYear=0')
    expect(output).toMatch(/streams\.urgent\.perYear\)\n +Gevonden: Een groep waar niemand in zit/)
    expect(output).toMatch(/Reguliere woningzoekenden +registration-time +\d/)
    expect(output).not.toMatch(/^ +Urgenten .*jaar/m)
  })

  test('one replication says that it says nothing about chance', async () => {
    const { exitCode, output } = await ask('simulate', ...small, '--replications', '1')
    expect(exitCode).toBe(0)
    expect(output).toContain('Eén herhaling zegt niets over toeval')
    expect(output).not.toContain('geen woning verhuurd')
  })
})

describe('a sweep', () => {
  const plan = (grid: string) =>
    file(
      'raster.yaml',
      `plan: raster
title: Meer loting
region: ${smallRegion}
years: 1
replications: 2
seed: 7
rules: ${today}
grid:
${grid}
headline: { measure: registration-time-mean, gains: urgent, loses: regular }
`,
    )
  const lottery = '  vacancies.models.lottery: [0, 0.5, 1]'

  test('lives every point, and draws a line over them', async () => {
    const report = join(folder, 'raster.html')
    const asked = ['sweep', plan(lottery), ...settings, ...keep, '--report', report]
    const { exitCode, output } = await ask(...asked)
    expect(exitCode).toBe(0)
    expect(output).toMatch(/^Meer loting\n/)
    for (const point of ['lottery=0', 'lottery=0.5', 'lottery=1']) expect(output).toContain(point)
    expect(readFileSync(report, 'utf8')).toContain('Aan de knop draaien')
  })

  test.each([
    ['a setting that does not exist', '  homes.cuont: [1]', /homes\.cuont/],
    ['a value that cannot be', '  homes.count: [many]', /homes\.count/],
    ['an axis without values', '  homes.count: []', /grid\.homes\.count/],
    ['rules that do not exist', '  rules: [parkstad-20226]', /Bedoelt u "parkstad-2026"/],
    ['too many points', `  homes.count: [${Array.from({ length: 501 }, (_, at) => at)}]`, /501/],
  ])('%s is told with its place', async (_, grid, told) => {
    const { exitCode, output } = await ask('sweep', plan(grid))
    expect(exitCode).toBe(2)
    expect(output).toMatch(told)
    expect(output).toMatch(/raster\.yaml:\d+:\d+/)
  })

  test('without a plan says which there are', async () => {
    const { exitCode, output } = await ask('sweep')
    expect(exitCode).toBe(2)
    expect(output).toContain('minimum-share')
  })
})

describe('what cannot be asked', () => {
  const region = ['simulate', '--region', 'parkstad']

  test.each<[what: string, asked: readonly string[], told: RegExp]>([
    ['nothing at all', ['simulate'], /--region.*parkstad.*minimum-share/],
    ['a region that does not exist', ['simulate', '--region', 'parkstat'], /Bedoelt u "parkstad"/],
    ['rules that do not exist', [...region, '--rules', 'parkstad-20226'], /"parkstad-2026"/],
    ['rules to lay beside that do not exist', [...region, '--against', 'parkstad-20226'], /2026/],
    ['a plan that does not exist', ['simulate', 'minimum-shar'], /Bedoelt u "minimum-share"/],
    ['a plan with a region', ['simulate', 'lottery', '--region', 'parkstad'], /Laat --region weg/],
    ['two plans', ['simulate', 'lottery', 'points'], /lottery, points/],
    [
      'rules that do not hold yet or any more',
      [...region, '--rules', 'rijnmond-2020'],
      /Op 1 oktober 2026/,
    ],
    ['no years', [...region, '--years', '0'], /geen looptijd/],
    ['years before the region begins', [...region, '--years', '-3'], /voor die dag eindigen/],
    ['half a year', [...region, '--years', '0.5'], /geen looptijd/],
    ['a year instead of a number', [...region, '--years', '2036'], /1 tot en met 100/],
    ['no replications', [...region, '--replications', '0'], /geen aantal herhalingen/],
    ['a word for a seed', [...region, '--seed', 'x'], /geen beginwaarde/],
    ['no threads', [...region, '--threads', '0'], /geen aantal threads/],
    ['a setting that does not exist', [...region, '--set', 'homes.cuont=4'], /"homes\.count"/],
    ['a setting without a value', [...region, '--set', 'homes.count'], /pad=waarde/],
    ['homes less than none', [...region, '--set', 'homes.count=-3'], /minstens 0/],
    ['shares that do not add up', [...region, '--set', 'vacancies.models.lottery=1.5'], /1,5|1\.5/],
    [
      'what is to differ',
      ['simulate', 'lottery', '--set', 'vacancies.models.lottery=0'],
      /geen loting/,
    ],
    ['a table that is not there', [...region, '--seekers', 'weg.csv'], /weg\.csv/],
    ['an option that does not exist', [...region, '--repors', 'x'], /--report/],
  ])('%s', async (_, asked, told) => {
    const report = join(folder, 'geen.html')
    const { exitCode, output } = await ask(...asked, '--report', report)
    expect(exitCode).toBe(2)
    expect(output).toMatch(told)
    expect(output).not.toMatch(/\n +at /)
    expect(existsSync(report)).toBe(false)
  })

  test.each<[what: string, asked: readonly string[], told: RegExp]>([
    ['a report in a folder that is not there', ['--report', '/weg/x.html'], /de map bestaat niet/],
    ['a report under a file', ['--report', join(today, 'x.html')], /een bestand en geen map/],
    ['a report that is a folder', ['--report', folder], /dat is een map/],
    [
      'one file for two',
      ['--report', join(folder, 'a'), '--json', join(folder, '.', 'a')],
      /--report en --json/,
    ],
    ['the region itself', ['--report', smallRegion], /zou worden overschreven/],
    ['the rules themselves', ['--json', today], /zou worden overschreven/],
    [
      'an option where a value should be',
      ['--report', '--json', join(folder, 'b')],
      /"--report" heeft een waarde nodig/,
    ],
    ['an option with nothing in it', ['--against', ''], /"--against" heeft een waarde nodig/],
    ['a name that is near none', ['--region', 'atlantis'], /Er is: "parkstad"/],
    [
      'a setting that is near none',
      ['--set', 'vacancies.turnover=1'],
      /"vacancies\.perHomePerYear"/,
    ],
    ['a word for a part', ['--set', 'vacancies.models.lottery=veel'], /^[^G]*Gevonden: veel[^G]*$/],
    ['a part below none', ['--set', 'vacancies.models.lottery=-0.5'], /^[^G]*Gevonden: -0.5[^G]*$/],
    ['two books of one name', ['--rules', `${today},${copyOfToday}`], /heten allebei/],
    ['a first day without rules', ['--set', 'starts=1990-01-01'], /Op 1 januari 1990/],
    ['a table without rows', ['--lettings', emptyTable], /Geen enkele rij/],
    ['a folder for runs that cannot be made', ['--keep', '/proc/runs'], /\/proc\/runs kan niet/],
  ])('%s, before anything is lived', async (_, asked, told) => {
    const before = [smallRegion, today].map((each) => readFileSync(each, 'utf8'))
    const lines: string[] = []
    const write = (line: string) => void lines.push(line)
    const watch = { isTerminal: false, columns: 80, seconds: () => 0, write }
    const { exitCode, output } = await answer(['simulate', ...small, ...asked], {
      ...setting,
      watch,
    })
    expect(output).toMatch(told)
    expect(exitCode).toBe(2)
    expect(lines).toEqual([])
    expect([smallRegion, today].map((each) => readFileSync(each, 'utf8'))).toEqual(before)
  })

  test('the same rules twice is said, and counted all the same', async () => {
    const { exitCode, output } = await ask('simulate', ...small, '--against', today)
    expect(exitCode).toBe(0)
    expect(output).toContain('zijn dezelfde regels')
  })

  test('a folder that cannot be written to', async () => {
    const blocked = file('bestand', '')
    const { exitCode, output } = await ask('simulate', ...small, '--keep', join(blocked, 'runs'))
    expect(exitCode).toBe(2)
    expect(output).toContain('kan niet worden geschreven')
  })
})
