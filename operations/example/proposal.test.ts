/** The rules that the example region starts with on their way can be proposed, and say what waits for whom. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { date } from '../../core/basics/calendar-date.ts'
import { findBook } from '../../policies/load-books.ts'
import { proposalsOf } from '../../store/rule-proposals.ts'
import { type LettingRegion, lettingRegion } from '../../tests/letting-region.ts'
import { logIn } from '../log-in.ts'
import { demoPeople, developmentIssuer } from './people.ts'
import { proposeExample } from './proposal.ts'

let region: LettingRegion
beforeAll(async () => {
  region = await lettingRegion('2026-11-26T10:00:00Z')
}, 60_000)
afterAll(async () => region?.database.drop())

test('two advised, three points wait for an answer, and who else was asked is known', async () => {
  const { setting, store, region: id } = region
  for (const { subject, name, roles } of demoPeople) {
    const email = `${subject}@voorbeeld.example`
    await logIn(setting, { issuer: developmentIssuer, subject, name, email })
    const { human } = await store
      .selectFrom('login')
      .select('human')
      .where('subject', '=', subject)
      .executeTakeFirstOrThrow()
    for (const each of roles) {
      const days = { from_day: date('2026-11-01'), until_day: date('2027-10-31') }
      await store
        .insertInto('role_grant')
        .values({ region: id, human, ...each, ...days })
        .execute()
    }
  }
  const text = readFileSync(findBook('heerlen-2026', import.meta.dirname) ?? '')
  expect(await proposeExample(setting, text)).toBe(true)
  const [proposal] = await proposalsOf(store, id)
  expect(proposal?.advices.map(({ verdict }) => verdict).toSorted()).toEqual([
    ...['agree-with-points', 'disagree'],
  ])
  expect(proposal?.advices.flatMap(({ points }) => points)).toHaveLength(3)
  expect(proposal?.asked).toHaveLength(4)
  expect(await proposeExample(setting, text)).toBe(false)
})
