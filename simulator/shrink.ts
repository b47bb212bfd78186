/**
 * A region in a part of its size (verkleinen): as many homes and people less, in as many complexes. People
 * respond so much more that a home has as many responses as before, and everybody as many chances a year.
 */
import type { Quota } from '../core/policy/kinds/quota.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import type { Region } from './region.ts'

export function shrink(region: Region, part: number): Region {
  const { homes, vacancies, streams, behaviour } = region
  return {
    ...region,
    homes: {
      ...homes,
      count: Math.round(homes.count * part),
      homesPerComplex: Math.max(1, Math.round(homes.homesPerComplex * part)),
    },
    vacancies: {
      ...vacancies,
      newHomes: vacancies.newHomes.map((each) => ({
        ...each,
        count: Math.round(each.count * part),
      })),
    },
    streams: streams.map((each) => ({
      ...each,
      perYear: each.perYear * part,
      atStart: Math.round(each.atStart * part),
    })),
    behaviour: { ...behaviour, response: Math.min(1, behaviour.response / part) },
  }
}

/** Rules for a region of that size: a quota in numbers allows as many less. */
export function shrinkRules(books: readonly RuleBook[], part: number): readonly RuleBook[] {
  return books.map((book) => ({
    ...book,
    articles: book.articles.map((each) => ({
      ...each,
      rules: each.rules.map((rule) => (rule.kind === 'quota' ? shrinkQuota(rule, part) : rule)),
    })),
  }))
}

function shrinkQuota(quota: Quota, part: number): Quota {
  const { limit } = quota
  if (limit.of !== undefined) return quota
  const amounts = Object.entries(limit).map(([key, amount]) => [
    key,
    amount === 0 ? 0 : Math.max(1, Math.round(amount * part)),
  ])
  return { ...quota, limit: Object.fromEntries(amounts) }
}
