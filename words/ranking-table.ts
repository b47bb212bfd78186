/** The words around a ranking as a table: headings, and what stands above and under it. */
import { type Language, type Say, speak, type Texts } from './language.ts'

export type RankingText =
  | 'home'
  | 'rules'
  | 'model'
  | 'place'
  | 'who'
  | 'group'
  | 'values'
  | 'ahead'
  | 'nobody'
  | 'excluded'
  | 'undecided'
  | 'off-quota'
  | 'off-vain'
  | 'warning'
  | 'unstated'
  | 'undrawn'
  | 'drawn'
  | 'receipt'
  | 'receipt-written'
  | 'no-ranking'
  | 'no-listing'
  | 'synthetic'
  | 'unknown-seeker'
  | 'same-bytes'
  | 'other-bytes'
  | 'on-receipt'
  | 'decided-now'

const texts: Texts<RankingText> = {
  nl: {
    home: 'Woning {id}, gesloten op {closes, date, day}',
    rules: 'Regels: {books}',
    model: 'Verdeelmodel: {model}; rangorde volgens {ranking}',
    place: 'Plaats',
    who: 'Wie',
    group: 'Groep',
    values: 'Telt mee',
    ahead: 'Wie voor u staan, en waardoor',
    nobody: 'Niemand staat in de rangorde.',
    excluded: 'Doet niet mee',
    undecided: 'Nog niet beslist, want er ontbreken gegevens',
    'off-quota': 'De voorrang {rule} werkt nu niet: het aandeel {by} is vol.',
    'off-vain':
      'De regel {rule} is vervallen, omdat de woning lang genoeg vruchteloos is aangeboden.',
    warning: 'Let op: het aandeel {quota} is vol of loopt achter.',
    unstated:
      'Van deze aandelen is niet opgegeven hoeveel er is gebruikt; gerekend is met niets: {quotas}.',
    undrawn:
      'Plaats {from, number} tot en met {to, number}: hier beslist het lot, en er is nog niet geloot.',
    drawn:
      'Plaatsen die het lot bepaalde zijn na te rekenen met het lot en het zaad van de loting.',
    receipt: 'Bon (SHA-256): {hash}',
    'receipt-written': 'De bon staat in {file}.',
    'no-ranking': 'Deze regels hebben geen rangorde voor het verdeelmodel {model} bij deze woning.',
    'no-listing': 'Deze zaak heeft geen woning (listing); er valt niets te rangschikken.',
    synthetic: 'Voorbeeld: deze mensen bestaan niet.',
    'unknown-seeker': 'Woningzoekende {id} staat niet in deze zaak. Bedoelde u {near}?',
    'same-bytes':
      'Opnieuw beslist met dezelfde regels en gegevens: dezelfde uitkomst, byte voor byte.',
    'other-bytes': 'Opnieuw beslist, en de uitkomst is anders. Eerste verschil: {path}.',
    'on-receipt': 'Op de bon: {value}',
    'decided-now': 'Nu: {value}',
  },
  en: {
    home: 'Home {id}, closed on {closes, date, day}',
    rules: 'Rules: {books}',
    model: 'Allocation model: {model}; ranked by {ranking}',
    place: 'Place',
    who: 'Who',
    group: 'Group',
    values: 'What counts',
    ahead: 'Who is ahead of you, and why',
    nobody: 'Nobody is on the list.',
    excluded: 'Does not take part',
    undecided: 'Not decided yet, because data are missing',
    'off-quota': 'The priority {rule} does not work now: the share {by} is full.',
    'off-vain': 'The rule {rule} fell away, because the home was offered in vain for long enough.',
    warning: 'Mind: the share {quota} is full or behind.',
    unstated:
      'Of these shares it was not stated how much is used; reckoned with nothing: {quotas}.',
    undrawn:
      'Places {from, number} to {to, number}: here the lot decides, and it is not drawn yet.',
    drawn: 'Places that the lot decided can be recomputed from the lot and the seed of the draw.',
    receipt: 'Receipt (SHA-256): {hash}',
    'receipt-written': 'The receipt is in {file}.',
    'no-ranking': 'These rules have no ranking for the allocation model {model} of this home.',
    'no-listing': 'This case has no home (listing); there is nothing to rank.',
    synthetic: 'Example: these people do not exist.',
    'unknown-seeker': 'Seeker {id} is not in this case. Did you mean {near}?',
    'same-bytes': 'Decided again with the same rules and data: the same outcome, byte for byte.',
    'other-bytes': 'Decided again, and the outcome differs. First difference: {path}.',
    'on-receipt': 'On the receipt: {value}',
    'decided-now': 'Now: {value}',
  },
}

export function sayRanking(language: Language): Say<RankingText> {
  return speak(texts, language)
}
