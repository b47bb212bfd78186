/** What somebody looks for is kept by name (zoekopdracht bewaren), rests, or goes; new homes are told once a day. */
import { moveJob } from '../store/jobs.ts'
import { personFile } from '../store/people.ts'
import {
  addSavedSearch,
  pauseSavedSearch,
  removeSavedSearch,
  type SavedSearch,
  savedSearchesOf,
} from '../store/saved-searches.ts'
import type { HomeFilter } from '../store/tables.ts'
import {
  type Actor,
  type Doing,
  type Operation,
  type Refusal,
  refuse,
  type Setting,
} from './operation.ts'
import { readFile } from './read-file.ts'
import { nextSearch } from './search-homes.ts'

export type { SavedSearch }

export type NewSearch = {
  readonly person: string
  readonly name: string
  readonly filter: HomeFilter
  readonly fitsOnly: boolean
}

const searchesMost = 10
const nameMost = 60

export const saveSearch: Operation<NewSearch, { readonly event: number; readonly search: string }> =
  {
    action: 'change-file',
    about: async (_, { person }) => ({ person }),
    async perform(doing, { person, name, filter, fitsOnly }) {
      const { transaction, region, at, setting } = doing
      if (!(await personFile(transaction, region, person, 'lock'))) return refuse('not-found')
      const called = name.trim()
      if (called === '' || called.length > nameMost)
        return refuse('name-missing', { most: nameMost })
      const saved = await savedSearchesOf(transaction, region, person)
      if (saved.length >= searchesMost) return refuse('too-many-searches', { most: searchesMost })
      const search = setting.newId()
      const event = await changed(doing, person)
      await addSavedSearch(transaction, region, {
        ...{ id: search, person, name: called, filter, fitsOnly, at },
      })
      await planSearch(doing, person)
      return { event, search }
    },
  }

export type SearchChange = {
  readonly person: string
  readonly search: string
  readonly what: 'pause' | 'resume' | 'remove'
}

export const changeSearch: Operation<SearchChange, { readonly event: number }> = {
  action: 'change-file',
  about: async (_, { person }) => ({ person }),
  async perform(doing, { person, search, what }) {
    const { transaction, region, at } = doing
    if (!(await personFile(transaction, region, person, 'lock'))) return refuse('not-found')
    const saved = await savedSearchesOf(transaction, region, person)
    if (!saved.some(({ id }) => id === search)) return refuse('not-found')
    const event = await changed(doing, person)
    if (what === 'remove') await removeSavedSearch(transaction, region, person, search)
    else {
      const pausedAt = what === 'pause' ? at : null
      await pauseSavedSearch(transaction, region, person, { id: search, pausedAt, at })
      if (what === 'resume') await planSearch(doing, person)
    }
    return { event }
  },
}

// What somebody looks for is theirs to know: the log says only that it changed.
function changed(doing: Doing, person: string): Promise<number> {
  return doing.write({ kind: 'searches-changed', open: {}, personal: { person }, person })
}

async function planSearch({ transaction, region, at }: Doing, person: string): Promise<void> {
  await moveJob(transaction, region, {
    ...{ task: 'search-homes', payload: { person }, at: nextSearch(at) },
  })
}

export async function viewSearches(
  setting: Setting,
  actor: Actor,
  person: string,
): Promise<SavedSearch[] | Refusal> {
  return readFile(setting, actor, person, () =>
    savedSearchesOf(setting.store, setting.region, person),
  )
}
