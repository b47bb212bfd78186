/**
 * The lottery (loting) from a terminal: commit to a list, draw once, and check what was published.
 * What each command takes and writes stands in docs/guides/verify-a-draw.md.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Issue } from '../core/policy/issue.ts'
import { checkDraw } from '../core/ranking/check-draw.ts'
import { type Commitment, commitLottery, hashCommitment } from '../core/ranking/commit-lottery.ts'
import { type Draw, drawLots } from '../core/ranking/draw-lots.ts'
import {
  type Evidence,
  firstRoundFrom,
  type Instant,
  timeOf,
  timeOfRound,
  usualSources,
} from '../core/ranking/settle-randomness.ts'
import {
  isKnownChain,
  openPracticeSeed,
  practiceBeacon,
  quicknet,
  signatureCheckFor,
} from '../server/beacon.ts'
import {
  formatInstant,
  type LotteryProblem,
  lotteryReportTexts,
  sayLotteryProblem,
} from '../words/draw.ts'
import { type Language, speak } from '../words/language.ts'
import { type Done, done, unreadable } from './command.ts'
import {
  onlyClass,
  readCommitment,
  readDraw,
  readLots,
  readParties,
  readSaid,
  type Said,
  writeOnce,
} from './draw-files.ts'

type Common = {
  /** The present moment, in whole seconds; only the start of the program reads a clock. */
  readonly now: Instant
  /** Where the commitment or the draw is written, under the lottery's id. */
  readonly folder: string
  readonly language?: Language
  /** Seed of the practice beacon; the open one, that everybody knows, when it is left out. */
  readonly practiceSeed?: string
}

/** `draw commit`: binds a list of lots, at least an hour before the value that orders it can be known. */
export type CommitOptions = Common & {
  /** `--id`: names the lottery for ever; letters, digits, full stops and hyphens. */
  readonly lottery: string
  /** `--lots`: a CSV or JSON file with `lot` and `class`; with more weight, more rows. */
  readonly lots: string
  /** `--rules-hash`: SHA-256 of the rules in force, in hexadecimal. */
  readonly rulesHash: string
  /** `--draw-at`: the first round of the beacon from this moment on is the named round. */
  readonly drawAt: Instant
  /** `--chain`: a real lottery uses quicknet. */
  readonly chain: 'quicknet' | 'practice'
  /** `--classes`: the priority classes, first served first; all lots alike when left out. */
  readonly classes?: readonly string[]
  /** `--parties`: a JSON file with the name and commitment of each party, for the last fallback. */
  readonly parties?: string
  /** `--margin`: seconds between commitment and round, an hour or more. */
  readonly marginSeconds?: number
}

export function commitDraw(options: CommitOptions): Done {
  const { lottery, now, folder, rulesHash, marginSeconds = 3600, classes = [onlyClass] } = options
  const say = reporter(options)
  if (!fileName.test(lottery)) return done(2, say('id-unfit', { lottery }))
  if (!sha256Text.test(rulesHash)) return done(2, say('rules-unfit'))
  const lots = readLots(options.lots)
  if (Array.isArray(lots)) return unread(lots, options)
  const parties = options.parties === undefined ? nobody : readParties(options.parties)
  if (Array.isArray(parties)) return unread(parties, options)

  const chain = options.chain === 'practice' ? practiceOf(options).chain : quicknet
  const sources = usualSources(chain, firstRoundFrom(chain, options.drawAt), parties.read)
  const plan = { lottery, committedAt: now, marginSeconds, rulesHash, classes, chain, sources }
  const outcome = commitLottery(plan, lots.read)
  if (!outcome.committed) {
    return done(1, say('not-committed', { lottery }), ...sayAll(outcome.problems, options))
  }
  const file = join(folder, `${lottery}.commitment.json`)
  if (!writeOnce(file, outcome.commitment))
    return done(1, say('already-committed', { lottery, file }))
  return done(0, ...commitmentLines(outcome.commitment, options), say('written', { file }))
}

/** `draw run`: orders the lots of a commitment by what its sources said. It goes once. */
export type RunOptions = Common & {
  /** `--commitment`: the file that `commit` wrote. */
  readonly commitment: string
  /** `--lots`: the same lots as were committed. */
  readonly lots: string
  /**
   * `--values`: a JSON file with what the beacon and the parties said. A response of drand is good as it
   * is, or a list of `{round, signature, receivedAt}` and `{party, secret, receivedAt}`; what has no
   * `receivedAt` is received now. A practice beacon signs by itself.
   */
  readonly values?: string
}

export function runDraw(options: RunOptions): Done {
  const say = reporter(options)
  const commitment = readCommitment(options.commitment)
  if (Array.isArray(commitment)) return unread(commitment, options)
  const { lottery } = commitment.read
  if (!fileName.test(lottery)) return done(2, say('id-unfit', { lottery }))
  const file = join(options.folder, `${lottery}.draw.json`)
  if (existsSync(file)) return done(1, say('already-drawn', { lottery, file }))
  const lots = readLots(options.lots)
  if (Array.isArray(lots)) return unread(lots, options)
  const values = options.values === undefined ? nobody : readSaid(options.values)
  if (Array.isArray(values)) return unread(values, options)

  const outcome = drawLots({
    commitment: commitment.read,
    lots: lots.read,
    evidence: [
      ...practiceRounds(commitment.read, options),
      ...evidenceOf(values.read, commitment.read, options.now),
    ],
    now: options.now,
    signatureHolds: signatureCheckFor(commitment.read.chain),
  })
  if (!outcome.drawn) {
    const waits = outcome.problems.every(({ code }) => code === 'waiting-for-source')
    return done(waits ? 3 : 1, say('not-drawn', { lottery }), ...sayAll(outcome.problems, options))
  }
  if (!writeOnce(file, outcome.draw)) return done(1, say('already-drawn', { lottery, file }))
  return done(0, ...drawLines(outcome.draw, options), say('written', { file }))
}

/** `draw verify`: does a published draw again, and says what differs. */
export type VerifyOptions = {
  /** The published draw. */
  readonly draw: string
  /** `--commitment`: the commitment as it was published before the draw. */
  readonly commitment?: string
  /** `--lot`: also say which place this lot has. */
  readonly lot?: string
  readonly language?: Language
}

export function verifyDraw(options: VerifyOptions): Done {
  const say = reporter(options)
  const published = readDraw(options.draw)
  if (Array.isArray(published)) return unread(published, options)
  const before = options.commitment === undefined ? undefined : readCommitment(options.commitment)
  if (Array.isArray(before)) return unread(before, options)

  const draw = published.read
  const { lottery, lotCount, chain } = draw.commitment
  const problems = sayAll(checkDraw(draw, signatureCheckFor(chain), before?.read), options)
  if (!isKnownChain(chain)) problems.unshift(say('unknown-chain', { chain: chain.name }))
  if (problems.length > 0) return done(1, say('does-not-hold', { lottery }), ...problems)
  const hash = hashCommitment(draw.commitment)
  return done(
    0,
    say('holds', { lottery, count: lotCount }),
    ...(before === undefined ? [say('not-compared', { hash })] : []),
    ...remarkLines(draw, options),
    ...(options.lot === undefined ? [] : [placeLine(draw, options.lot, say)]),
  )
}

type Speaking = { readonly language?: Language }
type Say = ReturnType<typeof reporter>

function reporter({ language = 'nl' }: Speaking) {
  return speak(lotteryReportTexts, language)
}

function unread(issues: readonly Issue[], { language = 'nl' }: Speaking): Done {
  return unreadable(issues, { language })
}

function sayAll(problems: readonly LotteryProblem[], { language = 'nl' }: Speaking): string[] {
  return problems.map((problem) => sayLotteryProblem(problem, language))
}

function commitmentLines(commitment: Commitment, options: CommitOptions): string[] {
  const say = reporter(options)
  const { lottery, lotCount, chain, sources } = commitment
  const [named] = sources
  const lines = [
    say('committed', { lottery, count: lotCount }),
    say('fingerprint', { hash: hashCommitment(commitment) }),
  ]
  if (named?.kind === 'round') {
    const at = formatInstant(timeOf(named, chain), options.language ?? 'nl')
    lines.push(say('draw-moment', { at, round: String(named.round), chain: chain.name }))
  }
  if (chain.practice) return [...lines, say('practice')]
  const settles = sources.some(({ kind }) => kind === 'parties')
  return settles ? lines : [...lines, say('without-parties')]
}

const placesShown = 10

function drawLines(draw: Draw, options: RunOptions): string[] {
  const say = reporter(options)
  const order = draw.lots.toSorted((a, b) => a.place - b.place).slice(0, placesShown)
  return [
    say('drawn', { lottery: draw.commitment.lottery }),
    ...order.map(({ place, lot, class: served }) =>
      say('drawn-place', { place, lot, class: served }),
    ),
    ...remarkLines(draw, options),
  ]
}

function remarkLines({ commitment, evidence, silent }: Draw, speaking: Speaking): string[] {
  const say = reporter(speaking)
  const [named] = commitment.sources
  const [said] = evidence
  const asNamed = named?.kind === 'round' && said?.kind === 'round' && said.round === named.round
  const lines = asNamed ? [] : [say('fallback')]
  if (silent.length > 0) lines.push(say('silent', { silent }))
  return commitment.chain.practice ? [...lines, say('practice')] : lines
}

function placeLine({ lots }: Draw, lot: string, say: Say): string {
  const found = lots.find((each) => each.lot === lot)
  if (found === undefined) return say('not-in-draw', { lot })
  return say('place', { lot, place: found.place, count: lots.length })
}

// A practice beacon is never late: each round whose time has come was signed at that time.
function practiceRounds({ chain, sources }: Commitment, options: RunOptions): Evidence[] {
  if (!chain.practice) return []
  const beacon = practiceOf(options)
  return sources.flatMap((source): Evidence[] => {
    if (source.kind !== 'round') return []
    const signature = beacon.sign(source.round, options.now)
    if (signature === undefined) return []
    const { publicKey } = beacon.chain
    const receivedAt = timeOfRound(chain, source.round)
    return [{ kind: 'round', publicKey, round: source.round, signature, receivedAt }]
  })
}

function evidenceOf(said: readonly Said[], { chain }: Commitment, now: Instant): Evidence[] {
  return said.map((item) =>
    'round' in item
      ? {
          kind: 'round',
          publicKey: chain.publicKey,
          round: item.round,
          signature: item.signature,
          receivedAt: item.receivedAt ?? now,
        }
      : {
          kind: 'reveal',
          party: item.party,
          secret: item.secret,
          receivedAt: item.receivedAt ?? now,
        },
  )
}

function practiceOf({ practiceSeed = openPracticeSeed }: Common) {
  return practiceBeacon(practiceSeed)
}

// The id becomes the name of a file.
const fileName = /^[A-Za-z0-9][A-Za-z0-9._-]*$/
const sha256Text = /^[0-9a-f]{64}$/
const nobody = { read: [] }
