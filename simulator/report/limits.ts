/**
 * Limits (grenzen): of every quota that the proposals differ in, what it came to as the rule itself counts,
 * and below which line a limit does nothing because people come there without it.
 */
import type { Estimate } from '../../core/oversight/figures.ts'
import { type Markup, mark, nothing } from '../../pictures/markup.ts'
import { cellText, table } from '../../pictures/picture.ts'
import { formatList, formatNumber } from '../../words/language.ts'
import { capital } from '../../words/prose.ts'
import { placeWords } from '../../words/report-groups.ts'
import { showNumber, showTick } from '../../words/report-numbers.ts'
import type { VariantOutcome, VariantQuota } from '../comparison.ts'
import { quotaUse } from './measure-ids.ts'
import { paragraph, section, type Telling } from './telling.ts'

export function limits(telling: Telling): Markup {
  const { say, comparison } = telling
  const rows = quotasThatDiffer(comparison.variants).flatMap((id) => rowsOf(telling, id))
  if (rows.length === 0) return nothing
  const variants = comparison.variants.map(({ title }) => capital(title))
  const caption = say('limits-table')
  return section('grenzen', say('limits'), [
    paragraph(say('limits-intro')),
    ...quotasThatDiffer(comparison.variants).map((id) => lineOf(telling, id)),
    table({ caption, columns: [say('limit'), ...variants], rows }),
  ])
}

/** Quotas that not every variant has, or not with the same limit. */
export function quotasThatDiffer(variants: readonly VariantOutcome[]): readonly string[] {
  const ids = new Set(variants.flatMap(({ quotas }) => quotas.map(({ id }) => id)))
  return [...ids].filter((id) => {
    const limitsOfId = variants.map(({ quotas }) => JSON.stringify(quotas.find((q) => q.id === id)))
    return new Set(limitsOfId).size > 1
  })
}

// A quota that is counted per municipality or landlord has a row for each.
function rowsOf(telling: Telling, id: string) {
  const { comparison, language } = telling
  const { variants } = comparison
  const label = labelOf(variants, id)
  const used = variants.flatMap(({ estimates }) => Object.keys(estimates[quotaUse] ?? {}))
  const names = [...new Set(used)].filter((each) => each === id || each.startsWith(`${id} `))
  return names.map((name) => {
    const key = name.slice(id.length + 1)
    const sub =
      key === '' ? nothing : mark`<span class="sub">${placeWords(`from:${key}`, language)}</span>`
    return {
      label: mark`${capital(label)}${sub}`,
      cells: variants.map((each) => cellOf(telling, each, id, name)),
    }
  })
}

function cellOf({ say, language }: Telling, variant: VariantOutcome, id: string, name: string) {
  const quota = variant.quotas.find((each) => each.id === id)
  const use = variant.estimates[quotaUse]?.[name] ?? null
  if (!quota) return say('limit-none')
  const shown =
    use === null ? say('no-value') : { value: use.mean, text: amount(quota, use.mean, language) }
  return mark`<span class="value">${cellText(shown)}</span><span class="sub">${limitText(quota, { say, language })}</span>`
}

function limitText(
  { least, most, warns, ...quota }: VariantQuota,
  { say, language }: Pick<Telling, 'say' | 'language'>,
): string {
  if (warns) return say('limit-warns')
  if (least !== undefined) return say('limit-least', { limit: bound(quota, least, language) })
  return most === undefined ? '' : say('limit-most', { limit: bound(quota, most, language) })
}

function amount(
  { isShare }: Pick<VariantQuota, 'isShare'>,
  value: number,
  language: Telling['language'],
): string {
  return isShare ? showNumber(value, 'share', language) : formatNumber(Math.round(value), language)
}

// As the rule says it: whole, where it is whole.
function bound(
  { isShare }: Pick<VariantQuota, 'isShare'>,
  value: number,
  language: Telling['language'],
): string {
  return showTick(value, isShare ? 'share' : 'homes', language)
}

// Where the first variant only counts, that is the line; of a count in parts there are as many lines as parts.
function lineOf(telling: Telling, id: string): Markup {
  const { baseline, proposals, say, language } = telling
  const counted = baseline.quotas.find((each) => each.id === id)
  const use = baseline.estimates[quotaUse]?.[id] ?? null
  if (!counted?.warns || use === null) return nothing
  const named = (where: Where) => {
    const found = proposals.filter((each) => placeOf(each, id, use) === where)
    return found.length === 0
      ? ''
      : say(`limit-${where}`, {
          proposals: formatList(
            found.map(({ title }) => title),
            language,
          ),
        })
  }
  const line = say('limit-line', {
    label: counted.label,
    use: amount(counted, use.mean, language),
    low: amount(counted, use.low, language),
    high: amount(counted, use.high, language),
  })
  const rest = [named('idle'), named('edge'), named('binds')].filter((each) => each !== '')
  return mark`<p><strong>${line}</strong> ${rest.join(' ')}</p>
`
}

type Where = 'idle' | 'edge' | 'binds'

/** Whether people come beyond a least share without it, or stay short of it. */
function placeOf({ quotas }: VariantOutcome, id: string, use: Estimate): Where | undefined {
  const least = quotas.find((each) => each.id === id)?.least
  if (least === undefined) return undefined
  if (least < use.low) return 'idle'
  return least > use.high ? 'binds' : 'edge'
}

function labelOf(variants: readonly VariantOutcome[], id: string): string {
  const all = variants.flatMap(({ quotas }) => quotas.filter((each) => each.id === id))
  return all.at(-1)?.label ?? id
}
