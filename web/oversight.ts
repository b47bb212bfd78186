/** Oversight (toezicht): the log, replaying decisions, and the public page where anybody checks what they hold. */
import { bodyLimit } from 'hono/body-limit'
import { html } from 'hono/html'
import { stream } from 'hono/streaming'
import { addDays, type CalendarDate, formatDate } from '../core/basics/calendar-date.ts'
import { tileWidth } from '../core/basics/merkle-tiles.ts'
import type { DecidedAgain } from '../operations/decide-again.ts'
import { exportLines, exportLog, exportSourceOf } from '../operations/export-log.ts'
import { type ShownHome, viewHome } from '../operations/find-homes.ts'
import {
  type Found,
  findDecision,
  findInLog,
  heldBytesMost,
  type Looked,
  tileForAll,
} from '../operations/find-in-log.ts'
import { growthOf, keyChanges, keyInUse } from '../operations/keep-log.ts'
import { carryOut, dayOf, isRefusal } from '../operations/operation.ts'
import { type LogPage, type PlacedEvent, readLog } from '../operations/read-log.ts'
import { type Replayed, replayPeriod } from '../operations/replay-decision.ts'
import {
  beginReplay,
  type ReplayRun,
  stopReplay,
  viewReplay,
  viewReplays,
} from '../operations/replay-run.ts'
import { publishedLog } from '../operations/witness-log.ts'
import { auditFaultText } from '../words/audit.ts'
import {
  formatDay,
  formatExactMoment,
  formatNumber,
  type Language,
  type Say,
  speak,
} from '../words/language.ts'
import { eventKindText, oversightTexts } from '../words/oversight.ts'
import type { AddPages } from './app.ts'
import { dateField, faultSummary, longField, problemPanel } from './form.ts'
import { type Html, showPage } from './page.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { toLogin } from './whose.ts'
import { dayFrom } from './work-frame.ts'
import { workNav } from './work-ways.ts'

type Speaking = {
  readonly say: Say<keyof (typeof oversightTexts)['nl']>
  readonly language: Language
}

export const oversightPages: AddPages = (app, setting) => {
  app.get('/toezicht/logboek', (context) => logPage(context, setting))
  app.post('/toezicht/logboek/uitvoer', (context) => exportFile(context, setting))
  app.get('/toezicht/naspelen', (context) => replayPage(context, setting))
  app.post('/toezicht/naspelen', (context) => begin(context, setting))
  app.get('/toezicht/naspelen/:run', (context) => runPage(context, setting))
  app.post('/toezicht/naspelen/:run', (context) => stop(context, setting))
  app.get('/controle', async (context) => {
    const listing = context.req.query('woning')
    if (listing !== undefined && /^\d{1,12}$/.test(listing)) {
      const looked = await findDecision(setting, Number(listing))
      return looked ? verifyPage(context, setting, { looked }) : context.notFound()
    }
    const asked = context.req.query('bewijs')
    const looked = asked === undefined ? undefined : await findInLog(setting, asked)
    return verifyPage(context, setting, {
      ...(asked && { pasted: asked }),
      ...(looked && { looked }),
    })
  })
  app.post(
    '/controle',
    bodyLimit({
      maxSize: heldBytesMost,
      onError: (context) => verifyPage(context, setting, { fault: 'verify-too-large' }),
    }),
    (context) => verifyPasted(context, setting),
  )
  addTree(app, setting)
}

function speakingIn(context: PageContext): Speaking {
  const { language } = context.get('visitor')
  return { language, say: speak(oversightTexts, language) }
}

const eventsOnPage = 50
/** So much of a hash tells events apart on a page; the whole stands beside what it says. */
const shownOfHash = 16

async function logPage(context: PageContext, setting: WebSetting, fault?: 'not-signed-yet') {
  const { actor } = context.get('visitor')
  const kind = context.req.query('soort') || undefined
  const below = Number(context.req.query('voor') || Number.NaN)
  if (!actor) return toLogin(context)
  const page = await carryOut(setting, actor, readLog, {
    most: eventsOnPage,
    ...(kind !== undefined && { kind }),
    ...(Number.isSafeInteger(below) && { below }),
  })
  if (isRefusal(page)) return context.notFound()
  const speaking = speakingIn(context)
  const { say } = speaking
  const isNewest = !Number.isSafeInteger(below)
  const key = await keyInUse(setting, page.checkpoint?.size ?? 0)
  const body = html`${workNav(context)}<h1 class="utrecht-heading-1">${say('log-title')}</h1>
${problemPanel(fault && say(fault))}
<p class="lead measure">${say('log-lead')}</p>
<p><a href="/controle">${say('verify-title')}</a></p>
${stateOfLog(page, key, speaking)}
<form class="filters" method="get">
<div class="utrecht-form-field"><label class="utrecht-form-label" for="soort">${say('kind')}</label>
<select class="utrecht-select" id="soort" name="soort"><option value="">${say('all-kinds')}</option>
${page.kinds.map((each) => html`<option value="${each.kind}"${each.kind === kind ? ' selected' : ''}>${say('kind-count', { kind: eventKindText(each.kind, speaking.language), count: each.count })}</option>`)}</select></div>
<div class="utrecht-form-field"><button class="utrecht-button utrecht-button--secondary-action">${say('show')}</button></div>
</form>
${page.events.length === 0 ? html`<p>${say('no-events')}</p>` : eventTable(page.events, speaking)}
${pager(page, kind, isNewest, speaking)}
${exportForm(context, speaking)}`
  return showPage(context, setting, {
    ...{ title: say('log-title'), body },
    ...(fault && { status: 409 }),
  })
}

function stateOfLog(
  { size, waiting, checkpoint }: LogPage,
  key: string | undefined,
  { say, language }: Speaking,
): Html {
  const signed = checkpoint
    ? html`${say('checkpoint-of', { when: formatExactMoment(checkpoint.at, language), size: checkpoint.size })} · <a href="/logboek/checkpoint">${say('download-checkpoint')}</a>`
    : say('no-checkpoint')
  return html`<dl class="facts">
<dt>${say('log-size')}</dt><dd>${formatNumber(size, language)}</dd>
${waiting > 0 ? html`<dt>${say('waiting')}</dt><dd>${formatNumber(waiting, language)}</dd>` : ''}
<dt>${say('last-checkpoint')}</dt><dd>${signed}</dd>
${key === undefined ? '' : html`<dt>${say('key')}</dt><dd class="hash">${key}</dd>`}
</dl>`
}

function eventTable(events: readonly PlacedEvent[], { say, language }: Speaking): Html {
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${say('log-title')}"><table class="utrecht-table">
<caption>${say('events-caption')}</caption>
<thead><tr><th scope="col" class="number">${say('position')}</th><th scope="col">${say('time')}</th><th scope="col">${say('kind')}</th><th scope="col">${say('hash')}</th></tr></thead>
<tbody>${events.map((event) => {
    const hash = Buffer.from(event.hash).toString('hex')
    return html`<tr><td class="number">${event.position}</td><td>${formatExactMoment(event.at, language)}</td>
<td>${eventKindText(event.kind, language)}<details><summary class="small">${say('body')}</summary><p><code class="hash">${event.body}</code></p><p class="hash">${hash}</p></details></td>
<td><a class="hash" href="/controle?bewijs=${hash}">${hash.slice(0, shownOfHash)}…</a></td></tr>`
  })}</tbody></table></div>`
}

function pager(
  { events, goesOn }: LogPage,
  kind: string | undefined,
  isNewest: boolean,
  { say }: Speaking,
): Html {
  const of = kind === undefined ? '' : `soort=${encodeURIComponent(kind)}`
  const older = `?${[of, `voor=${events.at(-1)?.position ?? 0}`].filter(Boolean).join('&')}`
  return html`<p>${isNewest ? '' : html`<a href="/toezicht/logboek${of && `?${of}`}">${say('newest')}</a> `}
${goesOn ? html`<a rel="next" href="${older}">${say('older')}</a>` : ''}</p>`
}

function exportForm(context: PageContext, { say }: Speaking): Html {
  return html`<h2 class="utrecht-heading-2">${say('export-title')}</h2>
<p class="measure">${say('export-lead')}</p>
<pre class="hash note">verdeelsleutel audit logboek.jsonl</pre>
<form method="post" action="/toezicht/logboek/uitvoer">${formFields(context.get('visitor'))}
<fieldset><legend>${say('export-holds')}</legend>
<div class="choice"><input type="radio" id="open" name="inhoud" value="open" checked><label for="open">${say('export-open')}</label></div>
<div class="choice"><input type="radio" id="alles" name="inhoud" value="all"><label for="alles">${say('export-all')}</label></div>
</fieldset>
<button class="utrecht-button utrecht-button--secondary-action">${say('export-button')}</button></form>`
}

// What is taken along is answered at once: a file is no page to come back to.
async function exportFile(context: PageContext, setting: WebSetting) {
  const { actor } = context.get('visitor')
  const { inhoud } = await context.req.parseBody()
  const holds = inhoud === 'all' ? 'all' : 'open'
  const begun = actor && (await carryOut(setting, actor, exportLog, { holds }))
  if (!begun) return context.notFound()
  if (isRefusal(begun)) {
    return begun.refused === 'not-signed-yet'
      ? logPage(context, setting, 'not-signed-yet')
      : context.notFound()
  }
  context.header('content-type', 'application/jsonl; charset=utf-8')
  context.header('content-disposition', 'attachment; filename="logboek.jsonl"')
  context.header('cache-control', 'no-store')
  return stream(context, async (out) => {
    const source = exportSourceOf(setting)
    for await (const line of exportLines(source, { size: begun.size, holds })) {
      if (out.aborted) return
      await out.write(line)
    }
  })
}

const decisionsOnPage = 25
const daysShown = 30

async function replayPage(context: PageContext, setting: WebSetting) {
  const { actor } = context.get('visitor')
  const speaking = speakingIn(context)
  const { say } = speaking
  const today = dayOf(setting.now())
  const asked = { from: context.req.query('van'), until: context.req.query('tot') }
  const isAsked = asked.from !== undefined || asked.until !== undefined
  const from = dayFrom(asked.from)
  const until = dayFrom(asked.until)
  const faults = isAsked ? periodFaults(from, until) : []
  const after = Number(context.req.query('na') || 0)
  // Also without a period: whoever may not replay is told nothing.
  if (!actor) return toLogin(context)
  const replayed = await carryOut(setting, actor, replayPeriod, {
    from: from ?? today,
    until: until ?? today,
    most: isAsked && faults.length === 0 ? decisionsOnPage : 0,
    ...(Number.isSafeInteger(after) && { after }),
  })
  if (isRefusal(replayed)) return context.notFound()
  const shown = {
    from: from ? formatDate(from) : (asked.from ?? formatDate(addDays(today, -daysShown))),
    until: until ? formatDate(until) : (asked.until ?? formatDate(today)),
  }
  const next = replayed.next
  const told = faults.map(({ field, text }) => ({ field, text: say(text) }))
  const runs = (await viewReplays(setting, actor)) ?? []
  const body = html`${workNav(context)}${faultSummary(told, speaking.language)}<h1 class="utrecht-heading-1">${say('replay-title')}</h1>
<p class="lead measure">${say('replay-lead')}</p>
<form class="filters" method="get" novalidate>
${dateField({ name: 'van', label: say('from'), hint: say('date-hint'), value: shown.from, faults: told })}
${dateField({ name: 'tot', label: say('until'), hint: say('date-hint'), value: shown.until, faults: told })}
<div class="utrecht-form-field"><button class="utrecht-button">${say('replay-button')}</button></div>
</form>
${isAsked && faults.length === 0 ? outcomes(replayed.decisions, replayed.count, speaking) : ''}
${next === undefined || !isAsked ? '' : html`<p><a class="utrecht-button utrecht-button--secondary-action" rel="next" href="?van=${shown.from}&amp;tot=${shown.until}&amp;na=${next}">${say('replay-next')}</a></p>`}
<form method="post" class="panel">${formFields(context.get('visitor'))}<input type="hidden" name="van" value="${shown.from}"><input type="hidden" name="tot" value="${shown.until}"><p>${say('run-all-lead')}</p><button class="utrecht-button utrecht-button--secondary-action">${say('run-all')}</button></form>
${runs.length === 0 ? '' : html`<h2 class="utrecht-heading-2">${say('runs')}</h2><ul>${runs.map((run) => html`<li><a href="/toezicht/naspelen/${run.id}">${say('run-line', { ...runFacts(run) })}</a></li>`)}</ul>`}
<h2 class="utrecht-heading-2">${say('replay-unknown-title')}</h2><p class="measure">${say('replay-unknown')}</p>`
  const status = faults.length > 0 ? 422 : 200
  return showPage(context, setting, { title: say('replay-title'), body, status })
}

function runFacts({ from, until, done, total, wrong }: ReplayRun) {
  return { from, until, done, total, wrong: wrong.length }
}

async function begin(context: PageContext, setting: WebSetting) {
  const { actor } = context.get('visitor')
  const { van, tot, key } = await submitted(context)
  const from = dayFrom(van)
  const until = dayFrom(tot)
  if (!actor) return context.notFound()
  const ask = `/toezicht/naspelen?van=${encodeURIComponent(van ?? '')}&tot=${encodeURIComponent(tot ?? '')}`
  // The page itself says what is wrong with a period, or that nothing was decided in it.
  if (from === undefined || until === undefined) return context.redirect(ask, 303)
  const begun = await carryOut(setting, actor, beginReplay, { from, until }, key)
  if (!isRefusal(begun)) return context.redirect(`/toezicht/naspelen/${begun.run}`, 303)
  return begun.refused === 'not-found' ? context.notFound() : context.redirect(ask, 303)
}

async function runPage(context: PageContext, setting: WebSetting) {
  const { actor } = context.get('visitor')
  const run = actor && (await viewReplay(setting, actor, context.req.param('run') ?? ''))
  if (!run) return context.notFound()
  const { say, language } = speakingIn(context)
  const facts = runFacts(run)
  const { done, total, endedAt, decisions } = run
  const isRight = decisions.length === 0
  const title = say('run-title', facts)
  const state = !endedAt ? 'run-going' : done === total ? 'run-done' : 'run-stopped'
  const body = html`${workNav(context)}<h1 class="utrecht-heading-1">${title}</h1>
<p class="lead" role="status">${say(state, facts)}</p>
${endedAt ? '' : html`<p><progress max="${total}" value="${done}" aria-label="${say('run-going', facts)}"></progress></p>`}
<div class="panel ${isRight ? 'panel--good' : 'panel--bad'}"><p class="state">${isRight ? `✓ ${say(endedAt ? 'run-right-all' : 'run-right')}` : `✗ ${say('run-wrong', facts)}`}</p>
${isRight ? '' : html`<ul>${decisions.flatMap(({ faults }) => faults.map((each) => html`<li>${auditFaultText(each, language)}</li>`))}</ul>`}</div>
${endedAt ? '' : html`<p><a class="utrecht-button" href="/toezicht/naspelen/${run.id}">${say('run-refresh')}</a></p><form method="post">${formFields(context.get('visitor'))}<button class="utrecht-button utrecht-button--secondary-action">${say('run-stop')}</button></form>`}
<p><a href="/toezicht/naspelen">${say('replay-title')}</a></p>`
  return showPage(context, setting, { title, body })
}

async function stop(context: PageContext, setting: WebSetting) {
  const { actor } = context.get('visitor')
  const { key } = await submitted(context)
  const run = context.req.param('run') ?? ''
  const stopped = actor && (await carryOut(setting, actor, stopReplay, { run }, key))
  if (!stopped || isRefusal(stopped)) return context.notFound()
  return context.redirect(`/toezicht/naspelen/${run}`, 303)
}

type FieldFault = {
  readonly field: 'van' | 'tot' | 'bewijs'
  readonly text:
    | 'error-from'
    | 'error-until'
    | 'error-order'
    | 'verify-empty'
    | 'verify-unknown'
    | 'verify-too-large'
}

function periodFaults(
  from: CalendarDate | undefined,
  until: CalendarDate | undefined,
): FieldFault[] {
  if (from === undefined || until === undefined) {
    return [
      ...(from === undefined ? [{ field: 'van', text: 'error-from' } as const] : []),
      ...(until === undefined ? [{ field: 'tot', text: 'error-until' } as const] : []),
    ]
  }
  return until < from ? [{ field: 'tot', text: 'error-order' }] : []
}

function outcomes(
  decisions: readonly Replayed[],
  count: number,
  { say, language }: Speaking,
): Html {
  const wrong = decisions.filter(({ faults }) => faults.length > 0).length
  if (decisions.length === 0) return html`<p>${say('none-in-period')}</p>`
  const summary = { shown: decisions.length, wrong, count }
  return html`<div class="panel ${wrong === 0 ? 'panel--good' : 'panel--bad'}"><p class="state">${say(wrong > 0 ? 'some-differ' : decisions.length === count ? 'all-in-period' : 'all-same', summary)}</p></div>
<div class="table-scroll" tabindex="0" role="region" aria-label="${say('replayed-caption')}"><table class="utrecht-table">
<caption>${say('replayed-caption')}</caption>
<thead><tr><th scope="col">${say('listing')}</th><th scope="col">${say('day')}</th><th scope="col" class="number">${say('candidates')}</th><th scope="col" class="number">${say('placed')}</th><th scope="col" class="number">${say('position')}</th><th scope="col">${say('outcome')}</th></tr></thead>
<tbody>${decisions.map(
    (
      each,
    ) => html`<tr><td><a href="/woningen/${each.listing}/uitslag">${each.listing}</a></td><td>${formatDay(each.on, language)}</td>
<td class="number">${formatNumber(each.candidates, language)}</td><td class="number">${formatNumber(each.placed, language)}</td><td class="number">${each.position ?? '-'}</td>
<td>${
      each.faults.length === 0
        ? html`<span class="state">${say('same')}</span>`
        : html`<span class="state">${say('differs')}</span><ul>${each.faults.map((fault) => html`<li>${auditFaultText(fault, language)}</li>`)}</ul>`
    }</td></tr>`,
  )}</tbody></table></div>`
}

// What only asks and keeps nothing is answered at once: a receipt does not fit in an address.
async function verifyPasted(context: PageContext, setting: WebSetting) {
  const { bewijs } = await context.req.parseBody()
  const pasted = typeof bewijs === 'string' ? bewijs.trim() : ''
  if (pasted === '') return verifyPage(context, setting, { fault: 'verify-empty' })
  const looked = await findInLog(setting, pasted)
  if (looked.held === 'hash') return context.redirect(`/controle?bewijs=${looked.hash}`, 303)
  return verifyPage(context, setting, { pasted, looked })
}

type Verified = {
  readonly pasted?: string
  readonly looked?: Looked
  readonly fault?: 'verify-empty' | 'verify-unknown' | 'verify-too-large'
}

async function verifyPage(
  context: PageContext,
  setting: WebSetting,
  {
    pasted = '',
    looked,
    fault = looked?.held === 'unknown' ? 'verify-unknown' : undefined,
  }: Verified,
) {
  const speaking = speakingIn(context)
  const { say } = speaking
  const { latest } = await publishedLog(setting)
  const key = await keyInUse(setting, latest?.size ?? 0)
  const faults = fault ? [{ field: 'bewijs', text: say(fault) }] : []
  const about = looked?.found && looked.again ? Number(looked.again.listing) : Number.NaN
  const home = Number.isSafeInteger(about) ? await viewHome(setting, about) : undefined
  const body = html`${faultSummary(faults, speaking.language)}<h1 class="utrecht-heading-1">${say('verify-title')}</h1>
${looked && !fault ? verdict(looked, home, speaking) : html`<p class="lead measure">${say('verify-lead')}</p>`}
<form method="post" action="/controle">${formFields(context.get('visitor'))}
${longField({ name: 'bewijs', label: say('verify-label'), hint: say('verify-hint'), value: pasted, faults, rows: 5, code: true })}
<button class="utrecht-button">${say('verify-button')}</button></form>
<h2 class="utrecht-heading-2">${say('unproven-title')}</h2><p class="measure">${say('unproven')}</p>
<p class="small"><a href="/logboek/checkpoint">${say('checkpoint')}</a>${key === undefined ? '' : html` · ${say('key')}: <span class="hash">${key}</span>`}</p>`
  return showPage(context, setting, {
    ...{ title: say('verify-title'), body, status: fault ? 422 : 200 },
  })
}

function verdict(looked: Looked, home: ShownHome | undefined, speaking: Speaking): Html {
  const { say, language } = speaking
  const { found, held, again, hash } = looked
  return html`${found ? foundPanel(found, held, speaking) : html`<div class="panel panel--bad"><p class="state">✗ ${say('not-found')}</p><p>${say('not-found-next')}</p><p class="hash">${hash}</p></div>`}
${
  again
    ? html`<div class="panel ${again.faults.length === 0 ? 'panel--good' : 'panel--bad'}"><p class="state">${again.faults.length === 0 ? `✓ ${say('again-same')}` : `✗ ${say('again-differs')}`}</p>
${again.candidates.length === 0 ? '' : html`<p>${aboutDecision(again, home, speaking)}${home ? html` <a href="/woningen/${home.id}/uitslag">${say('again-result')}</a>` : ''}</p>`}
${again.faults.length === 0 ? '' : html`<ul>${again.faults.map((each) => html`<li>${auditFaultText(each, language)}</li>`)}</ul>`}</div>`
    : ''
}
${found ? proofOf(found, speaking) : ''}`
}

const fewestShown = 10

// How many responded is told where it are ten or more: a single one would be known by it.
function aboutDecision(
  { listing, candidates, placed }: DecidedAgain,
  shown: ShownHome | undefined,
  { say }: Speaking,
): string {
  const home = shown?.address ?? `${say('listing')} ${listing}`
  return candidates.length < fewestShown
    ? say('again-few', { home })
    : say('again-about', { home, candidates: candidates.length, placed: placed.length })
}

function foundPanel(
  { event, position, listing }: Found,
  held: Looked['held'],
  { say, language }: Speaking,
): Html {
  const said =
    position === undefined
      ? say('found-waiting')
      : say(held === 'receipt' || listing !== undefined ? 'found-receipt' : 'found-hash', {
          position,
        })
  return html`<div class="panel panel--good"><p class="state">✓ ${said}</p>
<dl class="facts"><dt>${say('what')}</dt><dd>${eventKindText(event.kind, language)}</dd>
<dt>${say('time')}</dt><dd>${formatExactMoment(event.at, language)}</dd>
<dt>${say('hash')}</dt><dd class="hash">${Buffer.from(event.hash).toString('hex')}</dd></dl></div>`
}

function proofOf({ proof }: Found, { say }: Speaking): Html {
  if (!proof) return html`<p>${say('proof-none')}</p>`
  return html`<h2 class="utrecht-heading-2">${say('proof-title')}</h2><p class="measure">${say('proof-lead')}</p>
${proof.hashes.length === 0 ? html`<p>${say('proof-only')}</p>` : html`<ol class="hash">${proof.hashes.map((each) => html`<li>${each}</li>`)}</ol>`}
<h3 class="utrecht-heading-3">${say('checkpoint')}</h3><pre class="hash note">${proof.checkpoint.note}</pre>`
}

/** The tree for who keeps a copy, as C2SP tlog-tiles lays it down; the events themselves are not open. */
function addTree(app: Parameters<AddPages>[0], setting: WebSetting): void {
  app.get('/logboek/checkpoint', async (context) => {
    const { latest } = await publishedLog(setting)
    if (!latest) return context.notFound()
    return context.text(latest.signed, 200, { 'cache-control': 'no-cache' })
  })
  app.get('/logboek/sleutels', async (context) =>
    context.json(await keyChanges(setting), 200, { 'cache-control': 'no-cache' }),
  )
  app.get('/logboek/aangroei/:first{[0-9]{1,12}}/:second{[0-9]{1,12}}', async (context) => {
    const { first, second } = context.req.param()
    const hashes = await growthOf(setting, Number(first), Number(second))
    if (!hashes) return context.notFound()
    return context.text(hashes.map((each) => `${each}\n`).join(''), 200, {
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })
  app.get('/logboek/tile/:level{[0-9]{1,2}}/:path{.+}', async (context) => {
    const asked = tilePath(context.req.param('path'))
    const level = Number(context.req.param('level'))
    const tile = asked && (await tileForAll(setting, { level, index: asked.index }))
    const length = (asked?.width ?? 0) * hashLength
    if (!tile || tile.hashes.length < length) return context.notFound()
    return context.body(Uint8Array.from(tile.hashes.subarray(0, length)), 200, {
      'content-type': 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })
}

const hashLength = 32

/** `x001/x234/067` is tile 1234067; `.p/12` behind it asks for its first twelve hashes. */
function tilePath(path: string): { readonly index: number; readonly width: number } | undefined {
  const found = /^((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path)
  if (!found) return undefined
  const width = Number(found[2] ?? tileWidth)
  if (width > tileWidth) return undefined
  return { index: Number((found[1] ?? '').replaceAll(/[x/]/g, '')), width }
}
