/**
 * Work that nobody waits for (taken): does what is due, once a second, and what is to be done regularly. As many
 * processes as like may do so at once.
 */
import { keepPulse } from '../operations/keep-pulse.ts'
import type { Setting, Task } from '../operations/operation.ts'
import { doDueJob, longTasks, mailTasks, otherTasks } from '../operations/tasks.ts'
import { logLine } from './log-line.ts'

/** Something to be done again and again; of several processes, all do it, and it must not matter. */
export type Regular = {
  readonly name: string
  readonly everySeconds: number
  readonly perform: () => Promise<void>
}

export type Jobs = {
  readonly counts: { done: number; failed: number }
  /** Ends what is being done, and begins nothing more. */
  stop(): Promise<void>
}

const pause = 1_000

/** Begins; faults are told in the log lines and tried again. */
export function startJobs(setting: Setting, regular: readonly Regular[] = []): Jobs {
  const counts = { done: 0, failed: 0 }
  const stopping = new AbortController()
  const { signal } = stopping
  const work = (name: string, among: readonly Task[], before: () => Promise<void>) =>
    repeat(pause, signal, name, async () => {
      await before()
      while (!signal.aborted) {
        const outcome = await doDueJob(setting, among)
        if (!outcome) return
        if ('fault' in outcome) {
          counts.failed += 1
          logLine('warning', { job: outcome.task, fault: outcome.fault })
        } else {
          counts.done += 1
          const refused = 'refused' in outcome.outcome ? String(outcome.outcome.refused) : ''
          logLine('info', { job: outcome.task, ...(refused !== '' && { refused }) })
        }
      }
    })
  const loops = [
    work('jobs', otherTasks, async () => {
      const outage = await keepPulse(setting)
      if (outage) logLine('warning', { outage: true, extended: outage.extended.length })
    }),
    work('mail', mailTasks, async () => {}),
    work('long', longTasks, async () => {}),
    ...regular.map(({ name, everySeconds, perform }) =>
      repeat(everySeconds * 1_000, signal, name, perform),
    ),
  ]
  return {
    counts,
    async stop() {
      stopping.abort()
      await Promise.all(loops)
    },
  }
}

async function repeat(
  every: number,
  signal: AbortSignal,
  name: string,
  perform: () => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await perform()
    } catch (fault) {
      logLine('warning', { regular: name, fault: fault instanceof Error ? fault.name : 'unknown' })
    }
    await rest(every, signal)
  }
}

function rest(time: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) return done()
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      done()
    }
    const timer = setTimeout(end, time)
    signal.addEventListener('abort', end)
  })
}
