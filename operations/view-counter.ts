/** What is seen of somebody at the counter, and of a correction that waits for a second person. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { correctionOf, registrationOf, type StoredCorrection } from '../store/corrections.ts'
import { type OpenHome, openHomes } from '../store/homes.ts'
import { openResponses } from '../store/responses.ts'
import { type Actor, inTransaction, mayDo, type Setting } from './operation.ts'
import { noteReading } from './read-file.ts'
import { type OpenVisit, openVisit } from './serve-at-counter.ts'

export type CounterView = OpenVisit & {
  readonly registeredOn: CalendarDate | undefined
  readonly homes: readonly (OpenHome & { readonly responded: boolean })[]
}

/** An open visit of whoever asks; undefined for anybody else's, or when its hour is over. */
export async function viewVisit(
  { store, region, now }: Setting,
  actor: Actor,
  visit: number,
): Promise<CounterView | undefined> {
  const at = now()
  const open = await openVisit(store, region, visit, { actor, at })
  if (!open || !mayDo(actor, 'serve-at-counter', { organisation: open.landlord })) return undefined
  const homes = await openHomes(store, region, at, {})
  const responded = await openResponses(store, region, open.person)
  return {
    ...open,
    registeredOn: (await registrationOf(store, region, open.person))?.on,
    homes: homes.map((home) => ({ ...home, responded: responded.has(home.id) })),
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export async function viewCorrection(
  setting: Setting,
  actor: Actor,
  id: string,
): Promise<StoredCorrection | undefined> {
  const { store, region } = setting
  const found = uuid.test(id) ? await correctionOf(store, region, id) : undefined
  if (!found || !mayDo(actor, 'review-correction', { organisation: found.landlord })) {
    return undefined
  }
  const { person, landlord } = found
  await inTransaction(setting, actor, (doing) =>
    noteReading(doing, { person, reason: 'correction', landlord }),
  )
  return found
}
