/** Who gains and who waits longer (wie wint, wie wacht langer): the groups in words, and a dumbbell a measure. */
import { dumbbell } from '../../pictures/dumbbell.ts'
import { type Markup, mark, nothing } from '../../pictures/markup.ts'
import { figure } from '../../pictures/picture.ts'
import { formatList } from '../../words/language.ts'
import { capital } from '../../words/prose.ts'
import { changeParts, showAmount } from '../../words/report-numbers.ts'
import type { VariantOutcome } from '../comparison.ts'
import { headlineAbout } from './headline.ts'
import { perGroup, waitingTime } from './measure-ids.ts'
import { outcomeTable } from './outcome-table.ts'
import {
  captionsBelow,
  chartWords,
  compared,
  countedGroups,
  groupsOf,
  idOf,
  isMeasured,
  isPlace,
  measureHeading,
  numbersOf,
  paragraph,
  perProposal,
  section,
  type Telling,
  ticksOf,
  tooFew,
} from './telling.ts'
import { isCertain, shortVerdict, verdictOn, verdictParts } from './verdict.ts'

export function whoGains(telling: Telling): Markup {
  const { say, proposals } = telling
  const wanted = measuresShown(telling)
  const measures = wanted.filter((each) => isMeasured(telling, each))
  const parts =
    proposals.length > 1 ? besideParts(telling, measures) : aloneParts(telling, measures)
  return section('wie', say('who'), [
    ...parts,
    ...wanted
      .filter((each) => !measures.includes(each))
      .map((each) => paragraph(`${capital(telling.measure(each).name)}: ${say('not-measured')}.`)),
  ])
}

// One proposal is told in words and drawn, measure by measure.
function aloneParts(telling: Telling, measures: readonly string[]): readonly Markup[] {
  return [
    ...telling.proposals.map((each) => inWords(telling, each)),
    paragraph(telling.say('how-to-read'), 'note'),
    ...telling.proposals.flatMap((each) =>
      measures.map((measure) => dumbbellFigure(telling, each, measure)),
    ),
  ]
}

// Several are told apart at a glance, measure by measure, before each is drawn by itself.
function besideParts(telling: Telling, measures: readonly string[]): readonly Markup[] {
  const { say } = telling
  const [first, ...others] = measures
  if (first === undefined) return []
  return [
    sideBySide(telling, first),
    ...others.map(
      (each) => mark`<details class="proposal"><summary>${measureHeading(telling, each)}</summary>
${sideBySide(telling, each)}</details>
`,
    ),
    ...[...new Set([first, waitingTime])].map((each) => perGround(telling, each)),
    ...perProposal(
      telling,
      (proposal) => mark`${inWords(telling, proposal)}${dumbbellFigure(telling, proposal, first)}`,
    ),
    paragraph(say('how-to-read'), 'note'),
    paragraph(say('groups-left-out'), 'note'),
  ]
}

// Which of the urgent wait longer is asked of every minimum; a ground with too few to count fills no row.
function perGround(telling: Telling, measure: string): Markup {
  const isGround = (each: string) => /^(urgent|target):/.test(each)
  const groups = countedGroups(telling, measure).filter(isGround)
  if (groups.length === 0) return nothing
  const outcomes = groups.map((group) => ({
    measure,
    group,
    label: capital(telling.group(group)),
  }))
  const caption = telling.say('per-ground', { measure: measureHeading(telling, measure) })
  const left = tooFew(telling, measure, groupsOf(telling, measure).filter(isGround))
  return mark`<details class="proposal"><summary>${caption}</summary>
${outcomeTable(telling, { caption, heading: telling.say('group') }, outcomes)}${left}</details>
`
}

/** What the headline is about first, then what the plan asks to see beside it, then the usual. */
export function measuresShown({ plan }: Pick<Telling, 'plan'>): readonly string[] {
  return [...new Set([headlineAbout({ plan }).measure, ...(plan?.also ?? []), ...perGroup])]
}

function sideBySide(telling: Telling, measure: string): Markup {
  const outcomes = mainGroups(telling, measure).map((group) => ({
    measure,
    group,
    label: capital(telling.group(group)),
  }))
  const caption = measureHeading(telling, measure)
  return outcomeTable(telling, { caption, heading: telling.say('group') }, outcomes)
}

// The plain list that answers "who waits longer?" beside every priority.
function inWords(telling: Telling, proposal: VariantOutcome): Markup {
  const { say, group, language } = telling
  const { measure } = headlineAbout(telling)
  const among = (...wanted: readonly string[]) => {
    const found = mainGroups(telling, measure).filter((each) =>
      wanted.includes(
        verdictOn(telling, measure, compared(telling, proposal, measure, each).difference),
      ),
    )
    return found.length === 0 ? say('nobody') : formatList(found.map(group), language)
  }
  return mark`<p>${say('who-intro', { measure: telling.measure(measure).name })}</p>
<ul><li>${say('who-better', { groups: among('better', 'higher') })}</li><li>${say('who-worse', { groups: among('worse', 'lower') })}</li><li>${say('who-none', { groups: among('uncertain') })}</li></ul>
`
}

function dumbbellFigure(telling: Telling, proposal: VariantOutcome, measure: string): Markup {
  const main = mainGroups(telling, measure)
  const other = (each: string) => !main.includes(each) && !isPlace(each)
  const more = countedGroups(telling, measure).filter(other)
  const title = measureHeading(telling, measure)
  const picture = figure({ title }, draw(telling, proposal, measure, main), captionsBelow(telling))
  const left = tooFew(telling, measure, groupsOf(telling, measure).filter(other))
  const drawn = mark`${picture}${more.length === 0 ? left : ''}`
  // Every group of every proposal would make a file that nobody opens.
  if (more.length === 0 || telling.proposals.length > 1) return drawn
  const others = draw(telling, proposal, measure, more, telling.say('all-groups'))
  return mark`${drawn}<details class="more"><summary>${telling.say('all-groups')}<span class="hidden">: ${title}</span></summary>${others.svg}${others.table}${left}</details>
`
}

function draw(
  telling: Telling,
  proposal: VariantOutcome,
  measure: string,
  groups: readonly string[],
  part?: string,
) {
  const { say, baseline } = telling
  const { unit } = telling.measure(measure)
  const heading = measureHeading(telling, measure)
  const title = part === undefined ? heading : `${heading}: ${part}`
  return dumbbell({
    id: idOf('groups', proposal.id, measure, part === undefined ? 'main' : 'more'),
    title,
    description: say('chart-description', {
      baseline: baseline.title,
      variant: proposal.title,
      rows: describe(telling, proposal, measure, groups),
    }),
    rows: groups.map((group) => row(telling, proposal, measure, group)),
    show: numbersOf(telling, measure),
    showTick: ticksOf(telling, measure),
    words: {
      ...chartWords(telling),
      group: say('group'),
      before: say('was'),
      after: say('becomes'),
      difference: say('difference'),
      tellDifference: (difference) => changeParts(difference, unit, telling.language),
    },
  })
}

function row(telling: Telling, proposal: VariantOutcome, measure: string, group: string) {
  const { before, after, difference } = compared(telling, proposal, measure, group)
  return {
    label: capital(telling.group(group)),
    before,
    after,
    difference,
    certain: isCertain(difference),
    says: shortVerdict(telling, measure, difference),
    state: verdictParts(telling, measure, difference).state,
  }
}

/** "reguliere woningzoekenden 7,2 jaar, 6,7 jaar; …", for who cannot see the chart. */
function describe(
  telling: Telling,
  proposal: VariantOutcome,
  measure: string,
  groups: readonly string[],
): string {
  const { unit } = telling.measure(measure)
  const rows = groups.map((group) => {
    const { before, after } = compared(telling, proposal, measure, group)
    const amounts = [before, after].map((each) =>
      each ? showAmount(each.mean, unit, telling.language) : telling.say('no-value'),
    )
    return `${telling.group(group)} ${amounts.join(' → ')}`
  })
  return rows.length === 0 ? telling.say('chart-description-empty') : rows.join('; ')
}

/** The groups a council talks about first; ages, sizes and grounds stand one click away. */
export function mainGroups(telling: Telling, measure: string): readonly string[] {
  const { gains, loses } = headlineAbout(telling)
  const names = countedGroups(telling, measure).filter(
    (each) => !each.includes(':') || each === gains || each === loses,
  )
  return names.toSorted((one, other) => rank(one) - rank(other))
}

const firstGroups = ['all', 'regular', 'urgent']

function rank(group: string): number {
  const at = firstGroups.indexOf(group)
  return at < 0 ? firstGroups.length : at
}
