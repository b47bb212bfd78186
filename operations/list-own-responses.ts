/** Somebody's responses (mijn reacties): all that runs, and a page of what is over. */
import { countResponses, responsesOf, type StoredResponse } from '../store/responses.ts'
import type { Actor, Refusal, Setting } from './operation.ts'
import { type PageOfList, pageOfList } from './page-of-list.ts'
import { readFile } from './read-file.ts'
import { type ResponseWithHome, withHomes } from './view-own-file.ts'

export type OwnResponses = PageOfList & {
  /** Offers first: they have a term. */
  readonly running: readonly ResponseWithHome[]
  /** One page, newest first. */
  readonly over: readonly ResponseWithHome[]
  /** How many are over, on all pages. */
  readonly countOver: number
}

const overOnPage = 12
/** More than anybody has running. */
const runningMost = 200

/** What runs, and a page of what is over. */
export async function listOwnResponses(
  setting: Setting,
  actor: Actor,
  person: string,
  asked: number,
): Promise<OwnResponses | Refusal> {
  return readFile(setting, actor, person, async () => {
    const { store, region } = setting
    const [running, countOver] = await Promise.all([
      responsesOf(store, region, person, { part: 'running', count: runningMost }),
      countResponses(store, region, person, { part: 'over' }),
    ])
    const page = pageOfList(asked, countOver, overOnPage)
    const part = { part: 'over', from: page.from, count: overOnPage } as const
    const over = await responsesOf(store, region, person, part)
    const all = await withHomes(setting, [
      ...running.toSorted((a, b) => Number(b.offer !== null) - Number(a.offer !== null)),
      ...over,
    ])
    return {
      ...{ ...page, countOver },
      ...{ running: all.slice(0, running.length), over: all.slice(running.length) },
    }
  })
}

/** The same as one list, newest first, behind one of them. */
export async function ownResponsesBehind(
  setting: Setting,
  actor: Actor,
  person: string,
  asked: {
    readonly behind: Pick<StoredResponse, 'at' | 'listing'> | undefined
    readonly count: number
    /** Only those on which an offer was made. */
    readonly isOffered?: true
  },
): Promise<readonly ResponseWithHome[] | Refusal> {
  return readFile(setting, actor, person, async () => {
    const { store, region } = setting
    return withHomes(setting, await responsesOf(store, region, person, asked))
  })
}
