/** Somebody looks for a home (woningen zoeken); anybody may, and nothing is kept of it. */
import type { Facts } from '../core/basics/facts.ts'
import { rulesOf } from '../core/policy/resolve.ts'
import { whyNotPlaced } from '../core/ranking/own-part.ts'
import {
  fitsFilter,
  type HomeFilter,
  homeOf,
  type OpenHome,
  openHomes,
  type ShownHome,
} from '../store/homes.ts'
import { candidatesOf, personFile } from '../store/people.ts'
import { openResponses, responseOf, type StoredResponse } from '../store/responses.ts'
import { type Foreseen, foreseeStanding } from './foresee-standing.ts'
import { fittingBy } from './let-home.ts'
import { type Actor, mayDo, type Setting } from './operation.ts'
import { pageOfList } from './page-of-list.ts'
import { hasWishes, isWished, type WishMiss, wishMisses } from './wished.ts'

export type { Foreseen, HomeFilter, OpenHome, ShownHome, StoredResponse, WishMiss }

export async function findHomes(setting: Setting, filter: HomeFilter): Promise<OpenHome[]> {
  return openHomes(setting.store, setting.region, setting.now(), filter)
}

/** What the list of homes shows: a page of those that fit a filter. */
export type HomesPage = {
  /** Every home that is open, whatever the filter. */
  readonly all: readonly OpenHome[]
  /** How many there are on all pages. */
  readonly found: number
  readonly shown: readonly (OpenHome | HomeForSomebody)[]
  readonly page: number
  readonly pages: number
}

const homesOnPage = 24

/** A page of homes; for a person how they stand with each, and only what fits them where that is asked. */
export async function homesPage(
  setting: Setting,
  asked: {
    readonly filter: HomeFilter
    readonly page: number
    readonly who: { readonly actor: Actor; readonly person: string } | undefined
    readonly fitsOnly: boolean
  },
): Promise<HomesPage> {
  const { filter, who, fitsOnly } = asked
  const all = await findHomes(setting, {})
  const found = all.filter((home) => fitsFilter(home, filter))
  const person =
    who && mayDo(who.actor, 'read-file', { person: who.person }) ? who.person : undefined
  if (fitsOnly) {
    // Which of them fit is known of all or of none.
    const standing = person === undefined ? [] : await homesFor(setting, person, found)
    const fitting = standing.filter((home) => home.standing === 'admitted' && home.isWished)
    const { some, ...pages } = pageOf(fitting, asked.page)
    return { ...pages, all, shown: some }
  }
  const { some, ...pages } = pageOf(found, asked.page)
  return {
    ...{ ...pages, all },
    shown: person === undefined ? some : await homesFor(setting, person, some),
  }
}

function pageOf<Home>(homes: readonly Home[], asked: number) {
  const { page, pages, from } = pageOfList(asked, homes.length, homesOnPage)
  return { found: homes.length, page, pages, some: homes.slice(from, from + homesOnPage) }
}

/** A home beside how somebody stands with it. */
export type HomeForSomebody = OpenHome & {
  readonly standing: Foreseen['standing'] | undefined
  readonly hasResponded: boolean
  readonly isWished: boolean
  /** They said what they wish: else every home would be one. */
  readonly hasWishes: boolean
}

/** Every open home beside how a person stands with it; none for who may not know. */
export async function findHomesFor(
  setting: Setting,
  actor: Actor,
  person: string,
): Promise<HomeForSomebody[]> {
  if (!mayDo(actor, 'read-file', { person })) return []
  return homesFor(setting, person, await findHomes(setting, {}))
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
      hasWishes: file !== undefined && hasWishes(file.wishes),
    })
  }
  return homes
}

/** A home that does not fit somebody, and why: what they wished otherwise, and what the rules say. */
export type NearHome = {
  readonly home: OpenHome
  readonly misses: readonly WishMiss[]
  /** Undefined where they could take part. */
  readonly foreseen: Foreseen | undefined
}

const nearestShown = 3

/** The homes that come nearest to fitting: first those that only wishes keep out, with the fewest at that. */
export async function nearestHomes(
  setting: Setting,
  actor: Actor,
  person: string,
): Promise<NearHome[]> {
  const { store, region } = setting
  if (!mayDo(actor, 'read-file', { person })) return []
  const [homes, [candidate], file, responded] = await Promise.all([
    findHomes(setting, {}),
    candidatesOf(store, region, [person]),
    personFile(store, region, person),
    openResponses(store, region, person),
  ])
  if (!candidate || !file) return []
  const near: (NearHome & { readonly distance: number })[] = []
  for (const home of homes) {
    if (responded.has(home.id)) continue
    const misses = wishMisses(home, file.wishes)
    const foreseen = await foreseeStanding(setting, home, candidate, 'without')
    const isAdmitted = foreseen?.standing === 'admitted'
    if (isAdmitted && misses.length === 0) continue
    const rules = isAdmitted ? 0 : unmetOf(foreseen)
    near.push({
      ...{ home, misses, foreseen: isAdmitted ? undefined : foreseen },
      distance: rules * rulesWeigh + misses.length,
    })
  }
  return near.toSorted((a, b) => a.distance - b.distance).slice(0, nearestShown)
}

// A wish is changed in a minute, a rule is not: one rule keeps further away than all wishes together.
const rulesWeigh = 10

function unmetOf(foreseen: Foreseen | undefined): number {
  return foreseen ? Math.max(1, whyNotPlaced(foreseen.part).length) : rulesWeigh
}

/** Filters that each alone keep homes out, and how many there would be without that one. */
export async function filtersInTheWay(
  setting: Setting,
  filter: HomeFilter,
): Promise<{ readonly name: keyof HomeFilter; readonly homes: number }[]> {
  const names = homeFilters.filter((name) => filter[name] !== undefined)
  const found = await Promise.all(
    names.map(async (name) => {
      const { [name]: _, ...others } = filter
      return { name, homes: (await findHomes(setting, others)).length }
    }),
  )
  return found.filter(({ homes }) => homes > 0)
}

/** What homes can be searched by. */
export const homeFilters = [
  'municipality',
  'neighbourhood',
  'dwellingType',
  'bedroomsMin',
  'rentMaxCents',
  'label',
  'model',
] as const satisfies readonly (keyof HomeFilter)[]

/** One home, as everybody may see it; undefined while it is not made known. */
export async function viewHome(setting: Setting, id: number): Promise<ShownHome | undefined> {
  const home = await homeOf(setting.store, setting.region, id)
  const isKnown = home?.opensAt && home.opensAt <= setting.now()
  return isKnown ? home : undefined
}

export type StandingWithHome = {
  readonly foreseen: Foreseen | undefined
  readonly response: StoredResponse | undefined
  /** What is known of them, as conditions read it. */
  readonly facts: Facts | undefined
  /** The highest rent that fits their income, where that of the home is higher. */
  readonly fittingRentCents: number | undefined
}

// Nobody is kept out by it, but a landlord may hardly ever let so: whoever responds had better know.
function fittingRent(
  foreseen: Foreseen | undefined,
  home: ShownHome,
  facts: Facts | undefined,
): number | undefined {
  if (!foreseen || !facts) return undefined
  const { bound } = foreseen.part
  const parameters = rulesOf(bound.prepared.rules, 'parameter').map(({ rule }) => rule)
  const about = { home: home.facts, person: facts }
  const { fit } = fittingBy(parameters, about, bound.listing.closes)
  return fit?.fit === 'does-not-fit' ? fit.capCents : undefined
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
  const [[candidate], response] = await Promise.all([
    candidatesOf(store, region, [person]),
    responseOf(store, region, person, home.id),
  ])
  const foreseen = candidate && (await foreseeStanding(setting, home, candidate))
  const facts = candidate?.facts
  return { foreseen, response, facts, fittingRentCents: fittingRent(foreseen, home, facts) }
}
