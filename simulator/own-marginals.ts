/**
 * Own marginals (eigen aantallen): what a region's own extracts count, in place of what its file says. What
 * an extract cannot tell, such as how people choose, stays as the file has it.
 */
import type { Json } from '../core/basics/canonical-json.ts'
import type { Issue } from '../core/policy/issue.ts'
import { isMap } from '../policies/condition-schema.ts'
import type { Document } from '../policies/read-document.ts'
import { pathText } from '../policies/read-document.ts'
import { readPlainRegion } from './load-region.ts'
import type { Extract, Extracts, Row } from './own-extracts.ts'
import type { OwnTable, Provenance, Region, Stream } from './region.ts'
import { writtenRegion } from './region-schema.ts'

type Written = { readonly [key: string]: Json }

/** Counted parts of a region's file, each with the table it was counted from. */
export type Marginals = readonly { readonly table: OwnTable; readonly part: Written }[]

/** Counts what the extracts can tell; a table without rows tells nothing. */
export function marginalsFrom({ homes, seekers, lettings }: Extracts, region: Region): Marginals {
  const counted = (extract: Extract | undefined, count: (rows: readonly Row[]) => Written) =>
    extract && extract.rows.length > 0
      ? [{ table: tableOf(extract), part: count(extract.rows) }]
      : []
  return [
    ...counted(homes, (rows) => countHomes(rows, region)),
    ...counted(seekers, (rows) => countSeekers(rows, region)),
    ...counted(lettings, (rows) => countLettings(rows, region)),
  ]
}

// The name of the file only: where it lies on somebody's machine is nobody's business.
function tableOf({ file, rows }: Extract): OwnTable {
  return { name: file.split(/[/\\]/).at(-1) ?? file, rows: rows.length }
}

/** The tables that numbers of a region were counted from. */
export function ownTablesOf({ provenance }: Pick<Region, 'provenance'>): OwnTable[] {
  return [...new Set(provenance.flatMap(({ table }) => table ?? []))]
}

/** The region with own numbers in place of those of its file, each saying which table it was counted from. */
export function withMarginals(region: Region, marginals: Marginals): Region | Issue[] {
  let value: Json = writtenRegion(region)
  let { provenance } = region
  for (const { table, part } of marginals) {
    value = laidOver(value, part, [])
    provenance = replacedOrigins(provenance, part, table)
  }
  const checked = readPlainRegion(plainDocument(value, region.id))
  return Array.isArray(checked) ? checked : { ...checked.region, provenance }
}

// Homes

function countHomes(rows: readonly Row[], region: Region): Written {
  return {
    places: Object.fromEntries(
      region.places.map(({ id }) => [
        id,
        { homesShare: shareOf(rows, (row) => row.municipality === id) },
      ]),
    ),
    landlords: Object.fromEntries(
      valuesOf(rows, 'landlord').map((landlord) => [
        nameOf(landlord),
        { shareIn: sharesIn(rows, region, landlord) },
      ]),
    ),
    homes: {
      count: rows.length,
      types: Object.fromEntries(
        valuesOf(rows, 'dwelling-type').map((type) => {
          const own = rows.filter((row) => row['dwelling-type'] === type)
          const share = own.length / rows.length
          return [
            nameOf(type),
            { share, bedrooms: sharesOf(own, 'bedrooms'), labels: sharesOf(own, 'label') },
          ]
        }),
      ),
      rentCents: rentsOf(rows, region),
      rentSpread: spreadOf(rows),
    },
  }
}

// In a place without homes of anybody nothing was counted, so what the region says of it stays.
function sharesIn(rows: readonly Row[], region: Region, landlord: string): Written {
  const landlords = valuesOf(rows, 'landlord')
  return Object.fromEntries(
    region.places.map(({ id }) => {
      const here = rows.filter((row) => row.municipality === id)
      return here.length > 0
        ? [id, shareOf(here, (row) => row.landlord === landlord)]
        : [id, landlord === landlords[0] ? 1 : 0]
    }),
  )
}

function rentsOf(rows: readonly Row[], region: Region): Written {
  const counted = valuesOf(rows, 'bedrooms').map((bedrooms) => [
    bedrooms,
    medianOf(
      rows.filter((row) => String(row.bedrooms) === bedrooms).map(({ rent }) => Number(rent)),
    ),
  ])
  // New homes may have as many bedrooms as no home of now.
  return { ...region.homes.rentCents, ...Object.fromEntries(counted) }
}

/** Mean distance from the median of homes with as many bedrooms, as a part, doubled: the spread is even. */
function spreadOf(rows: readonly Row[]): number {
  const medians = new Map(
    valuesOf(rows, 'bedrooms').map((bedrooms) => [
      bedrooms,
      medianOf(
        rows.filter((row) => String(row.bedrooms) === bedrooms).map(({ rent }) => Number(rent)),
      ),
    ]),
  )
  const parts = rows.map(({ rent, bedrooms }) => {
    const median = medians.get(String(bedrooms)) ?? 0
    return median > 0 ? Math.abs(Number(rent) - median) / median : 0
  })
  return Math.min(1, 2 * (parts.reduce((sum, part) => sum + part, 0) / parts.length))
}

// Seekers

/** Those who register in the ordinary way: the first stream without ground or target group. */
function ordinaryStream({ streams }: Region): Stream | undefined {
  return streams.find(
    ({ ground, targetGroup, road }) =>
      [ground, targetGroup].every((each) => each === 'none') && road === 'advertised',
  )
}

function countSeekers(rows: readonly Row[], region: Region): Written {
  const stream = ordinaryStream(region)
  if (!stream) return {}
  const { nextPersonCents } = stream.income
  // Income as if everybody lived alone, the way the stream adds for each next person.
  const alone = rows.map((row) =>
    Math.max(
      1,
      Number(row['household-income']) - nextPersonCents * (Number(row['household-size']) - 1),
    ),
  )
  const medianCents = medianOf(alone)
  return {
    streams: {
      [stream.id]: {
        atStart: rows.length,
        ages: agesOf(rows, stream),
        sizes: sharesOf(rows, 'household-size'),
        situations: sharesOf(rows, 'housing-situation'),
        from: sharesOf(rows, 'lives-in'),
        income: { medianCents, nextPersonCents, spread: stream.income.spread },
      },
    },
  }
}

// By the bands the file has; beyond the last one is in the last one.
function agesOf(rows: readonly Row[], { ages }: Stream): Written {
  const bands = ages.toSorted((a, b) => a.from - b.from)
  const bandOf = (age: number) => bands.find(({ to }) => age <= to) ?? bands.at(-1)
  return Object.fromEntries(
    bands.map((band) => [
      `${band.from}-${band.to}`,
      shareOf(rows, ({ age }) => bandOf(Number(age)) === band),
    ]),
  )
}

// Lettings

const daysInYear = 365.25

function countLettings(rows: readonly Row[], region: Region): Written {
  const days = rows.map(({ on }) => Number(on))
  const years = (latestOf(days) - earliestOf(days) + 1) / daysInYear
  const advertised = rows.filter(({ channel, model }) => channel === 'advertised' && model)
  const roads = ['advertised', 'mediated', 'tailored'].map((road) => [
    road,
    shareOf(rows, ({ channel }) => channel === road),
  ])
  return {
    vacancies: {
      roads: Object.fromEntries(roads),
      ...(advertised.length > 0 && { models: sharesOf(advertised, 'model') }),
    },
    streams: Object.fromEntries(
      region.streams
        .filter(({ ground, targetGroup }) => ground !== 'none' || targetGroup !== 'none')
        .map((stream) => [stream.id, { perYear: rows.filter(comesBy(stream)).length / years }]),
    ),
  }
}

function comesBy({ ground, targetGroup, road }: Stream): (row: Row) => boolean {
  return (row) =>
    (row['urgency-ground'] ?? 'none') === ground &&
    (row['target-group'] ?? 'none') === targetGroup &&
    row.channel === road
}

// Counting

function shareOf(rows: readonly Row[], isCounted: (row: Row) => boolean): number {
  return rows.filter(isCounted).length / rows.length
}

function valuesOf(rows: readonly Row[], column: string): string[] {
  return [...new Set(rows.map((row) => String(row[column] ?? 'none')))].sort()
}

function sharesOf(rows: readonly Row[], column: string): Written {
  const groups = Map.groupBy(rows, (row) => String(row[column] ?? 'none'))
  return Object.fromEntries(
    [...groups]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, own]) => [value, own.length / rows.length]),
  )
}

function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return Math.round(sorted[Math.floor((sorted.length - 1) / 2)] ?? 0)
}

function earliestOf(days: readonly number[]): number {
  return days.reduce((first, each) => Math.min(first, each))
}

function latestOf(days: readonly number[]): number {
  return days.reduce((last, each) => Math.max(last, each))
}

// `De Woonstichting` becomes `de-woonstichting`: names in a region's file can stand in a path.
function nameOf(written: string): string {
  const name = written
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return name === '' ? 'none' : name
}

// Laying over

/** Where a part of the file is filled in key by key; below that, what was counted takes its place whole. */
const filledIn = [
  /^$/,
  /^places$/,
  /^places\.[^.]+$/,
  /^homes$/,
  /^vacancies$/,
  /^streams$/,
  /^streams\.[^.]+$/,
]

function laidOver(base: Json, part: Written, path: readonly string[]): Json {
  if (!isWritten(base) || !filledIn.some((pattern) => pattern.test(path.join('.')))) return part
  const changed = Object.entries(part).map(([key, value]): [string, Json] => {
    const own = base[key]
    return [
      key,
      isWritten(value) && own !== undefined ? laidOver(own, value, [...path, key]) : value,
    ]
  })
  return { ...base, ...Object.fromEntries(changed) }
}

function replacedOrigins(
  provenance: readonly Provenance[],
  part: Written,
  table: OwnTable,
): Provenance[] {
  const counted = numbersIn(part, [])
  const replaced = replacedPaths(part, [])
  const kept = provenance.filter(
    ({ path }) => !replaced.some((each) => path === each || path.startsWith(`${each}.`)),
  )
  return [...kept, ...counted.map((path) => ({ path, table }))]
}

/** The paths whose old value is gone: whole tables, and single numbers. */
function replacedPaths(part: Written, path: readonly string[]): string[] {
  return Object.entries(part).flatMap(([key, value]) => {
    const here = [...path, key]
    const goesOn = isWritten(value) && filledIn.some((pattern) => pattern.test(here.join('.')))
    return goesOn ? replacedPaths(value, here) : [here.join('.')]
  })
}

function numbersIn(value: Json, path: readonly string[]): string[] {
  if (!isWritten(value)) return typeof value === 'number' ? [path.join('.')] : []
  return Object.entries(value).flatMap(([key, each]) => numbersIn(each, [...path, key]))
}

function isWritten(value: Json): value is Written {
  return isMap(value)
}

// A fault here is in what was counted; the place of it is a path in the region.
function plainDocument(value: Json, file: string): Document {
  return {
    file,
    value,
    locate: () => ({ line: 1, column: 1 }),
    issue: (problem, path) => ({ file, path: pathText(path), ...problem }),
    isBareKey: () => false,
  }
}
