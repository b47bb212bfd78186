/** `verdeelsleutel rank`: ranks a case and prints the explained order. */
import { hex, sha256 } from '../core/basics/sha256.ts'
import { reasonsOfAll } from '../core/ranking/explain-place.ts'
import type { Ranking } from '../core/ranking/rank-listing.ts'
import { type Origin, receiptText } from '../core/ranking/receipt.ts'
import type { LoadedBook } from '../policies/load-rule-book.ts'
import { modelWords } from '../words/catalogue.ts'
import {
  aheadInWords,
  bareName,
  exclusionSentences,
  groupName,
  keyValues,
  speakerOf,
} from '../words/explanation.ts'
import { formatList } from '../words/language.ts'
import { bookName, type Speaker } from '../words/phrases.ts'
import { wrap } from '../words/prose.ts'
import { sayRanking } from '../words/ranking-table.ts'
import {
  type Command,
  type Setting,
  said,
  style,
  table,
  textOption,
  writeWhole,
} from './command.ts'
import { engineVersion } from './engine-version.ts'
import { loadRanking } from './load-ranking.ts'
import { faultInWritten } from './written-files.ts'

export const rank: Command = async (question, setting) => {
  const loaded = await loadRanking(question, setting)
  if ('exitCode' in loaded) return loaded
  const { ranking, books } = loaded
  const tables = ['listing', 'seekers'].flatMap((name) => textOption(question, name) ?? [])
  const read = [...question.words, ...tables, ...books.map((each) => each.file)]
  const fault = faultInWritten(question, { options: ['receipt'], read }, setting)
  if (fault) return fault
  const origin = originOf(ranking, books)
  const file = textOption(question, 'receipt')
  if (file !== undefined) writeWhole(file, receiptText(ranking, origin))
  if (question.values.json === true) {
    return { exitCode: 0, output: `${[...receiptText(ranking, origin)].join('')}\n` }
  }
  return said(0, [...rankingLines(ranking, origin, setting), ...writtenLine(file, setting)])
}

/** Where a decision comes from: this engine, and the rule books it went by, as they were read. */
export function originOf({ bound }: Ranking, books: readonly LoadedBook[]): Origin {
  const used = new Set(bound.prepared.rules.books)
  return {
    engine: engineVersion,
    sources: books
      .filter(({ book }) => used.has(book))
      .map(({ book, hash, document }) => ({ book: book.book, hash, document: document.value })),
  }
}

function rankingLines(ranking: Ranking, origin: Origin, setting: Setting): string[] {
  const say = sayRanking(setting.language)
  const speaker = speakerOf(ranking, setting.language)
  const hash = hex(sha256(...receiptText(ranking, origin)))
  return [
    ...headingLines(ranking, speaker, setting),
    '',
    ...placeLines(ranking, speaker, setting),
    ...keptOutLines(ranking, 'excluded', speaker, setting),
    ...keptOutLines(ranking, 'undecided', speaker, setting),
    ...noteLines(ranking, speaker, setting),
    '',
    style(say('receipt', { hash }), 'dim', setting),
  ]
}

function headingLines({ bound }: Ranking, speaker: Speaker, setting: Setting): string[] {
  const { language } = setting
  const say = sayRanking(language)
  const { listing, ranking, prepared } = bound
  const books = formatList(
    prepared.rules.books.map(({ title }) => title),
    language,
  )
  const model = modelWords[ranking.rule.model][language]
  return [
    style(say('home', { id: listing.id, closes: listing.closes }), 'bold', setting),
    ...wrap(say('rules', { books })),
    say('model', { model, ranking: bookName(ranking.rule.id, speaker) }),
  ]
}

function placeLines(ranking: Ranking, speaker: Speaker, setting: Setting): string[] {
  const say = sayRanking(setting.language)
  const { order, admitted, candidates, values, bound } = ranking
  if (order.sorted.length === 0) return [say('nobody')]
  const headings = [say('place'), say('who'), say('group'), say('values'), say('ahead')]
  const rows = [...reasonsOfAll(order)].map(({ place, ahead }) => {
    const entry = order.sorted[place - 1] ?? 0
    const position = admitted[entry] ?? 0
    const tier = bound.tiers[order.tiers[entry] ?? 0]
    return [
      String(place),
      candidates[position]?.id ?? '',
      groupName(tier?.name ?? 'none', speaker),
      keyValues(tier?.keys ?? [], values[position] ?? {}, speaker).join('; '),
      aheadInWords(ahead, speaker),
    ].map(bareName)
  })
  const [top = '', ...lines] = table([headings, ...rows])
  return [style(top, 'bold', setting), ...lines]
}

function keptOutLines(
  ranking: Ranking,
  kind: 'excluded' | 'undecided',
  speaker: Speaker,
  setting: Setting,
): string[] {
  const positions = ranking[kind]
  if (positions.length === 0) return []
  const reasons = positions.flatMap((position) => {
    const sentences = exclusionSentences(
      { bound: ranking.bound, seeker: ranking.values[position] ?? {} },
      speaker,
    )
    const id = ranking.candidates[position]?.id ?? ''
    return sentences.flatMap((sentence, index) => {
      const [first = '', ...rest] = wrap(sentence, '    ')
      const name = index === 0 ? `  ${id}: ${first.trimStart()}` : first
      return [name, ...rest]
    })
  })
  return ['', style(sayRanking(setting.language)(kind), 'bold', setting), ...reasons]
}

function noteLines({ bound, undrawn }: Ranking, speaker: Speaker, setting: Setting): string[] {
  const say = sayRanking(setting.language)
  const notes = [
    ...bound.off.map(({ rule, by }) =>
      by === undefined
        ? say('off-vain', { rule: bookName(rule, speaker) })
        : say('off-quota', { rule: bookName(rule, speaker), by: bookName(by, speaker) }),
    ),
    ...bound.warnings.map((quota) => say('warning', { quota: bookName(quota, speaker) })),
    ...(bound.unstated.length === 0
      ? []
      : [
          say('unstated', {
            quotas: formatList(
              bound.unstated.map((quota) => bookName(quota, speaker)),
              setting.language,
            ),
          }),
        ]),
    ...undrawn.map(([from, to]) => say('undrawn', { from: from + 1, to })),
  ]
  return notes.length === 0 ? [] : ['', ...notes.flatMap((note) => wrap(note))]
}

function writtenLine(file: string | undefined, { language }: Setting): string[] {
  return file === undefined ? [] : [sayRanking(language)('receipt-written', { file })]
}
