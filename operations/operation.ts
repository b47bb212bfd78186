/**
 * What people do (handelingen). An operation is the only place where something changes: it looks once whether
 * this human may, then loads, decides by the core, and saves, event first, in one transaction. A "no" is a value.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { BeaconChain, SignatureCheck } from '../core/ranking/settle-randomness.ts'
import type { InTransaction, Store } from '../store/database.ts'
import { addJob } from '../store/jobs.ts'
import { type Entry, writeEvent } from '../store/log.ts'
import type { LogKey } from '../store/log-key.ts'
import { addMessage } from '../store/messages.ts'
import { performedBefore, rememberPerformed } from '../store/performed.ts'
import type { Language } from '../words/language.ts'
import type { MailWords } from '../words/mail.ts'
import {
  type Action,
  accessTable,
  type MandateScope,
  type Right,
  type Role,
} from './access-table.ts'
import { dayInMilliseconds } from './dutch-time.ts'
import { withOthers } from './together.ts'

/** What every operation works with; made once by the server, or by a test. */
export type Setting = {
  readonly store: Store
  readonly region: string
  /** The engine, as receipts name it. */
  readonly engine: string
  /** Where the chance of draws comes from; without one no listing can close on which a lot decides. */
  readonly beacon?: Beacon
  /** Takes mail to people; without one there is none, and they are reached by other ways. */
  readonly mailer?: Mailer
  /** Signs checkpoints of the log; without it nothing is signed or exported. */
  readonly logKey?: LogKey
  now(): Date
  newId(): string
}

/** A public source of random rounds (baken), and who checks what it says. */
export type Beacon = {
  readonly chain: BeaconChain
  readonly holds: SignatureCheck
  /** The signature of a round in hexadecimal; undefined while it was not given. */
  signatureOf(round: number, now: Date): Promise<string | undefined>
}

/** A mail on its way out (mail); the words are said already. */
export type Mail = MailWords & {
  /** The message it is of: the same mail has the same name, however often it is tried. */
  readonly message: string
  readonly to: string
  readonly language: Language
  /** An address on the site where one click stops such mail. */
  readonly stopPath?: string
}

/** What a mail server said: it has it, or it never will. */
export type MailAnswer = { readonly accepted: true } | { readonly refused: number }

export type Mailer = {
  /** Mail says on which region it is when that is an example. */
  readonly isExample: boolean
  /** @throws where the server cannot be reached or says to try later. */
  send(mail: Mail): Promise<MailAnswer>
}

/** A human who logged in, with the roles they have today. */
export type Actor = {
  readonly human: string
  readonly roles: readonly { readonly role: Role; readonly organisation: string }[]
  /** Their own file as a seeker. */
  readonly person?: string
  /** Files they may act in for somebody else, and for what. */
  readonly mandates: readonly Mandate[]
}

/** Leave to act in somebody's file (machtiging), on the day it is asked. */
export type Mandate = { readonly person: string; readonly may: readonly MandateScope[] }

/** What an action is about, as far as access depends on it. */
export type About = {
  /** Whose file, or, before there is one, which human. */
  readonly person?: string
  readonly human?: string
  readonly organisation?: string
  /** The humans who were called into the case it is about. */
  readonly called?: readonly string[]
}

/** Why something was not done; the words are said at the edge. */
export type Refusal = { readonly refused: string; readonly facts: Facts }

export type Doing = {
  readonly setting: Setting
  readonly transaction: InTransaction
  readonly region: string
  readonly at: Date
  /** The day of `at` in the Netherlands. */
  readonly today: CalendarDate
  /** Nobody where the clock does it. */
  readonly actor: Actor | undefined
  /** Writes in the log, before the effect; gives the number of the event. */
  write(entry: Omit<Entry, 'actor' | 'at'>): Promise<number>
  /** Has a task of `tasks.ts` done at a moment, once, by whichever process comes first. */
  later(task: Task, payload: Facts, at: Date): Promise<void>
}

/** What can be done later (taken); how stands in `tasks.ts`. */
export type Task = (typeof tasks)[number]
export const tasks = [
  'close-listing',
  'settle-draw',
  'tell-list',
  'expire-offer',
  'erase-due',
  'respond-standing',
  'remind-complaint',
  'replay-run',
  'remind-offer',
  'remind-registration',
  'search-homes',
  'send-mail',
  'make-export',
  'end-export',
  'warn-watcher',
  'live-day',
] as const

export type Operation<Input, Outcome extends object> = {
  readonly action: Action
  /** Undefined where what is meant does not exist: then nobody learns whether it does. */
  about(doing: Doing, input: Input): Promise<About | undefined>
  perform(doing: Doing, input: Input): Promise<Outcome | Refusal>
  /**
   * For what many do in the same moment: several may do it in one transaction, each for themselves. Gives whose
   * turn it is; no two of one person come into one transaction.
   */
  readonly together?: (input: Input) => readonly string[]
}

export function refuse(refused: string, facts: Facts = {}): Refusal {
  return { refused, facts }
}

export function isRefusal(outcome: object): outcome is Refusal {
  return 'refused' in outcome
}

/** A key under which something is asked once, by a program: with the hash of what is asked. */
export type AskedOnce = { readonly key: string; readonly request: Uint8Array }

/**
 * Carries out an operation for somebody. With a key, doing it twice gives the outcome of the first time; a
 * program that asks something else under a key it used is refused (`key-used`).
 */
export async function carryOut<Input, Outcome extends object>(
  setting: Setting,
  actor: Actor,
  operation: Operation<Input, Outcome>,
  input: Input,
  once?: string | AskedOnce,
): Promise<Outcome | Refusal> {
  const lanes = operation.together?.(input).concat(actor.human)
  return within(setting, actor, lanes, async (doing) => {
    const about = await operation.about(doing, input)
    if (!about || !mayDo(actor, operation.action, about)) {
      return (await doneBefore(doing, actor, operation, once)) ?? refuse('not-found')
    }
    const acting = helps(actor, about.person) ? through(doing, { via: 'helper' }) : doing
    if (once === undefined) return performFor(acting, operation, input, about)
    const { key, ...asked } = typeof once === 'string' ? { key: once } : once
    const before = await performedBefore(doing, actor.human, key)
    if (before && 'request' in asked && !before.request?.equals(asked.request)) {
      return refuse('key-used')
    }
    // @NOTE under this key stands the outcome of this operation, as it was written below.
    if (before) return before.outcome as Outcome | Refusal
    const outcome = await performFor(acting, operation, input, about)
    if (!isRefusal(outcome)) {
      const done = { operation: operation.action, outcome, ...asked }
      await rememberPerformed(doing, actor.human, key, done)
    }
    return outcome
  })
}

// What somebody did can take away what it was about, or their own right to it: the second of a double click is
// then still told what the first did, and nobody else is told anything.
async function doneBefore<Input, Outcome extends object>(
  doing: Doing,
  { human }: Actor,
  { action }: Operation<Input, Outcome>,
  once: string | AskedOnce | undefined,
): Promise<Outcome | undefined> {
  if (once === undefined) return undefined
  const { key, ...asked } = typeof once === 'string' ? { key: once } : once
  const before = await performedBefore(doing, human, key)
  const isSame = !('request' in asked) || before?.request?.equals(asked.request)
  if (before?.operation !== action || !isSame) return undefined
  // @NOTE under this key stands the outcome of this operation, as `carryOut` wrote it.
  return before.outcome as Outcome
}

// Whoever is helped hears at once what was done in their name.
async function performFor<Input, Outcome extends object>(
  doing: Doing,
  operation: Operation<Input, Outcome>,
  input: Input,
  { person }: About,
): Promise<Outcome | Refusal> {
  const { actor, transaction, region, at, setting } = doing
  const outcome = await operation.perform(doing, input)
  const isHelped = actor !== undefined && helps(actor, person)
  if (isHelped && person !== undefined && !isRefusal(outcome)) {
    await addMessage(transaction, region, {
      ...{ id: setting.newId(), person, code: 'acted-for-you', at },
      facts: { action: operation.action },
    })
  }
  return outcome
}

/** Does something in one transaction, for somebody or for the clock. */
export async function inTransaction<What>(
  setting: Setting,
  actor: Actor | undefined,
  work: (doing: Doing) => Promise<What>,
): Promise<What> {
  return within(setting, actor, undefined, work)
}

// With lanes, in a transaction that others may share.
async function within<What>(
  setting: Setting,
  actor: Actor | undefined,
  lanes: readonly string[] | undefined,
  work: (doing: Doing) => Promise<What>,
): Promise<What> {
  const { store, region } = setting
  // The moment it was asked, however long it then waits for its turn.
  const at = setting.now()
  const today = dayOf(at)
  const act = (transaction: InTransaction) =>
    work({
      ...{ setting, transaction, region, at, today, actor },
      write: (entry) => writeEvent(transaction, region, { ...entry, at, actor: actor?.human }),
      later: (task, payload, when) => addJob(transaction, region, { task, payload, at: when }),
    })
  return lanes ? withOthers(setting, lanes, act) : store.transaction().execute(act)
}

/** The same doing, with in every event of it through whose hands it went. */
export function through(
  doing: Doing,
  hands: { readonly via: 'helper' } | { readonly via: 'counter'; readonly landlord: string },
): Doing {
  return {
    ...doing,
    write: (entry) => doing.write({ ...entry, open: { ...hands, ...entry.open } }),
  }
}

/** Whether this is the file of somebody they help. */
function helps({ person: own, mandates }: Actor, person: string | undefined): boolean {
  return person !== undefined && person !== own && mandates.some((each) => each.person === person)
}

/**
 * Whether a file is one's own or that of whom one helps: such a file nobody handles in their work. Source: the
 * mission's trust model, below part D5.
 */
export function isOwnFile(actor: Actor, person: string): boolean {
  return actor.person === person || helps(actor, person)
}

/** Whether somebody may do something about this: only what stands in the table. */
export function mayDo(actor: Actor, action: Action, about: About): boolean {
  const rights: readonly Right[] = accessTable[action]
  return rights.some((right) => reaches(actor, right, about))
}

function reaches(actor: Actor, { role, reach, under }: Right, about: About): boolean {
  const { person, human, organisation, called = [] } = about
  switch (reach) {
    case 'own':
      if (role === 'helper') {
        return actor.mandates.some(
          (each) => each.person === person && under !== undefined && each.may.includes(under),
        )
      }
      return person === undefined ? human === actor.human : person === actor.person
    case 'organisation':
      return actor.roles.some((each) => each.role === role && each.organisation === organisation)
    case 'all':
      return actor.roles.some((each) => each.role === role)
    case 'case':
      return actor.roles.some((each) => each.role === role) && called.includes(actor.human)
  }
}

const dutchDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' })

/** The calendar day in the Netherlands. */
export function dayOf(at: Date): CalendarDate {
  const midnight = Date.parse(`${dutchDay.format(at)}T00:00:00Z`)
  // @NOTE a calendar date is a number of days since 1970.
  return (midnight / dayInMilliseconds) as CalendarDate
}
