/** Plain text for people: sentences, and leads with points under them, on lines of at most 100 columns. */

/** A sentence or clause, or a lead (without its colon) with the points under it. */
export type Prose = string | { readonly lead: string; readonly points: readonly Point[] }

/** A point of a list: one sentence or clause, or a paragraph of them. */
export type Point = Prose | readonly Prose[]

const columns = 100
const step = '  '

/** Sentences run on in a paragraph; a lead ends its paragraph with a colon and gets its points. */
export function print(prose: readonly Prose[], indent = ''): string[] {
  const lines: string[] = []
  let sentences: string[] = []
  for (const each of prose) {
    if (typeof each === 'string') {
      sentences.push(each)
      continue
    }
    lines.push(...wrap([...sentences, `${each.lead}:`].join(' '), indent))
    lines.push(...each.points.flatMap((point) => printPoint(point, indent)))
    sentences = []
  }
  return [...lines, ...wrap(sentences.join(' '), indent)]
}

/** One point of a list: its first line after a dash, the rest under it. */
export function printPoint(point: Point, indent = ''): string[] {
  const isOne = typeof point === 'string' || 'lead' in point
  const [first = '', ...rest] = print(isOne ? [point] : point, indent + step)
  return [`${indent}- ${first.trimStart()}`, ...rest]
}

/** Breaks a text into lines of plain spaces; an amount stays with its euro sign. */
export function wrap(text: string, indent = ''): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.replaceAll('\u00a0', ' ').match(/€ \S+|\S+/g) ?? []) {
    if (line !== '' && indent.length + line.length + 1 + word.length > columns) {
      lines.push(indent + line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, indent + line]
}

/** "de leeftijd" as "De leeftijd". */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Ends a sentence with a clause, or opens a list with it. */
export function sentence(before: string, clause: Prose): Prose {
  if (typeof clause === 'string') return `${before} ${clause}.`
  return { lead: `${before} ${clause.lead}`, points: clause.points }
}

/** A clause with words before it: "waarbij" and a condition. */
export function preceded(before: string, clause: Prose): Prose {
  if (typeof clause === 'string') return `${before} ${clause}`
  return { lead: `${before} ${clause.lead}`, points: clause.points }
}

const inlineMax = 3

/** A phrase and what is said more closely about it: behind commas, or as points when that is long. */
export function detailed(phrase: string, details: readonly Prose[]): Prose {
  const inline = details.filter((detail) => typeof detail === 'string')
  const short = inline.length === details.length && inline.length <= inlineMax
  return short ? [phrase, ...inline].join(', ') : { lead: phrase, points: details }
}
