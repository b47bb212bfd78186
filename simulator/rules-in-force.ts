/**
 * The rules of a run (geldende regels): those in force on one day, held for the whole run, made ready once
 * for every set of books that reaches some home.
 */
import type { CalendarDate, Duration } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import { KeptByValues } from '../core/basics/kept-by-values.ts'
import { keptFor } from '../core/basics/kept-for.ts'
import { yes } from '../core/policy/condition.ts'
import type { Parameter } from '../core/policy/kinds/parameter.ts'
import { reaches, resolve, rulesOf } from '../core/policy/resolve.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import { triggersOf } from '../core/policy/timeline.ts'
import { homeNamesPlaced } from '../core/ranking/bind.ts'
import type { Assignment } from '../core/ranking/case.ts'
import { type Assigned, countedPart } from '../core/ranking/count-assignment.ts'
import { Crowd } from '../core/ranking/crowd.ts'
import { type KeptQuotas, keepQuotas } from '../core/ranking/keep-quotas.ts'
import { type Prepared, prepare, procedureSays, truthOfPart } from '../core/ranking/prepare.ts'
import { type HouseholdLimits, limitsFor } from '../core/ranking/rent-fit.ts'
import type { Event } from '../core/seekers/history.ts'
import type { PeopleOfSeats } from './lives.ts'

/** Rules made ready, beside their counters and what the same rules are without any priority. */
export type Ready = {
  readonly prepared: Prepared
  readonly withoutPriorities: Prepared
  readonly quotas: KeptQuotas
  /** What these quotas read of an assignment. */
  readonly counted: (of: Assigned) => Assignment
  /** The lives of people under these rules. */
  readonly crowd: Crowd
}

const sizesMax = 100

export class RulesInForce {
  readonly books: readonly RuleBook[]
  readonly on: CalendarDate
  /** The rules of the region, whatever the home: what people's lives are followed under. */
  readonly base: Ready
  /** Amounts of the books, such as income limits. */
  readonly parameters: readonly Parameter[]
  /** Whether responding itself earns something, and whether refusing an offer costs something. */
  readonly rewardsResponding: boolean
  readonly punishesRefusing: boolean
  /** Some books reach some homes alone. */
  readonly #isScoped: boolean
  readonly #people: PeopleOfSeats
  readonly #heard: ReadonlySet<string>
  readonly #ready = new Map<string, Ready>()
  /** The same, as they are gone through. */
  readonly #all: Ready[] = []
  /** Days on which an amount changes; between them limits stay as they are. */
  readonly #changes: readonly CalendarDate[]
  readonly #limits = new Map<number, HouseholdLimits | null>()
  /** Assignments of this year and the one before, for counters that begin later. */
  #assigned: Assigned[] = []

  constructor(
    books: readonly RuleBook[],
    on: CalendarDate,
    people: PeopleOfSeats,
    assigned: readonly Assigned[] = [],
  ) {
    this.books = books
    this.on = on
    this.#people = people
    this.#assigned = [...assigned]
    const regional = books.filter(({ authority }) => authority.scope === undefined)
    this.base = this.#readyWith(regional)
    this.#isScoped = regional.length < books.length
    const { rules } = this.base.prepared.rules
    this.parameters = rulesOf(this.base.prepared.rules, 'parameter').map(({ rule }) => rule)
    const days = this.parameters.flatMap(({ values }) => values.map(({ from }) => from))
    this.#changes = [...new Set(days)]
    const heardBy = (kinds: readonly string[]) =>
      new Set(rules.flatMap(({ rule }) => (kinds.includes(rule.kind) ? [...triggersOf(rule)] : [])))
    const measured = rules.flatMap(({ rule }) => (rule.kind === 'measure' ? [rule.of] : []))
    this.#heard = new Set([...heardBy(['account', 'life', 'sanction']), ...measured])
    // Points may be given for responding itself, or for a count of responses.
    this.rewardsResponding =
      heardBy(['account']).has('responded') || measured.some((of) => of === 'responded')
    this.punishesRefusing = heardBy(['account', 'sanction']).has('offer-refused')
  }

  /** Whether any rule listens to an event; what nobody hears need not be told. */
  hears(event: string): boolean {
    return this.#heard.has(event)
  }

  /** The rules that reach a home. */
  readyFor(home: Facts): Ready {
    if (!this.#isScoped) return this.base
    return this.#readyWith(this.books.filter(({ authority }) => reaches(authority, home)))
  }

  /** Counts an assignment for every quota that may be about it. */
  count(assigned: Assigned): void {
    this.#assigned.push(assigned)
    for (const { quotas, counted } of this.#all) quotas.count(counted(assigned))
  }

  /** The income and rent limits of a household; undefined where the books have no amounts for the day. */
  limitsFor(
    size: number,
    aowAge: boolean,
    on: CalendarDate = this.on,
  ): HouseholdLimits | undefined {
    let period = 0
    for (const from of this.#changes) if (from <= on) period += 1
    const key = (period * sizesMax + size) * 2 + (aowAge ? 1 : 0)
    const known = this.#limits.get(key)
    if (known !== undefined) return known ?? undefined
    const found = limitsFor({ size, aowAge, incomeCents: 0 }, on, this.parameters)
    const limits = 'missing' in found ? null : found
    this.#limits.set(key, limits)
    return limits ?? undefined
  }

  /** Tells what happened to somebody wherever their life is followed. */
  tell(seat: number, event: Event): void {
    for (const { crowd } of this.#all) crowd.happens(seat, event)
  }

  /** Somebody left their seat. */
  leave(seat: number): void {
    for (const { crowd } of this.#all) crowd.leave(seat)
  }

  /** The same state of affairs under other books from a day on, for these people. */
  replacedBy(books: readonly RuleBook[], on: CalendarDate, people: PeopleOfSeats): RulesInForce {
    return new RulesInForce(books, on, people, this.#assigned)
  }

  /** Forgets assignments that no period can count any more. */
  forgetBefore(day: CalendarDate): void {
    this.#assigned = this.#assigned.filter(({ on }) => on >= day)
  }

  #readyWith(books: readonly RuleBook[]): Ready {
    const key = books.map(({ book }) => book).join(' ')
    const known = this.#ready.get(key)
    if (known) return known
    const ready = this.#make(books)
    this.#ready.set(key, ready)
    this.#all.push(ready)
    return ready
  }

  #make(books: readonly RuleBook[]): Ready {
    const rules = resolve(books, { on: this.on })
    const prepared = prepare(rules)
    const kept = rules.rules.filter(({ rule }) => rule.kind !== 'priority' && rule.kind !== 'quota')
    const byId = new Map(kept.map((standing) => [standing.rule.id, standing]))
    const quotas = keepQuotas(prepared)
    const counted = countedPart(prepared)
    for (const assigned of this.#assigned) quotas.count(counted(assigned))
    const withoutPriorities = prepare({ ...rules, rules: kept, byId })
    const { whoIs, sharing } = this.#people
    const crowd = new Crowd(prepared, whoIs, { sharing })
    return { prepared, withoutPriorities, quotas, counted, crowd }
  }
}

/** What the rules say of letting a home by a model. */
export type Terms = {
  /** Whether they order it by this model at all. */
  readonly isRanked: boolean
  /** How long seekers may respond; not at all where no rule says so. */
  readonly listingOpen: Duration | undefined
  /** How many responses somebody may have open at once. */
  readonly responsesMax: number
}

/** The same for all homes that the same rules are about. */
export function termsOf(prepared: Prepared, home: Facts): Terms {
  return terms(prepared).of(home, () => ({
    isRanked: prepared.rankings.some(
      (standing) =>
        standing.rule.model === home.model &&
        truthOfPart(prepared, standing, 'where', {}, home) === yes,
    ),
    listingOpen: procedureSays(prepared, home, 'listing_open'),
    responsesMax: procedureSays(prepared, home, 'open_responses') ?? Number.POSITIVE_INFINITY,
  }))
}

const terms = keptFor((prepared: Prepared) => new KeptByValues<Terms>(homeNamesPlaced(prepared)))
