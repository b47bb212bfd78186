/**
 * The rules in force, made ready to decide many listings: every condition compiled once, the checks
 * at each gate in one list. Complexity: linear in the rules; done once per version of the books.
 */
import type { Facts } from '../basics/facts.ts'
import { compile, type Predicate, type RecordMaker, recordMaker } from '../policy/compile.ts'
import { type Condition, type Truth, yes } from '../policy/condition.ts'
import type { Judgement } from '../policy/kinds/judgement.ts'
import type { Procedure } from '../policy/kinds/procedure.ts'
import type { Gate, Requirement } from '../policy/kinds/requirement.ts'
import type { ExclusionCode } from '../policy/reason-code.ts'
import { type Resolved, rulesOf, type Standing } from '../policy/resolve.ts'
import type { Rule, RuleOf } from '../policy/rule-book.ts'

/** One thing that must be so at a gate, whichever kind of rule asks it. */
export type GateRule = {
  readonly gate: Gate
  readonly code: ExclusionCode
  readonly standing: Standing
  /** Name of its compiled conditions. */
  readonly key: string
  /** Met when the person is not concerned, is excused, or meets it. */
  readonly met: Condition
  /** The same without excuses that people gave (hardheidsclausule). */
  readonly own: Condition
  /** What is asked, apart from whom and from excuses: what an explanation reads. */
  readonly must: Condition
}

export type Prepared = {
  readonly rules: Resolved
  readonly gateRules: readonly GateRule[]
  readonly priorities: readonly Standing<RuleOf<'priority'>>[]
  readonly quotas: readonly Standing<RuleOf<'quota'>>[]
  /** Lowest book first, so that the first that fits is the nearest. */
  readonly rankings: readonly Standing<RuleOf<'ranking'>>[]
  readonly procedures: readonly Standing<RuleOf<'procedure'>>[]
  /** The rules that are about certain homes only. */
  readonly placed: readonly Standing<AboutHomes>[]
  /** The rules that fall away after offering in vain (vruchteloos aanbieden). */
  readonly inVain: readonly Standing<RuleOf<'requirement' | 'priority'>>[]
  readonly predicates: ReadonlyMap<string, Predicate>
  /** The same of the parts of a rule, by its id and the name of the part. */
  readonly parts: ReadonlyMap<string, Readonly<Record<string, Predicate>>>
  /** All these at once, in one function. */
  all(gateRules: readonly GateRule[]): Predicate
  /** What makes the records of a listing whose rules read these names. */
  records(names: readonly string[]): RecordMaker
}

export function prepare(rules: Resolved): Prepared {
  const gateRules = gateRulesOf(rules)
  const conditions = new Map<string, Condition>()
  for (const { key, met } of gateRules) conditions.set(key, met)
  for (const { rule } of rules.rules) {
    for (const [part, condition] of conditionsOf(rule))
      conditions.set(`${rule.id}.${part}`, condition)
  }
  const predicates = compile(rules, conditions)
  const joint = new Map<string, Predicate>()
  const known = new WeakMap<readonly GateRule[], Predicate>()
  const makers = new Map<string, RecordMaker>()
  const writtenAs = (name: string, chosen: readonly GateRule[]): Predicate =>
    compile(rules, new Map([[name, chosen.flatMap(({ met }) => met)]])).get(name) ?? (() => yes)
  return {
    rules,
    gateRules,
    priorities: rulesOf(rules, 'priority'),
    quotas: rulesOf(rules, 'quota'),
    rankings: nearestFirst(rules, rulesOf(rules, 'ranking')),
    procedures: nearestFirst(rules, rulesOf(rules, 'procedure')),
    placed: rules.rules.filter(isPlaced),
    inVain: rules.rules.filter(fallsAway),
    predicates,
    parts: partsOf(rules, predicates),
    records(names) {
      const key = names.join(' ')
      const maker = makers.get(key) ?? recordMaker(names)
      makers.set(key, maker)
      return maker
    },
    all(chosen) {
      const asked = known.get(chosen)
      if (asked) return asked
      const name = chosen.map(({ key }) => key).join(' ')
      const found = joint.get(name) ?? writtenAs(name, chosen)
      joint.set(name, found)
      known.set(chosen, found)
      return found
    },
  }
}

/** Evaluates one part of one rule; a part the rule does not have holds. */
export function truthOfPart(
  { parts }: Prepared,
  { rule }: Standing,
  part: string,
  seeker: Facts,
  home: Facts,
): Truth {
  return parts.get(rule.id)?.[part]?.(seeker, home) ?? yes
}

/** What the nearest rule book says of a step of the process for this home; undefined where none says anything. */
export function procedureSays<Key extends keyof Procedure>(
  prepared: Prepared,
  home: Facts,
  key: Key,
): Procedure[Key] | undefined {
  return prepared.procedures.find(
    (standing) =>
      standing.rule[key] !== undefined &&
      truthOfPart(prepared, standing, 'where', {}, home) === yes,
  )?.rule[key]
}

// Asked for every listing of every rule, for which a name made anew each time would take longer than the answer.
function partsOf(
  { rules }: Resolved,
  predicates: ReadonlyMap<string, Predicate>,
): Prepared['parts'] {
  return new Map(
    rules.map(({ rule }) => {
      const parts = conditionsOf(rule).flatMap(([part]) => {
        const predicate = predicates.get(`${rule.id}.${part}`)
        return predicate ? [[part, predicate] as const] : []
      })
      return [rule.id, Object.fromEntries(parts)]
    }),
  )
}

function conditionsOf(rule: Rule): [string, Condition][] {
  const parts: [string, Condition | undefined][] = []
  if (isAboutHomes(rule)) parts.push(['where', rule.where])
  if (rule.kind === 'priority') parts.push(['who', rule.who], ['not_against', rule.not_against])
  if (rule.kind === 'quota') parts.push(['counts', rule.counts], ['among', rule.among])
  return parts.flatMap(([part, condition]) => (condition ? [[part, condition]] : []))
}

type AboutHomes = RuleOf<'requirement' | 'priority' | 'ranking' | 'procedure'>

// The `where` of a sanction or a measure is about what happened, and no home can answer it.
function isAboutHomes(rule: Rule): rule is AboutHomes {
  return ['requirement', 'priority', 'ranking', 'procedure'].includes(rule.kind)
}

function isPlaced(standing: Standing): standing is Standing<AboutHomes> {
  return isAboutHomes(standing.rule) && standing.rule.where !== undefined
}

function fallsAway(standing: Standing): standing is Standing<RuleOf<'requirement' | 'priority'>> {
  const { rule } = standing
  return (rule.kind === 'requirement' || rule.kind === 'priority') && rule.in_vain !== undefined
}

function gateRulesOf(rules: Resolved): GateRule[] {
  return [
    ...rulesOf(rules, 'requirement').map((standing) => requirementGate(rules, standing)),
    ...rulesOf(rules, 'sanction').slice(0, 1).flatMap(blockGates),
    ...rulesOf(rules, 'procedure').flatMap(procedureGates),
    ...rulesOf(rules, 'quota').flatMap(quotaGate),
  ]
}

function requirementGate(rules: Resolved, standing: Standing<Requirement>): GateRule {
  const { id, to, who, must, unless, code } = standing.rule
  const excuses = rulesOf(rules, 'judgement')
    .filter(({ rule }) => setsAside(rule, id))
    .map(({ rule }) => isAnswered(rule.id, true))
  const ways = [...(who ? [[{ none: [who] }]] : []), ...(unless ? [unless] : []), must]
  const own: Condition = [{ any: ways }]
  const met: Condition = excuses.length === 0 ? own : [{ any: [...ways, ...excuses] }]
  return { gate: to, code, standing, key: `${id}.met`, met, own, must }
}

/** A hardship clause (hardheidsclausule) excuses from the requirements it names. */
export function setsAside({ sets_aside }: Judgement, requirement: string): boolean {
  return sets_aside === 'any' || (sets_aside?.includes(requirement) ?? false)
}

// Not answered is no: an excuse nobody gave does not leave the person undecided.
function isAnswered(judgement: string, answer: boolean): Condition {
  const given: Condition = [{ name: judgement, test: { known: true } }]
  return [{ all: [given, [{ name: judgement, test: { is: [answer] } }]] }]
}

/** By which facts a gate knows who is blocked there: from responding, or from being offered a home. */
export const blockFacts = [
  { gate: 'respond', is: 'blocked', by: 'blocked-by', until: 'blocked-until' },
  { gate: 'be-offered', is: 'held', by: 'held-by', until: 'held-until' },
] as const satisfies readonly { readonly gate: Gate; readonly [fact: string]: string }[]

// Which sanction blocks is told from the person's timeline; that one does is enough here.
function blockGates(standing: Standing<RuleOf<'sanction'>>): GateRule[] {
  return blockFacts.map(({ gate, is }) => {
    const met = unlessTrue(is)
    return { gate, code: 'blocked', standing, key: `${is}.met`, met, own: met, must: met }
  })
}

function unlessTrue(name: string): Condition {
  return [{ any: [[{ name, test: { known: false } }], [{ name, test: { not: [true] } }]] }]
}

function procedureGates(standing: Standing<RuleOf<'procedure'>>): GateRule[] {
  const { id, open_responses, offers_at_once } = standing.rule
  return [
    ...atMostOpen(standing, 'respond', 'too-many-responses', 'open-responses', open_responses),
    ...atMostOpen(standing, 'be-offered', 'another-offer-open', 'open-offers', offers_at_once),
  ].map((gate) => ({ ...gate, key: `${id}.${gate.code}` }))
}

function atMostOpen(
  standing: Standing,
  gate: Gate,
  code: ExclusionCode,
  name: string,
  most: number | undefined,
): GateRule[] {
  if (most === undefined) return []
  const must: Condition = [
    { any: [[{ name, test: { known: false } }], [{ name, test: { below: most } }]] },
  ]
  return [{ gate, code, standing, key: code, met: must, own: must, must }]
}

function quotaGate(standing: Standing<RuleOf<'quota'>>): GateRule[] {
  const { id, counts, at_limit } = standing.rule
  if (at_limit !== 'not-placed') return []
  const met: Condition = [{ none: [counts] }]
  return [
    { gate: 'respond', code: 'quota-full', standing, key: `${id}.full`, met, own: met, must: met },
  ]
}

function nearestFirst<S extends Standing>({ books }: Resolved, standings: readonly S[]): S[] {
  return standings.toSorted((a, b) => books.indexOf(a.book) - books.indexOf(b.book))
}
