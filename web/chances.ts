/** Chances (kansen): for everybody per place and type of home, and for somebody with people like them. */
import { html } from 'hono/html'
import { isRefusal } from '../operations/operation.ts'
import { municipalitiesOf } from '../operations/registration-form.ts'
import {
  type Chance,
  type ChanceAsked,
  type ChanceFigures,
  type ChancePlaces,
  type SoFar,
  viewChance,
  viewChancePlaces,
  viewOwnChance,
} from '../operations/view-chances.ts'
import { wordOfValue } from '../words/catalogue.ts'
import { chanceTexts } from '../words/chances.ts'
import { bareName } from '../words/explanation.ts'
import { formatNumber, type Language, type Say, speak } from '../words/language.ts'
import { capital } from '../words/prose.ts'
import { type AddPages, notFound } from './app.ts'
import { type Fault, faultSummary, selectField } from './form.ts'
import { placeName } from './homes.ts'
import { personOr } from './mine.ts'
import { type Html, showPage } from './page.ts'
import type { PageContext, WebSetting } from './visitor.ts'
import { onBehalf } from './whose.ts'

type ChanceSay = Say<keyof (typeof chanceTexts)['nl']>
type Speaking = { readonly say: ChanceSay; readonly language: Language }

export const chancePages: AddPages = (app, setting) => {
  app.get('/kansen', (context) => chancesPage(context, setting))
  app.get('/mijn/kans', (context) => ownPage(context, setting))
}

async function chancesPage(context: PageContext, setting: WebSetting) {
  const { language } = context.get('visitor')
  const speaking = { say: speak(chanceTexts, language), language }
  const { say } = speaking
  const asked = (name: string) => context.req.query(name)?.trim() || undefined
  const [municipality, neighbourhood, type] = [asked('gemeente'), asked('wijk'), asked('soort')]
  const wanted = {
    ...(municipality !== undefined && { municipality }),
    ...(municipality !== undefined && neighbourhood !== undefined && { neighbourhood }),
    ...(type !== undefined && { type }),
  }
  const [chance, places, ofRegion] = await Promise.all([
    viewChance(setting, wanted),
    viewChancePlaces(setting),
    municipalitiesOf(setting),
  ])
  const isCounted = places.municipalities.length > 0
  if (isCounted && municipality !== undefined) {
    const isKnown = places.municipalities.includes(municipality) || ofRegion.includes(municipality)
    if (!isKnown) return oddPlacePage(context, setting, places, speaking)
  }
  const isSeen = isSeenNeighbourhood(wanted, places)
  const place = isSeen ? neighbourhood : municipality && placeName(municipality, language)
  const title = say('title', { place: place ?? setting.regionName })
  // Of the whole region there is always something, unless it is yet to be counted.
  const isNarrowed = Object.keys(wanted).length > 0
  const nothing = wanted.neighbourhood === undefined || isSeen ? 'no-such' : 'no-such-neighbourhood'
  const body = html`<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${say('lead')}</p>
${isCounted ? chooser(places, wanted, speaking) : ''}
${chance ? answers(chance, speaking) : html`<p class="panel">${say(isCounted && isNarrowed ? nothing : 'not-counted')}${isCounted && isNarrowed ? html` <a href="/kansen">${say('all-chances')}</a>` : ''}</p>`}
${unknown(say)}
<p><a href="/mijn/kans">${say('mine')}</a></p>`
  return showPage(context, setting, { title, body })
}

/** Whether anything was counted there: else nobody knows it is a neighbourhood at all. */
function isSeenNeighbourhood(
  { municipality = '', neighbourhood }: ChanceAsked,
  { neighbourhoods }: ChancePlaces,
): boolean {
  const there = neighbourhoods.get(municipality) ?? []
  return neighbourhood !== undefined && there.includes(neighbourhood)
}

/** What was asked for is no municipality of the region: the form says so, and asks again. */
function oddPlacePage(
  context: PageContext,
  setting: WebSetting,
  places: ChancePlaces,
  speaking: Speaking,
) {
  const { say } = speaking
  const title = say('title', { place: setting.regionName })
  const faults = [{ field: 'gemeente', text: say('place-odd') }]
  const body = html`${faultSummary(faults, context.get('visitor').language)}<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${say('lead')}</p>
${chooser(places, {}, speaking, faults)}`
  return showPage(context, setting, { title, body, status: 422 })
}

function chooser(
  { municipalities, neighbourhoods, types }: ChancePlaces,
  asked: ChanceAsked,
  { say, language }: Speaking,
  faults: readonly Fault[] = [],
): Html {
  const there =
    asked.municipality === undefined ? [] : (neighbourhoods.get(asked.municipality) ?? [])
  return html`<form class="filters" method="get">
${selectField({
  ...{ name: 'gemeente', label: say('municipality'), value: asked.municipality, faults },
  choices: [
    { value: '', label: say('region') },
    ...municipalities.map((value) => ({ value, label: placeName(value, language) })),
  ],
})}
${
  there.length === 0
    ? ''
    : selectField({
        ...{ name: 'wijk', label: say('neighbourhood'), value: asked.neighbourhood },
        choices: [
          { value: '', label: say('all-there') },
          ...there.map((value) => ({ value, label: value })),
        ],
      })
}
${selectField({
  ...{ name: 'soort', label: say('type'), value: asked.type },
  choices: [
    { value: '', label: say('all-types') },
    // Also one of which nothing was let, where it was asked for: the form shows what the answer is about.
    ...(asked.type !== undefined && !types.includes(asked.type)
      ? [...types, asked.type]
      : types
    ).map((value) => ({
      ...{ value, label: capital(bareName(wordOfValue('dwelling-type', value, language))) },
    })),
  ],
})}
<div class="utrecht-form-field"><button class="utrecht-button">${say('show')}</button></div></form>`
}

function answers({ on, figures, level }: Chance, speaking: Speaking): Html {
  const { say } = speaking
  return html`<section class="measure"><h2 class="utrecht-heading-2">${say('taken-title')}</h2>
${takenPart(figures, level, speaking)}
<h2 class="utrecht-heading-2">${say('wait-title')}</h2>
${waitPart(figures, level, speaking)}
<h2 class="utrecht-heading-2">${say('count-title')}</h2>
${countsPart(figures, speaking)}
<details><summary>${say('how-title')}</summary>
<dl class="facts"><dt>${say('how-definition')}</dt><dd>${say('def-taken')}</dd><dt>${say('how-population')}</dt><dd>${say('pop-taken')}</dd><dt>${say('how-period')}</dt><dd>${say('period-taken', { on })}</dd></dl>
<dl class="facts"><dt>${say('how-definition')}</dt><dd>${say('def-wait')}</dd><dt>${say('how-population')}</dt><dd>${say('pop-wait', { from: figures.windowOpens })}</dd><dt>${say('how-period')}</dt><dd>${say('period-wait', { from: figures.seenSince, on })}</dd></dl></details>
<p class="small soft">${say('as', { on })}</p></section>`
}

function takenPart({ taken }: ChanceFigures, level: Chance['level'], speaking: Speaking): Html {
  const { say } = speaking
  if (!taken.known) return html`<p>${say('taken-too-few')}</p>`
  const range = { low: years(taken.fromYears, say), high: years(taken.toYears, say) }
  const text = range.low === range.high ? 'taken-same' : 'taken-known'
  return html`${widerNote(taken.level, level, say)}<p><strong>${say(text, range)}</strong></p>
<p class="small soft">${say('taken-clock')}</p>`
}

function waitPart(
  { forecast, seenSince, housedInOne, housedInTwo }: ChanceFigures,
  level: Chance['level'],
  speaking: Speaking,
): Html {
  const { say } = speaking
  const within = html`<dl class="facts">${(
    [
      [say('within-one'), housedInOne],
      [say('within-two'), housedInTwo],
    ] as const
  ).map(
    ([name, share]) =>
      html`<dt>${name}</dt><dd>${share === null ? say('none') : say('percent', { share: Math.round(share * 100) })}</dd>`,
  )}</dl>`
  const ended = ({ housed, left }: Pick<SoFar, 'housed' | 'left'>) =>
    say('wait-housed', { housed: Math.round(housed * 100), left: Math.round(left * 100) })
  if (!forecast.known && forecast.why === 'not-followed-long-enough' && forecast.soFar) {
    const { fromYears, middleYears } = forecast.soFar
    const half = middleYears === undefined ? 'none' : yearsAtMost(middleYears, say)
    const fast = say('wait-fast', { low: yearsAtMost(fromYears, say), half })
    // Of everybody who began comes first: that some had a home soon would sound better than it is.
    const inOne =
      level === forecast.soFar.level && housedInOne !== null
        ? html`<p><strong>${say('wait-in-one', { share: Math.round(housedInOne * 100) })}</strong></p>`
        : ''
    return html`${widerNote(forecast.soFar.level, level, say)}${inOne}<p>${fast}</p>
<p>${ended(forecast.soFar)} ${say('wait-still', { since: seenSince })}</p>
<p class="small soft">${say('wait-clock')}</p>`
  }
  if (!forecast.known) {
    const told = {
      'too-few-lettings': say('wait-too-few'),
      'not-followed-long-enough': say('wait-not-followed', { since: seenSince }),
      'too-wide': say('wait-too-wide'),
    } as const satisfies Readonly<Record<typeof forecast.why, string>>
    return html`<p>${told[forecast.why]}</p><p class="small soft">${say('wait-clock')}</p>`
  }
  const { fromYears, toYears, middleYears } = forecast
  return html`${widerNote(forecast.level, level, say)}<p><strong>${say('wait-known', { low: years(fromYears, say), high: years(toYears, say), middle: years(middleYears, say) })}</strong></p>
<p>${ended(forecast)}</p>
${level === forecast.level ? within : ''}
<p class="small soft">${say('wait-clock')}</p>`
}

function widerNote(answered: Chance['level'], asked: Chance['level'], say: ChanceSay): Html | '' {
  if (answered === asked || answered === 'neighbourhood') return ''
  return html`<p>${say('wider', { area: say(`area-${answered}`) })}</p>`
}

const fewest = 10

function countsPart(figures: ChanceFigures, { say, language }: Speaking): Html {
  // With urgency is told per quarter: a figure that moves by the day would tell it of one letting.
  const { lettings, byLottery, responses, searches } = figures
  const atLeast = (count: number) =>
    count >= fewest ? formatNumber(count, language) : say('count-few')
  // People are told in tens, so that a difference between two areas is nobody.
  const tens = (count: number) =>
    count >= fewest
      ? say('about', { count: formatNumber(Math.round(count / fewest) * fewest, language) })
      : say('count-few')
  const rows = [
    [say('count-lettings'), atLeast(lettings)],
    ...(lettings >= fewest
      ? ([
          [say('count-lottery'), tens(byLottery)],
          [say('count-responses'), responses === null ? say('none') : tens(responses)],
        ] as const)
      : []),
    [say('count-searches'), tens(searches)],
  ] as const
  return html`<dl class="facts">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`
}

const monthsInYear = 12

function years(length: number, say: ChanceSay): string {
  const all = Math.round(length * monthsInYear)
  if (all === 0) return say('no-time')
  const [whole, months] = [Math.floor(all / monthsInYear), all % monthsInYear]
  return say('years-months', {
    ...{ years: whole, months, both: whole > 0 && months > 0 ? 'yes' : 'no' },
  })
}

/** The same for what happened within it: rounded up, so that it is never too short. */
function yearsAtMost(length: number, say: ChanceSay): string {
  return years(Math.max(1, Math.ceil(length * monthsInYear)) / monthsInYear, say)
}

function unknown(say: ChanceSay): Html {
  return html`<section class="measure"><h2 class="utrecht-heading-2">${say('unknown')}</h2><p>${say('unknown-more')}</p></section>`
}

async function ownPage(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const own = await viewOwnChance(setting, found.actor, found.person)
  if (isRefusal(own)) return notFound(context, setting)
  const { language } = context.get('visitor')
  const speaking = { say: speak(chanceTexts, language), language }
  const { say } = speaking
  const situation = own.situation?.replaceAll('-', '') ?? 'unknown'
  const title = say('mine-title')
  const body = html`${await onBehalf(context, setting)}<h1 class="utrecht-heading-1">${title}</h1>
${
  own.chances.length === 0
    ? html`<p>${say('mine-none')}</p>`
    : html`<p class="lead">${say('mine-lead', { situation, size: Math.min(own.size, 3) })}</p>
${own.chances.map(
  ({
    place,
    chance,
  }) => html`<section class="panel"><h2 class="utrecht-heading-3">${place === undefined ? say('region') : say('mine-here', { place: placeName(place, language) })}</h2>
${takenPart(chance.figures, chance.level, speaking)}${waitPart(chance.figures, chance.level, speaking)}<p class="small soft">${say('as', { on: chance.on })}</p></section>`,
)}`
}
<p>${say('mine-wishes')} <a href="/mijn/wensen">${say('mine-wishes-link')}</a></p>
${unknown(say)}
<p><a href="/kansen">${say('mine-public')}</a></p>`
  return showPage(context, setting, { title, body })
}
