/**
 * From lots to people (van lot naar woningzoekende), outside the published draw, which holds no names.
 * Somebody with more weight in a weighted lottery (gewogen loting) holds more lots; the best one counts.
 */
import { assert } from '../basics/assert.ts'
import type { Problem } from '../basics/problem.ts'
import type { DrawnLot } from './draw-lots.ts'

/** Who holds which lots. */
export type Holders = ReadonlyMap<string, readonly string[]>

/** Why people and lots do not belong together. */
export type HolderProblem = Problem<{
  'lot-held-twice': { readonly lot: string }
  'dropped-lot': { readonly lot: string; readonly person: string }
  'ghost-lot': { readonly lot: string }
  'person-without-lot': { readonly person: string }
}>

/**
 * The order of the people (rangorde). Within a class, somebody with w of its W lots comes first with a
 * chance of exactly w in W. Every lot has one holder, and every holder's lots were drawn.
 */
export function orderHolders(
  lots: readonly DrawnLot[],
  holders: Holders,
):
  | { readonly ordered: true; readonly people: readonly string[] }
  | { readonly ordered: false; readonly problems: readonly HolderProblem[] } {
  const holderOf = new Map<string, string>()
  const problems: HolderProblem[] = []
  const drawn = new Set(lots.map(({ lot }) => lot))
  for (const [person, held] of holders) {
    if (held.length === 0) problems.push({ code: 'person-without-lot', facts: { person } })
    for (const lot of held) {
      if (holderOf.has(lot)) problems.push({ code: 'lot-held-twice', facts: { lot } })
      if (!drawn.has(lot)) problems.push({ code: 'dropped-lot', facts: { lot, person } })
      holderOf.set(lot, person)
    }
  }
  const people = new Set<string>()
  for (const { lot } of lots.toSorted((a, b) => a.place - b.place)) {
    const person = holderOf.get(lot)
    if (person === undefined) problems.push({ code: 'ghost-lot', facts: { lot } })
    else people.add(person)
  }
  return problems.length > 0 ? { ordered: false, problems } : { ordered: true, people: [...people] }
}

/** The lots of somebody for whom one name is given: that name, or with more weight `name/1`, `name/2`, … */
export function lotsFor(name: string, weight: number): string[] {
  assert(Number.isSafeInteger(weight) && weight >= 1, `weight ${weight} is a whole number from 1`)
  return weight === 1
    ? [name]
    : Array.from({ length: weight }, (_, index) => `${name}/${index + 1}`)
}
