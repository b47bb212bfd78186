/**
 * Lots are drawn (loten) once the public round that was named has spoken. What comes out follows from what
 * was committed and from that round alone; it happens once, and there is no second draw.
 */
import { bytesOfHex, hex } from '../core/basics/sha256.ts'
import { bind } from '../core/ranking/bind.ts'
import type { Commitment } from '../core/ranking/commit-lottery.ts'
import { type Draw, drawLots } from '../core/ranking/draw-lots.ts'
import { prepare } from '../core/ranking/prepare.ts'
import { type Ranking, rankGathered } from '../core/ranking/rank-listing.ts'
import { type Origin, receiptText } from '../core/ranking/receipt.ts'
import type { Evidence } from '../core/ranking/settle-randomness.ts'
import { readReceipt } from '../policies/load-receipt.ts'
import { drawOf, type HeldLot, lotsOf, setDrawn } from '../store/draws.ts'
import { keepReceipt } from '../store/kept-receipt.ts'
import { listingOf } from '../store/listings.ts'
import { keepRanking } from './close-listing.ts'
import { type Beacon, type Doing, type Refusal, refuse } from './operation.ts'

export type Drawn = { readonly listing: number; readonly lots: number; readonly event: number }

const millisecondsInSecond = 1000
const askAgain = 60_000

/** Draws the lots of a listing whose round has come; a refusal says what is waited for. */
export async function settleDraw(doing: Doing, id: number): Promise<Drawn | Refusal> {
  const { transaction, region, at, setting } = doing
  const { beacon } = setting
  if (!beacon) return refuse('no-beacon')
  const listing = await listingOf(transaction, region, id, 'lock')
  const draw = listing && (await drawOf(transaction, region, id))
  if (!draw || listing.closesOn === undefined) return refuse('not-found')
  if (listing.state !== 'drawing') return refuse('already-drawn')
  const lots = await lotsOf(transaction, region, id)
  const settled = drawLots({
    commitment: draw.commitment,
    lots,
    evidence: await evidenceFrom(beacon, draw.commitment, at),
    now: Math.floor(at.getTime() / millisecondsInSecond),
    signatureHolds: beacon.holds,
  })
  if (!settled.drawn) {
    // The round is late: it is asked for again, and who is waiting can see that it is.
    if (at >= draw.drawnFrom) {
      await doing.later('settle-draw', { listing: id }, new Date(at.getTime() + askAgain))
    }
    return refuse(settled.problems.at(-1)?.code ?? 'waiting-for-source')
  }
  const { ranking, origin } = rankedWith(draw.undrawn, settled.draw, lots)
  const receipt = keepReceipt(receiptText(ranking, origin))
  const { value, seed, evidence } = settled.draw
  const event = await doing.write({
    kind: 'draw-settled',
    open: {
      ...{ listing: id, receipt: hex(receipt.hash), value, seed },
      evidence: evidence.map((each) => ({ ...each })),
    },
  })
  await setDrawn(transaction, region, id, { result: settled.draw, at })
  const rules = listing.ruleBooks.toSorted()
  await keepRanking(doing, { listing: id, on: listing.closesOn, event, receipt, ranking, rules })
  return { listing: id, lots: lots.length, event }
}

// Every named round that can have spoken; the core says which of them counts.
async function evidenceFrom(beacon: Beacon, { sources, chain }: Commitment, at: Date) {
  const evidence: Evidence[] = []
  const receivedAt = Math.floor(at.getTime() / millisecondsInSecond)
  for (const source of sources) {
    if (source.kind !== 'round') continue
    const { round } = source
    const signature = await beacon.signatureOf(round, at)
    if (signature === undefined) break
    evidence.push({ kind: 'round', publicKey: chain.publicKey, round, signature, receivedAt })
    if (receivedAt <= source.until) break
  }
  return evidence
}

// The list of the close, with the lots each holds: nothing else is looked up again.
function rankedWith(
  undrawn: string,
  { seed }: Draw,
  lots: readonly HeldLot[],
): { readonly ranking: Ranking; readonly origin: Origin } {
  const read = readReceipt(undrawn, 'receipt')
  const bytes = bytesOfHex(seed)
  const bound = 'decided' in read ? bind(prepare(read.rules), read.decided) : undefined
  if (!('decided' in read) || !bound || !bytes) {
    throw new Error('a receipt that we wrote ourselves cannot be read')
  }
  const held = Map.groupBy(lots, ({ person }) => person)
  const candidates = read.decided.candidates.map((each) => {
    const own = held.get(each.id)?.map(({ lot }) => lot)
    return own ? { ...each, lots: own.toSorted() } : each
  })
  const decided = { ...read.decided, candidates, seed: bytes }
  return { ranking: rankGathered(bound, decided, candidates, read.values), origin: read.origin }
}
