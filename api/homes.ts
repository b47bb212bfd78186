/** Homes for everybody (woningen): those one can respond to now, one of them, and what came of it. */
import { z } from 'zod'
import type { Facts, Value } from '../core/basics/facts.ts'
import { findHomes, type ShownHome, viewHome } from '../operations/find-homes.ts'
import { listResults, type ShownResult } from '../operations/list-results.ts'
import { type Result, viewResult } from '../operations/view-result.ts'
import { wordOfValue } from '../words/catalogue.ts'
import { bareName, groupName, speakerOf } from '../words/explanation.ts'
import { homeTexts } from '../words/homes.ts'
import { type Language, speak } from '../words/language.ts'
import { reasonOfCode } from '../words/reasons.ts'
import { nextAfter, pageOf, paging, sliceOf } from './paging.ts'
import { route } from './route.ts'
import {
  day,
  dayShape,
  hashShape,
  listingId,
  listingStates,
  momentOrNull,
  momentShape,
  ownNumber,
  termList,
  termShape,
} from './terms.ts'

/** A value of the catalogue with what people call it. */
export function term(name: string, value: Value | undefined, language: Language) {
  if (value === undefined) return null
  return { code: String(value), naam: bareName(wordOfValue(name, String(value), language)) }
}

// How a home is shared out is said on the site as what it means for who responds.
function modelTerm(model: Value | undefined, language: Language) {
  if (model === undefined) return null
  const naam = speak(homeTexts, language)('model', { model: String(model).replaceAll('-', '') })
  return { code: String(model), naam }
}

function terms(name: string, value: Value | undefined, language: Language) {
  return [value ?? []].flat().flatMap((each) => {
    const found = each === 'none' ? null : term(name, each, language)
    return found ? [found] : []
  })
}

function countOrNull(value: Value | undefined): number | null {
  return typeof value === 'number' ? value : null
}

/** What every home says of itself, also where only a few things are asked. */
const factFields = {
  gemeente: termShape.nullable(),
  huurCenten: z.int().nullable(),
  slaapkamers: z.int().nullable(),
  woningtype: termShape.nullable(),
  segment: termShape.nullable(),
  verdeelmodel: termShape.nullable(),
}

export function factsShown(facts: Facts, language: Language) {
  return {
    gemeente: term('municipality', facts.municipality, language),
    huurCenten: countOrNull(facts.rent),
    slaapkamers: countOrNull(facts.bedrooms),
    woningtype: term('dwelling-type', facts['dwelling-type'], language),
    segment: term('segment', facts.segment, language),
    verdeelmodel: modelTerm(facts.model, language),
  }
}
export { factFields }

const homeShape = z
  .object({
    id: ownNumber,
    adres: z.string(),
    buurt: z.string(),
    complex: z.string(),
    verhuurder: termShape,
    ...factFields,
    oppervlakte: z.number().nullable(),
    labels: z.array(termShape),
    titel: z.string().nullable(),
    omschrijving: z.string().nullable(),
    status: listingStates.shape,
    opentOp: momentShape.nullable(),
    sluitOp: momentShape.nullable(),
    regelboeken: z.array(hashShape),
  })
  .meta({ id: 'Woning' })

function homeShown(home: ShownHome, language: Language): z.input<typeof homeShape> {
  const { id, address, neighbourhood, complexName, landlord, landlordName, facts, words } = home
  return {
    ...{ id, adres: address, buurt: neighbourhood, complex: complexName },
    verhuurder: { code: landlord, naam: landlordName },
    ...factsShown(facts, language),
    oppervlakte: countOrNull(facts['floor-area']),
    labels: terms('label', facts.label, language),
    ...{ titel: words.title ?? null, omschrijving: words.description ?? null },
    status: listingStates.dutch(home.state),
    opentOp: momentOrNull(home.opensAt),
    sluitOp: momentOrNull(home.closesAt),
    regelboeken: [...home.ruleBooks],
  }
}

const places = termList({
  first: 'eerste',
  five: 'tweede-tot-en-met-vijfde',
  ten: 'zesde-tot-en-met-tiende',
  after: 'na-de-tiende',
})

const counted = z.int().nullable()

const resultShape = z
  .object({
    woning: ownNumber,
    op: dayShape,
    reacties: counted,
    geplaatst: counted,
    plaatsVanHuurder: places.shape.nullable(),
    groepen: z.array(z.object({ code: z.string(), naam: z.string(), aantal: counted })),
    buitenDeLijst: z.array(z.object({ code: z.string(), tekst: z.string(), aantal: counted })),
    inschrijfjaren: z.array(z.object({ van: z.int(), totEnMet: z.int(), aantal: z.int() })),
    bon: hashShape,
  })
  .meta({ id: 'Uitslag' })

function resultShown(
  { home, head, responses, placed, takenAt, groups, excluded, bands, bound }: Result,
  language: Language,
): z.input<typeof resultShape> {
  const say = speak(homeTexts, language)
  const speaker = speakerOf({ bound }, language)
  return {
    ...{ woning: home.id, op: day(head.on), bon: head.hash },
    ...{ reacties: responses ?? null, geplaatst: placed ?? null },
    plaatsVanHuurder: takenAt === undefined ? null : places.dutch(takenAt),
    groepen: groups.map(({ tier, count }) => ({
      code: tier,
      naam: tier === 'none' ? say('result-none') : bareName(groupName(tier, speaker)),
      aantal: count ?? null,
    })),
    buitenDeLijst: excluded.map(({ code, count }) => ({
      ...{ code, tekst: reasonOfCode(language, code), aantal: count ?? null },
    })),
    inschrijfjaren: bands.map(({ from, until, count }) => ({
      ...{ van: from, totEnMet: until, aantal: count },
    })),
  }
}

export const outcomeShape = z
  .object({
    woning: ownNumber,
    adres: z.string(),
    buurt: z.string(),
    verhuurderNaam: z.string(),
    ...factFields,
    status: listingStates.shape,
    op: dayShape,
    reacties: counted,
  })
  .meta({ id: 'Uitkomst' })

export function outcomeShown(row: ShownResult, language: Language): z.input<typeof outcomeShape> {
  const { listing, address, neighbourhood, landlordName, facts, state, on, responses } = row
  return {
    ...{ woning: listing, adres: address, buurt: neighbourhood, verhuurderNaam: landlordName },
    ...factsShown(facts, language),
    ...{ status: listingStates.dutch(state), op: day(on), reacties: responses ?? null },
  }
}

export const homeRoutes = [
  route({
    ...{ name: 'woningen-zoeken', part: 'woningen', method: 'get', at: '/woningen' },
    who: 'everybody',
    query: {
      gemeente: z.string().max(80).optional(),
      slaapkamersMinimaal: z.coerce.number().int().min(0).max(20).optional(),
      huurMaximaalCenten: z.coerce.number().int().min(0).optional(),
      verdeelmodel: z.string().max(40).optional(),
      ...paging,
    },
    answer: pageOf(homeShape),
    async perform(asked) {
      const { gemeente, slaapkamersMinimaal, huurMaximaalCenten, verdeelmodel } = asked.query
      const homes = await findHomes(asked.setting, {
        ...(gemeente !== undefined && { municipality: gemeente }),
        ...(slaapkamersMinimaal !== undefined && { bedroomsMin: slaapkamersMinimaal }),
        ...(huurMaximaalCenten !== undefined && { rentMaxCents: huurMaximaalCenten }),
        ...(verdeelmodel !== undefined && { model: verdeelmodel }),
      })
      return sliceOf(asked, homes, {
        at: ({ closesAt, id }) => [closesAt.getTime(), id],
        show: (home) => homeShown(home, asked.language),
      })
    },
  }),
  route({
    ...{ name: 'woning-lezen', part: 'woningen', method: 'get', at: '/woningen/{woningId}' },
    who: 'everybody',
    path: { woningId: listingId },
    answer: homeShape,
    async perform({ setting, path, language }) {
      const home = await viewHome(setting, path.woningId)
      return home && homeShown(home, language)
    },
  }),
  route({
    ...{ name: 'uitslag-lezen', part: 'woningen', method: 'get' },
    at: '/woningen/{woningId}/uitslag',
    who: 'everybody',
    path: { woningId: listingId },
    bucket: 'verify',
    answer: resultShape,
    async perform({ setting, path, language }) {
      const result = await viewResult(setting, path.woningId)
      return result && resultShown(result, language)
    },
  }),
  route({
    ...{ name: 'uitkomsten-lezen', part: 'woningen', method: 'get', at: '/uitkomsten' },
    who: 'everybody',
    query: { gemeente: z.string().max(80).optional(), ...paging },
    answer: pageOf(outcomeShape),
    async perform(asked) {
      const { gemeente, limiet, cursor } = asked.query
      const [before] = cursor ?? []
      const { results, next } = await listResults(asked.setting, {
        ...(gemeente !== undefined && { municipality: gemeente }),
        ...(typeof before === 'number' && { before }),
        most: limiet,
      })
      return {
        resultaten: results.map((each) => outcomeShown(each, asked.language)),
        volgende: next === undefined ? null : nextAfter(asked, [next]),
      }
    },
  }),
]
