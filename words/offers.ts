/** Offers in words (aanbiedingen): states, grounds, papers, and what people are told of them. */
import { factOf } from '../core/policy/catalogue.ts'
import { namesIn } from '../core/policy/condition.ts'
import { exclusionCodes } from '../core/policy/reason-code.ts'
import type { Ahead } from '../core/ranking/explain-place.ts'
import type { Ranking } from '../core/ranking/rank-listing.ts'
import { aheadInWords, bareName, groupName } from './explanation.ts'
import { type Language, type Say, speak, type Texts } from './language.ts'
import type { Speaker } from './phrases.ts'
import { shortReason } from './reasons.ts'

type OfferStateText =
  | 'open'
  | 'waiting'
  | 'accepted'
  | 'refused'
  | 'expired'
  | 'withdrawn'
  | 'skipped'
  | 'let'

export const offerStates: Texts<OfferStateText> = {
  nl: {
    open: 'Wacht op antwoord',
    waiting: 'Wil de woning, wacht op wie ervoor staat',
    accepted: 'Geaccepteerd',
    refused: 'Geweigerd',
    expired: 'Niet geantwoord',
    withdrawn: 'Vervallen',
    skipped: 'Overgeslagen',
    let: 'Verhuurd',
  },
  en: {
    open: 'Waiting for an answer',
    waiting: 'Wants the home, waits for who is before',
    accepted: 'Accepted',
    refused: 'Refused',
    expired: 'Not answered',
    withdrawn: 'Lapsed',
    skipped: 'Passed over',
    let: 'Let',
  },
}

type RefusalGroundText =
  | 'listing-was-wrong'
  | 'too-expensive'
  | 'too-small'
  | 'too-large'
  | 'not-reachable'
  | 'neighbourhood'
  | 'state-of-home'
  | 'found-another'
  | 'situation-changed'
  | 'other'

/** Why somebody says no to a home. */
export const refusalGroundTexts: Texts<RefusalGroundText> = {
  nl: {
    'listing-was-wrong': 'De advertentie klopte niet',
    'too-expensive': 'De huur is te hoog voor mij',
    'too-small': 'De woning is te klein',
    'too-large': 'De woning is te groot',
    'not-reachable': 'Ik kan er niet goed in of uit',
    neighbourhood: 'De buurt past niet bij mij',
    'state-of-home': 'De staat van de woning',
    'found-another': 'Ik heb iets anders gevonden',
    'situation-changed': 'Mijn situatie is veranderd',
    other: 'Iets anders',
  },
  en: {
    'listing-was-wrong': 'The listing was wrong',
    'too-expensive': 'The rent is too high for me',
    'too-small': 'The home is too small',
    'too-large': 'The home is too large',
    'not-reachable': 'I cannot get in or out well',
    neighbourhood: 'The neighbourhood does not suit me',
    'state-of-home': 'The state of the home',
    'found-another': 'I found something else',
    'situation-changed': 'My situation changed',
    other: 'Something else',
  },
}

type SkipText =
  | 'not-reached'
  | 'took-it-back'
  | 'papers-not-brought'
  | 'papers-differ'
  | 'mail'
  | 'letter'
  | 'phone'
  | 'at-the-door'

export const skipTexts: Texts<SkipText> = {
  nl: {
    'not-reached': 'Niet bereikt, op twee manieren geprobeerd',
    'took-it-back': 'Ziet zelf van de woning af',
    'papers-not-brought': 'Papieren niet gebracht binnen de termijn',
    'papers-differ': 'Papieren zeggen iets anders dan is opgegeven',
    mail: 'E-mail',
    letter: 'Brief',
    phone: 'Telefoon',
    'at-the-door': 'Aan de deur',
  },
  en: {
    'not-reached': 'Not reached, tried in two ways',
    'took-it-back': 'Gave up the home themselves',
    'papers-not-brought': 'Papers not brought within the term',
    'papers-differ': 'Papers say something else than was stated',
    mail: 'E-mail',
    letter: 'Letter',
    phone: 'Phone',
    'at-the-door': 'At the door',
  },
}

type EvidenceText =
  | 'identity'
  | 'income'
  | 'household'
  | 'passport'
  | 'identity-card'
  | 'driving-licence'
  | 'residence-document'
  | 'tax-statement'
  | 'payslips'
  | 'benefit-statement'
  | 'pension-statement'
  | 'annual-accounts'
  | 'population-register'
  | 'as-said'
  | 'differs'

export const evidenceTexts: Texts<EvidenceText> = {
  nl: {
    identity: 'Wie het is',
    income: 'Inkomen van het huishouden',
    household: 'Samenstelling van het huishouden',
    passport: 'Paspoort',
    'identity-card': 'Identiteitskaart',
    'driving-licence': 'Rijbewijs',
    'residence-document': 'Verblijfsdocument',
    'tax-statement': 'Inkomensverklaring van de Belastingdienst',
    payslips: 'Loonstroken',
    'benefit-statement': 'Uitkeringsspecificatie',
    'pension-statement': 'Pensioenoverzicht',
    'annual-accounts': 'Jaarrekening van een onderneming',
    'population-register': 'Uittreksel bevolkingsregister',
    'as-said': 'Klopt met wat is opgegeven',
    differs: 'Is anders dan is opgegeven',
  },
  en: {
    identity: 'Who it is',
    income: 'Income of the household',
    household: 'Who is in the household',
    passport: 'Passport',
    'identity-card': 'Identity card',
    'driving-licence': 'Driving licence',
    'residence-document': 'Residence document',
    'tax-statement': 'Income statement of the tax office',
    payslips: 'Payslips',
    'benefit-statement': 'Benefit statement',
    'pension-statement': 'Pension statement',
    'annual-accounts': 'Annual accounts of a business',
    'population-register': 'Extract of the population register',
    'as-said': 'Is as was stated',
    differs: 'Differs from what was stated',
  },
}

type PassedText =
  | 'withdrew'
  | 'took-another-home'
  | 'erased'
  | 'another-offer-open'
  | 'blocked'
  | 'not-bound'
  | 'not-registered'
  | 'income-above-limit'
  | 'under-age'
  | 'fact-unknown'

const passedTexts: Texts<PassedText> = {
  nl: {
    withdrew: 'heeft de reactie ingetrokken',
    'took-another-home': 'heeft een andere woning gekregen',
    erased: 'heeft geen dossier meer',
    'another-offer-open': 'heeft al een ander aanbod',
    blocked: 'krijgt tijdelijk geen aanbod',
    'not-bound': 'heeft geen binding met dit gebied',
    'not-registered': 'is niet ingeschreven',
    'income-above-limit': 'heeft een inkomen boven de grens',
    'under-age': 'is te jong',
    'fact-unknown': 'van wie nog gegevens ontbreken',
  },
  en: {
    withdrew: 'took the response back',
    'took-another-home': 'got another home',
    erased: 'has no file any more',
    'another-offer-open': 'has another offer already',
    blocked: 'gets no offers for a time',
    'not-bound': 'has no connection with this area',
    'not-registered': 'is not registered',
    'income-above-limit': 'has an income above the limit',
    'under-age': 'is too young',
    'fact-unknown': 'of whom data are still missing',
  },
}

/** What kept somebody out or from an offer, in short, for who works there. */
export function passedInWords(code: string, language: Language): string {
  if (Object.hasOwn(passedTexts.nl, code)) {
    // @NOTE looked up above among the keys of these texts.
    return speak(passedTexts, language)(code as PassedText)
  }
  const known = exclusionCodes.find((each) => each === code)
  return known ? `“${shortReason(language, known)}”` : code
}

const covered: Readonly<Record<Language, string>> = { nl: 'heeft voorrang', en: 'has priority' }

/**
 * The name of a group as staff of a landlord may read it: a group that is about care or another sensitive
 * fact is only `heeft voorrang`. Source: the trust model, part D5.
 */
export function groupForStaff({ bound }: Ranking, tier: string, speaker: Speaker): string {
  const isCovered = bound.priorities.some(
    ({ standing: { rule } }) =>
      rule.id === tier && namesIn(rule.who).some((name) => factOf(name)?.sensitive),
  )
  return isCovered ? covered[speaker.language] : bareName(groupName(tier, speaker))
}

const by: Readonly<Record<Language, string>> = { nl: 'door', en: 'by' }

/** Who stand before somebody and why, with the same groups covered. */
export function aheadForStaff(ranking: Ranking, ahead: readonly Ahead[], speaker: Speaker): string {
  return ahead
    .map((each) => {
      const name =
        each.code === 'higher-tier'
          ? groupForStaff(ranking, each.name, speaker)
          : bareName(aheadInWords([each], speaker)).replace(/^\d+ /, '')
      return `${each.count} ${by[speaker.language]} ${name}`
    })
    .join(', ')
}

/** Codes of the messages that offers, listings and corrections send; words for each. */
export const workMessageCodes = [
  'offer-made',
  'offer-accepted',
  'offer-waiting',
  'offer-in-turn',
  'offer-refused',
  'offer-expired',
  'offer-withdrawn',
  'passed-over',
  'skipped',
  'documents-checked',
  'home-is-yours',
  'home-let',
  'listing-withdrawn',
  'lots-given',
  'correction-proposed',
  'correction-made',
  'correction-refused',
] as const
export type WorkMessageCode = (typeof workMessageCodes)[number]

/** A subject that tells nothing to who reads over a shoulder, and what it says on the page. */
export const workMessageTexts: Texts<WorkMessageCode> = {
  nl: {
    'offer-made': 'U krijgt een woning aangeboden. Bekijk het aanbod en antwoord op tijd.',
    'offer-accepted': 'U heeft ja gezegd. Breng uw papieren binnen de termijn.',
    'offer-waiting':
      'U heeft ja gezegd. Iemand die hoger op de lijst staat, kan nog antwoorden. U hoort het van ons.',
    'offer-in-turn':
      'U bent nu aan de beurt voor deze woning. Breng uw papieren binnen de termijn.',
    'offer-refused': 'U heeft nee gezegd tegen een woning. Dat is verwerkt.',
    'offer-expired': 'De termijn van uw aanbod is voorbij en wij kregen geen antwoord.',
    'offer-withdrawn': 'Uw aanbod is vervallen: de woning gaat naar iemand die hoger stond.',
    'passed-over':
      'U was aan de beurt voor een woning, maar wij konden u die niet aanbieden: {code}. Uw plaats houdt u.',
    skipped:
      'U bent overgeslagen voor een woning. Klopt dat niet? U kunt tot en met {until, date, day} bezwaar maken; tot dan wordt de woning niet verhuurd.',
    'documents-checked': 'Wij hebben een papier van u bekeken en opgeschreven wat het zegt.',
    'home-is-yours': 'De woning is van u. Uw huur begint op {startsOn, date, day}.',
    'home-let': 'Een woning waarop u reageerde, is verhuurd. Op de uitslag leest u hoe.',
    'listing-withdrawn': 'Een woning waarop u reageerde, is teruggenomen. Uw reactie komt vrij.',
    'lots-given':
      'U heeft een lot. Het lot wordt getrokken met een openbaar getal dat nu nog niemand kent.',
    'correction-proposed':
      'Iemand stelt voor uw inschrijfdatum te veranderen van {from, date, day} in {to, date, day}. Een tweede persoon beslist.',
    'correction-made':
      'Uw inschrijfdatum is veranderd van {from, date, day} in {to, date, day}. De oude blijft in het logboek staan.',
    'correction-refused': 'Uw inschrijfdatum blijft {from, date, day}: het voorstel is afgewezen.',
  },
  en: {
    'offer-made': 'You are offered a home. Look at the offer and answer in time.',
    'offer-accepted': 'You said yes. Bring your papers within the term.',
    'offer-waiting':
      'You said yes. Somebody higher on the list can still answer. You will hear from us.',
    'offer-in-turn': 'It is your turn for this home now. Bring your papers within the term.',
    'offer-refused': 'You said no to a home. It has been processed.',
    'offer-expired': 'The term of your offer is over and we had no answer.',
    'offer-withdrawn': 'Your offer has lapsed: the home goes to somebody who stood higher.',
    'passed-over':
      'It was your turn for a home, but we could not offer it to you: {code}. You keep your place.',
    skipped:
      'You were passed over for a home. Is that wrong? You can object until {until, date, day}; until then the home is not let.',
    'documents-checked': 'We looked at a paper of yours and wrote down what it says.',
    'home-is-yours': 'The home is yours. Your lease begins on {startsOn, date, day}.',
    'home-let': 'A home you responded to has been let. The result tells how.',
    'listing-withdrawn':
      'A home you responded to has been taken back. Your response is free again.',
    'lots-given': 'You hold a lot. It is drawn with a public number that nobody knows yet.',
    'correction-proposed':
      'Somebody proposes to change your date of registration from {from, date, day} to {to, date, day}. A second person decides.',
    'correction-made':
      'Your date of registration was changed from {from, date, day} to {to, date, day}. The old one stays in the log.',
    'correction-refused':
      'Your date of registration stays {from, date, day}: the proposal was turned down.',
  },
}

export function sayWorkMessage(language: Language): Say<WorkMessageCode> {
  return speak(workMessageTexts, language)
}
