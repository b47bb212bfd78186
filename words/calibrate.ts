/** What the terminal says around calibrating a region: numbers set, figures reached, figures held out. */
import { type Language, type Say, speak, type Texts } from './language.ts'

export type CalibrateText =
  | 'no-threads'
  | 'one-target'
  | 'to-try'
  | 'trying'
  | 'at-most'
  | 'parameter'
  | 'in-file'
  | 'fitted'
  | 'by'
  | 'figure'
  | 'target'
  | 'within'
  | 'before'
  | 'after'
  | 'met'
  | 'yes'
  | 'no'
  | 'unknown'
  | 'used'
  | 'held-out'
  | 'untouched'
  | 'write-yourself'

const texts: Texts<CalibrateText> = {
  nl: {
    'no-threads': '"{found}" is geen aantal threads. Geef een heel getal vanaf 1.',
    'one-target': 'Noem één regio of één bestand met doelen. Gevonden: {found}.',
    'to-try': 'Ten hoogste {total, plural, one {één poging} other {# pogingen}}.',
    trying: 'Poging {done} van ten hoogste {total} is gedaan.',
    'at-most': 'Nog hoogstens {time}.',
    parameter: 'getal',
    'in-file': 'in het bestand',
    fitted: 'geijkt',
    by: 'aan',
    figure: 'cijfer',
    target: 'doel',
    within: 'goed binnen',
    before: 'eerst',
    after: 'nu',
    met: 'gehaald',
    yes: 'ja',
    no: 'nee',
    unknown: 'onbekend',
    used: 'Hiermee is geijkt',
    'held-out': 'Achtergehouden: hiermee is niet geijkt',
    untouched: 'Niet geijkt, want er is niets om het aan te houden: {names}.',
    'write-yourself':
      'Er is niets veranderd. Neem de geijkte getallen zelf over in het bestand van de regio, met calibrated: true.',
  },
  en: {
    'no-threads': '"{found}" is not a number of threads. Give a whole number from 1.',
    'one-target': 'Name one region or one file of targets. Found: {found}.',
    'to-try': 'At most {total, plural, one {one trial} other {# trials}}.',
    trying: 'Trial {done} of at most {total} is done.',
    'at-most': 'At most {time} left.',
    parameter: 'number',
    'in-file': 'in the file',
    fitted: 'calibrated',
    by: 'by',
    figure: 'figure',
    target: 'target',
    within: 'met within',
    before: 'before',
    after: 'now',
    met: 'met',
    yes: 'yes',
    no: 'no',
    unknown: 'unknown',
    used: 'Used to calibrate',
    'held-out': 'Held out: not used to calibrate',
    untouched: 'Not calibrated, for there is nothing to hold them to: {names}.',
    'write-yourself':
      'Nothing was changed. Put the calibrated numbers in the file of the region yourself, with calibrated: true.',
  },
}

export function sayCalibrate(language: Language): Say<CalibrateText> {
  return speak(texts, language)
}
