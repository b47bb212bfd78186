/**
 * What the words of a listing should not say (woorden in een advertentie): who should live there, what it would cost
 * to come and look, or another way in than the list. A word is no proof: who finds one asks a second person to look.
 * Source: Algemene wet gelijke behandeling art. 7 lid 1; the study of 2021 on listings written toward somebody.
 */
export type WordsAbout = 'people' | 'money' | 'contact'

export type WordFound = { readonly about: WordsAbout; readonly word: string }

// Whole words, as people write them; a home for families and a home of one kind are words about the home.
const people = [
  ...['vrouw', 'vrouwen', 'vrouwelijk', 'mannelijk', 'dame', 'dames', 'heren', 'meisje', 'jongen'],
  ...['alleenstaand', 'alleenstaande', 'alleenstaanden', 'echtpaar', 'koppel', 'gezin', 'gezinnen'],
  ...[
    'getrouwd',
    'gehuwd',
    'samenwonend',
    'gescheiden',
    'kinderloos',
    'zonder kinderen',
    'geen kinderen',
  ],
  ...[
    'student',
    'studenten',
    'werkend',
    'werkende',
    'werkenden',
    'werkloos',
    'uitkering',
    'bijstand',
  ],
  ...['vaste baan', 'vast contract', 'vast inkomen', 'loonstrook', 'tweeverdieners'],
  ...['nederlands', 'nederlandse', 'nederlander', 'nederlanders', 'buitenlander', 'buitenlanders'],
  ...[
    'allochtoon',
    'autochtoon',
    'afkomst',
    'nationaliteit',
    'huidskleur',
    'geloof',
    'christelijk',
  ],
  ...['christelijke', 'moslim', 'islamitisch', 'islamitische', 'homo', 'lesbisch', 'gehandicapt'],
  ...[
    'rustige huurder',
    'rustige huurders',
    'rustige bewoner',
    'rustige bewoners',
    'rustige mensen',
  ],
  ...['nette huurder', 'nette huurders', 'nette mensen', 'jongeren', 'jonge mensen', 'starters'],
]
const olderPeople = [
  'ouderen',
  'oudere',
  'senioren',
  'senior',
  'gepensioneerd',
  'gepensioneerden',
  'bejaard',
]
const money = [
  ...['borg', 'waarborgsom', 'aanbetaling', 'vooruitbetaling', 'sleutelgeld', 'bemiddelingskosten'],
  ...[
    'bezichtigingskosten',
    'administratiekosten',
    'inschrijfkosten',
    'inschrijfgeld',
    'overnamekosten',
  ],
]

const phone = /(?<![\d.,])(?:\+31|0)[\s-]?(?:\d[\s-]?){8,9}(?!\d)/
const mail = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i
const site = /\b(?:https?:\/\/|www\.)\S+/i

/** The first word of each kind. A home that is meant for older people may say so. */
export function wordsFound(
  text: string,
  { isForSeniors }: { readonly isForSeniors: boolean },
): WordFound[] {
  const unwanted = isForSeniors ? people : [...people, ...olderPeople]
  const contact = [phone, mail, site].flatMap((pattern) => pattern.exec(text)?.[0].trim() ?? [])
  const found: readonly (readonly [WordsAbout, string | undefined])[] = [
    ['people', firstOf(unwanted, text)],
    ['money', firstOf(money, text)],
    ['contact', contact[0]],
  ]
  return found.flatMap(([about, word]) => (word === undefined ? [] : [{ about, word }]))
}

function firstOf(words: readonly string[], text: string): string | undefined {
  const pattern = new RegExp(`(?<![\\p{L}-])(?:${words.join('|')})(?![\\p{L}-])`, 'iu')
  return pattern.exec(text)?.[0]
}
