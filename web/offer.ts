/** An offer (aanbod): read it, see what a no would cost, say yes or no, and the viewing for one's calendar. */
import { html } from 'hono/html'
import { answerOffer, type RefusalGround, refusalGrounds } from '../operations/answer-offer.ts'
import { carryOut, isRefusal } from '../operations/operation.ts'
import { type ViewedOffer, viewOffer } from '../operations/view-offer.ts'
import { homeTexts } from '../words/homes.ts'
import { formatMoment, type Language, speak } from '../words/language.ts'
import { offerTexts } from '../words/offer.ts'
import { reasonOfCode } from '../words/reasons.ts'
import { refusalText } from '../words/refusals.ts'
import { type AddPages, notFound } from './app.ts'
import { withDutch } from './dutch.ts'
import { choiceField, type Fault, faultSummary, problemPanel } from './form.ts'
import { placeName } from './homes.ts'
import { personOr } from './mine.ts'
import { type Html, showPage } from './page.ts'
import { showReceipt } from './receipt.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { onBehalf } from './whose.ts'
import { momentInWords } from './work-frame.ts'

export const offerPages: AddPages = (app, setting) => {
  app.get('/mijn/aanbod/:id', (context) => offerPage(context, setting))
  app.get('/mijn/aanbod/:id/bezichtiging.ics', (context) => calendar(context, setting))
  app.get('/mijn/aanbod/:id/weigeren', (context) => refusePage(context, setting))
  app.post('/mijn/aanbod/:id/accepteren', (context) => answer(context, setting, 'accept'))
  app.post('/mijn/aanbod/:id/weigeren', (context) => answer(context, setting, 'refuse'))
}

/** The offer, where it is that of the person this page is about. */
async function found(context: PageContext, setting: WebSetting): Promise<ViewedOffer | Response> {
  const whose = personOr(context)
  if (whose instanceof Response) return whose
  const viewed = await viewOffer(setting, whose.actor, context.req.param('id') ?? '')
  if (isRefusal(viewed) || viewed.offer.person !== whose.person) return notFound(context, setting)
  return viewed
}

async function offerPage(context: PageContext, setting: WebSetting, problem?: string) {
  const viewed = await found(context, setting)
  if (viewed instanceof Response) return viewed
  const visitor = context.get('visitor')
  const { language } = visitor
  const say = speak(offerTexts, language)
  const { offer, home, isOpen, mayAnswer } = viewed
  const { address } = home
  const title = titleOf(viewed, language)
  const event = Number(context.req.query('bewijs') ?? Number.NaN)
  const body = html`${await onBehalf(context, setting)}<h1 class="utrecht-heading-1">${title}</h1>
${problemPanel(problem)}
<p class="lead"><a href="/woningen/${home.id}">${address}</a>, ${placeName(String(home.facts.municipality), language)} · <span class="whole">${speak(homeTexts, language)('rent', { rent: Number(home.facts.rent) })}</span></p>
<p>${say('landlord', { landlord: home.landlordName })} ${say('place', { place: offer.place })} ${isOpen ? html`<strong>${say('answer-by', { moment: formatMoment(offer.answerBy, language) })}</strong>` : ''}</p>
${statePart(viewed, setting.now(), language)}
${
  isOpen
    ? html`<section class="panel"><h2 class="utrecht-heading-3">${say('no-costs-title')}</h2>${costs(viewed, language)}<p>${say('no-answer')}</p></section>
${
  mayAnswer
    ? html`<form method="post" action="/mijn/aanbod/${offer.id}/accepteren">${formFields(visitor)}<p class="actions"><button class="utrecht-button">${say('yes')}</button> <a class="utrecht-button utrecht-button--secondary-action" href="/mijn/aanbod/${offer.id}/weigeren">${say('no')}</a></p></form>`
    : html`<p>${say('helper-no')}</p>`
}`
    : ''
}
${(offer.state === 'accepted' || offer.state === 'waiting') && mayAnswer ? html`<p class="small"><a href="/mijn/aanbod/${offer.id}/weigeren">${say('no')}</a></p>` : ''}
${runs(viewed) ? '' : html`<p><a href="/mijn/reacties/${home.id}">${say('to-place')}</a></p>${offer.state === 'let' ? '' : html`<p><a href="/woningen?past=ja">${say('to-homes')}</a></p>`}`}
${await showReceipt(setting, event, language)}`
  return showPage(context, setting, { title, body, status: problem === undefined ? 200 : 409 })
}

/** Whether it can still come to this home by this offer. */
function runs({ offer, isOpen }: ViewedOffer): boolean {
  return isOpen || offer.state === 'accepted' || offer.state === 'waiting'
}

function titleOf({ offer, home, isOpen }: ViewedOffer, language: Language): string {
  const say = speak(offerTexts, language)
  const { address } = home
  if (isOpen) return say('title', { address })
  switch (offer.state) {
    case 'accepted':
    case 'waiting':
    case 'refused':
    case 'let':
      return say(`title-${offer.state}`, { address })
    case 'open':
    case 'expired':
      return say('title-expired', { address })
    default:
      return say('title-over')
  }
}

function statePart(viewed: ViewedOffer, now: Date, language: Language): Html {
  const { offer, isOpen, startsOn } = viewed
  const say = speak(offerTexts, language)
  const { state, viewingAt, papersBy, answerBy, id } = offer
  const viewing = !runs(viewed)
    ? ''
    : viewingAt && viewingAt <= now
      ? html`<p>${say('viewing-was', { moment: formatMoment(viewingAt, language) })}</p>`
      : viewingAt
        ? html`<p>${say('viewing', { moment: formatMoment(viewingAt, language) })} <a href="/mijn/aanbod/${id}/bezichtiging.ics">${say('calendar')}</a></p>`
        : html`<p>${say('viewing-none')}</p>`
  const more =
    state === 'accepted'
      ? say('accepted-more')
      : state === 'waiting'
        ? say('waiting-more')
        : state === 'refused'
          ? say('refused-more')
          : isOpen
            ? ''
            : state === 'expired' || state === 'open'
              ? say('expired-more', { moment: formatMoment(answerBy, language) })
              : startsOn === undefined
                ? say('over-more')
                : say('let-more', { on: startsOn })
  const papers =
    state === 'accepted' && papersBy
      ? html`<p><strong>${say('papers', { moment: momentInWords(papersBy, language) })}</strong></p>
<p class="actions"><a class="utrecht-button" href="/mijn/documenten">${say('papers-give')}</a></p>`
      : ''
  return html`${more === '' ? '' : html`<p>${more}</p>`}${papers}${viewing}`
}

function costs({ consequences }: ViewedOffer, language: Language): Html {
  const say = speak(offerTexts, language)
  if (consequences.length === 0) return html`<p>${say('no-costs-nothing')}</p>`
  return html`<p><strong>${say('no-costs')}</strong></p>
<ul>${consequences.map(({ label, code, until }) => html`<li>${withDutch(say('no-cost', { label, reason: reasonOfCode(language, code) }), [label], language)} ${until === undefined ? '' : say('no-cost-until', { until })}</li>`)}</ul>
<p>${say('no-cost-wrong')}</p>`
}

async function refusePage(
  context: PageContext,
  setting: WebSetting,
  faults: readonly Fault[] = [],
) {
  const viewed = await found(context, setting)
  if (viewed instanceof Response) return viewed
  if (!viewed.mayAnswer) return notFound(context, setting)
  // Whoever comes too late, or said no already, reads there what became of it.
  if (!runs(viewed)) return context.redirect(`/mijn/aanbod/${viewed.offer.id}`, 303)
  const visitor = context.get('visitor')
  const { language } = visitor
  const say = speak(offerTexts, language)
  const title = say('no-title')
  const body = html`${faultSummary(faults, language)}<h1 class="utrecht-heading-1">${title}</h1>
<p class="lead">${viewed.home.address}</p>
<section class="panel"><h2 class="utrecht-heading-3">${say('no-costs-title')}</h2>${costs(viewed, language)}</section>
<form method="post" novalidate>${formFields(visitor)}
${choiceField({
  ...{ name: 'grond', label: say('no-why'), hint: say('no-why-hint'), faults },
  choices: refusalGrounds.map((value) => ({ value, label: say(`ground-${value}`) })),
})}
<p class="actions"><button class="utrecht-button">${say('no-button')}</button> <a href="/mijn/aanbod/${viewed.offer.id}">${say('no-back')}</a></p></form>`
  return showPage(context, setting, { title, body, status: faults.length > 0 ? 422 : 200 })
}

async function answer(context: PageContext, setting: WebSetting, what: 'accept' | 'refuse') {
  const whose = personOr(context)
  if (whose instanceof Response) return whose
  const { language } = context.get('visitor')
  const offer = context.req.param('id') ?? ''
  const { key, grond } = await submitted(context)
  const ground = refusalGrounds.find((each): each is RefusalGround => each === grond)
  if (what === 'refuse' && !ground) {
    const text = speak(offerTexts, language)('ground-missing')
    return refusePage(context, setting, [{ field: 'grond', text }])
  }
  const input =
    what === 'refuse' && ground
      ? ({ offer, answer: 'refuse', ground } as const)
      : ({ offer, answer: 'accept' } as const)
  const outcome = await carryOut(setting, whose.actor, answerOffer, input, key)
  if (isRefusal(outcome)) {
    if (outcome.refused === 'not-found') return notFound(context, setting)
    return offerPage(context, setting, refusalText(outcome, language))
  }
  return context.redirect(`/mijn/aanbod/${offer}?bewijs=${outcome.event}`, 303)
}

/** The viewing as a calendar file (RFC 5545), an hour long. */
async function calendar(context: PageContext, setting: WebSetting) {
  const viewed = await found(context, setting)
  if (viewed instanceof Response) return viewed
  const { offer, home } = viewed
  if (!offer.viewingAt) return notFound(context, setting)
  const say = speak(offerTexts, context.get('visitor').language)
  const end = new Date(offer.viewingAt.getTime() + 3_600_000)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Verdeelsleutel//NL',
    'BEGIN:VEVENT',
    `UID:${offer.id}@verdeelsleutel`,
    `DTSTAMP:${stamp(setting.now())}`,
    `DTSTART:${stamp(offer.viewingAt)}`,
    `DTEND:${stamp(end)}`,
    `SUMMARY:${escaped(say('calendar-title', { address: home.address }))}`,
    `LOCATION:${escaped(`${home.address}, ${placeName(String(home.facts.municipality), 'nl')}`)}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
  return context.body(lines.join('\r\n'), 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="bezichtiging.ics"',
    'cache-control': 'no-store',
  })
}

function stamp(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d{3}/g, '')
}

function escaped(words: string): string {
  return words.replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n')
}
