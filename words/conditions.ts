/** What is asked of people for one home, and how their order arises, in sentences without reasons of state. */
import type { Condition } from '../core/policy/condition.ts'
import type { RuleOf } from '../core/policy/rule-book.ts'
import type { Bound } from '../core/ranking/bind.ts'
import { type Language, speak, type Texts } from './language.ts'
import { phraseCondition, type Speaker } from './phrases.ts'
import { articlePhrase, narratorOf } from './print-rules.ts'
import { type Prose, sentence } from './prose.ts'
import { plainSentences } from './rule-sentences.ts'

type Text = 'needed' | 'unless' | 'in-vain' | 'stands-in' | 'responses'

const texts: Texts<Text> = {
  nl: {
    needed: 'Nodig is dat',
    unless: 'Dit hoeft niet als',
    'in-vain': 'Staat de woning {in_vain} vergeefs te huur, dan vervalt dit.',
    'stands-in': 'Dit staat in {article} van: {book}.',
    responses: 'U kunt op {most, plural, one {# woning} other {# woningen}} tegelijk reageren.',
  },
  en: {
    needed: 'Needed is that',
    unless: 'This is not needed if',
    'in-vain': 'If the home is offered in vain for {in_vain}, this falls away.',
    'stands-in': 'This stands in {article} of: {book}.',
    responses: 'You can respond to {most, plural, one {# home} other {# homes}} at once.',
  },
}

/** Each requirement to respond to this home, with where it stands. */
export function conditionsOfHome(bound: Bound, language: Language): Prose[][] {
  const say = speak(texts, language)
  const speaker = narratorOf(bound.prepared.rules.books, { language })
  return (bound.gateRules.get('respond') ?? []).flatMap(({ standing }): Prose[][] => {
    const { rule, article, book } = standing
    const from = say('stands-in', { article: articlePhrase(article, language), book: book.title })
    if (rule.kind === 'procedure' && rule.open_responses !== undefined) {
      return [[say('responses', { most: rule.open_responses }), from]]
    }
    if (rule.kind !== 'requirement') return []
    return [[...requirementProse(rule, speaker), from]]
  })
}

function requirementProse(rule: RuleOf<'requirement'>, speaker: Speaker): Prose[] {
  const say = speak(texts, speaker.language)
  const { must, unless, in_vain } = rule
  return [
    sentence(say('needed'), phraseCondition(spelledOut(must, speaker), speaker)),
    ...(unless ? [sentence(say('unless'), phraseCondition(unless, speaker))] : []),
    ...(in_vain ? [say('in-vain', { in_vain })] : []),
  ]
}

// A word of the book by itself says little: then what it means is told.
function spelledOut(condition: Condition, { rule }: Speaker): Condition {
  const [part, ...more] = condition
  if (!part || more.length > 0 || !('name' in part)) return condition
  const meant = rule(part.name)
  const isAsked = part.test.is?.[0] === true
  return meant?.kind === 'definition' && isAsked ? meant.when : condition
}

/** In which order those who may take part come. */
export function orderOfHome({ prepared, ranking }: Bound, language: Language): Prose[] {
  const narrator = narratorOf(prepared.rules.books, { language })
  return plainSentences(ranking.rule, narrator).slice(ranking.rule.where ? 1 : 0)
}
