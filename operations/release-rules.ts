/**
 * Rules that were adopted are released (regels uitgeven): the functional administrator says from which instant
 * they decide, and somebody of a municipality confirms it, never the same human and neither of them the one who
 * proposed them. From that instant every decision is by the new version; what was made known before goes on
 * under the rules it was made known under, and who responded is told.
 */
import { latestOf } from '../core/basics/calendar-date.ts'
import { listingOf, plannedFrom } from '../store/listings.ts'
import { tellRulesReplaced } from '../store/messages.ts'
import { isSameHuman } from '../store/roles.ts'
import { addRelease, lockRules, ruleBooksOf } from '../store/rule-books.ts'
import {
  endProposal,
  proposalOf,
  type StoredProposal,
  setReleaseAsked,
} from '../store/rule-proposals.ts'
import { setPublished } from '../store/vacancies.ts'
import { releaseTold } from './begin-rules.ts'
import { instantOf } from './dutch-time.ts'
import { type Doing, dayOf, type Operation, refuse } from './operation.ts'
import { bookKept, booksInForce, preparedFor, reaching } from './rules-for-listing.ts'
import { isForCouncil, notReleasable, overAlready } from './rules-on-their-way.ts'
import { closingDay, closingHour, termsFor } from './terms.ts'

export type ReleaseAsked = { readonly proposal: string; readonly decidesFrom: Date }

/** The first of two: from which instant. */
export const releaseRules: Operation<ReleaseAsked, { readonly event: number }> = {
  action: 'release-rules',
  about: async () => ({}),
  async perform(doing, { proposal: id, decidesFrom }) {
    const { transaction, region, at, actor } = doing
    await lockRules(transaction, region, 'lock')
    const proposal = await proposalOf(transaction, region, id, 'lock')
    if (!proposal || !actor) return refuse('not-found')
    const over = overAlready(proposal)
    if (over) return over
    if (await isSameHuman(transaction, region, actor.human, proposal.proposedBy)) {
      return refuse('proposed-it-yourself')
    }
    if (Number.isNaN(decidesFrom.getTime())) return refuse('instant-passed')
    const { book } = await bookOf(doing, proposal)
    const release = { decidesFrom, day: dayOf(decidesFrom) }
    const where = { store: transaction, region, at }
    const stop = await notReleasable(where, { proposal, book }, release)
    if (stop) return stop
    const event = await doing.write({
      kind: 'rules-release-asked',
      open: { proposal: id, hash: proposal.hash, decidesFrom: decidesFrom.toISOString() },
    })
    const asked = { decidesFrom, askedBy: actor.human, askedAt: at }
    await setReleaseAsked(transaction, region, id, asked)
    return { event }
  },
}

/** The second: from that instant it decides. */
export const confirmRelease: Operation<
  { readonly proposal: string },
  { readonly event: number; readonly decidesFrom: Date; readonly told: number }
> = {
  action: 'confirm-release',
  async about({ transaction, region, actor }, { proposal: id }) {
    const proposal = await proposalOf(transaction, region, id)
    const municipality = actor?.roles.find(
      ({ role, organisation }) =>
        role === 'municipal-policy' && proposal && isForCouncil(proposal, organisation),
    )
    return municipality && { organisation: municipality.organisation }
  },
  async perform(doing, { proposal: id }) {
    const { transaction, region, at, actor } = doing
    // Whoever makes something known by the rules of now waits for us, and sees what we did.
    await lockRules(transaction, region, 'lock')
    const proposal = await proposalOf(transaction, region, id, 'lock')
    if (!proposal || !actor) return refuse('not-found')
    const over = overAlready(proposal)
    if (over) return over
    const asked = proposal.releaseAsked
    if (!asked) return refuse('release-not-asked')
    for (const other of [proposal.proposedBy, asked.askedBy]) {
      if (!(await isSameHuman(transaction, region, actor.human, other))) continue
      return refuse(other === asked.askedBy ? 'asked-it-yourself' : 'proposed-it-yourself')
    }
    const { decidesFrom, askedBy } = asked
    const loaded = await bookOf(doing, proposal)
    const day = dayOf(decidesFrom)
    const where = { store: transaction, region, at }
    const stop = await notReleasable(where, { proposal, book: loaded.book }, { decidesFrom, day })
    if (stop) return stop
    const { line, hash, replaces } = proposal
    const release = { line, hash, replaces, decidesFrom }
    const event = await doing.write({
      kind: 'rules-released',
      open: { proposal: id, ...releaseTold(loaded, release) },
    })
    await addRelease(transaction, region, {
      ...{ ...release, at, event, proposal: id, askedBy, confirmedBy: actor.human },
    })
    await endProposal(transaction, region, id, { releasedEvent: event })
    await planAnew(doing, decidesFrom)
    const told =
      replaces === undefined
        ? 0
        : await tellRulesReplaced(transaction, region, {
            hash: replaces,
            from: decidesFrom,
            day,
            at,
          })
    return { event, decidesFrom, told }
  },
}

async function bookOf({ transaction, region }: Doing, { hash }: StoredProposal) {
  const [kept] = await ruleBooksOf(transaction, region, [hash])
  return bookKept(kept?.text ?? '', hash)
}

// What opens from that instant on opens under the new rules, and for as long as they say.
async function planAnew(doing: Doing, decidesFrom: Date): Promise<void> {
  const { transaction, region } = doing
  for (const id of await plannedFrom(transaction, region, decidesFrom)) {
    const listing = await listingOf(transaction, region, id)
    if (!listing?.opensAt || listing.closesOn === undefined) continue
    const { opensAt, facts } = listing
    const opensOn = dayOf(opensAt)
    const books = reaching(await booksInForce(doing, opensAt), facts, opensOn)
    const ruleBooks = books.map(({ hash }) => hash)
    if (ruleBooks.toSorted().join() === listing.ruleBooks.toSorted().join()) continue
    const terms = termsFor(preparedFor(books, opensOn), facts)
    // Never shorter than was announced.
    const closesOn = latestOf(closingDay(terms, opensOn), listing.closesOn)
    const closesAt = instantOf(closesOn, closingHour)
    await doing.write({
      kind: 'listing-planned-anew',
      open: {
        ...{ listing: id, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() },
        rules: ruleBooks.toSorted(),
      },
    })
    await setPublished(transaction, region, id, { opensAt, closesAt, closesOn, ruleBooks })
    await doing.later('close-listing', { listing: id }, closesAt)
  }
}
