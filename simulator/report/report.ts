/**
 * The report of a comparison (verslag): one file that a council member reads in five minutes and a professor
 * can take apart. Everything it says follows from the comparison; it decides nothing.
 */
import { assert } from '../../core/basics/assert.ts'
import { date } from '../../core/basics/calendar-date.ts'
import { type Markup, mark, nothing } from '../../pictures/markup.ts'
import { reportPage } from '../../pictures/report-page.ts'
import type { Language } from '../../words/language.ts'
import { capital } from '../../words/prose.ts'
import { sayReport } from '../../words/report.ts'
import { groupWords } from '../../words/report-groups.ts'
import type { MeasureWords } from '../../words/report-numbers.ts'
import type { Comparison, VariantOutcome } from '../comparison.ts'
import type { Plan } from '../plan.ts'
import type { Region } from '../region.ts'
import { whoGets } from './alone.ts'
import { area } from './area.ts'
import { withinBounds } from './bounds.ts'
import { headline, unlawfulBase } from './headline.ts'
import { limits } from './limits.ts'
import { allowanceMeasures, regularMeasures, workMeasures } from './measure-ids.ts'
import { measureSection } from './measure-table.ts'
import { method } from './method.ts'
import { fairShare, fences } from './municipalities.ts'
import { repeat } from './repeat.ts'
import { scorecard } from './scorecard.ts'
import { sweep } from './sweep.ts'
import { paragraph, type Telling, variantName } from './telling.ts'
import { unknownBox } from './unknown.ts'
import { vessels } from './vessels.ts'
import { whoGains } from './who-gains.ts'

export type ReportQuestion = {
  readonly language: Language
  /** Words of the dictionary; a measure without is shown by its id. */
  readonly measures?: (id: string, language: Language) => MeasureWords | undefined
  /** Names of groups that the region calls otherwise than usual. */
  readonly groups?: (id: string, language: Language) => string | undefined
  readonly plan?: Plan
  /** Gives how many homes become free, and the values and ranges of behaviour. */
  readonly region?: Region
  /** The same before it was made smaller: the behaviour that was asked for. */
  readonly whole?: Region
}

/** The whole report as one HTML file. */
export function reportComparison(comparison: Comparison, question: ReportQuestion): string {
  const telling = tellingOf(comparison, question)
  const { say, language } = telling
  return reportPage({
    language,
    title: titleOf(telling),
    ...warningOf(telling),
    header: header(telling),
    main: telling.proposals.length === 0 ? alone(telling) : body(telling),
    footer: paragraph(say('footer', { version: comparison.engine }), 'note'),
  })
}

/** What all parts of the report share; also for who wants only the headline. */
export function tellingOf(
  comparison: Comparison,
  { language, measures, groups, plan, region, whole = region }: ReportQuestion,
): Telling {
  const measure = (id: string) => measures?.(id, language) ?? { name: id, unit: '' }
  const told = withinBounds(comparison, measure)
  const [baseline, ...proposals] = told.variants
  assert(baseline !== undefined, 'a comparison has a variant')
  return {
    comparison: told,
    baseline,
    proposals,
    language,
    say: sayReport(language),
    measure,
    group: (id) => groups?.(id, language) ?? groupWords(id, language),
    ...(plan ? { plan } : {}),
    ...(region ? { region } : {}),
    ...(whole ? { whole } : {}),
  }
}

function titleOf({ say, proposals, plan, baseline }: Telling): string {
  if (plan) return capital(plan.title)
  const [only] = proposals
  if (!only) return capital(baseline.title)
  if (proposals.length > 1) return say('title-more', { count: proposals.length })
  return say('title-one', { variant: variantName(only) })
}

// Whoever sees only the top of a screenshot must see that the figures are made up.
export function warningOf({ say, comparison }: Telling): { readonly warning?: string } {
  const { sourced, synthetic } = comparison.region
  if (synthetic === 0) return {}
  const facts = { synthetic, total: sourced + synthetic }
  return { warning: say(synthetic >= sourced ? 'made-up' : 'partly-made-up', facts) }
}

function header(telling: Telling): Markup {
  const { say, comparison, baseline, proposals } = telling
  const { region, years, replications, part, on } = comparison
  const percent = Math.round(part * 100)
  const facts = { baseline: variantName(baseline), years, replications, percent, on: date(on) }
  return mark`<p class="kicker">${say(proposals.length === 0 ? 'kicker-alone' : 'kicker', { region: region.title })}</p>
<h1>${titleOf(telling)}</h1>
${questionOf(telling)}${baseLaw(telling)}${proposals.map((each) => paragraph(headline(telling, each), proposals.length === 1 ? 'lead' : 'lead several'))}${comparison.variants.map((each) => unlawfulBox(telling, each))}${paragraph(say(proposals.length === 0 ? 'facts-alone' : 'facts', facts), 'facts')}${replications < enough ? paragraph(say('facts-few'), 'facts') : nothing}`
}

// With fewer the interval itself is not to be relied on, and one outlier makes a headline.
const enough = 10

function baseLaw(telling: Telling): Markup {
  const unlawful = unlawfulBase(telling)
  return unlawful === undefined ? nothing : paragraph(unlawful, 'lead several')
}

function questionOf({ plan }: Telling): Markup {
  const question = plan?.question
  return question === undefined ? nothing : paragraph(question, 'facts')
}

function unlawfulBox({ say }: Telling, proposal: VariantOutcome): Markup {
  const { breaches } = proposal
  if (breaches.length === 0) return nothing
  const title = say('unlawful-title', { variant: capital(variantName(proposal)) })
  return mark`<div class="box"><p><strong>⚠ ${title}</strong></p><p>${say('unlawful-says', { count: breaches.length })}</p><ul>${breaches.map((each) => mark`<li><code>${each}</code></li>`)}</ul></div>
`
}

function body(telling: Telling): Markup {
  const { say } = telling
  const parts = [
    sweep(telling),
    whoGains(telling),
    vessels(telling),
    limits(telling),
    regularSection(telling),
    scorecard(telling),
    allowanceSection(telling),
    fences(telling),
    fairShare(telling),
    area(telling),
    workSection(telling),
    unknownBox(telling),
    method(telling),
    repeat(telling),
  ]
  return mark`${contents(parts, say('contents'))}${parts}`
}

function regularSection(telling: Telling): Markup {
  const [title, intro] = ['regular', 'regular-intro'] as const
  return measureSection(telling, { id: 'regulier', title, intro, measures: regularMeasures })
}

function allowanceSection(telling: Telling): Markup {
  const [title, intro] = ['allowance', 'allowance-intro'] as const
  return measureSection(telling, { id: 'toeslag', title, intro, measures: allowanceMeasures })
}

function workSection(telling: Telling): Markup {
  const [title, intro] = ['work', 'work-intro'] as const
  return measureSection(telling, { id: 'werk', title, intro, measures: workMeasures })
}

// The list of parts is read from the parts, so that it cannot name one that is not there.
function contents(parts: readonly Markup[], title: string): Markup {
  const headings = parts.flatMap(({ markup }) => {
    const found = /<h2 id="([\w-]+)">(.*?)<\/h2>/.exec(markup)
    return found ? [{ id: found[1], heading: { markup: found[2] ?? '' } }] : []
  })
  return mark`<nav aria-label="${title}"><ul>${headings.map(({ id, heading }) => mark`<li><a href="#${id}">${heading}</a></li>`)}</ul></nav>
`
}

function alone(telling: Telling): Markup {
  const { say, baseline } = telling
  const parts = [
    whoGets(telling),
    regularSection(telling),
    scorecard(telling),
    allowanceSection(telling),
    fairShare(telling),
    workSection(telling),
    unknownBox(telling),
    method(telling),
    repeat(telling),
  ]
  const intro = paragraph(say('no-proposal', { variant: baseline.title }))
  return mark`${intro}${contents(parts, say('contents'))}${parts}`
}
