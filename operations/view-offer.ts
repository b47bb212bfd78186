/**
 * An offer as the person reads it before they answer (aanbod): the home, the terms, and what a no would cost,
 * asked of the rules themselves.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { Block, Demotion } from '../core/policy/kinds/sanction.ts'
import { rulesOf } from '../core/policy/resolve.ts'
import { follow, type Line, type Timeline } from '../core/policy/timeline.ts'
import type { Candidate } from '../core/seekers/candidate.ts'
import { homeOf, type ShownHome } from '../store/homes.ts'
import { lettingOf } from '../store/lettings.ts'
import { offerOf, type StoredOffer } from '../store/offers.ts'
import { candidatesOf } from '../store/people.ts'
import { type Actor, dayOf, mayDo, type Refusal, refuse, type Setting } from './operation.ts'
import { readFile } from './read-file.ts'
import { rulesUnder } from './rules-for-listing.ts'

export type { StoredOffer }

/** What follows from refusing, as lines of the ledgers of lives, sanctions and accounts. */
export type Consequence = {
  readonly rule: string
  readonly label: string
  readonly code: string
  readonly until?: CalendarDate
}

export type ViewedOffer = {
  readonly offer: StoredOffer
  readonly home: ShownHome
  readonly isOpen: boolean
  /** When the rent begins, for who got the home. */
  readonly startsOn: CalendarDate | undefined
  /** Only the person themselves answers. */
  readonly mayAnswer: boolean
  /** Nothing is: a no costs nothing under these rules. */
  readonly consequences: readonly Consequence[]
}

export async function viewOffer(
  setting: Setting,
  actor: Actor,
  id: string,
): Promise<ViewedOffer | Refusal> {
  const { store, region } = setting
  const offer = await offerOf(store, region, id)
  if (!offer) return refuse('not-found')
  const { person } = offer
  return readFile(setting, actor, person, async () => {
    const [home, [candidate], letting] = await Promise.all([
      homeOf(store, region, offer.listing),
      candidatesOf(store, region, [person]),
      offer.state === 'let' ? lettingOf(store, region, offer.listing) : undefined,
    ])
    if (!home || !candidate) return refuse('not-found')
    return {
      ...{ offer, home },
      isOpen: offer.state === 'open' && setting.now() < offer.answerBy,
      startsOn: letting?.startsOn,
      mayAnswer: mayDo(actor, 'answer-offer', { person }),
      consequences: await refusalCosts(setting, home, candidate),
    }
  })
}

/** What a no would cost somebody, by the rules of the home. */
export async function refusalCosts(
  setting: Setting,
  home: ShownHome,
  candidate: Candidate,
): Promise<Consequence[]> {
  const today = dayOf(setting.now())
  const { prepared } = await rulesUnder(setting, home.ruleBooks, home.closesOn ?? today)
  const { rules } = prepared
  const attributes: Facts = { ...home.facts, listing: String(home.id), suitable: true }
  const { spells, events } = candidate.history
  const refused: Candidate = {
    ...candidate,
    history: { spells, events: [...events, { event: 'offer-refused', on: today, attributes }] },
  }
  const before = follow(candidate, { rules }, today)
  const after = follow(refused, { rules }, today)
  const label = (id: string) => rules.byId.get(id)?.rule.label ?? id
  return [
    ...rulesOf(rules, 'sanction').flatMap(({ rule }) =>
      added(before.sanctionLines.get(rule.id), after.sanctionLines.get(rule.id)).map(
        ({ code }) => ({
          ...{ rule: rule.id, label: label(rule.id), code },
          ...untilOf(after, rule.id),
        }),
      ),
    ),
    ...rulesOf(rules, 'life').flatMap(({ rule }) =>
      added(linesOf(before, rule.id), linesOf(after, rule.id)).map(({ code }) => ({
        ...{ rule: rule.id, label: label(rule.id), code },
      })),
    ),
  ]
}

function linesOf({ runs }: Timeline, id: string): Line[] {
  return (runs.get(id) ?? []).flatMap(({ lines }) => lines)
}

function added(before: readonly Line[] = [], after: readonly Line[] = []): readonly Line[] {
  return after.slice(before.length)
}

function untilOf({ blocks, demotions }: Timeline, id: string): { until?: CalendarDate } {
  const all: readonly (Block | Demotion)[] = [...blocks, ...demotions]
  const until = all.findLast(({ by }) => by === id)?.until
  return until === undefined ? {} : { until }
}
