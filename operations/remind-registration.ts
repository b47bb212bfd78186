/**
 * Somebody is reminded of their registration (herinneren): on the days and by the ways that the rule book says,
 * before its term ends and after. Time is never lost silently: whoever cannot be reached gets a letter, and at
 * the end a human decides. Source: the registration life of the rule book.
 */
import { addDays, addDuration, type CalendarDate } from '../core/basics/calendar-date.ts'
import type { Life } from '../core/policy/kinds/life.ts'
import { type Reminder, type ReminderChannel, reminderDay } from '../core/policy/kinds/reminder.ts'
import { contactOf } from '../store/contacts.ts'
import {
  addErrand,
  dropErrands,
  hasErrand,
  landlordIds,
  rememberReminder,
} from '../store/errands.ts'
import { dropJob, moveJob } from '../store/jobs.ts'
import { addMessage } from '../store/messages.ts'
import { candidatesOf, personFile } from '../store/people.ts'
import type { ErrandKind } from '../store/tables.ts'
import type { MessageCode } from '../words/messages.ts'
import { instantOf } from './dutch-time.ts'
import { type Doing, type Refusal, refuse } from './operation.ts'
import { type RegistrationState, registrationRule, registrationState } from './registration-life.ts'
import { mailAddress } from './send-mail.ts'

/** Messages about a registration that ends or ended. */
export const reminderCodes = [
  'registration-ends-soon',
  'registration-over',
  'registration-decision',
] as const satisfies readonly MessageCode[]

type Moment = {
  readonly step: string
  readonly on: CalendarDate
  /** None where a human is to decide. */
  readonly reminder?: Reminder
}

export type Reminded = {
  readonly given: string | undefined
  readonly next: CalendarDate | undefined
}

const hourOfReminders = '09:00'

/** Gives the reminder that is due, and has the next one given on its day. */
export async function remindRegistration(
  doing: Doing,
  person: string,
): Promise<Reminded | Refusal> {
  const { transaction, region, today, at } = doing
  const rule = await ruleOrTomorrow(doing, person)
  if (!rule) return refuse('no-rules')
  const found = await runningTerm(doing, person, rule)
  if (!found) return refuse('nothing-to-remind')
  const { state, lastDay, moments } = found
  const due = moments.filter(({ on }) => on <= today)
  const latest = due.at(-1)
  let given: string | undefined
  for (const each of due) {
    const { step } = each
    const isNew = await rememberReminder(transaction, region, { person, lastDay, step, at })
    // What was missed while nothing ran is not made up for one by one: the last says it all.
    if (!isNew || each !== latest) continue
    await remind(doing, person, { ...each, state, lastDay })
    given = step
  }
  const next = await plan(doing, person, moments)
  return { given, next }
}

/** Between two rule books nobody is forgotten: what to remind of is asked again tomorrow. */
async function ruleOrTomorrow(doing: Doing, person: string): Promise<Life | undefined> {
  const { transaction, region, today } = doing
  const rule = await registrationRule(doing, today)
  if (rule) return rule
  const at = instantOf(addDays(today, 1), hourOfReminders)
  const job = { task: 'remind-registration', payload: { person }, at }
  await moveJob(transaction, region, job)
  return undefined
}

/** Has the next reminder given on its day, and takes back what had a reason before and has none now. */
export async function planReminders(doing: Doing, person: string): Promise<void> {
  const { transaction, region } = doing
  const rule = await ruleOrTomorrow(doing, person)
  if (!rule) return
  await dropErrands(transaction, region, person, reminderCodes)
  const found = await runningTerm(doing, person, rule)
  await plan(doing, person, found?.moments ?? [])
}

async function runningTerm(doing: Doing, person: string, rule: Life) {
  const { transaction, region, today } = doing
  const [candidate] = await candidatesOf(transaction, region, [person])
  if (!candidate) return undefined
  const state = await registrationState(doing, candidate, today)
  const { lastDay } = state
  const isOver = state.state === 'none' || (state.state === 'ended' && !state.can.restore)
  if (lastDay === undefined || isOver) return undefined
  return { state, lastDay, moments: momentsOf(rule, lastDay) }
}

/** The moments at which somebody hears of a term with this last day, in order. */
function momentsOf({ remind = [], restore }: Life, lastDay: CalendarDate): Moment[] {
  const reminders = remind.flatMap((reminder): Moment[] => {
    const on = reminderDay(reminder, lastDay)
    const { before, after } = reminder
    const length = before ?? after
    if (on === undefined || !length) return []
    const step = `${before ? 'before' : 'after'}-${length.count}-${length.unit}`
    return [{ step, on, reminder }]
  })
  const decision: Moment[] = restore?.closes
    ? [{ step: 'decision', on: addDuration(addDays(lastDay, 1), restore.within) }]
    : []
  return [...reminders, ...decision].toSorted((a, b) => a.on - b.on)
}

async function plan(
  { transaction, region, today }: Doing,
  person: string,
  moments: readonly Moment[],
): Promise<CalendarDate | undefined> {
  const next = moments.find(({ on }) => on > today)?.on
  const job = { task: 'remind-registration', payload: { person } }
  if (next === undefined) await dropJob(transaction, region, job)
  else await moveJob(transaction, region, { ...job, at: instantOf(next, hourOfReminders) })
  return next
}

async function remind(
  doing: Doing,
  person: string,
  { step, reminder, state, lastDay }: Moment & { state: RegistrationState; lastDay: CalendarDate },
): Promise<void> {
  const { transaction, region, today, at, setting } = doing
  const file = await personFile(transaction, region, person)
  if (!file) return
  const message = setting.newId()
  const code: MessageCode = !reminder
    ? 'registration-decision'
    : today > lastDay
      ? 'registration-over'
      : 'registration-ends-soon'
  await doing.write({ kind: 'reminded', open: { step }, personal: { person, message }, person })
  await addMessage(transaction, region, {
    ...{ id: message, person, code, at },
    facts: {
      until: lastDay,
      ...(state.restorableUntil !== undefined && { grace: state.restorableUntil }),
    },
  })
  const landlords = await landlordIds(transaction, region)
  const landlord = landlordFor(person, landlords)
  if (landlord === undefined) return
  const contact = await contactOf(transaction, region, person)
  const hasMail =
    setting.mailer !== undefined &&
    contact.wants !== 'nothing' &&
    mailAddress({ ...contact, email: file.email }) !== undefined
  const reaches = { mail: hasMail, phone: contact.phone !== undefined, letter: true }
  const kinds = new Set<ErrandKind>(byHand(reminder?.ways ?? ['mail', 'letter'], reaches))
  if (!reminder) kinds.add('decision')
  const isReached = (reminder?.ways ?? ['letter']).some((way) => reaches[way])
  if (!isReached) {
    const since = instantOf(addDuration(lastDay, { count: -1, unit: 'year' }), '00:00')
    const earlier = { codes: reminderCodes, since, kind: 'letter' } as const
    if (!(await hasErrand(transaction, region, person, earlier))) kinds.add('letter')
  }
  for (const kind of kinds) {
    await addErrand(transaction, region, {
      ...{ id: setting.newId(), message, person, landlord, kind, at },
    })
  }
}

function byHand(
  ways: readonly ReminderChannel[],
  reaches: Readonly<Record<ReminderChannel, boolean>>,
): ErrandKind[] {
  return ways.flatMap((way): ErrandKind[] => (way !== 'mail' && reaches[way] ? [way] : []))
}

/** Landlords share the post of the region: everybody has one that writes and calls, always the same. */
export function landlordFor(person: string, landlords: readonly string[]): string | undefined {
  const number = Number.parseInt(person.replaceAll('-', '').slice(0, 8), 16)
  return landlords[number % Math.max(1, landlords.length)]
}
