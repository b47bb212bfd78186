/**
 * The words of the closed catalogues: a label for every fact, value, event, spell, role and term.
 * A label is a noun phrase that fits in a sentence; what is yes or no is said by a clause.
 */
import {
  type AllocationModel,
  type Fact,
  type FactId,
  type facts,
  isFact,
  type Moment,
  type Role,
} from '../core/policy/catalogue.ts'
import type { Meant } from '../core/policy/kinds/definition.ts'
import type { Ground } from '../core/policy/kinds/priority.ts'
import type { Period } from '../core/policy/kinds/quota.ts'
import type { Gate } from '../core/policy/kinds/requirement.ts'
import type { Level, RegimeId, RuleKind } from '../core/policy/rule-book.ts'
import {
  type Attribute,
  attributes,
  type EventName,
  type SpellName,
  type Tick,
} from '../core/seekers/history.ts'
import type { Language, Words } from './language.ts'

/** A noun phrase per fact: "de leeftijd", "the age". */
export const catalogueWords: Readonly<Record<FactId, Words>> = {
  born: { nl: 'de geboortedatum', en: 'the date of birth' },
  age: { nl: 'de leeftijd', en: 'the age' },
  'aow-age': { nl: 'de AOW-leeftijd', en: 'the state pension age' },
  role: { nl: 'de rol in het huishouden', en: 'the role in the household' },
  'care-share': { nl: 'het aandeel in de zorg', en: 'the share of the care' },
  'residence-status': { nl: 'de verblijfsstatus', en: 'the residence status' },
  'lives-in': { nl: 'de woongemeente', en: 'the municipality of residence' },
  'address-since': {
    nl: 'de datum waarop het wonen op dit adres begon',
    en: 'the date of moving to the present address',
  },
  'work-hours': { nl: 'het aantal werkuren per week', en: 'the number of working hours a week' },
  'works-in': { nl: 'de plaats van het werk', en: 'the place of work' },
  'studies-in': { nl: 'de plaats van de opleiding', en: 'the place of study' },
  profession: { nl: 'het beroep', en: 'the profession' },
  'profession-group': { nl: 'de beroepsgroep', en: 'the group of professions' },
  'income-source': { nl: 'de bron van het inkomen', en: 'the source of income' },
  'court-emancipation': {
    nl: 'de meerderjarigverklaring door de rechter',
    en: 'the declaration of majority by the court',
  },
  household: { nl: 'de samenstelling van het huishouden', en: 'the household composition' },
  'household-size': {
    nl: 'het aantal personen in het huishouden',
    en: 'the number of persons in the household',
  },
  children: { nl: 'het aantal kinderen', en: 'the number of children' },
  'household-income': { nl: 'het rekeninkomen', en: 'the assessed income' },
  'housing-situation': { nl: 'de woonsituatie', en: 'the housing situation' },
  'leaves-empty': { nl: 'de woning die leeg achterblijft', en: 'the home left empty' },
  'leaves-landlord': {
    nl: 'de verhuurder van de woning die leeg achterblijft',
    en: 'the landlord of the home left empty',
  },
  'leaves-in': {
    nl: 'de gemeente van de woning die leeg achterblijft',
    en: 'the municipality of the home left empty',
  },
  'leaves-bedrooms': {
    nl: 'het aantal slaapkamers van de woning die leeg achterblijft',
    en: 'the number of bedrooms of the home left empty',
  },
  'lives-in-with-others': { nl: 'de inwoning bij anderen', en: 'living in with others' },
  'homeless-with-children': {
    nl: 'de dakloosheid met minderjarige kinderen',
    en: 'being homeless with minor children',
  },
  'urgency-ground': { nl: 'de urgentiegrond', en: 'the ground of urgency' },
  'urgency-region': { nl: 'de urgentieregio', en: 'the urgency region' },
  indication: { nl: 'de indicaties', en: 'the indications' },
  'target-group': { nl: 'de doelgroep', en: 'the target group' },
  'in-shelter': { nl: 'het verblijf in opvang', en: 'the stay in a shelter' },
  nominated: { nl: 'de voordracht', en: 'the nomination' },
  screening: { nl: 'de screening', en: 'the screening' },
  'registered-on': { nl: 'de inschrijfdatum', en: 'the registration date' },
  'responded-at': { nl: 'het moment van de reactie', en: 'the moment of the response' },
  'open-responses': { nl: 'het aantal lopende reacties', en: 'the number of open responses' },
  'open-offers': { nl: 'het aantal lopende aanbiedingen', en: 'the number of open offers' },
  blocked: { nl: 'de blokkade', en: 'the block' },
  'blocked-by': { nl: 'de sanctie die blokkeert', en: 'the sanction that blocks' },
  'blocked-until': { nl: 'de laatste dag van de blokkade', en: 'the last day of the block' },
  held: { nl: 'de blokkade van aanbod', en: 'the block of offers' },
  'held-by': { nl: 'de sanctie die aanbod blokkeert', en: 'the sanction that blocks offers' },
  'held-until': {
    nl: 'de laatste dag van de blokkade van aanbod',
    en: 'the last day of the block of offers',
  },
  'demoted-to': { nl: 'het achteraan plaatsen', en: 'the placing at the end' },
  'demoted-by': {
    nl: 'de sanctie die achteraan plaatst',
    en: 'the sanction that places at the end',
  },
  'floor-area-per-person': { nl: 'de oppervlakte per persoon', en: 'the floor area per person' },
  'profile-dwelling-types': {
    nl: 'de woningtypen in het zoekprofiel',
    en: 'the dwelling types in the search profile',
  },
  'profile-bedrooms-min': {
    nl: 'het laagste aantal slaapkamers in het zoekprofiel',
    en: 'the lowest number of bedrooms in the search profile',
  },
  'profile-bedrooms-max': {
    nl: 'het hoogste aantal slaapkamers in het zoekprofiel',
    en: 'the highest number of bedrooms in the search profile',
  },
  'profile-rent': {
    nl: 'de hoogste huur in het zoekprofiel',
    en: 'the highest rent in the search profile',
  },
  'profile-areas': { nl: 'de gebieden in het zoekprofiel', en: 'the areas in the search profile' },
  'profile-models': {
    nl: 'de verdeelmodellen in het zoekprofiel',
    en: 'the allocation models in the search profile',
  },
  listing: { nl: 'de advertentie', en: 'the listing' },
  model: { nl: 'het verdeelmodel', en: 'the allocation model' },
  label: { nl: 'de labels', en: 'the labels' },
  flag: { nl: 'de kenmerken van de advertentie', en: 'the flags of the listing' },
  segment: { nl: 'het segment', en: 'the segment' },
  regulated: { nl: 'de gereguleerde huur', en: 'the regulated rent' },
  municipality: { nl: 'de gemeente', en: 'the municipality' },
  settlement: { nl: 'de kern', en: 'the settlement' },
  neighbourhood: { nl: 'de buurt', en: 'the neighbourhood' },
  area: { nl: 'de gebieden', en: 'the areas' },
  'designated-area': {
    nl: 'de aanwijzingen van het gebied',
    en: 'the designations of the area',
  },
  complex: { nl: 'het complex', en: 'the complex' },
  'complex-age-min': {
    nl: 'de laagste leeftijd voor het complex',
    en: 'the lowest age for the complex',
  },
  landlord: { nl: 'de verhuurder', en: 'the landlord' },
  'dwelling-type': { nl: 'het woningtype', en: 'the dwelling type' },
  rooms: { nl: 'het aantal kamers', en: 'the number of rooms' },
  bedrooms: { nl: 'het aantal slaapkamers', en: 'the number of bedrooms' },
  rent: { nl: 'de huur', en: 'the rent' },
  'floor-area': { nl: 'de oppervlakte', en: 'the floor area' },
  'new-build': { nl: 'de nieuwbouw', en: 'being newly built' },
  'delivered-on': { nl: 'de datum van oplevering', en: 'the date of completion' },
  student: { nl: 'de verhuur aan studenten', en: 'letting to students' },
  'lease-kind': { nl: 'het soort huurcontract', en: 'the kind of lease' },
  'self-contained': { nl: 'de zelfstandigheid van de woning', en: 'being self-contained' },
  accessibility: {
    nl: 'de kenmerken van toegankelijkheid',
    en: 'the accessibility features',
  },
  'priorities-applied': { nl: 'de gebruikte voorrangsregels', en: 'the priorities applied' },
  'set-aside': { nl: 'de oordelen waarmee is afgeweken', en: 'the judgements used to deviate' },
}

type OfType<Table, Type extends string> = {
  [Name in keyof Table]: Table[Name] extends Type | { readonly type: Type } ? Name : never
}[keyof Table]
type YesNo = OfType<typeof facts, 'yes-no'> | OfType<typeof attributes, 'yes-no'>
type Clause = Readonly<Record<Language, { readonly yes: string; readonly no: string }>>

/** What is yes or no, as a clause; in Dutch with the verb last, so that it follows "als" and "dat". */
const clauseWords: Readonly<Record<YesNo, Clause>> = {
  'aow-age': {
    nl: { yes: 'de AOW-leeftijd [is] bereikt', no: 'de AOW-leeftijd [is] niet bereikt' },
    en: {
      yes: 'the state pension age is reached',
      no: 'the state pension age is not reached',
    },
  },
  'court-emancipation': {
    nl: {
      yes: 'de rechter [verklaarde] de persoon meerderjarig',
      no: 'de rechter [verklaarde] de persoon niet meerderjarig',
    },
    en: {
      yes: 'the court declared the person to be of age',
      no: 'the court did not declare the person to be of age',
    },
  },
  'lives-in-with-others': {
    nl: {
      yes: 'het huishouden [woont] bij anderen in huis',
      no: 'het huishouden [woont] niet bij anderen in huis',
    },
    en: {
      yes: 'the household lives in with others',
      no: 'the household does not live in with others',
    },
  },
  'homeless-with-children': {
    nl: {
      yes: 'het huishouden [is] dakloos | met minderjarige kinderen',
      no: 'het huishouden [is] niet dakloos | met minderjarige kinderen',
    },
    en: {
      yes: 'the household is homeless with minor children',
      no: 'the household is not homeless with minor children',
    },
  },
  'in-shelter': {
    nl: {
      yes: 'de persoon [verblijft] in de opvang',
      no: 'de persoon [verblijft] niet in de opvang',
    },
    en: { yes: 'the person stays in a shelter', no: 'the person does not stay in a shelter' },
  },
  nominated: {
    nl: { yes: 'de persoon [is] | voorgedragen', no: 'de persoon [is] niet | voorgedragen' },
    en: { yes: 'the person is nominated', no: 'the person is not nominated' },
  },
  held: {
    nl: { yes: 'de persoon [krijgt] nu geen aanbod', no: 'de persoon [kan] aanbod | krijgen' },
    en: { yes: 'the person gets no offers now', no: 'the person can get offers' },
  },
  blocked: {
    nl: { yes: 'de persoon [is] geblokkeerd', no: 'de persoon [is] niet geblokkeerd' },
    en: { yes: 'the person is blocked', no: 'the person is not blocked' },
  },
  regulated: {
    nl: { yes: 'de huur [is] gereguleerd', no: 'de huur [is] niet gereguleerd' },
    en: { yes: 'the rent is regulated', no: 'the rent is not regulated' },
  },
  'new-build': {
    nl: { yes: 'de woning [is] nieuwbouw', no: 'de woning [is] geen nieuwbouw' },
    en: { yes: 'the home is newly built', no: 'the home is not newly built' },
  },
  student: {
    nl: { yes: 'de woning [is] voor studenten', no: 'de woning [is] niet voor studenten' },
    en: { yes: 'the home is for students', no: 'the home is not for students' },
  },
  'self-contained': {
    nl: { yes: 'de woning [is] zelfstandig', no: 'de woning [is] niet zelfstandig' },
    en: { yes: 'the home is self-contained', no: 'the home is not self-contained' },
  },
  suitable: {
    nl: { yes: 'de aanbieding [is] passend', no: 'de aanbieding [is] niet passend' },
    en: { yes: 'the offer is suitable', no: 'the offer is not suitable' },
  },
  justified: {
    nl: { yes: 'er [is] een goede reden voor', no: 'er [is] geen goede reden voor' },
    en: { yes: 'there is a good reason for it', no: 'there is no good reason for it' },
  },
  'above-taker': {
    nl: {
      yes: 'de persoon [stond] hoger | dan wie de woning kreeg',
      no: 'de persoon [stond] lager | dan wie de woning kreeg',
    },
    en: {
      yes: 'the person stood above the one who got the home',
      no: 'the person stood below the one who got the home',
    },
  },
  'own-contract': {
    nl: {
      yes: 'het huurcontract [staat] op eigen naam',
      no: 'het huurcontract [staat] op een andere naam',
    },
    en: { yes: 'the lease is in their own name', no: "the lease is in somebody else's name" },
  },
  upheld: {
    nl: {
      yes: 'het besluit [blijft] na het horen | staan',
      no: 'het besluit [vervalt] na het horen',
    },
    en: {
      yes: 'the decision stands after the hearing',
      no: 'the decision falls after the hearing',
    },
  },
}

/** A fact with several values, as a clause about one or more of them in `{value}`. */
const holdsWords: Readonly<Record<OfType<typeof facts, 'choices'>, Clause>> = {
  indication: {
    nl: {
      yes: 'de persoon [heeft] een indicatie | voor {value}',
      no: 'de persoon [heeft] geen indicatie | voor {value}',
    },
    en: {
      yes: 'the person has an indication for {value}',
      no: 'the person has no indication for {value}',
    },
  },
  'profile-dwelling-types': {
    nl: {
      yes: 'het zoekprofiel [bevat] het woningtype {value}',
      no: 'het zoekprofiel [bevat] het woningtype {value} niet',
    },
    en: {
      yes: 'the search profile includes dwelling type {value}',
      no: 'the search profile does not include dwelling type {value}',
    },
  },
  'profile-areas': {
    nl: {
      yes: 'het zoekprofiel [bevat] het gebied {value}',
      no: 'het zoekprofiel [bevat] het gebied {value} niet',
    },
    en: {
      yes: 'the search profile includes area {value}',
      no: 'the search profile does not include area {value}',
    },
  },
  'profile-models': {
    nl: {
      yes: 'het zoekprofiel [bevat] het verdeelmodel {value}',
      no: 'het zoekprofiel [bevat] het verdeelmodel {value} niet',
    },
    en: {
      yes: 'the search profile includes allocation model {value}',
      no: 'the search profile does not include allocation model {value}',
    },
  },
  label: {
    nl: {
      yes: 'de woning [heeft] het label {value}',
      no: 'de woning [heeft] het label {value} niet',
    },
    en: { yes: 'the home has the label {value}', no: 'the home does not have the label {value}' },
  },
  flag: {
    nl: {
      yes: 'de advertentie [heeft] het kenmerk {value}',
      no: 'de advertentie [heeft] het kenmerk {value} niet',
    },
    en: {
      yes: 'the listing has the flag {value}',
      no: 'the listing does not have the flag {value}',
    },
  },
  area: {
    nl: { yes: 'de plek [ligt] in {value}', no: 'de plek [ligt] niet in {value}' },
    en: { yes: 'the place lies in {value}', no: 'the place does not lie in {value}' },
  },
  'designated-area': {
    nl: {
      yes: 'het gebied [is] | aangewezen voor {value}',
      no: 'het gebied [is] niet | aangewezen voor {value}',
    },
    en: {
      yes: 'the area is designated for {value}',
      no: 'the area is not designated for {value}',
    },
  },
  accessibility: {
    nl: {
      yes: 'de woning [is] toegankelijk | volgens kenmerk {value}',
      no: 'de woning [is] niet toegankelijk | volgens kenmerk {value}',
    },
    en: {
      yes: 'the home has the accessibility feature {value}',
      no: 'the home does not have the accessibility feature {value}',
    },
  },
  'priorities-applied': {
    nl: {
      yes: 'voorrang [is] | gebruikt volgens {value}',
      no: 'geen voorrang [is] | gebruikt volgens {value}',
    },
    en: {
      yes: 'priority is used under {value}',
      no: 'no priority is used under {value}',
    },
  },
  'set-aside': {
    nl: {
      yes: 'van een eis [is] | afgeweken met het oordeel {value}',
      no: 'van geen eis [is] | afgeweken met het oordeel {value}',
    },
    en: {
      yes: 'a requirement is set aside by the judgement {value}',
      no: 'no requirement is set aside by the judgement {value}',
    },
  },
}

/** What an event or spell says about itself; the yes-or-no ones stand here for their name alone. */
const attributeWords: Readonly<Record<Attribute, Words>> = {
  reason: { nl: 'de reden', en: 'the reason' },
  at: { nl: 'de stap in het proces', en: 'the step in the process' },
  suitable: { nl: 'de passendheid van de aanbieding', en: 'the suitability of the offer' },
  justified: { nl: 'de goede reden', en: 'the good reason' },
  'above-taker': {
    nl: 'de plaats boven wie de woning kreeg',
    en: 'the place above the one who got the home',
  },
  cause: { nl: 'de oorzaak', en: 'the cause' },
  ground: { nl: 'de grond', en: 'the ground' },
  award: { nl: 'de soort toekenning', en: 'the kind of award' },
  amount: { nl: 'de hoeveelheid', en: 'the amount' },
  address: { nl: 'het adres', en: 'the address' },
  hours: { nl: 'het aantal uren per week', en: 'the number of hours a week' },
  institution: { nl: 'de instelling', en: 'the institution' },
  'own-contract': { nl: 'het huurcontract op eigen naam', en: 'the lease in their own name' },
  life: { nl: 'de levensloop', en: 'the life' },
  upheld: { nl: 'de uitkomst na het horen', en: 'the outcome after the hearing' },
  sanction: { nl: 'de sanctie', en: 'the sanction' },
  reverses: { nl: 'de teruggedraaide gebeurtenis', en: 'the reversed event' },
  'registered-on': { nl: 'de inschrijfdatum', en: 'the registration date' },
  'care-share': { nl: 'het aandeel in de zorg', en: 'the share of the care' },
  phase: { nl: 'de fase', en: 'the phase' },
  code: { nl: 'de reden van het einde', en: 'the reason of the end' },
  step: { nl: 'de stap van de sanctie', en: 'the step of the sanction' },
}

/** The allocation models (verdeelmodellen). */
export const modelWords: Readonly<Record<AllocationModel, Words>> = {
  ranked: { nl: 'aanbod', en: 'ranked' },
  lottery: { nl: 'loting', en: 'lottery' },
  'first-come': { nl: 'direct te huur', en: 'first come' },
  option: { nl: 'optie', en: 'option' },
  'direct-matching': { nl: 'bemiddeling', en: 'direct matching' },
  motivation: { nl: 'motivatie', en: 'motivation' },
  swap: { nl: 'woningruil', en: 'swap' },
}

type ChoiceFact = {
  [Name in FactId]: (typeof facts)[Name] extends { readonly values: readonly string[] }
    ? Name
    : never
}[FactId]

/** The values of facts with a closed list. */
export const choiceWords: {
  readonly [Name in ChoiceFact]: Readonly<Record<(typeof facts)[Name]['values'][number], Words>>
} = {
  'demoted-to': {
    tier: { nl: 'achteraan in de groep', en: 'at the end of the group' },
    list: { nl: 'achteraan in de lijst', en: 'at the end of the list' },
  },
  role: {
    applicant: { nl: 'aanvrager', en: 'applicant' },
    'co-applicant': { nl: 'medeaanvrager', en: 'co-applicant' },
    member: { nl: 'medebewoner', en: 'member' },
    child: { nl: 'kind', en: 'child' },
  },
  'residence-status': {
    dutch: { nl: 'Nederlander of daaraan gelijkgesteld', en: 'Dutch or treated as Dutch' },
    lawful: { nl: 'rechtmatig verblijf', en: 'lawful residence' },
    'permit-holder': { nl: 'vergunninghouder', en: 'permit holder' },
    none: { nl: 'geen rechtmatig verblijf', en: 'no lawful residence' },
  },
  'income-source': {
    work: { nl: 'werk', en: 'work' },
    'own-business': { nl: 'eigen bedrijf', en: 'own business' },
    'early-retirement': { nl: 'vervroegd pensioen', en: 'early retirement' },
    'old-age-pension': { nl: 'AOW of pensioen', en: 'old-age pension' },
    'survivor-pension': { nl: 'nabestaandenpensioen', en: "survivor's pension" },
    'student-finance': { nl: 'studiefinanciering', en: 'student finance' },
    benefit: { nl: 'uitkering', en: 'benefit' },
    none: { nl: 'geen inkomen', en: 'no income' },
  },
  household: {
    'one-adult': { nl: 'één volwassene', en: 'one adult' },
    'two-adults': { nl: 'twee volwassenen', en: 'two adults' },
    'more-adults': { nl: 'meer dan twee volwassenen', en: 'more than two adults' },
  },
  'housing-situation': {
    starter: { nl: 'starter', en: 'starter' },
    'onward-mover': { nl: 'doorstromer', en: 'onward mover' },
    're-starter': { nl: 'herstarter', en: 're-starter' },
  },
  'leaves-empty': {
    none: { nl: 'geen woning', en: 'no home' },
    'social-rental': { nl: 'sociale huurwoning', en: 'social rented home' },
    'private-rental': { nl: 'particuliere huurwoning', en: 'privately rented home' },
    'owner-occupied': { nl: 'koopwoning', en: 'owner-occupied home' },
  },
  indication: {
    walker: { nl: 'rollator', en: 'walker' },
    wheelchair: { nl: 'rolstoel', en: 'wheelchair' },
    'single-floor': { nl: 'gelijkvloers', en: 'single floor' },
    'service-home': { nl: 'servicewoning', en: 'service home' },
    sheltered: { nl: 'beschut wonen', en: 'sheltered living' },
  },
  screening: {
    passed: { nl: 'geen bezwaar', en: 'passed' },
    failed: { nl: 'wel bezwaar', en: 'failed' },
  },
  'profile-models': modelWords,
  model: modelWords,
  segment: {
    social: { nl: 'sociale huur', en: 'social rent' },
    'mid-rent': { nl: 'middenhuur', en: 'mid-rent' },
    free: { nl: 'vrije sector', en: 'free sector' },
  },
  'designated-area': {
    'wbmgp-8': {
      nl: 'eisen aan inkomen (Wbmgp artikel 8)',
      en: 'income demands (Wbmgp article 8)',
    },
    'wbmgp-9': {
      nl: 'voorrang op kenmerken (Wbmgp artikel 9)',
      en: 'priority by characteristics (Wbmgp article 9)',
    },
    'wbmgp-10': { nl: 'screening (Wbmgp artikel 10)', en: 'screening (Wbmgp article 10)' },
  },
  'lease-kind': {
    regular: { nl: 'gewoon', en: 'regular' },
    youth: { nl: 'jongerencontract', en: 'youth lease' },
    temporary: { nl: 'tijdelijk', en: 'temporary' },
    flex: { nl: 'flexcontract', en: 'flex lease' },
    student: { nl: 'campuscontract', en: 'student lease' },
  },
}

/**
 * Grounds of urgency. Keys that begin with `12-3` are categories of the Huisvestingswet art. 12 lid 3,
 * as the regimes in `policies/law` name them; a book's own grounds may begin with `local-`.
 */
const urgencyGrounds: Readonly<Record<string, Words>> = {
  '12-3-a': {
    nl: 'mantelzorg geven of ontvangen (artikel 12 lid 3 a)',
    en: 'giving or receiving informal care (article 12 paragraph 3 a)',
  },
  '12-3-b': {
    nl: 'ernstige en chronische medische redenen (artikel 12 lid 3 b)',
    en: 'serious and chronic medical reasons (article 12 paragraph 3 b)',
  },
  '12-3-c': {
    nl: 'opvang wegens dakloosheid (artikel 12 lid 3 c)',
    en: 'in a shelter for the homeless (article 12 paragraph 3 c)',
  },
  '12-3-d': {
    nl: 'uit de opvang na huiselijk geweld of mensenhandel (artikel 12 lid 3 d)',
    en: 'leaving a shelter after domestic violence or trafficking (article 12 paragraph 3 d)',
  },
  '12-3-e': {
    nl: 'uit beschermd wonen (artikel 12 lid 3 e)',
    en: 'leaving protected living (article 12 paragraph 3 e)',
  },
  '12-3-f': {
    nl: 'uit een instelling met psychiatrische zorg (artikel 12 lid 3 f)',
    en: 'leaving an institution with psychiatric care (article 12 paragraph 3 f)',
  },
  '12-3-g': {
    nl: 'van 18 tot 23 jaar, uit de jeugdzorg (artikel 12 lid 3 g)',
    en: 'aged 18 up to 23, leaving youth care (article 12 paragraph 3 g)',
  },
  '12-3-h': {
    nl: 'uit gevangenis, jeugdinrichting of forensische zorg (artikel 12 lid 3 h)',
    en: 'leaving prison, youth detention or forensic care (article 12 paragraph 3 h)',
  },
  '12-3-i': {
    nl: 'uitstapprogramma voor sekswerkers (artikel 12 lid 3 i)',
    en: 'exit programme for sex workers (article 12 paragraph 3 i)',
  },
  '12-3-j': {
    nl: 'gezin met minderjarige kinderen zonder vaste verblijfplaats (artikel 12 lid 3 j)',
    en: 'family with minor children without a fixed place to live (article 12 paragraph 3 j)',
  },
  '12-3-shelter': {
    nl: 'verblijf in de opvang na geweld of relatieproblemen (artikel 12 lid 3)',
    en: 'staying in a shelter after violence or relational trouble (article 12 paragraph 3)',
  },
  '12-3-informal-care': {
    nl: 'mantelzorg geven of ontvangen (artikel 12 lid 3)',
    en: 'giving or receiving informal care (article 12 paragraph 3)',
  },
  '12-3-permit-holder': {
    nl: 'vergunninghouder (artikel 12 lid 3)',
    en: 'permit holder (article 12 paragraph 3)',
  },
  'informal-care': { nl: 'mantelzorg', en: 'informal care' },
  'chronic-medical': { nl: 'langdurige medische redenen', en: 'chronic medical reasons' },
  'homeless-shelter': { nl: 'uitstroom uit daklozenopvang', en: 'leaving a homeless shelter' },
  'violence-shelter': {
    nl: 'uitstroom uit opvang na geweld',
    en: 'leaving a shelter after violence',
  },
  'protected-living': {
    nl: 'uitstroom uit beschermd wonen',
    en: 'leaving protected living',
  },
  'psychiatric-institution': {
    nl: 'uitstroom uit een ggz-instelling',
    en: 'leaving a psychiatric institution',
  },
  'youth-care': { nl: 'uitstroom uit jeugdhulp', en: 'leaving youth care' },
  detention: { nl: 'uitstroom uit detentie', en: 'leaving detention' },
  'exit-sex-work': { nl: 'uitstapprogramma voor sekswerkers', en: 'leaving sex work' },
  'homeless-family': { nl: 'dakloos gezin', en: 'homeless family' },
  renewal: { nl: 'sloop of renovatie', en: 'demolition or renewal' },
  uninhabitable: { nl: 'onbewoonbare woning', en: 'uninhabitable home' },
  'forced-loss': { nl: 'gedwongen verlies van de woning', en: 'forced loss of the home' },
  'permit-holder': { nl: 'vergunninghouder', en: 'permit holder' },
  medical: { nl: 'medische redenen', en: 'medical reasons' },
  social: { nl: 'sociale redenen', en: 'social reasons' },
  'relationship-ended': { nl: 'einde van een relatie', en: 'end of a relationship' },
  'living-in': { nl: 'inwonen bij anderen', en: 'living in with others' },
  pregnancy: { nl: 'zwangerschap', en: 'pregnancy' },
  'holiday-park': { nl: 'wonen op een vakantiepark', en: 'living on a holiday park' },
  'lease-ending': { nl: 'einde van het huurcontract', en: 'end of the lease' },
  nuisance: { nl: 'overlast', en: 'nuisance' },
  'family-reunion': { nl: 'gezinshereniging', en: 'family reunion' },
  'return-from-abroad': { nl: 'terugkeer uit het buitenland', en: 'return from abroad' },
  'home-size': { nl: 'te kleine of te grote woning', en: 'home too small or too large' },
  'nearer-family': { nl: 'dichter bij familie wonen', en: 'living nearer to family' },
  emergency: { nl: 'noodsituatie', en: 'emergency' },
  violence: { nl: 'geweld', en: 'violence' },
  'poor-state': { nl: 'slechte staat van de woning', en: 'poor state of the home' },
}

/** Values that rule books often use in open lists; a value without words is shown by its name. */
const openValueWords: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  area: { region: { nl: 'de regio', en: 'the region' } },
  address: { current: { nl: 'het huidige adres', en: 'the present address' } },
  at: {
    poll: { nl: 'het peilen van interesse', en: 'the interest poll' },
    viewing: { nl: 'de bezichtiging', en: 'the viewing' },
    offer: { nl: 'de aanbieding', en: 'the offer' },
    signing: { nl: 'het tekenen', en: 'the signing' },
    appointment: { nl: 'de afspraak', en: 'the appointment' },
  },
  cause: {
    arrears: { nl: 'huurschuld', en: 'rent arrears' },
    nuisance: { nl: 'overlast', en: 'nuisance' },
    threats: { nl: 'bedreiging', en: 'threats' },
    misuse: { nl: 'misbruik van de woning', en: 'misuse of the home' },
    fraud: { nl: 'fraude', en: 'fraud' },
    cannabis: { nl: 'hennepteelt', en: 'growing cannabis' },
    deliberate: { nl: 'opzet', en: 'intent' },
  },
  reason: { 'advert-wrong': { nl: 'fout in de advertentie', en: 'mistake in the listing' } },
  flag: {
    tailored: { nl: 'maatwerk', en: 'tailored' },
    'free-room': { nl: 'vrije ruimte', en: 'discretionary room' },
    'local-tailoring': { nl: 'lokaal maatwerk', en: 'local tailoring' },
    'local-first': { nl: 'eigen inwoners eerst', en: 'own inhabitants first' },
    'own-inhabitants': { nl: 'eigen inwoners', en: 'own inhabitants' },
  },
  'profession-group': {
    police: { nl: 'politie', en: 'police' },
    education: { nl: 'onderwijs', en: 'education' },
    care: { nl: 'zorg', en: 'care' },
    other: { nl: 'een andere, of geen werk', en: 'another, or no work' },
  },
  'target-group': {
    none: { nl: 'geen', en: 'none' },
    student: { nl: 'studenten', en: 'students' },
    housing: { nl: 'Housing', en: 'Housing' },
    'housing-plus': { nl: 'Housing Plus', en: 'Housing Plus' },
    'housing-first': { nl: 'Housing First', en: 'Housing First' },
    'caravan-dweller': { nl: 'woonwagenbewoners', en: 'caravan dwellers' },
  },
  label: {
    youth: { nl: 'jongeren', en: 'youth' },
    senior: { nl: 'senioren', en: 'seniors' },
    'preferably-55-plus': { nl: 'bij voorkeur 55-plus', en: 'preferably 55 and over' },
    'large-family': { nl: 'grote gezinnen', en: 'large families' },
    'vital-profession': { nl: 'vitale beroepen', en: 'vital professions' },
    'big-to-better': { nl: 'van groot naar beter', en: 'from large to better' },
    'up-to-25': { nl: 'tot en met 25 jaar', en: 'up to 25 years' },
    ...choiceWords.indication,
  },
}

/** Values that mean the same under any name, such as answers to a judgement and grounds of urgency. */
const plainValueWords: Readonly<Record<string, Words>> = {
  ...urgencyGrounds,
  none: { nl: 'geen', en: 'none' },
  ordinary: { nl: 'gewoon', en: 'ordinary' },
  'under-conditions': { nl: 'onder voorwaarden', en: 'under conditions' },
  'direct-mediation': { nl: 'directe bemiddeling', en: 'direct mediation' },
  'self-search': { nl: 'zelf zoeken', en: 'searching oneself' },
  'direct-offer': { nl: 'direct aanbod', en: 'direct offer' },
  apartment: { nl: 'appartement', en: 'apartment' },
  'ground-floor': { nl: 'benedenwoning', en: 'ground-floor home' },
  house: { nl: 'eengezinswoning', en: 'house' },
  'single-family': { nl: 'eengezinswoning', en: 'single-family house' },
  studio: { nl: 'studio', en: 'studio' },
  region: { nl: 'de regio', en: 'the region' },
  municipality: { nl: 'de gemeente', en: 'the municipality' },
  settlement: { nl: 'de kern', en: 'the settlement' },
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
}

/** Something counted: one with its article, and many. */
export type Counted = Readonly<Record<Language, { readonly one: string; readonly many: string }>>

/** What happened on a day (gebeurtenis). */
export const eventWords: Readonly<Record<EventName, Counted>> = {
  registered: {
    nl: { one: 'een inschrijving', many: 'inschrijvingen' },
    en: { one: 'a registration', many: 'registrations' },
  },
  paid: {
    nl: { one: 'een betaling van het inschrijfgeld', many: 'betalingen van het inschrijfgeld' },
    en: { one: 'a payment of the fee', many: 'payments of the fee' },
  },
  renewed: {
    nl: { one: 'een verlenging', many: 'verlengingen' },
    en: { one: 'a renewal', many: 'renewals' },
  },
  deregistered: {
    nl: { one: 'een uitschrijving', many: 'uitschrijvingen' },
    en: { one: 'a deregistration', many: 'deregistrations' },
  },
  'restoration-closed': {
    nl: {
      one: 'een besluit dat de inschrijftijd vervalt',
      many: 'besluiten dat inschrijftijd vervalt',
    },
    en: {
      one: 'a decision that the time lapses',
      many: 'decisions that time lapses',
    },
  },
  restored: {
    nl: { one: 'een verzoek om herstel', many: 'verzoeken om herstel' },
    en: { one: 'a request to restore', many: 'requests to restore' },
  },
  merged: {
    nl: { one: 'een samenvoeging van inschrijvingen', many: 'samenvoegingen van inschrijvingen' },
    en: { one: 'a merger of registrations', many: 'mergers of registrations' },
  },
  paused: {
    nl: { one: 'het begin van een pauze', many: 'pauzes' },
    en: { one: 'the start of a pause', many: 'pauses' },
  },
  resumed: {
    nl: { one: 'een hervatting', many: 'hervattingen' },
    en: { one: 'a resumption', many: 'resumptions' },
  },
  activated: {
    nl: { one: 'een activering', many: 'activeringen' },
    en: { one: 'an activation', many: 'activations' },
  },
  moved: {
    nl: { one: 'een verhuizing', many: 'verhuizingen' },
    en: { one: 'a move', many: 'moves' },
  },
  'home-left-empty': {
    nl: { one: 'het leeg achterlaten van een woning', many: 'leeg achtergelaten woningen' },
    en: { one: 'leaving a home empty', many: 'homes left empty' },
  },
  'home-sold': {
    nl: { one: 'de verkoop van de eigen woning', many: 'verkopen van een eigen woning' },
    en: { one: 'the sale of the own home', many: 'sales of an own home' },
  },
  'lease-started': {
    nl: { one: 'het begin van een huurcontract', many: 'begonnen huurcontracten' },
    en: { one: 'the start of a lease', many: 'started leases' },
  },
  'lease-ended': {
    nl: { one: 'het einde van een huurcontract', many: 'geëindigde huurcontracten' },
    en: { one: 'the end of a lease', many: 'ended leases' },
  },
  responded: {
    nl: { one: 'een reactie', many: 'reacties' },
    en: { one: 'a response', many: 'responses' },
  },
  'withdrew-response': {
    nl: { one: 'een ingetrokken reactie', many: 'ingetrokken reacties' },
    en: { one: 'a withdrawn response', many: 'withdrawn responses' },
  },
  'withdrew-after-selection': {
    nl: { one: 'een terugtrekking na selectie', many: 'terugtrekkingen na selectie' },
    en: { one: 'a withdrawal after selection', many: 'withdrawals after selection' },
  },
  'fitting-listing-closed': {
    nl: { one: 'een gesloten passende advertentie', many: 'gesloten passende advertenties' },
    en: { one: 'a closed fitting listing', many: 'closed fitting listings' },
  },
  invited: {
    nl: { one: 'een uitnodiging', many: 'uitnodigingen' },
    en: { one: 'an invitation', many: 'invitations' },
  },
  'invitation-unanswered': {
    nl: { one: 'een onbeantwoorde uitnodiging', many: 'onbeantwoorde uitnodigingen' },
    en: { one: 'an unanswered invitation', many: 'unanswered invitations' },
  },
  'no-show': {
    nl: { one: 'wegblijven zonder bericht', many: 'keren wegblijven zonder bericht' },
    en: { one: 'staying away without notice', many: 'times staying away without notice' },
  },
  'documents-late': {
    nl: { one: 'het te laat inleveren van stukken', many: 'keren te laat ingeleverde stukken' },
    en: { one: 'handing in papers too late', many: 'times papers handed in too late' },
  },
  'offer-made': {
    nl: { one: 'een aanbieding', many: 'aanbiedingen' },
    en: { one: 'an offer', many: 'offers' },
  },
  'offer-refused': {
    nl: { one: 'een weigering van een aanbieding', many: 'weigeringen van een aanbieding' },
    en: { one: 'a refusal of an offer', many: 'refusals of an offer' },
  },
  'offer-unanswered': {
    nl: { one: 'een onbeantwoorde aanbieding', many: 'onbeantwoorde aanbiedingen' },
    en: { one: 'an unanswered offer', many: 'unanswered offers' },
  },
  'offer-accepted': {
    nl: { one: 'een aangenomen aanbieding', many: 'aangenomen aanbiedingen' },
    en: { one: 'an accepted offer', many: 'accepted offers' },
  },
  contacted: {
    nl: { one: 'contact met de verhuurder', many: 'contacten met de verhuurder' },
    en: { one: 'contact with the landlord', many: 'contacts with the landlord' },
  },
  'urgency-requested': {
    nl: { one: 'een aanvraag om urgentie', many: 'aanvragen om urgentie' },
    en: { one: 'a request for urgency', many: 'requests for urgency' },
  },
  'urgency-granted': {
    nl: { one: 'de toekenning van urgentie', many: 'toekenningen van urgentie' },
    en: { one: 'the grant of urgency', many: 'grants of urgency' },
  },
  'urgency-extended': {
    nl: { one: 'de verlenging van urgentie', many: 'verlengingen van urgentie' },
    en: { one: 'the extension of urgency', many: 'extensions of urgency' },
  },
  'urgency-ground-gone': {
    nl: { one: 'het vervallen van de urgentiegrond', many: 'vervallen urgentiegronden' },
    en: { one: 'the loss of the ground of urgency', many: 'lost grounds of urgency' },
  },
  'urgency-refused': {
    nl: { one: 'de afwijzing van urgentie', many: 'afwijzingen van urgentie' },
    en: { one: 'the denial of urgency', many: 'denials of urgency' },
  },
  awarded: {
    nl: { one: 'een toekenning', many: 'toekenningen' },
    en: { one: 'an award', many: 'awards' },
  },
  'award-extended': {
    nl: { one: 'de verlenging van een toekenning', many: 'verlengingen van een toekenning' },
    en: { one: 'the extension of an award', many: 'extensions of an award' },
  },
  'option-taken': {
    nl: { one: 'het nemen van een optie', many: 'genomen opties' },
    en: { one: 'taking an option', many: 'options taken' },
  },
  'option-paused': {
    nl: { one: 'het stilzetten van een optie', many: 'stilgezette opties' },
    en: { one: 'pausing an option', many: 'options paused' },
  },
  'option-resumed': {
    nl: { one: 'het hervatten van een optie', many: 'hervatte opties' },
    en: { one: 'resuming an option', many: 'options resumed' },
  },
  'conduct-established': {
    nl: { one: 'vastgesteld gedrag', many: 'keren vastgesteld gedrag' },
    en: { one: 'established conduct', many: 'times established conduct' },
  },
  'false-data-established': {
    nl: { one: 'vastgestelde onjuiste gegevens', many: 'keren vastgestelde onjuiste gegevens' },
    en: { one: 'established false data', many: 'times established false data' },
  },
  cleared: {
    nl: { one: 'de opheffing van een sanctie', many: 'opheffingen van een sanctie' },
    en: { one: 'the lifting of a sanction', many: 'sanctions lifted' },
  },
  heard: {
    nl: { one: 'een hoorgesprek', many: 'hoorgesprekken' },
    en: { one: 'a hearing', many: 'hearings' },
  },
  reversed: {
    nl: { one: 'het terugdraaien van een gebeurtenis', many: 'teruggedraaide gebeurtenissen' },
    en: { one: 'the reversal of an event', many: 'reversed events' },
  },
}

/** What the calendar or a life brings by itself. */
export const tickWords: Readonly<Record<Tick | 'phase-ended', Counted>> = {
  'day-ended': {
    nl: { one: 'het einde van een dag', many: 'dagen' },
    en: { one: 'the end of a day', many: 'days' },
  },
  'fortnight-ended': {
    nl: { one: 'het einde van twee weken', many: 'perioden van twee weken' },
    en: { one: 'the end of a fortnight', many: 'fortnights' },
  },
  'month-ended': {
    nl: { one: 'het einde van een maand', many: 'maanden' },
    en: { one: 'the end of a month', many: 'months' },
  },
  'year-ended': {
    nl: { one: 'het einde van een jaar', many: 'jaren' },
    en: { one: 'the end of a year', many: 'years' },
  },
  'phase-ended': {
    nl: { one: 'het einde van een fase', many: 'beëindigde fasen' },
    en: { one: 'the end of a phase', many: 'ended phases' },
  },
}

/** What lasted from-to (periode), without article: "woonperiode". */
export const spellWords: Readonly<Record<SpellName, Counted>> = {
  resident: {
    nl: { one: 'woonperiode', many: 'woonperioden' },
    en: { one: 'period of residence', many: 'periods of residence' },
  },
  tenant: {
    nl: { one: 'huurperiode', many: 'huurperioden' },
    en: { one: 'period of tenancy', many: 'periods of tenancy' },
  },
  owner: {
    nl: { one: 'periode met een eigen woning', many: 'perioden met een eigen woning' },
    en: { one: 'period of home ownership', many: 'periods of home ownership' },
  },
  working: {
    nl: { one: 'werkperiode', many: 'werkperioden' },
    en: { one: 'period of work', many: 'periods of work' },
  },
  studying: {
    nl: { one: 'studieperiode', many: 'studieperioden' },
    en: { one: 'period of study', many: 'periods of study' },
  },
  sheltered: {
    nl: { one: 'periode in opvang', many: 'perioden in opvang' },
    en: { one: 'period in a shelter', many: 'periods in a shelter' },
  },
  member: {
    nl: { one: 'periode in het huishouden', many: 'leden van het huishouden' },
    en: { one: 'period in the household', many: 'members of the household' },
  },
  caring: {
    nl: { one: 'periode van mantelzorg', many: 'perioden van mantelzorg' },
    en: { one: 'period of informal care', many: 'periods of informal care' },
  },
}

export const roleWords: Readonly<Record<Role, Words>> = {
  'municipal-executive': { nl: 'burgemeester en wethouders', en: 'the municipal executive' },
  'municipal-council': { nl: 'de gemeenteraad', en: 'the municipal council' },
  'urgency-committee': { nl: 'de urgentiecommissie', en: 'the urgency committee' },
  'matching-panel': { nl: 'de bemiddelingstafel', en: 'the matching panel' },
  'selection-committee': { nl: 'de selectiecommissie', en: 'the selection committee' },
  landlord: { nl: 'de verhuurder', en: 'the landlord' },
  allocator: { nl: 'de verhuurconsulent', en: 'the allocator' },
  'points-desk': { nl: 'het puntenloket', en: 'the points desk' },
  'fire-commander': { nl: 'de brandweercommandant', en: 'the fire commander' },
  mayor: { nl: 'de burgemeester', en: 'the mayor' },
  'allocation-council': { nl: 'het toewijzingsberaad', en: 'the allocation council' },
  'housing-authority': { nl: 'de woondienst', en: 'the housing authority' },
  'care-partner': { nl: 'de zorgpartner', en: 'the care partner' },
}

/** The steps that a requirement guards, as a verb. */
export const gateWords: Readonly<Record<Gate, Words>> = {
  register: { nl: 'inschrijven', en: 'registering' },
  respond: { nl: 'reageren', en: 'responding' },
  'be-offered': { nl: 'een aanbieding krijgen', en: 'getting an offer' },
  sign: { nl: 'het huurcontract tekenen', en: 'signing the lease' },
  urgency: { nl: 'urgentie krijgen', en: 'getting urgency' },
  option: { nl: 'een optie nemen', en: 'taking an option' },
}

export const groundWords: Readonly<Record<Ground, Words>> = {
  urgency: { nl: 'urgentie', en: 'urgency' },
  'local-connection': { nl: 'binding', en: 'local connection' },
  home: {
    nl: 'de aard, grootte of prijs van de woning',
    en: 'the nature, size or price of the home',
  },
  'vital-profession': { nl: 'een vitaal beroep', en: 'a vital profession' },
  'socio-economic': { nl: 'sociaaleconomische kenmerken', en: 'socio-economic characteristics' },
  landlord: { nl: 'het eigen beleid van de verhuurder', en: "the landlord's own policy" },
  experiment: { nl: 'een experiment', en: 'an experiment' },
}

/** When a fact counts (peilmoment). */
export const momentWords: Readonly<Record<Moment, Words>> = {
  'listing-closed': {
    nl: 'de dag waarop de advertentie sluit',
    en: 'the day the listing closes',
  },
  'ranking-made': {
    nl: 'de dag waarop de rangorde wordt gemaakt',
    en: 'the day the ranking is made',
  },
  'offer-made': { nl: 'de dag van de aanbieding', en: 'the day of the offer' },
  'lease-start': { nl: 'de dag waarop de huur begint', en: 'the day the lease starts' },
}

export const periodWords: Readonly<Record<Period, Words>> = {
  'calendar-month': { nl: 'per kalendermaand', en: 'per calendar month' },
  'calendar-quarter': { nl: 'per kwartaal', en: 'per calendar quarter' },
  'calendar-half-year': { nl: 'per half kalenderjaar', en: 'per half calendar year' },
  'calendar-year': { nl: 'per kalenderjaar', en: 'per calendar year' },
  'two-calendar-years': { nl: 'per twee kalenderjaren', en: 'per two calendar years' },
  'whole-term': { nl: 'over de hele looptijd', en: 'over the whole term' },
}

const knownUnits = {
  years: { nl: '{count, number} jaar', en: '{count, plural, one {# year} other {# years}}' },
  months: {
    nl: '{count, plural, one {# maand} other {# maanden}}',
    en: '{count, plural, one {# month} other {# months}}',
  },
  days: {
    nl: '{count, plural, one {# dag} other {# dagen}}',
    en: '{count, plural, one {# day} other {# days}}',
  },
  hours: { nl: '{count, number} uur', en: '{count, plural, one {# hour} other {# hours}}' },
  persons: {
    nl: '{count, plural, one {# persoon} other {# personen}}',
    en: '{count, plural, one {# person} other {# persons}}',
  },
  rooms: {
    nl: '{count, plural, one {# kamer} other {# kamers}}',
    en: '{count, plural, one {# room} other {# rooms}}',
  },
  bedrooms: {
    nl: '{count, plural, one {# slaapkamer} other {# slaapkamers}}',
    en: '{count, plural, one {# bedroom} other {# bedrooms}}',
  },
  m2: { nl: '{count, number} m²', en: '{count, number} m²' },
  percent: { nl: '{count, number} procent', en: '{count, number} per cent' },
  score: {
    nl: '{count, plural, one {# punt} other {# punten}}',
    en: '{count, plural, one {# point} other {# points}}',
  },
  points: {
    nl: '{count, plural, one {# punt} other {# punten}}',
    en: '{count, plural, one {# point} other {# points}}',
  },
  lots: {
    nl: '{count, plural, one {# lot} other {# loten}}',
    en: '{count, plural, one {# lot} other {# lots}}',
  },
  cents: { nl: '{count, number, euro}', en: '{count, number, euro}' },
} satisfies Readonly<Record<NonNullable<Fact['unit']>, Words>> & Readonly<Record<string, Words>>
/** Units as ICU messages with `count`; every unit of a fact, and those that books use beside them. */
export const unitWords: Readonly<Record<string, Words>> = knownUnits

export const kindWords: Readonly<Record<RuleKind, Words>> = {
  definition: { nl: 'begrip', en: 'definition' },
  parameter: { nl: 'bedrag of tabel', en: 'amount or table' },
  judgement: { nl: 'menselijk oordeel', en: 'human judgement' },
  measure: { nl: 'telling', en: 'measure' },
  account: { nl: 'rekening', en: 'account' },
  requirement: { nl: 'eis', en: 'requirement' },
  priority: { nl: 'voorrang', en: 'priority' },
  ranking: { nl: 'rangorde', en: 'ranking' },
  quota: { nl: 'aandeel', en: 'quota' },
  life: { nl: 'levensloop', en: 'life' },
  sanction: { nl: 'sanctie', en: 'sanction' },
  procedure: { nl: 'werkwijze', en: 'procedure' },
}

export const levelWords: Readonly<Record<Level, Words>> = {
  national: { nl: 'het Rijk', en: 'the nation' },
  region: { nl: 'de regio', en: 'the region' },
  municipality: { nl: 'de gemeente', en: 'the municipality' },
  settlement: { nl: 'de kern', en: 'the settlement' },
  landlord: { nl: 'de verhuurder', en: 'the landlord' },
  complex: { nl: 'het complex', en: 'the complex' },
}

export const regimeWords: Readonly<Record<RegimeId, Words>> = {
  'hvw-2015': {
    nl: 'de Huisvestingswet 2014, tekst van 2015',
    en: 'the Huisvestingswet 2014 (Housing Act), text of 2015',
  },
  'hvw-2024': {
    nl: 'de Huisvestingswet 2014, tekst van 2024',
    en: 'the Huisvestingswet 2014 (Housing Act), text of 2024',
  },
  'hvw-2026-07': {
    nl: 'de Huisvestingswet 2014, tekst vanaf juli 2026',
    en: 'the Huisvestingswet 2014 (Housing Act), text from July 2026',
  },
  'outside-hvw': { nl: 'regels buiten de Huisvestingswet', en: 'rules outside the Housing Act' },
}

/** Whose facts a definition means. */
export const meantWords: Readonly<Record<Meant, Words>> = {
  applicant: { nl: 'voor de aanvrager', en: 'for the applicant' },
  'some-applicant': {
    nl: 'voor de aanvrager of de medeaanvrager',
    en: 'for the applicant or the co-applicant',
  },
  'every-applicant': {
    nl: 'voor de aanvrager en voor de medeaanvrager',
    en: 'for both the applicant and the co-applicant',
  },
  'some-member': {
    nl: 'voor ten minste één lid van het huishouden',
    en: 'for at least one member of the household',
  },
  'every-member': {
    nl: 'voor elk lid van het huishouden',
    en: 'for every member of the household',
  },
}

/** Lives that nearly every book has, for books that give them no label. */
export const lifeWords: Readonly<Record<string, Words>> = {
  registration: { nl: 'de inschrijving', en: 'the registration' },
  urgency: { nl: 'de urgentie', en: 'the urgency' },
  option: { nl: 'de optie', en: 'the option' },
}

/** The states of a life (levensloop), as the end of a clause: "de inschrijving loopt". */
export const lifeStateWords: Readonly<Record<'none' | 'active' | 'suspended' | 'ended', Clause>> = {
  none: {
    nl: { yes: '[ontbreekt]', no: '[ontbreekt] niet' },
    en: { yes: 'is absent', no: 'is not absent' },
  },
  active: {
    nl: { yes: '[loopt]', no: '[loopt] niet' },
    en: { yes: 'is active', no: 'is not active' },
  },
  suspended: {
    nl: { yes: '[rust]', no: '[rust] niet' },
    en: { yes: 'is resting', no: 'is not resting' },
  },
  ended: {
    nl: { yes: '[is] | geëindigd', no: '[is] niet | geëindigd' },
    en: { yes: 'has ended', no: 'has not ended' },
  },
}

const places: ReadonlySet<string> = new Set([
  'lives-in',
  'works-in',
  'studies-in',
  'leaves-in',
  'leaves-landlord',
  'urgency-region',
  'profile-areas',
  'municipality',
  'settlement',
  'neighbourhood',
  'area',
  'complex',
  'landlord',
  'institution',
  'address',
])

/** The noun phrase of a fact, or of an attribute of an event; undefined for a name of the book. */
export function nounOf(name: string, language: Language): string | undefined {
  if (isFact(name)) return catalogueWords[name][language]
  return isAttribute(name) ? attributeWords[name][language] : undefined
}

/** The clause of a fact or attribute that is yes or no. */
export function clauseOf(
  name: string,
  language: Language,
): { readonly yes: string; readonly no: string } | undefined {
  const clauses: Readonly<Record<string, Clause>> = clauseWords
  return clauses[name]?.[language]
}

/** The clause of a fact with several values; `{value}` stands for the ones meant. */
export function holdsOf(
  name: string,
  language: Language,
): { readonly yes: string; readonly no: string } | undefined {
  const clauses: Readonly<Record<string, Clause>> = holdsWords
  return clauses[name]?.[language]
}

/** Words for the value of a fact: a listed word, the name of a place, or the value itself in quotes. */
export function wordOfValue(name: string, value: string, language: Language): string {
  const closed: Readonly<Record<string, Readonly<Record<string, Words>>>> = choiceWords
  const words = closed[name]?.[value] ?? openValueWords[name]?.[value]
  if (words) return words[language]
  if (isPlace(name)) return placeName(value)
  const plain = plainValueWords[value.replace(/^local-/, '')] ?? onlyWordsOf(value)
  return plain ? plain[language] : quoted(readable(value))
}

/** Words of a value that stands in a list of its own, as long as all facts that know it say the same. */
function onlyWordsOf(value: string): Words | undefined {
  const closed: Readonly<Record<string, Readonly<Record<string, Words>>>> = choiceWords
  const known = [...Object.values(closed), ...Object.values(openValueWords)].flatMap(
    (words) => words[value] ?? [],
  )
  const [first] = known
  return known.every((each) => each.nl === first?.nl) ? first : undefined
}

/** Whether the values of a fact are names of places or organisations. */
export function isPlace(name: string): boolean {
  return places.has(name)
}

/** `large-home` as "large home". */
export function readable(id: string): string {
  return id.replaceAll('-', ' ')
}

export function quoted(text: string): string {
  return `“${text}”`
}

export function isAttribute(name: string): name is Attribute {
  return Object.hasOwn(attributes, name)
}

const smallWords: ReadonlySet<string> = new Set([
  'aan',
  'bij',
  'de',
  'den',
  'en',
  'in',
  'op',
  'van',
])

// `alphen-aan-den-rijn` as "Alphen aan den Rijn"; codes of places stay as they are.
function placeName(id: string): string {
  if (!/^[a-z-]+$/.test(id)) return id
  const words = id.split('-').map((word, index) => {
    const small = index > 0 && smallWords.has(word)
    return small ? word : word.charAt(0).toUpperCase() + word.slice(1)
  })
  return words.join(' ')
}
