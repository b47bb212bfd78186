/**
 * Reads a region (voorbeeldregio) from its file: plain numbers, and where each of them comes from. Every
 * fault comes back as an issue with its place; what is allowed but leaves nothing to count is a remark.
 */
import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { Issue, Problem } from '../core/policy/issue.ts'
import type { Path } from '../core/policy/resolve.ts'
import { bookIssue } from '../policies/load-books.ts'
import { hashOf } from '../policies/load-rule-book.ts'
import { nearestWord } from '../policies/nearest-word.ts'
import { type Document, documentEndings, isPath, readDocument } from '../policies/read-document.ts'
import { readShape } from '../policies/shape-issues.ts'
import { unknownName } from '../policies/vocabulary.ts'
import { readOrigins } from './read-origins.ts'
import type { Region } from './region.ts'
import { type PlainRegion, regionFile, writtenRegion } from './region-schema.ts'
import { type ShareTable, shareTables, sumOf, surplusOf } from './share-tables.ts'

export type LoadedRegion = {
  readonly region: Region
  readonly file: string
  /** SHA-256 (hexadecimal) of the numbers and names: titles, origins, white space and comments do not count. */
  readonly hash: string
  /** Allowed, but there will be nothing to count: no homes, a group nobody is in. */
  readonly remarks: readonly Issue[]
}

const regionsFolder = join(import.meta.dirname, 'regions')
/** What a region is to resemble stands beside it: `parkstad.targets.yaml`. */
const targetsMark = '.targets.'

/** Regions that ship with the system, by name. */
export function shippedRegions(): { readonly id: string; readonly file: string }[] {
  return readdirSync(regionsFolder, { withFileTypes: true })
    .filter(({ name }) => !name.includes(targetsMark))
    .filter((entry) => entry.isFile() && documentEndings.includes(extname(entry.name)))
    .map(({ name }) => ({ id: basename(name, extname(name)), file: join(regionsFolder, name) }))
}

/** The file a reference means: a path from the folder, a name beside it, or that of a shipped region. */
export function findRegion(reference: string, folder: string = process.cwd()): string | undefined {
  if (isPath(reference)) return resolve(folder, reference)
  const beside = documentEndings.map((ending) => join(folder, reference + ending)).find(existsSync)
  return beside ?? shippedRegions().find(({ id }) => id === reference)?.file
}

/** Reads a region by name or path. Never throws on a bad file. */
export function loadRegion(
  reference: string,
  folder: string = process.cwd(),
): LoadedRegion | Issue[] {
  const file = findRegion(reference, folder)
  if (file === undefined) return [{ file: reference, path: '', ...regionNotFound(reference) }]
  const document = readDocument(file)
  return Array.isArray(document) ? document : readRegion(document)
}

export function regionNotFound(reference: string) {
  const known = shippedRegions().map(({ id }) => id)
  const near = nearestWord(reference, known)
  const facts = { region: reference, ...(near === undefined ? { known } : { near }) }
  return { code: 'region-not-found', facts } as const
}

/** Reads a region from its document. */
export function readRegion(document: Document): LoadedRegion | Issue[] {
  const { plain, provenance, issues } = readOrigins(document, ([first]) => first === 'behaviour')
  const shape = readPlainRegion(plain)
  const faults = [...('region' in shape ? [] : shape), ...issues]
  if (!('region' in shape) || faults.length > 0) return onePerPlace(faults)
  const missing = shape.region.rules.flatMap((reference, at) => {
    const problem = bookIssue(reference, dirname(document.file), shape.region.starts)
    return problem ? [document.issue(problem, ['rules', at])] : []
  })
  if (missing.length > 0) return missing
  return {
    region: { ...shape.region, provenance },
    file: document.file,
    hash: regionHash(shape.region),
    remarks: remarksOn(shape.region).map(({ path, ...problem }) =>
      document.issue(problem, path.split('.')),
    ),
  }
}

/** SHA-256 of a region as its file would say it, settings applied; what it is called changes no run. */
export function regionHash(region: PlainRegion): string {
  const { title: _, english: __, ...lived } = writtenRegion(region)
  return hashOf(lived)
}

// A number that has no place to stand also has no source; the first of the two is the one to mend.
function onePerPlace(issues: readonly Issue[]): Issue[] {
  const places = new Map(issues.toReversed().map((each) => [`${each.line}:${each.path}`, each]))
  return issues.filter((each) => places.get(`${each.line}:${each.path}`) === each)
}

/** Reads a region whose numbers are plain, and checks that it hangs together. */
export function readPlainRegion(document: Document): { region: PlainRegion } | Issue[] {
  const shape = readShape(regionFile, document, 'region')
  if (Array.isArray(shape)) return shape
  const issues = [
    ...shareIssues(document, shape.read),
    ...nameIssues(document, shape.read),
    ...termIssues(document, shape.read),
  ]
  return issues.length > 0 ? issues : { region: shape.read }
}

function shareIssues(document: Document, { places, landlords }: PlainRegion): Issue[] {
  const ownerless = places
    .filter(({ id }) => landlords.every(({ shareIn }) => shareIn[id] === undefined))
    .map(({ id }): ShareTable => ({ name: `landlords.*.shareIn.${id}`, members: [] }))
  return [...shareTables(document.value), ...ownerless].flatMap((table) => {
    const surplus = surplusOf(table)
    if (surplus === 0) return []
    const facts = {
      table: table.name,
      sum: sumOf(table),
      off: Math.abs(surplus),
      over: surplus > 0,
    }
    return [document.issue({ code: 'shares-off', facts }, aroundMembers(table))]
  })
}

function aroundMembers({ name }: ShareTable): Path {
  const steps = name.split('.')
  return steps.slice(0, steps.indexOf('*'))
}

function nameIssues(document: Document, region: PlainRegion): Issue[] {
  const { places, landlords, homes, vacancies, streams } = region
  const placeNames = places.map(({ id }) => id)
  const unknownPlaces = (names: readonly string[], path: Path, allowed: readonly string[]) =>
    names
      .filter((name) => !allowed.includes(name))
      .map((name) => document.issue(unknownName(name, 'place', allowed), [...path, name], 'key'))
  const types = homes.types.map(({ type }) => type)
  return [
    ...landlords.flatMap(({ id, shareIn }) =>
      unknownPlaces(Object.keys(shareIn), ['landlords', id, 'shareIn'], placeNames),
    ),
    ...streams.flatMap(({ id, from }) =>
      unknownPlaces(Object.keys(from), ['streams', id, 'from'], [...placeNames, 'elsewhere']),
    ),
    ...vacancies.newHomes.flatMap(({ id = '', place, type }) => {
      const path = ['vacancies', 'newHomes', id]
      return [
        ...(place === undefined || placeNames.includes(place)
          ? []
          : [document.issue(unknownName(place, 'place', placeNames), [...path, 'place'])]),
        ...(types.includes(type)
          ? []
          : [document.issue(unknownName(type, 'dwelling-type', types), [...path, 'type'])]),
      ]
    }),
    ...rentIssues(document, region),
  ]
}

// Every number of bedrooms that homes have needs a rent.
function rentIssues(document: Document, { homes, vacancies }: PlainRegion): Issue[] {
  const bedrooms = [
    ...homes.types.flatMap((each) => Object.keys(each.bedrooms)),
    ...vacancies.newHomes.map((each) => String(each.bedrooms)),
  ]
  return [...new Set(bedrooms)]
    .filter((key) => homes.rentCents[key] === undefined)
    .map((key) => document.issue({ code: 'missing-key', facts: { key } }, ['homes', 'rentCents']))
}

function termIssues(document: Document, { vacancies }: PlainRegion): Issue[] {
  return vacancies.newHomes.flatMap(({ id = '', fromYear, untilYear }) => {
    if (fromYear <= untilYear) return []
    const facts = { from: String(fromYear), until: String(untilYear) }
    const path = ['vacancies', 'newHomes', id, 'untilYear']
    return [document.issue({ code: 'ends-before-begin', facts }, path)]
  })
}

/** What is allowed but leaves nothing to count, by its path. */
export function remarksOn({
  homes,
  streams,
}: PlainRegion): (Problem & { readonly path: string })[] {
  const empty = (what: 'homes' | 'people', path: string) =>
    ({ code: 'nothing-there', facts: { what }, path }) as const
  return [
    ...(homes.count === 0 ? [empty('homes', 'homes.count')] : []),
    ...streams
      .filter(({ perYear, atStart }) => perYear === 0 && atStart === 0)
      .map(({ id }) => empty('people', `streams.${id}.perYear`)),
  ]
}
