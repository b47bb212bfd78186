import type { CalendarDate } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'

/** What lasted from-to: living somewhere, renting, working. Both days belong to it; no `to` is until now. */
export type Spell = {
  readonly spell: SpellName
  readonly from: CalendarDate
  readonly to?: CalendarDate
  readonly attributes: Facts
  readonly known_on?: CalendarDate
}

/** What happened on a day. The facts of the listing it is about stand among its attributes. */
export type Event = {
  readonly id?: string
  readonly event: EventName
  readonly on: CalendarDate
  readonly attributes: Facts
  readonly known_on?: CalendarDate
}

/** A person's history in order of recording; nothing is ever taken out, a reversal is an event too. */
export type History = { readonly spells: readonly Spell[]; readonly events: readonly Event[] }

export const noHistory: History = { spells: [], events: [] }

export const spells = [
  'resident',
  'tenant',
  'owner',
  'working',
  'studying',
  'sheltered',
  'member',
  'caring',
] as const
export type SpellName = (typeof spells)[number]

export const events = {
  registration: [
    'registered',
    'paid',
    'renewed',
    'deregistered',
    'restored',
    'restoration-closed',
    'merged',
    'paused',
    'resumed',
    'activated',
    'moved',
    'home-left-empty',
    'home-sold',
    'lease-started',
    'lease-ended',
  ],
  search: [
    'responded',
    'withdrew-response',
    'withdrew-after-selection',
    'fitting-listing-closed',
    'invited',
    'invitation-unanswered',
    'no-show',
    'documents-late',
    'offer-made',
    'offer-refused',
    'offer-unanswered',
    'offer-accepted',
    'contacted',
  ],
  decisions: [
    'urgency-requested',
    'urgency-granted',
    'urgency-extended',
    'urgency-ground-gone',
    'urgency-refused',
    'awarded',
    'award-extended',
    'option-taken',
    'option-paused',
    'option-resumed',
    'conduct-established',
    'false-data-established',
    'cleared',
    'heard',
    'reversed',
  ],
} as const
export type EventName = (typeof events)[keyof typeof events][number]

export const eventNames: readonly string[] = Object.values(events).flat()

/** Made by the fold itself, and only when a rule listens. */
export const ticks = ['day-ended', 'fortnight-ended', 'month-ended', 'year-ended'] as const
export type Tick = (typeof ticks)[number]

/** What an event or spell can say about itself, beside every fact of the listing it is about. */
export const attributes = {
  reason: 'choice',
  at: 'choice',
  suitable: 'yes-no',
  justified: 'yes-no',
  'above-taker': 'yes-no',
  cause: 'choice',
  ground: 'choice',
  award: 'choice',
  amount: 'number',
  address: 'choice',
  hours: 'number',
  institution: 'choice',
  'own-contract': 'yes-no',
  life: 'choice',
  upheld: 'yes-no',
  sanction: 'choice',
  reverses: 'choice',
  'registered-on': 'date',
  'care-share': 'number',
  phase: 'choice',
  code: 'choice',
  step: 'number',
} as const
export type Attribute = keyof typeof attributes
