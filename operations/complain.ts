/**
 * Somebody does not agree with a decision about them (klacht of bezwaar): it becomes a case with a number, at
 * the committee that is the right one, with a term. What decides the route stands in `decisions-about.ts`.
 */
import { addDays, addDuration, type CalendarDate } from '../core/basics/calendar-date.ts'
import {
  addComplaint,
  type ComplaintRoute,
  complaintsOf,
  hasCommittee,
  type StoredComplaint,
} from '../store/complaints.ts'
import { listingOf } from '../store/listings.ts'
import { tell } from '../store/messages.ts'
import { personFile } from '../store/people.ts'
import { decisionAbout } from './decisions-about.ts'
import { instantOf } from './dutch-time.ts'
import { homeNow } from './earlier-homes.ts'
import { type Doing, type Operation, type Refusal, refuse } from './operation.ts'

export type NewComplaint = {
  readonly person: string
  /** The key of the decision. */
  readonly decision: string
  readonly words: string
}

export const complaintLeast = 20
export const complaintMost = 4000

/** The committee of the landlords of the region together has no organisation of its own. */
const regionalCommittee = ''

/**
 * Within six weeks, as Awb 9:11 asks of public bodies. An objection within twelve weeks after the last day on
 * which it could be made, because a committee advises on it (Awb 7:10 lid 1 and 7:13).
 */
const complaintWeeks = 6
const objectionWeeks = 12
/** Who was passed over and complains is judged before the home is let: from the day on which it can be kept. */
const urgentWorkingDays = 5

export type Complained = { readonly complaint: number; readonly event: number }

export const complain: Operation<NewComplaint, Complained> = {
  action: 'complain',
  about: async (_, { person }) => ({ person }),
  perform: (doing, given) => beginCase(doing, given),
}

/** Makes a case of it; what came in on paper counts from the day on which it was received. */
export async function beginCase(
  doing: Doing,
  { person, decision: key, words }: NewComplaint,
  receivedOn?: CalendarDate,
): Promise<Complained | Refusal> {
  const { transaction, region, setting, today, at, actor } = doing
  const file = await personFile(transaction, region, person, 'lock')
  if (!file || !actor) return refuse('not-found')
  const decision = await decisionAbout({ store: transaction, region, setting, today }, person, key)
  if (!decision) return refuse('not-found')
  const earlier = await complaintsOf(transaction, region, person)
  const running = earlier.find((each) => each.decision === key && isOpen(each))
  if (running) return refuse('already-complained', { complaint: running.id })
  const { remedy: route, kind, code, landlord, home, on, until } = decision
  const from = receivedOn ?? today
  if (from < on) return refuse('received-too-early', { on })
  if (until < from) return refuse('term-over', { until })
  const said = words.trim()
  if (said.length < complaintLeast) return refuse('words-missing', { least: complaintLeast })
  if (said.length > complaintMost) return refuse('words-too-long', { most: complaintMost })
  const urgentUntil = await urgencyOf(doing, kind, home?.id)
  const lives = homeNow(file.spells)?.attributes.municipality ?? file.facts.municipality ?? ''
  const committee = await committeeFor(doing, route, String(lives))
  const decideBy = decideByOf(route, { from, until })
  const event = await doing.write({
    kind: 'complaint-received',
    open: { route, about: kind },
    personal: {
      ...{ person, decision: key, words: said },
      ...(receivedOn !== undefined && { receivedOn }),
    },
    person,
  })
  const id = await addComplaint(transaction, region, {
    ...{ route, committee, person, decision: key, kind, code, landlord, listing: home?.id },
    ...{ decidedOn: on, receivedOn, words: said, madeBy: actor.human, madeAt: at, event },
    ...{ decideBy, urgentUntil },
  })
  if (id === undefined) throw new Error('broken promise: the file was locked')
  for (const day of [urgentUntil, decideBy]) {
    if (day === undefined) continue
    await doing.later('remind-complaint', { complaint: id }, instantOf(addDays(day, 1), '00:00'))
  }
  const facts = { complaint: id, decideBy: urgentUntil ?? decideBy, ...aboutHome(home?.id) }
  await tell(transaction, region, [person], { code: 'complaint-received', facts, at })
  return { complaint: id, event }
}

/** The home a message is about, where it is about one. */
export function aboutHome(listing: number | undefined) {
  return listing === undefined ? {} : { listing }
}

/** Whether a case still waits for somebody. */
export function isOpen({ state }: Pick<StoredComplaint, 'state'>): boolean {
  return state !== 'decided' && state !== 'withdrawn'
}

function decideByOf(
  route: ComplaintRoute,
  { from, until }: { readonly from: CalendarDate; readonly until: CalendarDate },
): CalendarDate {
  return route === 'objection'
    ? addDuration(until, { count: objectionWeeks, unit: 'week' })
    : addDuration(from, { count: complaintWeeks, unit: 'week' })
}

async function urgencyOf(
  { transaction, region, today }: Doing,
  kind: string,
  listing: number | undefined,
): Promise<CalendarDate | undefined> {
  if (kind !== 'skipped' || listing === undefined) return undefined
  const found = await listingOf(transaction, region, listing, 'lock')
  if (found?.state !== 'closed') return undefined
  return addDuration(today, { count: urgentWorkingDays, unit: 'working-day' })
}

// An objection goes to the municipality where somebody lives. Where nobody sits in a committee there, the one of
// the region takes it: no case may lie where nobody sees it.
async function committeeFor(
  { transaction, region, today }: Doing,
  route: ComplaintRoute,
  municipality: string,
): Promise<string> {
  if (route === 'complaint' || municipality === '') return regionalCommittee
  const sits = await hasCommittee(transaction, region, municipality, today)
  return sits ? municipality : regionalCommittee
}
