/** The part of the validation page about closed forms. */
import { type Checked, checkClosedForms, type Living } from './check-closed-forms.ts'
import { madeBy, offBy, share, table, yesOrNo } from './document.ts'
import { type ClosedFormRun, loadClosedForms } from './load-closed-forms.ts'

export async function closedFormsPart(living: Living): Promise<string> {
  const runs = loadClosedForms().map((each) => {
    if ('code' in each) throw new Error(`${each.file} ${each.path}: ${each.code}`)
    return each
  })
  const checked = await checkClosedForms(runs, living)
  return [
    '## Closed forms',
    explanation,
    summaryOf(checked),
    madeBy('npm run validation -- closed-forms', factsOf(runs)),
    table(
      [
        'form',
        'run',
        'what',
        'who',
        'reference',
        'simulated',
        '95 % interval',
        'off',
        'room',
        'met',
        'as lived',
      ],
      checked.map(rowOf),
      4,
    ),
    tested,
  ].join('\n\n')
}

const explanation = `Where homes become free at a constant rate, people come in at a constant rate and give up at a constant rate, the long
run is known. The runs are in \`simulator/regions/closed-forms/\`, the formulas in \`simulator/validation/closed-forms.ts\`; each run is
an ordinary simulation with the behaviour the form assumes. *Simulated* is the mean over replications with the luck of the inflow taken
out: what the formula says that this many arrivals and homes, instead of the average many, do to the figure (a control variate whose mean
is nothing). *As lived* is the same without that. A form is met when *simulated* is within its room: 2 %, at the edge of E3-5 5 %, and 0.1
year where the reference is 0. People other than urgents respond to some of the homes only (\`behaviour.tooSmall\`), which the forms do not
notice and which makes many years affordable.`

const tested = `E3-7 (chance in a lottery), E3-10 (two queues with a priority) and E3-11 (how long an effect must be watched) need no region: they
are tested in \`core/oversight/lottery-chance.test.ts\`, \`core/oversight/priority-queue.test.ts\` and
\`core/oversight/area-effect.test.ts\`. The direction of E3-12 is tested in \`simulator/validation/small-forms.test.ts\`.`

function summaryOf(checked: readonly Checked[]): string {
  const missed = checked.filter(({ near }) => !near)
  const names = missed.map(({ run, expected }) => `${expected.form} ${run.id} (${expected.group})`)
  const told = missed.length === 0 ? 'All are met.' : `Not met: ${names.join(', ')}.`
  return `${checked.length - missed.length} of ${checked.length} figures are met. ${told}`
}

function factsOf(runs: readonly ClosedFormRun[]): Readonly<Record<string, string | number>> {
  const [first] = runs
  const years = [...new Set(runs.map((each) => each.years))].sort((a, b) => a - b)
  return {
    seed: first?.seed ?? '',
    replications: first?.replications ?? '',
    'years measured': years.join(' or '),
    'years of warm-up': [...new Set(runs.map(({ region }) => region.warmUpYears))]
      .sort((a, b) => a - b)
      .join(' or '),
  }
}

function rowOf({ run, expected, figure, near, asLived }: Checked): string[] {
  const { form, measure, group, reference, tolerance } = expected
  const number = (value: number) => value.toFixed(reference > digitsFrom ? 0 : 3)
  const off = figure.mean - reference
  return [
    form,
    run.id,
    measure,
    group,
    number(reference),
    number(figure.mean),
    `${number(figure.low)} to ${number(figure.high)}`,
    reference === 0 ? number(off) : offBy(off / reference),
    reference === 0 ? '0.1 year' : share(tolerance, 0),
    yesOrNo(near),
    number(asLived),
  ]
}

const digitsFrom = 1000
