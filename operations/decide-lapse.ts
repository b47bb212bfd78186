/**
 * A human decides whether registration time lapses (vervallen), once the time in which it could be restored is
 * over: only after two ways and a letter, in words of their own, and the person is told. Until then it can be
 * restored. Source: the registration life of the rule book.
 */
import { addDuration, type CalendarDate } from '../core/basics/calendar-date.ts'
import { endErrand, errandOf, forgetReminder, waysTaken } from '../store/errands.ts'
import { addMessage } from '../store/messages.ts'
import { addHistory, candidatesOf, personFile } from '../store/people.ts'
import { instantOf } from './dutch-time.ts'
import { type Doing, isOwnFile, type Operation, refuse } from './operation.ts'
import { registrationState } from './registration-life.ts'
import { reminderCodes } from './remind-registration.ts'
import { motivationLeast } from './review-listing.ts'

export type LapseDecision = {
  readonly errand: string
  readonly lapses: boolean
  /** Why, in the decider's own words. */
  readonly motivation: string
}

const motivationMost = 1000
/** So long later it is asked again, where the time was kept. */
const askedAgain = { count: 6, unit: 'month' } as const

export const decideLapse: Operation<LapseDecision, { readonly event: number }> = {
  action: 'decide-lapse',
  about: async ({ transaction, region }, { errand }) => {
    const found = await errandOf(transaction, region, errand)
    return found && { organisation: found.landlord }
  },
  async perform(doing, { errand: id, lapses, motivation }) {
    const { transaction, region, at, today, actor, setting } = doing
    const errand = await errandOf(transaction, region, id, 'lock')
    if (!errand || !actor || errand.kind !== 'decision') return refuse('not-found')
    const { person, message } = errand
    if (isOwnFile(actor, person)) return refuse('own-file')
    if (errand.doneAt) return refuse('errand-done')
    if (!(await personFile(transaction, region, person, 'lock'))) return refuse('not-found')
    const [candidate] = await candidatesOf(transaction, region, [person])
    const state = candidate && (await registrationState(doing, candidate, today))
    if (!state?.awaitsDecision || state.lastDay === undefined) return refuse('nothing-to-decide')
    const words = motivation.trim()
    if (words.length < motivationLeast || words.length > motivationMost) {
      return refuse('motivation-missing', { least: motivationLeast })
    }
    const by = actor.human
    if (!lapses) {
      const event = await doing.write({
        kind: 'restoration-kept',
        open: {},
        personal: { person, message, motivation: words },
        person,
      })
      await endErrand(transaction, region, id, { at, by, outcome: 'kept', event })
      await forgetReminder(transaction, region, person, state.lastDay, 'decision')
      const again = instantOf(addDuration(today, askedAgain), '09:00')
      await doing.later('remind-registration', { person }, again)
      return { event }
    }
    const ways = await waysFor(doing, person, state.lastDay)
    if (!isReachedEnough(ways)) return refuse('not-reached-enough')
    const event = await doing.write({
      kind: 'restoration-closed',
      open: {},
      personal: { person, message, on: today, motivation: words },
      person,
    })
    await addHistory(transaction, region, {
      ...{ person, event, name: 'restoration-closed', on: today },
    })
    await endErrand(transaction, region, id, { at, by, outcome: 'lapsed', event })
    await addMessage(transaction, region, {
      ...{ id: setting.newId(), person, code: 'time-lapsed', facts: {}, at },
    })
    return { event }
  },
}

/** Two ways, of which one is a letter that somebody says was sent. */
export function isReachedEnough(ways: readonly string[]): boolean {
  return ways.includes('letter') && new Set(ways).size >= 2
}

/** The ways by which somebody was told of a term with this last day. */
export async function waysFor(
  { transaction, region }: Pick<Doing, 'transaction' | 'region'>,
  person: string,
  lastDay: CalendarDate,
): Promise<string[]> {
  const since = instantOf(addDuration(lastDay, { count: -3, unit: 'month' }), '00:00')
  const taken = await waysTaken(transaction, region, person, { codes: reminderCodes, since })
  return [...new Set(taken.map(({ channel }) => channel))]
}
