/** What stands on every page. */
import type { Texts } from './language.ts'

type Text =
  | 'skip'
  | 'example'
  | 'example-label'
  | 'menu'
  | 'homes'
  | 'rules'
  | 'outcomes'
  | 'work'
  | 'mine'
  | 'log-in'
  | 'log-out'
  | 'logged-in'
  | 'help'
  | 'verify'
  | 'ours'
  | 'programs'
  | 'not-found-title'
  | 'not-found'
  | 'fault-title'
  | 'faults'
  | 'fault'
  | 'fault-before'
  | 'fault-kept'
  | 'fault-go-on'
  | 'fault-again'
  | 'fault-reference'
  | 'to-homes'
  | 'to-mine'
  | 'to-work'
  | 'to-help'
  | 'away-title'
  | 'away'
  | 'form-refused-title'
  | 'form-refused'
  | 'lapsed-title'
  | 'lapsed'
  | 'lapsed-log-in'
  | 'unsent-title'
  | 'unsent'
  | 'unsent-page'
  | 'unsent-typed'
  | 'unsent-send'
  | 'unsent-drop'
  | 'busy'
  | 'offline'
  | 'lapsing'
  | 'stay'
  | 'pages'
  | 'page-before'
  | 'page-after'
  | 'page-of'
  | 'too-often-title'
  | 'too-often'

export const pageTexts: Texts<Text> = {
  nl: {
    skip: 'Naar de inhoud',
    'example-label': 'Voorbeeld',
    example: 'Voorbeeldregio {region}: alle mensen, woningen en verhuurders zijn verzonnen.',
    menu: 'Hoofdmenu',
    homes: 'Woningen',
    rules: 'Regels',
    outcomes: 'Uitkomsten',
    work: 'Werk',
    mine: 'Mijn zaken',
    'log-in': 'Inloggen',
    'log-out': 'Uitloggen',
    'logged-in': 'U bent ingelogd als {name}.',
    help: 'Hulp',
    verify: 'Zelf controleren',
    ours: 'Is dit bericht van ons?',
    programs: 'Voor programma’s (API)',
    'not-found-title': 'Deze bladzijde is er niet',
    'not-found': 'Misschien is het adres veranderd, of is dit niet voor u bedoeld.',
    'form-refused-title': 'Dit formulier is niet verstuurd',
    'form-refused':
      'Het hoort bij een eerdere keer dat u inlogde, of het kwam van een andere site. Er is niets veranderd. Ga met de knop van uw browser een bladzijde terug en neem over wat u invulde. Laad de bladzijde daarna opnieuw, en verstuur het nog eens.',
    'lapsed-title': 'U was niet meer ingelogd',
    lapsed:
      'Dat komt doordat u een tijd niets deed. Wat u invulde, is bewaard, maar nog niet verstuurd. Log in, dan gaat u verder waar u was.',
    'lapsed-log-in': 'Inloggen en verdergaan',
    'unsent-title': 'Wat u invulde, is bewaard',
    unsent:
      'Het is niet aangekomen toen u het verstuurde. Daarom telt het nog niet. Verstuur het nu, of doe het niet: er is nog niets veranderd.',
    'unsent-page': 'Lees nog eens de bladzijde waarop u was',
    'unsent-typed': 'U schreef',
    'unsent-send': 'Verstuur het nu',
    'unsent-drop': 'Niet versturen',
    busy: 'Bezig…',
    offline:
      'Er is geen verbinding. Dit is nog niet verzonden; wat u invulde, blijft hier staan. Verstuur het als u weer verbinding hebt.',
    lapsing:
      'U heeft een tijd niets gedaan. Over vijf minuten stopt het inloggen, en dan gaat verloren wat u nog niet verstuurde.',
    stay: 'Ingelogd blijven',
    pages: 'Andere pagina’s van deze lijst',
    'page-before': 'Vorige pagina',
    'page-after': 'Volgende pagina',
    'page-of': 'Pagina {page} van {pages}',
    'too-often-title': 'Even wachten',
    'too-often':
      'Er kwamen erg veel verzoeken achter elkaar. Wacht {seconds, plural, one {# seconde} other {# seconden}} en probeer het dan opnieuw. Wat u al had verstuurd, telt.',
    'fault-title': 'Er ging iets mis',
    faults: 'Er klopt iets niet',
    fault:
      'Dat ligt niet aan u. Wat u verstuurde, is niet half verwerkt: het is helemaal gedaan, of helemaal niet.',
    'fault-kept': 'Wat u invulde, is bewaard. Wacht een paar minuten en verstuur het dan opnieuw.',
    'fault-go-on': 'Verder met wat u invulde',
    'fault-again': 'Wacht een paar minuten, en laad deze bladzijde dan opnieuw.',
    'fault-reference': 'Blijft het misgaan? Noem dan dit kenmerk: {reference}.',
    'to-homes': 'Zoek een woning',
    'to-mine': 'Naar Mijn zaken',
    'to-work': 'Naar uw werk',
    'to-help': 'Vraag om hulp',
    'fault-before': 'Fout: {title}',
    'away-title': 'Dit werkt even niet',
    away: 'Dat ligt niet aan u, en u verliest er niets door: wat u al had verstuurd, is bewaard. Laad deze bladzijde over een minuut opnieuw. Vraagt uw browser of hij het nog eens mag versturen? Dat mag: het telt één keer. Duurt het langer dan een kwartier, dan blijven woningen die in die tijd sluiten langer open.',
  },
  en: {
    skip: 'To the content',
    'example-label': 'Example',
    example: 'Example region {region}: all people, homes and landlords are invented.',
    menu: 'Main menu',
    homes: 'Homes',
    rules: 'Rules',
    outcomes: 'Outcomes',
    work: 'Work',
    mine: 'My page',
    'log-in': 'Log in',
    'log-out': 'Log out',
    'logged-in': 'You are logged in as {name}.',
    help: 'Help',
    verify: 'Check it yourself',
    ours: 'Is this message ours?',
    programs: 'For programs (API)',
    'not-found-title': 'This page does not exist',
    'not-found': 'The address may have changed, or this is not meant for you.',
    'form-refused-title': 'This form was not sent',
    'form-refused':
      'It belongs to an earlier time you logged in, or it came from another site. Nothing was changed. Go back one page with the button of your browser and copy what you filled in. Then reload the page, and send it again.',
    'lapsed-title': 'You were no longer logged in',
    lapsed:
      'That is because you did nothing for a while. What you filled in is kept, but has not been sent. Log in, and you go on where you were.',
    'lapsed-log-in': 'Log in and go on',
    'unsent-title': 'What you filled in is kept',
    unsent:
      'It did not arrive when you sent it. So it does not count yet. Send it now, or do not: nothing has changed so far.',
    'unsent-page': 'Read the page you were on once more',
    'unsent-typed': 'You wrote',
    'unsent-send': 'Send it now',
    'unsent-drop': 'Do not send it',
    busy: 'One moment…',
    offline:
      'There is no connection. This has not been sent; what you filled in stays here. Send it when you are connected again.',
    lapsing:
      'You have done nothing for a while. In five minutes you are logged out, and what you did not send is lost.',
    stay: 'Stay logged in',
    pages: 'Other pages of this list',
    'page-before': 'Previous page',
    'page-after': 'Next page',
    'page-of': 'Page {page} of {pages}',
    'too-often-title': 'Please wait a moment',
    'too-often':
      'Very many requests came in a row. Wait {seconds, plural, one {# second} other {# seconds}} and then try again. What you had sent already counts.',
    'fault-title': 'Something went wrong',
    faults: 'Something is not right',
    fault:
      'It is not your fault. What you sent was not half done: it was done completely, or not at all.',
    'fault-kept': 'What you filled in is kept. Wait a few minutes, and then send it again.',
    'fault-go-on': 'Go on with what you filled in',
    'fault-again': 'Wait a few minutes, and then reload this page.',
    'fault-reference':
      'Does it keep going wrong? Ask us for help, and give this mark: {reference}.',
    'to-homes': 'Find a home',
    'to-mine': 'To my page',
    'to-work': 'To your work',
    'to-help': 'Ask for help',
    'fault-before': 'Error: {title}',
    'away-title': 'This does not work for a moment',
    away: 'It is not your fault, and you lose nothing by it: what you had sent is kept. Reload this page in a minute. Does your browser ask whether it may send it once more? It may: it counts once. If it lasts longer than a quarter of an hour, homes that close in that time stay open longer.',
  },
}
