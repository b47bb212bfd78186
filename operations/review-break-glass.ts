/**
 * Whoever watches over privacy judges whether an emergency was one (beoordeling van noodinzage), in a sentence
 * that the person reads too. Never who opened the file.
 */
import {
  allBreaks,
  breakOf,
  breaksBehind,
  breaksOf,
  countBreaks,
  type StoredBreak,
  setBreakReviewed,
} from '../store/break-glass.ts'
import { tell } from '../store/messages.ts'
import { sentenceIn, sentenceLeast } from './hold-complaint.ts'
import { type Actor, isOwnFile, mayDo, type Operation, refuse, type Setting } from './operation.ts'
import { type PageOfList, pageOfList } from './page-of-list.ts'

export type { StoredBreak }

export type BreakReview = {
  readonly id: string
  readonly justified: boolean | undefined
  readonly verdict: string
}

export const reviewBreakGlass: Operation<BreakReview, { readonly event: number }> = {
  action: 'review-break-glass',
  about: async () => ({}),
  async perform(doing, { id, justified, verdict }) {
    const { transaction, region, at, actor } = doing
    const opened = await breakOf(transaction, region, id, 'lock')
    if (!opened || !actor) return refuse('not-found')
    if (opened.reviewedAt) return refuse('already-decided')
    if (opened.human === actor.human) return refuse('own-proposal')
    if (isOwnFile(actor, opened.person)) return refuse('own-file')
    if (justified === undefined) return refuse('outcome-missing')
    const words = sentenceIn(verdict)
    if (words === undefined) return refuse('sentence-missing', { least: sentenceLeast })
    const { person } = opened
    const event = await doing.write({
      kind: 'break-glass-reviewed',
      open: { justified },
      personal: { person, verdict: words },
      person,
    })
    const review = { by: actor.human, at, justified, verdict: words }
    await setBreakReviewed(transaction, region, id, review)
    await tell(transaction, region, [person], { code: 'break-glass-reviewed', facts: {}, at })
    return { event }
  },
}

const breaksOnPage = 25

/** A page of every emergency, those to be judged first; undefined for who does not watch over privacy. */
export async function listBreaks(
  { store, region }: Setting,
  actor: Actor,
  asked: number,
): Promise<(PageOfList & { readonly breaks: readonly StoredBreak[] }) | undefined> {
  if (!mayDo(actor, 'review-break-glass', {})) return undefined
  const page = pageOfList(asked, await countBreaks(store, region), breaksOnPage)
  const part = { from: page.from, count: breaksOnPage }
  return { ...page, breaks: await allBreaks(store, region, part) }
}

/** The same with the newest first, behind one of them, for a program. */
export async function listBreaksBehind(
  { store, region }: Setting,
  actor: Actor,
  asked: {
    readonly behind: Pick<StoredBreak, 'openedAt' | 'id'> | undefined
    readonly count: number
  },
): Promise<readonly StoredBreak[] | undefined> {
  if (!mayDo(actor, 'review-break-glass', {})) return undefined
  return breaksBehind(store, region, asked)
}

/** The emergencies in which somebody's own file was opened. */
export async function ownBreaks(
  { store, region }: Setting,
  actor: Actor,
  person: string,
): Promise<readonly StoredBreak[]> {
  if (!mayDo(actor, 'read-own-log', { person })) return []
  return breaksOf(store, region, person)
}
