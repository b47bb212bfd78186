/**
 * Changes to a region by path (instelling): `vacancies.models.lottery` to 0.15. Shares of one whole move
 * together: what is not set shrinks or grows in proportion, so that they still add up to 1.
 */
import type { Json } from '../core/basics/canonical-json.ts'
import type { Issue, Place, Problem } from '../core/policy/issue.ts'
import { isMap } from '../policies/condition-schema.ts'
import { type Document, pathText } from '../policies/read-document.ts'
import { unknownName } from '../policies/vocabulary.ts'
import { readPlainRegion } from './load-region.ts'
import type { Region } from './region.ts'
import { writtenRegion } from './region-schema.ts'
import { shareTables } from './share-tables.ts'

export type Settings = Readonly<Record<string, number | string>>

/** Where a setting was written, for who has to mend it. */
export type PlaceOf = (setting: string) => Place

// What a region begins with years before anything is counted: its map, its homes, who stands on the list.
const ofStart = /^(homes|places|landlords)\.|^(warmUpYears|starts)$|\.atStart$/

/** Settings that come too late for one variant alone: the variants begin as one and the same region. */
export function settingsOfStart(settings: Settings, placeOf: PlaceOf): Issue[] {
  return Object.keys(settings)
    .filter((path) => ofStart.test(path))
    .map((path) => ({ ...placeOf(path), code: 'setting-too-late', facts: { setting: path } }))
}

/** The region with settings applied, checked as a region that is read; or what is wrong with them. */
export function applySettings(
  region: Region,
  settings: Settings,
  placeOf: PlaceOf = (path) => ({ file: region.id, path }),
): Region | Issue[] {
  if (Object.keys(settings).length === 0) return region
  const written = writtenRegion(region)
  const known = leavesOf(written, [])
  const unknown = Object.keys(settings).filter((path) => !known.has(path))
  if (unknown.length > 0) {
    return unknown.map((path) => ({ ...placeOf(path), ...unknownSetting(path, known) }))
  }
  const rescaled = sharesBeside(written, settings)
  const value = changed(written, [], new Map([...rescaled, ...Object.entries(settings)]))
  const checked = readPlainRegion(documentOf(value, settings, placeOf))
  if (Array.isArray(checked)) return checked
  return { ...checked.region, provenance: region.provenance }
}

// Where no name is near, those under the part of the path that does exist.
function unknownSetting(path: string, known: ReadonlySet<string>): Problem {
  const problem = unknownName(path, 'setting', known)
  if (problem.code !== 'unknown-name' || problem.facts.near !== undefined) return problem
  return { ...problem, facts: { ...problem.facts, known: namesBeside(path.split('.'), known) } }
}

function namesBeside(path: readonly string[], known: ReadonlySet<string>): readonly string[] {
  const above = path.slice(0, -1)
  const start = above.map((each) => `${each}.`).join('')
  const inside = [...known].filter((each) => each.startsWith(start))
  if (inside.length === 0) return namesBeside(above, known)
  return [...new Set(inside.map((each) => each.split('.').slice(0, path.length).join('.')))]
}

/** Every path that leads to a number or a word. */
function leavesOf(value: Json, path: readonly string[]): Set<string> {
  if (typeof value !== 'object' || value === null) return new Set([path.join('.')])
  if (!isMap(value)) return new Set()
  return new Set(
    Object.entries(value).flatMap(([key, each]) => [...leavesOf(each, [...path, key])]),
  )
}

/** What the other shares of a table become when some of it are set. */
function sharesBeside(written: Json, settings: Settings): Map<string, number> {
  const rescaled = new Map<string, number>()
  for (const { members } of shareTables(written)) {
    const set = members.filter(({ path }) => settings[path] !== undefined)
    if (set.length === 0) continue
    const others = members.filter(({ path }) => settings[path] === undefined)
    const left = 1 - set.reduce((sum, { path }) => sum + Number(settings[path]), 0)
    const shared = others.reduce((sum, { share }) => sum + share, 0)
    // With nothing to divide it over, or nothing left, the shares do not add up, and that is told; so is a part below 0, or a word.
    if (shared === 0 || !(left >= 0 && left <= 1)) continue
    for (const { path, share } of others) rescaled.set(path, (share / shared) * left)
  }
  return rescaled
}

function changed(
  value: Json,
  path: readonly string[],
  changes: ReadonlyMap<string, number | string>,
): Json {
  const here = changes.get(path.join('.'))
  if (here !== undefined) return here
  if (!isWritten(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, changed(each, [...path, key], changes)]),
  )
}

function isWritten(value: Json): value is { readonly [key: string]: Json } {
  return isMap(value)
}

// Faults stand where the setting is that made them.
function documentOf(value: Json, settings: Settings, placeOf: PlaceOf): Document {
  const names = Object.keys(settings)
  const settingAt = (path: string) =>
    names.find((name) => name === path) ??
    names.find((name) => name.startsWith(path)) ??
    names[0] ??
    path
  const locate = () => ({ line: 1, column: 1 })
  return {
    file: '',
    value,
    locate,
    issue: (problem, path) => ({ ...placeOf(settingAt(pathText(path))), ...problem }),
    isBareKey: () => false,
  }
}
