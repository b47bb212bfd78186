/** `npm run bench`: everything side by side in one run, as a table and as JSON in `docs/bench.json`. */
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { benchDraw } from './draw.ts'
import { benchEligibility } from './eligibility.ts'
import type { Measured } from './measure.ts'
import { benchRanking } from './ranking.ts'
import { benchSimulation } from './simulation.ts'

const measured = [
  ...(await benchEligibility()),
  ...benchRanking(),
  ...benchDraw(),
  ...(await benchSimulation()),
]

const report = {
  command: 'npm run bench',
  node: process.version,
  processors: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`,
  measured,
}
writeFileSync(
  join(import.meta.dirname, '../../docs/bench.json'),
  `${JSON.stringify(report, null, 2)}\n`,
)
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
