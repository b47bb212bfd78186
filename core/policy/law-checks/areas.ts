/** Areas designated by the minister (aangewezen gebied). Source: Wbmgp art. 5. */
import { facts } from '../catalogue.ts'
import { type Condition, no } from '../condition.ts'
import type { Rule } from '../rule-book.ts'
import { truthFor } from './leaning.ts'
import type { Subject } from './subject.ts'

const areas = facts['designated-area'].values

/** Whether a condition on homes holds nowhere but in areas designated for this. */
export function isOnlyIn(
  area: string,
  where: Condition | undefined,
  known: Pick<Subject, 'byId' | 'on'>,
): boolean {
  const elsewhere = ['elsewhere', ...areas.filter((each) => each !== area)]
  return elsewhere.every((each) => truthFor(where, { 'designated-area': [each] }, known) === no)
}

/** Whether a rule does nothing outside areas that the minister designated. */
export function isOnlyInDesignatedAreas(rule: Rule, known: Pick<Subject, 'byId' | 'on'>): boolean {
  const where =
    rule.kind === 'requirement' || rule.kind === 'priority'
      ? rule.where
      : rule.kind === 'quota'
        ? rule.among
        : undefined
  return truthFor(where, { 'designated-area': ['elsewhere'] }, known) === no
}
