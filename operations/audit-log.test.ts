/** Whatever is changed in a log afterwards, an audit names it; on the file alone, and in the database. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answer } from '../cli/main.ts'
import { date } from '../core/basics/calendar-date.ts'
import { canonicalJson } from '../core/basics/canonical-json.ts'
import { readCheckpoint } from '../core/basics/checkpoint.ts'
import { verifyInclusion } from '../core/basics/merkle.ts'
import { seededRandom } from '../core/basics/seeded-random.ts'
import { bytesOfHex, hex, sha256 } from '../core/basics/sha256.ts'
import { leafHash } from '../store/log.ts'
import { readLogKey } from '../store/log-key.ts'
import { type SmallRegion, smallRegion } from '../tests/small-region.ts'
import { auditDatabase } from './audit-database.ts'
import { type AuditOptions, auditLog } from './audit-log.ts'
import { erasePerson } from './erase-person.ts'
import { exportLines, exportLog, exportSourceOf } from './export-log.ts'
import { findInLog } from './find-in-log.ts'
import { keepLog, lastCheckpoint, publicKeyText } from './keep-log.ts'
import { type Actor, carryOut, isRefusal } from './operation.ts'
import { readLog } from './read-log.ts'
import { replayDecision, replayPeriod } from './replay-decision.ts'
import { respond } from './respond.ts'

let region: SmallRegion
let auditor: Actor
let people: (Actor & { person: string })[]
let listings: number[]
/** The export as it was taken first, line by line. */
let lines: string[]
let firstCheckpoint: string
const folder = mkdtempSync(join(tmpdir(), 'audit-'))

beforeAll(async () => {
  region = await smallRegion()
  auditor = await region.newHuman([{ role: 'auditor', organisation: '' }])
  people = []
  for (const days of [40, 30, 20, 10]) {
    people.push(await region.registered({ incomeCents: days === 10 ? 9_000_000 : 2_200_000 }))
    region.later(days)
  }
  const { setting } = region
  listings = [await region.closedListing(people)]
  firstCheckpoint = (await keepLog(setting, setting.logKey)).note
  listings.push(await region.closedListing(people.slice(0, 2)))
  await keepLog(setting, setting.logKey)
  lines = await taken('all')
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await region?.drop()
})

async function taken(holds: 'all' | 'open'): Promise<string[]> {
  const { setting } = region
  const size = (await lastCheckpoint(setting))?.size ?? 0
  const pieces: string[] = []
  for await (const piece of exportLines(exportSourceOf(setting), { size, holds }))
    pieces.push(piece)
  return pieces.join('').split('\n').slice(0, -1)
}

async function codesOf(changed: readonly string[], options?: AuditOptions): Promise<string[]> {
  const { faults } = await auditLog(changed, options)
  return [...new Set(faults.map(({ code }) => code))].sort()
}

const keyOfLog = () => publicKeyText(region.setting.logKey)

type Rows = { [name: string]: unknown }
type Line = { event?: Rows; decision?: Rows & { receipt: string }; checkpoint?: string; end?: Rows }

/** The export with one line changed: the first that the change has something to say about. */
function changed(change: (line: Line) => Line | undefined): string[] {
  const at = lines.findIndex((line) => change(JSON.parse(line)) !== undefined)
  const by = at < 0 ? undefined : change(JSON.parse(lines[at] ?? ''))
  if (!by) throw new Error('the export has such a line')
  // @NOTE made from JSON, it is JSON.
  return lines.with(at, canonicalJson(by as Parameters<typeof canonicalJson>[0]))
}

const inReceipt = (change: (receipt: Rows) => Rows) =>
  changed(({ decision }) => {
    if (!decision) return undefined
    const receipt = change(JSON.parse(decision.receipt))
    // @NOTE made from JSON, it is JSON.
    const text = canonicalJson(receipt as Parameters<typeof canonicalJson>[0])
    return { decision: { ...decision, receipt: text } }
  })

// @NOTE a receipt has rows under these names.
const rowsOf = (receipt: Rows, name: string) => receipt[name] as unknown[][]

describe('an export that was not changed', () => {
  test('is right on an empty machine: every hash, signature and decision', async () => {
    const audit = await auditLog(lines, { key: keyOfLog() })
    expect(audit.faults).toEqual([])
    expect(audit).toMatchObject({ checkpoints: 2, decisions: 2, closedValues: 0, holds: 'all' })
    expect(audit.events).toBe(4 + 4 + 1 + 2 + 1)
    expect(audit.withoutResponses).toBe(0)
  })

  test('holds nothing personal where everybody may have it, and is checked as well', async () => {
    const open = await taken('open')
    expect(open.join('')).not.toContain(people[0]?.person)
    const audit = await auditLog(open, { key: keyOfLog() })
    expect(audit.faults).toEqual([])
    expect(audit).toMatchObject({ events: 12, checkpoints: 2, decisions: 0, values: 0 })
  })

  test('begins with a checkpoint that somebody kept', async () => {
    const earlier = readCheckpoint(firstCheckpoint)
    if (!earlier) throw new Error('a checkpoint can be read')
    expect(await codesOf(lines, { earlier })).toEqual([])
    const other = { ...earlier, root: sha256('other') }
    expect(await codesOf(lines, { earlier: other })).toEqual(['earlier-differs'])
    expect(await codesOf(lines, { earlier: { ...earlier, size: 99 } })).toEqual([
      'earlier-not-reached',
    ])
  })
})

describe('what was changed is named', () => {
  test('a body of an event', async () => {
    const other = changed(
      ({ event }) =>
        event && {
          event: { ...event, body: String(event.body).replace('registered', 'registerea') },
        },
    )
    expect(await codesOf(other)).toEqual(['event-altered'])
  })

  test('a body with its hash: then the tree has another root than was signed', async () => {
    const other = changed(({ event }) => {
      const body = String(event?.body).replace('"kind":"responded"', '"kind":"respondeb"')
      if (!event || body === event.body) return undefined
      return { event: { ...event, body, hash: hex(leafHash(body)) } }
    })
    expect(await codesOf(other)).toEqual(['candidate-without-response', 'root-differs'])
  })

  test('a personal value, such as the day somebody registered', async () => {
    const other = changed(({ event }) => {
      // @NOTE values are rows of a name, a value and a salt.
      const values = (event?.values ?? []) as unknown[][]
      const at = values.findIndex(([name]) => name === 'on')
      if (!event || at < 0) return undefined
      return { event: { ...event, values: values.with(at, ['on', 1, values[at]?.[2]]) } }
    })
    expect(await codesOf(other)).toEqual(['value-altered'])
  })

  test('an event that was left out, or two that changed places', async () => {
    const at = lines.findIndex((line) => line.includes('"responded'))
    expect(await codesOf(lines.toSpliced(at, 1))).toEqual([
      ...['candidate-without-response', 'checkpoint-misplaced', 'end-differs', 'position-differs'],
    ])
    const swapped = lines.with(1, lines[2] ?? '').with(2, lines[1] ?? '')
    expect(await codesOf(swapped)).toEqual(['position-differs', 'root-differs'])
  })

  test('a file that was cut off, anywhere', async () => {
    for (let kept = 1; kept < lines.length; kept += 1) {
      expect(await codesOf(lines.slice(0, kept))).toContain('truncated')
    }
    expect(await codesOf([])).toContain('not-an-export')
  })

  test('a checkpoint with another size, root or signature, or by another key', async () => {
    const note = (change: (note: string) => string) =>
      changed(({ checkpoint }) =>
        checkpoint === undefined ? undefined : { checkpoint: change(checkpoint) },
      )
    expect(await codesOf(note((text) => text.replace('\n9\n', '\n8\n')))).toEqual([
      'checkpoint-misplaced',
      'signature-wrong',
    ])
    expect(
      await codesOf(note((text) => text.replace(/\n[^\n]{43}=\n/, `\n${'A'.repeat(43)}=\n`))),
    ).toEqual(['root-differs', 'signature-wrong'])
    expect(await codesOf(note(() => 'nothing'))).toContain('checkpoint-unreadable')
    const elsewhere = publicKeyText(readLogKey(join(folder, 'other'), region.setting.logKey.name))
    expect(await codesOf(lines, { key: elsewhere })).toEqual(['other-key'])
  })

  test('one input of a decision', async () => {
    const other = inReceipt((receipt) => {
      const at = rowsOf(receipt, 'names').findIndex((name) => String(name) === 'registered-on')
      const inputs = rowsOf(receipt, 'inputs').map(([id, lots, cells]) => [
        id,
        lots,
        // @NOTE the third of an input are its cells.
        (cells as unknown[]).with(
          at,
          id === people[2]?.person ? '1990-01-01' : (cells as unknown[])[at],
        ),
      ])
      return { ...receipt, inputs }
    })
    expect(await codesOf(other)).toEqual(['decided-otherwise', 'receipt-altered'])
  })

  test('one place', async () => {
    const other = inReceipt((receipt) => {
      const [first = [], second = [], ...rest] = rowsOf(receipt, 'placed')
      return {
        ...receipt,
        placed: [[second[0], ...first.slice(1)], [first[0], ...second.slice(1)], ...rest],
      }
    })
    const { faults } = await auditLog(other)
    expect(faults).toContainEqual({
      code: 'decided-otherwise',
      facts: {
        ...{ listing: String(listings[0]), path: 'placed[0][0]' },
        before: JSON.stringify(people[1]?.person),
        after: JSON.stringify(people[0]?.person),
      },
    })
  })

  test('one byte of a rule book', async () => {
    const other = changed(({ decision }) => {
      if (!decision) return undefined
      const receipt = decision.receipt.replace('"title":"', '"title":"x')
      return { decision: { ...decision, receipt } }
    })
    expect(await codesOf(other)).toEqual(['receipt-altered', 'rule-book-altered'])
  })

  test('a rule book with its hash: then it is not the one of the day', async () => {
    const other = inReceipt((receipt) => {
      // @NOTE sources are records with a document.
      const [first, ...rest] = receipt.sources as { hash: string; document: Rows }[]
      const document = { ...first?.document, title: 'Andere regels' }
      // @NOTE made from JSON, it is JSON.
      const text = canonicalJson(document as Parameters<typeof canonicalJson>[0])
      return { ...receipt, sources: [{ ...first, document, hash: hex(sha256(text)) }, ...rest] }
    })
    expect(await codesOf(other)).toEqual(['other-rules', 'receipt-altered'])
  })

  test('a decision that was left out, put elsewhere, or is no receipt', async () => {
    const at = lines.findIndex((line) => line.startsWith('{"decision'))
    expect(await codesOf(lines.toSpliced(at, 1))).toEqual(['decision-missing', 'end-differs'])
    const moved = lines.toSpliced(at, 1).toSpliced(2, 0, lines[at] ?? '')
    expect(await codesOf(moved)).toEqual(['decision-misplaced', 'decision-missing'])
    const nothing = changed(
      ({ decision }) => decision && { decision: { ...decision, receipt: '{}' } },
    )
    expect(await codesOf(nothing)).toContain('receipt-unreadable')
  })

  test('any byte of the file', async () => {
    const file = Buffer.from(`${lines.join('\n')}\n`)
    const random = seededRandom(1)
    const unseen: string[] = []
    // Half of them outside the receipts, which are most of the file.
    const short = lines.flatMap((line, at) => (line.length < 5000 ? [at] : []))
    for (let round = 0; round < 90; round += 1) {
      const line = short[random.whole(0, short.length - 1)] ?? 0
      const start = lines.slice(0, line).reduce((sum, each) => sum + Buffer.byteLength(each) + 1, 0)
      const at =
        round % 6 === 0
          ? random.whole(0, file.length - 2)
          : start + random.whole(0, Buffer.byteLength(lines[line] ?? '') - 1)
      const flipped = Buffer.from(file)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << random.whole(0, 7))
      const { faults } = await auditLog(flipped.toString('utf8').split('\n').slice(0, -1))
      if (faults.length === 0) unseen.push(`${at}: ${file.subarray(at - 20, at + 20)}`)
    }
    expect(unseen).toEqual([])
  })
})

describe('the command', () => {
  const ask = (...args: string[]) => answer(args, { language: 'en', colour: false, now: 0 })
  const file = (name: string, text: string) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }

  test('says that all is right, and by which key', async () => {
    const path = file('log.jsonl', `${lines.join('\n')}\n`)
    const kept = file('checkpoint.txt', firstCheckpoint)
    const { exitCode, output } = await ask('audit', path, '--checkpoint', kept)
    expect(output).toContain('All is right')
    expect(output).toContain('12 events, 2 checkpoints, 2 decisions recomputed.')
    expect(output).toContain(`Key: ${keyOfLog()}`)
    expect(exitCode).toBe(0)
  })

  test('names what is wrong, and what it cannot read', async () => {
    const path = file('cut.jsonl', lines.slice(0, -1).join('\n'))
    expect(await ask('audit', path)).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining('The file stops after 12 events'),
    })
    expect((await ask('audit', join(folder, 'nothing'))).exitCode).toBe(2)
    expect((await ask('audit', path, '--key', 'none')).exitCode).toBe(2)
    expect((await ask('audit', path, '--checkpoint', path)).exitCode).toBe(2)
  })

  test('audits the database without a file', async () => {
    const before = { url: process.env.DATABASE_URL, data: process.env.DATA_FOLDER }
    Object.assign(process.env, { DATABASE_URL: region.url, DATA_FOLDER: region.folder })
    try {
      const { exitCode, output } = await ask('audit')
      expect(output).toContain('All is right')
      expect(exitCode).toBe(0)
    } finally {
      for (const [name, value] of [
        ['DATABASE_URL', before.url],
        ['DATA_FOLDER', before.data],
      ] as const) {
        if (value === undefined) delete process.env[name]
        else process.env[name] = value
      }
    }
  })
})

describe('the database', () => {
  const audit = async () => {
    const [found] = await auditDatabase(region.setting.store, region.folder)
    return [...new Set(found?.faults.map(({ code }) => code))].sort()
  }
  /** Does something to the database that nothing in the program can do, and undoes it. */
  async function tampered(change: string, undo: string): Promise<string[]> {
    const { store } = region.setting
    const run = async (text: string) => {
      await sql.raw('alter table event disable trigger event_stays').execute(store)
      await sql.raw(text).execute(store)
      await sql.raw('alter table event enable trigger event_stays').execute(store)
    }
    await run(change)
    const found = await audit()
    await run(undo)
    return found
  }

  test('is right as it stands', async () => {
    expect(await audit()).toEqual([])
  })

  test('an event that was changed there is named', async () => {
    const change = (from: string, to: string) =>
      `update event set body = replace(body, '${from}', '${to}') where kind = 'registered'`
    expect(await tampered(change('registered', 'x'), change('"x"', '"registered"'))).toEqual([
      ...['columns-differ', 'event-altered'],
    ])
    const broken = change('"kind":"registered"', '"kind"registered"')
    const mended = change('"kind"registered"', '"kind":"registered"')
    expect(await tampered(broken, mended)).toEqual([
      ...['columns-differ', 'event-altered', 'value-altered'],
    ])
  })

  test('a kind or a doer that was changed beside what is hashed is named', async () => {
    const kind = (to: string, from: string) =>
      `update event set kind = '${to}' where kind = '${from}'`
    expect(await tampered(kind('x', 'registered'), kind('registered', 'x'))).toEqual([
      'columns-differ',
    ])
    const doer = `update event set actor = '${auditor.human}' where body like '%"kind":"registered"%'`
    const { store } = region.setting
    const before = await store.selectFrom('event').select(['number', 'actor']).execute()
    const undo = before
      .filter(({ actor }) => actor !== null)
      .map(({ number, actor }) => `update event set actor = '${actor}' where number = ${number}`)
    expect(await tampered(doer, undo.join(';'))).toEqual(['columns-differ'])
  })

  test('places that people were told otherwise are named', async () => {
    const swap = `update standing set place = 3 - place where listing = ${listings[0]} and place in (1, 2)`
    expect(await tampered(swap, swap)).toEqual(['place-differs'])
    const of = `where listing = ${listings[0]} and place = 1`
    const younger = `update standing set part = json_build_array(part -> 0, '[["chosen","x",3]]'::json, part -> 2) ${of}`
    const back = `update standing set part = json_build_array(part -> 0, '[]'::json, part -> 2) ${of}`
    expect(await tampered(younger, back)).toEqual(['told-otherwise'])
    const { setting } = region
    expect(
      await carryOut(setting, auditor, replayDecision, { listing: listings[0] ?? 0 }),
    ).toMatchObject({ faults: [], candidates: 4, placed: 3 })
  })
})

describe('who may', () => {
  test('read, replay and export: an auditor, and nobody else', async () => {
    const { setting } = region
    const seeker = people[0]
    if (!seeker) throw new Error('there are people')
    const refused = { refused: 'not-found', facts: {} }
    expect(await carryOut(setting, seeker, readLog, { most: 5 })).toEqual(refused)
    expect(await carryOut(setting, seeker, replayDecision, { listing: 1 })).toEqual(refused)
    expect(await carryOut(setting, seeker, exportLog, { holds: 'open' })).toEqual(refused)
    const page = await carryOut(setting, auditor, readLog, { most: 5, kind: 'responded' })
    if (isRefusal(page)) throw new Error(page.refused)
    expect(page.events.map(({ kind }) => kind)).toEqual(Array(5).fill('responded'))
    expect(page.goesOn).toBe(true)
    const period = { from: date('2026-01-01'), until: date('2027-01-01'), most: 1 }
    const all = await carryOut(setting, auditor, replayPeriod, period)
    if (isRefusal(all)) throw new Error(all.refused)
    expect(all).toMatchObject({ count: 2, next: listings[0] })
    expect(all.decisions.map(({ faults }) => faults)).toEqual([[]])
  })

  test('an export is written in the log', async () => {
    const { setting } = region
    expect(await carryOut(setting, auditor, exportLog, { holds: 'all' })).toMatchObject({
      size: 12,
    })
    await keepLog(setting, setting.logKey)
    const page = await carryOut(setting, auditor, readLog, { most: 1 })
    if (isRefusal(page)) throw new Error(page.refused)
    expect(page.events[0]).toMatchObject({ kind: 'log-exported', position: 12 })
  })
})

describe('what somebody holds', () => {
  test('is found by the hash of an event, with a proof that anybody can check', async () => {
    const body = String(JSON.parse(lines[1] ?? '').event.body)
    const looked = await findInLog(region.setting, hex(leafHash(body)))
    const { proof, position = -1 } = looked.found ?? {}
    const signed = readCheckpoint(proof?.checkpoint.note ?? '')
    if (!proof || !signed) throw new Error('there is a proof')
    const hashes = proof.hashes.map((each) => bytesOfHex(each) ?? new Uint8Array())
    const claim = { root: signed.root, count: signed.size, index: position, entry: body }
    expect(verifyInclusion({ ...claim, proof: hashes })).toBe(true)
    expect((await findInLog(region.setting, body)).found?.position).toBe(position)
  })

  test('is found by a receipt, which is decided again', async () => {
    const text = JSON.parse(lines.find((line) => line.startsWith('{"decision')) ?? '').decision
      .receipt
    const looked = await findInLog(region.setting, text)
    expect(looked).toMatchObject({ held: 'receipt', found: { listing: listings[0] } })
    expect(looked.again?.faults).toEqual([])
    const other = await findInLog(region.setting, text.replace('"test 1"', '"test 2"'))
    expect(other.found).toBeUndefined()
  })

  test('is not found when it is not there', async () => {
    const none = createHash('sha256').update('none').digest('hex')
    expect(await findInLog(region.setting, none)).toEqual({ held: 'hash', hash: none })
    expect(await findInLog(region.setting, 'bla')).toEqual({ held: 'unknown' })
  })
})

describe('erasing a person', () => {
  test('takes away what is personal, and leaves every proof', async () => {
    const { setting } = region
    const [first] = people
    if (!first) throw new Error('there are people')
    const somebodyElse = await carryOut(setting, people[1] ?? first, erasePerson, first)
    expect(somebodyElse).toEqual({ refused: 'not-found', facts: {} })
    const open = await region.openListing(7)
    await carryOut(setting, first, respond, { listing: open, person: first.person, via: 'self' })
    const outcome = await carryOut(setting, first, erasePerson, first)
    expect(outcome).toMatchObject({ values: 3 + 2 + 2 + 2 })
    const { store } = setting
    const { rows } = await sql<{ text: string }>`select (
      select string_agg(v::text, '') from event_value v where person = ${first.person}
    ) as text`.execute(store)
    expect(rows[0]?.text).toBeNull()
    const person = await store
      .selectFrom('person')
      .select(['name', 'email', 'facts', 'human'])
      .where('id', '=', first.person)
      .executeTakeFirstOrThrow()
    expect(person).toEqual({ name: '', email: null, facts: {}, human: null })
    await keepLog(setting, setting.logKey)
    const after = await taken('all')
    const audit = await auditLog(after, { key: keyOfLog() })
    expect(audit.faults).toEqual([])
    expect(audit.closedValues).toBe(9)
    expect(after.some((line) => line.includes('"kind\\":\\"person-erased\\"'))).toBe(true)
    const again = await carryOut(setting, first, erasePerson, first)
    expect(again).toEqual({ refused: 'not-found', facts: {} })
  })
})
