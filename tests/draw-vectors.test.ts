// The draw as it is published: our vectors, our example, and implementations that use nothing of ours.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { commitDraw, runDraw, verifyDraw } from '../cli/draw.ts'
import { publishedDraw, readDraw } from '../cli/draw-files.ts'
import { hex, sha256 } from '../core/basics/sha256.ts'
import { checkDraw } from '../core/ranking/check-draw.ts'
import type { Draw } from '../core/ranking/draw-lots.ts'
import { orderHolders } from '../core/ranking/order-holders.ts'
import { signatureCheckFor } from '../server/beacon.ts'

const docs = fileURLToPath(new URL('../docs', import.meta.url))
const vectors = join(docs, 'vectors/draw')
const guides = join(docs, 'guides')
const example = join(guides, 'example-draw')
const published = join(example, 'OEFEN-2026-0001.draw.json')

const notDraws = ['invalid.json', 'weighted-people.json']
const draws = readdirSync(vectors).filter(
  (name) => name.endsWith('.json') && !notDraws.includes(name),
)

const invalid = z
  .array(z.object({ why: z.string(), code: z.string(), draw: publishedDraw }))
  .parse(json('invalid.json'))

describe('the vectors', () => {
  test.each(draws)('%s holds', (name) => {
    expect(problemsOf(drawIn(join(vectors, name)))).toEqual([])
  })

  test.each(invalid)('a draw with $why does not', ({ code, draw }) => {
    expect(problemsOf(draw)).toContain(code)
  })

  test('the people of a weighted draw stand at their best lot', () => {
    const people = z
      .object({
        draw: z.string(),
        holders: z.record(z.string(), z.array(z.string())),
        people: z.array(z.string()),
      })
      .parse(json('weighted-people.json'))
    const { lots } = drawIn(join(vectors, people.draw))
    const ordered = orderHolders(lots, new Map(Object.entries(people.holders)))
    expect(ordered).toEqual({ ordered: true, people: people.people })
  })

  const python = spawnSync('python3', ['--version']).status === 0
  test.skipIf(!python)('hold and fail in the same way in Python, without a library', () => {
    const run = spawnSync('python3', [join(vectors, 'verify.py')], { encoding: 'utf8' })
    expect(run.stdout).not.toContain('FAIL')
    expect(run.stdout.match(/^ok /gm)).toHaveLength(draws.length + 1 + invalid.length)
    expect(run.status).toBe(0)
  })
})

describe('the example', () => {
  test('is what the commands make of its lots', () => {
    const folder = mkdtempSync(join(tmpdir(), 'example-draw-'))
    const lots = join(example, 'lots.csv')
    const lottery = 'OEFEN-2026-0001'
    const committed = commitDraw({
      lottery,
      lots,
      folder,
      classes: ['urgent', 'local', 'regular'],
      rulesHash: hex(sha256('example rules')),
      chain: 'practice',
      drawAt: secondsAt('2026-06-03T12:00:00+02:00'),
      now: secondsAt('2026-06-03T09:00:00+02:00'),
    })
    const commitment = join(folder, `${lottery}.commitment.json`)
    const now = secondsAt('2026-06-03T12:00:05+02:00')
    const drawn = runDraw({ commitment, lots, folder, now })
    expect([committed.exitCode, drawn.exitCode]).toEqual([0, 0])
    expect(drawIn(join(folder, `${lottery}.draw.json`))).toEqual(drawIn(published))
    rmSync(folder, { recursive: true })
  })

  test('holds, against the commitment that was published before it', () => {
    const commitment = join(example, 'OEFEN-2026-0001.commitment.json')
    const outcome = verifyDraw({ draw: published, commitment, lot: '9PLC-V6RA' })
    expect(outcome.output).toContain('Lot 9PLC-V6RA staat op plaats 7 van 10.')
    expect(outcome.exitCode).toBe(0)
  })
})

describe('the script of the guide', () => {
  const script = join(guides, 'verify-a-draw.mjs')

  test('has at most 40 lines and uses nothing of ours', () => {
    const text = readFileSync(script, 'utf8')
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(40)
    const imports = [...text.matchAll(/(?:from|import\() ?'([^']+)'/g)].map(([, name]) => name)
    expect(imports).toEqual(['node:crypto', 'node:fs', '@noble/curves/bls12-381.js'])
  })

  test('finds the example to hold, and the place of a lot', () => {
    const run = node(script, published, '9PLC-V6RA')
    expect(run.stdout).toContain('signature: true')
    expect(run.stdout).toContain('place: 7')
    expect(run.stdout).toContain('oefenloting')
    expect(run.status).toBe(0)
  })

  test('checks all but the signature where the library is not installed, and says so', () => {
    const folder = mkdtempSync(join(tmpdir(), 'verify-a-draw-'))
    cpSync(script, join(folder, 'verify-a-draw.mjs'))
    const run = node(join(folder, 'verify-a-draw.mjs'), published)
    expect(run.stdout).toContain("signature: 'needs @noble/curves'")
    expect(run.stdout).toContain('places: true')
    expect(run.status).toBe(0)
    rmSync(folder, { recursive: true })
  })

  test.each([
    ['lots-changed', 'lots as committed'],
    ['classes-changed', 'classes as committed'],
    ['list-not-sorted', 'list in order, no lot twice'],
    ['committed-too-late', 'an hour ahead'],
    ['wrong-chain', 'chain as committed'],
    ['value-not-verified', 'signature'],
    ['seed-mismatch', 'seed'],
    ['key-mismatch', 'keys'],
    ['place-mismatch', 'places'],
  ])('finds %s, as a failure of: %s', (code, check) => {
    const folder = mkdtempSync(join(tmpdir(), 'invalid-draw-'))
    const file = join(folder, 'draw.json')
    writeFileSync(file, JSON.stringify(invalid.find((item) => item.code === code)?.draw))
    const run = node(script, file)
    expect(run.stdout).toMatch(new RegExp(`'?${check}'?: false`))
    expect(run.status).toBe(1)
    rmSync(folder, { recursive: true })
  })

  test('sends who has a draw by a fallback to the guide', () => {
    const run = node(script, join(vectors, 'parties.json'))
    expect(run.stderr).toContain('see Fallbacks in the guide')
    expect(run.status).toBe(1)
  })
})

function node(...words: string[]) {
  return spawnSync(process.execPath, words, {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
}

function problemsOf(draw: Draw): string[] {
  return checkDraw(draw, signatureCheckFor(draw.commitment.chain)).map(({ code }) => code)
}

function drawIn(file: string): Draw {
  const read = readDraw(file)
  if (Array.isArray(read)) throw new Error(JSON.stringify(read))
  return read.read
}

function json(name: string): unknown {
  return JSON.parse(readFileSync(join(vectors, name), 'utf8'))
}

function secondsAt(text: string): number {
  return Date.parse(text) / 1000
}
