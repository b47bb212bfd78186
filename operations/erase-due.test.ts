/** What was kept long enough is erased in the night, and only that; the log says how many, and every proof holds. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contradictingEvents } from '../store/log.ts'
import { done, type LettingRegion, lettingRegion, type Seeker } from '../tests/letting-region.ts'
import { pdf } from '../tests/sent-files.ts'
import { answerOffer } from './answer-offer.ts'
import { checkDocuments } from './check-documents.ts'
import { beginErasing, eraseDue } from './erase-due.ts'
import { giveDocument } from './give-document.ts'
import { letHome } from './let-home.ts'
import { makeOffer } from './make-offer.ts'
import { type Actor, carryOut, dayOf, inTransaction } from './operation.ts'
import { deregister } from './renew.ts'
import { retainedKinds } from './retention-terms.ts'
import { doDueJobs } from './tasks.ts'
import { viewRetention } from './view-retention.ts'

let region: LettingRegion
let officer: Actor
let auditor: Actor
beforeAll(async () => {
  region = await lettingRegion()
  officer = await region.worker('letting-officer')
  auditor = await region.worker('auditor', '')
})
afterAll(async () => region?.database.drop())

const erase = () => inTransaction(region.setting, undefined, eraseDue)

async function due(): Promise<Record<string, number>> {
  const { rows } = done(await viewRetention(region.setting, auditor))
  return Object.fromEntries(rows.flatMap((row) => (row.due > 0 ? [[row.kind, row.due]] : [])))
}

/** Two people said yes to a home; the first got so far that papers were given and seen. */
async function checked() {
  const { listing, seekers } = await region.closedListing(2)
  const { offers } = done(await carryOut(region.setting, officer, makeOffer, { listing, count: 2 }))
  const [first, second] = seekers
  const [offer = { id: '' }, other = { id: '' }] = offers
  if (!first || !second) throw new Error('nobody')
  for (const [by, id] of [
    [first, offer.id],
    [second, other.id],
  ] as const) {
    done(await carryOut(region.setting, by, answerOffer, { offer: id, answer: 'accept' }))
  }
  await give(first, offer.id)
  const on = dayOf(region.now())
  for (const more of [
    { kind: 'identity', source: 'passport' },
    { kind: 'income', source: 'payslips', incomeCents: 2_000_000, ofYear: 2025, seenAs: 'given' },
    { kind: 'household', source: 'population-register', householdSize: 1 },
  ] as const) {
    const seen = { offer: offer.id, on, outcome: 'as-said', ...more } as const
    done(await carryOut(region.setting, officer, checkDocuments, seen))
  }
  return { listing, first, second, offer: offer.id, other: other.id }
}

async function give(by: Seeker, offer: string) {
  const paper = {
    offer,
    kind: 'income',
    file: pdf({ drawn: randomUUID() }),
    isBlackedOut: true,
  } as const
  return done(await carryOut(region.setting, by, giveDocument, paper))
}

const documentsOf = (offer: string) =>
  region.store.selectFrom('document').select('id').where('offer', '=', offer).execute()

describe('in the night', () => {
  test('papers go when the offer is over; those of the tenant thirty days after the lease began', async () => {
    const { first, second, offer, other } = await checked()
    expect(await documentsOf(offer)).toHaveLength(1)
    await erase()
    expect(await documentsOf(offer)).toHaveLength(1)
    const startsOn = dayOf(region.now())
    done(await carryOut(region.setting, officer, letHome, { offer, startsOn }))
    // The second had given nothing yet; had they, it would go at once.
    expect(await documentsOf(other)).toEqual([])
    region.later(29)
    await erase()
    expect(await documentsOf(offer)).toHaveLength(1)
    region.later(2)
    expect(await due()).toMatchObject({ 'papers-of-tenants': 1 })
    expect(await erase()).toMatchObject({ erased: { 'papers-of-tenants': 1 } })
    expect(await documentsOf(offer)).toEqual([])
    expect(first.person).not.toBe(second.person)
  })

  test('papers of who refused go the next night, what was seen of them a year later, with what the log could open', async () => {
    const { first, offer } = await checked()
    const no = { offer, answer: 'refuse', ground: 'too-small' } as const
    done(await carryOut(region.setting, first, answerOffer, no))
    expect(await erase()).toMatchObject({ erased: { 'papers-of-others': 1 } })
    expect(await documentsOf(offer)).toEqual([])
    const seen = () =>
      region.store.selectFrom('evidence').select('event').where('offer', '=', offer).execute()
    const [some] = await seen()
    const values = () =>
      region.store
        .selectFrom('event_value')
        .select('name')
        .where('event', '=', some?.event ?? 0)
        .execute()
    expect((await values()).map(({ name }) => name)).toContain('value')
    region.later(366)
    await erase()
    expect(await seen()).toEqual([])
    expect((await values()).map(({ name }) => name)).not.toContain('value')
    expect(await contradictingEvents(region.store, region.region)).toBe(0)
  })

  test('a file goes a year after its registration can no longer be taken back, and not a day before', async () => {
    region.goTo('2026-03-02T10:00:00Z')
    const stays = await region.seeker({ name: 'Blijft Ingeschreven' })
    const goes = await region.seeker({ name: 'Gaat Weg' })
    done(await carryOut(region.setting, goes, deregister, { person: goes.person }))
    const names = async () => {
      const rows = await region.store
        .selectFrom('person')
        .select('name')
        .where('id', 'in', [stays.person, goes.person])
        .execute()
      return rows.map(({ name }) => name).toSorted()
    }
    region.later(365)
    await erase()
    expect(await names()).toEqual(['Blijft Ingeschreven', 'Gaat Weg'])
    region.later(2)
    await erase()
    expect(await names()).toEqual(['', 'Blijft Ingeschreven'])
    // A registration that ran out can still be restored for a year, and be contested for one more.
    region.goTo('2029-03-01T10:00:00Z')
    await erase()
    expect(await names()).toEqual(['', 'Blijft Ingeschreven'])
    region.goTo('2029-03-04T10:00:00Z')
    await erase()
    expect(await names()).toEqual(['', ''])
  })

  test('drafts, sessions, keys, invitations and messages go by their age', async () => {
    const { store, region: id } = region
    const seeker = await region.seeker()
    const at = region.now()
    await store
      .insertInto('draft')
      .values({ region: id, human: seeker.human, form: 'x', answers: '{}', at })
      .execute()
    await store
      .insertInto('session')
      .values({
        region: id,
        hash: Buffer.from(randomUUID()),
        human: seeker.human,
        csrf: 'x',
        begun_at: at,
        seen_at: at,
      })
      .execute()
    await erase()
    const before = await due()
    expect(before.drafts ?? 0).toBe(0)
    region.later(2)
    expect(await due()).toMatchObject({ sessions: 1 })
    region.later(40)
    expect(await due()).toMatchObject({ drafts: 1, sessions: 1 })
    await erase()
    expect(await due()).toEqual({})
    const left = await store
      .selectFrom('draft')
      .select('human')
      .where('human', '=', seeker.human)
      .execute()
    expect(left).toEqual([])
  })

  test('the log says how many of what, and nothing of whom', async () => {
    const { body } = await region.store
      .selectFrom('event')
      .select('body')
      .where('kind', '=', 'retention-run')
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow()
    expect(Object.keys(JSON.parse(body)).toSorted()).toEqual([
      'at',
      'commitments',
      'erased',
      'kind',
    ])
    const people = await region.store.selectFrom('person').select('id').execute()
    for (const { id } of people) expect(body).not.toContain(id)
  })
})

describe('the job', () => {
  test('is there once however many servers start, and after a night there is one for the next', async () => {
    await Promise.all([1, 2, 3].map(() => beginErasing(region.setting)))
    const jobs = () =>
      region.store.selectFrom('job').select(['id', 'at']).where('task', '=', 'erase-due').execute()
    // Runs above by themselves have each left one for the night.
    await region.store.deleteFrom('job').where('task', '=', 'erase-due').execute()
    await Promise.all([1, 2, 3].map(() => beginErasing(region.setting)))
    const [first, ...more] = await jobs()
    expect(more).toEqual([])
    region.goTo(new Date((first?.at ?? region.now()).getTime() + 1))
    const outcomes = await Promise.all([doDueJobs(region.setting), doDueJobs(region.setting)])
    expect(outcomes.flat().filter(({ task }) => task === 'erase-due')).toHaveLength(1)
    const [next, ...others] = await jobs()
    expect(others).toEqual([])
    expect(dayOf(next?.at ?? new Date(0)) - dayOf(first?.at ?? new Date(0))).toBe(1)
  })

  test('only who keeps or watches the system sees what is due', async () => {
    expect(await viewRetention(region.setting, officer)).toMatchObject({ refused: 'not-found' })
    const { rows } = done(await viewRetention(region.setting, auditor))
    expect(rows.map(({ kind }) => kind)).toEqual(retainedKinds)
  })
})
