/**
 * An auditor has every decision of a period replayed (naspelen), however many: a few at a time, as jobs, so that
 * it goes on while nobody looks, and after a restart from where it was.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { AuditFault } from '../core/oversight/audit-fault.ts'
import { rankingCount, rankingsIn } from '../store/rankings.ts'
import {
  addReplayRun,
  type ReplayRun,
  replayRunOf,
  replayRuns,
  setReplayRun,
} from '../store/replay-runs.ts'
import {
  type Actor,
  type Doing,
  mayDo,
  type Operation,
  type Refusal,
  refuse,
  type Setting,
} from './operation.ts'
import { replayed } from './replay-decision.ts'

export type { ReplayRun }

/** A decision that came out otherwise. */
export type WrongDecision = { readonly listing: number; readonly faults: readonly AuditFault[] }

export const beginReplay: Operation<
  { readonly from: CalendarDate; readonly until: CalendarDate },
  { readonly run: string }
> = {
  action: 'replay-decision',
  about: async () => ({}),
  async perform(doing, { from, until }) {
    const { transaction, region, at, actor, setting } = doing
    if (!actor) return refuse('not-found')
    const total = await rankingCount(transaction, region, from, until)
    if (total === 0) return refuse('none-in-period')
    await doing.write({ kind: 'replay-begun', open: { from, until, count: total } })
    const id = setting.newId()
    await addReplayRun(transaction, region, {
      ...{ id, human: actor.human, from, until, begunAt: at, total },
    })
    await doing.later('replay-run', { run: id }, at)
    return { run: id }
  },
}

/** So many in one transaction: each may be a list of thousands. */
const decisionsAtOnce = 10
/** What is wrong is kept up to so many, and counted on the page. */
const wrongMost = 200

export type Continued = { readonly run: string; readonly done: number }

/** Replays the next few decisions of a run, and plans the rest. */
export async function continueReplay(doing: Doing, id: string): Promise<Continued | Refusal> {
  const { transaction, region, at } = doing
  const run = await replayRunOf(transaction, region, id, 'lock')
  if (!run) return refuse('not-found')
  if (run.endedAt) return refuse('already-ended')
  const { from, until, after } = run
  const next = await rankingsIn(transaction, region, { from, until, after, most: decisionsAtOnce })
  const wrong = [...run.wrong]
  for (const { listing } of next) {
    const faults = (await replayed(doing, listing))?.faults ?? []
    if (faults.length > 0 && wrong.length < wrongMost) wrong.push({ listing, faults })
  }
  const done = run.done + next.length
  const isOver = next.length < decisionsAtOnce
  await setReplayRun(transaction, region, id, {
    ...{ done, wrong, after: next.at(-1)?.listing ?? after },
    ...(isOver && { endedAt: at }),
  })
  if (!isOver) await doing.later('replay-run', { run: id }, at)
  return { run: id, done }
}

/** Ends a run that is going on; what was replayed stays. */
export const stopReplay: Operation<{ readonly run: string }, { readonly run: string }> = {
  action: 'replay-decision',
  about: async () => ({}),
  async perform({ transaction, region, at }, { run: id }) {
    const run = await replayRunOf(transaction, region, id, 'lock')
    if (!run) return refuse('not-found')
    if (!run.endedAt) await setReplayRun(transaction, region, id, { endedAt: at })
    return { run: id }
  },
}

const runsShown = 10

/** The latest runs, or one of them; undefined for who may not replay. */
export async function viewReplays(
  { store, region }: Setting,
  actor: Actor,
): Promise<readonly ReplayRun[] | undefined> {
  return mayDo(actor, 'replay-decision', {}) ? replayRuns(store, region, runsShown) : undefined
}

export async function viewReplay(
  { store, region }: Setting,
  actor: Actor,
  id: string,
): Promise<(ReplayRun & { readonly decisions: readonly WrongDecision[] }) | undefined> {
  const run = mayDo(actor, 'replay-decision', {}) ? await replayRunOf(store, region, id) : undefined
  // @NOTE written by `continueReplay`, and by nothing else.
  return run && { ...run, decisions: run.wrong as readonly WrongDecision[] }
}
