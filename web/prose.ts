/** Sentences and leads with points, as the words are made, in HTML. */
import { html } from 'hono/html'
import type { Point, Prose } from '../words/prose.ts'
import type { Mark } from './dutch.ts'
import type { Html } from './page.ts'

/** Sentences run on in a paragraph; a lead ends its paragraph and gets its points. */
export function showProse(prose: readonly Prose[], mark: Mark): Html {
  const blocks: Html[] = []
  let sentences: string[] = []
  const end = (last?: string) => {
    const text = [...sentences, ...(last === undefined ? [] : [`${last}:`])].join(' ')
    if (text !== '') blocks.push(html`<p>${mark(text)}</p>`)
    sentences = []
  }
  for (const each of prose) {
    if (typeof each === 'string') sentences.push(each)
    else {
      end(each.lead)
      blocks.push(
        html`<ul>${each.points.map((point) => html`<li>${showPoint(point, mark)}</li>`)}</ul>`,
      )
    }
  }
  end()
  return html`${blocks}`
}

function showPoint(point: Point, mark: Mark): Html {
  if (typeof point === 'string') return html`${mark(point)}`
  return showProse('lead' in point ? [point] : point, mark)
}
