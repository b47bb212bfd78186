/** A map in boxes (vakkenkaart): one box a municipality, about where it lies, with its count in it. */
import { html } from 'hono/html'
import type { Html } from './page.ts'

type Place = { readonly place: string; readonly name: string; readonly count: number }

/** Where the municipalities of Parkstad lie to each other, as column and row. */
const known: Readonly<Record<string, readonly [number, number]>> = {
  beekdaelen: [0, 0],
  brunssum: [1, 0],
  landgraaf: [2, 0],
  voerendaal: [0, 1],
  heerlen: [1, 1],
  kerkrade: [2, 1],
  simpelveld: [1, 2],
}

const columns = 3
const width = 150
const height = 92
const gap = 8

const lettersMost = 16

// The whole name stands in the table beside it.
function shortened(name: string): string {
  return name.length > lettersMost ? `${name.slice(0, lettersMost - 1)}…` : name
}

/** The more homes, the fuller the bar in the box: no colour has to be told from another. */
export function placesPicture(places: readonly Place[], title: string): Html {
  const most = Math.max(1, ...places.map(({ count }) => count))
  const rest = places.filter(({ place }) => known[place] === undefined)
  const rowsKnown = rest.length === places.length ? 0 : 3
  const boxes = places.map((each) => {
    const at = rest.indexOf(each)
    const [column, row] = known[each.place] ?? [at % columns, rowsKnown + Math.floor(at / columns)]
    return { ...each, x: column * (width + gap), y: row * (height + gap) }
  })
  const right = columns * (width + gap) - gap
  const bottom = Math.max(...boxes.map(({ y }) => y)) + height
  return html`<svg class="places" viewBox="-1 -1 ${right + 2} ${bottom + 2}" role="img" aria-label="${title}">
${boxes.map(
  ({ name, count, x, y }) => html`<g transform="translate(${x} ${y})">
<rect class="places-box" width="${width}" height="${height}" rx="6"/>
<text class="places-name" x="12" y="28">${shortened(name)}</text><text class="places-count" x="12" y="60">${count}</text>
<rect class="places-bar" x="12" y="72" width="${Math.round(((width - 24) * count) / most)}" height="8" rx="2"/></g>`,
)}</svg>`
}
