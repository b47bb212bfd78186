/** Keeping the system running: jobs that failed are seen and tried again once; everybody reads how long what is kept. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '../operations/operation.ts'
import { doDueJobs } from '../operations/tasks.ts'
import { type Browser, type PortalRegion, portalRegion } from '../tests/portal-region.ts'

let region: PortalRegion
let admin: Browser
beforeAll(async () => {
  region = await portalRegion()
  admin = await region.browser(await region.worker('technical-admin', ''))
})
afterAll(async () => region?.database.drop())

const later = (payload: Readonly<Record<string, number>>, at: Date) =>
  inTransaction(region.setting, undefined, (doing) => doing.later('close-listing', payload, at))

async function failing(): Promise<number> {
  // No database has so many listings: the task fails whenever it is tried.
  await later({ listing: 1e300 }, region.now())
  await doDueJobs(region.setting)
  const { id } = await region.store
    .selectFrom('job')
    .select('id')
    .where('fault', 'is not', null)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return id
}

describe('a job that failed', () => {
  test('stands on top with the name of its fault, and nothing of whom it is about', async () => {
    const id = await failing()
    const page = await admin.get('/beheer/taken')
    expect(page.text).toMatch(/taak gaat niet goed|taken gaan niet goed/)
    expect(page.text).toContain(`Doe taak ${id} nu opnieuw`)
    expect(page.text).toContain('error 22P02')
    expect(page.text).not.toContain('1e+300')
  })

  test('is tried again at once, also when somebody clicks twice or two people do', async () => {
    const id = await failing()
    const other = await region.browser(await region.worker('technical-admin', ''))
    const taak = String(id)
    const both = await Promise.all([
      admin.post('/beheer/taken', { taak }),
      admin.post('/beheer/taken', { taak }),
      other.post('/beheer/taken', { taak }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409, 409])
    const events = await region.store
      .selectFrom('event')
      .select('body')
      .where('kind', '=', 'job-retried')
      .execute()
    const ofThis = events.filter(({ body }) => JSON.parse(body).job === id)
    expect(ofThis).toHaveLength(1)
    const outcomes = await doDueJobs(region.setting)
    expect(outcomes.some((each) => 'fault' in each)).toBe(true)
    expect((await admin.get('/beheer/taken')).text).toContain(`Doe taak ${id} nu opnieuw`)
  })

  test('once it is done it is told so, and a click that comes too late says it', async () => {
    const id = await failing()
    await region.store
      .updateTable('job')
      .set({ payload: '{"listing": 4711}' })
      .where('id', '=', id)
      .execute()
    await admin.post('/beheer/taken', { taak: String(id) })
    await doDueJobs(region.setting)
    const page = await admin.get('/beheer/taken')
    expect(page.text).toContain('niets meer te doen (not-found)')
    const late = await admin.post('/beheer/taken', { taak: String(id) })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Deze taak is er niet meer')
  })
})

test('what waits for its own time cannot be brought forward', async () => {
  const at = new Date(region.now().getTime() + 86_400_000)
  await later({ listing: 4712 }, at)
  const { id } = await region.store
    .selectFrom('job')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const answer = await admin.post('/beheer/taken', { taak: String(id) })
  expect(answer.text).toContain('wacht op haar eigen tijd')
  const after = await region.store
    .selectFrom('job')
    .select('at')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(after.at).toEqual(at)
})

test('everybody reads how long what is kept, and the auditor what is due', async () => {
  const help = await (await region.browser()).get('/hulp')
  expect(help.text).toContain('Papieren van wie de woning niet kreeg')
  expect(help.text).toContain('AVG art. 5 lid 1 onder e')
  const auditor = await region.browser(await region.worker('auditor', ''))
  const page = await auditor.get('/beheer/bewaren')
  expect(page.text).toContain('Hoe lang wij bewaren')
  expect(page.text).toContain('Nu te wissen')
})
