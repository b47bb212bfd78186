/**
 * Checks the log of a database as it stands (controle), by the same road as an export elsewhere; and what only
 * a database holds: the tree it proves by, and the places people were told.
 */
import { readCheckpoint } from '../core/basics/checkpoint.ts'
import { hex } from '../core/basics/sha256.ts'
import type { AuditFault } from '../core/oversight/audit-fault.ts'
import { openStore, type Store } from '../store/database.ts'
import { startEmbeddedPostgres } from '../store/embedded-postgres.ts'
import { contradictingEvents } from '../store/log.ts'
import { findLogKey, publicKeyText } from '../store/log-key.ts'
import { latestCheckpoint, logRegions, logRoot, logSize, unplacedCount } from '../store/log-tree.ts'
import { toldOf } from '../store/rankings.ts'
import { type Audit, type AuditOptions, auditLog } from './audit-log.ts'
import { exportLines } from './export-log.ts'
import { toldFaults } from './replay-decision.ts'

export type DatabaseAudit = Audit & { readonly region: string; readonly waiting: number }

/** Opens the database of an address, or the one in a folder; gives what to close it with. */
export async function openDatabase({
  url,
  folder,
}: {
  readonly url: string | undefined
  readonly folder: string
}): Promise<{ readonly store: Store; readonly url: string; close(): Promise<void> }> {
  const embedded = url === undefined ? await startEmbeddedPostgres(folder) : undefined
  const address = url ?? embedded?.url ?? ''
  const store = openStore(address)
  return {
    store,
    url: address,
    async close() {
      await store.destroy()
      await embedded?.stop()
    },
  }
}

/** Audits every log of a database; the public key comes from the folder where it is kept, or is given. */
export async function auditDatabase(
  store: Store,
  keyFolder: string,
  options: AuditOptions = {},
): Promise<DatabaseAudit[]> {
  const audits: DatabaseAudit[] = []
  for (const region of await logRegions(store)) {
    audits.push(await auditRegion(store, region, keyFolder, options))
  }
  return audits
}

async function auditRegion(
  store: Store,
  region: string,
  keyFolder: string,
  options: AuditOptions,
): Promise<DatabaseAudit> {
  const checkpoint = await latestCheckpoint(store, region)
  const name = checkpoint && readCheckpoint(checkpoint.note)?.origin
  const own = name === undefined ? undefined : findLogKey(keyFolder, name)
  const key = options.key ?? (own ? publicKeyText(own) : '')
  const size = await logSize(store, region)
  const audit = await auditLog(
    withoutLineEnds(exportLines({ store, region, key }, { size, holds: 'all' })),
    {
      ...options,
      decided: async ({ listing }, again) =>
        toldFaults(again, await toldOf(store, region, listing), String(listing)),
    },
  )
  const isProven = audit.events === size && hex(await logRoot(store, region, size)) === audit.root
  const contradicting = await contradictingEvents(store, region)
  const faults: AuditFault[] = [
    ...(isProven ? [] : [{ code: 'tiles-differ', facts: { size } } as const]),
    ...(contradicting === 0
      ? []
      : [{ code: 'columns-differ', facts: { count: contradicting } } as const]),
  ]
  return {
    ...audit,
    region,
    waiting: await unplacedCount(store, region),
    // A log that is in use is always some events ahead of its last checkpoint.
    faults: [...audit.faults.filter(({ code }) => code !== 'not-signed'), ...faults],
  }
}

async function* withoutLineEnds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield line.slice(0, -1)
}
