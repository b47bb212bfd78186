/**
 * The work of landlords (verhuurders): stock, vacancies, listings, candidates, offers and lettings, each only of
 * one's own organisation; what is of another is not there.
 */
import { z } from 'zod'
import { formatDate } from '../core/basics/calendar-date.ts'
import {
  checkDocuments,
  type EvidenceKind,
  type EvidenceOutcome,
  evidenceSources,
} from '../operations/check-documents.ts'
import { letHome } from '../operations/let-home.ts'
import type { DeviationGround } from '../operations/lint-listing.ts'
import { makeListing } from '../operations/make-listing.ts'
import { groupMax, makeOffer } from '../operations/make-offer.ts'
import type { Actor } from '../operations/operation.ts'
import { publishListing } from '../operations/publish-listing.ts'
import { reportVacancy } from '../operations/report-vacancy.ts'
import { reviewListing } from '../operations/review-listing.ts'
import {
  type Channel,
  type SkipGround,
  skipCandidate,
  skipGrounds,
} from '../operations/skip-candidate.ts'
import {
  type CandidateList,
  type CandidateRow,
  type OfferView,
  type SkipShown,
  viewCandidates,
  viewOffer,
} from '../operations/view-candidates.ts'
import {
  type ListingDraft,
  landlordsOf,
  type OfferAtWork,
  remarksOf,
  type StoredDwelling,
  stockAfter,
  type VacancyAtWork,
  viewHome,
  viewListing,
  workList,
} from '../operations/view-work.ts'
import { type WithdrawalGround, withdrawListing } from '../operations/withdraw-listing.ts'
import { speakerOf } from '../words/explanation.ts'
import type { Language } from '../words/language.ts'
import { aheadForStaff, groupForStaff, passedInWords } from '../words/offers.ts'
import { remarkInWords } from '../words/remarks.ts'
import { refusedInWords } from '../words/work.ts'
import { act, actForReceipt, receiptOf } from './act.ts'
import { factFields, factsShown } from './homes.ts'
import { nextAfter, pageOf, paging, sliceOf } from './paging.ts'
import { receiptShape } from './receipt.ts'
import { route } from './route.ts'
import {
  day,
  dayInput,
  dayShape,
  listingId,
  listingStates,
  moment,
  momentInput,
  momentOrNull,
  momentShape,
  offerStates,
  ownNumber,
  termList,
} from './terms.ts'

export const dwellingShape = z
  .object({
    id: ownNumber,
    verhuurder: z.string(),
    adres: z.string(),
    complex: z.string(),
    buurt: z.string(),
    ...factFields,
    leegmelding: ownNumber.nullable(),
  })
  .meta({ id: 'Verhuureenheid' })

export function dwellingShown(
  {
    id,
    landlord,
    address,
    complexName,
    neighbourhood,
    municipality,
    facts,
    vacancy,
  }: StoredDwelling,
  language: Language,
): z.input<typeof dwellingShape> {
  return {
    ...{ id, verhuurder: landlord, adres: address, complex: complexName, buurt: neighbourhood },
    ...factsShown({ ...facts, municipality }, language),
    leegmelding: vacancy ?? null,
  }
}

const nextSteps = termList({
  'check-documents': 'stukken-controleren',
  let: 'verhuren',
  'make-offers': 'aanbieden',
  review: 'laten-toetsen',
  'finish-listing': 'advertentie-afmaken',
  'make-listing': 'advertentie-maken',
  publish: 'publiceren',
  'wait-for-answer': 'wachten-op-antwoord',
  'wait-for-draw': 'wachten-op-loting',
  'wait-for-opening': 'wachten-op-opening',
  'wait-for-close': 'wachten-op-sluiting',
})

const vacancyShape = z
  .object({
    id: ownNumber,
    verhuureenheid: ownNumber,
    verhuurder: z.string(),
    adres: z.string(),
    vrijVanaf: dayShape,
    dagenLeeg: z.int(),
    gemeldOp: momentShape,
    volgendeStap: nextSteps.shape,
    advertentie: ownNumber.nullable(),
    advertentieStatus: listingStates.shape.nullable(),
    aanbieding: z.uuid().nullable(),
  })
  .meta({ id: 'Leegmelding' })

function vacancyShown({
  vacancy,
  listing,
  step,
  days,
  offer,
}: VacancyAtWork): z.input<typeof vacancyShape> {
  return {
    ...{ id: vacancy.id, verhuureenheid: vacancy.dwelling, verhuurder: vacancy.landlord },
    ...{ adres: vacancy.address, vrijVanaf: day(vacancy.freeFrom), dagenLeeg: days },
    ...{ gemeldOp: moment(vacancy.reportedAt), volgendeStap: nextSteps.dutch(step) },
    advertentie: listing?.id ?? null,
    advertentieStatus: listing ? listingStates.dutch(listing.state) : null,
    aanbieding: offer?.id ?? null,
  }
}

const severities = termList({ breach: 'overtreding', warning: 'let-op', notice: 'opmerking' })

const remarkShape = z
  .object({ code: z.string(), ernst: severities.shape, tekst: z.string() })
  .meta({ id: 'Bevinding' })

function remarksShown(remarks: ReturnType<typeof remarksOf>, language: Language) {
  return remarks.map((remark) => ({
    ...{ code: remark.code, tekst: remarkInWords(remark, language) },
    ernst: severities.dutch(remark.severity),
  }))
}

const listingShape = z
  .object({
    id: ownNumber,
    leegmelding: ownNumber,
    status: listingStates.shape,
    titel: z.string().nullable(),
    omschrijving: z.string().nullable(),
    ...factFields,
    opentOp: momentShape.nullable(),
    sluitOp: momentShape.nullable(),
    reacties: z.int(),
    bevindingen: z.array(remarkShape),
  })
  .meta({ id: 'Advertentie' })

function listingShown(draft: ListingDraft, language: Language): z.input<typeof listingShape> {
  const { id, vacancy, state, words, facts, opensAt, closesAt, responses } = draft
  return {
    ...{ id, leegmelding: vacancy, status: listingStates.dutch(state) },
    ...{ titel: words.title ?? null, omschrijving: words.description ?? null },
    ...factsShown(facts, language),
    ...{ opentOp: momentOrNull(opensAt), sluitOp: momentOrNull(closesAt), reacties: responses },
    bevindingen: remarksShown(remarksOf(draft), language),
  }
}

const deviations = termList({
  renovated: 'opgeknapt',
  'measured-again': 'opnieuw-gemeten',
  'rent-agreed': 'huur-afgesproken',
  'agreed-with-municipality': 'afgesproken-met-gemeente',
  'stock-was-wrong': 'voorraad-klopte-niet',
} satisfies Record<DeviationGround, string>)

const newListing = z
  .strictObject({
    leegmelding: ownNumber,
    titel: z.string().max(200),
    omschrijving: z.string().max(4000),
    verdeelmodel: z.enum(['ranked', 'lottery', 'first-come', 'option']).optional(),
    huurCenten: z.int().min(0).optional(),
    labels: z.array(z.string().max(40)).max(10).optional(),
    redenHuur: deviations.input.optional(),
    redenLabels: deviations.input.optional(),
  })
  .meta({ id: 'NieuweAdvertentie' })

const withdrawals = termList({
  'listing-was-wrong': 'advertentie-klopte-niet',
  'home-not-free': 'woning-komt-niet-vrij',
  'home-not-fit': 'woning-niet-geschikt',
  'needed-for-emergency': 'nodig-voor-noodgeval',
  'nobody-took-it': 'niemand-wilde-de-woning',
} satisfies Record<WithdrawalGround, string>)

const candidateShape = z
  .object({
    plaats: z.int(),
    groep: z.string(),
    ervoor: z.string(),
    naam: z.string().nullable(),
    aanbieding: z.uuid().nullable(),
    aanbiedingStatus: offerStates.shape.nullable(),
    geenAanbodOmdat: z.object({ code: z.string(), tekst: z.string() }).nullable(),
    overgeslagenOmdat: z.string().nullable(),
  })
  .meta({ id: 'Kandidaat' })

function candidateShown(
  { place, tier, ahead, name, offer, passed, skipped }: CandidateRow,
  { ranking }: CandidateList,
  language: Language,
): z.input<typeof candidateShape> {
  const speaker = ranking && speakerOf(ranking, language)
  const group = ranking?.bound.tiers[tier]?.name
  return {
    plaats: place,
    groep:
      ranking && speaker && group !== undefined && group !== 'none'
        ? groupForStaff(ranking, group, speaker)
        : '-',
    ervoor: ranking && speaker ? aheadForStaff(ranking, ahead, speaker) : '',
    ...{ naam: name ?? null, aanbieding: offer?.id ?? null },
    aanbiedingStatus: offer ? offerStates.dutch(offer.state) : null,
    geenAanbodOmdat:
      passed === undefined ? null : { code: passed, tekst: passedInWords(passed, language) },
    overgeslagenOmdat: skipped === undefined ? null : (skips.dutchOf(skipped) ?? skipped),
  }
}

const offerShape = z
  .object({
    id: z.uuid(),
    advertentie: ownNumber,
    adres: z.string(),
    naam: z.string(),
    plaats: z.int(),
    status: offerStates.shape,
    gemaaktOp: momentShape,
    antwoordVoor: momentShape,
    bezichtigingOp: momentShape.nullable(),
    stukkenVoor: momentShape.nullable(),
  })
  .meta({ id: 'Aanbieding' })

function offerShown(
  { id, listing, place, state, madeAt, answerBy, viewingAt, papersBy }: OfferView['offer'],
  { name, address }: Pick<OfferAtWork, 'name' | 'address'>,
): z.input<typeof offerShape> {
  return {
    ...{ id, advertentie: listing, adres: address, naam: name, plaats: place },
    ...{ status: offerStates.dutch(state), gemaaktOp: moment(madeAt) },
    ...{ antwoordVoor: moment(answerBy), bezichtigingOp: momentOrNull(viewingAt) },
    stukkenVoor: momentOrNull(papersBy),
  }
}

const kinds = termList({
  identity: 'identiteit',
  income: 'inkomen',
  household: 'huishouden',
} satisfies Record<EvidenceKind, string>)
const sources = Object.values(evidenceSources).flat()
const outcomes = termList({
  'as-said': 'klopt',
  differs: 'wijkt-af',
} satisfies Record<EvidenceOutcome, string>)

const skips = termList({
  'not-reached': 'niet-bereikt',
  'took-it-back': 'trok-zich-terug',
  'papers-not-brought': 'stukken-niet-gebracht',
  'papers-differ': 'stukken-wijken-af',
} satisfies Record<SkipGround, string>)
const ways = termList({
  mail: 'mail',
  letter: 'brief',
  phone: 'telefoon',
  'at-the-door': 'aan-de-deur',
} satisfies Record<Channel, string>)

const skipShape = z.object({
  reden: skips.shape.nullable(),
  gedaanOp: momentShape,
  door: z.string(),
  contacten: z.array(z.object({ manier: ways.shape, op: dayShape })),
})

function skipShown({ ground, at, by, contacts }: SkipShown): z.input<typeof skipShape> {
  const known = skipGrounds.find((each) => each === ground)
  return {
    ...{ reden: known ? skips.dutch(known) : null, gedaanOp: moment(at), door: by },
    contacten: contacts.map(({ channel, on }) => ({ manier: ways.dutch(channel), op: day(on) })),
  }
}

// Whoever works at no landlord learns nothing here, not even that there is nothing for them.
export function works(actor: Actor): boolean {
  return landlordsOf(actor, 'see-candidates').length > 0
}

const common = { part: 'verhuurders', who: 'logged-in', inWords: refusedInWords } as const
const offerPath = { aanbiedingId: z.uuid() }
const listingPath = { advertentieId: listingId }

export const landlordRoutes = [
  route({
    ...{ ...common, name: 'voorraad-lezen', method: 'get', at: '/verhuureenheden' },
    query: {
      zoek: z.string().max(80).optional(),
      gemeente: z.string().max(80).optional(),
      alleenLeeg: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
      ...paging,
    },
    answer: pageOf(dwellingShape),
    async perform(asked) {
      const { setting, actor, language, query } = asked
      if (!works(actor)) return undefined
      const { zoek, gemeente, alleenLeeg, limiet, cursor } = query
      const [after] = cursor ?? []
      const found = await stockAfter(setting, actor, {
        ...(zoek !== undefined && { text: zoek }),
        ...(gemeente !== undefined && { municipality: gemeente }),
        ...(alleenLeeg !== undefined && { onlyEmpty: alleenLeeg }),
        ...{ after: typeof after === 'number' ? after : 0, count: limiet + 1 },
      })
      const shown = found.slice(0, limiet)
      const last = shown.at(-1)
      return {
        resultaten: shown.map((each) => dwellingShown(each, language)),
        volgende: found.length > limiet && last ? nextAfter(asked, [last.id]) : null,
      }
    },
  }),
  route({
    ...{ ...common, name: 'verhuureenheid-lezen', method: 'get' },
    at: '/verhuureenheden/{verhuureenheidId}',
    path: { verhuureenheidId: listingId },
    answer: dwellingShape,
    async perform({ setting, actor, path, language }) {
      const home = await viewHome(setting, actor, path.verhuureenheidId)
      return home && dwellingShown(home.dwelling, language)
    },
  }),
  route({
    ...{ ...common, name: 'leegmeldingen-lezen', method: 'get', at: '/leegmeldingen' },
    query: paging,
    answer: pageOf(vacancyShape),
    async perform(asked) {
      if (!works(asked.actor)) return undefined
      const { vacancies } = await workList(asked.setting, asked.actor)
      return sliceOf(asked, vacancies, {
        at: ({ vacancy }) => [vacancy.freeFrom, vacancy.id],
        show: vacancyShown,
      })
    },
  }),
  act({
    ...{ ...common, name: 'leeg-melden', at: '/leegmeldingen', does: reportVacancy },
    body: z
      .strictObject({ verhuureenheid: ownNumber, vrijVanaf: dayInput })
      .meta({ id: 'NieuweLeegmelding' }),
    answer: z
      .object({ id: ownNumber, verhuureenheid: ownNumber, vrijVanaf: dayShape })
      .meta({ id: 'LeegmeldingOntvangen' }),
    input: ({ body }) => ({ dwelling: body.verhuureenheid, freeFrom: body.vrijVanaf }),
    shown: (done, { body: { verhuureenheid, vrijVanaf } }) => ({
      ...{ id: done.vacancy, verhuureenheid, vrijVanaf: formatDate(vrijVanaf) },
    }),
  }),
  act({
    ...{ ...common, name: 'advertentie-maken', at: '/advertenties', does: makeListing },
    body: newListing,
    answer: z
      .object({
        id: ownNumber,
        status: z.enum(['concept', 'gecontroleerd']),
        bevindingen: z.array(remarkShape),
      })
      .meta({ id: 'AdvertentieGemaakt' }),
    made: ({ id }) => `/api/v1/advertenties/${id}`,
    input: ({ body }) => {
      const { leegmelding, titel, omschrijving, verdeelmodel, huurCenten, labels } = body
      const { redenHuur, redenLabels } = body
      return {
        ...{ vacancy: leegmelding, title: titel, description: omschrijving },
        own: {
          ...(verdeelmodel !== undefined && { model: verdeelmodel }),
          ...(huurCenten !== undefined && { rent: huurCenten }),
          ...(labels && { label: labels }),
        },
        grounds: {
          ...(redenHuur !== undefined && { rent: redenHuur }),
          ...(redenLabels !== undefined && { label: redenLabels }),
        },
      }
    },
    shown: (done, { language }) => ({
      id: done.listing,
      status: done.state === 'checked' ? ('gecontroleerd' as const) : ('concept' as const),
      bevindingen: remarksShown(done.remarks, language),
    }),
  }),
  route({
    ...{ ...common, name: 'advertentie-lezen', method: 'get', path: listingPath },
    at: '/advertenties/{advertentieId}',
    answer: listingShape,
    async perform({ setting, actor, path, language }) {
      const draft = await viewListing(setting, actor, path.advertentieId)
      return draft && listingShown(draft, language)
    },
  }),
  actForReceipt({
    ...{ ...common, name: 'advertentie-toetsen', path: listingPath, does: reviewListing },
    at: '/advertenties/{advertentieId}/beoordelingen',
    body: z
      .strictObject({ akkoord: z.boolean(), toelichting: z.string().max(2000) })
      .meta({ id: 'Beoordeling' }),
    input: ({ path, body }) => ({
      ...{ listing: path.advertentieId, agrees: body.akkoord, motivation: body.toelichting },
    }),
  }),
  act({
    ...{ ...common, name: 'advertentie-publiceren', path: listingPath, does: publishListing },
    at: '/advertenties/{advertentieId}/publicaties',
    body: z.strictObject({ opentOp: dayInput }).meta({ id: 'NieuwePublicatie' }),
    answer: z
      .object({ advertentie: ownNumber, opentOp: momentShape, sluitOp: momentShape })
      .meta({ id: 'Publicatie' }),
    input: ({ path, body }) => ({ listing: path.advertentieId, opensOn: body.opentOp }),
    shown(done, { path }) {
      // Under the same key the outcome comes back as it was kept: as a text.
      const [opensAt, closesAt] = [new Date(done.opensAt), new Date(done.closesAt)]
      return {
        ...{ advertentie: path.advertentieId, opentOp: moment(opensAt), sluitOp: moment(closesAt) },
      }
    },
  }),
  actForReceipt({
    ...{ ...common, name: 'advertentie-intrekken', path: listingPath, does: withdrawListing },
    at: '/advertenties/{advertentieId}/intrekkingen',
    body: z.strictObject({ reden: withdrawals.input }).meta({ id: 'AdvertentieIntrekking' }),
    input: ({ path, body }) => ({ listing: path.advertentieId, ground: body.reden }),
  }),
  route({
    ...{ ...common, name: 'kandidaten-lezen', method: 'get', path: listingPath, query: paging },
    at: '/advertenties/{advertentieId}/kandidaten',
    answer: pageOf(candidateShape),
    async perform(asked) {
      const { setting, actor, path, language } = asked
      const list = await viewCandidates(setting, actor, path.advertentieId)
      if (!list) return undefined
      return sliceOf(asked, list.rows, {
        at: ({ place }) => [place],
        show: (row) => candidateShown(row, list, language),
      })
    },
  }),
  act({
    ...{ ...common, name: 'aanbieden', path: listingPath, does: makeOffer },
    at: '/advertenties/{advertentieId}/aanbiedingen',
    body: z
      .strictObject({
        aantal: z.int().min(1).max(groupMax),
        bezichtigingOp: momentInput.optional(),
      })
      .meta({ id: 'NieuweAanbieding' }),
    answer: z
      .object({
        aanbiedingen: z.array(z.object({ id: z.uuid(), plaats: z.int() })),
        zonderAanbod: z.array(z.object({ plaats: z.int(), code: z.string(), tekst: z.string() })),
      })
      .meta({ id: 'AanbiedingenGemaakt' }),
    input: ({ path, body: { aantal, bezichtigingOp } }) => ({
      ...{ listing: path.advertentieId, count: aantal },
      ...(bezichtigingOp && { viewingAt: bezichtigingOp }),
    }),
    shown: (done, { language }) => ({
      aanbiedingen: done.offers.map(({ id, place }) => ({ id, plaats: place })),
      zonderAanbod: done.passed.map(({ place, code }) => ({
        ...{ plaats: place, code, tekst: passedInWords(code, language) },
      })),
    }),
  }),
  route({
    ...{ ...common, name: 'aanbieding-lezen', method: 'get', path: offerPath },
    at: '/aanbiedingen/{aanbiedingId}',
    answer: offerShape.extend({ overgeslagen: skipShape.nullable() }),
    async perform({ setting, actor, path }) {
      const view = await viewOffer(setting, actor, path.aanbiedingId)
      if (!view) return undefined
      const shown = offerShown(view.offer, { name: view.name, address: view.vacancy.address })
      return { ...shown, overgeslagen: view.skip ? skipShown(view.skip) : null }
    },
  }),
  actForReceipt({
    ...{ ...common, name: 'stukken-controleren', path: offerPath, does: checkDocuments },
    at: '/aanbiedingen/{aanbiedingId}/documentcontroles',
    body: z
      .strictObject({
        soort: kinds.input,
        bron: z.enum(sources),
        datum: dayInput,
        uitkomst: outcomes.input,
        inkomenCenten: z.int().min(0).optional(),
        huishoudgrootte: z.int().min(1).optional(),
      })
      .meta({ id: 'Documentcontrole' }),
    input({ path, body }) {
      const { soort, bron, datum, uitkomst, inkomenCenten, huishoudgrootte } = body
      return {
        ...{ offer: path.aanbiedingId, kind: soort, source: bron, on: datum, outcome: uitkomst },
        ...(inkomenCenten !== undefined && { incomeCents: inkomenCenten }),
        ...(huishoudgrootte !== undefined && { householdSize: huishoudgrootte }),
      }
    },
  }),
  actForReceipt({
    ...{ ...common, name: 'kandidaat-overslaan', path: offerPath, does: skipCandidate },
    at: '/aanbiedingen/{aanbiedingId}/overslagen',
    body: z
      .strictObject({
        reden: skips.input,
        contacten: z.array(z.strictObject({ manier: ways.input, op: dayInput })).max(20),
      })
      .meta({ id: 'Overslag' }),
    input: ({ path, body }) => ({
      ...{ offer: path.aanbiedingId, ground: body.reden },
      contacts: body.contacten.map(({ manier, op }) => ({ channel: manier, on: op })),
    }),
  }),
  act({
    ...{ ...common, name: 'toewijzen', path: offerPath, does: letHome },
    at: '/aanbiedingen/{aanbiedingId}/toewijzingen',
    body: z.strictObject({ ingangsdatum: dayInput }).meta({ id: 'NieuweToewijzing' }),
    answer: z
      .object({ woning: ownNumber, ingangsdatum: dayShape, bon: receiptShape })
      .meta({ id: 'Toewijzing' }),
    input: ({ path, body }) => ({ offer: path.aanbiedingId, startsOn: body.ingangsdatum }),
    async shown(done, asked) {
      const bon = await receiptOf(done, asked)
      const ingangsdatum = formatDate(asked.body.ingangsdatum)
      return bon && { woning: done.listing, ingangsdatum, bon }
    },
  }),
]
