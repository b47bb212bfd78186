/** On an English page what is quoted from a rule book is marked as Dutch, and said to be what counts. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PortalRegion, portalRegion } from '../tests/portal-region.ts'

let region: PortalRegion
beforeAll(async () => {
  region = await portalRegion()
})
afterAll(async () => region?.database.drop())

const dutch = /<span lang="nl">([^<]*)<\/span>/g
const plain = (html: string) => html.replaceAll(/<span lang="nl">([^<]*)<\/span>/g, '$1')

test('names and texts of rules are marked on the English page, and nothing of the page itself', async () => {
  const browser = await region.browser()
  const inDutch = await browser.get('/regels?taal=nl')
  expect(inDutch.text).not.toContain('<span lang="nl">')
  const { text } = await browser.get('/regels?taal=en')
  const marked = [...text.matchAll(dutch)].map(([, words]) => words)
  expect(marked.length).toBeGreaterThan(10)
  expect(text).toContain('The Dutch text is the one that counts')
  expect(marked.join(' ')).not.toMatch(/\b(the|this holds|is needed)\b/i)
  // Every heading of a rule is what the book itself calls it.
  for (const [, title = ''] of text.matchAll(/<h4>(.*?)<\/h4>/g)) {
    expect(title === plain(title) ? title : 'marked').toMatch(/^marked$|^[A-Z][a-z]+ [a-z0-9-]+$/)
  }
})

test('the rules of a home quote the book in Dutch as well', async () => {
  const listing = await region.listing(7)
  const browser = await region.browser()
  await browser.get('/?taal=en')
  const { text } = await browser.get(`/woningen/${listing}`)
  expect(text).toContain('The Dutch text is the one that counts')
  expect(text).toMatch(/<p class="small soft">This stands in[^<]*<span lang="nl">/)
})
