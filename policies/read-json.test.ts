import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { fc } from '../tests/properties.ts'
import { readJson } from './read-json.ts'

const rows = z.array(z.strictObject({ id: z.string({ error: 'text' }) }))

test('what fits is read', () => {
  expect(readJson(rows, '[{"id":"ans"}]', 'a.json')).toEqual({ read: [{ id: 'ans' }] })
})

test('what does not fit has its line, column and path', () => {
  expect(readJson(rows, '[\n\t{ "id": "ans" },\n\t{ "id": 3 }\n]', 'a.json')).toEqual([
    {
      file: 'a.json',
      line: 3,
      column: 10,
      path: '[1].id',
      code: 'wrong-type',
      facts: { found: '3', expected: ['text'] },
    },
  ])
})

describe('text that is not JSON has the place where it stops being so', () => {
  test.each([
    ['a comma too many', '[1,\n2,]', 2, 3],
    ['a comma too many in an object', '{"a":1,}', 1, 8],
    ['a comma too few', '["a"\n"b"]', 2, 1],
    ['no colon', '{"a" 1}', 1, 6],
    ['no quotes around a key', '{a: 1}', 1, 2],
    ['single quotes', "['a']", 1, 2],
    ['a value without a key', '{"a":1, 2}', 1, 9],
    ['the wrong bracket', '[1}', 1, 3],
    ['a text that is not closed', '["a]', 1, 2],
    ['a number nobody writes so', '[01]', 1, 2],
    ['a word', '[ja]', 1, 2],
    ['an end too soon', '{"a": [1', 1, 9],
    ['more after the end', '{} {}', 1, 4],
    ['bytes that mean nothing', '�', 1, 1],
  ])('%s', (_, text, line, column) => {
    expect(readJson(z.unknown(), text, 'a.json')).toMatchObject([
      { code: 'json-syntax', line, column },
    ])
  })

  test('and never past the first character that JSON.parse cannot take', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom(',', ']', '}', '"', 'x'),
        (text, at, more) => {
          const broken =
            text.slice(0, at % (text.length + 1)) + more + text.slice(at % (text.length + 1))
          const read = readJson(z.unknown(), broken, 'a.json')
          if (!Array.isArray(read)) return
          const column = read[0]?.column ?? 0
          const told = /position (\d+)/.exec(messageOf(broken))?.[1]
          // A text or number that goes wrong halfway is one thing that went wrong, from its first character.
          if (told !== undefined) expect(column - 1).toBeLessThanOrEqual(Number(told))
          expect(column).toBeGreaterThan(0)
        },
      ),
    )
  })
})

function messageOf(text: string): string {
  try {
    JSON.parse(text)
    return ''
  } catch (error) {
    return String(error)
  }
}
