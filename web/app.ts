/** Every address of the site, and what happens around it. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { html } from 'hono/html'
import { secureHeaders } from 'hono/secure-headers'
import { isAway } from '../operations/tasks.ts'
import { keepFailed } from '../operations/unsent-form.ts'
import { speak } from '../words/language.ts'
import { pageTexts } from '../words/page.ts'
import { casePages } from './cases.ts'
import { chancePages } from './chances.ts'
import { sendSmaller } from './compression.ts'
import { contactPages } from './contact.ts'
import { counterCasePages } from './counter-cases.ts'
import { counterIdentityPages } from './counter-identity.ts'
import { counterLeavingPages } from './counter-leaving.ts'
import { counterPaperPages } from './counter-paper.ts'
import { counterReachPages } from './counter-reach.ts'
import { decisionPages } from './decisions.ts'
import { documentPages, tooLargePage, uploadsInTurn, withoutPowers } from './documents.ts'
import { drawPages } from './draw.ts'
import { exchangePages } from './exchange.ts'
import { homePages } from './homes.ts'
import { keyPages } from './keys.ts'
import { limitRate } from './limits.ts'
import { managePages } from './manage.ts'
import { mandatePages } from './mandates.ts'
import { mergePages } from './merge.ts'
import { minePages } from './mine.ts'
import { filePages } from './my-file.ts'
import { responsePages } from './my-responses.ts'
import { offerPages } from './offer.ts'
import { outcomePages } from './outcomes.ts'
import { oversightPages } from './oversight.ts'
import { showPage } from './page.ts'
import { publicPages } from './public-pages.ts'
import { quarterPages } from './quarter.ts'
import { registerPages } from './register.ts'
import { resultPages } from './result.ts'
import { rolePages } from './roles.ts'
import { rulePages } from './rules.ts'
import { ruleWorkPages } from './rules-work.ts'
import { savedSearchPages } from './saved-searches.ts'
import { sessionPages } from './sessions.ts'
import { standingPages } from './standing-response.ts'
import { stockFilePages } from './stock-file.ts'
import { supervisionPages } from './supervision.ts'
import { unsentPages } from './unsent.ts'
import {
  type PageContext,
  type PageEnv,
  recognise,
  refuseForgedForms,
  sentForm,
  type WebSetting,
} from './visitor.ts'
import { whatIfPages } from './what-if.ts'
import { behalfPages, keepBehalf } from './whose.ts'
import { witnessPages } from './witnesses.ts'
import { workPages } from './work.ts'
import { workCandidatePages } from './work-candidates.ts'
import { workCounterPages } from './work-counter.ts'
import { workListingPages } from './work-listing.ts'
import { workOfferPages } from './work-offers.ts'
import { workPostPages } from './work-post.ts'
import { workStockPages } from './work-stock.ts'
import { workAddress } from './work-ways.ts'

export type App = Hono<PageEnv>

/** Adds the pages of one part of the site. */
export type AddPages = (app: App, setting: WebSetting) => void

const parts: readonly AddPages[] = [
  publicPages,
  homePages,
  drawPages,
  chancePages,
  resultPages,
  outcomePages,
  quarterPages,
  rulePages,
  registerPages,
  behalfPages,
  sessionPages,
  unsentPages,
  mandatePages,
  documentPages,
  minePages,
  decisionPages,
  casePages,
  filePages,
  contactPages,
  savedSearchPages,
  mergePages,
  standingPages,
  responsePages,
  whatIfPages,
  offerPages,
  oversightPages,
  supervisionPages,
  ruleWorkPages,
  rolePages,
  witnessPages,
  workPages,
  workStockPages,
  workListingPages,
  workCandidatePages,
  workOfferPages,
  workCounterPages,
  counterPaperPages,
  counterIdentityPages,
  counterCasePages,
  counterLeavingPages,
  counterReachPages,
  managePages,
  keyPages,
  exchangePages,
  stockFilePages,
  workPostPages,
]

export function makeApp(setting: WebSetting, others: readonly AddPages[] = []): App {
  const app: App = new Hono()
  app.use(withoutPowers)
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      strictTransportSecurity: 'max-age=31536000; includeSubDomains',
      xFrameOptions: 'DENY',
    }),
  )
  app.use(sendSmaller(setting))
  addFiles(app)
  app.use(recognise(setting))
  app.use(limitRate(setting))
  app.use((context, next) =>
    asksTooGreatNumber(context) ? Promise.resolve(notFound(context, setting)) : next(),
  )
  // Whoever sends more than any form can hold is stopped before anything reads it.
  app.use(
    bodyLimit({ maxSize: bodyBytesMax, onError: (context) => tooLargePage(context, setting) }),
  )
  app.post('/mijn/documenten', uploadsInTurn(setting))
  app.post('/beheer/in-en-uitvoer/voorraad', uploadsInTurn(setting))
  app.use(refuseForgedForms(setting))
  app.use(keepBehalf(setting))
  for (const add of [...parts, ...others]) add(app, setting)
  app.notFound((context) => notFound(context, setting))
  app.onError((fault, context) => {
    const reference = randomUUID().slice(0, 8)
    const line = { level: 'error', fault: fault.name, at: context.req.routePath, reference }
    process.stderr.write(`${JSON.stringify(line)}\n`)
    return isAway(fault) ? awayPage(context, setting) : faultPage(context, setting, reference)
  })
  return app
}

// No number that we give is so great; a database asked for one would call it a fault of ours.
const digitsMax = 15

function asksTooGreatNumber({ req }: PageContext): boolean {
  return [...req.path.split('/'), req.query('woning') ?? ''].some(
    (each) => each.length > digitsMax && /^\d+$/.test(each),
  )
}

/** Above the largest thing that is asked for anywhere; a part of the site asks for less where it can. */
const bodyBytesMax = 12_000_000

const files = [
  ['stijl.css', 'text/css; charset=utf-8'],
  ['werk.css', 'text/css; charset=utf-8'],
  ['site.js', 'text/javascript; charset=utf-8'],
  ['sleutel.svg', 'image/svg+xml'],
] as const

/** The letter of the site, a package of its own: only what Dutch and English need, 29 kB. */
const letter = createRequire(import.meta.url).resolve(
  '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
)

function addFiles(app: App): void {
  const font = readFileSync(letter)
  app.get('/letter.woff2', (context) =>
    context.body(font, 200, { 'content-type': 'font/woff2', 'cache-control': 'max-age=604800' }),
  )
  for (const [name, type] of files) {
    const body = readFileSync(join(import.meta.dirname, 'files', name))
    app.get(`/${name}`, (context) =>
      context.body(body, 200, { 'content-type': type, 'cache-control': 'max-age=3600' }),
    )
  }
}

/** The page for what is not there, or not for this visitor: nobody learns which. */
export function notFound(context: PageContext, setting: WebSetting) {
  const { language, actor } = context.get('visitor')
  const say = speak(pageTexts, language)
  const title = say('not-found-title')
  const work = actor && workAddress(actor)
  const ways = [
    ['/woningen', say('to-homes')],
    ...(actor ? [['/mijn', say('to-mine')]] : []),
    ...(work === undefined ? [] : [[work, say('to-work')]]),
    ['/hulp', say('to-help')],
  ]
  const body = html`<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${say('not-found')}</p>
<ul>${ways.map(([path, text]) => html`<li><a href="${path}">${text}</a></li>`)}</ul>`
  return showPage(context, setting, { title, body, status: 404 })
}

/** Something we did wrong: nothing of the inside is shown, but a mark by which it is found in our own log. */
async function faultPage(context: PageContext, setting: WebSetting, reference: string) {
  const { language, actor } = context.get('visitor')
  const say = speak(pageTexts, language)
  const title = say('fault-title')
  const isKept =
    actor !== undefined && context.req.method === 'POST' && (await keptAfterFault(context, setting))
  const body = html`<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${say('fault')}</p>
${isKept ? html`<p>${say('fault-kept')}</p><p class="actions"><a class="utrecht-button" href="/verder">${say('fault-go-on')}</a></p>` : html`<p>${say('fault-again')}</p>`}
<p>${say('fault-reference', { reference })} <a href="/hulp">${say('to-help')}</a></p>`
  return showPage(context, setting, { title, body, status: 500 })
}

async function keptAfterFault(context: PageContext, setting: WebSetting): Promise<boolean> {
  const { actor, csrf } = context.get('visitor')
  // What went wrong may go wrong here too: then it is not kept, and that is what is said.
  try {
    const sent = await sentForm(context)
    return actor !== undefined && sent?.csrf === csrf && sent !== undefined
      ? await keepFailed(setting, actor, sent.form)
      : false
  } catch {
    return false
  }
}

/** So many seconds later it is worth asking again when the database was away: it is back, or not soon. */
const awaySeconds = 30

function awayPage(context: PageContext, setting: WebSetting) {
  const say = speak(pageTexts, context.get('visitor').language)
  const title = say('away-title')
  const body = html`<h1 class="utrecht-heading-1">${title}</h1><p>${say('away')}</p>`
  context.header('retry-after', String(awaySeconds))
  context.header('cache-control', 'no-store')
  return showPage(context, setting, { title, body, status: 503 })
}
