/**
 * What is Dutch on an English page is marked as Dutch, so that it is read aloud as such (WCAG 3.1.2): texts of rule
 * books, of councils, landlords and people. Seen by the small words that no Dutch sentence goes without.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginSession } from '../../operations/sessions.ts'
import { sightsOf } from './addresses.ts'
import { pagesSeen } from './looking.ts'
import { type Stock, type StockedRegion, stockedRegion } from './stocked-region.ts'

let region: StockedRegion
let stock: Stock
beforeAll(async () => {
  region = await stockedRegion()
  stock = await region.everyState()
}, 240_000)
afterAll(async () => region?.database.drop())

const small =
  /(?<![\p{L}-])(de|het|een|van|voor|niet|wordt|worden|met|bij|als|naar|door|geen|dat|wie|zijn|ik|mijn|uw|u|wij|en|op|te|er|daar|hier|staat|om)(?![\p{L}-])/giu
const enough = 2
/** Words of the matter itself, of which one is enough. */
const telling =
  /(?<![\p{L}-])(woning(en)?|inschrijving|inschrijf\p{L}*|urgentie|urgenten?|voorrang|huishouden|gemeente|verhuurder|verordening|voorbeeldverordening|reageren|reacties?|loting|doelgroep|inkomensgrens|inkomen|volgorde|bemiddeling|gebonden|opvang|beroep)(?![\p{L}-])/iu

const closesNothing = /^(area|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/

/** The texts of a page that are not said to be Dutch, element by element. */
function textsOf(page: string): string[] {
  const texts: string[] = []
  const open: { readonly name: string; readonly isDutch: boolean; readonly isSkipped: boolean }[] =
    []
  for (const [, isEnd, name = '', attributes = '', text = ''] of page.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>([^<]*)/gi,
  )) {
    const tag = name.toLowerCase()
    const around = open.at(-1)
    if (isEnd) {
      const at = open.findLastIndex((each) => each.name === tag)
      if (at >= 0) open.length = at
    } else if (!closesNothing.test(tag) && !attributes.endsWith('/')) {
      const language = /\slang="([^"]*)"/.exec(attributes)?.[1]
      open.push({
        name: tag,
        isDutch: language === undefined ? (around?.isDutch ?? false) : language === 'nl',
        isSkipped:
          (around?.isSkipped ?? false) || /^(script|style|svg|textarea|pre|code|title)$/.test(tag),
      })
    }
    const now = open.at(-1)
    if (!now?.isDutch && !now?.isSkipped && text.trim() !== '') texts.push(text.trim())
  }
  return texts
}

const isDutch = (text: string) =>
  telling.test(text) ||
  new Set((text.match(small) ?? []).map((each) => each.toLowerCase())).size >= enough

test('the check sees Dutch that is not marked, and only that', () => {
  const marked = '<p>It says <span lang="nl">de woning is van een ander</span>.</p>'
  expect(textsOf(`<html lang="en"><body>${marked}</body></html>`).filter(isDutch)).toEqual([])
  const bare =
    '<p>It says de woning is van een ander.</p><br><p lang="nl">De <b>woning</b> van u.</p>'
  expect(textsOf(`<html lang="en"><body>${bare}</body></html>`).filter(isDutch)).toHaveLength(1)
})

test('no page in English has Dutch that is not marked', { timeout: 120_000 }, async () => {
  const { sights } = sightsOf(region.app, stock.samples)
  const { pages } = await pagesSeen(region, region.app, stock, sights)
  const tokens = new Map<string, string>()
  const found: string[] = []
  for (const { path, by, state } of pages) {
    const actor = stock.visitors.get(by)
    const known = tokens.get(by)
    const token =
      known ??
      (actor && (await beginSession(region.store, region.region, actor.human, region.now())))
    if (token) tokens.set(by, token)
    const cookie = `taal=en${token ? `; sessie=${token}` : ''}`
    const answer = await region.app.request(path, { headers: { cookie } })
    const texts = new Set(textsOf(await answer.text()).filter(isDutch))
    for (const text of texts) found.push(`${path} (${state}) as ${by}: ${text.slice(0, 120)}`)
  }
  expect(found).toEqual([])
})
