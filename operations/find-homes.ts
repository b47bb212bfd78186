/** Somebody looks for a home (woningen zoeken); anybody may, and nothing is kept of it. */
import {
  type HomeFilter,
  homeOf,
  type OpenHome,
  openHomes,
  type ShownHome,
} from '../store/homes.ts'
import { candidatesOf, personFile } from '../store/people.ts'
import { openResponses, responsesOf, type StoredResponse } from '../store/responses.ts'
import { type Foreseen, foreseeStanding } from './foresee-standing.ts'
import { type Actor, mayDo, type Setting } from './operation.ts'
import { isWished } from './wished.ts'

export type { Foreseen, HomeFilter, OpenHome, ShownHome, StoredResponse }

export async function findHomes(setting: Setting, filter: HomeFilter): Promise<OpenHome[]> {
  return openHomes(setting.store, setting.region, setting.now(), filter)
}

/** A home beside how somebody stands with it. */
export type HomeForSomebody = OpenHome & {
  readonly standing: Foreseen['standing'] | undefined
  readonly hasResponded: boolean
  readonly isWished: boolean
}

/** The same for a person: whether they could take part, responded, and wished for such a home. */
export async function findHomesFor(
  setting: Setting,
  actor: Actor,
  person: string,
  filter: HomeFilter,
): Promise<HomeForSomebody[]> {
  const found = await findHomes(setting, filter)
  return mayDo(actor, 'read-file', { person }) ? homesFor(setting, person, found) : []
}

/** How somebody stands with each of these homes, for whoever may know. */
export async function homesFor(
  setting: Setting,
  person: string,
  found: readonly OpenHome[],
): Promise<HomeForSomebody[]> {
  const { store, region } = setting
  const [[candidate], file, responded] = await Promise.all([
    candidatesOf(store, region, [person]),
    personFile(store, region, person),
    openResponses(store, region, person),
  ])
  const homes: HomeForSomebody[] = []
  for (const home of found) {
    const foreseen = candidate && (await foreseeStanding(setting, home, candidate, 'without'))
    homes.push({
      ...home,
      standing: foreseen?.standing,
      hasResponded: responded.has(home.id),
      isWished: file !== undefined && isWished(home, file.wishes),
    })
  }
  return homes
}

/** One home, as everybody may see it; undefined while it is not made known. */
export async function viewHome(setting: Setting, id: number): Promise<ShownHome | undefined> {
  const home = await homeOf(setting.store, setting.region, id)
  const isKnown = home?.opensAt && home.opensAt <= setting.now()
  return isKnown ? home : undefined
}

export type StandingWithHome = {
  readonly foreseen: Foreseen | undefined
  readonly response: StoredResponse | undefined
}

/** How somebody stands with a home. */
export async function viewStanding(
  setting: Setting,
  actor: Actor,
  person: string,
  home: ShownHome,
): Promise<StandingWithHome | undefined> {
  if (!mayDo(actor, 'read-file', { person })) return undefined
  const { store, region } = setting
  const [[candidate], [response]] = await Promise.all([
    candidatesOf(store, region, [person]),
    responsesOf(store, region, person, home.id),
  ])
  return { foreseen: candidate && (await foreseeStanding(setting, home, candidate)), response }
}
