/** Where a page of a long list begins (bladzijde), for who asks for it by its number. */

/** A page there is: whoever asks for one behind the last gets the last. */
export type PageOfList = {
  readonly page: number
  readonly pages: number
  /** So many stand on the pages before it. */
  readonly from: number
}

/** The page of a list of so many, with so many on each. */
export function pageOfList(asked: number, count: number, size: number): PageOfList {
  const pages = Math.max(1, Math.ceil(count / size))
  const page = Math.min(Math.max(1, asked), pages)
  return { page, pages, from: (page - 1) * size }
}
