/** The sentence for a refusal, from the texts of a part of the site: by its code, or its own word for all others. */
import type { Refusal } from '../operations/operation.ts'
import { isKeyOf, type Language, speak, type Texts } from '../words/language.ts'
import { refusalText } from '../words/refusals.ts'

export type InWords = (refusal: Refusal, language: Language) => string

/** Where a part has no sentence for a code, the common ones are asked. */
export function refusedFrom<Key extends string>(texts: Texts<Key>): InWords {
  return (refusal, language) => {
    const { refused, facts } = refusal
    return isKeyOf(texts, refused)
      ? speak(texts, language)(refused, { ...facts })
      : refusalText(refusal, language)
  }
}
