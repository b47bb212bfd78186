/**
 * That a log is signed with another key from now on (sleutelwissel): a note that names the old key and the new
 * one, signed by both. Its second line is no number, so that no signature under it stands under a checkpoint.
 */

import type { Note } from './checkpoint.ts'
import { keyText, readKeyText, readNote } from './checkpoint.ts'

/** A key by its name and bytes. */
export type NamedKey = { readonly name: string; readonly publicKey: Uint8Array }

export type KeyChange = { readonly from: NamedKey; readonly to: NamedKey }

const kindOfNote = 'verdeelsleutel key change v1'

/** The text that both keys sign. */
export function keyChangeText({ from, to }: KeyChange): string {
  const keys = [from, to].map(({ name, publicKey }) => `${keyText(name, publicKey)}\n`)
  return `${from.name}\n${kindOfNote}\n${keys.join('')}`
}

/** Reads such a note, without checking its signatures; undefined where it is none. */
export function readKeyChange(note: string): (KeyChange & Note) | undefined {
  const read = readNote(note)
  const [, , first = '', second = ''] = read?.text.split('\n') ?? []
  const from = readKeyText(first)
  const to = readKeyText(second)
  if (!read || !from || !to || from.name !== to.name) return undefined
  return keyChangeText({ from, to }) === read.text ? { from, to, ...read } : undefined
}
