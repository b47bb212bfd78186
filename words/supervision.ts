/** What oversight reads besides the log (toezicht): who looked where, emergencies, and what stands out. */
import type { Facts } from '../core/basics/facts.ts'
import { isKeyOf, type Language, speak, type Texts } from './language.ts'

type Text =
  | 'from'
  | 'until'
  | 'day-hint'
  | 'show'
  | 'error-from'
  | 'error-until'
  | 'error-order'
  | 'unknown-title'
  | 'readings-title'
  | 'readings-lead'
  | 'readings-none'
  | 'readings-counts'
  | 'readings-all'
  | 'readings-older'
  | 'readings-newest'
  | 'readings-unknown'
  | 'ground'
  | 'ground-any'
  | 'only-without'
  | 'col-who'
  | 'col-when'
  | 'col-file'
  | 'col-ground'
  | 'col-case'
  | 'col-readings'
  | 'col-files'
  | 'col-without'
  | 'case-yes'
  | 'case-no'
  | 'system'
  | 'breaks-title'
  | 'breaks-lead'
  | 'breaks-none'
  | 'break-by'
  | 'break-open'
  | 'break-review'
  | 'break-justified'
  | 'break-not-justified'
  | 'break-verdict'
  | 'break-verdict-hint'
  | 'break-send'
  | 'break-waiting'
  | 'break-reason'
  | 'break-gone'
  | 'own-title'
  | 'open-title'
  | 'open-way'
  | 'now-title'
  | 'now-line'
  | 'open-lead'
  | 'open-who'
  | 'open-name'
  | 'open-born'
  | 'open-born-hint'
  | 'day'
  | 'month'
  | 'year'
  | 'open-reason'
  | 'open-reason-hint'
  | 'open-button'
  | 'opened-title'
  | 'opened-until'
  | 'opened-over-title'
  | 'opened-over'
  | 'opened-again'
  | 'opened-name'
  | 'opened-email'
  | 'opened-since'
  | 'deviations-title'
  | 'deviations-lead'
  | 'deviations-counts'
  | 'deviations-unknown'
  | 'count'
  | 'count-of'
  | 'list'
  | 'list-whole'
  | 'list-none'
  | 'col-home'
  | 'col-landlord'
  | 'col-count'
  | 'col-of'
  | 'col-days'
  | 'col-seconds'
  | 'col-skip-ground'
  | 'col-group'
  | 'group-none'
  | 'single-candidate'
  | 'single-candidate-is'
  | 'corrections'
  | 'corrections-is'
  | 'skips'
  | 'skips-is'
  | 'quick-offers'
  | 'quick-offers-is'
  | 'family-names'
  | 'family-names-is'
  | 'reads-without-case'
  | 'reads-without-case-is'
  | 'refusals-by-group'
  | 'refusals-by-group-is'
  | 'lots-without-person'
  | 'lots-without-person-is'
  | 'region-exports'
  | 'region-exports-is'
  | 'col-second'
  | 'exports-lead'

export const supervisionTexts: Texts<Text> = {
  nl: {
    from: 'Van',
    until: 'Tot en met',
    'day-hint': 'Dag, maand en jaar, zoals 30-6-2026',
    show: 'Tonen',
    'error-from': 'Vul bij "Van" een dag in, zoals 1-6-2026.',
    'error-until': 'Vul bij "Tot en met" een dag in, zoals 30-6-2026.',
    'error-order': '"Tot en met" moet op of na "Van" liggen.',
    'unknown-title': 'Wat wij niet weten',
    'readings-title': 'Wie keek in welk dossier?',
    'readings-lead':
      'Elke inzage door een ander dan de woningzoekende zelf, met de grond die erbij werd vastgelegd. Dossiers staan hier met een nummer: om te zien dat er is gekeken, hoeft u niet te weten bij wie.',
    'readings-none': 'In deze periode is er niets ingezien.',
    'readings-counts': 'Per persoon',
    'readings-all': 'Inzagen, nieuwste eerst',
    'readings-older': 'Oudere inzagen',
    'readings-newest': 'Nieuwste inzagen',
    'readings-unknown':
      'Een inzage telt één keer per dag, per persoon en grond. "Zonder zaak" betekent dat er toen geen aanbod, klacht, correctie, balie-bezoek of noodinzage bij hoorde; of er een goede reden was, staat hier niet.',
    ground: 'Grond',
    'ground-any': 'Alle gronden',
    'only-without': 'Alleen zonder zaak',
    'col-who': 'Wie',
    'col-when': 'Wanneer',
    'col-file': 'Dossier',
    'col-ground': 'Grond',
    'col-case': 'Zaak',
    'col-readings': 'Inzagen',
    'col-files': 'Dossiers',
    'col-without': 'Zonder zaak',
    'case-yes': 'ja',
    'case-no': 'geen zaak',
    system: 'het systeem',
    'breaks-title': 'Noodinzagen',
    'breaks-lead':
      'Wie een dossier opent zonder er recht op te hebben, schrijft op waarom. U beoordeelt achteraf of het mocht. De woningzoekende leest uw oordeel.',
    'breaks-none': 'Er is nog nooit een dossier met spoed geopend.',
    'break-by': '{name}, {role}',
    'break-open': 'Geopend {from}, tot {until}',
    'break-review': 'Mocht dit?',
    'break-justified': 'Ja, dit kon niet wachten',
    'break-not-justified': 'Nee, dit had niet gemogen',
    'break-verdict': 'Waarom',
    'break-verdict-hint': 'Ten minste één zin. De woningzoekende leest dit.',
    'break-send': 'Oordeel vastleggen',
    'break-waiting': 'wacht op een oordeel',
    'break-reason': 'Waarom het niet kon wachten',
    'break-gone': 'Deze tekst is gewist.',
    'own-title': 'Met spoed geopend',
    'open-way': 'Noodinzage: een dossier openen dat niet kan wachten',
    'now-title': 'Dossier dat u met spoed heeft geopend',
    'now-line': 'Geopend om {from}: kijk tot {until}',
    'open-title': 'Een dossier openen in nood',
    'open-lead':
      'Alleen als het niet kan wachten en u er anders niet bij mag. Het duurt een half uur. De woningzoekende krijgt meteen bericht met uw naam, en het toezicht beoordeelt het.',
    'open-who': 'Om wie gaat het?',
    'open-name': 'Naam, precies zoals ingeschreven',
    'open-born': 'Geboren op',
    'open-born-hint': 'Bijvoorbeeld 27 3 1990',
    day: 'Dag',
    month: 'Maand',
    year: 'Jaar',
    'open-reason': 'Waarom kan dit niet wachten?',
    'open-reason-hint': 'Ten minste één zin. De woningzoekende leest dit.',
    'open-button': 'Dossier een half uur openen',
    'opened-title': 'Dossier van {name}',
    'opened-until': 'Open tot {until}. Elke keer dat u kijkt, staat in het logboek als noodinzage.',
    'opened-over-title': 'Deze noodinzage is voorbij',
    'opened-over': 'Het dossier is gesloten om {until}. Wat u opschreef, ligt bij het toezicht.',
    'opened-again': 'Opnieuw openen',
    'opened-name': 'Naam',
    'opened-email': 'E-mail',
    'opened-since': 'Ingeschreven sinds',
    'deviations-title': 'Wat opvalt',
    'deviations-lead':
      'Tellingen over een periode. Wat opvalt, is niet fout: het is een vraag om te kijken.',
    'deviations-counts': 'U ziet de aantallen. De lijst erachter ziet alleen de toezichthouder.',
    'deviations-unknown':
      'Een adres van een collega vergelijken wij niet: adressen van wie er werkt, bewaren wij niet. Maatwerk staat hier nog niet bij. Wie iets buiten dit systeem afspreekt, zien wij niet.',
    count: '{count, number}',
    'count-of': '{count, number} van {of, number}',
    list: 'De lijst',
    'list-whole': 'Dit is het begin. Bekijk de hele lijst',
    'list-none': 'In deze dagen staat hier niets.',
    'col-home': 'Woning',
    'col-landlord': 'Verhuurder',
    'col-count': 'Aantal',
    'col-of': 'Van',
    'col-days': 'Dagen eerder, gemiddeld',
    'col-seconds': 'Seconden na sluiten',
    'col-skip-ground': 'Grond',
    'col-group': 'Groep op de lijst',
    'group-none': 'zonder voorrang',
    'single-candidate': 'Lijsten met één kandidaat',
    'single-candidate-is':
      'Gesloten advertenties waarbij na de eisen één kandidaat overbleef, van alle lijsten. Vaak bij één verhuurder kan betekenen dat eisen op iemand zijn toegeschreven.',
    corrections: 'Correcties in dossiers',
    'corrections-is':
      'Voorstellen om een inschrijfdatum, een naam of een geboortedatum te veranderen, per medewerker; "van" is hoeveel er door een tweede persoon zijn goedgekeurd.',
    skips: 'Overgeslagen kandidaten',
    'skips-is': 'Hoe vaak iemand een kandidaat oversloeg, per medewerker en grond.',
    'quick-offers': 'Aanbiedingen binnen een minuut na sluiten',
    'quick-offers-is':
      'Woningen die zijn aangeboden binnen 60 seconden nadat de advertentie sloot. Zo snel kan niemand naar de lijst hebben gekeken.',
    'family-names': 'Verhuurd aan iemand met de achternaam van een medewerker',
    'family-names-is':
      'Het laatste woord van de naam van de huurder is dat van iemand die bij deze verhuurder werkt. Veel mensen heten hetzelfde: dit is een vraag, geen vermoeden. Namen staan er niet bij.',
    'reads-without-case': 'Inzagen zonder zaak',
    'reads-without-case-is':
      'Inzagen van dossiers waar op dat moment geen aanbod, klacht, correctie, balie-bezoek of noodinzage bij hoorde, van alle inzagen. Ook die van toezicht zelf.',
    'refusals-by-group': 'Ingetrokken en overgeslagen, per groep',
    'refusals-by-group-is':
      'Aanbiedingen die de verhuurder introk of waarbij de kandidaat werd overgeslagen, per groep van de lijst. Alleen groepen met 10 of meer aanbiedingen, afgerond op 5.',
    'lots-without-person': 'Loten zonder persoon',
    'region-exports': 'Uitvoer van alles',
    'region-exports-is':
      'Bestanden met alles van de regio die twee beheerders samen lieten maken, met hoe vaak elk is opgehaald. Elk bestand bevat gegevens van iedereen: vraag waarvoor het was, en of het is vernietigd.',
    'col-second': 'Ingestemd door',
    'exports-lead':
      'In deze periode is een bestand met de dossiers van iedereen opgehaald. Dat telt niet bij de inzagen hierboven.',
    'lots-without-person-is':
      'Lotingen met een lot van iemand die niet reageerde, of met een ander aantal loten dan vooraf is vastgelegd, van alle lotingen.',
  },
  en: {
    from: 'From',
    until: 'Up to and including',
    'day-hint': 'Day, month and year, such as 30-6-2026',
    show: 'Show',
    'error-from': 'Give a day at "From", such as 1-6-2026.',
    'error-until': 'Give a day at "Up to and including", such as 30-6-2026.',
    'error-order': '"Up to and including" must be on or after "From".',
    'unknown-title': 'What we do not know',
    'readings-title': 'Who looked at which file?',
    'readings-lead':
      'Every reading by somebody else than the home seeker, with the ground that was recorded. Files stand here by a number: to see that somebody looked, you need not know at whom.',
    'readings-none': 'Nothing was read in this period.',
    'readings-counts': 'For each person',
    'readings-all': 'Readings, newest first',
    'readings-older': 'Older readings',
    'readings-newest': 'Newest readings',
    'readings-unknown':
      'A reading counts once a day, per person and ground. "Without a case" means that no offer, complaint, correction, visit to the counter or emergency belonged to it then; whether there was a good reason does not stand here.',
    ground: 'Ground',
    'ground-any': 'All grounds',
    'only-without': 'Only without a case',
    'col-who': 'Who',
    'col-when': 'When',
    'col-file': 'File',
    'col-ground': 'Ground',
    'col-case': 'Case',
    'col-readings': 'Readings',
    'col-files': 'Files',
    'col-without': 'Without a case',
    'case-yes': 'yes',
    'case-no': 'no case',
    system: 'the system',
    'breaks-title': 'Emergency readings',
    'breaks-lead':
      'Whoever opens a file without a right to it writes why. You judge afterwards whether it was allowed. The home seeker reads your verdict.',
    'breaks-none': 'No file was ever opened in an emergency.',
    'break-by': '{name}, {role}',
    'break-open': 'Opened {from}, until {until}',
    'break-review': 'Was this allowed?',
    'break-justified': 'Yes, this could not wait',
    'break-not-justified': 'No, this should not have been done',
    'break-verdict': 'Why',
    'break-verdict-hint': 'One sentence at least. The home seeker reads this.',
    'break-send': 'Record the verdict',
    'break-waiting': 'waits for a verdict',
    'break-reason': 'Why it could not wait',
    'break-gone': 'This text was erased.',
    'own-title': 'Opened in an emergency',
    'open-way': 'Emergency: open a file that cannot wait',
    'now-title': 'File you opened in an emergency',
    'now-line': 'Opened at {from}: look until {until}',
    'open-title': 'Open a file in an emergency',
    'open-lead':
      'Only where it cannot wait and you may not see it otherwise. It lasts half an hour. The home seeker is told at once with your name, and oversight judges it.',
    'open-who': 'Whom is it about?',
    'open-name': 'Name, exactly as registered',
    'open-born': 'Born on',
    'open-born-hint': 'For example 27 3 1990',
    day: 'Day',
    month: 'Month',
    year: 'Year',
    'open-reason': 'Why can this not wait?',
    'open-reason-hint': 'One sentence at least. The home seeker reads this.',
    'open-button': 'Open the file for half an hour',
    'opened-title': 'File of {name}',
    'opened-until': 'Open until {until}. Each time you look stands in the log as an emergency.',
    'opened-over-title': 'This emergency is over',
    'opened-over': 'The file was closed at {until}. What you wrote lies with oversight.',
    'opened-again': 'Open again',
    'opened-name': 'Name',
    'opened-email': 'E-mail',
    'opened-since': 'Registered since',
    'deviations-title': 'What stands out',
    'deviations-lead':
      'Counts over a period. What stands out is not wrong: it is a question to look.',
    'deviations-counts': 'You see the counts. The list behind them is only for the auditor.',
    'deviations-unknown':
      'We do not compare with the address of a colleague: we keep no addresses of who works here. Tailored allocation is not among these yet. What somebody agrees outside this system we do not see.',
    count: '{count, number}',
    'count-of': '{count, number} of {of, number}',
    list: 'The list',
    'list-whole': 'This is the beginning. See the whole list',
    'list-none': 'Nothing stands here in these days.',
    'col-home': 'Home',
    'col-landlord': 'Landlord',
    'col-count': 'Count',
    'col-of': 'Of',
    'col-days': 'Days earlier, on average',
    'col-seconds': 'Seconds after the close',
    'col-skip-ground': 'Ground',
    'col-group': 'Group on the list',
    'group-none': 'without priority',
    'single-candidate': 'Lists with one candidate',
    'single-candidate-is':
      'Closed listings on which one candidate was left after the requirements, of all lists. Often at one landlord can mean that requirements were written towards somebody.',
    corrections: 'Corrections in files',
    'corrections-is':
      'Proposals to change a date of registration, a name or a date of birth, for each member of staff; "of" is how many a second person agreed to.',
    skips: 'Candidates passed over',
    'skips-is': 'How often somebody passed a candidate over, for each member of staff and ground.',
    'quick-offers': 'Offers within a minute after the close',
    'quick-offers-is':
      'Homes that were offered within 60 seconds after the listing closed. Nobody can have looked at the list so soon.',
    'family-names': 'Let to somebody with the family name of a member of staff',
    'family-names-is':
      'The last word of the tenant’s name is that of somebody who works at this landlord. Many people have the same name: this is a question, no suspicion. Names are not shown.',
    'reads-without-case': 'Readings without a case',
    'reads-without-case-is':
      'Readings of files to which no offer, complaint, correction, visit to the counter or emergency belonged at that moment, of all readings. Also those of oversight itself.',
    'refusals-by-group': 'Withdrawn and passed over, for each group',
    'refusals-by-group-is':
      'Offers that the landlord withdrew or in which the candidate was passed over, for each group of the list. Only groups with 10 offers or more, rounded to 5.',
    'lots-without-person': 'Lots without a person',
    'region-exports': 'Exports of everything',
    'region-exports-is':
      'Files with everything of the region that two administrators had made together, with how often each was fetched. Each file holds data about everybody: ask what it was for, and whether it was destroyed.',
    'col-second': 'Agreed by',
    'exports-lead':
      'In this period a file with the files of everybody was fetched. It is not counted among the readings above.',
    'lots-without-person-is':
      'Draws with a lot of somebody who did not respond, or with another number of lots than was committed to, of all draws.',
  },
}

type RefusedText =
  | 'reason-missing'
  | 'too-many'
  | 'nobody-found'
  | 'own-file'
  | 'own-proposal'
  | 'already-decided'
  | 'outcome-missing'
  | 'sentence-missing'
  | 'other'

const refusals: Texts<RefusedText> = {
  nl: {
    'reason-missing': 'Schrijf in ten minste {least} tekens waarom dit niet kan wachten.',
    'too-many': 'U opende vandaag al {most} dossiers met spoed. Vraag een collega.',
    'nobody-found': 'Met deze naam en geboortedatum vinden wij niet precies één dossier.',
    'own-file': 'Dit is uw eigen dossier, of dat van iemand die u helpt.',
    'own-proposal': 'U opende dit dossier zelf. Een ander moet dit beoordelen.',
    'already-decided': 'Dit is al beoordeeld.',
    'outcome-missing': 'Kies of dit mocht.',
    'sentence-missing': 'Schrijf ten minste één zin, van {least} tekens of meer.',
    other: 'Dit kon niet worden gedaan. Er is niets veranderd.',
  },
  en: {
    'reason-missing': 'Write in at least {least} characters why this cannot wait.',
    'too-many': 'You opened {most} files in an emergency today. Ask a colleague.',
    'nobody-found': 'With this name and date of birth we do not find exactly one file.',
    'own-file': 'This is your own file, or that of somebody you help.',
    'own-proposal': 'You opened this file yourself. Somebody else must judge it.',
    'already-decided': 'This was judged already.',
    'outcome-missing': 'Choose whether this was allowed.',
    'sentence-missing': 'Write one sentence at least, of {least} characters or more.',
    other: 'This could not be done. Nothing has changed.',
  },
}

/** Why something was not done. */
export function supervisionRefused(
  { refused, facts }: { readonly refused: string; readonly facts: Facts },
  language: Language,
): string {
  return speak(refusals, language)(isKeyOf(refusals, refused) ? refused : 'other', facts)
}
