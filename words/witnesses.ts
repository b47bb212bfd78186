/** Witnesses of the log in words (getuigen). */
import type { Facts } from '../core/basics/facts.ts'
import { isKeyOf, type Language, speak, type Texts } from './language.ts'

type Text =
  | 'title'
  | 'lead'
  | 'none'
  | 'caption'
  | 'name'
  | 'organisation'
  | 'since'
  | 'last'
  | 'last-of'
  | 'never'
  | 'key'
  | 'witnessed-title'
  | 'witnessed-lead'
  | 'latest-title'
  | 'latest-none'
  | 'how'
  | 'unknown-title'
  | 'unknown'
  | 'own-title'
  | 'own-lead'
  | 'own-none'
  | 'register-title'
  | 'register-lead'
  | 'register-label'
  | 'register-hint'
  | 'register-button'
  | 'registered'
  | 'sign-title'
  | 'sign-lead'
  | 'sign-step-1'
  | 'sign-step-2'
  | 'sign-step-3'
  | 'sign-label'
  | 'sign-hint'
  | 'sign-button'
  | 'signed'
  | 'to-all'
  | 'or-command'

export const witnessTexts: Texts<Text> = {
  nl: {
    title: 'Getuigen van het logboek',
    lead: 'Een getuige tekent mee hoe lang het logboek was en welke wortel het had. Daarna kan niemand nog ongemerkt iets veranderen, of aan u een ander logboek tonen dan aan een ander. Een getuige ziet alleen getallen, nooit mensen.',
    none: 'Er is nog geen getuige aangemeld.',
    caption: 'Wie meetekent',
    name: 'Getuige',
    organisation: 'Organisatie',
    since: 'Aangemeld op',
    last: 'Laatst getekend',
    'last-of': '{when}, bij {size, number} gebeurtenissen',
    never: 'nog niet',
    key: 'Sleutel',
    'witnessed-title': 'Het laatste ijkpunt met een getuige',
    'witnessed-lead':
      'Bewaar deze tekst. Elk programma dat C2SP-ijkpunten leest, kan de handtekeningen controleren.',
    'latest-title': 'Het nieuwste ijkpunt',
    'latest-none': 'Er is nog geen ijkpunt.',
    how: 'Hoe het werkt, en hoe u het zonder ons controleert, staat in docs/guides/verify-the-log.md.',
    'unknown-title': 'Wat dit niet bewijst',
    unknown:
      'Dat een getuige heeft gekeken wat er in het logboek staat: een getuige tekent alleen dat het logboek er toen zo uitzag. En dat getuigen niet samen iets afspreken: daarom is meer dan één goed.',
    'own-title': 'Getuige zijn van het logboek',
    'own-lead':
      'Uw organisatie tekent ijkpunten mee, met een sleutel die alleen u heeft. Zo kan de regio later niets veranderen zonder dat u het ziet.',
    'own-none': 'Uw organisatie heeft nog geen sleutel aangemeld.',
    'register-title': 'Een sleutel aanmelden',
    'register-lead':
      'Maak de sleutel op een computer van uw organisatie. Het geheime deel blijft daar; u plakt hier alleen het openbare deel.',
    'register-label': 'Openbare sleutel van de getuige',
    'register-hint': 'Eén regel: naam+getal+sleutel.',
    'register-button': 'Sleutel aanmelden',
    registered: 'Getuige {name} is aangemeld. Dat staat in het logboek.',
    'sign-title': 'Meetekenen',
    'sign-lead': 'Dit is het nieuwste ijkpunt:',
    'sign-step-1': 'Bewaar dit ijkpunt als bestand op de computer met de sleutel.',
    'sign-step-2': 'Vergelijk: het logboek mag alleen zijn gegroeid sinds u het laatst tekende.',
    'sign-step-3': 'Teken het, en plak hieronder wat eruit komt.',
    'sign-label': 'Het ijkpunt met uw handtekening',
    'sign-hint': 'De hele tekst, met de regel die met een streep en uw naam begint.',
    'sign-button': 'Handtekening insturen',
    signed: 'De handtekening van {name} bij {size, number} gebeurtenissen klopt en is openbaar.',
    'to-all': 'Alle getuigen',
    'or-command':
      'Of laat een computer het elk uur doen; die kijkt ook zelf of het logboek alleen is gegroeid:',
  },
  en: {
    title: 'Witnesses of the log',
    lead: 'A witness signs along how long the log was and which root it had. After that nobody can change anything unnoticed, or show you another log than somebody else. A witness sees numbers only, never people.',
    none: 'No witness is registered yet.',
    caption: 'Who signs along',
    name: 'Witness',
    organisation: 'Organisation',
    since: 'Registered on',
    last: 'Last signed',
    'last-of': '{when}, at {size, number} events',
    never: 'not yet',
    key: 'Key',
    'witnessed-title': 'The last checkpoint with a witness',
    'witnessed-lead':
      'Keep this text. Every program that reads C2SP checkpoints can check the signatures.',
    'latest-title': 'The newest checkpoint',
    'latest-none': 'There is no checkpoint yet.',
    how: 'How it works, and how to check it without us, stands in docs/guides/verify-the-log.md.',
    'unknown-title': 'What this does not prove',
    unknown:
      'That a witness looked at what the log says: a witness signs only that the log looked like this then. And that witnesses do not agree on something together: so more than one is good.',
    'own-title': 'Being a witness of the log',
    'own-lead':
      'Your organisation signs checkpoints along, with a key that only you have. So the region can change nothing later without your seeing it.',
    'own-none': 'Your organisation has not registered a key yet.',
    'register-title': 'Register a key',
    'register-lead':
      'Make the key on a computer of your organisation. The secret part stays there; you paste only the public part here.',
    'register-label': 'Public key of the witness',
    'register-hint': 'One line: name+number+key.',
    'register-button': 'Register the key',
    registered: 'Witness {name} is registered. That stands in the log.',
    'sign-title': 'Sign along',
    'sign-lead': 'This is the newest checkpoint:',
    'sign-step-1': 'Keep this checkpoint as a file on the computer with the key.',
    'sign-step-2': 'Compare: the log may only have grown since you last signed.',
    'sign-step-3': 'Sign it, and paste below what comes out.',
    'sign-label': 'The checkpoint with your signature',
    'sign-hint': 'The whole text, with the line that begins with a dash and your name.',
    'sign-button': 'Send the signature',
    signed: 'The signature of {name} at {size, number} events holds and is public.',
    'to-all': 'All witnesses',
    'or-command':
      'Or let a computer do it every hour; it also looks itself whether the log only grew:',
  },
}

type RefusedText =
  | 'no-witness-key'
  | 'name-taken'
  | 'no-checkpoint'
  | 'not-our-checkpoint'
  | 'signed-ahead'
  | 'no-known-witness'
  | 'other'

const refusals: Texts<RefusedText> = {
  nl: {
    'no-witness-key':
      'Dit is geen openbare sleutel van een getuige. Plak de hele regel: naam+getal+sleutel.',
    'name-taken': 'De naam {name} is al van een getuige. Maak een sleutel met een andere naam.',
    'no-checkpoint': 'Dit is geen ijkpunt. Plak de hele tekst, ook de lege regel.',
    'not-our-checkpoint':
      'Dit ijkpunt is niet van ons, of de tekst is veranderd. Neem het nieuwste ijkpunt opnieuw over.',
    'signed-ahead': 'De klok van de getuige loopt voor. Zet de klok goed en teken opnieuw.',
    'no-known-witness':
      'Er staat geen handtekening onder van een getuige die wij kennen, of zij klopt niet.',
    other: 'Dit kon niet worden gedaan. Er is niets veranderd.',
  },
  en: {
    'no-witness-key': 'This is no public key of a witness. Paste the whole line: name+number+key.',
    'name-taken': 'The name {name} belongs to a witness already. Make a key with another name.',
    'no-checkpoint': 'This is no checkpoint. Paste the whole text, with the empty line.',
    'not-our-checkpoint':
      'This checkpoint is not ours, or its text was changed. Take the newest checkpoint again.',
    'signed-ahead': 'The clock of the witness is ahead. Set it right and sign again.',
    'no-known-witness':
      'It bears no signature of a witness that we know, or the signature does not hold.',
    other: 'This could not be done. Nothing has changed.',
  },
}

/** Why a key or a signature was not taken. */
export function witnessRefused(
  { refused, facts }: { readonly refused: string; readonly facts: Facts },
  language: Language,
): string {
  return speak(refusals, language)(isKeyOf(refusals, refused) ? refused : 'other', facts)
}
