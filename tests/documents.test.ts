/** The documents name what is there: links, files, commands, and nothing of the machine they were written on. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { findBook } from '../policies/load-books.ts'
import { shippedPlans } from '../simulator/load-plan.ts'
import { commandNames, helpText } from '../words/help.ts'

const root = join(import.meta.dirname, '..')
const skipped = ['node_modules', '.git', '.stryker-tmp', 'reports', 'coverage']
const texts = filesUnder('').map((path) => ({ path, text: read(path) }))
const documents = texts.filter(({ path }) => path.endsWith('.md'))

describe.each(documents.map((each) => [each.path, each.text] as const))('%s', (path, text) => {
  test('links to what exists', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(#[^)\s]*)?\)/g)]
    const broken = links.filter(([, file = '', heading]) => {
      const target = file === '' ? path : join(dirname(path), file)
      return !existsSync(join(root, target)) || (heading && !hasHeading(target, heading.slice(1)))
    })
    expect(broken.map(([link]) => link)).toEqual([])
  })

  test('names files that exist', () => {
    const named = text.matchAll(
      /`((?:core|policies|words|cli|server|simulator|tests|docs|\.ci)\/[\w./-]+)`/g,
    )
    const gone = [...named].flatMap(([, file = '']) => (isThere(path, file) ? [] : [file]))
    expect(gone).toEqual([])
  })

  test('shows commands that exist', () => {
    const shown = [...text.matchAll(/^(?:npx )?verdeelsleutel ([a-z]+)(.*)$/gm)]
    const wrong = shown.filter(([, name = '', rest = '']) => {
      const command = commandNames.find((each) => each === name)
      const help = command ? helpText(command, 'nl') : ''
      const options = rest.match(/--[a-z]+/g) ?? []
      return !command || options.some((option) => !help.includes(option))
    })
    expect(wrong.map(([line]) => line)).toEqual([])
  })
})

test('the README names rule books, cases and plans that ship', () => {
  const words = [...read('README.md').matchAll(/^npx verdeelsleutel \w+ (.*)$/gm)]
    .flatMap(([, rest = '']) => rest.replace(/--\w+ \S+/g, '').split(' '))
    .filter((word) => word !== '' && !word.startsWith('--'))
  expect(words.length).toBeGreaterThan(3)
  const plans = shippedPlans().map(({ id }) => id)
  const ships = (word: string) =>
    plans.includes(word) || existsSync(join(root, word)) || findBook(word, root) !== undefined
  expect(words.filter((word) => !ships(word))).toEqual([])
})

describe('decisions', () => {
  const decisions = documents.filter(({ path }) => /^docs\/decisions\/\d{4}-/.test(path))

  test.each(decisions.map(({ path, text }) => [path, text]))('%s is short and whole', (_, text) => {
    expect(text.split('\n').length).toBeLessThanOrEqual(41)
    for (const part of ['Context', 'Decision', 'Consequence'])
      expect(text).toContain(`**${part}.**`)
  })

  test('are all in the list', () => {
    const list = read('docs/decisions/README.md')
    expect(decisions.filter(({ path }) => !list.includes(basename(path)))).toEqual([])
  })
})

test('no file knows the machine it was written on', () => {
  const machine = /registry\.npmjs|\/work\/|\/tmp\/|(?<!\w)\/home\/[a-z]/
  expect(texts.filter(({ text }) => machine.test(text)).map(({ path }) => path)).toEqual([])
})

describe('publiccode.yml', () => {
  const written = parse(read('publiccode.yml'))

  test('has what the standard requires', () => {
    expect(written).toMatchObject({
      publiccodeYmlVersion: '0.4',
      url: expect.stringMatching(/^https:\/\/.+\.git$/),
      legal: { license: 'EUPL-1.2' },
      localisation: { localisationReady: true, availableLanguages: ['nl', 'en'] },
      softwareVersion: JSON.parse(read('package.json')).version,
    })
    expect(Object.keys(written.description)).toEqual(['nl', 'en'])
  })

  test.each(['nl', 'en'])('describes the software in %s within the lengths allowed', (language) => {
    const { shortDescription, longDescription, features } = written.description[language]
    expect(shortDescription.length).toBeLessThanOrEqual(150)
    expect(longDescription.length).toBeGreaterThanOrEqual(150)
    expect(longDescription.length).toBeLessThanOrEqual(10_000)
    expect(features.length).toBeGreaterThan(0)
  })
})

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (skipped.includes(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(path) : [path]
  })
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** A path from the root, or from the folder of the document. */
function isThere(from: string, file: string): boolean {
  return [root, join(root, dirname(from))].some((folder) => existsSync(join(folder, file)))
}

function hasHeading(path: string, anchor: string): boolean {
  const headings = [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
  return headings.includes(anchor)
}
