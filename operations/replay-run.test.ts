/** A whole period is replayed as jobs: how far it is can be seen, and what differs is named. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PortalRegion, portalRegion } from '../tests/portal-region.ts'
import { doDueJob, doDueJobs } from './tasks.ts'

let region: PortalRegion
beforeAll(async () => {
  region = await portalRegion()
}, 30_000)
afterAll(async () => region?.database.drop())

test('goes on by itself, shows how far it is, and names the one that differs', async () => {
  const lists: number[] = []
  for (let each = 0; each < 12; each += 1) lists.push((await region.closedListing(1)).listing)
  const [, tampered] = lists
  await region.store
    .updateTable('standing')
    .set({ place: 2 })
    .where('listing', '=', tampered ?? 0)
    .execute()
  await doDueJobs(region.setting)
  const auditor = await region.worker('auditor', '')
  const browser = await region.browser(auditor)
  const page = '/toezicht/naspelen?van=2026-01-01&tot=2026-12-31'
  const begun = await browser.post('/toezicht/naspelen', {}, page)
  expect(begun.status).toBe(303)
  const address = begun.location ?? ''
  expect((await browser.get(address)).text).toContain('0 van 12 nagespeeld')
  await doDueJob(region.setting)
  expect((await browser.get(address)).text).toContain('10 van 12 nagespeeld')
  await doDueJobs(region.setting)
  const done = await browser.get(address)
  expect(done.text).toContain('alle 12 zijn nagespeeld')
  expect(done.text).toContain('1 beslissing klopt niet')
  expect(done.text).toContain(`Woning ${tampered}`)
  expect((await browser.get('/toezicht/naspelen')).text).toContain(address)

  // Stopped halfway it stays where it was, and what is done stays.
  const second = (await browser.post('/toezicht/naspelen', {}, page)).location ?? ''
  await doDueJob(region.setting)
  await browser.post(second, {})
  await doDueJobs(region.setting)
  expect((await browser.get(second)).text).toContain('Gestopt na 10 van 12')
  const seeker = await region.browser(await region.seeker())
  expect((await seeker.get(address)).status).toBe(404)
})

test('names a list that was made by rules that were not in force when its home was opened for responses', async () => {
  const { listing } = await region.closedListing(1)
  const browser = await region.browser(await region.worker('auditor', ''))
  const look = async () =>
    (await browser.get('/toezicht/naspelen?van=2026-01-01&tot=2026-12-31')).text
  expect(await look()).not.toContain('dat gold niet toen')
  const { opensAt } = await region.store
    .selectFrom('listing')
    .select('opens_at as opensAt')
    .where('id', '=', listing)
    .executeTakeFirstOrThrow()
  const after = new Date((opensAt ?? region.now()).getTime() + 1)
  await region.store.updateTable('rule_release').set({ decides_from: after }).execute()
  expect(await look()).toMatch(new RegExp(`[Ww]oning ${listing}[^<]*dat gold niet toen`))
})
