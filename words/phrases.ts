/**
 * The phrase makers of the rule language: a condition, a value, a trigger, a key, a length of time. A
 * condition is a clause; in Dutch its verb comes last, so that it follows "als", "dat" and "waarbij".
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Value } from '../core/basics/facts.ts'
import { factOf } from '../core/policy/catalogue.ts'
import type { Condition, Operand, Part, Reference, Test } from '../core/policy/condition.ts'
import type { Key } from '../core/policy/kinds/ranking.ts'
import type { Rule } from '../core/policy/rule-book.ts'
import type { Trigger } from '../core/policy/trigger.ts'
import { attributes } from '../core/seekers/history.ts'
import {
  clauseOf,
  eventWords,
  holdsOf,
  isAttribute,
  isPlace,
  lifeStateWords,
  lifeWords,
  nounOf,
  quoted,
  readable,
  spellWords,
  tickWords,
  unitWords,
  wordOfValue,
} from './catalogue.ts'
import {
  formatAmount,
  formatDay,
  formatList,
  formatMessage,
  formatNumber,
  type Language,
  speak,
} from './language.ts'
import { phraseTexts } from './phrase-texts.ts'
import { detailed, type Prose, preceded } from './prose.ts'

/** Who speaks: the language, and what the names of the book mean. */
export type Speaker = {
  readonly language: Language
  readonly rule: (id: string) => Rule | undefined
}

/** The clause of a condition, or a lead and points when it has more than two parts. */
export function phraseCondition(condition: Condition, speaker: Speaker): Prose {
  const parts = condition.flatMap((part) => ('all' in part ? part.all.flat() : [part]))
  const [first, ...more] = parts
  if (first === undefined) return speak(phraseTexts, speaker.language)('always')
  if (more.length === 0) return phrasePart(first, speaker)
  const clauses = parts.map((part) => phrasePart(part, speaker))
  return joined('all-true', 'and', clauses, speaker)
}

function phrasePart(part: Part, speaker: Speaker): Prose {
  if ('name' in part) return phraseTest(part.name, part.test, speaker)
  if ('all' in part) return phraseCondition(part.all.flat(), speaker)
  if ('none' in part) return phraseNone(part.none, speaker)
  const [only, ...others] = part.any
  if (only && others.length === 0) return phraseCondition(only, speaker)
  const simple = part.any.every((branch) => branch.length === 1)
  const branches = part.any.map((branch) => phraseCondition(branch, speaker))
  return joined('any-true', simple ? 'or' : 'points', branches, speaker)
}

function phraseNone(none: readonly Condition[], speaker: Speaker): Prose {
  const say = speak(phraseTexts, speaker.language)
  const [only, ...others] = none
  const branches = none.map((branch) => phraseCondition(branch, speaker))
  if (only === undefined || others.length > 0) return { lead: say('none-true'), points: branches }
  const [part, ...more] = only
  const opposite = part && 'name' in part && more.length === 0 ? oppositeOf(part.test) : undefined
  if (part && 'name' in part && opposite) return phraseTest(part.name, opposite, speaker)
  const points = only.map((each) => phrasePart(each, speaker))
  return { lead: say(more.length > 0 ? 'not-all-true' : 'not-true'), points }
}

// "not at least 18" is "below 18", also where the fact is unknown.
function oppositeOf(test: Test): Test | undefined {
  if (Object.keys(test).length !== 1) return undefined
  if (test.is) return { not: test.is }
  if (test.not) return { is: test.not }
  if (test.known !== undefined) return { known: !test.known }
  if (test.at_least !== undefined) return { below: test.at_least }
  if (test.at_most !== undefined) return { above: test.at_most }
  if (test.above !== undefined) return { at_most: test.above }
  return test.below === undefined ? undefined : { at_least: test.below }
}

const inlineMax = 2

// Two short clauses fit in one sentence; what could be read in two ways ("a of b en c") becomes points.
function joined(
  lead: 'all-true' | 'any-true',
  join: 'and' | 'or' | 'points',
  clauses: readonly Prose[],
  { language }: Speaker,
): Prose {
  const short = clauses.filter((clause) => typeof clause === 'string')
  const isShort = short.length === clauses.length && short.length <= inlineMax
  const isClear = join === 'and' || !short.some((clause) => saysAndOr(clause, language))
  if (join !== 'points' && isShort && isClear) return formatList(short, language, join)
  return { lead: speak(phraseTexts, language)(lead), points: clauses }
}

function saysAndOr(clause: string, language: Language): boolean {
  return (['and', 'or'] as const).some((join) =>
    clause.includes(formatList(['', ''], language, join)),
  )
}

// What can be said behind one verb is: "de leeftijd bekend en minstens 18 jaar is".
function phraseTest(name: string, test: Test, speaker: Speaker): Prose {
  const equal = [
    ...(test.is ? [equalPhrase(name, test.is, true, speaker)] : []),
    ...(test.not ? [equalPhrase(name, test.not, false, speaker)] : []),
  ]
  const predicates = [
    ...(saysItsValue(test) ? [] : knownPredicate(test, speaker)),
    ...equal.flatMap((each) => ('predicate' in each ? [each.predicate] : [])),
    ...boundPredicates(name, test, speaker),
  ]
  const clauses: Prose[] = [
    ...(predicates.length > 0 ? [clause(name, predicates, speaker)] : []),
    ...equal.flatMap((each) => ('clause' in each ? [each.clause] : [])),
  ]
  const [only, ...more] = clauses
  if (only !== undefined && more.length === 0) return only
  return joined('all-true', 'and', clauses, speaker)
}

function clause(name: string, predicates: readonly string[], speaker: Speaker): string {
  const subject = phraseName(name, speaker)
  const predicate = formatList(predicates, speaker.language)
  const isPlural = factOf(name)?.type === 'choices'
  const key = isPlural ? 'plural-clause' : 'clause'
  return speak(phraseTexts, speaker.language)(key, { subject, predicate })
}

// Who reads that a value is “work” or at least 18 need not read that it is known as well.
function saysItsValue({ is, at_least, above, at_most, below }: Test): boolean {
  return [is, at_least, above, at_most, below].some((each) => each !== undefined)
}

function knownPredicate({ known }: Test, { language }: Speaker): string[] {
  return known === undefined ? [] : [speak(phraseTexts, language)(known ? 'known' : 'unknown')]
}

function boundPredicates(name: string, test: Test, speaker: Speaker): string[] {
  const say = speak(phraseTexts, speaker.language)
  const words = typeOf(name, speaker).type === 'date' ? dateBounds : amountBounds
  return bounds.flatMap((bound) => {
    const limit = test[bound]
    if (limit === undefined) return []
    return [say(words[bound], { value: phraseOperand(name, limit, speaker) })]
  })
}

const bounds = ['at_least', 'above', 'at_most', 'below'] as const
const amountBounds = {
  at_least: 'at_least',
  above: 'above',
  at_most: 'at_most',
  below: 'below',
} as const
const dateBounds = {
  at_least: 'on-or-after',
  above: 'after',
  at_most: 'on-or-before',
  below: 'before',
} as const

const valuesInline = 6

type Equal = { readonly predicate: string } | { readonly clause: Prose }

// Equal to one of these (or to none of these): how it is said depends on what kind of value it is.
function equalPhrase(
  name: string,
  operands: readonly Operand[],
  holds: boolean,
  speaker: Speaker,
): Equal {
  const { language } = speaker
  const [only] = operands
  const isOne = operands.length === 1
  if (isOne && typeof only === 'boolean') return { clause: yesNo(name, only === holds, speaker) }
  const values = operands.map((operand) => quotedOperand(name, operand, speaker))
  const clauses = holdsOf(name, language)
  if (clauses) return { clause: holdsClause(clauses, values, holds, language) }
  if (isOne && typeof only === 'object') {
    return { clause: referenceClause(name, only, holds, speaker) }
  }
  if (holds && speaker.rule(name)?.kind === 'judgement') {
    const facts = { answers: formatList(values, language, 'or'), name: labelOf(name, speaker) }
    return { clause: speak(phraseTexts, language)('answered', facts) }
  }
  if (isLife(name, speaker)) return { clause: stateClause(name, operands, holds, speaker) }
  const say = speak(phraseTexts, language)
  if (values.length > valuesInline) {
    const subject = phraseName(name, speaker)
    const lead = say(holds ? 'one-of-these' : 'none-of-these', { subject })
    return { clause: { lead, points: values } }
  }
  const negated = values.map((value) => say('not', { value }))
  return {
    predicate: holds ? formatList(values, language, 'or') : formatList(negated, language),
  }
}

// A fact with several values, such as the labels of a home.
function holdsClause(
  clauses: { readonly yes: string; readonly no: string },
  values: readonly string[],
  holds: boolean,
  language: Language,
): string {
  const each = holds
    ? [formatMessage(language, clauses.yes, { value: formatList(values, language, 'or') })]
    : values.map((value) => formatMessage(language, clauses.no, { value }))
  return formatList(each, language)
}

function quotedOperand(name: string, operand: Operand, speaker: Speaker): string {
  if (typeof operand === 'object') return phraseReference(operand, speaker)
  return phraseChoice(name, operand, speaker)
}

// Words of a choice stand in quotes, so that it is clear where one choice ends and the next begins.
function phraseChoice(name: string, value: Value, speaker: Speaker): string {
  const words = phraseValue(name, value, speaker)
  const isChoice = typeof value === 'string' && !isPlace(name) && !words.startsWith('“')
  return isChoice ? quoted(words) : words
}

function referenceClause(
  name: string,
  reference: Reference,
  holds: boolean,
  speaker: Speaker,
): string {
  const facts = {
    subject: phraseName(name, speaker),
    value: phraseReference(reference, speaker),
  }
  const say = speak(phraseTexts, speaker.language)
  if (isList(reference.ref, speaker)) return say(holds ? 'one-of' : 'none-of', facts)
  return say(holds ? 'equals' : 'equals-not', facts)
}

function yesNo(name: string, isTrue: boolean, speaker: Speaker): string {
  const say = speak(phraseTexts, speaker.language)
  const known = clauseOf(name, speaker.language)
  if (known) return isTrue ? known.yes : known.no
  const subject = phraseName(name, speaker)
  if (speaker.rule(name)?.kind === 'judgement') {
    return say('clause', { subject, predicate: say(isTrue ? 'yes' : 'no') })
  }
  return say(isTrue ? 'applies' : 'applies-not', { subject })
}

function stateClause(
  name: string,
  operands: readonly Operand[],
  holds: boolean,
  speaker: Speaker,
): string {
  const { language } = speaker
  const states = operands.map((operand) => {
    if (!isState(operand)) return phraseOperand(name, operand, speaker)
    return lifeStateWords[operand][language][holds ? 'yes' : 'no']
  })
  return `${phraseName(name, speaker)} ${formatList(states, language, holds ? 'or' : 'and')}`
}

function isState(operand: Operand): operand is keyof typeof lifeStateWords {
  return typeof operand === 'string' && Object.hasOwn(lifeStateWords, operand)
}

function isLife(name: string, { rule }: Speaker): boolean {
  const found = rule(name)
  return found ? found.kind === 'life' : Object.hasOwn(lifeWords, name)
}

function phraseOperand(name: string, operand: Operand, speaker: Speaker): string {
  if (typeof operand === 'object') return phraseReference(operand, speaker)
  return phraseValue(name, operand, speaker)
}

function isList(name: string, { rule }: Speaker): boolean {
  const found = rule(name)
  if (found?.kind !== 'parameter') return factOf(name)?.type === 'choices'
  return found.values.some(({ rows }) => rows.some(({ value }) => typeof value === 'object'))
}

/** `$name`: the value called so; of the listing, that of this home. */
function phraseReference({ ref }: Reference, speaker: Speaker): string {
  const noun = phraseName(ref, speaker)
  const ofHome = factOf(ref)?.of === 'listing'
  return ofHome ? speak(phraseTexts, speaker.language)('of-this-home', { noun }) : noun
}

function labelOf(name: string, { rule }: Speaker): string {
  return quoted(rule(name)?.label ?? readable(name))
}

/** A name as a noun phrase: of the catalogue, or of the book. */
export function phraseName(name: string, speaker: Speaker): string {
  const { language, rule } = speaker
  const say = speak(phraseTexts, language)
  if (rule(name)?.kind === 'judgement') {
    return say('judgement', { name: labelOf(name, speaker) })
  }
  const noun = rule(name) ? undefined : nounOf(name, language)
  if (noun) return noun
  const part = /^(.+)-(since|ends|phase)$/.exec(name)
  const [, whole = '', suffix = ''] = rule(name) ? [] : (part ?? [])
  if (suffix === '') return bookName(name, speaker)
  const named = bookName(whole, speaker)
  if (rule(whole)?.kind === 'judgement') return say('judged-on', { name: named })
  return say(suffix === 'since' ? 'life-since' : suffix === 'ends' ? 'life-ends' : 'life-phase', {
    name: named,
  })
}

/**
 * A name of the book: its label where it has one, else a readable form of the id. It stands in quotes,
 * but for a value whose label is a noun phrase: "de inschrijving", “inkomensgrens voor sociale huur”.
 */
export function bookName(id: string, { language, rule }: Speaker): string {
  const { kind, label } = rule(id) ?? {}
  const common = lifeWords[id]
  if (common?.nl.endsWith(label ?? '')) return common[language]
  if (label === undefined) return quoted(readable(id))
  const isNounPhrase = kind !== undefined && valueKinds.has(kind) && /^(de|het|een) /.test(label)
  return isNounPhrase ? label : quoted(label)
}

const valueKinds: ReadonlySet<string> = new Set(['parameter', 'measure', 'account', 'life'])

/** What type of value a name stands for, and in which unit. */
function typeOf(
  name: string,
  { rule }: Speaker,
): { readonly type: string; readonly unit?: string } {
  const found = rule(name)
  switch (found?.kind) {
    case 'measure':
      return found.take === 'number'
        ? { type: 'number' }
        : { type: 'number', unit: found.unit ?? 'days' }
    case 'account':
      return found.unit === 'date' ? { type: 'date' } : { type: 'number', unit: 'points' }
    case 'parameter':
      return found.unit === undefined ? { type: 'number' } : typeOfUnit(found.unit)
    case 'judgement':
      return found.answer === 'date' ? { type: 'date' } : { type: 'number', unit: 'score' }
  }
  if (isAttribute(name) && !factOf(name)) return { type: attributes[name] }
  return factOf(name) ?? { type: /-(since|ends)$/.test(name) ? 'date' : 'number' }
}

function typeOfUnit(unit: string): { readonly type: string; readonly unit?: string } {
  return unit === 'date' ? { type: 'date' } : { type: 'number', unit }
}

/** A value in words, by what its name stands for: an amount, a date, a number with its unit, a choice. */
export function phraseValue(name: string, value: Value, speaker: Speaker): string {
  const { language } = speaker
  if (typeof value === 'boolean') return speak(phraseTexts, language)(value ? 'yes' : 'no')
  if (typeof value === 'object') {
    return formatList(
      value.map((each) => phraseValue(name, each, speaker)),
      language,
    )
  }
  if (typeof value === 'string') {
    if (isLife(name, speaker) && isState(value)) return lifeStateWords[value][language].yes
    const named = ruleValued.has(name) && speaker.rule(value)
    return named ? bookName(value, speaker) : wordOfValue(name, value, language)
  }
  const { type, unit } = typeOf(name, speaker)
  if (type === 'cents') return formatAmount(value, language)
  // @NOTE a value of a name of type date is whole days.
  if (type === 'date') return formatDay(value as CalendarDate, language)
  return phraseNumber(value, inTheNoun.has(unit ?? '') ? undefined : unit, speaker)
}

// Values that are names of rules, and units that the noun already says ("het aantal personen").
const ruleValued: ReadonlySet<string> = new Set([
  'priorities-applied',
  'set-aside',
  'life',
  'sanction',
])
const inTheNoun: ReadonlySet<string> = new Set(['persons', 'rooms', 'hours'])

/** A number with its unit; a unit without words is said by its name. */
export function phraseNumber(
  count: number,
  unit: string | undefined,
  { language }: Speaker,
): string {
  const words = unit === undefined ? undefined : unitWords[unit]
  if (words) return formatMessage(language, words[language], { count })
  const number = formatNumber(count, language)
  return unit === undefined ? number : `${number} ${readable(unit)}`
}

/** "bij een weigering van een aanbieding (vanaf de 3e keer, binnen 12 maanden), waarbij …". */
export function phraseTrigger(trigger: Partial<Trigger>, speaker: Speaker): Prose {
  const say = speak(phraseTexts, speaker.language)
  const { on = [], where, when, times, within, counted, until } = trigger
  const counting = [
    ...(times === undefined ? [] : [say('times', { times })]),
    ...(within === undefined ? [] : [say('within', { within })]),
    ...(counted === undefined ? [] : [say(counted)]),
    ...(until === undefined ? [] : [say('until', { until })]),
  ]
  const events = formatList(
    on.map((event) => phraseEvent(event, speaker)),
    speaker.language,
    'or',
  )
  const atEvent = say('at-event', { events })
  return detailed(counting.length === 0 ? atEvent : `${atEvent} (${counting.join(', ')})`, [
    ...(where ? [preceded(say('where'), phraseCondition(where, speaker))] : []),
    ...(when ? [preceded(say('when'), phraseCondition(when, speaker))] : []),
  ])
}

/** One event with its article: "een reactie"; also what lives and sanctions make happen. */
export function phraseEvent(event: string, speaker: Speaker): string {
  const { language, rule } = speaker
  const say = speak(phraseTexts, language)
  const listed = countedWords(event)
  if (listed && !rule(event)) return listed[language].one
  const life = /^(.+)-ended$/.exec(event)?.[1]
  if (life !== undefined) return say('end-of-life', { name: bookName(life, speaker) })
  return say('step-of-sanction', { name: bookName(event, speaker) })
}

/** Words for something counted in a history: an event, a tick, a spell. */
export function countedWords(name: string) {
  const all: Readonly<Record<string, (typeof eventWords)['registered']>> = {
    ...eventWords,
    ...tickWords,
    ...spellWords,
  }
  return all[name]
}

/** A key of a ranking: "de leeftijd: de hoogste gaat voor". */
export function phraseKey(key: Key, speaker: Speaker): string {
  const { language } = speaker
  const say = speak(phraseTexts, language)
  switch (key.by) {
    case 'lot':
      if (key.weights === 'equal') return say('equal-lot')
      return say('weighted-lot', { value: phraseReference(key.weights, speaker) })
    case 'chosen':
      return say('chosen', { value: bookName(key.of, speaker) })
    case 'in-order': {
      const values = key.values.map((value) => phraseChoice(key.of, value, speaker))
      return say('in-order', { value: phraseName(key.of, speaker), values: values.join(', ') })
    }
    default:
      return say(key.by, { value: phraseName(key.of, speaker) })
  }
}
