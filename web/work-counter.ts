/** The counter (balie): acting for somebody who stands there, and deciding as a second about a correction. */
import { html } from 'hono/html'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { type Answer, refusalGrounds } from '../operations/answer-offer.ts'
import { hourOf } from '../operations/dutch-time.ts'
import { carryOut, isRefusal } from '../operations/operation.ts'
import {
  correctionGrounds,
  correctionSources,
  proposeCorrection,
} from '../operations/propose-correction.ts'
import { referenceOfFile } from '../operations/register-on-paper.ts'
import { reviewCorrection } from '../operations/review-correction.ts'
import {
  answerAtCounter,
  pauseAtCounter,
  renewAtCounter,
  respondAtCounter,
  resumeAtCounter,
  serveAtCounter,
  withdrawAtCounter,
} from '../operations/serve-at-counter.ts'
import {
  type CorrectionView,
  type CounterView,
  homesInVisit,
  viewCorrection,
  viewVisit,
} from '../operations/view-counter.ts'
import { workplacesOf } from '../operations/view-work.ts'
import { counterTexts } from '../words/counter.ts'
import { identityTexts } from '../words/identity.ts'
import { formatAmount, formatDay, formatMoment, speak } from '../words/language.ts'
import { leavingTexts } from '../words/leaving.ts'
import { offerTexts } from '../words/offer.ts'
import { reasonOfCode } from '../words/reasons.ts'
import { type AddPages, notFound } from './app.ts'
import { identityFault, identityProposed } from './counter-identity.ts'
import { erasedPage } from './counter-leaving.ts'
import { refusedAtCounter, registrationInWords } from './counter-paper.ts'
import { choiceField, type Fault, faultSummary, longField, selectField, textField } from './form.ts'
import type { Html } from './page.ts'
import { pageAsked, pageLinks, titleOfPage } from './page-links.ts'
import { type Submitted, submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { dayFrom, denseTable, faultOf, forWorkers, type Worker, workPage } from './work-frame.ts'

type More = { readonly faults?: readonly Fault[]; readonly typed?: Submitted }

export const workCounterPages: AddPages = (app, setting) => {
  app.get(
    '/werk/balie',
    forWorkers(
      setting,
      async (context, worker) =>
        (await erasedPage(context, setting, worker)) ?? counterPage(context, setting, worker),
    ),
  )

  app.post(
    '/werk/balie',
    forWorkers(setting, async (context, worker) => {
      const typed = await submitted(context)
      const born = dayFrom(typed.geboren)
      if (born === undefined) {
        const faults = [{ field: 'geboren', text: worker.say('fault-day') }]
        return counterPage(context, setting, worker, { typed, faults })
      }
      const input = { landlord: typed.verhuurder ?? '', known: typed.email ?? '', born }
      const outcome = await carryOut(setting, worker.actor, serveAtCounter, input, typed.key)
      if (isRefusal(outcome)) {
        const faults = faultOf(outcome, 'email', worker.language)
        return counterPage(context, setting, worker, { typed, faults })
      }
      return context.redirect(`/werk/balie/${outcome.visit}`, 303)
    }),
  )

  app.get(
    '/werk/balie/:visit{[0-9]+}',
    forWorkers(setting, async (context, worker) => {
      const view = await viewVisit(setting, worker.actor, Number(context.req.param('visit')))
      return view ? visitPage(context, setting, worker, view) : notFound(context, setting)
    }),
  )

  app.post(
    '/werk/balie/:visit{[0-9]+}',
    forWorkers(setting, async (context, worker) => {
      const visit = Number(context.req.param('visit'))
      const view = await viewVisit(setting, worker.actor, visit)
      if (!view) return notFound(context, setting)
      const typed = await submitted(context)
      const { actor, language, say } = worker
      if (typed.doe === 'corrigeren') {
        const registeredOn = dayFrom(typed.dag)
        const ground = correctionGrounds.find((each) => each === typed.grond)
        const source = correctionSources.find((each) => each === typed.bewijs)
        if (registeredOn === undefined || !ground || !source) {
          const faults = [{ field: 'dag', text: say('fault-day') }]
          return visitPage(context, setting, worker, view, { typed, faults })
        }
        const { person, landlord } = view
        const input = { person, landlord, registeredOn, ground, source }
        const outcome = await carryOut(setting, actor, proposeCorrection, input, typed.key)
        if (isRefusal(outcome)) {
          const faults = faultOf(outcome, 'dag', language)
          return visitPage(context, setting, worker, view, { typed, faults })
        }
        return doneIn(context, visit)
      }
      if (typed.doe === 'antwoord') {
        const fault = await answerInVisit(setting, worker, visit, typed)
        return fault
          ? visitPage(context, setting, worker, view, { typed, faults: [fault] })
          : doneIn(context, visit)
      }
      const outcome = await actInVisit(setting, worker, visit, typed)
      if (isRefusal(outcome)) {
        const field = typed.woning === undefined ? 'inschrijving' : 'woningen'
        const faults = faultOf(outcome, field, language)
        return visitPage(context, setting, worker, view, { typed, faults })
      }
      return doneIn(context, visit)
    }),
  )

  app.get(
    '/werk/correctie/:id',
    forWorkers(setting, (context, worker) => correctionPage(context, setting, worker)),
  )

  app.post(
    '/werk/correctie/:id',
    forWorkers(setting, async (context, worker) => {
      const typed = await submitted(context)
      const review = {
        correction: context.req.param('id') ?? '',
        agrees: typed.doe === 'akkoord',
        motivation: typed.motivering ?? '',
      }
      const outcome = await carryOut(setting, worker.actor, reviewCorrection, review, typed.key)
      if (isRefusal(outcome)) {
        const faults =
          outcome.refused === 'changed-meanwhile'
            ? [identityFault(outcome, worker.language)]
            : faultOf(outcome, 'motivering', worker.language)
        return correctionPage(context, setting, worker, { typed, faults })
      }
      return context.redirect('/werk', 303)
    }),
  )
}

/** Back to the page of the visit that was looked at, which then says that it was done. */
function doneIn(context: PageContext, visit: number) {
  const page = pageAsked(context)
  const query = page > 1 ? `?gedaan=ja&pagina=${page}#woningen` : '?gedaan=ja'
  return context.redirect(`/werk/balie/${visit}${query}`, 303)
}

/** What a button on the page of a visit does. */
async function actInVisit(
  setting: WebSetting,
  { actor }: Worker,
  visit: number,
  { doe, woning, key }: Submitted,
) {
  const listing = Number(woning)
  const forPerson = (person: string) => ({ person })
  switch (doe) {
    case 'verlengen':
      return carryOut(setting, actor, renewAtCounter, { visit, input: forPerson }, key)
    case 'stilzetten':
      return carryOut(setting, actor, pauseAtCounter, { visit, input: forPerson }, key)
    case 'hervatten':
      return carryOut(setting, actor, resumeAtCounter, { visit, input: forPerson }, key)
    case 'intrekken': {
      const input = (person: string) => ({ person, listing })
      return carryOut(setting, actor, withdrawAtCounter, { visit, input }, key)
    }
    default: {
      const input = (person: string) => ({ person, listing, via: 'counter' as const })
      return carryOut(setting, actor, respondAtCounter, { visit, input }, key)
    }
  }
}

/** Puts on record what somebody without an account answered on paper; gives what was wrong. */
async function answerInVisit(
  setting: WebSetting,
  { actor, language }: Worker,
  visit: number,
  typed: Submitted,
): Promise<Fault | undefined> {
  const say = speak(counterTexts, language)
  const offer = typed.aanbod ?? ''
  const field = `antwoord-${offer}`
  const given = typed[field]
  const ground = refusalGrounds.find((each) => each === typed[`grond-${offer}`])
  if (given !== 'ja' && given !== 'nee') return { field, text: say('offer-missing') }
  if (given === 'nee' && !ground) return { field: `grond-${offer}`, text: say('ground-missing') }
  const answer: Answer =
    ground && given === 'nee' ? { offer, answer: 'refuse', ground } : { offer, answer: 'accept' }
  const isSigned = typed[`getekend-${offer}`] === 'ja'
  const input = (person: string) => ({ person, answer, isSigned })
  const outcome = await carryOut(setting, actor, answerAtCounter, { visit, input }, typed.key)
  if (!isRefusal(outcome)) return undefined
  const at = outcome.refused === 'answer-not-signed' ? `getekend-${offer}` : field
  return { field: at, text: refusedAtCounter(outcome, language) }
}

/** Offers that wait for an answer: given here by who has no account, after what a no costs was said. */
function offersPart(
  context: PageContext,
  { name, file, offers }: CounterView,
  { language }: Worker,
  { typed, faults = [] }: More,
): Html {
  const say = speak(counterTexts, language)
  const sayOffer = speak(offerTexts, language)
  const costs = ({ consequences }: CounterView['offers'][number]) =>
    consequences.length === 0
      ? say('offer-costs-nothing')
      : say('offer-costs', {
          lines: consequences
            .map(({ label, code }) =>
              sayOffer('no-cost', { label, reason: reasonOfCode(language, code) }),
            )
            .join(' '),
        })
  return html`${offers.map(
    (
      offer,
    ) => html`<section class="panel"><h2 class="utrecht-heading-3">${say('offers-title')}: ${offer.home.address}</h2>
<p><strong>${say('offer-lead', { moment: formatMoment(offer.answerBy, language) })}</strong> ${offer.viewingAt ? say('offer-viewing', { moment: formatMoment(offer.viewingAt, language) }) : ''}</p>
<p>${costs(offer)}</p>
${
  file.human !== undefined
    ? html`<p>${say('offer-themselves', { name })}</p>`
    : html`<form method="post" novalidate>${formFields(context.get('visitor'))}<input type="hidden" name="aanbod" value="${offer.id}">
${choiceField({
  ...{ name: `antwoord-${offer.id}`, label: say('offer-answer'), faults },
  value: typed?.[`antwoord-${offer.id}`],
  choices: [
    { value: 'ja', label: say('offer-yes', { name }) },
    { value: 'nee', label: say('offer-no', { name }) },
  ],
})}
${selectField({
  ...{ name: `grond-${offer.id}`, label: say('offer-ground'), faults },
  value: typed?.[`grond-${offer.id}`],
  choices: [
    { value: '', label: '-' },
    ...refusalGrounds.map((each) => ({ value: each, label: sayOffer(`ground-${each}`) })),
  ],
})}
${choiceField({ ...{ name: `getekend-${offer.id}`, label: '', many: true, faults }, value: typed?.[`getekend-${offer.id}`], choices: [{ value: 'ja', label: say('offer-signed', { name }) }] })}
<p class="actions"><button class="utrecht-button" name="doe" value="antwoord">${say('offer-send')}</button></p></form>`
}</section>`,
  )}`
}

async function counterPage(
  context: PageContext,
  setting: WebSetting,
  worker: Worker,
  { typed, faults = [] }: More = {},
) {
  const { say, actor, language } = worker
  const sayCounter = speak(counterTexts, language)
  const places = await workplacesOf(setting, actor)
  const choices = places.map(({ id, name }) => ({ value: id, label: name }))
  const body = html`<h1 class="utrecht-heading-1">${say('counter-title')}</h1>
${faultSummary(faults, worker.language)}
<p class="measure">${say('counter-lead')}</p>
<form method="post">${formFields(context.get('visitor'))}
${selectField({ name: 'verhuurder', label: say('counter-at'), value: typed?.verhuurder, choices, faults })}
${textField({ name: 'email', label: sayCounter('known'), hint: sayCounter('known-hint'), value: typed?.email, faults })}
${textField({ name: 'geboren', label: say('counter-born'), hint: say('born-hint'), value: typed?.geboren, faults })}
<button class="utrecht-button">${say('counter-open')}</button></form>
<h2 class="utrecht-heading-2">${sayCounter('new-title')}</h2>
<ul><li><a href="/werk/balie/inschrijven">${sayCounter('new-link')}</a></li><li><a href="/inschrijven/papier">${sayCounter('new-form')}</a></li></ul>`
  return workPage(context, setting, {
    ...{ title: say('counter-title'), body },
    status: faults.length > 0 ? 422 : 200,
  })
}

async function visitPage(
  context: PageContext,
  setting: WebSetting,
  worker: Worker,
  view: CounterView,
  { typed, faults = [] }: More = {},
) {
  const { say, language } = worker
  const { name, until, registeredOn } = view
  const listed = await homesInVisit(setting, view, pageAsked(context))
  const { homes } = listed
  const sayCounter = speak(counterTexts, language)
  const title = say('visit-title', { name })
  const visitor = context.get('visitor')
  const body = html`<h1 class="utrecht-heading-1">${title}</h1>
${faultSummary(faults, worker.language)}
${context.req.query('gedaan') ? html`<p class="panel panel--good" role="status">${say('done')}</p>` : ''}
${context.req.query('ingeschreven') ? html`<p class="panel panel--good" role="status"><span aria-hidden="true">✓</span> ${sayCounter('registered-now', { name })}</p>` : ''}
<p>${say('visit-until', { until: hourOf(until) })} ${sayCounter('ask')}</p>
${registrationPart(context, view, worker)}
${offersPart(context, view, worker, { ...(typed && { typed }), faults })}
<div id="woningen">${
    homes.length === 0
      ? html`<p>${say('visit-none')}</p>`
      : denseTable(context, {
          caption: say('visit-homes'),
          columns: [
            { key: 'adres', label: say('address') },
            { key: 'huur', label: say('rent'), number: true },
            { key: 'sluit', label: say('closes') },
            { key: 'doe', label: say('next') },
          ],
          rows: homes.map(({ id, address, facts, closesOn, responded }) => ({
            adres: html`<a href="/woningen/${id}">${address}</a>`,
            huur: formatAmount(Number(facts.rent ?? 0), language),
            sluit: formatDay(closesOn, language),
            doe: responded
              ? html`<span class="mark mark--good">${say('visit-responded')}</span> <form method="post" class="inline">${formFields(visitor)}<input type="hidden" name="woning" value="${id}"><button class="utrecht-button utrecht-button--subtle" name="doe" value="intrekken">${sayCounter('withdraw')}</button></form>`
              : html`<form method="post" class="inline">${formFields(visitor)}<input type="hidden" name="woning" value="${id}"><button class="utrecht-button utrecht-button--subtle">${say('visit-respond', { name })}</button></form>`,
          })),
        })
  }${pageLinks(context, listed, 'woningen')}</div>
<details${typed?.doe === 'corrigeren' ? html` open` : ''}><summary>${say('correction-title')}</summary>
<p>${say('correction-lead', { name })} ${registeredOn === undefined ? '' : say('correction-now', { day: registeredOn })}</p>
<form method="post">${formFields(visitor)}
${textField({ name: 'dag', label: say('correction-day'), hint: say('day-hint'), value: typed?.dag, faults })}
${selectField({ name: 'grond', label: say('correction-ground'), value: typed?.grond, choices: correctionGrounds.map((each) => ({ value: each, label: say(`correction-${each}`) })) })}
${selectField({ name: 'bewijs', label: say('correction-source'), value: typed?.bewijs, choices: correctionSources.map((each) => ({ value: each, label: say(`source-${each}`) })) })}
<button class="utrecht-button utrecht-button--secondary-action" name="doe" value="corrigeren">${say('correction-propose')}</button></form></details>`
  return workPage(context, setting, {
    ...{ title: titleOfPage(title, listed, context), body },
    status: faults.length > 0 ? 422 : 200,
  })
}

/** How the registration stands, and what can be done with it here. */
function registrationPart(
  context: PageContext,
  { person, registration, visit, file }: CounterView,
  { language }: Worker,
): Html {
  const say = speak(counterTexts, language)
  const { can } = registration
  const act = (name: string, words: string) =>
    html`<button class="utrecht-button utrecht-button--secondary-action" name="doe" value="${name}">${words}</button> `
  const acts = [
    can.renew ? act('verlengen', say('renew')) : '',
    can.restore ? act('verlengen', say('restore')) : '',
    can.pause ? act('stilzetten', say('pause')) : '',
    can.resume ? act('hervatten', say('resume')) : '',
  ]
  return html`<section id="inschrijving" class="panel"><h2 class="utrecht-heading-3">${say('registration')}</h2>
<p>${registrationInWords(registration, language)} <span class="soft">${say('reference', { reference: referenceOfFile(person) })}</span></p>
<form method="post" class="inline">${formFields(context.get('visitor'))}${acts}</form>
<p class="actions"><a href="/werk/balie/${visit}/gegevens">${say('change')}</a> <a href="/werk/balie/${visit}/persoon">${speak(identityTexts, language)('link')}</a> <a href="/werk/balie/${visit}/bereikbaar">${say('reach')}</a> <a href="/werk/balie/${visit}/machtiging">${say('mandate')}</a> <a href="/werk/balie/${visit}/klacht">${say('complaint')}</a> <a href="/werk/balie/${visit}/afdruk">${say('print')}</a>${file.human === undefined ? html` <a href="/werk/balie/${visit}/uitschrijven">${speak(leavingTexts, language)('link')}</a>` : ''}</p></section>`
}

function dateProposed(
  { ground: onGround, source: from }: CorrectionView,
  change: { readonly from: CalendarDate; readonly to: CalendarDate },
  { say }: Worker,
): Html {
  const ground = correctionGrounds.find((each) => each === onGround)
  const source = correctionSources.find((each) => each === from)
  return html`<p class="lead">${say('correction-change', change)}</p>
<dl class="facts"><dt>${say('correction-ground')}</dt><dd>${ground ? say(`correction-${ground}`) : ''}</dd>
<dt>${say('correction-source')}</dt><dd>${source ? say(`source-${source}`) : ''}</dd></dl>`
}

async function correctionPage(
  context: PageContext,
  setting: WebSetting,
  worker: Worker,
  { typed, faults = [] }: More = {},
) {
  const { say, actor } = worker
  const correction = await viewCorrection(setting, actor, context.req.param('id') ?? '')
  if (!correction) return notFound(context, setting)
  const { change } = correction
  const sayIdentity = speak(identityTexts, worker.language)
  const title = change.about === 'identity' ? sayIdentity('review-title') : say('correction-review')
  const body = html`<h1 class="utrecht-heading-1">${title}</h1>
${faultSummary(faults, worker.language)}
${change.about === 'identity' ? identityProposed(correction, change, worker) : dateProposed(correction, change, worker)}
${
  correction.reviewedAt
    ? html`<p class="panel">${say(correction.agreed ? 'agree' : 'disagree')}</p>`
    : html`<form method="post">${formFields(context.get('visitor'))}
${longField({ name: 'motivering', label: say('motivation'), hint: say('motivation-hint'), value: typed?.motivering, faults })}
<button class="utrecht-button" name="doe" value="akkoord">${say('agree')}</button>
<button class="utrecht-button utrecht-button--secondary-action" name="doe" value="niet-akkoord">${say('disagree')}</button></form>`
}`
  return workPage(context, setting, {
    ...{ title, body },
    status: faults.length > 0 ? 422 : 200,
  })
}
