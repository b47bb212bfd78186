/**
 * What is said about a lottery (loting): why it cannot be committed or drawn, or does not hold. Moments
 * are shown in Dutch time, hashes and keys by their first digits, and sources counted from 1.
 */
import type { DrawProblem } from '../core/ranking/check-draw.ts'
import type { HolderProblem } from '../core/ranking/order-holders.ts'
import type { Instant } from '../core/ranking/settle-randomness.ts'
import {
  formatExactMoment,
  type Language,
  type Shown,
  type ShownFacts,
  speak,
  type Texts,
} from './language.ts'

export type LotteryProblem = DrawProblem | HolderProblem

export const lotteryProblemTexts: Texts<LotteryProblem['code']> = {
  nl: {
    'no-source': 'Er is geen bron van toeval vastgelegd.',
    'duplicate-party': 'Partij {party} staat er twee keer in.',
    'source-closes-early': 'Bron {source} sluit voordat zij iets kan zeggen.',
    'fallback-too-early':
      'Bron {source} is al bekend op {availableFrom}, terwijl de bron ervoor dan nog kan gelden. Dan kan iemand kiezen.',
    'wrong-chain':
      'De waarde komt van een ander baken ({received}) dan is vastgelegd ({committed}).',
    'not-committed': '{kind} {which} is niet vastgelegd voor deze loting.',
    'value-not-verified':
      'De handtekening van {kind} {which} klopt niet, of is niet gecontroleerd.',
    'value-before-its-time':
      'De waarde zou ontvangen zijn op {receivedAt}, maar bestaat pas vanaf {availableFrom}. Een van de klokken loopt niet goed.',
    'value-too-late':
      'De waarde is ontvangen op {receivedAt}. Dat is na {until}, dus zij telt niet.',
    'waiting-for-source': 'Bron {source} heeft nog niets gezegd. Zij telt tot en met {until}.',
    'no-source-left': 'Geen van de vastgelegde bronnen heeft op tijd iets gezegd.',
    'unknown-scheme': 'De werkwijze {scheme} kennen wij niet.',
    'margin-too-short':
      'Tussen vastleggen en loten zit {marginSeconds} seconden. Dat moet ten minste {least} zijn.',
    'committed-too-late':
      'Vastgelegd op {committedAt}. Dat is te laat: het moest uiterlijk {latest}.',
    'duplicate-class': 'Voorrangsklasse {class} staat er twee keer in.',
    'no-lots': 'Er zijn geen loten.',
    'lot-unreadable': 'Lot "{lot}" is leeg of niet te lezen.',
    'duplicate-lot': 'Lot {lot} staat er twee keer in.',
    'unknown-class': 'Lot {lot} staat in klasse {class}. Die klasse heeft deze loting niet.',
    'count-mismatch': 'Er zijn {committed} loten vastgelegd, en hier staan er {found}.',
    'lots-changed':
      'De loten zijn niet de loten die zijn vastgelegd ({found} in plaats van {committed}).',
    'classes-changed':
      'De loten zijn dezelfde, maar een lot staat in een andere klasse dan is vastgelegd.',
    'not-included': 'Lot {lot} staat niet op de vastgelegde lijst.',
    'other-commitment':
      'Deze loting hoort bij een andere vastlegging ({drawn}) dan eerder is gepubliceerd ({before}).',
    'list-not-sorted': 'De lijst staat niet op volgorde: lot {lot} staat na lot {after}.',
    'value-mismatch': 'De toevalswaarde is {published}, maar moet {computed} zijn.',
    'seed-mismatch': 'Het zaad is {published}, maar moet {computed} zijn.',
    'silent-mismatch': 'De partijen die zwegen zijn niet goed genoemd.',
    'key-mismatch': 'De sleutel van lot {lot} is {published}, maar moet {computed} zijn.',
    'place-mismatch': 'Lot {lot} staat op plaats {published}, maar hoort op plaats {computed}.',
    'lot-held-twice': 'Lot {lot} is van twee mensen.',
    'dropped-lot': 'Lot {lot} heeft niet meegedaan.',
    'ghost-lot': 'Lot {lot} is van niemand.',
    'person-without-lot': '{person} heeft geen lot.',
  },
  en: {
    'no-source': 'No source of chance was committed.',
    'duplicate-party': 'Party {party} is named twice.',
    'source-closes-early': 'Source {source} closes before it can speak.',
    'fallback-too-early':
      'Source {source} is known from {availableFrom}, while the source before it can still count. Somebody could choose.',
    'wrong-chain': 'The value is of another beacon ({received}) than was committed ({committed}).',
    'not-committed': '{kind} {which} was not committed for this lottery.',
    'value-not-verified': 'The signature of {kind} {which} does not hold, or was not checked.',
    'value-before-its-time':
      'The value is said to be received on {receivedAt}, but exists only from {availableFrom}. One of the clocks is wrong.',
    'value-too-late':
      'The value was received on {receivedAt}. That is after {until}, so it does not count.',
    'waiting-for-source': 'Source {source} has not spoken yet. It counts up to {until}.',
    'no-source-left': 'None of the committed sources spoke in time.',
    'unknown-scheme': 'The scheme {scheme} is not known.',
    'margin-too-short':
      'There are {marginSeconds} seconds between commitment and draw. At least {least} are needed.',
    'committed-too-late': 'Committed on {committedAt}. That is too late: it had to be by {latest}.',
    'duplicate-class': 'Priority class {class} is named twice.',
    'no-lots': 'There are no lots.',
    'lot-unreadable': 'Lot "{lot}" is empty or cannot be read.',
    'duplicate-lot': 'Lot {lot} is listed twice.',
    'unknown-class': 'Lot {lot} is in class {class}, which this lottery does not have.',
    'count-mismatch': '{committed} lots were committed, and {found} are here.',
    'lots-changed':
      'The lots are not the ones that were committed ({found} instead of {committed}).',
    'classes-changed': 'The lots are the same, but one is in another class than was committed.',
    'not-included': 'Lot {lot} is not on the committed list.',
    'other-commitment':
      'This draw belongs to another commitment ({drawn}) than was published before ({before}).',
    'list-not-sorted': 'The list is not in order: lot {lot} comes after lot {after}.',
    'value-mismatch': 'The random value is {published}, but must be {computed}.',
    'seed-mismatch': 'The seed is {published}, but must be {computed}.',
    'silent-mismatch': 'The parties who kept silent are not named rightly.',
    'key-mismatch': 'The key of lot {lot} is {published}, but must be {computed}.',
    'place-mismatch': 'Lot {lot} has place {published}, but must have place {computed}.',
    'lot-held-twice': 'Lot {lot} is held by two people.',
    'dropped-lot': 'Lot {lot} did not take part.',
    'ghost-lot': 'Lot {lot} is held by nobody.',
    'person-without-lot': '{person} has no lot.',
  },
}

/** One problem in words. */
export function sayLotteryProblem(problem: LotteryProblem, language: Language): string {
  const facts = Object.entries(problem.facts).map(
    ([name, value]) => [name, shown(name, value, language)] as const,
  )
  return speak(lotteryProblemTexts, language)(problem.code, Object.fromEntries(facts))
}

/** `23 augustus 2023 om 17:59:24`, in Dutch time. */
export function formatInstant(instant: Instant, language: Language): string {
  return formatExactMoment(new Date(instant * 1000), language)
}

/** The first digits of a hash or key, enough to compare by eye. */
function shortHash(hash: string): string {
  return `${hash.slice(0, 12)}…`
}

const instants = ['committedAt', 'latest', 'availableFrom', 'receivedAt', 'until']
const longHexadecimal = /^[0-9a-f]{64,}$/

const kindWords: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  nl: { round: 'ronde', pulse: 'puls', reveal: 'het geheim van' },
  en: { round: 'round', pulse: 'pulse', reveal: 'the secret of' },
}

function shown(name: string, value: Shown, language: Language): ShownFacts[string] {
  if (typeof value === 'number') {
    if (instants.includes(name)) return formatInstant(value, language)
    // A round is a name, not an amount: 1000 and not 1.000.
    return name === 'source' ? value + 1 : name === 'which' ? String(value) : value
  }
  if (name === 'kind' && typeof value === 'string') return kindWords[language][value] ?? value
  return typeof value === 'string' && longHexadecimal.test(value) ? shortHash(value) : value
}

/** What the commands of a lottery tell. */
export const lotteryReportTexts = {
  nl: {
    committed:
      'Loting {lottery} is vastgelegd, met {count} {count, plural, one {lot} other {loten}}.',
    'draw-moment': 'De waarde komt op {at}: ronde {round} van {chain}.',
    fingerprint: 'Vastlegging {hash}: publiceer die nu, voordat de waarde er is.',
    'already-committed': 'Loting {lottery} is al vastgelegd, in {file}. Vastleggen gaat één keer.',
    'without-parties':
      'Let op: er zijn geen drie partijen vastgelegd. Zwijgen alle bakens, dan komt er geen uitslag.',
    'not-committed': 'Loting {lottery} is niet vastgelegd.',
    drawn: 'Loting {lottery} is getrokken. De eerste plaatsen:',
    'drawn-place': '{place}. lot {lot}, klasse {class}',
    'already-drawn': 'Loting {lottery} is al getrokken: {file}. Er wordt nooit opnieuw geloot.',
    'not-drawn': 'Loting {lottery} is niet getrokken.',
    holds:
      'Loting {lottery} klopt. Alle {count} {count, plural, one {lot is} other {loten zijn}} nagerekend.',
    'does-not-hold': 'Loting {lottery} klopt niet.',
    'not-compared': 'Vergelijk zelf: voor de loting moet vastlegging {hash} gepubliceerd zijn.',
    fallback: 'Let op: de genoemde ronde telde niet. De waarde komt van een latere bron.',
    silent: 'Deze partijen gaven hun geheim niet: {silent}.',
    place: 'Lot {lot} staat op plaats {place} van {count}.',
    'not-in-draw': 'Lot {lot} heeft niet meegedaan aan deze loting.',
    'unknown-chain':
      'Het baken "{chain}" is niet drand quicknet en staat ook niet vermeld als oefening.',
    practice: 'Dit is een oefenloting. De uitslag geldt niet voor een echte woning.',
    written: 'Geschreven: {file}',
    'id-unfit':
      'Een loting heeft een nummer van letters, cijfers, punten en streepjes, en dit niet: "{lottery}".',
    'rules-unfit': 'De vingerafdruk van de regels heeft 64 cijfers of letters a tot en met f.',
  },
  en: {
    committed:
      'Lottery {lottery} is committed, with {count} {count, plural, one {lot} other {lots}}.',
    'draw-moment': 'The value comes on {at}: round {round} of {chain}.',
    fingerprint: 'Commitment {hash}: publish it now, before the value exists.',
    'already-committed': 'Lottery {lottery} is committed already, in {file}. That goes once.',
    'without-parties':
      'Note: no three parties are committed. If all beacons keep silent, there is no outcome.',
    'not-committed': 'Lottery {lottery} is not committed.',
    drawn: 'Lottery {lottery} is drawn. The first places:',
    'drawn-place': '{place}. lot {lot}, class {class}',
    'already-drawn': 'Lottery {lottery} is drawn already: {file}. It is never drawn again.',
    'not-drawn': 'Lottery {lottery} is not drawn.',
    holds:
      'Lottery {lottery} holds. All {count} {count, plural, one {lot is} other {lots are}} recomputed.',
    'does-not-hold': 'Lottery {lottery} does not hold.',
    'not-compared': 'Compare yourself: commitment {hash} must have been published before the draw.',
    fallback: 'Note: the named round did not count. The value is of a later source.',
    silent: 'These parties did not reveal their secret: {silent}.',
    place: 'Lot {lot} has place {place} of {count}.',
    'not-in-draw': 'Lot {lot} did not take part in this lottery.',
    'unknown-chain':
      'The beacon "{chain}" is not drand quicknet and is not marked as practice either.',
    practice: 'This is a practice lottery (oefenloting). Its outcome is not valid for a real home.',
    written: 'Written: {file}',
    'id-unfit':
      'A lottery has an id of letters, digits, full stops and hyphens, which this is not: "{lottery}".',
    'rules-unfit': 'The hash of the rules has 64 hexadecimal digits.',
  },
} as const satisfies Texts<string>
