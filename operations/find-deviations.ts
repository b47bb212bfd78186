/**
 * What stands out in a period (afwijkingen): counts for who watches, and the list behind each only for the
 * auditor. A number is rounded where it could tell about one seeker. Source: the trust model, parts D6 and D7.
 */
import { addDays, type CalendarDate } from '../core/basics/calendar-date.ts'
import {
  correctionsPerStaff,
  type DeviationPeriod,
  type DeviationRow,
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
import { type Doing, mayDo, type Operation } from './operation.ts'

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
  /** Undefined for who may see counts only. */
  readonly rows: readonly DeviationRow[] | undefined
}

export type Deviations = {
  readonly found: readonly Deviation[]
  readonly showsLists: boolean
}

/** An offer made sooner after the close than this was made by nobody who looked. */
const quickSeconds = 60
/** Smaller groups are not told apart. */
const groupLeast = 10
/** Counts about groups of seekers are told in steps of this. */
const groupStep = 5

export const findDeviations: Operation<
  { readonly from: CalendarDate; readonly until: CalendarDate },
  Deviations
> = {
  action: 'read-deviations',
  about: async () => ({}),
  async perform(doing, { from, until }) {
    const { actor } = doing
    const showsLists = actor !== undefined && mayDo(actor, 'list-deviations', {})
    const period = {
      ...{ from, until, begins: instantOf(from, '00:00') },
      ends: instantOf(addDays(until, 1), '00:00'),
    }
    const found = await findAll(doing, period)
    if (showsLists) await doing.write({ kind: 'deviations-listed', open: { from, until } })
    return {
      showsLists,
      found: found.map((each) => ({
        ...each,
        // Groups of seekers are rounded already, and say nothing of anybody.
        rows: showsLists || each.detector === 'refusals-by-group' ? each.rows : undefined,
      })),
    }
  },
}

async function findAll(
  { transaction: store, region }: Doing,
  period: DeviationPeriod,
): Promise<Deviation[]> {
  const where = { store, region }
  const lists = await listsIn(where, period)
  const lettings = await lettingsIn(where, period)
  const corrections = await correctionsPerStaff(where, period)
  const skips = await skipsPerStaff(where, period)
  const groups = await refusalsByGroup(where, period)
  const readers = await readingCounts(store, region, {
    from: period.begins,
    until: period.ends,
  })
  const asIs = (detector: Detector, rows: readonly DeviationRow[], of?: number): Deviation => ({
    ...{ detector, rows, of, count: rows.length },
  })
  return [
    asIs('single-candidate', await singleCandidates(where, period), lists),
    { ...asIs('corrections', corrections), count: sumOf(corrections) },
    { ...asIs('skips', skips), count: sumOf(skips) },
    asIs('quick-offers', await quickOffers(where, period, quickSeconds), lists),
    asIs('family-names', await familyNames(where, period), lettings),
    {
      detector: 'reads-without-case',
      count: readers.reduce((sum, { withoutCase }) => sum + withoutCase, 0),
      of: readers.reduce((sum, { readings }) => sum + readings, 0),
      rows: readers.flatMap(({ name, withoutCase, readings }) =>
        withoutCase === 0 ? [] : [{ staff: name ?? '', count: withoutCase, of: readings }],
      ),
    },
    { ...asIs('refusals-by-group', inSteps(groups)), count: rounded(sumOf(groups)) },
    asIs(
      'lots-without-person',
      await lotsWithoutPerson(where, period),
      await drawsIn(where, period),
    ),
    asIs('region-exports', await regionExports(where, period)),
  ]
}

function sumOf(rows: readonly DeviationRow[]): number {
  return rows.reduce((sum, { count = 0 }) => sum + count, 0)
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
