/** The page of one draw, in each of its states, read by somebody who does not believe us. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeListing } from '../operations/close-listing.ts'
import { inTransaction } from '../operations/operation.ts'
import { settleDraw } from '../operations/settle-draw.ts'
import { done, homeFacts, type Seeker } from '../tests/letting-region.ts'
import { type PortalRegion, portalRegion } from '../tests/portal-region.ts'

let region: PortalRegion
beforeAll(async () => {
  region = await portalRegion()
})
afterAll(async () => region?.database.drop())

const hour = 1 / 24
const close = async (id: number) =>
  done(await inTransaction(region.setting, undefined, (doing) => closeListing(doing, id)))
const settle = async (id: number) =>
  done(await inTransaction(region.setting, undefined, (doing) => settleDraw(doing, id)))

async function lottery(people: number): Promise<{ listing: number; seekers: Seeker[] }> {
  const seekers: Seeker[] = []
  for (let each = 0; each < people; each += 1) seekers.push(await region.seeker())
  const listing = await region.listing(1, { ...homeFacts, model: 'lottery' })
  await region.responded(listing, seekers)
  return { listing, seekers }
}

const lotIn = (text: string) => /<p class="hash">([^<]+)<\/p>/.exec(text)?.[1] ?? ''

describe('the page of a draw', () => {
  test('says what comes, then what is fixed, that the round is late, and at last the places', async () => {
    const { listing, seekers } = await lottery(4)
    const anybody = await region.browser()
    const open = await anybody.get(`/loting/${listing}`)
    expect(open.text).toContain('Hier wordt nog niet geloot')
    expect((await anybody.get(`/loting/${listing}/vastlegging.json`)).status).toBe(404)

    region.later(1)
    await close(listing)
    const waiting = await anybody.get(`/loting/${listing}`)
    expect(waiting.text).toContain('De loten liggen vast')
    expect(waiting.text).toContain('oefenloting')
    expect((await anybody.get(`/loting/${listing}/uitslag.json`)).status).toBe(404)
    const before = await anybody.get(`/loting/${listing}/vastlegging.json`)
    expect(JSON.parse(before.text)).toMatchObject({ scheme: 'wrv-loting-v1', lotCount: 4 })

    region.later(2 * hour)
    expect((await anybody.get(`/loting/${listing}`)).text).toContain('het getal van buiten is laat')

    await settle(listing)
    const drawn = await anybody.get(`/loting/${listing}`)
    expect(drawn.text).toContain('Alles klopt')
    const outcome = JSON.parse((await anybody.get(`/loting/${listing}/uitslag.json`)).text)
    expect(outcome.commitment).toEqual(JSON.parse(before.text))
    for (const { person } of seekers) {
      expect(drawn.text).not.toContain(person)
      expect(JSON.stringify(outcome)).not.toContain(person)
    }
  })

  test('lets who holds a lot see that it takes part, and nobody else which lot is theirs', async () => {
    const { listing, seekers } = await lottery(3)
    const [mine, other] = seekers
    region.later(1)
    await close(listing)
    const browser = await region.browser(mine)
    expect((await browser.get(`/mijn/reacties/${listing}`)).text).toContain('Mijn lotnummer')
    const own = await browser.get(`/mijn/reacties/${listing}/lot`)
    expect(own.text).toContain('dit lot staat op de vastgelegde lijst')
    const lot = lotIn(own.text)
    const anybody = await region.browser()
    expect((await anybody.post(`/loting/${listing}`, { lot })).text).toContain('Ja, dit lot')
    expect((await anybody.post(`/loting/${listing}`, { lot: 'LOT-9999' })).text).toContain(
      'Nee, dit',
    )
    expect((await anybody.post(`/loting/${listing}`, { lot: ' ' })).status).toBe(422)
    const others = await (await region.browser(other)).get(`/mijn/reacties/${listing}/lot`)
    expect(others.text).not.toContain(lot)
    const outside = await region.browser(await region.seeker())
    expect((await outside.get(`/mijn/reacties/${listing}/lot`)).status).toBe(404)

    region.later(2 * hour)
    await settle(listing)
    const later = await (await region.browser(mine)).get(`/mijn/reacties/${listing}`)
    const place = /plaats (?:is )?(\d+)/i.exec(later.text)?.[1]
    expect((await anybody.post(`/loting/${listing}`, { lot })).text).toContain(
      `Plaats ${place} van 3`,
    )
  })

  test('gives files that the script of the guide agrees with, and a forged one it does not', async () => {
    const { listing } = await lottery(5)
    region.later(1)
    await close(listing)
    region.later(2 * hour)
    await settle(listing)
    const anybody = await region.browser()
    const folder = mkdtempSync(join(tmpdir(), 'draw-'))
    const script = join(import.meta.dirname, '../docs/guides/verify-a-draw.mjs')
    expect((await anybody.get('/reken-na.mjs')).text).toContain('verify-a-draw.mjs draw.json')
    const outcome = JSON.parse((await anybody.get(`/loting/${listing}/uitslag.json`)).text)
    const file = join(folder, 'uitslag.json')
    writeFileSync(file, JSON.stringify(outcome))
    const said = execFileSync(process.execPath, [script, file], { encoding: 'utf8' })
    expect(said).not.toContain('false')
    const [first, second] = outcome.lots
    ;[first.place, second.place] = [second.place, first.place]
    writeFileSync(file, JSON.stringify(outcome))
    expect(() => execFileSync(process.execPath, [script, file], { stdio: 'pipe' })).toThrow()
  })

  test('is not there for a home without a draw', async () => {
    const listing = await region.listing(1)
    expect((await (await region.browser()).get(`/loting/${listing}`)).status).toBe(404)
  })
})
