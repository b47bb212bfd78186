/** One rule in sentences: the template of its kind, filled by the phrase makers. */

import { unreachable } from '../core/basics/assert.ts'
import type { CalendarDate, Duration } from '../core/basics/calendar-date.ts'
import type { Condition } from '../core/policy/condition.ts'
import type { Account, Amount, BestOf, Entry, Limits } from '../core/policy/kinds/account.ts'
import type { Definition } from '../core/policy/kinds/definition.ts'
import type { Judgement } from '../core/policy/kinds/judgement.ts'
import type { End, Life } from '../core/policy/kinds/life.ts'
import { isSpell, type Measure } from '../core/policy/kinds/measure.ts'
import {
  type DatedValue,
  type Parameter,
  type Row,
  rowsAt,
} from '../core/policy/kinds/parameter.ts'
import type { Priority } from '../core/policy/kinds/priority.ts'
import type { Procedure, Term } from '../core/policy/kinds/procedure.ts'
import type { Quota } from '../core/policy/kinds/quota.ts'
import type { Key, Ranking, Tier } from '../core/policy/kinds/ranking.ts'
import type { Reminder } from '../core/policy/kinds/reminder.ts'
import type { Requirement } from '../core/policy/kinds/requirement.ts'
import type { Sanction, Step } from '../core/policy/kinds/sanction.ts'
import type { Check, Evidence, Justification, Rule } from '../core/policy/rule-book.ts'
import {
  gateWords,
  groundWords,
  kindWords,
  levelWords,
  meantWords,
  modelWords,
  momentWords,
  periodWords,
  quoted,
  roleWords,
  spellWords,
  wordOfValue,
} from './catalogue.ts'
import { formatDay, formatLength, formatList, type Say, speak } from './language.ts'
import { phraseBasis } from './phrase-basis.ts'
import {
  bookName,
  countedWords,
  phraseCondition,
  phraseKey,
  phraseName,
  phraseNumber,
  phraseTrigger,
  phraseValue,
  placePhrase,
  type Speaker,
  toYou,
} from './phrases.ts'
import { capital, detailed, type Prose, preceded, sentence } from './prose.ts'
import { shortReason } from './reasons.ts'
import { type RuleText, ruleTexts } from './rule-texts.ts'

/** Speaks about rules; with a date, an amount or table shows only what is in force then. */
export type Narrator = Speaker & {
  readonly on?: CalendarDate
  /** The first rule of the text with this justification, so that it is told once. */
  readonly toldBefore?: (justification: Justification) => string | undefined
}

type Teller = Narrator & { readonly say: Say<RuleText> }

/** "Eis adult" or "Eis adult, “meerderjarig”". */
export function ruleHeading({ kind, id, label }: Rule, { language }: Speaker): string {
  const name = label === undefined ? id : `${id}, ${quoted(label)}`
  return `${capital(kindWords[kind][language])} ${name}`
}

/** What a rule is called on a page: its label, or its kind where it has none. */
export function ruleTitle({ kind, label, id }: Rule, { language }: Speaker): string {
  return label === undefined ? `${capital(kindWords[kind][language])} ${id}` : capital(label)
}

/** The whole rule in words: what its kind says, and then what every rule may say. */
export function ruleSentences(rule: Rule, narrator: Narrator): Prose[] {
  const teller = tellerOf(rule, narrator)
  return [...kindSentences(rule, teller), ...headSentences(rule, narrator)]
}

/** Only what its kind says: how an order arises, what is needed; not who wrote it, nor why. */
export function plainSentences(rule: Rule, narrator: Narrator): Prose[] {
  return kindSentences(rule, tellerOf(rule, narrator))
}

// The rule told about is always known by its own id.
function tellerOf(rule: Rule, narrator: Narrator): Teller {
  return {
    ...narrator,
    rule: (id) => (id === rule.id ? rule : narrator.rule(id)),
    say: speak(ruleTexts, narrator.language),
  }
}

function kindSentences(rule: Rule, teller: Teller): Prose[] {
  switch (rule.kind) {
    case 'parameter':
      return parameterSentences(rule, teller)
    case 'definition':
      return definitionSentences(rule, teller)
    case 'judgement':
      return judgementSentences(rule, teller)
    case 'measure':
      return measureSentences(rule, teller)
    case 'account':
      return accountSentences(rule, teller)
    case 'requirement':
      return requirementSentences(rule, teller)
    case 'priority':
      return prioritySentences(rule, teller)
    case 'ranking':
      return rankingSentences(rule, teller)
    case 'quota':
      return quotaSentences(rule, teller)
    case 'life':
      return lifeSentences(rule, teller)
    case 'sanction':
      return sanctionSentences(rule, teller)
    case 'procedure':
      return procedureSentences(rule, teller)
    default:
      return unreachable(rule)
  }
}

// What a rule says only when it is written down.
function given<T>(value: T | undefined, tell: (value: T) => Prose): Prose[] {
  return value === undefined ? [] : [tell(value)]
}

function onlyIf(before: RuleText, condition: Condition | undefined, teller: Teller): Prose[] {
  return given(condition, (each) => sentence(teller.say(before), phraseCondition(each, teller)))
}

function named(ids: readonly string[], teller: Teller, join?: 'and' | 'or'): string {
  return formatList(
    ids.map((id) => bookName(id, teller)),
    teller.language,
    join,
  )
}

// Words

/** What an amount or table is from one date on. */
export function datedSentence(rule: Parameter, dated: DatedValue, narrator: Narrator): Prose {
  return datedProse(rule, dated, tellerOf(rule, narrator))
}

function parameterSentences(rule: Parameter, teller: Teller): Prose[] {
  const { say, on } = teller
  const shown = on === undefined ? rule.values : inForce(rule, on)
  return [
    ...shown.map((dated) => datedProse(rule, dated, teller)),
    ...(on !== undefined && shown.length === 0 ? [say('parameter-none', { on })] : []),
    ...rangeSentences(rule, teller),
    ...given(rule.source, (source) => say('source', { source })),
  ]
}

function inForce(rule: Parameter, on: CalendarDate): readonly DatedValue[] {
  const rows = rowsAt(rule, on)
  return rule.values.filter((dated) => dated.rows === rows)
}

function datedProse(rule: Parameter, { from, rows }: DatedValue, teller: Teller): Prose {
  const { say } = teller
  const [only, ...others] = rows
  if (only && others.length === 0 && only.when.length === 0) {
    return say('parameter-value', { from, value: amountIn(rule, only, teller) })
  }
  const points = rows.map((row): Prose => {
    const value = amountIn(rule, row, teller)
    if (row.when.length === 0) return say('row-else', { value })
    return preceded(say('row', { value }), phraseCondition(row.when, toYou(teller)))
  })
  return { lead: say('parameter-table', { from }), points }
}

function amountIn({ id, unit }: Parameter, { value }: Row, teller: Teller): string {
  if (value === 'missing' || value === 'open') return teller.say(value)
  const isNumber = typeof value === 'number' && unit !== 'date'
  return isNumber ? phraseNumber(value, unit, teller) : phraseValue(id, value, teller)
}

function rangeSentences({ range, unit }: Parameter, teller: Teller): Prose[] {
  if (!range) return []
  const { at_least, at_most } = range
  const low = at_least === undefined ? undefined : phraseNumber(at_least, unit, teller)
  const high = at_most === undefined ? undefined : phraseNumber(at_most, unit, teller)
  if (low !== undefined && high !== undefined) {
    return [teller.say('range-both', { at_least: low, at_most: high })]
  }
  return [
    ...given(low, (each) => teller.say('range-low', { at_least: each })),
    ...given(high, (each) => teller.say('range-high', { at_most: each })),
  ]
}

function definitionSentences({ of, when }: Definition, teller: Teller): Prose[] {
  const { say, language } = teller
  if (of === undefined || of === 'applicant') {
    return [sentence(say('definition'), phraseCondition(when, toYou(teller)))]
  }
  const before = say('definition-of', { whose: meantWords[of][language] })
  return [sentence(before, phraseCondition(when, teller))]
}

function judgementSentences(rule: Judgement, teller: Teller): Prose[] {
  const { say, language } = teller
  return [
    say('question', { question: rule.question }),
    ...given(rule.about, (about) => say(`about-${about}`)),
    say('decided-by', { role: roleWords[rule.decided_by][language] }),
    ...(rule.second ? [say('second')] : []),
    answerSentence(rule, teller),
    ...given(rule.protocol, (protocol) => say('protocol', { protocol: quoted(protocol) })),
    ...given(rule.valid, (valid) => say('valid', { valid })),
    ...given(rule.sets_aside, (requirements) =>
      requirements === 'any'
        ? say('sets-aside-any')
        : say('sets-aside', { requirements: named(requirements, teller) }),
    ),
    ...(rule.publish ? [say('publish')] : []),
    say('undecided'),
  ]
}

const choicesInline = 6

function answerSentence({ id, answer }: Judgement, { say, language }: Teller): Prose {
  if (typeof answer === 'string') return say(`answer-${answer}`)
  if ('score' in answer) {
    const [lowest, highest] = answer.score
    return say('answer-score', { lowest, highest })
  }
  const choices = answer.map((each) => wordOfValue(id, each, language))
  if (choices.length > choicesInline) return { lead: say('answer-choices'), points: choices }
  return say('answer-choice', { choices: formatList(choices, language, 'or') })
}

// Measures

function measureSentences(rule: Measure, teller: Teller): Prose[] {
  const { say, language } = teller
  const { one: what = '', many: whats = '' } = countedWords(rule.of)?.[language] ?? {}
  // "woonperiode in de regio" says where, and need not be said again.
  const place = rule.where && isSpell(rule.of) ? placePhrase(rule.where, teller) : undefined
  const [one, many] = [what, whats].map((each) => (place ? `${each} ${place}` : each))
  const parts = [
    say(`take-${rule.take}`, { one, many }),
    ...given(rule.unit, (unit) => say('in-unit', { unit })),
    ...given(rule.within, (within) => windowPhrase(within, teller)),
  ]
  return [
    `${parts.join(', ')}.`,
    ...onlyIf('counted-where', place ? undefined : rule.where, teller),
    ...(rule.dated_by ? [say('dated-by-closing')] : []),
  ]
}

function windowPhrase(within: NonNullable<Measure['within']>, teller: Teller): string {
  const { say } = teller
  if ('life' in within) return say('within-life', { life: bookName(within.life, teller) })
  if ('period' in within) {
    return say(within.period === 'calendar-month' ? 'within-month' : 'within-year')
  }
  return say('within-length', { within })
}

function accountSentences(rule: Account, teller: Teller): Prose[] {
  const { say } = teller
  return [
    say(`unit-${rule.unit}`),
    ...given(rule.starts, (starts) => startsSentence(starts, teller)),
    ...given(rule.inside, (life) => say('account-inside', { life: bookName(life, teller) })),
    ...given(rule.limits, (limits) =>
      say('account-limits', { limits: limitsPhrase(limits, rule, teller) }),
    ),
    ...onlyIf('where', rule.where, toYou(teller)),
    ...given(rule.lapses, (lapses) => say('account-lapses', { lapses })),
    { lead: say('entries'), points: rule.entries.map((entry) => entryPhrase(entry, rule, teller)) },
  ]
}

function startsSentence(starts: NonNullable<Account['starts']>, teller: Teller): Prose {
  const { say } = teller
  const [only, ...others] = starts
  if (only && others.length === 0 && only.who.length === 0) {
    return say('starts', { from: phraseName(only.from, toYou(teller)) })
  }
  const points = starts.map(({ who, from }): Prose => {
    const start = phraseName(from, toYou(teller))
    if (who.length === 0) return say('starts-else', { from: start })
    return preceded(say('starts-case', { from: start }), phraseCondition(who, toYou(teller)))
  })
  return { lead: say('starts-cases'), points }
}

function limitsPhrase({ at_least, at_most }: Limits, account: Account, teller: Teller): string {
  const phrases = [
    ...given(at_least, (each) =>
      teller.say('limit-low', { at_least: amountPhrase(each, account, teller) }),
    ),
    ...given(at_most, (each) =>
      teller.say('limit-high', { at_most: amountPhrase(each, account, teller) }),
    ),
  ]
  return formatList(phrases.map(String), teller.language)
}

function amountPhrase(amount: Amount, { unit }: Account, teller: Teller): string {
  if (typeof amount === 'number') {
    return phraseNumber(amount, unit === 'points' ? 'points' : undefined, teller)
  }
  return 'ref' in amount ? phraseName(amount.ref, teller) : formatLength(amount, teller.language)
}

function entryPhrase(entry: Entry | BestOf, account: Account, teller: Teller): Prose {
  const { say } = teller
  if ('best_of' in entry) {
    const points = entry.best_of.map((each) => entryPhrase(each, account, teller))
    return { lead: say('best-of'), points }
  }
  const { on, where, when } = entry
  const trigger =
    on && phraseTrigger({ on, ...(where && { where }), ...(when && { when }) }, teller)
  const own: Prose[] = trigger ? [] : whilePhrases(entry, teller)
  const phrases = [...own, ...entryDetails(entry, account, teller)]
  const booked = bookedPhrase(entry, account, teller)
  if (trigger === undefined || typeof trigger === 'string') {
    return detailed(trigger ? `${booked} ${trigger}` : booked, phrases)
  }
  return { lead: `${booked} ${trigger.lead}`, points: [...trigger.points, ...phrases] }
}

function whilePhrases({ where, when }: Entry, teller: Teller): Prose[] {
  return [
    ...clauseAfter('entry-where', where, teller),
    ...clauseAfter('entry-when', when, toYou(teller)),
  ]
}

function clauseAfter(before: RuleText, condition: Condition | undefined, teller: Teller): Prose[] {
  return given(condition, (each) => preceded(teller.say(before), phraseCondition(each, teller)))
}

function bookedPhrase(entry: Entry, account: Account, teller: Teller): string {
  const { say } = teller
  const { add, set, per, of } = entry
  const amount =
    set === undefined ? addedPhrase(add ?? 0, account, teller) : setPhrase(set, account, teller)
  if (of === undefined) return per ? `${amount} (${formatLength(per, teller.language)})` : amount
  const spells: Readonly<Record<string, (typeof spellWords)['resident']>> = spellWords
  const spell = spells[of]?.[teller.language].one
  const life = bookName(of, teller)
  if (per) {
    return `${amount} ${spell ? say('per-spell', { per, spell }) : say('per-life', { per, life })}`
  }
  return `${amount} ${spell ? say('of-spell', { spell }) : say('of-life', { life })}`
}

function addedPhrase(amount: Amount, account: Account, teller: Teller): string {
  const isLess = typeof amount === 'number' && amount < 0
  const size = isLess ? -amount : amount
  return teller.say(isLess ? 'minus' : 'plus', { amount: amountPhrase(size, account, teller) })
}

function setPhrase(set: number, account: Account, teller: Teller): string {
  return teller.say('set', { amount: amountPhrase(set, account, teller) })
}

function entryDetails(entry: Entry, account: Account, teller: Teller): Prose[] {
  const { say } = teller
  return [
    ...given(entry.booked, (booked) => say(`booked-${booked}`)),
    ...given(entry.times, (times) => say('entry-times', { times })),
    ...clauseAfter('entry-who', entry.who, toYou(teller)),
    ...clauseAfter('entry-here', entry.here, toYou(teller)),
    ...given(entry.until, (until) => say('entry-until', { until })),
    ...given(entry.lapses, (lapses) => say('entry-lapses', { lapses })),
    ...given(entry.keep, (keep) => say('entry-keep', { keep })),
    ...given(entry.lost, (lost) => preceded(say('entry-lost'), phraseTrigger(lost, teller))),
    ...given(entry.limits, (limits) =>
      say('entry-limits', { limits: limitsPhrase(limits, account, teller) }),
    ),
  ]
}

// Admission and order

function requirementSentences(rule: Requirement, teller: Teller): Prose[] {
  const { say, language } = teller
  const before = say('requirement', { gate: capital(gateWords[rule.to][language]) })
  return [
    sentence(before, phraseCondition(rule.must, toYou(teller))),
    ...onlyIf('where', rule.where, toYou(teller)),
    ...onlyIf('who', rule.who, toYou(teller)),
    ...onlyIf('unless', rule.unless, toYou(teller)),
    ...given(rule.in_vain, (in_vain) => say('in-vain', { in_vain })),
    say('requirement-code', { reason: shortReason(language, rule.code) }),
  ]
}

function prioritySentences(rule: Priority, teller: Teller): Prose[] {
  const { say, language } = teller
  const ground = groundWords[rule.ground][language]
  return [
    sentence(say('priority'), phraseCondition(rule.who, toYou(teller))),
    ...onlyIf('where', rule.where, toYou(teller)),
    rule.level
      ? say('priority-ground-level', { ground, level: levelWords[rule.level][language] })
      : say('priority-ground', { ground }),
    ...onlyIf('not-against', rule.not_against, toYou(teller)),
    ...given(rule.in_vain, (in_vain) => say('in-vain', { in_vain })),
    ...given(rule.inside, (id) => say('priority-inside', { priority: bookName(id, teller) })),
  ]
}

function rankingSentences(rule: Ranking, teller: Teller): Prose[] {
  const { say, language } = teller
  const keys = keysPhrase(rule.finally, teller)
  const points =
    rule.tiers.length === 0
      ? [say('tier-all', { keys })]
      : [
          ...withOthers(rule.tiers).map((tier, index) => tierPhrase(tier, index + 1, teller)),
          say('finally', { keys }),
        ]
  return [
    ...onlyIf('where', rule.where, toYou(teller)),
    { lead: say('ranking', { model: modelWords[rule.model][language] }), points },
  ]
}

// Everyone else stands last, also where the book does not say so.
function withOthers(tiers: readonly Tier[]): readonly Tier[] {
  const isSaid = tiers.some(({ priority }) => priority === 'none')
  return isSaid ? tiers : [...tiers, { priority: 'none', by: [] }]
}

function tierPhrase({ priority, by }: Tier, number: number, teller: Teller): string {
  const { say } = teller
  const group =
    priority === 'none'
      ? say('tier-others', { number })
      : say('tier', { number, priorities: named(priority, teller, 'or') })
  return by.length === 0 ? group : `${group}; ${say('tier-keys', { keys: keysPhrase(by, teller) })}`
}

function keysPhrase(keys: readonly Key[], teller: Teller): string {
  return keys.map((key) => phraseKey(key, teller)).join(`; ${teller.say('and-then')} `)
}

// Balance

function quotaSentences(rule: Quota, teller: Teller): Prose[] {
  const { say, language } = teller
  return [
    limitSentence(rule, teller),
    ...onlyIf(rule.unit === 'listings' ? 'counts-listing' : 'counts', rule.counts, teller),
    ...onlyIf('among', rule.among, teller),
    ...given(rule.split, ({ by, shares }) =>
      say('split', { by: phraseName(by, teller), shares: sharesPhrase(by, shares, teller) }),
    ),
    ...given(rule.each, (each) => {
      const nouns = each.map((name) => phraseName(name, teller))
      return say('each', { each: formatList(nouns, language) })
    }),
    ...(rule.carry ? [say('carry')] : []),
    ...given(rule.inside, (id) => say('quota-inside', { quota: bookName(id, teller) })),
    say(`at-limit-${rule.at_limit}`),
    ...given(rule.review, (review) => say('review', { review })),
  ]
}

function limitSentence({ limit, unit, per }: Quota, { say, language }: Teller): string {
  const things = say(unit === 'listings' ? 'of-listings' : 'of-assignments')
  const { at_most, at_least, exactly, of } = limit
  const kind = at_most !== undefined ? 'at-most' : at_least !== undefined ? 'at-least' : 'exactly'
  const count = at_most ?? at_least ?? exactly ?? 0
  const facts = { count, things, per: periodWords[per][language] }
  return of === undefined ? say(`number-${kind}`, facts) : say(`share-${kind}`, { ...facts, of })
}

function sharesPhrase(
  by: string,
  shares: Readonly<Record<string, number>>,
  teller: Teller,
): string {
  const parts = Object.entries(shares).map(
    ([key, share]) => `${phraseValue(by, key, teller)} ${share}`,
  )
  return formatList(parts, teller.language)
}

// Lives and process

function lifeSentences(rule: Life, teller: Teller): Prose[] {
  const { say } = teller
  return [
    sentence(say('begins'), phraseTrigger(rule.begins, teller)),
    ...given(rule.each, (each) => say('life-each', { each: phraseName(each, teller) })),
    ...given(rule.inside, (id) => say('life-inside', { life: bookName(id, teller) })),
    rule.lasts ? say('lasts', { lasts: rule.lasts }) : say('no-term'),
    ...given(rule.phases, (phases) => say('phases', { phases: phasesPhrase(phases, teller) })),
    ...given(rule.renew, (renew) => renewSentence(renew, teller)),
    ...given(rule.restore, (restore) => restoreSentence(restore, teller)),
    ...(rule.restore?.closes ? [say('restore-closes')] : []),
    ...given(rule.remind, (remind) => remindSentence(remind, teller)),
    ...(rule.merge ? [say('merge')] : []),
    ...given(rule.pause, ({ from, to }) =>
      say('pause', { from: atEvent([from], teller), to: atEvent([to], teller) }),
    ),
    ...given(rule.while, (condition) => whileSentence(condition, teller)),
    ...given(rule.ends, (ends) => endsSentence(ends, teller)),
    ...given(rule.again, ({ after, same }) =>
      same === undefined
        ? say('again', { after })
        : say('again-same', { after, same: phraseName(same, teller) }),
    ),
    ...given(rule.grounds, (grounds) => groundsSentence('grounds', grounds, teller)),
    ...given(rule.not_grounds, (grounds) => groundsSentence('not-grounds', grounds, teller)),
  ]
}

function atEvent(on: readonly string[], teller: Teller): string {
  const phrase = phraseTrigger({ on }, teller)
  return typeof phrase === 'string' ? phrase : phrase.lead
}

function phasesPhrase(phases: NonNullable<Life['phases']>, { say, language }: Teller): string {
  const each = phases.map(({ id, lasts }) =>
    say('phase', { phase: wordOfValue('phase', id, language), lasts }),
  )
  return each.length === 0 ? '' : formatList(each, language)
}

function renewSentence(renew: NonNullable<Life['renew']>, teller: Teller): string {
  const { on, lasts, times = 'none', not_before = 'none' } = renew
  return teller.say('renew', { events: atEvent(on, teller), lasts, times, not_before })
}

function restoreSentence(restore: NonNullable<Life['restore']>, teller: Teller): string {
  const { on, within, fee } = restore
  return teller.say('restore', {
    events: atEvent(on, teller),
    within,
    fee: fee === undefined ? 'none' : phraseName(fee, teller),
  })
}

function remindSentence(reminders: readonly Reminder[], teller: Teller): Prose {
  const { say, language } = teller
  const points = reminders.flatMap(({ before, after, ways }) => {
    const told = formatList(
      ways.map((each) => say(`remind-${each}`)),
      language,
    )
    const tell = (key: 'remind-before' | 'remind-after') => (length: Duration) =>
      say(key, { length, by: told })
    return [...given(before, tell('remind-before')), ...given(after, tell('remind-after'))]
  })
  return { lead: say('remind'), points }
}

function whileSentence(condition: Condition, teller: Teller): Prose {
  const clause = phraseCondition(condition, toYou(teller))
  if (typeof clause === 'string') return teller.say('while-clause', { condition: clause })
  return { lead: teller.say('while'), points: [clause] }
}

function endsSentence(ends: readonly End[], teller: Teller): Prose {
  return { lead: teller.say('ends'), points: ends.map((end) => endPhrase(end, teller)) }
}

function endPhrase(end: End, teller: Teller): Prose {
  const { say, language } = teller
  const trigger = phraseTrigger(end, teller)
  const details = [
    say('ends-code', { reason: shortReason(language, end.code).replace(/\.$/, '') }),
    ...(end.hear ? [say('hear')] : []),
    ...given(end.keeps, (keeps) => say('keeps', { lives: named(keeps, teller) })),
  ]
  if (typeof trigger === 'string') return detailed(trigger, details)
  return { lead: trigger.lead, points: [...trigger.points, ...details] }
}

function groundsSentence(
  key: 'grounds' | 'not-grounds',
  grounds: readonly string[],
  { say, language }: Teller,
): Prose {
  const words = grounds.map((ground) => wordOfValue('urgency-ground', ground, language))
  return { lead: say(key), points: words }
}

function sanctionSentences(rule: Sanction, teller: Teller): Prose[] {
  const { say } = teller
  return [
    sentence(say('sanction'), phraseTrigger(rule, teller)),
    { lead: say('steps'), points: rule.steps.map((step) => stepPhrase(step, teller)) },
    ...(rule.each_next ? [say('each-next')] : []),
    ...(!rule.each_next && countsOn(rule) ? [say('not-each-next')] : []),
    ...given(rule.objection, (objection) => say('objection', { objection })),
  ]
}

function countsOn({ steps }: Sanction): boolean {
  return steps.some(({ times = 1 }) => times > 1)
}

function stepPhrase(step: Step, teller: Teller): Prose {
  const { say, language } = teller
  const effect = say(`effect-${step.effect}`)
  const models = step.models?.map((model) => modelWords[model][language])
  const lead =
    step.times === undefined
      ? say('step-first', { effect })
      : say('step-times', { times: step.times, effect })
  const details = [
    ...given(step.lasts, (lasts) => say('step-lasts', { lasts })),
    ...given(step.until, (until) => say(`step-until-${until}`)),
    ...given(step.scope, (scope) => say(`step-scope-${scope}`)),
    ...given(models, (each) => say('step-models', { models: formatList(each, language) })),
    ...given(step.of, (of) => say(`step-of-${of}`)),
    ...given(step.to, (to) => say(`step-to-${to}`)),
  ]
  return [lead, ...details].join(', ')
}

function procedureSentences(rule: Procedure, teller: Teller): Prose[] {
  const { say } = teller
  return [
    ...onlyIf('where', rule.where, toYou(teller)),
    ...given(rule.listing_open, (listing_open) => say('listing-open', { listing_open })),
    ...given(rule.open_responses, (count) => say('open-responses', { count })),
    ...given(rule.offers_at_once, (count) => say('offers-at-once', { count })),
    ...given(rule.provisional_place, (seen) => say(`provisional-${seen}`)),
    ...given(rule.confirm_within, (term) => termSentence('confirm-within', term, teller)),
    ...given(rule.answer_within, (term) => termSentence('answer-within', term, teller)),
    ...given(rule.papers_within, (term) => termSentence('papers-within', term, teller)),
    ...given(rule.remind, (remind) => remindSentence(remind, teller)),
    ...given(rule.facts_at, (factsAt) => momentSentences(factsAt, teller).join(' ')),
  ]
}

function termSentence(
  key: 'confirm-within' | 'answer-within' | 'papers-within',
  { lasts, at }: Term,
  { say, language }: Teller,
): string {
  const term = at === undefined ? formatLength(lasts, language) : say('term', { lasts, at })
  return say(key, { term })
}

function momentSentences(factsAt: NonNullable<Procedure['facts_at']>, teller: Teller): string[] {
  const { say, language } = teller
  return [
    say('facts-at', { moment: momentWords[factsAt.default][language] }),
    ...Object.entries(factsAt.facts).map(([name, moment]) =>
      say('fact-at', { fact: phraseName(name, teller), moment: momentWords[moment][language] }),
    ),
  ]
}

// What every rule may say

/** What every rule may say: since when, on which basis, by whose choice, why. */
export function headSentences(rule: Rule, narrator: Narrator): Prose[] {
  const teller = tellerOf(rule, narrator)
  const { say, language } = teller
  const { from, until, open_to, latitude, invented } = rule
  return [
    ...validitySentences(from, until, teller),
    ...given(rule.basis, (basis) => say('basis', { basis: phraseBasis(basis, language) })),
    ...given(latitude, (each) => say(`latitude-${each}`)),
    ...given(rule.replaces, (id) => say('replaces', { rule: id })),
    ...given(open_to, (levels) => {
      const words = levels.map((level) => levelWords[level][language])
      return say('open-to', { levels: formatList(words, language) })
    }),
    ...given(rule.experiment, (experiment) => say('experiment', experiment)),
    ...given(rule.gap, (gap) => say('gap', { gap: closed(gap) })),
    ...(invented === true ? [say('invented')] : []),
    ...(typeof invented === 'string' ? [say('invented-what', { what: closed(invented) })] : []),
    ...given(rule.justification, (each) => {
      const earlier = teller.toldBefore?.(each)
      if (earlier === undefined || earlier === rule.id) return justificationSentence(each, teller)
      return say('same-justification', { rule: earlier })
    }),
  ]
}

function validitySentences(
  from: CalendarDate | undefined,
  until: CalendarDate | undefined,
  { say }: Teller,
): Prose[] {
  if (from !== undefined && until !== undefined) return [say('from-until', { from, until })]
  return [
    ...given(from, (each) => say('from', { from: each })),
    ...given(until, (each) => say('until', { until: each })),
  ]
}

function justificationSentence(justification: Justification, teller: Teller): Prose {
  const { say } = teller
  const { interest, owner, competent_body, alternatives, cost } = justification
  return {
    lead: say('justification'),
    points: [
      say('interest', { text: closed(interest) }),
      say('owner', { text: closed(owner) }),
      say('competent-body', { text: closed(competent_body) }),
      checkPhrase('needed', justification.needed, teller),
      checkPhrase('serious', justification.serious, teller),
      checkPhrase('no-lighter-means', justification.no_lighter_means, teller),
      alternatives.length === 0
        ? say('no-alternatives')
        : say('alternatives', { text: closed(alternatives.join('; ')) }),
      say('cost', { text: closed(cost) }),
    ],
  }
}

function checkPhrase(
  key: 'needed' | 'serious' | 'no-lighter-means',
  { text, evidence }: Check,
  teller: Teller,
): string {
  const { say } = teller
  const support = evidence.map((each) => evidencePhrase(each, teller))
  return [
    say(key, { text: closed(text) }),
    ...(support.length === 0 ? [say('no-evidence')] : support),
  ].join(' ')
}

function evidencePhrase({ source, date, nature }: Evidence, { say, language }: Teller): string {
  const day = date === 'unknown' ? say('date-unknown') : formatDay(date, language)
  return say(nature, { source, date: day })
}

/** A text that somebody wrote, with a full stop when it has none. */
export function closed(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`
}
