import type { Value } from '../../basics/facts.ts'
import type { AllocationModel } from '../catalogue.ts'
import type { Condition, Reference } from '../condition.ts'
import type { RuleHead } from '../rule-book.ts'

/**
 * Ranking (rangorde): the order of tiers, the keys of each tier, and the keys of all. A person
 * stands in the first tier that fits; everyone else in the tier `none`, implied last. The first
 * ranking in the book whose model and `where` fit the listing is used.
 */
export type Ranking = RuleHead & {
  readonly kind: 'ranking'
  readonly model: AllocationModel
  readonly where?: Condition
  readonly tiers: readonly Tier[]
  readonly finally: readonly Key[]
}

export type Tier = { readonly priority: readonly string[] | 'none'; readonly by: readonly Key[] }

export type Key =
  | { readonly by: 'earliest' | 'latest' | 'highest' | 'lowest'; readonly of: string }
  | { readonly by: 'in-order'; readonly of: string; readonly values: readonly Value[] }
  | { readonly by: 'lot'; readonly weights: 'equal' | Reference }
  | { readonly by: 'chosen'; readonly of: string }
