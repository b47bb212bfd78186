/**
 * Rule books on their way (regels maken): proposed, advised on, answered, adopted, and released by two people; and
 * versions as everybody may read them.
 */
import { z } from 'zod'
import { adoptRules } from '../operations/adopt-rules.ts'
import {
  adviceTextMost,
  adviseOnRules,
  pointMost,
  pointsMost,
} from '../operations/advise-on-rules.ts'
import { answerAdvice } from '../operations/answer-advice.ts'
import { explanationMost, proposeRules } from '../operations/propose-rules.ts'
import { confirmRelease, releaseRules } from '../operations/release-rules.ts'
import { adviserRoles, type ProposalState } from '../operations/rules-on-their-way.ts'
import {
  differences,
  type OnTheirWay,
  proposedRules,
  rulesOnTheirWay,
  type Version,
  type VersionState,
  viewVersion,
} from '../operations/view-rules.ts'
import { withdrawRules } from '../operations/withdraw-rules.ts'
import { findingText } from '../words/findings.ts'
import { issueText } from '../words/issues.ts'
import type { Language } from '../words/language.ts'
import { diffSections } from '../words/print-diff.ts'
import { ruleRefusalText } from '../words/rule-work.ts'
import { act, actForReceipt, receiptOf } from './act.ts'
import { pageOf, paging, sliceOf } from './paging.ts'
import { problemAnswer } from './problem.ts'
import { textsOf } from './prose.ts'
import { receiptShape } from './receipt.ts'
import { route } from './route.ts'
import {
  day,
  dayInput,
  dayShape,
  hashShape,
  moment,
  momentInput,
  momentOrNull,
  momentShape,
  termList,
} from './terms.ts'

const states = termList({
  withdrawn: 'ingetrokken',
  released: 'uitgebracht',
  'release-asked': 'wacht-op-bevestiging',
  adopted: 'vastgesteld',
  advised: 'geadviseerd',
  advising: 'in-advies',
} satisfies Record<ProposalState, string>)
const versionStates = termList({
  'in-force': 'van-kracht',
  'to-come': 'komend',
  replaced: 'vervangen',
  proposed: 'voorgesteld',
  withdrawn: 'ingetrokken',
} satisfies Record<VersionState, string>)
const verdicts = termList({
  agree: 'akkoord',
  'agree-with-points': 'akkoord-met-punten',
  disagree: 'niet-akkoord',
})

const memberShape = z.object({ rol: z.string(), organisatie: z.string() })
const memberShown = (each: { readonly role: string; readonly organisation: string }) => ({
  ...{ rol: each.role, organisatie: each.organisation },
})

const proposalShape = z
  .object({
    id: z.uuid(),
    versie: z.string(),
    titel: z.string(),
    hash: hashShape,
    status: states.shape,
    van: memberShape,
    toelichting: z.string(),
    adviesTotEnMet: dayShape,
    voorgesteldOp: momentShape,
    openPunten: z.int(),
    radenNogTeGaan: z.array(z.string()),
    gaatIn: momentShape.nullable(),
    bevindingen: z.array(z.string()),
    adviezen: z.array(
      z.object({
        id: z.uuid(),
        van: memberShape,
        oordeel: verdicts.shape,
        tekst: z.string(),
        punten: z.array(
          z.object({ nummer: z.int(), tekst: z.string(), antwoord: z.string().nullable() }),
        ),
      }),
    ),
    vaststellingen: z.array(
      z.object({ gemeente: z.string(), op: dayShape, besluit: z.string(), nummer: z.string() }),
    ),
  })
  .meta({ id: 'Regelvoorstel' })

function proposalShown(
  { proposal, address, title }: Omit<OnTheirWay, 'may'>,
  language: Language,
): z.input<typeof proposalShape> {
  return {
    ...{ id: proposal.id, versie: address, titel: title, hash: proposal.hash },
    ...{ status: states.dutch(proposal.state), van: memberShown(proposal) },
    ...{ toelichting: proposal.explanation, adviesTotEnMet: day(proposal.adviceUntil) },
    ...{ voorgesteldOp: moment(proposal.proposedAt), openPunten: proposal.pointsOpen },
    ...{
      radenNogTeGaan: [...proposal.councilsLacking],
      gaatIn: momentOrNull(proposal.decidesFrom),
    },
    bevindingen: proposal.findings.map((each) => findingText(each, language)),
    adviezen: proposal.advices.map((each) => ({
      ...{ id: each.id, van: memberShown(each), oordeel: verdicts.dutch(each.verdict) },
      tekst: each.text,
      punten: each.points.map(({ number, text, answer }) => ({
        ...{ nummer: number, tekst: text, antwoord: answer ?? null },
      })),
    })),
    vaststellingen: proposal.adoptions.map(({ municipality, decidedOn, title: named, number }) => ({
      ...{ gemeente: municipality, op: day(decidedOn), besluit: named, nummer: number },
    })),
  }
}

const changeShape = z.object({ kop: z.string(), wijzigingen: z.array(z.string()) })

function changesShown(
  comparison: Version['comparison'],
  others: Version['uppers'],
  language: Language,
): z.input<typeof changeShape>[] {
  if (!comparison) return []
  return diffSections(comparison, { language, others }).map(({ heading, points }) => ({
    kop: heading,
    wijzigingen: points.flatMap((each) => textsOf([{ lead: '', points: [each] }]).slice(1)),
  }))
}

const common = { part: 'regelwerk', who: 'logged-in', inWords: ruleRefusalText } as const
const proposalPath = { voorstelId: z.uuid() }
const proposalAt = '/regelvoorstellen/{voorstelId}'
const bookCharactersMost = 400_000

export const ruleWorkRoutes = [
  route({
    ...{ name: 'regels-onderweg-lezen', part: 'regels', method: 'get', who: 'everybody' },
    ...{ at: '/voorgestelde-regelboeken', query: paging },
    answer: pageOf(proposalShape),
    async perform(asked) {
      return sliceOf(asked, await proposedRules(asked.setting), {
        at: ({ proposal }) => [proposal.id],
        show: (each) => proposalShown(each, asked.language),
      })
    },
  }),
  route({
    ...{ name: 'regelversie-lezen', part: 'regels', method: 'get', who: 'everybody' },
    ...{ at: '/regelversies/{versie}', path: { versie: z.string().max(120) } },
    answer: z.object({
      versie: z.string(),
      code: z.string(),
      titel: z.string(),
      hash: hashShape,
      status: versionStates.shape,
      tekst: z.string(),
      vervangt: z.string().nullable(),
      verschillen: z.array(changeShape),
      beslist: z.array(z.object({ van: momentShape, tot: momentShape.nullable() })),
    }),
    async perform({ setting, path, language }) {
      const version = await viewVersion(setting, path.versie)
      if (!version) return undefined
      const { address, book, hash, state, text, former, comparison, uppers, releases } = version
      return {
        ...{ versie: address, code: book.book, titel: book.title, hash, tekst: text },
        ...{ status: versionStates.dutch(state), vervangt: former?.address ?? null },
        verschillen: changesShown(comparison, uppers, language),
        beslist: releases.map(({ decidesFrom, until }) => ({
          ...{ van: moment(decidesFrom), tot: momentOrNull(until) },
        })),
      }
    },
  }),
  route({
    ...{ name: 'regelverschillen-lezen', part: 'regels', method: 'get', who: 'everybody' },
    ...{ at: '/regelverschillen', bucket: 'verify' },
    answer: z.object({
      gemeenschappelijk: z.array(z.object({ versie: z.string(), titel: z.string() })),
      resultaten: z.array(
        z.object({
          van: z.enum(['gemeente', 'verhuurder']),
          code: z.string(),
          boeken: z.array(z.object({ versie: z.string(), verschillen: z.array(changeShape) })),
        }),
      ),
    }),
    async perform({ setting, language }) {
      const { common: shared, municipalities, landlords } = await differences(setting)
      const shown =
        (van: 'gemeente' | 'verhuurder') =>
        ({ id, own }: (typeof municipalities)[number]) => ({
          ...{ van, code: id },
          boeken: own.map(({ address, comparison }) => ({
            ...{ versie: address, verschillen: changesShown(comparison, [], language) },
          })),
        })
      return {
        gemeenschappelijk: shared.map(({ address, title }) => ({ versie: address, titel: title })),
        resultaten: [
          ...municipalities.map(shown('gemeente')),
          ...landlords.map(shown('verhuurder')),
        ],
      }
    },
  }),
  act({
    ...{ ...common, name: 'regelvoorstellen-lezen', method: 'get', does: rulesOnTheirWay },
    at: '/regelvoorstellen',
    query: { ookAfgerond: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional() },
    answer: z.object({
      resultaten: z.array(
        z.object({
          voorstel: proposalShape,
          mag: z.object({
            adviseren: z.array(memberShape),
            beantwoorden: z.boolean(),
            vaststellenVoor: z.array(z.string()),
            uitbrengen: z.boolean(),
            bevestigen: z.boolean(),
            intrekken: z.boolean(),
          }),
        }),
      ),
    }),
    input: ({ query }) => (query.ookAfgerond ? { all: true as const } : {}),
    shown: ({ list }, { language }) => ({
      resultaten: list.map(({ may, ...each }) => ({
        voorstel: proposalShown(each, language),
        mag: {
          ...{ adviseren: may.advise.map(memberShown), beantwoorden: may.answer },
          ...{ vaststellenVoor: [...may.adoptFor], uitbrengen: may.release },
          ...{ bevestigen: may.confirm, intrekken: may.withdraw },
        },
      })),
    }),
  }),
  act({
    ...{ ...common, name: 'regels-voorstellen', at: '/regelvoorstellen', does: proposeRules },
    bytesMost: bookCharactersMost * 4,
    body: z.strictObject({
      rol: z.enum(['municipal-policy', 'landlord-policy']),
      organisatie: z.string().max(60),
      tekst: z.string().min(1).max(bookCharactersMost),
      toelichting: z.string().max(explanationMost),
      termijn: z
        .strictObject({ dagen: z.int().min(1).max(365), bron: z.string().min(1).max(400) })
        .optional(),
    }),
    answer: z.object({ id: z.uuid(), hash: hashShape, bon: receiptShape }),
    input: ({ body }) => ({
      ...{ role: body.rol, organisation: body.organisatie, explanation: body.toelichting },
      bytes: new TextEncoder().encode(body.tekst),
      ...(body.termijn && { term: { days: body.termijn.dagen, source: body.termijn.bron } }),
    }),
    async shown(done, asked) {
      const { language } = asked
      if ('issues' in done) {
        const errors = done.issues.map((issue) => ({
          ...{ in: 'body' as const, location: { pointer: '#/tekst' } },
          ...{ code: issue.code, detail: issueText(issue, language) },
        }))
        return problemAnswer({ code: 'invalid-input', language, errors })
      }
      const bon = await receiptOf(done, asked)
      return bon && { id: done.proposal, hash: done.hash, bon }
    },
  }),
  act({
    ...{ ...common, name: 'over-regels-adviseren', does: adviseOnRules, path: proposalPath },
    at: `${proposalAt}/adviezen`,
    body: z.strictObject({
      rol: z.enum(adviserRoles),
      organisatie: z.string().max(60),
      oordeel: verdicts.input,
      tekst: z.string().max(adviceTextMost),
      punten: z.array(z.string().min(1).max(pointMost)).max(pointsMost).default([]),
    }),
    answer: z.object({ id: z.uuid(), bon: receiptShape }),
    input: ({ path, body }) => ({
      ...{ proposal: path.voorstelId, role: body.rol, organisation: body.organisatie },
      ...{ verdict: body.oordeel, text: body.tekst, points: body.punten },
    }),
    async shown(done, asked) {
      const bon = await receiptOf(done, asked)
      return bon && { id: done.advice, bon }
    },
  }),
  actForReceipt({
    ...{ ...common, name: 'advies-beantwoorden', does: answerAdvice },
    ...{ at: '/adviezen/{adviesId}/antwoorden', path: { adviesId: z.uuid() } },
    body: z.strictObject({ nummer: z.int().min(1), antwoord: z.string().max(4000) }),
    input: ({ path, body }) => ({
      ...{ advice: path.adviesId, number: body.nummer, answer: body.antwoord },
    }),
  }),
  actForReceipt({
    ...{ ...common, name: 'regels-vaststellen', does: adoptRules, path: proposalPath },
    at: `${proposalAt}/vaststellingen`,
    body: z.strictObject({
      ...{ gemeente: z.string().max(60), op: dayInput, besluit: z.string().max(400) },
      ...{ nummer: z.string().max(120), documentHash: hashShape },
    }),
    input: ({ path, body }) => ({
      ...{ proposal: path.voorstelId, municipality: body.gemeente, decidedOn: body.op },
      ...{ title: body.besluit, number: body.nummer, document: body.documentHash },
    }),
  }),
  actForReceipt({
    ...{ ...common, name: 'regels-intrekken', does: withdrawRules, path: proposalPath },
    at: `${proposalAt}/intrekkingen`,
    input: ({ path }) => ({ proposal: path.voorstelId }),
  }),
  actForReceipt({
    ...{ ...common, name: 'regels-uitbrengen', does: releaseRules, path: proposalPath },
    at: `${proposalAt}/uitgaven`,
    body: z.strictObject({ gaatIn: momentInput }),
    input: ({ path, body }) => ({ proposal: path.voorstelId, decidesFrom: body.gaatIn }),
  }),
  act({
    ...{ ...common, name: 'uitgave-bevestigen', does: confirmRelease, path: proposalPath },
    at: `${proposalAt}/bevestigingen`,
    answer: z.object({ gaatIn: momentShape, bon: receiptShape }),
    input: ({ path }) => ({ proposal: path.voorstelId }),
    async shown(done, asked) {
      const bon = await receiptOf(done, asked)
      // Under the same key the outcome comes back as it was kept: as a text.
      return bon && { gaatIn: moment(new Date(done.decidesFrom)), bon }
    },
  }),
]
