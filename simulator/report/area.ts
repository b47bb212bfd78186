/**
 * Homes with a rule of their own (plekken met een eigen regel): who came to live there, who in the region as a
 * whole, and whether anything of it could be seen in reports of nuisance at all.
 */
import { complexYearsNeeded } from '../../core/oversight/area-effect.ts'
import { type Markup, mark, nothing } from '../../pictures/markup.ts'
import { capital } from '../../words/prose.ts'
import { homesInArea, homesPerGroup, sizeOfArea } from './measure-ids.ts'
import { groupedTable, outcomeCells } from './outcome-table.ts'
import { compared, groupsOf, isShared, paragraph, section, type Telling } from './telling.ts'

export function area(telling: Telling): Markup {
  const { say, baseline, comparison } = telling
  const size = (name: string) => Math.round(baseline.estimates[sizeOfArea]?.[name]?.mean ?? 0)
  const { years } = comparison
  const [homes, complexes] = [size('homes'), size('complexes')]
  if (homes === 0) return nothing
  const needed = (drop: number) => Math.ceil(complexYearsNeeded({ reportsPerYear, drop }))
  const seen = {
    reports: reportsPerYear,
    large: needed(largeDrop),
    small: needed(smallDrop),
    there: complexes * years,
  }
  return section('plekken', say('area'), [
    paragraph(say('area-intro', { homes, complexes, years })),
    areaTable(telling),
    mark`<div class="box"><h3>${say('area-seen')}</h3><p>${say('area-seen-says', seen)}</p></div>
`,
  ])
}

// An example to reckon with, not a count of any complex.
const reportsPerYear = 20
const largeDrop = 0.3
const smallDrop = 0.1

// Who no longer comes here and is not fewer in the region, went elsewhere.
function areaTable(telling: Telling): Markup {
  const { say, group } = telling
  const groups = ['all', ...groupsOf(telling, homesInArea).filter(isShared)]
  const rows = groups
    .filter((each) => lives(telling, each))
    .map((each) => ({
      title: capital(group(each)),
      rows: [
        {
          label: mark`${say('area-here')}`,
          cells: outcomeCells(telling, { measure: homesInArea, group: each }),
        },
        {
          label: mark`${say('area-region')}`,
          cells: outcomeCells(telling, { measure: homesPerGroup, group: each }),
        },
      ],
    }))
  return groupedTable(
    telling,
    { caption: say('area-table', { years: telling.comparison.years }), heading: say('group') },
    rows,
  )
}

// A group that never came here has nothing to tell.
function lives(telling: Telling, group: string): boolean {
  return telling.proposals.some((each) => {
    const { before, after } = compared(telling, each, homesInArea, group)
    return (before?.mean ?? 0) > 0 || (after?.mean ?? 0) > 0
  })
}
