import { describe, expect, test } from 'vitest'
import { type Report, scoresIn, scoresOf, scoreTable, withScores } from './scores.ts'

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
    expect(tableOf(files).split('\n')).toEqual([
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
    expect(tableOf(files).split('\n')).toEqual([
      ...header,
      '| **all** | 100.0 % | 1 | 1 | 0 | 0 |',
      '| **`core/policy/`** | 100.0 % | 1 | 1 | 0 | 0 |',
      '| `trigger.ts` | 100.0 % | 1 | 1 | 0 | 0 |',
    ])
  })
})

describe('a table that is read back', () => {
  const before = tableOf({
    'core/policy/kinds/life.ts': mutants('Killed', 'Survived', 'NoCoverage', 'Timeout'),
    'core/policy/trigger.ts': mutants('Killed', 'Survived'),
    'core/ranking/bind.ts': mutants('Survived'),
  })

  test('says the same again', () => {
    expect(scoreTable(scoresIn(before))).toBe(before)
  })

  test('keeps the rows of the files that were not measured anew', () => {
    const again = scoresOf({ files: { 'core/policy/trigger.ts': mutants('Killed', 'Killed') } })
    expect(
      scoreTable(new Map([...scoresIn(before), ...again]))
        .split('\n')
        .slice(2),
    ).toEqual([
      '| **all** | 57.1 % | 7 | 4 | 2 | 1 |',
      '| **`core/policy/`** | 100.0 % | 2 | 2 | 0 | 0 |',
      '| `trigger.ts` | 100.0 % | 2 | 2 | 0 | 0 |',
      '| **`core/policy/kinds/`** | 50.0 % | 4 | 2 | 1 | 1 |',
      '| `life.ts` | 50.0 % | 4 | 2 | 1 | 1 |',
      '| **`core/ranking/`** | 0.0 % | 1 | 0 | 1 | 0 |',
      '| `bind.ts` | 0.0 % | 1 | 0 | 1 | 0 |',
    ])
  })

  test('says nothing when there was none', () => {
    expect(scoresIn('# Testing\n\n| `a` | b |\n')).toEqual(new Map())
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

function tableOf(files: Report['files']): string {
  return scoreTable(scoresOf({ files }))
}
