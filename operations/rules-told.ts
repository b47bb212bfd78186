/**
 * Which rule books were in force when (geldende regels), as a log tells it: the releases it holds, and when each
 * listing opened. What was decided by others is named, and a release that was to decide about the past.
 */
import type { AuditFault } from '../core/oversight/audit-fault.ts'

type Release = { readonly hash: string; readonly line: string; readonly from: number }
type Decided = { readonly listing: string; readonly rules: readonly string[]; readonly at: number }

const broughtIn = 'rules-brought-in'
const released = 'rules-released'
/** Kinds of events that say when a listing opens; an earlier version of the system said it in another word. */
const opening = ['listing-published', 'listing-planned-anew']

const shownOfHash = 12

export class RulesTold {
  readonly #releases: Release[] = []
  readonly #opens = new Map<string, number>()
  readonly #decided: Decided[] = []
  readonly #faults: AuditFault[] = []

  /** Takes in one event, in the order of the log. */
  read(position: number, body: string): void {
    const told = fieldsOf(body)
    const { kind } = told
    if (kind === broughtIn || kind === released) {
      const from = Date.parse(String(told.decidesFrom))
      this.#releases.push({ hash: String(told.hash), line: String(told.line), from })
      if (kind === released && !(from > Date.parse(String(told.at)))) {
        this.#faults.push({ code: 'release-backdated', facts: { position } })
      }
      return
    }
    if (!opening.includes(String(kind))) return
    const opens = Date.parse(String(told.opensAt ?? told.opens))
    if (!Number.isNaN(opens)) this.#opens.set(String(told.listing), opens)
  }

  /** A decision, by the books on its receipt; of a listing that nothing says of when it opened, nothing is said. */
  decided(listing: string, rules: readonly string[]): void {
    const at = this.#opens.get(listing)
    this.#opens.delete(listing)
    if (at !== undefined) this.#decided.push({ listing, rules, at })
  }

  /** A log of before releases stood in it tells of no rules at all: then nothing is held to it. */
  faults(): readonly AuditFault[] {
    if (this.#releases.length === 0) return []
    const wrong = this.#decided.flatMap((each) => rulesNotInForce(this.#releases, each))
    return [...this.#faults, ...wrong]
  }
}

/** The books by which was decided, that were not in force when a listing opened. */
export function rulesNotInForce(
  releases: readonly Release[],
  { listing, rules, at }: Decided,
): AuditFault[] {
  const isInForce = (hash: string) =>
    releases.some(
      (release) =>
        release.hash === hash &&
        release.from <= at &&
        !releases.some(
          ({ line, from }) => line === release.line && from > release.from && from <= at,
        ),
    )
  return rules
    .filter((hash) => !isInForce(hash))
    .map((hash) => {
      const book = hash.slice(0, shownOfHash)
      return { code: 'rules-not-in-force', facts: { listing, book } }
    })
}

function fieldsOf(body: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(body)
    // @NOTE what is an object in JSON has fields by their names.
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
