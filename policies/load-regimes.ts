import { join } from 'node:path'
import type * as z from 'zod'
import { formatDate } from '../core/basics/calendar-date.ts'
import type { Issue } from '../core/policy/issue.ts'
import type { Law, LawText, Regime } from '../core/policy/regime.ts'
import { regimes } from '../core/policy/rule-book.ts'
import type { Document } from './read-document.ts'
import { readDocument } from './read-document.ts'
import { regime, switches } from './regime-schema.ts'
import { readShape } from './shape-issues.ts'

/** Where the law lies as data; not among the rule books. */
export const lawFolder = join(import.meta.dirname, 'law')

/**
 * Reads every legal regime and the switch dates of municipalities. Gives the issues of all files when
 * there are any; never throws on a bad file.
 */
export function loadLaw(folder: string = lawFolder): Law | Issue[] {
  const issues: Issue[] = []
  const read = regimes.flatMap((id) => {
    const found = readWhole(regime, join(folder, `${id}.yaml`), issues)
    if (found) issues.push(...faultsIn(found.value, found.document))
    return found ? [found.value] : []
  })
  const dates = readWhole(switches, join(folder, 'switch-dates.yaml'), issues)
  if (issues.length > 0 || !dates) return issues
  return { regimes: read, switches: dates.value }
}

function readWhole<Schema extends z.ZodType>(
  schema: Schema,
  file: string,
  issues: Issue[],
): { value: z.output<Schema>; document: Document } | undefined {
  const document = readDocument(file)
  const shape = Array.isArray(document) ? document : readShape(schema, document)
  if (Array.isArray(document) || Array.isArray(shape)) {
    issues.push(...(Array.isArray(shape) ? shape : []))
    return undefined
  }
  return { value: shape.read, document }
}

// A provision names the text it was read in, and does not end before it begins.
function faultsIn({ texts, provisions }: Regime, document: Document): Issue[] {
  const known = texts.map(({ id }: LawText) => id)
  return provisions.flatMap(({ text, from, until }, index) => {
    const at = ['provisions', index]
    const strange = known.includes(text)
      ? []
      : [
          document.issue({ code: 'not-one-of', facts: { found: text, allowed: known, or: [] } }, [
            ...at,
            'text',
          ]),
        ]
    if (from === undefined || until === undefined || from <= until) return strange
    const facts = { from: formatDate(from), until: formatDate(until) }
    return [...strange, document.issue({ code: 'ends-before-begin', facts }, [...at, 'until'])]
  })
}
