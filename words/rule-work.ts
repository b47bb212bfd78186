/**
 * Rules on their way, and roles, in words (regels in wording en rollen): what the pages say to who proposes,
 * advises, adopts and releases, and why something cannot be done.
 */
import type { Facts } from '../core/basics/facts.ts'
import { formatList, isKeyOf, type Language, type Say, speak, type Texts } from './language.ts'
import { roleTexts } from './login.ts'
import { capital } from './prose.ts'

export type RuleWorkText =
  | 'to-come'
  | 'versions-differ'
  | 'on-their-way'
  | 'on-their-way-lead'
  | 'from-instant'
  | 'book'
  | 'state'
  | 'state-in-force'
  | 'state-to-come'
  | 'state-replaced'
  | 'state-proposed'
  | 'state-withdrawn'
  | 'history'
  | 'example-history'
  | 'did-proposed'
  | 'did-advised'
  | 'did-adopted'
  | 'did-released'
  | 'did-brought-in'
  | 'did-ended'
  | 'did-withdrawn'
  | 'document'
  | 'verdict-agree'
  | 'verdict-agree-with-points'
  | 'verdict-disagree'
  | 'why'
  | 'advices'
  | 'advices-none'
  | 'advice-until'
  | 'advice-term-own'
  | 'advice-term-source'
  | 'advice-asked'
  | 'points'
  | 'point'
  | 'answered'
  | 'unanswered'
  | 'findings'
  | 'findings-none'
  | 'findings-lead'
  | 'severity-breach'
  | 'severity-warning'
  | 'severity-notice'
  | 'line'
  | 'finding-law'
  | 'finding-change'
  | 'changed'
  | 'changed-same'
  | 'text'
  | 'source'
  | 'source-lead'
  | 'hash'
  | 'differences'
  | 'differences-lead'
  | 'differences-common'
  | 'differences-municipalities'
  | 'differences-landlords'
  | 'differences-none'
  | 'differences-coming'
  | 'differences-no-landlords'
  | 'differences-unknown'
  | 'make-title'
  | 'make-lead'
  | 'yours'
  | 'nothing'
  | 'others'
  | 'propose'
  | 'propose-lead'
  | 'propose-as'
  | 'propose-text'
  | 'propose-file'
  | 'propose-file-hint'
  | 'propose-why'
  | 'propose-why-hint'
  | 'propose-days'
  | 'propose-days-hint'
  | 'propose-source'
  | 'propose-source-hint'
  | 'propose-button'
  | 'issues-title'
  | 'issue-place'
  | 'issue-found'
  | 'issue-expected'
  | 'issue-hint'
  | 'check-title'
  | 'read-version'
  | 'to-check'
  | 'answer'
  | 'answer-button'
  | 'answer-some'
  | 'adopt'
  | 'adopt-lead'
  | 'adopt-municipality'
  | 'adopt-day'
  | 'adopt-day-hint'
  | 'adopt-name'
  | 'adopt-number'
  | 'adopt-file'
  | 'adopt-hash'
  | 'adopt-button'
  | 'withdraw'
  | 'withdraw-lead'
  | 'advise-title'
  | 'advise-lead'
  | 'advise-one'
  | 'advise-button'
  | 'advise-as'
  | 'advise-verdict'
  | 'advise-text'
  | 'advise-points'
  | 'advise-points-hint'
  | 'advised-all'
  | 'release-title'
  | 'release-lead'
  | 'release-day'
  | 'release-hour'
  | 'release-hour-hint'
  | 'release-button'
  | 'release-again'
  | 'confirm'
  | 'confirm-late'
  | 'confirm-button'
  | 'wait-advising'
  | 'wait-points'
  | 'wait-councils'
  | 'wait-any-council'
  | 'wait-release'
  | 'wait-confirm'
  | 'wait-withdrawn'
  | 'wait-released'
  | 'waits'
  | 'proposed-by'
  | 'nothing-on-its-way'
  | 'done'
  | 'replaced-title'
  | 'replaced'
  | 'roles-title'
  | 'roles-lead'
  | 'roles-waiting'
  | 'roles-none-waiting'
  | 'roles-held'
  | 'role'
  | 'role-who'
  | 'role-where'
  | 'role-until'
  | 'role-reason'
  | 'role-asked-by'
  | 'role-agree'
  | 'role-refuse'
  | 'role-end'
  | 'role-end-of'
  | 'role-change'
  | 'sessions-end'
  | 'sessions-end-of'
  | 'sessions-more'
  | 'sessions-title'
  | 'role-search'
  | 'role-search-hint'
  | 'role-search-button'
  | 'role-search-none'
  | 'role-give'
  | 'role-organisation-hint'
  | 'role-until-hint'
  | 'role-ask-button'
  | 'roles-see-only'

const ruleWorkTexts: Texts<RuleWorkText> = {
  nl: {
    'to-come': 'gaat nog in',
    'versions-differ': 'Wat verschilt er tussen gemeenten en verhuurders?',
    'on-their-way': 'Op komst',
    'on-their-way-lead':
      'Over deze voorstellen is nog niet beslist. Er wordt nog niets mee toegewezen.',
    'from-instant': 'Beslist vanaf',
    book: 'Regelboek',
    state: 'Stand',
    'state-in-force': 'Deze regels gelden nu.',
    'state-to-come': 'Deze regels gaan in op {from}.',
    'state-replaced':
      'Deze regels gelden niet meer. Ze blijven gelden voor woningen die eronder zijn geadverteerd.',
    'state-proposed': 'Dit is een voorstel. Er wordt nog niets mee toegewezen.',
    'state-withdrawn': 'Dit voorstel is ingetrokken. Er wordt niets mee toegewezen.',
    history: 'Hoe deze versie er kwam',
    'example-history':
      'Met deze regels begon de regio. Er was daarvoor geen voorstel op deze site.',
    'did-proposed': 'Voorgesteld door {who}',
    'did-advised': 'Advies van {who}: {verdict}',
    'did-adopted':
      'Vastgesteld door de raad van {municipality} op {on, date, day}: {title}, nummer {number}',
    'did-released': 'Uitgegeven. Beslist vanaf {from}',
    'did-brought-in': 'Regels waarmee de regio begon. Beslist vanaf {from}',
    'did-ended': 'Opgevolgd door een andere versie',
    'did-withdrawn': 'Ingetrokken door wie het voorstelde',
    document: 'Code van het vastgestelde document',
    'verdict-agree': 'eens',
    'verdict-agree-with-points': 'eens, met punten',
    'verdict-disagree': 'oneens',
    why: 'Waarom deze regels',
    advices: 'Adviezen',
    'advices-none': 'Er is nog geen advies.',
    'advice-until': 'Advies kan tot en met {until, date, weekday}.',
    'advice-term-own': 'Die termijn kozen wij zelf: zes weken.',
    'advice-term-source': 'Die termijn staat in: {source}.',
    'advice-asked': 'Gevraagd: {who}.',
    points: 'Punten',
    point: 'Punt {number}',
    answered: 'Antwoord',
    unanswered: 'Nog geen antwoord. Zolang dat er niet is, kan de raad niet vaststellen.',
    findings: 'Wat de toets aan de wet vond',
    'findings-none': 'De toets vond niets.',
    'findings-lead': 'Deze toets deed de computer toen het voorstel kwam. Een jurist kijkt verder.',
    'severity-breach': 'Strijd met de wet',
    'severity-warning': 'Let op',
    'severity-notice': 'Ter informatie',
    line: 'regel {line} van het bestand',
    'finding-law': 'Wet',
    'finding-change': 'Wat kan',
    changed: 'Wat anders is dan in {title}',
    'changed-same': 'Er is geen verschil.',
    text: 'De regels in gewone taal',
    source: 'Het bestand zelf',
    'source-lead': 'Zo staat het er, letter voor letter. De code hieronder hoort bij deze inhoud.',
    hash: 'Code van deze versie',
    differences: 'Wat verschilt er?',
    'differences-lead':
      'Voor alle gemeenten gelden dezelfde regels, behalve waar hieronder iets staat. Dit overzicht komt uit de regelboeken zelf.',
    'differences-common': 'Voor iedereen',
    'differences-municipalities': 'Per gemeente',
    'differences-landlords': 'Per verhuurder',
    'differences-none': 'Geen eigen regels, en dus de regels van de regio: {who}.',
    'differences-coming': 'Op komst, en nu nog niet van kracht:',
    'differences-no-landlords': 'Geen verhuurder heeft nu eigen regels.',
    'differences-unknown':
      'Wat wij niet weten: een verhuurder kan ook afspraken hebben die niet in een regelboek staan. Daarmee wordt hier niets beslist.',
    'make-title': 'Regels voorstellen en vaststellen',
    'make-lead':
      'Een voorstel wordt getoetst aan de wet. Daarna geven anderen advies, stelt de raad vast, en geven twee mensen de regels uit.',
    yours: 'Wat op u wacht',
    nothing: 'Er ligt niets bij u.',
    others: 'Wat op anderen wacht',
    propose: 'Een nieuwe versie voorstellen',
    'propose-lead':
      'Begin met de tekst van de versie die nu geldt, verander wat anders moet en plak het geheel hieronder.',
    'propose-as': 'Namens',
    'propose-text': 'De tekst van het regelboek (YAML)',
    'propose-file': 'Of kies een bestand',
    'propose-file-hint': 'Een bestand gaat voor de tekst hierboven. Hooguit 2 MB.',
    'propose-why': 'Waarom, in gewone taal',
    'propose-why-hint': 'Dit leest iedereen bij het voorstel.',
    'propose-days': 'Dagen voor advies',
    'propose-days-hint': 'Laat leeg voor zes weken.',
    'propose-source': 'Waar die termijn staat',
    'propose-source-hint':
      'Alleen als u dagen invult, bijvoorbeeld: samenwerkingsafspraken, artikel 3.',
    'propose-button': 'Toetsen en voorstellen',
    'issues-title': 'Dit regelboek kan niet worden gelezen',
    'issue-place': 'Regel {line}, teken {column}',
    'issue-found': 'Gevonden',
    'issue-expected': 'Verwacht',
    'issue-hint': 'Tip',
    'check-title': 'Toets: {title}',
    'read-version': 'Lees de regels en het advies',
    'to-check': 'Naar de toets',
    answer: 'Uw antwoord op punt {number}',
    'answer-button': 'Antwoord geven',
    'answer-some': 'Wat u leeg laat, blijft open. U kunt het later beantwoorden.',
    adopt: 'Vastgesteld door de raad',
    'adopt-lead':
      'Vul in welk besluit de raad nam, en kies het document dat de raad vaststelde. Wij bewaren alleen de code ervan.',
    'adopt-municipality': 'Gemeente',
    'adopt-day': 'Dag van het besluit',
    'adopt-day-hint': 'Bijvoorbeeld 3-6-2026.',
    'adopt-name': 'Naam van het besluit',
    'adopt-number': 'Nummer van het besluit',
    'adopt-file': 'Het vastgestelde document',
    'adopt-hash': 'Of de code ervan (SHA-256)',
    'adopt-button': 'Besluit vastleggen',
    withdraw: 'Voorstel intrekken',
    'withdraw-lead':
      'Wie ermee bezig was, ziet dat het is ingetrokken. De tekst en de adviezen blijven te lezen.',
    'advise-title': 'Adviezen over regels',
    'advise-lead':
      'Uw advies staat bij de regels, ook als u het oneens bent. Op elk punt moet antwoord komen voordat een raad vaststelt.',
    'advise-one': 'Advies: {title}',
    'advise-button': 'Advies geven',
    'advise-as': 'Namens',
    'advise-verdict': 'Uw oordeel',
    'advise-text': 'Toelichting',
    'advise-points': 'Uw punten',
    'advise-points-hint': 'Eén punt per regel. Op elk punt krijgt u antwoord.',
    'advised-all': 'Gegeven adviezen',
    'release-title': 'Uitgave van regels',
    'release-lead':
      'De functioneel beheerder kiest vanaf wanneer regels beslissen. Iemand van een gemeente bevestigt dat. Geen van beiden deed het voorstel.',
    'release-day': 'Dag waarop de regels ingaan',
    'release-hour': 'Tijd',
    'release-hour-hint': 'Bijvoorbeeld 00:00.',
    'release-button': 'Ingang kiezen',
    'release-again': 'Andere ingang kiezen',
    confirm:
      'Deze regels beslissen vanaf {from}. Wie nu op een woning reageert, houdt de oude regels.',
    'confirm-late':
      'Dat moment is voorbij. De functioneel beheerder moet eerst een ander kiezen; daarna kunt u bevestigen.',
    'confirm-button': 'Uitgave bevestigen',
    'wait-advising': 'Wacht op advies tot en met {until, date, day}. Nog niet: {who}',
    'wait-points':
      'Wacht op antwoord van wie het voorstelde op {count, plural, one {# punt} other {# punten}}',
    'wait-councils': 'Wacht op de raad van: {who}',
    'wait-any-council': 'een gemeente van de regio',
    'wait-release': 'Wacht op de functioneel beheerder, die de ingang kiest',
    'wait-confirm': 'Wacht op een tweede persoon, van een gemeente. Ingang: {from}',
    'wait-withdrawn': 'Ingetrokken',
    'wait-released': 'Uitgegeven',
    waits: 'Waar het op wacht',
    'proposed-by': 'Voorgesteld door',
    'nothing-on-its-way': 'Er zijn geen andere voorstellen op komst.',
    done: 'Dit is vastgelegd.',
    'replaced-title': 'Er zijn nieuwere regels.',
    replaced:
      'Voor deze woning gelden ze niet: hier beslissen de regels van toen zij werd geadverteerd. De nieuwere leest u hier:',
    'roles-title': 'Wie mag wat',
    'roles-lead':
      'Een rol krijgt iemand van twee mensen: één vraagt, een ander gaat akkoord. Na hooguit een jaar loopt zij af. Alles staat in het logboek.',
    'roles-waiting': 'Wacht op een tweede persoon',
    'roles-none-waiting': 'Er wacht niets.',
    'roles-held': 'Rollen van nu',
    role: 'Rol',
    'role-who': 'Wie',
    'role-where': 'Organisatie',
    'role-until': 'Tot en met',
    'role-reason': 'Waarom',
    'role-asked-by': 'Gevraagd door',
    'role-agree': 'Akkoord',
    'role-refuse': 'Niet akkoord',
    'role-end': 'Beëindigen',
    'role-change': 'Wijzigen',
    'role-end-of': '{role} van {name} beëindigen',
    'sessions-title': 'Overal uitloggen',
    'sessions-end': 'Overal uitloggen',
    'sessions-end-of': 'Overal uitloggen: {name}',
    'sessions-more':
      'Bijvoorbeeld als een laptop is gestolen. Wie u uitlogt, moet overal opnieuw inloggen en houdt zijn rollen. Wie een rol verliest, wordt vanzelf uitgelogd.',
    'role-search': 'Zoek iemand',
    'role-search-hint':
      'Een deel van de naam van wie hier werkt, of het hele mailadres van wie hier een keer inlogde.',
    'role-search-button': 'Zoeken',
    'role-search-none': 'Niemand gevonden.',
    'role-give': 'Een rol geven',
    'role-organisation-hint':
      'De korte naam van de gemeente of verhuurder, zoals heerlen. Leeg bij rollen voor de hele regio.',
    'role-until-hint': 'Hooguit een jaar: tot en met {until, date, day}.',
    'role-ask-button': 'Rol aanvragen',
    'roles-see-only': 'U kunt dit zien, en niets veranderen.',
  },
  en: {
    'to-come': 'still to begin',
    'versions-differ': 'What differs between municipalities and landlords?',
    'on-their-way': 'On their way',
    'on-their-way-lead':
      'These proposals are not decided on yet. Nothing is allocated by them yet.',
    'from-instant': 'Decides from',
    book: 'Rule book',
    state: 'State',
    'state-in-force': 'These rules are in force now.',
    'state-to-come': 'These rules begin on {from}.',
    'state-replaced':
      'These rules are no longer in force. They keep deciding about homes that were advertised under them.',
    'state-proposed': 'This is a proposal. Nothing is allocated by it yet.',
    'state-withdrawn': 'This proposal was withdrawn. Nothing is allocated by it.',
    history: 'How this version came about',
    'example-history':
      'The region began with these rules. There was no proposal for them on this site.',
    'did-proposed': 'Proposed by {who}',
    'did-advised': 'Advice by {who}: {verdict}',
    'did-adopted':
      'Adopted by the council of {municipality} on {on, date, day}: {title}, number {number}',
    'did-released': 'Released. Decides from {from}',
    'did-brought-in': 'Rules the region began with. Decides from {from}',
    'did-ended': 'Succeeded by another version',
    'did-withdrawn': 'Withdrawn by who proposed it',
    document: 'Code of the adopted document',
    'verdict-agree': 'agrees',
    'verdict-agree-with-points': 'agrees, with points',
    'verdict-disagree': 'disagrees',
    why: 'Why these rules',
    advices: 'Advice',
    'advices-none': 'There is no advice yet.',
    'advice-until': 'Advice can be given until {until, date, weekday}.',
    'advice-term-own': 'We chose that term ourselves: six weeks.',
    'advice-term-source': 'That term stands in: {source}.',
    'advice-asked': 'Asked: {who}.',
    points: 'Points',
    point: 'Point {number}',
    answered: 'Answer',
    unanswered: 'No answer yet. Until there is one, no council can adopt.',
    findings: 'What the check against the law found',
    'findings-none': 'The check found nothing.',
    'findings-lead': 'The computer made this check when the proposal came. A lawyer looks further.',
    'severity-breach': 'Breach of the law',
    'severity-warning': 'Warning',
    'severity-notice': 'Notice',
    line: 'line {line} of the file',
    'finding-law': 'Law',
    'finding-change': 'What can be done',
    changed: 'What is different from {title}',
    'changed-same': 'There is no difference.',
    text: 'The rules in plain words',
    source: 'The file itself',
    'source-lead':
      'This is what it says, letter by letter. The code below belongs to this content.',
    hash: 'Code of this version',
    differences: 'What differs?',
    'differences-lead':
      'The same rules hold for all municipalities, except where something stands below. This comes from the rule books themselves.',
    'differences-common': 'For everybody',
    'differences-municipalities': 'By municipality',
    'differences-landlords': 'By landlord',
    'differences-none': 'No rules of their own, and so the rules of the region: {who}.',
    'differences-coming': 'On their way, and not in force yet:',
    'differences-no-landlords': 'No landlord has rules of its own now.',
    'differences-unknown':
      'What we do not know: a landlord may have arrangements that stand in no rule book. Nothing is decided by them here.',
    'make-title': 'Proposing and adopting rules',
    'make-lead':
      'A proposal is checked against the law. Then others advise, the council adopts, and two people release the rules.',
    yours: 'What waits for you',
    nothing: 'Nothing waits for you.',
    others: 'What waits for others',
    propose: 'Propose a new version',
    'propose-lead':
      'Begin with the text of the version in force, change what must differ, and paste all of it below.',
    'propose-as': 'On behalf of',
    'propose-text': 'The text of the rule book (YAML)',
    'propose-file': 'Or choose a file',
    'propose-file-hint': 'A file goes before the text above. At most 2 MB.',
    'propose-why': 'Why, in plain words',
    'propose-why-hint': 'Everybody reads this with the proposal.',
    'propose-days': 'Days for advice',
    'propose-days-hint': 'Leave empty for six weeks.',
    'propose-source': 'Where that term stands',
    'propose-source-hint': 'Only if you fill in days, such as: cooperation agreement, article 3.',
    'propose-button': 'Check and propose',
    'issues-title': 'This rule book cannot be read',
    'issue-place': 'Line {line}, character {column}',
    'issue-found': 'Found',
    'issue-expected': 'Expected',
    'issue-hint': 'Hint',
    'check-title': 'Check: {title}',
    'read-version': 'Read the rules and the advice',
    'to-check': 'To the check',
    answer: 'Your answer to point {number}',
    'answer-button': 'Give the answer',
    'answer-some': 'What you leave empty stays open. You can answer it later.',
    adopt: 'Adopted by the council',
    'adopt-lead':
      'Fill in which decision the council took, and choose the document it adopted. We keep its code only.',
    'adopt-municipality': 'Municipality',
    'adopt-day': 'Day of the decision',
    'adopt-day-hint': 'For example 3-6-2026.',
    'adopt-name': 'Name of the decision',
    'adopt-number': 'Number of the decision',
    'adopt-file': 'The adopted document',
    'adopt-hash': 'Or its code (SHA-256)',
    'adopt-button': 'Write down the decision',
    withdraw: 'Withdraw the proposal',
    'withdraw-lead':
      'Who was working on it sees that it was withdrawn. The text and the advice can still be read.',
    'advise-title': 'Advice on rules',
    'advise-lead':
      'Your advice stands with the rules, also when you disagree. Every point must be answered before a council adopts.',
    'advise-one': 'Advice: {title}',
    'advise-button': 'Give advice',
    'advise-as': 'On behalf of',
    'advise-verdict': 'Your judgement',
    'advise-text': 'Explanation',
    'advise-points': 'Your points',
    'advise-points-hint': 'One point a line. Every point gets an answer.',
    'advised-all': 'Advice that was given',
    'release-title': 'Release of rules',
    'release-lead':
      'The functional administrator chooses from when rules decide. Somebody of a municipality confirms it. Neither of them made the proposal.',
    'release-day': 'Day on which the rules begin',
    'release-hour': 'Time',
    'release-hour-hint': 'For example 00:00.',
    'release-button': 'Choose the start',
    'release-again': 'Choose another start',
    confirm: 'These rules decide from {from}. Who responds to a home now keeps the old rules.',
    'confirm-late':
      'That moment has passed. The functional administrator must choose another first; then you can confirm.',
    'confirm-button': 'Confirm the release',
    'wait-advising': 'Waits for advice until {until, date, day}. Not yet: {who}',
    'wait-points':
      'Waits for an answer by who proposed it to {count, plural, one {# point} other {# points}}',
    'wait-councils': 'Waits for the council of: {who}',
    'wait-any-council': 'a municipality of the region',
    'wait-release': 'Waits for the functional administrator, who chooses the start',
    'wait-confirm': 'Waits for a second person, of a municipality. Start: {from}',
    'wait-withdrawn': 'Withdrawn',
    'wait-released': 'Released',
    waits: 'What it waits for',
    'proposed-by': 'Proposed by',
    'nothing-on-its-way': 'No other proposals are on their way.',
    done: 'This is written down.',
    'replaced-title': 'There are newer rules.',
    replaced:
      'They do not hold for this home: here the rules of when it was advertised decide. You can read the newer ones here:',
    'roles-title': 'Who may do what',
    'roles-lead':
      'Somebody gets a role from two people: one asks, another agrees. It ends after a year at most. All of it stands in the log.',
    'roles-waiting': 'Waits for a second person',
    'roles-none-waiting': 'Nothing waits.',
    'roles-held': 'Roles of now',
    role: 'Role',
    'role-who': 'Who',
    'role-where': 'Organisation',
    'role-until': 'Until',
    'role-reason': 'Why',
    'role-asked-by': 'Asked by',
    'role-agree': 'Agree',
    'role-refuse': 'Refuse',
    'role-end': 'End',
    'role-change': 'Change',
    'role-end-of': 'End {role} of {name}',
    'sessions-title': 'Log out everywhere',
    'sessions-end': 'Log out everywhere',
    'sessions-end-of': 'Log out everywhere: {name}',
    'sessions-more':
      'For example when a laptop is stolen. Whoever you log out has to log in anew everywhere, and keeps their roles. Whoever loses a role is logged out by itself.',
    'role-search': 'Look for somebody',
    'role-search-hint':
      'A part of the name of who works here, or the whole mail address of who has logged in here.',
    'role-search-button': 'Search',
    'role-search-none': 'Nobody found.',
    'role-give': 'Give a role',
    'role-organisation-hint':
      'The short name of the municipality or landlord, such as heerlen. Empty for roles of the whole region.',
    'role-until-hint': 'A year at most: until {until, date, day}.',
    'role-ask-button': 'Ask for the role',
    'roles-see-only': 'You can see this, and change nothing.',
  },
}

export type RuleSay = Say<RuleWorkText>

export function sayRuleWork(language: Language): RuleSay {
  return speak(ruleWorkTexts, language)
}

type RuleRefusal =
  | 'other'
  | 'explanation-missing'
  | 'text-too-long'
  | 'term-out-of-range'
  | 'term-source-missing'
  | 'not-your-rules'
  | 'already-released'
  | 'already-proposed'
  | 'own-rules'
  | 'rules-adopted'
  | 'rules-withdrawn'
  | 'rules-released'
  | 'already-advised'
  | 'points-missing'
  | 'reasons-missing'
  | 'too-many-points'
  | 'answer-missing'
  | 'already-answered-point'
  | 'already-adopted'
  | 'advice-term-runs'
  | 'points-unanswered'
  | 'decision-missing'
  | 'decided-later'
  | 'decided-before-proposed'
  | 'document-missing'
  | 'day-missing'
  | 'proposed-it-yourself'
  | 'asked-it-yourself'
  | 'not-adopted'
  | 'instant-passed'
  | 'outside-validity'
  | 'published-later'
  | 'former-changed'
  | 'before-former'
  | 'release-not-asked'
  | 'human-unknown'
  | 'role-not-granted'
  | 'organisation-missing'
  | 'organisation-not-asked'
  | 'until-out-of-range'
  | 'reason-missing'
  | 'own-role'
  | 'already-asked'
  | 'request-lapsed'
  | 'too-few-admins'

const refusals: Texts<RuleRefusal> = {
  nl: {
    other: 'Dit kon niet worden gedaan. Er is niets veranderd.',
    'explanation-missing': 'Schrijf op waarom deze regels nodig zijn.',
    'text-too-long': 'Deze tekst is te lang: hooguit {most, number} tekens.',
    'term-out-of-range': 'Kies een termijn van 1 tot {most, number} dagen.',
    'term-source-missing': 'Schrijf op waar die termijn staat, of laat de dagen leeg.',
    'not-your-rules':
      'Deze regels zijn niet van uw organisatie. Kijk bij authority in het bestand.',
    'already-released': 'Precies deze regels zijn al uitgegeven. Er is niets veranderd.',
    'already-proposed': 'Precies deze regels zijn al voorgesteld.',
    'own-rules': 'Over een eigen voorstel geeft u geen advies.',
    'rules-adopted': 'Een raad heeft dit al vastgesteld. Advies kan niet meer.',
    'rules-withdrawn': 'Dit voorstel is ingetrokken.',
    'rules-released': 'Deze regels zijn al uitgegeven.',
    'already-advised': 'Uw organisatie gaf al advies. Dat blijft staan.',
    'points-missing': 'Schrijf uw punten op, één per regel.',
    'reasons-missing': 'Schrijf op waarom u het oneens bent.',
    'too-many-points': 'Hooguit {most, number} punten.',
    'answer-missing': 'Schrijf een antwoord.',
    'already-answered-point': 'Dit punt heeft al een antwoord.',
    'already-adopted': 'Het besluit van deze raad staat er al.',
    'advice-term-runs':
      'Er kan nog advies komen tot en met {until, date, day}. {lacking, plural, =0 {} one {# organisatie heeft nog niet geantwoord.} other {# organisaties hebben nog niet geantwoord.}}',
    'points-unanswered':
      'Eerst moet er antwoord komen op {count, plural, one {# punt} other {# punten}} uit de adviezen.',
    'decision-missing': 'Vul de naam en het nummer van het besluit in.',
    'decided-later':
      'De dag van het besluit ligt in de toekomst. Leg het vast als de raad heeft besloten.',
    'decided-before-proposed':
      'De raad kan dit niet hebben vastgesteld voordat het was voorgesteld.',
    'document-missing': 'Kies het document, of vul de code van 64 tekens in.',
    'day-missing': 'Vul een dag in, zoals 3-6-2026.',
    'proposed-it-yourself':
      'U deed dit voorstel. Iemand anders moet het uitgeven, ook als u nog een account heeft.',
    'asked-it-yourself':
      'U vroeg dit zelf. Een ander mens moet ernaar kijken, ook als u nog een account heeft.',
    'not-adopted': 'Nog niet vastgesteld door {count, plural, one {# raad} other {# raden}}.',
    'instant-passed':
      'Kies een moment dat nog komt, minstens een minuut van nu. Regels gelden niet voor wat al is beslist.',
    'outside-validity':
      'Dit regelboek geldt zelf van {from, date, day} tot en met {until, date, day}. Kies een moment daarin.',
    'published-later':
      'Dit regelboek wordt pas bekendgemaakt op {published, date, day}. Kies een later moment.',
    'former-changed':
      'Ondertussen ging een andere versie vóór. Stel de regels opnieuw voor, zodat iedereen ziet wat er nu verandert.',
    'before-former': 'Een eerdere versie gaat pas later in. Kies een moment daarna.',
    'release-not-asked': 'De functioneel beheerder koos nog geen ingang.',
    'human-unknown': 'Kies iemand die hier een keer heeft ingelogd.',
    'role-not-granted': 'Deze rol wordt niet gegeven.',
    'organisation-missing': 'Vul de korte naam van de organisatie in, zoals heerlen.',
    'organisation-not-asked': 'Deze rol is er voor de hele regio. Laat de organisatie leeg.',
    'until-out-of-range': 'Kies een dag van {from, date, day} tot en met {until, date, day}.',
    'reason-missing': 'Schrijf op waarom iemand deze rol nodig heeft.',
    'own-role': 'Uzelf geeft u geen rol.',
    'already-asked': 'Dit is al gevraagd, en wacht op een tweede persoon.',
    'request-lapsed': 'De einddag van deze aanvraag is voorbij. Vraag opnieuw.',
    'too-few-admins':
      'Er moeten twee functioneel beheerders overblijven, anders kan niemand meer een rol geven.',
  },
  en: {
    other: 'This could not be done. Nothing has changed.',
    'explanation-missing': 'Write down why these rules are needed.',
    'text-too-long': 'This text is too long: at most {most, number} characters.',
    'term-out-of-range': 'Choose a term of 1 to {most, number} days.',
    'term-source-missing': 'Write down where that term stands, or leave the days empty.',
    'not-your-rules': 'These rules are not of your organisation. Look at authority in the file.',
    'already-released': 'Exactly these rules are released already. Nothing has changed.',
    'already-proposed': 'Exactly these rules are proposed already.',
    'own-rules': 'You do not advise on a proposal of your own.',
    'rules-adopted': 'A council has adopted this. Advice is no longer possible.',
    'rules-withdrawn': 'This proposal was withdrawn.',
    'rules-released': 'These rules are released already.',
    'already-advised': 'Your organisation has advised. That stands.',
    'points-missing': 'Write down your points, one a line.',
    'reasons-missing': 'Write down why you disagree.',
    'too-many-points': 'At most {most, number} points.',
    'answer-missing': 'Write an answer.',
    'already-answered-point': 'This point has been answered.',
    'already-adopted': 'The decision of this council is there already.',
    'advice-term-runs':
      'Advice can still come until {until, date, day}. {lacking, plural, =0 {} one {# organisation has not answered.} other {# organisations have not answered.}}',
    'points-unanswered':
      'First {count, plural, one {# point} other {# points}} of the advice must be answered.',
    'decision-missing': 'Fill in the name and the number of the decision.',
    'decided-later':
      'The day of the decision lies in the future. Write it down once the council has decided.',
    'decided-before-proposed': 'The council cannot have adopted this before it was proposed.',
    'document-missing': 'Choose the document, or fill in its code of 64 characters.',
    'day-missing': 'Fill in a day, such as 3-6-2026.',
    'proposed-it-yourself':
      'You made this proposal. Somebody else must release it, also if you have another account.',
    'asked-it-yourself':
      'You asked for this yourself. Another human must look at it, also if you have another account.',
    'not-adopted': 'Not adopted yet by {count, plural, one {# council} other {# councils}}.',
    'instant-passed':
      'Choose a moment still to come, at least a minute from now. Rules do not hold for what was decided already.',
    'outside-validity':
      'This rule book itself is valid from {from, date, day} to {until, date, day}. Choose a moment within that.',
    'published-later':
      'This rule book is published on {published, date, day} only. Choose a later moment.',
    'former-changed':
      'Meanwhile another version went ahead. Propose the rules anew, so that everybody sees what changes now.',
    'before-former': 'An earlier version begins only later. Choose a moment after that.',
    'release-not-asked': 'The functional administrator has not chosen a start.',
    'human-unknown': 'Choose somebody who has logged in here.',
    'role-not-granted': 'This role is not given.',
    'organisation-missing': 'Fill in the short name of the organisation, such as heerlen.',
    'organisation-not-asked': 'This role is for the whole region. Leave the organisation empty.',
    'until-out-of-range': 'Choose a day from {from, date, day} to {until, date, day}.',
    'reason-missing': 'Write down why somebody needs this role.',
    'own-role': 'You do not give a role to yourself.',
    'already-asked': 'This was asked already, and waits for a second person.',
    'request-lapsed': 'The last day of this request has passed. Ask again.',
    'too-few-admins':
      'Two functional administrators must remain, or nobody can give a role any more.',
  },
}

/** Why something about rules or roles was not done. */
export function ruleRefusalText(
  { refused, facts }: { readonly refused: string; readonly facts: Facts },
  language: Language,
): string {
  return speak(refusals, language)(isKeyOf(refusals, refused) ? refused : 'other', facts)
}

/** `Huurdersorganisatie`, or `Beleid, gemeente (heerlen)`. */
export function roleInWords(
  { role, organisation }: { readonly role: string; readonly organisation: string },
  language: Language,
): string {
  const name = isKeyOf(roleTexts, role) ? speak(roleTexts, language)(role) : role
  return organisation === '' ? name : `${name} (${capital(organisation)})`
}

export function rolesInWords(
  roles: readonly { readonly role: string; readonly organisation: string }[],
  language: Language,
): string {
  return formatList(
    roles.map((each) => roleInWords(each, language)),
    language,
  )
}
