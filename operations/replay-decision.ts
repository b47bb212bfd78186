/**
 * An auditor replays stored decisions (naspelen): each is decided again from its receipt, held to the log, and
 * to the places people were told, and to the rules that were in force when its listing opened.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { canonicalJson } from '../core/basics/canonical-json.ts'
import type { AuditFault } from '../core/oversight/audit-fault.ts'
import { headOf, type KeptPart, type ListHead, rowsOf } from '../core/ranking/kept-list.ts'
import { listingOf } from '../store/listings.ts'
import { eventByNumber } from '../store/log.ts'
import { rankingCount, rankingOf, rankingsIn, type Told, toldOf } from '../store/rankings.ts'
import { releasesOf } from '../store/rule-books.ts'
import { checkDecision, type DecidedAgain } from './decide-again.ts'
import { type Doing, type Operation, refuse } from './operation.ts'
import { rulesNotInForce } from './rules-told.ts'

export type Replayed = {
  readonly listing: number
  readonly on: CalendarDate
  readonly engine: string
  readonly candidates: number
  readonly placed: number
  readonly position: number | undefined
  readonly faults: readonly AuditFault[]
}

export const replayDecision: Operation<{ readonly listing: number }, Replayed> = {
  action: 'replay-decision',
  about: async () => ({}),
  async perform(doing, { listing }) {
    return (await replayed(doing, listing)) ?? refuse('not-found')
  },
}

export type Period = {
  readonly from: CalendarDate
  readonly until: CalendarDate
  /** The last listing that was seen, to go on behind it. */
  readonly after?: number
  readonly most: number
}

/** Replays the decisions of a period, so many at a time. */
export const replayPeriod: Operation<
  Period,
  {
    readonly decisions: readonly Replayed[]
    readonly count: number
    readonly next: number | undefined
  }
> = {
  action: 'replay-decision',
  about: async () => ({}),
  async perform(doing, period) {
    const { transaction, region } = doing
    const found = await rankingsIn(transaction, region, { ...period, most: period.most + 1 })
    const decisions: Replayed[] = []
    for (const { listing } of found.slice(0, period.most)) {
      const one = await replayed(doing, listing)
      if (one) decisions.push(one)
    }
    return {
      decisions,
      count: await rankingCount(transaction, region, period.from, period.until),
      next: found.length > period.most ? decisions.at(-1)?.listing : undefined,
    }
  },
}

/** Decides again what was decided about a listing; undefined where nothing was. */
export async function replayed(
  { transaction, region }: Pick<Doing, 'transaction' | 'region'>,
  listing: number,
): Promise<Replayed | undefined> {
  const kept = await rankingOf(transaction, region, listing)
  const event = kept && (await eventByNumber(transaction, region, kept.event))
  if (!kept || !event) return undefined
  const about = await listingOf(transaction, region, listing)
  const again = checkDecision(kept.receipt, event, String(listing), about?.ruleBooks)
  const told = await toldOf(transaction, region, listing)
  const releases = (await releasesOf(transaction, region)).map(({ hash, line, decidesFrom }) => ({
    ...{ hash, line, from: decidesFrom.getTime() },
  }))
  const notInForce =
    releases.length === 0 || !about?.opensAt
      ? []
      : rulesNotInForce(releases, {
          ...{ listing: String(listing), rules: about.ruleBooks, at: about.opensAt.getTime() },
        })
  return {
    listing,
    on: kept.on,
    engine: again.engine,
    candidates: again.candidates.length,
    placed: again.placed.length,
    position: event.position ?? undefined,
    faults: [...again.faults, ...notInForce, ...toldFaults(again, told, String(listing))],
  }
}

/** What people were told otherwise than follows from the receipt: places, and what is kept to explain them. */
export function toldFaults(
  { placed, ranking }: Pick<DecidedAgain, 'placed' | 'ranking'>,
  { standings, head }: Told,
  listing: string,
): AuditFault[] {
  const places = placeFaults(placed, standings, listing)
  if (!ranking || !head) return places
  const asDecided = text(headOf(ranking, head.rules))
  const parts = new Map(standings.map(({ person, part }) => [person, part]))
  const differing = [...rowsOf(ranking)].filter(({ person, kept }) => {
    const told = parts.get(person)
    return told !== null && text(told) !== text(kept)
  }).length
  const count = differing + (text(head) === asDecided ? 0 : 1)
  return count === 0 ? places : [...places, { code: 'told-otherwise', facts: { listing, count } }]
}

// As it comes through a database, whatever the order of its names.
function text(kept: ListHead | KeptPart | undefined): string {
  return canonicalJson(JSON.parse(JSON.stringify(kept ?? null)))
}

/** The first place that people were told otherwise than follows from the receipt. */
function placeFaults(
  placed: readonly string[],
  told: readonly { readonly person: string; readonly place: number | null }[],
  listing: string,
): AuditFault[] {
  const places = new Map(
    told.flatMap(({ person, place }) => (place === null ? [] : [[place, person] as const])),
  )
  const last = Math.max(placed.length, ...places.keys())
  for (let place = 1; place <= last; place += 1) {
    if (places.get(place) !== placed[place - 1]) {
      return [{ code: 'place-differs', facts: { listing, place } }]
    }
  }
  return []
}
