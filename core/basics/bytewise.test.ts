import { expect, test } from 'vitest'
import { fc } from '../../tests/properties.ts'
import { compareBytes, compareText, u64be } from './bytewise.ts'
import { hex } from './sha256.ts'

test('text is ordered as its UTF-8 bytes are', () => {
  const text = fc.string({ unit: 'binary', maxLength: 6 })
  fc.assert(
    fc.property(text, text, (a, b) => {
      const bytes = compareBytes(new TextEncoder().encode(a), new TextEncoder().encode(b))
      expect(Math.sign(compareText(a, b))).toBe(bytes)
    }),
  )
})

test('a character above U+FFFF comes after U+FFFD, where UTF-16 would put it before', () => {
  expect(['\u{1F3E0}', '\uFFFD', 'z', ''].toSorted(compareText)).toEqual([
    '',
    'z',
    '\uFFFD',
    '\u{1F3E0}',
  ])
})

test.each([
  [0, '0000000000000000'],
  [258, '0000000000000102'],
  [Number.MAX_SAFE_INTEGER, '001fffffffffffff'],
])('%i is written as eight bytes', (value, bytes) => {
  expect(hex(u64be(value))).toBe(bytes)
})

test.each([-1, 0.5, Number.MAX_SAFE_INTEGER + 1])('%d is no whole number from 0', (value) => {
  expect(() => u64be(value)).toThrow('whole number')
})
