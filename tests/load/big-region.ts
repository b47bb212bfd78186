/**
 * A region as large as the largest (grote regio): 200,000 seekers and 1,000,000 responses, with their events in
 * the log, the lists that were made and their receipts. Nobody lived it: what everybody does follows from their
 * number. It is loaded by the one way by which a past comes into the log, and made once.
 */
import { addDays, type CalendarDate, date, formatDate } from '../../core/basics/calendar-date.ts'
import type { Facts } from '../../core/basics/facts.ts'
import { hex, sha256 } from '../../core/basics/sha256.ts'
import { headOf, rowsOf } from '../../core/ranking/kept-list.ts'
import { rankListing } from '../../core/ranking/rank-listing.ts'
import { receiptText } from '../../core/ranking/receipt.ts'
import type { Candidate } from '../../core/seekers/candidate.ts'
import type { Event, EventName } from '../../core/seekers/history.ts'
import { firstRelease, releaseTold } from '../../operations/begin-rules.ts'
import { originOf } from '../../operations/close-listing.ts'
import { instantAt } from '../../operations/example/timeline.ts'
import { dayOf, type Setting } from '../../operations/operation.ts'
import { inOrder, preparedFor, reaching } from '../../operations/rules-for-listing.ts'
import { type LoadedBook, sourceOf } from '../../policies/load-rule-book.ts'
import { loadHistory, type Past } from '../../store/load-history.ts'
import { rankingRow, standingRow, zipped } from '../../store/rankings.ts'
import { releaseRow } from '../../store/rule-books.ts'

export type Size = {
  readonly people: number
  /** Listings that closed, each with so many responses. */
  readonly closed: number
  readonly responsesClosed: number
  /** Homes that can be responded to. */
  readonly open: number
  readonly responsesOpen: number
  /** Listings that wait to be closed, by how many responded. */
  readonly toClose: readonly number[]
}

/** Together 1,000,000 responses. */
export const fullSize: Size = {
  people: 200_000,
  ...{ closed: 1_700, responsesClosed: 470 },
  ...{ open: 120, responsesOpen: 300 },
  toClose: [5_000, 5_000, 5_000, 60_000, 60_000, 10_000, 20_000],
}

export function responsesOf({ closed, responsesClosed, open, responsesOpen, toClose }: Size) {
  return (
    closed * responsesClosed + open * responsesOpen + toClose.reduce((sum, each) => sum + each, 0)
  )
}

export type BigRegion = {
  readonly url: string
  readonly books: readonly LoadedBook[]
  readonly size: Size
  onProgress(step: 'people' | 'lists' | 'open' | 'indexing', part: number): void
}

const municipalities = ['heerlen', 'kerkrade', 'landgraaf', 'brunssum'] as const
const landlords = ['weller', 'heemwonen', 'woonpunt', 'wonen-zuid'] as const
const daysClosed = 280
const registeredDaysAgo = 340
const responseKind: EventName = 'responded'

/** Whom a number stands for; the same number is always the same person. */
export function personId(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
}

export function humanId(number: number): string {
  return `00000000-0000-4000-9000-${number.toString(16).padStart(12, '0')}`
}

/** Who responded: every listing begins with another person and takes steps of its own through all of them. */
export function respondent(listing: number, nth: number, people: number): number {
  const start = (listing * 7_919) % people
  // A step without a factor in common with the number of people, so that nobody comes twice.
  const step = 1 + 2 * ((listing * 31) % 5_000)
  return (start + nth * (step % 5 === 0 ? step + 2 : step)) % people
}

/** Loads it where the region is empty; false where it was there. */
export async function loadBigRegion(setting: Setting, big: BigRegion): Promise<boolean> {
  const { region } = setting
  return loadHistory({ url: big.url, region, seed: 'load' }, (past) =>
    new Making(setting, past, big).make(),
  )
}

class Making {
  readonly #setting: Setting
  readonly #past: Past
  readonly #big: BigRegion
  readonly #today: CalendarDate
  readonly #candidates: { facts: Facts; events: Event[] }[] = []

  constructor(setting: Setting, past: Past, big: BigRegion) {
    this.#setting = setting
    this.#past = past
    this.#big = big
    this.#today = dayOf(setting.now())
  }

  async make(): Promise<void> {
    const { size, onProgress } = this.#big
    this.#writeRules()
    this.#writeLandlords()
    for (let number = 0; number < size.people; number += 1) {
      this.#register(number)
      if (number % 2_000 === 0) {
        onProgress('people', number / size.people)
        await this.#past.flush()
      }
    }
    for (let nth = 0; nth < size.closed; nth += 1) {
      const day = addDays(
        this.#today,
        -daysClosed + Math.floor((nth * (daysClosed - 2)) / size.closed),
      )
      this.#list(day, size.responsesClosed, 'closed')
      onProgress('lists', nth / size.closed)
      await this.#past.flush()
    }
    const waiting = [
      ...size.toClose,
      ...Array.from({ length: size.open }, () => size.responsesOpen),
    ]
    for (const [nth, responses] of waiting.entries()) {
      this.#list(addDays(this.#today, 7), responses, 'open')
      onProgress('open', nth / waiting.length)
      await this.#past.flush()
    }
    onProgress('indexing', 0)
  }

  #writeRules(): void {
    const { region } = this.#setting
    for (const each of this.#big.books) {
      this.#past.add('rule_book', {
        ...{ region, hash: Buffer.from(each.hash, 'hex'), id: each.book.book },
        ...{ text: sourceOf(each), released_at: null },
      })
      const release = firstRelease(each)
      const at = instantAt(addDays(this.#today, -registeredDaysAgo - 1), 9)
      const open = { ...releaseTold(each, release), synthetic: true }
      const event = this.#past.tell({ kind: 'rules-brought-in', at, actor: undefined, open })
      this.#past.add('rule_release', { region, ...releaseRow({ ...release, at, event }) })
    }
  }

  #writeLandlords(): void {
    const { region } = this.#setting
    for (const id of landlords) this.#past.add('landlord', { region, id, name: id })
    for (const municipality of municipalities) {
      for (const landlord of landlords) {
        this.#past.add('complex', {
          ...{ region, id: `${municipality}-${landlord}`, landlord, name: 'Lastproefhof' },
          ...{ municipality, neighbourhood: 'Centrum' },
        })
      }
    }
  }

  #tell(kind: string, at: Date, open: Readonly<Record<string, string | number>>, number?: number) {
    const entry = { kind, at, actor: undefined, open: { ...open, synthetic: true } }
    if (number === undefined) return this.#past.tell(entry)
    const person = personId(number)
    return this.#past.tell({ ...entry, personal: { person }, person })
  }

  #register(number: number): void {
    const { region } = this.#setting
    const { people } = this.#big.size
    const [id, human] = [personId(number), humanId(number)]
    const on = addDays(this.#today, -registeredDaysAgo + Math.floor((number * 30) / people))
    // Who registered long ago elsewhere kept their time: up to twenty years, in days that many share.
    const since = addDays(on, -((number * 97) % 7_300))
    const facts: Facts = {
      born: addDays(date('1950-01-01'), (number * 13) % 20_000),
      ...{ 'aow-age': number % 9 === 0, 'residence-status': 'dutch' },
      ...{ 'household-size': 1 + (number % 4), children: Math.max(0, (number % 4) - 2) },
      'household-income': 1_400_000 + (number % 60) * 70_000,
      ...{ 'housing-situation': number % 3 === 0 ? 'onward-mover' : 'starter' },
      ...{ 'profession-group': number % 40 === 0 ? 'care' : 'other', 'target-group': 'none' },
      ...{ 'open-responses': 0, 'open-offers': 0 },
    }
    this.#past.add('human', {
      region,
      id: human,
      name: `Zoeker ${number}`,
      email: '',
      language: 'nl',
    })
    const livesIn = municipalities[number % municipalities.length] ?? 'heerlen'
    this.#past.add('person', {
      ...{ region, id, human, name: `Zoeker ${number}`, email: null },
      facts: JSON.stringify(facts),
      spells: JSON.stringify([spellOf(number, livesIn)]),
      ...{ members: '[]', wishes: '{}', erased_at: null },
    })
    const events: Event[] = []
    this.#candidates.push({ facts, events })
    this.#happen(number, 'registered', on, {})
    this.#happen(number, 'merged', on, { 'registered-on': since })
  }

  #happen(number: number, name: EventName, on: CalendarDate, attributes: Facts): number {
    const { region } = this.#setting
    const event = this.#tell(name, instantAt(on, 10), {}, number)
    this.#past.add('history', {
      ...{ region, person: personId(number), event, name, on_day: on },
      attributes: JSON.stringify(attributes),
    })
    // The rules of the region read no responses; what nothing reads is not kept in mind here.
    if (name !== responseKind) {
      this.#candidates[number]?.events.push({ id: String(event), event: name, on, attributes })
    }
    return event
  }

  #list(closesOn: CalendarDate, responses: number, state: 'open' | 'closed'): void {
    const { region } = this.#setting
    const { people } = this.#big.size
    const dwelling = this.#past.next('dwelling')
    const vacancy = this.#past.next('vacancy')
    const listing = this.#past.next('listing')
    const municipality = municipalities[listing % municipalities.length] ?? 'heerlen'
    const landlord = landlords[(listing >> 2) % landlords.length] ?? 'weller'
    const facts: Facts = {
      ...{ municipality, segment: 'social', model: 'ranked', landlord },
      ...{ 'dwelling-type': listing % 5 === 0 ? 'house' : 'apartment' },
      ...{ bedrooms: 1 + (listing % 3), rent: 48_000 + (listing % 20) * 2_000, label: ['none'] },
    }
    const opensAt = instantAt(addDays(closesOn, -14), 10)
    const closesAt = instantAt(closesOn, 20)
    const books = inOrder(reaching(this.#big.books, facts, addDays(closesOn, -14)))
    this.#past.add('dwelling', {
      ...{ region, id: dwelling, complex: `${municipality}-${landlord}` },
      ...{ address: `Lastproefstraat ${dwelling}`, facts: JSON.stringify(facts) },
    })
    this.#past.add('vacancy', {
      ...{ region, id: vacancy, dwelling, landlord, free_from: addDays(closesOn, -20) },
      ...{ reported_at: opensAt, in_vain_since: null, let_at: null },
    })
    const on = state === 'closed' ? closesOn : addDays(this.#today, -1)
    const at = state === 'closed' ? instantAt(closesOn, 19) : instantAt(on, 12)
    const who: number[] = []
    for (let nth = 0; nth < responses; nth += 1) {
      const number = respondent(listing, nth, people)
      who.push(number)
      const event = this.#respond(number, { listing, on, at, facts })
      this.#past.add('response', {
        ...{ region, listing, person: personId(number), event, at, via: 'self' as const },
        withdrawn_at: null,
      })
    }
    this.#past.add('listing', {
      ...{ region, id: listing, vacancy, landlord, facts: JSON.stringify(facts), words: '{}' },
      rule_books: books.map(({ hash }) => Buffer.from(hash, 'hex')),
      ...{ opens_at: opensAt, closes_at: closesAt, closes_on: closesOn, state, responses },
    })
    if (state === 'closed') this.#rank({ listing, closesOn, closesAt, facts, books, who })
  }

  #respond(
    number: number,
    told: { listing: number; on: CalendarDate; at: Date; facts: Facts },
  ): number {
    const { region } = this.#setting
    const { listing, on, at, facts } = told
    const event = this.#tell(responseKind, at, { listing, via: 'self' }, number)
    this.#past.add('history', {
      ...{ region, person: personId(number), event, name: responseKind, on_day: on },
      attributes: JSON.stringify({ ...facts, listing: String(listing) }),
    })
    this.#message(number, 'responded', listing, at)
    return event
  }

  #message(number: number, code: string, listing: number, at: Date): void {
    const { region } = this.#setting
    this.#past.add('message', {
      ...{ region, id: this.#setting.newId(), person: personId(number), code, at },
      ...{ facts: JSON.stringify({ listing }), read_at: null, mailed_at: null },
    })
  }

  #rank(closed: {
    readonly listing: number
    readonly closesOn: CalendarDate
    readonly closesAt: Date
    readonly facts: Facts
    readonly books: readonly LoadedBook[]
    readonly who: readonly number[]
  }): void {
    const { region } = this.#setting
    const { listing, closesOn: on, closesAt, facts, books, who } = closed
    const ranking = rankListing(preparedFor(books, on), {
      ...{ on, moments: { 'listing-closed': on, 'ranking-made': on } },
      listing: { id: String(listing), facts, closes: on },
      candidates: who.flatMap((number) => this.#candidate(number)),
      ...{ quotas: {}, judgements: {} },
      seed: sha256(`${region} ${listing} ${formatDate(on)}`),
    })
    if (!ranking) throw new Error('the rules have a ranking for such a home')
    const receipt = [...receiptText(ranking, originOf(this.#setting, books))].join('')
    const hash = sha256(receipt)
    const rules = books.map((each) => each.hash).toSorted()
    const rows = [...rowsOf(ranking)]
    const placed = ranking.order.sorted.length
    const event = this.#past.tell({
      ...{ kind: 'listing-closed', at: closesAt, actor: undefined },
      open: {
        ...{ listing, receipt: hex(hash), candidates: rows.length, placed, rules },
        synthetic: true,
      },
    })
    const counts = { candidates: rows.length, placed }
    const kept = { listing, event, on, hash, head: headOf(ranking, rules), ...counts }
    this.#past.add('ranking', rankingRow(region, kept, zipped(receipt)))
    for (const row of rows) this.#past.add('standing', standingRow(region, listing, row))
    for (const number of who) this.#message(number, 'result', listing, closesAt)
  }

  #candidate(number: number): Candidate[] {
    const found = this.#candidates[number]
    const livesIn = municipalities[number % municipalities.length] ?? 'heerlen'
    if (!found) return []
    const history = { spells: [spellOf(number, livesIn)], events: found.events }
    return [{ id: personId(number), facts: found.facts, members: [], history }]
  }
}

function spellOf(number: number, municipality: string) {
  const from = addDays(date('1990-01-01'), number % 12_000)
  return { spell: 'resident', from, attributes: { municipality } } as const
}
