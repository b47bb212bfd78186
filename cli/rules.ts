/** `verdeelsleutel rules`: the whole ordinance in plain words; `diff`: what changes between two. */
import { formatDate, parseDate } from '../core/basics/calendar-date.ts'
import { compareBooks } from '../core/policy/compare-books.ts'
import { resolve, versionsAt } from '../core/policy/resolve.ts'
import { loadBooks } from '../policies/load-books.ts'
import { sayCommand } from '../words/command-texts.ts'
import { printDiff } from '../words/print-diff.ts'
import { printRules } from '../words/print-rules.ts'
import { areIssues, type Command, done, textOption, unreadable } from './command.ts'
import { effectText } from './diff-effect.ts'

export const rules: Command = (question, setting) => {
  const { language } = setting
  const say = sayCommand(language)
  const books = loadBooks(question.words)
  if (areIssues(books)) return unreadable(books, setting)
  const read = books.map(({ book }) => book)
  const [first, ...others] = read
  if (!first) return done(2, say('no-book'))
  const dates = ['date', 'known'].map((name) => textOption(question, name))
  const [on, knownOn] = dates.map((text) => (text === undefined ? undefined : parseDate(text)))
  const wrong = dates.find((text) => text !== undefined && parseDate(text) === undefined)
  if (wrong !== undefined) return done(2, say('no-date', { found: wrong }))
  if (on === undefined) return { exitCode: 0, output: printRules(first, { language, others }) }
  const versions = versionsAt(read, { on, ...(knownOn !== undefined && { knownOn }) })
  const inForce = resolve(versions, { on })
  // What a book builds on may last longer than the book itself.
  if (!inForce.rules.some(({ book }) => book === versions[0]))
    return done(1, say('not-in-force', { on: formatDate(on) }))
  return { exitCode: 0, output: printRules(inForce, { language, on }) }
}

export const diff: Command = ({ words }, setting) => {
  const [before, after] = words.map((reference) => loadBooks(reference))
  if (!before || !after) return done(2, sayCommand(setting.language)('two-books'))
  if (areIssues(before)) return unreadable(before, setting)
  if (areIssues(after)) return unreadable(after, setting)
  const [old, ...oldBasis] = before.map(({ book }) => book)
  const [young, ...youngBasis] = after.map(({ book }) => book)
  if (!old || !young) return done(2, sayCommand(setting.language)('two-books'))
  const others = [...youngBasis, ...oldBasis]
  const text = printDiff(compareBooks([old, ...oldBasis], [young, ...youngBasis]), {
    language: setting.language,
    others,
  })
  return { exitCode: 0, output: `${text}\n${effectText(before, after, setting)}` }
}
