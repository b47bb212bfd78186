/**
 * What people meet when something is not as it should be: a page that is not there or not theirs, a fault of ours,
 * a database that is away, a login that lapsed while they wrote, a form from another tab, a button pressed twice,
 * and lists with nothing on them. Each says what it is and what can be done, and reads as well as any other page.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AddPages } from '../../web/app.ts'
import { faultsOf } from '../pages/looking.ts'
import { bothWays, hasBrowser, type JourneySite, journeySite, type Person } from './site.ts'

/** The forms of the page as they were before one logged in anew. */
const oldForms = `document.querySelectorAll('main [name="csrf"]').forEach((each) => { each.value = 'oud' })`

/** Inside of us, for nobody to read. */
const secret = 'select name from person'

/** Where something goes wrong: in the reading and in the sending of a page. */
const brokenPages: AddPages = (app) => {
  const breakDown = () => {
    throw new TypeError(secret)
  }
  app.get('/stuk', breakDown)
  app.get('/weg', () => {
    throw Object.assign(new Error('terminating connection'), { code: '57P01' })
  })
}

describe.skipIf(!hasBrowser)('when something is not as it should be', { timeout: 120_000 }, () => {
  let site: JourneySite
  let isStopped = false
  let isBroken = false
  beforeAll(async () => {
    site = await journeySite({
      others: [brokenPages],
      takeOne: (bucket) => ({ allowed: !isStopped, seconds: 30, bucket, most: 1, left: 0 }),
      onNewName: () => {
        if (isBroken) throw new TypeError(secret)
      },
    })
  })
  afterAll(async () => site?.close())

  async function reads(person: Person, ...said: readonly (string | RegExp)[]): Promise<void> {
    const text = await person.read()
    for (const each of said) expect(text).toMatch(each)
    expect(text).not.toContain(secret)
    expect(await faultsOf(person.page, person.hasScript ? 'everything' : 'nothing')).toEqual([])
  }

  test('a page that is not there, or not theirs, leads on, and says not which', async () => {
    const { listing, seekers } = await site.closedListing(1)
    const other = await site.seeker({ name: 'Iemand Anders' })
    const person = await site.visit(other, 'Iemand Anders', true)
    await person.go('/woningen/99999', 404)
    await reads(person, 'Deze bladzijde is er niet', 'Zoek een woning')
    const missing = await person.read()
    await person.go(`/mijn/reacties/${listing}`, 404)
    expect(await person.read()).toBe(missing)
    expect(seekers).toHaveLength(1)
    await person.leave()
  })

  test('a fault of ours says so with a mark to name, and nothing of the inside', async () => {
    const person = await site.passerBy(true)
    await person.go('/stuk', 500)
    await reads(person, 'Er ging iets mis', /kenmerk: [0-9a-f]{8}\./, 'Vraag om hulp')
    await person.go('/weg', 503)
    await reads(person, 'Dit werkt even niet', 'Laad deze bladzijde over een minuut opnieuw')
    await person.leave()
  })

  test('who asks too often is told how long to wait', async () => {
    const person = await site.visit(await site.seeker(), 'Veel Vragen', true)
    isStopped = true
    await person.go('/woningen', 429).finally(() => {
      isStopped = false
    })
    await reads(person, 'Even wachten', '30 seconden')
    await person.leave()
  })

  test.each(bothWays)('what was typed outlives a login that lapsed, %s', async (way, hasScript) => {
    const seeker = await site.seeker({ name: `Traag ${way}` })
    const person = await site.visit(seeker, `Traag ${way}`, hasScript)
    await person.go('/mijn/machtigingen')
    await person.type('Hoe noemt u deze persoon?', 'Mijn dochter uit Brunssum')
    await person.choose('3 maanden')
    site.later(1)
    await person.press('Maak de code', 403)
    await reads(person, 'U was niet meer ingelogd', 'is bewaard')
    await person.follow('Inloggen en verdergaan')
    await person.press(new RegExp(`^Traag ${way}`))
    await reads(person, 'Mijn dochter uit Brunssum', 'er is nog niets veranderd')
    await person.press('Verstuur het nu')
    expect(person.path).toBe('/mijn/machtigingen/code')
    await person.leave()
  })

  test('what was typed outlives a fault of ours', async () => {
    const seeker = await site.seeker({ name: 'Pech Vogel' })
    const person = await site.visit(seeker, 'Pech Vogel', true)
    await person.go('/mijn/machtigingen')
    await person.type('Hoe noemt u deze persoon?', 'Mijn zoon uit Heerlen')
    await person.choose('3 maanden')
    isBroken = true
    await person.press('Maak de code', 500)
    isBroken = false
    await reads(person, 'Er ging iets mis', 'Wat u invulde, is bewaard')
    await person.follow('Verder met wat u invulde')
    await reads(person, 'Mijn zoon uit Heerlen')
    await person.press('Verstuur het nu')
    expect(person.path).toBe('/mijn/machtigingen/code')
    await person.leave()
  })

  test('a form of before one logged in anew is refused, and says how to go on', async () => {
    const seeker = await site.seeker({ name: 'Twee Tabbladen' })
    const person = await site.visit(seeker, 'Twee Tabbladen', true)
    await person.go('/mijn/machtigingen')
    await person.page.evaluate(oldForms)
    await person.type('Hoe noemt u deze persoon?', 'Mijn zoon')
    await person.press('Maak de code', 403)
    await reads(person, 'Dit formulier is niet verstuurd', 'Er is niets veranderd')
    await person.leave()
  })

  test.each(bothWays)('a button pressed twice does it once, %s', async (way, hasScript) => {
    const seeker = await site.seeker({ name: `Dubbel ${way}` })
    const listing = await site.listing(7)
    const person = await site.visit(seeker, `Dubbel ${way}`, hasScript)
    await person.go(`/woningen/${listing}/reageren`)
    await person.page.getByRole('button', { name: /^Ja, ik reageer/ }).dblclick()
    await person.page.waitForURL(/gereageerd/)
    await reads(person, /bewijs/i)
    const responses = await site.store
      .selectFrom('response')
      .select('person')
      .where('person', '=', seeker.person)
      .execute()
    expect(responses).toHaveLength(1)
    await person.leave()
  })

  test('a list with nothing on it says so, and what can be done', async () => {
    const seeker = await site.seeker({ name: 'Net Begonnen', municipality: 'kerkrade' })
    const person = await site.visit(seeker, 'Net Begonnen', true)
    for (const [path, said] of [
      ['/woningen?gemeente=nergens', /geen woningen/],
      ['/mijn/reacties', /nog niet/],
      ['/mijn/beslissingen', /nog niets|geen/],
      ['/klachten', /geen/],
      ['/mijn/documenten', /geen|niets/],
    ] as const) {
      await person.go(path)
      await reads(person, said)
    }
    await person.leave()
  })
})
