/**
 * Legal regimes (wettelijk regime) as dated data: what the law asks of a rule book, value by value, each
 * with its article, the version of the text that was read, and whether it was read. The checks are
 * code; their numbers are here. What a regime does not contain is not checked under it.
 */
import type { CalendarDate, Duration } from '../basics/calendar-date.ts'
import type { RegimeId } from './rule-book.ts'

export type Regime = {
  readonly regime: RegimeId
  readonly title: string
  /** Absent for what lies outside the Huisvestingswet. */
  readonly from?: CalendarDate
  /** Last day on which a book can begin under it; absent when the switch is per municipality. */
  readonly until?: CalendarDate
  readonly texts: readonly LawText[]
  readonly provisions: readonly Provision[]
  /** What exists by delegation or was not found, so that nobody takes silence for permission. */
  readonly unknown: readonly string[]
}

/** A law or decree in one version; `read: false` when another version than the one in force was read. */
export type LawText = {
  readonly id: string
  /** As lawyers cite it: `Hvw`. */
  readonly short: string
  readonly name: string
  /** As dated on the official site; in words where only a copy was seen. */
  readonly version: string
  readonly url: string
  readonly read: boolean
}

/** One thing a regime says. `from` and `until` are for what changed while the regime lasted. */
export type Provision = {
  [Name in ProvisionName]: {
    readonly rule: Name
    readonly value: ProvisionValues[Name]
    readonly article: string
    readonly text: string
    /** In our own words, Dutch. */
    readonly says: string
    readonly from?: CalendarDate
    readonly until?: CalendarDate
  }
}[ProvisionName]

const provisionNames = [
  'ordinance-term',
  'underpinning',
  'liveability',
  'minimum-income',
  'lawful-stay',
  'registration-kept',
  'urgency-regulation',
  'urgency-category',
  'urgency-connection',
  'urgency-income',
  'connection-ceiling',
  'settlement-ceiling',
  'urgent-in-ceiling',
  'residence-test',
  'connection-exemption',
  'vital-profession',
  'in-vain-term',
  'income-source',
  'income-source-hardship',
  'socio-economic',
  'conduct',
  'conduct-hardship',
  'target-group-share',
  'rent-fit-share',
  'hearing',
  'objection-term',
] as const
export type ProvisionName = (typeof provisionNames)[number]

export type Ceiling = { readonly at_most: number; readonly of: number }
export type Floor = { readonly at_least: number; readonly of: number }

export type ProvisionValues = {
  /** Longest life of an ordinance. */
  'ordinance-term': Duration
  /** Every rule must be needed and suitable, and say why. */
  underpinning: true
  /** Liveability is no ground for dividing homes. */
  liveability: true
  'minimum-income': 'no-floor' | 'nobody-shut-out'
  /** Values of `residence-status` that may not be refused as such. */
  'lawful-stay': readonly string[]
  /** A registration survives this kind of lease. */
  'registration-kept': string
  /** The council must regulate urgency. */
  'urgency-regulation': true
  /** A category that always belongs to the urgent. */
  'urgency-category': UrgencyCategory
  /** Priority for the locked categories may ask a connection with the region only. */
  'urgency-connection': 'region'
  /** Categories that may not be refused on income. */
  'urgency-income': readonly string[]
  'connection-ceiling': Ceiling
  /** The part of it that may go to people bound to a settlement (kern). */
  'settlement-ceiling': Ceiling
  /** The urgent who also had priority by connection count inside the ceiling. */
  'urgent-in-ceiling': true
  'residence-test': { readonly years: number; readonly within: number }
  'connection-exemption': ProtectedGroup
  /** Only inside the group bound to this level, or for a number of homes. */
  'vital-profession': 'municipality'
  'in-vain-term': Duration
  'income-source': {
    readonly area: string
    readonly below_years: number
    readonly sources: readonly string[]
  }
  'income-source-hardship': true
  'socio-economic': { readonly area: string }
  conduct: { readonly area: string }
  'conduct-hardship': true
  'target-group-share': { readonly usual: Floor; readonly agreed: Floor }
  'rent-fit-share': Floor
  hearing: true
  'objection-term': Duration
}

/** Category of urgency (urgentiecategorie) that a book may not leave out. */
export type UrgencyCategory = Named & { readonly key: string; readonly vera: string }

/** People a priority by connection cannot be used against, and the facts by which a book knows them. */
export type ProtectedGroup = Named & { readonly key: string; readonly known_by: readonly Sign[] }
export type Sign = { readonly fact: string; readonly value: boolean | string }

export type Named = { readonly nl: string; readonly en: string }

/** All regimes, and when each municipality passes to the newest (overgangsdatum). */
export type Law = {
  readonly regimes: readonly Regime[]
  readonly switches: Switches
}

/** Huisvestingswet art. 51 lid 9-11: a date by royal decree, which may be unknown. */
export type Switches = {
  readonly to: RegimeId
  readonly article: string
  readonly municipalities: readonly MunicipalSwitch[]
}

export type MunicipalSwitch = {
  readonly municipality: string
  /** CBS code, such as GM0917. */
  readonly code: string
  readonly on: CalendarDate | 'missing'
}

export type RegimeInForce = {
  readonly regime: Regime | undefined
  /** Date of the switch; `missing` when the decree was not seen, which keeps the older regime. */
  readonly switches: CalendarDate | 'missing' | undefined
}

/**
 * The regime a municipality is judged by on a date (geldend regime). A municipality whose switch date is
 * not known stays on the older regime; the answer says so. `municipality` is a name or a CBS code.
 */
export function regimeOf(municipality: string, on: CalendarDate, law: Law): RegimeInForce {
  const newest = regimeNamed(law, law.switches.to)
  const older = law.regimes.find(
    (each) => each !== newest && each.from !== undefined && isBetween(on, each.from, each.until),
  )
  if (newest?.from === undefined || on < newest.from) return { regime: older, switches: undefined }
  const found = switchOf(municipality, law)?.on ?? 'missing'
  const switched = found !== 'missing' && found <= on
  return { regime: switched ? newest : older, switches: found }
}

/**
 * When a municipality goes over to another regime, by its name or CBS code; undefined where the law as data has no
 * such municipality.
 */
export function switchOf(municipality: string, { switches }: Law): MunicipalSwitch | undefined {
  const wanted = municipality.toLowerCase()
  return switches.municipalities.find(
    (each) => each.municipality === wanted || each.code.toLowerCase() === wanted,
  )
}

/** A legal regime (wettelijk regime) by its id. */
export function regimeNamed({ regimes }: Law, id: RegimeId): Regime | undefined {
  return regimes.find(({ regime }) => regime === id)
}

/** What a finding cites: `Hvw 14 lid 2` under `hvw-2024`, and whether that text was read for it. */
export type Citation = {
  readonly regime: RegimeId
  readonly article: string
  readonly verified: boolean
}

export type Provided<Name extends ProvisionName> = {
  readonly value: ProvisionValues[Name]
  readonly law: Citation
}

/** Everything a regime says under one name on a date; empty when it says nothing. */
export function provisionsOf<Name extends ProvisionName>(
  regime: Regime | undefined,
  name: Name,
  on: CalendarDate,
): Provided<Name>[] {
  if (!regime) return []
  return regime.provisions
    .filter((each): each is Extract<Provision, { rule: Name }> => each.rule === name)
    .filter(({ from, until }) => isBetween(on, from, until))
    .map((each) => ({
      // @NOTE a provision of that name holds a value of that name; the union loses the pair.
      value: each.value as ProvisionValues[Name],
      law: citationOf(regime, each),
    }))
}

function citationOf(regime: Regime, { text, article }: Provision): Citation {
  const found = regime.texts.find(({ id }) => id === text)
  return {
    regime: regime.regime,
    article: `${found?.short ?? text} ${article}`,
    verified: found?.read ?? false,
  }
}

function isBetween(
  on: CalendarDate,
  from: CalendarDate | undefined,
  until: CalendarDate | undefined,
): boolean {
  return (from === undefined || from <= on) && (until === undefined || on <= until)
}
