/** What the pages about mandates say (machtigingen): who helps, with what, and until when. */
import { type Language, speak, type Texts } from './language.ts'

const nl = {
  title: 'Wie helpt u?',
  lead: 'U kunt iemand machtigen om voor u te handelen. Die persoon logt in met een eigen account. Geef nooit uw eigen wachtwoord.',
  'never-title': 'Wat niemand voor u kan doen',
  never:
    'Een aanbod aannemen of weigeren, u uitschrijven en uw gegevens laten wissen: dat kunt alleen u zelf.',
  none: 'U heeft nu niemand gemachtigd.',
  until: 'Tot en met {until, date, weekday}',
  may: 'Mag: {may}.',
  invited: 'Uitgenodigd, nog niet aangenomen',
  'invite-until': 'De code werkt tot en met {until, date, weekday}.',
  withdraw: 'Stop de machtiging van {name}',
  'withdraw-invite': 'Trek de uitnodiging van {name} in',
  withdrawn: 'De machtiging is gestopt',
  'withdrawn-more': 'Wie u hielp, kan vanaf nu niets meer zien of doen.',

  give: 'Iemand machtigen',
  'give-lead':
    'U krijgt een code. Geef die op papier of aan de telefoon door aan wie u helpt. De code werkt één keer.',
  name: 'Hoe noemt u deze persoon?',
  'name-hint': 'Bijvoorbeeld: mijn dochter Leyla. Alleen u ziet dit.',
  'name-missing': 'Vul in hoe u deze persoon noemt.',
  what: 'Wat mag deze persoon?',
  'what-hint': 'Meelezen hoort er altijd bij.',
  'scope-read': 'Meelezen',
  'scope-read-more': 'Uw dossier, berichten en plaats zien',
  'scope-respond': 'Reageren',
  'scope-respond-more': 'Op woningen reageren en een reactie intrekken',
  'scope-renew': 'Verlengen',
  'scope-renew-more': 'Uw inschrijving verlengen of stilzetten',
  'scope-change': 'Gegevens wijzigen',
  'scope-change-more': 'Uw gegevens en wensen veranderen',
  'scope-papers': 'Papieren geven',
  'scope-papers-more': 'Papieren sturen die bij een controle nodig zijn',
  'scope-complain': 'Klagen',
  'scope-complain-more': 'Een klacht indienen of bezwaar maken tegen een beslissing over u',
  term: 'Hoe lang?',
  'term-missing': 'Kies hoe lang de machtiging duurt.',
  months: '{months, plural, =12 {1 jaar} =24 {2 jaar} other {# maanden}}',
  'give-button': 'Maak de code',
  'too-many-helpers':
    'U heeft al {most} mensen gemachtigd of uitgenodigd. Stop er eerst een voordat u een ander machtigt.',
  other: 'Dit kon niet worden gedaan. Er is niets veranderd.',

  'code-title': 'Geef deze code door',
  'code-lead': 'U ziet de code maar één keer. Schrijf haar op of print deze bladzijde.',
  'code-label': 'Code',
  'code-how':
    'Wie u helpt, logt in met een eigen account, gaat naar Mijn zaken en kiest “Voor iemand anders handelen”. Daar vult die persoon de code in.',
  'code-until': 'De code werkt één keer, tot en met {until, date, weekday}.',
  'code-gone':
    'De code is al getoond en is niet terug te halen. Heeft u haar niet meer? Trek de uitnodiging in en maak een nieuwe.',
  print: 'Druk deze bladzijde af met het menu van uw browser.',
  back: 'Terug naar Wie helpt u?',

  'accept-title': 'Heeft u een code gekregen?',
  'accept-lead': 'Iemand die u wil machtigen, geeft u een code van twaalf tekens.',
  'accept-code': 'Code',
  'accept-button': 'Neem de machtiging aan',
  'code-unknown':
    'Deze code kennen wij niet. Misschien is zij al gebruikt, ingetrokken of verlopen. Vraag om een nieuwe.',
  'own-mandate': 'Dit is uw eigen code. Geef haar aan wie u helpt.',
  'gave-it':
    'U legde deze machtiging zelf vast aan de balie. De code is voor wie de persoon koos, en nooit voor u.',
  accepted: 'U mag nu handelen namens {name}',
  'give-back': 'Geef de machtiging van {name} terug',

  'over-title': 'Uw machtiging is gestopt',
  over: 'U mag niet meer namens deze persoon handelen. Er is niets gedaan.',
  'over-next': 'Verder',
  'switched-title': 'U handelt nu namens iemand anders',
  switched:
    'In een ander venster koos u voor wie u handelt. Deze bladzijde was voor een ander. Er is niets gedaan.',
  'switched-next': 'Naar het overzicht',
  'not-under-title': 'Dit mag u niet namens {name}',
  'not-under':
    'De machtiging zegt niet dat u dit mag. U mag wel: {may}. Alleen {name} zelf kan de machtiging veranderen.',

  'by-helper': 'Gedaan door {name}, namens u.',
  'by-counter': 'Gedaan aan de balie van {landlord}, door een verhuurconsulent.',
  'who-helper': '{name}, namens u',
  'who-counter': '{name}, verhuurconsulent aan de balie van {landlord}',
} as const

export type MandateText = keyof typeof nl

export const mandateTexts: Texts<MandateText> = {
  nl,
  en: {
    title: 'Who helps you?',
    lead: 'You can give somebody a mandate to act for you. They log in with an account of their own. Never give away your own password.',
    'never-title': 'What nobody can do for you',
    never:
      'Accepting or refusing an offer, deregistering you and having your data erased: only you can do that.',
    none: 'Nobody has a mandate from you now.',
    until: 'Until {until, date, weekday}',
    may: 'May: {may}.',
    invited: 'Invited, not taken up yet',
    'invite-until': 'The code works until {until, date, weekday}.',
    withdraw: 'Stop the mandate of {name}',
    'withdraw-invite': 'Withdraw the invitation of {name}',
    withdrawn: 'The mandate has stopped',
    'withdrawn-more': 'Who helped you can see and do nothing more from now on.',

    give: 'Give somebody a mandate',
    'give-lead':
      'You get a code. Pass it on, on paper or by phone, to who helps you. The code works once.',
    name: 'What do you call this person?',
    'name-hint': 'For example: my daughter Leyla. Only you see this.',
    'name-missing': 'Fill in what you call this person.',
    what: 'What may this person do?',
    'what-hint': 'Reading always belongs to it.',
    'scope-read': 'Read along',
    'scope-read-more': 'See your file, messages and place',
    'scope-respond': 'Respond',
    'scope-respond-more': 'Respond to homes and withdraw a response',
    'scope-renew': 'Renew',
    'scope-renew-more': 'Renew or pause your registration',
    'scope-change': 'Change data',
    'scope-change-more': 'Change your data and wishes',
    'scope-papers': 'Give papers',
    'scope-papers-more': 'Send papers that a check needs',
    'scope-complain': 'Complain',
    'scope-complain-more': 'Complain about a decision about you, or object to it',
    term: 'For how long?',
    'term-missing': 'Choose how long the mandate lasts.',
    months: '{months, plural, =12 {1 year} =24 {2 years} other {# months}}',
    'give-button': 'Make the code',
    'too-many-helpers':
      'You have given a mandate to, or invited, {most} people already. Stop one before you add another.',
    other: 'This could not be done. Nothing has changed.',

    'code-title': 'Pass on this code',
    'code-lead': 'You see the code only once. Write it down or print this page.',
    'code-label': 'Code',
    'code-how':
      'Who helps you logs in with an account of their own, goes to My page and chooses “Acting for somebody else”. There they fill in the code.',
    'code-until': 'The code works once, until {until, date, weekday}.',
    'code-gone':
      'The code was shown already and cannot be shown again. Lost it? Withdraw the invitation and make a new one.',
    print: 'Print this page with the menu of your browser.',
    back: 'Back to Who helps you?',

    'accept-title': 'Did you get a code?',
    'accept-lead': 'Who wants to give you a mandate hands you a code of twelve characters.',
    'accept-code': 'Code',
    'accept-button': 'Take up the mandate',
    'code-unknown':
      'We do not know this code. Perhaps it was used, withdrawn, or has run out. Ask for a new one.',
    'own-mandate': 'This is your own code. Give it to who helps you.',
    'gave-it':
      'You put this mandate on record at the counter. The code is for whom the person chose, and never for you.',
    accepted: 'You may now act on behalf of {name}',
    'give-back': 'Give back the mandate of {name}',

    'over-title': 'Your mandate has stopped',
    over: 'You may no longer act on behalf of this person. Nothing was done.',
    'over-next': 'Go on',
    'switched-title': 'You now act on behalf of somebody else',
    switched:
      'In another window you chose for whom you act. This page was about somebody else. Nothing was done.',
    'switched-next': 'To the overview',
    'not-under-title': 'You may not do this on behalf of {name}',
    'not-under':
      'The mandate does not say that you may do this. You may: {may}. Only {name} can change the mandate.',

    'by-helper': 'Done by {name}, on your behalf.',
    'by-counter': 'Done at the counter of {landlord}, by a letting officer.',
    'who-helper': '{name}, on your behalf',
    'who-counter': '{name}, letting officer at the counter of {landlord}',
  },
}

type Hands =
  | { readonly via: 'helper'; readonly name: string }
  | { readonly via: 'counter'; readonly name: string; readonly landlord: string }

/** By whose hands something was done for the reader, as a sentence. */
export function handsInWords(hands: Hands, language: Language): string {
  return speak(mandateTexts, language)(`by-${hands.via}`, hands)
}

/** The same as who did it, in a table. */
export function doerInWords(hands: Hands, language: Language): string {
  return speak(mandateTexts, language)(`who-${hands.via}`, hands)
}
