/**
 * Whether somebody could take part in a home (kom ik in aanmerking), by the rules it was made known under and
 * as things will stand on the day it closes: the same functions that decide then, for one person.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Listing } from '../core/homes/listing.ts'
import { type Bound, bind } from '../core/ranking/bind.ts'
import type { Case, QuotaState } from '../core/ranking/case.ts'
import { type Change, foreseeChanges } from '../core/ranking/foresee-change.ts'
import { keepQuotas } from '../core/ranking/keep-quotas.ts'
import { type OwnPart, ownPart } from '../core/ranking/own-part.ts'
import { rankListing } from '../core/ranking/rank-listing.ts'
import type { Candidate } from '../core/seekers/candidate.ts'
import type { ShownHome } from '../store/homes.ts'
import { assignmentsSince } from '../store/lettings.ts'
import { dayOf, type Setting } from './operation.ts'
import type { Question } from './rank-responding.ts'
import { countsSince, rulesUnder } from './rules-for-listing.ts'

export type Foreseen = {
  readonly standing: 'admitted' | 'excluded' | 'undecided'
  /** What a list of this one person would hold about them. */
  readonly part: OwnPart
  readonly changes: readonly Change[]
}

/** Undefined where the rules have no ranking for such a home. */
export async function foreseeStanding(
  setting: Setting,
  home: ShownHome,
  candidate: Candidate,
  withChanges: 'with-changes' | 'without' = 'with-changes',
): Promise<Foreseen | undefined> {
  const on = home.closesOn ?? dayOf(setting.now())
  const { prepared } = await rulesUnder(setting, home.ruleBooks, on)
  const asked: Case = { ...(await questionOn(setting, home, on)), candidates: [candidate] }
  const ranking = rankListing(prepared, asked)
  if (!ranking) return undefined
  const part = ownPart(ranking, candidate.id)
  if (!part) throw new Error('broken promise: who is ranked is among the candidates')
  const isAdmitted = ranking.admitted.length > 0
  return {
    standing: isAdmitted ? 'admitted' : ranking.undecided.length > 0 ? 'undecided' : 'excluded',
    part,
    changes:
      isAdmitted || withChanges === 'without'
        ? []
        : foreseeChanges(ranking.bound, asked, candidate),
  }
}

/** What will be asked of the rules on the day a home closes, as far as it is known now. */
export async function questionOn(
  setting: Setting,
  home: ShownHome,
  on: CalendarDate,
): Promise<Question> {
  return {
    on,
    moments: { 'listing-closed': on, 'ranking-made': on },
    listing: listingFrom(home, on),
    quotas: await quotasOn(setting, home.ruleBooks, on),
    judgements: {},
  }
}

/** The rules bound to one home, for who wants to read its conditions; undefined where none ranks it. */
export async function boundTo(setting: Setting, home: ShownHome): Promise<Bound | undefined> {
  const on = home.closesOn ?? dayOf(setting.now())
  return bind((await rulesUnder(setting, home.ruleBooks, on)).prepared, {
    ...{ on, listing: listingFrom(home, on) },
    quotas: await quotasOn(setting, home.ruleBooks, on),
  })
}

function listingFrom({ id, facts, inVainSince }: ShownHome, on: CalendarDate): Listing {
  return {
    ...{ id: String(id), facts, closes: on },
    ...(inVainSince !== null && { in_vain_since: inVainSince }),
  }
}

type Counted = { readonly at: number; readonly quotas: QuotaState }
const counted = new WeakMap<Setting, Map<string, Counted>>()
const minute = 60_000

// Counting two years of lettings for every look at a home would be waste; a minute old is soon enough.
async function quotasOn(
  setting: Setting,
  books: readonly string[],
  on: CalendarDate,
): Promise<QuotaState> {
  const known = counted.get(setting) ?? new Map<string, Counted>()
  counted.set(setting, known)
  const key = `${on} ${books.join(' ')}`
  const now = setting.now().getTime()
  const before = known.get(key)
  if (before && now - before.at < minute) return before.quotas
  const kept = keepQuotas((await rulesUnder(setting, books, on)).prepared)
  for (const each of await assignmentsSince(setting.store, setting.region, countsSince(on))) {
    kept.count(each)
  }
  const quotas = kept.on(on)
  if (known.size > keptMax) known.clear()
  known.set(key, { at: now, quotas })
  return quotas
}

const keptMax = 100
