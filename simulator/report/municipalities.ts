/** Between municipalities: the price of fences (hekjes) for residents and for all others, and fair share. */
import { bars } from '../../pictures/bars.ts'
import { type Markup, mark, nothing } from '../../pictures/markup.ts'
import { cellText, figure } from '../../pictures/picture.ts'
import { ranges } from '../../pictures/ranges.ts'
import { capital } from '../../words/prose.ts'
import { placeWords } from '../../words/report-groups.ts'
import type { VariantOutcome } from '../comparison.ts'
import {
  fairShareMeasures,
  homesPerGroup,
  shareOfLettings,
  spreadMeasures,
  successChance,
} from './measure-ids.ts'
import { groupedTable, outcomeCells, outcomeTable } from './outcome-table.ts'
import {
  captionsBelow,
  chartWords,
  compared,
  countedGroups,
  groupsOf,
  homesChange,
  idOf,
  isMeasured,
  isPlace,
  isShared,
  measureHeading,
  numbersOf,
  paragraph,
  perProposal,
  section,
  type Telling,
  ticksOf,
  tooFew,
} from './telling.ts'
import { isCertain } from './verdict.ts'

export function fences(telling: Telling): Markup {
  const { say } = telling
  const places = placesOf(telling)
  if (places.length === 0) {
    return section('hekjes', say('fences'), [paragraph(say('fences-missing'))])
  }
  return section('hekjes', say('fences'), [
    paragraph(say('fences-intro')),
    localShare(telling),
    ...perProposal(telling, (proposal) => residentBars(telling, proposal, places)),
    fenceTable(telling, places),
    paragraph(say('fences-quota'), 'note'),
  ])
}

// What residents get without any fence is the line below which one does little.
function localShare(telling: Telling): Markup {
  const { say } = telling
  if (!isMeasured(telling, shareOfLettings)) return nothing
  const outcomes = ['local', 'not-local'].map((group) => ({ measure: shareOfLettings, group }))
  const caption = measureHeading(telling, shareOfLettings)
  return outcomeTable(telling, { caption, heading: say('group') }, outcomes)
}

function residentBars(
  telling: Telling,
  proposal: VariantOutcome,
  places: readonly string[],
): Markup {
  const { say } = telling
  const show = homesChange(telling)
  const rows = places.map((place) => {
    const { difference } = compared(telling, proposal, homesPerGroup, place)
    // In whole homes, as it is said, so that a bar is as long as its number.
    const value = difference && Math.round(difference.mean) + 0
    return { label: placeLabel(telling, place), value, certain: isCertain(difference) }
  })
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
  return figure({ title }, picture, captionsBelow(telling, say('bars-uncertain')))
}

// Under each municipality the chance and the homes of its residents, and the homes of all others.
function fenceTable(telling: Telling, places: readonly string[]): Markup {
  const { say } = telling
  const groups = places.map((place) => {
    const of = (measure: string) => outcomeCells(telling, { measure, group: place })
    return {
      title: placeLabel(telling, place),
      rows: [
        { label: mark`${say('residents-chance')}`, cells: of(successChance) },
        { label: mark`${say('residents-homes')}`, cells: of(homesPerGroup) },
        { label: mark`${say('others-homes')}`, cells: othersCells(telling, place) },
      ],
    }
  })
  return groupedTable(
    telling,
    { caption: say('fences-table'), heading: say('municipality') },
    groups,
  )
}

// All homes less those for residents: whatever residents gain and no new home gives, others pay.
function othersCells(telling: Telling, place: string): readonly Markup[] {
  const { proposals, say } = telling
  const changes = proposals.map((proposal) => {
    const own = compared(telling, proposal, homesPerGroup, place).difference
    const all = compared(telling, proposal, homesPerGroup, 'all').difference
    const value = own && all ? all.mean - own.mean : null
    const cell = value === null ? say('no-value') : { value, text: homesChange(telling)(value) }
    return mark`<span class="value">${cellText(cell)}</span>`
  })
  return proposals.length === 1 ? changes : [nothing, ...changes]
}

function placesOf(telling: Telling): readonly string[] {
  const groups = [homesPerGroup, successChance].flatMap((each) => groupsOf(telling, each))
  return [...new Set(groups)].filter(isPlace)
}

function placeLabel({ language }: Telling, place: string): string {
  return capital(placeWords(place, language))
}

/** By each key what every part got to its own share, and per group how evenly it is spread. */
export function fairShare(telling: Telling): Markup {
  const { say } = telling
  const shares = fairShareMeasures.filter((each) => isMeasured(telling, each))
  const spreads = spreadMeasures.filter((each) => isMeasured(telling, each))
  return section('eerlijk', say('fair-share'), [
    paragraph(say(shares.length === 0 ? 'fair-share-missing' : 'fair-share-intro')),
    ...(telling.proposals.length === 0
      ? shares.map((id) => shareFigure(telling, telling.baseline, id))
      : perProposal(
          telling,
          (each) => mark`${shares.map((id) => shareFigure(telling, each, id))}`,
        )),
    ...(spreads.length === 0 ? [] : [paragraph(say('spread-intro'))]),
    ...spreads.map((id) => spreadTable(telling, id)),
  ])
}

function spreadTable(telling: Telling, measure: string): Markup {
  const outcomes = countedGroups(telling, measure)
    .filter(isShared)
    .map((group) => ({ measure, group, label: capital(telling.group(group)) }))
  const caption = measureHeading(telling, measure)
  const left = tooFew(telling, measure, groupsOf(telling, measure).filter(isShared))
  return mark`${outcomeTable(telling, { caption, heading: telling.say('group') }, outcomes)}${left}`
}

function shareFigure(telling: Telling, proposal: VariantOutcome, measure: string): Markup {
  const { say, group } = telling
  const show = numbersOf(telling, measure)
  const isProposal = telling.proposals.includes(proposal)
  const rows = groupsOf(telling, measure)
    .filter((each) => each !== 'all')
    .map((each) => ({
      label: isPlace(each) ? placeLabel(telling, each) : capital(group(each)),
      value: proposal.estimates[measure]?.[each] ?? null,
      ...(isProposal ? { before: telling.baseline.estimates[measure]?.[each] ?? null } : {}),
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
    words: {
      ...chartWords(telling),
      row: say('share-of'),
      ...(isProposal ? { before: say('was'), value: say('becomes') } : { value: say('value') }),
    },
  })
  const reading = isProposal ? say('fair-share-reading') : ''
  return figure({ title }, picture, captionsBelow(telling, reading))
}
