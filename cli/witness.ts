/**
 * `verdeelsleutel witness`: makes the key of a witness (getuige), and signs the newest checkpoint of a log along
 * after seeing that the log only grew. What was signed last is kept beside the key, so that nothing that was
 * changed since is ever signed.
 */
import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import {
  cosignatureLine,
  cosignedText,
  readCheckpoint,
  readKeyText,
  type SignedCheckpoint,
  witnessKeyText,
} from '../core/basics/checkpoint.ts'
import { verifyConsistency } from '../core/basics/merkle.ts'
import { bytesOfHex } from '../core/basics/sha256.ts'
import { isSignedBy, keysAfter, publicKeyText } from '../operations/keep-log.ts'
import { sayWitness } from '../words/witness-command.ts'
import {
  type Command,
  type Done,
  done,
  type Question,
  type Setting,
  textOption,
} from './command.ts'

const kept = z.strictObject({
  name: z.string(),
  privateKey: z.string(),
  /** The public key of the log, once it was seen; and the last checkpoint that was signed. */
  logKey: z.string().optional(),
  last: z.string().optional(),
})
type Kept = z.infer<typeof kept>

export const witness: Command = async (question, setting) => {
  const say = sayWitness(setting.language)
  const file = textOption(question, 'key-file')
  if (file === undefined) return done(2, say('no-key-file'))
  const name = textOption(question, 'new')
  if (name !== undefined) return makeKey(file, name, setting)
  const [address] = question.words
  if (address === undefined) return done(2, say('no-address'))
  const read = keptIn(file)
  if (!read) return done(2, say('key-file-unreadable', { file }))
  return signAlong(question, setting, { file, address, read })
}

function makeKey(file: string, name: string, setting: Setting): Done {
  const say = sayWitness(setting.language)
  if (!/^[^\s+]+$/.test(name)) return done(2, say('name-unreadable', { name }))
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const made = writePrivate(file, `${JSON.stringify({ name, privateKey: pem })}\n`)
  if (!made) return done(2, say('key-file-there', { file }))
  const key = witnessKeyText(name, publicKeyOf(privateKey))
  return done(0, say('key-made', { file }), '', key)
}

type Asked = { readonly file: string; readonly address: string; readonly read: Kept }

async function signAlong(
  question: Question,
  setting: Setting,
  { file, address, read }: Asked,
): Promise<Done> {
  const say = sayWitness(setting.language)
  const ask = async (path: string, body?: string) => {
    const answer = await fetch(
      new URL(path, address),
      body === undefined ? {} : { method: 'POST', body },
    )
    return { isGood: answer.ok, text: await answer.text() }
  }
  const known = textOption(question, 'key') ?? read.logKey
  if (known === undefined || !readKeyText(known)) return done(2, say('no-log-key'))
  const answer = await ask('/logboek/checkpoint').catch(() => undefined)
  const now = answer?.isGood ? readCheckpoint(answer.text) : undefined
  if (!now) return done(3, say('no-checkpoint', { address }))
  // The log may have announced another key since: then the one that is known signed that too.
  const keys = keysAfter(known, await announcedBy(ask))
  const key = keys.findLast((each) => now.origin === each.name && isSignedBy(now, each))
  if (!key) return done(1, say('other-key', { address }))
  const logKey = publicKeyText(key)
  const last = read.last === undefined ? undefined : readCheckpoint(read.last)
  if (last && !(await hasGrown(last, now, ask))) {
    return done(1, say('changed', { before: last.size, size: now.size }))
  }
  const privateKey = createPrivateKey(read.privateKey)
  const seconds = setting.now
  const signature = sign(null, Buffer.from(cosignedText(now.text, seconds)), privateKey)
  const line = cosignatureLine(read.name, publicKeyOf(privateKey), { seconds, signature })
  // Kept before it is sent: what was signed is never forgotten.
  const note = noteOnly(now, line)
  writePrivate(`${file}.part`, `${JSON.stringify({ ...read, logKey, last: note })}\n`, 'w')
  renameSync(`${file}.part`, file)
  const taken = await ask('/logboek/getuigenis', note).catch(() => undefined)
  if (!taken?.isGood) return done(1, say('not-taken', { why: taken?.text.trim() ?? '' }))
  return done(0, say('signed', { size: now.size, grown: now.size - (last?.size ?? 0) }))
}

/** The text with this one signature: others' are theirs to send. */
function noteOnly({ text }: SignedCheckpoint, line: string): string {
  return `${text}\n${line}`
}

type Ask = (path: string) => Promise<{ readonly isGood: boolean; readonly text: string }>

const announcements = z.array(z.string())

async function announcedBy(ask: Ask): Promise<string[]> {
  const answer = await ask('/logboek/sleutels').catch(() => undefined)
  try {
    return announcements.parse(JSON.parse(answer?.isGood ? answer.text : '[]'))
  } catch {
    return []
  }
}

async function hasGrown(last: SignedCheckpoint, now: SignedCheckpoint, ask: Ask): Promise<boolean> {
  if (now.size < last.size || now.origin !== last.origin) return false
  const claim = {
    ...{ first: last.size, second: now.size },
    ...{ firstRoot: last.root, secondRoot: now.root },
  }
  if (last.size === now.size || last.size === 0) return verifyConsistency({ ...claim, proof: [] })
  const answer = await ask(`/logboek/aangroei/${last.size}/${now.size}`).catch(() => undefined)
  if (!answer?.isGood) return false
  const proof = answer.text
    .split('\n')
    .filter((each) => each !== '')
    .map((each) => bytesOfHex(each) ?? new Uint8Array())
  return verifyConsistency({ ...claim, proof })
}

/** Writes what only its owner may read; false where it is there already. */
function writePrivate(file: string, text: string, flag: 'w' | 'wx' = 'wx'): boolean {
  try {
    writeFileSync(file, text, { mode: 0o600, flag })
    return true
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST') return false
    throw fault
  }
}

function keptIn(file: string): Kept | undefined {
  try {
    return kept.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch {
    return undefined
  }
}

function publicKeyOf(privateKey: KeyObject): Uint8Array {
  const { x } = privateKey.export({ format: 'jwk' })
  return Uint8Array.from(Buffer.from(x ?? '', 'base64url'))
}
