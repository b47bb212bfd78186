import { describe, expect, test } from 'vitest'
import {
  baselineOf,
  estimate,
  example,
  examplePlan,
  exampleRegion,
  measureWordsOf,
  proposalOf,
  sweepExample,
} from '../../tests/report-example.ts'
import type { Comparison } from '../comparison.ts'
import { reportComparison, tellingOf } from './report.ts'
import { sweepOf } from './sweep.ts'
import { vesselsOf } from './vessels.ts'

const words = { measures: measureWordsOf }
const full = { ...words, plan: examplePlan, region: exampleRegion }
const [base, proposal] = [
  baselineOf('a', 'de regels van nu', '00'),
  proposalOf('b', 'Een voorstel <script>', '11', 1),
]
const bare: Comparison = {
  ...example,
  variants: [
    { ...base, estimates: {} },
    { ...proposal, estimates: {}, differences: {} },
  ],
  uncalibrated: [],
}

const pages: readonly (readonly [string, string])[] = [
  ['in Dutch', reportComparison(example, { ...full, language: 'nl' })],
  ['in English', reportComparison(example, { ...full, language: 'en' })],
  ['of a sweep', reportComparison(sweepExample, { ...full, language: 'nl' })],
  ['without words, plan or region', reportComparison(example, { language: 'nl' })],
  ['with nothing measured', reportComparison(bare, { ...words, language: 'nl' })],
  [
    'with nothing to compare',
    reportComparison({ ...example, variants: [base] }, { language: 'nl' }),
  ],
]

describe.each(pages)('a report %s is a sound page', (_, page) => {
  test('every tag is closed in order', () => {
    expect(unclosed(page)).toEqual([])
  })

  test('ids are unique, and every reference finds its own', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '')
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const named = [...page.matchAll(/ aria-labelledby="([^"]+)"/g)].flatMap(
      ([, each]) => each?.split(' ') ?? [],
    )
    const linked = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id ?? '')
    expect([...named, ...linked].filter((id) => !ids.includes(id))).toEqual([])
  })

  test('headings begin with one h1 and skip no level', () => {
    const levels = [...page.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels[0]).toBe(1)
    levels.slice(1).forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index] ?? 0) + 1)
    })
  })

  test('it says its language, asks nothing of a network and runs nothing', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="(nl|en)">/)
    const outside = page.replaceAll('http://www.w3.org/2000/svg', '')
    expect(outside).not.toMatch(/https?:|\/\/|<script|<link|<img|@import|url\(/i)
  })

  test('it is small, and holds no value that is none', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(300_000)
    expect(textOf(page)).not.toMatch(/NaN|undefined|Infinity|\[object/)
  })

  test('it says what it does not know, how it was made and how to repeat it', () => {
    expect(page).toContain('id="niet"')
    expect(page).toContain('id="methode"')
    expect(page).toContain(`<pre><code>${example.command}</code></pre>`)
    expect(page).toContain(example.region.hash)
  })

  test('every picture has a twin', () => {
    const [pictures, figures] = [/<svg class="picture"/g, /<table>/g].map(
      (each) => page.match(each) ?? [],
    )
    expect(figures?.length).toBeGreaterThanOrEqual(pictures?.length ?? 0)
  })
})

test.each([1, 3])('a region with many groups and %d proposals stays below 300 kB', (count) => {
  const places = Array.from({ length: 8 }, (_, index) => `from:place-${index}`)
  const bands = Array.from({ length: 30 }, (_, index) => `urgent:ground-${index}`)
  const named = ['all', 'regular', 'urgent', 'starter', 'onward-mover', 're-starter']
  const groups = [...named, ...bands, ...places]
  const everywhere = Object.fromEntries(groups.map((group) => [group, estimate(3.123_456, 0.7)]))
  const ids = Object.keys(proposal.estimates)
  const estimates = Object.fromEntries(ids.map((id) => [id, everywhere]))
  const large = { ...proposal, estimates, differences: estimates }
  const variants = [
    { ...base, estimates },
    ...Array.from({ length: count }, (_, index) => ({ ...large, id: `b${index}` })),
  ]
  const page = reportComparison({ ...example, variants }, { ...full, language: 'nl' })
  expect(Buffer.byteLength(page)).toBeLessThan(300_000)
})

describe('the report is honest', () => {
  test('made-up figures are said above everything else', () => {
    const [, page = ''] = pages[0] ?? []
    expect(textOf(page).trim()).toMatch(/^⚠ Voorbeeldregio: verzonnen cijfers\./)
    const region = { ...example.region, synthetic: 0 }
    const sourced = reportComparison({ ...example, region }, { ...full, language: 'nl' })
    expect(sourced).not.toContain('verzonnen cijfers')
  })

  test('a few made-up figures are counted', () => {
    const region = { ...example.region, sourced: 90, synthetic: 3 }
    const page = reportComparison({ ...example, region }, { ...full, language: 'nl' })
    expect(page).toContain('3 van de 93 getallen over deze regio zijn verzonnen')
  })

  test('a book against the law is said in the headline, and every breach is named', () => {
    const unlawful = { ...proposal, breaches: ['connection-over-ceiling', 'basis-missing'] }
    const page = reportComparison(
      { ...example, variants: [base, unlawful] },
      { ...full, language: 'nl' },
    )
    expect(page).toContain('<p class="lead">In strijd met de wet: met')
    expect(page).toContain('<code>connection-over-ceiling</code>')
    expect(page).toContain('<code>basis-missing</code>')
  })

  test.each([
    ['alone', [], 'In strijd met de wet: de regels van nu.'],
    [
      'compared with',
      [proposal],
      'In strijd met de wet: de regels waarmee is vergeleken, de regels van nu.',
    ],
  ])('so is one that is %s', (_, others, told) => {
    const unlawful = { ...base, breaches: ['connection-over-ceiling'] }
    const page = reportComparison(
      { ...example, variants: [unlawful, ...others] },
      { ...full, language: 'nl' },
    )
    expect(page).toContain(`<p class="lead several">${told}</p>`)
  })

  test('there are six goals and no total', () => {
    const [, page = ''] = pages[0] ?? []
    const [goals = ''] = /<h2 id="doelen">.*?<\/section>/s.exec(page) ?? []
    expect(goals.match(/scope="rowgroup"/g)).toHaveLength(6)
    expect(page).toContain('Er is geen totaalcijfer.')
  })

  test('a goal for which nothing was measured says so', () => {
    const page = reportComparison(bare, { ...words, language: 'nl' })
    expect(page.match(/Voor dit doel is hier niets gemeten\./g)).toHaveLength(6)
    expect(page).toMatch(/Niet gemeten in deze vergelijking: [^<]*de middelste inschrijfduur/)
  })

  test('a title is escaped, and only quoted when it is no part of a sentence', () => {
    const page = reportComparison(
      { ...example, variants: [base, proposal] },
      { ...words, language: 'nl' },
    )
    expect(page).toContain('Met “Een voorstel &lt;script&gt;” krijgen')
  })

  test('liveability has a ceiling: of the region where it is known, else of Parkstad', () => {
    const [, known = ''] = pages[0] ?? []
    expect(known).toContain('Per jaar komt hier 7,5\u00a0% van de woningen vrij')
    const [, unknown = ''] = pages[3] ?? []
    expect(unknown).toContain('In Parkstad kwam in 2023 ongeveer 7,5\u00a0% van de woningen vrij')
  })

  test('an assumption is shown with its value, its range and where it comes from', () => {
    const [, page = ''] = pages[0] ?? []
    expect(page).toMatch(
      /Kans dat een gewone zoeker reageert[^<]*<span class="sub"><code>behaviour\.response<\/code><\/span><\/th><td><data value="0.3">0,3<\/data><\/td><td>0,1 tot 0,6<\/td><td>verzonnen/,
    )
    expect(page).toMatch(/behaviour\.acceptance.*Voorbeeldbron 2023/)
  })
})

describe('one set of rules by itself', () => {
  const page = reportComparison({ ...example, variants: [base] }, { ...full, language: 'nl' })

  test('is drawn and told in numbers, each with its margin', () => {
    expect(page).toContain('Wie krijgt een woning, en hoe lang duurt dat?')
    expect(textOf(page)).toMatch(/Reguliere woningzoekenden\s+1\.485/)
    expect(page.match(/<svg class="picture"/g)?.length).toBeGreaterThan(2)
    expect(page).toMatch(/96,2\u00a0%<\/data><\/span><span class="sub">\(marge/)
  })

  test('says nothing of a difference', () => {
    expect(textOf(page)).not.toMatch(/geen zeker verschil[^:]|▲|▼|→|Vergelijking van/)
  })
})

describe('few replications', () => {
  test.each([
    [4, true],
    [20, false],
  ])('of %d it is said: %s', (replications, few) => {
    const page = reportComparison({ ...example, replications }, { ...full, language: 'nl' })
    expect(page.includes('Met zo weinig herhalingen')).toBe(few)
  })

  test('a margin ends where a value cannot be, but not that of a difference', () => {
    const estimates = {
      'success-chance': { all: estimate(0.4, 1.6) },
      lettings: { all: estimate(5, 9) },
    }
    const variants = [
      { ...base, estimates },
      { ...proposal, estimates, differences: { lettings: { all: estimate(1, 9) } } },
    ]
    const page = reportComparison({ ...example, variants }, { ...words, language: 'nl' })
    expect(page).toContain('data-low="0" data-high="1"')
    expect(page).toContain('data-low="0" data-high="14"')
    expect(page).toContain('data-low="-8" data-high="10"')
  })
})

describe('groups', () => {
  test('with too few to count are named once and fill no rows', () => {
    const [, page = ''] = pages[0] ?? []
    expect(page).toContain('Te weinig om te tellen: mensen van 67 jaar en ouder.')
    expect(page).not.toContain('<text class="label" x="0" y="18">Mensen van 67 jaar')
  })

  test('nobody of whom got a home fill no rows either', () => {
    const estimates = { lettings: { all: estimate(30, 1), starter: estimate(0, 0) } }
    const variants = [
      { ...base, estimates },
      { ...proposal, estimates, differences: { lettings: { all: estimate(1, 3) } } },
    ]
    const page = reportComparison({ ...example, variants }, { ...words, language: 'nl' })
    expect(page).not.toContain('Starters')
  })

  test('of grounds of urgency stand beside each other in a report of several proposals', () => {
    const other = proposalOf('c', 'nog een voorstel', '22', 2)
    const several = { ...example, variants: [...example.variants, other] }
    const page = reportComparison(several, { ...full, language: 'nl' })
    expect(page).toMatch(/per urgentiegrond en doelgroep<\/summary>/)
    expect(page).toMatch(/<th scope="row">Urgenten met de grond “sloop of renovatie”<\/th>/)
  })

  test('long names stand on lines that fit a phone', () => {
    const differences = { lettings: { regular: estimate(3, 1) } }
    const estimates = { lettings: { regular: estimate(30, 1) } }
    const variants = [
      { ...base, estimates },
      { ...proposal, estimates, differences },
    ]
    const long =
      'mensen met een naam die veel breder is dan een telefoon en dus over drie regels gaat'
    const page = reportComparison(
      { ...example, variants },
      { ...words, language: 'nl', groups: () => long },
    )
    const labels = [...page.matchAll(/<text class="label"[^>]*>([^<]*)</g)].map(([, text]) => text)
    expect(labels.length).toBeGreaterThan(2)
    expect(labels.filter((each) => (each?.length ?? 0) > 31)).toEqual([])
  })
})

test('of a smaller region the behaviour is told as it was asked for', () => {
  const region = { ...exampleRegion, behaviour: { ...exampleRegion.behaviour, response: 0.9 } }
  const page = reportComparison(
    { ...example, part: 0.1 },
    { ...full, region, whole: exampleRegion, language: 'nl' },
  )
  expect(page).toMatch(/behaviour\.response<\/code><\/span><\/th><td><data value="0.3">/)
  expect(page).toContain('In de kleinere regio is alleen de kans om te reageren')
})

test.each([
  [0.2, true],
  [0.3, false],
])(
  'at %d of the size, with a chance to respond of 0.3, homes get too few responses: %s',
  (part, few) => {
    const page = reportComparison({ ...example, part }, { ...full, language: 'nl' })
    expect(page.includes('minder reacties dan in het echt')).toBe(few)
  },
)

describe('communicating vessels', () => {
  test.each([
    [1.2, 134.6, -120.3],
    [0.5, 10.5, -10.5],
    [-3, 0.4, null],
    [0, null, null],
  ])('the parts add up to the whole of %d', (all, regular, urgent) => {
    const difference = (mean: number | null) => (mean === null ? null : estimate(mean, 5))
    const changed = {
      ...proposal,
      differences: {
        lettings: {
          all: difference(all),
          regular: difference(regular),
          urgent: difference(urgent),
        },
      },
    }
    const telling = tellingOf({ ...example, variants: [base, changed] }, { language: 'nl' })
    const sum = vesselsOf(telling, changed).reduce((total, { change }) => total + change, 0)
    expect(sum).toBe(Math.round(all) + 0)
  })

  test('where nothing is certain, the report says that it may all be chance', () => {
    const differences = { lettings: { all: estimate(1, 5), regular: estimate(4, 9) } }
    const page = reportComparison(
      { ...example, variants: [base, { ...proposal, differences }] },
      { ...words, language: 'nl' },
    )
    expect(page).toContain('het kan allemaal toeval zijn')
    expect(page).not.toContain('gaat bij een ander af')
    expect(page).toContain('class="bar more uncertain"')
  })

  test('the sum stands in words and in numbers', () => {
    const page = reportComparison(example, { ...full, language: 'nl' })
    expect(page).toContain('Samen +1.')
    expect(page).toContain('wat de een erbij krijgt, gaat bij een ander af')
  })

  test('more homes for everybody is said to be more', () => {
    const more = {
      ...proposal,
      differences: { lettings: { all: estimate(90, 5), regular: estimate(60, 5) } },
    }
    const page = reportComparison(
      { ...example, variants: [base, more] },
      { ...words, language: 'nl' },
    )
    expect(page).toContain('Het totaal wordt groter')
  })
})

describe('a sweep', () => {
  const at = (value: number, path = 'a.b', hash = 'h') => ({
    ...baselineOf(`v${value}`, 'v', hash),
    settings: [{ path, value }],
  })

  test.each([
    ['three values of one number', [at(1), at(2), at(3)], 3],
    ['two are no line', [at(1), at(2)], undefined],
    ['other numbers', [at(1), at(2, 'c'), at(3)], undefined],
    ['other rules too', [at(1), at(2, 'a.b', 'g'), at(3)], undefined],
    ['no settings', [base, proposal], undefined],
  ])('%s', (_, variants, points) => {
    expect(sweepOf(variants)?.points.length).toBe(points)
  })

  test('is drawn as a line per group', () => {
    const [, page = ''] = pages[2] ?? []
    expect(page.match(/<path class="line/g)).toHaveLength(2)
  })
})

const voidTags = new Set(['meta', 'br', 'line', 'rect', 'circle', 'path'])

function unclosed(page: string): readonly string[] {
  const open: string[] = []
  const wrong: string[] = []
  for (const [, slash, tag = '', self] of page.matchAll(/<(\/?)([a-zA-Z][\w-]*)[^>]*?(\/?)>/g)) {
    if (self === '/' || (slash === '' && voidTags.has(tag))) continue
    if (slash === '') open.push(tag)
    else if (open.pop() !== tag) wrong.push(tag)
  }
  return [...wrong, ...open]
}

function textOf(page: string): string {
  return page.replace(/<(style|head)>.*?<\/\1>/gs, '').replace(/<[^>]+>/g, ' ')
}
