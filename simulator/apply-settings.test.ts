import { describe, expect, test } from 'vitest'
import { date } from '../core/basics/calendar-date.ts'
import { parseText } from '../policies/read-document.ts'
import { exampleRegion } from '../tests/example-region.ts'
import { cases, fc } from '../tests/properties.ts'
import { sayIssue } from '../words/issues.ts'
import { applySettings, type Settings } from './apply-settings.ts'
import { readRegion } from './load-region.ts'
import type { Region } from './region.ts'
import { writtenRegion } from './region-schema.ts'
import { shareTables, surplusOf } from './share-tables.ts'

const document = parseText(exampleRegion, 'voorbeeld.yaml')
const loaded = Array.isArray(document) ? document : readRegion(document)
if (Array.isArray(loaded)) throw new Error('the region can be read')
const { region } = loaded

function apply(settings: Settings): Region {
  const applied = applySettings(region, settings)
  if (Array.isArray(applied)) throw new Error(JSON.stringify(applied))
  return applied
}

test('no settings change nothing', () => {
  expect(apply({})).toBe(region)
})

test.each<[string, number, (of: Region) => unknown]>([
  ['behaviour.pickiness', 1.5, ({ behaviour }) => behaviour.pickiness],
  ['streams.regular.perYear', 5000, ({ streams }) => streams[0]?.perYear],
  ['vacancies.newHomes.hofje.count', 200, ({ vacancies }) => vacancies.newHomes[0]?.count],
  ['places.gehucht.xKm', 8, ({ places }) => places[1]?.xKm],
  ['homes.rentCents.2', 60000, ({ homes }) => homes.rentCents['2']],
])('%s is set, and nothing else', (path, value, at) => {
  const applied = apply({ [path]: value })
  expect(at(applied)).toBe(value)
  const back = apply({ [path]: Number(at(region)) })
  expect(writtenRegion(back)).toEqual(writtenRegion(region))
  expect(applied.provenance).toBe(region.provenance)
})

test('a word is set too, and a date', () => {
  const applied = apply({ 'streams.shelter.ground': '12-3-d', starts: '2027-01-01' })
  expect(applied.streams.find(({ id }) => id === 'shelter')?.ground).toBe('12-3-d')
  expect(applied.starts).toBe(date('2027-01-01'))
})

describe('shares of one whole move together', () => {
  test('the others keep their proportions', () => {
    const { models } = apply({ 'vacancies.models.lottery': 0.24 }).vacancies
    expect(models).toEqual({
      ranked: expect.closeTo(0.64, 9),
      lottery: 0.24,
      'first-come': expect.closeTo(0.08, 9),
      option: expect.closeTo(0.04, 9),
    })
  })
  test('those that are set stay as they are set', () => {
    const { roads } = apply({
      'vacancies.roads.advertised': 0.75,
      'vacancies.roads.mediated': 0.15,
    }).vacancies
    expect(roads).toEqual({
      advertised: 0.75,
      mediated: 0.15,
      tailored: expect.closeTo(0.1, 9),
    })
  })
  test('over municipalities as well', () => {
    const { places } = apply({ 'places.dorp.homesShare': 0.8 })
    expect(places[1]?.homesShare).toBeCloseTo(0.15, 9)
  })
  test('whatever share is set, every table adds up', () => {
    const paths = shareTables(writtenRegion(region))
      .filter(({ members }) => members.filter(({ share }) => share > 0).length > 1)
      .flatMap(({ members }) => members.map(({ path }) => path))
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        (path, share) => {
          const applied = applySettings(region, { [path]: share })
          if (Array.isArray(applied)) return false
          return shareTables(writtenRegion(applied)).every((table) => surplusOf(table) === 0)
        },
      ),
      cases(60),
    )
  })
})

describe('what cannot be set is told', () => {
  test.each<[string, Settings, string, string]>([
    [
      'an unknown path, with the one that was probably meant',
      { 'vacancies.models.lotery': 0.15 },
      'unknown-name',
      'vacancies.models.lotery',
    ],
    [
      'a path that stops half-way',
      { 'vacancies.models': 0.15 },
      'unknown-name',
      'vacancies.models',
    ],
    [
      'a share beyond 1',
      { 'vacancies.models.lottery': 1.2 },
      'out-of-range',
      'vacancies.models.lottery',
    ],
    ['a negative number', { 'behaviour.taste': -1 }, 'out-of-range', 'behaviour.taste'],
    ['a word for a number', { 'behaviour.taste': 'veel' }, 'wrong-type', 'behaviour.taste'],
    [
      'shares that together go beyond 1',
      { 'vacancies.models.lottery': 0.7, 'vacancies.models.option': 0.7 },
      'shares-off',
      'vacancies.models.lottery',
    ],
    [
      'a share of a table where nothing else can grow',
      { 'places.buurtschap.neighbourhoods.kern.share': 0.5 },
      'shares-off',
      'places.buurtschap.neighbourhoods.kern.share',
    ],
    [
      'an unknown road',
      { 'streams.shelter.road': 'mediatd' },
      'not-one-of',
      'streams.shelter.road',
    ],
    ['an impossible day', { starts: '2026-02-30' }, 'impossible-date', 'starts'],
  ])('%s', (_, settings, code, path) => {
    expect(applySettings(region, settings)).toMatchObject([{ file: 'voorbeeld', code, path }])
  })

  test('in words', () => {
    const [issue] = [applySettings(region, { 'behaviour.pickyness': 2 })].flat()
    if (!issue || !('code' in issue)) throw new Error('an issue')
    expect(sayIssue(issue, 'nl')).toEqual({
      found: '"behaviour.pickyness", een naam die niet bestaat.',
      expected: 'De naam van een getal of woord van de regio.',
      hint: 'Bedoelt u "behaviour.pickiness"?',
    })
  })

  test('at the place where the setting was written', () => {
    const placeOf = (path: string) => ({ file: 'plan.yaml', line: 7, column: 3, path })
    expect(applySettings(region, { 'behaviour.taste': -1 }, placeOf)).toMatchObject([
      { file: 'plan.yaml', line: 7, column: 3, path: 'behaviour.taste' },
    ])
  })
})
