/**
 * Whether a rule book keeps the law and holds together (toets aan de wet): one finding per breach, each
 * with article, place in the file, the fact, and whether the text was read for that regime. The checks
 * stand per group of articles in `law-checks/`; what they measure by is data in `policies/law/`.
 */
import type { Finding } from './finding.ts'
import { checkAdmission } from './law-checks/admission.ts'
import { checkAmounts } from './law-checks/amounts.ts'
import { checkBalance } from './law-checks/balance.ts'
import { checkBook } from './law-checks/book.ts'
import { checkGrounds } from './law-checks/grounds.ts'
import { checkLocalConnection } from './law-checks/local-connection.ts'
import { checkOrder } from './law-checks/order.ts'
import { checkOverlay } from './law-checks/overlay.ts'
import { checkRegistration } from './law-checks/registration.ts'
import { type Check, subjectOf } from './law-checks/subject.ts'
import { checkUrgency } from './law-checks/urgency.ts'
import type { Law } from './regime.ts'
import type { RuleBook } from './rule-book.ts'

const checks: readonly Check[] = [
  checkBook,
  checkGrounds,
  checkLocalConnection,
  checkUrgency,
  checkAdmission,
  checkRegistration,
  checkBalance,
  checkOrder,
  checkAmounts,
  checkOverlay,
]

/**
 * Findings about the first of `books`, which is followed by all it builds on. A book answers for what
 * it adds: what was already wrong in the books under it is found when those are checked.
 */
export function checkAgainstLaw(books: readonly RuleBook[], law: Law): Finding[] {
  const before = new Set(findingsIn(books.slice(1), law).map(keyOf))
  return findingsIn(books, law).filter((finding) => !before.has(keyOf(finding)))
}

function findingsIn(books: readonly RuleBook[], law: Law): Finding[] {
  const [book] = books
  if (!book) return []
  const subject = subjectOf(books, book, law)
  return checks.flatMap((check) => check(subject))
}

function keyOf({ code, book, path, facts }: Finding): string {
  return JSON.stringify([code, book, path, facts])
}
