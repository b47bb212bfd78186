/** What an audit found, in words: one text per code. */
import type { AuditFault, AuditFaultCode } from '../core/oversight/audit-fault.ts'
import { type Language, type Say, speak, type Texts } from './language.ts'

const faultTexts: Texts<AuditFaultCode> = {
  nl: {
    'not-an-export':
      'Dit is geen uitvoer van een logboek, of een van een soort die wij niet kennen.',
    'line-unreadable': 'Regel {line, number} is niet te lezen zoals hij geschreven werd.',
    'nothing-after-end': 'Regel {line, number} staat achter het einde.',
    truncated: 'Het bestand houdt op na {events, number} gebeurtenissen, zonder slotregel.',
    'end-differs':
      'De slotregel telt {said, number} {what, select, events {gebeurtenissen} checkpoints {ijkpunten} other {beslissingen}}; er zijn er {found, number}.',
    'position-differs':
      'Op regel {line, number} staat plaats {found, number}, waar {expected, number} hoort te staan.',
    'event-altered':
      'De gebeurtenis op plaats {position, number} heeft niet de hash die erbij staat.',
    'value-altered':
      'De waarde "{name}" bij plaats {position, number} is niet de waarde die is vastgelegd.',
    'checkpoint-unreadable': 'Op regel {line, number} staat een ijkpunt dat niet te lezen is.',
    'other-log':
      'Het ijkpunt bij {size, number} gebeurtenissen is van een ander logboek ({found} in plaats van {expected}).',
    'no-key': 'Er is geen sleutel om handtekeningen mee te controleren. Geef die op met --key.',
    'other-key':
      'De sleutel die u opgaf ({expected}) is niet die van de uitvoer ({found}), en ook geen die het logboek later bekendmaakte.',
    'signature-wrong':
      'De handtekening onder het ijkpunt bij {size, number} gebeurtenissen klopt niet.',
    'key-change-wrong':
      'Op plaats {position, number} staat een andere sleutel die niet is ondertekend door de sleutel van daarvoor.',
    'checkpoint-misplaced':
      'Het ijkpunt over {size, number} gebeurtenissen staat achter {events, number}.',
    'root-differs':
      'Bij {size, number} gebeurtenissen heeft het logboek een andere wortel dan er is ondertekend: er is iets veranderd na plaats {right, number}.',
    'not-signed':
      'Over de laatste {count, number} van {events, number} gebeurtenissen is geen ijkpunt.',
    'earlier-differs':
      'Het logboek begint niet met de {size, number} gebeurtenissen van het ijkpunt dat u bewaarde.',
    'earlier-not-reached':
      'Het ijkpunt dat u bewaarde telt {size, number} gebeurtenissen; hier zijn er {events, number}.',
    'tiles-differ':
      'De boom waarmee bewijzen worden gemaakt, is niet die van de {size, number} gebeurtenissen.',
    'columns-differ':
      'Van {count, plural, one {# gebeurtenis} other {# gebeurtenissen}} staat in de database een andere soort, tijd of persoon dan is vastgelegd.',
    'cosignature-wrong':
      'De handtekening van getuige {witness} onder het ijkpunt bij {size, number} gebeurtenissen klopt niet.',
    'draw-unreadable': 'Woning {listing}: wat over de loting is vastgelegd, is niet te lezen.',
    'draw-twice': 'Woning {listing}: op plaats {position, number} is een tweede loting vastgelegd.',
    'draw-committed-wrongly':
      'Woning {listing}: de loting is niet vastgelegd zoals het hoort ({why}).',
    'draw-not-committed':
      'Woning {listing}: op plaats {position, number} is geloot zonder dat de loting vooraf was vastgelegd.',
    'beacon-unknown':
      'Woning {listing}: het baken {name} is niet het openbare baken, en ook geen oefenbaken.',
    'round-does-not-hold':
      'Woning {listing}: de ronde van het baken klopt niet: de handtekening, het tijdstip of de ronde is anders dan is vastgelegd ({why}).',
    'seed-differs': 'Woning {listing}: de loting volgt niet uit de ronde van het baken.',
    'decision-missing':
      'De beslissing over woning {listing} (plaats {position, number}) ontbreekt: er is geen bon.',
    'decision-misplaced':
      'Op regel {line, number} staat een beslissing over woning {listing} die daar niet hoort.',
    'receipt-unreadable': 'Woning {listing}: de bon is niet te lezen ({path}).',
    'receipt-altered': 'Woning {listing}: de bon is niet de bon die in het logboek is vastgelegd.',
    'rule-book-altered':
      'Woning {listing}: het regelboek {book} op de bon heeft niet de hash die erbij staat.',
    'other-rules':
      'Woning {listing}: de regelboeken op de bon zijn niet die waaronder de woning bekend is gemaakt.',
    'rules-not-in-force':
      'Woning {listing}: er is beslist met regelboek {book}, en dat gold niet toen de woning bekend werd gemaakt.',
    'release-backdated':
      'Op plaats {position, number} zijn regels uitgegeven voor een tijd die al voorbij was.',
    'no-ranking': 'Woning {listing}: de regels op de bon hebben geen rangorde voor deze woning.',
    'decided-otherwise':
      'Woning {listing}: opnieuw beslist komt er iets anders uit, bij {path}: op de bon {before}, nu {after}.',
    'not-canonical':
      'Woning {listing}: de uitkomst is gelijk, maar de bon is niet geschreven zoals hij werd gemaakt.',
    'place-differs':
      'Woning {listing}: plaats {place, number} is aan iemand anders gezegd dan volgt uit de bon.',
    'told-otherwise':
      'Woning {listing}: wat is bewaard om aan kandidaten uit te leggen, volgt niet uit de bon ({count, plural, one {# verschil} other {# verschillen}}).',
    'candidate-without-response':
      'Woning {listing}: {count, plural, one {# kandidaat heeft} other {# kandidaten hebben}} volgens het logboek niet gereageerd.',
    'response-left-out':
      'Woning {listing}: {count, plural, one {# reactie doet} other {# reacties doen}} niet mee in de rangorde.',
  },
  en: {
    'not-an-export': 'This is no export of a log, or one of a kind that we do not know.',
    'line-unreadable': 'Line {line, number} cannot be read as it was written.',
    'nothing-after-end': 'Line {line, number} stands after the end.',
    truncated: 'The file stops after {events, number} events, without a last line.',
    'end-differs':
      'The last line counts {said, number} {what, select, events {events} checkpoints {checkpoints} other {decisions}}; there are {found, number}.',
    'position-differs':
      'On line {line, number} stands position {found, number}, where {expected, number} should be.',
    'event-altered':
      'The event at position {position, number} does not have the hash given with it.',
    'value-altered':
      'The value "{name}" at position {position, number} is not the value that was committed to.',
    'checkpoint-unreadable': 'On line {line, number} stands a checkpoint that cannot be read.',
    'other-log':
      'The checkpoint at {size, number} events is of another log ({found} instead of {expected}).',
    'no-key': 'There is no key to check signatures with. Give it with --key.',
    'other-key':
      'The key that you gave ({expected}) is not that of the export ({found}), nor one that the log announced later.',
    'signature-wrong': 'The signature under the checkpoint at {size, number} events does not hold.',
    'key-change-wrong':
      'At position {position, number} stands another key that the key before it did not sign.',
    'checkpoint-misplaced':
      'The checkpoint over {size, number} events stands after {events, number}.',
    'root-differs':
      'At {size, number} events the log has another root than was signed: something changed after position {right, number}.',
    'not-signed':
      'There is no checkpoint over the last {count, number} of {events, number} events.',
    'earlier-differs':
      'The log does not begin with the {size, number} events of the checkpoint that you kept.',
    'earlier-not-reached':
      'The checkpoint that you kept counts {size, number} events; there are {events, number} here.',
    'tiles-differ': 'The tree that proofs are made from is not that of the {size, number} events.',
    'columns-differ':
      'Of {count, plural, one {# event} other {# events}} the database says another kind, time or person than was committed to.',
    'cosignature-wrong':
      'The signature of witness {witness} under the checkpoint at {size, number} events does not hold.',
    'draw-unreadable': 'Home {listing}: what was committed to about the draw cannot be read.',
    'draw-twice': 'Home {listing}: a second draw was committed to at position {position, number}.',
    'draw-committed-wrongly':
      'Home {listing}: the draw was not committed to as it must be ({why}).',
    'draw-not-committed':
      'Home {listing}: lots were drawn at position {position, number} without a commitment before.',
    'beacon-unknown':
      'Home {listing}: the beacon {name} is not the public beacon, nor one for practice.',
    'round-does-not-hold':
      'Home {listing}: the round of the beacon does not hold: its signature, time or number differs from what was committed to ({why}).',
    'seed-differs': 'Home {listing}: the draw does not follow from the round of the beacon.',
    'decision-missing':
      'The decision about home {listing} (position {position, number}) is missing: there is no receipt.',
    'decision-misplaced':
      'On line {line, number} stands a decision about home {listing} that does not belong there.',
    'receipt-unreadable': 'Home {listing}: the receipt cannot be read ({path}).',
    'receipt-altered': 'Home {listing}: the receipt is not the one that the log committed to.',
    'rule-book-altered':
      'Home {listing}: the rule book {book} on the receipt does not have the hash given with it.',
    'other-rules':
      'Home {listing}: the rule books on the receipt are not those under which the home was made known.',
    'rules-not-in-force':
      'Home {listing}: rule book {book} decided, and it was not in force when the home was made known.',
    'release-backdated':
      'At position {position, number} rules were released for a time that had passed already.',
    'no-ranking': 'Home {listing}: the rules on the receipt have no ranking for this home.',
    'decided-otherwise':
      'Home {listing}: decided again it comes out otherwise, at {path}: on the receipt {before}, now {after}.',
    'not-canonical':
      'Home {listing}: the outcome is the same, but the receipt is not written as it was made.',
    'place-differs':
      'Home {listing}: somebody else was told place {place, number} than follows from the receipt.',
    'told-otherwise':
      'Home {listing}: what is kept to explain to candidates does not follow from the receipt ({count, plural, one {# difference} other {# differences}}).',
    'candidate-without-response':
      'Home {listing}: {count, plural, one {# candidate has} other {# candidates have}} not responded, says the log.',
    'response-left-out':
      'Home {listing}: {count, plural, one {# response is} other {# responses are}} not in the ranking.',
  },
}

/** One thing that is wrong, in a sentence. */
export function auditFaultText({ code, facts }: AuditFault, language: Language): string {
  return speak(faultTexts, language)(code, facts)
}

type Text =
  | 'whole'
  | 'faulty'
  | 'more-faults'
  | 'read'
  | 'region'
  | 'root'
  | 'key'
  | 'key-changed'
  | 'compare-key'
  | 'values'
  | 'open'
  | 'without-responses'
  | 'without-receipt'
  | 'draws'
  | 'draws-unchecked'
  | 'witness'
  | 'no-witness'
  | 'waiting'
  | 'no-logs'
  | 'no-file'
  | 'no-key-text'
  | 'no-checkpoint'
  | 'reading'

const texts: Texts<Text> = {
  nl: {
    whole: 'Alles klopt: er is niets veranderd, en elke beslissing komt er opnieuw net zo uit.',
    faulty: '{count, plural, one {Er klopt # ding niet.} other {Er kloppen # dingen niet.}}',
    'more-faults': '… en nog {count, number}.',
    read: '{events, plural, one {# gebeurtenis} other {# gebeurtenissen}}, {checkpoints, plural, one {# ijkpunt} other {# ijkpunten}}, {decisions, plural, one {# beslissing} other {# beslissingen}} nagerekend.',
    region: 'Regio {region}',
    root: 'Wortel: {root}',
    key: 'Sleutel: {key}',
    'key-changed': 'Na plaats {position, number} verder met de bekendgemaakte sleutel: {key}',
    'compare-key':
      'Vergelijk deze sleutel met de sleutel die de regio bekend heeft gemaakt, of geef hem op met --key.',
    values:
      '{values, plural, one {# persoonlijke waarde} other {# persoonlijke waarden}} vergeleken met wat is vastgelegd; {closed, plural, one {# is} other {# zijn}} er niet (meer) bij.',
    open: 'Dit is een uitvoer zonder persoonlijke waarden en bonnen: de beslissingen zelf zijn niet nagerekend.',
    'without-responses':
      'Bij {count, plural, one {# beslissing} other {# beslissingen}} staan de reacties niet in het logboek; of de lijst volledig was, is daar niet te zien.',
    'without-receipt':
      'Van {count, plural, one {# woning} other {# woningen}} is na sluiten geen rangorde vastgelegd: van vóór dit logboek, of er moet nog worden geloot.',
    draws:
      '{count, plural, one {# loting} other {# lotingen}} gecontroleerd, met de handtekening van het baken{practice, plural, =0 {} one {; # was een oefenloting} other {; # waren oefenlotingen}}.',
    'draws-unchecked':
      'Van {count, plural, one {# loting} other {# lotingen}} is de handtekening van het baken niet gecontroleerd.',
    witness:
      'Getuige {name} tekende {count, plural, one {# ijkpunt} other {# ijkpunten}} mee, het laatste bij {size, number} gebeurtenissen.',
    'no-witness': 'Geen getuige heeft meegetekend.',
    waiting:
      '{count, plural, =0 {} one {# gebeurtenis wacht nog op een plaats.} other {# gebeurtenissen wachten nog op een plaats.}}',
    'no-logs': 'In deze database is nog geen logboek.',
    'no-file': 'Het bestand {file} kan niet worden gelezen ({reason}).',
    'no-key-text': '"{found}" is geen sleutel van een logboek (naam+hash+sleutel).',
    'no-checkpoint': 'In {file} staat geen ijkpunt.',
    reading: '{events, number} gebeurtenissen gelezen',
  },
  en: {
    whole: 'All is right: nothing was changed, and every decision comes out the same again.',
    faulty: '{count, plural, one {# thing is not right.} other {# things are not right.}}',
    'more-faults': '… and {count, number} more.',
    read: '{events, plural, one {# event} other {# events}}, {checkpoints, plural, one {# checkpoint} other {# checkpoints}}, {decisions, plural, one {# decision} other {# decisions}} recomputed.',
    region: 'Region {region}',
    root: 'Root: {root}',
    key: 'Key: {key}',
    'key-changed': 'After position {position, number} on with the key that was announced: {key}',
    'compare-key': 'Compare this key with the one the region made known, or give it with --key.',
    values:
      '{values, plural, one {# personal value} other {# personal values}} compared with the commitments; {closed, plural, one {# is} other {# are}} not there (any more).',
    open: 'This is an export without personal values and receipts: the decisions themselves were not recomputed.',
    'without-responses':
      'For {count, plural, one {# decision} other {# decisions}} the responses are not in the log; whether the list was complete cannot be seen there.',
    draws:
      '{count, plural, one {# draw} other {# draws}} checked, with the signature of the beacon{practice, plural, =0 {} one {; # was for practice} other {; # were for practice}}.',
    'draws-unchecked':
      'Of {count, plural, one {# draw} other {# draws}} the signature of the beacon was not checked.',
    witness:
      'Witness {name} signed {count, plural, one {# checkpoint} other {# checkpoints}}, the last at {size, number} events.',
    'no-witness': 'No witness has signed along.',
    'without-receipt':
      'Of {count, plural, one {# home} other {# homes}} no ranking was committed to after closing: from before this log, or lots are still to be drawn.',
    waiting:
      '{count, plural, =0 {} one {# event still waits for a position.} other {# events still wait for a position.}}',
    'no-logs': 'There is no log in this database yet.',
    'no-file': 'The file {file} cannot be read ({reason}).',
    'no-key-text': '"{found}" is no key of a log (name+hash+key).',
    'no-checkpoint': 'There is no checkpoint in {file}.',
    reading: '{events, number} events read',
  },
}

export function sayAudit(language: Language): Say<Text> {
  return speak(texts, language)
}
