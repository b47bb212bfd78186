/**
 * Many replications at once (herhalingen), each on a thread of its own. Which thread does which, and in which
 * order they are ready, changes nothing: a run follows from its seed and its replication alone.
 */
import { Worker } from 'node:worker_threads'
import type { Figures } from '../core/oversight/figures.ts'
import type { Authority } from '../core/policy/rule-book.ts'
import type { Run } from './simulate.ts'

/** What all replications have in common; given to every thread once. */
export type Shared = {
  readonly runs: readonly Pick<Run, 'region' | 'regionBefore' | 'before' | 'books'>[]
  /** Homes to count apart, under whatever rules. */
  readonly areas?: readonly Authority[]
  readonly years: number
  readonly seed: number
}

/** One replication of one of the runs, by its place in the list. */
export type Task = { readonly run: number; readonly replication: number }

export type Reply = { readonly figures: Figures } | { readonly cause: string }

export type Replicating = {
  readonly threads: number
  readonly finished: (task: Task, figures: Figures) => void
  /** Ends the work at once; what was finished was told. */
  readonly stop?: AbortSignal
  /** Another script than the usual, to see what becomes of one that fails. */
  readonly script?: URL
}

/** A replication that could not be lived to its end, named so that it can be lived again. */
export class ReplicationFailed extends Error {
  readonly task: Task
  readonly seed: number

  constructor(task: Task, seed: number, cause: string) {
    super(cause)
    this.task = task
    this.seed = seed
  }
}

/** Resolves when all tasks are finished or the work was stopped; rejects on the first that fails. */
export async function replicate(
  tasks: readonly Task[],
  shared: Shared,
  { threads, finished, stop, script = usualScript }: Replicating,
): Promise<void> {
  const failed = new AbortController()
  const ended = AbortSignal.any([failed.signal, ...(stop ? [stop] : [])])
  const queue = tasks.values()
  const threadsNeeded = Math.min(threads, tasks.length)
  const working = Array.from({ length: threadsNeeded }, () =>
    workThrough(queue, shared, { finished, ended, script }).catch((error) => {
      failed.abort()
      throw error
    }),
  )
  const outcomes = await Promise.allSettled(working)
  const refused = outcomes.find(({ status }) => status === 'rejected')
  if (refused?.status === 'rejected') throw refused.reason
}

const usualScript = new URL('./worker.ts', import.meta.url)

type Working = Required<Pick<Replicating, 'finished' | 'script'>> & { readonly ended: AbortSignal }

async function workThrough(
  queue: Iterable<Task>,
  shared: Shared,
  { finished, ended, script }: Working,
): Promise<void> {
  const worker = new Worker(script, { workerData: shared })
  const end = () => void worker.terminate()
  ended.addEventListener('abort', end)
  try {
    for (const task of queue) {
      if (ended.aborted) return
      const reply = await replyOf(worker, task)
      if (ended.aborted) return
      if ('cause' in reply) throw new ReplicationFailed(task, shared.seed, reply.cause)
      finished(task, reply.figures)
    }
  } finally {
    ended.removeEventListener('abort', end)
    await worker.terminate()
  }
}

// A thread that dies answers too: with the reason where it gives one.
function replyOf(worker: Worker, task: Task): Promise<Reply> {
  return new Promise((resolve) => {
    const failed = (error: unknown) =>
      told({ cause: error instanceof Error ? error.message : String(error) })
    const exited = (code: number) => told({ cause: `exit ${code}` })
    const told = (reply: Reply) => {
      worker.off('message', told).off('messageerror', failed).off('error', failed)
      worker.off('exit', exited)
      resolve(reply)
    }
    worker.on('message', told).on('messageerror', failed).on('error', failed).on('exit', exited)
    worker.postMessage(task)
  })
}
