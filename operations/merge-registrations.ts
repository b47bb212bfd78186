/**
 * Two registrations of one household become one (samenvoegen). Who keeps the file asks and gets a code; who
 * has the other registration agrees with that code, themselves. The oldest date counts as far as the rule book
 * says so. Either undoes it within thirty days. While one of them has an offer that runs, nothing moves: a
 * landlord is checking a household that would change under their hands.
 */
import { addDays, type CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import { listingOf } from '../store/listings.ts'
import {
  addMerge,
  endMerge,
  lastMergeOf,
  letCountAgain,
  mergeByCode,
  rankedSince,
  responsesThatCount,
  type StoredMerge,
  setMerged,
} from '../store/merges.ts'
import { tell } from '../store/messages.ts'
import { oneAtATime, runningOffersOf } from '../store/offers.ts'
import { addHistory, candidatesOf, changePerson, personFile } from '../store/people.ts'
import { withdrawResponse } from '../store/responses.ts'
import { stopStanding } from '../store/standing-responses.ts'
import { dayInMilliseconds } from './dutch-time.ts'
import { type Doing, dayOf, type Operation, type Refusal, refuse } from './operation.ts'
import { type RegistrationState, regionalRules, registrationState } from './registration-life.ts'
import { planReminders } from './remind-registration.ts'

/** The household as it will be, which both say by agreeing. */
export type MergedHousehold = {
  readonly householdSize: number
  readonly children: number
  readonly incomeCents: number
}

export type MergeRequest = MergedHousehold & { readonly person: string }

/** A code can be used for so long. */
const askedDays = 7
export const undoDays = 30

export const askMerge: Operation<MergeRequest, { readonly code: string; readonly until: string }> =
  {
    action: 'merge-registrations',
    about: async (_, { person }) => ({ person }),
    async perform(doing, { person, householdSize, children, incomeCents }) {
      const { transaction, region, at, setting } = doing
      const file = await personFile(transaction, region, person, 'lock')
      if (!file) return refuse('not-found')
      if (!(await mergesByRule(doing))) return refuse('no-merge-by-rules')
      if (!(await isRunning(doing, person))) return refuse('not-registered-now')
      const code = codeFrom(setting.newId())
      const until = new Date(at.getTime() + askedDays * dayInMilliseconds)
      const household: { readonly [name: string]: number } = {
        'household-size': householdSize,
        children,
        'household-income': incomeCents,
      }
      const last = await lastMergeOf(transaction, region, person, 'lock')
      // One that ran out makes room for a new one.
      const isOver = last && !last.mergedAt && !last.endedAt && at >= last.until
      if (isOver) await endMerge(transaction, region, last.id, at)
      const id = setting.newId()
      const added = await addMerge(transaction, region, {
        ...{ id, keeper: person, code, household, askedAt: at, until },
      })
      if (added === undefined) return refuse('already-asked')
      await doing.write({
        kind: 'merge-asked',
        open: { until: until.toISOString() },
        personal: { person, household },
        person,
      })
      return { code, until: until.toISOString() }
    },
  }

export type MergeAgreement = { readonly person: string; readonly code: string }

export const agreeMerge: Operation<MergeAgreement, { readonly event: number }> = {
  action: 'merge-registrations',
  about: async (_, { person }) => ({ person }),
  async perform(doing, { person, code }) {
    const { transaction, region, at, today } = doing
    // Nobody offers either of them a home while we look whether they have an offer.
    await oneAtATime(transaction, region)
    const merge = await mergeByCode(transaction, region, plainCode(code), 'lock')
    if (!merge || at >= merge.until) return refuse('code-unknown')
    if (merge.keeper === person) return refuse('own-code')
    const stop = await whyNotNow(doing, [merge.keeper, person])
    if (stop) return stop
    const keeper = await personFile(transaction, region, merge.keeper)
    const since = await registeredSince(doing, person)
    if (!keeper || since === undefined) return refuse('not-registered-now')
    const keeperEvent = await doing.write({
      kind: 'registrations-merged',
      open: {},
      personal: { person: merge.keeper, registeredOn: since, household: counted(merge.household) },
      person: merge.keeper,
    })
    await addHistory(transaction, region, {
      ...{ person: merge.keeper, event: keeperEvent, name: 'merged', on: today },
      attributes: { 'registered-on': since },
    })
    const listings = await stopResponses(doing, person)
    const joinedEvent = await doing.write({
      kind: 'registration-joined',
      open: { of: keeperEvent },
      personal: { person, on: today, listings },
      person,
    })
    await addHistory(transaction, region, {
      ...{ person, event: joinedEvent, name: 'deregistered', on: today },
    })
    await stopStanding(transaction, region, person)
    await changePerson(transaction, region, merge.keeper, {
      facts: { ...keeper.facts, ...merge.household },
    })
    await setMerged(transaction, region, merge.id, {
      ...{ joined: person, at, listings, keeperEvent, joinedEvent },
      before: pick(keeper.facts, Object.keys(merge.household)),
    })
    const until = addDays(today, undoDays)
    const after = await registeredSince(doing, merge.keeper)
    const facts = { until, ...(after !== undefined && { since: after }) }
    await tell(transaction, region, [merge.keeper], { code: 'registrations-merged', facts, at })
    await tell(transaction, region, [person], { code: 'registration-joined', facts: { until }, at })
    return { event: joinedEvent }
  },
}

/** Takes back what was asked, or undoes what was agreed. */
export const undoMerge: Operation<{ readonly person: string }, { readonly event: number }> = {
  action: 'merge-registrations',
  about: async (_, { person }) => ({ person }),
  async perform(doing, { person }) {
    const { transaction, region, today } = doing
    await oneAtATime(transaction, region)
    const merge = await lastMergeOf(transaction, region, person, 'lock')
    if (!merge || merge.endedAt) return refuse('nothing-to-undo')
    if (!merge.mergedAt) return takeBack(doing, merge)
    if (today > undoUntil(merge.mergedAt)) return refuse('undo-too-late', { days: undoDays })
    // The years of both were used for it: they cannot be had twice.
    if ((await stateOf(doing, merge.keeper))?.ended?.code === 'housed')
      return refuse('merge-housed')
    const both = [merge.keeper, ...(merge.joined === undefined ? [] : [merge.joined])]
    const stop = await offerRuns(doing, both)
    if (stop) return stop
    return undo(doing, merge, person)
  },
}

/** The last day on which a merge can be undone. */
export function undoUntil(mergedAt: Date): CalendarDate {
  return addDays(dayOf(mergedAt), undoDays)
}

async function takeBack(doing: Doing, merge: StoredMerge): Promise<{ readonly event: number }> {
  const { transaction, region, at } = doing
  const event = await doing.write({
    kind: 'merge-taken-back',
    open: {},
    personal: { person: merge.keeper },
    person: merge.keeper,
  })
  await endMerge(transaction, region, merge.id, at)
  return { event }
}

// Nothing is taken out of the log: what was merged is reversed, by an event that points to it.
async function undo(
  doing: Doing,
  merge: StoredMerge,
  by: string,
): Promise<{ readonly event: number } | Refusal> {
  const { transaction, region, at, today } = doing
  const { keeper, joined, mergedAt, keeperEvent, joinedEvent } = merge
  if (!mergedAt || joined === undefined) return refuse('nothing-to-undo')
  if (keeperEvent === undefined || joinedEvent === undefined) {
    throw new Error('broken promise: what was merged stands in the log')
  }
  const reverse = async (person: string, of: number): Promise<number> => {
    const event = await doing.write({
      kind: 'merge-undone',
      open: { of },
      personal: { person },
      person,
    })
    await addHistory(transaction, region, {
      ...{ person, event, name: 'reversed', on: today, attributes: { reverses: String(of) } },
    })
    return event
  }
  const events = new Map([
    [keeper, await reverse(keeper, keeperEvent)],
    [joined, await reverse(joined, joinedEvent)],
  ])
  const file = await personFile(transaction, region, keeper, 'lock')
  if (file) {
    await changePerson(transaction, region, keeper, { facts: withoutMerge(file.facts, merge) })
  }
  // What the merge gave goes back on both sides: a place that was reached with the other's years lapses.
  for (const listing of await rankedSince(transaction, region, keeper, mergedAt)) {
    await listingOf(transaction, region, listing, 'share')
    await withdrawResponse(transaction, region, listing, keeper, at)
  }
  await letCountAgain(transaction, region, joined, merge.listings)
  await endMerge(transaction, region, merge.id, at)
  await tell(transaction, region, [keeper, joined], { code: 'merge-undone', facts: {}, at })
  for (const person of [keeper, joined]) await planReminders(doing, person)
  return { event: events.get(by) ?? 0 }
}

// What they changed themselves since stays; what the merge had put there goes back.
function withoutMerge(facts: Facts, { household, before }: StoredMerge): Facts {
  const kept = Object.entries(facts).flatMap(([name, value]) => {
    if (!(name in household) || value !== household[name]) return [[name, value] as const]
    return name in before ? [[name, before[name]] as const] : []
  })
  return Object.fromEntries(kept)
}

function counted(facts: Facts): { readonly [name: string]: number } {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, Number(value)]))
}

function pick(facts: Facts, names: readonly string[]): Facts {
  return Object.fromEntries(
    names.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]] as const])),
  )
}

async function whyNotNow(doing: Doing, people: readonly string[]): Promise<Refusal | undefined> {
  const { transaction, region } = doing
  if (!(await mergesByRule(doing))) return refuse('no-merge-by-rules')
  // In one order, so that two who merge crosswise wait and never lock each other out.
  for (const person of people.toSorted()) {
    if (!(await personFile(transaction, region, person, 'lock'))) return refuse('not-found')
  }
  for (const person of people) {
    if (!(await isRunning(doing, person))) return refuse('not-registered-now')
  }
  return offerRuns(doing, people)
}

async function offerRuns(
  { transaction, region }: Doing,
  people: readonly string[],
): Promise<Refusal | undefined> {
  for (const person of people) {
    const running = await runningOffersOf(transaction, region, person)
    if (running.length > 0) return refuse('merge-offer-open')
  }
  return undefined
}

async function mergesByRule(doing: Doing): Promise<boolean> {
  const { rules } = await regionalRules(doing, doing.today)
  const rule = rules.byId.get('registration')?.rule
  return rule?.kind === 'life' && rule.merge === 'oldest'
}

async function stateOf(doing: Doing, person: string): Promise<RegistrationState | undefined> {
  const { transaction, region, today } = doing
  const [candidate] = await candidatesOf(transaction, region, [person])
  return candidate && registrationState(doing, candidate, today)
}

async function isRunning(doing: Doing, person: string): Promise<boolean> {
  const state = (await stateOf(doing, person))?.state
  return state === 'active' || state === 'suspended'
}

async function registeredSince(doing: Doing, person: string): Promise<CalendarDate | undefined> {
  return (await stateOf(doing, person))?.since
}

/** Their places lapse: one household stands once on a list. Gives where. */
async function stopResponses(doing: Doing, person: string): Promise<number[]> {
  const { transaction, region, at } = doing
  const listings = await responsesThatCount(transaction, region, person)
  for (const listing of listings) {
    // Whoever closes or offers waits for us, and we for them.
    await listingOf(transaction, region, listing, 'share')
    await withdrawResponse(transaction, region, listing, person, at)
  }
  return listings
}

const codeLength = 12

/** `3f2a-91bc-07de`: to be read out at the kitchen table. */
function codeFrom(id: string): string {
  return id.replaceAll('-', '').slice(-codeLength)
}

export function spacedCode(code: string): string {
  return (code.match(/.{4}/g) ?? []).join('-')
}

export function plainCode(code: string): string {
  return code.toLowerCase().replaceAll(/[^0-9a-f]/g, '')
}
