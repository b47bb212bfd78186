/** What the terminal says around the work of a command: summaries, and what was wrong with a question. */
import { type Language, type Say, speak, type Texts } from './language.ts'

export type CommandText =
  | 'check-summary'
  | 'breach'
  | 'warning'
  | 'notice'
  | 'no-book'
  | 'no-date'
  | 'no-seed'
  | 'no-moment'
  | 'no-seconds'
  | 'not-in-force'
  | 'two-books'
  | 'altered-book'
  | 'other-engine'
  | 'other-form'
  | 'no-ranking-in-receipt'
  | 'which-seeker'
  | 'unknown-command'
  | 'unknown-option'
  | 'needs-value'
  | 'no-language'
  | 'needs-words'
  | 'did-you-mean'
  | 'see-help'
  | 'unexpected'
  | 'cannot-write'
  | 'same-file'
  | 'writes-over-input'
  | 'cannot-show'
  | 'test-summary'
  | 'test-none'
  | 'test-passed'
  | 'test-failed'
  | 'test-expected'
  | 'test-found'
  | 'both-listing-seekers'

const texts: Texts<CommandText> = {
  nl: {
    'check-summary':
      '{breaches, plural, =0 {Geen overtredingen} one {# overtreding} other {# overtredingen}}, {warnings, plural, =0 {geen waarschuwingen} one {# waarschuwing} other {# waarschuwingen}}, {notices, plural, =0 {geen meldingen} one {# melding} other {# meldingen}}.',
    breach: 'Overtreding',
    warning: 'Waarschuwing',
    notice: 'Melding',
    'no-book': 'Noem een regelboek: het pad van een bestand, of de naam van een meegeleverd boek.',
    'no-date': '"{found}" is geen datum. Schrijf een datum als 2026-07-01.',
    'no-seed': '"{found}" is geen zaad: dat zijn 64 hexadecimale tekens.',
    'no-moment': '"{found}" is geen tijdstip. Schrijf het als 2026-06-03T12:00:00+02:00.',
    'no-seconds': '"{found}" is geen heel aantal seconden.',
    'not-in-force': 'Op {on} gelden geen regels uit dit boek.',
    'two-books': 'Noem twee regelboeken om te vergelijken.',
    'altered-book':
      'Het regelboek {book} op deze bon heeft niet de hash die erbij staat: er is iets aan veranderd.',
    'other-engine': 'De bon is gemaakt door {maker}; dit is {engine}.',
    'other-form': 'De uitkomst is gelijk, maar de bon is niet in canonieke vorm geschreven.',
    'no-ranking-in-receipt': 'De regels op deze bon hebben geen rangorde voor deze woning.',
    'which-seeker': 'Noem de woningzoekende met --seeker.',
    'unknown-command': 'Het commando "{found}" bestaat niet.',
    'unknown-option': 'De optie "{found}" bestaat niet bij dit commando.',
    'needs-value': 'De optie "{found}" heeft een waarde nodig.',
    'no-language': '"{found}" is geen taal van dit programma. Kies nl of en.',
    'needs-words': 'Dit commando heeft nog nodig: {missing}.',
    'did-you-mean': 'Bedoelde u {near}?',
    'see-help': 'Zie: verdeelsleutel {command} --help',
    unexpected:
      'Er ging iets mis dat niet mag ({cause}). Meld dit met wat u deed; er is niets half weggeschreven.',
    'cannot-show': 'De uitkomst kon niet helemaal worden getoond ({reason}).',
    'cannot-write':
      '{file} kan niet worden geschreven: {reason, select, ENOENT {de map bestaat niet. Maak die map eerst, of kies een andere.} EISDIR {dat is een map. Zet er de naam van een bestand achter.} ENOTDIR {een deel van dit pad is een bestand en geen map.} EACCES {u mag daar niet schrijven. Kies een andere map.} EPERM {u mag daar niet schrijven. Kies een andere map.} EROFS {daar mag niets bij. Kies een andere map.} ENOSPC {de schijf is vol. Maak ruimte, of kies een andere schijf.} other {{reason}.}} Er is niets half weggeschreven.',
    'same-file':
      '{options} noemen allebei {file}: het ene zou over het andere heen gaan. Noem twee bestanden.',
    'writes-over-input':
      '{option} noemt {file}, en dat bestand wordt hier gelezen: het zou worden overschreven. Noem een ander bestand.',
    'test-summary':
      '{passed, plural, one {# scenario klopt} other {# scenario’s kloppen}}, {failed, plural, =0 {geen wijkt af} one {# wijkt af} other {# wijken af}}.',
    'test-none': 'Er zijn geen scenario’s gevonden.',
    'test-passed': 'klopt',
    'test-failed': 'wijkt af',
    'test-expected': 'verwacht',
    'test-found': 'gevonden',
    'both-listing-seekers': 'Geef een zaak, of --rules, --listing en --seekers samen.',
  },
  en: {
    'check-summary':
      '{breaches, plural, =0 {No breaches} one {# breach} other {# breaches}}, {warnings, plural, =0 {no warnings} one {# warning} other {# warnings}}, {notices, plural, =0 {no notices} one {# notice} other {# notices}}.',
    breach: 'Breach',
    warning: 'Warning',
    notice: 'Notice',
    'no-book': 'Name a rule book: the path of a file, or the name of a shipped book.',
    'no-date': '"{found}" is not a date. Write a date as 2026-07-01.',
    'no-seed': '"{found}" is not a seed: that is 64 hexadecimal digits.',
    'no-moment': '"{found}" is no moment. Write it as 2026-06-03T12:00:00+02:00.',
    'no-seconds': '"{found}" is no whole number of seconds.',
    'not-in-force': 'On {on} no rules of this book are in force.',
    'two-books': 'Name two rule books to compare.',
    'altered-book':
      'The rule book {book} on this receipt does not have the hash given: something was changed.',
    'other-engine': 'The receipt was made by {maker}; this is {engine}.',
    'other-form': 'The outcome is the same, but the receipt is not written in canonical form.',
    'no-ranking-in-receipt': 'The rules on this receipt have no ranking for this home.',
    'which-seeker': 'Name the seeker with --seeker.',
    'unknown-command': 'The command "{found}" does not exist.',
    'unknown-option': 'The option "{found}" does not exist for this command.',
    'needs-value': 'The option "{found}" needs a value.',
    'no-language': '"{found}" is not a language of this program. Choose nl or en.',
    'needs-words': 'This command still needs: {missing}.',
    'did-you-mean': 'Did you mean {near}?',
    'see-help': 'See: verdeelsleutel {command} --help',
    unexpected:
      'Something went wrong that may not ({cause}). Please report it with what you did; nothing was written half.',
    'cannot-show': 'The outcome could not be shown in full ({reason}).',
    'cannot-write':
      '{file} cannot be written: {reason, select, ENOENT {the folder does not exist. Make it first, or choose another.} EISDIR {that is a folder. Put the name of a file after it.} ENOTDIR {part of this path is a file and no folder.} EACCES {you may not write there. Choose another folder.} EPERM {you may not write there. Choose another folder.} EROFS {nothing can be added there. Choose another folder.} ENOSPC {the disk is full. Make room, or choose another disk.} other {{reason}.}} Nothing was written half.',
    'same-file': '{options} both name {file}: one would go over the other. Name two files.',
    'writes-over-input':
      '{option} names {file}, and that file is read here: it would be overwritten. Name another file.',
    'test-summary':
      '{passed, plural, one {# scenario is} other {# scenarios are}} as expected, {failed, plural, =0 {none differs} one {# differs} other {# differ}}.',
    'test-none': 'No scenarios were found.',
    'test-passed': 'as expected',
    'test-failed': 'differs',
    'test-expected': 'expected',
    'test-found': 'found',
    'both-listing-seekers': 'Give a case, or --rules, --listing and --seekers together.',
  },
}

export function sayCommand(language: Language): Say<CommandText> {
  return speak(texts, language)
}
