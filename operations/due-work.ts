/** What time brings (wat de klok doet): listings that close, lots to be drawn, offers that lapse. */
import { drawsDue } from '../store/draws.ts'
import { lapsedOffers } from '../store/offers.ts'
import { listingsToClose } from '../store/vacancies.ts'
import type { Setting } from './operation.ts'

export type DueWork = {
  readonly closing: readonly number[]
  readonly drawing: readonly number[]
  readonly expiring: readonly string[]
}

/** Everything whose time has come and that was not done yet. */
export async function dueWork({ store, region, now }: Setting): Promise<DueWork> {
  const at = now()
  return {
    closing: await listingsToClose(store, region, at),
    drawing: await drawsDue(store, region, at),
    expiring: await lapsedOffers(store, region, at),
  }
}
