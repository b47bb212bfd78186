/** How merging registrations stands for somebody (samenvoegen), and what a code asks of them. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { homesOf, type ShownHome } from '../store/homes.ts'
import { lastMergeOf, mergeByCode, responsesThatCount, type StoredMerge } from '../store/merges.ts'
import { runningOffersOf } from '../store/offers.ts'
import { candidatesOf, personFile } from '../store/people.ts'
import { plainCode, undoUntil } from './merge-registrations.ts'
import { type Actor, dayOf, type Refusal, refuse, type Setting } from './operation.ts'
import { readFile } from './read-file.ts'
import { regionalRules, registrationState } from './registration-life.ts'

export type MergeState =
  | { readonly state: 'none' }
  /** Asked by them, and waiting for the other. */
  | { readonly state: 'asked'; readonly code: string; readonly until: Date }
  | {
      readonly state: 'merged'
      readonly on: CalendarDate
      readonly undoUntil: CalendarDate
      readonly keeps: boolean
      readonly with: string
    }

export type OwnMerge = {
  readonly merge: MergeState
  /** Whether the rules let the oldest date count. */
  readonly isByRules: boolean
  readonly isRegistered: boolean
}

export async function viewMerge(
  setting: Setting,
  actor: Actor,
  person: string,
): Promise<OwnMerge | Refusal> {
  return readFile(setting, actor, person, async () => {
    const { store, region } = setting
    const today = dayOf(setting.now())
    const [[candidate], last] = await Promise.all([
      candidatesOf(store, region, [person]),
      lastMergeOf(store, region, person),
    ])
    const { rules } = await regionalRules(setting, today)
    const rule = rules.byId.get('registration')?.rule
    const state = candidate && (await registrationState(setting, candidate, today)).state
    return {
      merge: await mergeState(setting, person, last),
      isByRules: rule?.kind === 'life' && rule.merge === 'oldest',
      isRegistered: state === 'active' || state === 'suspended',
    }
  })
}

async function mergeState(
  setting: Setting,
  person: string,
  last: StoredMerge | undefined,
): Promise<MergeState> {
  if (!last || last.endedAt) return { state: 'none' }
  if (!last.mergedAt) {
    const isWaiting = last.code !== undefined && setting.now() < last.until
    return isWaiting ? { state: 'asked', code: last.code, until: last.until } : { state: 'none' }
  }
  const until = undoUntil(last.mergedAt)
  if (dayOf(setting.now()) > until) return { state: 'none' }
  const keeps = last.keeper === person
  const other = keeps ? last.joined : last.keeper
  const named = other && (await personFile(setting.store, setting.region, other))
  return {
    ...{ state: 'merged', keeps, with: named ? named.name : '', undoUntil: until },
    on: dayOf(last.mergedAt),
  }
}

export type AskedMerge = {
  readonly name: string
  readonly householdSize: number
  readonly children: number
  readonly incomeCents: number
  /** The day that counts from then on. */
  readonly since: CalendarDate | undefined
  /** Homes on whose lists they stop to stand. */
  readonly lapses: readonly ShownHome[]
  readonly hasOffer: boolean
}

/** What somebody agrees to who has this code; nothing changes. */
export async function viewAskedMerge(
  setting: Setting,
  actor: Actor,
  person: string,
  code: string,
): Promise<AskedMerge | Refusal> {
  if (actor.person !== person) return refuse('not-found')
  return readFile(setting, actor, person, async () => {
    const { store, region } = setting
    const merge = await mergeByCode(store, region, plainCode(code))
    if (!merge || setting.now() >= merge.until) return refuse('code-unknown')
    if (merge.keeper === person) return refuse('own-code')
    const both = [person, merge.keeper]
    const [candidates, named, listings, offers] = await Promise.all([
      candidatesOf(store, region, both),
      personFile(store, region, merge.keeper),
      responsesThatCount(store, region, person),
      Promise.all(both.map((each) => runningOffersOf(store, region, each))),
    ])
    const today = dayOf(setting.now())
    const states = await Promise.all(
      candidates.map((each) => registrationState(setting, each, today)),
    )
    const days = states.flatMap(({ since }) => since ?? [])
    const { household } = merge
    return {
      name: named?.name ?? '',
      householdSize: Number(household['household-size']),
      children: Number(household.children),
      incomeCents: Number(household['household-income']),
      since: days.toSorted((a, b) => a - b)[0],
      lapses: await homesOf(store, region, listings),
      hasOffer: offers.flat().length > 0,
    }
  })
}
