/** Rules inside rules (binnen): a priority, quota or life that lies inside another, and that in a third. */
import type { Standing } from './resolve.ts'
import type { RuleOf } from './rule-book.ts'

/** Ids of everything a rule lies inside, from near to far; a circle is followed once. */
export function around(
  id: string,
  all: readonly Standing<RuleOf<'quota' | 'priority'>>[],
  found: readonly string[] = [],
): readonly string[] {
  const inside = all.find(({ rule }) => rule.id === id)?.rule.inside
  return inside === undefined || found.includes(inside)
    ? found
    : around(inside, all, [...found, inside])
}
