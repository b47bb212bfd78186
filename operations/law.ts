/** The law as data (wetten), read once. */
import type { Law } from '../core/policy/regime.ts'
import { loadLaw } from '../policies/load-regimes.ts'

let known: Law | undefined

export function law(): Law {
  if (known) return known
  const loaded = loadLaw()
  if (Array.isArray(loaded)) throw new Error('the law as data cannot be read')
  known = loaded
  return loaded
}
