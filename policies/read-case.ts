/** Turns a scenario or case as written into what the core decides on, by the words of its rule books. */
import type { ClosedListing } from '../core/allocation/above-taker.ts'
import { isAboveTaker } from '../core/allocation/above-taker.ts'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { formatDate } from '../core/basics/calendar-date.ts'
import type { Facts, Value } from '../core/basics/facts.ts'
import type { Listing } from '../core/homes/listing.ts'
import type { Judgement } from '../core/policy/kinds/judgement.ts'
import type { Path } from '../core/policy/resolve.ts'
import type { Assignment, Case, Judged, Judgements } from '../core/ranking/case.ts'
import type { Candidate } from '../core/seekers/candidate.ts'
import type { Event, History, Spell } from '../core/seekers/history.ts'
import { eachRule } from './check-names.ts'
import type { LoadedBook } from './load-rule-book.ts'
import type { Report } from './read-facts.ts'
import { ofAssignment, ofHistory, ofListing, ofSeeker, readFacts, readValue } from './read-facts.ts'
import type { Scenario } from './scenario.ts'
import type { WrittenCase, WrittenHistory, WrittenSeeker } from './scenario-schema.ts'
import type { Vocabulary } from './vocabulary.ts'
import { unknownName, vocabularyOf } from './vocabulary.ts'

type Reading = {
  readonly written: WrittenCase
  readonly vocabulary: Vocabulary
  readonly books: readonly LoadedBook[]
  /** Every listing an event can be about, the listing of the case among them. */
  readonly listings: ReadonlyMap<string, EarlierListing>
  readonly report: Report
}

type EarlierListing = { readonly attributes: Facts; readonly closed?: ClosedListing }

/** What a case says, read; `on` falls back to the closing date, then to the date given here. */
export function readCase(
  written: WrittenCase,
  books: readonly LoadedBook[],
  report: Report,
  otherwiseOn?: CalendarDate,
): Pick<Scenario, 'case' | 'assignments'> {
  const vocabulary = vocabularyOfBooks(books)
  const listing = readListing(written, vocabulary, report)
  const listings = readListings(written, listing, vocabulary, report)
  const reading = { written, vocabulary, books, listings, report }
  const on = written.on ?? listing?.closes ?? otherwiseOn
  if (on === undefined) report({ code: 'missing-key', facts: { key: 'on' } }, [])
  // @NOTE a case without a date is refused above; the day only fills the place until then.
  const day = on ?? (0 as CalendarDate)
  return {
    case: {
      on: day,
      moments: {
        ...(listing && { 'listing-closed': listing.closes }),
        'ranking-made': day,
        ...written.moments,
      },
      ...(listing && { listing }),
      candidates: readSeekers(reading),
      quotas: readQuotas(reading),
      judgements: readJudgements(reading),
      ...(written.seed && { seed: written.seed }),
    },
    assignments: readAssignments(reading),
  }
}

export function vocabularyOfBooks(books: readonly LoadedBook[]): Vocabulary {
  const articles = books.toReversed().flatMap(({ book }) => book.articles)
  return vocabularyOf(articles.flatMap(({ rules }) => rules))
}

// Listings

function readListing(
  { listing }: WrittenCase,
  { values }: Vocabulary,
  report: Report,
): Listing | undefined {
  if (!listing) return undefined
  const { id, closes, opens, in_vain_since, ...facts } = listing
  return {
    id,
    closes,
    ...(opens !== undefined && { opens }),
    ...(in_vain_since !== undefined && { in_vain_since }),
    facts: readFacts(facts, ['listing'], ofListing(values), report),
  }
}

function readListings(
  written: WrittenCase,
  own: Listing | undefined,
  { values }: Vocabulary,
  report: Report,
): Map<string, EarlierListing> {
  const listings = new Map<string, EarlierListing>()
  if (own) listings.set(own.id, { attributes: { ...own.facts, closes: own.closes } })
  for (const [id, { closes, closed, ...facts }] of Object.entries(written.listings ?? {})) {
    const path = ['listings', id]
    const read = readFacts(facts, path, ofListing(values), report)
    if (closed && !closed.order.includes(closed.taken_by)) {
      const here = [...path, 'closed', 'taken_by']
      report(unknownName(closed.taken_by, 'seeker', closed.order), here)
    }
    const attributes = { ...listings.get(id)?.attributes, ...read }
    listings.set(id, {
      attributes: closes === undefined ? attributes : { ...attributes, closes },
      ...(closed && { closed }),
    })
  }
  return listings
}

// Seekers

function readSeekers(reading: Reading): Candidate[] {
  const owners = new Set<string>()
  return Object.entries(reading.written.seekers).map(([id, seeker]) => {
    const path = ['seekers', id]
    const candidate = readSeeker(id, seeker, path, reading)
    for (const lot of candidate.lots ?? [id]) {
      if (owners.has(lot)) duplicate(lot, [...path, 'lots'], reading.report)
      owners.add(lot)
    }
    return candidate
  })
}

function readSeeker(
  id: string,
  { history = [], members = [], lots, ...facts }: WrittenSeeker,
  path: Path,
  reading: Reading,
): Candidate {
  const { vocabulary, report } = reading
  const meaningHere = ofSeeker(vocabulary.values)
  return {
    id,
    facts: readFacts(facts, path, meaningHere, report),
    history: readHistory(id, history, [...path, 'history'], reading),
    members: members.map(({ role, history: past = [], ...own }, at) => {
      const here = [...path, 'members', at]
      return {
        role,
        facts: { ...readFacts(own, here, meaningHere, report), role },
        history: readHistory(id, past, [...here, 'history'], reading),
      }
    }),
    ...(lots && { lots }),
  }
}

function readHistory(
  seeker: string,
  written: WrittenHistory,
  path: Path,
  reading: Reading,
): History {
  const spells: Spell[] = []
  const events: Event[] = []
  const ids = new Set<string>()
  for (const [at, item] of written.entries()) {
    const here = [...path, at]
    if (isSpell(item)) spells.push(readSpell(item, here, reading))
    else {
      const event = readEvent(seeker, item, here, reading)
      if (event.id !== undefined && ids.has(event.id)) {
        duplicate(event.id, [...here, 'id'], reading.report)
      }
      if (event.id !== undefined) ids.add(event.id)
      events.push(event)
    }
  }
  return { spells, events }
}

type WrittenSpell = Extract<WrittenHistory[number], { spell: unknown }>
type WrittenEvent = Exclude<WrittenHistory[number], WrittenSpell>

function isSpell(item: WrittenHistory[number]): item is WrittenSpell {
  return !('event' in item)
}

function readSpell(
  { spell, from, to, known_on, ...attributes }: WrittenSpell,
  path: Path,
  { report }: Reading,
): Spell {
  if (to !== undefined && to < from) {
    const facts = { from: formatDate(from), until: formatDate(to) }
    report({ code: 'ends-before-begin', facts }, [...path, 'to'])
  }
  return {
    spell,
    from,
    ...(to !== undefined && { to }),
    ...(known_on !== undefined && { known_on }),
    attributes: readFacts(attributes, path, ofHistory, report),
  }
}

function readEvent(
  seeker: string,
  { event, on, id, known_on, listing, ...attributes }: WrittenEvent,
  path: Path,
  reading: Reading,
): Event {
  return {
    event,
    on,
    ...(id !== undefined && { id }),
    ...(known_on !== undefined && { known_on }),
    attributes: {
      ...(listing !== undefined && aboutListing(listing, seeker, path, reading)),
      ...readFacts(attributes, path, ofHistory, reading.report),
    },
  }
}

// What an event says by naming its listing: the facts of the home, when it closed, and how it ended.
function aboutListing(
  id: string,
  seeker: string,
  path: Path,
  { written, listings, report }: Reading,
): Facts {
  const found = listings.get(id)
  if (!found && written.listings) {
    report(unknownName(id, 'listing', listings.keys()), [...path, 'listing'])
  }
  const above = found?.closed && isAboveTaker(seeker, found.closed)
  return {
    ...found?.attributes,
    listing: id,
    ...(above !== undefined && { 'above-taker': above }),
  }
}

// What is known outside people

function readQuotas({ written, vocabulary, report }: Reading): Case['quotas'] {
  const { quota } = vocabulary.things
  for (const id of Object.keys(written.quotas ?? {})) {
    if (!quota.has(id)) report(unknownName(id, 'quota', quota), ['quotas', id], 'key')
  }
  return written.quotas ?? {}
}

function readJudgements(reading: Reading): Judgements {
  const { written, vocabulary, books, report } = reading
  const rules = books.flatMap(({ book }) => eachRule(book)).map(({ rule }) => rule)
  const judgements: Record<string, Record<string, Judged>> = {}
  for (const [id, answers] of Object.entries(written.judgements ?? {})) {
    const path = ['judgements', id]
    const rule = rules.find((each) => each.id === id && each.kind === 'judgement')
    if (rule?.kind === 'judgement') judgements[id] = readAnswers(rule, answers, path, reading)
    else report(unknownName(id, 'judgement', vocabulary.things.judgement), path, 'key')
  }
  return judgements
}

function readAnswers(
  rule: Judgement,
  answers: NonNullable<WrittenCase['judgements']>[string],
  path: Path,
  { written, vocabulary, report }: Reading,
): Record<string, Judged> {
  const seekers = Object.keys(written.seekers)
  const what = rule.about === 'listing' ? 'listing' : 'seeker'
  const subjects = what === 'listing' ? ['listing'] : seekers
  const meaning = vocabulary.values.get(rule.id) ?? { type: 'any', home: false }
  const read = Object.entries(answers).map(([about, judged]): [string, Judged] => {
    const here = [...path, about]
    if (!subjects.includes(about)) report(unknownName(about, what, subjects), here, 'key')
    const answer = readValue(rule.id, judged.answer, meaning, [...here, 'answer'], report)
    if (rule.answer === 'seekers') checkChosen(answer, seekers, [...here, 'answer'], report)
    return [about, { ...judged, answer }]
  })
  return Object.fromEntries(read)
}

function checkChosen(answer: Value, seekers: readonly string[], path: Path, report: Report): void {
  for (const chosen of [answer].flat().map(String)) {
    if (!seekers.includes(chosen)) report(unknownName(chosen, 'seeker', seekers), path)
  }
}

function readAssignments({ written, vocabulary, report }: Reading): Assignment[] {
  return (written.assignments ?? []).map(({ on, ...facts }, at) => ({
    on,
    facts: readFacts(facts, ['assignments', at], ofAssignment(vocabulary.values), report),
  }))
}

function duplicate(id: string, path: Path, report: Report): void {
  report({ code: 'duplicate-id', facts: { id } }, path)
}
