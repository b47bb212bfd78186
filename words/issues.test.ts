import { describe, expect, test } from 'vitest'
import type { Issue, IssueCode, IssueFacts } from '../core/policy/issue.ts'
import { issueText, sayIssue } from './issues.ts'
import { languages } from './language.ts'

// One example of every code: the compiler asks for the codes that are missing here.
const examples: { [Code in IssueCode]: IssueFacts[Code] } = {
  'file-not-found': {},
  'file-is-folder': {},
  'file-not-readable': { reason: 'EACCES' },
  'file-empty': {},
  'file-too-large': { bytes: 3_000_000, limit: 2_097_152 },
  'file-not-text': {},
  'yaml-syntax': { cause: 'tab' },
  'duplicate-key': { key: 'title', firstLine: 2 },
  'unknown-alias': { found: 'a' },
  'too-many-aliases': { limit: 100 },
  'refused-key': { key: '__proto__' },
  'refused-tag': {},
  'csv-syntax': { cause: 'quote' },
  'json-syntax': {},
  'wrong-cell-count': { found: 3, expected: 4 },
  'more-issues': { count: 7 },
  'other-file': { found: 'scenarios', wanted: 'rule-book' },
  'unknown-key': { key: 'unles', allowed: ['unless', 'must'], split: false, near: 'unless' },
  'missing-key': { key: 'must' },
  'wrong-type': { found: '713,02', expected: ['cents'] },
  'not-one-of': { found: 'onbekend', allowed: ['missing'], or: ['date'] },
  'impossible-date': { found: '2026-02-30' },
  'out-of-range': { found: '0', atLeast: 1 },
  empty: {},
  'exactly-one-key': { found: ['add', 'set'], allowed: ['add', 'set'] },
  'needs-key': { key: 'per', needs: 'of' },
  'ends-before-begin': { from: '2026-03-01', until: '2026-02-01' },
  'duplicate-id': { id: 'adult', firstLine: 12 },
  'catalogue-word-as-id': { id: 'age' },
  'unknown-name': { found: 'ages', what: 'value', near: 'age' },
  'person-fact-in-where': { name: 'age', about: 'home' },
  'wrong-value': { name: 'rent', found: '713.02', expected: ['cents'], allowed: [] },
  'not-comparable': { name: 'municipality' },
  'misplaced-fact': { name: 'rent', belongs: 'listing' },
  'computed-value': { name: 'above-taker' },
  'number-without-source': {},
  'not-a-range': { found: '[3]' },
  'not-ages': { found: '27-18' },
  'shares-off': { table: 'vacancies.models.*', sum: 1.05, off: 0.05, over: true },
  'nothing-there': { what: 'homes' },
  'no-rows': {},
  'region-not-found': { region: 'parkstat', near: 'parkstad' },
  'setting-too-late': { setting: 'homes.count' },
  'plan-not-found': { plan: 'lotting', near: 'loting' },
  'book-not-found': { book: 'parkstat', near: 'parkstad' },
  'basis-missing': { book: 'rijk', chain: ['gemeente', 'rijk'] },
  'basis-circular': { chain: ['a', 'b', 'a'] },
}

function issue<Code extends IssueCode>(code: Code, facts: IssueFacts[Code], path = ''): Issue {
  // @NOTE a code with the facts of that code is an issue, which the compiler cannot follow.
  return { file: 'regels.yaml', line: 4, column: 7, path, code, facts } as Issue
}

describe('every issue can be said in both languages', () => {
  const all = Object.entries(examples).map(([code, facts]) => {
    // @NOTE the keys of the examples are the codes.
    return issue(code as IssueCode, facts)
  })
  test.each(all.map((each) => [each.code, each] as const))('%s', (_, each) => {
    for (const language of languages) {
      const words = Object.values(sayIssue(each, language))
      expect(words.length).toBeGreaterThanOrEqual(2)
      for (const said of words) expect(said).not.toMatch(/^$|undefined|[{}]/)
    }
  })
})

test('an issue is shown with its place, what was found and expected, and a hint', () => {
  const facts = examples['unknown-key']
  expect(issueText(issue('unknown-key', facts, 'articles[0].rules[0].unles'), 'nl')).toBe(
    [
      'regels.yaml:4:7 (articles[0].rules[0].unles)',
      '  Gevonden: De sleutel "unles".',
      '  Verwacht: "unless" of "must".',
      '  Tip: Bedoelt u "unless"?',
    ].join('\n'),
  )
})

describe('hints say what to do', () => {
  test.each<[string, Issue, string]>([
    [
      'a sentence cut by a comma',
      issue('unknown-key', { key: 'en waarbij?', allowed: ['question'], split: true }),
      'Een komma heeft de zin in tweeën geknipt. Zet de hele zin tussen aanhalingstekens.',
    ],
    [
      'a number where text must stand',
      issue('wrong-type', { found: '2.1', expected: ['text'] }),
      'Zet aanhalingstekens om de waarde: "2.1".',
    ],
    [
      'euros where cents must stand',
      issue('wrong-value', examples['wrong-value']),
      'Bedragen zijn hele centen: €\u00a0713,02 is 71302.',
    ],
    [
      'a person in where',
      issue('person-fact-in-where', examples['person-fact-in-where']),
      '"where" gaat over woningen. Zet de persoon onder "who".',
    ],
  ])('%s', (_, each, hint) => {
    expect(sayIssue(each, 'nl').hint).toBe(hint)
  })
})
