/** A seeker's own pages: what is next, the registration, responses, messages, decisions, who looked. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { complaintsOf, type StoredComplaint } from '../store/complaints.ts'
import { contactOf } from '../store/contacts.ts'
import { correctionsOf, type StoredCorrection } from '../store/corrections.ts'
import {
  type EventAbout,
  type EventReceipt,
  eventsAbout,
  type Hands,
  handsAt,
  receiptOfEvent,
} from '../store/events.ts'
import { homesOf, type ShownHome } from '../store/homes.ts'
import {
  type Message,
  markRead,
  messageByReference,
  messagesOf,
  unreadOf,
} from '../store/messages.ts'
import { candidatesOf, type PersonFile, personFile } from '../store/people.ts'
import { responsesOf, type StoredResponse } from '../store/responses.ts'
import { savedSearchesOf } from '../store/saved-searches.ts'
import { landlordNames } from '../store/stock.ts'
import { type Decision, decisionsAbout, withCases } from './decisions-about.ts'
import { type Actor, dayOf, mayDo, type Refusal, refuse, type Setting } from './operation.ts'
import { readFile } from './read-file.ts'
import { type RegistrationState, registrationState } from './registration-life.ts'
import { type Leaving, leavingToUndo } from './undo-deregistration.ts'

export type {
  Decision,
  EventAbout,
  EventReceipt,
  Message,
  PersonFile,
  RegistrationState,
  StoredCorrection,
}

export type ResponseWithHome = StoredResponse & { readonly home: ShownHome | undefined }

export type OwnFile = {
  readonly file: PersonFile
  readonly registration: RegistrationState
  readonly responses: readonly ResponseWithHome[]
  readonly unread: number
  /** That they left, while it can be taken back. */
  readonly leaving: Leaving | undefined
}

/** The whole of it, for the page that says what is next. */
export async function viewOwnFile(
  setting: Setting,
  actor: Actor,
  person: string,
): Promise<OwnFile | Refusal> {
  return readFile(setting, actor, person, async () => {
    const { store, region } = setting
    const [file, [candidate], responses, unread] = await Promise.all([
      personFile(store, region, person),
      candidatesOf(store, region, [person]),
      withHomes(setting, await responsesOf(store, region, person)),
      unreadOf(store, region, person),
    ])
    if (!file || !candidate) return refuse('not-found')
    const today = dayOf(setting.now())
    const registration = await registrationState(setting, candidate, today)
    const leaving = await leavingToUndo(store, region, { candidate, registration }, today)
    return { file, registration, responses, unread, leaving }
  })
}

async function withHomes(
  { store, region }: Setting,
  responses: readonly StoredResponse[],
): Promise<ResponseWithHome[]> {
  const homes = await homesOf(
    store,
    region,
    responses.map(({ listing }) => listing),
  )
  const byId = new Map(homes.map((home) => [home.id, home]))
  return responses.map((response) => ({ ...response, home: byId.get(response.listing) }))
}

/** The receipt of an act of somebody: the event as it stands in the log. */
export async function viewReceipt(
  { store, region }: Setting,
  event: number,
): Promise<EventReceipt | undefined> {
  return receiptOfEvent(store, region, event)
}

const messagesShown = 100

export type MessageWithHome = Message & {
  readonly home: ShownHome | undefined
  /** By whose hands it was done, where not by their own. */
  readonly hands: NamedHands | undefined
}

/** By whom something was done for somebody: a helper, or who works at a counter, and whose counter that is. */
export type NamedHands =
  | { readonly via: 'helper'; readonly name: string }
  | { readonly via: 'counter'; readonly name: string; readonly landlord: string }

/** The same with the name of the landlord. */
function named(
  hands: (Hands & { readonly name: string }) | undefined,
  landlords: ReadonlyMap<string, string>,
): NamedHands | undefined {
  if (hands?.via !== 'counter') return hands
  return { ...hands, landlord: landlords.get(hands.landlord) ?? hands.landlord }
}

async function landlordsIn(
  { store, region }: Setting,
  all: readonly (Hands | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = all.flatMap((each) => (each?.via === 'counter' ? [each.landlord] : []))
  return landlordNames(store, region, [...new Set(ids)])
}

/** Messages, newest first; the person themselves has then read them, unless only a program fetched them. */
export async function readMessages(
  setting: Setting,
  actor: Actor,
  person: string,
  leave?: 'leave-unread',
): Promise<MessageWithHome[] | Refusal> {
  return readFile(setting, actor, person, async () => {
    const { store, region } = setting
    const messages = await messagesOf(store, region, person, messagesShown)
    if (actor.person === person && !leave) await markRead(store, region, person, setting.now())
    const ids = messages.flatMap(({ facts }) =>
      typeof facts.listing === 'number' ? [facts.listing] : [],
    )
    const homes = new Map(
      (await homesOf(store, region, [...new Set(ids)])).map((home) => [home.id, home]),
    )
    const moments = messages.map(({ at }) => at)
    const hands = await handsAt(store, region, person, moments)
    const landlords = await landlordsIn(setting, [...hands.values()])
    return messages.map((message) => ({
      ...message,
      home: homes.get(Number(message.facts.listing)),
      hands: named(hands.get(message.at.getTime()), landlords),
    }))
  })
}

/** Whether a message is ours, by its reference; anybody may ask, and learns nothing of whom it was to. */
export async function isOurs(
  { store, region }: Setting,
  reference: string,
): Promise<{ readonly code: string; readonly on: CalendarDate } | undefined> {
  const plain = reference.toLowerCase().replace(/[^0-9a-f]/g, '')
  const found = await messageByReference(store, region, plain)
  return found && { code: found.code, on: dayOf(found.at) }
}

/** The reference of a message, as it stands on it: `3f2a-91bc-07de`. */
export function referenceOf({ id }: Pick<Message, 'id'>): string {
  return (id.replaceAll('-', '').slice(0, 12).match(/.{4}/g) ?? []).join('-')
}

/** Decisions with the right remedy, and the cases that were begun about them. */
export async function viewDecisions(
  setting: Setting,
  actor: Actor,
  person: string,
): Promise<readonly DecisionWithCase[] | Refusal> {
  return readFile(setting, actor, person, async () => {
    const { store, region } = setting
    const where = { store, region, setting, today: dayOf(setting.now()) }
    const [decisions, complaints] = await Promise.all([
      decisionsAbout(where, person),
      complaintsOf(store, region, person),
    ])
    return withCases(decisions, complaints)
  })
}

export type DecisionWithCase = Decision & { readonly complaint: StoredComplaint | undefined }

/** What was proposed and what became of it, for who somebody is: the newest first. */
export async function ownIdentityCorrections(
  setting: Setting,
  actor: Actor,
  person: string,
): Promise<readonly StoredCorrection[] | Refusal> {
  return readFile(setting, actor, person, async () =>
    (await correctionsOf(setting.store, setting.region, person))
      .filter(({ change }) => change.about === 'identity')
      .toReversed(),
  )
}

/** An event about somebody, with by whose hands it was done. */
export type LoggedAbout = Omit<EventAbout, 'hands'> & { readonly by: NamedHands | undefined }

const eventsShown = 400

/** Everything the log holds about somebody: what happened, and who looked. */
export async function readOwnLog(
  setting: Setting,
  actor: Actor,
  person: string,
): Promise<LoggedAbout[] | Refusal> {
  if (!mayDo(actor, 'read-own-log', { person })) return refuse('not-found')
  return readFile(setting, actor, person, async () => {
    const log = await eventsAbout(setting.store, setting.region, person, eventsShown)
    const landlords = await landlordsIn(
      setting,
      log.map(({ hands }) => hands),
    )
    return log.map(({ hands, ...each }) => ({
      ...each,
      by: named(hands && { ...hands, name: each.actor?.name ?? '' }, landlords),
    }))
  })
}

/** All we keep of somebody, as data they can take along (AVG art. 15 and 20). */
export async function exportFile(
  setting: Setting,
  actor: Actor,
  person: string,
): Promise<object | Refusal> {
  if (!mayDo(actor, 'read-own-log', { person })) return refuse('not-found')
  return readFile(setting, actor, person, async () => {
    const { store, region } = setting
    const [
      file,
      [candidate],
      responses,
      messages,
      complaints,
      log,
      contact,
      searches,
      corrections,
    ] = await Promise.all([
      personFile(store, region, person),
      candidatesOf(store, region, [person]),
      responsesOf(store, region, person),
      messagesOf(store, region, person, 10_000),
      complaintsOf(store, region, person),
      eventsAbout(store, region, person, 100_000),
      contactOf(store, region, person),
      savedSearchesOf(store, region, person),
      correctionsOf(store, region, person),
    ])
    if (!file) return refuse('not-found')
    const { human: _, ...own } = file
    const { stopToken: _token, ...reached } = contact
    return {
      file: own,
      contact: reached,
      searches,
      corrections: corrections.map(({ proposedBy: _by, ...each }) => each),
      history: candidate?.history.events ?? [],
      responses,
      messages,
      complaints: complaints.map(({ madeBy: _by, judgedBy: _judge, ...each }) => each),
      log: log.map(({ actor: by, ...event }) => ({ ...event, by: by?.name ?? null })),
    }
  })
}
