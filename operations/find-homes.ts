/** Somebody looks for a home (woningen zoeken); anybody may, and nothing is kept of it. */
import { type HomeFilter, type OpenHome, openHomes } from '../store/homes.ts'
import type { Setting } from './operation.ts'

export type { HomeFilter, OpenHome }

export async function findHomes(setting: Setting, filter: HomeFilter): Promise<OpenHome[]> {
  return openHomes(setting.store, setting.region, setting.now(), filter)
}
