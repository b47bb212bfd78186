/** What happens later and what happened (taken): what failed, what waits, what was done. Nothing of whom it is about. */
import { countJobs, type DoneJob, jobsDone, jobsThat, type WaitingJob } from '../store/jobs.ts'
import { type Actor, mayDo, type Refusal, refuse, type Setting } from './operation.ts'

export type { DoneJob, WaitingJob }

export type Jobs = {
  readonly failed: readonly WaitingJob[]
  readonly waiting: readonly WaitingJob[]
  readonly done: readonly DoneJob[]
  readonly counts: { readonly waiting: number; readonly failed: number }
}

const shown = 50

export async function viewJobs({ store, region }: Setting, actor: Actor): Promise<Jobs | Refusal> {
  if (!mayDo(actor, 'see-jobs', {})) return refuse('not-found')
  const [failed, waiting, done, counts] = await Promise.all([
    jobsThat(store, region, 'failed', shown),
    jobsThat(store, region, 'wait', shown),
    jobsDone(store, region, shown),
    countJobs(store, region),
  ])
  return { failed, waiting, done, counts }
}
