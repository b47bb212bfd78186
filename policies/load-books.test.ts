import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { date } from '../core/basics/calendar-date.ts'
import { loadBooks } from './load-books.ts'

const folder = mkdtempSync(join(tmpdir(), 'books-'))
afterAll(() => rmSync(folder, { recursive: true }))

function book(id: string, buildsOn: readonly string[], rule = ''): string {
  const file = join(folder, `${id}.yaml`)
  const lines = [
    `book: ${id}`,
    `title: ${id}`,
    'authority: { level: region, name: Voorbeeld }',
    'valid: { from: 2026-01-01, until: 2026-12-31 }',
    'published: missing',
    'law: hvw-2024',
    `builds_on: [${buildsOn.join(', ')}]`,
    `articles: [{ number: '1', text: "Tekst.", rules: [${rule}] }]`,
  ]
  writeFileSync(file, lines.join('\n'))
  return file
}

function idsOf(found: ReturnType<typeof loadBooks>): string[] {
  return found.map((each) => ('code' in each ? each.code : each.book.book))
}

describe('a book comes with all it builds on', () => {
  const limit =
    '{ kind: parameter, id: income-limit, unit: cents, values: { 2026-01-01: missing } }'
  const reads =
    '{ kind: definition, id: fits, when: { household-income: { at_most: $income-limit } } }'
  book('rijk', [], limit)
  book('regio', ['rijk'])
  book('gemeente', ['regio', 'rijk'], reads)

  test('lowest first, each once, and names of upper books are known', () => {
    expect(idsOf(loadBooks('gemeente', folder))).toEqual(['gemeente', 'regio', 'rijk'])
  })

  test('by id or by path', () => {
    expect(idsOf(loadBooks('regio', folder))).toEqual(['regio', 'rijk'])
    expect(idsOf(loadBooks('regio.yaml', folder))).toEqual(['regio', 'rijk'])
    expect(idsOf(loadBooks(join(folder, 'regio.yaml')))).toEqual(['regio', 'rijk'])
  })

  test('a list of overlays keeps its order', () => {
    book('complex', [])
    expect(idsOf(loadBooks(['complex', 'gemeente'], folder))).toEqual([
      'complex',
      'gemeente',
      'regio',
      'rijk',
    ])
  })

  test('a name of a lower book is not known above', () => {
    book('boven', [], reads)
    book('onder', ['boven'], limit)
    expect(loadBooks('onder', folder)).toMatchObject([
      { code: 'unknown-name', facts: { found: 'income-limit' } },
    ])
  })
})

describe('a name stands for the newest of its editions', () => {
  test.each([
    ['parkstad', undefined, 'parkstad-2026'],
    ['parkstad', '2026-10-01', 'parkstad-2026'],
    ['groningen', undefined, 'groningen-2021'],
    ['groningen', '2019-01-01', 'groningen-2018'],
    ['groningen', '1990-01-01', 'book-not-found'],
    ['almere', undefined, 'almere-2015-11'],
    ['parksta', undefined, 'book-not-found'],
  ])('%s on %s is %s', (name, on, id) => {
    const found = loadBooks(name, folder, on === undefined ? undefined : date(on))
    expect(idsOf(found)[0]).toBe(id)
  })
})

describe('a basis that cannot be', () => {
  test('a missing book is told with the chain to it', () => {
    book('los', ['midden'])
    book('midden', ['weg'])
    expect(loadBooks('los', folder)).toMatchObject([
      {
        code: 'basis-missing',
        file: join(folder, 'midden.yaml'),
        line: 7,
        path: 'builds_on[0]',
        facts: { book: 'weg', chain: ['los', 'midden', 'weg'] },
      },
    ])
  })

  test('a circle is told with the chain', () => {
    book('a', ['b'])
    book('b', ['c'])
    book('c', ['a'])
    expect(loadBooks('a', folder)).toMatchObject([
      { code: 'basis-circular', facts: { chain: ['a', 'b', 'c', 'a'] } },
    ])
  })

  test('a book that builds on itself', () => {
    book('zelf', ['zelf'])
    expect(loadBooks('zelf', folder)).toMatchObject([
      { code: 'basis-circular', facts: { chain: ['zelf', 'zelf'] } },
    ])
  })

  test('an id nobody has', () => {
    expect(loadBooks('bestaat-niet', folder)).toMatchObject([{ code: 'book-not-found' }])
  })
})
