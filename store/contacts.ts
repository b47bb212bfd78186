/** How people want to be reached (bereikbaarheid), and what became of what was sent to them. */
import type { Facts } from '../core/basics/facts.ts'
import type { InTransaction, Store } from './database.ts'
import type { ContactWish } from './tables.ts'
import { newToken, tokenHash } from './token.ts'

export type Contact = {
  readonly wants: ContactWish
  /** The address that was shown to be theirs. */
  readonly verifiedEmail: string | undefined
  readonly bouncedAt: Date | undefined
  /** An address of which the confirmation is waited for. */
  readonly askedEmail: string | undefined
  readonly askedAt: Date | undefined
  readonly phone: string | undefined
  readonly postalAddress: string | undefined
  readonly stopToken: string | undefined
}

const unsaid: Contact = {
  ...{ wants: 'everything', verifiedEmail: undefined, bouncedAt: undefined },
  ...{ askedEmail: undefined, askedAt: undefined, phone: undefined, postalAddress: undefined },
  stopToken: undefined,
}

/** How somebody is reached; the usual where they never said. */
export async function contactOf(
  store: Store | InTransaction,
  region: string,
  person: string,
): Promise<Contact> {
  const row = await store
    .selectFrom('contact')
    .selectAll()
    .where('region', '=', region)
    .where('person', '=', person)
    .executeTakeFirst()
  if (!row) return unsaid
  return {
    wants: row.wants,
    verifiedEmail: row.verified_email ?? undefined,
    bouncedAt: row.bounced_at ?? undefined,
    askedEmail: row.asked_email ?? undefined,
    askedAt: row.asked_at ?? undefined,
    phone: row.phone ?? undefined,
    postalAddress: row.postal_address ?? undefined,
    stopToken: row.stop_token ?? undefined,
  }
}

type ContactChange = {
  readonly wants?: ContactWish
  readonly verified?: {
    readonly email: string
    readonly by: 'link' | 'identity-provider'
    at: Date
  }
  /** No mail to the address there was. */
  readonly unverified?: true
  readonly bouncedAt?: Date
  readonly phone?: string | undefined
  readonly postalAddress?: string | undefined
}

export async function changeContact(
  transaction: InTransaction,
  region: string,
  person: string,
  changed: ContactChange,
): Promise<void> {
  const { wants, verified, unverified, bouncedAt } = changed
  const forgotten = { asked_email: null, asked_at: null, token_hash: null }
  const values = {
    ...(wants && { wants }),
    ...(verified && {
      ...{ verified_email: verified.email, verified_by: verified.by, verified_at: verified.at },
      ...{ bounced_at: null, ...forgotten },
    }),
    ...(unverified && {
      ...{ verified_email: null, verified_by: null, verified_at: null, bounced_at: null },
      ...forgotten,
    }),
    ...(bouncedAt && { bounced_at: bouncedAt }),
    ...('phone' in changed && { phone: changed.phone ?? null }),
    ...('postalAddress' in changed && { postal_address: changed.postalAddress ?? null }),
  }
  await transaction
    .insertInto('contact')
    .values({ region, person, wants: 'everything', ...values })
    .onConflict((conflict) =>
      conflict.columns(['region', 'person']).doUpdateSet({ person, ...values }),
    )
    .execute()
}

/** Keeps that an address was asked to confirm; gives the token of the link, which is kept nowhere. */
export async function askAddress(
  transaction: InTransaction,
  region: string,
  person: string,
  { email, at }: { readonly email: string; readonly at: Date },
): Promise<string> {
  const token = newToken()
  const asked = { asked_email: email, asked_at: at, token_hash: tokenHash(token) }
  await transaction
    .insertInto('contact')
    .values({ region, person, wants: 'everything', ...asked })
    .onConflict((conflict) => conflict.columns(['region', 'person']).doUpdateSet(asked))
    .execute()
  return token
}

/** Whose address a link confirms, for as long as the transaction lasts. */
export async function askedBy(
  store: Store | InTransaction,
  region: string,
  token: string,
): Promise<{ readonly person: string; readonly email: string; readonly at: Date } | undefined> {
  const row = await store
    .selectFrom('contact')
    .select(['person', 'asked_email', 'asked_at'])
    .where('region', '=', region)
    .where('token_hash', '=', tokenHash(token))
    .executeTakeFirst()
  if (!row?.asked_email || !row.asked_at) return undefined
  return { person: row.person, email: row.asked_email, at: row.asked_at }
}

/** The token by which somebody stops mail about saved searches; made the first time. */
export async function stopTokenOf(
  transaction: InTransaction,
  region: string,
  person: string,
): Promise<string> {
  const known = (await contactOf(transaction, region, person)).stopToken
  if (known !== undefined) return known
  const stop_token = newToken()
  await transaction
    .insertInto('contact')
    .values({ region, person, wants: 'everything', stop_token })
    .onConflict((conflict) => conflict.columns(['region', 'person']).doUpdateSet({ stop_token }))
    .execute()
  return stop_token
}

/** Whose mail stops by the link that stands under each of their mails. */
export async function personOfStopToken(
  store: Store | InTransaction,
  region: string,
  token: string,
): Promise<string | undefined> {
  const row = await store
    .selectFrom('contact')
    .select('person')
    .where('region', '=', region)
    .where('stop_token', '=', token)
    .executeTakeFirst()
  return row?.person
}

/** A message that is to be mailed, with what is known of where it goes. */
export type Outgoing = {
  readonly id: string
  readonly person: string
  readonly code: string
  readonly facts: Facts
  readonly at: Date
  readonly language: string
  readonly email: string | undefined
  readonly isAccepted: boolean
}

/** A message with where it goes; undefined when it is gone, or its person is. */
export async function outgoingMessage(
  transaction: InTransaction,
  region: string,
  message: string,
): Promise<Outgoing | undefined> {
  const row = await transaction
    .selectFrom('message')
    .innerJoin('person', (join) =>
      join.onRef('person.region', '=', 'message.region').onRef('person.id', '=', 'message.person'),
    )
    .leftJoin('human', (join) =>
      join.onRef('human.region', '=', 'person.region').onRef('human.id', '=', 'person.human'),
    )
    .leftJoin('delivery', (join) =>
      join
        .onRef('delivery.region', '=', 'message.region')
        .onRef('delivery.message', '=', 'message.id')
        .on('delivery.channel', '=', 'mail'),
    )
    .select(['message.id', 'message.person', 'message.code', 'message.facts', 'message.at'])
    .select(['human.language', 'person.email', 'delivery.state'])
    .where('message.region', '=', region)
    .where('message.id', '=', message)
    .where('person.erased_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { language, email, state, ...rest } = row
  return {
    ...rest,
    language: language ?? 'nl',
    email: email ?? undefined,
    isAccepted: state === 'accepted',
  }
}

/** Keeps where somebody was reached until now, for as long as they were not told there. */
export async function addOldAddress(
  transaction: InTransaction,
  region: string,
  old: {
    readonly message: string
    readonly email: string | undefined
    readonly postalAddress: string | undefined
  },
): Promise<void> {
  const { message, email, postalAddress } = old
  await transaction
    .insertInto('old_address')
    .values({
      ...{ region, message, email: email ?? null, postal_address: postalAddress ?? null },
    })
    .execute()
}

/** The mail address a message goes to that was theirs before; undefined where it goes where all mail goes. */
export async function oldMailOf(
  transaction: InTransaction,
  region: string,
  message: string,
): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('old_address')
    .select('email')
    .where('region', '=', region)
    .where('message', '=', message)
    .executeTakeFirst()
  return row?.email ?? undefined
}

/** It was told there, or cannot be: nobody needs that address any more. */
export async function forgetOldAddress(
  transaction: InTransaction,
  region: string,
  message: string,
  which: 'email' | 'postal_address',
): Promise<void> {
  const other = which === 'email' ? 'postal_address' : 'email'
  await transaction
    .deleteFrom('old_address')
    .where('region', '=', region)
    .where('message', '=', message)
    .where(other, 'is', null)
    .execute()
  await transaction
    .updateTable('old_address')
    .set({ [which]: null })
    .where('region', '=', region)
    .where('message', '=', message)
    .execute()
}

/** Remembers what became of a mail; the last word counts. */
export async function noteDelivery(
  transaction: InTransaction,
  region: string,
  message: string,
  { state, at, code }: { readonly state: 'accepted' | 'refused'; at: Date; code?: number },
): Promise<void> {
  const said = { state, at, code: code ?? null }
  await transaction
    .insertInto('delivery')
    .values({ region, message, channel: 'mail', ...said })
    .onConflict((conflict) => conflict.columns(['region', 'message', 'channel']).doUpdateSet(said))
    .execute()
  if (state === 'accepted') {
    await transaction
      .updateTable('message')
      .set({ mailed_at: at })
      .where('region', '=', region)
      .where('id', '=', message)
      .execute()
  }
}

export async function setLanguage(
  transaction: InTransaction,
  region: string,
  human: string,
  language: string,
): Promise<void> {
  await transaction
    .updateTable('human')
    .set({ language })
    .where('region', '=', region)
    .where('id', '=', human)
    .execute()
}

/** What whoever says who people are says of a mail address, each time somebody logs in. */
export async function setAccountEmail(
  store: Store | InTransaction,
  region: string,
  human: string,
  { email, isVerified }: { readonly email: string; readonly isVerified: boolean },
): Promise<void> {
  await store
    .updateTable('human')
    .set({ email, email_verified: isVerified })
    .where('region', '=', region)
    .where('id', '=', human)
    .execute()
}

/** The address of a human's account, where it was shown to be theirs. */
export async function verifiedAccountEmail(
  store: Store | InTransaction,
  region: string,
  human: string,
): Promise<string | undefined> {
  const row = await store
    .selectFrom('human')
    .select('email')
    .where('region', '=', region)
    .where('id', '=', human)
    .where('email_verified', '=', true)
    .executeTakeFirst()
  return row?.email
}
