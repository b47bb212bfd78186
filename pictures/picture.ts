/**
 * A picture and its table twin (tabel bij de grafiek), made from the same numbers. A picture is as wide as
 * the page: positions along it are percentages, heights are pixels, so that its letters never shrink.
 */
import { type Markup, mark } from './markup.ts'

export type Picture = { readonly svg: Markup; readonly table: Markup }

/** What every picture says of itself. The id is unique on the page. */
export type Captions = {
  readonly id: string
  readonly title: string
  /** What there is to see, in a sentence, for who does not see it. */
  readonly description: string
}

export type Table = {
  readonly caption: string
  readonly columns: readonly string[]
  /** Wider than the text, where the page has room beside it. */
  readonly wide?: boolean
  readonly rows: readonly TableRow[]
}

export type TableRow = { readonly label: Cell; readonly cells: readonly Cell[] }

/** A number keeps its exact value beside the rounded text; the rest is text. */
export type Cell = string | Markup | { readonly value: number; readonly text: string }

/** An image for a screen reader, with a title and a description. */
export function svgPicture({ id, title, description }: Captions, height: number, drawn: Markup) {
  return mark`<svg class="picture" role="img" aria-labelledby="${id}-title ${id}-desc" width="100%" height="${height}" xmlns="http://www.w3.org/2000/svg"><title id="${id}-title">${title}</title><desc id="${id}-desc">${description}</desc>${drawn}</svg>`
}

/** A table that scrolls by itself where it is wider than the page, also by keyboard. */
export function table({ caption, columns, rows, wide = false }: Table): Markup {
  return mark`<div class="${wide ? 'scroll wide' : 'scroll'}" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${columns.map((each) => mark`<th scope="col">${each}</th>`)}</tr></thead>
<tbody>${rows.map(tableRow)}</tbody></table></div>`
}

function tableRow({ label, cells }: TableRow): Markup {
  return mark`<tr><th scope="row">${cellText(label)}</th>${cells.map((cell) => mark`<td>${cellText(cell)}</td>`)}</tr>
`
}

/** The text of a cell; a number can be read back exactly from its `value`. */
export function cellText(cell: Cell): Markup {
  if (typeof cell === 'string') return mark`${cell}`
  return 'markup' in cell ? cell : mark`<data value="${String(cell.value)}">${cell.text}</data>`
}

/** A picture on a page: its title above it, the twin one click away, where it comes from under it. */
export function figure(
  { title }: Pick<Captions, 'title'>,
  { svg, table: twin }: Picture,
  { asTable, source }: { readonly asTable: string; readonly source: string },
): Markup {
  return mark`<figure><figcaption>${title}</figcaption>
${svg}
<details><summary>${asTable}<span class="hidden">: ${title}</span></summary>${twin}</details>
<p class="source">${source}</p></figure>
`
}
