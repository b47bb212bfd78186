import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { hashOf } from '../policies/load-rule-book.ts'

/** The version that stands on every receipt: name and version of this package. */
export const engineVersion: string = (() => {
  const file = join(import.meta.dirname, '..', 'package.json')
  const { name, version } = z
    .object({ name: z.string(), version: z.string() })
    .parse(JSON.parse(readFileSync(file, 'utf8')))
  return `${name} ${version}`
})()

const root = join(import.meta.dirname, '..')
const foldersOfRuns = ['core', 'policies', 'simulator']
const digitsShown = 12

/** The version with a fingerprint of the code that a run follows from: other code may live another life. */
export function engineOfRuns(): string {
  const sources = foldersOfRuns.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!\.test)\.ts$/.test(name) && !/^(report|validation)[\\/]/.test(name))
      .toSorted()
      .map((name) => [folder, name.replaceAll('\\', '/'), textOf(join(root, folder, name))]),
  )
  return `${engineVersion}, ${hashOf(sources).slice(0, digitsShown)}`
}

// As the repository has it, whatever ends a line here.
function textOf(file: string): string {
  return readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
}
