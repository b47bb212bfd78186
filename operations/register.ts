/**
 * Somebody registers as a seeker (inschrijven). The day counts from the event in the log, and from nothing
 * else. Source: the registration life of the rule book.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { yearsBetween } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import { addHistory, addPerson, personOfHuman } from '../store/people.ts'
import type { Wishes } from '../store/tables.ts'
import { type Operation, refuse } from './operation.ts'

export type Registration = {
  readonly name: string
  readonly email: string | undefined
  readonly born: CalendarDate
  readonly householdSize: number
  readonly children: number
  readonly incomeCents: number
  readonly housingSituation: string
  /** Where they live, and since when. */
  readonly municipality: string
  readonly livesThereSince: CalendarDate
  readonly wishes: Wishes
}

const ageMin = 18
const aowAge = 67

export const register: Operation<
  Registration,
  { readonly person: string; readonly event: number }
> = {
  action: 'register',
  about: async ({ actor }) => (actor ? { human: actor.human } : undefined),
  async perform(doing, input) {
    const { transaction, region, today, actor, setting } = doing
    if (!actor) return refuse('not-found')
    if (await personOfHuman(transaction, region, actor.human)) return refuse('already-registered')
    if (yearsBetween(input.born, today) < ageMin) return refuse('under-age', { age: ageMin })
    const person = setting.newId()
    const event = await doing.write({
      kind: 'registered',
      open: {},
      personal: { person, on: today },
      person,
    })
    await addPerson(transaction, region, {
      id: person,
      human: actor.human,
      name: input.name,
      ...(input.email !== undefined && { email: input.email }),
      facts: factsOf(input, today),
      spells: [
        {
          spell: 'resident',
          from: input.livesThereSince,
          attributes: { municipality: input.municipality },
        },
      ],
      wishes: input.wishes,
    })
    await addHistory(transaction, region, { person, event, name: 'registered', on: today })
    return { person, event }
  },
}

function factsOf(input: Registration, today: CalendarDate): Facts {
  const { born, householdSize, children, incomeCents, housingSituation } = input
  return {
    born,
    'aow-age': yearsBetween(born, today) >= aowAge,
    'residence-status': 'dutch',
    'household-size': householdSize,
    children,
    'household-income': incomeCents,
    'housing-situation': housingSituation,
    'profession-group': 'other',
    'target-group': 'none',
    'open-responses': 0,
    'open-offers': 0,
  }
}
