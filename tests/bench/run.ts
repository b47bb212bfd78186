/**
 * `npm run bench`: everything side by side in one run, as a table and as JSON in `docs/bench.json`. Parts can be run
 * by themselves: `npm run bench -- region`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { benchDraw } from './draw.ts'
import { benchEligibility } from './eligibility.ts'
import type { Measured } from './measure.ts'
import { benchRanking } from './ranking.ts'
import { benchRegion } from './region.ts'
import { benchSimulation } from './simulation.ts'

const parts = {
  eligibility: benchEligibility,
  ranking: benchRanking,
  draw: benchDraw,
  simulation: benchSimulation,
  region: benchRegion,
} as const satisfies Record<string, () => Measured[] | Promise<Measured[]>>

const file = join(import.meta.dirname, '../../docs/bench.json')
const asked = process.argv.slice(2)
const unknown = asked.filter((each) => !(each in parts))
if (unknown.length > 0) {
  process.stdout.write(
    `There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.\n`,
  )
  process.exit(2)
}

const measured: Measured[] = []
for (const [name, part] of Object.entries(parts)) {
  if (asked.length === 0 || asked.includes(name)) measured.push(...(await part()))
}

// Parts that were not run keep what was measured before.
function keptBefore(): readonly Measured[] {
  if (asked.length === 0) return []
  const before: { readonly measured: readonly Measured[] } = JSON.parse(readFileSync(file, 'utf8'))
  const now = new Set(measured.map(({ name }) => name))
  return before.measured.filter(({ name }) => !now.has(name))
}

const report = {
  command: 'npm run bench',
  node: process.version,
  processors: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`,
  measured: [...keptBefore(), ...measured],
}
writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
process.stdout.write(`${report.node}, ${report.processors}\n\n${tableOf(measured)}\n`)

function tableOf(rows: readonly Measured[]): string {
  const cells = [
    ['what', 'size', 'ms', 'µs each', 'MB above input'],
    ...rows.map(({ name, size, milliseconds, microsecondsEach, megabytes }) => [
      name,
      size.toLocaleString('en'),
      milliseconds.toFixed(1),
      microsecondsEach.toFixed(3),
      megabytes === undefined ? '' : String(megabytes),
    ]),
  ]
  const widths =
    cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? []
  return cells
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n')
}
