/** What the fields of the parts of the interface that came later mean (veldomschrijvingen). */
import type { Words } from './language.ts'

const told = (nl: string, en: string): Words => ({ nl, en })

export const workSchemas: Readonly<Record<string, Words>> = {
  Bereikbaarheid: told('Hoe wij iemand bereiken.', 'How we reach somebody.'),
  DocumentenBijWoning: told(
    'De documenten bij één aangeboden woning.',
    'The documents with one home that was offered.',
  ),
  JarenBereik: told(
    'Een bereik in jaren: negen van de tien vallen eronder, één van de tien ook onder het begin.',
    'A range in years: nine out of ten fall below its end, one out of ten below its beginning.',
  ),
  Kans: told('Wat van een gebied is geteld.', 'What was counted of an area.'),
  Samenvoeging: told('Hoe het met samenvoegen staat.', 'How merging stands.'),
  Zoekopdracht: told('Een bewaarde zoekopdracht.', 'A saved search.'),
}

export const workFields: Readonly<Record<string, Words>> = {
  bytes: told('Hoe groot het is.', 'How large it is.'),
  aandeelBinnenEenJaar: told(
    'Welk deel van wie begon te zoeken, binnen een jaar een woning had; null als dat niet te zeggen is.',
    'Which share of those who began to search had a home within a year; null where that cannot be said.',
  ),
  aandeelBinnenTweeJaar: told('Hetzelfde binnen twee jaar.', 'The same within two years.'),
  alleenPassend: told(
    'Alleen woningen waarop iemand kan meedoen.',
    'Only homes that somebody could take part in.',
  ),
  bevestiging: told('Dat u dit echt wilt: true.', 'That you really want this: true.'),
  buurten: told('De buurten waarvan is geteld.', 'The neighbourhoods for which it was counted.'),
  codeTot: told('Tot wanneer de code werkt.', 'Until when the code works.'),
  dagenGeldig: told('Hoeveel dagen de code werkt.', 'How many days the code works.'),
  documentId: told('Het nummer van het document.', 'The number of the document.'),
  elders: told(
    'Hoeveel passende woningen er in andere gemeenten zijn.',
    'How many fitting homes there are in other municipalities.',
  ),
  filter: told(
    'Waarnaar wordt gezocht; wat weggelaten is, telt niet.',
    'What is looked for; what is left out does not count.',
  ),
  gegeven: told('De documenten die zijn gegeven.', 'The documents that were given.'),
  gegevenOp: told('Wanneer het is gegeven.', 'When it was given.'),
  gemeldTot: told('Woningen tot dit tijdstip zijn gemeld.', 'Homes until this instant were told.'),
  geteldOp: told('De dag waarop dit is geteld.', 'The day on which this was counted.'),
  gevraagd: told('Wat nog gevraagd wordt.', 'What is still asked.'),
  gewisteWaarden: told(
    'Hoeveel waarden uit het logboek zijn gewist.',
    'How many values were erased from the log.',
  ),
  gezien: told('Wat de verhuurder heeft gezien.', 'What the landlord has seen.'),
  gezienOp: told('Wanneer het is gezien.', 'When it was seen.'),
  heeftAanbod: told(
    'Of een van beiden een aanbod heeft dat loopt; dan kan het nu niet.',
    'Whether one of both has an offer that runs; then it cannot be done now.',
  ),
  helper: told(
    'Het nummer van de helper; null zolang die de code niet gebruikte. U geeft uw eigen machtiging terug met ik.',
    'The number of the helper; null until they used the code. You give back your own mandate with ik.',
  ),
  houdtDossier: told('Of dit dossier blijft.', 'Whether this file stays.'),
  inschrijftijd: told(
    'Hoeveel jaar inschrijving woningen vroegen.',
    'How many years of registration homes took.',
  ),
  isBekend: told(
    'Of er genoeg is geteld om iets te zeggen.',
    'Whether enough was counted to say something.',
  ),
  isBsnOnleesbaar: told(
    'Dat u het BSN onleesbaar hebt gemaakt.',
    'That you made the citizen service number (BSN) unreadable.',
  ),
  isGeenBsn: told(
    'Dat wat op een BSN lijkt, er geen is.',
    'That what looks like a citizen service number is none.',
  ),
  jaar: told('Het jaar.', 'The year.'),
  jaren: told('Hoeveel jaar langer.', 'How many years longer.'),
  kanVolgensRegels: told('Of de regels samenvoegen kennen.', 'Whether the rules know merging.'),
  kans: told('Wat is geteld.', 'What was counted.'),
  kansInTienLotingen: told(
    'De kans om van tien zulke lotingen er één te winnen, tussen 0 en 1.',
    'The chance to win one of ten such draws, between 0 and 1.',
  ),
  kansen: told(
    'De hele regio, en elke gemeente waar iemand wil wonen.',
    'The whole region, and each municipality somebody wants to live in.',
  ),
  kwartaal: told('Het kwartaal, van 1 tot en met 4.', 'The quarter, 1 to 4.'),
  label: told('Voor wie de woning is bedoeld.', 'For whom the home is meant.'),
  langerIngeschreven: told(
    'Welke plaats het met meer inschrijftijd ongeveer was geweest.',
    'About which place it would have been with more registration time.',
  ),
  loten: told('De loten.', 'The lots.'),
  loting: told(
    'Wat een lot waard was; null als daarvoor te weinig is geloot.',
    'What a lot was worth; null where too few were drawn to say.',
  ),
  lotingen: told('Hoeveel lotingen zijn geteld.', 'How many draws were counted.'),
  maanden: told('Hoeveel maanden de machtiging duurt.', 'How many months the mandate lasts.'),
  mail: told('Welke mail iemand wil.', 'Which mail somebody wants.'),
  mailStatus: told('Of mail aankomt.', 'Whether mail arrives.'),
  mediatype: told('Wat voor bestand het is.', 'What kind of file it is.'),
  met: told('De naam van de ander.', 'The name of the other.'),
  metLoting: told('Hoeveel daarvan door loting.', 'How many of those by a draw.'),
  metUrgentie: told('Hoeveel daarvan met urgentie.', 'How many of those with urgency.'),
  ongedaanTotEnMet: told(
    'De laatste dag waarop het ongedaan kan worden.',
    'The last day on which it can be undone.',
  ),
  passendNu: told(
    'Hoeveel woningen nu passen bij de wensen.',
    'How many homes fit the wishes now.',
  ),
  plaatsen: told('Tussen welke plaatsen.', 'Between which places.'),
  postadres: told('Waar brieven heen gaan.', 'Where letters go.'),
  reactiesInHetMidden: told(
    'Hoeveel reacties er in het midden waren: bij de helft minder, bij de helft meer.',
    'How many responses in the middle: fewer for one half, more for the other.',
  ),
  rustSinds: told(
    'Sinds wanneer de zoekopdracht rust; null als zij loopt.',
    'Since when the search rests; null where it runs.',
  ),
  samengevoegdOp: told('De dag waarop is samengevoegd.', 'The day of the merging.'),
  soorten: told(
    'De soorten woningen waarvan is geteld.',
    'The kinds of homes for which it was counted.',
  ),
  stuurOpnieuw: told('Stuur de bevestiging nog eens.', 'Send the confirmation once more.'),
  taal: told('De taal van mail en brieven.', 'The language of mail and letters.'),
  telefoon: told('Het telefoonnummer.', 'The telephone number.'),
  telt: told('De inschrijfdag die dan telt.', 'The day of registration that counts then.'),
  totJaar: told('Bij negen van de tien was het korter.', 'For nine out of ten it was shorter.'),
  uitkomsten: told('De laatste uitkomsten.', 'The latest results.'),
  uitnodiging: told('Het nummer van de uitnodiging.', 'The number of the invitation.'),
  vanJaar: told('Bij één van de tien was het korter.', 'For one out of ten it was shorter.'),
  verhuringen: told('Hoeveel woningen zijn verhuurd.', 'How many homes were let.'),
  vervallen: told(
    'Woningen waarop u dan niet meer op de lijst staat.',
    'Homes on whose lists you then stand no longer.',
  ),
  waaromNiet: told('Waarom er niets te zeggen is.', 'Why nothing can be said.'),
  wat: told('Wat er moet gebeuren.', 'What is to happen.'),
  zoekers: told('Hoeveel mensen begonnen te zoeken.', 'How many people began to search.'),
  zoekopdrachtId: told('Het nummer van de zoekopdracht.', 'The number of the search.'),
  zoektijd: told(
    'Hoe lang mensen zochten die een woning kregen.',
    'How long people searched who got a home.',
  ),
}
