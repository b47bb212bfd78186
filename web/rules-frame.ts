/** What pages about rules on their way and about roles share: who may come in, the ways on, and how things are said. */
import { html } from 'hono/html'
import type { Role } from '../operations/access-table.ts'
import type { Actor, Refusal } from '../operations/operation.ts'
import type { PublicProposal } from '../operations/view-rules.ts'
import { formatMoment, type Language } from '../words/language.ts'
import { capital } from '../words/prose.ts'
import {
  type RuleSay,
  roleInWords,
  rolesInWords,
  ruleRefusalText,
  sayRuleWork,
} from '../words/rule-work.ts'
import { notFound } from './app.ts'
import { inDutch, withDutch } from './dutch.ts'
import { type Fault, faultSummary } from './form.ts'
import { type Html, type Page, showPage } from './page.ts'
import type { PageContext, WebSetting } from './visitor.ts'
import { toLogin } from './whose.ts'
import { workNav } from './work-ways.ts'

export type RuleWorker = {
  readonly actor: Actor
  readonly language: Language
  readonly say: RuleSay
}

const sections = {
  '/gemeente/verordening': ['municipal-policy', 'landlord-policy'],
  '/huurders/adviezen': ['tenants-organisation', 'landlord-policy', 'regional-monitor'],
  '/beheer/regels-uitgave': [
    ...(['municipal-policy', 'landlord-policy', 'tenants-organisation'] as const),
    ...(['regional-monitor', 'auditor', 'functional-admin'] as const),
  ],
  '/beheer/rollen': ['functional-admin', 'auditor'],
} as const satisfies Readonly<Record<string, readonly Role[]>>
type RuleSection = keyof typeof sections

function hasRole({ roles }: Actor, wanted: readonly Role[]): boolean {
  return roles.some(({ role }) => wanted.includes(role))
}

/** Gives a page to who has one of the roles of its section; everybody else learns nothing, or is asked to log in. */
export function forRuleWorkers(
  setting: WebSetting,
  section: RuleSection,
  show: (context: PageContext, worker: RuleWorker) => Response | Promise<Response>,
) {
  return async (context: PageContext) => {
    const { actor, language } = context.get('visitor')
    if (!actor) return toLogin(context)
    if (!hasRole(actor, sections[section])) return notFound(context, setting)
    return show(context, { actor, language, say: sayRuleWork(language) })
  }
}

/** A page of this workplace, with the ways on; what is wrong stands on top. */
export function ruleWorkPage(
  context: PageContext,
  setting: WebSetting,
  { say, language }: RuleWorker,
  page: Page & {
    readonly faults?: readonly Fault[]
    /** What in the title is Dutch. */
    readonly inTitle?: string
  },
) {
  const { faults = [], title, inTitle = '', body } = page
  const isDone = context.req.query('gedaan') !== undefined && faults.length === 0
  const framed = html`${workNav(context)}${faultSummary(faults, language)}
${isDone ? html`<div class="panel panel--good" role="status"><p><span aria-hidden="true">✓</span> ${say('done')}</p></div>` : ''}
<h1 class="utrecht-heading-1">${withDutch(title, [inTitle], language)}</h1>${body}`
  return showPage(context, setting, {
    ...{ title, body: framed, status: page.status ?? (faults.length > 0 ? 422 : 200) },
  })
}

/** A refusal at the field it is about. */
export function refusedAt(
  refusal: Refusal,
  fields: Readonly<Record<string, string>>,
  language: Language,
): Fault[] {
  const field = fields[refusal.refused] ?? fields.other ?? 'inhoud'
  return [{ field, text: ruleRefusalText(refusal, language) }]
}

/** What a proposal waits for, and whom. */
export function waitsFor(proposal: PublicProposal, { say, language }: Speaking): string {
  const { state, councilsLacking, pointsOpen, adviceUntil, decidesFrom } = proposal
  switch (state) {
    case 'withdrawn':
      return say('wait-withdrawn')
    case 'released':
      return say('wait-released')
    case 'release-asked':
      return say('wait-confirm', { from: decidesFrom ? formatMoment(decidesFrom, language) : '' })
    case 'adopted':
      return say('wait-release')
    case 'advising': {
      const lacking = proposal.asked.filter(
        (each) =>
          !proposal.advices.some(
            ({ role, organisation }) => role === each.role && organisation === each.organisation,
          ),
      )
      const who = lacking.length === 0 ? '-' : rolesInWords(lacking, language)
      return say('wait-advising', { until: adviceUntil, who })
    }
    case 'advised':
      return pointsOpen > 0
        ? say('wait-points', { count: pointsOpen })
        : say('wait-councils', { who: councilsInWords(councilsLacking, { say, language }) })
  }
}

export type Speaking = { readonly say: RuleSay; readonly language: Language }

function councilsInWords(councils: readonly string[], { say, language }: Speaking): string {
  const named = councils.map((each) => (each === '' ? say('wait-any-council') : capital(each)))
  return new Intl.ListFormat(language === 'nl' ? 'nl-NL' : 'en-GB').format(named)
}

/** The advice that was given, dissent included, each point with its answer. */
export function advicesPart(
  { advices, asked, adviceUntil, termSource }: PublicProposal,
  { say, language }: Speaking,
): Html {
  const asker =
    asked.length === 0 ? '' : say('advice-asked', { who: rolesInWords(asked, language) })
  const term =
    termSource === undefined
      ? say('advice-term-own')
      : say('advice-term-source', { source: termSource })
  return html`<p class="small soft">${say('advice-until', { until: adviceUntil })} ${term} ${asker}</p>
${
  advices.length === 0
    ? html`<p>${say('advices-none')}</p>`
    : advices.map(
        (
          advice,
        ) => html`<article class="panel${advice.verdict === 'disagree' ? ' panel--bad' : advice.verdict === 'agree' ? ' panel--good' : ''}">
<h3 class="utrecht-heading-3">${roleInWords(advice, language)}: <span class="state">${say(`verdict-${advice.verdict}`)}</span></h3>
${advice.text === '' ? '' : html`<p>${inDutch(advice.text, language)}</p>`}
${
  advice.points.length === 0
    ? ''
    : html`<dl>${advice.points.map(
        (
          point,
        ) => html`<dt><strong>${say('point', { number: point.number })}.</strong> ${inDutch(point.text, language)}</dt>
<dd>${point.answer === undefined ? html`<em>${say('unanswered')}</em>` : html`<strong>${say('answered')}:</strong> ${inDutch(point.answer, language)}`}</dd>`,
      )}</dl>`
}</article>`,
      )
}`
}
