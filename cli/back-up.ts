/**
 * `verdeelsleutel backup`, `restore` and `resume`: the region as one file, put back from it, and going on after
 * that. For who runs the machine.
 */
import { randomUUID } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { readCheckpoint, type SignedCheckpoint } from '../core/basics/checkpoint.ts'
import type { ArchiveAbout, ArchiveChecked } from '../operations/check-archive.ts'
import { readConfig } from '../server/config.ts'
import { engineVersion, regionId } from '../server/region.ts'
import { archiveFaultText, sayArchive } from '../words/archive.ts'
import { formatList, formatMoment } from '../words/language.ts'
import { nameOr } from '../words/manage.ts'
import {
  type Command,
  type Done,
  done,
  NotWritten,
  type Question,
  type Setting,
  said,
  textOption,
} from './command.ts'
import { checkpointIn } from './kept-checkpoint.ts'

type Opened = {
  readonly store: import('../operations/operation.ts').Setting['store']
  readonly url: string
  readonly folder: string
}

// Only who works with a database needs what talks to one.
async function withDatabase(work: (opened: Opened) => Promise<Done>): Promise<Done> {
  const { databaseUrl, dataFolder: folder } = readConfig()
  const { openDatabase } = await import('../operations/audit-database.ts')
  const { store, url, close } = await openDatabase({ url: databaseUrl, folder })
  try {
    return await work({ store, url, folder })
  } finally {
    await close()
  }
}

async function settingOf({ store, folder }: Opened, { now }: Setting) {
  const { findLogKey, logNameOf } = await import('../operations/keep-log.ts')
  const logKey = findLogKey(folder, logNameOf(regionId))
  return {
    ...{ store, region: regionId, engine: engineVersion() },
    ...(logKey && { logKey }),
    now: () => new Date(now * 1_000),
    newId: randomUUID,
  }
}

export const backup: Command = async (question, setting) => {
  const say = sayArchive(setting.language)
  const [file] = question.words
  if (file === undefined) return done(2, say('no-file'))
  if (existsSync(file)) return done(2, say('file-there', { file }))
  return withDatabase(async (opened) => {
    const { isEmptyRegion } = await import('../operations/fill-region.ts')
    const { backUp, isMigrated } = await import('../operations/back-up.ts')
    if (!(await isMigrated(opened.store)) || (await isEmptyRegion(opened.url, regionId))) {
      return done(2, say('no-region', { region: regionId }))
    }
    const own = await settingOf(opened, setting)
    const { watch } = setting
    const draft = `${file}.${randomUUID()}.part`
    try {
      const out = openSync(draft, 'wx', 0o600)
      const made = await backUp(own, {
        language: setting.language,
        take: async (piece) => writeFileSync(out, piece),
        watch: async (rows) => {
          if (watch?.isTerminal) watch.write(`\r\u001b[K${say('backing-up', { rows })}`)
        },
      })
      fsyncSync(out)
      closeSync(out)
      renameSync(draft, file)
      if (watch?.isTerminal) watch.write('\r\u001b[K')
      const { rows, about, hash } = made
      return done(
        0,
        say('backed-up', { file, rows, hash, events: about.log.size, root: about.log.root }),
        own.logKey ? say('backed-up-keys', { folder: opened.folder }) : say('backed-up-unsigned'),
      )
    } catch (fault) {
      rmSync(draft, { force: true })
      if (fault instanceof Error && 'syscall' in fault) throw new NotWritten(file, fault)
      throw fault
    }
  })
}

export const restore: Command = async (question, setting) => {
  const say = sayArchive(setting.language)
  const [file = ''] = question.words
  const kept = textOption(question, 'checkpoint')
  const checkpoint = kept === undefined ? undefined : checkpointIn(kept)
  if (kept !== undefined && !checkpoint) return done(2, say('no-checkpoint', { file: kept }))
  const { checkArchive } = await import('../operations/check-archive.ts')
  const trusted = textOption(question, 'key')
  const checked = await checkArchive(createReadStream(file, { highWaterMark: 1 << 20 }), trusted)
    .then((found) => ({ found }))
    .catch((fault: unknown) => {
      if (!(fault instanceof Error && 'code' in fault)) throw fault
      return { refused: done(2, say('unreadable', { file, reason: String(fault.code) })) }
    })
  if ('refused' in checked) return checked.refused
  const wrong = faultLines(file, checked.found, question, setting)
  const { about, hash } = checked.found
  if (wrong.length > 0 || !about) return said(1, wrong)
  const lines = aboutLines(file, checked.found, about, question, setting)
  const against = await checkpointLines(about, checkpoint, question, setting)
  if (against.refused) return said(1, [...lines, ...against.lines])
  if (question.values.check === true) return said(0, [...lines, ...against.lines])
  return withDatabase((opened) =>
    putBack(
      opened,
      { ...{ file, about, hash, checkpoint }, lines: [...lines, ...against.lines] },
      setting,
    ),
  )
}

type PutBack = {
  readonly file: string
  readonly about: ArchiveAbout
  readonly hash: string
  readonly checkpoint: SignedCheckpoint | undefined
  readonly lines: readonly string[]
}

async function putBack(
  opened: Opened,
  { file, about, hash, checkpoint, lines }: PutBack,
  setting: Setting,
): Promise<Done> {
  const say = sayArchive(setting.language)
  const { LogDiffers, restoreRegion, whyNotLoaded } = await import(
    '../operations/restore-region.ts'
  )
  const { store, url, folder } = opened
  const not = await whyNotLoaded(store, about)
  if (not) return said(2, [...lines, say(not.why, { name: not.name })])
  try {
    const rows = await restoreRegion({
      ...{ store, url, about, hash, now: new Date(setting.now * 1_000) },
      pieces: createReadStream(file, { highWaterMark: 1 << 20 }),
      ...(checkpoint && { checkpoint }),
    })
    const own = await settingOf(opened, setting)
    const away = (await keyIsHere(own)) ? [] : [say('keys-away', { folder })]
    return said(0, [...lines, say('restored', { rows }), ...away, '', say('held')])
  } catch (fault) {
    if (!(fault instanceof LogDiffers)) throw fault
    return said(1, [...lines, say('log-differs', { size: fault.size })])
  }
}

export const resume: Command = async (question, setting) => {
  const say = sayArchive(setting.language)
  return withDatabase(async (opened) => {
    const { isMigrated } = await import('../operations/back-up.ts')
    const { heldSince, resumeRegion } = await import('../operations/restore-region.ts')
    const own = await settingOf(opened, setting)
    const held = (await isMigrated(opened.store)) ? await heldSince(own) : undefined
    if (!held) return done(2, say('not-held'))
    if (!(await keyIsHere(own))) return done(2, say('resume-key', { folder: opened.folder }))
    const sendMail = question.values.mail === true
    const resumed = await resumeRegion(own, { sendMail })
    if (!resumed) return done(2, say('not-held'))
    const { language } = setting
    const tasks = resumed.due.map(
      ({ task, count }) => `${nameOr(`task-${task}`, task, language)} (${count})`,
    )
    const later = Number(held.later?.split(' ')[0])
    return said(0, [
      say('resumed', { region: own.region, moment: formatMoment(held.madeAt, language) }),
      ...(sendMail ? [] : [say('resumed-mail', { count: resumed.mailsDropped })]),
      ...(tasks.length > 0 ? [say('resumed-due', { tasks: formatList(tasks, language) })] : []),
      ...(Number.isNaN(later) ? [] : [say('resumed-later', { events: later })]),
    ])
  })
}

async function keyIsHere(own: Awaited<ReturnType<typeof settingOf>>): Promise<boolean> {
  const { signingKeyIsHere } = await import('../operations/keep-log.ts')
  return signingKeyIsHere(own)
}

const faultsShown = 20

function faultLines(
  file: string,
  { faults }: ArchiveChecked,
  { values }: Question,
  { language }: Setting,
): string[] {
  const say = sayArchive(language)
  const counted =
    values.unsigned === true ? faults.filter(({ code }) => code !== 'not-signed') : faults
  const count = counted.length
  if (count === 0) return []
  return [
    say('wrong', { count, file }),
    ...counted.slice(0, faultsShown).map((each) => `- ${archiveFaultText(each, language)}`),
    ...(count > faultsShown ? [say('more-wrong', { count: count - faultsShown })] : []),
  ]
}

function aboutLines(
  file: string,
  { files, hash }: ArchiveChecked,
  { region, at, log, watermark }: ArchiveAbout,
  question: Question,
  { language }: Setting,
): string[] {
  const say = sayArchive(language)
  const moment = formatMoment(new Date(at), language)
  const isOwnKey = textOption(question, 'key') === undefined && log.key !== ''
  return [
    say('whole', { file, files, region, moment, hash, events: log.size, root: log.root }),
    ...(watermark.for === 'export' ? [say('made-by-export', { ...watermark })] : []),
    ...(isOwnKey ? [say('compare-key', { key: log.key })] : []),
  ]
}

async function checkpointLines(
  about: ArchiveAbout,
  checkpoint: SignedCheckpoint | undefined,
  { values }: Question,
  { language }: Setting,
): Promise<{ readonly lines: readonly string[]; readonly refused: boolean }> {
  const say = sayArchive(language)
  if (!checkpoint) {
    const size = readCheckpoint(about.log.checkpoint)?.size ?? 0
    return { lines: [say('log-then', { size }), say('not-compared')], refused: false }
  }
  const { againstCheckpoint } = await import('../operations/restore-region.ts')
  const { size } = checkpoint
  switch (againstCheckpoint(about, checkpoint)) {
    case 'other-log':
      return { lines: [say('other-log')], refused: true }
    case 'not-signed':
      return { lines: [say('checkpoint-not-signed')], refused: true }
    case 'within':
      return { lines: [say('within', { size })], refused: false }
    case 'older': {
      const older = say('older', { lost: size - about.log.size })
      return values.older === true
        ? { lines: [older], refused: false }
        : { lines: [older, say('older-refused')], refused: true }
    }
  }
}
