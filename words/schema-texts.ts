/**
 * What the keys of rule books, scenarios and cases mean, for whoever writes them in an editor. A key
 * that speaks for itself, or that means different things in different places, has no text.
 */
import type { Words } from './language.ts'

export const ruleBookKeyWords: Readonly<Record<string, Words>> = {
  // the book
  book: { nl: 'De unieke naam van deze verdeelregels.', en: 'The unique name of this rule book.' },
  title: { nl: 'De titel zoals mensen die lezen.', en: 'The title as people read it.' },
  authority: { nl: 'Wie deze regels vaststelt.', en: 'Who sets these rules.' },
  level: {
    nl: 'Het niveau waarop dit geldt, van landelijk tot complex.',
    en: 'The level at which this holds, from national to complex.',
  },
  municipalities: {
    nl: 'De gemeenten die samen de regio vormen.',
    en: 'The municipalities that form the region together.',
  },
  scope: {
    nl: 'Voor welke woningen deze regels gelden: elk kenmerk moet kloppen.',
    en: 'Which homes these rules reach: each fact must fit.',
  },
  valid: { nl: 'De periode waarin de regels gelden.', en: 'The period in which the rules hold.' },
  published: {
    nl: 'De dag van bekendmaking; missing als die niet is gezien.',
    en: 'The day of publication; missing when it was not seen.',
  },
  works_back_to: {
    nl: 'Terugwerkende kracht tot deze dag.',
    en: 'Works back to this day.',
  },
  law: {
    nl: 'De wettekst waaraan de regels worden getoetst.',
    en: 'The legal regime the rules are checked against.',
  },
  builds_on: {
    nl: 'Verdeelregels waarop deze voortbouwen.',
    en: 'Rule books that this one builds on.',
  },
  justifications: {
    nl: 'missing: de onderbouwing per regel ontbreekt in de bron.',
    en: 'missing: the source gives no justification per rule.',
  },
  articles: { nl: 'De artikelen, elk met eigen regels.', en: 'The articles, each with its rules.' },
  number: {
    nl: 'Het artikelnummer zoals gedrukt, tussen aanhalingstekens; unknown als het niet is gezien.',
    en: 'The article number as printed, in quotes; unknown when it was not seen.',
  },
  text: {
    nl: 'De tekst, tussen aanhalingstekens.',
    en: 'The text, in quotes.',
  },
  paraphrase: {
    nl: 'De tekst is een eigen samenvatting.',
    en: 'The text is our own summary.',
  },
  url: { nl: 'De vindplaats van de bron.', en: 'Where the source was found.' },
  drops: {
    nl: 'Regels van bovenliggende verdeelregels die hier vervallen.',
    en: 'Rules of upper books that fall away here.',
  },
  rules: { nl: 'De regels.', en: 'The rules.' },

  // every rule
  kind: { nl: 'De soort regel.', en: 'The kind of rule.' },
  id: {
    nl: 'De naam van de regel: kleine letters, cijfers en streepjes.',
    en: 'The name of the rule: lower-case letters, digits and hyphens.',
  },
  basis: {
    nl: 'De wettelijke grondslag, zoals "hvw 14 lid 2".',
    en: 'The legal basis, such as "hvw 14 lid 2".',
  },
  label: { nl: 'De naam voor mensen.', en: 'The name for people.' },
  gap: { nl: 'Wat hier niet bekend is.', en: 'What is not known here.' },
  invented: {
    nl: 'Dit is verzonnen als voorbeeld.',
    en: 'This is invented as an example.',
  },
  experiment: {
    nl: 'Een proef: de vraag en de dag van evaluatie.',
    en: 'An experiment: the question and the day of evaluation.',
  },
  evaluate_by: { nl: 'Uiterlijk dan is de proef geëvalueerd.', en: 'To be evaluated by this day.' },
  replaces: {
    nl: 'De regel van bovenliggende verdeelregels die deze vervangt.',
    en: 'The rule of an upper book that this one replaces.',
  },
  open_to: {
    nl: 'Welke niveaus deze regel mogen vervangen of laten vervallen.',
    en: 'Which levels may replace or drop this rule.',
  },
  latitude: {
    nl: 'De beleidsruimte: door de wet bepaald (law), binnen grenzen (range) of eigen keuze (own).',
    en: 'The latitude: fixed by law, within a range, or the own choice.',
  },
  justification: {
    nl: 'De onderbouwing volgens artikel 2 van de Huisvestingswet 2014.',
    en: 'The justification under article 2 of the Housing Act 2014.',
  },
  interest: { nl: 'Het belang dat wordt gediend.', en: 'The interest served.' },
  owner: { nl: 'Wie over deze onderbouwing gaat.', en: 'Who owns this justification.' },
  competent_body: { nl: 'Het bevoegde orgaan.', en: 'The competent body.' },
  needed: { nl: 'Waarom dit nodig en geschikt is.', en: 'Why this is needed and suitable.' },
  serious: {
    nl: 'Waarom het probleem ernstig genoeg is.',
    en: 'Why the problem is serious enough.',
  },
  no_lighter_means: {
    nl: 'Waarom het niet met een lichter middel kan.',
    en: 'Why no lighter means will do.',
  },
  alternatives: {
    nl: 'Welke andere middelen zijn overwogen.',
    en: 'Which other means were considered.',
  },
  cost: { nl: 'Wat het kost en voor wie.', en: 'What it costs, and whom.' },
  evidence: { nl: 'Waar dit op steunt.', en: 'What this rests on.' },
  nature: { nl: 'Gemeten of beredeneerd.', en: 'Measured or reasoned.' },

  // conditions
  where: {
    nl: 'Voor welke woningen, of welke gebeurtenissen, dit geldt. Niet over personen.',
    en: 'For which homes, or which events, this holds. Not about people.',
  },
  who: { nl: 'Voor wie dit geldt.', en: 'Whom this concerns.' },
  when: {
    nl: 'Alleen als dit op dat moment waar is.',
    en: 'Only when this is true at that moment.',
  },
  must: { nl: 'Waaraan moet worden voldaan.', en: 'What must be met.' },
  unless: { nl: 'Wie hiervan is uitgezonderd.', en: 'Who is excused.' },
  while: {
    nl: 'Rust vanzelf zolang dit niet waar is.',
    en: 'Rests by itself while this is not true.',
  },
  any: { nl: 'Ten minste één van deze.', en: 'At least one of these.' },
  none: { nl: 'Geen van deze.', en: 'None of these.' },
  all: { nl: 'Al deze.', en: 'All of these.' },
  at_least: { nl: 'Minstens.', en: 'At least.' },
  at_most: { nl: 'Hoogstens.', en: 'At most.' },
  above: { nl: 'Meer dan.', en: 'Above.' },
  below: { nl: 'Minder dan.', en: 'Below.' },
  not: { nl: 'Geen van deze waarden.', en: 'None of these values.' },
  in: { nl: 'Een van de waarden uit deze lijst.', en: 'One of the values of this list.' },
  known: { nl: 'Of de waarde bekend is.', en: 'Whether the value is known.' },

  // words and measures
  unit: { nl: 'De eenheid.', en: 'The unit.' },
  source: { nl: 'De bron.', en: 'The source.' },
  range: { nl: 'De ruimte die de wet laat.', en: 'What the law leaves free.' },
  values: {
    nl: 'Per ingangsdatum een waarde, een lijst of een tabel; missing is onbekend, open vult een ander in.',
    en: 'Per starting date a value, a list or a table; missing is unknown, open is filled in below.',
  },
  value: { nl: 'De waarde van deze rij.', en: 'The value of this row.' },
  question: { nl: 'De vraag die een mens beantwoordt.', en: 'The question that a person answers.' },
  about: {
    nl: 'Waarover de vraag gaat: de woningzoekende of de woning.',
    en: 'What the question is about: the seeker or the listing.',
  },
  answer: {
    nl: 'Het soort antwoord: yes-no, date, seekers, een score of een lijst.',
    en: 'The kind of answer: yes-no, date, seekers, a score or a list.',
  },
  decided_by: { nl: 'Wie beslist.', en: 'Who decides.' },
  second: { nl: 'Een tweede persoon moet instemmen.', en: 'A second person must agree.' },
  protocol: { nl: 'Het protocol voor het oordeel.', en: 'The protocol of the judgement.' },
  sets_aside: {
    nl: 'De eisen waarvan dit oordeel kan afwijken (hardheidsclausule).',
    en: 'The requirements this judgement may set aside (hardship clause).',
  },
  publish: { nl: 'De uitkomst wordt bekendgemaakt.', en: 'The outcome is published.' },
  dated_by: {
    nl: 'Tel op de dag waarop de advertentie sloot.',
    en: 'Count on the day the listing closed.',
  },
  take: {
    nl: 'Het aantal, of de totale, langste of huidige duur.',
    en: 'The number, or the total, longest or current length.',
  },
  within: {
    nl: 'Binnen een termijn, een kalendermaand, een kalenderjaar of een levensloop.',
    en: 'Within a term, a calendar month, a calendar year or a life.',
  },
  starts: { nl: 'De datum waarvan wordt teruggerekend.', en: 'The date counted back from.' },
  inside: {
    nl: 'De levensloop, de voorrang of het aandeel waar dit binnen valt.',
    en: 'The life, priority or quota this lies inside.',
  },
  limits: { nl: 'De onder- en bovengrens.', en: 'The lower and upper limit.' },
  entries: { nl: 'De posten van de rekening.', en: 'The entries of the account.' },
  best_of: { nl: 'Alleen de hoogste post telt.', en: 'Only the largest entry counts.' },
  add: { nl: 'Wat erbij komt; negatief is eraf.', en: 'What is added; negative is taken off.' },
  set: { nl: 'Het saldo wordt dit.', en: 'The balance becomes this.' },
  per: { nl: 'Per eenheid of periode.', en: 'Per unit or period.' },
  booked: { nl: 'Hele eenheden of per dag.', en: 'Whole units or by the day.' },
  here: { nl: 'Telt alleen bij deze woningen.', en: 'Counts for these homes only.' },
  lapses: {
    nl: 'Vanaf deze dag vervalt wat is opgebouwd.',
    en: 'From this day what was built is gone.',
  },
  keep: { nl: 'Hoe lang een boeking meetelt.', en: 'How long a booking counts.' },
  lost: {
    nl: 'Waardoor het opgebouwde verloren gaat.',
    en: 'What removes the bookings before it.',
  },

  // admission, order and balance
  code: { nl: 'De reden die mensen te lezen krijgen.', en: 'The reason people get to read.' },
  in_vain: {
    nl: 'Vervalt na zo lang vruchteloos aanbieden.',
    en: 'Falls away after offering so long in vain.',
  },
  ground: { nl: 'De grond van de voorrang.', en: 'The ground of the priority.' },
  not_against: {
    nl: 'Tegen wie deze voorrang niet werkt.',
    en: 'Whom this priority cannot be used against.',
  },
  model: { nl: 'Het verdeelmodel.', en: 'The allocation model.' },
  tiers: {
    nl: 'De groepen op volgorde; daarna komt iedereen.',
    en: 'The groups in order; everyone else follows.',
  },
  priority: {
    nl: 'De voorrang van deze groep, of none.',
    en: 'The priority of this group, or none.',
  },
  by: { nl: 'Waarop de volgorde berust.', en: 'What the order rests on.' },
  finally: {
    nl: 'Waarop iedereen daarna wordt geordend; eindigt met loting of een keuze.',
    en: 'What orders everybody after that; ends in a lot or a choice.',
  },
  earliest: { nl: 'De vroegste datum gaat voor.', en: 'The earliest date goes first.' },
  latest: { nl: 'De laatste datum gaat voor.', en: 'The latest date goes first.' },
  highest: { nl: 'De hoogste waarde gaat voor.', en: 'The highest value goes first.' },
  lowest: { nl: 'De laagste waarde gaat voor.', en: 'The lowest value goes first.' },
  in_order: { nl: 'De volgorde van deze waarden.', en: 'The order of these values.' },
  lot: { nl: 'Loting: equal of $gewichten.', en: 'A lot: equal or $weights.' },
  chosen: { nl: 'De gemotiveerde keuze van een mens.', en: 'The reasoned choice of a person.' },
  counts: { nl: 'Welke toewijzingen meetellen.', en: 'Which assignments count.' },
  among: { nl: 'Van welke toewijzingen.', en: 'Out of which assignments.' },
  limit: { nl: 'Hoeveel, of hoeveel van hoeveel.', en: 'How many, or how many of how many.' },
  exactly: { nl: 'Precies zoveel.', en: 'Exactly so many.' },
  split: { nl: 'De verdeling binnen het aandeel.', en: 'The division inside the quota.' },
  shares: { nl: 'Per waarde hoeveel van de honderd.', en: 'Per value how many of a hundred.' },
  each: { nl: 'Apart voor elke waarde hiervan.', en: 'Apart for each value of this.' },
  carry: { nl: 'Wat overblijft gaat één periode mee.', en: 'What is left goes along one period.' },
  at_limit: { nl: 'Wat er gebeurt als het vol is.', en: 'What happens when it is full.' },
  review: { nl: 'De dag van herziening.', en: 'The day of review.' },

  // lives and process
  on: { nl: 'De gebeurtenis of gebeurtenissen.', en: 'The event or events.' },
  times: { nl: 'De hoeveelste keer.', en: 'The how-manieth time.' },
  counted: {
    nl: 'Een venster dat terugkijkt, of dat opent bij de eerste keer.',
    en: 'A window that looks back, or opens at the first time.',
  },
  begins: { nl: 'Waardoor het begint.', en: 'What begins it.' },
  lasts: { nl: 'Hoe lang het duurt.', en: 'How long it lasts.' },
  phases: { nl: 'De fasen, na elkaar.', en: 'The phases, one after another.' },
  renew: { nl: 'Waardoor het wordt verlengd.', en: 'What renews it.' },
  not_before: {
    nl: 'Niet eerder dan zo lang na het begin.',
    en: 'Not before so long after the beginning.',
  },
  restore: { nl: 'Waardoor het wordt hersteld.', en: 'What restores it.' },
  closes: {
    nl: 'Het besluit van een mens dat het herstel na die tijd afsluit; zonder dit sluit de tijd het af.',
    en: 'What a person decides after that time to close the way back; without it the time does.',
  },
  remind: {
    nl: 'Wanneer mensen bericht krijgen van het einde, en langs welke weg.',
    en: 'When people are told of the end, and by which way.',
  },
  before: { nl: 'Zo lang voor het einde.', en: 'So long before the end.' },
  after: { nl: 'Zo lang na het einde.', en: 'So long after the end.' },
  ways: { nl: 'De wegen: mail, telefoon of brief.', en: 'The ways: mail, phone or letter.' },
  fee: { nl: 'Het bedrag, als $naam.', en: 'The amount, as $name.' },
  merge: { nl: 'Bij samenvoegen telt de oudste.', en: 'When merged the oldest counts.' },
  pause: {
    nl: 'Rust van de ene tot de andere gebeurtenis.',
    en: 'Rests from one event to another.',
  },
  ends: { nl: 'Waardoor het eindigt, elk met een reden.', en: 'What ends it, each with a reason.' },
  hear: { nl: 'De persoon wordt eerst gehoord.', en: 'The person is heard first.' },
  keeps: { nl: 'Wat dit einde overleeft.', en: 'What survives this end.' },
  again: {
    nl: 'Hoe lang een nieuw begin wordt geweigerd.',
    en: 'How long a new beginning is barred.',
  },
  grounds: { nl: 'De gronden die tellen.', en: 'The grounds that count.' },
  not_grounds: { nl: 'De gronden die niet tellen.', en: 'The grounds that do not count.' },
  steps: { nl: 'Wat er bij elke stap gebeurt.', en: 'What happens at each step.' },
  effect: {
    nl: 'Waarschuwen, blokkeren, achteraan zetten of punten eraf.',
    en: 'Warn, block, demote or a penalty.',
  },
  models: { nl: 'Alleen bij deze verdeelmodellen.', en: 'For these allocation models only.' },
  each_next: { nl: 'De laatste stap herhaalt zich.', en: 'The last step comes back.' },
  objection: { nl: 'De termijn voor bezwaar.', en: 'The term for objection.' },
  listing_open: { nl: 'Hoe lang een advertentie openstaat.', en: 'How long a listing stays open.' },
  open_responses: {
    nl: 'Hoeveel reacties tegelijk open mogen staan.',
    en: 'How many responses may be open at once.',
  },
  offers_at_once: { nl: 'Hoeveel aanbiedingen tegelijk.', en: 'How many offers at once.' },
  provisional_place: {
    nl: 'Of mensen hun plaats zien zolang een advertentie openstaat: precies, of niet.',
    en: 'Whether people see their place while a listing is open: exactly, or not.',
  },
  confirm_within: {
    nl: 'De termijn om interesse te bevestigen.',
    en: 'The term to confirm interest.',
  },
  answer_within: { nl: 'De termijn om te antwoorden.', en: 'The term to answer.' },
  papers_within: { nl: 'De termijn om papieren in te leveren.', en: 'The term to bring papers.' },
  facts_at: {
    nl: 'Het peilmoment, voor alles of per feit.',
    en: 'The reference moment, for all or per fact.',
  },
}

export const scenarioKeyWords: Readonly<Record<string, Words>> = {
  rules: {
    nl: 'De verdeelregels: een pad vanaf deze map, of de naam van meegeleverde regels.',
    en: 'The rule books: a path from this folder, or the name of a book that ships.',
  },
  scenarios: { nl: 'De scenario’s.', en: 'The scenarios.' },
  name: { nl: 'Wat er gebeurt, in één zin.', en: 'What happens, in one sentence.' },
  source: { nl: 'Waaruit dit blijkt.', en: 'What this rests on.' },
  on: { nl: 'De dag.', en: 'The day.' },
  known_on: { nl: 'Wat op deze dag bekend was.', en: 'What was known on this day.' },
  listing: { nl: 'De advertentie.', en: 'The listing.' },
  listings: {
    nl: 'Eerdere advertenties, waarnaar gebeurtenissen verwijzen.',
    en: 'Earlier listings that events refer to.',
  },
  closes: { nl: 'De laatste dag om te reageren.', en: 'The last day to respond.' },
  opens: { nl: 'De eerste dag om te reageren.', en: 'The first day to respond.' },
  in_vain_since: { nl: 'Sinds wanneer vruchteloos aangeboden.', en: 'Offered in vain since.' },
  closed: { nl: 'Hoe de advertentie afliep.', en: 'How the listing ended.' },
  taken_by: { nl: 'Wie de woning nam.', en: 'Who took the home.' },
  seekers: { nl: 'De woningzoekenden, met feiten.', en: 'The seekers, with facts.' },
  history: { nl: 'Wat er gebeurde en wat duurde.', en: 'What happened and what lasted.' },
  members: { nl: 'De andere leden van het huishouden.', en: 'The other members of the household.' },
  lots: { nl: 'De lotnummers; anders de naam.', en: 'The lot numbers; the name when absent.' },
  event: { nl: 'De gebeurtenis.', en: 'The event.' },
  spell: { nl: 'Wat duurde.', en: 'What lasted.' },
  moments: { nl: 'De peilmomenten die bekend zijn.', en: 'The reference moments that are known.' },
  quotas: { nl: 'Wat van elk aandeel is gebruikt.', en: 'What of each quota is used.' },
  judgements: { nl: 'De antwoorden van mensen.', en: 'The answers of people.' },
  assignments: { nl: 'Eerdere toewijzingen.', en: 'Earlier assignments.' },
  seed: {
    nl: 'Het lotingsgetal: 64 hexadecimale tekens.',
    en: 'The seed of the draw: 64 hexadecimal digits.',
  },
  expect: { nl: 'Wat de uitkomst moet zijn.', en: 'What the outcome must be.' },
  expect_on: {
    nl: 'Wat op elke dag de uitkomst moet zijn.',
    en: 'What the outcome must be on each day.',
  },
  order: { nl: 'De volgorde.', en: 'The order.' },
  excluded: { nl: 'Wie niet meedoet, met de redenen.', en: 'Who is excluded, with the reasons.' },
  undecided: {
    nl: 'Van wie iets onbekend is, en wat.',
    en: 'About whom something is unknown, and what.',
  },
  tier: { nl: 'In welke groep iemand staat.', en: 'The tier somebody stands in.' },
  reasons: { nl: 'Hoeveel mensen waarom voor iemand staan.', en: 'How many stand ahead, and why.' },
  remarks: { nl: 'Wat erbij wordt gezegd.', en: 'What is told beside it.' },
  values: { nl: 'De waarden van iemand.', en: 'The values of somebody.' },
  ledger: {
    nl: 'De regels van een rekening of levensloop.',
    en: 'The lines of an account or life.',
  },
  blocked: { nl: 'Wie is geblokkeerd.', en: 'Who is blocked.' },
  quota: { nl: 'De stand van elk aandeel.', en: 'The state of each quota.' },
  changes: { nl: 'Wat iets zou veranderen.', en: 'What would change it.' },
  priorities_off: { nl: 'Welke voorrang hier niet geldt.', en: 'Which priorities are off here.' },
  offers: {
    nl: 'Wie een aanbod kan krijgen, op volgorde.',
    en: 'Who can be offered the home, in order.',
  },
  provisional: {
    nl: 'De plaats die iemand ziet zolang de advertentie openstaat: een getal, de eerste en de laatste waar het lot nog beslist, of waarom er geen is.',
    en: 'The place somebody sees while the listing is open: a number, the first and last where a lot still decides, or why there is none.',
  },
  terms: { nl: 'De laatste dag van elke termijn.', en: 'The last day of each term.' },
  findings: { nl: 'De bevindingen van de controle.', en: 'The findings of the check.' },
  at_gate: { nl: 'De redenen bij een andere stap.', en: 'The reasons at another gate.' },
}
