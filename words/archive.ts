/** What is said about the archive of a region: in the file itself, and by the commands that make and put it back. */
import type { ArchiveAbout, ArchiveFault } from '../core/oversight/archive-format.ts'
import { formatMoment, type Language, type Say, speak, type Texts } from './language.ts'

type Text =
  | 'read-title'
  | 'read-backup'
  | 'read-export'
  | 'read-reason'
  | 'read-personal'
  | 'read-check'
  | 'read-left-out'
  | 'no-file'
  | 'backing-up'
  | 'backed-up'
  | 'backed-up-keys'
  | 'backed-up-unsigned'
  | 'no-region'
  | 'file-there'
  | 'unreadable'
  | 'wrong'
  | 'more-wrong'
  | 'whole'
  | 'made-by-export'
  | 'compare-key'
  | 'log-then'
  | 'no-checkpoint'
  | 'other-log'
  | 'checkpoint-not-signed'
  | 'older'
  | 'older-refused'
  | 'within'
  | 'not-compared'
  | 'newer-program'
  | 'newer-tables'
  | 'not-empty'
  | 'log-differs'
  | 'restored'
  | 'held'
  | 'keys-away'
  | 'not-held'
  | 'resume-key'
  | 'resumed'
  | 'resumed-mail'
  | 'resumed-due'
  | 'resumed-later'

const texts: Texts<Text> = {
  nl: {
    'read-title': 'Alles van de regio {region}, zoals het was op {moment}',
    'read-backup': 'Dit is een reservekopie, gemaakt door wie de machine beheert.',
    'read-export':
      'Dit is een uitvoer van alles. Gevraagd door {askedBy} op {askedAt}, ingestemd door {agreedBy} op {agreedAt} (nummer {number}). Alleen {askedBy} mag dit bestand hebben.',
    'read-reason': 'Waarvoor: {reason}',
    'read-personal':
      'Hier staan gegevens van mensen in. Bewaar het versleuteld, gebruik het alleen hiervoor, en vernietig het daarna.',
    'read-check':
      'Of er iets is veranderd: "sha256sum -c SHA256SUMS" controleert elk bestand, "verdeelsleutel restore --check" ook wie het tekende. In about.json staat ook voor wie dit is gemaakt. Wie dat weghaalt, breekt de handtekening.',
    'read-left-out':
      'Niet erin: wie is ingelogd, codes en koppelingen die één keer werken, en de geheime sleutels.',
    'no-file': 'Zeg naar welk bestand, zoals parkstad.tar.',
    'backing-up': 'Rijen geschreven: {rows, number}',
    'backed-up':
      '{file}: {rows, number} rijen, {events, number} gebeurtenissen in het logboek (wortel {root}). Hash {hash}.',
    'backed-up-keys':
      'De sleutels staan er niet in. Bewaar log-key*.pem en practice-seed uit {folder} apart, op een andere plaats.',
    'backed-up-unsigned':
      'Er is geen sleutel van het logboek in de gegevensmap: deze kopie is niet getekend. Terugzetten kan dan alleen met --unsigned.',
    'no-region': 'In deze database staat geen regio {region}.',
    'file-there': 'Het bestand {file} is er al. Een reservekopie wordt nooit overschreven.',
    unreadable: '{file} is niet te lezen ({reason}).',
    wrong:
      '{count, plural, one {Er is iets mis} other {Er zijn # dingen mis}} met {file}. Er is niets teruggezet.',
    'more-wrong': 'En nog {count, number}.',
    whole:
      '{file} is heel: {files, number} bestanden, van {region} op {moment}, {events, number} gebeurtenissen in het logboek (wortel {root}). Hash {hash}.',
    'made-by-export':
      'Dit was een uitvoer van alles, gevraagd door {askedBy} en ingestemd door {agreedBy}, voor: {reason}',
    'compare-key':
      'De handtekening is van {key}. Vergelijk die met de sleutel die u kent, of geef haar met --key.',
    'log-then':
      'Het laatste ijkpunt in de kopie telt {size, number} gebeurtenissen. Vergelijk dat met wat getuigen bewaren, en geef het nieuwste met --checkpoint.',
    'no-checkpoint': 'In {file} staat geen ijkpunt.',
    'other-log': 'Het ijkpunt is van een ander logboek dan deze kopie.',
    'checkpoint-not-signed': 'Het ijkpunt is niet getekend met een sleutel van dit logboek.',
    older:
      'Deze kopie is ouder dan het ijkpunt: {lost, plural, one {# gebeurtenis} other {# gebeurtenissen}} van daarna {lost, plural, one {ontbreekt} other {ontbreken}}. Wie dat ijkpunt bewaart, ook elke getuige, ziet dat het logboek terugging.',
    'older-refused':
      'Is er geen nieuwere kopie? Geef dan --older: dit komt bij het hervatten in het logboek te staan.',
    within: 'Het logboek begint met de {size, number} gebeurtenissen van het ijkpunt dat u gaf.',
    'not-compared':
      'Of er na deze kopie nog een ijkpunt is getekend, is niet gecontroleerd: geef met --checkpoint het nieuwste dat een getuige bewaart.',
    'newer-program':
      'Deze kopie is gemaakt met een nieuwere versie van het programma (stap {name}). Gebruik die versie.',
    'newer-tables':
      'Deze database heeft al nieuwere tabellen dan de kopie (stap {name}). Gebruik een lege database.',
    'not-empty':
      'In deze database staat al iets van deze regio (tabel {name}). Terugzetten kan alleen waar de regio niet is.',
    'log-differs':
      'Het logboek uit de kopie is niet wat er bij {size, number} gebeurtenissen is getekend. Er is niets teruggezet.',
    restored: 'Teruggezet: {rows, number} rijen. Het logboek heeft dezelfde wortel als toen.',
    held: 'De regio staat stil: er gaat geen bericht uit, er sluit geen woning en er wordt niets getekend. Bekijk hem met "verdeelsleutel audit". Draait de regio nergens anders, en gaat hij hier verder? Geef dan "verdeelsleutel resume".',
    'keys-away':
      'De sleutel van het logboek staat niet in {folder}. Zet log-key*.pem (en practice-seed) daar terug voordat u hervat.',
    'not-held': 'Hier is geen regio die na het terugzetten stilstaat.',
    'resume-key':
      'De sleutel waarmee het logboek nu tekent, staat niet in {folder}. Zet log-key*.pem eerst terug; anders kan niets meer worden getekend.',
    resumed:
      'De regio {region} gaat hier verder, vanaf {moment}. Dat staat in het logboek. Start de server.',
    'resumed-mail':
      '{count, plural, =0 {Er wachtte geen mail.} one {# mail die toen wachtte, wordt niet verstuurd; het bericht staat wel bij de persoon.} other {# mails die toen wachtten, worden niet verstuurd; de berichten staan wel bij de mensen.}}',
    'resumed-due':
      'Bij de start gebeurt meteen, omdat de tijd ervan voorbij is: {tasks}. Wie in de tussentijd niet kon reageren, krijgt die tijd erbij.',
    'resumed-later':
      'In het logboek staat ook dat een later ijkpunt is getekend ({events, number} gebeurtenissen). Vertel dit aan de getuigen.',
  },
  en: {
    'read-title': 'All of the region {region}, as it was on {moment}',
    'read-backup': 'This is a back-up, made by who runs the machine.',
    'read-export':
      'This is an export of everything. Asked by {askedBy} on {askedAt}, agreed by {agreedBy} on {agreedAt} (number {number}). Only {askedBy} may have this file.',
    'read-reason': 'What for: {reason}',
    'read-personal':
      'This holds data about people. Keep it encrypted, use it for this only, and destroy it then.',
    'read-check':
      'Whether something was changed: "sha256sum -c SHA256SUMS" checks each file, "verdeelsleutel restore --check" also who signed. For whom this was made stands in about.json too. Whoever takes that away breaks the signature.',
    'read-left-out':
      'Not in it: who is logged in, codes and links that work once, and the secret keys.',
    'no-file': 'Say to which file, such as parkstad.tar.',
    'backing-up': 'Rows written: {rows, number}',
    'backed-up':
      '{file}: {rows, number} rows, {events, number} events in the log (root {root}). Hash {hash}.',
    'backed-up-keys':
      'The keys are not in it. Keep log-key*.pem and practice-seed from {folder} apart, at another place.',
    'backed-up-unsigned':
      'There is no key of the log in the data folder: this back-up is not signed. It can then only be restored with --unsigned.',
    'no-region': 'There is no region {region} in this database.',
    'file-there': 'The file {file} is there already. A back-up is never written over.',
    unreadable: '{file} cannot be read ({reason}).',
    wrong:
      '{count, plural, one {Something is} other {# things are}} wrong with {file}. Nothing was restored.',
    'more-wrong': 'And {count, number} more.',
    whole:
      '{file} is whole: {files, number} files, of {region} on {moment}, {events, number} events in the log (root {root}). Hash {hash}.',
    'made-by-export':
      'This was an export of everything, asked by {askedBy} and agreed by {agreedBy}, for: {reason}',
    'compare-key':
      'It was signed by {key}. Compare that with the key you know, or give it with --key.',
    'log-then':
      'The last checkpoint in it counts {size, number} events. Compare that with what witnesses keep, and give the newest with --checkpoint.',
    'no-checkpoint': '{file} holds no checkpoint.',
    'other-log': 'The checkpoint is of another log than this back-up.',
    'checkpoint-not-signed': 'The checkpoint is not signed with a key of this log.',
    older:
      'This back-up is older than the checkpoint: {lost, plural, one {# event} other {# events}} of after it {lost, plural, one {is} other {are}} missing. Whoever keeps that checkpoint, every witness too, sees that the log went back.',
    'older-refused':
      'Is there no newer back-up? Then give --older: this will stand in the log when the region is resumed.',
    within: 'The log begins with the {size, number} events of the checkpoint you gave.',
    'not-compared':
      'Whether a checkpoint was signed after this back-up was not checked: give with --checkpoint the newest that a witness keeps.',
    'newer-program':
      'This back-up was made with a newer version of the program (step {name}). Use that version.',
    'newer-tables':
      'This database has newer tables than the back-up already (step {name}). Use an empty database.',
    'not-empty':
      'This database has something of this region already (table {name}). Restoring is only possible where the region is not.',
    'log-differs':
      'The log in the back-up is not what was signed at {size, number} events. Nothing was restored.',
    restored: 'Restored: {rows, number} rows. The log has the same root as then.',
    held: 'The region is held: no message goes out, no home closes and nothing is signed. Look at it with "verdeelsleutel audit". Does the region run nowhere else, and go on here? Then give "verdeelsleutel resume".',
    'keys-away':
      'The key of the log is not in {folder}. Put log-key*.pem (and practice-seed) back there before you resume.',
    'not-held': 'There is no region here that is held after it was restored.',
    'resume-key':
      'The key with which the log is signed now is not in {folder}. Put log-key*.pem back first; else nothing can be signed any more.',
    resumed:
      'The region {region} goes on here, from {moment}. That stands in the log. Start the server.',
    'resumed-mail':
      '{count, plural, =0 {No mail waited.} one {# mail that waited then is not sent; the message is there for the person.} other {# mails that waited then are not sent; the messages are there for the people.}}',
    'resumed-due':
      'At the start this happens at once, for its time is over: {tasks}. Who could not respond meanwhile gets that time back.',
    'resumed-later':
      'The log also says that a later checkpoint was signed ({events, number} events). Tell the witnesses.',
  },
}

const faultTexts: Texts<ArchiveFault['code']> = {
  nl: {
    'not-an-archive': 'Dit is geen archief van een regio.',
    broken:
      '{name, select, none {Dit is geen archief van een regio, of het begin ervan is veranderd} other {Achter {name} is het archief niet verder te lezen}} (bij byte {offset, number}).',
    'file-differs': '{name} is veranderd.',
    'file-missing': '{name} ontbreekt.',
    'file-unknown': '{name} hoort er niet in.',
    'sums-unreadable': '{name} is geen lijst van hashes.',
    'not-signed': '{name} ontbreekt: niemand tekende voor dit archief.',
    'signature-wrong': 'De handtekening in {name} hoort niet bij dit archief.',
    'other-key': 'Het logboek in {name} is niet van de sleutel die u opgaf.',
  },
  en: {
    'not-an-archive': 'This is no archive of a region.',
    broken:
      '{name, select, none {This is no archive of a region, or its beginning was changed} other {Behind {name} the archive cannot be read on}} (at byte {offset, number}).',
    'file-differs': '{name} was changed.',
    'file-missing': '{name} is missing.',
    'file-unknown': '{name} does not belong in it.',
    'sums-unreadable': '{name} is no list of hashes.',
    'not-signed': '{name} is missing: nobody signed this archive.',
    'signature-wrong': 'The signature in {name} does not belong to this archive.',
    'other-key': 'The log in {name} is not of the key you gave.',
  },
}

export function sayArchive(language: Language): Say<Text> {
  return speak(texts, language)
}

export function archiveFaultText(
  { code, name, offset = 0 }: ArchiveFault,
  language: Language,
): string {
  return speak(faultTexts, language)(code, { name: name === '' ? 'none' : name, offset })
}

/** What somebody reads who opens the archive. */
export function archiveReadMe({ region, at, watermark }: ArchiveAbout, language: Language): string {
  const say = sayArchive(language)
  const moment = (text: string) => formatMoment(new Date(text), language)
  const made =
    watermark.for === 'back-up'
      ? [say('read-backup')]
      : [
          say('read-export', {
            ...{ askedBy: watermark.askedBy, agreedBy: watermark.agreedBy },
            ...{ askedAt: moment(watermark.askedAt), agreedAt: moment(watermark.agreedAt) },
            number: watermark.export,
          }),
          say('read-reason', { reason: watermark.reason }),
        ]
  return [
    say('read-title', { region, moment: moment(at) }),
    '',
    ...[...made, say('read-personal'), '', say('read-check'), say('read-left-out'), ''],
  ].join('\n')
}
