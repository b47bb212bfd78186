import { describe, expect, test } from 'vitest'
import { date } from '../basics/calendar-date.ts'
import { type Occurrence, Occurrences } from './occurrences.ts'

const happened = (name: string, on: string): Occurrence => ({ name, on: date(on), attributes: {} })

describe('what happened to somebody', () => {
  const responded = happened('responded', '2026-01-03')
  const refused = happened('offer-refused', '2026-01-03')
  const again = happened('responded', '2026-02-01')

  test('is found by its name in the order in which it happened, also what happened since it was asked', () => {
    const all = new Occurrences()
    expect(all.named('responded')).toEqual([])
    all.add(responded)
    all.add(refused)
    expect(all.named('responded')).toEqual([responded])
    all.add(again)
    expect(all.named('responded')).toEqual([responded, again])
    expect(all.named('offer-refused')).toEqual([refused])
    expect(all.named('no-show')).toEqual([])
  })

  test.each([
    [['offer-refused'], [refused]],
    [
      ['offer-refused', 'responded'],
      [responded, refused, again],
    ],
    [
      ['no-show', 'responded'],
      [responded, again],
    ],
    [[], []],
  ])('is found by any of the names %j in that order', (names, expected) => {
    const all = new Occurrences()
    for (const each of [responded, refused, again]) all.add(each)
    expect(all.namedAny(names)).toEqual(expected)
  })
})
