/**
 * The same pages on paper, in colours that somebody chose for everything, enlarged, with wide letters, and with
 * names as people have them: long, of one letter, in other scripts. One page of each kind, on a phone; and every
 * kind of form that is sent wrongly.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeOffer } from '../../operations/make-offer.ts'
import { type Actor, carryOut } from '../../operations/operation.ts'
import { done, type Seeker } from '../letting-region.ts'
import { sightsOf } from './addresses.ts'
import { type Filling, formButtons, sendForm } from './forms.ts'
import { hasBrowser, type Looker, narrow, openSite, type PageSeen, pagesSeen } from './looking.ts'
import { type Stock, type StockedRegion, stockedRegion } from './stocked-region.ts'

/** A list, an explanation, a question, a decision, rules, a draw, and of the work a table, a form and a letter. */
const kinds = [
  ['/woningen', 'as it is'],
  ['/woningen/:id/uitslag', 'closed'],
  ['/mijn/reacties/:id', 'placed'],
  ['/inschrijven/woonplaats', 'as it is'],
  ['/mijn/aanbod/:id', 'open'],
  ['/regels', 'as it is'],
  ['/loting/:id', 'drawn'],
  ['/werk/woningen/:id/kandidaten', 'closed'],
  ['/werk/controle/:id', 'accepted'],
  ['/werk/post/:id', 'letter'],
] as const

/** A line, a day, a choice, a box, a long text, a code, a file; and of the work many forms, a list, and papers. */
const forms = [
  ['/inschrijven/naam', 'as it is'],
  ['/inschrijven/geboren', 'as it is'],
  ['/inschrijven/beroep', 'as it is'],
  ['/mijn/inschrijving/uitschrijven', 'as it is'],
  ['/mijn/beslissingen/:decision/oneens', 'open'],
  ['/mijn/namens', 'as it is'],
  ['/huurders/adviezen/:version', 'proposed'],
  ['/gemeente/verordening', 'as it is'],
  ['/werk/controle/:id', 'accepted'],
  ['/werk/balie', 'as it is'],
] as const

/** Who is called so must be able to read every page about them. */
const names = [
  `Wilhelmina van ${'Hohenzollern-Sigmaringendorf-'.repeat(3).slice(0, 80)}`,
  'محمد عبد الرحمن بن يوسف الأندلسي',
  'Екатерина Владимировна Преображенская',
  'O',
]

describe.skipIf(!hasBrowser)('one page of each kind', { timeout: 120_000 }, () => {
  let region: StockedRegion
  let stock: Stock
  let site: Awaited<ReturnType<typeof openSite>>
  let pages: readonly PageSeen[]
  let looker: Looker
  beforeAll(async () => {
    region = await stockedRegion()
    stock = await region.stock(1)
    site = await openSite(region, region.app)
    const { sights } = sightsOf(region.app, stock.samples)
    pages = (await pagesSeen(region, region.app, stock, sights)).pages
    looker = await site.looker()
  })
  afterAll(async () => {
    await site?.close()
    await region?.database.drop()
  })

  async function open(route: string, state: string): Promise<PageSeen> {
    const page = pages.find((each) => each.route === route && each.state === state)
    if (!page) throw new Error(`nobody sees ${route} (${state})`)
    await looker.page.setViewportSize(narrow)
    await looker.page.emulateMedia({ media: 'screen', forcedColors: 'none', colorScheme: 'light' })
    await looker.as(stock.visitors.get(page.by))
    expect(await looker.go(page.path, page.status)).toEqual([])
    return page
  }

  // @NOTE each script below makes a list of texts.
  const found = async (script: string) => (await looker.page.evaluate(script)) as readonly string[]

  test.each(kinds)('%s (%s) is printed without what can only be clicked', async (route, state) => {
    await open(route, state)
    await looker.page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await found(stillThere)).toEqual([])
    expect(await found(tooPale)).toEqual([])
    expect(await looker.page.locator('h1, .letter').last().isVisible()).toBe(true)
    await looker.page.setViewportSize({ width: 640, height: 900 })
    expect(await looker.shownFaults('nothing')).toEqual([])
  })

  test.each(kinds)('%s (%s) is whole in colours of their own', async (route, state) => {
    await open(route, state)
    await looker.page.emulateMedia({ forcedColors: 'active' })
    expect(await looker.shownFaults('nothing')).toEqual([])
    expect(await found(withoutEdge)).toEqual([])
    for (let times = 0; times < 4; times += 1) {
      await looker.page.keyboard.press('Tab')
      expect(await found(focusUnseen)).toEqual([])
    }
  })

  test.each(kinds)(
    '%s (%s) can be enlarged and spaced, and does not move',
    async (route, state) => {
      await open(route, state)
      expect(await found(moving)).toEqual([])
      // Four times as large on a screen of 1280 by 1024.
      await looker.page.setViewportSize({ width: 320, height: 256 })
      expect(await looker.shownFaults('nothing')).toEqual([])
      expect(await found(coversMuch)).toEqual([])
      await looker.page.evaluate(spaced)
      expect(await looker.shownFaults('nothing')).toEqual([])
      await looker.page.evaluate(twiceAsLarge)
      await looker.page.setViewportSize({ width: 640, height: 512 })
      expect(await looker.shownFaults('nothing')).toEqual([])
    },
  )

  test.each(names)('somebody called %s fits on the pages about them', async (name) => {
    const seeker = await region.seeker({ name })
    region.later(1)
    const listing = await region.listing(1)
    await region.responded(listing, [seeker])
    region.later(2)
    await region.close(listing)
    const officer = stock.visitors.get('letting-officer')
    if (!officer) throw new Error('somebody lets the homes')
    const { offers } = done(
      await carryOut(region.setting, officer, makeOffer, { listing, count: 1 }),
    )
    const { dwelling } = await region.store
      .selectFrom('listing')
      .innerJoin('vacancy', 'vacancy.id', 'listing.vacancy')
      .select('vacancy.dwelling')
      .where('listing.id', '=', listing)
      .executeTakeFirstOrThrow()
    const offer = offers[0]?.id ?? ''
    const looks: readonly (readonly [Actor | Seeker, string])[] = [
      [seeker, '/mijn'],
      [seeker, '/mijn/inschrijving'],
      [seeker, `/mijn/aanbod/${offer}`],
      [officer, `/werk/woningen/${dwelling}/kandidaten`],
      [officer, `/werk/aanbiedingen/${offer}`],
    ]
    await looker.page.setViewportSize(narrow)
    await looker.page.emulateMedia({ media: 'screen', forcedColors: 'none' })
    looker.forget()
    for (const [actor, path] of looks) {
      await looker.as(actor)
      expect([path, ...(await looker.go(path)), ...(await looker.shownFaults('nothing'))]).toEqual([
        path,
      ])
      const text = await looker.page.locator('body').innerText()
      expect(text.replaceAll(/[⁨⁩]/g, ''), path).toContain(name)
    }
  })

  // Every form both ways, and each of its buttons: `npm run test:all`.
  test.each(
    forms.map(([route, state], at): [string, string, Filling] => [
      ...([route, state] as const),
      at % 2 === 0 ? 'odd' : 'empty',
    ]),
  )('%s (%s) sent %s says what is wrong, and loses nothing', async (route, state, filling) => {
    await open(route, state)
    const [button] = await formButtons(looker)
    if (!button) throw new Error('there is something to send')
    expect(await sendForm(looker, button, filling)).toEqual({ status: 422, faults: [] })
    expect(await looker.shownFaults()).toEqual([])
  })
})

/** On paper nothing can be clicked: neither ways on, nor buttons. */
const stillThere = `[...document.querySelectorAll('nav, footer, button, .utrecht-button, .utrecht-skip-link, main a')]
  .filter((each) => !each.matches('main a:not(.utrecht-button)') || each.textContent.startsWith('‹'))
  .filter((each) => each.getClientRects().length > 0 && !each.closest('summary'))
  .map((each) => each.outerHTML.slice(0, 120))`

/** Paper is white, whatever the screen is. */
const tooPale = `[...document.querySelectorAll('main :is(h1, h2, h3, p, li, td, th, dd, dt, label)')]
  .filter((each) => each.getClientRects().length > 0)
  .filter((each) => getComputedStyle(each).color.match(/\\d+/g).slice(0, 3).every((part) => Number(part) > 140))
  .map((each) => each.outerHTML.slice(0, 120))`

/** Where every background is one colour, a field or a button is told by its edge. */
const withoutEdge = `[...document.querySelectorAll('main :is(.utrecht-button:not(.utrecht-button--subtle), input:not([type="hidden"]), select, textarea)')]
  .filter((each) => each.getClientRects().length > 0 && !['checkbox', 'radio', 'file'].includes(each.type))
  .filter((each) => { const { borderTopWidth, borderTopStyle } = getComputedStyle(each); return parseFloat(borderTopWidth) < 1 || borderTopStyle === 'none' })
  .map((each) => each.outerHTML.slice(0, 120))`

const focusUnseen = `(() => {
  const at = document.activeElement
  const { outlineStyle, outlineWidth } = getComputedStyle(at)
  return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 ? [] : [at.outerHTML.slice(0, 120)]
})()`

const moving = `[...document.querySelectorAll('body *')]
  .filter((each) => { const { animationName, transitionDuration } = getComputedStyle(each); return animationName !== 'none' || parseFloat(transitionDuration) > 0 })
  .map((each) => each.outerHTML.slice(0, 120))`

/** What stays in sight while the rest moves, takes at most a third of a small window. */
const coversMuch = `[...document.querySelectorAll('body *')]
  .filter((each) => ['sticky', 'fixed'].includes(getComputedStyle(each).position))
  .filter((each) => each.getBoundingClientRect().height > innerHeight / 3)
  .map((each) => each.outerHTML.slice(0, 120))`

/** As who reads with difficulty sets it (WCAG 1.4.12). */
const spaced = `(() => {
  for (const each of document.querySelectorAll('body, body *')) {
    each.style.lineHeight = '1.5'
    each.style.letterSpacing = '0.12em'
    each.style.wordSpacing = '0.16em'
    if (each.tagName === 'P') each.style.marginBottom = '2em'
  }
})()`

const twiceAsLarge = `document.documentElement.style.fontSize = '225%'`
