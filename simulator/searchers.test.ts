import { describe, expect, test } from 'vitest'
import { Members, memberLength, memberOf } from './searchers.ts'

/** Who is in a group, in the order in which they stand there. */
function idsIn({ rows, starts, counts }: Members, group: number): number[] {
  return Array.from({ length: counts[group] ?? 0 }, (_, place) => {
    return rows[((starts[group] ?? 0) + place) * memberLength + memberOf.id] ?? 0
  })
}

function groupOf(...keenness: readonly number[]): Members {
  const members = new Members()
  members.begin(1)
  members.begin(2)
  for (const [at, keen] of keenness.entries()) {
    members.join(0, { seat: at, id: 10 + at, keenness: keen, registeredOn: 0 })
  }
  return members
}

describe('the members of a group', () => {
  test('stand with the keenest first, and who came first before who came later', () => {
    expect(idsIn(groupOf(5, 9, 5, 0, 7), 0)).toEqual([11, 14, 10, 12, 13])
  })

  test('keep their places when somebody finds a home, and not when the place is cleared', () => {
    const members = groupOf(5, 9, 5, 0, 7)
    members.leave(0, 0, 5)
    expect(idsIn(members, 0)).toEqual([11, 14, -11, 12, 13])
    members.part(0, 2, 5)
    members.part(0, 0, 5)
    expect(idsIn(members, 0)).toEqual([11, 14, 13])
  })

  test('stand so in a group that grew out of its room, and the others are left alone', () => {
    const keenness = Array.from({ length: 3000 }, (_, at) => (at * 7919) % 3000)
    const members = groupOf(...keenness)
    members.join(1, { seat: 1, id: 7, keenness: 3, registeredOn: 0 })
    const sorted = keenness.map((keen, at) => [keen, 10 + at] as const).sort(([a], [b]) => b - a)
    expect(idsIn(members, 0)).toEqual(sorted.map(([, id]) => id))
    expect(idsIn(members, 1)).toEqual([7])
  })
})
