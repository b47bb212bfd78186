/** Order, the people who judge, and the process: what makes a place final, shared and contestable. */
import { no } from '../condition.ts'
import type { Finding } from '../finding.ts'
import type { Judgement } from '../kinds/judgement.ts'
import type { Procedure } from '../kinds/procedure.ts'
import type { Key, Ranking } from '../kinds/ranking.ts'
import type { Sanction } from '../kinds/sanction.ts'
import { givesPlaceWhileOpen } from '../order-known.ts'
import { rulesOf, type Standing } from '../resolve.ts'
import type { Rule } from '../rule-book.ts'
import { leavesOf, truthFor } from './leaning.ts'
import { fewestDays } from './lengths.ts'
import { aboutRule, provided, type Subject } from './subject.ts'

export function checkOrder(subject: Subject): Finding[] {
  const rankings = rulesOf(subject, 'ranking')
  return [
    ...rankings.flatMap((standing, index) => [
      ...tieBreak(standing),
      ...tiers(standing, subject),
      ...unreachable(standing, rankings.slice(0, index)),
    ]),
    ...rulesOf(subject, 'judgement').flatMap((standing) => judgements(standing, subject)),
    ...rulesOf(subject, 'procedure').flatMap((standing) => [
      ...listingOpen(standing, subject),
      ...provisionalPlace(standing, subject),
    ]),
    ...rulesOf(subject, 'sanction').flatMap((standing) => sanctions(standing, subject)),
  ]
}

function tieBreak(standing: Standing<Ranking>): Finding[] {
  const last = standing.rule.finally.at(-1)
  if (last?.by === 'lot' || last?.by === 'chosen') return []
  return [aboutRule('no-final-tie-break', standing, {}, { at: ['finally'] })]
}

function tiers(standing: Standing<Ranking>, { byId }: Subject): Finding[] {
  return standing.rule.tiers.flatMap(({ priority }, index) =>
    (priority === 'none' ? [] : priority)
      .filter((tier) => byId.get(tier)?.rule.kind !== 'priority')
      .map((tier) =>
        aboutRule('tier-not-a-priority', standing, { tier }, { at: ['tiers', index] }),
      ),
  )
}

// The first ranking that fits is used: one for every home, or for the same homes, hides what follows.
function unreachable(standing: Standing<Ranking>, before: readonly Standing<Ranking>[]): Finding[] {
  const { rule, book } = standing
  const earlier = before.find(
    (each) =>
      each.book === book &&
      each.rule.model === rule.model &&
      holdThroughout(each.rule, rule) &&
      ((each.rule.where ?? []).length === 0 ||
        JSON.stringify(each.rule.where) === JSON.stringify(rule.where)),
  )
  return earlier ? [aboutRule('ranking-unreachable', standing, { earlier: earlier.rule.id })] : []
}

function holdThroughout(one: Rule, other: Rule): boolean {
  const begins = one.from === undefined || (other.from !== undefined && one.from <= other.from)
  const ends = one.until === undefined || (other.until !== undefined && other.until <= one.until)
  return begins && ends
}

// One person's word should not keep somebody out, nor should a score without a form.
function judgements(standing: Standing<Judgement>, subject: Subject): Finding[] {
  const { rule } = standing
  const { id, second, protocol, answer } = rule
  const ranking = rulesOf(subject, 'ranking').find((each) => ranksBy(each.rule, id))?.rule.id
  const refusing = rulesOf(subject, 'requirement').find(({ rule: { must } }) =>
    leavesOf(must, subject).some(({ name }) => name === id),
  )?.rule.id
  const usedBy = ranking ?? refusing
  const isScore = typeof answer === 'object' && 'score' in answer
  const alone = usedBy !== undefined && !second && !isBody(rule)
  const formless = ranking !== undefined && isScore && (protocol ?? '').trim() === ''
  return [
    ...(alone ? [aboutRule('judgement-without-second', standing, { usedBy })] : []),
    ...(formless ? [aboutRule('judgement-without-protocol', standing, { usedBy: ranking })] : []),
  ]
}

// A college decides together, and its decision is open to objection.
function isBody({ decided_by: role }: Judgement): boolean {
  return role === 'municipal-executive' || role === 'municipal-council'
}

function ranksBy({ tiers: groups, finally: last }: Ranking, id: string): boolean {
  return [...groups.flatMap(({ by }) => by), ...last].some(
    (key: Key) => 'of' in key && key.of === id,
  )
}

/** Shorter than this, first come is a contest in being at the screen. */
const listingDaysLeast = 3

function listingOpen(standing: Standing<Procedure>, subject: Subject): Finding[] {
  const { where, listing_open: open } = standing.rule
  if (!open || truthFor(where, { model: 'first-come' }, subject) === no) return []
  const isOnlyFirstCome = truthFor(where, { model: 'ranked' }, subject) === no
  const rankings = rulesOf(subject, 'ranking')
  const isUsed = isOnlyFirstCome || rankings.some(({ rule }) => rule.model === 'first-come')
  const days = fewestDays(open)
  if (!isUsed || days >= listingDaysLeast) return []
  const facts = { days, least: listingDaysLeast }
  return [aboutRule('listing-too-short', standing, facts, { at: ['listing_open'] })]
}

// Before the draw, or before humans judged, there is no place to show.
function provisionalPlace(standing: Standing<Procedure>, subject: Subject): Finding[] {
  const { where, provisional_place: shown } = standing.rule
  if (shown !== 'exact') return []
  const reached = rulesOf(subject, 'ranking').filter(
    ({ rule: { model } }) => truthFor(where, { model }, subject) !== no,
  )
  if (reached.length === 0 || reached.some(({ rule }) => givesPlaceWhileOpen(rule, subject))) {
    return []
  }
  const models = [...new Set(reached.map(({ rule: { model } }) => model))]
  return [
    aboutRule(
      'provisional-place-without-effect',
      standing,
      { models },
      { at: ['provisional_place'] },
    ),
  ]
}

function sanctions(standing: Standing<Sanction>, subject: Subject): Finding[] {
  const { steps, objection } = standing.rule
  const endless = steps.flatMap(({ effect, lasts, until }, index) => {
    if (effect !== 'block' || lasts || until) return []
    return [aboutRule('block-without-end', standing, {}, { at: ['steps', index] })]
  })
  const blocks = steps.some(({ effect }) => effect === 'block')
  if (!blocks || objection) return endless
  const [law] = provided(subject, 'objection-term').map((each) => each.law)
  return [...endless, aboutRule('objection-missing', standing, {}, law ? { law } : {})]
}
