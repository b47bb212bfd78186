/** The list of a listing (kandidaten): everybody's place and why, offers one by one or to a group. */
import { html } from 'hono/html'
import { whyNot } from '../core/ranking/rank-listing.ts'
import { instantOf } from '../operations/dutch-time.ts'
import { groupMax, makeOffer } from '../operations/make-offer.ts'
import { carryOut, isRefusal } from '../operations/operation.ts'
import { pageOfList } from '../operations/page-of-list.ts'
import {
  type CandidateList,
  type CandidateRow,
  viewCandidates,
} from '../operations/view-candidates.ts'
import { type HomeAtWork, viewHome } from '../operations/view-work.ts'
import { bareName, keyValues, speakerOf } from '../words/explanation.ts'
import { speak } from '../words/language.ts'
import {
  aheadForStaff,
  groupForStaff,
  offerStates,
  passedInWords,
  skipTexts,
} from '../words/offers.ts'
import { type AddPages, notFound } from './app.ts'
import { casesNotice } from './cases.ts'
import { dutchOf } from './dutch.ts'
import { type Fault, faultSummary, textField } from './form.ts'
import type { Html } from './page.ts'
import { pageAsked, pageLinks, withQuery } from './page-links.ts'
import { type Submitted, submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import {
  dayFrom,
  denseTable,
  faultOf,
  forWorkers,
  momentInWords,
  orderFrom,
  type Worker,
  workPage,
} from './work-frame.ts'

const path = '/werk/woningen/:id{[0-9]+}/kandidaten'
const candidatesOnPage = 100

export const workCandidatePages: AddPages = (app, setting) => {
  app.get(
    path,
    forWorkers(setting, async (context, worker) => {
      const found = await listOf(context, setting, worker)
      return found ? candidatesPage(context, setting, worker, found) : notFound(context, setting)
    }),
  )

  app.post(
    path,
    forWorkers(setting, async (context, worker) => {
      const found = await listOf(context, setting, worker)
      if (!found) return notFound(context, setting)
      const typed = await submitted(context)
      const day = dayFrom(typed.dag)
      const hour = /^\d{1,2}[:.]\d{2}$/.test(typed.uur ?? '')
        ? typed.uur?.replace('.', ':')
        : '10:00'
      if (typed.dag && day === undefined) {
        const faults = [{ field: 'dag', text: worker.say('fault-day') }]
        return candidatesPage(context, setting, worker, { ...found, typed, faults })
      }
      const input = {
        ...{ listing: found.list.listing.id, count: Number(typed.aantal) },
        ...(day !== undefined && { viewingAt: instantOf(day, hour ?? '10:00') }),
      }
      const outcome = await carryOut(setting, worker.actor, makeOffer, input, typed.key)
      if (isRefusal(outcome)) {
        const faults = faultOf(outcome, 'aantal', worker.language)
        return candidatesPage(context, setting, worker, { ...found, typed, faults })
      }
      const told = `gedaan=${outcome.offers.length}-${outcome.passed.length}`
      const which = `advertentie=${found.list.listing.id}`
      return context.redirect(
        `/werk/woningen/${found.home.dwelling.id}/kandidaten?${which}&${told}`,
        303,
      )
    }),
  )
}

type Found = {
  readonly home: HomeAtWork
  readonly list: CandidateList
  readonly faults?: readonly Fault[]
  readonly typed?: Submitted
}

/** The list that is asked for, of a home of one's own; the latest where none is named. */
async function listOf(
  context: PageContext,
  setting: WebSetting,
  { actor }: Worker,
): Promise<Found | undefined> {
  const home = await viewHome(setting, actor, Number(context.req.param('id')))
  const asked = context.req.query('advertentie')
  const id = asked === undefined ? home?.listings[0]?.id : Number(asked)
  const list = id === undefined ? undefined : await viewCandidates(setting, actor, id)
  return home && list?.vacancy.dwelling === home.dwelling.id ? { home, list } : undefined
}

async function candidatesPage(
  context: PageContext,
  setting: WebSetting,
  worker: Worker,
  found: Found,
) {
  const { say, language } = worker
  const { list, faults = [] } = found
  const { listing, ranking, vacancy, letting } = list
  const title = say('candidates-title', { address: vacancy.address })
  const told = /^(\d+)-(\d+)$/.exec(context.req.query('gedaan') ?? '')
  const state = () => {
    if (listing.state === 'drawing' && list.drawnFrom) {
      return say('candidates-drawing', { from: momentInWords(list.drawnFrom, language) })
    }
    if (listing.opensAt && listing.opensAt > setting.now() && listing.state === 'open') {
      return say('candidates-planned', { from: momentInWords(listing.opensAt, language) })
    }
    if (listing.closesAt && listing.state === 'open') {
      return say('candidates-open', { until: momentInWords(listing.closesAt, language) })
    }
    return say(`state-${listing.state}`)
  }
  const body = html`<h1 class="utrecht-heading-1">${title}</h1>
${faultSummary(faults, worker.language)}
${await casesNotice(setting, worker.actor, { listing: listing.id, landlord: listing.landlord }, language)}
${told ? html`<p class="panel panel--good" role="status">${say('offers-made', { count: Number(told[1]), passed: Number(told[2]) })}</p>` : ''}
${letting ? html`<p class="panel panel--good">${say('let-to', { day: letting.startsOn })}</p>` : ''}
${list.isPractice ? html`<p class="panel">${say('practice-draw')}</p>` : ''}
${
  ranking
    ? html`<p>${say('candidates-count', { placed: list.rows.length, out: ranking.excluded.length + ranking.undecided.length })} ${say('candidates-hidden')}</p>
${listing.state === 'closed' && mayOffer(list) && list.rows.length > 0 ? offerForm(context, worker, found) : ''}
${list.rows.length > 0 ? candidateTable(context, worker, list) : html`<p>${say('candidates-nobody')}</p><p><a href="/werk/woningen/${found.home.dwelling.id}/advertentie">${say('to-listing')}</a></p>`}${excludedTable(context, worker, list)}`
    : html`<p class="lead">${state()}</p><p><a href="/werk/woningen/${found.home.dwelling.id}/advertentie">${say('to-listing')}</a></p>`
}`
  return workPage(context, setting, {
    ...{ title, body },
    status: faults.length > 0 ? 422 : 200,
  })
}

function mayOffer({ rows }: CandidateList): boolean {
  return !rows.some(({ offer }) => offer?.state === 'accepted')
}

function offerForm(context: PageContext, { say }: Worker, { faults = [], typed }: Found): Html {
  return html`<section class="panel"><h2 class="utrecht-heading-3">${say('offer-title')}</h2><p>${say('offer-lead')}</p>
<form method="post" action="${withQuery(context, { gedaan: undefined })}">${formFields(context.get('visitor'))}<div class="row">
${textField({ name: 'aantal', label: say('offer-count', { most: groupMax }), kind: 'numeric', value: typed?.aantal ?? '1', faults })}
${textField({ name: 'dag', label: say('viewing-day'), hint: say('day-short'), value: typed?.dag, faults })}
${textField({ name: 'uur', label: say('viewing-hour'), value: typed?.uur ?? '10:00', faults })}</div>
<button class="utrecht-button">${say('make-offer')}</button></form></section>`
}

function candidateTable(context: PageContext, worker: Worker, list: CandidateList): Html {
  const { say, language } = worker
  const { ranking, rows } = list
  if (!ranking) return html``
  const speaker = speakerOf(ranking, language)
  const mark = dutchOf(ranking.bound.prepared.rules.books, language)
  const order = orderFrom(context, ['plaats', 'groep', 'stand'])
  const groupOf = ({ tier }: CandidateRow) => {
    const name = ranking.bound.tiers[tier]?.name ?? 'none'
    return name === 'none' ? say('no-group') : groupForStaff(ranking, name, speaker)
  }
  const stateOf = (row: CandidateRow) => (row.offer ? 0 : row.passed ? 1 : 2)
  const sorted = {
    plaats: rows,
    groep: rows.toSorted((a, b) => a.tier - b.tier || a.place - b.place),
    stand: rows.toSorted((a, b) => stateOf(a) - stateOf(b) || a.place - b.place),
  }[order]
  const page = pageOfList(pageAsked(context), sorted.length, candidatesOnPage)
  const shown = sorted.slice(page.from, page.from + candidatesOnPage)
  const table = denseTable(context, {
    caption: say('candidates-title', { address: list.vacancy.address }),
    sorted: order,
    columns: [
      { key: 'plaats', label: say('place'), sortable: true, number: true },
      { key: 'stand', label: say('state'), sortable: true },
      { key: 'groep', label: say('group'), sortable: true },
      { key: 'telt', label: say('counts-by') },
      { key: 'voor', label: say('ahead') },
    ],
    rows: shown.map((row) => ({
      plaats: row.place,
      stand: standOf(row, worker),
      groep: mark(groupOf(row)),
      telt: mark(
        keyValues(
          ranking.bound.tiers[row.tier]?.keys ?? [],
          ranking.values[row.position] ?? {},
          speaker,
        )
          .map(bareName)
          .join('; '),
      ),
      voor:
        row.ahead.length === 0 ? say('nobody') : mark(aheadForStaff(ranking, row.ahead, speaker)),
    })),
  })
  return html`${table}${pageLinks(context, page)}`
}

function standOf({ offer, name, passed, skipped }: CandidateRow, { say, language }: Worker): Html {
  if (offer) {
    const mark =
      offer.state === 'accepted' || offer.state === 'let'
        ? 'mark--good'
        : offer.state === 'open' || offer.state === 'waiting'
          ? 'mark--now'
          : ''
    const ground = (
      ['not-reached', 'took-it-back', 'papers-not-brought', 'papers-differ'] as const
    ).find((each) => each === skipped)
    return html`<a href="/werk/aanbiedingen/${offer.id}">${name}</a> <span class="mark ${mark}">${speak(offerStates, language)(offer.state)}</span>${ground ? html` <span class="soft">${speak(skipTexts, language)(ground)}</span>` : ''}`
  }
  if (passed !== undefined)
    return html`<span class="soft">${passedInWords(passed, language)}</span>`
  return html`<span class="soft">${say('not-offered')}</span>`
}

// Who did not take part is told in numbers per reason: who they are is not for here.
function excludedTable(context: PageContext, { say, language }: Worker, list: CandidateList): Html {
  const { ranking } = list
  if (!ranking) return html``
  const counts = new Map<string, number>()
  for (const position of [...ranking.excluded, ...ranking.undecided]) {
    const [first] = whyNot(ranking, position)
    const reason = first
      ? passedInWords(first.undecided ? 'fact-unknown' : first.code, language)
      : ''
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  if (counts.size === 0) return html``
  return denseTable(context, {
    caption: say('excluded-title'),
    columns: [
      { key: 'reden', label: say('reason-out') },
      { key: 'aantal', label: say('how-many'), number: true },
    ],
    rows: [...counts].map(([reden, aantal]) => ({ reden, aantal })),
  })
}
