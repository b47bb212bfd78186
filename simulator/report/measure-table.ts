/** A few measures of everybody in one table: rent allowance, work and cost. */
import { type Markup, nothing } from '../../pictures/markup.ts'
import { capital } from '../../words/prose.ts'
import type { ReportText } from '../../words/report.ts'
import { unitText } from '../../words/report-numbers.ts'
import { outcomeTable } from './outcome-table.ts'
import { isMeasured, paragraph, section, type Telling } from './telling.ts'

type Titled = {
  readonly id: string
  readonly title: ReportText
  readonly intro: ReportText
  readonly measures: readonly string[]
}

/** A part of the report that is a table; what was not measured is said under it. */
export function measureSection(telling: Telling, { id, title, intro, measures }: Titled): Markup {
  const { say } = telling
  const known = measures.filter((each) => isMeasured(telling, each))
  const missing = known.length === 0 ? paragraph(`${capital(say('not-measured'))}.`) : nothing
  return section(id, say(title), [
    paragraph(say(intro)),
    missing,
    known.length === 0 ? nothing : measureTable(telling, say(title), known),
  ])
}

function measureTable(telling: Telling, caption: string, measures: readonly string[]): Markup {
  const outcomes = measures.map((measure) => ({
    measure,
    group: 'all',
    below: unitText(telling.measure(measure).unit, telling.language),
  }))
  return outcomeTable(telling, { caption, heading: telling.say('measure') }, outcomes)
}
