/** What a demo person was told in the past of the example region (berichten): from what happened, and nothing else. */
import { addDuration, type CalendarDate, lastDay } from '../../core/basics/calendar-date.ts'
import type { Facts } from '../../core/basics/facts.ts'
import type { Event } from '../../core/seekers/history.ts'
import type { MessageCode } from '../../words/messages.ts'
import { instantAt } from './timeline.ts'

export type ToldMessage = {
  readonly code: MessageCode
  readonly facts: Facts
  readonly at: Date
}

export type LivedThings = {
  readonly events: readonly Event[]
  readonly responses: readonly { readonly listing: number; readonly at: Date }[]
  readonly results: readonly { readonly listing: number; readonly at: Date }[]
  readonly offers: readonly {
    readonly id: string
    readonly listing: number
    readonly madeAt: Date
    readonly answerBy: Date
    readonly state: string
    readonly answeredAt: Date | undefined
  }[]
}

const hour = 9
const year = { count: 1, unit: 'year' } as const
const ofOffers: Readonly<Record<string, MessageCode>> = {
  refused: 'offer-refused',
  expired: 'offer-expired',
  let: 'home-is-yours',
}

/** In the order in which they were written. */
export function messagesOfPast({ events, responses, results, offers }: LivedThings): ToldMessage[] {
  const told: ToldMessage[] = []
  let until: CalendarDate | undefined
  for (const { event, on } of events) {
    const at = instantAt(on, hour)
    if (event === 'registered') {
      until = lastDay(on, year)
      told.push({ code: 'registered', facts: { since: on }, at })
    }
    if (event === 'renewed' && until !== undefined) {
      until = addDuration(until, year)
      told.push({ code: 'renewed', facts: { until }, at })
    }
  }
  for (const { listing, at } of responses) told.push({ code: 'responded', facts: { listing }, at })
  for (const { listing, at } of results) told.push({ code: 'result', facts: { listing }, at })
  for (const { id: offer, listing, madeAt, answerBy, state, answeredAt } of offers) {
    const about = { listing, offer }
    const facts = { ...about, answerBy: answerBy.toISOString() }
    told.push({ code: 'offer-made', facts, at: madeAt })
    const code = ofOffers[state]
    if (code && answeredAt) told.push({ code, facts: about, at: answeredAt })
  }
  return told.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}
