/**
 * Everybody on a list hears what came of it (bericht over de uitslag). The first thousands hear in the transaction
 * that makes the list; of a longer list the others are a job each some thousands, so that no decision waits for
 * tens of thousands of letters and nobody's file stays held meanwhile.
 */
import type { Facts } from '../core/basics/facts.ts'
import { lotHoldersAfter } from '../store/draws.ts'
import { tell } from '../store/messages.ts'
import { keptAmong } from '../store/people.ts'
import { listedAfter } from '../store/rankings.ts'
import type { Doing } from './operation.ts'

/** That there is a result, to everybody on the list and kept off it; or that lots come, to who holds one. */
export type Told = { readonly listing: number } & (
  | { readonly code: 'result' }
  | { readonly code: 'lots-given'; readonly drawnFrom: string }
)

const atOnce = 5000

/** Tells so many people after one of them, in the order of their ids. */
export async function tellList(
  doing: Doing,
  told: Told,
  after?: string,
): Promise<{ readonly listing: number; readonly told: number }> {
  const { transaction, region, at } = doing
  const { code, ...facts } = told
  const { listing } = facts
  const from = { listing, after, most: atOnce }
  const people =
    code === 'result'
      ? await listedAfter(transaction, region, from)
      : await lotHoldersAfter(transaction, region, from)
  const kept = await keptAmong(transaction, region, people)
  await tell(transaction, region, kept, { code, facts, at })
  const last = people.at(-1)
  if (last !== undefined && people.length === atOnce) {
    await doing.later('tell-list', { ...told, after: last }, at)
  }
  return { listing, told: people.length }
}

/** The same as a job asks it. */
export function tellListAgain(doing: Doing, { listing, code, drawnFrom, after }: Facts) {
  const about = { listing: Number(listing) }
  const told: Told =
    code === 'result'
      ? { ...about, code }
      : { ...about, code: 'lots-given', drawnFrom: String(drawnFrom) }
  return tellList(doing, told, String(after))
}
