/** The rules, for everybody to read (regels): those in force on a day, and the books there are. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import { type Resolved, resolve } from '../core/policy/resolve.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import { hashesInForce, releasesOf } from '../store/rule-books.ts'
import { dayOf, type Setting } from './operation.ts'
import { booksFor, releasedBook, rulesUnder } from './rules-for-listing.ts'

export type ShownBook = {
  readonly book: RuleBook
  readonly hash: string
  /** From when it decides, or decided. */
  readonly decidesFrom: Date
  readonly isInForce: boolean
  /** Released, and its instant is still to come. */
  readonly isToCome: boolean
}

/** Every book that was released: those in force first, then those to come, then those that were. */
export async function releasedBooks(setting: Setting): Promise<ShownBook[]> {
  const { store, region } = setting
  const now = setting.now()
  const today = dayOf(now)
  const inForce = new Set(await hashesInForce(store, region, now))
  const shown: ShownBook[] = []
  for (const { hash, decidesFrom } of await releasesOf(store, region)) {
    if (shown.some((each) => each.hash === hash)) continue
    const { book } = await releasedBook(setting, hash)
    const isValid = book.valid.from <= today && today <= book.valid.until
    shown.push({
      ...{ book, hash, decidesFrom, isToCome: decidesFrom > now },
      isInForce: inForce.has(hash) && isValid,
    })
  }
  const rank = ({ isInForce, isToCome }: ShownBook) => (isInForce ? 2 : isToCome ? 1 : 0)
  return shown.toSorted((a, b) => rank(b) - rank(a))
}

/** The rules that hold for a home on a day, laid over each other. */
export async function rulesInForce(
  setting: Setting,
  home: Facts,
  on: CalendarDate,
): Promise<Resolved> {
  const books = await booksFor(setting, home, on)
  return resolve(
    books.map(({ book }) => book),
    { on, listing: home },
  )
}

/** The books a listing was made known under. */
export async function rulesOfHome(
  setting: Setting,
  { ruleBooks, facts }: { readonly ruleBooks: readonly string[]; readonly facts: Facts },
  on: CalendarDate,
): Promise<Resolved> {
  const { books } = await rulesUnder(setting, ruleBooks, on)
  return resolve(
    books.map(({ book }) => book),
    { on, listing: facts },
  )
}
