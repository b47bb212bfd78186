/** Rule books go live by operations: every step in its order, by another human, and at its instant. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addDays, date } from '../core/basics/calendar-date.ts'
import { hashesInForce } from '../store/rule-books.ts'
import { proposalOf } from '../store/rule-proposals.ts'
import {
  done,
  homeFacts,
  type LettingRegion,
  lettingRegion,
  refusedOf,
} from '../tests/letting-region.ts'
import { bytesOf, type RulesRegion, regionalText, rulesRegion } from '../tests/rules-region.ts'
import { answerAdvice } from './answer-advice.ts'
import { closeListing } from './close-listing.ts'
import { makeListing } from './make-listing.ts'
import { type Actor, carryOut, dayOf, inTransaction } from './operation.ts'
import { proposeRules } from './propose-rules.ts'
import { publishListing } from './publish-listing.ts'
import { releaseRules } from './release-rules.ts'
import { reportVacancy } from './report-vacancy.ts'
import { booksFor, rulesUnder } from './rules-for-listing.ts'
import { withdrawRules } from './withdraw-rules.ts'

let region: LettingRegion
let rules: RulesRegion
beforeAll(async () => {
  region = await lettingRegion()
  rules = await rulesRegion(region)
}, 60_000)
afterAll(async () => region?.database.drop())

const longer = (days: number) => regionalText('listing_open: 7 days', `listing_open: ${days} days`)
const soon = (minutes: number) => new Date(region.now().getTime() + minutes * 60_000)
let days = 20
// Every test has a version of its own.
function another(): string {
  days += 1
  return longer(days)
}

async function inForce(at = region.now()) {
  const { store } = region
  return hashesInForce(store, region.region, at)
}

describe('the whole way', () => {
  test('from proposal to the instant from which it decides, with every step in the log', async () => {
    const before = await inForce()
    const text = another()
    const id = await rules.proposal(text)
    const kept = await proposalOf(region.store, region.region, id)
    expect(before).toContain(kept?.replaces)
    expect(kept?.asked.map(({ role }) => role)).toEqual([
      ...['landlord-policy', 'regional-monitor', 'tenants-organisation'],
    ])
    await rules.advised(id)
    await rules.adopted(id)
    const from = soon(60)
    done(await rules.ask(id, from))
    expect(await inForce(from)).toEqual(before)
    expect(done(await rules.confirm(id)).decidesFrom).toEqual(from)

    expect(await inForce(new Date(from.getTime() - 1))).toEqual(before)
    expect(await inForce(from)).toContain(kept?.hash)
    expect(await inForce(from)).not.toContain(kept?.replaces)
    const now = await booksFor(region.setting, homeFacts, date('2026-03-01'))
    expect(now.map(({ hash }) => hash)).not.toContain(kept?.hash)
    region.goTo(from)
    const then = await booksFor(region.setting, homeFacts, date('2026-03-01'))
    expect(then.map(({ hash }) => hash)).toContain(kept?.hash)

    const events = await region.store
      .selectFrom('event')
      .select(['kind', 'body'])
      .where('kind', 'like', 'rules-%')
      .orderBy('number')
      .execute()
    expect(events.map(({ kind }) => kind)).toEqual([
      ...['rules-proposed', 'rules-advised', 'rules-advised', 'rules-advised'],
      ...Array.from({ length: 7 }, () => 'rules-adopted'),
      ...['rules-release-asked', 'rules-released'],
    ])
    // The names and accounts of people stand nowhere in what is open for ever.
    for (const human of Object.values(rules.people)) {
      expect(events.some(({ body }) => body.includes(human.human))).toBe(false)
    }
  })
})

describe('a wrong order is refused, with its reason', () => {
  let id: string
  beforeEach(async () => {
    id = await rules.proposal(another())
  })

  test('adopting while advice may still come', async () => {
    expect(refusedOf(await rules.adopt(rules.people.proposer, id))).toBe('advice-term-runs')
    await rules.advise(rules.people.tenants, id)
    expect(refusedOf(await rules.adopt(rules.people.proposer, id))).toBe('advice-term-runs')
  })

  test('adopting is possible when the term is over, whoever was silent', async () => {
    const now = region.now()
    region.later(42)
    expect(refusedOf(await rules.adopt(rules.people.proposer, id))).toBe('advice-term-runs')
    region.later(1)
    done(await rules.adopt(rules.people.proposer, id))
    region.goTo(now)
  })

  test('a point without an answer stops adoption, and dissent does not go away', async () => {
    const { landlord, tenants, monitor, proposer, second } = rules.people
    done(await rules.advise(landlord, id))
    done(await rules.advise(monitor, id, 'disagree', ['Dit kost starters een jaar.']))
    const points = ['Waarom niet overal?', 'Wie legt het uit?']
    const { advice } = done(await rules.advise(tenants, id, 'agree-with-points', points))
    expect(refusedOf(await rules.adopt(proposer, id))).toBe('points-unanswered')
    const answer = (number: number, by = proposer, of = advice) =>
      carryOut(region.setting, by, answerAdvice, { advice: of, number, answer: 'Omdat het kan.' })
    expect(refusedOf(await answer(1, tenants))).toBe('not-found')
    expect(refusedOf(await answer(1, rules.people.others))).toBe('not-found')
    expect(refusedOf(await answer(9))).toBe('not-found')
    done(await answer(1))
    expect(refusedOf(await answer(1))).toBe('already-answered-point')
    done(await answer(2, second))
    expect(refusedOf(await rules.adopt(proposer, id))).toBe('points-unanswered')
    const found = await proposalOf(region.store, region.region, id)
    const dissent = found?.advices.find(({ verdict }) => verdict === 'disagree')
    done(await answer(1, proposer, dissent?.id))
    done(await rules.adopt(proposer, id))
    const after = await proposalOf(region.store, region.region, id)
    expect(after?.advices.map(({ verdict }) => verdict).toSorted()).toEqual([
      ...['agree', 'agree-with-points', 'disagree'],
    ])
    expect(refusedOf(await rules.advise(await asAnotherLandlord(), id))).toBe('rules-adopted')
  })

  // Without a grant of their own, so that nobody else has to wait for them.
  const asAnotherLandlord = async () => ({
    ...(await rules.worker('Marga', [])),
    roles: [{ role: 'landlord-policy' as const, organisation: 'schetswonen' }],
  })

  test('advising twice, without reasons, or on what one proposed oneself', async () => {
    const { tenants, proposer } = rules.people
    expect(refusedOf(await rules.advise(tenants, id, 'agree-with-points'))).toBe('points-missing')
    expect(refusedOf(await rules.advise(tenants, id, 'disagree', [' ']))).toBe('reasons-missing')
    done(await rules.advise(tenants, id))
    expect(refusedOf(await rules.advise(tenants, id))).toBe('already-advised')
    const both = { ...proposer, roles: [{ role: 'regional-monitor' as const, organisation: '' }] }
    expect(refusedOf(await rules.advise(both, id))).toBe('own-rules')
  })

  test('adopting without a decision, in the future, before it was proposed, or twice', async () => {
    await rules.advised(id)
    const adopt = (more: object) => rules.adopt(rules.people.proposer, id, 'heerlen', more)
    expect(refusedOf(await adopt({ number: ' ' }))).toBe('decision-missing')
    expect(refusedOf(await adopt({ decidedOn: date('2026-12-01') }))).toBe('decided-later')
    expect(refusedOf(await adopt({ decidedOn: date('2026-01-01') }))).toBe(
      'decided-before-proposed',
    )
    expect(refusedOf(await adopt({ document: 'zzz' }))).toBe('document-missing')
    done(await adopt({}))
    expect(refusedOf(await adopt({}))).toBe('already-adopted')
    expect(refusedOf(await rules.adopt(rules.people.others, id, 'heerlen'))).toBe('not-found')
  })

  test('releasing before every council adopted it, in the past, or outside its own term', async () => {
    await rules.advised(id)
    done(await rules.adopt(rules.people.proposer, id))
    expect(await rules.ask(id, soon(60))).toEqual({ refused: 'not-adopted', facts: { count: 6 } })
    expect(refusedOf(await rules.confirm(id))).toBe('release-not-asked')
    const rest = await proposalOf(region.store, region.region, id)
    for (const each of rest?.adoptedIn ?? []) {
      if (each !== 'heerlen') done(await rules.adopt(rules.people.others, id, each))
    }
    expect(refusedOf(await rules.ask(id, soon(-1)))).toBe('instant-passed')
    expect(refusedOf(await rules.ask(id, soon(0)))).toBe('instant-passed')
    expect(refusedOf(await rules.ask(id, 'never'))).toBe('instant-passed')
    expect(refusedOf(await rules.ask(id, '2030-01-02T00:00:00Z'))).toBe('outside-validity')
    done(await rules.ask(id, soon(5)))
    const now = region.now()
    region.goTo(soon(4.5))
    // Who confirms too late does not let rules decide about what was already decided.
    expect(refusedOf(await rules.confirm(id))).toBe('instant-passed')
    region.goTo(now)
  })

  test('anything after it was withdrawn', async () => {
    const { proposer, tenants } = rules.people
    const withdraw = (by = proposer) =>
      carryOut(region.setting, by, withdrawRules, { proposal: id })
    expect(refusedOf(await withdraw(rules.people.others))).toBe('not-found')
    done(await withdraw())
    expect(refusedOf(await withdraw())).toBe('rules-withdrawn')
    expect(refusedOf(await rules.advise(tenants, id))).toBe('rules-withdrawn')
    expect(refusedOf(await rules.adopt(proposer, id))).toBe('rules-withdrawn')
    expect(refusedOf(await rules.ask(id, soon(60)))).toBe('rules-withdrawn')
    expect(refusedOf(await rules.confirm(id))).toBe('rules-withdrawn')
  })
})

describe('never the same human', () => {
  test('who proposed does not release or confirm, nor who asked; not by a second account either', async () => {
    const { proposer, admin, second } = rules.people
    const id = await rules.ready(another(), soon(60))
    const also = (role: 'functional-admin' | 'municipal-policy', human: string) => ({
      ...{ human, mandates: [], roles: [{ role, organisation: 'heerlen' }] },
    })
    expect(refusedOf(await rules.ask(id, soon(60), also('functional-admin', proposer.human)))).toBe(
      'proposed-it-yourself',
    )
    expect(refusedOf(await rules.confirm(id, proposer))).toBe('proposed-it-yourself')
    expect(refusedOf(await rules.confirm(id, also('municipal-policy', admin.human)))).toBe(
      'asked-it-yourself',
    )
    const roles = [{ role: 'municipal-policy' as const, organisation: 'heerlen' }]
    const otherAccount = await rules.worker('Emre Z.', roles, ' EMRE@example.org ')
    expect(refusedOf(await rules.confirm(id, otherAccount))).toBe('proposed-it-yourself')
    done(await rules.confirm(id, second))
    expect(refusedOf(await rules.confirm(id, second))).toBe('rules-released')
    region.goTo(soon(60))
  })
})

describe('releases at once', () => {
  test('of two versions of one book one goes live, and the other must be looked at anew', async () => {
    const [one, other] = [another(), another()]
    const ids = [await rules.ready(one, soon(60)), await rules.ready(other, soon(60))]
    const outcomes = await Promise.all(ids.map((id) => rules.confirm(id)))
    expect(outcomes.map(refusedOf).toSorted()).toEqual(['former-changed', undefined])
    region.goTo(soon(60))
  })

  test('the same release twice happens once', async () => {
    const id = await rules.ready(another(), soon(60))
    const { second, others } = rules.people
    const outcomes = await Promise.all([rules.confirm(id, second), rules.confirm(id, others)])
    expect(outcomes.map(refusedOf).toSorted()).toEqual(['rules-released', undefined])
    region.goTo(soon(60))
  })

  test('the bytes of a version cannot be changed, not even in the database', async () => {
    const change = region.store.updateTable('rule_book').set({ text: 'book: other' }).execute()
    await expect(change).rejects.toThrow('does not change')
    await expect(region.store.deleteFrom('rule_book').execute()).rejects.toThrow('does not change')
  })
})

describe('what decides', () => {
  test('by rules that were only proposed nothing is decided', async () => {
    const id = await rules.proposal(another())
    const hash = (await proposalOf(region.store, region.region, id))?.hash ?? ''
    const asked = inTransaction(region.setting, undefined, (doing) =>
      rulesUnder(doing, [hash], date('2026-03-01')),
    )
    await expect(asked).rejects.toThrow('never released')
  })
})

describe('a text that is not a rule book, or a hostile one', () => {
  const many = Array.from({ length: 30 }, (_, at) => `x${at + 1}: &x${at + 1} [*x${at}, *x${at}]`)
  test.each([
    ['nothing', '  ', 'file-empty'],
    ['not text', 'book: a\0b', 'file-not-text'],
    ['another file', 'scenarios: []', 'other-file'],
    ['a key that reaches into objects', `__proto__: { polluted: 1 }`, 'refused-key'],
    ['names that are code', `book: !!js/function "return 1"`, 'refused-tag'],
    ['aliases that grow without end', `x0: &x0 [a, b]\n${many.join('\n')}`, 'too-many-aliases'],
    ['too deep', `a: ${'['.repeat(20_000)}`, 'yaml-syntax'],
  ])('%s is refused, and says where', async (_, text, code) => {
    const outcome = done(await rules.proposed(text))
    expect('issues' in outcome && outcome.issues.map((each) => each.code)).toContain(code)
    expect(Object.hasOwn({}.constructor.prototype, 'polluted')).toBe(false)
  })

  test('too large is refused before it is read', async () => {
    const outcome = done(await rules.proposed('a'.repeat(2 * 1024 * 1024 + 1)))
    expect('issues' in outcome && outcome.issues[0]?.code).toBe('file-too-large')
  })

  test('a basis that is not in force, and itself as basis', async () => {
    for (const basis of ['regio-2040', 'parkstad-2026']) {
      const text = regionalText('builds_on: [national]', `builds_on: [${basis}]`)
      const outcome = done(await rules.proposed(text))
      expect('issues' in outcome && outcome.issues.map(({ code }) => code)).toContain(
        'basis-missing',
      )
    }
  })

  test('rules of others, or the same once more', async () => {
    const { landlord } = rules.people
    const text = another()
    const asLandlord = { role: 'landlord-policy', organisation: 'voorbeeldwonen' }
    expect(refusedOf(await rules.proposed(text, landlord, asLandlord))).toBe('not-your-rules')
    expect(refusedOf(await rules.proposed(text, landlord))).toBe('not-found')
    expect(refusedOf(await rules.proposed(text, rules.people.proposer, { explanation: ' ' }))).toBe(
      'explanation-missing',
    )
    await rules.proposal(text)
    expect(refusedOf(await rules.proposed(text))).toBe('already-proposed')
    const twice = { bytes: bytesOf(another()), role: 'municipal-policy', organisation: 'heerlen' }
    const both = await Promise.all(
      [1, 2].map(() =>
        carryOut(region.setting, rules.people.proposer, proposeRules, {
          ...{ ...twice, role: 'municipal-policy' as const, explanation: 'Samen' },
        }),
      ),
    )
    expect(both.map(refusedOf).toSorted()).toEqual(['already-proposed', undefined])
  })

  test('the release of a proposal that is not there', async () => {
    const asked = { proposal: "' or 1=1 --", decidesFrom: soon(60) }
    const outcome = await carryOut(region.setting, rules.people.admin, releaseRules, asked)
    expect(refusedOf(outcome)).toBe('not-found')
  })
})

describe('rules that are replaced while a listing runs', () => {
  test('keep deciding about it, both are there to read, and who responded is told', async () => {
    const officer = await region.worker('letting-officer')
    const seeker = await region.seeker({ name: 'Jef' })
    // A listing that fits one person only needs a second look.
    for (const name of ['Noor', 'Wim', 'Fatima']) await region.seeker({ name })
    const running = await region.listing(7)
    await region.responded(running, [seeker])
    const planned = await plannedListing(officer, 3)
    const before = await hashesOf(running)
    expect(await hashesOf(planned)).toEqual(before)

    const id = await rules.ready(another(), soon(60 * 24))
    const { told } = done(await rules.confirm(id))
    expect(told).toBe(1)
    const hash = (await proposalOf(region.store, region.region, id))?.hash
    const message = await region.store
      .selectFrom('message')
      .select('facts')
      .where('person', '=', seeker.person)
      .where('code', '=', 'rules-replaced')
      .execute()
    expect(message.map(({ facts }) => facts.listing)).toEqual([running])

    // What opens only under the new rules is planned anew, and never for shorter than was said.
    expect(await hashesOf(planned)).toContain(hash)
    const { closes_on: closesOn } = await region.store
      .selectFrom('listing')
      .select('closes_on')
      .where('id', '=', planned)
      .executeTakeFirstOrThrow()
    expect(closesOn).toBe(addDays(dayOf(region.now()), 3 + days))

    region.later(8)
    done(await inTransaction(region.setting, undefined, (doing) => closeListing(doing, running)))
    expect(await hashesOf(running)).toEqual(before)
    const [kept] = await region.store
      .selectFrom('event')
      .select('body')
      .where('kind', '=', 'listing-closed')
      .orderBy('number', 'desc')
      .limit(1)
      .execute()
    expect(JSON.parse(kept?.body ?? '').rules).toEqual(before.toSorted())

    // And what is made known from now on, is so under the new rules.
    const next = await region.listing(7)
    expect(await hashesOf(next)).toContain(hash)
  })

  test('what is made known at the moment of a release is under one or the other, and the right one', async () => {
    const officer = await region.worker('letting-officer')
    const id = await rules.ready(another(), soon(60 * 24))
    const [planned, released] = await Promise.all([plannedListing(officer, 3), rules.confirm(id)])
    done(released)
    expect(await hashesOf(planned)).toContain(
      (await proposalOf(region.store, region.region, id))?.hash,
    )
  })

  async function plannedListing(officer: Actor, inDays: number): Promise<number> {
    const { setting } = region
    const vacancy = done(
      await carryOut(setting, officer, reportVacancy, {
        ...{ dwelling: await region.dwelling(), freeFrom: addDays(dayOf(region.now()), 30) },
      }),
    )
    const made = done(
      await carryOut(setting, officer, makeListing, {
        ...{ vacancy: vacancy.vacancy, title: 'Appartement', description: 'Zonnig.' },
        ...{ own: {}, grounds: {} },
      }),
    )
    const opensOn = addDays(dayOf(region.now()), inDays)
    done(await carryOut(setting, officer, publishListing, { listing: made.listing, opensOn }))
    return made.listing
  }

  async function hashesOf(id: number): Promise<string[]> {
    const { rule_books: books } = await region.store
      .selectFrom('listing')
      .select('rule_books')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return books.map((hash) => hash.toString('hex'))
  }
})
