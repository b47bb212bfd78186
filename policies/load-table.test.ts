import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { date } from '../core/basics/calendar-date.ts'
import type { Issue } from '../core/policy/issue.ts'
import { issueText } from '../words/issues.ts'
import { loadListing, loadSeekers } from './load-table.ts'

const folder = mkdtempSync(join(tmpdir(), 'tables-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, content: string | Uint8Array): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

const ans = {
  id: 'ans',
  facts: {
    born: date('1980-02-29'),
    'household-income': 3_000_000,
    'in-shelter': false,
    'profile-models': ['ranked', 'lottery'],
  },
  history: { spells: [], events: [] },
  members: [],
  lots: ['a1', 'a2'],
}

describe('a table of seekers is read by the types of the catalogue', () => {
  const header = 'id,born,household-income,in-shelter,profile-models,lots'
  test.each([
    ['CSV', 'a.csv', `${header}\nans,1980-02-29,3000000,false,ranked|lottery,a1|a2\n`],
    [
      'CSV with semicolons, a byte order mark and Windows lines',
      'b.csv',
      `\ufeff${header.replaceAll(',', ';')}\r\nans;1980-02-29;3000000;false;ranked|lottery;a1|a2\r\n`,
    ],
    [
      'CSV with quotes and spaces',
      'c.csv',
      `${header}\n"ans", 1980-02-29 ,3000000,false,"ranked | lottery",a1|a2`,
    ],
    [
      'JSON',
      'd.json',
      JSON.stringify([
        {
          id: 'ans',
          born: '1980-02-29',
          'household-income': 3_000_000,
          'in-shelter': false,
          'profile-models': ['ranked', 'lottery'],
          lots: ['a1', 'a2'],
        },
      ]),
    ],
  ])('%s', async (_, name, content) => {
    expect(await loadSeekers(write(name, content))).toEqual([ans])
  })

  test.each([
    ['e.csv', 'id,age\n'],
    ['e.json', '[]'],
  ])('a header without rows is nobody: %s', async (name, content) => {
    expect(await loadSeekers(write(name, content))).toEqual([])
  })

  test.each([
    ['f.csv', 'id,age,children\nans,,2\n'],
    ['f.json', '[{ "id": "ans", "age": null, "children": 2 }]'],
  ])('an empty value is unknown: %s', async (name, content) => {
    expect(await loadSeekers(write(name, content))).toMatchObject([{ facts: { children: 2 } }])
  })
})

describe('what is wrong in a table is told with line and column', () => {
  type Fault = { code: Issue['code']; line?: number; column?: number; facts?: object }
  test.each<[string, string, string | Uint8Array, Fault]>([
    ['an empty file', 'csv', '', { code: 'file-empty' }],
    ['Latin-1', 'csv', Uint8Array.of(0x69, 0x64, 0x0a, 0xeb), { code: 'file-not-text' }],
    ['NUL bytes', 'csv', 'id\na\0\n', { code: 'file-not-text' }],
    [
      'a quote that does not close',
      'csv',
      'id,age\nans,3\n"bep,4\n',
      { code: 'csv-syntax', line: 3, facts: { cause: 'quote' } },
    ],
    [
      'a column nobody knows',
      'csv',
      'id,leeftijd,agee\n',
      { code: 'unknown-name', line: 1, column: 2, facts: { found: 'leeftijd' } },
    ],
    [
      'a column of the home',
      'csv',
      'id,rent\n',
      { code: 'misplaced-fact', line: 1, column: 2, facts: { belongs: 'listing' } },
    ],
    ['a column twice', 'csv', 'id,age,age\n', { code: 'duplicate-key', line: 1, column: 3 }],
    ['no ids', 'csv', 'age\n3\n', { code: 'missing-key', line: 1, facts: { key: 'id' } }],
    ['an empty id', 'csv', 'age,id\n3,\n', { code: 'missing-key', line: 2, column: 2 }],
    [
      'the same id twice',
      'csv',
      'id\nans\nans\n',
      { code: 'duplicate-id', line: 3, facts: { firstLine: 2 } },
    ],
    [
      'a cell too many',
      'csv',
      'id,age\nans,3,4\n',
      { code: 'wrong-cell-count', line: 2, facts: { found: 3, expected: 2 } },
    ],
    [
      'a word for a number, after a cell of two lines',
      'csv',
      'id,lives-in,age\n"ans","a\nb",3\nbep,x,oud\n',
      { code: 'wrong-value', line: 4, column: 3, facts: { found: 'oud', expected: ['number'] } },
    ],
    [
      'euros for cents',
      'csv',
      'id,household-income\nans,30000.50\n',
      { code: 'wrong-value', line: 2, column: 2, facts: { expected: ['cents'] } },
    ],
    [
      'thousands with a point, which are no cents',
      'csv',
      'id,household-income\nans,24.000\n',
      { code: 'wrong-value', line: 2, column: 2, facts: { found: '24.000', expected: ['cents'] } },
    ],
    [
      'a Dutch yes',
      'csv',
      'id,in-shelter\nans,ja\n',
      { code: 'wrong-value', line: 2, column: 2, facts: { expected: ['yes-no'] } },
    ],
    [
      'a day that does not exist',
      'csv',
      'id,born\nans,2001-02-29\n',
      { code: 'wrong-value', line: 2, column: 2 },
    ],
    [
      'a word outside a closed list',
      'csv',
      'id,indication\nans,wheelchair|walkers\n',
      { code: 'wrong-value', line: 2, column: 2, facts: { found: 'walkers', near: 'walker' } },
    ],
    ['broken JSON', 'json', '[\n{ "id": "ans", }\n]', { code: 'json-syntax', line: 2 }],
    ['JSON that is no list', 'json', '3', { code: 'wrong-type', line: 1 }],
    ['a row that is no row', 'json', '[\n3]', { code: 'wrong-type', line: 2, column: 1 }],
    [
      'a row without id',
      'json',
      '[\n{ "age": 3 }]',
      { code: 'missing-key', line: 2, facts: { key: 'id' } },
    ],
    [
      'a key twice in JSON',
      'json',
      '[{ "id": "ans",\n "age": 3, "age": 4 }]',
      { code: 'duplicate-key', line: 2, column: 12 },
    ],
    [
      'a wrong value in JSON, after nested values and awkward texts',
      'json',
      '[{ "id": "a\\"]}", "lots": ["x]", "{"] },\n { "id": "b",\n   "age": "3" }]',
      { code: 'wrong-value', line: 3, column: 4, facts: { name: 'age', found: '3' } },
    ],
    [
      '__proto__ in JSON',
      'json',
      '[{ "id": "ans", "__proto__": { "age": 3 } }]',
      { code: 'unknown-name', facts: { found: '__proto__' } },
    ],
  ])('%s', async (_, ending, content, { code, line, column, facts }) => {
    const issues = await loadSeekers(write(`fout.${ending}`, content))
    expect(issues[0]).toMatchObject({
      code,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
      ...(facts ? { facts } : {}),
    })
  })

  test('a file that is not there', async () => {
    expect(await loadSeekers(join(folder, 'weg.csv'))).toMatchObject([{ code: 'file-not-found' }])
  })

  test('twenty wrong cells are told in full, and how many more there are', async () => {
    const rows = Array.from({ length: 25 }, (_, at) => `s${at},oud`)
    const issues = await loadSeekers(write('veel.csv', `id,age\n${rows.join('\n')}\n`))
    expect(issues).toHaveLength(21)
    expect(issues.at(-1)).toMatchObject({ code: 'more-issues', facts: { count: 5 } })
  })

  test('one wrong cell among a quarter of a million is found within seconds', async () => {
    const rows = Array.from({ length: 250_000 }, (_, at) => `s${at},${at === 200_000 ? 'oud' : 40}`)
    const file = write('groot.csv', `id,age\n${rows.join('\n')}\n`)
    const before = performance.now()
    const issues = (await loadSeekers(file)).flatMap((each) => ('code' in each ? [each] : []))
    expect(performance.now() - before).toBeLessThan(20_000)
    expect(issues.map((issue) => issueText(issue, 'nl'))).toEqual([
      [`${file}:200002:2 (age)`, '  Gevonden: oud', '  Verwacht: Voor "age": een getal.'].join(
        '\n',
      ),
    ])
  })
})

describe('a listing is a table of one row', () => {
  const expected = {
    id: 'L1',
    facts: { model: 'ranked', rent: 65_000, label: ['senior', 'youth'], complex: '12' },
    closes: date('2026-03-01'),
    opens: date('2026-02-20'),
  }
  test.each([
    [
      'csv',
      'id,closes,opens,model,rent,label,complex\nL1,2026-03-01,2026-02-20,ranked,65000,senior|youth,12\n',
    ],
    [
      'json',
      JSON.stringify([
        {
          id: 'L1',
          closes: '2026-03-01',
          opens: '2026-02-20',
          model: 'ranked',
          rent: 65_000,
          label: ['senior', 'youth'],
          complex: '12',
        },
      ]),
    ],
    [
      'json',
      `{ "id": "L1", "closes": "2026-03-01", "opens": "2026-02-20", "model": "ranked", "rent": 65000,
         "label": ["senior", "youth"], "complex": "12" }`,
    ],
  ])('in %s', async (ending, content) => {
    expect(await loadListing(write(`woning.${ending}`, content))).toEqual(expected)
  })

  test.each<[string, string, Issue['code']]>([
    ['no row', 'id,closes\n', 'out-of-range'],
    ['two rows', 'id,closes\nL1,2026-03-01\nL2,2026-03-01\n', 'out-of-range'],
    ['no closing date', 'id,rent\nL1,65000\n', 'missing-key'],
    ['a fact of people', 'id,closes,age\nL1,2026-03-01,55\n', 'misplaced-fact'],
  ])('with %s it is refused', async (_, content, code) => {
    expect(await loadListing(write('woningen.csv', content))).toMatchObject([{ code }])
  })
})
