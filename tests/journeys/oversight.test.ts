/**
 * Those who watch over it: a complaint goes to the committee that sees the decision replayed, and back as a letter;
 * an auditor replays what was decided; a technical administrator sees to a job that failed.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepLog } from '../../operations/keep-log.ts'
import { doDueJobs } from '../../operations/tasks.ts'
import { bothWays, hasBrowser, type JourneySite, journeySite, keepPicture } from './site.ts'

describe.skipIf(!hasBrowser)('oversight', { timeout: 120_000 }, () => {
  let site: JourneySite
  beforeAll(async () => {
    site = await journeySite()
  })
  afterAll(async () => site?.close())

  test.each(bothWays)('a complaint ends with a letter, %s', async (way, hasScript) => {
    const { listing, seekers } = await site.closedListing(2)
    const [, second] = seekers
    if (!second) throw new Error('two seekers stand on the list')
    const mine = await site.visit(second, `Klager ${way}`, hasScript)
    await mine.go('/mijn/beslissingen')
    await mine.follow(/oneens|Klacht/)
    expect(mine.path).toBe(`/mijn/beslissingen/lijst-${listing}/oneens`)
    await mine.type('Schrijf op wat er mis ging, en wat u wilt', 'Ik sta al langer ingeschreven.')
    await mine.press('Klacht indienen')
    const number = (await mine.heading()).replace('Klacht ', '')

    const members = [
      await site.worker('complaints-committee', ''),
      await site.worker('complaints-committee', ''),
    ]
    const [one, two] = await Promise.all(
      members.map((member, at) => site.visit(member, `Lid ${at} ${way}`, hasScript)),
    )
    if (!one || !two) throw new Error('two members came')
    for (const each of [one, two]) {
      await each.follow('Werk')
      await each.follow('Klachten')
      await each.press(new RegExp(`In behandeling nemen ${number}`))
    }
    expect(await one.read()).toContain('Er komt precies hetzelfde uit als toen')
    await one.press('Vragen')
    const officer = await site.visit(
      await site.worker('letting-officer'),
      `Joris ${way}`,
      hasScript,
    )
    await officer.follow('Werk')
    await officer.follow(new RegExp(number))
    await officer.type('Wat is er volgens u gebeurd?', 'De datum komt uit het logboek.')
    await officer.press('Antwoord geven')
    await one.follow('Klachten')
    await one.follow(new RegExp(`Openen ${number}`))
    await one.choose('Ongegrond')
    await one.type('De reden, in gewone woorden', 'De datum klopt met het bewijs van toen.')
    await one.press('Oordeel voorleggen aan een tweede lid')
    await two.follow('Klachten')
    await two.follow(new RegExp(`Openen ${number}`))
    await two.press('Eens: nu vaststellen en laten weten')
    await keepPicture(two, `complaints committee ${way}`)

    await mine.go('/mijn/berichten')
    expect(await mine.read()).toContain('Er is een oordeel in uw zaak')
    await mine.go(`/klachten/${number.replace('K-', '')}`)
    expect(await mine.read()).toContain('De datum klopt met het bewijs van toen.')
    for (const each of [mine, one, two, officer]) await each.leave()
  })

  test.each(bothWays)('an auditor replays what was decided, %s', async (way, hasScript) => {
    await site.closedListing(2)
    const auditor = await site.worker('auditor', '')
    const person = await site.visit(auditor, `Controleur ${way}`, hasScript)
    await person.follow('Werk')
    expect(await person.heading()).toBe('Logboek')
    await person.follow('Naspelen')
    await person.type('Van', '2026-01-01')
    await person.press('Naspelen')
    expect(await person.read()).toContain('Gelijk')
    await person.press('Alles in deze periode naspelen')
    await doDueJobs(site.setting)
    await doDueJobs(site.setting)
    await person.go(person.path)
    expect(await person.read()).toMatch(/klopt|net zo/)
    await keepPicture(person, `auditor ${way}`)
    await keepLog(site.setting, site.logKey)
    await person.follow('Afwijkingen')
    expect(await person.heading()).toBe('Wat opvalt')
    await person.follow('Logboek')
    await person.page.getByRole('link', { name: /…$/ }).first().click()
    await person.page.waitForURL(/controle/)
    expect(await person.heading()).toBe('Zelf controleren')
    await person.leave()
  })

  test.each(bothWays)('a job that failed is done again, %s', async (way, hasScript) => {
    const { id } = await site.store
      .insertInto('job')
      .values({
        ...{ region: site.region, task: 'close-listing', payload: '{"listing": 4711}' },
        ...{ at: new Date(site.now().getTime() + 3_600_000), attempts: 3, fault: 'TypeError' },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const admin = await site.worker('technical-admin', '')
    const person = await site.visit(admin, `Beheerder ${way}`, hasScript)
    await person.follow('Werk')
    expect(await person.heading()).toMatch(/gaat niet goed|gaan niet goed/)
    await person.press(`Doe taak ${id} nu opnieuw`)
    await doDueJobs(site.setting)
    await person.go('/beheer/taken')
    expect(await person.read()).toContain('niets meer te doen')
    await keepPicture(person, `technical admin ${way}`)
    await person.leave()
  })
})
