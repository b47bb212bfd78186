/** One list of ways on for everybody who works with the site, whatever roles they have: only where they may go. */
import { html } from 'hono/html'
import type { Action } from '../operations/access-table.ts'
import { type Actor, mayDo } from '../operations/operation.ts'
import { speak } from '../words/language.ts'
import { type WayText, wayTexts } from '../words/ways.ts'
import type { Html } from './page.ts'
import type { PageContext } from './visitor.ts'

type Way = { readonly path: string; readonly text: WayText }

const landlordWays: readonly Way[] = [
  { path: '/werk', text: 'list' },
  { path: '/werk/woningen', text: 'homes' },
  { path: '/werk/complexen', text: 'complexes' },
  { path: '/werk/balie', text: 'counter' },
  { path: '/werk/post', text: 'post' },
  { path: '/werk/medewerkers', text: 'workers' },
  { path: '/beheer/in-en-uitvoer', text: 'exchange' },
]

const otherWays: readonly (Way & { readonly may: Action })[] = [
  { path: '/toezicht/logboek', text: 'log', may: 'read-log' },
  { path: '/toezicht/naspelen', text: 'replay', may: 'replay-decision' },
  { path: '/klachten', text: 'cases', may: 'list-complaints' },
  { path: '/huurders/adviezen', text: 'advise', may: 'advise-on-rules' },
  { path: '/gemeente/verordening', text: 'make', may: 'propose-rules' },
  { path: '/beheer/regels-uitgave', text: 'release', may: 'see-rules-on-their-way' },
  { path: '/beheer/rollen', text: 'roles', may: 'see-roles' },
  { path: '/beheer/taken', text: 'jobs', may: 'see-jobs' },
  { path: '/beheer/sleutels', text: 'keys', may: 'see-keys' },
  { path: '/beheer/in-en-uitvoer', text: 'exchange', may: 'see-exports' },
  { path: '/beheer/in-en-uitvoer', text: 'exchange', may: 'export-results' },
  { path: '/beheer/bewaren', text: 'retention', may: 'see-retention' },
  { path: '/toezicht/inzage', text: 'readings', may: 'read-access-log' },
  { path: '/toezicht/noodinzage', text: 'breaks', may: 'review-break-glass' },
  { path: '/toezicht/afwijkingen', text: 'deviations', may: 'read-deviations' },
  { path: '/toezicht/getuigen', text: 'witnesses', may: 'read-deviations' },
  { path: '/huurders/getuige', text: 'witness', may: 'register-witness' },
  { path: '/noodinzage', text: 'emergency', may: 'break-glass' },
]

/** Whether somebody lets homes at a landlord, or judges there. */
export function worksAtLandlord({ roles }: Actor): boolean {
  return roles.some(({ role }) => role === 'letting-officer' || role === 'reviewer')
}

/** Where somebody's work is, in the order in which it is shown. */
function waysOf(actor: Actor): readonly Way[] {
  // Somewhere is enough: the page itself shows only what is of their organisation.
  const may = (action: Action) =>
    actor.roles.some(({ organisation }) => mayDo(actor, action, { organisation }))
  const ways: readonly Way[] = [
    ...(worksAtLandlord(actor) ? landlordWays : []),
    ...otherWays.filter((way) => may(way.may)),
  ]
  return ways.filter(({ path }, at) => ways.findIndex((way) => way.path === path) === at)
}

/** The ways on of who looks, with where they are; nothing for who has one place or none. */
export function workNav(context: PageContext): Html {
  const { actor, language } = context.get('visitor')
  const ways = actor ? waysOf(actor) : []
  const say = speak(wayTexts, language)
  const here = context.req.path
  const isIn = ({ path }: Way) => here === path || here.startsWith(`${path}/`)
  const inside = ways.filter(isIn).toSorted((a, b) => b.path.length - a.path.length)[0]
  const nav =
    ways.length < 2
      ? ''
      : html`<nav class="work-nav not-printed" aria-label="${say('menu')}">${ways.map(
          (way) =>
            html`<a href="${way.path}"${way === inside ? html` aria-current="${here === way.path ? 'page' : 'true'}"` : ''}>${say(way.text)}</a> `,
        )}</nav>`
  return html`<link rel="stylesheet" href="/werk.css">${nav}`
}

/** Where somebody's work begins; undefined for who has none here. */
export function workAddress(actor: Actor): string | undefined {
  return waysOf(actor)[0]?.path
}
