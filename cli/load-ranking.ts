/** A case from the terminal, ranked: a case file, or rules, listing and seekers apart. */
import { type CalendarDate, parseDate } from '../core/basics/calendar-date.ts'
import { bytesOfHex } from '../core/basics/sha256.ts'
import type { Issue } from '../core/policy/issue.ts'
import type { Ranking } from '../core/ranking/rank-listing.ts'
import { loadBooks } from '../policies/load-books.ts'
import { loadCase } from '../policies/load-case.ts'
import type { LoadedBook } from '../policies/load-rule-book.ts'
import { loadListing, loadSeekers } from '../policies/load-table.ts'
import type { Scenario } from '../policies/scenario.ts'
import { sayCommand } from '../words/command-texts.ts'
import { sayRanking } from '../words/ranking-table.ts'
import { rankScenario } from './check-scenario.ts'
import {
  areIssues,
  type Done,
  done,
  type Question,
  type Setting,
  textOption,
  unreadable,
} from './command.ts'

export type Ranked = { readonly ranking: Ranking; readonly books: readonly LoadedBook[] }

type Loaded = { readonly scenario: Scenario; readonly books: readonly LoadedBook[] }

export async function loadRanking(question: Question, setting: Setting): Promise<Ranked | Done> {
  const asked = momentsOf(question, setting)
  if ('exitCode' in asked) return asked
  const loaded = await load(question, asked)
  if (!loaded) return done(2, sayCommand(setting.language)('both-listing-seekers'))
  if (areIssues(loaded)) return unreadable(loaded, setting)
  const { scenario, books } = loaded
  const ranked = rankScenario(
    { ...scenario, case: { ...scenario.case, ...asked } },
    books.map(({ book }) => book),
  )
  const say = sayRanking(setting.language)
  if (!ranked) return done(2, say('no-listing'))
  const model = String(ranked.ranked.listing.facts.model ?? '?')
  return ranked.ranking ? { ranking: ranked.ranking, books } : done(1, say('no-ranking', { model }))
}

type Asked = { readonly on?: CalendarDate; readonly seed?: Uint8Array }

const seedBytes = 32

function momentsOf(question: Question, { language }: Setting): Asked | Done {
  const say = sayCommand(language)
  const [day, hex] = [textOption(question, 'on'), textOption(question, 'seed')]
  const on = day === undefined ? undefined : parseDate(day)
  if (day !== undefined && on === undefined) return done(2, say('no-date', { found: day }))
  const seed = hex === undefined ? undefined : bytesOfHex(hex)
  if (hex !== undefined && seed?.length !== seedBytes)
    return done(2, say('no-seed', { found: hex }))
  return { ...(on !== undefined && { on }), ...(seed && { seed }) }
}

async function load(question: Question, asked: Asked): Promise<Loaded | Issue[] | undefined> {
  const [file] = question.words
  const rules = textOption(question, 'rules')
  const listing = textOption(question, 'listing')
  const seekers = textOption(question, 'seekers')
  const tables = { ...(listing && { listing }), ...(seekers && { seekers }) }
  if (file !== undefined) {
    const loaded = loadCase(file, rules === undefined ? undefined : [rules])
    return areIssues(loaded) ? loaded : withTables(loaded, tables)
  }
  return rules && listing && seekers ? loadApart({ rules, listing, seekers }, asked) : undefined
}

/** A case whose home or people stand in a table of another system. */
async function withTables(
  { scenario, books }: Loaded,
  tables: { readonly listing?: string; readonly seekers?: string },
): Promise<Loaded | Issue[]> {
  const listing = tables.listing && (await loadListing(tables.listing, books))
  if (listing && areIssues(listing)) return listing
  const candidates = tables.seekers && (await loadSeekers(tables.seekers, books))
  if (candidates && areIssues(candidates)) return candidates
  const { moments } = scenario.case
  const about = {
    ...scenario.case,
    ...(listing && { listing, moments: { ...moments, 'listing-closed': listing.closes } }),
    ...(candidates && { candidates }),
  }
  return { scenario: { ...scenario, case: about }, books }
}

async function loadApart(
  files: { readonly rules: string; readonly listing: string; readonly seekers: string },
  asked: Asked,
): Promise<Loaded | Issue[]> {
  const books = loadBooks(files.rules)
  if (areIssues(books)) return books
  const listing = await loadListing(files.listing, books)
  if (areIssues(listing)) return listing
  const candidates = await loadSeekers(files.seekers, books)
  if (areIssues(candidates)) return candidates
  const on = asked.on ?? listing.closes
  const moments = { 'listing-closed': listing.closes, 'ranking-made': on }
  const scenario: Scenario = {
    name: listing.id,
    rules: [files.rules],
    case: { on, moments, listing, candidates, quotas: {}, judgements: {} },
    assignments: [],
    expect: {},
    expect_on: [],
  }
  return { scenario, books }
}
