/**
 * Which conclusions survive other behaviour (gevoeligheid): one parameter at a time to either end of what is
 * plausible, and the same question asked again with the same luck.
 */
import { differencesOf } from '../../core/oversight/estimate.ts'
import type { Estimate, Figures } from '../../core/oversight/figures.ts'
import type { RuleBook } from '../../core/policy/rule-book.ts'
import { applySettings } from '../apply-settings.ts'
import type { Plan } from '../plan.ts'
import type { Region } from '../region.ts'
import { replicate } from '../replicate.ts'
import { headlineAbout } from '../report/headline.ts'
import { shrink } from '../shrink.ts'
import type { Living } from './check-closed-forms.ts'

/** A question of two sets of rules, and of whom it says what. */
export type Question = {
  readonly plan: Plan
  readonly base: readonly RuleBook[]
  readonly other: readonly RuleBook[]
}

/** The region as it is, or with one parameter at an end of its range. */
export type Setting = { readonly parameter?: string; readonly value?: number }

export type Answer = {
  readonly setting: Setting
  readonly gains: Estimate | null
  readonly loses: Estimate | null
}

export type Size = {
  readonly part: number
  readonly years: number
  readonly warmUpYears: number
  readonly replications: number
  readonly seed: number
}

/** Every behavioural parameter at both ends of its range, as far as these differ from what it is. */
function settingsOf({ provenance, behaviour }: Region): readonly Setting[] {
  const now: Readonly<Record<string, number>> = behaviour
  const ends = provenance.flatMap(({ path, range }) => {
    const [first, name = ''] = path.split('.')
    if (first !== 'behaviour' || !range) return []
    return range.filter((end) => end !== now[name]).map((value) => ({ parameter: path, value }))
  })
  return [{}, ...ends]
}

/** The answer to every question under every setting. */
export async function answersTo(
  questions: readonly Question[],
  region: Region,
  size: Size,
  { threads, progress }: Living,
): Promise<readonly (readonly Answer[])[]> {
  const settings = settingsOf(region)
  const books = [...new Set(questions.flatMap(({ base, other }) => [base, other]))]
  const runs = settings.flatMap((setting) => {
    const small = regionAt(region, setting, size)
    return books.map((each) => ({ region: small, before: books[0] ?? each, books: each }))
  })
  const { replications, years, seed } = size
  const lived = runs.map(() => new Array<Figures>(replications))
  const total = runs.length * replications
  let done = 0
  await replicate(
    runs.flatMap((_, run) =>
      Array.from({ length: replications }, (_each, replication) => ({ run, replication })),
    ),
    { runs, years, seed },
    {
      threads,
      finished: ({ run, replication }, figures) => {
        lived[run]?.splice(replication, 1, figures)
        done += 1
        progress?.(done, total)
      },
    },
  )
  const livedUnder = (setting: number, rules: readonly RuleBook[]) =>
    lived[setting * books.length + books.indexOf(rules)] ?? []
  return questions.map((question) =>
    settings.map((setting, at) =>
      answerOf(question, setting, livedUnder(at, question.base), livedUnder(at, question.other)),
    ),
  )
}

function regionAt(region: Region, { parameter, value }: Setting, size: Size): Region {
  const set = parameter === undefined || value === undefined ? {} : { [parameter]: value }
  const changed = applySettings(region, set)
  if (Array.isArray(changed)) throw new Error(changed.map(({ code }) => code).join())
  return { ...shrink(changed, size.part), warmUpYears: size.warmUpYears }
}

function answerOf(
  { plan }: Question,
  setting: Setting,
  base: readonly Figures[],
  other: readonly Figures[],
): Answer {
  const { measure, gains, loses } = headlineAbout({ plan })
  const differences = differencesOf(base, other)
  return {
    setting,
    gains: differences[measure]?.[gains] ?? null,
    loses: differences[measure]?.[loses] ?? null,
  }
}

export type Survival =
  | 'survives'
  | 'flips'
  | 'fades'
  | 'appears'
  | 'stays uncertain'
  | 'changes nothing'

/** What becomes of a conclusion: certain in the same direction, in the other, or no longer (or only now) certain. */
export function survivalOf(usual: Estimate | null, found: Estimate | null): Survival {
  if (usual && found && isSame(usual, found)) return 'changes nothing'
  const before = directionOf(usual)
  const after = directionOf(found)
  if (before === 0) return after === 0 ? 'stays uncertain' : 'appears'
  if (after === 0) return 'fades'
  return before === after ? 'survives' : 'flips'
}

// A number that nothing asks for, or that cannot go further, was not tested by this question.
function isSame(one: Estimate, other: Estimate): boolean {
  return one.mean === other.mean && one.low === other.low && one.high === other.high
}

function directionOf(estimate: Estimate | null): -1 | 0 | 1 {
  if (!estimate) return 0
  if (estimate.low > 0) return 1
  return estimate.high < 0 ? -1 : 0
}
