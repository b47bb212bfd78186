/**
 * A day of the example region after its past (een dag verder): homes are reported, advertised and let, and invented
 * people respond and answer, by the very operations that everybody uses, each marked as synthetic in the log. Only a region
 * that was filled with invented people has the job that does this.
 */
import { addDays, formatDate } from '../../core/basics/calendar-date.ts'
import { hex, sha256 } from '../../core/basics/sha256.ts'
import { mix } from '../../simulator/chance.ts'
import { landlordIds } from '../../store/errands.ts'
import { moveJob } from '../../store/jobs.ts'
import { candidatesOf, personFile, registeredAfter } from '../../store/people.ts'
import { instantOf } from '../dutch-time.ts'
import { findHomes, type OpenHome } from '../find-homes.ts'
import { foreseeStanding } from '../foresee-standing.ts'
import { makeListing } from '../make-listing.ts'
import { type Actor, type Doing, isRefusal, type Setting } from '../operation.ts'
import { publishListing } from '../publish-listing.ts'
import { registrationState } from '../registration-life.ts'
import { renew } from '../renew.ts'
import { reportVacancy } from '../report-vacancy.ts'
import { respond } from '../respond.ts'
import { reviewListing } from '../review-listing.ts'
import { findStock, workList } from '../view-work.ts'
import { asClock, perform } from './invented.ts'
import { letHomes } from './let-homes.ts'

/** Invented people who work at every landlord, and do nothing but this. */
export const inventedWorkers = [
  { subject: 'voorbeeld-opsteller', name: 'Verzonnen opsteller' },
  { subject: 'voorbeeld-toetser', name: 'Verzonnen toetser' },
] as const

/** Their ids follow from the region, so that whoever fills it and whoever lives on agree. */
export function inventedWorkerId(region: string, subject: string): string {
  const digits = hex(sha256(`${region} ${subject}`))
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`]
  return [...parts, `8${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-')
}

export const hourOfLiving = '07:00'
const homesADay = 3
const responsesADayMost = 5
/** So many people are looked at for one home on one day. */
const peopleSeen = 40
const renewsBefore = 60

export type DayLived = {
  readonly advertised: number
  readonly responses: number
  readonly let: number
}

/** Lives one day, and has the next one lived tomorrow. */
export async function liveDay({ setting, transaction, region, today }: Doing): Promise<DayLived> {
  const workers = await workersOf(setting)
  const let_ = await letHomes(setting, workers.maker, today)
  const advertised = await advertise(setting, workers, today)
  let responses = 0
  for (const home of await findHomes(setting, {})) responses += await answer(setting, home, today)
  await moveJob(transaction, region, {
    ...{ task: 'live-day', payload: {} },
    at: instantOf(addDays(today, 1), hourOfLiving),
  })
  return { advertised, responses, let: let_ }
}

type Workers = { readonly maker: Actor; readonly reviewer: Actor }

async function workersOf({ store, region }: Setting): Promise<Workers> {
  const landlords = await landlordIds(store, region)
  const at = (subject: string, role: 'letting-officer' | 'reviewer'): Actor => ({
    human: inventedWorkerId(region, subject),
    roles: landlords.map((organisation) => ({ role, organisation })),
    mandates: [],
  })
  return {
    maker: at('voorbeeld-opsteller', 'letting-officer'),
    reviewer: at('voorbeeld-toetser', 'reviewer'),
  }
}

async function advertise(
  setting: Setting,
  { maker, reviewer }: Workers,
  today: Doing['today'],
): Promise<number> {
  const empty = (await workList(setting, maker)).vacancies.filter(
    ({ step, listing, days }) => step === 'make-listing' && !listing && days >= 0,
  )
  let advertised = 0
  // Longest empty first; the others are left to whoever works here.
  for (const { vacancy } of empty.toSorted((a, b) => b.days - a.days)) {
    if (advertised === homesADay) break
    const { id, address: title } = vacancy
    const input = { vacancy: id, title, description: '', own: {}, grounds: {} }
    const made = await perform(setting, maker, makeListing, input)
    if (isRefusal(made)) continue
    const { listing } = made
    if (made.state === 'draft') {
      const motivation = 'Zoals de woning in de voorraad staat (voorbeeld)'
      await perform(setting, reviewer, reviewListing, { listing, agrees: true, motivation })
    }
    const published = await perform(setting, maker, publishListing, { listing, opensOn: today })
    if (!isRefusal(published)) advertised += 1
  }
  await reportEmptyHomes(setting, maker, today)
  return advertised
}

async function reportEmptyHomes(
  setting: Setting,
  maker: Actor,
  today: Doing['today'],
): Promise<void> {
  const { pages } = await findStock(setting, maker, { order: 'address', page: 1 })
  for (let each = 0; each < homesADay; each += 1) {
    const page = 1 + ((mix(today, each) >>> 0) % pages)
    const { dwellings } = await findStock(setting, maker, { order: 'address', page })
    const free = dwellings.filter(({ vacancy }) => vacancy === undefined)
    const dwelling = free[(mix(each, today) >>> 0) % Math.max(1, free.length)]
    if (!dwelling) continue
    const input = { dwelling: dwelling.id, freeFrom: addDays(today, 1) }
    await perform(setting, maker, reportVacancy, input)
  }
}

/** Some of who could take part and look there respond; nobody who is behind an account. */
async function answer(setting: Setting, home: OpenHome, today: Doing['today']): Promise<number> {
  const { store, region } = setting
  const wanted = 1 + ((mix(home.id, today) >>> 0) % responsesADayMost)
  const from = inventedWorkerId(region, `${home.id} ${formatDate(today)}`)
  let responses = 0
  for (const person of await registeredAfter(store, region, from, peopleSeen)) {
    if (responses === wanted) break
    const file = await personFile(store, region, person)
    const looksThere = file?.wishes.municipalities?.includes(String(home.facts.municipality))
    if (!file || file.human !== undefined || !looksThere) continue
    const fitting = await readyToRespond(setting, person, today)
    const foreseen = fitting && (await foreseeStanding(setting, home, fitting, 'without'))
    if (foreseen?.standing !== 'admitted') continue
    const outcome = await asClock(setting, (doing) =>
      respond.perform(doing, { listing: home.id, person, via: 'self' }),
    )
    if (!isRefusal(outcome)) responses += 1
  }
  return responses
}

// Invented people read no mail: they renew when they happen to be here.
async function readyToRespond(setting: Setting, person: string, today: Doing['today']) {
  const { store, region } = setting
  const [candidate] = await candidatesOf(store, region, [person])
  if (!candidate) return undefined
  const { can, lastDay } = await registrationState(setting, candidate, today)
  const isDue =
    can.restore || (can.renew && lastDay !== undefined && lastDay - today < renewsBefore)
  if (!isDue) return candidate
  await asClock(setting, (doing) => renew.perform(doing, { person }))
  return (await candidatesOf(store, region, [person]))[0]
}
