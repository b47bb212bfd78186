/** Facts as written beside people, homes and events, read by what each name can mean. */
import { parseDate } from '../core/basics/calendar-date.ts'
import type { Facts, Value } from '../core/basics/facts.ts'
import { factOf, facts } from '../core/policy/catalogue.ts'
import type { Problem } from '../core/policy/issue.ts'
import type { Path } from '../core/policy/resolve.ts'
import { attributes } from '../core/seekers/history.ts'
import { parseValue } from './condition-schema.ts'
import type { Meaning, Meanings } from './vocabulary.ts'
import { meaningOfAttribute, meaningOfFact, unknownName, wrongLiteral } from './vocabulary.ts'

export type Report = (problem: Problem, path: Path, part?: 'key' | 'value') => void

/** What a name means in this place, or why it cannot stand there. */
export type MeaningHere = (name: string) => Meaning | Problem

/** Reads each name by its meaning. An empty value is unknown, as if the name were not there. */
export function readFacts(
  written: Readonly<Record<string, unknown>>,
  path: Path,
  meaningHere: MeaningHere,
  report: Report,
): Facts {
  const read: Record<string, Value> = {}
  for (const [name, raw] of Object.entries(written)) {
    const here = [...path, name]
    const meaning = meaningHere(name)
    if ('code' in meaning) report(meaning, here, 'key')
    else if (raw !== null) read[name] = readValue(name, raw, meaning, here, report)
  }
  return read
}

/** One value by its meaning; one word may stand where a list of words is meant. */
export function readValue(
  name: string,
  raw: unknown,
  meaning: Meaning,
  path: Path,
  report: Report,
): Value {
  if (meaning.type === 'any') return parseValue(raw, path, report)
  if (meaning.type !== 'choices') return readLiteral(name, raw, meaning, path, report)
  if (!Array.isArray(raw)) return [String(readLiteral(name, raw, meaning, path, report))]
  return raw.map((each, at) => String(readLiteral(name, each, meaning, [...path, at], report)))
}

function readLiteral(
  name: string,
  raw: unknown,
  meaning: Meaning,
  path: Path,
  report: Report,
): boolean | number | string {
  const problem = wrongLiteral(name, meaning, raw)
  if (problem) report(problem, path)
  if (meaning.type === 'date') return parseDate(String(raw)) ?? 0
  return typeof raw === 'boolean' || typeof raw === 'number' ? raw : String(raw)
}

/** A seeker has every value but those of a home. */
export function ofSeeker(values: Meanings): MeaningHere {
  return (name) => {
    if (factOf(name)?.of === 'listing') return misplaced(name, 'listing')
    return values.get(name) ?? unknownName(name, 'fact', values.keys())
  }
}

/** A home has the facts of homes, and nothing of the people. */
export function ofListing(values: Meanings): MeaningHere {
  return (name) => {
    const fact = factOf(name)
    if (fact?.of === 'listing') return meaningOfFact(fact)
    if (values.has(name)) return misplaced(name, 'seeker')
    const homes = Object.keys(facts).filter((each) => factOf(each)?.of === 'listing')
    return unknownName(name, 'fact', homes)
  }
}

/** An event or spell has its own attributes, the facts of a listing, and what was decided about a person. */
export function ofHistory(name: string): Meaning | Problem {
  if (name === 'above-taker') return { code: 'computed-value', facts: { name } }
  if (name === 'closes') return { type: 'date', home: true }
  const fact = factOf(name)
  const meaning = meaningOfAttribute(name) ?? (fact && meaningOfFact(fact))
  const allowed = [...Object.keys(attributes), ...Object.keys(facts), 'closes']
  return meaning ?? unknownName(name, 'attribute', allowed)
}

/** An assignment has the values of the home and of the person together. */
export function ofAssignment(values: Meanings): MeaningHere {
  return (name) => values.get(name) ?? unknownName(name, 'fact', values.keys())
}

function misplaced(name: string, belongs: 'seeker' | 'listing'): Problem {
  return { code: 'misplaced-fact', facts: { name, belongs } }
}
