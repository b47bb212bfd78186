/**
 * The log as a file (uitvoer): one canonical JSON text a line, in the order in which it can be checked while it
 * is read. The first line says whose log it is; then come events by position, right behind each the decision it
 * stands for, and a checkpoint where its events are complete; the last line counts. Described in
 * `docs/guides/verify-the-log.md`.
 */
import { canonicalJson, type Json } from '../basics/canonical-json.ts'

export const exportFormat = 'verdeelsleutel-log-v1'

/** `all`: with personal values and receipts, for the auditor. `open`: what everybody may read. */
export type Holds = 'all' | 'open'

export type ExportHead = {
  readonly format: typeof exportFormat
  readonly holds: Holds
  /** The name and public key of the log (C2SP vkey); empty where it was exported without. */
  readonly key: string
}

export type ExportedEvent = {
  readonly position: number
  /** The hash of the body as a leaf of the tree, in hexadecimal. */
  readonly hash: string
  readonly body: string
  /** Personal values that are still kept: name, value, and the salt in hexadecimal. */
  readonly values: readonly (readonly [name: string, value: Json, salt: string])[]
}

export type ExportedDecision = {
  readonly position: number
  readonly listing: number
  readonly receipt: string
}

export type ExportEnd = {
  readonly events: number
  readonly checkpoints: number
  readonly decisions: number
}

export type ExportLine =
  | { readonly head: ExportHead }
  | { readonly event: ExportedEvent }
  | { readonly decision: ExportedDecision }
  | { readonly checkpoint: string }
  | { readonly end: ExportEnd }

/** One line, without its line end. */
export function writeExportLine(line: ExportLine): string {
  return canonicalJson(jsonOf(line))
}

function jsonOf(line: ExportLine): Json {
  if ('checkpoint' in line) return { checkpoint: line.checkpoint }
  if ('head' in line) return { head: { ...line.head } }
  if ('decision' in line) return { decision: { ...line.decision } }
  if ('end' in line) return { end: { ...line.end } }
  const { values, ...event } = line.event
  return { event: { ...event, ...(values.length > 0 && { values }) } }
}

/** Reads a line; undefined where it is none, or is written in another way than it would be here. */
export function readExportLine(text: string): ExportLine | undefined {
  const json = parsed(text)
  if (!isRecord(json) || Object.keys(json).length !== 1) return undefined
  const line = lineOf(json)
  return line && writeExportLine(line) === text ? line : undefined
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function lineOf({ head, event, decision, checkpoint, end }: Fields): ExportLine | undefined {
  if (typeof checkpoint === 'string') return { checkpoint }
  if (isRecord(head)) return headOf(head)
  if (isRecord(event)) return eventOf(event)
  if (isRecord(decision)) return decisionOf(decision)
  return isRecord(end) ? endOf(end) : undefined
}

function headOf({ format, holds, key }: Fields): ExportLine | undefined {
  if (format !== exportFormat || typeof key !== 'string') return undefined
  return holds === 'all' || holds === 'open' ? { head: { format, holds, key } } : undefined
}

function eventOf({ position, hash, body, values = [] }: Fields): ExportLine | undefined {
  if (!isCount(position) || typeof hash !== 'string' || typeof body !== 'string') return undefined
  if (!isList(values)) return undefined
  const read = values.flatMap((each): ExportedEvent['values'][number][] => {
    if (!isList(each) || each.length !== 3) return []
    const [name, value, salt] = each
    if (typeof name !== 'string' || value === undefined) return []
    return typeof salt === 'string' && /^[0-9a-f]+$/.test(salt) ? [[name, value, salt]] : []
  })
  return read.length === values.length
    ? { event: { position, hash, body, values: read } }
    : undefined
}

function decisionOf({ position, listing, receipt }: Fields): ExportLine | undefined {
  if (!isCount(position) || !isCount(listing) || typeof receipt !== 'string') return undefined
  return { decision: { position, listing, receipt } }
}

function endOf({ events, checkpoints, decisions }: Fields): ExportLine | undefined {
  if (!isCount(events) || !isCount(checkpoints) || !isCount(decisions)) return undefined
  return { end: { events, checkpoints, decisions } }
}

type Fields = { readonly [name: string]: Json | undefined }

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !isList(value)
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

function isCount(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
