/**
 * The words for what is wrong with a rule book (bevinding): what was found, which text of the law it is
 * measured against, and what would put it right. Dutch is the source.
 */
import type { Finding, FindingCode } from '../core/policy/finding.ts'
import type { Citation } from '../core/policy/regime.ts'
import { groundWords, kindWords, levelWords, wordOfValue } from './catalogue.ts'
import { formatMessage, type Language, type ShownFacts, type Words } from './language.ts'

export type FindingWords = {
  readonly found: string
  /** The article and the regime, and whether the text was read for it; absent for consistency. */
  readonly law?: string
  /** What to change. */
  readonly change: string
}

/** Says one finding: what was found, the article, and what to change. */
export function sayFinding(finding: Finding, language: Language): FindingWords {
  const texts = findingTexts[finding.code]
  const facts = shownFacts(finding, language)
  return {
    found: formatMessage(language, texts.found[language], facts),
    ...(finding.law ? { law: sayCitation(finding.law, language) } : {}),
    change: formatMessage(language, texts.change[language], facts),
  }
}

/** A finding as a terminal shows it under its place: rule and code, what, the article, and what to do. */
export function findingText(finding: Finding, language: Language): string {
  const { found, law, change } = sayFinding(finding, language)
  const line = (label: Words, text: string) => `  ${label[language]}: ${text}`
  return [
    `  ${finding.rule === undefined ? '' : `${finding.rule}: `}${found} [${finding.code}]`,
    ...(law === undefined ? [] : [line(labels.law, law)]),
    line(labels.change, change),
  ].join('\n')
}

/** `Huisvestingswet 2014, artikel 14 lid 2 (hvw-2024)`, and whether that text was read. */
function sayCitation({ regime, article, verified }: Citation, language: Language): string {
  const [short = '', ...number] = article.split(' ')
  const law = lawNames[short] ?? short
  const text = `${law}, ${labels.article[language]} ${number.join(' ')} (${regime})`
  return verified ? text : `${text}; ${labels.unverified[language]}`
}

const labels = {
  law: { nl: 'Wet', en: 'Law' },
  change: { nl: 'Wat u kunt doen', en: 'What to change' },
  article: { nl: 'artikel', en: 'article' },
  unverified: {
    nl: 'niet nagelezen voor dit regime',
    en: 'not verified for this regime',
  },
} as const satisfies Record<string, Words>

const lawNames: Readonly<Record<string, string>> = {
  Hvw: 'Huisvestingswet 2014',
  Wbmgp: 'Wet bijzondere maatregelen grootstedelijke problematiek',
  Ww: 'Woningwet',
  Btiv: 'Besluit toegelaten instellingen volkshuisvesting 2015',
  Awb: 'Algemene wet bestuursrecht',
}

// Facts that are codes become words; numbers, dates and names stay as they are.
function shownFacts(finding: Finding, language: Language): ShownFacts {
  const words = (list: readonly string[], fact: string) =>
    list.map((each) => wordOfValue(fact, each, language))
  switch (finding.code) {
    case 'basis-missing': {
      const [, ground] =
        Object.entries(groundWords).find(([key]) => key === finding.facts.ground) ?? []
      return { ground: ground?.[language] ?? finding.facts.ground }
    }
    case 'justification-missing': {
      const [, kind] = Object.entries(kindWords).find(([key]) => key === finding.facts.kind) ?? []
      return { kind: kind?.[language] ?? finding.facts.kind }
    }
    case 'justification-incomplete':
    case 'relief-incomplete':
      return { lacking: finding.facts.lacking.map((key) => partWords[key]?.[language] ?? key) }
    case 'regime-not-in-force': {
      const { municipality, ...others } = finding.facts
      return { ...others, municipality: wordOfValue('municipality', municipality, language) }
    }
    case 'lawful-stay-refused':
      return { status: words(finding.facts.status, 'residence-status') }
    case 'income-source-refused':
      return { sources: words(finding.facts.sources, 'income-source') }
    case 'switch-date-missing':
      return {
        ...finding.facts,
        municipalities: words(finding.facts.municipalities, 'municipality'),
      }
    case 'provisional-place-without-effect':
      return { models: words(finding.facts.models, 'model') }
    case 'registration-ends-on-lease':
    case 'account-emptied-on-lease':
      return { leases: words(finding.facts.leases, 'lease-kind') }
    case 'replaces-not-open':
    case 'drops-not-open': {
      const [, level] =
        Object.entries(levelWords).find(([key]) => key === finding.facts.level) ?? []
      return { ...finding.facts, level: level?.[language] ?? finding.facts.level }
    }
    default:
      return finding.facts
  }
}

const partWords: Readonly<Record<string, Words>> = {
  interest: { nl: 'het belang', en: 'the interest' },
  owner: { nl: 'de eigenaar', en: 'the owner' },
  competent_body: { nl: 'het bevoegde orgaan', en: 'the competent body' },
  needed: { nl: 'nodig en geschikt', en: 'needed and suitable' },
  serious: { nl: 'ernstig genoeg', en: 'serious enough' },
  no_lighter_means: { nl: 'geen lichter middel', en: 'no lighter means' },
  cost: { nl: 'de kosten van uitvoering', en: 'the cost of carrying it out' },
  until: { nl: 'een einddatum', en: 'an end date' },
  review: { nl: 'een datum van heroverweging', en: 'a date of review' },
  justification: { nl: 'een onderbouwing', en: 'a justification' },
}

export const findingTexts: Readonly<Record<FindingCode, { found: Words; change: Words }>> = {
  // the book and its regime
  'term-too-long': {
    found: {
      nl: 'De verordening geldt tot en met {until, date, day}. Dat is langer dan mag.',
      en: 'The ordinance lasts until {until, date, day}. That is longer than allowed.',
    },
    change: {
      nl: 'Laat haar uiterlijk eindigen op {latest, date, day}.',
      en: 'Let it end on {latest, date, day} at the latest.',
    },
  },
  'regime-not-in-force': {
    found: {
      nl: 'Het boek is getoetst aan {law}, maar voor {municipality} geldt op de begindatum {inForce}.',
      en: 'The book is judged by {law}, but on its first day {inForce} holds for {municipality}.',
    },
    change: {
      nl: 'Zet bij `law` het regime dat geldt, of pas de begindatum aan.',
      en: 'Put the regime that holds under `law`, or change the first day.',
    },
  },
  'switch-date-missing': {
    found: {
      nl: 'Wanneer {next} gaat gelden voor {municipalities} is niet bekend: het koninklijk besluit is niet gevonden. Tot dan blijft het oude regime gelden; dit boek is getoetst aan {law}.',
      en: 'Since when {next} holds for {municipalities} is not known: the royal decree was not found. Until then the older regime holds; this book is judged by {law}.',
    },
    change: {
      nl: 'Vul de datum in bij `policies/law/switch-dates.yaml` zodra het besluit er is.',
      en: 'Fill in the date in `policies/law/switch-dates.yaml` once the decree is there.',
    },
  },
  'regime-ends-earlier': {
    found: {
      nl: 'Het boek geldt tot en met {until, date, day}, maar {law} gold tot en met {ended, date, day}.',
      en: 'The book lasts until {until, date, day}, but {law} held until {ended, date, day}.',
    },
    change: {
      nl: 'Toets het deel daarna aan het volgende regime, in een nieuwe versie.',
      en: 'Judge what comes after that by the next regime, in a new version.',
    },
  },

  // grounds and reasons
  'basis-missing': {
    found: {
      nl: 'Deze voorrang ({ground}) rust nergens op: er staat geen wettelijke grondslag bij.',
      en: 'This priority ({ground}) rests on nothing: it names no legal basis.',
    },
    change: {
      nl: 'Noem bij `basis` het artikel of de afspraak waarop zij rust.',
      en: 'Name under `basis` the article or the agreement it rests on.',
    },
  },
  'priority-without-end': {
    found: {
      nl: 'Deze voorrang loopt tot en met {until, date, day}, zonder eigen einde.',
      en: 'This priority runs until {until, date, day}, without an end of its own.',
    },
    change: {
      nl: 'Geef haar een einddatum, uiterlijk {latest, date, day}, en besluit dan opnieuw.',
      en: 'Give it an end date, {latest, date, day} at the latest, and decide again by then.',
    },
  },
  'liveability-as-ground': {
    found: {
      nl: 'De regel rust op leefbaarheid ("{text}", bij {where, select, basis {de grondslag} other {het belang}}). Dat is geen grond om woningen te verdelen.',
      en: 'The rule rests on liveability ("{text}", under {where, select, basis {its basis} other {its interest}}). That is no ground for dividing homes.',
    },
    change: {
      nl: 'Noem de schaarste waartegen de regel helpt, of vraag een gebied aan te wijzen op grond van de Wbmgp.',
      en: 'Name the scarcity the rule acts against, or ask for an area to be designated under the Wbmgp.',
    },
  },
  'justification-missing': {
    found: {
      nl: 'Deze regel ({kind}) bepaalt wie kan huren, maar er staat niet bij waarom.',
      en: 'This rule ({kind}) decides who may rent, but does not say why.',
    },
    change: {
      nl: 'Vul `justification` in: belang, eigenaar, bevoegd orgaan, de drie toetsen, alternatieven en kosten. Schrijft de wet de regel voor? Zet dan `latitude: law`.',
      en: 'Fill in `justification`: interest, owner, competent body, the three checks, alternatives and cost. If the law lays the rule down, put `latitude: law`.',
    },
  },
  'justifications-missing': {
    found: {
      nl: 'Dit boek zegt zelf dat het {rules, plural, one {zijn ene regel} other {zijn # regels}} over wie kan huren niet onderbouwt.',
      en: 'This book says itself that it does not justify {rules, plural, one {its one rule} other {its # rules}} on who may rent.',
    },
    change: {
      nl: 'Vul de onderbouwing in voordat dit een besluit wordt.',
      en: 'Fill in the justifications before this becomes a decision.',
    },
  },
  'justification-incomplete': {
    found: {
      nl: 'De onderbouwing is niet af. Er ontbreekt: {lacking}.',
      en: 'The justification is not complete. Missing: {lacking}.',
    },
    change: {
      nl: 'Vul aan wat leeg is. Een toets heeft tekst en ten minste één bewijs.',
      en: 'Fill in what is empty. A check has a text and at least one piece of evidence.',
    },
  },
  'evidence-undated': {
    found: {
      nl: 'Van het bewijs "{source}" is de datum niet bekend.',
      en: 'The date of the evidence "{source}" is not known.',
    },
    change: {
      nl: 'Zoek de datum op, of gebruik bewijs waarvan u die wel weet.',
      en: 'Look up the date, or use evidence of which you know it.',
    },
  },

  // local connection
  'connection-uncounted': {
    found: {
      nl: 'Geen enkele regel telt hoe vaak deze bindingsvoorrang wordt gebruikt.',
      en: 'No rule counts how often this priority by connection is used.',
    },
    change: {
      nl: 'Maak een aandeel (`quota`) dat haar telt, met ten hoogste {limit} van de {limitOf}.',
      en: 'Make a share (`quota`) that counts it, with at most {limit} of {limitOf}.',
    },
  },
  'connection-over-ceiling': {
    found: {
      nl: 'Met bindingsvoorrang gaat {share} van de {of} woningen weg (geteld in {quotas}). Dat is meer dan {limit} van de {limitOf}.',
      en: '{share} of {of} homes go by priority of connection (counted in {quotas}). That is more than {limit} of {limitOf}.',
    },
    change: {
      nl: 'Verlaag het aandeel, of leg het ene aandeel binnen het andere met `inside`.',
      en: 'Lower the share, or put one share inside the other with `inside`.',
    },
  },
  'connection-ceiling-without-effect': {
    found: {
      nl: 'Is het aandeel vol, dan gebeurt er niets dat de voorrang stopt (`at_limit: {atLimit}`).',
      en: 'When the share is full nothing stops the priority (`at_limit: {atLimit}`).',
    },
    change: {
      nl: 'Zet `at_limit: priority-off`.',
      en: 'Put `at_limit: priority-off`.',
    },
  },
  'settlement-over-ceiling': {
    found: {
      nl: 'Aan mensen uit de kern gaat {share} van de {of} woningen met voorrang. In deze tekst is dat ten hoogste {limit} van de {limitOf}.',
      en: '{share} of {of} homes go with priority to people of the settlement. In this text that is at most {limit} of {limitOf}.',
    },
    change: {
      nl: 'Verlaag het aandeel voor de kern.',
      en: 'Lower the share for the settlement.',
    },
  },
  'urgent-not-counted': {
    found: {
      nl: 'Urgenten die ook op binding voorrang kregen, tellen hier niet mee (door {by}).',
      en: 'The urgent who also went first by connection are not counted here (because of {by}).',
    },
    change: {
      nl: 'Tel elk gebruik van de bindingsvoorrang, ook dat van urgenten.',
      en: 'Count every use of the priority by connection, that of the urgent as well.',
    },
  },
  'residence-test-differs': {
    found: {
      nl: 'De woonduur die hier binding geeft is een andere dan {years} jaar onafgebroken, nu of binnen de laatste {within} jaar.',
      en: 'The years of residence that bind somebody here differ from {years} years without a break, now or within the last {within}.',
    },
    change: {
      nl: 'Neem de wettelijke termijn over, of laat een redelijk belang apart beoordelen.',
      en: 'Take over the term of the law, or have a reasonable interest judged apart.',
    },
  },
  'exemption-missing': {
    found: {
      nl: 'Deze bindingsregel werkt ook tegen {nl}. Dat mag niet.',
      en: 'This rule on connection also works against {en}. It may not.',
    },
    change: {
      nl: 'Zet deze groep bij `not_against` (voorrang) of `unless` (eis).',
      en: 'Put this group under `not_against` (priority) or `unless` (requirement).',
    },
  },
  'vital-profession-outside-bound': {
    found: {
      nl: 'Mensen met een vitaal beroep gaan hier voor zonder dat zij aan de gemeente gebonden zijn.',
      en: 'People with a vital profession go first here without being bound to the municipality.',
    },
    change: {
      nl: 'Zet `inside` op de voorrang voor wie aan de gemeente gebonden is, of tel een vast aantal woningen.',
      en: 'Put `inside` on the priority for people bound to the municipality, or count a fixed number of homes.',
    },
  },
  'in-vain-term-missing': {
    found: {
      nl: 'Er staat niet bij wanneer deze bindingsvoorrang vervalt als de woning vergeefs wordt aangeboden.',
      en: 'It does not say when this priority by connection lapses if the home is offered in vain.',
    },
    change: {
      nl: 'Zet bij `in_vain` een termijn van ten hoogste {limit} dagen.',
      en: 'Put a term of at most {limit} days under `in_vain`.',
    },
  },
  'in-vain-term-too-long': {
    found: {
      nl: 'De termijn voor vergeefs aanbieden kan {days} dagen duren. Dat is meer dan {limit} dagen.',
      en: 'The term for offering in vain can take {days} days. That is more than {limit} days.',
    },
    change: {
      nl: 'Maak de termijn ten hoogste {limit} dagen.',
      en: 'Make the term at most {limit} days.',
    },
  },
  'connection-before-urgency': {
    found: {
      nl: 'Gebonden woningzoekenden ({priority}) gaan hier voor dringende gevallen ({urgency}).',
      en: 'People who are bound ({priority}) go ahead of urgent cases here ({urgency}).',
    },
    change: {
      nl: 'Zet de urgenten eerst, of leg uit waarom zij hier mogen wachten.',
      en: 'Put the urgent first, or explain why they may wait here.',
    },
  },

  // urgency
  'urgency-not-regulated': {
    found: {
      nl: 'Het boek regelt geen voorrang voor dringende gevallen. Dat moet.',
      en: 'The book gives no priority to urgent cases. It must.',
    },
    change: {
      nl: 'Maak een urgentie met haar gronden en een voorrang op grond van urgentie.',
      en: 'Make an urgency with its grounds and a priority on the ground of urgency.',
    },
  },
  'urgency-grounds-unstated': {
    found: {
      nl: 'Er staat niet op welke gronden iemand urgent is. Dus is niet te zien of {categories} erbij horen.',
      en: 'It does not say on which grounds somebody is urgent. So it cannot be seen whether {categories} are among them.',
    },
    change: { nl: 'Noem de gronden bij `grounds`.', en: 'Name the grounds under `grounds`.' },
  },
  'urgency-category-missing': {
    found: {
      nl: 'Een wettelijke groep ontbreekt bij de urgenten: {nl} ({category}).',
      en: 'A group named by the law is missing among the urgent: {en} ({category}).',
    },
    change: { nl: 'Zet {category} bij `grounds`.', en: 'Put {category} under `grounds`.' },
  },
  'urgency-category-refused': {
    found: {
      nl: 'Een wettelijke groep staat bij wat geen grond is: {nl} ({category}).',
      en: 'A group named by the law stands among what is no ground: {en} ({category}).',
    },
    change: {
      nl: 'Haal {category} weg bij `not_grounds` en zet haar bij `grounds`.',
      en: 'Take {category} out of `not_grounds` and put it under `grounds`.',
    },
  },
  'urgency-category-unknown': {
    found: {
      nl: 'Geen enkele wet kent de groep {category}. In dit regime bestaan {known}.',
      en: 'No law knows the group {category}. Under this regime there are {known}.',
    },
    change: {
      nl: 'Verbeter de naam, of geef een lokale grond een eigen naam.',
      en: 'Mend the name, or give a local ground a name of its own.',
    },
  },
  'urgency-category-of-other-regime': {
    found: {
      nl: 'De groep {category} is van {regime}. Onder dit regime is zij een lokale grond.',
      en: 'The group {category} belongs to {regime}. Under this regime it is a local ground.',
    },
    change: {
      nl: 'Laat het zo, of gebruik de groep van het eigen regime.',
      en: 'Leave it so, or use the group of its own regime.',
    },
  },
  'urgency-connection-too-narrow': {
    found: {
      nl: 'Van urgenten wordt een band met de gemeente of een deel daarvan gevraagd, ook van {categories}. Meer dan een band met de regio mag niet.',
      en: 'The urgent are asked for a connection with the municipality or a part of it, {categories} as well. No more than a connection with the region may be asked.',
    },
    change: {
      nl: 'Vraag een band met de regio, of vraag dit alleen van lokale gronden.',
      en: 'Ask for a connection with the region, or ask this only of local grounds.',
    },
  },
  'urgency-connection-missing': {
    found: {
      nl: 'Nergens staat dat wettelijk urgenten aan de regio gebonden moeten zijn. Alleen dan mogen zij voorgaan.',
      en: 'Nothing says that the urgent of the law must be bound to the region. Only then may they go first.',
    },
    change: {
      nl: 'Voeg een eis `to: urgency` toe met binding aan de regio.',
      en: 'Add a requirement `to: urgency` with a connection with the region.',
    },
  },
  'urgency-refused-on-income': {
    found: {
      nl: 'Deze inkomenseis houdt ook {categories} tegen. Hen mag u niet op hun inkomen weigeren.',
      en: 'This demand on income also stops {categories}. They may not be refused on their income.',
    },
    change: {
      nl: 'Zet deze groepen bij `unless`.',
      en: 'Put these groups under `unless`.',
    },
  },
  'hearing-missing': {
    found: {
      nl: 'De urgentie kan eindigen ({end}) zonder dat de persoon wordt gehoord.',
      en: 'The urgency can end ({end}) without the person being heard.',
    },
    change: { nl: 'Zet `hear: true` bij dit einde.', en: 'Put `hear: true` on this end.' },
  },

  // who may take part
  'minimum-income': {
    found: {
      nl: 'De regel vraagt een inkomen van ten minste een bedrag. Wie minder heeft valt overal buiten.',
      en: 'The rule asks for an income of at least an amount. Whoever has less is shut out everywhere.',
    },
    change: {
      nl: 'Haal de ondergrens weg.',
      en: 'Take the lower limit out.',
    },
  },
  'minimum-income-somewhere': {
    found: {
      nl: 'De regel vraagt bij een deel van de woningen een inkomen van ten minste een bedrag.',
      en: 'For a part of the homes the rule asks for an income of at least an amount.',
    },
    change: {
      nl: 'Laat zien dat wie minder heeft genoeg andere woningen kan huren.',
      en: 'Show that whoever has less can rent enough other homes.',
    },
  },
  'lawful-stay-refused': {
    found: {
      nl: 'De regel weigert mensen om hun verblijfsstatus: {status}. Zij kunnen wel een vergunning krijgen.',
      en: 'The rule refuses people for their residence status: {status}. They can get a permit.',
    },
    change: {
      nl: 'Laat iedereen toe die rechtmatig verblijft.',
      en: 'Admit everyone who stays lawfully.',
    },
  },
  'income-source-outside-area': {
    found: {
      nl: 'De regel kijkt waar het inkomen vandaan komt, buiten een gebied dat daarvoor is aangewezen.',
      en: 'The rule looks at where income comes from, outside an area designated for that.',
    },
    change: {
      nl: 'Beperk de regel met `where: designated-area: {area}`, of haal hem weg.',
      en: 'Limit the rule with `where: designated-area: {area}`, or take it out.',
    },
  },
  'income-source-too-wide': {
    found: {
      nl: 'De inkomenseis geldt ook voor wie al {years} jaar of langer in de regio woont.',
      en: 'The demand on income also holds for whoever has lived in the region for {years} years or more.',
    },
    change: {
      nl: 'Vraag dit bij `who` alleen van wie korter dan {years} jaar onafgebroken in de regio woont.',
      en: 'Ask this under `who` only of people who have lived there without a break for less than {years} years.',
    },
  },
  'income-source-refused': {
    found: {
      nl: 'De regel weigert inkomen dat de wet aanvaardt: {sources}.',
      en: 'The rule refuses income that the law accepts: {sources}.',
    },
    change: {
      nl: 'Neem alle bronnen van de wet op bij `must`.',
      en: 'Take in all sources of the law under `must`.',
    },
  },
  'income-source-without-hardship': {
    found: {
      nl: 'Er is geen hardheidsclausule voor wie niet aan de inkomenseis voldoet. Die moet er zijn.',
      en: 'There is no hardship clause for whoever fails the demand on income. There must be one.',
    },
    change: {
      nl: 'Maak een oordeel (`judgement`) met `sets_aside` voor deze eis.',
      en: 'Make a judgement with `sets_aside` for this requirement.',
    },
  },
  'socio-economic-outside-area': {
    found: {
      nl: 'De voorrang let op werk of inkomensbron, buiten een gebied dat daarvoor is aangewezen.',
      en: 'The priority looks at work or source of income, outside an area designated for that.',
    },
    change: {
      nl: 'Beperk haar met `where: designated-area: {area}`, of haal haar weg.',
      en: 'Limit it with `where: designated-area: {area}`, or take it out.',
    },
  },
  'conduct-outside-area': {
    found: {
      nl: 'De regel toetst gedrag, buiten een gebied dat daarvoor is aangewezen.',
      en: 'The rule tests conduct, outside an area designated for that.',
    },
    change: {
      nl: 'Beperk de regel met `where: designated-area: {area}`, of haal hem weg.',
      en: 'Limit the rule with `where: designated-area: {area}`, or take it out.',
    },
  },
  'conduct-without-hardship': {
    found: {
      nl: 'Er is geen oordeel waarmee het college van de toets op gedrag kan afwijken.',
      en: 'There is no judgement by which the executive can depart from the test of conduct.',
    },
    change: {
      nl: 'Maak een oordeel (`judgement`) met `sets_aside` voor deze eis.',
      en: 'Make a judgement with `sets_aside` for this requirement.',
    },
  },
  'conduct-judged-by-landlord': {
    found: {
      nl: 'Een verhuurder kijkt hier naar gedrag, buiten een gebied dat daarvoor is aangewezen. Dat is dan zijn eigen keuze, geen regel van de gemeente.',
      en: 'A landlord looks at conduct here, outside an area designated for that. Then it is its own choice, not a rule of the municipality.',
    },
    change: {
      nl: 'Leg de gronden vast, laat ze verlopen, en zeg hoe iemand ertegen kan opkomen.',
      en: 'Lay down the grounds, let them lapse, and say how somebody can contest them.',
    },
  },

  // registration
  'registration-ends-on-lease': {
    found: {
      nl: 'De inschrijving eindigt ook bij een huurcontract dat haar niet mag beëindigen: {leases}.',
      en: 'The registration also ends on a lease that may not end it: {leases}.',
    },
    change: {
      nl: 'Beperk dit einde met `where: lease-kind: regular`.',
      en: 'Limit this end with `where: lease-kind: regular`.',
    },
  },
  'account-emptied-on-lease': {
    found: {
      nl: 'De opbouw gaat ook verloren bij een huurcontract dat de inschrijving niet mag raken: {leases}.',
      en: 'What was built up is also lost on a lease that may not touch the registration: {leases}.',
    },
    change: {
      nl: 'Beperk deze boeking met `where: lease-kind: regular`.',
      en: 'Limit this booking with `where: lease-kind: regular`.',
    },
  },

  // balance
  'target-group-share-too-low': {
    found: {
      nl: 'De doelgroep krijgt hier ten minste {share} van de {of} woningen. Minder dan {limit} van de {limitOf} mag niet, ook niet met afspraken.',
      en: 'The target group gets at least {share} of {of} homes here. Less than {limit} of {limitOf} is not allowed, agreed or not.',
    },
    change: { nl: 'Verhoog het aandeel.', en: 'Raise the share.' },
  },
  'target-group-share-without-agreement': {
    found: {
      nl: 'De doelgroep krijgt hier ten minste {share} van de {of} woningen in plaats van {limit} van de {limitOf}. Dat mag alleen met een afspraak in elke gemeente. Die ontbreekt voor {without}.',
      en: 'The target group gets at least {share} of {of} homes here instead of {limit} of {limitOf}. That needs an agreement in every municipality. It is missing for {without}.',
    },
    change: {
      nl: 'Noem de gemeenten met een afspraak in de parameter `agreed-municipalities`, of verhoog het aandeel.',
      en: 'Name the municipalities with an agreement in the parameter `agreed-municipalities`, or raise the share.',
    },
  },
  'portfolio-norm-refuses': {
    found: {
      nl: 'Een norm voor alle verhuringen samen houdt hier één verhuring tegen. Daar is de norm niet voor.',
      en: 'A norm for all lettings together stops one letting here. That is not what the norm is for.',
    },
    change: {
      nl: 'Waarschuw alleen (`at_limit: warn`), of leg uit dat dit eigen beleid is.',
      en: 'Only warn (`at_limit: warn`), or explain that this is your own policy.',
    },
  },
  'relief-incomplete': {
    found: {
      nl: 'Een complex wordt ontzien zonder {lacking}.',
      en: 'A complex is spared without {lacking}.',
    },
    change: {
      nl: 'Vul aan wat ontbreekt: ontzien is tijdelijk en moet uit te leggen zijn.',
      en: 'Fill in what is missing: sparing is temporary and must be explainable.',
    },
  },

  // dates and experiments
  'retroactive-after-start': {
    found: {
      nl: 'Het boek werkt terug tot {worksBackTo, date, day}, maar begint al op {from, date, day}.',
      en: 'The book works back to {worksBackTo, date, day}, but already begins on {from, date, day}.',
    },
    change: {
      nl: 'Terugwerken kan alleen tot een dag voor het begin, of die dag zelf.',
      en: 'It can work back only to a day before it begins, or that day itself.',
    },
  },
  'published-after-start': {
    found: {
      nl: 'Het boek is bekendgemaakt op {published, date, day}, na het begin op {from, date, day}, zonder terugwerkende kracht.',
      en: 'The book was published on {published, date, day}, after it began on {from, date, day}, without retroactive effect.',
    },
    change: {
      nl: 'Laat het later beginnen, of noem de terugwerkende kracht bij `works_back_to`.',
      en: 'Let it begin later, or state the retroactive effect under `works_back_to`.',
    },
  },
  'rule-outlives-book': {
    found: {
      nl: 'De regel geldt op dagen waarop het boek niet geldt. Het boek eindigt op {until, date, day}.',
      en: 'The rule holds on days on which the book does not. The book ends on {until, date, day}.',
    },
    change: {
      nl: 'Houd de regel tussen {from, date, day} en {until, date, day}.',
      en: 'Keep the rule between {from, date, day} and {until, date, day}.',
    },
  },
  'experiment-unstated': {
    found: {
      nl: 'Deze voorrang is een proef, maar er staat geen vraag en geen datum van evaluatie bij.',
      en: 'This priority is a trial, but it states no question and no date of evaluation.',
    },
    change: {
      nl: 'Vul `experiment` in: de vraag en wanneer u haar beantwoordt.',
      en: 'Fill in `experiment`: the question and when you answer it.',
    },
  },
  'experiment-evaluated-outside': {
    found: {
      nl: 'De proef wordt geëvalueerd op {evaluateBy, date, day}, terwijl zij dan niet loopt (einde: {until, date, day}).',
      en: 'The trial is evaluated on {evaluateBy, date, day}, when it does not run (end: {until, date, day}).',
    },
    change: {
      nl: 'Kies een datum terwijl de proef loopt.',
      en: 'Choose a date while the trial runs.',
    },
  },

  // order, people and process
  'no-final-tie-break': {
    found: {
      nl: 'Twee mensen kunnen gelijk eindigen: de laatste sleutel is geen loting en geen beredeneerde keuze.',
      en: 'Two people can end equal: the last key is no lot and no reasoned choice.',
    },
    change: {
      nl: 'Sluit `finally` af met een loting (`lot: equal`) of met `chosen`.',
      en: 'Close `finally` with a lot (`lot: equal`) or with `chosen`.',
    },
  },
  'tier-not-a-priority': {
    found: {
      nl: 'In de rangorde staat een groep die geen voorrang is: {tier}.',
      en: 'The ranking names a group that is no priority: {tier}.',
    },
    change: {
      nl: 'Maak er een voorrang van met een grond, of haal de groep weg.',
      en: 'Make it a priority with a ground, or take the group out.',
    },
  },
  'ranking-unreachable': {
    found: {
      nl: 'Deze rangorde wordt nooit gebruikt: {earlier} past op dezelfde woningen en staat eerder.',
      en: 'This ranking is never used: {earlier} fits the same homes and stands before it.',
    },
    change: {
      nl: 'Zet de bijzondere rangorde voor de algemene, of haal er een weg.',
      en: 'Put the particular ranking before the general one, or take one out.',
    },
  },
  'judgement-without-second': {
    found: {
      nl: 'Eén persoon beslist hier over de kans van een ander (gebruikt in {usedBy}).',
      en: 'One person decides here about somebody else’s chance (used in {usedBy}).',
    },
    change: {
      nl: 'Laat een tweede persoon instemmen: `second: true`.',
      en: 'Let a second person agree: `second: true`.',
    },
  },
  'judgement-without-protocol': {
    found: {
      nl: 'Mensen krijgen een score zonder dat vaststaat hoe (gebruikt in {usedBy}).',
      en: 'People get a score without a fixed way of scoring (used in {usedBy}).',
    },
    change: {
      nl: 'Noem bij `protocol` het formulier waarmee wordt gescoord.',
      en: 'Name under `protocol` the form by which is scored.',
    },
  },
  'listing-too-short': {
    found: {
      nl: 'Bij wie het eerst komt staat de woning {days} dagen open. Dan wint wie steeds kijkt.',
      en: 'For first come the listing is open for {days} days. Then whoever keeps watching wins.',
    },
    change: {
      nl: 'Maak er ten minste {least} dagen van.',
      en: 'Make it at least {least} days.',
    },
  },
  'provisional-place-without-effect': {
    found: {
      nl: 'Deze regel belooft een voorlopige plaats waar die er niet is: bij {models} ontstaat de volgorde pas na de sluiting, door het lot of door mensen.',
      en: 'This rule promises a provisional place where there is none: for {models} the order comes about after the close, by lot or by humans.',
    },
    change: {
      nl: 'Zeg bij `where` op welke andere woningen hij slaat, of haal `provisional_place` weg.',
      en: 'Say in `where` which other homes it is about, or take `provisional_place` out.',
    },
  },
  'block-without-end': {
    found: { nl: 'Deze blokkade heeft geen einde.', en: 'This block has no end.' },
    change: {
      nl: 'Zet er een termijn bij (`lasts`) of wat haar opheft (`until`).',
      en: 'Add a term (`lasts`) or what lifts it (`until`).',
    },
  },
  'objection-missing': {
    found: {
      nl: 'Er staat niet bij hoe lang iemand tegen deze blokkade kan opkomen.',
      en: 'It does not say how long somebody can contest this block.',
    },
    change: {
      nl: 'Zet een termijn bij `objection`. Beslist u in mandaat, dan is die zes weken.',
      en: 'Put a term under `objection`. It is six weeks for a decision under mandate.',
    },
  },

  // amounts, and books over each other
  'parameter-out-of-range': {
    found: {
      nl: 'Het bedrag {value} (vanaf {from, date, day}) ligt buiten de ruimte die de regel zelf noemt.',
      en: 'The amount {value} (from {from, date, day}) lies outside the room the rule itself names.',
    },
    change: {
      nl: 'Blijf binnen `range`, of verander die als de wet meer ruimte geeft.',
      en: 'Stay within `range`, or change it if the law leaves more room.',
    },
  },
  'amount-differs-from-national': {
    found: {
      nl: 'Vanaf {from, date, day} wijkt dit bedrag af van het landelijke bedrag.',
      en: 'From {from, date, day} this amount differs from the national one.',
    },
    change: {
      nl: 'Haal het hier weg, dan geldt het landelijke bedrag.',
      en: 'Take it out here; then the national amount holds.',
    },
  },
  'missing-parameter-used': {
    found: {
      nl: 'De regel gebruikt {parameter}, maar op {from, date, day} is dat niet bekend.',
      en: 'The rule uses {parameter}, but on {from, date, day} that is not known.',
    },
    change: {
      nl: 'Zoek het bedrag op. Tot dan kan deze regel niemand toelaten.',
      en: 'Look the amount up. Until then this rule can admit nobody.',
    },
  },
  'parameter-missing-later': {
    found: {
      nl: 'De regel gebruikt {parameter}. Vanaf {from, date, day} is dat niet bekend.',
      en: 'The rule uses {parameter}. From {from, date, day} that is not known.',
    },
    change: {
      nl: 'Vul het bedrag aan zodra het is bekendgemaakt.',
      en: 'Fill the amount in once it is published.',
    },
  },
  'unused-parameter': {
    found: { nl: 'Geen enkele regel gebruikt deze parameter.', en: 'No rule uses this parameter.' },
    change: {
      nl: 'Gebruik haar, of haal haar weg.',
      en: 'Use it, or take it out.',
    },
  },
  'open-parameter-not-filled': {
    found: {
      nl: '{upper} laat {parameter} aan dit boek over, maar het staat hier niet.',
      en: '{upper} leaves {parameter} to this book, but it is not here.',
    },
    change: {
      nl: 'Vul {parameter} hier in, met een datum.',
      en: 'Fill {parameter} in here, with a date.',
    },
  },
  'circular-definition': {
    found: {
      nl: 'Deze begrippen verklaren elkaar in een kring: {chain}.',
      en: 'These words explain each other in a circle: {chain}.',
    },
    change: {
      nl: 'Verklaar een van hen zonder de andere.',
      en: 'Explain one of them without the other.',
    },
  },
  'replaces-not-open': {
    found: {
      nl: 'De regel vervangt {replaced} uit {upper}. Die staat niet open voor {level}.',
      en: 'The rule replaces {replaced} of {upper}. That is not open to {level}.',
    },
    change: {
      nl: 'Vraag om `open_to` in {upper}, of laat de hogere regel staan.',
      en: 'Ask for `open_to` in {upper}, or leave the upper rule alone.',
    },
  },
  'drops-not-open': {
    found: {
      nl: 'Het artikel haalt {dropped} uit {upper} weg. Die staat niet open voor {level}.',
      en: 'The article drops {dropped} of {upper}. That is not open to {level}.',
    },
    change: {
      nl: 'Vraag om `open_to` in {upper}, of laat de hogere regel staan.',
      en: 'Ask for `open_to` in {upper}, or leave the upper rule alone.',
    },
  },
}
