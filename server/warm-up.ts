/**
 * Asks for the pages that most people ask for before anybody does (opwarmen): the first visitors of a server that
 * just started otherwise wait while connections are made, and while the engine still finds out what it does often.
 */
import type { Fetch } from './outside.ts'

/** Pages anybody may see, of which nothing is kept. */
const pages = [
  '/woningen',
  '/woningen?kamers=2',
  '/woningen?huur=700',
  '/',
  '/regels',
  '/uitkomsten',
] as const

/** A home, or the list that was made of it. */
const link = /href="(\/woningen\/\d+(?:\/uitslag)?)"/g

/** So many at once that every connection with the database is used, and so knows what it will be asked. */
const atOnce = 10

/** Goes on for so many milliseconds, or until it is told to stop. What goes wrong is for visitors to be told. */
export async function warmUp(site: Fetch, milliseconds: number, stopping: AbortSignal) {
  const until = performance.now() + milliseconds
  const ask = async (path: string): Promise<string> => {
    const headers = { 'accept-encoding': 'gzip', 'sec-fetch-site': 'none' }
    const answer = await site(new Request(new URL(path, 'http://127.0.0.1'), { headers }))
    return answer.text()
  }
  try {
    const shown = await Promise.all([ask('/woningen'), ask('/uitkomsten')])
    const homes = shown.flatMap((page) => [...page.matchAll(link)].slice(0, atOnce))
    const paths = [...pages, ...homes.map(([, path = '/']) => path)]
    const asking = { nth: 0 }
    const goOn = async () => {
      while (performance.now() < until && !stopping.aborted) {
        asking.nth += 1
        await ask(paths[asking.nth % paths.length] ?? '/')
      }
    }
    await Promise.all(Array.from({ length: atOnce }, goOn))
  } catch {
    // A server that cannot show a page says so to whoever asks for one.
  }
}
