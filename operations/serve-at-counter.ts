/**
 * Somebody is helped at the counter (balie): whoever works there opens their file by what they say of
 * themselves, and acts for them for an hour, marked as such. That it was opened stands in their own log.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { fileBy, openedBy } from '../store/counter.ts'
import type { InTransaction, Store } from '../store/database.ts'
import { addMessage } from '../store/messages.ts'
import { answerOnPaper } from './answer-on-paper.ts'
import { changeFile } from './change-file.ts'
import { complainOnPaper } from './complain-on-paper.ts'
import { eraseOnPaper, leaveOnPaper, undoLeavingOnPaper } from './leave-on-paper.ts'
import { giveMandateOnPaper, withdrawMandateOnPaper } from './mandate-on-paper.ts'
import { type Actor, isOwnFile, isRefusal, type Operation, refuse, through } from './operation.ts'
import { pause, renew, resume } from './renew.ts'
import { respond } from './respond.ts'
import { tellHowReached } from './tell-how-reached.ts'
import { withdrawOnPaper } from './withdraw-on-paper.ts'
import { withdrawResponse } from './withdraw-response.ts'

export type CounterVisit = {
  readonly landlord: string
  /** The mail address in the file, or the reference on a letter (kenmerk). */
  readonly known: string
  readonly born: CalendarDate
}

export const serveAtCounter: Operation<CounterVisit, { readonly visit: number }> = {
  action: 'serve-at-counter',
  about: async (_, { landlord }) => ({ organisation: landlord }),
  async perform(doing, { landlord, known, born }) {
    const { transaction, region, actor } = doing
    const person = await fileBy(transaction, region, { known: known.trim(), born })
    if (person === undefined) return refuse('nobody-found')
    if (actor && isOwnFile(actor, person)) return refuse('own-file')
    const visit = await doing.write({
      kind: 'counter-opened',
      open: { landlord },
      personal: { person },
      person,
    })
    return { visit }
  },
}

export type OpenVisit = {
  readonly person: string
  readonly name: string
  readonly landlord: string
  readonly until: Date
}

const visitMilliseconds = 60 * 60_000

/** The file somebody opened at a counter, while their hour lasts; nobody else's. */
export async function openVisit(
  store: Store | InTransaction,
  region: string,
  visit: number,
  { actor, at }: { readonly actor: Actor | undefined; readonly at: Date },
): Promise<OpenVisit | undefined> {
  const opened = await openedBy(store, region, visit)
  if (!opened || !actor || opened.actor !== actor.human) return undefined
  const until = new Date(opened.at.getTime() + visitMilliseconds)
  return at < until
    ? { person: opened.person, name: opened.name, landlord: opened.landlord, until }
    : undefined
}

/** What is done in an open visit, about whoever stands there. */
export type InVisit<Input> = { readonly visit: number; readonly input: (person: string) => Input }

/**
 * An operation as it is done at the counter: the same as when somebody does it themselves, but for the mark. Whoever is
 * gone by it is told nothing.
 */
function atCounter<Input, Outcome extends object>(
  operation: Operation<Input, Outcome>,
  afterwards: 'there' | 'gone' = 'there',
): Operation<InVisit<Input>, Outcome> {
  return {
    action: operation.action,
    about: async ({ transaction, region, actor, at }, { visit }) => {
      const open = await openVisit(transaction, region, visit, { actor, at })
      return open && { organisation: open.landlord }
    },
    async perform(doing, { visit, input }) {
      const { transaction, region, actor, at } = doing
      const open = await openVisit(transaction, region, visit, { actor, at })
      if (!open) return refuse('visit-over')
      const { person, landlord } = open
      // A mandate can have come while the visit was open.
      if (actor && isOwnFile(actor, person)) return refuse('own-file')
      const acting = through(doing, { via: 'counter', landlord })
      const outcome = await operation.perform(acting, input(person))
      if (isRefusal(outcome) || afterwards === 'gone') return outcome
      // Whoever it was about hears of it also when it was not they who stood there.
      await addMessage(transaction, region, {
        ...{ id: doing.setting.newId(), person, code: 'acted-for-you', at },
        facts: { action: operation.action },
      })
      return outcome
    },
  }
}

export const respondAtCounter = atCounter(respond)
export const withdrawAtCounter = atCounter(withdrawResponse)
/** Also within the grace: then the time that was built up comes back. */
export const renewAtCounter = atCounter(renew)
export const pauseAtCounter = atCounter(pause)
export const resumeAtCounter = atCounter(resume)
/** Only for who has no account: an offer would lapse that they cannot open. */
export const answerAtCounter = atCounter(answerOnPaper)
/** The same, for what they disagree with: they can send it nowhere else. */
export const complainAtCounter = atCounter(complainOnPaper)
export const withdrawComplaintAtCounter = atCounter(withdrawOnPaper)
/** The same, to leave, to take that back within its term, and to have their file erased. */
export const leaveAtCounter = atCounter(leaveOnPaper)
export const undoLeavingAtCounter = atCounter(undoLeavingOnPaper)
export const eraseAtCounter = atCounter(eraseOnPaper, 'gone')
/** Who may help them, and how they are reached. */
export const giveMandateAtCounter = atCounter(giveMandateOnPaper)
export const withdrawMandateAtCounter = atCounter(withdrawMandateOnPaper)
export const reachAtCounter = atCounter(tellHowReached)
export const changeAtCounter = atCounter(changeFile)
