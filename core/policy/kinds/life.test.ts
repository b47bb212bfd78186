import { expect, test } from 'vitest'
import { date } from '../../basics/calendar-date.ts'
import { resolve } from '../resolve.ts'
import type { RuleBook } from '../rule-book.ts'
import { follow, valueAt } from '../timeline.ts'
import type { Life } from './life.ts'

const quarter = { count: 3, unit: 'month' } as const
const half = { count: 6, unit: 'month' } as const
const year = { count: 1, unit: 'year' } as const

test.each<{ title: string; life: Partial<Life>; ends: string | undefined }>([
  { title: 'the last day of its term', life: { lasts: year }, ends: '2021-02-28' },
  {
    title: 'the last day of its last phase, where no term is given',
    life: {
      phases: [
        { id: 'alone', lasts: quarter },
        { id: 'helped', lasts: half },
      ],
    },
    ends: '2020-11-30',
  },
  {
    title: 'the last day of its term, whatever its phases',
    life: { lasts: year, phases: [{ id: 'alone', lasts: quarter }] },
    ends: '2021-02-28',
  },
  { title: 'no day, until further notice', life: {}, ends: undefined },
])('a life ends on $title', ({ life, ends }) => {
  expect(endOf(life)).toBe(ends === undefined ? undefined : date(ends))
})

function endOf(life: Partial<Life>): unknown {
  const granted = date('2020-03-01')
  const urgency: Life = {
    kind: 'life',
    id: 'urgency',
    begins: { on: ['urgency-granted'] },
    ...life,
  }
  const rules = resolve(
    [{ ...book, articles: [{ number: '1', text: 'Text.', rules: [urgency] }] }],
    {
      on: granted,
    },
  )
  const events = [{ event: 'urgency-granted', on: granted, attributes: {} } as const]
  const person = { facts: {}, history: { spells: [], events }, members: [] }
  return valueAt(follow(person, { rules }, granted), 'urgency-ends', granted)
}

const book: Omit<RuleBook, 'articles'> = {
  book: 'example',
  title: 'Example',
  authority: { level: 'region', name: 'Example' },
  valid: { from: date('2020-01-01'), until: date('2023-12-31') },
  published: 'missing',
  law: 'outside-hvw',
  builds_on: [],
}
