/** How it was calculated, whole enough to be judged by somebody who does this for a living. */
import { type Markup, mark } from '../../pictures/markup.ts'
import { table } from '../../pictures/picture.ts'
import { behaviourWords } from '../../words/behaviour.ts'
import { formatNumber, type Language, type Words } from '../../words/language.ts'
import { capital } from '../../words/prose.ts'
import { unitText } from '../../words/report-numbers.ts'
import type { Behaviour, Provenance } from '../region.ts'
import { definitionId, isMeasured, paragraph, section, type Telling } from './telling.ts'

export function method(telling: Telling): Markup {
  const { say, comparison } = telling
  const { years, warmUpYears, replications, seed } = comparison
  const run = { warmUp: warmUpYears, years, replications, seed: String(seed) }
  return section('methode', say('method'), [
    paragraph(say('method-same')),
    paragraph(say('method-run', run)),
    paragraph(say('method-interval')),
    paragraph(say('method-many', { count: differencesTested(telling) })),
    paragraph(say('method-steady')),
    paragraph(say('method-groups')),
    definitions(telling),
    behaviour(telling),
  ])
}

/** How many differences have an interval, over all proposals. */
function differencesTested({ proposals }: Telling): number {
  const figures = proposals.flatMap(({ differences }) => Object.values(differences ?? {}))
  return figures.flatMap((each) => Object.values(each)).filter((each) => each !== null).length
}

function definitions(telling: Telling): Markup {
  const { say, measure, language } = telling
  const ids = measuresOf(telling)
  const rows = ids.map((id) => {
    const { name, unit, definition, trap } = measure(id)
    return {
      label: mark`<span id="${definitionId(id)}">${capital(name)}</span><span class="sub"><code>${id}</code></span>`,
      cells: [
        [definition ?? say('definition-missing'), trap].filter(Boolean).join(' '),
        unitText(unit, language),
      ],
    }
  })
  return mark`<h3>${say('definitions')}</h3>
<p>${say('definitions-intro')}</p>
${table({ caption: say('definitions'), columns: [say('measure'), say('definition'), say('unit')], rows })}
`
}

function measuresOf(telling: Telling): readonly string[] {
  const ids = telling.comparison.variants.flatMap(({ estimates }) => Object.keys(estimates))
  return [...new Set(ids)].filter((each) => isMeasured(telling, each))
}

function behaviour(telling: Telling): Markup {
  const { say, comparison, whole: region } = telling
  const paths = [
    ...new Set([...comparison.uncalibrated, ...(region ? behaviourPaths(region.behaviour) : [])]),
  ]
  const heading = mark`<h3>${say('behaviour')}</h3>
`
  if (paths.length === 0)
    return mark`${heading}<p>${say('behaviour-none')}</p>
`
  return mark`${heading}<p>${say('behaviour-intro')}${comparison.part < 1 ? ` ${say('behaviour-part')}` : ''}</p>
${table({
  caption: say('behaviour'),
  columns: [say('parameter'), say('value'), say('plausible'), say('origin')],
  rows: paths.map((path) => parameterRow(telling, path)),
})}
`
}

const behaviourPaths = (values: Behaviour) => Object.keys(values).map((key) => `behaviour.${key}`)

function parameterRow({ say, whole: region, language }: Telling, path: string) {
  const value = Object.entries(region?.behaviour ?? {}).find(
    ([key]) => `behaviour.${key}` === path,
  )?.[1]
  const from = region?.provenance.find((each) => each.path === path)
  const range = from?.range?.map((each) => formatNumber(each, language))
  const [low, high] = range ?? []
  return {
    label: mark`${meaningOf(path, language)}<span class="sub"><code>${path}</code></span>`,
    cells: [
      value === undefined ? say('not-given') : { value, text: formatNumber(value, language) },
      low === undefined || high === undefined ? say('not-given') : say('range', { low, high }),
      originOf(from, say),
    ],
  }
}

const meanings: Readonly<Record<keyof Behaviour, Words>> = behaviourWords

function meaningOf(path: string, language: Language): string {
  const found = Object.entries(meanings).find(([key]) => `behaviour.${key}` === path)
  return found ? capital(found[1][language]) : ''
}

function originOf(from: Provenance | undefined, say: Telling['say']): string {
  if (from?.calibrated) return say('calibrated')
  if (from?.source !== undefined) return from.source
  return from?.synthetic ? say('invented') : say('not-given')
}
