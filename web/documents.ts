/** Papers (documenten): what is asked, giving it, taking it back, and what was seen; and a paper as it is handed out. */
import type { MiddlewareHandler } from 'hono'
import { html } from 'hono/html'
import type { AcceptedFile } from '../operations/accepted-file.ts'
import { type EvidenceKind, evidenceKinds } from '../operations/check-documents.ts'
import { eraseDocument } from '../operations/erase-document.ts'
import { giveDocument, isFull } from '../operations/give-document.ts'
import { carryOut, dayOf, isRefusal, type Refusal } from '../operations/operation.ts'
import { readDocument } from '../operations/read-document.ts'
import {
  type Evidence,
  type PapersForHome,
  type StoredDocument,
  viewPapers,
} from '../operations/view-papers.ts'
import { type DocumentText, documentTexts } from '../words/documents.ts'
import {
  formatAmount,
  formatDay,
  formatMoment,
  isKeyOf,
  type Language,
  speak,
} from '../words/language.ts'
import { evidenceTexts } from '../words/offers.ts'
import { type AddPages, notFound } from './app.ts'
import { type Fault, faultSummary } from './form.ts'
import { personOr } from './mine.ts'
import { type Html, showPage } from './page.ts'
import { showReceipt } from './receipt.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { onBehalf, toLogin } from './whose.ts'
import { momentInWords } from './work-frame.ts'

export const documentPages: AddPages = (app, setting) => {
  app.get('/mijn/documenten', (context) => papersPage(context, setting))
  app.post('/mijn/documenten', (context) => give(context, setting))
  app.post('/mijn/documenten/wissen', (context) => takeBack(context, setting))
  app.get('/mijn/documenten/:id/bestand', (context) => handOut(context, setting))
  app.get('/werk/documenten/:id/bestand', (context) => handOut(context, setting))
}

// --- Around sending

/** So many papers are taken in at once by one process: each is held in memory while it comes in. */
const uploadsAtOnce = 6

/** Reads nothing of who is not logged in, and not too much at once. */
export function uploadsInTurn(setting: WebSetting): MiddlewareHandler {
  let running = 0
  return async (context: PageContext, next) => {
    if (!context.get('visitor').actor) return toLogin(context)
    if (running >= uploadsAtOnce) {
      const say = speak(documentTexts, context.get('visitor').language)
      context.header('retry-after', '60')
      return notStored(context, setting, { title: say('busy-title'), words: say('busy') }, 503)
    }
    running += 1
    try {
      return await next()
    } finally {
      running -= 1
    }
  }
}

/** The page for who sends more than is taken. */
export function tooLargePage(context: PageContext, setting: WebSetting) {
  const say = speak(documentTexts, context.get('visitor').language)
  const isPaper = context.req.path === '/mijn/documenten'
  const words = say(isPaper ? 'file-too-large' : 'large')
  return notStored(context, setting, { title: say('large-title'), words }, 413)
}

function notStored(
  context: PageContext,
  setting: WebSetting,
  { title, words }: { readonly title: string; readonly words: string },
  status: 413 | 503 | 507,
) {
  const say = speak(documentTexts, context.get('visitor').language)
  const body = html`<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${words}</p>
<p><a href="${context.req.path}">${say('back')}</a></p>`
  return showPage(context, setting, { title, body, status })
}

/** A file of somebody may do nothing on our site, should a browser show it in spite of all. */
export const withoutPowers: MiddlewareHandler = async (context, next) => {
  await next()
  if (!context.req.path.endsWith('/bestand')) return
  context.header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
}

// --- A paper as it is handed out

const extensions = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
} as const satisfies Readonly<Record<AcceptedFile['media'], string>>

/** What a file is called on the machine of who downloads it. */
const fileNames = {
  ...{ identity: 'identiteit', income: 'inkomen', household: 'huishouden' },
} as const satisfies Readonly<Record<EvidenceKind, string>>

async function handOut(context: PageContext, setting: WebSetting) {
  const { actor } = context.get('visitor')
  if (!actor) return toLogin(context)
  const input = { document: context.req.param('id') ?? '' }
  const opened = await carryOut(setting, actor, readDocument, input)
  if (isRefusal(opened)) return notFound(context, setting)
  const { bytes, kind, media, givenAt } = opened
  const [, extension = 'bin'] = Object.entries(extensions).find(([each]) => each === media) ?? []
  const name = fileNames[evidenceKinds.find((each) => each === kind) ?? 'identity']
  const day = new Date(dayOf(givenAt) * 86_400_000).toISOString().slice(0, 10)
  return context.body(new Uint8Array(bytes), 200, {
    'content-type': media,
    'content-disposition': `attachment; filename="${name}-${day}.${extension}"`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
}

// --- The page of who gives them

type Sent = {
  readonly offer: string
  readonly kind: EvidenceKind
  readonly isBlackedOut: boolean
  readonly refused: string
  readonly text: string
}

async function papersPage(context: PageContext, setting: WebSetting, sent?: Sent) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const papers = await viewPapers(setting, found.actor, found.person)
  if (isRefusal(papers)) return notFound(context, setting)
  const visitor = context.get('visitor')
  const { language } = visitor
  const say = speak(documentTexts, language)
  const asks = papers.some(({ asked }) => asked.length > 0)
  const running = papers.some(({ offer }) => offer.state === 'accepted')
  const title = say(running ? 'title' : 'none-title')
  const faults: Fault[] = sent ? [{ field: fieldOf(sent), text: sent.text }] : []
  const event = Number(context.req.query('bewijs') ?? Number.NaN)
  const wiped = context.req.query('gewist') !== undefined
  const notice = Number.isNaN(event)
    ? ''
    : html`<div class="panel panel--good" role="status"><p><strong><span aria-hidden="true">✓</span> ${say(wiped ? 'erased' : 'saved')}</strong></p>${wiped ? '' : html`<p>${say('saved-more')}</p>`}</div>`
  const body = html`${await onBehalf(context, setting)}${faultSummary(faults, language)}<h1 class="utrecht-heading-1">${title}</h1>
${notice}${running ? '' : html`<p class="lead">${say('none')}</p>`}
${papers.map((each) => homePart(context, each, { sent, faults }))}
${asks ? html`<section class="panel"><h2 class="utrecht-heading-3">${say('show-title')}</h2><p>${say('show')}</p></section>` : ''}
${await showReceipt(setting, event, language)}`
  const status = sent === undefined ? 200 : sent.refused === 'disk-full' ? 507 : 422
  return showPage(context, setting, { title, body, status })
}

function fieldOf({ offer, kind, refused }: Pick<Sent, 'offer' | 'kind' | 'refused'>): string {
  const field =
    refused === 'not-blacked-out' ? 'bsn' : refused === 'number-found' ? 'geen-bsn' : 'papier'
  return `${field}-${kind}-${offer}`
}

type More = { readonly sent: Sent | undefined; readonly faults: readonly Fault[] }

function homePart(context: PageContext, papers: PapersForHome, more: More): Html {
  const { language } = context.get('visitor')
  const say = speak(documentTexts, language)
  const { offer, home, asked, given, seen } = papers
  return html`<section><h2 class="utrecht-heading-2">${say('for-home', { address: home.address })}</h2>
${
  offer.state === 'accepted'
    ? html`<p>${asked.length === 0 ? say('all-seen') : offer.papersBy ? html`<strong>${say('by', { moment: momentInWords(offer.papersBy, language) })}</strong>` : ''}</p>`
    : ''
}
${evidenceKinds.map((kind) => {
  const own = given.filter((each) => each.kind === kind)
  if (!asked.includes(kind) && own.length === 0) return ''
  return html`<div class="card paper"><h3>${say(`need-${kind}`)}</h3>${asked.includes(kind) ? html`<p>${say(`need-${kind}-more`)}</p>` : ''}
${own.length === 0 ? '' : html`<ul class="plain">${own.map((each) => givenItem(context, each))}</ul>`}
${asked.includes(kind) ? giveOrShow(context, { offer: offer.id, kind }, more) : ''}</div>`
})}
${seen.length === 0 ? '' : seenTable(seen, home.landlordName, language)}</section>`
}

function givenItem(context: PageContext, document: StoredDocument): Html {
  const visitor = context.get('visitor')
  const { language } = visitor
  const say = speak(documentTexts, language)
  const { id } = document
  return html`<li><span aria-hidden="true">✓</span> ${say('given')}: ${documentInWords(document, language)} <a href="/mijn/documenten/${id}/bestand" download>${say('open')}</a>
<form class="inline" method="post" action="/mijn/documenten/wissen">${formFields(visitor)}<button class="utrecht-button utrecht-button--subtle" name="document" value="${id}">${say('erase')}</button></form></li>`
}

/** `PDF, 120 kB, woensdag 3 juni 2026, 14:02`. */
export function documentInWords(
  { media, size, givenAt }: StoredDocument,
  language: Language,
): string {
  const say = speak(documentTexts, language)
  const name = media === 'application/pdf' ? 'pdf' : media === 'image/png' ? 'png' : 'jpeg'
  const kilobytes = Math.max(1, Math.round(size / 1024))
  const moment = formatMoment(givenAt, language)
  return say('given-on', { media: say(`media-${name}`), kilobytes, moment })
}

// Who somebody is, is better shown: a copy of it is only for who cannot come.
function giveOrShow(
  context: PageContext,
  which: { readonly offer: string; readonly kind: EvidenceKind },
  more: More,
): Html {
  const form = giveForm(context, which, more)
  if (which.kind !== 'identity') return form
  const isOpen = more.sent?.offer === which.offer && more.sent.kind === which.kind
  const say = speak(documentTexts, context.get('visitor').language)
  return html`<details${isOpen ? html` open` : ''}><summary>${say('copy-anyway')}</summary>${form}</details>`
}

function giveForm(
  context: PageContext,
  { offer, kind }: { readonly offer: string; readonly kind: EvidenceKind },
  { sent, faults }: More,
): Html {
  const visitor = context.get('visitor')
  const say = speak(documentTexts, visitor.language)
  const own = sent?.offer === offer && sent.kind === kind ? sent : undefined
  const id = (field: string) => `${field}-${kind}-${offer}`
  const fault = (field: string) =>
    faults
      .filter((each) => each.field === id(field))
      .map(
        ({ text }) =>
          html`<p class="utrecht-form-field-error-message" id="${id(field)}-fault">${text}</p>`,
      )
  const invalid = (field: string) =>
    own && fieldOf(own) === id(field) ? ' utrecht-form-field--invalid' : ''
  const wrong = (field: string) =>
    own && fieldOf(own) === id(field)
      ? html` aria-invalid="true" aria-describedby="${id(field)}-fault"`
      : ''
  const tick = (field: string, words: string, isTicked: boolean) =>
    html`<div class="utrecht-form-field${invalid(field)}">${fault(field)}<div class="choice"><input type="checkbox" id="${id(field)}" name="${field}" value="ja"${isTicked ? html` checked` : ''}${wrong(field)}><label for="${id(field)}">${words}</label></div></div>`
  return html`<form method="post" action="/mijn/documenten" enctype="multipart/form-data" novalidate>${formFields(visitor)}
<input type="hidden" name="aanbod" value="${offer}"><input type="hidden" name="soort" value="${kind}">
<div class="utrecht-form-field${invalid('papier')}"><label class="utrecht-form-label" for="${id('papier')}">${say('file')}</label><p class="utrecht-form-field-description" id="${id('papier')}-hint">${say('file-hint')}</p>${fault('papier')}
<input class="utrecht-textbox" type="file" id="${id('papier')}" name="papier" accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"${wrong('papier') || html` aria-describedby="${id('papier')}-hint"`}></div>
${tick('bsn', say('blacked'), own?.isBlackedOut ?? false)}<p class="small soft">${say('blacked-how')}</p>
${own?.refused === 'number-found' ? tick('geen-bsn', say('no-number'), false) : ''}
<p class="actions"><button class="utrecht-button">${say('send')}</button></p></form>`
}

async function give(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const { language } = context.get('visitor')
  const form = await context.req.parseBody()
  const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
  const kind = evidenceKinds.find((each) => each === text('soort'))
  const offer = text('aanbod')
  if (!kind) return notFound(context, setting)
  const { papier } = form
  const file = papier instanceof File ? new Uint8Array(await papier.arrayBuffer()) : undefined
  const isBlackedOut = text('bsn') === 'ja'
  const input = {
    ...{ offer, kind, isBlackedOut, isNoNumber: text('geen-bsn') === 'ja' },
    file: file ?? new Uint8Array(),
  }
  const outcome = await carryOut(setting, found.actor, giveDocument, input, text('key')).catch(
    (fault: unknown): Refusal => {
      if (isFull(fault)) return { refused: 'disk-full', facts: {} }
      throw fault
    },
  )
  if (!isRefusal(outcome)) {
    return context.redirect(`/mijn/documenten?bewijs=${outcome.event}`, 303)
  }
  const { refused, facts } = outcome
  if (refused === 'not-found') return notFound(context, setting)
  const say = speak(documentTexts, language)
  const words = say(isKeyOf(documentTexts, refused) ? refused : 'other', { ...facts })
  return papersPage(context, setting, { offer, kind, isBlackedOut, refused, text: words })
}

async function takeBack(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const { document = '', key } = await submitted(context)
  const outcome = await carryOut(setting, found.actor, eraseDocument, { document }, key)
  if (isRefusal(outcome)) return notFound(context, setting)
  return context.redirect(`/mijn/documenten?gewist=ja&bewijs=${outcome.event}`, 303)
}

/** What was seen of somebody's papers, and by whom. */
function seenTable(
  seen: readonly Evidence[],
  landlord: string | undefined,
  language: Language,
): Html {
  const say = speak(documentTexts, language)
  const sayOf = (word: string) =>
    isKeyOf(evidenceTexts, word) ? speak(evidenceTexts, language)(word) : word
  return html`<h3 class="utrecht-heading-3">${say('seen-title')}</h3>
${seen.map(({ kind, source, on, ofYear, outcome, value, seenAs, seenAt }) => {
  const { 'household-income': income, 'household-size': size } = value
  const shown =
    typeof income === 'number'
      ? formatAmount(income, language)
      : typeof size === 'number'
        ? say('persons', { size })
        : undefined
  const rows: readonly (readonly [DocumentText, string | undefined])[] = [
    ['seen-source', sayOf(source)],
    ['seen-on', formatDay(on, language)],
    ['seen-year', ofYear === null ? undefined : String(ofYear)],
    ['seen-value', shown],
    ['seen-outcome', sayOf(outcome)],
    ['seen-as', say(seenAs === 'given' ? 'as-given' : 'as-shown')],
    ['seen-by', landlord],
    ['seen-at', formatMoment(seenAt, language)],
  ]
  return html`<h4>${sayOf(kind)}</h4><dl class="facts">${rows.map(([name, words]) => (words === undefined ? '' : html`<dt>${say(name)}</dt><dd>${words}</dd>`))}</dl>`
})}
<p class="small soft">${say('wrong')}</p>`
}
