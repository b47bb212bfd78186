/**
 * The phrase makers of the rule language: a condition, a value, a trigger, a key, a length of time. A
 * condition is a clause that follows "als", "dat" or "waarbij", or a sentence by itself.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Value } from '../core/basics/facts.ts'
import { factOf } from '../core/policy/catalogue.ts'
import {
  type Condition,
  namesIn,
  type Operand,
  type Part,
  type Reference,
  type Test,
} from '../core/policy/condition.ts'
import type { Measure } from '../core/policy/kinds/measure.ts'
import type { Key } from '../core/policy/kinds/ranking.ts'
import type { Rule } from '../core/policy/rule-book.ts'
import type { Trigger } from '../core/policy/trigger.ts'
import { attributes } from '../core/seekers/history.ts'
import { addressedClause, type Form, formOf, withYours, yours } from './addressed.ts'
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
  roleWords,
  spellWords,
  tickWords,
  unitWords,
  wordOfValue,
} from './catalogue.ts'
import { inOrder, type Order } from './clause.ts'
import {
  formatAmount,
  formatDay,
  formatList,
  formatMessage,
  formatNumber,
  type Language,
  type ShownFacts,
  speak,
} from './language.ts'
import { lengthClause } from './measure-clauses.ts'
import { type PhraseText, phraseTexts } from './phrase-texts.ts'
import { capital, detailed, type Prose, preceded } from './prose.ts'

/** Who speaks: the language, what the names of the book mean, and to whom. */
export type Speaker = {
  readonly language: Language
  readonly rule: (id: string) => Rule | undefined
  /** Says what is about a person to that person, as "u"; and of a home what the home is. */
  readonly you?: true
  /** What the region of the book is called, where it is about one. */
  readonly region?: string
}

/** The same, spoken to the person it is about. */
export function toYou<S extends Speaker>(speaker: S): S & { readonly you: true } {
  return { ...speaker, you: true }
}

type Spoken = Speaker & { readonly order: Order }

/**
 * The clause of a condition, or a lead and points when it has more than two parts. It follows a word such as "als";
 * in the order `main` it stands by itself, as points always do.
 */
export function phraseCondition(
  condition: Condition,
  speaker: Speaker,
  order: Order = 'sub',
): Prose {
  return phraseParts(condition, { ...speaker, order })
}

/** The condition as a sentence by itself, or as a lead that is one. */
export function conditionSentence(condition: Condition, speaker: Speaker): Prose {
  const told = phraseCondition(condition, speaker, 'main')
  if (typeof told === 'string') return `${capital(told)}.`
  return { lead: capital(told.lead), points: told.points }
}

function phraseParts(condition: Condition, speaker: Spoken): Prose {
  const parts = condition.flatMap((part) => ('all' in part ? part.all.flat() : [part]))
  const [first, ...more] = parts
  if (first === undefined) return said('always', speaker)
  if (more.length === 0) return phrasePart(first, speaker)
  return joined(
    'all-true',
    'and',
    (spoken) => parts.map((part) => phrasePart(part, spoken)),
    speaker,
  )
}

/** A text in the order in which it is spoken. */
function said(key: PhraseText, { language, order }: Spoken, facts: ShownFacts = {}): string {
  return formatMessage(language, inOrder(phraseTexts[language][key], order), facts)
}

function phrasePart(part: Part, speaker: Spoken): Prose {
  if ('name' in part) return phraseTest(part.name, part.test, speaker)
  if ('all' in part) return phraseParts(part.all.flat(), speaker)
  if ('none' in part) return phraseNone(part.none, speaker)
  const [only, ...others] = part.any
  if (only && others.length === 0) return phraseParts(only, speaker)
  const simple = part.any.every((branch) => branch.length === 1)
  const branches = (spoken: Spoken) => part.any.map((branch) => phraseParts(branch, spoken))
  return joined('any-true', simple ? 'or' : 'points', branches, speaker)
}

function phraseNone(none: readonly Condition[], speaker: Spoken): Prose {
  const [only, ...others] = none
  const standing: Spoken = { ...speaker, order: 'main' }
  if (only === undefined || others.length > 0) {
    const points = none.map((branch) => phraseParts(branch, standing))
    return { lead: said('none-true', speaker), points }
  }
  const [part, ...more] = only
  const opposite = part && 'name' in part && more.length === 0 ? oppositeOf(part.test) : undefined
  if (part && 'name' in part && opposite) return phraseTest(part.name, opposite, speaker)
  const points = only.map((each) => phrasePart(each, standing))
  return { lead: said(more.length > 0 ? 'not-all-true' : 'not-true', speaker), points }
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
  clauses: (spoken: Spoken) => readonly Prose[],
  speaker: Spoken,
): Prose {
  const { language } = speaker
  const told = clauses(speaker)
  const short = told.filter((clause) => typeof clause === 'string')
  const isShort = short.length === told.length && short.length <= inlineMax
  const isClear = join === 'and' || !short.some((clause) => saysAndOr(clause, language))
  if (join !== 'points' && isShort && isClear) return formatList(short, language, join)
  return { lead: said(lead, speaker), points: clauses({ ...speaker, order: 'main' }) }
}

function saysAndOr(clause: string, language: Language): boolean {
  return (['and', 'or'] as const).some((join) =>
    clause.includes(formatList(['', ''], language, join)),
  )
}

// What can be said behind one verb is: "de leeftijd bekend en minstens 18 jaar is".
function phraseTest(name: string, test: Test, speaker: Spoken): Prose {
  const own = speaker.you && addressed(name, test, speaker)
  if (own) return own
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
  return joined('all-true', 'and', () => clauses, speaker)
}

function clause(name: string, predicates: readonly string[], speaker: Spoken): string {
  const subject = phraseSubject(name, speaker)
  const predicate = formatList(predicates, speaker.language)
  const isPlural = factOf(name)?.type === 'choices'
  return said(isPlural ? 'plural-clause' : 'clause', speaker, { subject, predicate })
}

// Who reads that a value is “work” or at least 18 need not read that it is known as well.
function saysItsValue({ is, at_least, above, at_most, below }: Test): boolean {
  return [is, at_least, above, at_most, below].some((each) => each !== undefined)
}

function knownPredicate({ known }: Test, { language }: Speaker): string[] {
  return known === undefined ? [] : [speak(phraseTexts, language)(known ? 'known' : 'unknown')]
}

function boundPredicates(name: string, test: Test, speaker: Spoken): string[] {
  const say = speak(phraseTexts, speaker.language)
  const words = typeOf(name, speaker).type === 'date' ? dateBounds : amountBounds
  return bounds.flatMap((bound) => {
    const limit = test[bound]
    if (limit === undefined) return []
    return [say(words[bound], { value: phraseLimit(name, limit, speaker) })]
  })
}

// An amount of the book that is called by its name in quotes is said to be a limit.
function phraseLimit(name: string, limit: Operand, speaker: Spoken): string {
  const value =
    typeof limit === 'object' || !isInNoun(name, speaker)
      ? phraseOperand(name, limit, speaker)
      : formatNumber(Number(limit), speaker.language)
  const isNamed = typeof limit === 'object' && value.startsWith('“')
  return isNamed ? speak(phraseTexts, speaker.language)('the-limit', { value }) : value
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
  speaker: Spoken,
): Equal {
  const { language } = speaker
  const [only] = operands
  const isOne = operands.length === 1
  if (isOne && typeof only === 'boolean') return { clause: yesNo(name, only === holds, speaker) }
  const values = operands.map((operand) => quotedOperand(name, operand, speaker))
  const clauses = clausesOf(name, speaker)
  if (clauses) return { clause: holdsClause(clauses, values, holds, speaker) }
  if (isOne && typeof only === 'object') {
    return { clause: referenceClause(name, only, holds, speaker) }
  }
  if (holds && speaker.rule(name)?.kind === 'judgement') {
    const answers = formatList(values, language, 'or')
    return { clause: said('judged', speaker, { name: phraseName(name, speaker), answers }) }
  }
  if (isLife(name, speaker)) return { clause: stateClause(name, operands, holds, speaker) }
  const say = speak(phraseTexts, language)
  if (values.length > valuesInline) {
    const subject = phraseSubject(name, speaker)
    const lead = said(holds ? 'one-of-these' : 'none-of-these', speaker, { subject })
    return { clause: { lead, points: values } }
  }
  const negated = values.map((value) => say('not', { value }))
  return {
    predicate: holds ? formatList(values, language, 'or') : formatList(negated, language),
  }
}

/** What a fact with several values says of one of them. */
function clausesOf(name: string, { language, you }: Spoken) {
  const own =
    you && factOf(name)?.type === 'choices' ? addressedClause(name)?.[language] : undefined
  const clauses = own ?? holdsOf(name, language)
  if (!clauses || !you) return clauses
  return { yes: withYours(clauses.yes, language), no: withYours(clauses.no, language) }
}

// A fact with several values, such as the labels of a home.
function holdsClause(
  clauses: { readonly yes: string; readonly no: string },
  values: readonly string[],
  holds: boolean,
  { language, order }: Spoken,
): string {
  const tell = (written: string, value: string) =>
    formatMessage(language, inOrder(written, order), { value })
  const each = holds
    ? [tell(clauses.yes, formatList(values, language, 'or'))]
    : values.map((value) => tell(clauses.no, value))
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
  speaker: Spoken,
): string {
  const facts = {
    subject: phraseSubject(name, speaker),
    value: phraseReference(reference, speaker),
  }
  if (!isList(reference.ref, speaker)) return said(holds ? 'equals' : 'equals-not', speaker, facts)
  if (speaker.rule(reference.ref)) return said(holds ? 'in-list' : 'not-in-list', speaker, facts)
  return said(holds ? 'one-of' : 'none-of', speaker, facts)
}

function yesNo(name: string, isTrue: boolean, speaker: Spoken): string {
  const { language, order, you } = speaker
  const own = you && addressedClause(name)?.[language]
  const known = own || clauseOf(name, language)
  if (known) return inOrder(isTrue ? known.yes : known.no, order)
  const subject = phraseName(name, speaker)
  if (speaker.rule(name)?.kind === 'judgement') {
    const answers = speak(phraseTexts, language)(isTrue ? 'yes' : 'no')
    return said('judged', speaker, { name: subject, answers })
  }
  const label = speaker.rule(name)?.label
  const spoken = you && isTrue && label !== undefined ? labelClause(label, language) : undefined
  if (spoken !== undefined) return inOrder(spoken, order)
  const ofYou = you && !readsHomeOnly(name, speaker)
  if (ofYou) return said(isTrue ? 'applies-to-you' : 'applies-not-to-you', speaker, { subject })
  return said(isTrue ? 'applies' : 'applies-not', speaker, { subject })
}

// A label that says what somebody is or does is said of the person: "gebonden aan de regio", "werkt in Amsterdam".
function labelClause(label: string, language: Language): string | undefined {
  if (language !== 'nl') return undefined
  const [, state, of] = /^(gebonden|ingeschreven|woonachtig|werkzaam) (.+)$/.exec(label) ?? []
  if (state !== undefined) return `u [bent] ${state} | ${of}`
  const [, verb, rest] = /^(werkt|woont|laat|heeft|stond|had) (.+)$/.exec(label) ?? []
  if (verb === undefined) return undefined
  return `u [${verb}] ${verb === 'laat' ? rest?.replace(/ achter$/, ' achter|') : rest}`
}

/** Whether a word of the book is about homes alone. */
function readsHomeOnly(name: string, speaker: Speaker, seen: readonly string[] = []): boolean {
  const found = speaker.rule(name)
  if (!found) return factOf(name)?.of === 'listing'
  if (found.kind !== 'definition' || seen.includes(name)) return false
  const names = namesIn(found.when)
  return names.length > 0 && names.every((each) => readsHomeOnly(each, speaker, [...seen, name]))
}

function stateClause(
  name: string,
  operands: readonly Operand[],
  holds: boolean,
  speaker: Spoken,
): string {
  const { language, order } = speaker
  const states = operands.map((operand) => {
    if (!isState(operand)) return phraseOperand(name, operand, speaker)
    return inOrder(lifeStateWords[operand][language][holds ? 'yes' : 'no'], order)
  })
  return `${phraseSubject(name, speaker)} ${formatList(states, language, holds ? 'or' : 'and')}`
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

// Said to the person it is about, where there is a form for it that says exactly this.
function addressed(name: string, test: Test, speaker: Spoken): string | undefined {
  const found = speaker.rule(name)
  if (found?.kind === 'measure') return measured(found, test, speaker)
  const form = found ? undefined : formOf(name)
  if (!form) return undefined
  const { known, is, not, ...limits } = test
  const hasLimits = Object.keys(limits).length > 0
  if (is && !not && !hasLimits) return formValues(name, is, true, form, speaker)
  if (not && !is && !hasLimits) return formValues(name, not, false, form, speaker)
  if (is || not) return undefined
  if (hasLimits) return formAmount(name, limits, form, speaker)
  const clauses = known === undefined ? undefined : form.known?.[speaker.language]
  return clauses && inOrder(known ? clauses.yes : clauses.no, speaker.order)
}

function formValues(
  name: string,
  operands: readonly Operand[],
  holds: boolean,
  form: Form,
  speaker: Spoken,
): string | undefined {
  const { language, order } = speaker
  const { amount, values, none } = form
  const side = holds ? 'yes' : 'no'
  const isDay = typeOf(name, speaker).type === 'date'
  if (amount && holds && !isDay && operands.every((each) => typeof each === 'number')) {
    const counts = operands.map((each) => formNumber(name, each, form, speaker))
    const value = formatList(counts, language, 'or')
    return formatMessage(language, inOrder(amount[language], order), { value })
  }
  const isNone = operands.includes('none')
  if (isNone && none && operands.length === 1) return inOrder(none[language][side], order)
  if (!values || isNone || operands.length > valuesInline) return undefined
  const words = operands.map((operand) => formWord(name, operand, form, speaker))
  const told = words.filter((each) => each !== undefined)
  if (told.length < words.length) return undefined
  const value = formatList(told, language, 'or')
  return formatMessage(language, inOrder(values[language][side], order), { value })
}

function formWord(
  name: string,
  operand: Operand,
  { nouns, refers }: Form,
  speaker: Spoken,
): string | undefined {
  if (typeof operand === 'object') {
    const isOne = refers && !speaker.rule(operand.ref) && !isList(operand.ref, speaker)
    return isOne ? phraseReference(operand, speaker) : undefined
  }
  if (!nouns) return phraseChoice(name, operand, speaker)
  return nouns[String(operand)]?.[speaker.language]
}

function formAmount(
  name: string,
  limits: Pick<Test, (typeof bounds)[number]>,
  form: Form,
  speaker: Spoken,
): string | undefined {
  const { language, order } = speaker
  const { amount } = form
  if (!amount) return undefined
  const words = typeOf(name, speaker).type === 'date' ? dateBounds : amountBounds
  const say = speak(phraseTexts, language)
  const phrases = bounds.flatMap((bound) => {
    const limit = limits[bound]
    if (limit === undefined) return []
    if (typeof limit === 'object' && !form.limits) return [undefined]
    const value = formNumber(name, limit, form, speaker)
    const own = bound === 'above' ? form.above : bound === 'below' ? form.below : undefined
    return [own ? formatMessage(language, own[language], { value }) : say(words[bound], { value })]
  })
  const told = phrases.filter((each) => each !== undefined)
  if (told.length < phrases.length) return undefined
  const value = formatList(told, language)
  return formatMessage(language, inOrder(amount[language], order), { value })
}

function formNumber(name: string, operand: Operand, { unit }: Form, speaker: Spoken): string {
  if (typeof operand === 'number' && unit) {
    return formatMessage(speaker.language, unit[speaker.language], { count: operand })
  }
  return typeof operand === 'object'
    ? phraseLimit(name, operand, speaker)
    : phraseOperand(name, operand, speaker)
}

// One limit of a length of time; that it is below a limit is said as not reaching it.
function measured(measure: Measure, test: Test, speaker: Spoken): string | undefined {
  const { language, order } = speaker
  const [[bound, limit] = [], ...more] = Object.entries(test)
  const place = placePhrase(measure.where ?? [], speaker)
  if (more.length > 0 || typeof limit !== 'number' || place === undefined) return undefined
  const value = phraseNumber(limit, measure.unit ?? 'days', speaker)
  const say = speak(phraseTexts, language)
  const reaches = bound === 'at_least' || bound === 'below'
  if (!reaches && bound !== 'above' && bound !== 'at_most') return undefined
  const length = {
    amount: say(reaches ? 'at_least' : 'longer', { value }),
    isSo: bound === 'at_least' || bound === 'above',
  }
  const written = lengthClause(measure, length, place, language)
  return written && inOrder(written, order)
}

/** "op uw huidige adres in de regio": where a spell was; nothing where that cannot be said so. */
export function placePhrase(where: Condition, speaker: Speaker): string | undefined {
  const say = speak(phraseTexts, speaker.language)
  const places = where.map((part) => {
    if (!('name' in part) || Object.keys(part.test).join() !== 'is') return undefined
    const operands = part.test.is ?? []
    if (part.name === 'address') return operands.join() === 'current' ? say('here') : undefined
    if (!spellPlaces.has(part.name) || operands.length > valuesInline) return undefined
    const values = operands.map((each) => quotedOperand(part.name, each, speaker))
    return say('in-place', { place: formatList(values, speaker.language, 'or') })
  })
  const told = places.filter((each) => each !== undefined)
  return told.length === places.length ? told.join(' ') : undefined
}

const spellPlaces: ReadonlySet<string> = new Set(['municipality', 'settlement', 'area'])

/** What a clause is about, as its subject. */
function phraseSubject(name: string, speaker: Spoken): string {
  const { language, you, rule } = speaker
  const found = rule(name)
  if (found?.kind === 'measure') return measureNoun(found, speaker)
  const noun = phraseName(name, speaker)
  if (!you || !isLife(name, speaker)) return noun
  return noun.startsWith('“')
    ? speak(phraseTexts, language)('yours', { name: noun })
    : yours(noun, language)
}

// "het aantal reacties in deze maand": a label that says what is counted needs no quotes.
function measureNoun({ id, label, take }: Measure, speaker: Speaker): string {
  const name = bookName(id, speaker)
  if (speaker.language !== 'nl' || label === undefined || !name.startsWith('“')) return name
  if (take !== 'number' && !/^(jaren|maanden|dagen) /.test(label)) return name
  // With a verb or a comma in it, it is not clear where the label ends.
  const isPlain = !/,|\b(is|zijn|die|dat|wie|waar\w*)\b/.test(label)
  if (/^aantal /.test(label)) return isPlain ? `het ${label}` : name
  return `het aantal ${isPlain ? label : name}`
}

function isInNoun(name: string, speaker: Speaker): boolean {
  const found = speaker.rule(name)
  if (found?.kind !== 'measure' || found.take === 'number' || speaker.language !== 'nl')
    return false
  const units = { days: 'dagen', months: 'maanden', years: 'jaren' }
  const noun = measureNoun(found, speaker).replace('“', '')
  return noun.startsWith(`het aantal ${units[found.unit ?? 'days']} `)
}

function labelOf(name: string, { rule }: Speaker): string {
  return quoted(rule(name)?.label ?? readable(name))
}

/** A name as a noun phrase: of the catalogue, or of the book. */
export function phraseName(name: string, speaker: Speaker): string {
  const { language, rule, you } = speaker
  const say = speak(phraseTexts, language)
  const judged = rule(name)
  if (judged?.kind === 'judgement') {
    const by = roleWords[judged.decided_by][language]
    return say('judgement', { by, name: labelOf(name, speaker) })
  }
  const noun = rule(name) ? undefined : nounOf(name, language)
  if (noun) return you && isOfPerson(name) ? yours(noun, language) : noun
  const part = /^(.+)-(since|ends|phase)$/.exec(name)
  const [, whole = '', suffix = ''] = rule(name) ? [] : (part ?? [])
  if (suffix === '') return bookName(name, speaker)
  const own = bookName(whole, speaker)
  if (rule(whole)?.kind === 'judgement') return say('judged-on', { name: own })
  const named = you && !own.startsWith('“') ? yours(own, language) : own
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

function isOfPerson(name: string): boolean {
  const of = factOf(name)?.of
  return of === 'person' || of === 'household' || name === 'responded-at'
}

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
    if (isLife(name, speaker) && isState(value)) {
      return inOrder(lifeStateWords[value][language].yes, 'main')
    }
    const named = ruleValued.has(name) && speaker.rule(value)
    if (named) return bookName(value, speaker)
    const isRegion = name === 'area' && value === 'region' && speaker.region !== undefined
    return isRegion ? regionName(speaker.region, language) : wordOfValue(name, value, language)
  }
  const { type, unit } = typeOf(name, speaker)
  if (type === 'cents') return formatAmount(value, language)
  // @NOTE a value of a name of type date is whole days.
  if (type === 'date') return formatDay(value as CalendarDate, language)
  return phraseNumber(value, inTheNoun.has(unit ?? '') ? undefined : unit, speaker)
}

function regionName(name: string, language: Language): string {
  const isCalledSo = /regio/i.test(name)
  return speak(phraseTexts, language)(isCalledSo ? 'called-region' : 'named-region', { name })
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
    ...(when ? [preceded(say('when'), phraseCondition(when, toYou(speaker)))] : []),
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
