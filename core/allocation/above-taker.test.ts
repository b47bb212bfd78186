import { expect, test } from 'vitest'
import { isAboveTaker } from './above-taker.ts'

const closed = { order: ['ans', 'bep', 'cor'], taken_by: 'bep' }

test.each([
  ['ans', 'refused a home that bep took after her', true],
  ['bep', 'took it herself', false],
  ['cor', 'stood below the taker', false],
  ['dirk', 'was not ranked', undefined],
])('%s %s', (seeker, _, above) => {
  expect(isAboveTaker(seeker, closed)).toBe(above)
})

test('nothing is known about a taker who was not ranked', () => {
  expect(isAboveTaker('ans', { ...closed, taken_by: 'dirk' })).toBeUndefined()
})
