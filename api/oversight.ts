/** Oversight (toezicht): the log, decisions that are made again, and the export that is checked elsewhere. */
import { z } from 'zod'
import { exportLines, exportLog, exportSourceOf } from '../operations/export-log.ts'
import { carryOut, isRefusal } from '../operations/operation.ts'
import { readLog } from '../operations/read-log.ts'
import { type Replayed, replayDecision, replayPeriod } from '../operations/replay-decision.ts'
import { auditFaultText } from '../words/audit.ts'
import { type Language, speak } from '../words/language.ts'
import { eventKindText, oversightTexts } from '../words/oversight.ts'
import { refusalText } from '../words/refusals.ts'
import { nextAfter, pageOf, paging } from './paging.ts'
import { route } from './route.ts'
import {
  day,
  dayInput,
  dayShape,
  hashShape,
  listingId,
  moment,
  momentShape,
  ownNumber,
  termList,
} from './terms.ts'

const eventShape = z
  .object({
    positie: z.int(),
    soort: z.string(),
    naam: z.string(),
    op: momentShape,
    hash: hashShape,
    inhoud: z.string(),
  })
  .meta({ id: 'Gebeurtenis' })

const replayedShape = z
  .object({
    woning: ownNumber,
    op: dayShape,
    programma: z.string(),
    kandidaten: z.int(),
    geplaatst: z.int(),
    positie: z.int().nullable(),
    klopt: z.boolean(),
    verschillen: z.array(
      z.object({ code: z.string(), tekst: z.string() }).meta({ id: 'Verschil' }),
    ),
  })
  .meta({ id: 'Naspeling' })

function replayedShown(
  { listing, on, engine, candidates, placed, position, faults }: Replayed,
  language: Language,
): z.input<typeof replayedShape> {
  return {
    ...{ woning: listing, op: day(on), programma: engine, kandidaten: candidates },
    ...{ geplaatst: placed, positie: position ?? null, klopt: faults.length === 0 },
    verschillen: faults.map((fault) => ({
      code: fault.code,
      tekst: auditFaultText(fault, language),
    })),
  }
}

const contents = termList({ open: 'openbaar', all: 'alles' })
const common = { part: 'toezicht', who: 'logged-in' } as const

export const oversightRoutes = [
  route({
    ...{ ...common, name: 'gebeurtenissen-lezen', method: 'get', at: '/gebeurtenissen' },
    does: readLog,
    query: { soort: z.string().max(60).optional(), ...paging },
    answer: pageOf(eventShape),
    async perform(asked) {
      const { setting, actor, query, language } = asked
      const { soort, limiet, cursor } = query
      const [below] = cursor ?? []
      const page = await carryOut(setting, actor, readLog, {
        most: limiet,
        ...(soort !== undefined && { kind: soort }),
        ...(typeof below === 'number' && { below }),
      })
      if (isRefusal(page)) return page
      const last = page.events.at(-1)
      return {
        resultaten: page.events.map(({ position, kind, at, hash, body }) => ({
          ...{ positie: position, soort: kind, naam: eventKindText(kind, language) },
          ...{ op: moment(at), hash: Buffer.from(hash).toString('hex'), inhoud: body },
        })),
        volgende: page.goesOn && last ? nextAfter(asked, [last.position]) : null,
      }
    },
  }),
  route({
    ...{ ...common, name: 'naspelingen-lezen', method: 'get', at: '/naspelingen' },
    does: replayPeriod,
    query: {
      van: dayInput,
      totEnMet: dayInput,
      ...paging,
      limiet: z.coerce.number().int().min(1).max(25).default(10),
    },
    bucket: 'verify',
    answer: pageOf(replayedShape),
    async perform(asked) {
      const { setting, actor, query, language } = asked
      const { van, totEnMet, limiet, cursor } = query
      const [after] = cursor ?? []
      const replayed = await carryOut(setting, actor, replayPeriod, {
        ...{ from: van, until: totEnMet, most: limiet },
        ...(typeof after === 'number' && { after }),
      })
      if (isRefusal(replayed)) return replayed
      const { decisions, next } = replayed
      return {
        resultaten: decisions.map((each) => replayedShown(each, language)),
        volgende: next === undefined ? null : nextAfter(asked, [next]),
      }
    },
  }),
  route({
    ...{ ...common, name: 'naspelen', method: 'get', at: '/naspelingen/{woningId}' },
    does: replayDecision,
    path: { woningId: listingId },
    bucket: 'verify',
    answer: replayedShape,
    async perform({ setting, actor, path, language }) {
      const replayed = await carryOut(setting, actor, replayDecision, { listing: path.woningId })
      return isRefusal(replayed) ? replayed : replayedShown(replayed, language)
    },
  }),
  route({
    ...{ ...common, name: 'logboek-meenemen', method: 'post', at: '/logboekuitvoeren' },
    does: exportLog,
    body: z.strictObject({ inhoud: contents.input }).meta({ id: 'LogboekuitvoerVraag' }),
    refuses: true,
    bucket: 'verify',
    lines: 'application/jsonl',
    inWords: (refusal, language) =>
      refusal.refused === 'not-signed-yet'
        ? speak(oversightTexts, language)('not-signed-yet')
        : refusalText(refusal, language),
    answer: z.record(z.string(), z.unknown()).meta({ id: 'LogboekRegel' }),
    async perform({ setting, actor, body }) {
      const holds = body.inhoud
      // Never under a key: each export is one that somebody took.
      const begun = await carryOut(setting, actor, exportLog, { holds })
      if (isRefusal(begun)) return begun
      const lines = exportLines(exportSourceOf(setting), { size: begun.size, holds })
      const encoder = new TextEncoder()
      const stream = new ReadableStream<Uint8Array>({
        async pull(controller) {
          const { done, value } = await lines.next()
          if (done) controller.close()
          else controller.enqueue(encoder.encode(value))
        },
        async cancel() {
          await lines.return(undefined)
        },
      })
      return new Response(stream, {
        headers: {
          'content-type': 'application/jsonl; charset=utf-8',
          'content-disposition': 'attachment; filename="logboek.jsonl"',
        },
      })
    },
  }),
]
