/**
 * The rules that decide: those in force at an instant, and of a listing those it was made known under, whatever
 * came after. This is the one place where operations get them, and it asks the store each time which they are:
 * what one process releases, every process decides by from its instant on. Only what a version says is kept
 * here, by its hash, and that never changes.
 */
import { addDays, type CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import { reaches, resolve } from '../core/policy/resolve.ts'
import { levels } from '../core/policy/rule-book.ts'
import { type Prepared, prepare } from '../core/ranking/prepare.ts'
import { bookOfText, type LoadedBook } from '../policies/load-rule-book.ts'
import type { InTransaction, Store } from '../store/database.ts'
import { hashesInForce, releasedAmong, releasesOf, ruleBooksOf } from '../store/rule-books.ts'
import { instantOf } from './dutch-time.ts'
import { dayOf } from './operation.ts'
import { openingHour } from './terms.ts'

/** Who asks for rules: an operation within its transaction, or a page that only reads. */
export type Asking = { readonly region: string } & (
  | { readonly transaction: InTransaction; readonly at: Date }
  | { readonly store: Store; now(): Date }
)

/** The released books that reach a home and are in force on a day, lowest first. */
export async function booksFor(
  asking: Asking,
  home: Facts,
  on: CalendarDate,
): Promise<LoadedBook[]> {
  const books = await booksInForce(asking, instantOn(asking, on))
  return reaching(books, home, on)
}

/** Of books, those that reach a home and are valid on a day. */
export function reaching(
  books: readonly LoadedBook[],
  home: Facts,
  on: CalendarDate,
): LoadedBook[] {
  return books.filter(
    ({ book }) => reaches(book.authority, home) && book.valid.from <= on && on <= book.valid.until,
  )
}

/** Every book that decides at an instant, lowest first. */
export async function booksInForce(asking: Asking, at = nowOf(asking)): Promise<LoadedBook[]> {
  const hashes = await hashesInForce(storeOf(asking), asking.region, at)
  return inOrder(await booksOf(asking, hashes))
}

// Today: now. On a day to come: when listings open that day. On a day that was: when it ended.
function instantOn(asking: Asking, on: CalendarDate): Date {
  const now = nowOf(asking)
  const today = dayOf(now)
  if (on === today) return now
  return on > today ? instantOf(on, openingHour) : endOfDay(on)
}

function endOfDay(on: CalendarDate): Date {
  return new Date(instantOf(addDays(on, 1), '00:00').getTime() - 1)
}

/** Rules made ready for a day; the same books on the same day are made ready once. */
export async function rulesUnder(
  asking: Asking,
  hashes: readonly string[],
  on: CalendarDate,
): Promise<{ readonly prepared: Prepared; readonly books: readonly LoadedBook[] }> {
  const books = inOrder(await booksOf(asking, hashes))
  return { prepared: preparedFor(books, on), books }
}

const prepared = new Map<string, Prepared>()

/** Books made ready for a day, once. */
export function preparedFor(books: readonly LoadedBook[], on: CalendarDate): Prepared {
  const key = `${on} ${books.map(({ hash }) => hash).join(' ')}`
  const known = prepared.get(key)
  if (known) return known
  const rules = resolve(
    books.map(({ book }) => book),
    { on },
  )
  const made = prepare(rules)
  const [oldest] = prepared.keys()
  if (prepared.size >= preparedMax && oldest !== undefined) prepared.delete(oldest)
  prepared.set(key, made)
  return made
}

const preparedMax = 400

const released = new Map<string, LoadedBook>()
const releasedMax = 200

/**
 * Released versions by their hashes.
 *
 * @throws where one was never released, or is not what its hash says: by such rules nothing is decided.
 */
async function booksOf(asking: Asking, hashes: readonly string[]): Promise<LoadedBook[]> {
  const { region } = asking
  const lacking = hashes.filter((hash) => !released.has(keyOf(region, hash)))
  if (lacking.length > 0) {
    const store = storeOf(asking)
    const may = new Set(await releasedAmong(store, region, lacking))
    const texts = new Map(
      (await ruleBooksOf(store, region, lacking)).map(({ hash, text }) => [hash, text]),
    )
    if (released.size > releasedMax) released.clear()
    for (const hash of lacking) {
      if (!may.has(hash)) throw new Error(`rule book ${hash} was never released`)
      released.set(keyOf(region, hash), bookKept(texts.get(hash) ?? '', hash))
    }
  }
  return hashes.flatMap((hash) => released.get(keyOf(region, hash)) ?? [])
}

/** The last version that was released of each book, by its id: what a new version may build on. */
export async function latestBooks(asking: Asking): Promise<Map<string, LoadedBook>> {
  const releases = await releasesOf(storeOf(asking), asking.region)
  const lines = new Map(releases.toReversed().map(({ line, hash }) => [line, hash]))
  const books = await booksOf(asking, [...lines.values()])
  return new Map(books.map((each) => [each.book.book, each]))
}

type Kept = { readonly loaded: LoadedBook; readonly text: string }
const kept = new Map<string, Kept>()
const keptMost = 50

/** One version with its text, released or not: to be read, never to decide by. */
export async function keptBook(asking: Asking, hash: string): Promise<Kept> {
  const known = kept.get(hash)
  if (known) return known
  const [stored] = await ruleBooksOf(storeOf(asking), asking.region, [hash])
  const text = stored?.text ?? ''
  const book = { loaded: bookKept(text, hash), text }
  if (kept.size >= keptMost) kept.clear()
  kept.set(hash, book)
  return book
}

/** One version, if it was released. */
export async function releasedBook(asking: Asking, hash: string): Promise<LoadedBook> {
  const [found] = await booksOf(asking, [hash])
  if (!found) throw new Error('broken promise: a book of a hash is given')
  return found
}

function keyOf(region: string, hash: string): string {
  return `${region} ${hash}`
}

/**
 * The book in a text that was kept under a hash.
 *
 * @throws where the text is not what the hash says.
 */
export function bookKept(text: string, hash: string): LoadedBook {
  const loaded = bookOfText(text)
  if (Array.isArray(loaded) || loaded.hash !== hash) {
    throw new Error(`rule book ${hash} is not what was released`)
  }
  return loaded
}

/** Lowest first, and before the books they build on. */
export function inOrder(books: readonly LoadedBook[]): LoadedBook[] {
  const byId = new Map(books.map(({ book }) => [book.book, book]))
  const depth = (id: string, above = 0): number =>
    above > byId.size
      ? above
      : Math.max(0, ...(byId.get(id)?.builds_on ?? []).map((each) => 1 + depth(each, above + 1)))
  const rank = new Map(
    books.map((each) => [
      each,
      levels.indexOf(each.book.authority.level) * (books.length + 1) + depth(each.book.book),
    ]),
  )
  return books.toSorted(
    (a, b) => (rank.get(b) ?? 0) - (rank.get(a) ?? 0) || (a.hash < b.hash ? -1 : 1),
  )
}

function storeOf(asking: Asking): Store | InTransaction {
  return 'transaction' in asking ? asking.transaction : asking.store
}

function nowOf(asking: Asking): Date {
  return 'at' in asking ? asking.at : asking.now()
}

/** Quotas count back so far at most: two years, which is the longest period a quota has. */
export function countsSince(on: CalendarDate): CalendarDate {
  return addDays(on, -2 * 366)
}
