/** `verdeelsleutel audit`: checks a log and recomputes its decisions, from an export or in the database. */
import { createReadStream } from 'node:fs'
import { readKeyText } from '../core/basics/checkpoint.ts'
import { type Audit, type AuditOptions, auditLog } from '../operations/audit-log.ts'
import { isKnownChain, signatureCheckFor } from '../server/beacon.ts'
import { readConfig } from '../server/config.ts'
import { auditFaultText, sayAudit } from '../words/audit.ts'
import {
  type Command,
  type Done,
  done,
  type Question,
  type Setting,
  said,
  textOption,
} from './command.ts'
import { checkpointIn } from './kept-checkpoint.ts'

export const audit: Command = async (question, setting) => {
  const say = sayAudit(setting.language)
  const asked = optionsFrom(question, setting)
  if ('exitCode' in asked) return asked
  const [file] = question.words
  if (file === undefined) return auditOwn(asked, setting)
  try {
    const found = await auditLog(linesOf(file), asked)
    const ownKey = asked.key === undefined && found.key !== '' ? [say('compare-key')] : []
    return said(found.faults.length > 0 ? 1 : 0, [...linesAbout(found, setting), ...ownKey])
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault)) throw fault
    return done(2, say('no-file', { file, reason: String(fault.code) }))
  }
}

async function auditOwn(options: AuditOptions, setting: Setting): Promise<Done> {
  const say = sayAudit(setting.language)
  const { databaseUrl: url, dataFolder: folder } = readConfig()
  // Only who audits a database needs what talks to one.
  const { auditDatabase, openDatabase } = await import('../operations/audit-database.ts')
  const { store, close } = await openDatabase({ url, folder })
  try {
    const audits = await auditDatabase(store, folder, options)
    if (audits.length === 0) return done(1, say('no-logs'))
    const lines = audits.flatMap((each) => [
      say('region', { region: each.region }),
      ...linesAbout(each, setting),
      ...(each.waiting > 0 ? [say('waiting', { count: each.waiting })] : []),
    ])
    return said(audits.some(({ faults }) => faults.length > 0) ? 1 : 0, lines)
  } finally {
    await close()
  }
}

function optionsFrom(question: Question, setting: Setting): AuditOptions | Done {
  const say = sayAudit(setting.language)
  const key = textOption(question, 'key')
  if (key !== undefined && !readKeyText(key)) return done(2, say('no-key-text', { found: key }))
  const kept = textOption(question, 'checkpoint')
  const earlier = kept === undefined ? undefined : checkpointIn(kept)
  if (kept !== undefined && !earlier) return done(2, say('no-checkpoint', { file: kept }))
  return {
    ...(key !== undefined && { key }),
    ...(earlier && { earlier }),
    beacon: { checkFor: signatureCheckFor, isKnown: isKnownChain },
    watch: (events) => {
      if (setting.watch?.isTerminal) setting.watch.write(`\r\u001b[K${say('reading', { events })}`)
    },
  }
}

function linesAbout(found: Audit, setting: Setting): string[] {
  const { language, watch } = setting
  if (watch?.isTerminal) watch.write('\r\u001b[K')
  const say = sayAudit(language)
  const { faults, moreFaults, events, checkpoints, decisions, values, closedValues } = found
  const count = faults.length + moreFaults
  return [
    count === 0 ? say('whole') : say('faulty', { count }),
    ...faults.map((fault) => `- ${auditFaultText(fault, language)}`),
    ...(moreFaults > 0 ? [say('more-faults', { count: moreFaults })] : []),
    '',
    say('read', { events, checkpoints, decisions }),
    found.holds === 'all' ? say('values', { values, closed: closedValues }) : say('open'),
    ...(found.withoutResponses > 0
      ? [say('without-responses', { count: found.withoutResponses })]
      : []),
    ...(found.withoutReceipt > 0 ? [say('without-receipt', { count: found.withoutReceipt })] : []),
    ...(found.draws.checked > 0
      ? [say('draws', { count: found.draws.checked, practice: found.draws.practice })]
      : []),
    ...(found.draws.unchecked > 0
      ? [say('draws-unchecked', { count: found.draws.unchecked })]
      : []),
    ...(found.witnesses.length === 0
      ? [say('no-witness')]
      : found.witnesses.map((each) => say('witness', each))),
    say('root', { root: found.root }),
    ...(found.key === '' ? [] : [say('key', { key: found.key })]),
    ...found.otherKeys.map((each) => say('key-changed', each)),
  ]
}

// Lines end with a line feed and nothing else: what else looks like an end of a line is part of it.
async function* linesOf(file: string): AsyncGenerator<string> {
  let begun: string[] = []
  for await (const piece of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const [first = '', ...others] = String(piece).split('\n')
    begun.push(first)
    for (const next of others) {
      yield begun.join('')
      begun = [next]
    }
  }
  const rest = begun.join('')
  if (rest !== '') yield rest
}
