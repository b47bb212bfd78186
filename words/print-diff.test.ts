import { expect, test } from 'vitest'
import { date } from '../core/basics/calendar-date.ts'
import { compareBooks } from '../core/policy/compare-books.ts'
import type { Parameter } from '../core/policy/kinds/parameter.ts'
import type { Requirement } from '../core/policy/kinds/requirement.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import { diffSections, printDiff } from './print-diff.ts'

const adult: Requirement = {
  kind: 'requirement',
  id: 'adult',
  to: 'register',
  must: [{ name: 'age', test: { at_least: 18 } }],
  code: 'under-age',
}
const lawful: Requirement = {
  ...adult,
  id: 'lawful',
  to: 'respond',
  must: [{ name: 'residence-status', test: { is: ['dutch'] } }],
  code: 'no-lawful-stay',
}
const small: Requirement = {
  ...adult,
  id: 'small',
  to: 'respond',
  must: [{ name: 'children', test: { at_most: 2 } }],
  code: 'household-too-large',
}

function fee(values: Readonly<Record<string, number>>): Parameter {
  const dated = Object.entries(values).map(([from, value]) => ({
    from: date(from),
    rows: [{ when: [], value }],
  }))
  return {
    kind: 'parameter',
    id: 'fee',
    unit: 'cents',
    values: dated.toSorted((a, b) => b.from - a.from),
  }
}

const before: RuleBook = {
  book: 'voorbeeld-2022',
  title: 'Verordening',
  authority: { level: 'region', name: 'Voorbeeldregio' },
  valid: { from: date('2022-01-01'), until: date('2025-12-31') },
  published: date('2021-12-01'),
  law: 'hvw-2015',
  builds_on: [],
  articles: [
    { number: '1', text: 'Wie 18 is, mag.', rules: [adult, small] },
    {
      number: '2',
      text: 'Het kost geld.',
      rules: [fee({ '2022-01-01': 1000, '2023-01-01': 1100, '2024-01-01': 1200 })],
    },
  ],
}

const after: RuleBook = {
  ...before,
  book: 'voorbeeld-2026',
  valid: { from: date('2026-01-01'), until: date('2029-12-31') },
  articles: [
    {
      number: '1',
      text: 'Wie 16 is, mag.',
      rules: [{ ...adult, must: [{ name: 'age', test: { at_least: 16 } }] }, lawful],
    },
    {
      number: '3',
      text: 'Het kost meer.',
      rules: [fee({ '2022-01-01': 1000, '2023-01-01': 1150, '2026-01-01': 1300 })],
    },
  ],
}

test('old and new sentence stand above each other', () => {
  expect(printDiff(compareBooks([before], [after]), { language: 'nl' })).toBe(`\
Van voorbeeld-2022 naar voorbeeld-2026
======================================

Over het boek
-------------
- book:
  - Was: Kenmerk: voorbeeld-2022.
  - Wordt: Kenmerk: voorbeeld-2026.
- valid:
  - Was: Geldig van 1 januari 2022 tot en met 31 december 2025.
  - Wordt: Geldig van 1 januari 2026 tot en met 31 december 2029.

Tekst van artikelen
-------------------
- Artikel 1 is anders:
  - Was: Wie 18 is, mag.
  - Wordt: Wie 16 is, mag.
- Artikel 3 is nieuw: Het kost meer.
- Artikel 2 vervalt: Het kost geld.

Nieuwe regels
-------------
- Eis lawful (artikel 1): Reageren kan alleen als u Nederlander (of daaraan gelijkgesteld) bent. Wie
  niet voldoet, leest: “Uit uw gegevens blijkt niet dat u hier recht op heeft als Nederlander of
  door rechtmatig verblijf.”

Vervallen regels
----------------
- Eis small (artikel 1): Reageren kan alleen als u hoogstens 2 kinderen heeft. Wie niet voldoet,
  leest: “Uw huishouden is te groot voor deze woning.”

Gewijzigde regels
-----------------
- Eis adult (artikel 1; anders is: must):
  - Was: Inschrijven kan alleen als u minstens 18 jaar bent. Wie niet voldoet, leest: “Uw leeftijd
    is lager dan hier nodig is.”
  - Wordt: Inschrijven kan alleen als u minstens 16 jaar bent. Wie niet voldoet, leest: “Uw leeftijd
    is lager dan hier nodig is.”
- Bedrag of tabel fee (verhuist van artikel 2 naar artikel 3; anders is: values):
  - Was: Vanaf 1 januari 2023 is dit € 11,00.
  - Wordt: Vanaf 1 januari 2023 is dit € 11,50.
  - Was: Vanaf 1 januari 2024 is dit € 12,00.
  - Wordt: Vanaf 1 januari 2024 is er geen ander bedrag.
  - Was: Vanaf 1 januari 2026 is er geen ander bedrag.
  - Wordt: Vanaf 1 januari 2026 is dit € 13,00.
`)
})

test('no difference is said', () => {
  expect(printDiff(compareBooks([before], [before]), { language: 'nl' })).toContain(
    'Er is geen verschil.',
  )
  expect(printDiff(compareBooks([before], [before]), { language: 'en' })).toContain(
    'There is no difference.',
  )
})

test('a rule that only moved is not told again', () => {
  const [first, ...others] = before.articles
  const moved: RuleBook = {
    ...before,
    articles: [
      ...(first ? [{ ...first, rules: [adult] }] : []),
      ...others,
      { number: '9', text: 'Verhuisd.', rules: [small] },
    ],
  }
  expect(printDiff(compareBooks([before], [moved]), { language: 'en' })).toContain(
    '\n- Requirement small (moves from article 1 to article 9).\n',
  )
})

test('each side is said with its own words for names', () => {
  const named = (label: string): RuleBook => ({
    ...before,
    articles: [
      {
        number: '1',
        text: 'Grens.',
        rules: [
          { kind: 'parameter', id: 'limit', label, unit: 'cents', values: [] },
          {
            ...adult,
            must: [{ name: 'rent', test: { at_most: { ref: 'limit' } } }],
            code: label === 'de oude grens' ? 'under-age' : 'over-age',
          },
        ],
      },
    ],
  })
  const text = printDiff(compareBooks([named('de oude grens')], [named('de nieuwe grens')]), {
    language: 'nl',
  })
  expect(text).toContain('Was: Inschrijven kan alleen als de huur hoogstens de oude grens is.')
  expect(text).toContain('Wordt: Inschrijven kan alleen als de huur hoogstens de nieuwe grens is.')
})

test('a page calls a rule by its label, and the command by its name in the book as well', () => {
  const labelled = { ...lawful, label: 'rechtmatig verblijf' }
  const after = { ...before, articles: [{ number: '1', text: 'Nieuw.', rules: [labelled] }] }
  const comparison = compareBooks([before], [after])
  const page = JSON.stringify(diffSections(comparison, { language: 'nl' }))
  expect(page).toContain('Rechtmatig verblijf (artikel 1)')
  expect(page).not.toContain('lawful')
  expect(printDiff(comparison, { language: 'nl' })).toContain('lawful')
})
