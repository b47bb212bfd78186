/**
 * Watching over it all (toezicht): files opened in an emergency, who looked at what, what stands out, who signs the
 * log along, and replaying a period at leisure.
 */
import { z } from 'zod'
import { breakGlass } from '../operations/break-glass.ts'
import { type DeviationRow, detectors, findDeviations } from '../operations/find-deviations.ts'
import { mayDo } from '../operations/operation.ts'
import { readAccessLog } from '../operations/read-access-log.ts'
import { openEmergencies, readBrokenGlass } from '../operations/read-broken-glass.ts'
import {
  beginReplay,
  type ReplayRun,
  stopReplay,
  viewReplay,
  viewReplays,
} from '../operations/replay-run.ts'
import {
  listBreaksBehind,
  ownBreaks,
  reviewBreakGlass,
  type StoredBreak,
} from '../operations/review-break-glass.ts'
import { registerWitness } from '../operations/witness-log.ts'
import { auditFaultText } from '../words/audit.ts'
import { oversightTexts } from '../words/oversight.ts'
import { supervisionRefused } from '../words/supervision.ts'
import { witnessRefused } from '../words/witnesses.ts'
import { act, actForReceipt, receiptOf } from './act.ts'
import { fileShape, fileShown } from './file.ts'
import { ownReading } from './own.ts'
import { momentOf, nextAfter, type Position, pageOf, paging, sliceOf } from './paging.ts'
import { receiptShape } from './receipt.ts'
import { refusedFrom } from './refused.ts'
import { route } from './route.ts'
import { day, dayInput, dayShape, moment, momentOrNull, momentShape, ownNumber } from './terms.ts'

const breakShape = z
  .object({
    id: z.uuid(),
    door: z.string(),
    rol: z.string(),
    reden: z.string().nullable(),
    geopendOp: momentShape,
    tot: momentShape,
    beoordeeldOp: momentShape.nullable(),
    isTerecht: z.boolean().nullable(),
    oordeel: z.string().nullable(),
  })
  .meta({ id: 'Noodinzage' })

function breakShown(each: StoredBreak): z.input<typeof breakShape> {
  return {
    ...{ id: each.id, door: each.name, rol: each.role, reden: each.reason ?? null },
    ...{ geopendOp: moment(each.openedAt), tot: moment(each.until) },
    beoordeeldOp: momentOrNull(each.reviewedAt),
    ...{ isTerecht: each.justified ?? null, oordeel: each.verdict ?? null },
  }
}

const rowShape = z.object({
  woning: ownNumber.nullable(),
  verhuurder: z.string().nullable(),
  medewerker: z.string().nullable(),
  grond: z.string().nullable(),
  groep: z.string().nullable(),
  aantal: z.int().nullable(),
  totaal: z.int().nullable(),
  seconden: z.int().nullable(),
  dagen: z.int().nullable(),
})

function rowShown(row: DeviationRow): z.input<typeof rowShape> {
  return {
    ...{ woning: row.listing ?? null, verhuurder: row.landlord ?? null },
    ...{ medewerker: row.staff ?? null, grond: row.ground ?? null, groep: row.group ?? null },
    ...{ aantal: row.count ?? null, totaal: row.of ?? null },
    ...{ seconden: row.seconds ?? null, dagen: row.days ?? null },
  }
}

const runShape = z
  .object({
    id: z.uuid(),
    van: dayShape,
    totEnMet: dayShape,
    begonnenOp: momentShape,
    klaarOp: momentShape.nullable(),
    totaal: z.int(),
    gedaan: z.int(),
    anders: z.int(),
  })
  .meta({ id: 'Naspeelronde' })

function runShown(run: ReplayRun): z.input<typeof runShape> {
  return {
    ...{ id: run.id, van: day(run.from), totEnMet: day(run.until) },
    ...{ begonnenOp: moment(run.begunAt), klaarOp: momentOrNull(run.endedAt) },
    ...{ totaal: run.total, gedaan: run.done, anders: run.wrong.length },
  }
}

const common = { part: 'toezicht', who: 'logged-in' } as const
const period = { van: dayInput, totEnMet: dayInput }
const emergency = { ...common, inWords: supervisionRefused } as const
const replays = { ...common, inWords: refusedFrom(oversightTexts) } as const
const runPath = { rondeId: z.uuid() }

/** What is no position of ours begins at the first page. */
function belowOf([last]: Position = []): { readonly below?: number } {
  return typeof last === 'number' && Number.isSafeInteger(last) ? { below: last } : {}
}

export const supervisionRoutes = [
  act({
    ...{ ...emergency, name: 'noodinzage-openen', at: '/noodinzagen', does: breakGlass },
    body: z.strictObject({
      ...{ naam: z.string().min(1).max(120), geboren: dayInput, reden: z.string().max(4000) },
    }),
    answer: z.object({ id: z.uuid(), tot: momentShape }),
    made: ({ id }) => `/api/v1/noodinzagen/${id}`,
    input: ({ body }) => ({ name: body.naam, born: body.geboren, reason: body.reden }),
    shown: ({ id, until }) => ({ id, tot: until }),
  }),
  route({
    ...{ ...emergency, name: 'noodinzagen-lezen', method: 'get', at: '/noodinzagen' },
    query: paging,
    answer: pageOf(breakShape),
    async perform(asked) {
      const { setting, actor, query } = asked
      const [moment, id] = query.cursor ?? []
      const openedAt = momentOf(moment)
      const behind = openedAt && z.uuid().safeParse(id).success && { openedAt, id: String(id) }
      const breaks = await listBreaksBehind(setting, actor, {
        ...{ behind: behind || undefined, count: query.limiet + 1 },
      })
      if (!breaks) return undefined
      return sliceOf(asked, breaks, {
        at: ({ openedAt, id }) => [-openedAt.getTime(), id],
        show: breakShown,
      })
    },
  }),
  route({
    ...{ ...emergency, name: 'open-noodinzagen-lezen', method: 'get', at: '/open-noodinzagen' },
    query: paging,
    answer: pageOf(breakShape),
    async perform(asked) {
      const opened = await openEmergencies(asked.setting, asked.actor)
      return (
        opened &&
        sliceOf(asked, opened, {
          at: ({ openedAt, id }) => [-openedAt.getTime(), id],
          show: breakShown,
        })
      )
    },
  }),
  route({
    ...{ ...emergency, name: 'noodinzage-lezen', method: 'get', at: '/noodinzagen/{inzageId}' },
    path: { inzageId: z.uuid() },
    answer: z.object({ noodinzage: breakShape, gegevens: fileShape.nullable() }),
    async perform({ setting, actor, path, language }) {
      const found = await readBrokenGlass(setting, actor, path.inzageId)
      if (!found) return undefined
      const gegevens = found.file ? fileShown(found.file, language) : null
      return { noodinzage: breakShown(found.opened), gegevens }
    },
  }),
  actForReceipt({
    ...{ ...emergency, name: 'noodinzage-beoordelen', does: reviewBreakGlass },
    ...{ at: '/noodinzagen/{inzageId}/beoordelingen', path: { inzageId: z.uuid() } },
    body: z.strictObject({ isTerecht: z.boolean(), oordeel: z.string().max(4000) }),
    input: ({ path, body }) => ({
      ...{ id: path.inzageId, justified: body.isTerecht, verdict: body.oordeel },
    }),
  }),
  ownReading({
    ...{ name: 'eigen-noodinzagen-lezen', below: '/noodinzagen', query: paging },
    answer: pageOf(breakShape),
    async read(asked) {
      const { setting, actor, person } = asked
      if (!mayDo(actor, 'read-own-log', { person })) return undefined
      return sliceOf(asked, await ownBreaks(setting, actor, person), {
        at: ({ openedAt, id }) => [-openedAt.getTime(), id],
        show: breakShown,
      })
    },
  }),
  act({
    ...{ ...common, name: 'inzagelogboek-lezen', method: 'get', does: readAccessLog },
    at: '/inzagen',
    query: {
      ...period,
      medewerker: z.uuid().optional(),
      reden: z.string().max(40).optional(),
      alleenZonderZaak: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
      ...paging,
    },
    answer: z.object({
      inzagen: z.array(
        z.object({
          nummer: ownNumber,
          op: momentShape,
          soort: z.string(),
          door: z.string().nullable(),
          reden: z.string().nullable(),
          dossier: z.string(),
          heeftZaak: z.boolean(),
        }),
      ),
      perMedewerker: z.array(
        z.object({
          door: z.string().nullable(),
          inzagen: z.int(),
          dossiers: z.int(),
          zonderZaak: z.int(),
        }),
      ),
      isMeer: z.boolean(),
      volgende: z.string().nullable(),
    }),
    input: ({ query }) => ({
      ...{ from: query.van, until: query.totEnMet, withoutCase: query.alleenZonderZaak ?? false },
      most: query.limiet,
      ...belowOf(query.cursor),
      ...(query.medewerker !== undefined && { human: query.medewerker }),
      ...(query.reden !== undefined && { reason: query.reden }),
    }),
    shown: ({ readings, counts, goesOn }, asked) => ({
      inzagen: readings.map(({ event, at, kind, name, person, reason, hasCase }) => ({
        ...{ nummer: event, op: moment(at), soort: kind, door: name, reden: reason },
        ...{ dossier: person, heeftZaak: hasCase },
      })),
      perMedewerker: counts.map(({ name, readings: looked, files, withoutCase }) => ({
        ...{ door: name, inzagen: looked, dossiers: files, zonderZaak: withoutCase },
      })),
      isMeer: goesOn,
      volgende: goesOn ? nextAfter(asked, [readings.at(-1)?.event ?? 0]) : null,
    }),
  }),
  act({
    ...{ ...common, name: 'afwijkingen-lezen', method: 'get', does: findDeviations },
    ...{ at: '/afwijkingen', query: { ...period, cursor: paging.cursor }, bucket: 'verify' },
    answer: z.object({
      heeftLijsten: z.boolean(),
      afwijkingen: z.array(
        z.object({
          soort: z.enum(detectors),
          aantal: z.int(),
          totaal: z.int().nullable(),
          rijen: z.array(rowShape).nullable(),
          volgende: z.string().nullable(),
        }),
      ),
    }),
    input: ({ query }) => {
      const [name, page] = query.cursor ?? []
      const detector = detectors.find((each) => each === name)
      return {
        ...{ from: query.van, until: query.totEnMet },
        ...(detector && Number.isSafeInteger(page) && { list: { detector, page: Number(page) } }),
      }
    },
    shown: ({ showsLists, found }, asked) => ({
      heeftLijsten: showsLists,
      afwijkingen: found.map(({ detector, count, of, rows }) => ({
        ...{ soort: detector, aantal: count, totaal: of ?? null },
        rijen: rows ? rows.shown.map(rowShown) : null,
        volgende:
          rows && rows.page < rows.pages ? nextAfter(asked, [detector, rows.page + 1]) : null,
      })),
    }),
  }),
  act({
    ...{ ...common, name: 'getuige-aanmelden', at: '/getuigen', does: registerWitness },
    inWords: witnessRefused,
    body: z.strictObject({ organisatie: z.string().max(60), sleutel: z.string().max(400) }),
    answer: z.object({ naam: z.string(), bon: receiptShape }),
    input: ({ body }) => ({ organisation: body.organisatie, key: body.sleutel }),
    async shown(done, asked) {
      const bon = await receiptOf(done, asked)
      return bon && { naam: done.name, bon }
    },
  }),
  act({
    ...{ ...replays, name: 'naspeelronde-beginnen', at: '/naspeelronden', does: beginReplay },
    body: z.strictObject(period),
    answer: z.object({ id: z.uuid() }),
    made: ({ id }) => `/api/v1/naspeelronden/${id}`,
    input: ({ body }) => ({ from: body.van, until: body.totEnMet }),
    shown: ({ run }) => ({ id: run }),
  }),
  route({
    ...{ ...replays, name: 'naspeelronden-lezen', method: 'get', at: '/naspeelronden' },
    query: paging,
    answer: pageOf(runShape),
    async perform(asked) {
      const runs = await viewReplays(asked.setting, asked.actor)
      if (!runs) return undefined
      return sliceOf(asked, runs, {
        at: ({ begunAt, id }) => [-begunAt.getTime(), id],
        show: runShown,
      })
    },
  }),
  route({
    ...{ ...replays, name: 'naspeelronde-lezen', method: 'get', at: '/naspeelronden/{rondeId}' },
    path: runPath,
    answer: z.object({
      ronde: runShape,
      anders: z.array(z.object({ woning: ownNumber, verschillen: z.array(z.string()) })),
    }),
    async perform({ setting, actor, path, language }) {
      const run = await viewReplay(setting, actor, path.rondeId)
      if (!run) return undefined
      return {
        ronde: runShown(run),
        anders: run.decisions.map(({ listing, faults }) => ({
          ...{ woning: listing, verschillen: faults.map((each) => auditFaultText(each, language)) },
        })),
      }
    },
  }),
  act({
    ...{ ...replays, name: 'naspeelronde-stoppen', does: stopReplay, path: runPath },
    at: '/naspeelronden/{rondeId}/stopzettingen',
    answer: z.object({ id: z.uuid() }),
    input: ({ path }) => ({ run: path.rondeId }),
    shown: ({ run }) => ({ id: run }),
  }),
]
