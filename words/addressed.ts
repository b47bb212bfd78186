/**
 * What a condition says to the person it is about: "u bent minstens 18 jaar" rather than "de leeftijd is minstens 18
 * jaar". Each fact that is said otherwise than by its name has a form here; a form says exactly what the test asks,
 * and what has no form is said by its name.
 */
import type { FactId } from '../core/policy/catalogue.ts'
import type { Clause } from './clause.ts'
import type { Language, Words } from './language.ts'

export type Form = {
  /** Equal to one of these (`yes`), or to none of these (`no`), in `{value}`. */
  readonly values?: Clause
  /** The values as nouns that fit in it; without, they stand in quotes. */
  readonly nouns?: Readonly<Record<string, Words>>
  /** The value `none`, which is no value like the others. */
  readonly none?: Clause
  /** Whether a value of the home fits in it: "in de gemeente van deze woning". */
  readonly refers?: true
  /** A number, an amount or a day, in `{value}`: "minstens 2 kinderen". */
  readonly amount?: Words
  /** The unit, where the clause says another than the fact. */
  readonly unit?: Words
  /** Whether a limit that has a name fits in it: "hoogstens de inkomensgrens". */
  readonly limits?: true
  readonly above?: Words
  readonly below?: Words
  readonly known?: Clause
}

const more: Words = { nl: 'meer dan {value}', en: 'more than {value}' }
const less: Words = { nl: 'minder dan {value}', en: 'less than {value}' }
const fewer: Words = { nl: 'minder dan {value}', en: 'fewer than {value}' }

function counted(
  nl: { readonly none: string; readonly one: string; readonly many: string },
  en: typeof nl,
): Pick<Form, 'unit' | 'above' | 'below'> {
  const message = ({ none, one, many }: typeof nl) =>
    `{count, plural, =0 {${none}} one {# ${one}} other {# ${many}}}`
  return { unit: { nl: message(nl), en: message(en) }, above: more, below: fewer }
}

function placed(verb: { readonly nl: string; readonly en: string; readonly enNot: string }): Form {
  return {
    values: {
      nl: { yes: `${verb.nl} in {value}`, no: `${verb.nl} niet in {value}` },
      en: { yes: `${verb.en} in {value}`, no: `${verb.enNot} in {value}` },
    },
    refers: true,
  }
}

const forms: Partial<Readonly<Record<FactId, Form>>> = {
  // the person
  born: {
    amount: { nl: 'u [bent] {value} | geboren', en: 'you were born {value}' },
  },
  age: {
    amount: { nl: 'u [bent] {value}', en: 'you are {value} old' },
    above: { nl: 'ouder dan {value}', en: 'more than {value}' },
    below: { nl: 'jonger dan {value}', en: 'less than {value}' },
  },
  'residence-status': {
    values: {
      nl: { yes: 'u [bent] {value}', no: 'u [bent] niet {value}' },
      en: { yes: 'you are {value}', no: 'you are not {value}' },
    },
    nouns: {
      dutch: {
        nl: 'Nederlander (of daaraan gelijkgesteld)',
        en: 'Dutch (or treated as Dutch)',
      },
      lawful: { nl: 'rechtmatig in Nederland', en: 'lawfully in the Netherlands' },
      'permit-holder': { nl: 'vergunninghouder', en: 'a permit holder' },
    },
  },
  'lives-in': placed({ nl: 'u [woont]', en: 'you live', enNot: 'you do not live' }),
  'works-in': placed({ nl: 'u [werkt]', en: 'you work', enNot: 'you do not work' }),
  'studies-in': {
    values: {
      nl: { yes: 'u [volgt] een opleiding in {value}', no: 'u [volgt] geen opleiding in {value}' },
      en: { yes: 'you study in {value}', no: 'you do not study in {value}' },
    },
    refers: true,
  },
  'work-hours': {
    amount: { nl: 'u [werkt] {value} per week', en: 'you work {value} a week' },
    unit: { nl: '{count, number} uur', en: '{count, plural, one {# hour} other {# hours}}' },
    above: more,
    below: less,
  },
  'income-source': {
    values: {
      nl: { yes: 'uw inkomen [komt] uit {value}', no: 'uw inkomen [komt] niet uit {value}' },
      en: { yes: 'your income comes from {value}', no: 'your income does not come from {value}' },
    },
    none: {
      nl: { yes: 'u [heeft] geen inkomen', no: 'u [heeft] inkomen' },
      en: { yes: 'you have no income', no: 'you have an income' },
    },
  },

  // the household
  household: {
    values: {
      nl: {
        yes: 'uw huishouden [heeft] {value}',
        no: 'uw huishouden [heeft] niet {value}',
      },
      en: { yes: 'your household has {value}', no: 'your household does not have {value}' },
    },
    nouns: {
      'one-adult': { nl: 'één volwassene', en: 'one adult' },
      'two-adults': { nl: 'twee volwassenen', en: 'two adults' },
      'more-adults': { nl: 'meer dan twee volwassenen', en: 'more than two adults' },
    },
  },
  'household-size': {
    amount: { nl: 'uw huishouden [bestaat] uit {value}', en: 'your household has {value}' },
    ...counted(
      { none: '0 personen', one: 'persoon', many: 'personen' },
      { none: '0 people', one: 'person', many: 'people' },
    ),
  },
  children: {
    amount: { nl: 'u [heeft] {value}', en: 'you have {value}' },
    ...counted(
      { none: 'geen kinderen', one: 'kind', many: 'kinderen' },
      { none: 'no children', one: 'child', many: 'children' },
    ),
  },
  'household-income': {
    amount: { nl: 'uw rekeninkomen [is] {value}', en: 'your assessed income is {value}' },
    limits: true,
    above: { nl: 'hoger dan {value}', en: 'above {value}' },
    below: { nl: 'lager dan {value}', en: 'below {value}' },
  },
  'housing-situation': {
    values: {
      nl: { yes: 'u [bent] {value}', no: 'u [bent] geen {value}' },
      en: { yes: 'you are {value}', no: 'you are not {value}' },
    },
    nouns: {
      starter: { nl: 'starter', en: 'a starter' },
      'onward-mover': { nl: 'doorstromer', en: 'an onward mover' },
      're-starter': { nl: 'herstarter', en: 'a re-starter' },
    },
  },
  'leaves-empty': {
    values: {
      nl: {
        yes: 'u [laat] een {value} leeg achter|',
        no: 'u [laat] geen {value} leeg achter|',
      },
      en: { yes: 'you leave a {value} empty', no: 'you do not leave a {value} empty' },
    },
    nouns: {
      'social-rental': { nl: 'sociale huurwoning', en: 'social rented home' },
      'private-rental': { nl: 'particuliere huurwoning', en: 'privately rented home' },
      'owner-occupied': { nl: 'koopwoning', en: 'home that you own' },
    },
    none: {
      nl: { yes: 'u [laat] geen woning leeg achter|', no: 'u [laat] een woning leeg achter|' },
      en: { yes: 'you leave no home empty', no: 'you leave a home empty' },
    },
  },
  'leaves-landlord': {
    values: {
      nl: {
        yes: 'u [laat] een woning van {value} leeg achter|',
        no: 'u [laat] geen woning van {value} leeg achter|',
      },
      en: {
        yes: 'you leave a home of {value} empty',
        no: 'you do not leave a home of {value} empty',
      },
    },
    refers: true,
  },
  'leaves-in': {
    values: {
      nl: {
        yes: 'u [laat] een woning leeg achter| in {value}',
        no: 'u [laat] geen woning leeg achter| in {value}',
      },
      en: { yes: 'you leave a home empty in {value}', no: 'you leave no home empty in {value}' },
    },
    refers: true,
  },
  'leaves-bedrooms': {
    amount: {
      nl: 'u [laat] een woning met {value} leeg achter|',
      en: 'you leave a home with {value} empty',
    },
    ...counted(
      { none: '0 slaapkamers', one: 'slaapkamer', many: 'slaapkamers' },
      { none: '0 bedrooms', one: 'bedroom', many: 'bedrooms' },
    ),
  },

  // decided by a role
  'urgency-ground': {
    values: {
      nl: {
        yes: 'uw grond voor urgentie [is] {value}',
        no: 'uw grond voor urgentie [is] niet {value}',
      },
      en: {
        yes: 'your ground for urgency is {value}',
        no: 'your ground for urgency is not {value}',
      },
    },
  },
  'target-group': {
    values: {
      nl: {
        yes: 'u [hoort] bij de doelgroep {value}',
        no: 'u [hoort] niet bij de doelgroep {value}',
      },
      en: {
        yes: 'you belong to the target group {value}',
        no: 'you do not belong to the target group {value}',
      },
    },
    none: {
      nl: {
        yes: 'u [hoort] niet bij een doelgroep',
        no: 'u [hoort] bij een doelgroep',
      },
      en: { yes: 'you belong to no target group', no: 'you belong to a target group' },
    },
  },
  screening: {
    values: {
      nl: {
        yes: 'de uitkomst van uw screening [is] {value}',
        no: 'de uitkomst van uw screening [is] niet {value}',
      },
      en: {
        yes: 'the outcome of your screening is {value}',
        no: 'the outcome of your screening is not {value}',
      },
    },
  },

  // counted from the history
  'open-responses': {
    amount: { nl: 'u [heeft] {value}', en: 'you have {value}' },
    ...counted(
      { none: 'geen lopende reacties', one: 'lopende reactie', many: 'lopende reacties' },
      { none: 'no open responses', one: 'open response', many: 'open responses' },
    ),
  },
  'open-offers': {
    amount: { nl: 'u [heeft] {value}', en: 'you have {value}' },
    ...counted(
      { none: 'geen lopende aanbieding', one: 'lopende aanbieding', many: 'lopende aanbiedingen' },
      { none: 'no open offer', one: 'open offer', many: 'open offers' },
    ),
  },

  // the home
  segment: {
    values: {
      nl: { yes: 'het [is] een {value}', no: 'het [is] geen {value}' },
      en: { yes: 'it is a {value}', no: 'it is not a {value}' },
    },
    nouns: {
      social: { nl: 'sociale huurwoning', en: 'social rented home' },
      'mid-rent': { nl: 'middenhuurwoning', en: 'mid-rent home' },
      free: { nl: 'woning in de vrije sector', en: 'home in the free sector' },
    },
  },
  municipality: placed({
    nl: 'de woning [ligt]',
    en: 'the home lies',
    enNot: 'the home does not lie',
  }),
  settlement: {
    values: {
      nl: {
        yes: 'de woning [ligt] in de kern {value}',
        no: 'de woning [ligt] niet in de kern {value}',
      },
      en: {
        yes: 'the home lies in the settlement {value}',
        no: 'the home does not lie in the settlement {value}',
      },
    },
  },
  neighbourhood: {
    values: {
      nl: {
        yes: 'de woning [ligt] in de buurt {value}',
        no: 'de woning [ligt] niet in de buurt {value}',
      },
      en: {
        yes: 'the home lies in the neighbourhood {value}',
        no: 'the home does not lie in the neighbourhood {value}',
      },
    },
  },
  landlord: {
    values: {
      nl: { yes: 'de woning [is] van {value}', no: 'de woning [is] niet van {value}' },
      en: { yes: 'the home belongs to {value}', no: 'the home does not belong to {value}' },
    },
  },
  complex: {
    values: {
      nl: {
        yes: 'de woning [hoort] bij het complex {value}',
        no: 'de woning [hoort] niet bij het complex {value}',
      },
      en: {
        yes: 'the home belongs to the complex {value}',
        no: 'the home does not belong to the complex {value}',
      },
    },
  },
  'complex-age-min': {
    known: {
      nl: {
        yes: 'voor het complex [geldt] een laagste leeftijd',
        no: 'voor het complex [is] geen laagste leeftijd bekend',
      },
      en: {
        yes: 'the complex has a lowest age',
        no: 'no lowest age is known for the complex',
      },
    },
  },
  rooms: {
    amount: { nl: 'de woning [heeft] {value}', en: 'the home has {value}' },
    ...counted(
      { none: '0 kamers', one: 'kamer', many: 'kamers' },
      { none: '0 rooms', one: 'room', many: 'rooms' },
    ),
  },
  bedrooms: {
    amount: { nl: 'de woning [heeft] {value}', en: 'the home has {value}' },
    ...counted(
      { none: '0 slaapkamers', one: 'slaapkamer', many: 'slaapkamers' },
      { none: '0 bedrooms', one: 'bedroom', many: 'bedrooms' },
    ),
  },
  'floor-area': {
    amount: { nl: 'de woning [is] {value} | groot', en: 'the home measures {value}' },
    above: more,
    below: less,
  },
}

/** How a fact is said to the person it is about; nothing where its name says it. */
export function formOf(name: string): Form | undefined {
  const all: Readonly<Record<string, Form | undefined>> = forms
  return Object.hasOwn(all, name) ? all[name] : undefined
}

type YesNo =
  | 'aow-age'
  | 'court-emancipation'
  | 'lives-in-with-others'
  | 'homeless-with-children'
  | 'in-shelter'
  | 'nominated'
  | 'held'
  | 'blocked'

/** What is yes or no about a person, said to that person. */
const clauses: Readonly<Record<YesNo, Clause>> = {
  'aow-age': {
    nl: {
      yes: 'u [heeft] de AOW-leeftijd | bereikt',
      no: 'u [heeft] de AOW-leeftijd niet | bereikt',
    },
    en: {
      yes: 'you have reached the state pension age',
      no: 'you have not reached the state pension age',
    },
  },
  'court-emancipation': {
    nl: {
      yes: 'de rechter [verklaarde] u meerderjarig',
      no: 'de rechter [verklaarde] u niet meerderjarig',
    },
    en: {
      yes: 'the court declared you to be of age',
      no: 'the court did not declare you to be of age',
    },
  },
  'lives-in-with-others': {
    nl: { yes: 'u [woont] bij anderen in huis', no: 'u [woont] niet bij anderen in huis' },
    en: { yes: 'you live in with others', no: 'you do not live in with others' },
  },
  'homeless-with-children': {
    nl: {
      yes: 'u [bent] dakloos | met minderjarige kinderen',
      no: 'u [bent] niet dakloos | met minderjarige kinderen',
    },
    en: {
      yes: 'you are homeless with minor children',
      no: 'you are not homeless with minor children',
    },
  },
  'in-shelter': {
    nl: { yes: 'u [verblijft] in de opvang', no: 'u [verblijft] niet in de opvang' },
    en: { yes: 'you stay in a shelter', no: 'you do not stay in a shelter' },
  },
  nominated: {
    nl: { yes: 'u [bent] | voorgedragen', no: 'u [bent] niet | voorgedragen' },
    en: { yes: 'you are nominated', no: 'you are not nominated' },
  },
  held: {
    nl: { yes: 'u [krijgt] nu geen aanbod', no: 'u [kan] aanbod | krijgen' },
    en: { yes: 'you get no offers now', no: 'you can get offers' },
  },
  blocked: {
    nl: { yes: 'u [bent] geblokkeerd', no: 'u [bent] niet geblokkeerd' },
    en: { yes: 'you are blocked', no: 'you are not blocked' },
  },
}

const holds = {
  area: {
    nl: { yes: 'de woning [ligt] in {value}', no: 'de woning [ligt] niet in {value}' },
    en: { yes: 'the home lies in {value}', no: 'the home does not lie in {value}' },
  },
  indication: {
    nl: {
      yes: 'u [heeft] een indicatie | voor {value}',
      no: 'u [heeft] geen indicatie | voor {value}',
    },
    en: {
      yes: 'you have an indication for {value}',
      no: 'you have no indication for {value}',
    },
  },
} satisfies Readonly<Record<string, Clause>>

/** What is yes or no, or has several values, as it is said to the person it is about. */
export function addressedClause(name: string): Clause | undefined {
  const all: Readonly<Record<string, Clause | undefined>> = { ...clauses, ...holds }
  return Object.hasOwn(all, name) ? all[name] : undefined
}

/** Things of a person that are named within another noun: "het aantal personen in uw huishouden". */
const within: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  nl: [
    [/\b(?:het) (huishouden|inkomen|zoekprofiel|werk)\b/, 'uw $1'],
    [/\b(?:de) (reactie|opleiding|zorg)\b/, 'uw $1'],
    [/de woning die leeg achterblijft/, 'de woning die u leeg achterlaat'],
    [/waarop het wonen op dit adres begon/, 'waarop u op dit adres ging wonen'],
  ],
  en: [
    [/\bthe (household|search profile)\b/, 'your $1'],
    [/the home left empty/, 'the home that you leave empty'],
  ],
}
const article: Readonly<Record<Language, readonly [RegExp, string]>> = {
  nl: [/^(?:de|het) /, 'uw '],
  en: [/^the /, 'your '],
}

/** The noun of what belongs to a person, said to that person: "uw leeftijd", "de bron van uw inkomen". */
export function yours(noun: string, language: Language): string {
  const inside = withYours(noun, language)
  const [pattern, word] = article[language]
  return inside === noun ? noun.replace(pattern, word) : inside
}

/** What a text names of a person, as theirs: "het zoekprofiel" as "uw zoekprofiel". */
export function withYours(text: string, language: Language): string {
  return within[language].reduce((said, [pattern, word]) => said.replace(pattern, word), text)
}
