import { describe, expect, test } from 'vitest'
import { type AuditFault, auditFaultCodes } from '../core/oversight/audit-fault.ts'
import { auditFaultText } from './audit.ts'
import { languages } from './language.ts'

const facts = {
  ...{ line: 3, events: 4, what: 'events', said: 5, found: 6, expected: 7, position: 8 },
  ...{ name: 'on', size: 9, right: 2, count: 1, listing: '12', path: 'placed[0]' },
  ...{ before: '1', after: '2', place: 3, book: 'parkstad-2026' },
}

describe.each(languages)('%s', (language) => {
  test.each(auditFaultCodes)('%s is said in a sentence', (code) => {
    // @NOTE the facts of every fault together are the facts of each.
    const text = auditFaultText({ code, facts } as AuditFault, language)
    expect(text).toMatch(/^[A-Z].*\.$/)
    expect(text).not.toMatch(/[{}]|undefined/)
  })
})
