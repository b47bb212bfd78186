/** What other rules change for whom, in words; about invented people, and saying so. */
import type { RuleBook } from '../core/policy/rule-book.ts'
import type { Shift } from '../core/ranking/compare-rankings.ts'
import { formatList, type Language, speak, type Texts } from './language.ts'
import { bookName } from './phrases.ts'
import { narratorOf } from './print-rules.ts'
import { type Prose, print } from './prose.ts'
import { shortReason } from './reasons.ts'

type Text =
  | 'title'
  | 'synthetic'
  | 'home'
  | 'nothing'
  | 'gained'
  | 'lost'
  | 'moved'
  | 'up'
  | 'down'
  | 'no-priority'
  | 'no-homes'

const texts: Texts<Text> = {
  nl: {
    title: 'Voor wie verandert er iets?',
    synthetic:
      'Dit is geprobeerd met {size, number} verzonnen mensen per woning. Het toont waar de regels verschillen, niet om hoeveel echte mensen het gaat.',
    home: 'Bij {home}',
    nothing: 'niemand merkt verschil',
    gained:
      '{count, plural, one {# mens kan} other {# mensen kunnen}} nu wel meedoen, en eerst niet. De reden was: {reasons}',
    lost: '{count, plural, one {# mens kan} other {# mensen kunnen}} niet meer meedoen. De reden is: {reasons}',
    moved: '{count, plural, one {# mens gaat} other {# mensen gaan}} van de groep {from} naar {to}',
    up: '{count, plural, one {# mens} other {# mensen}} in dezelfde groep {count, plural, one {schuift} other {schuiven}} op naar voren',
    down: '{count, plural, one {# mens} other {# mensen}} in dezelfde groep {count, plural, one {zakt} other {zakken}} naar achteren',
    'no-priority': 'zonder voorrang',
    'no-homes': 'Er zijn geen voorbeeldwoningen om het op te proberen.',
  },
  en: {
    title: 'For whom does something change?',
    synthetic:
      'This was tried on {size, number} invented people per home. It shows where the rules differ, not how many real people it concerns.',
    home: 'For {home}',
    nothing: 'nobody notices a difference',
    gained:
      '{count, plural, one {# person} other {# people}} can now take part, and could not before. The reason was: {reasons}',
    lost: '{count, plural, one {# person} other {# people}} can no longer take part. The reason is: {reasons}',
    moved:
      '{count, plural, one {# person moves} other {# people move}} from the group {from} to {to}',
    up: '{count, plural, one {# person} other {# people}} in the same group {count, plural, one {moves} other {move}} forward',
    down: '{count, plural, one {# person} other {# people}} in the same group {count, plural, one {moves} other {move}} back',
    'no-priority': 'without priority',
    'no-homes': 'There are no example homes to try it on.',
  },
}

/** The shifts at one home, described in words. */
export type HomeShifts = { readonly home: string; readonly shifts: readonly Shift[] }

export function printEffect(
  homes: readonly HomeShifts[],
  {
    size,
    language,
    books,
  }: { readonly size: number; readonly language: Language; readonly books: readonly RuleBook[] },
): string {
  const say = speak(texts, language)
  const name = (tier: string) =>
    tier === 'none' ? say('no-priority') : bookName(tier, narratorOf(books, { language }))
  if (homes.length === 0) return `${say('title')}\n${say('no-homes')}\n`
  const prose: Prose[] = homes.map(({ home, shifts }) => ({
    lead: say('home', { home }),
    points: shiftPoints(shifts, name, language),
  }))
  return `${[say('title'), ...print([say('synthetic', { size })]), ...print(prose)].join('\n')}\n`
}

function shiftPoints(
  shifts: readonly Shift[],
  name: (tier: string) => string,
  language: Language,
): string[] {
  const say = speak(texts, language)
  const gained = shifts.flatMap(({ before, after }) =>
    !before.placed && after.placed ? [before] : [],
  )
  const lost = shifts.flatMap(({ before, after }) =>
    before.placed && !after.placed ? [after] : [],
  )
  const reasons = (
    people: readonly { readonly codes: readonly Parameters<typeof shortReason>[1][] }[],
  ) =>
    formatList(
      [...new Set(people.flatMap(({ codes }) => codes))].map((code) =>
        shortReason(language, code).replace(/\.$/, ''),
      ),
      language,
    )
  const points: string[] = []
  if (gained.length > 0)
    points.push(say('gained', { count: gained.length, reasons: reasons(gained) }))
  if (lost.length > 0) points.push(say('lost', { count: lost.length, reasons: reasons(lost) }))
  const moves = new Map<string, number>()
  let up = 0
  let down = 0
  for (const { before, after } of shifts) {
    if (!before.placed || !after.placed) continue
    if (before.tier !== after.tier) {
      const key = JSON.stringify([before.tier, after.tier])
      moves.set(key, (moves.get(key) ?? 0) + 1)
    } else if (after.place < before.place) up += 1
    else if (after.place > before.place) down += 1
  }
  for (const [key, count] of moves) {
    const [from = '', to = ''] = key.slice(2, -2).split('","')
    points.push(say('moved', { count, from: name(from), to: name(to) }))
  }
  if (up > 0) points.push(say('up', { count: up }))
  if (down > 0) points.push(say('down', { count: down }))
  return points.length === 0 ? [say('nothing')] : points
}
