/** What the report of a comparison says (verslag van een vergelijking), for a council and whoever elects it. */
import { type Language, type Say, speak, type Texts } from './language.ts'

export type ReportText =
  | 'made-up'
  | 'partly-made-up'
  | 'kicker'
  | 'kicker-alone'
  | 'title-one'
  | 'title-more'
  | 'facts'
  | 'contents'
  | 'facts-few'
  | 'facts-alone'
  | 'alone'
  | 'alone-intro'
  | 'alone-description'
  | 'too-few'
  | 'too-few-many'
  | 'bars-uncertain'
  | 'vessels-none'
  | 'headline'
  | 'headline-same'
  | 'headline-alone'
  | 'headline-nothing'
  | 'headline-one-run'
  | 'unlawful-base'
  | 'unlawful-title'
  | 'unlawful-says'
  | 'wait-better-first'
  | 'wait-better'
  | 'wait-worse-first'
  | 'wait-worse'
  | 'registered-better-first'
  | 'registered-better'
  | 'registered-worse-first'
  | 'registered-worse'
  | 'search-better-first'
  | 'search-better'
  | 'search-worse-first'
  | 'search-worse'
  | 'homes-better-first'
  | 'homes-better'
  | 'homes-worse-first'
  | 'homes-worse'
  | 'chance-better-first'
  | 'chance-better'
  | 'chance-worse-first'
  | 'chance-worse'
  | 'other-higher-first'
  | 'other-higher'
  | 'other-lower-first'
  | 'other-lower'
  | 'none-first'
  | 'none'
  | 'empty-first'
  | 'empty'
  | 'no-proposal'
  | 'who'
  | 'who-intro'
  | 'who-better'
  | 'who-worse'
  | 'who-none'
  | 'nobody'
  | 'chart-title'
  | 'chart-description'
  | 'chart-description-empty'
  | 'how-to-read'
  | 'was'
  | 'becomes'
  | 'difference'
  | 'group'
  | 'interval'
  | 'range'
  | 'range-short'
  | 'range-brief'
  | 'as-table'
  | 'source'
  | 'no-value'
  | 'not-measured'
  | 'one-run'
  | 'says'
  | 'state-better'
  | 'state-worse'
  | 'state-higher'
  | 'state-lower'
  | 'state-uncertain'
  | 'state-unknown'
  | 'signs'
  | 'all-groups'
  | 'groups-left-out'
  | 'per-ground'
  | 'sweep'
  | 'sweep-intro'
  | 'sweep-title'
  | 'sweep-description'
  | 'vessels'
  | 'vessels-intro'
  | 'vessels-title'
  | 'vessels-description'
  | 'vessels-others'
  | 'vessels-sum'
  | 'vessels-equal'
  | 'vessels-more'
  | 'vessels-less'
  | 'vessels-waiting'
  | 'vessels-missing'
  | 'vessels-together'
  | 'displacement'
  | 'displacement-intro'
  | 'change'
  | 'limits'
  | 'limits-intro'
  | 'limits-table'
  | 'limit'
  | 'limit-none'
  | 'limit-warns'
  | 'limit-least'
  | 'limit-most'
  | 'limit-line'
  | 'limit-idle'
  | 'limit-edge'
  | 'limit-binds'
  | 'regular'
  | 'regular-intro'
  | 'goals'
  | 'goals-intro'
  | 'goal-choice'
  | 'goal-fairness'
  | 'goal-transparency'
  | 'goal-target-groups'
  | 'goal-liveability'
  | 'goal-onward-mobility'
  | 'goal-empty'
  | 'measure'
  | 'outcome'
  | 'liveability-limit'
  | 'liveability-ceiling'
  | 'liveability-parkstad'
  | 'allowance'
  | 'allowance-intro'
  | 'fences'
  | 'fences-intro'
  | 'fences-title'
  | 'fences-description'
  | 'fences-table'
  | 'fences-missing'
  | 'fences-quota'
  | 'municipality'
  | 'residents-chance'
  | 'residents-homes'
  | 'others-homes'
  | 'fair-share'
  | 'fair-share-intro'
  | 'fair-share-description'
  | 'fair-share-line'
  | 'fair-share-reading'
  | 'spread-intro'
  | 'fair-share-missing'
  | 'share-of'
  | 'area'
  | 'area-intro'
  | 'area-table'
  | 'area-here'
  | 'area-region'
  | 'area-seen'
  | 'area-seen-says'
  | 'work'
  | 'work-intro'
  | 'unknown'
  | 'unknown-synthetic'
  | 'unknown-sourced'
  | 'unknown-own'
  | 'unknown-own-table'
  | 'unknown-part'
  | 'unknown-part-responses'
  | 'unknown-behaviour'
  | 'unknown-constant'
  | 'unknown-out'
  | 'unknown-out-list'
  | 'unknown-missing'
  | 'unknown-people'
  | 'unknown-invented'
  | 'method'
  | 'method-same'
  | 'method-run'
  | 'method-interval'
  | 'method-many'
  | 'method-groups'
  | 'method-steady'
  | 'definitions'
  | 'definitions-intro'
  | 'definition'
  | 'definition-missing'
  | 'unit'
  | 'behaviour'
  | 'behaviour-intro'
  | 'behaviour-part'
  | 'behaviour-none'
  | 'parameter'
  | 'value'
  | 'plausible'
  | 'origin'
  | 'calibrated'
  | 'invented'
  | 'not-given'
  | 'repeat'
  | 'repeat-intro'
  | 'repeat-check'
  | 'variant'
  | 'settings'
  | 'no-settings'
  | 'fingerprint'
  | 'the-region'
  | 'seed'
  | 'version'
  | 'rules-of'
  | 'footer'

/** Every text of the report, in both languages. */
export const reportTexts: Texts<ReportText> = {
  nl: {
    'made-up':
      '⚠ Voorbeeldregio: verzonnen cijfers. Trek hieruit geen conclusies over een echte regio.',
    'partly-made-up':
      '⚠ Let op: {synthetic} van de {total} getallen over deze regio zijn verzonnen.',
    kicker: 'Vergelijking van verdeelregels · {region}',
    'kicker-alone': 'Verdeelregels nagespeeld · {region}',
    'title-one': 'Wat verandert er met {variant}?',
    'title-more': 'Wat verandert er met {count} voorstellen?',
    facts:
      'Vergeleken met {baseline}. {years, plural, one {Eén jaar} other {# jaar}} nagespeeld, {replications, plural, one {één keer} other {# keer}}, met de regels van {on, date, day}.{percent, plural, =100 {} other { De regio is daarvoor verkleind tot # % van de woningen en de mensen.}}',
    contents: 'In dit verslag',
    'facts-alone':
      '{years, plural, one {Eén jaar} other {# jaar}} nagespeeld, {replications, plural, one {één keer} other {# keer}}, met de regels van {on, date, day}.{percent, plural, =100 {} other { De regio is daarvoor verkleind tot # % van de woningen en de mensen.}}',
    'facts-few':
      'Met zo weinig herhalingen is een verschil eerder toeval dan het lijkt. Neem er twintig of meer voor een verslag dat u deelt.',
    alone: 'Wie krijgt een woning, en hoe lang duurt dat?',
    'alone-intro':
      'De stip is het gemiddelde over de herhalingen, de balk eromheen de marge daarvan.',
    'alone-description':
      'Per groep de waarde onder {variant}. {rows}. De cijfers staan ook in de tabel.',
    'too-few': 'Te weinig om te tellen: {groups}.',
    'too-few-many': 'Van {count} groepen was er te weinig om te tellen. Die staan er niet bij.',
    'bars-uncertain': 'Een gestippelde balk kan toeval zijn.',
    'vessels-none': 'Geen van deze veranderingen is zeker: het kan allemaal toeval zijn.',
    headline:
      '{lawful, select, true {Met} other {In strijd met de wet: met}} {variant} {first}; {second}.',
    'headline-same':
      '{lawful, select, true {Met} other {In strijd met de wet: met}} {variant} is er geen zeker verschil voor {groups}.',
    'headline-alone':
      '{lawful, select, true {Met} other {In strijd met de wet: met}} {variant} {first}.',
    'headline-one-run':
      '{lawful, select, true {Met} other {In strijd met de wet: met}} {variant} is er één herhaling klaar. Dat is te weinig om iets te zeggen over {groups}.',
    'headline-nothing':
      '{lawful, select, true {Met} other {In strijd met de wet: met}} {variant} is er te weinig te tellen voor {groups}.',
    'unlawful-base':
      'In strijd met de wet: {alone, select, true {} other {de regels waarmee is vergeleken, }}{variant}.',
    'unlawful-title': '{variant} mag niet van de wet',
    'unlawful-says':
      'De toets aan de wet vond {count, plural, one {één overtreding} other {# overtredingen}}. De uitkomst hieronder laat alleen zien wat zulke regels zouden doen. De gemeenteraad kan ze zo niet vaststellen. De opdracht “verdeelsleutel check” zegt bij elke code om welk artikel het gaat:',
    'wait-better-first': 'wachten {group} {amount} korter',
    'wait-better': '{group} wachten {amount} korter',
    'wait-worse-first': 'wachten {group} {amount} langer',
    'wait-worse': '{group} wachten {amount} langer',
    'registered-better-first': 'staan {group} bij verhuring {amount} korter ingeschreven',
    'registered-better': '{group} staan bij verhuring {amount} korter ingeschreven',
    'registered-worse-first': 'staan {group} bij verhuring {amount} langer ingeschreven',
    'registered-worse': '{group} staan bij verhuring {amount} langer ingeschreven',
    'search-better-first': 'zoeken {group} tot de verhuring {amount} korter',
    'search-better': '{group} zoeken tot de verhuring {amount} korter',
    'search-worse-first': 'zoeken {group} tot de verhuring {amount} langer',
    'search-worse': '{group} zoeken tot de verhuring {amount} langer',
    'homes-better-first':
      'krijgen {group} in {years, plural, one {één jaar} other {# jaar}} {count, plural, =0 {minder dan één woning} one {één woning} other {# woningen}} meer',
    'homes-better':
      '{group} krijgen in {years, plural, one {één jaar} other {# jaar}} {count, plural, =0 {minder dan één woning} one {één woning} other {# woningen}} meer',
    'homes-worse-first':
      'krijgen {group} in {years, plural, one {één jaar} other {# jaar}} {count, plural, =0 {minder dan één woning} one {één woning} other {# woningen}} minder',
    'homes-worse':
      '{group} krijgen in {years, plural, one {één jaar} other {# jaar}} {count, plural, =0 {minder dan één woning} one {één woning} other {# woningen}} minder',
    'chance-better-first': 'hebben {group} {amount} meer kans op een woning',
    'chance-better': '{group} hebben {amount} meer kans op een woning',
    'chance-worse-first': 'hebben {group} {amount} minder kans op een woning',
    'chance-worse': '{group} hebben {amount} minder kans op een woning',
    'other-higher-first': 'gaat “{measure}” voor {group} {amount} omhoog',
    'other-higher': '“{measure}” gaat voor {group} {amount} omhoog',
    'other-lower-first': 'gaat “{measure}” voor {group} {amount} omlaag',
    'other-lower': '“{measure}” gaat voor {group} {amount} omlaag',
    'none-first': 'is er voor {group} geen zeker verschil',
    none: 'voor {group} is er geen zeker verschil',
    'empty-first': 'is er voor {group} te weinig te tellen',
    empty: 'voor {group} is er te weinig te tellen',
    'no-proposal':
      'Dit verslag laat zien hoe de regels “{variant}” uitwerken. Er is geen tweede voorstel om mee te vergelijken.',
    who: 'Wie wint, wie wacht langer?',
    'who-intro': 'De maat is: {measure}.',
    'who-better': 'Beter af: {groups}.',
    'who-worse': 'Slechter af: {groups}.',
    'who-none': 'Geen zeker verschil: {groups}.',
    nobody: 'niemand',
    'chart-title': '{measure}, {unit}',
    'chart-description':
      'Per groep de waarde onder {baseline} en onder {variant}. {rows}. De cijfers staan ook in de tabel.',
    'chart-description-empty': 'Er is niets om te tekenen.',
    'how-to-read':
      'Zo leest u de grafieken: de ring is nu, de stip is met het voorstel. De balk eromheen is de marge: van 100 zulke marges bevatten er ongeveer 95 het gemiddelde waar het om gaat. Is de lijn ertussen gestippeld, dan kan het verschil toeval zijn.',
    was: 'nu',
    becomes: 'voorstel',
    difference: 'verschil',
    group: 'groep',
    interval: 'marge',
    range: '{low} tot {high}',
    'range-short': '(marge {low} tot {high})',
    'range-brief': '({low} tot {high})',
    'as-table': 'Bekijk als tabel',
    source:
      'Bron: simulatie van {region} met {replications, plural, one {één herhaling} other {# herhalingen}}, regels van {on, date, day}.',
    'no-value': 'te weinig om te tellen',
    'not-measured': 'niet gemeten',
    'one-run': 'één herhaling is te weinig om toeval uit te sluiten',
    says: '{state}: {amount}',
    'state-better': '▲ beter',
    'state-worse': '▼ slechter',
    'state-higher': '↑ hoger',
    'state-lower': '↓ lager',
    'state-uncertain': '≈ geen zeker verschil',
    'state-unknown': '– onbekend',
    signs:
      '▲ beter, ▼ slechter, ↑ hoger, ↓ lager, ≈ geen zeker verschil. Onder elk getal het verschil met de eerste kolom en de marge daarvan.',
    'all-groups': 'Meer groepen',
    'per-ground': '{measure}: per urgentiegrond en doelgroep',
    'groups-left-out':
      'Leeftijd, huishouden en inkomen staan in een verslag van één voorstel: noem met --against één boek.',
    sweep: 'Aan de knop draaien',
    'sweep-intro':
      'Deze voorstellen verschillen in één getal: {parameter}. De lijnen laten zien wat elke stand doet.',
    'sweep-title': '{measure}, {unit}, bij elke waarde van {parameter}',
    'sweep-description':
      'Een lijn per groep over {count} waarden. De cijfers staan ook in de tabel.',
    vessels: 'Communicerende vaten',
    'vessels-intro':
      'Verdeelregels maken geen woningen. Zolang er te weinig zijn, is voorrang voor de een langer wachten voor de ander. Hier staat wie er woningen bij krijgt en wie inlevert.',
    'vessels-title': 'Verandering in aantal woningen',
    'vessels-description':
      'Balken naar rechts zijn meer, naar links minder. {rows}. De cijfers staan ook in de tabel.',
    'vessels-others': 'alle anderen',
    'vessels-sum': 'Opgeteld, in hele woningen: {parts}. Samen {sum}.',
    'vessels-equal':
      'Het totaal verandert niet zeker: wat de een erbij krijgt, gaat bij een ander af.',
    'vessels-more':
      'Het totaal wordt groter: het voorstel verdeelt niet alleen anders, er komt ook bij.',
    'vessels-less': 'Het totaal wordt kleiner: er gaat ook iets verloren.',
    'vessels-waiting':
      'Waarom dit zo moet zijn: als er geen woning leeg blijft en de lijst even lang blijft, is het aantal mensen dat de lijst zonder woning verlaat elk jaar gelijk aan wie erbij komt min de woningen die vrijkomen. Regels veranderen wie dat zijn, niet hoeveel.',
    'vessels-missing':
      'Het aantal woningen per groep is niet gemeten. Daarom kan de optelsom hier niet staan.',
    'vessels-together': 'Samen',
    displacement: 'Wie had de woning anders gekregen?',
    'displacement-intro':
      'Per woning is nagegaan wie haar had gekregen als geen enkele voorrang telde, met dezelfde reacties. Dit zegt hoeveel woningen voorrang een groep brengt en hoeveel zij haar kost.',
    change: 'verandering',
    limits: 'Wanneer doet een grens iets?',
    'limits-intro':
      'Een minimum verandert pas iets als het zonder die regel niet wordt gehaald, een maximum pas als het zonder die regel wordt overschreden. Hier staat waar elk aandeel op de laatste dag op uitkwam, geteld zoals de regel zelf telt.',
    'limits-table': 'Waar elk aandeel op uitkwam, met de grens eronder',
    limit: 'grens',
    'limit-none': 'geen grens',
    'limit-warns': 'wordt alleen geteld',
    'limit-least': 'ten minste {limit}',
    'limit-most': 'ten hoogste {limit}',
    'limit-line':
      'De streep ligt bij {use} (marge {low} tot {high}): daar komt het {label} op uit als er alleen wordt geteld.',
    'limit-idle': 'Daaronder, en dus zonder veel gevolg: {proposals}.',
    'limit-edge': 'Op de streep: {proposals}.',
    'limit-binds': 'Daarboven, en dus bindend: {proposals}.',
    regular: 'Hoeveel gaat naar reguliere woningzoekenden?',
    'regular-intro':
      'Wie regulier is, kan op vier manieren worden geteld, en dat geeft vier percentages. Een afspraak over een minimum zegt pas iets als erbij staat welke telling geldt.',
    goals: 'Zes doelen naast elkaar',
    'goals-intro':
      'Er is geen totaalcijfer. Welk doel het zwaarst weegt, is aan de raad. Beter of slechter staat er alleen als het verschil groter is dan toeval.',
    'goal-choice': 'Keuzevrijheid',
    'goal-fairness': 'Rechtvaardigheid',
    'goal-transparency': 'Transparantie',
    'goal-target-groups': 'Doelgroepenbeleid',
    'goal-liveability': 'Leefbaarheid',
    'goal-onward-mobility': 'Doorstroming',
    'goal-empty': 'Voor dit doel is hier niets gemeten.',
    measure: 'maat',
    outcome: 'uitkomst',
    'liveability-limit':
      'Of een buurt prettiger wordt, kan deze berekening niet laten zien. Dat hangt van veel meer af dan van wie er komt wonen. Wat wel vaststaat, is de grens.',
    'liveability-ceiling':
      'Per jaar komt hier {turnover} van de woningen vrij. In een straat van 100 woningen wisselen er dus gemiddeld {homes} per jaar van bewoner, en een regel gaat vaak maar over een deel daarvan.',
    'liveability-parkstad':
      'In Parkstad kwam in 2023 ongeveer 7,5 % van de woningen vrij. In een straat van 100 woningen wisselen er dan hoogstens 7 of 8 per jaar van bewoner, en een regel gaat vaak maar over een deel daarvan.',
    allowance: 'Gevolgen voor de huurtoeslag',
    'allowance-intro':
      'Krijgt iemand met een laag inkomen een woning boven de aftoppingsgrens, dan stijgt de vraag naar huurtoeslag. Die betaalt het Rijk, niet de gemeente. Een bedrag staat hier niet: dat hangt af van gegevens die deze berekening niet heeft.',
    fences: 'De prijs van hekjes tussen gemeenten',
    'fences-intro':
      'Voorrang voor eigen inwoners helpt de een en kost de ander. Voor elke gemeente staat hier wat het voorstel doet met haar inwoners en met alle anderen.',
    'fences-title': 'Verandering in aantal woningen voor inwoners',
    'fences-description':
      'Balken naar rechts: inwoners krijgen meer woningen in de regio. {rows}. De cijfers staan ook in de tabel.',
    'fences-table': 'Per gemeente: inwoners en alle anderen',
    'fences-missing': 'Er zijn geen cijfers per gemeente.',
    'fences-quota':
      'Een hekje doet op den duur weinig zolang het deel met voorrang kleiner is dan het deel dat inwoners ook zonder voorrang krijgen: zij gebruiken de voorrang dan voor woningen die zij anders ook kregen.',
    municipality: 'gemeente',
    'residents-chance': 'kans op een woning',
    'residents-homes': 'aantal woningen',
    'others-homes': 'woningen voor alle anderen',
    'fair-share': 'Eerlijke verdeling (fair share)',
    'fair-share-intro':
      '1 betekent: precies het eigen deel. Er zijn drie sleutels om dat deel te bepalen en ze geven niet hetzelfde antwoord. Daarom staan ze naast elkaar.',
    'fair-share-description':
      'Per gemeente of corporatie wat zij kreeg, gedeeld door haar deel, onder {variant}. {rows}. De cijfers staan ook in de tabel.',
    'fair-share-line': '1 = eigen deel',
    'fair-share-reading': 'De ring is nu, de stip is met het voorstel.',
    'spread-intro':
      'De spreiding zegt welk deel van de verhuringen ergens anders had moeten zijn om gelijk op te gaan met de voorraad woningen. 0 % is precies naar verhouding. Of dat het doel is, is aan de raad.',
    'fair-share-missing': 'De verhouding tot het eigen deel is niet per gemeente gemeten.',
    'share-of': 'voor wie',
    area: 'De plekken met een eigen regel',
    'area-intro':
      'Het gaat om {homes, number} woningen in {complexes, plural, one {één complex} other {# complexen}}. Wie hier niet meer komt en in de hele regio niet minder woningen krijgt, is ergens anders terechtgekomen.',
    'area-table':
      'Verhuringen in {years, plural, one {één jaar} other {# jaar}}: hier en in de hele regio',
    'area-here': 'hier',
    'area-region': 'in de hele regio',
    'area-seen': 'Is er iets van te zien?',
    'area-seen-says':
      'Stel dat er {reports} meldingen van overlast per complex per jaar zijn (een rekenvoorbeeld). Om dan met 80 % zekerheid een daling van 30 % van toeval te onderscheiden, zijn {large} complexjaren nodig met de regel en evenveel zonder. Voor een daling van 10 % zijn het er {small}. Hier zijn het er {there}.',
    work: 'Werk en kosten',
    'work-intro': 'Wat het uitvoeren van de regels vraagt van corporaties en gemeenten.',
    unknown: 'Wat wij niet weten',
    'unknown-synthetic':
      'Cijfers: {synthetic} van de {total} getallen over deze regio zijn verzonnen. De richting van een verschil zegt dan meer dan de grootte.',
    'unknown-sourced': 'Cijfers: alle {total} getallen over deze regio hebben een bron.',
    'unknown-own':
      'Eigen tabellen: aantallen komen uit {tables}. De rest, zoals hoe mensen kiezen, komt uit het bestand van de regio.',
    'unknown-own-table': '{name} ({rows, plural, one {één rij} other {# rijen}})',
    'unknown-part':
      'Grootte: de regio is kleiner nagespeeld, met {percent, number} % van de woningen en de mensen. Aantallen zijn dus zoveel kleiner dan in het echt, en marges groter.',
    'unknown-part-responses':
      'Reacties: in een regio die zo klein is, krijgt een woning minder reacties dan in het echt, ook als iedereen reageert. Vanaf {percent, number, ::.0} % van de grootte is dat niet zo.',
    'unknown-behaviour':
      'Gedrag: hoe mensen kiezen en weigeren is een aanname. {count, plural, =0 {Alle getallen zijn geijkt aan cijfers.} one {# getal is} other {# getallen zijn}}{count, plural, =0 {} other { niet geijkt aan echte cijfers.}}',
    'unknown-constant':
      'Regels: de regels van {on, date, day} gelden alle {years, plural, one {jaren} other {# jaren}}. In het echt veranderen de wet, de huren en de bedragen elk jaar.',
    'unknown-out': 'Buiten beeld:',
    'unknown-out-list':
      'wie zich niet inschrijft; verhuizen naar een koopwoning of een particuliere huurwoning om de regel zelf; hulp van familie, zorg en begeleiding; hoe buren met elkaar omgaan; nieuwe woningen die er door de regel wel of niet komen',
    'unknown-missing': 'Niet gemeten in deze vergelijking: {measures}.',
    'unknown-invented': 'Gekozen zonder bron, in {variants}: {what}',
    'unknown-people':
      'Mensen: een gemiddelde zegt niets over één huishouden. Wie precies wint of verliest, staat niet in dit verslag.',
    method: 'Hoe dit is berekend',
    'method-same':
      'Alle regels kregen dezelfde regio, dezelfde mensen, dezelfde woningen en hetzelfde toeval (gemeenschappelijke toevalsgetallen, common random numbers). Het verschil is per herhaling berekend en daarna gemiddeld (gepaard). Zo is een verschil het gevolg van de regels en niet van het lot. De rangorde komt uit dezelfde code waarmee verdeelsleutel een echte rangorde maakt.',
    'method-run':
      'Elke herhaling begint met {warmUp, plural, =0 {geen aanloop} one {één jaar aanloop die niet meetelt} other {# jaar aanloop die niet meetellen}}. Daarna {years, plural, one {telt één jaar} other {tellen # jaren}}. Er zijn {replications, plural, one {één herhaling} other {# herhalingen}}, met beginwaarde {seed} voor het toeval.',
    'method-interval':
      'De marge is het 95 %-betrouwbaarheidsinterval van het gemiddelde over de herhalingen (t-verdeling van Student). Een verschil heet zeker als de marge van het gepaarde verschil 0 niet bevat. De marge van een waarde houdt op waar die waarde niet kan bestaan: onder 0, en bij een deel boven 100 %. De marge dekt alleen toeval in de simulatie, niet fouten in de cijfers of aannames.',
    'method-many':
      'Deze vergelijking bevat {count, plural, one {één verschil} other {# verschillen}} met een marge. Ook als er niets verandert, heet ongeveer 1 op de 20 verschillen toch zeker. Er is niet gecorrigeerd voor dit aantal. Kijk daarom naar het patroon en naar de grootte, niet naar één regel.',
    'method-groups':
      'Iemand kan in meer groepen zitten. Een groep zonder mensen is geen nul maar leeg. Een gemiddelde telt alleen herhalingen waarin er iets te tellen was.',
    'method-steady':
      'De inschrijfduur en de zoekduur gaan over wie een woning kreeg. Wie nog zoekt of ophield, zit daar niet in. De slaagkans en de wachttijd tellen hen wel (Kaplan-Meier). Lees ze samen.',
    definitions: 'Begrippen',
    'definitions-intro': 'De code is de naam van de maat in het begrippenboek van verdeelsleutel.',
    definition: 'wat er geteld is',
    'definition-missing': 'zie het begrippenboek',
    unit: 'eenheid',
    behaviour: 'Aannames over gedrag',
    'behaviour-intro':
      'Elke aanname is een getal in het bestand van de regio. De spreiding is wat ook nog aannemelijk is.',
    'behaviour-part':
      'In de kleinere regio is alleen de kans om te reageren naar verhouding hoger gemaakt, zodat een woning evenveel reacties krijgt.',
    'behaviour-none': 'Alle getallen over gedrag zijn geijkt.',
    parameter: 'getal',
    value: 'waarde',
    plausible: 'aannemelijk',
    origin: 'herkomst',
    calibrated: 'geijkt',
    invented: 'verzonnen',
    'not-given': 'niet opgegeven',
    repeat: 'Zo doet u dit na',
    'repeat-intro':
      'Iedereen kan deze uitkomst narekenen. Met dezelfde versie geeft deze opdracht dezelfde cijfers:',
    'repeat-check':
      'Vergelijk daarna de controlegetallen. Verschilt er één, dan is er met andere regels of cijfers gerekend.',
    variant: 'regels',
    settings: 'wijzigingen',
    'no-settings': 'geen',
    fingerprint: 'controlegetal (SHA-256)',
    'the-region': 'De regio: {region}',
    seed: 'Beginwaarde van het toeval',
    version: 'Versie van verdeelsleutel',
    'rules-of': 'Dag van de regels',
    footer: 'Gemaakt met verdeelsleutel {version}. Alle mensen in een simulatie zijn verzonnen.',
  },
  en: {
    'made-up':
      '⚠ Example region: made-up figures. Draw no conclusions about a real region from them.',
    'partly-made-up': '⚠ Note: {synthetic} of the {total} figures about this region are made up.',
    kicker: 'Comparison of allocation rules · {region}',
    'kicker-alone': 'Allocation rules simulated · {region}',
    'title-one': 'What changes with {variant}?',
    'title-more': 'What changes with {count} proposals?',
    facts:
      'Compared with {baseline}. {years, plural, one {One year} other {# years}} played through, {replications, plural, one {once} other {# times}}, under the rules of {on, date, day}.{percent, plural, =100 {} other { For that the region was made smaller, to #% of the homes and the people.}}',
    contents: 'In this report',
    'facts-alone':
      '{years, plural, one {One year} other {# years}} played through, {replications, plural, one {once} other {# times}}, under the rules of {on, date, day}.{percent, plural, =100 {} other { For that the region was made smaller, to #% of the homes and the people.}}',
    'facts-few':
      'With so few replications a difference is sooner chance than it seems. Take twenty or more for a report to share.',
    alone: 'Who gets a home, and how long does it take?',
    'alone-intro': 'The dot is the mean over the replications, the bar around it its margin.',
    'alone-description':
      'Per group the value under {variant}. {rows}. The figures are also in the table.',
    'too-few': 'Too few to count: {groups}.',
    'too-few-many': 'Of {count} groups there was too little to count. They are left out.',
    'bars-uncertain': 'A dotted bar may be chance.',
    'vessels-none': 'None of these changes is certain: it may all be chance.',
    headline:
      '{lawful, select, true {With} other {Against the law: with}} {variant}, {first}; {second}.',
    'headline-same':
      '{lawful, select, true {With} other {Against the law: with}} {variant}, there is no certain difference for {groups}.',
    'headline-alone':
      '{lawful, select, true {With} other {Against the law: with}} {variant}, {first}.',
    'headline-one-run':
      '{lawful, select, true {With} other {Against the law: with}} {variant}, one replication is done. That is too few to say anything about {groups}.',
    'headline-nothing':
      '{lawful, select, true {With} other {Against the law: with}} {variant}, there is too little to count for {groups}.',
    'unlawful-base':
      'Against the law: {alone, select, true {} other {the rules compared with, }}{variant}.',
    'unlawful-title': '{variant} is against the law',
    'unlawful-says':
      'The law check found {count, plural, one {one breach} other {# breaches}}. The outcome below only shows what such rules would do. The council cannot adopt them like this. The command “verdeelsleutel check” gives the article with each code:',
    'wait-better-first': '{group} wait {amount} less',
    'wait-better': '{group} wait {amount} less',
    'wait-worse-first': '{group} wait {amount} longer',
    'wait-worse': '{group} wait {amount} longer',
    'registered-better-first': '{group} have been registered {amount} less when they get a home',
    'registered-better': '{group} have been registered {amount} less when they get a home',
    'registered-worse-first': '{group} have been registered {amount} longer when they get a home',
    'registered-worse': '{group} have been registered {amount} longer when they get a home',
    'search-better-first': '{group} search {amount} less until they get a home',
    'search-better': '{group} search {amount} less until they get a home',
    'search-worse-first': '{group} search {amount} longer until they get a home',
    'search-worse': '{group} search {amount} longer until they get a home',
    'homes-better-first':
      '{group} get {count, plural, =0 {less than one home more} one {one more home} other {# more homes}} in {years, plural, one {one year} other {# years}}',
    'homes-better':
      '{group} get {count, plural, =0 {less than one home more} one {one more home} other {# more homes}} in {years, plural, one {one year} other {# years}}',
    'homes-worse-first':
      '{group} get {count, plural, =0 {less than one home fewer} one {one fewer home} other {# fewer homes}} in {years, plural, one {one year} other {# years}}',
    'homes-worse':
      '{group} get {count, plural, =0 {less than one home fewer} one {one fewer home} other {# fewer homes}} in {years, plural, one {one year} other {# years}}',
    'chance-better-first': '{group} have {amount} more chance of a home',
    'chance-better': '{group} have {amount} more chance of a home',
    'chance-worse-first': '{group} have {amount} less chance of a home',
    'chance-worse': '{group} have {amount} less chance of a home',
    'other-higher-first': '“{measure}” goes up by {amount} for {group}',
    'other-higher': '“{measure}” goes up by {amount} for {group}',
    'other-lower-first': '“{measure}” goes down by {amount} for {group}',
    'other-lower': '“{measure}” goes down by {amount} for {group}',
    'none-first': 'there is no certain difference for {group}',
    none: 'for {group} there is no certain difference',
    'empty-first': 'there is too little to count for {group}',
    empty: 'for {group} there is too little to count',
    'no-proposal':
      'This report shows how the rules “{variant}” work out. There is no second proposal to compare with.',
    who: 'Who gains, who waits longer?',
    'who-intro': 'The measure is: {measure}.',
    'who-better': 'Better off: {groups}.',
    'who-worse': 'Worse off: {groups}.',
    'who-none': 'No certain difference: {groups}.',
    nobody: 'nobody',
    'chart-title': '{measure}, {unit}',
    'chart-description':
      'Per group the value under {baseline} and under {variant}. {rows}. The figures are also in the table.',
    'chart-description-empty': 'There is nothing to draw.',
    'how-to-read':
      'How to read the charts: the ring is now, the dot is with the proposal. The bar around it is the margin: of 100 such margins about 95 hold the mean that is looked for. If the line between them is dotted, the difference may be chance.',
    was: 'now',
    becomes: 'proposal',
    difference: 'difference',
    group: 'group',
    interval: 'margin',
    range: '{low} to {high}',
    'range-short': '(margin {low} to {high})',
    'range-brief': '({low} to {high})',
    'as-table': 'Show as a table',
    source:
      'Source: simulation of {region} with {replications, plural, one {one replication} other {# replications}}, rules of {on, date, day}.',
    'no-value': 'too few to count',
    'not-measured': 'not measured',
    'one-run': 'one replication is too few to rule out chance',
    says: '{state}: {amount}',
    'state-better': '▲ better',
    'state-worse': '▼ worse',
    'state-higher': '↑ higher',
    'state-lower': '↓ lower',
    'state-uncertain': '≈ no certain difference',
    'state-unknown': '– unknown',
    signs:
      '▲ better, ▼ worse, ↑ higher, ↓ lower, ≈ no certain difference. Below each number the difference with the first column and its margin.',
    'all-groups': 'More groups',
    'per-ground': '{measure}: per ground of urgency and target group',
    'groups-left-out':
      'Age, household and income are in a report of one proposal: name one book with --against.',
    sweep: 'Turning the dial',
    'sweep-intro':
      'These proposals differ in one number: {parameter}. The lines show what each setting does.',
    'sweep-title': '{measure}, {unit}, at each value of {parameter}',
    'sweep-description':
      'One line per group over {count} values. The figures are also in the table.',
    vessels: 'Communicating vessels',
    'vessels-intro':
      'Allocation rules make no homes. As long as there are too few, priority for one means a longer wait for another. Here is who gets more homes and who gives them up.',
    'vessels-title': 'Change in the number of homes',
    'vessels-description':
      'Bars to the right are more, to the left less. {rows}. The figures are also in the table.',
    'vessels-others': 'all others',
    'vessels-sum': 'Added up, in whole homes: {parts}. Together {sum}.',
    'vessels-equal': 'The total does not change for certain: what one gains, another loses.',
    'vessels-more': 'The total grows: the proposal does not only divide differently, it also adds.',
    'vessels-less': 'The total shrinks: something is lost as well.',
    'vessels-waiting':
      'Why this must be so: if no home stays empty and the list stays as long as it is, the number of people who leave the list without a home each year equals those who join minus the homes that become free. Rules change who they are, not how many.',
    'vessels-missing':
      'The number of homes per group was not measured. So the sum cannot be shown here.',
    'vessels-together': 'Together',
    displacement: 'Who would have had the home?',
    'displacement-intro':
      'For each home it was worked out who would have got it had no priority counted, with the same responses. It says how many homes priority brings a group, and how many it takes from it.',
    change: 'change',
    limits: 'When does a limit do anything?',
    'limits-intro':
      'A minimum changes something only where it would not be met without that rule, a maximum only where it would be exceeded. Here is what each share came to on the last day, counted as the rule itself counts.',
    'limits-table': 'What each share came to, with its limit below it',
    limit: 'limit',
    'limit-none': 'no limit',
    'limit-warns': 'is only counted',
    'limit-least': 'at least {limit}',
    'limit-most': 'at most {limit}',
    'limit-line':
      'The line lies at {use} (margin {low} to {high}): that is what “{label}” comes to when it is only counted.',
    'limit-idle': 'Below it, and so with little effect: {proposals}.',
    'limit-edge': 'On the line: {proposals}.',
    'limit-binds': 'Above it, and so binding: {proposals}.',
    regular: 'How much goes to regular seekers?',
    'regular-intro':
      'Who is regular can be counted in four ways, which give four percentages. An agreement on a minimum means something only when it says which one holds.',
    goals: 'Six goals side by side',
    'goals-intro':
      'There is no total score. Which goal weighs most is for the council to say. Better or worse is said only where the difference is larger than chance.',
    'goal-choice': 'Freedom of choice',
    'goal-fairness': 'Fairness',
    'goal-transparency': 'Transparency',
    'goal-target-groups': 'Target groups',
    'goal-liveability': 'Liveability',
    'goal-onward-mobility': 'Moving on',
    'goal-empty': 'Nothing was measured here for this goal.',
    measure: 'measure',
    outcome: 'outcome',
    'liveability-limit':
      'Whether a neighbourhood becomes more pleasant, this calculation cannot show. That depends on much more than on who comes to live there. What is certain is the limit.',
    'liveability-ceiling':
      'Each year {turnover} of the homes become free here. In a street of 100 homes, {homes} a year change tenants on average, and a rule often covers only part of those.',
    'liveability-parkstad':
      'In Parkstad about 7.5% of the homes became free in 2023. In a street of 100 homes, at most 7 or 8 a year then change tenants, and a rule often covers only part of those.',
    allowance: 'Consequences for rent allowance',
    'allowance-intro':
      'When somebody with a low income gets a home above the rent cap, the demand for rent allowance rises. The State pays for that, not the municipality. There is no amount here: it depends on facts this calculation does not have.',
    fences: 'The price of fences between municipalities',
    'fences-intro':
      'Priority for residents helps one and costs another. For each municipality this shows what the proposal does to its residents and to all others.',
    'fences-title': 'Change in the number of homes for residents',
    'fences-description':
      'Bars to the right: residents get more homes in the region. {rows}. The figures are also in the table.',
    'fences-table': 'Per municipality: residents and all others',
    'fences-missing': 'There are no figures per municipality.',
    'fences-quota':
      'A fence does little in the long run while the share with priority is smaller than the share that residents get without it: they then use the priority for homes they would have got anyway.',
    municipality: 'municipality',
    'residents-chance': 'chance of a home',
    'residents-homes': 'number of homes',
    'others-homes': 'homes for all others',
    'fair-share': 'Fair share',
    'fair-share-intro':
      '1 means: exactly its own share. There are three keys to that share and they do not give the same answer. So they stand side by side.',
    'fair-share-description':
      'Per municipality or landlord what it got, divided by its share, under {variant}. {rows}. The figures are also in the table.',
    'fair-share-line': '1 = own share',
    'fair-share-reading': 'The ring is now, the dot is with the proposal.',
    'spread-intro':
      'The spread says which part of the lettings would have had to be elsewhere to be in proportion to the stock of homes. 0% is exactly in proportion. Whether that is the aim is for the council to say.',
    'fair-share-missing': 'The ratio to the own share was not measured per municipality.',
    'share-of': 'for whom',
    area: 'The places with a rule of their own',
    'area-intro':
      'These are {homes, number} homes in {complexes, plural, one {one complex} other {# complexes}}. Who no longer comes here and gets no fewer homes in the region as a whole ended up elsewhere.',
    'area-table':
      'Lettings in {years, plural, one {one year} other {# years}}: here and in the region as a whole',
    'area-here': 'here',
    'area-region': 'in the whole region',
    'area-seen': 'Can anything be seen of it?',
    'area-seen-says':
      'Suppose there are {reports} reports of nuisance per complex a year (an example to reckon with). To tell a drop of 30% from chance with 80% certainty then takes {large} complex-years with the rule and as many without. For a drop of 10% it takes {small}. Here there are {there}.',
    work: 'Work and cost',
    'work-intro': 'What carrying out the rules asks of landlords and municipalities.',
    unknown: 'What we do not know',
    'unknown-synthetic':
      'Figures: {synthetic} of the {total} figures about this region are made up. The direction of a difference then says more than its size.',
    'unknown-sourced': 'Figures: all {total} figures about this region have a source.',
    'unknown-own':
      'Own tables: counts come from {tables}. The rest, such as how people choose, comes from the file of the region.',
    'unknown-own-table': '{name} ({rows, plural, one {one row} other {# rows}})',
    'unknown-part':
      'Size: the region was made smaller, with {percent, number}% of the homes and the people. Numbers are as much smaller than in reality, and margins larger.',
    'unknown-part-responses':
      'Responses: in a region this small a home gets fewer responses than in reality, even when everybody responds. From {percent, number, ::.0}% of the size that is not so.',
    'unknown-behaviour':
      'Behaviour: how people choose and refuse is an assumption. {count, plural, =0 {All numbers were calibrated to figures.} one {# number was} other {# numbers were}}{count, plural, =0 {} other { not calibrated to real figures.}}',
    'unknown-constant':
      'Rules: the rules of {on, date, day} hold {years, plural, one {throughout} other {for all # years}}. In reality the law, the rents and the amounts change every year.',
    'unknown-out': 'Left out:',
    'unknown-out-list':
      'people who do not register; moving to an owned or privately rented home because of the rule itself; help from family, care and guidance; how neighbours get on; new homes that are or are not built because of the rule',
    'unknown-missing': 'Not measured in this comparison: {measures}.',
    'unknown-invented': 'Chosen without a source, in {variants}: {what}',
    'unknown-people':
      'People: a mean says nothing about one household. Who exactly gains or loses is not in this report.',
    method: 'How this was calculated',
    'method-same':
      'All rules got the same region, the same people, the same homes and the same luck (common random numbers). The difference was taken per replication and then averaged (paired). So a difference comes from the rules and not from the draw. The ranking comes from the same code with which verdeelsleutel makes a real ranking.',
    'method-run':
      'Each replication begins with {warmUp, plural, =0 {no warm-up} one {one year of warm-up that is not counted} other {# years of warm-up that are not counted}}. After that {years, plural, one {one year is} other {# years are}} counted. There are {replications, plural, one {one replication} other {# replications}}, with {seed} as the seed of chance.',
    'method-interval':
      'The margin is the 95% confidence interval of the mean over the replications (Student’s t). A difference is called certain when the margin of the paired difference leaves out 0. The margin of a value ends where that value cannot be: below 0, and for a share above 100%. The margin covers only chance in the simulation, not errors in figures or assumptions.',
    'method-many':
      'This comparison holds {count, plural, one {one difference} other {# differences}} with a margin. Even if nothing changes, about 1 in 20 differences is still called certain. No correction was made for that number. So look at the pattern and the size, not at one line.',
    'method-groups':
      'Somebody can be in more than one group. A group without people is empty, not zero. A mean counts only replications in which there was something to count.',
    'method-steady':
      'Registration time and search time are about those who got a home. Those who still search or gave up are not in them. The success chance and the waiting time do count them (Kaplan-Meier). Read them together.',
    definitions: 'Definitions',
    'definitions-intro': 'The code is the name of the measure in the dictionary of verdeelsleutel.',
    definition: 'what was counted',
    'definition-missing': 'see the dictionary',
    unit: 'unit',
    behaviour: 'Assumptions about behaviour',
    'behaviour-intro':
      "Every assumption is a number in the region's file. The range is what is plausible as well.",
    'behaviour-part':
      'In the smaller region only the chance to respond was raised in proportion, so that a home gets as many responses.',
    'behaviour-none': 'All numbers about behaviour were calibrated.',
    parameter: 'number',
    value: 'value',
    plausible: 'plausible',
    origin: 'origin',
    calibrated: 'calibrated',
    invented: 'made up',
    'not-given': 'not given',
    repeat: 'How to repeat this',
    'repeat-intro':
      'Anyone can check this outcome. With the same version, this command gives the same figures:',
    'repeat-check':
      'Then compare the fingerprints. If one differs, other rules or figures were used.',
    variant: 'rules',
    settings: 'changes',
    'no-settings': 'none',
    fingerprint: 'fingerprint (SHA-256)',
    'the-region': 'The region: {region}',
    seed: 'Seed of chance',
    version: 'Version of verdeelsleutel',
    'rules-of': 'Day of the rules',
    footer: 'Made with verdeelsleutel {version}. All people in a simulation are invented.',
  },
}

/** Speaks the report. */
export function sayReport(language: Language): Say<ReportText> {
  return speak(reportTexts, language)
}
