/**
 * The one way an address is written on a page: no line ends between the name of a street and the number of the house,
 * so that no number stands alone. It is done where a page is made, so that it holds wherever an address is put, also
 * within a sentence. What somebody typed or copies as it is (fields, choices, code) stays as it was.
 */
const textOrKept = /<(textarea|option|script|style|pre|code|title)\b[^>]*>[\s\S]*?<\/\1>|>[^<]+</g

// A name and a number behind it: "Markt 12", "Voorbeeldstraat 3a-2"; not the day or the time behind a word.
const named = /(?<=\p{Lu}[\p{L}\p{M}’.-]+) (?=\d{1,5}(?:[a-zA-Z]{1,3}|-\d+)?(?:[\s,.;)<]|$))/gu
// An address that ends in small words stands by itself: "Laan van het zuiden 12".
const alone =
  /(?<=^\s*\p{Lu}[^\d.;:!?<]{2,48}\p{L}) (?=\d{1,5}(?:[a-zA-Z]{1,3}|-\d+)?(?:,|\s*<?$))/gu

const noBreak = '\u00a0'

/** A page in which each address holds together. */
export function withWholeAddresses(page: string): string {
  return page.replace(textOrKept, (part, kept: string | undefined) =>
    kept === undefined && /\d/.test(part) ? `>${whole(part.slice(1))}` : part,
  )
}

function whole(text: string): string {
  return text.replace(named, noBreak).replace(alone, noBreak)
}
