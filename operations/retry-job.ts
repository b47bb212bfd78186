/** A job that failed is tried now and not later (taak opnieuw doen). What waits for its own time stays where it is. */
import { holdJob, setJobTime } from '../store/jobs.ts'
import { type Operation, refuse } from './operation.ts'

export const retryJob: Operation<{ readonly job: number }, { readonly event: number }> = {
  action: 'retry-job',
  about: async () => ({}),
  async perform(doing, { job: id }) {
    const { transaction, region, at } = doing
    const job = Number.isSafeInteger(id) ? await holdJob(transaction, region, id) : undefined
    if (!job) return refuse('job-gone')
    if (job.fault === null) return refuse('job-waits')
    if (job.at <= at) return refuse('job-due')
    const event = await doing.write({
      kind: 'job-retried',
      open: { job: id, task: job.task, attempts: job.attempts },
    })
    await setJobTime(transaction, region, id, at)
    return { event }
  },
}
