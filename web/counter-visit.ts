/** A page in a visit at the counter (baliebezoek): only of who opened it, while its hour lasts. */
import { type CounterView, viewVisit } from '../operations/view-counter.ts'
import { notFound } from './app.ts'
import type { PageContext, WebSetting } from './visitor.ts'
import { forWorkers, type Worker } from './work-frame.ts'

export type ShowVisit = (
  context: PageContext,
  worker: Worker,
  view: CounterView,
) => Promise<Response> | Response

/** Shows what is in a visit; for anybody else, and after its hour, it is not there. */
export function forVisit(setting: WebSetting, show: ShowVisit) {
  return forWorkers(setting, async (context, worker) => {
    const view = await viewVisit(setting, worker.actor, Number(context.req.param('visit')))
    return view ? show(context, worker, view) : notFound(context, setting)
  })
}

/** The file somebody is helped with, from a page about a part of it. */
export function backTo(context: PageContext): string {
  return `/werk/balie/${context.req.param('visit')}`
}
