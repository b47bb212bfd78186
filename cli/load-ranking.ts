/** A case from the terminal, ranked: a case file, or rules, listing and seekers apart. */
import type { Ranking } from '../core/ranking/rank-listing.ts'
import { loadCase } from '../policies/load-case.ts'
import type { LoadedBook } from '../policies/load-rule-book.ts'
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

export function loadRanking(question: Question, setting: Setting): Ranked | Done {
  const [file] = question.words
  const rules = textOption(question, 'rules')
  const listing = textOption(question, 'listing')
  const seekers = textOption(question, 'seekers')
  const on = textOption(question, 'on')
  const seed = textOption(question, 'seed')
  if (file === undefined && !(rules && listing && seekers)) {
    return done(2, sayCommand(setting.language)('both-listing-seekers'))
  }
  const loaded = loadCase(file ?? '')
  if (areIssues(loaded)) return unreadable(loaded, setting)
  const { scenario, books } = loaded
  const ranked = rankScenario(
    scenario,
    books.map(({ book }) => book),
  )
  const say = sayRanking(setting.language)
  if (!ranked) return done(2, say('no-listing'))
  const model = String(ranked.ranked.listing.facts.model ?? '?')
  return ranked.ranking ? { ranking: ranked.ranking, books } : done(1, say('no-ranking', { model }))
}
