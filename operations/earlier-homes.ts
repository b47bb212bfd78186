/**
 * Where somebody lived before (eerdere woonplaatsen), told back from where they live now: each place since its day
 * and until the next, so that nobody has to know a last day. Years in the region count whatever the municipality, and
 * also when they are past. Legal source: Huisvestingswet 2014 art. 14 lid 4.
 */
import { addDays, type CalendarDate } from '../core/basics/calendar-date.ts'
import type { Spell } from '../core/seekers/history.ts'

export type EarlierHome = { readonly municipality: string; readonly since: CalendarDate }

/** Where somebody lives who does not live in the region. */
export const elsewhere = 'elsewhere'

/** How far back living somewhere can count, in years. */
export const yearsThatCount = 10

/** Whether each home lies before the one that came after it; the latest stands first. */
export function areInOrder(homes: readonly EarlierHome[], next: CalendarDate): boolean {
  return homes.every(({ since }, at) => since < (homes[at - 1]?.since ?? next))
}

/** The spells that such homes were, the earliest first. */
export function earlierSpells(homes: readonly EarlierHome[], next: CalendarDate): Spell[] {
  return homes
    .map(({ municipality, since }, at): Spell => {
      const to = addDays(homes[at - 1]?.since ?? next, -1)
      return { spell: 'resident', from: since, to, attributes: { municipality } }
    })
    .toReversed()
}

/** Where a file says that somebody lives now. */
export function homeNow(spells: readonly Spell[]): Spell | undefined {
  return spells.findLast(({ spell, to }) => spell === 'resident' && to === undefined)
}

/** Where a file says that somebody lived before, the latest first; days nothing is known of were elsewhere. */
export function earlierHomes(spells: readonly Spell[]): EarlierHome[] {
  const now = homeNow(spells)
  if (!now) return []
  const homes: EarlierHome[] = []
  let next = now.from
  const past = spells
    .filter(({ spell, from, to }) => spell === 'resident' && to !== undefined && from < now.from)
    .toSorted((a, b) => b.from - a.from)
  for (const { from, to = from, attributes } of past) {
    const after = addDays(to, 1)
    if (after < next) homes.push({ municipality: elsewhere, since: after })
    homes.push({ municipality: String(attributes.municipality ?? elsewhere), since: from })
    next = from
  }
  return homes
}
