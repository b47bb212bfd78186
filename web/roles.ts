/** Who may do what (rollen): who has which role, what waits for a second person, and giving and ending one. */
import { html } from 'hono/html'
import { roles } from '../operations/access-table.ts'
import { endSessions } from '../operations/end-sessions.ts'
import {
  answerRole,
  askRole,
  endRole,
  grantedRoles,
  lastDay,
  type RolesSeen,
  viewRoles,
} from '../operations/grant-role.ts'
import { carryOut, dayOf, isRefusal } from '../operations/operation.ts'
import { formatDay, speak } from '../words/language.ts'
import { roleTexts } from '../words/login.ts'
import { capital } from '../words/prose.ts'
import { roleInWords, ruleRefusalText } from '../words/rule-work.ts'
import { type AddPages, notFound } from './app.ts'
import { inDutch } from './dutch.ts'
import { choiceField, type Fault, selectField, textField } from './form.ts'
import type { Html } from './page.ts'
import { forRuleWorkers, type RuleWorker, refusedAt, ruleWorkPage } from './rules-frame.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { dayFrom, dayTyped } from './work-frame.ts'

const path = '/beheer/rollen'

export const rolePages: AddPages = (app, setting) => {
  app.get(
    path,
    forRuleWorkers(setting, path, (context, worker) => rolesPage(context, setting, worker)),
  )
  app.post(
    path,
    forRuleWorkers(setting, path, (context, worker) => change(context, setting, worker)),
  )
}

type Sent = Readonly<Record<string, string>>

async function rolesPage(
  context: PageContext,
  setting: WebSetting,
  worker: RuleWorker,
  { sent = {}, faults = [] }: { readonly sent?: Sent; readonly faults?: readonly Fault[] } = {},
) {
  const { actor, say } = worker
  const search = sent.zoek ?? context.req.query('zoek')
  const seen = await viewRoles(setting, actor, search)
  if (!seen) return notFound(context, setting)
  const mayGive = actor.roles.some(({ role }) => role === 'functional-admin')
  const body = html`<p class="lead">${say('roles-lead')}</p>
${mayGive ? '' : html`<p>${say('roles-see-only')}</p>`}
<h2 class="utrecht-heading-2">${say('roles-waiting')}</h2>${waitingPart(context, seen, worker, mayGive)}
${mayGive ? givePart(context, setting, { seen, worker, search, sent, faults }) : ''}
<h2 class="utrecht-heading-2" id="rollen">${say('roles-held')}</h2>${heldPart(context, seen, worker, mayGive)}`
  return ruleWorkPage(context, setting, worker, {
    ...{ title: say('roles-title'), body, faults },
  })
}

function waitingPart(
  context: PageContext,
  { waiting }: RolesSeen,
  { actor, say, language }: RuleWorker,
  mayGive: boolean,
): Html {
  if (waiting.length === 0) return html`<p>${say('roles-none-waiting')}</p>`
  return html`${waiting.map(
    (
      each,
    ) => html`<section class="panel" id="aanvraag-${each.id}"><h3 class="utrecht-heading-3">${each.name}: ${roleInWords(each, language)}</h3>
<dl class="facts"><dt>${say('role-until')}</dt><dd>${formatDay(each.until, language)}</dd><dt>${say('role-reason')}</dt><dd>${inDutch(each.reason, language)}</dd><dt>${say('role-asked-by')}</dt><dd>${each.askedByName}</dd></dl>
${
  mayGive && each.askedBy !== actor.human
    ? html`<form method="post">${formFields(context.get('visitor'))}<input type="hidden" name="aanvraag" value="${each.id}"><p class="actions"><button class="utrecht-button" name="wat" value="akkoord">${say('role-agree')}</button> <button class="utrecht-button utrecht-button--secondary-action" name="wat" value="weigeren">${say('role-refuse')}</button></p></form>`
    : ''
}</section>`,
  )}`
}

type GiveParts = {
  readonly seen: RolesSeen
  readonly worker: RuleWorker
  readonly search: string | undefined
  readonly sent: Sent
  readonly faults: readonly Fault[]
}

function givePart(
  context: PageContext,
  setting: WebSetting,
  { seen, worker, search, sent, faults }: GiveParts,
): Html {
  const { say, language } = worker
  const { humans } = seen
  const until = lastDay(dayOf(setting.now()))
  const sayRole = speak(roleTexts, language)
  const form =
    humans.length === 0
      ? ''
      : html`<form method="post" novalidate>${formFields(context.get('visitor'))}<input type="hidden" name="zoek" value="${search ?? ''}">
${choiceField({ name: 'mens', label: say('role-who'), value: sent.mens, faults, choices: humans.map(({ id, name, email }) => ({ value: id, label: name, hint: email })) })}
${selectField({ name: 'rol', label: say('role'), value: sent.rol, faults, choices: grantedRoles.flatMap((each) => (each === 'seeker' || each === 'helper' ? [] : [{ value: each, label: sayRole(each) }])) })}
${textField({ name: 'organisatie', label: say('role-where'), hint: say('role-organisation-hint'), value: sent.organisatie, faults })}
${textField({ name: 'tot', label: say('role-until'), hint: say('role-until-hint', { until }), value: sent.tot ?? dayTyped(until), faults, width: 'narrow' })}
${textField({ name: 'waarom', label: say('role-reason'), value: sent.waarom, faults })}
<p class="actions"><button class="utrecht-button" name="wat" value="vragen">${say('role-ask-button')}</button></p></form>
<h3 class="utrecht-heading-3">${say('sessions-title')}</h3><p class="measure">${say('sessions-more')}</p>
${humans.map(({ id, name, email }) => html`<form method="post">${formFields(context.get('visitor'))}<input type="hidden" name="mens" value="${id}"><p><button class="utrecht-button utrecht-button--secondary-action" name="wat" value="uitloggen">${say('sessions-end-of', { name })}</button> <span class="soft">${email}</span></p></form>`)}`
  return html`<h2 class="utrecht-heading-2" id="geven">${say('role-give')}</h2>
<form method="get" action="${path}#geven">${textField({ name: 'zoek', label: say('role-search'), hint: say('role-search-hint'), value: search })}
<p class="actions"><button class="utrecht-button utrecht-button--secondary-action">${say('role-search-button')}</button></p></form>
${search !== undefined && humans.length === 0 ? html`<p>${say('role-search-none')}</p>` : ''}${form}`
}

function heldPart(
  context: PageContext,
  { held }: RolesSeen,
  { say, language }: RuleWorker,
  mayGive: boolean,
): Html {
  return html`<div class="table-scroll tall" tabindex="0" role="region" aria-label="${say('roles-held')}"><table class="utrecht-table dense"><caption class="only-heard">${say('roles-held')}</caption>
<thead><tr><th scope="col">${say('role-who')}</th><th scope="col">${say('role')}</th><th scope="col">${say('role-where')}</th><th scope="col">${say('role-until')}</th>${mayGive ? html`<th scope="col">${say('role-change')}</th>` : ''}</tr></thead>
<tbody>${held.map((each) => {
    const role = roleInWords({ role: each.role, organisation: '' }, language)
    return html`<tr><td data-label="${say('role-who')}">${each.name}</td><td data-label="${say('role')}">${role}</td><td data-label="${say('role-where')}">${each.organisation === '' ? '-' : capital(each.organisation)}</td><td data-label="${say('role-until')}">${formatDay(each.until, language)}</td>
${mayGive ? html`<td data-label="${say('role-change')}"><form method="post" class="inline">${formFields(context.get('visitor'))}<input type="hidden" name="mens" value="${each.human}"><input type="hidden" name="rol" value="${each.role}"><input type="hidden" name="organisatie" value="${each.organisation}"><button class="utrecht-button utrecht-button--subtle" name="wat" value="beeindigen" aria-label="${say('role-end-of', { role, name: each.name })}">${say('role-end')}</button> <button class="utrecht-button utrecht-button--subtle" name="wat" value="uitloggen" aria-label="${say('sessions-end-of', { name: each.name })}">${say('sessions-end')}</button></form></td>` : ''}</tr>`
  })}</tbody></table></div>`
}

async function change(context: PageContext, setting: WebSetting, worker: RuleWorker) {
  const { actor, language } = worker
  const sent = await submitted(context)
  const { wat, key } = sent
  const done = () => context.redirect(`${path}?gedaan=${key ?? ''}`, 303)
  const again = (faults: readonly Fault[]) => rolesPage(context, setting, worker, { sent, faults })
  if (wat === 'akkoord' || wat === 'weigeren') {
    const answer = { request: sent.aanvraag ?? '', isGranted: wat === 'akkoord' }
    const outcome = await carryOut(setting, actor, answerRole, answer, key)
    if (!isRefusal(outcome)) return done()
    if (outcome.refused === 'not-found') return notFound(context, setting)
    return again(refusedAt(outcome, { other: `aanvraag-${answer.request}` }, language))
  }
  if (wat === 'uitloggen') {
    const outcome = await carryOut(setting, actor, endSessions, { human: sent.mens ?? '' }, key)
    return isRefusal(outcome) ? notFound(context, setting) : done()
  }
  if (wat === 'beeindigen') {
    const held = {
      ...{ human: sent.mens ?? '', role: sent.rol ?? '', organisation: sent.organisatie ?? '' },
    }
    const outcome = await carryOut(setting, actor, endRole, held, key)
    if (!isRefusal(outcome)) return done()
    if (outcome.refused === 'not-found') return notFound(context, setting)
    return rolesPage(context, setting, worker, {
      faults: refusedAt(outcome, { other: 'rollen' }, language),
    })
  }
  const role = roles.find((each) => each === sent.rol)
  const until = dayFrom(sent.tot)
  if (!role) return notFound(context, setting)
  if (until === undefined) {
    const text = ruleRefusalText({ refused: 'day-missing', facts: {} }, language)
    return again([{ field: 'tot', text }])
  }
  const outcome = await carryOut(
    setting,
    actor,
    askRole,
    {
      ...{ human: sent.mens ?? '', role, until, reason: sent.waarom ?? '' },
      organisation: (sent.organisatie ?? '').trim().toLowerCase(),
    },
    key,
  )
  if (!isRefusal(outcome)) return done()
  if (outcome.refused === 'not-found') return notFound(context, setting)
  return again(refusedAt(outcome, roleFields, language))
}

const roleFields = {
  'human-unknown': 'mens',
  'own-role': 'mens',
  'role-not-granted': 'rol',
  'organisation-missing': 'organisatie',
  'organisation-not-asked': 'organisatie',
  'until-out-of-range': 'tot',
  'reason-missing': 'waarom',
  'text-too-long': 'waarom',
  other: 'mens',
}
