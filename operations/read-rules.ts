/** The rules, for everybody to read (regels): those in force on a day, and the books there are. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import { type Resolved, resolve } from '../core/policy/resolve.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import { dayOf, type Setting } from './operation.ts'
import { booksFor } from './rules-for-listing.ts'

export type ShownBook = {
  readonly book: RuleBook
  readonly hash: string
  readonly isInForce: boolean
}

/** Every book that was released, with whether it is in force on a day; the newest of a name first. */
export function releasedBooks(setting: Setting, on = dayOf(setting.now())): ShownBook[] {
  return setting.books
    .map(({ book, hash }) => ({
      ...{ book, hash },
      isInForce: book.valid.from <= on && on <= book.valid.until,
    }))
    .toSorted((a, b) => Number(b.isInForce) - Number(a.isInForce))
}

/** The rules that hold for a home on a day, laid over each other. */
export function rulesInForce(setting: Setting, home: Facts, on: CalendarDate): Resolved {
  return resolve(
    booksFor(setting, home, on).map(({ book }) => book),
    { on, listing: home },
  )
}

/** The books a listing was made known under. */
export function rulesOfHome(
  setting: Setting,
  { ruleBooks, facts }: { readonly ruleBooks: readonly string[]; readonly facts: Facts },
  on: CalendarDate,
): Resolved {
  const books = setting.books.filter(({ hash }) => ruleBooks.includes(hash))
  return resolve(
    books.map(({ book }) => book),
    { on, listing: facts },
  )
}
