/** Sentences and leads with points, as the words are made, as a list of texts: a point begins with a dash. */
import type { Point, Prose } from '../words/prose.ts'

const step = '  '

export function textsOf(prose: readonly Prose[], indent = ''): string[] {
  return prose.flatMap((each) =>
    typeof each === 'string'
      ? [indent + each]
      : [`${indent}${each.lead}:`, ...each.points.flatMap((point) => pointTexts(point, indent))],
  )
}

function pointTexts(point: Point, indent: string): string[] {
  const [first = '', ...rest] = textsOf(
    typeof point === 'string' || 'lead' in point ? [point] : point,
    indent + step,
  )
  return [`${indent}- ${first.trimStart()}`, ...rest]
}
