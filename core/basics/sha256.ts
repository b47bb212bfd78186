import { createHash, createHmac } from 'node:crypto'

type Bytes = Uint8Array | string

/** SHA-256 of the parts joined; text is hashed as UTF-8. */
export function sha256(...parts: Bytes[]): Uint8Array {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

export function hmacSha256(key: Uint8Array, message: Bytes): Uint8Array {
  return createHmac('sha256', key).update(message).digest()
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

/** Undefined when the text is not an even number of hexadecimal digits. */
export function bytesOfHex(text: string): Uint8Array | undefined {
  return /^([0-9a-f]{2})*$/i.test(text) ? Uint8Array.from(Buffer.from(text, 'hex')) : undefined
}
