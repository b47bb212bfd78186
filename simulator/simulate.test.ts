import { beforeAll, describe, expect, test } from 'vitest'
import type { RuleBook } from '../core/policy/rule-book.ts'
import { loadBooks } from '../policies/load-books.ts'
import { applySettings } from './apply-settings.ts'
import { copyOf } from './copy-world.ts'
import { checkLetting, checkQuotas, checkVessels, quotasUsed } from './invariants.ts'
import { loadRegion } from './load-region.ts'
import type { Observer } from './observer.ts'
import { figuresOfRun } from './outcome.ts'
import type { Region } from './region.ts'
import { seatsMax } from './searchers.ts'
import { dayByDay, livedBefore, liveOn, type Run, shareBefore, simulate } from './simulate.ts'
import type { World } from './world.ts'

const loaded = loadRegion('parkstad')
if (!('region' in loaded)) throw new Error('the example region can be read')

// A twentieth of the region, so that a run takes a second.
const small = applySettings(loaded.region, {
  'homes.count': 1800,
  warmUpYears: 1,
  'streams.regular.perYear': 750,
  'streams.regular.atStart': 2900,
  'streams.permit-holders.perYear': 12,
  'streams.permit-holders.atStart': 2,
  'streams.permit-holders-tailored.perYear': 12,
  'streams.permit-holders-tailored.atStart': 2,
  'streams.renewal.perYear': 12,
  'streams.renewal.atStart': 3,
  'streams.shelter.perYear': 4,
  'behaviour.response': 0.4,
})
if (Array.isArray(small)) throw new Error('the settings fit the region')
const region: Region = small

function booksOf(id: string): RuleBook[] {
  return loadBooks(id).flatMap((each) => ('book' in each ? [each.book] : []))
}
const books = booksOf('parkstad-2026')
const run = { region, before: books, books, years: 2, seed: 5, replication: 0 }
let world: World

beforeAll(() => {
  world = simulate(run)
})

describe('a region lives', () => {
  test('homes become free and are let by every road, by more than one model', () => {
    expect(new Set(world.lettings.map(({ channel }) => channel)).size).toBe(3)
    expect(new Set(world.lettings.map(({ model }) => model)).size).toBeGreaterThan(2)
    expect(world.lettings.length).toBeGreaterThan(150)
  })

  test('only what happened after the warm-up is counted', () => {
    expect(world.lettings.every(({ on }) => on >= region.starts)).toBe(true)
    expect(world.searches.every(({ until }) => until >= region.starts)).toBe(true)
  })

  test('everybody housed was searching, once', () => {
    const housed = world.searches.filter(({ end }) => end === 'housed')
    expect(housed).toHaveLength(world.lettings.length)
  })

  test('nobody is housed without what the rules require', () => {
    const limit = 18
    expect(world.lettings.every(({ household }) => household.age >= limit)).toBe(true)
    const unbound = world.lettings.filter(
      ({ household, ground, targetGroup }) =>
        household.from === 'elsewhere' && ground === 'none' && targetGroup !== 'permit-holder',
    )
    // Homes offered in vain for eight weeks ask no ties any more.
    expect(unbound.length).toBeLessThan(world.lettings.length / 20)
  })

  test('whose urgency ended without a home asks again when the rules allow it', () => {
    const { lettings } = world
    // Half a year and one extension of three months: an urgency never lasts longer.
    const late = lettings.filter(
      (each) => each.ground !== 'none' && each.on - each.registeredOn > 366,
    )
    expect(late.length).toBeGreaterThan(0)
  })

  test('homes left behind are let again', () => {
    expect(world.lettings.some(({ household }) => household.leavesHome)).toBe(true)
  })
})

describe('luck is common', () => {
  test('the same run twice is the same to the letter', () => {
    const again = simulate(run)
    expect(again.lettings).toEqual(world.lettings)
    expect(figuresOfRun(again)).toEqual(figuresOfRun(world))
  })

  test('another replication is another life', () => {
    const other = simulate({ ...run, replication: 1 })
    expect(other.lettings).not.toEqual(world.lettings)
  })

  test('other rules meet the same people and the same turnover', () => {
    const drawn = booksOf('simulator/questions/rules/local-priority-0.yaml')
    const other = simulate({ ...run, books: drawn })
    expect(other.tally.begun).toBe(world.tally.begun)
    expect(other.tally.nextPerson).toBe(world.tally.nextPerson)
    expect(other.lettings).not.toEqual(world.lettings)
  })

  test('and the same homes strike the same people, whoever found a home before', () => {
    const responded = (asked: Run) => {
      const ids = new Map<number, ReadonlySet<number>>()
      const gone = new Map<number, number>()
      const observer: Observer = {
        ...{ registered() {}, let() {}, inVain() {} },
        left: ({ today }, { person }) => gone.set(person.id, today),
        madeKnown({ today }, { vacancy: { key, round }, respondents }) {
          if (today < region.starts + 150 || round > 0) return
          ids.set(key, new Set([...respondents].map((token) => Math.floor(token / seatsMax))))
        },
      }
      for (const { today } of dayByDay(asked, observer)) if (today > region.starts + 250) break
      return { ids, gone }
    }
    const one = responded(run)
    const drawn = booksOf('simulator/questions/rules/local-priority-0.yaml')
    const other = responded({ ...run, books: drawn })
    const stayed = (id: number) => !one.gone.has(id) && !other.gone.has(id)
    let both = 0
    let either = 0
    for (const [key, ids] of one.ids) {
      const others = other.ids.get(key)
      if (!others) continue
      either += [...new Set([...ids, ...others])].filter(stayed).length
      both += [...ids].filter((id) => others.has(id) && stayed(id)).length
    }
    expect(other.gone).not.toEqual(one.gone)
    expect(either).toBeGreaterThan(300)
    expect(both / either).toBeGreaterThan(0.9)
  })

  test('rules that say the same change nothing', () => {
    const copy = books.map((book) => ({ ...book, title: 'Dezelfde regels' }))
    expect(simulate({ ...run, books: copy }).lettings).toEqual(world.lettings)
  })
})

describe('what several runs have in common', () => {
  const drawn = { ...run, books: booksOf('simulator/questions/rules/local-priority-0.yaml') }

  test('is lived once, and comes to what each comes to alone', () => {
    const before = livedBefore(run)
    const copy = copyOf(before)
    const alone = figuresOfRun(simulate(drawn))
    expect(figuresOfRun(liveOn(copy, drawn))).toEqual(alone)
    expect(figuresOfRun(liveOn(before, run))).toEqual(figuresOfRun(world))
  })

  test('is the years before with the same rules, settings and length', () => {
    expect(shareBefore(run, drawn)).toBe(true)
    expect(shareBefore(run, { ...drawn, before: drawn.books })).toBe(false)
    expect(shareBefore(run, { ...drawn, years: 3 })).toBe(false)
    expect(shareBefore(run, { ...drawn, regionBefore: { ...region } })).toBe(false)
  })
})

describe('settings of a run', () => {
  const changed = applySettings(region, {
    'vacancies.models.lottery': 1,
    'streams.shelter.ground': '12-3-d',
  })
  if (Array.isArray(changed)) throw new Error('the settings fit the region')
  const other = {
    ...run,
    region: changed,
    regionBefore: region,
    books: booksOf('parkstad-hvw-2026'),
  }

  test('hold from the first day that is counted, and not in the years before', () => {
    const lastDay = (asked: Run) => {
      for (const { today, tally, needed } of dayByDay(asked)) {
        if (today === region.starts - 1) return { ...tally, needed: [...needed] }
      }
      return undefined
    }
    expect(lastDay(other)).toEqual(lastDay(run))
    const models = new Set(
      simulate(other)
        .lettings.slice(-50)
        .map(({ model }) => model),
    )
    expect([...models].toSorted()).toEqual(['direct-matching', 'lottery'])
  })

  test('give people another ground, also those who were there', () => {
    const grounds = new Set(simulate(other).searches.flatMap(({ groups }) => groups))
    expect(grounds).toContain('urgent:12-3-d')
    expect(grounds).not.toContain('urgent:12-3-shelter')
  })

  test('are left alone in the region they came from, for the next run', () => {
    expect(region.streams.find(({ id }) => id === 'shelter')?.ground).toBe('12-3-shelter')
  })
})

describe('what must hold stops a run that breaks it, and names its seed', () => {
  test('people cannot vanish', () => {
    const broken = { ...world, tally: { ...world.tally, left: world.tally.left + 1 } }
    expect(() => checkVessels(broken)).toThrow(/seed 5, replication 0/)
  })

  test('nor can homes', () => {
    const broken = { ...world, tally: { ...world.tally, vacancies: world.tally.vacancies + 1 } }
    expect(() => checkVessels(broken)).toThrow(/vacancies/)
  })

  test('nobody is passed over without a reason', () => {
    const person = (id: string) => ({
      id,
      facts: {},
      history: { spells: [], events: [] },
      members: [],
    })
    // @NOTE only what the check reads of an order.
    const order = {
      isListed: () => true,
      people: { of: Uint32Array.of(0, 0), candidateAt: (at: number) => person('ab'[at] ?? '') },
      compare: (one: number, other: number) => one - other,
      unmetAt: () => [],
    } as unknown as Parameters<typeof checkLetting>[1]
    expect(() => checkLetting(world, order, 1, [])).toThrow(/a stood higher/)
    expect(() => checkLetting(world, order, 1, [0])).not.toThrow()
    expect(() => checkLetting(world, order, 0, [])).not.toThrow()
  })

  test('no quota goes beyond its most', () => {
    const home = { municipality: 'heerlen' }
    const full = quotasUsed(world, home).map((each) => ({ ...each, used: -1, isFull: true }))
    expect(() => checkQuotas(world, full)).toThrow(/binding-share goes beyond its most/)
  })
})

describe('an empty region is an honest empty result', () => {
  test.each([
    ['no homes', { 'homes.count': 0 }],
    [
      'nobody who comes in',
      Object.fromEntries(
        region.streams.flatMap(({ id }) => [
          [`streams.${id}.perYear`, 0],
          [`streams.${id}.atStart`, 0],
        ]),
      ),
    ],
  ])('%s', (_, set) => {
    const empty = applySettings(region, set)
    if (Array.isArray(empty)) throw new Error('the settings fit the region')
    const nothing = simulate({ ...run, region: empty, years: 1 })
    expect(nothing.lettings).toEqual([])
    expect(figuresOfRun(nothing)['registration-time-p50']?.all ?? null).toBeNull()
  })
})
