/** What was found in a listing before it is made known (toets van een advertentie), for who makes it. */
import type { Facts, Value } from '../core/basics/facts.ts'
import type { Finding } from '../core/policy/finding.ts'
import { sayFinding } from './findings.ts'
import { formatAmount, type Language } from './language.ts'
import { sayWork } from './work.ts'

const codes = [
  'fact-missing',
  'title-missing',
  'no-rules',
  'no-ranking',
  'differs-from-stock',
  'ground-missing',
  'fits-nobody',
  'fits-one-person',
  'first-is-one-person',
  'words-about-people',
  'words-about-money',
  'words-about-contact',
] as const
const labels = ['none', 'walker', 'single-floor', 'wheelchair', 'senior'] as const
const names = ['rent', 'model', 'label', 'flag'] as const
const grounds = [
  'renovated',
  'measured-again',
  'rent-agreed',
  'agreed-with-municipality',
  'stock-was-wrong',
] as const

export type RemarkTold = {
  readonly code: 'law' | (typeof codes)[number]
  readonly facts: Facts
  readonly finding?: Finding
}

export function remarkInWords({ code, facts, finding }: RemarkTold, language: Language): string {
  const say = sayWork(language)
  if (code === 'law') {
    const found = finding ? sayFinding(finding, language).found : ''
    return say('remark-law', { rule: String(facts.rule ?? ''), found })
  }
  const wordOf = (value: Value) => {
    const known = labels.find((each) => each === value)
    return known ? say(`label-${known}`).toLowerCase() : String(value)
  }
  const amount = (value: Value | undefined) =>
    facts.name === 'rent' && typeof value === 'number'
      ? formatAmount(value, language)
      : [value ?? '-'].flat().map(wordOf).join(', ')
  const name = names.find((each) => each === facts.name)
  const ground = grounds.find((each) => each === facts.ground)
  return say(`remark-${code}`, {
    name: name ? say(`name-${name}`) : String(facts.name ?? ''),
    before: amount(facts.before),
    now: amount(facts.now),
    word: String(facts.word ?? ''),
    ground: ground ? say(`ground-${ground}`).toLowerCase() : '',
  })
}
