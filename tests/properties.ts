/**
 * Properties (eigenschappen) for every test that has some. A run of the tests tells of the version it is run on and
 * of nothing else, so its cases come from one seed; `npm run test:properties` draws new ones each time, and many more.
 */
import fc from 'fast-check'

/** How many times as many cases a property is held against as in a run of the tests. */
export const timesAsMany = Number(process.env.PROPERTY_CASES_TIMES ?? 1)
const usual = 100

fc.configureGlobal({
  numRuns: usual * timesAsMany,
  ...(timesAsMany === 1 && { seed: 2026 }),
})

/** So many cases in a run of the tests; more of them in a search. */
export function cases(count: number): { readonly numRuns: number } {
  return { numRuns: count * timesAsMany }
}

export { fc }
