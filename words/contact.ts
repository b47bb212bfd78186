/** What the pages about being reached say: mail, other ways, the links in mail, and saved searches. */
import type { Texts } from './language.ts'

const nl = {
  title: 'Hoe wij u bereiken',
  lead: 'Elk bericht staat altijd bij Mijn berichten. Hier kiest u of u het ook per mail krijgt, en hoe wij u anders bereiken.',
  'mail-none': 'U gaf geen e-mailadres op. Wij sturen u geen mail.',
  'mail-asked':
    'Wij stuurden een link naar {email}. Klik op die link, dan weten wij dat het adres van u is. Tot dan gaat er geen andere mail heen.',
  'mail-works': 'Mail gaat naar {email}.',
  'mail-bounced':
    'Mail naar {email} komt terug. Wij sturen er niets meer heen. Kijk of het adres klopt, en laat ons het opnieuw proberen.',
  'ask-again': 'Stuur de link opnieuw',
  'f-email': 'E-mailadres (mag u leeg laten)',
  'f-wants': 'Welke berichten wilt u ook per mail?',
  'wants-everything': 'Alle berichten',
  'wants-important': 'Alleen wat op u wacht of over u beslist',
  'wants-important-hint': 'Een aanbod, uw inschrijving, een besluit',
  'wants-nothing': 'Geen mail',
  'wants-nothing-hint':
    'Loopt uw inschrijving af, dan sturen wij u een brief. Zo raakt u uw tijd niet ongemerkt kwijt.',
  'f-language': 'In welke taal schrijven wij u?',
  dutch: 'Nederlands',
  english: 'Engels',
  'f-phone': 'Telefoonnummer (mag u leeg laten)',
  'f-phone-hint': 'Alleen om u te bellen als een aanbod of uw inschrijving bijna verloopt.',
  'f-postal': 'Postadres (mag u leeg laten)',
  'f-postal-hint':
    'Alleen voor een brief als mail u niet bereikt. Straat, nummer, postcode en plaats.',
  save: 'Opslaan',
  'told-there':
    'Verandert u uw e-mailadres of postadres, dan sturen wij naar het oude een bericht dát het is veranderd. Zo merkt u het als iemand anders dat doet.',
  saved: 'Opgeslagen',
  'email-odd': 'Vul een e-mailadres in zoals naam@voorbeeld.nl, of laat het leeg',
  back: 'Naar Mijn berichten',

  'confirm-title': 'Is dit uw e-mailadres?',
  'confirm-lead': 'Klik op de knop. Dan weten wij dat het adres waarop u deze link kreeg van u is.',
  'confirm-button': 'Ja, dit adres is van mij',
  'confirmed-title': 'Uw e-mailadres is bevestigd',
  'confirmed-more':
    'Vanaf nu krijgt u berichten ook per mail. Welke, kiest u zelf bij Mijn berichten.',
  'link-over-title': 'Deze link werkt niet meer',
  'link-over':
    'Een link werkt één keer, en zeven dagen lang. Log in en vraag bij Mijn berichten een nieuwe. Had u al op de knop gedrukt, dan is het gelukt.',
  'stop-title': 'Geen mail meer over nieuwe woningen?',
  'stop-lead':
    'U krijgt dan geen berichten meer over nieuwe woningen bij wat u bewaarde. Uw inschrijving en uw reacties blijven zoals ze zijn. U kunt het later weer aanzetten.',
  'stop-button': 'Stop deze berichten',
  'stopped-title': 'Dat is gestopt',
  'stopped-more':
    'U krijgt geen berichten meer over nieuwe woningen. Aanzetten kan bij Mijn wensen, als u bent ingelogd.',
  'stop-over': 'Deze link kennen wij niet. Log in, en zet berichten uit bij Mijn wensen.',

  'searches-title': 'Bewaarde zoekopdrachten',
  'searches-lead':
    'Elke dag om {hour} uur kijken wij of er nieuwe woningen zijn bij wat u bewaarde. Is er iets, dan krijgt u één bericht. Is er niets, dan hoort u niets. Snel zijn loont niet: iedereen die op tijd reageert, telt gelijk mee.',
  'searches-none':
    'U heeft nog niets bewaard. Zoek eerst een woning, en klik dan op Bewaar deze zoekopdracht.',
  'searches-find': 'Woningen zoeken',
  'search-new': 'Bewaar deze zoekopdracht',
  'search-name': 'Naam voor deze zoekopdracht',
  'search-name-hint': 'Bijvoorbeeld: dicht bij mijn werk',
  'search-save': 'Bewaren',
  'search-saved': 'Uw zoekopdracht is bewaard',
  'search-paused': 'staat stil',
  'search-pause': 'Stilzetten',
  'search-resume': 'Laten lopen',
  'search-remove': 'Verwijderen',
  'search-see': 'Bekijk de woningen van nu',
  'search-changed': 'Dat is gedaan',
  'search-mail': 'Of u dit ook per mail krijgt, kiest u hier',
  'any-home': 'alle woningen',
  'in-place': 'in {place}',
  'from-bedrooms': '{count, plural, one {vanaf # slaapkamer} other {vanaf # slaapkamers}}',
  'to-rent': 'tot {rent, number, euro}',
  'by-model': 'verdeling: {model}',
  'fits-only': 'alleen wat bij mij past',
} as const

export type ContactText = keyof typeof nl

export const contactTexts: Texts<ContactText> = {
  nl,
  en: {
    title: 'How we reach you',
    lead: 'Every message always stands under My messages. Here you choose whether you get it by mail too, and how we reach you otherwise.',
    'mail-none': 'You gave no email address. We send you no mail.',
    'mail-asked':
      'We sent a link to {email}. Follow it, and we know that the address is yours. Until then no other mail goes there.',
    'mail-works': 'Mail goes to {email}.',
    'mail-bounced':
      'Mail to {email} comes back. We send nothing there any more. See whether the address is right, and let us try again.',
    'ask-again': 'Send the link again',
    'f-email': 'Email address (may be left empty)',
    'f-wants': 'Which messages do you want by mail too?',
    'wants-everything': 'All messages',
    'wants-important': 'Only what waits for you or decides about you',
    'wants-important-hint': 'An offer, your registration, a decision',
    'wants-nothing': 'No mail',
    'wants-nothing-hint':
      'If your registration runs out we send you a letter, so that you never lose your time unnoticed.',
    'f-language': 'In which language do we write to you?',
    dutch: 'Dutch',
    english: 'English',
    'f-phone': 'Phone number (may be left empty)',
    'f-phone-hint': 'Only to call you when an offer or your registration is about to run out.',
    'f-postal': 'Postal address (may be left empty)',
    'f-postal-hint':
      'Only for a letter when mail does not reach you. Street, number, postcode and town.',
    save: 'Save',
    'told-there':
      'Where you change your email or postal address, we send word to the old one that it has changed. So you notice when somebody else does it.',
    saved: 'Saved',
    'email-odd': 'Fill in an email address like name@example.org, or leave it empty',
    back: 'To My messages',

    'confirm-title': 'Is this your email address?',
    'confirm-lead':
      'Press the button. Then we know that the address on which you got this link is yours.',
    'confirm-button': 'Yes, this address is mine',
    'confirmed-title': 'Your email address is confirmed',
    'confirmed-more':
      'From now on you get messages by mail too. Which ones you choose under My messages.',
    'link-over-title': 'This link no longer works',
    'link-over':
      'A link works once, and for seven days. Log in and ask for a new one under My messages. If you pressed the button before, it has succeeded.',
    'stop-title': 'No more mail about new homes?',
    'stop-lead':
      'You then get no more messages about new homes for what you saved. Your registration and your responses stay as they are. You can turn it on again later.',
    'stop-button': 'Stop these messages',
    'stopped-title': 'That has stopped',
    'stopped-more':
      'You get no more messages about new homes. You can turn them on under My wishes, once you are logged in.',
    'stop-over': 'We do not know this link. Log in, and turn messages off under My wishes.',

    'searches-title': 'Saved searches',
    'searches-lead':
      'Every day at {hour} we look whether there are new homes for what you saved. If there are, you get one message. If not, you hear nothing. Being quick does not pay: everybody who responds in time counts alike.',
    'searches-none':
      'You have saved nothing yet. Look for a home first, and then follow Save this search.',
    'searches-find': 'Find homes',
    'search-new': 'Save this search',
    'search-name': 'Name for this search',
    'search-name-hint': 'For example: near my work',
    'search-save': 'Save',
    'search-saved': 'Your search is saved',
    'search-paused': 'paused',
    'search-pause': 'Pause',
    'search-resume': 'Let it run',
    'search-remove': 'Remove',
    'search-see': 'See the homes of now',
    'search-changed': 'That is done',
    'search-mail': 'Whether you get this by mail too you choose here',
    'any-home': 'all homes',
    'in-place': 'in {place}',
    'from-bedrooms': '{count, plural, one {from # bedroom} other {from # bedrooms}}',
    'to-rent': 'up to {rent, number, euro}',
    'by-model': 'shared out: {model}',
    'fits-only': 'only what fits me',
  },
}
