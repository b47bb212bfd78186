import { describe, expect, test } from 'vitest'
import { fc } from '../../tests/properties.ts'
import { canonicalJson, type Json } from './canonical-json.ts'

/** Examples of RFC 8785 (JSON Canonicalization Scheme). */
describe('one text per value', () => {
  test('the example of section 3.2.2: numbers, escapes and literals', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  test('keys in the order of their UTF-16 units, as in section 3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect(Object.values(JSON.parse(canonicalJson(value)))).toHaveLength(7)
    expect([...canonicalJson(value).matchAll(/:"([^"]+)"/g)].map(([, said]) => said)).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  test.each<[number, string]>([
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [-1, '-1'],
    [1e21, '1e+21'],
    [999999999999999900000, '999999999999999900000'],
    [5e-324, '5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e+308'],
    [9007199254740992, '9007199254740992'],
    [0.1, '0.1'],
    [0.000001, '0.000001'],
    [1e-7, '1e-7'],
  ])('the number %d is written %s', (number, text) => {
    expect(canonicalJson(number)).toBe(text)
  })

  test.each<[string, Json, string]>([
    ['an empty object', {}, '{}'],
    ['an empty list', [], '[]'],
    ['a list keeps its order', [3, 1, 2], '[3,1,2]'],
    [
      'objects inside objects',
      { b: { d: 1, c: [{ z: 1, a: 2 }] }, a: null },
      '{"a":null,"b":{"c":[{"a":2,"z":1}],"d":1}}',
    ],
    ['a key of digits is text', { 10: 'ten', 9: 'nine' }, '{"10":"ten","9":"nine"}'],
    ['a key that needs escapes', { 'a"b\n': 1 }, '{"a\\"b\\n":1}'],
    ['the shortest escapes', '\b\t\n\f\r\u001f', '"\\b\\t\\n\\f\\r\\u001f"'],
    ['nothing else is escaped', '/<>&\u007f\u2028é', '"/<>&\u007f\u2028é"'],
  ])('%s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  test('the same value in another order of keys is the same text, and reads back as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (written) => {
        const value: Json = JSON.parse(JSON.stringify(written))
        const text = canonicalJson(value)
        expect(canonicalJson(turned(value))).toBe(text)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('what has no JSON is a broken promise', () => {
  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('%d', (number) => {
    expect(() => canonicalJson([number])).toThrow(`broken promise: ${number} can be written`)
  })

  test('a key without a value', () => {
    const holes: Record<string, Json> = JSON.parse('{"here":1}')
    Object.assign(holes, { gone: undefined })
    expect(() => canonicalJson(holes)).toThrow('broken promise: gone can be written as JSON')
  })
})

function turned(value: Json): Json {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(turned)
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, each]) => [key, turned(each)]),
  )
}
