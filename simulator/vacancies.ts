/**
 * How homes become free (vrijkomen): by people who leave the region or die, new building, and the chain of
 * those who move on. Every vacancy gets a road and a model, and is made known.
 */
import { addDays, addDuration, type CalendarDate } from '../core/basics/calendar-date.ts'
import { KeptByValues } from '../core/basics/kept-by-values.ts'
import { keptFor } from '../core/basics/kept-for.ts'
import type { Channel } from '../core/oversight/record.ts'
import { type AllocationModel, allocationModels } from '../core/policy/catalogue.ts'
import { hasRoom, isBehind, type Quota, quotaKey, unused } from '../core/policy/kinds/quota.ts'
import { homeNamesPlaced } from '../core/ranking/bind.ts'
import type { Prepared } from '../core/ranking/prepare.ts'
import { type Advert, matchedFacts, type Vacancy } from './advert.ts'
import type { Doing } from './agenda.ts'
import { pickShare, sharesOf } from './chance.ts'
import { type Home, homeAfter, newHome } from './housing.ts'
import { closeListing } from './letting.ts'
import type { Region } from './region.ts'
import { respond } from './respond.ts'
import { type Ready, termsOf } from './rules-in-force.ts'
import type { World } from './world.ts'

const daysInYear = 365.25

/** Everything that becomes free on a day but for chains, which write themselves in the agenda. */
export function emptyHomes(world: World, day: CalendarDate): void {
  const { region, luck, homes } = world
  const { perHomePerYear } = region.vacancies
  const mean = (perHomePerYear * region.homes.count) / daysInYear
  const count = mean > 0 ? countOf(world, mean, day) : 0
  for (let each = 0; each < count; each += 1) {
    const home = homeAfter(
      homes,
      luck.share('vacancies', day, each + 1),
      ({ isFree, tenant }) => !isFree && tenant === undefined,
    )
    if (home) becomeFree(world, home, day, false)
  }
  deliverHomes(world, day)
}

// As many as come by chance; large numbers in parts, whose chance can still be told.
function countOf({ luck }: World, mean: number, day: CalendarDate): number {
  const part = 50
  const parts = Math.ceil(mean / part)
  let count = 0
  for (let each = 0; each < parts; each += 1) {
    count += luck.count(mean / parts, 'vacancies', day, -1 - each)
  }
  return count
}

function deliverHomes(world: World, day: CalendarDate): void {
  const { region, homes, countsFrom, luck, tally } = world
  for (const { fromYear, untilYear, count, ...shape } of region.vacancies.newHomes) {
    const from = addDays(countsFrom, Math.round((fromYear - 1) * daysInYear))
    const until = addDays(countsFrom, Math.round(untilYear * daysInYear))
    if (day < from || day >= until) continue
    const due = (date: number) => Math.floor((count * (date - from)) / (until - from))
    for (let each = due(day); each < due(day + 1); each += 1) {
      const plan = { ...shape, fromYear, untilYear, count }
      const home = newHome(region, luck, undefined, plan, homes.length)
      homes.push(home)
      tally.newHomes += 1
      makeKnown(world, vacancyOf(world, home, day, true))
    }
  }
}

/** A home is left: after notice and repair it can be let again. */
export function becomeFree(world: World, home: Home, day: CalendarDate, fromNew: boolean): void {
  const { noticeDays, repairDays } = world.region.vacancies
  home.isFree = true
  home.tenant = undefined
  const free = addDays(day, noticeDays + repairDays)
  world.agenda.plan(free, 'fall-free', home.index * 2 + (fromNew ? 1 : 0))
}

/** What becomes of homes on the day that was planned for it. */
export function doingOfHomes(world: World): DoingOfHomes {
  const { homes, vacancies, adverts } = world
  return {
    'fall-free'(number) {
      const home = homes[Math.floor(number / 2)]
      if (home) makeKnown(world, vacancyOf(world, home, world.today, number % 2 === 1))
    },
    advertise(key) {
      const vacancy = vacancies.get(key)
      vacancies.delete(key)
      if (vacancy) makeKnown(world, vacancy)
    },
    close(key) {
      const advert = adverts.get(key)
      adverts.delete(key)
      if (advert) close(world, advert)
    },
  }
}

type DoingOfHomes = Pick<Doing, 'fall-free' | 'advertise' | 'close'>

function vacancyOf(
  { turns, tally }: World,
  home: Home,
  freeSince: CalendarDate,
  fromNew: boolean,
): Vacancy {
  const turn = turns.get(home.index) ?? 0
  turns.set(home.index, turn + 1)
  tally.vacancies += 1
  tally.openVacancies += 1
  const key = home.index * turnsMax + (turn % turnsMax)
  return { home, key, freeSince, fromNew, round: 0, inVainSince: undefined }
}

const turnsMax = 64

/** Makes a vacancy known: by which road and model the rules say, or else the region's plan. */
export function makeKnown(world: World, vacancy: Vacancy): void {
  const { rules, today, agenda, adverts, tally } = world
  const { home, round } = vacancy
  const ready = rules.readyFor(home.facts)
  const channel = round === 0 ? roadOf(world, vacancy, ready) : 'advertised'
  const model = channel === 'advertised' ? modelOf(world, vacancy, ready) : 'direct-matching'
  if (model === undefined) {
    // No rule orders this home by any model the region uses: it stays empty, and is counted so.
    return
  }
  const isAdvertised = channel === 'advertised'
  const facts = isAdvertised ? { ...home.facts, model } : matchedFacts(home, channel)
  if (isAdvertised) tally.adverts += 1
  const respondents = isAdvertised ? respond(world, vacancy, facts, ready) : new Float64Array()
  const advert = { vacancy, channel, model, facts, respondents }
  const { listingOpen } = termsOf(ready.prepared, facts)
  const closes = listingOpen === undefined ? today : addDuration(today, listingOpen)
  world.observer?.madeKnown(world, advert, closes)
  if (closes === today) close(world, advert)
  else {
    adverts.set(vacancy.key, advert)
    agenda.plan(closes, 'close', vacancy.key)
  }
}

// Let, and the home that is left behind is the next of the chain; or made known anew, offered in vain.
function close(world: World, advert: Advert): void {
  const { vacancy } = advert
  const { today, homes, vacancies, agenda } = world
  const tenant = closeListing(world, advert)
  if (!tenant) {
    world.observer?.inVain(world, advert)
    vacancy.round += 1
    vacancy.inVainSince ??= today
    vacancies.set(vacancy.key, vacancy)
    agenda.plan(addDays(today, 1), 'advertise', vacancy.key)
    return
  }
  const left = tenant.home === undefined ? undefined : homes[tenant.home]
  if (left) becomeFree(world, left, today, vacancy.fromNew)
}

function roadOf({ region, luck, pools }: World, { home, key }: Vacancy, ready: Ready): Channel {
  const road = pickShare(roadsIn(region.vacancies.roads), luck.share('road', key))
  if (road === undefined || road === 'advertised' || pools[road].size === 0) return 'advertised'
  return termsOf(ready.prepared, matchedFacts(home, road)).isRanked ? road : 'advertised'
}

const roadsIn = keptFor(
  ({ mediated, tailored, advertised }: Region['vacancies']['roads']) =>
    [
      ['mediated', mediated],
      ['tailored', tailored],
      ['advertised', advertised],
    ] as const,
)

/** The models a simulated region can live by; options and swaps take people who plan for one home. */
const livedModels: readonly AllocationModel[] = ['ranked', 'lottery', 'first-come', 'motivation']

// A share of homes for one model is a quota of the rule book; the region's plan fills what it leaves open.
function modelOf(
  { region, luck, today }: World,
  { home, key }: Vacancy,
  { prepared, quotas }: Ready,
): AllocationModel | undefined {
  const known = modelsIn(prepared).of(home.facts, () =>
    livedModels.filter((model) => termsOf(prepared, { ...home.facts, model }).isRanked),
  )
  const planned = pickShare(sharesOf(region.vacancies.models), luck.share('model', key))
  const counted = modelQuotasIn(prepared).filter(({ model }) => known.includes(model))
  const use = counted.length > 0 ? quotas.on(today) : {}
  const shares = counted.map(({ rule, model }) => {
    const used = use[rule.id]?.[quotaKey(rule, { ...home.facts, model })] ?? unused
    return { model, behind: isBehind(rule, used), room: hasRoom(rule, used) }
  })
  const behind = shares.find((each) => each.behind && each.room)?.model
  if (behind !== undefined) return behind
  const free = known.filter((model) => !shares.some((each) => each.model === model && !each.room))
  return free.find((model) => model === planned) ?? free[0] ?? known[0]
}

// By which models a home can be let is the same for all that the same rules are about.
const modelsIn = keptFor(
  (prepared: Prepared) =>
    new KeptByValues<readonly AllocationModel[]>(
      homeNamesPlaced(prepared).filter((name) => name !== 'model'),
    ),
)

const modelQuotasIn = keptFor(({ quotas }: Prepared) =>
  quotas.flatMap(({ rule }) => {
    const model = modelCounted(rule)
    return model === undefined ? [] : [{ rule, model }]
  }),
)

function modelCounted({ counts }: Quota): AllocationModel | undefined {
  const [model] = counts.flatMap((part) =>
    'name' in part && part.name === 'model' ? (part.test.is ?? []) : [],
  )
  return allocationModels.find((each) => each === model)
}
