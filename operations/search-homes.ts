/**
 * Once a day somebody hears of new homes for what they saved (zoeken voor iemand): one message, and none when there
 * is nothing new. Being quick never pays, so an hour that is always the same does.
 */
import { addDays } from '../core/basics/calendar-date.ts'
import { personOfStopToken, stopTokenOf } from '../store/contacts.ts'
import { type OpenHome, openHomes } from '../store/homes.ts'
import { moveJob } from '../store/jobs.ts'
import { addMessage } from '../store/messages.ts'
import { pauseSavedSearch, savedSearchesOf, toldUntil } from '../store/saved-searches.ts'
import { instantOf } from './dutch-time.ts'
import { homesFor } from './find-homes.ts'
import { type Doing, dayOf, type Refusal, refuse } from './operation.ts'

export const hourOfSearch = '17:00'
const homesTold = 10

/** The next moment at which saved searches are looked at. */
export function nextSearch(at: Date): Date {
  const today = dayOf(at)
  const now = instantOf(today, hourOfSearch)
  return now > at ? now : instantOf(addDays(today, 1), hourOfSearch)
}

export type Searched = { readonly found: number }

/** Tells somebody of the homes that were made known since they were told last. */
export async function searchHomes(doing: Doing, person: string): Promise<Searched | Refusal> {
  const { transaction, region, at, setting } = doing
  const searches = (await savedSearchesOf(transaction, region, person)).filter(
    ({ pausedAt }) => pausedAt === undefined,
  )
  // Whoever lets a search go on has it looked at again.
  if (searches.length === 0) return refuse('no-searches')
  const found = new Map<number, OpenHome>()
  for (const { filter, fitsOnly, toldUntil: since } of searches) {
    const homes = await openHomes(transaction, region, at, filter)
    const fresh = homes.filter(({ opensAt }) => opensAt !== null && opensAt > since)
    const standing = await homesFor(setting, person, fresh)
    for (const { standing: how, isWished, hasResponded, ...home } of standing) {
      if (!hasResponded && (!fitsOnly || (how === 'admitted' && isWished))) found.set(home.id, home)
    }
  }
  await toldUntil(transaction, region, person, at)
  if (found.size > 0) {
    await stopTokenOf(transaction, region, person)
    await addMessage(transaction, region, {
      ...{ id: setting.newId(), person, code: 'homes-found', at },
      facts: { count: found.size, listings: [...found.keys()].slice(0, homesTold) },
    })
  }
  const job = { task: 'search-homes', payload: { person } }
  await moveJob(transaction, region, { ...job, at: nextSearch(at) })
  return { found: found.size }
}

/** Whether a link stops mail of somebody; nothing of whom. */
export async function canStop({ transaction, region }: Doing, token: string): Promise<boolean> {
  return (await personOfStopToken(transaction, region, token)) !== undefined
}

/** Has all saved searches of somebody rest, by the link in their mail; doing it twice does no harm. */
export async function stopSearches(
  doing: Doing,
  token: string,
): Promise<{ readonly stopped: number } | Refusal> {
  const { transaction, region, at } = doing
  const person = await personOfStopToken(transaction, region, token)
  if (person === undefined) return refuse('not-found')
  const running = (await savedSearchesOf(transaction, region, person)).filter(
    ({ pausedAt }) => pausedAt === undefined,
  )
  if (running.length === 0) return { stopped: 0 }
  await doing.write({ kind: 'searches-changed', open: {}, personal: { person }, person })
  return { stopped: await pauseSavedSearch(transaction, region, person, { pausedAt: at, at }) }
}
