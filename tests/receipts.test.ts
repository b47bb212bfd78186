/** The receipt of every shipped case decides again to the same bytes, and no byte of it can be changed unseen. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { rankScenario } from '../cli/check-scenario.ts'
import { areIssues } from '../cli/command.ts'
import { originOf } from '../cli/rank.ts'
import { canonicalJson } from '../core/basics/canonical-json.ts'
import { bind } from '../core/ranking/bind.ts'
import { prepare } from '../core/ranking/prepare.ts'
import { rankGathered } from '../core/ranking/rank-listing.ts'
import { receiptText } from '../core/ranking/receipt.ts'
import { shippedScenarios } from '../policies/load-books.ts'
import { loadReceipt } from '../policies/load-receipt.ts'
import { type LoadedScenario, loadScenarios } from '../policies/load-scenarios.ts'

const folder = mkdtempSync(join(tmpdir(), 'receipts-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe.each(shippedScenarios().map(({ file }) => [relative(process.cwd(), file), file]))(
  '%s',
  (_, file) => {
    test('every receipt is canonical and decides again to the same bytes', () => {
      for (const text of receiptsOf(file ?? '')) {
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(decideAgain(text)).toEqual({ text, altered: [] })
      }
    })
  },
)

describe('a receipt that was changed afterwards', () => {
  const demo = () => {
    const file = shippedScenarios().find(({ id }) => id === 'parkstad-2026.scenarios')?.file ?? ''
    const texts = receiptsOf(file)
    return (
      texts.toSorted((a, b) => JSON.parse(b).placed.length - JSON.parse(a).placed.length)[0] ?? ''
    )
  }

  test('is seen when the decision says something else than follows from the inputs', () => {
    const written = JSON.parse(demo())
    const [first, second, ...others] = written.placed
    const changes: Record<string, object> = {
      'two people changed places': {
        placed: [[second[0], ...first.slice(1)], [first[0], ...second.slice(1)], ...others],
      },
      'a place was left out': { placed: [first, ...others] },
      'a reason was left out': {
        placed: [first, [...second.slice(0, 4), [], second[5]], ...others],
      },
      'somebody was excluded': { excluded: [...written.excluded, [first[0], []]] },
      'somebody was undecided': { undecided: [...written.undecided, [first[0], []]] },
      'a rule was switched off': { off: [...written.off, ['bound-first', 'priority-off', null]] },
      'a warning was left out': { warnings: [...written.warnings, 'binding-share'] },
      'a tie waits for a lot': { undrawn: [...written.undrawn, [1, 2]] },
      'another ranking was used': { ranking: 'other' },
      'another reason was meant': { reasons: written.reasons.toReversed() },
    }
    const unseen = Object.entries(changes).filter(([, change]) => {
      const text = canonicalJson({ ...written, ...change })
      return decideAgain(text).text === text
    })
    expect(unseen.map(([what]) => what)).toEqual([])
  })

  test('is seen when an input that decided says something else', () => {
    const written = JSON.parse(demo())
    const last = written.placed.at(-1)[0]
    const at = written.names.indexOf('registered-on')
    const inputs = written.inputs.map(([id, lots, cells]: [string, unknown, unknown[]]) =>
      id === last ? [id, lots, cells.with(at, '1950-01-01')] : [id, lots, cells],
    )
    for (const change of [{ inputs }, { inputs: written.inputs.slice(1) }, { on: '2020-01-01' }]) {
      const text = canonicalJson({ ...written, ...change })
      expect(decideAgain(text).text).not.toBe(text)
    }
  })

  test('is seen in any letter of a rule book, by its hash', () => {
    const written = JSON.parse(demo())
    for (const [at, { book, document }] of written.sources.entries()) {
      const sources = written.sources.with(at, {
        ...written.sources[at],
        document: { ...document, title: `${document.title}.` },
      })
      expect(decideAgain(canonicalJson({ ...written, sources })).altered).toEqual([book])
    }
  })
})

/** The receipts of all scenarios of a file that rank a home. */
function receiptsOf(file: string): string[] {
  const loaded = loadScenarios(file)
  if (areIssues(loaded)) throw new Error(`${file} can be read`)
  return loaded.flatMap(receiptsOfScenario)
}

function receiptsOfScenario({ scenario, books }: LoadedScenario): string[] {
  const days = [scenario.case.on, ...scenario.expect_on.map(({ on }) => on)]
  return days.flatMap((on) => {
    const ranked = rankScenario(
      scenario,
      books.map(({ book }) => book),
      on,
    )
    const ranking = ranked?.ranking
    return ranking ? [[...receiptText(ranking, originOf(ranking, books))].join('')] : []
  })
}

/** What deciding again makes of a receipt; empty where it cannot even be read. */
function decideAgain(text: string): { text: string; altered: readonly string[] } {
  const file = join(folder, 'receipt.json')
  writeFileSync(file, text)
  const loaded = loadReceipt(file)
  if (areIssues(loaded)) return { text: '', altered: [] }
  const { rules, decided, values, origin, altered } = loaded
  const bound = bind(prepare(rules), decided)
  if (!bound) return { text: '', altered }
  const again = rankGathered(bound, decided, decided.candidates, values)
  return { text: [...receiptText(again, origin)].join(''), altered }
}
