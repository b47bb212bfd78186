import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { date } from '../core/basics/calendar-date.ts'
import type { Issue } from '../core/policy/issue.ts'
import type { Rule } from '../core/policy/rule-book.ts'
import { cases, fc } from '../tests/properties.ts'
import { sayIssue } from '../words/issues.ts'
import { loadBooks } from './load-books.ts'
import { loadRuleBook } from './load-rule-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'rule-books-'))
afterAll(() => rmSync(folder, { recursive: true }))

const head = `book: voorbeeld
title: Voorbeeld
authority: { level: region, name: Voorbeeldregio }
valid: { from: 2026-01-01, until: 2026-12-31 }
published: missing
law: hvw-2024
articles:
  - number: '1'
    text: "Wie is ingeschreven, doet mee."
    rules:
      - { kind: life, id: registration, begins: { on: registered } }
`

function write(content: string | Uint8Array, name = 'voorbeeld.yaml'): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

function withRule(rule: string): string {
  return `${head}      - ${rule}\n`
}

function issuesOf(file: string): Issue[] {
  const found = loadBooks(file)
  return found.flatMap((each) => ('code' in each ? [each] : []))
}

function ruleOf(rule: string): Rule | undefined {
  const found = loadRuleBook(write(withRule(rule)))
  if (Array.isArray(found)) throw new Error(JSON.stringify(found))
  return found.book.articles[0]?.rules[1]
}

describe('a book is read into the types of the core', () => {
  test('with its defaults', () => {
    const loaded = loadRuleBook(write(head))
    expect(loaded).toMatchObject({
      book: {
        book: 'voorbeeld',
        valid: { from: date('2026-01-01'), until: date('2026-12-31') },
        builds_on: [],
        articles: [{ rules: [{ begins: { on: ['registered'] } }] }],
      },
    })
  })

  test('the hash follows the content, not the layout', () => {
    const hash = (text: string, name: string) => {
      const loaded = loadRuleBook(write(text, name))
      return Array.isArray(loaded) ? loaded : loaded.hash
    }
    const spaced = head.replace('level: region,  name', 'level: region,   name')
    expect(hash(`# opmerking\n${spaced}`, 'a.yaml')).toBe(hash(head, 'b.yaml'))
    expect(hash(head.replace('Voorbeeldregio', 'Andere regio'), 'c.yaml')).not.toBe(
      hash(head, 'b.yaml'),
    )
  })

  test('JSON is read like YAML, indented with tabs too', () => {
    const json = JSON.stringify(
      {
        book: 'voorbeeld',
        title: 'Voorbeeld',
        authority: { level: 'region', name: 'Voorbeeldregio' },
        valid: { from: '2026-01-01', until: '2026-12-31' },
        published: 'missing',
        law: 'hvw-2024',
        articles: [],
      },
      undefined,
      '\t',
    )
    expect(loadRuleBook(write(json, 'voorbeeld.json'))).toMatchObject({ book: { articles: [] } })
  })

  test.each<[string, string, object]>([
    [
      'dates, lists, references and branches in a condition',
      '{ kind: definition, id: d, when: { born: { at_most: 2000-02-29 }, age: { in: $ages }, label: [a, $b], any: [{ rent: 1 }, { rent: { not: [2, 3] } }], model: { known: true } } }',
      {
        when: [
          { name: 'born', test: { at_most: date('2000-02-29') } },
          { name: 'age', test: { is: [{ ref: 'ages' }] } },
          { name: 'label', test: { is: ['a', { ref: 'b' }] } },
          {
            any: [[{ name: 'rent', test: { is: [1] } }], [{ name: 'rent', test: { not: [2, 3] } }]],
          },
          { name: 'model', test: { known: true } },
        ],
      },
    ],
    [
      'dated values, latest first, as amount, list or table',
      '{ kind: parameter, id: p, values: { 2025-01-01: [a, b], 2026-07-01: missing, 2026-01-01: [{ household-size: 1, value: 2026-03-01 }, { value: open }] } }',
      {
        values: [
          { from: date('2026-07-01'), rows: [{ when: [], value: 'missing' }] },
          {
            from: date('2026-01-01'),
            rows: [
              {
                when: [{ name: 'household-size', test: { is: [1] } }],
                value: date('2026-03-01'),
              },
              { when: [], value: 'open' },
            ],
          },
          { from: date('2025-01-01'), rows: [{ when: [], value: ['a', 'b'] }] },
        ],
      },
    ],
    [
      'a ranking with every key',
      '{ kind: ranking, id: r, model: ranked, tiers: [{ priority: x, by: [{ in_order: { profession: [a, b] } }] }, { priority: [x, y] }, { priority: none }], finally: [{ earliest: registered-on }, { lot: $weights }, { lot: equal }, { chosen: panel }] }',
      {
        tiers: [
          { priority: ['x'], by: [{ by: 'in-order', of: 'profession', values: ['a', 'b'] }] },
          { priority: ['x', 'y'], by: [] },
          { priority: 'none', by: [] },
        ],
        finally: [
          { by: 'earliest', of: 'registered-on' },
          { by: 'lot', weights: { ref: 'weights' } },
          { by: 'lot', weights: 'equal' },
          { by: 'chosen', of: 'panel' },
        ],
      },
    ],
    [
      'a ranking without tiers',
      '{ kind: ranking, id: r, model: lottery, finally: [{ lot: equal }] }',
      { tiers: [] },
    ],
    [
      'an account with rates, amounts, cases and the best of several',
      '{ kind: account, id: a, unit: date, starts: [{ who: { age: 1 }, from: address-since }, { from: registered-on }], limits: { at_most: 5 years }, entries: [{ add: 1 month, per: year, of: resident }, { best_of: [{ add: $p }, { set: 0, on: [no-show, moved] }] }] }',
      {
        starts: [
          { who: [{ name: 'age', test: { is: [1] } }], from: 'address-since' },
          { who: [], from: 'registered-on' },
        ],
        limits: { at_most: { count: 5, unit: 'year' } },
        entries: [
          { add: { count: 1, unit: 'month' }, per: { count: 1, unit: 'year' }, of: 'resident' },
          { best_of: [{ add: { ref: 'p' } }, { set: 0, on: ['no-show', 'moved'] }] },
        ],
      },
    ],
    [
      'an account that starts at one name',
      '{ kind: account, id: a, unit: date, starts: registered-on, entries: [] }',
      { starts: [{ who: [], from: 'registered-on' }] },
    ],
    [
      'a measure within a term',
      '{ kind: measure, id: m, of: responded, take: number, within: 6 months }',
      { within: { count: 6, unit: 'month' } },
    ],
    [
      'a measure within a calendar month',
      '{ kind: measure, id: m, of: responded, take: number, within: calendar-month }',
      { within: { period: 'calendar-month' } },
    ],
    [
      'a measure within a life',
      '{ kind: measure, id: m, of: responded, take: number, within: registration }',
      { within: { life: 'registration' } },
    ],
    [
      'terms of the process',
      '{ kind: procedure, id: p, confirm_within: 1 working day at 17:00, answer_within: 2 working days, facts_at: ranking-made }',
      {
        confirm_within: { lasts: { count: 1, unit: 'working-day' }, at: '17:00' },
        answer_within: { lasts: { count: 2, unit: 'working-day' } },
        facts_at: { default: 'ranking-made', facts: {} },
      },
    ],
    [
      'a reference moment per fact',
      '{ kind: procedure, id: p, facts_at: { default: listing-closed, household-income: lease-start } }',
      { facts_at: { default: 'listing-closed', facts: { 'household-income': 'lease-start' } } },
    ],
    [
      'a restore fee and one event where a list may stand',
      '{ kind: life, id: l, begins: { on: paid }, restore: { on: restored, within: 1 year, fee: $fee }, ends: [{ on: deregistered, code: deregistered, keeps: registration }] }',
      {
        restore: { on: ['restored'], fee: 'fee' },
        ends: [{ on: ['deregistered'], keeps: ['registration'] }],
      },
    ],
  ])('%s', (_, rule, expected) => {
    expect(ruleOf(rule)).toMatchObject(expected)
  })
})

type Fault = { code: Issue['code']; at?: [number, number]; path?: string; facts?: object }

test('a part can be named and merged, and what is written beside it wins', () => {
  const rules = [
    '&first { kind: definition, id: first, label: "Eerste", when: { age: 18 } }',
    '{ <<: *first, id: second, label: "Tweede" }',
  ]
  const loaded = loadRuleBook(write(`${head}      - ${rules.join('\n      - ')}\n`))
  expect(loaded).toMatchObject({
    book: {
      articles: [{ rules: [{}, {}, { id: 'second', label: 'Tweede', when: [{ name: 'age' }] }] }],
    },
  })
  const wrong = rules.join('\n      - ').replace('age: 18', 'ages: 18')
  expect(issuesOf(write(`${head}      - ${wrong}\n`))).toMatchObject([
    { path: 'articles[0].rules[1].when.ages', line: 12 },
    { path: 'articles[0].rules[2].when.ages', line: 12 },
  ])
})

describe('a file that is no rule book gives an issue, never a crash', () => {
  test.each<[string, string | Uint8Array, Fault]>([
    ['empty', '', { code: 'file-empty' }],
    ['only white space', ' \n\n', { code: 'file-empty' }],
    ['only a comment', '# niets\n', { code: 'wrong-type', at: [1, 1] }],
    ['NUL bytes', 'book: a\0b', { code: 'file-not-text' }],
    ['invalid UTF-8', Uint8Array.of(0x62, 0xff, 0xfe), { code: 'file-not-text' }],
    ['too large', ' '.repeat(2 * 1024 * 1024 + 1), { code: 'file-too-large' }],
    ['a list', '- a\n- b\n', { code: 'wrong-type', at: [1, 1] }],
    ['a tab', 'book:\n\ta: b\n', { code: 'yaml-syntax', at: [2, 1], facts: { cause: 'tab' } }],
    ['an open bracket', 'book: [a, b\n', { code: 'yaml-syntax', facts: { cause: 'not-closed' } }],
    ['an open quote', 'book: "a\n', { code: 'yaml-syntax', facts: { cause: 'not-closed' } }],
    [
      'a colon in an unquoted text',
      'title: Let op: dit\n',
      { code: 'yaml-syntax', at: [1, 8], facts: { cause: 'colon-in-text' } },
    ],
    [
      'two documents',
      'a: 1\n---\nb: 2\n',
      { code: 'yaml-syntax', facts: { cause: 'several-documents' } },
    ],
    [
      'a directive',
      '%YAML 1.1\n---\na: yes\n',
      { code: 'yaml-syntax', facts: { cause: 'directive' } },
    ],
    ['a custom type', 'a: !!binary aGFsbG8=\n', { code: 'refused-tag', at: [1, 13] }],
    [
      'a key twice',
      'book: a\ntitle: b\nbook: c\n',
      { code: 'duplicate-key', at: [3, 1], facts: { key: 'book', firstLine: 1 } },
    ],
    ['a deep file', '['.repeat(50_000), { code: 'yaml-syntax' }],
    ['__proto__', '__proto__: { x: 1 }\n', { code: 'refused-key', at: [1, 1] }],
    ['constructor', 'a: { constructor: { prototype: 1 } }\n', { code: 'refused-key', at: [1, 6] }],
    ['an alias of nothing', 'a: *b\n', { code: 'unknown-alias', at: [1, 4] }],
    ['an alias of itself', 'a: &a [*a]\n', { code: 'too-many-aliases' }],
    [
      'an alias bomb',
      `a0: &a0 [x]\n${Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]`).join('\n')}\n`,
      { code: 'too-many-aliases' },
    ],
    ['a number that is none', 'a: .nan\n', { code: 'out-of-range', at: [1, 4] }],
    ['a number too large to count with', 'a: 9007199254740993\n', { code: 'out-of-range' }],
  ])('%s', (_, content, { code, at, facts }) => {
    const [issue] = issuesOf(write(content))
    expect(issue).toMatchObject({ code, ...(facts ? { facts } : {}) })
    if (at) expect([issue?.line, issue?.column]).toEqual(at)
  })

  test('a file that is not there', () => {
    expect(issuesOf(join(folder, 'bestaat-niet.yaml'))).toMatchObject([{ code: 'file-not-found' }])
  })

  test('a folder', () => {
    mkdirSync(join(folder, 'map.yaml'), { recursive: true })
    expect(issuesOf(join(folder, 'map.yaml'))).toMatchObject([{ code: 'file-is-folder' }])
  })

  test.each([
    ['scenarios', 'rules: x\nscenarios: []\n'],
    ['case', 'rules: x\nseekers: {}\n'],
  ])('a file with %s is told as such', (found, content) => {
    expect(issuesOf(write(content))).toMatchObject([
      { code: 'other-file', facts: { found, wanted: 'rule-book' } },
    ])
  })

  test('whatever is cut, doubled or typed in between, there is a book or there are issues', () => {
    const whole = withRule(
      '{ kind: ranking, id: r, model: ranked, tiers: [{ priority: none, by: [{ highest: age }] }], finally: [{ lot: equal }] }',
    )
    const marks = [
      '{',
      '}',
      '[',
      ']',
      ': ',
      ',',
      '"',
      "'",
      '&a ',
      '*a',
      '<<: ',
      '\n',
      '- ',
      '~',
      '$',
    ]
    fc.assert(
      fc.property(
        fc.nat(whole.length),
        fc.nat(12),
        fc.oneof(fc.constantFrom(...marks), fc.string()),
        (at, length, typed) => {
          const file = write(whole.slice(0, at) + typed + whole.slice(at + length), 'anders.yaml')
          for (const each of loadBooks(file)) {
            if ('code' in each) expect(sayIssue(each, 'nl').expected).not.toBe('')
            else expect(each.hash).toHaveLength(64)
          }
        },
      ),
      cases(400),
    )
  })

  test('many keys are read in linear time', () => {
    const keys = Array.from({ length: 100_000 }, (_, at) => `k${at}: 1`).join('\n')
    const before = performance.now()
    expect(issuesOf(write(keys))[0]).toMatchObject({ code: 'missing-key' })
    expect(performance.now() - before).toBeLessThan(20_000)
  })
})

describe('what does not fit the shape is told with its place', () => {
  const cases: [string, string, Fault][] = [
    [
      'an unknown key',
      '{ kind: requirement, id: r, to: respond, must: {}, code: under-age, unles: {} }',
      { code: 'unknown-key', path: 'articles[0].rules[1].unles', facts: { near: 'unless' } },
    ],
    [
      'a sentence cut by a comma',
      '{ kind: judgement, id: j, question: Is er belang, en waarbij?, answer: yes-no, decided_by: landlord }',
      { code: 'unknown-key', facts: { key: 'en waarbij?', split: true } },
    ],
    [
      'an unknown kind',
      '{ kind: requirment, id: r }',
      { code: 'not-one-of', path: 'articles[0].rules[1].kind', facts: { near: 'requirement' } },
    ],
    ['no kind', '{ id: r }', { code: 'missing-key', facts: { key: 'kind' } }],
    [
      'a missing key',
      '{ kind: definition, id: d }',
      { code: 'missing-key', path: 'articles[0].rules[1]', facts: { key: 'when' } },
    ],
    [
      'an id with capitals',
      '{ kind: definition, id: Dus, when: {} }',
      { code: 'wrong-type', facts: { expected: ['id'] } },
    ],
    [
      'a label that is a number',
      '{ kind: definition, id: d, label: 55, when: {} }',
      { code: 'wrong-type', facts: { found: '55', expected: ['text'] } },
    ],
    [
      'a day that does not exist',
      '{ kind: definition, id: d, from: 2026-02-30, when: {} }',
      { code: 'impossible-date', facts: { found: '2026-02-30' } },
    ],
    [
      'a day that does not exist, in a test',
      '{ kind: definition, id: d, when: { born: { below: 2025-02-29 } } }',
      { code: 'impossible-date', path: 'articles[0].rules[1].when.born.below' },
    ],
    [
      'a date written otherwise',
      '{ kind: definition, id: d, from: 1-1-2026, when: {} }',
      { code: 'wrong-type', facts: { expected: ['date'] } },
    ],
    [
      'an end before the beginning',
      '{ kind: definition, id: d, from: 2026-03-01, until: 2026-02-01, when: {} }',
      { code: 'ends-before-begin' },
    ],
    [
      'a duration in Dutch',
      '{ kind: requirement, id: r, to: respond, must: {}, code: under-age, in_vain: 8 weken }',
      { code: 'wrong-type', facts: { expected: ['duration'] } },
    ],
    [
      'an unknown exclusion code',
      '{ kind: requirement, id: r, to: respond, must: {}, code: under-ages }',
      { code: 'not-one-of', facts: { near: 'under-age' } },
    ],
    [
      'an unknown role',
      '{ kind: judgement, id: j, question: "Wie?", answer: yes-no, decided_by: landlords }',
      { code: 'not-one-of', facts: { near: 'landlord' } },
    ],
    [
      'an unknown event or spell to measure',
      '{ kind: measure, id: m, of: respond, take: number }',
      { code: 'not-one-of', facts: { near: 'responded' } },
    ],
    [
      'an unknown test',
      '{ kind: definition, id: d, when: { age: { at-least: 18 } } }',
      { code: 'unknown-key', facts: { near: 'at_least' } },
    ],
    [
      'a bound that is a word',
      '{ kind: definition, id: d, when: { age: { at_least: oud } } }',
      { code: 'wrong-type', facts: { expected: ['bound'] } },
    ],
    [
      'an empty test',
      '{ kind: definition, id: d, when: { age: } }',
      { code: 'wrong-type', path: 'articles[0].rules[1].when.age', facts: { expected: ['test'] } },
    ],
    ['an empty branch', '{ kind: definition, id: d, when: { any: [] } }', { code: 'empty' }],
    [
      'a condition that is a word',
      '{ kind: definition, id: d, when: registered }',
      { code: 'wrong-type', facts: { expected: ['condition'] } },
    ],
    [
      'a broken reference',
      '{ kind: definition, id: d, when: { rent: { at_most: $Rent } } }',
      { code: 'wrong-type', facts: { expected: ['reference'] } },
    ],
    [
      'two keys where one orders',
      '{ kind: ranking, id: r, model: ranked, finally: [{ earliest: registered-on, lot: equal }] }',
      { code: 'exactly-one-key', path: 'articles[0].rules[1].finally[0]' },
    ],
    [
      'a ranking without final key',
      '{ kind: ranking, id: r, model: ranked, finally: [] }',
      { code: 'empty', path: 'articles[0].rules[1].finally' },
    ],
    [
      'an entry that adds and sets',
      '{ kind: account, id: a, unit: points, entries: [{ add: 1, set: 0, on: moved }] }',
      { code: 'exactly-one-key', path: 'articles[0].rules[1].entries[0]' },
    ],
    [
      'a rate of nothing',
      '{ kind: account, id: a, unit: points, entries: [{ add: 1, per: year }] }',
      { code: 'needs-key', facts: { key: 'per', needs: 'of' } },
    ],
    [
      'a quota without limit',
      '{ kind: quota, id: q, counts: {}, limit: { of: 100 }, per: calendar-year, at_limit: warn }',
      { code: 'exactly-one-key', facts: { found: [] } },
    ],
    [
      'a count below one',
      '{ kind: procedure, id: p, open_responses: 0 }',
      { code: 'out-of-range', facts: { found: '0', atLeast: 1 } },
    ],
    [
      'a term without a length',
      '{ kind: procedure, id: p, answer_within: soon }',
      { code: 'wrong-type', facts: { expected: ['term'] } },
    ],
    [
      'an hour that does not exist',
      '{ kind: procedure, id: p, answer_within: 1 working day at 25:00 }',
      { code: 'wrong-type', facts: { expected: ['term'] } },
    ],
    [
      'no dated values',
      '{ kind: parameter, id: p, values: {} }',
      { code: 'empty', path: 'articles[0].rules[1].values' },
    ],
    [
      'a value without a date',
      '{ kind: parameter, id: p, values: { vanaf nu: 3 } }',
      { code: 'wrong-type', facts: { expected: ['date'] } },
    ],
    [
      'a row without value',
      '{ kind: parameter, id: p, values: { 2026-01-01: [{ household-size: 1 }] } }',
      { code: 'missing-key', facts: { key: 'value' } },
    ],
    [
      'no publication',
      '{ kind: definition, id: d, when: {}, open_to: [provincie] }',
      { code: 'not-one-of', path: 'articles[0].rules[1].open_to[0]' },
    ],
  ]
  test.each(cases)('%s', (_, rule, { code, path, facts }) => {
    const issues = issuesOf(write(withRule(rule)))
    expect(issues).toMatchObject([
      { code, line: 12, ...(path === undefined ? {} : { path }), ...(facts ? { facts } : {}) },
    ])
  })

  test('a word where a date or a word may stand names both', () => {
    const [issue] = issuesOf(write(head.replace('published: missing', 'published: onbekend')))
    expect(issue).toMatchObject({ code: 'not-one-of', line: 5, column: 12 })
    expect(issue && sayIssue(issue, 'nl')).toEqual({
      found: 'onbekend',
      expected: '"missing" of een datum als 2026-06-03.',
    })
  })

  test('an article number without quotes', () => {
    const [issue] = issuesOf(write(head.replace("'1'", '2.10')))
    expect(issue).toMatchObject({ code: 'wrong-type', line: 8, column: 13 })
    expect(issue && sayIssue(issue, 'nl').hint).toBe('Zet aanhalingstekens om de waarde: "2.1".')
  })
})

describe('every name must exist, and every literal must fit', () => {
  test.each<[string, string, Fault]>([
    [
      'a value nobody knows',
      '{ kind: definition, id: d, when: { ages: 18 } }',
      { code: 'unknown-name', path: 'articles[0].rules[1].when.ages', facts: { near: 'age' } },
    ],
    [
      'a value nobody knows, inside a branch',
      '{ kind: definition, id: d, when: { none: [{ all: [{ renr: 1 }] }] } }',
      { code: 'unknown-name', path: 'articles[0].rules[1].when.none[0].all[0].renr' },
    ],
    [
      'a reference nobody knows',
      '{ kind: definition, id: d, when: { rent: { at_most: $max } } }',
      { code: 'unknown-name', facts: { found: 'max', what: 'value' } },
    ],
    [
      'a value nobody knows, in a table',
      '{ kind: parameter, id: p, values: { 2026-01-01: [{ persons: 1, value: 2 }] } }',
      { code: 'unknown-name', path: 'articles[0].rules[1].values.2026-01-01[0].persons' },
    ],
    [
      'an event nobody knows',
      '{ kind: sanction, id: s, on: [no-show, no-shows], steps: [{ effect: warn }] }',
      { code: 'unknown-name', path: 'articles[0].rules[1].on[1]', facts: { what: 'event' } },
    ],
    [
      'a spell nobody knows',
      '{ kind: account, id: a, unit: points, entries: [{ add: 1, per: year, of: residing }] }',
      { code: 'unknown-name', facts: { what: 'history', near: 'resident' } },
    ],
    [
      'a priority nobody knows',
      '{ kind: ranking, id: r, model: ranked, tiers: [{ priority: urgent }], finally: [{ lot: equal }] }',
      {
        code: 'unknown-name',
        path: 'articles[0].rules[1].tiers[0].priority',
        facts: { what: 'priority' },
      },
    ],
    [
      'a key that orders by nothing',
      '{ kind: ranking, id: r, model: ranked, finally: [{ earliest: registration-since }, { highest: points }] }',
      { code: 'unknown-name', path: 'articles[0].rules[1].finally[1].highest' },
    ],
    [
      'an order by a name nobody knows',
      '{ kind: ranking, id: r, model: ranked, finally: [{ in_order: { job: [a] } }] }',
      { code: 'unknown-name', path: 'articles[0].rules[1].finally[0].in_order.job' },
    ],
    [
      'a choice nobody makes',
      '{ kind: ranking, id: r, model: ranked, finally: [{ chosen: panel }] }',
      { code: 'unknown-name', facts: { what: 'judgement' } },
    ],
    [
      'a life nobody leads',
      '{ kind: life, id: urgency, inside: inschrijving, begins: { on: urgency-granted } }',
      { code: 'unknown-name', facts: { what: 'life' } },
    ],
    [
      'a quota inside nothing',
      '{ kind: quota, id: q, inside: half, counts: {}, limit: { at_most: 1 }, per: calendar-year, at_limit: warn }',
      { code: 'unknown-name', facts: { what: 'quota' } },
    ],
    [
      'a hardship clause for nothing',
      '{ kind: judgement, id: j, question: "Hard?", answer: yes-no, decided_by: mayor, sets_aside: [adult] }',
      {
        code: 'unknown-name',
        path: 'articles[0].rules[1].sets_aside[0]',
        facts: { what: 'requirement' },
      },
    ],
    [
      'a moment for a fact nobody knows',
      '{ kind: procedure, id: p, facts_at: { default: ranking-made, income: lease-start } }',
      { code: 'unknown-name', path: 'articles[0].rules[1].facts_at.income' },
    ],
    [
      'a person in where',
      '{ kind: priority, id: p, ground: home, where: { age: { at_least: 55 } }, who: {} }',
      { code: 'person-fact-in-where', facts: { name: 'age', about: 'home' } },
    ],
    [
      'a person in the where of an event',
      '{ kind: sanction, id: s, on: no-show, where: { in-shelter: false }, steps: [{ effect: warn }] }',
      { code: 'person-fact-in-where', facts: { name: 'in-shelter', about: 'event' } },
    ],
    [
      'an attribute nobody knows',
      '{ kind: sanction, id: s, on: offer-refused, where: { suitible: true }, steps: [{ effect: warn }] }',
      { code: 'unknown-name', facts: { what: 'attribute', near: 'suitable' } },
    ],
    [
      'a word outside a closed list',
      '{ kind: definition, id: d, when: { residence-status: [dutch, legal] } }',
      { code: 'wrong-value', path: 'articles[0].rules[1].when.residence-status[1]' },
    ],
    [
      'a state a life does not have',
      '{ kind: definition, id: d, when: { registration: { not: expired } } }',
      { code: 'wrong-value', path: 'articles[0].rules[1].when.registration.not' },
    ],
    [
      'euros for cents',
      '{ kind: definition, id: d, when: { rent: { at_most: 713.02 } } }',
      { code: 'wrong-value', facts: { expected: ['cents'] } },
    ],
    [
      'euros for cents, in a table',
      '{ kind: parameter, id: p, unit: cents, values: { 2026-01-01: [{ household-size: 1, value: 713.02 }, { value: missing }] } }',
      { code: 'wrong-value', path: 'articles[0].rules[1].values.2026-01-01[0].value' },
    ],
    [
      'a number for a date',
      '{ kind: definition, id: d, when: { registered-on: { below: 2026 } } }',
      { code: 'wrong-value', facts: { expected: ['date'] } },
    ],
    [
      'a word for yes or no',
      '{ kind: definition, id: d, when: { in-shelter: yes } }',
      { code: 'wrong-value', facts: { found: 'yes', expected: ['yes-no'] } },
    ],
    [
      'a bound on a word',
      '{ kind: definition, id: d, when: { municipality: { at_least: 3 } } }',
      { code: 'not-comparable', path: 'articles[0].rules[1].when.municipality.at_least' },
    ],
    [
      'a quota on a priority nobody knows',
      '{ kind: quota, id: q, counts: { priorities-applied: bound }, limit: { at_most: 1 }, per: calendar-year, at_limit: warn }',
      { code: 'wrong-value', facts: { name: 'priorities-applied' } },
    ],
    [
      'an id used before',
      '{ kind: definition, id: registration, when: {} }',
      { code: 'duplicate-id', facts: { firstLine: 11 } },
    ],
    [
      'an id that is a fact',
      '{ kind: definition, id: age, when: {} }',
      { code: 'catalogue-word-as-id', facts: { id: 'age' } },
    ],
  ])('%s', (_, rule, { code, path, facts }) => {
    expect(issuesOf(write(withRule(rule)))).toMatchObject([
      { code, line: 12, ...(path === undefined ? {} : { path }), ...(facts ? { facts } : {}) },
    ])
  })

  test.each([
    [
      'a definition about homes',
      '{ kind: definition, id: large, when: { rooms: { at_least: 5 } } }',
    ],
    [
      'a table about homes',
      '{ kind: parameter, id: large, values: { 2026-01-01: [{ rooms: 5, value: true }, { value: false }] } }',
    ],
  ])('%s may stand in where', (_, rule) => {
    const priority = '{ kind: priority, id: p, ground: home, where: { large: true }, who: {} }'
    expect(issuesOf(write(`${withRule(rule)}      - ${priority}\n`))).toEqual([])
  })

  test('what the household is made of may be tested where its members are counted', () => {
    const rule =
      '{ kind: measure, id: m, of: member, where: { role: child, care-share: { at_least: 50 } }, take: number }'
    expect(issuesOf(write(withRule(rule)))).toEqual([])
  })
})
