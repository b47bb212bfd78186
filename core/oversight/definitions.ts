/**
 * The dictionary of measures (begrippenlijst van kengetallen): the one definition of every figure, whoever
 * shows it. A measure reads the tally of one group and gives a value with the number of cases behind it;
 * names, definitions and traps for people stand in `words/measures.ts`, each under the same id.
 */
import { meanOf, quantileOf } from './distribution.ts'
import { dissimilarity, type Part, type Realised } from './fair-share.ts'
import { daysPerYear, housedWithin, medianWaitDays } from './survival.ts'
import type { GroupTally, LettingSums, OversightContext } from './tally.ts'
import { lettingsPerNewHome } from './vacancy-chain.ts'
import { workloadOf } from './workload.ts'

export type MeasureUnit =
  | 'share'
  | 'years'
  | 'days'
  | 'homes'
  | 'seekers'
  /** Things counted per letting, such as offers. */
  | 'per-letting'
  | 'minutes'
  | 'cents'
  /** Units of the behaviour that made it; only differences between rules mean something. */
  | 'match-value'

/** A value and the cases behind it; not a number where there is nothing to divide by. */
export type Figure = { readonly value: number; readonly cases: number }

export type Measure = {
  readonly unit: MeasureUnit
  /** What is better for who searches, all else equal. */
  readonly better: 'more' | 'less' | 'neither'
  /** The records that are counted; `region`: no groups, only the region as a whole. */
  readonly over: 'lettings' | 'searches' | 'both' | 'region'
  /** With fewer cases there is no figure: chance would speak. */
  readonly casesMin: number
  readonly of: (tally: GroupTally, context: OversightContext) => Figure
}

// A count is a fact, however small; a share or a time of fewer than ten says nothing.
const countMin = 1
const usualMin = 10

export const measures = {
  // who gets a home
  /** Verhuringen: how many homes went to the group. */
  lettings: homes('more', ({ lettings }) => lettings.lettings),
  /** Aandeel in de verhuringen. */
  'share-of-lettings': over('lettings', 'share', 'more', ({ lettings, allLettings }) =>
    rate(lettings.lettings, allLettings),
  ),
  /** Slaagkans: housed to active in one period. It falls when clicking is rewarded, though no home changed. */
  'success-chance': over('searches', 'share', 'more', ({ searches }) =>
    rate(searches.housed, searches.active),
  ),
  /**
   * Slaagkans van wie begon te zoeken (cohort): Aalen-Johansen from first response. Leaving is a competing
   * risk: who gave up was not housed and never will be, so it is not cut out of the count.
   */
  'housed-within-1-year': housedWithinYears(1),
  'housed-within-2-years': housedWithinYears(2),
  'housed-within-3-years': housedWithinYears(3),

  // how long it takes
  /** Inschrijfduur bij verhuring: of those who got a home, until the day they accepted it. */
  'registration-time-p25': quantile('registrationDays', 1 / 4),
  'registration-time-p50': quantile('registrationDays', 1 / 2),
  'registration-time-p75': quantile('registrationDays', 3 / 4),
  'registration-time-mean': over('lettings', 'years', 'less', ({ registrationDays }) => ({
    value: meanOf(registrationDays) / daysPerYear,
    cases: registrationDays.length,
  })),
  /** Zoekduur bij verhuring: from first response. */
  'search-time-p25': quantile('searchDays', 1 / 4),
  'search-time-p50': quantile('searchDays', 1 / 2),
  'search-time-p75': quantile('searchDays', 3 / 4),
  /** Wachttijd van wie zoekt: Kaplan-Meier, the wait of who would go on until there is a home. */
  'waiting-time-p50': over('searches', 'years', 'less', ({ risk }) => ({
    value: (medianWaitDays(risk) ?? Number.NaN) / daysPerYear,
    cases: risk.searches,
  })),
  /** Wie nog zoekt, at the end of the window. */
  'waiting-number': {
    ...over('searches', 'seekers', 'less', ({ searches }) => ({
      value: searches.waiting,
      cases: searches.searches,
    })),
    casesMin: countMin,
  },

  // from advert to letting
  /** Reacties per geadverteerde woning. */
  'responses-per-home': over('lettings', 'per-letting', 'less', ({ lettings }) =>
    rate(lettings.responsesToAdverts, lettings.advertised),
  ),
  /** Marktdruk: seekers who responded, per home let. */
  'seekers-per-home': over('both', 'per-letting', 'less', ({ lettings, searches }) =>
    rate(searches.searches > 0 ? searches.responded : Number.NaN, lettings.lettings),
  ),
  /** Aanbiedingen per verhuring. */
  'offers-per-letting': over('lettings', 'per-letting', 'neither', ({ lettings }) =>
    rate(lettings.offers, lettings.lettings),
  ),
  /** Weigeringsgraad: refusals of offers. No answer is no refusal. */
  'refusal-rate': over('lettings', 'share', 'neither', ({ lettings }) =>
    rate(lettings.refusals, lettings.offers),
  ),
  /** Leegstand door verdeling, in days. */
  'vacant-days': over('lettings', 'days', 'less', ({ lettings }) =>
    rate(lettings.vacantDays, lettings.lettings),
  ),
  /** Bemiddeld. */
  'share-mediated': shareOf('mediated', 'lettings', 'neither'),
  /** Maatwerk. */
  'share-tailored': shareOf('tailored', 'lettings', 'neither'),

  // regular seekers, by each of the four definitions
  /** Geen urgentie. */
  'share-regular-d1': shareOf('regularD1', 'lettings', 'neither'),
  /** Geen urgentie en geen bijzondere doelgroep. */
  'share-regular-d2': shareOf('regularD2', 'lettings', 'neither'),
  /** Geen bijzondere doelgroep. */
  'share-regular-d3': shareOf('regularD3', 'lettings', 'neither'),
  /** Geen urgentie en geen vergunninghouder. */
  'share-regular-d4': shareOf('regularD4', 'lettings', 'neither'),

  // rents and incomes
  /** Passend toewijzen: the norm itself is per landlord and two years, see `landlord-norms.ts`. Ww 46 lid 2. */
  'rent-fit-share': over('lettings', 'share', 'more', ({ lettings }) =>
    rate(lettings.fittingRents, lettings.fittingRents + lettings.rentsAboveCap),
  ),
  /** Lage inkomens onder en boven de aftoppingsgrens: lettings, never an invented amount of allowance. */
  'low-income-within-cap': homes('more', ({ lettings }) => lettings.fittingRents),
  'low-income-above-cap': homes('less', ({ lettings }) => lettings.rentsAboveCap),
  /** Inkomensdoelgroep (DAEB): of the social lettings; the norm is per landlord and year. Ww 48 lid 1. */
  'target-group-share': shareOf('inTargetGroup', 'social', 'neither'),

  // fair share
  /** Spreiding over gemeenten: dissimilarity from the stock. */
  'dissimilarity-municipalities': over('lettings', 'share', 'neither', (tally, context) =>
    spread(context.municipalities, tally.inMunicipality),
  ),
  /** Spreiding over verhuurders. */
  'dissimilarity-landlords': over('lettings', 'share', 'neither', (tally, context) =>
    spread(context.landlords, tally.ofLandlord),
  ),

  // chains
  /** Doorstroming: homes in the region freed per letting. */
  'homes-freed-per-letting': shareOf('homesFreed', 'lettings', 'more'),
  /** Ketenlengte: lettings that one new home brings about, 1 / (1 - p). */
  'lettings-per-new-home': over('region', 'homes', 'more', ({ lettings }) => {
    const freed = rate(lettings.homesFreed, lettings.lettings)
    return {
      value: freed.cases > 0 ? lettingsPerNewHome(freed.value) : Number.NaN,
      cases: freed.cases,
    }
  }),

  // displacement
  /** Verdringing: lettings that would have gone to somebody else, had no priority counted. */
  'displaced-share': over('lettings', 'share', 'neither', ({ lettings }, context) =>
    rate(context.displacedUnknown ? Number.NaN : lettings.displacing, lettings.lettings),
  ),
  /** Door voorrang gewonnen en verloren woningen. */
  'homes-gained': homes('more', ({ gained }, context) =>
    context.displacedUnknown ? Number.NaN : gained,
  ),
  'homes-lost': homes('less', ({ lost }, context) =>
    context.displacedUnknown ? Number.NaN : lost,
  ),

  // work
  /** Motivatiebrieven en controles per verhuring. */
  'letters-per-letting': perLetting('letters'),
  'checks-per-letting': perLetting('checks'),
  /** Uitvoeringslast: minutes and cents per letting. */
  'work-minutes-per-letting': work('minutes'),
  'work-cents-per-letting': work('cents'),

  // homes and people that suit each other
  /** Passendheid van de woning bij de wens (match); comparable only within one region's file. */
  'match-value': over('lettings', 'match-value', 'more', ({ lettings }) =>
    rate(lettings.matchValue, lettings.matched),
  ),
  /** Labelmeter. */
  'share-without-label': shareOf('unlabelled', 'lettings', 'neither'),
  'share-one-label': shareOf('oneLabel', 'lettings', 'neither'),
  'share-more-labels': shareOf('moreLabels', 'lettings', 'neither'),
} as const satisfies Readonly<Record<string, Measure>>

export type MeasureId = keyof typeof measures

// @NOTE the dictionary is closed, so its keys are the ids.
export const measureIds = Object.keys(measures) as readonly MeasureId[]

export function isMeasure(id: string): id is MeasureId {
  return Object.hasOwn(measures, id)
}

function over(
  records: Measure['over'],
  unit: MeasureUnit,
  better: Measure['better'],
  of: Measure['of'],
): Measure {
  return { unit, better, over: records, casesMin: usualMin, of }
}

// A group without lettings got none, as long as there were lettings to get.
function homes(
  better: Measure['better'],
  of: (tally: GroupTally, context: OversightContext) => number,
): Measure {
  const figure: Measure['of'] = (tally, context) => ({
    value: of(tally, context),
    cases: tally.allLettings,
  })
  return { ...over('lettings', 'homes', better, figure), casesMin: countMin }
}

function shareOf(
  part: keyof LettingSums,
  whole: keyof LettingSums,
  better: Measure['better'],
): Measure {
  return over('lettings', 'share', better, ({ lettings }) => rate(lettings[part], lettings[whole]))
}

function perLetting(what: 'letters' | 'checks'): Measure {
  return over('lettings', 'per-letting', 'less', ({ lettings }) =>
    rate(lettings[what], lettings.lettings),
  )
}

function quantile(days: 'registrationDays' | 'searchDays', part: number): Measure {
  return over('lettings', 'years', 'less', (tally) => ({
    value: quantileOf(tally[days], part) / daysPerYear,
    cases: tally[days].length,
  }))
}

function housedWithinYears(years: number): Measure {
  return over('searches', 'share', 'more', ({ risk }) => ({
    value: housedWithin(risk, years * daysPerYear) ?? Number.NaN,
    cases: risk.searches,
  }))
}

function work(unit: 'minutes' | 'cents'): Measure {
  return over('lettings', unit, 'less', ({ lettings }, context) => {
    const load = context.work ? workloadOf(lettings, context.work)[unit] : Number.NaN
    return rate(load, lettings.lettings)
  })
}

function spread(parts: readonly Part[] | undefined, realised: Realised): Figure {
  const cases = Object.values(realised).reduce((sum, each) => sum + each, 0)
  return { value: parts ? dissimilarity(parts, realised) : Number.NaN, cases }
}

function rate(part: number, whole: number): Figure {
  return { value: part / whole, cases: whole }
}
