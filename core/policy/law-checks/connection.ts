/**
 * What a condition asks about being bound to a place (binding), read from the measures of residence,
 * work and study, the facts about where people live, and the judgements that answer with a level.
 * Source: Huisvestingswet art. 14 lid 4.
 */
import type { Condition, Part, Test } from '../condition.ts'
import type { Measure } from '../kinds/measure.ts'
import { municipalitiesIn } from './book.ts'
import { type Leaf, leavesOf } from './leaning.ts'
import type { Subject } from './subject.ts'

/** `region`, or something narrower: the municipality or a part of it. */
export type Asked = 'region' | 'narrower'

/**
 * The level of connection without which a condition cannot be met; undefined when it asks for none. Of
 * several demands the narrowest counts, of several ways to meet it the widest.
 */
export function connectionAskedBy(
  condition: Condition | undefined,
  subject: Subject,
  through: readonly string[] = [],
): Asked | undefined {
  const asked = (condition ?? []).map((part) => askedByPart(part, subject, through))
  return asked.includes('narrower') ? 'narrower' : asked.find((each) => each !== undefined)
}

function askedByPart(part: Part, subject: Subject, through: readonly string[]): Asked | undefined {
  if ('none' in part) return undefined
  if ('all' in part) return connectionAskedBy(part.all.flat(), subject, through)
  if ('any' in part) {
    const ways = part.any.map((each) => connectionAskedBy(each, subject, through))
    return ways.includes('region') ? 'region' : ways.find((each) => each !== undefined)
  }
  return askedByTest(part.name, part.test, subject, through)
}

function askedByTest(
  name: string,
  test: Test,
  subject: Subject,
  through: readonly string[],
): Asked | undefined {
  if (['lives-in', 'works-in', 'studies-in'].includes(name)) return levelOfPlaces(test, subject)
  const rule = subject.byId.get(name)?.rule
  if (rule?.kind === 'measure') return levelOfMeasure(rule, subject)
  if (rule?.kind === 'judgement') return levelOfAnswers(test)
  if (rule?.kind !== 'definition' || through.includes(name)) return undefined
  if (test.is?.includes(false) || test.not?.includes(true)) return undefined
  return connectionAskedBy(rule.when, subject, [...through, name])
}

const placeFacts = ['municipality', 'settlement', 'neighbourhood', 'area']
const bindingSpells = ['resident', 'working', 'studying', 'caring']

function levelOfMeasure(measure: Measure, subject: Subject): Asked | undefined {
  if (!bindingSpells.includes(measure.of)) return undefined
  const places = leavesOf(measure.where, subject).filter(({ name }) => placeFacts.includes(name))
  if (places.length === 0) return undefined
  const wide = places.every(
    ({ name, test }) =>
      (name === 'area' && test.is?.includes('region')) ||
      (name === 'municipality' && levelOfPlaces(test, subject) === 'region'),
  )
  return wide ? 'region' : 'narrower'
}

// Naming every municipality of the region is asking for the region.
function levelOfPlaces({ is }: Test, { books }: Subject): Asked | undefined {
  if (!is) return undefined
  const named = is.filter((each) => typeof each === 'string')
  const all = books.find(({ authority }) => authority.level === 'region')
  const everyone = all ? municipalitiesIn(all) : []
  const isRegion = everyone.length > 0 && everyone.every((each) => named.includes(each))
  return isRegion ? 'region' : 'narrower'
}

function levelOfAnswers({ is }: Test): Asked | undefined {
  if (is?.includes('region')) return 'region'
  return is?.some((each) => each === 'municipality' || each === 'settlement')
    ? 'narrower'
    : undefined
}

/** A test on years lived somewhere, as art. 14 lid 4 knows it. */
export type ResidenceTest = {
  readonly years: number
  /** How many years it may lie back; undefined for residence that lasts until now. */
  readonly within: number | undefined
  readonly unbroken: boolean
}

const monthsInYear = 12

export function residenceTestsIn(
  condition: Condition | undefined,
  subject: Subject,
): ResidenceTest[] {
  return leavesOf(condition, subject).flatMap((leaf) => residenceTest(leaf, subject) ?? [])
}

function residenceTest(
  { name, test, negated }: Leaf,
  { byId }: Subject,
): ResidenceTest | undefined {
  const rule = byId.get(name)?.rule
  if (negated || rule?.kind !== 'measure' || rule.of !== 'resident') return undefined
  if (typeof test.at_least !== 'number' || rule.unit === 'days') return undefined
  const { take, unit } = rule
  return {
    years: unit === 'months' ? test.at_least / monthsInYear : test.at_least,
    within: take === 'current' ? undefined : yearsIn(rule.within),
    unbroken: take === 'longest' || take === 'current',
  }
}

function yearsIn(window: Measure['within']): number {
  if (!window || !('count' in window)) return Number.POSITIVE_INFINITY
  return window.unit === 'month' ? window.count / monthsInYear : window.count
}
