import type { Texts } from './language.ts'

/** Where and how somebody wants to live (woonwensen), in one line. */
export const wishesTexts = {
  nl: {
    anywhere: 'in de hele regio',
    places: 'in {places}',
    bedrooms: '{count, plural, one {ten minste # slaapkamer} other {ten minste # slaapkamers}}',
    rent: 'huur tot {rent, number, euro} per maand',
  },
  en: {
    anywhere: 'in the whole region',
    places: 'in {places}',
    bedrooms: '{count, plural, one {at least # bedroom} other {at least # bedrooms}}',
    rent: 'a rent of {rent, number, euro} a month at most',
  },
} as const satisfies Texts<string>
