/** What somebody wishes for (woonwensen), in one line. */
import type { Registration } from '../operations/register.ts'
import { formatList, type Language, speak } from '../words/language.ts'
import { wishesTexts } from '../words/wishes.ts'
import { placeName } from './homes.ts'

export function wishesInWords(
  { municipalities = [], bedroomsMin, rentMaxCents }: Registration['wishes'],
  language: Language,
): string {
  const say = speak(wishesTexts, language)
  const names = municipalities.map((each) => placeName(each, language))
  const parts = [
    names.length === 0
      ? say('anywhere')
      : say('places', { places: formatList(names, language, 'or') }),
    ...(bedroomsMin === undefined ? [] : [say('bedrooms', { count: bedroomsMin })]),
    ...(rentMaxCents === undefined ? [] : [say('rent', { rent: rentMaxCents })]),
  ]
  return parts.join(', ')
}
