/** What somebody reads of their place while a home is still open (voorlopige plaats). */
import { formatMoment, type Language, speak, type Texts } from './language.ts'

const nl = {
  'title-place': 'Uw voorlopige plaats: {from, number}',
  'title-places': 'Uw voorlopige plaats: {from, number} tot en met {to, number}',
  'title-after-draw': 'Nog geen plaats: er wordt geloot',
  'title-after-judgement': 'Nog geen plaats: mensen beslissen over de volgorde',
  'title-excluded': 'Zoals het nu is, komt u niet op de lijst',
  'title-undecided': 'Of u op de lijst komt, is nog niet bekend',
  'title-counting': 'Wij rekenen uw voorlopige plaats uit',
  'short-place': 'Voorlopige plaats {from, number}',
  'short-places': 'Voorlopige plaats: {from, number} tot en met {to, number}',
  'more-places':
    'Op deze plaatsen eindigen mensen gelijk. Na de sluiting beslist het lot wie van hen waar komt.',
  'more-after-draw':
    'U doet mee in de loting na de sluiting. Tot de trekking heeft niemand die loot een plaats, ook geen voorlopige.',
  'more-after-judgement':
    'Dat doen zij na de sluiting. Tot die tijd heeft niemand een plaats, ook geen voorlopige.',
  'more-excluded':
    'U voldoet nu niet aan een voorwaarde. Bij de woning leest u welke voorwaarden er zijn.',
  'more-undecided':
    'Van u is nog niet alles bekend wat voor deze woning nodig is. Bij de woning leest u de voorwaarden.',
  'more-counting': 'Er reageren veel mensen. Kijk over een minuut of twee nog eens.',
  listed: 'Op de lijst staan nu {listed, number} mensen.',
  changes:
    'Dit is de stand van {asOf}. Tot de sluiting, {closes}, kan dit nog veranderen, naar voren en naar achteren: anderen reageren nog of trekken hun reactie in, en van iedereen tellen de gegevens van de dag van de sluiting. Pas daarna maken wij de lijst die geldt.',
  'changes-own':
    'Dit is de stand van {asOf}. Tot de sluiting, {closes}, kan dit nog veranderen: uw gegevens tellen zoals zij zijn op de dag van de sluiting.',
  rule: 'Dat u dit nu al ziet, staat in de regels voor deze woning',
} as const

type Key = keyof typeof nl

export const provisionalTexts: Texts<Key> = {
  nl,
  en: {
    'title-place': 'Your provisional place: {from, number}',
    'title-places': 'Your provisional place: {from, number} to {to, number}',
    'title-after-draw': 'No place yet: there will be a draw',
    'title-after-judgement': 'No place yet: people decide the order',
    'title-excluded': 'As things stand you do not come on the list',
    'title-undecided': 'It is not known yet whether you come on the list',
    'title-counting': 'We are working out your provisional place',
    'short-place': 'Provisional place {from, number}',
    'short-places': 'Provisional place: {from, number} to {to, number}',
    'more-places':
      'At these places people end equal. After the close a lot decides who of them comes where.',
    'more-after-draw':
      'You take part in the draw after the close. Until it is drawn nobody in it has a place, not even a provisional one.',
    'more-after-judgement':
      'They do so after the close. Until then nobody has a place, not even a provisional one.',
    'more-excluded':
      'You do not meet a condition now. The page of the home says which conditions there are.',
    'more-undecided':
      'Not all that this home asks is known of you yet. The page of the home says what the conditions are.',
    'more-counting': 'Many people are responding. Look again in a minute or two.',
    listed: 'There are {listed, number} people on the list now.',
    changes:
      'This is how it stood on {asOf}. Until the close, {closes}, it can still change, forwards and backwards: others respond or withdraw, and of everybody what is so on the day of the close counts. Only then do we make the list that counts.',
    'changes-own':
      'This is how it stood on {asOf}. Until the close, {closes}, it can still change: what is so of you on the day of the close counts.',
    rule: 'That you see this already is in the rules for this home',
  },
}

/** A provisional place as far as words need it. */
export type ProvisionalTold = {
  readonly closesAt: Date
  readonly counted:
    | {
        readonly place:
          | { readonly stands: 'placed'; readonly from: number; readonly to: number }
          | { readonly stands: 'after-draw' | 'after-judgement' | 'excluded' | 'undecided' }
        readonly asOf: Date
        readonly listed: number | undefined
      }
    | undefined
}

export type ProvisionalWords = {
  readonly title: string
  /** In a list of homes. */
  readonly short: string
  /** What it means, and how many are on the list. */
  readonly lead: string
  /** Of which moment it is, and why it can change; nothing while there is no place to change. */
  readonly changes: string | undefined
}

export function provisionalWords(
  { closesAt, counted }: ProvisionalTold,
  language: Language,
): ProvisionalWords {
  const say = speak(provisionalTexts, language)
  if (!counted) {
    const title = say('title-counting')
    return { title, short: title, lead: say('more-counting'), changes: undefined }
  }
  const { place, asOf, listed } = counted
  const moments = {
    asOf: formatMoment(asOf, language),
    closes: formatMoment(closesAt, language),
  }
  const count = listed === undefined ? [] : [say('listed', { listed })]
  if (place.stands === 'placed') {
    const { from, to } = place
    const isOne = from === to
    return {
      title: say(isOne ? 'title-place' : 'title-places', { from, to }),
      short: say(isOne ? 'short-place' : 'short-places', { from, to }),
      lead: [...(isOne ? [] : [say('more-places')]), ...count].join(' '),
      changes: say('changes', moments),
    }
  }
  const { stands } = place
  const title = say(`title-${stands}`)
  const lead = say(`more-${stands}`)
  if (stands === 'after-draw' || stands === 'after-judgement') {
    return { title, short: title, lead: [lead, ...count].join(' '), changes: undefined }
  }
  return { title, short: title, lead, changes: say('changes-own', moments) }
}
