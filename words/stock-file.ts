/** What is said about files of landlords: the stock that comes in, and what goes out as a table. */
import type { Facts } from '../core/basics/facts.ts'
import { isKeyOf, type Language, type Say, speak, type Texts } from './language.ts'

/** The columns of a file with stock, in their order. */
export const stockColumns = [
  'complex',
  'neighbourhood',
  'municipality',
  'address',
  'type',
  'segment',
  'rent',
  'bedrooms',
  'area',
  'label',
] as const

/** Columns that our own files have, and that are no news when they come back. */
export const stockPassedOver: readonly string[] = ['leeg', 'empty']

const headers: Readonly<Record<(typeof stockColumns)[number], readonly [string, ...string[]]>> = {
  complex: ['Complex', 'Complexnaam'],
  neighbourhood: ['Buurt', 'Neighbourhood'],
  municipality: ['Gemeente', 'Municipality'],
  address: ['Adres', 'Address'],
  type: ['Soort woning', 'Woningtype', 'Type of home'],
  segment: ['Soort huur', 'Segment', 'Kind of rent'],
  rent: ['Huur per maand', 'Huur', 'Huurprijs', 'Rent a month'],
  bedrooms: ['Slaapkamers', 'Aantal slaapkamers', 'Bedrooms'],
  area: ['Oppervlakte', 'Woonoppervlakte', 'Oppervlakte (m²)', 'Area'],
  label: ['Geschikt voor', 'Label', 'Fit for'],
}

/** What a column may be called; the first is what we call it. */
export function stockHeaders(
  column: (typeof stockColumns)[number],
): readonly [string, ...string[]] {
  return headers[column]
}

const nl = {
  'out-title': 'Tabellen van uw organisatie',
  'out-lead': 'In CSV, voor een rekenblad. Er staan geen namen van woningzoekenden in.',
  'out-stock': 'Voorraad van {name}',
  'out-results': 'Verhuurde en gesloten woningen van {name}',
  'out-results-of': 'Uitkomsten in {name}',
  'in-title': 'Voorraad uit een bestand',
  'in-lead':
    'Een CSV-bestand met een woning op elke regel, hooguit {most, number}. U ziet eerst wat er verandert en wat er mis is. Daarna beslist u. Een woning die er al staat, wordt bijgewerkt; weggehaald wordt er niets.',
  'in-columns': 'De kolommen: {columns}. Oppervlakte mag leeg blijven.',
  'in-example': 'Haal uw voorraad op als voorbeeld, en verander die.',
  'of-landlord': 'Van',
  file: 'Bestand',
  'file-hint': 'CSV, hooguit 2 MB.',
  check: 'Controleer het bestand',

  'preview-title': 'Dit staat in uw bestand',
  'preview-file': '{name}, van {landlord}',
  new: 'Nieuwe woningen',
  changed: 'Woningen die veranderen',
  same: 'Woningen die blijven zoals ze zijn',
  complexes: 'Nieuwe complexen',
  unknown: 'Deze kolommen kennen wij niet; er gebeurt niets mee: {columns}.',
  'faults-title':
    '{count, plural, one {Er is # regel die niet kan} other {Er zijn # dingen die niet kunnen}}',
  'faults-lead':
    'Er is nog niets ingevoerd. Verbeter het bestand en kies het opnieuw: een half bestand voeren wij niet in.',
  'faults-first': 'De eerste {count, number} staan hier.',
  line: 'Regel',
  column: 'Kolom',
  'what-wrong': 'Wat er mis is',
  'all-good': 'Alle regels kunnen. Er is nog niets ingevoerd.',
  'nothing-new': 'Alles in dit bestand staat er al precies zo. Er is niets om in te voeren.',
  bring: 'Voer dit in',
  discard: 'Doe niets met dit bestand',
  again: 'Ander bestand kiezen',
  'none-title': 'Er ligt geen bestand klaar',
  'none-lead': 'Kies eerst een bestand.',
  back: 'Naar in- en uitvoer',
  'done-title': 'De voorraad is ingevoerd',
  done: '{added, plural, =0 {Geen nieuwe woningen} one {# nieuwe woning} other {# nieuwe woningen}}, {changed, plural, =0 {niets veranderd} one {# woning bijgewerkt} other {# woningen bijgewerkt}}.',
  discarded: 'Het bestand is weg. Er is niets ingevoerd.',

  'col-home': 'Woning',
  'col-landlord': 'Verhuurder',
  'col-model': 'Verdeeld door',
  'col-closed': 'Gesloten op',
  'col-responses': 'Reacties',
  'col-state': 'Stand',
  'col-starts': 'Huur begint',
  'col-empty': 'Leeg',
  yes: 'ja',
  no: 'nee',
  'state-open': 'loopt',
  'state-closed': 'gesloten',
  'state-let': 'verhuurd',
  'state-in-vain': 'vergeefs aangeboden',
  'state-withdrawn': 'ingetrokken',
} as const

export type StockFileText = keyof typeof nl

const stockFileTexts: Texts<StockFileText> = {
  nl,
  en: {
    'out-title': 'Tables of your organisation',
    'out-lead': 'In CSV, for a spreadsheet. There are no names of seekers in them.',
    'out-stock': 'Stock of {name}',
    'out-results': 'Homes of {name} that were let or closed',
    'out-results-of': 'Results in {name}',
    'in-title': 'Stock from a file',
    'in-lead':
      'A CSV file with a home on each line, at most {most, number}. You first see what changes and what is wrong. Then you decide. A home that is there already is brought up to date; nothing is taken away.',
    'in-columns': 'The columns: {columns}. Area may stay empty.',
    'in-example': 'Fetch your stock as an example, and change that.',
    'of-landlord': 'Of',
    file: 'File',
    'file-hint': 'CSV, at most 2 MB.',
    check: 'Check the file',

    'preview-title': 'This is in your file',
    'preview-file': '{name}, of {landlord}',
    new: 'New homes',
    changed: 'Homes that change',
    same: 'Homes that stay as they are',
    complexes: 'New complexes',
    unknown: 'We do not know these columns; nothing is done with them: {columns}.',
    'faults-title':
      '{count, plural, one {There is # line that cannot be right} other {There are # things that cannot be right}}',
    'faults-lead':
      'Nothing came in yet. Mend the file and choose it again: half a file we do not take in.',
    'faults-first': 'The first {count, number} stand here.',
    line: 'Line',
    column: 'Column',
    'what-wrong': 'What is wrong',
    'all-good': 'All lines can be right. Nothing came in yet.',
    'nothing-new': 'All in this file is there exactly so already. There is nothing to take in.',
    bring: 'Take this in',
    discard: 'Do nothing with this file',
    again: 'Choose another file',
    'none-title': 'No file is waiting',
    'none-lead': 'Choose a file first.',
    back: 'To import and export',
    'done-title': 'The stock came in',
    done: '{added, plural, =0 {No new homes} one {# new home} other {# new homes}}, {changed, plural, =0 {nothing changed} one {# home brought up to date} other {# homes brought up to date}}.',
    discarded: 'The file is gone. Nothing came in.',

    'col-home': 'Home',
    'col-landlord': 'Landlord',
    'col-model': 'Divided by',
    'col-closed': 'Closed on',
    'col-responses': 'Responses',
    'col-state': 'State',
    'col-starts': 'Lease starts',
    'col-empty': 'Empty',
    yes: 'yes',
    no: 'no',
    'state-open': 'running',
    'state-closed': 'closed',
    'state-let': 'let',
    'state-in-vain': 'offered in vain',
    'state-withdrawn': 'withdrawn',
  },
}

/** What can be wrong with a line of such a file, or with all of it. */
export type StockFaultCode =
  | 'csv-syntax'
  | 'column-missing'
  | 'empty'
  | 'too-long'
  | 'unknown-value'
  | 'no-amount'
  | 'no-number'
  | 'municipality-unknown'
  | 'twice'
  | 'home-is-vacant'
  | 'too-many'
  | 'none'

type FaultCode =
  | StockFaultCode
  | 'file-missing'
  | 'file-too-large'
  | 'not-text'
  | 'file-changed'
  | 'no-draft'

const faults: Texts<FaultCode> = {
  nl: {
    'csv-syntax':
      'Vanaf hier is het geen CSV meer: er staat een aanhalingsteken te veel of te weinig.',
    'column-missing': 'Deze kolom ontbreekt.',
    empty: 'Dit moet er staan.',
    'too-long': '"{found}" is te lang.',
    'unknown-value': '"{found}" kennen wij niet.',
    'no-amount': '"{found}" is geen huur. Schrijf bijvoorbeeld 650,25.',
    'no-number': '"{found}" kan niet. Schrijf een heel getal.',
    'municipality-unknown': '"{found}" is geen gemeente van deze regio.',
    twice: 'Deze woning staat ook op regel {found}.',
    'home-is-vacant': 'Deze woning staat leeg. Dan verandert de voorraad niet.',
    'too-many': 'Er staan meer dan {found} woningen in. Maak er meer bestanden van.',
    none: 'Er staat geen woning in.',
    'file-missing': 'Kies een bestand.',
    'file-too-large': 'Dit bestand is groter dan 2 MB.',
    'not-text': 'Dit is geen CSV-bestand. Bewaar uw rekenblad als CSV.',
    'file-changed':
      'Er is intussen iets veranderd, waardoor dit bestand niet meer kan. Er is niets ingevoerd. Kijk hieronder wat er mis is.',
    'no-draft': 'Er ligt geen bestand klaar. Kies het opnieuw.',
  },
  en: {
    'csv-syntax': 'From here on it is no CSV: a quote is missing, or one too many.',
    'column-missing': 'This column is missing.',
    empty: 'This must be there.',
    'too-long': '"{found}" is too long.',
    'unknown-value': 'We do not know "{found}".',
    'no-amount': '"{found}" is no rent. Write 650.25, for example.',
    'no-number': '"{found}" cannot be right. Write a whole number.',
    'municipality-unknown': '"{found}" is no municipality of this region.',
    twice: 'This home stands on line {found} too.',
    'home-is-vacant': 'This home stands empty. Then the stock does not change.',
    'too-many': 'There are more than {found} homes in it. Make several files of it.',
    none: 'There is no home in it.',
    'file-missing': 'Choose a file.',
    'file-too-large': 'This file is larger than 2 MB.',
    'not-text': 'This is no CSV file. Save your spreadsheet as CSV.',
    'file-changed':
      'Something changed meanwhile, so that this file cannot come in any more. Nothing came in. See below what is wrong.',
    'no-draft': 'No file is waiting. Choose it again.',
  },
}

export function sayStockFile(language: Language): Say<StockFileText> {
  return speak(stockFileTexts, language)
}

/** What is wrong with a line or a file, by its code. */
export function stockFaultText(code: string, facts: Facts, language: Language): string {
  return isKeyOf(faults, code) ? speak(faults, language)(code, facts) : code
}
