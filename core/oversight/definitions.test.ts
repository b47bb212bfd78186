import { describe, expect, test } from 'vitest'
import { letting, observed, opened, search } from '../../tests/example-records.ts'
import { addDays, date } from '../basics/calendar-date.ts'
import { isMeasure, type MeasureId, measureIds, measures } from './definitions.ts'
import { type OversightContext, tallyGroups } from './tally.ts'

const on = date('2027-06-01')
const year = 365.25
const part = { vacancies: 1, publicAreaWeight: 1 }

// A regular starter; somebody urgent; a permit holder, mediated; and a tailored letting.
const lettings = [
  letting({ responses: 30, offers: 4, refusals: 2, vacantDays: 10, matchValue: 2 }),
  letting({
    registeredOn: addDays(on, -2000),
    firstResponse: addDays(on, -600),
    ground: '12-3-b',
    responses: 10,
    fit: 'does-not-fit',
    inTargetGroup: false,
    household: { leavesHome: true },
    label: ['senior'],
    vacantDays: 30,
    municipality: 'kerkrade',
    groups: ['all', 'urgent'],
    displaced: ['all', 'regular'],
    matchValue: 1,
  }),
  letting({
    registeredOn: addDays(on, -3000),
    firstResponse: addDays(on, -800),
    channel: 'mediated',
    targetGroup: 'permit-holder',
    responses: 0,
    fit: 'fits',
    label: ['senior', 'large-family'],
    vacantDays: 20,
    displaced: ['all', 'urgent'],
  }),
  letting({
    registeredOn: addDays(on, -4000),
    channel: 'tailored',
    model: 'motivation',
    responses: 5,
    offers: 2,
    landlord: 'corporatie-b',
    fit: 'not-applicable',
    vacantDays: 20,
  }),
].map(withoutFirstResponse)

// The tailored letting is to somebody who never responded.
function withoutFirstResponse<Of extends { channel: string; firstResponse?: unknown }>(record: Of) {
  const { firstResponse: _, ...rest } = record
  return record.channel === 'tailored' ? rest : record
}

const searches = [
  search(300, 'housed'),
  search(400, 'housed'),
  search(500, 'left'),
  search(800, 'housed', { responsesInPeriod: 0 }),
  search(1000, 'still-searching'),
  search(1090, 'still-searching', { responsesInPeriod: 0 }),
]

const context: OversightContext = {
  observed,
  municipalities: [
    { id: 'heerlen', stock: 50, ...part },
    { id: 'kerkrade', stock: 50, ...part },
  ],
  landlords: [
    { id: 'corporatie-a', stock: 75, ...part },
    { id: 'corporatie-b', stock: 25, ...part },
  ],
  work: {
    minutesPerResponse: 1,
    minutesPerOffer: 10,
    minutesPerCheck: 20,
    minutesPerLetter: 4,
    minutesPerMediation: 60,
    centsPerHour: 60_00,
  },
}

function figure(id: MeasureId, group = 'all', using: OversightContext = context) {
  const [tally] = tallyGroups(lettings, searches, { ...using, groups: [group] })
  return tally ? measures[id].of(tally, using) : { value: Number.NaN, cases: 0 }
}

const expected: Readonly<Record<MeasureId, readonly [value: number, cases: number]>> = {
  lettings: [4, 4],
  'share-of-lettings': [1, 4],
  // Three housed; active are all but the last: the fourth did not respond and was housed.
  'success-chance': [3 / 5, 5],
  // One of six on day 300; 400 comes after a year.
  'housed-within-1-year': [1 / 6, 6],
  'housed-within-2-years': [2 / 6, 6],
  // On day 500 one of four leaves; on day 800 one of three is housed.
  'housed-within-3-years': [Number.NaN, 6],
  'registration-time-p25': [1750 / year, 4],
  'registration-time-p50': [2500 / year, 4],
  'registration-time-p75': [3250 / year, 4],
  'registration-time-mean': [2500 / year, 4],
  'search-time-p25': [500 / year, 3],
  'search-time-p50': [600 / year, 3],
  'search-time-p75': [700 / year, 3],
  // 5/6 x 4/5 x 2/3 is below half from day 800 on.
  'waiting-time-p50': [800 / year, 6],
  'waiting-number': [2, 6],
  // Only adverts: 30 and 10.
  'responses-per-home': [20, 2],
  'seekers-per-home': [4 / 4, 4],
  'offers-per-letting': [8 / 4, 4],
  'refusal-rate': [2 / 8, 8],
  'vacant-days': [20, 4],
  'share-mediated': [1 / 4, 4],
  'share-tailored': [1 / 4, 4],
  'share-regular-d1': [2 / 4, 4],
  'share-regular-d2': [1 / 4, 4],
  'share-regular-d3': [3 / 4, 4],
  'share-regular-d4': [1 / 4, 4],
  'rent-fit-share': [2 / 3, 3],
  'low-income-within-cap': [2, 4],
  'low-income-above-cap': [1, 4],
  'target-group-share': [3 / 4, 4],
  // Three and one of four, where the stock is half and half.
  'dissimilarity-municipalities': [1 / 4, 4],
  'dissimilarity-landlords': [0, 4],
  'homes-freed-per-letting': [1 / 4, 4],
  'lettings-per-new-home': [4 / 3, 4],
  'displaced-share': [2 / 4, 4],
  'homes-gained': [0, 4],
  'homes-lost': [0, 4],
  'letters-per-letting': [5 / 4, 4],
  'checks-per-letting': [8 / 4, 4],
  // 45 responses, 8 offers with a check, 5 letters, 2 mediations: 45 + 80 + 160 + 20 + 120.
  'work-minutes-per-letting': [425 / 4, 4],
  'work-cents-per-letting': [42_500 / 4, 4],
  'match-value': [3 / 2, 2],
  'share-without-label': [2 / 4, 4],
  'share-one-label': [1 / 4, 4],
  'share-more-labels': [1 / 4, 4],
}

test.each(measureIds)('%s', (id) => {
  const [value, cases] = expected[id]
  expect(figure(id)).toEqual({
    value: Number.isNaN(value) ? Number.NaN : expect.closeTo(value, 9),
    cases,
  })
})

describe('per group', () => {
  test.each<[MeasureId, string, number]>([
    ['homes-gained', 'urgent', 1],
    ['homes-lost', 'urgent', 1],
    ['homes-lost', 'regular', 1],
    ['homes-gained', 'regular', 0],
    ['share-of-lettings', 'urgent', 1 / 4],
    ['registration-time-p50', 'urgent', 2000 / year],
    ['lettings', 'nobody', 0],
  ])('%s of %s', (id, group, value) => {
    expect(figure(id, group).value).toBeCloseTo(value, 9)
  })
})

describe('what is not known gives no figure', () => {
  test.each<[MeasureId, OversightContext]>([
    ['dissimilarity-municipalities', { observed }],
    ['dissimilarity-landlords', { observed }],
    ['work-minutes-per-letting', { observed }],
    ['work-cents-per-letting', { observed }],
    ['displaced-share', { observed, displacedUnknown: true }],
    ['homes-gained', { observed, displacedUnknown: true }],
    ['homes-lost', { observed, displacedUnknown: true }],
  ])('%s', (id, using) => {
    expect(figure(id, 'all', using).value).toBeNaN()
  })
  test('seekers per home, where nobody can tell who searches', () => {
    expect(figure('seekers-per-home', 'local').value).toBeNaN()
  })
})

describe('the success chance is of one period, in which somebody responded or was housed', () => {
  // Four responded in the period, one of whom was housed on day 401; who was housed on day 801 did not.
  test.each([
    ['around that day', 350, 450, 1 / 4],
    ['that day alone', 401, 401, 1 / 4],
    ['until the day before', 350, 400, 0],
    ['from the day after', 402, 450, 0],
  ])('%s', (_, from, until, chance) => {
    const period = { from: addDays(opened, from), until: addDays(opened, until) }
    expect(figure('success-chance', 'all', { ...context, period })).toEqual({
      value: chance,
      cases: 4,
    })
  })
})

describe('the dictionary', () => {
  test('ids are written with hyphens', () => {
    for (const id of measureIds) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })
  test('knows its own ids', () => {
    expect(isMeasure('success-chance')).toBe(true)
    expect(isMeasure('constructor')).toBe(false)
  })
})
