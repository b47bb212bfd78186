/** Which numbers of a region are shares of one whole: they add up to 1, and move together. */
import type { Json } from '../core/basics/canonical-json.ts'
import { isMap } from '../policies/condition-schema.ts'

/** Shares of one whole, such as `vacancies.models.*`; `*` stands where the members differ. */
export type ShareTable = { readonly name: string; readonly members: readonly Share[] }
export type Share = { readonly path: string; readonly share: number }

/** `*` is each member; `@` is a table of its own for each name. */
const patterns = [
  'places.*.homesShare',
  'places.@.neighbourhoods.*.share',
  'landlords.*.shareIn.@',
  'homes.types.*.share',
  'homes.types.@.bedrooms.*',
  'homes.types.@.labels.*',
  'vacancies.roads.*',
  'vacancies.models.*',
  'streams.@.ages.*',
  'streams.@.sizes.*',
  'streams.@.situations.*',
  'streams.@.from.*',
  'streams.@.professions.*',
].map((pattern) => pattern.split('.'))

const sharesTolerance = 0.001

/** The tables of a region as written, its numbers plain. */
export function shareTables(written: Json): ShareTable[] {
  const found = patterns.flatMap((pattern) => membersOf(written, pattern, [], []))
  const tables = Map.groupBy(found, ({ table }) => table)
  return [...tables].map(([name, members]) => ({
    name,
    members: members.map(({ path, share }) => ({ path, share })),
  }))
}

export function sumOf({ members }: ShareTable): number {
  return members.reduce((sum, { share }) => sum + share, 0)
}

/** How much a table has too much (or, below 0, too little); 0 within the tolerance. */
export function surplusOf(table: ShareTable): number {
  const surplus = sumOf(table) - 1
  return Math.abs(surplus) <= sharesTolerance ? 0 : surplus
}

type Member = Share & { readonly table: string }

function membersOf(
  value: unknown,
  [step, ...rest]: readonly string[],
  path: readonly string[],
  table: readonly string[],
): Member[] {
  if (step === undefined) {
    return typeof value === 'number'
      ? [{ path: path.join('.'), table: table.join('.'), share: value }]
      : []
  }
  if (!isMap(value)) return []
  const names = step === '*' || step === '@' ? Object.keys(value) : [step]
  return names.flatMap((name) =>
    membersOf(value[name], rest, [...path, name], [...table, step === '*' ? '*' : name]),
  )
}
