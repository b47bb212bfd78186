/** An offer is about to lapse: told a working day before, by a second way where there is one, and to nobody in vain. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { done, type LettingRegion, lettingRegion } from '../tests/letting-region.ts'
import { answerOffer } from './answer-offer.ts'
import { changeContact } from './change-contact.ts'
import { makeOffer } from './make-offer.ts'
import { type Actor, carryOut } from './operation.ts'
import { doDueJobs } from './tasks.ts'
import { listErrands, viewErrand } from './view-errands.ts'

let region: LettingRegion
let officer: Actor

beforeAll(async () => {
  region = await lettingRegion('2026-06-01T08:00:00Z')
  officer = await region.worker('letting-officer')
})
afterAll(async () => region?.database.drop())

async function offered() {
  const { listing, seekers } = await region.closedListing(1)
  const [seeker] = seekers
  if (!seeker) throw new Error('somebody responded')
  done(
    await carryOut(region.setting, seeker, changeContact, {
      ...{ person: seeker.person, wants: 'everything', language: 'nl' },
      ...{ email: '', phone: '045 123 45 67', postalAddress: '' },
    }),
  )
  // A Saturday evening, as in the complaint that this is about.
  region.goTo(nextSaturday(region.now()))
  const { offers } = done(await carryOut(region.setting, officer, makeOffer, { listing, count: 1 }))
  return { seeker, offer: offers[0]?.id ?? '' }
}

function nextSaturday(from: Date): Date {
  const day = new Date(from)
  day.setUTCHours(16, 0, 0, 0)
  while (day.getUTCDay() !== 6 || day <= from) day.setUTCDate(day.getUTCDate() + 1)
  return day
}

const codesOf = async (person: string) =>
  (
    await region.store
      .selectFrom('message')
      .select(['code', 'at'])
      .where('person', '=', person)
      .where('code', 'like', 'offer-%')
      .orderBy('at')
      .execute()
  ).map(({ code, at }) => `${code} ${at.toISOString().slice(11, 16)} ${at.getUTCDay()}`)

test('of Saturday evening is told again on Monday, and by phone, before it lapses on Tuesday', async () => {
  const { seeker } = await offered()
  const begin = region.now().getTime()
  for (let hours = 1; hours <= 24 * 4; hours += 1) {
    region.goTo(new Date(begin + hours * 3_600_000))
    await doDueJobs(region.setting)
    const { calls } = await listErrands(region.setting, officer)
    const [call] = calls.filter(({ person }) => person === seeker.person)
    if (call && hours < 60) {
      const view = await viewErrand(region.setting, officer, call.id)
      expect(view?.errand.phone).toBe('045 123 45 67')
    }
  }
  expect(await codesOf(seeker.person)).toEqual([
    'offer-made 16:00 6',
    'offer-lapses-soon 15:00 1',
    'offer-expired 15:00 2',
  ])
})

test('that was answered is not told again', async () => {
  const { seeker, offer } = await offered()
  done(
    await carryOut(region.setting, seeker, answerOffer, {
      ...{ offer, answer: 'refuse' as const, ground: 'other' as const },
    }),
  )
  region.later(4)
  await doDueJobs(region.setting)
  expect((await codesOf(seeker.person)).filter((each) => each.startsWith('offer-lapses'))).toEqual(
    [],
  )
})
