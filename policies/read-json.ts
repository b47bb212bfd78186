import type * as z from 'zod'
import type { Issue } from '../core/policy/issue.ts'
import { type Document, parseText, pathText, ruleBookBytesMax } from './read-document.ts'
import { readShape } from './shape-issues.ts'

/**
 * Reads JSON that may be a million rows long: as plain JSON where it is right, and where it is not,
 * once more with the place of everything. A file too long for that keeps the path alone.
 */
export function readJson<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  file: string,
): { read: z.output<Schema> } | Issue[] {
  const document: Document = {
    file,
    value: null,
    locate: () => ({ line: 1, column: 1 }),
    issue: (problem, path) => ({ file, path: pathText(path), ...problem }),
    isBareKey: () => false,
  }
  try {
    const read = readShape(schema, { ...document, value: JSON.parse(text) })
    if (!Array.isArray(read) || text.length > ruleBookBytesMax) return read
    const placed = parseText(text, file)
    return Array.isArray(placed) ? read : readShape(schema, placed)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return [jsonFault(text, file)]
  }
}

/** What is wrong with text that is not JSON: the place where it stops being so. */
export function jsonFault(text: string, file: string): Issue {
  return { file, path: '', ...placeIn(text, faultAt(text)), code: 'json-syntax', facts: {} }
}

export function placeIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

const space = /[ \t\n\r]*/y
const lexeme =
  /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)|[[\]{},:]/uy

type Wanted = 'value' | 'first-item' | 'key' | 'first-key' | 'colon' | 'next' | 'end'

// JSON.parse does not always say where it stopped.
function faultAt(text: string): number {
  const open: string[] = []
  let wanted: Wanted = 'value'
  let at = 0
  while (at < text.length) {
    space.lastIndex = at
    space.exec(text)
    at = lexeme.lastIndex = space.lastIndex
    const found = lexeme.exec(text)?.[0]
    const then: Wanted | undefined = found === undefined ? undefined : after(found, wanted, open)
    if (found === undefined || then === undefined) return at
    wanted = then
    at += found.length
  }
  return at
}

// What may come after this, or nothing when this itself may not come here.
function after(found: string, wanted: Wanted, open: string[]): Wanted | undefined {
  const isValue = wanted === 'value' || wanted === 'first-item'
  const ends = open.at(-1) === '{' ? '}' : ']'
  switch (found) {
    case '{':
    case '[':
      if (isValue) open.push(found)
      return isValue ? (found === '{' ? 'first-key' : 'first-item') : undefined
    case '}':
    case ']': {
      const mayEnd = wanted === 'next' || wanted === (found === '}' ? 'first-key' : 'first-item')
      if (!mayEnd || found !== ends || open.pop() === undefined) return undefined
      return open.length === 0 ? 'end' : 'next'
    }
    case ',':
      return wanted !== 'next' ? undefined : ends === '}' ? 'key' : 'value'
    case ':':
      return wanted === 'colon' ? 'value' : undefined
    default:
      if (isValue) return open.length === 0 ? 'end' : 'next'
      return found.startsWith('"') && wanted.endsWith('key') ? 'colon' : undefined
  }
}
