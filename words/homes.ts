/** What the pages about homes say. */
import type { Texts } from './language.ts'

type Text =
  | 'title'
  | 'title-mine'
  | 'municipality'
  | 'any'
  | 'bedrooms-min'
  | 'rent-max'
  | 'how'
  | 'for-me'
  | 'for-me-hint'
  | 'search'
  | 'save-search'
  | 'filter'
  | 'clear'
  | 'none'
  | 'none-mine'
  | 'rent'
  | 'bedrooms'
  | 'area'
  | 'model'
  | 'closes'
  | 'closes-at'
  | 'closed-on'
  | 'state-fits'
  | 'state-not'
  | 'state-unknown'
  | 'state-responded'
  | 'state-wished'
  | 'too-dear'
  | 'respond-not-yours'
  | 'too-dear-more'
  | 'too-dear-link'
  | 'counts-title'
  | 'counts-caption'
  | 'counts-place'
  | 'counts-homes'
  | 'counts-note'
  | 'about'
  | 'fact-rent'
  | 'fact-type'
  | 'fact-bedrooms'
  | 'fact-area'
  | 'fact-segment'
  | 'fact-labels'
  | 'fact-complex'
  | 'fact-landlord'
  | 'fact-how'
  | 'fact-closes'
  | 'fact-closed'
  | 'fact-extended'
  | 'extended'
  | 'conditions'
  | 'conditions-lead'
  | 'order'
  | 'order-lead'
  | 'order-lead-first'
  | 'all-rules'
  | 'can-i'
  | 'can-i-yes'
  | 'can-i-yes-more'
  | 'can-i-no'
  | 'can-i-unknown'
  | 'can-i-log-in'
  | 'can-i-log-in-more'
  | 'can-i-register'
  | 'responded'
  | 'responded-more'
  | 'respond'
  | 'respond-anyway'
  | 'respond-anyway-more'
  | 'respond-title'
  | 'respond-lead'
  | 'respond-consequence'
  | 'respond-button'
  | 'withdraw'
  | 'withdraw-title'
  | 'withdraw-lead'
  | 'withdraw-button'
  | 'back-home'
  | 'to-home'
  | 'closed-title'
  | 'closed-withdrawn-title'
  | 'closed-open'
  | 'closed-drawing'
  | 'closed-closed'
  | 'closed-let'
  | 'closed-in-vain'
  | 'closed-withdrawn'
  | 'others-open'
  | 'see-draw'
  | 'see-result'
  | 'done-responded'
  | 'done-responded-more'
  | 'done-withdrew'
  | 'done-withdrew-more'
  | 'receipt'
  | 'receipt-more'
  | 'receipt-number'
  | 'receipt-at'
  | 'receipt-hash'
  | 'my-responses'
  | 'all-homes'
  | 'no-fee'
  | 'result-title'
  | 'result-lead'
  | 'result-lead-few'
  | 'result-lead-few-placed'
  | 'result-groups'
  | 'result-group'
  | 'result-count'
  | 'result-none'
  | 'result-few'
  | 'result-excluded'
  | 'result-reason'
  | 'result-bands'
  | 'result-band'
  | 'result-bands-few'
  | 'result-band-years'
  | 'result-band-year'
  | 'result-taken'
  | 'result-not-taken'
  | 'result-receipt'
  | 'result-receipt-more'
  | 'unknown-title'
  | 'unknown-result'
  | 'my-place'
  | 'verify'

export const homeTexts: Texts<Text> = {
  nl: {
    title:
      '{count, plural, =0 {Er zijn nu geen woningen die zo passen} one {Er is nu # woning} other {Er zijn nu # woningen}}',
    'title-mine':
      '{count, plural, =0 {Er is nu geen woning die bij u past} one {Er is nu # woning die bij u past} other {Er zijn nu # woningen die bij u passen}}',
    municipality: 'Gemeente',
    any: 'Maakt niet uit',
    'bedrooms-min': 'Slaapkamers, ten minste',
    'rent-max': 'Huur, hoogstens (euro)',
    how: 'Manier van verdelen',
    'for-me': 'Alleen woningen die bij mij passen',
    'for-me-hint': 'Waarvoor u in aanmerking komt, en die bij uw wensen passen.',
    search: 'Zoeken',
    'save-search': 'Bewaar deze zoekopdracht: elke dag één bericht als er iets nieuws is',
    filter: 'Zoek op',
    clear: 'Alle filters weg',
    none: 'Laat een filter weg, of kijk morgen weer. Er komen elke week woningen bij.',
    'none-mine':
      'Zet “past bij mij” uit om te zien waarom de andere niet passen, of maak uw wensen ruimer bij Mijn wensen.',
    rent: '{rent, number, euro} per maand',
    bedrooms: '{count, plural, one {# slaapkamer} other {# slaapkamers}}',
    area: '{area, number} m²',
    model:
      '{model, select, ranked {Op inschrijftijd} lottery {Door loting} option {Met een optie} motivation {Op motivatie} firstcome {Wie het eerst reageert} other {Door bemiddeling}}',
    closes: 'Reageren tot {day, date, weekday} om {time}',
    'closes-at': '{day, date, weekday} om {time}',
    'closed-on': 'Gesloten op {day, date, weekday}',
    'state-fits': 'U kunt meedoen',
    'state-not': 'U kunt niet meedoen',
    'state-unknown': 'Er ontbreekt iets',
    'state-responded': 'U heeft gereageerd',
    'state-wished': 'Past bij uw wensen',
    'respond-not-yours':
      'U mag voor deze persoon niet reageren: dat staat niet in uw machtiging. Zij kunnen het zelf, of u er toestemming voor geven bij “Wie helpt u?”.',
    'too-dear':
      'Let op: deze huur is hoog voor uw inkomen. Passend is hoogstens {cap, number, euro}.',
    'too-dear-more':
      'U mag reageren. Maar een verhuurder mag zo’n huur maar aan heel weinig mensen met een laag inkomen vragen, dus de kans is klein.',
    'too-dear-link': 'Zo wordt dat berekend',
    'counts-title': 'Woningen per gemeente',
    'counts-caption': 'Hoeveel woningen er nu open staan, per gemeente',
    'counts-place': 'Gemeente',
    'counts-homes': 'Woningen',
    'counts-note':
      'De plaats van de vakken volgt ongeveer de kaart. Alleen wat nu open staat, telt.',
    about: 'De woning',
    'fact-rent': 'Huur',
    'fact-type': 'Soort',
    'fact-bedrooms': 'Slaapkamers',
    'fact-area': 'Oppervlakte',
    'fact-segment': 'Segment',
    'fact-labels': 'Label',
    'fact-complex': 'Complex',
    'fact-landlord': 'Verhuurder',
    'fact-how': 'Verdeling',
    'fact-closes': 'Reageren kan tot',
    'fact-closed': 'Reageren kon tot',
    'fact-extended': 'Verlengd',
    extended:
      'Door een storing bij ons kon u een tijd niet reageren. Eerst sloot deze woning op {from}.',
    conditions: 'Wie kan meedoen?',
    'conditions-lead': 'Voor deze woning vragen de regels dit.',
    order: 'Wie gaat voor?',
    'order-lead-first': 'Deze woning is direct te huur: wie het eerst reageert, gaat voor.',
    'order-lead': 'Alle reacties krijgen na de sluiting een plaats. Eerder reageren helpt niet.',
    'all-rules': 'Lees alle regels, met wie ze maakte en waarom',
    'can-i': 'Kunt u meedoen?',
    'can-i-yes': 'Ja, u kunt meedoen.',
    'can-i-yes-more':
      'Zo staat het er nu voor. Wat telt, is hoe het is op de dag waarop de advertentie sluit.',
    'can-i-no': 'Nee, zoals het er nu voor staat kunt u niet meedoen.',
    'can-i-unknown': 'Dat kunnen wij nog niet zeggen: er ontbreekt iets.',
    'can-i-log-in': 'Log in om te zien of u kunt meedoen.',
    'can-i-log-in-more':
      'Bent u nog niet ingeschreven? Dat is gratis en duurt ongeveer tien minuten.',
    'can-i-register': 'Schrijf u in',
    responded: 'U heeft gereageerd.',
    'responded-more': 'Na de sluiting maken wij de lijst. Dan leest u hier uw plaats, en waarom.',
    respond: 'Reageren op deze woning',
    'respond-anyway': 'Toch reageren',
    'respond-anyway-more':
      'U mag reageren. Verandert er niets vóór de sluiting, dan komt u niet op de lijst.',
    'respond-title': 'Reageren op {address}?',
    'respond-lead': 'Controleer of dit de woning is die u bedoelt.',
    'respond-consequence':
      'Reageren kost niets. Tot de sluiting kunt u uw reactie intrekken, zonder gevolgen.',
    'respond-button': 'Ja, ik reageer',
    withdraw: 'Reactie intrekken',
    'withdraw-title': 'Uw reactie op {address} intrekken?',
    'withdraw-lead':
      'U doet dan niet meer mee bij deze woning. Dit heeft geen gevolgen voor uw inschrijving. Tot de sluiting kunt u opnieuw reageren.',
    'withdraw-button': 'Ja, trek mijn reactie in',
    'back-home': 'Nee, terug naar de woning',
    'to-home': 'Terug naar de woning',
    'closed-title': 'De reactietijd is voorbij',
    'closed-withdrawn-title': 'De verhuurder nam deze woning terug',
    'closed-open': 'Reageren kan niet meer. De lijst wordt nu gemaakt.',
    'closed-drawing': 'Reageren kan niet meer. Het lot bepaalt de volgorde: er wordt nog geloot.',
    'closed-closed': 'Reageren kan niet meer. De lijst is gemaakt en de woning wordt aangeboden.',
    'closed-let': 'Reageren kan niet meer. De woning is verhuurd.',
    'closed-in-vain': 'Reageren kan niet meer. Niemand van de lijst nam de woning.',
    'closed-withdrawn':
      'Reageren kan niet meer, en wie reageerde, verliest daar niets mee. Komt de woning terug, dan staat zij opnieuw bij de woningen.',
    'others-open': 'Woningen die nu open staan',
    'see-draw': 'Bekijk de loting en reken haar na',
    'see-result': 'Bekijk de uitslag',
    'done-responded': 'Wij hebben uw reactie op {address}',
    'done-responded-more':
      'U hoeft nu niets te doen. Na de sluiting krijgt u bericht over uw plaats.',
    'done-withdrew': 'Uw reactie op {address} is ingetrokken',
    'done-withdrew-more': 'Zij telt niet meer. Tot de sluiting kunt u opnieuw reageren.',
    receipt: 'Uw bewijs',
    'receipt-more':
      'Dit staat in het logboek en kan niet meer veranderen. Bewaar of print deze bladzijde: met de code kan iedereen nagaan dat het er staat.',
    'receipt-number': 'Nummer in het logboek',
    'receipt-at': 'Geschreven op',
    'receipt-hash': 'Code',
    'my-responses': 'Naar mijn reacties',
    'all-homes': 'Alle woningen',
    'no-fee': 'Wij vragen nooit geld om te reageren of te bezichtigen.',
    'result-title': 'Uitslag van {address}',
    'result-lead':
      'Er reageerden {responses, number} mensen. {placed, number} van hen voldeden aan de voorwaarden en kwamen op de lijst.',
    'result-lead-few-placed':
      'Er reageerden {responses, number} mensen. Minder dan tien van hen kwamen op de lijst. Om hen te beschermen zeggen wij hier niet meer over hen.',
    'result-lead-few':
      'Er reageerden minder dan tien mensen. Om hen te beschermen zeggen wij hier niet meer over hen.',
    'result-groups': 'In welke groep stonden zij?',
    'result-group': 'Groep',
    'result-count': 'Mensen',
    'result-none': 'Zonder voorrang',
    'result-few': 'niet getoond',
    'result-excluded': 'Waarom kwamen anderen niet op de lijst?',
    'result-reason': 'Wat zij als eerste reden lazen',
    'result-bands': 'Sinds wanneer stonden zij ingeschreven?',
    'result-band': 'Ingeschreven in',
    'result-bands-few': 'Er zijn te weinig mensen om hier iets over te zeggen.',
    'result-band-years': '{from} tot en met {until}',
    'result-band-year': '{from}',
    'result-taken':
      'De woning is verhuurd aan {part, select, first {wie op plaats 1 stond} five {iemand van plaats 2 tot en met 5} ten {iemand van plaats 6 tot en met 10} other {iemand van na plaats 10}}.',
    'result-not-taken': 'De woning is nog niet verhuurd.',
    'result-receipt': 'Zelf controleren',
    'result-receipt-more':
      'Deze lijst is vastgelegd met een code. Wie reageerde, kan op Mijn reacties de eigen plaats narekenen.',
    'unknown-title': 'Wat wij niet weten',
    'unknown-result':
      'Wie niet reageerde, telt hier niet mee. Kleine aantallen laten wij weg, zodat u niemand kunt herkennen; daarom tellen de tabellen niet altijd op.',
    'my-place': 'Reageerde u ook? Lees waarom u uw plaats heeft',
    verify: 'Controleer deze code',
  },
  en: {
    title:
      '{count, plural, =0 {No homes fit this now} one {There is # home now} other {There are # homes now}}',
    'title-mine':
      '{count, plural, =0 {No home fits you now} one {There is # home that fits you now} other {There are # homes that fit you now}}',
    municipality: 'Municipality',
    any: 'No preference',
    'bedrooms-min': 'Bedrooms, at least',
    'rent-max': 'Rent, at most (euro)',
    how: 'How it is shared out',
    'for-me': 'Only homes that fit me',
    'for-me-hint': 'For which you qualify, and that fit your wishes.',
    search: 'Search',
    'save-search': 'Save this search: one message a day when there is something new',
    filter: 'Search by',
    clear: 'Clear all filters',
    none: 'Leave out a filter, or look again tomorrow. New homes come every week.',
    'none-mine':
      'Turn off “fits me” to see why the others do not fit, or widen your wishes under My wishes.',
    rent: '{rent, number, euro} a month',
    bedrooms: '{count, plural, one {# bedroom} other {# bedrooms}}',
    area: '{area, number} m²',
    model:
      '{model, select, ranked {By registration time} lottery {By lottery} option {With an option} motivation {By motivation} firstcome {Who responds first} other {By mediation}}',
    closes: 'Respond until {day, date, weekday} at {time}',
    'closes-at': '{day, date, weekday} at {time}',
    'closed-on': 'Closed on {day, date, weekday}',
    'state-fits': 'You can take part',
    'state-not': 'You cannot take part',
    'state-unknown': 'Something is missing',
    'state-responded': 'You have responded',
    'state-wished': 'Fits your wishes',
    'respond-not-yours':
      'You cannot respond for this person: your mandate does not say so. They can do it themselves, or allow you to under “Who helps you?”.',
    'too-dear': 'Note: this rent is high for your income. Fitting is at most {cap, number, euro}.',
    'too-dear-more':
      'You may respond. But a landlord may ask such a rent of very few people with a low income, so the chance is small.',
    'too-dear-link': 'How that is reckoned',
    'counts-title': 'Homes by municipality',
    'counts-caption': 'How many homes are open now, by municipality',
    'counts-place': 'Municipality',
    'counts-homes': 'Homes',
    'counts-note': 'The boxes roughly follow the map. Only what is open now counts.',
    about: 'The home',
    'fact-rent': 'Rent',
    'fact-type': 'Kind',
    'fact-bedrooms': 'Bedrooms',
    'fact-area': 'Floor area',
    'fact-segment': 'Segment',
    'fact-labels': 'Label',
    'fact-complex': 'Complex',
    'fact-landlord': 'Landlord',
    'fact-how': 'Shared out',
    'fact-closes': 'Respond until',
    'fact-closed': 'One could respond until',
    'fact-extended': 'Extended',
    extended:
      'A failure on our side kept you from responding for a while. At first this home closed on {from}.',
    conditions: 'Who can take part?',
    'conditions-lead': 'For this home the rules ask this.',
    order: 'Who goes first?',
    'order-lead-first': 'This home can be rented at once: who responds first goes first.',
    'order-lead': 'All responses get a place after the close. Responding sooner does not help.',
    'all-rules': 'Read all rules, with who made them and why',
    'can-i': 'Can you take part?',
    'can-i-yes': 'Yes, you can take part.',
    'can-i-yes-more': 'This is how it stands now. What counts is the day the listing closes.',
    'can-i-no': 'No, as it stands now you cannot take part.',
    'can-i-unknown': 'We cannot say yet: something is missing.',
    'can-i-log-in': 'Log in to see whether you can take part.',
    'can-i-log-in-more': 'Not registered yet? It is free and takes about ten minutes.',
    'can-i-register': 'Register',
    responded: 'You have responded.',
    'responded-more': 'After the close we make the list. Then you read your place here, and why.',
    respond: 'Respond to this home',
    'respond-anyway': 'Respond all the same',
    'respond-anyway-more':
      'You may respond. If nothing changes before the close, you will not be on the list.',
    'respond-title': 'Respond to {address}?',
    'respond-lead': 'Check that this is the home you mean.',
    'respond-consequence':
      'Responding costs nothing. Until the close you can withdraw it, without consequences.',
    'respond-button': 'Yes, I respond',
    withdraw: 'Withdraw my response',
    'withdraw-title': 'Withdraw your response to {address}?',
    'withdraw-lead':
      'You then no longer take part for this home. It has no consequences for your registration. Until the close you can respond again.',
    'withdraw-button': 'Yes, withdraw my response',
    'back-home': 'No, back to the home',
    'to-home': 'Back to the home',
    'closed-title': 'The time to respond is over',
    'closed-withdrawn-title': 'The landlord took this home back',
    'closed-open': 'Responding is no longer possible. The list is being made.',
    'closed-drawing':
      'Responding is no longer possible. A lottery decides the order: it is yet to be drawn.',
    'closed-closed':
      'Responding is no longer possible. The list is made and the home is being offered.',
    'closed-let': 'Responding is no longer possible. The home is let.',
    'closed-in-vain': 'Responding is no longer possible. Nobody on the list took the home.',
    'closed-withdrawn':
      'Responding is no longer possible, and whoever responded loses nothing by it. If the home comes back, it will be among the homes again.',
    'others-open': 'Homes that are open now',
    'see-draw': 'See the draw and do it again',
    'see-result': 'See the result',
    'done-responded': 'We have your response to {address}',
    'done-responded-more':
      'You need to do nothing now. After the close you get a message about your place.',
    'done-withdrew': 'Your response to {address} is withdrawn',
    'done-withdrew-more': 'It no longer counts. Until the close you can respond again.',
    receipt: 'Your proof',
    'receipt-more':
      'This stands in the log and can no longer change. Keep or print this page: with the code anyone can check that it stands there.',
    'receipt-number': 'Number in the log',
    'receipt-at': 'Written on',
    'receipt-hash': 'Code',
    'my-responses': 'To my responses',
    'all-homes': 'All homes',
    'no-fee': 'We never ask for money to respond or to view a home.',
    'result-title': 'Result of {address}',
    'result-lead':
      '{responses, number} people responded. {placed, number} of them met the conditions and came on the list.',
    'result-lead-few-placed':
      '{responses, number} people responded. Fewer than ten of them came on the list. To protect them we say no more about them here.',
    'result-lead-few':
      'Fewer than ten people responded. To protect them we say no more about them here.',
    'result-groups': 'In which group did they stand?',
    'result-group': 'Group',
    'result-count': 'People',
    'result-none': 'Without priority',
    'result-few': 'not shown',
    'result-excluded': 'Why did others not come on the list?',
    'result-reason': 'What they read as first reason',
    'result-bands': 'Since when were they registered?',
    'result-band': 'Registered in',
    'result-bands-few': 'There are too few people to say anything about this.',
    'result-band-years': '{from} to {until}',
    'result-band-year': '{from}',
    'result-taken':
      'The home is let to {part, select, first {who stood at place 1} five {somebody from place 2 to 5} ten {somebody from place 6 to 10} other {somebody from after place 10}}.',
    'result-not-taken': 'The home is not let yet.',
    'result-receipt': 'Check it yourself',
    'result-receipt-more':
      'This list is fixed with a code. Who responded can reckon their own place on My responses.',
    'unknown-title': 'What we do not know',
    'unknown-result':
      'Who did not respond is not counted. We leave out small numbers so that nobody can be recognised; so the tables do not always add up.',
    'my-place': 'Did you respond too? Read why you have your place',
    verify: 'Check this code',
  },
}
