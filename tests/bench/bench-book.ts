/** A rule book for measuring only: six groups, keys per group, a lot at the end. Its numbers are invented. */
import { date } from '../../core/basics/calendar-date.ts'
import type { Condition } from '../../core/policy/condition.ts'
import type { Rule, RuleBook } from '../../core/policy/rule-book.ts'

const rules: Rule[] = [
  {
    kind: 'parameter',
    id: 'income-limit',
    unit: 'cents',
    values: [
      {
        from: date('2026-01-01'),
        rows: [
          { when: is('household-size', 1), value: 5_153_700 },
          { when: [], value: 5_691_000 },
        ],
      },
    ],
  },
  { kind: 'life', id: 'registration', begins: { on: ['registered'] } },
  { kind: 'life', id: 'urgency', begins: { on: ['urgency-granted'] } },
  { kind: 'sanction', id: 'block', on: ['no-show'], steps: [{ effect: 'block' }] },
  { kind: 'measure', id: 'years-in-municipality', of: 'resident', take: 'longest', unit: 'years' },
  {
    kind: 'requirement',
    id: 'adult',
    to: 'respond',
    must: [{ name: 'age', test: { at_least: 18 } }],
    code: 'under-age',
  },
  {
    kind: 'requirement',
    id: 'registered',
    to: 'respond',
    must: is('registration', 'active'),
    code: 'not-registered',
  },
  {
    kind: 'requirement',
    id: 'income',
    to: 'respond',
    must: [{ name: 'household-income', test: { at_most: { ref: 'income-limit' } } }],
    code: 'income-above-limit',
  },
  { kind: 'priority', id: 'urgent', ground: 'urgency', who: is('urgency', 'active') },
  {
    kind: 'priority',
    id: 'bound',
    ground: 'local-connection',
    who: [{ name: 'years-in-municipality', test: { at_least: 6 } }],
    not_against: is('in-shelter', true),
  },
  {
    kind: 'priority',
    id: 'vital',
    ground: 'vital-profession',
    inside: 'bound',
    who: is('profession-group', 'care'),
  },
  {
    kind: 'priority',
    id: 'senior',
    ground: 'home',
    where: is('label', 'senior'),
    who: [{ name: 'age', test: { at_least: 65 } }],
  },
  {
    kind: 'priority',
    id: 'large',
    ground: 'home',
    who: [{ name: 'household-size', test: { at_least: 5 } }],
  },
  {
    kind: 'ranking',
    id: 'by-time',
    model: 'ranked',
    tiers: [
      { priority: ['urgent'], by: [{ by: 'earliest', of: 'urgency-since' }] },
      { priority: ['senior'], by: [{ by: 'highest', of: 'age' }] },
      { priority: ['vital'], by: [] },
      { priority: ['bound'], by: [] },
      { priority: ['large'], by: [{ by: 'highest', of: 'household-size' }] },
    ],
    finally: [
      { by: 'earliest', of: 'registered-on' },
      { by: 'lot', weights: 'equal' },
    ],
  },
  {
    kind: 'ranking',
    id: 'by-lot',
    model: 'lottery',
    tiers: [{ priority: ['urgent'], by: [] }],
    finally: [{ by: 'lot', weights: 'equal' }],
  },
]

function is(name: string, value: string | number | boolean): Condition {
  return [{ name, test: { is: [value] } }]
}

export const benchBook: RuleBook = {
  book: 'bench',
  title: 'Bench',
  authority: { level: 'region', name: 'Bench' },
  valid: { from: date('2026-01-01'), until: date('2029-12-31') },
  published: 'missing',
  law: 'hvw-2024',
  builds_on: [],
  articles: [{ number: '1', text: 'Bench', rules }],
}
