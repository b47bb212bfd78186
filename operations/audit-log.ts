/**
 * Checks a whole log from its export (controle), line by line and without a database: every hash, every
 * commitment that can be opened, every checkpoint with its signature, the tree as it grew, and every decision
 * anew from its receipt. Nothing stops it: what is wrong is named, and the rest is checked as well.
 */
import type { Json } from '../core/basics/canonical-json.ts'
import {
  readCheckpoint,
  readKeyText,
  readWitnessKey,
  type SignedCheckpoint,
} from '../core/basics/checkpoint.ts'
import type { NamedKey } from '../core/basics/key-change.ts'
import { emptyTree, type Growing, grow, rootOf } from '../core/basics/merkle.ts'
import { bytesOfHex, hex } from '../core/basics/sha256.ts'
import type { AuditFault } from '../core/oversight/audit-fault.ts'
import {
  type ExportEnd,
  type ExportedDecision,
  type ExportedEvent,
  type ExportHead,
  type ExportLine,
  readExportLine,
} from '../core/oversight/log-export.ts'
import { keyChangeKind } from '../store/key-changes.ts'
import { commitmentTo, leafHash } from '../store/log.ts'
import { announcedKey, cosignedAt, isSignedBy, publicKeyText } from '../store/log-key.ts'
import { type BeaconCheck, DrawAudit } from './audit-draws.ts'
import { checkDecision, type DecidedAgain, decisionIn } from './decide-again.ts'
import { RulesTold } from './rules-told.ts'

export type AuditOptions = {
  /** The key one trusts (vkey): the one the export names, or one that the log announced after it. */
  readonly key?: string
  /** A checkpoint that was kept from before: the log must still begin with it. */
  readonly earlier?: SignedCheckpoint
  /** Called now and then with how many events were read. */
  readonly watch?: (events: number) => void
  /** Who can check the signature of a beacon; without, draws are counted as not checked. */
  readonly beacon?: BeaconCheck
  /** Called for each decision, for who has more to hold it to. */
  readonly decided?: (decision: ExportedDecision, again: DecidedAgain) => Promise<AuditFault[]>
}

export type Audit = {
  readonly holds: ExportHead['holds']
  /** The log's name and the key its checkpoints were checked by, from the first on. */
  readonly key: string
  /** The keys that the log announced after it, each by the one before, with where. */
  readonly otherKeys: readonly { readonly key: string; readonly position: number }[]
  readonly events: number
  readonly checkpoints: number
  readonly decisions: number
  /** Commitments that could be opened, and those of which the value is not there. */
  readonly values: number
  readonly closedValues: number
  /** Decisions of whose responses nothing stands in the log. */
  readonly withoutResponses: number
  /** Listings that closed, and no receipt of a list was committed to: brought in from before, or to be drawn. */
  readonly withoutReceipt: number
  /** Draws of which the beacon's signature was checked, those for practice, and those not checked. */
  readonly draws: {
    readonly checked: number
    readonly practice: number
    readonly unchecked: number
  }
  /** Who signed checkpoints along, how many, and the last of them. */
  readonly witnesses: readonly {
    readonly name: string
    readonly count: number
    readonly size: number
  }[]
  readonly root: string
  readonly faults: readonly AuditFault[]
  /** Faults beyond the first so many, which are only counted. */
  readonly moreFaults: number
}

const faultsMax = 1000

/** Checks an export, given by its lines without line ends. */
export async function auditLog(
  lines: AsyncIterable<string> | Iterable<string>,
  options: AuditOptions = {},
): Promise<Audit> {
  const audit = new RunningAudit(options)
  for await (const line of lines) {
    audit.line += 1
    await audit.read(line)
  }
  return audit.finish()
}

/** Who responded to a listing that is still open, as far as it can be seen. */
type Responses = { readonly people: Set<string>; unseen: number }

class RunningAudit {
  line = 0
  readonly #options: AuditOptions
  readonly #faults: AuditFault[] = []
  #faultCount = 0
  #head: ExportHead | undefined
  #end: ExportEnd | undefined
  /** The first key, and those that the log announced after it. */
  readonly #keys: { readonly key: NamedKey; readonly position: number }[] = []
  /** How many of them signed already: the last of those, and all after it, sign the next checkpoint. */
  #keysSigned = 1
  #tree: Growing = emptyTree
  /** The position that comes next, after whatever gap. */
  #next = 0
  #checkpoints = 0
  #decisions = 0
  #values = 0
  #closedValues = 0
  #withoutResponses = 0
  readonly #withoutReceipt = new Set<string>()
  #signedSize = 0
  #rightSize = 0
  #earlierSeen = false
  /** The rules under which listings closed whose list waits for a draw. */
  readonly #rules = new Map<string, readonly string[]>()
  readonly #told = new RulesTold()
  #last: (ExportedEvent & { readonly about: Body }) | undefined
  #awaited: { readonly listing: string; readonly position: number } | undefined
  readonly #responses = new Map<string, Responses>()
  readonly #draws: DrawAudit
  readonly #witnesses = new Map<string, NamedKey>()
  /** Signatures by others than the log: who they are may stand further on. */
  readonly #cosigned: SignedCheckpoint[] = []

  constructor(options: AuditOptions) {
    this.#options = options
    this.#draws = new DrawAudit(options.beacon)
    if (options.earlier?.size === 0) this.#earlierSeen = true
  }

  #fault(fault: AuditFault): void {
    this.#faultCount += 1
    if (this.#faults.length < faultsMax) this.#faults.push(fault)
  }

  async read(text: string): Promise<void> {
    const read = readExportLine(text)
    if (!this.#head) return this.#begin(read)
    if (!read || 'head' in read) {
      return this.#fault({ code: 'line-unreadable', facts: { line: this.line } })
    }
    if (this.#end) return this.#fault({ code: 'nothing-after-end', facts: { line: this.line } })
    if ('decision' in read) return this.#decision(read.decision)
    this.#missingDecision()
    if ('event' in read) return this.#event(read.event)
    if ('checkpoint' in read) return this.#checkpoint(read.checkpoint)
    this.#end = read.end
  }

  #begin(read: ExportLine | undefined): void {
    const named = read && 'head' in read ? read.head : undefined
    if (!named) this.#fault({ code: 'not-an-export', facts: {} })
    this.#head = named ?? { format: 'verdeelsleutel-log-v1', holds: 'all', key: '' }
    const first = readKeyText(this.#head.key) ?? readKeyText(this.#options.key ?? '')
    if (first) this.#keys.push({ key: first, position: -1 })
    else this.#fault({ code: 'no-key', facts: {} })
  }

  #trusted(): void {
    const expected = this.#options.key?.trim()
    if (expected === undefined || !this.#head) return
    if (this.#keys.some(({ key }) => publicKeyText(key) === expected)) return
    this.#fault({ code: 'other-key', facts: { found: this.#head.key, expected } })
  }

  #event(event: ExportedEvent): void {
    const { position, hash, body, values } = event
    const expected = this.#next
    this.#next = position + 1
    if (position !== expected) {
      this.#fault({
        code: 'position-differs',
        facts: { line: this.line, expected, found: position },
      })
    }
    if (hex(leafHash(body)) !== hash) {
      this.#fault({ code: 'event-altered', facts: { position } })
    }
    const about = bodyOf(body)
    for (const [name, value, salt] of values) {
      const committed = about.commitments[name]
      if (committed !== commitmentTo(value, bytesOfHex(salt) ?? new Uint8Array())) {
        this.#fault({ code: 'value-altered', facts: { position, name } })
      }
    }
    this.#values += values.length
    this.#closedValues += Object.keys(about.commitments).length - values.length
    this.#last = { ...event, about }
    // The tree is grown from what stands there, so that an altered body does not hide what comes after it.
    this.#tree = grow(this.#tree, bytesOfHex(hash) ?? leafHash(body))
    if (this.#tree.size === this.#options.earlier?.size) this.#earlier(this.#options.earlier)
    this.#told.read(position, body)
    if (this.#head?.holds === 'all') this.#about(event, about)
    this.#open(event, about)
    if (this.#tree.size % 1000 === 0) this.#options.watch?.(this.#tree.size)
  }

  // What is open can be checked without knowing anybody.
  #open({ position, body }: ExportedEvent, { kind, listing, key, note }: Body): void {
    if (kind === keyChangeKind) this.#keyChange(position, note)
    if (listing !== undefined) {
      for (const fault of this.#draws.read({ position, listing, kind, body })) this.#fault(fault)
    }
    const witness = kind === witnessKind && key !== undefined ? readWitnessKey(key) : undefined
    if (witness) this.#witnesses.set(witness.name, witness)
  }

  #keyChange(position: number, note: string | undefined): void {
    const before = this.#keys.at(-1)
    const key = before && note !== undefined ? announcedKey(note, before.key) : undefined
    if (key) this.#keys.push({ key, position })
    else this.#fault({ code: 'key-change-wrong', facts: { position } })
  }

  #earlier({ size, root }: SignedCheckpoint): void {
    this.#earlierSeen = true
    if (hex(rootOf(this.#tree)) !== hex(root)) {
      this.#fault({ code: 'earlier-differs', facts: { size } })
    }
  }

  #about({ position, body, values }: ExportedEvent, { kind, listing, rules }: Body): void {
    if (listing === undefined) return
    if (decisionIn(body)) {
      this.#awaited = { listing, position }
      return
    }
    if (kind === closedKind) {
      this.#withoutReceipt.add(listing)
      if (rules) this.#rules.set(listing, rules)
      else this.#responses.delete(listing)
    }
    if (kind !== respondedKind && kind !== withdrewKind) return
    const of = this.#responses.get(listing) ?? { people: new Set<string>(), unseen: 0 }
    this.#responses.set(listing, of)
    const person = values.find(([name]) => name === 'person')?.[1]
    if (typeof person !== 'string') of.unseen += kind === respondedKind ? 1 : -1
    else if (kind === respondedKind) of.people.add(person)
    else of.people.delete(person)
  }

  #checkpoint(note: string): void {
    const read = readCheckpoint(note)
    if (!read) {
      this.#fault({ code: 'checkpoint-unreadable', facts: { line: this.line } })
      return
    }
    this.#checkpoints += 1
    const { origin, size, root } = read
    const [first] = this.#keys
    if (first && origin !== first.key.name) {
      this.#fault({ code: 'other-log', facts: { size, found: origin, expected: first.key.name } })
    }
    // Where a key was announced since the last one, both sign: the old one vouches for all before the new.
    const signing = this.#keys.slice(this.#keysSigned - 1)
    if (signing.some(({ key }) => !isSignedBy(read, key))) {
      this.#fault({ code: 'signature-wrong', facts: { size } })
    }
    this.#keysSigned = Math.max(1, this.#keys.length)
    if (read.signatures.length > 1) this.#cosigned.push(read)
    const events = this.#tree.size
    if (size !== events) {
      this.#fault({ code: 'checkpoint-misplaced', facts: { size, events } })
    } else if (hex(rootOf(this.#tree)) !== hex(root)) {
      this.#fault({ code: 'root-differs', facts: { size, right: this.#rightSize } })
    } else {
      this.#rightSize = size
    }
    this.#signedSize = Math.max(this.#signedSize, Math.min(size, events))
  }

  #missingDecision(): void {
    if (!this.#awaited) return
    this.#fault({ code: 'decision-missing', facts: this.#awaited })
    this.#responses.delete(this.#awaited.listing)
    this.#awaited = undefined
  }

  async #decision(decision: ExportedDecision): Promise<void> {
    const listing = String(decision.listing)
    const event = this.#last
    this.#decisions += 1
    const belongs =
      event?.position === decision.position &&
      event.about.listing === listing &&
      decisionIn(event.body) !== undefined
    if (!event || !belongs) {
      return this.#fault({ code: 'decision-misplaced', facts: { listing, line: this.line } })
    }
    this.#awaited = undefined
    this.#withoutReceipt.delete(listing)
    const again = checkDecision(decision.receipt, event, listing, this.#rules.get(listing))
    this.#rules.delete(listing)
    this.#told.decided(listing, again.rules)
    for (const fault of again.faults) this.#fault(fault)
    for (const fault of (await this.#options.decided?.(decision, again)) ?? []) this.#fault(fault)
    this.#candidates(again, listing)
  }

  // Whoever responded is among the candidates, and nobody else is; erased people cannot be told.
  #candidates({ candidates }: DecidedAgain, listing: string): void {
    const responses = this.#responses.get(listing)
    this.#responses.delete(listing)
    if (!responses) {
      if (candidates.length > 0) this.#withoutResponses += 1
      return
    }
    const { people, unseen } = responses
    const strangers = candidates.filter((id) => !people.has(id)).length
    if (strangers > unseen) {
      this.#fault({
        code: 'candidate-without-response',
        facts: { listing, count: strangers - unseen },
      })
    }
    const known = new Set(candidates)
    const leftOut = [...people].filter((person) => !known.has(person)).length
    if (leftOut > 0) this.#fault({ code: 'response-left-out', facts: { listing, count: leftOut } })
  }

  #witnessed(): Audit['witnesses'] {
    return [...this.#witnesses.values()].flatMap((witness) => {
      const signed = this.#cosigned.filter(({ signatures }) =>
        signatures.some(({ name }) => name === witness.name),
      )
      for (const each of signed) {
        if (cosignedAt(each, witness) !== undefined) continue
        const facts = { size: each.size, witness: witness.name }
        this.#fault({ code: 'cosignature-wrong', facts })
      }
      const last = signed.at(-1)
      return last ? [{ name: witness.name, count: signed.length, size: last.size }] : []
    })
  }

  finish(): Audit {
    if (!this.#head) this.#begin(undefined)
    this.#missingDecision()
    const events = this.#tree.size
    if (!this.#end) this.#fault({ code: 'truncated', facts: { events } })
    else this.#counts(this.#end)
    if (this.#signedSize < events) {
      this.#fault({ code: 'not-signed', facts: { count: events - this.#signedSize, events } })
    }
    this.#trusted()
    for (const fault of this.#told.faults()) this.#fault(fault)
    const { earlier } = this.#options
    if (earlier && !this.#earlierSeen) {
      this.#fault({ code: 'earlier-not-reached', facts: { size: earlier.size, events } })
    }
    const witnesses = this.#witnessed()
    const [first, ...others] = this.#keys
    const { checked, practice, unchecked } = this.#draws
    return {
      ...{ witnesses, draws: { checked, practice, unchecked } },
      holds: this.#head?.holds ?? 'all',
      key: first ? publicKeyText(first.key) : '',
      otherKeys: others.map(({ key, position }) => ({ key: publicKeyText(key), position })),
      events,
      checkpoints: this.#checkpoints,
      decisions: this.#decisions,
      values: this.#values,
      closedValues: this.#closedValues,
      withoutResponses: this.#withoutResponses,
      withoutReceipt: this.#withoutReceipt.size,
      root: hex(rootOf(this.#tree)),
      faults: this.#faults,
      moreFaults: this.#faultCount - this.#faults.length,
    }
  }

  #counts(end: ExportEnd): void {
    const found = {
      events: this.#tree.size,
      checkpoints: this.#checkpoints,
      decisions: this.#decisions,
    }
    for (const what of ['events', 'checkpoints', 'decisions'] as const) {
      if (end[what] === found[what]) continue
      this.#fault({ code: 'end-differs', facts: { what, said: end[what], found: found[what] } })
    }
  }
}

const respondedKind = 'responded'
const withdrewKind = 'withdrew-response'
const closedKind = 'listing-closed'
const witnessKind = 'witness-registered'

/** What an audit reads of an event's body. */
type Body = {
  readonly kind: string
  readonly listing: string | undefined
  readonly rules: readonly string[] | undefined
  readonly key: string | undefined
  readonly note: string | undefined
  readonly commitments: Readonly<Record<string, Json | undefined>>
}

function bodyOf(body: string): Body {
  try {
    const { kind, listing, rules, key, note, commitments } = JSON.parse(body)
    return {
      kind: String(kind),
      listing: listing === undefined ? undefined : String(listing),
      rules: Array.isArray(rules) ? rules.map(String) : undefined,
      key: typeof key === 'string' ? key : undefined,
      note: typeof note === 'string' ? note : undefined,
      commitments: typeof commitments === 'object' && commitments !== null ? commitments : {},
    }
  } catch {
    const none = { listing: undefined, rules: undefined, key: undefined, note: undefined }
    return { kind: '', ...none, commitments: {} }
  }
}
