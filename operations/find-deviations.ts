/**
 * What stands out in a period (afwijkingen): counts for who watches, and the list behind each only for the
 * auditor. A number is rounded where it could tell about one seeker. Source: the trust model, parts D6 and D7.
 */
import { addDays, type CalendarDate } from '../core/basics/calendar-date.ts'
import type { InTransaction } from '../store/database.ts'
import {
  correctionsPerStaff,
  type DeviationPart,
  type DeviationPeriod,
  type DeviationRow,
  type DeviationRows,
  drawsIn,
  familyNames,
  lettingsIn,
  listsIn,
  lotsWithoutPerson,
  quickOffers,
  refusalsByGroup,
  regionExports,
  singleCandidates,
  skipsPerStaff,
} from '../store/deviations.ts'
import { readingCounts } from '../store/readings.ts'
import { instantOf } from './dutch-time.ts'
import { mayDo, type Operation } from './operation.ts'
import { type PageOfList, pageOfList } from './page-of-list.ts'

export type { DeviationRow }

export const detectors = [
  'single-candidate',
  'corrections',
  'skips',
  'quick-offers',
  'family-names',
  'reads-without-case',
  'refusals-by-group',
  'lots-without-person',
  'region-exports',
] as const
export type Detector = (typeof detectors)[number]

export type Deviation = {
  readonly detector: Detector
  readonly count: number
  /** Out of how many, where that is known. */
  readonly of: number | undefined
  /** A page of the lines behind it; undefined for who may see counts only. */
  readonly rows: (PageOfList & { readonly shown: readonly DeviationRow[] }) | undefined
}

export type Deviations = {
  readonly found: readonly Deviation[]
  readonly showsLists: boolean
}

/** So many lines stand on a page. */
const linesOnPage = 25

/** An offer made sooner after the close than this was made by nobody who looked. */
const quickSeconds = 60
/** Smaller groups are not told apart. */
const groupLeast = 10
/** More than there are on any list. */
const groupsMost = 1000
/** Counts about groups of seekers are told in steps of this. */
const groupStep = 5

export type DeviationsAsked = {
  readonly from: CalendarDate
  readonly until: CalendarDate
  /** One of them, at a page of its lines; without it all of them, each at its first page. */
  readonly list?: { readonly detector: Detector; readonly page: number }
}

export const findDeviations: Operation<DeviationsAsked, Deviations> = {
  action: 'read-deviations',
  about: async () => ({}),
  async perform(doing, { from, until, list }) {
    const { transaction: store, region, actor } = doing
    const showsLists = actor !== undefined && mayDo(actor, 'list-deviations', {})
    const period = {
      ...{ from, until, begins: instantOf(from, '00:00') },
      ends: instantOf(addDays(until, 1), '00:00'),
    }
    const part = { page: list?.page ?? 1, size: linesOnPage }
    const found: Deviation[] = []
    for (const detector of list ? [list.detector] : detectors) {
      const { rows, length, count, of } = await finders[detector]({ store, region }, period, part)
      // Groups of seekers are rounded already, and say nothing of anybody.
      const isShown = showsLists || detector === 'refusals-by-group'
      found.push({
        ...{ detector, count, of },
        rows: isShown ? { ...pageOfList(part.page, length, linesOnPage), shown: rows } : undefined,
      })
    }
    if (showsLists) await doing.write({ kind: 'deviations-listed', open: { from, until } })
    return { showsLists, found }
  },
}

type Where = { readonly store: InTransaction; readonly region: string }

type Found = {
  readonly rows: readonly DeviationRow[]
  readonly length: number
  readonly count: number
  readonly of: number | undefined
}

type Finder = (where: Where, period: DeviationPeriod, part: DeviationPart) => Promise<Found>

const finders: Readonly<Record<Detector, Finder>> = {
  'single-candidate': async (where, period, part) =>
    asMany(await singleCandidates(where, period, part), await listsIn(where, period)),
  corrections: async (...asked) => together(await correctionsPerStaff(...asked)),
  skips: async (...asked) => together(await skipsPerStaff(...asked)),
  'quick-offers': async (where, period, part) =>
    asMany(await quickOffers(where, period, part, quickSeconds), await listsIn(where, period)),
  'family-names': async (where, period, part) =>
    asMany(await familyNames(where, period, part), await lettingsIn(where, period)),
  // As many as work here.
  'reads-without-case': async ({ store, region }, { begins, ends }, part) => {
    const readers = await readingCounts(store, region, { from: begins, until: ends })
    const lines = readers.flatMap(({ name, withoutCase, readings }) =>
      withoutCase === 0 ? [] : [{ staff: name ?? '', count: withoutCase, of: readings }],
    )
    return {
      ...ofPage(lines, part),
      count: readers.reduce((sum, { withoutCase }) => sum + withoutCase, 0),
      of: readers.reduce((sum, { readings }) => sum + readings, 0),
    }
  },
  // As many as a list has groups.
  'refusals-by-group': async (where, period, part) => {
    const { rows, sum } = await refusalsByGroup(where, period, { page: 1, size: groupsMost })
    return { ...ofPage(inSteps(rows), part), count: rounded(sum), of: undefined }
  },
  'lots-without-person': async (where, period, part) =>
    asMany(await lotsWithoutPerson(where, period, part), await drawsIn(where, period)),
  'region-exports': async (...asked) => asMany(await regionExports(...asked)),
}

/** Each line is one. */
function asMany({ rows, length }: DeviationRows, of?: number): Found {
  return { rows, length, count: length, of }
}

/** Each line counts some. */
function together({ rows, length, sum }: DeviationRows): Found {
  return { rows, length, count: sum, of: undefined }
}

function ofPage(lines: readonly DeviationRow[], { page, size }: DeviationPart) {
  const { from } = pageOfList(page, lines.length, size)
  return { rows: lines.slice(from, from + size), length: lines.length }
}

// All of it in steps, so that nothing comes back by subtracting one from another.
function inSteps(groups: readonly DeviationRow[]): DeviationRow[] {
  return groups
    .filter(({ of = 0 }) => of >= groupLeast)
    .map(({ count = 0, of = 0, ...rest }) => ({ ...rest, count: rounded(count), of: rounded(of) }))
}

function rounded(count: number): number {
  return Math.round(count / groupStep) * groupStep
}
