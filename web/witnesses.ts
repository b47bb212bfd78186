/** Witnesses of the log (getuigen): who signs along, for everybody; and signing, for who does. */
import { bodyLimit } from 'hono/body-limit'
import { html } from 'hono/html'
import { type Actor, carryOut, isRefusal, mayDo } from '../operations/operation.ts'
import {
  type PublishedLog,
  publishedLog,
  registerWitness,
  takeCosignature,
  type Witness,
  witnessKeyText,
} from '../operations/witness-log.ts'
import { formatMoment, type Language, type Say, speak } from '../words/language.ts'
import { witnessRefused, witnessTexts } from '../words/witnesses.ts'
import { type AddPages, notFound } from './app.ts'
import { type Fault, faultSummary, longField } from './form.ts'
import { type Html, showPage } from './page.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { toLogin } from './whose.ts'
import { workNav } from './work-ways.ts'

/** A note with some signatures is far smaller than this. */
const noteBytesMost = 16 * 1024

export const witnessPages: AddPages = (app, setting) => {
  app.get('/toezicht/getuigen', (context) => witnessesPage(context, setting))
  app.get('/huurders/getuige', (context) => ownPage(context, setting))
  app.post('/huurders/getuige', (context) => act(context, setting))
  app.post(
    '/logboek/getuigenis',
    bodyLimit({ maxSize: noteBytesMost, onError: (context) => context.text('too large', 413) }),
    async (context) => {
      // From a program: the signature itself says who it is from.
      const taken = await takeCosignature(setting, await context.req.text())
      if (!isRefusal(taken)) return context.text(`${taken.witness} ${taken.size}\n`, 200)
      return context.text(`${taken.refused}\n`, 422)
    },
  )
}

type Speaking = {
  readonly say: Say<keyof (typeof witnessTexts)['nl']>
  readonly language: Language
}

function speakingIn(context: PageContext): Speaking {
  const { language } = context.get('visitor')
  return { language, say: speak(witnessTexts, language) }
}

async function witnessesPage(context: PageContext, setting: WebSetting) {
  const speaking = speakingIn(context)
  const { say } = speaking
  const { witnesses, latest, witnessed } = await publishedLog(setting)
  const title = say('title')
  const body = html`${workNav(context)}<h1 class="utrecht-heading-1">${title}</h1>
<p class="lead measure">${say('lead')}</p>
${witnesses.length === 0 ? html`<p>${say('none')}</p>` : witnesses.map((each) => witnessPart(each, speaking))}
${witnessed ? html`<h2 class="utrecht-heading-2">${say('witnessed-title')}</h2><p class="measure">${say('witnessed-lead')}</p><pre class="hash note">${witnessed.signed}</pre>` : ''}
<h2 class="utrecht-heading-2">${say('latest-title')}</h2>${latest ? html`<pre class="hash note">${latest.signed}</pre>` : html`<p>${say('latest-none')}</p>`}
<p class="measure">${say('how')}</p>
<h2 class="utrecht-heading-2">${say('unknown-title')}</h2><p class="measure">${say('unknown')}</p>`
  return showPage(context, setting, { title, body })
}

function witnessPart(witness: Witness, { say, language }: Speaking): Html {
  const { name, organisation, since, lastSize, lastAt, publicKey } = witness
  const last =
    lastAt === null || lastSize === null
      ? say('never')
      : say('last-of', { when: formatMoment(lastAt, language), size: lastSize })
  return html`<section class="panel"><h2 class="utrecht-heading-3">${name}</h2><dl class="facts">
${organisation === '' ? '' : html`<dt>${say('organisation')}</dt><dd>${organisation}</dd>`}
<dt>${say('since')}</dt><dd>${formatMoment(since, language)}</dd>
<dt>${say('last')}</dt><dd>${last}</dd>
<dt>${say('key')}</dt><dd class="hash">${witnessKeyText(name, publicKey)}</dd></dl></section>`
}

type More = {
  readonly typed?: Readonly<Record<string, string>>
  readonly faults?: readonly Fault[]
}

/** The organisation somebody is a witness for; undefined where they are for none. */
function witnessFor(actor: Actor): string | undefined {
  return actor.roles
    .map(({ organisation }) => organisation)
    .find((organisation) => mayDo(actor, 'register-witness', { organisation }))
}

async function ownPage(context: PageContext, setting: WebSetting, more: More = {}) {
  const { actor, language } = context.get('visitor')
  if (!actor) return toLogin(context)
  const organisation = witnessFor(actor)
  if (organisation === undefined) return notFound(context, setting)
  const speaking = speakingIn(context)
  const { say } = speaking
  const { faults = [] } = more
  const log = await publishedLog(setting)
  const own = log.witnesses.filter((each) => each.organisation === organisation)
  const title = say('own-title')
  const told = /^([^ ]+) (\d+)$/.exec(context.req.query('getekend') ?? '')
  const registered = log.witnesses.find(({ name }) => name === context.req.query('aangemeld'))
  const body = html`${workNav(context)}${faultSummary(faults, language)}<h1 class="utrecht-heading-1">${title}</h1>
${told ? html`<p class="panel panel--good" role="status">${say('signed', { name: told[1] ?? '', size: Number(told[2]) })}</p>` : ''}
${registered ? html`<p class="panel panel--good" role="status">${say('registered', { name: registered.name })}</p>` : ''}
<p class="lead measure">${say('own-lead')}</p>
${own.length === 0 ? html`<p>${say('own-none')}</p>` : own.map((each) => witnessPart(each, speaking))}
${own.length === 0 ? '' : signPart(context, setting, log, speaking, more)}
${registerPart(context, speaking, more)}
<p><a href="/toezicht/getuigen">${say('to-all')}</a></p>`
  return showPage(context, setting, { title, body, status: faults.length > 0 ? 422 : 200 })
}

function signPart(
  context: PageContext,
  setting: WebSetting,
  { latest }: PublishedLog,
  { say }: Speaking,
  { typed = {}, faults = [] }: More,
): Html {
  if (!latest) return html`<p>${say('latest-none')}</p>`
  const { origin } = new URL(setting.origin ?? context.req.url)
  return html`<h2 class="utrecht-heading-2">${say('sign-title')}</h2><p>${say('sign-lead')}</p>
<pre class="hash note">${latest.note}</pre>
<ol><li>${say('sign-step-1')}</li><li>${say('sign-step-2')}</li><li>${say('sign-step-3')}</li></ol>
<p>${say('or-command')}</p><pre class="hash note">verdeelsleutel witness ${origin} --key-file getuige.json</pre>
<form method="post">${formFields(context.get('visitor'))}
${longField({ name: 'ijkpunt', label: say('sign-label'), hint: say('sign-hint'), value: typed.ijkpunt, faults })}
<button class="utrecht-button" name="doe" value="tekenen">${say('sign-button')}</button></form>`
}

function registerPart(
  context: PageContext,
  { say }: Speaking,
  { typed = {}, faults = [] }: More,
): Html {
  return html`<h2 class="utrecht-heading-2">${say('register-title')}</h2><p class="measure">${say('register-lead')}</p>
<pre class="hash note">verdeelsleutel witness --new huurders.example.org --key-file getuige.json</pre>
<form method="post">${formFields(context.get('visitor'))}
${longField({ name: 'sleutel', label: say('register-label'), hint: say('register-hint'), value: typed.sleutel, faults })}
<button class="utrecht-button utrecht-button--secondary-action" name="doe" value="aanmelden">${say('register-button')}</button></form>`
}

async function act(context: PageContext, setting: WebSetting) {
  const { actor, language } = context.get('visitor')
  if (!actor) return toLogin(context)
  const organisation = witnessFor(actor)
  if (organisation === undefined) return notFound(context, setting)
  const typed = await submitted(context)
  if (typed.doe === 'aanmelden') {
    const input = { organisation, key: typed.sleutel ?? '' }
    const outcome = await carryOut(setting, actor, registerWitness, input, typed.key)
    if (!isRefusal(outcome)) {
      const name = encodeURIComponent(outcome.name)
      return context.redirect(`/huurders/getuige?aangemeld=${name}`, 303)
    }
    const faults = [{ field: 'sleutel', text: witnessRefused(outcome, language) }]
    return ownPage(context, setting, { typed, faults })
  }
  // Browsers send line ends of their own kind.
  const note = (typed.ijkpunt ?? '').replaceAll('\r\n', '\n')
  const taken = await takeCosignature(setting, note)
  if (!isRefusal(taken)) {
    const told = encodeURIComponent(`${taken.witness} ${taken.size}`)
    return context.redirect(`/huurders/getuige?getekend=${told}`, 303)
  }
  const faults = [{ field: 'ijkpunt', text: witnessRefused(taken, language) }]
  return ownPage(context, setting, { typed, faults })
}
