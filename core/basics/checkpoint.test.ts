import { describe, expect, test } from 'vitest'
import {
  checkpointText,
  keyIdOf,
  keyText,
  noteOf,
  readCheckpoint,
  readKeyText,
} from './checkpoint.ts'
import { sha256 } from './sha256.ts'

const root = Uint8Array.from(sha256('root'))
const checkpoint = { origin: 'verdeelsleutel.example/parkstad', size: 20_852_163, root }
const text = checkpointText(checkpoint)
const signature = {
  name: 'verdeelsleutel.example/parkstad',
  keyId: '0a1b2c3d',
  signature: Uint8Array.from(sha256('s')),
}

test('a checkpoint is the lines that C2SP lays down, and reads back', () => {
  expect(text).toBe(
    `verdeelsleutel.example/parkstad\n20852163\n${Buffer.from(root).toString('base64')}\n`,
  )
  const note = noteOf(text, [signature])
  expect(note.split('\n').slice(3)).toEqual([
    '',
    expect.stringMatching(/^— verdeelsleutel\.example\/parkstad \S+$/),
    '',
  ])
  expect(readCheckpoint(note)).toEqual({ ...checkpoint, text, signatures: [signature] })
})

test('a note of the specification of signed notes has the key that is published with it', () => {
  const line = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
  const read = readKeyText(line)
  expect(read?.name).toBe('PeterNeumann')
  expect(read && keyIdOf(read.name, read.publicKey)).toBe('c74f20a3')
  expect(read && keyText(read.name, read.publicKey)).toBe(line)
})

describe('what is no checkpoint is not read as one', () => {
  test.each([
    ['no empty line', text],
    ['no root', 'origin\n3\n\n— a AAAAAAA=\n'],
    ['a size that is no number', noteOf(text.replace('20852163', '0x3'), [signature])],
    ['a size with a zero before it', noteOf(text.replace('20852163', '020852163'), [signature])],
    ['a signature that is no base64', `${text}\n— name !!!!\n`],
    ['something else after it', `${noteOf(text, [signature])}more`],
  ])('%s', (_, note) => {
    expect(readCheckpoint(note)).toBeUndefined()
  })

  test.each(['', 'name', 'PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'])(
    'nor "%s" as a key',
    (line) => {
      expect(readKeyText(line)).toBeUndefined()
    },
  )
})
