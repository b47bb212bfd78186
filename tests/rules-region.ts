/** A small region with everybody who has a part in rules going live, and ways to hurry a proposal along. */
import { randomUUID } from 'node:crypto'
import { date } from '../core/basics/calendar-date.ts'
import type { Role } from '../operations/access-table.ts'
import { adoptRules } from '../operations/adopt-rules.ts'
import { adviseOnRules } from '../operations/advise-on-rules.ts'
import { type Actor, carryOut, dayOf } from '../operations/operation.ts'
import { proposeRules } from '../operations/propose-rules.ts'
import { confirmRelease, releaseRules } from '../operations/release-rules.ts'
import type { AdviserRole } from '../operations/rules-on-their-way.ts'
import { sourceOf } from '../policies/load-rule-book.ts'
import type { Verdict } from '../store/rule-proposals.ts'
import { done, type LettingRegion } from './letting-region.ts'
import { exampleBooks } from './released-books.ts'

export const councils = [
  ...['heerlen', 'kerkrade', 'landgraaf', 'brunssum', 'beekdaelen', 'simpelveld', 'voerendaal'],
]
const adoptedDocument = 'ab'.repeat(32)

export type RulesRegion = Awaited<ReturnType<typeof rulesRegion>>

/** The book of the region as it is written, with one thing changed. */
export function regionalText(from = '', to = ''): string {
  const book = exampleBooks.find((each) => each.book.authority.level === 'region')
  const text = book ? sourceOf(book) : ''
  if (from !== '' && !text.includes(from)) throw new Error('the book says so')
  return text.replace(from, to)
}

export const bytesOf = (text: string) => new TextEncoder().encode(text)

export async function rulesRegion(region: LettingRegion) {
  const { store, setting } = region

  async function worker(name: string, roles: Actor['roles'], email?: string): Promise<Actor> {
    const human = randomUUID()
    const address = email ?? `${human}@example.org`
    await store
      .insertInto('human')
      .values({ region: region.region, id: human, name, email: address })
      .execute()
    for (const { role, organisation } of roles) {
      await store
        .insertInto('role_grant')
        .values({
          ...{ region: region.region, human, role, organisation },
          ...{ from_day: date('2020-01-01'), until_day: date('2035-01-01') },
        })
        .execute()
    }
    return { human, roles, mandates: [] }
  }
  const one = (role: Role, organisation = '') => [{ role, organisation }]
  const people = {
    proposer: await worker('Emre', one('municipal-policy', 'heerlen'), 'emre@example.org'),
    second: await worker('Daan', one('municipal-policy', 'heerlen')),
    others: await worker(
      'Gerda',
      councils.slice(1).map((organisation) => ({ role: 'municipal-policy', organisation })),
    ),
    landlord: await worker('Lies', one('landlord-policy', 'voorbeeldwonen')),
    tenants: await worker('Sjef', one('tenants-organisation')),
    monitor: await worker('Vera', one('regional-monitor')),
    admin: await worker('Niels', one('functional-admin')),
    otherAdmin: await worker('Farida', one('functional-admin')),
  }

  /** What came of proposing a text, whatever came of it. */
  const proposed = (text: string, by: Actor = people.proposer, more: object = {}) =>
    carryOut(setting, by, proposeRules, {
      ...{ role: 'municipal-policy', organisation: 'heerlen', bytes: bytesOf(text) },
      ...{ explanation: 'Meer tijd om te reageren.', ...more },
    })

  async function proposal(text: string): Promise<string> {
    const outcome = done(await proposed(text))
    if ('issues' in outcome) throw new Error(JSON.stringify(outcome.issues))
    return outcome.proposal
  }

  const advise = (
    by: Actor,
    id: string,
    verdict: Verdict = 'agree',
    points: readonly string[] = [],
  ) => {
    const [held] = by.roles
    return carryOut(setting, by, adviseOnRules, {
      ...{ proposal: id, verdict, points, text: '' },
      // @NOTE the tests give it to who advises.
      ...{ role: held?.role as AdviserRole, organisation: held?.organisation ?? '' },
    })
  }

  async function advised(id: string): Promise<void> {
    for (const each of [people.landlord, people.tenants, people.monitor]) {
      done(await advise(each, id))
    }
  }

  const adopt = (by: Actor, id: string, municipality = 'heerlen', more: object = {}) =>
    carryOut(setting, by, adoptRules, {
      ...{ proposal: id, municipality, decidedOn: dayOf(region.now()), number: '2026-114' },
      ...{ title: 'Verordening woonruimteverdeling', document: adoptedDocument, ...more },
    })

  async function adopted(id: string): Promise<void> {
    done(await adopt(people.proposer, id))
    for (const each of councils.slice(1)) done(await adopt(people.others, id, each))
  }

  const ask = (id: string, decidesFrom: Date | string, by: Actor = people.admin) =>
    carryOut(setting, by, releaseRules, { proposal: id, decidesFrom: new Date(decidesFrom) })
  const confirm = (id: string, by: Actor = people.second) =>
    carryOut(setting, by, confirmRelease, { proposal: id })

  /** All of the way, up to where a second person confirms it. */
  async function ready(text: string, decidesFrom: Date | string): Promise<string> {
    const id = await proposal(text)
    await advised(id)
    await adopted(id)
    done(await ask(id, decidesFrom))
    return id
  }

  return {
    ...{ people, worker, proposed, proposal, advise, advised, adopt, adopted, ask, confirm, ready },
  }
}
