/**
 * A process that does the jobs that are due, as a server does, with a clock that can stand ahead: the lots of a
 * list are drawn an hour after it closes. It tells of each job how long it took, and the memory it had.
 */
import { randomUUID } from 'node:crypto'
import type { Beacon } from '../../operations/operation.ts'
import { doDueJob } from '../../operations/tasks.ts'
import { openPracticeSeed, practiceBeacon, signatureCheckFor } from '../../server/beacon.ts'
import { engineVersion, regionId, regionName } from '../../server/region.ts'
import { openStore } from '../../store/database.ts'
import { makeApp } from '../../web/app.ts'
import type { WebSetting } from '../../web/visitor.ts'

const { DATABASE_URL: url = '', HOURS_AHEAD: hours = '0' } = process.env
const practice = practiceBeacon(openPracticeSeed)
const beacon: Beacon = {
  chain: practice.chain,
  holds: signatureCheckFor(practice.chain),
  signatureOf: async (round, now) => practice.sign(round, Math.floor(now.getTime() / 1_000)),
}
const store = openStore(url)
const setting: WebSetting = {
  ...{ store, region: regionId, engine: engineVersion(), beacon },
  ...{ regionName, isExample: true, isSecure: false },
  now: () => new Date(Date.now() + Number(hours) * 3_600_000),
  newId: randomUUID,
}
// It serves pages as well: what those keep in memory counts.
await makeApp(setting).request('/woningen')
for (;;) {
  const most = { memory: process.memoryUsage().rss }
  const watching = setInterval(() => {
    most.memory = Math.max(most.memory, process.memoryUsage().rss)
  }, 10)
  const began = performance.now()
  const outcome = await doDueJob(setting, ['close-listing', 'settle-draw', 'tell-list'])
  const milliseconds = Math.round(performance.now() - began)
  clearInterval(watching)
  if (!outcome) break
  most.memory = Math.max(
    most.memory,
    process.memoryUsage().rss,
    process.resourceUsage().maxRSS * 1024,
  )
  const megabytes = Math.round(most.memory / 1_000_000)
  process.stdout.write(`${JSON.stringify({ ...outcome, milliseconds, megabytes })}\n`)
}
await store.destroy()
process.stdout.write('{"over":true}\n')
