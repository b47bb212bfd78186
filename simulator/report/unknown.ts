/** What we do not know (wat wij niet weten): in a box of its own on every report, never in small print. */
import { date } from '../../core/basics/calendar-date.ts'
import { type Markup, mark } from '../../pictures/markup.ts'
import { formatList } from '../../words/language.ts'
import { ownTablesOf } from '../own-marginals.ts'
import {
  allowanceMeasures,
  displacementMeasures,
  fairShareMeasures,
  goals,
  homesPerGroup,
  regularMeasures,
  workMeasures,
} from './measure-ids.ts'
import { isMeasured, type Telling } from './telling.ts'
import { measuresShown } from './who-gains.ts'

export function unknownBox(telling: Telling): Markup {
  const { say, comparison, language, measure } = telling
  const { region, years, on, uncalibrated, part } = comparison
  const total = region.sourced + region.synthetic
  const missing = missingMeasures(telling)
  const lines = [
    region.synthetic > 0
      ? say('unknown-synthetic', { synthetic: region.synthetic, total })
      : say('unknown-sourced', { total }),
    ...ownTables(telling),
    ...(part < 1 ? [say('unknown-part', { percent: part * 100 })] : []),
    ...tooFewResponses(telling),
    say('unknown-behaviour', { count: uncalibrated.length }),
    say('unknown-constant', { on: date(on), years }),
    ...inventedIn(telling),
    say('unknown-people'),
    `${say('unknown-out')} ${say('unknown-out-list')}.`,
    ...(missing.length === 0
      ? []
      : [
          say('unknown-missing', {
            measures: formatList(
              missing.map((each) => measure(each).name),
              language,
            ),
          }),
        ]),
  ]
  return mark`<section class="box" aria-labelledby="niet"><h2 id="niet">${say('unknown')}</h2>
<ul>${lines.map((line) => mark`<li>${line}</li>`)}</ul></section>
`
}

// Who reads the outcome must know which of its numbers are of the region itself.
function ownTables({ region, language, say }: Telling): readonly string[] {
  const tables = region ? ownTablesOf(region) : []
  if (tables.length === 0) return []
  const named = tables.map((each) => say('unknown-own-table', each))
  return [say('unknown-own', { tables: formatList(named, language) })]
}

// Nobody responds to more than everything, so that below some size the chance to respond cannot be raised enough.
function tooFewResponses({ whole, comparison, say }: Telling): readonly string[] {
  const { response } = whole?.behaviour ?? { response: 0 }
  return response > comparison.part
    ? [say('unknown-part-responses', { percent: response * 100 })]
    : []
}

// What nobody decided and somebody had to choose; once where several share it.
function inventedIn({ comparison, language, say }: Telling): readonly string[] {
  const found = new Set(comparison.variants.flatMap(({ invented }) => invented ?? []))
  return [...found].map((what) => {
    const chosen = comparison.variants.filter(({ invented }) => invented === what)
    const variants = formatList(
      chosen.map(({ title }) => `“${title}”`),
      language,
    )
    return say('unknown-invented', { what, variants })
  })
}

/** What the report would show and the comparison does not have. */
function missingMeasures(telling: Telling): readonly string[] {
  const wanted = [
    ...measuresShown(telling),
    homesPerGroup,
    ...displacementMeasures,
    ...regularMeasures,
    ...fairShareMeasures,
    ...allowanceMeasures,
    ...workMeasures,
    ...goals.flatMap(({ measures }) => measures.map(({ measure }) => measure)),
  ]
  return [...new Set(wanted)].filter((each) => !isMeasured(telling, each))
}
