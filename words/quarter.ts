/** What the page of a quarter says (kwartaalcijfers). */
import type { Texts } from './language.ts'

const nl = {
  title: 'Verhuurd in het {quarter}e kwartaal van {year}',
  lead: 'Alle woningen die in dit kwartaal via de lijst zijn verhuurd, per gemeente.',
  municipality: 'Gemeente',
  lettings: 'Verhuurd',
  lottery: 'Door loting',
  urgent: 'Met urgentie',
  band: '{from} tot en met {until}',
  hidden: 'niet getoond',
  none: 'In dit kwartaal is niets via de lijst verhuurd.',
  why: 'Hoeveel woningen naar mensen met urgentie gingen, staat er met een marge. Onder de tien woningen staat het er niet. Zo is niemand terug te vinden, ook niet door kwartalen van elkaar af te trekken. Daarom staat er ook geen totaal bij.',
  others: 'Andere kwartalen',
  quarter: '{quarter}e kwartaal {year}',
  'per-home': 'Uitkomsten per woning',
  unknown: 'Wat wij niet weten',
  'unknown-more': 'Woningen die via bemiddeling of maatwerk zijn verhuurd, staan hier niet bij.',
} as const

export const quarterTexts: Texts<keyof typeof nl> = {
  nl,
  en: {
    title: 'Let in quarter {quarter} of {year}',
    lead: 'All homes that were let through the list in this quarter, per municipality.',
    municipality: 'Municipality',
    lettings: 'Let',
    lottery: 'By lottery',
    urgent: 'With urgency',
    band: '{from} to {until}',
    hidden: 'not shown',
    none: 'Nothing was let through the list in this quarter.',
    why: 'How many homes went to people with urgency is told with a margin, and not at all below ten homes. So nobody can be found, not by subtracting quarters either. That is why there is no total.',
    others: 'Other quarters',
    quarter: 'Quarter {quarter} of {year}',
    'per-home': 'Outcomes per home',
    unknown: 'What we do not know',
    'unknown-more': 'Homes let by mediation or as tailored cases are not among these.',
  },
}
