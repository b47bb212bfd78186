/**
 * Urgency (urgentie): that it is regulated, which categories always belong to it, and what may be
 * asked of them. Source: Huisvestingswet art. 12 lid 1-3, 14 lid 6, 15 lid 5; Awb 4:7 (hearing).
 */
import { no, yes } from '../condition.ts'
import type { Finding } from '../finding.ts'
import type { Life } from '../kinds/life.ts'
import type { Requirement } from '../kinds/requirement.ts'
import type { LifeCode } from '../reason-code.ts'
import { type Citation, provisionsOf } from '../regime.ts'
import { rulesOf, type Standing } from '../resolve.ts'
import { connectionAskedBy } from './connection.ts'
import { leavesOf, truthFor } from './leaning.ts'
import { aboutBook, aboutRule, provided, type Subject } from './subject.ts'
import { urgencyLives } from './urgency-names.ts'

export function checkUrgency(subject: Subject): Finding[] {
  const lives = urgencyLives(subject)
  return [
    ...notRegulated(subject),
    ...lives.flatMap((standing) => [
      ...categories(standing, subject),
      ...unknownCategories(standing, subject),
      ...hearings(standing, subject),
    ]),
    ...connection(subject),
    ...rulesOf(subject, 'requirement').flatMap((standing) => refusedOnIncome(standing, subject)),
  ]
}

function urgencyPriorities(subject: Subject) {
  return rulesOf(subject, 'priority').filter(({ rule }) => rule.ground === 'urgency')
}

function notRegulated(subject: Subject): Finding[] {
  const { book } = subject
  if (!['region', 'municipality'].includes(book.authority.level)) return []
  if (urgencyPriorities(subject).length > 0) return []
  return provided(subject, 'urgency-regulation').map(({ law }) =>
    aboutBook('urgency-not-regulated', book, {}, { at: ['articles'], law }),
  )
}

function categories(standing: Standing<Life>, subject: Subject): Finding[] {
  const { grounds, not_grounds: notGrounds } = standing.rule
  const locked = provided(subject, 'urgency-category')
  if (!grounds) {
    const facts = { categories: locked.map(({ value }) => value.key) }
    return locked
      .slice(0, 1)
      .map(({ law }) => aboutRule('urgency-grounds-unstated', standing, facts, { law }))
  }
  return locked.flatMap(({ value: { key, nl, en }, law }) => {
    const facts = { category: key, nl, en }
    const missing = aboutRule('urgency-category-missing', standing, facts, { at: ['grounds'], law })
    const at = ['not_grounds', notGrounds?.indexOf(key) ?? 0]
    const refused = aboutRule('urgency-category-refused', standing, facts, { at, law })
    if (notGrounds?.includes(key)) return [refused]
    return grounds.includes(key) ? [] : [missing]
  })
}

// `12-3-a` is a category of the law; a local ground has a name of its own.
const lawfulKey = /^12-3-/

function unknownCategories(standing: Standing<Life>, subject: Subject): Finding[] {
  const known = provided(subject, 'urgency-category').map(({ value }) => value.key)
  if (known.length === 0) return []
  const { grounds = [], not_grounds: notGrounds = [] } = standing.rule
  const named = [
    ...grounds.map((category, index) => ({ category, at: ['grounds', index] })),
    ...notGrounds.map((category, index) => ({ category, at: ['not_grounds', index] })),
  ]
  return named
    .filter(({ category }) => lawfulKey.test(category) && !known.includes(category))
    .map(({ category, at }) => {
      const regime = regimeKnowing(category, subject)
      return regime === undefined
        ? aboutRule('urgency-category-unknown', standing, { category, known }, { at })
        : aboutRule('urgency-category-of-other-regime', standing, { category, regime }, { at })
    })
}

function regimeKnowing(category: string, { law, on }: Subject): string | undefined {
  return law.regimes.find((regime) =>
    provisionsOf(regime, 'urgency-category', on).some(({ value }) => value.key === category),
  )?.regime
}

const negativeEnds: readonly LifeCode[] = [
  'refused-suitable-offer',
  'refused-twice',
  'refused-too-often',
  'no-answer-twice',
  'searched-too-little',
  'ground-gone',
  'award-ended',
]

function hearings(standing: Standing<Life>, subject: Subject): Finding[] {
  return (standing.rule.ends ?? []).flatMap(({ code, hear }, index) => {
    if (hear || !negativeEnds.includes(code)) return []
    return provided(subject, 'hearing').map(({ law }) =>
      aboutRule('hearing-missing', standing, { end: code }, { at: ['ends', index], law }),
    )
  })
}

// Lid 6: for the locked categories a connection with the region, no more and no less.
function connection(subject: Subject): Finding[] {
  return provided(subject, 'urgency-connection').flatMap(({ law }) => {
    const requirements = rulesOf(subject, 'requirement').filter(({ rule }) => rule.to === 'urgency')
    const narrower = requirements.flatMap((standing) => tooNarrow(standing, law, subject))
    const asked = requirements.some(({ rule }) => connectionAskedBy(rule.must, subject))
    const priorities = urgencyPriorities(subject)
    const inPriority = priorities.some(({ rule }) => connectionAskedBy(rule.who, subject))
    const unasked = asked || inPriority ? [] : priorities.slice(0, 1)
    return [
      ...narrower,
      ...priorities.flatMap((standing) =>
        connectionAskedBy(standing.rule.who, subject) === 'narrower'
          ? [narrow(standing, lockedKeys(subject), ['who'], law)]
          : [],
      ),
      ...unasked.map((standing) => aboutRule('urgency-connection-missing', standing, {}, { law })),
    ]
  })
}

function tooNarrow(standing: Standing<Requirement>, law: Citation, subject: Subject): Finding[] {
  if (connectionAskedBy(standing.rule.must, subject) !== 'narrower') return []
  const concerned = lockedKeys(subject).filter((key) => concerns(standing.rule, key, subject))
  return concerned.length > 0 ? [narrow(standing, concerned, ['must'], law)] : []
}

function narrow(
  standing: Standing,
  keys: readonly string[],
  at: readonly string[],
  law: Citation,
): Finding {
  return aboutRule('urgency-connection-too-narrow', standing, { categories: keys }, { at, law })
}

function lockedKeys(subject: Subject): string[] {
  return provided(subject, 'urgency-category').map(({ value }) => value.key)
}

/** Whether a demand is made of people in a category: not when it names others, or excuses them. */
function concerns({ who, unless }: Requirement, category: string, subject: Subject): boolean {
  const person = { 'urgency-ground': category }
  if (who && truthFor(who, person, subject) === no) return false
  return !(unless && truthFor(unless, person, subject) === yes)
}

function refusedOnIncome(standing: Standing<Requirement>, subject: Subject): Finding[] {
  const { rule } = standing
  const asksIncome = leavesOf(rule.must, subject).some(({ name }) => name === 'household-income')
  if (!asksIncome || ['urgency', 'register', 'option'].includes(rule.to)) return []
  return provided(subject, 'urgency-income').flatMap(({ value, law }) => {
    const refused = value.filter((category) => concerns(rule, category, subject))
    if (refused.length === 0) return []
    const facts = { categories: refused }
    return [aboutRule('urgency-refused-on-income', standing, facts, { at: ['must'], law })]
  })
}
