/**
 * Around a home: a helper responds for somebody, a letting officer advertises a home and lets it, and a second
 * person answers for a correction that was proposed at the counter; each from the login to the result. And somebody
 * without a mouse does what they came for with the keyboard alone.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeListing } from '../../operations/close-listing.ts'
import { inTransaction } from '../../operations/operation.ts'
import { done } from '../letting-region.ts'
import {
  bothWays,
  hasBrowser,
  type JourneySite,
  journeySite,
  keepPicture,
  typedDay,
} from './site.ts'

describe.skipIf(!hasBrowser)('around a home', { timeout: 120_000 }, () => {
  let site: JourneySite
  beforeAll(async () => {
    site = await journeySite()
  })
  afterAll(async () => site?.close())

  test.each(bothWays)('a helper responds for somebody, %s', async (way, hasScript) => {
    const listing = await site.listing(7)
    const grandmother = await site.seeker({ name: `Oma Voorbeeld ${way}` })
    const own = await site.visit(grandmother, `Oma Voorbeeld ${way}`, hasScript)
    await own.go('/mijn/machtigingen')
    await own.type('Hoe noemt u deze persoon?', 'Mijn kleinzoon')
    await own.choose(/^Reageren/)
    await own.choose('3 maanden')
    await own.press('Maak de code')
    const code = await own.page.locator('.code').innerText()

    const human = { human: await site.human(`Kleinzoon ${way}`), roles: [], mandates: [] }
    const helper = await site.visit(human, `Kleinzoon ${way}`, hasScript)
    await helper.go('/mijn/namens')
    await helper.type('Code', code)
    await helper.press('Neem de machtiging aan')
    expect(await helper.read()).toContain(`U handelt namens Oma Voorbeeld ${way}`)
    await helper.follow('Woningen')
    await helper.go(`/woningen/${listing}`)
    await helper.follow(/^Reageren/)
    await helper.press(/^Ja, ik reageer/)
    await keepPicture(helper, `helper ${way}`)

    await own.go(`/mijn/reacties/${listing}`)
    await own.go('/mijn/inzage')
    expect(await own.read()).toContain(`Kleinzoon ${way}`)
    await own.leave()
    await helper.leave()
  })

  test.each(bothWays)('a letting officer lets a home, %s', async (way, hasScript) => {
    const dwelling = await site.dwelling()
    const officer = await site.worker('letting-officer')
    const work = await site.visit(officer, `Joris ${way}`, hasScript)
    await work.follow('Werk')
    expect(await work.heading()).toBe('Wat is er te doen')
    await work.go(`/werk/woningen/${dwelling}`)
    await work.type('Vrij vanaf', typedDay(site, 20))
    await work.press('Vrij melden')
    expect(work.path).toBe(`/werk/woningen/${dwelling}/advertentie`)
    await work.type('Kop', 'Licht appartement in Heerlen')
    await work.type('Omschrijving', 'Eén slaapkamer, op de tweede verdieping, met lift.')
    await work.press('Opslaan en controleren')
    await work.press(/^Publiceren/)
    expect(work.path).toBe(`/werk/woningen/${dwelling}/kandidaten`)

    const { id: listing } = await site.store
      .selectFrom('listing')
      .innerJoin('vacancy', 'vacancy.id', 'listing.vacancy')
      .select('listing.id')
      .where('vacancy.dwelling', '=', dwelling)
      .executeTakeFirstOrThrow()
    const { closes_at: closesAt } = await site.store
      .selectFrom('listing')
      .select('closes_at')
      .where('id', '=', listing)
      .executeTakeFirstOrThrow()
    site.later(1)
    const seeker = await site.seeker({ name: `Wil Wonen ${way}` })
    const home = await site.visit(seeker, `Wil Wonen ${way}`, hasScript)
    await home.go(`/woningen/${listing}`)
    expect(await home.read()).toContain('Licht appartement in Heerlen')
    await home.follow(/^Reageren/)
    await home.press(/^Ja, ik reageer/)

    site.goTo(closesAt ?? site.now())
    done(await inTransaction(site.setting, undefined, (doing) => closeListing(doing, listing)))
    await work.leave()
    await home.leave()
    const again = await site.visit(officer, `Joris ${way}`, hasScript)
    await again.follow('Werk')
    await again.go(`/werk/woningen/${dwelling}/kandidaten`)
    await again.press('Aanbieden')
    const taker = await site.visit(seeker, `Wil Wonen ${way}`, hasScript)
    await taker.follow(/aanbod|aangeboden/i)
    await taker.press(/^Ja/)

    await again.follow('Werk')
    await again.follow('Papieren controleren')
    for (const [button, fields] of checks(site)) {
      for (const [name, value] of fields) await again.page.locator(`[name="${name}"]`).fill(value)
      await again.page.locator(`button[value="${button}"]`).click()
      await again.page.waitForLoadState('load')
    }
    await again.type(/^Huur begint|^Begin/, typedDay(site, 20))
    await again.press('Woning verhuren')
    await keepPicture(again, `letting officer ${way}`)
    await again.go(`/woningen/${listing}/uitslag`)
    expect(await again.read()).toMatch(/verhuurd/i)
    await again.leave()
    await taker.leave()
  })

  test.each(bothWays)(
    'at the counter a date is put right, and a second person answers for it, %s',
    async (way, hasScript) => {
      const name = `Zonder Computer ${way}`
      const email = `${hasScript ? 'met' : 'zonder'}@example.org`
      await site.listing(7)
      const seeker = await site.seeker({ name, email })
      const officer = await site.worker('letting-officer')
      const counter = await site.visit(officer, `Balie ${way}`, hasScript)
      await counter.follow('Werk')
      await counter.follow('Balie')
      await counter.type('E-mailadres of kenmerk', email)
      await counter.type('Geboortedatum', '1-2-1990')
      await counter.press('Dossier openen')
      expect(await counter.heading()).toBe(`U helpt ${name}`)
      await counter.press(`Reageren voor ${name}`)
      await counter.open(/inschrijfdatum/i)
      await counter.type('Moet zijn', '1-5-2019')
      await counter.select('Grond', 'Een oudere inschrijving is aangetoond')
      await counter.select('Bewijs', 'Bevestiging van inschrijving')
      await counter.press('Voorstellen')
      await counter.follow('Overzicht afdrukken')
      await keepPicture(counter, `counter ${way}`)
      await counter.leave()

      const reviewer = await site.worker('reviewer')
      const second = await site.visit(reviewer, `Toetser ${way}`, hasScript)
      await second.follow('Werk')
      await second.follow(/mei 2019/)
      await second.type('Waarom, in uw eigen woorden', 'De bevestiging ligt in het dossier.')
      await second.press('Akkoord')
      await keepPicture(second, `reviewer ${way}`)
      await second.leave()

      const mine = await site.visit(seeker, name, hasScript)
      await mine.go('/mijn/inschrijving')
      expect(await mine.read()).toContain('1 mei 2019')
      await mine.go('/mijn/reacties')
      expect(await mine.heading()).toBe('U reageerde op 1 woning')
      await mine.leave()
    },
  )

  test('somebody responds and puts a form right with the keyboard alone', async () => {
    const listing = await site.listing(7)
    const seeker = await site.seeker({ name: 'Zonder Muis' })
    const person = await site.visit(seeker, 'Zonder Muis', true)
    await person.go(`/woningen/${listing}`)
    await person.tabTo('Naar de inhoud')
    await person.enter()
    // From the content on, what stands above it is passed.
    expect(await person.tabTo('Reageren op deze woning')).toBeLessThan(4)
    await person.enterTo(`/woningen/${listing}/reageren`)
    await person.tabTo('Ja, ik reageer')
    await person.enterTo(`/woningen/${listing}/gereageerd`)

    await person.go('/mijn/machtigingen')
    await person.tabTo('Maak de code')
    await person.enterTo('/mijn/machtigingen')
    expect(await person.page.title()).toMatch(/^Fout: /)
    expect(await person.focused()).toMatchObject({ id: 'fouten' })
    await person.tab()
    await person.enter()
    expect(await person.focused()).toMatchObject({ id: 'naam' })
    await person.page.keyboard.type('Mijn kleinzoon')
    await person.tabTo('Maak de code')
    await person.enterTo('/mijn/machtigingen/code')
    await person.leave()
  })
})

function checks(site: JourneySite) {
  const on = typedDay(site, 0)
  return [
    ['identity', [['datum-identity', on]]],
    [
      'income',
      [
        ['datum-income', on],
        ['waarde-income', '22000'],
      ],
    ],
    [
      'household',
      [
        ['datum-household', on],
        ['waarde-household', '1'],
      ],
    ],
  ] as const
}
