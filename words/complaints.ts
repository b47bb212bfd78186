/** Complaints and objections in words (klachten en bezwaren): for the person, the committee and the landlord. */
import { isKeyOf, type Language, type ShownFacts, speak, type Texts } from './language.ts'

type Text =
  | 'form-title'
  | 'form-complaint'
  | 'form-objection'
  | 'form-free'
  | 'form-urgent'
  | 'form-label'
  | 'form-hint-landlord'
  | 'form-hint'
  | 'form-button-complaint'
  | 'form-button-objection'
  | 'form-next-title'
  | 'form-next-1'
  | 'form-next-2'
  | 'form-next-3'
  | 'form-next-4'
  | 'form-over-title'
  | 'form-over'
  | 'form-running'
  | 'to-case'
  | 'to-help'
  | 'back'
  | 'number-complaint'
  | 'number-objection'
  | 'title-complaint'
  | 'title-objection'
  | 'list-title'
  | 'list-title-own'
  | 'list-lead'
  | 'list-none'
  | 'list-none-own'
  | 'list-none-link'
  | 'list-caption'
  | 'col-number'
  | 'col-about'
  | 'col-landlord'
  | 'col-received'
  | 'col-until'
  | 'col-state'
  | 'col-next'
  | 'urgent'
  | 'late'
  | 'open-case'
  | 'take'
  | 'not-called'
  | 'state-received'
  | 'state-with-landlord'
  | 'state-ready'
  | 'state-judged'
  | 'state-decided'
  | 'state-withdrawn'
  | 'own-received'
  | 'own-with-landlord'
  | 'own-ready'
  | 'own-judged'
  | 'own-withdrawn'
  | 'about'
  | 'decision-of'
  | 'decided-by'
  | 'by-region'
  | 'received-at'
  | 'received-on-paper'
  | 'decide-by'
  | 'urgent-by'
  | 'members'
  | 'members-none'
  | 'person'
  | 'person-hidden'
  | 'said'
  | 'said-own'
  | 'said-gone'
  | 'reaction'
  | 'reaction-none'
  | 'reaction-missed'
  | 'reaction-waiting'
  | 'again-title'
  | 'again-lead'
  | 'again-same'
  | 'again-differs'
  | 'again-place'
  | 'again-no-place'
  | 'again-receipt'
  | 'again-reads'
  | 'again-inputs'
  | 'again-input'
  | 'again-value'
  | 'skip-title'
  | 'skip-contacts'
  | 'correction-title'
  | 'correction-was'
  | 'ask-title'
  | 'ask-days'
  | 'ask-hint'
  | 'ask-button'
  | 'react-title'
  | 'react-label'
  | 'react-hint'
  | 'react-button'
  | 'judge-title'
  | 'judge-lead'
  | 'judge-early'
  | 'judge-outcome'
  | 'judge-consequence'
  | 'judge-consequence-hint'
  | 'judge-why'
  | 'judge-why-hint'
  | 'judge-button'
  | 'sent-back'
  | 'confirm-title'
  | 'confirm-lead'
  | 'confirm-own'
  | 'confirm-button'
  | 'confirm-not'
  | 'confirm-why'
  | 'confirm-why-hint'
  | 'withdraw-title'
  | 'withdraw-lead'
  | 'withdraw-button'
  | 'outcome-founded'
  | 'outcome-unfounded'
  | 'outcome-not-admissible'
  | 'consequence-advice'
  | 'consequence-binding'
  | 'letter-founded'
  | 'letter-unfounded'
  | 'letter-not-admissible'
  | 'letter-why'
  | 'letter-then'
  | 'then-advice'
  | 'then-advice-until'
  | 'then-binding'
  | 'then-binding-offer'
  | 'then-stays'
  | 'answer-heading'
  | 'answer-waiting'
  | 'answer-missed'
  | 'answer-on'
  | 'answer-follows'
  | 'answer-partly'
  | 'answer-not'
  | 'answer-carried-out'
  | 'answer-cannot'
  | 'answer-title'
  | 'answer-lead-advice'
  | 'answer-lead-binding'
  | 'answer-label'
  | 'answer-words'
  | 'answer-words-hint'
  | 'answer-words-late'
  | 'answer-button'
  | 'answer-work-title'
  | 'awaits-answer'
  | 'no-answer'
  | 'unanswered-count'
  | 'letter-further'
  | 'further-complaint'
  | 'further-objection'
  | 'letter-from'
  | 'notice-title'
  | 'notice-urgent'
  | 'notice'
  | 'work-title'
  | 'work-line'

const nl: Readonly<Record<Text, string>> = {
  'form-title': 'Wat klopt er volgens u niet?',
  'form-complaint':
    'U dient een klacht in bij de klachtencommissie van de woningcorporaties. Die hoort niet bij uw verhuurder.',
  'form-objection': 'U maakt bezwaar bij de gemeente. Een commissie kijkt er opnieuw naar.',
  'form-free': 'Het is gratis en heeft geen gevolgen voor uw inschrijving of uw volgende kans.',
  'form-urgent':
    'De woning is nog niet verhuurd. Daarom gaat uw klacht voor: de verhuurder wacht met verhuren tot er een oordeel is, ten hoogste vijf werkdagen.',
  'form-label': 'Schrijf op wat er mis ging, en wat u wilt',
  'form-hint-landlord':
    'De verhuurder leest dit ook, om te kunnen antwoorden. Schrijf alleen op wat nodig is: geen burgerservicenummer, geen medische gegevens.',
  'form-hint': 'Schrijf alleen op wat nodig is: geen burgerservicenummer, geen medische gegevens.',
  'form-button-complaint': 'Klacht indienen',
  'form-button-objection': 'Bezwaar maken',
  'form-next-title': 'Wat er daarna gebeurt',
  'form-next-1': 'U krijgt meteen een nummer en een bewijs.',
  'form-next-2': 'Twee leden van de commissie zien de beslissing zoals zij toen is genomen.',
  'form-next-3': 'Zij vragen wie besliste om een antwoord. Dat antwoord leest u ook.',
  'form-next-4': 'U krijgt een oordeel met de reden, en wat u daarna nog kunt doen.',
  'form-over-title': 'Dit kan niet meer',
  'form-over':
    'Het kon tot en met {until, date, weekday}. Kon u het echt niet eerder weten of schrijven? Laat het ons weten; bij Hulp staat hoe.',
  'form-running': 'Hierover loopt al een zaak. U hoeft niets te doen.',
  'to-case': 'Bekijk uw zaak',
  'to-help': 'Naar Hulp',
  back: 'Wat over u is besloten',
  'number-complaint': 'K-{id}',
  'number-objection': 'B-{id}',
  'title-complaint': 'Klacht K-{id}',
  'title-objection': 'Bezwaar B-{id}',
  'list-title': 'Klachten en bezwaren',
  'list-title-own': 'Uw klachten en bezwaren',
  'list-lead':
    'Wat het eerst af moet, staat bovenaan. Wie het is en wat er staat, ziet alleen wie de zaak in behandeling heeft.',
  'list-none': 'Er ligt niets.',
  'list-none-own':
    'U heeft geen klacht of bezwaar ingediend. Bij elke beslissing over u staat of dat kan, en tot wanneer.',
  'list-none-link': 'Wat over u is besloten',
  'list-caption': 'Zaken',
  'col-number': 'Nummer',
  'col-about': 'Gaat over',
  'col-landlord': 'Besloten door',
  'col-received': 'Ontvangen',
  'col-until': 'Oordeel uiterlijk',
  'col-state': 'Stand',
  'col-next': 'Nu',
  urgent: 'gaat voor',
  late: 'te laat',
  'open-case': 'Openen',
  take: 'In behandeling nemen',
  'not-called': 'Anderen behandelen deze zaak.',
  'state-received': 'Ontvangen',
  'state-with-landlord': 'Wacht op antwoord van de verhuurder',
  'state-ready': 'Kan worden beoordeeld',
  'state-judged': 'Wacht op een tweede lid',
  'state-decided': 'Beslist',
  'state-withdrawn': 'Ingetrokken',
  'own-received': 'Wij hebben het ontvangen. Twee leden van de commissie gaan ernaar kijken.',
  'own-with-landlord':
    'De commissie heeft {landlord} om een antwoord gevraagd, uiterlijk {until, date, weekday}.',
  'own-ready': 'De commissie heeft alles en gaat oordelen.',
  'own-judged': 'Een lid heeft geoordeeld. Een tweede lid kijkt mee; daarna hoort u het.',
  'own-withdrawn': 'U heeft dit ingetrokken. Er gebeurt niets meer mee.',
  about: 'Gaat over',
  'decision-of': 'Besloten op',
  'decided-by': 'Besloten door',
  'by-region': 'de woningcorporaties in de regio',
  'received-at': 'Ontvangen',
  'received-on-paper': '{on, date, day}, op papier (ingevoerd: {entered})',
  'decide-by': 'Oordeel uiterlijk',
  'urgent-by': 'Gaat voor: oordeel uiterlijk',
  members: 'In behandeling bij',
  'members-none': 'nog niemand',
  person: 'Van',
  'person-hidden': 'een kandidaat (de naam is pas vanaf een aanbod bekend)',
  said: 'Wat de woningzoekende schrijft',
  'said-own': 'Wat u schreef',
  'said-gone': 'Deze tekst is gewist, omdat iemand zijn gegevens liet wissen.',
  reaction: 'Antwoord van de verhuurder',
  'reaction-none': 'Er is nog niet om een antwoord gevraagd.',
  'reaction-missed': 'De verhuurder heeft niet op tijd geantwoord.',
  'reaction-waiting': 'Gevraagd, uiterlijk {until, date, weekday}.',
  'again-title': 'De beslissing, nagespeeld',
  'again-lead':
    'De lijst is nu opnieuw gemaakt, met de gegevens en regels van {on, date, day}. Wat er later veranderde, telt niet mee.',
  'again-same': 'Er komt precies hetzelfde uit als toen.',
  'again-differs': 'Er komt iets anders uit dan toen.',
  'again-place':
    'Plaats volgens de lijst: {found, number} van {placed, number}. Aan de woningzoekende gezegd: plaats {told, number}.',
  'again-no-place': 'Niet op de lijst, nu en toen.',
  'again-receipt': 'Controleer de bon zelf',
  'again-reads': 'Waarom deze plek (kleine aantallen ziet de woningzoekende niet)',
  'again-inputs': 'Waarmee is gerekend',
  'again-input': 'Gegeven',
  'again-value': 'Op de bon',
  'skip-title': 'Waarom er is overgeslagen',
  'skip-contacts': 'Volgens de verhuurder was er contact, of is dat geprobeerd:',
  'correction-title': 'De correctie',
  'correction-was': 'Van {from, date, day} naar {to, date, day}.',
  'ask-title': 'De verhuurder om een antwoord vragen',
  'ask-days': 'Binnen hoeveel werkdagen',
  'ask-hint': 'Van 1 tot en met {most}. Bij wat voorgaat: 1 of 2.',
  'ask-button': 'Vragen',
  'react-title': 'Uw antwoord',
  'react-label': 'Wat is er volgens u gebeurd?',
  'react-hint': 'De woningzoekende leest dit ook. Uiterlijk {until, date, weekday}.',
  'react-button': 'Antwoord geven',
  'judge-title': 'Oordelen',
  'judge-lead': 'Een tweede lid moet het ermee eens zijn. Daarna leest de woningzoekende uw reden.',
  'judge-early':
    'De verhuurder heeft nog niet geantwoord. Tot dan kan de commissie alleen zeggen dat zij hier niet over kan oordelen.',
  'judge-outcome': 'Oordeel',
  'judge-consequence': 'Als het gegrond is: wat volgt',
  'judge-consequence-hint':
    'Bij overslaan geeft een bindend oordeel het aanbod terug, als de woning nog niet is verhuurd.',
  'judge-why': 'De reden, in gewone woorden',
  'judge-why-hint': 'Ten minste één zin. U schrijft aan de woningzoekende.',
  'judge-button': 'Oordeel voorleggen aan een tweede lid',
  'sent-back': 'Een tweede lid was het niet eens met het vorige oordeel:',
  'confirm-title': 'Bent u het eens met dit oordeel?',
  'confirm-lead': 'U bent het tweede lid. Zonder u gebeurt er niets.',
  'confirm-own': 'U heeft zelf geoordeeld. Een ander lid moet nu kijken.',
  'confirm-button': 'Eens: nu vaststellen en laten weten',
  'confirm-not': 'Niet eens: terug',
  'confirm-why': 'Als u het niet eens bent: waarom',
  'confirm-why-hint': 'Ten minste één zin.',
  'withdraw-title': 'Toch niet doorgaan?',
  'withdraw-lead': 'U kunt dit intrekken zolang er geen oordeel is. De beslissing blijft dan.',
  'withdraw-button': 'Intrekken',
  'outcome-founded': 'Gegrond',
  'outcome-unfounded': 'Ongegrond',
  'outcome-not-admissible': 'Niet-ontvankelijk: hier kan de commissie niet over oordelen',
  'consequence-advice': 'Advies aan wie besliste',
  'consequence-binding': 'Bindend: het moet worden hersteld',
  'letter-founded':
    'U heeft gelijk: {route, select, objection {uw bezwaar} other {uw klacht}} is gegrond.',
  'letter-unfounded':
    'De commissie geeft u geen gelijk: {route, select, objection {uw bezwaar} other {uw klacht}} is ongegrond.',
  'letter-not-admissible': 'De commissie kan hier niet over oordelen.',
  'letter-why': 'Waarom',
  'letter-then': 'Wat er nu gebeurt',
  'then-advice':
    'De commissie adviseert {landlord} dit te herstellen. Een advies verplicht niet. Hoort u er niets over, vraag dan wat ermee gebeurt.',
  'then-advice-until':
    'De commissie adviseert {landlord} dit te herstellen. Een advies verplicht niet. Wel moet {landlord} zeggen wat ermee gebeurt, en als het niets is: waarom.',
  'then-binding': 'Dit oordeel is bindend: {landlord} moet dit herstellen.',
  'then-binding-offer':
    'Dit oordeel is bindend. Was de woning nog niet verhuurd, dan heeft u het aanbod terug: kijk bij Mijn reacties.',
  'then-stays': 'De beslissing blijft zoals zij was.',
  'answer-heading': 'Wat {landlord} ermee doet',
  'answer-waiting': 'Nog geen antwoord. Het moet er uiterlijk {until, date, weekday} zijn.',
  'answer-missed':
    'Uiterlijk {until, date, weekday} had {landlord} moeten zeggen wat er met dit oordeel gebeurt. Dat is niet gedaan. De commissie ziet dit ook.',
  'answer-on': '{landlord}, {on, date, day}',
  'answer-follows': 'Het advies wordt gevolgd',
  'answer-partly': 'Het advies wordt voor een deel gevolgd',
  'answer-not': 'Het advies wordt niet gevolgd',
  'answer-carried-out': 'Het is hersteld',
  'answer-cannot': 'Herstellen kan niet meer',
  'answer-title': 'Wat doet u met dit oordeel?',
  'answer-lead-advice': 'Een advies verplicht niet. Zeggen wat u ermee doet, moet wel.',
  'answer-lead-binding':
    'Dit oordeel is bindend. Zeg dat het is hersteld, of waarom dat echt niet meer kan en wat u in plaats daarvan doet.',
  'answer-label': 'Kies wat past',
  'answer-words': 'Wat u doet en wanneer, of waarom niet',
  'answer-words-hint':
    'Ten minste één zin. De woningzoekende en de commissie lezen dit ook. Uiterlijk {until, date, weekday}.',
  'answer-words-late':
    'Ten minste één zin. De woningzoekende en de commissie lezen dit ook. Dit had er uiterlijk {until, date, weekday} moeten zijn; het kan nog.',
  'answer-button': 'Vastleggen en laten weten',
  'answer-work-title': 'Zeg wat u met een oordeel van de klachtencommissie doet',
  'awaits-answer': 'wacht op verhuurder, uiterlijk {until, date, day}',
  'no-answer': 'geen antwoord van de verhuurder',
  'unanswered-count':
    '{count, plural, one {Bij # oordeel} other {Bij # oordelen}} heeft de verhuurder niet op tijd gezegd wat ermee gebeurt.',
  'letter-further': 'Wat u nog kunt doen',
  'further-complaint':
    'Bent u het niet eens met dit oordeel? Dan kunt u naar de rechter. Vraag eerst gratis raad bij het Juridisch Loket. Denkt u dat u bent gediscrimineerd? Dan kunt u ook naar het College voor de Rechten van de Mens.',
  'further-objection':
    'Bent u het niet eens met dit oordeel? Dan kunt u in beroep bij de rechtbank, tot en met {until, date, weekday}. Vraag eerst gratis raad bij het Juridisch Loket.',
  'letter-from': 'De commissie, {on, date, day}',
  'notice-title': 'Er loopt een klacht over deze woning',
  'notice-urgent':
    '{number}: {about}. Verhuren kan pas na het oordeel, of na {until, date, weekday}.',
  notice: '{number}: {about}. Oordeel uiterlijk {until, date, weekday}.',
  'work-title': 'De klachtencommissie vraagt u om antwoord',
  'work-line': '{number}: {about}, uiterlijk {until, date, weekday}',
}

const en: Readonly<Record<Text, string>> = {
  'form-title': 'What is not right, in your view?',
  'form-complaint':
    'You complain to the complaints committee of the housing associations. It is no part of your landlord.',
  'form-objection': 'You object at the municipality. A committee looks at it anew.',
  'form-free': 'It is free and has no consequences for your registration or your next chance.',
  'form-urgent':
    'The home is not let yet. So your complaint goes first: the landlord waits with letting until it is judged, five working days at most.',
  'form-label': 'Write what went wrong, and what you want',
  'form-hint-landlord':
    'The landlord reads this too, to be able to answer. Write only what is needed: no citizen service number, no medical data.',
  'form-hint': 'Write only what is needed: no citizen service number, no medical data.',
  'form-button-complaint': 'Complain',
  'form-button-objection': 'Object',
  'form-next-title': 'What happens then',
  'form-next-1': 'You get a number and a receipt at once.',
  'form-next-2': 'Two members of the committee see the decision as it was taken then.',
  'form-next-3': 'They ask who decided for an answer. You read that answer too.',
  'form-next-4': 'You get a judgement with the reason, and what you can do after that.',
  'form-over-title': 'This is no longer possible',
  'form-over':
    'It was possible until {until, date, weekday}. Could you really not have known or written earlier? Tell us; Help says how.',
  'form-running': 'A case about this is running. You need not do anything.',
  'to-case': 'See your case',
  'to-help': 'To Help',
  back: 'What was decided about you',
  'number-complaint': 'K-{id}',
  'number-objection': 'B-{id}',
  'title-complaint': 'Complaint K-{id}',
  'title-objection': 'Objection B-{id}',
  'list-title': 'Complaints and objections',
  'list-title-own': 'Your complaints and objections',
  'list-lead':
    'What must be done first is on top. Who it is and what it says is seen only by who handles the case.',
  'list-none': 'There is nothing here.',
  'list-none-own':
    'You have made no complaint or objection. With every decision about you stands whether you can, and until when.',
  'list-none-link': 'What was decided about you',
  'list-caption': 'Cases',
  'col-number': 'Number',
  'col-about': 'About',
  'col-landlord': 'Decided by',
  'col-received': 'Received',
  'col-until': 'Judged before the end of',
  'col-state': 'State',
  'col-next': 'Now',
  urgent: 'goes first',
  late: 'late',
  'open-case': 'Open',
  take: 'Take this case',
  'not-called': 'Others handle this case.',
  'state-received': 'Received',
  'state-with-landlord': 'Waiting for the landlord’s answer',
  'state-ready': 'Can be judged',
  'state-judged': 'Waiting for a second member',
  'state-decided': 'Decided',
  'state-withdrawn': 'Taken back',
  'own-received': 'We have received it. Two members of the committee will look at it.',
  'own-with-landlord':
    'The committee asked {landlord} for an answer, before the end of {until, date, weekday}.',
  'own-ready': 'The committee has everything and will judge.',
  'own-judged': 'One member has judged. A second one looks along; then you will hear.',
  'own-withdrawn': 'You took this back. Nothing more happens with it.',
  about: 'About',
  'decision-of': 'Decided on',
  'decided-by': 'Decided by',
  'by-region': 'the housing associations of the region',
  'received-at': 'Received',
  'received-on-paper': '{on, date, day}, on paper (entered: {entered})',
  'decide-by': 'Judged before the end of',
  'urgent-by': 'Goes first: judged before the end of',
  members: 'Handled by',
  'members-none': 'nobody yet',
  person: 'From',
  'person-hidden': 'a candidate (the name is known only from an offer on)',
  said: 'What the home seeker writes',
  'said-own': 'What you wrote',
  'said-gone': 'This text was erased, because somebody had their data erased.',
  reaction: 'The landlord’s answer',
  'reaction-none': 'No answer was asked for yet.',
  'reaction-missed': 'The landlord did not answer in time.',
  'reaction-waiting': 'Asked, before the end of {until, date, weekday}.',
  'again-title': 'The decision, replayed',
  'again-lead':
    'The list was made again now, with the data and rules of {on, date, day}. What changed later does not count.',
  'again-same': 'Exactly the same comes out as then.',
  'again-differs': 'Something else comes out than then.',
  'again-place':
    'Place by the list: {found, number} of {placed, number}. The home seeker was told: place {told, number}.',
  'again-no-place': 'Not on the list, now and then.',
  'again-receipt': 'Check the receipt yourself',
  'again-reads': 'Why this place (the home seeker does not see small counts)',
  'again-inputs': 'What it was reckoned with',
  'again-input': 'Input',
  'again-value': 'On the receipt',
  'skip-title': 'Why they were passed over',
  'skip-contacts': 'By what the landlord says there was contact, or it was tried:',
  'correction-title': 'The correction',
  'correction-was': 'From {from, date, day} to {to, date, day}.',
  'ask-title': 'Ask the landlord for an answer',
  'ask-days': 'Within how many working days',
  'ask-hint': 'From 1 to {most}. For what goes first: 1 or 2.',
  'ask-button': 'Ask',
  'react-title': 'Your answer',
  'react-label': 'What happened, in your view?',
  'react-hint': 'The home seeker reads this too. Before the end of {until, date, weekday}.',
  'react-button': 'Answer',
  'judge-title': 'Judge',
  'judge-lead': 'A second member must agree. After that the home seeker reads your reason.',
  'judge-early':
    'The landlord has not answered yet. Until then the committee can only say that it cannot judge this.',
  'judge-outcome': 'Judgement',
  'judge-consequence': 'Where it is founded: what follows',
  'judge-consequence-hint':
    'After passing over, a binding judgement gives the offer back if the home is not let yet.',
  'judge-why': 'The reason, in plain words',
  'judge-why-hint': 'One sentence at least. You write to the home seeker.',
  'judge-button': 'Put to a second member',
  'sent-back': 'A second member did not agree with the last judgement:',
  'confirm-title': 'Do you agree with this judgement?',
  'confirm-lead': 'You are the second member. Without you nothing happens.',
  'confirm-own': 'You judged yourself. Another member must look now.',
  'confirm-button': 'Agreed: decide and tell',
  'confirm-not': 'Not agreed: send back',
  'confirm-why': 'Where you do not agree: why',
  'confirm-why-hint': 'One sentence at least.',
  'withdraw-title': 'Rather not go on?',
  'withdraw-lead': 'You can take this back while it is not judged. The decision then stays.',
  'withdraw-button': 'Take back',
  'outcome-founded': 'Founded',
  'outcome-unfounded': 'Unfounded',
  'outcome-not-admissible': 'Not admissible: the committee cannot judge this',
  'consequence-advice': 'Advice to who decided',
  'consequence-binding': 'Binding: it must be put right',
  'letter-founded':
    'You are right: {route, select, objection {your objection} other {your complaint}} is founded.',
  'letter-unfounded':
    'The committee does not agree with you: {route, select, objection {your objection} other {your complaint}} is unfounded.',
  'letter-not-admissible': 'The committee cannot judge this.',
  'letter-why': 'Why',
  'letter-then': 'What happens now',
  'then-advice':
    'The committee advises {landlord} to put this right. Advice does not oblige. If you hear nothing, ask what is done with it.',
  'then-advice-until':
    'The committee advises {landlord} to put this right. Advice does not oblige. But {landlord} must say what is done with it, and where it is nothing: why.',
  'then-binding': 'This judgement is binding: {landlord} must put this right.',
  'then-binding-offer':
    'This judgement is binding. If the home was not let yet, you have the offer back: see My responses.',
  'then-stays': 'The decision stays as it was.',
  'answer-heading': 'What {landlord} does with it',
  'answer-waiting': 'No answer yet. It must be there before the end of {until, date, weekday}.',
  'answer-missed':
    'Before the end of {until, date, weekday} {landlord} should have said what is done with this judgement. That was not done. The committee sees this too.',
  'answer-on': '{landlord}, {on, date, day}',
  'answer-follows': 'The advice is followed',
  'answer-partly': 'The advice is followed in part',
  'answer-not': 'The advice is not followed',
  'answer-carried-out': 'It was put right',
  'answer-cannot': 'It can no longer be put right',
  'answer-title': 'What do you do with this judgement?',
  'answer-lead-advice': 'Advice does not oblige. To say what you do with it does.',
  'answer-lead-binding':
    'This judgement is binding. Say that it was put right, or why that is really no longer possible and what you do instead.',
  'answer-label': 'Choose what fits',
  'answer-words': 'What you do and when, or why not',
  'answer-words-hint':
    'One sentence at least. The home seeker and the committee read this too. Before the end of {until, date, weekday}.',
  'answer-words-late':
    'One sentence at least. The home seeker and the committee read this too. It should have been there before the end of {until, date, weekday}; it still can.',
  'answer-button': 'Put on record and tell',
  'answer-work-title': 'Say what you do with a judgement of the complaints committee',
  'awaits-answer': 'waits for the landlord, before the end of {until, date, day}',
  'no-answer': 'no answer from the landlord',
  'unanswered-count':
    'With {count, plural, one {# judgement} other {# judgements}} the landlord did not say in time what is done with it.',
  'letter-further': 'What you can still do',
  'further-complaint':
    'Do you disagree with this judgement? Then you can go to court. First ask for free advice at the Juridisch Loket. Do you think you were discriminated against? Then you can also go to the Netherlands Institute for Human Rights.',
  'further-objection':
    'Do you disagree with this judgement? Then you can appeal to the district court, until {until, date, weekday}. First ask for free advice at the Juridisch Loket.',
  'letter-from': 'The committee, {on, date, day}',
  'notice-title': 'A complaint about this home is running',
  'notice-urgent':
    '{number}: {about}. It can be let only after the judgement, or after {until, date, weekday}.',
  notice: '{number}: {about}. Judged before the end of {until, date, weekday}.',
  'work-title': 'The complaints committee asks you for an answer',
  'work-line': '{number}: {about}, before the end of {until, date, weekday}',
}

export const complaintTexts: Texts<Text> = { nl, en }

type KindText =
  | 'placed'
  | 'not-placed'
  | 'offer-withdrawn'
  | 'skipped'
  | 'corrected'
  | 'correction-refused'
  | 'identity-corrected'
  | 'identity-correction-refused'
  | 'ended'
  | 'time-lapsed'
  | 'sanction'

const kinds: Texts<KindText> = {
  nl: {
    placed: 'Een plaats op de lijst',
    'not-placed': 'Niet op de lijst gekomen',
    'offer-withdrawn': 'Een aanbod dat is ingetrokken',
    skipped: 'Overgeslagen bij het aanbieden',
    corrected: 'Een verbeterde inschrijfdatum',
    'correction-refused': 'Een inschrijfdatum die niet is verbeterd',
    'identity-corrected': 'Een verbeterde naam of geboortedatum',
    'identity-correction-refused': 'Een naam of geboortedatum die niet is verbeterd',
    ended: 'Een inschrijving die is beëindigd',
    'time-lapsed': 'Inschrijftijd die is vervallen',
    sanction: 'Een sanctie',
  },
  en: {
    placed: 'A place on the list',
    'not-placed': 'Not placed on the list',
    'offer-withdrawn': 'An offer that was withdrawn',
    skipped: 'Passed over when offering',
    corrected: 'A corrected date of registration',
    'correction-refused': 'A date of registration that was not corrected',
    'identity-corrected': 'A corrected name or date of birth',
    'identity-correction-refused': 'A name or date of birth that was not corrected',
    ended: 'A registration that was ended',
    'time-lapsed': 'Registration time that has lapsed',
    sanction: 'A sanction',
  },
}

/** What a decision was, in a few words, for who reads a list of cases. */
export function decisionKindText(kind: string, language: Language): string {
  return isKeyOf(kinds, kind) ? speak(kinds, language)(kind) : kind
}

type RefusedText =
  | 'term-over'
  | 'already-complained'
  | 'words-missing'
  | 'words-too-long'
  | 'own-file'
  | 'own-organisation'
  | 'already-decided'
  | 'already-called'
  | 'panel-complete'
  | 'no-landlord'
  | 'wrong-order'
  | 'wrong-days'
  | 'not-asked'
  | 'sentence-missing'
  | 'outcome-missing'
  | 'consequence-missing'
  | 'answer-missing'
  | 'not-heard'
  | 'reaction-awaited'
  | 'own-proposal'
  | 'other'

const refusals: Texts<RefusedText> = {
  nl: {
    'term-over': 'Dit kon tot en met {until, date, weekday}.',
    'already-complained': 'Hierover loopt al een zaak van u.',
    'words-missing': 'Schrijf in ten minste {least} tekens wat er volgens u niet klopt.',
    'words-too-long': 'Schrijf ten hoogste {most, number} tekens.',
    'own-file': 'Dit is uw eigen zaak, of van iemand die u helpt. Een ander moet dit doen.',
    'own-organisation': 'U werkt bij wie besliste. Een ander moet deze zaak behandelen.',
    'already-decided': 'Deze zaak is al klaar.',
    'already-called': 'U heeft deze zaak al in behandeling.',
    'panel-complete': 'Deze zaak heeft al {most} behandelaars.',
    'no-landlord': 'Hierover besliste geen verhuurder die u om antwoord kunt vragen.',
    'wrong-order': 'Dit kan nu niet: de zaak is intussen verder. Kijk hoe het er nu voor staat.',
    'wrong-days': 'Kies 1 tot en met {most} werkdagen.',
    'not-asked': 'Er is u niet om een antwoord gevraagd, of u heeft al geantwoord.',
    'sentence-missing': 'Schrijf ten minste één zin, van {least} tekens of meer.',
    'outcome-missing': 'Kies een oordeel.',
    'consequence-missing': 'Kies wat volgt: een advies, of een bindend oordeel.',
    'answer-missing': 'Kies wat u met dit oordeel doet.',
    'not-heard': 'Vraag eerst de verhuurder om een antwoord.',
    'reaction-awaited':
      'Wacht op het antwoord van de verhuurder, tot en met {until, date, weekday}.',
    'own-proposal': 'U heeft zelf geoordeeld. Een ander lid moet dit vaststellen.',
    other: 'Dit kon niet worden gedaan. Er is niets veranderd.',
  },
  en: {
    'term-over': 'This was possible until {until, date, weekday}.',
    'already-complained': 'A case of yours about this is running.',
    'words-missing': 'Write what is not right, in at least {least} characters.',
    'words-too-long': 'Write at most {most, number} characters.',
    'own-file': 'This is your own case, or of somebody you help. Another person must do this.',
    'own-organisation': 'You work at who decided. Another person must handle this case.',
    'already-decided': 'This case is done.',
    'already-called': 'You handle this case already.',
    'panel-complete': 'This case has {most} members already.',
    'no-landlord': 'No landlord decided this whom you can ask for an answer.',
    'wrong-order': 'This is not possible now: the case has moved on. See how it stands.',
    'wrong-days': 'Choose 1 to {most} working days.',
    'not-asked': 'You were not asked for an answer, or you have answered.',
    'sentence-missing': 'Write one sentence at least, of {least} characters or more.',
    'outcome-missing': 'Choose a judgement.',
    'consequence-missing': 'Choose what follows: advice, or a binding judgement.',
    'answer-missing': 'Choose what you do with this judgement.',
    'not-heard': 'Ask the landlord for an answer first.',
    'reaction-awaited': 'Wait for the landlord’s answer, until {until, date, weekday}.',
    'own-proposal': 'You judged yourself. Another member must confirm this.',
    other: 'This could not be done. Nothing has changed.',
  },
}

/** Why something was not done in a case. */
export function complaintRefused(
  { refused, facts }: { readonly refused: string; readonly facts: ShownFacts },
  language: Language,
): string {
  return speak(refusals, language)(isKeyOf(refusals, refused) ? refused : 'other', facts)
}
