/** The rules that decide about a listing: the books it was made known under, whatever came after. */
import { addDays, type CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import { reaches, resolve } from '../core/policy/resolve.ts'
import { type Prepared, prepare } from '../core/ranking/prepare.ts'
import type { LoadedBook } from '../policies/load-rule-book.ts'
import type { Setting } from './operation.ts'

/** The released books that reach a home and are in force on a day, lowest first. */
export function booksFor({ books }: Setting, home: Facts, on: CalendarDate): LoadedBook[] {
  return books.filter(
    ({ book }) => reaches(book.authority, home) && book.valid.from <= on && on <= book.valid.until,
  )
}

const prepared = new Map<string, Prepared>()

/** Rules made ready for a day; the same books on the same day are made ready once. */
export function rulesUnder(
  setting: Setting,
  hashes: readonly string[],
  on: CalendarDate,
): { readonly prepared: Prepared; readonly books: readonly LoadedBook[] } {
  const books = setting.books.filter(({ hash }) => hashes.includes(hash))
  const key = `${on} ${books.map(({ hash }) => hash).join(' ')}`
  const known =
    prepared.get(key) ??
    prepare(
      resolve(
        books.map(({ book }) => book),
        { on },
      ),
    )
  if (prepared.size > keptMax) prepared.clear()
  prepared.set(key, known)
  return { prepared: known, books }
}

const keptMax = 50

/** Quotas count back so far at most: two years, which is the longest period a quota has. */
export function countsSince(on: CalendarDate): CalendarDate {
  return addDays(on, -2 * 366)
}
