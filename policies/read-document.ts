import { readFileSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import type {
  Alias,
  Node,
  Pair,
  ParsedNode,
  Scalar,
  YAMLError,
  Document as YamlDocument,
} from 'yaml'
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Json } from '../core/basics/canonical-json.ts'
import type { Issue, Problem, YamlCause } from '../core/policy/issue.ts'
import type { Path } from '../core/policy/resolve.ts'

/** A file as read: plain values (dates are still text), and where each of them stands. */
export type Document = {
  readonly file: string
  readonly value: Json
  /** Place of a value, or of its key; of the nearest value around it when it is not written. */
  readonly locate: (path: Path, part?: 'key' | 'value') => { line: number; column: number }
  readonly issue: (problem: Problem, path: Path, part?: 'key' | 'value') => Issue
  /** A key without colon or value, such as the second half of a sentence that a comma cut in two. */
  readonly isBareKey: (path: Path) => boolean
}

type Contents = YamlDocument.Parsed<ParsedNode>

export const ruleBookBytesMax = 2 * 1024 * 1024
/** How many values aliases may bring in, all together. */
const followedMax = 200_000
const issuesMax = 20
const refusedKeys = ['__proto__', 'constructor', 'prototype']

/** How the name of a file that holds a document ends. */
export const documentEndings = ['.yaml', '.yml', '.json']

/** Whether a reference says where a file stands; else it is a name of what ships or lies in the folder. */
export function isPath(reference: string): boolean {
  return /[/\\]/.test(reference) || documentEndings.includes(extname(reference))
}

/** Reads YAML or JSON. Whatever is wrong with the file comes back as issues; nothing is thrown. */
export function readDocument(file: string, bytesMax = ruleBookBytesMax): Document | Issue[] {
  const text = readText(file, bytesMax)
  return typeof text === 'string' ? parseText(text, file) : [text]
}

/** The text of a file, or why there is none. */
export function readText(file: string, bytesMax: number): string | Issue {
  const whole = (problem: Problem): Issue => ({ file, path: '', ...problem })
  try {
    const found = statSync(file)
    if (found.isDirectory()) return whole({ code: 'file-is-folder', facts: {} })
    if (found.size > bytesMax) {
      return whole({ code: 'file-too-large', facts: { bytes: found.size, limit: bytesMax } })
    }
    return textOfBytes(readFileSync(file), file, bytesMax)
  } catch (error) {
    return whole(unreadable(error))
  }
}

/** The text in bytes that somebody sent under a name, or why there is none. */
export function textOfBytes(bytes: Uint8Array, file: string, bytesMax: number): string | Issue {
  const whole = (problem: Problem): Issue => ({ file, path: '', ...problem })
  if (bytes.length > bytesMax) {
    return whole({ code: 'file-too-large', facts: { bytes: bytes.length, limit: bytesMax } })
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (text.includes('\0')) return whole({ code: 'file-not-text', facts: {} })
    if (text.trim() === '') return whole({ code: 'file-empty', facts: {} })
    return text
  } catch (error) {
    return whole(unreadable(error))
  }
}

/** Why the system could not give a file, as a problem. */
export function unreadable(error: unknown): Problem {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  if (reason === 'ENOENT' || reason === 'ENOTDIR') return { code: 'file-not-found', facts: {} }
  if (reason === 'ERR_ENCODING_INVALID_ENCODED_DATA') return { code: 'file-not-text', facts: {} }
  return { code: 'file-not-readable', facts: { reason } }
}

/** Reads text as YAML or JSON; `file` says where it came from. */
export function parseText(text: string, file: string): Document | Issue[] {
  const lines = new LineCounter()
  const place: AtOffset = (offset) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  try {
    const contents = parseDocument(textToParse(text, file), {
      lineCounter: lines,
      schema: 'core',
      stringKeys: true,
      prettyErrors: false,
      // Unique keys are checked below, in linear time.
      uniqueKeys: false,
    })
    const issue = syntaxIssue(contents, file, place)
    return issue ? [issue] : documentOf(contents, file, place)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return [{ file, path: '', ...tooDeep }]
  }
}

// JSON may be indented with tabs, which YAML forbids; inside a JSON string a bare tab is not allowed.
function textToParse(text: string, file: string): string {
  return file.endsWith('.json') ? text.replaceAll('\t', ' ') : text
}

type AtOffset = (offset: number) => { line: number; column: number }

const tooDeep = { code: 'yaml-syntax', facts: { cause: 'too-deep' } } as const

// One fault often makes the reader stumble several times over; the first is the one to mend.
function syntaxIssue(contents: Contents, file: string, place: AtOffset): Issue | undefined {
  const fault = contents.errors[0] ?? contents.warnings[0]
  const whole = { file, path: '' }
  if (!fault) {
    if (!contents.directives.yaml.explicit) return undefined
    return { ...whole, ...place(0), code: 'yaml-syntax', facts: { cause: 'directive' } }
  }
  const here = { ...whole, ...place(fault.pos[0]) }
  if (fault.code === 'TAG_RESOLVE_FAILED') return { ...here, code: 'refused-tag', facts: {} }
  const cause = causeOf(fault)
  // How deep is too deep depends on the machine, so the place says nothing.
  if (cause === 'too-deep') return { ...whole, ...tooDeep }
  return { ...here, code: 'yaml-syntax', facts: { cause } }
}

function causeOf(fault: YAMLError): YamlCause {
  switch (fault.code) {
    case 'TAB_AS_INDENT':
      return 'tab'
    case 'MISSING_CHAR':
      return 'not-closed'
    case 'BAD_INDENT':
      return fault.message.includes('end with') ? 'not-closed' : 'indent'
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'colon-in-text'
    case 'BAD_SCALAR_START':
      return 'reserved-start'
    case 'MULTIPLE_DOCS':
      return 'several-documents'
    case 'BAD_DIRECTIVE':
      return 'directive'
    case 'RESOURCE_EXHAUSTION':
      return 'too-deep'
    default:
      return 'other'
  }
}

function documentOf(contents: Contents, file: string, place: AtOffset): Document | Issue[] {
  const issues: Issue[] = []
  const { value, targets } = readTree(contents, place, (problem, path, node) => {
    issues.push({ file, ...place(offsetOf(node)), path: pathText(path), ...problem })
  })
  if (issues.length > 0) return issues.slice(0, issuesMax)
  const locate: Document['locate'] = (path, part = 'value') =>
    place(offsetOf(nodeAt(contents.contents, path, part, targets)))
  return {
    file,
    value,
    locate,
    issue: (problem, path, part) => ({
      file,
      ...locate(path, part),
      path: pathText(path),
      ...problem,
    }),
    isBareKey: (path) => {
      const parent = nodeAt(contents.contents, path.slice(0, -1), 'value', targets)
      return isMap(parent) && pairOf(parent.items, path.at(-1), targets)?.value === null
    },
  }
}

const plainTags = /^tag:yaml\.org,2002:(map|seq|str|int|float|bool|null)$/
const mergeKey = '<<'

type Report = (problem: Problem, path: Path, node: Node | null) => void
/** What each alias (`*name`) stands for. */
type Targets = Map<Alias, Node>

// Turns the syntax tree into plain values and refuses what plain data never needs. Aliases and merge
// keys (`<<: *name`) are followed, and what they bring is counted: a few lines of them can stand for
// millions of values.
function readTree(contents: Contents, place: AtOffset, report: Report) {
  const anchors = new Map<string, Node>()
  const targets: Targets = new Map()
  const following: Node[] = []
  let followed = 0
  let tooMany = false

  function plain(node: Node | null, path: Path): Json {
    if (following.length > 0 && followed++ >= followedMax) return null
    if (isAlias(node)) return plainAlias(node, path)
    if (node?.tag !== undefined && !plainTags.test(node.tag)) {
      report({ code: 'refused-tag', facts: {} }, path, node)
    }
    if (isNode(node) && 'anchor' in node && node.anchor) anchors.set(node.anchor, node)
    if (isMap(node)) return plainMap(node.items, path)
    if (isSeq(node)) return node.items.map((item, at) => plain(nodeOf(item), [...path, at]))
    return isScalar(node) ? plainScalar(node, path) : null
  }

  function plainAlias(alias: Alias, path: Path): Json {
    const target = targets.get(alias) ?? anchors.get(alias.source)
    if (!target) report({ code: 'unknown-alias', facts: { found: alias.source } }, path, alias)
    if (!target) return null
    targets.set(alias, target)
    // An alias inside what it stands for would never end.
    if (following.includes(target)) followed = followedMax
    following.push(target)
    const value = plain(target, path)
    following.pop()
    if (followed > followedMax && following.length === 0 && !tooMany) {
      tooMany = true
      report({ code: 'too-many-aliases', facts: { limit: followedMax } }, path, alias)
    }
    return value
  }

  function plainMap(items: readonly Pair[], path: Path): Json {
    const keys = new Map<string, Node | null>()
    const merged: Json[] = []
    const entries = items.flatMap((pair): [string, Json][] => {
      const key = keyOf(pair)
      const node = nodeOf(pair.key)
      const first = keys.get(key)
      const here = [...path, key]
      if (refusedKeys.includes(key)) report({ code: 'refused-key', facts: { key } }, here, node)
      if (first) {
        const firstLine = place(offsetOf(first)).line
        report({ code: 'duplicate-key', facts: { key, firstLine } }, here, node)
      }
      keys.set(key, first ?? node)
      const value = plain(nodeOf(pair.value), here)
      if (key !== mergeKey) return [[key, value]]
      merged.push(...(isList(value) ? value : [value]))
      return []
    })
    // What is written here wins over what is merged, and an earlier merge over a later one.
    return Object.assign({}, ...merged.toReversed().filter(isPlainMap), Object.fromEntries(entries))
  }

  function plainScalar(scalar: Scalar, path: Path): Json {
    const { value } = scalar
    if (typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value !== 'number') return null
    // Who writes 24.000 may mean thousands, and who is not sure is not read as 24.
    if (Number.isInteger(value) && scalar.source?.includes('.')) return scalar.source
    if (Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value
    const limit = Number.MAX_SAFE_INTEGER
    const facts = { found: scalar.source ?? '', atLeast: -limit, atMost: limit }
    report({ code: 'out-of-range', facts }, path, scalar)
    return null
  }

  return { value: plain(contents.contents, []), targets }
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function isPlainMap(value: Json): boolean {
  return typeof value === 'object' && value !== null && !isList(value)
}

function nodeAt(root: Node | null, path: Path, part: 'key' | 'value', targets: Targets) {
  let node = target(root, targets)
  for (const [depth, step] of path.entries()) {
    const pair = isMap(node) ? pairOf(node.items, step, targets) : undefined
    const wantsKey = part === 'key' && depth === path.length - 1
    const child = isSeq(node) ? nodeOf(node.items[Number(step)]) : nodeOf(pair?.value)
    const next = wantsKey || (pair && !child) ? nodeOf(pair?.key) : target(child, targets)
    if (!next) return node
    node = next
  }
  return node
}

// The pair of a key, written in the map itself or merged into it.
function pairOf(items: readonly Pair[], key: unknown, targets: Targets): Pair | undefined {
  const own = items.find((item) => keyOf(item) === key)
  if (own) return own
  const merged = nodeOf(items.find((item) => keyOf(item) === mergeKey)?.value)
  const maps = isSeq(merged) ? merged.items.map(nodeOf) : [merged]
  for (const each of maps) {
    const map = target(each, targets)
    const found = isMap(map) ? pairOf(map.items, key, targets) : undefined
    if (found) return found
  }
  return undefined
}

function target(node: Node | null, targets: Targets): Node | null {
  return isAlias(node) ? (targets.get(node) ?? null) : node
}

function nodeOf(value: unknown): Node | null {
  return isNode(value) ? value : null
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : ''
}

function offsetOf(node: Node | null): number {
  return node?.range?.[0] ?? 0
}

/** `articles[3].rules[0].must.age`; empty for the whole document. */
export function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '')
}
