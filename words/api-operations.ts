/** What the OpenAPI document says of the interface and of each of its operations (API-specificatie). */
import { type OwnOperation, ownOperations } from './api-own.ts'
import { type WorkOperation, workOperations } from './api-work.ts'
import { type Language, speak, type Texts } from './language.ts'

/** The parts of the interface, in the order in which they are shown. */
export const partNames = [
  'woningen',
  'regels',
  'controle',
  'gebruiker',
  'woningzoekenden',
  'verhuurders',
  'balie',
  'geschillen',
  'regelwerk',
  'toezicht',
  'beheer',
] as const
export type PartName = (typeof partNames)[number]

const plainNames = [
  'woningen-zoeken',
  'woning-lezen',
  'uitslag-lezen',
  'uitkomsten-lezen',
  'regelboeken-lezen',
  'regelboek-lezen',
  'kenmerken-lezen',
  'passende-huur-berekenen',
  'loting-lezen',
  'lot-zoeken',
  'lijst-narekenen',
  'bewijs-controleren',
  'controlepunt-lezen',
  'bericht-controleren',
  'gebruiker-lezen',
  'inschrijven',
  'gegevens-lezen',
  'gegevens-wijzigen',
  'inschrijving-lezen',
  'verlengen',
  'pauzeren',
  'hervatten',
  'uitschrijven',
  'uitschrijving-ongedaan-maken',
  'reacties-lezen',
  'reageren',
  'reactie-lezen',
  'reactie-intrekken',
  'geschiktheid-lezen',
  'aanbiedingen-aan-mij-lezen',
  'aanbieding-aan-mij-lezen',
  'aanbieding-beantwoorden',
  'berichten-lezen',
  'beslissingen-lezen',
  'klachten-lezen',
  'klacht-indienen',
  'klacht-intrekken',
  'machtigingen-lezen',
  'automatische-reacties-lezen',
  'automatisch-reageren',
  'automatisch-reageren-stoppen',
  'inzage-lezen',
  'gegevens-meenemen',
  'voorraad-lezen',
  'verhuureenheid-lezen',
  'leegmeldingen-lezen',
  'leeg-melden',
  'advertentie-maken',
  'advertentie-lezen',
  'advertentie-toetsen',
  'advertentie-publiceren',
  'advertentie-intrekken',
  'kandidaten-lezen',
  'aanbieden',
  'aanbieding-lezen',
  'stukken-controleren',
  'kandidaat-overslaan',
  'toewijzen',
  'gebeurtenissen-lezen',
  'naspelingen-lezen',
  'naspelen',
  'logboek-meenemen',
] as const
export type OperationName = (typeof plainNames)[number] | OwnOperation | WorkOperation

type About =
  | 'title'
  | 'summary'
  | 'about'
  | 'about-example'
  | 'contact'
  | 'server'
  | 'security'
  | 'header-version'
  | 'header-link'
  | 'header-location'
  | 'header-retry'
  | 'request-body'
  | 'idempotency-key'
  | 'found'
  | 'made'
  | 'done'

type PlainName = (typeof plainNames)[number]

type PlainText =
  | About
  | PartName
  | PlainName
  | `${PlainName}-more`
  | 'specificatie-lezen'
  | 'specificatie-lezen-more'

export type ApiText = PlainText | OperationName | `${OperationName}-more`

const nl: Readonly<Record<PlainText, string>> = {
  title: 'Verdeelsleutel {region}',
  summary: 'Sociale huurwoningen verdelen volgens regels die iedereen kan lezen en narekenen.',
  about:
    'Deze API doet hetzelfde als de site, met dezelfde regels voor wie wat mag. Woningen, regels, uitslagen en lotingen zijn openbaar. Voor al het andere is een toegangsbewijs (access token) nodig van dezelfde inlogdienst als die van de site. Cookies worden niet gelezen. Wat niet voor u is, antwoordt als wat er niet is: met 404. Bedragen zijn hele eurocenten. Dagen zijn dagen in Nederland; tijdstippen zijn in UTC. Teksten zijn in het Nederlands; met Accept-Language: en in het Engels.',
  'about-example':
    'Dit is een voorbeeldregio. Alle mensen, woningen en verhuurders zijn verzonnen.',
  contact: 'Hulp en contact',
  server: 'Deze site',
  security:
    'OpenID Connect: haal een toegangsbewijs bij de inlogdienst, en stuur het mee als Authorization: Bearer.',
  'header-version': 'De hele versie van deze API.',
  'header-link': 'Het adres van de volgende bladzijde, met rel="next".',
  'header-location': 'Waar staat wat is gemaakt.',
  'header-retry': 'Over hoeveel seconden het weer kan.',
  'request-body': 'Wat u stuurt, als JSON.',
  'idempotency-key':
    'Een sleutel die u zelf verzint, voor elk verzoek een andere. Stuurt u een verzoek nog eens met dezelfde sleutel, dan gebeurt het één keer en krijgt u hetzelfde antwoord.',
  found: 'Gevonden.',
  made: 'Gemaakt.',
  done: 'Gedaan.',
  woningen: 'Woningen waarop nu gereageerd kan worden, en wat er van eerdere werd. Openbaar.',
  regels: 'De regels die gelden, en de woorden waarmee zij werken. Openbaar.',
  controle: 'Zelf narekenen: lijsten, lotingen, bonnen en het logboek. Openbaar.',
  gebruiker: 'Wie u bent, wat u mag, en wie u helpt.',
  woningzoekenden: 'De eigen zaken van een woningzoekende, of van wie u helpt.',
  verhuurders: 'Het werk van een verhuurder, van leegmelding tot toewijzing.',
  balie:
    'Handelen voor mensen die dat niet zelf online doen: balie, papier, brieven en correcties.',
  geschillen: 'Klachten en bezwaren behandelen.',
  regelwerk: 'Regelboeken die onderweg zijn: voorstellen, adviseren, vaststellen en uitbrengen.',
  beheer: 'Rollen, taken, bewaartermijnen en sleutels.',
  toezicht: 'Het logboek lezen, beslissingen opnieuw laten nemen, en zien wat opvalt.',
  'specificatie-lezen': 'Deze specificatie',
  'specificatie-lezen-more': 'De hele API als OpenAPI 3.1, zonder inloggen en van elke site.',
  'woningen-zoeken': 'Woningen zoeken',
  'woningen-zoeken-more':
    'Alle woningen waarop nu gereageerd kan worden. Wat het eerst sluit, staat vooraan.',
  'woning-lezen': 'Eén woning',
  'woning-lezen-more': 'Een woning die bekend is gemaakt, ook als reageren niet meer kan.',
  'uitslag-lezen': 'De uitslag van een woning',
  'uitslag-lezen-more':
    'Hoeveel mensen reageerden en in welke groepen zij stonden. Aantallen waaruit iemand te vinden is, worden niet gegeven: dan staat er null.',
  'uitkomsten-lezen': 'Uitkomsten van alle woningen',
  'uitkomsten-lezen-more': 'Elke woning waarvan de lijst is gemaakt, de nieuwste vooraan.',
  'regelboeken-lezen': 'Alle regelboeken',
  'regelboeken-lezen-more': 'Elk regelboek dat is uitgebracht, met de dagen waarop het geldt.',
  'regelboek-lezen': 'Eén regelboek',
  'regelboek-lezen-more': 'Een regelboek, artikel voor artikel, in gewone taal.',
  'kenmerken-lezen': 'Kenmerken',
  'kenmerken-lezen-more':
    'Alles wat een regel kan weten van een persoon, een huishouden of een woning, met de waarden die het kan hebben.',
  'passende-huur-berekenen': 'Passende huur berekenen',
  'passende-huur-berekenen-more':
    'Welke huur past bij een inkomen, volgens de bedragen van vandaag. Er wordt niets van bewaard.',
  'loting-lezen': 'De loting van een woning',
  'loting-lezen-more':
    'Wat vooraf is vastgelegd, wat het openbare getal was, en de volgorde van alle loten. Namen staan er niet bij.',
  'lot-zoeken': 'Eén lot in een loting',
  'lot-zoeken-more':
    'Of een lot op de vastgelegde lijst staat, met het bewijs daarvan, en welke plaats het kreeg.',
  'lijst-narekenen': 'De lijst van een woning narekenen',
  'lijst-narekenen-more':
    'De lijst wordt opnieuw gemaakt uit de bon, en naast het logboek gelegd. Elk verschil wordt genoemd.',
  'bewijs-controleren': 'Een bewijs controleren',
  'bewijs-controleren-more':
    'Stuur een hash, een gebeurtenis of een bon. U hoort of die in het logboek staat, met het bewijs, en bij een bon of de beslissing klopt. Er wordt niets van bewaard.',
  'controlepunt-lezen': 'Het laatste controlepunt van het logboek',
  'controlepunt-lezen-more':
    'De ondertekende stand van het logboek. De tegels waarmee u het bewijs zelf maakt, staan op /logboek/tile.',
  'bericht-controleren': 'Is dit bericht van ons?',
  'bericht-controleren-more':
    'Zoekt een bericht op het kenmerk dat erop staat. Aan wie het is gestuurd, wordt niet gezegd.',
  'gebruiker-lezen': 'Wie u bent',
  'gebruiker-lezen-more': 'Uw naam, uw nummer als woningzoekende, uw rollen, en wie u helpt.',
  inschrijven: 'Inschrijven',
  'inschrijven-more': 'Schrijft u in als woningzoekende. De dag van vandaag telt.',
  'gegevens-lezen': 'Gegevens',
  'gegevens-lezen-more': 'Wat er van een woningzoekende is opgegeven, met de woonwensen.',
  'gegevens-wijzigen': 'Gegevens wijzigen',
  'gegevens-wijzigen-more': 'Stuur alleen wat verandert. Wat u weglaat, blijft zoals het was.',
  'inschrijving-lezen': 'Inschrijving',
  'inschrijving-lezen-more':
    'Hoe de inschrijving ervoor staat, sinds wanneer de tijd telt, en wat er nu mee kan.',
  verlengen: 'Inschrijving verlengen',
  'verlengen-more': 'Verlengt de inschrijving, of haalt haar binnen het jaar terug.',
  pauzeren: 'Inschrijving stilzetten',
  'pauzeren-more': 'Zet de inschrijving stil, als de regels dat kennen.',
  hervatten: 'Inschrijving hervatten',
  'hervatten-more': 'Laat een stilgezette inschrijving weer lopen.',
  uitschrijven: 'Uitschrijven',
  'uitschrijven-more': 'Alleen voor uzelf. Lees eerst wat er met uw tijd gebeurt.',
  'uitschrijving-ongedaan-maken': 'Uitschrijving ongedaan maken',
  'uitschrijving-ongedaan-maken-more':
    'Alleen voor uzelf, binnen 30 dagen. De tijd telt weer vanaf de eerste dag.',
  'reacties-lezen': 'Reacties',
  'reacties-lezen-more': 'Alle reacties, de nieuwste vooraan, met de plaats als die er is.',
  reageren: 'Reageren',
  'reageren-more':
    'Reageert op een woning. U krijgt een bon. Wie eerst reageert, heeft niets voor.',
  'reactie-lezen': 'Eén reactie, met uitleg',
  'reactie-lezen-more':
    'Waarom deze plek, wat die zou veranderen, en of de lijst nog eens gemaakt hetzelfde zegt.',
  'reactie-intrekken': 'Reactie intrekken',
  'reactie-intrekken-more': 'Kan tot de woning sluit, en kost niets.',
  'geschiktheid-lezen': 'Kom ik in aanmerking?',
  'geschiktheid-lezen-more':
    'Of iemand op de lijst kan komen van een woning, zoals het er nu voor staat.',
  'aanbiedingen-aan-mij-lezen': 'Aanbiedingen aan mij',
  'aanbiedingen-aan-mij-lezen-more': 'Alle woningen die aan iemand zijn aangeboden.',
  'aanbieding-aan-mij-lezen': 'Eén aanbieding aan mij',
  'aanbieding-aan-mij-lezen-more': 'Tot wanneer u kunt antwoorden, en wat een nee zou kosten.',
  'aanbieding-beantwoorden': 'Een aanbieding beantwoorden',
  'aanbieding-beantwoorden-more':
    'Accepteren of weigeren, alleen door de persoon zelf. Dat de advertentie niet klopte, telt nooit tegen u.',
  'berichten-lezen': 'Berichten',
  'berichten-lezen-more': 'De nieuwste vooraan. Ophalen maakt een bericht niet gelezen.',
  'beslissingen-lezen': 'Beslissingen',
  'beslissingen-lezen-more': 'Wat over iemand is beslist, en wat daartegen kan tot wanneer.',
  'klachten-lezen': 'Klachten en bezwaren',
  'klachten-lezen-more': 'Wat iemand tegen beslissingen inbracht, en hoe het ermee staat.',
  'klacht-indienen': 'Klacht of bezwaar indienen',
  'klacht-indienen-more':
    'Tegen een beslissing, met de sleutel die daarbij staat. De beslissing zegt of het een klacht of een bezwaar is, en tot wanneer het kan.',
  'klacht-intrekken': 'Klacht of bezwaar intrekken',
  'klacht-intrekken-more': 'Kan tot erover is beslist.',
  'machtigingen-lezen': 'Machtigingen',
  'machtigingen-lezen-more': 'Wie voor u mag handelen, waarvoor en tot wanneer. Alleen voor uzelf.',
  'automatische-reacties-lezen': 'Automatisch reageren: hoe het staat',
  'automatische-reacties-lezen-more': 'Of wij voor iemand reageren, en welke woningen nu passen.',
  'automatisch-reageren': 'Automatisch laten reageren',
  'automatisch-reageren-more':
    'Wij reageren op elke woning die past bij de regels en de wensen, en nooit op meer tegelijk dan u zegt.',
  'automatisch-reageren-stoppen': 'Automatisch reageren stoppen',
  'automatisch-reageren-stoppen-more': 'Kan altijd. Reacties die er zijn, blijven.',
  'inzage-lezen': 'Wie keek en wat gebeurde',
  'inzage-lezen-more': 'Elke gebeurtenis over iemand in het logboek, en wie het deed.',
  'gegevens-meenemen': 'Alles meenemen',
  'gegevens-meenemen-more': 'Alles wat van iemand wordt bewaard, zoals de site het ook geeft.',
  'voorraad-lezen': 'Voorraad',
  'voorraad-lezen-more': 'De woningen van uw eigen organisatie.',
  'verhuureenheid-lezen': 'Eén woning uit de voorraad',
  'verhuureenheid-lezen-more': 'Een woning van uw eigen organisatie, en of zij leeg staat.',
  'leegmeldingen-lezen': 'Leegmeldingen',
  'leegmeldingen-lezen-more': 'Wat leeg staat, het langste vooraan, met wat er nu moet gebeuren.',
  'leeg-melden': 'Leeg melden',
  'leeg-melden-more': 'Meldt dat een woning vrijkomt.',
  'advertentie-maken': 'Advertentie maken',
  'advertentie-maken-more':
    'Maakt de advertentie bij een leegmelding, of verandert het concept. Wat u weglaat, is zoals de voorraad zegt. De advertentie wordt meteen nagekeken.',
  'advertentie-lezen': 'Eén advertentie',
  'advertentie-lezen-more': 'Een advertentie van uw eigen organisatie, met wat erin is gevonden.',
  'advertentie-toetsen': 'Advertentie toetsen',
  'advertentie-toetsen-more': 'Door een tweede persoon, nooit door wie de advertentie maakte.',
  'advertentie-publiceren': 'Advertentie publiceren',
  'advertentie-publiceren-more':
    'Maakt de woning bekend vanaf een dag, onder de regels die dan gelden.',
  'advertentie-intrekken': 'Advertentie intrekken',
  'advertentie-intrekken-more': 'Kan tot iemand de woning accepteerde. Wie reageerde, hoort het.',
  'kandidaten-lezen': 'Kandidaten',
  'kandidaten-lezen-more':
    'De lijst in volgorde, met wie er waarom voor staat. Namen staan er pas bij vanaf een aanbieding.',
  aanbieden: 'Aanbieden',
  'aanbieden-more':
    'Biedt de woning aan aan wie aan de beurt is, of aan een groep in volgorde van plaats.',
  'aanbieding-lezen': 'Eén aanbieding',
  'aanbieding-lezen-more': 'Een aanbieding van uw eigen organisatie. De persoon ziet dat u keek.',
  'stukken-controleren': 'Stukken controleren',
  'stukken-controleren-more':
    'Legt vast wat u zag: welk stuk, van welke dag, en of het klopt. Het stuk zelf wordt niet bewaard, en een BSN ook niet.',
  'kandidaat-overslaan': 'Kandidaat overslaan',
  'kandidaat-overslaan-more':
    'Alleen om een reden van de lijst, en met wat die bewijst. De persoon hoort het en kan ertegen op.',
  toewijzen: 'Toewijzen',
  'toewijzen-more': 'Verhuurt de woning aan wie haar accepteerde.',
  'gebeurtenissen-lezen': 'Het logboek',
  'gebeurtenissen-lezen-more':
    'Alle gebeurtenissen, de nieuwste vooraan. Er staat niets persoonlijks in.',
  'naspelingen-lezen': 'Beslissingen van een periode naspelen',
  'naspelingen-lezen-more': 'Elke lijst van een periode wordt opnieuw gemaakt en vergeleken.',
  naspelen: 'Eén beslissing naspelen',
  'naspelen-more': 'De lijst van één woning wordt opnieuw gemaakt en vergeleken.',
  'logboek-meenemen': 'Het logboek meenemen',
  'logboek-meenemen-more':
    'Het logboek als bestand, een regel JSON per gebeurtenis, om elders te controleren. Dat u het meenam, staat in het logboek.',
}

const en: Readonly<Record<PlainText, string>> = {
  title: 'Verdeelsleutel {region}',
  summary: 'Dividing social rented homes by rules that everybody can read and recompute.',
  about:
    'This interface does what the site does, with the same rules on who may do what. Homes, rules, results and draws are public. For all else an access token is needed, from the same identity provider as that of the site. Cookies are not read. What is not for you answers as what is not there: with 404. Amounts are whole euro cents. Days are days in the Netherlands; instants are in UTC. Texts are in Dutch; with Accept-Language: en in English.',
  'about-example': 'This is an example region. All people, homes and landlords are invented.',
  contact: 'Help and contact',
  server: 'This site',
  security:
    'OpenID Connect: get an access token from the identity provider, and send it along as Authorization: Bearer.',
  'header-version': 'The whole version of this interface.',
  'header-link': 'The address of the next page, with rel="next".',
  'header-location': 'Where that which was made stands.',
  'header-retry': 'After how many seconds it is possible again.',
  'request-body': 'What you send, as JSON.',
  'idempotency-key':
    'A key that you make up, another for every request. When you send a request again with the same key, it happens once and you get the same answer.',
  found: 'Found.',
  made: 'Made.',
  done: 'Done.',
  woningen: 'Homes one can respond to now, and what came of earlier ones. Public.',
  regels: 'The rules in force, and the words they work with. Public.',
  controle: 'Checking for yourself: lists, draws, receipts and the log. Public.',
  gebruiker: 'Who you are, what you may, and whom you help.',
  woningzoekenden: 'The own affairs of a home seeker, or of somebody you help.',
  verhuurders: 'The work of a landlord, from vacancy to letting.',
  balie: 'Acting for people who do not do so online: counter, paper, letters and corrections.',
  geschillen: 'Handling complaints and objections.',
  regelwerk: 'Rule books on their way: proposing, advising, adopting and releasing.',
  beheer: 'Roles, jobs, retention terms and keys.',
  toezicht: 'Reading the log, having decisions made again, and seeing what stands out.',
  'specificatie-lezen': 'This document',
  'specificatie-lezen-more':
    'The whole interface as OpenAPI 3.1, without logging in and from any site.',
  'woningen-zoeken': 'Find homes',
  'woningen-zoeken-more': 'All homes one can respond to now. What closes first stands first.',
  'woning-lezen': 'One home',
  'woning-lezen-more': 'A home that was made known, also when responding is no longer possible.',
  'uitslag-lezen': 'The result of a home',
  'uitslag-lezen-more':
    'How many people responded and in which groups they stood. Counts in which somebody could be found are not given: then it says null.',
  'uitkomsten-lezen': 'Results of all homes',
  'uitkomsten-lezen-more': 'Every home of which the list was made, the newest first.',
  'regelboeken-lezen': 'All rule books',
  'regelboeken-lezen-more': 'Every rule book that was released, with the days on which it holds.',
  'regelboek-lezen': 'One rule book',
  'regelboek-lezen-more': 'A rule book, article by article, in plain words.',
  'kenmerken-lezen': 'Facts',
  'kenmerken-lezen-more':
    'All that a rule can know of a person, a household or a home, with the values it can have.',
  'passende-huur-berekenen': 'Reckon a fitting rent',
  'passende-huur-berekenen-more':
    "Which rent fits an income, by today's amounts. Nothing is kept of it.",
  'loting-lezen': 'The draw of a home',
  'loting-lezen-more':
    'What was fixed before, what the public number was, and the order of all lots. There are no names.',
  'lot-zoeken': 'One lot in a draw',
  'lot-zoeken-more':
    'Whether a lot is on the list that was fixed, with the proof of it, and which place it got.',
  'lijst-narekenen': 'Recompute the list of a home',
  'lijst-narekenen-more':
    'The list is made again from the receipt, and held to the log. Every difference is named.',
  'bewijs-controleren': 'Check a proof',
  'bewijs-controleren-more':
    'Send a hash, an event or a receipt. You hear whether it stands in the log, with the proof, and of a receipt whether the decision is right. Nothing is kept of it.',
  'controlepunt-lezen': 'The last checkpoint of the log',
  'controlepunt-lezen-more':
    'The signed state of the log. The tiles with which you make the proof yourself are at /logboek/tile.',
  'bericht-controleren': 'Is this message ours?',
  'bericht-controleren-more':
    'Looks for a message by the reference on it. To whom it was sent is not said.',
  'gebruiker-lezen': 'Who you are',
  'gebruiker-lezen-more': 'Your name, your number as a home seeker, your roles, and whom you help.',
  inschrijven: 'Register',
  'inschrijven-more': 'Registers you as a home seeker. The day of today counts.',
  'gegevens-lezen': 'File',
  'gegevens-lezen-more': 'What was said of a home seeker, with the wishes.',
  'gegevens-wijzigen': 'Change the file',
  'gegevens-wijzigen-more': 'Send only what changes. What you leave out stays as it was.',
  'inschrijving-lezen': 'Registration',
  'inschrijving-lezen-more':
    'How the registration stands, since when time counts, and what can be done with it now.',
  verlengen: 'Renew the registration',
  'verlengen-more': 'Renews the registration, or takes it back within the year.',
  pauzeren: 'Pause the registration',
  'pauzeren-more': 'Pauses the registration, where the rules know that.',
  hervatten: 'Resume the registration',
  'hervatten-more': 'Lets a paused registration run again.',
  uitschrijven: 'End the registration',
  'uitschrijven-more': 'Only for yourself. Read first what happens to your time.',
  'uitschrijving-ongedaan-maken': 'Take back a deregistration',
  'uitschrijving-ongedaan-maken-more':
    'Only for yourself, within 30 days. Time counts from the first day again.',
  'reacties-lezen': 'Responses',
  'reacties-lezen-more': 'All responses, the newest first, with the place where there is one.',
  reageren: 'Respond',
  'reageren-more': 'Responds to a home. You get a receipt. Being first gives nobody anything.',
  'reactie-lezen': 'One response, explained',
  'reactie-lezen-more':
    'Why this place, what would change it, and whether the list made again says the same.',
  'reactie-intrekken': 'Withdraw a response',
  'reactie-intrekken-more': 'Possible until the home closes, and costs nothing.',
  'geschiktheid-lezen': 'Can I take part?',
  'geschiktheid-lezen-more':
    'Whether somebody can come on the list of a home, as things stand now.',
  'aanbiedingen-aan-mij-lezen': 'Offers to me',
  'aanbiedingen-aan-mij-lezen-more': 'All homes that were offered to somebody.',
  'aanbieding-aan-mij-lezen': 'One offer to me',
  'aanbieding-aan-mij-lezen-more': 'Until when you can answer, and what a no would cost.',
  'aanbieding-beantwoorden': 'Answer an offer',
  'aanbieding-beantwoorden-more':
    'Accept or refuse, only by the person themselves. That the listing was wrong never counts against you.',
  'berichten-lezen': 'Messages',
  'berichten-lezen-more': 'The newest first. Fetching a message does not make it read.',
  'beslissingen-lezen': 'Decisions',
  'beslissingen-lezen-more': 'What was decided about somebody, and what can be done until when.',
  'klachten-lezen': 'Complaints and objections',
  'klachten-lezen-more': 'What somebody brought in against decisions, and how it stands.',
  'klacht-indienen': 'Make a complaint or objection',
  'klacht-indienen-more':
    'Against a decision, with the key that stands beside it. The decision says whether it is a complaint or an objection, and until when it is possible.',
  'klacht-intrekken': 'Withdraw a complaint or objection',
  'klacht-intrekken-more': 'Possible until it is decided.',
  'machtigingen-lezen': 'Mandates',
  'machtigingen-lezen-more': 'Who may act for you, for what and until when. Only for yourself.',
  'automatische-reacties-lezen': 'Responding automatically: how it stands',
  'automatische-reacties-lezen-more': 'Whether we respond for somebody, and which homes fit now.',
  'automatisch-reageren': 'Have us respond automatically',
  'automatisch-reageren-more':
    'We respond to every home that fits by the rules and the wishes, and never to more at once than you say.',
  'automatisch-reageren-stoppen': 'Stop responding automatically',
  'automatisch-reageren-stoppen-more': 'Possible at any time. Responses that are there stay.',
  'inzage-lezen': 'Who looked and what happened',
  'inzage-lezen-more': 'Every event about somebody in the log, and who did it.',
  'gegevens-meenemen': 'Take everything along',
  'gegevens-meenemen-more': 'All that is kept of somebody, as the site gives it too.',
  'voorraad-lezen': 'Stock',
  'voorraad-lezen-more': 'The homes of your own organisation.',
  'verhuureenheid-lezen': 'One home of the stock',
  'verhuureenheid-lezen-more': 'A home of your own organisation, and whether it stands empty.',
  'leegmeldingen-lezen': 'Vacancies',
  'leegmeldingen-lezen-more': 'What stands empty, the longest first, with what must be done now.',
  'leeg-melden': 'Report a vacancy',
  'leeg-melden-more': 'Reports that a home comes free.',
  'advertentie-maken': 'Make a listing',
  'advertentie-maken-more':
    'Makes the listing for a vacancy, or changes its draft. What you leave out is as the stock says. The listing is checked at once.',
  'advertentie-lezen': 'One listing',
  'advertentie-lezen-more': 'A listing of your own organisation, with what was found in it.',
  'advertentie-toetsen': 'Review a listing',
  'advertentie-toetsen-more': 'By a second person, never by who made the listing.',
  'advertentie-publiceren': 'Publish a listing',
  'advertentie-publiceren-more':
    'Makes the home known from a day on, under the rules that hold then.',
  'advertentie-intrekken': 'Withdraw a listing',
  'advertentie-intrekken-more': 'Possible until somebody accepted the home. Who responded is told.',
  'kandidaten-lezen': 'Candidates',
  'kandidaten-lezen-more':
    'The list in order, with who stands before whom and why. Names come only with an offer.',
  aanbieden: 'Make offers',
  'aanbieden-more': 'Offers the home to who is next, or to a group in order of place.',
  'aanbieding-lezen': 'One offer',
  'aanbieding-lezen-more': 'An offer of your own organisation. The person sees that you looked.',
  'stukken-controleren': 'Check documents',
  'stukken-controleren-more':
    'Records what you saw: which document, of which day, and whether it is right. The document itself is not kept, nor is a citizen service number.',
  'kandidaat-overslaan': 'Pass over a candidate',
  'kandidaat-overslaan-more':
    'Only on a ground from the list, and with what proves it. The person is told and can object.',
  toewijzen: 'Let the home',
  'toewijzen-more': 'Lets the home to who accepted it.',
  'gebeurtenissen-lezen': 'The log',
  'gebeurtenissen-lezen-more': 'All events, the newest first. Nothing personal stands in it.',
  'naspelingen-lezen': 'Replay the decisions of a period',
  'naspelingen-lezen-more': 'Every list of a period is made again and compared.',
  naspelen: 'Replay one decision',
  'naspelen-more': 'The list of one home is made again and compared.',
  'logboek-meenemen': 'Take the log along',
  'logboek-meenemen-more':
    'The log as a file, a line of JSON per event, to be checked elsewhere. That you took it stands in the log.',
}

/** What the document says of an operation: its name and a sentence, in Dutch and in English. */
type Told = readonly [name: string, more: string, english: string, moreInEnglish: string]

function textsOf<Name extends string>(
  operations: Readonly<Record<Name, Told>>,
  language: Language,
): Readonly<Record<Name | `${Name}-more`, string>> {
  const entries = Object.entries<Told>(operations).flatMap(([name, [nl, nlMore, en, enMore]]) => [
    [name, language === 'nl' ? nl : en],
    [`${name}-more`, language === 'nl' ? nlMore : enMore],
  ])
  // @NOTE two entries of each name, and no other.
  return Object.fromEntries(entries) as Record<Name | `${Name}-more`, string>
}

const everyOperation = { ...ownOperations, ...workOperations }

export const apiTexts: Texts<ApiText> = {
  nl: { ...nl, ...textsOf(everyOperation, 'nl') },
  en: { ...en, ...textsOf(everyOperation, 'en') },
}

const acts = {
  nl: { lezen: 'lezen', schrijven: 'doen' },
  en: { lezen: 'reading', schrijven: 'doing' },
} as const

/** What a token is given for (reikwijdte), such as `woningzoekenden:lezen`: its name, and what it is about. */
export function scopeText(
  scope: string,
  language: Language,
): { readonly name: string; readonly about: string } {
  const [name, act] = scope.split(':')
  const part = partNames.find((each) => each === name)
  if (part === undefined || (act !== 'lezen' && act !== 'schrijven')) {
    return { name: scope, about: '' }
  }
  const caption = part.charAt(0).toUpperCase() + part.slice(1)
  return {
    name: `${caption}: ${acts[language][act]}`,
    about: speak(apiTexts, language)(part),
  }
}
