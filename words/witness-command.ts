/** What the command of a witness says. */
import { type Language, type Say, speak, type Texts } from './language.ts'

type Text =
  | 'no-key-file'
  | 'no-address'
  | 'key-file-unreadable'
  | 'key-file-there'
  | 'name-unreadable'
  | 'key-made'
  | 'no-log-key'
  | 'no-checkpoint'
  | 'other-key'
  | 'changed'
  | 'not-taken'
  | 'signed'

const texts: Texts<Text> = {
  nl: {
    'no-key-file': 'Zeg met --key-file waar de sleutel van de getuige staat, of komt.',
    'no-address': 'Zeg van welk adres het ijkpunt komt, zoals https://voorbeeld.example.org.',
    'key-file-unreadable': 'In {file} staat geen sleutel van een getuige.',
    'key-file-there': 'Het bestand {file} is er al. Een sleutel wordt nooit overschreven.',
    'name-unreadable': 'De naam "{name}" kan niet: zonder spaties en zonder +.',
    'key-made':
      'De sleutel staat in {file}. Bewaar dat bestand geheim. Meld deze regel aan bij /huurders/getuige:',
    'no-log-key':
      'Geef de eerste keer met --key de sleutel van het logboek, zoals de regio die bekend maakte (naam+hash+sleutel).',
    'no-checkpoint': 'Op {address} is nu geen ijkpunt te krijgen. Er is niets getekend.',
    'other-key':
      'Het ijkpunt op {address} is niet getekend met de sleutel van het logboek. Er is niets getekend.',
    changed:
      'Het logboek is veranderd: het begint niet met de {before, number} gebeurtenissen die u eerder tekende (nu {size, number}). Er is niets getekend. Bewaar uw sleutelbestand, en meld dit.',
    'not-taken': 'De handtekening is gezet en bewaard, maar niet aangenomen ({why}).',
    signed:
      'Getekend: {size, number} gebeurtenissen, {grown, number} meer dan de vorige keer. Het logboek is alleen gegroeid.',
  },
  en: {
    'no-key-file': 'Say with --key-file where the key of the witness is, or comes.',
    'no-address':
      'Say from which address the checkpoint comes, such as https://example.example.org.',
    'key-file-unreadable': '{file} holds no key of a witness.',
    'key-file-there': 'The file {file} is there already. A key is never written over.',
    'name-unreadable': 'The name "{name}" cannot be: without spaces and without +.',
    'key-made':
      'The key is in {file}. Keep that file secret. Register this line at /huurders/getuige:',
    'no-log-key':
      'The first time, give with --key the key of the log, as the region made it known (name+hash+key).',
    'no-checkpoint': 'No checkpoint can be had from {address} now. Nothing was signed.',
    'other-key':
      'The checkpoint at {address} is not signed with the key of the log. Nothing was signed.',
    changed:
      'The log was changed: it does not begin with the {before, number} events that you signed before (now {size, number}). Nothing was signed. Keep your key file, and tell somebody.',
    'not-taken': 'The signature was made and kept, but not taken ({why}).',
    signed:
      'Signed: {size, number} events, {grown, number} more than the last time. The log only grew.',
  },
}

export function sayWitness(language: Language): Say<Text> {
  return speak(texts, language)
}
