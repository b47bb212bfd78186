import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** The version that stands on every receipt: name and version of this package. */
export const engineVersion: string = (() => {
  const file = join(import.meta.dirname, '..', 'package.json')
  const { name, version } = z
    .object({ name: z.string(), version: z.string() })
    .parse(JSON.parse(readFileSync(file, 'utf8')))
  return `${name} ${version}`
})()
