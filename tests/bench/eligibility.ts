/**
 * The seven-condition eligibility workload (seed 42), decided by the rule engine, by a function written
 * by hand and by two general engines. All four must agree on every decision before a time counts.
 */
import { LogicEngine } from 'json-logic-engine'
import { Engine } from 'json-rules-engine'
import { date } from '../../core/basics/calendar-date.ts'
import { seededRandom } from '../../core/basics/seeded-random.ts'
import { type Condition, yes } from '../../core/policy/condition.ts'
import { resolve } from '../../core/policy/resolve.ts'
import type { Rule, RuleBook } from '../../core/policy/rule-book.ts'
import { prepare } from '../../core/ranking/prepare.ts'
import { benchBook } from './bench-book.ts'
import { type Measured, measure } from './measure.ts'

const size = 100_000
const sizeOfSlowest = 2_000

type Applicant = {
  readonly age: number
  readonly registration: 'active' | 'none'
  readonly blocked: boolean
  readonly 'household-income': number
  readonly 'household-size': number
  readonly 'bound-to-region': boolean
  readonly urgency: 'active' | 'none'
}

type Home = { readonly rent: number; readonly bedrooms: number; readonly flag: readonly string[] }

type Pair = { readonly applicant: Applicant; readonly home: Home }

// Income limits, rent-fit limits and rent caps of 2026, by household size, in cents.
const daebLimits = [5_153_700, 5_691_000] as const
const fitLimits = [2_940_000, 3_992_500] as const
const rentCaps = [71_302, 76_414] as const

export async function benchEligibility(): Promise<Measured[]> {
  const pairs = draw(size)
  const byHand = pairs.map(handWritten)
  const predicate = rulePredicate()
  const decideLogic = logicDecider()
  const decideRules = rulesDecider()
  const few = pairs.slice(0, sizeOfSlowest)
  agree(
    'the rule engine',
    pairs.map(({ applicant, home }) => predicate(applicant, home)),
    byHand,
  )
  agree('json-logic-engine', pairs.map(decideLogic), byHand)
  agree('json-rules-engine', await Promise.all(few.map(decideRules)), byHand.slice(0, few.length))
  return [
    measure('eligibility: written by hand', size, () => count(pairs, handWritten)),
    measure('eligibility: this engine', size, () =>
      count(pairs, ({ applicant, home }) => predicate(applicant, home)),
    ),
    measure('eligibility: json-logic-engine, compiled', size, () => count(pairs, decideLogic)),
    await slowest(few, decideRules),
  ]
}

function count(pairs: readonly Pair[], decide: (pair: Pair) => boolean): number {
  let admitted = 0
  for (const pair of pairs) if (decide(pair)) admitted += 1
  return admitted
}

async function slowest(
  pairs: readonly Pair[],
  decide: (pair: Pair) => Promise<boolean>,
): Promise<Measured> {
  const start = performance.now()
  for (const pair of pairs) await decide(pair)
  const milliseconds = performance.now() - start
  return {
    name: 'eligibility: json-rules-engine',
    size: pairs.length,
    milliseconds: Math.round(milliseconds),
    microsecondsEach: Math.round((milliseconds * 1000) / pairs.length),
  }
}

function agree(who: string, decided: readonly boolean[], byHand: readonly boolean[]): void {
  const index = decided.findIndex((each, position) => each !== byHand[position])
  if (index >= 0) throw new Error(`${who} decides person ${index} otherwise`)
}

function draw(count: number): Pair[] {
  const random = seededRandom(42)
  return Array.from({ length: count }, () => ({
    applicant: {
      age: random.whole(16, 85),
      registration: random.next() < 0.97 ? 'active' : 'none',
      blocked: random.next() < 0.03,
      'household-income': random.whole(0, 70_000) * 100,
      'household-size': random.whole(1, 6),
      'bound-to-region': random.next() < 0.4,
      urgency: random.next() < 0.05 ? 'active' : 'none',
    },
    home: {
      rent: random.whole(50_000, 95_000),
      bedrooms: random.whole(1, 4),
      flag: random.next() < 0.5 ? ['bound-or-urgent'] : [],
    },
  }))
}

function handWritten({ applicant, home }: Pair): boolean {
  const row = applicant['household-size'] === 1 ? 0 : 1
  const capRow = applicant['household-size'] <= 2 ? 0 : 1
  return (
    applicant.age >= 18 &&
    applicant.registration === 'active' &&
    !applicant.blocked &&
    applicant['household-income'] <= daebLimits[row] &&
    (applicant['household-income'] > fitLimits[row] || home.rent <= rentCaps[capRow]) &&
    home.bedrooms >= applicant['household-size'] - 2 &&
    (!home.flag.includes('bound-or-urgent') ||
      applicant['bound-to-region'] ||
      applicant.urgency === 'active')
  )
}

// The same as rules of a book: seven requirements, three tables, joined in one compiled function.
function rulePredicate(): (applicant: Applicant, home: Home) => boolean {
  const book: RuleBook = {
    ...benchBook,
    articles: [{ number: '1', text: 'Bench', rules: eligibilityRules }],
  }
  const prepared = prepare(resolve([book], { on: date('2026-06-01') }))
  const admit = prepared.all(prepared.gateRules)
  return (applicant, home) => admit(applicant, home) === yes
}

const from = date('2026-01-01')
const alone: Condition = [{ name: 'household-size', test: { is: [1] } }]
const small: Condition = [{ name: 'household-size', test: { at_most: 2 } }]
const flagged: Condition = [{ name: 'flag', test: { is: ['bound-or-urgent'] } }]

const eligibilityRules: Rule[] = [
  table('daeb-limit', alone, daebLimits),
  table('fit-limit', alone, fitLimits),
  table('rent-cap', small, rentCaps),
  {
    kind: 'parameter',
    id: 'household-size-most',
    values: [
      {
        from,
        rows: [1, 2, 3]
          .map((bedrooms) => ({
            when: [{ name: 'bedrooms', test: { is: [bedrooms] } }],
            value: bedrooms + 2,
          }))
          .concat([{ when: [], value: 6 }]),
      },
    ],
  },
  { kind: 'definition', id: 'bound', when: [{ name: 'bound-to-region', test: { is: [true] } }] },
  requirement('adult', [{ name: 'age', test: { at_least: 18 } }]),
  requirement('registered', [{ name: 'registration', test: { is: ['active'] } }]),
  requirement('not-blocked', [{ name: 'blocked', test: { is: [false] } }]),
  requirement('income', [{ name: 'household-income', test: { at_most: { ref: 'daeb-limit' } } }]),
  {
    ...requirement('rent', [{ name: 'rent', test: { at_most: { ref: 'rent-cap' } } }]),
    unless: [{ name: 'household-income', test: { above: { ref: 'fit-limit' } } }],
  },
  requirement('size', [
    { name: 'household-size', test: { at_most: { ref: 'household-size-most' } } },
  ]),
  {
    ...requirement('bound-or-urgent', [
      {
        any: [
          [{ name: 'bound', test: { is: [true] } }],
          [{ name: 'urgency', test: { is: ['active'] } }],
        ],
      },
    ]),
    who: flagged,
  },
]

function table(id: string, first: Condition, [one, other]: readonly [number, number]): Rule {
  const rows = [
    { when: first, value: one },
    { when: [], value: other },
  ]
  return { kind: 'parameter', id, unit: 'cents', values: [{ from, rows }] }
}

function requirement(id: string, must: Condition): Rule & { kind: 'requirement' } {
  return { kind: 'requirement', id, to: 'respond', must, code: 'not-bound' }
}

function logicDecider(): (pair: Pair) => boolean {
  const engine = new LogicEngine()
  const value = (path: string) => ({ var: path })
  const byRow = (path: string, most: number, [one, other]: readonly [number, number]) => ({
    if: [{ '<=': [value(path), most] }, one, other],
  })
  const sizeName = 'applicant.household-size'
  const income = value('applicant.household-income')
  const decide = engine.build({
    and: [
      { '>=': [value('applicant.age'), 18] },
      { '===': [value('applicant.registration'), 'active'] },
      { '!': [value('applicant.blocked')] },
      { '<=': [income, byRow(sizeName, 1, daebLimits)] },
      {
        or: [
          { '>': [income, byRow(sizeName, 1, fitLimits)] },
          { '<=': [value('home.rent'), byRow(sizeName, 2, rentCaps)] },
        ],
      },
      { '>=': [value('home.bedrooms'), { '-': [value(sizeName), 2] }] },
      {
        or: [
          { '!': [{ in: ['bound-or-urgent', value('home.flag')] }] },
          value('applicant.bound-to-region'),
          { '===': [value('applicant.urgency'), 'active'] },
        ],
      },
    ],
  })
  return (pair) => Boolean(decide(pair))
}

function rulesDecider(): (pair: Pair) => Promise<boolean> {
  const fact = (name: string, operator: string, value: unknown) => ({ fact: name, operator, value })
  const named = (name: string) => ({ fact: name })
  const engine = new Engine([
    {
      conditions: {
        all: [
          fact('age', 'greaterThanInclusive', 18),
          fact('registration', 'equal', 'active'),
          fact('blocked', 'equal', false),
          fact('household-income', 'lessThanInclusive', named('daeb-limit')),
          {
            any: [
              fact('household-income', 'greaterThan', named('fit-limit')),
              fact('rent', 'lessThanInclusive', named('rent-cap')),
            ],
          },
          fact('household-size', 'lessThanInclusive', named('household-size-most')),
          {
            any: [
              fact('flagged', 'equal', false),
              fact('bound-to-region', 'equal', true),
              fact('urgency', 'equal', 'active'),
            ],
          },
        ],
      },
      event: { type: 'admitted' },
    },
  ])
  return async ({ applicant, home }) => {
    const row = applicant['household-size'] === 1 ? 0 : 1
    const { events } = await engine.run({
      ...applicant,
      rent: home.rent,
      flagged: home.flag.includes('bound-or-urgent'),
      'daeb-limit': daebLimits[row],
      'fit-limit': fitLimits[row],
      'rent-cap': rentCaps[applicant['household-size'] <= 2 ? 0 : 1],
      'household-size-most': home.bedrooms + 2,
    })
    return events.length > 0
  }
}
