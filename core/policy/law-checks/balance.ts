/**
 * The norms of a landlord's lettings as a whole, and sparing a complex (ontzien). A portfolio norm never
 * refuses one letting. Source: Woningwet art. 46 lid 2 (fitting rent), 48 lid 1 (income target group,
 * lower by agreement in every municipality); Btiv art. 54.
 */

import type { Condition } from '../condition.ts'
import type { Finding } from '../finding.ts'
import { isKnown, rowsAt } from '../kinds/parameter.ts'
import type { Quota } from '../kinds/quota.ts'
import type { Floor } from '../regime.ts'
import { rulesOf, type Standing } from '../resolve.ts'
import { municipalitiesIn } from './book.ts'
import { leavesOf, referencesOf } from './leaning.ts'
import { isMoreThan, type ShareOf } from './shares.ts'
import { aboutRule, provided, type Subject } from './subject.ts'

/** Parameter of a book that lists the municipalities whose agreement allows the lower norm. */
export const agreedMunicipalities = 'agreed-municipalities'

export function checkBalance(subject: Subject): Finding[] {
  return [
    ...rulesOf(subject, 'quota').flatMap((standing) => [
      ...targetGroupShare(standing, subject),
      ...normRefuses(standing, subject),
      ...relief(standing, subject),
    ]),
    ...rulesOf(subject, 'requirement').flatMap((standing) => {
      const { code } = standing.rule
      return code === 'rent-above-fit-limit' ? refuses(standing, ['code'], subject) : []
    }),
  ]
}

// 92.5 of 100 to the income target group; no lower than 85, and then agreed everywhere.
function targetGroupShare(standing: Standing<Quota>, subject: Subject): Finding[] {
  const share = targetShareOf(standing.rule, subject)
  if (!share) return []
  return provided(subject, 'target-group-share').flatMap(({ value: { usual, agreed }, law }) => {
    const at = ['limit']
    if (isMoreThan(shareOf(agreed), share)) {
      const facts = { ...share, limit: agreed.at_least, limitOf: agreed.of }
      return [aboutRule('target-group-share-too-low', standing, facts, { at, law })]
    }
    const without = withoutAgreement(subject)
    if (!isMoreThan(shareOf(usual), share) || without.length === 0) return []
    const facts = { ...share, limit: usual.at_least, limitOf: usual.of, without }
    return [aboutRule('target-group-share-without-agreement', standing, facts, { at, law })]
  })
}

// Written as a least share of the target group, or as the room that is left for everybody else.
function targetShareOf({ counts, limit }: Quota, subject: Subject): ShareOf | undefined {
  if (!comparesWith(['daeb-income-limit'], counts, subject)) return undefined
  const { of, at_least, at_most } = limit
  if (of === undefined) return undefined
  if (at_least !== undefined) return { share: at_least, of }
  const countsOthers = leavesOf(counts, subject).some(
    ({ name, test }) => name === 'household-income' && test.above !== undefined,
  )
  return countsOthers && at_most !== undefined ? { share: of - at_most, of } : undefined
}

function shareOf({ at_least, of }: Floor): ShareOf {
  return { share: at_least, of }
}

function comparesWith(
  parameters: readonly string[],
  condition: Condition | undefined,
  subject: Subject,
): boolean {
  return leavesOf(condition, subject).some(
    ({ name, test }) =>
      name === 'household-income' && referencesOf(test).some((each) => parameters.includes(each)),
  )
}

function withoutAgreement(subject: Subject): readonly string[] {
  const { book, books, byId, on } = subject
  const region = books.find(({ authority }) => authority.municipalities !== undefined) ?? book
  const rule = byId.get(agreedMunicipalities)?.rule
  const agreed = (rule?.kind === 'parameter' ? rowsAt(rule, on) : []).flatMap(({ value }) =>
    isKnown(value) && typeof value === 'object' ? value : [],
  )
  return municipalitiesIn(region).filter((each) => !agreed.includes(each))
}

function normRefuses(standing: Standing<Quota>, subject: Subject): Finding[] {
  const { counts, among, limit, at_limit: atLimit } = standing.rule
  const norms = ['daeb-income-limit', 'fit-income-limit']
  const isNorm = [counts, among].some((each) => comparesWith(norms, each, subject))
  if (!isNorm || limit.at_least === undefined || atLimit === 'warn') return []
  return refuses(standing, ['at_limit'], subject)
}

function refuses(standing: Standing, at: readonly string[], subject: Subject): Finding[] {
  return provided(subject, 'rent-fit-share').map(({ law }) =>
    aboutRule('portfolio-norm-refuses', standing, {}, { at, law }),
  )
}

function relief(standing: Standing<Quota>, subject: Subject): Finding[] {
  const { rule } = standing
  if (rule.at_limit !== 'not-placed' || provided(subject, 'underpinning').length === 0) return []
  const lacking = (['until', 'review', 'justification'] as const).filter(
    (key) => rule[key] === undefined,
  )
  return lacking.length > 0 ? [aboutRule('relief-incomplete', standing, { lacking })] : []
}
