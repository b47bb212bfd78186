/** Words of a picture (bijschrift): letters in it do not flow by themselves, so they are set in lines that fit a phone. */
import { type Markup, mark } from './markup.ts'

export type TextLines = {
  readonly markup: Markup
  /** What the lines after the first take. */
  readonly extra: number
}

export type LineStyle = {
  /** The class of its letters. */
  readonly kind: string
  /** The line that the first one stands on. */
  readonly top: number
  readonly lineHeight: number
  /** As many letters as are as wide as a phone. */
  readonly lettersMost: number
}

/** Names of rows, in bold letters. */
export const labelStyle = { kind: 'label', lineHeight: 18, lettersMost: 31 } as const
/** What is said of a row, in smaller ones. */
export const sayingStyle = { kind: 'says', lineHeight: 17, lettersMost: 38 } as const

/** The text from the left edge down. A word that is wider than a line stands alone on one. */
export function textLines(
  text: string,
  { kind, top, lineHeight, lettersMost }: LineStyle,
): TextLines {
  const lines = linesThatFit(text, lettersMost)
  const drawn = lines.map(
    (line, at) => mark`<text class="${kind}" x="0" y="${top + at * lineHeight}">${line}</text>`,
  )
  return { markup: mark`${drawn}`, extra: (lines.length - 1) * lineHeight }
}

/** Broken only where there is a plain space: a number stays with its unit. */
export function linesThatFit(text: string, lettersMost: number): readonly string[] {
  const lines: string[] = []
  let line: string | undefined
  for (const word of text.split(' ')) {
    if (line !== undefined && line.length + 1 + word.length > lettersMost) {
      lines.push(line)
      line = word
    } else line = line === undefined ? word : `${line} ${word}`
  }
  return [...lines, line ?? '']
}
