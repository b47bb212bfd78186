import { createHash, createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { cases, fc } from '../../tests/properties.ts'
import { bytesOfHex, hex, hmacUnder, sha256 } from './sha256.ts'

test('parts are hashed as if they were joined', () => {
  expect(hex(sha256('a', Uint8Array.of(0x62), 'c'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
  expect(sha256('é')).toEqual(sha256(Uint8Array.of(0xc3, 0xa9)))
})

test('parts of any length are hashed as the library does', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', minLength: 300, maxLength: 400 }),
    fc.uint8Array({ maxLength: 1_100 }),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
      const running = createHash('sha256')
      for (const each of parts) running.update(each)
      expect(hex(sha256(...parts))).toBe(running.digest('hex'))
    }),
    cases(1_000),
  )
})

test('an HMAC is the one that RFC 4231 gives (test case 1)', () => {
  expect(hmacUnder(new Uint8Array(20).fill(0x0b))('Hi There')).toBe(
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  )
})

test('an HMAC is the one of the library, for keys below, at and above the length of a block', () => {
  const key = fc.uint8Array({ maxLength: 130 })
  const messages = fc.array(fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(key, messages, (bytes, several) => {
      const library = (message: string) => createHmac('sha256', bytes).update(message).digest('hex')
      expect(several.map(hmacUnder(bytes))).toEqual(several.map(library))
    }),
  )
})

test('hexadecimal is read back, and what is not hexadecimal is not', () => {
  expect(bytesOfHex('00Ff')).toEqual(Uint8Array.of(0, 255))
  expect(bytesOfHex('0')).toBeUndefined()
  expect(bytesOfHex('0g')).toBeUndefined()
})
