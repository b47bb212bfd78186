/**
 * A rule book (verdeelregels): one dated, complete set of rules of one authority, article by article
 * beside its own text. Keys are written as in the file: grammar words with underscores, names of
 * facts and rules with hyphens. Dates are whole days, money is whole cents, shares are counts.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { Account } from './kinds/account.ts'
import type { Definition } from './kinds/definition.ts'
import type { Judgement } from './kinds/judgement.ts'
import type { Life } from './kinds/life.ts'
import type { Measure } from './kinds/measure.ts'
import type { Parameter } from './kinds/parameter.ts'
import type { Priority } from './kinds/priority.ts'
import type { Procedure } from './kinds/procedure.ts'
import type { Quota } from './kinds/quota.ts'
import type { Ranking } from './kinds/ranking.ts'
import type { Requirement } from './kinds/requirement.ts'
import type { Sanction } from './kinds/sanction.ts'

export type RuleBook = {
  /** Unique id; the file is named so. */
  readonly book: string
  readonly title: string
  readonly authority: Authority
  readonly valid: { readonly from: CalendarDate; readonly until: CalendarDate }
  /** Known to the world since; `missing` when the publication was not seen. */
  readonly published: CalendarDate | 'missing'
  /** Retroactive effect (terugwerkende kracht); never later than `valid.from`. */
  readonly works_back_to?: CalendarDate
  /** The legal regime it is judged by. */
  readonly law: RegimeId
  /** Upper books: national < region < municipality < settlement < landlord < complex. */
  readonly builds_on: readonly string[]
  /** Why the whole book cannot carry the justification of its rules, such as a reference never seen in full. */
  readonly justifications?: 'missing'
  readonly gap?: string
  readonly invented?: string
  readonly articles: readonly Article[]
}

export const regimes = ['hvw-2015', 'hvw-2024', 'hvw-2026-07', 'outside-hvw'] as const
export type RegimeId = (typeof regimes)[number]

export const levels = [
  'national',
  'region',
  'municipality',
  'settlement',
  'landlord',
  'complex',
] as const
export type Level = (typeof levels)[number]

export type Authority = {
  readonly level: Level
  readonly name: string
  readonly municipalities?: readonly string[]
  /** Which listings a lower book reaches: each fact of the listing named here must fit. */
  readonly scope?: Readonly<Record<string, string | readonly string[]>>
}

export type Article = {
  /** As printed; `unknown` where it was not seen. */
  readonly number: string
  readonly text: string
  /** The text is our own summary, not the ordinance's wording. */
  readonly paraphrase?: boolean
  readonly url?: string
  /** Legal basis of its rules that name none of their own: `hvw 14 lid 2`. */
  readonly basis?: string
  readonly gap?: string
  /** Removes rules of an upper book that are open to this level. */
  readonly drops?: readonly string[]
  readonly rules: readonly Rule[]
}

/** What every rule may say beside its own kind. */
export type RuleHead = {
  readonly id: string
  readonly from?: CalendarDate
  readonly until?: CalendarDate
  readonly basis?: string
  /** Words for people, where the id does not speak for itself. */
  readonly label?: string
  readonly gap?: string
  readonly invented?: boolean | string
  readonly experiment?: Experiment
  readonly replaces?: string
  readonly open_to?: readonly Level[]
  /** Fixed by law, chosen within a range the law gives, or the authority's own choice (beleidsruimte). */
  readonly latitude?: 'law' | 'range' | 'own'
  readonly justification?: Justification
}

export type Experiment = { readonly question: string; readonly evaluate_by: CalendarDate }

/** The three checks the Huisvestingswet art. 2 asks for, with what supports them. */
export type Justification = {
  /** The interest served (belang). */
  readonly interest: string
  readonly owner: string
  readonly competent_body: string
  /** Needed and suitable (noodzakelijk en geschikt). */
  readonly needed: Check
  /** Serious enough to justify it (de ernst rechtvaardigt de inzet). */
  readonly serious: Check
  /** No lighter means (niet met een lichter middel). */
  readonly no_lighter_means: Check
  readonly alternatives: readonly string[]
  readonly cost: string
}

export type Check = { readonly text: string; readonly evidence: readonly Evidence[] }
export type Evidence = {
  readonly source: string
  readonly date: CalendarDate | 'unknown'
  readonly nature: 'measured' | 'reasoned'
}

export type Rule =
  | Parameter
  | Definition
  | Judgement
  | Measure
  | Account
  | Requirement
  | Priority
  | Ranking
  | Quota
  | Life
  | Sanction
  | Procedure

export type RuleKind = Rule['kind']
export type RuleOf<Kind extends RuleKind> = Extract<Rule, { kind: Kind }>
