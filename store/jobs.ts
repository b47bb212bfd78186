/**
 * What is to happen later (taken). A job is written in the transaction that causes it and taken away in the one
 * that does it, so that it happens once, also when a process is killed halfway.
 */
import { sql } from 'kysely'
import type { Facts } from '../core/basics/facts.ts'
import type { InTransaction, Store } from './database.ts'

export type Job = { readonly task: string; readonly payload: Facts; readonly at: Date }
export type DueJob = Job & { readonly id: number; readonly attempts: number }

/** Has a task done at a moment, once, when the transaction is through. */
export async function addJob(
  transaction: InTransaction,
  region: string,
  { task, payload, at }: Job,
): Promise<void> {
  await transaction
    .insertInto('job')
    .values({ region, task, payload: JSON.stringify(payload), at, fault: null })
    .execute()
}

/** Has a task done at a moment, and not at another it waited for: for what comes back again and again. */
export async function moveJob(
  transaction: InTransaction,
  region: string,
  { task, payload, at }: Job,
): Promise<void> {
  await dropJob(transaction, region, { task, payload })
  await addJob(transaction, region, { task, payload, at })
}

/** Takes a job away that waits, where it is not needed any more. */
export async function dropJob(
  transaction: InTransaction,
  region: string,
  { task, payload }: Omit<Job, 'at'>,
): Promise<void> {
  await transaction
    .deleteFrom('job')
    .where('region', '=', region)
    .where('task', '=', task)
    .where('payload', '=', sql<Facts>`${JSON.stringify(payload)}::jsonb`)
    .execute()
}

/** The first job whose time has come, for as long as the transaction lasts; nobody else gets the same one. */
export async function takeDueJob(
  transaction: InTransaction,
  region: string,
  at: Date,
  tasks: readonly string[],
): Promise<DueJob | undefined> {
  if (tasks.length === 0) return undefined
  return transaction
    .selectFrom('job')
    .select(['id', 'task', 'payload', 'at', 'attempts'])
    .where('region', '=', region)
    .where('at', '<=', at)
    .where('task', 'in', tasks)
    .orderBy('at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

/** Takes a job away that was done, and keeps for a while that it was. */
export async function finishJob(
  transaction: InTransaction,
  region: string,
  { id, task, at, attempts }: DueJob,
  { doneAt, refused }: { readonly doneAt: Date; readonly refused: string | undefined },
): Promise<void> {
  await transaction.deleteFrom('job').where('region', '=', region).where('id', '=', id).execute()
  await transaction
    .insertInto('job_done')
    .values({ region, id, task, at, done_at: doneAt, attempts, refused: refused ?? null })
    .execute()
}

/** Puts a job that failed back for later, with the name of what went wrong. */
export async function putBackJob(
  store: Store,
  region: string,
  id: number,
  { at, fault }: { readonly at: Date; readonly fault: string },
): Promise<void> {
  await store
    .updateTable('job')
    .set((row) => ({ at, fault, attempts: row('attempts', '+', 1) }))
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}

/** How many jobs wait, and how many of them failed before. */
export async function countJobs(
  store: Store,
  region: string,
): Promise<{ readonly waiting: number; readonly failed: number }> {
  const { waiting, failed } = await store
    .selectFrom('job')
    .select(({ fn }) => [
      fn.countAll<number>().as('waiting'),
      fn.count<number>('fault').as('failed'),
    ])
    .where('region', '=', region)
    .executeTakeFirstOrThrow()
  return { waiting, failed }
}

/** Adds a job that there is to be one of at a time, where there is none. */
export async function ensureJob(
  transaction: InTransaction,
  region: string,
  { task, payload, at }: Job,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`${region} ${task}`}))`.execute(transaction)
  const found = await transaction
    .selectFrom('job')
    .select('id')
    .where('region', '=', region)
    .where('task', '=', task)
    .executeTakeFirst()
  if (!found) await addJob(transaction, region, { task, payload, at })
}

export type WaitingJob = {
  readonly id: number
  readonly task: string
  readonly at: Date
  readonly attempts: number
  /** The name of what went wrong the last time. */
  readonly fault: string | null
}

/** Jobs that failed and are tried again, or the first of those that wait for their time. */
export async function jobsThat(
  store: Store,
  region: string,
  which: 'failed' | 'wait',
  most: number,
): Promise<WaitingJob[]> {
  return store
    .selectFrom('job')
    .select(['id', 'task', 'at', 'attempts', 'fault'])
    .where('region', '=', region)
    .where('fault', which === 'failed' ? 'is not' : 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(most)
    .execute()
}

export type DoneJob = {
  readonly id: number
  readonly task: string
  readonly at: Date
  readonly doneAt: Date
  readonly attempts: number
  readonly refused: string | null
}

/** What was done lately, the latest first. */
export async function jobsDone(store: Store, region: string, most: number): Promise<DoneJob[]> {
  return store
    .selectFrom('job_done')
    .select(['id', 'task', 'at', 'done_at as doneAt', 'attempts', 'refused'])
    .where('region', '=', region)
    .orderBy('done_at', 'desc')
    .orderBy('number', 'desc')
    .limit(most)
    .execute()
}

/** A job that waits; nobody does or changes it until the transaction ends. */
export async function holdJob(
  transaction: InTransaction,
  region: string,
  id: number,
): Promise<WaitingJob | undefined> {
  return transaction
    .selectFrom('job')
    .select(['id', 'task', 'at', 'attempts', 'fault'])
    .where('region', '=', region)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Has a job that waits tried at another moment. */
export async function setJobTime(
  transaction: InTransaction,
  region: string,
  id: number,
  at: Date,
): Promise<void> {
  await transaction
    .updateTable('job')
    .set({ at })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}

/** Takes every job of a task away; gives how many there were. */
export async function dropTask(
  transaction: InTransaction,
  region: string,
  task: string,
): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom('job')
    .where('region', '=', region)
    .where('task', '=', task)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** How many jobs of each task are due. */
export async function countDueJobs(
  store: Store | InTransaction,
  region: string,
  at: Date,
): Promise<{ readonly task: string; readonly count: number }[]> {
  return store
    .selectFrom('job')
    .select(({ fn }) => ['task', fn.countAll<number>().as('count')])
    .where('region', '=', region)
    .where('at', '<=', at)
    .groupBy('task')
    .orderBy('task')
    .execute()
}
