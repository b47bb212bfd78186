/** What is asked of people for one home, and how their order arises, in sentences without reasons of state. */
import type { Facts } from '../core/basics/facts.ts'
import { factOf } from '../core/policy/catalogue.ts'
import { type Condition, namesIn, no, truthOf } from '../core/policy/condition.ts'
import { parameterValue } from '../core/policy/kinds/parameter.ts'
import type { RuleOf } from '../core/policy/rule-book.ts'
import type { Bound } from '../core/ranking/bind.ts'
import { formatList, type Language, speak, type Texts } from './language.ts'
import { conditionSentence, phraseCondition, phraseNumber, type Speaker, toYou } from './phrases.ts'
import { narratorOf } from './print-rules.ts'
import { type Prose, sentence } from './prose.ts'
import { datedSentence, plainSentences } from './rule-sentences.ts'

type Text =
  | 'needed'
  | 'unless'
  | 'in-vain'
  | 'stand-in'
  | 'responses'
  | 'amount-own'
  | 'amount-from'

const texts: Texts<Text> = {
  nl: {
    needed: 'Nodig is dat',
    unless: 'Dit hoeft niet als',
    'in-vain': 'Staat de woning {in_vain} vergeefs te huur, dan vervalt dit.',
    'stand-in': 'Dit staat in artikel {articles} van: {book}.',
    responses: 'U kunt op {most, plural, one {# woning} other {# woningen}} tegelijk reageren.',
    'amount-own':
      'Voor uw huishouden van {size, plural, one {# persoon} other {# personen}} is die grens {amount} sinds {from, date, day} ({source}).',
    'amount-from': 'Deze bedragen staan in {source}.',
  },
  en: {
    needed: 'Needed is that',
    unless: 'This is not needed if',
    'in-vain': 'If the home is offered in vain for {in_vain}, this falls away.',
    'stand-in': 'This stands in article {articles} of: {book}.',
    responses: 'You can respond to {most, plural, one {# home} other {# homes}} at once.',
    'amount-own':
      'For your household of {size, plural, one {# person} other {# people}} that limit is {amount} since {from, date, day} ({source}).',
    'amount-from': 'These amounts stand in {source}.',
  },
}

export type Conditions = {
  readonly each: readonly (readonly Prose[])[]
  /** Where they all stand, book by book. */
  readonly from: readonly string[]
}

/**
 * Each requirement to respond to this home, and where they stand; amounts that they name, with the amount for one
 * household where somebody's is given.
 */
export function conditionsOfHome(
  bound: Bound,
  language: Language,
  household?: Household,
): Conditions {
  const say = speak(texts, language)
  const speaker = narratorOf(bound.prepared.rules.books, { language })
  const asked = (bound.gateRules.get('respond') ?? []).flatMap(({ standing }) => {
    const { rule } = standing
    if (rule.kind === 'procedure' && rule.open_responses !== undefined) {
      return [{ standing, told: [say('responses', { most: rule.open_responses })] }]
    }
    if (rule.kind !== 'requirement') return []
    const amounts = amountsProse(rule.must, bound, speaker, household)
    return [
      { standing, told: [...requirementToYou(forHome(rule, bound), toYou(speaker)), ...amounts] },
    ]
  })
  const books = Map.groupBy(asked, ({ standing }) => standing.book)
  return {
    each: asked.map(({ told }) => told),
    from: [...books].map(([book, ofBook]) => {
      const numbers = new Set(ofBook.map(({ standing }) => standing.article.number))
      return say('stand-in', { articles: formatList([...numbers], language), book: book.title })
    }),
  }
}

/** One requirement to respond, in sentences; nothing where it is no requirement. */
export function requirementInWords(bound: Bound, id: string, language: Language): readonly Prose[] {
  const speaker = narratorOf(bound.prepared.rules.books, { language })
  const rule = bound.prepared.rules.byId.get(id)?.rule
  return rule?.kind === 'requirement' ? requirementProse(rule, speaker) : []
}

// An exception about the home alone, which this home is not, is no exception here.
function forHome(rule: RuleOf<'requirement'>, { home }: Bound): RuleOf<'requirement'> {
  const { unless, ...others } = rule
  if (!unless || !namesIn(unless).every((name) => factOf(name)?.of === 'listing')) return rule
  const read = (name: string) => home[name]
  return truthOf(unless, { read, refer: read }) === no ? others : rule
}

// To who reads what is asked of them: what must be so is said as it is.
function requirementToYou(rule: RuleOf<'requirement'>, speaker: Speaker): Prose[] {
  return [
    conditionSentence(spelledOut(rule.must, speaker), speaker),
    ...exceptionProse(rule, speaker),
  ]
}

// To who judges somebody else.
function requirementProse(rule: RuleOf<'requirement'>, speaker: Speaker): Prose[] {
  const needed = speak(texts, speaker.language)('needed')
  return [
    sentence(needed, phraseCondition(spelledOut(rule.must, speaker), speaker)),
    ...exceptionProse(rule, speaker),
  ]
}

function exceptionProse({ unless, in_vain }: RuleOf<'requirement'>, speaker: Speaker): Prose[] {
  const say = speak(texts, speaker.language)
  return [
    ...(unless ? [sentence(say('unless'), phraseCondition(unless, speaker))] : []),
    ...(in_vain ? [say('in-vain', { in_vain })] : []),
  ]
}

/** What is known of somebody's household, to choose among amounts. */
export type Household = Facts

// “At most the income limit” says little to who does not know it: the amounts of the day, and where they stand.
function amountsProse(
  must: Condition,
  { prepared, listing }: Bound,
  speaker: NarratorAt,
  household: Household | undefined,
): Prose[] {
  const say = speak(texts, speaker.language)
  const { closes: on } = listing
  return [...referencesIn(must)].flatMap((name) => {
    const standing = prepared.rules.byId.get(name)
    if (standing?.rule.kind !== 'parameter' || on === undefined) return []
    const { rule, article } = standing
    const dated = rule.values.find(({ from }) => from <= on)
    if (!dated) return []
    const read = (asked: string) => household?.[asked]
    const own =
      household && parameterValue(rule, on, (when) => truthOf(when, { read, refer: read }))
    const size = household?.['household-size']
    const source = article.number
    if (typeof own !== 'number' || typeof size !== 'number') {
      return [datedSentence(rule, dated, speaker), say('amount-from', { source })]
    }
    const amount = phraseNumber(own, rule.unit, speaker)
    return [say('amount-own', { size, amount, source, from: dated.from })]
  })
}

type NarratorAt = ReturnType<typeof narratorOf>

/** Names that a condition compares with: `$name`. */
function referencesIn(condition: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof condition !== 'object' || condition === null) return found
  if ('ref' in condition) return found.add(String(condition.ref))
  for (const part of Object.values(condition)) referencesIn(part, found)
  return found
}

// A word of the book by itself says little: then what it means is told.
function spelledOut(condition: Condition, { rule }: Speaker): Condition {
  const [part, ...more] = condition
  if (!part || more.length > 0 || !('name' in part)) return condition
  const meant = rule(part.name)
  const isAsked = part.test.is?.[0] === true
  // What is meant of others than the applicant would be read as if it were about the reader.
  const isOwn = meant?.kind === 'definition' && (meant.of ?? 'applicant') === 'applicant'
  return isOwn && isAsked ? meant.when : condition
}

/** In which order those who may take part come. */
export function orderOfHome({ prepared, ranking }: Bound, language: Language): Prose[] {
  const narrator = narratorOf(prepared.rules.books, { language })
  return plainSentences(ranking.rule, narrator).slice(ranking.rule.where ? 1 : 0)
}
