/**
 * Lives that many people share (gedeelde levensloop): whoever registered on the same day, renewed on the same
 * days and did nothing else that a rule hears has the same life, as long as no rule asks who they are when it
 * follows what happened. So it is followed once for all of them, by the fold that follows everybody.
 */
import { addDays, type CalendarDate, earliestOf } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'
import { longer } from '../basics/longer.ts'
import { type RecordMaker, recordMaker } from '../policy/compile.ts'
import { type Life, listensTo, onlyRenews, renewRun } from '../policy/kinds/life.ts'
import type { Resolved } from '../policy/resolve.ts'
import { blockNames, namesBehind, never } from '../policy/steady.ts'
import { nextTick, stateOf, triggersOf, valueAt } from '../policy/timeline.ts'
import type { Candidate } from '../seekers/candidate.ts'
import type { Event } from '../seekers/history.ts'
import { type Followed, followAs, happens, liveUntil, quietFrom } from './follow-candidates.ts'

/** What happens to a whole cohort: people who share a life have the same number. */
export type CohortHistory = {
  /** All that happened to them until a day. */
  until(cohort: number, day: CalendarDate): readonly Event[]
  /** What happens to them next, after a day. */
  next(cohort: number, after: CalendarDate): Event
}

export type SharedLife = {
  readonly number: number
  readonly followed: Followed
  readonly whose: Nobody
  next: Event
  /** Until this day nothing happens to them that changes anything, and nothing changes by time alone. */
  quietUntil: CalendarDate
  /** Goes up whenever a value of the life is another one. */
  version: number
  /** All with the same names in the same order. */
  values: Facts
  /** A rule asked who somebody is, or something is attached to them: it is nobody's life but their own. */
  isPersonal: boolean
}

export class SharedLives {
  readonly #rules: Resolved
  readonly #history: CohortHistory
  /** Values that follow from such a life alone. */
  readonly names: ReadonlySet<string>
  readonly #asked: readonly string[]
  readonly #record: RecordMaker
  readonly #isPossible: boolean
  readonly #lives = new Map<number, SharedLife>()
  /** By the number of each life: until when nothing happens in it, never where it is nobody's any more; and its version. */
  quiet: Int32Array = new Int32Array(1024)
  versions: Int32Array = new Int32Array(1024)
  readonly #renewing = new Map<string, boolean>()
  readonly #listening = new Map<string, readonly Life[] | 'everybody'>()

  constructor(rules: Resolved, names: readonly string[], history: CohortHistory) {
    this.#rules = rules
    this.#history = history
    const behind = names.flatMap((name) => [...namesBehind(rules, name)])
    this.names = new Set([...names, ...behind].filter((name) => isOfLife(rules, name)))
    this.#asked = [...this.names]
    this.#record = recordMaker(this.#asked)
    // What ticks is counted from the first day of somebody's own history.
    this.#isPossible = nextTick(rules, rules.on) === undefined
  }

  /** The life of a cohort on a day, days never going back; undefined where everybody has their own. */
  on(cohort: number, day: CalendarDate): SharedLife | undefined {
    if (!this.#isPossible) return undefined
    const known = this.#lives.get(cohort)
    const life = known ?? this.#begin(cohort, day)
    if (known && day > life.quietUntil && !life.isPersonal) this.#proceed(cohort, life, day)
    return life.isPersonal ? undefined : life
  }

  #note({ number, quietUntil, version, isPersonal }: SharedLife): void {
    if (number >= this.quiet.length) {
      this.quiet = longer(this.quiet, new Int32Array(2 * number))
      this.versions = longer(this.versions, new Int32Array(2 * number))
    }
    // Nobody goes on by a life that is no longer theirs.
    this.quiet[number] = isPersonal ? never : quietUntil
    this.versions[number] = version
  }

  /** Whether an event is nothing to whoever shares a life, now and later. */
  isNothing(event: string, { followed }: SharedLife): boolean {
    const listening = this.#listening.get(event) ?? listeningTo(this.#rules, event)
    this.#listening.set(event, listening)
    if (listening === 'everybody') return false
    return listening.every(({ id }) => (followed.timeline.runs.get(id)?.length ?? 0) === 0)
  }

  #begin(cohort: number, day: CalendarDate): SharedLife {
    const history = { spells: [], events: [...this.#history.until(cohort, day)] }
    const whose = new Nobody(history)
    const followed = followAs(this.#rules, whose, {}, day)
    const life: SharedLife = {
      number: this.#lives.size,
      followed,
      whose,
      next: this.#history.next(cohort, day),
      quietUntil: day,
      version: 0,
      values: noFacts,
      isPersonal: false,
    }
    this.#lives.set(cohort, life)
    this.#look(life, day)
    this.#renewAhead(cohort, life, day)
    return life
  }

  #proceed(cohort: number, life: SharedLife, day: CalendarDate): void {
    let isRenewed = true
    while (life.next.on <= day) {
      if (!this.renews(life.followed, life.next)) {
        happens(life.followed, life.next)
        isRenewed = false
      }
      life.next = this.#history.next(cohort, life.next.on)
    }
    if (!isRenewed || day > life.followed.quietUntil) this.#look(life, day)
    this.#renewAhead(cohort, life, day)
  }

  // A renewal says nothing new of anybody, so that those of years to come are seen to at once.
  #renewAhead(cohort: number, life: SharedLife, day: CalendarDate): void {
    const ahead = addDays(day, daysAhead)
    while (life.next.on <= ahead && this.renews(life.followed, life.next)) {
      life.next = this.#history.next(cohort, life.next.on)
    }
    life.quietUntil = earliestOf(life.followed.quietUntil, addDays(life.next.on, -1))
    this.#note(life)
  }

  /**
   * Most of what happens is that a life which runs is renewed. Where nothing else can come of an event, that is
   * done without going over the whole life; false where it was not.
   */
  renews(followed: Followed, next: Event): boolean {
    if (next.on > followed.quietUntil || !this.#onlyRenews(next.event)) return false
    const { timeline, history } = followed
    const occurrence = { on: next.on, name: next.event, attributes: next.attributes }
    for (const runs of timeline.runs.values()) {
      if (runs.length !== 1 || runs[0]?.ended) return false
    }
    history.events.push(next)
    timeline.occurrences.add(occurrence)
    for (const [run] of timeline.runs.values()) if (run) renewRun(run, occurrence)
    followed.quietUntil = quietFrom(followed, next.on)
    return true
  }

  #onlyRenews(event: string): boolean {
    const known = this.#renewing.get(event)
    if (known !== undefined) return known
    const { rules } = this.#rules
    const only = rules.every(({ rule }) => {
      if (rule.kind === 'life') return onlyRenews(rule, event)
      return !triggersOf(rule).includes(event) && !(rule.kind === 'measure' && rule.of === event)
    })
    const isRead = [...this.names].some((name) => stateOf(name).part === 'ends')
    this.#renewing.set(event, only && !isRead)
    return only && !isRead
  }

  #look(life: SharedLife, day: CalendarDate): void {
    const { followed, whose } = life
    liveUntil(followed, day)
    whose.isFolding = false
    const before = life.values
    let isOther = life.version === 0
    const values = this.#record(noFacts, (position) => {
      const name = this.#asked[position] ?? ''
      const value = valueAt(followed.timeline, name, day)
      if (value !== before[name]) isOther = true
      return value
    })
    whose.isFolding = true
    if (isOther) {
      life.values = values
      life.version += 1
    }
    life.isPersonal = whose.wasAsked || !followed.isUnattached
  }
}

/** Five years. */
const daysAhead = 1826

/** Whose life it is that many people share; it notices when a rule asks who that is. */
class Nobody implements Candidate {
  readonly id = ''
  readonly members = []
  readonly history: Followed['history']
  isFolding = true
  wasAsked = false

  constructor(history: Followed['history']) {
    this.history = history
  }

  get facts(): Facts {
    if (this.isFolding) this.wasAsked = true
    return noFacts
  }
}

const noFacts: Facts = {}

// A life that rests while something holds of somebody, or is one per complex, depends on more.
function isOfLife({ byId }: Resolved, name: string): boolean {
  if (blockNames.includes(name)) return !byId.has(name)
  const id = byId.has(name) ? name : name === 'registered-on' ? 'registration' : stateOf(name).id
  const rule = id === undefined ? undefined : byId.get(id)?.rule
  if (name === 'registered-on' && !rule) return true
  return rule?.kind === 'life' && !rule.while && rule.each === undefined
}

/** The lives that an event is something to only while they run; or everybody must be told of it. */
function listeningTo({ rules }: Resolved, event: string): readonly Life[] | 'everybody' {
  const lives: Life[] = []
  for (const { rule } of rules) {
    if (rule.kind === 'life') {
      if (rule.begins.on.includes(event)) return 'everybody'
      const isCounted = rule.ends?.some(({ on, times = 1 }) => times > 1 && on.includes(event))
      if (isCounted) return 'everybody'
      if (listensTo(rule, event)) lives.push(rule)
    } else if (triggersOf(rule).includes(event)) return 'everybody'
    else if (rule.kind === 'measure' && rule.of === event) return 'everybody'
  }
  return lives
}
