/** Rules and words for everybody (regels, kenmerken): the books that were released, and what a rule can know. */
import { z } from 'zod'
import { facts, isFact } from '../core/policy/catalogue.ts'
import { levels, type RuleBook } from '../core/policy/rule-book.ts'
import { releasedBooks, type ShownBook } from '../operations/read-rules.ts'
import { reckonRent } from '../operations/reckon-rent.ts'
import { catalogueWords, levelWords, wordOfValue } from '../words/catalogue.ts'
import { bareName } from '../words/explanation.ts'
import type { Language } from '../words/language.ts'
import { articleHeading, articleSentences, narratorOf } from '../words/print-rules.ts'
import { plainSentences, ruleTitle } from '../words/rule-sentences.ts'
import { pageOf, paging, sliceOf } from './paging.ts'
import { textsOf } from './prose.ts'
import { route } from './route.ts'
import { day, dayShape, hashShape, termList, termShape } from './terms.ts'

const bookFields = {
  code: z.string(),
  titel: z.string(),
  niveau: termShape,
  vastgesteldDoor: z.string(),
  van: dayShape,
  totEnMet: dayShape,
  isVanKracht: z.boolean(),
  hash: hashShape,
}

const bookShape = z.object(bookFields).meta({ id: 'Regelboek' })

const articleShape = z
  .object({
    nummer: z.string(),
    kop: z.string(),
    tekst: z.array(z.string()),
    bron: z.string().nullable(),
    regels: z.array(
      z.object({
        code: z.string(),
        soort: z.string(),
        titel: z.string(),
        tekst: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'Artikel' })

const wholeBookShape = z
  .object({ ...bookFields, artikelen: z.array(articleShape) })
  .meta({ id: 'RegelboekMetArtikelen' })

function bookShown({ book, hash, isInForce }: ShownBook, language: Language) {
  const { authority, valid } = book
  return {
    ...{ code: book.book, titel: book.title, hash, isVanKracht: isInForce },
    niveau: { code: authority.level, naam: bareName(levelWords[authority.level][language]) },
    vastgesteldDoor: authority.name,
    ...{ van: day(valid.from), totEnMet: day(valid.until) },
  }
}

function articlesShown(
  book: RuleBook,
  others: readonly RuleBook[],
  language: Language,
): z.input<typeof articleShape>[] {
  const narrator = narratorOf([book, ...others], { language })
  return book.articles.map((article) => ({
    nummer: article.number,
    kop: articleHeading(article, language),
    tekst: articleSentences(article, language),
    bron: article.url ?? null,
    regels: article.rules.map((rule) => ({
      ...{ code: rule.id, soort: rule.kind, titel: ruleTitle(rule, narrator) },
      tekst: textsOf(plainSentences(rule, narrator)),
    })),
  }))
}

const factTypes = termList({
  'yes-no': 'ja-nee',
  number: 'getal',
  date: 'datum',
  choice: 'keuze',
  choices: 'keuzes',
  cents: 'bedrag-in-centen',
})
const factOwners = termList({
  person: 'persoon',
  household: 'huishouden',
  listing: 'woning',
  pair: 'persoon-en-woning',
  assignment: 'toewijzing',
})

const factShape = z
  .object({
    code: z.string(),
    naam: z.string(),
    soort: factTypes.shape,
    over: factOwners.shape,
    isGevoelig: z.boolean(),
    waarden: z.array(termShape).nullable(),
  })
  .meta({ id: 'Kenmerk' })

function factsShown(language: Language): z.input<typeof factShape>[] {
  return Object.entries(facts).flatMap(([code, fact]) => {
    if (!isFact(code)) return []
    return {
      ...{ code, naam: catalogueWords[code][language] },
      ...{ soort: factTypes.dutch(fact.type), over: factOwners.dutch(fact.of) },
      isGevoelig: 'sensitive' in fact,
      waarden:
        'values' in fact
          ? fact.values.map((value) => ({
              code: value,
              naam: bareName(wordOfValue(code, value, language)),
            }))
          : null,
    }
  })
}

const rentShape = z
  .object({
    ontbreekt: z.array(z.string()),
    socialeHuurgrensCenten: z.int().nullable(),
    aftoppingsgrensCenten: z.int().nullable(),
    inkomensgrensPassendCenten: z.int().nullable(),
    inkomensgrensDoelgroepCenten: z.int().nullable(),
    heeftHuurgrens: z.boolean().nullable(),
    isDoelgroep: z.boolean().nullable(),
  })
  .meta({ id: 'PassendeHuur' })

export const ruleRoutes = [
  route({
    ...{ name: 'regelboeken-lezen', part: 'regels', method: 'get', at: '/regelboeken' },
    who: 'everybody',
    query: { niveau: z.enum(levels).optional(), ...paging },
    answer: pageOf(bookShape),
    async perform(asked) {
      const { niveau } = asked.query
      const books = (await releasedBooks(asked.setting)).filter(
        ({ book }) => niveau === undefined || book.authority.level === niveau,
      )
      return sliceOf(asked, books, {
        // Books of one name follow each other by the day they begin.
        at: ({ book }) => [book.book, book.valid.from],
        show: (each) => bookShown(each, asked.language),
      })
    },
  }),
  route({
    ...{ name: 'regelboek-lezen', part: 'regels', method: 'get' },
    at: '/regelboeken/{regelboekCode}',
    who: 'everybody',
    path: { regelboekCode: z.string().max(120) },
    answer: wholeBookShape,
    async perform({ setting, path, language }) {
      const all = await releasedBooks(setting)
      const found = all.find(({ book }) => book.book === path.regelboekCode)
      if (!found) return undefined
      const others = all.map((each) => each.book).filter((each) => each !== found.book)
      return {
        ...bookShown(found, language),
        artikelen: articlesShown(found.book, others, language),
      }
    },
  }),
  route({
    ...{ name: 'kenmerken-lezen', part: 'regels', method: 'get', at: '/kenmerken' },
    who: 'everybody',
    query: { over: factOwners.shape.optional(), ...paging },
    answer: pageOf(factShape),
    async perform(asked) {
      const { over } = asked.query
      const all = factsShown(asked.language).filter(
        (each) => over === undefined || each.over === over,
      )
      return sliceOf(asked, all, { at: ({ code }) => [code], show: (each) => each })
    },
  }),
  route({
    ...{ name: 'passende-huur-berekenen', part: 'regels', method: 'post' },
    at: '/huurberekeningen',
    who: 'everybody',
    body: z
      .strictObject({
        huishoudgrootte: z.int().min(1).max(20),
        inkomenCenten: z.int().min(0),
        heeftAowLeeftijd: z.boolean(),
      })
      .meta({ id: 'HuurberekeningVraag' }),
    answer: rentShape,
    async perform({ setting, body }) {
      const reckoned = await reckonRent(setting, {
        ...{ size: body.huishoudgrootte, incomeCents: body.inkomenCenten },
        aowAge: body.heeftAowLeeftijd,
      })
      if ('missing' in reckoned) return { ...nothingKnown, ontbreekt: [...reckoned.missing] }
      const { limits, hasCap, isInTargetGroup } = reckoned
      return {
        ontbreekt: [],
        socialeHuurgrensCenten: limits.socialRentCents,
        aftoppingsgrensCenten: limits.rentCapCents,
        inkomensgrensPassendCenten: limits.fitIncomeCents,
        inkomensgrensDoelgroepCenten: limits.targetIncomeCents,
        ...{ heeftHuurgrens: hasCap, isDoelgroep: isInTargetGroup },
      }
    },
  }),
]

const nothingKnown = {
  ...{ socialeHuurgrensCenten: null, aftoppingsgrensCenten: null },
  ...{ inkomensgrensPassendCenten: null, inkomensgrensDoelgroepCenten: null },
  ...{ heeftHuurgrens: null, isDoelgroep: null },
}
