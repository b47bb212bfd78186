/**
 * The receipt of a ranking (verantwoording): rules, engine, dates, inputs, order and reasons in canonical
 * JSON. It holds all a replay needs: the same receipt decided again gives the same bytes. Rows are
 * arrays, so that a receipt of a million people can be written as it is made.
 */
import { type CalendarDate, formatDate } from '../basics/calendar-date.ts'
import { canonicalJson, type Json } from '../basics/canonical-json.ts'
import type { Value } from '../basics/facts.ts'
import { hex } from '../basics/sha256.ts'
import { factOf } from '../policy/catalogue.ts'
import { cellReader } from '../policy/compile.ts'
import type { Resolved } from '../policy/resolve.ts'
import { priorityIds } from './assign-tier.ts'
import type { Unmet } from './check-eligibility.ts'
import { type Ahead, sharedReasonsOfAll } from './explain-place.ts'
import type { Reason } from './order-candidates.ts'
import { placedIds, type Ranking, whyNot } from './rank-listing.ts'

export const receiptScheme = 'verdeelsleutel-receipt-v1'

/** A rule book as it was read, and the SHA-256 of its canonical JSON. */
export type Source = { readonly book: string; readonly hash: string; readonly document: Json }

export type Origin = { readonly engine: string; readonly sources: readonly Source[] }

/** The receipt piece by piece; joined, one canonical JSON text. */
export function* receiptText(ranking: Ranking, origin: Origin): Generator<string> {
  const members = membersOf(ranking, origin)
  let separator = '{'
  for (const key of Object.keys(members).sort()) {
    yield `${separator}${JSON.stringify(key)}:`
    const member = members[key]
    if (member && Symbol.iterator in member) yield* rowsText(member)
    else yield canonicalJson(member?.value ?? null)
    separator = ','
  }
  yield '}'
}

/** Rows hold texts, numbers and lists of these, of which plain JSON is canonical. */
type Member = Iterable<Json> | { readonly value: Json }

const rowsAtOnce = 1000

function* rowsText(rows: Iterable<Json>): Generator<string> {
  let separator = '['
  let batch: Json[] = []
  for (const row of rows) {
    if (batch.length === rowsAtOnce) {
      yield separator + withoutBrackets(batch)
      separator = ','
      batch = []
    }
    batch.push(row)
  }
  yield `${separator}${withoutBrackets(batch)}]`
}

function withoutBrackets(batch: readonly Json[]): string {
  return JSON.stringify(batch).slice(1, -1)
}

function membersOf(ranking: Ranking, { engine, sources }: Origin): Record<string, Member> {
  const { bound, case: decided } = ranking
  const { listing, on, moments, quotas, judgements, seed } = decided
  const { rules } = bound.prepared
  const legend = legendOf(ranking)
  return {
    scheme: { value: receiptScheme },
    engine: { value: engine },
    on: { value: formatDate(on) },
    moments: { value: mapValues(moments, (date) => formatDate(date)) },
    sources: { value: sources.map(({ book, hash, document }) => ({ book, hash, document })) },
    listing: {
      value: {
        id: listing.id,
        closes: formatDate(listing.closes),
        ...(listing.in_vain_since !== undefined && {
          in_vain_since: formatDate(listing.in_vain_since),
        }),
        facts: mapValues(listing.facts, (value, name) => written(rules, name, value)),
      },
    },
    quotas: { value: mapValues(quotas, (keys) => mapValues(keys, (use) => ({ ...use }))) },
    judgements: {
      value: mapValues(judgements, (answers, judgement) =>
        mapValues(answers, ({ answer, by, second, on: day }) => ({
          answer: written(rules, judgement, answer),
          by,
          ...(second !== undefined && { second }),
          ...(day !== undefined && { on: formatDate(day) }),
        })),
      ),
    },
    seed: { value: seed ? hex(seed) : null },
    ranking: { value: bound.ranking.rule.id },
    off: { value: bound.off.map(({ rule, code, by = null }) => [rule, code, by]) },
    warnings: { value: bound.warnings },
    undrawn: { value: ranking.undrawn.map(([from, to]) => [from + 1, to]) },
    names: { value: bound.names },
    inputs: inputRows(ranking),
    reasons: { value: legend.reasons },
    placed: placedRows(ranking, legend),
    excluded: excludedRows(ranking, ranking.excluded),
    undecided: excludedRows(ranking, ranking.undecided),
  }
}

function* inputRows({ candidates, values, bound }: Ranking): Generator<Json> {
  const { names, prepared } = bound
  const cellsOf = cellReader(names)
  const dates = [...names.keys()].filter((index) => isDateName(prepared.rules, names[index] ?? ''))
  const text = dateWriter()
  for (let position = 0; position < candidates.length; position += 1) {
    const candidate = candidates[position]
    const seeker = values[position]
    if (!candidate || !seeker) continue
    const cells: Json[] = cellsOf(seeker)
    for (const index of dates) cells[index] = text(cells[index])
    yield [candidate.id, candidate.lots ?? null, cells]
  }
}

// Days come back often, so each is written once.
function dateWriter(): (cell: Json | undefined) => Json {
  const texts = new Map<number, string>()
  return (cell) => {
    if (typeof cell !== 'number') return cell ?? null
    // @NOTE a number under a date's name is a date.
    const text = texts.get(cell) ?? formatDate(cell as CalendarDate)
    texts.set(cell, text)
    return text
  }
}

/** Each reason once, so that a row can name it by its position. */
type Legend = { readonly reasons: Json[]; positionOf(code: string, name: string): number }

function legendOf({ order: { levels }, bound: { tiers } }: Ranking): Legend {
  const positions = new Map<string, Map<string, number>>()
  const reasons: Json[] = []
  const add = ({ code, name }: Reason) => {
    const ofCode = positions.get(code) ?? new Map<string, number>()
    positions.set(code, ofCode)
    if (ofCode.has(name)) return
    ofCode.set(name, reasons.length)
    reasons.push([code, name])
  }
  for (const { reasonFor } of levels) {
    for (const tier of tiers.keys()) add(reasonFor(tier))
  }
  add({ code: 'ahead-by-lot', name: 'lot' })
  return { reasons, positionOf: (code, name) => positions.get(code)?.get(name) ?? -1 }
}

function* placedRows(ranking: Ranking, { positionOf }: Legend): Generator<Json> {
  const { order, applied, bound } = ranking
  const ids = placedIds(ranking)
  const uses = new Map<number, Json>()
  const written = ({ code, name, count }: Ahead): Json => [positionOf(code, name), count]
  let group: { readonly by: readonly Ahead[]; readonly reasons: Json[] } = { by: [], reasons: [] }
  for (const { place, byGroup, own } of sharedReasonsOfAll(order)) {
    if (group.by !== byGroup) group = { by: byGroup, reasons: byGroup.map(written) }
    const entry = order.sorted[place - 1] ?? 0
    const bits = applied[entry] ?? 0
    const used = uses.get(bits) ?? priorityIds(bound, bits)
    uses.set(bits, used)
    const id = ids[place - 1] ?? ''
    const tier = bound.tiers[order.tiers[entry] ?? 0]?.name ?? null
    const reasons = [...group.reasons, ...own.map(written)]
    yield [id, place, tier, used, reasons, order.lots[entry] ?? null]
  }
}

function* excludedRows(ranking: Ranking, positions: readonly number[]): Generator<Json> {
  for (const position of positions) {
    yield [ranking.candidates[position]?.id ?? '', whyNot(ranking, position).map(unmetRow)]
  }
}

function unmetRow({ code, standing: { rule, article }, names }: Unmet): Json {
  return [code, rule.id, article.number, names()]
}

function written(rules: Resolved, name: string, value: Value | undefined): Json {
  return plain(value, isDateName(rules, name))
}

function plain(value: Value | undefined, isDay: boolean): Json {
  if (value === undefined) return null
  // @NOTE a number under a date's name is a date.
  return isDay && typeof value === 'number' ? formatDate(value as CalendarDate) : value
}

/** Whether values under this name are dates: in the catalogue, or by the rule that makes them. */
export function isDateName({ byId }: Resolved, name: string): boolean {
  if (factOf(name)?.type === 'date') return true
  const rule = byId.get(name)?.rule
  if (rule?.kind === 'account') return rule.unit === 'date'
  if (rule?.kind === 'judgement') return rule.answer === 'date'
  const [, life] = /^(.+)-(?:since|ends)$/.exec(name) ?? []
  return rule === undefined && life !== undefined && byId.has(life)
}

function mapValues<From, To extends Json>(
  record: Readonly<Record<string, From>>,
  write: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, write(value, key)]))
}
