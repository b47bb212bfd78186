import { expect, test } from 'vitest'
import { factOf, isFact } from './catalogue.ts'

test('a fact is what the catalogue lists, and nothing that every object has by itself', () => {
  expect(factOf('rent')).toMatchObject({ type: 'cents', of: 'listing' })
  expect(isFact('rent')).toBe(true)
  for (const name of ['rents', '', 'toString', 'constructor', '__proto__']) {
    expect(isFact(name)).toBe(false)
    expect(factOf(name)).toBeUndefined()
  }
})
