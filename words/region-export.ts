/** What is said about taking along everything of a region (uitvoer van alles). */
import type { Facts } from '../core/basics/facts.ts'
import { isKeyOf, type Language, speak, type Texts } from './language.ts'
import type { MailWords } from './mail.ts'

const nl = {
  title: 'In- en uitvoer',
  done: 'Het is gedaan.',

  'all-title': 'Alles van de regio',
  'all-lead':
    'Het hele logboek, alle beslissingen, en alle gegevens van mensen en woningen, in één bestand in een open vorm. Daarmee kan de regio naar een andere machine of een andere leverancier. Eén technisch beheerder vraagt het, een tweede stemt in. De toezichthouder krijgt bericht bij elke stap en kan het stoppen.',
  'all-none': 'Er is nog nooit om een uitvoer van alles gevraagd.',
  ask: 'Vraag een uitvoer van alles',
  'ask-title': 'Uitvoer van alles vragen',
  reason: 'Waarvoor is het bestand?',
  'reason-hint':
    'Eén zin. Wie instemt en de toezichthouder lezen dit, en het komt in het bestand te staan. Schrijf geen namen op.',
  'waiting-title': 'Wacht op een tweede persoon',
  'asked-by': 'Gevraagd door',
  'asked-at': 'Gevraagd',
  'what-for': 'Waarvoor',
  'agreed-by': 'Ingestemd door',
  'waiting-own':
    'U vroeg dit zelf. Een andere technisch beheerder stemt in. Uw vraag terugnemen kan wel.',
  consequence:
    'Als u instemt, maakt het systeem een bestand met gegevens van iedereen in deze regio. {name} kan het {hours, number} uur lang ophalen. Uw naam komt er ook in te staan. Dit staat in het logboek, en de toezichthouder krijgt bericht.',
  agree: 'Stem in: maak het bestand',
  refuse: 'Wijs af',
  withdraw: 'Neem de vraag terug',
  'making-title': 'Het bestand wordt gemaakt',
  making:
    '{done, number} van ongeveer {total, number} rijen zijn geschreven. U kunt deze bladzijde sluiten; het gaat door.',
  'making-begin': 'Het begint zo. U kunt deze bladzijde sluiten; het gaat door.',
  again: 'Kijk hoe ver het is',
  stop: 'Stop ermee',
  'ready-title': 'Het bestand is klaar',
  'ready-own':
    '{size}. U kunt het ophalen tot {moment}, hooguit {most, number} keer. Daarna is het weg. Bewaar het versleuteld.',
  'ready-other':
    '{size}. Alleen {name} kan het ophalen, tot {moment}. {fetched, plural, =0 {Dat is nog niet gedaan.} one {Dat is # keer gedaan.} other {Dat is # keer gedaan.}}',
  fetch: 'Haal het bestand op',
  'fetched-already':
    '{fetched, plural, one {U haalde het # keer op.} other {U haalde het # keer op.}}',
  drop: 'Gooi het bestand weg',
  hash: 'Hash van het bestand',
  'hash-more':
    'Controleer wat u ophaalde met "verdeelsleutel restore <bestand> --check": de hash is dan dezelfde.',
  'before-title': 'Eerdere uitvoer van alles',
  state: 'Stand',
  'state-refused': 'afgewezen',
  'state-withdrawn': 'teruggenomen',
  'state-stopped': 'gestopt',
  'state-over': 'niet meer op te halen',
  'state-fetched':
    '{fetched, plural, one {# keer opgehaald} other {# keer opgehaald}}, niet meer op te halen',
  'state-waiting': 'wacht op een tweede persoon',
  'state-making': 'wordt gemaakt',
  'state-ready': 'klaar om op te halen',
  size: '{count, number} MB',

  'mine-title': 'Uitvoer van alles',
  'mine-lead':
    'Uw gegevens zaten in een bestand met alles van deze regio. Dat maken mag alleen als twee beheerders het eens zijn, en de toezichthouder weet het.',
  'mine-line': '{moment}: opgehaald door {name}, met instemming van {second}. Waarvoor: {reason}',
} as const

export type RegionExportText = keyof typeof nl

export const regionExportTexts: Texts<RegionExportText> = {
  nl,
  en: {
    title: 'Import and export',
    done: 'It is done.',

    'all-title': 'Everything of the region',
    'all-lead':
      'The whole log, all decisions, and all data of people and homes, in one file in an open form. With it the region can go to another machine or another supplier. One technical administrator asks, a second agrees. The auditor is told at every step and can stop it.',
    'all-none': 'An export of everything was never asked for yet.',
    ask: 'Ask for an export of everything',
    'ask-title': 'Ask for an export of everything',
    reason: 'What is the file for?',
    'reason-hint':
      'One sentence. Who agrees and the auditor read this, and it will stand in the file. Write no names.',
    'waiting-title': 'Waits for a second person',
    'asked-by': 'Asked by',
    'asked-at': 'Asked',
    'what-for': 'What for',
    'agreed-by': 'Agreed by',
    'waiting-own':
      'You asked this yourself. Another technical administrator agrees. You can take it back.',
    consequence:
      'When you agree, the system makes a file with data of everybody in this region. {name} can fetch it for {hours, number} hours. Your name will stand in it too. This stands in the log, and the auditor is told.',
    agree: 'Agree: make the file',
    refuse: 'Refuse',
    withdraw: 'Take it back',
    'making-title': 'The file is being made',
    making:
      '{done, number} of about {total, number} rows are written. You can close this page; it goes on.',
    'making-begin': 'It begins shortly. You can close this page; it goes on.',
    again: 'See how far it is',
    stop: 'Stop it',
    'ready-title': 'The file is ready',
    'ready-own':
      '{size}. You can fetch it until {moment}, at most {most, number} times. Then it is gone. Keep it encrypted.',
    'ready-other':
      '{size}. Only {name} can fetch it, until {moment}. {fetched, plural, =0 {That was not done yet.} one {That was done # time.} other {That was done # times.}}',
    fetch: 'Fetch the file',
    'fetched-already':
      '{fetched, plural, one {You fetched it # time.} other {You fetched it # times.}}',
    drop: 'Throw the file away',
    hash: 'Hash of the file',
    'hash-more':
      'Check what you fetched with "verdeelsleutel restore <file> --check": the hash is then the same.',
    'before-title': 'Earlier exports of everything',
    state: 'State',
    'state-refused': 'refused',
    'state-withdrawn': 'taken back',
    'state-stopped': 'stopped',
    'state-over': 'can no longer be fetched',
    'state-fetched':
      '{fetched, plural, one {fetched # time} other {fetched # times}}, can no longer be fetched',
    'state-waiting': 'waits for a second person',
    'state-making': 'is being made',
    'state-ready': 'ready to be fetched',
    size: '{count, number} MB',

    'mine-title': 'Export of everything',
    'mine-lead':
      'Your data were in a file with everything of this region. Making that takes two administrators who agree, and the auditor knows.',
    'mine-line': '{moment}: fetched by {name}, with the consent of {second}. What for: {reason}',
  },
}

type Refused =
  | 'reason-missing'
  | 'not-signed-yet'
  | 'already-decided'
  | 'already-asked'
  | 'asked-it-yourself'
  | 'key-not-here'
  | 'already-ended'
  | 'export-gone'
  | 'fetched-enough'

const refusals: Texts<Refused> = {
  nl: {
    'reason-missing':
      'Schrijf in een zin van minstens {least, number} tekens waarvoor het bestand is.',
    'not-signed-yet': 'Dit systeem tekent het logboek niet: er is geen sleutel.',
    'already-decided': 'Hierover is al beslist.',
    'already-asked': 'Er is al om een uitvoer gevraagd, of er wordt er een gemaakt.',
    'asked-it-yourself': 'U vroeg dit zelf. Een andere technisch beheerder stemt in.',
    'key-not-here':
      'De sleutel waarmee het logboek nu tekent, staat niet in de gegevensmap. Zonder handtekening wordt geen bestand gemaakt.',
    'already-ended': 'Dit was al gestopt, of de tijd ervan is om.',
    'export-gone': 'Dit bestand is er niet meer, of nog niet.',
    'fetched-enough':
      'U haalde dit bestand al {most, number} keer op. Vraag een nieuwe uitvoer als u het nog eens nodig heeft.',
  },
  en: {
    'reason-missing':
      'Write what the file is for, in a sentence of at least {least, number} characters.',
    'not-signed-yet': 'This system does not sign its log: there is no key.',
    'already-decided': 'This was decided already.',
    'already-asked': 'An export was asked already, or is being made.',
    'asked-it-yourself': 'You asked this yourself. Another technical administrator agrees.',
    'key-not-here':
      'The key with which the log is signed now is not in the data folder. Without a signature no file is made.',
    'already-ended': 'This was stopped already, or its time is over.',
    'export-gone': 'This file is no longer there, or not yet.',
    'fetched-enough':
      'You fetched this file {most, number} times already. Ask for a new export when you need it again.',
  },
}

/** Why something with an export was not done. */
export function exportRefusalText(
  { refused, facts }: { readonly refused: string; readonly facts: Facts },
  language: Language,
): string {
  return isKeyOf(refusals, refused) ? speak(refusals, language)(refused, facts) : refused
}

// --- The alarm

/** What happened with an export that who watches over the region is told of. */
export type ExportStep = 'asked' | 'agreed' | 'fetched'

const alarms: Texts<'subject' | 'greeting' | ExportStep | 'where' | 'never' | 'example'> = {
  nl: {
    subject: 'Melding voor toezicht: uitvoer van alles',
    greeting: 'Goedendag,',
    asked:
      'Er is gevraagd om een bestand met alles van deze regio. Het wacht op een tweede persoon.',
    agreed: 'Een tweede persoon stemde in: er wordt een bestand gemaakt met alles van deze regio.',
    fetched: 'Een bestand met alles van deze regio is opgehaald.',
    where: 'Wie dit vroeg en waarvoor, leest u na het inloggen. Daar kunt u het ook stoppen',
    never: 'Wij vragen u nooit om geld, een wachtwoord of een code.',
    example: 'Dit is een voorbeeldregio. Mensen en woningen zijn verzonnen.',
  },
  en: {
    subject: 'Alarm for oversight: export of everything',
    greeting: 'Good day,',
    asked: 'A file with everything of this region was asked for. It waits for a second person.',
    agreed: 'A second person agreed: a file with everything of this region is being made.',
    fetched: 'A file with everything of this region was fetched.',
    where: 'Who asked this and what for, you read once you are logged in. You can stop it there',
    never: 'We never ask you for money, a password or a code.',
    example: 'This is an example region. People and homes are invented.',
  },
}

const steps: readonly ExportStep[] = ['asked', 'agreed', 'fetched']

/** The mail to who watches over the region; it names nobody. */
export function alarmInWords(
  step: string,
  { language, isExample }: { readonly language: Language; readonly isExample: boolean },
): MailWords {
  const say = speak(alarms, language)
  const known = steps.find((each) => each === step) ?? 'asked'
  return {
    subject: say('subject'),
    lines: [
      { text: say('greeting') },
      { text: say(known) },
      { text: say('where'), path: '/beheer/in-en-uitvoer' },
      { text: say('never') },
      ...(isExample ? [{ text: say('example') }] : []),
    ],
  }
}
