/**
 * A plan made ready to run (onderzoek): of every variant the region with its settings, its rule books as
 * read, and the name its runs are kept under. Everything that can be wrong is found before anything runs.
 */
import { dirname } from 'node:path'
import type { Json } from '../core/basics/canonical-json.ts'
import type { Issue } from '../core/policy/issue.ts'
import type { Authority, RuleBook } from '../core/policy/rule-book.ts'
import { findBook, loadBooks } from '../policies/load-books.ts'
import { hashOf, type LoadedBook } from '../policies/load-rule-book.ts'
import { applySettings, type PlaceOf, type Settings, settingsOfStart } from './apply-settings.ts'
import { type LoadedRegion, regionHash } from './load-region.ts'
import type { Plan, Variant } from './plan.ts'
import type { Region } from './region.ts'
import { shrink, shrinkRules } from './shrink.ts'

export type Study = {
  readonly plan: Plan
  /** As its file says it, without settings. */
  readonly region: LoadedRegion
  /** Settings of every variant alike, beside those of its own; these hold in the years before too. */
  readonly set: Settings
  /** Of its size the part that is lived: of homes and people alike. */
  readonly part: number
  readonly variants: readonly StudyVariant[]
}

export type StudyVariant = {
  readonly variant: Variant
  readonly region: Region
  /** The region before it was made smaller, with the settings of the variant. */
  readonly whole: Region
  readonly books: readonly LoadedBook[]
  readonly rules: readonly RuleBook[]
  /** SHA-256 of the books together. */
  readonly hash: string
}

export type StudyQuestion = {
  readonly plan: Plan
  /** From where rule books count that are named by a path. */
  readonly folder: string
  readonly region: LoadedRegion
  readonly set?: Settings
  readonly part?: number
}

/** Reads the books and applies the settings of every variant; or what is wrong with them. */
export function studyOf(question: StudyQuestion): Study | Issue[] {
  const { plan, folder, set = {}, part = 1 } = question
  const region = startingOn(question.region, set)
  const issues: Issue[] = []
  const variants: StudyVariant[] = []
  const known = new Map<string, readonly RuleBook[]>()
  for (const variant of plan.variants) {
    const settings = { ...set, ...variant.set }
    const placeOf = (path: string) => ({ file: `--set ${path}=${settings[path]}`, path: '' })
    const applied = withSettings(question, variant, placeOf)
    const books = loadBooks(variant.rules, folder, region.region.starts)
    if (Array.isArray(applied)) issues.push(...applied)
    if (areRead(books) && !Array.isArray(applied)) {
      const lived = sameRegion(part === 1 ? applied : shrink(applied, part), variants)
      variants.push({
        variant,
        region: lived,
        whole: applied,
        books,
        ...rulesOf(books, part, known),
      })
    } else issues.push(...books.flatMap((each) => ('code' in each ? [each] : [])))
  }
  return issues.length > 0 ? onceEach(issues) : { plan, region, set, part, variants }
}

// Which rules hold is asked of the region, so a first day that is set must be set there too.
function startingOn(loaded: LoadedRegion, { starts }: Settings): LoadedRegion {
  if (starts === undefined) return loaded
  const region = applySettings(loaded.region, { starts })
  return Array.isArray(region) ? loaded : { ...loaded, region }
}

// A setting of all variants is wrong once.
function onceEach(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((each) => [JSON.stringify(each), each])).values()]
}

function withSettings(
  { region, set = {} }: StudyQuestion,
  { set: own }: Variant,
  placeOf: PlaceOf,
): Region | Issue[] {
  const tooLate = settingsOfStart(own, placeOf)
  return tooLate.length > 0 ? tooLate : applySettings(region.region, { ...set, ...own }, placeOf)
}

/** The rules of the region itself, for who asks no others: by path, for they lie where the region lies. */
export function usualRules({ region, file }: LoadedRegion): readonly string[] {
  return region.rules.map((each) => findBook(each, dirname(file), region.starts) ?? each)
}

/** Where some variant has a rule of its own that the first has not: counted apart under all of them. */
export function areasOf({ variants }: Study): readonly Authority[] {
  const known = variants[0]?.rules ?? []
  const scoped = variants.flatMap(({ rules }) =>
    rules.filter((each) => each.authority.scope && !known.includes(each)),
  )
  return [...new Set(scoped)].map(({ authority }) => authority)
}

/**
 * The name of all replications of a variant: two runs with the same name are the same run. What is in it is
 * all that a run follows from.
 */
export function runName(study: Study, { region, hash }: StudyVariant, engine: string): string {
  const { variants, plan, part } = study
  const { years, seed } = plan
  const [first] = variants
  const scopes: readonly Json[] = areasOf(study).map(({ scope = {} }) => scope)
  return hashOf({
    engine,
    region: regionHash(region),
    rules: hash,
    before: first ? [regionHash(first.region), first.hash] : [],
    areas: scopes,
    part,
    years,
    seed,
  })
}

function areRead(books: readonly (LoadedBook | Issue)[]): books is LoadedBook[] {
  return books.every((each) => 'book' in each && 'document' in each)
}

// Variants with the same settings and books share them, so that a run sees that nothing changes after its warm-up.
function sameRegion(region: Region, variants: readonly StudyVariant[]): Region {
  const hash = regionHash(region)
  return variants.find((each) => regionHash(each.region) === hash)?.region ?? region
}

function rulesOf(
  books: readonly LoadedBook[],
  part: number,
  known: Map<string, readonly RuleBook[]>,
): Pick<StudyVariant, 'rules' | 'hash'> {
  const hashes: readonly Json[] = books.map(({ hash }) => hash)
  const hash = hashOf(hashes)
  const written = books.map(({ book }) => book)
  const rules = known.get(hash) ?? (part === 1 ? written : shrinkRules(written, part))
  known.set(hash, rules)
  return { rules, hash }
}
