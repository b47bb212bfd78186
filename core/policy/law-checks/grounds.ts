/**
 * On what a rule rests and why it is there: legal basis, end, and the three checks of necessity.
 * Source: Huisvestingswet art. 2 (needed and suitable; liveability only for the housing stock), 4.
 */
import { lastDay } from '../../basics/calendar-date.ts'
import type { Finding } from '../finding.ts'
import { type Path, rulesOf, type Standing } from '../resolve.ts'
import type { Justification, Check as Reason, Rule } from '../rule-book.ts'
import { isOnlyInDesignatedAreas } from './areas.ts'
import { aboutBook, aboutRule, isOrdinance, provided, type Subject } from './subject.ts'

export function checkGrounds(subject: Subject): Finding[] {
  return [
    ...basisAndEnd(subject),
    ...subject.rules.flatMap((standing) => [
      ...justificationMissing(standing, subject),
      ...justificationIncomplete(standing),
    ]),
    ...liveability(subject),
    ...justificationsMissing(subject),
  ]
}

/** A rule that decides who may rent, and so must be justified. */
export function limits(rule: Rule): boolean {
  switch (rule.kind) {
    case 'requirement':
    case 'priority':
      return true
    case 'quota':
      return rule.at_limit !== 'warn'
    case 'sanction':
      return rule.steps.some(({ effect }) => effect !== 'warn')
    default:
      return false
  }
}

function basisAndEnd(subject: Subject): Finding[] {
  const terms = provided(subject, 'ordinance-term')
  return rulesOf(subject, 'priority').flatMap((standing) => {
    const { rule, article, book } = standing
    const basis = (rule.basis ?? article.basis ?? '').trim()
    const noBasis = basis === '' && provided(subject, 'underpinning').length > 0
    // An ordinance ends by itself, because its term is checked; a landlord's rules must say when.
    const until = rule.until ?? book.valid.until
    const endless = terms.flatMap(({ value }) => {
      const latest = lastDay(rule.from ?? book.valid.from, value)
      if (isOrdinance(book) || until <= latest) return []
      return [aboutRule('priority-without-end', standing, { until, latest })]
    })
    const missing = noBasis ? [aboutRule('basis-missing', standing, { ground: rule.ground })] : []
    return [...missing, ...endless]
  })
}

// Also by its place in the law, which gives it as a ground for the housing stock alone.
const liveabilityWords = /leefbaar|liveab|\bhvw 2 lid 2 b\b/i

// The basis of an article is one place, however many rules inherit it.
function liveability(subject: Subject): Finding[] {
  const [provision] = provided(subject, 'liveability')
  if (!provision) return []
  const found = subject.rules.flatMap((standing) => {
    const place = placeOfLiveability(standing, subject)
    if (!place) return []
    const { where, text, path } = place
    const finding = aboutRule('liveability-as-ground', standing, { where, text })
    return [
      [`${finding.book} ${path.join(' ')}`, { ...finding, path, law: provision.law }] as const,
    ]
  })
  return [...new Map(found.toReversed()).values()].toReversed()
}

function placeOfLiveability(
  { rule, article, book, path }: Standing,
  subject: Subject,
): { where: string; text: string; path: Path } | undefined {
  if (!isOrdinance(book) || !limits(rule) || isOnlyInDesignatedAreas(rule, subject))
    return undefined
  const owner = rule.basis === undefined ? path.slice(0, 2) : path
  const basis = rule.basis ?? article.basis ?? ''
  const interest = rule.justification?.interest ?? ''
  if (liveabilityWords.test(basis))
    return { where: 'basis', text: basis, path: [...owner, 'basis'] }
  if (!liveabilityWords.test(interest)) return undefined
  return { where: 'interest', text: interest, path: [...path, 'justification', 'interest'] }
}

function justificationMissing(standing: Standing, subject: Subject): Finding[] {
  const { rule, book } = standing
  if (!limits(rule) || rule.justification || rule.latitude === 'law' || isRelief(rule)) return []
  if (book.justifications === 'missing') return []
  return provided(subject, 'underpinning').map(({ law }) =>
    aboutRule('justification-missing', standing, { kind: rule.kind }, { law }),
  )
}

/** A quota that spares a complex (ontzien) answers for its reasons in its own finding. */
function isRelief(rule: Rule): boolean {
  return rule.kind === 'quota' && rule.at_limit === 'not-placed'
}

function justificationsMissing(subject: Subject): Finding[] {
  const { book } = subject
  if (book.justifications !== 'missing') return []
  const rules = book.articles.flatMap((article) => article.rules).filter(limits).length
  return provided(subject, 'underpinning').map(({ law }) =>
    aboutBook('justifications-missing', book, { rules }, { at: ['justifications'], law }),
  )
}

function justificationIncomplete(standing: Standing): Finding[] {
  const { justification } = standing.rule
  if (!justification) return []
  const lacking = [...emptyTexts(justification), ...checksWithoutProof(justification)]
  const incomplete = aboutRule(
    'justification-incomplete',
    standing,
    { lacking },
    { at: ['justification'] },
  )
  return [...(lacking.length > 0 ? [incomplete] : []), ...undated(standing, justification)]
}

const texts = ['interest', 'owner', 'competent_body', 'cost'] as const
const checks = ['needed', 'serious', 'no_lighter_means'] as const

function emptyTexts(justification: Justification): string[] {
  return texts.filter((key) => justification[key].trim() === '')
}

function checksWithoutProof(justification: Justification): string[] {
  return checks.filter((key) => isUnproven(justification[key]))
}

function isUnproven({ text, evidence }: Reason): boolean {
  return text.trim() === '' || evidence.length === 0
}

function undated(standing: Standing, justification: Justification): Finding[] {
  return checks.flatMap((key) =>
    justification[key].evidence.flatMap(({ source, date }, index) => {
      if (date !== 'unknown') return []
      const at = ['justification', key, 'evidence', index, 'date']
      return [aboutRule('evidence-undated', standing, { source }, { at })]
    }),
  )
}
