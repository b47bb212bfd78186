/** What every command of the terminal has in common: what it gets, and what it gives back. */
import { randomUUID } from 'node:crypto'
import {
  closeSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import type { Issue } from '../core/policy/issue.ts'
import { issueText } from '../words/issues.ts'
import type { Language } from '../words/language.ts'

/** 0 good; 1 found something wrong; 2 could not read the input or the question; 3 not yet. */
export type ExitCode = 0 | 1 | 2 | 3

export type Done = { readonly exitCode: ExitCode; readonly output: string }

export type Setting = {
  readonly language: Language
  /** Whether the output is a terminal that shows colour. */
  readonly colour: boolean
  /** The present moment in whole seconds; only the start of the program reads a clock. */
  readonly now: number
  /** Where work that takes long tells how far it is; without it, nothing is told. */
  readonly watch?: Watch
  /** Lets work that takes long end in good order on Ctrl-C; gives what lets go of it again. */
  readonly onInterrupt?: (stop: () => void) => () => void
}

/** The side of the terminal that outcomes do not go to. */
export type Watch = {
  readonly isTerminal: boolean
  readonly columns: number
  readonly write: (text: string) => void
  /** Seconds since some moment. */
  readonly seconds: () => number
}

export type Values = { readonly [option: string]: string | boolean | readonly string[] | undefined }

/** What was asked: the words behind the command, and its options. */
export type Question = { readonly words: readonly string[]; readonly values: Values }

export type Command = (question: Question, setting: Setting) => Done | Promise<Done>

export function done(exitCode: ExitCode, ...lines: string[]): Done {
  return said(exitCode, lines)
}

/** The same for a list of any length: only so many lines fit in the arguments of a call. */
export function said(exitCode: ExitCode, lines: readonly string[]): Done {
  return { exitCode, output: lines.length === 0 ? '' : `${lines.join('\n')}\n` }
}

/** The faults of a file, each with its place, and nothing else. */
export function unreadable(
  issues: readonly Issue[],
  { language }: Pick<Setting, 'language'>,
): Done {
  return done(2, ...issues.map((issue) => issueText(issue, language)))
}

/** What a loader gives is either the thing or its issues; issues are a list of places. */
export function areIssues<T>(loaded: T | Issue[]): loaded is Issue[] {
  return Array.isArray(loaded) && loaded.length > 0 && isIssue(loaded[0])
}

function isIssue(value: unknown): value is Issue {
  return typeof value === 'object' && value !== null && 'code' in value && 'facts' in value
}

export function textOption({ values }: Question, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

/** Every value of an option that may be given more than once. */
export function textsOption({ values }: Question, name: string): readonly string[] {
  const value = values[name]
  if (typeof value === 'string') return [value]
  return typeof value === 'object' ? value : []
}

/** A file that could not be written, by the name somebody asked for. */
export class NotWritten extends Error {
  readonly file: string
  readonly reason: string

  constructor(file: string, cause: unknown) {
    super(`${file} cannot be written`, { cause })
    this.file = file
    this.reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
  }
}

/**
 * Writes a whole file or none: beside it first, then in its place. What a link points to is written,
 * and the link stays. What is no file, such as a pipe or a device, cannot be put in a place: it is
 * written to directly.
 */
export function writeWhole(file: string, pieces: Iterable<string>): void {
  try {
    const found = statSync(file, { throwIfNoEntry: false })
    if (found && !found.isFile()) writePieces(file, pieces)
    else writeBeside(found ? realpathSync(file) : file, pieces)
  } catch (error) {
    throw new NotWritten(file, error)
  }
}

function writeBeside(file: string, pieces: Iterable<string>): void {
  const draft = `${file}.${randomUUID()}.part`
  try {
    writePieces(draft, pieces)
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

function writePieces(file: string, pieces: Iterable<string>): void {
  const open = openSync(file, 'w')
  try {
    for (const piece of pieces) writeFileSync(open, piece)
  } finally {
    closeSync(open)
  }
}

const styles = { bold: '1', dim: '2', red: '31', green: '32', yellow: '33', cyan: '36' } as const

/** Colour only where a terminal shows it. */
export function style(
  text: string,
  name: keyof typeof styles,
  { colour }: Pick<Setting, 'colour'>,
): string {
  return colour ? `\u001b[${styles[name]}m${text}\u001b[0m` : text
}

/** Columns lined up under their headings; the last one is not padded. */
export function table(rows: readonly (readonly string[])[], indent = '  '): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, [...(row[column] ?? '')].length), 0),
  )
  return rows.map((row) =>
    `${indent}${row
      .map((cell, column) =>
        column === row.length - 1
          ? cell
          : cell + ' '.repeat((widths[column] ?? 0) - [...cell].length),
      )
      .join('  ')}`.trimEnd(),
  )
}
