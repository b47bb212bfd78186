/** By which names a book knows the urgent (urgenten): its lives, its priorities, and the facts. */

import type { Operand } from '../condition.ts'
import type { Life } from '../kinds/life.ts'
import { rulesOf, type Standing } from '../resolve.ts'
import type { Subject } from './subject.ts'

function isUrgencyLife({ grounds, begins }: Life): boolean {
  return grounds !== undefined || begins.on.includes('urgency-granted')
}

export function urgencyLives(subject: Subject): Standing<Life>[] {
  return rulesOf(subject, 'life').filter(({ rule }) => isUrgencyLife(rule))
}

export function urgencyNames(subject: Subject): {
  values: ReadonlySet<string>
  priorities: ReadonlySet<Operand>
} {
  const lives = urgencyLives(subject).flatMap(({ rule: { id } }) =>
    ['', '-since', '-ends', '-phase'].map((part) => id + part),
  )
  const priorities = rulesOf(subject, 'priority').filter(({ rule }) => rule.ground === 'urgency')
  return {
    values: new Set(['urgency-ground', 'urgency-region', ...lives]),
    priorities: new Set(priorities.map(({ rule }) => rule.id)),
  }
}
