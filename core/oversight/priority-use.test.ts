import { expect, test } from 'vitest'
import { priorityUse } from './priority-use.ts'

test('most used first, each out of all lettings, once a letting', () => {
  expect(
    priorityUse([
      { priorities: ['urgent', 'local'] },
      { priorities: ['local', 'local'] },
      { priorities: [] },
      { priorities: ['care'] },
    ]),
  ).toEqual([
    { priority: 'local', taken: 2, of: 4 },
    { priority: 'care', taken: 1, of: 4 },
    { priority: 'urgent', taken: 1, of: 4 },
  ])
})
