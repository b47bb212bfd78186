/** Calibrates a region as its targets ask: from what its file says now, under the rules it has now. */
import { dirname } from 'node:path'
import type { Issue } from '../core/policy/issue.ts'
import { loadBooks } from '../policies/load-books.ts'
import { applySettings } from './apply-settings.ts'
import { type Calibrated, calibrate, startOf, trialsOf, type Values } from './calibrate.ts'
import { loadRegion } from './load-region.ts'
import type { Targets } from './load-targets.ts'
import type { Region } from './region.ts'
import { writtenRegion } from './region-schema.ts'

export type CalibratedRegion = Calibrated & {
  readonly targets: Targets
  readonly region: Region
  /** What the file said. */
  readonly start: Values
}

type Calibrating = {
  readonly threads: number
  readonly progress?: (done: number, total: number) => void
}

/** What is wrong with the region or its rules is told before anything is lived. */
export async function calibrateRegion(
  targets: Targets,
  folder: string,
  { threads, progress }: Calibrating,
): Promise<CalibratedRegion | Issue[]> {
  const loaded = loadRegion(targets.region, folder)
  if (Array.isArray(loaded)) return loaded
  const { region, file } = loaded
  const books = loadBooks(region.rules, dirname(file), region.starts)
  const issues = books.flatMap((each) => ('code' in each ? [each] : []))
  if (issues.length > 0) return issues
  const rules = books.flatMap((each) => ('code' in each ? [] : [each.book]))
  const start = startOf(targets, (path) => valueAt(region, path))
  const fits = applySettings(region, start)
  if (Array.isArray(fits)) return fits
  const trial = trialsOf(region, rules, targets, threads)
  const most = 1 + targets.rounds * Object.keys(start).length
  let tried = 0
  const calibrated = await calibrate(targets, start, async (values) => {
    if (tried === 0) progress?.(tried, most)
    const figures = await trial(values)
    tried += 1
    progress?.(tried, most)
    return figures
  })
  return { ...calibrated, targets, region, start }
}

function valueAt(region: Region, path: string): number {
  let value: unknown = writtenRegion(region)
  for (const step of path.split('.')) value = isRecord(value) ? value[step] : undefined
  // Not a number of the region: applying it as a setting says which one was meant.
  return typeof value === 'number' ? value : Number.NaN
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** Behavioural parameters that nothing holds. */
export function notCalibrated({ goals }: Targets, { behaviour }: Region): readonly string[] {
  const fitted = new Set(goals.map(({ fits }) => fits?.parameter))
  return Object.keys(behaviour)
    .map((name) => `behaviour.${name}`)
    .filter((path) => !fitted.has(path))
}
