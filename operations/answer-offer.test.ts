/** Offers, from the list to the lease, on a real database; and what happens when two things happen at once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../core/basics/calendar-date.ts'
import { openStore } from '../store/database.ts'
import { done, type LettingRegion, lettingRegion, refusedOf } from '../tests/letting-region.ts'
import { answerOffer, type RefusalGround } from './answer-offer.ts'
import { checkDocuments, type EvidenceKind } from './check-documents.ts'
import { instantOf } from './dutch-time.ts'
import { expireOffer } from './expire-offer.ts'
import { letHome } from './let-home.ts'
import { makeOffer } from './make-offer.ts'
import { type Actor, carryOut, dayOf, inTransaction, type Setting } from './operation.ts'
import { skipCandidate } from './skip-candidate.ts'

let region: LettingRegion
let officer: Actor
beforeAll(async () => {
  region = await lettingRegion()
  officer = await region.worker('letting-officer')
})
afterAll(async () => region?.database.drop())

async function offered(people: number, count = people) {
  const closed = await region.closedListing(people)
  const { offers } = done(await offer(closed.listing, count))
  return { ...closed, offers: offers.map(({ id }) => id) }
}

const offer = (listing: number, count: number, key?: string) =>
  carryOut(region.setting, officer, makeOffer, { listing, count }, key)

const accept = (by: Actor | undefined, id = '') =>
  carryOut(region.setting, by ?? officer, answerOffer, { offer: id, answer: 'accept' })

const decline = (by: Actor | undefined, id = '', ground: RefusalGround = 'too-small') =>
  carryOut(region.setting, by ?? officer, answerOffer, { offer: id, answer: 'refuse', ground })

const expire = (id = '') =>
  inTransaction(region.setting, undefined, (doing) => expireOffer(doing, id))

async function statesOf(listing: number): Promise<string[]> {
  const rows = await region.store
    .selectFrom('offer')
    .select('state')
    .where('listing', '=', listing)
    .orderBy('place')
    .execute()
  return rows.map(({ state }) => state)
}

async function historyOf(person = ''): Promise<string[]> {
  const rows = await region.store
    .selectFrom('history')
    .select('name')
    .where('person', '=', person)
    .orderBy('event')
    .execute()
  return rows.map(({ name }) => name)
}

async function messagesOf(person = ''): Promise<string[]> {
  const rows = await region.store
    .selectFrom('message')
    .select('code')
    .where('person', '=', person)
    .orderBy('at')
    .execute()
  return rows.map(({ code }) => code)
}

async function seen(id: string, more: { readonly incomeCents?: number } = {}) {
  const on = dayOf(region.now())
  const papers: Record<EvidenceKind, object> = {
    identity: { source: 'passport' },
    income: { source: 'tax-statement', incomeCents: 2_200_000, ...more },
    household: { source: 'population-register', householdSize: 1 },
  }
  for (const kind of ['identity', 'income', 'household'] as const) {
    const { source = '', ...value }: { source?: string } = papers[kind]
    const input = { offer: id, kind, source, on, outcome: 'as-said' as const, ...value }
    done(await carryOut(region.setting, officer, checkDocuments, input))
  }
}

describe('making offers', () => {
  test('goes by the order of the list, one or a group', async () => {
    const { listing, seekers } = await region.closedListing(4)
    const first = done(await offer(listing, 1))
    expect(first).toMatchObject({ offers: [{ place: 1 }], passed: [] })
    expect(done(await offer(listing, 2)).offers.map(({ place }) => place)).toEqual([2, 3])
    expect(await messagesOf(seekers[2]?.person)).toContain('offer-made')
    expect(await historyOf(seekers[2]?.person)).toContain('offer-made')
  })

  test('twice the same click makes one offer', async () => {
    const { listing } = await region.closedListing(2)
    const [one, other] = await Promise.all([
      offer(listing, 1, 'double-click'),
      offer(listing, 1, 'double-click'),
    ])
    expect(one).toEqual(other)
    expect(await statesOf(listing)).toEqual(['open'])
  })

  test('who has an offer already is told that they are passed over, and keeps their place', async () => {
    const { seekers } = await offered(1)
    const [busy] = seekers
    const second = await region.listing(1)
    const other = await region.seeker({ name: 'Later' })
    if (!busy) throw new Error('nobody')
    await region.responded(second, [busy, other])
    region.later(1.1)
    const { closeListing } = await import('./close-listing.ts')
    done(await inTransaction(region.setting, undefined, (doing) => closeListing(doing, second)))
    const made = done(await offer(second, 1))
    expect(made).toMatchObject({
      offers: [{ place: 2 }],
      passed: [{ place: 1, code: 'another-offer-open' }],
    })
    expect(await messagesOf(busy.person)).toContain('passed-over')
  })

  test('two landlords cannot offer two homes to one person in the same moment', async () => {
    const one = await region.closedListing(1)
    const [person] = one.seekers
    if (!person) throw new Error('nobody')
    const two = await region.listing(1)
    await region.responded(two, [person])
    region.later(2)
    const { closeListing } = await import('./close-listing.ts')
    done(await inTransaction(region.setting, undefined, (doing) => closeListing(doing, two)))
    const both = await Promise.all([offer(one.listing, 1), offer(two, 1)])
    expect(both.map((each) => done(each).offers.length).toSorted()).toEqual([0, 1])
  })

  test('nobody else may: another landlord is told that there is no such listing', async () => {
    const { listing } = await region.closedListing(1)
    const stranger = await region.worker('letting-officer', 'anderwonen')
    const outcome = await carryOut(region.setting, stranger, makeOffer, { listing, count: 1 })
    expect(outcome).toEqual({ refused: 'not-found', facts: {} })
  })
})

describe('answering', () => {
  test('the first who says yes in order of place gets the home, whoever was quickest', async () => {
    const { listing, seekers, offers } = await offered(3)
    expect(done(await accept(seekers[2], offers[2])).state).toBe('waiting')
    expect(done(await accept(seekers[1], offers[1])).state).toBe('waiting')
    expect(done(await decline(seekers[0], offers[0])).state).toBe('refused')
    expect(await statesOf(listing)).toEqual(['refused', 'accepted', 'waiting'])
    expect(await messagesOf(seekers[1]?.person)).toContain('offer-in-turn')
  })

  test('two who accept at once: one has it', async () => {
    const { listing, seekers, offers } = await offered(2)
    const both = await Promise.all([accept(seekers[0], offers[0]), accept(seekers[1], offers[1])])
    expect(both.map((each) => done(each).state).toSorted()).toEqual(['accepted', 'waiting'])
    expect(await statesOf(listing)).toEqual(['accepted', 'waiting'])
  })

  test('two processes on one database: a home is accepted once, and let once', async () => {
    const { listing, seekers, offers } = await offered(2)
    const other = openStore(region.database.url, 4)
    try {
      const elsewhere = { ...region.setting, store: other }
      const [one, two] = seekers
      const say = (setting: Setting, by: Actor | undefined, id = '') =>
        carryOut(setting, by ?? officer, answerOffer, { offer: id, answer: 'accept' })
      const both = await Promise.all([
        say(region.setting, one, offers[0]),
        say(elsewhere, two, offers[1]),
        say(elsewhere, one, offers[0]),
      ])
      expect(both.map(refusedOf).filter((each) => each === 'already-answered')).toHaveLength(1)
      expect(await statesOf(listing)).toEqual(['accepted', 'waiting'])
      await seen(offers[0] ?? '')
      const lease = { offer: offers[0] ?? '', startsOn: dayOf(region.now()) }
      const lets = await Promise.all([
        carryOut(region.setting, officer, letHome, lease),
        carryOut(elsewhere, officer, letHome, lease),
      ])
      expect(lets.map(refusedOf).toSorted()).toEqual(['not-accepted', undefined])
    } finally {
      await other.destroy()
    }
  })

  test('refused and expired together: one of the two', async () => {
    const { listing, seekers, offers } = await offered(2)
    const { answer_by: until } = await region.store
      .selectFrom('offer')
      .select('answer_by')
      .where('id', '=', offers[0] ?? '')
      .executeTakeFirstOrThrow()
    const late = { ...region.setting, now: () => until }
    const [refused, expired] = await Promise.all([
      decline(seekers[0], offers[0]),
      inTransaction(late, undefined, (doing) => expireOffer(doing, offers[0] ?? '')),
    ])
    expect(
      [refusedOf(refused), refusedOf(expired)].filter((each) => each !== undefined),
    ).toHaveLength(1)
    expect(['refused', 'expired']).toContain((await statesOf(listing))[0])
    const told = (await historyOf(seekers[0]?.person)).filter((each) => /refused|unans/.test(each))
    expect(told).toHaveLength(1)
  })

  test('that the listing was wrong never counts against anybody', async () => {
    const { seekers, offers } = await offered(2)
    done(await decline(seekers[0], offers[0], 'listing-was-wrong'))
    done(await decline(seekers[1], offers[1], 'too-expensive'))
    expect(await historyOf(seekers[0]?.person)).not.toContain('offer-refused')
    expect(await historyOf(seekers[1]?.person)).toContain('offer-refused')
  })

  test('nobody answers for somebody else, also not who works there', async () => {
    const { seekers, offers } = await offered(2)
    expect(refusedOf(await accept(seekers[1], offers[0]))).toBe('not-found')
    expect(refusedOf(await accept(officer, offers[0]))).toBe('not-found')
    expect(refusedOf(await accept(seekers[1], 'no id'))).toBe('not-found')
  })

  test('twice the same answer is an answer that was given', async () => {
    const { seekers, offers } = await offered(1)
    done(await accept(seekers[0], offers[0]))
    expect(refusedOf(await accept(seekers[0], offers[0]))).toBe('already-answered')
  })
})

describe('the term to answer', () => {
  test('of an offer made on Saturday at 18:00 runs until Tuesday', async () => {
    const { listing } = await region.closedListing(1)
    region.goTo('2026-06-06T16:00:00Z')
    const [made] = done(await offer(listing, 1)).offers
    region.goTo('2026-06-09T14:59:59Z')
    expect(refusedOf(await expire(made?.id))).toBe('still-open')
    region.goTo('2026-06-09T15:00:00Z')
    expect(refusedOf(await expire(made?.id))).toBeUndefined()
    expect(refusedOf(await expire(made?.id))).toBe('already-answered')
  })

  test('is over at its hour: an answer after it comes too late', async () => {
    const { seekers, offers } = await offered(1)
    region.later(7)
    expect(refusedOf(await accept(seekers[0], offers[0]))).toBe('offer-expired')
  })

  test('begins when the home can be seen', async () => {
    const { listing } = await region.closedListing(1)
    const viewingAt = instantOf(addDays(dayOf(region.now()), 14), '10:00')
    done(await carryOut(region.setting, officer, makeOffer, { listing, count: 1, viewingAt }))
    const made = await region.store
      .selectFrom('offer')
      .select('answer_by')
      .where('listing', '=', listing)
      .executeTakeFirstOrThrow()
    expect(made.answer_by.getTime()).toBeGreaterThan(viewingAt.getTime() + 86_400_000)
  })

  test('is passed by whoever comes first, once', async () => {
    const { offers, seekers } = await offered(1)
    region.later(7)
    const both = await Promise.all([expire(offers[0]), expire(offers[0])])
    expect(both.map(refusedOf).filter((each) => each === undefined)).toHaveLength(1)
    expect(
      (await historyOf(seekers[0]?.person)).filter((each) => each === 'offer-unanswered'),
    ).toHaveLength(1)
  })
})

describe('passing somebody over', () => {
  const skip = (
    id: string,
    ground: 'not-reached' | 'took-it-back' | 'papers-differ',
    ways: readonly ('mail' | 'phone')[],
  ) =>
    carryOut(region.setting, officer, skipCandidate, {
      ...{ offer: id, ground },
      contacts: ways.map((channel) => ({ channel, on: dayOf(region.now()) })),
    })

  test('needs two ways by which they were sought, and tells them', async () => {
    const { listing, seekers, offers } = await offered(2)
    const [first = ''] = offers
    done(await accept(seekers[0], first))
    expect(refusedOf(await skip(first, 'not-reached', ['mail']))).toBe('two-ways-needed')
    expect(refusedOf(await skip(first, 'not-reached', ['mail', 'mail']))).toBe('two-ways-needed')
    expect(refusedOf(await skip(first, 'papers-differ', []))).toBe('no-difference-seen')
    done(await skip(first, 'not-reached', ['mail', 'phone']))
    expect(await statesOf(listing)).toEqual(['skipped', 'open'])
    expect(await messagesOf(seekers[0]?.person)).toContain('skipped')
  })

  test('never takes away the days in which they may answer', async () => {
    const { listing, offers } = await offered(2)
    const [first = ''] = offers
    const early = await skip(first, 'not-reached', ['mail', 'phone'])
    expect(refusedOf(early)).toBe('answer-still-open')
    expect(await statesOf(listing)).toEqual(['open', 'open'])
  })

  test.each(['not-reached', 'took-it-back'] as const)(
    'keeps the home for five days, in which they can object: %s',
    async (ground) => {
      const { seekers, offers } = await offered(2)
      const [first = '', second = ''] = offers
      done(await accept(seekers[0], first))
      done(await skip(first, ground, ['mail', 'phone']))
      done(await accept(seekers[1], second))
      await seen(second)
      const lease = { offer: second, startsOn: addDays(dayOf(region.now()), 20) }
      expect(refusedOf(await carryOut(region.setting, officer, letHome, lease))).toBe(
        'objection-open',
      )
      region.later(5)
      done(await carryOut(region.setting, officer, letHome, lease))
    },
  )
})

describe('letting', () => {
  test('waits for the papers, ends the registration, and tells everybody', async () => {
    const { listing, seekers, offers } = await offered(3)
    const [id = ''] = offers
    done(await accept(seekers[0], id))
    const startsOn = addDays(dayOf(region.now()), 10)
    const lease = () => carryOut(region.setting, officer, letHome, { offer: id, startsOn })
    expect(refusedOf(await lease())).toBe('documents-missing')
    await seen(id)
    const twice = await Promise.all([lease(), lease()])
    expect(twice.map(refusedOf).toSorted()).toEqual(['not-accepted', undefined])
    expect(await statesOf(listing)).toEqual(['let', 'withdrawn', 'withdrawn'])
    expect(await historyOf(seekers[0]?.person)).toContain('lease-started')
    expect(await messagesOf(seekers[0]?.person)).toContain('home-is-yours')
    expect(await messagesOf(seekers[2]?.person)).toContain('home-let')
    const letting = await region.store
      .selectFrom('letting')
      .select(['facts', 'starts_on'])
      .where('listing', '=', listing)
      .executeTakeFirstOrThrow()
    expect(letting).toMatchObject({
      starts_on: startsOn,
      facts: { 'priorities-applied': expect.any(Array), segment: 'social', 'rent-fit': 'fits' },
    })
    const vacancy = await region.store
      .selectFrom('vacancy')
      .innerJoin('listing', 'listing.vacancy', 'vacancy.id')
      .select(['vacancy.let_at', 'listing.state'])
      .where('listing.id', '=', listing)
      .executeTakeFirstOrThrow()
    expect(vacancy).toMatchObject({ state: 'let' })
    expect(vacancy.let_at).not.toBeNull()
  })

  test('is refused where papers show more income than the rules allow', async () => {
    const { seekers, offers } = await offered(1)
    const [id = ''] = offers
    done(await accept(seekers[0], id))
    await seen(id, { incomeCents: 9_000_000 })
    const startsOn = addDays(dayOf(region.now()), 10)
    expect(await carryOut(region.setting, officer, letHome, { offer: id, startsOn })).toEqual({
      refused: 'documents-contradict',
      facts: { code: 'income-above-limit' },
    })
  })

  test('papers of tomorrow, of long ago, or from nowhere are no evidence', async () => {
    const { seekers, offers } = await offered(1)
    const [id = ''] = offers
    done(await accept(seekers[0], id))
    const today = dayOf(region.now())
    const see = (source: string, on = today) =>
      carryOut(region.setting, officer, checkDocuments, {
        ...{ offer: id, kind: 'household', source, on, outcome: 'as-said', householdSize: 1 },
      })
    expect(refusedOf(await see('hearsay'))).toBe('source-unknown')
    expect(refusedOf(await see('population-register', addDays(today, 1)))).toBe('date-in-future')
    expect(refusedOf(await see('population-register', addDays(today, -200)))).toBe('date-too-old')
  })

  test('nothing personal stands in the log', async () => {
    const { seekers, offers } = await offered(1)
    const [id = ''] = offers
    done(await decline(seekers[0], id, 'situation-changed'))
    const bodies = await region.store.selectFrom('event').select('body').execute()
    for (const { body } of bodies) {
      expect(body).not.toContain(seekers[0]?.person)
      expect(body).not.toContain('situation-changed')
    }
  })
})
