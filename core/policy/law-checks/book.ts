/**
 * The book itself: how long it lives, under which law, and since when it was known.
 * Source: Huisvestingswet art. 4 (four years at most), 51 lid 9-11 (date of the new regime).
 */
import { addDays, type CalendarDate, lastDay } from '../../basics/calendar-date.ts'
import type { Finding } from '../finding.ts'
import { type Citation, type Law, regimeNamed, regimeOf, switchOf } from '../regime.ts'
import { type Standing, standingIn } from '../resolve.ts'
import type { RuleBook } from '../rule-book.ts'
import { aboutBook, aboutRule, isOrdinance, provided, type Subject } from './subject.ts'

export function checkBook(subject: Subject): Finding[] {
  return [
    ...termTooLong(subject),
    ...regimeInForce(subject),
    ...regimeOverTime(subject),
    ...publication(subject.book),
    ...standingIn(subject.book).flatMap((standing) => [
      ...outlivesBook(standing),
      ...experiment(standing),
    ]),
  ]
}

function termTooLong(subject: Subject): Finding[] {
  const { book } = subject
  if (!isOrdinance(book)) return []
  return provided(subject, 'ordinance-term').flatMap(({ value, law }) => {
    const { from, until } = book.valid
    const latest = lastDay(from, value)
    if (until <= latest) return []
    return [aboutBook('term-too-long', book, { until, latest }, { at: ['valid', 'until'], law })]
  })
}

// A book under another law than the one in force for its municipality is judged by the wrong text.
function regimeInForce({ book, law, on }: Subject): Finding[] {
  if (!isOrdinance(book) || book.law === 'outside-hvw') return []
  const differing = municipalitiesIn(book)
    .map((municipality) => ({ municipality, inForce: regimeOf(municipality, on, law).regime }))
    .find(({ inForce }) => inForce !== undefined && inForce.regime !== book.law)
  if (!differing?.inForce) return []
  const facts = {
    law: book.law,
    inForce: differing.inForce.regime,
    municipality: differing.municipality,
  }
  return [aboutBook('regime-not-in-force', book, facts, { at: ['law'], law: switchCitation(law) })]
}

function regimeOverTime({ book, law, regime }: Subject): Finding[] {
  if (!isOrdinance(book) || !regime || regime.regime === 'outside-hvw') return []
  const { until } = book.valid
  const ended = regime.until ?? dayBefore(firstSwitch(book, law))
  if (regime.regime !== law.switches.to && ended !== undefined && ended < until) {
    const facts = { law: book.law, ended, until }
    return [aboutBook('regime-ends-earlier', book, facts, { at: ['valid', 'until'] })]
  }
  const waiting = municipalitiesIn(book).filter(
    (each) => regimeOf(each, until, law).switches === 'missing',
  )
  if (waiting.length === 0) return []
  const facts = { law: book.law, next: law.switches.to, municipalities: waiting }
  return [aboutBook('switch-date-missing', book, facts, { at: ['law'], law: switchCitation(law) })]
}

function switchCitation(law: Law): Citation {
  const { to, article } = law.switches
  const texts = regimeNamed(law, to)?.texts ?? []
  return {
    regime: to,
    article,
    verified: texts.some((each) => each.read && article.startsWith(each.short)),
  }
}

function firstSwitch(book: RuleBook, law: Law): CalendarDate | undefined {
  return municipalitiesIn(book)
    .flatMap((each) => switchOf(each, law)?.on ?? [])
    .filter((on): on is CalendarDate => on !== 'missing')
    .toSorted((a, b) => a - b)[0]
}

function dayBefore(on: CalendarDate | undefined): CalendarDate | undefined {
  return on === undefined ? undefined : addDays(on, -1)
}

/** The municipalities a book is about: those it names, else the one whose council made it. */
export function municipalitiesIn({ authority }: RuleBook): readonly string[] {
  const scope = authority.scope?.municipality
  return authority.municipalities ?? (scope === undefined ? [authority.name] : [scope].flat())
}

function publication(book: RuleBook): Finding[] {
  const { published, works_back_to: worksBackTo } = book
  const { from } = book.valid
  if (worksBackTo !== undefined && worksBackTo > from) {
    const facts = { from, worksBackTo }
    return [aboutBook('retroactive-after-start', book, facts, { at: ['works_back_to'] })]
  }
  if (published === 'missing' || published <= from || worksBackTo !== undefined) return []
  return [aboutBook('published-after-start', book, { from, published }, { at: ['published'] })]
}

function outlivesBook(standing: Standing): Finding[] {
  const { rule, book } = standing
  const begin = book.works_back_to ?? book.valid.from
  const { until } = book.valid
  if ((rule.until ?? until) <= until && (rule.from ?? begin) <= until) return []
  return [aboutRule('rule-outlives-book', standing, { from: begin, until })]
}

function experiment(standing: Standing): Finding[] {
  const { rule, book } = standing
  if (!rule.experiment) {
    const isUnstated = rule.kind === 'priority' && rule.ground === 'experiment'
    return isUnstated ? [aboutRule('experiment-unstated', standing, {})] : []
  }
  const from = rule.from ?? book.valid.from
  const until = rule.until ?? book.valid.until
  const { evaluate_by: evaluateBy } = rule.experiment
  if (from <= evaluateBy && evaluateBy <= until) return []
  const at = ['experiment', 'evaluate_by']
  return [aboutRule('experiment-evaluated-outside', standing, { evaluateBy, until }, { at })]
}
