/**
 * What happens later (taken), and doing what is due. A task and the end of its job are one transaction: it
 * happens once, and a process that is killed leaves the job as it was.
 */
import type { Facts } from '../core/basics/facts.ts'
import { type DueJob, finishJob, putBackJob, takeDueJob } from '../store/jobs.ts'
import { closeListing } from './close-listing.ts'
import { eraseDue } from './erase-due.ts'
import { liveDay } from './example/live-day.ts'
import { expireOffer } from './expire-offer.ts'
import { endExport, makeExport, warnWatcher } from './export-region.ts'
import {
  type Doing,
  inTransaction,
  isRefusal,
  type Setting,
  type Task,
  tasks,
} from './operation.ts'
import { remindComplaint } from './remind-complaint.ts'
import { remindOffer } from './remind-offer.ts'
import { remindRegistration } from './remind-registration.ts'
import { continueReplay } from './replay-run.ts'
import { searchHomes } from './search-homes.ts'
import { sendMail } from './send-mail.ts'
import { settleDraw } from './settle-draw.ts'
import { respondForAll } from './standing-response.ts'
import { tellListAgain } from './tell-list.ts'

export { isAway, isReachable } from '../store/database.ts'
export { countJobs } from '../store/jobs.ts'

/** What each task does. A refusal is an outcome: there was nothing to do any more, but for `leavesUndone`. */
const doTask: Readonly<Record<Task, (doing: Doing, payload: Facts) => Promise<object>>> = {
  'close-listing': (doing, { listing }) => closeListing(doing, Number(listing)),
  'settle-draw': (doing, { listing }) => settleDraw(doing, Number(listing)),
  'tell-list': (doing, payload) => tellListAgain(doing, payload),
  'expire-offer': (doing, { offer }) => expireOffer(doing, String(offer)),
  'respond-standing': (doing, { listing, after }) =>
    respondForAll(doing, {
      ...{ listing: Number(listing), after: typeof after === 'string' ? after : undefined },
    }),
  'replay-run': (doing, { run }) => continueReplay(doing, String(run)),
  'remind-complaint': (doing, { complaint }) => remindComplaint(doing, Number(complaint)),
  'remind-offer': (doing, { offer }) => remindOffer(doing, String(offer)),
  'remind-registration': (doing, { person }) => remindRegistration(doing, String(person)),
  'search-homes': (doing, { person }) => searchHomes(doing, String(person)),
  'send-mail': (doing, { message, token }) =>
    sendMail(doing, String(message), token === undefined ? undefined : String(token)),
  'make-export': (doing, payload) => makeExport(doing, String(payload.export)),
  'end-export': (doing, payload) => endExport(doing, String(payload.export)),
  'warn-watcher': (doing, { export: id, step, human }) =>
    warnWatcher(doing, { id: String(id), step: String(step), human: String(human) }),
  'erase-due': (doing) => eraseDue(doing),
  'live-day': (doing) => liveDay(doing),
}

/** Refusals for which somebody would wait for ever: the job stays in sight, and is tried again. */
const leavesUndone: ReadonlySet<string> = new Set([
  'no-ranking',
  'no-beacon',
  'weights-unknown',
  'not-committed',
])

export type JobOutcome =
  | { readonly task: Task; readonly outcome: object }
  | { readonly task: Task; readonly fault: string }

/** A mail server can be slow, and no home closes later for that: mail is a queue of its own. */
export const mailTasks = ['send-mail', 'warn-watcher'] as const satisfies readonly Task[]
/** Everything of a region takes a minute or more to write. */
export const longTasks = ['make-export'] as const satisfies readonly Task[]
export const otherTasks: readonly Task[] = tasks.filter(
  (each) => ![...mailTasks, ...longTasks].some((apart) => apart === each),
)

/** Does the first job that is due, of some tasks or of all; undefined when there is none. */
export async function doDueJob(
  setting: Setting,
  among: readonly Task[] = tasks,
): Promise<JobOutcome | undefined> {
  const taken: { job?: DueJob } = {}
  try {
    return await inTransaction(setting, undefined, async (doing) => {
      const { transaction, region, at } = doing
      const job = await takeDueJob(transaction, region, at, among)
      const task = tasks.find((each) => each === job?.task)
      if (!job || !task) return undefined
      taken.job = job
      const outcome = await doTask[task](doing, job.payload)
      const refused = isRefusal(outcome) ? outcome.refused : undefined
      if (refused !== undefined && leavesUndone.has(refused)) throw new Undone(refused)
      await finishJob(transaction, region, job, { doneAt: at, refused })
      return { task, outcome }
    })
  } catch (fault) {
    const { job } = taken
    const task = tasks.find((each) => each === job?.task)
    if (!job || !task) throw fault
    // Nothing of the attempt was kept.
    const name = nameOfFault(fault)
    const at = new Date(setting.now().getTime() + pauseAfter(job.attempts))
    await putBackJob(setting.store, setting.region, job.id, { at, fault: name })
    return { task, fault: name }
  }
}

class Undone extends Error {
  readonly code: string

  constructor(refused: string) {
    super(refused)
    this.name = 'Undone'
    this.code = refused.toUpperCase().replaceAll('-', '_')
  }
}

/** Name and code of a fault, as `Error ECONNREFUSED`: both say nothing about anybody. */
function nameOfFault(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown'
  const code = 'code' in fault ? String(fault.code) : ''
  return /^[A-Z0-9_]{3,40}$/.test(code) ? `${fault.name} ${code}` : fault.name
}

/** Does everything that is due; gives what became of each. */
export async function doDueJobs(setting: Setting): Promise<JobOutcome[]> {
  const done: JobOutcome[] = []
  for (;;) {
    const outcome = await doDueJob(setting)
    if (!outcome) return done
    done.push(outcome)
  }
}

const firstPause = 5_000
const longestPause = 3_600_000

function pauseAfter(attempts: number): number {
  return Math.min(longestPause, firstPause * 2 ** attempts)
}
