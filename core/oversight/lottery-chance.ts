/**
 * The chance to win at least one of so many draws (lotingskans), each among equally many who responded:
 * 1 - (1 - 1/n)^k. People who respond to everything overrate it: a hundred draws among a thousand is one
 * chance in ten, not certainty.
 */
import { assert } from '../basics/assert.ts'

export function lotteryChance({
  responses,
  draws,
}: {
  /** Who responded to each home, the person included. */
  readonly responses: number
  readonly draws: number
}): number {
  assert(responses >= 1 && draws >= 0, 'somebody draws among those who responded')
  return 1 - (1 - 1 / responses) ** draws
}
