/**
 * Lists in pages (paginering): a cursor says behind which row the next page begins, so that rows that come in
 * meanwhile move nothing. To who asks it is a text to send back, and nothing more.
 */
import { z } from 'zod'

const limitMost = 100
const limitUsual = 25

/** Where a row stands in its order: what is sorted by, and last what tells rows apart. */
export type Position = readonly (string | number)[]

const positionShape = z.array(z.union([z.string(), z.number()])).min(1)

const cursorShape = z
  .string()
  .max(400)
  .transform((text, context): Position => {
    const read = positionShape.safeParse(decoded(text))
    if (read.success) return read.data
    context.addIssue({ code: 'custom', params: { form: 'cursor' } })
    return z.NEVER
  })

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/** What every list may be asked. */
export const paging = {
  limiet: z.coerce.number().int().min(1).max(limitMost).default(limitUsual),
  cursor: cursorShape.optional(),
}

/** A page of a list, with the address of the next. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ resultaten: z.array(row), volgende: z.string().nullable() })
}

type AskedPage = {
  readonly query: { readonly limiet: number; readonly cursor?: Position | undefined }
  readonly url: URL
}

/** The address of the page behind a row. */
export function nextAfter({ url }: Pick<AskedPage, 'url'>, position: Position): string {
  const query = new URLSearchParams(url.search)
  query.set('cursor', Buffer.from(JSON.stringify(position)).toString('base64url'))
  return `${url.pathname}?${query}`
}

/** The moment of which a list with the newest first has the negative in its positions. */
export function momentOf(part: Position[number] | undefined): Date | undefined {
  return typeof part === 'number' && part <= 0 && part >= -latest ? new Date(-part) : undefined
}

/** More milliseconds no date holds. */
const latest = 8.64e15

/** One page of rows that are at hand, put in the order of their positions. */
export function sliceOf<Row, Shown>(
  asked: AskedPage,
  rows: readonly Row[],
  { at, show }: { readonly at: (row: Row) => Position; readonly show: (row: Row) => Shown },
): { resultaten: Shown[]; volgende: string | null } {
  const { limiet, cursor } = asked.query
  const sorted = rows.toSorted((a, b) => compare(at(a), at(b)))
  const rest = cursor ? sorted.filter((row) => compare(at(row), cursor) > 0) : sorted
  const shown = rest.slice(0, limiet)
  const last = shown.at(-1)
  return {
    resultaten: shown.map(show),
    volgende: rest.length > limiet && last !== undefined ? nextAfter(asked, at(last)) : null,
  }
}

function compare(position: Position, other: Position): number {
  for (const [index, value] of position.entries()) {
    const against = other[index]
    if (against === undefined || value === against) continue
    return value > against ? 1 : -1
  }
  return 0
}
