/** Rows of a picture below each other (rijen onder elkaar), each as high as its words make it. */
import type { Markup } from './markup.ts'

export type DrawnRow = { readonly markup: Markup; readonly height: number }

/** Draws each row from where the one before it ends; `bottom` is where the last of them does. */
export function stackRows<Row>(
  rows: readonly Row[],
  top: number,
  draw: (row: Row, top: number, index: number) => DrawnRow,
): { readonly drawn: readonly Markup[]; readonly bottom: number } {
  const drawn: Markup[] = []
  let bottom = top
  for (const [index, row] of rows.entries()) {
    const { markup, height } = draw(row, bottom, index)
    drawn.push(markup)
    bottom += height
  }
  return { drawn, bottom }
}
