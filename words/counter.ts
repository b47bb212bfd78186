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
  'not-here':
    'Een aanbod beantwoorden, klagen, iemand machtigen, uitschrijven en gegevens laten wissen doet iemand zelf. Alleen wie geen account heeft, doet het hier, op papier.',
  'offers-title': 'Aanbod',
  'offer-lead': 'Antwoord geven kan tot {moment}.',
  'offer-viewing': 'Bezichtiging: {moment}.',
  'offer-themselves':
    '{name} heeft een account en antwoordt zelf: thuis, of hier op een eigen telefoon.',
  'offer-answer': 'Wat is het antwoord?',
  'offer-yes': 'Ja, {name} wil deze woning',
  'offer-no': 'Nee, {name} wil deze woning niet',
  'offer-ground': 'Bij nee: waarom niet?',
  'offer-signed': '{name} schreef het antwoord op en zette er een handtekening onder',
  'offer-send': 'Antwoord vastleggen',
  'offer-costs-nothing': 'Een nee kost niets.',
  'offer-costs': 'Zeg dit eerst. Een nee heeft dit gevolg: {lines}',
  'offer-missing': 'Kies wat het antwoord is.',
  'answers-themselves': 'Wie een account heeft, antwoordt zelf.',
  'answer-not-signed': 'Zet een vinkje als het antwoord is opgeschreven en ondertekend.',
  'ground-missing': 'Kies waarom het antwoord nee is.',
  'offer-expired': 'De tijd om te antwoorden is voorbij.',
  'already-answered': 'Er is al geantwoord. Het eerste antwoord telt.',
  'place-none': 'van deze woning is hier geen lijst',
  'place-gone': 'de advertentie is ingetrokken',

  complaint: 'Klacht of bezwaar op papier',
  'complaint-title': 'Klacht of bezwaar van {name}',
  'complaint-themselves':
    '{name} heeft een account en doet dit zelf bij Mijn beslissingen: thuis, of hier op een eigen telefoon.',
  'complaint-nothing': 'Er is niets over {name} besloten waarover nog geen zaak loopt.',
  'complaint-lead':
    'Neem over wat op het papier staat, in de eigen woorden van de persoon. De commissie krijgt dezelfde zaak als van iemand die het online doet. De termijn telt vanaf de dag waarop het papier binnenkwam.',
  'complaint-pages':
    'Het nieuwste staat eerst. Oudere beslissingen staan op een volgende bladzijde.',
  'complaint-decision': 'Waar gaat het over?',
  'complaint-line-complaint': '{about}, {on, date, day} (klacht: tot en met {until, date, day})',
  'complaint-line-objection': '{about}, {on, date, day} (bezwaar: tot en met {until, date, day})',
  'complaint-received': 'Op welke dag kwam het papier binnen?',
  'complaint-received-hint': 'De dag van het stempel: vandaag, of eerder als het per post kwam.',
  'complaint-words': 'Wat staat er?',
  'complaint-words-hint':
    'Schrijf geen burgerservicenummer over en geen medische gegevens. Bewaar het papier volgens de regels van uw organisatie.',
  'complaint-signed': '{name} zette er een handtekening onder',
  'complaint-send': 'Vastleggen',
  'complaint-made':
    '{number} is vastgelegd. Het oordeel komt uiterlijk {until, date, weekday}. Geef het nummer mee op papier.',
  'complaint-decision-missing': 'Kies waar het over gaat.',
  'complaint-withdraw-title': 'Intrekken',
  'complaint-withdraw-signed': 'De persoon schreef op dat dit mag stoppen, en tekende dat',
  'complaint-withdraw': 'Zaak intrekken',
  'complaint-withdrawn': 'De zaak is ingetrokken.',
  'complains-themselves': 'Wie een account heeft, doet dit zelf.',
  'complaint-not-signed': 'Zet een vinkje als het papier is ondertekend.',
  'withdrawal-not-signed': 'Zet een vinkje als dit is opgeschreven en ondertekend.',
  'received-in-future': 'Deze dag ligt in de toekomst. Vul de dag in waarop het papier binnenkwam.',
  'received-too-early':
    'Dit is voor de beslissing van {on, date, day}. Kijk of u de goede beslissing koos, en de goede dag.',
  'print-cases': 'Klachten en bezwaren',
  'print-mandates': 'Wie u helpt',
  'print-log':
    'Het laatste dat het logboek over u zegt, het nieuwste eerst. Met de code is na te gaan dat het er staat.',

  mandate: 'Wie helpt deze persoon',
  'mandate-title': 'Wie helpt {name}?',
  'mandate-themselves':
    '{name} heeft een account en machtigt zelf iemand, bij Wie helpt u: thuis, of hier op een eigen telefoon.',
  'mandate-none': '{name} heeft nu niemand gemachtigd.',
  'mandate-lead':
    'Op het papier staat wie er helpt, wat die mag en hoe lang, met de handtekening van {name}. Wie helpt, logt in met een eigen account en vult daar een code in.',
  'mandate-name': 'Hoe noemt de persoon wie er helpt?',
  'mandate-name-hint': 'Zoals het op het papier staat, bijvoorbeeld: mijn dochter Leyla.',
  'mandate-signed': '{name} zette er een handtekening onder',
  'mandate-never':
    'Een aanbod beantwoorden, uitschrijven en gegevens laten wissen mag een helper nooit.',
  'mandate-stopped': 'Wie hielp, kan vanaf nu niets meer zien of doen.',
  'mandate-code-title': 'De code voor wie {name} helpt',
  'mandate-code-not-you':
    'Geef deze bladzijde mee aan de persoon, of aan wie helpt als die erbij is. U kunt de code niet zelf gebruiken.',
  'mandate-back': 'Terug naar wie er helpt',
  'mandates-themselves': 'Wie een account heeft, machtigt zelf iemand.',
  'mandate-not-signed': 'Zet een vinkje als het papier is ondertekend.',

  reach: 'Postadres, telefoon en mail',
  'reach-title': 'Hoe is {name} te bereiken?',
  'reach-lead':
    'Brieven gaan naar het postadres. Zonder mail is dat adres nodig: anders bereikt geen bericht deze persoon. Het oude adres krijgt bericht dat het is veranderd.',
  'reach-lead-account':
    'Vul aan wat er nog niet staat, of verbeter het. Het oude postadres krijgt bericht dat het is veranderd.',
  'reach-post-hint': 'Straat, nummer, postcode en plaats.',
  'reach-phone': 'Telefoonnummer (mag leeg blijven)',
  'reach-phone-hint': 'Alleen om te bellen als een aanbod of de inschrijving bijna verloopt.',
  'reach-mail': 'E-mailadres (mag leeg blijven)',
  'reach-mail-hint':
    'Naar een nieuw adres gaat eerst een mail met een link. Pas na een klik daarop gaat er meer mail heen.',
  'reach-mailed': 'Mail gaat naar {email}.',
  'reach-not-mailed':
    'Er gaat nog geen mail naar {email}: op de link is niet geklikt, of mail komt terug.',
  'reach-mail-themselves':
    '{name} heeft een account. Het e-mailadres verandert {name} daar zelf, bij Mijn berichten.',
  'mail-themselves': 'Wie een account heeft, verandert het e-mailadres zelf.',
  'mail-odd': 'Vul een e-mailadres in zoals naam@voorbeeld.nl, of laat het leeg.',
  'reach-is-the-same': 'Dit staat er al zo. Verander iets, of ga terug naar het dossier.',

  'paper-title': 'Een papieren inschrijving invoeren',
  'paper-lead':
    'Neem over wat op het formulier staat, terwijl de persoon erbij is. De inschrijftijd telt vanaf nu. Geef het papier daarna terug.',
  post: 'Postadres',
  'post-hint': 'Nodig als er geen e-mailadres is: brieven gaan hierheen.',
  signed: 'Het formulier is ondertekend',
  another: 'Ik heb het gevraagd: dit is iemand anders dan wie al staat ingeschreven',
  enter: 'Inschrijven',
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
  'print-lately': 'Wat nog loopt, en wat in de laatste {days} dagen sloot.',
  'print-none': 'U heeft geen reactie die nog loopt of in de laatste {days} dagen sloot.',
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
      'Answering an offer, complaining, giving a mandate, deregistering and having data erased everybody does themselves. Only who has no account does it here, on paper.',
    'offers-title': 'Offer',
    'offer-lead': 'It can be answered until {moment}.',
    'offer-viewing': 'Viewing: {moment}.',
    'offer-themselves':
      '{name} has an account and answers there: at home, or here on a phone of their own.',
    'offer-answer': 'What is the answer?',
    'offer-yes': 'Yes, {name} wants this home',
    'offer-no': 'No, {name} does not want this home',
    'offer-ground': 'If no: why not?',
    'offer-signed': '{name} wrote the answer down and signed it',
    'offer-send': 'Put the answer on record',
    'offer-costs-nothing': 'A no costs nothing.',
    'offer-costs': 'Say this first. A no has this consequence: {lines}',
    'offer-missing': 'Choose what the answer is.',
    'answers-themselves': 'Who has an account answers there.',
    'answer-not-signed': 'Tick the box when the answer is written down and signed.',
    'ground-missing': 'Choose why the answer is no.',
    'offer-expired': 'The time to answer is over.',
    'already-answered': 'It has been answered. The first answer counts.',
    'place-none': 'there is no list of this home here',
    'place-gone': 'the listing was withdrawn',

    complaint: 'Complaint or objection on paper',
    'complaint-title': 'Complaint or objection of {name}',
    'complaint-themselves':
      '{name} has an account and does this there, under My decisions: at home, or here on a phone of their own.',
    'complaint-nothing': 'Nothing was decided about {name} on which no case runs yet.',
    'complaint-lead':
      'Take over what stands on the paper, in the person’s own words. The committee gets the same case as from somebody who does it online. The term counts from the day on which the paper came in.',
    'complaint-pages': 'The newest comes first. Older decisions stand on a following page.',
    'complaint-decision': 'What is it about?',
    'complaint-line-complaint': '{about}, {on, date, day} (complaint: until {until, date, day})',
    'complaint-line-objection': '{about}, {on, date, day} (objection: until {until, date, day})',
    'complaint-received': 'On which day did the paper come in?',
    'complaint-received-hint': 'The day of the stamp: today, or earlier where it came by post.',
    'complaint-words': 'What does it say?',
    'complaint-words-hint':
      'Copy no citizen service number and no medical data. Keep the paper by the rules of your organisation.',
    'complaint-signed': '{name} signed it',
    'complaint-send': 'Put on record',
    'complaint-made':
      '{number} is on record. The judgement comes on {until, date, weekday} at the latest. Give the number along on paper.',
    'complaint-decision-missing': 'Choose what it is about.',
    'complaint-withdraw-title': 'Withdraw',
    'complaint-withdraw-signed': 'The person wrote down that this may stop, and signed it',
    'complaint-withdraw': 'Withdraw the case',
    'complaint-withdrawn': 'The case was withdrawn.',
    'complains-themselves': 'Who has an account does this there.',
    'complaint-not-signed': 'Tick the box when the paper is signed.',
    'withdrawal-not-signed': 'Tick the box when this is written down and signed.',
    'received-in-future':
      'This day lies in the future. Fill in the day on which the paper came in.',
    'received-too-early':
      'This is before the decision of {on, date, day}. See whether you chose the right decision, and the right day.',
    'print-cases': 'Complaints and objections',
    'print-mandates': 'Who helps you',
    'print-log':
      'The latest that the log says about you, newest first. The code shows that it stands there.',

    mandate: 'Who helps this person',
    'mandate-title': 'Who helps {name}?',
    'mandate-themselves':
      '{name} has an account and gives a mandate there, under Who helps you: at home, or here on a phone of their own.',
    'mandate-none': '{name} has given nobody a mandate now.',
    'mandate-lead':
      'The paper says who helps, what they may and for how long, with the signature of {name}. Who helps logs in with an account of their own and fills in a code there.',
    'mandate-name': 'What does the person call who helps?',
    'mandate-name-hint': 'As it stands on the paper, for example: my daughter Leyla.',
    'mandate-signed': '{name} signed it',
    'mandate-never':
      'A helper may never answer an offer, deregister somebody or have their data erased.',
    'mandate-stopped': 'Who helped can see and do nothing more from now on.',
    'mandate-code-title': 'The code for who helps {name}',
    'mandate-code-not-you':
      'Give this page to the person, or to who helps where they are there too. You cannot use the code yourself.',
    'mandate-back': 'Back to who helps',
    'mandates-themselves': 'Who has an account gives a mandate there.',
    'mandate-not-signed': 'Tick the box when the paper is signed.',

    reach: 'Postal address, phone and mail',
    'reach-title': 'How is {name} reached?',
    'reach-lead':
      'Letters go to the postal address. Without mail that address is needed: else no message reaches this person. The old address is told that it has changed.',
    'reach-lead-account':
      'Add what is not there yet, or correct it. The old postal address is told that it has changed.',
    'reach-post-hint': 'Street, number, postal code and town.',
    'reach-phone': 'Phone number (may stay empty)',
    'reach-phone-hint': 'Only to call when an offer or the registration nearly lapses.',
    'reach-mail': 'E-mail address (may stay empty)',
    'reach-mail-hint':
      'To a new address a mail with a link goes first. Only after a click on it does more mail go there.',
    'reach-mailed': 'Mail goes to {email}.',
    'reach-not-mailed':
      'No mail goes to {email} yet: the link was not followed, or mail comes back.',
    'reach-mail-themselves':
      '{name} has an account. They change the e-mail address there themselves, under My messages.',
    'mail-themselves': 'Who has an account changes the e-mail address there.',
    'mail-odd': 'Fill in an e-mail address like name@example.org, or leave it empty.',
    'reach-is-the-same': 'This is how it stands already. Change something, or go back to the file.',

    'paper-title': 'Enter a registration on paper',
    'paper-lead':
      'Take over what stands on the form, while the person is there. The time counts from now. Then give the paper back.',
    post: 'Postal address',
    'post-hint': 'Needed where there is no e-mail address: letters go here.',
    signed: 'The form is signed',
    another: 'I asked: this is another than who is registered already',
    enter: 'Register',
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
    'print-lately': 'What still runs, and what closed in the last {days} days.',
    'print-none': 'You have no response that still runs or closed in the last {days} days.',
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
