import { expect, test } from 'vitest'
import { movedBetween } from './displacement.ts'

test.each([
  ['nobody else would have got it', ['all', 'urgent'], undefined, [], []],
  [
    'an urgent instead of a regular seeker',
    ['all', 'urgent'],
    ['all', 'regular'],
    ['urgent'],
    ['regular'],
  ],
  ['somebody else of the same groups', ['all', 'urgent'], ['all', 'urgent'], [], []],
])('%s', (_, groups, displaced, gained, lost) => {
  expect(movedBetween({ groups, ...(displaced ? { displaced } : {}) })).toEqual({ gained, lost })
})
