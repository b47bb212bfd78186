import { expect, test } from 'vitest'
import { withWholeAddresses } from './whole-addresses.ts'

const shown = (page: string) => withWholeAddresses(page).replaceAll('\u00a0', '_')

test.each([
  ['a name and its number', '<a href="/x">Markt 12</a>', '<a href="/x">Markt_12</a>'],
  [
    'of more words',
    '<p>Jan van Galenstraat 3a, Heerlen</p>',
    '<p>Jan van Galenstraat_3a, Heerlen</p>',
  ],
  [
    'that ends in small words',
    '<td>Laan van het zuiden 12</td>',
    '<td>Laan van het zuiden_12</td>',
  ],
  ['with an addition', '<p>Op de Wal 7-2 is vrij.</p>', '<p>Op de Wal_7-2 is vrij.</p>'],
  ['in a sentence', '<p>U huurt IJzerhof 5.</p>', '<p>U huurt IJzerhof_5.</p>'],
  ['a number that opens something', '<p>U heeft 3 kinderen van 12 jaar</p>', undefined],
  ['an amount', '<p>Huur € 700,12 van 10</p>', undefined],
  ['what is in the attributes', '<input value="Markt 12" title="Markt 12"><br>', undefined],
  ['what somebody typed', '<textarea name="x">Markt 12</textarea>', undefined],
  ['a choice', '<option value="1">Markt 12</option>', undefined],
])('%s', (_, page, expected) => {
  expect(shown(page)).toBe(expected ?? page)
})
