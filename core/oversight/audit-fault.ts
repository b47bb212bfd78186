/** What an audit can find wrong with a log and its decisions (bevinding): a code and the facts. */
import type { NoFacts, Problem } from '../basics/problem.ts'

export type AuditFault = Problem<AuditFaultFacts>

export type AuditFaultCode = keyof AuditFaultFacts

export const auditFaultCodes = [
  'not-an-export',
  'line-unreadable',
  'nothing-after-end',
  'truncated',
  'end-differs',
  'position-differs',
  'event-altered',
  'value-altered',
  'checkpoint-unreadable',
  'other-log',
  'no-key',
  'other-key',
  'signature-wrong',
  'key-change-wrong',
  'checkpoint-misplaced',
  'root-differs',
  'not-signed',
  'earlier-differs',
  'earlier-not-reached',
  'tiles-differ',
  'columns-differ',
  'decision-missing',
  'decision-misplaced',
  'receipt-unreadable',
  'receipt-altered',
  'rule-book-altered',
  'other-rules',
  'rules-not-in-force',
  'release-backdated',
  'no-ranking',
  'decided-otherwise',
  'not-canonical',
  'place-differs',
  'told-otherwise',
  'candidate-without-response',
  'response-left-out',
] as const satisfies readonly AuditFaultCode[]

type Facts<T = NoFacts> = Readonly<T>

export type AuditFaultFacts = {
  // the file
  'not-an-export': Facts
  'line-unreadable': Facts<{ line: number }>
  'nothing-after-end': Facts<{ line: number }>
  truncated: Facts<{ events: number }>
  'end-differs': Facts<{
    what: 'events' | 'checkpoints' | 'decisions'
    said: number
    found: number
  }>

  // the events
  'position-differs': Facts<{ line: number; expected: number; found: number }>
  'event-altered': Facts<{ position: number }>
  'value-altered': Facts<{ position: number; name: string }>

  // the tree
  'checkpoint-unreadable': Facts<{ line: number }>
  'other-log': Facts<{ size: number; found: string; expected: string }>
  'no-key': Facts
  'other-key': Facts<{ found: string; expected: string }>
  'signature-wrong': Facts<{ size: number }>
  /** Another key was named, and not by the key before it. */
  'key-change-wrong': Facts<{ position: number }>
  'checkpoint-misplaced': Facts<{ size: number; events: number }>
  /** Something changed among the events after the last checkpoint that was right. */
  'root-differs': Facts<{ size: number; right: number }>
  'not-signed': Facts<{ count: number; events: number }>
  'earlier-differs': Facts<{ size: number }>
  'earlier-not-reached': Facts<{ size: number; events: number }>
  'tiles-differ': Facts<{ size: number }>
  'columns-differ': Facts<{ count: number }>

  'cosignature-wrong': Facts<{ size: number; witness: string }>

  // the draws
  'draw-unreadable': Facts<{ listing: string }>
  'draw-twice': Facts<{ listing: string; position: number }>
  'draw-committed-wrongly': Facts<{ listing: string; why: string }>
  'draw-not-committed': Facts<{ listing: string; position: number }>
  'beacon-unknown': Facts<{ listing: string; name: string }>
  'round-does-not-hold': Facts<{ listing: string; why: string }>
  'seed-differs': Facts<{ listing: string }>

  // the decisions
  'decision-missing': Facts<{ listing: string; position: number }>
  'decision-misplaced': Facts<{ listing: string; line: number }>
  'receipt-unreadable': Facts<{ listing: string; path: string }>
  'receipt-altered': Facts<{ listing: string }>
  'rule-book-altered': Facts<{ listing: string; book: string }>
  'other-rules': Facts<{ listing: string }>
  'rules-not-in-force': Facts<{ listing: string; book: string }>
  'release-backdated': Facts<{ position: number }>
  'no-ranking': Facts<{ listing: string }>
  'decided-otherwise': Facts<{ listing: string; path: string; before: string; after: string }>
  'not-canonical': Facts<{ listing: string }>
  'place-differs': Facts<{ listing: string; place: number }>
  'told-otherwise': Facts<{ listing: string; count: number }>
  'candidate-without-response': Facts<{ listing: string; count: number }>
  'response-left-out': Facts<{ listing: string; count: number }>
}
