/**
 * Somebody's file and registration (gegevens en inschrijving) as they are sent and shown: the fields, and how the
 * operations call them.
 */
import { z } from 'zod'
import { earlierHomes } from '../operations/earlier-homes.ts'
import { residenceStatuses } from '../operations/registration-form.ts'
import type { OwnFile, PersonFile } from '../operations/view-own-file.ts'
import type { Language } from '../words/language.ts'
import { term } from './homes.ts'
import { day, dayInput, dayOrNull, dayShape, termList, termShape } from './terms.ts'

const wishesShape = z.object({
  gemeenten: z.array(z.string().max(80)).max(50).optional(),
  slaapkamersMinimaal: z.int().min(0).max(20).optional(),
  huurMaximaalCenten: z.int().min(0).optional(),
})

export const fileShape = z
  .object({
    id: z.uuid(),
    naam: z.string(),
    email: z.string().nullable(),
    geboren: dayShape.nullable(),
    huishoudgrootte: z.int().nullable(),
    kinderen: z.int().nullable(),
    inkomenCenten: z.int().nullable(),
    woonsituatie: termShape.nullable(),
    beroepsgroep: termShape.nullable(),
    woongemeente: termShape.nullable(),
    woontDaarSinds: dayShape.nullable(),
    woondeDaarvoor: z.array(z.object({ gemeente: termShape.nullable(), sinds: dayShape })),
    verblijf: termShape.nullable(),
    wensen: wishesShape,
  })
  .meta({ id: 'Woningzoekende' })

const number = (value: unknown) => (typeof value === 'number' ? value : null)

export function fileShown(file: PersonFile, language: Language): z.input<typeof fileShape> {
  const { id, name, email, facts, spells, wishes } = file
  const lives = spells.findLast(({ spell, to }) => spell === 'resident' && to === undefined)
  const { municipalities, bedroomsMin, rentMaxCents } = wishes
  return {
    ...{ id, naam: name, email: email ?? null },
    // @NOTE `born` is a date, and dates are whole days.
    geboren: typeof facts.born === 'number' ? day(facts.born as Parameters<typeof day>[0]) : null,
    huishoudgrootte: number(facts['household-size']),
    kinderen: number(facts.children),
    inkomenCenten: number(facts['household-income']),
    woonsituatie: term('housing-situation', facts['housing-situation'], language),
    beroepsgroep: term('profession-group', facts['profession-group'], language),
    woongemeente: term('municipality', lives?.attributes.municipality, language),
    woontDaarSinds: dayOrNull(lives?.from),
    woondeDaarvoor: earlierHomes(spells).map(({ municipality, since }) => ({
      gemeente: term('municipality', municipality, language),
      sinds: day(since),
    })),
    verblijf: term('residence-status', facts['residence-status'], language),
    wensen: {
      ...(municipalities && { gemeenten: [...municipalities] }),
      ...(bedroomsMin !== undefined && { slaapkamersMinimaal: bedroomsMin }),
      ...(rentMaxCents !== undefined && { huurMaximaalCenten: rentMaxCents }),
    },
  }
}

export const registrationStates = termList({
  none: 'geen',
  active: 'actief',
  suspended: 'gepauzeerd',
  ended: 'beeindigd',
})

export const registrationShape = z
  .object({
    status: registrationStates.shape,
    sinds: dayShape.nullable(),
    laatsteDag: dayShape.nullable(),
    terugTeHalenTotEnMet: dayShape.nullable(),
    beeindigdOp: dayShape.nullable(),
    uitschrijvingOngedaanTotEnMet: dayShape.nullable(),
    mogelijk: z.object({
      verlengen: z.boolean(),
      herstellen: z.boolean(),
      pauzeren: z.boolean(),
      hervatten: z.boolean(),
      uitschrijven: z.boolean(),
    }),
  })
  .meta({ id: 'Inschrijving' })

export function registrationShown({
  registration: { state, since, lastDay, restorableUntil, ended, can },
  leaving,
}: OwnFile): z.input<typeof registrationShape> {
  return {
    ...{ status: registrationStates.dutch(state), sinds: dayOrNull(since) },
    ...{ laatsteDag: dayOrNull(lastDay), terugTeHalenTotEnMet: dayOrNull(restorableUntil) },
    beeindigdOp: dayOrNull(ended?.on),
    uitschrijvingOngedaanTotEnMet: dayOrNull(leaving?.until),
    mogelijk: {
      ...{ verlengen: can.renew, herstellen: can.restore, pauzeren: can.pause },
      ...{ hervatten: can.resume, uitschrijven: can.leave },
    },
  }
}

const earlierInput = z
  .array(z.strictObject({ gemeente: z.string().max(80), sinds: dayInput }))
  .max(12)

const earlierFrom = (homes: z.output<typeof earlierInput>) =>
  homes.map(({ gemeente, sinds }) => ({ municipality: gemeente, since: sinds }))

export const newRegistration = z
  .strictObject({
    naam: z.string().trim().min(1).max(120),
    email: z.email().max(200).optional(),
    geboren: dayInput,
    huishoudgrootte: z.int().min(1).max(20),
    kinderen: z.int().min(0).max(19),
    inkomenCenten: z.int().min(0).max(100_000_000),
    woonsituatie: z.string().max(60),
    beroepsgroep: z.string().max(60).optional(),
    woongemeente: z.string().max(80),
    woontDaarSinds: dayInput,
    woondeDaarvoor: earlierInput.optional(),
    verblijf: z.enum(residenceStatuses).optional(),
    wensen: wishesShape.optional(),
  })
  .meta({ id: 'NieuweInschrijving' })

function wishesFrom(wishes: z.output<typeof wishesShape> | undefined) {
  const { gemeenten, slaapkamersMinimaal, huurMaximaalCenten } = wishes ?? {}
  return {
    ...(gemeenten && { municipalities: gemeenten }),
    ...(slaapkamersMinimaal !== undefined && { bedroomsMin: slaapkamersMinimaal }),
    ...(huurMaximaalCenten !== undefined && { rentMaxCents: huurMaximaalCenten }),
  }
}

/** What somebody says of themselves when they register, in the words of the operation. */
export function registrationFrom(body: z.output<typeof newRegistration>) {
  return {
    ...{ name: body.naam, email: body.email, born: body.geboren },
    ...{ householdSize: body.huishoudgrootte, children: body.kinderen },
    ...{ incomeCents: body.inkomenCenten, housingSituation: body.woonsituatie },
    ...(body.beroepsgroep !== undefined && { professionGroup: body.beroepsgroep }),
    ...{ municipality: body.woongemeente, livesThereSince: body.woontDaarSinds },
    ...(body.woondeDaarvoor && { livedBefore: earlierFrom(body.woondeDaarvoor) }),
    ...(body.verblijf !== undefined && { residenceStatus: body.verblijf }),
    wishes: wishesFrom(body.wensen),
  }
}

export const fileChange = z
  .strictObject({
    email: z.union([z.email().max(200), z.literal('')]).optional(),
    huishoudgrootte: z.int().min(1).max(20).optional(),
    kinderen: z.int().min(0).max(19).optional(),
    inkomenCenten: z.int().min(0).max(100_000_000).optional(),
    woonsituatie: z.string().max(60).optional(),
    beroepsgroep: z.string().max(60).optional(),
    verhuisd: z.strictObject({ gemeente: z.string().max(80), op: dayInput }).optional(),
    woondeDaarvoor: earlierInput.optional(),
    verblijf: z.enum(residenceStatuses).optional(),
    wensen: wishesShape.optional(),
  })
  .meta({ id: 'GegevensWijziging' })

/** What changes of a file, in the words of the operation. */
export function changesFrom(body: z.output<typeof fileChange>) {
  const { huishoudgrootte, kinderen, inkomenCenten, woonsituatie, beroepsgroep } = body
  const { verhuisd, email, wensen } = body
  return {
    ...(huishoudgrootte !== undefined && { householdSize: huishoudgrootte }),
    ...(kinderen !== undefined && { children: kinderen }),
    ...(inkomenCenten !== undefined && { incomeCents: inkomenCenten }),
    ...(woonsituatie !== undefined && { housingSituation: woonsituatie }),
    ...(beroepsgroep !== undefined && { professionGroup: beroepsgroep }),
    ...(body.woondeDaarvoor && { livedBefore: earlierFrom(body.woondeDaarvoor) }),
    ...(body.verblijf !== undefined && { residenceStatus: body.verblijf }),
    ...(verhuisd && { moved: { municipality: verhuisd.gemeente, since: verhuisd.op } }),
    ...(email !== undefined && { email }),
    ...(wensen && { wishes: wishesFrom(wensen) }),
  }
}
