/**
 * A region to simulate (voorbeeldregio): marginals and behaviour, as plain numbers. The file it is read from
 * says of every number where it comes from; `provenance` keeps that beside them.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Situation } from '../core/oversight/record.ts'

/** Shares per name; they add up to 1. */
export type Shares = Readonly<Record<string, number>>

export type Region = {
  readonly id: string
  readonly title: string
  /** The title for who reads English; without it the same. */
  readonly english?: string
  /** The rule books that hold when none are asked. */
  readonly rules: readonly string[]
  /** The first day after the warm-up; the rules in force on this day hold throughout. */
  readonly starts: CalendarDate
  /** Years lived before anything is counted. */
  readonly warmUpYears: number
  readonly places: readonly Place[]
  readonly landlords: readonly LandlordOf[]
  readonly homes: HomesOf
  readonly vacancies: Vacancies
  readonly streams: readonly Stream[]
  readonly behaviour: Behaviour
  readonly work: Work
  readonly provenance: readonly Provenance[]
}

/** A municipality: where it lies (kilometres on a flat map), its share of the homes, its neighbourhoods. */
export type Place = {
  readonly id: string
  readonly xKm: number
  readonly yKm: number
  readonly homesShare: number
  /** Weight of the public area for the third key of fair share (veerkracht). */
  readonly publicAreaWeight: number
  readonly neighbourhoods: readonly {
    readonly id: string
    readonly share: number
    /** How much people like to live there, 0 is usual; in units of the match value. */
    readonly attraction: number
  }[]
}

/** A housing association and its share of the homes in each municipality. */
export type LandlordOf = { readonly id: string; readonly shareIn: Shares }

export type HomesOf = {
  readonly count: number
  readonly homesPerComplex: number
  readonly types: readonly {
    readonly type: string
    readonly share: number
    /** Shares of numbers of bedrooms, such as `2`. */
    readonly bedrooms: Shares
    /** Shares of labels, such as `senior`; `none` for the rest. */
    readonly labels: Shares
  }[]
  /** Monthly rent (kale huur) in whole cents by number of bedrooms, and the spread around it as a part. */
  readonly rentCents: Readonly<Record<string, number>>
  readonly rentSpread: number
}

export type Vacancies = {
  /** Homes that become free per home and year by death, leaving the region or buying: not by chains. */
  readonly perHomePerYear: number
  readonly newHomes: readonly NewHomes[]
  /** Parts of the vacancies that go by each road. */
  readonly roads: {
    readonly advertised: number
    readonly mediated: number
    readonly tailored: number
  }
  /** Models of advertised homes where the rule book does not say; `ranked`, `lottery` and so on. */
  readonly models: Shares
  /** Days between leaving a home and being free to let. */
  readonly noticeDays: number
  readonly repairDays: number
}

/** New homes delivered evenly over some years of the run: from the first day of one to the last of another, year 1 first. */
export type NewHomes = {
  /** Its name in the file. */
  readonly id?: string
  readonly count: number
  readonly fromYear: number
  readonly untilYear: number
  readonly place?: string
  readonly type: string
  readonly bedrooms: number
  readonly label: string
}

/** People who come in by one door: ordinary registrations, permit holders, those a demolition moves. */
export type Stream = {
  readonly id: string
  readonly perYear: number
  /** Registered when the warm-up begins; the rest of the list grows from the stream itself. */
  readonly atStart: number
  readonly targetGroup: string
  readonly ground: string
  readonly indication: string
  readonly inShelter: boolean
  readonly road: 'advertised' | 'mediated' | 'tailored'
  readonly ages: readonly { readonly from: number; readonly to: number; readonly share: number }[]
  readonly sizes: Shares
  /** Yearly household income: median in cents for one person, more for each next, spread of its logarithm. */
  readonly income: {
    readonly medianCents: number
    readonly nextPersonCents: number
    readonly spread: number
  }
  readonly situations: Readonly<Record<Situation, number>>
  /** Of those who move on, the part that leaves a social home in the region. */
  readonly leavesSocialHome: number
  /** Where they live now; `elsewhere` is outside the region. */
  readonly from: Shares
  /** Mean years they have lived there. */
  readonly residenceYears: number
  readonly professions: Shares
  /** The part that begins to search at once, and the mean years after which the others do. */
  readonly searchesAtOnce: number
  readonly searchesAfterYears: number
  /** Mean years somebody searches before giving up, and mean years a registration is kept without searching. */
  readonly patienceYears: number
  readonly keptYears: number
}

/**
 * How people choose. Every number is a parameter by this name in the region's file, with a plausible range.
 * A match value is a sum of what suits and what does not; 0 is a home like any other.
 */
export type Behaviour = {
  /** Chance that a usual searcher responds to a home that suits in every way. */
  readonly response: number
  /** Spread of keenness between people: 0 all alike, 1 some respond twice as much and some not at all. */
  readonly keennessSpread: number
  /** Kilometres over which the wish to respond falls to a third. */
  readonly distanceKm: number
  /** Chance kept for a home with a bedroom too few, and with a bedroom more than needed. */
  readonly tooSmall: number
  readonly tooLarge: number
  /** Chance kept when the rent is beyond the cap that fits a low income. */
  readonly rentTooHigh: number
  /** Chance kept when the home has a label that is not meant for somebody like them. */
  readonly wrongLabel: number
  /** How much somebody holds back where others lately needed much longer: 0 not at all, 1 fully. */
  readonly chanceMatters: number
  /** Chance that a usual home, once offered, is taken. */
  readonly acceptance: number
  /** How strongly the match value moves that chance; 0 takes homes blindly. */
  readonly pickiness: number
  /** Spread of what only they themselves like about a home. */
  readonly taste: number
  /** Match value less asked for after each year of searching. */
  readonly desperationPerYear: number
  /** Match value less asked for where refusing costs a place, points or an urgency. */
  readonly penaltyFear: number
  /** Of offers not taken, the part that is not answered at all. */
  readonly noAnswer: number
  /** Part of the searchers who click on anything where responding itself earns points, and how often a month. */
  readonly clickers: number
  readonly clicksPerMonth: number
  /** Part of ordinary searchers a year who would ask for an urgency if urgents were served at once. */
  readonly labellingPressure: number
  /** Days somebody takes to answer an offer. */
  readonly answerDays: number
}

/** Minutes of work per step and cost per hour, for the price of carrying out the rules. */
export type Work = {
  readonly minutesPerResponse: number
  readonly minutesPerOffer: number
  readonly minutesPerCheck: number
  readonly minutesPerLetter: number
  readonly minutesPerMediation: number
  readonly centsPerHour: number
}

/** A table of a region's own (eigen gegevens), by the name of its file. */
export type OwnTable = { readonly name: string; readonly rows: number }

/** Where one number of the file comes from. */
export type Provenance = {
  /** Path in the file, such as `behaviour.response`. */
  readonly path: string
  readonly source?: string
  /** The own table it was counted from. */
  readonly table?: OwnTable
  /** Chosen by the makers of the file, for want of a source. */
  readonly synthetic?: true
  /** Plausible range, for what is varied. */
  readonly range?: readonly [number, number]
  /** Fitted to targets by `calibrate`. */
  readonly calibrated?: true
}
