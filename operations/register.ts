/**
 * Somebody registers as a seeker (inschrijven). The day counts from the event in the log, and from nothing
 * else. Source: the registration life of the rule book.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { yearsBetween } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { Spell } from '../core/seekers/history.ts'
import { setLanguage } from '../store/contacts.ts'
import { dropDraft } from '../store/drafts.ts'
import { addMessage } from '../store/messages.ts'
import {
  addHistory,
  addPerson,
  candidatesOf,
  changePerson,
  personFile,
  personOfHuman,
} from '../store/people.ts'
import type { Wishes } from '../store/tables.ts'
import type { Language } from '../words/language.ts'
import { showAddress } from './confirm-address.ts'
import { areInOrder, type EarlierHome, earlierSpells } from './earlier-homes.ts'
import { type Doing, type Operation, refuse } from './operation.ts'
import { registrationState } from './registration-life.ts'
import { planReminders } from './remind-registration.ts'

export type Registration = {
  readonly name: string
  readonly email: string | undefined
  readonly born: CalendarDate
  readonly householdSize: number
  readonly children: number
  readonly incomeCents: number
  readonly housingSituation: string
  /** Dutch, lawful, permit-holder or none; Dutch where nothing is said. */
  readonly residenceStatus?: string
  readonly professionGroup?: string
  /** Where they live, and since when. */
  readonly municipality: string
  readonly livesThereSince: CalendarDate
  /** Where they lived before, the latest first. */
  readonly livedBefore?: readonly EarlierHome[]
  readonly wishes: Wishes
  /** In which they are written to. */
  readonly language?: Language
}

/** From which age somebody can register. */
export const ageMin = 18
/** From which age the state pension is paid (AOW-leeftijd), as it is until 2028. Legal source: AOW art. 7a. */
const aowAge = 67

/** Whether somebody has reached that age on a day: from their day of birth, where that is known. */
export function hasAowAge(facts: Facts, on: CalendarDate): boolean {
  const { born } = facts
  // @NOTE `born` is a date, and dates are whole days.
  if (typeof born === 'number') return yearsBetween(born as CalendarDate, on) >= aowAge
  return facts['aow-age'] === true
}

export const register: Operation<
  Registration,
  { readonly person: string; readonly event: number }
> = {
  action: 'register',
  about: async ({ actor }) => (actor ? { human: actor.human } : undefined),
  async perform(doing, input) {
    const { transaction, region, today, actor, setting } = doing
    if (!actor) return refuse('not-found')
    const earlier = await personOfHuman(transaction, region, actor.human)
    if (earlier !== undefined && !(await mayBeginAnew(doing, earlier))) {
      return refuse('already-registered')
    }
    if (yearsBetween(input.born, today) < ageMin) return refuse('under-age', { age: ageMin })
    if (!areInOrder(input.livedBefore ?? [], input.livesThereSince))
      return refuse('homes-out-of-order')
    const person = earlier ?? setting.newId()
    const event = await enrol(doing, input, { person, human: actor.human, isNew: !earlier })
    await dropDraft(transaction, region, actor.human, registrationForm)
    if (input.language) await setLanguage(transaction, region, actor.human, input.language)
    return { person, event }
  },
}

/** Writes somebody in the register: with their own account, or without one. */
export async function enrol(
  doing: Doing,
  input: Registration,
  {
    person,
    human,
    isNew,
  }: { readonly person: string; readonly human?: string; readonly isNew: boolean },
): Promise<number> {
  const { transaction, region, today, setting } = doing
  const event = await doing.write({
    kind: 'registered',
    open: {},
    personal: { person, on: today },
    person,
  })
  const file = { facts: factsOf(input, today), spells: spellsOf(input), wishes: input.wishes }
  if (!isNew) await changePerson(transaction, region, person, file)
  else {
    const { name, email } = input
    await addPerson(transaction, region, {
      ...{ id: person, name, ...file },
      ...(human !== undefined && { human }),
      ...(email !== undefined && { email }),
    })
  }
  await addHistory(transaction, region, { person, event, name: 'registered', on: today })
  await addMessage(transaction, region, {
    ...{ id: setting.newId(), person, code: 'registered', at: doing.at },
    facts: { since: today },
  })
  const kept = await personFile(transaction, region, person)
  if (kept?.email !== undefined) {
    await showAddress(doing, person, { email: kept.email, human: kept.human })
  }
  await planReminders(doing, person)
  return event
}

/** The name of the form whose draft is dropped once somebody is registered. */
export const registrationForm = 'registration'

// Whose registration is over for good begins again, in the same file.
async function mayBeginAnew(doing: Doing, person: string): Promise<boolean> {
  const { transaction, region, today } = doing
  await personFile(transaction, region, person, 'lock')
  const [candidate] = await candidatesOf(transaction, region, [person])
  if (!candidate) return false
  return (await registrationState(doing, candidate, today)).can.registerAgain
}

function spellsOf({ municipality, livesThereSince, livedBefore = [] }: Registration): Spell[] {
  return [
    ...earlierSpells(livedBefore, livesThereSince),
    { spell: 'resident', from: livesThereSince, attributes: { municipality } },
  ]
}

function factsOf(input: Registration, today: CalendarDate): Facts {
  const { born, householdSize, children, incomeCents, housingSituation } = input
  return {
    born,
    'aow-age': hasAowAge({ born }, today),
    'residence-status': input.residenceStatus ?? 'dutch',
    'household-size': householdSize,
    children,
    'household-income': incomeCents,
    'housing-situation': housingSituation,
    'profession-group': input.professionGroup ?? 'other',
    'target-group': 'none',
    'open-responses': 0,
    'open-offers': 0,
  }
}
