/**
 * Check of a published draw (narekenen van een loting): do it again and name every difference.
 */
import { compareText } from '../basics/bytewise.ts'
import type { Problem } from '../basics/problem.ts'
import { type Commitment, type CommitmentProblem, hashCommitment } from './commit-lottery.ts'
import { type Draw, type DrawnLot, drawLots } from './draw-lots.ts'
import type { SignatureCheck } from './settle-randomness.ts'

/** Why a published draw does not hold. */
export type DrawProblem =
  | CommitmentProblem
  | Problem<{
      'other-commitment': { readonly before: string; readonly drawn: string }
      'list-not-sorted': { readonly lot: string; readonly after: string }
      'value-mismatch': { readonly published: string; readonly computed: string }
      'seed-mismatch': { readonly published: string; readonly computed: string }
      'silent-mismatch': {
        readonly published: readonly string[]
        readonly computed: readonly string[]
      }
      'key-mismatch': {
        readonly lot: string
        readonly published: string
        readonly computed: string
      }
      'place-mismatch': {
        readonly lot: string
        readonly published: number
        readonly computed: number
      }
    }>

/**
 * Nothing found means that the draw holds. Pass the commitment as it was published `before` the draw:
 * only with it does the check see a lottery that was committed anew. What an earlier source is known to
 * have said in time can be added to the draw's evidence; if it counts, the values differ.
 */
export function checkDraw(
  draw: Draw,
  signatureHolds: SignatureCheck,
  before: Commitment = draw.commitment,
): DrawProblem[] {
  const problems = [...compareCommitments(before, draw.commitment), ...checkOrder(draw.lots)]
  const again = drawLots({ ...draw, now: draw.drawnAt, signatureHolds })
  if (!again.drawn) return [...problems, ...again.problems]
  return [...problems, ...compareChance(draw, again.draw), ...compareLots(draw, again.draw)]
}

function compareCommitments(before: Commitment, drawn: Commitment): DrawProblem[] {
  const facts = { before: hashCommitment(before), drawn: hashCommitment(drawn) }
  return facts.before === facts.drawn ? [] : [{ code: 'other-commitment', facts }]
}

function checkOrder(lots: readonly DrawnLot[]): DrawProblem[] {
  return lots.flatMap(({ lot }, index): DrawProblem[] => {
    const after = lots[index - 1]?.lot
    if (after === undefined || compareText(after, lot) <= 0) return []
    return [{ code: 'list-not-sorted', facts: { lot, after } }]
  })
}

function compareChance(draw: Draw, again: Draw): DrawProblem[] {
  const problems: DrawProblem[] = []
  const silent = { published: draw.silent, computed: again.silent }
  if (silent.published.join('\n') !== silent.computed.join('\n')) {
    problems.push({ code: 'silent-mismatch', facts: silent })
  }
  if (draw.value !== again.value) {
    const facts = { published: draw.value, computed: again.value }
    problems.push({ code: 'value-mismatch', facts })
  }
  if (draw.seed !== again.seed) {
    problems.push({ code: 'seed-mismatch', facts: { published: draw.seed, computed: again.seed } })
  }
  return problems
}

function compareLots(draw: Draw, again: Draw): DrawProblem[] {
  const computed = new Map(again.lots.map((entry) => [entry.lot, entry]))
  return draw.lots.flatMap(({ lot, key, place }): DrawProblem[] => {
    const right = computed.get(lot)
    if (right === undefined) return []
    if (key !== right.key) {
      return [{ code: 'key-mismatch', facts: { lot, published: key, computed: right.key } }]
    }
    if (place !== right.place) {
      return [{ code: 'place-mismatch', facts: { lot, published: place, computed: right.place } }]
    }
    return []
  })
}
