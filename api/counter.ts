/**
 * Acting for people who do not do so online (balie): a visit that is opened by what somebody says of themselves,
 * paper, letters and calls, and corrections of a registration date, which take a second person.
 */
import { z } from 'zod'
import { decideLapse } from '../operations/decide-lapse.ts'
import { doErrand, type errandOutcomes } from '../operations/do-errand.ts'
import type { Operation, Refusal } from '../operations/operation.ts'
import {
  type CorrectionGround,
  type CorrectionSource,
  proposeCorrection,
} from '../operations/propose-correction.ts'
import {
  type IdentityGround,
  type IdentityPaper,
  nameMost,
  proposeIdentity,
} from '../operations/propose-identity.ts'
import { referenceOfFile, registerOnPaper } from '../operations/register-on-paper.ts'
import { reviewCorrection } from '../operations/review-correction.ts'
import {
  changeAtCounter,
  type InVisit,
  pauseAtCounter,
  reachAtCounter,
  renewAtCounter,
  respondAtCounter,
  resumeAtCounter,
  serveAtCounter,
  withdrawAtCounter,
} from '../operations/serve-at-counter.ts'
import { allHomesInVisit, viewCorrection, viewVisit } from '../operations/view-counter.ts'
import { type Errand, listErrands, viewErrand } from '../operations/view-errands.ts'
import { landlordsOf, type StoredCorrection, workList } from '../operations/view-work.ts'
import { counterTexts } from '../words/counter.ts'
import { identityTexts } from '../words/identity.ts'
import { isKeyOf, type Language } from '../words/language.ts'
import { refusedInWords } from '../words/work.ts'
import { act, actForReceipt, receiptOf } from './act.ts'
import {
  changesFrom,
  fileChange,
  newRegistration,
  registrationFrom,
  registrationStates,
} from './file.ts'
import { pageOf, paging, sliceOf } from './paging.ts'
import { receiptShape } from './receipt.ts'
import { refusedFrom } from './refused.ts'
import { route } from './route.ts'
import {
  day,
  dayInput,
  dayOrNull,
  dayShape,
  listingId,
  moment,
  momentShape,
  ownNumber,
  termList,
} from './terms.ts'

const grounds = termList({
  'entered-wrongly': 'verkeerd-ingevoerd',
  'older-registration-shown': 'oudere-inschrijving-getoond',
  'registered-by-another': 'door-ander-ingeschreven',
  'decided-on-complaint': 'beslist-op-klacht',
} satisfies Record<CorrectionGround, string>)
const sources = termList({
  'confirmation-of-registration': 'bevestiging-van-inschrijving',
  'paper-form': 'papieren-formulier',
  'earlier-register': 'eerder-register',
  'decision-of-committee': 'besluit-van-commissie',
} satisfies Record<CorrectionSource, string>)
const identityGroundTerms = termList({
  'entered-wrongly': 'verkeerd-ingevoerd',
  'name-changed': 'naam-veranderd',
  'date-established': 'datum-vastgesteld',
  'decided-on-complaint': 'beslist-op-klacht',
} satisfies Record<IdentityGround, string>)
const identityPaperTerms = termList({
  passport: 'paspoort',
  'identity-card': 'identiteitskaart',
  'driving-licence': 'rijbewijs',
  'residence-document': 'verblijfsdocument',
  'population-register': 'uittreksel-basisregistratie',
  'civil-record': 'akte-burgerlijke-stand',
  'court-decision': 'besluit-rechter-of-koning',
} satisfies Record<IdentityPaper, string>)
const corrected = termList({ 'registered-on': 'inschrijfdatum', identity: 'persoonsgegevens' })
const errandKinds = termList({ letter: 'brief', phone: 'telefoon', decision: 'beslissing' })
const errandEnds = termList({
  sent: 'verstuurd',
  'no-address': 'geen-adres',
  reached: 'gesproken',
  'not-reached': 'niet-bereikt',
} satisfies Record<(typeof errandOutcomes)[keyof typeof errandOutcomes][number], string>)

const atCounter = refusedFrom(counterTexts)
const aboutIdentity = refusedFrom(identityTexts)

function inWords(refusal: Refusal, language: Language): string {
  if (isKeyOf(counterTexts, refusal.refused)) return atCounter(refusal, language)
  const isOfIdentity = isKeyOf(identityTexts, refusal.refused)
  return (isOfIdentity ? aboutIdentity : refusedInWords)(refusal, language)
}

const common = { part: 'balie', who: 'logged-in', inWords } as const
const visitPath = { bezoekId: listingId }
const visitAt = '/baliebezoeken/{bezoekId}'
const errandPath = { opdrachtId: z.uuid() }
const correctionPath = { correctieId: z.uuid() }

/** A change of the registration of who stands at the counter. */
function registrationAct<Input extends { readonly person: string }>(
  name: 'balie-verlengen' | 'balie-pauzeren' | 'balie-hervatten',
  collection: string,
  does: Operation<InVisit<Input>, { readonly event: number }>,
  input: (person: string) => Input,
) {
  return actForReceipt({
    ...{ ...common, name, does, path: visitPath, at: `${visitAt}/${collection}` },
    input: ({ path }: { readonly path: { readonly bezoekId: number } }) => ({
      ...{ visit: path.bezoekId, input },
    }),
  })
}

const errandShape = z
  .object({
    id: z.uuid(),
    soort: errandKinds.shape,
    verhuurder: z.string(),
    over: z.string(),
    gevraagdOp: momentShape,
  })
  .meta({ id: 'Postopdracht' })

function errandShown({ id, kind, landlord, code, askedAt }: Errand): z.input<typeof errandShape> {
  return {
    ...{ id, soort: errandKinds.dutch(kind), verhuurder: landlord, over: code },
    gevraagdOp: moment(askedAt),
  }
}

const correctionShape = z
  .object({
    id: z.uuid(),
    verhuurder: z.string(),
    soort: corrected.shape,
    van: dayShape.nullable(),
    naar: dayShape.nullable(),
    grond: z.union([grounds.shape, identityGroundTerms.shape]).nullable(),
    bron: z.union([sources.shape, identityPaperTerms.shape]).nullable(),
    voorgesteldOp: momentShape,
    isBeslist: z.boolean(),
  })
  .meta({ id: 'Correctie' })

const changeOf = <Shape extends z.ZodType>(shape: Shape) =>
  z.object({ van: shape, naar: shape }).nullable()

/** Who it is about is read one at a time, and that stands in their log. */
const wholeCorrectionShape = correctionShape
  .extend({
    ...{ naam: changeOf(z.string()), geboren: changeOf(dayShape) },
    bewijsVan: dayShape.nullable(),
  })
  .meta({ id: 'HeleCorrectie' })

function correctionShown(each: StoredCorrection): z.input<typeof correctionShape> {
  const { id, landlord, change, ground, source, proposedAt, reviewedAt } = each
  const isIdentity = change.about === 'identity'
  return {
    ...{ id, verhuurder: landlord, soort: corrected.dutch(change.about) },
    ...{ van: isIdentity ? null : day(change.from), naar: isIdentity ? null : day(change.to) },
    grond: (isIdentity ? identityGroundTerms : grounds).dutchOf(ground) ?? null,
    bron: (isIdentity ? identityPaperTerms : sources).dutchOf(source) ?? null,
    ...{ voorgesteldOp: moment(proposedAt), isBeslist: reviewedAt !== undefined },
  }
}

function wholeCorrectionShown(each: StoredCorrection): z.input<typeof wholeCorrectionShape> {
  const { change } = each
  const { name, born, paperOn } = change.about === 'identity' ? change : {}
  return {
    ...correctionShown(each),
    naam: name ? { van: name.from, naar: name.to } : null,
    geboren: born ? { van: day(born.from), naar: day(born.to) } : null,
    bewijsVan: dayOrNull(paperOn),
  }
}

export const counterRoutes = [
  act({
    ...{ ...common, name: 'balie-openen', at: '/baliebezoeken', does: serveAtCounter },
    body: z.strictObject({
      ...{ verhuurder: z.string().max(60), bekendAls: z.string().min(1).max(200) },
      geboren: dayInput,
    }),
    answer: z.object({ id: ownNumber }),
    made: ({ id }) => `/api/v1/baliebezoeken/${id}`,
    input: ({ body }) => ({
      ...{ landlord: body.verhuurder, known: body.bekendAls, born: body.geboren },
    }),
    shown: ({ visit }) => ({ id: visit }),
  }),
  route({
    ...{ ...common, name: 'baliebezoek-lezen', method: 'get', at: visitAt, path: visitPath },
    answer: z.object({
      naam: z.string(),
      verhuurder: z.string(),
      tot: momentShape,
      status: registrationStates.shape,
      sinds: dayShape.nullable(),
      laatsteDag: dayShape.nullable(),
      woningen: z.array(
        z.object({ woning: ownNumber, adres: z.string(), heeftGereageerd: z.boolean() }),
      ),
    }),
    async perform({ setting, actor, path }) {
      const visit = await viewVisit(setting, actor, path.bezoekId)
      if (!visit) return undefined
      const { name, landlord, until, registration } = visit
      const homes = await allHomesInVisit(setting, visit)
      return {
        ...{ naam: name, verhuurder: landlord, tot: moment(until) },
        status: registrationStates.dutch(registration.state),
        ...{ sinds: dayOrNull(registration.since), laatsteDag: dayOrNull(registration.lastDay) },
        woningen: homes.map(({ id, address, responded }) => ({
          ...{ woning: id, adres: address, heeftGereageerd: responded },
        })),
      }
    },
  }),
  actForReceipt({
    ...{ ...common, name: 'balie-reageren', does: respondAtCounter, path: visitPath },
    at: `${visitAt}/reacties`,
    body: z.strictObject({ woning: ownNumber }),
    input: ({ path, body }) => ({
      visit: path.bezoekId,
      input: (person: string) => ({ listing: body.woning, person, via: 'counter' as const }),
    }),
  }),
  actForReceipt({
    ...{ ...common, name: 'balie-reactie-intrekken', does: withdrawAtCounter },
    ...{ at: `${visitAt}/reacties/{woningId}/intrekkingen` },
    path: { ...visitPath, woningId: listingId },
    input: ({ path }) => ({
      visit: path.bezoekId,
      input: (person: string) => ({ listing: path.woningId, person }),
    }),
  }),
  registrationAct('balie-verlengen', 'verlengingen', renewAtCounter, (person) => ({ person })),
  registrationAct('balie-pauzeren', 'pauzes', pauseAtCounter, (person) => ({ person })),
  registrationAct('balie-hervatten', 'hervattingen', resumeAtCounter, (person) => ({ person })),
  actForReceipt({
    ...{ ...common, name: 'balie-gegevens-wijzigen', does: changeAtCounter, path: visitPath },
    at: `${visitAt}/gegevenswijzigingen`,
    body: fileChange,
    input: ({ path, body }) => ({
      visit: path.bezoekId,
      input: (person: string) => ({ person, ...changesFrom(body) }),
    }),
  }),
  actForReceipt({
    ...{ ...common, name: 'balie-bereikbaarheid-wijzigen', does: reachAtCounter, path: visitPath },
    at: `${visitAt}/bereikbaarheidswijzigingen`,
    body: z.strictObject({
      ...{ email: z.string().max(200).optional(), telefoon: z.string().max(30).optional() },
      postadres: z.string().max(200).optional(),
    }),
    input: ({ path, body }) => ({
      visit: path.bezoekId,
      input: (person: string) => ({
        ...{ person, email: body.email, phone: body.telefoon, postalAddress: body.postadres },
      }),
    }),
  }),
  act({
    ...{ ...common, name: 'correctie-voorstellen', does: proposeCorrection, path: visitPath },
    at: `${visitAt}/correcties`,
    body: z.strictObject({
      ...{ ingeschrevenOp: dayInput, grond: grounds.input, bron: sources.input },
    }),
    answer: z.object({ id: z.uuid() }),
    made: ({ id }) => `/api/v1/correcties/${id}`,
    async input({ setting, actor, path, body }) {
      const visit = await viewVisit(setting, actor, path.bezoekId)
      return (
        visit && {
          ...{ person: visit.person, landlord: visit.landlord, registeredOn: body.ingeschrevenOp },
          ...{ ground: body.grond, source: body.bron },
        }
      )
    },
    shown: ({ correction }) => ({ id: correction }),
  }),
  act({
    ...{ ...common, name: 'persoonscorrectie-voorstellen', does: proposeIdentity },
    ...{ path: visitPath, at: `${visitAt}/persoonscorrecties` },
    body: z.strictObject({
      ...{ naam: z.string().max(nameMost), geboren: dayInput, grond: identityGroundTerms.input },
      ...{ bewijs: identityPaperTerms.input, bewijsVan: dayInput, isGezien: z.boolean() },
    }),
    answer: z.object({ id: z.uuid() }),
    made: ({ id }) => `/api/v1/correcties/${id}`,
    input: ({ path, body }) => ({
      ...{ visit: path.bezoekId, name: body.naam, born: body.geboren, ground: body.grond },
      ...{ paper: body.bewijs, paperOn: body.bewijsVan, isSeen: body.isGezien },
    }),
    shown: ({ correction }) => ({ id: correction }),
  }),
  route({
    ...{ ...common, name: 'correcties-lezen', method: 'get', at: '/correcties', query: paging },
    answer: pageOf(correctionShape),
    async perform(asked) {
      if (landlordsOf(asked.actor, 'review-correction').length === 0) return undefined
      const { corrections } = await workList(asked.setting, asked.actor)
      return sliceOf(asked, corrections, {
        at: ({ proposedAt, id }) => [proposedAt.getTime(), id],
        show: correctionShown,
      })
    },
  }),
  route({
    ...{ ...common, name: 'correctie-lezen', method: 'get', path: correctionPath },
    at: '/correcties/{correctieId}',
    answer: wholeCorrectionShape,
    async perform({ setting, actor, path }) {
      const found = await viewCorrection(setting, actor, path.correctieId)
      return found && wholeCorrectionShown(found)
    },
  }),
  act({
    ...{ ...common, name: 'correctie-beoordelen', does: reviewCorrection, path: correctionPath },
    at: '/correcties/{correctieId}/beoordelingen',
    body: z.strictObject({ akkoord: z.boolean(), toelichting: z.string().max(1000) }),
    answer: z.object({ akkoord: z.boolean() }),
    input: ({ path, body }) => ({
      ...{ correction: path.correctieId, agrees: body.akkoord, motivation: body.toelichting },
    }),
    shown: ({ agreed }) => ({ akkoord: agreed }),
  }),
  act({
    ...{ ...common, name: 'op-papier-inschrijven', does: registerOnPaper },
    at: '/papieren-inschrijvingen',
    body: z.strictObject({
      verhuurder: z.string().max(60),
      inschrijving: newRegistration,
      postadres: z.string().max(200),
      isOndertekend: z.boolean(),
      isIemandAnders: z.boolean().default(false),
    }),
    answer: z.object({ kenmerk: z.string(), bon: receiptShape }),
    input: ({ body }) => ({
      ...{ landlord: body.verhuurder, registration: registrationFrom(body.inschrijving) },
      ...{ postalAddress: body.postadres, isSigned: body.isOndertekend },
      isSomebodyElse: body.isIemandAnders,
    }),
    async shown(done, asked) {
      const bon = await receiptOf(done, asked)
      return bon && { kenmerk: referenceOfFile(done.person), bon }
    },
  }),
  route({
    ...{ ...common, name: 'postopdrachten-lezen', method: 'get', at: '/postopdrachten' },
    query: paging,
    answer: pageOf(errandShape),
    async perform(asked) {
      const acts = ['do-errand', 'decide-lapse'] as const
      if (acts.every((each) => landlordsOf(asked.actor, each).length === 0)) return undefined
      const { letters, calls, decisions } = await listErrands(asked.setting, asked.actor)
      return sliceOf(asked, [...letters, ...calls, ...decisions], {
        at: ({ askedAt, id }) => [askedAt.getTime(), id],
        show: errandShown,
      })
    },
  }),
  route({
    ...{ ...common, name: 'postopdracht-lezen', method: 'get', path: errandPath },
    at: '/postopdrachten/{opdrachtId}',
    answer: z.object({
      opdracht: errandShape,
      naam: z.string(),
      telefoon: z.string().nullable(),
      postadres: z.string().nullable(),
      taal: z.string(),
      isGenoegBereikt: z.boolean(),
    }),
    async perform({ setting, actor, path }) {
      const found = await viewErrand(setting, actor, path.opdrachtId)
      if (!found) return undefined
      const { errand, isReachedEnough } = found
      return {
        ...{ opdracht: errandShown(errand), naam: errand.name, taal: errand.language },
        ...{ telefoon: errand.phone ?? null, postadres: errand.postalAddress ?? null },
        isGenoegBereikt: isReachedEnough,
      }
    },
  }),
  actForReceipt({
    ...{ ...common, name: 'postopdracht-uitvoeren', does: doErrand, path: errandPath },
    at: '/postopdrachten/{opdrachtId}/uitvoeringen',
    body: z.strictObject({ uitkomst: errandEnds.input }),
    input: ({ path, body }) => ({ errand: path.opdrachtId, outcome: body.uitkomst }),
  }),
  actForReceipt({
    ...{ ...common, name: 'vervallen-beslissen', does: decideLapse, path: errandPath },
    at: '/postopdrachten/{opdrachtId}/beslissingen',
    body: z.strictObject({ vervalt: z.boolean(), toelichting: z.string().max(1000) }),
    input: ({ path, body }) => ({
      ...{ errand: path.opdrachtId, lapses: body.vervalt, motivation: body.toelichting },
    }),
  }),
]
