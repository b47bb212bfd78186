/** A complaint from the button to the judgement: who may do what, in which order, before which day. */
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addDays,
  addDuration,
  type CalendarDate,
  formatDate,
} from '../core/basics/calendar-date.ts'
import {
  done,
  type LettingRegion,
  landlord,
  lettingRegion,
  refusedOf,
  type Seeker,
} from '../tests/letting-region.ts'
import { answerOffer } from './answer-offer.ts'
import { askReaction } from './ask-reaction.ts'
import { checkDocuments, evidenceKinds, evidenceSources } from './check-documents.ts'
import { complain } from './complain.ts'
import { confirmJudgement } from './confirm-judgement.ts'
import { type Judgement, judgeComplaint } from './judge-complaint.ts'
import { letHome } from './let-home.ts'
import { makeOffer } from './make-offer.ts'
import { type Actor, carryOut, dayOf } from './operation.ts'
import { reactToComplaint } from './react-to-complaint.ts'
import { skipCandidate } from './skip-candidate.ts'
import { takeComplaint } from './take-complaint.ts'
import { doDueJobs } from './tasks.ts'
import { listCases, viewCase } from './view-cases.ts'
import { withdrawComplaint } from './withdraw-complaint.ts'

let region: LettingRegion
let officer: Actor
let first: Actor
let second: Actor
beforeAll(async () => {
  region = await lettingRegion()
  officer = await region.worker('letting-officer')
  first = await region.worker('complaints-committee', '')
  second = await region.worker('complaints-committee', '')
})
afterAll(async () => region?.database.drop())

const words = 'Ik was wel bereikbaar. Ik heb geen bericht gehad.'
const carry = <Input, Outcome extends object>(
  by: Actor,
  operation: Parameters<typeof carryOut<Input, Outcome>>[2],
  input: Input,
) => carryOut(region.setting, by, operation, input)

const about = ({ person }: Seeker, decision: string, text = words) => ({
  ...{ person, decision, words: text },
})

async function complained(count = 3, at = 0) {
  const list = await region.closedListing(count)
  const seeker = list.seekers[at]
  if (!seeker) throw new Error('nobody')
  const input = about(seeker, `lijst-${list.listing}`)
  const { complaint } = done(await carry(seeker, complain, input))
  return { ...list, seeker, complaint }
}

async function taken(by: readonly Actor[] = [first, second]) {
  const found = await complained()
  for (const each of by) done(await carry(each, takeComplaint, found))
  return found
}

const judgement = (complaint: number): Judgement => ({
  ...{ complaint, outcome: 'unfounded', motivation: 'De lijst volgt uit de regels van die dag.' },
})

async function messagesTo({ person }: Seeker) {
  const rows = await region.store
    .selectFrom('message')
    .select('code')
    .where('person', '=', person)
    .where('code', 'like', 'complaint-%')
    .orderBy('at')
    .execute()
  return rows.map(({ code }) => code)
}

/** The first of a list is passed over, and the second has accepted and shown their papers. */
async function skipped() {
  const { listing, seekers } = await region.closedListing(2)
  const { offers } = done(await carry(officer, makeOffer, { listing, count: 2 }))
  const [one, two] = offers
  const [a, b] = seekers
  if (!one || !two || !a || !b) throw new Error('two were offered the home')
  const today = dayOf(region.now())
  done(await carry(a, answerOffer, { offer: one.id, answer: 'accept' }))
  done(
    await carry(officer, skipCandidate, {
      ...{ offer: one.id, ground: 'not-reached' },
      contacts: [
        { channel: 'mail', on: today },
        { channel: 'phone', on: today },
      ],
    }),
  )
  done(await carry(b, answerOffer, { offer: two.id, answer: 'accept' }))
  for (const kind of evidenceKinds) {
    const said = {
      identity: {},
      income: { incomeCents: 2_200_000 },
      household: { householdSize: 1 },
    }
    done(
      await carry(officer, checkDocuments, {
        ...{
          offer: two.id,
          kind,
          on: today,
          source: evidenceSources[kind][0],
          outcome: 'as-said',
          ...said[kind],
        },
      }),
    )
  }
  const lease = () => carry(officer, letHome, { offer: two.id, startsOn: dayOf(region.now()) })
  return { listing, skippedSeeker: a, accepted: b, offers: [one.id, two.id] as const, lease }
}

describe('from the button to the judgement', () => {
  test('both sides are heard, two judge, and the person is told each time', async () => {
    const { complaint, seeker } = await taken()
    const until = done(await carry(first, askReaction, { complaint, workingDays: 5 })).until
    expect(until).toBe(addDuration(dayOf(region.now()), { count: 5, unit: 'working-day' }))
    const reaction = 'Wij hebben twee keer gebeld en een brief gestuurd.'
    done(await carry(officer, reactToComplaint, { complaint, reaction }))
    done(await carry(first, judgeComplaint, judgement(complaint)))
    const before = await viewCase(region.setting, seeker, complaint)
    expect(before?.complaint.reaction).toBe(reaction)
    expect(before?.steps).toEqual(['withdraw'])
    const confirmation = { complaint, agrees: true, why: '' }
    expect(refusedOf(await carry(first, confirmJudgement, confirmation))).toBe('own-proposal')
    done(await carry(second, confirmJudgement, confirmation))
    const view = await viewCase(region.setting, seeker, complaint)
    expect(view?.complaint).toMatchObject({ state: 'decided', outcome: 'unfounded' })
    expect(await messagesTo(seeker)).toEqual([
      'complaint-received',
      'complaint-answered',
      'complaint-decided',
    ])
    expect(refusedOf(await carry(seeker, withdrawComplaint, { complaint }))).toBe('wrong-order')
  })

  test('a second member who does not agree sends it back with why', async () => {
    const { complaint } = await taken()
    done(await carry(first, judgeComplaint, { ...judgement(complaint), outcome: 'not-admissible' }))
    const against = { complaint, agrees: false, why: '' }
    expect(refusedOf(await carry(second, confirmJudgement, against))).toBe('sentence-missing')
    const why = 'De klacht kwam wel op tijd binnen.'
    done(await carry(second, confirmJudgement, { ...against, why }))
    const view = await viewCase(region.setting, first, complaint)
    expect(view?.complaint).toMatchObject({ state: 'ready', sentBack: why })
  })

  test('what is said is in no event that everybody can read', async () => {
    const { complaint, seeker } = await taken()
    const events = await region.store.selectFrom('event').select('body').execute()
    const all = events.map(({ body }) => body).join('\n')
    expect(all).not.toContain('bereikbaar')
    expect(all).not.toContain(seeker.person)
    expect(all).toContain(`"complaint":${complaint}`)
  })
})

describe('the committee sees the decision as it was', () => {
  test('replayed it is the receipt, for the place and for the inputs', async () => {
    const { complaint, listing, seeker } = await taken()
    // What somebody tells afterwards is not what was decided on.
    await region.store
      .updateTable('person')
      .set({ facts: JSON.stringify({ ...{ 'household-size': 6 }, born: 0 }) })
      .where('id', '=', seeker.person)
      .execute()
    const view = await viewCase(region.setting, first, complaint)
    expect(view?.again).toMatchObject({ listing, faults: [], foundPlace: 1, toldPlace: 1 })
    const { receipt } = await region.store
      .selectFrom('ranking')
      .select('receipt')
      .where('listing', '=', listing)
      .executeTakeFirstOrThrow()
    const stored = JSON.parse(gunzipSync(receipt).toString('utf8'))
    const seen = view?.again?.part.seeker ?? {}
    const onReceipt = stored.inputs.find(([id]: [string]) => id === seeker.person)?.[2] ?? []
    const input = (name: string) => onReceipt[stored.names.indexOf(name)]
    expect(input('household-size')).toBe(1)
    expect(seen['household-size']).toBe(1)
    // @NOTE `registered-on` is a date.
    expect(formatDate(seen['registered-on'] as CalendarDate)).toBe(input('registered-on'))
    expect(stored.placed[0][0]).toBe(seeker.person)
  })

  test('a place that was told otherwise is named', async () => {
    const { complaint, listing, seeker } = await taken()
    await region.store
      .updateTable('standing')
      .set({ place: 2 })
      .where('listing', '=', listing)
      .where('person', '=', seeker.person)
      .execute()
    const view = await viewCase(region.setting, first, complaint)
    expect(view?.again).toMatchObject({ foundPlace: 1, toldPlace: 2 })
    expect(view?.again?.faults[0]?.code).toBe('place-differs')
  })

  test('that they looked stands in the log of the person, with the case', async () => {
    const { complaint, seeker } = await taken()
    await viewCase(region.setting, first, complaint)
    const reads = await region.store
      .selectFrom('event_value')
      .innerJoin('event', 'event.number', 'event_value.event')
      .select(['event.body', 'event.actor'])
      .where('event_value.person', '=', seeker.person)
      .where('event.kind', '=', 'file-read')
      .execute()
    expect(reads).toHaveLength(1)
    expect(reads[0]?.actor).toBe(first.human)
    expect(JSON.parse(reads[0]?.body ?? '{}')).toMatchObject({ reason: 'case', complaint })
  })
})

describe('in the wrong order', () => {
  test('nobody is judged before they were heard, or while there is time to answer', async () => {
    const { complaint } = await taken()
    expect(refusedOf(await carry(first, judgeComplaint, judgement(complaint)))).toBe('not-heard')
    const reaction = 'Dit is een antwoord dat niemand vroeg.'
    expect(refusedOf(await carry(officer, reactToComplaint, { complaint, reaction }))).toBe(
      'not-asked',
    )
    expect(
      refusedOf(await carry(first, confirmJudgement, { complaint, agrees: true, why: '' })),
    ).toBe('wrong-order')
    done(await carry(first, askReaction, { complaint, workingDays: 1 }))
    expect(refusedOf(await carry(first, judgeComplaint, judgement(complaint)))).toBe(
      'reaction-awaited',
    )
    expect(refusedOf(await carry(first, askReaction, { complaint, workingDays: 1 }))).toBe(
      'wrong-order',
    )
    region.later(5)
    await doDueJobs(region.setting)
    expect((await viewCase(region.setting, first, complaint))?.complaint.state).toBe('ready')
    done(await carry(first, judgeComplaint, judgement(complaint)))
  })

  test.each([
    [{ motivation: 'Te kort.' }, 'sentence-missing'],
    [{ outcome: 'founded' as const }, 'consequence-missing'],
    [{ outcome: undefined }, 'outcome-missing'],
  ])('a judgement with %o is refused: %s', async (change, refused) => {
    const { complaint } = await taken()
    done(await carry(first, askReaction, { complaint, workingDays: 1 }))
    const reaction = 'Wij hebben twee keer gebeld en een brief gestuurd.'
    done(await carry(officer, reactToComplaint, { complaint, reaction }))
    const input = { ...judgement(complaint), ...change }
    expect(refusedOf(await carry(first, judgeComplaint, input))).toBe(refused)
  })
})

describe('the wrong person', () => {
  test('sees nothing: not another seeker, landlord, committee or member who was not called in', async () => {
    const { complaint, seekers } = await complained()
    const others = [
      seekers[1],
      await region.worker('letting-officer', 'anderwonen'),
      await region.worker('complaints-committee', 'heerlen'),
      first,
      await region.worker('regional-monitor', ''),
      await region.worker('technical-admin', ''),
    ]
    for (const other of others) {
      if (!other) throw new Error('nobody')
      expect(await viewCase(region.setting, other, complaint)).toBeUndefined()
    }
    const elsewhere = await region.worker('complaints-committee', 'heerlen')
    expect(refusedOf(await carry(elsewhere, takeComplaint, { complaint }))).toBe('not-found')
    expect(await listCases(region.setting, elsewhere, 1)).toMatchObject({ cases: [], pages: 1 })
    const { cases } = (await listCases(region.setting, first, 1)) ?? {}
    const listed = cases?.find(({ id }) => id === complaint)
    expect(listed).toMatchObject({ mayTake: true, isCalled: false })
    const reviewer = await region.worker('reviewer', 'anderwonen')
    const reaction = 'Wij willen hier ook iets over zeggen.'
    expect(refusedOf(await carry(reviewer, reactToComplaint, { complaint, reaction }))).toBe(
      'not-found',
    )
    const [one, two] = seekers
    if (!one || !two) throw new Error('nobody')
    expect(refusedOf(await carry(two, complain, about(two, 'lijst-0')))).toBe('not-found')
    const ofOther = (await complained()).listing
    expect(refusedOf(await carry(two, complain, about(two, `lijst-${ofOther}`)))).toBe('not-found')
    expect(refusedOf(await carry(two, complain, about(one, `lijst-${ofOther}`)))).toBe('not-found')
  })

  test('the landlord reads what was said, but not who says so before there is an offer', async () => {
    const { complaint } = await complained()
    const view = await viewCase(region.setting, officer, complaint)
    expect(view).toMatchObject({ ring: 'landlord', name: undefined, again: undefined, steps: [] })
    expect(view?.complaint.words).toBe(words)
  })

  test('nobody handles a case of their own, or about where they work', async () => {
    const { complaint, seeker } = await complained()
    const committee = { role: 'complaints-committee', organisation: '' } as const
    const asMember: Actor = { ...seeker, roles: [committee] }
    expect(refusedOf(await carry(asMember, takeComplaint, { complaint }))).toBe('own-file')
    const helper: Actor = {
      ...{ human: await region.human('Helper'), roles: [committee] },
      mandates: [{ person: seeker.person, may: ['read'] }],
    }
    expect(refusedOf(await carry(helper, takeComplaint, { complaint }))).toBe('own-file')
    const works: Actor = {
      ...officer,
      roles: [committee, { role: 'letting-officer', organisation: landlord }],
    }
    expect(refusedOf(await carry(works, takeComplaint, { complaint }))).toBe('own-organisation')
  })

  test('a helper complains only with a mandate for it', async () => {
    const { listing, seekers } = await region.closedListing(1)
    const [seeker] = seekers
    if (!seeker) throw new Error('nobody')
    const helper = (may: readonly ('read' | 'complain')[]): Actor => ({
      ...{ human: officer.human, roles: [], mandates: [{ person: seeker.person, may }] },
    })
    const input = about(seeker, `lijst-${listing}`)
    expect(refusedOf(await carry(helper(['read']), complain, input))).toBe('not-found')
    done(await carry(helper(['read', 'complain']), complain, input))
  })
})

describe('who was passed over', () => {
  test('complains before the home is let: letting waits for the judgement, at most five working days', async () => {
    const { listing, skippedSeeker, lease } = await skipped()
    const input = about(skippedSeeker, `overslaan-${listing}`)
    region.later(3)
    const { complaint } = done(await carry(skippedSeeker, complain, input))
    region.later(2)
    const today = dayOf(region.now())
    const refused = await lease()
    expect(refusedOf(refused)).toBe('complaint-open')
    const until = (await viewCase(region.setting, officer, complaint))?.complaint.urgentUntil
    expect(until).toBe(addDuration(addDays(today, -2), { count: 5, unit: 'working-day' }))
    region.later(8)
    done(await lease())
  })

  test('and is right, with binding force: the offer is theirs again, and who accepted waits', async () => {
    const { listing, skippedSeeker, accepted, offers, lease } = await skipped()
    const [own, other] = offers
    const input = about(skippedSeeker, `overslaan-${listing}`)
    const { complaint } = done(await carry(skippedSeeker, complain, input))
    for (const each of [first, second]) done(await carry(each, takeComplaint, { complaint }))
    done(await carry(first, askReaction, { complaint, workingDays: 1 }))
    const reaction = 'Wij hebben het verkeerde nummer gebeld.'
    done(await carry(officer, reactToComplaint, { complaint, reaction }))
    done(
      await carry(first, judgeComplaint, {
        ...{ complaint, outcome: 'founded', consequence: 'binding' },
        motivation: 'Er is niet met u gebeld, dus u mocht niet worden overgeslagen.',
      }),
    )
    done(await carry(second, confirmJudgement, { complaint, agrees: true, why: '' }))
    const states = await region.store
      .selectFrom('offer')
      .select(['id', 'state'])
      .where('listing', '=', listing)
      .execute()
    expect(new Map(states.map(({ id, state }) => [id, state]))).toEqual(
      new Map([
        [own, 'open'],
        [other, 'waiting'],
      ]),
    )
    region.later(1)
    expect(refusedOf(await lease())).toBe('not-accepted')
    done(
      await carry(skippedSeeker, answerOffer, {
        ...{ offer: own, answer: 'refuse', ground: 'found-another' },
      }),
    )
    region.later(6)
    done(await lease())
    expect(await messagesTo(accepted)).toEqual([])
  })
})

describe('the term', () => {
  test('is over the day after it, and one case about a decision runs at a time', async () => {
    const { listing, seekers } = await region.closedListing(1)
    const [seeker] = seekers
    if (!seeker) throw new Error('nobody')
    const input = about(seeker, `lijst-${listing}`)
    const both = await Promise.all([carry(seeker, complain, input), carry(seeker, complain, input)])
    expect(both.map(refusedOf).toSorted()).toEqual(['already-complained', undefined])
    const short = about(seeker, `lijst-${listing}`, 'Kort')
    const { complaint } = await region.store
      .selectFrom('complaint')
      .select('id as complaint')
      .where('person', '=', seeker.person)
      .executeTakeFirstOrThrow()
    done(await carry(seeker, withdrawComplaint, { complaint }))
    expect(refusedOf(await carry(seeker, complain, short))).toBe('words-missing')
    region.later(365)
    expect(refusedOf(await carry(seeker, complain, input))).toBe('term-over')
  })

  test('the clock tells the person once when the committee is late', async () => {
    const { complaint, seeker } = await complained()
    region.later(43)
    await doDueJobs(region.setting)
    await doDueJobs(region.setting)
    expect(await messagesTo(seeker)).toEqual(['complaint-received', 'complaint-late'])
    const view = await viewCase(region.setting, seeker, complaint)
    expect(view?.complaint.lateSince).toBeDefined()
  })
})
