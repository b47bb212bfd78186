/** Whether a difference is one: only when its paired interval leaves out zero. */
import type { Estimate } from '../../core/oversight/figures.ts'
import { changeParts } from '../../words/report-numbers.ts'
import type { Telling } from './telling.ts'

export type Verdict = 'better' | 'worse' | 'higher' | 'lower' | 'uncertain' | 'unknown'

export function verdictOn(
  { measure }: Pick<Telling, 'measure'>,
  id: string,
  difference: Estimate | null,
): Verdict {
  if (!difference) return 'unknown'
  if (!isCertain(difference)) return 'uncertain'
  const better = measure(id).better ?? usuallyBetter(id)
  if (better === 'neither') return difference.mean > 0 ? 'higher' : 'lower'
  return difference.mean > 0 === (better === 'more') ? 'better' : 'worse'
}

// What the headline can be about is known even where the dictionary is not at hand.
function usuallyBetter(id: string): 'more' | 'less' | 'neither' {
  if (/-time-/.test(id)) return 'less'
  return /^(success-|housed-)/.test(id) ? 'more' : 'neither'
}

/** One replication has an interval without width, and says nothing about chance. */
export function isCertain(difference: Estimate | null): boolean {
  if (!difference || difference.replications < 2) return false
  return difference.low > 0 || difference.high < 0
}

/** "▲ beter: −6 maanden (marge −7 tot −5)". */
export function verdictText(
  telling: Telling,
  measure: string,
  difference: Estimate | null,
): string {
  const { state, detail } = verdictParts(telling, measure, difference)
  return telling.say('says', { state, amount: detail })
}

/** "▲ beter: −6 maanden", where the margin stands beside it. */
export function shortVerdict(telling: Telling, id: string, difference: Estimate | null): string {
  const { say, language, measure } = telling
  const { state, detail } = verdictParts(telling, id, difference)
  const known = difference && difference.replications >= 2
  const amount = known ? changeParts(difference, measure(id).unit, language).change : detail
  return say('says', { state, amount })
}

/** The word for the state, and the number with its margin or the reason that there is none. */
export function verdictParts(
  telling: Telling,
  id: string,
  difference: Estimate | null,
): { readonly state: string; readonly detail: string } {
  const { say, language, measure } = telling
  const state = say(`state-${verdictOn(telling, id, difference)}`)
  if (!difference) return { state, detail: say('no-value') }
  if (difference.replications < 2) return { state, detail: say('one-run') }
  const { change, low, high } = changeParts(difference, measure(id).unit, language)
  return { state, detail: `${change} ${say('range-short', { low, high })}` }
}
