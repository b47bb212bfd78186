/**
 * The words of the dictionary of measures (begrippenlijst): the name of every figure, what it counts in one
 * sentence, and the trap it sets for who reads it. Wherever a figure is shown, these are its words.
 */
import type { MeasureId, MeasureUnit } from '../core/oversight/definitions.ts'
import {
  type AgeBand,
  familyOf,
  type GroupFamily,
  type IncomeBand,
  memberOf,
  type NamedGroup,
  type RegisteredBand,
  type SizeBand,
} from '../core/oversight/groups.ts'
import type { GroupId } from '../core/oversight/record.ts'
import { wordOfValue } from './catalogue.ts'
import { formatAmount, formatMessage, type Language, type Words } from './language.ts'

export type Explained = {
  readonly name: Words
  /** What is counted, in one sentence. */
  readonly definition: Words
  /** How it misleads. */
  readonly trap: Words
}

const survivors = {
  nl: 'Dit gaat alleen over wie een woning kreeg; wie nog wacht of opgaf, telt niet mee.',
  en: 'This is only about those who got a home; who still waits or gave up is not counted.',
}
const servedOnly = {
  nl: 'Weigeren wordt geteld bij wie de woning ten slotte nam, niet bij wie weigerde.',
  en: 'Refusals are counted with who took the home in the end, not with who refused.',
}
const regularTrap = {
  nl: 'Vier definities geven vier percentages; noem altijd welke u gebruikt.',
  en: 'Four definitions give four percentages; always say which one you use.',
}
const notOneByOne = {
  nl: 'De norm geldt per verhuurder en over alle verhuringen; één verhuring daarbuiten mag.',
  en: 'The norm is for each landlord and all its lettings; a single one outside it is allowed.',
}
const smallNumbers = {
  nl: 'Bij weinig verhuringen wijkt de verdeling ook door toeval af.',
  en: 'With few lettings the distribution differs by chance too.',
}
const counterfactual = {
  nl: 'Dit vergelijkt met dezelfde reacties zonder voorrang; zonder voorrang reageren mensen anders.',
  en: 'This compares with the same responses without priority; without it people respond differently.',
}
const gainsAndLosses = {
  nl: 'Wat de ene groep wint, verliest de andere; kijk altijd naar beide.',
  en: 'What one group gains, another loses; always look at both.',
}
const onlyWork = {
  nl: 'De minuten per stap zijn ingevuld en niet gemeten; het werk van woningzoekenden telt niet mee.',
  en: 'The minutes per step were filled in and not measured; the work of seekers is not counted.',
}
const labelTrap = {
  nl: 'Een label helpt de een en sluit de ander uit; het aantal zegt niet voor wie.',
  en: 'A label helps one and shuts out another; the number does not say whom.',
}

export const measureWords: Readonly<Record<MeasureId, Explained>> = {
  lettings: {
    name: { nl: 'verhuringen', en: 'lettings' },
    definition: {
      nl: 'Het aantal woningen dat aan deze groep is verhuurd.',
      en: 'The number of homes that were let to this group.',
    },
    trap: {
      nl: 'Een kwartaal dat nog loopt, lijkt een daling.',
      en: 'A quarter that is not over yet looks like a drop.',
    },
  },
  'share-of-lettings': {
    name: { nl: 'aandeel in de verhuringen', en: 'share of the lettings' },
    definition: {
      nl: 'Het deel van alle verhuringen dat naar deze groep ging.',
      en: 'The part of all lettings that went to this group.',
    },
    trap: {
      nl: 'Iemand kan in meer groepen vallen, dus de aandelen tellen niet op tot 100%.',
      en: 'Somebody can be in several groups, so the shares do not add up to 100%.',
    },
  },
  'success-chance': {
    name: { nl: 'slaagkans', en: 'success chance' },
    definition: {
      nl: 'Het deel van de actieve woningzoekenden dat in de periode een woning kreeg.',
      en: 'The part of the active seekers who got a home in the period.',
    },
    trap: {
      nl: 'Als reageren wordt beloond, daalt de slaagkans terwijl er geen woning minder is.',
      en: 'When responding is rewarded the chance falls, although there is not one home less.',
    },
  },
  'housed-within-1-year': {
    name: { nl: 'binnen een jaar een woning', en: 'housed within a year' },
    definition: {
      nl: 'Van wie begon te zoeken: het deel dat binnen een jaar na de eerste reactie een woning kreeg.',
      en: 'Of those who began to search: the part housed within a year of the first response.',
    },
    trap: {
      nl: 'Wie opgaf, telt als niet gelukt, ook als het later wel gelukt zou zijn.',
      en: 'Who gave up counts as not housed, even if it would have worked out later.',
    },
  },
  'housed-within-2-years': {
    name: { nl: 'binnen twee jaar een woning', en: 'housed within two years' },
    definition: {
      nl: 'Van wie begon te zoeken: het deel dat binnen twee jaar na de eerste reactie een woning kreeg.',
      en: 'Of those who began to search: the part housed within two years of the first response.',
    },
    trap: {
      nl: 'Wie opgaf, telt als niet gelukt, ook als het later wel gelukt zou zijn.',
      en: 'Who gave up counts as not housed, even if it would have worked out later.',
    },
  },
  'housed-within-3-years': {
    name: { nl: 'binnen drie jaar een woning', en: 'housed within three years' },
    definition: {
      nl: 'Van wie begon te zoeken: het deel dat binnen drie jaar na de eerste reactie een woning kreeg.',
      en: 'Of those who began to search: the part housed within three years of the first response.',
    },
    trap: {
      nl: 'Dit heeft ruim drie jaar waarneming nodig en loopt dus achter op nieuwe regels.',
      en: 'This takes more than three years of observation, so it lags behind new rules.',
    },
  },
  'registration-time-p25': {
    name: {
      nl: 'inschrijfduur bij verhuring, laagste kwart',
      en: 'registration time, lowest quarter',
    },
    definition: {
      nl: 'Een kwart van wie een woning kreeg, was hoogstens zo lang ingeschreven.',
      en: 'A quarter of those who got a home had been registered for at most so long.',
    },
    trap: survivors,
  },
  'registration-time-p50': {
    name: { nl: 'inschrijfduur bij verhuring, middelste', en: 'registration time, median' },
    definition: {
      nl: 'De helft van wie een woning kreeg, was hoogstens zo lang ingeschreven.',
      en: 'Half of those who got a home had been registered for at most so long.',
    },
    trap: survivors,
  },
  'registration-time-p75': {
    name: {
      nl: 'inschrijfduur bij verhuring, hoogste kwart',
      en: 'registration time, highest quarter',
    },
    definition: {
      nl: 'Een kwart van wie een woning kreeg, was minstens zo lang ingeschreven.',
      en: 'A quarter of those who got a home had been registered for at least so long.',
    },
    trap: survivors,
  },
  'registration-time-mean': {
    name: { nl: 'inschrijfduur bij verhuring, gemiddeld', en: 'registration time, mean' },
    definition: {
      nl: 'De gemiddelde tijd tussen inschrijven en het aannemen van de woning.',
      en: 'The mean time between registering and accepting the home.',
    },
    trap: {
      nl: 'Een paar heel lange inschrijvingen en loting trekken het gemiddelde scheef.',
      en: 'A few very long registrations, and lotteries, distort the mean.',
    },
  },
  'search-time-p25': {
    name: { nl: 'zoekduur bij verhuring, laagste kwart', en: 'search time, lowest quarter' },
    definition: {
      nl: 'Een kwart van wie een woning kreeg, zocht hoogstens zo lang sinds de eerste reactie.',
      en: 'A quarter of those who got a home had searched for at most so long since the first response.',
    },
    trap: survivors,
  },
  'search-time-p50': {
    name: { nl: 'zoekduur bij verhuring, middelste', en: 'search time, median' },
    definition: {
      nl: 'De helft van wie een woning kreeg, zocht hoogstens zo lang sinds de eerste reactie.',
      en: 'Half of those who got a home had searched for at most so long since the first response.',
    },
    trap: survivors,
  },
  'search-time-p75': {
    name: { nl: 'zoekduur bij verhuring, hoogste kwart', en: 'search time, highest quarter' },
    definition: {
      nl: 'Een kwart van wie een woning kreeg, zocht minstens zo lang sinds de eerste reactie.',
      en: 'A quarter of those who got a home had searched for at least so long since the first response.',
    },
    trap: survivors,
  },
  'waiting-time-p50': {
    name: { nl: 'wachttijd van wie zoekt', en: 'waiting time of those who search' },
    definition: {
      nl: 'De tijd sinds de eerste reactie waarna de helft van wie blijft zoeken een woning heeft.',
      en: 'The time since the first response after which half of those who keep searching are housed.',
    },
    trap: {
      nl: 'Wie opgeeft, telt mee tot die dag; wie opgeeft had misschien langer moeten wachten.',
      en: 'Who gives up counts until that day; they might have had to wait longer than others.',
    },
  },
  'waiting-number': {
    name: { nl: 'wie nog zoekt', en: 'still searching' },
    definition: {
      nl: 'Het aantal woningzoekenden dat aan het einde van de periode nog zoekt.',
      en: 'The number of seekers who are still searching at the end of the period.',
    },
    trap: {
      nl: 'Andere regels veranderen wie er wacht, bijna nooit hoeveel er wachten.',
      en: 'Other rules change who waits, and hardly ever how many wait.',
    },
  },
  'responses-per-home': {
    name: { nl: 'reacties per woning', en: 'responses per home' },
    definition: {
      nl: 'Het gemiddelde aantal reacties op een woning in een advertentie.',
      en: 'The mean number of responses to an advertised home.',
    },
    trap: {
      nl: 'Wie op alles reageert, maakt dit hoog; het zijn niet zoveel mensen.',
      en: 'People who respond to everything raise this; it is not as many persons.',
    },
  },
  'seekers-per-home': {
    name: { nl: 'marktdruk', en: 'seekers per home' },
    definition: {
      nl: 'Het aantal mensen dat reageerde, per verhuurde woning.',
      en: 'The number of people who responded, per home that was let.',
    },
    trap: {
      nl: 'Hoe langer de periode, hoe lager dit wordt; vergelijk alleen gelijke perioden.',
      en: 'The longer the period, the lower this gets; compare equal periods only.',
    },
  },
  'offers-per-letting': {
    name: { nl: 'aanbiedingen per verhuring', en: 'offers per letting' },
    definition: {
      nl: 'Het gemiddelde aantal keren dat een woning werd aangeboden voor iemand haar nam.',
      en: 'The mean number of times a home was offered before somebody took it.',
    },
    trap: servedOnly,
  },
  'refusal-rate': {
    name: { nl: 'weigeringsgraad', en: 'refusal rate' },
    definition: {
      nl: 'Het deel van de aanbiedingen dat is geweigerd.',
      en: 'The part of the offers that were refused.',
    },
    trap: {
      nl: 'Geen antwoord is geen weigering, en een fout in de advertentie is een goede reden.',
      en: 'No answer is no refusal, and a mistake in the listing is a good reason.',
    },
  },
  'vacant-days': {
    name: { nl: 'leegstand door verdeling', en: 'days vacant' },
    definition: {
      nl: 'Het gemiddelde aantal dagen tussen het vrijkomen van een woning en het aannemen ervan.',
      en: 'The mean number of days between a home becoming free and its being accepted.',
    },
    trap: {
      nl: 'Snel verhuren is niet hetzelfde als goed verhuren.',
      en: 'To let fast is not the same as to let well.',
    },
  },
  'share-mediated': {
    name: { nl: 'aandeel bemiddeld', en: 'share mediated' },
    definition: {
      nl: 'Het deel van de verhuringen dat via bemiddeling ging.',
      en: 'The part of the lettings that went by mediation.',
    },
    trap: {
      nl: 'Bemiddeld is niet hetzelfde als aandachtsgroep, en geadverteerd niet als regulier.',
      en: 'Mediated is not the same as vulnerable, nor advertised the same as regular.',
    },
  },
  'share-tailored': {
    name: { nl: 'aandeel maatwerk', en: 'share tailored' },
    definition: {
      nl: 'Het deel van de verhuringen dat op maat aan één huishouden is toegewezen.',
      en: 'The part of the lettings that were tailored to one household.',
    },
    trap: {
      nl: 'Wat maatwerk heet, verschilt per verhuurder.',
      en: 'What is called tailored differs between landlords.',
    },
  },
  'share-regular-d1': {
    name: { nl: 'aandeel regulier (D1: geen urgentie)', en: 'share regular (D1: no urgency)' },
    definition: {
      nl: 'Het deel van de verhuringen aan mensen zonder urgentie, Wmo-indicatie of maatwerk.',
      en: 'The part of the lettings to people without urgency or Wmo indication, not tailored.',
    },
    trap: regularTrap,
  },
  'share-regular-d2': {
    name: {
      nl: 'aandeel regulier (D2: geen urgentie, geen doelgroep)',
      en: 'share regular (D2: no urgency, no target group)',
    },
    definition: {
      nl: 'Het deel van de verhuringen zonder urgentie, doelgroep, Wmo-indicatie of maatwerk.',
      en: 'The part of the lettings without urgency, target group or Wmo indication, not tailored.',
    },
    trap: regularTrap,
  },
  'share-regular-d3': {
    name: {
      nl: 'aandeel regulier (D3: geen doelgroep)',
      en: 'share regular (D3: no target group)',
    },
    definition: {
      nl: 'Het deel van de verhuringen aan wie in geen doelgroep valt, en niet wegens herstructurering of Wmo.',
      en: 'The part of the lettings to people in no target group, and not for renewal or Wmo.',
    },
    trap: {
      nl: 'Hier tellen ook mensen met urgentie als regulier, zolang zij in geen doelgroep vallen.',
      en: 'People with urgency count as regular here too, as long as they are in no target group.',
    },
  },
  'share-regular-d4': {
    name: {
      nl: 'aandeel regulier (D4: geen urgentie, geen vergunninghouder)',
      en: 'share regular (D4: no urgency, no permit holder)',
    },
    definition: {
      nl: 'Het deel zonder urgentie, Wmo-indicatie of maatwerk, en niet aan vergunninghouders.',
      en: 'The part without urgency or Wmo indication, not tailored, and not to permit holders.',
    },
    trap: regularTrap,
  },
  'rent-fit-share': {
    name: { nl: 'passend toegewezen', en: 'rents that fit' },
    definition: {
      nl: 'Van de verhuringen aan lage inkomens: het deel met een huur tot de aftoppingsgrens.',
      en: 'Of the lettings to low incomes: the part with a rent up to the cap.',
    },
    trap: notOneByOne,
  },
  'low-income-within-cap': {
    name: { nl: 'lage inkomens onder de grens', en: 'low incomes within the cap' },
    definition: {
      nl: 'Het aantal verhuringen aan lage inkomens met een huur tot de aftoppingsgrens.',
      en: 'The number of lettings to low incomes with a rent up to the cap.',
    },
    trap: {
      nl: 'Dit is geen bedrag aan huurtoeslag; dat hangt af van meer dan huur en inkomen.',
      en: 'This is no amount of rent allowance; that depends on more than rent and income.',
    },
  },
  'low-income-above-cap': {
    name: { nl: 'lage inkomens boven de grens', en: 'low incomes above the cap' },
    definition: {
      nl: 'Het aantal verhuringen aan lage inkomens met een huur boven de aftoppingsgrens.',
      en: 'The number of lettings to low incomes with a rent above the cap.',
    },
    trap: {
      nl: 'Dit is geen bedrag aan huurtoeslag; dat hangt af van meer dan huur en inkomen.',
      en: 'This is no amount of rent allowance; that depends on more than rent and income.',
    },
  },
  'target-group-share': {
    name: { nl: 'aandeel inkomensdoelgroep', en: 'share to the income target group' },
    definition: {
      nl: 'Van de sociale verhuringen: het deel aan de inkomensdoelgroep.',
      en: 'Of the social lettings: the part to the income target group.',
    },
    trap: notOneByOne,
  },
  'dissimilarity-municipalities': {
    name: { nl: 'spreiding over gemeenten', en: 'distribution over municipalities' },
    definition: {
      nl: 'Het deel van de verhuringen dat in een andere gemeente zou moeten staan om de voorraad te volgen.',
      en: 'The part of the lettings that would have to be in another municipality to follow the stock.',
    },
    trap: smallNumbers,
  },
  'dissimilarity-landlords': {
    name: { nl: 'spreiding over verhuurders', en: 'distribution over landlords' },
    definition: {
      nl: 'Het deel van de verhuringen dat bij een andere verhuurder zou moeten zijn om de voorraad te volgen.',
      en: 'The part of the lettings that would have to be with another landlord to follow the stock.',
    },
    trap: smallNumbers,
  },
  'homes-freed-per-letting': {
    name: { nl: 'doorstroming', en: 'homes freed per letting' },
    definition: {
      nl: 'Het deel van de verhuringen waarna in de regio een sociale huurwoning vrijkomt.',
      en: 'The part of the lettings after which a social rented home in the region becomes free.',
    },
    trap: {
      nl: 'Woningen buiten de regio en koopwoningen komen ook vrij, maar tellen hier niet.',
      en: 'Homes outside the region and owned homes become free too, but are not counted.',
    },
  },
  'lettings-per-new-home': {
    name: { nl: 'lengte van de verhuisketen', en: 'length of the moving chain' },
    definition: {
      nl: 'Het aantal verhuringen dat op één nieuwe woning volgt, die woning meegeteld.',
      en: 'The number of lettings that one new home brings about, that home included.',
    },
    trap: {
      nl: 'Langs de keten daalt de kans dat er een woning vrijkomt; dit rekent met één gemiddelde kans.',
      en: 'Along the chain the chance that a home becomes free falls; this counts with one mean chance.',
    },
  },
  'displaced-share': {
    name: { nl: 'verdringing', en: 'displacement' },
    definition: {
      nl: 'Het deel van de verhuringen dat zonder voorrang naar iemand anders was gegaan.',
      en: 'The part of the lettings that would have gone to somebody else without priority.',
    },
    trap: counterfactual,
  },
  'homes-gained': {
    name: { nl: 'door voorrang gekregen woningen', en: 'homes gained by priority' },
    definition: {
      nl: 'Het aantal woningen dat deze groep kreeg en zonder voorrang naar een andere groep was gegaan.',
      en: 'The number of homes this group got that would have gone to another group without priority.',
    },
    trap: gainsAndLosses,
  },
  'homes-lost': {
    name: { nl: 'door voorrang misgelopen woningen', en: 'homes lost to priority' },
    definition: {
      nl: 'Het aantal woningen dat zonder voorrang naar deze groep was gegaan en nu naar een andere ging.',
      en: 'The number of homes that would have gone to this group without priority and went to another.',
    },
    trap: gainsAndLosses,
  },
  'letters-per-letting': {
    name: { nl: 'motivatiebrieven per verhuring', en: 'letters of motivation per letting' },
    definition: {
      nl: 'Het gemiddelde aantal motivatiebrieven dat moet worden gelezen.',
      en: 'The mean number of letters of motivation that must be read.',
    },
    trap: {
      nl: 'Iedere brief is één keer geteld; wie met twee lezers werkt, leest het dubbele.',
      en: 'Each letter is counted once; with two readers the reading doubles.',
    },
  },
  'checks-per-letting': {
    name: { nl: 'controles per verhuring', en: 'checks per letting' },
    definition: {
      nl: 'Het gemiddelde aantal controles van inkomen en papieren, één bij iedere aanbieding.',
      en: 'The mean number of checks of income and papers, one with every offer.',
    },
    trap: {
      nl: 'Wie vooraf controleert, controleert meer mensen dan hier geteld zijn.',
      en: 'Who checks beforehand checks more people than are counted here.',
    },
  },
  'work-minutes-per-letting': {
    name: { nl: 'werk per verhuring', en: 'work per letting' },
    definition: {
      nl: 'De minuten werk die de stappen van een verhuring samen kosten.',
      en: 'The minutes of work that the steps of a letting take together.',
    },
    trap: onlyWork,
  },
  'work-cents-per-letting': {
    name: { nl: 'kosten van uitvoering per verhuring', en: 'cost of carrying out per letting' },
    definition: {
      nl: 'Wat het werk aan een verhuring kost, tegen het ingevulde uurtarief.',
      en: 'What the work on a letting costs, at the hourly rate that was filled in.',
    },
    trap: onlyWork,
  },
  'match-value': {
    name: { nl: 'hoe goed de woning past', en: 'how well the home suits' },
    definition: {
      nl: 'Hoe goed woning en bewoner gemiddeld bij elkaar passen; 0 is een woning als alle andere.',
      en: 'How well home and tenant suit each other on average; 0 is a home like any other.',
    },
    trap: {
      nl: 'De eenheid komt uit het gedrag van het model; alleen het verschil tussen regels zegt iets.',
      en: 'The unit comes from the behaviour in the model; only differences between rules say something.',
    },
  },
  'share-without-label': {
    name: { nl: 'aandeel zonder label', en: 'share without a label' },
    definition: {
      nl: 'Het deel van de verhuurde woningen zonder label voor een groep.',
      en: 'The part of the homes let that have no label for a group.',
    },
    trap: labelTrap,
  },
  'share-one-label': {
    name: { nl: 'aandeel met één label', en: 'share with one label' },
    definition: {
      nl: 'Het deel van de verhuurde woningen met één label voor een groep.',
      en: 'The part of the homes let that have one label for a group.',
    },
    trap: labelTrap,
  },
  'share-more-labels': {
    name: { nl: 'aandeel met meer labels', en: 'share with more labels' },
    definition: {
      nl: 'Het deel van de verhuurde woningen met twee of meer labels.',
      en: 'The part of the homes let that have two or more labels.',
    },
    trap: labelTrap,
  },
}

export const familyWords: Readonly<Record<GroupFamily, Explained>> = {
  all: {
    name: { nl: 'iedereen', en: 'everybody' },
    definition: {
      nl: 'Alle verhuringen of alle woningzoekenden samen.',
      en: 'All lettings or all seekers together.',
    },
    trap: {
      nl: 'Een gemiddelde over iedereen verbergt wie wint en wie verliest.',
      en: 'A mean over everybody hides who gains and who loses.',
    },
  },
  regular: {
    name: { nl: 'reguliere woningzoekenden', en: 'regular seekers' },
    definition: {
      nl: 'Mensen zonder urgentie, doelgroep of maatwerk, tenzij er een andere definitie bij staat.',
      en: 'People without urgency, target group or tailoring, unless another definition is named.',
    },
    trap: regularTrap,
  },
  urgency: {
    name: { nl: 'mensen met urgentie', en: 'people with urgency' },
    definition: {
      nl: 'Mensen met een urgentieverklaring, samen en per urgentiegrond.',
      en: 'People with an urgency declaration, together and by ground.',
    },
    trap: {
      nl: 'Urgentie is één soort voorrang; iemand kan ook op andere wijze voorrang hebben.',
      en: 'Urgency is one kind of priority; somebody may have priority in another way.',
    },
  },
  'target-group': {
    name: { nl: 'doelgroepen', en: 'target groups' },
    definition: {
      nl: 'Mensen die in een doelgroep van het beleid vallen.',
      en: 'People who are in a target group of the policy.',
    },
    trap: {
      nl: 'Doelgroep en urgentie zijn twee dingen: iemand kan beide hebben, of geen van beide.',
      en: 'Target group and urgency are two things: somebody may have both, or neither.',
    },
  },
  locality: {
    name: { nl: 'uit de gemeente of van elders', en: 'from the municipality or elsewhere' },
    definition: {
      nl: 'Of iemand al woonde in de gemeente van de woning.',
      en: 'Whether somebody already lived in the municipality of the home.',
    },
    trap: {
      nl: 'Dit is pas bekend bij een woning; over wie zoekt zegt het niets.',
      en: 'This is only known with a home; it says nothing about those who search.',
    },
  },
  registered: {
    name: { nl: 'hoelang ingeschreven', en: 'how long registered' },
    definition: {
      nl: 'Hele jaren sinds de inschrijving: op de dag van de verhuring, of anders de laatste dag van het zoeken.',
      en: 'Whole years since registration: on the day of the letting, or else the last day of the search.',
    },
    trap: {
      nl: 'Wie wacht, schuift op naar de volgende groep: het zijn niet elk jaar dezelfde mensen.',
      en: 'Who waits moves on to the next group: they are not the same people every year.',
    },
  },
  age: {
    name: { nl: 'leeftijd', en: 'age' },
    definition: {
      nl: 'De leeftijd van de aanvrager.',
      en: 'The age of the applicant.',
    },
    trap: {
      nl: 'Oudere mensen zijn vaak langer ingeschreven, dus leeftijd en wachttijd hangen samen.',
      en: 'Older people have often been registered longer, so age and time go together.',
    },
  },
  size: {
    name: { nl: 'grootte van het huishouden', en: 'size of the household' },
    definition: {
      nl: 'Het aantal mensen in het huishouden.',
      en: 'The number of people in the household.',
    },
    trap: {
      nl: 'Grote huishoudens kunnen maar naar een deel van de woningen.',
      en: 'Large households can only take part of the homes.',
    },
  },
  income: {
    name: { nl: 'inkomen', en: 'income' },
    definition: {
      nl: 'Het inkomen van het huishouden naast de grenzen die op die dag golden.',
      en: 'The income of the household against the limits that held on that day.',
    },
    trap: {
      nl: 'De grenzen gaan ieder jaar omhoog, dus de groepen zijn elk jaar andere mensen.',
      en: 'The limits rise every year, so each year the groups are other people.',
    },
  },
  situation: {
    name: { nl: 'waar iemand vandaan komt', en: 'where somebody comes from' },
    definition: {
      nl: 'Of iemand voor het eerst, opnieuw of vanuit een andere woning zoekt.',
      en: 'Whether somebody searches for a first home, again, or from another home.',
    },
    trap: {
      nl: 'Wie doorstroomt laat soms een woning achter; een starter nooit.',
      en: 'Who moves on sometimes leaves a home behind; a starter never does.',
    },
  },
  origin: {
    name: { nl: 'gemeente van herkomst', en: 'municipality they come from' },
    definition: {
      nl: 'De gemeente waar iemand woonde voor de verhuizing.',
      en: 'The municipality where somebody lived before the move.',
    },
    trap: {
      nl: 'Herkomst is niet waar iemand wil wonen.',
      en: 'Where somebody comes from is not where they want to live.',
    },
  },
}

const namedGroupWords: Readonly<Record<NamedGroup, Words>> = {
  all: { nl: 'iedereen', en: 'everybody' },
  regular: { nl: 'regulier', en: 'regular' },
  urgent: { nl: 'urgent', en: 'urgent' },
  local: { nl: 'uit de gemeente van de woning', en: 'from the municipality of the home' },
  'not-local': { nl: 'van elders', en: 'from elsewhere' },
  starter: { nl: 'starters', en: 'starters' },
  'onward-mover': { nl: 'doorstromers', en: 'onward movers' },
  're-starter': { nl: 'herstarters', en: 're-starters' },
}

const registeredWords: Readonly<Record<RegisteredBand, Words>> = {
  '0-1': { nl: 'korter dan 2 jaar ingeschreven', en: 'registered for less than 2 years' },
  '2-4': { nl: '2 tot 5 jaar ingeschreven', en: 'registered for 2 to 5 years' },
  '5-9': { nl: '5 tot 10 jaar ingeschreven', en: 'registered for 5 to 10 years' },
  '10-plus': { nl: '10 jaar of langer ingeschreven', en: 'registered for 10 years or more' },
}

const ageWords: Readonly<Record<AgeBand, Words>> = {
  '0-17': { nl: 'onder 18 jaar', en: 'under 18' },
  '18-27': { nl: '18 tot en met 27 jaar', en: '18 to 27' },
  '28-44': { nl: '28 tot en met 44 jaar', en: '28 to 44' },
  '45-54': { nl: '45 tot en met 54 jaar', en: '45 to 54' },
  '55-66': { nl: '55 tot en met 66 jaar', en: '55 to 66' },
  '67-plus': { nl: '67 jaar en ouder', en: '67 and over' },
}

const sizeWords: Readonly<Record<SizeBand, Words>> = {
  '1': { nl: '1 persoon', en: '1 person' },
  '2': { nl: '2 personen', en: '2 persons' },
  '3-4': { nl: '3 of 4 personen', en: '3 or 4 persons' },
  '5-plus': { nl: '5 of meer personen', en: '5 or more persons' },
}

const incomeWords: Readonly<Record<IncomeBand, Words>> = {
  low: { nl: 'laag inkomen', en: 'low income' },
  'target-group': {
    nl: 'hoger, binnen de inkomensdoelgroep',
    en: 'higher, within the income target group',
  },
  above: { nl: 'boven de inkomensdoelgroep', en: 'above the income target group' },
}

/** The name of a group as a heading or a label: `urgent: sloop of renovatie`. */
export function groupName(group: GroupId, language: Language): string {
  const named: Readonly<Record<string, Words>> = namedGroupWords
  return named[group]?.[language] ?? memberName(group, memberOf(group) ?? group, language)
}

function memberName(group: GroupId, member: string, language: Language): string {
  switch (familyOf(group)) {
    case 'urgency':
      return `${namedGroupWords.urgent[language]}: ${wordOfValue('urgency-ground', member, language)}`
    case 'target-group':
      return targetGroupName(member, language)
    case 'registered':
      return listed(registeredWords, member, language)
    case 'age':
      return listed(ageWords, member, language)
    case 'size':
      return listed(sizeWords, member, language)
    case 'income':
      return listed(incomeWords, member, language)
    case 'origin':
      return originName(member, language)
    default:
      return group
  }
}

function listed(
  words: Readonly<Record<string, Words>>,
  member: string,
  language: Language,
): string {
  return words[member]?.[language] ?? member
}

const targetGroupWords: Readonly<Record<string, Words>> = {
  'permit-holder': { nl: 'vergunninghouders', en: 'permit holders' },
}

function targetGroupName(member: string, language: Language): string {
  return targetGroupWords[member]?.[language] ?? wordOfValue('target-group', member, language)
}

function originName(member: string, language: Language): string {
  if (member === 'elsewhere')
    return { nl: 'van buiten de regio', en: 'from outside the region' }[language]
  const place = wordOfValue('lives-in', member, language)
  return { nl: `uit ${place}`, en: `from ${place}` }[language]
}

const figureTexts: Readonly<Record<Exclude<MeasureUnit, 'cents'>, Words>> = {
  share: { nl: '{value, number, ::percent .0}', en: '{value, number, ::percent .0}' },
  years: { nl: '{value, number, ::.0} jaar', en: '{value, number, ::.0} years' },
  days: { nl: '{value, number, ::.0} dagen', en: '{value, number, ::.0} days' },
  homes: { nl: '{value, number, ::.#}', en: '{value, number, ::.#}' },
  seekers: { nl: '{value, number, ::.#}', en: '{value, number, ::.#}' },
  'per-letting': { nl: '{value, number, ::.0}', en: '{value, number, ::.0}' },
  minutes: { nl: '{value, number, ::.0} minuten', en: '{value, number, ::.0} minutes' },
  'match-value': { nl: '{value, number, ::.00}', en: '{value, number, ::.00}' },
}

/** A figure with its unit: `69,3%`, `4,2 jaar`; a dash where there is none. */
export function figureText(value: number | null, unit: MeasureUnit, language: Language): string {
  if (value === null) return '–'
  if (unit === 'cents') return formatAmount(value, language)
  return formatMessage(language, figureTexts[unit][language], { value })
}
