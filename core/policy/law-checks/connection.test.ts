import { describe, expect, test } from 'vitest'
import type { RuleBook } from '../rule-book.ts'
import { type Asked, connectionAskedBy, residenceTestsIn } from './connection.ts'
import { subjectOf } from './subject.ts'
import { definition, judgement, residence, smallLaw, validBook, when } from './valid-book.ts'

const here = { municipality: '$municipality' }
const book: RuleBook = validBook({
  header: { authority: { level: 'region', name: 'Streek', municipalities: ['a', 'b'] } },
  rules: [
    residence('years-here', here),
    residence('years-anywhere', { address: 'x' }),
    residence('years-in-both', { municipality: ['a', 'b'] }),
    residence('years-in-one', { municipality: ['a'] }),
    residence('years-in-part', { area: 'region', settlement: 'x' }),
    residence('years-in-centre', { area: 'centrum' }),
    residence('years-sheltered', here, { of: 'sheltered' }),
    residence('years-outside', { area: { not: 'region' } }),
    residence('years-working', here, { of: 'working' }),
    definition('bound-here', { 'years-here': { at_least: 6 } }),
    definition('a', { b: true }),
    definition('b', { a: true }),
    judgement('tie', { answer: ['none', 'region', 'municipality', 'settlement'] }),
  ],
})
const subject = subjectOf([book], book, smallLaw)
const long = { at_least: 6 }

describe('the connection a condition cannot do without', () => {
  test.each<[string, Parameters<typeof when>[0], Asked | undefined]>([
    ['nothing asks for none', {}, undefined],
    ['an age is none', { age: { at_least: 18 } }, undefined],
    ['years in the region', { 'years-in-region': long }, 'region'],
    ['years in the municipality of the home', { 'years-here': long }, 'narrower'],
    ['years in a municipality, by work', { 'years-working': long }, 'narrower'],
    ['years in a part of the region', { 'years-in-part': long }, 'narrower'],
    ['years in an area', { 'years-in-centre': long }, 'narrower'],
    ['years anywhere but in an area', { 'years-outside': long }, 'narrower'],
    ['years in every municipality together', { 'years-in-both': long }, 'region'],
    ['years in one of them', { 'years-in-one': long }, 'narrower'],
    ['years at an address bind to no place', { 'years-anywhere': long }, undefined],
    ['years in a shelter bind nobody', { 'years-sheltered': long }, undefined],
    ['through a word of the book', { 'bound-here': true }, 'narrower'],
    ['that must not hold', { 'bound-here': false }, undefined],
    ['that must not hold, said otherwise', { 'bound-here': { not: true } }, undefined],
    ['under none', { none: [{ 'years-here': long }] }, undefined],
    ['beside an age', { age: { at_least: 18 }, 'years-in-region': long }, 'region'],
    ['both: the narrowest counts', { 'years-here': long, 'years-in-region': long }, 'narrower'],
    [
      'all of them: the narrowest counts',
      { all: [{ 'years-in-region': long }, { 'years-here': long }] },
      'narrower',
    ],
    [
      'one of them: the widest counts',
      { any: [{ 'years-here': long }, { 'years-in-region': long }] },
      'region',
    ],
    [
      'one of them, of which only one asks',
      { any: [{ age: { at_least: 65 } }, { 'years-here': long }] },
      'narrower',
    ],
    ['living in every municipality of the region', { 'lives-in': ['a', 'b'] }, 'region'],
    ['living in one of them', { 'lives-in': ['a', 'c'] }, 'narrower'],
    ['working in every municipality', { 'works-in': ['a', 'b'] }, 'region'],
    ['studying in one of them', { 'studies-in': 'b' }, 'narrower'],
    ['not living somewhere', { 'lives-in': { not: 'c' } }, undefined],
    ['a judgement that may name the region', { tie: ['region', 'municipality'] }, 'region'],
    ['a judgement that must name the municipality', { tie: 'municipality' }, 'narrower'],
    ['a judgement that must name the settlement', { tie: ['settlement', 'none'] }, 'narrower'],
    ['a judgement that must name something', { tie: { not: 'none' } }, undefined],
    ['a judgement that names neither', { tie: 'none' }, undefined],
    ['words that explain each other say nothing', { a: true }, undefined],
  ])('%s', (_, written, asked) => {
    expect(connectionAskedBy(when(written), subject)).toBe(asked)
  })
  test('the region is that of the book of the region, also under a book of a municipality', () => {
    const own = validBook({
      header: { book: 'lower', authority: { level: 'municipality', name: 'a' } },
    })
    const under = subjectOf([own, book], own, smallLaw)
    expect(connectionAskedBy(when({ 'lives-in': 'a' }), under)).toBe('narrower')
    expect(connectionAskedBy(when({ 'lives-in': ['a', 'b'] }), under)).toBe('region')
  })
  test('without a region every municipality is narrower', () => {
    const lone = validBook({ header: { authority: { level: 'landlord', name: 'x' } } })
    const alone = subjectOf([lone], lone, smallLaw)
    expect(connectionAskedBy(when({ 'lives-in': 'a' }), alone)).toBe('narrower')
  })
})

describe('tests on years lived somewhere', () => {
  const read = (more: object, written: Parameters<typeof when>[0] = { years: long }) => {
    const changed = validBook({ rules: [residence('years', here, more)] })
    return residenceTestsIn(when(written), subjectOf([changed], changed, smallLaw))
  }
  const six = { years: 6, within: 10, unbroken: true }

  test.each<[string, object, object[]]>([
    ['the longest spell in ten years', {}, [six]],
    ['the spell until now', { take: 'current' }, [{ ...six, within: undefined }]],
    ['all spells together', { take: 'total' }, [{ ...six, unbroken: false }]],
    ['a window in months', { within: { count: 60, unit: 'month' } }, [{ ...six, within: 5 }]],
    ['no window reaches back for ever', { within: undefined }, [{ ...six, within: Infinity }]],
    ['nor does the run of a life', { within: { life: 'x' } }, [{ ...six, within: Infinity }]],
    ['days are not compared', { unit: 'days' }, []],
    ['nor is work', { of: 'working' }, []],
  ])('%s', (_, more, expected) => {
    expect(read(more)).toEqual(expected)
  })
  test('months are twelve to a year', () => {
    expect(read({ unit: 'months' }, { years: { at_least: 72 } })).toEqual([six])
  })
  test('what must not hold, or may be less, is no such test', () => {
    expect(read({}, { none: [{ years: long }] })).toEqual([])
    expect(read({}, { years: { at_most: 6 } })).toEqual([])
    expect(read({}, { age: long })).toEqual([])
  })
})
