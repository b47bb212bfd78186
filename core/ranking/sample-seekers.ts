/**
 * Invented people to try rules on (synthetic): for every value the rules read, one out of what it can
 * be. They show where rules differ, never how many real people it concerns.
 */
import { addDays, type CalendarDate } from '../basics/calendar-date.ts'
import type { Facts, Value } from '../basics/facts.ts'
import { type Random, seededRandom } from '../basics/seeded-random.ts'
import { factOf } from '../policy/catalogue.ts'
import type { Condition, Operand } from '../policy/condition.ts'
import { rowsAt } from '../policy/kinds/parameter.ts'
import { type Resolved, rulesOf } from '../policy/resolve.ts'
import type { Bound } from './bind.ts'

/** Values for `size` people under one or more sets of rules; same seed, same people. */
export function sampleSeekers(
  bounds: readonly Bound[],
  { size, seed, on }: { readonly size: number; readonly seed: number; readonly on: CalendarDate },
): Facts[] {
  const random = seededRandom(seed)
  const names = [...new Set(bounds.flatMap((bound) => bound.names))].sort()
  const draws = names.map((name) => [name, drawerOf(name, bounds, on)] as const)
  return Array.from({ length: size }, () =>
    Object.fromEntries(draws.map(([name, draw]) => [name, draw(random)])),
  )
}

type Drawer = (random: Random) => Value | undefined

const monthsBack = 120
const daysInMonth = 30
const mostByUnit: Readonly<Record<string, readonly [number, number]>> = {
  persons: [1, 6],
  rooms: [1, 5],
  hours: [0, 40],
  months: [0, 60],
  days: [0, 3650],
  percent: [0, 100],
  m2: [8, 60],
  score: [0, 30],
  points: [0, 60],
}

function drawerOf(name: string, bounds: readonly Bound[], on: CalendarDate): Drawer {
  const rules = bounds.map(({ prepared }) => prepared.rules)
  const rule = rules.flatMap(({ byId }) => byId.get(name)?.rule ?? [])[0]
  if (/^(blocked|held|demoted)-/.test(name) || name === 'held') return () => undefined
  if (name === 'blocked') return (random) => random.next() < 0.03
  if (rule?.kind === 'life')
    return (random) => (random.next() < lifeChance(name) ? 'active' : 'none')
  const isDate = factOf(name)?.type === 'date' || /-(since|ends)$/.test(name)
  if (isDate || (rule?.kind === 'account' && rule.unit === 'date')) return pastDay(on)
  if (rule?.kind === 'measure')
    return between(rule.take === 'number' ? 'persons' : (rule.unit ?? 'days'))
  if (rule?.kind === 'account') return between('points')
  if (rule?.kind === 'judgement' && rule.answer === 'yes-no') return (random) => random.next() < 0.1
  return byType(name, rules)
}

function lifeChance(life: string): number {
  return life === 'registration' ? 0.97 : 0.1
}

function byType(name: string, rules: readonly Resolved[]): Drawer {
  const fact = factOf(name)
  const words = [
    ...new Set([...(fact?.values ?? []), ...rules.flatMap((each) => wordsIn(each, name))]),
  ]
  switch (fact?.type) {
    case 'yes-no':
      return (random) => random.next() < 0.1
    case 'cents':
      return (random) => random.whole(0, 700) * 10_000
    case 'number':
      return name === 'age' ? (random) => random.whole(16, 90) : between(fact.unit ?? 'persons')
    case 'choices':
      return (random) => (random.next() < 0.8 ? [] : some(words, random))
    default:
      return (random) => some(words, random)[0]
  }
}

function some(words: readonly string[], random: Random): string[] {
  const [first, ...others] = words
  return first === undefined ? [] : [random.pick([first, ...others])]
}

function between(unit: string): Drawer {
  const [least, most] = mostByUnit[unit] ?? [0, 12]
  return (random) => random.whole(least, most)
}

function pastDay(on: CalendarDate): Drawer {
  return (random) => addDays(on, -random.whole(0, monthsBack * daysInMonth))
}

// The words that rules set a name against, for choices whose values are names.
function wordsIn(rules: Resolved, name: string): string[] {
  const conditions = [
    ...rulesOf(rules, 'requirement').flatMap(({ rule }) => [rule.who ?? [], rule.must]),
    ...rulesOf(rules, 'priority').flatMap(({ rule }) => [rule.who, rule.not_against ?? []]),
    ...rulesOf(rules, 'definition').map(({ rule }) => rule.when),
    ...rulesOf(rules, 'parameter').flatMap(({ rule }) =>
      rowsAt(rule, rules.on).map(({ when }) => when),
    ),
  ]
  const keys = rulesOf(rules, 'ranking').flatMap(({ rule }) => [
    ...rule.tiers.flatMap(({ by }) => by),
    ...rule.finally,
  ])
  const inOrder = keys.flatMap((key) =>
    key.by === 'in-order' && key.of === name ? [...key.values] : [],
  )
  return [...conditions.flatMap((condition) => operandsOn(condition, name)), ...inOrder].filter(
    (each) => typeof each === 'string',
  )
}

function operandsOn(condition: Condition, name: string): Operand[] {
  return condition.flatMap((part) => {
    if ('name' in part) {
      return part.name === name ? [...(part.test.is ?? []), ...(part.test.not ?? [])] : []
    }
    const branches = 'any' in part ? part.any : 'all' in part ? part.all : part.none
    return branches.flatMap((branch) => operandsOn(branch, name))
  })
}
