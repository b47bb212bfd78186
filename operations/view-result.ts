/**
 * The public result of a home (uitslag): how many responded, in which groups, and since when people were
 * registered, only so finely that nobody can be found in it. Source: the mission's trust model, part D6.
 */
import type { Bound } from '../core/ranking/bind.ts'
import type { ListHead } from '../core/ranking/kept-list.ts'
import { drawHeadOf } from '../store/draws.ts'
import { homeOf, type ShownHome } from '../store/homes.ts'
import { placeOfTaker } from '../store/lettings.ts'
import { type RankingHead, rankingHeadOf } from '../store/rankings.ts'
import { listOf } from './explain-response.ts'
import type { Setting } from './operation.ts'

export type Result = {
  readonly home: ShownHome
  readonly head: RankingHead
  /** Undefined is fewer than ten. */
  readonly responses: number | undefined
  readonly placed: number | undefined
  readonly groups: readonly { readonly tier: string; readonly count: number | undefined }[]
  readonly excluded: readonly { readonly code: string; readonly count: number | undefined }[]
  /** From the first year that has enough people in it: `2015 tot en met 2018`. */
  readonly bands: readonly Band[]
  /** The rules as they were bound for it. */
  readonly bound: Bound
  /** Whether a lot decided about some of the places. */
  readonly hasDraw: boolean
  /** In which part of the list the new tenant stood. */
  readonly takenAt: 'first' | 'five' | 'ten' | 'after' | undefined
}

export type Band = { readonly from: number; readonly until: number; readonly count: number }

const fewResponses = 10
const fewInGroup = 5
const bandMin = 10

/** The outcome of a listing as everybody may see it; undefined before there is a list. */
export async function viewResult(setting: Setting, listing: number): Promise<Result | undefined> {
  const { store, region } = setting
  const [home, head, taken, draw] = await Promise.all([
    homeOf(store, region, listing),
    rankingHeadOf(store, region, listing),
    placeOfTaker(store, region, listing),
    drawHeadOf(store, region, listing),
  ])
  if (!home || !head) return undefined
  const list = await listOf(setting, listing)
  if (!list) return undefined
  const { tiers, years } = list.head
  return {
    ...{ home, head, bound: list.bound, hasDraw: draw !== undefined },
    responses: atLeast(head.candidates, fewResponses),
    placed: atLeast(head.placed, fewResponses),
    groups:
      head.placed < fewResponses ? [] : hidden(tiers.map(([tier, count]) => ({ tier, count }))),
    // With few on the list, how many were kept off it would tell how few.
    excluded: head.placed < fewResponses ? [] : hidden(head.codes),
    bands: bandsOf(years),
    takenAt: taken?.place === undefined ? undefined : partOfList(taken.place),
  }
}

/** Whether a list was made of it, and kept. */
export async function hasResult({ store, region }: Setting, listing: number): Promise<boolean> {
  return (await rankingHeadOf(store, region, listing)) !== undefined
}

function atLeast(count: number, fewest: number): number | undefined {
  return count >= fewest ? count : undefined
}

/**
 * Counts below the threshold are left out, and so is the smallest of the others where only one was: a single
 * hidden number comes back by subtraction.
 */
export function hidden<Row extends { readonly count: number }>(
  rows: readonly Row[],
): (Omit<Row, 'count'> & { readonly count: number | undefined })[] {
  const isSmall = ({ count }: Row) => count < fewInGroup
  const small = rows.filter(isSmall)
  const others = rows.filter((row) => !isSmall(row)).toSorted((a, b) => a.count - b.count)
  const alone = small.length === 1 ? others[0] : undefined
  return rows.map((row) => ({
    ...row,
    count: isSmall(row) || row === alone ? undefined : row.count,
  }))
}

/** Whole years, put together until each band holds ten people; what is left joins the last. */
export function bandsOf(years: ListHead['years']): Band[] {
  if (years.reduce((sum, [, count]) => sum + count, 0) < bandMin) return []
  const perYear = years.map(([year, count]) => ({ from: year, until: year, count }))
  const bands: Band[] = []
  let open: Band | undefined
  for (const each of perYear) {
    const band: Band = open
      ? { from: open.from, until: each.until, count: open.count + each.count }
      : each
    open = band.count < bandMin ? band : undefined
    if (!open) bands.push(band)
  }
  const last = bands.at(-1)
  if (open && last) {
    bands[bands.length - 1] = { from: last.from, until: open.until, count: last.count + open.count }
  }
  return bands
}

function partOfList(place: number): Result['takenAt'] {
  if (place === 1) return 'first'
  return place <= 5 ? 'five' : place <= 10 ? 'ten' : 'after'
}
