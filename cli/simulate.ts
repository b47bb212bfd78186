/** `verdeelsleutel simulate` and `sweep`: lives a region under sets of rules and shows who waits longer. */
import { checkAgainstLaw } from '../core/policy/check-against-law.ts'
import { type Finding, severityOf } from '../core/policy/finding.ts'
import type { Law } from '../core/policy/regime.ts'
import { loadLaw } from '../policies/load-regimes.ts'
import { comparisonOf, completeIn, liveAll, type Replications } from '../simulator/compare.ts'
import type { Comparison } from '../simulator/comparison.ts'
import { shippedPlans } from '../simulator/load-plan.ts'
import { remarksOn } from '../simulator/load-region.ts'
import { ownTablesOf } from '../simulator/own-marginals.ts'
import { ReplicationFailed } from '../simulator/replicate.ts'
import { type ReportQuestion, reportComparison } from '../simulator/report/report.ts'
import type { Study, StudyVariant } from '../simulator/study.ts'
import { issueText } from '../words/issues.ts'
import { formatList } from '../words/language.ts'
import { placeWords } from '../words/report-groups.ts'
import { wordsOfMeasure } from '../words/report-measures.ts'
import { saySimulate } from '../words/simulate.ts'
import { type Asked, askedStudy } from './asked-study.ts'
import { findingLines } from './check.ts'
import {
  areIssues,
  type Command,
  type Done,
  done,
  type Question,
  type Setting,
  style,
  textOption,
  textsOption,
  unreadable,
  writeWhole,
} from './command.ts'
import { comparisonLines } from './comparison-table.ts'
import { engineOfRuns } from './engine-version.ts'
import { keptIn, usualFolder } from './kept-runs.ts'
import { progressOn } from './progress.ts'
import { faultInWritten } from './written-files.ts'

export const simulate: Command = (question, setting) => answer('simulate', question, setting)

export const sweep: Command = (question, setting) => {
  if (question.words.length > 0) return answer('sweep', question, setting)
  const plans = formatList(
    shippedPlans().map(({ id }) => id),
    setting.language,
  )
  return done(2, saySimulate(setting.language)('needs-plan', { plans }))
}

async function answer(
  command: 'simulate' | 'sweep',
  question: Question,
  setting: Setting,
): Promise<Done> {
  const law = loadLaw()
  if (areIssues(law)) return unreadable(law, setting)
  const asked = await askedStudy(question, setting)
  if ('exitCode' in asked) return asked
  const fault = faultInWritten(
    question,
    { options: ['report', 'json'], read: filesRead(asked, question) },
    setting,
  )
  if (fault) return fault
  const breaches = asked.study.variants.map((each) => breachesOf(each, law))
  if (breaches.flat().length > 0 && question.values['even-if-unlawful'] !== true) {
    return refused(asked.study, breaches, setting)
  }
  const engine = engineOfRuns()
  const lived = await live(asked, { engine, question, setting })
  if ('exitCode' in lived) return lived
  const comparison = comparisonOf(asked.study, lived.replications, {
    engine,
    command: commandText(command, question),
    breaches: breaches.map((each) => [...new Set(each.map(({ code }) => code))]),
  })
  return told(comparison, { asked, lived, question, setting })
}

/** What the answer follows from, as far as it lies in files. */
function filesRead({ study, files }: Asked, question: Question): readonly string[] {
  const tables = ['seekers', 'homes', 'lettings'].flatMap((name) => textsOption(question, name))
  const books = study.variants.flatMap((each) => each.books.map(({ file }) => file))
  return [...files, ...tables, ...books]
}

/** Every book answers for what it adds; a run is under all of them. */
function breachesOf({ rules }: StudyVariant, law: Law): readonly Finding[] {
  return rules
    .flatMap((_, at) => checkAgainstLaw(rules.slice(at), law))
    .filter(({ code }) => severityOf[code] === 'breach')
}

function refused(
  { variants }: Study,
  breaches: readonly (readonly Finding[])[],
  setting: Setting,
): Done {
  const lines = variants.flatMap(({ variant, books }, at) => {
    const findings = breaches[at] ?? []
    if (findings.length === 0) return []
    const title = style(variant.title, 'bold', setting)
    return [title, ...findings.flatMap((each) => findingLines(each, books, setting))]
  })
  return done(1, ...lines, saySimulate(setting.language)('unlawful'))
}

type Lived = {
  readonly replications: Replications
  readonly stopped: boolean
  readonly folder: string
}

type Living = {
  readonly engine: string
  readonly question: Question
  readonly setting: Setting
}

/** Lives what is not kept yet, until all is there or somebody stops it. */
async function live(
  { study, threads }: Asked,
  { engine, question, setting }: Living,
): Promise<Lived | Done> {
  const { language, watch, onInterrupt } = setting
  const folder = textOption(question, 'keep') ?? usualFolder
  const stopping = new AbortController()
  const letGo = onInterrupt?.(() => stopping.abort())
  const progress = progressOn(watch, { language, threads, years: study.plan.years })
  const { signal: stop } = stopping
  try {
    const replications = await liveAll(study, {
      threads,
      stop,
      engine,
      kept: keptIn(folder),
      progress: progress.told,
    })
    return { replications, folder, stopped: stop.aborted && !areAllThere(replications) }
  } catch (error) {
    if (!(error instanceof ReplicationFailed)) throw error
    const { task, seed, message } = error
    const variant = study.variants[task.run]?.variant.title ?? ''
    const { replication } = task
    const facts = { variant, seed: String(seed), replication, cause: message, folder }
    return done(2, saySimulate(language)('failed', facts))
  } finally {
    progress.end()
    letGo?.()
  }
}

function areAllThere(replications: Replications): boolean {
  return replications.every((each) => each.every((figures) => figures !== undefined))
}

type Telling = {
  readonly asked: Asked
  readonly lived: Lived
  readonly question: Question
  readonly setting: Setting
}

function told(comparison: Comparison, telling: Telling): Done {
  const { asked, lived, question, setting } = telling
  const say = saySimulate(setting.language)
  const ended = lived.stopped ? [stoppedText(asked, lived, setting)] : []
  if (comparison.replications === 0) return done(3, ...ended)
  const words = wordsOfReport(asked, setting)
  const written = [
    ...writeAsked(textOption(question, 'json'), () => `${JSON.stringify(comparison, null, 2)}\n`),
    ...writeAsked(textOption(question, 'report'), () => reportComparison(comparison, words)),
  ]
  return done(
    lived.stopped ? 3 : 0,
    ...ended,
    ...(lived.stopped ? [say('stopped-before'), ''] : []),
    ...aboutLines(comparison, telling),
    ...comparisonLines(comparison, words, setting),
    ...(written.length > 0 ? ['', ...written.map((file) => say('written', { file }))] : []),
  )
}

function stoppedText({ study }: Asked, { replications, folder }: Lived, setting: Setting): string {
  const all = replications.flat()
  return saySimulate(setting.language)('stopped', {
    complete: completeIn(replications).length,
    replications: study.plan.replications,
    done: all.filter((each) => each !== undefined).length,
    total: all.length,
    folder,
  })
}

function writeAsked(file: string | undefined, text: () => string): readonly string[] {
  if (file === undefined) return []
  writeWhole(file, [text()])
  return [file]
}

function aboutLines(comparison: Comparison, { asked, setting }: Telling): string[] {
  const { study, asPlanned } = asked
  const say = saySimulate(setting.language)
  const { region, years, warmUpYears, replications, seed } = comparison
  const set = Object.entries(study.set).map(([path, value]) => `${path} = ${value}`)
  const on = study.region.region.starts
  const facts = { region: region.title, years, replications, seed: String(seed), on }
  return [
    ...(asPlanned ? [style(study.plan.title, 'bold', setting)] : []),
    say('about', { ...facts, warmUp: warmUpYears }),
    ...(study.part < 1 ? [say('part', { percent: study.part * 100 })] : []),
    ...(set.length > 0 ? [say('settings', { settings: set.join('; ') })] : []),
    ...tableLines(study, setting),
    ...sameRulesLines(study, setting),
    ...remarkLines(study, setting),
    ...(replications === 1 ? [say('one-replication')] : []),
    '',
  ]
}

function tableLines({ region }: Study, { language }: Setting): readonly string[] {
  const say = saySimulate(language)
  const counted = ownTablesOf(region.region).map((each) => say('own-table', each))
  return counted.length > 0 ? [say('own-tables', { tables: formatList(counted, language) })] : []
}

// Who asks the same twice should not wonder why nothing differs.
function sameRulesLines({ variants }: Study, { language }: Setting): readonly string[] {
  return variants.flatMap(({ variant, hash, region }, at) => {
    const same = variants.slice(0, at).find((each) => each.hash === hash && each.region === region)
    const facts = { one: same?.variant.title ?? '', other: variant.title }
    return same ? [saySimulate(language)('same-rules', facts)] : []
  })
}

function remarkLines({ variants }: Study, { language }: Setting): readonly string[] {
  return [
    ...new Set(
      variants.flatMap(({ region }) =>
        remarksOn(region).map((each) => issueText({ file: region.title, ...each }, language)),
      ),
    ),
  ]
}

function wordsOfReport({ study, asPlanned }: Asked, { language }: Setting): ReportQuestion {
  const { region } = study.region
  const isPlace = (id: string) => region.places.some((each) => each.id === id)
  return {
    language,
    measures: wordsOfMeasure,
    groups: (id, spoken) => (isPlace(id) ? placeWords(`from:${id}`, spoken) : undefined),
    region: study.variants[0]?.region ?? region,
    whole: study.variants[0]?.whole ?? region,
    ...(asPlanned ? { plan: study.plan } : {}),
  }
}

const repeated = [
  ...['region', 'rules', 'against', 'plan', 'seekers', 'homes', 'lettings'],
  ...['years', 'replications', 'seed', 'part', 'set'],
]

/** The command that gives the same outcome again, wherever what it gave was written. */
function commandText(command: 'simulate' | 'sweep', question: Question): string {
  const options = repeated.flatMap((name) =>
    textsOption(question, name).flatMap((value) => [`--${name}`, quoted(value)]),
  )
  const unlawful = question.values['even-if-unlawful'] === true ? ['--even-if-unlawful'] : []
  const words = question.words.map(quoted)
  return ['verdeelsleutel', command, ...words, ...options, ...unlawful].join(' ')
}

function quoted(text: string): string {
  return /^[\w./:=,@+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
