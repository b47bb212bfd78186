/**
 * Everybody who searches (actief woningzoekenden), kept by what decides whether a home suits them, so that
 * for one home a whole group is looked at with one chance.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Resolved } from '../core/policy/resolve.ts'
import type { Followed } from '../core/ranking/follow-candidates.ts'
import type { Event } from '../core/seekers/history.ts'
import type { Person, Traits } from './population.ts'

export type Searcher = {
  readonly person: Person
  traits: Traits
  readonly name: string
  /** First day of the search. */
  readonly since: CalendarDate
  /** How keen: 1 is usual. */
  readonly keenness: number
  /** Income: 0 low (passend toewijzen), 1 within the target group, 2 above it. */
  readonly incomeClass: number
  /** Responds for the points alone. */
  clicks: boolean
  readonly group: Group
  /** What the register holds of them, from the first time anybody asks. */
  readonly events: Event[]
  /** Their life under each set of rules that reaches some home. */
  readonly followed: Map<Resolved, Followed>
  /** The one that was asked last: nearly always the one that is asked next. */
  latest: Followed | undefined
  at: number
  home: number | undefined
  firstResponse: CalendarDate | undefined
  responses: number
  responsesInPeriod: number
  openResponses: number
  urgentSince: CalendarDate | undefined
  /** A panel does not look at them again before this day. */
  passedUntil: CalendarDate
  gone: boolean
}

/** Searchers who look from the same place, need as many bedrooms, and have an income and age alike. */
export type Group = {
  readonly looksFrom: number
  readonly bedroomsNeeded: number
  readonly incomeClass: number
  readonly isSenior: boolean
  readonly indication: string
  readonly members: Searcher[]
  /** Beside the members, for a quick look: the key of their luck, and how keen they are. */
  keys: Int32Array
  keenness: Float32Array
}

/** What one group has in common. */
export type GroupTraits = Omit<Group, 'members' | 'keys' | 'keenness'>

export class Searchers {
  readonly #groups = new Map<string, Group>()
  count = 0

  groups(): Iterable<Group> {
    return this.#groups.values()
  }

  groupFor(traits: GroupTraits): Group {
    const { looksFrom, bedroomsNeeded, incomeClass, isSenior, indication } = traits
    const key = `${looksFrom} ${bedroomsNeeded} ${incomeClass} ${isSenior} ${indication}`
    const known = this.#groups.get(key)
    if (known) return known
    const room = 16
    const group: Group = {
      looksFrom,
      bedroomsNeeded,
      incomeClass,
      isSenior,
      indication,
      members: [],
      keys: new Int32Array(room),
      keenness: new Float32Array(room),
    }
    this.#groups.set(key, group)
    return group
  }

  add(searcher: Searcher): void {
    const { group, person, keenness } = searcher
    const at = group.members.length
    if (at === group.keys.length) {
      group.keys = grown(group.keys, new Int32Array(at * 2))
      group.keenness = grown(group.keenness, new Float32Array(at * 2))
    }
    searcher.at = at
    group.members.push(searcher)
    group.keys[at] = person.id
    group.keenness[at] = keenness
    this.count += 1
  }

  /** The last of the group takes the place of who goes. */
  remove(searcher: Searcher): void {
    const { group, at } = searcher
    const last = group.members.pop()
    if (last === undefined) return
    if (last !== searcher) {
      group.members[at] = last
      group.keys[at] = last.person.id
      group.keenness[at] = last.keenness
      last.at = at
    }
    this.count -= 1
  }

  *[Symbol.iterator](): Iterator<Searcher> {
    for (const { members } of this.#groups.values()) yield* members
  }
}

function grown<Numbers extends Int32Array | Float32Array>(old: Numbers, young: Numbers): Numbers {
  young.set(old)
  return young
}
