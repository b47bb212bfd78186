import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hex, sha256 } from '../core/basics/sha256.ts'
import { timeOfRound } from '../core/ranking/settle-randomness.ts'
import { quicknet } from '../server/beacon.ts'
import { type CommitOptions, commitDraw, runDraw, verifyDraw } from './draw.ts'

const hour = 3600
const drawAt = timeOfRound(quicknet, 1000)
const early = drawAt - 2 * hour
const after = drawAt + 60
const round1000 = {
  round: 1000,
  randomness: 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd',
  signature:
    'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125' +
    'e342b73a8dd2bacbe47e4b6b63ed5e39',
}

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'draw-'))
  write('lots.csv', 'lot,class\nA,regular\nB/1,regular\nB/2,regular\nC,urgent\n')
  write('drand.json', JSON.stringify(round1000))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a practice lottery', () => {
  test('is committed, drawn and found to hold', () => {
    const committed = commit()
    expect(committed.output).toContain('Loting OEFEN-1 is vastgelegd, met 4 loten.')
    expect(committed.output).toContain('23 augustus 2023 om 17:59:24: ronde 1000 van oefenbaken')
    expect(committed.exitCode).toBe(0)

    const drawn = run()
    expect(drawn.output).toContain('1. lot C, klasse urgent')
    expect(drawn.output).toContain('oefenloting')
    expect(drawn.exitCode).toBe(0)

    const commitment = path('OEFEN-1.commitment.json')
    const checked = verifyDraw({ draw: path('OEFEN-1.draw.json'), commitment, lot: 'C' })
    expect(checked.output).toBe(
      'Loting OEFEN-1 klopt. Alle 4 loten zijn nagerekend.\n' +
        'Dit is een oefenloting. De uitslag geldt niet voor een echte woning.\n' +
        'Lot C staat op plaats 1 van 4.\n',
    )
    expect(checked.exitCode).toBe(0)
  })

  test('is committed once and drawn once, and what was written stays', () => {
    commit()
    run()
    const [commitment, draw] = [read('OEFEN-1.commitment.json'), read('OEFEN-1.draw.json')]
    write('lots.csv', 'lot,class\nA,regular\n')
    const again = commit()
    expect(again.output).toContain('Vastleggen gaat één keer.')
    expect(again.exitCode).toBe(1)
    const redrawn = run({ now: after + 1 })
    expect(redrawn.output).toContain('Er wordt nooit opnieuw geloot.')
    expect(redrawn.exitCode).toBe(1)
    expect(read('OEFEN-1.commitment.json')).toBe(commitment)
    expect(read('OEFEN-1.draw.json')).toBe(draw)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('is not drawn before its time', () => {
    commit()
    const outcome = run({ now: drawAt - 1 })
    expect(outcome.exitCode).toBe(3)
    expect(outcome.output).toContain('Bron 1 heeft nog niets gezegd.')
    expect(readdirSync(folder)).not.toContain('OEFEN-1.draw.json')
  })

  test('is not drawn by another practice beacon than was committed', () => {
    commit({ practiceSeed: 'of this installation' })
    expect(run().output).toContain('ander baken')
    expect(run({ practiceSeed: 'of this installation' }).exitCode).toBe(0)
  })

  test.each([
    ['a lot added', 'lot,class\nA,regular\nB/1,regular\nB/2,regular\nC,urgent\nD,regular\n', '5'],
    ['a class changed', 'lot,class\nA,urgent\nB/1,regular\nB/2,regular\nC,urgent\n', 'klasse'],
  ])('is not drawn with %s', (_, lots, words) => {
    commit()
    write('lots.csv', lots)
    const outcome = run()
    expect(outcome.exitCode).toBe(1)
    expect(outcome.output).toContain(words)
  })
})

test('a real lottery is drawn with what drand answered', () => {
  commit({ chain: 'quicknet', lottery: 'ECHT-1' })
  const values = path('drand.json')
  const commitment = path('ECHT-1.commitment.json')
  expect(run({ commitment }).exitCode).toBe(3)
  expect(run({ commitment, values }).exitCode).toBe(0)
  const checked = verifyDraw({ draw: path('ECHT-1.draw.json'), language: 'en' })
  expect(checked.output).toContain('Lottery ECHT-1 holds. All 4 lots are recomputed.')
  expect(checked.output).toContain('must have been published before the draw')
  expect(checked.output).not.toContain('practice')
})

test('a real lottery is not drawn with a signature of another round', () => {
  commit({ chain: 'quicknet', lottery: 'ECHT-2', drawAt: drawAt + 3 })
  write('drand.json', JSON.stringify({ ...round1000, round: 1001 }))
  const commitment = path('ECHT-2.commitment.json')
  const outcome = run({ commitment, values: path('drand.json') })
  expect(outcome.exitCode).toBe(1)
  expect(outcome.output).toContain('De handtekening van ronde 1001 klopt niet')
})

test('fallback drill: when all beacons stay silent the parties draw, and who keeps silent is named', () => {
  const secrets = { corporatie: '11'.repeat(32), gemeente: '22'.repeat(32), roh: '33'.repeat(32) }
  const parties = Object.entries(secrets).map(([name, secret]) => ({
    name,
    commitment: hex(sha256(Buffer.from(secret, 'hex'))),
  }))
  write('parties.json', JSON.stringify(parties))
  commit({ chain: 'quicknet', lottery: 'ECHT-3', parties: path('parties.json') })

  const commitment = path('ECHT-3.commitment.json')
  const source: unknown = JSON.parse(read('ECHT-3.commitment.json')).sources[3]
  expect(source).toMatchObject({ kind: 'parties', parties })
  const tellAt = drawAt + 4 * 24 * hour
  const told = [
    { party: 'corporatie', secret: secrets.corporatie, receivedAt: tellAt },
    { party: 'roh', secret: secrets.roh, receivedAt: tellAt },
  ]
  write('told.json', JSON.stringify(told))
  const values = path('told.json')
  expect(run({ commitment, values, now: tellAt }).exitCode).toBe(3)
  const drawn = run({ commitment, values, now: tellAt + 24 * hour })
  expect(drawn.exitCode).toBe(0)
  expect(drawn.output).toContain('Deze partijen gaven hun geheim niet: gemeente.')
  expect(verifyDraw({ draw: path('ECHT-3.draw.json'), commitment }).exitCode).toBe(0)
})

describe('a published draw that was touched', () => {
  test.each<[string, (draw: string) => string, string]>([
    ['in a place', (draw) => draw.replace('"place": 1', '"place": 9'), 'plaats 9'],
    ['in a lot', (draw) => draw.replace('"A"', '"AA"'), 'niet de loten die zijn vastgelegd'],
    [
      'in the beacon',
      (draw) => draw.replace('"practice": true', '"practice": false'),
      'oefenbaken',
    ],
  ])('%s does not hold', (_, touch, words) => {
    commit()
    run()
    write('touched.json', touch(read('OEFEN-1.draw.json')))
    const outcome = verifyDraw({ draw: path('touched.json') })
    expect(outcome.exitCode).toBe(1)
    expect(outcome.output).toContain(words)
  })

  test('with a name in it is not read at all', () => {
    commit()
    run()
    const touched = read('OEFEN-1.draw.json').replace('"place": 1', '"place": 1, "name": "Anna"')
    write('touched.json', touched)
    expect(verifyDraw({ draw: path('touched.json') }).exitCode).toBe(2)
  })

  test('or made under another commitment than was published does not hold', () => {
    commit()
    run()
    commit({ lottery: 'OEFEN-2' })
    const commitment = path('OEFEN-2.commitment.json')
    const outcome = verifyDraw({ draw: path('OEFEN-1.draw.json'), commitment })
    expect(outcome.exitCode).toBe(1)
    expect(outcome.output).toContain('andere vastlegging')
  })

  test('a lot that took no part is told so', () => {
    commit()
    run()
    const outcome = verifyDraw({ draw: path('OEFEN-1.draw.json'), lot: 'Z' })
    expect(outcome.output).toContain('Lot Z heeft niet meegedaan')
  })
})

describe('files and options', () => {
  test('lots may come as JSON, with semicolons, or without classes', () => {
    write('lots.json', '[{"lot": "A", "class": 2}, {"lot": "B", "class": 1}]')
    const json = commit({ lottery: 'J', lots: path('lots.json'), classes: ['1', '2'] })
    write('lots-2.csv', '\ufefflot;class;remark\nA;urgent;x\nB;regular;y\n')
    const semicolons = commit({ lottery: 'S', lots: path('lots-2.csv') })
    write('lots-3.csv', 'lot\nA\nB\n')
    const classless = commit({ lottery: 'N', lots: path('lots-3.csv') })
    expect([json, semicolons, classless].map(({ exitCode }) => exitCode)).toEqual([0, 0, 0])
    expect(JSON.parse(read('S.commitment.json')).lotCount).toBe(2)
  })

  test.each<[string, Partial<CommitOptions>, 1 | 2, string]>([
    ['a file that is not there', { lots: 'nowhere.csv' }, 2, 'nowhere.csv'],
    ['an id that would leave the folder', { lottery: '../elsewhere' }, 2, '../elsewhere'],
    ['rules without a hash', { rulesHash: 'the rules' }, 2, '64'],
    ['a round too near', { now: drawAt - hour + 1 }, 1, 'te laat'],
    ['a margin too short', { marginSeconds: 60 }, 1, '3600'],
    ['a class that is not served', { classes: ['urgent'] }, 1, 'regular'],
  ])('%s is refused', (_, change, exitCode, words) => {
    const outcome = commit(change)
    expect(outcome.exitCode).toBe(exitCode)
    expect(outcome.output).toContain(words)
  })

  test.each<[string, string, string, string]>([
    ['a column that is not there', 'lots.csv', 'lots,class\nA,urgent\n', 'lots.csv:1:1'],
    ['a row with a cell too many', 'lots.csv', 'lot\nA\nB,urgent,x\n', 'lots.csv:3:1'],
    [
      'a lot that is no text',
      'lots.json',
      '[\n{"lot": "A"},\n{"lot": 3}\n]',
      'lots.json:3:9 ([1].lot)',
    ],
    ['JSON with a comma too many', 'lots.json', '[{"lot": "A"},]', 'lots.json:1:15'],
    ['bytes that are no text', 'lots.json', '\0', 'lots.json'],
    ['nothing at all', 'lots.csv', '', 'lots.csv'],
  ])('%s has its place, what was found and what was expected', (_, name, text, place) => {
    write(name, text)
    const outcome = commit({ lots: path(name) })
    expect(outcome.exitCode).toBe(2)
    expect(outcome.output).toContain(`${place}\n  Gevonden: `)
    expect(outcome.output).toContain('\n  Verwacht: ')
  })

  test('a draw with a field that does not belong there says which', () => {
    commit()
    run()
    write('draw.json', read('OEFEN-1.draw.json').replace('"drawnAt"', '"winner": "A", "drawnAt"'))
    const { exitCode, output } = verifyDraw({ draw: path('draw.json'), language: 'en' })
    expect(exitCode).toBe(2)
    expect(output).toMatch(/draw\.json:\d+:\d+ \(winner\)\n {2}Found: The key "winner"/)
  })

  test('a real lottery without parties says what that means', () => {
    expect(commit({ chain: 'quicknet' }).output).toContain('geen drie partijen')
  })
})

function commit(change: Partial<CommitOptions> = {}) {
  return commitDraw({
    lottery: 'OEFEN-1',
    lots: path('lots.csv'),
    rulesHash: 'ab'.repeat(32),
    drawAt,
    chain: 'practice',
    classes: ['urgent', 'regular'],
    folder,
    now: early,
    ...change,
  })
}

function run(change: Partial<Parameters<typeof runDraw>[0]> = {}) {
  const commitment = path('OEFEN-1.commitment.json')
  return runDraw({ commitment, lots: path('lots.csv'), folder, now: after, ...change })
}

function path(name: string): string {
  return join(folder, name)
}

function write(name: string, text: string): void {
  writeFileSync(path(name), text)
}

function read(name: string): string {
  return readFileSync(path(name), 'utf8')
}
