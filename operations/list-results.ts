/** The results of all homes (uitkomsten), newest first; counts below ten are not told. Source: D6. */
import { type ResultRow, resultsBefore } from '../store/results.ts'
import type { Setting } from './operation.ts'

export type ShownResult = Omit<ResultRow, 'candidates'> & {
  /** Undefined is fewer than ten. */
  readonly responses: number | undefined
}

const atOnce = 50
const fewest = 10

/** One page of results, and the listing after which the next page begins. */
export async function listResults(
  { store, region }: Setting,
  {
    most = atOnce,
    ...asked
  }: { readonly municipality?: string; readonly before?: number; readonly most?: number },
): Promise<{ readonly results: readonly ShownResult[]; readonly next: number | undefined }> {
  const rows = await resultsBefore(store, region, { ...asked, most: most + 1 })
  const shown = rows.slice(0, most)
  return {
    results: shown.map(({ candidates, ...row }) => ({
      ...row,
      responses: candidates >= fewest ? candidates : undefined,
    })),
    next: rows.length > most ? shown.at(-1)?.listing : undefined,
  }
}
