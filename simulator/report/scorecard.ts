/**
 * The scorecard (zes doelen): per goal the measures that speak to it and what became of them. There is no
 * total: a sum of goals would be a political choice that looks like arithmetic.
 */
import { type Markup, mark } from '../../pictures/markup.ts'
import { showNumber } from '../../words/report-numbers.ts'
import { type Goal, goals } from './measure-ids.ts'
import { groupedTable, labelOf, type OutcomeGroup, outcomeCells } from './outcome-table.ts'
import { isMeasured, paragraph, section, type Telling } from './telling.ts'

export function scorecard(telling: Telling): Markup {
  const { say } = telling
  return section('doelen', say('goals'), [
    paragraph(say('goals-intro')),
    scoreTable(telling),
    liveabilityLimit(telling),
  ])
}

function scoreTable(telling: Telling): Markup {
  const { say } = telling
  const table = { caption: say('goals'), heading: say('measure') }
  return groupedTable(
    telling,
    table,
    goals.map((goal) => goalRows(telling, goal)),
  )
}

function goalRows(telling: Telling, { name, measures }: Goal): OutcomeGroup {
  const known = measures.filter(({ measure }) => isMeasured(telling, measure))
  return {
    title: telling.say(name),
    rows: known.map((each) => ({
      label: labelOf(telling, each),
      cells: outcomeCells(telling, each),
    })),
    empty: telling.say('goal-empty'),
  }
}

// Neighbourhoods change slowly, for few homes become free: the most a rule could do in a year.
function liveabilityLimit(telling: Telling): Markup {
  const { say, language } = telling
  const turnover = turnoverOf(telling)
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

// What was let in a year, chains and all; before anything was lived, what the region's file says.
function turnoverOf({ region, baseline }: Telling): number | undefined {
  const letAYear = baseline.estimates.inflow?.homes?.mean
  if (!region || region.homes.count === 0) return undefined
  return letAYear === undefined ? region.vacancies.perHomePerYear : letAYear / region.homes.count
}

const homesInStreet = 100
