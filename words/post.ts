/** What the pages of letters and calls say (post en telefoon), and the letter itself. */
import type { Texts } from './language.ts'

const nl = {
  title: 'Post en telefoon',
  lead: 'Wie per mail niet bereikt is, krijgt van ons een brief of wordt gebeld. Zo raakt niemand ongemerkt zijn inschrijftijd of een woning kwijt. Meld hier wat u deed.',
  none: 'Er ligt nu niets. Zodra er een brief of een telefoontje nodig is, staat het hier.',
  letters: '{count, plural, one {# brief} other {# brieven}}',
  calls: '{count, plural, one {# telefoontje} other {# telefoontjes}}',
  decisions:
    '{count, plural, one {# besluit over inschrijftijd} other {# besluiten over inschrijftijd}}',
  about: 'Waarover',
  whom: 'Voor wie',
  since: 'Gevraagd op',
  back: 'Post en telefoon',
  done: 'Gedaan, en vastgelegd op uw naam',

  'letter-title': 'Brief aan {name}',
  'letter-how':
    'Druk deze bladzijde af: alleen de brief komt op papier. Verstuur hem, en meld dat daarna hier.',
  'letter-sent': 'De brief is verstuurd',
  'letter-no-address': 'Er is geen adres',
  'letter-no-address-more':
    'Wij kennen geen postadres. Zoek het op in de Basisregistratie Personen, als u dat mag, of meld dat er geen adres is. Dan vervalt er niets.',
  'call-title': 'Bel {name}',
  'call-number': 'Telefoonnummer: {phone}',
  'call-reached': 'Ik heb deze persoon gesproken',
  'call-not-reached': 'Niet bereikt',
  'call-say': 'Wat u vertelt',

  'decision-title': 'Vervalt de inschrijftijd van {name}?',
  'decision-since': 'Ingeschreven sinds {since, date, weekday}.',
  'decision-until':
    'De inschrijving liep tot en met {until, date, weekday}. Herstellen mocht tot en met {grace, date, weekday}. Zolang u niet beslist, kan het nog.',
  'decision-ways': 'Zo is deze persoon bereikt of gezocht',
  'decision-ways-none': 'Nog langs geen enkele weg waarvan wij het zeker weten.',
  'way-mail': 'mail, aangenomen door de mailserver',
  'way-letter': 'brief, verstuurd',
  'way-phone': 'telefoon',
  'decision-not-yet':
    'De tijd kan nog niet vervallen: daarvoor zijn twee wegen nodig, waarvan één brief. U kunt wel beslissen dat zij blijft; over een half jaar kijken wij opnieuw.',
  motivation: 'Waarom? In uw eigen woorden',
  'motivation-hint': 'Minstens 20 tekens. De persoon kan dit opvragen.',
  keep: 'De tijd blijft',
  lapse: 'De tijd vervalt',

  'letter-subject': 'Over: {subject}',
  'letter-dear': 'Beste {name},',
  'letter-where':
    'U leest dit bericht ook op {site}, bij Mijn berichten. Kunt u niet op internet? Kom dan langs bij de balie van een verhuurder, of bel; wij helpen u.',
  'answer-until':
    'Antwoord geven kan tot {moment}, aan de balie van elke verhuurder of op de site.',
  'letter-restore': 'Herstellen of verlengen kost niets.',
  'letter-never': 'Wij vragen u nooit om geld, een wachtwoord of een code.',
  'letter-reference':
    'Kenmerk: {reference}. Twijfelt u of deze brief van ons is? Vul dit kenmerk in op {site}/is-dit-bericht-van-ons.',
  'letter-from': 'Met vriendelijke groet,',
  'letter-return': 'Afzender: {landlord}, {address}',
  'letter-no-return':
    'Op deze brief staat geen adres waarheen de post haar terugbrengt. De technisch beheerder kan dat instellen (RETURN_ADDRESS).',
  'letter-sender': '{landlord}, namens de verhuurders in {region}',
  'letter-example': 'Dit is een voorbeeldregio. Mensen en woningen zijn verzonnen.',
} as const

export type PostText = keyof typeof nl

export const postTexts: Texts<PostText> = {
  nl,
  en: {
    title: 'Letters and calls',
    lead: 'Whom mail does not reach gets a letter from us or is called, so that nobody loses registration time or a home unnoticed. Say here what you did.',
    none: 'There is nothing now. As soon as a letter or a call is needed it stands here.',
    letters: '{count, plural, one {# letter} other {# letters}}',
    calls: '{count, plural, one {# call} other {# calls}}',
    decisions:
      '{count, plural, one {# decision about registration time} other {# decisions about registration time}}',
    about: 'About',
    whom: 'For whom',
    since: 'Asked on',
    back: 'Letters and calls',
    done: 'Done, and kept in your name',

    'letter-title': 'Letter to {name}',
    'letter-how': 'Print this page: only the letter comes on paper. Send it, and then say so here.',
    'letter-sent': 'The letter was sent',
    'letter-no-address': 'There is no address',
    'letter-no-address-more':
      'We know no postal address. Look it up in the register of residents if you may, or say that there is none. Then nothing lapses.',
    'call-title': 'Call {name}',
    'call-number': 'Phone number: {phone}',
    'call-reached': 'I spoke to this person',
    'call-not-reached': 'Not reached',
    'call-say': 'What you tell',

    'decision-title': 'Does the registration time of {name} lapse?',
    'decision-since': 'Registered since {since, date, weekday}.',
    'decision-until':
      'The registration ran until {until, date, weekday}. It could be restored until {grace, date, weekday}. As long as you do not decide, it still can.',
    'decision-ways': 'How this person was reached or sought',
    'decision-ways-none': 'By no way yet that we are sure of.',
    'way-mail': 'mail, accepted by the mail server',
    'way-letter': 'letter, sent',
    'way-phone': 'phone',
    'decision-not-yet':
      'The time cannot lapse yet: that takes two ways, one of them a letter. You can decide that it stays; in half a year we look again.',
    motivation: 'Why? In your own words',
    'motivation-hint': 'At least 20 characters. The person can ask to see it.',
    keep: 'The time stays',
    lapse: 'The time lapses',

    'letter-subject': 'About: {subject}',
    'letter-dear': 'Dear {name},',
    'letter-where':
      'You can read this message on {site} too, under My messages. No internet? Come to the counter of a landlord, or call; we will help you.',
    'answer-until':
      'It can be answered until {moment}, at the counter of any landlord or on the site.',
    'letter-restore': 'Restoring or renewing costs nothing.',
    'letter-never': 'We never ask you for money, a password or a code.',
    'letter-reference':
      'Reference: {reference}. Not sure whether this letter is ours? Fill this reference in on {site}/is-dit-bericht-van-ons.',
    'letter-from': 'Kind regards,',
    'letter-return': 'Sender: {landlord}, {address}',
    'letter-no-return':
      'This letter has no address to which the post can return it. The technical administrator can set one (RETURN_ADDRESS).',
    'letter-sender': '{landlord}, for the landlords in {region}',
    'letter-example': 'This is an example region. People and homes are invented.',
  },
}
