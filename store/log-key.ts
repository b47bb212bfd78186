/**
 * The key with which checkpoints of the log are signed (Ed25519), made on first use and kept in a file that
 * only its owner reads. It is no part of the database, so that who can write there cannot sign.
 */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  cosignatureIn,
  cosignedText,
  keyIdOf,
  keyText,
  type SignedCheckpoint,
  witnessKeyIdOf,
} from '../core/basics/checkpoint.ts'

export type LogKey = {
  /** The log that is signed: also the origin of its checkpoints. */
  readonly name: string
  readonly publicKey: Uint8Array
  sign(text: string): Uint8Array
}

/** Reads the key of a log from a folder, or makes it there; processes that start at once get the same one. */
export function readLogKey(folder: string, name: string): LogKey {
  const file = keyFile(folder)
  mkdirSync(folder, { recursive: true })
  const there = readIfThere(file)
  return keyFrom(there ?? makeKey(file), name)
}

/** The key of a log where there is one; none is made. */
export function findLogKey(folder: string, name: string): LogKey | undefined {
  const there = readIfThere(keyFile(folder))
  return there === undefined ? undefined : keyFrom(there, name)
}

function keyFile(folder: string): string {
  return join(folder, 'log-key.pem')
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined
    throw fault
  }
}

// A link to a finished file appears whole, and only for whoever comes first.
function makeKey(file: string): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  const made = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, made, { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(file, 'utf8')
}

function keyFrom(pem: string, name: string): LogKey {
  const privateKey = createPrivateKey(pem)
  const { x } = createPublicKey(pem).export({ format: 'jwk' })
  return {
    name,
    publicKey: Uint8Array.from(Buffer.from(x ?? '', 'base64url')),
    sign: (text) => Uint8Array.from(sign(null, Buffer.from(text), privateKey)),
  }
}

/** The public key in one line, as verifiers are given it. */
export function publicKeyText({ name, publicKey }: LogKey): string {
  return keyText(name, publicKey)
}

/** Whether a checkpoint bears a signature of this key. */
export function isSignedBy(
  { text, signatures }: Pick<SignedCheckpoint, 'text' | 'signatures'>,
  { name, publicKey }: { readonly name: string; readonly publicKey: Uint8Array },
): boolean {
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
  { text, signatures }: Pick<SignedCheckpoint, 'text' | 'signatures'>,
  { name, publicKey }: { readonly name: string; readonly publicKey: Uint8Array },
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
