/**
 * Once a night everything is erased that was kept long enough (bewaartermijnen). The log says how many of what kind,
 * and nothing of whom; every proof of before still holds.
 */
import {
  addDays,
  addDuration,
  type CalendarDate,
  latestOf,
  subtractDuration,
} from '../core/basics/calendar-date.ts'
import { ensureJob } from '../store/jobs.ts'
import { hasOpenOffer } from '../store/offers.ts'
import { candidatesOf, erasePerson, keepsFile } from '../store/people.ts'
import {
  type Aged,
  addRetentionRun,
  type Before,
  eraseAged,
  quietFiles,
} from '../store/retention.ts'
import { dayInMilliseconds, instantOf } from './dutch-time.ts'
import { type Doing, dayOf, inTransaction, type Setting } from './operation.ts'
import { registrationState } from './registration-life.ts'
import { type Retained, retainedKinds, retentionTerms } from './retention-terms.ts'

/** When few are there. */
const hourOfNight = '03:30'

/** So many of a kind in one transaction; what is left follows a minute later. */
const mostAtOnce = 2_000
const filesAtOnce = 200
const minute = 60_000

export type Erased = { readonly erased: Readonly<Partial<Record<Retained, number>>> }

/** Sees to it that there is a night on which it happens: at every start of a server. */
export async function beginErasing(setting: Setting): Promise<void> {
  await inTransaction(setting, undefined, ({ transaction, region, today }) =>
    ensureJob(transaction, region, { task: 'erase-due', payload: {}, at: nextNight(today) }),
  )
}

export function nextNight(today: CalendarDate): Date {
  return instantOf(addDays(today, 1), hourOfNight)
}

export async function eraseDue(doing: Doing): Promise<Erased> {
  const { transaction, region, at, today } = doing
  const counts: Partial<Record<Retained, number>> = {}
  let isMore = false
  for (const kind of retainedKinds) {
    const most = kind === 'files' ? filesAtOnce : mostAtOnce
    const count =
      kind === 'files'
        ? await eraseFiles(doing, most)
        : await eraseAged(transaction, region, kind, { before: dueBefore(kind, at), most })
    if (count > 0) counts[kind] = count
    isMore ||= count >= most
  }
  const event = await doing.write({ kind: 'retention-run', open: { erased: { ...counts } } })
  await addRetentionRun(transaction, region, { at, event, erased: { ...counts } })
  const next = isMore ? new Date(at.getTime() + minute) : nextNight(today)
  await doing.later('erase-due', {}, next)
  return { erased: counts }
}

/** What is older than this has been kept long enough. */
export function dueBefore(kind: Aged, at: Date): Before {
  const { keep } = retentionTerms[kind]
  const day = subtractDuration(dayOf(at), keep)
  const back = (dayOf(at) - day) * dayInMilliseconds
  return { moment: new Date(at.getTime() - back), day }
}

/** The day from which a file is no longer kept; undefined while its registration runs or can be restored. */
async function fileDueOn(doing: FileAsking, person: string): Promise<CalendarDate | undefined> {
  const { transaction, region, today } = doing
  const [candidate] = await candidatesOf(transaction, region, [person])
  if (!candidate) return undefined
  const { state, ended, restorableUntil } = await registrationState(doing, candidate, today)
  if (state !== 'ended' || !ended) return undefined
  const last = restorableUntil === undefined ? ended.on : latestOf(ended.on, restorableUntil)
  return addDays(addDuration(last, retentionTerms.files.keep), 1)
}

type FileAsking = Pick<Doing, 'transaction' | 'region' | 'at' | 'today'>

/** Files that are due, in the order of their ids. */
export async function filesDue(doing: FileAsking, most: number): Promise<string[]> {
  const { transaction, region, today } = doing
  const before = subtractDuration(today, retentionTerms.files.keep)
  const found: string[] = []
  let after: string | undefined
  while (found.length < most) {
    const quiet = await quietFiles(transaction, region, { before, after, most: mostAtOnce })
    for (const person of quiet) {
      const dueOn = await fileDueOn(doing, person)
      const isDue = dueOn !== undefined && dueOn <= today
      // Whoever offered a home must know what became of it first.
      if (isDue && !(await hasOpenOffer(transaction, region, person))) found.push(person)
      if (found.length === most) break
    }
    if (quiet.length < mostAtOnce) break
    after = quiet.at(-1)
  }
  return found
}

async function eraseFiles(doing: Doing, most: number): Promise<number> {
  const { transaction, region, at } = doing
  let count = 0
  for (const person of await filesDue(doing, most)) {
    if (!(await keepsFile(transaction, region, person))) continue
    await erasePerson(transaction, region, person, at)
    count += 1
  }
  return count
}
