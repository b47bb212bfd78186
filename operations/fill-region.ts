/**
 * Fills the example region (voorbeeldregio vullen): what the simulator lived becomes files, homes, listings,
 * lists, offers and lettings, each with its event in the log on the day it happened, marked as synthetic.
 */
import { offerRound } from '../core/allocation/offer-round.ts'
import { addDays, addDuration, type CalendarDate } from '../core/basics/calendar-date.ts'
import type { Json } from '../core/basics/canonical-json.ts'
import { type Facts, known } from '../core/basics/facts.ts'
import { hex, sha256 } from '../core/basics/sha256.ts'
import { eventsRead } from '../core/policy/events-read.ts'
import { rulesOf, versionsAt } from '../core/policy/resolve.ts'
import type { RuleOf } from '../core/policy/rule-book.ts'
import { bind } from '../core/ranking/bind.ts'
import type { QuotaState } from '../core/ranking/case.ts'
import { gather } from '../core/ranking/gather.ts'
import { type KeptQuotas, keepQuotas } from '../core/ranking/keep-quotas.ts'
import { headOf, rowsOf } from '../core/ranking/kept-list.ts'
import { type Ranking, rankGathered } from '../core/ranking/rank-listing.ts'
import { receiptText } from '../core/ranking/receipt.ts'
import type { Candidate } from '../core/seekers/candidate.ts'
import type { Event, EventName } from '../core/seekers/history.ts'
import { type LoadedBook, sourceOf } from '../policies/load-rule-book.ts'
import { mix } from '../simulator/chance.ts'
import { keepReceipt } from '../store/kept-receipt.ts'
import { loadHistory, type Past } from '../store/load-history.ts'
import { rankingRow, standingRow } from '../store/rankings.ts'
import { releaseRow } from '../store/rule-books.ts'
import type { ListingState, OfferState } from '../store/tables.ts'
import { firstRelease, releaseTold } from './begin-rules.ts'
import { originOf } from './close-listing.ts'
import { type Life, type LivedListing, type LivedPerson, liveRegion } from './example/life.ts'
import { inventedWorkerId, inventedWorkers } from './example/live-day.ts'
import { messagesOfPast } from './example/messages.ts'
import { complexName, neighbourhoodName, personName, streetName } from './example/names.ts'
import { type DemoPerson, demoPeople, developmentIssuer } from './example/people.ts'
import { dayAt, instantAt, Timeline } from './example/timeline.ts'
import { fittingBy, normFacts } from './let-home.ts'
import { dayOf, type Setting, type Task } from './operation.ts'
import { inOrder, preparedFor, reaching } from './rules-for-listing.ts'

export { isEmptyRegion } from '../store/load-history.ts'

export type FillOptions = {
  readonly url: string
  readonly seed: number
  /** The rules the region lived by. */
  readonly books: readonly LoadedBook[]
  /** Part of the region, all of it where not said. */
  readonly part?: number
  readonly onProgress: (step: FillStep, part: number) => void
}

export type FillStep = 'living' | 'writing' | 'checking'

export type Filled = {
  people: number
  listings: number
  events: number
  rankings: number
  /** Advertised homes whose list is not kept, for it came out otherwise than was lived. */
  withoutRanking: number
}

const yearsOfPast = 2
/** So many receipts may wait to be zipped. */
const zippingMost = 100
const daysAhead = 21
/** Of the days to come, so many have their listings planned; the others are work for the associations. */
const daysPlanned = 12

/** Fills the region where it is empty; undefined where it was not. */
export async function fillRegion(
  setting: Setting,
  { url, seed, books, part = 1, onProgress }: FillOptions,
): Promise<Filled | undefined> {
  const { region } = setting
  const now = setting.now()
  const today = dayOf(now)
  const filled: Filled = { people: 0, listings: 0, events: 0, rankings: 0, withoutRanking: 0 }
  const isFilled = await loadHistory({ url, region, seed: String(seed) }, async (past) => {
    const life = liveRegion(region, {
      ...{ books: books.map(({ book }) => book), seed, today, years: yearsOfPast, daysAhead, part },
      nameOf: (number) => personId(region, seed, number),
      onProgress: (lived) => onProgress('living', lived),
    })
    await new Filling({ setting, past, life, seed, books, now, today, filled }).write(onProgress)
  })
  return isFilled ? filled : undefined
}

type Given = {
  readonly setting: Setting
  readonly past: Past
  readonly life: Life
  readonly seed: number
  readonly books: readonly LoadedBook[]
  readonly now: Date
  readonly today: CalendarDate
  readonly filled: Filled
}

/** Somebody in the region, as the database will have them. */
type Someone = {
  readonly id: string
  readonly lived: LivedPerson
  name: string
  human: string | undefined
  email: string | undefined
  readonly events: Event[]
  /** Refusals that wait for the offer they answer. */
  readonly answers: Answer[]
  /** Apart from what else happened: most rules ask nothing about them. */
  readonly responses: ResponseRow[]
}

/** What a response tells of a home and the text of it, and whom it was offered: for hundreds the same. */
type Responding = {
  readonly told: Facts
  readonly attributes: string
  readonly asked: readonly number[]
}

type Answer = {
  readonly event: Event
  isOfOffer: boolean
  isTold: boolean
  /** What waits for it. */
  after: (on: CalendarDate) => void
}

type ResponseRow = {
  readonly listing: number
  readonly person: Someone
  readonly event: number
  readonly at: Date
  /** What it told of the home. */
  readonly told: Facts
  withdrawnAt: Date | undefined
}

type VacancyRow = {
  readonly id: number
  readonly dwelling: number
  readonly landlord: string
  readonly freeFrom: CalendarDate
  readonly reportedAt: Date
  inVainSince: CalendarDate | undefined
  letAt: Date | undefined
}

type ListingRow = {
  readonly id: number
  readonly lived: LivedListing
  readonly vacancy: VacancyRow
  readonly opensAt: Date | undefined
  readonly closesAt: Date
  readonly closesOn: CalendarDate
  readonly books: readonly LoadedBook[]
  state: ListingState
  responses: number
  /** Who responded, by their numbers; until it closes. */
  readonly respondents: Map<number, ResponseRow>
}

type OfferRow = {
  readonly id: string
  readonly event: number
  readonly listing: ListingRow
  readonly person: Someone
  readonly place: number
  readonly madeAt: Date
  readonly answerBy: Date
  readonly viewingAt: Date
  state: OfferState
  answeredAt: Date | undefined
}

class Filling {
  readonly #given: Given
  readonly #timeline = new Timeline()
  readonly #people = new Map<number, Someone>()
  readonly #vacancies = new Map<number, VacancyRow>()
  readonly #listings: ListingRow[] = []
  readonly #offers: OfferRow[] = []
  /** Receipts that are zipped while other work goes on. */
  readonly #zipping = new Set<Promise<void>>()
  /** When lists were made that are kept. */
  readonly #ranked = new Map<number, Date>()
  /** What quotas had used when a listing closed. */
  readonly #used = new Map<number, QuotaState>()
  /** Amounts of the rules, by the books they stand in. */
  readonly #parameters = new Map<string, readonly RuleOf<'parameter'>[]>()

  constructor(given: Given) {
    this.#given = given
  }

  async write(onProgress: FillOptions['onProgress']): Promise<void> {
    const { past, life, filled, now } = this.#given
    this.#writeRules()
    this.#writeHomes()
    for (const lived of life.people.values()) this.#register(lived)
    for (const listing of this.#inOrder()) this.#makeKnown(listing)
    this.#countQuotas()
    await this.#timeline.tell(now, async (part) => {
      onProgress('writing', part)
      while (this.#zipping.size > zippingMost) await Promise.race(this.#zipping)
      await past.flush()
    })
    await Promise.all(this.#zipping)
    onProgress('checking', 0)
    this.#writeDemoPeople()
    this.#writeRows()
    filled.people = this.#people.size
    filled.listings = this.#listings.length
    this.#tell('region-filled', now, { seed: this.#given.seed, engine: this.#given.setting.engine })
  }

  #add: Past['add'] = (table, row) => this.#given.past.add(table, row)

  #tell(
    kind: string,
    at: Date,
    open: Readonly<Record<string, Json>>,
    about?: { readonly person: Someone; readonly personal?: Readonly<Record<string, Json>> },
  ): number {
    this.#given.filled.events += 1
    const entry = { kind, at, actor: undefined, open: { ...open, synthetic: true } }
    if (!about) return this.#given.past.tell(entry)
    const { id } = about.person
    return this.#given.past.tell({
      ...entry,
      personal: { person: id, ...about.personal },
      person: id,
    })
  }

  #writeRules(): void {
    const { setting, books, now } = this.#given
    const { region } = setting
    for (const each of books) {
      const { book, hash } = each
      this.#add('rule_book', {
        ...{ region, hash: Buffer.from(hash, 'hex'), id: book.book },
        ...{ text: sourceOf(each), released_at: null },
      })
      const release = firstRelease(each)
      const known = instantAt(book.published === 'missing' ? book.valid.from : book.published, 9)
      const at = known < now ? known : now
      this.#timeline.on(at, () => {
        const event = this.#tell('rules-brought-in', at, releaseTold(each, release))
        this.#add('rule_release', { region, ...releaseRow({ ...release, at, event }) })
      })
    }
  }

  #writeHomes(): void {
    const { past, life, setting } = this.#given
    const { region } = setting
    for (const { id } of life.region.landlords) {
      this.#add('landlord', { region, id, name: capital(id) })
    }
    const neighbourhoods = life.region.places.flatMap((place) => place.neighbourhoods)
    const inComplex = new Map<string, number>()
    for (const home of life.homes) {
      const { complex, landlord, facts } = home
      const number = Number(complex.slice(complex.lastIndexOf('-') + 1))
      const houses = inComplex.get(complex) ?? 0
      inComplex.set(complex, houses + 1)
      if (houses === 0) {
        const at = neighbourhoods.findIndex(({ id }) => id === facts.neighbourhood)
        this.#add('complex', {
          ...{ region, id: complex, landlord, name: complexName(number) },
          ...{ municipality: String(facts.municipality), neighbourhood: neighbourhoodName(at) },
        })
      }
      const id = past.next('dwelling')
      if (id !== this.#dwellingOf(home.index)) this.#firstDwelling = id - home.index
      this.#add('dwelling', {
        ...{ region, id, complex, address: `${streetName(number)} ${1 + 2 * houses}` },
        facts: JSON.stringify(facts),
      })
    }
  }

  #firstDwelling = 1

  #dwellingOf(index: number): number {
    return this.#firstDwelling + index
  }

  #register(lived: LivedPerson): void {
    const { seed, setting } = this.#given
    const person: Someone = {
      id: personId(setting.region, seed, lived.number),
      lived,
      name: personName(seed, lived.number),
      human: undefined,
      email: undefined,
      events: [],
      answers: [],
      responses: [],
    }
    this.#people.set(lived.number, person)
    for (const event of lived.events) if (isAnswer(event)) this.#answerLater(person, event)
    this.#liveOn(person, 0)
    if (lived.left?.end === 'left') {
      const { on } = lived.left
      const at = instantAt(on, hourOfLeaving)
      const event = { event: 'deregistered', on, attributes: {} } as const
      this.#timeline.on(at, () => this.#happen(person, event, at))
    }
  }

  // One thing after the other: of a whole region's lives only what comes next waits.
  #liveOn(person: Someone, after: number): void {
    const { events, number } = person.lived
    const index = events.findIndex((event, at) => at >= after && !isAnswer(event))
    const event = events[index]
    if (!event) return
    const at = this.#someTime(event.on, number, index)
    this.#timeline.on(at, () => {
      // Nobody is heard about a refusal that is still to come: their offer came later than was lived.
      const awaited = person.answers.find(
        ({ event: { on }, isOfOffer, isTold }) => isOfOffer && !isTold && on < event.on,
      )
      if (event.event === 'heard' && awaited) {
        awaited.after = (on) => {
          const later = this.#someTime(addDays(on, 1), number, index)
          this.#timeline.on(later, () =>
            this.#happen(person, { ...event, on: dayOf(later) }, later),
          )
        }
      } else this.#happen(person, event, at)
      this.#liveOn(person, index + 1)
    })
  }

  // The simulator answers on the day of the close; where the offers are kept, the answer comes with the offer.
  #answerLater(person: Someone, event: Event): void {
    const answer: Answer = { event, isOfOffer: false, isTold: false, after: () => {} }
    person.answers.push(answer)
    const at = instantAt(event.on, hourOfLeaving)
    this.#timeline.on(at, () => {
      if (!answer.isOfOffer) this.#happen(person, event, at)
    })
  }

  /** A time of a working day that is somebody's own, later for what comes later. */
  #someTime(on: CalendarDate, person: number, index: number): Date {
    const minutes = (mix(person, on) >>> 0) % minutesOfDay
    return instantAt(on, openingHour, minutes + index)
  }

  #happen(
    person: Someone,
    { event: name, on, attributes: lived }: Event,
    at: Date,
    open: Readonly<Record<string, Json>> = {},
  ): void {
    const attributes = known(lived)
    const isBare = Object.keys(attributes).length === 0
    const personal = { on, ...(!isBare && { attributes }) }
    const event = this.#tell(name, at, open, { person, personal })
    person.events.push({ id: String(event), event: name, on, attributes })
    this.#addHistory(person, event, { name, on, attributes: JSON.stringify(attributes) })
  }

  #addHistory(
    { id: person }: Someone,
    event: number,
    { name, on, attributes }: Pick<Event, 'on'> & { name: EventName; attributes: string },
  ): void {
    const { region } = this.#given.setting
    this.#add('history', { region, person, event, name, on_day: on, attributes })
  }

  /** Listings with the ways to come among them: who opens first has the lowest number. */
  #inOrder(): readonly LivedListing[] {
    const { life, today } = this.#given
    const planned = addDays(today, daysPlanned)
    const seen = new Set<number>()
    return life.listings.filter(({ vacancy, opens, closes, isAdvertised }) => {
      const isFirst = !seen.has(vacancy.key)
      seen.add(vacancy.key)
      // What the panel still looks at is an empty home, and nothing that anybody can see.
      if (opens < today && (isAdvertised || closes < today)) return true
      if (opens < today) this.#vacancyOf(vacancy)
      if (opens < today || !isFirst || !isAdvertised) return false
      // Free soon and not yet made known: that is for the association to do.
      if (opens >= planned) this.#vacancyOf(vacancy)
      return opens < planned
    })
  }

  #vacancyOf({ key, home, freeSince }: LivedListing['vacancy']): VacancyRow {
    const known = this.#vacancies.get(key)
    if (known) return known
    const { past, life } = this.#given
    const { noticeDays, repairDays } = life.region.vacancies
    const vacancy: VacancyRow = {
      id: past.next('vacancy'),
      dwelling: this.#dwellingOf(home.index),
      landlord: home.landlord,
      freeFrom: freeSince,
      reportedAt: instantAt(addDays(freeSince, -noticeDays - repairDays), 9),
      inVainSince: undefined,
      letAt: undefined,
    }
    this.#vacancies.set(key, vacancy)
    this.#timeline.on(vacancy.reportedAt, () => {
      this.#tell('vacancy-reported', vacancy.reportedAt, {
        ...{ vacancy: vacancy.id, dwelling: vacancy.dwelling },
      })
    })
    return vacancy
  }

  #makeKnown(lived: LivedListing): void {
    const { past, now, today } = this.#given
    const { vacancy: livedVacancy, facts, opens, isAdvertised } = lived
    const vacancy = this.#vacancyOf(livedVacancy)
    vacancy.inVainSince = lived.inVainSince
    const closesAt = this.#closingTime(lived)
    const id = past.next('listing')
    const listing: ListingRow = {
      ...{ id, lived, vacancy, closesAt, closesOn: dayOf(closesAt) },
      opensAt: isAdvertised ? instantAt(opens, hourOfOpening) : undefined,
      books: inOrder(this.#booksFor(facts, opens)),
      state: closesAt > now ? 'open' : 'closed',
      responses: closesAt > now ? 0 : lived.responses,
      respondents: new Map(),
    }
    this.#listings.push(listing)
    const { opensAt } = listing
    if (opensAt) {
      const told = opensAt < now ? opensAt : now
      this.#timeline.on(told, () => {
        this.#tell('listing-published', told, {
          ...{ listing: id, vacancy: vacancy.id },
          ...{ opens: opensAt.toISOString(), closes: closesAt.toISOString() },
          rules: listing.books.map(({ hash }) => hash).toSorted(),
        })
      })
    }
    if (opensAt && opens < today) {
      const told = { ...lived.facts, listing: String(id) }
      const responding = { told, attributes: JSON.stringify(told), asked: askedFor(lived) }
      this.#timeline.on(opensAt, () => {
        for (const each of lived.respondents) this.#respond(listing, each, responding)
      })
    }
    if (closesAt > now) {
      this.#later('close-listing', { listing: id }, closesAt)
    } else this.#timeline.on(closesAt, () => this.#close(listing))
  }

  // Versions of a book overlap, so that what was made known under one can still be decided by it.
  #booksFor(facts: Facts, on: CalendarDate): LoadedBook[] {
    const { books } = this.#given
    const decide = new Set(
      versionsAt(
        books.map(({ book }) => book),
        { on },
      ),
    )
    return reaching(books, facts, on).filter(({ book }) => decide.has(book))
  }

  #later(task: Task, payload: Facts, at: Date): void {
    const { past, setting } = this.#given
    this.#add('job', {
      ...{ region: setting.region, id: past.next('job'), task, payload: JSON.stringify(payload) },
      ...{ at, attempts: 0, fault: null },
    })
  }

  #soon = minutesUntilFirstCloses.values()

  // Where two registered on one day a lot may decide, and that is drawn an hour after the close.
  #hasNoTies({ facts, respondents }: LivedListing): boolean {
    const days = respondents.map((number) => this.#people.get(number)?.lived.registeredOn)
    return facts.model === 'ranked' && days.length > 0 && new Set(days).size === days.length
  }

  // The first that close do so while a visitor is still there, and the others in the evening.
  #closingTime(lived: LivedListing): Date {
    const { isAdvertised, opens, closes } = lived
    const { now, today } = this.#given
    if (!isAdvertised) return instantAt(closes, hourOfMatching)
    if (closes < today) return instantAt(closes, hourOfClosing)
    const minutes = opens < today && this.#hasNoTies(lived) ? this.#soon.next().value : undefined
    if (minutes !== undefined) return new Date(now.getTime() + minutes * 60_000)
    const evening = instantAt(closes, hourOfClosing)
    return evening > now ? evening : instantAt(addDays(closes, 1), hourOfClosing)
  }

  #respond(listing: ListingRow, number: number, responding: Responding): void {
    const person = this.#people.get(number)
    const { opensAt, closesAt, id, lived } = listing
    if (!person || !opensAt) return
    const { now } = this.#given
    const { left } = person.lived
    // Whoever was offered the home was there when it closed, also where another home was theirs that evening.
    const { told, attributes, asked } = responding
    const isAsked = asked.includes(number)
    const leaves =
      left && left.on <= lived.closes && !isAsked ? instantAt(left.on, 19, 30) : undefined
    const [from, most] = leaves ? [opensAt, leaves] : timeToRespond(listing, opensAt, asked, number)
    const until = Math.min(most.getTime(), now.getTime())
    const part = ((mix(number, id) >>> 0) % partsOfTime) / partsOfTime
    const at = new Date(Math.floor(from.getTime() + part * (until - from.getTime() - 1)))
    this.#timeline.on(at, () => {
      const event = this.#tell('responded', at, { listing: id, via: 'self' }, { person })
      const response: ResponseRow = {
        ...{ listing: id, person, event, at, told, withdrawnAt: undefined },
      }
      listing.respondents.set(number, response)
      person.responses.push(response)
      const on = dayAt(at)
      this.#addHistory(person, event, { name: 'responded', on, attributes })
      if (closesAt > now) listing.responses += 1
    })
    if (!leaves || leaves > now) return
    this.#timeline.on(leaves, () => {
      const response = listing.respondents.get(number)
      if (!response) return
      this.#tell('withdrew-response', leaves, { listing: id }, { person })
      response.withdrawnAt = leaves
    })
  }

  #close(listing: ListingRow): void {
    const { lived, closesAt, id } = listing
    const round = lived.isAdvertised ? this.#rank(listing) : undefined
    if (!round) {
      if (lived.isAdvertised) {
        // Not a decision that can be made again: no list of it was kept.
        this.#tell('listing-ended', closesAt, { listing: id, candidates: listing.responses })
      }
      this.#endUnranked(listing)
    } else this.#offer(listing, round)
    this.#writeResponses(listing)
  }

  #writeResponses({ id, respondents }: ListingRow): void {
    const { region } = this.#given.setting
    for (const { person, event, at, withdrawnAt } of respondents.values()) {
      this.#add('response', {
        ...{ region, listing: id, person: person.id, event, at, via: 'self' as const },
        withdrawn_at: withdrawnAt ?? null,
      })
    }
    respondents.clear()
  }

  /** Goes through what was assigned in the order in which homes closed, whatever the hour we give each. */
  #countQuotas(): void {
    const counters = new Map<string, KeptQuotas>()
    const assigned = [...this.#given.life.assignedBefore]
    const quotasOf = ({ books, closesOn }: ListingRow) => {
      const key = books.map(({ hash }) => hash).join(' ')
      const known = counters.get(key)
      if (known) return known
      const quotas = keepQuotas(preparedFor(books, closesOn))
      for (const each of assigned) quotas.count(each)
      counters.set(key, quotas)
      return quotas
    }
    const closed = this.#listings.filter(({ lived }) => lived.closed > 0)
    for (const listing of closed.toSorted((one, other) => one.lived.closed - other.lived.closed)) {
      const { id, lived, closesOn } = listing
      // They are counted on in place.
      if (lived.isAdvertised) this.#used.set(id, structuredClone(quotasOf(listing).on(closesOn)))
      if (lived.result?.is !== 'let') continue
      const one = { on: lived.closes, facts: lived.result.counted }
      assigned.push(one)
      for (const quotas of counters.values()) quotas.count(one)
    }
  }

  /** Ranks as the operation does, from the same files; undefined where the list would not be what was lived. */
  #rank(listing: ListingRow): Round | undefined {
    const { setting, filled } = this.#given
    const { id, lived, closesOn: on, closesAt, books } = listing
    const { seed } = lived
    const hashes = books.map(({ hash }) => hash)
    const prepared = preparedFor(books, on)
    const people = lived.respondents.flatMap((number) => {
      const person = this.#people.get(number)
      const response = listing.respondents.get(number)
      return person && response && !response.withdrawnAt ? [person] : []
    })
    const byId = new Map(people.map((person) => [person.id, person]))
    const question = {
      ...{ on, moments: { 'listing-closed': on, 'ranking-made': on } },
      listing: {
        ...{ id: String(id), facts: lived.facts, closes: on },
        ...(lived.inVainSince !== undefined && { in_vain_since: lived.inVainSince }),
      },
      quotas: this.#used.get(id) ?? {},
      ...{ judgements: {}, seed },
    }
    const bound = bind(prepared, question)
    const candidates = bound
      ? people.map(candidateFor(eventsRead(prepared.rules, bound.names)))
      : []
    const ranking =
      bound &&
      rankGathered(
        bound,
        { ...question, candidates },
        candidates,
        gather(bound, candidates, question),
      )
    const round = ranking && this.#roundOf(ranking, listing, byId)
    if (!ranking || !round) {
      filled.withoutRanking += 1
      return undefined
    }
    const { hash, zipped } = keepReceipt(receiptText(ranking, originOf(setting, books)))
    const rules = hashes.toSorted()
    const rows = [...rowsOf(ranking)]
    const placed = ranking.order.sorted.length
    const event = this.#tell('listing-closed', closesAt, {
      ...{ listing: id, receipt: hex(hash), candidates: rows.length, placed, rules },
    })
    const { region } = setting
    const counts = { candidates: rows.length, placed }
    const kept = { listing: id, event, on, hash, head: headOf(ranking, rules), ...counts }
    const zipping = zipped.then((receipt) => {
      this.#add('ranking', rankingRow(region, kept, receipt))
      this.#zipping.delete(zipping)
    })
    // Whoever waits for it hears of a fault.
    zipping.catch(() => {})
    this.#zipping.add(zipping)
    for (const row of rows) this.#add('standing', standingRow(region, id, row))
    filled.rankings += 1
    this.#ranked.set(id, closesAt)
    return round
  }

  /** Whom the home was offered, if what was lived is what the list says: all who refused, and then the tenant. */
  #roundOf(
    ranking: Ranking,
    { lived }: ListingRow,
    byId: ReadonlyMap<string, Someone>,
  ): Round | undefined {
    const { result } = lived
    const refused = new Set(result?.is === 'let' ? result.refused : [])
    const turns: Turn[] = []
    for (const { place, candidate, unmet } of offerRound(ranking)) {
      if (unmet.length > 0) continue
      const person = byId.get(candidate.id)
      if (!person) return undefined
      const takes = result?.is === 'let' && person.lived.number === result.tenant
      if (result?.is === 'let' && !takes && !refused.delete(person.lived.number)) return undefined
      const answer = person.answers.find(({ event }) => event.on === lived.closes)
      turns.push({ person, place, takes, answer: takes ? undefined : answer })
      if (takes) break
    }
    const isWhole = result?.is !== 'let' || (refused.size === 0 && turns.at(-1)?.takes === true)
    if (!isWhole) return undefined
    for (const { answer } of turns) if (answer) answer.isOfOffer = true
    return { turns }
  }

  /** The offers of a list, one a working day, as far as they have come by now. */
  #offer(listing: ListingRow, { turns }: Round, after = listing.closesOn): void {
    const [turn, ...others] = turns
    const { now } = this.#given
    const { lived } = listing
    if (!turn) {
      if (lived.result?.is === 'in-vain') this.#inVain(listing)
      return
    }
    const day = addDuration(after, oneWorkingDay)
    const madeAt = instantAt(day, 10)
    if (madeAt > now) return
    this.#timeline.on(madeAt, () => {
      const next = addDuration(day, oneWorkingDay)
      const { person, place, takes, answer } = turn
      const id = idFrom(`${this.#given.setting.region} offer ${listing.id} ${person.id}`)
      const answerBy = instantAt(addDuration(day, twoWorkingDays), 17)
      const open = { listing: listing.id, answerBy: answerBy.toISOString() }
      const personal = { place, offer: id }
      const event = this.#tell('offer-made', madeAt, open, { person, personal })
      const attributes = { ...lived.facts, listing: String(listing.id) }
      person.events.push({ id: String(event), event: 'offer-made', on: day, attributes })
      this.#addHistory(person, event, {
        ...{ name: 'offer-made', on: day, attributes: JSON.stringify(attributes) },
      })
      const offer: OfferRow = {
        ...{ id, listing, person, place, madeAt, answerBy, event },
        ...{ state: 'open', answeredAt: undefined, viewingAt: instantAt(next, 11) },
      }
      this.#offers.push(offer)
      const isSilent = answer?.event.event === 'offer-unanswered'
      const answeredAt = isSilent ? offer.answerBy : instantAt(next, 15 + (place % 3))
      this.#timeline.on(answeredAt, () => {
        offer.answeredAt = answeredAt
        offer.state = takes ? 'let' : isSilent ? 'expired' : 'refused'
        const about = { listing: listing.id }
        if (takes) {
          this.#tell('offer-accepted', answeredAt, about, { person, personal })
          const letAt = new Date(answeredAt.getTime() + timeToLet)
          this.#timeline.on(letAt, () => this.#let(listing, person, letAt))
          return
        }
        const on = dayOf(answeredAt)
        const event = answer?.event ?? { event: 'offer-refused', attributes: lived.facts }
        this.#happen(person, { ...event, on }, answeredAt, about)
        if (answer) {
          answer.isTold = true
          answer.after(on)
        }
        this.#offer(listing, { turns: others }, on)
      })
    })
  }

  #endUnranked(listing: ListingRow): void {
    const { result, closes } = listing.lived
    if (result?.is === 'in-vain') this.#inVain(listing)
    const tenant = result?.is === 'let' ? this.#people.get(result.tenant) : undefined
    if (!tenant) return
    const at = instantAt(addDuration(closes, oneWorkingDay), 16)
    this.#timeline.on(at, () => this.#let(listing, tenant, at))
  }

  #inVain(listing: ListingRow): void {
    listing.state = 'in-vain'
  }

  #let(listing: ListingRow, person: Someone, at: Date): void {
    const { lived, vacancy, id } = listing
    if (lived.result?.is !== 'let') return
    const starts = addDays(dayOf(at), daysUntilLease)
    const open = { listing: id, startsOn: starts, vacancy: vacancy.id }
    const event = this.#tell('home-let', at, open, { person })
    listing.state = 'let'
    vacancy.letAt = at
    this.#add('letting', {
      ...{ region: this.#given.setting.region, listing: id, person: person.id, starts_on: starts },
      ...{ event, facts: JSON.stringify(this.#countedOf(listing, person, starts)) },
    })
    const leaseAt = instantAt(starts, 9)
    this.#timeline.on(leaseAt, () => this.#happen(person, leaseStart(starts), leaseAt))
  }

  // As the operation does: what the quotas counted, and what the norms of the landlord count beside it.
  #countedOf({ lived, books, closesOn }: ListingRow, person: Someone, starts: CalendarDate): Facts {
    const key = books.map(({ hash }) => hash).join(' ')
    const known = this.#parameters.get(key)
    const parameters =
      known ?? rulesOf(preparedFor(books, closesOn).rules, 'parameter').map(({ rule }) => rule)
    if (!known) this.#parameters.set(key, parameters)
    const about = { home: lived.facts, person: person.lived.facts }
    const counted = lived.result?.is === 'let' ? lived.result.counted : {}
    return { ...counted, ...normFacts(fittingBy(parameters, about, starts)) }
  }

  #writeDemoPeople(): void {
    const { region } = this.#given.setting
    const humans = new Map<string, { human: string; file: Someone | undefined }>()
    for (const demo of demoPeople) {
      const human = idFrom(`${region} ${demo.subject}`)
      const file = this.#fileFor(demo)
      humans.set(demo.subject, { human, file })
      const email = `${demo.subject}@voorbeeld.example`
      this.#addHuman({ id: human, name: demo.name, email })
      const login = { issuer: developmentIssuer, subject: demo.subject }
      this.#add('login', { region, ...login, human })
      for (const { role, organisation } of demo.roles) {
        this.#add('role_grant', {
          ...{ region, human, role, organisation, from_day: this.#given.today },
          until_day: addDays(this.#given.today, daysOfRole),
        })
      }
      if (!file) continue
      file.name = demo.name
      file.human = human
      file.email = email
      this.#writeReached(file, email)
    }
    for (const { subject, name } of inventedWorkers) {
      this.#addHuman({ id: inventedWorkerId(region, subject), name, email: '' })
    }
    const tomorrow = instantAt(addDays(this.#given.today, 1), hourOfFirstDay)
    this.#later('live-day', {}, tomorrow)
    for (const { subject, helps } of demoPeople) {
      const helped = demoPeople.find(({ file }) => file !== undefined && file === helps)
      const file = helped && humans.get(helped.subject)?.file
      const helper = humans.get(subject)?.human
      if (!file || !helper) continue
      this.#add('mandate', {
        ...{ region, person: file.id, helper },
        until_day: addDays(this.#given.today, daysOfRole),
      })
    }
  }

  #addHuman(human: { readonly id: string; readonly name: string; readonly email: string }): void {
    const { region } = this.#given.setting
    this.#add('human', { region, ...human, language: 'nl', email_verified: human.email !== '' })
  }

  /** Mail reaches them from now on, and what they were told before stands among their messages. */
  #writeReached(person: Someone, email: string): void {
    const { setting, now } = this.#given
    const { region } = setting
    this.#add('contact', {
      ...{ region, person: person.id, wants: 'everything', verified_email: email },
      ...{ verified_by: 'identity-provider', verified_at: now },
    })
    this.#later('remind-registration', { person: person.id }, now)
    const offers = this.#offers
      .filter((offer) => offer.person === person)
      .map((offer) => ({ ...offer, listing: offer.listing.id }))
    const { responses } = person
    const results = responses.flatMap(({ listing, withdrawnAt }) => {
      const at = this.#ranked.get(listing)
      return at && !withdrawnAt ? [{ listing, at }] : []
    })
    const { events } = person.lived
    const told = messagesOfPast({ events, responses, results, offers })
    for (const [index, { code, facts, at }] of told.entries()) {
      const isNew = now.getTime() - at.getTime() < daysUnread * dayInMilliseconds
      this.#add('message', {
        ...{ region, id: idFrom(`${region} message ${person.id} ${index}`), person: person.id },
        ...{ code, facts: JSON.stringify(facts), at },
        ...{ read_at: isNew ? null : at, mailed_at: null },
      })
    }
  }

  /** A file with the story somebody is to have. */
  #fileFor({ file }: DemoPerson): Someone | undefined {
    const isFree = (person: Someone) => person.human === undefined && !person.lived.left
    switch (file) {
      case undefined:
        return undefined
      case 'has-offer':
        return this.#offers.find(
          ({ state, person }) => state === 'open' && person.human === undefined,
        )?.person
      case 'waits-for-close': {
        const open = this.#listings.filter(({ state }) => state === 'open').slice(0, 3)
        const soon = open.map(({ id }) => id)
        return [...this.#people.values()].find(
          (person) =>
            isFree(person) && person.responses.some(({ listing }) => soon.includes(listing)),
        )
      }
      case 'is-placed':
        return [...this.#people.values()].find(
          (person) => isFree(person) && person.responses.length >= manyResponses,
        )
    }
  }

  #writeRows(): void {
    const { region } = this.#given.setting
    for (const person of this.#people.values()) {
      const { lived } = person
      this.#add('person', {
        ...{ region, id: person.id, human: person.human ?? null, name: person.name },
        email: person.email ?? null,
        facts: JSON.stringify(lived.facts),
        spells: JSON.stringify(lived.spells),
        members: '[]',
        wishes: JSON.stringify({
          municipalities: [lived.looksIn],
          bedroomsMin: lived.bedroomsNeeded,
        }),
        erased_at: null,
      })
    }
    for (const vacancy of this.#vacancies.values()) {
      const { id, dwelling, landlord, freeFrom, reportedAt, inVainSince, letAt } = vacancy
      this.#add('vacancy', {
        ...{ region, id, dwelling, landlord, free_from: freeFrom, reported_at: reportedAt },
        ...{ in_vain_since: inVainSince ?? null, let_at: letAt ?? null },
      })
    }
    for (const listing of this.#listings) {
      const { id, vacancy, lived, opensAt, closesAt, closesOn, books, state, responses } = listing
      if (state === 'open') this.#writeResponses(listing)
      this.#add('listing', {
        ...{ region, id, vacancy: vacancy.id, landlord: vacancy.landlord },
        ...{ facts: JSON.stringify(lived.facts), words: '{}' },
        rule_books: books.map(({ hash }) => Buffer.from(hash, 'hex')),
        ...{ opens_at: opensAt ?? null, closes_at: closesAt, closes_on: closesOn },
        ...{ state, responses },
      })
    }
    for (const offer of this.#offers) {
      const { id, listing, person, place, madeAt, answerBy, viewingAt } = offer
      const { state, answeredAt, event } = offer
      this.#add('offer', {
        ...{
          region,
          id,
          event,
          listing: listing.id,
          person: person.id,
          place,
          made_at: madeAt,
          answer_by: answerBy,
        },
        ...{ viewing_at: viewingAt, state, answered_at: answeredAt ?? null, ground: null },
      })
      if (state === 'open') this.#later('expire-offer', { offer: id }, answerBy)
    }
  }
}

type Turn = {
  readonly person: Someone
  readonly place: number
  readonly takes: boolean
  readonly answer: Answer | undefined
}
type Round = { readonly turns: readonly Turn[] }

const minutesOfDay = 600
const openingHour = 8
const hourOfOpening = 10
const hourOfMatching = 12
const hourOfClosing = 20
const hourOfLeaving = 21
const partsOfTime = 100_000
const daysUntilLease = 14
const timeToLet = 3_600_000
const daysOfRole = 365
const hourOfFirstDay = 7
const daysUnread = 3
const dayInMilliseconds = 86_400_000
const manyResponses = 10
const oneWorkingDay = { count: 1, unit: 'working-day' } as const
const twoWorkingDays = { count: 2, unit: 'working-day' } as const
const minutesUntilFirstCloses = [10, 20, 45, 90, 180, 300]

/** Whom a home was offered, in turn; the last took it. */
function askedFor({ result }: LivedListing): readonly number[] {
  return result?.is === 'let' ? [...result.refused, result.tenant] : []
}

/**
 * From when to when somebody responds. Where the first comes first, days tell who that was, and a lot who responded
 * on the same day: those who were offered the home each have a day of their own, and the others the days after.
 */
function timeToRespond(
  { lived, closesAt }: ListingRow,
  opensAt: Date,
  asked: readonly number[],
  number: number,
): readonly [Date, Date] {
  if (lived.facts.model !== 'first-come' || asked.length > lived.closes - lived.opens) {
    return [opensAt, closesAt]
  }
  const turn = asked.indexOf(number)
  const day = addDays(lived.opens, turn < 0 ? asked.length : turn)
  const from = day === lived.opens ? opensAt : instantAt(day, openingHour)
  return [from, turn < 0 ? closesAt : instantAt(day, hourOfClosing)]
}

function isAnswer({ event }: Event): boolean {
  return event === 'offer-refused' || event === 'offer-unanswered'
}

function leaseStart(on: CalendarDate): Event {
  return { event: 'lease-started', on, attributes: { 'lease-kind': 'regular' } }
}

/** People as the operation reads them: of what happened to them what the rules ask, where that is known. */
function candidateFor(read: readonly EventName[] | undefined): (person: Someone) => Candidate {
  return ({ id, lived, events, responses }) => {
    const all =
      read === undefined || read.includes('responded')
        ? [...events, ...responses.map(respondedIn)].toSorted(
            (one, other) => Number(one.id) - Number(other.id),
          )
        : events
    const { facts, spells } = lived
    const asked = read ? all.filter(({ event }) => read.includes(event)) : [...all]
    return { id, facts, members: [], history: { spells, events: asked } }
  }
}

function personId(region: string, seed: number, number: number): string {
  return idFrom(`${region} ${seed} ${number}`)
}

function respondedIn({ event, at, told }: ResponseRow): Event {
  return { id: String(event), event: 'responded', on: dayAt(at), attributes: told }
}

/** An identifier that follows from what it is of, in the form of a UUID. */
function idFrom(text: string): string {
  const digits = hex(sha256(text))
  const parts = [
    ...[digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`],
    ...[`8${digits.slice(17, 20)}`, digits.slice(20, 32)],
  ]
  return parts.join('-')
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
