/**
 * A ranking and a place on it in words: for the person concerned, who may learn only in rounded form
 * about others, and in full for the auditor. Nothing is said that the decision does not hold.
 */
import type { Facts, Value } from '../core/basics/facts.ts'
import { type Leaf, operandValue } from '../core/policy/condition.ts'
import type { Key } from '../core/policy/kinds/ranking.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import { priorityIds, remarksOn } from '../core/ranking/assign-tier.ts'
import { excusesUsed, seekerAt, type Unmet } from '../core/ranking/check-eligibility.ts'
import { type Ahead, reasonsOfAll } from '../core/ranking/explain-place.ts'
import type { Change } from '../core/ranking/foresee-change.ts'
import { placedIds, type Ranking, whyNot } from '../core/ranking/rank-listing.ts'
import { formatList, type Language, speak, type Texts } from './language.ts'
import {
  bookName,
  phraseCondition,
  phraseEvent,
  phraseName,
  phraseValue,
  type Speaker,
} from './phrases.ts'
import { articleHeading, narratorOf } from './print-rules.ts'
import { type Prose, print } from './prose.ts'
import { type ReasonFacts, reasonText } from './reasons.ts'

type Text =
  | 'place'
  | 'first'
  | 'ahead'
  | 'ahead-together'
  | 'by-tier'
  | 'by-key'
  | 'by-lot'
  | 'by-demotion'
  | 'by-quota'
  | 'by-choice'
  | 'group'
  | 'group-none'
  | 'own-values'
  | 'own-value'
  | 'not-placed'
  | 'undecided'
  | 'found'
  | 'found-unknown'
  | 'set-aside'
  | 'off'
  | 'changes'
  | 'no-changes'
  | 'change-on'
  | 'change-choose'
  | 'change-set'
  | 'change-times'
  | 'then-placed'
  | 'supply'
  | 'then-group'
  | 'undrawn'
  | 'rules'

const texts: Texts<Text> = {
  nl: {
    place: 'Uw plaats is {place, number} van {total, number}.',
    first: 'Niemand staat voor u.',
    ahead: 'Voor u {count, plural, one {staat # persoon} other {staan # mensen}}',
    'ahead-together':
      'Voor u {count, plural, one {staat # persoon} other {staan # mensen}}, door {reasons} samen. Om de privacy van anderen zeggen wij niet wie waarom.',
    'by-tier': '{count, number} door voorrang: {name}',
    'by-key': '{count, number} door {name}',
    'by-lot': '{count, number} door het lot',
    'by-demotion': '{count, number} doordat u achteraan bent gezet ({name})',
    'by-quota': '{count, number} door een aandeel dat achterloopt: {name}',
    'by-choice': '{count, number} door een keuze van mensen: {name}',
    group: 'U staat in de groep {name}.',
    'group-none': 'U staat in de groep zonder voorrang.',
    'own-values': 'Wat bij u meetelt',
    'own-value': '{name}: {value}',
    'not-placed': 'U doet niet mee bij deze woning.',
    undecided: 'Over u is nog niet beslist: er ontbreken gegevens.',
    found: 'Nodig is dat {needed}. Bij u: {value}.',
    'found-unknown': 'Nodig is dat {needed}. Dat is bij ons niet bekend.',
    'set-aside': 'Voor u geldt de regel {rule} niet, door een besluit: {by}.',
    off: 'De voorrang {rule} werkt nu niet bij deze woning, omdat {by} vol is.',
    changes: 'Wat dit kan veranderen',
    'no-changes': 'Wij zien niets dat dit verandert: geen datum en geen eigen keuze.',
    'change-on': 'Bij woningen die sluiten vanaf {on, date, day}, als verder alles gelijk blijft',
    'change-choose': 'Als u dit doet: {act}',
    'change-set': 'Als u dit kiest: {name} {value}',
    'change-times': 'Als u dit {times, number} keer doet: {act}',
    'then-placed': '{change}: dan kunt u meedoen bij een woning als deze.',
    supply: 'U kunt wat ontbreekt aanleveren of laten vaststellen. Daarna wordt er over u beslist.',
    'then-group': '{change}: dan staat u in de groep {tier}.',
    undrawn:
      'Tussen de plaatsen {from, number} en {to, number} beslist het lot. Er is nog niet geloot.',
    rules: 'De regels: {books}.',
  },
  en: {
    place: 'Your place is {place, number} of {total, number}.',
    first: 'Nobody is ahead of you.',
    ahead: 'Ahead of you {count, plural, one {is # person} other {are # people}}',
    'ahead-together':
      'Ahead of you {count, plural, one {is # person} other {are # people}}, by {reasons} together. To protect others we do not say who and why.',
    'by-tier': '{count, number} by priority: {name}',
    'by-key': '{count, number} by {name}',
    'by-lot': '{count, number} by lot',
    'by-demotion': '{count, number} because you were placed last ({name})',
    'by-quota': '{count, number} by a share that is behind: {name}',
    'by-choice': '{count, number} by a choice of people: {name}',
    group: 'You are in the group {name}.',
    'group-none': 'You are in the group without priority.',
    'own-values': 'What counts for you',
    'own-value': '{name}: {value}',
    'not-placed': 'You do not take part for this home.',
    undecided: 'Nothing is decided about you yet: data are missing.',
    found: 'Needed is that {needed}. For you: {value}.',
    'found-unknown': 'Needed is that {needed}. We do not know this.',
    'set-aside': 'The rule {rule} does not hold for you, by a decision: {by}.',
    off: 'The priority {rule} does not work for this home now, because {by} is full.',
    changes: 'What can change this',
    'no-changes': 'We see nothing that changes this: no date and no choice of your own.',
    'change-on': 'For homes that close from {on, date, day}, if all else stays the same',
    'change-choose': 'If you do this: {act}',
    'change-set': 'If you choose this: {name} {value}',
    'change-times': 'If you do this {times, number} times: {act}',
    'then-placed': '{change}: then you can take part for a home like this.',
    supply: 'You can supply what is missing, or have it established. Then you are decided upon.',
    'then-group': '{change}: then you are in the group {tier}.',
    undrawn: 'Between places {from, number} and {to, number} the lot decides. It is not drawn yet.',
    rules: 'The rules: {books}.',
  },
}

/** Fewer people than this, and a reason would tell about a neighbour. */
const fewest = 3

export type Telling = {
  readonly language: Language
  /** Everything, for the auditor; else rounded, for the person concerned. */
  readonly full: boolean
  readonly changes: readonly Change[]
}

/** Why somebody has this place, or none. */
export function explainInWords(ranking: Ranking, id: string, telling: Telling): string {
  const speaker = speakerOf(ranking, telling.language)
  const place = placedIds(ranking).indexOf(id) + 1
  const position = ranking.candidates.findIndex((each) => each.id === id)
  const told =
    place > 0
      ? placeProse(ranking, place, position, telling, speaker)
      : exclusionProse(ranking, position, speaker)
  const isUndecided = ranking.undecided.includes(position)
  const changes = place === 1 ? [] : changesProse(telling.changes, place > 0, isUndecided, speaker)
  const books = ranking.bound.prepared.rules.books.map(({ title }) => title)
  const rules = speak(texts, telling.language)('rules', {
    books: formatList(books, telling.language),
  })
  return `${[told, changes, [rules]]
    .filter((part) => part.length > 0)
    .map((part) => print(part).join('\n'))
    .join('\n\n')}\n`
}

/** One short line on why somebody stands where they stand, for a table: `2 urgentie, 1 inschrijfdatum`. */
export function aheadInWords(ahead: readonly Ahead[], speaker: Speaker): string {
  return ahead
    .map(({ count, code, name }) => {
      const byRule = code === 'higher-tier' || code === 'quota-behind' || code === 'demoted'
      return `${count} ${byRule ? bookName(name, speaker) : shortName({ code, name }, speaker)}`
    })
    .join(', ')
}

/** Every reason somebody is kept out, each as a sentence with its facts and the rule. */
export function exclusionSentences(ranking: Ranking, position: number, speaker: Speaker): string[] {
  return whyNot(ranking, position).map((unmet) => {
    const { article, book } = unmet.standing
    const facts = {
      ...factsOf(ranking, position, unmet, speaker),
      article: articleOf(article, book, speaker.language),
    }
    // What is only unknown is never told as if it were so.
    return reasonText(speaker.language, unmet.undecided ? 'fact-unknown' : unmet.code, facts)
  })
}

export function speakerOf({ bound }: Pick<Ranking, 'bound'>, language: Language): Speaker {
  return narratorOf(bound.prepared.rules.books, { language })
}

/** The name of a group people stand in. */
export function groupName(tier: string, speaker: Speaker): string {
  return tier === 'none' ? '-' : bookName(tier, speaker)
}

/** The same where it stands by itself, in a column: without quotes. */
export function bareName(name: string): string {
  return name.replace(/[“”]/g, '')
}

/** The values a tier is ordered by, of one person: `inschrijving sinds: 3 juni 2015`. */
export function keyValues(keys: readonly Key[], seeker: Facts, speaker: Speaker): string[] {
  return keys.flatMap((key) => {
    if (key.by === 'lot' || key.by === 'chosen') return []
    const value = seeker[key.of]
    const shown = value === undefined ? '?' : phraseValue(key.of, value, speaker)
    return [
      speak(texts, speaker.language)('own-value', {
        name: phraseName(key.of, speaker),
        value: shown,
      }),
    ]
  })
}

function placeProse(
  ranking: Ranking,
  place: number,
  position: number,
  { full, language }: Telling,
  speaker: Speaker,
): Prose[] {
  const say = speak(texts, language)
  const { order, bound, values, undrawn } = ranking
  const reasons = [...reasonsOfAll(order)][place - 1]
  const seeker = values[position] ?? {}
  const tier = bound.tiers[order.tiers[order.sorted[place - 1] ?? 0] ?? 0]
  const own = keyValues(tier?.keys ?? [], seeker, speaker)
  const tie = undrawn.find(([from, to]) => from < place && place <= to)
  const group = tier && tier.name !== 'none'
  return [
    say('place', { place, total: order.sorted.length }),
    ...aheadProse(reasons?.ahead ?? [], full, speaker),
    group ? say('group', { name: bookName(tier.name, speaker) }) : say('group-none'),
    ...(tie ? [say('undrawn', { from: tie[0] + 1, to: tie[1] })] : []),
    ...remarkSentences(ranking, seeker, speaker),
    ...(own.length > 0 ? [{ lead: say('own-values'), points: own }] : []),
  ]
}

function aheadProse(ahead: readonly Ahead[], full: boolean, speaker: Speaker): Prose[] {
  const say = speak(texts, speaker.language)
  const count = ahead.reduce((sum, each) => sum + each.count, 0)
  if (count === 0) return [say('first')]
  if (full || ahead.every((each) => each.count >= fewest)) {
    return [
      { lead: say('ahead', { count }), points: ahead.map((each) => aheadPoint(each, speaker)) },
    ]
  }
  const names = [...new Set(ahead.map((each) => shortName(each, speaker)))]
  return [say('ahead-together', { count, reasons: formatList(names, speaker.language) })]
}

function aheadPoint({ code, name, count }: Ahead, speaker: Speaker): string {
  const say = speak(texts, speaker.language)
  const named = { count, name: phraseName(name, speaker) }
  switch (code) {
    case 'higher-tier':
      return say('by-tier', { count, name: groupName(name, speaker) })
    case 'quota-behind':
      return say('by-quota', { count, name: bookName(name, speaker) })
    case 'demoted':
      return say('by-demotion', { count, name: bookName(name, speaker) })
    case 'chosen':
      return say('by-choice', named)
    case 'ahead-by-lot':
      return say('by-lot', { count })
    case 'ahead-by-key':
      return say('by-key', named)
  }
}

const shortNames: Texts<'priority' | 'lot' | 'demoted'> = {
  nl: { priority: 'voorrang', lot: 'het lot', demoted: 'achteraan gezet' },
  en: { priority: 'priority', lot: 'the lot', demoted: 'placed last' },
}

function shortName({ code, name }: Omit<Ahead, 'count'>, speaker: Speaker): string {
  const say = speak(shortNames, speaker.language)
  if (code === 'higher-tier' || code === 'quota-behind') return say('priority')
  if (code === 'ahead-by-lot') return say('lot')
  return code === 'demoted' ? say('demoted') : phraseName(name, speaker)
}

function remarkSentences(ranking: Ranking, seeker: Facts, speaker: Speaker): string[] {
  const { language } = speaker
  const { bound } = ranking
  const say = speak(texts, language)
  const remarks = remarksOn(bound, seeker).map(({ code, rule }) =>
    reasonText(language, code, {
      priority: bookName(rule, speaker),
      rule: bookName(rule, speaker),
    }),
  )
  const excuses = excusesUsed(bound, seeker).map(({ rule, by }) =>
    say('set-aside', { rule: bookName(rule, speaker), by: bookName(by, speaker) }),
  )
  return [...remarks, ...excuses]
}

function exclusionProse(ranking: Ranking, position: number, speaker: Speaker): Prose[] {
  const say = speak(texts, speaker.language)
  const unmet = whyNot(ranking, position)
  const undecided = ranking.undecided.includes(position)
  const sentences = exclusionSentences(ranking, position, speaker)
  return [
    say(undecided ? 'undecided' : 'not-placed'),
    ...unmet.flatMap(({ leaves, standing }, index): Prose[] => {
      const asked = standing.rule.kind === 'requirement' ? leaves() : []
      const details = asked.flatMap((leaf) => leafSentence(leaf, ranking, position, speaker))
      if (details.length === 0) return [sentences[index] ?? '']
      return [{ lead: (sentences[index] ?? '').replace(/\.$/, ''), points: details }]
    }),
  ]
}

// A definition is explained by what stands inside it; only facts and counts are told with their value.
function leafSentence(leaf: Leaf, ranking: Ranking, position: number, speaker: Speaker): string[] {
  if (isDefinition(ranking, leaf.name)) return []
  const say = speak(texts, speaker.language)
  const needed = resolved(leaf, ranking, position)
  const clause = phraseCondition([{ name: leaf.name, test: needed }], speaker)
  const words = typeof clause === 'string' ? clause : clause.lead
  if (leaf.found === undefined) return [say('found-unknown', { needed: words })]
  return [say('found', { needed: words, value: phraseValue(leaf.name, leaf.found, speaker) })]
}

const limits = ['at_least', 'at_most', 'above', 'below'] as const

// Amounts of this person's row instead of the name of the table.
function resolved({ test }: Leaf, ranking: Ranking, position: number): Leaf['test'] {
  const { refer } = seekerAt(ranking.bound, ranking.values[position] ?? {})
  const known = limits.flatMap((limit) => {
    const operand = test[limit]
    const value = operand === undefined ? undefined : operandValue(operand, refer)
    return typeof value === 'number' ? [[limit, value] as const] : []
  })
  return { ...test, ...Object.fromEntries(known) }
}

function factsOf(
  ranking: Ranking,
  position: number,
  { leaves, undecided }: Unmet,
  speaker: Speaker,
): ReasonFacts {
  const seeker = ranking.values[position] ?? {}
  const base = leaves().filter(({ name }) => !isDefinition(ranking, name))
  if (undecided) {
    const names = new Set(base.flatMap(({ missing }) => missing))
    return { missing: [...names].map((name) => phraseName(name, speaker)) }
  }
  const found: Record<string, Value> = {}
  for (const { name, found: value } of base) if (value !== undefined) found[name] = value
  const [leaf] = base
  const test = base.length === 1 && leaf ? resolved(leaf, ranking, position) : {}
  const known = limits.flatMap((limit) => {
    const value = test[limit]
    return typeof value === 'number' ? [[limit, value] as const] : []
  })
  const { rent } = ranking.bound.home
  const until = seeker['blocked-until'] ?? seeker['held-until']
  return {
    ...found,
    ...Object.fromEntries(known),
    ...(rent !== undefined && { rent }),
    ...(until !== undefined && { until }),
  }
}

function isDefinition({ bound }: Ranking, name: string): boolean {
  return bound.prepared.rules.byId.get(name)?.rule.kind === 'definition'
}

function articleOf(
  article: RuleBook['articles'][number],
  { title }: RuleBook,
  language: Language,
): string {
  const heading = articleHeading(article, language)
  return `${heading.charAt(0).toLowerCase()}${heading.slice(1)} (${title})`
}

function changesProse(
  changes: readonly Change[],
  placed: boolean,
  undecided: boolean,
  speaker: Speaker,
): Prose[] {
  const say = speak(texts, speaker.language)
  if (undecided) return [say('supply')]
  if (changes.length === 0) return placed ? [] : [say('no-changes')]
  const points = changes.map((change) => {
    const told = { change: changeWords(change, speaker), tier: groupName(change.tier, speaker) }
    return say(placed && change.tier !== 'none' ? 'then-group' : 'then-placed', told)
  })
  return [{ lead: say('changes'), points }]
}

function changeWords({ on, choose, to, times }: Change, speaker: Speaker): string {
  const say = speak(texts, speaker.language)
  if (on !== undefined) return say('change-on', { on })
  const name = choose ?? ''
  if (to !== undefined)
    return say('change-set', {
      name: phraseName(name, speaker),
      value: phraseValue(name, to, speaker),
    })
  const act = phraseEvent(name, speaker)
  return times === undefined ? say('change-choose', { act }) : say('change-times', { act, times })
}

/** Priorities a person used, in words. */
export function appliedInWords({ bound }: Ranking, bits: number, speaker: Speaker): string {
  return priorityIds(bound, bits)
    .map((id) => bookName(id, speaker))
    .join(', ')
}
