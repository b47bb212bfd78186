import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookOf } from '../../tests/example-book.ts'
import { anyBook, anyCondition, anyHome, anySeeker, randomDay } from '../../tests/random-books.ts'
import { date } from '../basics/calendar-date.ts'
import type { Facts, Value } from '../basics/facts.ts'
import { compile, seekerNames } from './compile.ts'
import { type Condition, namesIn, truthOf } from './condition.ts'
import { resolve } from './resolve.ts'
import { personAt, still } from './timeline.ts'

const on = date(randomDay)

test('a condition compiled is as true, untrue or unknown as the same condition read leaf by leaf', () => {
  fc.assert(
    fc.property(anyBook, anyCondition, anySeeker, anyHome, (book, condition, seeker, home) => {
      const rules = resolve([book], { on })
      const compiled = compile(rules, new Map([['it', condition]])).get('it')
      const read = truthOf(condition, personAt(still({ ...home, ...seeker }, { rules }), on))
      expect(compiled?.(seeker, home)).toBe(read)
    }),
    { numRuns: 2000 },
  )
})

test('only the values named are read: leaving out the others changes nothing', () => {
  fc.assert(
    fc.property(anyBook, anyCondition, anySeeker, anyHome, (book, condition, seeker, home) => {
      const rules = resolve([book], { on })
      const needed = seekerNames(rules, namesIn(condition))
      const compiled = compile(rules, new Map([['it', condition]])).get('it')
      expect(compiled?.(pick(seeker, needed), home)).toBe(compiled?.(seeker, home))
    }),
  )
})

test('a name or word of a rule book is never more than a name or word in the compiled form', () => {
  const hostile = '"];globalThis.broken=true;//\u2028\\'
  const rules = resolve([bookOf([])], { on })
  const condition: Condition = [{ name: hostile, test: { is: [hostile] } }]
  const compiled = compile(rules, new Map([[hostile, condition]])).get(hostile)
  expect(compiled?.({ [hostile]: hostile }, {})).toBe(2)
  expect('broken' in globalThis).toBe(false)
})

function pick(facts: Facts, names: ReadonlySet<string>): Facts {
  const kept: Record<string, Value | undefined> = {}
  for (const name of names) kept[name] = facts[name]
  return kept
}
