import { describe, expect, test } from 'vitest'
import { addDays, date } from '../core/basics/calendar-date.ts'
import { Members, Pool, rowLength, rowOf } from './searchers.ts'

/** The seats of a group, in the order in which they stand there. */
function seatsIn({ seats, starts, counts }: Members, group: number): number[] {
  const from = starts[group] ?? 0
  return [...seats.subarray(from, from + (counts[group] ?? 0))]
}

/** Two groups, of which the first has somebody on each seat from 0 on, as keen as given. */
function groupOf(...keenness: readonly number[]): Members {
  const rows = new Int32Array((keenness.length + 1) * rowLength)
  const members = new Members({ rows })
  members.begin(1)
  members.begin(2)
  for (const [seat, keen] of keenness.entries()) {
    rows[seat * rowLength + rowOf.keenness] = keen
    members.join(0, seat)
  }
  return members
}

describe('the members of a group', () => {
  test('stand with the keenest first, and who came first before who came later', () => {
    expect(seatsIn(groupOf(5, 9, 5, 0, 7), 0)).toEqual([1, 4, 0, 2, 3])
  })

  test('stand as they stood when the place of one of them is cleared', () => {
    const members = groupOf(5, 9, 5, 0, 7)
    members.part(0, 2)
    expect(seatsIn(members, 0)).toEqual([1, 4, 0, 3])
    members.part(0, 1)
    members.part(0, 0)
    expect(seatsIn(members, 0)).toEqual([4, 3])
    expect(members.keenest[0]).toBe(7)
  })

  test('stand so in a group that grew out of its room, and the others are left alone', () => {
    const keenness = Array.from({ length: 3000 }, (_, at) => (at * 7919) % 3000)
    const members = groupOf(...keenness)
    members.join(1, keenness.length)
    const sorted = keenness.map((keen, seat) => [keen, seat] as const).sort(([a], [b]) => b - a)
    expect(seatsIn(members, 0)).toEqual(sorted.map(([, seat]) => seat))
    expect(seatsIn(members, 1)).toEqual([keenness.length])
  })
})

describe('who waits for a panel', () => {
  const today = date('2026-03-01')
  const anybody = () => true

  /** So many who wait, of whom every other is in the second group. */
  function waiting(count: number): Pool {
    const pool = new Pool()
    for (let seat = 0; seat < count; seat += 1)
      pool.join({ seat, group: { number: seat % 2 } }, today)
    return pool
  }

  test('comes before it in the order in which they came, as many as it looks at, of groups that fit', () => {
    expect(waiting(200).first(3, today, (group) => group === 1)).toEqual([1, 3, 5])
    expect(waiting(200).first(300, today, anybody)).toHaveLength(200)
  })

  test('moves up when somebody leaves', () => {
    const pool = waiting(5)
    pool.leave({ seat: 1 })
    pool.leave({ seat: 4 })
    expect(pool.first(9, today, anybody)).toEqual([0, 2, 3])
    expect(pool.size).toBe(3)
  })

  test('is passed over until the day that was said', () => {
    const pool = waiting(3)
    pool.passOver({ seat: 1 }, addDays(today, 90))
    expect(pool.first(9, addDays(today, 89), anybody)).toEqual([0, 2])
    expect(pool.first(9, addDays(today, 90), anybody)).toEqual([0, 1, 2])
  })

  test('is not taken from those who wait without waiting', () => {
    expect(() => waiting(3).leave({ seat: 7 })).toThrow()
  })

  test('is nothing to a copy from then on', () => {
    const pool = waiting(3)
    const copy = pool.copy()
    pool.leave({ seat: 0 })
    expect(copy.first(9, today, anybody)).toEqual([0, 1, 2])
  })
})
