/** The part of the validation page about published figures that the example region is to resemble. */
import { reachedIn, trialsOf } from '../calibrate.ts'
import { digits, parkstadTargets, targetsIn } from './calibration-part.ts'
import type { Living } from './check-closed-forms.ts'
import { madeBy, offBy, table, yesOrNo } from './document.ts'
import { shippedRegion } from './shipped-region.ts'

const years = 5
const replications = 2
const seed = 2030

export async function publishedPart({ threads }: Living): Promise<string> {
  const targets = { ...targetsIn(parkstadTargets), part: 1, years, replications, seed }
  const { region, books } = shippedRegion(targets.region)
  const figures = await trialsOf(region, books, targets, threads)({})
  const reached = reachedIn(targets.goals, figures)
  const met = reached.filter((each) => each.met).length
  const rows = reached.map(({ goal, figure, met: isMet }) => [
    goal.id,
    goal.source ?? 'synthetic: chosen, no source',
    digits(goal.is),
    `${digits(goal.from)} to ${digits(goal.to)}`,
    digits(figure?.mean),
    figure ? offBy(figure.mean / goal.is - 1, 0) : 'unknown',
    yesOrNo(isMet),
  ])
  return [
    '## Published figures',
    `The example region in its full size under its own rules, beside what is known of the region it is to resemble. ${met} of
${reached.length} are met. Where the target is a count out of 680, it is met within the 95 % interval of that count; that table is of part of a
year and probably of one association. Figures of other regions are not targets: they are in other markets.`,
    madeBy('npm run validation -- published', { seed, replications, years }),
    table(['figure', 'source', 'target', 'met within', 'simulated', 'off', 'met'], rows, 2),
  ].join('\n\n')
}
