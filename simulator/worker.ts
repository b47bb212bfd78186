/** The script of one worker thread: lives one replication after another, and gives their figures. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Figures } from '../core/oversight/figures.ts'
import { copyOf } from './copy-world.ts'
import { figuresOfRun } from './outcome.ts'
import type { Given, Reply, Shared } from './replicate.ts'
import { changes, livedBefore, liveOn, type Run, shareBefore } from './simulate.ts'
import type { World } from './world.ts'

// @NOTE only `replicate.ts` starts this script, with these.
const { runs, areas, years, seed } = workerData as Shared

parentPort?.on('message', (given: Given) => parentPort?.postMessage(replyTo(given)))

/** What was lived last before anything was counted, for the next run that has it in common. */
let lived: { readonly run: Run; readonly world: World } | undefined

function replyTo({ run: at, replication, isFollowed }: Given): Reply {
  try {
    const asked = runs[at]
    if (!asked) return { cause: `no run ${at}` }
    const run = { ...asked, years, seed, replication }
    const world = liveOn(worldFor(run, isFollowed), run)
    return { figures: plain(figuresOfRun(world, areas)) }
  } catch (error) {
    lived = undefined
    return { cause: error instanceof Error ? error.message : String(error) }
  }
}

// Only other rules can go on in a copy; who follows lives on in the world itself.
function worldFor(run: Run, isFollowed: boolean): World {
  const isAlike =
    lived !== undefined && lived.run.replication === run.replication && shareBefore(lived.run, run)
  const known = isAlike && lived ? lived : { run, world: livedBefore(run) }
  const isKept = isFollowed && changes(run)
  lived = isKept ? known : undefined
  return isKept ? copyOf(known.world) : known.world
}

// As it is read back from a file, so that it makes no difference whether it was kept.
function plain(figures: Figures): Figures {
  return JSON.parse(JSON.stringify(figures))
}
