/**
 * A version of a rule book is proposed (regels voorstellen): read as strictly as a file, held to the law, and
 * kept as the bytes it is. What the law check found stays with it. Nothing is decided by it yet.
 */
import { addDays } from '../core/basics/calendar-date.ts'
import { checkAgainstLaw } from '../core/policy/check-against-law.ts'
import type { Finding, Severity } from '../core/policy/finding.ts'
import type { Issue } from '../core/policy/issue.ts'
import { lineOf } from '../core/policy/resolve.ts'
import { readRuleBook } from '../policies/load-rule-book.ts'
import { holdersOf } from '../store/roles.ts'
import { addRuleBook, lockRules } from '../store/rule-books.ts'
import { addProposal, proposalsOf } from '../store/rule-proposals.ts'
import { law } from './law.ts'
import { type Doing, type Operation, refuse } from './operation.ts'
import { latestBooks } from './rules-for-listing.ts'
import {
  adviserRoles,
  councilsOf,
  isBy,
  lastRelease,
  mayMake,
  ownTermDays,
} from './rules-on-their-way.ts'

export type RulesProposed = {
  readonly role: 'municipal-policy' | 'landlord-policy'
  readonly organisation: string
  readonly bytes: Uint8Array
  /** Why, in the words of who proposes it. */
  readonly explanation: string
  /** The term for advice in days, with where it stands; our own where it is left out. */
  readonly term?: { readonly days: number; readonly source: string }
}

/** A proposal that stands; or what is wrong with the text, place by place. */
export type Proposed =
  | { readonly proposal: string; readonly hash: string; readonly event: number }
  | { readonly issues: readonly Issue[] }

export const explanationMost = 4_000
const termMost = 365

export const proposeRules: Operation<RulesProposed, Proposed> = {
  action: 'propose-rules',
  about: async ({ actor }, { role, organisation }) => {
    const isTheirs = actor?.roles.some((each) => isBy(each, { role, organisation }))
    return isTheirs ? { organisation } : undefined
  },
  async perform(doing, { role, organisation, bytes, explanation, term }) {
    const { transaction, region, at, today, actor, setting } = doing
    if (!actor) return refuse('not-found')
    const why = explanation.trim()
    if (why === '') return refuse('explanation-missing')
    if (why.length > explanationMost) return refuse('text-too-long', { most: explanationMost })
    if (term && !(Number.isInteger(term.days) && term.days >= 1 && term.days <= termMost)) {
      return refuse('term-out-of-range', { most: termMost })
    }
    if (term && term.source.trim() === '') return refuse('term-source-missing')
    const read = readRuleBook(bytes, await latestBooks(doing))
    if (Array.isArray(read)) return { issues: read }
    const { book, hash, text, uppers } = read
    if (!mayMake({ role, organisation }, book)) return refuse('not-your-rules')
    await lockRules(transaction, region, 'lock')
    const line = lineOf(book)
    const former = await lastRelease({ store: transaction, region }, line)
    if (former?.hash === hash) return refuse('already-released')
    if ((await proposalsOf(transaction, region, { hash, isOpen: true })).length > 0) {
      return refuse('already-proposed')
    }
    const findings = checkAgainstLaw([book, ...uppers.map((each) => each.book)], law())
    const asked = await advisersFor(doing, { role, organisation })
    const id = setting.newId()
    const adviceUntil = addDays(today, term?.days ?? ownTermDays)
    const replaces = former?.hash
    const event = await doing.write({
      kind: 'rules-proposed',
      open: {
        ...{ proposal: id, book: book.book, hash, line, replaces: replaces ?? null },
        ...{ role, organisation, adviceUntil, findings: countsOf(findings) },
      },
    })
    await addRuleBook(transaction, region, { hash, id: book.book, text })
    await addProposal(transaction, region, {
      ...{ id, hash, line, replaces, role, organisation, asked, findings, adviceUntil, event },
      ...{ adoptedIn: councilsOf(book), explanation: why, termSource: term?.source.trim() },
      ...{ proposedBy: actor.human, proposedAt: at },
    })
    return { proposal: id, hash, event }
  },
}

// Everybody who has such a role today, but for who proposes it themselves.
async function advisersFor(
  { transaction, region, today }: Doing,
  proposer: { readonly role: string; readonly organisation: string },
) {
  const holders = await holdersOf(transaction, region, adviserRoles, today)
  return holders.filter((each) => !isBy(each, proposer))
}

function countsOf(findings: readonly Finding[]): Record<Severity, number> {
  const count = (severity: Severity) =>
    findings.filter((finding) => finding.severity === severity).length
  return { breach: count('breach'), warning: count('warning'), notice: count('notice') }
}
