/**
 * Which events of a history the rules read (gebeurtenissen die tellen). Of somebody who responds every week most
 * of what happened is responding, and most rules ask nothing about that: who decides about thousands at once
 * leaves it where it is. Whatever is not named here can be taken out of a history, and no value changes.
 */

import { keptFor } from '../basics/kept-for.ts'
import { type EventName, events, ticks } from '../seekers/history.ts'
import { listensTo } from './kinds/life.ts'
import type { Resolved } from './resolve.ts'
import type { Rule } from './rule-book.ts'
import { triggersOf } from './timeline.ts'

/** What the fold itself looks at, under any rules. */
const always: readonly string[] = ['registered', 'reversed', 'cleared', 'contacted']

/** Its day is a fact by itself, of who responded to this listing. */
const respondedAt = 'responded-at'

/** Events that count where rules ask these names of a person; undefined where any can. */
export function eventsRead(
  resolved: Resolved,
  names: readonly string[],
): readonly EventName[] | undefined {
  const read = readBy(resolved)
  return names.includes(respondedAt) ? read.withResponses : read.events
}

type Read = {
  readonly events: readonly EventName[] | undefined
  readonly withResponses: readonly EventName[] | undefined
}

// A book is long to read through, and asked for every home.
const readBy = keptFor(({ rules }: Resolved): Read => {
  const all = rules.map(({ rule }) => rule)
  // What ticks is counted from the first thing that happened, whatever it was.
  if (all.some((rule) => triggersOf(rule).some((name) => ticks.some((tick) => tick === name)))) {
    return { events: undefined, withResponses: undefined }
  }
  const asksResponse = all.some(mentionsResponse)
  const read = Object.values(events)
    .flat()
    .filter(
      (event) =>
        always.includes(event) ||
        (event === 'responded' && asksResponse) ||
        all.some((rule) => reads(rule, event)),
    )
  const withResponses = read.includes('responded') ? read : [...read, 'responded' as const]
  return { events: read, withResponses }
})

function reads(rule: Rule, event: string): boolean {
  if (rule.kind === 'life') return listensTo(rule, event)
  if (rule.kind === 'measure') return rule.of === event
  return triggersOf(rule).includes(event)
}

// Requirements, priorities and rankings say what they read in the names; the other rules are read behind those.
function mentionsResponse(rule: Rule): boolean {
  const isNamed = ['requirement', 'priority', 'ranking', 'procedure'].includes(rule.kind)
  return !isNamed && JSON.stringify(rule).includes(respondedAt)
}
