/** The part of the validation page about what hangs on behaviour that nobody measured. */
import { dirname } from 'node:path'
import type { Estimate } from '../../core/oversight/figures.ts'
import { loadPlan } from '../load-plan.ts'
import { headlineAbout } from '../report/headline.ts'
import type { Living } from './check-closed-forms.ts'
import { madeBy, table } from './document.ts'
import { type Answer, answersTo, type Question, type Size, survivalOf } from './sensitivity.ts'
import { booksOf, type Shipped, shippedRegion } from './shipped-region.ts'

/** Of each question the two sets of rules that differ most. */
const asked = [
  { plan: 'minimum-share', base: 'today', other: 'share-80' },
  { plan: 'local-priority', base: 'none', other: 'half' },
] as const

const size: Size = { part: 0.05, years: 3, warmUpYears: 4, replications: 5, seed: 2032 }

export async function sensitivityPart(living: Living): Promise<string> {
  const shipped = shippedRegion('parkstad')
  const known = new Map<string, Question['base']>()
  const questions = asked.map((each) => questionOf(each, shipped, known))
  const answers = await answersTo(questions, shipped.region, size, living)
  return [
    '## Sensitivity',
    explanation,
    madeBy('npm run validation -- sensitivity', { ...size, part: `${size.part} of the size` }),
    ...questions.map((question, at) => textOf(question, answers[at] ?? [])),
  ].join('\n\n')
}

const explanation = `One behavioural parameter at a time goes to either end of its range (\`range\` in the region's file), and the question is asked
again with the same luck. A conclusion *survives* when the difference is certain in the same direction (its paired 95 % interval leaves out
zero), *flips* when it is certain in the other, *fades* when it is no longer certain, and *appears* when only now it is. Where it is
the same to the letter it *changes nothing*: the question does not ask for that number, or it can go no further (in so small a region
everybody responds already, so that a higher \`response\` is not tested). The region is small and the horizon short, so small effects fade
by chance too.`

// The same rules are one and the same list, so that they are lived once for both questions.
function questionOf(
  { plan: name, base, other }: (typeof asked)[number],
  shipped: Shipped,
  known: Map<string, Question['base']>,
): Question {
  const loaded = loadPlan(name)
  if (Array.isArray(loaded)) throw new Error(`${name} cannot be read`)
  const { plan, file } = loaded
  const booksOfVariant = (id: string) => {
    const rules = plan.variants.find((each) => each.id === id)?.rules ?? []
    const key = rules.join(' ')
    const books = known.get(key) ?? booksOf(shipped, rules, dirname(file))
    known.set(key, books)
    return books
  }
  return { plan, base: booksOfVariant(base), other: booksOfVariant(other) }
}

function textOf({ plan }: Question, answers: readonly Answer[]): string {
  const [usual] = answers
  const { measure, gains, loses } = headlineAbout({ plan })
  const told = (of: 'gains' | 'loses', each: Answer) => survivalOf(usual?.[of] ?? null, each[of])
  const rows = answers.map((each) => [
    each.setting.parameter === undefined
      ? 'as it is'
      : `\`${each.setting.parameter.replace('behaviour.', '')}\` ${each.setting.value}`,
    changeText(each.gains),
    each === usual ? '' : told('gains', each),
    changeText(each.loses),
    each === usual ? '' : told('loses', each),
  ])
  const head = [`\`${measure}\``, gains, 'conclusion', loses, 'conclusion']
  const summary = `${usualText(usual)} ${summaryOf(answers.slice(1), told)}`
  return [`### ${plan.id}`, summary, table(head, rows)].join('\n\n')
}

// Where nothing is certain as it is, nothing can survive or flip, and that is to be read first.
function usualText(usual: Answer | undefined): string {
  const told = (of: 'gains' | 'loses') => {
    const change = usual?.[of] ?? null
    return change !== null && (change.low > 0 || change.high < 0) ? 'certain' : 'not certain'
  }
  return `As it is, the difference is ${told('gains')} for who gains and ${told('loses')} for who loses.`
}

function summaryOf(
  answers: readonly Answer[],
  told: (of: 'gains' | 'loses', each: Answer) => string,
): string {
  const counted = (of: 'gains' | 'loses') =>
    [...Map.groupBy(answers, (each) => told(of, each))]
      .map(([what, all]) => `${what} ${all.length}`)
      .join(', ')
  const flipped = answers.filter(
    (each) => told('gains', each) === 'flips' || told('loses', each) === 'flips',
  )
  const names = flipped.map(({ setting }) => `\`${setting.parameter}\` at ${setting.value}`)
  const flips = names.length === 0 ? 'Nothing flips it.' : `**It flips** with ${names.join(', ')}.`
  return `Of ${answers.length} settings, for who gains: ${counted('gains')}; for who loses: ${counted('loses')}. ${flips}`
}

function changeText(change: Estimate | null): string {
  if (!change) return 'unknown'
  const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`
  return `${signed(change.mean)} (${signed(change.low)} to ${signed(change.high)})`
}
