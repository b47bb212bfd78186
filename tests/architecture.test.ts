/** The arrows of the house: who may import whom, and what may never stand where. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** What each folder may import beside itself; `yaml` and the like are named where they are allowed. */
const allowed: Readonly<
  Record<string, { folders: readonly string[]; packages: readonly string[] }>
> = {
  core: { folders: [], packages: ['node:crypto'] },
  policies: {
    folders: ['core'],
    packages: [
      'node:fs',
      'node:path',
      'node:stream',
      'node:stream/promises',
      'yaml',
      'zod',
      'csv-parse',
      'csv-parse/sync',
    ],
  },
  words: { folders: ['core'], packages: ['intl-messageformat'] },
  pictures: { folders: ['core', 'words'], packages: ['d3-scale', 'd3-shape'] },
  simulator: {
    folders: ['core', 'policies', 'words', 'pictures'],
    packages: [
      'node:fs',
      'node:path',
      'node:os',
      'node:util',
      'node:worker_threads',
      'zod',
      'csv-parse/sync',
    ],
  },
  store: {
    folders: ['core'],
    packages: [
      'kysely',
      'pg',
      'pg-copy-streams',
      'node:child_process',
      'node:crypto',
      'node:fs',
      'node:module',
      'node:net',
      'node:path',
      'node:stream',
      'node:stream/promises',
      'node:timers/promises',
      'node:zlib',
    ],
  },
  operations: {
    folders: ['core', 'policies', 'simulator', 'store', 'words', 'pictures'],
    packages: ['node:crypto', 'node:zlib'],
  },
  web: {
    folders: ['core', 'operations', 'words', 'pictures'],
    packages: [
      'hono',
      'hono/accepts',
      'hono/body-limit',
      'hono/compress',
      'hono/cookie',
      'hono/html',
      'hono/secure-headers',
      'hono/streaming',
      'hono/utils/html',
      'node:crypto',
      'node:fs',
      'node:module',
      'node:path',
      'node:zlib',
    ],
  },
  api: {
    folders: ['core', 'operations', 'words', 'pictures'],
    packages: ['hono', 'hono/body-limit', 'hono/cors', 'hono/etag', 'hono/secure-headers', 'zod'],
  },
  server: {
    folders: [
      'api',
      'core',
      'operations',
      'pictures',
      'policies',
      'simulator',
      'store',
      'web',
      'words',
    ],
    packages: [
      '@hono/node-server',
      '@noble/curves/bls12-381.js',
      '@noble/curves/utils.js',
      'hono',
      'hono/bearer-auth',
      'hono/cookie',
      'jose',
      'node:child_process',
      'node:crypto',
      'node:fs',
      'node:http',
      'node:path',
      'nodemailer',
      'openid-client',
      'zod',
    ],
  },
  cli: {
    folders: ['core', 'policies', 'words', 'pictures', 'simulator', 'operations', 'server'],
    packages: [
      'node:crypto',
      'node:fs',
      'node:os',
      'node:path',
      'node:util',
      'zod',
      'csv-parse/sync',
    ],
  },
}

/** Chapters of the core, each importing only chapters before it. */
const chapters = ['basics', 'homes', 'seekers', 'policy', 'ranking', 'allocation', 'oversight']

const files = sourceFiles(Object.keys(allowed))

describe('imports follow the arrows', () => {
  test.each(Object.keys(allowed))('%s imports only what it may', (folder) => {
    const { folders = [], packages = [] } = allowed[folder] ?? {}
    const wrong = filesIn(folder).flatMap(({ path, imports }) =>
      imports
        .filter((each) => !isAllowed(each, folder, folders, packages))
        .map((each) => `${path} -> ${each}`),
    )
    expect(wrong).toEqual([])
  })

  test('a chapter of the core imports only chapters before it', () => {
    const wrong = filesIn('core').flatMap(({ path, imports }) =>
      imports
        .filter((each) => chapterOf(each) > chapterOf(path))
        .map((each) => `${path} -> ${each}`),
    )
    expect(wrong).toEqual([])
  })

  test('only hashing asks anything of the machine', () => {
    const asking = filesIn('core').filter(({ imports }) =>
      imports.some((each) => each.startsWith('node:')),
    )
    expect(asking.map(({ path }) => path)).toEqual(['core/basics/sha256.ts'])
  })
})

describe('the core knows no clock, chance, disk or network', () => {
  test.each(['Date.now', 'new Date(', 'Math.random', 'process.', 'fetch(', 'performance.'])(
    'it never says %s',
    (word) => {
      const saying = filesIn('core').filter(({ text }) => text.includes(word))
      expect(saying.map(({ path }) => path)).toEqual([])
    },
  )
})

describe('names and folders', () => {
  test('no folder or file is a drawer for everything', () => {
    const drawers = /(^|[-/])(utils?|helpers?|common|shared|misc|manager|service|lib)([-./]|$)/
    expect(files.map(({ path }) => path).filter((path) => drawers.test(path))).toEqual([])
  })

  test('no file is deeper than three folders', () => {
    expect(files.filter(({ path }) => path.split('/').length > 4)).toEqual([])
  })

  test('no suppression, enum or default export', () => {
    const escapes = /@ts-(ignore|expect-error|nocheck)|^export default|^(export )?(const )?enum /m
    expect(files.filter(({ text }) => escapes.test(text)).map(({ path }) => path)).toEqual([])
  })

  test('a cast says why above it', () => {
    const bare = files.flatMap(({ path, text }) => {
      const lines = text.split('\n')
      return lines.flatMap((line, index) => {
        if (!isCast(line)) return []
        const above = lines.slice(Math.max(0, index - linesOfNote), index + 1)
        return above.some((each) => each.includes('@NOTE')) ? [] : [`${path}:${index + 1}`]
      })
    })
    expect(bare).toEqual([])
  })
})

const linesOfNote = 6

// Not the renaming in an import, and not the word in a comment or a text.
function isCast(line: string): boolean {
  const code = line.trim()
  if (/^(\/\*|\*|\/\/|import |export |type )/.test(code) || /^\w+ as \w+,?$/.test(code))
    return false
  return /\bas (?!const\b)[A-Z]\w*/.test(code.replace(/'[^']*'|`[^`]*`|"[^"]*"/g, ''))
}

test('the lock file holds no download address', () => {
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(
    /"resolved"|https?:\/\/[^"]*\.tgz/,
  )
})

test('every dependency has a line of reason', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  const reasons = readFileSync(join(root, 'docs/dependencies.md'), 'utf8')
  const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
  expect(names.filter((name) => !reasons.includes(`\`${name}\``))).toEqual([])
})

type Source = { readonly path: string; readonly text: string; readonly imports: readonly string[] }

function sourceFiles(folders: readonly string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => read(join(folder, name))),
  )
}

function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  const found = text.matchAll(/^(?:import|export)[^'"]*?from '([^']+)'|^import '([^']+)'/gm)
  const imports = [...found].map(([, from, bare]) => {
    const name = from ?? bare ?? ''
    return name.startsWith('.') ? relative(root, join(root, dirname(path), name)) : name
  })
  return { path, text, imports }
}

function filesIn(folder: string): Source[] {
  return files.filter(({ path }) => path.startsWith(`${folder}/`))
}

function isAllowed(
  imported: string,
  folder: string,
  folders: readonly string[],
  packages: readonly string[],
): boolean {
  return (
    packages.includes(imported) ||
    [folder, ...folders].some((each) => imported.startsWith(`${each}/`))
  )
}

function chapterOf(path: string): number {
  return chapters.indexOf(path.split('/')[1] ?? '')
}
