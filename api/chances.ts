/** What was counted of homes that went (kansen, uitkomsten, wat als): never about one human, and never a promise. */
import { z } from 'zod'
import { viewHome } from '../operations/find-homes.ts'
import { isRefusal } from '../operations/operation.ts'
import { quarterResults } from '../operations/quarter-results.ts'
import { similarResults } from '../operations/similar-results.ts'
import {
  type Chance,
  viewChance,
  viewChancePlaces,
  viewOwnChance,
  viewScarcity,
} from '../operations/view-chances.ts'
import { viewOwnLots } from '../operations/view-draw.ts'
import { viewWhatIf } from '../operations/what-if.ts'
import type { Language } from '../words/language.ts'
import { outcomeShape, outcomeShown, term } from './homes.ts'
import { ownReading } from './own.ts'
import { route } from './route.ts'
import { day, dayShape, listingId, ownNumber, termList, termShape } from './terms.ts'

const levels = termList({ region: 'regio', municipality: 'gemeente', neighbourhood: 'buurt' })
const unknownWhy = termList({
  'too-few-lettings': 'te-weinig-verhuringen',
  'not-followed-long-enough': 'nog-niet-lang-genoeg-gevolgd',
  'too-wide': 'te-onzeker',
})

const yearsShape = z
  .object({
    isBekend: z.boolean(),
    vanJaar: z.number().nullable(),
    totJaar: z.number().nullable(),
    waaromNiet: unknownWhy.shape.nullable(),
  })
  .meta({ id: 'JarenBereik' })

const chanceFields = {
  niveau: levels.shape,
  geteldOp: dayShape,
  zoektijd: yearsShape,
  inschrijftijd: yearsShape,
  verhuringen: z.int().nullable(),
  metLoting: z.int().nullable(),
  zoekers: z.int().nullable(),
  reactiesInHetMidden: z.number().nullable(),
  aandeelBinnenEenJaar: z.number().nullable(),
  aandeelBinnenTweeJaar: z.number().nullable(),
}

const chanceShape = z.object(chanceFields).meta({ id: 'Kans' })

type Range = {
  readonly soFar?: { readonly fromYears: number }
  readonly known: boolean
  readonly fromYears?: number
  readonly toYears?: number
  readonly why?: string
}

function yearsShown(range: Range): z.input<typeof yearsShape> {
  return {
    isBekend: range.known,
    ...{
      vanJaar: range.fromYears ?? range.soFar?.fromYears ?? null,
      totJaar: range.toYears ?? null,
    },
    waaromNiet: range.why === undefined ? null : (unknownWhy.dutchOf(range.why) ?? null),
  }
}

const fewest = 10

// As on the page: few are not counted out, and what they consist of is told in tens.
function tens(count: number | null): number | null {
  return count === null || count < fewest ? null : Math.round(count / fewest) * fewest
}

function chanceShown({ level, on, figures }: Chance): z.input<typeof chanceShape> {
  const { forecast, taken, lettings, byLottery, searches, responses } = figures
  const isMany = lettings >= fewest
  const answered = 'soFar' in forecast ? forecast.soFar : forecast
  const isOwnLevel = answered && 'level' in answered && answered.level === level
  return {
    ...{ niveau: levels.dutch(level), geteldOp: day(on) },
    ...{ zoektijd: yearsShown(forecast), inschrijftijd: yearsShown(taken) },
    ...{ verhuringen: isMany ? lettings : null, metLoting: isMany ? tens(byLottery) : null },
    ...{ zoekers: tens(searches), reactiesInHetMidden: isMany ? tens(responses) : null },
    aandeelBinnenEenJaar: isOwnLevel ? figures.housedInOne : null,
    aandeelBinnenTweeJaar: isOwnLevel ? figures.housedInTwo : null,
  }
}

const bandShape = z.object({ van: z.int(), totEnMet: z.int() })

function placeOf(place: string | undefined, language: Language) {
  return place === undefined ? null : term('municipality', place, language)
}

export const chanceRoutes = [
  route({
    ...{ name: 'kansen-lezen', part: 'woningen', method: 'get', at: '/kansen', who: 'everybody' },
    mayLack: true,
    query: {
      gemeente: z.string().max(80).optional(),
      buurt: z.string().max(80).optional(),
      soort: z.string().max(40).optional(),
    },
    answer: chanceShape,
    async perform({ setting, query: { gemeente, buurt, soort } }) {
      const chance = await viewChance(setting, {
        ...(gemeente !== undefined && { municipality: gemeente }),
        ...(buurt !== undefined && { neighbourhood: buurt }),
        ...(soort !== undefined && { type: soort }),
      })
      return chance && chanceShown(chance)
    },
  }),
  route({
    ...{ name: 'schaarste-lezen', part: 'woningen', method: 'get', at: '/schaarste' },
    ...{ who: 'everybody', mayLack: true },
    answer: z.object({ verhuringen: z.int(), zoekers: z.int(), geteldSinds: dayShape }),
    async perform({ setting }) {
      const counted = await viewScarcity(setting)
      return (
        counted && {
          ...{ verhuringen: counted.homes, zoekers: counted.people },
          geteldSinds: day(counted.since),
        }
      )
    },
  }),
  route({
    ...{ name: 'kansgebieden-lezen', part: 'woningen', method: 'get', at: '/kansgebieden' },
    who: 'everybody',
    answer: z.object({
      gemeenten: z.array(z.object({ gemeente: termShape, buurten: z.array(z.string()) })),
      soorten: z.array(z.string()),
    }),
    async perform({ setting, language }) {
      const { municipalities, neighbourhoods, types } = await viewChancePlaces(setting)
      return {
        gemeenten: municipalities.flatMap((each) => {
          const gemeente = term('municipality', each, language)
          return gemeente ? [{ gemeente, buurten: [...(neighbourhoods.get(each) ?? [])] }] : []
        }),
        soorten: [...types],
      }
    },
  }),
  route({
    ...{ name: 'vergelijkbare-uitkomsten-lezen', part: 'woningen', method: 'get' },
    ...{ at: '/woningen/{woningId}/vergelijkbare-uitkomsten', who: 'everybody' },
    path: { woningId: listingId },
    answer: z.object({
      uitkomsten: z.array(outcomeShape),
      loting: z
        .object({
          lotingen: z.int(),
          reactiesInHetMidden: z.number(),
          kansInTienLotingen: z.number(),
        })
        .nullable(),
    }),
    async perform({ setting, path, language }) {
      const home = await viewHome(setting, path.woningId)
      if (!home) return undefined
      const { results, lottery } = await similarResults(setting, home)
      return {
        uitkomsten: results.map((each) => outcomeShown(each, language)),
        loting: lottery
          ? {
              ...{ lotingen: lottery.draws, reactiesInHetMidden: lottery.responses },
              kansInTienLotingen: lottery.inTen,
            }
          : null,
      }
    },
  }),
  route({
    ...{ name: 'kwartaalcijfers-lezen', part: 'woningen', method: 'get' },
    ...{ at: '/kwartaalcijfers/{jaar}/{kwartaal}', who: 'everybody' },
    path: {
      jaar: z.coerce.number().int().min(2000).max(2200),
      kwartaal: z.coerce.number().int().min(1).max(4),
    },
    answer: z.object({
      resultaten: z.array(
        z.object({
          gemeente: termShape.nullable(),
          verhuringen: z.int(),
          metLoting: z.int(),
          metUrgentie: bandShape.nullable(),
        }),
      ),
    }),
    async perform({ setting, path: { jaar, kwartaal }, language }) {
      const rows = await quarterResults(setting, { year: jaar, quarter: kwartaal })
      if (!rows) return undefined
      return {
        resultaten: rows.map(({ municipality, lettings, byLottery, urgent }) => ({
          ...{ gemeente: placeOf(municipality, language), verhuringen: lettings },
          metLoting: byLottery,
          metUrgentie: urgent ? { van: urgent.from, totEnMet: urgent.until } : null,
        })),
      }
    },
  }),
  ownReading({
    ...{ name: 'eigen-kansen-lezen', below: '/kansen' },
    answer: z.object({
      woonsituatie: termShape.nullable(),
      huishoudgrootte: z.int(),
      kansen: z.array(z.object({ gemeente: termShape.nullable(), kans: chanceShape })),
    }),
    async read({ setting, actor, person, language }) {
      const own = await viewOwnChance(setting, actor, person)
      if (isRefusal(own)) return own
      return {
        woonsituatie: term('housing-situation', own.situation, language),
        huishoudgrootte: own.size,
        kansen: own.chances.map(({ place, chance }) => ({
          ...{ gemeente: placeOf(place, language), kans: chanceShown(chance) },
        })),
      }
    },
  }),
  ownReading({
    ...{ name: 'wat-als-lezen', below: '/reacties/{woningId}/wat-als', bucket: 'verify' },
    path: { woningId: listingId },
    answer: z.object({
      plaats: z.int().nullable(),
      langerIngeschreven: z.array(z.object({ jaren: z.int(), plaatsen: bandShape })),
      passendNu: z.int(),
      elders: z.array(z.object({ gemeente: termShape.nullable(), woningen: z.int() })),
    }),
    async read({ setting, actor, person, path, language }) {
      const found = await viewWhatIf(setting, actor, person, path.woningId)
      if (isRefusal(found)) return found
      return {
        plaats: found.told.response.place,
        langerIngeschreven: found.longer.map(({ years, places }) => ({
          ...{ jaren: years, plaatsen: { van: places.from, totEnMet: places.until } },
        })),
        passendNu: found.fitting,
        elders: found.elsewhere.map(({ municipality, homes }) => ({
          ...{ gemeente: placeOf(municipality, language), woningen: homes },
        })),
      }
    },
  }),
  ownReading({
    ...{ name: 'eigen-loten-lezen', below: '/reacties/{woningId}/loten', bucket: 'verify' },
    path: { woningId: listingId },
    answer: z.object({
      woning: ownNumber,
      loten: z.array(
        z.object({ lot: z.string(), isOpgenomen: z.boolean(), plaats: z.int().nullable() }),
      ),
    }),
    async read({ setting, actor, person, path }) {
      const own = await viewOwnLots(setting, actor, person, path.woningId)
      if (isRefusal(own)) return own
      return {
        woning: own.home.id,
        loten: own.lots.map(({ lot, isIncluded, drawn }) => ({
          ...{ lot, isOpgenomen: isIncluded, plaats: drawn?.place ?? null },
        })),
      }
    },
  }),
]
