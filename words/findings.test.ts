import { describe, expect, test } from 'vitest'
import { date } from '../core/basics/calendar-date.ts'
import type { Finding } from '../core/policy/finding.ts'
import { findingText, findingTexts, sayFinding } from './findings.ts'
import { argumentsOf, languages } from './language.ts'

const overCeiling: Finding = {
  code: 'connection-over-ceiling',
  severity: 'breach',
  book: 'voorbeeld',
  path: ['articles', 0, 'rules', 7, 'limit'],
  rule: 'bound-share',
  law: { regime: 'hvw-2024', article: 'Hvw 14 lid 2', verified: true },
  facts: { share: 60, of: 100, limit: 50, limitOf: 100, quotas: ['bound-share'] },
}

test('a finding says by which rule, what, which article, and what to change', () => {
  expect(findingText(overCeiling, 'nl')).toBe(
    [
      '  bound-share: Met bindingsvoorrang gaat 60 van de 100 woningen weg (geteld in bound-share). Dat is meer dan 50 van de 100. [connection-over-ceiling]',
      '  Wet: Huisvestingswet 2014, artikel 14 lid 2 (hvw-2024)',
      '  Wat u kunt doen: Verlaag het aandeel, of leg het ene aandeel binnen het andere met `inside`.',
    ].join('\n'),
  )
})

test('a municipality is called by its name', () => {
  const finding: Finding = {
    ...{ code: 'regime-not-in-force', severity: 'breach', book: 'voorbeeld', path: ['law'] },
    facts: { law: 'hvw-2026-07', municipality: 'heerlen', inForce: 'hvw-2024' },
  }
  expect(sayFinding(finding, 'nl').found).toContain('maar voor Heerlen geldt')
})

test('a text that was not read for the regime is said to be so', () => {
  const finding: Finding = {
    ...overCeiling,
    code: 'hearing-missing',
    facts: { end: 'refused-twice' },
    law: { regime: 'hvw-2026-07', article: 'Awb 4:7', verified: false },
  }
  expect(sayFinding(finding, 'nl').law).toBe(
    'Algemene wet bestuursrecht, artikel 4:7 (hvw-2026-07); niet nagelezen voor dit regime',
  )
  expect(sayFinding(finding, 'en').law).toBe(
    'Algemene wet bestuursrecht, article 4:7 (hvw-2026-07); not verified for this regime',
  )
})

test('what is wrong under any law cites none', () => {
  const { law: _, ...rest } = overCeiling
  const finding: Finding = { ...rest, code: 'no-final-tie-break', facts: {} }
  expect(sayFinding(finding, 'nl').law).toBeUndefined()
})

describe('facts are said in words', () => {
  const said = (finding: Pick<Finding, 'code' | 'facts'>, language: 'nl' | 'en' = 'nl') =>
    // @NOTE the code and its facts belong together in each row below.
    sayFinding({ ...overCeiling, ...finding } as Finding, language).found

  test.each<[string, Pick<Finding, 'code' | 'facts'>, string]>([
    [
      'dates',
      {
        code: 'term-too-long',
        facts: { until: date('2030-01-01'), latest: date('2029-12-31') },
      },
      'De verordening geldt tot en met 1 januari 2030. Dat is langer dan mag.',
    ],
    [
      'names of groups, in the language asked for',
      {
        code: 'urgency-category-missing',
        facts: { category: '12-3-a', nl: 'mantelzorg', en: 'informal care' },
      },
      'Een wettelijke groep ontbreekt bij de urgenten: mantelzorg (12-3-a).',
    ],
    [
      'parts of a justification',
      { code: 'justification-incomplete', facts: { lacking: ['interest', 'no_lighter_means'] } },
      'De onderbouwing is niet af. Er ontbreekt: het belang en geen lichter middel.',
    ],
    [
      'kinds of lease',
      { code: 'registration-ends-on-lease', facts: { leases: ['youth'] } },
      'De inschrijving eindigt ook bij een huurcontract dat haar niet mag beëindigen: jongerencontract.',
    ],
  ])('%s', (_, finding, text) => {
    expect(said(finding)).toBe(text)
  })

  test('in English', () => {
    const facts = { category: '12-3-a', nl: 'mantelzorg', en: 'informal care' }
    expect(said({ code: 'urgency-category-missing', facts }, 'en')).toBe(
      'A group named by the law is missing among the urgent: informal care (12-3-a).',
    )
  })
})

test('both languages mention the same facts, but for the name in their own language', () => {
  const own: readonly string[] = languages
  for (const { found, change } of Object.values(findingTexts)) {
    for (const words of [found, change]) {
      const [nl, en] = languages.map((each) =>
        argumentsOf(words[each])
          .filter((name) => !own.includes(name))
          .toSorted(),
      )
      expect(en).toEqual(nl)
    }
  }
})

test('municipalities stand by their names', () => {
  const finding: Finding = {
    ...overCeiling,
    code: 'switch-date-missing',
    facts: { law: 'hvw-2024', next: 'hvw-2026-07', municipalities: ['heerlen', 'bergen-op-zoom'] },
  }
  expect(sayFinding(finding, 'nl').found).toContain('gaat gelden voor Heerlen en Bergen op Zoom')
})
