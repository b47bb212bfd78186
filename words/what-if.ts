/** What the page "what if" says about a place on a list (wat als). */
import type { Texts } from './language.ts'

const nl = {
  title: 'Wat zou het veranderen?',
  lead: 'Dit is uitgerekend met de regels van deze lijst. Het is geen advies. U ziet alleen wat de tijd brengt, of wat u zelf kunt kiezen.',
  'not-yet': 'De lijst is er nog niet. Na de sluiting rekenen wij het hier voor u uit.',
  first: 'U stond bovenaan. Er is niets dat uw plaats beter maakt.',
  'longer-title': 'Als u langer stond ingeschreven',
  'longer-now': 'U stond op plaats {place}.',
  'longer-row':
    '{years, plural, one {Eén jaar} other {# jaar}} langer: ergens van plaats {from} tot en met {until}.',
  'longer-same':
    '{years, plural, one {Eén jaar} other {# jaar}} langer: ongeveer dezelfde plaats, van {from} tot en met {until}.',
  'longer-exact':
    '{years, plural, one {Eén jaar} other {# jaar}} langer: nog steeds plaats {from}.',
  'longer-none': 'Langer ingeschreven staan had op deze lijst niets veranderd.',
  'longer-more': 'Wij ronden af, zodat u niets over een ander op de lijst leest.',
  'change-title': 'Wat een andere groep of een plaats op de lijst geeft',
  'change-none': 'Wij zien geen datum en geen eigen keuze die dit verandert.',
  'where-title': 'Als u ook ergens anders zoekt',
  'where-now':
    'Nu {count, plural, =0 {past geen open woning} one {past # open woning} other {passen # open woningen}} bij u en uw wensen.',
  'where-row': 'Ook in {place}: {count, plural, one {# woning erbij} other {# woningen erbij}}.',
  'where-none': 'Op andere plaatsen staat nu geen woning open die verder bij u past.',
  'where-link': 'Woonwensen veranderen',
  unknown: 'Wat wij niet weten',
  'unknown-more': 'Bij een volgende woning reageren andere mensen. Dan is uw plaats anders.',
  back: 'Terug naar mijn plaats',
} as const

export const whatIfTexts: Texts<keyof typeof nl> = {
  nl,
  en: {
    title: 'What would change it?',
    lead: 'This was computed with the rules of this list. It is no advice. You see only what time brings, or what you can choose yourself.',
    'not-yet': 'The list is not there yet. After the close we compute it for you here.',
    first: 'You stood first. Nothing makes your place better.',
    'longer-title': 'If you had been registered for longer',
    'longer-now': 'You stood at place {place}.',
    'longer-row':
      '{years, plural, one {One year} other {# years}} longer: somewhere from place {from} to {until}.',
    'longer-same':
      '{years, plural, one {One year} other {# years}} longer: about the same place, from {from} to {until}.',
    'longer-exact': '{years, plural, one {One year} other {# years}} longer: still place {from}.',
    'longer-none': 'Being registered for longer would have changed nothing on this list.',
    'longer-more': 'We round, so that you read nothing about somebody else on the list.',
    'change-title': 'What gives another group, or a place on the list',
    'change-none': 'We see no date and no choice of your own that changes this.',
    'where-title': 'If you also search elsewhere',
    'where-now':
      'Now {count, plural, =0 {no open home fits} one {# open home fits} other {# open homes fit}} you and your wishes.',
    'where-row': 'Also in {place}: {count, plural, one {# home more} other {# homes more}}.',
    'where-none': 'In other places no home is open now that fits you otherwise.',
    'where-link': 'Change my wishes',
    unknown: 'What we do not know',
    'unknown-more': 'To a next home other people respond. Then your place is another.',
    back: 'Back to my place',
  },
}
