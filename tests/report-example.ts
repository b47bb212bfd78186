/** A comparison to report on: invented numbers in the right order of size, for a region that is no region. */
import { date } from '../core/basics/calendar-date.ts'
import type { Estimate, Estimates } from '../core/oversight/figures.ts'
import type { Comparison, VariantOutcome } from '../simulator/comparison.ts'
import type { Plan } from '../simulator/plan.ts'
import type { Region } from '../simulator/region.ts'
import type { Language, Words } from '../words/language.ts'
import type { MeasureWords } from '../words/report-numbers.ts'

type Row = readonly [before: number, change: number, margin: number] | null

/** An estimate with an interval of so much to each side. */
export function estimate(mean: number, margin: number, replications = 20): Estimate {
  return { mean, low: mean - margin, high: mean + margin, replications }
}

const regularGains: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  'registration-time-p50': {
    all: [6.4, -0.15, 0.2],
    regular: [7.2, -0.5, 0.08],
    urgent: [1.1, 0.34, 0.06],
    starter: [6.1, -0.42, 0.1],
    'onward-mover': [9.4, -0.6, 0.25],
    're-starter': [5.2, 0.05, 0.3],
    'age:18-27': [4.4, -0.3, 0.12],
    'age:28-44': [6.9, -0.4, 0.11],
    'age:67-plus': null,
    'urgent:local-renewal': [0.9, 0.2, 0.15],
  },
  'success-chance': {
    all: [0.183, 0.0004, 0.002],
    regular: [0.141, 0.012, 0.0021],
    urgent: [0.62, -0.09, 0.013],
    starter: [0.152, 0.009, 0.004],
    'onward-mover': [0.201, 0.002, 0.006],
    're-starter': [0.166, -0.011, 0.007],
    'from:heerlen': [0.19, 0.006, 0.005],
    'from:kerkrade': [0.185, -0.008, 0.006],
    'from:landgraaf': [0.171, 0.009, 0.006],
    'from:elsewhere': [0.12, -0.004, 0.006],
  },
  'waiting-time-p50': {
    all: [4.9, 0.01, 0.06],
    regular: [5.6, -0.31, 0.07],
    urgent: [0.8, 0.31, 0.05],
    starter: [5.1, -0.22, 0.1],
    'onward-mover': [5.3, -0.1, 0.14],
    're-starter': [3.9, 0.12, 0.2],
  },
  lettings: {
    all: [2700, 1.2, 6],
    regular: [1485, 134.6, 9],
    urgent: [702, -120.3, 8],
    'from:heerlen': [1053, 21.2, 14],
    'from:kerkrade': [621, -24.1, 11],
    'from:landgraaf': [486, 26.4, 10],
    'from:elsewhere': [540, -22.3, 16],
  },
  'share-without-label': { all: [0.58, 0.03, 0.01] },
  'share-mediated': { all: [0.33, -0.045, 0.006] },
  'match-value': { all: [0.41, 0.004, 0.009] },
  'refusal-rate': { all: [0.44, 0.015, 0.007] },
  'displaced-share': { all: [0.24, -0.041, 0.008] },
  'share-tailored': { all: [0.11, 0.0, 0.004] },
  'dissimilarity-municipalities': {
    regular: [0.04, 0.003, 0.006],
    urgent: [0.19, -0.02, 0.015],
    'target:permit-holder': [0.22, 0.01, 0.03],
  },
  'vacant-days': { all: [21.4, 0.9, 0.5] },
  'homes-freed-per-letting': { all: [0.31, 0.014, 0.006] },
  'lettings-per-new-home': { all: [1.45, 0.03, 0.02] },
  'rent-fit-share': { all: [0.962, -0.004, 0.003] },
  'low-income-above-cap': { all: [41, 5, 7] },
  'work-minutes-per-letting': { all: [212, 14, 3] },
  'work-cents-per-letting': { all: [21_200, 1_400, 310] },
  'offers-per-letting': { all: [3.2, 0.2, 0.05] },
  'fair-share-stock': {
    'from:heerlen': [1.21, -0.04, 0.05],
    'from:kerkrade': [0.93, 0.03, 0.07],
    'from:landgraaf': [0.71, 0.05, 0.09],
  },
}

const parkstadRules = 'a3f1'.repeat(16)
const minimumRules = '7c0e'.repeat(16)

export const example: Comparison = {
  region: {
    id: 'voorbeeldregio',
    title: 'Voorbeeldregio',
    hash: '51d2'.repeat(16),
    sourced: 12,
    synthetic: 96,
  },
  engine: '0.1.0',
  seed: 20241114,
  years: 5,
  warmUpYears: 10,
  replications: 20,
  part: 1,
  on: '2026-01-01',
  variants: [
    baselineOf('parkstad-2026', 'de regels van nu', parkstadRules),
    proposalOf('minimum-60', 'een minimum van 60 %', minimumRules, 1),
  ],
  uncalibrated: ['behaviour.response', 'behaviour.acceptance', 'behaviour.labellingPressure'],
  command: 'npx verdeelsleutel simulate plans/minimum-60.yaml --report minimum-60.html',
}

export const examplePlan: Plan = {
  id: 'minimum-60',
  title: 'wat doet een minimum voor gewone woningzoekenden?',
  region: 'voorbeeldregio',
  years: 5,
  replications: 20,
  seed: 20241114,
  variants: [],
  headline: { measure: 'registration-time-p50', gains: 'regular', loses: 'urgent' },
}

export function baselineOf(id: string, title: string, hash: string): VariantOutcome {
  return { id, title, hash, breaches: [], settings: [], quotas: [], estimates: figures(0) }
}

/** The same change, as many times as large. */
export function proposalOf(id: string, title: string, hash: string, times: number): VariantOutcome {
  return { ...baselineOf(id, title, hash), estimates: figures(times), differences: changes(times) }
}

/** A sweep over the minimum: 50, 60, 70 and 80 of a hundred. */
export const sweepExample: Comparison = {
  ...example,
  variants: [0, 1, 2.2, 3].map((times, index) => {
    const least = 50 + 10 * index
    const made = proposalOf(`minimum-${least}`, `een minimum van ${least} %`, minimumRules, times)
    const { differences, ...first } = made
    const settings = [{ path: 'quota.regular-minimum.at_least', value: least }]
    return index === 0 ? { ...first, settings } : { ...made, settings }
  }),
}

function figures(times: number): Estimates {
  return everyRow(([before, change, margin]) => estimate(before + change * times, margin))
}

function changes(times: number): Estimates {
  return everyRow(([, change, margin]) => estimate(change * times, margin))
}

function everyRow(of: (row: NonNullable<Row>) => Estimate): Estimates {
  const rows = Object.entries(regularGains)
  return Object.fromEntries(
    rows.map(([measure, groups]) => [
      measure,
      Object.fromEntries(Object.entries(groups).map(([group, row]) => [group, row && of(row)])),
    ]),
  )
}

const dictionary: Readonly<
  Record<string, { name: Words; unit: string; better: 'more' | 'less' | 'neither' }>
> = {
  'registration-time-p50': {
    name: { nl: 'de middelste inschrijfduur', en: 'the median registration time' },
    unit: 'years',
    better: 'less',
  },
  'search-time-p50': {
    name: { nl: 'de middelste zoekduur', en: 'the median search time' },
    unit: 'years',
    better: 'less',
  },
  'success-chance': {
    name: { nl: 'de slaagkans', en: 'the success chance' },
    unit: 'share',
    better: 'more',
  },
  'waiting-time-p50': {
    name: { nl: 'de middelste wachttijd', en: 'the median waiting time' },
    unit: 'years',
    better: 'less',
  },
  lettings: { name: { nl: 'verhuringen', en: 'lettings' }, unit: 'homes', better: 'more' },
  'share-without-label': {
    name: { nl: 'woningen zonder label', en: 'homes without a label' },
    unit: 'share',
    better: 'neither',
  },
  'share-mediated': {
    name: { nl: 'het deel dat bemiddeld is', en: 'the share mediated' },
    unit: 'share',
    better: 'neither',
  },
  'match-value': {
    name: { nl: 'hoe goed de woning past', en: 'how well the home suits' },
    unit: 'match-value',
    better: 'more',
  },
  'refusal-rate': {
    name: { nl: 'de weigeringsgraad', en: 'the refusal rate' },
    unit: 'share',
    better: 'neither',
  },
  'displaced-share': {
    name: { nl: 'verdringing door voorrang', en: 'displacement by priority' },
    unit: 'share',
    better: 'neither',
  },
  'share-tailored': {
    name: { nl: 'het deel maatwerk', en: 'the share tailored' },
    unit: 'share',
    better: 'neither',
  },
  'share-more-labels': {
    name: { nl: 'woningen met meer labels', en: 'homes with more labels' },
    unit: 'share',
    better: 'neither',
  },
  'dissimilarity-municipalities': {
    name: { nl: 'de spreiding over gemeenten', en: 'the spread over municipalities' },
    unit: 'share',
    better: 'neither',
  },
  'vacant-days': {
    name: { nl: 'leegstand door verdeling', en: 'vacancy because of allocation' },
    unit: 'days',
    better: 'less',
  },
  'homes-freed-per-letting': {
    name: { nl: 'woningen die vrijkomen per verhuring', en: 'homes freed per letting' },
    unit: 'share',
    better: 'more',
  },
  'lettings-per-new-home': {
    name: { nl: 'de lengte van de verhuisketen', en: 'the length of the chain' },
    unit: 'ratio',
    better: 'more',
  },
  'rent-fit-share': {
    name: { nl: 'passend toegewezen', en: 'rents that fit' },
    unit: 'share',
    better: 'more',
  },
  'low-income-above-cap': {
    name: {
      nl: 'lage inkomens boven de aftoppingsgrens',
      en: 'low incomes above the rent cap',
    },
    unit: 'homes',
    better: 'less',
  },
  'work-minutes-per-letting': {
    name: { nl: 'werk per verhuring', en: 'work per letting' },
    unit: 'minutes',
    better: 'less',
  },
  'work-cents-per-letting': {
    name: { nl: 'kosten per verhuring', en: 'cost per letting' },
    unit: 'cents',
    better: 'less',
  },
  'offers-per-letting': {
    name: { nl: 'aanbiedingen', en: 'offers' },
    unit: 'per-letting',
    better: 'neither',
  },
  'fair-share-stock': {
    name: { nl: 'eerlijk deel naar voorraad', en: 'fair share by stock' },
    unit: 'ratio',
    better: 'neither',
  },
}

export function measureWordsOf(id: string, language: Language): MeasureWords | undefined {
  const found = dictionary[id]
  return found && { ...found, name: found.name[language] }
}

export const exampleRegion: Region = {
  id: 'voorbeeldregio',
  title: 'Voorbeeldregio',
  rules: ['parkstad-2026'],
  starts: date('2026-01-01'),
  warmUpYears: 10,
  places: [],
  landlords: [],
  homes: { count: 36_000, homesPerComplex: 40, types: [], rentCents: {}, rentSpread: 0.1 },
  vacancies: {
    perHomePerYear: 0.075,
    newHomes: [],
    roads: { advertised: 0.66, mediated: 0.23, tailored: 0.11 },
    models: { ranked: 1 },
    noticeDays: 30,
    repairDays: 14,
  },
  streams: [],
  behaviour: {
    response: 0.3,
    keennessSpread: 0.6,
    distanceKm: 6,
    tooSmall: 0.2,
    tooLarge: 0.8,
    wrongLabel: 0.3,
    rentTooHigh: 0.1,
    chanceMatters: 0.5,
    acceptance: 0.31,
    pickiness: 1,
    taste: 0.8,
    desperationPerYear: 0.15,
    penaltyFear: 0.5,
    noAnswer: 0.25,
    clickers: 0,
    clicksPerMonth: 4,
    labellingPressure: 0.05,
    answerDays: 2,
  },
  work: {
    minutesPerResponse: 0.1,
    minutesPerOffer: 20,
    minutesPerCheck: 45,
    minutesPerLetter: 5,
    minutesPerMediation: 180,
    centsPerHour: 6000,
  },
  provenance: [
    { path: 'behaviour.response', synthetic: true, range: [0.1, 0.6] },
    { path: 'behaviour.acceptance', source: 'Voorbeeldbron 2023', range: [0.11, 0.4] },
    { path: 'behaviour.answerDays', calibrated: true },
  ],
}
