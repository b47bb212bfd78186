import { describe, expect, test } from 'vitest'
import { type CalendarDate, date } from '../basics/calendar-date.ts'
import { smallLaw } from './law-checks/valid-book.ts'
import { type Law, provisionsOf, type Regime, regimeNamed, regimeOf, switchOf } from './regime.ts'

describe('the regime of a municipality on a date', () => {
  const backwards: Law = { ...smallLaw, regimes: smallLaw.regimes.toReversed() }

  test.each<[string, string, string | undefined, CalendarDate | 'missing' | undefined]>([
    ['oudstad', '2014-12-31', undefined, undefined],
    ['oudstad', '2015-01-01', 'hvw-2015', undefined],
    ['oudstad', '2023-12-31', 'hvw-2015', undefined],
    ['oudstad', '2024-01-01', 'hvw-2024', undefined],
    ['nieuwstad', '2029-12-31', 'hvw-2024', undefined],
    ['nieuwstad', '2030-01-01', 'hvw-2024', date('2030-07-01')],
    ['nieuwstad', '2030-06-30', 'hvw-2024', date('2030-07-01')],
    ['nieuwstad', '2030-07-01', 'hvw-2026-07', date('2030-07-01')],
    ['GM0002', '2030-07-01', 'hvw-2026-07', date('2030-07-01')],
    ['oudstad', '2035-01-01', 'hvw-2024', 'missing'],
    ['nergens', '2035-01-01', 'hvw-2024', 'missing'],
  ])('%s on %s is judged by %s', (municipality, on, regime, switches) => {
    for (const law of [smallLaw, backwards]) {
      const found = regimeOf(municipality, date(on), law)
      expect(found).toStrictEqual({
        regime: regime === undefined ? undefined : expect.objectContaining({ regime }),
        switches,
      })
    }
  })

  test('a law without a newest regime has no switch', () => {
    const regimes = smallLaw.regimes.filter(({ regime }) => regime !== smallLaw.switches.to)
    const found = regimeOf('nieuwstad', date('2030-07-01'), { ...smallLaw, regimes })
    expect([found.regime?.regime, found.switches]).toEqual(['hvw-2024', undefined])
  })
})

test.each([
  ['nieuwstad', 'GM0002'],
  ['Nieuwstad', 'GM0002'],
  ['GM0001', 'GM0001'],
  ['gm0001', 'GM0001'],
  ['nergens', undefined],
])('the switch of %s is that of %s', (municipality, code) => {
  expect(switchOf(municipality, smallLaw)?.code).toBe(code)
})

describe('what a regime says under a name', () => {
  const regime: Regime = {
    regime: 'hvw-2024',
    title: 'middelste',
    texts: [
      { id: 'hvw', short: 'Hvw', name: 'Huisvestingswet', version: '2024', url: 'x', read: true },
      { id: 'awb', short: 'Awb', name: 'Awb', version: '2017', url: 'x', read: false },
    ],
    provisions: [
      said('registration-kept', 'youth', '11a'),
      { ...said('registration-kept', 'old', '11x'), until: date('2025-12-31') },
      { ...said('registration-kept', 'new', '11x'), from: date('2026-01-01') },
      said('urgency-connection', 'region', '14', 'awb'),
      said('vital-profession', 'municipality', '3', 'elsewhere'),
    ],
    unknown: [],
  }
  const valuesOn = (on: string) =>
    provisionsOf(regime, 'registration-kept', date(on)).map(({ value }) => value)

  test('is what holds on the date', () => {
    expect(valuesOn('2025-12-31')).toEqual(['youth', 'old'])
    expect(valuesOn('2026-01-01')).toEqual(['youth', 'new'])
  })

  test('is nothing where it says nothing, or there is no regime', () => {
    expect(provisionsOf(regime, 'hearing', date('2026-01-01'))).toEqual([])
    expect(provisionsOf(undefined, 'hearing', date('2026-01-01'))).toEqual([])
  })

  test.each([
    ['registration-kept', 'Hvw 11a', true],
    ['urgency-connection', 'Awb 14', false],
    ['vital-profession', 'elsewhere 3', false],
  ] as const)('%s is cited as %s, read: %s', (name, article, verified) => {
    const [found] = provisionsOf(regime, name, date('2026-01-01'))
    expect(found?.law).toEqual({ regime: 'hvw-2024', article, verified })
  })
})

test('a regime is found by its name', () => {
  expect(regimeNamed(smallLaw, 'hvw-2015')?.title).toBe('oudste')
})

function said<Name extends 'registration-kept' | 'urgency-connection' | 'vital-profession'>(
  rule: Name,
  value: Name extends 'registration-kept'
    ? string
    : Name extends 'urgency-connection'
      ? 'region'
      : 'municipality',
  article: string,
  text = 'hvw',
) {
  // @NOTE name and value belong together by the signature.
  return { rule, value, article, text, says: 'in eigen woorden' } as Extract<
    Regime['provisions'][number],
    { rule: Name }
  >
}
