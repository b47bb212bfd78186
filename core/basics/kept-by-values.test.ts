import { describe, expect, it } from 'vitest'
import { KeptByValues } from './kept-by-values.ts'

describe('what is kept by values', () => {
  const one = { municipality: 'heerlen', rooms: 3, label: ['senior'], rent: 60_000 }

  it('is made once for all that have the same values under the names', () => {
    const kept = new KeptByValues<object>(['municipality', 'rooms', 'label'])
    const made = kept.of(one, () => ({}))
    expect(kept.of({ ...one, label: ['senior'], rent: 70_000 }, () => ({}))).toBe(made)
  })

  it('is made anew for any other value, and for none', () => {
    const kept = new KeptByValues<number>(['municipality', 'rooms', 'label'])
    let count = 0
    const next = () => {
      count += 1
      return count
    }
    const others = [
      one,
      { ...one, municipality: 'kerkrade' },
      { ...one, rooms: '3' },
      { ...one, label: '["senior"]' },
      { ...one, label: ['senior', 'rollator'] },
      { rooms: 3, label: ['senior'] },
    ]
    expect(others.map((each) => kept.of(each, next))).toEqual([1, 2, 3, 4, 5, 6])
    expect(others.map((each) => kept.of(each, next))).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('is one thing where no name is asked', () => {
    const kept = new KeptByValues<object>([])
    expect(kept.of({}, () => ({}))).toBe(kept.of(one, () => ({})))
  })
})
