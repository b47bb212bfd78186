/**
 * What somebody does against a decision (klacht of bezwaar), and how others respond for them: cases, mandates,
 * and responses that are left to us.
 */
import { z } from 'zod'
import { complain, complaintLeast, complaintMost } from '../operations/complain.ts'
import { carryOut, isRefusal, mayDo } from '../operations/operation.ts'
import { beginStanding, endStanding } from '../operations/standing-response.ts'
import { ownCases, type StoredComplaint } from '../operations/view-cases.ts'
import { viewMandates } from '../operations/view-mandates.ts'
import { viewReceipt } from '../operations/view-own-file.ts'
import { viewStandingResponse } from '../operations/view-standing-response.ts'
import { withdrawComplaint } from '../operations/withdraw-complaint.ts'
import { complaintRefused } from '../words/complaints.ts'
import { pageOf, paging, sliceOf } from './paging.ts'
import { route } from './route.ts'
import {
  mandateScopes,
  personIn,
  receiptShape,
  receiptShown,
  remedies,
  seekerId,
} from './seekers.ts'
import {
  day,
  dayShape,
  listingId,
  moment,
  momentOrNull,
  momentShape,
  ownNumber,
  termList,
} from './terms.ts'

const states = termList({
  received: 'ontvangen',
  'with-landlord': 'wacht-op-verhuurder',
  ready: 'klaar-voor-oordeel',
  judged: 'wacht-op-tweede-lid',
  decided: 'beslist',
  withdrawn: 'ingetrokken',
})
const outcomes = termList({
  founded: 'gegrond',
  unfounded: 'ongegrond',
  'not-admissible': 'niet-in-behandeling-genomen',
})

const complaintShape = z
  .object({
    id: ownNumber,
    rechtsmiddel: remedies.shape,
    beslissing: z.string(),
    status: states.shape,
    gemaaktOp: momentShape,
    beslisVoor: dayShape,
    uitkomst: outcomes.shape.nullable(),
    motivering: z.string().nullable(),
  })
  .meta({ id: 'Klacht' })

function complaintShown(each: StoredComplaint): z.input<typeof complaintShape> {
  const isDecided = each.state === 'decided'
  return {
    ...{ id: each.id, rechtsmiddel: remedies.dutch(each.route), beslissing: each.decision },
    ...{ status: states.dutch(each.state), gemaaktOp: moment(each.madeAt) },
    beslisVoor: day(each.urgentUntil ?? each.decideBy),
    // A judgement counts, and is told, when the second member has confirmed it.
    uitkomst: isDecided && each.outcome ? outcomes.dutch(each.outcome) : null,
    motivering: isDecided ? (each.motivation ?? null) : null,
  }
}

const common = { part: 'woningzoekenden', who: 'logged-in', path: seekerId } as const

export const complaintRoutes = [
  route({
    ...{ ...common, name: 'klachten-lezen', method: 'get', query: paging },
    at: '/woningzoekenden/{woningzoekendeId}/klachten',
    answer: pageOf(complaintShape),
    async perform(asked) {
      const { setting, actor, path } = asked
      const person = personIn(path, actor)
      if (person === undefined || !mayDo(actor, 'read-complaint', { person })) return undefined
      return sliceOf(asked, await ownCases(setting, actor, person), {
        at: ({ id }) => [-id],
        show: complaintShown,
      })
    },
  }),
  route({
    ...{ ...common, name: 'klacht-indienen', method: 'post', refuses: true },
    at: '/woningzoekenden/{woningzoekendeId}/klachten',
    body: z
      .strictObject({
        beslissing: z.string().min(1).max(200),
        tekst: z.string().trim().min(complaintLeast).max(complaintMost),
      })
      .meta({ id: 'NieuweKlacht' }),
    inWords: complaintRefused,
    answer: z.object({ id: ownNumber, bon: receiptShape }).meta({ id: 'KlachtOntvangen' }),
    async perform({ setting, actor, path, body, once, language }) {
      const person = personIn(path, actor)
      if (person === undefined) return undefined
      const complaint = { person, decision: body.beslissing, words: body.tekst }
      const done = await carryOut(setting, actor, complain, complaint, once)
      if (isRefusal(done)) return done
      const receipt = await viewReceipt(setting, done.event)
      return receipt && { id: done.complaint, bon: receiptShown(receipt, language) }
    },
  }),
  route({
    ...{ part: 'woningzoekenden', who: 'logged-in', name: 'klacht-intrekken', method: 'post' },
    at: '/woningzoekenden/{woningzoekendeId}/klachten/{klachtId}/intrekkingen',
    path: { ...seekerId, klachtId: listingId },
    refuses: true,
    inWords: complaintRefused,
    answer: receiptShape,
    async perform({ setting, actor, path, once, language }) {
      const person = personIn(path, actor)
      if (person === undefined) return undefined
      const own = await ownCases(setting, actor, person)
      if (!own.some(({ id }) => id === path.klachtId)) return undefined
      const complaint = { complaint: path.klachtId }
      const done = await carryOut(setting, actor, withdrawComplaint, complaint, once)
      if (isRefusal(done)) return done
      const receipt = await viewReceipt(setting, done.event)
      return receipt && receiptShown(receipt, language)
    },
  }),
  route({
    ...{ ...common, name: 'machtigingen-lezen', method: 'get', query: paging },
    at: '/woningzoekenden/{woningzoekendeId}/machtigingen',
    answer: pageOf(
      z
        .object({
          naam: z.string(),
          mag: z.array(mandateScopes.shape),
          totEnMet: dayShape,
          isUitgenodigd: z.boolean(),
        })
        .meta({ id: 'Machtiging' }),
    ),
    async perform(asked) {
      const { setting, actor, path } = asked
      const person = personIn(path, actor)
      if (person === undefined) return undefined
      const mandates = await viewMandates(setting, actor, person)
      if (isRefusal(mandates)) return mandates
      const rows = [
        ...mandates.running.map((each) => ({ ...each, id: each.helper, isInvited: false })),
        ...mandates.invited.map((each) => ({ ...each, isInvited: true })),
      ]
      return sliceOf(asked, rows, {
        at: ({ until, id }) => [until, id],
        show: ({ name, may, until, isInvited }) => ({
          ...{ naam: name, totEnMet: day(until), isUitgenodigd: isInvited },
          mag: may.flatMap((scope) => mandateScopes.dutchOf(scope) ?? []),
        }),
      })
    },
  }),
  route({
    ...{ ...common, name: 'automatische-reacties-lezen', method: 'get' },
    at: '/woningzoekenden/{woningzoekendeId}/automatische-reacties',
    answer: z
      .object({
        isActief: z.boolean(),
        tegelijk: z.int().nullable(),
        sinds: momentShape.nullable(),
        hoogstens: z.int(),
        lopend: z.int(),
        passend: z.array(ownNumber),
      })
      .meta({ id: 'AutomatischeReacties' }),
    async perform({ setting, actor, path }) {
      const person = personIn(path, actor)
      if (person === undefined) return undefined
      const shown = await viewStandingResponse(setting, actor, person)
      if (isRefusal(shown)) return shown
      const { standing, highest, open, fitting } = shown
      return {
        ...{ isActief: standing !== undefined, tegelijk: standing?.most ?? null },
        ...{ sinds: momentOrNull(standing?.since), hoogstens: highest, lopend: open },
        passend: fitting.map(({ id }) => id),
      }
    },
  }),
  route({
    ...{ ...common, name: 'automatisch-reageren', method: 'post', refuses: true },
    at: '/woningzoekenden/{woningzoekendeId}/automatische-reacties',
    body: z
      .strictObject({ tegelijk: z.int().min(1).max(100) })
      .meta({ id: 'NieuweAutomatischeReacties' }),
    answer: z
      .object({ woningen: z.array(ownNumber), bon: receiptShape })
      .meta({ id: 'AutomatischeReactiesBegonnen' }),
    async perform({ setting, actor, path, body, once, language }) {
      const person = personIn(path, actor)
      if (person === undefined) return undefined
      const wish = { person, most: body.tegelijk }
      const done = await carryOut(setting, actor, beginStanding, wish, once)
      if (isRefusal(done)) return done
      const receipt = await viewReceipt(setting, done.event)
      return receipt && { woningen: [...done.responded], bon: receiptShown(receipt, language) }
    },
  }),
  route({
    ...{ ...common, name: 'automatisch-reageren-stoppen', method: 'post', refuses: true },
    at: '/woningzoekenden/{woningzoekendeId}/automatische-reacties/stopzettingen',
    answer: receiptShape,
    async perform({ setting, actor, path, once, language }) {
      const person = personIn(path, actor)
      if (person === undefined) return undefined
      const done = await carryOut(setting, actor, endStanding, { person }, once)
      if (isRefusal(done)) return done
      const receipt = await viewReceipt(setting, done.event)
      return receipt && receiptShown(receipt, language)
    },
  }),
]
