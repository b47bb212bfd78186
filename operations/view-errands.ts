/** What waits for somebody who writes and calls (post en telefoon): only of their own organisation. */
import { type Errand, errandOf, waitingErrands } from '../store/errands.ts'
import { homesOf, type ShownHome } from '../store/homes.ts'
import { candidatesOf } from '../store/people.ts'
import { isReachedEnough, waysFor } from './decide-lapse.ts'
import { type Actor, dayOf, inTransaction, isOwnFile, mayDo, type Setting } from './operation.ts'
import { noteReading } from './read-file.ts'
import { type RegistrationState, registrationState } from './registration-life.ts'
import { landlordsOf } from './view-work.ts'

export type { Errand }

const shownAtOnce = 100

export type ErrandList = {
  readonly letters: readonly Errand[]
  readonly calls: readonly Errand[]
  readonly decisions: readonly Errand[]
}

/** Nothing about oneself: that is for somebody else. */
export async function listErrands(setting: Setting, actor: Actor): Promise<ErrandList> {
  const { store, region } = setting
  const of = async (action: 'do-errand' | 'decide-lapse') =>
    (await waitingErrands(store, region, landlordsOf(actor, action), shownAtOnce)).filter(
      ({ person }) => !isOwnFile(actor, person),
    )
  const [byHand, toDecide] = await Promise.all([of('do-errand'), of('decide-lapse')])
  return {
    letters: byHand.filter(({ kind }) => kind === 'letter'),
    calls: byHand.filter(({ kind }) => kind === 'phone'),
    decisions: toDecide.filter(({ kind }) => kind === 'decision'),
  }
}

export type ErrandView = {
  readonly errand: Errand
  readonly home: ShownHome | undefined
  /** For a decision: how the registration stands, and which ways were taken. */
  readonly registration: RegistrationState | undefined
  readonly ways: readonly string[]
  readonly isReachedEnough: boolean
}

/** One of them, with what is needed to do it; that somebody looked stands in the person's own log. */
export async function viewErrand(
  setting: Setting,
  actor: Actor,
  id: string,
): Promise<ErrandView | undefined> {
  const { store, region } = setting
  const errand = await errandOf(store, region, id)
  if (!errand || isOwnFile(actor, errand.person)) return undefined
  const action = errand.kind === 'decision' ? 'decide-lapse' : 'do-errand'
  if (!mayDo(actor, action, { organisation: errand.landlord })) return undefined
  const { person, landlord } = errand
  await inTransaction(setting, actor, (doing) =>
    noteReading(doing, { person, reason: 'post', landlord }),
  )
  const { listing } = errand.facts
  const [home] = typeof listing === 'number' ? await homesOf(store, region, [listing]) : []
  const [candidate] = await candidatesOf(store, region, [errand.person])
  const registration =
    candidate && (await registrationState(setting, candidate, dayOf(setting.now())))
  const lastDay = registration?.lastDay
  const ways =
    lastDay === undefined
      ? []
      : await inTransaction(setting, actor, (doing) => waysFor(doing, errand.person, lastDay))
  return { errand, home, registration, ways, isReachedEnough: isReachedEnough(ways) }
}
