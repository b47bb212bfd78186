/**
 * What is wrong with a file somebody wrote (fout in een bestand): a code, the place, and the facts.
 * Bad input is expected and therefore a value; the words stand in `words/issues.ts`.
 */
import type { NoFacts, Problem as ProblemOf } from '../basics/problem.ts'

export type Issue = Place & Problem

/** Line and column count from 1; both are absent when the whole file is meant. */
export type Place = {
  readonly file: string
  readonly line?: number
  readonly column?: number
  /** Where in the document: `articles[3].rules[0].must.age`; empty for the whole of it. */
  readonly path: string
}

export type Problem = ProblemOf<IssueFacts>

export type IssueCode = keyof IssueFacts

type Facts<T = NoFacts> = Readonly<T>
/** `near` is the allowed word that looks most like the one found. */
type Near = { near?: string }
/** `known` are the names there are, for where none looks like the one found. */
type Known = { known?: readonly string[] }

export type IssueFacts = {
  // the file
  'file-not-found': Facts
  'file-is-folder': Facts
  'file-not-readable': Facts<{ reason: string }>
  'file-empty': Facts
  'file-too-large': Facts<{ bytes: number; limit: number }>
  'file-not-text': Facts

  // its text
  'yaml-syntax': Facts<{ cause: YamlCause }>
  'duplicate-key': Facts<{ key: string; firstLine: number }>
  'unknown-alias': Facts<{ found: string }>
  'too-many-aliases': Facts<{ limit: number }>
  'refused-key': Facts<{ key: string }>
  'refused-tag': Facts

  'csv-syntax': Facts<{ cause: 'quote' | 'other' }>
  'json-syntax': Facts
  'wrong-cell-count': Facts<{ found: number; expected: number }>
  'no-rows': Facts
  /** So many faults are left out. */
  'more-issues': Facts<{ count: number }>

  // its shape
  'other-file': Facts<{ found: FileKind; wanted: FileKind }>
  'unknown-key': Facts<{ key: string; allowed: readonly string[]; split: boolean } & Near>
  'missing-key': Facts<{ key: string }>
  'wrong-type': Facts<{ found: string; expected: readonly Expected[] }>
  'not-one-of': Facts<{ found: string; allowed: readonly string[]; or: readonly Expected[] } & Near>
  'impossible-date': Facts<{ found: string }>
  'out-of-range': Facts<{ found: string; atLeast?: number; atMost?: number }>
  empty: Facts
  'exactly-one-key': Facts<{ found: readonly string[]; allowed: readonly string[] }>
  'needs-key': Facts<{ key: string; needs: string }>
  'ends-before-begin': Facts<{ from: string; until: string }>

  // its names
  'duplicate-id': Facts<{ id: string; firstLine?: number }>
  'catalogue-word-as-id': Facts<{ id: string }>
  'unknown-name': Facts<{ found: string; what: Named } & Near & Known>
  'person-fact-in-where': Facts<{ name: string; about: 'home' | 'event' }>
  'wrong-value': Facts<
    {
      name: string
      found: string
      expected: readonly Expected[]
      allowed: readonly string[]
    } & Near
  >

  'not-comparable': Facts<{ name: string }>

  'misplaced-fact': Facts<{ name: string; belongs: 'seeker' | 'listing' }>
  'computed-value': Facts<{ name: string }>

  // numbers of a region
  'number-without-source': Facts
  'not-a-range': Facts<{ found: string }>
  'not-ages': Facts<{ found: string }>
  /** Shares of one whole that do not add up to 1: `off` too much, or too little. */
  'shares-off': Facts<{ table: string; sum: number; off: number; over: boolean }>
  /** No fault: there is just nothing to count. */
  'nothing-there': Facts<{ what: 'homes' | 'people' }>
  /** A setting of one variant, of something that was there before the variants part. */
  'setting-too-late': Facts<{ setting: string }>
  'region-not-found': Facts<{ region: string } & Near & Known>
  'plan-not-found': Facts<{ plan: string } & Near & Known>

  // the books it builds on
  'book-not-found': Facts<{ book: string } & Near>
  'basis-missing': Facts<{ book: string; chain: readonly string[] } & Near>
  'basis-circular': Facts<{ chain: readonly string[] }>
}

/** What a file can be about. */
export type FileKind = 'rule-book' | 'scenarios' | 'case' | 'region' | 'plan' | 'forms'

const yamlCauses = [
  'tab',
  'not-closed',
  'colon-in-text',
  'indent',
  'reserved-start',
  'several-documents',
  'directive',
  'too-deep',
  'other',
] as const
export type YamlCause = (typeof yamlCauses)[number]

/** What can be asked for in a place. */
export const expectedForms = [
  'text',
  'number',
  'whole-number',
  'cents',
  'yes-no',
  'list',
  'map',
  'date',
  'duration',
  'term',
  'amount',
  'id',
  'reference',
  'condition',
  'test',
  'operand',
  'bound',
  'value',
  'word',
  'seed',
  'hex',
] as const
export type Expected = (typeof expectedForms)[number]

/** What kind of thing a name should have named. */
const namedThings = [
  'value',
  'event',
  'spell',
  'history',
  'attribute',
  'life',
  'priority',
  'quota',
  'requirement',
  'judgement',
  'book',
  'seeker',
  'listing',
  'fact',
  'place',
  'dwelling-type',
  'setting',
  'measure',
  'group',
] as const
export type Named = (typeof namedThings)[number]
