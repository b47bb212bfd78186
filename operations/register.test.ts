/** What a registration keeps: where somebody lived before, and from which day they have the state pension age. */
import { describe, expect, test } from 'vitest'
import { date } from '../core/basics/calendar-date.ts'
import { areInOrder, earlierHomes, earlierSpells } from './earlier-homes.ts'
import { hasAowAge } from './register.ts'

describe('the state pension age', () => {
  test('comes with a birthday, whatever was written down when somebody registered', () => {
    const facts = { born: date('1959-11-27'), 'aow-age': false }
    expect(hasAowAge(facts, date('2026-11-26'))).toBe(false)
    expect(hasAowAge(facts, date('2026-11-27'))).toBe(true)
    expect(hasAowAge({ 'aow-age': true }, date('2026-11-26'))).toBe(true)
    expect(hasAowAge({}, date('2026-11-26'))).toBe(false)
  })
})

describe('earlier homes', () => {
  const now = {
    spell: 'resident',
    from: date('2024-05-01'),
    attributes: { municipality: 'heerlen' },
  } as const
  const homes = [
    { municipality: 'kerkrade', since: date('2015-06-01') },
    { municipality: 'elsewhere', since: date('2010-01-01') },
  ]

  test('reach from their day until the next, without a day between', () => {
    expect(earlierSpells(homes, now.from).map(({ from, to }) => [from, to])).toEqual([
      [date('2010-01-01'), date('2015-05-31')],
      [date('2015-06-01'), date('2024-04-30')],
    ])
  })

  test('are read back as they were told', () => {
    expect(earlierHomes([...earlierSpells(homes, now.from), now])).toEqual(homes)
  })

  test('days nothing is known of were elsewhere', () => {
    const before = { ...now, from: date('2015-06-01'), to: date('2020-12-31') }
    expect(earlierHomes([before, now])).toEqual([
      { municipality: 'elsewhere', since: date('2021-01-01') },
      { municipality: 'heerlen', since: date('2015-06-01') },
    ])
  })

  test.each([
    [['2015-06-01', '2010-01-01'], true],
    [['2010-01-01', '2015-06-01'], false],
    [['2024-05-01'], false],
    [[], true],
  ])('%j in order: %s', (days, isInOrder) => {
    const told = days.map((day) => ({ municipality: 'kerkrade', since: date(day) }))
    expect(areInOrder(told, now.from)).toBe(isInOrder)
  })
})
