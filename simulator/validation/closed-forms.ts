/**
 * What a large region in a steady state must come to (gesloten vormen): homes become free at rate M a year,
 * people come in at rate L > M and give up at rate t, whatever home comes is taken. Every number a formula
 * needs is read from the region and the rule books that are run.
 */

import { laidOver } from '../../core/policy/resolve.ts'
import type { RuleBook } from '../../core/policy/rule-book.ts'
import type { Region, Stream } from '../region.ts'

/** What the formulas reckon with, per year; shares are parts of 1. */
export type Flows = {
  readonly homes: number
  /** Ordinary people: those who live here, and those from elsewhere. */
  readonly locals: number
  readonly others: number
  readonly urgents: number
  readonly givingUp: number
  readonly urgentsGivingUp: number
  /** Homes first to locals, at least to ordinary people, and by lottery. */
  readonly localShare: number
  readonly leastShare: number
  readonly lotteryShare: number
  /** Chance that a letting frees a home, and that an offer is taken. */
  readonly leaving: number
  readonly taking: number
}

type Formula = (flows: Flows) => number

/** Longest registration that does not get a home: who has waited longer is housed (benodigde inschrijftijd). */
function neededTime(arrivals: number, homes: number, givingUp: number): number {
  return arrivals > homes ? Math.log(arrivals / homes) / givingUp : 0
}

export const formulas = {
  /** E3-1: (L - M) / t people wait, whatever the rules. */
  waiting: (flows) => (arrivalsOf(flows) - flows.homes) / flows.givingUp,
  /** E3-2: ln(L / M) / t. */
  'needed-time': timeOfAll,
  /** E3-3: ln(Lr / (M - U)) / t, urgents always served. */
  'time-beside-urgents': ({ locals, others, homes, urgents, givingUp }) =>
    neededTime(locals + others, homes - urgents, givingUp),
  /** E3-4: ln(Ll / (qM)) / t, but no effect while q is at most the locals' share of seekers. */
  'time-of-locals': (flows) =>
    localFirstMatters(flows)
      ? neededTime(flows.locals, flows.localShare * flows.homes, flows.givingUp)
      : timeOfAll(flows),
  'time-of-others': (flows) =>
    localFirstMatters(flows)
      ? neededTime(flows.others, (1 - flows.localShare) * flows.homes, flows.givingUp)
      : timeOfAll(flows),
  /** E3-5: ln(U / ((1 - m)M)) / tu where urgents must wait too, and ln(Lr / max(mM, M - U)) / tr. */
  'time-of-urgents': ({ urgents, leastShare, homes, urgentsGivingUp }) =>
    neededTime(urgents, (1 - leastShare) * homes, urgentsGivingUp),
  'time-of-regulars': ({ locals, others, leastShare, homes, urgents, givingUp }) =>
    neededTime(locals + others, Math.max(leastShare * homes, homes - urgents), givingUp),
  /** E3-6: ln(L / ((1 - s)M)) / (t (1 + sM / (L - M))). */
  'time-beside-lottery': timeBesideLottery,
  /** E3-6: over all lettings, those by registration time and those by lottery together. */
  'time-with-lottery': timeWithLottery,
  /** E3-8: 1 / (1 - p). */
  'lettings-per-new-home': ({ leaving }) => 1 / (1 - leaving),
  /** E3-9: 1 / a. */
  'offers-per-letting': ({ taking }) => 1 / taking,
} as const satisfies Readonly<Record<string, Formula>>

export type FormulaId = keyof typeof formulas

// @NOTE the table is closed, so its keys are the ids.
export const formulaIds = Object.keys(formulas) as readonly FormulaId[]

function arrivalsOf({ locals, others, urgents }: Flows): number {
  return locals + others + urgents
}

function timeOfAll(flows: Flows): number {
  return neededTime(arrivalsOf(flows), flows.homes, flows.givingUp)
}

function localFirstMatters(flows: Flows): boolean {
  return flows.localShare > flows.locals / arrivalsOf(flows)
}

function timeBesideLottery(flows: Flows): number {
  return Math.log(arrivalsOf(flows) / ((1 - flows.lotteryShare) * flows.homes)) / leavingRate(flows)
}

function timeWithLottery(flows: Flows): number {
  const { lotteryShare } = flows
  if (lotteryShare === 1) return timeOfWinners(flows)
  const ordered = timeBesideLottery(flows)
  return (1 - lotteryShare) * ordered + lotteryShare * timeOfWinners(flows)
}

/** How fast somebody goes who does not get a home by registration time: gives up, or wins. */
function leavingRate(flows: Flows): number {
  const { lotteryShare, homes, givingUp } = flows
  return givingUp * (1 + (lotteryShare * homes) / (arrivalsOf(flows) - homes))
}

/** Mean time of lottery winners: of somebody among all waiting, none of whom has waited longer than needed. */
function timeOfWinners(flows: Flows): number {
  const rate = leavingRate(flows)
  if (flows.lotteryShare === 1) return 1 / rate
  const longest = timeBesideLottery(flows)
  const left = Math.exp(-rate * longest)
  return 1 / rate - (longest * left) / (1 - left)
}

/** Reads what the formulas reckon with from a region and the books it is run under. */
export function flowsOf(region: Region, books: readonly RuleBook[]): Flows {
  const { homes, vacancies, behaviour } = region
  const ordinary = region.streams.filter(({ ground }) => ground === 'none')
  const urgent = region.streams.filter(({ ground }) => ground !== 'none')
  const [first] = ordinary
  return {
    homes: homes.count * vacancies.perHomePerYear,
    locals: perYear(ordinary, (from) => from !== 'elsewhere'),
    others: perYear(ordinary, (from) => from === 'elsewhere'),
    urgents: perYear(urgent, () => true),
    givingUp: 1 / (first?.patienceYears ?? Number.NaN),
    urgentsGivingUp: 1 / (urgent[0]?.patienceYears ?? Number.NaN),
    localShare: limitOf(books, 'local-share'),
    leastShare: limitOf(books, 'minimum-share'),
    lotteryShare: vacancies.models.lottery ?? 0,
    leaving: (first?.leavesSocialHome ?? 0) * (first?.situations['onward-mover'] ?? 0),
    taking: behaviour.acceptance,
  }
}

function perYear(streams: readonly Stream[], isFrom: (place: string) => boolean): number {
  return streams.reduce((sum, { perYear: all, from }) => {
    const places = Object.entries(from).filter(([place]) => isFrom(place))
    return sum + places.reduce((part, [, share]) => part + share * all, 0)
  }, 0)
}

function limitOf(books: readonly RuleBook[], id: string): number {
  const rule = laidOver(books).find((standing) => standing.rule.id === id)?.rule
  if (rule?.kind !== 'quota') return 0
  const { at_most, at_least, of = 1 } = rule.limit
  return (at_most ?? at_least ?? 0) / of
}
