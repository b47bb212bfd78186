/** What the counter says (balie): finding a file, acting for who stands there, registering on paper, what is printed. */
import type { Texts } from './language.ts'

const nl = {
  known: 'E-mailadres of kenmerk',
  'known-hint': 'Het kenmerk staat op het bewijs van inschrijving, bijvoorbeeld 3f2a-91bc-07de.',
  'new-title': 'Nog niet ingeschreven?',
  'new-link': 'Voer een papieren inschrijving in',
  'new-form': 'Druk het lege formulier af',

  registration: 'Inschrijving',
  'state-active': 'Loopt, sinds {since, date, day}.',
  'state-suspended': 'Staat stil, sinds {since, date, day} ingeschreven.',
  'state-ended': 'Geëindigd op {on, date, day}.',
  'state-none': 'Er is geen inschrijving.',
  until: 'Geldig tot en met {until, date, weekday}.',
  'until-restore':
    'Herstellen kan tot en met {until, date, weekday}. Dan telt alle inschrijftijd weer mee.',
  reference: 'Kenmerk {reference}',
  renew: 'Verlengen',
  restore: 'Herstellen',
  pause: 'Stilzetten',
  resume: 'Hervatten',
  withdraw: 'Reactie intrekken',
  change: 'Gegevens en wensen wijzigen',
  print: 'Overzicht afdrukken',
  ask: 'Vraag eerst of het klopt. Wie u helpt, krijgt bericht van alles wat u doet.',

  'change-title': 'Gegevens van {name} wijzigen',
  'change-lead': 'Schrijf op wat {name} u zegt. Het staat in het logboek als gedaan aan de balie.',
  save: 'Gegevens opslaan',
  moved: 'Verhuisd (anders leeg laten)',
  wishes: 'Wensen',
  'save-wishes': 'Wensen opslaan',
  back: 'Terug naar het dossier',
  'not-here': 'Uitschrijven, een aanbod beantwoorden en wissen doet iemand altijd zelf.',

  'paper-title': 'Een papieren inschrijving invoeren',
  'paper-lead':
    'Neem over wat op het formulier staat, terwijl de persoon erbij is. De inschrijftijd telt vanaf nu. Geef het papier daarna terug.',
  post: 'Postadres',
  'post-hint': 'Nodig als er geen e-mailadres is: brieven gaan hierheen.',
  signed: 'Het formulier is ondertekend',
  another: 'Ik heb het gevraagd: dit is iemand anders dan wie al staat ingeschreven',
  enter: 'Inschrijven',
  problem: 'Er klopt iets niet',
  'not-signed': 'Zet een vinkje als het formulier is ondertekend.',
  'address-missing':
    'Vul een postadres in, of een e-mailadres. Anders bereikt geen bericht deze persoon.',
  'address-too-long': 'Het postadres is te lang: hoogstens {most} tekens.',
  'registered-already':
    'Er staat al iemand met deze naam en geboortedatum ingeschreven. Zoek eerst dat dossier op, anders gaat inschrijftijd verloren. Is het echt iemand anders, zet dan het vinkje en verstuur opnieuw.',
  'under-age': 'Inschrijven kan vanaf {age} jaar.',
  other: 'Dit kon niet worden gedaan. Er is niets veranderd.',

  'print-title': 'Overzicht voor {name}',
  'print-made': 'Afgedrukt aan de balie van {landlord}, {moment}.',
  'print-places': 'Reacties en plaatsen',
  'print-none': 'U heeft nog niet gereageerd.',
  'print-home': 'Woning',
  'print-place': 'Plaats',
  'place-of': '{place, number} van {placed, number}',
  'place-not': 'niet op de lijst',
  'place-open': 'nog geen lijst; reageren kan tot {closes}',
  'place-waiting': 'de lijst wordt gemaakt',
  'place-withdrawn': 'ingetrokken',
  'print-offer': 'U kreeg een aanbod',
  'print-messages': 'De laatste berichten',
  'print-how':
    'Waarom u op een plaats staat, leest u op de site bij Mijn reacties, of vraag het aan de balie. Elk bericht is na te gaan met zijn kenmerk, op de site bij “Is dit bericht van ons?”.',
  'registered-now':
    '{name} is ingeschreven. Druk het overzicht af en geef het mee: het kenmerk is de sleutel tot het dossier.',
} as const

export type CounterText = keyof typeof nl

export const counterTexts: Texts<CounterText> = {
  nl,
  en: {
    known: 'E-mail address or reference',
    'known-hint': 'The reference stands on the receipt of registering, for example 3f2a-91bc-07de.',
    'new-title': 'Not registered yet?',
    'new-link': 'Enter a registration on paper',
    'new-form': 'Print the empty form',

    registration: 'Registration',
    'state-active': 'Runs, since {since, date, day}.',
    'state-suspended': 'Is paused, registered since {since, date, day}.',
    'state-ended': 'Ended on {on, date, day}.',
    'state-none': 'There is no registration.',
    until: 'Valid until {until, date, weekday}.',
    'until-restore': 'It can be restored until {until, date, weekday}. Then all time counts again.',
    reference: 'Reference {reference}',
    renew: 'Renew',
    restore: 'Restore',
    pause: 'Pause',
    resume: 'Resume',
    withdraw: 'Withdraw the response',
    change: 'Change data and wishes',
    print: 'Print an overview',
    ask: 'First ask whether it is right. Whoever you help hears of everything you do.',

    'change-title': 'Change the data of {name}',
    'change-lead': 'Write down what {name} tells you. The log says it was done at the counter.',
    save: 'Save the data',
    moved: 'Moved (else leave empty)',
    wishes: 'Wishes',
    'save-wishes': 'Save the wishes',
    back: 'Back to the file',
    'not-here':
      'Deregistering, answering an offer and erasing is always done by people themselves.',

    'paper-title': 'Enter a registration on paper',
    'paper-lead':
      'Take over what stands on the form, while the person is there. The time counts from now. Then give the paper back.',
    post: 'Postal address',
    'post-hint': 'Needed where there is no e-mail address: letters go here.',
    signed: 'The form is signed',
    another: 'I asked: this is another than who is registered already',
    enter: 'Register',
    problem: 'Something is not right',
    'not-signed': 'Tick the box when the form is signed.',
    'address-missing':
      'Fill in a postal address, or an e-mail address. Else no message reaches this person.',
    'address-too-long': 'The postal address is too long: at most {most} characters.',
    'registered-already':
      'Somebody with this name and date of birth is registered already. Look for that file first, or time is lost. If it really is somebody else, tick the box and send again.',
    'under-age': 'One can register from the age of {age}.',
    other: 'This could not be done. Nothing has changed.',

    'print-title': 'Overview for {name}',
    'print-made': 'Printed at the counter of {landlord}, {moment}.',
    'print-places': 'Responses and places',
    'print-none': 'You have not responded yet.',
    'print-home': 'Home',
    'print-place': 'Place',
    'place-of': '{place, number} of {placed, number}',
    'place-not': 'not on the list',
    'place-open': 'no list yet; people can respond until {closes}',
    'place-waiting': 'the list is being made',
    'place-withdrawn': 'withdrawn',
    'print-offer': 'You got an offer',
    'print-messages': 'The latest messages',
    'print-how':
      'Why you stand at a place you read on the site under My responses, or ask at the counter. Every message can be checked by its reference, on the site under “Is this message from us?”.',
    'registered-now':
      '{name} is registered. Print the overview and hand it over: the reference is the key to the file.',
  },
}
