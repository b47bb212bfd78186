/**
 * Rules on their way: a municipality proposes, a landlord, tenants and the region advise, every council adopts, an
 * administrator and a second person release. And a role, asked by one administrator and given by another.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../operations/operation.ts'
import { done } from '../letting-region.ts'
import { councils, type RulesRegion, regionalText, rulesRegion } from '../rules-region.ts'
import {
  bothWays,
  hasBrowser,
  type JourneySite,
  journeySite,
  keepPicture,
  typedDay,
} from './site.ts'

describe.skipIf(!hasBrowser)('rules and roles', { timeout: 120_000 }, () => {
  let site: JourneySite
  let rules: RulesRegion
  beforeAll(async () => {
    site = await journeySite()
    rules = await rulesRegion(site)
  })
  afterAll(async () => site?.close())

  const shown = ({ path }: { readonly path: string }) => path.split('/').at(-1) ?? ''

  test.each(bothWays)('go live by everybody who has a part in it, %s', async (way, hasScript) => {
    const { proposer, landlord, tenants, monitor, admin, second, others } = rules.people
    const days = hasScript ? 10 : 11
    const visit = (actor: Actor, name: string) => site.visit(actor, `${name} ${way}`, hasScript)

    const policy = await visit(proposer, 'Emre')
    await policy.follow('Werk')
    await policy.follow('Regels maken')
    const text = regionalText('listing_open: 7 days', `listing_open: ${days} days`)
    await policy.type('De tekst van het regelboek (YAML)', text)
    await policy.type('Waarom, in gewone taal', 'Meer tijd om te reageren.')
    await policy.press('Toetsen en voorstellen')
    expect(await policy.heading()).toMatch(/^Toets: /)
    await policy.follow('Lees de regels en het advies')
    const version = shown(policy)
    expect(await policy.read()).toContain('Dit is een voorstel')

    for (const [actor, name, verdict] of [
      [landlord, 'Lies', 'Eens'],
      [tenants, 'Sjef', 'Oneens'],
      [monitor, 'Vera', 'Eens'],
    ] as const) {
      const adviser = await visit(actor, name)
      await adviser.follow('Werk')
      await adviser.follow('Adviezen')
      await adviser.follow('Voorbeeldverordening woonruimteverdeling Parkstad 2026')
      await adviser.choose(verdict === 'Eens' ? /^Eens$/ : 'Oneens')
      if (verdict === 'Oneens') await adviser.type('Uw punten', `Waarom ${days} dagen?`)
      await adviser.press('Advies geven')
      expect(await adviser.read()).toContain(verdict.toLowerCase())
      if (actor === tenants) await keepPicture(adviser, `tenants ${way}`)
      await adviser.leave()
    }

    await policy.follow('Werk')
    await policy.follow('Naar de toets')
    expect(await policy.read()).toContain(`Waarom ${days} dagen?`)
    await policy.type('Uw antwoord op punt 1', 'Dat vroegen mensen die werken.')
    await policy.press('Antwoord geven')
    await policy.select('Gemeente', 'Heerlen')
    await policy.type('Dag van het besluit', typedDay(site, 0))
    await policy.type('Naam van het besluit', 'Verordening woonruimteverdeling')
    await policy.type('Nummer van het besluit', '2026-114')
    await policy.type('Of de code ervan (SHA-256)', 'cd'.repeat(32))
    await policy.press('Besluit vastleggen')
    const { id } = await site.store
      .selectFrom('rule_proposal')
      .select('id')
      .orderBy('proposed_at', 'desc')
      .executeTakeFirstOrThrow()
    for (const each of councils.slice(1)) done(await rules.adopt(others, id, each))

    const manager = await visit(admin, 'Niels')
    await manager.follow('Werk')
    await manager.follow('Regels op komst')
    await manager.press('Ingang kiezen')
    const other = await visit(second, 'Daan')
    await other.follow('Werk')
    await other.follow('Regels op komst')
    await other.press('Uitgave bevestigen')
    await keepPicture(other, `municipality ${way}`)

    site.later(1)
    await other.go(`/regels/${version}`)
    expect(await other.read()).toContain('Deze regels gelden nu')
    expect(await other.read()).toContain(`${days} dagen`)
    for (const each of [policy, manager, other]) await each.leave()
  })

  test.each(bothWays)('a role is asked by one and given by another, %s', async (way, hasScript) => {
    const name = `Nieuwe Medewerker ${way}`
    const email = `nieuw.${hasScript ? 'een' : 'twee'}@example.org`
    const member = await rules.worker(name, [], email)
    const asker = await site.visit(rules.people.admin, `Niels ${way}`, hasScript)
    await asker.follow('Werk')
    await asker.follow('Rollen')
    await asker.type('Zoek iemand', email)
    await asker.press('Zoeken')
    await asker.choose(new RegExp(`^${name}`))
    await asker.select('Rol', 'Toetser')
    await asker.type('Organisatie', 'voorbeeldwonen')
    await asker.type('Waarom', 'Vervangt Karin')
    await asker.press('Rol aanvragen')
    expect(await asker.read()).toContain(name)

    const giver = await site.visit(rules.people.otherAdmin, `Farida ${way}`, hasScript)
    await giver.follow('Werk')
    await giver.follow('Rollen')
    await giver.press('Akkoord')
    await keepPicture(giver, `functional admin ${way}`)

    const worker = await site.visit(member, name, hasScript)
    await worker.follow('Werk')
    expect(await worker.heading()).toBe('Wat is er te doen')
    for (const each of [asker, giver, worker]) await each.leave()
  })
})
