/** What a landlord owns: what goes in, who may, and why it stands still while a home is empty. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { done, type LettingRegion, landlord, lettingRegion } from '../tests/letting-region.ts'
import { addComplex } from './add-complex.ts'
import { addDwelling } from './add-dwelling.ts'
import { changeDwelling } from './change-dwelling.ts'
import { type DwellingFacts, dwellingFaults } from './dwelling-facts.ts'
import { type Actor, carryOut, dayOf } from './operation.ts'
import { reportVacancy } from './report-vacancy.ts'
import { findStock, viewHome } from './view-work.ts'

let region: LettingRegion
let officer: Actor
let stranger: Actor

beforeAll(async () => {
  region = await lettingRegion()
  officer = await region.worker('letting-officer')
  stranger = await region.worker('letting-officer', 'anderwonen')
})
afterAll(async () => region?.database.drop())

const home: DwellingFacts = {
  ...{ type: 'apartment', segment: 'social', rentCents: 65_000, bedrooms: 2 },
  ...{ area: 62, label: 'walker' },
}
const newComplex = {
  ...{ landlord, name: 'Proefhof', municipality: 'heerlen', neighbourhood: 'Centrum' },
}

async function complexOf(actor = officer) {
  return done(await carryOut(region.setting, actor, addComplex, newComplex)).complex
}

async function homeIn(complex: string, address: string) {
  const input = { complex, address, facts: home }
  return done(await carryOut(region.setting, officer, addDwelling, input)).dwelling
}

async function factsOf(id: number) {
  return (await viewHome(region.setting, officer, id))?.dwelling.facts
}

describe('a home in the stock', () => {
  test('says what rules read, and can be reported free', async () => {
    const complex = await complexOf()
    const dwelling = await homeIn(complex, 'Proefstraat 1')
    expect(await factsOf(dwelling)).toEqual({
      ...{ landlord, municipality: 'heerlen', complex, segment: 'social' },
      ...{ 'dwelling-type': 'apartment', rent: 65_000, bedrooms: 2, rooms: 3 },
      ...{ 'floor-area': 62, label: ['walker'] },
      ...{ 'self-contained': true, 'lease-kind': 'regular' },
    })
    const vacancy = { dwelling, freeFrom: dayOf(region.now()) }
    done(await carryOut(region.setting, officer, reportVacancy, vacancy))
  })

  test('is changed in what the form asks, and keeps what it does not ask', async () => {
    const dwelling = await homeIn(await complexOf(), 'Proefstraat 2')
    const { area, ...others } = home
    const facts: DwellingFacts = { ...others, rentCents: 70_000, label: 'none' }
    done(await carryOut(region.setting, officer, changeDwelling, { dwelling, facts }))
    const now = await factsOf(dwelling)
    expect(now).toMatchObject({ rent: 70_000, 'lease-kind': 'regular' })
    expect(now).not.toHaveProperty('label')
    expect(now).not.toHaveProperty('floor-area')
    expect(area).toBe(62)
  })

  test('stands on the list by its house number as people count, and not letter by letter', async () => {
    const complex = await complexOf()
    for (const address of ['Telhof 11', 'Telhof 101', 'Telhof 2']) await homeIn(complex, address)
    const asked = { text: 'Telhof', order: 'address', page: 1 } as const
    const { dwellings } = await findStock(region.setting, officer, asked)
    const addresses = dwellings.map(({ address }) => address)
    expect(addresses).toEqual(['Telhof 2', 'Telhof 11', 'Telhof 101'])
    const copied = await findStock(region.setting, officer, { ...asked, text: 'Telhof\u00a011' })
    expect(copied.dwellings.map(({ address }) => address)).toEqual(['Telhof 11'])
  })

  test('stands still while it is empty, so that nobody writes a listing and its measure', async () => {
    const dwelling = await homeIn(await complexOf(), 'Proefstraat 3')
    const vacancy = { dwelling, freeFrom: dayOf(region.now()) }
    done(await carryOut(region.setting, officer, reportVacancy, vacancy))
    const facts = { ...home, rentCents: 50_000 }
    const outcome = await carryOut(region.setting, officer, changeDwelling, { dwelling, facts })
    expect(outcome).toMatchObject({ refused: 'home-is-vacant' })
    expect(await factsOf(dwelling)).toMatchObject({ rent: 65_000 })
  })

  test('is not there twice, also when two people add it at once', async () => {
    const complex = await complexOf()
    const input = { complex, address: 'Proefstraat 4', facts: home }
    const outcomes = await Promise.all([
      carryOut(region.setting, officer, addDwelling, input),
      carryOut(region.setting, officer, addDwelling, input),
    ])
    expect(outcomes.filter((each) => 'dwelling' in each)).toHaveLength(1)
    expect(outcomes).toContainEqual({ refused: 'address-there', facts: {} })
  })
})

test.each([
  ['a rent of nothing', { rentCents: 0 }, ['rent']],
  ['a rent with a digit too many', { rentCents: 6_500_000 }, ['rent']],
  ['bedrooms that were no number', { bedrooms: -1 }, ['bedrooms']],
  ['a studio', { bedrooms: 0 }, []],
  ['an area of nothing', { area: 0 }, ['floor-area']],
  ['several at once', { rentCents: -1, bedrooms: 99 }, ['rent', 'bedrooms']],
])('%s', (_, given, wrong) => {
  expect(dwellingFaults({ ...home, ...given })).toEqual(wrong)
})

test.each([
  ['another landlord', () => stranger],
  ['a reviewer of the same', () => region.worker('reviewer')],
  ['a seeker', () => region.seeker()],
])('%s changes nothing, and learns nothing', async (_, who) => {
  const actor = await who()
  const complex = await complexOf()
  const dwelling = await homeIn(complex, `Proefstraat ${complex.slice(0, 4)}`)
  const refused = { refused: 'not-found' }
  const { setting } = region
  const input = { complex, address: 'Ergens 1', facts: home }
  expect(await carryOut(setting, actor, addComplex, newComplex)).toMatchObject(refused)
  expect(await carryOut(setting, actor, addDwelling, input)).toMatchObject(refused)
  const change = { dwelling, facts: home }
  expect(await carryOut(setting, actor, changeDwelling, change)).toMatchObject(refused)
})

test('a complex lies in a municipality of the region, and has a name', async () => {
  const elsewhere = { ...newComplex, municipality: 'utrecht' }
  const { setting } = region
  expect(await carryOut(setting, officer, addComplex, elsewhere)).toMatchObject({
    refused: 'not-found',
  })
  const nameless = { ...newComplex, name: '  ' }
  expect(await carryOut(setting, officer, addComplex, nameless)).toMatchObject({
    refused: 'name-missing',
  })
})
