/**
 * What would have been otherwise (wat als), computed and not advised: only what time brings and what somebody
 * truly chooses. Never another income, household or address: nobody is invited to say what is not so.
 */
import { addMonths, type CalendarDate } from '../core/basics/calendar-date.ts'
import { placedIds, type Ranking, rankGathered } from '../core/ranking/rank-listing.ts'
import { personFile } from '../store/people.ts'
import { type ExplainedResponse, explainResponse, replay } from './explain-response.ts'
import { findHomesFor } from './find-homes.ts'
import { type Actor, isRefusal, type Refusal, type Setting } from './operation.ts'
import { wishMisses } from './wished.ts'

export type PlaceBand = { readonly from: number; readonly until: number }

export type WhatIf = {
  readonly told: ExplainedResponse
  /** On this very list, with so many years of registration more; undefined where time did not decide. */
  readonly longer: readonly { readonly years: number; readonly places: PlaceBand }[]
  /** Open homes that fit by the rules: as they search now, and what each other place would add. */
  readonly fitting: number
  readonly elsewhere: readonly { readonly municipality: string; readonly homes: number }[]
}

const yearsAsked = [1, 2, 5] as const
const monthsInYear = 12

/** What would change the place of somebody on a list, for themselves and who helps them. */
export async function viewWhatIf(
  setting: Setting,
  actor: Actor,
  person: string,
  listing: number,
): Promise<WhatIf | Refusal> {
  const told = await explainResponse(setting, actor, person, listing)
  if (isRefusal(told)) return told
  const { store, region } = setting
  const [homes, file] = await Promise.all([
    findHomesFor(setting, actor, person),
    personFile(store, region, person),
  ])
  const fits = homes.filter(({ standing }) => standing === 'admitted')
  const wishes = file?.wishes ?? {}
  // Elsewhere counts what only the place keeps out: who wants two bedrooms is not shown one.
  const elsewhere = fits.filter((home) => {
    const misses = wishMisses(home, wishes)
    return misses.length === 1 && misses[0]?.code === 'place'
  })
  const isPlaced = told.response.place !== null && told.response.place > 1
  return {
    told,
    longer: isPlaced ? placesWithLonger(await replay(store, region, listing), person) : [],
    fitting: fits.filter(({ isWished }) => isWished).length,
    elsewhere: [...Map.groupBy(elsewhere, ({ facts }) => String(facts.municipality))]
      .map(([municipality, all]) => ({ municipality, homes: all.length }))
      .toSorted((a, b) => b.homes - a.homes),
  }
}

function placesWithLonger(ranking: Ranking, person: string): WhatIf['longer'] {
  const position = ranking.candidates.findIndex(({ id }) => id === person)
  const own = ranking.values[position]
  const since = own?.['registered-on']
  if (!own || typeof since !== 'number') return []
  const now = placedIds(ranking).indexOf(person) + 1
  const found = yearsAsked.map((years) => {
    const values = ranking.values.slice()
    // @NOTE `registered-on` is a date, and dates are whole days.
    const earlier = addMonths(since as CalendarDate, -monthsInYear * years)
    values[position] = { ...own, 'registered-on': earlier }
    const again = rankGathered(ranking.bound, ranking.case, ranking.candidates, values)
    return { years, place: placedIds(again).indexOf(person) + 1 }
  })
  const isDecidedByTime = found.some(({ place }) => place > 0 && place !== now)
  // Who was registered longer never stands further back: that says nothing about anybody else.
  return isDecidedByTime
    ? found.map(({ years, place }) => ({ years, places: upTo(now, bandOf(place)) }))
    : []
}

function upTo(now: number, { from, until }: PlaceBand): PlaceBand {
  return { from, until: Math.min(until, now) }
}

const bandsUntil = [3, 6, 10, 15, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 100_000] as const

/** So wide that nobody learns in which month a neighbour on the list registered. */
export function bandOf(place: number): PlaceBand {
  const at = bandsUntil.findIndex((until) => place <= until)
  const until = bandsUntil[at] ?? place
  return { from: (bandsUntil[at - 1] ?? 0) + 1, until }
}
