import type { Issue } from '../core/policy/issue.ts'
import { isMap, wrongType } from './condition-schema.ts'
import { readText } from './read-document.ts'
import { jsonFault, placeIn } from './read-json.ts'

/** A key of a row as it stands in the text. */
export type JsonKey = { readonly name: string; readonly offset: number }
export type JsonRow = {
  readonly keys: readonly JsonKey[]
  readonly values: Readonly<Record<string, unknown>>
  readonly offset: number
  /** False where something else than an object stands in the list. */
  readonly isRow: boolean
}
export type JsonRows = {
  readonly rows: Iterable<JsonRow>
  readonly place: (offset: number) => { line: number; column: number }
}

const bytesMax = 512 * 1024 * 1024

/** Reads a JSON list of flat objects, or one of them. The place of a key is looked up only when something is wrong. */
export function readJsonRows(file: string): JsonRows | Issue {
  const text = readText(file, bytesMax)
  if (typeof text !== 'string') return text
  const place = (offset: number) => placeIn(text, offset)
  try {
    const parsed: unknown = JSON.parse(text)
    if (Array.isArray(parsed)) return { rows: rowsOf(text, parsed), place }
    if (isMap(parsed)) return { rows: rowsOf(`[${text}`, [parsed]), place: (at) => place(at - 1) }
    return { file, path: '', ...place(0), ...wrongType(parsed, 'list') }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return jsonFault(text, file)
  }
}

const token = /[\s,:]*("(?:[^"\\]|\\.)*"|[[\]{}]|[^\s,:[\]{}"]+)/y

// Walks over text that is known to be JSON, so that it needs to tell brackets from the rest only.
function* rowsOf(text: string, parsed: readonly unknown[]): Generator<JsonRow> {
  const next = tokensOf(text)
  next()
  for (const row of parsed) {
    const start = next()
    if (!isMap(row)) {
      skip(start.text, next)
      yield { keys: [], values: {}, offset: start.offset, isRow: false }
      continue
    }
    const keys: JsonKey[] = []
    for (let key = next(); key.text !== '}'; key = next()) {
      keys.push({ name: JSON.parse(key.text), offset: key.offset })
      skip(next().text, next)
    }
    yield { keys, values: row, offset: start.offset, isRow: true }
  }
}

type Next = () => { text: string; offset: number }

function tokensOf(text: string): Next {
  let at = 0
  return () => {
    token.lastIndex = at
    const found = token.exec(text)?.[1] ?? ''
    at = token.lastIndex
    return { text: found, offset: at - found.length }
  }
}

// Past a value whose first token was taken.
function skip(first: string, next: Next): void {
  let depth = first === '{' || first === '[' ? 1 : 0
  while (depth > 0) {
    const { text } = next()
    if (text === '{' || text === '[') depth += 1
    if (text === '}' || text === ']') depth -= 1
  }
}
