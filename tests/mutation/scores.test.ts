import { describe, expect, test } from 'vitest'
import { scoreTable, withScores } from './scores.ts'

const mutants = (...statuses: readonly string[]) => ({
  mutants: statuses.map((status) => ({ status })),
})

describe('the table of scores', () => {
  const header = [
    '| File | Score | Changes | Noticed | Survived | Reached by no test |',
    '|---|--:|--:|--:|--:|--:|',
  ]

  test('has a row for each file, under the sum of its folder', () => {
    const files = {
      'core/policy/kinds/life.ts': mutants('Killed', 'Killed', 'Survived'),
      'core/policy/trigger.ts': mutants('Killed', 'Timeout'),
      'core/policy/around.ts': mutants('Killed', 'NoCoverage', 'Survived', 'Killed'),
    }
    expect(scoreTable({ files }).split('\n')).toEqual([
      ...header,
      '| **all** | 66.7 % | 9 | 6 | 2 | 1 |',
      '| **`core/policy/`** | 66.7 % | 6 | 4 | 1 | 1 |',
      '| `around.ts` | 50.0 % | 4 | 2 | 1 | 1 |',
      '| `trigger.ts` | 100.0 % | 2 | 2 | 0 | 0 |',
      '| **`core/policy/kinds/`** | 66.7 % | 3 | 2 | 1 | 0 |',
      '| `life.ts` | 66.7 % | 3 | 2 | 1 | 0 |',
    ])
  })

  test('leaves out what was not tried, and files in which nothing was', () => {
    const files = {
      'core/policy/finding.ts': mutants('Ignored'),
      'core/policy/trigger.ts': mutants('Killed', 'Ignored', 'RuntimeError'),
    }
    expect(scoreTable({ files }).split('\n')).toEqual([
      ...header,
      '| **all** | 100.0 % | 1 | 1 | 0 | 0 |',
      '| **`core/policy/`** | 100.0 % | 1 | 1 | 0 | 0 |',
      '| `trigger.ts` | 100.0 % | 1 | 1 | 0 | 0 |',
    ])
  })
})

describe('a document', () => {
  test('gets the table in the place of the one before', () => {
    const written = withScores('a\n<!-- scores -->\nold\n<!-- end of scores -->\nb\n', 'new')
    expect(written).toBe('a\n<!-- scores -->\nnew\n<!-- end of scores -->\nb\n')
    expect(withScores(written, 'new')).toBe(written)
  })

  test('without a place for it is a mistake', () => {
    expect(() => withScores('a\n', 'new')).toThrow('no scores')
  })
})
