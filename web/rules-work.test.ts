/** Rules go live page after page, and a role is given by two people: in a browser without script. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../core/basics/calendar-date.ts'
import { dayOf } from '../operations/operation.ts'
import { type Browser, type PortalRegion, portalRegion } from '../tests/portal-region.ts'
import { type RulesRegion, regionalText, rulesRegion } from '../tests/rules-region.ts'
import { dayTyped } from './work-frame.ts'

let region: PortalRegion
let rules: RulesRegion
let browsers: Record<keyof RulesRegion['people'], Browser>
beforeAll(async () => {
  region = await portalRegion()
  rules = await rulesRegion(region)
  browsers = await logIn()
}, 60_000)
afterAll(async () => region?.database.drop())

/** Everybody who has to do with rules, each in a browser where they just logged in. */
async function logIn() {
  const of = async (name: keyof RulesRegion['people']) =>
    [name, await region.browser(rules.people[name])] as const
  const names = Object.keys(rules.people).filter(
    (each): each is keyof RulesRegion['people'] => each in rules.people,
  )
  // @NOTE made from every name there is.
  return Object.fromEntries(await Promise.all(names.map(of))) as typeof browsers
}

const make = '/gemeente/verordening'
const asEmre = { afzender: 'municipal-policy heerlen', waarom: 'Meer tijd <b>voor iedereen</b>.' }

describe('rules, from page to page', () => {
  let address: string

  test('what cannot be read is told with its place, and nothing typed is lost', async () => {
    const text = 'book: parkstad-2026\ntitle: "nooit gesloten'
    const answer = await browsers.proposer.post(make, { ...asEmre, tekst: text })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Regel 2')
    expect(answer.text).toContain('nooit gesloten')
    expect(answer.text).toContain('Meer tijd &lt;b&gt;')
    expect((await browsers.proposer.post(make, { ...asEmre, afzender: 'x y' })).status).toBe(404)
  })

  test('are proposed, and everybody can read them and that they decide nothing yet', async () => {
    const text = regionalText('listing_open: 7 days', 'listing_open: 10 days').replace(
      'title: Voorbeeldverordening',
      'title: <i>Nieuwe</i> voorbeeldverordening',
    )
    const sent = await browsers.proposer.post(make, { ...asEmre, tekst: text })
    expect(sent.status).toBe(303)
    address = /verordening\/([^/]+)\/toets/.exec(sent.location ?? '')?.[1] ?? ''
    const nobody = await region.browser()
    const page = await nobody.get(`/regels/${address}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Dit is een voorstel')
    expect(page.text).toContain('7 dagen')
    expect(page.text).toContain('10 dagen')
    expect(page.text).not.toContain('<i>Nieuwe')
    expect(page.text).not.toContain('Emre')
    expect((await nobody.get('/regels')).text).toContain('Wacht op advies')
    expect((await nobody.get('/regels?taal=en')).text).toContain('Waits for advice')
    expect((await nobody.get(`/regels/${address.slice(0, -1)}0`)).status).toBe(404)
    const again = await browsers.proposer.post(make, { ...asEmre, tekst: text })
    expect(again.text).toContain('al voorgesteld')
  })

  test('get advice, of which the dissent stays to be read, and an answer to each point', async () => {
    const path = `/huurders/adviezen/${address}`
    const { tenants, landlord, monitor, proposer } = browsers
    const asTenants = { afzender: 'tenants-organisation ', oordeel: 'disagree' }
    const without = await tenants.post(path, asTenants)
    expect(without.status).toBe(422)
    expect(without.text).toContain('waarom u het oneens bent')
    const points = 'Waarom tien dagen?\n\nWie legt het uit?'
    const given = await tenants.post(path, { ...asTenants, punten: points })
    expect(given.status).toBe(303)
    expect(
      (
        await landlord.post(path, {
          ...{ afzender: 'landlord-policy voorbeeldwonen', oordeel: 'agree' },
        })
      ).status,
    ).toBe(303)
    expect(
      (await monitor.post(path, { afzender: 'regional-monitor ', oordeel: 'agree' })).status,
    ).toBe(303)

    const check = `${make}/${address}/toets`
    for (const at of [1, 2]) {
      const { text } = await proposer.get(check)
      expect(text).toContain(at === 1 ? 'op 2 punten' : 'op 1 punt')
      const [, advice = ''] = new RegExp(`name="antwoord-([^"]+)-${at}"`).exec(text) ?? []
      const answer = { wat: 'antwoord' }
      const empty = await proposer.post(check, { ...answer, [`antwoord-${advice}-${at}`]: ' ' })
      expect(empty.status).toBe(422)
      const both: Record<string, string> = {
        ...answer,
        [`antwoord-${advice}-${at}`]: 'x'.repeat(9_000),
      }
      if (at === 1) both[`antwoord-${advice}-2`] = 'Dat leg ik uit.'
      const kept = await proposer.post(check, both)
      expect([kept.status, kept.text.includes('Dat leg ik uit.')]).toEqual([422, at === 1])
      const said = { ...answer, [`antwoord-${advice}-${at}`]: 'Dat vroegen mensen.' }
      expect((await proposer.post(check, said)).status).toBe(303)
    }
    const { text } = await (await region.browser()).get(`/regels/${address}`)
    expect(text).toContain('oneens')
    expect(text).toContain('Dat vroegen mensen.')
  })

  test('are adopted by every council, and released by two people from a moment to come', async () => {
    const check = `${make}/${address}/toets`
    const decision = {
      ...{ wat: 'vaststellen', dag: dayTyped(dayOf(region.now())), besluit: 'Verordening' },
      ...{ nummer: '2026-114', code: 'cd'.repeat(32) },
    }
    const wrong = await browsers.proposer.post(check, {
      ...decision,
      gemeente: 'heerlen',
      code: 'x',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('value="2026-114"')
    expect((await browsers.proposer.post(check, { ...decision, gemeente: 'heerlen' })).status).toBe(
      303,
    )
    for (const gemeente of [
      'kerkrade',
      'landgraaf',
      'brunssum',
      'beekdaelen',
      'simpelveld',
      'voerendaal',
    ]) {
      expect((await browsers.others.post(check, { ...decision, gemeente })).status).toBe(303)
    }
    const release = '/beheer/regels-uitgave'
    const { text } = await browsers.admin.get(release)
    const [, id = ''] = /name="voorstel" value="([^"]+)"/.exec(text) ?? []
    const ask = (day: number, hour: string) =>
      browsers.admin.post(release, {
        ...{
          voorstel: id,
          wat: 'kiezen',
          [`dag-${id}`]: dayTyped(addDays(dayOf(region.now()), day)),
        },
        [`uur-${id}`]: hour,
      })
    expect((await ask(-1, '00:00')).text).toContain('Kies een moment dat nog komt')
    expect((await ask(1, '25:00')).status).toBe(422)
    expect((await ask(1, '00:00')).status).toBe(303)
    // Whoever confirms too late reads who can do something about it.
    region.later(2)
    browsers = await logIn()
    const late = (await browsers.second.get(release)).text
    expect(late).toContain('Dat moment is voorbij')
    expect(late).not.toContain('bevestigen"')
    expect((await ask(1, '00:00')).status).toBe(303)
    const confirm = (browser: Browser) => browser.post(release, { voorstel: id, wat: 'bevestigen' })
    expect((await browsers.proposer.get(release)).text).not.toContain('bevestigen"')
    expect((await confirm(browsers.proposer)).text).toContain('Iemand anders moet het uitgeven')
    expect((await confirm(browsers.admin)).status).toBe(404)
    expect((await confirm(browsers.second)).status).toBe(303)

    const nobody = await region.browser()
    expect((await nobody.get(`/regels/${address}`)).text).toContain('Deze regels gaan in op')
    region.later(1)
    expect((await nobody.get(`/regels/${address}`)).text).toContain('Deze regels gelden nu')
    const old = await nobody.get('/regels/boek/parkstad-2026')
    expect(old.location).toBe(`/regels/${address}`)
    const differences = await nobody.get('/regels/verschillen')
    expect(differences.text).toContain('Geen eigen regels')
  })
})

describe('roles, by two people', () => {
  test('one asks, another agrees, and then it holds', async () => {
    // A day has passed since: everybody logs in anew.
    const admin = await region.browser(rules.people.admin)
    const otherAdmin = await region.browser(rules.people.otherAdmin)
    await rules.worker('Nieuwe Medewerker', [], 'nieuw@example.org')
    const path = '/beheer/rollen'
    const found = await admin.get(`${path}?zoek=nieuw%40example.org`)
    expect((await admin.get(`${path}?zoek=nieuwe`)).text).toContain('Niemand gevonden')
    const [, human = ''] = /id="mens" name="mens" value="([^"]+)"/.exec(found.text) ?? []
    const asked = {
      ...{ zoek: 'nieuw@example.org', mens: human, rol: 'reviewer', organisatie: 'Voorbeeldwonen' },
      ...{ tot: dayTyped(addDays(dayOf(region.now()), 30)), waarom: 'Vervangt Karin' },
    }
    const ask = (more: object = {}) =>
      admin.post(path, { ...asked, wat: 'vragen', ...more }, `${path}?zoek=nieuw%40example.org`)
    expect((await ask({ waarom: ' ' })).text).toContain('waarom iemand deze rol nodig heeft')
    expect((await ask({ tot: '1-1-2031' })).status).toBe(422)
    expect((await ask({ organisatie: '' })).text).toContain('korte naam')
    expect((await ask()).status).toBe(303)
    expect((await ask()).text).toContain('al gevraagd')

    const [, request = ''] = /id="aanvraag-([^"]+)"/.exec((await admin.get(path)).text) ?? []
    const agree = (browser: Browser) => browser.post(path, { aanvraag: request, wat: 'akkoord' })
    expect((await agree(admin)).text).toContain('Een ander mens moet ernaar kijken')
    expect((await agree(otherAdmin)).status).toBe(303)
    expect((await agree(otherAdmin)).status).toBe(404)
    const member = await region.browser({ human, roles: [], mandates: [] })
    expect((await member.get('/werk')).status).toBe(200)

    const held = { mens: human, rol: 'reviewer', organisatie: 'voorbeeldwonen', wat: 'beeindigen' }
    expect((await admin.post(path, held)).status).toBe(303)
    // Logged out everywhere: what they had open asks who they are.
    expect((await member.get('/werk')).status).toBe(303)
    const again = await region.browser({ human, roles: [], mandates: [] })
    expect((await again.get('/werk')).status).toBe(404)
    expect((await admin.post(path, held)).status).toBe(404)
    const { human: last } = rules.people.otherAdmin
    const leave = { mens: last, rol: 'functional-admin', organisatie: '', wat: 'beeindigen' }
    expect((await admin.post(path, leave)).text).toContain('Er moeten twee functioneel beheerders')
  })

  test('an administrator logs somebody out everywhere, who keeps their role', async () => {
    const path = '/beheer/rollen'
    const admin = await region.browser(rules.people.admin)
    const { otherAdmin: other } = rules.people
    const browsers = [await region.browser(other), await region.browser(other)]
    const statuses = async () =>
      Promise.all(browsers.map(async (each) => (await each.get(path)).status))
    expect(await statuses()).toEqual([200, 200])
    expect((await admin.post(path, { mens: other.human, wat: 'uitloggen' })).status).toBe(303)
    expect(await statuses()).toEqual([303, 303])
    expect((await (await region.browser(other)).get(path)).status).toBe(200)
    expect((await admin.get(path)).status).toBe(200)
    expect((await admin.post(path, { mens: 'niemand', wat: 'uitloggen' })).status).toBe(404)
    const ended = await region.store
      .selectFrom('event')
      .select(['actor', 'body'])
      .where('kind', '=', 'sessions-ended')
      .execute()
    expect(ended).toMatchObject([{ actor: rules.people.admin.human }])
    expect(JSON.stringify(ended)).not.toContain(other.human)
  })

  test('nobody gives a role to themselves, nor by a second account', async () => {
    const path = '/beheer/rollen'
    const admin = await region.browser(rules.people.admin)
    const { human } = rules.people.admin
    const address = await region.store
      .selectFrom('human')
      .select('email')
      .where('id', '=', human)
      .executeTakeFirstOrThrow()
    const double = await rules.worker('Niels H.', [], address.email.toUpperCase())
    for (const mens of [human, double.human]) {
      const answer = await admin.post(path, {
        ...{
          mens,
          rol: 'auditor',
          organisatie: '',
          tot: dayTyped(addDays(dayOf(region.now()), 30)),
        },
        ...{ waarom: 'Voor mij', zoek: 'niels', wat: 'vragen' },
      })
      expect(answer.text).toContain('Uzelf geeft u geen rol')
    }
    const kinds = await region.store
      .selectFrom('event')
      .select('kind')
      .where('kind', 'like', 'role-%')
      .orderBy('number')
      .execute()
    expect(kinds.map(({ kind }) => kind)).toEqual(['role-asked', 'role-granted', 'role-ended'])
  })
})
