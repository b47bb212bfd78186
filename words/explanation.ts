/**
 * A ranking and a place on it in words: for the person concerned, who may learn only in rounded form
 * about others, and in full for the auditor. Nothing is said that the decision does not hold.
 */
import type { Facts, Value } from '../core/basics/facts.ts'
import type { Role } from '../core/policy/catalogue.ts'
import { bounds, type Leaf, type LeafRole, operandValue } from '../core/policy/condition.ts'
import type { Key } from '../core/policy/kinds/ranking.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import { remarksOn } from '../core/ranking/assign-tier.ts'
import { excusesUsed, seekerAt, type Unmet } from '../core/ranking/check-eligibility.ts'
import type { Ahead } from '../core/ranking/explain-place.ts'
import type { Change } from '../core/ranking/foresee-change.ts'
import { type OwnPart, whyNotPlaced } from '../core/ranking/own-part.ts'
import { roleWords } from './catalogue.ts'
import { formatList, type Language, speak, type Texts } from './language.ts'
import {
  bookName,
  phraseCondition,
  phraseEvent,
  phraseName,
  phraseValue,
  type Speaker,
  toYou,
} from './phrases.ts'
import { articleHeading, narratorOf } from './print-rules.ts'
import { type Prose, print } from './prose.ts'
import { type ReasonFacts, reasonText } from './reasons.ts'

type Text =
  | 'place'
  | 'place-undrawn'
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
  | LeafRole
  | 'found'
  | 'not-known'
  | 'not-decided'
  | 'ask'
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
  | 'rules'

const texts: Texts<Text> = {
  nl: {
    place: 'Uw plaats is {place, number} van {total, number}.',
    'place-undrawn':
      'Uw plaats ligt tussen {from, number} en {to, number}, van {total, number}. Daar beslist het lot, en er is nog niet geloot.',
    first: 'Niemand staat voor u.',
    ahead: 'Voor u {count, plural, one {staat # persoon} other {staan # mensen}}',
    'ahead-together':
      'Voor u {count, plural, one {staat # persoon} other {staan # mensen}}, door {reasons}. Om de privacy van anderen zeggen wij daar niet meer over.',
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
    needed: 'Nodig is dat {clause}.',
    alternative: 'Genoeg is dat {clause}.',
    beside: 'Daarbij is nodig dat {clause}.',
    against: 'In de weg staat dat {clause}.',
    found: 'Bij u: {value}.',
    'not-known': 'Dat is bij ons niet bekend.',
    'not-decided': 'Daarover is nog niet beslist. Dat doet: {by}.',
    ask: 'U kunt vragen om een besluit hierover. Daarna wordt opnieuw bekeken of u kunt meedoen.',
    'set-aside': 'Voor u geldt de regel {rule} niet, door een besluit: {by}.',
    off: 'De voorrang {rule} werkt nu niet bij deze woning, omdat {by} vol is.',
    changes: 'Wat dit kan veranderen bij een woning als deze',
    'no-changes': 'Wij zien geen datum en geen eigen keuze die dit verandert.',
    'change-on':
      'Als de advertentie sluit op {on, date, day} of later, en verder alles gelijk blijft,',
    'change-choose': 'Met {act}',
    'change-set': 'Met {value} als {name}',
    'change-times': 'Met {times, number} keer {act}',
    'then-placed': '{change} kunt u meedoen.',
    supply: 'U kunt wat ontbreekt aanleveren of laten vaststellen. Daarna wordt er over u beslist.',
    'then-group': '{change} staat u in de groep {tier}.',
    rules: 'De regels: {books}.',
  },
  en: {
    place: 'Your place is {place, number} of {total, number}.',
    'place-undrawn':
      'Your place lies between {from, number} and {to, number}, of {total, number}. There the lot decides, and it is not drawn yet.',
    first: 'Nobody is ahead of you.',
    ahead: 'Ahead of you {count, plural, one {is # person} other {are # people}}',
    'ahead-together':
      'Ahead of you {count, plural, one {is # person} other {are # people}}, by {reasons}. To protect others we do not say more about that.',
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
    needed: 'Needed is that {clause}.',
    alternative: 'Enough is that {clause}.',
    beside: 'Needed with that is that {clause}.',
    against: 'What stands in the way is that {clause}.',
    found: 'For you: {value}.',
    'not-known': 'We do not know this.',
    'not-decided': 'This is not decided yet. Who decides: {by}.',
    ask: 'You can ask for a decision on this. After that it is looked at again whether you can take part.',
    'set-aside': 'The rule {rule} does not hold for you, by a decision: {by}.',
    off: 'The priority {rule} does not work for this home now, because {by} is full.',
    changes: 'What can change this for a home like this',
    'no-changes': 'We see no date and no choice of your own that changes this.',
    'change-on': 'If its listing closes on {on, date, day} or later, and all else stays the same,',
    'change-choose': 'With {act}',
    'change-set': 'With {value} as {name}',
    'change-times': 'With {times, number} times {act}',
    'then-placed': '{change} you can take part.',
    supply: 'You can supply what is missing, or have it established. Then you are decided upon.',
    'then-group': '{change} you are in the group {tier}.',
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
export function explainInWords(part: OwnPart, telling: Telling): string {
  const { told, changes, rules } = explanationOf(part, telling)
  return `${[told, changes, [rules]]
    .filter((each) => each.length > 0)
    .map((each) => print(each).join('\n'))
    .join('\n\n')}\n`
}

/** The parts of an explanation: what was decided and why, what would change it, and the rules. */
export type Explanation = {
  readonly told: readonly Prose[]
  readonly changes: readonly Prose[]
  readonly rules: string
  /** Whether something counts only once somebody else has decided on it. */
  readonly asks: boolean
}

/** The same in its parts, for a page. */
export function explanationOf(part: OwnPart, telling: Telling): Explanation {
  const { placed, outcome, bound } = part
  const speaker = speakerOf(part, telling.language)
  const told = placed ? placeProse(part, placed, telling, speaker) : exclusionProse(part, speaker)
  const unmet = placed ? [] : whyNotPlaced(part)
  const asks = unmet.some(({ leaves }) => leaves().some((leaf) => isUnanswered(part, leaf)))
  const changes = placed?.place === 1 ? [] : changesProse(telling.changes, outcome, asks, speaker)
  const books = bound.prepared.rules.books.map(({ title }) => title)
  const rules = speak(texts, telling.language)('rules', {
    books: formatList(books, telling.language),
  })
  return { told, changes, rules, asks }
}

/** Somebody's values beside the rules that read them. */
type Read = Pick<OwnPart, 'bound' | 'seeker'>

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
export function exclusionSentences(read: Read, speaker: Speaker): string[] {
  return whyNotPlaced(read).map((unmet) => {
    const { article, book } = unmet.standing
    const facts = {
      ...factsOf(read, unmet, speaker),
      article: articleOf(article, book, speaker.language),
    }
    // What is only unknown is never told as if it were so.
    return reasonText(speaker.language, unmet.undecided ? 'fact-unknown' : unmet.code, facts)
  })
}

export function speakerOf({ bound }: Pick<OwnPart, 'bound'>, language: Language): Speaker {
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
  { bound, seeker, total }: OwnPart,
  { place, tier: at, ahead, tie }: NonNullable<OwnPart['placed']>,
  { full, language }: Telling,
  speaker: Speaker,
): Prose[] {
  const say = speak(texts, language)
  const tier = bound.tiers[at]
  const own = keyValues(tier?.keys ?? [], seeker, toYou(speaker))
  const group = tier && tier.name !== 'none'
  return [
    tie
      ? say('place-undrawn', { from: tie[0], to: tie[1], total })
      : say('place', { place, total }),
    // Nobody is ahead by a lot that is not drawn.
    ...aheadProse(tie ? ahead.filter(({ code }) => code !== 'ahead-by-lot') : ahead, full, speaker),
    group ? say('group', { name: bookName(tier.name, speaker) }) : say('group-none'),
    ...remarkSentences({ bound, seeker }, speaker),
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

function remarkSentences({ bound, seeker }: Read, speaker: Speaker): string[] {
  const { language } = speaker
  const say = speak(texts, language)
  const remarks = remarksOn(bound, seeker)
  const told = [...new Set(remarks.map(({ code }) => code))].map((code) => {
    const rules = remarks.filter((each) => each.code === code).map(({ rule }) => rule)
    const names = rules.map((rule) => bookName(rule, speaker))
    const articles = new Set(rules.flatMap((rule) => articleOfRule(rule, { bound }, language)))
    const facts = {
      priority: formatList(names, language),
      article: formatList([...articles], language),
    }
    return reasonText(language, code, facts)
  })
  const excuses = excusesUsed(bound, seeker).map(({ rule, by }) =>
    say('set-aside', { rule: bookName(rule, speaker), by: bookName(by, speaker) }),
  )
  return [...told, ...excuses]
}

function articleOfRule(id: string, { bound }: Pick<Read, 'bound'>, language: Language): string[] {
  const standing = bound.prepared.rules.byId.get(id)
  return standing ? [articleOf(standing.article, standing.book, language)] : []
}

function exclusionProse(part: OwnPart, speaker: Speaker): Prose[] {
  const say = speak(texts, speaker.language)
  const unmet = whyNotPlaced(part)
  const sentences = exclusionSentences(part, speaker)
  return [
    say(part.outcome === 'undecided' ? 'undecided' : 'not-placed'),
    ...unmet.flatMap(({ leaves, standing }, index): Prose[] => {
      const asked = standing.rule.kind === 'requirement' ? leaves() : []
      const told = asked.filter(({ name }) => !isDefinition(part, name))
      const details = told.map((leaf) =>
        // Of several ways the only one left is simply needed.
        leafSentence(told.length === 1 ? onlyWay(leaf) : leaf, part, speaker),
      )
      if (details.length === 0) return [sentences[index] ?? '']
      return [{ lead: (sentences[index] ?? '').replace(/\.$/, ''), points: details }]
    }),
  ]
}

function onlyWay(leaf: Leaf): Leaf {
  return leaf.role === 'alternative' ? { ...leaf, role: 'needed' } : leaf
}

// A definition is explained by what stands inside it; only facts and counts are told with their value.
function leafSentence(leaf: Leaf, read: Read, speaker: Speaker): string {
  const say = speak(texts, speaker.language)
  const test = plainTest(leaf, read)
  const asked = phraseCondition([{ name: leaf.name, test }], toYou(speaker))
  const clause = typeof asked === 'string' ? asked : asked.lead
  return `${say(leaf.role, { clause })} ${foundSentence(leaf, read, speaker)}`
}

function foundSentence(leaf: Leaf, read: Read, speaker: Speaker): string {
  const say = speak(texts, speaker.language)
  const { name, found } = leaf
  if (found !== undefined) return say('found', { value: phraseValue(name, found, speaker) })
  const judge = judgeOf(read, name)
  return judge ? say('not-decided', { by: roleWords[judge][speaker.language] }) : say('not-known')
}

function judgeOf({ bound }: Read, name: string): Role | undefined {
  const rule = bound.prepared.rules.byId.get(name)?.rule
  return rule?.kind === 'judgement' ? rule.decided_by : undefined
}

function isUnanswered(read: Read, { name, found }: Leaf): boolean {
  return found === undefined && judgeOf(read, name) !== undefined
}

// That something must be known goes without saying when it is also said what it must be.
function plainTest(leaf: Leaf, read: Read): Leaf['test'] {
  const { known, ...rest } = resolved(leaf, read)
  return known === undefined || Object.keys(rest).length > 0 ? rest : { known }
}

// Amounts of this person's row instead of the name of the table.
function resolved({ test }: Leaf, { bound, seeker }: Read): Leaf['test'] {
  const { refer } = seekerAt(bound, seeker)
  const known = bounds.flatMap((bound) => {
    const operand = test[bound]
    const value = operand === undefined ? undefined : operandValue(operand, refer)
    return typeof value === 'number' ? [[bound, value] as const] : []
  })
  return { ...test, ...Object.fromEntries(known) }
}

function factsOf(read: Read, { leaves, undecided }: Unmet, speaker: Speaker): ReasonFacts {
  const { bound, seeker } = read
  const base = leaves().filter(({ name }) => !isDefinition(read, name))
  if (undecided) {
    const names = new Set(base.flatMap(({ missing }) => missing))
    return { missing: [...names].map((name) => phraseName(name, speaker)) }
  }
  const found: Record<string, Value> = {}
  for (const { name, found: value } of base) if (value !== undefined) found[name] = value
  const [leaf] = base
  const test = base.length === 1 && leaf ? resolved(leaf, read) : {}
  const known = bounds.flatMap((bound) => {
    const value = test[bound]
    return typeof value === 'number' ? [[bound, value] as const] : []
  })
  const { rent } = bound.home
  const until = seeker['blocked-until'] ?? seeker['held-until']
  return {
    ...found,
    ...Object.fromEntries(known),
    ...(rent !== undefined && { rent }),
    ...(until !== undefined && { until }),
  }
}

function isDefinition({ bound }: Read, name: string): boolean {
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
  outcome: 'placed' | 'undecided' | 'excluded',
  asks: boolean,
  speaker: Speaker,
): Prose[] {
  const say = speak(texts, speaker.language)
  const placed = outcome === 'placed'
  if (outcome === 'undecided') return [say('supply')]
  if (changes.length === 0) return placed ? [] : [asks ? say('ask') : say('no-changes')]
  const points = changes.map((change) => {
    const told = { change: changeWords(change, speaker), tier: groupName(change.tier, speaker) }
    return say(placed && change.tier !== 'none' ? 'then-group' : 'then-placed', told)
  })
  return [{ lead: say('changes'), points }, ...(asks ? [say('ask')] : [])]
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
