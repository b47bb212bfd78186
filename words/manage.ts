/** What the pages of those say who keep the system running (beheer): jobs, and how long what is kept. */
import type { Duration } from '../core/basics/calendar-date.ts'
import { formatLength, type Language, speak, type Texts } from './language.ts'

const nl = {
  'jobs-title':
    '{failed, plural, =0 {Alle taken gaan goed} one {# taak gaat niet goed} other {# taken gaan niet goed}}',
  'jobs-lead':
    'Een taak is iets wat het systeem later doet, zoals een advertentie sluiten. Wat niet lukt, wordt vanzelf opnieuw gedaan, steeds wat later. Over wie het gaat, staat hier niet.',
  'jobs-failed': 'Niet gelukt',
  'jobs-failed-none': 'Er is geen taak die niet lukte.',
  'jobs-waiting':
    '{count, plural, =0 {Er wacht niets} one {# taak wacht op zijn tijd} other {# taken wachten op hun tijd}}',
  'jobs-waiting-first': 'De eerste {count} staan hier.',
  'jobs-done': 'Laatst gedaan',
  'jobs-done-none': 'Er is nog niets gedaan.',
  'jobs-done-more':
    'Een taak kan niets meer te doen vinden, bijvoorbeeld omdat iemand al antwoordde. Dan is zij ook gedaan.',
  task: 'Taak',
  number: 'Nummer',
  attempts: 'Pogingen',
  fault: 'Fout',
  'next-try': 'Volgende poging',
  due: 'Tijd',
  'done-at': 'Gedaan',
  outcome: 'Uitkomst',
  'outcome-done': 'gedaan',
  'outcome-refused': 'niets meer te doen ({why})',
  'outcome-after':
    'gedaan na {attempts, plural, one {# mislukte poging} other {# mislukte pogingen}}',
  retry: 'Doe taak {number} nu opnieuw',
  retried: 'De taak wordt nu opnieuw gedaan.',
  'job-gone': 'Deze taak is er niet meer. Misschien is zij intussen gedaan.',
  'job-waits': 'Deze taak wacht op haar eigen tijd en is niet mislukt. Zij blijft staan.',
  'job-due': 'Deze taak is al aan de beurt.',
  'task-close-listing': 'Advertentie sluiten',
  'task-settle-draw': 'Loten',
  'task-expire-offer': 'Aanbod laten verlopen',
  'task-erase-due': 'Wissen wat lang genoeg is bewaard',
  'task-respond-standing': 'Reageren voor wie dat vroeg',
  'task-remind-complaint': 'Herinneren aan een klacht',
  'task-remind-offer': 'Herinneren aan een aanbod',
  'task-remind-registration': 'Herinneren aan verlengen',
  'task-search-homes': 'Zoeken voor een zoekopdracht',
  'task-send-mail': 'Mail sturen',
  'task-make-export': 'Uitvoer van alles maken',
  'task-end-export': 'Uitvoer van alles weghalen',
  'task-warn-watcher': 'Toezichthouder melden',
  'task-live-day': 'De voorbeeldregio een dag laten leven',

  'retention-title': 'Hoe lang wij bewaren',
  'retention-lead':
    'Elke nacht wordt gewist wat lang genoeg is bewaard. Het logboek zegt hoeveel, en nooit van wie. Bewijzen van vroeger blijven kloppen.',
  'retention-next': 'De volgende keer: {moment}.',
  'retention-last': 'De laatste keer: {moment}.',
  'retention-never': 'Er is nog niet gewist.',
  what: 'Wat',
  since: 'Vanaf',
  term: 'Hoe lang',
  ground: 'Waarom zo lang',
  'ground-ours': 'eigen keuze',
  'due-now': 'Nu te wissen',
  'last-erased': 'Laatste keer gewist',
  'at-once': 'niet langer dan nodig',
  'runs-title': 'De laatste keren',
  'runs-when': 'Wanneer',
  'runs-what': 'Wat is gewist',
  'runs-nothing': 'niets',
  'runs-event': 'In het logboek',

  'kept-papers-of-others': 'Papieren van wie de woning niet kreeg',
  'since-papers-of-others': 'het einde van het aanbod',
  'kept-papers-of-tenants': 'Papieren van wie de woning kreeg',
  'since-papers-of-tenants': 'het begin van het huurcontract',
  'kept-checks-of-others': 'Wat is gezien bij de controle van wie de woning niet kreeg',
  'since-checks-of-others': 'de dag van de controle',
  'kept-checks-of-tenants': 'Wat is gezien bij de controle van wie de woning kreeg',
  'since-checks-of-tenants': 'het begin van het huurcontract',
  'kept-files': 'Het dossier van wie niet meer is ingeschreven',
  'since-files': 'de laatste dag waarop herstellen kon',
  'kept-messages': 'Berichten',
  'since-messages': 'de dag van het bericht',
  'kept-mandates': 'Machtigingen',
  'since-mandates': 'de laatste dag van de machtiging',
  'kept-invitations': 'Uitnodigingen om te helpen',
  'since-invitations': 'de dag van de uitnodiging',
  'kept-drafts': 'Formulieren die niet zijn verstuurd',
  'since-drafts': 'de laatste keer dat iets werd ingevuld',
  'kept-sessions': 'Dat u was ingelogd',
  'since-sessions': 'het inloggen',
  'kept-logins': 'Inloggen dat niet is afgemaakt',
  'since-logins': 'het begin ervan',
  'kept-keys': 'Dat een formulier al was verstuurd',
  'since-keys': 'het versturen',
  'kept-jobs-done': 'Welke taken zijn gedaan',
  'since-jobs-done': 'de dag waarop zij zijn gedaan',
} as const

export type ManageText = keyof typeof nl

export const manageTexts: Texts<ManageText> = {
  nl,
  en: {
    'jobs-title':
      '{failed, plural, =0 {All jobs go well} one {# job does not go well} other {# jobs do not go well}}',
    'jobs-lead':
      'A job is something the system does later, such as closing a listing. What fails is tried again by itself, ever a little later. Whom it is about does not stand here.',
    'jobs-failed': 'Failed',
    'jobs-failed-none': 'There is no job that failed.',
    'jobs-waiting':
      '{count, plural, =0 {Nothing waits} one {# job waits for its time} other {# jobs wait for their time}}',
    'jobs-waiting-first': 'The first {count} stand here.',
    'jobs-done': 'Done lately',
    'jobs-done-none': 'Nothing was done yet.',
    'jobs-done-more':
      'A job can find nothing to do any more, for example because somebody answered already. Then it is done as well.',
    task: 'Job',
    number: 'Number',
    attempts: 'Attempts',
    fault: 'Fault',
    'next-try': 'Next attempt',
    due: 'Time',
    'done-at': 'Done',
    outcome: 'Outcome',
    'outcome-done': 'done',
    'outcome-refused': 'nothing to do any more ({why})',
    'outcome-after':
      'done after {attempts, plural, one {# failed attempt} other {# failed attempts}}',
    retry: 'Do job {number} again now',
    retried: 'The job is done again now.',
    'job-gone': 'This job is no longer there. Perhaps it was done meanwhile.',
    'job-waits': 'This job waits for its own time and has not failed. It stays where it is.',
    'job-due': 'This job is due already.',
    'task-close-listing': 'Close a listing',
    'task-settle-draw': 'Draw lots',
    'task-expire-offer': 'Let an offer run out',
    'task-erase-due': 'Erase what was kept long enough',
    'task-respond-standing': 'Respond for who asked it',
    'task-remind-complaint': 'Remind of a complaint',
    'task-remind-offer': 'Remind of an offer',
    'task-remind-registration': 'Remind to renew',
    'task-search-homes': 'Search for a saved search',
    'task-send-mail': 'Send mail',
    'task-make-export': 'Make an export of everything',
    'task-end-export': 'Take an export of everything away',
    'task-warn-watcher': 'Warn the auditor',
    'task-live-day': 'Let the example region live a day',

    'retention-title': 'How long we keep things',
    'retention-lead':
      'Every night what was kept long enough is erased. The log says how many, and never whose. Proofs of before still hold.',
    'retention-next': 'The next time: {moment}.',
    'retention-last': 'The last time: {moment}.',
    'retention-never': 'Nothing was erased yet.',
    what: 'What',
    since: 'From',
    term: 'How long',
    ground: 'Why so long',
    'ground-ours': 'our own choice',
    'due-now': 'To be erased now',
    'last-erased': 'Erased last time',
    'at-once': 'no longer than needed',
    'runs-title': 'The last times',
    'runs-when': 'When',
    'runs-what': 'What was erased',
    'runs-nothing': 'nothing',
    'runs-event': 'In the log',

    'kept-papers-of-others': 'Papers of who did not get the home',
    'since-papers-of-others': 'the end of the offer',
    'kept-papers-of-tenants': 'Papers of who got the home',
    'since-papers-of-tenants': 'the start of the lease',
    'kept-checks-of-others': 'What was seen in the check of who did not get the home',
    'since-checks-of-others': 'the day of the check',
    'kept-checks-of-tenants': 'What was seen in the check of who got the home',
    'since-checks-of-tenants': 'the start of the lease',
    'kept-files': 'The file of who is no longer registered',
    'since-files': 'the last day on which it could be restored',
    'kept-messages': 'Messages',
    'since-messages': 'the day of the message',
    'kept-mandates': 'Mandates',
    'since-mandates': 'the last day of the mandate',
    'kept-invitations': 'Invitations to help',
    'since-invitations': 'the day of the invitation',
    'kept-drafts': 'Forms that were not sent',
    'since-drafts': 'the last time something was filled in',
    'kept-sessions': 'That you were logged in',
    'since-sessions': 'the login',
    'kept-logins': 'Logging in that was not finished',
    'since-logins': 'when it began',
    'kept-keys': 'That a form was sent already',
    'since-keys': 'when it was sent',
    'kept-jobs-done': 'Which jobs were done',
    'since-jobs-done': 'the day they were done',
  },
}

/** A text by a key that may not be among ours: then the name itself. */
export function nameOr(key: string, name: string, language: Language): string {
  return Object.hasOwn(manageTexts.nl, key)
    ? // @NOTE looked up just now among the keys of these texts.
      speak(manageTexts, language)(key as ManageText)
    : name
}

/** How long something is kept; what is kept no longer than needed has no length. */
export function termInWords(keep: Duration, language: Language): string {
  return keep.count === 0 ? speak(manageTexts, language)('at-once') : formatLength(keep, language)
}
