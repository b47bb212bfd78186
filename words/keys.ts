/** What the page of keys says (sleutels). */
import type { Facts } from '../core/basics/facts.ts'
import { isKeyOf, type Language, speak, type Texts } from './language.ts'

const nl = {
  title: 'Sleutels',
  lead: 'Met een sleutel zet iemand een handtekening die een ander kan controleren. Hier staat alleen het openbare deel. Het geheime deel staat op geen enkele bladzijde.',
  done: 'Het is gedaan.',

  'log-title': 'Van het logboek',
  'log-lead':
    'Met deze sleutel tekent het systeem hoe lang het logboek is, en wat erin staat. Geeft u een sleutel door aan wie controleert? Geef dan de hele regel.',
  'log-none': 'Dit systeem tekent het logboek niet: er is geen sleutel.',
  'state-used': 'In gebruik',
  'state-former': 'Van vroeger',
  'state-announced': 'Bekendgemaakt; tekent binnen een halve minuut mee',
  'not-here':
    'Het bestand van deze sleutel staat niet in de gegevensmap van deze server. Zonder dat bestand tekent deze server niet.',
  key: 'Openbare sleutel',
  print: 'Vingerafdruk',
  since: 'Sinds',
  'last-used': 'Laatst gebruikt',
  never: 'nog niet',
  state: 'Stand',
  secret: 'Geheime deel',
  'secret-until':
    'Staat nog in de gegevensmap. Wordt daar weggehaald op {moment}: zo lang kan een reservekopie van daarvoor worden teruggezet. Gooi daarna ook de kopieën ervan weg.',
  'secret-gone': 'Niet in de gegevensmap van deze server.',
  name: 'Naam',

  'change-title': 'Een andere sleutel',
  'change-lead':
    'Doe dit als iemand bij het geheime deel kan zijn gekomen, of als de sleutel oud is. U vraagt het; een tweede technisch beheerder stemt in. De server maakt dan zelf de nieuwe sleutel. Dat staat in het logboek, getekend met de oude sleutel en met de nieuwe. Oude bewijzen blijven kloppen.',
  reason: 'Waarom is een andere sleutel nodig?',
  'reason-hint': 'De tweede persoon leest dit. Schrijf geen namen op.',
  ask: 'Vraag een andere sleutel',
  'waiting-title': 'Wacht op een tweede persoon',
  'waiting-reason': 'Waarom',
  'waiting-by': 'Gevraagd door',
  'waiting-at': 'Gevraagd',
  'waiting-own':
    'U vroeg dit zelf. Een andere technisch beheerder stemt in. Uw vraag terugnemen kan wel.',
  'agree-consequence':
    'Als u instemt, maakt de server meteen een nieuwe sleutel. Terug naar de oude kan niet. Maak daarna een reservekopie van de gegevensmap.',
  agree: 'Stem in: maak een nieuwe sleutel',
  refuse: 'Wijs af',
  withdraw: 'Neem de vraag terug',
  'backup-note': 'Maak nu een reservekopie van de gegevensmap: daarin staat de nieuwe sleutel.',

  'witness-title': 'Van getuigen',
  'witness-lead':
    'Een getuige tekent mee met een eigen sleutel, die wij niet hebben. Wie dat zijn, ziet iedereen.',
  'witness-link': 'Wie meetekent, en tot waar',
  'witness-none': 'Nog geen getuige heeft een sleutel aangemeld.',

  'beacon-title': 'Van het baken',
  'beacon-lead': 'Elke ronde van het baken is getekend met deze sleutel. Daaruit volgt de loting.',
  'beacon-practice':
    'Dit is een oefenbaken. Wie het geheim ervan kent, kan de ronden vooruit berekenen. Een loting hiermee is een oefenloting, en geldt nooit voor een echte woning.',
  'beacon-none': 'Er is geen baken. Woningen die worden verloot, kunnen niet sluiten.',
  'beacon-use': 'Laatste loting',
} as const

export type KeyText = keyof typeof nl

export const keyTexts: Texts<KeyText> = {
  nl,
  en: {
    title: 'Keys',
    lead: 'With a key somebody signs, and somebody else can check it. Only the public part stands here. The secret part stands on no page.',
    done: 'It is done.',

    'log-title': 'Of the log',
    'log-lead':
      'With this key the system signs how long the log is, and what is in it. Do you pass a key on to who checks? Then give the whole line.',
    'log-none': 'This system does not sign its log: there is no key.',
    'state-used': 'In use',
    'state-former': 'Of before',
    'state-announced': 'Announced; signs along within half a minute',
    'not-here':
      'The file of this key is not in the data folder of this server. Without that file this server does not sign.',
    key: 'Public key',
    print: 'Fingerprint',
    since: 'Since',
    'last-used': 'Last used',
    never: 'not yet',
    state: 'State',
    secret: 'Secret part',
    'secret-until':
      'Still in the data folder. Is taken out of it on {moment}: so long a back-up of before can be restored. Throw its copies away then too.',
    'secret-gone': 'Not in the data folder of this server.',
    name: 'Name',

    'change-title': 'Another key',
    'change-lead':
      'Do this when somebody may have had the secret part, or when the key is old. You ask; a second technical administrator agrees. Then the server makes the new key itself. That stands in the log, signed with the old key and with the new one. Proofs of before still hold.',
    reason: 'Why is another key needed?',
    'reason-hint': 'The second person reads this. Write no names.',
    ask: 'Ask for another key',
    'waiting-title': 'Waits for a second person',
    'waiting-reason': 'Why',
    'waiting-by': 'Asked by',
    'waiting-at': 'Asked',
    'waiting-own':
      'You asked this yourself. Another technical administrator agrees. You can take it back.',
    'agree-consequence':
      'When you agree, the server makes a new key at once. There is no way back to the old one. Make a copy of the data folder afterwards.',
    agree: 'Agree: make a new key',
    refuse: 'Refuse',
    withdraw: 'Take it back',
    'backup-note': 'Make a copy of the data folder now: the new key is in it.',

    'witness-title': 'Of witnesses',
    'witness-lead':
      'A witness signs along with a key of its own, which we do not have. Everybody sees who they are.',
    'witness-link': 'Who signs along, and up to where',
    'witness-none': 'No witness has registered a key yet.',

    'beacon-title': 'Of the beacon',
    'beacon-lead':
      'Each round of the beacon is signed with this key. The draw of lots follows from it.',
    'beacon-practice':
      'This is a beacon for practice. Whoever knows its secret can compute its rounds ahead. A draw with it is a practice draw, and never counts for a real home.',
    'beacon-none': 'There is no beacon. Homes that are drawn by lot cannot close.',
    'beacon-use': 'Last draw',
  },
}

type Refused =
  | 'reason-missing'
  | 'text-too-long'
  | 'not-signed-yet'
  | 'change-not-signed-yet'
  | 'already-asked'
  | 'asked-it-yourself'
  | 'request-gone'
  | 'key-not-here'

const refusals: Texts<Refused> = {
  nl: {
    'reason-missing': 'Schrijf op waarom een andere sleutel nodig is.',
    'text-too-long': 'Deze tekst is te lang: hooguit {most, number} tekens.',
    'not-signed-yet': 'Het logboek is nog niet getekend. Probeer het over een minuut opnieuw.',
    'change-not-signed-yet':
      'De vorige nieuwe sleutel tekent nog niet. Probeer het over een minuut opnieuw.',
    'already-asked': 'Een andere sleutel is al gevraagd, en wacht op een tweede persoon.',
    'asked-it-yourself': 'U vroeg dit zelf. Een andere technisch beheerder stemt in.',
    'request-gone': 'Deze vraag wacht niet meer: iemand anders was u voor, of zij is teruggenomen.',
    'key-not-here':
      'De sleutel die nu tekent, staat niet in de gegevensmap van deze server. Zet dat bestand eerst terug.',
  },
  en: {
    'reason-missing': 'Write down why another key is needed.',
    'text-too-long': 'This text is too long: at most {most, number} characters.',
    'not-signed-yet': 'The log was not signed yet. Try again in a minute.',
    'change-not-signed-yet': 'The previous new key does not sign yet. Try again in a minute.',
    'already-asked': 'Another key was asked already, and waits for a second person.',
    'asked-it-yourself': 'You asked this yourself. Another technical administrator agrees.',
    'request-gone':
      'This does not wait any more: somebody else was before you, or it was taken back.',
    'key-not-here':
      'The key that signs now is not in the data folder of this server. Put that file back first.',
  },
}

/** Why a key was not changed; undefined for what is none of these. */
export function keyRefusalText(
  { refused, facts }: { readonly refused: string; readonly facts: Facts },
  language: Language,
): string | undefined {
  return isKeyOf(refusals, refused) ? speak(refusals, language)(refused, facts) : undefined
}
