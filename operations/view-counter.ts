/** What is seen of somebody at the counter, and of a correction that waits for a second person. */
import { addDays, type CalendarDate } from '../core/basics/calendar-date.ts'
import type { Candidate } from '../core/seekers/candidate.ts'
import { complaintsOf, type StoredComplaint } from '../store/complaints.ts'
import { contactOf } from '../store/contacts.ts'
import {
  correctionOf,
  correctionsOf,
  type IdentityCorrected,
  registrationOf,
  type StoredCorrection,
} from '../store/corrections.ts'
import { eventsAbout } from '../store/events.ts'
import {
  countOpenHomes,
  homesOf,
  type OpenHome,
  openHomes,
  openHomesPart,
  type ShownHome,
} from '../store/homes.ts'
import { type Message, messagesOf } from '../store/messages.ts'
import { runningOffersOf } from '../store/offers.ts'
import { candidatesOf, filesNamed, type PersonFile, personFile } from '../store/people.ts'
import { openResponses, responsesOf, type StoredResponse } from '../store/responses.ts'
import { landlordNames } from '../store/stock.ts'
import { type Decision, decisionsAbout, withCases } from './decisions-about.ts'
import { type Actor, dayOf, inTransaction, mayDo, type Setting } from './operation.ts'
import { type PageOfList, pageOfList } from './page-of-list.ts'
import { bornIn } from './propose-identity.ts'
import { noteReading } from './read-file.ts'
import { type RegistrationState, registrationState } from './registration-life.ts'
import { mailAddress } from './send-mail.ts'
import { type OpenVisit, openVisit } from './serve-at-counter.ts'
import { type Leaving, leavingToUndo } from './undo-deregistration.ts'
import { type Mandates, mandatesFrom } from './view-mandates.ts'
import { type Consequence, refusalCosts } from './view-offer.ts'
import { type LoggedAbout, withDoers } from './view-own-file.ts'

export type { IdentityCorrected }

export type DecisionAtCounter = Decision & {
  readonly complaint: StoredComplaint | undefined
  readonly landlordName: string | undefined
}

export type CounterView = OpenVisit & {
  readonly visit: number
  readonly registeredOn: CalendarDate | undefined
  /** The event by which they registered. */
  readonly registeredEvent: number | undefined
  readonly registration: RegistrationState
  /** That they left, while it can be taken back. */
  readonly leaving: Leaving | undefined
  readonly file: PersonFile
  /** What is printed to take along: their places at what runs or closed lately, and what was written to them. */
  readonly responses: readonly (StoredResponse & { readonly home: ShownHome | undefined })[]
  /** Offers they can still answer, with what a no would cost. */
  readonly offers: readonly OfferAtCounter[]
  readonly messages: readonly (Message & { readonly home: ShownHome | undefined })[]
}

export type OfferAtCounter = {
  readonly id: string
  readonly home: ShownHome
  readonly answerBy: Date
  readonly viewingAt: Date | undefined
  readonly consequences: readonly Consequence[]
}

const messagesPrinted = 20
const eventsPrinted = 40
/** In days: of what closed before, nothing is printed. */
export const closedPrinted = 90
const responsesMost = 200

/** An open visit of whoever asks; undefined for anybody else's, or when its hour is over. */
export async function viewVisit(
  setting: Setting,
  actor: Actor,
  visit: number,
): Promise<CounterView | undefined> {
  const { store, region } = setting
  const at = setting.now()
  const open = await openVisit(store, region, visit, { actor, at })
  if (!open || !mayDo(actor, 'serve-at-counter', { organisation: open.landlord })) return undefined
  const { person } = open
  const part = { closedSince: addDays(dayOf(at), -closedPrinted) }
  const [file, [candidate], responses, messages] = await Promise.all([
    personFile(store, region, person),
    candidatesOf(store, region, [person]),
    responsesOf(store, region, person, { part, count: responsesMost }),
    messagesOf(store, region, person, { count: messagesPrinted }),
  ])
  if (!file || !candidate) return undefined
  const listings = [
    ...responses.map(({ listing }) => listing),
    ...messages.flatMap(({ facts }) => (typeof facts.listing === 'number' ? [facts.listing] : [])),
  ]
  const registered = await registrationOf(store, region, person)
  const shown = new Map(
    (await homesOf(store, region, [...new Set(listings)])).map((home) => [home.id, home]),
  )
  const today = dayOf(at)
  const registration = await registrationState(setting, candidate, today)
  return {
    ...{ ...open, file, visit, registration },
    leaving: await leavingToUndo(store, region, { candidate, registration }, today),
    registeredOn: registered?.on,
    registeredEvent: registered?.event,
    offers: await openOffers(setting, candidate, shown),
    responses: responses.map((each) => ({ ...each, home: shown.get(each.listing) })),
    messages: messages.map((each) => ({ ...each, home: shown.get(Number(each.facts.listing)) })),
  }
}

export type HomeAtCounter = OpenHome & { readonly responded: boolean }

const homesOnPage = 25

/** A page of the homes that whoever stands at the counter can respond to, the first to close first. */
export async function homesInVisit(
  setting: Setting,
  { person }: Pick<CounterView, 'person'>,
  asked: number,
): Promise<PageOfList & { readonly homes: readonly HomeAtCounter[] }> {
  const { store, region } = setting
  const at = setting.now()
  const page = pageOfList(asked, await countOpenHomes(store, region, at), homesOnPage)
  const part = { from: page.from, count: homesOnPage }
  const [homes, responded] = await Promise.all([
    openHomesPart(store, region, at, part),
    openResponses(store, region, person),
  ])
  return { ...page, homes: homes.map((home) => ({ ...home, responded: responded.has(home.id) })) }
}

/** All of them, for a program. */
export async function allHomesInVisit(
  setting: Setting,
  { person }: Pick<CounterView, 'person'>,
): Promise<readonly HomeAtCounter[]> {
  const { store, region } = setting
  const homes = await openHomes(store, region, setting.now(), {})
  const responded = await openResponses(store, region, person)
  return homes.map((home) => ({ ...home, responded: responded.has(home.id) }))
}

async function openOffers(
  setting: Setting,
  candidate: Candidate,
  homes: ReadonlyMap<number, ShownHome>,
): Promise<OfferAtCounter[]> {
  const { store, region } = setting
  const offers: OfferAtCounter[] = []
  for (const offer of await runningOffersOf(store, region, candidate.id)) {
    const home = homes.get(offer.listing)
    if (!home || offer.state !== 'open' || setting.now() >= offer.answerBy) continue
    const { id, answerBy, viewingAt } = offer
    const consequences = await refusalCosts(setting, home, candidate)
    offers.push({ id, home, answerBy, viewingAt, consequences })
  }
  return offers
}

export type CorrectionView = StoredCorrection & {
  /** As the file has it, where it is about who somebody is. */
  readonly name: string | undefined
  /** Somebody else in the register would have the same name and date of birth. */
  readonly isTwice: boolean
}

export async function viewCorrection(
  setting: Setting,
  actor: Actor,
  id: string,
): Promise<CorrectionView | undefined> {
  const { store, region } = setting
  const found = await correctionOf(store, region, id)
  if (!found || !mayDo(actor, 'review-correction', { organisation: found.landlord })) {
    return undefined
  }
  const { person, landlord, change } = found
  await inTransaction(setting, actor, (doing) =>
    noteReading(doing, { person, reason: 'correction', landlord }),
  )
  const file = await personFile(store, region, person)
  if (change.about !== 'identity' || !file) return { ...found, name: undefined, isTwice: false }
  const born = change.born?.to ?? bornIn(file.facts)
  const who = born !== undefined && { name: change.name?.to ?? file.name, born }
  const namesakes = who && !found.reviewedAt ? await filesNamed(store, region, who) : []
  const isTwice = namesakes.some((each) => each !== person)
  return { ...found, name: file.name, isTwice }
}

/** What was decided about who stands at the counter, and the cases about it; who has an account reads that there. */
export async function decisionsInVisit(
  setting: Setting,
  { person, file }: Pick<CounterView, 'person' | 'file'>,
): Promise<readonly DecisionAtCounter[]> {
  const { store, region } = setting
  if (file.human !== undefined) return []
  const where = { store, region, setting, today: dayOf(setting.now()) }
  const decisions = await decisionsAbout(where, person)
  const landlords = decisions.flatMap(({ landlord }) => landlord ?? [])
  const names = await landlordNames(store, region, [...new Set(landlords)])
  return withCases(decisions, await complaintsOf(store, region, person)).map((each) => ({
    ...each,
    landlordName: names.get(each.landlord ?? ''),
  }))
}

/** Who may help whoever stands at the counter; who has an account sees that there. */
export async function mandatesInVisit(
  setting: Setting,
  { person, file }: Pick<CounterView, 'person' | 'file'>,
): Promise<Mandates> {
  return file.human === undefined ? mandatesFrom(setting, person) : { running: [], invited: [] }
}

/** What the log says of late about whoever stands at the counter; who has an account reads all of it there. */
export async function logInVisit(
  setting: Setting,
  { person, file }: Pick<CounterView, 'person' | 'file'>,
): Promise<readonly LoggedAbout[]> {
  if (file.human !== undefined) return []
  const { store, region } = setting
  const part = { from: 0, count: eventsPrinted }
  return withDoers(setting, await eventsAbout(store, region, person, part))
}

/** How whoever stands at the counter is reached. */
export async function reachInVisit(
  { store, region }: Setting,
  { person, file }: Pick<CounterView, 'person' | 'file'>,
): Promise<{
  readonly email: string
  readonly phone: string
  readonly postalAddress: string
  /** Whether mail goes to the address. */
  readonly isMailed: boolean
}> {
  const { phone = '', postalAddress = '', ...contact } = await contactOf(store, region, person)
  const { email } = file
  const isMailed = mailAddress({ ...contact, email }) !== undefined
  return { email: email ?? '', phone, postalAddress, isMailed }
}

/** A correction of who somebody is that waits for a second person. */
export async function waitingIdentity(
  { store, region }: Setting,
  person: string,
): Promise<StoredCorrection | undefined> {
  const all = await correctionsOf(store, region, person)
  return all.find(({ change, reviewedAt }) => change.about === 'identity' && !reviewedAt)
}
