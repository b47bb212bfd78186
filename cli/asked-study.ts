/** What a question on the command line asks to simulate: a plan as it is, or one made of region and rules. */
import { availableParallelism } from 'node:os'
import { basename, extname } from 'node:path'
import type { Issue } from '../core/policy/issue.ts'
import { resolve as rulesInForce, versionsAt } from '../core/policy/resolve.ts'
import type { Settings } from '../simulator/apply-settings.ts'
import { loadPlan, shippedPlans } from '../simulator/load-plan.ts'
import {
  type LoadedRegion,
  loadRegion,
  regionHash,
  shippedRegions,
} from '../simulator/load-region.ts'
import { type ExtractName, loadExtracts } from '../simulator/own-extracts.ts'
import { marginalsFrom, withMarginals } from '../simulator/own-marginals.ts'
import type { Plan, Variant } from '../simulator/plan.ts'
import { type Study, type StudyQuestion, studyOf, usualRules } from '../simulator/study.ts'
import { formatList } from '../words/language.ts'
import { type SimulateText, saySimulate } from '../words/simulate.ts'
import {
  areIssues,
  type Done,
  done,
  type Question,
  type Setting,
  textOption,
  textsOption,
  unreadable,
} from './command.ts'

export type Asked = {
  readonly study: Study
  /** The plan as it was written, for a report that tells its question. */
  readonly asPlanned: boolean
  readonly threads: number
  /** The files of the plan and of the region. */
  readonly files: readonly string[]
}

const most = { years: 100, replications: 10_000, threads: 256 } as const
const usual = { years: 10, replications: 20, seed: 1 } as const

/** What is asked; or why that cannot be. */
export async function askedStudy(question: Question, setting: Setting): Promise<Asked | Done> {
  const say = saySimulate(setting.language)
  const numbers = askedNumbers(question)
  if ('text' in numbers) return done(2, say(numbers.text, numbers.facts))
  const set = askedSettings(question)
  if ('found' in set) return done(2, say('no-setting', { found: set.found }))
  const planned = planOf(question, setting)
  if ('exitCode' in planned) return planned
  const own = await withOwnTables(planned.region, question)
  if (areIssues(own)) return unreadable(own, setting)
  const region = regionInLanguage(own, setting)
  const { threads, part, ...others } = numbers
  const plan = { ...inLanguage(planned.plan, setting), ...others }
  const twice = plan.variants.flatMap(({ title, set: own }) =>
    Object.keys(set)
      .filter((path) => own[path] !== undefined)
      .map((path) => ({ path, variant: title })),
  )
  if (twice[0]) return done(2, say('set-twice', twice[0]))
  const study = studyOf({ ...planned, region, plan, set, part })
  if (areIssues(study)) return unreadable(study, setting)
  const { asPlanned, files } = planned
  const told = { threads, asPlanned, files }
  return (
    oneIdTwice(study, setting) ??
    notInForce(study, setting) ?? { study: asPlanned ? study : titled(study), ...told }
  )
}

type Planned = Omit<StudyQuestion, 'set'> & Pick<Asked, 'asPlanned' | 'files'>

function planOf(question: Question, setting: Setting): Planned | Done {
  const say = saySimulate(setting.language)
  const named = [...question.words, ...textsOption(question, 'plan')]
  if (named.length > 1) return done(2, say('one-plan', { found: named.join(', ') }))
  const [reference] = named
  if (reference === undefined) return planOfParts(question, setting)
  const parts = ['region', 'rules', 'against'].find(
    (each) => textsOption(question, each).length > 0,
  )
  if (parts) return done(2, say('plan-or-parts', { option: `--${parts}` }))
  const loaded = loadPlan(reference)
  if (areIssues(loaded)) return unreadable(loaded, setting)
  const { plan, file, folder, region } = loaded
  return { plan, folder, region, asPlanned: true, files: [file, region.file] }
}

// What was written in Dutch alone is left out for who reads English, but for titles: something must be called.
function inLanguage(plan: Plan, { language }: Setting): Plan {
  if (language === 'nl') return plan
  const { question: _, englishQuestion: question, ...rest } = plan
  return {
    ...rest,
    title: plan.english ?? plan.title,
    ...(question === undefined ? {} : { question }),
    variants: plan.variants.map(inEnglish),
  }
}

function regionInLanguage(loaded: LoadedRegion, { language }: Setting): LoadedRegion {
  const { title, english = title } = loaded.region
  return language === 'nl' ? loaded : { ...loaded, region: { ...loaded.region, title: english } }
}

function inEnglish({ invented: _, englishInvented: invented, ...variant }: Variant): Variant {
  return {
    ...variant,
    title: variant.english ?? variant.title,
    ...(invented === undefined ? {} : { invented }),
  }
}

function planOfParts(question: Question, setting: Setting): Planned | Done {
  const reference = textOption(question, 'region')
  if (reference === undefined) return done(2, needsRegion(setting))
  const region = loadRegion(reference)
  if (areIssues(region)) return unreadable(region, setting)
  const asked = listed(textsOption(question, 'rules'))
  const others = textsOption(question, 'against').map((each) => listed([each]))
  const { title, english = title } = region.region
  const plan: Plan = {
    id: 'asked',
    title,
    english,
    region: reference,
    ...usual,
    variants: named([asked.length > 0 ? asked : usualRules(region), ...others]),
  }
  return { plan, folder: process.cwd(), region, asPlanned: false, files: [region.file] }
}

function needsRegion({ language }: Setting): string {
  const names = (list: readonly { readonly id: string }[]) =>
    formatList(
      list.map(({ id }) => id),
      language,
    )
  return saySimulate(language)('needs-region', {
    regions: names(shippedRegions()),
    plans: names(shippedPlans()),
  })
}

function listed(texts: readonly string[]): readonly string[] {
  return texts.flatMap((each) => each.split(',')).filter((each) => each !== '')
}

/** Variants by the name of their first book; a second of the same name is told apart by a number. */
function named(rules: readonly (readonly string[])[]): readonly Variant[] {
  const seen = new Map<string, number>()
  return rules.map((each) => {
    const name = each.map((one) => basename(one, extname(one))).join('+')
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    const id = times === 1 ? name : `${name}-${times}`
    return { id, title: id, rules: each, set: {} }
  })
}

// The title of a book says more than its name, unless several books bear the same one.
function titled(study: Study): Study {
  const titles = study.variants.map(({ rules }) => rules[0]?.title ?? '')
  const isOnly = (title: string) => titles.filter((each) => each === title).length === 1
  const variants = study.variants.map((each, at) => {
    const own = titles[at] ?? ''
    const title = isOnly(own) ? own : `${own} (${each.variant.id})`
    return { ...each, variant: { ...each.variant, title } }
  })
  return { ...study, variants }
}

/** The region with counts of own tables in place of those of its file; none of their rows is kept. */
async function withOwnTables(
  loaded: LoadedRegion,
  question: Question,
): Promise<LoadedRegion | Issue[]> {
  const files: { [Name in ExtractName]?: string } = {}
  for (const name of ['seekers', 'homes', 'lettings'] as const) {
    const file = textOption(question, name)
    if (file !== undefined) files[name] = file
  }
  if (Object.keys(files).length === 0) return loaded
  const extracts = await loadExtracts(files, loaded.region)
  if (Array.isArray(extracts)) return extracts
  const region = withMarginals(loaded.region, marginalsFrom(extracts, loaded.region))
  return Array.isArray(region) ? region : { ...loaded, region, hash: regionHash(region) }
}

type WrongNumber = {
  readonly text: Extract<SimulateText, `no-${string}`>
  readonly facts: { readonly found: string; readonly most: number }
}
type Numbers = Partial<Pick<Plan, 'years' | 'replications' | 'seed'>> & {
  readonly threads: number
  readonly part: number
}

function askedNumbers(question: Question): Numbers | WrongNumber {
  const found: { [name in 'years' | 'replications' | 'seed' | 'threads']?: number } = {}
  for (const name of ['years', 'replications', 'seed', 'threads'] as const) {
    const text = textOption(question, name)
    if (text === undefined) continue
    const least = name === 'seed' ? 0 : 1
    const limit = name === 'seed' ? Number.MAX_SAFE_INTEGER : most[name]
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
    if (!(value >= least && value <= limit)) {
      return { text: `no-${name}`, facts: { found: text, most: limit } }
    }
    found[name] = value
  }
  const text = textOption(question, 'part') ?? '1'
  const part = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(part > 0 && part <= 1)) return { text: 'no-part', facts: { found: text, most: 1 } }
  return { ...found, part, threads: found.threads ?? availableParallelism() }
}

function askedSettings(question: Question): Settings | { readonly found: string } {
  const settings: Record<string, number | string> = {}
  for (const text of textsOption(question, 'set')) {
    const [, path, value = ''] = /^\s*([^\s=]+)\s*=\s*(.+?)\s*$/.exec(text) ?? []
    if (path === undefined) return { found: text }
    settings[path] = /^-?\d*\.?\d+$/.test(value) ? Number(value) : value
  }
  return settings
}

// Over each other they would replace every rule of each other, and each would be told as a breach.
function oneIdTwice({ variants }: Study, { language }: Setting): Done | undefined {
  for (const { books } of variants) {
    for (const [at, { book, file }] of books.entries()) {
      const other = books.slice(0, at).find((each) => each.book.book === book.book)
      if (!other) continue
      const facts = { book: book.book, one: basename(other.file), other: basename(file) }
      return done(2, saySimulate(language)('one-id-twice', facts))
    }
  }
  return undefined
}

// A book that does not hold on the day the region starts would make a region without rules.
function notInForce({ variants, region }: Study, { language }: Setting): Done | undefined {
  const on = region.region.starts
  const idle = variants.find(({ rules }) => {
    const versions = versionsAt(rules, { on })
    return !rulesInForce(versions, { on }).rules.some(({ book }) => book === rules[0])
  })
  if (!idle) return undefined
  const book = idle.rules[0]?.title ?? idle.variant.title
  return done(2, saySimulate(language)('not-in-force', { on, book }))
}
