import { createHash, hash } from 'node:crypto'

type Bytes = Uint8Array | string

/** SHA-256 of the parts joined; text is hashed as UTF-8. */
export function sha256(...parts: Bytes[]): Uint8Array {
  const running = createHash('sha256')
  for (const part of parts) running.update(part)
  return running.digest()
}

/** HMAC-SHA256 as RFC 2104 writes it out, in a fraction of the time of `createHmac` on short messages. */
export function hmacSha256(key: Uint8Array, message: Bytes): Uint8Array {
  return hmacUnder(key)(message)
}

/** The same for many messages under one key, which is prepared once. */
export function hmacUnder(key: Uint8Array): (message: Bytes) => Uint8Array {
  const block = key.length > blockLength ? sha256(key) : key
  const inner = masked(block, 0x36)
  const outer = Buffer.concat([masked(block, 0x5c), Buffer.alloc(digestLength)])
  return (message) => {
    const text = typeof message === 'string' ? Buffer.from(message) : message
    outer.set(hash('sha256', Buffer.concat([inner, text]), 'buffer'), blockLength)
    return hash('sha256', outer, 'buffer')
  }
}

const blockLength = 64
const digestLength = 32

function masked(key: Uint8Array, mask: number): Uint8Array {
  const block = Buffer.alloc(blockLength, mask)
  for (let at = 0; at < key.length; at += 1) block[at] = (key[at] ?? 0) ^ mask
  return block
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
}

/** Undefined when the text is not an even number of hexadecimal digits. */
export function bytesOfHex(text: string): Uint8Array | undefined {
  return /^([0-9a-f]{2})*$/i.test(text) ? Uint8Array.from(Buffer.from(text, 'hex')) : undefined
}
