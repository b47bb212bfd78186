/**
 * Messages to seekers (berichten): a code and facts, put in words where they are read. Whom mail reaches gets
 * each of them by mail too, by a job that is written with it; who has no account and no mail is written a letter
 * of what matters, and called where a home waits for an answer.
 */
import { randomBytes } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Facts } from '../core/basics/facts.ts'
import type { InTransaction, Store } from './database.ts'

export type Message = {
  readonly id: string
  readonly code: string
  readonly facts: Facts
  readonly at: Date
  readonly readAt: Date | undefined
}

export type NewMessage = {
  readonly code: string
  readonly facts: Facts
  readonly at: Date
}

export type MessageTo = NewMessage & { readonly id: string; readonly person: string }

export async function addMessage(
  transaction: InTransaction,
  region: string,
  message: MessageTo,
): Promise<void> {
  await sql`with ${sending(region, [message])} select`.execute(transaction)
}

/** Messages and their mail as parts of a statement that does more (\`with\`). */
export function sending(region: string, messages: readonly MessageTo[]): RawBuilder<unknown> {
  const codes = messages.map(({ code }) => code)
  return withMail(
    codes,
    sql`insert into message (region, id, person, code, facts, at)
      select ${region}, * from unnest(
        ${messages.map(({ id }) => id)}::uuid[], ${messages.map(({ person }) => person)}::uuid[],
        ${codes}::text[],
        ${messages.map(({ facts }) => JSON.stringify(facts))}::jsonb[],
        ${messages.map(({ at }) => at)}::timestamptz[]
      )`,
  )
}

/** Puts the same message with each of these people; the words are said where it is read. */
export async function tell(
  transaction: InTransaction,
  region: string,
  people: readonly string[],
  { code, facts, at }: NewMessage,
): Promise<void> {
  if (people.length === 0) return
  await sendOn(
    transaction,
    [code],
    sql`insert into message (region, id, person, code, facts, at)
      select ${region}, ${newIds()}, person, ${code}, ${JSON.stringify(facts)}::jsonb, ${at}::timestamptz
      from unnest(${people}::uuid[]) as person`,
  )
}

// Many messages at once begin their names alike: they then come together in what finds a message by its name, where
// names that chance gives touch a page each. Only so little of it that the references on them, made of the beginning
// of a name, still differ at a glance.
const newIds = () => {
  const beginning = randomBytes(idBeginning / 2).toString('hex')
  return sql`overlay(gen_random_uuid()::text placing ${beginning} from 1 for ${idBeginning})::uuid`
}
const idBeginning = 4

/**
 * Writes messages, and for whom mail reaches the job that mails it: in one statement, so that there is no way to
 * write a message without its mail. Gives how many were written.
 */
async function sendOn(
  transaction: InTransaction,
  codes: readonly string[],
  writing: RawBuilder<unknown>,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with ${withMail(codes, writing)} select count(*) as count from written`.execute(transaction)
  return rows[0]?.count ?? 0
}

function withMail(codes: readonly string[], writing: RawBuilder<unknown>): RawBuilder<unknown> {
  const byHand = codes.some((code) => letterCodes.includes(code)) ? lettersAndCalls : sql``
  return sql`written as (${writing} returning region, id, person, code, facts, at),
    mailed as (
      insert into job (region, task, payload, at)
      select written.region, 'send-mail', jsonb_build_object('message', written.id), written.at
      from written join contact using (region, person)
      where contact.wants <> 'nothing' and contact.verified_email is not null
        and contact.bounced_at is null
    )${byHand}`
}

/** What somebody must hear who is on no site: what waits for them, what was decided, and who has a hand in their file. */
export const letterCodes: readonly string[] = [
  ...['offer-made', 'offer-in-turn', 'offer-expired', 'offer-withdrawn'],
  ...['passed-over', 'skipped', 'home-is-yours', 'complaint-decided', 'complaint-late'],
  ...['judgement-answered', 'judgement-unanswered'],
  ...['correction-proposed', 'correction-made', 'correction-refused', 'time-lapsed'],
  ...['identity-correction-proposed', 'identity-corrected', 'identity-correction-refused'],
  ...['mandate-accepted', 'break-glass', 'break-glass-reviewed'],
  ...['deregistered', 'deregistration-undone'],
]
/** What cannot wait for the post. */
const callCodes: readonly string[] = ['offer-made', 'offer-in-turn']

// By the landlord it is about; else by the one that always writes to this person, as reminders do.
const lettersAndCalls = sql`, by_hand as (
      insert into errand (region, id, message, person, landlord, kind, asked_at)
      select written.region, gen_random_uuid(), written.id, written.person, writer.landlord,
        way.kind, written.at
      from written
      join person on person.region = written.region and person.id = written.person
      join contact on contact.region = written.region and contact.person = written.person
      cross join lateral (values
        ('letter', contact.postal_address is not null),
        ('phone', contact.phone is not null and written.code = any(${callCodes}::text[]))
      ) way(kind, is_known)
      cross join lateral (
        select coalesce(
          (select listing.landlord from listing where listing.region = written.region
            and jsonb_typeof(written.facts -> 'listing') = 'number'
            and listing.id = (written.facts ->> 'listing')::bigint),
          (select landlords.ids[1 + mod(
              ('x' || substr(written.person::text, 1, 8))::bit(32)::bigint, cardinality(landlords.ids))]
            from (select array_agg(landlord.id order by landlord.id) as ids from landlord
              where landlord.region = written.region) landlords)
        ) as landlord
      ) writer
      where written.code = any(${letterCodes}::text[]) and way.is_known
        and writer.landlord is not null and person.human is null
        and (contact.wants = 'nothing' or contact.bounced_at is not null
          or lower(contact.verified_email) is distinct from lower(person.email)
          or person.email is null)
    )`

/**
 * Tells who responded to a listing that runs on under a version that is replaced, from which day others have
 * other rules.
 */
export async function tellRulesReplaced(
  transaction: InTransaction,
  region: string,
  { hash, from, day, at }: { hash: string; from: Date; day: number; at: Date },
): Promise<number> {
  return sendOn(
    transaction,
    ['rules-replaced'],
    sql`insert into message (region, id, person, code, facts, at)
      select listing.region, ${newIds()}, response.person, 'rules-replaced',
        jsonb_build_object('listing', listing.id, 'from', ${day}::integer), ${at}::timestamptz
      from listing join response on response.region = listing.region and response.listing = listing.id
      where listing.region = ${region} and listing.state in ('open', 'drawing')
        and listing.opens_at < ${from} and listing.closes_at > ${from}
        and ${Buffer.from(hash, 'hex')} = any(listing.rule_books)
        and response.withdrawn_at is null`,
  )
}

/** A page of the messages of somebody, newest first; only those behind one, where that is given. */
export async function messagesOf(
  store: Store,
  region: string,
  person: string,
  {
    behind,
    from = 0,
    count,
  }: {
    readonly behind?: Pick<Message, 'at' | 'id'> | undefined
    readonly from?: number
    readonly count: number
  },
): Promise<Message[]> {
  const all = store
    .selectFrom('message')
    .select(['id', 'code', 'facts', 'at', 'read_at as readAt'])
    .where('region', '=', region)
    .where('person', '=', person)
  const asked =
    behind === undefined
      ? all
      : all.where(({ or, and, eb }) =>
          or([eb('at', '<', behind.at), and([eb('at', '=', behind.at), eb('id', '>', behind.id)])]),
        )
  const rows = await asked.orderBy('at', 'desc').orderBy('id').limit(count).offset(from).execute()
  return rows.map((row) => ({ ...row, readAt: row.readAt ?? undefined }))
}

/** How many messages somebody ever got. */
export async function countMessages(store: Store, region: string, person: string): Promise<number> {
  const { count } = await store
    .selectFrom('message')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('region', '=', region)
    .where('person', '=', person)
    .executeTakeFirstOrThrow()
  return count
}

/** The messages of some kinds that somebody got, oldest first. */
export async function messagesWith(
  store: Store | InTransaction,
  region: string,
  person: string,
  codes: readonly string[],
): Promise<Pick<Message, 'code' | 'facts' | 'at'>[]> {
  return store
    .selectFrom('message')
    .select(['code', 'facts', 'at'])
    .where('region', '=', region)
    .where('person', '=', person)
    .where('code', 'in', codes)
    .orderBy('at')
    .execute()
}

export async function unreadOf(store: Store, region: string, person: string): Promise<number> {
  const { count } = await store
    .selectFrom('message')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('region', '=', region)
    .where('person', '=', person)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** These messages are read now; when one was read before, that stays. */
export async function markRead(
  store: Store | InTransaction,
  region: string,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) return
  await store
    .updateTable('message')
    .set({ read_at: at })
    .where('region', '=', region)
    .where('id', 'in', ids)
    .where('read_at', 'is', null)
    .execute()
}

const halves = /^([0-9a-f]{8})([0-9a-f]{4})$/

/** When a message was sent, by the twelve characters of its reference; nothing of whom it was to. */
export async function messageByReference(
  store: Store,
  region: string,
  reference: string,
): Promise<{ readonly code: string; readonly at: Date } | undefined> {
  const [, first, second] = halves.exec(reference) ?? []
  if (first === undefined || second === undefined) return undefined
  return store
    .selectFrom('message')
    .select(['code', 'at'])
    .where('region', '=', region)
    .where('id', '>=', `${first}-${second}-0000-0000-000000000000`)
    .where('id', '<=', `${first}-${second}-ffff-ffff-ffffffffffff`)
    .executeTakeFirst()
}
