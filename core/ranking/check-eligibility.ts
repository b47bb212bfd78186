/** Who may take a step (passendheid, toelating). Source: Huisvestingswet art. 9, 10, 11 and the ordinance. */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { Facts, Value } from '../basics/facts.ts'
import { type Leaf, no, truthOf, unknown, unmetLeaves, yes } from '../policy/condition.ts'
import type { Gate } from '../policy/kinds/requirement.ts'
import { reachesListing } from '../policy/kinds/sanction.ts'
import type { ExclusionCode } from '../policy/reason-code.ts'
import { type Timeline, valueAt } from '../policy/timeline.ts'
import type { Bound } from './bind.ts'
import { type GateRule, setsAside } from './prepare.ts'

/** One requirement that keeps somebody out: the code, the rule, and every fact that is in the way. */
export type Unmet = {
  readonly code: ExclusionCode
  readonly rule: string
  readonly article: string
  readonly leaves: readonly Leaf[]
  /** Only unknown facts stand in the way: undecided, not refused. */
  readonly undecided: boolean
}

/** Every requirement at the gate that is not met, not only the first, in the order of the book. */
export function unmetAt(
  bound: Bound,
  gate: Gate,
  seeker: Facts,
  home: Facts,
  timeline: Timeline,
  at: CalendarDate,
): Unmet[] {
  return (bound.gateRules.get(gate) ?? []).flatMap((gateRule) => {
    const truth = bound.prepared.predicates.get(gateRule.key)?.(seeker, home) ?? yes
    return truth === yes ? [] : [unmet(bound, gateRule, truth === unknown, seeker, timeline, at)]
  })
}

function unmet(
  bound: Bound,
  { code, standing, must }: GateRule,
  undecided: boolean,
  seeker: Facts,
  timeline: Timeline,
  at: CalendarDate,
): Unmet {
  const { rule, article } = code === 'blocked' ? blocking(bound, timeline, standing, at) : standing
  const read = (name: string): Value | undefined =>
    Object.hasOwn(seeker, name) ? seeker[name] : valueAt(timeline, name, at)
  const leaves = unmetLeaves(must, { read, refer: read })
  return { code, rule: rule.id, article: article.number, leaves, undecided }
}

function blocking(
  { prepared, listing }: Bound,
  { blocks }: Timeline,
  fallback: GateRule['standing'],
  at: CalendarDate,
): GateRule['standing'] {
  const block = blocks.find((each) => reachesListing(each, listing.facts, at))
  return (block && prepared.rules.byId.get(block.by)) ?? fallback
}

/** Judgements of people that excused from a requirement this person does not meet (hardheidsclausule). */
export function excusesUsed(
  bound: Bound,
  seeker: Facts,
  home: Facts,
): { rule: string; by: string }[] {
  const { rules } = bound.prepared
  const read = (name: string): Value | undefined => seeker[name] ?? home[name]
  return (bound.gateRules.get('respond') ?? []).flatMap(({ standing, must }) => {
    const { id } = standing.rule
    const excuse = rules.rules.find(
      ({ rule }) => rule.kind === 'judgement' && setsAside(rule, id) && seeker[rule.id] === true,
    )
    if (!excuse || truthOf(must, { read, refer: read }) !== no) return []
    return [{ rule: id, by: excuse.rule.id }]
  })
}
