/**
 * What was decided about somebody (beslissingen), each with the one remedy that is open against it and until
 * when. What a landlord does is private law: a complaint at the landlords' committee. A sanction that a
 * municipality answers for is an order in the sense of the Awb (art. 1:3): an objection, within six weeks (6:7).
 */
import { addDays, addDuration, addMonths, type CalendarDate } from '../core/basics/calendar-date.ts'
import { rulesOf } from '../core/policy/resolve.ts'
import { follow } from '../core/policy/timeline.ts'
import { correctionsOf, type IdentityCorrected } from '../store/corrections.ts'
import type { InTransaction, Store } from '../store/database.ts'
import { homesOf, type ShownHome } from '../store/homes.ts'
import { messagesWith } from '../store/messages.ts'
import { skipsOfPerson } from '../store/passed-over.ts'
import { candidatesOf } from '../store/people.ts'
import { responsesOf } from '../store/responses.ts'
import { dayOf, type Setting } from './operation.ts'
import { regionalRules, registrationState } from './registration-life.ts'
import { objectionDays } from './skip-candidate.ts'

const decisionKinds = [
  'placed',
  'not-placed',
  'offer-withdrawn',
  'skipped',
  'corrected',
  'correction-refused',
  'identity-corrected',
  'identity-correction-refused',
  'ended',
  'time-lapsed',
  'sanction',
] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** A decision about somebody, and what they can do against it. */
export type Decision = {
  /** Names it among the decisions about this person; says nothing about them. */
  readonly key: string
  readonly kind: DecisionKind
  readonly on: CalendarDate
  readonly home?: ShownHome
  /** Who decided, where it was one landlord. */
  readonly landlord?: string
  readonly place?: number
  readonly code?: string
  readonly rule?: string
  /** The dates of a correction. */
  readonly from?: CalendarDate
  readonly to?: CalendarDate
  /** What was corrected of who somebody is. */
  readonly identity?: IdentityCorrected
  /** A complaint goes to the committee; an objection to whoever decided. */
  readonly remedy: 'complaint' | 'objection'
  readonly until: CalendarDate
}

type Where = {
  readonly store: Store | InTransaction
  readonly region: string
  readonly setting: Setting
  readonly today: CalendarDate
}

/** So long can one complain, as Awb 9:8 lid 1 b has it for public bodies. */
const complaintMonths = 12

const complaint = (on: CalendarDate) =>
  ({ remedy: 'complaint', until: addMonths(on, complaintMonths) }) as const

/** Everything that was decided about somebody, the newest first. */
export async function decisionsAbout(where: Where, person: string): Promise<Decision[]> {
  const found = [
    ...(await aboutHomes(where, person)),
    ...(await aboutCorrections(where, person)),
    ...(await aboutRegistration(where, person)),
  ]
  return found.toSorted((a, b) => b.on - a.on)
}

/** Decisions, each with the latest case about it. */
export function withCases<Complaint extends { readonly decision: string }>(
  decisions: readonly Decision[],
  complaints: readonly Complaint[],
): (Decision & { readonly complaint: Complaint | undefined })[] {
  return decisions.map((decision) => ({
    ...decision,
    complaint: complaints.find((each) => each.decision === decision.key),
  }))
}

/** One of them, by its key. */
export async function decisionAbout(
  where: Where,
  person: string,
  key: string,
): Promise<Decision | undefined> {
  return (await decisionsAbout(where, person)).find((each) => each.key === key)
}

/** More than anybody has. */
const responsesMost = 10_000

async function aboutHomes({ store, region }: Where, person: string): Promise<Decision[]> {
  const responses = await responsesOf(store, region, person, { count: responsesMost })
  const listings = responses.map(({ listing }) => listing)
  const homes = new Map((await homesOf(store, region, listings)).map((home) => [home.id, home]))
  const skips = new Map(
    (await skipsOfPerson(store, region, person, listings)).map((each) => [each.listing, each]),
  )
  const decisions: Decision[] = []
  for (const { listing, place, code, closesOn, candidates, offerState } of responses) {
    const home = homes.get(listing)
    if (!home) continue
    const about = { home, landlord: home.landlord }
    if (candidates !== null && closesOn !== null && (place !== null || code !== null)) {
      const on = { on: closesOn, ...complaint(closesOn) }
      decisions.push(
        place === null
          ? { key: `lijst-${listing}`, kind: 'not-placed', ...about, code: code ?? '', ...on }
          : { key: `lijst-${listing}`, kind: 'placed', ...about, place, ...on },
      )
    }
    if (offerState !== 'skipped') continue
    const skip = skips.get(listing)
    if (!skip) continue
    const on = dayOf(skip.at)
    decisions.push({
      ...{ key: `overslaan-${listing}`, kind: 'skipped', ...about, on, code: skip.ground },
      ...{ remedy: 'complaint', until: addDays(on, objectionDays) },
    })
  }
  for (const { facts, at } of await messagesWith(store, region, person, ['offer-withdrawn'])) {
    const home = homes.get(Number(facts.listing))
    // Who took another home gave this one up themselves.
    if (!home || facts.ground === 'took-another-home') continue
    const on = dayOf(at)
    decisions.push({
      ...{ key: `aanbod-${facts.offer}`, kind: 'offer-withdrawn', on, home },
      ...{ landlord: home.landlord, code: String(facts.ground ?? ''), ...complaint(on) },
    })
  }
  return decisions
}

async function aboutCorrections({ store, region }: Where, person: string): Promise<Decision[]> {
  return (await correctionsOf(store, region, person)).flatMap((each): Decision[] => {
    if (!each.reviewedAt) return []
    const { id, change, agreed, landlord } = each
    const on = dayOf(each.reviewedAt)
    const same = { on, code: each.ground, landlord, ...complaint(on) }
    return change.about === 'identity'
      ? [
          {
            ...{ key: `persoon-${id}`, ...same, identity: change },
            kind: agreed ? 'identity-corrected' : 'identity-correction-refused',
          },
        ]
      : [
          {
            ...{ key: `datum-${id}`, ...same, from: change.from, to: change.to },
            kind: agreed ? 'corrected' : 'correction-refused',
          },
        ]
  })
}

/** Decisions about a correction that somebody proposed in a file. */
export const correctionDecisions: readonly string[] = [
  'corrected',
  'correction-refused',
  'identity-corrected',
  'identity-correction-refused',
] satisfies DecisionKind[]

/** How a registration ends that nobody else decided: by the person, or by a home. */
const ownEnds: readonly string[] = ['deregistered', 'housed']

async function aboutRegistration(where: Where, person: string): Promise<Decision[]> {
  const { store, region, setting, today } = where
  const [candidate] = await candidatesOf(store, region, [person])
  if (!candidate) return []
  const { ended } = await registrationState(setting, candidate, today)
  const { rules } = await regionalRules(setting, today)
  const lines = follow(candidate, { rules }, today).sanctionLines
  const sanctions = rulesOf(rules, 'sanction').flatMap(({ rule }): Decision[] =>
    (lines.get(rule.id) ?? []).map(({ on, code }) => ({
      ...{ key: `sanctie-${rule.id}-${on}`, kind: 'sanction', on, code, rule: rule.id },
      ...(rule.objection
        ? { remedy: 'objection', until: addDuration(on, rule.objection) }
        : complaint(on)),
    })),
  )
  // A human decided that time was lost: that stands by itself, whatever the registration did since.
  const lapses = (await messagesWith(store, region, person, ['time-lapsed'])).map(
    ({ at }): Decision => {
      const on = dayOf(at)
      return { key: `vervallen-${on}`, kind: 'time-lapsed', on, ...complaint(on) }
    },
  )
  sanctions.push(...lapses)
  if (!ended || ownEnds.includes(ended.code)) return sanctions
  const { on, code } = ended
  return [...sanctions, { key: `einde-${on}`, kind: 'ended', on, code, ...complaint(on) }]
}
