/** A small rule book to hang the rules of one test on, and the people it is about. */
import { date } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import { type Resolved, resolve } from '../core/policy/resolve.ts'
import type { Rule, RuleBook, RuleOf } from '../core/policy/rule-book.ts'
import { follow, type Timeline } from '../core/policy/timeline.ts'
import type { Case } from '../core/ranking/case.ts'
import { prepare } from '../core/ranking/prepare.ts'
import { type Ranking, rankListing } from '../core/ranking/rank-listing.ts'
import type { Candidate } from '../core/seekers/candidate.ts'
import type { Event, EventName, Spell, SpellName } from '../core/seekers/history.ts'

export function bookOf(rules: readonly Rule[], others: Partial<RuleBook> = {}): RuleBook {
  return {
    book: 'example',
    title: 'Voorbeeld',
    authority: { level: 'region', name: 'Voorbeeld' },
    valid: { from: date('2000-01-01'), until: date('2039-12-31') },
    published: 'missing',
    law: 'outside-hvw',
    builds_on: [],
    articles: [{ number: '1', text: 'Voorbeeld.', rules }],
    ...others,
  }
}

/** The rules in force together on a day. */
export function rulesOn(day: string, rules: readonly Rule[]): Resolved {
  return resolve([bookOf(rules)], { on: date(day) })
}

export function person(id: string, known: Partial<Omit<Candidate, 'id'>> = {}): Candidate {
  return { id, facts: {}, history: { spells: [], events: [] }, members: [], ...known }
}

export function happened(on: string, event: EventName, attributes: Facts = {}, id?: string): Event {
  return { event, on: date(on), attributes, ...(id !== undefined && { id }) }
}

/** From-to, both days included; no `to` is until now. */
export function lasted(
  spell: SpellName,
  from: string,
  to: string | undefined,
  attributes: Facts = {},
): Spell {
  return { spell, from: date(from), ...(to !== undefined && { to: date(to) }), attributes }
}

/** Follows somebody until a day, under these rules alone. */
export function followUntil(
  day: string,
  rules: readonly Rule[],
  known: Partial<Omit<Candidate, 'id'>>,
  listing?: Facts,
): Timeline {
  const on = date(day)
  const home = listing && { id: 'home', facts: listing, closes: on }
  const surroundings = { rules: rulesOn(day, rules), ...(home && { listing: home }) }
  return follow(person('ans', known), surroundings, on)
}

/** A listing on a day, with the model `ranked` unless its facts say otherwise. */
export function caseOn(
  day: string,
  candidates: readonly Candidate[],
  { home, ...others }: Partial<Case> & { readonly home?: Facts } = {},
): Case {
  const on = date(day)
  return {
    on,
    moments: { 'listing-closed': on, 'ranking-made': on },
    listing: { id: 'home', facts: { model: 'ranked', ...home }, closes: on },
    candidates,
    quotas: {},
    judgements: {},
    ...others,
  }
}

/** Ranks a case under these rules alone; a book without a ranking for it is a mistake in the test. */
export function rankUnder(rules: readonly Rule[], asked: Case): Ranking {
  const ranking = rankListing(prepare(resolve([bookOf(rules)], { on: asked.on })), asked)
  if (!ranking) throw new Error('the rules of this test have no ranking for its listing')
  return ranking
}

/** Only who is of age may respond. */
export const adult: Rule = {
  kind: 'requirement',
  id: 'adult',
  to: 'respond',
  must: [{ name: 'age', test: { at_least: 18 } }],
  code: 'under-age',
}

/** Everybody who is registered, longest first: the ranking most tests need. */
export const byRegistration: RuleOf<'ranking'> = {
  kind: 'ranking',
  id: 'order',
  model: 'ranked',
  tiers: [],
  finally: [
    { by: 'earliest', of: 'registered-on' },
    { by: 'lot', weights: 'equal' },
  ],
}
