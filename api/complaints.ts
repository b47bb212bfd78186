/**
 * What somebody does against a decision (klacht of bezwaar), and how others respond for them: cases, mandates,
 * and responses that are left to us.
 */
import { z } from 'zod'
import type { JudgementAnswer } from '../operations/answer-judgement.ts'
import { complain, complaintLeast, complaintMost } from '../operations/complain.ts'
import { isRefusal, mayDo } from '../operations/operation.ts'
import { beginStanding, endStanding } from '../operations/standing-response.ts'
import { ownCases, type StoredComplaint } from '../operations/view-cases.ts'
import { viewMandates } from '../operations/view-mandates.ts'
import { viewStandingResponse } from '../operations/view-standing-response.ts'
import { withdrawComplaint } from '../operations/withdraw-complaint.ts'
import { complaintRefused } from '../words/complaints.ts'
import { receiptOf } from './act.ts'
import { ownAct, ownActShown, ownReading } from './own.ts'
import { pageOf, paging, sliceOf } from './paging.ts'
import { receiptShape } from './receipt.ts'
import {
  day,
  dayOrNull,
  dayShape,
  listingId,
  mandateScopes,
  moment,
  momentOrNull,
  momentShape,
  ownNumber,
  remedies,
  termList,
} from './terms.ts'

export const complaintStates = termList({
  received: 'ontvangen',
  'with-landlord': 'wacht-op-verhuurder',
  ready: 'klaar-voor-oordeel',
  judged: 'wacht-op-tweede-lid',
  decided: 'beslist',
  withdrawn: 'ingetrokken',
})
export const complaintOutcomes = termList({
  founded: 'gegrond',
  unfounded: 'ongegrond',
  'not-admissible': 'niet-in-behandeling-genomen',
})

export const judgementAnswers = termList({
  follows: 'volgt',
  partly: 'volgt-deels',
  not: 'volgt-niet',
  'carried-out': 'hersteld',
  cannot: 'niet-meer-mogelijk',
} satisfies Record<JudgementAnswer, string>)

const complaintShape = z
  .object({
    id: ownNumber,
    rechtsmiddel: remedies.shape,
    beslissing: z.string(),
    status: complaintStates.shape,
    gemaaktOp: momentShape,
    opPapierOntvangenOp: dayShape.nullable(),
    beslisVoor: dayShape,
    uitkomst: complaintOutcomes.shape.nullable(),
    motivering: z.string().nullable(),
    opvolgingVoor: dayShape.nullable(),
    opvolging: judgementAnswers.shape.nullable(),
    opvolgingTekst: z.string().nullable(),
  })
  .meta({ id: 'Klacht' })

function complaintShown(each: StoredComplaint): z.input<typeof complaintShape> {
  const isDecided = each.state === 'decided'
  return {
    ...{ id: each.id, rechtsmiddel: remedies.dutch(each.route), beslissing: each.decision },
    ...{ status: complaintStates.dutch(each.state), gemaaktOp: moment(each.madeAt) },
    opPapierOntvangenOp: dayOrNull(each.receivedOn),
    beslisVoor: day(each.urgentUntil ?? each.decideBy),
    // A judgement counts, and is told, when the second member has confirmed it.
    uitkomst: isDecided && each.outcome ? complaintOutcomes.dutch(each.outcome) : null,
    motivering: isDecided ? (each.motivation ?? null) : null,
    opvolgingVoor: dayOrNull(each.answerBy),
    opvolging: each.answer ? judgementAnswers.dutch(each.answer) : null,
    opvolgingTekst: each.answerWords ?? null,
  }
}

export const complaintRoutes = [
  ownReading({
    ...{ name: 'klachten-lezen', below: '/klachten', query: paging },
    answer: pageOf(complaintShape),
    async read(asked) {
      const { setting, actor, person } = asked
      if (!mayDo(actor, 'read-complaint', { person })) return undefined
      return sliceOf(asked, await ownCases(setting, actor, person), {
        at: ({ id }) => [-id],
        show: complaintShown,
      })
    },
  }),
  ownActShown({
    ...{ name: 'klacht-indienen', below: '/klachten', does: complain, inWords: complaintRefused },
    body: z
      .strictObject({
        beslissing: z.string().min(1).max(200),
        tekst: z.string().trim().min(complaintLeast).max(complaintMost),
      })
      .meta({ id: 'NieuweKlacht' }),
    answer: z.object({ id: ownNumber, bon: receiptShape }).meta({ id: 'KlachtOntvangen' }),
    input: ({ person, body }) => ({ person, decision: body.beslissing, words: body.tekst }),
    async shown(done, asked) {
      const bon = await receiptOf(done, asked)
      return bon && { id: done.complaint, bon }
    },
  }),
  ownAct({
    ...{ name: 'klacht-intrekken', below: '/klachten/{klachtId}/intrekkingen' },
    ...{ path: { klachtId: listingId }, does: withdrawComplaint, inWords: complaintRefused },
    async input({ setting, actor, person, path }) {
      const own = await ownCases(setting, actor, person)
      const isOwn = own.some(({ id }) => id === path.klachtId)
      return isOwn ? { complaint: path.klachtId } : undefined
    },
  }),
  ownReading({
    ...{ name: 'machtigingen-lezen', below: '/machtigingen', query: paging },
    answer: pageOf(
      z
        .object({
          helper: z.uuid().nullable(),
          uitnodiging: z.uuid().nullable(),
          naam: z.string(),
          mag: z.array(mandateScopes.shape),
          totEnMet: dayShape,
          isUitgenodigd: z.boolean(),
        })
        .meta({ id: 'Machtiging' }),
    ),
    async read(asked) {
      const mandates = await viewMandates(asked.setting, asked.actor, asked.person)
      if (isRefusal(mandates)) return mandates
      const rows = [
        ...mandates.running.map((each) => ({ ...each, id: each.helper, isInvited: false })),
        ...mandates.invited.map((each) => ({ ...each, isInvited: true })),
      ]
      return sliceOf(asked, rows, {
        at: ({ until, id }) => [until, id],
        show: ({ id, name, may, until, isInvited }) => ({
          ...{ helper: isInvited ? null : id, uitnodiging: isInvited ? id : null },
          ...{ naam: name, totEnMet: day(until), isUitgenodigd: isInvited },
          mag: may.flatMap((scope) => mandateScopes.dutchOf(scope) ?? []),
        }),
      })
    },
  }),
  ownReading({
    ...{ name: 'automatische-reacties-lezen', below: '/automatische-reacties' },
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
    async read({ setting, actor, person }) {
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
  ownActShown({
    ...{ name: 'automatisch-reageren', below: '/automatische-reacties', does: beginStanding },
    body: z
      .strictObject({ tegelijk: z.int().min(1).max(100) })
      .meta({ id: 'NieuweAutomatischeReacties' }),
    answer: z
      .object({ woningen: z.array(ownNumber), bon: receiptShape })
      .meta({ id: 'AutomatischeReactiesBegonnen' }),
    input: ({ person, body }) => ({ person, most: body.tegelijk }),
    async shown(done, asked) {
      const bon = await receiptOf(done, asked)
      return bon && { woningen: [...done.responded], bon }
    },
  }),
  ownAct({
    ...{ name: 'automatisch-reageren-stoppen', does: endStanding },
    below: '/automatische-reacties/stopzettingen',
    input: ({ person }) => ({ person }),
  }),
]
