/** The tables as code reads them; `migrations/` makes them, and a test holds the two to each other. */
import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { KeptPart, ListHead } from '../core/ranking/kept-list.ts'
import type { Member } from '../core/seekers/candidate.ts'
import type { EventName, Spell } from '../core/seekers/history.ts'

type Json<What extends object | null> = JSONColumnType<What>
/** JSON that the database fills in where nothing is said. */
type Defaulted<What extends object> = ColumnType<What, string | undefined, string>

/** JSON that is not there for what was written before it was kept. */
type Kept<What> = ColumnType<What | null, string | null, string | null>

export type Tables = {
  readonly event: {
    region: string
    number: Generated<number>
    at: Date
    kind: string
    actor: string | null
    body: string
    hash: Buffer
  }
  readonly event_value: {
    region: string
    event: number
    name: string
    person: string | null
    salt: Buffer
    value: Json<object>
  }
  readonly log_leaf: { region: string; position: number; event: number }
  readonly checkpoint: { region: string; size: number; root: Buffer; at: Date; note: string }
  readonly event_unplaced: { region: string; event: number }
  readonly log_head: { region: string; size: number }
  readonly log_tile: { region: string; level: number; index: number; hashes: Buffer }
  readonly human: {
    region: string
    id: string
    name: string
    email: string
    language: Generated<string>
    email_verified: Generated<boolean>
  }
  readonly login: { region: string; issuer: string; subject: string; human: string }
  readonly role_grant: {
    region: string
    human: string
    role: string
    organisation: Generated<string>
    from_day: CalendarDate
    until_day: CalendarDate
  }
  readonly session: {
    region: string
    hash: Buffer
    human: string
    csrf: string
    begun_at: Date
    seen_at: Date
  }
  readonly person: {
    region: string
    id: string
    human: string | null
    name: string
    email: string | null
    facts: Json<Facts>
    spells: Json<readonly Spell[]>
    members: Json<readonly Member[]>
    wishes: Json<Wishes>
    erased_at: Date | null
  }
  readonly history: {
    region: string
    person: string
    event: number
    name: EventName
    on_day: CalendarDate
    attributes: Json<Facts>
  }
  readonly mandate: {
    region: string
    person: string
    helper: string
    until_day: CalendarDate
    may: Generated<string[]>
  }
  readonly mandate_invite: {
    region: string
    id: string
    person: string
    name: string
    code_hash: Buffer
    may: string[]
    until_day: CalendarDate
    made_at: Date
  }
  readonly landlord: { region: string; id: string; name: string }
  readonly complex: {
    region: string
    id: string
    landlord: string
    name: string
    municipality: string
    neighbourhood: string
  }
  readonly dwelling: {
    region: string
    id: Generated<number>
    complex: string
    address: string
    facts: Json<Facts>
  }
  readonly vacancy: {
    region: string
    id: Generated<number>
    dwelling: number
    landlord: string
    free_from: CalendarDate
    reported_at: Date
    in_vain_since: CalendarDate | null
    let_at: Date | null
  }
  readonly rule_book: {
    region: string
    hash: Buffer
    id: string
    text: string
    /** Of what was released before releases had a table of their own. */
    released_at: Date | null
  }
  readonly rule_proposal: {
    region: string
    id: string
    hash: Buffer
    line: string
    replaces: Buffer | null
    role: string
    organisation: string
    adopted_in: string[]
    asked: Json<readonly AskedAdviser[]>
    explanation: string
    findings: Json<readonly object[]>
    advice_until: CalendarDate
    term_source: string | null
    proposed_by: string
    proposed_at: Date
    event: number
    withdrawn_at: Date | null
    released_event: number | null
  }
  readonly rule_advice: {
    region: string
    id: string
    proposal: string
    role: string
    organisation: string
    verdict: Verdict
    text: string
    by_human: string
    at: Date
    event: number
  }
  readonly rule_point: {
    region: string
    advice: string
    number: number
    text: string
    answer: string | null
    answered_by: string | null
    answered_at: Date | null
  }
  readonly rule_adoption: {
    region: string
    proposal: string
    municipality: string
    decided_on: CalendarDate
    title: string
    number: string
    document: Buffer
    by_human: string
    at: Date
    event: number
  }
  readonly rule_release_asked: {
    region: string
    proposal: string
    decides_from: Date
    asked_by: string
    asked_at: Date
  }
  readonly rule_release: {
    region: string
    line: string
    decides_from: Date
    hash: Buffer
    replaces: Buffer | null
    proposal: string | null
    asked_by: string | null
    confirmed_by: string | null
    at: Date
    event: number | null
  }
  readonly role_request: {
    region: string
    id: string
    human: string
    role: string
    organisation: string
    from_day: CalendarDate
    until_day: CalendarDate
    reason: string
    asked_by: string
    asked_at: Date
    event: number
    answered_by: string | null
    answered_at: Date | null
    granted: boolean | null
  }
  readonly pulse: { region: string; at: Date }
  readonly listing: {
    region: string
    id: Generated<number>
    vacancy: number
    landlord: string
    facts: Json<Facts>
    words: Json<ListingWords>
    rule_books: Buffer[]
    opens_at: Date | null
    closes_at: Date | null
    closes_on: CalendarDate | null
    /** When it would have closed, had there been no outage. */
    extended_from: Generated<Date | null>
    state: ListingState
    responses: Generated<number>
    made_by: string | null
    reviewed_by: string | null
    grounds: Defaulted<Readonly<Record<string, string>>>
    lint: Defaulted<readonly object[]>
  }
  readonly response: {
    region: string
    listing: number
    person: string
    event: number
    at: Date
    via: ResponseChannel
    withdrawn_at: Date | null
  }
  readonly ranking: {
    region: string
    listing: number
    event: number
    on_day: CalendarDate
    hash: Buffer
    receipt: Buffer
    candidates: number
    placed: number
    head: Kept<ListHead>
  }
  readonly standing: {
    region: string
    listing: number
    person: string
    place: number | null
    tier: string | null
    code: string | null
    part: Kept<KeptPart>
  }
  readonly offer: {
    region: string
    id: string
    listing: number
    person: string
    place: number
    made_at: Date
    answer_by: Date
    viewing_at: Date | null
    state: OfferState
    answered_at: Date | null
    ground: string | null
    event: number | null
    papers_by: Date | null
  }
  readonly draw: {
    region: string
    listing: number
    event: number
    commitment: Json<object>
    undrawn: Buffer
    drawn_from: Date
    settled_at: Date | null
    result: ColumnType<object | null, string | null, string | null>
  }
  readonly lot: { region: string; listing: number; lot: string; person: string; class: number }
  readonly passed_over: {
    region: string
    listing: number
    person: string
    place: number
    code: string
    at: Date
    event: number
  }
  readonly skip: {
    region: string
    listing: number
    person: string
    place: number
    ground: string
    proof: Json<object>
    at: Date
    by_human: string
    event: number
  }
  readonly evidence: {
    region: string
    offer: string
    kind: string
    source: string
    dated_on: CalendarDate
    outcome: string
    value: Json<Facts>
    seen_by: string
    seen_at: Date
    event: number
    seen_as: Generated<string>
    of_year: number | null
  }
  readonly document: {
    region: string
    id: string
    person: string
    offer: string
    kind: string
    media: string
    size: number
    sha256: Buffer
    content: Buffer
    given_at: Date
    given_by: string
    event: number
  }
  readonly correction: {
    region: string
    id: string
    person: string
    landlord: string
    of_event: number
    about: 'registered-on' | 'identity'
    from_day: CalendarDate | null
    to_day: CalendarDate | null
    from_name: string | null
    to_name: string | null
    from_born: CalendarDate | null
    to_born: CalendarDate | null
    paper_on: CalendarDate | null
    ground: string
    source: string
    proposed_by: string
    proposed_at: Date
    reviewed_by: string | null
    reviewed_at: Date | null
    agreed: boolean | null
    motivation: string | null
  }
  readonly letting: {
    region: string
    listing: number
    person: string
    starts_on: CalendarDate
    event: number
    facts: Json<Facts>
  }
  readonly registration_merge: {
    region: string
    id: string
    keeper: string
    joined: string | null
    code: string | null
    household: Json<Facts>
    before: Defaulted<Facts>
    listings: Defaulted<readonly number[]>
    asked_at: Date
    until: Date
    merged_at: Date | null
    keeper_event: number | null
    joined_event: number | null
    ended_at: Date | null
  }
  readonly standing_response: {
    region: string
    person: string
    event: number
    since: Date
    most: number
  }
  readonly chance: {
    region: string
    level: ChanceLevel
    place: string
    kind: string
    on_day: CalendarDate
    figures: Json<object>
  }
  readonly message: {
    region: string
    id: string
    person: string
    code: string
    facts: Json<Facts>
    at: Date
    read_at: Date | null
    mailed_at: Date | null
  }
  readonly contact: {
    region: string
    person: string
    wants: ContactWish
    verified_email: string | null
    verified_by: string | null
    verified_at: Date | null
    bounced_at: Date | null
    asked_email: string | null
    asked_at: Date | null
    token_hash: Buffer | null
    phone: string | null
    postal_address: string | null
    stop_token: string | null
  }
  readonly delivery: {
    region: string
    message: string
    channel: string
    state: 'accepted' | 'refused'
    at: Date
    code: number | null
  }
  readonly errand: {
    region: string
    id: string
    message: string
    person: string
    landlord: string
    kind: ErrandKind
    asked_at: Date
    done_at: Date | null
    done_by: string | null
    outcome: string | null
    event: number | null
  }
  readonly old_address: {
    region: string
    message: string
    email: string | null
    postal_address: string | null
  }
  readonly reminder: {
    region: string
    person: string
    last_day: CalendarDate
    step: string
    at: Date
  }
  readonly saved_search: {
    region: string
    id: string
    person: string
    name: string
    filter: Json<HomeFilter>
    fits_only: boolean
    made_at: Date
    told_until: Date
    paused_at: Date | null
  }
  readonly draft: {
    region: string
    human: string
    form: string
    answers: Json<Answers>
    at: Date
  }
  readonly performed: {
    region: string
    human: string
    key: string
    operation: string
    outcome: Json<object>
    at: Date
    /** Hash of what was asked; null for forms. */
    request: Buffer | null
  }
  readonly login_attempt: {
    region: string
    hash: Buffer
    state: string
    nonce: string
    verifier: string
    return_to: string
    at: Date
  }
  readonly complaint: {
    region: string
    id: Generated<number>
    route: ComplaintRoute
    committee: string
    person: string
    decision: string
    kind: string
    code: string | null
    landlord: string | null
    listing: number | null
    decided_on: CalendarDate
    received_on: CalendarDate | null
    words: string | null
    made_by: string
    made_at: Date
    event: number
    decide_by: CalendarDate
    urgent_until: CalendarDate | null
    state: ComplaintState
    react_by: CalendarDate | null
    reaction: string | null
    reacted_by: string | null
    reacted_at: Date | null
    outcome: ComplaintOutcome | null
    consequence: ComplaintConsequence | null
    motivation: string | null
    judged_by: string | null
    judged_at: Date | null
    sent_back: string | null
    confirmed_by: string | null
    confirmed_at: Date | null
    late_since: Date | null
    answer_by: CalendarDate | null
    answer: JudgementAnswer | null
    answer_words: string | null
    answered_by: string | null
    answered_at: Date | null
    unanswered_since: Date | null
  }
  readonly complaint_member: {
    region: string
    complaint: number
    human: string
    since: Date
    event: number
  }
  readonly break_glass: {
    region: string
    id: string
    person: string
    human: string
    role: string
    reason: string | null
    opened_at: Date
    until: Date
    event: number
    reviewed_by: string | null
    reviewed_at: Date | null
    justified: boolean | null
    verdict: string | null
  }
  readonly witness: {
    region: string
    name: string
    public_key: Buffer
    organisation: string
    since: Date
    ended_at: Date | null
    event: number
  }
  readonly log_key_change: {
    region: string
    id: string
    reason: string
    asked_by: string
    asked_at: Date
    asked_event: number
    answered_by: string | null
    answered_at: Date | null
    agreed: boolean | null
    event: number | null
  }
  readonly cosignature: {
    region: string
    size: number
    witness: string
    signed_at: Date
    line: string
  }
  readonly replay_run: {
    region: string
    id: string
    human: string
    from_day: CalendarDate
    until_day: CalendarDate
    begun_at: Date
    ended_at: Date | null
    total: number
    done: Generated<number>
    after_listing: Generated<number>
    wrong: Defaulted<readonly object[]>
  }
  readonly job: {
    region: string
    id: Generated<number>
    task: string
    payload: Json<Facts>
    at: Date
    attempts: Generated<number>
    fault: string | null
  }
  readonly job_done: {
    region: string
    number: Generated<number>
    id: number
    task: string
    at: Date
    done_at: Date
    attempts: number
    refused: string | null
  }
  readonly region_export: {
    region: string
    id: string
    reason: string
    asked_by: string
    asked_at: Date
    asked_event: number
    answered_by: string | null
    answered_at: Date | null
    agreed: boolean | null
    total: Generated<number>
    done: Generated<number>
    ready_at: Date | null
    bytes: number | null
    sha256: Buffer | null
    fetched: Generated<number>
    ended_at: Date | null
  }
  readonly region_export_part: { region: string; id: string; number: number; bytes: Buffer }
  readonly region_restore: {
    region: string
    restored_at: Date
    made_at: Date
    archive: Buffer
    log_size: number
    log_root: Buffer
    later: string | null
    resumed_at: Date | null
  }
  readonly retention_run: {
    region: string
    event: number
    at: Date
    erased: Json<Readonly<Record<string, number>>>
  }
}

/** Checked: may be published. Drawing: closed, and waiting for the round that draws the lots. */
export type ListingState =
  | 'draft'
  | 'checked'
  | 'open'
  | 'drawing'
  | 'closed'
  | 'let'
  | 'in-vain'
  | 'withdrawn'

/** Waiting: they said yes, and somebody before them can still answer. */
export type OfferState =
  | 'open'
  | 'waiting'
  | 'accepted'
  | 'refused'
  | 'expired'
  | 'withdrawn'
  | 'skipped'
  | 'let'

/** How large an area figures about chances are of. */
export type ChanceLevel = 'neighbourhood' | 'municipality' | 'region'

/** How a response came in: by the person, a helper, the counter (balie), or a standing response. */
export type ResponseChannel = 'self' | 'helper' | 'counter' | 'standing'

/** Who is asked what they think of rules that are proposed: a role at an organisation. */
export type AskedAdviser = { readonly role: string; readonly organisation: string }

/** What an adviser thinks of rules (oordeel). */
export type Verdict = 'agree' | 'agree-with-points' | 'disagree'
/** Which messages somebody wants by mail too: all, those that need them, or none. */
export type ContactWish = 'everything' | 'important' | 'nothing'

/** What a human does for a message: call, send a letter, decide whether time lapses. */
export type ErrandKind = 'phone' | 'letter' | 'decision'

/** What homes are looked for (filters). */
export type HomeFilter = {
  readonly municipality?: string
  readonly neighbourhood?: string
  readonly dwellingType?: string
  readonly label?: string
  readonly bedroomsMin?: number
  readonly rentMaxCents?: number
  readonly model?: string
}

/** What somebody looks for (woonwensen). */
export type Wishes = {
  readonly municipalities?: readonly string[]
  readonly bedroomsMin?: number
  readonly rentMaxCents?: number
}

/** What somebody typed in a form, by the names of its fields. */
export type Answers = Readonly<Record<string, string>>

/** What a listing says beside its facts. */
export type ListingWords = { readonly title?: string; readonly description?: string }

/** Against whom: a complaint about a landlord, an objection against a decision of a municipality. */
export type ComplaintRoute = 'complaint' | 'objection'

/** Judged: by one member, and waiting for a second. */
export type ComplaintState =
  | 'received'
  | 'with-landlord'
  | 'ready'
  | 'judged'
  | 'decided'
  | 'withdrawn'

export type ComplaintOutcome = 'founded' | 'unfounded' | 'not-admissible'

/** What follows from it: the landlord is advised, or must do it. */
export type ComplaintConsequence = 'advice' | 'binding'

/** What the landlord does with it: the first three with an advice, the others with what binds it. */
export type JudgementAnswer = 'follows' | 'partly' | 'not' | 'carried-out' | 'cannot'
