/** What is said about papers (documenten): to who gives them, and to who looks at them. */
import type { Texts } from './language.ts'

const nl = {
  title: 'Uw papieren',
  'none-title': 'Er worden nu geen papieren van u gevraagd',
  none: 'Wij vragen pas om papieren als u ja zei tegen een woning. Dan ziet u hier wat nodig is, en tot wanneer.',
  'for-home': 'Voor {address}',
  by: 'Geef ze uiterlijk {moment}.',
  'copy-anyway': 'Toch een kopie sturen',
  'all-seen': 'Alles is gezien. U hoeft niets meer te geven.',
  'show-title': 'Liever niet sturen?',
  show: 'Dat hoeft niet. U kunt de papieren laten zien aan de balie of bij de bezichtiging. De verhuurder schrijft op wat is gezien en geeft alles meteen terug. Dat telt even goed.',
  'need-income': 'Wat het huishouden verdient',
  'need-income-more':
    'De inkomensverklaring van de Belastingdienst, of loonstroken, een uitkeringsspecificatie of een pensioenoverzicht.',
  'need-household': 'Wie er in het huishouden zijn',
  'need-household-more':
    'Een uittreksel uit de bevolkingsregistratie van de gemeente, niet ouder dan drie maanden.',
  'need-identity': 'Wie u bent',
  'need-identity-more':
    'Laat uw paspoort, identiteitskaart of verblijfsdocument liever zien. Stuurt u een kopie, dek dan uw foto en burgerservicenummer af.',
  given: 'Gegeven',
  'given-on': '{media}, {kilobytes, number} kB, {moment}',
  'media-pdf': 'PDF',
  'media-jpeg': 'Foto',
  'media-png': 'Afbeelding',
  open: 'Bekijk',
  erase: 'Wis dit papier',
  file: 'Kies een bestand',
  'file-hint': 'Een PDF of een foto (JPEG of PNG), hoogstens 10 MB.',
  blacked: 'Mijn burgerservicenummer (BSN) is op dit papier niet te lezen',
  'blacked-how':
    'Zo doet u dat: leg een strookje papier op het nummer voor u de foto maakt, of streep het door in een kopie. De app KopieID van de overheid helpt erbij.',
  'no-number': 'Het nummer in dit bestand is geen burgerservicenummer',
  send: 'Geef dit papier',
  saved: 'Wij hebben uw papier',
  'saved-more':
    'Alleen u, uw helper als die dat mag, en deze verhuurder kunnen het openen. Wij wissen het vanzelf: zodra de woning naar een ander gaat, of 30 dagen nadat uw huur begint.',
  erased: 'Uw papier is gewist',
  'file-missing': 'Kies eerst een bestand.',
  'file-too-large':
    'Dit bestand is groter dan 10 MB. Maak een foto met minder punten, of een PDF van minder bladzijden. Er is niets opgeslagen.',
  'file-kind':
    'Dit is geen PDF, JPEG of PNG. De naam zegt dat niet altijd: wij kijken naar wat erin zit. Maak er een foto van, of bewaar het als PDF.',
  'file-broken':
    'Dit bestand is beschadigd of niet af. Maak het opnieuw, of maak een foto van het papier.',
  'file-active':
    'In deze PDF zit iets dat een programma kan starten, of nog een bestand. Druk hem af naar een nieuwe PDF, of maak een foto.',
  'file-locked':
    'Deze PDF is beveiligd. Druk hem af naar een nieuwe PDF zonder beveiliging, of maak een foto.',
  'not-blacked-out':
    'Zet een vinkje als uw burgerservicenummer niet te lezen is. Kies daarna het bestand opnieuw.',
  'number-found':
    'In dit bestand staat een nummer dat op een burgerservicenummer lijkt. Er is niets opgeslagen. Maak het onleesbaar en kies het bestand opnieuw, of zet het vinkje als het een ander nummer is.',
  'not-asked': 'Dit papier wordt nu niet meer gevraagd. Er is niets opgeslagen.',
  'seen-already': 'Dit is al gezien. U hoeft het niet meer te geven. Er is niets opgeslagen.',
  'too-many-documents': 'U gaf al {most} papieren voor deze woning. Wis er eerst een.',
  'disk-full':
    'Wij konden uw papier niet opslaan, door een storing bij ons. Er is niets bewaard. Probeer het later opnieuw, of laat het papier zien aan de balie. U verliest niets: meld het ons als uw tijd daardoor te kort wordt.',
  busy: 'Veel mensen sturen nu iets. Er is niets opgeslagen. Probeer het over een minuut opnieuw.',
  'busy-title': 'Het is even druk',
  'large-title': 'Dit is te groot om te sturen',
  large: 'Wat u stuurde, is groter dan wij aannemen. Er is niets opgeslagen.',
  back: 'Terug',
  other: 'Dit kon niet worden gedaan. Er is niets veranderd.',

  'seen-title': 'Wat is gecontroleerd',
  'seen-source': 'Gezien op',
  'seen-on': 'Van',
  'seen-year': 'Over jaar',
  'seen-outcome': 'Uitkomst',
  'seen-value': 'Daar staat',
  'seen-as': 'Hoe gezien',
  'seen-how-by': 'Hoe, en door wie',
  'seen-by': 'Door',
  'seen-at': 'Bekeken op',
  'as-shown': 'getoond en teruggegeven',
  'as-given': 'hier gegeven',
  persons: '{size, plural, one {# persoon} other {# personen}}',
  wrong: 'Klopt hier iets niet? Zeg het de verhuurder voor het contract is getekend.',

  'work-given': 'Papieren die de kandidaat gaf',
  'work-given-none':
    'De kandidaat gaf hier nog geen papieren. U kunt ze ook laten tonen: leg vast wat u zag en geef ze terug.',
  'work-given-note':
    'Openen staat in het logboek van de kandidaat. Bewaar geen kopie: wij wissen deze papieren als het aanbod voorbij is.',
  'work-open': 'Download',
  'seen-as-label': 'Hoe zag u het',
  'year-label': 'Inkomen over jaar',
  'conditions-title': 'Voorwaarden die van papieren afhangen',
  condition: 'Voorwaarde',
  'condition-said': 'Volgens de opgave',
  'condition-shown': 'Volgens de papieren',
  'condition-met': 'voldoet',
  'condition-unmet': 'voldoet niet',
  'condition-unknown': 'niet bekend',
  'condition-unseen': 'nog niet gezien',
} as const

export type DocumentText = keyof typeof nl

export const documentTexts: Texts<DocumentText> = {
  nl,
  en: {
    title: 'Your papers',
    'none-title': 'No papers are asked of you now',
    none: 'We ask for papers only once you said yes to a home. Then you see here what is needed, and by when.',
    'for-home': 'For {address}',
    by: 'Give them by {moment} at the latest.',
    'copy-anyway': 'Send a copy all the same',
    'all-seen': 'Everything has been seen. You need to give nothing more.',
    'show-title': 'Rather not send them?',
    show: 'You need not. You can show the papers at the counter or at the viewing. The landlord writes down what was seen and hands everything back at once. It counts just as well.',
    'need-income': 'What the household earns',
    'need-income-more':
      'The income statement of the tax office, or payslips, a benefit statement or a pension statement.',
    'need-household': 'Who is in the household',
    'need-household-more':
      'An extract of the population register of the municipality, not older than three months.',
    'need-identity': 'Who you are',
    'need-identity-more':
      'Rather show your passport, identity card or residence document. If you send a copy, cover your photo and citizen service number.',
    given: 'Given',
    'given-on': '{media}, {kilobytes, number} kB, {moment}',
    'media-pdf': 'PDF',
    'media-jpeg': 'Photo',
    'media-png': 'Picture',
    open: 'See',
    erase: 'Erase this paper',
    file: 'Choose a file',
    'file-hint': 'A PDF or a photo (JPEG or PNG), at most 10 MB.',
    blacked: 'My citizen service number (BSN) cannot be read on this paper',
    'blacked-how':
      'This is how: put a strip of paper on the number before you take the photo, or strike it out in a copy. The government’s app KopieID helps.',
    'no-number': 'The number in this file is not a citizen service number',
    send: 'Give this paper',
    saved: 'We have your paper',
    'saved-more':
      'Only you, your helper if they may, and this landlord can open it. We erase it by ourselves: once the home goes to somebody else, or 30 days after your rent begins.',
    erased: 'Your paper is erased',
    'file-missing': 'Choose a file first.',
    'file-too-large':
      'This file is larger than 10 MB. Take a photo with fewer pixels, or make a PDF of fewer pages. Nothing was stored.',
    'file-kind':
      'This is no PDF, JPEG or PNG. The name does not always tell: we look at what is in it. Take a photo of it, or save it as a PDF.',
    'file-broken':
      'This file is damaged or not complete. Make it anew, or take a photo of the paper.',
    'file-active':
      'In this PDF there is something that can start a program, or another file. Print it to a new PDF, or take a photo.',
    'file-locked':
      'This PDF is protected. Print it to a new PDF without protection, or take a photo.',
    'not-blacked-out':
      'Tick the box when your citizen service number cannot be read. Then choose the file again.',
    'number-found':
      'In this file stands a number that looks like a citizen service number. Nothing was stored. Make it unreadable and choose the file again, or tick the box if it is another number.',
    'not-asked': 'This paper is no longer asked for. Nothing was stored.',
    'seen-already': 'This has been seen already. You need not give it. Nothing was stored.',
    'too-many-documents': 'You gave {most} papers for this home already. Erase one first.',
    'disk-full':
      'We could not store your paper, because of a fault on our side. Nothing was kept. Try again later, or show the paper at the counter. You lose nothing: tell us if your time becomes too short by it.',
    busy: 'Many people are sending something now. Nothing was stored. Try again in a minute.',
    'busy-title': 'It is busy just now',
    'large-title': 'This is too large to send',
    large: 'What you sent is larger than we take. Nothing was stored.',
    back: 'Back',
    other: 'This could not be done. Nothing has changed.',

    'seen-title': 'What was checked',
    'seen-source': 'Seen on',
    'seen-on': 'Dated',
    'seen-year': 'About year',
    'seen-outcome': 'Outcome',
    'seen-value': 'It says',
    'seen-as': 'How seen',
    'seen-how-by': 'How, and by whom',
    'seen-by': 'By',
    'seen-at': 'Looked at on',
    'as-shown': 'shown and handed back',
    'as-given': 'given here',
    persons: '{size, plural, one {# person} other {# persons}}',
    wrong: 'Is something wrong here? Tell the landlord before the lease is signed.',

    'work-given': 'Papers the candidate gave',
    'work-given-none':
      'The candidate has given no papers here yet. You can also have them shown: write down what you saw and hand them back.',
    'work-given-note':
      'Opening stands in the log of the candidate. Keep no copy: we erase these papers when the offer is over.',
    'work-open': 'Download',
    'seen-as-label': 'How did you see it',
    'year-label': 'Income about year',
    'conditions-title': 'Conditions that depend on papers',
    condition: 'Condition',
    'condition-said': 'As stated',
    'condition-shown': 'By the papers',
    'condition-met': 'is met',
    'condition-unmet': 'is not met',
    'condition-unknown': 'not known',
    'condition-unseen': 'not seen yet',
  },
}
