/**
 * Counting records by group (tellen per groep), for records that are each in many groups. Every list is
 * read once for all groups together, and numbers stand in typed arrays: a run has ten thousands of records.
 */
import type { GroupId } from './record.ts'

type Grouped = { readonly groups: readonly GroupId[] }

/** Which groups each record is in: those of record `r` stand from `starts[r]` up to `starts[r + 1]`. */
export type Membership = {
  readonly starts: Int32Array
  readonly groups: Int32Array
  readonly groupCount: number
}

/** Every group that a record names, in alphabetical order. */
export function groupsIn(...lists: readonly (readonly Grouped[])[]): readonly GroupId[] {
  const found = new Set<GroupId>()
  for (const list of lists) {
    for (const { groups } of list) for (const group of groups) found.add(group)
  }
  return [...found].toSorted()
}

/** `index` gives each group its number; a group that is not in it is not counted. */
export function membershipOf(
  records: readonly Grouped[],
  index: ReadonlyMap<GroupId, number>,
): Membership {
  const starts = new Int32Array(records.length + 1)
  const groups = new Int32Array(records.reduce((sum, each) => sum + each.groups.length, 0))
  let end = 0
  records.forEach((record, at) => {
    for (const group of record.groups) {
      const found = index.get(group)
      if (found === undefined) continue
      groups[end] = found
      end += 1
    }
    starts[at + 1] = end
  })
  return { starts, groups, groupCount: index.size }
}

export type Counter<Of> = (record: Of) => number

/** Sums per group, one row a group in the order of the counters. */
export function sumsPerGroup<Of>(
  records: readonly Of[],
  membership: Membership,
  counters: readonly Counter<Of>[],
): readonly Float64Array[] {
  const sums = emptyRows(membership.groupCount, counters.length)
  const row = new Float64Array(counters.length)
  records.forEach((record, at) => {
    counters.forEach((counter, column) => {
      row[column] = counter(record)
    })
    eachGroup(membership, at, (group) => add(sums[group], row))
  })
  return sums
}

/** Counts per group of what each record is part of, such as its municipality. */
export function partsPerGroup<Of>(
  records: readonly Of[],
  membership: Membership,
  partOf: (record: Of) => string,
): readonly Readonly<Record<string, number>>[] {
  const parts = [...new Set(records.map(partOf))]
  const index = new Map(parts.map((part, at) => [part, at]))
  const counts = emptyRows(membership.groupCount, parts.length)
  records.forEach((record, at) => {
    const part = index.get(partOf(record)) ?? 0
    eachGroup(membership, at, (group) => increase(counts[group], part))
  })
  return counts.map((row) =>
    Object.fromEntries(parts.map((part, at) => [part, row[at] ?? 0] as const)),
  )
}

/** The values of each group's records, from the lowest to the highest; a record without one is left out. */
export function sortedPerGroup(
  values: Float64Array,
  membership: Membership,
): readonly Float64Array[] {
  const filled = new Int32Array(membership.groupCount)
  const lists = Array.from(sizesOf(values, membership), (size) => new Float64Array(size))
  for (const at of ascending(values)) {
    const value = values[at] ?? 0
    eachGroup(membership, at, (group) => {
      const list = lists[group]
      if (list) list[filled[group] ?? 0] = value
      increase(filled, group)
    })
  }
  return lists
}

function sizesOf(values: Float64Array, membership: Membership): Int32Array {
  const sizes = new Int32Array(membership.groupCount)
  values.forEach((value, at) => {
    if (!Number.isNaN(value)) eachGroup(membership, at, (group) => increase(sizes, group))
  })
  return sizes
}

// A whole value and the number of its record in one: typed arrays sort those many times faster.
function ascending(values: Float64Array): Int32Array {
  const count = values.length
  const keys = values.map((value, at) => value * count + at).sort()
  const known = keys.findLastIndex((key) => !Number.isNaN(key)) + 1
  return Int32Array.from(keys.subarray(0, known), (key) => key - Math.floor(key / count) * count)
}

function eachGroup(
  { starts, groups }: Membership,
  at: number,
  visit: (group: number) => void,
): void {
  const end = starts[at + 1] ?? 0
  for (let place = starts[at] ?? 0; place < end; place += 1) visit(groups[place] ?? 0)
}

function emptyRows(rows: number, width: number): readonly Float64Array[] {
  return Array.from({ length: rows }, () => new Float64Array(width))
}

function add(to: Float64Array | undefined, row: Float64Array): void {
  if (!to) return
  for (let column = 0; column < row.length; column += 1) {
    to[column] = (to[column] ?? 0) + (row[column] ?? 0)
  }
}

function increase(counts: Float64Array | Int32Array | undefined, at: number): void {
  if (counts) counts[at] = (counts[at] ?? 0) + 1
}
