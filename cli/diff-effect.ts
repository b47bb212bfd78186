/** What a change of rules does to invented people, at the homes of the scenarios beside the books. */

import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type CalendarDate, earliestOf, latestOf } from '../core/basics/calendar-date.ts'
import type { Listing } from '../core/homes/listing.ts'
import { resolve } from '../core/policy/resolve.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import { type Bound, bind } from '../core/ranking/bind.ts'
import type { Case } from '../core/ranking/case.ts'
import { compareRankings } from '../core/ranking/compare-rankings.ts'
import { prepare } from '../core/ranking/prepare.ts'
import { rankGathered } from '../core/ranking/rank-listing.ts'
import { sampleSeekers } from '../core/ranking/sample-seekers.ts'
import { noHistory } from '../core/seekers/history.ts'
import type { LoadedBook } from '../policies/load-rule-book.ts'
import { loadScenarios } from '../policies/load-scenarios.ts'
import { choiceWords, modelWords } from '../words/catalogue.ts'
import { type HomeShifts, printEffect } from '../words/effect.ts'
import { areIssues, type Setting } from './command.ts'

const size = 600
const seed = 2026
const homesMax = 8

export function effectText(
  before: readonly LoadedBook[],
  after: readonly LoadedBook[],
  { language }: Setting,
): string {
  const [old, young] = [before, after].map((books) => books.map(({ book }) => book))
  if (!old || !young) return ''
  const [then, now] = daysOf(old[0], young[0])
  const homes = homesBeside([...before.slice(0, 1), ...after.slice(0, 1)])
  const shifts = homes.flatMap((listing): HomeShifts[] => {
    const one = boundOn(old, listing, then)
    const other = boundOn(young, listing, now)
    if (!one || !other) return []
    return [{ home: homeWords(listing, language), shifts: shiftsBetween(one, other, [then, now]) }]
  })
  return printEffect(shifts, { size, language, books: [...young, ...old] })
}

// A day in both validities where there is one, else the last of the old and the first of the new.
function daysOf(
  old: RuleBook | undefined,
  young: RuleBook | undefined,
): [CalendarDate, CalendarDate] {
  const valid = [old, young].flatMap((book) => book?.valid ?? [])
  const from = latestOf(...valid.map((each) => each.from))
  const until = earliestOf(...valid.map((each) => each.until))
  return from <= until ? [from, from] : [until, from]
}

function boundOn(
  books: readonly RuleBook[],
  listing: Listing,
  on: CalendarDate,
): Bound | undefined {
  const rules = resolve(books, { on, listing: listing.facts })
  return bind(prepare(rules), { listing, on, quotas: {} })
}

function shiftsBetween(
  one: Bound,
  other: Bound,
  [then, now]: readonly [CalendarDate, CalendarDate],
) {
  const people = sampleSeekers([one, other], { size, seed, on: now })
  const candidates = people.map((_, index) => ({
    id: String(index).padStart(4, '0'),
    facts: {},
    history: noHistory,
    members: [],
  }))
  const ranked = (bound: Bound, on: CalendarDate) => {
    const asked: Case = {
      on,
      moments: {},
      listing: bound.listing,
      candidates,
      quotas: {},
      judgements: {},
    }
    return rankGathered(bound, asked, candidates, people)
  }
  return compareRankings(ranked(one, then), ranked(other, now))
}

// The homes of the scenarios beside the books, each kind once.
function homesBeside(books: readonly LoadedBook[]): Listing[] {
  const folders = [...new Set(books.map(({ file }) => dirname(file)))]
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /scenarios\.(ya?ml|json)$/.test(name))
      .map((name) => join(folder, name)),
  )
  const listings = files.flatMap((file) => {
    const loaded = loadScenarios(file)
    return areIssues(loaded) ? [] : loaded.flatMap(({ scenario }) => scenario.case.listing ?? [])
  })
  const kinds = new Map(listings.map((listing) => [kindOf(listing), listing]))
  return [...kinds.values()].slice(0, homesMax)
}

function kindOf({ facts }: Listing): string {
  return JSON.stringify([facts.model, facts.label, facts.segment])
}

function homeWords({ facts }: Listing, language: Setting['language']): string {
  const model = Object.entries(modelWords).find(([id]) => id === facts.model)?.[1][language]
  const segment = Object.entries(choiceWords.segment).find(([id]) => id === facts.segment)?.[1][
    language
  ]
  const labels = facts.label === undefined ? [] : [facts.label].flat()
  return [model, segment, ...labels].filter((part) => part !== undefined).join(', ')
}
