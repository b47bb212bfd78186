/** How long what is kept, what is due to be erased, and what was (bewaren). */
import { countDue, type RetentionRun, retentionRuns } from '../store/retention.ts'
import { dueBefore, filesDue, nextNight } from './erase-due.ts'
import {
  type Actor,
  dayOf,
  inTransaction,
  mayDo,
  type Refusal,
  refuse,
  type Setting,
} from './operation.ts'
import {
  type Retained,
  type RetentionTerm,
  retainedKinds,
  retentionTerms,
} from './retention-terms.ts'

export type { Retained, RetentionRun, RetentionTerm }
export { retainedKinds, retentionTerms }

export type RetentionRow = {
  readonly kind: Retained
  readonly term: RetentionTerm
  /** How many are due now, and go in the next run. */
  readonly due: number
}

export type Retention = {
  readonly rows: readonly RetentionRow[]
  readonly runs: readonly RetentionRun[]
  readonly next: Date
}

const runsShown = 14
const filesCounted = 200

export async function viewRetention(setting: Setting, actor: Actor): Promise<Retention | Refusal> {
  if (!mayDo(actor, 'see-retention', {})) return refuse('not-found')
  const { store, region } = setting
  const at = setting.now()
  const rows: RetentionRow[] = []
  for (const kind of retainedKinds) {
    const due =
      kind === 'files'
        ? (await inTransaction(setting, actor, (doing) => filesDue(doing, filesCounted))).length
        : await countDue(store, region, kind, dueBefore(kind, at))
    rows.push({ kind, term: retentionTerms[kind], due })
  }
  const runs = await retentionRuns(store, region, runsShown)
  return { rows, runs, next: nextNight(dayOf(at)) }
}
