import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { date } from '../core/basics/calendar-date.ts'
import { hex } from '../core/basics/sha256.ts'
import type { Issue } from '../core/policy/issue.ts'
import { loadCase } from './load-case.ts'
import { loadScenarios } from './load-scenarios.ts'
import type { Scenario } from './scenario.ts'

const folder = mkdtempSync(join(tmpdir(), 'scenarios-'))
afterAll(() => rmSync(folder, { recursive: true }))

const book = `book: voorbeeld
title: Voorbeeld
authority: { level: region, name: Voorbeeldregio }
valid: { from: 2020-01-01, until: 2027-12-31 }
published: missing
law: hvw-2024
articles:
  - number: '1'
    text: "Wie is ingeschreven, doet mee."
    rules:
      - { kind: life, id: registration, begins: { on: registered } }
      - { kind: priority, id: senior-first, ground: home, who: { age: { at_least: 55 } } }
      - { kind: judgement, id: hardship, question: "Hard?", answer: yes-no, decided_by: mayor }
      - { kind: judgement, id: seen, question: "Sinds?", answer: date, decided_by: mayor }
      - { kind: judgement, id: panel, question: "Wie?", about: listing, answer: seekers, decided_by: matching-panel }
      - { kind: quota, id: share, counts: {}, limit: { at_most: 1 }, per: calendar-year, at_limit: warn }
`
mkdirSync(join(folder, 'regels'))
writeFileSync(join(folder, 'voorbeeld.yaml'), book)
writeFileSync(join(folder, 'regels', 'ander.yaml'), book.replace('book: voorbeeld', 'book: ander'))

function load(text: string) {
  const file = join(folder, 'voorbeeld.scenarios.yaml')
  writeFileSync(file, text)
  return loadScenarios(file)
}

function scenarioOf(body: string): Scenario {
  const [first] = load(`rules: voorbeeld.yaml\nscenarios:\n  - { name: "Een", ${body} }\n`)
  if (!first || 'code' in first) throw new Error(JSON.stringify(first))
  return first.scenario
}

function issuesOf(body: string): Issue[] {
  const found = load(`rules: voorbeeld.yaml\nscenarios:\n  - { name: "Een", ${body} }\n`)
  return found.flatMap((each) => ('code' in each ? [each] : []))
}

const listing = 'listing: { id: L1, model: ranked, rent: 65000, label: senior, closes: 2026-03-01 }'
const expects = 'expect: { order: [] }'

describe('a scenario is read into what the core decides on', () => {
  test('a listing: facts beside its fixed keys, one word where a list is meant', () => {
    const { case: read } = scenarioOf(`${listing}, ${expects}`)
    expect(read.listing).toEqual({
      id: 'L1',
      closes: date('2026-03-01'),
      facts: { model: 'ranked', rent: 65000, label: ['senior'] },
    })
  })

  test('the day of ranking is the closing date, unless another day is given', () => {
    expect(scenarioOf(`${listing}, ${expects}`).case).toMatchObject({
      on: date('2026-03-01'),
      moments: { 'listing-closed': date('2026-03-01'), 'ranking-made': date('2026-03-01') },
    })
    const later = scenarioOf(
      `on: 2026-03-05, moments: { lease-start: 2026-04-01 }, ${listing}, ${expects}`,
    )
    expect(later.case).toMatchObject({
      on: date('2026-03-05'),
      moments: {
        'listing-closed': date('2026-03-01'),
        'ranking-made': date('2026-03-05'),
        'lease-start': date('2026-04-01'),
      },
    })
  })

  test('a seeker: facts, values of the rules, history, members and lots', () => {
    const { case: read } = scenarioOf(
      `${listing}, ${expects}, seekers: { ans: { born: 1960-05-04, registration: active, indication: walker, lots: [a1, a2],
        history: [{ from: 2003-01-01, to: 2010-12-31, spell: resident, municipality: heerlen, address: x },
          { on: 2011-02-03, event: registered, id: e1, known_on: 2011-02-10 }],
        members: [{ role: child, born: 2015-01-01, history: [{ from: 2015-01-01, spell: resident }] }] } }`,
    )
    expect(read.candidates).toEqual([
      {
        id: 'ans',
        facts: { born: date('1960-05-04'), registration: 'active', indication: ['walker'] },
        history: {
          spells: [
            {
              spell: 'resident',
              from: date('2003-01-01'),
              to: date('2010-12-31'),
              attributes: { municipality: 'heerlen', address: 'x' },
            },
          ],
          events: [
            {
              event: 'registered',
              id: 'e1',
              on: date('2011-02-03'),
              known_on: date('2011-02-10'),
              attributes: {},
            },
          ],
        },
        members: [
          {
            role: 'child',
            facts: { role: 'child', born: date('2015-01-01') },
            history: {
              spells: [{ spell: 'resident', from: date('2015-01-01'), attributes: {} }],
              events: [],
            },
          },
        ],
        lots: ['a1', 'a2'],
      },
    ])
  })

  test('an empty value is unknown', () => {
    const { case: read } = scenarioOf(`${listing}, ${expects}, seekers: { ans: { age: ~ } }`)
    expect(read.candidates[0]?.facts).toEqual({})
  })

  test('an event says what its listing was, and whether the refuser stood above the taker', () => {
    const { case: read } = scenarioOf(
      `${listing}, ${expects},
       listings: { L0: { rent: 70000, closes: 2026-01-10, closed: { order: [ans, bep], taken_by: bep } } },
       seekers: { ans: { history: [{ on: 2026-01-12, event: offer-refused, listing: L0, suitable: true }, { on: 2026-02-20, event: responded, listing: L1 }] },
                  cor: { history: [{ on: 2026-01-12, event: offer-refused, listing: L0 }] } }`,
    )
    const [ans, cor] = read.candidates.map(({ history }) =>
      history.events.map(({ attributes }) => attributes),
    )
    const about = { listing: 'L0', rent: 70000, closes: date('2026-01-10') }
    expect(ans).toEqual([
      { ...about, 'above-taker': true, suitable: true },
      {
        listing: 'L1',
        model: 'ranked',
        rent: 65000,
        label: ['senior'],
        closes: date('2026-03-01'),
      },
    ])
    expect(cor).toEqual([about])
  })

  test('without a map of listings an event may name any listing', () => {
    const { case: read } = scenarioOf(
      `on: 2026-01-01, ${expects}, seekers: { ans: { history: [{ on: 2026-01-12, event: no-show, listing: L9 }] } }`,
    )
    expect(read.candidates[0]?.history.events[0]?.attributes).toEqual({ listing: 'L9' })
  })

  test('answers of people, quotas, assignments and a seed', () => {
    const seed = 'ab'.repeat(32)
    const read = scenarioOf(
      `${listing}, ${expects}, seekers: { ans: {}, bep: {} }, seed: ${seed},
       quotas: { share: { all: { used: 1, base: 2 } } },
       judgements: { hardship: { ans: { answer: true, by: mayor, on: 2026-02-01 } }, seen: { ans: { answer: 2020-01-01, by: mayor } },
         panel: { listing: { answer: [bep, ans], by: matching-panel, second: allocator } } },
       assignments: [{ on: 2026-01-05, rent: 60000, priorities-applied: senior-first }]`,
    )
    expect(hex(read.case.seed ?? new Uint8Array())).toBe(seed)
    expect(read.case).toMatchObject({
      quotas: { share: { all: { used: 1, base: 2 } } },
      judgements: {
        hardship: { ans: { answer: true, by: 'mayor', on: date('2026-02-01') } },
        seen: { ans: { answer: date('2020-01-01') } },
        panel: { listing: { answer: ['bep', 'ans'], second: 'allocator' } },
      },
    })
    expect(read.assignments).toEqual([
      {
        on: date('2026-01-05'),
        facts: { rent: 60000, 'priorities-applied': ['senior-first'] },
      },
    ])
  })

  test('expectations per date stand in order of time, and give the day when there is no listing', () => {
    const read = scenarioOf(
      'seekers: { ans: {} }, expect_on: { 2026-05-01: { blocked: {} }, 2026-04-01: { values: { ans: { registered-on: 2020-01-01 } } } }',
    )
    expect(read.case.on).toBe(date('2026-04-01'))
    expect(read.expect_on).toEqual([
      {
        on: date('2026-04-01'),
        expect: { values: { ans: { 'registered-on': date('2020-01-01') } } },
      },
      { on: date('2026-05-01'), expect: { blocked: {} } },
    ])
  })

  test('rules may be a path, an id or a list, of the file or of the scenario', () => {
    const rules = (own: string) => {
      const found = load(
        `rules: voorbeeld\nscenarios:\n  - { name: x, ${own}${listing}, ${expects} }\n`,
      )
      return found.map((each) => ('code' in each ? each.code : each.books.map((b) => b.book.book)))
    }
    expect(rules('')).toEqual([['voorbeeld']])
    expect(rules('rules: regels/ander.yaml, ')).toEqual([['ander']])
    expect(rules('rules: [regels/ander.yaml, voorbeeld], ')).toEqual([['ander', 'voorbeeld']])
  })
})

describe('what is wrong in a scenario is told with its place', () => {
  const on = `on: 2026-01-01, ${expects}`
  test.each<[string, string, { code: Issue['code']; path?: string; facts?: object }]>([
    [
      'an unknown key',
      `${on}, seeker: {}`,
      { code: 'unknown-key', path: 'scenarios[0].seeker', facts: { near: 'seekers' } },
    ],
    [
      'a fact nobody knows',
      `${on}, seekers: { ans: { agee: 3 } }`,
      { code: 'unknown-name', path: 'scenarios[0].seekers.ans.agee', facts: { near: 'age' } },
    ],
    [
      'a fact of the wrong type',
      `${on}, seekers: { ans: { household-income: "veel" } }`,
      { code: 'wrong-value', path: 'scenarios[0].seekers.ans.household-income' },
    ],
    [
      'thousands with a point, which are no cents',
      `${on}, seekers: { ans: { household-income: 24.000 } }`,
      { code: 'wrong-value', facts: { found: '24.000', expected: ['cents'] } },
    ],
    [
      'a state a life does not have',
      `${on}, seekers: { ans: { registration: yes } }`,
      { code: 'wrong-value', facts: { name: 'registration' } },
    ],
    [
      'a fact of the home with a seeker',
      `${on}, seekers: { ans: { rent: 60000 } }`,
      { code: 'misplaced-fact', facts: { belongs: 'listing' } },
    ],
    [
      'a fact of a seeker with the home',
      `${expects}, listing: { id: L1, closes: 2026-01-01, age: 55 }`,
      { code: 'misplaced-fact', path: 'scenarios[0].listing.age', facts: { belongs: 'seeker' } },
    ],
    [
      'a birthday that does not exist',
      `${on}, seekers: { ans: { born: 2001-02-29 } }`,
      { code: 'wrong-value', path: 'scenarios[0].seekers.ans.born' },
    ],
    [
      'an event nobody knows',
      `${on}, seekers: { ans: { history: [{ on: 2026-01-01, event: register }] } }`,
      {
        code: 'not-one-of',
        path: 'scenarios[0].seekers.ans.history[0].event',
        facts: { near: 'registered' },
      },
    ],
    [
      'a spell that ends before it begins',
      `${on}, seekers: { ans: { history: [{ from: 2026-01-01, to: 2025-01-01, spell: resident }] } }`,
      { code: 'ends-before-begin', path: 'scenarios[0].seekers.ans.history[0].to' },
    ],
    [
      'an attribute nobody knows',
      `${on}, seekers: { ans: { history: [{ on: 2026-01-01, event: no-show, sutable: true }] } }`,
      { code: 'unknown-name', facts: { what: 'attribute', near: 'suitable' } },
    ],
    [
      'above-taker by hand',
      `${on}, seekers: { ans: { history: [{ on: 2026-01-01, event: offer-refused, above-taker: true }] } }`,
      {
        code: 'computed-value',
        path: 'scenarios[0].seekers.ans.history[0].above-taker',
      },
    ],
    [
      'an event about a listing nobody knows',
      `${on}, listings: { L1: {} }, seekers: { ans: { history: [{ on: 2026-01-01, event: no-show, listing: L2 }] } }`,
      { code: 'unknown-name', facts: { what: 'listing', found: 'L2' } },
    ],
    [
      'a taker who was not ranked',
      `${on}, listings: { L1: { closed: { order: [ans], taken_by: bep } } }`,
      { code: 'unknown-name', path: 'scenarios[0].listings.L1.closed.taken_by' },
    ],
    [
      'the same event id twice',
      `${on}, seekers: { ans: { history: [{ on: 2026-01-01, event: paid, id: e }, { on: 2026-01-02, event: paid, id: e }] } }`,
      { code: 'duplicate-id', path: 'scenarios[0].seekers.ans.history[1].id' },
    ],
    [
      'the same lot twice',
      `${on}, seekers: { ans: { lots: [a] }, bep: { lots: [a] } }`,
      { code: 'duplicate-id', path: 'scenarios[0].seekers.bep.lots' },
    ],
    [
      'an order with a stranger',
      'on: 2026-01-01, seekers: { ans: {} }, expect: { order: [ans, anz] }',
      {
        code: 'unknown-name',
        path: 'scenarios[0].expect.order[1]',
        facts: { what: 'seeker', near: 'ans' },
      },
    ],
    [
      'a stranger kept out',
      'on: 2026-01-01, seekers: { ans: {} }, expect: { excluded: { bep: [under-age] } }',
      { code: 'unknown-name', path: 'scenarios[0].expect.excluded.bep' },
    ],
    [
      'a code nobody gives',
      'on: 2026-01-01, seekers: { ans: {} }, expect: { excluded: { ans: [too-young] } }',
      { code: 'not-one-of', path: 'scenarios[0].expect.excluded.ans[0]' },
    ],
    [
      'a value nobody knows',
      'on: 2026-01-01, seekers: { ans: {} }, expect_on: { 2026-01-01: { values: { ans: { points: 3 } } } }',
      { code: 'unknown-name', path: 'scenarios[0].expect_on.2026-01-01.values.ans.points' },
    ],
    [
      'a tier nobody knows',
      'on: 2026-01-01, seekers: { ans: {} }, expect: { tier: { ans: senior } }',
      { code: 'unknown-name', facts: { what: 'priority' } },
    ],
    [
      'a judgement nobody asked',
      `${on}, judgements: { hard: {} }`,
      { code: 'unknown-name', facts: { what: 'judgement' } },
    ],
    [
      'a judgement about a stranger',
      `${on}, seekers: { ans: {} }, judgements: { hardship: { bep: { answer: true, by: mayor } } }`,
      { code: 'unknown-name', path: 'scenarios[0].judgements.hardship.bep' },
    ],
    [
      'an answer that is none',
      `${on}, seekers: { ans: {} }, judgements: { hardship: { ans: { answer: maybe, by: mayor } } }`,
      { code: 'wrong-value', path: 'scenarios[0].judgements.hardship.ans.answer' },
    ],
    [
      'no answer',
      `${on}, seekers: { ans: {} }, judgements: { hardship: { ans: { by: mayor } } }`,
      { code: 'missing-key', facts: { key: 'answer' } },
    ],
    [
      'a stranger chosen',
      `${on}, seekers: { ans: {} }, judgements: { panel: { listing: { answer: [bep], by: matching-panel } } }`,
      { code: 'unknown-name', facts: { what: 'seeker', found: 'bep' } },
    ],
    [
      'a quota nobody knows',
      `${on}, quotas: { shares: { all: { used: 0, base: 0 } } }`,
      { code: 'unknown-name', facts: { what: 'quota', near: 'share' } },
    ],
    [
      'a seed that is too short',
      `${on}, seed: abcd`,
      { code: 'wrong-type', facts: { expected: ['seed'] } },
    ],
    ['no day', 'seekers: {}, expect: { order: [] }', { code: 'missing-key', facts: { key: 'on' } }],
    [
      'nothing expected',
      'on: 2026-01-01',
      { code: 'missing-key', path: 'scenarios[0]', facts: { key: 'expect' } },
    ],
    [
      'a day that is none',
      'seekers: {}, expect_on: { morgen: { order: [] } }, on: 2026-01-01',
      { code: 'wrong-type', path: 'scenarios[0].expect_on.morgen' },
    ],
    [
      'rules that are not there',
      `${on}, rules: [voorbeeld, weg.yaml]`,
      { code: 'book-not-found', path: 'scenarios[0].rules[1]' },
    ],
  ])('%s', (_, body, { code, path, facts }) => {
    const issues = issuesOf(body)
    expect(issues[0]).toMatchObject({
      code,
      line: 3,
      ...(path === undefined ? {} : { path }),
      ...(facts ? { facts } : {}),
    })
    expect(issues).toHaveLength(1)
  })

  test('a scenario without rules, in a file without rules', () => {
    expect(load(`scenarios: [{ name: x, ${on} }]`)).toMatchObject([
      { code: 'missing-key', path: 'scenarios[0]', facts: { key: 'rules' } },
    ])
  })

  test('two scenarios of one name', () => {
    const one = `{ name: x, ${on} }`
    expect(load(`rules: voorbeeld\nscenarios:\n  - ${one}\n  - ${one}\n`)).toMatchObject([
      { code: 'duplicate-id', line: 4, path: 'scenarios[1].name' },
    ])
  })

  test('what is wrong in the rule book is told there', () => {
    writeFileSync(join(folder, 'kapot.yaml'), book.replace('kind: quota', 'kind: quotum'))
    expect(load(`rules: kapot\nscenarios: [{ name: x, ${on} }]`)).toMatchObject([
      { code: 'not-one-of', file: join(folder, 'kapot.yaml') },
    ])
  })
})

describe('a case is one scenario without expectations', () => {
  function caseFile(text: string): string {
    const file = join(folder, 'zaak.yaml')
    writeFileSync(file, text)
    return file
  }

  test('with its own rules', () => {
    const loaded = loadCase(
      caseFile(`rules: voorbeeld\n${listing}\nseekers: { ans: { age: 60 } }\n`),
    )
    expect(loaded).toMatchObject({
      scenario: { name: 'zaak', rules: ['voorbeeld'], expect: {}, expect_on: [] },
      books: [{ book: { book: 'voorbeeld' } }],
    })
  })

  test('under other rules', () => {
    const file = caseFile(`rules: voorbeeld\n${listing}\n`)
    expect(loadCase(file, [join(folder, 'regels', 'ander.yaml')])).toMatchObject({
      books: [{ book: { book: 'ander' } }],
    })
  })

  test('expectations are refused', () => {
    expect(
      loadCase(caseFile(`rules: voorbeeld\n${listing}\nexpect: { order: [] }\n`)),
    ).toMatchObject([{ code: 'unknown-key', line: 3, facts: { key: 'expect' } }])
  })

  test('a file that is not there', () => {
    expect(loadCase(join(folder, 'weg.yaml'))).toMatchObject([{ code: 'file-not-found' }])
  })
})
