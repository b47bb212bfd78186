/**
 * The rules a region begins with (eerste regels): books that were in force before they went live here by
 * operations. They are brought in once, with an event each; whatever comes after is proposed, adopted and
 * released.
 */
import { lineOf } from '../core/policy/resolve.ts'
import type { LoadedBook } from '../policies/load-rule-book.ts'
import { sourceOf } from '../policies/load-rule-book.ts'
import {
  addRelease,
  addRuleBook,
  booksReleasedBefore,
  lockRules,
  type NewRelease,
  releasesOf,
} from '../store/rule-books.ts'
import { instantOf } from './dutch-time.ts'
import { inTransaction, type Setting } from './operation.ts'
import { bookKept } from './rules-for-listing.ts'

/**
 * Brings in the books of a region that has no rules yet; nothing happens where it has. What an earlier version
 * of the system released stays what it was.
 */
export async function beginRules(
  setting: Setting,
  books: readonly LoadedBook[],
): Promise<{ readonly begun: number }> {
  return inTransaction(setting, undefined, async (doing) => {
    const { transaction, region, at } = doing
    await lockRules(transaction, region, 'lock')
    if ((await releasesOf(transaction, region)).length > 0) return { begun: 0 }
    const before = await booksReleasedBefore(transaction, region)
    const begun =
      before.length > 0
        ? before.map(({ hash, text }) => bookKept(text, hash))
        : books.map((each) => each)
    const taken = new Set<string>()
    // Of several on one line the newest decides; the others were only released.
    for (const each of begun.toReversed()) {
      const release = firstRelease(each)
      let { decidesFrom } = release
      while (taken.has(`${release.line} ${decidesFrom.getTime()}`)) {
        decidesFrom = new Date(decidesFrom.getTime() - 1)
      }
      taken.add(`${release.line} ${decidesFrom.getTime()}`)
      if (before.length === 0) {
        await addRuleBook(transaction, region, {
          ...{ hash: each.hash, id: each.book.book, text: sourceOf(each) },
        })
      }
      const event = await doing.write({
        kind: 'rules-brought-in',
        open: releaseTold(each, { ...release, decidesFrom }),
      })
      await addRelease(transaction, region, { ...release, decidesFrom, at, event })
    }
    return { begun: begun.length }
  })
}

/** From which instant a book decides that is simply there: the day it says. */
export function firstRelease({
  book,
  hash,
}: LoadedBook): Pick<NewRelease, 'line' | 'hash' | 'decidesFrom' | 'replaces'> {
  return {
    ...{ line: lineOf(book), hash, replaces: undefined },
    decidesFrom: instantOf(book.valid.from, '00:00'),
  }
}

/** What the log says of a release, for ever: enough to tell which book was in force at any instant. */
export function releaseTold(
  { book }: Pick<LoadedBook, 'book'>,
  {
    line,
    hash,
    replaces,
    decidesFrom,
  }: Pick<NewRelease, 'line' | 'hash' | 'decidesFrom' | 'replaces'>,
) {
  return {
    ...{ book: book.book, hash, line, decidesFrom: decidesFrom.toISOString() },
    replaces: replaces ?? null,
  }
}
