/** A comparison as the terminal shows it: who wins and who loses, and a few measures per group. */
import type { Comparison, VariantOutcome } from '../simulator/comparison.ts'
import { headline, headlineAbout, unlawfulBase } from '../simulator/report/headline.ts'
import type { ReportQuestion } from '../simulator/report/report.ts'
import { tellingOf, warningOf } from '../simulator/report/report.ts'
import { isMeasured, measureHeading, type Telling } from '../simulator/report/telling.ts'
import { verdictText } from '../simulator/report/verdict.ts'
import { capital, wrap } from '../words/prose.ts'
import { showAmount, showNumber } from '../words/report-numbers.ts'
import { saySimulate } from '../words/simulate.ts'
import { type Setting, style, table } from './command.ts'

export function comparisonLines(
  comparison: Comparison,
  question: ReportQuestion,
  setting: Setting,
): string[] {
  const telling = tellingOf(comparison, question)
  const unlawful = unlawfulBase(telling)
  const headlines = [
    ...(unlawful === undefined ? [] : [unlawful]),
    ...telling.proposals.map((each) => headline(telling, each)),
  ]
  const { warning } = warningOf(telling)
  const shown = measuresOf(telling)
  return [
    ...(warning ? [...wrap(warning), ''] : []),
    ...headlines.flatMap((each) => wrap(each).map((line) => style(line, 'bold', setting))),
    ...(headlines.length > 0 ? [''] : []),
    ...table(comparison.variants.map(({ id, title }) => [id, title])),
    ...(shown.length > 0
      ? shown.flatMap((id) => ['', ...measureLines(telling, id, setting)])
      : nothingLines(comparison, setting)),
  ]
}

// Of one replication there are no figures, whatever was let.
function nothingLines({ replications }: Comparison, { language }: Setting): string[] {
  return replications === 1 ? [] : ['', saySimulate(language)('nothing')]
}

const alwaysShown = ['success-chance', 'lettings'] as const

function measuresOf(telling: Telling): readonly string[] {
  const ids = new Set([headlineAbout(telling).measure, ...alwaysShown])
  return [...ids].filter((id) => isMeasured(telling, id))
}

function measureLines(telling: Telling, id: string, setting: Setting): string[] {
  const say = saySimulate(setting.language)
  const heading = [say('group'), say('rules'), say('value'), say('difference')]
  const { variants } = telling.comparison
  const known = groupsShown(telling).filter((group) =>
    variants.some(({ estimates }) => estimates[id]?.[group]),
  )
  const rows = known.flatMap((group) =>
    variants.map((each, at) => [
      at === 0 ? capital(telling.group(group)) : '',
      each.id,
      valueText(telling, each, id, group),
      at === 0 ? '' : verdictText(telling, id, each.differences?.[id]?.[group] ?? null),
    ]),
  )
  const columns = telling.proposals.length === 0 ? 3 : 4
  const shown = [heading, ...rows].map((row) => row.slice(0, columns))
  return [style(measureHeading(telling, id), 'bold', setting), ...table(shown)]
}

const groupsOfOne = ['local', 'not-local', 'starter', 'onward-mover', 're-starter'] as const

// With many proposals the groups that the question is about; with one, those that most people fall in.
function groupsShown(telling: Telling): readonly string[] {
  const { gains, loses } = headlineAbout(telling)
  const more = telling.proposals.length > 1 ? [] : ['regular', 'urgent', ...groupsOfOne]
  return [...new Set(['all', gains, loses, ...more])]
}

function valueText(
  { language, measure, say }: Telling,
  { estimates }: VariantOutcome,
  id: string,
  group: string,
): string {
  const estimate = estimates[id]?.[group]
  if (!estimate) return say('no-value')
  const { unit } = measure(id)
  const bound = (value: number) => showNumber(value, unit, language)
  const range = say('range-short', { low: bound(estimate.low), high: bound(estimate.high) })
  return `${showAmount(estimate.mean, unit, language)} ${range}`
}
