/** One offer, passing somebody over, and the check of papers and income with the letting. */
import { html } from 'hono/html'
import type { NormUse } from '../core/ranking/portfolio-norm.ts'
import { centsIn } from '../operations/amount-typed.ts'
import {
  checkDocuments,
  type EvidenceKind,
  evidenceKinds,
  evidenceOutcomes,
  evidenceSources,
  waysOfSeeing,
} from '../operations/check-documents.ts'
import { letHome } from '../operations/let-home.ts'
import { carryOut, dayOf, isRefusal } from '../operations/operation.ts'
import { isRunning } from '../operations/running-offer.ts'
import { channels, skipCandidate, skipGrounds } from '../operations/skip-candidate.ts'
import {
  type FitView,
  type Norms,
  type OfferView,
  type SkipShown,
  viewFit,
  viewOffer,
} from '../operations/view-candidates.ts'
import { requirementInWords } from '../words/conditions.ts'
import { documentTexts } from '../words/documents.ts'
import { formatAmount, formatDay, formatList, isKeyOf, speak } from '../words/language.ts'
import {
  evidenceTexts,
  offerStates,
  passedInWords,
  refusalGroundTexts,
  skipTexts,
} from '../words/offers.ts'
import { refusedInWords } from '../words/work.ts'
import { type AddPages, notFound } from './app.ts'
import { casesNotice } from './cases.ts'
import { documentInWords } from './documents.ts'
import { dutchOf } from './dutch.ts'
import { type Fault, faultSummary, selectField, textField } from './form.ts'
import type { Html } from './page.ts'
import { showProse } from './prose.ts'
import { type Submitted, submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import {
  dayFrom,
  dayTyped,
  denseTable,
  faultOf,
  forWorkers,
  momentInWords,
  shortMoment,
  type Worker,
  workPage,
} from './work-frame.ts'

type Shown<View> = {
  readonly view: View
  readonly faults?: readonly Fault[]
  readonly typed?: Submitted
}

export const workOfferPages: AddPages = (app, setting) => {
  app.get(
    '/werk/aanbiedingen/:id',
    forWorkers(setting, async (context, worker) => {
      const view = await viewOffer(setting, worker.actor, context.req.param('id') ?? '')
      return view ? offerPage(context, setting, worker, { view }) : notFound(context, setting)
    }),
  )

  app.post(
    '/werk/aanbiedingen/:id',
    forWorkers(setting, async (context, worker) => {
      const offer = context.req.param('id') ?? ''
      const view = await viewOffer(setting, worker.actor, offer)
      if (!view) return notFound(context, setting)
      const typed = await submitted(context)
      const ground = skipGrounds.find((each) => each === typed.grond) ?? 'not-reached'
      const contacts = [1, 2].flatMap((number) => {
        const channel = channels.find((each) => each === typed[`weg-${number}`])
        const on = dayFrom(typed[`dag-${number}`])
        return channel && on !== undefined ? [{ channel, on }] : []
      })
      const input = { offer, ground, contacts }
      const outcome = await carryOut(setting, worker.actor, skipCandidate, input, typed.key)
      if (isRefusal(outcome)) {
        const faults = faultOf(outcome, 'grond', worker.language)
        return offerPage(context, setting, worker, { view, typed, faults })
      }
      return context.redirect(`/werk/aanbiedingen/${offer}`, 303)
    }),
  )

  app.get(
    '/werk/controle/:id',
    forWorkers(setting, async (context, worker) => {
      const view = await viewFit(setting, worker.actor, context.req.param('id') ?? '')
      return view ? checkPage(context, setting, worker, { view }) : notFound(context, setting)
    }),
  )

  app.post(
    '/werk/controle/:id',
    forWorkers(setting, async (context, worker) => {
      const offer = context.req.param('id') ?? ''
      const view = await viewFit(setting, worker.actor, offer)
      if (!view) return notFound(context, setting)
      const typed = await submitted(context)
      const faults = await act(setting, worker, offer, typed)
      if (faults.length > 0) return checkPage(context, setting, worker, { view, typed, faults })
      return context.redirect(`/werk/controle/${offer}`, 303)
    }),
  )
}

async function act(
  setting: WebSetting,
  { actor, say, language }: Worker,
  offer: string,
  form: Submitted,
): Promise<readonly Fault[]> {
  if (form.doe === 'verhuren') {
    const startsOn = dayFrom(form.begin)
    if (startsOn === undefined) return [{ field: 'begin', text: say('fault-day') }]
    const outcome = await carryOut(setting, actor, letHome, { offer, startsOn }, form.key)
    return isRefusal(outcome) ? faultOf(outcome, 'begin', language) : []
  }
  const kind = evidenceKinds.find((each) => each === form.doe)
  if (!kind) return []
  const on = dayFrom(form[`datum-${kind}`])
  if (on === undefined) return [{ field: `datum-${kind}`, text: say('fault-day') }]
  const incomeCents = centsIn(form['waarde-income'] ?? '')
  const year = form['jaar-income'] ?? ''
  if (kind === 'income' && year !== '' && !/^\d{4}$/.test(year)) {
    return [
      { field: 'jaar-income', text: refusedInWords({ refused: 'year-odd', facts: {} }, language) },
    ]
  }
  const size = /^\d{1,2}$/.test(form['waarde-household'] ?? '')
    ? Number(form['waarde-household'])
    : undefined
  const outcome = await carryOut(
    setting,
    actor,
    checkDocuments,
    {
      ...{ offer, kind, on, source: form[`bron-${kind}`] ?? '' },
      outcome: form[`uitkomst-${kind}`] === 'differs' ? 'differs' : 'as-said',
      seenAs: waysOfSeeing.find((each) => each === form[`gezien-${kind}`]) ?? 'shown',
      ...(kind === 'income' && year !== '' && { ofYear: Number(year) }),
      ...(kind === 'income' && incomeCents !== undefined && { incomeCents }),
      ...(kind === 'household' && size !== undefined && { householdSize: size }),
    },
    form.key,
  )
  return isRefusal(outcome) ? faultOf(outcome, `bron-${kind}`, language) : []
}

function offerFacts({ offer, vacancy, email, facts }: OfferView, { say, language }: Worker): Html {
  const { state, ground, answerBy, viewingAt, papersBy, madeAt, place } = offer
  const refusal =
    ground !== undefined && isKeyOf(refusalGroundTexts, ground)
      ? speak(refusalGroundTexts, language)(ground)
      : undefined
  const shown: readonly (readonly [string, Html | string | undefined])[] = [
    [say('state'), html`<span class="mark">${speak(offerStates, language)(state)}</span>`],
    [
      say('offer-home'),
      html`<a href="/werk/woningen/${vacancy.dwelling}/kandidaten?advertentie=${offer.listing}">${vacancy.address}</a>`,
    ],
    [say('place'), String(place)],
    [say('household-size'), say('household', { size: Number(facts['household-size'] ?? 1) })],
    [say('email'), email],
    [say('made-at'), shortMoment(madeAt, language)],
    [say('viewing-at'), viewingAt && momentInWords(viewingAt, language)],
    [say('answer-by'), state === 'open' ? momentInWords(answerBy, language) : undefined],
    [say('papers-by'), papersBy && momentInWords(papersBy, language)],
    [say('ground'), refusal],
  ]
  return html`<dl class="facts">${shown.map(([name, value]) => (value === undefined ? '' : html`<dt>${name}</dt><dd>${value}</dd>`))}</dl>`
}

function offerPage(
  context: PageContext,
  setting: WebSetting,
  worker: Worker,
  { view, faults = [], typed }: Shown<OfferView>,
) {
  const { say } = worker
  const { offer, name } = view
  const title = say('offer-of', { name })
  const runs = isRunning(offer)
  const body = html`<h1 class="utrecht-heading-1">${title}</h1>
${faultSummary(faults, worker.language)}
<div class="beside"><div>${offerFacts(view, worker)}
${offer.state === 'accepted' ? html`<p><a class="utrecht-button" href="/werk/controle/${offer.id}">${say('to-check')}</a></p>` : ''}
<p class="small soft">${say('logged-note')}</p></div>
<div>${view.skip ? skipPart(view.skip, view, worker) : ''}${runs ? skipForm(context, worker, { faults, typed }) : ''}</div></div>`
  return workPage(context, setting, {
    ...{ title, body },
    status: faults.length > 0 ? 422 : 200,
  })
}

/** Why they were passed over and what proves it, as it was put on record. */
function skipPart(
  { ground, at, by, contacts }: SkipShown,
  { evidence }: OfferView,
  { say, language }: Worker,
): Html {
  const sayOf = speak(skipTexts, language)
  const known = skipGrounds.find((each) => each === ground)
  const wrong =
    known === 'papers-differ' ? evidence.filter((each) => each.outcome === 'differs') : []
  const sayPaper = (text: string) =>
    isKeyOf(evidenceTexts, text) ? speak(evidenceTexts, language)(text) : text
  const proof = [
    ...contacts.map(({ channel, on }) => `${sayOf(channel)}, ${formatDay(on, language)}`),
    ...wrong.map(
      ({ kind, source, on }) =>
        `${sayPaper(kind)}: ${sayPaper(source)}, ${formatDay(on, language)}`,
    ),
  ]
  return html`<section class="panel"><h2 class="utrecht-heading-3">${say('skipped-title')}</h2>
<dl class="facts"><dt>${say('skip-ground')}</dt><dd>${known ? sayOf(known) : ground}</dd>
<dt>${say('skip-proof')}</dt><dd>${proof.length === 0 ? say('skip-proof-none') : html`<ul>${proof.map((each) => html`<li>${each}</li>`)}</ul>`}</dd>
<dt>${say('skip-by')}</dt><dd>${by}, ${shortMoment(at, language)}</dd></dl></section>`
}

function skipForm(
  context: PageContext,
  { say, language }: Worker,
  { faults, typed }: { readonly faults: readonly Fault[]; readonly typed: Submitted | undefined },
): Html {
  const sayOf = speak(skipTexts, language)
  const ways = [
    { value: '', label: say('contact-none') },
    ...channels.map((each) => ({ value: each, label: sayOf(each) })),
  ]
  const contact = (number: number) => html`<div class="row">
${selectField({ name: `weg-${number}`, label: say('contact-way', { number }), value: typed?.[`weg-${number}`], choices: ways })}
${textField({ name: `dag-${number}`, label: say('contact-day', { number }), hint: say('day-short'), value: typed?.[`dag-${number}`] })}</div>`
  return html`<details${faults.length > 0 ? html` open` : ''}><summary>${say('skip-title')}</summary><p>${say('skip-lead')}</p>
<form method="post">${formFields(context.get('visitor'))}
${selectField({ name: 'grond', label: say('skip-ground'), value: typed?.grond, choices: skipGrounds.map((each) => ({ value: each, label: sayOf(each) })), faults })}
${contact(1)}${contact(2)}
<button class="utrecht-button utrecht-button--secondary-action">${say('skip')}</button></form></details>`
}

async function checkPage(
  context: PageContext,
  setting: WebSetting,
  worker: Worker,
  { view, faults = [], typed }: Shown<FitView>,
) {
  const { say } = worker
  const { offer, name } = view
  const title = say('check-of', { name })
  const open = offer.state === 'accepted'
  const { landlord, listing } = offer
  const body = html`<h1 class="utrecht-heading-1">${title}</h1>
${faultSummary(faults, worker.language)}
${open ? await casesNotice(setting, worker.actor, { listing, landlord }, worker.language) : ''}
${offer.state === 'let' ? html`<p class="panel panel--good" role="status">${say('is-let-now')}</p>` : ''}
<div class="beside"><div>${offerFacts(view, worker)}
${givenPart(view, worker)}
${evidenceTable(context, view, worker)}
${open ? evidenceKinds.map((kind) => evidenceForm(context, kind, worker, { faults, typed, view })) : ''}</div>
<div>${conditionTable(context, view, worker)}${fitPart(view, worker)}${view.norms ? normTable(context, view.norms, worker) : ''}
${
  open
    ? html`<h2 class="utrecht-heading-2">${say('let-title')}</h2><p>${say('let-lead')}</p><form method="post">${formFields(context.get('visitor'))}
${textField({ name: 'begin', label: say('starts-on'), hint: say('day-hint'), value: typed?.begin ?? dayTyped(dayOf(setting.now())), faults })}
<button class="utrecht-button" name="doe" value="verhuren">${say('let')}</button></form>`
    : ''
}</div></div>`
  return workPage(context, setting, {
    ...{ title, body },
    status: faults.length > 0 ? 422 : 200,
  })
}

// What the candidate gave, to be downloaded and never shown in a page of ours.
function givenPart({ given, offer }: FitView, { language }: Worker): Html | '' {
  if (offer.state !== 'accepted') return ''
  const say = speak(documentTexts, language)
  const sayOf = speak(evidenceTexts, language)
  if (given.length === 0) return html`<p class="small soft">${say('work-given-none')}</p>`
  return html`<h2 class="utrecht-heading-2">${say('work-given')}</h2>
<ul>${given.map((each) => {
    const kind = evidenceKinds.find((known) => known === each.kind)
    return html`<li>${kind ? sayOf(kind) : ''}: ${documentInWords(each, language)} <a href="/werk/documenten/${each.id}/bestand" download>${say('work-open')}</a></li>`
  })}</ul><p class="small soft">${say('work-given-note')}</p>`
}

function conditionTable(
  context: PageContext,
  { conditions, bound }: FitView,
  { language }: Worker,
): Html | '' {
  if (conditions.length === 0 || !bound) return ''
  const say = speak(documentTexts, language)
  const mark = (met: (typeof conditions)[number]['shown']) =>
    html`<span class="mark${met === 'met' ? ' mark--good' : ''}">${say(`condition-${met}`)}</span>`
  const inBook = dutchOf(bound.prepared.rules.books, language)
  return denseTable(context, {
    caption: say('conditions-title'),
    columns: [
      { key: 'eis', label: say('condition') },
      { key: 'opgave', label: say('condition-said') },
      { key: 'papieren', label: say('condition-shown') },
    ],
    rows: conditions.map(({ id, said, shown }) => ({
      eis: showProse(requirementInWords(bound, id, language), inBook),
      ...{ opgave: mark(said), papieren: mark(shown) },
    })),
  })
}

function evidenceTable(
  context: PageContext,
  { evidence }: FitView,
  { say, language }: Worker,
): Html {
  if (evidence.length === 0) return html`<p>${say('evidence-none')}</p>`
  const sayOf = speak(documentTexts, language)
  const word = (text: string) =>
    isKeyOf(evidenceTexts, text) ? speak(evidenceTexts, language)(text) : text
  return denseTable(context, {
    caption: say('evidence-title'),
    columns: [
      { key: 'wat', label: say('evidence-kind') },
      { key: 'bron', label: say('evidence-source') },
      { key: 'datum', label: say('evidence-on') },
      { key: 'uitkomst', label: say('evidence-outcome') },
      { key: 'waarde', label: say('evidence-value') },
      { key: 'hoe', label: sayOf('seen-how-by') },
    ],
    rows: evidence.map(({ kind, source, on, outcome, value, seenAs, seenBy, seenAt, ofYear }) => {
      const { 'household-income': income, 'household-size': size } = value
      return {
        ...{ wat: word(kind), bron: word(source), datum: formatDay(on, language) },
        hoe: `${sayOf(seenAs === 'given' ? 'as-given' : 'as-shown')}; ${seenBy}, ${shortMoment(seenAt, language)}`,
        uitkomst: word(outcome),
        waarde:
          typeof income === 'number'
            ? `${formatAmount(income, language)}${ofYear === null ? '' : ` (${ofYear})`}`
            : typeof size === 'number'
              ? say('household', { size })
              : '',
      }
    }),
  })
}

function evidenceForm(
  context: PageContext,
  kind: EvidenceKind,
  { say, language }: Worker,
  {
    faults,
    typed,
    view,
  }: {
    readonly faults: readonly Fault[]
    readonly typed: Submitted | undefined
    readonly view: FitView
  },
): Html {
  const sayOf = speak(evidenceTexts, language)
  const sayDocument = speak(documentTexts, language)
  const seen = view.evidence.some((each) => each.kind === kind)
  const concerned = faults.some(({ field }) => field.endsWith(kind))
  return html`<details${!seen || concerned ? html` open` : ''}><summary>${say('add-evidence', { kind: sayOf(kind) })}</summary>
<form method="post">${formFields(context.get('visitor'))}${kind === 'identity' ? html`<p class="small">${say('no-bsn')}</p>` : ''}
<div class="row">
${selectField({ name: `bron-${kind}`, label: say('evidence-source'), value: typed?.[`bron-${kind}`], choices: evidenceSources[kind].map((each) => ({ value: each, label: sayOf(each) })), faults })}
${textField({ name: `datum-${kind}`, label: say('evidence-on'), hint: say('day-short'), value: typed?.[`datum-${kind}`], faults })}
${selectField({ name: `gezien-${kind}`, label: sayDocument('seen-as-label'), value: typed?.[`gezien-${kind}`] ?? (view.given.some((each) => each.kind === kind) ? 'given' : 'shown'), choices: waysOfSeeing.map((each) => ({ value: each, label: sayDocument(`as-${each}`) })) })}
${kind === 'income' ? textField({ name: 'jaar-income', label: sayDocument('year-label'), kind: 'numeric', value: typed?.['jaar-income'] ?? '', faults }) : ''}
${kind === 'income' ? textField({ name: 'waarde-income', label: say('income-value'), kind: 'decimal', value: typed?.['waarde-income'], faults }) : ''}
${kind === 'household' ? textField({ name: 'waarde-household', label: say('size-value'), kind: 'numeric', value: typed?.['waarde-household'], faults }) : ''}
${selectField({ name: `uitkomst-${kind}`, label: say('evidence-outcome'), value: typed?.[`uitkomst-${kind}`], choices: evidenceOutcomes.map((each) => ({ value: each, label: sayOf(each) })) })}</div>
<button class="utrecht-button utrecht-button--secondary-action" name="doe" value="${kind}">${say('save-evidence')}</button></form></details>`
}

function fitPart({ fitting, against, shown }: FitView, { say, language }: Worker): Html {
  const byPapers = shown['household-income'] !== undefined
  return html`<h2 class="utrecht-heading-2">${say('fit-title')}</h2>
${against === undefined ? '' : html`<p class="panel panel--bad">${say('against', { code: passedInWords(against, language) })}</p>`}
<p>${fitSentence(fitting, { say, language })}</p>
${fitting?.inTargetGroup === undefined ? '' : html`<p>${say(fitting.inTargetGroup ? 'target-yes' : 'target-no')}</p>`}
<p class="small soft">${say(byPapers ? 'by-papers' : 'by-declared')}</p>`
}

function fitSentence(
  fitting: FitView['fitting'],
  { say, language }: Pick<Worker, 'say' | 'language'>,
): string {
  if (!fitting?.fit) {
    return say('fit-missing', { names: formatList(fitting?.missing ?? [], language) })
  }
  switch (fitting.fit.fit) {
    case 'fits':
      return say('fit-fits', { cap: fitting.fit.capCents })
    case 'does-not-fit':
      return say('fit-does-not-fit', {
        cap: fitting.fit.capCents,
        excess: fitting.fit.excessCents,
      })
    case 'not-applicable':
      return say('fit-not-applicable')
  }
}

function normTable(
  context: PageContext,
  { year, rentFit, targetGroup }: Norms,
  { say }: Worker,
): Html {
  const row = (norm: string, { counted, norm: floor, met, room, needed }: NormUse) => ({
    norm,
    geteld: say('norm-counted', { taken: counted.taken, of: counted.of }),
    nodig: say('norm-needed', { least: floor.at_least, all: floor.of }),
    ruimte:
      counted.of === 0
        ? say('norm-none')
        : met
          ? say('norm-met', { room })
          : say('norm-unmet', { needed }),
  })
  const told = String(year)
  return denseTable(context, {
    caption: say('norms-title'),
    columns: [
      { key: 'norm', label: say('norm') },
      { key: 'geteld', label: say('counted') },
      { key: 'nodig', label: say('needed') },
      { key: 'ruimte', label: say('room') },
    ],
    rows: [
      row(say('norm-rent-fit', { year: told }), rentFit.year),
      row(say('norm-rent-fit-two'), rentFit.twoYears),
      row(say('norm-target', { year: told }), targetGroup),
    ],
  })
}
