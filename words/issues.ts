/**
 * The words for what is wrong with a file somebody wrote: what was found, what was expected there, and
 * what to do. Dutch is the source.
 */
import type { Expected, Issue, IssueCode, Named, YamlCause } from '../core/policy/issue.ts'
import {
  formatList,
  formatMessage,
  type Language,
  type ShownFacts,
  type Words,
} from './language.ts'

export type IssueWords = {
  readonly found: string
  readonly expected: string
  readonly hint?: string
}

/** Says one issue: found, expected, and a hint where there is one. */
export function sayIssue(issue: Issue, language: Language): IssueWords {
  const texts = issueTexts[issue.code]
  const facts = shownFacts(issue, language)
  const say = (words: Words) => formatMessage(language, words[language], facts)
  const hints = [...hintsOf(issue), ...('hint' in texts ? [texts.hint] : [])].map(say)
  const said = { found: say(texts.found), expected: say(texts.expected) }
  return hints.length > 0 ? { ...said, hint: hints.join(' ') } : said
}

/** An issue as a terminal shows it: the place on the first line, then found, expected and hint. */
export function issueText(issue: Issue, language: Language): string {
  const { found, expected, hint } = sayIssue(issue, language)
  const place = issue.line === undefined ? '' : `:${issue.line}:${issue.column}`
  const path = issue.path === '' ? '' : ` (${issue.path})`
  const line = (label: Words, text: string) => `  ${label[language]}: ${text}`
  return [
    `${issue.file}${place}${path}`,
    line(labels.found, found),
    line(labels.expected, expected),
    ...(hint === undefined ? [] : [line(labels.hint, hint)]),
  ].join('\n')
}

const labels = {
  found: { nl: 'Gevonden', en: 'Found' },
  expected: { nl: 'Verwacht', en: 'Expected' },
  hint: { nl: 'Tip', en: 'Hint' },
} as const satisfies Record<string, Words>

const wordsShownMax = 15

function shownFacts(issue: Issue, language: Language): ShownFacts {
  const lists = Object.entries(issue.facts).map(([name, value]) => [
    name,
    typeof value === 'object' ? listText(name, value, language) : value,
  ])
  return { ...Object.fromEntries(lists), ...factsOfCode(issue, language) }
}

function factsOfCode(issue: Issue, language: Language): ShownFacts {
  switch (issue.code) {
    case 'unknown-name':
      return { what: things[issue.facts.what][language] }
    case 'yaml-syntax':
      return { cause: causes[issue.facts.cause][language] }
    case 'wrong-value':
      return { closed: issue.facts.allowed.length > 0 }
    case 'exactly-one-key':
      return { many: issue.facts.found.length > 1 }
    case 'duplicate-id':
      return { firstLine: 'none', ...issue.facts }
    case 'out-of-range':
      return { atLeast: 'none', atMost: 'none', ...issue.facts }
    case 'not-one-of': {
      const more = issue.facts.or.map((form) => forms[form][language])
      return { allowed: joined([...quoted(issue.facts.allowed), ...more], language) }
    }
    default:
      return {}
  }
}

function listText(name: string, values: readonly string[], language: Language): string {
  if (name === 'chain') return values.join(' → ')
  if (name === 'expected' || name === 'or') {
    const labelled = Object.entries(forms).filter(([form]) => values.includes(form))
    return joined(
      labelled.map(([, words]) => words[language]),
      language,
    )
  }
  return joined(quoted(values), language)
}

function quoted(values: readonly string[]): string[] {
  return values.map((each) => `"${each}"`)
}

function joined(items: readonly string[], language: Language): string {
  if (items.length <= wordsShownMax) return formatList(items, language, 'or')
  return `${items.slice(0, wordsShownMax).join(', ')}, …`
}

// Hints that depend on the facts stand before the hint of the code.
function hintsOf(issue: Issue): Words[] {
  if ('near' in issue.facts && issue.facts.near !== undefined) {
    return [{ nl: 'Bedoelt u "{near}"?', en: 'Did you mean "{near}"?' }]
  }
  if ('known' in issue.facts && (issue.facts.known?.length ?? 0) > 0) return [thereAre]
  if (issue.code === 'unknown-key' && issue.facts.split) return [cutByComma]
  if (issue.code === 'wrong-type' || issue.code === 'wrong-value') {
    const wantsText = issue.facts.expected.some((form) => form === 'text' || form === 'word')
    if (wantsText && /^(-?[\d.]+|true|false)$/.test(issue.facts.found)) return [needsQuotes]
    if (issue.facts.expected.includes('cents')) return [inCents]
  }
  return []
}

const thereAre = { nl: 'Er is: {known}.', en: 'There is: {known}.' }
const cutByComma = {
  nl: 'Een komma heeft de zin in tweeën geknipt. Zet de hele zin tussen aanhalingstekens.',
  en: 'A comma cut the sentence in two. Put quotes around the whole sentence.',
}
const needsQuotes = {
  nl: 'Zet aanhalingstekens om de waarde: "{found}".',
  en: 'Put quotes around the value: "{found}".',
}
const inCents = {
  nl: 'Bedragen zijn hele centen: € 713,02 is 71302.',
  en: 'Amounts are whole cents: € 713.02 is 71302.',
}

const causes: Readonly<Record<YamlCause, Words>> = {
  tab: {
    nl: 'een tab waar de regel inspringt; gebruik spaties',
    en: 'a tab where the line is indented; use spaces',
  },
  'not-closed': {
    nl: 'een haakje of aanhalingsteken dat niet wordt gesloten',
    en: 'a bracket or quote that is not closed',
  },
  'colon-in-text': {
    nl: 'een dubbele punt in een tekst zonder aanhalingstekens, of een regel die verkeerd inspringt',
    en: 'a colon in a text without quotes, or a line indented wrongly',
  },
  indent: { nl: 'een regel die verkeerd inspringt', en: 'a line indented wrongly' },
  'reserved-start': {
    nl: 'een tekst die met een bijzonder teken begint; zet aanhalingstekens om de tekst',
    en: 'a text that starts with a special character; put quotes around the text',
  },
  'several-documents': {
    nl: 'meer dan één document in het bestand (een regel met drie streepjes)',
    en: 'more than one document in the file (a line of three dashes)',
  },
  directive: {
    nl: 'een regel die met % begint; die is niet nodig',
    en: 'a line that starts with %; it is not needed',
  },
  'too-deep': { nl: 'te veel niveaus in elkaar', en: 'too many levels inside each other' },
  other: {
    nl: 'tekst die hier niet kan staan; kijk naar haakjes, aanhalingstekens en inspringen',
    en: 'text that cannot stand here; look at brackets, quotes and indentation',
  },
}

const forms: Readonly<Record<Expected, Words>> = {
  text: { nl: 'een tekst', en: 'a text' },
  number: { nl: 'een getal', en: 'a number' },
  'whole-number': { nl: 'een heel getal', en: 'a whole number' },
  cents: { nl: 'een bedrag in hele centen', en: 'an amount in whole cents' },
  'yes-no': { nl: 'true (ja) of false (nee)', en: 'true or false' },
  list: { nl: 'een lijst', en: 'a list' },
  map: { nl: 'een reeks sleutels met waarden', en: 'keys with values' },
  date: { nl: 'een datum als 2026-06-03', en: 'a date such as 2026-06-03' },
  duration: {
    nl: 'een duur als 3 months of 2 working days',
    en: 'a duration such as 3 months or 2 working days',
  },
  term: {
    nl: 'een termijn als 2 working days of 1 working day at 17:00',
    en: 'a term such as 2 working days or 1 working day at 17:00',
  },
  amount: {
    nl: 'een getal, een duur als 5 years, of $naam',
    en: 'a number, a duration such as 5 years, or $name',
  },
  id: {
    nl: 'een naam van kleine letters, cijfers en streepjes',
    en: 'a name of lower-case letters, digits and hyphens',
  },
  reference: { nl: 'een verwijzing als $naam', en: 'a reference such as $name' },
  condition: {
    nl: 'een voorwaarde: namen met een toets',
    en: 'a condition: names with a test',
  },
  test: {
    nl: 'een waarde, een lijst, of een toets zoals at_least',
    en: 'a value, a list, or a test such as at_least',
  },
  operand: {
    nl: 'een getal, een woord, een datum, true, false of $naam',
    en: 'a number, a word, a date, true, false or $name',
  },
  bound: {
    nl: 'een getal, een datum of $naam',
    en: 'a number, a date or $name',
  },
  value: {
    nl: 'een getal, een woord, een datum, true, false of een lijst daarvan',
    en: 'a number, a word, a date, true, false or a list of them',
  },
  word: { nl: 'een woord', en: 'a word' },
  seed: { nl: '64 hexadecimale tekens', en: '64 hexadecimal digits' },
  hex: { nl: 'hexadecimale tekens', en: 'hexadecimal digits' },
}

const things: Readonly<Record<Named, Words>> = {
  value: {
    nl: 'een feit uit de catalogus of een regel met een waarde',
    en: 'a fact of the catalogue or a rule with a value',
  },
  event: { nl: 'een gebeurtenis', en: 'an event' },
  spell: { nl: 'een periode', en: 'a spell' },
  history: { nl: 'een periode of een levensloop', en: 'a spell or a life' },
  attribute: {
    nl: 'een kenmerk van de gebeurtenis of van de woning',
    en: 'an attribute of the event or a fact of the home',
  },
  life: { nl: 'een levensloop (life)', en: 'a life' },
  priority: { nl: 'een voorrang (priority)', en: 'a priority' },
  quota: { nl: 'een aandeel (quota)', en: 'a quota' },
  requirement: { nl: 'een eis (requirement)', en: 'a requirement' },
  judgement: { nl: 'een oordeel (judgement)', en: 'a judgement' },
  book: { nl: 'verdeelregels', en: 'a rule book' },
  seeker: { nl: 'een woningzoekende', en: 'a seeker' },
  listing: { nl: 'een advertentie', en: 'a listing' },
  fact: { nl: 'een feit uit de catalogus', en: 'a fact of the catalogue' },
  place: { nl: 'een plaats van deze regio', en: 'a place of this region' },
  'dwelling-type': { nl: 'een soort woning van deze regio', en: 'a type of home of this region' },
  setting: { nl: 'een getal of woord van de regio', en: 'a number or word of the region' },
  measure: { nl: 'een maat uit de begrippenlijst', en: 'a measure of the dictionary' },
  group: { nl: 'een groep waarin mensen worden geteld', en: 'a group people are counted in' },
}

type IssueText = { readonly found: Words; readonly expected: Words; readonly hint?: Words }

const issueTexts: Readonly<Record<IssueCode, IssueText>> = {
  'file-not-found': {
    found: { nl: 'Dit bestand is er niet.', en: 'This file does not exist.' },
    expected: { nl: 'Een bestand dat bestaat.', en: 'A file that exists.' },
    hint: {
      nl: 'Controleer de naam en de map waarin u werkt.',
      en: 'Check the name and the folder you work in.',
    },
  },
  'file-is-folder': {
    found: { nl: 'Dit is een map.', en: 'This is a folder.' },
    expected: { nl: 'Een bestand.', en: 'A file.' },
    hint: { nl: 'Noem een bestand in deze map.', en: 'Name a file in this folder.' },
  },
  'file-not-readable': {
    found: {
      nl: 'Dit bestand kan niet worden gelezen ({reason}).',
      en: 'This file cannot be read ({reason}).',
    },
    expected: { nl: 'Een bestand dat u mag lezen.', en: 'A file you may read.' },
  },
  'file-empty': {
    found: { nl: 'Dit bestand is leeg.', en: 'This file is empty.' },
    expected: { nl: 'Een bestand met inhoud.', en: 'A file with contents.' },
  },
  'file-too-large': {
    found: { nl: '{bytes, number} bytes.', en: '{bytes, number} bytes.' },
    expected: { nl: 'Hoogstens {limit, number} bytes.', en: 'At most {limit, number} bytes.' },
  },
  'file-not-text': {
    found: { nl: 'Dit bestand is geen tekst.', en: 'This file is not text.' },
    expected: { nl: 'Tekst in UTF-8.', en: 'Text in UTF-8.' },
    hint: { nl: 'Bewaar het bestand als UTF-8.', en: 'Save the file as UTF-8.' },
  },
  'yaml-syntax': {
    found: { nl: 'Onleesbaar: {cause}.', en: 'Not readable: {cause}.' },
    expected: { nl: 'Geldige YAML of JSON.', en: 'Valid YAML or JSON.' },
  },
  'duplicate-key': {
    found: {
      nl: 'De sleutel "{key}" staat er al, op regel {firstLine}.',
      en: 'The key "{key}" is there already, on line {firstLine}.',
    },
    expected: { nl: 'Elke sleutel één keer.', en: 'Each key once.' },
  },
  'unknown-alias': {
    found: {
      nl: 'Een verwijzing naar "{found}", dat er niet is.',
      en: 'An alias of "{found}", which does not exist.',
    },
    expected: { nl: 'Een anker dat eerder staat.', en: 'An anchor that stands earlier.' },
    hint: {
      nl: 'Begint een tekst met een sterretje? Zet er aanhalingstekens om.',
      en: 'Does a text start with an asterisk? Put quotes around it.',
    },
  },
  'too-many-aliases': {
    found: {
      nl: 'Verwijzingen met een sterretje die samen meer dan {limit, number} waarden geven.',
      en: 'Aliases with an asterisk that bring more than {limit, number} values together.',
    },
    expected: { nl: 'Hoogstens {limit, number}.', en: 'At most {limit, number}.' },
    hint: { nl: 'Schrijf de waarden uit.', en: 'Write the values out.' },
  },
  'refused-key': {
    found: { nl: 'De sleutel "{key}".', en: 'The key "{key}".' },
    expected: {
      nl: 'Een sleutel die verdeelregels nodig hebben; deze is verboden.',
      en: 'A key that a rule book needs; this one is forbidden.',
    },
  },
  'refused-tag': {
    found: {
      nl: 'Een eigen type: een woord dat met een uitroepteken begint.',
      en: 'A custom type: a word that starts with an exclamation mark.',
    },
    expected: { nl: 'Gewone tekst, getallen en lijsten.', en: 'Plain text, numbers and lists.' },
    hint: {
      nl: 'Hoort het uitroepteken bij de tekst? Zet er aanhalingstekens om.',
      en: 'Does the exclamation mark belong to the text? Put quotes around it.',
    },
  },
  'csv-syntax': {
    found: {
      nl: '{cause, select, quote {Een aanhalingsteken dat niet klopt.} other {Een regel die niet te lezen is.}}',
      en: '{cause, select, quote {A quote that does not match.} other {A line that cannot be read.}}',
    },
    expected: {
      nl: 'Een rij met cellen, gescheiden door een komma of puntkomma.',
      en: 'A row of cells, separated by a comma or semicolon.',
    },
    hint: {
      nl: 'Een cel met een aanhalingsteken staat tussen aanhalingstekens, en daarbinnen dubbel.',
      en: 'A cell with a quote stands in quotes, and the quote inside is doubled.',
    },
  },
  'json-syntax': {
    found: { nl: 'Tekst die geen JSON is.', en: 'Text that is not JSON.' },
    expected: { nl: 'Geldige JSON.', en: 'Valid JSON.' },
    hint: {
      nl: 'Kijk hier naar de komma’s, haakjes en dubbele aanhalingstekens.',
      en: 'Look here at the commas, brackets and double quotes.',
    },
  },
  'wrong-cell-count': {
    found: {
      nl: '{found, plural, one {# cel} other {# cellen}}.',
      en: '{found, plural, one {# cell} other {# cells}}.',
    },
    expected: {
      nl: '{expected, plural, one {# cel} other {# cellen}}, net als in de kopregel.',
      en: '{expected, plural, one {# cell} other {# cells}}, as in the header.',
    },
    hint: {
      nl: 'Staat er een komma of puntkomma in een cel? Zet er aanhalingstekens om.',
      en: 'Is there a comma or semicolon in a cell? Put quotes around it.',
    },
  },
  'more-issues': {
    found: {
      nl: 'En nog {count, plural, one {# fout} other {# fouten}}.',
      en: 'And {count, plural, one {# more fault} other {# more faults}}.',
    },
    expected: { nl: 'Geen fouten.', en: 'No faults.' },
  },
  'other-file': {
    found: {
      nl: 'Een bestand met {found, select, scenarios {scenario’s} case {een zaak} region {een regio} plan {een onderzoeksvraag} forms {formules} other {verdeelregels}}.',
      en: 'A file with {found, select, scenarios {scenarios} case {a case} region {a region} plan {a plan} forms {closed forms} other {a rule book}}.',
    },
    expected: {
      nl: 'Een bestand met {wanted, select, scenarios {scenario’s} case {een zaak} region {een regio} plan {een onderzoeksvraag} forms {formules} other {verdeelregels}}.',
      en: 'A file with {wanted, select, scenarios {scenarios} case {a case} region {a region} plan {a plan} forms {closed forms} other {a rule book}}.',
    },
  },
  'unknown-key': {
    found: { nl: 'De sleutel "{key}".', en: 'The key "{key}".' },
    expected: { nl: '{allowed}.', en: '{allowed}.' },
  },
  'missing-key': {
    found: { nl: 'De sleutel "{key}" ontbreekt.', en: 'The key "{key}" is missing.' },
    expected: { nl: '"{key}" met een waarde.', en: '"{key}" with a value.' },
  },
  'wrong-type': {
    found: { nl: '{found}', en: '{found}' },
    expected: { nl: '{expected}.', en: '{expected}.' },
  },
  'not-one-of': {
    found: { nl: '{found}', en: '{found}' },
    expected: { nl: '{allowed}.', en: '{allowed}.' },
  },
  'impossible-date': {
    found: { nl: '{found}, een dag die niet bestaat.', en: '{found}, a day that does not exist.' },
    expected: { nl: 'Een dag die bestaat, als 2026-06-03.', en: 'A real day, such as 2026-06-03.' },
  },
  'out-of-range': {
    found: { nl: '{found}', en: '{found}' },
    expected: {
      nl: 'Een getal{atLeast, select, none {} other { van minstens {atLeast}}}{atMost, select, none {} other { tot en met {atMost}}}.',
      en: 'A number{atLeast, select, none {} other { of at least {atLeast}}}{atMost, select, none {} other { up to {atMost}}}.',
    },
  },
  empty: {
    found: { nl: 'Niets.', en: 'Nothing.' },
    expected: { nl: 'Ten minste één waarde.', en: 'At least one value.' },
  },
  'exactly-one-key': {
    found: {
      nl: '{many, select, true {{found} samen.} other {Geen van deze sleutels.}}',
      en: '{many, select, true {{found} together.} other {None of these keys.}}',
    },
    expected: { nl: 'Precies één van {allowed}.', en: 'Exactly one of {allowed}.' },
  },
  'needs-key': {
    found: { nl: '"{key}" zonder "{needs}".', en: '"{key}" without "{needs}".' },
    expected: { nl: '"{needs}" naast "{key}".', en: '"{needs}" beside "{key}".' },
  },
  'ends-before-begin': {
    found: { nl: 'Van {from} tot en met {until}.', en: 'From {from} until {until}.' },
    expected: {
      nl: 'Een einde dat niet vóór het begin ligt.',
      en: 'An end that is not before the beginning.',
    },
  },
  'duplicate-id': {
    found: {
      nl: '"{id}" staat er al{firstLine, select, none {} other {, op regel {firstLine}}}.',
      en: '"{id}" is there already{firstLine, select, none {} other {, on line {firstLine}}}.',
    },
    expected: { nl: 'Een naam die nog niet is gebruikt.', en: 'A name not used before.' },
  },
  'catalogue-word-as-id': {
    found: { nl: '"{id}", een woord uit de catalogus.', en: '"{id}", a word of the catalogue.' },
    expected: { nl: 'Een eigen naam voor de regel.', en: 'A name of its own for the rule.' },
  },
  'unknown-name': {
    found: {
      nl: '"{found}", een naam die niet bestaat.',
      en: '"{found}", a name that does not exist.',
    },
    expected: { nl: 'De naam van {what}.', en: 'The name of {what}.' },
  },
  'person-fact-in-where': {
    found: {
      nl: '"{name}", dat over een persoon gaat.',
      en: '"{name}", which is about a person.',
    },
    expected: {
      nl: '{about, select, home {Een kenmerk van de woning} other {Een kenmerk van de gebeurtenis of van de woning}}.',
      en: '{about, select, home {A fact of the home} other {An attribute of the event or a fact of the home}}.',
    },
    hint: {
      nl: '{about, select, home {"where" gaat over woningen. Zet de persoon onder "who".} other {"where" gaat over de gebeurtenis. Zet de persoon onder "when".}}',
      en: '{about, select, home {"where" is about homes. Put the person under "who".} other {"where" is about the event. Put the person under "when".}}',
    },
  },
  'wrong-value': {
    found: { nl: '{found}', en: '{found}' },
    expected: {
      nl: 'Voor "{name}": {closed, select, true {{allowed}} other {{expected}}}.',
      en: 'For "{name}": {closed, select, true {{allowed}} other {{expected}}}.',
    },
  },
  'not-comparable': {
    found: {
      nl: '"{name}" met een grens, maar het is geen getal of datum.',
      en: '"{name}" with a bound, but it is no number or date.',
    },
    expected: {
      nl: 'Een waarde of een lijst van waarden.',
      en: 'A value or a list of values.',
    },
  },
  'misplaced-fact': {
    found: {
      nl: '"{name}" bij {belongs, select, listing {een woningzoekende} other {een woning}}.',
      en: '"{name}" with {belongs, select, listing {a seeker} other {a home}}.',
    },
    expected: {
      nl: '"{name}" bij {belongs, select, listing {de woning} other {de woningzoekende}}.',
      en: '"{name}" with {belongs, select, listing {the home} other {the seeker}}.',
    },
  },
  'computed-value': {
    found: { nl: '"{name}" met de hand ingevuld.', en: '"{name}" filled in by hand.' },
    expected: {
      nl: 'Niets: dit volgt uit de gesloten advertentie.',
      en: 'Nothing: this follows from the closed listing.',
    },
    hint: {
      nl: 'Noem de advertentie onder "listings" met "closed: order" en "taken_by".',
      en: 'Name the listing under "listings" with "closed: order" and "taken_by".',
    },
  },
  'number-without-source': {
    found: { nl: 'Een getal zonder herkomst.', en: 'A number without origin.' },
    expected: {
      nl: '"source" met de bron, of "synthetic: true".',
      en: '"source" with the source, or "synthetic: true".',
    },
    hint: {
      nl: 'Zet "value" en "source" onder de naam van het getal, of zet de herkomst één keer in het blok eromheen.',
      en: 'Put "value" and "source" under the name of the number, or give the origin once in the block around it.',
    },
  },
  'not-a-range': {
    found: { nl: '{found}', en: '{found}' },
    expected: {
      nl: 'Twee getallen: het laagste en het hoogste dat aannemelijk is.',
      en: 'Two numbers: the lowest and the highest that are plausible.',
    },
  },
  'not-ages': {
    found: { nl: '{found}', en: '{found}' },
    expected: {
      nl: 'Leeftijden van en tot en met, als 18-27.',
      en: 'Ages from and up to, such as 18-27.',
    },
  },
  'shares-off': {
    found: {
      nl: 'De delen van {table} zijn samen {sum, number, ::.###}: {off, number, ::.###} te {over, select, true {veel} other {weinig}}.',
      en: 'The shares of {table} add up to {sum, number, ::.###}: {off, number, ::.###} too {over, select, true {much} other {little}}.',
    },
    expected: { nl: 'Samen 1.', en: 'Together 1.' },
  },
  'nothing-there': {
    found: {
      nl: '{what, select, homes {Geen enkele woning.} other {Een groep waar niemand in zit.}}',
      en: '{what, select, homes {No home at all.} other {A group nobody is in.}}',
    },
    expected: {
      nl: 'Dit mag; de uitkomst is dan leeg.',
      en: 'This is allowed; the outcome is then empty.',
    },
  },
  'setting-too-late': {
    found: {
      nl: '"{setting}", waarmee de regio begint.',
      en: '"{setting}", which the region begins with.',
    },
    expected: {
      nl: 'Dat is voor alle varianten gelijk. Zet het in het bestand van de regio, of geef het mee met --set.',
      en: 'That is the same for all variants. Put it in the file of the region, or give it with --set.',
    },
  },
  'no-rows': {
    found: { nl: 'Geen enkele rij onder de kopregel.', en: 'No row below the header.' },
    expected: { nl: 'Ten minste één rij.', en: 'At least one row.' },
    hint: {
      nl: 'Laat deze tabel weg om de getallen van de regio te houden.',
      en: 'Leave this table out to keep the numbers of the region.',
    },
  },
  'region-not-found': {
    found: {
      nl: '"{region}", een regio die er niet is.',
      en: '"{region}", a region that does not exist.',
    },
    expected: {
      nl: 'Een bestand, of de naam van een meegeleverde regio.',
      en: 'A file, or the name of a region that ships with the system.',
    },
  },
  'plan-not-found': {
    found: {
      nl: '"{plan}", een onderzoeksvraag die er niet is.',
      en: '"{plan}", a plan that does not exist.',
    },
    expected: {
      nl: 'Een bestand, of de naam van een meegeleverde vraag.',
      en: 'A file, or the name of a plan that ships with the system.',
    },
  },
  'book-not-found': {
    found: {
      nl: '"{book}", verdeelregels die er niet zijn.',
      en: '"{book}", a rule book that does not exist.',
    },
    expected: {
      nl: 'Een bestand, of de naam van meegeleverde verdeelregels.',
      en: 'A file, or the name of a rule book that ships with the system.',
    },
  },
  'basis-missing': {
    found: {
      nl: '"{book}" is er niet ({chain}).',
      en: '"{book}" does not exist ({chain}).',
    },
    expected: {
      nl: 'Verdeelregels in dezelfde map, of meegeleverde verdeelregels.',
      en: 'A rule book in the same folder, or one that ships with the system.',
    },
  },
  'basis-circular': {
    found: { nl: 'Een kringetje: {chain}.', en: 'A circle: {chain}.' },
    expected: {
      nl: 'Verdeelregels die op andere bouwen, zonder kring.',
      en: 'Rule books that build on others, without a circle.',
    },
  },
}
