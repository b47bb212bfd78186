import { describe, expect, test } from 'vitest'
import type { Estimate } from '../../core/oversight/figures.ts'
import { baselineOf, estimate, example, measureWordsOf } from '../../tests/report-example.ts'
import type { Language } from '../../words/language.ts'
import type { VariantOutcome } from '../comparison.ts'
import type { Plan } from '../plan.ts'
import { headline } from './headline.ts'
import { tellingOf } from './report.ts'

type Asked = {
  readonly regular?: Estimate | null
  readonly urgent?: Estimate | null
  readonly title?: string
  readonly breaches?: readonly string[]
  readonly measure?: string
  readonly gains?: string
  readonly loses?: string
  readonly language?: Language
}

function said(asked: Asked): string {
  const { regular = null, urgent = null, title = 'een minimum van 60 %', breaches = [] } = asked
  const { measure = 'registration-time-p50', gains = 'regular', loses = 'urgent' } = asked
  const proposal: VariantOutcome = {
    ...baselineOf('b', title, 'hash'),
    breaches,
    differences: { [measure]: { regular, urgent } },
  }
  const plan: Plan = {
    id: 'p',
    title: 't',
    region: 'r',
    years: 5,
    replications: 20,
    seed: 1,
    variants: [],
    headline: { measure, gains, loses },
  }
  const comparison = { ...example, variants: [baselineOf('a', 'nu', 'hash'), proposal] }
  const language = asked.language ?? 'nl'
  return headline(tellingOf(comparison, { language, measures: measureWordsOf, plan }), proposal)
}

const shorter = estimate(-0.5, 0.1)
const longer = estimate(0.34, 0.1)
const unsure = estimate(-0.1, 0.3)

describe('the headline says who wins and who loses, from the estimates', () => {
  test.each<[string, Asked, string]>([
    [
      'a winner and a loser',
      { regular: shorter, urgent: longer },
      'Met een minimum van 60 % staan reguliere woningzoekenden bij verhuring een half jaar korter ingeschreven; urgenten staan bij verhuring 4 maanden langer ingeschreven.',
    ],
    [
      'the other way than the plan expected: still the winner first',
      { regular: longer, urgent: shorter },
      'Met een minimum van 60 % staan urgenten bij verhuring een half jaar korter ingeschreven; reguliere woningzoekenden staan bij verhuring 4 maanden langer ingeschreven.',
    ],
    [
      'both win, for there are more homes',
      { regular: shorter, urgent: shorter },
      'Met een minimum van 60 % staan reguliere woningzoekenden bij verhuring een half jaar korter ingeschreven; urgenten staan bij verhuring een half jaar korter ingeschreven.',
    ],
    [
      'both lose',
      { regular: longer, urgent: longer },
      'Met een minimum van 60 % staan reguliere woningzoekenden bij verhuring 4 maanden langer ingeschreven; urgenten staan bij verhuring 4 maanden langer ingeschreven.',
    ],
    [
      'a loser, and no certain winner',
      { regular: unsure, urgent: longer },
      'Met een minimum van 60 % staan urgenten bij verhuring 4 maanden langer ingeschreven; voor reguliere woningzoekenden is er geen zeker verschil.',
    ],
    [
      'no certain difference at all',
      { regular: unsure, urgent: unsure },
      'Met een minimum van 60 % is er geen zeker verschil voor reguliere woningzoekenden en urgenten.',
    ],
    [
      'an interval that ends at zero',
      { regular: { mean: -0.2, low: -0.4, high: 0, replications: 20 }, urgent: unsure },
      'Met een minimum van 60 % is er geen zeker verschil voor reguliere woningzoekenden en urgenten.',
    ],
    [
      'one replication, whose interval has no width',
      { regular: { mean: -2, low: -2, high: -2, replications: 1 }, urgent: unsure },
      'Met een minimum van 60 % is er geen zeker verschil voor reguliere woningzoekenden en urgenten.',
    ],
    [
      'one group is empty',
      { regular: shorter, urgent: null },
      'Met een minimum van 60 % staan reguliere woningzoekenden bij verhuring een half jaar korter ingeschreven; voor urgenten is er te weinig te tellen.',
    ],
    [
      'one group is empty and the other uncertain',
      { regular: unsure, urgent: null },
      'Met een minimum van 60 % is er voor reguliere woningzoekenden geen zeker verschil; voor urgenten is er te weinig te tellen.',
    ],
    [
      'both groups are empty',
      {},
      'Met een minimum van 60 % is er te weinig te tellen voor reguliere woningzoekenden en urgenten.',
    ],
    [
      'a book against the law',
      { regular: shorter, urgent: longer, breaches: ['connection-over-ceiling'] },
      'In strijd met de wet: met een minimum van 60 % staan reguliere woningzoekenden bij verhuring een half jaar korter ingeschreven; urgenten staan bij verhuring 4 maanden langer ingeschreven.',
    ],
    [
      'a book against the law that changes nothing',
      { regular: unsure, urgent: unsure, breaches: ['connection-over-ceiling'] },
      'In strijd met de wet: met een minimum van 60 % is er geen zeker verschil voor reguliere woningzoekenden en urgenten.',
    ],
    [
      'a chance',
      {
        measure: 'success-chance',
        regular: estimate(0.031, 0.01),
        urgent: estimate(-0.12, 0.01),
        title: 'Loting 30 %',
      },
      'Met “Loting 30 %” hebben reguliere woningzoekenden 3,1 procentpunt meer kans op een woning; urgenten hebben 12,0 procentpunt minder kans op een woning.',
    ],
    [
      'a measure that is neither good nor bad',
      { measure: 'refusal-rate', regular: estimate(0.02, 0.01), urgent: estimate(-0.01, 0.001) },
      'Met een minimum van 60 % gaat “de weigeringsgraad” voor reguliere woningzoekenden 2,0 procentpunt omhoog; “de weigeringsgraad” gaat voor urgenten 1,0 procentpunt omlaag.',
    ],
    [
      'the wait of who searches',
      { measure: 'waiting-time-p50', regular: shorter, urgent: longer },
      'Met een minimum van 60 % wachten reguliere woningzoekenden een half jaar korter; urgenten wachten 4 maanden langer.',
    ],
    [
      'the search until a home',
      { measure: 'search-time-p50', regular: shorter, urgent: longer },
      'Met een minimum van 60 % zoeken reguliere woningzoekenden tot de verhuring een half jaar korter; urgenten zoeken tot de verhuring 4 maanden langer.',
    ],
    [
      'homes, over the years that were lived',
      { measure: 'lettings', regular: estimate(134.6, 9), urgent: estimate(-120.3, 8) },
      'Met een minimum van 60 % krijgen reguliere woningzoekenden in 5 jaar 135 woningen meer; urgenten krijgen in 5 jaar 120 woningen minder.',
    ],
    [
      'one group only',
      { regular: shorter, loses: 'regular' },
      'Met een minimum van 60 % staan reguliere woningzoekenden bij verhuring een half jaar korter ingeschreven.',
    ],
    [
      'in English',
      {
        regular: shorter,
        urgent: longer,
        breaches: ['basis-missing'],
        language: 'en',
        title: 'a minimum of 60%',
      },
      'Against the law: with a minimum of 60%, regular seekers have been registered half a year less when they get a home; urgent seekers have been registered 4 months longer when they get a home.',
    ],
  ])('%s', (_, asked, sentence) => {
    expect(said(asked)).toBe(sentence)
  })
})
