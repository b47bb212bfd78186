/** What the pages of oversight say: the log, replaying decisions, and checking what one holds. */
import { eventWords } from './catalogue.ts'
import { isKeyOf, type Language, speak, type Texts } from './language.ts'
import { mineTexts } from './mine.ts'
import { capital } from './prose.ts'

type Text =
  | 'log-title'
  | 'log-lead'
  | 'log-size'
  | 'waiting'
  | 'last-checkpoint'
  | 'checkpoint-of'
  | 'no-checkpoint'
  | 'download-checkpoint'
  | 'key'
  | 'kind'
  | 'all-kinds'
  | 'kind-count'
  | 'show'
  | 'position'
  | 'time'
  | 'hash'
  | 'body'
  | 'events-caption'
  | 'no-events'
  | 'older'
  | 'newest'
  | 'export-title'
  | 'export-lead'
  | 'export-holds'
  | 'export-all'
  | 'export-open'
  | 'export-button'
  | 'not-signed-yet'
  | 'run-all'
  | 'run-all-lead'
  | 'runs'
  | 'run-title'
  | 'run-going'
  | 'run-done'
  | 'run-stopped'
  | 'run-right'
  | 'run-right-all'
  | 'run-wrong'
  | 'run-refresh'
  | 'run-stop'
  | 'run-line'
  | 'replay-title'
  | 'replay-lead'
  | 'from'
  | 'until'
  | 'date-hint'
  | 'replay-button'
  | 'error-from'
  | 'error-until'
  | 'error-order'
  | 'none-in-period'
  | 'all-same'
  | 'all-in-period'
  | 'some-differ'
  | 'replayed-caption'
  | 'listing'
  | 'day'
  | 'candidates'
  | 'placed'
  | 'outcome'
  | 'same'
  | 'differs'
  | 'replay-next'
  | 'replay-unknown-title'
  | 'replay-unknown'
  | 'verify-title'
  | 'verify-lead'
  | 'verify-label'
  | 'verify-hint'
  | 'verify-button'
  | 'verify-empty'
  | 'verify-too-large'
  | 'verify-unknown'
  | 'found-hash'
  | 'found-receipt'
  | 'found-waiting'
  | 'not-found'
  | 'not-found-next'
  | 'what'
  | 'proof-title'
  | 'proof-lead'
  | 'proof-none'
  | 'proof-only'
  | 'checkpoint'
  | 'again-same'
  | 'again-differs'
  | 'again-about'
  | 'again-few'
  | 'again-result'
  | 'unproven-title'
  | 'unproven'

export const oversightTexts: Texts<Text> = {
  nl: {
    'log-title': 'Logboek',
    'log-lead':
      'Alles wat er gebeurt staat hier, in de volgorde waarin het een plaats kreeg. Er komt alleen bij. Wat over een persoon gaat, staat er niet in: alleen een vastlegging die zonder de waarde niet te raden is.',
    'log-size': 'Gebeurtenissen met een plaats',
    waiting: 'Wachten op een plaats',
    'last-checkpoint': 'Laatste ijkpunt',
    'checkpoint-of': '{when}, over {size, number} gebeurtenissen',
    'no-checkpoint': 'Er is nog geen ijkpunt.',
    'download-checkpoint': 'IJkpunt bewaren',
    key: 'Sleutel van dit logboek',
    kind: 'Soort gebeurtenis',
    'all-kinds': 'Alle soorten',
    'kind-count': '{kind} ({count, number})',
    show: 'Tonen',
    position: 'Plaats',
    time: 'Tijdstip',
    hash: 'Hash',
    body: 'Wat er staat',
    'events-caption': 'Nieuwste eerst; plaatsen tellen vanaf 0',
    'no-events': 'Er zijn geen gebeurtenissen van deze soort.',
    older: 'Oudere gebeurtenissen',
    newest: 'Terug naar de nieuwste',
    'export-title': 'Meenemen en elders controleren',
    'export-lead':
      'Het bestand gaat tot en met het laatste ijkpunt. Dat u het meeneemt, komt in het logboek. Controleren kan op een computer zonder deze database:',
    'export-holds': 'Wat neemt u mee?',
    'export-all': 'Alles, met persoonlijke waarden en bonnen. Alleen voor toezicht.',
    'export-open':
      'Alleen wat niet over personen gaat. Beslissingen zijn daarmee niet na te rekenen.',
    'export-button': 'Bestand maken',
    'not-signed-yet':
      'Er is nog geen ijkpunt, dus er valt nog niets te bewijzen. Probeer het over een minuut.',
    'run-all': 'Alles in deze periode naspelen',
    'run-all-lead': 'Op de achtergrond: u hoeft niet te wachten, en ziet hoe ver het is.',
    runs: 'Eerder nagespeeld',
    'run-title': 'Naspelen van {from, date, day} tot en met {until, date, day}',
    'run-going': '{done, number} van {total, number} nagespeeld',
    'run-done': 'Klaar: alle {total, number} zijn nagespeeld.',
    'run-stopped': 'Gestopt na {done, number} van {total, number}.',
    'run-right': 'Tot nu toe komt elke beslissing er opnieuw net zo uit.',
    'run-right-all': 'Elke beslissing die is nagespeeld, komt er opnieuw net zo uit.',
    'run-wrong': '{wrong, plural, one {# beslissing klopt} other {# beslissingen kloppen}} niet.',
    'run-refresh': 'Kijk hoe ver het nu is',
    'run-stop': 'Stoppen',
    'run-line':
      '{from, date, day} - {until, date, day}: {done, number} van {total, number}, {wrong, plural, =0 {alles klopt} one {# klopt niet} other {# kloppen niet}}',
    'replay-title': 'Beslissingen naspelen',
    'replay-lead':
      'Elke rangorde wordt opnieuw gemaakt uit de gegevens en de regels op haar bon. De uitkomst moet tot op de letter gelijk zijn, de bon moet die van het logboek zijn, en iedereen moet de plaats hebben gehoord die eruit volgt.',
    from: 'Van',
    until: 'Tot en met',
    'date-hint': 'Dag, maand en jaar, zoals 30-6-2026',
    'replay-button': 'Naspelen',
    'error-from': 'Vul bij "Van" een dag in, zoals 1-6-2026.',
    'error-until': 'Vul bij "Tot en met" een dag in, zoals 30-6-2026.',
    'error-order': '"Tot en met" moet op of na "Van" liggen.',
    'none-in-period': 'In deze periode is niets beslist.',
    'all-in-period':
      '{count, plural, one {De enige beslissing} other {Alle # beslissingen}} in deze periode {count, plural, one {komt} other {komen}} er opnieuw net zo uit.',
    'all-same':
      '{shown, plural, one {Deze beslissing komt} other {Deze # beslissingen komen}} er opnieuw net zo uit. In de periode {count, plural, one {is er #} other {zijn er #}}.',
    'some-differ':
      'Van deze {shown, plural, one {# beslissing} other {# beslissingen}} {wrong, plural, one {klopt er #} other {kloppen er #}} niet. In de periode {count, plural, one {is er #} other {zijn er #}}.',
    'replayed-caption': 'Uitkomst per woning',
    listing: 'Woning',
    day: 'Gesloten op',
    candidates: 'Reacties',
    placed: 'Op de lijst',
    outcome: 'Naspelen',
    same: '✓ Gelijk',
    differs: '✗ Klopt niet',
    'replay-next': 'De volgende naspelen',
    'replay-unknown-title': 'Wat dit niet laat zien',
    'replay-unknown':
      'Of wat iemand opgaf waar is, blijkt niet uit naspelen. En of iedereen die reageerde op de lijst kwam, controleert "verdeelsleutel audit" met het hele logboek.',
    'verify-title': 'Zelf controleren',
    'verify-lead':
      'U kreeg een bewijs van wat u deed, of een bon van een rangorde. Hier ziet u of dat in het logboek staat, en of er niets aan is veranderd. Wij bewaren niet wat u hier invult.',
    'verify-label': 'Uw bewijs of bon',
    'verify-hint':
      'Plak de 64 tekens van uw bewijs, de tekst van een gebeurtenis, of een hele bon.',
    'verify-button': 'Controleren',
    'verify-empty': 'Plak eerst uw bewijs of bon.',
    'verify-too-large':
      'Dit is te groot om hier te controleren. Bewaar het als bestand en gebruik: verdeelsleutel replay bon.json',
    'verify-unknown':
      'Dit is geen bewijs of bon die wij kennen. Een bewijs is 64 tekens lang, met cijfers en de letters a tot en met f.',
    'found-hash': 'Dit staat in het logboek, op plaats {position, number}.',
    'found-receipt': 'Deze bon is vastgelegd in het logboek, op plaats {position, number}.',
    'found-waiting':
      'Dit staat in het logboek en wacht nog op een plaats. Dat duurt meestal minder dan een minuut.',
    'not-found': 'Dit staat niet in het logboek.',
    'not-found-next':
      'Misschien mist er een teken. Klopt het precies met wat u van ons kreeg? Meld het dan: dit mag niet gebeuren.',
    what: 'Wat er gebeurde',
    'proof-title': 'Het bewijs',
    'proof-lead':
      'Met deze hashes rekent u van uw hash naar de wortel onder het ijkpunt. Klopt die, dan stond dit er toen het ijkpunt werd ondertekend. Bewaar het ijkpunt: wie het later verandert, valt door de mand.',
    'proof-none': 'Het bewijs komt bij het volgende ijkpunt, binnen een uur.',
    'proof-only': 'Het logboek heeft alleen deze gebeurtenis: de hash is zelf de wortel.',
    checkpoint: 'IJkpunt',
    'again-same': 'Opnieuw beslist komt er precies hetzelfde uit.',
    'again-differs': 'Opnieuw beslist klopt deze bon niet.',
    'again-about':
      '{home}: {candidates, plural, one {# kandidaat} other {# kandidaten}}, van wie {placed, number} op de lijst.',
    'again-few': '{home}: minder dan 10 kandidaten.',
    'again-result': 'De uitslag van deze woning',
    'unproven-title': 'Wat dit niet bewijst',
    unproven:
      'Dat wat iemand opgaf waar is. En dat wij u en een ander hetzelfde logboek tonen: dat ziet u door ijkpunten te vergelijken met anderen die ze bewaren.',
  },
  en: {
    'log-title': 'Log',
    'log-lead':
      'Everything that happens stands here, in the order in which it got a position. It is only added to. What is about a person is not in it: only a commitment that cannot be guessed without the value.',
    'log-size': 'Events with a position',
    waiting: 'Waiting for a position',
    'last-checkpoint': 'Last checkpoint',
    'checkpoint-of': '{when}, over {size, number} events',
    'no-checkpoint': 'There is no checkpoint yet.',
    'download-checkpoint': 'Keep the checkpoint',
    key: 'Key of this log',
    kind: 'Kind of event',
    'all-kinds': 'All kinds',
    'kind-count': '{kind} ({count, number})',
    show: 'Show',
    position: 'Position',
    time: 'Time',
    hash: 'Hash',
    body: 'What it says',
    'events-caption': 'Newest first; positions count from 0',
    'no-events': 'There are no events of this kind.',
    older: 'Older events',
    newest: 'Back to the newest',
    'export-title': 'Take it and check it elsewhere',
    'export-lead':
      'The file goes up to the last checkpoint. That you take it is written in the log. It can be checked on a computer without this database:',
    'export-holds': 'What do you take?',
    'export-all': 'Everything, with personal values and receipts. For oversight only.',
    'export-open': 'Only what is not about persons. Decisions cannot be recomputed with it.',
    'export-button': 'Make the file',
    'not-signed-yet':
      'There is no checkpoint yet, so there is nothing to prove. Try again in a minute.',
    'run-all': 'Replay everything in this period',
    'run-all-lead': 'In the background: you need not wait, and see how far it is.',
    runs: 'Replayed before',
    'run-title': 'Replay from {from, date, day} up to and including {until, date, day}',
    'run-going': '{done, number} of {total, number} replayed',
    'run-done': 'Done: all {total, number} were replayed.',
    'run-stopped': 'Stopped after {done, number} of {total, number}.',
    'run-right': 'So far every decision comes out the same again.',
    'run-right-all': 'Every decision that was replayed comes out the same again.',
    'run-wrong': '{wrong, plural, one {# decision is} other {# decisions are}} not right.',
    'run-refresh': 'See how far it is now',
    'run-stop': 'Stop',
    'run-line':
      '{from, date, day} - {until, date, day}: {done, number} of {total, number}, {wrong, plural, =0 {all right} one {# not right} other {# not right}}',
    'replay-title': 'Replay decisions',
    'replay-lead':
      'Each ranking is made again from the inputs and the rules on its receipt. The outcome must be the same to the letter, the receipt must be the one of the log, and everybody must have been told the place that follows.',
    from: 'From',
    until: 'Up to and including',
    'date-hint': 'Day, month and year, such as 30-6-2026',
    'replay-button': 'Replay',
    'error-from': 'Give a day at "From", such as 1-6-2026.',
    'error-until': 'Give a day at "Up to and including", such as 30-6-2026.',
    'error-order': '"Up to and including" must be on or after "From".',
    'none-in-period': 'Nothing was decided in this period.',
    'all-in-period':
      '{count, plural, one {The only decision} other {All # decisions}} in this period {count, plural, one {comes} other {come}} out the same again.',
    'all-same':
      '{shown, plural, one {This decision comes} other {These # decisions come}} out the same again. In the period there {count, plural, one {is #} other {are #}}.',
    'some-differ':
      'Of {shown, plural, one {this # decision} other {these # decisions}} {wrong, plural, one {# is} other {# are}} not right. In the period there {count, plural, one {is #} other {are #}}.',
    'replayed-caption': 'Outcome for each home',
    listing: 'Home',
    day: 'Closed on',
    candidates: 'Responses',
    placed: 'On the list',
    outcome: 'Replay',
    same: '✓ The same',
    differs: '✗ Not right',
    'replay-next': 'Replay the next',
    'replay-unknown-title': 'What this does not show',
    'replay-unknown':
      'Whether what somebody stated is true does not follow from a replay. And whether everybody who responded came on the list is checked by "verdeelsleutel audit" with the whole log.',
    'verify-title': 'Check it yourself',
    'verify-lead':
      'You got a proof of what you did, or a receipt of a ranking. Here you see whether it stands in the log, and whether nothing was changed. We do not keep what you enter here.',
    'verify-label': 'Your proof or receipt',
    'verify-hint':
      'Paste the 64 characters of your proof, the text of an event, or a whole receipt.',
    'verify-button': 'Check',
    'verify-empty': 'Paste your proof or receipt first.',
    'verify-too-large':
      'This is too large to check here. Keep it as a file and use: verdeelsleutel replay receipt.json',
    'verify-unknown':
      'This is no proof or receipt that we know. A proof is 64 characters long, with digits and the letters a to f.',
    'found-hash': 'This stands in the log, at position {position, number}.',
    'found-receipt': 'This receipt is committed to in the log, at position {position, number}.',
    'found-waiting':
      'This stands in the log and still waits for a position. That usually takes less than a minute.',
    'not-found': 'This does not stand in the log.',
    'not-found-next':
      'A character may be missing. Is it exactly what you got from us? Then tell us: this may not happen.',
    what: 'What happened',
    'proof-title': 'The proof',
    'proof-lead':
      'With these hashes you compute from your hash to the root under the checkpoint. If it is right, this stood there when the checkpoint was signed. Keep the checkpoint: whoever changes it later is found out.',
    'proof-none': 'The proof comes with the next checkpoint, within an hour.',
    'proof-only': 'The log has this event only: the hash is itself the root.',
    checkpoint: 'Checkpoint',
    'again-same': 'Decided again it comes out exactly the same.',
    'again-differs': 'Decided again this receipt is not right.',
    'again-about':
      '{home}: {candidates, plural, one {# candidate} other {# candidates}}, of whom {placed, number} on the list.',
    'again-few': '{home}: fewer than 10 candidates.',
    'again-result': 'The result of this home',
    'unproven-title': 'What this does not prove',
    unproven:
      'That what somebody stated is true. And that we show you and others the same log: you see that by comparing checkpoints with others who keep them.',
  },
}

const kinds = {
  nl: {
    'account-made': 'Account gemaakt',
    'candidate-skipped': 'Kandidaat overgeslagen, met grond',
    'complaint-received': 'Klacht of bezwaar ingediend',
    'complaint-taken': 'Klacht of bezwaar in behandeling genomen',
    'reaction-asked': 'Verhuurder om antwoord gevraagd',
    'reaction-given': 'Verhuurder heeft geantwoord',
    'reaction-missed': 'Verhuurder heeft niet op tijd geantwoord',
    'complaint-judged': 'Eerste lid heeft geoordeeld',
    'judgement-sent-back': 'Tweede lid was het niet eens',
    'complaint-decided': 'Oordeel vastgesteld',
    'judgement-answered': 'Verhuurder heeft gezegd wat er met het oordeel gebeurt',
    'judgement-unanswered': 'Verhuurder zei niet op tijd wat er met het oordeel gebeurt',
    'complaint-withdrawn': 'Klacht of bezwaar ingetrokken',
    'complaint-late': 'Oordeel is te laat',
    'offer-restored': 'Aanbod teruggegeven',
    'break-glass-opened': 'Dossier geopend met noodinzage',
    'break-glass-reviewed': 'Noodinzage beoordeeld',
    'replay-begun': 'Naspelen van een periode begonnen',
    'deviations-listed': 'Lijsten van afwijkingen bekeken',
    'access-log-read': 'Inzagen bekeken',
    'witness-registered': 'Getuige aangemeld',
    'witness-ended': 'Getuige gestopt',
    'log-key-change-asked': 'Andere sleutel voor het logboek gevraagd',
    'log-key-change-refused': 'Andere sleutel voor het logboek afgewezen',
    'log-key-changed': 'Logboek heeft een andere sleutel',
    'correction-proposed': 'Correctie van een inschrijfdatum voorgesteld',
    'correction-refused': 'Correctie van een inschrijfdatum afgewezen',
    'identity-correction-proposed': 'Correctie van een naam of geboortedatum voorgesteld',
    'identity-corrected': 'Naam of geboortedatum gecorrigeerd',
    'identity-correction-refused': 'Correctie van een naam of geboortedatum afgewezen',
    'counter-opened': 'Aan de balie geholpen',
    'documents-checked': 'Papieren gecontroleerd',
    'draw-settled': 'Loting getrokken en rangorde gemaakt',
    'file-read': 'Dossier ingezien',
    'home-let': 'Woning verhuurd',
    'listing-closed': 'Woning gesloten',
    'closing-extended': 'Reactietijd verlengd na een storing',
    'listing-made': 'Advertentie gemaakt',
    'listing-published': 'Advertentie bekendgemaakt',
    'listing-reviewed': 'Advertentie nagekeken',
    'listing-withdrawn': 'Advertentie ingetrokken',
    'log-exported': 'Logboek meegenomen',
    'region-export-agreed': 'Uitvoer van alles: ingestemd',
    'region-export-asked': 'Uitvoer van alles: gevraagd',
    'region-export-fetched': 'Uitvoer van alles: opgehaald',
    'region-export-over': 'Uitvoer van alles: weggehaald na de tijd',
    'region-export-refused': 'Uitvoer van alles: afgewezen',
    'region-export-stopped': 'Uitvoer van alles: gestopt',
    'region-exported': 'Uitvoer van alles: bestand gemaakt',
    'region-backed-up': 'Reservekopie gemaakt',
    'deregistration-undone': 'Uitschrijving ongedaan gemaakt',
    'job-retried': 'Taak opnieuw gedaan',
    'listing-ended': 'Advertentie afgelopen',
    'retention-run': 'Gewist wat lang genoeg is bewaard',
    'time-lapsed': 'Inschrijftijd vervallen',
    'region-restored': 'Teruggezet van een reservekopie',
    'offer-accepted': 'Aanbieding aangenomen',
    'offer-expired': 'Aanbieding verlopen',
    'offer-in-turn': 'Aanbieding aan de beurt',
    'offer-made': 'Woning aangeboden',
    'offer-refused': 'Aanbieding geweigerd',
    'offer-withdrawn': 'Aanbieding ingetrokken',
    'merge-asked': 'Samenvoegen gevraagd',
    'registrations-merged': 'Inschrijvingen samengevoegd',
    'registration-joined': 'Inschrijving opgegaan in een andere',
    'merge-undone': 'Samenvoegen ongedaan gemaakt',
    'merge-taken-back': 'Vraag om samen te voegen teruggenomen',
    'standing-response-set': 'Automatisch reageren aangezet',
    'standing-response-stopped': 'Automatisch reageren gestopt',
    'passed-over': 'Kandidaat kon niet meer, volgens een regel',
    'person-erased': 'Dossier gewist',
    'region-filled': 'Voorbeeldregio gevuld',
    registered: 'Ingeschreven',
    'listing-planned-anew': 'Advertentie onder nieuwe regels gepland',
    'role-asked': 'Rol aangevraagd',
    'role-ended': 'Rol beëindigd',
    'role-granted': 'Rol gegeven',
    'sessions-ended': 'Overal uitgelogd door een beheerder',
    'role-refused': 'Rol geweigerd',
    'rules-adopted': 'Regels vastgesteld',
    'rules-advised': 'Advies over regels gegeven',
    'rules-brought-in': 'Regels waarmee de regio begon',
    'rules-point-answered': 'Punt uit een advies beantwoord',
    'rules-proposed': 'Regels voorgesteld',
    'rules-release-asked': 'Ingang van regels gekozen',
    'rules-released': 'Regels uitgegeven',
    'rules-withdrawn': 'Voorstel voor regels ingetrokken',
    responded: 'Gereageerd',
    'complex-added': 'Complex toegevoegd',
    'dwelling-added': 'Woning toegevoegd',
    'dwelling-changed': 'Voorraad bijgewerkt',
    'vacancy-reported': 'Leegkomst gemeld',
    'withdrew-response': 'Reactie ingetrokken',
  },
  en: {
    'account-made': 'Account made',
    'candidate-skipped': 'Candidate skipped, with a ground',
    'complaint-received': 'Complaint or objection made',
    'complaint-taken': 'Complaint or objection taken on',
    'reaction-asked': 'Landlord asked for an answer',
    'reaction-given': 'Landlord has answered',
    'reaction-missed': 'Landlord did not answer in time',
    'complaint-judged': 'First member has judged',
    'judgement-sent-back': 'Second member did not agree',
    'complaint-decided': 'Judgement confirmed',
    'judgement-answered': 'Landlord has said what is done with the judgement',
    'judgement-unanswered': 'Landlord did not say in time what is done with the judgement',
    'complaint-withdrawn': 'Complaint or objection taken back',
    'complaint-late': 'Judgement is late',
    'offer-restored': 'Offer given back',
    'break-glass-opened': 'File opened in an emergency',
    'break-glass-reviewed': 'Emergency reading reviewed',
    'replay-begun': 'Replay of a period begun',
    'deviations-listed': 'Lists of what stands out looked at',
    'access-log-read': 'Readings looked at',
    'witness-registered': 'Witness registered',
    'witness-ended': 'Witness ended',
    'log-key-change-asked': 'Another key for the log asked',
    'log-key-change-refused': 'Another key for the log refused',
    'log-key-changed': 'The log has another key',
    'correction-proposed': 'Correction of a registration date proposed',
    'correction-refused': 'Correction of a registration date refused',
    'identity-correction-proposed': 'Correction of a name or date of birth proposed',
    'identity-corrected': 'Name or date of birth corrected',
    'identity-correction-refused': 'Correction of a name or date of birth refused',
    'counter-opened': 'Helped at the counter',
    'documents-checked': 'Papers checked',
    'draw-settled': 'Lots drawn and ranking made',
    'file-read': 'File read',
    'home-let': 'Home let',
    'listing-closed': 'Home closed',
    'closing-extended': 'Time to respond extended after a failure',
    'listing-made': 'Listing made',
    'listing-published': 'Listing made known',
    'listing-reviewed': 'Listing reviewed',
    'listing-withdrawn': 'Listing withdrawn',
    'log-exported': 'Log taken along',
    'region-export-agreed': 'Export of everything: agreed',
    'region-export-asked': 'Export of everything: asked',
    'region-export-fetched': 'Export of everything: fetched',
    'region-export-over': 'Export of everything: taken away after its time',
    'region-export-refused': 'Export of everything: refused',
    'region-export-stopped': 'Export of everything: stopped',
    'region-exported': 'Export of everything: file made',
    'region-backed-up': 'Back-up made',
    'deregistration-undone': 'Deregistration taken back',
    'job-retried': 'Job done again',
    'listing-ended': 'Listing ended',
    'retention-run': 'Erased what was kept long enough',
    'time-lapsed': 'Registration time lapsed',
    'region-restored': 'Restored from a back-up',
    'offer-accepted': 'Offer accepted',
    'offer-expired': 'Offer expired',
    'offer-in-turn': 'Offer in turn',
    'offer-made': 'Home offered',
    'offer-refused': 'Offer refused',
    'offer-withdrawn': 'Offer withdrawn',
    'merge-asked': 'Merge asked',
    'registrations-merged': 'Registrations merged',
    'registration-joined': 'Registration went into another',
    'merge-undone': 'Merge undone',
    'merge-taken-back': 'Request to merge taken back',
    'standing-response-set': 'Standing response begun',
    'standing-response-stopped': 'Standing response stopped',
    'passed-over': 'Candidate could no longer, by a rule',
    'person-erased': 'File erased',
    'region-filled': 'Example region filled',
    registered: 'Registered',
    'listing-planned-anew': 'Listing planned anew under new rules',
    'role-asked': 'Role asked for',
    'role-ended': 'Role ended',
    'role-granted': 'Role granted',
    'sessions-ended': 'Logged out everywhere by an administrator',
    'role-refused': 'Role refused',
    'rules-adopted': 'Rules adopted',
    'rules-advised': 'Advice on rules given',
    'rules-brought-in': 'Rules the region began with',
    'rules-point-answered': 'Point of an advice answered',
    'rules-proposed': 'Rules proposed',
    'rules-release-asked': 'Start of rules chosen',
    'rules-released': 'Rules released',
    'rules-withdrawn': 'Proposal for rules withdrawn',
    responded: 'Responded',
    'complex-added': 'Complex added',
    'dwelling-added': 'Home added',
    'dwelling-changed': 'Stock kept up',
    'vacancy-reported': 'Vacancy reported',
    'withdrew-response': 'Response withdrawn',
  },
} as const

/** What a kind of event is called; a kind without words goes by its own name. */
export function eventKindText(kind: string, language: Language): string {
  if (isKeyOf(kinds, kind)) return speak(kinds, language)(kind)
  const own = `event-${kind}`
  if (isKeyOf(mineTexts, own)) return speak(mineTexts, language)(own)
  return isEvent(kind) ? withoutArticle(eventWords[kind][language].one) : kind
}

function isEvent(kind: string): kind is keyof typeof eventWords {
  return Object.hasOwn(eventWords, kind)
}

function withoutArticle(words: string): string {
  return capital(words.replace(/^(een|het|de|an?|the) /, ''))
}
