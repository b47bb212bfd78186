/**
 * Numbers of somebody that grow with time (leeftijd, jaren wonen), and the values at which a condition can turn
 * over them (omslagpunten). Nobody becomes another person to the rules on a birthday that no rule asks about.
 */
import {
  addDays,
  addDuration,
  addMonths,
  type CalendarDate,
  type Duration,
  monthsBetween,
} from '../basics/calendar-date.ts'
import { factOf } from '../policy/catalogue.ts'
import type { Condition, Operand, Test } from '../policy/condition.ts'
import { referencesOf } from '../policy/condition.ts'
import { isSpell, type Measure } from '../policy/kinds/measure.ts'
import { rowsAt } from '../policy/kinds/parameter.ts'
import type { Resolved } from '../policy/resolve.ts'
import { always } from '../policy/steady.ts'

/** The whole numbers, lowest first, from which on something may be said otherwise; or any number may be. */
export type TurningPoints = readonly number[] | 'any'

/** Of every name that these conditions read, through definitions and tables, where they can turn over it. */
export function turningPoints(
  rules: Resolved,
  conditions: readonly Condition[],
): ReadonlyMap<string, TurningPoints> {
  const found = new Map<string, Set<number> | 'any'>()
  const seen = new Set<string>()
  const open = (name: string): void => {
    if (seen.has(name)) return
    seen.add(name)
    const rule = rules.byId.get(name)?.rule
    if (rule?.kind === 'definition') visit(rule.when)
    if (rule?.kind === 'parameter') for (const { when } of rowsAt(rule, rules.on)) visit(when)
  }
  const turn = (name: string, points: readonly number[] | 'any'): void => {
    open(name)
    const known = found.get(name) ?? new Set<number>()
    if (points === 'any' || known === 'any') found.set(name, 'any')
    else found.set(name, new Set([...known, ...points]))
  }
  const visit = (condition: Condition): void => {
    for (const part of condition) {
      if ('any' in part) part.any.forEach(visit)
      else if ('all' in part) part.all.forEach(visit)
      else if ('none' in part) part.none.forEach(visit)
      else {
        turn(part.name, pointsOf(part.test))
        for (const name of referencesOf([part])) turn(name, 'any')
      }
    }
  }
  conditions.forEach(visit)
  return new Map(
    [...found].map(([name, points]) => [
      name,
      points === 'any' ? points : [...points].sort((a, b) => a - b),
    ]),
  )
}

function pointsOf({ is = [], not = [], ...bounds }: Test): readonly number[] | 'any' {
  const { at_least, at_most, above, below } = bounds
  const limits = [at_least, at_most, above, below].filter((each) => each !== undefined)
  const operands: readonly Operand[] = [...is, ...not, ...limits]
  if (operands.some((each) => typeof each === 'object')) return 'any'
  const reached = [at_least, below].flatMap((each) => (isNumber(each) ? [Math.ceil(each)] : []))
  const passed = [at_most, above].flatMap((each) => (isNumber(each) ? [Math.floor(each) + 1] : []))
  const equal = [...is, ...not].flatMap((each) =>
    isNumber(each) ? [Math.ceil(each), Math.floor(each) + 1] : [],
  )
  return [...reached, ...passed, ...equal]
}

function isNumber(operand: Operand | undefined): operand is number {
  return typeof operand === 'number'
}

type Unit = NonNullable<Measure['unit']>

/** Something that grows by whole units from a day on, up to a most. */
export type Growth = { readonly unit: Unit; readonly most: number }

export const ageGrowth: Growth = { unit: 'years', most: Number.POSITIVE_INFINITY }

/** A measure that is the length of a spell which lasts, where somebody has one alone. */
export type GrowingMeasure = Growth & { readonly measure: Measure }

/** Undefined where the length of one spell that lasts depends on more than the day it began. */
export function growingMeasure(measure: Measure): GrowingMeasure | undefined {
  const { of, take, unit = 'days', within, where = [] } = measure
  if (!isSpell(of) || of === 'member' || take === 'number') return undefined
  if (!referencesOf(where).every((name) => factOf(name)?.of === 'listing')) return undefined
  if (namesTested(where).includes('address')) return undefined
  const most = mostWithin(unit, within)
  return most === undefined ? undefined : { measure, unit, most }
}

function namesTested(condition: Condition): readonly string[] {
  return condition.flatMap((part) => {
    if ('name' in part) return [part.name]
    const branches = 'any' in part ? part.any : 'all' in part ? part.all : part.none
    return branches.flatMap(namesTested)
  })
}

// In a window of so many months no more whole months or years fit, whatever the days they have.
function mostWithin(unit: Unit, within: Measure['within']): number | undefined {
  if (within === undefined) return Number.POSITIVE_INFINITY
  if ('period' in within || 'life' in within || unit === 'days') return undefined
  const months = monthsOf(within)
  if (months === undefined) return undefined
  return unit === 'months' ? months : Math.floor(months / monthsInYear)
}

function monthsOf({ count, unit }: Duration): number | undefined {
  if (unit === 'year') return count * monthsInYear
  return unit === 'month' ? count : undefined
}

const monthsInYear = 12

/** How far something has grown that began on a day. */
export function grownTo({ unit, most }: Growth, from: CalendarDate, at: CalendarDate): number {
  if (at <= from) return 0
  const whole =
    unit === 'days'
      ? at - from
      : unit === 'months'
        ? monthsBetween(from, at)
        : Math.trunc(monthsBetween(from, at) / monthsInYear)
  return Math.min(most, whole)
}

/** The last day on which nothing that is said about it turns, from a day on. */
export function turnsAfter(
  growth: Growth,
  points: TurningPoints,
  from: CalendarDate,
  at: CalendarDate,
  grown: number = grownTo(growth, from, at),
): CalendarDate {
  const next = points === 'any' ? grown + 1 : points.find((point) => point > grown)
  if (next === undefined || next > growth.most) return always
  return addDays(grownOn(growth, from, next), -1)
}

function grownOn({ unit }: Growth, from: CalendarDate, value: number): CalendarDate {
  if (unit === 'days') return addDays(from, value)
  if (unit === 'months') return addMonths(from, value)
  return addDuration(from, { count: value, unit: 'year' })
}
