/**
 * `npm run load`: what a region of 200,000 seekers asks of the server at its busiest. Pages under arrivals that
 * wait for nobody, responses, closings, and everybody opening their result at once. Parts are `pages`, `respond`,
 * `close` and `crowd`; `npm run load -- pages` runs one, and with `quick` each asks for a shorter time. Results come in `docs/load.json`, each beside its limit.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { type Prepared, prepare } from './prepare.ts'
import { loadParts, type Part, type Result } from './scenes.ts'

const write = (text: string) => process.stdout.write(text)
const file = join(import.meta.dirname, '../../docs/load.json')
const longestPart = 5 * 60_000
const longestQuick = 100_000

async function run(words: readonly string[]): Promise<number> {
  const names = Object.keys(loadParts)
  const isQuick = words.includes('quick')
  const asked = words.filter((each) => each !== 'quick')
  const unknown = asked.filter((each) => !names.includes(each))
  if (unknown.length > 0) {
    write(`There is no part ${unknown.join(', ')}; there are ${names.join(', ')}.\n`)
    return 2
  }
  const prepared = await prepare(write)
  try {
    const results: Result[] = []
    for (const [name, part] of Object.entries(loadParts)) {
      if (asked.length > 0 && !asked.includes(name)) continue
      write(`\n${name}\n`)
      for (const result of await resultsOf(name, part, prepared, isQuick)) {
        write(`  ${lineOf(result)}\n`)
        results.push({ ...result })
      }
      keep(results, isQuick)
    }
    return results.every(({ isMet }) => isMet) ? 0 : 1
  } finally {
    await prepared.close()
  }
}

// What goes wrong in one part leaves the others as they are.
async function resultsOf(name: string, part: Part, prepared: Prepared, isQuick: boolean) {
  try {
    return await inTime(part, prepared, isQuick)
  } catch (fault) {
    const measured = fault instanceof Error ? fault.message.slice(0, 300) : 'unknown'
    return [{ what: name, limit: 'measured at all', measured, isMet: false }]
  }
}

async function inTime(
  part: Part,
  prepared: Prepared,
  isQuick: boolean,
): Promise<readonly Result[]> {
  const late = { timer: setTimeout(() => {}, 0) }
  const tooLate = new Promise<never>((_, failed) => {
    const longest = isQuick ? longestQuick : longestPart
    late.timer = setTimeout(() => failed(new Error('this part takes too long')), longest)
  })
  try {
    return await Promise.race([part(prepared, { isQuick }), tooLate])
  } finally {
    clearTimeout(late.timer)
  }
}

function lineOf({ what, limit, measured, isMet, more }: Result): string {
  return `${isMet ? 'met    ' : 'NOT MET'} ${what}: ${measured} (limit ${limit})${more === undefined ? '' : ` ${more}`}`
}

// Parts that were not run keep what was measured before.
function keep(results: readonly Result[], isQuick: boolean): void {
  const before: { readonly measured?: readonly Result[] } = readIfThere()
  const names = new Set(results.map(({ what }) => what))
  const kept = (before.measured ?? []).filter(({ what }) => !names.has(what))
  const report = {
    command: isQuick ? 'npm run load -- quick' : 'npm run load',
    on: new Date().toISOString().slice(0, 10),
    ...{ node: process.version, processors: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}` },
    // Above the number of processors, others were at work too.
    loadBefore: Math.round((loadAtStart ?? 0) * 10) / 10,
    measured: [...kept, ...results],
  }
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
}

function readIfThere() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}

const [loadAtStart] = loadavg()
process.exit(await run(process.argv.slice(2)))
