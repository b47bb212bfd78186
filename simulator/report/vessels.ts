/**
 * Communicating vessels (communicerende vaten): what one group gains in homes, the others lose. The parts are
 * regular seekers, the urgent and all others; together they are everybody, so their changes must add up.
 */
import type { Estimate } from '../../core/oversight/figures.ts'
import { bars } from '../../pictures/bars.ts'
import { type Markup, mark, nothing } from '../../pictures/markup.ts'
import { figure, table } from '../../pictures/picture.ts'
import { capital } from '../../words/prose.ts'
import type { VariantOutcome } from '../comparison.ts'
import { headlineAbout } from './headline.ts'
import { displacementMeasures, homesPerGroup } from './measure-ids.ts'
import { outcomeTable } from './outcome-table.ts'
import {
  captionsBelow,
  chartWords,
  compared,
  homesChange,
  idOf,
  isMeasured,
  paragraph,
  perProposal,
  section,
  type Telling,
  ticksOf,
} from './telling.ts'
import { isCertain } from './verdict.ts'

// Home by home: whom priority gave it to, and who would have had it.
function displacement(telling: Telling): Markup {
  const { say } = telling
  const known = displacementMeasures.filter((each) => isMeasured(telling, each))
  if (known.length === 0) return nothing
  const { gains, loses } = headlineAbout(telling)
  const groups = [...new Set(['regular', 'urgent', gains, loses])].filter((each) => each !== 'all')
  const outcomes = groups.flatMap((group) => known.map((measure) => ({ measure, group })))
  const heading = { caption: say('displacement'), heading: say('measure') }
  return mark`<h3>${say('displacement')}</h3>
<p>${say('displacement-intro')}</p>
${outcomeTable(telling, heading, outcomes)}`
}

export type Vessel = {
  readonly label: string
  readonly change: number
  /** What remains for all others has no margin of its own, so it is never certain. */
  readonly certain: boolean
}

export function vessels(telling: Telling): Markup {
  const { say } = telling
  return section('vaten', say('vessels'), [
    paragraph(say('vessels-intro')),
    partsBeside(telling),
    ...perProposal(telling, (proposal) => tellProposal(telling, proposal)),
    paragraph(say('vessels-waiting'), 'note'),
    displacement(telling),
  ])
}

// Of several proposals the sums stand side by side before each is drawn.
function partsBeside(telling: Telling): Markup {
  const { proposals, say } = telling
  const show = homesChange(telling)
  const columns = proposals.map((each) => vesselsOf(telling, each))
  const [first = []] = columns
  if (proposals.length < 2 || columns.some((each) => each.length !== first.length)) return nothing
  if (first.length < 2) return nothing
  const cell = (value: number) => ({ value, text: show(value) })
  const total = (parts: readonly Vessel[]) => parts.reduce((sum, { change }) => sum + change, 0)
  const rows = first.map(({ label }, at) => ({
    label: capital(label),
    cells: columns.map((each) => cell(each[at]?.change ?? 0)),
  }))
  return table({
    caption: say('vessels-title'),
    columns: [say('group'), ...proposals.map(({ title }) => capital(title))],
    rows: [
      ...rows,
      { label: say('vessels-together'), cells: columns.map((each) => cell(total(each))) },
    ],
  })
}

function tellProposal(telling: Telling, proposal: VariantOutcome): Markup {
  const { say } = telling
  const total = compared(telling, proposal, homesPerGroup, 'all').difference
  const parts = vesselsOf(telling, proposal)
  if (!total || parts.length < 2) return paragraph(say('vessels-missing'))
  const show = homesChange(telling)
  const sum = say('vessels-sum', {
    parts: parts.map(({ label, change }) => `${label} ${show(change)}`).join(', '),
    sum: show(Math.round(total.mean)),
  })
  const none = parts.every(({ certain }) => !certain) && !isCertain(total)
  return mark`${drawParts(telling, proposal, parts)}<p><strong>${sum}</strong> ${say(none ? 'vessels-none' : sumText(total))}</p>
`
}

/** Changes in whole homes; they add up to the change of everybody, for the last part is what remains. */
export function vesselsOf(telling: Telling, proposal: VariantOutcome): readonly Vessel[] {
  const changeOf = (group: string) => compared(telling, proposal, homesPerGroup, group).difference
  const all = changeOf('all')
  if (!all) return []
  const named = ['regular', 'urgent'].flatMap((group) => {
    const change = changeOf(group)
    if (!change) return []
    const label = telling.group(group)
    return [{ label, change: Math.round(change.mean), certain: isCertain(change) }]
  })
  const rest = named.reduce((left, { change }) => left - change, Math.round(all.mean))
  return [...named, { label: telling.say('vessels-others'), change: rest, certain: false }]
}

function sumText(total: Estimate): 'vessels-equal' | 'vessels-more' | 'vessels-less' {
  if (!isCertain(total)) return 'vessels-equal'
  return total.mean > 0 ? 'vessels-more' : 'vessels-less'
}

function drawParts(telling: Telling, proposal: VariantOutcome, parts: readonly Vessel[]): Markup {
  const { say } = telling
  const show = homesChange(telling)
  const title = say('vessels-title')
  const picture = bars({
    id: idOf('vessels', proposal.id),
    title,
    description: say('vessels-description', {
      rows: parts.map(({ label, change }) => `${label} ${show(change)}`).join('; '),
    }),
    rows: parts.map(({ label, change, certain }) => ({
      label: capital(label),
      value: change,
      certain,
    })),
    show,
    showTick: ticksOf(telling, homesPerGroup),
    words: { ...chartWords(telling), row: say('group'), value: say('change') },
  })
  return figure({ title }, picture, captionsBelow(telling, say('bars-uncertain')))
}
