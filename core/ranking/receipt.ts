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
import type { Resolved } from '../policy/resolve.ts'
import { priorityIds } from './assign-tier.ts'
import type { Unmet } from './check-eligibility.ts'
import { type Ahead, sharedReasonsOfAll } from './explain-place.ts'
import type { Reason } from './order-candidates.ts'
import { type Ranking, whyNot } from './rank-listing.ts'

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

/** Rows written as text at once: they hold texts, numbers and lists of these, so they are canonical. */
type Member = Iterable<string> | { readonly value: Json }

const rowsAtOnce = 1000

function* rowsText(rows: Iterable<string>): Generator<string> {
  let text = '['
  let count = 0
  for (const row of rows) {
    text += count === 0 ? row : `,${row}`
    count += 1
    if (count % rowsAtOnce === 0) {
      yield text
      text = ''
    }
  }
  yield `${text}]`
}

// Printable ASCII without the quote and the backslash.
const needsNoEscape = /^[ !#-[\]-~]*$/

// Plain JSON, by the short way for the texts that need no escape: nearly all of them.
function quoted(text: string): string {
  return needsNoEscape.test(text) ? `"${text}"` : JSON.stringify(text)
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

function* inputRows({ candidates, values, bound }: Ranking): Generator<string> {
  const { names, prepared } = bound
  const writers = names.map((name) => cellWriter(isDateName(prepared.rules, name)))
  for (let position = 0; position < candidates.length; position += 1) {
    const candidate = candidates[position]
    const seeker = values[position]
    if (!candidate || !seeker) continue
    let cells = ''
    for (let index = 0; index < names.length; index += 1) {
      const cell = writers[index]?.(seeker[names[index] ?? ''])
      cells += index === 0 ? cell : `,${cell}`
    }
    const lots = candidate.lots ? canonicalJson(candidate.lots) : 'null'
    yield `[${quoted(candidate.id)},${lots},[${cells}]]`
  }
}

// Days come back often, so each is written once.
function cellWriter(isDay: boolean): (value: Value | undefined) => string {
  const days = new Map<number, string>()
  return (value) => {
    if (value === undefined) return 'null'
    if (typeof value === 'string') return quoted(value)
    if (typeof value === 'object') return canonicalJson(value)
    if (!isDay || typeof value === 'boolean') return String(value)
    const known = days.get(value)
    if (known !== undefined) return known
    // @NOTE a number under a date's name is a date.
    const text = quoted(formatDate(value as CalendarDate))
    days.set(value, text)
    return text
  }
}

/** Each reason once, so that a row can name it by its position. */
type Legend = { readonly reasons: Json[]; opening(code: string, name: string): string }

function legendOf({ order: { levels }, bound: { tiers } }: Ranking): Legend {
  const openings = new Map<string, Map<string, string>>()
  const reasons: Json[] = []
  const add = ({ code, name }: Reason) => {
    const ofCode = openings.get(code) ?? new Map<string, string>()
    openings.set(code, ofCode)
    if (ofCode.has(name)) return
    ofCode.set(name, `[${reasons.length},`)
    reasons.push([code, name])
  }
  for (const { reasonFor } of levels) {
    for (const tier of tiers.keys()) add(reasonFor(tier))
  }
  add({ code: 'ahead-by-lot', name: 'lot' })
  return { reasons, opening: (code, name) => openings.get(code)?.get(name) ?? '[-1,' }
}

function* placedRows(ranking: Ranking, legend: Legend): Generator<string> {
  const { order, admitted, applied, candidates, bound } = ranking
  const groups = bound.tiers.map(({ name }) => quoted(name))
  const uses = new Map<number, string>()
  let shared: { readonly by: readonly Ahead[]; readonly text: string } = { by: [], text: '' }
  for (const { place, byGroup, own } of sharedReasonsOfAll(order)) {
    if (shared.by !== byGroup) shared = { by: byGroup, text: reasonsText(byGroup, legend) }
    const entry = order.sorted[place - 1] ?? 0
    const lot = order.lots[entry]
    const bits = applied[entry] ?? 0
    const used = uses.get(bits) ?? canonicalJson(priorityIds(bound, bits))
    uses.set(bits, used)
    const comma = shared.text === '' || own.length === 0 ? '' : ','
    const reasons = `${shared.text}${comma}${reasonsText(own, legend)}`
    const id = quoted(candidates[admitted[entry] ?? 0]?.id ?? '')
    const key = lot ? `"${lot}"` : 'null'
    yield `[${id},${place},${groups[order.tiers[entry] ?? 0]},${used},[${reasons}],${key}]`
  }
}

function reasonsText(ahead: readonly Ahead[], legend: Legend): string {
  let text = ''
  for (const { code, name, count } of ahead) {
    text += `${text === '' ? '' : ','}${legend.opening(code, name)}${count}]`
  }
  return text
}

function* excludedRows(ranking: Ranking, positions: readonly number[]): Generator<string> {
  const texts = new Map<string, string>()
  for (const position of positions) {
    let reasons = ''
    for (const unmet of whyNot(ranking, position)) {
      reasons += `${reasons === '' ? '' : ','}${unmetText(unmet, texts)}`
    }
    yield `[${quoted(ranking.candidates[position]?.id ?? '')},[${reasons}]]`
  }
}

// The same few reasons come back for thousands of people, so each is written once.
function unmetText({ code, standing, leaves }: Unmet, texts: Map<string, string>): string {
  const { rule, article } = standing
  let key = `${rule.id} ${code}`
  for (const { name } of leaves) key += ` ${name}`
  const known = texts.get(key)
  if (known !== undefined) return known
  // In the order of the alphabet: a rule book read back from a receipt may hold its keys in another order.
  const names = [...new Set(leaves.map(({ name }) => name))].sort()
  const text = canonicalJson([code, rule.id, article.number, names])
  texts.set(key, text)
  return text
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
