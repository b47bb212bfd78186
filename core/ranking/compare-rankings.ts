/**
 * What changes for whom when the same people are ranked under other rules: who gains or loses access,
 * who moves to another group, who moves up or down. Complexity: linear in the people.
 */
import type { ExclusionCode } from '../policy/reason-code.ts'
import { type Ranking, whyNot } from './rank-listing.ts'

export type Shift = {
  readonly id: string
  readonly before: Position
  readonly after: Position
}

/** A place with its group, or the codes that keep somebody out. */
export type Position =
  | { readonly placed: true; readonly place: number; readonly tier: string }
  | {
      readonly placed: false
      readonly codes: readonly ExclusionCode[]
      readonly undecided: boolean
    }

/** One shift per person that is in both rankings, in byte order of their ids. */
export function compareRankings(before: Ranking, after: Ranking): Shift[] {
  const then = positionsOf(before)
  const now = positionsOf(after)
  return before.candidates.flatMap(({ id }) => {
    const was = then.get(id)
    const is = now.get(id)
    return was && is ? [{ id, before: was, after: is }] : []
  })
}

function positionsOf(ranking: Ranking): Map<string, Position> {
  const { order, admitted, candidates, bound } = ranking
  const positions = new Map<string, Position>()
  order.sorted.forEach((entry, index) => {
    const tier = bound.tiers[order.tiers[entry] ?? 0]?.name ?? 'none'
    const id = candidates[admitted[entry] ?? 0]?.id
    if (id !== undefined) positions.set(id, { placed: true, place: index + 1, tier })
  })
  for (const [list, undecided] of [
    [ranking.excluded, false],
    [ranking.undecided, true],
  ] as const) {
    for (const position of list) {
      const codes = whyNot(ranking, position).map(({ code }) => code)
      const id = candidates[position]?.id
      if (id !== undefined) positions.set(id, { placed: false, codes, undecided })
    }
  }
  return positions
}
