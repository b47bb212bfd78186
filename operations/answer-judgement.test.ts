/** What a landlord does with a judgement about it: who may say it, in which words, before which day, and who hears. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, addDuration } from '../core/basics/calendar-date.ts'
import { done, type LettingRegion, lettingRegion, refusedOf } from '../tests/letting-region.ts'
import { answerJudgement, type JudgementAnswer } from './answer-judgement.ts'
import { askReaction } from './ask-reaction.ts'
import { complain } from './complain.ts'
import { confirmJudgement } from './confirm-judgement.ts'
import { instantOf } from './dutch-time.ts'
import { erasePerson } from './erase-person.ts'
import { type Judgement, judgeComplaint } from './judge-complaint.ts'
import { type Actor, carryOut, dayOf } from './operation.ts'
import { reactToComplaint } from './react-to-complaint.ts'
import { takeComplaint } from './take-complaint.ts'
import { doDueJobs } from './tasks.ts'
import { judgementsLandlordsAnswer, listCases, viewCase } from './view-cases.ts'

let region: LettingRegion
let officer: Actor
let elsewhere: Actor
let first: Actor
let second: Actor
beforeAll(async () => {
  region = await lettingRegion()
  officer = await region.worker('letting-officer')
  elsewhere = await region.worker('letting-officer', 'anderwonen')
  first = await region.worker('complaints-committee', '')
  second = await region.worker('complaints-committee', '')
})
afterAll(async () => region?.database.drop())

const carry = <Input, Outcome extends object>(
  by: Actor,
  operation: Parameters<typeof carryOut<Input, Outcome>>[2],
  input: Input,
) => carryOut(region.setting, by, operation, input)

const sentence = 'Wij bellen voortaan twee keer en schrijven daarna een brief.'

async function judged(judgement: Pick<Judgement, 'outcome' | 'consequence'>) {
  const { seekers } = await region.closedListing(1)
  const [seeker] = seekers
  if (!seeker) throw new Error('nobody')
  const [response] = await region.store
    .selectFrom('response')
    .select('listing')
    .where('person', '=', seeker.person)
    .execute()
  const decision = `lijst-${response?.listing}`
  const words = 'Mijn plaats op deze lijst klopt volgens mij niet.'
  const { complaint } = done(await carry(seeker, complain, { ...seeker, decision, words }))
  for (const each of [first, second]) done(await carry(each, takeComplaint, { complaint }))
  done(await carry(first, askReaction, { complaint, workingDays: 5 }))
  done(await carry(officer, reactToComplaint, { complaint, reaction: sentence }))
  done(await carry(first, judgeComplaint, { complaint, ...judgement, motivation: sentence }))
  done(await carry(second, confirmJudgement, { complaint, agrees: true, why: '' }))
  const answerBy = addDuration(dayOf(region.now()), { count: 4, unit: 'week' })
  return { complaint, seeker, answerBy }
}

const advice = { outcome: 'founded', consequence: 'advice' } as const
const binding = { outcome: 'founded', consequence: 'binding' } as const

const answer = (complaint: number, said: JudgementAnswer | undefined, words = sentence) => ({
  ...{ complaint, answer: said, words },
})

async function messagesTo(person: string) {
  const rows = await region.store
    .selectFrom('message')
    .select('code')
    .where('person', '=', person)
    .where('code', 'like', 'judgement-%')
    .orderBy('at')
    .execute()
  return rows.map(({ code }) => code)
}

const waitingFor = async (actor: Actor) =>
  (await judgementsLandlordsAnswer(region.setting, actor)).map(({ id }) => id)

describe('what a landlord does with a judgement', () => {
  test('it is asked of the landlord of the case, with four weeks, and everybody in it reads the answer', async () => {
    const { complaint, seeker, answerBy } = await judged(advice)
    expect(await waitingFor(officer)).toContain(complaint)
    expect(await waitingFor(elsewhere)).toEqual([])
    const atLandlord = await viewCase(region.setting, officer, complaint)
    expect(atLandlord?.steps).toEqual(['answer'])
    expect(atLandlord?.complaint.answerBy).toBe(answerBy)
    done(await carry(officer, answerJudgement, answer(complaint, 'partly')))
    for (const each of [seeker, first, officer]) {
      const view = await viewCase(region.setting, each, complaint)
      expect(view?.complaint).toMatchObject({ answer: 'partly', answerWords: sentence })
      expect(view?.steps).toEqual([])
    }
    expect(await waitingFor(officer)).not.toContain(complaint)
    expect(await messagesTo(seeker.person)).toEqual(['judgement-answered'])
    const again = await carry(officer, answerJudgement, answer(complaint, 'follows'))
    expect(refusedOf(again)).toBe('not-asked')
  })

  test.each([
    ['advice', advice, ['follows', 'partly', 'not'], ['carried-out', 'cannot']],
    ['what binds', binding, ['carried-out', 'cannot'], ['follows', 'partly', 'not']],
  ] as const)('to %s only what fits can be said, in words', async (_, judgement, can, cannot) => {
    const { complaint } = await judged(judgement)
    for (const each of [undefined, ...cannot]) {
      const outcome = await carry(officer, answerJudgement, answer(complaint, each))
      expect(refusedOf(outcome)).toBe('answer-missing')
    }
    for (const each of can) {
      const outcome = await carry(officer, answerJudgement, answer(complaint, each, 'Goed.'))
      expect(refusedOf(outcome)).toBe('sentence-missing')
    }
    done(await carry(officer, answerJudgement, answer(complaint, can[0])))
  })

  test('nobody is asked where the landlord was right', async () => {
    const { complaint } = await judged({ outcome: 'unfounded' })
    expect(await waitingFor(officer)).not.toContain(complaint)
    const outcome = await carry(officer, answerJudgement, answer(complaint, 'follows'))
    expect(refusedOf(outcome)).toBe('not-asked')
  })

  test('nobody is asked where no landlord decided alone, and the letter promises nothing', async () => {
    const seeker = await region.seeker({ name: 'Tijd Kwijt' })
    const { region: name, setting, store } = region
    await store
      .insertInto('message')
      .values({
        ...{ region: name, id: setting.newId(), person: seeker.person, code: 'time-lapsed' },
        ...{ facts: '{}', at: region.now() },
      })
      .execute()
    const about = { ...seeker, decision: `vervallen-${dayOf(region.now())}` }
    const words = 'Ik heb geen brief gehad over mijn inschrijving.'
    const { complaint } = done(await carry(seeker, complain, { ...about, words }))
    for (const each of [first, second]) done(await carry(each, takeComplaint, { complaint }))
    done(await carry(first, judgeComplaint, { complaint, ...advice, motivation: sentence }))
    done(await carry(second, confirmJudgement, { complaint, agrees: true, why: '' }))
    const view = await viewCase(setting, seeker, complaint)
    expect(view?.complaint).toMatchObject({ state: 'decided', answerBy: undefined })
    expect(await waitingFor(officer)).not.toContain(complaint)
    const outcome = await carry(officer, answerJudgement, answer(complaint, 'follows'))
    expect(refusedOf(outcome)).toBe('not-found')
  })

  test('only the landlord of the case says it, and never somebody about their own case', async () => {
    const { complaint, seeker } = await judged(advice)
    const own: Actor = { ...officer, person: seeker.person }
    for (const [who, why] of [
      [seeker, 'not-found'],
      [first, 'not-found'],
      [elsewhere, 'not-found'],
      [own, 'own-file'],
    ] as const) {
      const outcome = await carry(who, answerJudgement, answer(complaint, 'follows'))
      expect(refusedOf(outcome), why).toBe(why)
    }
  })
})

describe('a landlord that says nothing', () => {
  test('is late the day after, once: the person is told and the committee sees it; late it can still be said', async () => {
    const { complaint, seeker, answerBy } = await judged(advice)
    region.goTo(instantOf(answerBy, '23:59'))
    await doDueJobs(region.setting)
    expect(await messagesTo(seeker.person)).toEqual([])
    const before = await listCases(region.setting, first, 1)
    region.goTo(instantOf(addDays(answerBy, 1), '00:00'))
    await doDueJobs(region.setting)
    await doDueJobs(region.setting)
    expect(await messagesTo(seeker.person)).toEqual(['judgement-unanswered'])
    const listed = await listCases(region.setting, first, 1)
    expect(listed?.unanswered).toBe((before?.unanswered ?? 0) + 1)
    expect(listed?.cases.find(({ id }) => id === complaint)?.unansweredSince).toEqual(region.now())
    const events = await region.store
      .selectFrom('event')
      .select('kind')
      .where('kind', '=', 'judgement-unanswered')
      .where('body', 'like', `%"complaint":${complaint}%`)
      .execute()
    expect(events).toHaveLength(1)
    done(await carry(officer, answerJudgement, answer(complaint, 'not')))
    expect((await listCases(region.setting, first, 1))?.unanswered).toBe(before?.unanswered)
  })

  test('is asked no longer once the person had their file erased', async () => {
    const { complaint, seeker, answerBy } = await judged(advice)
    done(await carry(seeker, erasePerson, { person: seeker.person }))
    expect(await waitingFor(officer)).not.toContain(complaint)
    region.goTo(instantOf(addDays(answerBy, 1), '00:00'))
    await doDueJobs(region.setting)
    expect(await messagesTo(seeker.person)).toEqual([])
  })

  test('what it said goes with the file of the person, that it was said stays', async () => {
    const { complaint, seeker } = await judged(advice)
    done(await carry(officer, answerJudgement, answer(complaint, 'follows')))
    done(await carry(seeker, erasePerson, { person: seeker.person }))
    const view = await viewCase(region.setting, first, complaint)
    expect(view?.complaint).toMatchObject({ answer: 'follows', answerWords: undefined })
  })
})
