/** A region that ships with the system, and the rules it lives under. */
import { dirname } from 'node:path'
import type { RuleBook } from '../../core/policy/rule-book.ts'
import { loadBooks } from '../../policies/load-books.ts'
import { type LoadedRegion, loadRegion } from '../load-region.ts'

export type Shipped = LoadedRegion & { readonly books: readonly RuleBook[] }

export function shippedRegion(name: string): Shipped {
  const loaded = loadRegion(name)
  if (Array.isArray(loaded)) throw new Error(`${name} cannot be read`)
  return { ...loaded, books: booksOf(loaded, loaded.region.rules, dirname(loaded.file)) }
}

/** The rules of some books by name or path, on the first day of the region. */
export function booksOf(
  { region }: LoadedRegion,
  rules: readonly string[],
  folder: string,
): readonly RuleBook[] {
  return loadBooks(rules, folder, region.starts).map((each) => {
    if ('code' in each) throw new Error(`${each.file}: ${each.code}`)
    return each.book
  })
}
