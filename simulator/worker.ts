/** The script of one worker thread: lives one replication after another, and gives their figures. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Figures } from '../core/oversight/figures.ts'
import { figuresOfRun } from './outcome.ts'
import type { Reply, Shared, Task } from './replicate.ts'
import { simulate } from './simulate.ts'

// @NOTE only `replicate.ts` starts this script, with these.
const { runs, areas, years, seed } = workerData as Shared

parentPort?.on('message', (task: Task) => parentPort?.postMessage(replyTo(task)))

function replyTo({ run: at, replication }: Task): Reply {
  try {
    const run = runs[at]
    if (!run) return { cause: `no run ${at}` }
    const world = simulate({ ...run, years, seed, replication })
    return { figures: plain(figuresOfRun(world, areas)) }
  } catch (error) {
    return { cause: error instanceof Error ? error.message : String(error) }
  }
}

// As it is read back from a file, so that it makes no difference whether it was kept.
function plain(figures: Figures): Figures {
  return JSON.parse(JSON.stringify(figures))
}
