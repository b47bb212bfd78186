import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { formatDate } from '../core/basics/calendar-date.ts'
import type { Issue } from '../core/policy/issue.ts'
import { exampleRegion } from '../tests/example-region.ts'
import { sayIssue } from '../words/issues.ts'
import { findRegion, type LoadedRegion, loadRegion, shippedRegions } from './load-region.ts'

const folder = mkdtempSync(join(tmpdir(), 'regions-'))
afterAll(() => rmSync(folder, { recursive: true }))

const shipped = readFileSync(findRegion('parkstad') ?? '', 'utf8')
const small = exampleRegion

function load(text: string): LoadedRegion {
  const loaded = loadRegion(write(text))
  if (Array.isArray(loaded)) throw new Error(JSON.stringify(loaded))
  return loaded
}

function issuesOf(text: string): Issue[] {
  const loaded = loadRegion(write(text))
  return Array.isArray(loaded) ? loaded : []
}

function write(text: string): string {
  const file = join(folder, 'regio.yaml')
  writeFileSync(file, text)
  return file
}

/** The small region with one passage changed; the passage must be there. */
function changed(from: string, to: string): string {
  expect(small).toContain(from)
  return small.replace(from, to)
}

describe('the example region', () => {
  const { region, remarks } = load(shipped)

  test('says what is published about Parkstad', () => {
    expect(region.places.map(({ id }) => id)).toEqual([
      ...['heerlen', 'kerkrade', 'landgraaf', 'brunssum', 'beekdaelen', 'simpelveld', 'voerendaal'],
    ])
    expect(region.homes.count).toBe(Math.round(2700 / 0.075))
    // More is laid before a panel than it takes; of that as large a part is tailored as the table says.
    const { advertised, mediated, tailored } = region.vacancies.roads
    expect(advertised).toBeLessThan(2 / 3)
    expect(tailored / (mediated + tailored)).toBeCloseTo(76 / 680 / (1 / 3), 2)
    expect(remarks).toEqual([])
  })

  test.each([
    ['permit holders', 'permit-holder', 96],
    ['Housing, Plus and First', 'housing', 17],
    ['Housing Plus', 'housing-plus', 6],
    ['Housing First', 'housing-first', 5],
    ['caravan dwellers', 'caravan-dweller', 3],
  ])('%s come in as the table of 2024 counts them, per 2,700 lettings', (_, group, counted) => {
    const perYear = yearly(({ targetGroup }) => targetGroup === group)
    expect(Math.abs(perYear - (counted * 2700) / 680)).toBeLessThanOrEqual(1)
  })

  test('so do people with a Wmo indication', () => {
    expect(yearly(({ indication }) => indication !== 'none')).toBe(Math.round((50 * 2700) / 680))
  })

  test('of those a demolition moves and of ordinary urgents more come than find a home in time', () => {
    const renewal = yearly(({ ground }) => ground === 'local-renewal')
    const today = ['local-violence', 'local-forced-loss', 'local-emergency']
    const lawful = ['12-3-shelter', '12-3-informal-care']
    const urgent = yearly(({ ground }) => [...today, ...lawful].includes(ground))
    for (const [come, counted] of [
      [renewal, 58],
      [urgent, 25],
    ] as const) {
      const housed = (counted * 2700) / 680
      expect(come).toBeGreaterThan(housed)
      expect(come).toBeLessThan(2 * housed)
    }
  })

  function yearly(those: (stream: (typeof region.streams)[number]) => boolean): number {
    return region.streams.filter(those).reduce((sum, { perYear }) => sum + perYear, 0)
  }

  test('fewer people are mediated than homes are tried, so that they say how many are let so', () => {
    for (const road of ['mediated', 'tailored'] as const) {
      const homes = region.vacancies.roads[road] * 2700
      const perHome = yearly((stream) => stream.road === road) / homes
      expect(perHome).toBeGreaterThan(0.6)
      expect(perHome).toBeLessThan(0.9)
    }
  })

  test('every number has an origin, and every number of behaviour a range', () => {
    const { provenance } = region
    expect(provenance.length).toBeGreaterThan(500)
    expect(provenance.filter(({ source, synthetic }) => !source && !synthetic)).toEqual([])
    const varied = provenance.filter(({ path }) => path.startsWith('behaviour.'))
    expect(varied.map(({ path }) => path).sort()).toEqual(
      Object.keys(region.behaviour)
        .map((name) => `behaviour.${name}`)
        .sort(),
    )
    expect(varied.filter(({ range }) => !range)).toEqual([])
  })
})

describe('where a number comes from', () => {
  const { region } = load(small)
  const origin = (path: string) => region.provenance.find((each) => each.path === path)

  test('a number says so itself', () => {
    expect(origin('homes.count')).toEqual({ path: 'homes.count', source: 'Jaarverslag' })
  })
  test('a table says it once', () => {
    expect(origin('vacancies.roads.mediated')?.source).toBe('Jaarverslag')
    expect(origin('homes.types.house.bedrooms.3')).toEqual({
      path: 'homes.types.house.bedrooms.3',
      synthetic: true,
    })
  })
  test('the nearest counts', () => {
    expect(origin('places.dorp.xKm')).toEqual({
      path: 'places.dorp.xKm',
      source: 'Kaart van de gemeente',
    })
    expect(origin('places.dorp.publicAreaWeight')).toEqual({
      path: 'places.dorp.publicAreaWeight',
      synthetic: true,
    })
  })
  test('what was worked out from a source says both', () => {
    expect(origin('vacancies.perHomePerYear')).toEqual({
      path: 'vacancies.perHomePerYear',
      source: 'Jaarverslag',
      synthetic: true,
    })
  })
  test('calibrated is kept', () => {
    const text = changed(
      'value: 0.1, range: [0.02, 0.3]',
      'value: 0.1, range: [0, 1], calibrated: true',
    )
    const { provenance } = load(text).region
    expect(provenance.find(({ path }) => path === 'behaviour.response')).toEqual({
      path: 'behaviour.response',
      synthetic: true,
      range: [0, 1],
      calibrated: true,
    })
  })
})

test('the hash follows the numbers, not the layout, the comments or the origins', () => {
  const { hash } = load(small)
  expect(load(`# een opmerking\n${small}`).hash).toBe(hash)
  expect(load(changed('source: "Kaart van', 'source: "Plattegrond van')).hash).toBe(hash)
  expect(load(changed('repairDays: { value: 21', 'repairDays: { value: 22')).hash).not.toBe(hash)
})

describe('regions are found', () => {
  test('by the name of one that ships', () => {
    expect(loadRegion('parkstad')).toMatchObject({ region: { id: 'parkstad' } })
    expect(shippedRegions().map(({ id }) => id)).toContain('parkstad')
  })
  test('by a path, or a name beside where one works', () => {
    write(small)
    expect(findRegion('./regio.yaml', folder)).toBe(join(folder, 'regio.yaml'))
    expect(findRegion('regio', folder)).toBe(join(folder, 'regio.yaml'))
  })
  test('or not, with the name that was probably meant', () => {
    expect(loadRegion('parkstat')).toEqual([
      {
        file: 'parkstat',
        path: '',
        code: 'region-not-found',
        facts: { region: 'parkstat', near: 'parkstad' },
      },
    ])
    expect(loadRegion('weg.yaml', folder)).toMatchObject([{ code: 'file-not-found' }])
    expect(loadRegion('atlantis')).toMatchObject([{ facts: { known: ['parkstad'] } }])
  })
  test('dates are read', () => {
    expect(formatDate(load(small).region.starts)).toBe('2026-10-01')
  })
})

type Fault = readonly [
  what: string,
  from: string,
  to: string,
  path: string,
  code: string,
  said: string,
]

describe('what is wrong is told with its place', () => {
  test.each<Fault>([
    [
      'shares with too much',
      'lottery: 0.05',
      'lottery: 0.15',
      'vacancies.models',
      'shares-off',
      'De delen van vacancies.models.* zijn samen 1,1: 0,1 te veel.',
    ],
    [
      'shares with too little, over several places',
      'homesShare: 0.6',
      'homesShare: 0.59',
      'places',
      'shares-off',
      'De delen van places.*.homesShare zijn samen 0,99: 0,01 te weinig.',
    ],
    [
      'a place that nobody has homes in',
      'samenwonen: { shareIn: { dorp: 0.5',
      'samenwonen: { shareIn: { dorp: 0.4',
      'landlords',
      'shares-off',
      'De delen van landlords.*.shareIn.dorp zijn samen 0,9: 0,1 te weinig.',
    ],
    [
      'a negative share',
      'ranked: 0.8',
      'ranked: -0.8',
      'vacancies.models.ranked',
      'out-of-range',
      '-0.8',
    ],
    [
      'a share beyond 1',
      'leavesSocialHome: 0.6',
      'leavesSocialHome: 6',
      'streams.regular.leavesSocialHome',
      'out-of-range',
      '6',
    ],
    [
      'an unknown place',
      'gehucht: 0.2, elsewhere',
      'gehuct: 0.2, elsewhere',
      'streams.regular.from.gehuct',
      'unknown-name',
      '"gehuct", een naam die niet bestaat.',
    ],
    [
      'an unknown place of a landlord',
      'gehucht: 1 } }',
      'gehuct: 1 } }',
      'landlords.samenwonen.shareIn.gehuct',
      'unknown-name',
      '"gehuct", een naam die niet bestaat.',
    ],
    [
      'new homes of an unknown type',
      'place: dorp, type: apartment',
      'place: dorp, type: apartement',
      'vacancies.newHomes.hofje.type',
      'unknown-name',
      '"apartement", een naam die niet bestaat.',
    ],
    [
      'new homes that are finished before they begin',
      'fromYear: 1, untilYear: 3',
      'fromYear: 3, untilYear: 1',
      'vacancies.newHomes.hofje.untilYear',
      'ends-before-begin',
      'Van 3 tot en met 1.',
    ],
    [
      'bedrooms without a rent',
      "'3': 72000 }",
      '}',
      'homes.rentCents',
      'missing-key',
      'De sleutel "3" ontbreekt.',
    ],
    [
      'a behaviour that does not exist',
      '  pickiness: {',
      '  pickyness: {',
      'behaviour.pickyness',
      'unknown-key',
      'De sleutel "pickyness".',
    ],
    [
      'a number without origin',
      'rentSpread: { value: 0.1, synthetic: true }',
      'rentSpread: 0.1',
      'homes.rentSpread',
      'number-without-source',
      'Een getal zonder herkomst.',
    ],
    [
      'behaviour without a range',
      'taste: { value: 1, range: [0.3, 2] }',
      'taste: 1',
      'behaviour.taste',
      'needs-key',
      '"taste" zonder "range".',
    ],
    [
      'a range upside down',
      'range: [0.3, 2]',
      'range: [2, 0.3]',
      'behaviour.taste.range',
      'not-a-range',
      '[2,0.3]',
    ],
    [
      'a number outside its own range',
      'taste: { value: 1,',
      'taste: { value: 3,',
      'behaviour.taste',
      'out-of-range',
      '3',
    ],
    [
      'a word where a number must stand',
      'noticeDays: { value: 30,',
      'noticeDays: { value: een maand,',
      'vacancies.noticeDays.value',
      'wrong-type',
      'een maand',
    ],
    [
      'a strange key beside a number',
      'noticeDays: { value: 30,',
      'noticeDays: { value: 30, bron: x,',
      'vacancies.noticeDays.bron',
      'unknown-key',
      'De sleutel "bron".',
    ],
    [
      'synthetic that is not true',
      'rentSpread: { value: 0.1, synthetic: true }',
      'rentSpread: { value: 0.1, synthetic: misschien }',
      'homes.rentSpread.synthetic',
      'not-one-of',
      'misschien',
    ],
    [
      'ages upside down',
      'ages: { 18-27:',
      'ages: { 27-18:',
      'streams.regular.ages.27-18',
      'not-ages',
      '27-18',
    ],
    [
      'a model that does not exist',
      'first-come: 0.1',
      'eerste: 0.1',
      'vacancies.models.eerste',
      'unknown-key',
      'De sleutel "eerste".',
    ],
    [
      'a rule book that does not exist',
      'rules: [parkstad-2026]',
      'rules: [parkstad-2062]',
      'rules[0]',
      'book-not-found',
      '"parkstad-2062", verdeelregels die er niet zijn.',
    ],
  ])('%s', (_, from, to, path, code, said) => {
    const [issue] = issuesOf(changed(from, to)).filter((each) => each.path === path)
    expect(issue).toMatchObject({ code, path, file: join(folder, 'regio.yaml') })
    expect(issue?.line).toBeGreaterThan(1)
    expect(issue && sayIssue(issue, 'nl').found).toBe(said)
  })

  test('with the word that was probably meant', () => {
    const [issue] = issuesOf(changed('  pickiness: {', '  pickyness: {')).filter(
      ({ code }) => code === 'unknown-key',
    )
    expect(issue && sayIssue(issue, 'nl').hint).toContain('Bedoelt u "pickiness"?')
  })

  test('a rule book is no region', () => {
    expect(issuesOf('book: x\narticles: []\n')).toMatchObject([
      { code: 'other-file', facts: { found: 'rule-book', wanted: 'region' } },
    ])
  })

  test('an empty or unreadable file says so', () => {
    expect(issuesOf('')).toMatchObject([{ code: 'file-empty' }])
    expect(issuesOf('region: [')).toMatchObject([{ code: 'yaml-syntax' }])
  })
})

describe('what leaves nothing to count is allowed, and said', () => {
  test.each([
    ['no homes', 'value: 1000', 'value: 0', 'homes.count', 'homes'],
    [
      'a group nobody is in',
      'perYear: 3, atStart: 1',
      'perYear: 0, atStart: 0',
      'streams.shelter.perYear',
      'people',
    ],
  ])('%s', (_, from, to, path, what) => {
    expect(load(changed(from, to)).remarks).toMatchObject([
      { code: 'nothing-there', path, facts: { what } },
    ])
  })
})
