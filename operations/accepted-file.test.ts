/** Which files are taken: by what is in them, whatever they are called and whatever rides along. */
import { describe, expect, test } from 'vitest'
import { cases, fc } from '../tests/properties.ts'
import { pdf, photo, picture } from '../tests/sent-files.ts'
import { acceptFile, fileBytesMax } from './accepted-file.ts'

const zip = Buffer.from('PK\x03\x04 a program \xff\xd9', 'latin1')
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
const htmlPage = '<!doctype html><script>alert(1)</script>'

describe('taken', () => {
  test.each([
    ['application/pdf', pdf()],
    ['application/pdf', pdf({ packed: false })],
    ['image/jpeg', photo()],
    ['image/png', picture()],
  ])('%s', (media, bytes) => {
    expect(acceptFile(bytes)).toMatchObject({ media, hasNumber: false })
  })

  test('a photo without where it was taken, what was said of it, and what hides behind it', () => {
    const taken = acceptFile(Buffer.concat([photo(), zip]))
    if (typeof taken === 'string') throw new Error(taken)
    const text = taken.bytes.toString('latin1')
    expect(text).not.toContain('GPS')
    expect(text).not.toContain('script')
    expect(text).not.toContain('PK\x03\x04')
    // Which way is up stays, and the picture itself.
    expect(text).toContain('Exif')
    expect(taken.bytes.subarray(-9)).toEqual(photo().subarray(-9))
    // What was cleaned once stays as it is.
    expect(acceptFile(taken.bytes)).toEqual(taken)
  })

  test('a picture without its texts, and without what hides behind it', () => {
    const taken = acceptFile(Buffer.concat([picture(), Buffer.from(htmlPage)]))
    if (typeof taken === 'string') throw new Error(taken)
    expect(taken.bytes.toString('latin1')).not.toMatch(/svg|script/)
    expect(taken.bytes.length).toBeLessThan(picture().length)
  })
})

describe('not taken', () => {
  const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * 0.7))
  const loud = (text: string) => Buffer.from(text)
  test.each<[string, string, Buffer]>([
    ['nothing', 'file-missing', Buffer.alloc(0)],
    ['a web page', 'file-kind', loud(htmlPage)],
    ['an SVG', 'file-kind', loud(svg)],
    ['an SVG with a declaration', 'file-kind', loud(`<?xml version="1.0"?>${svg}`)],
    ['a zip', 'file-kind', zip],
    ['a program', 'file-kind', loud('MZ\x90\0')],
    ['a script', 'file-kind', loud('#!/bin/sh\nrm -rf /\n')],
    ['a GIF', 'file-kind', loud('GIF89a')],
    ['null bytes', 'file-kind', Buffer.alloc(4096)],
    ['null bytes before a PDF', 'file-kind', Buffer.concat([Buffer.alloc(4), pdf()])],
    ['a web page before a PDF', 'file-kind', Buffer.concat([loud(htmlPage), pdf()])],
    ['a byte order mark before a web page', 'file-kind', loud(`\ufeff${htmlPage}`)],
    ['only the begin of a PDF', 'file-broken', loud('%PDF-1.7\n')],
    ['a web page that begins as a PDF', 'file-broken', loud(`%PDF-1.7\n${htmlPage}\n%%EOF`)],
    ['a zip behind a PDF', 'file-broken', Buffer.concat([pdf(), zip])],
    ['a web page behind a PDF', 'file-broken', Buffer.concat([pdf(), loud(htmlPage)])],
    ['half a PDF', 'file-broken', half(pdf())],
    ['half a photo', 'file-broken', half(photo())],
    ['half a picture', 'file-broken', half(picture())],
    ['only the begin of a photo', 'file-broken', Buffer.from([0xff, 0xd8, 0xff])],
    [
      'a web page that begins as a photo',
      'file-broken',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), loud(htmlPage)]),
    ],
    [
      'a picture larger than any screen',
      'file-broken',
      picture({ width: 2 ** 31, height: 2 ** 31 }),
    ],
    [
      'a photo larger than any camera makes',
      'file-broken',
      photo({ width: 65_535, height: 65_535 }),
    ],
    ['a photo of nothing', 'file-broken', photo({ width: 0 })],
    [
      'a PDF that runs a script',
      'file-active',
      pdf({ more: '/AA << /O << /S /JavaScript /JS (x) >> >>' }),
    ],
    [
      'the same with its name disguised',
      'file-active',
      pdf({ more: '/AA << /S /J#61vaScript >>' }),
    ],
    ['the same packed', 'file-active', pdf({ objects: '5 0 << /S /JavaScript /JS (x) >>' })],
    ['a PDF that starts a program', 'file-active', pdf({ more: '/OpenAction << /S /Launch >>' })],
    ['a PDF with a file in it', 'file-active', pdf({ more: '/Names << /EmbeddedFiles 9 0 R >>' })],
    ['a PDF with a password', 'file-locked', pdf({ more: '/Encrypt 9 0 R' })],
    ['a PDF that unpacks to far more', 'file-broken', pdf({ drawn: ' '.repeat(61 * 1024 * 1024) })],
    ['more than 10 MB', 'file-too-large', Buffer.concat([photo(), Buffer.alloc(fileBytesMax)])],
  ])('%s: %s', (_, fault, bytes) => {
    expect(acceptFile(bytes)).toBe(fault)
  })

  test('a script in a drawing is only a drawing', () => {
    const file = pdf({ drawn: 'BT (see /JavaScript or /Launch) Tj ET' })
    expect(acceptFile(file)).toMatchObject({ media: 'application/pdf' })
  })
})

describe('a citizen service number', () => {
  test.each([
    ['BT (111222333) Tj ET', true],
    ['BT (Uw nummer: 123456782.) Tj ET', true],
    ['BT (123456789) Tj ET', false],
    ['BT (000000000) Tj ET', false],
    ['BT (1112223330) Tj ET', false],
    ['111222333.5 0 Td', false],
  ])('in %s: %s', (drawn, hasNumber) => {
    expect(acceptFile(pdf({ drawn }))).toMatchObject({ hasNumber })
    expect(acceptFile(pdf({ drawn, packed: false }))).toMatchObject({ hasNumber })
  })
})

test('whatever bytes come, there is an answer, and what is taken is one of three kinds', () => {
  const heads = [pdf(), photo(), picture()]
  fc.assert(
    fc.property(
      fc.constantFrom(...heads),
      fc.uint8Array({ maxLength: 60 }),
      fc.nat(2_000),
      (head, noise, at) => {
        const bytes = Buffer.from(head)
        bytes.set(noise.subarray(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length))
        const taken = acceptFile(bytes)
        if (typeof taken === 'string') return /^file-/.test(taken)
        return ['application/pdf', 'image/jpeg', 'image/png'].includes(taken.media)
      },
    ),
    cases(2_000),
  )
})
