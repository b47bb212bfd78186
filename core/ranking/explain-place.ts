/**
 * Why somebody stands where they stand: for every level of the order how many are ahead by it. In the
 * sorted list, those who share the first k levels stand together; the run of level k begins where the
 * run of level k - 1 does, or later, and what lies between is ahead by level k. So the counts add up to
 * place - 1, always. Complexity: one pass for all starts, then O(levels) a person.
 */
import { assert } from '../basics/assert.ts'
import type { PlaceCode } from '../policy/reason-code.ts'
import { firstDifference, type Order } from './order-candidates.ts'

/** So many are ahead because of this: a priority, a value, a lot. */
export type Ahead = { readonly code: PlaceCode; readonly name: string; readonly count: number }

export type PlaceReasons = { readonly place: number; readonly ahead: readonly Ahead[] }

/** The reasons of every place, first place first. */
export function* reasonsOfAll(order: Order): Generator<PlaceReasons> {
  const { sorted, levels, tiers } = order
  const columns = levels.map(({ values }) => values)
  // Start of the run that shares the levels up to and including each, with the lot as last level.
  const starts = new Array<number>(levels.length + 1).fill(0)
  const tierLevel = levels.findIndex(({ code }) => code === 'higher-tier')
  let tierStarts: { name: string; from: number }[] = []
  for (let place = 0; place < sorted.length; place += 1) {
    const entry = sorted[place] ?? 0
    const differs = place === 0 ? 0 : firstDifference(columns, sorted[place - 1] ?? 0, entry)
    starts.fill(place, differs)
    const tier = tiers[entry] ?? 0
    if (differs <= tierLevel) {
      const name = levels[tierLevel]?.nameFor(tier) ?? ''
      tierStarts = differs < tierLevel ? [] : tierStarts
      tierStarts.push({ name, from: place })
    }
    yield { place: place + 1, ahead: aheadOf(order, starts, tierStarts, tier, tierLevel, place) }
  }
}

/** The reasons of one place, counted from 1. */
export function explainPlace(order: Order, place: number): PlaceReasons {
  assert(place >= 1 && place <= order.sorted.length, `place ${place} is on the list`)
  for (const reasons of reasonsOfAll(order)) if (reasons.place === place) return reasons
  throw new Error(`broken promise: place ${place} is on the list`)
}

function aheadOf(
  { levels }: Order,
  starts: readonly number[],
  tierStarts: readonly { name: string; from: number }[],
  tier: number,
  tierLevel: number,
  place: number,
): Ahead[] {
  const ahead: Ahead[] = []
  const add = (code: PlaceCode, name: string, count: number) => {
    if (count > 0) ahead.push({ code, name, count })
  }
  let before = 0
  levels.forEach(({ code, nameFor }, index) => {
    const start = starts[index] ?? 0
    if (index === tierLevel) {
      tierStarts.slice(0, -1).forEach(({ name, from }, position) => {
        add(code, name, (tierStarts[position + 1]?.from ?? start) - from)
      })
    } else add(code, nameFor(tier), start - before)
    before = start
  })
  add('ahead-by-lot', 'lot', place - before)
  return ahead
}
