/** What the pages about chances say (kansen): two answers about time, never mixed up, with what they leave out. */
import type { Texts } from './language.ts'

const nl = {
  title: 'Kansen in {place}',
  lead: 'Hoe lang zochten mensen, en wie kreeg een woning? Dit is geteld uit wat er in deze regio gebeurde. Het is geen belofte.',
  municipality: 'Gemeente',
  neighbourhood: 'Wijk',
  type: 'Soort woning',
  region: 'Hele regio',
  'all-there': 'Alle wijken',
  'all-types': 'Alle soorten',
  show: 'Tonen',
  'not-counted': 'Hier is nog niets geteld. De cijfers worden elke nacht gemaakt.',
  'no-such':
    'Van deze soort woning is hier niets verhuurd en op gereageerd. Kies een ruimer gebied of een andere soort.',
  'no-such-neighbourhood':
    'Van deze wijk is niets geteld: er is niets verhuurd en op gereageerd. Kies een andere wijk of een ruimer gebied.',
  'place-odd': 'Deze gemeente hoort niet bij de regio. Kies er een uit de lijst, of de hele regio.',
  'wait-title': 'Hoe lang duurde zoeken?',
  'wait-known':
    'Van wie een woning kreeg, had 80 van de 100 die tussen {low} en {high} na de eerste reactie. Bij de helft duurde het korter dan {middle}.',
  'wait-housed':
    'Van de 100 die begonnen te zoeken, kregen er zo ver wij konden zien {housed} een woning, en hielden er {left} op.',
  'wait-too-wide':
    'Dat weten wij niet goed genoeg: de tijden liggen verder dan tien jaar uit elkaar.',
  'wait-not-followed':
    'Dat weten wij nog niet. Wij zien reacties sinds {since, date, day}, en daarvan hebben nog te weinig mensen lang genoeg gezocht.',
  'wait-in-one':
    'Van de 100 mensen die begonnen te zoeken, kregen er {share} binnen een jaar een woning.',
  'wait-fast':
    'Van wie een woning krijgt, heeft 10 van de 100 die binnen {low} na de eerste reactie{half, select, none {} other {, en de helft binnen {half}}}. Hoe lang de langzaamsten zoeken, weten wij nog niet.',
  'wait-still':
    'Wij zien reacties sinds {since, date, day}. Veel mensen die daarna begonnen, zoeken nog.',
  'wait-too-few': 'Te weinig om iets eerlijks over te zeggen.',
  'wait-clock':
    'De klok loopt vanaf de eerste reactie op zo’n woning hier, niet vanaf de inschrijving. Wie zoekt of ophield, telt mee.',
  'within-one': 'Binnen een jaar na de eerste reactie een woning',
  'within-two': 'Binnen twee jaar na de eerste reactie een woning',
  percent: '{share} van de 100',
  'taken-title': 'Wie kreeg deze woningen?',
  'taken-known':
    'De middelste helft van wie op inschrijftijd een woning kreeg, stond {low} tot {high} ingeschreven. Dit kijkt terug en voorspelt niets.',
  'taken-same':
    'De middelste helft van wie op inschrijftijd een woning kreeg, stond ongeveer {low} ingeschreven. Dit kijkt terug en voorspelt niets.',
  'all-chances': 'Kansen in de hele regio',
  'taken-too-few': 'Er is te weinig op inschrijftijd verhuurd om iets eerlijks over te zeggen.',
  'taken-clock': 'De klok loopt vanaf de inschrijving. Wie geen woning kreeg, telt niet mee.',
  wider: 'In dit gebied zelf werden minder dan tien woningen verhuurd. Dit is over {area}.',
  'area-municipality': 'de hele gemeente',
  'area-region': 'de hele regio',
  'count-title': 'De aantallen',
  'count-lettings': 'Verhuurd via de lijst in de laatste 24 maanden',
  'count-few': 'minder dan 10',
  'count-lottery': 'Daarvan door loting',
  'count-responses': 'Reacties per verhuurde woning, in het midden',
  'count-searches': 'Mensen die wij volgden vanaf hun eerste reactie',
  about: 'ongeveer {count}',
  none: 'nog niet bekend',
  'how-title': 'Wat er is geteld',
  'how-definition': 'Maat',
  'how-population': 'Wie',
  'how-period': 'Periode',
  'def-wait':
    'P10 tot P90 van search-time: dagen van de eerste reactie tot de verhuring; ophouden is een ander einde (Aalen-Johansen)',
  'pop-wait':
    'iedereen die hier op zo’n woning reageerde en na {from, date, day} begon; een jaar stil is opgehouden',
  'period-wait': '{from, date, day} tot en met {on, date, day}',
  'def-taken':
    'registration-time-p25 en registration-time-p75: van de inschrijving tot de verhuring',
  'pop-taken': 'verhuringen op inschrijftijd, zonder urgentie',
  'period-taken': 'de 24 maanden tot en met {on, date, day}',
  unknown: 'Wat wij niet weten',
  'unknown-more':
    'Hoeveel woningen er komen. Of u reageert zoals anderen deden. Of de regels gelijk blijven. Woningen die zonder advertentie zijn verhuurd, zijn niet geteld. Wie alleen op veel gevraagde woningen reageert, zoekt langer.',
  mine: 'Mijn kans, met mensen zoals ik',
  'mine-title': 'Mijn kans',
  'mine-lead':
    'Zo ging het met mensen zoals u: {situation, select, starter {nog geen eigen woning} restarter {weer zonder eigen woning} onwardmover {nu een eigen woning} other {zonder bekende situatie}}, {size, plural, =1 {alleen} =2 {met twee personen} other {met drie of meer personen}}. Het is geen voorspelling over u.',
  'mine-none': 'Van mensen zoals u is nog te weinig geteld. Kijk bij de kansen van de hele regio.',
  'mine-public': 'Kansen per gemeente, wijk en soort woning',
  'mine-here': 'In {place}',
  'mine-wishes': 'Zoekt u op meer plaatsen? Verander uw woonwensen, dan staan die hier ook.',
  'mine-wishes-link': 'Mijn woonwensen',
  as: 'Stand van {on, date, weekday}.',
  'years-months':
    '{years, plural, =0 {} one {# jaar} other {# jaar}}{both, select, yes { en } other {}}{months, plural, =0 {} one {# maand} other {# maanden}}',
  'no-time': 'minder dan een maand',
} as const

export const chanceTexts: Texts<keyof typeof nl> = {
  nl,
  en: {
    title: 'Chances in {place}',
    lead: 'How long did people search, and who got a home? This is counted from what happened in this region. It is no promise.',
    municipality: 'Municipality',
    neighbourhood: 'Neighbourhood',
    type: 'Type of home',
    region: 'Whole region',
    'all-there': 'All neighbourhoods',
    'all-types': 'All types',
    show: 'Show',
    'not-counted': 'Nothing was counted here yet. The figures are made every night.',
    'no-such':
      'No home of this type was let or responded to here. Choose a wider area or another type.',
    'no-such-neighbourhood':
      'Nothing was counted of this neighbourhood: no home was let or responded to. Choose another one or a wider area.',
    'place-odd':
      'This municipality is not in the region. Choose one from the list, or the whole region.',
    'wait-title': 'How long did searching take?',
    'wait-known':
      'Of those who got a home, 80 in 100 had it between {low} and {high} after the first response. For half it took less than {middle}.',
    'wait-housed':
      'Of 100 who began to search, as far as we could see {housed} got a home and {left} stopped.',
    'wait-too-wide': 'We do not know it well enough: the times lie more than ten years apart.',
    'wait-not-followed':
      'We do not know yet. We see responses since {since, date, day}, and too few people of those have searched for long enough.',
    'wait-in-one': 'Of 100 people who began to search, {share} got a home within a year.',
    'wait-fast':
      'Of those who will get a home, 10 in 100 have it within {low} of the first response{half, select, none {} other {, and half of them within {half}}}. How long the slowest search, we do not know yet.',
    'wait-still':
      'We see responses since {since, date, day}. Many who began after that still search.',
    'wait-too-few': 'Too little to say anything fair.',
    'wait-clock':
      'The clock runs from the first response to such a home here, not from registration. Who still searches or stopped counts too.',
    'within-one': 'A home within a year of the first response',
    'within-two': 'A home within two years of the first response',
    percent: '{share} in 100',
    'taken-title': 'Who got these homes?',
    'taken-known':
      'The middle half of those who got a home by registration time had been registered for {low} to {high}. This looks back and forecasts nothing.',
    'taken-same':
      'The middle half of those who got a home by registration time had been registered for about {low}. This looks back and forecasts nothing.',
    'all-chances': 'Chances in the whole region',
    'taken-too-few': 'Too few homes were let by registration time to say anything fair.',
    'taken-clock': 'The clock runs from registration. Who got no home does not count.',
    wider: 'In this area itself fewer than ten homes were let. This is about {area}.',
    'area-municipality': 'the whole municipality',
    'area-region': 'the whole region',
    'count-title': 'The numbers',
    'count-lettings': 'Let through the list in the last 24 months',
    'count-few': 'fewer than 10',
    'count-lottery': 'Of these by lottery',
    'count-responses': 'Responses per home let, in the middle',
    'count-searches': 'People we followed from their first response',
    about: 'about {count}',
    none: 'not known yet',
    'how-title': 'What was counted',
    'how-definition': 'Measure',
    'how-population': 'Who',
    'how-period': 'Period',
    'def-wait':
      'P10 to P90 of search-time: days from the first response to the letting; stopping is another end (Aalen-Johansen)',
    'pop-wait':
      'everybody who responded to such a home here and began after {from, date, day}; silent for a year is stopped',
    'period-wait': '{from, date, day} to {on, date, day}',
    'def-taken': 'registration-time-p25 and registration-time-p75: from registration to letting',
    'pop-taken': 'lettings by registration time, without urgency',
    'period-taken': 'the 24 months to {on, date, day}',
    unknown: 'What we do not know',
    'unknown-more':
      'How many homes will come. Whether you respond as others did. Whether the rules stay the same. Homes let without an advert are not counted. Who responds only to homes that many want, searches longer.',
    mine: 'My chance, with people like me',
    'mine-title': 'My chance',
    'mine-lead':
      'So it went with people like you: {situation, select, starter {no home of their own yet} restarter {without a home of their own again} onwardmover {a home of their own now} other {situation not known}}, {size, plural, =1 {alone} =2 {with two persons} other {with three or more persons}}. It is no forecast about you.',
    'mine-none':
      'Too little was counted of people like you. Look at the chances of the whole region.',
    'mine-public': 'Chances per municipality, neighbourhood and type of home',
    'mine-here': 'In {place}',
    'mine-wishes': 'Do you search in more places? Change your wishes, and they stand here too.',
    'mine-wishes-link': 'My wishes',
    as: 'As of {on, date, weekday}.',
    'years-months':
      '{years, plural, =0 {} one {# year} other {# years}}{both, select, yes { and } other {}}{months, plural, =0 {} one {# month} other {# months}}',
    'no-time': 'less than a month',
  },
}
