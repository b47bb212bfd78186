/** The part of the validation page about calibration: target, fitted and held-out figures. */
import { dirname, join } from 'node:path'
import {
  type Calibrated,
  calibrate,
  type Reached,
  startOf,
  trialsOf,
  type Values,
} from '../calibrate.ts'
import { loadTargets, type Targets } from '../load-targets.ts'
import type { Region } from '../region.ts'
import { writtenRegion } from '../region-schema.ts'
import type { Living } from './check-closed-forms.ts'
import { madeBy, table, yesOrNo } from './document.ts'
import { shippedRegion } from './shipped-region.ts'

export const parkstadTargets = join(dirname(import.meta.dirname), 'regions/parkstad.targets.yaml')

export async function calibratePart(
  { threads, progress }: Living,
  file: string = parkstadTargets,
): Promise<string> {
  const targets = targetsIn(file)
  const { region, books } = shippedRegion(targets.region)
  const trial = trialsOf(region, books, targets, threads)
  const fitted = targets.goals.filter(({ fits }) => fits).length
  const total = 1 + fitted * targets.rounds
  let tried = 0
  const start = startOf(targets, (path) => valueAt(region, path))
  const calibrated = await calibrate(targets, start, async (values) => {
    const figures = await trial(values)
    tried += 1
    progress?.(tried, total)
    return figures
  })
  return textOf(targets, region, start, calibrated)
}

export function targetsIn(file: string): Targets {
  const targets = loadTargets(file)
  if (!Array.isArray(targets)) return targets
  throw new Error(targets.map(({ path, code }) => `${path}: ${code}`).join('\n'))
}

function valueAt(region: Region, path: string): number {
  let value: unknown = writtenRegion(region)
  for (const step of path.split('.')) {
    value = isRecord(value) ? value[step] : undefined
  }
  if (typeof value !== 'number') throw new Error(`${path} is no number of ${region.id}`)
  return value
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function textOf(
  targets: Targets,
  region: Region,
  start: Values,
  { values, before, after, trials }: Calibrated,
): string {
  const { seed, replications, years, part } = targets
  const pairs = after.map((reached, at) => [before[at], reached] as const)
  const isFitted = ({ goal }: Reached) => goal.fits !== undefined
  const goalRows = (fitted: boolean) =>
    pairs
      .filter(([, each]) => isFitted(each) === fitted)
      .map(([first, each]) => goalRow(first, each))
  const head = ['figure', 'target', 'met within', 'before', 'after', 'met']
  return [
    '## Calibration',
    explanation,
    madeBy('npm run calibrate', { seed, replications, years, 'part of the size': part, trials }),
    table(
      ['parameter', 'in the file', 'fitted', 'by'],
      targets.goals.flatMap(({ id, fits }) =>
        fits
          ? [
              [
                `\`${fits.parameter}\``,
                String(start[fits.parameter]),
                String(values[fits.parameter]),
                id,
              ],
            ]
          : [],
      ),
    ),
    'Used to fit:',
    table(head, goalRows(true)),
    'Held out:',
    table(head, goalRows(false)),
    notCalibrated(targets, region),
  ].join('\n\n')
}

const explanation = `What the example region is to resemble stands in \`simulator/regions/parkstad.targets.yaml\`, each with its source or
\`synthetic\`. Some targets set one number of the region each: in turn, along the line through the last two trials, with the same luck in
every trial (\`simulator/calibrate.ts\`). The others are held out. The values found are in the region's file, marked \`calibrated\`; a run
that starts from them shows *in the file* and *fitted* alike, but for what chance leaves.`

function goalRow(first: Reached | undefined, { goal, figure, met }: Reached): string[] {
  return [
    goal.id,
    digits(goal.is),
    `${digits(goal.from)} to ${digits(goal.to)}`,
    digits(first?.figure?.mean),
    digits(figure?.mean),
    yesOrNo(met),
  ]
}

export function digits(value: number | undefined): string {
  if (value === undefined) return 'unknown'
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3)
}

function notCalibrated({ goals }: Targets, { behaviour }: Region): string {
  const fitted = new Set(goals.map(({ fits }) => fits?.parameter))
  const names = Object.keys(behaviour)
    .map((name) => `behaviour.${name}`)
    .filter((path) => !fitted.has(path))
  const told = names.map((name) => `\`${name}\``).join(', ')
  return `Not calibrated, for want of anything to hold them to: ${told}. The sensitivity below says what hangs on them.`
}
