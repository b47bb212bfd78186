/** A complaint in the browser without script: from the button beside the decision to the letter. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../core/basics/calendar-date.ts'
import { answerOffer } from '../operations/answer-offer.ts'
import { makeOffer } from '../operations/make-offer.ts'
import { type Actor, carryOut, dayOf } from '../operations/operation.ts'
import { skipCandidate } from '../operations/skip-candidate.ts'
import { doDueJobs } from '../operations/tasks.ts'
import { addComplaint } from '../store/complaints.ts'
import { done, landlord } from '../tests/letting-region.ts'
import { type PortalRegion, portalRegion } from '../tests/portal-region.ts'
import { formatDay } from '../words/language.ts'

let region: PortalRegion
let members: readonly [Actor, Actor]
let officer: Actor
beforeAll(async () => {
  region = await portalRegion()
  officer = await region.worker('letting-officer')
  members = [
    await region.worker('complaints-committee', ''),
    await region.worker('complaints-committee', ''),
  ]
})
afterAll(async () => region?.database.drop())

const words = 'Ik sta al langer ingeschreven dan hier staat. <b>Kijk</b> het na.'

describe('many cases', () => {
  test('come in pages: what is asked and what is soon over first, what is done last', async () => {
    const other = await portalRegion()
    try {
      await manyCases(other)
    } finally {
      await other.database.drop()
    }
  })
})

async function manyCases({ region: name, store, ...other }: PortalRegion) {
  const seeker = await other.seeker({})
  const { person, human } = seeker
  await other.responded(await other.listing(7), [seeker])
  const { number: event } = await store
    .selectFrom('event')
    .select('number')
    .where('region', '=', name)
    .executeTakeFirstOrThrow()
  const count = 60
  const today = dayOf(other.now())
  const complaint = (each: number) => ({
    ...{ route: 'complaint' as const, committee: '', person, decision: `lijst-${each}` },
    ...{ kind: 'placed', code: undefined, landlord, listing: undefined, words: 'Dit klopt niet.' },
    ...{ decidedOn: today, receivedOn: undefined, madeBy: human, madeAt: other.now(), event },
    // The later it came, the sooner it is over.
    ...{ decideBy: addDays(today, 100 - each), urgentUntil: undefined },
  })
  const ids: number[] = []
  for (let each = 0; each < count; each += 1) {
    const id = await store
      .transaction()
      .execute((transaction) => addComplaint(transaction, name, complaint(each)))
    ids.push(id ?? 0)
  }
  const [first, second] = ids
  const state = async (id: number | undefined, to: 'decided' | 'with-landlord') =>
    store
      .updateTable('complaint')
      .set({ state: to })
      .where('id', '=', id ?? 0)
      .execute()
  const last = ids.at(-1)
  await state(last, 'decided')
  await state(first, 'with-landlord')
  const listed = async (who: Actor) => {
    const own = await other.browser(who)
    const seen: number[] = []
    const sizes: number[] = []
    let next: string | undefined = '/klachten'
    while (next !== undefined) {
      const { text } = await own.get(next)
      const here = [...text.matchAll(/>\s*K-(\d+)\s*<\/td>/g)].map(([, id]) => Number(id))
      seen.push(...here)
      sizes.push(here.length)
      next = /rel="next" href="([^"]+)"/.exec(text)?.[1]
    }
    return { seen, sizes }
  }
  const member = await listed(await other.worker('complaints-committee', ''))
  expect(member.sizes).toEqual([25, 25, 10])
  expect(member.seen.toSorted()).toEqual(ids.toSorted())
  expect([member.seen[0], member.seen.at(-1)]).toEqual([ids.at(-2), last])
  const atLandlord = await listed(await other.worker('letting-officer'))
  expect(atLandlord.seen.toSorted()).toEqual(ids.toSorted())
  expect([atLandlord.seen[0], atLandlord.seen.at(-2)]).toEqual([first, second])
  const work = await (await other.browser(await other.worker('letting-officer'))).get('/werk')
  expect(work.text.match(/href="\/klachten\/\d+"/g)).toEqual([`href="/klachten/${first}"`])
  const elsewhere = await listed(await other.worker('letting-officer', 'anderwonen'))
  expect(elsewhere.seen).toEqual([])
}

describe('a complaint', () => {
  test('goes from the button to a letter that says what can be done next', async () => {
    const { listing, seekers } = await region.closedListing(2)
    const [, seeker] = seekers
    const mine = await region.browser(seeker)
    const decisions = await mine.get('/mijn/beslissingen')
    const form = `/mijn/beslissingen/lijst-${listing}/oneens`
    expect(decisions.text).toContain(`href="${form}"`)
    const short = await mine.post(form, { woorden: 'Nee <i>' })
    expect(short.status).toBe(422)
    expect(short.text).toContain('href="#woorden"')
    expect(short.text).toContain('Nee &lt;i&gt;</textarea>')
    const sent = await mine.post(form, { woorden: words })
    expect(sent.status).toBe(303)
    const address = sent.location ?? ''
    expect(address).toMatch(/^\/klachten\/\d+$/)
    const received = await mine.get(address)
    expect(received.text).toContain('&lt;b&gt;Kijk&lt;/b&gt;')
    expect(received.text).toMatch(/Klacht K-\d+/)
    expect(received.text).toContain('Wat u schreef')
    // A second time it is shown that one is running, and nothing is sent.
    expect((await mine.get(form)).text).toContain(`href="${address}"`)
    expect((await mine.get('/mijn/beslissingen')).text).toContain(`href="${address}"`)

    const one = await region.browser(members[0])
    const two = await region.browser(members[1])
    expect((await one.get(address)).status).toBe(404)
    const list = await one.get('/klachten')
    expect(list.text).not.toContain('Zoeker 2')
    expect((await one.post(address, { doe: 'nemen' }, '/klachten')).location).toBe(address)
    await two.post(address, { doe: 'nemen' }, '/klachten')
    const file = await one.get(address)
    expect(file.text).toContain('Zoeker 2')
    expect(file.text).toContain('Er komt precies hetzelfde uit als toen')
    expect(file.text).toContain('plaats 2')
    const early = await one.post(address, { doe: 'oordelen', oordeel: 'founded', reden: words })
    expect(early.status).toBe(422)
    expect(early.text).toContain('Vraag eerst de verhuurder')
    await one.post(address, { doe: 'vragen', dagen: '5' })

    const work = await region.browser(officer)
    expect((await work.get('/werk')).text).toContain(`href="${address}"`)
    const atLandlord = await work.get(address)
    expect(atLandlord.text).not.toContain('Zoeker 2')
    expect(atLandlord.text).not.toContain('nagespeeld')
    await work.post(address, { doe: 'reageren', reactie: 'De datum komt uit het logboek zelf.' })
    const reason = 'De datum op de bon is de datum van uw inschrijving.'
    const judged = { doe: 'oordelen', oordeel: 'unfounded', reden: reason }
    expect((await one.post(address, judged)).status).toBe(303)
    expect((await mine.get(address)).text).not.toContain(reason)
    expect((await one.get(address)).text).toContain('Een ander lid moet nu kijken')
    expect((await two.post(address, { doe: 'vaststellen' })).status).toBe(303)
    const letter = await mine.get(address)
    expect(letter.text).toContain(reason)
    expect(letter.text).toContain('uw klacht is ongegrond')
    expect(letter.text).toContain('Juridisch Loket')
    const messages = await mine.get('/mijn/berichten')
    expect(messages.text).toContain('Er is een oordeel in uw zaak')
    expect(messages.text).toContain(`href="${address}"`)
  })

  test('is advised upon: the landlord says what it does with it, and all who are in it read that', async () => {
    const { listing, seekers } = await region.closedListing(2)
    const mine = await region.browser(seekers[1])
    const { location } = await mine.post(`/mijn/beslissingen/lijst-${listing}/oneens`, {
      woorden: words,
    })
    const address = location ?? ''
    const one = await region.browser(members[0])
    const two = await region.browser(members[1])
    for (const each of [one, two]) await each.post(address, { doe: 'nemen' }, '/klachten')
    await one.post(address, { doe: 'vragen', dagen: '5' })
    const work = await region.browser(officer)
    await work.post(address, { doe: 'reageren', reactie: 'De datum komt uit het logboek zelf.' })
    const judged = { doe: 'oordelen', oordeel: 'founded', gevolg: 'advice', reden: words }
    await one.post(address, judged)
    expect((await work.get(address)).text).not.toContain('Wat doet u met dit oordeel?')
    await two.post(address, { doe: 'vaststellen' })

    const letter = await mine.get(address)
    expect(letter.text).toContain('Wat Voorbeeldwonen ermee doet')
    expect(letter.text).toContain('Nog geen antwoord')
    expect(letter.text).not.toContain('name="antwoord"')
    const list = await work.get('/werk')
    expect(list.text).toContain('Zeg wat u met een oordeel van de klachtencommissie doet')
    expect(list.text).toContain(`href="${address}"`)
    region.later(40)
    await doDueJobs(region.setting)
    // After so long everybody logs in anew.
    const [seeker, member, worker] = [
      await region.browser(seekers[1]),
      await region.browser(members[0]),
      await region.browser(officer),
    ]
    expect((await seeker.get(address)).text).toContain('Dat is niet gedaan')
    expect((await member.get('/klachten')).text).toContain('geen antwoord van de verhuurder')
    expect((await worker.get('/werk')).text).toContain('te laat')

    const uitleg = 'Wij wachten nog op de gemeente. <b>Daarom</b> niet.'
    const none = await worker.post(address, { doe: 'antwoorden', uitleg })
    expect(none.status).toBe(422)
    expect(none.text).toContain('href="#antwoord"')
    expect(none.text).toContain('&lt;b&gt;Daarom&lt;/b&gt; niet.</textarea>')
    const short = await worker.post(address, { doe: 'antwoorden', antwoord: 'not', uitleg: 'Nee' })
    expect(short.text).toContain('href="#uitleg"')
    expect(
      (await worker.post(address, { doe: 'antwoorden', antwoord: 'not', uitleg })).status,
    ).toBe(303)
    for (const each of [seeker, member, worker]) {
      const { text } = await each.get(address)
      expect(text).toContain('Het advies wordt niet gevolgd')
      expect(text).toContain('&lt;b&gt;Daarom&lt;/b&gt;')
      expect(text).not.toContain('name="antwoord"')
    }
    expect((await seeker.get(`${address}?taal=en`)).text).toContain('The advice is not followed')
    const messages = await seeker.get('/mijn/berichten?taal=nl')
    expect(messages.text).toContain('De verhuurder zegt wat er met het oordeel gebeurt')
    expect((await member.get('/klachten')).text).not.toContain('geen antwoord van de verhuurder')
  })

  test('about being passed over shows by which ways the landlord says it sought them', async () => {
    const { listing, seekers } = await region.closedListing(2)
    const [seeker] = seekers
    if (!seeker) throw new Error('nobody')
    const { setting } = region
    const { offers } = done(await carryOut(setting, officer, makeOffer, { listing, count: 1 }))
    const offer = offers[0]?.id ?? ''
    done(await carryOut(setting, seeker, answerOffer, { offer, answer: 'accept' }))
    const on = dayOf(region.now())
    const contacts = [
      { channel: 'phone', on },
      { channel: 'letter', on },
    ] as const
    const skip = { offer, ground: 'not-reached', contacts } as const
    done(await carryOut(setting, officer, skipCandidate, skip))
    const mine = await region.browser(seeker)
    const form = `/mijn/beslissingen/overslaan-${listing}/oneens`
    const { location } = await mine.post(form, { woorden: words })
    const address = location ?? ''
    const member = await region.browser(members[0])
    await member.post(address, { doe: 'nemen' }, '/klachten')
    for (const each of [mine, member]) {
      const { text } = await each.get(address)
      expect(text).toContain('Volgens de verhuurder was er contact')
      expect(text).toContain(`Telefoon, ${formatDay(on, 'nl')}`)
    }
  })

  test('is not there for others: the same answer as for what does not exist', async () => {
    const { listing, seekers } = await region.closedListing(2)
    const [one, two] = seekers
    const mine = await region.browser(one)
    const form = `/mijn/beslissingen/lijst-${listing}/oneens`
    const { location } = await mine.post(form, { woorden: words })
    const address = location ?? ''
    const others = [two, await region.worker('letting-officer', 'anderwonen')]
    for (const other of others) {
      const browser = await region.browser(other)
      const there = await browser.get(address)
      const not = await browser.get('/klachten/999999')
      expect([there.status, there.text.length]).toEqual([404, not.text.length])
      expect((await browser.post(address, { doe: 'intrekken' }, '/woningen')).status).toBe(404)
    }
    expect((await (await region.browser()).get(address)).status).toBe(303)
  })

  test('reads in English, and can be taken back', async () => {
    const { listing, seekers } = await region.closedListing(1)
    const mine = await region.browser(seekers[0])
    const form = `/mijn/beslissingen/lijst-${listing}/oneens`
    expect((await mine.get(`${form}?taal=en`)).text).toContain('What is not right, in your view?')
    const { location } = await mine.post(form, { woorden: words })
    const address = location ?? ''
    expect((await mine.get(address)).text).toContain('Complaint K-')
    await mine.post(address, { doe: 'intrekken' })
    expect((await mine.get(address)).text).toContain('You took this back')
    expect((await mine.get(form)).text).toContain('<textarea')
  })
})
