/** The region that is served (regio), and the rules it lives by. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { findBook, loadBooks } from '../policies/load-books.ts'
import type { LoadedBook } from '../policies/load-rule-book.ts'

export const regionId = 'parkstad'
export const regionName = 'Parkstad'

/**
 * The rules the region begins with; what comes after goes live by operations.
 *
 * @throws when the books that ship with the system cannot be read.
 */
export function firstBooks(): readonly LoadedBook[] {
  return loadBooks(['parkstad-2024', 'voorbeeldwonen-2026']).map((each) => {
    if ('book' in each) return each
    throw new Error(`The rules of ${regionId} cannot be read: ${each.path}`)
  })
}

/** The text of rules that a municipality of the example region proposes. */
export function proposedText(): Uint8Array {
  const file = findBook('heerlen-2026', import.meta.dirname)
  if (file === undefined) throw new Error('The rules that are proposed as an example are not there')
  return readFileSync(file)
}

/** The engine, as receipts name it. */
export function engineVersion(): string {
  const file = join(import.meta.dirname, '..', 'package.json')
  const { name, version } = z
    .object({ name: z.string(), version: z.string() })
    .parse(JSON.parse(readFileSync(file, 'utf8')))
  return `${name} ${version}`
}
