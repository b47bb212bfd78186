/** A village that is lived through in a moment, and what it needs to be asked for; for tests of how runs are done. */
import { join } from 'node:path'
import type { Settings } from '../simulator/apply-settings.ts'
import { loadRegion } from '../simulator/load-region.ts'
import type { Variant } from '../simulator/plan.ts'
import { type Study, studyOf } from '../simulator/study.ts'

const folder = join(import.meta.dirname, '../simulator/regions/closed-forms')

export const smallRegion = join(folder, 'one-place.yaml')

/** Forty homes become free a year, for a hundred people who come and ten who are urgent. */
export const smallSettings: Settings = {
  'homes.count': 400,
  warmUpYears: 1,
  'streams.regular.perYear': 100,
  'streams.regular.atStart': 300,
  'streams.urgent.perYear': 10,
}

export const smallRules = ['registration-time', 'minimum-80'].map((name) =>
  join(folder, 'rules', `${name}.yaml`),
)

export type SmallStudy = {
  readonly rules?: readonly string[]
  readonly years?: number
  readonly replications?: number
  readonly seed?: number
  readonly set?: Settings
}

export function smallStudy({
  rules = smallRules,
  years = 1,
  replications = 2,
  seed = 7,
  set = {},
}: SmallStudy = {}): Study {
  const region = loadRegion(smallRegion)
  if (Array.isArray(region)) throw new Error(JSON.stringify(region))
  const variants = rules.map(
    (file, at): Variant => ({ id: String(at), title: `nummer ${at}`, rules: [file], set: {} }),
  )
  const plan = {
    id: 'klein',
    title: 'Klein',
    region: 'one-place',
    years,
    replications,
    seed,
    variants,
  }
  const study = studyOf({ plan, folder, region, set: { ...smallSettings, ...set } })
  if (Array.isArray(study)) throw new Error(JSON.stringify(study))
  return study
}
