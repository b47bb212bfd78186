/** What was seen of the papers of who accepted an offer (bewijsstukken): what, at which source, by whom. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { InTransaction, Store } from './database.ts'

export type Evidence = {
  readonly kind: string
  /** Where it was seen: at the source itself, or on a paper the person showed. */
  readonly source: string
  readonly on: CalendarDate
  readonly outcome: string
  readonly value: Facts
  readonly seenAt: Date
  /** Shown and handed back, or given here. */
  readonly seenAs: string
  /** Of which year it tells, where it tells of a year. */
  readonly ofYear: number | null
  /** Who looked. */
  readonly seenBy: string
}

export async function evidenceOf(
  store: Store | InTransaction,
  region: string,
  offer: string,
): Promise<Evidence[]> {
  return evidenceOfOffers(store, region, [offer])
}

/** The same of several offers, each with which one it is of. */
export async function evidenceOfOffers(
  store: Store | InTransaction,
  region: string,
  offers: readonly string[],
): Promise<(Evidence & { readonly offer: string })[]> {
  if (offers.length === 0) return []
  const rows = await store
    .selectFrom('evidence')
    .leftJoin('human', (join) =>
      join.onRef('human.region', '=', 'evidence.region').onRef('human.id', '=', 'evidence.seen_by'),
    )
    .select([
      'evidence.offer',
      'evidence.kind',
      'evidence.source',
      'evidence.dated_on as on',
      'evidence.outcome',
      'evidence.value',
      'evidence.seen_at as seenAt',
      'evidence.seen_as as seenAs',
      'evidence.of_year as ofYear',
      'human.name as seenBy',
    ])
    .where('evidence.region', '=', region)
    .where('evidence.offer', 'in', offers)
    .orderBy('evidence.kind')
    .execute()
  return rows.map(({ seenBy, ...row }) => ({ ...row, seenBy: seenBy ?? '' }))
}

/** Kinds of evidence that were seen, per offer. */
export async function evidenceKindsOf(
  store: Store,
  region: string,
  offers: readonly string[],
): Promise<Map<string, string[]>> {
  if (offers.length === 0) return new Map()
  const rows = await store
    .selectFrom('evidence')
    .select(['offer', 'kind'])
    .where('region', '=', region)
    .where('offer', 'in', offers)
    .execute()
  const found = new Map<string, string[]>()
  for (const { offer, kind } of rows) found.set(offer, [...(found.get(offer) ?? []), kind])
  return found
}

/** Adds evidence, or replaces what was seen of its kind before; the log keeps both. */
export async function addEvidence(
  transaction: InTransaction,
  region: string,
  evidence: Omit<Evidence, 'seenAt' | 'seenBy'> & {
    readonly offer: string
    readonly at: Date
    readonly by: string
    readonly event: number
  },
): Promise<void> {
  const { offer, kind, source, on, outcome, value, at, by, event, seenAs, ofYear } = evidence
  const seen = {
    ...{ source, dated_on: on, outcome, value: JSON.stringify(value) },
    ...{ seen_at: at, seen_by: by, event, seen_as: seenAs, of_year: ofYear },
  }
  await transaction
    .insertInto('evidence')
    .values({ region, offer, kind, ...seen })
    .onConflict((conflict) => conflict.columns(['region', 'offer', 'kind']).doUpdateSet(seen))
    .execute()
}
