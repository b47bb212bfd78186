import { describe, expect, test } from 'vitest'
import type { Estimate } from '../core/oversight/figures.ts'
import { fc } from '../tests/properties.ts'
import { bars } from './bars.ts'
import { dumbbell } from './dumbbell.ts'
import { lines } from './lines.ts'
import { mark } from './markup.ts'
import type { Picture } from './picture.ts'
import { ranges } from './ranges.ts'
import { drawnFrom, drawnUntil, extent, scaleOver } from './scale.ts'

const show = (value: number) => value.toFixed(1)
const words = {
  empty: 'leeg',
  interval: 'marge',
  range: (low: string, high: string) => `${low} tot ${high}`,
}
const shared = {
  id: 'one',
  title: 'Kans < wachten & "meer"',
  description: 'Wat <b>er</b> staat',
  show,
  showTick: show,
}

const figure = fc.double({ min: 0, max: 100, noNaN: true })
const interval: fc.Arbitrary<Estimate> = fc
  .tuple(figure, fc.double({ min: 0, max: 5, noNaN: true }))
  .map(([mean, margin]) => ({ mean, low: mean - margin, high: mean + margin, replications: 20 }))
const maybe = fc.option(interval)
const labels = fc.string({ unit: 'grapheme' })

describe('positions correspond to values', () => {
  test('a scale stays within what is drawn, keeps the order and can be read back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 1 }),
        (values) => {
          const scale = scaleOver(values)
          for (const value of values) {
            const at = scale.at(value)
            expect(at).toBeGreaterThanOrEqual(drawnFrom - 1e-6)
            expect(at).toBeLessThanOrEqual(drawnUntil + 1e-6)
            expect(scale.valueAt(at)).toBeCloseTo(value, 4)
          }
          const sorted = values.toSorted((one, other) => one - other).map(scale.at)
          expect(sorted).toEqual(sorted.toSorted((one, other) => one - other))
        },
      ),
    )
  })

  test('zero is on the axis where lengths are compared, and need not be elsewhere', () => {
    expect(scaleOver([7, 9]).ticks).toContain(0)
    expect(scaleOver([50, 80], 'free').ticks).not.toContain(0)
    expect(scaleOver([]).ticks).toContain(0)
  })

  test('twice the value is a bar twice as long, and a negative one goes the other way', () => {
    const { svg } = bars({
      ...shared,
      rows: [10, 20, -10].map((value) => ({ label: 'a', value })),
      words: { ...words, row: 'groep', value: 'aantal' },
    })
    const drawn = [
      ...svg.markup.matchAll(/<rect class="bar (\w+)" x="([\d.]+)%" width="([\d.]+)%"/g),
    ]
    const [one = 0, two = 0, three = 0] = drawn.map(([, , , width]) => Number(width))
    expect(two).toBeCloseTo(2 * one, 2)
    expect(three).toBeCloseTo(one, 2)
    const [[, , from] = [], , [, kind, left] = []] = drawn
    expect(kind).toBe('less')
    expect(Number(left) + three).toBeCloseTo(Number(from), 2)
  })

  test('dots of a dumbbell stand where its scale says, each within its band', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(interval, interval), { minLength: 1, maxLength: 6 }),
        (pairs) => {
          const svg = dumbbellOf(pairs).svg.markup
          const scale = scaleOver(pairs.flat().flatMap(extent))
          const dots = [...svg.matchAll(/<circle class="dot \w+" cx="([\d.]+)%"/g)].map(([, x]) =>
            Number(x),
          )
          const bands = [...svg.matchAll(/<rect class="band \w+" x="([\d.]+)%" width="([\d.]+)%"/g)]
          const means = pairs.flat().map(({ mean }) => mean)
          expect(dots).toHaveLength(means.length)
          means.forEach((mean, index) => {
            expect(dots[index]).toBeCloseTo(scale.at(mean), 2)
            const [, x, width] = bands[index] ?? []
            expect(Number(x)).toBeLessThanOrEqual((dots[index] ?? 0) + 0.002)
            expect(Number(x) + Number(width)).toBeGreaterThanOrEqual((dots[index] ?? 0) - 0.002)
          })
        },
      ),
    )
  })

  test('higher is higher in a line chart, and zero is at the bottom', () => {
    const { markup } = linesOf([{ mean: 5, low: 4, high: 6, replications: 9 }]).svg
    const heights = [...markup.matchAll(/y2="([\d.]+)"\/><text x="13%"/g)].map(([, y]) => Number(y))
    // The lines of 0, 2, 4 and 6.
    const [zero = 0, two = 0, four = 0] = heights
    expect(heights).toHaveLength(4)
    expect(four).toBeLessThan(two)
    expect(zero - four).toBeCloseTo(2 * (zero - two))
  })
})

describe('the twin holds exactly the numbers that are drawn', () => {
  test('of a dumbbell: both ends, the difference and all intervals', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(maybe, maybe), { maxLength: 6 }), (pairs) => {
        const twin = dumbbellOf(pairs).table.markup
        const all = pairs.flatMap(([before, after]) =>
          [before, after, before].filter((each) => each !== null),
        )
        expect(valuesIn(twin)).toEqual(all.map(({ mean }) => mean))
        expect(rangesIn(twin)).toEqual(all.map(({ low, high }) => [low, high]))
      }),
    )
  })

  test('of intervals, bars and lines', () => {
    fc.assert(
      fc.property(fc.array(maybe, { maxLength: 6 }), (values) => {
        const known = values.flatMap((each) => (each ? [each.mean] : []))
        const rows = values.map((value) => ({ label: 'a', value }))
        const ofRanges = ranges({ ...shared, rows, words: { ...words, row: 'r', value: 'v' } })
        expect(valuesIn(ofRanges.table.markup)).toEqual(known)
        const befores = values.map((value, at) => ({
          label: 'a',
          value,
          before: values.at(-1 - at) ?? null,
        }))
        const ofChanges = ranges({
          ...shared,
          rows: befores,
          words: { ...words, row: 'r', value: 'v', before: 'b' },
        })
        expect(valuesIn(ofChanges.table.markup)).toEqual(
          befores.flatMap(({ before, value }) =>
            [before, value].flatMap((each) => (each ? [each.mean] : [])),
          ),
        )
        const ofBars = bars({
          ...shared,
          rows: values.map((value) => ({ label: 'a', value: value?.mean ?? null })),
          words: { ...words, row: 'r', value: 'v' },
        })
        expect(valuesIn(ofBars.table.markup)).toEqual(known)
        const ofLines = linesOf(values)
        const xs = values.map((_, index) => index)
        expect(valuesIn(ofLines.table.markup)).toEqual(
          values.flatMap((each, index) => [xs[index], ...(each ? [each.mean] : [])]),
        )
      }),
    )
  })
})

describe('a picture is whole for everybody', () => {
  test.each(Object.entries(everyKind([null, { mean: 3, low: 2, high: 4, replications: 9 }])))(
    'a %s is an image with a title and a description, and its texts are escaped',
    (_, { svg, table }) => {
      expect(svg.markup).toMatch(
        /^<svg class="picture" role="img" aria-labelledby="one-title one-desc"/,
      )
      expect(svg.markup).toContain(
        '<title id="one-title">Kans &lt; wachten &amp; &quot;meer&quot;</title>',
      )
      expect(svg.markup).toContain('<desc id="one-desc">Wat &lt;b&gt;er&lt;/b&gt; staat</desc>')
      expect(`${svg.markup}${table.markup}`).not.toMatch(/NaN|undefined|Infinity|null/)
    },
  )

  test('there is no markup in it but ours, whatever a group is called', () => {
    fc.assert(
      fc.property(labels, labels, (label, says) => {
        const ends = { before: null, after: null, difference: null }
        const row = { label, says, state: says, ...ends, certain: false }
        const { svg } = dumbbell({ ...shared, rows: [row], words: dumbbellWords })
        const tags = [...svg.markup.matchAll(/<\/?([a-z]+)/g)].map(([, tag]) => tag)
        expect(new Set(tags)).toEqual(new Set(['svg', 'title', 'desc', 'g', 'line', 'text']))
      }),
    )
  })

  test('a group with nothing to count is an empty cell with a reason, and no dot', () => {
    const { svg, table } = dumbbellOf([[null, null]])
    expect(svg.markup).not.toContain('<circle')
    expect(table.markup).toContain('<td>leeg</td>')
  })

  test('what is not finite is never drawn', () => {
    expect(() => mark`${Number.NaN}`).toThrow('only finite numbers')
    expect(() => scaleOver([Number.POSITIVE_INFINITY])).toThrow('finite')
  })

  test('names at the two ends never meet: they stand at the outer sides', () => {
    const same = { mean: 3, low: 3, high: 3, replications: 9 }
    const numbers = [
      ...dumbbellOf([[same, same]]).svg.markup.matchAll(
        /<text class="number \w+"[^>]*text-anchor="(\w+)"/g,
      ),
    ]
    expect(numbers.map(([, anchor]) => anchor)).toEqual(['end', 'start'])
  })
})

const dumbbellWords = {
  ...words,
  group: 'groep',
  before: 'nu',
  after: 'voorstel',
  difference: 'verschil',
  tellDifference: ({ mean, low, high }: Estimate) => ({
    change: show(mean),
    low: show(low),
    high: show(high),
  }),
  outcome: 'uitkomst',
}

function dumbbellOf(pairs: readonly (readonly [Estimate | null, Estimate | null])[]): Picture {
  return dumbbell({
    ...shared,
    rows: pairs.map(([before, after]) => ({
      label: 'a',
      before,
      after,
      difference: before,
      says: 'beter',
      state: 'beter',
      certain: true,
    })),
    words: dumbbellWords,
  })
}

function linesOf(values: readonly (Estimate | null)[]): Picture {
  return lines({
    ...shared,
    series: [{ label: 'a', points: values.map((y, x) => ({ x, y })) }],
    showX: String,
    showY: show,
    words: { ...words, x: 'x', y: 'y' },
  })
}

function everyKind(values: readonly (Estimate | null)[]): Readonly<Record<string, Picture>> {
  const rows = values.map((value) => ({ label: 'a', value }))
  return {
    dumbbell: dumbbellOf(values.map((each) => [each, each])),
    'chart of intervals': ranges({ ...shared, rows, words: { ...words, row: 'r', value: 'v' } }),
    'chart of lines': linesOf(values),
    'chart of bars': bars({
      ...shared,
      rows: values.map((each) => ({ label: 'a', value: each?.mean ?? null })),
      words: { ...words, row: 'r', value: 'v' },
    }),
  }
}

function valuesIn(markup: string): number[] {
  return [...markup.matchAll(/<data value="([^"]+)">/g)].map(([, value]) => Number(value))
}

function rangesIn(markup: string): number[][] {
  const found = markup.matchAll(/data-low="([^"]+)" data-high="([^"]+)"/g)
  return [...found].map(([, low, high]) => [Number(low), Number(high)])
}
