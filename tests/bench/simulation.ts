/**
 * One year of a region in its steady state, with 100,000 registered and 2,700 homes; what part of it is
 * ranking, behaviour and bookkeeping; and a bare loop over as many responses, which does nothing.
 */
import { Session } from 'node:inspector/promises'
import type { RuleBook } from '../../core/policy/rule-book.ts'
import { loadBooks } from '../../policies/load-books.ts'
import { applySettings } from '../../simulator/apply-settings.ts'
import { mix } from '../../simulator/chance.ts'
import { loadRegion } from '../../simulator/load-region.ts'
import type { Region } from '../../simulator/region.ts'
import { dayByDay } from '../../simulator/simulate.ts'
import type { World } from '../../simulator/world.ts'
import { type Measured, measure } from './measure.ts'

const daysInYear = 365
const warmUpDays = 365

export async function benchSimulation(): Promise<Measured[]> {
  const books = loadBooks('parkstad-2026').flatMap((each) => ('book' in each ? [each.book] : []))
  const { year, responses, days } = yearOf('simulation: one region-year', largeRegion(1), books, 5)
  const parts = await profiled(() => live(days, daysInYear), responses)
  const larger = 'simulation: one region-year, ten times as large'
  const tenfold = yearOf(larger, largeRegion(10), books, 1)
  return [year, bareLoop(responses), ...parts, tenfold.year]
}

/**
 * Parkstad with 100,000 registered, as many of whom come as go, 2,700 homes let in a year and about a hundred
 * responses for each of them; or so many times as large, with as many responses to each home.
 */
function largeRegion(times: number): Region {
  const loaded = loadRegion('parkstad')
  if (!('region' in loaded)) throw new Error('the example region can be read')
  const set = {
    'streams.regular.atStart': 97_000 * times,
    'streams.regular.perYear': 25_000 * times,
    'homes.count': 36_000 * times,
    'vacancies.perHomePerYear': 0.062,
    'behaviour.response': 0.027 / times,
    warmUpYears: 1,
  }
  const region = applySettings(loaded.region, set)
  if (Array.isArray(region)) throw new Error('the settings fit the region')
  return region
}

type Year = {
  readonly year: Measured
  readonly responses: number
  readonly days: Generator<World, World>
}

// The median of so many years one after another, and how many responses a year has of these.
function yearOf(name: string, region: Region, books: readonly RuleBook[], years: number): Year {
  const days = dayByDay({
    region,
    before: books,
    books,
    years: years + 3,
    seed: 42,
    replication: 0,
  })
  let world = live(days, warmUpDays)
  const before = world.tally.responses
  const memory = process.memoryUsage().heapUsed
  const times = Array.from({ length: years }, () => {
    const start = performance.now()
    world = live(days, daysInYear)
    return performance.now() - start
  })
  const milliseconds = times.toSorted((a, b) => a - b)[Math.floor(years / 2)] ?? 0
  const responses = Math.round((world.tally.responses - before) / years)
  const megabytes = Math.round(Math.max(process.memoryUsage().heapUsed, memory) / 1_000_000)
  return {
    year: {
      name,
      size: responses,
      milliseconds: Math.round(milliseconds),
      microsecondsEach: Math.round((milliseconds * 1e6) / responses) / 1000,
      megabytes,
    },
    responses,
    days,
  }
}

function live(days: Generator<World, World>, count: number): World {
  let world = days.next().value
  for (let day = 1; day < count; day += 1) world = days.next().value
  return world
}

function bareLoop(responses: number): Measured {
  return measure('simulation: a bare loop over as many', responses, () => {
    let sum = 0
    for (let each = 0; each < responses; each += 1) sum += mix(each, 42) >>> 31
    return sum
  })
}

const parts = [
  ['simulation, profile: ranking and rules (core)', /\/core\//],
  ['simulation, profile: behaviour', /\/simulator\/(respond|behaviour|chance|searchers)\.ts/],
  ['simulation, profile: bookkeeping', /./],
] as const

// Self time by file; what no file of ours has is the machine's: cleaning up, compiling.
async function profiled(work: () => unknown, responses: number): Promise<Measured[]> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.start')
  work()
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  const url = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame.url]))
  const times = new Map<string, number>()
  for (const [index, id] of (profile.samples ?? []).entries()) {
    const at = url.get(id) ?? ''
    const part = at === '' ? undefined : parts.find(([, pattern]) => pattern.test(at))
    const name = part?.[0] ?? 'simulation, profile: the machine itself'
    times.set(name, (times.get(name) ?? 0) + (profile.timeDeltas?.[index] ?? 0) / 1000)
  }
  return [...times].map(([name, milliseconds]) => ({
    name,
    size: responses,
    milliseconds: Math.round(milliseconds),
    microsecondsEach: Math.round((milliseconds * 1e6) / responses) / 1000,
  }))
}
