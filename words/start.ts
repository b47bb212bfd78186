/** What the server says when it starts and stops. */
import type { Texts } from './language.ts'

type Text =
  | 'database'
  | 'moved'
  | 'migrated'
  | 'filling'
  | 'living'
  | 'writing'
  | 'checking'
  | 'filled'
  | 'elsewhere'
  | 'ready'
  | 'accounts'
  | 'stop'
  | 'stopping'
  | 'stopped'
  | 'port-taken'
  | 'held'
  | 'outbox'

export const startTexts: Texts<Text> = {
  nl: {
    database: 'De database draait.',
    moved:
      'De gegevens staan in {folder}: in {asked} kan de gebruiker niet komen die de database draait.',
    migrated: 'De tabellen zijn bijgewerkt ({count}).',
    filling: 'De voorbeeldregio wordt gevuld. Dat gebeurt één keer.',
    living: 'Drie jaar leven in de regio',
    writing: 'Dossiers, woningen en logboek schrijven',
    checking: 'Verwijzingen controleren',
    filled:
      'Gevuld in {seconds} seconden: {people, number} mensen, {listings, number} advertenties, {events, number} regels in het logboek.',
    elsewhere: 'Een ander proces heeft de regio gevuld.',
    ready: 'Verdeelsleutel staat op {url} (gestart in {seconds} seconden)',
    accounts: 'Kies bij het inloggen wie u wilt zijn, bijvoorbeeld:',
    outbox: 'Mail gaat nergens heen: zij staat op {url}',
    stop: 'Stoppen: Ctrl-C. Alles blijft bewaard.',
    stopping: 'Wat bezig is, wordt afgemaakt.',
    stopped: 'Gestopt.',
    'port-taken': 'Poort {port} is al in gebruik. Kies een andere met PORT.',
    held: 'Deze regio is teruggezet van een reservekopie en staat stil. Draait zij nergens anders, en gaat zij hier verder? Geef dan eerst: verdeelsleutel resume',
  },
  en: {
    database: 'The database is running.',
    moved: 'The data are in {folder}: the user who runs the database cannot come in {asked}.',
    migrated: 'The tables were brought up to date ({count}).',
    filling: 'The example region is being filled. This happens once.',
    living: 'Living three years in the region',
    writing: 'Writing files, homes and log',
    checking: 'Checking references',
    filled:
      'Filled in {seconds} seconds: {people, number} people, {listings, number} listings, {events, number} lines in the log.',
    elsewhere: 'Another process filled the region.',
    ready: 'Verdeelsleutel is at {url} (started in {seconds} seconds)',
    accounts: 'When you log in, choose who you want to be, for example:',
    outbox: 'Mail goes nowhere: it stands on {url}',
    stop: 'To stop: Ctrl-C. Everything is kept.',
    stopping: 'Finishing what is being done.',
    stopped: 'Stopped.',
    'port-taken': 'Port {port} is in use already. Choose another with PORT.',
    held: 'This region was restored from a back-up and is held. Does it run nowhere else, and go on here? Then first give: verdeelsleutel resume',
  },
}
