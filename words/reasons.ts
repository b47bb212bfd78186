/**
 * One text per reason code, in u-form. A text is a row of sentences: the first says the reason and
 * needs no facts, each next one is said only when every fact it mentions is known. What would change
 * the outcome is said only when it is given, because only a new decision can tell that it is true.
 */
import type { Duration } from '../core/basics/calendar-date.ts'
import type { Value } from '../core/basics/facts.ts'
import { type FactId, type Role, roles } from '../core/policy/catalogue.ts'
import type { ReasonCode } from '../core/policy/reason-code.ts'
import { roleWords, wordOfValue } from './catalogue.ts'
import { argumentsOf, formatMessage, type Language, type Shown } from './language.ts'
import { countedWords } from './phrases.ts'

/** Facts beside those of the catalogue; in the texts a hyphen is written as an underscore. */
export const reasonFacts = {
  article: 'where the rule stands, in words: "artikel 3 van de verordening"',
  rule: 'the name of the rule, in words',
  at_least: 'the lowest that is enough, in the unit of the fact (as are the next three)',
  at_most: 'the highest that is allowed',
  above: 'what it must be higher than',
  below: 'what it must be lower than',
  found: 'a number that was counted',
  lived: 'how long somebody has lived there, a length of time',
  needed: 'how long is needed, a length of time',
  count: 'how many people',
  used: 'how many of a quota are used',
  base: 'out of how many',
  share: 'how many a quota allows, out of `of`',
  of: 'see `share`',
  missing: 'the nouns of the facts that are unknown',
  by: 'who establishes them, a role',
  parameter: 'the amount or table that is missing, in words',
  question: 'the question of a judgement',
  decided_by: 'who decides or decided, a role',
  priority: 'the name of a priority, in words',
  key: 'what the order goes by, in words',
  own: "the seeker's own value for that key, in words",
  exception: 'why a requirement does not count, in words',
  place: 'a place in a draw',
  on: 'the day it happened',
  since: 'the day it began',
  until: 'the last day',
  from: 'the first day',
  in_vain: 'after how long a rule falls away',
  lifts: '`cleared` or `contact`: what ends a block',
  cause: 'an event, or the cause of a block',
  to: '`tier` or `list`: where a demotion puts somebody',
  life: 'the name of a life, in words',
  phase: 'the name of a phase, in words',
  amount: 'what was booked, in words',
  changes_on: 'from when the outcome is another one, if nothing else changes',
} as const

export type ReasonFacts = {
  readonly [Name in FactId | keyof typeof reasonFacts]?: Value | Duration | undefined
}

type Sentences = readonly [reason: string, ...more: string[]]

const income = {
  nl: 'Uw rekeninkomen is {household_income, number, euro}.',
  en: 'Your assessed income is {household_income, number, euro}.',
}
const size = {
  nl: 'Uw huishouden telt {household_size, plural, one {# persoon} other {# personen}}.',
  en: 'Your household has {household_size, plural, one {# person} other {# persons}}.',
}
const age = { nl: 'U bent {age, number} jaar.', en: 'You are {age, number} years old.' }
const lived = {
  nl: ['Geteld is {lived}.', 'Nodig is minstens {needed}.'],
  en: ['Counted is {lived}.', 'At least {needed} is needed.'],
} as const
const ageLimits = {
  nl: [
    'Nodig is een leeftijd van minstens {at_least, number} jaar.',
    'De leeftijd mag hoogstens {at_most, number} jaar zijn.',
    'De leeftijd moet hoger zijn dan {above, number} jaar.',
    'De leeftijd moet lager zijn dan {below, number} jaar.',
  ],
  en: [
    'An age of at least {at_least, number} years is needed.',
    'The age may be at most {at_most, number} years.',
    'The age must be above {above, number} years.',
    'The age must be below {below, number} years.',
  ],
} as const
const people = {
  nl: 'Het gaat om {count, plural, one {# persoon} other {# personen}}.',
  en: 'This concerns {count, plural, one {# person} other {# persons}}.',
}
const used = {
  nl: [
    'Gebruikt zijn er {used, number} van {base, number}.',
    'Toegestaan is {share, number} van elke {of, number}.',
  ],
  en: [
    '{used, number} of {base, number} are used.',
    '{share, number} of every {of, number} is allowed.',
  ],
} as const
const until = {
  nl: 'Dit geldt tot en met {until, date, day}.',
  en: 'This holds until and including {until, date, day}.',
}
const unknown = {
  nl: ['Onbekend is: {missing}.', 'Wie dit vaststelt: {by}.'],
  en: ['Unknown is: {missing}.', 'Who establishes this: {by}.'],
} as const
const judged = {
  nl: ['De vraag is: {question}', 'Wie beslist: {decided_by}.'],
  en: ['The question is: {question}', 'Who decides: {decided_by}.'],
} as const

/** The texts, as ICU messages. Numbers of type euro are cents, dates are whole days. */
export const reasonTexts: Readonly<Record<Language, Readonly<Record<ReasonCode, Sentences>>>> = {
  nl: {
    'under-age': ['Uw leeftijd is lager dan hier nodig is.', age.nl, ...ageLimits.nl],
    'over-age': ['Uw leeftijd is hoger dan hier mag.', age.nl, ...ageLimits.nl],
    'outside-age-range': ['Uw leeftijd past niet bij deze eis.', age.nl, ...ageLimits.nl],
    'not-registered': [
      'U bent niet ingeschreven als woningzoekende.',
      'Uw inschrijving liep tot en met {until, date, day}.',
    ],
    'no-lawful-stay': [
      'Uit uw gegevens blijkt niet dat u hier recht op heeft als Nederlander of door rechtmatig verblijf.',
      'Bekend is: {residence_status}.',
    ],
    'not-bound': ['U heeft geen binding met dit gebied volgens deze regels.'],
    'not-resident-long-enough': ['U woont korter in dit gebied dan de regels vragen.', ...lived.nl],
    'income-above-limit': [
      'Uw rekeninkomen is hoger dan de grens.',
      income.nl,
      'De grens is {at_most, number, euro}.',
      'Het rekeninkomen moet lager zijn dan {below, number, euro}.',
    ],
    'income-source-not-listed': [
      'De bron van uw inkomen staat niet op de lijst die hier geldt.',
      'Bekend is: {income_source}.',
    ],
    'screening-not-passed': ['De screening die hier nodig is, is niet met goed gevolg afgerond.'],
    'household-too-small': [
      'Uw huishouden is te klein voor deze woning.',
      size.nl,
      'Nodig zijn minstens {at_least, plural, one {# persoon} other {# personen}}.',
    ],
    'household-too-large': [
      'Uw huishouden is te groot voor deze woning.',
      size.nl,
      'Toegestaan zijn hoogstens {at_most, plural, one {# persoon} other {# personen}}.',
    ],
    'composition-not-fitting': [
      'De samenstelling van uw huishouden past niet bij deze woning.',
      'Bekend is: {household}.',
    ],
    'rent-above-fit-limit': [
      'De huur van deze woning is te hoog voor uw inkomen, volgens de regels voor passend toewijzen.',
      'De huur is {rent, number, euro}.',
      'De grens is {at_most, number, euro}.',
      income.nl,
    ],
    'home-too-small': [
      'De woning is te klein voor uw huishouden.',
      'Er is {floor_area_per_person, number} m² per persoon.',
      'Nodig is minstens {at_least, number} m² per persoon.',
    ],
    'not-active-enough': [
      'U heeft minder gereageerd dan de regels vragen.',
      'Geteld zijn {found, plural, one {# reactie} other {# reacties}}.',
      'Nodig zijn minstens {at_least, plural, one {# reactie} other {# reacties}}.',
    ],
    'refused-recently': [
      'U heeft kort geleden een aanbieding geweigerd.',
      'Dat was op {on, date, day}.',
    ],
    'no-option': ['U heeft geen optie die nu meetelt voor deze woning.'],
    'no-urgency-ground': [
      'Uw situatie valt niet onder een urgentiegrond van deze regels.',
      'Bekend is: {urgency_ground}.',
    ],
    'outside-target-group': ['Deze woning is voor een doelgroep waar u niet bij hoort.'],
    'not-own-tenant': ['Deze woning is alleen voor mensen die al huren van deze verhuurder.'],
    'no-indication': ['Bij deze woning hoort een indicatie die wij niet van u kennen.'],
    'urgent-may-not-respond': [
      'Met uw urgentie kunt u niet zelf reageren; u krijgt een woning aangeboden.',
    ],
    'not-independent-long-enough': [
      'U woont korter zelfstandig dan de regels vragen.',
      ...lived.nl,
    ],
    'search-profile-not-fitting': ['Deze woning past niet in uw zoekprofiel.'],
    'not-in-swap': ['U doet niet mee aan deze woningruil.'],
    blocked: [
      'U bent geblokkeerd.',
      'De blokkade geldt tot en met {until, date, day}.',
      'De blokkade eindigt als {lifts, select, contact {u contact opneemt met de verhuurder} other {de verhuurder haar opheft}}.',
    ],
    'quota-full': ['Het aandeel voor deze groep is vol.', ...used.nl],
    'too-many-responses': [
      'U heeft al zo veel lopende reacties als is toegestaan.',
      'U heeft nu {open_responses, plural, one {# lopende reactie} other {# lopende reacties}}.',
      'Toegestaan {at_most, plural, one {is # reactie} other {zijn # reacties}}.',
    ],
    'another-offer-open': ['Er loopt al een andere aanbieding aan u.'],
    'fact-unknown': [
      'Wij kunnen dit nog niet beslissen, omdat een gegeven ontbreekt.',
      ...unknown.nl,
    ],
    'parameter-missing': [
      'Wij kunnen dit nog niet beslissen, omdat een bedrag of tabel in de regels ontbreekt.',
      'Het gaat om: {parameter}.',
    ],
    'judgement-pending': ['Een mens moet hierover nog beslissen.', ...judged.nl],

    'higher-tier': ['Voor u staan mensen met voorrang.', people.nl, 'Hun voorrang is: {priority}.'],
    'quota-behind': [
      'Een groep die minder woningen kreeg dan haar aandeel, gaat nu eerst.',
      people.nl,
    ],
    demoted: [
      'U bent door een sanctie naar achteren gezet.',
      'U staat nu achteraan in {to, select, tier {uw groep} other {de lijst}}.',
      until.nl,
    ],
    'ahead-by-key': [
      'Voor u staan mensen die volgens de volgorde voorgaan.',
      people.nl,
      'Het gaat om: {key}.',
      'Bij u is dat: {own}.',
    ],
    'ahead-by-lot': [
      'Voor u staan mensen die bij de loting eerder kwamen.',
      people.nl,
      'U kwam bij de loting op plaats {place, number}.',
    ],
    chosen: ['Voor deze woning maken mensen een keuze, met redenen.', people.nl, ...judged.nl],

    'has-priority': ['U heeft voorrang.', 'Uw voorrang is: {priority}.'],
    'priority-not-here': ['Uw voorrang geldt niet bij deze woning.', 'Het gaat om: {priority}.'],
    'priority-unknown': [
      'Wij konden niet vaststellen of u voorrang heeft, omdat een gegeven ontbreekt.',
      ...unknown.nl,
    ],
    'priority-off': [
      'Deze voorrang werkt nu niet, omdat het aandeel vol is.',
      'Het gaat om: {priority}.',
      ...used.nl,
    ],
    protected: [
      'De voorrang van anderen werkt niet tegen u; u staat in dezelfde groep.',
      'Het gaat om: {priority}.',
    ],
    'fell-away-in-vain': [
      'Deze regel telt niet meer, omdat de woning lang vergeefs is aangeboden.',
      'De woning wordt aangeboden sinds {since, date, day}.',
      'De regel vervalt na {in_vain}.',
    ],
    excused: ['Deze eis geldt niet voor u.', 'De uitzondering is: {exception}.'],
    'set-aside': [
      'Een mens besliste dat deze eis in uw geval niet geldt.',
      'Wie besliste: {decided_by}.',
    ],
    'split-full': [
      'De ruimte voor uw deel van deze groep is vol.',
      'Het gaat om: {priority}.',
      ...used.nl,
    ],
    'exemption-unknown': [
      'Wij weten niet of de voorrang van anderen tegen u werkt, omdat een gegeven ontbreekt.',
      'Het gaat om: {priority}.',
      ...unknown.nl,
    ],

    begun: ['Dit is begonnen.'],
    renewed: ['Dit is verlengd.', until.nl],
    restored: ['Dit is hersteld.', until.nl],
    merged: [
      'Twee inschrijvingen zijn samengevoegd; de oudste datum telt.',
      'Die datum is {since, date, day}.',
    ],
    paused: ['Dit staat op uw verzoek stil.'],
    resumed: ['Dit loopt weer.'],
    suspended: ['Dit rust, omdat u nu niet aan de voorwaarde voldoet.'],
    'phase-ended': ['Een fase is voorbij.', 'Dat is de fase {phase}.'],
    'term-over': ['De termijn is voorbij.', 'De laatste dag was {until, date, day}.'],
    'outer-life-ended': ['Dit is geëindigd samen met waar het bij hoort.', 'Dat is: {life}.'],
    'again-too-early': ['Opnieuw beginnen kan nog niet.', 'Het kan weer vanaf {from, date, day}.'],
    'waits-for-hearing': ['Er is een reden om dit te beëindigen. Eerst wordt u gehoord.'],
    deregistered: ['U bent uitgeschreven.'],
    housed: ['U heeft een woning gekregen.'],
    'refused-suitable-offer': ['U heeft een passende woning geweigerd.'],
    'refused-twice': ['U heeft twee keer een aanbieding geweigerd.'],
    'refused-too-often': ['U heeft te vaak een aanbieding geweigerd.'],
    'no-answer-twice': ['U heeft twee keer niet op tijd geantwoord.'],
    'searched-too-little': ['U heeft minder gezocht dan de regels vragen.'],
    'ground-gone': ['De grond waarop dit rustte, is er niet meer.'],
    'option-given-up': ['U heeft de optie opgegeven.'],
    'award-ended': ['De toekenning is voorbij.'],

    booked: ['Dit is geboekt.', 'Geboekt is {amount}.'],
    capped: ['De grens van de rekening is bereikt; de rest telt niet mee.', 'Geboekt is {amount}.'],
    lapsed: ['Dit is vervallen.'],
    lost: ['Dit is verloren gegaan.'],
    reset: ['Het saldo is opnieuw gezet.', 'Het verschil is {amount}.'],
    reversed: ['Een eerdere stap is teruggedraaid.', 'Het verschil is {amount}.'],
    'not-here': ['Dit telt niet mee bij deze woning.'],

    warned: ['U heeft een waarschuwing gekregen.'],
    penalty: ['U heeft een sanctie gekregen.'],
    cleared: ['De sanctie is opgeheven.'],
  },
  en: {
    'under-age': ['Your age is below what is needed here.', age.en, ...ageLimits.en],
    'over-age': ['Your age is above what is allowed here.', age.en, ...ageLimits.en],
    'outside-age-range': ['Your age does not fit this requirement.', age.en, ...ageLimits.en],
    'not-registered': [
      'You are not registered as a seeker.',
      'Your registration ran until and including {until, date, day}.',
    ],
    'no-lawful-stay': [
      'Your data do not show that you have this right as a Dutch national or by lawful residence.',
      'Known is: {residence_status}.',
    ],
    'not-bound': ['You have no local connection with this area under these rules.'],
    'not-resident-long-enough': [
      'You have lived in this area for a shorter time than the rules ask.',
      ...lived.en,
    ],
    'income-above-limit': [
      'Your assessed income is above the limit.',
      income.en,
      'The limit is {at_most, number, euro}.',
      'The assessed income must be below {below, number, euro}.',
    ],
    'income-source-not-listed': [
      'The source of your income is not on the list that applies here.',
      'Known is: {income_source}.',
    ],
    'screening-not-passed': ['The screening that is needed here has not been passed.'],
    'household-too-small': [
      'Your household is too small for this home.',
      size.en,
      'At least {at_least, plural, one {# person is} other {# persons are}} needed.',
    ],
    'household-too-large': [
      'Your household is too large for this home.',
      size.en,
      'At most {at_most, plural, one {# person is} other {# persons are}} allowed.',
    ],
    'composition-not-fitting': [
      'The composition of your household does not fit this home.',
      'Known is: {household}.',
    ],
    'rent-above-fit-limit': [
      'The rent of this home is too high for your income under the rent-fit rules.',
      'The rent is {rent, number, euro}.',
      'The limit is {at_most, number, euro}.',
      income.en,
    ],
    'home-too-small': [
      'The home is too small for your household.',
      'There is {floor_area_per_person, number} m² per person.',
      'At least {at_least, number} m² per person is needed.',
    ],
    'not-active-enough': [
      'You have responded less than the rules ask.',
      'Counted {found, plural, one {is # response} other {are # responses}}.',
      'At least {at_least, plural, one {# response is} other {# responses are}} needed.',
    ],
    'refused-recently': ['You refused an offer recently.', 'That was on {on, date, day}.'],
    'no-option': ['You have no option that counts for this home now.'],
    'no-urgency-ground': [
      'Your situation does not fall under a ground of urgency in these rules.',
      'Known is: {urgency_ground}.',
    ],
    'outside-target-group': ['This home is for a target group to which you do not belong.'],
    'not-own-tenant': ['This home is only for people who already rent from this landlord.'],
    'no-indication': ['This home asks for an indication that we do not know of for you.'],
    'urgent-may-not-respond': [
      'With your urgency you cannot respond yourself; a home will be offered to you.',
    ],
    'not-independent-long-enough': [
      'You have lived independently for a shorter time than the rules ask.',
      ...lived.en,
    ],
    'search-profile-not-fitting': ['This home does not fit your search profile.'],
    'not-in-swap': ['You do not take part in this swap.'],
    blocked: [
      'You are blocked.',
      'The block holds until and including {until, date, day}.',
      'The block ends when {lifts, select, contact {you contact the landlord} other {the landlord lifts it}}.',
    ],
    'quota-full': ['The share for this group is full.', ...used.en],
    'too-many-responses': [
      'You already have as many open responses as are allowed.',
      'You now have {open_responses, plural, one {# open response} other {# open responses}}.',
      'Allowed {at_most, plural, one {is # response} other {are # responses}}.',
    ],
    'another-offer-open': ['Another offer to you is still open.'],
    'fact-unknown': ['We cannot decide this yet, because a fact is missing.', ...unknown.en],
    'parameter-missing': [
      'We cannot decide this yet, because an amount or table is missing from the rules.',
      'It is about: {parameter}.',
    ],
    'judgement-pending': ['A person still has to decide this.', ...judged.en],

    'higher-tier': [
      'People with priority stand ahead of you.',
      people.en,
      'Their priority is: {priority}.',
    ],
    'quota-behind': ['A group that got fewer homes than its share goes first now.', people.en],
    demoted: [
      'You have been moved back by a sanction.',
      'You now stand at the end of {to, select, tier {your group} other {the list}}.',
      until.en,
    ],
    'ahead-by-key': [
      'People who go first under the order of the rules stand ahead of you.',
      people.en,
      'It is about: {key}.',
      'For you that is: {own}.',
    ],
    'ahead-by-lot': [
      'People who came earlier in the draw stand ahead of you.',
      people.en,
      'You came in place {place, number} in the draw.',
    ],
    chosen: ['For this home people make a choice, with reasons.', people.en, ...judged.en],

    'has-priority': ['You have priority.', 'Your priority is: {priority}.'],
    'priority-not-here': ['Your priority does not apply to this home.', 'It is about: {priority}.'],
    'priority-unknown': [
      'We could not establish whether you have priority, because a fact is missing.',
      ...unknown.en,
    ],
    'priority-off': [
      'This priority does not work now, because the share is full.',
      'It is about: {priority}.',
      ...used.en,
    ],
    protected: [
      'The priority of others does not work against you; you stand in the same group.',
      'It is about: {priority}.',
    ],
    'fell-away-in-vain': [
      'This rule no longer counts, because the home was offered in vain for long.',
      'The home has been offered since {since, date, day}.',
      'The rule falls away after {in_vain}.',
    ],
    excused: ['This requirement does not apply to you.', 'The exception is: {exception}.'],
    'set-aside': [
      'A person decided that this requirement does not apply in your case.',
      'Who decided: {decided_by}.',
    ],
    'split-full': [
      'The room for your part of this group is full.',
      'It is about: {priority}.',
      ...used.en,
    ],
    'exemption-unknown': [
      'We do not know whether the priority of others works against you, because a fact is missing.',
      'It is about: {priority}.',
      ...unknown.en,
    ],

    begun: ['This has begun.'],
    renewed: ['This has been renewed.', until.en],
    restored: ['This has been restored.', until.en],
    merged: [
      'Two registrations have been merged; the oldest date counts.',
      'That date is {since, date, day}.',
    ],
    paused: ['This stands still at your request.'],
    resumed: ['This runs again.'],
    suspended: ['This rests, because you do not meet the condition now.'],
    'phase-ended': ['A phase is over.', 'It is the phase {phase}.'],
    'term-over': ['The term is over.', 'The last day was {until, date, day}.'],
    'outer-life-ended': ['This ended together with what it belongs to.', 'That is: {life}.'],
    'again-too-early': [
      'Starting again is not possible yet.',
      'It is possible from {from, date, day}.',
    ],
    'waits-for-hearing': ['There is a reason to end this. You will be heard first.'],
    deregistered: ['You have been deregistered.'],
    housed: ['You got a home.'],
    'refused-suitable-offer': ['You refused a suitable home.'],
    'refused-twice': ['You refused an offer twice.'],
    'refused-too-often': ['You refused an offer too often.'],
    'no-answer-twice': ['You twice did not answer in time.'],
    'searched-too-little': ['You searched less than the rules ask.'],
    'ground-gone': ['The ground this rested on is gone.'],
    'option-given-up': ['You gave up the option.'],
    'award-ended': ['The award is over.'],

    booked: ['This has been booked.', 'Booked is {amount}.'],
    capped: [
      'The limit of the account is reached; the rest does not count.',
      'Booked is {amount}.',
    ],
    lapsed: ['This has lapsed.'],
    lost: ['This has been lost.'],
    reset: ['The balance has been set anew.', 'The difference is {amount}.'],
    reversed: ['An earlier step has been reversed.', 'The difference is {amount}.'],
    'not-here': ['This does not count for this home.'],

    warned: ['You got a warning.'],
    penalty: ['You got a sanction.'],
    cleared: ['The sanction has been lifted.'],
  },
}

const closing: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    'De oorzaak is: {cause}.',
    'De regel is: {rule}.',
    'Dit staat in {article}.',
    'Vanaf {changes_on, date, day} is dit anders, als verder alles gelijk blijft.',
  ],
  en: [
    'The cause is: {cause}.',
    'The rule is: {rule}.',
    'This stands in {article}.',
    'From {changes_on, date, day} this is different, if all else stays the same.',
  ],
}

/** The reason in words, as far as the facts are known. */
export function reasonText(language: Language, code: ReasonCode, facts: ReasonFacts = {}): string {
  const known = new Map(
    Object.entries(facts).flatMap(([name, value]) =>
      value === undefined
        ? []
        : [[name.replaceAll('-', '_'), inWords(name, value, language)] as const],
    ),
  )
  const shown = Object.fromEntries(known)
  return [...reasonTexts[language][code], ...closing[language]]
    .filter((each) => argumentsOf(each).every((name) => known.has(name)))
    .map((each) => formatMessage(language, each, shown))
    .join(' ')
}

/** The reason alone, without facts: "U bent niet ingeschreven als woningzoekende." */
export function shortReason(language: Language, code: ReasonCode): string {
  return formatMessage(language, reasonTexts[language][code][0], {})
}

/** The same for a code as it was stored; nothing for what is no reason. */
export function reasonOfCode(language: Language, code: string): string {
  return isReason(code) ? shortReason(language, code) : ''
}

function isReason(code: string): code is ReasonCode {
  return Object.hasOwn(reasonTexts.nl, code)
}

function inWords(name: string, value: Value | Duration, language: Language): Shown {
  if (typeof value !== 'string' || name === 'lifts' || name === 'to') return value
  if (name === 'by' || name === 'decided_by')
    return isRole(value) ? roleWords[value][language] : value
  if (name === 'cause') {
    return countedWords(value)?.[language].one ?? wordOfValue('cause', value, language)
  }
  return Object.hasOwn(reasonFacts, name) ? value : wordOfValue(name, value, language)
}

function isRole(name: string): name is Role {
  return roles.some((role) => role === name)
}
