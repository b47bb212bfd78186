/**
 * Files one after another in one (tar, POSIX ustar), so that any machine can take them out again. Only what an
 * archive of ours needs: plain files with short names. Reading tells where something is not as it was written.
 */

export type TarFile = { readonly name: string; readonly bytes: Uint8Array }

const block = 512
const nameMost = 100
/** Nothing of ours is written in larger pieces. */
const sizeMost = 1 << 30

/** A file as it stands in the archive; `at` in whole seconds. */
export function tarFile({ name, bytes }: TarFile, at: number): Buffer {
  const padding = Buffer.alloc((block - (bytes.length % block)) % block)
  return Buffer.concat([headerOf(name, bytes.length, at), bytes, padding])
}

/** What stands behind the last file. */
export const tarEnd: Buffer = Buffer.alloc(2 * block)

function headerOf(name: string, size: number, at: number): Buffer {
  const header = Buffer.alloc(block)
  if (Buffer.byteLength(name) >= nameMost) throw new Error(`broken promise: ${name} is short`)
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0')
  header.write(name, 0)
  header.write(octal(0o600, 7), 100)
  header.write(octal(0, 7), 108)
  header.write(octal(0, 7), 116)
  header.write(octal(size, 11), 124)
  header.write(octal(at, 11), 136)
  header.write('0', 156)
  header.write('ustar', 257)
  header.write('00', 263)
  header.write(octal(sumOf(header), 6), 148)
  header.write(' ', 155)
  return header
}

/** The sum of all bytes, those of the sum itself taken as spaces. */
function sumOf(header: Uint8Array): number {
  return header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0)
}

/** Where an archive is not what was written: behind which file, and how many bytes from the start. */
export class TarBroken extends Error {
  readonly behind: string
  readonly offset: number

  constructor(behind: string, offset: number) {
    super(`The archive cannot be read on behind ${behind || 'its start'}, at byte ${offset}`)
    this.behind = behind
    this.offset = offset
  }
}

/**
 * The files of an archive, one at a time.
 *
 * @throws TarBroken where it ends too soon, or holds what was not written so.
 */
export async function* filesOfTar(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<TarFile> {
  const bytes = new Bytes(pieces)
  let behind = ''
  for (;;) {
    const start = bytes.offset
    const header = await bytes.take(block)
    if (!header) throw new TarBroken(behind, start)
    if (header.every((byte) => byte === 0)) {
      const rest = await bytes.take(block)
      const isEnd = rest?.every((byte) => byte === 0) && (await bytes.take(1)) === undefined
      if (!isEnd || bytes.isTorn) throw new TarBroken(behind, start)
      return
    }
    const name = header.toString('utf8', 0, header.indexOf(0) % nameMost)
    const size = Number.parseInt(header.toString('latin1', 124, 135), 8)
    const at = Number.parseInt(header.toString('latin1', 136, 147), 8)
    const isRight = size >= 0 && size <= sizeMost && at >= 0 && name !== ''
    if (!isRight || !header.equals(headerOf(name, size, at))) throw new TarBroken(behind, start)
    const content = await bytes.take(size)
    const padding = await bytes.take((block - (size % block)) % block)
    if (!content || !padding?.every((byte) => byte === 0)) throw new TarBroken(name, start)
    behind = name
    yield { name, bytes: content }
  }
}

/** Bytes that come in pieces, taken as many at a time as are needed. */
class Bytes {
  offset = 0
  /** Whether the pieces ended in the middle of what was asked. */
  isTorn = false
  readonly #pieces: AsyncIterator<Uint8Array>
  #held: Uint8Array[] = []
  #size = 0

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]()
  }

  /** So many bytes, or undefined where there are fewer. */
  async take(count: number): Promise<Buffer | undefined> {
    while (this.#size < count) {
      const next = await this.#pieces.next()
      if (next.done) {
        this.isTorn = this.#size > 0
        return undefined
      }
      this.#held.push(next.value)
      this.#size += next.value.length
    }
    const all = Buffer.concat(this.#held)
    this.#held = [all.subarray(count)]
    this.#size -= count
    this.offset += count
    return all.subarray(0, count)
  }
}
