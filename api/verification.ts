/** What anybody can check for themselves (zelf controleren): the log, draws of lots, and receipts. */
import { z } from 'zod'
import {
  type Found,
  findDecision,
  findInLog,
  heldBytesMost,
  type Looked,
} from '../operations/find-in-log.ts'
import { keyInUse, lastCheckpoint } from '../operations/keep-log.ts'
import { findLot, type ShownDraw, viewDraw } from '../operations/view-draw.ts'
import { isOurs } from '../operations/view-own-file.ts'
import { auditFaultText } from '../words/audit.ts'
import { sayLotteryProblem } from '../words/draw.ts'
import type { Language } from '../words/language.ts'
import { messageCodes, messageSubject } from '../words/messages.ts'
import { eventKindText } from '../words/oversight.ts'
import { route } from './route.ts'
import {
  day,
  dayShape,
  hashShape,
  listingId,
  moment,
  momentOrNull,
  momentShape,
  ownNumber,
  termList,
} from './terms.ts'

const faultShape = z.object({ code: z.string(), tekst: z.string() }).meta({ id: 'Verschil' })

const checkpointShape = z
  .object({ grootte: z.int(), op: momentShape, tekst: z.string(), sleutel: z.string().nullable() })
  .meta({ id: 'Controlepunt' })

const held = termList({
  hash: 'hash',
  event: 'gebeurtenis',
  receipt: 'bon',
  unknown: 'onbekend',
})

const checkShape = z
  .object({
    soort: held.shape,
    hash: hashShape.nullable(),
    gevonden: z
      .object({
        soort: z.string(),
        naam: z.string(),
        op: momentShape,
        hash: hashShape,
        inhoud: z.string(),
        positie: z.int().nullable(),
        woning: ownNumber.nullable(),
        bewijs: z
          .object({ hashes: z.array(hashShape), grootte: z.int(), controlepunt: z.string() })
          .nullable(),
      })
      .nullable(),
    nagerekend: z
      .object({
        woning: z.string(),
        programma: z.string(),
        kandidaten: z.int(),
        geplaatst: z.int(),
        regelboeken: z.array(hashShape),
        klopt: z.boolean(),
        verschillen: z.array(faultShape),
      })
      .nullable(),
  })
  .meta({ id: 'Controle' })

function checkShown(
  { held: what, hash, found, again }: Looked,
  language: Language,
): z.input<typeof checkShape> {
  return {
    ...{ soort: held.dutch(what), hash: hash ?? null },
    gevonden: found ? foundShown(found, language) : null,
    nagerekend: again
      ? {
          ...{ woning: again.listing, programma: again.engine, regelboeken: [...again.rules] },
          ...{ kandidaten: again.candidates.length, geplaatst: again.placed.length },
          klopt: again.faults.length === 0,
          verschillen: again.faults.map((fault) => ({
            code: fault.code,
            tekst: auditFaultText(fault, language),
          })),
        }
      : null,
  }
}

function foundShown({ event, position, listing, proof }: Found, language: Language) {
  return {
    ...{ soort: event.kind, naam: eventKindText(event.kind, language) },
    ...{ op: moment(event.at), hash: Buffer.from(event.hash).toString('hex') },
    ...{ inhoud: event.body, positie: position ?? null, woning: listing ?? null },
    bewijs: proof
      ? {
          hashes: [...proof.hashes],
          ...{ grootte: proof.checkpoint.size, controlepunt: proof.checkpoint.note },
        }
      : null,
  }
}

const drawStates = termList({
  open: 'nog-open',
  waiting: 'vastgelegd',
  late: 'vastgelegd-en-te-laat',
  done: 'geloot',
})

const asKept = z.record(z.string(), z.unknown())

const drawShape = z
  .object({
    woning: ownNumber,
    status: drawStates.shape,
    isOefening: z.boolean(),
    lotingVanaf: momentShape.nullable(),
    terugvalVanaf: momentShape.nullable(),
    gelootOp: momentShape.nullable(),
    vastlegging: asKept.nullable(),
    vastleggingHash: hashShape.nullable(),
    logboekHash: hashShape.nullable(),
    uitslag: asKept.nullable(),
    klopt: z.boolean().nullable(),
    verschillen: z.array(faultShape),
  })
  .meta({ id: 'Loting' })

function drawShown(
  { home, state, committed, done }: ShownDraw,
  language: Language,
): z.input<typeof drawShape> {
  return {
    ...{ woning: home.id, status: drawStates.dutch(state) },
    isOefening: committed?.commitment.chain.practice ?? false,
    lotingVanaf: momentOrNull(committed?.drawnFrom),
    terugvalVanaf: momentOrNull(committed?.fallbackFrom),
    gelootOp: momentOrNull(done?.settledAt),
    vastlegging: committed ? { ...committed.commitment } : null,
    vastleggingHash: committed?.hash ?? null,
    logboekHash: committed?.logged ?? null,
    uitslag: done ? { ...done.draw } : null,
    klopt: done ? done.problems.length === 0 : null,
    verschillen: (done?.problems ?? []).map((problem) => ({
      code: problem.code,
      tekst: sayLotteryProblem(problem, language),
    })),
  }
}

const lotShape = z
  .object({
    lot: z.string(),
    isOpgenomen: z.boolean(),
    bewijs: z.object({ index: z.int(), pad: z.array(hashShape) }).nullable(),
    plaats: z.int().nullable(),
  })
  .meta({ id: 'Lot' })

export const verificationRoutes = [
  route({
    ...{ name: 'loting-lezen', part: 'controle', method: 'get' },
    at: '/woningen/{woningId}/loting',
    who: 'everybody',
    path: { woningId: listingId },
    bucket: 'verify',
    answer: drawShape,
    async perform({ setting, path, language }) {
      const draw = await viewDraw(setting, path.woningId)
      return draw && drawShown(draw, language)
    },
  }),
  route({
    ...{ name: 'lot-zoeken', part: 'controle', method: 'get' },
    at: '/woningen/{woningId}/loten/{lot}',
    who: 'everybody',
    path: { woningId: listingId, lot: z.string().min(1).max(80) },
    bucket: 'verify',
    answer: lotShape,
    async perform({ setting, path }) {
      const found = await findLot(setting, path.woningId, path.lot)
      if (!found) return undefined
      const { lot, isIncluded, proof, drawn } = found
      return {
        ...{ lot, isOpgenomen: isIncluded, plaats: drawn?.place ?? null },
        bewijs: proof ? { index: proof.index, pad: [...proof.path] } : null,
      }
    },
  }),
  route({
    ...{ name: 'lijst-narekenen', part: 'controle', method: 'get' },
    at: '/woningen/{woningId}/narekening',
    who: 'everybody',
    path: { woningId: listingId },
    bucket: 'verify',
    answer: checkShape,
    async perform({ setting, path, language }) {
      const looked = await findDecision(setting, path.woningId)
      return looked && checkShown(looked, language)
    },
  }),
  route({
    ...{ name: 'bewijs-controleren', part: 'controle', method: 'post', at: '/controles' },
    who: 'everybody',
    body: z.strictObject({ bewijs: z.string().min(1) }).meta({ id: 'ControleVraag' }),
    bytesMost: heldBytesMost,
    bucket: 'verify',
    answer: checkShape,
    async perform({ setting, body, language }) {
      return checkShown(await findInLog(setting, body.bewijs), language)
    },
  }),
  route({
    ...{ name: 'controlepunt-lezen', part: 'controle', method: 'get' },
    at: '/logboek/controlepunt',
    who: 'everybody',
    answer: checkpointShape,
    async perform({ setting }) {
      const checkpoint = await lastCheckpoint(setting)
      if (!checkpoint) return undefined
      const { size, at, note } = checkpoint
      const key = (await keyInUse(setting, size)) ?? null
      return { grootte: size, op: moment(at), tekst: note, sleutel: key }
    },
  }),
  route({
    ...{ name: 'bericht-controleren', part: 'controle', method: 'get' },
    at: '/berichtcontroles/{kenmerk}',
    who: 'everybody',
    path: { kenmerk: z.string().min(12).max(20) },
    bucket: 'visitor-send',
    answer: z
      .object({ kenmerk: z.string(), onderwerp: z.string(), op: dayShape })
      .meta({ id: 'BerichtControle' }),
    async perform({ setting, path, language }) {
      const found = await isOurs(setting, path.kenmerk)
      const code = messageCodes.find((each) => each === found?.code)
      if (!found || !code) return undefined
      const { kenmerk } = path
      return { kenmerk, onderwerp: messageSubject(code, language), op: day(found.on) }
    },
  }),
]
