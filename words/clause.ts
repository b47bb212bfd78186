/**
 * One clause in two orders. In Dutch the verb stands second where a sentence stands by itself, and last after "als",
 * "dat" and "waarbij": "u woont in Heerlen", "als u in Heerlen woont". A clause is written once, in the first order,
 * with its verb between brackets: `u [woont] in Heerlen`. Where the verb does not come last, its place is marked:
 * `u [heeft] zes jaar in Heerlen | gewoond`, `u [laat] een woning achter|`. English has one order, and no marks.
 */
import type { Language } from './language.ts'

/** `main` stands by itself; `sub` follows a word such as "als". */
export type Order = 'main' | 'sub'

/** What is so, and what is not so. */
export type Clause = Readonly<Record<Language, { readonly yes: string; readonly no: string }>>

/** A clause as it is written, in one order. */
export function inOrder(written: string, order: Order): string {
  const [, verb] = /\[([^\]]+)\]/.exec(written) ?? []
  if (verb === undefined) return written
  if (order === 'main') return tidy(written.replace(`[${verb}]`, verb).replace('|', ''))
  const rest = written.replace(`[${verb}]`, '')
  return tidy(rest.includes('|') ? rest.replace('|', verb) : `${rest} ${verb}`)
}

function tidy(text: string): string {
  return text.replace(/ {2,}/g, ' ').trim()
}
