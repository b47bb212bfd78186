/** How to repeat it (zo doet u dit na): the command, and the fingerprints to hold the answer against. */
import { date } from '../../core/basics/calendar-date.ts'
import { type Markup, mark } from '../../pictures/markup.ts'
import { table } from '../../pictures/picture.ts'
import { formatDay } from '../../words/language.ts'
import type { VariantOutcome } from '../comparison.ts'
import { section, type Telling } from './telling.ts'

export function repeat(telling: Telling): Markup {
  const { say, comparison, language } = telling
  const { command, seed, engine, on } = comparison
  return section('nadoen', say('repeat'), [
    mark`<p>${say('repeat-intro')}</p>
<pre><code>${command}</code></pre>
<p>${say('repeat-check')}</p>
<dl><dt>${say('version')}</dt><dd>${engine}</dd><dt>${say('seed')}</dt><dd>${String(seed)}</dd><dt>${say('rules-of')}</dt><dd>${formatDay(date(on), language)}</dd></dl>
`,
    fingerprints(telling),
  ])
}

function fingerprints({ say, comparison }: Telling): Markup {
  const { region, variants } = comparison
  const row = (label: string, id: string, settings: string, hash: string) => ({
    label: mark`${label}<span class="sub"><code>${id}</code></span>`,
    cells: [settings, mark`<code>${hash}</code>`],
  })
  return table({
    caption: say('fingerprint'),
    columns: [say('variant'), say('settings'), say('fingerprint')],
    rows: [
      row(say('the-region', { region: region.title }), region.id, say('no-settings'), region.hash),
      ...variants.map((each) =>
        row(each.title, each.id, settingsText(each) || say('no-settings'), each.hash),
      ),
    ],
  })
}

function settingsText({ settings }: VariantOutcome): string {
  return settings.map(({ path, value }) => `${path} = ${value}`).join('; ')
}
