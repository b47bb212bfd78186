import { describe, expect, test } from 'vitest'
import { date } from '../core/basics/calendar-date.ts'
import { headerKeys } from '../core/policy/compare-books.ts'
import { resolve } from '../core/policy/resolve.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import { headerSentence, printRules } from './print-rules.ts'

const national: RuleBook = {
  book: 'national',
  title: 'Landelijke bedragen',
  authority: { level: 'national', name: 'Rijk' },
  valid: { from: date('2020-01-01'), until: date('2030-12-31') },
  published: date('2019-12-01'),
  law: 'outside-hvw',
  builds_on: [],
  articles: [
    {
      number: '1',
      text: 'De inkomensgrens wordt elk jaar vastgesteld.',
      rules: [
        {
          kind: 'parameter',
          id: 'income-limit',
          label: 'de inkomensgrens',
          unit: 'cents',
          open_to: ['region'],
          values: [
            { from: date('2026-01-01'), rows: [{ when: [], value: 5000000 }] },
            { from: date('2025-01-01'), rows: [{ when: [], value: 4900000 }] },
          ],
        },
      ],
    },
  ],
}

const region: RuleBook = {
  book: 'voorbeeld-2026',
  title: 'Verordening Voorbeeldregio',
  authority: {
    level: 'region',
    name: 'Voorbeeldregio',
    municipalities: ['heerlen', 'kerkrade'],
    scope: { landlord: ['voorbeeldcorporatie', 'andere-corporatie'] },
  },
  valid: { from: date('2026-07-05'), until: date('2030-06-30') },
  published: 'missing',
  works_back_to: date('2026-07-01'),
  law: 'hvw-2026-07',
  builds_on: ['national'],
  justifications: 'missing',
  gap: 'Bijlage 2 is niet gezien',
  invented: 'Artikelnummers zijn verzonnen.',
  articles: [
    {
      number: '3',
      text: 'Wie te veel verdient komt niet in aanmerking.',
      paraphrase: true,
      url: 'https://voorbeeld.nl/3',
      basis: 'hvw 10',
      gap: 'Lid 2 is niet gezien.',
      drops: ['old-rule'],
      rules: [
        {
          kind: 'requirement',
          id: 'within-income-limit',
          to: 'respond',
          must: [{ name: 'household-income', test: { at_most: { ref: 'income-limit' } } }],
          code: 'income-above-limit',
        },
        {
          kind: 'requirement',
          id: 'adult',
          to: 'register',
          until: date('2026-12-31'),
          must: [{ name: 'age', test: { at_least: 18 } }],
          code: 'under-age',
        },
      ],
    },
    { number: 'unknown', text: 'De overgang.', rules: [] },
  ],
}

test('a book prints as the whole ordinance', () => {
  expect(printRules(region, { language: 'nl', others: [national] })).toBe(`\
Verordening Voorbeeldregio
==========================

Kenmerk: voorbeeld-2026.
Van: Voorbeeldregio (de regio). De gemeenten zijn Heerlen en Kerkrade. Dit geldt alleen voor de
verhuurder Voorbeeldcorporatie of Andere Corporatie.
Geldig van 5 juli 2026 tot en met 30 juni 2030.
Werkt terug tot 1 juli 2026.
Bekendmaking: niet gezien.
Getoetst aan: de Huisvestingswet 2014, tekst vanaf juli 2026.
Bouwt voort op: national.
De onderbouwing van de regels is niet gezien.
Niet bekend: Bijlage 2 is niet gezien.
Verzonnen: Artikelnummers zijn verzonnen.

Artikel 3
---------
Wie te veel verdient komt niet in aanmerking. (eigen samenvatting)
Bron: https://voorbeeld.nl/3
De grondslag is: Huisvestingswet 2014, artikel 10.
Niet bekend: Lid 2 is niet gezien.
Dit artikel laat regels van een hoger boek vervallen: old-rule.

- Eis within-income-limit: Reageren kan alleen als uw rekeninkomen hoogstens de inkomensgrens is.
  Wie niet voldoet, leest: “Uw rekeninkomen is hoger dan de grens.”
- Eis adult: Inschrijven kan alleen als u minstens 18 jaar bent. Wie niet voldoet, leest: “Uw
  leeftijd is lager dan hier nodig is.” Dit geldt tot en met 31 december 2026.

Artikelnummer niet bekend
-------------------------
De overgang.

Dit artikel is hier niet uitgewerkt in regels.
`)
})

test('the English frame keeps the Dutch of the ordinance itself', () => {
  const text = printRules(region, { language: 'en', others: [national] })
  expect(text).toContain('Publication: not seen.')
  expect(text).toContain('Wie te veel verdient komt niet in aanmerking. (own summary)')
  expect(text).toContain(
    '- Requirement within-income-limit: Responding is possible only if your assessed income is at most de',
  )
  expect(text).toContain('Article number not known')
})

test('a justification that rules share is told once', () => {
  const check = { text: 'Nodig.', evidence: [] }
  const justification = {
    interest: 'Een eerlijke kans.',
    owner: 'De wethouder.',
    competent_body: 'De raad.',
    needed: check,
    serious: check,
    no_lighter_means: check,
    alternatives: [],
    cost: 'Langer wachten.',
  }
  const [article] = region.articles
  const rules = article?.rules.map((rule) => ({ ...rule, justification })) ?? []
  const book: RuleBook = { ...region, articles: [{ number: '3', text: 'Regels.', rules }] }
  const text = printRules(book, { language: 'nl' })
  expect(text.split('Het belang: Een eerlijke kans.')).toHaveLength(2)
  expect(text).toMatch(/onderbouwing\s+is\s+dezelfde als bij de regel within-income-limit\./)
})

describe('the rules in force together', () => {
  const printed = (on: string) =>
    printRules(resolve([region, national], { on: date(on) }), { language: 'nl' })

  test('every book is printed, lowest first', () => {
    const text = printed('2026-08-01')
    expect(text).toMatch(/^De regels zoals zij gelden op 1 augustus 2026\n/)
    expect(text.indexOf('Verordening Voorbeeldregio')).toBeLessThan(
      text.indexOf('Landelijke bedragen'),
    )
  })

  test('amounts are those of that day', () => {
    expect(printed('2026-08-01')).toContain('Vanaf 1 januari 2026 is dit € 50.000,00.')
    expect(printed('2026-08-01')).not.toContain('€ 49.000,00')
    expect(printed('2025-08-01')).toContain('Vanaf 1 januari 2025 is dit € 49.000,00.')
  })

  test('a rule that is over is named, and not told as if it still held', () => {
    expect(printed('2026-08-01')).toContain('- Eis adult:')
    const later = printed('2027-01-01')
    expect(later).not.toContain('- Eis adult:')
    expect(later).toContain('Niet van kracht op 1 januari 2027: adult.')
  })

  test('a rule replaced by a lower book is named too, and its value is the lower one', () => {
    const local: RuleBook = {
      ...region,
      book: 'lokaal',
      builds_on: ['voorbeeld-2026'],
      articles: [
        {
          number: '1',
          text: 'Andere grens.',
          rules: [
            {
              kind: 'parameter',
              id: 'local-limit',
              replaces: 'income-limit',
              unit: 'cents',
              values: [{ from: date('2026-07-01'), rows: [{ when: [], value: 4500000 }] }],
            },
          ],
        },
      ],
    }
    const resolved = resolve([local, region, national], { on: date('2026-08-01') })
    const text = printRules(resolved, { language: 'nl' })
    expect(text).toContain('Vanaf 1 juli 2026 is dit € 45.000,00.')
    expect(text).toContain('Niet van kracht op 1 augustus 2026: income-limit.')
  })
})

test.each(headerKeys)('the header says its %s', (key) => {
  const other: RuleBook = {
    ...region,
    book: 'x',
    title: 'X',
    authority: { level: 'landlord', name: 'X' },
    valid: { from: date('2026-07-06'), until: date('2030-06-30') },
    published: date('2026-07-04'),
    works_back_to: date('2026-07-02'),
    law: 'hvw-2015',
    builds_on: ['x'],
    gap: 'X.',
    invented: 'X.',
  }
  const { justifications: _, ...bare } = other
  const said = headerSentence(region, key, 'nl')
  expect(said).toMatch(/\.$/)
  expect(headerSentence(bare, key, 'nl')).not.toBe(said)
})

test('no line is longer than 100 columns, but for a word that is', () => {
  for (const language of ['nl', 'en'] as const) {
    const lines = printRules(region, { language, others: [national] }).split('\n')
    expect(lines.filter((line) => line.length > 100)).toEqual([])
  }
})
