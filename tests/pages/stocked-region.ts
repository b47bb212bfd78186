/**
 * A region in which every page has something to show: who visits, and for every address with a part that varies
 * the things it can be about, each in a state of its own. Whoever adds an address with such a part adds here
 * what it can be about; an address without one fails the tests that go through all pages.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays, date } from '../../core/basics/calendar-date.ts'
import type { Facts } from '../../core/basics/facts.ts'
import { roles } from '../../operations/access-table.ts'
import { answerJudgement } from '../../operations/answer-judgement.ts'
import { answerOffer } from '../../operations/answer-offer.ts'
import { askReaction } from '../../operations/ask-reaction.ts'
import { breakGlass } from '../../operations/break-glass.ts'
import { checkDocuments } from '../../operations/check-documents.ts'
import { closeListing } from '../../operations/close-listing.ts'
import { complain } from '../../operations/complain.ts'
import { confirmJudgement } from '../../operations/confirm-judgement.ts'
import { giveDocument } from '../../operations/give-document.ts'
import { judgeComplaint } from '../../operations/judge-complaint.ts'
import { keepLog } from '../../operations/keep-log.ts'
import { letHome } from '../../operations/let-home.ts'
import { groupMax, makeOffer } from '../../operations/make-offer.ts'
import {
  type Actor,
  carryOut,
  dayOf,
  inTransaction,
  type Operation,
} from '../../operations/operation.ts'
import { proposeCorrection } from '../../operations/propose-correction.ts'
import { proposeIdentity } from '../../operations/propose-identity.ts'
import { reactToComplaint } from '../../operations/react-to-complaint.ts'
import { keepAnswers } from '../../operations/registration-form.ts'
import { beginReplay } from '../../operations/replay-run.ts'
import { reportVacancy } from '../../operations/report-vacancy.ts'
import { respond } from '../../operations/respond.ts'
import { serveAtCounter } from '../../operations/serve-at-counter.ts'
import { beginSession } from '../../operations/sessions.ts'
import { settleDraw } from '../../operations/settle-draw.ts'
import { skipCandidate } from '../../operations/skip-candidate.ts'
import { takeComplaint } from '../../operations/take-complaint.ts'
import { keepUnsent } from '../../operations/unsent-form.ts'
import { proposedRules } from '../../operations/view-rules.ts'
import { withdrawListing } from '../../operations/withdraw-listing.ts'
import { withdrawResponse } from '../../operations/withdraw-response.ts'
import { askAddress, stopTokenOf } from '../../store/contacts.ts'
import { addErrand } from '../../store/errands.ts'
import { readLogKey } from '../../store/log-key.ts'
import { addMessage } from '../../store/messages.ts'
import { personFile } from '../../store/people.ts'
import { addSavedSearch } from '../../store/saved-searches.ts'
import { makeApp } from '../../web/app.ts'
import type { WebSetting } from '../../web/visitor.ts'
import { done, homeFacts, landlord, lettingRegion, type Seeker } from '../letting-region.ts'
import { regionalText, rulesRegion } from '../rules-region.ts'
import { photo } from '../sent-files.ts'
import { rareStates, rareVisitors } from './rare-states.ts'

/** `taker`: a seeker who said yes to a home and gives their papers. */
export const visitors = ['nobody', 'newcomer', 'taker', ...roles, ...rareVisitors] as const
export type VisitorName = (typeof visitors)[number]

/** What the varying part of an address can be, by the state it shows. */
export type Samples = Readonly<Record<string, Readonly<Record<string, string | number>>>>

export type Stock = {
  readonly visitors: ReadonlyMap<VisitorName, Actor | undefined>
  readonly samples: Samples
}

/** Addresses that only lead on to another page: there is nothing on them to look at or to count. */
export const leadOn: readonly string[] = ['/regels/boek/:book']

/** Questions behind an address that show another state of the page. */
export const questions: Readonly<Record<string, readonly string[]>> = {
  '/woningen': ['?past=ja', '?gemeente=nergens', '?kamers=9'],
  '/mijn/inschrijving/gedaan': ['?wat=verlengen', '?wat=uitschrijven'],
  '/kansen': ['?gemeente=heerlen&wijk=Centrum', '?soort=house', '?gemeente=nergens'],
  '/passende-huur': ['?personen=1&inkomen=22000', '?personen=x&inkomen=-1'],
  '/mijn/wensen/zoekopdrachten': ['?nieuw=ja&gemeente=heerlen', '?gedaan=bewaard'],
  '/mijn/berichten/instellen': ['?opgeslagen=ja'],
  '/werk/post': ['?gedaan=ja'],
  '/is-dit-bericht-van-ons': ['?kenmerk=0000-0000-0000', '?kenmerk=x'],
  '/uitkomsten': ['?gemeente=nergens'],
  '/toezicht/logboek': ['?soort=responded'],
  '/controle': ['?bewijs=niets'],
}

/** Every question of registering, answered. */
const answersOfSomebody = {
  ...{ name: 'Nieuw Hier', email: 'nieuw@example.org', residence: 'dutch' },
  ...{ 'born-day': '1', 'born-month': '2', 'born-year': '1990' },
  ...{ size: '1', children: '0', situation: 'starter', municipality: 'heerlen' },
  ...{ 'since-day': '1', 'since-month': '1', 'since-year': '2010' },
  ...{ profession: 'other', income: '22000', 'wish-rent': '700' },
}

const lotteryFacts: Facts = { ...homeFacts, model: 'lottery' }

export type StockedRegion = Awaited<ReturnType<typeof stockedRegion>>

export async function stockedRegion() {
  const region = await lettingRegion()
  const keys = mkdtempSync(join(tmpdir(), 'verdeelsleutel-pages-'))
  const logKey = readLogKey(keys, 'verdeelsleutel/parkstad')
  rmSync(keys, { recursive: true })
  const setting: WebSetting = {
    ...region.setting,
    ...{ regionName: 'Parkstad', isExample: true, isSecure: false, logKey },
  }
  const officer = await region.worker('letting-officer')
  const rules = await rulesRegion(region)
  let daysOpen = 10

  const act = async <Input, Outcome extends object>(
    actor: Actor,
    operation: Operation<Input, Outcome>,
    input: Input,
  ): Promise<Outcome> => done(await carryOut(setting, actor, operation, input))

  const close = async (listing: number) =>
    done(await inTransaction(setting, undefined, (doing) => closeListing(doing, listing)))

  /** A list on which these people stand, made now. */
  async function closedFor(seekers: readonly Seeker[], facts?: Facts): Promise<number> {
    const id = await region.listing(1, facts)
    await region.responded(id, seekers)
    region.later(1)
    await close(id)
    return id
  }

  /** A list that was drawn, and on which somebody else came first: who is first is told less. */
  async function drawnBehind(me: Seeker, others: readonly Seeker[]): Promise<number> {
    const listing = await closedFor([me, ...others], lotteryFacts)
    region.later(1)
    done(await inTransaction(setting, undefined, (doing) => settleDraw(doing, listing)))
    const { place } = await region.store
      .selectFrom('standing')
      .select('place')
      .where('listing', '=', listing)
      .where('person', '=', me.person)
      .executeTakeFirstOrThrow()
    return place === 1 ? drawnBehind(me, others) : listing
  }

  async function offeredTo(seeker: Seeker, listing: number): Promise<string> {
    const { offers } = await act(officer, makeOffer, { listing, count: 1 })
    const { person } = await region.store
      .selectFrom('offer')
      .select('person')
      .where('id', '=', offers[0]?.id ?? '')
      .executeTakeFirstOrThrow()
    if (person !== seeker.person) throw new Error('the offer went to somebody else')
    return offers[0]?.id ?? ''
  }

  async function skipped(offer: string): Promise<void> {
    await act(officer, skipCandidate, {
      ...{ offer, ground: 'took-it-back' },
      contacts: [{ channel: 'phone', on: dayOf(region.now()) }],
    })
  }

  async function letTo(seeker: Seeker): Promise<{ listing: number; offer: string }> {
    const listing = await closedFor([seeker])
    const offer = await offeredTo(seeker, listing)
    await act(seeker, answerOffer, { offer, answer: 'accept' })
    const on = dayOf(region.now())
    const seen = { offer, on, outcome: 'as-said' } as const
    await act(officer, checkDocuments, { ...seen, kind: 'identity', source: 'passport' })
    await act(officer, checkDocuments, {
      ...{ ...seen, kind: 'income', source: 'tax-statement', incomeCents: 2_200_000 },
    })
    await act(officer, checkDocuments, {
      ...{ ...seen, kind: 'household', source: 'population-register', householdSize: 1 },
    })
    await act(officer, letHome, { offer, startsOn: addDays(on, 10) })
    return { listing, offer }
  }

  const dwellingOf = async (listing: number): Promise<number> => {
    const { dwelling } = await region.store
      .selectFrom('listing')
      .innerJoin('vacancy', 'vacancy.id', 'listing.vacancy')
      .select('vacancy.dwelling')
      .where('listing.id', '=', listing)
      .executeTakeFirstOrThrow()
    return dwelling
  }

  /**
   * Adds so many of everything, and gives what pages can then be about; numbers of rows grow with it, on every
   * list that grows with what happens.
   */
  async function stock(rows: number): Promise<Stock> {
    const each = Array.from({ length: rows }, (_, index) => index + 1)
    const me = await region.seeker({ name: 'Fatima Yilmaz' })
    region.later(1)

    // What came of my responses: passed over, refused, and lists on which I stand.
    const passedOver: number[] = []
    for (const _ of each) {
      const listing = await closedFor([me])
      await skipped(await offeredTo(me, listing))
      passedOver.push(listing)
    }
    const refusedListing = await closedFor([me])
    const refused = await offeredTo(me, refusedListing)
    await act(me, answerOffer, { offer: refused, answer: 'refuse', ground: 'too-small' })
    const tooSmall = { ...homeFacts, 'dwelling-type': 'house', bedrooms: 4 }
    const excluded = await closedFor(
      [await region.seeker({ incomeCents: 9_000_000 }), me],
      tooSmall,
    )

    const others: Seeker[] = []
    // A day apart, so that no lot decides between them.
    for (const index of each) {
      others.push(await region.seeker({ name: `Zoeker ${index}` }))
      region.later(1)
    }
    const drawn = await drawnBehind(me, others.slice(0, 2))

    const taker = await region.seeker({ name: 'Wie Huurt' })
    const acceptedListing = await closedFor([taker])
    const accepted = await offeredTo(taker, acceptedListing)
    await act(taker, answerOffer, { offer: accepted, answer: 'accept' })
    const { document } = await act(taker, giveDocument, {
      ...{ offer: accepted, kind: 'income', file: photo(), isBlackedOut: true },
    })
    const let_ = await letTo(await region.seeker({ name: 'Al Gehuisvest' }))
    const withdrawn = await region.listing(7)
    await act(officer, withdrawListing, { listing: withdrawn, ground: 'listing-was-wrong' })
    const drawing = await closedFor([me, ...others.slice(0, 2)], lotteryFacts)

    // A list with everybody on it, and an offer to each.
    const busy = await closedFor([me, ...others])
    const viewingAt = new Date(region.now().getTime() + 3_600_000)
    const { offers: made } = await act(officer, makeOffer, {
      listing: busy,
      count: Math.min(rows + 1, groupMax),
      viewingAt,
    })
    const open = made[0]?.id ?? ''

    for (const seeker of others) {
      await act(officer, proposeCorrection, {
        ...{ person: seeker.person, landlord, registeredOn: date('2019-05-01') },
        ...{ ground: 'older-registration-shown', source: 'confirmation-of-registration' },
      })
    }
    const { id: correction } = await region.store
      .selectFrom('correction')
      .select('id')
      .orderBy('proposed_at', 'desc')
      .executeTakeFirstOrThrow()

    // Homes that stand empty, and those that can be responded to now.
    const openListings: number[] = []
    for (const _ of each) openListings.push(await region.listing(7))
    const [answered = 0, takenBack = 0] = [await region.listing(7), await region.listing(6)]
    await act(me, respond, { listing: answered, person: me.person, via: 'self' })
    await act(me, respond, { listing: takenBack, person: me.person, via: 'self' })
    await act(me, withdrawResponse, { listing: takenBack, person: me.person })
    const { complex } = await region.store
      .selectFrom('dwelling')
      .select('complex')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const [occupied, vacant] = [await region.dwelling(), await region.dwelling()]
    await act(officer, reportVacancy, { dwelling: vacant, freeFrom: dayOf(region.now()) })
    const advertised = {
      ...{ closed: await dwellingOf(busy), accepted: await dwellingOf(acceptedListing) },
      ...{ open: await dwellingOf(openListings[0] ?? 0), drawing: await dwellingOf(drawing) },
      withdrawn: await dwellingOf(withdrawn),
    }

    const mail = await region.store
      .selectFrom('person')
      .select('email')
      .where('id', '=', me.person)
      .executeTakeFirstOrThrow()
    const { visit } = await act(officer, serveAtCounter, {
      ...{ landlord, known: mail.email ?? '', born: date('1990-02-01') },
    })
    // Who somebody is, put forward to be corrected: their page at the counter then shows what waits.
    const namesake = others[0] ?? me
    const { visit: waitingVisit } = await act(officer, serveAtCounter, {
      ...{ landlord, known: `${namesake.human}@example.org`, born: date('1990-02-01') },
    })
    const { correction: identity } = await act(officer, proposeIdentity, {
      ...{ visit: waitingVisit, name: 'Fatima Yilmaz', born: date('1991-02-01') },
      ...{ ground: 'entered-wrongly', paper: 'passport', paperOn: date('2024-05-02') },
      isSeen: true,
    })
    // What waits for who writes and calls, and what somebody looks for.
    const toConfirm = others.at(-1) ?? me
    const reached = await region.store.transaction().execute(async (transaction) => {
      const at = region.now()
      const told = { code: 'registration-over', facts: { until: 0, grace: 0 }, at }
      for (const kind of ['phone', 'letter', 'decision'] as const) {
        for (const { person } of [me, ...others]) {
          const [id, message] = [setting.newId(), setting.newId()]
          await addMessage(transaction, region.region, { id: message, person, ...told })
          await addErrand(transaction, region.region, { id, message, person, landlord, kind, at })
        }
      }
      for (const index of each) {
        await addSavedSearch(transaction, region.region, {
          ...{ id: setting.newId(), person: me.person, name: `Zoekopdracht ${index}`, at },
          ...{ filter: { municipality: 'heerlen' }, fitsOnly: false },
        })
      }
      const { email } = (await personFile(transaction, region.region, toConfirm.person)) ?? {}
      return {
        token: await askAddress(transaction, region.region, toConfirm.person, {
          email: email ?? '',
          at,
        }),
        stop: await stopTokenOf(transaction, region.region, me.person),
      }
    })
    const errands = await region.store
      .selectFrom('errand')
      .select(['id', 'kind'])
      .where('person', '=', me.person)
      .execute()
    const errand = (kind: string) => errands.find((one) => one.kind === kind)?.id ?? ''
    // A task that does not go well.
    await region.store
      .insertInto('job')
      .values({
        ...{ region: region.region, task: 'close-listing', payload: '{"listing": 4711}' },
        ...{ at: new Date(region.now().getTime() + 3_600_000), attempts: 3, fault: 'TypeError' },
      })
      .execute()
    await keepLog(setting, logKey)

    const newcomer: Actor = { human: await region.human('Nieuw Hier'), roles: [], mandates: [] }
    await keepAnswers(setting, newcomer, answersOfSomebody)
    const workers = new Map<VisitorName, Actor | undefined>([
      ['nobody', undefined],
      ['newcomer', newcomer],
    ])
    for (const role of roles) workers.set(role, await region.worker(role))
    workers.set('letting-officer', officer)
    workers.set('municipal-policy', rules.people.proposer)
    workers.set('tenants-organisation', rules.people.tenants)
    workers.set('functional-admin', rules.people.admin)
    const auditor = await region.worker('auditor', '')
    workers.set('auditor', auditor)
    const reviewer = await region.worker('reviewer')
    workers.set('reviewer', reviewer)
    workers.set('seeker', me)
    workers.set('taker', taker)
    const helper: Actor = await region.worker('helper')
    await helping(helper, [me, ...others])
    workers.set('helper', helper)

    // Somebody's login lapsed while they wrote.
    const token = await beginSession(region.store, region.region, taker.human, region.now())
    const { csrf } = await region.store
      .selectFrom('session')
      .select('csrf')
      .where('human', '=', taker.human)
      .executeTakeFirstOrThrow()
    const named = [['naam', 'Mijn kleinzoon uit Kerkrade']] as const
    const unsent = { action: '/mijn/machtigingen', page: '/mijn/machtigingen', fields: named }
    await keepUnsent(setting, { token, csrf }, unsent)

    // A proposal on its way, a decision somebody does not agree with, and who watches over it all.
    daysOpen += 1
    const proposal = await rules.proposal(
      regionalText('listing_open: 7 days', `listing_open: ${daysOpen} days`),
    )
    const onTheirWay = await proposedRules(setting)
    const version = onTheirWay.find((each) => each.proposal.id === proposal)?.address ?? ''
    const today = dayOf(region.now())
    const { run } = await act(auditor, beginReplay, { from: addDays(today, -30), until: today })
    const { complaint } = await act(me, complain, {
      ...{ person: me.person, decision: `lijst-${busy}` },
      words: 'Ik sta al langer ingeschreven dan hier staat.',
    })
    const members = [await committee(), await committee()] as const
    workers.set('complaints-committee', members[1])
    const heard = await complained(taker, acceptedListing)
    await act(members[1], takeComplaint, { complaint: heard })
    await act(members[1], askReaction, { complaint: heard, workingDays: 5 })
    const judged = await complained(me, refusedListing)
    await judge(members, judged)
    const decided = await complained(me, passedOver[0] ?? 0)
    await judge(members, decided)
    await act(members[1], confirmJudgement, { complaint: decided, agrees: true, why: '' })
    const followed = await complained(me, drawn)
    await judge(members, followed)
    await act(members[1], confirmJudgement, { complaint: followed, agrees: true, why: '' })
    await act(officer, answerJudgement, {
      ...{ complaint: followed, answer: 'partly' },
      words: 'Wij schrijven voortaan op de brief waarom. Deze lijst blijft zoals zij is.',
    })
    const ready = await complained(others[0] ?? me, busy)
    await hear(members, ready)
    const name = `Met Haast ${daysOpen}`
    await region.seeker({ name })
    const { id: emergency } = await act(reviewer, breakGlass, {
      ...{ name, born: date('1990-02-01') },
      reason: 'De woning staat onder water en wij moeten haar bellen.',
    })

    return {
      visitors: workers,
      samples: {
        '/gemeente/verordening/:version/toets': { proposed: version },
        '/huurders/adviezen/:version': { proposed: version },
        '/regels/:version': { proposed: version },
        '/klachten/:id': { received: complaint, heard, ready, judged, decided, followed },
        '/mijn/beslissingen/:decision/oneens': { open: `lijst-${drawn}`, running: `lijst-${busy}` },
        '/noodinzage/:id': { opened: emergency },
        '/toezicht/naspelen/:run': { begun: run },
        '/uitkomsten/:kwartaal': { over: '2025-k4' },
        '/logboek/aangroei/:first/:second': { grown: '1/2' },
        '/woningen/:id': {
          ...{ open: openListings.at(-1) ?? 0, responded: answered, withdrawn: takenBack },
          ...{ closed: busy, drawing, let: let_.listing, 'no-longer': withdrawn },
        },
        '/woningen/:id/uitslag': { closed: busy, let: let_.listing, drawn },
        '/loting/:id': { drawing, drawn },
        '/mijn/reacties/:id': {
          ...{ placed: busy, open: answered, withdrawn: takenBack, drawing, drawn, excluded },
          refused: refusedListing,
        },
        '/mijn/aanbod/:id': { open, refused, accepted },
        '/mijn/documenten/:id': { given: document },
        '/werk/documenten/:id': { given: document },
        '/werk/complexen/:complex': { ours: complex },
        '/beheer/in-en-uitvoer/voorraad/:landlord': { ours: landlord },
        '/beheer/in-en-uitvoer/uitkomsten/:scope': { ours: landlord },
        '/werk/aanbiedingen/:id': { open, accepted, refused, let: let_.offer },
        '/werk/controle/:id': { accepted, let: let_.offer },
        '/werk/correctie/:id': { proposed: correction, identity },
        '/werk/balie/:visit': { open: visit, waiting: waitingVisit },
        '/werk/post/:id': { letter: errand('letter'), phone: errand('phone') },
        '/mail/bevestigen/:token': { asked: reached.token },
        '/mail/stoppen/:token': { known: reached.stop },
        '/werk/woningen/:id': { ...advertised, vacant, occupied },
        '/werk/woningen/:id/advertentie': { ...advertised, unadvertised: vacant },
        '/werk/woningen/:id/kandidaten': advertised,
        '/logboek/tile/:level/:path': { hashes: '0/000.p/1' },
      },
    }
  }

  const committee = () => region.worker('complaints-committee', '')

  async function complained(by: Seeker, listing: number): Promise<number> {
    const { complaint } = await act(by, complain, {
      ...{ person: by.person, decision: `lijst-${listing}` },
      words: 'Volgens mij klopt mijn plaats op deze lijst niet.',
    })
    return complaint
  }

  type Two = readonly [Actor, Actor]

  /** Taken by two, with the answer of the landlord. */
  async function hear([one, two]: Two, complaint: number): Promise<void> {
    for (const each of [one, two]) await act(each, takeComplaint, { complaint })
    await act(one, askReaction, { complaint, workingDays: 5 })
    const reaction = 'De plaats volgt uit de inschrijfdatum in het logboek.'
    await act(officer, reactToComplaint, { complaint, reaction })
  }

  /** Heard, and judged by one of two, up to where the other looks at it. */
  async function judge(two: Two, complaint: number): Promise<void> {
    await hear(two, complaint)
    await act(two[0], judgeComplaint, {
      ...{ complaint, outcome: 'founded', consequence: 'advice' },
      motivation: 'De verhuurder had duidelijker moeten zeggen waarom.',
    })
  }

  async function helping({ human }: Actor, people: readonly Seeker[]): Promise<void> {
    await region.store
      .insertInto('mandate')
      .values(
        people.map(({ person }) => ({
          ...{ region: region.region, person, helper: human },
          until_day: date('2030-01-01'),
        })),
      )
      .execute()
  }

  /** One of everything, and every state that is seldom seen. */
  async function everyState(): Promise<Stock> {
    const doings = { region, rules, officer, act, closedFor, offeredTo, letTo, dwellingOf }
    const rare = await rareStates(doings)
    const usual = await stock(1)
    // A viewing that was some minutes ago, while the offer stands.
    const viewingAt = new Date(region.now().getTime() + 300_000)
    const { offers } = await act(officer, makeOffer, {
      ...{ listing: rare.toBeSeen, count: 1, viewingAt },
    })
    region.later(1 / 144)
    const seen = { 'viewing-passed': offers[0]?.id ?? '' }
    const samples: Record<string, Readonly<Record<string, string | number>>> = {
      ...usual.samples,
    }
    const added: Samples = { ...rare.samples }
    for (const [route, more] of Object.entries(added)) {
      samples[route] = { ...usual.samples[route], ...more }
    }
    for (const route of ['/mijn/aanbod/:id', '/werk/aanbiedingen/:id']) {
      samples[route] = { ...samples[route], ...seen }
    }
    return { visitors: new Map([...usual.visitors, ...rare.visitors]), samples }
  }

  return { ...region, setting, stock, everyState, close, app: makeApp(setting) }
}
