/** An audit names a decision by a rule book that was not in force, and a release that reaches into the past. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson } from '../core/basics/canonical-json.ts'
import { logSize, placeEvents } from '../store/log-tree.ts'
import { proposalOf } from '../store/rule-proposals.ts'
import { done, type LettingRegion, lettingRegion } from '../tests/letting-region.ts'
import { exampleBooks } from '../tests/released-books.ts'
import { type RulesRegion, regionalText, rulesRegion } from '../tests/rules-region.ts'
import { auditLog } from './audit-log.ts'
import { beginRules } from './begin-rules.ts'
import { closeListing } from './close-listing.ts'
import { exportLines } from './export-log.ts'
import { inTransaction } from './operation.ts'
import { RulesTold } from './rules-told.ts'

let region: LettingRegion
let rules: RulesRegion
beforeAll(async () => {
  region = await lettingRegion('2026-03-01T10:00:00Z', 'told')
  rules = await rulesRegion(region)
}, 60_000)
afterAll(async () => region?.database.drop())

async function codes(): Promise<string[]> {
  const { store, region: id } = region
  await placeEvents(store, id)
  const size = await logSize(store, id)
  const lines: string[] = []
  const from = { store, region: id, key: '' }
  for await (const line of exportLines(from, { size, holds: 'all' })) lines.push(line.slice(0, -1))
  const { faults } = await auditLog(lines)
  const apart = ['no-key', 'not-signed']
  return faults.map(({ code }) => code).filter((code) => !apart.includes(code))
}

describe('an audit', () => {
  test('holds every decision to the book that was in force, also where it is replaced meanwhile', async () => {
    const seekers = [await region.seeker({ name: 'Jef' })]
    region.later(1)
    seekers.push(await region.seeker({ name: 'Noor' }))
    const listing = await opened(3)
    await region.responded(listing, seekers)
    const id = await rules.ready(
      regionalText('listing_open: 7 days', 'listing_open: 9 days'),
      new Date(region.now().getTime() + 86_400_000),
    )
    done(await rules.confirm(id))
    region.later(4)
    done(await inTransaction(region.setting, undefined, (doing) => closeListing(doing, listing)))
    expect(await codes()).toEqual([])

    const next = await opened(1)
    await region.responded(next, seekers)
    region.later(2)
    // Whoever can write in the database lets an old version decide once more.
    const { replaces, hash } = (await proposalOf(region.store, region.region, id)) ?? {}
    const { rule_books: pinned } = await region.store
      .selectFrom('listing')
      .select('rule_books')
      .where('id', '=', next)
      .executeTakeFirstOrThrow()
    await region.store
      .updateTable('listing')
      .set({
        rule_books: pinned.map((each) =>
          each.toString('hex') === hash ? Buffer.from(replaces ?? '', 'hex') : each,
        ),
      })
      .where('id', '=', next)
      .execute()
    done(await inTransaction(region.setting, undefined, (doing) => closeListing(doing, next)))
    expect(await codes()).toEqual(['rules-not-in-force'])
  })

  // A listing that is there without the work before it, made known in the log.
  async function opened(days: number): Promise<number> {
    const listing = await region.listing(days)
    await inTransaction(region.setting, undefined, (doing) =>
      doing.write({
        kind: 'listing-published',
        open: { listing, opensAt: region.now().toISOString() },
      }),
    )
    return listing
  }

  test('names a release for a time that had passed', () => {
    const told = new RulesTold()
    const release = { kind: 'rules-released', at: '2026-03-02T00:00:00Z', hash: 'a', line: 'b' }
    told.read(7, canonicalJson({ ...release, decidesFrom: '2026-03-01T00:00:00Z' }))
    expect(told.faults()).toEqual([{ code: 'release-backdated', facts: { position: 7 } }])
  })
})

test('a region begins with its rules once, whoever starts at the same time', async () => {
  const { setting } = region
  const both = await Promise.all([
    beginRules(setting, exampleBooks),
    beginRules(setting, exampleBooks),
  ])
  expect(both).toEqual([{ begun: 0 }, { begun: 0 }])
})
