/**
 * What each field and parameter of the interface means (veldomschrijvingen): by its name, or by its schema and
 * name where it means something else there. A field without words fails a test of the document.
 */
import { workFields, workSchemas } from './api-work-fields.ts'
import type { Language, Words } from './language.ts'

const told = (nl: string, en: string): Words => ({ nl, en })

const schemas: Readonly<Record<string, Words>> = {
  Aanbieding: told(
    'Een woning die aan een kandidaat is aangeboden.',
    'A home that was offered to a candidate.',
  ),
  AanbiedingAanMij: told('Een woning die aan u is aangeboden.', 'A home that was offered to you.'),
  AanbiedingInLijst: told('Een aanbieding, in het kort.', 'An offer, in short.'),
  AanbiedingenGemaakt: told('De aanbiedingen die zijn gemaakt.', 'The offers that were made.'),
  Advertentie: told(
    'Een advertentie, zoals de verhuurder die ziet.',
    'A listing, as its landlord sees it.',
  ),
  AdvertentieGemaakt: told(
    'De advertentie, en wat erin is gevonden.',
    'The listing, and what was found in it.',
  ),
  AdvertentieIntrekking: told(
    'Waarom de advertentie wordt ingetrokken.',
    'Why the listing is withdrawn.',
  ),
  Antwoord: told('Het antwoord op een aanbieding.', 'The answer to an offer.'),
  AntwoordOntvangen: told('Wat er met het antwoord is gedaan.', 'What was done with the answer.'),
  Artikel: told(
    'Een artikel van een regelboek, met zijn regels.',
    'An article of a rule book, with its rules.',
  ),
  Begrip: told(
    'Een waarde met een vaste code, en hoe mensen die noemen.',
    'A value with a fixed code, and what people call it.',
  ),
  Beoordeling: told('Het oordeel van de tweede persoon.', 'What the second person says of it.'),
  Bericht: told('Een bericht aan een woningzoekende.', 'A message to a home seeker.'),
  BerichtControle: told('Een bericht dat wij hebben gestuurd.', 'A message that we sent.'),
  Beslissing: told('Een beslissing over een woningzoekende.', 'A decision about a home seeker.'),
  Bevinding: told('Iets wat in een advertentie is gevonden.', 'Something found in a listing.'),
  Bon: told(
    'Het bewijs dat iets is gedaan: de gebeurtenis in het logboek.',
    'The proof that something was done: the event in the log.',
  ),
  Controle: told(
    'Wat er van een bewijs is gevonden en nagerekend.',
    'What was found and recomputed of a proof.',
  ),
  ControleVraag: told('Wat u wilt controleren.', 'What you want to check.'),
  Controlepunt: told('De ondertekende stand van het logboek.', 'The signed state of the log.'),
  Documentcontrole: told('Wat u van een stuk zag.', 'What you saw of a document.'),
  Gebeurtenis: told('Een gebeurtenis in het logboek.', 'An event in the log.'),
  Gebruiker: told('Wie er is ingelogd.', 'Who is logged in.'),
  GegevensWijziging: told(
    'Wat er verandert. Wat u weglaat, blijft.',
    'What changes. What you leave out stays.',
  ),
  Geschiktheid: told(
    'Of iemand op de lijst van een woning kan komen.',
    'Whether somebody can come on the list of a home.',
  ),
  HuurberekeningVraag: told(
    'Het huishouden waarvoor gerekend wordt.',
    'The household that is reckoned for.',
  ),
  Ingeschreven: told('De nieuwe inschrijving.', 'The new registration.'),
  Inschrijving: told('Hoe een inschrijving ervoor staat.', 'How a registration stands.'),
  Inzage: told(
    'Een gebeurtenis over iemand, en wie het deed.',
    'An event about somebody, and who did it.',
  ),
  Kandidaat: told('Iemand op de lijst van een woning.', 'Somebody on the list of a home.'),
  Klacht: told('Een klacht of bezwaar.', 'A complaint or an objection.'),
  NieuweKlacht: told(
    'Waartegen u iets inbrengt, en waarom.',
    'What you bring something in against, and why.',
  ),
  KlachtOntvangen: told('De zaak die is begonnen.', 'The case that was begun.'),
  Machtiging: told('Iemand die voor u mag handelen.', 'Somebody who may act for you.'),
  AutomatischeReacties: told(
    'Hoe automatisch reageren ervoor staat.',
    'How responding automatically stands.',
  ),
  NieuweAutomatischeReacties: told('Hoeveel er tegelijk mogen.', 'How many there may be at once.'),
  AutomatischeReactiesBegonnen: told(
    'Waarop meteen is gereageerd.',
    'What was responded to at once.',
  ),
  Kenmerk: told('Iets wat een regel kan weten.', 'Something a rule can know.'),
  Leegmelding: told(
    'Een woning die leeg komt of leeg staat.',
    'A home that comes free or stands empty.',
  ),
  LeegmeldingOntvangen: told('De leegmelding die is gemaakt.', 'The vacancy that was made.'),
  LogboekRegel: told('Eén regel van het bestand.', 'One line of the file.'),
  LogboekuitvoerVraag: told('Wat u meeneemt.', 'What you take along.'),
  Lot: told('Eén lot in een loting.', 'One lot in a draw.'),
  Loting: told(
    'Een loting, zoals iedereen die kan narekenen.',
    'A draw, as everybody can recompute it.',
  ),
  Naspeling: told(
    'Een beslissing die opnieuw is genomen, en wat verschilt.',
    'A decision made again, and what differs.',
  ),
  NieuweAanbieding: told(
    'Aan hoeveel mensen u de woning aanbiedt.',
    'To how many people you offer the home.',
  ),
  NieuweAdvertentie: told('De advertentie die u maakt.', 'The listing you make.'),
  NieuweInschrijving: told('Wat nodig is om u in te schrijven.', 'What is needed to register you.'),
  NieuweLeegmelding: told('Welke woning vrijkomt, en wanneer.', 'Which home comes free, and when.'),
  NieuwePublicatie: told('Wanneer de woning bekend wordt gemaakt.', 'When the home is made known.'),
  NieuweReactie: told('Op welke woning u reageert.', 'Which home you respond to.'),
  NieuweToewijzing: told('Wanneer de huur begint.', 'When the lease starts.'),
  Overslag: told(
    'Waarom een kandidaat wordt overgeslagen, en wat dat bewijst.',
    'Why a candidate is passed over, and what proves it.',
  ),
  PassendeHuur: told(
    'De bedragen die voor dit huishouden gelden.',
    'The amounts that hold for this household.',
  ),
  Probleem: told('Wat er niet ging, volgens RFC 9457.', 'What did not go well, by RFC 9457.'),
  Publicatie: told(
    'Van wanneer tot wanneer gereageerd kan worden.',
    'From when until when people can respond.',
  ),
  Reactie: told('Een reactie op een woning.', 'A response to a home.'),
  ReactieMetUitleg: told('Een reactie, met waarom deze plek.', 'A response, with why this place.'),
  ReactieOntvangen: told('De reactie die is ontvangen.', 'The response that was received.'),
  Regelboek: told('Een regelboek.', 'A rule book.'),
  RegelboekMetArtikelen: told(
    'Een regelboek met al zijn artikelen.',
    'A rule book with all its articles.',
  ),
  Toewijzing: told('De woning is toegewezen.', 'The home was let.'),
  Uitkomst: told('Een woning waarvan de lijst is gemaakt.', 'A home of which the list was made.'),
  Uitslag: told(
    'Wat er van een woning werd, zonder dat iemand te vinden is.',
    'What came of a home, without anybody to be found in it.',
  ),
  Uitvoer: told('Alles wat van iemand wordt bewaard.', 'All that is kept of somebody.'),
  Verhuureenheid: told(
    'Een woning uit de voorraad van een verhuurder.',
    'A home of the stock of a landlord.',
  ),
  Verschil: told('Iets wat niet klopt.', 'Something that is not right.'),
  VoorlopigePlaats: told(
    'De plaats zolang de advertentie openstaat, onder wie tot dan reageerde.',
    'The place while the listing is open, among who responded until then.',
  ),
  Woning: told('Een woning die bekend is gemaakt.', 'A home that was made known.'),
  Woningzoekende: told('De gegevens van een woningzoekende.', 'The file of a home seeker.'),
}

const fields: Readonly<Record<string, Words>> = {
  aanbieding: told('Het nummer van de aanbieding.', 'The number of the offer.'),
  aanbiedingId: told('Het nummer van de aanbieding.', 'The number of the offer.'),
  aanbiedingStatus: told('Hoe het met de aanbieding staat.', 'How the offer stands.'),
  aanbiedingen: told('Aan wie de woning is aangeboden.', 'To whom the home was offered.'),
  aantal: told('Hoeveel het er zijn.', 'How many there are.'),
  'NieuweAanbieding.aantal': told(
    'Aan hoeveel mensen tegelijk, in volgorde van plaats.',
    'To how many people at once, in order of place.',
  ),
  adres: told('Straat en huisnummer.', 'Street and house number.'),
  advertentie: told(
    'Het nummer van de advertentie; ook dat van de woning voor wie zoekt.',
    'The number of the listing; also that of the home for who seeks.',
  ),
  advertentieId: told('Het nummer van de advertentie.', 'The number of the listing.'),
  advertentieStatus: told('Hoe het met de advertentie staat.', 'How the listing stands.'),
  aftoppingsgrensCenten: told(
    'De aftoppingsgrens: de hoogste huur die nog past.',
    'The rent cap: the highest rent that still fits.',
  ),
  akkoord: told('Of u het ermee eens bent.', 'Whether you agree.'),
  alleenLeeg: told('Alleen woningen die leeg staan.', 'Only homes that stand empty.'),
  antwoord: told('Ja of nee tegen de woning.', 'Yes or no to the home.'),
  antwoordVoor: told(
    'Tot dit tijdstip kan er geantwoord worden.',
    'Until this instant one can answer.',
  ),
  artikelen: told('De artikelen, in volgorde.', 'The articles, in order.'),
  beeindigdOp: told('De dag waarop de inschrijving eindigde.', 'The day the registration ended.'),
  beroepsgroep: told(
    'De beroepsgroep; zie de kenmerken.',
    'The group of professions; see the facts.',
  ),
  bevindingen: told('Wat erin is gevonden.', 'What was found in it.'),
  bewijs: told(
    'Het bewijs dat dit in het logboek staat.',
    'The proof that this stands in the log.',
  ),
  'ControleVraag.bewijs': told(
    'Een hash, de inhoud van een gebeurtenis, of een hele bon.',
    'A hash, the content of an event, or a whole receipt.',
  ),
  'Lot.bewijs': told(
    'Het bewijs dat het lot op de lijst staat.',
    'The proof that the lot is on the list.',
  ),
  bezichtigingOp: told('Wanneer de woning te zien is.', 'When the home can be viewed.'),
  bon: told('Het bewijs in het logboek.', 'The proof in the log.'),
  'Uitslag.bon': told('De hash van de bon van de lijst.', 'The hash of the receipt of the list.'),
  bron: told('Waar het te vinden is.', 'Where it can be found.'),
  'Documentcontrole.bron': told('Op welk stuk u het zag.', 'On which document you saw it.'),
  buitenDeLijst: told(
    'Waarom mensen niet op de lijst kwamen.',
    'Why people did not come on the list.',
  ),
  buurt: told('De buurt.', 'The neighbourhood.'),
  code: told('De vaste code.', 'The fixed code.'),
  complex: told('Het complex.', 'The complex.'),
  contacten: told(
    'Wanneer en hoe u de kandidaat zocht of sprak.',
    'When and how you sought or spoke to the candidate.',
  ),
  controlepunt: told(
    'De ondertekende stand waar het bewijs naartoe leidt.',
    'The signed state the proof leads to.',
  ),
  cursor: told(
    'Waar de volgende bladzijde begint: neem die uit het vorige antwoord over.',
    'Where the next page begins: take it from the previous answer.',
  ),
  dagenLeeg: told(
    'Hoeveel dagen de woning leeg staat; minder dan nul als zij nog vrij moet komen.',
    'How many days the home stands empty; below zero when it is yet to come free.',
  ),
  datum: told('De dag die op het stuk staat.', 'The day that stands on the document.'),
  detail: told('Wat er niet ging, in een zin.', 'What did not go well, in a sentence.'),
  door: told('Wie het deed; null als de klok het deed.', 'Who did it; null where the clock did.'),
  email: told('Het e-mailadres.', 'The e-mail address.'),
  ernst: told(
    'Of het moet, of om een reden vraagt, of alleen wordt gezegd.',
    'Whether it must change, asks for a ground, or is only said.',
  ),
  errors: told('Alle fouten in wat u stuurde, tegelijk.', 'All faults in what you sent, together.'),
  ervoor: told(
    'Hoeveel mensen ervoor staan, en waardoor.',
    'How many people stand before, and why.',
  ),
  facts: told('De gegevens bij de code.', 'What belongs to the code.'),
  geboren: told('De geboortedatum.', 'The date of birth.'),
  geenAanbodOmdat: told(
    'Waarom deze kandidaat geen aanbod kon krijgen.',
    'Why this candidate could not have an offer.',
  ),
  gelezenOp: told('Wanneer het is gelezen.', 'When it was read.'),
  gelootOp: told('Wanneer er is geloot.', 'When the lots were drawn.'),
  opPapierOntvangenOp: told(
    'De dag waarop het op papier binnenkwam, als het zo kwam: daarvan telt de termijn.',
    'The day on which it came in on paper, where it did: the term counts from it.',
  ),
  gemaaktOp: told('Wanneer het is gemaakt.', 'When it was made.'),
  gemeente: told('De gemeente.', 'The municipality.'),
  gemeenten: told(
    'De gemeenten waar iemand wil wonen.',
    'The municipalities somebody wants to live in.',
  ),
  gemeldOp: told('Wanneer het is gemeld.', 'When it was reported.'),
  geplaatst: told('Hoeveel mensen een plaats hebben.', 'How many people have a place.'),
  gereageerdOp: told('Wanneer er is gereageerd.', 'When the response was made.'),
  gevolgenVanWeigeren: told(
    'Wat een nee zou kosten; leeg als het niets kost.',
    'What a no would cost; empty where it costs nothing.',
  ),
  gevonden: told(
    'De gebeurtenis in het logboek; null als die er niet staat.',
    'The event in the log; null where it is not there.',
  ),
  groep: told('De groep waarin de kandidaat staat.', 'The group the candidate stands in.'),
  groepen: told('Hoeveel mensen in elke groep staan.', 'How many people stand in each group.'),
  grootte: told(
    'Hoeveel gebeurtenissen het logboek dan telt.',
    'How many events the log counts then.',
  ),
  hash: told('De vingerafdruk (SHA-256).', 'The fingerprint (SHA-256).'),
  hashes: told('De hashes van het bewijs, in volgorde.', 'The hashes of the proof, in order.'),
  heeftAowLeeftijd: told(
    'Of iemand in het huishouden de AOW-leeftijd heeft.',
    'Whether somebody in the household has reached the state pension age.',
  ),
  heeftGereageerd: told('Of er al is gereageerd.', 'Whether there is a response already.'),
  heeftHuurgrens: told(
    'Of de grens voor passende huur voor dit huishouden geldt.',
    'Whether the cap on fitting rents holds for this household.',
  ),
  helpt: told('Wie u mag helpen.', 'Whom you may help.'),
  herstellen: told(
    'Of de inschrijving teruggehaald kan worden.',
    'Whether the registration can be taken back.',
  ),
  hervatten: told(
    'Of de inschrijving weer kan gaan lopen.',
    'Whether the registration can run again.',
  ),
  huishoudgrootte: told(
    'Hoeveel mensen er in het huishouden zijn.',
    'How many people there are in the household.',
  ),
  huurCenten: told('De huur per maand, in centen.', 'The rent per month, in cents.'),
  huurMaximaalCenten: told(
    'De hoogste huur per maand, in centen.',
    'The highest rent per month, in cents.',
  ),
  id: told('Het nummer.', 'The number.'),
  in: told(
    'In welk deel van het verzoek de fout zit.',
    'In which part of the request the fault is.',
  ),
  index: told(
    'De plek op de vastgelegde lijst, vanaf nul.',
    'The position on the fixed list, from zero.',
  ),
  ingangsdatum: told('De dag waarop de huur begint.', 'The day the lease starts.'),
  ingetrokkenOp: told('Wanneer de reactie is ingetrokken.', 'When the response was withdrawn.'),
  inhoud: told(
    'De gebeurtenis zelf, byte voor byte zoals zij telt.',
    'The event itself, byte for byte as it counts.',
  ),
  'LogboekuitvoerVraag.inhoud': told(
    'Alles met persoonlijke waarden en bonnen, of alleen wat openbaar is.',
    'Everything with personal values and receipts, or only what is public.',
  ),
  inkomenCenten: told(
    'Het rekeninkomen van het huishouden per jaar, in centen.',
    'The assessed income of the household per year, in cents.',
  ),
  inkomensgrensDoelgroepCenten: told(
    'Tot dit inkomen is een sociale huurwoning bedoeld.',
    'Up to this income social homes are meant.',
  ),
  inkomensgrensPassendCenten: told(
    'Tot dit inkomen geldt de grens voor passende huur.',
    'Up to this income the cap on fitting rents holds.',
  ),
  inschrijfjaren: told(
    'Sinds welke jaren de mensen op de lijst zijn ingeschreven.',
    'Since which years the people on the list are registered.',
  ),
  isDoelgroep: told(
    'Of dit huishouden bij de doelgroep hoort.',
    'Whether this household belongs to the target group.',
  ),
  isGevoelig: told(
    'Of het nooit in logboek, uitslag of uitleg van een ander staat.',
    'Whether it never stands in the log, a result, or what another is told.',
  ),
  isOefening: told(
    'Of het een oefenloting is, die niet voor een echte woning geldt.',
    'Whether it is a practice draw, which holds for no real home.',
  ),
  isOpgenomen: told(
    'Of het lot op de vastgelegde lijst staat.',
    'Whether the lot is on the fixed list.',
  ),
  isVanKracht: told('Of het vandaag geldt.', 'Whether it holds today.'),
  kandidaten: told('Hoeveel mensen meededen.', 'How many people took part.'),
  kenmerk: told(
    'Het kenmerk dat op het bericht staat.',
    'The reference that stands on the message.',
  ),
  kinderen: told(
    'Hoeveel kinderen er in het huishouden zijn.',
    'How many children there are in the household.',
  ),
  klopt: told('Of alles hetzelfde is.', 'Whether everything is the same.'),
  kop: told('De kop van het artikel.', 'The heading of the article.'),
  laatsteDag: told(
    'De laatste dag van de inschrijving, als zij niet wordt verlengd.',
    'The last day of the registration, unless it is renewed.',
  ),
  labels: told('Voor wie de woning is bedoeld.', 'For whom the home is meant.'),
  leegmelding: told('Het nummer van de leegmelding.', 'The number of the vacancy.'),
  limiet: told('Hoeveel er op een bladzijde staan.', 'How many stand on a page.'),
  location: told(
    'Waar de fout staat: een JSON pointer in wat u stuurde, of de naam van een parameter.',
    'Where the fault stands: a JSON pointer in what you sent, or the name of a parameter.',
  ),
  logboekHash: told(
    'De gebeurtenis waarmee het is vastgelegd.',
    'The event by which it was fixed.',
  ),
  lot: told('Het lotnummer.', 'The lot.'),
  lotingVanaf: told('Wanneer het openbare getal komt.', 'When the public number comes.'),
  magAntwoorden: told('Of u nu kunt antwoorden.', 'Whether you can answer now.'),
  mag: told('Waarvoor u die persoon mag helpen.', 'What you may help that person with.'),
  manier: told('Hoe het contact was.', 'By which way the contact was.'),
  mogelijk: told(
    'Wat er nu met de inschrijving kan.',
    'What can be done with the registration now.',
  ),
  naam: told('De naam, zoals mensen die zeggen.', 'The name, as people say it.'),
  'Kandidaat.naam': told('De naam; pas vanaf een aanbieding.', 'The name; only from an offer on.'),
  nagerekend: told(
    'De beslissing, opnieuw genomen uit de bon.',
    'The decision, made again from the receipt.',
  ),
  name: told('De naam van de parameter.', 'The name of the parameter.'),
  niveau: told(
    'Wie de regels maakt: land, regio, gemeente, verhuurder.',
    'Who makes the rules: country, region, municipality, landlord.',
  ),
  nummer: told('Het nummer.', 'The number.'),
  omschrijving: told('De omschrijving in de advertentie.', 'The description in the listing.'),
  opDeLijst: told(
    'Hoeveel mensen er nu op de lijst staan; null bij minder dan tien.',
    'How many people are on the list now; null with fewer than ten.',
  ),
  onderwerp: told('Waar het bericht over gaat.', 'What the message is about.'),
  ontbreekt: told(
    'De bedragen die voor vandaag niet bekend zijn.',
    'The amounts that are not known for today.',
  ),
  oordeel: told(
    'Of iemand voldoet; null als er geen regels zijn.',
    'Whether somebody meets the rules; null where there are none.',
  ),
  op: told('Wanneer het gebeurde.', 'When it happened.'),
  openapi: told('De versie van OpenAPI.', 'The version of OpenAPI.'),
  opentOp: told('Vanaf wanneer gereageerd kan worden.', 'From when people can respond.'),
  oppervlakte: told('De oppervlakte in vierkante meters.', 'The area in square metres.'),
  organisatie: told('Bij welke organisatie.', 'At which organisation.'),
  over: told('Waarover het kenmerk gaat.', 'What the fact is about.'),
  overgeslagenOmdat: told(
    'Waarom de kandidaat is overgeslagen.',
    'Why the candidate was passed over.',
  ),
  pad: told('De hashes van het bewijs, in volgorde.', 'The hashes of the proof, in order.'),
  pauzeren: told(
    'Of de inschrijving stilgezet kan worden.',
    'Whether the registration can be paused.',
  ),
  plaats: told(
    'De plaats op de lijst; null zonder plaats.',
    'The place on the list; null without one.',
  ),
  plaatsTotEnMet: told(
    'De laatste plaats waarover het lot nog beslist; dezelfde als de eerste waar het niets meer beslist.',
    'The last place the lot still decides about; the same as the first where it decides nothing.',
  ),
  plaatsVan: told(
    'De voorlopige plaats, of de eerste waarover het lot nog beslist; null waar er geen is.',
    'The provisional place, or the first the lot still decides about; null where there is none.',
  ),
  plaatsVanHuurder: told(
    'In welk deel van de lijst de nieuwe huurder stond.',
    'In which part of the list the new tenant stood.',
  ),
  pointer: told('Een JSON pointer in wat u stuurde.', 'A JSON pointer in what you sent.'),
  positie: told(
    'De positie in het logboek; null zolang die er niet is.',
    'The position in the log; null as long as there is none.',
  ),
  programma: told(
    'De versie van het programma dat besliste.',
    'The version of the program that decided.',
  ),
  reacties: told(
    'Hoeveel mensen reageerden; null bij minder dan tien.',
    'How many people responded; null for fewer than ten.',
  ),
  'Advertentie.reacties': told('Hoeveel mensen reageerden.', 'How many people responded.'),
  rechtsmiddel: told('Wat u ertegen kunt doen.', 'What you can do against it.'),
  reden: told('De reden, van een vaste lijst.', 'The reason, from a fixed list.'),
  redenHuur: told(
    'Waarom de huur anders is dan in de voorraad.',
    'Why the rent differs from the stock.',
  ),
  redenLabels: told(
    'Waarom de labels anders zijn dan in de voorraad.',
    'Why the labels differ from the stock.',
  ),
  regel: told('De regel waaruit het volgt.', 'The rule it follows from.'),
  regelboekCode: told('De code van het regelboek.', 'The code of the rule book.'),
  regelboeken: told(
    'De hashes van de regelboeken die beslissen.',
    'The hashes of the rule books that decide.',
  ),
  regels: told('De regels.', 'The rules.'),
  resultaten: told('Wat er op deze bladzijde staat.', 'What stands on this page.'),
  rollen: told('Uw rollen vandaag.', 'Your roles of today.'),
  segment: told('Het segment, zoals sociaal.', 'The segment, such as social.'),
  sinds: told(
    'De dag vanaf wanneer de inschrijftijd telt.',
    'The day from which registration time counts.',
  ),
  slaapkamers: told('Hoeveel slaapkamers er zijn.', 'How many bedrooms there are.'),
  slaapkamersMinimaal: told('Ten minste zoveel slaapkamers.', 'At least so many bedrooms.'),
  sleutel: told(
    'De openbare sleutel waarmee de handtekening te controleren is.',
    'The public key with which the signature can be checked.',
  ),
  sluitOp: told('Tot wanneer gereageerd kan worden.', 'Until when people can respond.'),
  socialeHuurgrensCenten: told(
    'Tot deze huur is een woning een sociale huurwoning.',
    'Up to this rent a home is a social one.',
  ),
  soort: told('Welke soort het is.', 'Of which kind it is.'),
  stand: told(
    'Of er een plaats is, en zo niet waarom.',
    'Whether there is a place, and if not why.',
  ),
  standVan: told(
    'Het moment waarvan dit is; null zolang het wordt berekend.',
    'The moment this is of; null while it is being counted.',
  ),
  status: told('Hoe het ermee staat.', 'How it stands.'),
  'Probleem.status': told('De statuscode van HTTP.', 'The status code of HTTP.'),
  stukkenVoor: told(
    'Tot wanneer stukken gebracht kunnen worden.',
    'Until when documents can be brought.',
  ),
  tekst: told('Hetzelfde in gewone woorden.', 'The same in plain words.'),
  'Controlepunt.tekst': told(
    'Het controlepunt zelf, met de handtekening.',
    'The checkpoint itself, with its signature.',
  ),
  uitschrijvingOngedaanTotEnMet: told(
    'Tot en met deze dag kan iemand de eigen uitschrijving ongedaan maken.',
    'Until this day somebody can take back their own deregistration.',
  ),
  terugTeHalenTotEnMet: told(
    'Tot en met deze dag kan een afgelopen inschrijving worden teruggehaald.',
    'Until this day a lapsed registration can be taken back.',
  ),
  terugvalVanaf: told(
    'Wanneer de volgende bron telt, als het getal uitblijft.',
    'When the next source counts, if the number does not come.',
  ),
  titel: told('De titel.', 'The title.'),
  title: told('De soort fout, in enkele woorden.', 'The kind of fault, in a few words.'),
  toelichting: told('Waarom, in uw eigen woorden.', 'Why, in your own words.'),
  totEnMet: told('De laatste dag.', 'The last day.'),
  'Uitslag.totEnMet': told('Het laatste jaar.', 'The last year.'),
  type: told('Waar de soort fout beschreven staat.', 'Where the kind of fault is described.'),
  uitkomst: told('Of het stuk klopt met wat is opgegeven.', 'Whether the document is as was said.'),
  uitleg: told(
    'De uitleg; null zolang de lijst er niet is.',
    'The explanation; null as long as there is no list.',
  ),
  uitschrijven: told('Of uitschrijven kan.', 'Whether the registration can be ended.'),
  uitslag: told(
    'De loting zelf, met alle loten in volgorde; null zolang er niet is geloot.',
    'The draw itself, with all lots in order; null as long as it was not drawn.',
  ),
  van: told('De eerste dag.', 'The first day.'),
  'Uitslag.van': told('Het eerste jaar.', 'The first year.'),
  vastgesteldDoor: told('Wie het vaststelde.', 'Who adopted it.'),
  vastlegging: told(
    'Wat vooraf is vastgelegd, veld voor veld zoals het in de hash telt.',
    'What was fixed before, field by field as it counts in the hash.',
  ),
  vastleggingHash: told('De hash van de vastlegging.', 'The hash of what was fixed.'),
  verdeelmodel: told('Hoe de woning wordt verdeeld.', 'How the home is allocated.'),
  verhuisd: told('Een verhuizing: waarheen en wanneer.', 'A move: where to and when.'),
  verblijf: told(
    'Of iemand in Nederland mag wonen: dutch, lawful, permit-holder of none.',
    'Whether somebody may live in the Netherlands: dutch, lawful, permit-holder or none.',
  ),
  verhuurder: told('De verhuurder.', 'The landlord.'),
  verhuurderNaam: told('De naam van de verhuurder.', 'The name of the landlord.'),
  verhuureenheid: told(
    'Het nummer van de woning in de voorraad.',
    'The number of the home in the stock.',
  ),
  verhuureenheidId: told(
    'Het nummer van de woning in de voorraad.',
    'The number of the home in the stock.',
  ),
  verlengen: told('Of verlengen nu iets doet.', 'Whether renewing does anything now.'),
  verschillen: told(
    'Alles wat niet klopt; leeg als alles klopt.',
    'All that is not right; empty where everything is.',
  ),
  voorlopigePlaats: told(
    'De voorlopige plaats; null waar de regels die niet laten zien, of als de advertentie sloot.',
    'The provisional place; null where the rules do not show it, or once the listing closed.',
  ),
  via: told('Hoe er is gereageerd.', 'By which way the response was made.'),
  volgende: told(
    'Het adres van de volgende bladzijde; null op de laatste.',
    'The address of the next page; null on the last.',
  ),
  volgendeStap: told('Wat er nu moet gebeuren.', 'What must be done now.'),
  vrijVanaf: told('De dag waarop de woning vrijkomt.', 'The day the home comes free.'),
  waarden: told(
    'De waarden die het kan hebben; null als er geen vaste lijst is.',
    'The values it can have; null where there is no fixed list.',
  ),
  waarom: told('De redenen, zin voor zin.', 'The reasons, sentence by sentence.'),
  watZouHetVeranderen: told(
    'Wat iemand eraan kan doen, of wat de tijd eraan doet.',
    'What somebody can do about it, or what time does.',
  ),
  wensen: told('De woonwensen.', 'The wishes.'),
  woning: told('Het nummer van de woning.', 'The number of the home.'),
  woningId: told('Het nummer van de woning.', 'The number of the home.'),
  woningtype: told('Het soort woning.', 'The type of home.'),
  woningzoekende: told('Het nummer van de woningzoekende.', 'The number of the home seeker.'),
  woningzoekendeId: told(
    'Het nummer van de woningzoekende, of ik voor uzelf.',
    'The number of the home seeker, or ik for yourself.',
  ),
  woondeDaarvoor: told(
    'Waar iemand daarvoor woonde, de laatste gemeente eerst, met sinds wanneer. Jaren in de regio tellen mee.',
    'Where somebody lived before that, the last municipality first, with since when. Years in the region count.',
  ),
  woongemeente: told(
    'De gemeente waar iemand nu woont.',
    'The municipality somebody lives in now.',
  ),
  woonsituatie: told('De woonsituatie; zie de kenmerken.', 'The housing situation; see the facts.'),
  woontDaarSinds: told(
    'Sinds welke dag iemand daar woont.',
    'Since which day somebody lives there.',
  ),
  beslissing: told('De sleutel van de beslissing.', 'The key of the decision.'),
  beslisVoor: told('De dag waarop het beslist moet zijn.', 'The day by which it must be decided.'),
  motivering: told('Waarom zo is beslist.', 'Why it was decided so.'),
  overgeslagen: told(
    'Waarom de kandidaat is overgeslagen, en wat dat bewijst; null als dat niet is gebeurd.',
    'Why the candidate was passed over, and what proves it; null where they were not.',
  ),
  opvolging: told(
    'Wat de verhuurder met het oordeel doet; null zolang die niets zei.',
    'What the landlord does with the judgement; null while it said nothing.',
  ),
  opvolgingTekst: told(
    'Wat de verhuurder doet en wanneer, of waarom niet.',
    'What the landlord does and when, or why not.',
  ),
  opvolgingVoor: told(
    'De dag waarop de verhuurder dat moet hebben gezegd; null als niemand dat hoeft.',
    'The day by which the landlord must have said so; null where nobody has to.',
  ),
  klachtId: told(
    'Het nummer van de klacht of het bezwaar.',
    'The number of the complaint or objection.',
  ),
  isUitgenodigd: told(
    'Of de helper de uitnodiging nog moet aannemen.',
    'Whether the helper is yet to take up the invitation.',
  ),
  isActief: told('Of wij voor iemand reageren.', 'Whether we respond for somebody.'),
  tegelijk: told(
    'Hoeveel reacties er tegelijk mogen wachten.',
    'How many responses may wait at once.',
  ),
  hoogstens: told('Hoeveel het er volgens de regels mogen zijn.', 'How many the rules allow.'),
  lopend: told('Hoeveel reacties er nu wachten.', 'How many responses wait now.'),
  passend: told(
    'Woningen die nu passen en waarop niet is gereageerd.',
    'Homes that fit now and have no response.',
  ),
  woningen: told('De woningen waarop is gereageerd.', 'The homes that were responded to.'),
  'Beslissing.sleutel': told(
    'De sleutel waarmee u er iets tegen doet.',
    'The key by which you do something against it.',
  ),
  'Klacht.uitkomst': told('Het oordeel, als er is beslist.', 'The judgement, once it is decided.'),
  'AutomatischeReacties.sinds': told('Sinds wanneer.', 'Since when.'),
  'NieuweKlacht.tekst': told('Waarom u het er niet mee eens bent.', 'Why you do not agree.'),
  zoek: told(
    'Een deel van adres, complex of buurt.',
    'Part of an address, a complex or a neighbourhood.',
  ),
  zonderAanbod: told(
    'Wie aan de beurt was en geen aanbod kon krijgen.',
    'Who was in turn and could not have an offer.',
  ),
}

/** What a schema of the document is; empty where nobody wrote it down. */
export function schemaText(schema: string, language: Language): string {
  return (schemas[schema] ?? workSchemas[schema])?.[language] ?? ''
}

/** What a field is, in a schema or anywhere; empty where nobody wrote it down. */
export function fieldText(schema: string | undefined, field: string, language: Language): string {
  const own = schema === undefined ? undefined : `${schema}.${field}`
  const words = own === undefined ? undefined : (fields[own] ?? workFields[own])
  return (words ?? fields[field] ?? workFields[field])?.[language] ?? ''
}
