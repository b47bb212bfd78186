/** Who may take a step (passendheid, toelating). Source: Huisvestingswet art. 9, 10, 11 and the ordinance. */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { Facts, Value } from '../basics/facts.ts'
import { keptFor } from '../basics/kept-for.ts'
import {
  type Condition,
  inRole,
  type Leaf,
  type Reading,
  truthOf,
  unknown,
  unmetLeaves,
  yes,
} from '../policy/condition.ts'
import type { Gate } from '../policy/kinds/requirement.ts'
import type { ExclusionCode } from '../policy/reason-code.ts'
import { rulesOf, type Standing } from '../policy/resolve.ts'
import type { RuleOf } from '../policy/rule-book.ts'
import { personAt, still, type Timeline } from '../policy/timeline.ts'
import { type Bound, gatesOfListing } from './bind.ts'
import { blockFacts, type GateRule, type Prepared, setsAside } from './prepare.ts'

/** One requirement that keeps somebody out: the code, the rule, and every fact that is in the way. */
export type Unmet = {
  readonly code: ExclusionCode
  readonly standing: Standing
  /** Only unknown facts stand in the way: undecided, not refused. */
  readonly undecided: boolean
  /** Looked up when asked: many only want the code. */
  leaves(): readonly Leaf[]
  /** The facts of the leaves, each once, in the order of the alphabet. */
  names(): readonly string[]
}

/** Every requirement at the gate that is not met, not only the first, in the order of the book. */
export function unmetAt(bound: Bound, gate: Gate, seeker: Facts): Unmet[] {
  return (bound.gateRules.get(gate) ?? []).flatMap((gateRule) => {
    const truth = bound.prepared.predicates.get(gateRule.key)?.(seeker, bound.home) ?? yes
    return truth === yes ? [] : [unmet(bound, gateRule, seeker, truth === unknown)]
  })
}

/**
 * Whether somebody may pass a gate that is not about a home, such as asking for an urgency, on a day.
 * Unknown never admits.
 */
export function passesGate(
  prepared: Prepared,
  gate: Gate,
  timeline: Timeline,
  on: CalendarDate,
): boolean {
  const met = metAt(prepared).get(gate) ?? []
  return truthOf(met, personAt(timeline, on)) === yes
}

/** All that is asked at each gate, as one condition. */
const metAt = keptFor(({ gateRules }: Prepared): ReadonlyMap<Gate, Condition> => {
  const byGate = Map.groupBy(gateRules, ({ gate }) => gate)
  return new Map([...byGate].map(([gate, rules]) => [gate, rules.flatMap(({ met }) => met)]))
})

/** Reads a seeker's gathered values with the home's facts and the book's tables and definitions. */
export function seekerAt({ prepared, home }: Bound, seeker: Facts): Reading {
  let person: Reading | undefined
  const read = (name: string): Value | undefined => {
    const own = seeker[name] ?? home[name]
    if (own !== undefined) return own
    person ??= personAt(still({ ...home, ...seeker }, prepared), prepared.rules.on)
    return person.read(name)
  }
  return { read, refer: read }
}

function unmet(bound: Bound, gateRule: GateRule, seeker: Facts, undecided: boolean): Unmet {
  const { gate, code, standing, must } = gateRule
  const by = code === 'blocked' && blockFacts.find((each) => each.gate === gate)?.by
  const sanction = by ? seeker[by] : undefined
  const blocking = typeof sanction === 'string' && bound.prepared.rules.byId.get(sanction)
  const leaves = () => leavesOf(bound, gateRule, seeker, undecided)
  const names = () => {
    const only = undecided ? undefined : onlyFact(bound, must)
    return only === undefined ? namesOf(leaves()) : [only]
  }
  return { code, standing: blocking || standing, undecided, leaves, names }
}

function leavesOf(
  bound: Bound,
  { own, must }: GateRule,
  seeker: Facts,
  undecided: boolean,
): Leaf[] {
  const leaves = unmetLeaves(undecided ? own : must, seekerAt(bound, seeker))
  const told = leaves.flatMap((leaf) => withReasons(bound, seeker, leaf))
  // What is not known may be whether the requirement concerns somebody at all.
  return undecided ? told.filter(({ truth }) => truth === unknown) : told
}

function namesOf(leaves: readonly Leaf[]): string[] {
  return [...new Set(leaves.map(({ name }) => name))].sort()
}

// A requirement that asks one fact is refused on that fact, without looking further.
function onlyFact(bound: Bound, must: Condition): string | undefined {
  const part = must.length === 1 ? must[0] : undefined
  return part && 'name' in part && !definitionAt(bound, part.name) ? part.name : undefined
}

// A definition that does not hold is explained by what does not hold inside it.
function withReasons(bound: Bound, seeker: Facts, leaf: Leaf): Leaf[] {
  const definition = definitionAt(bound, leaf.name)
  if (!definition) return [leaf]
  const inside = inRole(leaf.role, unmetLeaves(definition.when, seekerAt(bound, seeker)))
  return [leaf, ...inside.flatMap((each) => withReasons(bound, seeker, each))]
}

function definitionAt({ prepared }: Bound, name: string): RuleOf<'definition'> | undefined {
  const rule = prepared.rules.byId.get(name)?.rule
  return rule?.kind === 'definition' && (rule.of ?? 'applicant') === 'applicant' ? rule : undefined
}

/** A requirement somebody is not known to meet, and the judgement that excuses from it (hardheidsclausule). */
export type Excuse = { readonly rule: string; readonly by: string }

export function excusesUsed(bound: Bound, seeker: Facts): Excuse[] {
  const given = rulesOf(bound.prepared.rules, 'judgement').filter(
    ({ rule }) => seeker[rule.id] === true,
  )
  if (given.length === 0) return []
  const reading = seekerAt(bound, seeker)
  const gateRules = gatesOfListing.flatMap((gate) => bound.gateRules.get(gate) ?? [])
  return gateRules.flatMap(({ standing, own }) => {
    const { id } = standing.rule
    const excuse = given.find(({ rule }) => setsAside(rule, id))
    return excuse && truthOf(own, reading) !== yes ? [{ rule: id, by: excuse.rule.id }] : []
  })
}
