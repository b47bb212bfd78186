/**
 * Runs a scenario and lays what it expects beside what the rules decide. Everything expected is
 * compared exactly; what is not mentioned is not looked at.
 */
import { type CalendarDate, formatDate } from '../core/basics/calendar-date.ts'
import type { Facts, Value } from '../core/basics/facts.ts'
import { truthOf, yes } from '../core/policy/condition.ts'
import { ledgerAt } from '../core/policy/kinds/account.ts'
import { deadline } from '../core/policy/kinds/procedure.ts'
import { countUse } from '../core/policy/kinds/quota.ts'
import {
  type Resolved,
  resolve,
  rulesOf,
  type Standing,
  versionsAt,
} from '../core/policy/resolve.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import { follow, personAt, type Timeline, valueAt } from '../core/policy/timeline.ts'
import { remarksOn } from '../core/ranking/assign-tier.ts'
import type { Case, QuotaState } from '../core/ranking/case.ts'
import { excusesUsed } from '../core/ranking/check-eligibility.ts'
import { reasonsOfAll } from '../core/ranking/explain-place.ts'
import { foreseeChanges } from '../core/ranking/foresee-change.ts'
import { answersAbout } from '../core/ranking/gather.ts'
import { prepare } from '../core/ranking/prepare.ts'
import {
  type ProvisionalPlace,
  provisionalPlaces,
  showsPlace,
} from '../core/ranking/provisional-place.ts'
import {
  offersInOrder,
  placedIds,
  type Ranking,
  rankListing,
  whyNot,
} from '../core/ranking/rank-listing.ts'
import { isDateName } from '../core/ranking/receipt.ts'
import type { Candidate } from '../core/seekers/candidate.ts'
import type {
  Expectation,
  ExpectedBlock,
  ExpectedChange,
  ExpectedPlace,
  Scenario,
} from '../policies/scenario.ts'

/** One thing that is not as expected: which key, about whom, on which date. */
export type Difference = {
  readonly key: string
  readonly about?: string
  readonly on: CalendarDate
  readonly expected: unknown
  readonly found: unknown
}

/** Codes of the findings of the law check for these books, given by whoever has the regimes at hand. */
export type FindingCodes = (books: readonly RuleBook[]) => readonly string[]

export function checkScenario(
  scenario: Scenario,
  books: readonly RuleBook[],
  findingCodes: FindingCodes,
): Difference[] {
  const dated =
    Object.keys(scenario.expect).length > 0
      ? [{ on: scenario.case.on, expect: scenario.expect }]
      : []
  return [...dated, ...scenario.expect_on].flatMap(({ on, expect }) => {
    const outcome = outcomeOf(scenario, books, on, findingCodes)
    return differences(expect, outcome).map((difference) => ({
      ...difference,
      expected: inDates(outcome.rules, difference, difference.expected),
      found: inDates(outcome.rules, difference, difference.found),
      on,
    }))
  })
}

// Whole days are how dates are compared; a reader gets them as dates.
function inDates(rules: Resolved, { key, about = '' }: Unplaced, value: unknown): unknown {
  const name = about.split(' ').at(-1) ?? ''
  const isDate = key === 'values' && isDateName(rules, name)
  return dated(value, isDate)
}

const datedKeys = ['on', 'until']

function dated(value: unknown, isDate: boolean): unknown {
  // @NOTE only values known to be dates come here as such.
  if (typeof value === 'number') return isDate ? formatDate(value as CalendarDate) : value
  if (Array.isArray(value)) return value.map((each) => dated(each, isDate))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, dated(each, datedKeys.includes(key))]),
  )
}

/** The case of a scenario decided on a date; undefined without a listing or a ranking for it. */
export function rankScenario(
  scenario: Scenario,
  books: readonly RuleBook[],
  on: CalendarDate = scenario.case.on,
):
  | { readonly rules: Resolved; readonly ranked: Case; readonly ranking: Ranking | undefined }
  | undefined {
  const { listing } = scenario.case
  if (!listing) return undefined
  const rules = rulesOn(scenario, books, on)
  const moments = { ...scenario.case.moments, 'ranking-made': on }
  const quotas = quotasOf(scenario, rules, on)
  const candidates = scenario.case.candidates.map((candidate) =>
    knownThen(candidate, scenario.known_on),
  )
  const ranked = { ...scenario.case, listing, on, moments, quotas, candidates }
  return { rules, ranked, ranking: rankListing(prepare(rules), ranked) }
}

type Found = {
  readonly [Key in keyof Required<Expectation>]: (about: string, detail?: string) => unknown
}

type Outcome = {
  readonly rules: Resolved
  readonly on: CalendarDate
  readonly scenario: Scenario
  readonly ranking: Ranking | undefined
  readonly timelineOf: (id: string) => Timeline | undefined
  readonly findings: readonly string[]
}

function outcomeOf(
  scenario: Scenario,
  books: readonly RuleBook[],
  on: CalendarDate,
  findingCodes: FindingCodes,
): Outcome {
  const rules = rulesOn(scenario, books, on)
  const { listing, judgements } = scenario.case
  const people = new Map(
    scenario.case.candidates.map((each) => [each.id, knownThen(each, scenario.known_on)]),
  )
  return {
    rules,
    on,
    scenario,
    ranking: rankScenario(scenario, books, on)?.ranking,
    timelineOf: (id) => {
      const person = people.get(id)
      const answers = answersAbout(rules, id, judgements, on)
      return (
        person &&
        follow(person, { rules, ...(listing && { listing }), ...(answers && { answers }) }, on)
      )
    },
    findings: findingCodes(books),
  }
}

function rulesOn(scenario: Scenario, books: readonly RuleBook[], on: CalendarDate): Resolved {
  const { known_on: knownOn, case: asked } = scenario
  const versions = versionsAt(books, { on, ...(knownOn !== undefined && { knownOn }) })
  return resolve(versions, { on, ...(asked.listing && { listing: asked.listing.facts }) })
}

// What was recorded later was not known then.
function knownThen(candidate: Candidate, knownOn: CalendarDate | undefined): Candidate {
  if (knownOn === undefined) return candidate
  const isKnown = ({ known_on }: { readonly known_on?: CalendarDate }) =>
    known_on === undefined || known_on <= knownOn
  const { spells, events } = candidate.history
  return {
    ...candidate,
    history: { spells: spells.filter(isKnown), events: events.filter(isKnown) },
  }
}

function quotasOf(
  { case: asked, assignments }: Scenario,
  rules: Resolved,
  on: CalendarDate,
): QuotaState {
  const counted = rulesOf(rules, 'quota').map(({ rule }) => [
    rule.id,
    countUse(rule, assignments, on, rules),
  ])
  return { ...(assignments.length > 0 ? Object.fromEntries(counted) : {}), ...asked.quotas }
}

type Unplaced = Omit<Difference, 'on'>

function differences(expect: Expectation, outcome: Outcome): Unplaced[] {
  const found = findings(outcome)
  return Object.entries(expect).flatMap(([key, expected]) => {
    // @NOTE an expectation has the keys of Expectation and no others: the loader refuses them.
    const look = found[key as keyof Expectation]
    if (isPerPerson(key) && isRecord(expected)) {
      return Object.entries(expected).flatMap(([about, wanted]) =>
        compare(key, about, wanted, look(about), (detail) => look(about, detail)),
      )
    }
    const wanted = key === 'findings' ? [...(expect.findings ?? [])].sort() : expected
    return compare(key, undefined, wanted, look(''))
  })
}

const wholes = [
  'order',
  'provisional',
  'excluded',
  'undecided',
  'blocked',
  'priorities_off',
  'offers',
  'findings',
]

function isPerPerson(key: string): boolean {
  return !wholes.includes(key)
}

function compare(
  key: string,
  about: string | undefined,
  expected: unknown,
  found: unknown,
  detail?: (name: string) => unknown,
): Unplaced[] {
  const told = { key, ...(about !== undefined && { about }) }
  if (detail && found === undefined && isRecord(expected)) {
    return Object.entries(expected).flatMap(([name, wanted]) =>
      compare(key, `${about} ${name}`, wanted, detail(name)),
    )
  }
  return sorted(expected) === sorted(found) ? [] : [{ ...told, expected, found }]
}

// The order of keys does not matter; the order in a list does.
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    isRecord(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

// Without a detail, undefined means: ask per detail.
function findings(outcome: Outcome): Found {
  const { rules, on, ranking, timelineOf, scenario } = outcome
  const placed = ranking ? placedIds(ranking) : []
  const entryOf = (id: string) => ranking?.order.sorted[placed.indexOf(id)]
  return {
    order: () => placed,
    excluded: () => reasonsPerId(ranking, ranking?.excluded ?? []),
    undecided: () => unknownPerId(ranking),
    tier: (id) => {
      const entry = entryOf(id)
      return entry === undefined
        ? undefined
        : ranking?.bound.tiers[ranking.order.tiers[entry] ?? 0]?.name
    },
    provisional: () => provisionalIn(ranking),
    reasons: (id) => reasonsFor(ranking, placed.indexOf(id) + 1),
    remarks: (id) => remarksFor(ranking, id),
    values: (id, name) => (name === undefined ? undefined : valueFor(outcome, id, name)),
    ledger: (id, name) =>
      name === undefined ? undefined : ledgerFor(timelineOf(id), rules, name, on),
    blocked: () => blocksOf(outcome),
    quota: (id, key) => {
      if (key === undefined) return undefined
      const use = quotasOf(scenario, rules, on)[id]?.[key]
      return use && { used: use.used, base: use.base }
    },
    changes: (id) => changesFor(outcome, id),
    priorities_off: () => ranking?.bound.off.map(({ rule }) => rule),
    offers: () =>
      ranking
        ? offersInOrder(ranking).flatMap(({ id, unmet }) => (unmet.length === 0 ? [id] : []))
        : [],
    terms: (name) => termFor(rules, name, on),
    findings: () => [...new Set(outcome.findings)].sort(),
    at_gate: (gate, id) => (id === undefined ? undefined : gateCodes(outcome, gate, id)),
  }
}

// What people see before the close: without the lots, whoever has a seed at hand already.
function provisionalIn(ranking: Ranking | undefined): Record<string, ExpectedPlace> {
  if (!ranking) return {}
  const { seed: _, ...open } = ranking.case
  const { prepared, listing } = ranking.bound
  const undrawn = showsPlace(prepared, listing.facts) ? rankListing(prepared, open) : undefined
  const places = undrawn ? [...provisionalPlaces(undrawn)] : []
  return Object.fromEntries(places.map(([id, place]) => [id, expectedAs(place)]))
}

function expectedAs(place: ProvisionalPlace): ExpectedPlace {
  if (place.stands !== 'placed') return place.stands
  return place.from === place.to ? place.from : [place.from, place.to]
}

function reasonsPerId(ranking: Ranking | undefined, positions: readonly number[]) {
  return Object.fromEntries(
    positions.map((position) => [
      ranking?.candidates[position]?.id,
      ranking ? whyNot(ranking, position).map(({ code }) => code) : [],
    ]),
  )
}

function unknownPerId(ranking: Ranking | undefined) {
  return Object.fromEntries(
    (ranking?.undecided ?? []).map((position) => {
      const unmet = ranking ? whyNot(ranking, position) : []
      const names = unmet.flatMap(({ leaves }) => leaves().flatMap(({ missing }) => missing))
      return [ranking?.candidates[position]?.id, [...new Set(names)]]
    }),
  )
}

function reasonsFor(ranking: Ranking | undefined, place: number) {
  const all = ranking ? [...reasonsOfAll(ranking.order)] : []
  const counts: Record<string, number> = {}
  for (const { name, count } of all[place - 1]?.ahead ?? [])
    counts[name] = (counts[name] ?? 0) + count
  return counts
}

function remarksFor(ranking: Ranking | undefined, id: string): string[] {
  const values = ranking?.values[ranking.candidates.findIndex((each) => each.id === id)]
  if (!ranking || !values) return []
  const codes = remarksOn(ranking.bound, values).map(({ code }) => code)
  const excuses = excusesUsed(ranking.bound, values).map(() => 'set-aside')
  return [...new Set([...codes, ...excuses])]
}

function valueFor({ rules, on, ranking, timelineOf }: Outcome, id: string, name: string): unknown {
  const position = ranking?.candidates.findIndex((each) => each.id === id) ?? -1
  const gathered: Facts = ranking?.values[position] ?? {}
  const timeline = timelineOf(id)
  const value = gathered[name] ?? (timeline && valueAt(timeline, name, on))
  return shown(rules, name, value)
}

function shown(rules: Resolved, name: string, value: Value | undefined): unknown {
  if (value === undefined) return 'unknown'
  // @NOTE a number under a date's name is a date; expectations hold dates as such too.
  return isDateName(rules, name) ? (value as CalendarDate) : value
}

function ledgerFor(
  timeline: Timeline | undefined,
  rules: Resolved,
  name: string,
  on: CalendarDate,
) {
  const rule = rules.byId.get(name)?.rule
  if (!timeline || !rule) return undefined
  if (rule.kind === 'account') return ledgerAt(timeline, rule, on).lines.map(({ code }) => code)
  if (rule.kind === 'sanction')
    return timeline.sanctionLines.get(name)?.map(({ code }) => code) ?? []
  return (timeline.runs.get(name) ?? []).flatMap(({ lines }) => lines.map(({ code }) => code))
}

function blocksOf({ on, timelineOf, scenario }: Outcome): Record<string, ExpectedBlock> {
  const blocked = scenario.case.candidates.flatMap(({ id }) => {
    const block = timelineOf(id)?.blocks.find(
      ({ from, until }) => from <= on && (until === undefined || on <= until),
    )
    if (!block) return []
    const until = block.until ?? block.lifts
    return [[id, { by: block.by, ...(until !== undefined && { until }), scope: block.scope }]]
  })
  return Object.fromEntries(blocked)
}

function changesFor({ ranking }: Outcome, id: string): ExpectedChange[] {
  const candidate = ranking?.candidates.find((each) => each.id === id)
  if (!ranking || !candidate) return []
  return foreseeChanges(ranking.bound, ranking.case, candidate).map(({ on, choose, by }) => ({
    ...(on !== undefined && { on }),
    ...(choose !== undefined && { choose }),
    by,
  }))
}

const termNames = ['confirm_within', 'answer_within', 'papers_within'] as const

function termFor(rules: Resolved, name: string, on: CalendarDate): string | undefined {
  const key = termNames.find((each) => each === name)
  const procedure = rulesOf(rules, 'procedure').find(({ rule }) => key && rule[key])
  const term = key && procedure?.rule[key]
  if (!term) return undefined
  const { on: last, at } = deadline(term, on)
  return at === undefined ? formatDate(last) : `${formatDate(last)} ${at}`
}

function gateCodes({ rules, on, timelineOf }: Outcome, gate: string, id: string): string[] {
  const timeline = timelineOf(id)
  if (!timeline) return []
  const person = personAt(timeline, on)
  const concerns = ({ rule }: Standing) =>
    rule.kind !== 'requirement' || truthOf(rule.where ?? [], person) === yes
  return prepare(rules)
    .gateRules.filter(({ gate: at, standing }) => at === gate && concerns(standing))
    .filter(({ met }) => truthOf(met, person) !== yes)
    .map(({ code }) => code)
}
