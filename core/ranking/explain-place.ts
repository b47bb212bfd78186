/**
 * Why somebody stands where they stand: for every level of the order how many are ahead by it. In the
 * sorted list, those who share the first k levels stand together; the run of level k begins where the
 * run of level k - 1 does, or later, and what lies between is ahead by level k. So the counts add up to
 * place - 1, always. Complexity: one pass for all starts, then O(levels) a person.
 */
import { firstDifference, type Order, type Reason } from './order-candidates.ts'

/** So many are ahead because of this: a priority, a value, a lot. */
export type Ahead = Reason & { readonly count: number }

export type PlaceReasons = { readonly place: number; readonly ahead: readonly Ahead[] }

/** The same in two parts: what a whole group shares, one list for all of them, and what is one's own. */
export type SharedReasons = {
  readonly place: number
  readonly byGroup: readonly Ahead[]
  readonly own: readonly Ahead[]
}

/** The reasons of every place, first place first. */
export function* reasonsOfAll(order: Order): Generator<PlaceReasons> {
  for (const { place, byGroup, own } of sharedReasonsOfAll(order)) {
    yield { place, ahead: [...byGroup, ...own] }
  }
}

export function* sharedReasonsOfAll(order: Order): Generator<SharedReasons> {
  const { sorted, levels, tierLevel, tiers } = order
  const columns = levels.map(({ values }) => values)
  // Start of the run that shares the levels up to and including each, with the lot as last level.
  const starts = new Array<number>(levels.length + 1).fill(0)
  let tierStarts: TierStart[] = []
  let byGroup: readonly Ahead[] = []
  for (let place = 0; place < sorted.length; place += 1) {
    const entry = sorted[place] ?? 0
    const differs = place === 0 ? 0 : firstDifference(columns, sorted[place - 1] ?? 0, entry)
    starts.fill(place, differs)
    const tier = tiers[entry] ?? 0
    if (differs <= tierLevel) {
      tierStarts = differs < tierLevel ? [] : tierStarts
      tierStarts.push({ tier, from: place })
      byGroup = aheadByGroup(order, starts, tierStarts, tier)
    }
    yield { place: place + 1, byGroup, own: aheadByKeys(order, starts, tier, place) }
  }
}

/** The reasons of one place, counted from 1. */
export function explainPlace(order: Order, place: number): PlaceReasons {
  for (const reasons of reasonsOfAll(order)) if (reasons.place === place) return reasons
  throw new Error(`broken promise: place ${place} is on the list`)
}

type TierStart = { readonly tier: number; readonly from: number }

// Everything up to the tier is the same for all who stand in it.
function aheadByGroup(
  { levels, tierLevel }: Order,
  starts: readonly number[],
  tierStarts: readonly TierStart[],
  tier: number,
): Ahead[] {
  const before = levels.slice(0, tierLevel).map(({ reasonFor }, index) => ({
    ...reasonFor(tier),
    count: (starts[index] ?? 0) - (starts[index - 1] ?? 0),
  }))
  const tiersAhead = tierStarts.slice(0, -1).flatMap((ahead, index) => {
    const reason = levels[tierLevel]?.reasonFor(ahead.tier)
    const count = (tierStarts[index + 1]?.from ?? ahead.from) - ahead.from
    return reason ? [{ ...reason, count }] : []
  })
  return [...before, ...tiersAhead].filter(({ count }) => count > 0)
}

function aheadByKeys(
  { levels, tierLevel }: Order,
  starts: readonly number[],
  tier: number,
  place: number,
): Ahead[] {
  const ahead: Ahead[] = []
  let before = starts[tierLevel] ?? 0
  for (let index = tierLevel + 1; index < levels.length; index += 1) {
    const level = levels[index]
    const start = starts[index] ?? 0
    if (level && start > before) {
      const { code, name } = level.reasonFor(tier)
      ahead.push({ code, name, count: start - before })
    }
    before = start
  }
  if (place > before) ahead.push({ code: 'ahead-by-lot', name: 'lot', count: place - before })
  return ahead
}
