/** A sweep (aan de knop draaien): proposals that differ in one number only are points on a line. */

import { lines } from '../../pictures/lines.ts'
import { type Markup, nothing } from '../../pictures/markup.ts'
import { figure } from '../../pictures/picture.ts'
import { formatNumber } from '../../words/language.ts'
import { capital } from '../../words/prose.ts'
import { unitText } from '../../words/report-numbers.ts'
import type { VariantOutcome } from '../comparison.ts'
import { headlineAbout } from './headline.ts'
import {
  captionsBelow,
  chartWords,
  isMeasured,
  numbersOf,
  paragraph,
  section,
  type Telling,
  ticksOf,
} from './telling.ts'

type Sweep = {
  readonly parameter: string
  readonly points: readonly { readonly x: number; readonly variant: VariantOutcome }[]
}

export function sweep(telling: Telling): Markup {
  const { say } = telling
  const found = sweepOf(telling.comparison.variants)
  const { measure } = headlineAbout(telling)
  if (!found || !isMeasured(telling, measure)) return nothing
  return section('knop', say('sweep'), [
    paragraph(say('sweep-intro', { parameter: found.parameter })),
    drawSweep(telling, found, measure),
  ])
}

/** The one number that variants differ in; three points at least, for two are no line. */
export function sweepOf(variants: readonly VariantOutcome[]): Sweep | undefined {
  const paths = new Set(variants.flatMap(({ settings }) => settings.map(({ path }) => path)))
  const varied = [...paths].filter(
    (path) => new Set(variants.map((each) => settingOf(each, path))).size > 1,
  )
  const [parameter] = varied
  if (varied.length !== 1 || parameter === undefined) return undefined
  const points = variants.flatMap((variant) => {
    const x = settingOf(variant, parameter)
    return typeof x === 'number' ? [{ x, variant }] : []
  })
  const sameRules = new Set(points.map(({ variant }) => variant.hash)).size === 1
  return points.length >= fewestPoints && sameRules ? { parameter, points } : undefined
}

function settingOf({ settings }: VariantOutcome, path: string): number | string | undefined {
  return settings.find((each) => each.path === path)?.value
}

const fewestPoints = 3

function drawSweep(telling: Telling, { parameter, points }: Sweep, measure: string): Markup {
  const { say, language, group } = telling
  const { gains, loses } = headlineAbout(telling)
  const { name, unit } = telling.measure(measure)
  const facts = { measure: capital(name), unit: unitText(unit, language), parameter }
  const title = say('sweep-title', facts)
  const picture = lines({
    id: 'sweep',
    title,
    description: say('sweep-description', { count: points.length }),
    series: [...new Set([gains, loses])].map((each) => ({
      label: capital(group(each)),
      points: points.map(({ x, variant }) => ({
        x,
        y: variant.estimates[measure]?.[each] ?? null,
      })),
    })),
    showX: (value) => formatNumber(value, language),
    showY: numbersOf(telling, measure),
    showTick: ticksOf(telling, measure),
    words: { ...chartWords(telling), x: parameter, y: say('chart-title', facts) },
  })
  return figure({ title }, picture, captionsBelow(telling))
}
