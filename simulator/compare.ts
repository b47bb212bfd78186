/**
 * Sets of rules side by side (vergelijken): every variant lives the same replications, and what they differ
 * in is reckoned pair by pair. What was lived before and kept is not lived again.
 */
import { formatDate } from '../core/basics/calendar-date.ts'
import { differencesOf, estimatesOf } from '../core/oversight/estimate.ts'
import type { Figures } from '../core/oversight/figures.ts'
import type { Quota } from '../core/policy/kinds/quota.ts'
import { laidOver } from '../core/policy/resolve.ts'
import type { Comparison, VariantOutcome, VariantQuota } from './comparison.ts'
import { type Replicating, replicate, type Shared, type Task } from './replicate.ts'
import { areasOf, runName, type Study, type StudyVariant } from './study.ts'

/** Where finished replications are kept, by the name of their run. */
export type Kept = {
  readonly read: (run: string, replication: number) => Figures | undefined
  readonly keep: (run: string, replication: number, figures: Figures) => void
}

export type Comparing = Pick<Replicating, 'threads' | 'stop' | 'script'> & {
  readonly engine: string
  readonly kept?: Kept
  /** Told at the start and after each replication: how many are there, and how many were kept. */
  readonly progress?: (done: number, total: number, keptBefore: number) => void
}

/** Figures per variant and replication, as far as they are there. */
export type Replications = readonly (readonly (Figures | undefined)[])[]

/** Lives every replication of every variant that is not kept yet. */
export async function liveAll(study: Study, comparing: Comparing): Promise<Replications> {
  const { threads, stop, script, engine, kept, progress } = comparing
  const names = study.variants.map((each) => runName(study, each, engine))
  const found = names.map((name) =>
    replicationsOf(study).map((replication) => kept?.read(name, replication)),
  )
  const missing = tasksOf(study).filter(
    ({ run, replication }) => found[run]?.[replication] === undefined,
  )
  const total = tasksOf(study).length
  const keptBefore = total - missing.length
  let done = keptBefore
  progress?.(done, total, keptBefore)
  await replicate(missing, sharedBy(study), {
    threads,
    ...(stop ? { stop } : {}),
    ...(script ? { script } : {}),
    finished: ({ run, replication }, figures) => {
      kept?.keep(names[run] ?? '', replication, figures)
      found[run]?.splice(replication, 1, figures)
      done += 1
      progress?.(done, total, keptBefore)
    },
  })
  return found
}

/** Replications that every variant has lived; only these can be compared. */
export function completeIn(replications: Replications): readonly number[] {
  const [first = []] = replications
  return [...first.keys()].filter((at) => replications.every((each) => each[at] !== undefined))
}

export type ComparisonFacts = {
  readonly engine: string
  readonly command: string
  /** Codes of the breaches of each variant, in their order. */
  readonly breaches?: readonly (readonly string[])[]
}

/** What the replications come to that every variant has lived. */
export function comparisonOf(
  study: Study,
  replications: Replications,
  { engine, command, breaches = [] }: ComparisonFacts,
): Comparison {
  const complete = completeIn(replications)
  const figures = replications.map((each) =>
    complete.flatMap((at) => (each[at] === undefined ? [] : [each[at]])),
  )
  const [base = []] = figures
  const { plan, region, part } = study
  return {
    region: aboutRegion(study),
    engine,
    seed: plan.seed,
    years: plan.years,
    warmUpYears: study.variants[0]?.region.warmUpYears ?? region.region.warmUpYears,
    replications: complete.length,
    part,
    on: formatDate(region.region.starts),
    variants: study.variants.map((each, at) => ({
      ...aboutVariant(study, each),
      breaches: breaches[at] ?? [],
      estimates: estimatesOf(figures[at] ?? []),
      ...(at === 0 ? {} : { differences: differencesOf(base, figures[at] ?? []) }),
    })),
    uncalibrated: region.region.provenance
      .filter(({ path, calibrated }) => path.startsWith('behaviour.') && !calibrated)
      .map(({ path }) => path),
    command,
  }
}

function aboutRegion({ region: { region, hash } }: Study): Comparison['region'] {
  const { id, title, provenance } = region
  const synthetic = provenance.filter((each) => each.synthetic).length
  return { id, title, hash, sourced: provenance.length - synthetic, synthetic }
}

function aboutVariant(
  { set, region: { region } }: Study,
  { variant, hash, rules }: StudyVariant,
): Omit<VariantOutcome, 'breaches' | 'estimates'> {
  const settings = Object.entries({ ...set, ...variant.set })
  return {
    id: variant.id,
    title: variant.title,
    hash,
    settings: settings.map(([path, value]) => ({ path, value })),
    quotas: laidOver(rules, region.starts).flatMap(({ rule }) =>
      rule.kind === 'quota' ? [aboutQuota(rule)] : [],
    ),
    ...(variant.invented === undefined ? {} : { invented: variant.invented }),
  }
}

function aboutQuota({ id, label = id, limit, at_limit }: Quota): VariantQuota {
  const { of, exactly, at_least: least = exactly, at_most: most = exactly } = limit
  const part = (count: number) => count / (of ?? 1)
  return {
    id,
    label,
    isShare: of !== undefined,
    ...(least === undefined ? {} : { least: part(least) }),
    ...(most === undefined ? {} : { most: part(most) }),
    warns: at_limit === 'warn',
  }
}

/** Before anything is counted the region lives under the rules and settings that the others are compared with. */
export function sharedBy(study: Study): Shared {
  const { plan, variants } = study
  const [first] = variants
  const before = first?.rules ?? []
  const { years, seed } = plan
  return {
    runs: variants.map(({ region, rules }) => ({
      region,
      ...(first ? { regionBefore: first.region } : {}),
      before,
      books: rules,
    })),
    areas: areasOf(study),
    years,
    seed,
  }
}

// All variants of one replication before the next, so that who stops halfway has whole pairs.
function tasksOf(study: Study): readonly Task[] {
  return replicationsOf(study).flatMap((replication) =>
    study.variants.map((_, run) => ({ run, replication })),
  )
}

function replicationsOf({ plan }: Study): readonly number[] {
  return Array.from({ length: plan.replications }, (_, replication) => replication)
}
