/** What a landlord owns (voorraad): complexes, homes in them, who works there, and how a home fits who accepted it. */
import { z } from 'zod'
import { roles } from '../operations/access-table.ts'
import { addComplex } from '../operations/add-complex.ts'
import { addDwelling } from '../operations/add-dwelling.ts'
import { changeDwelling } from '../operations/change-dwelling.ts'
import {
  type DwellingFacts,
  dwellingLabels,
  dwellingTypes,
  segments,
} from '../operations/dwelling-facts.ts'
import type { Refusal } from '../operations/operation.ts'
import { viewFit } from '../operations/view-candidates.ts'
import {
  type ComplexWithCounts,
  viewComplex,
  viewComplexes,
  viewWorkers,
} from '../operations/view-stock.ts'
import type { Language } from '../words/language.ts'
import { roleName } from '../words/login.ts'
import { sayStock } from '../words/stock.ts'
import { refusedInWords } from '../words/work.ts'
import { act, actForReceipt } from './act.ts'
import { term } from './homes.ts'
import { dwellingShape, dwellingShown, works } from './landlords.ts'
import { nextAfter, pageOf, paging, sliceOf } from './paging.ts'
import { paperKinds } from './papers.ts'
import { route } from './route.ts'
import { day, dayShape, listingId, ownNumber, termList, termShape } from './terms.ts'

/** Not every complex was added here: what was loaded keeps the name it had, as `heerlen-51`. */
const complexId = z.string().regex(/^[0-9a-z-]{1,64}$/)

const complexShape = z
  .object({
    id: complexId,
    verhuurder: z.string(),
    naam: z.string(),
    gemeente: termShape.nullable(),
    buurt: z.string(),
    woningenTotaal: z.int(),
    woningenLeeg: z.int(),
  })
  .meta({ id: 'Complex' })

function complexShown(
  { id, landlord, name, municipality, neighbourhood, dwellings, empty }: ComplexWithCounts,
  language: Language,
): z.input<typeof complexShape> {
  return {
    ...{ id, verhuurder: landlord, naam: name, buurt: neighbourhood },
    gemeente: term('municipality', municipality, language),
    ...{ woningenTotaal: dwellings, woningenLeeg: empty },
  }
}

const factsShape = z.strictObject({
  woningtype: z.enum(dwellingTypes),
  segment: z.enum(segments),
  huurCenten: z.int().min(1),
  slaapkamers: z.int().min(0),
  oppervlakte: z.int().min(1).optional(),
  label: z.enum(dwellingLabels).default('none'),
})

function factsFrom(facts: z.output<typeof factsShape>): DwellingFacts {
  const { woningtype, segment, huurCenten, slaapkamers, oppervlakte, label } = facts
  return {
    ...{ type: woningtype, segment, rentCents: huurCenten, bedrooms: slaapkamers, label },
    ...(oppervlakte !== undefined && { area: oppervlakte }),
  }
}

const sentences = {
  'name-missing': 'fault-name',
  'address-missing': 'fault-address',
  'address-there': 'fault-address-there',
  'home-is-vacant': 'change-vacant',
} as const
const wrongFacts = ['rent', 'bedrooms', 'floor-area'] as const

function inWords(refusal: Refusal, language: Language): string {
  const say = sayStock(language)
  const { refused, facts } = refusal
  const named = [facts.names ?? []].flat()
  if (refused === 'facts-wrong') {
    return wrongFacts
      .filter((each) => named.includes(each))
      .map((each) => say(`fault-${each}`))
      .join(' ')
  }
  const known = Object.entries(sentences).find(([code]) => code === refused)
  return known ? say(known[1]) : refusedInWords(refusal, language)
}

const met = termList({
  met: 'voldoet',
  unmet: 'voldoet-niet',
  unknown: 'onbekend',
  unseen: 'niet-gezien',
})
function nameOf(role: string, language: Language): string {
  const known = roles.find((each) => each === role)
  return known ? roleName(known, language) : role
}

const common = { part: 'verhuurders', who: 'logged-in', inWords } as const
const complexPath = { complexId }

export const stockRoutes = [
  route({
    ...{ ...common, name: 'complexen-lezen', method: 'get', at: '/complexen' },
    query: {
      zoek: z.string().max(80).optional(),
      gemeente: z.string().max(80).optional(),
      cursor: paging.cursor,
    },
    answer: pageOf(complexShape),
    async perform(asked) {
      const { setting, actor, language, query } = asked
      if (!works(actor)) return undefined
      const { zoek, gemeente, cursor } = query
      const [at] = cursor ?? []
      const { complexes, page, pages } = await viewComplexes(setting, actor, {
        page: typeof at === 'number' ? at : 1,
        ...(zoek !== undefined && { text: zoek }),
        ...(gemeente !== undefined && { municipality: gemeente }),
      })
      return {
        resultaten: complexes.map((each) => complexShown(each, language)),
        volgende: page < pages ? nextAfter(asked, [page + 1]) : null,
      }
    },
  }),
  route({
    ...{ ...common, name: 'complex-lezen', method: 'get', at: '/complexen/{complexId}' },
    path: complexPath,
    answer: z.object({ complex: complexShape, woningen: z.array(dwellingShape) }),
    async perform({ setting, actor, path, language }) {
      const found = await viewComplex(setting, actor, path.complexId)
      return (
        found && {
          complex: complexShown(found.complex, language),
          woningen: found.dwellings.map((each) => dwellingShown(each, language)),
        }
      )
    },
  }),
  act({
    ...{ ...common, name: 'complex-toevoegen', at: '/complexen', does: addComplex },
    body: z.strictObject({
      ...{ verhuurder: z.string().max(60), naam: z.string().max(80) },
      ...{ gemeente: z.string().max(80), buurt: z.string().max(80) },
    }),
    answer: z.object({ id: z.uuid() }),
    made: ({ id }) => `/api/v1/complexen/${id}`,
    input: ({ body }) => ({
      ...{ landlord: body.verhuurder, name: body.naam },
      ...{ municipality: body.gemeente, neighbourhood: body.buurt },
    }),
    shown: ({ complex }) => ({ id: complex }),
  }),
  act({
    ...{ ...common, name: 'verhuureenheid-toevoegen', does: addDwelling, path: complexPath },
    at: '/complexen/{complexId}/verhuureenheden',
    body: z.strictObject({ adres: z.string().max(120), ...factsShape.shape }),
    answer: z.object({ id: ownNumber }),
    made: ({ id }) => `/api/v1/verhuureenheden/${id}`,
    input: ({ path, body }) => ({
      ...{ complex: path.complexId, address: body.adres, facts: factsFrom(body) },
    }),
    shown: ({ dwelling }) => ({ id: dwelling }),
  }),
  actForReceipt({
    ...{ ...common, name: 'verhuureenheid-wijzigen', does: changeDwelling },
    ...{ at: '/verhuureenheden/{verhuureenheidId}/wijzigingen' },
    path: { verhuureenheidId: listingId },
    body: factsShape,
    input: ({ path, body }) => ({ dwelling: path.verhuureenheidId, facts: factsFrom(body) }),
  }),
  route({
    ...{ ...common, name: 'medewerkers-lezen', method: 'get', at: '/medewerkers', query: paging },
    answer: pageOf(z.object({ naam: z.string(), rol: termShape, totEnMet: dayShape })),
    async perform(asked) {
      const { setting, actor, language } = asked
      if (!works(actor)) return undefined
      return sliceOf(asked, await viewWorkers(setting, actor), {
        at: ({ name, role }) => [name, role],
        show: ({ name, role, until }) => ({
          ...{ naam: name, rol: { code: role, naam: nameOf(role, language) } },
          totEnMet: day(until),
        }),
      })
    },
  }),
  route({
    ...{ ...common, name: 'passendheid-lezen', method: 'get', path: { aanbiedingId: z.uuid() } },
    at: '/aanbiedingen/{aanbiedingId}/passendheid',
    answer: z.object({
      botstMet: z.string().nullable(),
      isDoelgroep: z.boolean().nullable(),
      ontbreekt: z.array(z.string()),
      voorwaarden: z.array(
        z.object({ regel: z.string(), volgensOpgave: met.shape, volgensStukken: met.shape }),
      ),
      documenten: z.array(z.object({ id: z.uuid(), soort: paperKinds.shape.nullable() })),
    }),
    async perform({ setting, actor, path }) {
      const view = await viewFit(setting, actor, path.aanbiedingId)
      if (!view) return undefined
      const { against, fitting, conditions, given } = view
      return {
        ...{ botstMet: against ?? null, isDoelgroep: fitting?.inTargetGroup ?? null },
        ontbreekt: [...(fitting?.missing ?? [])],
        voorwaarden: conditions.map(({ id, said, shown }) => ({
          ...{ regel: id, volgensOpgave: met.dutch(said) },
          volgensStukken: met.dutch(shown),
        })),
        documenten: given.map(({ id, kind }) => ({ id, soort: paperKinds.dutchOf(kind) ?? null })),
      }
    },
  }),
]
