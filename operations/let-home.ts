/**
 * A home is let (toewijzen en verhuren) to who accepted it: the lease gets its start, the quotas count it, the
 * registration ends as the rules say, the home is no longer vacant, and everybody else is told.
 */

import { isAboveTaker } from '../core/allocation/above-taker.ts'
import { addDays, type CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import { rulesOf } from '../core/policy/resolve.ts'
import type { RuleOf } from '../core/policy/rule-book.ts'
import { unmetAt } from '../core/ranking/check-eligibility.ts'
import { assignmentTo } from '../core/ranking/count-assignment.ts'
import { placedIds, type Ranking } from '../core/ranking/rank-listing.ts'
import { checkRentFit, isInTargetGroup, limitsFor, type RentFit } from '../core/ranking/rent-fit.ts'
import type { Candidate } from '../core/seekers/candidate.ts'
import { openComplaintsOn } from '../store/complaints.ts'
import { evidenceOf } from '../store/evidence.ts'
import { addLetting } from '../store/lettings.ts'
import { listingOf, setListingState } from '../store/listings.ts'
import { tell } from '../store/messages.ts'
import {
  offerOf,
  offersOfListing,
  oneAtATime,
  runningOffersOf,
  type StoredOffer,
  setOffer,
} from '../store/offers.ts'
import { skipsOf } from '../store/passed-over.ts'
import { addHistory, candidatesOf } from '../store/people.ts'
import { respondentsOf } from '../store/responses.ts'
import { setVacancy } from '../store/vacancies.ts'
import { evidenceKinds, shownBy } from './check-documents.ts'
import { type Doing, dayOf, isOwnFile, type Operation, refuse } from './operation.ts'
import { rankingOf } from './ranking-of-listing.ts'
import { hasAowAge } from './register.ts'
import {
  asksAboveTaker,
  giveTurn,
  type Held,
  hold,
  isRunning,
  rememberRefusal,
} from './running-offer.ts'
import { objectionDays } from './skip-candidate.ts'

export type Lease = { readonly offer: string; readonly startsOn: CalendarDate }

/** A lease starts at most so long after it is agreed. */
const daysAheadMost = 120

export const letHome: Operation<Lease, { readonly event: number; readonly listing: number }> = {
  action: 'let-home',
  about: async ({ transaction, region }, { offer }) => {
    const found = await offerOf(transaction, region, offer)
    return found && { organisation: found.landlord }
  },
  async perform(doing, { offer: id, startsOn }) {
    const { transaction, region, at, today } = doing
    await oneAtATime(transaction, region)
    const held = await hold(doing, id)
    if (!held) return refuse('not-found')
    const { offer, listing } = held
    const { person } = offer
    if (doing.actor && isOwnFile(doing.actor, person)) return refuse('own-file')
    if (offer.state !== 'accepted') return refuse('not-accepted', { state: offer.state })
    if (startsOn < today || startsOn > addDays(today, daysAheadMost)) {
      return refuse('start-out-of-range', { until: addDays(today, daysAheadMost) })
    }
    const seen = await evidenceOf(transaction, region, id)
    const missing = evidenceKinds.filter((kind) => !seen.some((each) => each.kind === kind))
    if (missing.length > 0) return refuse('documents-missing', { kinds: missing })
    const [candidate] = await candidatesOf(transaction, region, [person])
    const ranking = await rankingOf(transaction, region, listing.id)
    if (!ranking || !candidate) return refuse('not-found')
    const shown = shownBy(seen)
    const against = contradictedBy(ranking, offer.place, shown)
    if (against !== undefined) return refuse('documents-contradict', { code: against })
    // On every ground: that somebody took it back is known from nobody but who passed them over. Whoever does not
    // want a home and says so themselves, on the site or on signed paper, holds nobody up.
    const objecting = (await skipsOf(transaction, region, listing.id)).filter(
      (skip) => skip.place < offer.place,
    )
    const free = objecting.map((skip) => addDays(dayOf(skip.at), objectionDays))
    const last = free.toSorted((one, other) => other - one).find((day) => day > today)
    if (last !== undefined) return refuse('objection-open', { until: last })
    // Who was passed over and complained is judged first, for as long as that may take.
    const urgent = (await openComplaintsOn(transaction, region, listing.id)).find(
      ({ urgentUntil, person: by }) =>
        urgentUntil !== undefined && urgentUntil >= today && by !== person,
    )
    if (urgent) return refuse('complaint-open', { until: urgent.urgentUntil ?? today })

    const facts = lettingFacts(
      ranking,
      offer.place,
      { ...candidate, facts: { ...candidate.facts, ...shown } },
      startsOn,
    )
    const event = await doing.write({
      kind: 'home-let',
      open: { listing: listing.id, startsOn, vacancy: listing.vacancy },
      personal: { person, place: offer.place, offer: id },
      person,
    })
    await setOffer(transaction, region, id, { state: 'let' })
    await addLetting(transaction, region, { listing: listing.id, person, startsOn, event, facts })
    await addHistory(transaction, region, {
      ...{ person, event, name: 'lease-started', on: startsOn },
      attributes: { 'lease-kind': 'regular', ...listing.facts, listing: String(listing.id) },
    })
    await setListingState(transaction, region, listing.id, 'let')
    await setVacancy(transaction, region, listing.vacancy, { letAt: at })
    await countRelativeRefusals(doing, held, ranking, event)
    await endOtherOffers(doing, held)
    const told = (await respondentsOf(transaction, region, listing.id)).filter(
      (each) => each !== person,
    )
    const about = { listing: listing.id }
    await tell(transaction, region, told, { code: 'home-let', facts: about, at })
    const own = { listing: listing.id, offer: id, startsOn }
    await tell(transaction, region, [person], { code: 'home-is-yours', facts: own, at })
    return { event, listing: listing.id }
  },
}

/** The requirement that what papers show does not meet; undefined when they meet all. */
export function contradictedBy(ranking: Ranking, place: number, shown: Facts): string | undefined {
  const { order, admitted, values, bound } = ranking
  const position = admitted[order.sorted[place - 1] ?? -1] ?? -1
  const seeker = { ...values[position], ...shown }
  return unmetAt(bound, 'respond', seeker).find(({ names }) =>
    names().some((name) => Object.hasOwn(shown, name)),
  )?.code
}

/** How the rent fits this household, by what is known of them. */
export type Fitting = {
  readonly fit: RentFit | undefined
  readonly inTargetGroup: boolean | undefined
  /** Amounts that no rule book gives for this day. */
  readonly missing: readonly string[]
}

/** How the rent fits who gets the home (passendheidstoets), by the amounts of the list. Source: Woningwet art. 46. */
export function fittingOf(
  { bound }: Ranking,
  { facts }: Candidate,
  startsOn: CalendarDate,
): Fitting {
  const parameters = rulesOf(bound.prepared.rules, 'parameter').map(({ rule }) => rule)
  return fittingBy(parameters, { home: bound.home, person: facts }, startsOn)
}

/** The same by the amounts themselves, for a home and a household that no list is about. */
export function fittingBy(
  parameters: readonly RuleOf<'parameter'>[],
  { home: homeFacts, person: facts }: { readonly home: Facts; readonly person: Facts },
  startsOn: CalendarDate,
): Fitting {
  const size = Number(facts['household-size'])
  const incomeCents = Number(facts['household-income'])
  const household = {
    ...{ size, incomeCents, aowAge: hasAowAge(facts, startsOn) },
    ...(facts['target-group'] === 'permit-holder' && { category: 'permit-holder' as const }),
  }
  const home = { rentCents: Number(homeFacts.rent), allowance: homeFacts.segment === 'social' }
  const limits = limitsFor(household, startsOn, parameters)
  if ('missing' in limits)
    return { fit: undefined, inTargetGroup: undefined, missing: limits.missing }
  return {
    fit: checkRentFit(household, home, limits),
    inTargetGroup: isInTargetGroup(household, home, limits),
    missing: [],
  }
}

// The list holds only what its rules read of people; quotas and norms may count by more.
function lettingFacts(
  ranking: Ranking,
  place: number,
  candidate: Candidate,
  startsOn: CalendarDate,
): Facts {
  const candidates = ranking.candidates.map((each) => (each.id === candidate.id ? candidate : each))
  const { facts } = assignmentTo({ ...ranking, candidates }, place)
  return { ...facts, ...normFacts(fittingOf(ranking, candidate, startsOn)) }
}

/** What the norms of a landlord count of a letting. */
export function normFacts({ fit, inTargetGroup }: Fitting): Facts {
  return {
    ...(fit && { 'rent-fit': fit.fit }),
    ...(inTargetGroup !== undefined && { 'in-target-group': inTargetGroup }),
  }
}

async function countRelativeRefusals(
  doing: Doing,
  { offer: taken, listing }: Held,
  ranking: Ranking,
  event: number,
): Promise<void> {
  if (!asksAboveTaker(ranking.bound.prepared)) return
  const order = placedIds(ranking)
  for (const offer of await offersOfListing(doing.transaction, doing.region, listing.id)) {
    const name =
      offer.state === 'expired'
        ? 'offer-unanswered'
        : offer.state === 'refused' && offer.ground !== 'listing-was-wrong'
          ? 'offer-refused'
          : undefined
    if (!name) continue
    const aboveTaker = isAboveTaker(offer.person, { order, taken_by: taken.person })
    const above = aboveTaker === undefined ? {} : { aboveTaker }
    await rememberRefusal(doing, { offer, listing }, { event, name, ...above })
  }
}

// Who else waited for this home, and what else was offered to who takes it.
async function endOtherOffers(doing: Doing, { offer, listing }: Held): Promise<void> {
  const { transaction, region } = doing
  const others = await offersOfListing(transaction, region, listing.id)
  for (const other of others) {
    if (other.id !== offer.id && isRunning(other)) await withdraw(doing, other, 'let-to-another')
  }
  for (const other of await runningOffersOf(transaction, region, offer.person)) {
    const elsewhere = await listingOf(transaction, region, other.listing, 'lock')
    if (!elsewhere) continue
    await withdraw(doing, other, 'took-another-home')
    await giveTurn(doing, elsewhere)
  }
}

async function withdraw(doing: Doing, { id, person, listing }: StoredOffer, ground: string) {
  const { transaction, region, at } = doing
  await doing.write({
    kind: 'offer-withdrawn',
    open: { listing, ground },
    personal: { person, offer: id },
    person,
  })
  await setOffer(transaction, region, id, { state: 'withdrawn', ground })
  const facts = { listing, offer: id, ground }
  await tell(transaction, region, [person], { code: 'offer-withdrawn', facts, at })
}
