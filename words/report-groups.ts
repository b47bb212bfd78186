/** Groups of people in sentences (groepen): a plural that something can be said of, where a label would not do. */
import { catalogueWords, wordOfValue } from './catalogue.ts'
import { formatMessage, type Language, type Words } from './language.ts'

const named: Readonly<Record<string, Words>> = {
  all: { nl: 'alle woningzoekenden', en: 'all seekers' },
  regular: { nl: 'reguliere woningzoekenden', en: 'regular seekers' },
  urgent: { nl: 'urgenten', en: 'urgent seekers' },
  local: { nl: 'inwoners van de gemeente zelf', en: 'residents of the municipality itself' },
  'not-local': { nl: 'mensen uit een andere gemeente', en: 'people from another municipality' },
  starter: { nl: 'starters', en: 'starters' },
  'onward-mover': { nl: 'doorstromers', en: 'people moving on' },
  're-starter': { nl: 'herstarters', en: 're-starters' },
  'income:low': { nl: 'mensen met een laag inkomen', en: 'people with a low income' },
  'income:target-group': {
    nl: 'mensen met een middeninkomen binnen de doelgroep',
    en: 'people with a higher income within the target group',
  },
  'income:above': {
    nl: 'mensen met een inkomen boven de doelgroep',
    en: 'people with an income above the target group',
  },
  'target:permit-holder': { nl: 'vergunninghouders', en: 'permit holders' },
  'from:elsewhere': { nl: 'mensen van buiten de regio', en: 'people from outside the region' },
}

const registered: Readonly<Record<string, Words>> = {
  '0-1': {
    nl: 'mensen die korter dan 2 jaar ingeschreven staan',
    en: 'people registered for less than 2 years',
  },
  '2-4': {
    nl: 'mensen die 2 tot 5 jaar ingeschreven staan',
    en: 'people registered for 2 to 5 years',
  },
  '5-9': {
    nl: 'mensen die 5 tot 10 jaar ingeschreven staan',
    en: 'people registered for 5 to 10 years',
  },
  '10-plus': {
    nl: 'mensen die 10 jaar of langer ingeschreven staan',
    en: 'people registered for 10 years or more',
  },
}

const prefixed: Readonly<Record<string, Words>> = {
  urgent: {
    nl: 'urgenten met de grond “{member}”',
    en: 'urgent seekers on the ground “{member}”',
  },
  target: { nl: 'mensen uit de doelgroep {member}', en: 'people of the target group {member}' },
  from: { nl: 'mensen uit {member}', en: 'people from {member}' },
  age: { nl: 'mensen van {member}', en: 'people aged {member}' },
  size: { nl: 'huishoudens van {member}', en: 'households of {member}' },
}

const ageBands: Words = { nl: '{from} tot en met {until} jaar', en: '{from} to {until}' }
const agePlus: Words = { nl: '{from} jaar en ouder', en: '{from} and over' }
const sizes: Words = {
  nl: '{from, plural, one {één persoon} other {# personen}}',
  en: '{from, plural, one {one person} other {# persons}}',
}
const sizeBands: Words = { nl: '{from} of {until} personen', en: '{from} or {until} persons' }
const sizePlus: Words = { nl: '{from} of meer personen', en: '{from} or more persons' }

/** "reguliere woningzoekenden", "mensen van 18 tot en met 27 jaar"; what is not known as it is written. */
export function groupWords(group: string, language: Language): string {
  const own = named[group]
  if (own) return own[language]
  const [family = '', member = ''] = splitOnce(group)
  if (family === 'registered') return registered[member]?.[language] ?? group
  const phrase = prefixed[family]
  if (!phrase || member === '') return group
  return formatMessage(language, phrase[language], { member: memberText(family, member, language) })
}

/** A municipality by itself: "Heerlen", of `from:heerlen`. */
export function placeWords(group: string, language: Language): string {
  const [, place] = splitOnce(group)
  if (place === 'elsewhere') return { nl: 'buiten de regio', en: 'outside the region' }[language]
  return memberText('from', place, language)
}

function memberText(family: string, member: string, language: Language): string {
  if (family === 'age' || family === 'size') return bandText(family, member, language)
  const fact = { urgent: 'urgency-ground', target: 'target-group', from: 'lives-in' }[family]
  return fact && fact in catalogueWords ? wordOfValue(fact, member, language) : member
}

function bandText(family: 'age' | 'size', member: string, language: Language): string {
  const [from = '', until] = member.split('-')
  const facts = { from: Number(from), until: until ?? '' }
  const texts = family === 'age' ? ageTexts : sizeTexts
  const text = until === undefined ? texts.one : until === 'plus' ? texts.plus : texts.band
  return formatMessage(language, text[language], facts)
}

const ageTexts = { one: ageBands, band: ageBands, plus: agePlus }
const sizeTexts = { one: sizes, band: sizeBands, plus: sizePlus }

function splitOnce(group: string): readonly [string, string] {
  const at = group.indexOf(':')
  return at < 0 ? ['', ''] : [group.slice(0, at), group.slice(at + 1)]
}
