/** A seeker's own pages: what is next, the registration, responses, messages, decisions, who looked. */
import { addDays, type CalendarDate, formatDate } from '../core/basics/calendar-date.ts'
import { factOf } from '../core/policy/catalogue.ts'
import { attributes } from '../core/seekers/history.ts'
import { complaintsOf, type StoredComplaint } from '../store/complaints.ts'
import { contactOf } from '../store/contacts.ts'
import { correctionsOf, type StoredCorrection } from '../store/corrections.ts'
import { documentsOfOffers } from '../store/documents.ts'
import {
  countEventsAbout,
  type EventAbout,
  type EventReceipt,
  eventsAbout,
  type Hands,
  handsAt,
  receiptOfEvent,
} from '../store/events.ts'
import { homesOf, type ShownHome } from '../store/homes.ts'
import { mandatesBy } from '../store/mandates.ts'
import {
  countMessages,
  type Message,
  markRead,
  messageByReference,
  messagesOf,
  unreadOf,
} from '../store/messages.ts'
import { candidatesOf, type PersonFile, personFile } from '../store/people.ts'
import { responsesOf, type StoredResponse } from '../store/responses.ts'
import { savedSearchesOf } from '../store/saved-searches.ts'
import { standingOf } from '../store/standing-responses.ts'
import { landlordNames } from '../store/stock.ts'
import { type Decision, decisionsAbout, withCases } from './decisions-about.ts'
import {
  type Actor,
  dayOf,
  isRefusal,
  mayDo,
  type Refusal,
  refuse,
  type Setting,
} from './operation.ts'
import { type PageOfList, pageOfList } from './page-of-list.ts'
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
  /** What runs, and what closed lately. */
  readonly responses: readonly ResponseWithHome[]
  readonly unread: number
  /** That they left, while it can be taken back. */
  readonly leaving: Leaving | undefined
}

/** In days: a list that was made since is news. */
export const latelyClosed = 30
/** More than anybody has running. */
const currentMost = 200

/** What matters of it now, for the page that says what is next. */
export async function viewOwnFile(
  setting: Setting,
  actor: Actor,
  person: string,
): Promise<OwnFile | Refusal> {
  return readFile(setting, actor, person, async () => {
    const { store, region } = setting
    const today = dayOf(setting.now())
    const part = { closedSince: addDays(today, -latelyClosed) }
    const current = responsesOf(store, region, person, { part, count: currentMost })
    const [file, [candidate], responses, unread] = await Promise.all([
      personFile(store, region, person),
      candidatesOf(store, region, [person]),
      current.then((found) => withHomes(setting, found)),
      unreadOf(store, region, person),
    ])
    if (!file || !candidate) return refuse('not-found')
    const registration = await registrationState(setting, candidate, today)
    const leaving = await leavingToUndo(store, region, { candidate, registration }, today)
    return { file, registration, responses, unread, leaving }
  })
}

/** Responses beside the homes they are to. */
export async function withHomes(
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

/** So many stand on a page of messages, of decisions, and of what the log says. */
const shownAtOnce = 25

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

/** A page of messages, newest first; the person themselves has then read those that stand on it. */
export async function readMessages(
  setting: Setting,
  actor: Actor,
  person: string,
  asked: number,
): Promise<(PageOfList & { readonly messages: readonly MessageWithHome[] }) | Refusal> {
  return readFile(setting, actor, person, async () => {
    const { store, region } = setting
    const page = pageOfList(asked, await countMessages(store, region, person), shownAtOnce)
    const part = { from: page.from, count: shownAtOnce }
    const messages = await messagesOf(store, region, person, part)
    const unread = messages.filter(({ readAt }) => readAt === undefined)
    if (actor.person === person) {
      const ids = unread.map(({ id }) => id)
      await markRead(store, region, ids, setting.now())
    }
    return { ...page, messages: await withSurroundings(setting, person, messages) }
  })
}

/** The same behind one of them, for a program: it has not read them, that is for the person. */
export async function messagesBehind(
  setting: Setting,
  actor: Actor,
  person: string,
  asked: { readonly behind: Pick<Message, 'at' | 'id'> | undefined; readonly count: number },
): Promise<MessageWithHome[] | Refusal> {
  return readFile(setting, actor, person, async () =>
    withSurroundings(
      setting,
      person,
      await messagesOf(setting.store, setting.region, person, asked),
    ),
  )
}

async function withSurroundings(
  setting: Setting,
  person: string,
  messages: readonly Message[],
): Promise<MessageWithHome[]> {
  const { store, region } = setting
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

/** One page of them. */
export async function viewDecisionsPage(
  setting: Setting,
  actor: Actor,
  person: string,
  asked: number,
): Promise<DecisionsPage | Refusal> {
  const all = await viewDecisions(setting, actor, person)
  if (isRefusal(all)) return all
  const page = pageOfList(asked, all.length, shownAtOnce)
  return {
    ...{ ...page, count: all.length },
    decisions: all.slice(page.from, page.from + shownAtOnce),
    hasCases: all.some(({ complaint }) => complaint),
  }
}

export type DecisionsPage = PageOfList & {
  readonly decisions: readonly DecisionWithCase[]
  /** How many there are on all pages, and whether a case was begun about any of them. */
  readonly count: number
  readonly hasCases: boolean
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

export type OwnLog = PageOfList & {
  readonly log: readonly LoggedAbout[]
  /** Whether anybody looked, and whether any of it is invented, on whichever page. */
  readonly wasRead: boolean
  readonly isInvented: boolean
}

/** A page of all the log holds about somebody: what happened, and who looked. */
export async function readOwnLog(
  setting: Setting,
  actor: Actor,
  person: string,
  asked: number,
): Promise<OwnLog | Refusal> {
  if (!mayDo(actor, 'read-own-log', { person })) return refuse('not-found')
  return readFile(setting, actor, person, async () => {
    const { store, region } = setting
    const { count, ...all } = await countEventsAbout(store, region, person)
    const page = pageOfList(asked, count, shownAtOnce)
    const part = { from: page.from, count: shownAtOnce }
    const log = await eventsAbout(store, region, person, part)
    return { ...page, ...all, log: await withDoers(setting, log) }
  })
}

/** The same below one event, for a program. */
export async function ownLogBelow(
  setting: Setting,
  actor: Actor,
  person: string,
  asked: { readonly below: number | undefined; readonly count: number },
): Promise<readonly LoggedAbout[] | Refusal> {
  if (!mayDo(actor, 'read-own-log', { person })) return refuse('not-found')
  return readFile(setting, actor, person, async () => {
    const log = await eventsAbout(setting.store, setting.region, person, asked)
    return withDoers(setting, log)
  })
}

export async function withDoers(
  setting: Setting,
  log: readonly EventAbout[],
): Promise<LoggedAbout[]> {
  const landlords = await landlordsIn(
    setting,
    log.map(({ hands }) => hands),
  )
  return log.map(({ hands, ...each }) => ({
    ...each,
    by: named(hands && { ...hands, name: each.actor?.name ?? '' }, landlords),
  }))
}

/** More than there is of anybody. */
const exportedMost = 100_000

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
      helpers,
      standing,
    ] = await Promise.all([
      personFile(store, region, person),
      candidatesOf(store, region, [person]),
      responsesOf(store, region, person, { count: exportedMost }),
      messagesOf(store, region, person, { count: exportedMost }),
      complaintsOf(store, region, person),
      eventsAbout(store, region, person, { count: exportedMost }),
      contactOf(store, region, person),
      savedSearchesOf(store, region, person),
      correctionsOf(store, region, person),
      mandatesBy(store, region, person, dayOf(setting.now())),
      standingOf(store, region, person),
    ])
    if (!file) return refuse('not-found')
    const offers = responses.flatMap(({ offer }) => offer ?? [])
    const documents = await documentsOfOffers(store, region, offers)
    const { human: _, ...own } = file
    const { stopToken: _token, ...reached } = contact
    return withDays({
      file: own,
      contact: reached,
      searches,
      standing: standing === undefined ? [] : [standing],
      helpers: helpers.map(({ helper: _login, ...each }) => each),
      documents,
      corrections: corrections.map(({ proposedBy: _by, ...each }) => each),
      history: candidate?.history.events ?? [],
      responses,
      messages,
      complaints: complaints.map(({ madeBy: _by, judgedBy: _judge, ...each }) => each),
      log: log.map(({ actor: by, ...event }) => ({ ...event, by: by?.name ?? null })),
    })
  })
}

// Fields that hold a day, beside the facts and attributes that do.
const dayFields: ReadonlySet<string> = new Set([
  ...['on', 'from', 'to', 'known_on', 'closes', 'closesOn', 'since', 'until', 'grace', 'startsOn'],
  ...['decideBy', 'decidedOn', 'receivedOn', 'urgentUntil', 'reactBy', 'answerBy', 'paperOn'],
  ...['registeredOn'],
])

/** The same with each day as year-month-day, which others can read. */
function withDays(data: object): object {
  const text = JSON.stringify(data, (key, value) =>
    typeof value === 'number' && isDayField(key)
      ? // @NOTE a number in a field for a day is whole days.
        formatDate(value as CalendarDate)
      : value,
  )
  return JSON.parse(text)
}

function isDayField(key: string): boolean {
  if (dayFields.has(key) || factOf(key)?.type === 'date') return true
  const types: Readonly<Record<string, string>> = attributes
  return Object.hasOwn(types, key) && types[key] === 'date'
}
