/**
 * `npm run test:all`: every page in Dutch and in English, with script and without, light and dark, on a phone, a
 * tablet and a desk; and every form sent with nothing in it and with nothing that can be right, in the same ways.
 * Screenshots of all come in `reports/pages`, with a page to look through them. What was looked at is written
 * down as it goes, so that `--continue` goes on where it was stopped, and `--again` also looks anew at every page
 * on which something was found.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { type Language, languages } from '../../words/language.ts'
import { setup } from '../one-server.ts'
import { type Sight, sightsOf, unseenOf } from './addresses.ts'
import { formButtons, sendForm, waysToFill } from './forms.ts'
import {
  hasBrowser,
  type Looker,
  openSite,
  type PageSeen,
  pagesSeen,
  program,
  type Reading,
} from './looking.ts'
import { type Stock, stockedRegion } from './stocked-region.ts'

const write = (text: string) => process.stdout.write(`${text}\n`)
const folder = join(import.meta.dirname, '../../reports/pages')
const bookkeeping = join(folder, 'looked.jsonl')
const widths = [320, 768, 1280] as const
/** What stands further down is more of the same, and would take gigabytes. */
const heightMax = 3000
const schemes = ['light', 'dark'] as const
/** A browser, a server and a database keep the cores busy with about so many pages at once. */
const windows = Number(process.env.WINDOWS ?? availableParallelism())

type Way = { readonly language: Language; readonly hasScript: boolean }
type Shot = { readonly file: string; readonly label: string; readonly faults: readonly string[] }
/** One page as one window loads it; `sent` says which form was sent to come there, and how. */
type Looked = Pick<Sight, 'route' | 'state' | 'path'> & {
  readonly by: string
  readonly way: string
  readonly sent?: string
  /** Whether there is something to send on it. */
  readonly sends?: boolean
  readonly bytes: number
  readonly shots: readonly Shot[]
}

const nameOf = ({ language, hasScript }: Way) => `${language} ${hasScript ? 'script' : 'no-script'}`
/** Under `sent`: all that can be sent from a page was. */
const everyForm = 'every form'
const unseenFault = 'could not be looked at'

const keyOf = ({
  route,
  state,
  by,
  way,
  sent = '',
}: Pick<Looked, 'route' | 'state' | 'by' | 'way' | 'sent'>) =>
  [route, state, by, way, sent].join(' | ')

/** How a page is made is the same in every width, and in the dark only colours are others. */
function readingOf(colorScheme: (typeof schemes)[number], isFirst: boolean): Reading {
  if (isFirst) return 'everything'
  return colorScheme === 'dark' ? 'colours' : 'law'
}

/** The page that is open in every width and scheme. Axe is a script: it reads where there is any. */
async function shotsOf(
  looker: Looker,
  { hasScript, ...way }: Way,
  name: string,
  loaded: readonly string[],
): Promise<readonly Shot[]> {
  const shots: Shot[] = []
  for (const width of widths) {
    await looker.page.setViewportSize({ width, height: 640 })
    for (const colorScheme of schemes) {
      await looker.page.emulateMedia({ colorScheme })
      const label = `${nameOf({ hasScript, ...way })} ${colorScheme} ${width}`
      const file = `${name}-${label.replaceAll(' ', '-')}.jpeg`
      await looker.picture(join(folder, file), { width, heightMax })
      const reads = hasScript ? readingOf(colorScheme, shots.length === 0) : 'nothing'
      const shown = await looker.shownFaults(reads)
      shots.push({ file, label, faults: shots.length === 0 ? [...loaded, ...shown] : shown })
    }
  }
  return shots
}

async function lookAt(looker: Looker, page: PageSeen, way: Way, name: string): Promise<Looked> {
  const { route, state, path, by } = page
  const gone = await looker.go(path, page.status)
  const loaded = [...gone, ...(await looker.loadFaults())]
  const { bytes } = looker
  const sends = (await formButtons(looker)).length > 0
  const shots = await shotsOf(looker, way, name, loaded)
  return { route, state, path, by, way: nameOf(way), sends, bytes, shots }
}

/** Everything that can be sent from a page, and what came back where that was not right. */
async function sendAll(
  looker: Looker,
  page: PageSeen,
  way: Way,
  name: string,
): Promise<readonly Looked[]> {
  const { route, state, path, by, status } = page
  await looker.go(path, status)
  const all: Looked[] = []
  for (const each of await formButtons(looker)) {
    for (const filling of waysToFill) {
      const gone = await looker.go(path, status)
      // What was done before, may have left nothing to send.
      const buttons = gone.length === 0 ? await formButtons(looker) : []
      const still = buttons.some(({ form, button }) => form === each.form && button === each.button)
      if (!still) continue
      const { status: answered, faults } = await sendForm(looker, each, filling)
      if (answered < 400 && faults.length === 0) continue
      const sent = `${filling}, ${each.text}`
      const label = `${name}-${each.form}-${each.button}-${filling}`
      const shots = await shotsOf(looker, way, label, faults)
      all.push({ route, state, path, by, way: nameOf(way), sent, bytes: looker.bytes, shots })
    }
  }
  const done = { sent: everyForm, bytes: 0, shots: [] }
  return [...all, { route, state, path, by, way: nameOf(way), ...done }]
}

/** Whoever stops it, waits for the pages that are open now, and reads what was found. */
const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => stopping.abort())
}

type Site = Awaited<ReturnType<typeof openSite>>

/**
 * Pages in as many windows as can be kept busy, each opened anew when it was lost; what went wrong in it is a fault
 * of the page it looked at.
 */
async function inWindows(
  { site, stock }: Opened,
  way: Way,
  pages: readonly PageSeen[],
  look: (looker: Looker, page: PageSeen) => Promise<readonly Looked[]>,
  note: (looked: Looked) => void,
): Promise<void> {
  const waiting = pages.values()
  const lookAtNext = async () => {
    let looker = await site.looker(way)
    for (const page of waiting) {
      if (stopping.signal.aborted) break
      try {
        await looker.as(stock.visitors.get(page.by))
        for (const looked of await look(looker, page)) note(looked)
      } catch (fault) {
        const faults = [`${unseenFault}: ${String(fault).split('\n')[0]}`]
        const { route, state, path, by } = page
        const shots = [{ file: '', label: nameOf(way), faults }]
        note({ route, state, path, by, way: nameOf(way), bytes: 0, shots })
        await looker.page.context().close()
        looker = await site.looker(way)
      }
    }
    await looker.page.context().close()
  }
  await Promise.all(Array.from({ length: windows }, lookAtNext))
}

type Opened = {
  readonly stock: Stock
  readonly site: Site
  readonly pages: readonly PageSeen[]
  readonly unseen: readonly string[]
  readonly without: readonly string[]
}

/** A region of its own; `before` says who sees what, where that was found out already. */
async function withRegion(
  then: (opened: Opened) => Promise<void>,
  before?: readonly PageSeen[],
): Promise<void> {
  const region = await stockedRegion()
  const stock = await region.everyState()
  const site = await openSite(region, region.app, { endsWithSignal: false })
  try {
    const { sights, without } = sightsOf(region.app, stock.samples)
    if (before) {
      const pages = before.flatMap(({ by, status, ...page }): PageSeen[] => {
        const { route, state } = page
        const sight = sights.find((each) => each.route === route && each.state === state)
        return sight ? [{ ...sight, by, status }] : []
      })
      await then({ stock, site, pages, unseen: [], without })
      return
    }
    const seen = await pagesSeen(region, region.app, stock, sights, { everyShape: true })
    const { pages, others } = seen
    const unseen = unseenOf(sights, new Set([...pages.map(({ path }) => path), ...others]))
    await then({ stock, site, pages, unseen, without })
  } finally {
    await site.close()
    await region.database.drop()
  }
}

/** What was looked at before; with `--again` without the pages on which something was found, or that are named. */
function known(isAgain: boolean, isNamed: (looked: Looked) => boolean): readonly Looked[] {
  if (!existsSync(bookkeeping)) return []
  const lines = readFileSync(bookkeeping, 'utf8').split('\n')
  // @NOTE this very program wrote them.
  const all = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Looked)
  const isLost = (looked: Looked) =>
    (isAgain && isNamed(looked)) ||
    looked.shots.some(({ faults }) =>
      faults.some((each) => isAgain || each.startsWith(unseenFault)),
    )
  const lookedOf = (each: Looked) =>
    keyOf({ ...each, sent: each.sent === undefined ? '' : everyForm })
  const lost = new Set(all.filter(isLost).map(lookedOf))
  return all.filter((each) => !lost.has(lookedOf(each)))
}

/** A name for its pictures that is the same whatever else there is. */
const fileNameOf = ({ route, state, by }: PageSeen) =>
  [route, state, by].map((each) => each.replaceAll(/[^a-z0-9]+/gi, '-')).join('_')

async function run(words: readonly string[]): Promise<number> {
  if (!hasBrowser) {
    write(`There is no Chromium at ${program}; set CHROMIUM to where it is.`)
    return 2
  }
  const asked = words.filter((each) => each.startsWith('/'))
  const isAgain = words.includes('--again')
  const goesOn = isAgain || words.includes('--continue')
  if (!goesOn) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const began = Date.now()
  const isNamed = ({ route }: Pick<Looked, 'route'>) => asked.some((each) => route.startsWith(each))
  const all: Looked[] = [...known(isAgain, isNamed)]
  writeFileSync(bookkeeping, all.map((each) => `${JSON.stringify(each)}\n`).join(''))
  const had = new Set(all.map(keyOf))
  const note = (looked: Looked) => {
    all.push(looked)
    appendFileSync(bookkeeping, `${JSON.stringify(looked)}\n`)
    for (const { label, faults } of looked.shots) {
      for (const fault of faults) write(`${called(looked)}, ${label}: ${fault}`)
    }
  }
  const isAsked = (page: PageSeen) => asked.length === 0 || isNamed(page)
  const ways = languages.flatMap((language) =>
    [true, false].map((hasScript) => ({ language, hasScript })),
  )
  const stop = setup()
  let unseenCount = 0
  let found: readonly PageSeen[] = []
  try {
    await withRegion(async (opened) => {
      const { pages, unseen, without } = opened
      const chosen = pages.filter(isAsked)
      found = chosen
      unseenCount = unseen.length
      for (const each of unseen) write(`nobody sees ${each}`)
      write(`${chosen.length} pages; without a sample: ${without.join(', ')}`)
      for (const way of ways) {
        if (stopping.signal.aborted) break
        const left = chosen.filter((page) => !had.has(keyOf({ ...page, way: nameOf(way) })))
        const look = async (looker: Looker, page: PageSeen) => [
          await lookAt(looker, page, way, fileNameOf(page)),
        ]
        await inWindows(opened, way, left, look, note)
        if (!stopping.signal.aborted) write(`${nameOf(way)}: ${left.length} pages done`)
      }
    })
    // A form that is done changes what there is: each way has a region of its own.
    for (const way of ways) {
      if (stopping.signal.aborted) break
      const silent = new Set(all.filter(({ sends }) => sends === false).map(keyOf))
      const left = found
        .filter((page) => !silent.has(keyOf({ ...page, way: nameOf(way) })))
        .filter((page) => !had.has(keyOf({ ...page, way: nameOf(way), sent: everyForm })))
      if (left.length === 0) continue
      const look = (looker: Looker, page: PageSeen) =>
        sendAll(looker, page, way, `form-${fileNameOf(page)}`)
      await withRegion((opened) => inWindows(opened, way, opened.pages, look, note), left)
      if (!stopping.signal.aborted) write(`${nameOf(way)}: forms of ${left.length} pages done`)
    }
  } finally {
    await stop()
    writeFileSync(join(folder, 'index.html'), sheetOf(all))
  }
  return summarise(all, unseenCount, began)
}

const called = ({ path, sent, by }: Looked) =>
  `${path}${sent === undefined ? '' : ` (sent ${sent})`} as ${by}`

/** How much was looked at, and by page what was found, each fault once with all the ways it shows in. */
function summarise(all: readonly Looked[], unseenCount: number, began: number): number {
  const shots = all.flatMap((each) => each.shots)
  const wrong = all.filter((each) => each.shots.some(({ faults }) => faults.length > 0))
  for (const [name, looked] of Map.groupBy(wrong, called)) {
    write(`\n${name}`)
    const found = looked.flatMap(({ shots: taken }) =>
      taken.flatMap(({ label, faults }) => faults.map((fault) => ({ label, fault }))),
    )
    for (const [fault, where] of Map.groupBy(found, (each) => each.fault)) {
      write(`  ${fault}\n    in ${where.map(({ label }) => label).join(', ')}`)
    }
  }
  const isSent = ({ sent }: Looked) => sent !== undefined && sent !== everyForm
  const loaded = all.filter(({ sent }) => sent === undefined)
  const placesOf = (some: readonly Looked[]) =>
    new Set(some.map((each) => keyOf({ ...each, way: '' }))).size
  const heaviest = Math.max(0, ...loaded.map(({ bytes }) => bytes))
  const minutes = Math.round((Date.now() - began) / 60_000)
  const faulty = shots.filter(({ faults }) => faults.length > 0).length
  write(
    `\n${placesOf(loaded)} pages and ${placesOf(all.filter(isSent))} answers to forms, ${shots.length} looks, ${faulty} with a fault; the heaviest page took ${heaviest} bytes; ${minutes} minutes.`,
  )
  write(`Look through them: ${join('reports', 'pages', 'index.html')}`)
  if (stopping.signal.aborted) {
    write('Stopped before the end; `npm run test:all -- --continue` goes on from here.')
    return 130
  }
  return faulty + unseenCount === 0 ? 0 : 1
}

/** Everything on one page: by address, each way small, with what was found under it. */
function sheetOf(all: readonly Looked[]): string {
  const seen = all.filter(({ shots }) => shots.length > 0)
  const nameOfPage = ({ route, state, by, sent = '' }: Looked) =>
    [route, state, `as ${by}`, sent && `sent ${sent}`].filter((each) => each !== '').join(', ')
  const parts = [...Map.groupBy(seen, nameOfPage)].map(
    ([name, looked]) => `<h2>${escaped(name)}</h2>
<p>${looked.map(({ bytes }) => `${bytes} bytes`).join(', ')}</p>
<div>${looked
      .flatMap(({ shots }) => shots)
      .map(
        ({ file, label, faults }) =>
          `<figure><a href="${file}"><img src="${file}" alt="" loading="lazy"></a><figcaption>${label}${faults.map((each) => `<br><strong>${escaped(each)}</strong>`).join('')}</figcaption></figure>`,
      )
      .join('')}</div>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every page, every way</title>
<style>body{font-family:sans-serif;margin:1rem}div{display:flex;flex-wrap:wrap;gap:.5rem}figure{margin:0;width:11rem}img{width:100%;height:14rem;object-fit:cover;object-position:top;border:1px solid #999}figcaption{font-size:.75rem}strong{color:#a00}</style>
<h1>Every page, every way</h1>${parts.join('\n')}</html>\n`
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

process.exit(await run(process.argv.slice(2)))
