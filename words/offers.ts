/** Offers in words (aanbiedingen): states, grounds, papers, and what staff read of a list. */
import { factOf } from '../core/policy/catalogue.ts'
import { namesIn } from '../core/policy/condition.ts'
import { exclusionCodes } from '../core/policy/reason-code.ts'
import type { Ahead } from '../core/ranking/explain-place.ts'
import type { Ranking } from '../core/ranking/rank-listing.ts'
import { aheadInWords, bareName, groupName } from './explanation.ts'
import { isKeyOf, type Language, speak, type Texts } from './language.ts'
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

/** Why somebody said no to a home, as staff read it; who answers reads `words/offer.ts`. */
export const refusalGroundTexts: Texts<RefusalGroundText> = {
  nl: {
    'listing-was-wrong': 'De advertentie klopte niet',
    'too-expensive': 'De huur is te hoog',
    'too-small': 'De woning is te klein',
    'too-large': 'De woning is te groot',
    'not-reachable': 'De woning is niet goed toegankelijk',
    neighbourhood: 'De buurt past niet',
    'state-of-home': 'De staat van de woning',
    'found-another': 'Heeft iets anders gevonden',
    'situation-changed': 'De situatie is veranderd',
    other: 'Iets anders',
  },
  en: {
    'listing-was-wrong': 'The listing was wrong',
    'too-expensive': 'The rent is too high',
    'too-small': 'The home is too small',
    'too-large': 'The home is too large',
    'not-reachable': 'The home is hard to enter',
    neighbourhood: 'The neighbourhood does not suit',
    'state-of-home': 'The state of the home',
    'found-another': 'Found something else',
    'situation-changed': 'The situation changed',
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
  if (isKeyOf(passedTexts, code)) return speak(passedTexts, language)(code)
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
