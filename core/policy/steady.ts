/**
 * How long a value stays what it is if nothing happens, and which facts of a home it depends on. It lets
 * whoever asks the same person about many homes ask each thing once. Both answers are on the safe side:
 * where it is hard to tell, a value holds for the day itself.
 */
import {
  addDays,
  addDuration,
  type CalendarDate,
  dateOf,
  earliestOf,
  yearsBetween,
} from '../basics/calendar-date.ts'
import { keptFor } from '../basics/kept-for.ts'
import type { Spell } from '../seekers/history.ts'
import { factOf } from './catalogue.ts'
import { type Condition, namesIn, referencesOf } from './condition.ts'
import type { Account, Amount, Entry } from './kinds/account.ts'
import { type Life, nextDue } from './kinds/life.ts'
import { fittingSpells, isSpell, type Measure } from './kinds/measure.ts'
import { type Parameter, rowsAt } from './kinds/parameter.ts'
import { type Resolved, rulesOf } from './resolve.ts'
import type { Rule } from './rule-book.ts'
import { stateOf, type Timeline } from './timeline.ts'

/** Nothing that time alone brings changes it. */
export const always = dateOf(9999, 12, 31)

/** Before any day: what holds until then does not hold. */
export const never = -1

/**
 * The last day on which the value called `name` is what it is on `at`, if nothing happens.
 *
 * @param watched Names of values that whoever asks watches: as long as these stay what they are.
 */
export function steadyUntil(
  timeline: Timeline,
  name: string,
  at: CalendarDate,
  watched: ReadonlySet<string> = unwatched,
): CalendarDate {
  if (watched.has(name)) return always
  const { facts } = timeline.subject
  if (name === 'age' && typeof facts.born === 'number') {
    // @NOTE `born` is a date in the catalogue, and dates are whole days.
    return dayBeforeAnniversary(facts.born as CalendarDate, at)
  }
  if (facts[name] !== undefined) return always
  const rule = ruleBehind(timeline.surroundings.rules, name)
  if (rule) return ruleSteady(timeline, rule, at, watched)
  return blockNames.includes(name) ? blocksSteady(timeline, at) : always
}

const unwatched: ReadonlySet<string> = new Set()

/** The rule that makes the value: the one called so, or the life of which it is the day, end or phase. */
export function ruleBehind({ byId }: Resolved, name: string): Rule | undefined {
  const known = byId.get(name)
  if (known) return known.rule
  const life = name === 'registered-on' ? 'registration' : stateOf(name).id
  return life === undefined ? undefined : byId.get(life)?.rule
}

/** What sanctions make of somebody. */
export const blockNames: readonly string[] = [
  'blocked',
  'blocked-by',
  'blocked-until',
  'held',
  'held-by',
  'held-until',
  'demoted-to',
  'demoted-by',
]

function ruleSteady(
  timeline: Timeline,
  rule: Rule,
  at: CalendarDate,
  watched: ReadonlySet<string>,
): CalendarDate {
  switch (rule.kind) {
    case 'definition':
      return (rule.of ?? 'applicant') === 'applicant'
        ? allSteady(timeline, namesOfRule(rule), at, watched)
        : at
    case 'parameter':
      return parameterSteady(timeline, rule, at, watched)
    case 'measure':
      return measureSteady(timeline, rule, at, watched)
    case 'account':
      return accountSteady(timeline, rule, at, watched)
    case 'life':
      return lifeSteady(timeline, rule, at)
    default:
      return always
  }
}

function allSteady(
  timeline: Timeline,
  names: readonly string[],
  at: CalendarDate,
  watched: ReadonlySet<string>,
): CalendarDate {
  let until = always
  for (const name of names) until = earliestOf(until, steadyUntil(timeline, name, at, watched))
  return until
}

function parameterSteady(
  timeline: Timeline,
  rule: Parameter,
  at: CalendarDate,
  watched: ReadonlySet<string>,
): CalendarDate {
  const next = rule.values.map(({ from }) => from).filter((from) => from > at)
  const names = rowsAt(rule, at).flatMap(({ when }) => namesIn(when))
  return earliestOf(
    allSteady(timeline, names, at, watched),
    ...next.map((from) => addDays(from, -1)),
  )
}

// Years of spells that still last grow on their anniversaries; what ended may fall out of a window.
function measureSteady(
  timeline: Timeline,
  rule: Measure,
  at: CalendarDate,
  watched: ReadonlySet<string>,
): CalendarDate {
  const { history } = timeline.subject
  const { of } = rule
  if (of === 'member') return timeline.memberTimelines.length > 0 ? at : always
  if (!isSpell(of)) return timeline.occurrences.named(of).length > 0 ? at : always
  const spells = history.spells.filter(({ spell }) => spell === of)
  if (spells.length === 0) return always
  const growing = spells.every(({ from, to }) => to === undefined && from <= at)
  // Within a life or a calendar year it grows from where that began, which is in no spell.
  const isOfLife = rule.within !== undefined && !('count' in rule.within)
  if (!isOfLife && fitsForGood(rule) && fittingSpells(timeline, rule, at).length === 0) {
    return nextSpell(spells, at)
  }
  if (!growing || isOfLife || rule.unit !== 'years') return at
  return earliestOf(
    allSteady(timeline, namesOfRule(rule), at, watched),
    ...spells.map(({ from }) => dayBeforeAnniversary(from, at)),
  )
}

// Whether a spell fits is settled where it is held against facts of the home alone.
function fitsForGood(rule: Measure): boolean {
  const known = forGood.get(rule)
  if (known !== undefined) return known
  const fits = referencesOf(rule.where ?? []).every((name) => factOf(name)?.of === 'listing')
  forGood.set(rule, fits)
  return fits
}

const forGood = new WeakMap<Measure, boolean>()

function nextSpell(spells: readonly Spell[], at: CalendarDate): CalendarDate {
  const begins = spells.map(({ from }) => from).filter((from) => from > at)
  return earliestOf(always, ...begins.map((from) => addDays(from, -1)))
}

// A balance that stands while something holds is steady; one that is built up by time is not.
function accountSteady(
  timeline: Timeline,
  rule: Account,
  at: CalendarDate,
  watched: ReadonlySet<string>,
): CalendarDate {
  const { isBuilt, lapses } = timeOf(rule)
  const isReversed = timeline.subject.history.events.some(({ event }) => event === 'reversed')
  if (isBuilt || isReversed) return at
  let until = allSteady(timeline, namesOfRule(rule), at, watched)
  for (const day of lapses) if (day > at) until = earliestOf(until, addDays(day, -1))
  return until
}

// What time does to a balance: whether it is built up by it, and the days on which something lapses.
const timeOf = keptFor((rule: Account) => {
  const entries = rule.entries.flatMap((entry) => ('best_of' in entry ? entry.best_of : [entry]))
  return {
    isBuilt: entries.some(({ per, keep, until }) => per ?? keep ?? until),
    lapses: [rule.lapses, ...entries.map(({ lapses }) => lapses)].filter(
      (day) => day !== undefined,
    ),
  }
})

// A life that never began does so by an event only.
function lifeSteady(timeline: Timeline, rule: Life, at: CalendarDate): CalendarDate {
  const runs = timeline.runs.get(rule.id) ?? []
  if (runs.length === 0) return always
  if (rule.while || runs.some(({ pauses }) => pauses.length > 0)) return at
  const next = nextDue(timeline)
  return next === undefined ? always : earliestOf(always, addDays(next, -1))
}

function blocksSteady({ blocks, demotions }: Timeline, at: CalendarDate): CalendarDate {
  if (blocks.length + demotions.length === 0) return always
  const turns = [...blocks, ...demotions].flatMap(({ from, until }) => [
    ...(from > at ? [addDays(from, -1)] : []),
    ...(until !== undefined && until >= at ? [until] : []),
  ])
  return earliestOf(always, ...turns)
}

function dayBeforeAnniversary(from: CalendarDate, at: CalendarDate): CalendarDate {
  const next = addDuration(from, { count: yearsBetween(from, at) + 1, unit: 'year' })
  return addDays(next, -1)
}

/**
 * Whether nothing has happened to somebody that makes a home of itself matter: no sanction that keeps them
 * from some homes, nothing that they have for one home and not for another, such as an option.
 */
export function isUnattached({ blocks, demotions, runs }: Timeline): boolean {
  if (blocks.length + demotions.length > 0) return false
  for (const ofLife of runs.values()) if (ofLife[0]?.rule.each !== undefined) return false
  return true
}

/**
 * The facts of a home that the value called `name` depends on, through whatever it is made of; for somebody
 * to whom nothing is attached, or for anybody.
 */
export function homeFactsOf(
  rules: Resolved,
  name: string,
  whose: 'unattached' | 'anybody',
): ReadonlySet<string> {
  const found = new Set<string>()
  const seen = new Set<string>()
  const visit = (each: string): void => {
    if (seen.has(each)) return
    seen.add(each)
    for (const fact of factsOfHome(rules, each, whose)) found.add(fact)
    const rule = ruleBehind(rules, each)
    if (rule) namesOfRule(rule).forEach(visit)
  }
  visit(name)
  return found
}

/** Whether the value called `name` is no other when something happens, as long as values that are watched stay. */
export function isProofWhile(rules: Resolved, name: string, watched: ReadonlySet<string>): boolean {
  const seen = new Set<string>()
  const isProof = (each: string): boolean => {
    if (watched.has(each) || seen.has(each)) return true
    seen.add(each)
    const rule = ruleBehind(rules, each)
    if (rule?.kind !== 'account') return isProofAgainstEvents(rules, each)
    const entries = rule.entries.flatMap((entry) => ('best_of' in entry ? entry.best_of : [entry]))
    const stands = entries.every(({ on, of, lost, per }) => !(on ?? of ?? lost ?? per))
    return stands && namesOfRule(rule).every(isProof)
  }
  return isProof(name)
}

/** Every name that the value called `name` is made of. */
export function namesBehind(rules: Resolved, name: string): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (each: string): void => {
    if (found.has(each)) return
    found.add(each)
    const rule = ruleBehind(rules, each)
    if (rule) namesOfRule(rule).forEach(visit)
  }
  visit(name)
  return found
}

/**
 * Whether nothing that happens to somebody changes the value called `name`: a given fact, time lived
 * somewhere, or what is made of these.
 */
export function isProofAgainstEvents(rules: Resolved, name: string): boolean {
  const seen = new Set<string>()
  const isProof = (each: string): boolean => {
    if (seen.has(each)) return true
    seen.add(each)
    const rule = ruleBehind(rules, each)
    if (!rule) return !toldByEvents.includes(each)
    if (rule.kind === 'measure') {
      if (!isSpell(rule.of) || (typeof rule.within === 'object' && 'life' in rule.within))
        return false
    } else if (!['parameter', 'judgement'].includes(rule.kind) && !isOwnDefinition(rule))
      return false
    return namesOfRule(rule).every(isProof)
  }
  return isProof(name)
}

const toldByEvents: readonly string[] = [...blockNames, 'registered-on', 'responded-at']

function isOwnDefinition(rule: Rule): boolean {
  return rule.kind === 'definition' && (rule.of ?? 'applicant') === 'applicant'
}

function factsOfHome(
  rules: Resolved,
  name: string,
  whose: 'unattached' | 'anybody',
): readonly string[] {
  if (factOf(name)?.of === 'listing') return name === 'area' ? ['area', 'municipality'] : [name]
  if (name === 'floor-area-per-person') return ['floor-area']
  if (name === 'responded-at') return ['listing']
  if (whose === 'unattached') return []
  if (blockNames.includes(name)) return factsOfBlocks(rules)
  const rule = ruleBehind(rules, name)
  return rule?.kind === 'life' && rule.each !== undefined ? [rule.each] : []
}

function factsOfBlocks(rules: Resolved): readonly string[] {
  const steps = rulesOf(rules, 'sanction').flatMap(({ rule }) => rule.steps)
  return [
    ...(steps.some(({ scope }) => scope === 'landlord') ? ['landlord'] : []),
    ...(steps.some(({ models }) => models) ? ['model'] : []),
  ]
}

const namesOfRule = keptFor((rule: Rule): readonly string[] => [...new Set(namesReadBy(rule))])

function namesReadBy(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'definition':
      return namesIn(rule.when)
    case 'parameter':
      return rule.values.flatMap(({ rows }) => rows.flatMap(({ when }) => namesIn(when)))
    case 'measure':
      return referencesOf(rule.where ?? [])
    case 'account':
      return namesOfAccount(rule)
    case 'life':
      return namesIn(rule.while ?? [])
    default:
      return []
  }
}

function namesOfAccount(rule: Account): readonly string[] {
  const entries = rule.entries.flatMap((entry) => ('best_of' in entry ? entry.best_of : [entry]))
  const starts = rule.starts ?? []
  return [
    'registered-on',
    rule.inside ?? 'registration',
    ...namesIn(rule.where ?? []),
    ...starts.flatMap(({ who, from }) => [...namesIn(who), from]),
    ...entries.flatMap(namesOfEntry),
  ]
}

function namesOfEntry({ who, here, when, where, add, lost, of }: Entry): readonly string[] {
  const aboutPerson: readonly (Condition | undefined)[] = [who, here, when]
  const aboutEvent: readonly (Condition | undefined)[] = [where, lost?.where]
  return [
    ...aboutPerson.flatMap((each) => namesIn(each ?? [])),
    ...aboutEvent.flatMap((each) => referencesOf(each ?? [])),
    ...namesOfAmount(add),
    ...(of ? [of] : []),
  ]
}

function namesOfAmount(amount: Amount | undefined): readonly string[] {
  return typeof amount === 'object' && 'ref' in amount ? [amount.ref] : []
}
