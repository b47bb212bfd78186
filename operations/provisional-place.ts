/**
 * The provisional place of somebody (voorlopige plaats), where the rules let people see it while a listing is open:
 * the list as it would be made now, by the same functions that make it after the close. It is counted for all who
 * responded at once and shared by whoever looks, with the moment it is of; so a crowd that looks costs one count.
 */
import {
  type ProvisionalPlace,
  provisionalPlaces,
  showsPlace,
} from '../core/ranking/provisional-place.ts'
import { homeOf, type ShownHome } from '../store/homes.ts'
import { responseOf } from '../store/responses.ts'
import { questionOn } from './foresee-standing.ts'
import { type Actor, dayOf, type Refusal, refuse, type Setting } from './operation.ts'
import { rankResponding } from './rank-responding.ts'
import { readFile } from './read-file.ts'
import { rulesUnder } from './rules-for-listing.ts'

export type { ProvisionalPlace }

export type Provisional = {
  readonly closesAt: Date
  /** Undefined while it is still being counted. */
  readonly counted:
    | {
        readonly place: ProvisionalPlace
        /** The moment it is of. */
        readonly asOf: Date
        /** How many are on the list as it is then; undefined is fewer than ten. */
        readonly listed: number | undefined
      }
    | undefined
}

/** The response that a place is asked of. */
type Asked = { readonly at: Date; readonly withdrawnAt: Date | null }

/** The provisional place of a person at one home; undefined where the rules show none, or there is no response. */
export async function viewProvisionalPlace(
  setting: Setting,
  actor: Actor,
  person: string,
  listing: number,
): Promise<Provisional | Refusal | undefined> {
  return readFile(setting, actor, person, async () => {
    const { store, region } = setting
    const [home, response] = await Promise.all([
      homeOf(store, region, listing),
      responseOf(store, region, person, listing),
    ])
    if (!home) return refuse('not-found')
    return response && provisionalPlace(setting, person, home, response)
  })
}

/** The same at each home that somebody responded to, by the number of its listing; for who reads their file. */
export async function provisionalPlacesOf(
  setting: Setting,
  person: string,
  responses: readonly (Asked & { readonly home: ShownHome | undefined })[],
): Promise<ReadonlyMap<number, Provisional>> {
  const found = await Promise.all(
    responses.map(async (response) => {
      const { home } = response
      const place = home && (await provisionalPlace(setting, person, home, response))
      return home && place ? [[home.id, place] as const] : []
    }),
  )
  return new Map(found.flat())
}

/** For whom the file was opened already. */
export async function provisionalPlace(
  setting: Setting,
  person: string,
  home: ShownHome,
  { at, withdrawnAt }: Asked,
): Promise<Provisional | undefined> {
  const { facts, ruleBooks, state, closesAt } = home
  const now = setting.now()
  if (withdrawnAt !== null || state !== 'open' || !closesAt || now >= closesAt) return undefined
  const { prepared } = await rulesUnder(setting, ruleBooks, dayOf(now))
  if (!showsPlace(prepared, facts)) return undefined
  const isIn = (list: CountedList) => at <= list.at && list.places.has(person)
  const list = await countsOf(setting).listWith(setting, home, isIn)
  const place = list?.places.get(person)
  return { closesAt, counted: list && place && { place, asOf: list.at, listed: list.listed } }
}

/** The list of a home as it was at a moment. */
type CountedList = {
  readonly at: Date
  readonly places: ReadonlyMap<string, ProvisionalPlace>
  readonly listed: number | undefined
  /** How long it took, and when it was done, by the machine's own clock. */
  readonly took: number
  readonly done: number
}

const fewListed = 10
/** Within this nobody is told that it is another place already. */
const freshFor = 60_000
/** Where many responded, a list so old is still told, with its moment, while the next is counted. */
const toldFor = 10 * 60_000
/** So many are counted in the time of a page. */
const countedAtOnce = 500
/** How long a page waits for a count, in milliseconds. */
const patience = 1_000
/** Of a listing with many responses, so many times what a count takes passes before the next. */
const restTimes = 20
/** People in all lists that are kept. */
const keptMost = 300_000

const counts = new WeakMap<Setting, Counts>()

function countsOf(setting: Setting): Counts {
  const known = counts.get(setting) ?? new Counts()
  counts.set(setting, known)
  return known
}

class Counts {
  /** Who was counted last stands last. */
  readonly #lists = new Map<number, CountedList>()
  readonly #running = new Map<number, Promise<CountedList | undefined>>()
  /** One count at a time: whoever waits longest for the machine is whoever only looks. */
  #lane: Promise<unknown> = Promise.resolve()

  /** The list of a home with somebody in it; undefined where it is not there in the time of a page. */
  async listWith(
    setting: Setting,
    home: ShownHome,
    isIn: (list: CountedList) => boolean,
  ): Promise<CountedList | undefined> {
    const last = this.#lists.get(home.id)
    const age = last ? setting.now().getTime() - last.at.getTime() : Number.POSITIVE_INFINITY
    if (last && isIn(last) && age < freshFor) return last
    const isSmall = last !== undefined && last.places.size <= countedAtOnce
    const mayCount =
      last === undefined || isSmall || performance.now() - last.done > restTimes * last.took
    const counting =
      this.#running.get(home.id) ?? (mayCount ? this.#count(setting, home) : undefined)
    const isTold = last !== undefined && isIn(last) && age < toldFor
    if (isTold && !isSmall) return last
    const next = counting && (await inTime(counting, patience))
    if (next && isIn(next)) return next
    return isTold ? last : undefined
  }

  #count(setting: Setting, home: ShownHome): Promise<CountedList | undefined> {
    const counting = this.#lane
      .then(() => countList(setting, home))
      .then((list) => this.#keep(home.id, list))
      .finally(() => this.#running.delete(home.id))
    this.#running.set(home.id, counting)
    // Whoever still waits hears of a fault; the next who looks counts again.
    this.#lane = counting.catch(() => undefined)
    return counting
  }

  #keep(id: number, list: CountedList | undefined): CountedList | undefined {
    this.#lists.delete(id)
    if (!list) return undefined
    this.#lists.set(id, list)
    let people = 0
    for (const [each, { places }] of [...this.#lists].toReversed()) {
      people += places.size
      if (people > keptMost && each !== id) this.#lists.delete(each)
    }
    return list
  }
}

/** Undefined where the rules have no ranking for such a home. */
async function countList(setting: Setting, home: ShownHome): Promise<CountedList | undefined> {
  const { store, region } = setting
  const at = setting.now()
  const began = performance.now()
  const on = home.closesOn ?? dayOf(at)
  const { prepared } = await rulesUnder(setting, home.ruleBooks, on)
  const question = await questionOn(setting, home, on)
  const ranking = await store
    .transaction()
    .execute((transaction) => rankResponding({ transaction, region }, prepared, question))
  if (!ranking) return undefined
  const count = ranking.order.sorted.length
  const places = provisionalPlaces(ranking)
  const done = performance.now()
  const listed = count >= fewListed ? count : undefined
  return { at, places, listed, done, took: done - began }
}

/** What comes within so many milliseconds. */
async function inTime<What>(promise: Promise<What>, most: number): Promise<What | undefined> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), most)
  })
  return Promise.race([promise, over]).finally(() => clearTimeout(timer))
}
