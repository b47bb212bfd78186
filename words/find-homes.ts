/** What the list of homes says beside the homes: why none fits, what comes near, how earlier ones went. */
import type { Texts } from './language.ts'

const nl = {
  neighbourhood: 'Wijk',
  type: 'Soort woning',
  label: 'Geschikt of bedoeld voor',
  'more-filters': '{count, plural, one {# ander filter} other {# andere filters}}',
  chosen: '{count, plural, one {# filter gekozen} other {# filters gekozen}}',
  'rent-odd': 'Vul een bedrag in zoals 700, of laat het leeg. De huur telt nu niet mee.',
  'data-right': 'Klopt dit, en is het volledig?',
  'data-right-link': 'Kijk uw gegevens na',
  'ask-where': 'Waar vraagt u zo’n besluit?',
  'none-shown':
    'Er zijn {all, plural, =0 {nu geen open woningen} one {nu # open woning} other {nu # open woningen}}, maar geen met deze keuzes.',
  'none-drop': 'Laat u één keuze weg, dan ziet u:',
  'drop-municipality': 'zonder gemeente',
  'drop-neighbourhood': 'zonder wijk',
  'drop-dwellingType': 'zonder soort woning',
  'drop-bedroomsMin': 'zonder aantal slaapkamers',
  'drop-rentMaxCents': 'zonder hoogste huur',
  'drop-label': 'zonder geschikt voor',
  'drop-model': 'zonder manier van verdelen',
  'drop-homes': '{count, plural, one {# woning} other {# woningen}}',
  'near-title':
    '{count, plural, one {De woning die het dichtst bij u past, en waarom zij niet past} other {De # woningen die het dichtst bij u passen, en waarom zij niet passen}}',
  'near-place': 'Zij staat niet in een gemeente die u koos.',
  'near-bedrooms':
    'Zij heeft {has, plural, =0 {geen slaapkamer} one {# slaapkamer} other {# slaapkamers}}; u zoekt er ten minste {wished}.',
  'near-rent': 'De huur is {above, number, euro} hoger dan u wilt betalen.',
  'near-rules': 'Volgens de regels:',
  'near-wishes': 'Woonwensen veranderen',
  'near-none': 'Er staan nu geen woningen open. Nieuwe woningen komen elke week.',
  'map-municipality': 'Open woningen per wijk in {place}',
  'map-neighbourhood': 'Wijk',
  'chances-link': 'Hoe lang zochten anderen, en wie kreeg een woning?',
  'similar-title': 'Hoe het eerder ging',
  'similar-lead': 'De laatste woningen van deze soort, op dezelfde manier verdeeld, in {place}.',
  'similar-none': 'Van woningen zoals deze zijn in {place} nog geen uitkomsten.',
  'similar-home': 'Woning',
  'similar-on': 'Gesloten op',
  'similar-responses': 'Reacties',
  'similar-few': 'minder dan 10',
  'chance-title': 'Uw kans bij deze loting',
  'chance-lead':
    'Bij de laatste {draws} lotingen van zulke woningen deden meestal rond {responses} mensen mee. Zijn het er nu evenveel, dan is uw kans 1 op {responses}.',
  'chance-ten':
    'Doet u aan tien zulke lotingen mee, dan is de kans op ten minste één woning ongeveer {percent} op 100.',
  'chance-few': 'Er zijn te weinig lotingen geweest om iets eerlijks over uw kans te zeggen.',
  'chance-unknown':
    'Hoeveel mensen nu meedoen, weten wij pas na de sluiting. Wie voorrang heeft, gaat voor het lot.',
  'chance-draw': 'Zo gaat de loting',
} as const

export const findTexts: Texts<keyof typeof nl> = {
  nl,
  en: {
    neighbourhood: 'Neighbourhood',
    type: 'Type of home',
    label: 'Suited or meant for',
    'more-filters': '{count, plural, one {# other filter} other {# other filters}}',
    chosen: '{count, plural, one {# filter chosen} other {# filters chosen}}',
    'rent-odd': 'Fill in an amount like 700, or leave it empty. Rent does not count now.',
    'data-right': 'Is this right, and complete?',
    'data-right-link': 'Check your data',
    'ask-where': 'Where do you ask for such a decision?',
    'none-shown':
      'There {all, plural, =0 {are no open homes now} one {is # open home now} other {are # open homes now}}, but none with these choices.',
    'none-drop': 'With one choice less you see:',
    'drop-municipality': 'without the municipality',
    'drop-neighbourhood': 'without the neighbourhood',
    'drop-dwellingType': 'without the type of home',
    'drop-bedroomsMin': 'without the number of bedrooms',
    'drop-rentMaxCents': 'without the highest rent',
    'drop-label': 'without suited for',
    'drop-model': 'without the way of sharing out',
    'drop-homes': '{count, plural, one {# home} other {# homes}}',
    'near-title':
      '{count, plural, one {The home that comes nearest, and why it does not fit} other {The # homes that come nearest, and why they do not fit}}',
    'near-place': 'It is not in a municipality you chose.',
    'near-bedrooms':
      'It has {has, plural, =0 {no bedroom} one {# bedroom} other {# bedrooms}}; you seek at least {wished}.',
    'near-rent': 'The rent is {above, number, euro} higher than you want to pay.',
    'near-rules': 'By the rules:',
    'near-wishes': 'Change my wishes',
    'near-none': 'No homes are open now. New ones come every week.',
    'map-municipality': 'Open homes per neighbourhood in {place}',
    'map-neighbourhood': 'Neighbourhood',
    'chances-link': 'How long did others search, and who got a home?',
    'similar-title': 'How it went before',
    'similar-lead': 'The last homes of this type, shared out the same way, in {place}.',
    'similar-none': 'There are no results yet of homes like this in {place}.',
    'similar-home': 'Home',
    'similar-on': 'Closed on',
    'similar-responses': 'Responses',
    'similar-few': 'fewer than 10',
    'chance-title': 'Your chance in this draw',
    'chance-lead':
      'In the last {draws} draws of such homes mostly about {responses} people took part. If there are as many now, your chance is 1 in {responses}.',
    'chance-ten':
      'If you take part in ten such draws, the chance of at least one home is about {percent} in 100.',
    'chance-few': 'There were too few draws to say anything fair about your chance.',
    'chance-unknown':
      'How many take part now we know only after the close. Who has priority goes before the lot.',
    'chance-draw': 'How the draw goes',
  },
}
