/**
 * Somebody's own affairs (mijn zaken): their file, registration, responses, offers, messages and decisions. A
 * helper reaches those they help by the same addresses; for everybody else they are not there.
 */
import { z } from 'zod'
import { answerOffer, type refusalGrounds } from '../operations/answer-offer.ts'
import { changeFile } from '../operations/change-file.ts'
import { type ExplainedResponse, explainResponse } from '../operations/explain-response.ts'
import { viewHome, viewStanding } from '../operations/find-homes.ts'
import { ownResponsesBehind } from '../operations/list-own-responses.ts'
import { isRefusal, type Operation } from '../operations/operation.ts'
import type { Provisional } from '../operations/provisional-place.ts'
import { register } from '../operations/register.ts'
import { type Done, deregister, type ForPerson, pause, renew, resume } from '../operations/renew.ts'
import { respond } from '../operations/respond.ts'
import { undoDeregistration } from '../operations/undo-deregistration.ts'
import { viewHelped } from '../operations/view-mandates.ts'
import { type ViewedOffer, viewOffer } from '../operations/view-offer.ts'
import {
  type Decision,
  exportFile,
  type MessageWithHome,
  messagesBehind,
  ownLogBelow,
  type ResponseWithHome,
  referenceOf,
  viewDecisions,
  viewOwnFile,
} from '../operations/view-own-file.ts'
import { withdrawResponse } from '../operations/withdraw-response.ts'
import { explanationOf } from '../words/explanation.ts'
import type { Language } from '../words/language.ts'
import { roleName } from '../words/login.ts'
import { messageBody, messageCodes, messageSubject } from '../words/messages.ts'
import { provisionalWords } from '../words/provisional-place.ts'
import { reasonOfCode } from '../words/reasons.ts'
import { act, receiptOf } from './act.ts'
import {
  changesFrom,
  fileChange,
  fileShape,
  fileShown,
  newRegistration,
  registrationFrom,
  registrationShape,
  registrationShown,
} from './file.ts'
import { ownAct, ownActShown, ownReading } from './own.ts'
import { momentOf, type Position, pageOf, paging, sliceOf } from './paging.ts'
import { textsOf } from './prose.ts'
import { receiptShape, receiptShown } from './receipt.ts'
import { route } from './route.ts'
import {
  day,
  dayOrNull,
  dayShape,
  hashShape,
  listingId,
  listingStates,
  mandateScopes,
  moment,
  momentOrNull,
  momentShape,
  offerStates,
  ownNumber,
  provisionalStandings,
  remedies,
  responseChannels,
  termList,
} from './terms.ts'

const userShape = z
  .object({
    naam: z.string(),
    woningzoekende: z.uuid().nullable(),
    rollen: z.array(z.object({ code: z.string(), naam: z.string(), organisatie: z.string() })),
    helpt: z.array(
      z.object({
        woningzoekende: z.uuid(),
        naam: z.string(),
        mag: z.array(mandateScopes.shape),
        totEnMet: dayShape,
      }),
    ),
  })
  .meta({ id: 'Gebruiker' })

const responseFields = {
  woning: ownNumber,
  adres: z.string().nullable(),
  gereageerdOp: momentShape,
  via: responseChannels.shape,
  ingetrokkenOp: momentShape.nullable(),
  status: listingStates.shape,
  plaats: z.int().nullable(),
  geplaatst: z.int().nullable(),
  reacties: z.int().nullable(),
  reden: z.object({ code: z.string(), tekst: z.string() }).nullable(),
  aanbieding: z.uuid().nullable(),
  aanbiedingStatus: offerStates.shape.nullable(),
}

const responseShape = z.object(responseFields).meta({ id: 'Reactie' })

/** Whoever sends what is no position of ours begins at the first page. */
function behindResponse(cursor: Position | undefined) {
  const [moment, listing] = cursor ?? []
  const at = momentOf(moment)
  return at && typeof listing === 'number' && Number.isSafeInteger(listing)
    ? { at, listing }
    : undefined
}

function behindMessage(cursor: Position | undefined) {
  const [moment, id] = cursor ?? []
  const at = momentOf(moment)
  return at && z.uuid().safeParse(id).success ? { at, id: String(id) } : undefined
}

function responseShown(
  response: Omit<ResponseWithHome, 'home'>,
  address: string | undefined,
  language: Language,
): z.input<typeof responseShape> {
  const { listing, at, via, withdrawnAt, state, place, placed, candidates, code } = response
  const { offer, offerState } = response
  return {
    ...{ woning: listing, adres: address ?? null, gereageerdOp: moment(at) },
    ...{ via: responseChannels.dutch(via), ingetrokkenOp: momentOrNull(withdrawnAt) },
    ...{ status: listingStates.dutch(state), plaats: place, geplaatst: placed },
    reacties: candidates,
    reden: code === null ? null : { code, tekst: reasonOfCode(language, code) },
    aanbieding: offer,
    aanbiedingStatus: offerState === null ? null : offerStates.dutch(offerState),
  }
}

const explainedShape = z
  .object({
    ...responseFields,
    bon: receiptShape.nullable(),
    voorlopigePlaats: z
      .object({
        stand: provisionalStandings.shape,
        plaatsVan: z.int().nullable(),
        plaatsTotEnMet: z.int().nullable(),
        opDeLijst: z.int().nullable(),
        standVan: momentShape.nullable(),
        tekst: z.array(z.string()),
      })
      .meta({ id: 'VoorlopigePlaats' })
      .nullable(),
    uitleg: z
      .object({
        waarom: z.array(z.string()),
        watZouHetVeranderen: z.array(z.string()),
        regels: z.string(),
        bon: hashShape,
        klopt: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: 'ReactieMetUitleg' })

function explainedShown(
  { home, response, receipt, provisional, explained }: ExplainedResponse,
  language: Language,
): z.input<typeof explainedShape> {
  const told =
    explained &&
    explanationOf(explained.part, {
      ...{ language, full: false, changes: explained.changes },
    })
  return {
    ...responseShown(response, home.address, language),
    bon: receipt ? receiptShown(receipt, language) : null,
    voorlopigePlaats: provisional ? provisionalShown(provisional, language) : null,
    uitleg:
      told && explained
        ? {
            ...{ waarom: textsOf(told.told), watZouHetVeranderen: textsOf(told.changes) },
            ...{ regels: told.rules, bon: explained.figures.hash, klopt: explained.agrees },
          }
        : null,
  }
}

function provisionalShown(provisional: Provisional, language: Language) {
  const { counted } = provisional
  const { title, lead, changes } = provisionalWords(provisional, language)
  const place = counted?.place
  const isPlaced = place?.stands === 'placed'
  return {
    stand: provisionalStandings.dutch(place?.stands ?? 'counting'),
    ...{ plaatsVan: isPlaced ? place.from : null, plaatsTotEnMet: isPlaced ? place.to : null },
    ...{ opDeLijst: counted?.listed ?? null, standVan: momentOrNull(counted?.asOf ?? null) },
    tekst: [title, lead, changes ?? ''].filter((each) => each !== ''),
  }
}

const offerShape = z
  .object({
    id: z.uuid(),
    woning: ownNumber,
    adres: z.string(),
    status: offerStates.shape,
    plaats: z.int(),
    gemaaktOp: momentShape,
    antwoordVoor: momentShape,
    bezichtigingOp: momentShape.nullable(),
    stukkenVoor: momentShape.nullable(),
    magAntwoorden: z.boolean(),
    gevolgenVanWeigeren: z.array(
      z.object({
        regel: z.string(),
        naam: z.string(),
        code: z.string(),
        totEnMet: dayShape.nullable(),
      }),
    ),
  })
  .meta({ id: 'AanbiedingAanMij' })

function offerShown({
  offer,
  home,
  isOpen,
  mayAnswer,
  consequences,
}: ViewedOffer): z.input<typeof offerShape> {
  return {
    ...{ id: offer.id, woning: offer.listing, adres: home.address, plaats: offer.place },
    ...{ status: offerStates.dutch(offer.state), gemaaktOp: moment(offer.madeAt) },
    ...{ antwoordVoor: moment(offer.answerBy), bezichtigingOp: momentOrNull(offer.viewingAt) },
    ...{ stukkenVoor: momentOrNull(offer.papersBy), magAntwoorden: isOpen && mayAnswer },
    gevolgenVanWeigeren: consequences.map(({ rule, label, code, until }) => ({
      ...{ regel: rule, naam: label, code, totEnMet: dayOrNull(until) },
    })),
  }
}

const messageShape = z
  .object({
    kenmerk: z.string(),
    code: z.string(),
    onderwerp: z.string(),
    tekst: z.string(),
    op: momentShape,
    gelezenOp: momentShape.nullable(),
    woning: ownNumber.nullable(),
    aanbieding: z.uuid().nullable(),
  })
  .meta({ id: 'Bericht' })

function messageShown(message: MessageWithHome, language: Language): z.input<typeof messageShape> {
  const code = messageCodes.find((each) => each === message.code)
  const { facts, at, readAt, home } = message
  return {
    ...{ kenmerk: referenceOf(message), code: message.code },
    onderwerp: code ? messageSubject(code, language) : '',
    tekst: code ? messageBody(code, facts, home?.address, language) : '',
    ...{ op: moment(at), gelezenOp: momentOrNull(readAt) },
    woning: typeof facts.listing === 'number' ? facts.listing : null,
    aanbieding: typeof facts.offer === 'string' ? facts.offer : null,
  }
}

const decisionKinds = termList({
  placed: 'geplaatst',
  'not-placed': 'niet-op-de-lijst',
  skipped: 'overgeslagen',
  sanction: 'maatregel',
  'offer-withdrawn': 'aanbieding-ingetrokken',
  ended: 'inschrijving-beeindigd',
  corrected: 'inschrijfdatum-gecorrigeerd',
  'correction-refused': 'correctie-afgewezen',
  'identity-corrected': 'persoonsgegevens-gecorrigeerd',
  'identity-correction-refused': 'persoonscorrectie-afgewezen',
  'time-lapsed': 'inschrijftijd-vervallen',
})

const decisionShape = z
  .object({
    sleutel: z.string(),
    soort: decisionKinds.shape,
    op: dayShape,
    woning: ownNumber.nullable(),
    plaats: z.int().nullable(),
    code: z.string().nullable(),
    tekst: z.string().nullable(),
    rechtsmiddel: remedies.shape,
    totEnMet: dayShape,
  })
  .meta({ id: 'Beslissing' })

function decisionShown(decision: Decision, language: Language): z.input<typeof decisionShape> {
  const { key, kind, on, home, place, code, remedy, until } = decision
  return {
    ...{ sleutel: key, soort: decisionKinds.dutch(kind), op: day(on), woning: home?.id ?? null },
    ...{ plaats: place ?? null, code: code ?? null },
    tekst: code === undefined ? null : reasonOfCode(language, code) || null,
    ...{ rechtsmiddel: remedies.dutch(remedy), totEnMet: day(until) },
  }
}

const standings = termList({
  admitted: 'voldoet',
  excluded: 'voldoet-niet',
  undecided: 'niet-te-zeggen',
})

const standingShape = z
  .object({
    woning: ownNumber,
    oordeel: standings.shape.nullable(),
    waarom: z.array(z.string()),
    watZouHetVeranderen: z.array(z.string()),
    heeftGereageerd: z.boolean(),
  })
  .meta({ id: 'Geschiktheid' })

const answers = termList({ accept: 'accepteren', refuse: 'weigeren' })
const groundsOfRefusal = termList({
  'listing-was-wrong': 'advertentie-klopte-niet',
  'too-expensive': 'te-duur',
  'too-small': 'te-klein',
  'too-large': 'te-groot',
  'not-reachable': 'niet-bereikbaar',
  neighbourhood: 'buurt',
  'state-of-home': 'staat-van-de-woning',
  'found-another': 'andere-woning-gevonden',
  'situation-changed': 'situatie-veranderd',
  other: 'anders',
} satisfies Record<(typeof refusalGrounds)[number], string>)

const answerStates = termList({
  accepted: 'geaccepteerd',
  waiting: 'wacht-op-eerdere-kandidaat',
  refused: 'geweigerd',
})

const homeId = { woningId: listingId }
const offerId = { aanbiedingId: z.uuid() }

export const seekerRoutes = [
  route({
    ...{ name: 'gebruiker-lezen', part: 'gebruiker', method: 'get', at: '/gebruikers/ik' },
    who: 'logged-in',
    answer: userShape,
    async perform({ setting, actor, name, language }) {
      const helped = await viewHelped(setting, actor)
      return {
        ...{ naam: name ?? '', woningzoekende: actor.person ?? null },
        rollen: actor.roles.map(({ role, organisation }) => ({
          ...{ code: role, naam: roleName(role, language), organisatie: organisation },
        })),
        helpt: helped.map(({ person, name: called, may, until }) => ({
          ...{ woningzoekende: person, naam: called, totEnMet: day(until) },
          mag: may.map(mandateScopes.dutch),
        })),
      }
    },
  }),
  act({
    ...{ name: 'inschrijven', part: 'woningzoekenden', at: '/woningzoekenden' },
    body: newRegistration,
    does: register,
    answer: z.object({ woningzoekende: z.uuid(), bon: receiptShape }).meta({ id: 'Ingeschreven' }),
    made: ({ woningzoekende }) => `/api/v1/woningzoekenden/${woningzoekende}`,
    input: ({ body }) => registrationFrom(body),
    async shown(done, asked) {
      const bon = await receiptOf(done, asked)
      return bon && { woningzoekende: done.person, bon }
    },
  }),
  ownReading({
    ...{ name: 'gegevens-lezen', below: '', answer: fileShape },
    async read({ setting, actor, person, language }) {
      const own = await viewOwnFile(setting, actor, person)
      return isRefusal(own) ? own : fileShown(own.file, language)
    },
  }),
  ownAct({
    ...{ name: 'gegevens-wijzigen', below: '', method: 'patch', does: changeFile },
    body: fileChange,
    input: ({ person, body }) => ({ person, ...changesFrom(body) }),
  }),
  ownReading({
    ...{ name: 'inschrijving-lezen', below: '/inschrijving', answer: registrationShape },
    async read({ setting, actor, person }) {
      const own = await viewOwnFile(setting, actor, person)
      return isRefusal(own) ? own : registrationShown(own)
    },
  }),
  registrationAct('verlengen', 'verlengingen', renew),
  registrationAct('pauzeren', 'pauzes', pause),
  registrationAct('hervatten', 'hervattingen', resume),
  registrationAct('uitschrijven', 'uitschrijvingen', deregister),
  registrationAct('uitschrijving-ongedaan-maken', 'terugdraaiingen', undoDeregistration),
  ownReading({
    ...{ name: 'reacties-lezen', below: '/reacties', query: paging },
    answer: pageOf(responseShape),
    async read(asked) {
      const { setting, actor, person, language, query } = asked
      const behind = behindResponse(query.cursor)
      const count = query.limiet + 1
      const found = await ownResponsesBehind(setting, actor, person, { behind, count })
      if (isRefusal(found)) return found
      // Newest first: what comes in later stands before the first page.
      return sliceOf(asked, found, {
        at: ({ at, listing }) => [-at.getTime(), listing],
        show: ({ home, ...each }) => responseShown(each, home?.address, language),
      })
    },
  }),
  ownActShown({
    ...{ name: 'reageren', below: '/reacties', does: respond },
    body: z.strictObject({ woning: ownNumber }).meta({ id: 'NieuweReactie' }),
    answer: z.object({ woning: ownNumber, bon: receiptShape }).meta({ id: 'ReactieOntvangen' }),
    made: ({ woning }, { woningzoekendeId }) =>
      `/api/v1/woningzoekenden/${woningzoekendeId}/reacties/${woning}`,
    input: ({ person, actor, body }) => ({
      ...{ listing: body.woning, person },
      via: person === actor.person ? ('self' as const) : ('helper' as const),
    }),
    async shown(done, asked) {
      const bon = await receiptOf(done, asked)
      return bon && { woning: asked.body.woning, bon }
    },
  }),
  ownReading({
    ...{ name: 'reactie-lezen', below: '/reacties/{woningId}', path: homeId },
    answer: explainedShape,
    async read({ setting, actor, person, path, language }) {
      const told = await explainResponse(setting, actor, person, path.woningId)
      return isRefusal(told) ? told : explainedShown(told, language)
    },
  }),
  ownAct({
    ...{ name: 'reactie-intrekken', below: '/reacties/{woningId}/intrekkingen', path: homeId },
    does: withdrawResponse,
    input: ({ person, path }) => ({ listing: path.woningId, person }),
  }),
  ownReading({
    ...{ name: 'geschiktheid-lezen', below: '/geschiktheid/{woningId}', path: homeId },
    answer: standingShape,
    async read({ setting, actor, person, path, language }) {
      const home = await viewHome(setting, path.woningId)
      const standing = home && (await viewStanding(setting, actor, person, home))
      if (!standing) return undefined
      const { foreseen, response } = standing
      const told =
        foreseen &&
        explanationOf(foreseen.part, {
          ...{ language, full: false, changes: foreseen.changes },
        })
      return {
        woning: path.woningId,
        oordeel: foreseen ? standings.dutch(foreseen.standing) : null,
        waarom: told && foreseen?.standing !== 'admitted' ? textsOf(told.told) : [],
        watZouHetVeranderen: told ? textsOf(told.changes) : [],
        heeftGereageerd: response !== undefined && response.withdrawnAt === null,
      }
    },
  }),
  ownReading({
    ...{ name: 'aanbiedingen-aan-mij-lezen', below: '/aanbiedingen', query: paging },
    answer: pageOf(
      z
        .object({
          id: z.uuid(),
          woning: ownNumber,
          adres: z.string().nullable(),
          status: offerStates.shape,
        })
        .meta({ id: 'AanbiedingInLijst' }),
    ),
    async read(asked) {
      const { setting, actor, person, query } = asked
      const found = await ownResponsesBehind(setting, actor, person, {
        ...{ behind: behindResponse(query.cursor), count: query.limiet + 1, isOffered: true },
      })
      if (isRefusal(found)) return found
      const offers = found.flatMap(({ offer, offerState, listing, home, at }) =>
        offer !== null && offerState !== null ? [{ offer, offerState, listing, home, at }] : [],
      )
      return sliceOf(asked, offers, {
        at: ({ at, listing }) => [-at.getTime(), listing],
        show: ({ offer, offerState, listing, home }) => ({
          ...{ id: offer, woning: listing, adres: home?.address ?? null },
          status: offerStates.dutch(offerState),
        }),
      })
    },
  }),
  ownReading({
    ...{ name: 'aanbieding-aan-mij-lezen', below: '/aanbiedingen/{aanbiedingId}', path: offerId },
    answer: offerShape,
    async read({ setting, actor, person, path }) {
      const view = await viewOffer(setting, actor, path.aanbiedingId)
      if (isRefusal(view)) return view
      return view.offer.person === person ? offerShown(view) : undefined
    },
  }),
  ownActShown({
    ...{ name: 'aanbieding-beantwoorden', does: answerOffer, path: offerId },
    below: '/aanbiedingen/{aanbiedingId}/antwoorden',
    body: z
      .discriminatedUnion('antwoord', [
        z.strictObject({ antwoord: z.literal('accepteren') }),
        z.strictObject({ antwoord: z.literal('weigeren'), reden: groundsOfRefusal.input }),
      ])
      .meta({ id: 'Antwoord' }),
    answer: z
      .object({ antwoord: answers.shape, status: answerStates.shape, bon: receiptShape })
      .meta({ id: 'AntwoordOntvangen' }),
    async input({ setting, actor, person, path, body }) {
      const offer = path.aanbiedingId
      const view = await viewOffer(setting, actor, offer)
      if (isRefusal(view) || view.offer.person !== person) return undefined
      return body.antwoord === 'accepteren'
        ? { offer, answer: 'accept' as const }
        : { offer, answer: 'refuse' as const, ground: body.reden }
    },
    async shown(done, asked) {
      const bon = await receiptOf(done, asked)
      const { antwoord } = asked.body
      return bon && { antwoord, status: answerStates.dutch(done.state), bon }
    },
  }),
  ownReading({
    ...{ name: 'berichten-lezen', below: '/berichten', query: paging },
    answer: pageOf(messageShape),
    async read(asked) {
      const { setting, actor, person, language, query } = asked
      const messages = await messagesBehind(setting, actor, person, {
        ...{ behind: behindMessage(query.cursor), count: query.limiet + 1 },
      })
      if (isRefusal(messages)) return messages
      return sliceOf(asked, messages, {
        at: ({ at, id }) => [-at.getTime(), id],
        show: (each) => messageShown(each, language),
      })
    },
  }),
  ownReading({
    ...{ name: 'beslissingen-lezen', below: '/beslissingen', query: paging },
    answer: pageOf(decisionShape),
    async read(asked) {
      const { setting, actor, person, language } = asked
      const decisions = await viewDecisions(setting, actor, person)
      if (isRefusal(decisions)) return decisions
      return sliceOf(asked, decisions, {
        at: ({ on, key }) => [-on, key],
        show: (each) => decisionShown(each, language),
      })
    },
  }),
  ownReading({
    ...{ name: 'inzage-lezen', below: '/inzage', query: paging },
    answer: pageOf(
      z
        .object({
          nummer: ownNumber,
          soort: z.string(),
          naam: z.string(),
          op: momentShape,
          hash: hashShape,
          door: z.string().nullable(),
        })
        .meta({ id: 'Inzage' }),
    ),
    async read(asked) {
      const { setting, actor, person, language, query } = asked
      const [last] = query.cursor ?? []
      const below = Number.isSafeInteger(last) ? -Number(last) : undefined
      const events = await ownLogBelow(setting, actor, person, { below, count: query.limiet + 1 })
      if (isRefusal(events)) return events
      return sliceOf(asked, events, {
        at: (event) => [-event.number],
        show: (event) => ({ ...receiptShown(event, language), door: event.actor?.name ?? null }),
      })
    },
  }),
  ownReading({
    ...{ name: 'gegevens-meenemen', below: '/uitvoer', bucket: 'verify' },
    answer: z.record(z.string(), z.unknown()).meta({ id: 'Uitvoer' }),
    async read({ setting, actor, person }) {
      const exported = await exportFile(setting, actor, person)
      return isRefusal(exported) ? exported : { ...exported }
    },
  }),
]

/** A change of the registration: each is its own address, and gives the receipt of its event. */
function registrationAct(
  name: 'verlengen' | 'pauzeren' | 'hervatten' | 'uitschrijven' | 'uitschrijving-ongedaan-maken',
  collection: string,
  does: Operation<ForPerson, Done>,
) {
  const below = `/inschrijving/${collection}`
  return ownAct({ name, below, does, input: ({ person }) => ({ person }) })
}
