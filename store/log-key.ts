/**
 * The keys with which checkpoints of the log are signed (Ed25519): the first is made on first use, later ones when
 * two people ask it. Each is kept in a file that only its owner reads, and is no part of the database, so that who
 * can write there cannot sign.
 */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import {
  cosignatureIn,
  cosignedText,
  keyIdOf,
  keyText,
  type Note,
  type NoteSignature,
  noteOf,
  witnessKeyIdOf,
} from '../core/basics/checkpoint.ts'
import { keyChangeText, type NamedKey, readKeyChange } from '../core/basics/key-change.ts'

/** One key of a log. */
export type SigningKey = {
  /** The log that is signed: also the origin of its checkpoints. */
  readonly name: string
  readonly publicKey: Uint8Array
  sign(text: string): Uint8Array
}

/** The first key of a log, and the folder in which those after it stand too. */
export type LogKey = SigningKey & {
  /** The key of this log with this public part; undefined where it is not here. */
  other(publicKey: Uint8Array): SigningKey | undefined
  /** Makes another key in the folder; it signs nothing before the log announced it. */
  makeOther(): SigningKey
  /** Takes the secret part of a key out of the folder for good; false where it is not there. The public part stays. */
  forget(publicKey: Uint8Array): boolean
}

/** Reads the key of a log from a folder, or makes it there; processes that start at once get the same one. */
export function readLogKey(folder: string, name: string): LogKey {
  const file = keyFile(folder)
  mkdirSync(folder, { recursive: true })
  const there = readIfThere(file)
  return logKeyFrom(folder, there ?? makeKey(file), name)
}

/** The key of a log where there is one; none is made. */
export function findLogKey(folder: string, name: string): LogKey | undefined {
  const there = readIfThere(keyFile(folder))
  return there === undefined ? undefined : logKeyFrom(folder, there, name)
}

function logKeyFrom(folder: string, pem: string, name: string): LogKey {
  const first = keyFrom(pem, name)
  const fileOf = (publicKey: Uint8Array) =>
    isSameKey(first.publicKey, publicKey)
      ? keyFile(folder)
      : keyFile(folder, keyIdOf(name, publicKey))
  return {
    ...first,
    other(publicKey) {
      const there = readIfThere(fileOf(publicKey))
      // The first was read already; its file says whether it was forgotten since.
      if (isSameKey(first.publicKey, publicKey))
        return isPublicOnly(there ?? pem) ? undefined : first
      if (there === undefined || isPublicOnly(there)) return undefined
      const found = keyFrom(there, name)
      return isSameKey(found.publicKey, publicKey) ? found : undefined
    },
    makeOther() {
      const made = newKey()
      const key = keyFrom(made, name)
      writeWhole(keyFile(folder, keyIdOf(name, key.publicKey)), made)
      // What the log is going to name must be there after a power cut as well.
      keepFolder(folder)
      return key
    },
    forget(publicKey) {
      const file = fileOf(publicKey)
      const there = readIfThere(file)
      if (there === undefined || isPublicOnly(there)) return false
      const publicPart = createPublicKey(there).export({ type: 'spki', format: 'pem' }).toString()
      const draft = `${file}.${process.pid}`
      writeFileSync(draft, publicPart, { mode: 0o600, flush: true })
      renameSync(draft, file)
      keepFolder(folder)
      return true
    },
  }
}

/** What is left of a key that was forgotten. */
function isPublicOnly(pem: string): boolean {
  return pem.startsWith('-----BEGIN PUBLIC KEY-----')
}

function keepFolder(folder: string): void {
  const open = openSync(folder, 'r')
  fsyncSync(open)
  closeSync(open)
}

function isSameKey(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}

/** Keys after the first have their key id in the name of their file. */
function keyFile(folder: string, keyId?: string): string {
  return join(folder, keyId === undefined ? 'log-key.pem' : `log-key-${keyId}.pem`)
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined
    throw fault
  }
}

function newKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

function makeKey(file: string): string {
  writeWhole(file, newKey())
  return readFileSync(file, 'utf8')
}

// A link to a finished file appears whole, and only for whoever comes first.
function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, text, { mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault
  } finally {
    rmSync(draft, { force: true })
  }
}

function keyFrom(pem: string, name: string): SigningKey {
  const { x } = createPublicKey(pem).export({ format: 'jwk' })
  return {
    name,
    publicKey: Uint8Array.from(Buffer.from(x ?? '', 'base64url')),
    sign(text) {
      if (isPublicOnly(pem))
        throw new Error('broken promise: nobody signs with a key that was forgotten')
      return Uint8Array.from(sign(null, Buffer.from(text), createPrivateKey(pem)))
    },
  }
}

/** The public key in one line, as verifiers are given it. */
export function publicKeyText({ name, publicKey }: NamedKey): string {
  return keyText(name, publicKey)
}

/** A text with the signatures of these keys, in their order. */
export function signedNote(text: string, keys: readonly SigningKey[]): string {
  const signatures = keys.map(
    ({ name, publicKey, sign: signWith }): NoteSignature => ({
      ...{ name, keyId: keyIdOf(name, publicKey), signature: signWith(text) },
    }),
  )
  return noteOf(text, signatures)
}

/** That a log gets another key, signed by the old one and then by the new. */
export function announceKey(from: SigningKey, to: SigningKey): string {
  return signedNote(keyChangeText({ from, to }), [from, to])
}

/** The key that follows on another by such a note; undefined where it does not say so, or one of both did not sign. */
export function announcedKey(note: string, before: NamedKey): NamedKey | undefined {
  const read = readKeyChange(note)
  if (!read || publicKeyText(read.from) !== publicKeyText(before)) return undefined
  return isSignedBy(read, read.from) && isSignedBy(read, read.to) ? read.to : undefined
}

/** Whether a note bears a signature of this key. */
export function isSignedBy({ text, signatures }: Note, { name, publicKey }: NamedKey): boolean {
  const keyId = keyIdOf(name, publicKey)
  const key = keyObjectOf(publicKey)
  return signatures.some(
    (each) =>
      each.name === name &&
      each.keyId === keyId &&
      verify(null, Buffer.from(text), key, each.signature),
  )
}

/** When a witness signed a checkpoint, in seconds; undefined where it bears no signature of theirs that holds. */
export function cosignedAt(
  { text, signatures }: Note,
  { name, publicKey }: NamedKey,
): number | undefined {
  const keyId = witnessKeyIdOf(name, publicKey)
  const key = keyObjectOf(publicKey)
  for (const each of signatures) {
    const signed = each.name === name && each.keyId === keyId && cosignatureIn(each.signature)
    if (!signed) continue
    const message = Buffer.from(cosignedText(text, signed.seconds))
    if (verify(null, message, key, signed.signature)) return signed.seconds
  }
  return undefined
}

function keyObjectOf(publicKey: Uint8Array): KeyObject {
  const x = Buffer.from(publicKey).toString('base64url')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}
