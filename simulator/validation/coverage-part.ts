/** The part of the validation page about whether forecasts come true. */

import { shrink } from '../shrink.ts'
import { simulate } from '../simulate.ts'
import type { Living } from './check-closed-forms.ts'
import {
  coverageOf,
  type Held,
  heldForecasts,
  type Lived,
  weighed,
  yearsAfter,
} from './coverage.ts'
import { madeBy, share, table } from './document.ts'
import { shippedRegion } from './shipped-region.ts'

const part = 0.15
const yearsKnown = 6
const years = 14
const replications = 3
const seed = 2031
/** Fewest later people with a home for a row of its own. */
const homesMin = 30

export function coveragePart({ progress }: Living): string {
  const { region, books } = shippedRegion('parkstad')
  const small = shrink(region, part)
  const held = Array.from({ length: replications }, (_, replication) => {
    progress?.(replication, replications)
    const world = simulate({ region: small, before: books, books, years, seed, replication })
    const { lettings, searches, countsFrom, today } = world
    const lived: Lived = { lettings, searches, from: countsFrom, until: today }
    const places = region.places.map(({ id }) => id)
    return heldForecasts(lived, yearsAfter(countsFrom, yearsKnown), places)
  })
  return textOf(held)
}

function textOf(runs: readonly (readonly Held[])[]): string {
  const all = runs.flat()
  const covered = runs.map(coverageOf)
  const coverage = coverageOf(all)
  const isRight = coverage >= 0.75 && coverage <= 0.85
  return [
    '## Coverage of the forecast',
    `The forecast for people like you (\`core/oversight/forecast.ts\`) is made after ${yearsKnown} years of a run of the example region, from
what the register says on that day, and held to everybody who begins to search later, in the ${years - yearsKnown} years after. People alike
are those from one municipality with a household of one size and without priority; with too few lettings the region answers. Who still
searches at the end counts as long as they were followed (Aalen-Johansen). Of those who get a home, 75 to 85 of 100 should have it between
P10 and P90.`,
    `**${share(coverage)}** had it within the range (per run ${covered.map((each) => share(each)).join(', ')}): ${isRight ? 'met' : '**not met**'}.`,
    madeBy('npm run validation -- coverage', {
      seed,
      replications,
      years,
      'part of the size': part,
    }),
    reliabilityOf(all),
    'Per people, for those of whom enough got a home:',
    perPeople(all),
  ].join('\n\n')
}

function reliabilityOf(held: readonly Held[]): string {
  const known = held.filter(({ forecast }) => forecast.known)
  const unknown = held.filter(({ forecast }) => !forecast.known)
  const rows = [
    ['P10', '10 %', share(weighed(known, ({ low }) => low))],
    ['P50', '50 %', share(weighed(known, ({ middle }) => middle))],
    ['P90', '90 %', share(weighed(known, ({ high }) => high))],
  ]
  const told = `${known.length} forecasts were given; ${unknown.length} times the answer was that nobody knows.`
  return `${table(['by', 'should have a home', 'had one'], rows)}\n\n${told}`
}

function perPeople(held: readonly Held[]): string {
  const rows = [...Map.groupBy(held, ({ people }) => people)].flatMap(([people, same]) => {
    const told = same.filter(({ by }) => by)
    const homes = told.reduce((sum, each) => sum + each.homes, 0)
    if (homes < homesMin) return []
    const [low, high] = [weighed(told, (by) => by.low), weighed(told, (by) => by.high)]
    return [[people, String(homes), share(low, 0), share(high, 0), share(high - low, 0)]]
  })
  return table(['people', 'homes', 'by P10', 'by P90', 'within'], rows)
}
