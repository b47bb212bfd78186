import { expect, test } from 'vitest'
import { cases, fc } from '../tests/properties.ts'
import { areInputs, inputs } from './load-receipt.ts'

const scalar = fc.constantFrom<unknown>(null, true, 1, -0.5, 'text', '', [], {}, undefined)
const odd = fc.constantFrom<unknown>(Number.POSITIVE_INFINITY, Number.NaN, [[1]], [null], [true])
const cell = fc.oneof(
  { weight: 9, arbitrary: scalar },
  odd,
  fc.array(fc.oneof(fc.integer(), fc.string())),
)
const row = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.tuple(fc.string(), fc.constantFrom(null, ['a', 'b']), fc.array(cell)),
  },
  fc.tuple(cell, cell, cell),
  fc.array(cell, { maxLength: 4 }),
  cell,
)

test('inputs looked through in one go are right where the schema says so, and nowhere else', () => {
  const count = { right: 0, wrong: 0 }
  fc.assert(
    fc.property(fc.oneof(fc.array(row, { maxLength: 3 }), cell), (value) => {
      const { success } = inputs.safeParse(value)
      expect(areInputs(value)).toBe(success)
      count[success ? 'right' : 'wrong'] += 1
    }),
    cases(2_000),
  )
  expect(Math.min(count.right, count.wrong)).toBeGreaterThan(200)
})
