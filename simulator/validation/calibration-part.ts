/** The part of the validation page about calibration: target, fitted and held-out figures. */
import { dirname, join } from 'node:path'
import type { Reached } from '../calibrate.ts'
import { type CalibratedRegion, calibrateRegion, notCalibrated } from '../calibrate-region.ts'
import { loadTargets, type Targets } from '../load-targets.ts'
import type { Region } from '../region.ts'
import type { Living } from './check-closed-forms.ts'
import { madeBy, table, yesOrNo } from './document.ts'

export const parkstadTargets = join(dirname(import.meta.dirname), 'regions/parkstad.targets.yaml')

export async function calibratePart(
  living: Living,
  file: string = parkstadTargets,
): Promise<string> {
  const calibrated = await calibrateRegion(targetsIn(file), dirname(file), living)
  if (!Array.isArray(calibrated)) return textOf(calibrated)
  throw new Error(calibrated.map(({ path, code }) => `${path}: ${code}`).join('\n'))
}

export function targetsIn(file: string): Targets {
  const targets = loadTargets(file)
  if (!Array.isArray(targets)) return targets
  throw new Error(targets.map(({ path, code }) => `${path}: ${code}`).join('\n'))
}

function textOf(calibrated: CalibratedRegion): string {
  const { targets, region, start, values, before, after, trials } = calibrated
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
    untouched(targets, region),
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

function untouched(targets: Targets, region: Region): string {
  const told = notCalibrated(targets, region).map((name) => `\`${name}\``)
  return `Not calibrated, for want of anything to hold them to: ${told.join(', ')}. The sensitivity below says what hangs on them.`
}
