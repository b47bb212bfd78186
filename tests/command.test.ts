/** The command as a person at a terminal meets it: what it prints, how it ends, what it leaves behind. */
import { spawnSync } from 'node:child_process'
import {
  closeSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { answer } from '../cli/main.ts'

const root = join(import.meta.dirname, '..')
const demo = join(root, 'policies/parkstad/case.yaml')
const setting = { language: 'nl', colour: false, now: 1_790_000_000 } as const
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verdeelsleutel-'))
})

const ask = (...args: string[]) => answer(args, setting)

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('rank', () => {
  test('prints the order with the reasons of every place, and everybody who is not on it', async () => {
    const { exitCode, output } = await ask('rank', demo)
    expect(exitCode).toBe(0)
    expect(output).toMatch(/Plaats +Wie +Groep/)
    expect(output).toContain('Doet niet mee')
    expect(output).toContain('Nog niet beslist')
    expect(output).toMatch(/Bon \(SHA-256\): [0-9a-f]{64}/)
  })

  test('speaks English when asked, about the same order', async () => {
    const [dutch, english] = await Promise.all([
      ask('rank', demo),
      ask('rank', demo, '--lang', 'en'),
    ])
    expect(english.output).toMatch(/Place +Who +Group/)
    const hash = /[0-9a-f]{64}/
    expect(english.output.match(hash)?.[0]).toBe(dutch.output.match(hash)?.[0])
  })

  test('takes rules, listing and seekers apart, as JSON and CSV', async () => {
    const listing = file(
      'listing.json',
      '[{"id":"L1","closes":"2021-05-02","model":"ranked","municipality":"dordrecht","rent":65000,"bedrooms":2}]',
    )
    const seekers = file(
      'seekers.csv',
      'id,born,registration,registered-on\nans,1964-02-10,active,2015-03-01\ndirk,1960-01-01,active,2009-06-01\n',
    )
    const asked = ['--rules', 'drechtsteden-2020', '--listing', listing, '--seekers', seekers]
    const { exitCode, output } = await ask('rank', ...asked)
    expect(exitCode).toBe(0)
    expect(output).toMatch(/1 +dirk[^\n]*\n +2 +ans/)
  })

  test('takes the people of a case from a table, and the rest from the case', async () => {
    const seekers = file(
      'others.csv',
      'id;born;residence-status;household-size;household-income;registration;registered-on;years-in-region\n' +
        'ans;1980-01-01;dutch;1;2400000;active;2015-03-01;7\nbep;1980-01-01;dutch;1;2400000;active;2012-03-01;7\n',
    )
    const { exitCode, output } = await ask('rank', demo, '--seekers', seekers)
    expect(exitCode).toBe(0)
    expect(output).toContain('Woning heerlen-041')
    expect(output).toMatch(/1 +bep[^\n]*\n +2 +ans/)
    expect(output).not.toContain('samira')
    const told = await ask('explain', demo, '--seekers', seekers, '--seeker', 'ans')
    expect(told.output).toContain('Uw plaats is 2 van 2.')
  })

  test('an empty list is an honest empty result', async () => {
    const listing = file(
      'home.json',
      '[{"id":"L1","closes":"2021-05-02","model":"ranked","municipality":"dordrecht"}]',
    )
    const nobody = file('nobody.csv', 'id,born\n')
    const asked = ['--rules', 'drechtsteden-2020', '--listing', listing, '--seekers', nobody]
    expect(await ask('rank', ...asked)).toMatchObject({ exitCode: 0 })
    expect((await ask('rank', ...asked)).output).toContain('Niemand staat in de rangorde.')
  })
})

test('a list of any length is shown whole', async () => {
  const listing = file(
    'house.json',
    '[{"id":"L1","closes":"2021-05-02","model":"ranked","municipality":"dordrecht"}]',
  )
  const count = 130_000
  const row = (_: unknown, at: number) => `p${at},1964-02-10,active,2015-03-01`
  const rows = ['id,born,registration,registered-on', ...Array.from({ length: count }, row)]
  const seekers = file('many.csv', rows.join('\n'))
  const asked = ['--rules', 'drechtsteden-2020', '--listing', listing, '--seekers', seekers]
  const { exitCode, output } = await ask('rank', ...asked)
  expect(exitCode).toBe(0)
  expect(output.split('\n').length).toBeGreaterThan(count)
}, 60_000)

describe('receipt and replay', () => {
  test('a receipt decided again gives the same bytes', async () => {
    const receipt = join(folder, 'bon.json')
    await ask('rank', demo, '--receipt', receipt)
    const { exitCode, output } = await ask('replay', receipt)
    expect(output).toContain('byte voor byte')
    expect(exitCode).toBe(0)
  })

  test.each([
    ['an input', (text: string) => text.replace('6120000', '3120000')],
    ['a place', (text: string) => text.replace('["samira",1,', '["samira",2,')],
    [
      'a byte of a rule',
      (text: string) => text.replace('"minstens"', '"hoogstens"').replace('8 weeks', '9 weeks'),
    ],
  ])('%s that was changed is found', async (_, change) => {
    const receipt = join(folder, 'veranderd.json')
    await ask('rank', demo, '--receipt', receipt)
    const text = readFileSync(receipt, 'utf8')
    expect(change(text)).not.toBe(text)
    writeFileSync(receipt, change(text))
    const { exitCode, output } = await ask('replay', receipt)
    expect(exitCode).toBe(1)
    expect(output).toMatch(/Eerste verschil|niet de hash/)
  })

  test('a receipt that cannot be written leaves nothing behind', async () => {
    const { exitCode, output } = await ask(
      'rank',
      demo,
      '--receipt',
      join(folder, 'is/er/niet.json'),
    )
    expect(exitCode).toBe(2)
    expect(output).toContain('niets half weggeschreven')
    expect(output).toContain('is/er/niet.json kan niet')
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
  })

  test('a receipt never goes over the case that it is of', async () => {
    const text = readFileSync(demo, 'utf8').replace(
      'rules: parkstad-2026.yaml',
      'rules: parkstad-2026',
    )
    const own = file('eigen.yaml', text)
    const { exitCode, output } = await ask('rank', own, '--receipt', own)
    expect(exitCode).toBe(2)
    expect(output).toContain('zou worden overschreven')
    expect(readFileSync(own, 'utf8')).toBe(text)
  })

  test('a receipt written through a link leaves the link, and writes what it points to', async () => {
    const [target, link] = [file('doel.json', 'oud'), join(folder, 'link.json')]
    symlinkSync(target, link)
    await ask('rank', demo, '--receipt', link)
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect((await ask('replay', target)).exitCode).toBe(0)
  })

  test.skipIf(process.platform === 'win32')(
    'a receipt can go into a pipe',
    () => {
      const launcher = join(root, 'cli/verdeelsleutel.mjs')
      const piped = `mkfifo bon.pipe && { cat bon.pipe > bon.out & } && "$0" "$1" rank "$2" --receipt bon.pipe && wait`
      const args = ['-c', piped, process.execPath, launcher, demo]
      expect(spawnSync('sh', args, { cwd: folder, timeout: 20_000 }).status).toBe(0)
      expect(lstatSync(join(folder, 'bon.pipe')).isFIFO()).toBe(true)
      expect(() => JSON.parse(readFileSync(join(folder, 'bon.out'), 'utf8'))).not.toThrow()
    },
    30_000,
  )
})

describe('explain', () => {
  test('tells a person their place, and about others only together', async () => {
    const { output } = await ask('explain', demo, '--seeker', 'fatima')
    expect(output).toMatch(/Om\s+de\s+privacy\s+van\s+anderen/)
    expect(output).not.toContain('samira')
  })

  test('tells an auditor every reason apart', async () => {
    const { output } = await ask('explain', demo, '--seeker', 'fatima', '--full')
    expect(output).toMatch(/\d door voorrang/)
    expect(output).toContain('door het lot')
  })

  test('an unknown seeker gets the name that looks most like it', async () => {
    const { exitCode, output } = await ask('explain', demo, '--seeker', 'fatma')
    expect(exitCode).toBe(2)
    expect(output).toContain('fatima')
  })
})

describe('check, test, rules and diff', () => {
  test('the example region has no breach', async () => {
    const { exitCode, output } = await ask('check', 'parkstad-2026')
    expect(exitCode).toBe(0)
    expect(output).toContain('Geen overtredingen')
  })

  test('a book that is too long is a breach, with line and article', async () => {
    const { exitCode, output } = await ask('check', 'arnhem-nijmegen-2024')
    expect(exitCode).toBe(1)
    expect(output).toMatch(/arnhem-nijmegen-2024\.yaml:\d+:\d+/)
    expect(output).toContain('artikel 4')
  })

  test('a scenario that differs is shown side by side', async () => {
    const scenarios = file(
      'wrong.scenarios.yaml',
      `rules: drechtsteden-2020
scenarios:
  - name: Omgekeerd
    on: 2021-05-03
    listing: { id: L1, model: ranked, municipality: dordrecht, closes: 2021-05-02 }
    seekers:
      ans: { born: 1964-02-10, registration: active, registered-on: 2015-03-01 }
      dirk: { born: 1960-01-01, registration: active, registered-on: 2009-06-01 }
    expect: { order: [ans, dirk] }
`,
    )
    const { exitCode, output } = await ask('test', scenarios)
    expect(exitCode).toBe(1)
    expect(output).toContain('["ans","dirk"]  ["dirk","ans"]')
  })

  test('the ordinance is printed, and as it holds on a day', async () => {
    const whole = await ask('rules', 'parkstad-2026')
    const dated = await ask('rules', 'parkstad-2026', '--date', '2026-06-01')
    expect(whole.output).toContain('Artikel 3')
    expect(dated.output).toContain('1 juni 2026')
  })

  test('on a day after its end the ordinance is not printed as if it held', async () => {
    const late = await ask('rules', 'parkstad-2026', '--date', '2030-06-01')
    expect(late).toEqual({
      exitCode: 1,
      output: 'Op 2030-06-01 gelden geen regels uit dit boek.\n',
    })
  })

  test('what changes between two books is told, and for whom', async () => {
    const { exitCode, output } = await ask('diff', 'parkstad-2026', 'parkstad-hvw-2026')
    expect(exitCode).toBe(0)
    expect(output).toContain('Voor wie verandert er iets?')
    expect(output).toContain('verzonnen mensen')
  })
})

describe('bad input gets a place, what was found and what was expected; never a stack trace', () => {
  const book = (text: string) => file('book.yaml', text)
  const header = `book: book
title: Boek
authority: { level: region, name: Boek }
valid: { from: 2026-01-01, until: 2026-12-31 }
published: missing
law: hvw-2024
builds_on: []
`
  const rule = (text: string) =>
    book(`${header}articles:\n  - number: '1'\n    text: 'Tekst'\n    rules:\n      - ${text}\n`)
  test.each([
    ['a file that is not there', () => join(folder, 'nergens.yaml'), ''],
    ['a folder', () => folder, ''],
    ['a binary file', () => file('binary.yaml', Uint8Array.from([0, 159, 146, 150])), ''],
    ['an empty file', () => file('empty.yaml', ''), ''],
    ['a key nobody knows', () => book(`${header}titel: x\narticles: []\n`), ':8:1'],
    [
      'a date that does not exist',
      () => book(`${header.replace('2026-12-31', '2026-02-30')}articles: []\n`),
      ':4:',
    ],
    [
      'a fact nobody knows',
      () =>
        rule(
          '{ kind: requirement, id: adult, to: respond, must: { aeg: { at_least: 18 } }, code: under-age }',
        ),
      ':12:',
    ],
    [
      'a table that is not there',
      () =>
        rule(
          '{ kind: requirement, id: adult, to: respond, must: { age: { at_least: $limit } }, code: under-age }',
        ),
      ':12:',
    ],
    [
      'a basis that goes round',
      () => book(`${header.replace('builds_on: []', 'builds_on: [book]')}articles: []\n`),
      '',
    ],
  ])('%s', async (_, make, place) => {
    const path = make()
    const { exitCode, output } = await ask('check', path)
    expect(exitCode).toBe(2)
    expect(output).toContain(`${path}${place}`)
    expect(output).toMatch(/Gevonden: .+\n +Verwacht: .+/)
    expect(output).not.toMatch(/\bat .+\(.+:\d+:\d+\)|node:/)
  })

  test.each([
    ['a command', ['rnak'], 'rank'],
    ['an option', ['rank', demo, '--recept', 'x'], '--receipt'],
  ])('%s with a typo gets the right one', async (_, args, hint) => {
    const { exitCode, output } = await ask(...args)
    expect(exitCode).toBe(2)
    expect(output).toContain(hint)
  })

  const drawAt = (moment: string) =>
    `draw commit --id X --lots nowhere.csv --rules-hash ${'ab'.repeat(32)} --chain practice --draw-at`
      .split(' ')
      .concat(moment)

  test.each([
    ['a date', ['rules', 'parkstad-2026', '--date', '1-6-2026']],
    ['a seed', ['rank', demo, '--seed', 'xyz']],
    ['an option without its value', ['rank', demo, '--receipt']],
    ['nothing to rank', ['rank']],
    ['a moment without its offset', drawAt('2026-10-01 12:00')],
    ['a moment that does not exist', drawAt('2026-13-01T12:00:00Z')],
    ['a margin in words', [...drawAt('2026-10-01T12:00:00Z'), '--margin', 'an hour']],
    ['a draw without its options', ['draw', 'commit', '--id', 'X']],
    ['a language', ['check', 'parkstad-2026', '--lang', 'fr']],
    ['a language before the command', ['--lang=fr', '--help']],
    ['one book to compare', ['diff', 'parkstad-2026']],
  ])('%s that cannot be read is told', async (_, args) => {
    const { exitCode, output } = await ask(...args)
    expect(exitCode).toBe(2)
    expect(output.trim()).not.toBe('')
    expect(output).not.toMatch(/NaN|undefined|nowhere/)
  })
})

describe('help', () => {
  test.each(['check', 'test', 'rank', 'explain', 'replay', 'draw', 'rules', 'diff'])(
    '%s explains itself with an example, in both languages',
    async (command) => {
      for (const language of ['nl', 'en']) {
        const { exitCode, output } = await ask(command, '--help', '--lang', language)
        expect(exitCode).toBe(0)
        expect(output).toContain(`verdeelsleutel ${command}`)
      }
    },
  )

  test.skipIf(process.platform !== 'linux')(
    'a disk that is full is told in one line',
    () => {
      const full = openSync('/dev/full', 'w')
      const launcher = join(root, 'cli/verdeelsleutel.mjs')
      const { status, stderr } = spawnSync('node', [launcher, '--help'], {
        stdio: ['ignore', full, 'pipe'],
        encoding: 'utf8',
      })
      closeSync(full)
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: 'De uitkomst kon niet helemaal worden getoond (ENOSPC).\n',
      })
    },
    30_000,
  )

  test('starts from the checkout on whatever Node is there', () => {
    const launcher = join(root, 'cli/verdeelsleutel.mjs')
    const { status, stdout } = spawnSync('node', [launcher, '--version'], { encoding: 'utf8' })
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'verdeelsleutel 0.1.0\n' })
  })
})
