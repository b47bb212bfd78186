/**
 * Somebody has us respond for them (automatische reactie): to every home that fits by the rules and by their
 * wishes, on the day it is made known, and never more at once than they said. Each is a response like any
 * other, with its own event, receipt and message. It stops at any time.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { homeOf, openHomes, type ShownHome } from '../store/homes.ts'
import { listingOf } from '../store/listings.ts'
import { candidatesOf, holdPerson, personFile } from '../store/people.ts'
import { openResponses, responseOf } from '../store/responses.ts'
import {
  setStanding,
  standingAfter,
  standingOf,
  stopStanding,
} from '../store/standing-responses.ts'
import { foreseeStanding } from './foresee-standing.ts'
import { type Doing, isRefusal, type Operation, refuse, type Setting } from './operation.ts'
import { regionalRules } from './registration-life.ts'
import { respond } from './respond.ts'
import type { Asking } from './rules-for-listing.ts'
import { isWished } from './wished.ts'

export type StandingWish = {
  readonly person: string
  /** At most so many of these wait for a close at once. */
  readonly most: number
}

export type StandingBegun = {
  readonly event: number
  /** Homes that were open already and fit. */
  readonly responded: readonly number[]
}

/** With no limit in the rules, somebody can ask for so many at most. */
const mostWithoutRule = 10

export const beginStanding: Operation<StandingWish, StandingBegun> = {
  action: 'respond',
  about: async (_, { person }) => ({ person }),
  async perform(doing, { person, most }) {
    const { transaction, region, at } = doing
    const highest = await standingMost(doing, doing.today)
    if (!Number.isInteger(most) || most < 1 || most > highest) {
      return refuse('wrong-most', { most: highest })
    }
    if (!(await holdPerson(transaction, region, person))) return refuse('not-found')
    const event = await doing.write({
      kind: 'standing-response-set',
      open: { most },
      personal: { person },
      person,
    })
    await setStanding(transaction, region, { person, event, since: at, most })
    const within = { ...doing.setting, store: transaction }
    const responded: number[] = []
    for (const home of await openHomes(transaction, region, at, {})) {
      if (await respondedFor(doing, within, { person, most }, home)) responded.push(home.id)
    }
    return { event, responded }
  },
}

export const endStanding: Operation<{ readonly person: string }, { readonly event: number }> = {
  action: 'respond',
  about: async (_, { person }) => ({ person }),
  async perform(doing, { person }) {
    const { transaction, region } = doing
    if (!(await holdPerson(transaction, region, person))) return refuse('not-found')
    if (!(await standingOf(transaction, region, person))) return refuse('nothing-to-stop')
    const event = await doing.write({
      kind: 'standing-response-stopped',
      open: {},
      personal: { person },
      person,
    })
    await stopStanding(transaction, region, person)
    return { event }
  },
}

/** The most that the rules of the region let wait at once. */
export async function standingMost(asking: Asking, on: CalendarDate): Promise<number> {
  const { procedures } = await regionalRules(asking, on)
  const most = procedures.flatMap(({ rule }) => rule.open_responses ?? [])
  return most.length === 0 ? mostWithoutRule : Math.min(...most)
}

/** People looked at in one transaction; the rest is a job of its own, so that none holds a listing for long. */
const atOnce = 100

/**
 * Responds to one home for everybody who asked, so many people after one of them. Whoever does it, and
 * however often: nobody responds twice.
 */
export async function respondForAll(
  doing: Doing,
  { listing, after }: { readonly listing: number; readonly after: string | undefined },
): Promise<{ readonly listing: number; readonly responded: number }> {
  const { transaction, region, at } = doing
  const [home, state] = await Promise.all([
    homeOf(transaction, region, listing),
    listingOf(transaction, region, listing),
  ])
  const isOpen = state?.state === 'open' && state.closesAt !== undefined && at < state.closesAt
  if (!home || !isOpen) return { listing, responded: 0 }
  const asked = await standingAfter(transaction, region, after, atOnce)
  const within = { ...doing.setting, store: transaction }
  let responded = 0
  for (const each of asked) {
    // Who stopped it a moment ago is asked again, now that nobody else can.
    if (!(await holdPerson(transaction, region, each.person))) continue
    const still = await standingOf(transaction, region, each.person)
    if (still && (await respondedFor(doing, within, still, home))) responded += 1
  }
  const last = asked.at(-1)
  if (last && asked.length === atOnce) {
    await doing.later('respond-standing', { listing, after: last.person }, at)
  }
  return { listing, responded }
}

async function respondedFor(
  doing: Doing,
  /** Reads by this transaction, and counts quotas once for all of it. */
  within: Setting,
  { person, most }: StandingWish,
  home: ShownHome,
): Promise<boolean> {
  const { transaction, region } = doing
  if (!canBeLeftToUs(home)) return false
  const file = await personFile(transaction, region, person)
  const [candidate] = await candidatesOf(transaction, region, [person])
  if (!file || !candidate || !isWished(home, file.wishes)) return false
  // Who withdrew does not want this home: it stays as they left it.
  if (await responseOf(transaction, region, person, home.id)) return false
  if ((await openResponses(transaction, region, person)).size >= most) return false
  const foreseen = await foreseeStanding(within, home, candidate, 'without')
  if (foreseen?.standing !== 'admitted') return false
  const outcome = await respond.perform(doing, { listing: home.id, person, via: 'standing' })
  return !isRefusal(outcome)
}

/** Where the first to respond gets the home, or a letter is asked, nobody can do it for somebody. */
export function canBeLeftToUs({ facts }: Pick<ShownHome, 'facts'>): boolean {
  return facts.model === 'ranked' || facts.model === 'lottery'
}
