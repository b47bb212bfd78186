/**
 * Luck by name (gemeenschappelijke toevalsgetallen): every chance follows from the seed and from what it is
 * about, such as this person and this home, and from nothing else. So two sets of rules meet the same
 * people, homes and luck, and one decision more or less in one place changes no luck anywhere else.
 */

import { keptFor } from '../core/basics/kept-for.ts'

/** What a chance is about; each purpose has luck of its own. */
const purposes = [
  'arrivals',
  'person',
  'searching',
  'vacancies',
  'home',
  'road',
  'model',
  'response',
  'click',
  'taste',
  'answer',
  'silence',
  'home-left',
  'panel',
] as const
export type Purpose = (typeof purposes)[number]

const numbers = Object.fromEntries(purposes.map((purpose, index) => [purpose, index + 1]))

/** One thing that luck is about, for one purpose. */
export type Subject = number

/** The luck of one replication. */
export class Luck {
  readonly #keys: Readonly<Record<string, number>>

  constructor(seed: number, replication: number) {
    const root = mix(mix(seed | 0, 0x9e3779b9), replication)
    this.#keys = Object.fromEntries(
      purposes.map((purpose) => [purpose, mix(root, numbers[purpose] ?? 0)]),
    )
  }

  /** What all luck for a purpose about one thing has in common, for whoever draws several of it. */
  about(purpose: Purpose, a: number): Subject {
    return mix(this.#keys[purpose] ?? 0, a)
  }

  /** 32 bits for a purpose and what it is about. */
  bits(purpose: Purpose, a: number, b = 0): number {
    return mix(this.about(purpose, a), b)
  }

  /** From 0 up to, not including, 1. */
  share(purpose: Purpose, a: number, b = 0): number {
    return shareOf(this.about(purpose, a), b)
  }

  /** Time until something that happens at a constant rate; mean 1. */
  waiting(purpose: Purpose, a: number, b = 0): number {
    return waitingOf(this.about(purpose, a), b)
  }

  /** The bell curve; mean 0, spread 1. */
  bell(purpose: Purpose, a: number, b = 0): number {
    const radius = Math.sqrt(2 * this.waiting(purpose, a, b))
    return radius * Math.cos(2 * Math.PI * this.share(purpose, b ^ 0x55555555, a))
  }

  /** How many come when on average so many do (Poisson). */
  count(mean: number, purpose: Purpose, a: number, b = 0): number {
    const limit = Math.exp(-mean)
    const subject = this.about(purpose, a)
    let product = 1
    let count = -1
    do {
      count += 1
      product *= shareOf(subject, b * 4096 + count)
    } while (product > limit)
    return count
  }
}

const range = 2 ** 32

/** From 0 up to, not including, 1: the luck of one thing by the how-manieth draw. */
export function shareOf(subject: Subject, draw: number): number {
  return (mix(subject, draw) >>> 0) / range
}

/** Time until something that happens at a constant rate; mean 1. */
export function waitingOf(subject: Subject, draw: number): number {
  return -Math.log(1 - shareOf(subject, draw))
}

/** Two numbers of 32 bits scrambled into one (murmur3's last steps): flipping any bit flips half of them. */
export function mix(one: number, other: number): number {
  let bits = Math.imul(one ^ (other * 0x9e3779b1), 0x85ebca6b)
  bits ^= bits >>> 15
  bits = Math.imul(bits, 0x2c1b3c6d)
  bits ^= bits >>> 12
  bits = Math.imul(bits ^ other, 0x297a2d39)
  return bits ^ (bits >>> 15)
}

/** Something that strikes each of many with one chance, and how often it struck before. */
export type Matter = { readonly key: number; readonly times: number; readonly chance: number }

/**
 * How many of so many are passed over before a matter strikes the next: as many as when everybody has luck of their
 * own (geometric distribution), without a look at them. No fewer than there are when it strikes none.
 */
export function passedOver(count: number, { key, times, chance }: Matter): number {
  const luck = (scramble(key, Math.imul(times + 1, 0x9e3779b1)) + 0.5) / range
  // All are missed at least as often as this, which most often tells without more ado.
  if (luck <= 1 - count * chance) return count
  return Math.min(count, Math.trunc(Math.log(luck) / Math.log1p(-Math.min(1, chance))))
}

/** A luck of 32 bits from the key of a matter and the key of a person, both well mixed before. */
export function scramble(matter: number, key: number): number {
  let bits = Math.imul(matter ^ key, 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d)
  return (bits ^ (bits >>> 13)) >>> 0
}

/** Shares by name, as they stand to be picked from. */
export const sharesOf = keptFor((shares: Readonly<Record<string, number>>) =>
  Object.entries(shares),
)

/** Which of some shares, that add up to 1, a luck from 0 to 1 falls into. */
export function pickShare<T>(from: readonly (readonly [T, number])[], luck: number): T | undefined {
  let left = luck
  // Read without taking each apart, for it is asked ten times of everybody who begins to search.
  for (const each of from) {
    if (left < each[1]) return each[0]
    left -= each[1]
  }
  return from.at(-1)?.[0]
}
