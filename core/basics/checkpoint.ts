/**
 * A checkpoint (ijkpunt): how long the log was and what its root was, in the text that C2SP lays down for
 * checkpoints and signed notes, so that verifiers and witnesses that exist can read it. Signing and checking
 * signatures is not done here.
 */
import { hex, sha256 } from './sha256.ts'

export type Checkpoint = {
  /** Which log: a name that no other log has. */
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}

export type NoteSignature = {
  readonly name: string
  /** The first bytes of a hash over name and key: says which key, and proves nothing. */
  readonly keyId: string
  readonly signature: Uint8Array
}

export type SignedCheckpoint = Checkpoint & {
  /** What is signed. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

/** The text that is signed. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${base64(root)}\n`
}

/** The whole note: the text, an empty line, and a line for each signature. */
export function noteOf(text: string, signatures: readonly NoteSignature[]): string {
  const lines = signatures.map(
    ({ name, keyId, signature }) =>
      `— ${name} ${base64(Buffer.concat([Buffer.from(keyId, 'hex'), signature]))}\n`,
  )
  return `${text}\n${lines.join('')}`
}

/** A text with who signed it (C2SP signed note). */
export type Note = Pick<SignedCheckpoint, 'text' | 'signatures'>

/** Reads a note; undefined where it is none. */
export function readNote(note: string): Note | undefined {
  const split = note.lastIndexOf('\n\n')
  if (split < 0 || !note.endsWith('\n')) return undefined
  const signatures: NoteSignature[] = []
  for (const line of note.slice(split + 2, -1).split('\n')) {
    const [, name, signed] = /^— ([^\s+]+) (\S+)$/.exec(line) ?? []
    const found = bytesOfBase64(signed ?? '')
    if (name === undefined || found === undefined || found.length <= keyIdLength) return undefined
    signatures.push({
      name,
      keyId: hex(found.subarray(0, keyIdLength)),
      signature: found.subarray(keyIdLength),
    })
  }
  return { text: note.slice(0, split + 1), signatures }
}

/** Reads a note; undefined where it is no checkpoint. Lines of a kind we do not know may follow the root. */
export function readCheckpoint(note: string): SignedCheckpoint | undefined {
  const read = readNote(note)
  const [origin, size, root] = read?.text.split('\n') ?? []
  const bytes = bytesOfBase64(root ?? '')
  if (!read || !origin || !/^(0|[1-9]\d*)$/.test(size ?? '') || bytes?.length !== hashLength)
    return undefined
  return { origin, size: Number(size), root: bytes, ...read }
}

/** A public key with its name in one line, as verifiers are given it (C2SP vkey). */
export function keyText(name: string, publicKey: Uint8Array): string {
  return `${name}+${keyIdOf(name, publicKey)}+${base64(Uint8Array.of(ed25519, ...publicKey))}`
}

/** Reads such a line; undefined where it is none, or its parts do not belong together. */
export function readKeyText(
  text: string,
): { readonly name: string; readonly publicKey: Uint8Array } | undefined {
  const [, name, keyId, key] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? []
  const bytes = bytesOfBase64(key ?? '')
  if (name === undefined || bytes?.length !== 1 + keyLength || bytes[0] !== ed25519)
    return undefined
  const publicKey = bytes.subarray(1)
  return keyIdOf(name, publicKey) === keyId ? { name, publicKey } : undefined
}

export function keyIdOf(name: string, publicKey: Uint8Array): string {
  return keyIdWith(ed25519, name, publicKey)
}

function keyIdWith(kind: number, name: string, publicKey: Uint8Array): string {
  const hash = sha256(name, Uint8Array.of(lineEnd, kind), publicKey)
  return hex(hash.subarray(0, keyIdLength))
}

/** The public key of a witness (getuige) in one line: another kind, for it signs with the time (C2SP cosignature/v1). */
export function witnessKeyText(name: string, publicKey: Uint8Array): string {
  const key = base64(Uint8Array.of(cosignature, ...publicKey))
  return `${name}+${witnessKeyIdOf(name, publicKey)}+${key}`
}

/** Reads such a line; undefined where it is none. */
export function readWitnessKey(
  text: string,
): { readonly name: string; readonly publicKey: Uint8Array } | undefined {
  const [, name, keyId, key] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? []
  const bytes = bytesOfBase64(key ?? '')
  if (name === undefined || bytes?.length !== 1 + keyLength || bytes[0] !== cosignature)
    return undefined
  const publicKey = bytes.subarray(1)
  return witnessKeyIdOf(name, publicKey) === keyId ? { name, publicKey } : undefined
}

export function witnessKeyIdOf(name: string, publicKey: Uint8Array): string {
  return keyIdWith(cosignature, name, publicKey)
}

/** What a witness signs: the text of a checkpoint, with when they saw it. */
export function cosignedText(text: string, seconds: number): string {
  return `cosignature/v1\ntime ${seconds}\n${text}`
}

/** A witness's signature as it stands in a note: when, and the signature itself. */
export function cosignatureIn(
  signature: Uint8Array,
): { readonly seconds: number; readonly signature: Uint8Array } | undefined {
  if (signature.length !== timeLength + signatureLength) return undefined
  const seconds = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0)
  if (seconds > BigInt(Number.MAX_SAFE_INTEGER)) return undefined
  return { seconds: Number(seconds), signature: signature.subarray(timeLength) }
}

/** The line of a witness under a note. */
export function cosignatureLine(
  name: string,
  publicKey: Uint8Array,
  { seconds, signature }: { readonly seconds: number; readonly signature: Uint8Array },
): string {
  const time = new Uint8Array(timeLength)
  new DataView(time.buffer).setBigUint64(0, BigInt(seconds))
  const keyId = Buffer.from(witnessKeyIdOf(name, publicKey), 'hex')
  return `— ${name} ${base64(Buffer.concat([keyId, time, signature]))}\n`
}

const hashLength = 32
const keyLength = 32
const keyIdLength = 4
const lineEnd = 0x0a
/** How signed notes number this kind of key. */
const ed25519 = 0x01
/** And the kind by which a witness signs. */
const cosignature = 0x04
const timeLength = 8
const signatureLength = 64

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

function bytesOfBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.length > 0 && bytes.toString('base64') === text ? Uint8Array.from(bytes) : undefined
}
