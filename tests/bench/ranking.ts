/** Ranking at scale: six groups, reasons and receipt; a draw; and ordering alone as a simulator calls it. */
import { date } from '../../core/basics/calendar-date.ts'
import type { Facts } from '../../core/basics/facts.ts'
import { seededRandom } from '../../core/basics/seeded-random.ts'
import { sha256 } from '../../core/basics/sha256.ts'
import { resolve } from '../../core/policy/resolve.ts'
import type { Bound } from '../../core/ranking/bind.ts'
import { bind } from '../../core/ranking/bind.ts'
import type { Case } from '../../core/ranking/case.ts'
import { type Prepared, prepare } from '../../core/ranking/prepare.ts'
import { rankGathered, rankListing } from '../../core/ranking/rank-listing.ts'
import { receiptText } from '../../core/ranking/receipt.ts'
import { noHistory } from '../../core/seekers/history.ts'
import { benchBook } from './bench-book.ts'
import { type Measured, measure } from './measure.ts'

const on = date('2026-06-01')
const origin = { engine: 'bench', sources: [] }

export function benchRanking(): Measured[] {
  const prepared = prepare(resolve([benchBook], { on }))
  const sizes = [1_000, 10_000, 60_000, 100_000, 1_000_000]
  return [
    ...sizes.map((size) => rankingOf(prepared, 'ranked', size)),
    ...[60_000, 1_000_000].map((size) => rankingOf(prepared, 'lottery', size)),
    orderingAlone(prepared),
  ]
}

function rankingOf(prepared: Prepared, model: string, size: number): Measured {
  const asked = caseOf(model, size)
  return measure(`${model}: rank, reasons, receipt`, size, () => {
    const ranking = rankListing(prepared, asked)
    if (!ranking) throw new Error('the bench book ranks this model')
    let bytes = 0
    for (const piece of receiptText(ranking, origin)) bytes += piece.length
    return bytes
  })
}

const listSize = 100
const lists = 2_000

// Values gathered before, no receipt; reasons would come from the same order on request.
function orderingAlone(prepared: Prepared): Measured {
  const asked = caseOf('ranked', listSize)
  const bound = boundOf(prepared, asked)
  const values = asked.candidates.map(({ facts }) => facts)
  return measure('ordering alone, lists of 100', listSize * lists, () => {
    let first = 0
    for (let list = 0; list < lists; list += 1) {
      first += rankGathered(bound, asked, asked.candidates, values).order.sorted[0] ?? 0
    }
    return first
  })
}

function boundOf(prepared: Prepared, asked: Case): Bound {
  const bound = bind(prepared, asked)
  if (!bound) throw new Error('the bench book ranks this model')
  return bound
}

/** People drawn with a fixed seed: 5 % urgent, 40 % bound, 10 % senior, ages and years at random. */
function caseOf(model: string, size: number): Case {
  const random = seededRandom(42)
  const candidates = Array.from({ length: size }, (_, index) => ({
    id: `s${String(index).padStart(7, '0')}`,
    facts: factsOf(random, index),
    history: noHistory,
    members: [],
  }))
  return {
    on,
    moments: { 'listing-closed': on, 'ranking-made': on },
    listing: {
      id: 'L1',
      closes: on,
      facts: { model, segment: 'social', municipality: 'a', rent: 65_000, label: ['senior'] },
    },
    candidates,
    quotas: {},
    judgements: {},
    seed: sha256('bench'),
  }
}

function factsOf(random: ReturnType<typeof seededRandom>, index: number): Facts {
  return {
    'aow-age': random.next() < 0.2,
    age: random.whole(18, 85),
    blocked: random.next() < 0.03,
    'blocked-by': 'none',
    'household-income': random.whole(0, 70_000) * 100,
    'household-size': random.whole(1, 6),
    'profession-group': random.next() < 0.05 ? 'care' : 'other',
    'registered-on': on - random.whole(0, 5_000),
    registration: random.next() < 0.97 ? 'active' : 'ended',
    urgency: random.next() < 0.05 ? 'active' : 'none',
    'urgency-since': on - random.whole(0, 180),
    'years-in-municipality': random.whole(0, 14),
    'in-shelter': index % 200 === 0,
  }
}
