/** Rule books that are simply in force, for tests that are about something else; nothing is told of it. */

import { firstRelease } from '../operations/begin-rules.ts'
import { loadBooks } from '../policies/load-books.ts'
import { type LoadedBook, sourceOf } from '../policies/load-rule-book.ts'
import type { Store } from '../store/database.ts'
import { releaseRow } from '../store/rule-books.ts'

/** The rules of the example region, read once. */
export const exampleBooks = booksNamed('parkstad-2026')

/** The same with those of a landlord who lets people see a provisional place. */
export const landlordBooks = booksNamed('voorbeeldwonen-2026')

function booksNamed(name: string): readonly LoadedBook[] {
  return loadBooks(name).flatMap((each) => ('book' in each ? [each] : []))
}

export async function putInForce(
  store: Store,
  region: string,
  books: readonly LoadedBook[] = exampleBooks,
): Promise<void> {
  for (const each of books) {
    const hash = Buffer.from(each.hash, 'hex')
    const kept = { region, hash, id: each.book.book, text: sourceOf(each), released_at: null }
    await store.insertInto('rule_book').values(kept).execute()
    const release = { ...firstRelease(each), event: undefined }
    const row = releaseRow({ ...release, at: release.decidesFrom })
    await store
      .insertInto('rule_release')
      .values({ region, ...row })
      .execute()
  }
}
