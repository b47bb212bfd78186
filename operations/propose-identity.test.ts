/** A name or a date of birth is corrected by two humans, on a paper that was seen; what was decided stays decided. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, date } from '../core/basics/calendar-date.ts'
import { changeContact } from '../store/contacts.ts'
import { personFile } from '../store/people.ts'
import {
  done,
  homeFacts,
  type LettingRegion,
  landlord,
  lettingRegion,
  refusedOf,
  type Seeker,
} from '../tests/letting-region.ts'
import { decisionsAbout } from './decisions-about.ts'
import { erasePerson } from './erase-person.ts'
import { type Actor, carryOut, dayOf, isRefusal, type Mail, type Mailer } from './operation.ts'
import { proposeCorrection } from './propose-correction.ts'
import { type IdentityProposal, proposeIdentity } from './propose-identity.ts'
import { deregister } from './renew.ts'
import { replayDecision } from './replay-decision.ts'
import { reviewCorrection } from './review-correction.ts'
import { serveAtCounter } from './serve-at-counter.ts'
import { doDueJobs } from './tasks.ts'
import { ownIdentityCorrections, readOwnLog } from './view-own-file.ts'
import { workList } from './view-work.ts'

let region: LettingRegion
let officer: Actor
let reviewer: Actor
beforeAll(async () => {
  region = await lettingRegion()
  officer = await region.worker('letting-officer')
  reviewer = await region.worker('reviewer')
})
afterAll(async () => region?.database.drop())

const registeredBorn = date('1990-02-01')

async function visitOf({ human }: Seeker, by = officer, born = registeredBorn): Promise<number> {
  const known = `${human}@example.org`
  return done(await carryOut(region.setting, by, serveAtCounter, { landlord, known, born })).visit
}

async function propose(seeker: Seeker, wanted: Partial<IdentityProposal> = {}, by = officer) {
  const visit = wanted.visit ?? (await visitOf(seeker, by))
  return carryOut(region.setting, by, proposeIdentity, {
    ...{ visit, name: 'Fatima Yilmaz', born: registeredBorn, ground: 'entered-wrongly' },
    ...{ paper: 'passport', paperOn: date('2024-05-02'), isSeen: true, ...wanted },
  })
}

const review = (correction: string, by = reviewer, agrees = true) =>
  carryOut(region.setting, by, reviewCorrection, {
    ...{ correction, agrees, motivation: 'Ik heb het nagevraagd bij mijn collega.' },
  })

async function fileOf({ person }: Seeker) {
  return personFile(region.store, region.region, person)
}

async function toldTo({ person }: Seeker): Promise<readonly string[]> {
  const rows = await region.store
    .selectFrom('message')
    .select('code')
    .where('person', '=', person)
    .orderBy('at')
    .execute()
  return rows.map(({ code }) => code)
}

async function placesOn(listing: number, seekers: readonly Seeker[]) {
  const rows = await region.store
    .selectFrom('standing')
    .select(['person', 'place'])
    .where('listing', '=', listing)
    .execute()
  return seekers.map(({ person }) => rows.find((each) => each.person === person)?.place)
}

describe('a correction of who somebody is', () => {
  test('counts after another human agreed, is told to the person, and is theirs to see', async () => {
    const seeker = await region.seeker()
    const born = date('1991-02-01')
    const { correction } = done(await propose(seeker, { name: '  Fatma   Yılmaz', born }))
    expect(await fileOf(seeker)).toMatchObject({ name: 'Fatima Yilmaz' })
    expect((await workList(region.setting, reviewer)).corrections.map(({ id }) => id)).toContain(
      correction,
    )
    expect(refusedOf(await review(correction, officer))).toBe('not-found')
    const both: Actor = { ...officer, roles: [...officer.roles, ...reviewer.roles] }
    expect(refusedOf(await review(correction, both))).toBe('own-proposal')
    const elsewhere = await region.worker('reviewer', 'anderwonen')
    expect(refusedOf(await review(correction, elsewhere))).toBe('not-found')
    done(await review(correction))
    expect(await fileOf(seeker)).toMatchObject({ name: 'Fatma Yılmaz', facts: { born } })
    expect(await toldTo(seeker)).toEqual(
      expect.arrayContaining(['identity-correction-proposed', 'identity-corrected']),
    )
    const read = await readOwnLog(region.setting, seeker, seeker.person, 1)
    if (isRefusal(read)) throw new Error('their own')
    const { log } = read
    expect(log.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['identity-correction-proposed', 'identity-corrected']),
    )
    // By whose hands it was, stands beside it.
    const proposed = log.find(({ kind }) => kind === 'identity-correction-proposed')
    expect(proposed?.by).toEqual({
      ...{ via: 'counter', name: 'Joris de Werker', landlord: 'Voorbeeldwonen' },
    })
    expect(await ownIdentityCorrections(region.setting, seeker, seeker.person)).toMatchObject([
      { agreed: true, change: { name: { from: 'Fatima Yilmaz' }, born: { to: born } } },
    ])
    // And they can say that it is not right.
    const { store, setting } = region
    const where = { store, region: region.region, setting, today: dayOf(region.now()) }
    expect(await decisionsAbout(where, seeker.person)).toMatchObject([
      { kind: 'identity-corrected', remedy: 'complaint', landlord },
    ])
    // At the counter they are found by what is right, and no longer by what was wrong.
    await visitOf(seeker, officer, born)
    expect(refusedOf(await review(correction))).toBe('already-decided')
  })

  test('is mailed as well, without saying who', async () => {
    const seeker = await region.seeker({ name: 'Wie Mailt' })
    const email = `${seeker.human}@example.org`
    await region.store.transaction().execute((transaction) =>
      changeContact(transaction, region.region, seeker.person, {
        verified: { email, by: 'link', at: region.now() },
      }),
    )
    const mails: Mail[] = []
    const mailer: Mailer = {
      isExample: true,
      send: async (mail) => {
        mails.push(mail)
        return { accepted: true }
      },
    }
    const { correction } = done(await propose(seeker, { name: 'Wie Mailde' }))
    done(await review(correction))
    await doDueJobs({ ...region.setting, mailer })
    const sent = mails.filter(({ to }) => to === email).map((mail) => JSON.stringify(mail))
    expect(sent.some((mail) => mail.includes('Iemand wil uw gegevens verbeteren'))).toBe(true)
    expect(sent.some((mail) => mail.includes('Uw gegevens zijn verbeterd'))).toBe(true)
    expect(sent.join()).not.toMatch(/Wie Mail/)
  })

  test('leaves nothing personal in what the log says to everybody', async () => {
    const seeker = await region.seeker()
    const name = 'Zeldzame Naam'
    const { correction } = done(await propose(seeker, { name, born: date('1979-07-09') }))
    done(await review(correction))
    const bodies = await region.store
      .selectFrom('event')
      .innerJoin('event_value', 'event_value.event', 'event.number')
      .select('event.body')
      .where('event_value.person', '=', seeker.person)
      .execute()
    const said = bodies.map(({ body }) => body).join()
    for (const part of [name, 'Fatima', String(date('1979-07-09')), 'passport', seeker.person]) {
      expect(said).not.toContain(part)
    }
  })

  test('counts for lists that are made from then on; earlier ones stay, and still replay', async () => {
    const first = await region.seeker({ name: 'Eerder Hier' })
    region.later(1)
    const older = await region.seeker({ name: 'Later Hier' })
    const facts = { ...homeFacts, label: ['senior'] }
    const list = async () => {
      const listing = await region.listing(1, facts)
      await region.responded(listing, [first, older])
      await region.close(listing, 2)
      return listing
    }
    const before = await list()
    expect(await placesOn(before, [first, older])).toEqual([1, 2])
    const running = await region.listing(3, facts)
    await region.responded(running, [first, older])
    const born = date('1955-02-01')
    const { correction } = done(await propose(older, { name: 'Later Hier', born }))
    done(await review(correction))
    await region.close(running, 4)
    expect(await placesOn(running, [first, older])).toEqual([2, 1])
    expect(await placesOn(before, [first, older])).toEqual([1, 2])
    const auditor = await region.worker('auditor', '')
    for (const listing of [before, running]) {
      const again = done(await carryOut(region.setting, auditor, replayDecision, { listing }))
      expect(again.faults).toEqual([])
    }
    expect((await fileOf(older))?.facts['aow-age']).toBe(true)
  })

  test('that is refused changes nothing, and says so', async () => {
    const seeker = await region.seeker()
    const { correction } = done(await propose(seeker, { name: 'Iemand Anders' }))
    done(await review(correction, reviewer, false))
    expect((await fileOf(seeker))?.name).toBe('Fatima Yilmaz')
    expect(await toldTo(seeker)).toContain('identity-correction-refused')
    done(await propose(seeker, { name: 'Fatma Yilmaz' }))
  })
})

describe('two at once', () => {
  test('one proposal waits at a time, beside one about the date of registration', async () => {
    const seeker = await region.seeker()
    const colleague = await region.worker('letting-officer')
    const proposals = await Promise.all([
      propose(seeker, { name: 'Fatma Yilmaz' }),
      propose(seeker, { name: 'Fatima Yilmas' }, colleague),
    ])
    expect(proposals.map(refusedOf).toSorted()).toEqual(['already-proposed', undefined])
    const registeredOn = addDays(dayOf(region.now()), -100)
    done(
      await carryOut(region.setting, officer, proposeCorrection, {
        ...{ person: seeker.person, landlord, registeredOn, ground: 'entered-wrongly' },
        source: 'paper-form',
      }),
    )
  })

  test('one of two who decide decides, and it is done once', async () => {
    const seeker = await region.seeker()
    const { correction } = done(await propose(seeker, { name: 'Fatma Yilmaz' }))
    const second = await region.worker('reviewer')
    const verdicts = await Promise.all([
      review(correction),
      review(correction, second, false),
      review(correction, second),
    ])
    expect(verdicts.map(refusedOf).filter((each) => each === undefined)).toHaveLength(1)
    expect(verdicts.map(refusedOf).filter((each) => each === 'already-decided')).toHaveLength(2)
    const told = await toldTo(seeker)
    expect(told.filter((code) => /^identity-correct(ed|ion-refused)$/.test(code))).toHaveLength(1)
  })

  test('whoever was erased meanwhile stays erased, and nobody has to decide any more', async () => {
    const seeker = await region.seeker()
    const { correction } = done(await propose(seeker, { name: 'Fatma Yilmaz' }))
    const [erased, decided] = await Promise.all([
      carryOut(region.setting, seeker, erasePerson, { person: seeker.person }),
      review(correction),
    ])
    done(erased)
    expect([undefined, 'already-decided']).toContain(refusedOf(decided))
    const row = await region.store
      .selectFrom('person')
      .select(['name', 'facts'])
      .where('id', '=', seeker.person)
      .executeTakeFirst()
    expect(row).toEqual({ name: '', facts: {} })
    const kept = await region.store
      .selectFrom('correction')
      .select(['from_name', 'to_name', 'paper_on', 'motivation'])
      .where('id', '=', correction)
      .executeTakeFirst()
    expect(kept).toEqual({ from_name: null, to_name: null, paper_on: null, motivation: null })
    const waiting = (await workList(region.setting, reviewer)).corrections
    expect(waiting.map(({ id }) => id)).not.toContain(correction)
    expect(refusedOf(await review(correction))).toBe('already-decided')
  })

  test('whoever left meanwhile is still corrected: they may come back', async () => {
    const seeker = await region.seeker()
    const { correction } = done(await propose(seeker, { name: 'Fatma Yilmaz' }))
    done(await carryOut(region.setting, seeker, deregister, { person: seeker.person }))
    done(await review(correction))
    expect((await fileOf(seeker))?.name).toBe('Fatma Yilmaz')
  })

  test('what changed between proposing and deciding is not overwritten', async () => {
    const seeker = await region.seeker()
    const { correction } = done(await propose(seeker, { name: 'Fatma Yilmaz' }))
    await region.store
      .updateTable('person')
      .set({ name: 'Al Verbeterd' })
      .where('id', '=', seeker.person)
      .execute()
    expect(refusedOf(await review(correction))).toBe('changed-meanwhile')
    expect((await fileOf(seeker))?.name).toBe('Al Verbeterd')
    done(await review(correction, reviewer, false))
  })
})

describe('what is not taken', () => {
  test.each<[string, Partial<IdentityProposal>]>([
    ['identity-is-the-same', {}],
    ['name-odd', { name: ' ' }],
    ['name-odd', { name: 'Fatima 123456782' }],
    ['name-odd', { name: 'F'.repeat(101) }],
    ['born-odd', { born: date('1890-01-01') }],
    ['born-odd', { born: date('2030-01-01') }],
    ['too-young', { born: date('2015-01-01') }],
    ['paper-in-future', { paperOn: date('2030-01-01') }],
    ['paper-not-seen', { isSeen: false }],
  ])('%s', async (code, wanted) => {
    const seeker = await region.seeker()
    const given: Partial<IdentityProposal> =
      code === 'paper-in-future' || code === 'paper-not-seen' ? { name: 'Fatma Yilmaz' } : {}
    expect(refusedOf(await propose(seeker, { ...given, ...wanted }))).toBe(code)
  })

  test('outside a visit, after its hour, in the visit of a colleague, or in their own file', async () => {
    const seeker = await region.seeker()
    const name = 'Fatma Yilmaz'
    const visit = await visitOf(seeker)
    const colleague = await region.worker('letting-officer')
    expect(refusedOf(await propose(seeker, { visit, name }, colleague))).toBe('not-found')
    expect(refusedOf(await propose(seeker, { visit: 999_999, name }))).toBe('not-found')
    const own: Actor = { ...officer, person: seeker.person }
    expect(refusedOf(await propose(seeker, { visit, name }, own))).toBe('own-file')
    const { correction } = done(await propose(seeker, { visit, name }))
    const ownReviewer: Actor = { ...reviewer, person: seeker.person }
    expect(refusedOf(await review(correction, ownReviewer))).toBe('own-file')
    region.later(1 / 20)
    expect(refusedOf(await propose(seeker, { visit, name }))).toBe('not-found')
  })
})
