/** Exports of the whole region (uitvoer van alles): who asked and agreed, how far they are, and their file in parts. */
import type { InTransaction, Store } from './database.ts'
import { isUuid } from './uuid.ts'

export type RegionExport = {
  readonly id: string
  readonly reason: string
  readonly askedBy: string
  readonly askedByName: string
  readonly askedAt: Date
  readonly answeredBy: string | undefined
  readonly answeredByName: string | undefined
  readonly answeredAt: Date | undefined
  /** Undefined while it waits for a second human. */
  readonly agreed: boolean | undefined
  /** Rows to write, about, and those that were. */
  readonly total: number
  readonly done: number
  readonly readyAt: Date | undefined
  readonly bytes: number | undefined
  /** By which the file is known. */
  readonly hash: string | undefined
  readonly fetched: number
  readonly endedAt: Date | undefined
}

export async function addExport(
  transaction: InTransaction,
  region: string,
  asked: {
    readonly id: string
    readonly reason: string
    readonly askedBy: string
    readonly askedAt: Date
    readonly event: number
  },
): Promise<boolean> {
  const { id, reason, askedBy, askedAt, event } = asked
  const added = await transaction
    .insertInto('region_export')
    .values({
      ...{ region, id, reason, asked_by: askedBy, asked_at: askedAt, asked_event: event },
      ...{ answered_by: null, answered_at: null, agreed: null },
      ...{ ready_at: null, bytes: null, sha256: null, ended_at: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Whether one is asked or made at this moment. */
export async function hasOpenExport(transaction: InTransaction, region: string): Promise<boolean> {
  const found = await transaction
    .selectFrom('region_export')
    .select('id')
    .where('region', '=', region)
    .where('ready_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

export async function exportOf(
  store: Store | InTransaction,
  region: string,
  id: string,
  lock?: 'lock',
): Promise<RegionExport | undefined> {
  if (!isUuid(id)) return undefined
  const asked = exportsIn(store, region).where('region_export.id', '=', id)
  const row = await (lock ? asked.forUpdate(['region_export']) : asked).executeTakeFirst()
  return row && exportFrom(row)
}

/** The newest first. */
export async function exportsOf(
  store: Store | InTransaction,
  region: string,
  most: number,
): Promise<RegionExport[]> {
  const rows = await exportsIn(store, region)
    .orderBy('region_export.asked_at', 'desc')
    .limit(most)
    .execute()
  return rows.map(exportFrom)
}

export type ExportChange = {
  readonly answeredBy?: string
  readonly answeredAt?: Date
  readonly agreed?: boolean
  readonly total?: number
  readonly done?: number
  readonly readyAt?: Date
  readonly bytes?: number
  readonly hash?: Uint8Array
  readonly fetched?: number
  readonly endedAt?: Date
}

/** Changes an export that did not end; false where it did. */
export async function setExport(
  store: Store | InTransaction,
  region: string,
  id: string,
  change: ExportChange,
): Promise<boolean> {
  const { answeredBy, answeredAt, agreed, total, done, readyAt, bytes, hash, fetched } = change
  const changed = await store
    .updateTable('region_export')
    .set({
      ...(answeredBy !== undefined && { answered_by: answeredBy }),
      ...(answeredAt && { answered_at: answeredAt }),
      ...(agreed !== undefined && { agreed }),
      ...(total !== undefined && { total }),
      ...(done !== undefined && { done }),
      ...(readyAt && { ready_at: readyAt }),
      ...(bytes !== undefined && { bytes }),
      ...(hash && { sha256: Buffer.from(hash) }),
      ...(fetched !== undefined && { fetched }),
      ...(change.endedAt && { ended_at: change.endedAt }),
    })
    .where('region', '=', region)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

export async function addExportPart(
  store: Store,
  region: string,
  id: string,
  part: { readonly number: number; readonly bytes: Buffer },
): Promise<void> {
  await store
    .insertInto('region_export_part')
    .values({ region, id, ...part })
    .execute()
}

/** A part of the file; undefined behind the last, and where it is gone. */
export async function exportPart(
  store: Store,
  region: string,
  id: string,
  number: number,
): Promise<Buffer | undefined> {
  const row = await store
    .selectFrom('region_export_part')
    .select('bytes')
    .where('region', '=', region)
    .where('id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.bytes
}

export async function dropExportParts(
  store: Store | InTransaction,
  region: string,
  id: string,
): Promise<void> {
  await store
    .deleteFrom('region_export_part')
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}

/** Exports that somebody took along in a time: when, who, and the second who agreed. */
export type FetchedExport = {
  readonly at: Date
  readonly name: string
  readonly agreedByName: string
  readonly reason: string
}

/** Each time that the file of one was taken along, the newest first. */
export async function fetchedExports(
  store: Store | InTransaction,
  region: string,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<FetchedExport[]> {
  const rows = await store
    .selectFrom('event')
    .innerJoin('region_export', (join) =>
      join
        .onRef('region_export.region', '=', 'event.region')
        .on(({ eb, ref }) =>
          eb(
            eb.cast(ref('region_export.id'), 'text'),
            '=',
            eb.fn('jsonb_extract_path_text', [
              eb.cast(ref('event.body'), 'jsonb'),
              eb.val('export'),
            ]),
          ),
        ),
    )
    .innerJoin('human as asker', (join) =>
      join
        .onRef('asker.region', '=', 'region_export.region')
        .onRef('asker.id', '=', 'region_export.asked_by'),
    )
    .innerJoin('human as second', (join) =>
      join
        .onRef('second.region', '=', 'region_export.region')
        .onRef('second.id', '=', 'region_export.answered_by'),
    )
    .select(['event.at', 'asker.name', 'second.name as agreedByName', 'region_export.reason'])
    .where('event.region', '=', region)
    .where('event.kind', '=', 'region-export-fetched')
    .where('event.at', '>=', from)
    .where('event.at', '<', until)
    .orderBy('event.number', 'desc')
    .execute()
  return rows
}

function exportsIn(store: Store | InTransaction, region: string) {
  return store
    .selectFrom('region_export')
    .innerJoin('human as asker', (join) =>
      join
        .onRef('asker.region', '=', 'region_export.region')
        .onRef('asker.id', '=', 'region_export.asked_by'),
    )
    .leftJoin('human as second', (join) =>
      join
        .onRef('second.region', '=', 'region_export.region')
        .onRef('second.id', '=', 'region_export.answered_by'),
    )
    .selectAll('region_export')
    .select(['asker.name as askedByName', 'second.name as answeredByName'])
    .where('region_export.region', '=', region)
}

type Row = Awaited<ReturnType<ReturnType<typeof exportsIn>['executeTakeFirstOrThrow']>>

function exportFrom(row: Row): RegionExport {
  return {
    ...{ id: row.id, reason: row.reason, askedBy: row.asked_by, askedByName: row.askedByName },
    ...{ askedAt: row.asked_at, answeredBy: row.answered_by ?? undefined },
    ...{ answeredByName: row.answeredByName ?? undefined },
    ...{ answeredAt: row.answered_at ?? undefined, agreed: row.agreed ?? undefined },
    ...{ total: row.total, done: row.done, readyAt: row.ready_at ?? undefined },
    ...{ bytes: row.bytes ?? undefined, hash: row.sha256?.toString('hex') },
    ...{ fetched: row.fetched, endedAt: row.ended_at ?? undefined },
  }
}
