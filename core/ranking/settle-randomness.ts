/**
 * Where the chance of a lottery (loting) comes from. The sources are named in order before the lottery:
 * a round of a public beacon, a later round of it, a pulse of the NIST beacon, and last three parties
 * who each committed to a secret. The first source that spoke in time counts, so nobody can choose.
 * Scheme `wrv-loting-v1`; recipe in docs/guides/verify-a-draw.md.
 */
import { assert } from '../basics/assert.ts'
import type { NoFacts, Problem } from '../basics/problem.ts'
import { bytesOfHex, hex, sha256 } from '../basics/sha256.ts'

/** Whole seconds since 1970-01-01T00:00:00Z (Unix time). */
export type Instant = number

/** A public beacon (baken): signed rounds at a fixed pace. A practice beacon gives an `oefenloting`. */
export type BeaconChain = {
  readonly name: string
  readonly publicKey: string
  readonly genesis: Instant
  readonly periodSeconds: number
  readonly practice: boolean
}

/** A source of chance (bron van toeval); after `until` it no longer counts and the next one does. */
export type RandomSource =
  | { readonly kind: 'round'; readonly round: number; readonly until: Instant }
  | { readonly kind: 'pulse'; readonly at: Instant; readonly until: Instant }
  | {
      readonly kind: 'parties'
      /** Secrets told earlier do not count: another source could still have spoken. */
      readonly from: Instant
      readonly until: Instant
      readonly parties: readonly Party[]
    }

/** Somebody who gave SHA-256(secret) before the lottery closed; the secret has 32 bytes. */
export type Party = { readonly name: string; readonly commitment: string }

export type RoundValue = {
  readonly kind: 'round'
  readonly publicKey: string
  readonly round: number
  readonly signature: string
  readonly receivedAt: Instant
}

export type PulseValue = {
  readonly kind: 'pulse'
  readonly at: Instant
  readonly outputValue: string
  readonly receivedAt: Instant
}

export type Reveal = {
  readonly kind: 'reveal'
  readonly party: string
  readonly secret: string
  readonly receivedAt: Instant
}

/** What a source said, and when that was received. Bytes are written in hexadecimal. */
export type Evidence = RoundValue | PulseValue | Reveal

/** Checking a beacon's signature is the caller's work; a party's secret is checked here. */
export type SignatureCheck = (value: RoundValue | PulseValue) => boolean

/** Why a source or what it said does not count. Sources are numbered from 0, the named round. */
export type RandomnessProblem = Problem<{
  'no-source': NoFacts
  'duplicate-party': { readonly party: string }
  'source-closes-early': { readonly source: number }
  'fallback-too-early': { readonly source: number; readonly availableFrom: Instant }
  'wrong-chain': { readonly committed: string; readonly received: string }
  'not-committed': { readonly kind: Evidence['kind']; readonly which: string | number }
  'value-not-verified': { readonly kind: Evidence['kind']; readonly which: string | number }
  'value-before-its-time': { readonly availableFrom: Instant; readonly receivedAt: Instant }
  'value-too-late': { readonly until: Instant; readonly receivedAt: Instant }
  'waiting-for-source': { readonly source: number; readonly until: Instant }
  'no-source-left': NoFacts
}>

export type Settlement =
  | {
      readonly settled: true
      readonly source: number
      /** The 32 bytes b of the scheme. */
      readonly value: Uint8Array
      readonly evidence: readonly Evidence[]
      /** Parties who did not reveal their secret; they are named in public. */
      readonly silent: readonly string[]
    }
  | { readonly settled: false; readonly problems: readonly RandomnessProblem[] }

type Question = {
  readonly chain: BeaconChain
  readonly sources: readonly RandomSource[]
  readonly evidence: readonly Evidence[]
  readonly now: Instant
  readonly signatureHolds: SignatureCheck
}

/** Says which source counts and the value it gave, or what is still to be waited for. */
export function settleRandomness(question: Question): Settlement {
  const judged = question.evidence.map((item) => ({ item, problem: whyNot(item, question) }))
  const counting = judged.flatMap(({ item, problem }) => (problem === undefined ? [item] : []))
  const problems = judged.flatMap(({ problem }) => problem ?? [])

  for (const [index, source] of question.sources.entries()) {
    const spoken = spokenBy(source, counting, question.now)
    if (spoken !== undefined) return { settled: true, source: index, ...spoken }
    if (question.now <= source.until) {
      const facts = { source: index, until: source.until }
      return { settled: false, problems: [...problems, { code: 'waiting-for-source', facts }] }
    }
  }
  return { settled: false, problems: [...problems, { code: 'no-source-left', facts: {} }] }
}

/**
 * The sources in the usual order: the named round for 24 hours, the round at the next whole hour, the
 * pulse at the whole hour after that, and the parties. Each waits as long as the first.
 */
export function usualSources(
  chain: BeaconChain,
  round: number,
  parties: readonly Party[] = [],
): RandomSource[] {
  const named = { kind: 'round', round, until: timeOfRound(chain, round) + waitSeconds } as const
  const later = firstRoundFrom(chain, nextWholeHour(named.until))
  const laterUntil = timeOfRound(chain, later) + waitSeconds
  const at = nextWholeHour(laterUntil)
  const from = nextWholeHour(at + waitSeconds)
  return [
    named,
    { kind: 'round', round: later, until: laterUntil },
    { kind: 'pulse', at, until: at + waitSeconds },
    ...(parties.length > 0
      ? [{ kind: 'parties', from, until: from + waitSeconds, parties } as const]
      : []),
  ]
}

/** No fallback may be known while an earlier source can still count: somebody could choose. */
export function checkSources(
  chain: BeaconChain,
  sources: readonly RandomSource[],
): RandomnessProblem[] {
  if (sources.length === 0) return [{ code: 'no-source', facts: {} }]
  return sources.flatMap((source, index) => {
    const availableFrom = timeOf(source, chain)
    const before = sources[index - 1]
    const problems: RandomnessProblem[] = duplicateParties(source)
    if (source.until < availableFrom) {
      problems.push({ code: 'source-closes-early', facts: { source: index } })
    }
    if (before !== undefined && availableFrom <= before.until) {
      problems.push({ code: 'fallback-too-early', facts: { source: index, availableFrom } })
    }
    return problems
  })
}

export function timeOfRound({ genesis, periodSeconds }: BeaconChain, round: number): Instant {
  return genesis + (round - 1) * periodSeconds
}

/** The first round that is signed at this instant or later. */
export function firstRoundFrom({ genesis, periodSeconds }: BeaconChain, at: Instant): number {
  return Math.max(1, Math.ceil((at - genesis) / periodSeconds) + 1)
}

/** When the source speaks; nothing it says can be known before. */
export function timeOf(source: RandomSource, chain: BeaconChain): Instant {
  switch (source.kind) {
    case 'round':
      return timeOfRound(chain, source.round)
    case 'pulse':
      return source.at
    case 'parties':
      return source.from
  }
}

function whyNot(item: Evidence, question: Question): RandomnessProblem | undefined {
  const { chain, sources, now, signatureHolds } = question
  if (item.kind === 'round' && item.publicKey !== chain.publicKey) {
    const facts = { committed: chain.publicKey, received: item.publicKey }
    return { code: 'wrong-chain', facts }
  }
  const named = { kind: item.kind, which: nameOf(item) }
  const source = sources.find((candidate) => speaksFor(candidate, item))
  if (source === undefined) return { code: 'not-committed', facts: named }
  const { receivedAt } = item
  const availableFrom = timeOf(source, chain)
  if (receivedAt < availableFrom) {
    return { code: 'value-before-its-time', facts: { availableFrom, receivedAt } }
  }
  const until = Math.min(source.until, now)
  if (receivedAt > until) return { code: 'value-too-late', facts: { until, receivedAt } }
  const holds = item.kind === 'reveal' ? opens(source, item) : signatureHolds(item)
  return holds ? undefined : { code: 'value-not-verified', facts: named }
}

function nameOf(item: Evidence): string | number {
  switch (item.kind) {
    case 'round':
      return item.round
    case 'pulse':
      return item.at
    case 'reveal':
      return item.party
  }
}

function speaksFor(source: RandomSource, item: Evidence): boolean {
  switch (source.kind) {
    case 'round':
      return item.kind === 'round' && item.round === source.round
    case 'pulse':
      return item.kind === 'pulse' && item.at === source.at
    case 'parties':
      return item.kind === 'reveal' && source.parties.some(({ name }) => name === item.party)
  }
}

function opens(source: RandomSource, { party, secret }: Reveal): boolean {
  if (source.kind !== 'parties' || secret.length !== secretDigits) return false
  const committed = source.parties.find(({ name }) => name === party)?.commitment
  return hex(sha256(bytesOf(secret))) === committed
}

type Spoken = {
  readonly value: Uint8Array
  readonly evidence: readonly Evidence[]
  readonly silent: readonly string[]
}

function spokenBy(
  source: RandomSource,
  counting: readonly Evidence[],
  now: Instant,
): Spoken | undefined {
  const said = counting.filter((item) => speaksFor(source, item))
  if (source.kind === 'parties') return spokenByParties(source, said, now)
  const [first] = said
  if (first === undefined || first.kind === 'reveal') return undefined
  const bytes = bytesOf(first.kind === 'round' ? first.signature : first.outputValue)
  return { value: sha256(bytes), evidence: [first], silent: [] }
}

// Who stays silent is named, and what they committed to enters as it is: nobody can stop the draw. The
// last to speak can choose between two outcomes, by speaking or not, and so is seen by everybody.
function spokenByParties(
  source: RandomSource & { kind: 'parties' },
  said: readonly Evidence[],
  now: Instant,
): Spoken | undefined {
  const reveals = source.parties.map(({ name }) => said.find((item) => nameOf(item) === name))
  const silent = source.parties.filter((_, index) => reveals[index] === undefined)
  if (silent.length > 0 && now <= source.until) return undefined
  const parts = source.parties.map(({ commitment }, index) => {
    const reveal = reveals[index]
    return bytesOf(reveal?.kind === 'reveal' ? reveal.secret : commitment)
  })
  return {
    value: sha256('wrv-loting-v1 parties\0', ...parts),
    evidence: reveals.filter((item) => item !== undefined),
    silent: silent.map(({ name }) => name),
  }
}

function duplicateParties(source: RandomSource): RandomnessProblem[] {
  if (source.kind !== 'parties') return []
  const names = source.parties.map(({ name }) => name)
  const twice = names.filter((name, index) => names.indexOf(name) !== index)
  return twice.map((party) => ({ code: 'duplicate-party', facts: { party } }))
}

function bytesOf(text: string): Uint8Array {
  const bytes = bytesOfHex(text)
  assert(bytes !== undefined, `${text} was read as hexadecimal at the door`)
  return bytes
}

// After `until`, not at it: the earlier source still counts in that second.
function nextWholeHour(after: Instant): Instant {
  return (Math.floor(after / hourSeconds) + 1) * hourSeconds
}

const hourSeconds = 3600
const waitSeconds = 24 * hourSeconds
const secretDigits = 64
