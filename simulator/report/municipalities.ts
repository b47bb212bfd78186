/** Between municipalities: the price of fences (hekjes) for residents and for all others, and fair share. */
import { bars } from '../../pictures/bars.ts'
import { type Markup, mark } from '../../pictures/markup.ts'
import { cellText, figure, table } from '../../pictures/picture.ts'
import { ranges } from '../../pictures/ranges.ts'
import { capital } from '../../words/prose.ts'
import { placeWords } from '../../words/report-groups.ts'
import { showCount } from '../../words/report-numbers.ts'
import type { VariantOutcome } from '../comparison.ts'
import { fairShareMeasures, homesPerGroup, spreadMeasures, successChance } from './measure-ids.ts'
import { type Outcome, outcomeOf, outcomeTable } from './outcome-table.ts'
import {
  captionsBelow,
  chartWords,
  compared,
  groupsOf,
  idOf,
  isMeasured,
  measureHeading,
  numbersOf,
  paragraph,
  perProposal,
  section,
  type Telling,
  ticksOf,
} from './telling.ts'

export function fences(telling: Telling): Markup {
  const { say } = telling
  const places = placesOf(telling)
  if (places.length === 0) {
    return section('hekjes', say('fences'), [paragraph(say('fences-missing'))])
  }
  return section('hekjes', say('fences'), [
    paragraph(say('fences-intro')),
    ...perProposal(telling, (proposal) => fenceParts(telling, proposal, places)),
    paragraph(say('fences-quota'), 'note'),
  ])
}

function fenceParts(telling: Telling, proposal: VariantOutcome, places: readonly string[]): Markup {
  return mark`${residentBars(telling, proposal, places)}${fenceTable(telling, proposal, places)}`
}

function residentBars(
  telling: Telling,
  proposal: VariantOutcome,
  places: readonly string[],
): Markup {
  const { say } = telling
  const show = homesChange(telling)
  const rows = places.map((place) => ({
    label: placeLabel(telling, place),
    value: compared(telling, proposal, homesPerGroup, place).difference?.mean ?? null,
  }))
  const told = rows.map(
    ({ label, value }) => `${label} ${value === null ? say('no-value') : show(value)}`,
  )
  const title = say('fences-title')
  const picture = bars({
    id: idOf('fences', proposal.id),
    title,
    description: say('fences-description', { rows: told.join('; ') }),
    rows,
    show,
    showTick: ticksOf(telling, homesPerGroup),
    words: { ...chartWords(telling), row: say('municipality'), value: say('change') },
  })
  return figure({ title }, picture, captionsBelow(telling))
}

function fenceTable(telling: Telling, proposal: VariantOutcome, places: readonly string[]): Markup {
  const { say } = telling
  return table({
    caption: `${say('fences-table')}: ${proposal.title}`,
    columns: [say('municipality'), say('outcome')],
    rows: places.map((place) => ({
      label: placeLabel(telling, place),
      cells: [
        mark`${named(telling, proposal, 'residents-chance', { measure: successChance, group: place })}${named(telling, proposal, 'residents-homes', { measure: homesPerGroup, group: place })}${othersOf(telling, proposal, place)}`,
      ],
    })),
  })
}

function named(
  telling: Telling,
  proposal: VariantOutcome,
  name: 'residents-chance' | 'residents-homes',
  outcome: Outcome,
): Markup {
  return mark`<div class="named">${telling.say(name)}: ${outcomeOf(telling, proposal, outcome)}</div>`
}

// All homes less those for residents: whatever residents gain and no new home gives, others pay.
function othersOf(telling: Telling, proposal: VariantOutcome, place: string): Markup {
  const own = compared(telling, proposal, homesPerGroup, place).difference
  const all = compared(telling, proposal, homesPerGroup, 'all').difference
  const value = own && all ? all.mean - own.mean : null
  const cell =
    value === null ? telling.say('no-value') : { value, text: homesChange(telling)(value) }
  return mark`<div class="named">${telling.say('others-homes')}: <span class="value">${cellText(cell)}</span></div>`
}

function placesOf(telling: Telling): readonly string[] {
  const groups = [homesPerGroup, successChance].flatMap((each) => groupsOf(telling, each))
  return [...new Set(groups)].filter((each) => each.startsWith(fromPlace))
}

const fromPlace = 'from:'

function placeLabel({ language }: Telling, place: string): string {
  return capital(placeWords(place, language))
}

function homesChange({ language }: Telling): (value: number) => string {
  return (value) => showCount(value, language)
}

/** By each key what every part got to its own share, and per group how evenly it is spread. */
export function fairShare(telling: Telling): Markup {
  const { say } = telling
  const shares = fairShareMeasures.filter((each) => isMeasured(telling, each))
  const spreads = spreadMeasures.filter((each) => isMeasured(telling, each))
  return section('eerlijk', say('fair-share'), [
    paragraph(say(shares.length === 0 ? 'fair-share-missing' : 'fair-share-intro')),
    ...perProposal(telling, (each) => mark`${shares.map((id) => shareFigure(telling, each, id))}`),
    ...(spreads.length === 0 ? [] : [paragraph(say('spread-intro'))]),
    ...perProposal(telling, (each) => mark`${spreads.map((id) => spreadTable(telling, each, id))}`),
  ])
}

function spreadTable(telling: Telling, proposal: VariantOutcome, measure: string): Markup {
  const outcomes = groupsOf(telling, measure)
    .filter(isShared)
    .map((group) => ({ measure, group, label: capital(telling.group(group)) }))
  const caption = `${measureHeading(telling, measure)}: ${proposal.title}`
  return outcomeTable(telling, proposal, { caption, heading: telling.say('group') }, outcomes)
}

// Who is to be spread fairly: the urgent and the target groups, beside regular seekers.
const isShared = (group: string) => /^(regular|urgent|target:)/.test(group)

function shareFigure(telling: Telling, proposal: VariantOutcome, measure: string): Markup {
  const { say, group } = telling
  const show = numbersOf(telling, measure)
  const rows = groupsOf(telling, measure)
    .filter((each) => each !== 'all')
    .map((each) => ({
      label: each.startsWith(fromPlace) ? placeLabel(telling, each) : capital(group(each)),
      value: proposal.estimates[measure]?.[each] ?? null,
    }))
  const told = rows.map(
    ({ label, value }) => `${label} ${value ? show(value.mean) : say('no-value')}`,
  )
  const title = measureHeading(telling, measure)
  const picture = ranges({
    id: idOf('fair', proposal.id, measure),
    title,
    description: say('fair-share-description', { variant: proposal.title, rows: told.join('; ') }),
    rows,
    show,
    showTick: ticksOf(telling, measure),
    reference: { value: 1, label: say('fair-share-line') },
    words: { ...chartWords(telling), row: say('share-of'), value: say('becomes') },
  })
  return figure({ title }, picture, captionsBelow(telling))
}
