/** How responding for somebody stands (automatische reactie): whether it runs, and what it would find now. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { LoadedBook } from '../policies/load-rule-book.ts'
import { openHomes, type ShownHome } from '../store/homes.ts'
import { candidatesOf, personFile } from '../store/people.ts'
import { openResponses } from '../store/responses.ts'
import { type StandingResponse, standingOf } from '../store/standing-responses.ts'
import type { Wishes } from '../store/tables.ts'
import { foreseeStanding } from './foresee-standing.ts'
import { type Actor, dayOf, type Refusal, refuse, type Setting } from './operation.ts'
import { readFile } from './read-file.ts'
import { booksInForce, preparedFor } from './rules-for-listing.ts'
import { canBeLeftToUs, standingMost } from './standing-response.ts'
import { isWished } from './wished.ts'

export type StandingShown = {
  readonly standing: StandingResponse | undefined
  /** The most that the rules let wait at once. */
  readonly highest: number
  readonly open: number
  readonly wishes: Wishes
  /** Homes that are open, fit by rules and wishes, and have no response of theirs. */
  readonly fitting: readonly ShownHome[]
  /** Whether any rules in force let people see a place while a home is open. */
  readonly showsPlaces: boolean
}

export async function viewStandingResponse(
  setting: Setting,
  actor: Actor,
  person: string,
): Promise<StandingShown | Refusal> {
  return readFile(setting, actor, person, async () => {
    const { store, region } = setting
    const now = setting.now()
    const [standing, file, [candidate], open, homes, highest, books] = await Promise.all([
      standingOf(store, region, person),
      personFile(store, region, person),
      candidatesOf(store, region, [person]),
      openResponses(store, region, person),
      openHomes(store, region, now, {}),
      standingMost(setting, dayOf(now)),
      booksInForce(setting),
    ])
    if (!file || !candidate) return refuse('not-found')
    const fitting: ShownHome[] = []
    for (const home of homes) {
      if (open.has(home.id) || !canBeLeftToUs(home) || !isWished(home, file.wishes)) continue
      const foreseen = await foreseeStanding(setting, home, candidate, 'without')
      if (foreseen?.standing === 'admitted') fitting.push(home)
    }
    const showsPlaces = anyShowsPlaces(books, dayOf(now))
    return { standing, highest, open: open.size, wishes: file.wishes, fitting, showsPlaces }
  })
}

function anyShowsPlaces(books: readonly LoadedBook[], on: CalendarDate): boolean {
  return books.some((each) =>
    preparedFor([each], on).procedures.some(({ rule }) => rule.provisional_place === 'exact'),
  )
}
