/**
 * Whether an order exists while a listing is open. What comes after the close cannot be known before it: a lot, and
 * what humans judge of a list.
 */
import { seekerNames } from './compile.ts'
import type { Key, Ranking } from './kinds/ranking.ts'
import type { Resolved } from './resolve.ts'

/** From when the order among people of one group is known; of those whom only a lot separates, never before it. */
export type OrderKnown = 'while-open' | 'after-draw' | 'after-judgement'

type Rules = Pick<Resolved, 'byId' | 'on'>

/** What the keys of one group make of the order in it; keys after a lot never decide. */
export function orderKnown(keys: readonly Key[], rules: Rules): OrderKnown {
  const lot = keys.findIndex(({ by }) => by === 'lot')
  const before = lot < 0 ? keys : keys.slice(0, lot)
  if (before.some((key) => isJudged(key, rules))) return 'after-judgement'
  return before.length === 0 ? 'after-draw' : 'while-open'
}

function isJudged(key: Key, rules: Rules): boolean {
  if (key.by === 'chosen') return true
  if (key.by === 'lot') return false
  const read = seekerNames(rules, [key.of])
  return [...read].some((name) => rules.byId.get(name)?.rule.kind === 'judgement')
}

/** Whether a ranking gives anybody a place while a listing is open: in one of its groups the order is known. */
export function givesPlaceWhileOpen({ tiers, finally: last }: Ranking, rules: Rules): boolean {
  const groups = [...tiers.map(({ by }) => [...by, ...last]), last]
  return groups.some((keys) => orderKnown(keys, rules) === 'while-open')
}
