/**
 * What may be asked of people who take part (eisen). Source: Huisvestingswet art. 9 lid 2 (income), 10
 * lid 2 (lawful stay); Wbmgp art. 5, 8-10 (income source, socio-economic features, conduct: only in
 * areas the minister designated, and with a hardship clause).
 */
import { type Condition, no, type Test, yes } from '../condition.ts'
import type { Finding } from '../finding.ts'
import type { Requirement } from '../kinds/requirement.ts'
import { rulesOf, type Standing } from '../resolve.ts'
import { isOnlyIn } from './areas.ts'
import { leansOn, leavesOf, truthFor } from './leaning.ts'
import { aboutRule, isOrdinance, provided, type Subject } from './subject.ts'

export function checkAdmission(subject: Subject): Finding[] {
  return [
    ...rulesOf(subject, 'requirement').flatMap((standing) => [
      ...minimumIncome(standing, subject),
      ...lawfulStay(standing, subject),
      ...incomeSource(standing, subject),
      ...conduct(standing, subject),
    ]),
    ...socioEconomic(subject),
  ]
}

function minimumIncome(standing: Standing<Requirement>, subject: Subject): Finding[] {
  const { must, where } = standing.rule
  const floor = leavesOf(must, subject).find(
    ({ name, test, negated }) =>
      name === 'household-income' && (negated ? hasCeiling(test) : hasFloor(test)),
  )
  if (!floor) return []
  return provided(subject, 'minimum-income').map(({ value, law }) => {
    const everywhere = value === 'no-floor' || (where ?? []).length === 0
    const code = everywhere ? 'minimum-income' : 'minimum-income-somewhere'
    return aboutRule(code, standing, {}, { at: ['must', ...floor.path], law })
  })
}

function hasFloor({ at_least, above }: Test): boolean {
  return at_least !== undefined || above !== undefined
}

function hasCeiling({ at_most, below }: Test): boolean {
  return at_most !== undefined || below !== undefined
}

function lawfulStay(standing: Standing<Requirement>, subject: Subject): Finding[] {
  const { must } = standing.rule
  if (!leansOn(must, 'residence-status', subject)) return []
  return provided(subject, 'lawful-stay').flatMap(({ value, law }) => {
    const status = value.filter(
      (each) => truthFor(must, { 'residence-status': each }, subject) === no,
    )
    if (status.length === 0) return []
    return [aboutRule('lawful-stay-refused', standing, { status }, { at: ['must'], law })]
  })
}

// Wbmgp 8: where somebody's income comes from.
function incomeSource(standing: Standing<Requirement>, subject: Subject): Finding[] {
  const { rule } = standing
  if (!reads(rule, 'income-source', subject)) return []
  return [
    ...provided(subject, 'income-source').flatMap(({ value, law }) => {
      const { area, below_years: years } = value
      if (!isOnlyIn(area, rule.where, subject)) {
        return [aboutRule('income-source-outside-area', standing, { area }, { law })]
      }
      const sources = value.sources.filter(
        (each) => truthFor(rule.must, { 'income-source': each }, subject) !== yes,
      )
      return [
        ...(isOnlyForNewcomers(rule.who, years, subject)
          ? []
          : [aboutRule('income-source-too-wide', standing, { years }, { law })]),
        ...(sources.length === 0
          ? []
          : [aboutRule('income-source-refused', standing, { sources }, { at: ['must'], law })]),
      ]
    }),
    ...withoutHardship(
      'income-source-without-hardship',
      'income-source-hardship',
      standing,
      subject,
    ),
  ]
}

function reads({ who, must }: Requirement, fact: string, subject: Subject): boolean {
  return leansOn(must, fact, subject) || leansOn(who, fact, subject)
}

// Only of people who live in the region for less than so many years without a break.
function isOnlyForNewcomers(who: Condition | undefined, years: number, subject: Subject): boolean {
  return leavesOf(who, subject).some(({ name, test, negated }) => {
    const rule = subject.byId.get(name)?.rule
    if (rule?.kind !== 'measure' || rule.of !== 'resident' || rule.unit !== 'years') return false
    const bound = negated ? test.at_least : test.below
    return typeof bound === 'number' && bound <= years
  })
}

type HardshipCode = 'income-source-without-hardship' | 'conduct-without-hardship'
type HardshipProvision = 'income-source-hardship' | 'conduct-hardship'

function withoutHardship(
  code: HardshipCode,
  provision: HardshipProvision,
  standing: Standing<Requirement>,
  subject: Subject,
): Finding[] {
  const hasClause = rulesOf(subject, 'judgement').some(
    ({ rule: { sets_aside: aside } }) => aside === 'any' || aside?.includes(standing.rule.id),
  )
  if (hasClause) return []
  return provided(subject, provision).map(({ law }) => aboutRule(code, standing, {}, { law }))
}

// Wbmgp 9: priority by socio-economic features.
function socioEconomic(subject: Subject): Finding[] {
  return rulesOf(subject, 'priority').flatMap((standing) => {
    const { ground, who, where } = standing.rule
    if (ground !== 'socio-economic' && !leansOn(who, 'income-source', subject)) return []
    return provided(subject, 'socio-economic').flatMap(({ value: { area }, law }) =>
      isOnlyIn(area, where, subject)
        ? []
        : [aboutRule('socio-economic-outside-area', standing, { area }, { law })],
    )
  })
}

// Wbmgp 10: how somebody behaved. Outside its areas a landlord has only its own freedom of contract.
function conduct(standing: Standing<Requirement>, subject: Subject): Finding[] {
  const { rule, book } = standing
  if (!reads(rule, 'screening', subject) && rule.code !== 'screening-not-passed') return []
  const outside = provided(subject, 'conduct').filter(
    ({ value }) => !isOnlyIn(value.area, rule.where, subject),
  )
  if (outside.length > 0 && !isOrdinance(book)) {
    return outside.map(({ law }) => aboutRule('conduct-judged-by-landlord', standing, {}, { law }))
  }
  return [
    ...outside.map(({ value: { area }, law }) =>
      aboutRule('conduct-outside-area', standing, { area }, { law }),
    ),
    ...withoutHardship('conduct-without-hardship', 'conduct-hardship', standing, subject),
  ]
}
