/**
 * The rules bound to one listing: homes settled, full quotas switched off before anyone is sorted,
 * what was offered in vain fallen away. Complexity: linear in the rules.
 */
import { assert } from '../basics/assert.ts'
import { addDuration, type CalendarDate, type Duration } from '../basics/calendar-date.ts'
import { type Facts, textOf, type Value } from '../basics/facts.ts'
import { KeptByValues } from '../basics/kept-by-values.ts'
import { keptFor } from '../basics/kept-for.ts'
import type { Listing } from '../homes/listing.ts'
import { around } from '../policy/around.ts'
import { factOf, type Moment } from '../policy/catalogue.ts'
import { homeNames, type Predicate, seekerNames } from '../policy/compile.ts'
import { type Condition, namesIn, no, yes } from '../policy/condition.ts'
import { fullKeys, hasRoom, isBehind, quotaKey, unused } from '../policy/kinds/quota.ts'
import type { Key } from '../policy/kinds/ranking.ts'
import type { Gate } from '../policy/kinds/requirement.ts'
import type { RemarkCode } from '../policy/reason-code.ts'
import { type Resolved, rulesOf, type Standing } from '../policy/resolve.ts'
import type { RuleOf } from '../policy/rule-book.ts'
import { areasOf, type Surroundings } from '../policy/timeline.ts'
import type { Case, QuotaState } from './case.ts'
import { blockFacts, type GateRule, type Prepared, truthOfPart } from './prepare.ts'

export type PriorityStanding = Standing<RuleOf<'priority'>>
export type QuotaStanding = Standing<RuleOf<'quota'>>

/** A priority that holds on this listing. */
export type BoundPriority = {
  readonly standing: PriorityStanding
  readonly who: Predicate
  readonly notAgainst?: Predicate
  /** The priorities it lies inside, which must hold as well: one bit for each. */
  readonly outer: number
  /** Keys of a split whose share is used up: the priority is not given to them. */
  readonly full: readonly FullKeys[]
}

export type FullKeys = {
  readonly by: string
  readonly keys: readonly string[]
  readonly quota: string
}

/** Who has which priorities is held in so many bits. */
const prioritiesMax = 32

/** The gates a listing itself leads through; only what these ask is gathered. */
export const gatesOfListing: readonly Gate[] = ['respond', 'be-offered']

export type BoundTier = {
  /** Positions among the bound priorities; none for everybody else. */
  readonly priorities: readonly number[]
  readonly name: string
  readonly keys: readonly Key[]
}

/** A rule that does not work on this listing, and why. */
export type SwitchedOff = { readonly rule: string; readonly code: RemarkCode; readonly by?: string }

export type Bound = {
  readonly prepared: Prepared
  readonly listing: Listing
  /** What a person's values are read among: these rules, this listing. */
  readonly surroundings: Surroundings
  /** Facts of the home as conditions read them. */
  readonly home: Facts
  readonly ranking: Standing<RuleOf<'ranking'>>
  readonly gateRules: ReadonlyMap<Gate, readonly GateRule[]>
  readonly priorities: readonly BoundPriority[]
  readonly tiers: readonly BoundTier[]
  /** Quotas whose group goes first, because it is behind its least share. */
  readonly first: readonly { readonly standing: QuotaStanding; readonly counts: Predicate }[]
  readonly off: readonly SwitchedOff[]
  /** Quotas that only warn, and are at their limit; a share of nothing is at no limit yet. */
  readonly warnings: readonly string[]
  /** Quotas on this home of which nobody said what was used: reckoned with nothing. */
  readonly unstated: readonly string[]
  /** Values of the seeker these rules read, in one fixed order. */
  readonly names: readonly string[]
  readonly momentOf: (name: string) => Moment
}

/** What two homes have in common on which the same rules hold: all of a binding but the home and its counters. */
export type Binding = Omit<
  Bound,
  'prepared' | 'listing' | 'surroundings' | 'home' | 'warnings' | 'unstated'
>

/** Undefined when the books have no ranking for this model and listing. */
export function bind(
  prepared: Prepared,
  { listing, on, quotas }: Pick<Case, 'listing' | 'on' | 'quotas'>,
): Bound | undefined {
  const { rules } = prepared
  const area = areasOf(listing.facts, rules)
  const home: Facts =
    area === undefined
      ? { ...listing.facts, listing: listing.id }
      : { ...listing.facts, listing: listing.id, area }
  const { rules: concerned, bindings } = concernedBy(prepared, home)
  const limits = quotasOn(prepared, home, quotas)
  let fallenAway = nothingFell
  let key = keyOf(limits)
  if (listing.in_vain_since !== undefined) {
    fallenAway = prepared.inVain.map(({ rule }) => hasFallenAway(listing, rule.in_vain, on))
    key += 'in vain'
    for (const isGone of fallenAway) key += isGone ? ' 1' : ' 0'
  }
  let binding = bindings.get(key)
  if (binding === undefined) {
    binding = bindHere(prepared, { model: home.model, concerned, fallenAway, limits })
    bindings.set(key, binding)
  }
  if (!binding) return undefined
  const { ranking, gateRules, priorities, tiers, first, off, names, momentOf } = binding
  // Written out, for it is done for every home: all bindings are then alike to whoever reads them.
  return {
    ranking,
    gateRules,
    priorities,
    tiers,
    first,
    off,
    names,
    momentOf,
    prepared,
    listing,
    surroundings: { rules, listing },
    home,
    warnings: idsOf(limits, warns),
    unstated: idsOf(limits, isUnstated),
  }
}

const nothingFell: readonly boolean[] = []

function idsOf(limits: readonly LimitHere[], which: (limit: LimitHere) => boolean): string[] {
  const ids: string[] = []
  for (const limit of limits) if (which(limit)) ids.push(limit.standing.rule.id)
  return ids
}

function warns({ standing, begun, isFull, behind }: LimitHere): boolean {
  return standing.rule.at_limit === 'warn' && begun && (isFull || behind)
}

function isUnstated({ stated }: LimitHere): boolean {
  return !stated
}

/** For each rule that is about certain homes, whether this is one. */
type Concerned = {
  readonly rules: readonly boolean[]
  /** Bindings made before for homes that are alike in this, by what else was asked; null where no ranking was found. */
  readonly bindings: Map<string, Binding | null>
}

// Homes are told apart by what these rules ask of them, and by nothing else.
function concernedBy(prepared: Prepared, home: Facts): Concerned {
  const { asked, found } = placesIn(prepared)
  return asked.of(home, () => {
    const rules = prepared.placed.map(
      (standing) => truthOfPart(prepared, standing, 'where', {}, home) === yes,
    )
    const answers = `${textOf(home.model)} ${rules.map(Number).join('')}`
    const concerned = found.get(answers) ?? { rules, bindings: new Map<string, Binding | null>() }
    found.set(answers, concerned)
    return concerned
  })
}

const placesIn = keptFor((prepared: Prepared) => {
  const asked = new KeptByValues<Concerned>(homeNamesPlaced(prepared))
  return { asked, found: new Map<string, Concerned>() }
})

/** Facts of a home that decide which rules are about it. */
export function homeNamesPlaced({ rules, placed }: Prepared): string[] {
  return homeNames(rules, ['model', ...placed.flatMap(({ rule }) => namesIn(rule.where ?? []))])
}

/** All that the rules ask of a home before they are bound to it. */
type Here = {
  readonly model: Value | undefined
  /** For each rule that is about certain homes, whether this is one. */
  readonly concerned: readonly boolean[]
  /** For each rule that falls away after offering in vain, whether it did. */
  readonly fallenAway: readonly boolean[]
  readonly limits: readonly LimitHere[]
}

// Thousands of homes come by, and the same few answers with them. What only warns decides nothing.
function keyOf(limits: readonly LimitHere[]): string {
  let key = ''
  for (const { standing, isFull, behind, full } of limits) {
    const { id, at_limit } = standing.rule
    if (at_limit === 'first' ? behind : isFull && at_limit !== 'warn') key += `${id} `
    if (full.length > 0) key += `${id} ${JSON.stringify(full)} `
  }
  return key
}

function bindHere(
  prepared: Prepared,
  { model, concerned, fallenAway, limits }: Here,
): Binding | null {
  const elsewhere = new Set<Standing>(prepared.placed.filter((_, index) => !concerned[index]))
  const concerns = (standing: Standing) => !elsewhere.has(standing)
  const ranking = prepared.rankings.find(
    (standing) => standing.rule.model === model && concerns(standing),
  )
  if (!ranking) return null

  const off: SwitchedOff[] = []
  for (const { standing, isFull } of limits) {
    if (isFull && standing.rule.at_limit === 'priority-off') {
      off.push(...prioritiesCounted(standing).map((rule) => offBy(rule, standing.rule.id)))
    }
  }
  const gone = new Set<Standing>(prepared.inVain.filter((_, index) => fallenAway[index]))
  const inVain = (standing: Standing) => {
    if (!gone.has(standing)) return false
    off.push({ rule: standing.rule.id, code: 'fell-away-in-vain' })
    return true
  }
  const switchedOff = (id: string) => off.some(({ rule }) => rule === id)
  const active = prepared.priorities.filter(
    (standing) => concerns(standing) && !switchedOff(standing.rule.id) && !inVain(standing),
  )
  const priorities = boundPriorities(prepared, active, limits)
  const gateRules = gateRulesOn(prepared, limits, concerns, inVain)
  const tiers = tiersOf(ranking.rule, priorities)
  const first = limits
    .filter(({ standing, behind }) => behind && standing.rule.at_limit === 'first')
    .map(({ standing }) => ({ standing, counts: predicateOf(prepared, standing, 'counts') }))
  return {
    ranking,
    gateRules,
    priorities,
    tiers,
    first,
    off,
    names: namesRead(prepared, {
      gateRules,
      priorities,
      tiers,
      first: first.map(({ standing }) => standing),
    }),
    momentOf: momentsOf(prepared, concerns),
  }
}

function offBy(rule: string, quota: string): SwitchedOff {
  return { rule, code: 'priority-off', by: quota }
}

type LimitHere = {
  readonly standing: QuotaStanding
  isFull: boolean
  readonly behind: boolean
  readonly full: readonly string[]
  /** Whether anything was counted that a share can be a share of. */
  readonly begun: boolean
  readonly stated: boolean
}

function quotasOn(prepared: Prepared, home: Facts, quotas: QuotaState): LimitHere[] {
  const limits: LimitHere[] = []
  const { all, areInside } = limitsIn(prepared)
  for (const { standing, among } of all) {
    if (among(nobody, home) === no) continue
    const { rule } = standing
    const stated = quotas[rule.id]?.[quotaKey(rule, home)]
    const use = stated ?? unused
    limits.push({
      standing,
      isFull: !hasRoom(rule, use),
      behind: isBehind(rule, use),
      full: fullKeys(rule, use),
      begun: rule.limit.of === undefined || use.base > 0,
      stated: stated !== undefined,
    })
  }
  if (!areInside) return limits
  for (const limit of limits) {
    const { id, inside } = limit.standing.rule
    if (inside !== undefined && isOneFull(around(id, prepared.quotas), limits)) limit.isFull = true
  }
  return limits
}

const nobody: Facts = {}

// Asked for every home; whether any lies inside another is asked once.
const limitsIn = keptFor((prepared: Prepared) => ({
  all: prepared.quotas.map((standing) => ({
    standing,
    among: predicateOf(prepared, standing, 'among'),
  })),
  areInside: prepared.quotas.some(({ rule }) => rule.inside !== undefined),
}))

function isOneFull(ids: readonly string[], limits: readonly LimitHere[]): boolean {
  return limits.some(({ standing, isFull }) => isFull && ids.includes(standing.rule.id))
}

/** The priorities whose use a quota counts: what it switches off when it is full. */
export function prioritiesCounted({ rule }: QuotaStanding): string[] {
  return prioritiesIn(rule.counts)
}

function prioritiesIn(counts: Condition): string[] {
  return counts.flatMap((part) => {
    if ('any' in part) return part.any.flatMap(prioritiesIn)
    if ('all' in part) return part.all.flatMap(prioritiesIn)
    if ('none' in part || part.name !== 'priorities-applied') return []
    return (part.test.is ?? []).filter((each) => typeof each === 'string')
  })
}

/** A rule that falls away after offering in vain. Source: Huisvestingswet art. 17. */
function hasFallenAway(
  { in_vain_since }: Listing,
  after: Duration | undefined,
  on: CalendarDate,
): boolean {
  if (in_vain_since === undefined || after === undefined) return false
  return addDuration(in_vain_since, after) <= on
}

function boundPriorities(
  prepared: Prepared,
  active: readonly PriorityStanding[],
  limits: readonly LimitHere[],
): BoundPriority[] {
  const outerOf = ({ rule }: PriorityStanding) => around(rule.id, prepared.priorities)
  const isActive = (id: string) => active.some(({ rule }) => rule.id === id)
  const kept = active.filter((standing) => outerOf(standing).every(isActive))
  assert(kept.length <= prioritiesMax, `at most ${prioritiesMax} priorities bear on one home`)
  return kept.map((standing) => {
    const { id, not_against } = standing.rule
    const outer = outerOf(standing)
    return {
      standing,
      who: predicateOf(prepared, standing, 'who'),
      ...(not_against && { notAgainst: predicateOf(prepared, standing, 'not_against') }),
      outer: kept.reduce(
        (bits, { rule }, at) => (outer.includes(rule.id) ? bits | (1 << at) : bits),
        0,
      ),
      full: limits.flatMap(({ standing: quota, full }) => {
        const by = quota.rule.split?.by
        const isFull = by !== undefined && full.length > 0 && prioritiesCounted(quota).includes(id)
        return isFull ? [{ by, keys: full, quota: quota.rule.id }] : []
      }),
    }
  })
}

function predicateOf(prepared: Prepared, standing: Standing, part: string): Predicate {
  return prepared.predicates.get(`${standing.rule.id}.${part}`) ?? (() => yes)
}

function gateRulesOn(
  prepared: Prepared,
  limits: readonly LimitHere[],
  concerns: (standing: Standing) => boolean,
  inVain: (standing: Standing) => boolean,
): Map<Gate, GateRule[]> {
  const found = new Map<Gate, GateRule[]>()
  for (const gateRule of prepared.gateRules) {
    const { standing, gate } = gateRule
    const { rule } = standing
    if (rule.kind === 'quota') {
      const limit = limits.find((each) => each.standing.rule === rule)
      if (!limit?.isFull) continue
    } else if (!concerns(standing)) continue
    if (inVain(standing)) continue
    found.set(gate, [...(found.get(gate) ?? []), gateRule])
  }
  return found
}

function tiersOf(ranking: RuleOf<'ranking'>, priorities: readonly BoundPriority[]): BoundTier[] {
  const tiers = ranking.tiers.map(({ priority, by }) => ({
    priorities:
      priority === 'none'
        ? []
        : priority.flatMap((id) => {
            const index = priorities.findIndex(({ standing }) => standing.rule.id === id)
            return index < 0 ? [] : [index]
          }),
    name: priority === 'none' ? 'none' : (priority[0] ?? 'none'),
    keys: [...by, ...ranking.finally],
  }))
  const others = tiers.some(({ name }) => name === 'none')
  return others ? tiers : [...tiers, { priorities: [], name: 'none', keys: ranking.finally }]
}

function namesRead(
  { rules }: Prepared,
  {
    gateRules,
    priorities,
    tiers,
    first,
  }: Pick<Bound, 'gateRules' | 'priorities' | 'tiers'> & {
    readonly first: readonly QuotaStanding[]
  },
): string[] {
  return namesOf(rules, {
    gateRules: gatesOfListing.flatMap((gate) => gateRules.get(gate) ?? []),
    priorities: priorities.map(({ standing }) => standing),
    keys: tiers.flatMap((tier) => tier.keys),
    first,
    splits: priorities.flatMap(({ full }) => full.map(({ by }) => by)),
  })
}

/** Every value of a seeker that these rules can read on any home, in one fixed order. */
export function namesReadAnywhere(prepared: Prepared): string[] {
  return namesOf(prepared.rules, readAnywhere(prepared))
}

/** Facts of the home that decide with the values of people what these rules say of them. */
export function homeNamesReadAnywhere(prepared: Prepared): string[] {
  const { conditions, keys, others } = readingOf(prepared)
  return homeNames(prepared.rules, [...conditions.flatMap(namesIn), ...keys, ...others])
}

/** What these rules read on any home: in conditions, to order people, and to tell or divide what is left. */
export function readingOf(prepared: Prepared) {
  return readIn(prepared.rules, readAnywhere(prepared))
}

function readAnywhere({ gateRules, priorities, rankings, quotas }: Prepared): Reading {
  return {
    gateRules: gateRules.filter(({ gate }) => gatesOfListing.includes(gate)),
    priorities,
    keys: rankings.flatMap(({ rule }) => [...rule.tiers.flatMap(({ by }) => by), ...rule.finally]),
    first: quotas.filter(({ rule }) => rule.at_limit === 'first'),
    splits: quotas.flatMap(({ rule }) => (rule.split ? [rule.split.by] : [])),
  }
}

type Reading = {
  readonly gateRules: readonly GateRule[]
  readonly priorities: readonly PriorityStanding[]
  readonly keys: readonly Key[]
  readonly first: readonly QuotaStanding[]
  readonly splits: readonly string[]
}

function namesOf(rules: Resolved, reading: Reading): string[] {
  const { conditions, keys, others } = readIn(rules, reading)
  return [...seekerNames(rules, [...conditions.flatMap(namesIn), ...keys, ...others])].sort()
}

function readIn(rules: Resolved, { gateRules, priorities, keys, first, splits }: Reading) {
  return {
    conditions: [
      ...gateRules.map(({ met }) => met),
      ...priorities.flatMap(({ rule }) => [rule.who, rule.not_against ?? []]),
      ...first.map(({ rule }) => rule.counts),
    ],
    keys: keys.filter(isByNumber).flatMap(nameOfKey),
    others: [
      ...keys.filter((key) => !isByNumber(key)).flatMap(nameOfKey),
      ...splits,
      ...blockNames(gateRules),
      ...demotionNames(rules),
    ],
  }
}

// Which sanction blocks, and until when, is told with the refusal.
function blockNames(gateRules: readonly GateRule[]): string[] {
  const blocks = gateRules.some(({ code }) => code === 'blocked')
  return blocks ? blockFacts.flatMap(({ by, until }) => [by, until]) : []
}

function demotionNames(rules: Resolved): string[] {
  const demotes = rulesOf(rules, 'sanction').some(({ rule }) =>
    rule.steps.some(({ effect }) => effect === 'demote'),
  )
  return demotes ? ['demoted-to', 'demoted-by'] : []
}

function isByNumber({ by }: Key): boolean {
  return by !== 'lot' && by !== 'in-order' && by !== 'chosen'
}

function nameOfKey(key: Key): string[] {
  if (key.by === 'lot') return typeof key.weights === 'object' ? [key.weights.ref] : []
  return key.by === 'chosen' ? [] : [key.of]
}

function momentsOf(
  { procedures }: Prepared,
  concerns: (standing: Standing) => boolean,
): (name: string) => Moment {
  const moved = procedures.find((standing) => standing.rule.facts_at && concerns(standing))?.rule
    .facts_at
  return (name) => moved?.facts[name] ?? moved?.default ?? factOf(name)?.at ?? 'ranking-made'
}
