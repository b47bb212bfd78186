import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Issue } from '../core/policy/issue.ts'
import { parseText } from '../policies/read-document.ts'
import { exampleRegion } from '../tests/example-region.ts'
import { sayIssue } from '../words/issues.ts'
import { loadRegion, readRegion } from './load-region.ts'
import { type ExtractFiles, type ExtractName, loadExtracts } from './own-extracts.ts'
import { type Marginals, marginalsFrom, ownTablesOf, withMarginals } from './own-marginals.ts'
import type { Region } from './region.ts'
import { writtenRegion } from './region-schema.ts'
import { shareTables, surplusOf } from './share-tables.ts'

const folder = mkdtempSync(join(tmpdir(), 'extracts-'))
afterAll(() => rmSync(folder, { recursive: true }))

const document = parseText(exampleRegion, 'voorbeeld.yaml')
const loaded = Array.isArray(document) ? document : readRegion(document)
if (Array.isArray(loaded)) throw new Error('the region can be read')
const { region } = loaded

const right: Readonly<Record<ExtractName, string>> = {
  seekers: `age,household-size,household-income,housing-situation,lives-in
20,1,2000000,starter,dorp
40,2,3100000,onward-mover,dorp
70,1,2200000,onward-mover,gehucht
95,1,1800000,starter,elsewhere
`,
  homes: `municipality;landlord;dwelling-type;bedrooms;rent;label
dorp;De Stichting;apartment;1;50000;senior
dorp;De Stichting;apartment;2;60000;
dorp;Anders;house;3;70000;
gehucht;Anders;house;3;84000;
`,
  lettings: `on,channel,model,urgency-ground,target-group
2024-01-01,advertised,ranked,,
2024-06-01,advertised,lottery,12-3-shelter,
2025-06-01,advertised,ranked,12-3-shelter,
2025-12-31,mediated,,,permit-holder
`,
}

function write(name: ExtractName, text: string): ExtractFiles {
  const file = join(folder, `${name}.csv`)
  writeFileSync(file, text)
  return { [name]: file }
}

async function count(tables: Partial<Record<ExtractName, string>>): Promise<Marginals> {
  const files = Object.assign(
    {},
    ...(['seekers', 'homes', 'lettings'] as const).map((name) => {
      const text = tables[name]
      return text === undefined ? {} : write(name, text)
    }),
  )
  const extracts = await loadExtracts(files, region)
  if (Array.isArray(extracts)) throw new Error(JSON.stringify(extracts))
  return marginalsFrom(extracts, region)
}

async function own(tables: Partial<Record<ExtractName, string>>): Promise<Region> {
  const made = withMarginals(region, await count(tables))
  if (Array.isArray(made)) throw new Error(JSON.stringify(made))
  return made
}

describe('homes are counted', () => {
  test('per municipality and landlord', async () => {
    const { places, landlords } = await own({ homes: right.homes })
    expect(places.map(({ homesShare }) => homesShare)).toEqual([0.75, 0.25, 0])
    expect(landlords).toEqual([
      { id: 'anders', shareIn: { dorp: 1 / 3, gehucht: 1, buurtschap: 1 } },
      { id: 'de-stichting', shareIn: { dorp: 2 / 3, gehucht: 0, buurtschap: 0 } },
    ])
  })
  test('by type, bedrooms, label and rent', async () => {
    const { homes } = await own({ homes: right.homes })
    expect(homes.count).toBe(4)
    expect(homes.types).toEqual([
      {
        type: 'apartment',
        share: 0.5,
        bedrooms: { '1': 0.5, '2': 0.5 },
        labels: { none: 0.5, senior: 0.5 },
      },
      { type: 'house', share: 0.5, bedrooms: { '3': 1 }, labels: { none: 1 } },
    ])
    expect(homes.rentCents).toEqual({ '1': 50000, '2': 60000, '3': 70000 })
    expect(homes.rentSpread).toBeCloseTo((2 * (14000 / 70000)) / 4, 9)
  })
  test('and what they cannot tell stays', async () => {
    const { places, vacancies, behaviour, homes } = await own({ homes: right.homes })
    expect(places[1]?.xKm).toBe(region.places[1]?.xKm)
    expect(homes.homesPerComplex).toBe(region.homes.homesPerComplex)
    expect(vacancies).toEqual(region.vacancies)
    expect(behaviour).toEqual(region.behaviour)
  })
})

describe('seekers are counted as those who register in the ordinary way', () => {
  test('by age in the bands of the file, size, situation and origin', async () => {
    const [regular, shelter] = (await own({ seekers: right.seekers })).streams
    expect(regular).toMatchObject({
      atStart: 4,
      ages: [
        { from: 18, to: 27, share: 0.25 },
        { from: 28, to: 66, share: 0.25 },
        // Who is older than the last band is in the last band.
        { from: 67, to: 90, share: 0.5 },
      ],
      sizes: { '1': 0.75, '2': 0.25 },
      situations: { starter: 0.5, 'onward-mover': 0.5, 're-starter': 0 },
      from: { dorp: 0.5, elsewhere: 0.25, gehucht: 0.25 },
      perYear: region.streams[0]?.perYear,
    })
    expect(shelter).toEqual(region.streams[1])
  })
  test('by income, as if everybody lived alone', async () => {
    const [regular] = (await own({ seekers: right.seekers })).streams
    expect(regular?.income).toEqual({ ...region.streams[0]?.income, medianCents: 2000000 })
  })
})

describe('lettings are counted', () => {
  test('by road, and by model where they were advertised', async () => {
    const { vacancies } = await own({ lettings: right.lettings })
    expect(vacancies.roads).toEqual({ advertised: 0.75, mediated: 0.25, tailored: 0 })
    expect(vacancies.models).toEqual({ lottery: 1 / 3, ranked: 2 / 3 })
  })
  test('per year for whoever is urgent or in a target group, and not for others', async () => {
    const [regular, shelter] = (await own({ lettings: right.lettings })).streams
    expect(shelter?.perYear).toBeCloseTo(1, 2)
    expect(regular?.perYear).toBe(region.streams[0]?.perYear)
  })
})

describe('own numbers in place of those of the file', () => {
  test('say which table they were counted from, and only they do', async () => {
    const made = await own({ seekers: right.seekers, lettings: right.lettings })
    const origin = (path: string) => made.provenance.find((each) => each.path === path)
    expect(origin('streams.regular.atStart')?.table).toEqual({ name: 'seekers.csv', rows: 4 })
    expect(origin('vacancies.roads.advertised')?.table).toEqual({ name: 'lettings.csv', rows: 4 })
    expect(origin('homes.count')).toEqual(
      region.provenance.find(({ path }) => path === 'homes.count'),
    )
    // A model nobody used is no number of this region any more.
    expect(origin('vacancies.models.option')).toBeUndefined()
  })
  test('every table still adds up, with all three together', async () => {
    const made = writtenRegion(await own(right))
    expect(shareTables(made).filter((table) => surplusOf(table) !== 0)).toEqual([])
  })
  test('and which tables those were can be asked of the region', async () => {
    const made = await own({ seekers: right.seekers, homes: right.homes.split('\n', 2).join('\n') })
    expect(ownTablesOf(made)).toEqual([
      { name: 'homes.csv', rows: 1 },
      { name: 'seekers.csv', rows: right.seekers.trim().split('\n').length - 1 },
    ])
    expect(ownTablesOf(region)).toEqual([])
  })
  test('what then no longer hangs together is told', async () => {
    const houses = right.homes.replaceAll('apartment', 'flat')
    expect(withMarginals(region, await count({ homes: houses }))).toMatchObject([
      { code: 'unknown-name', path: 'vacancies.newHomes.hofje.type' },
    ])
  })
})

describe('what is wrong with a table is told with its line and column', () => {
  type Row = readonly [string, ExtractName, string, string, number, number, string, string]
  test.each<Row>([
    ['an age that cannot be', 'seekers', '\n40,', '\n17,', 3, 1, 'out-of-range', 'age'],
    ['no age', 'seekers', '\n40,', '\n,', 3, 1, 'missing-key', 'age'],
    [
      'a place that is not of the region',
      'seekers',
      'starter,dorp',
      'starter,drop',
      2,
      5,
      'unknown-name',
      'lives-in',
    ],
    [
      'a situation that does not exist',
      'seekers',
      '1,2200000,onward-mover',
      '1,2200000,onward',
      4,
      4,
      'not-one-of',
      'housing-situation',
    ],
    [
      'an amount in euros',
      'seekers',
      '2000000',
      '20000.50',
      2,
      3,
      'wrong-type',
      'household-income',
    ],
    ['a home nowhere', 'homes', 'gehucht;', 'elsewhere;', 5, 1, 'unknown-name', 'municipality'],
    ['half a bedroom', 'homes', ';1;50000', ';1,5;50000', 2, 4, 'wrong-type', 'bedrooms'],
    [
      'a day that does not exist',
      'lettings',
      '2025-06-01',
      '2025-06-31',
      4,
      1,
      'impossible-date',
      'on',
    ],
    ['a day in another order', 'lettings', '2025-06-01', '01-06-2025', 4, 1, 'wrong-type', 'on'],
    [
      'a road that does not exist',
      'lettings',
      'mediated',
      'bemiddeld',
      5,
      2,
      'not-one-of',
      'channel',
    ],
    ['a column too few', 'lettings', 'mediated,,,', 'mediated,,', 5, 1, 'wrong-cell-count', ''],
    ['a column nobody asked for', 'seekers', 'lives-in', 'name', 1, 5, 'unknown-key', 'name'],
    ['a column that is missing', 'seekers', 'lives-in', 'name', 1, 1, 'missing-key', ''],
  ])('%s', async (_, name, from, to, line, column, code, path) => {
    expect(right[name]).toContain(from)
    const files = write(name, right[name].replace(from, to))
    const found = await loadExtracts(files, region)
    const issues: Issue[] = Array.isArray(found) ? found : []
    expect(issues).toContainEqual(
      expect.objectContaining({ file: files[name], line, column, code, path }),
    )
  })

  test('with the word that was probably meant', async () => {
    const text = right.seekers.replace('starter,dorp', 'starter,drop')
    const found = await loadExtracts(write('seekers', text), region)
    const [issue] = Array.isArray(found) ? found : []
    expect(issue && sayIssue(issue, 'nl').hint).toBe('Bedoelt u "dorp"?')
  })

  test('a file that is not there', async () => {
    const found = await loadExtracts({ homes: join(folder, 'weg.csv') }, region)
    expect(found).toMatchObject([{ code: 'file-not-found' }])
  })
})

test('the tables of the guide can be read, and counted into the example region', async () => {
  const guide = readFileSync(
    join(import.meta.dirname, '../docs/guides/simulate-a-region.md'),
    'utf8',
  )
  const shipped = loadRegion('parkstad')
  if (Array.isArray(shipped)) throw new Error('the region can be read')
  const files = Object.assign(
    {},
    ...[...guide.matchAll(/^```csv (seekers|homes|lettings)\n(.*?)^```/gms)].map(
      ([, name, text = '']) =>
        name === 'seekers' || name === 'homes' || name === 'lettings' ? write(name, text) : {},
    ),
  )
  expect(Object.keys(files)).toEqual(['seekers', 'homes', 'lettings'])
  const extracts = await loadExtracts(files, shipped.region)
  if (Array.isArray(extracts)) throw new Error(JSON.stringify(extracts))
  expect(withMarginals(shipped.region, marginalsFrom(extracts, shipped.region))).toMatchObject({
    id: 'parkstad',
    homes: { count: 3 },
  })
})
