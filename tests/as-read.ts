/** A page as somebody reads it: the space before the number of a house is a space, also where no line ends in it. */
export function asRead(text: string): string {
  return text.replace(/(?<=\p{L})\u00a0(?=\d)/gu, ' ')
}
