/** One set of rules by itself (zonder vergelijking): who gets a home under it, and how long that takes. */
import { type Markup, mark } from '../../pictures/markup.ts'
import { figure } from '../../pictures/picture.ts'
import { ranges } from '../../pictures/ranges.ts'
import { capital } from '../../words/prose.ts'
import { showAmount } from '../../words/report-numbers.ts'
import { homesPerGroup } from './measure-ids.ts'
import {
  captionsBelow,
  chartWords,
  countedGroups,
  groupsOf,
  idOf,
  isMeasured,
  isPlace,
  measureHeading,
  numbersOf,
  paragraph,
  section,
  type Telling,
  ticksOf,
  tooFew,
} from './telling.ts'
import { mainGroups, measuresShown } from './who-gains.ts'

export function whoGets(telling: Telling): Markup {
  const { say } = telling
  const wanted = [...new Set([...measuresShown(telling), homesPerGroup])]
  const measures = wanted.filter((each) => isMeasured(telling, each))
  return section('wie', say('alone'), [
    paragraph(say('alone-intro'), 'note'),
    ...measures.map((measure) => measureFigures(telling, measure)),
  ])
}

function measureFigures(telling: Telling, measure: string): Markup {
  const { say } = telling
  const main = mainGroups(telling, measure)
  const isOther = (each: string) => !main.includes(each) && !isPlace(each)
  const more = countedGroups(telling, measure).filter(isOther)
  const left = tooFew(telling, measure, groupsOf(telling, measure).filter(isOther))
  const title = measureHeading(telling, measure)
  const drawn = figure({ title }, draw(telling, measure, main, 'main'), captionsBelow(telling))
  if (more.length === 0) return mark`${drawn}${left}`
  const others = draw(telling, measure, more, 'more')
  return mark`${drawn}<details class="more"><summary>${say('all-groups')}<span class="hidden">: ${title}</span></summary>${others.svg}${others.table}${left}</details>
`
}

function draw(telling: Telling, measure: string, groups: readonly string[], part: string) {
  const { say, baseline, language } = telling
  const heading = measureHeading(telling, measure)
  const title = part === 'main' ? heading : `${heading}: ${say('all-groups')}`
  const rows = groups.map((group) => ({
    label: capital(telling.group(group)),
    value: baseline.estimates[measure]?.[group] ?? null,
  }))
  const { unit } = telling.measure(measure)
  const told = rows.map(
    ({ label, value }) =>
      `${label} ${value ? showAmount(value.mean, unit, language) : say('no-value')}`,
  )
  return ranges({
    id: idOf('alone', measure, part),
    title,
    description: say('alone-description', { variant: baseline.title, rows: told.join('; ') }),
    rows,
    show: numbersOf(telling, measure),
    showTick: ticksOf(telling, measure),
    words: { ...chartWords(telling), row: say('group'), value: say('value') },
  })
}
