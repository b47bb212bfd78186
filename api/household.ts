/**
 * Around somebody's registration (rond de inschrijving): who helps them, whom they merge with, what they look for,
 * how they are reached, and how they take their file over or leave.
 */
import { z } from 'zod'
import { acceptMandate } from '../operations/accept-mandate.ts'
import {
  type ContactWish,
  changeContact,
  contactWishes,
  viewContact,
} from '../operations/change-contact.ts'
import { claimFile } from '../operations/claim-file.ts'
import { erasePerson } from '../operations/erase-person.ts'
import { giveMandate, inviteDays, mandateCode, mandateMonths } from '../operations/give-mandate.ts'
import { agreeMerge, askMerge, undoMerge } from '../operations/merge-registrations.ts'
import { carryOut, isRefusal } from '../operations/operation.ts'
import {
  changeSearch,
  type SavedSearch,
  saveSearch,
  viewSearches,
} from '../operations/save-search.ts'
import { viewAskedMerge, viewMerge } from '../operations/view-merge.ts'
import { withdrawMandate } from '../operations/withdraw-mandate.ts'
import { languages } from '../words/language.ts'
import { mandateTexts } from '../words/mandates.ts'
import { act, receiptOf } from './act.ts'
import { ownAct, ownActShown, ownReading, personIn, seekerId } from './own.ts'
import { receiptShape } from './receipt.ts'
import { refusedFrom } from './refused.ts'
import { route } from './route.ts'
import {
  dayInput,
  dayOrNull,
  dayShape,
  mandateScopes,
  moment,
  momentOrNull,
  momentShape,
  ownNumber,
  termList,
} from './terms.ts'

const mergeStates = termList({ none: 'geen', asked: 'gevraagd', merged: 'samengevoegd' })

const mergeShape = z
  .object({
    status: mergeStates.shape,
    code: z.string().nullable(),
    codeTot: momentShape.nullable(),
    samengevoegdOp: dayShape.nullable(),
    ongedaanTotEnMet: dayShape.nullable(),
    houdtDossier: z.boolean().nullable(),
    met: z.string().nullable(),
    kanVolgensRegels: z.boolean(),
  })
  .meta({ id: 'Samenvoeging' })

const householdFields = {
  huishoudgrootte: z.int().min(1).max(20),
  kinderen: z.int().min(0).max(19),
  inkomenCenten: z.int().min(0).max(100_000_000),
}

const filterShape = z.strictObject({
  gemeente: z.string().max(80).optional(),
  buurt: z.string().max(80).optional(),
  woningtype: z.string().max(40).optional(),
  label: z.string().max(40).optional(),
  slaapkamersMinimaal: z.int().min(0).max(20).optional(),
  huurMaximaalCenten: z.int().min(0).optional(),
  verdeelmodel: z.string().max(40).optional(),
})

function filterFrom(filter: z.output<typeof filterShape>) {
  const { gemeente, buurt, woningtype, label, verdeelmodel } = filter
  const { slaapkamersMinimaal, huurMaximaalCenten } = filter
  return {
    ...(gemeente !== undefined && { municipality: gemeente }),
    ...(buurt !== undefined && { neighbourhood: buurt }),
    ...(woningtype !== undefined && { dwellingType: woningtype }),
    ...(label !== undefined && { label }),
    ...(slaapkamersMinimaal !== undefined && { bedroomsMin: slaapkamersMinimaal }),
    ...(huurMaximaalCenten !== undefined && { rentMaxCents: huurMaximaalCenten }),
    ...(verdeelmodel !== undefined && { model: verdeelmodel }),
  }
}

function filterShown({ filter }: SavedSearch): z.input<typeof filterShape> {
  const { municipality, neighbourhood, dwellingType, label, model } = filter
  const { bedroomsMin, rentMaxCents } = filter
  return {
    ...(municipality !== undefined && { gemeente: municipality }),
    ...(neighbourhood !== undefined && { buurt: neighbourhood }),
    ...(dwellingType !== undefined && { woningtype: dwellingType }),
    ...(label !== undefined && { label }),
    ...(bedroomsMin !== undefined && { slaapkamersMinimaal: bedroomsMin }),
    ...(rentMaxCents !== undefined && { huurMaximaalCenten: rentMaxCents }),
    ...(model !== undefined && { verdeelmodel: model }),
  }
}

const searchChanges = termList({ pause: 'laten-rusten', resume: 'hervatten', remove: 'wissen' })

const wanted = termList({
  everything: 'alles',
  important: 'belangrijk',
  nothing: 'niets',
} satisfies Record<ContactWish, string>)
const mailStates = termList({
  none: 'geen-adres',
  asked: 'nog-niet-bevestigd',
  works: 'werkt',
  bounced: 'kwam-terug',
})

const contactShape = z
  .object({
    mail: z.enum(contactWishes.map(wanted.dutch)),
    taal: z.enum(languages),
    email: z.string(),
    telefoon: z.string(),
    postadres: z.string(),
    mailStatus: mailStates.shape,
  })
  .meta({ id: 'Bereikbaarheid' })

const inWords = refusedFrom(mandateTexts)

export const householdRoutes = [
  route({
    ...{ part: 'woningzoekenden', who: 'logged-in', name: 'machtiging-geven', method: 'post' },
    ...{ at: '/woningzoekenden/{woningzoekendeId}/machtigingen', path: seekerId },
    ...{ does: giveMandate, refuses: true, inWords },
    body: z.strictObject({
      naam: z.string().trim().min(1).max(100),
      mag: z.array(mandateScopes.input).min(1),
      maanden: z.union(mandateMonths.map((each) => z.literal(each))),
    }),
    answer: z.object({
      uitnodiging: z.uuid(),
      code: z.string().nullable(),
      dagenGeldig: z.int(),
      bon: receiptShape,
    }),
    async perform(asked) {
      const { setting, actor, path, body, once } = asked
      const person = personIn(path, actor)
      if (person === undefined) return undefined
      const code = mandateCode(setting.newId())
      let isNew = false
      const giving: typeof giveMandate = {
        ...giveMandate,
        perform(doing, input) {
          isNew = true
          return giveMandate.perform(doing, input)
        },
      }
      const mandate = { person, name: body.naam, may: body.mag, months: body.maanden, code }
      const done = await carryOut(setting, actor, giving, mandate, once)
      if (isRefusal(done)) return done
      const bon = await receiptOf(done, asked)
      // Of a code only its hash is kept: asked again under the same key, nobody can say it any more.
      const shown = isNew ? code : null
      return bon && { uitnodiging: done.invite, code: shown, dagenGeldig: inviteDays, bon }
    },
  }),
  ownAct({
    ...{ name: 'machtiging-intrekken', below: '/machtigingen/intrekkingen' },
    ...{ does: withdrawMandate, inWords },
    body: z.union([
      z.strictObject({ helper: z.union([z.literal('ik'), z.uuid()]) }),
      z.strictObject({ uitnodiging: z.uuid() }),
    ]),
    input({ person, actor, body }) {
      if ('uitnodiging' in body) return { person, invite: body.uitnodiging }
      return { person, helper: body.helper === 'ik' ? actor.human : body.helper }
    },
  }),
  act({
    ...{ part: 'gebruiker', name: 'machtiging-aannemen', at: '/machtigingen' },
    ...{ does: acceptMandate, inWords },
    body: z.strictObject({ code: z.string().min(1).max(40) }),
    answer: z.object({ woningzoekende: z.uuid(), bon: receiptShape }),
    input: ({ body }) => ({ code: body.code }),
    async shown(done, asked) {
      const bon = await receiptOf(done, asked)
      return bon && { woningzoekende: done.person, bon }
    },
  }),
  act({
    ...{ part: 'gebruiker', name: 'dossier-koppelen', at: '/gebruikers/ik/dossiers' },
    does: claimFile,
    body: z.strictObject({ kenmerk: z.string().min(1).max(60), geboren: dayInput }),
    answer: z.object({ woningzoekende: z.uuid(), bon: receiptShape }),
    input: ({ body }) => ({ reference: body.kenmerk, born: body.geboren }),
    async shown(done, asked) {
      const bon = await receiptOf(done, asked)
      return bon && { woningzoekende: done.person, bon }
    },
  }),
  ownReading({
    ...{ name: 'samenvoeging-lezen', below: '/samenvoeging', answer: mergeShape },
    async read({ setting, actor, person }) {
      const own = await viewMerge(setting, actor, person)
      if (isRefusal(own)) return own
      const { merge, isByRules } = own
      const [asked, merged] = [
        merge.state === 'asked' ? merge : undefined,
        merge.state === 'merged' ? merge : undefined,
      ]
      return {
        ...{ status: mergeStates.dutch(merge.state), kanVolgensRegels: isByRules },
        ...{ code: asked?.code ?? null, codeTot: momentOrNull(asked?.until) },
        samengevoegdOp: dayOrNull(merged?.on),
        ongedaanTotEnMet: dayOrNull(merged?.undoUntil),
        ...{ houdtDossier: merged?.keeps ?? null, met: merged?.with ?? null },
      }
    },
  }),
  ownActShown({
    ...{ name: 'samenvoeging-vragen', below: '/samenvoeging/aanvragen', does: askMerge },
    body: z.strictObject(householdFields),
    answer: z.object({ code: z.string(), codeTot: momentShape }),
    input: ({ person, body }) => ({
      ...{ person, householdSize: body.huishoudgrootte, children: body.kinderen },
      incomeCents: body.inkomenCenten,
    }),
    shown: ({ code, until }) => ({ code, codeTot: until }),
  }),
  route({
    ...{ part: 'woningzoekenden', who: 'logged-in', name: 'samenvoeging-bekijken' },
    ...{ method: 'post', at: '/woningzoekenden/{woningzoekendeId}/samenvoeging/voorbeelden' },
    ...{ path: seekerId, scope: 'woningzoekenden:lezen', refuses: true },
    body: z.strictObject({ code: z.string().min(1).max(40) }),
    answer: z.object({
      ...{
        naam: z.string(),
        huishoudgrootte: z.int(),
        kinderen: z.int(),
        inkomenCenten: z.int(),
      },
      ...{ telt: dayShape.nullable(), vervallen: z.array(ownNumber), heeftAanbod: z.boolean() },
    }),
    async perform({ setting, actor, path, body }) {
      const person = personIn(path, actor)
      if (person === undefined) return undefined
      const asked = await viewAskedMerge(setting, actor, person, body.code)
      if (isRefusal(asked)) return asked
      return {
        ...{ naam: asked.name, huishoudgrootte: asked.householdSize, kinderen: asked.children },
        ...{ inkomenCenten: asked.incomeCents, telt: dayOrNull(asked.since) },
        ...{ vervallen: asked.lapses.map(({ id }) => id), heeftAanbod: asked.hasOffer },
      }
    },
  }),
  ownAct({
    ...{ name: 'samenvoeging-aannemen', below: '/samenvoeging/akkoorden', does: agreeMerge },
    body: z.strictObject({ code: z.string().min(1).max(40) }),
    input: ({ person, body }) => ({ person, code: body.code }),
  }),
  ownAct({
    ...{ name: 'samenvoeging-ongedaan-maken', below: '/samenvoeging/terugdraaiingen' },
    ...{ does: undoMerge, input: ({ person }) => ({ person }) },
  }),
  ownReading({
    ...{ name: 'zoekopdrachten-lezen', below: '/zoekopdrachten' },
    answer: z.object({
      resultaten: z.array(
        z
          .object({
            ...{ id: z.uuid(), naam: z.string(), filter: filterShape, alleenPassend: z.boolean() },
            ...{ gemeldTot: momentShape, rustSinds: momentShape.nullable() },
          })
          .meta({ id: 'Zoekopdracht' }),
      ),
    }),
    async read({ setting, actor, person }) {
      const saved = await viewSearches(setting, actor, person)
      if (isRefusal(saved)) return saved
      return {
        resultaten: saved.map((each) => ({
          ...{ id: each.id, naam: each.name, filter: filterShown(each) },
          ...{ alleenPassend: each.fitsOnly, gemeldTot: moment(each.toldUntil) },
          rustSinds: momentOrNull(each.pausedAt),
        })),
      }
    },
  }),
  ownActShown({
    ...{ name: 'zoekopdracht-bewaren', below: '/zoekopdrachten', does: saveSearch },
    body: z.strictObject({
      ...{ naam: z.string().trim().min(1).max(60), filter: filterShape },
      alleenPassend: z.boolean().optional(),
    }),
    answer: z.object({ id: z.uuid(), bon: receiptShape }),
    input: ({ person, body }) => ({
      ...{ person, name: body.naam, filter: filterFrom(body.filter) },
      fitsOnly: body.alleenPassend ?? false,
    }),
    async shown(done, asked) {
      const bon = await receiptOf(done, asked)
      return bon && { id: done.search, bon }
    },
  }),
  ownAct({
    ...{ name: 'zoekopdracht-wijzigen', below: '/zoekopdrachten/{zoekopdrachtId}/wijzigingen' },
    ...{ path: { zoekopdrachtId: z.uuid() }, does: changeSearch },
    body: z.strictObject({ wat: searchChanges.input }),
    input: ({ person, path, body }) => ({ person, search: path.zoekopdrachtId, what: body.wat }),
  }),
  ownReading({
    ...{ name: 'bereikbaarheid-lezen', below: '/bereikbaarheid', answer: contactShape },
    async read({ setting, actor, person }) {
      const contact = await viewContact(setting, actor, person)
      if (isRefusal(contact)) return contact
      const { wants, language, email, phone, postalAddress, mail } = contact
      return {
        ...{ mail: wanted.dutch(wants), taal: language, email, telefoon: phone },
        ...{ postadres: postalAddress, mailStatus: mailStates.dutch(mail) },
      }
    },
  }),
  ownAct({
    ...{ name: 'bereikbaarheid-wijzigen', below: '/bereikbaarheid', method: 'patch' },
    does: changeContact,
    body: z.strictObject({
      mail: wanted.input.optional(),
      taal: z.enum(languages).optional(),
      email: z.union([z.email().max(200), z.literal('')]).optional(),
      telefoon: z.string().max(30).optional(),
      postadres: z.string().max(200).optional(),
      stuurOpnieuw: z.boolean().optional(),
    }),
    async input({ setting, actor, person, body }) {
      const now = await viewContact(setting, actor, person)
      if (isRefusal(now)) return undefined
      return {
        ...{ person, wants: body.mail ?? now.wants, language: body.taal ?? now.language },
        ...{ email: body.email ?? now.email, phone: body.telefoon ?? now.phone },
        postalAddress: body.postadres ?? now.postalAddress,
        ...(body.stuurOpnieuw !== undefined && { askAgain: body.stuurOpnieuw }),
      }
    },
  }),
  ownActShown({
    ...{ name: 'gegevens-wissen', below: '/wissingen', does: erasePerson },
    body: z.strictObject({ bevestiging: z.literal(true) }),
    answer: z.object({ gewisteWaarden: z.int() }),
    input: ({ person }) => ({ person }),
    shown: ({ values }) => ({ gewisteWaarden: values }),
  }),
]
