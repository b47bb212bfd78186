/**
 * Priority for people bound to the region, the municipality or a part of it (binding).
 * Source: Huisvestingswet art. 14 lid 2-5 (ceiling, vital professions, what binds, who counts),
 * 16 (whom it cannot be used against), 17 (offering in vain).
 */
import type { Duration } from '../../basics/calendar-date.ts'
import { no, yes } from '../condition.ts'
import type { Finding } from '../finding.ts'
import type { Priority } from '../kinds/priority.ts'
import type { Quota } from '../kinds/quota.ts'
import type { Ranking } from '../kinds/ranking.ts'
import type { Requirement } from '../kinds/requirement.ts'
import type { ProtectedGroup } from '../regime.ts'
import { rulesOf, type Standing } from '../resolve.ts'
import { connectionAskedBy, residenceTestsIn } from './connection.ts'
import { leavesOf, truthFor } from './leaning.ts'
import { mostDays } from './lengths.ts'
import { greatestShare, isMoreThan, type ShareOf, sum } from './shares.ts'
import { aboutRule, provided, type Subject } from './subject.ts'
import { urgencyNames } from './urgency-names.ts'

export function checkLocalConnection(subject: Subject): Finding[] {
  const connections = rulesOf(subject, 'priority').filter(({ rule }) => isConnection(rule))
  return [
    ...connections.flatMap((standing) => [
      ...uncounted(standing, subject),
      ...settlementOverCeiling(standing, subject),
      ...residenceTest(standing, subject),
      ...exemptions(standing, standing.rule, subject),
      ...inVainMissing(standing, subject),
      ...inVainTooLong(standing, standing.rule.in_vain, subject),
    ]),
    ...ceilings(subject),
    ...vitalProfessions(subject),
    ...requirements(subject),
    ...rulesOf(subject, 'ranking').flatMap((standing) => beforeUrgency(standing, subject)),
  ]
}

function isConnection({ ground }: Priority): boolean {
  return ground === 'local-connection'
}

// Article 14 lid 1: where building is blocked from above, there is no ceiling.
function hasNoCeiling({ rule, article }: Standing<Priority>): boolean {
  return /\b14 lid 1\b/.test(rule.basis ?? article.basis ?? '')
}

// The ceiling

function uncounted(standing: Standing<Priority>, subject: Subject): Finding[] {
  if (hasNoCeiling(standing)) return []
  const counting = quotasCounting(standing.rule.id, subject)
  if (counting.some(({ rule }) => greatestShare(rule.limit))) return []
  return provided(subject, 'connection-ceiling').map(({ value, law }) =>
    aboutRule(
      'connection-uncounted',
      standing,
      { limit: value.at_most, limitOf: value.of },
      { law },
    ),
  )
}

function quotasCounting(priority: string, subject: Subject): Standing<Quota>[] {
  return rulesOf(subject, 'quota').filter(({ rule }) => countsUseOf(priority, rule, subject))
}

function countsUseOf(priority: string, { counts }: Quota, subject: Subject): boolean {
  return leavesOf(counts, subject).some(
    ({ name, test, negated }) =>
      name === 'priorities-applied' && !negated && test.is?.includes(priority),
  )
}

function ceilings(subject: Subject): Finding[] {
  const bound = rulesOf(subject, 'priority').filter(
    (standing) => isConnection(standing.rule) && !hasNoCeiling(standing),
  )
  const quotas = rulesOf(subject, 'quota').filter(({ rule }) =>
    bound.some((priority) => countsUseOf(priority.rule.id, rule, subject)),
  )
  return [
    ...overCeiling(quotas, subject),
    ...quotas.flatMap((standing) => [
      ...withoutEffect(standing, subject),
      ...urgentLeftOut(standing, subject),
    ]),
  ]
}

// Quotas over the same homes share one ceiling; one that lies inside another adds nothing.
function overCeiling(quotas: readonly Standing<Quota>[], subject: Subject): Finding[] {
  const ids = new Set(quotas.map(({ rule }) => rule.id))
  const outer = quotas.filter(({ rule }) => rule.inside === undefined || !ids.has(rule.inside))
  const groups = Map.groupBy(outer, ({ rule }) =>
    JSON.stringify([rule.among ?? [], rule.each ?? []]),
  )
  return provided(subject, 'connection-ceiling').flatMap(({ value, law }) => {
    const limit = { share: value.at_most, of: value.of }
    return [...groups.values()].flatMap((group) => {
      const total = sum(group.flatMap(({ rule }) => greatestShare(rule.limit) ?? []))
      const last = group.at(-1)
      if (!last || !isMoreThan(total, limit)) return []
      const facts = { ...shareFacts(total, limit), quotas: group.map(({ rule }) => rule.id) }
      return [aboutRule('connection-over-ceiling', last, facts, { at: ['limit'], law })]
    })
  })
}

function shareFacts({ share, of }: ShareOf, limit: ShareOf) {
  return { share, of, limit: limit.share, limitOf: limit.of }
}

function withoutEffect(standing: Standing<Quota>, subject: Subject): Finding[] {
  const { at_limit: atLimit } = standing.rule
  if (atLimit === 'priority-off' || atLimit === 'not-placed') return []
  return provided(subject, 'connection-ceiling').map(({ law }) =>
    aboutRule(
      'connection-ceiling-without-effect',
      standing,
      { atLimit },
      { at: ['at_limit'], law },
    ),
  )
}

function settlementOverCeiling(standing: Standing<Priority>, subject: Subject): Finding[] {
  if (standing.rule.level !== 'settlement' || hasNoCeiling(standing)) return []
  const shares = quotasCounting(standing.rule.id, subject).flatMap(
    ({ rule }) => greatestShare(rule.limit) ?? [],
  )
  return provided(subject, 'settlement-ceiling').flatMap(({ value, law }) => {
    const limit = { share: value.at_most, of: value.of }
    const [first] = shares
    if (!first || shares.some((share) => !isMoreThan(share, limit))) return []
    return [aboutRule('settlement-over-ceiling', standing, shareFacts(first, limit), { law })]
  })
}

// Lid 5: who is urgent and also went first by connection counts as well.
function urgentLeftOut(standing: Standing<Quota>, subject: Subject): Finding[] {
  const { counts, among } = standing.rule
  const urgency = urgencyNames(subject)
  const leaves = [...leavesOf(counts, subject), ...leavesOf(among, subject)]
  const by = leaves.filter(({ name, test, negated }) =>
    name === 'priorities-applied'
      ? (test.not ?? (negated ? test.is : undefined))?.some((each) => urgency.priorities.has(each))
      : urgency.values.has(name),
  )
  if (by.length === 0) return []
  return provided(subject, 'urgent-in-ceiling').map(({ law }) => {
    const names = [...new Set(by.map(({ name }) => name))]
    return aboutRule('urgent-not-counted', standing, { by: names }, { at: ['counts'], law })
  })
}

// Who is bound, and who is protected

function residenceTest(standing: Standing<Priority>, subject: Subject): Finding[] {
  return provided(subject, 'residence-test').flatMap(({ value, law }) => {
    const differing = residenceTestsIn(standing.rule.who, subject).find(
      ({ years, within, unbroken }) =>
        years !== value.years || !unbroken || (within ?? value.within) !== value.within,
    )
    if (!differing) return []
    const facts = { years: value.years, within: value.within }
    return [aboutRule('residence-test-differs', standing, facts, { at: ['who'], law })]
  })
}

function exemptions(
  standing: Standing,
  { not_against }: Pick<Priority, 'not_against'>,
  subject: Subject,
): Finding[] {
  return provided(subject, 'connection-exemption').flatMap(({ value, law }) => {
    const isExempt = value.known_by.some(
      ({ fact, value: known }) =>
        not_against && truthFor(not_against, { [fact]: known }, subject) === yes,
    )
    return isExempt ? [] : [exemptionMissing(standing, value, law)]
  })
}

function exemptionMissing(
  standing: Standing,
  { key, nl, en }: ProtectedGroup,
  law: Finding['law'],
): Finding {
  return aboutRule('exemption-missing', standing, { group: key, nl, en }, law ? { law } : {})
}

// A demand to be bound keeps people out altogether: whom a priority may not pass over, it may not refuse.
function requirements(subject: Subject): Finding[] {
  return rulesOf(subject, 'requirement').flatMap((standing) => {
    const { rule } = standing
    const asks = connectionAskedBy(rule.must, subject) !== undefined
    if (!asks || rule.to === 'urgency') return []
    return [
      ...inVainTooLong(standing, rule.in_vain, subject),
      ...provided(subject, 'connection-exemption').flatMap(({ value, law }) =>
        isExcused(rule, value, subject) ? [] : [exemptionMissing(standing, value, law)],
      ),
    ]
  })
}

function isExcused(rule: Requirement, group: ProtectedGroup, subject: Subject): boolean {
  return group.known_by.some(({ fact, value }) => {
    const person = { [fact]: value }
    const excused = rule.unless && truthFor(rule.unless, person, subject) === yes
    return excused || (rule.who && truthFor(rule.who, person, subject) === no)
  })
}

// Offering in vain

function inVainMissing(standing: Standing<Priority>, subject: Subject): Finding[] {
  if (standing.rule.in_vain) return []
  return provided(subject, 'in-vain-term').map(({ value, law }) =>
    aboutRule('in-vain-term-missing', standing, { limit: mostDays(value) }, { law }),
  )
}

function inVainTooLong(
  standing: Standing,
  length: Duration | undefined,
  subject: Subject,
): Finding[] {
  if (!length) return []
  return provided(subject, 'in-vain-term').flatMap(({ value, law }) => {
    const facts = { days: mostDays(length), limit: mostDays(value) }
    if (facts.days <= facts.limit) return []
    return [aboutRule('in-vain-term-too-long', standing, facts, { at: ['in_vain'], law })]
  })
}

// Vital professions go first within the group bound to the municipality, or for a number of homes.
function vitalProfessions(subject: Subject): Finding[] {
  return rulesOf(subject, 'priority').flatMap((standing) => {
    const { rule } = standing
    if (rule.ground !== 'vital-profession') return []
    const outer = rule.inside === undefined ? undefined : subject.byId.get(rule.inside)?.rule
    return provided(subject, 'vital-profession').flatMap(({ value, law }) => {
      const inside =
        outer?.kind === 'priority' && isConnection(outer) && (outer.level ?? value) === value
      const aNumber = quotasCounting(rule.id, subject).some(
        ({ rule: { limit } }) =>
          limit.of === undefined && (limit.at_most ?? limit.exactly) !== undefined,
      )
      if (inside || aNumber) return []
      return [aboutRule('vital-profession-outside-bound', standing, {}, { law })]
    })
  })
}

function beforeUrgency(standing: Standing<Ranking>, subject: Subject): Finding[] {
  const ground = (id: string) => {
    const rule = subject.byId.get(id)?.rule
    return rule?.kind === 'priority' ? rule.ground : undefined
  }
  const order = standing.rule.tiers.flatMap(({ priority }) => (priority === 'none' ? [] : priority))
  const first = order.findIndex((id) => ground(id) === 'local-connection')
  const urgency = order.findLast((id) => ground(id) === 'urgency')
  const priority = order[first]
  if (priority === undefined || urgency === undefined || order.indexOf(urgency) < first) return []
  return provided(subject, 'urgency-category')
    .slice(0, 1)
    .map(() =>
      aboutRule('connection-before-urgency', standing, { priority, urgency }, { at: ['tiers'] }),
    )
}
