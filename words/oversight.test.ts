/** What the log calls what happened: in words, for the rules and for the pages of a seeker alike. */
import { expect, test } from 'vitest'
import { eventNames } from '../core/seekers/history.ts'
import { mineTexts } from './mine.ts'
import { eventKindText } from './oversight.ts'

const ownKinds = Object.keys(mineTexts.nl)
  .filter((name) => name.startsWith('event-') && name !== 'event-other')
  .map((name) => name.slice('event-'.length))

test.each([...new Set([...eventNames, ...ownKinds])])('%s has words in both languages', (kind) => {
  for (const language of ['nl', 'en'] as const) {
    expect(eventKindText(kind, language)).toMatch(/^[A-Z]/)
    expect(eventKindText(kind, language)).not.toBe(kind)
  }
})

test.each([
  ['renewed', 'Inschrijving verlengd'],
  ['urgency-granted', /^[A-Z].*urgentie/],
  ['reminded', 'Herinnering gekregen'],
  ['listing-ended', 'Advertentie afgelopen'],
  ['not-known-yet', 'not-known-yet'],
])('%s is called %s', (kind, words) => {
  expect(eventKindText(kind, 'nl')).toEqual(expect.stringMatching(words))
})
