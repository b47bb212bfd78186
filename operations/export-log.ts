/**
 * The log as a file (uitvoer), for who checks it elsewhere: events, decisions and checkpoints, in the order in
 * which they can be checked while they are read.
 */
import { hex } from '../core/basics/sha256.ts'
import {
  type ExportLine,
  exportFormat,
  type Holds,
  writeExportLine,
} from '../core/oversight/log-export.ts'
import type { Store } from '../store/database.ts'
import { eventsFrom, type OpenedValue, valuesOf } from '../store/log.ts'
import { publicKeyText } from '../store/log-key.ts'
import { checkpointsBetween, latestCheckpoint } from '../store/log-tree.ts'
import { rankingEvents, rankingsByEvent } from '../store/rankings.ts'
import { cosignaturesOf } from '../store/witnesses.ts'
import { type Operation, refuse } from './operation.ts'

export type Export = { readonly size: number; readonly event: number }

/**
 * Begins an export: it is written in the log that somebody took one. What it holds goes to the last checkpoint,
 * and is then read by `exportLines`.
 */
export const exportLog: Operation<{ readonly holds: Holds }, Export> = {
  action: 'export-log',
  about: async () => ({}),
  async perform(doing, { holds }) {
    const { transaction, region, setting } = doing
    const checkpoint = await latestCheckpoint(transaction, region)
    if (!setting.logKey || !checkpoint) return refuse('not-signed-yet')
    const event = await doing.write({
      kind: 'log-exported',
      open: { holds, events: checkpoint.size },
    })
    return { size: checkpoint.size, event }
  },
}

const eventsAtOnce = 500

export type ExportSource = {
  readonly store: Store
  readonly region: string
  /** The public key in one line; empty where it is not known. */
  readonly key: string
}

/** What of a setting an export needs. */
export function exportSourceOf({
  store,
  region,
  logKey,
}: Parameters<typeof exportLog.about>[0]['setting']): ExportSource {
  return { store, region, key: logKey ? publicKeyText(logKey) : '' }
}

/** The lines of an export of the first `size` events, each with its line end. */
export async function* exportLines(
  { store, region, key }: ExportSource,
  { size, holds }: { readonly size: number; readonly holds: Holds },
): AsyncGenerator<string> {
  const line = (each: ExportLine) => `${writeExportLine(each)}\n`
  yield line({ head: { format: exportFormat, holds, key } })
  let checkpoints = 0
  let decisions = 0
  for (let from = 0; from < size; from += eventsAtOnce) {
    const to = Math.min(size, from + eventsAtOnce)
    const events = await eventsFrom(store, region, from, to)
    const numbers = events.map(({ number }) => number)
    const opened = holds === 'all' ? await valuesOf(store, region, numbers) : []
    const values = Map.groupBy(opened, ({ event }) => event)
    const deciding = holds === 'all' ? await rankingEvents(store, region, numbers) : new Set()
    const signed = await checkpointsBetween(store, region, from, to)
    const sizes = signed.map((each) => each.size)
    const witnessed = await cosignaturesOf(store, region, sizes)
    const notes = new Map(
      signed.map(({ size: of, note }) => [of, note + (witnessed.get(of) ?? []).join('')]),
    )
    for (const { position, number, hash, body } of events) {
      const told = (values.get(number) ?? []).map(valueRow)
      yield line({ event: { position, hash: hex(hash), body, values: told } })
      if (deciding.has(number)) {
        // One at a time, for a receipt can be large.
        for (const { listing, receipt } of await rankingsByEvent(store, region, [number])) {
          decisions += 1
          yield line({ decision: { position, listing, receipt } })
        }
      }
      const note = notes.get(position + 1)
      if (note === undefined) continue
      checkpoints += 1
      yield line({ checkpoint: note })
    }
  }
  yield line({ end: { events: size, checkpoints, decisions } })
}

function valueRow({ name, value, salt }: OpenedValue) {
  return [name, value, hex(salt)] as const
}
