/**
 * Watches whether the region is at work (hartslag), and makes good what an outage (storing) took: who could not
 * respond because we were away gets that time back. Source: the mission's trust model, D7 number 24.
 */
import { extendClosing, listingsClosing, movePulse, pulseOf } from '../store/pulse.ts'
import { dayOf, inTransaction, type Setting } from './operation.ts'

const minute = 60_000
const hour = 60 * minute

/** So often is the pulse written down. */
const beat = 10_000
/** From here on it was an outage; before that it was a hiccup. */
const outageFrom = 15 * minute
/** So much longer at least, so that a person who tries again in an hour is in time. */
const longerAtLeast = hour
/** And at most: a site that was away for a week does not hold homes empty for a week more. */
const longerAtMost = 24 * hour

export type Outage = {
  readonly from: Date
  readonly until: Date
  /** Listings that close later because of it. */
  readonly extended: readonly number[]
}

/**
 * Moves the pulse on. After more than fifteen minutes without one, every listing that closed in that time or
 * closes within the hour after it is open as long as we were away, an hour at least and a day at most. To be
 * called before anything is closed.
 */
export async function keepPulse(setting: Setting): Promise<Outage | undefined> {
  const seen = await pulseOf(setting.store, setting.region)
  if (seen && setting.now().getTime() - seen.getTime() < beat) return undefined
  return inTransaction(setting, undefined, async (doing) => {
    const { transaction, region, at: until } = doing
    const from = await movePulse(transaction, region, until)
    const away = from === undefined ? 0 : until.getTime() - from.getTime()
    if (from === undefined || away <= outageFrom) return undefined
    const to = new Date(until.getTime() + Math.min(longerAtMost, Math.max(longerAtLeast, away)))
    const soon = new Date(until.getTime() + longerAtLeast)
    const closing = await listingsClosing(transaction, region, { from, until: soon })
    for (const each of closing) {
      await doing.write({
        kind: 'closing-extended',
        open: {
          ...{ listing: each.id, from: each.closesAt.toISOString(), to: to.toISOString() },
          outage: { from: from.toISOString(), until: until.toISOString() },
        },
      })
      await extendClosing(transaction, region, each, { at: to, on: dayOf(to) })
      await doing.later('close-listing', { listing: each.id }, to)
    }
    return { from, until, extended: closing.map(({ id }) => id) }
  })
}
