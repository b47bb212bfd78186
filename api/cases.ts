/** Complaints and objections as those who handle them see them (geschillen): the committee, and who is asked to react. */
import { z } from 'zod'
import { answerJudgement } from '../operations/answer-judgement.ts'
import { askReaction } from '../operations/ask-reaction.ts'
import { confirmJudgement } from '../operations/confirm-judgement.ts'
import { judgeComplaint } from '../operations/judge-complaint.ts'
import { reactToComplaint } from '../operations/react-to-complaint.ts'
import { takeComplaint } from '../operations/take-complaint.ts'
import {
  type CaseRing,
  type CaseRow,
  type CaseStep,
  type CaseView,
  listCasesBelow,
  viewCase,
} from '../operations/view-cases.ts'
import { complaintRefused } from '../words/complaints.ts'
import { act, actForReceipt, receiptOf } from './act.ts'
import { complaintOutcomes, complaintStates, judgementAnswers } from './complaints.ts'
import { pageOf, paging, sliceOf } from './paging.ts'
import { receiptShape } from './receipt.ts'
import { route } from './route.ts'
import {
  day,
  dayOrNull,
  dayShape,
  listingId,
  moment,
  momentShape,
  ownNumber,
  remedies,
  termList,
} from './terms.ts'

const rings = termList({
  person: 'persoon',
  committee: 'commissie',
  landlord: 'verhuurder',
  auditor: 'toezicht',
} satisfies Record<CaseRing, string>)
const steps = termList({
  withdraw: 'intrekken',
  ask: 'reactie-vragen',
  react: 'reageren',
  judge: 'oordelen',
  confirm: 'bevestigen',
  answer: 'oordeel-opvolgen',
} satisfies Record<CaseStep, string>)
const consequences = termList({ advice: 'advies', binding: 'bindend' })
const judged = termList({
  founded: 'gegrond',
  unfounded: 'ongegrond',
  'not-admissible': 'niet-in-behandeling-genomen',
})

const rowFields = {
  id: ownNumber,
  rechtsmiddel: remedies.shape,
  soort: z.string(),
  status: complaintStates.shape,
  woning: ownNumber.nullable(),
  verhuurderNaam: z.string().nullable(),
  gemaaktOp: momentShape,
  beslisVoor: dayShape,
  reactieVoor: dayShape.nullable(),
  isTeLaat: z.boolean(),
  opvolgingVoor: dayShape.nullable(),
}

function rowShown(
  each: Omit<CaseRow, 'isCalled' | 'mayTake' | 'landlordName' | 'outcome'>,
  landlordName: string | undefined,
) {
  return {
    ...{ id: each.id, rechtsmiddel: remedies.dutch(each.route), soort: each.kind },
    ...{ status: complaintStates.dutch(each.state), woning: each.listing ?? null },
    ...{ verhuurderNaam: landlordName ?? null, gemaaktOp: moment(each.madeAt) },
    ...{ beslisVoor: day(each.urgentUntil ?? each.decideBy), reactieVoor: dayOrNull(each.reactBy) },
    isTeLaat: each.lateSince !== undefined,
    opvolgingVoor: dayOrNull(each.answerBy),
  }
}

const caseShape = z.object({
  ...rowFields,
  plek: rings.shape,
  naam: z.string().nullable(),
  tekst: z.string().nullable(),
  reactie: z.string().nullable(),
  uitkomst: complaintOutcomes.shape.nullable(),
  gevolg: consequences.shape.nullable(),
  motivering: z.string().nullable(),
  teruggestuurd: z.string().nullable(),
  opvolging: judgementAnswers.shape.nullable(),
  opvolgingTekst: z.string().nullable(),
  leden: z.array(z.string()),
  magNu: z.array(steps.shape),
  nagerekend: z
    .object({
      klopt: z.boolean(),
      gevondenPlaats: z.int().nullable(),
      verteldePlaats: z.int().nullable(),
    })
    .nullable(),
})

function caseShown(view: CaseView): z.input<typeof caseShape> {
  const { complaint, ring, landlordName, name, members, again, steps: now } = view
  // As on the page: what was judged is the committee's own until the second member has confirmed it.
  const sees = ring === 'committee' || ring === 'auditor' || complaint.state === 'decided'
  return {
    ...rowShown(complaint, landlordName),
    ...{ plek: rings.dutch(ring), naam: name ?? null, tekst: complaint.words ?? null },
    reactie: complaint.reaction ?? null,
    uitkomst: sees && complaint.outcome ? complaintOutcomes.dutch(complaint.outcome) : null,
    gevolg: sees && complaint.consequence ? consequences.dutch(complaint.consequence) : null,
    motivering: sees ? (complaint.motivation ?? null) : null,
    teruggestuurd: ring === 'committee' ? (complaint.sentBack ?? null) : null,
    opvolging: complaint.answer ? judgementAnswers.dutch(complaint.answer) : null,
    opvolgingTekst: complaint.answerWords ?? null,
    leden: members.map((each) => each.name),
    magNu: now.map(steps.dutch),
    nagerekend: again
      ? {
          klopt: again.faults.length === 0,
          ...{ gevondenPlaats: again.foundPlace ?? null, verteldePlaats: again.toldPlace ?? null },
        }
      : null,
  }
}

const common = { part: 'geschillen', who: 'logged-in', inWords: complaintRefused } as const
const casePath = { klachtId: listingId }
const caseAt = '/klachtdossiers/{klachtId}'

export const caseRoutes = [
  route({
    ...{ ...common, name: 'klachtdossiers-lezen', method: 'get', at: '/klachtdossiers' },
    query: paging,
    answer: pageOf(z.object({ ...rowFields, isGeroepen: z.boolean(), magOvernemen: z.boolean() })),
    async perform(asked) {
      const { setting, actor, query } = asked
      const [last] = query.cursor ?? []
      const below = Number.isSafeInteger(last) ? -Number(last) : undefined
      const cases = await listCasesBelow(setting, actor, { below, count: query.limiet + 1 })
      if (!cases) return undefined
      return sliceOf(asked, cases, {
        at: ({ id }) => [-id],
        show: ({ isCalled, mayTake, landlordName, ...each }) => ({
          ...{ ...rowShown(each, landlordName), isGeroepen: isCalled, magOvernemen: mayTake },
        }),
      })
    },
  }),
  route({
    ...{ ...common, name: 'klachtdossier-lezen', method: 'get', at: caseAt, path: casePath },
    answer: caseShape,
    async perform({ setting, actor, path }) {
      const view = await viewCase(setting, actor, path.klachtId)
      return view && caseShown(view)
    },
  }),
  actForReceipt({
    ...{ ...common, name: 'klacht-overnemen', does: takeComplaint, path: casePath },
    at: `${caseAt}/overnames`,
    input: ({ path }) => ({ complaint: path.klachtId }),
  }),
  act({
    ...{ ...common, name: 'reactie-vragen', does: askReaction, path: casePath },
    at: `${caseAt}/reactieverzoeken`,
    body: z.strictObject({ werkdagen: z.int().min(1).max(10) }),
    answer: z.object({ totEnMet: dayShape }),
    input: ({ path, body }) => ({ complaint: path.klachtId, workingDays: body.werkdagen }),
    shown: ({ until }) => ({ totEnMet: day(until) }),
  }),
  actForReceipt({
    ...{ ...common, name: 'op-klacht-reageren', does: reactToComplaint, path: casePath },
    at: `${caseAt}/reacties`,
    body: z.strictObject({ tekst: z.string().max(4000) }),
    input: ({ path, body }) => ({ complaint: path.klachtId, reaction: body.tekst }),
  }),
  actForReceipt({
    ...{ ...common, name: 'klacht-beoordelen', does: judgeComplaint, path: casePath },
    at: `${caseAt}/oordelen`,
    body: z.strictObject({
      uitkomst: judged.input,
      gevolg: consequences.input.optional(),
      motivering: z.string().max(4000),
    }),
    input: ({ path, body }) => ({
      ...{ complaint: path.klachtId, outcome: body.uitkomst, motivation: body.motivering },
      ...(body.gevolg !== undefined && { consequence: body.gevolg }),
    }),
  }),
  act({
    ...{ ...common, name: 'oordeel-bevestigen', does: confirmJudgement, path: casePath },
    at: `${caseAt}/bevestigingen`,
    body: z.strictObject({ akkoord: z.boolean(), toelichting: z.string().max(4000).default('') }),
    answer: z.object({ status: complaintStates.shape, bon: receiptShape }),
    input: ({ path, body }) => ({
      ...{ complaint: path.klachtId, agrees: body.akkoord, why: body.toelichting },
    }),
    async shown(done, asked) {
      const bon = await receiptOf(done, asked)
      return bon && { status: complaintStates.dutch(done.state), bon }
    },
  }),
  actForReceipt({
    ...{ ...common, name: 'oordeel-opvolgen', does: answerJudgement, path: casePath },
    at: `${caseAt}/opvolgingen`,
    body: z.strictObject({ opvolging: judgementAnswers.input, tekst: z.string().max(4000) }),
    input: ({ path, body }) => ({
      ...{ complaint: path.klachtId, answer: body.opvolging, words: body.tekst },
    }),
  }),
]
