/** What the pages about homes say. */
import type { Texts } from './language.ts'

type Text =
  | 'title'
  | 'municipality'
  | 'any'
  | 'bedrooms-min'
  | 'rent-max'
  | 'search'
  | 'none'
  | 'rent'
  | 'bedrooms'
  | 'model'
  | 'closes'

export const homeTexts: Texts<Text> = {
  nl: {
    title:
      '{count, plural, =0 {Er zijn nu geen woningen die zo passen} one {Er is nu # woning} other {Er zijn nu # woningen}}',
    municipality: 'Gemeente',
    any: 'Maakt niet uit',
    'bedrooms-min': 'Slaapkamers, ten minste',
    'rent-max': 'Huur, hoogstens (euro)',
    search: 'Zoeken',
    none: 'Laat een filter weg, of kijk morgen weer. Er komen elke week woningen bij.',
    rent: '{rent, number, euro} per maand',
    bedrooms: '{count, plural, one {# slaapkamer} other {# slaapkamers}}',
    model:
      '{model, select, ranked {Op inschrijftijd} lottery {Door loting} other {Op een andere manier verdeeld}}',
    closes: 'Reageren tot en met {day, date, weekday}',
  },
  en: {
    title:
      '{count, plural, =0 {No homes fit this now} one {There is # home now} other {There are # homes now}}',
    municipality: 'Municipality',
    any: 'No preference',
    'bedrooms-min': 'Bedrooms, at least',
    'rent-max': 'Rent, at most (euro)',
    search: 'Search',
    none: 'Leave out a filter, or look again tomorrow. New homes come every week.',
    rent: '{rent, number, euro} a month',
    bedrooms: '{count, plural, one {# bedroom} other {# bedrooms}}',
    model:
      '{model, select, ranked {By registration time} lottery {By lottery} other {Shared out in another way}}',
    closes: 'Respond until {day, date, weekday}',
  },
}
