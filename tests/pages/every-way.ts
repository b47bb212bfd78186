/**
 * `npm run test:all`: every page in Dutch and in English, with script and without, light and dark, on a phone, a
 * tablet and a desk. Screenshots of all come in `reports/pages`, with a page to look through them.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages } from '../../words/language.ts'
import { setup } from '../one-server.ts'
import { sightsOf, unseenOf } from './addresses.ts'
import { hasBrowser, type Looker, openSite, type PageSeen, pagesSeen, program } from './looking.ts'
import { stockedRegion } from './stocked-region.ts'

const write = (text: string) => process.stdout.write(text)
const folder = join(import.meta.dirname, '../../reports/pages')
const widths = [320, 768, 1280] as const
/** What stands further down is more of the same, and would take gigabytes. */
const heightMax = 3000
const schemes = ['light', 'dark'] as const

type Shot = { readonly file: string; readonly label: string; readonly faults: readonly string[] }
type Looked = { readonly page: PageSeen; readonly bytes: number; readonly shots: readonly Shot[] }

/** One page as one window loads it, in every width and scheme. Axe is a script: it reads where there is any. */
async function lookAt(
  looker: Looker,
  page: PageSeen,
  way: { readonly name: string; readonly number: number; readonly hasScript: boolean },
): Promise<Looked> {
  const gone = await looker.go(page.path, page.status)
  const loaded = [...gone, ...(await looker.loadFaults())]
  const { bytes } = looker
  const shots: Shot[] = []
  for (const colorScheme of schemes) {
    await looker.page.emulateMedia({ colorScheme })
    for (const width of widths) {
      await looker.page.setViewportSize({ width, height: 640 })
      const label = `${way.name} ${colorScheme} ${width}`
      const file = `${way.number}-${label.replaceAll(' ', '-')}.jpeg`
      await looker.picture(join(folder, file), { width, heightMax })
      shots.push({ file, label, faults: await looker.shownFaults(way.hasScript) })
    }
  }
  const [first, ...others] = shots
  const whole = first ? [{ ...first, faults: [...loaded, ...first.faults] }, ...others] : []
  return { page, bytes, shots: whole }
}

async function run(asked: string | undefined): Promise<number> {
  if (!hasBrowser) {
    write(`There is no Chromium at ${program}; set CHROMIUM to where it is.\n`)
    return 2
  }
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const stop = setup()
  const region = await stockedRegion()
  const stock = await region.stock(1)
  const site = await openSite(region, region.app)
  try {
    const { sights, without } = sightsOf(region.app, stock.samples)
    const { pages, others } = await pagesSeen(region, region.app, stock, sights)
    const unseen = unseenOf(sights, new Set([...pages.map(({ path }) => path), ...others]))
    for (const each of unseen) write(`nobody sees ${each}\n`)
    const chosen = pages.filter(({ route }) => asked === undefined || route.startsWith(asked))
    write(`${chosen.length} pages; without a sample: ${without.join(', ')}\n`)
    const all: Looked[] = []
    for (const language of languages) {
      for (const hasScript of [true, false]) {
        const looker = await site.looker({ language, hasScript })
        const name = `${language} ${hasScript ? 'script' : 'no-script'}`
        for (const [number, page] of chosen.entries()) {
          await looker.as(stock.visitors.get(page.by))
          const looked = await lookAt(looker, page, { name, number, hasScript })
          all.push(looked)
          for (const { label, faults } of looked.shots) {
            for (const fault of faults) write(`${page.path} as ${page.by}, ${label}: ${fault}\n`)
          }
        }
        write(`${name}: done\n`)
        await looker.page.context().close()
      }
    }
    writeFileSync(join(folder, 'index.html'), sheetOf(all))
    const shots = all.flatMap((each) => each.shots)
    const wrong = shots.filter(({ faults }) => faults.length > 0).length
    const heaviest = Math.max(0, ...all.map(({ bytes }) => bytes))
    write(
      `${shots.length} looks, ${wrong} with a fault; the heaviest page took ${heaviest} bytes.\n`,
    )
    write(`Look through them: ${join('reports', 'pages', 'index.html')}\n`)
    return wrong + unseen.length === 0 ? 0 : 1
  } finally {
    await site.close()
    await region.database.drop()
    await stop()
  }
}

/** Everything on one page: by address, each way small, with what was found under it. */
function sheetOf(all: readonly Looked[]): string {
  const parts = [...Map.groupBy(all, ({ page }) => page)].map(
    ([
      { route, state, by, path },
      looked,
    ]) => `<h2>${escaped(route)} <small>${escaped(state)}, as ${by}</small></h2>
<p><code>${escaped(path)}</code>, ${looked.map(({ bytes }) => `${bytes} bytes`).join(', ')}</p>
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

process.exit(await run(process.argv[2]))
