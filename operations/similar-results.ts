/**
 * How homes like this one went before (eerdere uitkomsten): the last lists of the same kind in the same
 * municipality, and for a lottery how many took part. Counts below ten are not told. Source: trust model, D6.
 */
import { lotteryChance } from '../core/oversight/lottery-chance.ts'
import type { ShownHome } from '../store/homes.ts'
import { type ResultRow, resultsBefore } from '../store/results.ts'
import type { ShownResult } from './list-results.ts'
import type { Setting } from './operation.ts'

export type Similar = {
  readonly results: readonly ShownResult[]
  /** For a lottery, what a lot was worth in earlier ones; undefined where too few were drawn to say. */
  readonly lottery:
    | {
        readonly draws: number
        /** How many took part, in the middle. */
        readonly responses: number
        /** The chance to win at least one of ten such draws, as a share of one. */
        readonly inTen: number
      }
    | undefined
}

const lookedAt = 60
const shown = 5
const fewest = 10
const drawsLeast = 3
const draws = 10

export async function similarResults(setting: Setting, home: ShownHome): Promise<Similar> {
  const { model, municipality } = home.facts
  const rows = await resultsBefore(setting.store, setting.region, {
    ...{ municipality: String(municipality), most: lookedAt },
  })
  const alike = rows.filter((row) => row.listing !== home.id && isAlike(row, home))
  return {
    results: alike.slice(0, shown).map(({ candidates, ...row }) => ({
      ...row,
      responses: candidates >= fewest ? candidates : undefined,
    })),
    lottery: model === 'lottery' ? worthOf(alike) : undefined,
  }
}

function isAlike({ facts }: ResultRow, home: ShownHome): boolean {
  return facts.model === home.facts.model && facts['dwelling-type'] === home.facts['dwelling-type']
}

// The middle of the numbers, and not their mean: one home that everybody wanted says little of the others.
function worthOf(alike: readonly ResultRow[]): Similar['lottery'] {
  const counts = alike.map(({ candidates }) => candidates).toSorted((a, b) => a - b)
  const responses = counts[Math.floor(counts.length / 2)] ?? 0
  if (counts.length < drawsLeast || responses < fewest) return undefined
  return { draws: counts.length, responses, inTen: lotteryChance({ responses, draws }) }
}
