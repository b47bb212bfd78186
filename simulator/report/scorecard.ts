/**
 * The scorecard (zes doelen): per goal the measures that speak to it and what became of them. There is no
 * total: a sum of goals would be a political choice that looks like arithmetic.
 */
import { type Markup, mark } from '../../pictures/markup.ts'
import { capital } from '../../words/prose.ts'
import { showNumber } from '../../words/report-numbers.ts'
import type { VariantOutcome } from '../comparison.ts'
import { type Goal, goals } from './measure-ids.ts'
import { labelOf, outcomeOf } from './outcome-table.ts'
import { isMeasured, paragraph, perProposal, section, type Telling } from './telling.ts'

export function scorecard(telling: Telling): Markup {
  const { say } = telling
  return section('doelen', say('goals'), [
    paragraph(say('goals-intro')),
    ...perProposal(telling, (proposal) => scoreTable(telling, proposal)),
    liveabilityLimit(telling),
  ])
}

function scoreTable(telling: Telling, proposal: VariantOutcome): Markup {
  const { say } = telling
  return mark`<div class="scroll" tabindex="0" role="region" aria-label="${say('goals')}: ${proposal.title}"><table><caption>${capital(proposal.title)}</caption>
<thead><tr><th scope="col">${say('measure')}</th><th scope="col">${say('outcome')}</th></tr></thead>
${goals.map((goal) => goalRows(telling, proposal, goal))}</table></div>
`
}

function goalRows(telling: Telling, proposal: VariantOutcome, { name, measures }: Goal): Markup {
  const known = measures.filter(({ measure }) => isMeasured(telling, measure))
  const rows = known.map(
    (
      each,
    ) => mark`<tr><th scope="row">${labelOf(telling, each)}</th><td>${outcomeOf(telling, proposal, each)}</td></tr>
`,
  )
  const empty = mark`<tr><td colspan="2">${telling.say('goal-empty')}</td></tr>`
  return mark`<tbody><tr><th colspan="2" scope="rowgroup">${telling.say(name)}</th></tr>
${rows.length === 0 ? empty : rows}</tbody>
`
}

// Neighbourhoods change slowly, for few homes become free: the most a rule could do in a year.
function liveabilityLimit({ say, region, language }: Telling): Markup {
  const turnover = region?.vacancies.perHomePerYear
  const ceiling =
    turnover === undefined
      ? say('liveability-parkstad')
      : say('liveability-ceiling', {
          turnover: showNumber(turnover, 'share', language),
          homes: showNumber(turnover * homesInStreet, 'homes', language),
        })
  return mark`<div class="box"><h3>${say('goal-liveability')}</h3><p>${say('liveability-limit')} ${ceiling}</p></div>
`
}

const homesInStreet = 100
