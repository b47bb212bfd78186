/** Correcting a name or a date of birth (persoonsgegevens verbeteren): at the counter, for the second, and for the person. */
import { formatDay, type Language, speak, type Texts } from './language.ts'

const nl = {
  link: 'Naam of geboortedatum verbeteren',
  title: 'Naam of geboortedatum van {name} verbeteren',
  lead: 'Vul in hoe het moet zijn. U stelt het voor, een collega beslist. {name} krijgt direct bericht.',
  'not-transfer':
    'Dit is voor een fout of een nieuwe naam. Een inschrijving gaat nooit over op een ander mens.',
  name: 'Naam',
  'name-hint': 'Zoals het op het bewijs staat.',
  born: 'Geboortedatum',
  ground: 'Waarom klopt het nu niet?',
  'ground-entered-wrongly': 'Verkeerd ingevuld of ingevoerd',
  'ground-name-changed': 'De naam is veranderd',
  'ground-date-established': 'De geboortedatum is later vastgesteld',
  'ground-decided-on-complaint': 'Beslist na een klacht',
  paper: 'Welk bewijs heeft u gezien?',
  'paper-passport': 'Paspoort',
  'paper-identity-card': 'Identiteitskaart',
  'paper-driving-licence': 'Rijbewijs',
  'paper-residence-document': 'Verblijfsdocument',
  'paper-population-register': 'Uittreksel uit de basisregistratie personen',
  'paper-civil-record': 'Akte van de burgerlijke stand',
  'paper-court-decision': 'Besluit van de rechter of de koning',
  'paper-on': 'Van welke dag is het bewijs?',
  'paper-on-hint': 'De dag van afgifte: bijvoorbeeld 3-6-2023. Schrijf geen nummer over.',
  choose: 'Kies',
  seen: 'Ik heb het bewijs gezien en teruggegeven, en er geen kopie van gemaakt',
  propose: 'Voorstellen',
  back: 'Terug naar het dossier',
  proposed:
    'Het voorstel is doorgegeven. Een collega beslist; {name} krijgt daar bericht van. Tot dan blijft het dossier zoals het was.',
  waits:
    'Er wacht al een voorstel van {on, date, day}. Een collega beslist daarover. Daarna kan er een nieuw voorstel komen.',

  'name-odd': 'Vul een naam in, zonder cijfers en van hoogstens {most} tekens.',
  'born-odd': 'Vul een geboortedatum in die kan, bijvoorbeeld 3-6-1985.',
  'too-young':
    'Met deze datum is iemand jonger dan {age} jaar. Dan kan er geen inschrijving zijn. Leg uit dat uitschrijven kan, bij Mijn inschrijving.',
  'identity-ground-missing': 'Kies waarom het nu niet klopt.',
  'paper-missing': 'Kies welk bewijs u heeft gezien.',
  'paper-day-missing': 'Vul de dag van het bewijs in als 3-6-2023.',
  'paper-in-future': 'De dag van het bewijs ligt in de toekomst. Kijk nog eens op het bewijs.',
  'paper-not-seen': 'Zet een vinkje als u het bewijs heeft gezien en teruggegeven.',
  'identity-is-the-same': 'Dit staat al zo in het dossier. Verander de naam of de geboortedatum.',
  'already-proposed':
    'Een collega stelde intussen ook een verbetering voor. Wacht tot daarover is beslist.',
  'changed-meanwhile':
    'Het dossier is intussen veranderd: wat hier “nu” heet, staat er niet meer. Kies “niet akkoord” en laat een nieuw voorstel maken.',

  'review-title': 'Verbetering van naam of geboortedatum toetsen',
  'review-who': 'Dossier van',
  'review-paper': 'Bewijs',
  'review-paper-of': '{paper}, van {on, date, day}',
  'review-ask':
    'Wie dit voorstelde, zag het bewijs en gaf het terug. Twijfelt u? Vraag het na bij uw collega, of laat de persoon nog eens langskomen. U kunt ook “niet akkoord” kiezen.',
  'review-both':
    'Naam én geboortedatum veranderen. Gaat het wel om hetzelfde mens? Een inschrijving is niet over te dragen.',
  'review-namesake':
    'Er staat al iemand ingeschreven met deze naam en geboortedatum. Is het dezelfde mens, dan zijn er straks twee inschrijvingen van één persoon.',
  'work-line-both': 'Naam en geboortedatum, voorgesteld op {on, date, day}',
  'work-line-name': 'Naam, voorgesteld op {on, date, day}',
  'work-line-born': 'Geboortedatum, voorgesteld op {on, date, day}',

  'name-change': 'Naam: van {from} naar {to}.',
  'born-change': 'Geboortedatum: van {from} naar {to}.',
  gone: 'Wat er stond, is gewist.',
  'own-waits':
    'Op {on, date, day} is aan de balie een verbetering voorgesteld. Een tweede medewerker beslist. U krijgt bericht.',
  'own-title': 'Verbeterd',
  'own-made': 'Op {on, date, day}.',
} as const

type Text = keyof typeof nl

export const identityTexts: Texts<Text> = {
  nl,
  en: {
    link: 'Correct the name or date of birth',
    title: 'Correct the name or date of birth of {name}',
    lead: 'Fill in what it must be. You put it forward, a colleague decides. {name} is told at once.',
    'not-transfer':
      'This is for a mistake or a new name. A registration never passes to another human being.',
    name: 'Name',
    'name-hint': 'As it stands on the paper.',
    born: 'Date of birth',
    ground: 'Why is it not right now?',
    'ground-entered-wrongly': 'Filled in or entered wrongly',
    'ground-name-changed': 'The name has changed',
    'ground-date-established': 'The date of birth was established later',
    'ground-decided-on-complaint': 'Decided on a complaint',
    paper: 'Which paper did you see?',
    'paper-passport': 'Passport',
    'paper-identity-card': 'Identity card',
    'paper-driving-licence': 'Driving licence',
    'paper-residence-document': 'Residence document',
    'paper-population-register': 'Extract from the population register',
    'paper-civil-record': 'Record of the civil registry',
    'paper-court-decision': 'Decision of a court or the king',
    'paper-on': 'Of which day is the paper?',
    'paper-on-hint': 'The day of issue: for example 3-6-2023. Copy no number.',
    choose: 'Choose',
    seen: 'I saw the paper and gave it back, and made no copy of it',
    propose: 'Put forward',
    back: 'Back to the file',
    proposed:
      'It was put forward. A colleague decides; {name} will be told. Until then the file stays as it was.',
    waits:
      'A proposal of {on, date, day} is waiting. A colleague decides on it. After that there can be a new one.',

    'name-odd': 'Fill in a name, without digits and of at most {most} characters.',
    'born-odd': 'Fill in a date of birth that can be, for example 3-6-1985.',
    'too-young':
      'By this date somebody is younger than {age}. Then there can be no registration. Explain that they can deregister, at My registration.',
    'identity-ground-missing': 'Choose why it is not right now.',
    'paper-missing': 'Choose which paper you saw.',
    'paper-day-missing': 'Fill in the day of the paper as 3-6-2023.',
    'paper-in-future': 'The day of the paper lies in the future. Look at the paper once more.',
    'paper-not-seen': 'Tick the box when you saw the paper and gave it back.',
    'identity-is-the-same':
      'This is what the file says already. Change the name or the date of birth.',
    'already-proposed':
      'A colleague put a correction forward meanwhile. Wait until that is decided on.',
    'changed-meanwhile':
      'The file has changed meanwhile: what is called “now” here stands there no longer. Choose “disagree” and have a new proposal made.',

    'review-title': 'Review a correction of a name or date of birth',
    'review-who': 'File of',
    'review-paper': 'Paper',
    'review-paper-of': '{paper}, of {on, date, day}',
    'review-ask':
      'Who put this forward saw the paper and gave it back. In doubt? Ask your colleague, or have the person come by once more. You can also choose “disagree”.',
    'review-both':
      'Both the name and the date of birth change. Is it the same human being? A registration cannot be handed over.',
    'review-namesake':
      'Somebody with this name and date of birth is registered already. If it is the same human being, one person will have two registrations.',
    'work-line-both': 'Name and date of birth, put forward on {on, date, day}',
    'work-line-name': 'Name, put forward on {on, date, day}',
    'work-line-born': 'Date of birth, put forward on {on, date, day}',

    'name-change': 'Name: from {from} to {to}.',
    'born-change': 'Date of birth: from {from} to {to}.',
    gone: 'What it said was erased.',
    'own-waits':
      'On {on, date, day} a correction was put forward at the counter. A second member of staff decides. You will hear.',
    'own-title': 'Corrected',
    'own-made': 'On {on, date, day}.',
  },
}

type Day = Parameters<typeof formatDay>[0]
type Change<Value> = { readonly from: Value; readonly to: Value }

/** What a correction of who somebody is changes, in whole sentences. */
export function identityInWords(
  { name, born }: { readonly name?: Change<string>; readonly born?: Change<Day> },
  language: Language,
): string {
  const say = speak(identityTexts, language)
  const lines = [
    ...(name ? [say('name-change', name)] : []),
    ...(born
      ? [
          say('born-change', {
            from: formatDay(born.from, language),
            to: formatDay(born.to, language),
          }),
        ]
      : []),
  ]
  return lines.length === 0 ? say('gone') : lines.join(' ')
}
