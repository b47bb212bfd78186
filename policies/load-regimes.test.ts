import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type CalendarDate, date } from '../core/basics/calendar-date.ts'
import { checkAgainstLaw } from '../core/policy/check-against-law.ts'
import { findingCodes } from '../core/policy/finding.ts'
import { life, validBook } from '../core/policy/law-checks/valid-book.ts'
import { provisionsOf, regimeNamed, regimeOf } from '../core/policy/regime.ts'
import type { RegimeId } from '../core/policy/rule-book.ts'
import { lawFolder, loadLaw } from './load-regimes.ts'

const law = shippedLaw()

function shippedLaw() {
  const loaded = loadLaw()
  if (Array.isArray(loaded)) throw new Error(JSON.stringify(loaded))
  return loaded
}

function provided(id: RegimeId, name: Parameters<typeof provisionsOf>[1], on: string) {
  return provisionsOf(regimeNamed(law, id), name, date(on))
}

describe('which regime holds where', () => {
  const parkstad = [
    'beekdaelen',
    'brunssum',
    'heerlen',
    'kerkrade',
    'landgraaf',
    'simpelveld',
    'voerendaal',
  ]
  test.each<[string, RegimeId]>([
    ['2015-01-01', 'hvw-2015'],
    ['2023-12-31', 'hvw-2015'],
    ['2024-01-01', 'hvw-2024'],
    ['2026-06-30', 'hvw-2024'],
  ])('on %s it is %s everywhere', (on, regime) => {
    expect(regimeOf('heerlen', date(on), law).regime?.regime).toBe(regime)
    expect(regimeOf('amsterdam', date(on), law).regime?.regime).toBe(regime)
    expect(regimeOf('heerlen', date(on), law).switches).toBeUndefined()
  })
  test('before 2015 there was another act', () => {
    expect(regimeOf('heerlen', date('2014-12-31'), law).regime).toBeUndefined()
  })
  test.each(parkstad)('%s stays on hvw-2024, because its decree was not found', (municipality) => {
    const { regime, switches } = regimeOf(municipality, date('2027-07-01'), law)
    expect([regime?.regime, switches]).toEqual(['hvw-2024', 'missing'])
  })
  test('a municipality passes on the day of its decree, known by name or by code', () => {
    const decreed = {
      ...law,
      switches: {
        ...law.switches,
        municipalities: [{ municipality: 'heerlen', code: 'GM0917', on: date('2027-01-01') }],
      },
    }
    const on = (day: CalendarDate, who = 'heerlen') => regimeOf(who, day, decreed).regime?.regime
    expect(on(date('2026-12-31'))).toBe('hvw-2024')
    expect(on(date('2027-01-01'))).toBe('hvw-2026-07')
    expect(on(date('2027-01-01'), 'GM0917')).toBe('hvw-2026-07')
    expect(on(date('2027-01-01'), 'kerkrade')).toBe('hvw-2024')
  })
})

describe('what each regime says', () => {
  const articles = (id: RegimeId, name: Parameters<typeof provided>[1], on: string) =>
    provided(id, name, on).map(({ law: { article } }) => article)

  test('the ten categories of 2026, each by the letter of its article', () => {
    const letters = [...'abcdefghij']
    const found = provisionsOf(
      regimeNamed(law, 'hvw-2026-07'),
      'urgency-category',
      date('2026-07-01'),
    )
    expect(found.map(({ value }) => value.key)).toEqual(letters.map((letter) => `12-3-${letter}`))
    expect(found.map(({ law: { article } }) => article)).toEqual(
      letters.map((letter) => `Hvw 12 lid 3 ${letter}`),
    )
  })
  test('permit holders were always urgent until July 2017', () => {
    const keys = (on: string) =>
      provisionsOf(regimeNamed(law, 'hvw-2015'), 'urgency-category', date(on)).map(
        ({ value }) => value.key,
      )
    expect(keys('2017-06-30')).toContain('12-3-permit-holder')
    expect(keys('2017-07-01')).toEqual(['12-3-shelter', '12-3-informal-care'])
  })
  test('a quarter for a settlement, only in the oldest text', () => {
    expect(articles('hvw-2015', 'settlement-ceiling', '2015-01-01')).toEqual(['Hvw 14 lid 2'])
    expect(articles('hvw-2024', 'settlement-ceiling', '2024-01-01')).toEqual([])
  })
  test.each<[string, RegimeId, string, string[]]>([
    ['no lease was protected at first', 'hvw-2015', '2016-06-30', []],
    ['the youth lease was', 'hvw-2015', '2016-07-01', ['Hvw 11a']],
    ['the temporary lease as well', 'hvw-2015', '2017-07-01', ['Hvw 11a', 'Hvw 11b']],
    ['and the flexible building', 'hvw-2024', '2024-01-01', ['Hvw 11a', 'Hvw 11b', 'Hvw 11c']],
  ])('registration: %s', (_, id, on, expected) => {
    expect(articles(id, 'registration-kept', on)).toEqual(expected)
  })
  test('the article on offering in vain moved in July 2024', () => {
    expect(articles('hvw-2024', 'in-vain-term', '2024-06-30')).toEqual(['Hvw 17 lid 2'])
    expect(articles('hvw-2024', 'in-vain-term', '2024-07-01')).toEqual(['Hvw 17 lid 3'])
  })
  test('only what was read for the regime is called verified', () => {
    const [hearing] = provided('hvw-2026-07', 'hearing', '2026-07-01')
    const [term] = provided('hvw-2026-07', 'ordinance-term', '2026-07-01')
    expect(hearing?.law.verified).toBe(false)
    expect(term?.law.verified).toBe(true)
  })
  test('outside the Huisvestingswet nothing is said', () => {
    expect(regimeNamed(law, 'outside-hvw')?.provisions).toEqual([])
  })
  test('every value has an article, words of its own, and a text with an address', () => {
    for (const { texts, provisions } of law.regimes) {
      for (const { article, says, text } of provisions) {
        expect(article).not.toBe('')
        expect(says.endsWith('.')).toBe(true)
        expect(texts.find(({ id }) => id === text)?.url).toMatch(
          /^https:\/\/wetten\.overheid\.nl\//,
        )
      }
    }
  })
})

test('the guide lists every text with its version, its address and whether it was read', () => {
  const guide = readFileSync(join(lawFolder, '../../docs/legal-sources.md'), 'utf8')
  const rows = law.regimes.flatMap(({ regime, texts }) =>
    texts.map(
      ({ short, version, url, read }) =>
        `| ${short} | \`${regime}\` | ${version} | <${url}> | ${read ? 'yes' : 'no'} |`,
    ),
  )
  expect(guide.split('\n').filter((line) => /^\| \w+ \| `(hvw|outside)/.test(line))).toEqual(rows)
})

test('the guide names every finding', () => {
  const guide = readFileSync(join(lawFolder, '../../docs/legal-sources.md'), 'utf8')
  expect(findingCodes.filter((code) => !guide.includes(`\`${code}\``))).toEqual([])
})

describe('a book that names no category of the law', () => {
  test.each<[RegimeId, string, number]>([
    ['hvw-2015', '2017-06-30', 3],
    ['hvw-2015', '2017-07-01', 2],
    ['hvw-2024', '2024-01-01', 2],
    ['hvw-2026-07', '2026-07-01', 10],
  ])('under %s on %s is told so %d times', (regime, from, times) => {
    const start = date(from)
    const book = validBook({
      header: { law: regime, valid: { from: start, until: start }, published: start },
      rules: [life('urgency', { begins: { on: ['urgency-granted'] }, grounds: ['lokaal'] })],
    })
    const codes = checkAgainstLaw([book], law).map(({ code }) => code)
    expect(codes.filter((code) => code === 'urgency-category-missing')).toHaveLength(times)
  })
})

describe('a fault in the law as data', () => {
  function faults(file: string, from: string, to: string) {
    const folder = mkdtempSync(join(tmpdir(), 'law-'))
    cpSync(lawFolder, folder, { recursive: true })
    const whole = readFileSync(join(folder, file), 'utf8')
    expect(whole).toContain(from)
    writeFileSync(join(folder, file), whole.replace(from, to))
    const loaded = loadLaw(folder)
    return Array.isArray(loaded) ? loaded.map(({ code, path }) => [code, path]) : []
  }

  test.each<[string, string, string, string, [string, string][]]>([
    [
      'an unknown key',
      'hvw-2024.yaml',
      'read: true',
      'gelezen: true',
      [
        ['unknown-key', 'texts[0].gelezen'],
        ['missing-key', 'texts[0]'],
      ],
    ],
    [
      'a text nobody lists',
      'hvw-2024.yaml',
      'text: hvw\n',
      'text: huw\n',
      [['not-one-of', 'provisions[0].text']],
    ],
    [
      'a provision that ends before it begins',
      'hvw-2015.yaml',
      'until: 2017-06-30',
      'from: 2018-01-01\n    until: 2017-06-30',
      [['ends-before-begin', 'provisions[3].until']],
    ],
    [
      'an impossible date',
      'switch-dates.yaml',
      'on: missing',
      'on: 2027-02-29',
      [['impossible-date', 'municipalities[0].on']],
    ],
  ])('%s', (_, file, from, to, expected) => {
    expect(faults(file, from, to).toSorted()).toEqual(expected.toSorted())
  })
  test('a file that is not there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'law-'))
    const loaded = loadLaw(folder)
    expect(Array.isArray(loaded) && loaded.map(({ code }) => code)).toEqual(
      Array(5).fill('file-not-found'),
    )
  })
})
