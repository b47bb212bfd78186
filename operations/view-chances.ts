/** What homes took in an area, and how long people searched (kansen): one row that was counted at night. */
import { addDays, type CalendarDate } from '../core/basics/calendar-date.ts'
import type { SoFar } from '../core/oversight/forecast.ts'
import { chanceOf, chancePlaces } from '../store/chances.ts'
import { personFile } from '../store/people.ts'
import type { ChanceLevel, Wishes } from '../store/tables.ts'
import { allKinds, type ChanceFigures, daysInYear, isCountedSo, likeKind } from './count-chances.ts'
import { type Actor, type Refusal, refuse, type Setting } from './operation.ts'
import { readFile } from './read-file.ts'

export type { ChanceFigures, SoFar }

export type ChanceAsked = {
  readonly municipality?: string
  readonly neighbourhood?: string
  readonly type?: string
}

export type Chance = {
  readonly level: ChanceLevel
  readonly kind: string
  readonly on: CalendarDate
  readonly figures: ChanceFigures
}

export type ChancePlaces = {
  readonly municipalities: readonly string[]
  /** Per municipality. */
  readonly neighbourhoods: ReadonlyMap<string, readonly string[]>
  readonly types: readonly string[]
}

/** Undefined where nothing was counted of such a place or kind. */
export async function viewChance(
  { store, region }: Setting,
  { municipality, neighbourhood, type = allKinds }: ChanceAsked,
): Promise<Chance | undefined> {
  const key =
    municipality === undefined
      ? ({ level: 'region', place: region } as const)
      : neighbourhood === undefined
        ? ({ level: 'municipality', place: municipality } as const)
        : ({ level: 'neighbourhood', place: `${municipality}/${neighbourhood}` } as const)
  const row = await chanceOf(store, region, { ...key, kind: type })
  return row && isCountedSo(row.figures) ? { ...row, figures: row.figures } : undefined
}

/** How many homes were let in a year, and how many people responded since a day, a year ago or when that was first seen. */
export type Scarcity = {
  readonly homes: number
  readonly people: number
  readonly since: CalendarDate
}

/** Undefined as long as nothing was counted. */
export async function viewScarcity(setting: Setting): Promise<Scarcity | undefined> {
  const chance = await viewChance(setting, {})
  if (chance === undefined) return undefined
  const { lettingsInYear: homes, respondersInYear: people, seenSince } = chance.figures
  const yearAgo = addDays(chance.on, -daysInYear)
  return { homes, people, since: seenSince > yearAgo ? seenSince : yearAgo }
}

/** What can be asked for; people alike are not among the kinds: these are for whoever is one of them. */
export async function viewChancePlaces({ store, region }: Setting): Promise<ChancePlaces> {
  const rows = await chancePlaces(store, region)
  const neighbourhoods = new Map<string, string[]>()
  for (const { level, place } of rows) {
    if (level !== 'neighbourhood') continue
    const [municipality = '', name = ''] = place.split('/')
    const known = neighbourhoods.get(municipality) ?? []
    if (!known.includes(name)) neighbourhoods.set(municipality, [...known, name])
  }
  const kinds = rows.map(({ kind }) => kind)
  return {
    municipalities: [
      ...new Set(rows.flatMap(({ level, place }) => (level === 'municipality' ? [place] : []))),
    ],
    neighbourhoods,
    types: [...new Set(kinds.filter((kind) => kind !== allKinds && !kind.startsWith('like:')))],
  }
}

export type OwnChance = {
  readonly situation: string | undefined
  readonly size: number
  readonly wishes: Wishes
  /** The region, and each municipality they wish for. */
  readonly chances: readonly { readonly place: string | undefined; readonly chance: Chance }[]
}

/** The chances of people alike: in the same situation, with as many in the household. */
export async function viewOwnChance(
  setting: Setting,
  actor: Actor,
  person: string,
): Promise<OwnChance | Refusal> {
  return readFile(setting, actor, person, async () => {
    const file = await personFile(setting.store, setting.region, person)
    if (!file) return refuse('not-found')
    const situation = file.facts['housing-situation']
    const size = Number(file.facts['household-size'] ?? 1)
    const type = typeof situation === 'string' ? likeKind({ situation, size }) : allKinds
    const places = [undefined, ...(file.wishes.municipalities ?? [])]
    const found = await Promise.all(
      places.map(async (place) => ({
        place,
        chance: await viewChance(setting, {
          ...(place !== undefined && { municipality: place }),
          type,
        }),
      })),
    )
    return {
      situation: typeof situation === 'string' ? situation : undefined,
      ...{ size, wishes: file.wishes },
      chances: found.flatMap(({ place, chance }) => (chance ? [{ place, chance }] : [])),
    }
  })
}
