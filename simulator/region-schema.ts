/**
 * A region's file, its numbers already plain, read into the types of `region.ts`. Keys are the names of the
 * types, so that a path in the file is a path in a setting: `vacancies.models.lottery`. What has an id or
 * a name of its own is a map from that name.
 */
import * as z from 'zod'
import { formatDate } from '../core/basics/calendar-date.ts'
import type { Json } from '../core/basics/canonical-json.ts'
import { allocationModels } from '../core/policy/catalogue.ts'
import { refuseIn, unknownKey, wrongType } from '../policies/condition-schema.ts'
import { closed, date, id, number, oneOrMore, text, yesNo } from '../policies/rule-book-schema.ts'
import type { Place, Region, Stream } from './region.ts'

export type PlainRegion = Omit<Region, 'provenance'>

const optional = z.exactOptional
const map = { error: 'map' } as const
const positive = number.min(0)
const part = positive.max(1)
const whole = z.int({ error: 'whole-number' }).min(0)

/** Numbers by name; that shares add up is checked with the whole. */
const table = filled(z.record(z.string(), positive, map))
const shares = filled(z.record(z.string(), part, map))

function filled<Schema extends z.ZodType<Readonly<Record<string, unknown>>>>(schema: Schema) {
  return schema.check((context) => {
    if (Object.keys(context.value).length > 0) return
    refuseIn(context)({ code: 'empty', facts: {} }, [])
  })
}

/** A map from a name to what bears it, read as a list. */
function perId<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.record(z.string(), closed(shape), map).transform((read, context) => {
    const refuse = refuseIn(context)
    return Object.entries(read).map(([name, each]) => {
      if (!id.safeParse(name).success) refuse(wrongType(name, 'id'), [name])
      return { id: name, ...each }
    })
  })
}

const places = perId({
  xKm: number,
  yKm: number,
  homesShare: part,
  publicAreaWeight: positive,
  neighbourhoods: perId({ share: part, attraction: number }),
})

const homes = closed({
  count: whole,
  homesPerComplex: whole.min(1),
  types: perId({ share: part, bedrooms: shares, labels: shares }).transform((read) =>
    read.map(({ id: type, ...rest }) => ({ type, ...rest })),
  ),
  rentCents: table,
  rentSpread: part,
})

const newHomes = perId({
  count: whole,
  fromYear: positive,
  untilYear: positive,
  place: optional(text),
  type: text,
  bedrooms: whole,
  label: text.default('none'),
})

const vacancies = closed({
  perHomePerYear: positive,
  newHomes: newHomes.default([]),
  roads: closed({ advertised: part, mediated: part, tailored: part }),
  models: shares.check((context) => {
    const strange = Object.keys(context.value).filter((each) => !isModel(each))
    for (const key of strange) refuseIn(context)(unknownKey(key, allocationModels), [key])
  }),
  noticeDays: whole,
  repairDays: whole,
})

function isModel(name: string): boolean {
  return allocationModels.some((each) => each === name)
}

const agesText = /^(\d{1,3})-(\d{1,3})$/
const ages = shares.transform((read, context) => {
  const refuse = refuseIn(context)
  return Object.entries(read).map(([name, share]) => {
    const [, from, to] = agesText.exec(name) ?? []
    if (from === undefined || Number(from) > Number(to)) {
      refuse({ code: 'not-ages', facts: { found: name } }, [name])
    }
    return { from: Number(from), to: Number(to), share }
  })
})

const streams = perId({
  perYear: positive,
  atStart: whole,
  targetGroup: text.default('none'),
  ground: text.default('none'),
  indication: text.default('none'),
  inShelter: yesNo.default(false),
  road: z.enum(['advertised', 'mediated', 'tailored']),
  ages,
  sizes: shares,
  income: closed({ medianCents: whole, nextPersonCents: whole, spread: positive }),
  situations: closed({
    starter: part.default(0),
    'onward-mover': part.default(0),
    're-starter': part.default(0),
  }),
  leavesSocialHome: part,
  from: shares,
  residenceYears: positive,
  professions: shares,
  searchesAtOnce: part,
  searchesAfterYears: positive,
  patienceYears: positive,
  keptYears: positive,
})

const behaviour = closed({
  response: part,
  keennessSpread: part,
  distanceKm: positive,
  tooSmall: part,
  tooLarge: part,
  rentTooHigh: part,
  wrongLabel: part,
  chanceMatters: part,
  acceptance: part,
  pickiness: positive,
  taste: positive,
  desperationPerYear: positive,
  penaltyFear: positive,
  noAnswer: part,
  clickers: part,
  clicksPerMonth: positive,
  labellingPressure: part,
  answerDays: positive,
})

const work = closed({
  minutesPerResponse: positive,
  minutesPerOffer: positive,
  minutesPerCheck: positive,
  minutesPerLetter: positive,
  minutesPerMediation: positive,
  centsPerHour: positive,
})

const shape = closed({
  region: id,
  title: text,
  english: optional(text),
  rules: oneOrMore(text),
  starts: date,
  warmUpYears: positive,
  places,
  landlords: perId({ shareIn: shares }),
  homes,
  vacancies,
  streams,
  behaviour,
  work,
})

/** A region as written, its numbers plain. */
export const regionFile = shape.transform(({ region, ...rest }) => ({
  id: region,
  ...rest,
})) satisfies z.ZodType<PlainRegion>

/** The region as its file would say it with plain numbers: what settings change, and what is hashed. */
export function writtenRegion(region: PlainRegion): { readonly [key: string]: Json } {
  const { homes: stock, vacancies: free } = region
  return {
    region: region.id,
    title: region.title,
    ...(region.english !== undefined && { english: region.english }),
    rules: region.rules,
    starts: formatDate(region.starts),
    warmUpYears: region.warmUpYears,
    places: byId(region.places.map(writtenPlace)),
    landlords: byId(region.landlords),
    homes: {
      ...stock,
      types: byId(stock.types.map(({ type, ...rest }) => ({ id: type, ...rest }))),
    },
    vacancies: {
      ...free,
      newHomes: byId(free.newHomes.map((each, at) => ({ ...each, id: each.id ?? String(at) }))),
    },
    streams: byId(region.streams.map(writtenStream)),
    behaviour: region.behaviour,
    work: region.work,
  }
}

function writtenPlace({ neighbourhoods, ...place }: Place) {
  return { ...place, neighbourhoods: byId(neighbourhoods) }
}

function writtenStream({ ages: written, ...stream }: Stream) {
  const ages = Object.fromEntries(written.map(({ from, to, share }) => [`${from}-${to}`, share]))
  return { ...stream, ages }
}

function byId<Rest extends { readonly [key: string]: Json }>(
  list: readonly ({ readonly id: string } & Rest)[],
): { readonly [key: string]: Json } {
  return Object.fromEntries(list.map(({ id: name, ...rest }) => [name, { ...rest }]))
}
