/**
 * Somebody is helped at the counter (balie): whoever works there opens their file by what they say of
 * themselves, and acts for them for an hour, marked as such. That it was opened stands in their own log.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { fileBy, openedBy } from '../store/counter.ts'
import type { InTransaction, Store } from '../store/database.ts'
import { addMessage } from '../store/messages.ts'
import { type Actor, isOwnFile, isRefusal, type Operation, refuse } from './operation.ts'
import { respond } from './respond.ts'

export type CounterVisit = {
  readonly landlord: string
  readonly email: string
  readonly born: CalendarDate
}

export const serveAtCounter: Operation<CounterVisit, { readonly visit: number }> = {
  action: 'serve-at-counter',
  about: async (_, { landlord }) => ({ organisation: landlord }),
  async perform(doing, { landlord, email, born }) {
    const { transaction, region, actor } = doing
    const person = await fileBy(transaction, region, { email: email.trim(), born })
    if (person === undefined) return refuse('nobody-found')
    if (actor && isOwnFile(actor, person)) return refuse('own-file')
    const visit = await doing.write({
      kind: 'counter-opened',
      open: { landlord },
      personal: { person },
      person,
    })
    return { visit }
  },
}

export type OpenVisit = {
  readonly person: string
  readonly name: string
  readonly landlord: string
  readonly until: Date
}

const visitMilliseconds = 60 * 60_000

/** The file somebody opened at a counter, while their hour lasts; nobody else's. */
export async function openVisit(
  store: Store | InTransaction,
  region: string,
  visit: number,
  { actor, at }: { readonly actor: Actor | undefined; readonly at: Date },
): Promise<OpenVisit | undefined> {
  const opened = await openedBy(store, region, visit)
  if (!opened || !actor || opened.actor !== actor.human) return undefined
  const until = new Date(opened.at.getTime() + visitMilliseconds)
  return at < until
    ? { person: opened.person, name: opened.name, landlord: opened.landlord, until }
    : undefined
}

/** Somebody responds at the counter: the same as when they do it themselves, but for the mark. */
export const respondAtCounter: Operation<
  { readonly visit: number; readonly listing: number },
  { readonly event: number }
> = {
  action: 'respond',
  about: async ({ transaction, region, actor, at }, { visit }) => {
    const open = await openVisit(transaction, region, visit, { actor, at })
    return open && { organisation: open.landlord }
  },
  async perform(doing, { visit, listing }) {
    const { transaction, region, actor, at } = doing
    const open = await openVisit(transaction, region, visit, { actor, at })
    if (!open) return refuse('visit-over')
    const outcome = await respond.perform(doing, { listing, person: open.person, via: 'counter' })
    if (isRefusal(outcome)) return outcome
    await addMessage(transaction, region, {
      ...{ id: doing.setting.newId(), person: open.person, code: 'acted-for-you', at },
      facts: { action: 'respond' },
    })
    return outcome
  },
}
