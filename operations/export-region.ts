/**
 * Everything of a region is taken along (uitvoer van alles): one technical administrator asks and says what for, a
 * second who is another human agrees, and a job makes the file, with both their names in it. Only who asked can have
 * it, for a day. Whoever watches over the region is mailed at each step. Source: the trust model, D7 numbers 30 and 32.
 */
import { hex } from '../core/basics/sha256.ts'
import { type ArchiveMade, rowsToWrite, writeArchive } from '../store/archive.ts'
import { firstEventOf } from '../store/events.ts'
import {
  addExport,
  addExportPart,
  dropExportParts,
  exportOf,
  exportPart,
  exportsOf,
  type FetchedExport,
  fetchedExports,
  hasOpenExport,
  type RegionExport,
  setExport,
} from '../store/region-exports.ts'
import { isSameHuman, mailableHolders } from '../store/roles.ts'
import { archiveReadMe } from '../words/archive.ts'
import { alarmInWords, type ExportStep } from '../words/region-export.ts'
import { sentenceIn, sentenceLeast } from './hold-complaint.ts'
import { signingKeyIsHere } from './keep-log.ts'
import {
  type Actor,
  type Doing,
  mayDo,
  type Operation,
  type Refusal,
  refuse,
  type Setting,
} from './operation.ts'
import { languageFrom } from './send-mail.ts'

export type { RegionExport }

const hour = 3_600_000
/** So long can the file be taken along. */
export const hoursKept = 24
/** A connection can break; whoever needs it more often asks again. */
export const fetchesMost = 3

/** The first of two. */
export const askExport: Operation<{ readonly reason: string }, { readonly id: string }> = {
  action: 'export-region',
  about: async () => ({}),
  async perform(doing, said) {
    const { transaction, region, at, actor, setting } = doing
    if (!actor) return refuse('not-found')
    const reason = sentenceIn(said.reason)
    if (reason === undefined) return refuse('reason-missing', { least: sentenceLeast })
    if (!setting.logKey) return refuse('not-signed-yet')
    if (await hasOpenExport(transaction, region)) return refuse('already-asked')
    const id = setting.newId()
    const event = await doing.write({
      kind: 'region-export-asked',
      open: { export: id },
      personal: { reason },
    })
    const added = await addExport(transaction, region, {
      ...{ id, reason, askedBy: actor.human, askedAt: at, event },
    })
    // What was written is given up with the transaction: somebody else asked first.
    if (!added) throw new OtherExport()
    await warn(doing, id, 'asked')
    return { id }
  },
}

/** Another export is asked or made at this moment. */
export class OtherExport extends Error {
  override readonly name = 'OtherExport'
}

/** The second: yes or no. Who asked can say no as well, and so take it back. */
export const answerExport: Operation<
  { readonly id: string; readonly agrees: boolean },
  { readonly event: number }
> = {
  action: 'export-region',
  about: async () => ({}),
  async perform(doing, { id, agrees }) {
    const { transaction, region, at, actor, setting } = doing
    const asked = await exportOf(transaction, region, id, 'lock')
    if (!asked || !actor) return refuse('not-found')
    if (asked.agreed !== undefined || asked.endedAt) return refuse('already-decided')
    if (!agrees) {
      const event = await doing.write({ kind: 'region-export-refused', open: { export: id } })
      await setExport(transaction, region, id, {
        ...{ answeredBy: actor.human, answeredAt: at, agreed: false, endedAt: at },
      })
      return { event }
    }
    if (await isSameHuman(transaction, region, actor.human, asked.askedBy)) {
      return refuse('asked-it-yourself')
    }
    if (!(await signingKeyIsHere(setting))) return refuse('key-not-here')
    const event = await doing.write({ kind: 'region-export-agreed', open: { export: id } })
    await setExport(transaction, region, id, {
      ...{ answeredBy: actor.human, answeredAt: at, agreed: true },
    })
    await doing.later('make-export', { export: id }, at)
    await warn(doing, id, 'agreed')
    return { event }
  },
}

/** Stops an export that is made, or takes the file away; also who watches over the region can. */
export const stopExport: Operation<{ readonly id: string }, { readonly event: number }> = {
  action: 'stop-export',
  about: async () => ({}),
  async perform(doing, { id }) {
    const { transaction, region, at } = doing
    const asked = await exportOf(transaction, region, id, 'lock')
    if (!asked) return refuse('not-found')
    if (asked.endedAt) return refuse('already-ended')
    const event = await doing.write({ kind: 'region-export-stopped', open: { export: id } })
    await setExport(transaction, region, id, { endedAt: at })
    await dropExportParts(transaction, region, id)
    return { event }
  },
}

const partSize = 1 << 20

/**
 * Makes the file, in parts that are there at once and nobody can have before all are. An attempt that was broken off
 * begins anew. What is done meanwhile by others is not in it: it is of one moment.
 */
export async function makeExport(
  doing: Doing,
  id: string,
): Promise<{ readonly export: string; readonly bytes: number } | Refusal> {
  const { transaction, region, at, setting } = doing
  const asked = await exportOf(setting.store, region, id)
  const isAgreed = asked?.agreed === true && asked.answeredAt !== undefined
  if (!isAgreed) return refuse('not-found')
  if (asked.readyAt || asked.endedAt) return refuse('already-ended')
  const written = await writeParts(setting, asked, at)
  if (!written) return refuse('stopped')
  const { bytes, made } = written
  const event = { export: id, archive: hex(made.sha256), bytes, events: made.about.log.size }
  await doing.write({ kind: 'region-exported', open: event })
  const kept = await setExport(transaction, region, id, {
    ...{ readyAt: at, bytes, hash: made.sha256, done: made.rows, total: made.rows },
  })
  if (!kept) return refuse('stopped')
  await doing.later('end-export', { export: id }, new Date(at.getTime() + hoursKept * hour))
  return { export: id, bytes }
}

async function writeParts(
  { store, region, engine, logKey }: Setting,
  asked: RegionExport,
  at: Date,
): Promise<{ readonly bytes: number; readonly made: ArchiveMade } | undefined> {
  const { id, askedByName, askedAt, answeredByName = '', answeredAt, reason } = asked
  await dropExportParts(store, region, id)
  await setExport(store, region, id, { total: await rowsToWrite(store), done: 0 })
  const pieces = writeArchive(store, {
    ...{ region, engine, at },
    watermark: {
      ...{ for: 'export', export: id, reason, askedBy: askedByName, agreedBy: answeredByName },
      ...{ askedAt: askedAt.toISOString(), agreedAt: answeredAt?.toISOString() ?? '' },
    },
    readMe: (about) => archiveReadMe(about, 'nl'),
    ...(logKey && { logKey }),
    watch: async (done) => {
      if (!(await setExport(store, region, id, { done }))) throw new Stopped()
    },
  })
  let bytes = 0
  let number = 0
  let held: Buffer[] = []
  const put = async () => {
    const part = Buffer.concat(held)
    held = []
    if (part.length === 0) return
    number += 1
    bytes += part.length
    await addExportPart(store, region, id, { number, bytes: part })
  }
  try {
    let size = 0
    let next = await pieces.next()
    while (!next.done) {
      held.push(next.value)
      size += next.value.length
      if (size >= partSize) {
        await put()
        size = 0
      }
      next = await pieces.next()
    }
    await put()
    return { bytes, made: next.value }
  } catch (fault) {
    if (!(fault instanceof Stopped)) throw fault
    await dropExportParts(store, region, id)
    return undefined
  }
}

class Stopped extends Error {}

/** Its short time is over: the file goes. */
export async function endExport(
  { transaction, region, at, write }: Doing,
  id: string,
): Promise<{ readonly export: string } | Refusal> {
  const found = await exportOf(transaction, region, id, 'lock')
  if (!found || found.endedAt) return refuse('already-ended')
  await write({ kind: 'region-export-over', open: { export: id } })
  await dropExportParts(transaction, region, id)
  await setExport(transaction, region, id, { endedAt: at })
  return { export: id }
}

/** Who asked takes the file along; each time is an event, and told to who watches over the region. */
export const fetchExport: Operation<
  { readonly id: string },
  { readonly id: string; readonly bytes: number; readonly event: number }
> = {
  action: 'export-region',
  about: async () => ({}),
  async perform(doing, { id }) {
    const { transaction, region, actor } = doing
    const found = await exportOf(transaction, region, id, 'lock')
    if (!found || found.askedBy !== actor?.human) return refuse('not-found')
    const { readyAt, endedAt, bytes, fetched } = found
    if (!readyAt || endedAt || bytes === undefined) return refuse('export-gone')
    if (fetched >= fetchesMost) return refuse('fetched-enough', { most: fetchesMost })
    const event = await doing.write({ kind: 'region-export-fetched', open: { export: id } })
    await setExport(transaction, region, id, { fetched: fetched + 1 })
    if (fetched === 0) await warn(doing, id, 'fetched')
    return { id, bytes, event }
  },
}

/** The bytes of a file that was asked for by `fetchExport`. */
export async function* exportBytes({ store, region }: Setting, id: string): AsyncGenerator<Buffer> {
  for (let number = 1; ; number += 1) {
    const part = await exportPart(store, region, id, number)
    if (!part) return
    yield part
  }
}

export type Exports = {
  readonly exports: readonly RegionExport[]
  /** Whether they ask and agree, and not only watch. */
  readonly mayAsk: boolean
  readonly mayStop: boolean
}

const exportsShown = 20

/** The latest exports of everything; undefined for who has nothing to do with them. */
export async function viewExports(
  { store, region }: Setting,
  actor: Actor,
): Promise<Exports | undefined> {
  if (!mayDo(actor, 'see-exports', {})) return undefined
  return {
    exports: await exportsOf(store, region, exportsShown),
    mayAsk: mayDo(actor, 'export-region', {}),
    mayStop: mayDo(actor, 'stop-export', {}),
  }
}

/** Files with everything that were taken along since somebody has a file here: theirs was in it. */
export async function exportsWith(
  { store, region, now }: Setting,
  actor: Actor,
  person: string,
): Promise<readonly FetchedExport[]> {
  if (!mayDo(actor, 'read-own-log', { person })) return []
  const from = await firstEventOf(store, region, person)
  return from ? fetchedExports(store, region, { from, until: new Date(now().getTime() + 1) }) : []
}

// --- The alarm

/** Who is told of it. */
const watchers = 'auditor'

async function warn(doing: Doing, id: string, step: ExportStep): Promise<void> {
  const { transaction, region, today, at } = doing
  for (const { human } of await mailableHolders(transaction, region, watchers, today)) {
    await doing.later('warn-watcher', { export: id, step, human }, at)
  }
}

/** Mails one who watches over the region that everything is asked, made or taken along; nobody is named in it. */
export async function warnWatcher(
  { transaction, region, today, setting }: Doing,
  { id, step, human }: { readonly id: string; readonly step: string; readonly human: string },
): Promise<{ readonly state: string } | Refusal> {
  const { mailer } = setting
  if (!mailer) return refuse('no-mailer')
  const holders = await mailableHolders(transaction, region, watchers, today)
  const holder = holders.find((each) => each.human === human)
  if (!holder) return refuse('no-address')
  const language = languageFrom(holder.language)
  const answer = await mailer.send({
    ...alarmInWords(step, { language, isExample: mailer.isExample }),
    ...{ message: `${id}-${step}-${human}`, to: holder.email, language },
  })
  return { state: 'accepted' in answer ? 'accepted' : 'refused' }
}
