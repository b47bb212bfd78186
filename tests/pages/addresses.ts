/** Every address of the app that somebody can look at, with what its varying part can be about. */
import type { App } from '../../web/app.ts'
import { questions, type Samples } from './stocked-region.ts'

export type Sight = {
  /** The address as the app has it: `/woningen/:id`. */
  readonly route: string
  /** The state it is shown in; `as it is` where there is one. */
  readonly state: string
  readonly path: string
  /** A sample of the address itself, and not of one it goes on from, of which not every state need have it. */
  readonly isOwn: boolean
}

/** Without the patterns that parts must match. */
export function plainRoute(path: string): string {
  let plain = ''
  let depth = 0
  for (const each of path) {
    if (each === '{') depth += 1
    if (depth === 0) plain += each
    if (each === '}') depth -= 1
  }
  return plain
}

/** Every address that is read, in every state there is a sample of; those without any stand apart. */
export function sightsOf(
  app: App,
  samples: Samples,
): { readonly sights: readonly Sight[]; readonly without: readonly string[] } {
  const routes = new Set(
    app.routes.filter(({ method }) => method === 'GET').map(({ path }) => plainRoute(path)),
  )
  const sights: Sight[] = []
  const without: string[] = []
  for (const route of [...routes].toSorted()) {
    const asked = ['', ...(questions[route] ?? [])]
    const found = samplesFor(route, samples)
    if (!route.includes(':')) {
      for (const query of asked) {
        sights.push({ route, state: query || 'as it is', path: route + query, isOwn: true })
      }
    } else if (found) {
      for (const [state, value] of Object.entries(found.values)) {
        const path = route.replace(found.of, filledIn(found.of, String(value)))
        sights.push({ route, state, path, isOwn: found.of === route })
      }
    } else without.push(route)
  }
  return { sights, without }
}

/** A value takes the place of the part that varies; of an address with more such parts, of all of them. */
function filledIn(address: string, value: string): string {
  const isOne = address.split(':').length === 2
  return address.replace(isOne ? /:[^/]+/ : /:.*/, value)
}

/** Those of the address itself, else those of the longest address it begins with. */
function samplesFor(route: string, samples: Samples) {
  const of = Object.keys(samples)
    .filter((each) => route === each || route.startsWith(`${each}/`))
    .toSorted((a, b) => b.length - a.length)[0]
  const values = of === undefined ? undefined : samples[of]
  if (of === undefined || !values) return undefined
  return { of, values }
}

/** Addresses that nobody could look at in any state, and states of their own that nobody could see. */
export function unseenOf(sights: readonly Sight[], seen: ReadonlySet<string>): string[] {
  const isSeen = (sight: Sight) => seen.has(sight.path)
  return [...Map.groupBy(sights, ({ route }) => route)].flatMap(([route, all]) => [
    ...(all.some(isSeen) ? [] : [route]),
    ...all.flatMap((sight) =>
      sight.isOwn && !isSeen(sight) ? [`${route} (${sight.state}): ${sight.path}`] : [],
    ),
  ])
}
