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

/** What a thread is given: a task, and whether another of the same replication follows on it. */
export type Given = Task & { readonly isFollowed: boolean }

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
  const queue = batchesOf(tasks, shared, threads).values()
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

/**
 * The tasks of one replication together, so that what they have in common before anything is counted is lived once;
 * in as many parts as leave no thread idle. What goes on under the same rules comes last: it needs no copy.
 */
function batchesOf(tasks: readonly Task[], { runs }: Shared, threads: number): Task[][] {
  const byReplication = [...Map.groupBy(tasks, ({ replication }) => replication).values()]
  const parts = Math.ceil(threads / Math.max(1, byReplication.length))
  return byReplication.flatMap((alike) => {
    const size = Math.ceil(alike.length / parts)
    return Array.from({ length: Math.ceil(alike.length / size) }, (_, part) =>
      alike
        .slice(part * size, (part + 1) * size)
        .toSorted((a, b) => (isSteady(runs[a.run]) ? 1 : 0) - (isSteady(runs[b.run]) ? 1 : 0)),
    )
  })
}

function isSteady(run: Shared['runs'][number] | undefined): boolean {
  return run?.before === run?.books && (run?.regionBefore ?? run?.region) === run?.region
}

const usualScript = new URL('./worker.ts', import.meta.url)

type Working = Required<Pick<Replicating, 'finished' | 'script'>> & { readonly ended: AbortSignal }

async function workThrough(
  queue: Iterable<readonly Task[]>,
  shared: Shared,
  { finished, ended, script }: Working,
): Promise<void> {
  const worker = new Worker(script, { workerData: shared })
  const end = () => void worker.terminate()
  ended.addEventListener('abort', end)
  try {
    for (const batch of queue) {
      for (const [at, task] of batch.entries()) {
        if (ended.aborted) return
        const reply = await replyOf(worker, { ...task, isFollowed: at < batch.length - 1 })
        if (ended.aborted) return
        if ('cause' in reply) throw new ReplicationFailed(task, shared.seed, reply.cause)
        finished(task, reply.figures)
      }
    }
  } finally {
    ended.removeEventListener('abort', end)
    await worker.terminate()
  }
}

// A thread that dies answers too: with the reason where it gives one.
function replyOf(worker: Worker, task: Given): Promise<Reply> {
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
