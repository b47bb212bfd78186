/** Keeping it running (beheer): roles by two people, logging somebody out, jobs, retention terms and keys. */
import { z } from 'zod'
import { roles } from '../operations/access-table.ts'
import { answerLogKey, askLogKey } from '../operations/change-log-key.ts'
import { endSessions } from '../operations/end-sessions.ts'
import { answerRole, askRole, endRole, type RolesSeen, seeRoles } from '../operations/grant-role.ts'
import { isRefusal, type Refusal } from '../operations/operation.ts'
import { retryJob } from '../operations/retry-job.ts'
import { viewJobs, type WaitingJob } from '../operations/view-jobs.ts'
import { type LogKeyShown, type ShownKey, viewKeys } from '../operations/view-keys.ts'
import { retainedKinds, viewRetention } from '../operations/view-retention.ts'
import { keyRefusalText } from '../words/keys.ts'
import type { Language } from '../words/language.ts'
import { manageTexts, nameOr, termInWords } from '../words/manage.ts'
import { refusalText } from '../words/refusals.ts'
import { ruleRefusalText } from '../words/rule-work.ts'
import { act, actForReceipt, receiptOf } from './act.ts'
import { receiptShape } from './receipt.ts'
import { refusedFrom } from './refused.ts'
import { route } from './route.ts'
import {
  day,
  dayInput,
  dayShape,
  listingId,
  moment,
  momentOrNull,
  momentShape,
  ownNumber,
  termList,
} from './terms.ts'

const heldFields = {
  mens: z.uuid(),
  naam: z.string(),
  rol: z.string(),
  organisatie: z.string(),
  van: dayShape,
  totEnMet: dayShape,
}
const requestShape = z.object({
  ...{ id: z.uuid(), ...heldFields, reden: z.string(), door: z.string(), gevraagdOp: momentShape },
})

type Held = RolesSeen['held'][number]

function heldShown({ human, name, role, organisation, from, until }: Held) {
  return {
    ...{ mens: human, naam: name, rol: role, organisatie: organisation },
    ...{ van: day(from), totEnMet: day(until) },
  }
}

const jobFields = {
  id: ownNumber,
  taak: z.string(),
  naam: z.string(),
  op: momentShape,
  pogingen: z.int(),
}
const waitingShape = z.object({ ...jobFields, fout: z.string().nullable() })

function jobShown(job: WaitingJob, language: Language): z.input<typeof waitingShape> {
  const { id, task, at, attempts, fault } = job
  return {
    ...{ id, taak: task, naam: nameOr(`task-${task}`, task, language), op: moment(at) },
    ...{ pogingen: attempts, fout: fault },
  }
}

const keyStates = termList({ used: 'in-gebruik', former: 'eerder', announced: 'aangekondigd' })
const keyFields = {
  naam: z.string(),
  sleutel: z.string(),
  vingerafdruk: z.string().nullable(),
  sinds: momentShape.nullable(),
  laatstGebruikt: momentShape.nullable(),
}

function keyShown({ name, key, print, since, lastUsed }: ShownKey) {
  return {
    ...{ naam: name, sleutel: key, vingerafdruk: print ?? null },
    ...{ sinds: momentOrNull(since), laatstGebruikt: momentOrNull(lastUsed) },
  }
}

function logKeyShown(key: LogKeyShown) {
  return { ...keyShown(key), status: keyStates.dutch(key.state), isHier: key.isHere }
}

function keyInWords(refusal: Refusal, language: Language): string {
  return keyRefusalText(refusal, language) ?? refusalText(refusal, language)
}

const common = { part: 'beheer', who: 'logged-in' } as const
const roleAct = { ...common, inWords: ruleRefusalText } as const
const requestPath = { aanvraagId: z.uuid() }

export const manageRoutes = [
  act({
    ...{ ...roleAct, name: 'rollen-lezen', method: 'get', at: '/rollen', does: seeRoles },
    answer: z.object({
      resultaten: z.array(z.object(heldFields)),
      aanvragen: z.array(requestShape),
    }),
    input: () => ({}),
    shown: ({ held, waiting }) => ({
      resultaten: held.map(heldShown),
      aanvragen: waiting.map((each) => ({
        ...{ id: each.id, ...heldShown(each), reden: each.reason, door: each.askedByName },
        gevraagdOp: moment(each.askedAt),
      })),
    }),
  }),
  act({
    ...{ ...roleAct, name: 'mensen-zoeken', at: '/menszoekopdrachten', does: seeRoles },
    // A name is nobody's business in an address: it is sent, and changes nothing.
    ...{ scope: 'beheer:lezen' },
    body: z.strictObject({ zoek: z.string().min(2).max(80) }),
    answer: z.object({
      mensen: z.array(z.object({ id: z.uuid(), naam: z.string(), email: z.string() })),
    }),
    input: ({ body }) => ({ search: body.zoek }),
    shown: ({ humans }) => ({
      mensen: humans.map(({ id, name, email }) => ({ id, naam: name, email })),
    }),
  }),
  act({
    ...{ ...roleAct, name: 'rol-vragen', at: '/rolaanvragen', does: askRole },
    body: z.strictObject({
      ...{ mens: z.uuid(), rol: z.enum(roles), organisatie: z.string().max(60).default('') },
      ...{ totEnMet: dayInput, reden: z.string().max(500) },
    }),
    answer: z.object({ id: z.uuid(), bon: receiptShape }),
    input: ({ body }) => ({
      ...{ human: body.mens, role: body.rol, organisation: body.organisatie },
      ...{ until: body.totEnMet, reason: body.reden },
    }),
    async shown(done, asked) {
      const bon = await receiptOf(done, asked)
      return bon && { id: done.request, bon }
    },
  }),
  actForReceipt({
    ...{ ...roleAct, name: 'rol-beantwoorden', does: answerRole, path: requestPath },
    at: '/rolaanvragen/{aanvraagId}/antwoorden',
    body: z.strictObject({ akkoord: z.boolean() }),
    input: ({ path, body }) => ({ request: path.aanvraagId, isGranted: body.akkoord }),
  }),
  actForReceipt({
    ...{ ...roleAct, name: 'rol-beeindigen', at: '/rolbeeindigingen', does: endRole },
    body: z.strictObject({
      ...{ mens: z.uuid(), rol: z.string().max(40), organisatie: z.string().max(60).default('') },
    }),
    input: ({ body }) => ({
      ...{ human: body.mens, role: body.rol, organisation: body.organisatie },
    }),
  }),
  act({
    ...{ ...roleAct, name: 'overal-uitloggen', at: '/sessiebeeindigingen', does: endSessions },
    body: z.strictObject({ mens: z.uuid() }),
    answer: z.object({ beeindigd: z.int(), bon: receiptShape }),
    input: ({ body }) => ({ human: body.mens }),
    async shown(done, asked) {
      const bon = await receiptOf(done, asked)
      return bon && { beeindigd: done.ended, bon }
    },
  }),
  route({
    ...{ ...common, name: 'taken-lezen', method: 'get', at: '/taken' },
    answer: z.object({
      mislukt: z.array(waitingShape),
      wachtend: z.array(waitingShape),
      gedaan: z.array(
        z.object({ ...jobFields, gedaanOp: momentShape, geweigerdOmdat: z.string().nullable() }),
      ),
      aantalMislukt: z.int(),
      aantalWachtend: z.int(),
    }),
    async perform({ setting, actor, language }) {
      const jobs = await viewJobs(setting, actor)
      if (isRefusal(jobs)) return jobs
      return {
        mislukt: jobs.failed.map((each) => jobShown(each, language)),
        wachtend: jobs.waiting.map((each) => jobShown(each, language)),
        gedaan: jobs.done.map(({ id, task, at, doneAt, attempts, refused }) => ({
          ...{ id, taak: task, naam: nameOr(`task-${task}`, task, language), op: moment(at) },
          ...{ pogingen: attempts, gedaanOp: moment(doneAt), geweigerdOmdat: refused },
        })),
        ...{ aantalMislukt: jobs.counts.failed, aantalWachtend: jobs.counts.waiting },
      }
    },
  }),
  actForReceipt({
    ...{ ...common, name: 'taak-herhalen', does: retryJob, inWords: refusedFrom(manageTexts) },
    ...{ at: '/taken/{taakId}/herhalingen', path: { taakId: listingId } },
    input: ({ path }) => ({ job: path.taakId }),
  }),
  route({
    ...{ ...common, name: 'bewaartermijnen-lezen', method: 'get', at: '/bewaartermijnen' },
    answer: z.object({
      termijnen: z.array(
        z.object({
          soort: z.enum(retainedKinds),
          bewaard: z.string(),
          grond: z.string(),
          teWissen: z.int(),
        }),
      ),
      rondes: z.array(z.object({ op: momentShape, gewist: z.record(z.string(), z.int()) })),
      volgendeRonde: momentShape,
    }),
    async perform({ setting, actor, language }) {
      const kept = await viewRetention(setting, actor)
      if (isRefusal(kept)) return kept
      return {
        termijnen: kept.rows.map(({ kind, term, due }) => ({
          ...{ soort: kind, bewaard: termInWords(term.keep, language), teWissen: due },
          grond: term.ground === 'ours' ? '' : term.ground,
        })),
        rondes: kept.runs.map(({ at, erased }) => ({ op: moment(at), gewist: { ...erased } })),
        volgendeRonde: moment(kept.next),
      }
    },
  }),
  route({
    ...{ ...common, name: 'sleutels-lezen', method: 'get', at: '/sleutels' },
    answer: z.object({
      logboek: z.array(z.object({ ...keyFields, status: keyStates.shape, isHier: z.boolean() })),
      getuigen: z.array(z.object(keyFields)),
      baken: z.object({ ...keyFields, isOefening: z.boolean() }).nullable(),
      aanvraag: z
        .object({
          ...{ id: z.uuid(), reden: z.string(), door: z.string(), gevraagdOp: momentShape },
        })
        .nullable(),
    }),
    async perform({ setting, actor }) {
      const keys = await viewKeys(setting, actor)
      if (isRefusal(keys)) return keys
      const { log, witnesses, beacon, waiting } = keys
      return {
        logboek: log.map(logKeyShown),
        getuigen: witnesses.map(keyShown),
        baken: beacon ? { ...keyShown(beacon), isOefening: beacon.practice } : null,
        aanvraag: waiting
          ? {
              ...{ id: waiting.id, reden: waiting.reason, door: waiting.askedByName },
              gevraagdOp: moment(waiting.askedAt),
            }
          : null,
      }
    },
  }),
  act({
    ...{ ...common, name: 'sleutelwissel-vragen', at: '/sleutelwissels', does: askLogKey },
    inWords: keyInWords,
    body: z.strictObject({ reden: z.string().max(500) }),
    answer: z.object({ id: z.uuid(), bon: receiptShape }),
    input: ({ body }) => ({ reason: body.reden }),
    async shown(done, asked) {
      const bon = await receiptOf(done, asked)
      return bon && { id: done.request, bon }
    },
  }),
  actForReceipt({
    ...{ ...common, name: 'sleutelwissel-beantwoorden', does: answerLogKey },
    ...{ at: '/sleutelwissels/{aanvraagId}/antwoorden', path: requestPath, inWords: keyInWords },
    body: z.strictObject({ akkoord: z.boolean() }),
    input: ({ path, body }) => ({ request: path.aanvraagId, agrees: body.akkoord }),
  }),
]
