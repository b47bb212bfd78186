/** What the pages about a landlord's stock say (voorraad), and who works there. */
import { type Language, type Say, speak, type Texts } from './language.ts'

const nl = {
  title: 'Complexen',
  lead: 'Wat hier staat, is waar een advertentie aan wordt gehouden. Houd het bij voordat een woning leeg komt.',
  counts:
    '{complexes, plural, one {# complex} other {# complexen}}, {dwellings, plural, one {# woning} other {# woningen}}, waarvan {empty, number} leeg.',
  none: 'Er zijn nog geen complexen.',
  'none-found': 'Geen complex past bij wat u zoekt.',
  'search-text': 'Complex of buurt',
  name: 'Complex',
  neighbourhood: 'Buurt',
  'neighbourhood-hint': 'Zoals bewoners haar noemen, bijvoorbeeld Centrum.',
  municipality: 'Gemeente',
  homes: 'Woningen',
  empty: 'Leeg',
  'new-complex': 'Complex toevoegen',
  'of-landlord': 'Van',
  'add-complex': 'Toevoegen',
  'complex-homes':
    '{count, plural, =0 {In dit complex staan nog geen woningen.} one {# woning} other {# woningen}}',
  address: 'Adres',
  'address-hint': 'Straat en huisnummer.',
  'new-dwelling': 'Woning toevoegen',
  type: 'Soort woning',
  segment: 'Soort huur',
  rent: 'Huur per maand (euro)',
  bedrooms: 'Slaapkamers',
  area: 'Oppervlakte (m²)',
  'area-hint': 'Mag leeg blijven.',
  label: 'Geschikt voor',
  'label-none': 'Iedereen',
  'label-walker': 'Rollator',
  'label-single-floor': 'Gelijkvloers wonen',
  'label-wheelchair': 'Rolstoel',
  'label-senior': 'Senioren',
  add: 'Woning toevoegen',
  'change-title': 'Voorraad bijwerken: {address}',
  change: 'Bewaren',
  'change-vacant':
    'Deze woning staat leeg. Dan verandert de voorraad niet: de advertentie wordt ermee vergeleken. Klopt er iets niet? Wijk af in de advertentie, met een grond. Een tweede persoon kijkt mee.',
  'to-listing': 'Naar de advertentie',
  'change-link': 'Voorraad bijwerken',
  'fault-rent': 'Vul een huur in van 0,01 tot en met 5.000 euro.',
  'fault-bedrooms': 'Vul een aantal in van 0 tot en met 12.',
  'fault-floor-area': 'Vul een oppervlakte in van 1 tot en met 500, of laat haar leeg.',
  'fault-name': 'Vul een naam en een buurt in, van ten hoogste 80 tekens.',
  'fault-address': 'Vul een adres in van ten hoogste 120 tekens.',
  'fault-address-there': 'Dit adres staat al in dit complex.',
  'workers-title': 'Medewerkers',
  'workers-lead':
    'Wie hier werkt, met welke rol, en tot wanneer. Een rol geeft de functioneel beheerder, met een tweede persoon. Gaat iemand weg? Meld het daar: dan eindigt de rol meteen.',
  'worker-name': 'Naam',
  'worker-role': 'Rol',
  'worker-until': 'Tot en met',
} as const

export type StockText = keyof typeof nl

const en: Readonly<Record<StockText, string>> = {
  title: 'Complexes',
  lead: 'What stands here is what a listing is held to. Keep it up before a home comes free.',
  counts:
    '{complexes, plural, one {# complex} other {# complexes}}, {dwellings, plural, one {# home} other {# homes}}, {empty, number} of them empty.',
  none: 'There are no complexes yet.',
  'none-found': 'No complex matches what you look for.',
  'search-text': 'Complex or neighbourhood',
  name: 'Complex',
  neighbourhood: 'Neighbourhood',
  'neighbourhood-hint': 'As residents call it, for instance Centrum.',
  municipality: 'Municipality',
  homes: 'Homes',
  empty: 'Empty',
  'new-complex': 'Add a complex',
  'of-landlord': 'Of',
  'add-complex': 'Add',
  'complex-homes':
    '{count, plural, =0 {There are no homes in this complex yet.} one {# home} other {# homes}}',
  address: 'Address',
  'address-hint': 'Street and number.',
  'new-dwelling': 'Add a home',
  type: 'Kind of home',
  segment: 'Kind of rent',
  rent: 'Rent a month (euro)',
  bedrooms: 'Bedrooms',
  area: 'Floor area (m²)',
  'area-hint': 'May stay empty.',
  label: 'Fit for',
  'label-none': 'Everybody',
  'label-walker': 'Walking frame',
  'label-single-floor': 'Living on one floor',
  'label-wheelchair': 'Wheelchair',
  'label-senior': 'Seniors',
  add: 'Add the home',
  'change-title': 'Keep up the stock: {address}',
  change: 'Save',
  'change-vacant':
    'This home stands empty. Then the stock does not change: the listing is compared with it. Is something wrong? Differ in the listing, with a ground. A second person looks too.',
  'to-listing': 'To the listing',
  'change-link': 'Keep up the stock',
  'fault-rent': 'Fill in a rent of 0.01 to 5,000 euros.',
  'fault-bedrooms': 'Fill in a number from 0 to 12.',
  'fault-floor-area': 'Fill in an area from 1 to 500, or leave it empty.',
  'fault-name': 'Fill in a name and a neighbourhood, of at most 80 characters.',
  'fault-address': 'Fill in an address of at most 120 characters.',
  'fault-address-there': 'This address stands in this complex already.',
  'workers-title': 'Colleagues',
  'workers-lead':
    'Who works here, in which role, and until when. The functional administrator gives a role, with a second person. Does somebody leave? Tell them: the role ends at once.',
  'worker-name': 'Name',
  'worker-role': 'Role',
  'worker-until': 'Until',
}

const texts: Texts<StockText> = { nl, en }

export function sayStock(language: Language): Say<StockText> {
  return speak(texts, language)
}
