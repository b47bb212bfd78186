/**
 * What is wrong with a listing before it is made known (toets van een advertentie): what it lacks, what the
 * law says of the rules that will decide, where it differs from the stock, and whether it is written toward
 * one person. Source: Huisvestingswet; the regulator's study of 2021 on listings written toward somebody.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts, Value } from '../core/basics/facts.ts'
import { checkAgainstLaw } from '../core/policy/check-against-law.ts'
import { namesIn } from '../core/policy/condition.ts'
import type { Finding, Severity } from '../core/policy/finding.ts'
import { type Bound, bind } from '../core/ranking/bind.ts'
import { rankListing } from '../core/ranking/rank-listing.ts'
import type { LoadedBook } from '../policies/load-rule-book.ts'
import { candidatesOf, registeredAfter } from '../store/people.ts'
import { law } from './law.ts'
import { wordsFound } from './listing-words.ts'
import type { Doing } from './operation.ts'
import { booksFor, preparedFor } from './rules-for-listing.ts'

export type Remark = {
  readonly code: RemarkCode
  /** A breach stops the listing; a warning asks for a ground and a second person. */
  readonly severity: Severity
  readonly facts: Facts
  /** What the law check found, where it is that. */
  readonly finding?: Finding
}

export type RemarkCode =
  | 'fact-missing'
  | 'title-missing'
  | 'no-rules'
  | 'no-ranking'
  | 'law'
  | 'differs-from-stock'
  | 'ground-missing'
  | 'fits-nobody'
  | 'fits-one-person'
  | 'first-is-one-person'
  | 'words-about-people'
  | 'words-about-money'
  | 'words-about-contact'

/** What every listing says. */
const needed = ['model', 'segment', 'municipality', 'dwelling-type', 'bedrooms', 'rent'] as const

/** What the maker may fill in; all else is as the stock says. */
export const ownFacts = ['model', 'rent', 'label', 'flag'] as const
export type OwnFact = (typeof ownFacts)[number]

/** Why a listing may differ from the stock. */
export const deviationGrounds = [
  'renovated',
  'measured-again',
  'rent-agreed',
  'agreed-with-municipality',
  'stock-was-wrong',
] as const
export type DeviationGround = (typeof deviationGrounds)[number]

export type Draft = {
  readonly facts: Facts
  readonly stock: Facts
  readonly title: string
  readonly description: string
  readonly grounds: Readonly<Record<string, string>>
}

/** Everything that should be looked at, what stops the listing first. */
export async function lintListing(
  doing: Doing,
  draft: Draft,
  opensOn: CalendarDate,
): Promise<Remark[]> {
  const { facts, title } = draft
  const books = await booksFor(doing, facts, opensOn)
  const lacking = needed
    .filter((name) => facts[name] === undefined)
    .map((name): Remark => ({ code: 'fact-missing', severity: 'breach', facts: { name } }))
  const remarks: Remark[] = [
    ...lacking,
    ...(title === '' ? [breach('title-missing')] : []),
    ...deviations(draft),
    ...wordRemarks(draft),
  ]
  if (books.length === 0) return sorted([...remarks, breach('no-rules')])
  const prepared = preparedFor(books, opensOn)
  const listing = { id: 'draft', facts, closes: opensOn }
  const bound = bind(prepared, { listing, on: opensOn, quotas: {} })
  if (!bound) return sorted([...remarks, breach('no-ranking')])
  return sorted([
    ...remarks,
    ...lawRemarks(books, bound),
    ...(lacking.length > 0 ? [] : await whoFits(doing, bound)),
  ])
}

/** Whether a second person has to look before it can be made known. */
export function asksReview(remarks: readonly Remark[]): boolean {
  return remarks.some(
    ({ code }) =>
      ['differs-from-stock', 'fits-one-person', 'first-is-one-person'].includes(code) ||
      code.startsWith('words-about-'),
  )
}

/** Whether a listing cannot be made known with these remarks. */
export function stops(remarks: readonly Remark[]): boolean {
  return remarks.some(({ severity }) => severity === 'breach')
}

function breach(code: RemarkCode, facts: Facts = {}): Remark {
  return { code, severity: 'breach', facts }
}

function sorted(remarks: readonly Remark[]): Remark[] {
  const order = ['breach', 'warning', 'notice']
  return remarks.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}

// How it is allocated is chosen per listing; all else follows from the home.
function deviations({ facts, stock, grounds }: Draft): Remark[] {
  return ownFacts.flatMap((name): Remark[] => {
    const before = stock[name]
    const now = facts[name]
    if ((name === 'model' && before === undefined) || same(before, now)) return []
    const ground = grounds[name]
    const told = {
      name,
      ...(before !== undefined && { before }),
      ...(now !== undefined && { now }),
    }
    const known = deviationGrounds.some((each) => each === ground)
    if (!known || ground === undefined) return [breach('ground-missing', told)]
    return [{ code: 'differs-from-stock', severity: 'warning', facts: { ...told, ground } }]
  })
}

// Words can be fair and look unfair: a second person decides, and answers for it.
function wordRemarks({ facts, title, description }: Draft): Remark[] {
  const isForSeniors = [facts.label ?? []].flat().includes('senior')
  return wordsFound(`${title}\n${description}`, { isForSeniors }).map(
    ({ about, word }): Remark => ({
      code: `words-about-${about}`,
      severity: 'warning',
      facts: { word },
    }),
  )
}

function same(one: Value | undefined, other: Value | undefined): boolean {
  const text = (value: Value | undefined) => [value ?? 'none'].flat().map(String).toSorted().join()
  return text(one) === text(other)
}

const found = new Map<string, readonly Finding[]>()

// A book is read against the law once; what it says of rules that decide here concerns this listing.
function lawRemarks(books: readonly LoadedBook[], bound: Bound): Remark[] {
  const deciding = new Set([
    bound.ranking.rule.id,
    ...bound.priorities.map(({ standing }) => standing.rule.id),
    ...[...bound.gateRules.values()].flat().map(({ standing }) => standing.rule.id),
  ])
  return books.flatMap(({ hash }, index) => {
    const under = books.slice(index).map(({ book }) => book)
    const key = `${hash} ${under.length}`
    const findings = found.get(key) ?? checkAgainstLaw(under, law())
    found.set(key, findings)
    return findings
      .filter(({ rule }) => rule !== undefined && deciding.has(rule))
      .map(
        (finding): Remark => ({
          code: 'law',
          // The council answers for its rules; who makes a listing only has to know.
          severity: finding.severity === 'breach' ? 'warning' : 'notice',
          facts: { code: finding.code, rule: finding.rule ?? '' },
          finding,
        }),
      )
  })
}

const lookedUpAtOnce = 1000

/** How many registered people it fits, and who would go first; told as one or none, never who. */
async function whoFits({ transaction, region, today }: Doing, bound: Bound): Promise<Remark[]> {
  const tiers = new Map<string, number>()
  let fitting = 0
  let after: string | undefined
  const narrow = narrowTiers(bound)
  for (;;) {
    const ids = await registeredAfter(transaction, region, after, lookedUpAtOnce)
    if (ids.length === 0) break
    after = ids.at(-1)
    const ranking = rankListing(bound.prepared, {
      ...{ on: today, moments: { 'listing-closed': today, 'ranking-made': today } },
      ...{ listing: bound.listing, quotas: {}, judgements: {} },
      candidates: await candidatesOf(transaction, region, ids),
    })
    if (!ranking) break
    fitting += ranking.order.sorted.length
    for (const tier of ranking.order.tiers) {
      const name = bound.tiers[tier]?.name ?? ''
      tiers.set(name, (tiers.get(name) ?? 0) + 1)
    }
    const isSettled = narrow.every((name) => (tiers.get(name) ?? 0) > 1)
    if (fitting > manyFit && isSettled) break
  }
  if (fitting === 0) return [{ code: 'fits-nobody', severity: 'notice', facts: {} }]
  if (fitting === 1) return [{ code: 'fits-one-person', severity: 'warning', facts: {} }]
  return narrow.flatMap((tier): Remark[] =>
    tiers.get(tier) === 1
      ? [{ code: 'first-is-one-person', severity: 'warning', facts: { tier } }]
      : [],
  )
}

// Groups that go first only because of what the maker of a listing can fill in, such as a label.
function narrowTiers({ tiers, priorities }: Bound): string[] {
  return tiers.flatMap(({ name, priorities: positions }) =>
    positions.some((position) => {
      const where = priorities[position]?.standing.rule.where
      return where && namesIn(where).some((each) => ownFacts.some((own) => own === each))
    })
      ? [name]
      : [],
  )
}

/** More than this, and nobody needs to be counted further. */
const manyFit = 50
