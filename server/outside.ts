/** What stands around the pages: whether the server is well, how it does, and a line for every answer. */
import { Hono } from 'hono'
import { bearerAuth } from 'hono/bearer-auth'
import { countJobs, isReachable } from '../operations/tasks.ts'
import type { WebSetting } from '../web/visitor.ts'
import type { Jobs } from './jobs.ts'
import { logLine } from './log-line.ts'
import { Measures } from './measure.ts'

export type Fetch = (request: Request, env?: object) => Response | Promise<Response>

export type Outside = {
  readonly jobs: Pick<Jobs, 'counts'>
  /** Who may ask for the measures: anybody who can reach the server, who has the token, or nobody. */
  readonly metrics: 'open' | 'closed' | { readonly token: string }
}

/** The whole server as one function from request to answer. */
export function withOutside(pages: Fetch, setting: WebSetting, { jobs, metrics }: Outside): Fetch {
  const measures = new Measures()
  const app = new Hono()
  app.use(async (context, next) => {
    const began = performance.now()
    await next()
    const seconds = (performance.now() - began) / 1_000
    const { method, path } = context.req
    const { status } = context.res
    measures.request(method, status, seconds)
    // The first part of the address says which page; what follows may say whose.
    const page = `/${path.split('/')[1] ?? ''}`
    logLine('info', { method, page, status, milliseconds: Math.round(seconds * 1_000) })
  })
  app.get('/healthz', async (context) => {
    const isWell = await isReachable(setting.store)
    return context.json({ database: isWell ? 'up' : 'down' }, isWell ? 200 : 503)
  })
  if (typeof metrics === 'object') app.use('/metrics', bearerAuth(metrics))
  app.get('/metrics', async (context) => {
    if (metrics === 'closed') return context.notFound()
    // Of a server whose database is away the rest is worth most.
    const counted = await countJobs(setting.store, setting.region).catch(() => undefined)
    const { rss } = process.memoryUsage()
    const { user, system } = process.cpuUsage()
    return context.text(
      measures.text({
        ...(counted && {
          jobs_waiting: {
            help: 'Jobs whose time has not come, or that wait for another attempt.',
            value: counted.waiting,
          },
          jobs_failing: {
            help: 'Jobs among them of which an attempt failed.',
            value: counted.failed,
          },
        }),
        jobs_done_total: { help: 'Jobs done by this process.', value: jobs.counts.done },
        jobs_failed_total: {
          help: 'Attempts of this process that failed.',
          value: jobs.counts.failed,
        },
        process_resident_memory_bytes: { help: 'Memory of this process.', value: rss },
        process_cpu_seconds_total: {
          help: 'Time the processor spent on this process.',
          value: (user + system) / 1_000_000,
        },
        process_uptime_seconds: { help: 'Since this process started.', value: process.uptime() },
      }),
      200,
      { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
    )
  })
  app.all('*', (context) => pages(context.req.raw, bindings(context.env)))
  return app.fetch
}

function bindings(env: unknown): object {
  return typeof env === 'object' && env !== null ? env : {}
}
