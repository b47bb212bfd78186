/** Keeping the system running (beheer): what happens later and what failed, and how long what is kept. */
import { html } from 'hono/html'
import { type Actor, carryOut, isRefusal } from '../operations/operation.ts'
import { retryJob } from '../operations/retry-job.ts'
import { type DoneJob, viewJobs, type WaitingJob } from '../operations/view-jobs.ts'
import { retainedKinds, retentionTerms, viewRetention } from '../operations/view-retention.ts'
import { formatList, type Language, type Say, speak } from '../words/language.ts'
import { type ManageText, manageTexts, nameOr, termInWords } from '../words/manage.ts'
import { type AddPages, notFound } from './app.ts'
import { problemPanel } from './form.ts'
import type { Html } from './page.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { toLogin } from './whose.ts'
import { denseTable, shortMoment, workPage } from './work-frame.ts'

export const managePages: AddPages = (app, setting) => {
  app.get('/beheer/taken', (context) => jobsPage(context, setting))
  app.post('/beheer/taken', (context) => retry(context, setting))
  app.get('/beheer/bewaren', (context) => retentionPage(context, setting))
}

export type Manager = {
  readonly actor: Actor
  readonly language: Language
  readonly say: Say<ManageText>
}

/** Whoever is logged in; else they log in first. */
export function managerOr(context: PageContext): Manager | Response {
  const { actor, language } = context.get('visitor')
  return actor ? { actor, language, say: speak(manageTexts, language) } : toLogin(context)
}

// --- Jobs

async function jobsPage(context: PageContext, setting: WebSetting, problem?: string) {
  const manager = managerOr(context)
  if (manager instanceof Response) return manager
  const jobs = await viewJobs(setting, manager.actor)
  if (isRefusal(jobs)) return notFound(context, setting)
  const { say } = manager
  const { failed, waiting, done, counts } = jobs
  const onTime = counts.waiting - counts.failed
  const title = say('jobs-title', { failed: counts.failed })
  const body = html`<h1 class="utrecht-heading-1">${title}</h1>
${problemPanel(problem)}
${context.req.query('gedaan') ? html`<p class="panel panel--good" role="status"><span aria-hidden="true">✓</span> ${say('retried')}</p>` : ''}
<p class="measure">${say('jobs-lead')}</p>
<h2 class="utrecht-heading-2">${say('jobs-failed')}</h2>${failed.length === 0 ? html`<p>${say('jobs-failed-none')}</p>` : failedTable(context, failed, manager)}
<h2 class="utrecht-heading-2">${say('jobs-waiting', { count: onTime })}</h2>${onTime > waiting.length ? html`<p>${say('jobs-waiting-first', { count: waiting.length })}</p>` : ''}
${waiting.length === 0 ? '' : waitingTable(context, waiting, manager)}
<h2 class="utrecht-heading-2">${say('jobs-done')}</h2><p class="measure">${say('jobs-done-more')}</p>
${done.length === 0 ? html`<p>${say('jobs-done-none')}</p>` : doneTable(context, done, manager)}`
  const status = problem === undefined ? 200 : 409
  return workPage(context, setting, { title, body, status })
}

const taskName = (task: string, language: Language) => nameOr(`task-${task}`, task, language)

function failedTable(
  context: PageContext,
  jobs: readonly WaitingJob[],
  { say, language }: Manager,
): Html {
  return denseTable(context, {
    caption: say('jobs-failed'),
    columns: [
      { key: 'taak', label: say('task') },
      { key: 'fout', label: say('fault') },
      { key: 'pogingen', label: say('attempts'), number: true },
      { key: 'volgende', label: say('next-try') },
      { key: 'doe', label: say('retry', { number: '' }) },
    ],
    rows: jobs.map(({ id, task, fault, attempts, at }) => ({
      taak: taskName(task, language),
      ...{ fout: fault ?? '', pogingen: attempts, volgende: shortMoment(at, language) },
      doe: html`<form method="post" class="inline">${formFields(context.get('visitor'))}<button class="utrecht-button utrecht-button--subtle" name="taak" value="${id}">${say('retry', { number: String(id) })}</button></form>`,
    })),
  })
}

function waitingTable(
  context: PageContext,
  jobs: readonly WaitingJob[],
  { say, language }: Manager,
): Html {
  return denseTable(context, {
    caption: say('due'),
    columns: [
      { key: 'taak', label: say('task') },
      { key: 'nummer', label: say('number'), number: true },
      { key: 'tijd', label: say('due') },
    ],
    rows: jobs.map(({ id, task, at }) => ({
      ...{ taak: taskName(task, language), nummer: id, tijd: shortMoment(at, language) },
    })),
  })
}

function doneTable(
  context: PageContext,
  jobs: readonly DoneJob[],
  { say, language }: Manager,
): Html {
  const outcome = ({ refused, attempts }: DoneJob) =>
    refused !== null
      ? say('outcome-refused', { why: refused })
      : attempts > 0
        ? say('outcome-after', { attempts })
        : say('outcome-done')
  return denseTable(context, {
    caption: say('jobs-done'),
    columns: [
      { key: 'taak', label: say('task') },
      { key: 'nummer', label: say('number'), number: true },
      { key: 'tijd', label: say('due') },
      { key: 'gedaan', label: say('done-at') },
      { key: 'uitkomst', label: say('outcome') },
    ],
    rows: jobs.map((job) => ({
      ...{ taak: taskName(job.task, language), nummer: job.id, uitkomst: outcome(job) },
      ...{ tijd: shortMoment(job.at, language), gedaan: shortMoment(job.doneAt, language) },
    })),
  })
}

async function retry(context: PageContext, setting: WebSetting) {
  const manager = managerOr(context)
  if (manager instanceof Response) return manager
  const { taak, key } = await submitted(context)
  const outcome = await carryOut(setting, manager.actor, retryJob, { job: Number(taak) }, key)
  if (!isRefusal(outcome)) return context.redirect('/beheer/taken?gedaan=ja', 303)
  const { refused } = outcome
  if (refused === 'not-found') return notFound(context, setting)
  return jobsPage(context, setting, nameOr(refused, refused, manager.language))
}

// --- How long what is kept

async function retentionPage(context: PageContext, setting: WebSetting) {
  const manager = managerOr(context)
  if (manager instanceof Response) return manager
  const retention = await viewRetention(setting, manager.actor)
  if (isRefusal(retention)) return notFound(context, setting)
  const { say, language } = manager
  const { rows, runs, next } = retention
  const [last] = runs
  const title = say('retention-title')
  const kept = (kind: string) => nameOr(`kept-${kind}`, kind, language)
  const body = html`<h1 class="utrecht-heading-1">${title}</h1><p class="measure">${say('retention-lead')}</p>
<p>${last ? say('retention-last', { moment: shortMoment(last.at, language) }) : say('retention-never')} ${say('retention-next', { moment: shortMoment(next, language) })}</p>
${denseTable(context, {
  caption: title,
  columns: [
    { key: 'wat', label: say('what') },
    { key: 'duur', label: say('term') },
    { key: 'vanaf', label: say('since') },
    { key: 'grond', label: say('ground') },
    { key: 'nu', label: say('due-now'), number: true },
    { key: 'vorige', label: say('last-erased'), number: true },
  ],
  rows: rows.map(({ kind, term, due }) => ({
    ...{ wat: kept(kind), duur: termInWords(term.keep, language), vanaf: say(`since-${kind}`) },
    grond: term.ground === 'ours' ? say('ground-ours') : term.ground,
    ...{ nu: due, vorige: last?.erased[kind] ?? 0 },
  })),
})}
${
  runs.length === 0
    ? ''
    : denseTable(context, {
        caption: say('runs-title'),
        columns: [
          { key: 'wanneer', label: say('runs-when') },
          { key: 'wat', label: say('runs-what') },
          { key: 'logboek', label: say('runs-event'), number: true },
        ],
        rows: runs.map(({ at, erased, event }) => ({
          ...{ wanneer: shortMoment(at, language), logboek: event },
          wat:
            Object.keys(erased).length === 0
              ? say('runs-nothing')
              : formatList(
                  Object.entries(erased).map(([kind, count]) => `${kept(kind)}: ${count}`),
                  language,
                ),
        })),
      })
}`
  return workPage(context, setting, { title, body })
}

/** For everybody: how long what is kept, and why so long. */
export function termsTable(language: Language): Html {
  const say = speak(manageTexts, language)
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${say('retention-title')}"><table class="utrecht-table utrecht-table--stack"><thead><tr><th scope="col">${say('what')}</th><th scope="col">${say('term')}</th><th scope="col">${say('since')}</th><th scope="col">${say('ground')}</th></tr></thead>
<tbody>${retainedKinds.map((kind) => {
    const { keep, ground } = retentionTerms[kind]
    return html`<tr><td>${say(`kept-${kind}`)}</td><td>${termInWords(keep, language)}</td><td>${say(`since-${kind}`)}</td><td>${ground === 'ours' ? say('ground-ours') : ground}</td></tr>`
  })}</tbody></table></div>`
}
