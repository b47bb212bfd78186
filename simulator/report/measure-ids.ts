/**
 * Which measures of the dictionary the report shows where, by their ids. A measure that a comparison does
 * not have is said to be missing; it never makes the report fail.
 */
import type { ReportText } from '../../words/report.ts'

/** How long it would take who goes on searching. */
export const waitingTime = 'waiting-time-p50'

/** Shown as a dumbbell per group. */
export const perGroup = ['registration-time-p50', 'success-chance', waitingTime] as const

/** Homes per group: what communicates between the vessels. */
export const homesPerGroup = 'lettings'

/** What the headline is about when the plan does not say: a time is only of those who got a home. */
export const headlineMeasure = homesPerGroup

/** Home by home: what priorities brought to a group and took from it. */
export const displacementMeasures = ['homes-gained', 'homes-lost'] as const

export const successChance = 'success-chance'

export const shareOfLettings = 'share-of-lettings'

export const quotaUse = 'quota-use'

/** Of the homes with a rule of their own: lettings per group, and how many homes and complexes there are. */
export const homesInArea = 'lettings-in-area'
export const sizeOfArea = 'size-of-area'

/** One table gives four answers to who is a regular seeker; all four are shown. */
export const regularMeasures = [
  'share-regular-d1',
  'share-regular-d2',
  'share-regular-d3',
  'share-regular-d4',
] as const

/** What each part got to what it should have had, by each of the three keys; 1 is its own share. */
export const fairShareMeasures = [
  'fair-share-stock',
  'fair-share-vacancies',
  'fair-share-public-area',
] as const

export const spreadMeasures = ['dissimilarity-municipalities', 'dissimilarity-landlords'] as const

export const allowanceMeasures = [
  'rent-fit-share',
  'low-income-within-cap',
  'low-income-above-cap',
] as const

export const workMeasures = [
  'work-minutes-per-letting',
  'work-cents-per-letting',
  'responses-per-home',
  'offers-per-letting',
  'checks-per-letting',
  'letters-per-letting',
  'vacant-days',
] as const

type GoalMeasure = { readonly measure: string; readonly group: string }

export type Goal = { readonly name: ReportText; readonly measures: readonly GoalMeasure[] }

const forAll = (...measures: readonly string[]): readonly GoalMeasure[] =>
  measures.map((measure) => ({ measure, group: 'all' }))

const forGroup = (measure: string, ...groups: readonly string[]): readonly GoalMeasure[] =>
  groups.map((group) => ({ measure, group }))

/** The six goals as the region named them, in its order. Source: meeting in Parkstad, 14 November 2024. */
export const goals: readonly Goal[] = [
  {
    name: 'goal-choice',
    measures: forAll('share-without-label', 'share-mediated', 'match-value', 'refusal-rate'),
  },
  {
    name: 'goal-fairness',
    measures: [
      ...forGroup('registration-time-p50', 'regular'),
      ...forGroup('success-chance', 'regular', 'starter'),
      ...forAll('displaced-share'),
    ],
  },
  { name: 'goal-transparency', measures: forAll('share-tailored', 'share-more-labels') },
  {
    name: 'goal-target-groups',
    measures: [
      ...forGroup('success-chance', 'urgent'),
      ...forGroup('waiting-time-p50', 'urgent'),
      ...forGroup('dissimilarity-municipalities', 'urgent'),
    ],
  },
  { name: 'goal-liveability', measures: forAll('vacant-days') },
  {
    name: 'goal-onward-mobility',
    measures: [
      ...forAll('homes-freed-per-letting', 'lettings-per-new-home'),
      ...forGroup('success-chance', 'onward-mover'),
    ],
  },
]
