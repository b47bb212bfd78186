import { createHash } from 'node:crypto'
import { createGzip } from 'node:zlib'

/** A receipt on its way to be kept: its hash, and what will be written once it is zipped. */
export type KeptReceipt = { readonly hash: Uint8Array; readonly zipped: Promise<Buffer> }

/** A long receipt is some ten megabytes; more effort than this takes longer and saves little. */
const effort = 1

/**
 * Takes a receipt in, piece by piece, so that it never stands in memory whole. It is zipped while other work goes
 * on, which is why its hash is there before it.
 */
export function keepReceipt(pieces: Iterable<string>): KeptReceipt {
  const running = createHash('sha256')
  const zip = createGzip({ level: effort })
  const parts: Buffer[] = []
  zip.on('data', (part: Buffer) => parts.push(part))
  const zipped = new Promise<Buffer>((done, failed) => {
    zip.on('end', () => done(Buffer.concat(parts)))
    zip.on('error', failed)
  })
  // Whoever waits for it hears of a fault.
  zipped.catch(() => {})
  for (const piece of pieces) {
    const bytes = Buffer.from(piece)
    running.update(bytes)
    zip.write(bytes)
  }
  zip.end()
  return { hash: running.digest(), zipped }
}
