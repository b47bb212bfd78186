/** One draw (loting): what was fixed before, what came from outside, and how anybody does it again. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { html } from 'hono/html'
import type { BeaconChain, RandomSource } from '../core/ranking/settle-randomness.ts'
import { isRefusal } from '../operations/operation.ts'
import {
  findLot,
  type LotAnswer,
  type ShownCommitment,
  type ShownDraw,
  viewDraw,
  viewOwnLots,
} from '../operations/view-draw.ts'
import { sayLotteryProblem } from '../words/draw.ts'
import { drawPageTexts } from '../words/draw-page.ts'
import {
  formatList,
  formatMoment,
  formatTime,
  type Language,
  type Say,
  speak,
} from '../words/language.ts'
import { type AddPages, notFound } from './app.ts'
import { faultSummary, textField } from './form.ts'
import { idFrom } from './homes.ts'
import { personOr } from './mine.ts'
import { backLink, type Html, showPage } from './page.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { onBehalf } from './whose.ts'

type DrawSay = Say<keyof (typeof drawPageTexts)['nl']>
type Speaking = { readonly say: DrawSay; readonly language: Language }

export const drawPages: AddPages = (app, setting) => {
  app.get('/loting/:id{[0-9]+}', (context) => drawPage(context, setting))
  app.post('/loting/:id{[0-9]+}', (context) => lotPage(context, setting))
  app.get('/loting/:id{[0-9]+}/vastlegging.json', (context) => jsonFile(context, setting, 'before'))
  app.get('/loting/:id{[0-9]+}/uitslag.json', (context) => jsonFile(context, setting, 'after'))
  app.get('/mijn/reacties/:id{[0-9]+}/lot', (context) => ownLotPage(context, setting))
  addScripts(app)
}

function addScripts(app: Parameters<AddPages>[0]): void {
  const scripts = [
    ['/loting.js', join(import.meta.dirname, 'files/loting.js')],
    // The very script of the guide: there is one, and it is tested there.
    ['/reken-na.mjs', join(import.meta.dirname, '../docs/guides/verify-a-draw.mjs')],
  ] as const
  for (const [path, file] of scripts) {
    const body = readFileSync(file)
    app.get(path, (context) =>
      context.body(body, 200, {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'max-age=3600',
      }),
    )
  }
}

type Asked = { readonly answer?: LotAnswer | undefined; readonly missing?: boolean }

async function drawPage(context: PageContext, setting: WebSetting, asked: Asked = {}) {
  const draw = await viewDraw(setting, idFrom(context))
  if (!draw) return notFound(context, setting)
  const { language } = context.get('visitor')
  const speaking = { say: speak(drawPageTexts, language), language }
  const { say } = speaking
  const { home, committed, done, state } = draw
  const title = say('title', { address: home.address })
  const faults = asked.missing ? [{ field: 'lot', text: say('mine-missing') }] : []
  const body = html`${faultSummary(faults, language)}${backLink(`/woningen/${home.id}`, home.address)}
<h1 class="utrecht-heading-1">${title}</h1>
${committed?.commitment.chain.practice ? html`<p class="panel">${say('practice')}</p>` : ''}
<p class="lead">${lead(draw, speaking)}</p>
${state === 'late' && committed?.fallbackFrom ? html`<p>${say('late-next', { moment: formatMoment(committed.fallbackFrom, language) })}</p>` : ''}
${asked.answer ? lotAnswer(asked.answer, committed, speaking) : ''}
${done ? verdict(draw, speaking) : ''}
${committed ? lotForm(context, faults, speaking) : ''}
<section class="measure"><h2 class="utrecht-heading-2">${say('how-title')}</h2>
<ol>${(['how-1', 'how-2', 'how-3', 'how-4'] as const).map((each) => html`<li>${say(each)}</li>`)}</ol></section>
${committed ? committedPart(home.id, committed, speaking) : ''}
${done ? outcomePart(draw, speaking) : ''}
${committed ? ownPart(draw, speaking) : ''}
<section class="measure"><h2 class="utrecht-heading-2">${say('unknown')}</h2><p>${say('unknown-more')}</p>
${done ? html`<p><a href="/woningen/${home.id}/uitslag">${say('to-result')}</a></p>` : ''}</section>
${done ? html`<script type="module" src="/loting.js"></script>` : ''}`
  return showPage(context, setting, { title, body, status: asked.missing ? 422 : 200 })
}

function lead({ home, state, committed, done }: ShownDraw, { say, language }: Speaking): string {
  if (state === 'open' || !committed) {
    const { closesOn, closesAt } = home
    return say('lead-open', { day: closesOn ?? 0, time: closesAt ? formatTime(closesAt) : '' })
  }
  if (done) return say('lead-done', { moment: formatMoment(done.settledAt, language) })
  const moment = formatMoment(committed.drawnFrom, language)
  return say(state === 'late' ? 'lead-late' : 'lead-waiting', { moment })
}

function verdict({ done }: ShownDraw, { say, language }: Speaking): Html | '' {
  if (!done) return ''
  const { problems } = done
  return html`<section class="panel ${problems.length === 0 ? 'panel--good' : 'panel--bad'}"><h2 class="utrecht-heading-3">${say('check-title')}</h2>
<p class="state">${problems.length === 0 ? `✓ ${say('check-good')}` : `✗ ${say('check-bad')}`}</p>
${problems.length === 0 ? html`<p>${say('check-more')}</p>` : html`<ul>${problems.slice(0, problemsShown).map((each) => html`<li>${sayLotteryProblem(each, language)}</li>`)}</ul>`}</section>`
}

const problemsShown = 10

function lotForm(
  context: PageContext,
  faults: readonly { readonly field: string; readonly text: string }[],
  { say }: Speaking,
): Html {
  return html`<section class="measure"><h2 class="utrecht-heading-2">${say('mine-title')}</h2><p>${say('mine-lead')}</p>
<form method="post" action="/loting/${idFrom(context)}">${formFields(context.get('visitor'))}
${textField({ name: 'lot', label: say('mine-field'), faults })}
<button class="utrecht-button">${say('mine-button')}</button></form></section>`
}

// What only asks and keeps nothing is answered at once; a lot does not belong in an address.
async function lotPage(context: PageContext, setting: WebSetting) {
  const { lot = '' } = await submitted(context)
  if (lot.trim() === '') return drawPage(context, setting, { missing: true })
  const answer = await findLot(setting, idFrom(context), lot.trim())
  if (!answer) return notFound(context, setting)
  return drawPage(context, setting, { answer })
}

function lotAnswer(
  { lot, isIncluded, proof, drawn }: LotAnswer,
  committed: ShownCommitment | undefined,
  { say }: Speaking,
): Html {
  const count = committed?.commitment.lotCount ?? 0
  if (!isIncluded || !proof) {
    return html`<section class="panel panel--bad" role="status"><p class="state">✗ ${say('mine-out')}</p><p class="hash">${lot}</p><p>${say('mine-out-more')}</p></section>`
  }
  return html`<section class="panel panel--good" role="status"><p class="state">✓ ${say('mine-in')}</p><p class="hash">${lot}</p>
<p>${drawn ? html`<strong>${say('mine-place', { place: drawn.place, count })}</strong>` : say('mine-no-place')}</p>
<p class="small">${say('mine-in-more', { index: proof.index + 1, count })}</p>
${drawn ? html`<p class="small">${say('mine-key')}: <span class="hash">${drawn.key}</span></p>` : ''}
<details><summary>${say('mine-proof')}</summary>
${proof.path.length === 0 ? html`<p>${say('mine-proof-none')}</p>` : html`<p>${say('mine-proof-more')}</p><ol class="hash">${proof.path.map((each) => html`<li>${each}</li>`)}</ol>`}</details></section>`
}

function committedPart(
  id: number,
  { commitment, hash, logged }: ShownCommitment,
  speaking: Speaking,
): Html {
  const { say, language } = speaking
  const { chain, sources, lotCount, committedAt, lotsRoot, listHash, rulesHash } = commitment
  const [named, ...others] = sources
  const rows: readonly (readonly [string, Html | string])[] = [
    [say('committed-lots'), String(lotCount)],
    [say('committed-at'), formatMoment(momentOf(committedAt), language)],
    [say('committed-beacon'), chain.name],
    [
      say('committed-round'),
      named?.kind === 'round'
        ? say('committed-round-at', {
            round: String(named.round),
            moment: formatMoment(roundMoment(chain, named.round), language),
          })
        : '',
    ],
    [
      say('committed-fallback'),
      formatList(
        others.map((each) => fallback(each, chain, speaking)),
        language,
      ),
    ],
    [say('committed-root'), hashOf(lotsRoot)],
    [say('committed-list'), hashOf(listHash)],
    [say('committed-rules'), hashOf(rulesHash)],
    [say('committed-hash'), hashOf(hash)],
  ]
  return html`<section class="measure"><h2 class="utrecht-heading-2">${say('committed-title')}</h2>
<dl class="facts">${rows.map(([name, value]) => (value === '' ? '' : html`<dt>${name}</dt><dd>${value}</dd>`))}</dl>
<p><a href="/loting/${id}/vastlegging.json">${say('committed-file')}</a>${logged === undefined ? '' : html` · <a href="/controle?bewijs=${logged}">${say('committed-log')}</a>`}</p></section>`
}

function hashOf(text: string): Html {
  return html`<span class="hash">${text}</span>`
}

const millisecondsInSecond = 1000

function momentOf(seconds: number): Date {
  return new Date(seconds * millisecondsInSecond)
}

function roundMoment({ genesis, periodSeconds }: BeaconChain, round: number): Date {
  return momentOf(genesis + (round - 1) * periodSeconds)
}

function fallback(source: RandomSource, chain: BeaconChain, { say, language }: Speaking): string {
  switch (source.kind) {
    case 'round':
      return say('fallback-round', {
        round: String(source.round),
        moment: formatMoment(roundMoment(chain, source.round), language),
      })
    case 'pulse':
      return say('fallback-pulse', { moment: formatMoment(momentOf(source.at), language) })
    case 'parties':
      return say('fallback-parties', {
        parties: formatList(
          source.parties.map(({ name }) => name),
          language,
        ),
        moment: formatMoment(momentOf(source.from), language),
      })
  }
}

const lotsShown = 100

function outcomePart({ done }: ShownDraw, { say, language }: Speaking): Html | '' {
  if (!done) return ''
  const { value, seed, evidence, lots } = done.draw
  const [said] = evidence
  const shown = lots.toSorted((a, b) => a.place - b.place).slice(0, lotsShown)
  return html`<section><h2 class="utrecht-heading-2">${say('value-title')}</h2>
<dl class="facts">${
    said?.kind === 'round'
      ? html`<dt>${say('committed-round')}</dt><dd>${said.round}</dd><dt>${say('value-received')}</dt><dd>${formatMoment(momentOf(said.receivedAt), language)}</dd>
<dt>${say('value-signature')}</dt><dd class="hash">${said.signature}</dd>`
      : ''
  }<dt>${say('value-value')}</dt><dd class="hash">${value}</dd><dt>${say('value-seed')}</dt><dd class="hash">${seed}</dd></dl>
<h2 class="utrecht-heading-2">${say('lots-title', { count: lots.length })}</h2>
<p class="small soft">${say('lots-class-more')}</p>
${lots.length > lotsShown ? html`<p>${say('lots-some', { shown: lotsShown, count: lots.length })}</p>` : ''}
<div class="table-scroll" tabindex="0" role="region" aria-label="${say('lots-title', { count: lots.length })}"><table class="utrecht-table">
<thead><tr><th scope="col" class="number">${say('lots-place')}</th><th scope="col">${say('lots-lot')}</th><th scope="col" class="number">${say('lots-class')}</th><th scope="col">${say('lots-key')}</th></tr></thead>
<tbody>${shown.map((each) => html`<tr><td class="number">${each.place}</td><th scope="row" class="hash">${each.lot}</th><td class="number">${each.class}</td><td class="hash">${each.key.slice(0, keyShown)}…</td></tr>`)}</tbody></table></div></section>`
}

const keyShown = 16

function ownPart({ home, done }: ShownDraw, { say }: Speaking): Html {
  const file = `/loting/${home.id}/uitslag.json`
  const script = html`<a href="/reken-na.mjs">${say('own-script')}</a>`
  return html`<section class="measure"><h2 class="utrecht-heading-2">${say('own-title')}</h2><p>${say('own-lead')}</p>
${
  done
    ? html`<ol><li>${say('own-1')} <a href="${file}">${say('own-file')}</a></li><li>${say('own-2')} ${script}</li><li>${say('own-3')}</li></ol>
<div id="in-de-browser" hidden data-uitslag="${file}" data-bezig="${say('own-busy')}" data-klopt="${say('own-holds')}" data-anders="${say('own-differs')}" data-mislukt="${say('own-failed')}" data-commitment="${say('own-commitment')}" data-value="${say('own-value')}" data-seed="${say('own-seed')}" data-keys="${say('own-keys')}" data-places="${say('own-places')}">
<p>${say('own-browser')}</p><p><button type="button" class="utrecht-button utrecht-button--secondary-action">${say('own-browser-button')}</button></p><p role="status" class="state"></p></div>`
    : html`<p>${say('own-not-yet')} ${script}</p>`
}</section>`
}

async function jsonFile(context: PageContext, setting: WebSetting, which: 'before' | 'after') {
  const draw = await viewDraw(setting, idFrom(context))
  const file = which === 'before' ? draw?.committed?.commitment : draw?.done?.draw
  if (!file) return notFound(context, setting)
  const name = which === 'before' ? 'vastlegging' : 'uitslag'
  return context.body(`${JSON.stringify(file, null, 1)}\n`, 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.json"`,
  })
}

async function ownLotPage(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const own = await viewOwnLots(setting, found.actor, found.person, idFrom(context))
  if (isRefusal(own)) return notFound(context, setting)
  const draw = await viewDraw(setting, idFrom(context))
  const { language } = context.get('visitor')
  const speaking = { say: speak(drawPageTexts, language), language }
  const { say } = speaking
  const title = say('my-title', { address: own.home.address })
  const body = html`${await onBehalf(context, setting)}${backLink(`/mijn/reacties/${own.home.id}`, say('my-back'))}
<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${say('my-lead')}</p>
${own.lots.map((each) => lotAnswer(each, draw?.committed, speaking))}
<p><a href="/loting/${own.home.id}">${say('my-draw')}</a></p>`
  return showPage(context, setting, { title, body })
}
