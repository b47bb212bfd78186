/** The listing maker (advertentie), with what was found beside it. */
import { html } from 'hono/html'
import type { Value } from '../core/basics/facts.ts'
import { centsIn } from '../operations/amount-typed.ts'
import { deviationGrounds, type OwnFact, type Remark } from '../operations/lint-listing.ts'
import { makeListing } from '../operations/make-listing.ts'
import { carryOut, dayOf, isRefusal, mayDo } from '../operations/operation.ts'
import { publishListing } from '../operations/publish-listing.ts'
import { reviewListing } from '../operations/review-listing.ts'
import { type HomeAtWork, type ListingDraft, remarksOf, viewHome } from '../operations/view-work.ts'
import { withdrawalGrounds, withdrawListing } from '../operations/withdraw-listing.ts'
import { formatAmount } from '../words/language.ts'
import { remarkInWords } from '../words/remarks.ts'
import { type AddPages, notFound } from './app.ts'
import { inDutch, withDutch } from './dutch.ts'
import { type Fault, faultSummary, longField, nowhere, selectField, textField } from './form.ts'
import type { Html } from './page.ts'
import { type Submitted, submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import {
  dayFrom,
  dayTyped,
  faultOf,
  forWorkers,
  momentInWords,
  type Worker,
  workPage,
} from './work-frame.ts'

const models = ['ranked', 'lottery', 'first-come', 'option'] as const
const labels = ['none', 'walker', 'single-floor', 'wheelchair', 'senior'] as const
/** What can be filled in here, by the name of its field. */
const fields = { huur: 'rent', label: 'label' } as const satisfies Record<string, OwnFact>

type Shown = {
  readonly home: HomeAtWork
  readonly faults?: readonly Fault[]
  readonly typed?: Submitted
}

const path = '/werk/woningen/:id{[0-9]+}/advertentie'

export const workListingPages: AddPages = (app, setting) => {
  app.get(
    path,
    forWorkers(setting, async (context, worker) => {
      const home = await viewHome(setting, worker.actor, Number(context.req.param('id')))
      if (!home?.vacancy) return notFound(context, setting)
      return listingPage(context, setting, worker, { home })
    }),
  )

  app.post(
    path,
    forWorkers(setting, async (context, worker) => {
      const id = Number(context.req.param('id'))
      const home = await viewHome(setting, worker.actor, id)
      if (!home?.vacancy) return notFound(context, setting)
      const typed = await submitted(context)
      const faults = await act(setting, worker, home, typed)
      if (faults.length > 0) {
        const again = (await viewHome(setting, worker.actor, id)) ?? home
        return listingPage(context, setting, worker, { home: again, faults, typed })
      }
      const to = typed.doe === 'publiceren' ? 'kandidaten' : 'advertentie'
      return context.redirect(`/werk/woningen/${id}/${to}`, 303)
    }),
  )
}

/** Does what a button asks for; what was not right comes back. */
async function act(
  setting: WebSetting,
  worker: Worker,
  { vacancy, listings }: HomeAtWork,
  form: Submitted,
): Promise<readonly Fault[]> {
  const { actor, say, language } = worker
  const listing = listings[0]?.id ?? -1
  switch (form.doe) {
    case 'publiceren': {
      const opensOn = dayFrom(form.open)
      if (opensOn === undefined) return [{ field: 'open', text: say('fault-day') }]
      const outcome = await carryOut(setting, actor, publishListing, { listing, opensOn }, form.key)
      return isRefusal(outcome) ? faultOf(outcome, 'open', language) : []
    }
    case 'akkoord':
    case 'niet-akkoord': {
      const review = {
        ...{ listing, agrees: form.doe === 'akkoord', motivation: form.motivering ?? '' },
      }
      const outcome = await carryOut(setting, actor, reviewListing, review, form.key)
      return isRefusal(outcome) ? faultOf(outcome, 'motivering', language) : []
    }
    case 'terugnemen': {
      const ground = withdrawalGrounds.find((each) => each === form.reden)
      if (!ground) {
        return faultOf({ refused: 'ground-missing', facts: {} }, 'reden', language)
      }
      const outcome = await carryOut(setting, actor, withdrawListing, { listing, ground }, form.key)
      return isRefusal(outcome) ? faultOf(outcome, 'reden', language) : []
    }
    default: {
      const rent = form.huur === undefined || form.huur === '' ? undefined : centsIn(form.huur)
      if (form.huur && rent === undefined) return [{ field: 'huur', text: say('fault-amount') }]
      const model = models.find((each) => each === form.verdeling) ?? 'ranked'
      const label = labels.find((each) => each === form.label)
      const own: Partial<Record<OwnFact, Value>> = {
        model,
        ...(rent !== undefined && { rent }),
        ...(label !== undefined && { label: [label] }),
      }
      const grounds = Object.fromEntries(
        Object.entries(fields).flatMap(([field, name]) => {
          const ground = deviationGrounds.find((each) => each === form[`grond-${field}`])
          return ground ? [[name, ground]] : []
        }),
      )
      const input = {
        ...{ vacancy: vacancy?.id ?? -1, title: form.kop ?? '', own, grounds },
        description: form.omschrijving ?? '',
      }
      const outcome = await carryOut(setting, actor, makeListing, input, form.key)
      return isRefusal(outcome) ? faultOf(outcome, 'kop', language) : []
    }
  }
}

async function listingPage(
  context: PageContext,
  setting: WebSetting,
  worker: Worker,
  { home, faults = [], typed }: Shown,
) {
  const { say } = worker
  const { dwelling, listings } = home
  const [latest] = listings
  const isDraft = latest?.state === 'draft' || latest?.state === 'checked'
  const draft = isDraft ? latest : undefined
  const runs = latest !== undefined && ['open', 'drawing', 'closed'].includes(latest.state)
  const title = say('listing-title', { address: dwelling.address })
  const fieldsOf = () => formFields(context.get('visitor'))
  const makes = mayDo(worker.actor, 'make-listing', { organisation: dwelling.landlord })
  const parts = await html`<div class="beside"><div>${
    runs && latest
      ? running(latest, dwelling.id, worker)
      : makes
        ? html`<p class="measure">${say('listing-lead')}</p>${makerForm(home, draft, worker, { faults, typed, hidden: fieldsOf() })}`
        : asMade(draft, worker)
  }</div>
<div>${findings(draft ?? (runs ? latest : undefined), worker)}
${makes && draft?.state === 'checked' ? publishForm(setting, worker, { faults, typed, hidden: fieldsOf() }) : ''}
${draft && needsReview(draft) ? reviewForm(worker, { faults, typed, hidden: fieldsOf() }) : ''}
${makes && latest && ['draft', 'checked', 'open', 'closed'].includes(latest.state) ? withdrawForm(worker, { faults, typed, hidden: fieldsOf() }) : ''}</div></div>`
  // Somebody else may have been before them: then the form that was sent is no longer there to be put right.
  const isThere = ({ field }: Fault) => String(parts).includes(`id="${field}"`)
  const told = faults.map((each) => (isThere(each) ? each : { ...each, field: nowhere }))
  const body = html`<h1 class="utrecht-heading-1">${title}</h1>
${faultSummary(told, worker.language)}
${parts}`
  const refused = faults.some(isThere) ? 422 : 409
  return workPage(context, setting, {
    ...{ title, body },
    status: faults.length > 0 ? refused : 200,
  })
}

type Parts = {
  readonly faults: readonly Fault[]
  readonly typed: Submitted | undefined
  readonly hidden: Html
}

function makerForm(
  { dwelling }: HomeAtWork,
  draft: ListingDraft | undefined,
  { say }: Worker,
  { faults, typed, hidden }: Parts,
): Html {
  const facts = { ...dwelling.facts, ...draft?.facts }
  const grounds = deviationGrounds.map((each) => ({ value: each, label: say(`ground-${each}`) }))
  const groundField = (field: keyof typeof fields) =>
    selectField({
      ...{
        name: `grond-${field}`,
        label: say('ground-of', { name: say(`name-${fields[field]}`) }),
      },
      ...{ value: typed?.[`grond-${field}`] ?? draft?.grounds[fields[field]], faults },
      choices: [{ value: '', label: say('ground-none') }, ...grounds],
    })
  const label = [facts.label ?? 'none'].flat()[0]
  return html`<form method="post">${hidden}
${textField({ name: 'kop', label: say('title-field'), hint: say('title-hint'), value: typed?.kop ?? draft?.words.title, faults })}
${longField({ name: 'omschrijving', label: say('description-field'), hint: say('description-hint'), value: typed?.omschrijving ?? draft?.words.description, faults })}
${selectField({ name: 'verdeling', label: say('model-field'), value: typed?.verdeling ?? String(facts.model ?? 'ranked'), choices: models.map((each) => ({ value: each, label: say(`model-${each}`) })), faults })}
<div class="row">${textField({ name: 'huur', label: say('rent-field'), kind: 'decimal', value: typed?.huur ?? euros(facts.rent), faults })}${groundField('huur')}</div>
<div class="row">${selectField({ name: 'label', label: say('label-field'), value: typed?.label ?? String(label), choices: labels.map((each) => ({ value: each, label: say(`label-${each}`) })), faults })}${groundField('label')}</div>
<button class="utrecht-button" name="doe" value="opslaan">${say('save-and-check')}</button></form>`
}

function euros(cents: Value | undefined): string {
  return typeof cents === 'number' ? (cents / 100).toFixed(2).replace('.', ',') : ''
}

/** A listing that is being made, for who may not make it. */
function asMade(draft: ListingDraft | undefined, { say, language }: Worker): Html {
  if (!draft) return html`<p class="panel">${say('made-by-officer')}</p>`
  const { words, facts } = draft
  const label = labels.find((each) => [facts.label ?? 'none'].flat().includes(each)) ?? 'none'
  return html`<section class="panel"><p><strong>${words.title}</strong></p><p>${words.description}</p>
<p>${say(`model-${models.find((each) => each === facts.model) ?? 'ranked'}`)} · ${formatAmount(Number(facts.rent ?? 0), language)} · ${say('label-field')}: ${say(`label-${label}`)}</p></section>`
}

function running(listing: ListingDraft, dwelling: number, { say, language }: Worker): Html {
  const { words, facts, opensAt, closesAt } = listing
  return html`<section class="panel"><p><strong>${inDutch(words.title ?? '', language)}</strong></p><p>${inDutch(words.description ?? '', language)}</p>
<p>${say(`model-${models.find((each) => each === facts.model) ?? 'ranked'}`)} · ${formatAmount(Number(facts.rent ?? 0), language)}</p>
${opensAt && closesAt ? html`<p>${say('published-as', { from: momentInWords(opensAt, language), until: momentInWords(closesAt, language) })}</p>` : ''}
<p><a class="utrecht-button" href="/werk/woningen/${dwelling}/kandidaten">${say('to-candidates')}</a></p></section>`
}

/** What a remark on the law quotes of the rules, which are in Dutch: texts of more than a word. */
function quotedBy({ finding }: Remark): readonly string[] {
  const facts: readonly unknown[] = Object.values(finding?.facts ?? {})
  return facts.filter((each) => typeof each === 'string').filter((each) => /\s/.test(each))
}

function findings(draft: ListingDraft | undefined, { say, language }: Worker): Html {
  const heading = html`<h2 class="utrecht-heading-2">${say('check-title')}</h2>`
  if (!draft) return html`${heading}<p>${say('check-none')}</p>`
  const remarks = remarksOf(draft)
  const own = remarks.filter(({ code }) => code !== 'law')
  const law = remarks.filter(({ code }) => code === 'law')
  const item = (remark: Remark) =>
    html`<li class="${remark.severity}"><strong>${say(`severity-${remark.severity}`)}.</strong> ${withDutch(remarkInWords(remark, language), quotedBy(remark), language)}</li>`
  return html`${heading}
${own.length === 0 ? html`<p class="panel panel--good">${say(draft.state === 'checked' ? 'check-good' : 'check-was-good')}</p>` : html`<ul class="remarks">${own.map(item)}</ul>`}
${law.length === 0 ? '' : html`<details><summary>${say('law-count', { count: law.length })}</summary><ul class="remarks">${law.map(item)}</ul></details>`}
<p class="small soft">${say('check-changed')}</p>`
}

function needsReview(draft: ListingDraft): boolean {
  return draft.state === 'draft' && !remarksOf(draft).some(({ severity }) => severity === 'breach')
}

function publishForm(setting: WebSetting, { say }: Worker, { faults, typed, hidden }: Parts): Html {
  return html`<h2 class="utrecht-heading-2">${say('publish-title')}</h2><p>${say('publish-lead')}</p>
<form method="post">${hidden}${textField({ name: 'open', label: say('opens-on'), hint: say('day-hint'), value: typed?.open ?? dayTyped(dayOf(setting.now())), faults })}
<button class="utrecht-button" name="doe" value="publiceren">${say('publish')}</button></form>`
}

function reviewForm({ say, actor }: Worker, { faults, typed, hidden }: Parts): Html {
  const reviews = actor.roles.some(({ role }) => role === 'reviewer')
  if (!reviews) return html`<p class="panel">${say('review-lead')}</p>`
  return html`<h2 class="utrecht-heading-2">${say('review-title')}</h2><p>${say('review-lead')}</p>
<form method="post">${hidden}${longField({ name: 'motivering', label: say('motivation'), hint: say('motivation-hint'), value: typed?.motivering, faults })}
<button class="utrecht-button" name="doe" value="akkoord">${say('agree')}</button>
<button class="utrecht-button utrecht-button--secondary-action" name="doe" value="niet-akkoord">${say('disagree')}</button></form>`
}

function withdrawForm({ say }: Worker, { faults, typed, hidden }: Parts): Html {
  const choices = withdrawalGrounds.map((each) => ({ value: each, label: say(`ground-${each}`) }))
  return html`<details><summary>${say('withdraw-title')}</summary><form method="post">${hidden}
${selectField({ name: 'reden', label: say('withdraw-ground'), value: typed?.reden, choices, faults })}
<button class="utrecht-button utrecht-button--secondary-action" name="doe" value="terugnemen">${say('withdraw')}</button></form></details>`
}
