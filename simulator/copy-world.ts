/**
 * A region as it is, once more (aftakking): what several runs have in common is lived once, and each goes on from a
 * copy. Nothing that happens in one is known in the other.
 */
import type { Advert, Vacancy } from './advert.ts'
import type { Home } from './housing.ts'
import type { World } from './world.ts'

/**
 * A copy under the rules of the original, whose lives it shares: other rules must take their place before a day is
 * lived in it.
 */
export function copyOf(world: World): World {
  const streams = new Map(world.region.streams.map((stream) => [stream, { ...stream }]))
  const searchers = world.searchers.copy(streams)
  const homes = world.homes.map((home) => ({ ...home }))
  const copies: Copies = { homes, vacancies: new Map() }
  const { mediated, tailored } = world.pools
  return {
    ...world,
    region: { ...world.region, streams: [...streams.values()] },
    agenda: world.agenda.copy(),
    vacancies: new Map(
      [...world.vacancies].map(([key, vacancy]) => [key, vacancyIn(copies, vacancy)]),
    ),
    adverts: new Map([...world.adverts].map(([key, advert]) => [key, advertIn(copies, advert)])),
    waiting: world.waiting.copy(streams),
    lettingGo: world.lettingGo.copy(),
    homes,
    turns: new Map(world.turns),
    searchers,
    pools: { mediated: mediated.copy(), tailored: tailored.copy() },
    needed: new Map(world.needed),
    lettings: [...world.lettings],
    searches: [...world.searches],
    tally: {
      ...world.tally,
      arrived: [...world.tally.arrived],
      housedSince: [...world.tally.housedSince],
    },
    observer: undefined,
  }
}

type Copies = { readonly homes: readonly Home[]; readonly vacancies: Map<Vacancy, Vacancy> }

function vacancyIn({ homes, vacancies }: Copies, vacancy: Vacancy): Vacancy {
  const copy = vacancies.get(vacancy) ?? {
    ...vacancy,
    home: homes[vacancy.home.index] ?? vacancy.home,
  }
  vacancies.set(vacancy, copy)
  return copy
}

function advertIn(copies: Copies, advert: Advert): Advert {
  return { ...advert, vacancy: vacancyIn(copies, advert.vacancy) }
}
