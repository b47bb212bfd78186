/** `verdeelsleutel check`: rule books against the law and against themselves. */
import { checkAgainstLaw } from '../core/policy/check-against-law.ts'
import type { Finding } from '../core/policy/finding.ts'
import type { Law } from '../core/policy/regime.ts'
import { loadBooks } from '../policies/load-books.ts'
import { loadLaw } from '../policies/load-regimes.ts'
import type { LoadedBook } from '../policies/load-rule-book.ts'
import { sayCommand } from '../words/command-texts.ts'
import { findingText } from '../words/findings.ts'
import {
  areIssues,
  type Command,
  type Done,
  done,
  type Setting,
  style,
  unreadable,
} from './command.ts'

export const check: Command = ({ words }, setting) => {
  const law = loadLaw()
  if (areIssues(law)) return unreadable(law, setting)
  const each = words.map((reference) => checkBook(reference, law, setting))
  const worst = each.map(({ exitCode }) => exitCode)
  const exitCode = worst.includes(2) ? 2 : worst.includes(1) ? 1 : 0
  return { exitCode, output: each.map(({ output }) => output).join('\n') }
}

function checkBook(reference: string, law: Law, setting: Setting): Done {
  const books = loadBooks(reference)
  if (areIssues(books)) return unreadable(books, setting)
  const findings = checkAgainstLaw(
    books.map(({ book }) => book),
    law,
  )
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length
  const say = sayCommand(setting.language)
  const title = style(books[0]?.book.title ?? reference, 'bold', setting)
  const breaches = count('breach')
  const summary = say('check-summary', {
    breaches,
    warnings: count('warning'),
    notices: count('notice'),
  })
  return done(
    breaches > 0 ? 1 : 0,
    title,
    ...findings.flatMap((finding) => findingLines(finding, books, setting)),
    summary,
  )
}

const colours = { breach: 'red', warning: 'yellow', notice: 'cyan' } as const

/** A finding as the terminal shows it: how grave, where, what was found and what to change. */
export function findingLines(
  finding: Finding,
  books: readonly LoadedBook[],
  setting: Setting,
): string[] {
  const say = sayCommand(setting.language)
  const from = books.find(({ book }) => book.book === finding.book)
  const place = from?.locate(finding.path)
  const where = from && place ? `${from.file}:${place.line}:${place.column}` : finding.book
  const severity = style(say(finding.severity), colours[finding.severity], setting)
  return [`${severity} ${where}`, findingText(finding, setting.language), '']
}
