/**
 * Order and width as bytes have them, so that every language agrees: text by its UTF-8 bytes, and
 * whole numbers as eight bytes, highest first.
 */
import { assert } from './assert.ts'

/** Order of the UTF-8 bytes of two well-formed texts; plain `<` compares UTF-16 units instead. */
export function compareText(a: string, b: string): number {
  const shared = Math.min(a.length, b.length)
  for (let at = 0; at < shared; at += 1) {
    const left = a.charCodeAt(at)
    const right = b.charCodeAt(at)
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  return Buffer.compare(a, b)
}

/** A whole number as eight bytes, highest first (u64be). */
export function u64be(value: number): Uint8Array {
  assert(Number.isSafeInteger(value) && value >= 0, `${value} is a whole number from 0`)
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value))
  return bytes
}

// UTF-16 writes the characters above U+FFFF with surrogates, which lie below U+E000 to U+FFFF; in
// bytes they lie above.
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}
