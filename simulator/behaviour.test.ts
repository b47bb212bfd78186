import { describe, expect, test } from 'vitest'
import { fc } from '../tests/properties.ts'
import {
  acceptanceChance,
  type Choosing,
  chanceKept,
  distancesBetween,
  isSuitable,
  matchValue,
  responseChance,
} from './behaviour.ts'
import type { Home } from './housing.ts'
import { loadRegion } from './load-region.ts'
import type { Group } from './searchers.ts'

const loaded = loadRegion('parkstad')
if (!('region' in loaded)) throw new Error('the example region can be read')
const { region } = loaded
const distances = distancesBetween(region)
const choosing: Choosing = {
  behaviour: region.behaviour,
  distances,
  nearness: distances.map((row) => row.map((distance) => Math.exp(-distance))),
  interested: new Map(),
  rentIsHigh: ({ rentCents }) => rentCents > 71_302,
}
const { response, tooSmall, tooLarge, rentTooHigh, wrongLabel } = region.behaviour

const home: Home = {
  index: 0,
  place: 0,
  attraction: 0,
  bedrooms: 2,
  rentCents: 65_000,
  label: 'none',
  landlord: 'voorbeeldwonen',
  complex: 'heerlen-0',
  facts: {},
  tenant: undefined,
  isFree: true,
}
const group: Group = {
  looksFrom: 0,
  bedroomsNeeded: 2,
  incomeClass: 0,
  isSenior: false,
  indication: 'none',
  number: 0,
}
const apart = choosing.distances[0]?.[1] ?? 0

describe('who responds to what: each thing that does not suit keeps only a part of the wish', () => {
  test.each<[string, Partial<Group>, Partial<Home>, number]>([
    ['a home that suits in every way', {}, {}, 1],
    ['a bedroom more than needed is no matter', {}, { bedrooms: 3 }, 1],
    ['two more is', {}, { bedrooms: 4 }, tooLarge],
    ['a bedroom too few', { bedroomsNeeded: 3 }, {}, tooSmall],
    ['two too few', { bedroomsNeeded: 4 }, {}, tooSmall ** 2],
    ['a rent beyond the cap, for a low income', {}, { rentCents: 80_000 }, rentTooHigh],
    ['the same for another income', { incomeClass: 1 }, { rentCents: 80_000 }, 1],
    ['a senior label for somebody young', {}, { label: 'senior' }, wrongLabel],
    ['the same for somebody of age', { isSenior: true }, { label: 'senior' }, 1],
    ['a label one has an indication for', { indication: 'walker' }, { label: 'walker' }, 1],
    ['another label', { indication: 'walker' }, { label: 'wheelchair' }, wrongLabel],
    ['another municipality', {}, { place: 1 }, Math.exp(-apart)],
  ])('%s', (_, person, dwelling, part) => {
    const chance = responseChance(choosing, { ...group, ...person }, { ...home, ...dwelling })
    expect(chance).toBeCloseTo(response * part, 12)
  })

  test.each<[string, Partial<Group>, Partial<Home>, boolean]>([
    ['a home that suits in every way', {}, {}, true],
    ['far away', {}, { place: 1 }, true],
    ['a bedroom too few', { bedroomsNeeded: 3 }, {}, false],
    ['a rent beyond the cap, for a low income', {}, { rentCents: 80_000 }, false],
    ['the same for another income', { incomeClass: 1 }, { rentCents: 80_000 }, true],
    ['a label for others', {}, { label: 'senior' }, false],
  ])('a suitable offer: %s', (_, person, dwelling, suits) => {
    expect(isSuitable(choosing, { ...group, ...person }, { ...home, ...dwelling })).toBe(suits)
  })

  test('what suits less in the wish suits less in the match, or as much', () => {
    const other = fc.record({
      bedrooms: fc.integer({ min: 1, max: 4 }),
      place: fc.integer({ min: 0, max: 6 }),
      label: fc.constantFrom('none', 'senior', 'walker'),
      rentCents: fc.constantFrom(60_000, 80_000),
    })
    fc.assert(
      fc.property(other, (changed) => {
        const there = { ...home, ...changed }
        expect(matchValue(choosing, group, there)).toBeLessThanOrEqual(
          matchValue(choosing, group, home),
        )
      }),
    )
  })
})

describe('who takes what is offered', () => {
  const usual = { value: 0, years: 0, refusingCosts: false }

  test('a usual home with the chance of the file', () => {
    expect(acceptanceChance(region.behaviour, usual)).toBeCloseTo(region.behaviour.acceptance, 12)
  })

  test.each([
    ['a better home', { ...usual, value: 1 }],
    ['after years of searching', { ...usual, years: 5 }],
    ['where refusing costs something', { ...usual, refusingCosts: true }],
  ])('%s sooner', (_, about) => {
    expect(acceptanceChance(region.behaviour, about)).toBeGreaterThan(region.behaviour.acceptance)
  })

  test('whoever is not picky takes every home alike', () => {
    const blind = { ...region.behaviour, pickiness: 0 }
    expect(acceptanceChance(blind, { ...usual, value: -9 })).toBe(blind.acceptance)
  })

  test.each([0, 1])('a chance of %f knows no doubt', (acceptance) => {
    const sure = { ...region.behaviour, acceptance }
    expect(acceptanceChance(sure, { ...usual, value: 3 })).toBe(acceptance)
  })
})

describe('who holds back where others needed longer', () => {
  test.each([
    ['nobody who waited long enough', 0.5, 6, 6, 1],
    ['half the way, half of what matters', 0.5, 3, 6, 0.75],
    ['fully where it matters fully', 1, 0, 6, 0],
    ['nobody where it does not matter', 0, 0, 6, 1],
  ])('%s', (_, chanceMatters, own, needed, kept) => {
    expect(chanceKept({ ...region.behaviour, chanceMatters }, own, needed)).toBeCloseTo(kept, 12)
  })
})
