/**
 * Which files are taken (bestanden van papieren): PDF, JPEG and PNG, known by what is in them and never by what
 * they are called. Pictures are written anew from the parts that make the picture, so that nothing rides along:
 * no place where a photo was taken, and no other file in the same bytes. A PDF is only looked through.
 */
import { inflateSync } from 'node:zlib'

export const fileBytesMax = 10 * 1024 * 1024

const fileMedia = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type FileMedia = (typeof fileMedia)[number]

export type AcceptedFile = {
  readonly media: FileMedia
  readonly bytes: Buffer
  /** Something in it looks like a citizen service number (BSN). */
  readonly hasNumber: boolean
}

/** Why a file is not taken. */
export type FileFault =
  | 'file-missing'
  | 'file-too-large'
  | 'file-kind'
  | 'file-broken'
  | 'file-active'
  | 'file-locked'

/** What is kept of a file that was sent; else why it is not taken. */
export function acceptFile(sent: Uint8Array): AcceptedFile | FileFault {
  const bytes = Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength)
  if (bytes.length === 0) return 'file-missing'
  if (bytes.length > fileBytesMax) return 'file-too-large'
  const found = kinds.find(({ begins }) => bytes.subarray(0, begins.length).equals(begins))
  if (!found) return 'file-kind'
  const read = found.read(bytes)
  if (typeof read === 'string') return read
  return read.bytes.length > fileBytesMax ? 'file-too-large' : { media: found.media, ...read }
}

type Read = Pick<AcceptedFile, 'bytes' | 'hasNumber'>

const kinds: readonly {
  readonly media: FileMedia
  readonly begins: Buffer
  readonly read: (bytes: Buffer) => Read | FileFault
}[] = [
  { media: 'application/pdf', begins: Buffer.from('%PDF-'), read: readPdf },
  { media: 'image/jpeg', begins: Buffer.from([0xff, 0xd8, 0xff]), read: readJpeg },
  {
    media: 'image/png',
    begins: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    read: readPng,
  },
]

/** More than any scanner makes; a picture that says it is larger is made to exhaust whoever opens it. */
const pixelsMax = 150_000_000

// --- PNG: signature, then chunks of length, type, data and checksum.

/** Chunks that make the picture; the others can hold anything, such as text or where it was taken. */
const pngKept = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'pHYs']

function readPng(bytes: Buffer): Read | FileFault {
  const kept: Buffer[] = [bytes.subarray(0, 8)]
  const types: string[] = []
  let at = 8
  while (types.at(-1) !== 'IEND') {
    if (at + 12 > bytes.length) return 'file-broken'
    const end = at + 12 + bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(type)) return 'file-broken'
    if (types.length === 0 && type !== 'IHDR') return 'file-broken'
    types.push(type)
    if (pngKept.includes(type)) kept.push(bytes.subarray(at, end))
    at = end
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const isPicture = width > 0 && height > 0 && width * height <= pixelsMax
  if (!isPicture || !types.includes('IDAT')) return 'file-broken'
  return { bytes: Buffer.concat(kept), hasNumber: false }
}

// --- JPEG: markers, of which most are followed by a length; after a start of scan comes the picture itself.

const startOfScan = 0xda
const endOfImage = 0xd9
const exif = Buffer.from('Exif\0\0')

function readJpeg(bytes: Buffer): Read | FileFault {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let hasFrame = false
  let hasScan = false
  let at = 2
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1
    const marker = bytes[at + 1]
    if (bytes[at] !== 0xff || marker === undefined || marker < 0xc0) return 'file-broken'
    if (marker === endOfImage) break
    if (at + 4 > bytes.length) return 'file-broken'
    const length = bytes.readUInt16BE(at + 2)
    const body = bytes.subarray(at + 4, at + 2 + length)
    if (length < 2 || at + 2 + length > bytes.length) return 'file-broken'
    if (isFrame(marker)) {
      if (body.length < 6) return 'file-broken'
      const [height, width] = [body.readUInt16BE(1), body.readUInt16BE(3)]
      if (height * width === 0 || height * width > pixelsMax) return 'file-broken'
      hasFrame = true
    }
    const end = marker === startOfScan ? endOfScan(bytes, at + 2 + length) : at + 2 + length
    if (marker === startOfScan) hasScan = true
    if (end > bytes.length) return 'file-broken'
    kept.push(...keptOf(marker, body, bytes.subarray(at, end)))
    at = end
  }
  if (!hasFrame || !hasScan) return 'file-broken'
  return { bytes: Buffer.concat([...kept, Buffer.from([0xff, endOfImage])]), hasNumber: false }
}

function isFrame(marker: number): boolean {
  // C4, C8 and CC are tables and an extension, not frames.
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

// Of what programs add only which way is up, and how colours are meant.
function keptOf(marker: number, body: Buffer, segment: Buffer): Buffer[] {
  const isComment = marker === 0xfe
  const isAdded = marker >= 0xe0 && marker <= 0xef
  if (marker === 0xe1) {
    const way = body.subarray(0, 6).equals(exif) ? orientationIn(body.subarray(6)) : undefined
    return way === undefined ? [] : [orientationSegment(way)]
  }
  if (marker === 0xe0 && body.subarray(0, 5).equals(Buffer.from('JFIF\0'))) {
    // Without the small picture that may follow.
    const plain = Buffer.concat([body.subarray(0, 12), Buffer.from([0, 0])])
    return body.length < 12 ? [] : [Buffer.from([0xff, 0xe0, 0, plain.length + 2]), plain]
  }
  const isAdobe = marker === 0xee && body.length === 12
  return isComment || (isAdded && !isAdobe) ? [] : [segment]
}

function endOfScan(bytes: Buffer, from: number): number {
  let at = from
  for (;;) {
    at = bytes.indexOf(0xff, at)
    if (at < 0 || at + 1 >= bytes.length) return bytes.length + 1
    const next = bytes[at + 1] ?? 0
    // A stuffed byte, or a marker to begin anew: still the picture.
    const isStill = next === 0 || (next >= 0xd0 && next <= 0xd7)
    if (!isStill && next !== 0xff) return at
    at += next === 0xff ? 1 : 2
  }
}

/** The Exif tag that says which way is up. */
const orientationTag = 0x0112

function orientationIn(tiff: Buffer): number | undefined {
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  if (tiff.length < 14) return undefined
  const directory = long(4)
  if (directory + 2 > tiff.length) return undefined
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + entry * 12
    if (at + 12 > tiff.length) return undefined
    if (short(at) !== orientationTag) continue
    const way = short(at + 8)
    return way >= 1 && way <= 8 ? way : undefined
  }
  return undefined
}

function orientationSegment(way: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(orientationTag, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(way, 18)
  return Buffer.concat([
    Buffer.from([0xff, 0xe1, 0, 2 + exif.length + tiff.length]),
    ...[exif, tiff],
  ])
}

// --- PDF: objects, a table that says where they are, and an end.

/** Names of things that do something when a file is opened, or that carry other files. */
const activeNames =
  /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToR|GoToE)\b/

/** So much may come out of what is packed in a file; more is made to exhaust whoever opens it. */
const unpackedMax = 60 * 1024 * 1024
const streamsMax = 20_000

function readPdf(bytes: Buffer): Read | FileFault {
  const text = bytes.toString('latin1')
  const end = text.lastIndexOf('%%EOF')
  const table = /startxref\s+(\d+)\s+%%EOF\s*\0*\s*$/.exec(text.slice(-2048))
  if (end < 0 || !table) return 'file-broken'
  const begin = text.slice(Number(table[1]), Number(table[1]) + 40)
  if (!/^\s*(xref\b|\d+\s+\d+\s+obj\b)/.test(begin)) return 'file-broken'
  const unpacked = unpackStreams(bytes, text)
  if (unpacked === undefined) return 'file-broken'
  // What is drawn can hold anything by chance; names count outside of it, and in packed objects.
  const outside = text.replace(/\bstream\r?\n[\s\S]*?endstream/g, '')
  const named = [outside, ...unpacked.objects].map(plainNames)
  if (named.some((each) => /\/Encrypt\b/.test(each))) return 'file-locked'
  if (named.some((each) => activeNames.test(each))) return 'file-active'
  const hasNumber = unpacked.drawn.some(looksLikeNumber)
  return { bytes, hasNumber }
}

/** `/J#61vaScript` is the same name as `/JavaScript`. */
function plainNames(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, code) => String.fromCharCode(Number(`0x${code}`)))
}

type Unpacked = { readonly objects: readonly string[]; readonly drawn: readonly string[] }

// Undefined where more is packed than is let out, or too often.
function unpackStreams(bytes: Buffer, text: string): Unpacked | undefined {
  const objects: string[] = []
  const drawn: string[] = []
  let room = unpackedMax
  let count = 0
  for (const begin of text.matchAll(/\bstream\r?\n/g)) {
    count += 1
    if (count > streamsMax) return undefined
    const from = begin.index + begin[0].length
    const head = text.slice(Math.max(0, begin.index - 512), begin.index)
    const own = head.slice(head.lastIndexOf(' obj') + 1)
    if (/\/Subtype\s*\/Image\b/.test(own)) continue
    const to = text.indexOf('endstream', from)
    if (!/\/Filter\b|\/F\b/.test(own)) drawn.push(text.slice(from, to < 0 ? undefined : to))
    if (!/\/FlateDecode\b|\/Fl\b/.test(own)) continue
    const out = inflated(bytes.subarray(from, to < 0 ? bytes.length : to), room)
    if (out === 'too-much') return undefined
    if (out === undefined) continue
    room -= out.length
    const told = out.toString('latin1')
    if (/\/ObjStm\b/.test(own)) objects.push(told)
    else drawn.push(told)
  }
  return { objects, drawn }
}

function inflated(packed: Buffer, room: number): Buffer | 'too-much' | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, room) })
  } catch (fault) {
    const isLarge =
      fault instanceof Error && 'code' in fault && fault.code === 'ERR_BUFFER_TOO_LARGE'
    return isLarge ? 'too-much' : undefined
  }
}

const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]

// Nine digits that pass the test of eleven. Source: the check digit of the BSN (elfproef).
function looksLikeNumber(text: string): boolean {
  for (const [, digits = ''] of text.matchAll(/(?<!\d|\d\.)(\d{9})(?!\d|\.\d)/g)) {
    const sum = weights.reduce((all, weight, at) => all + weight * Number(digits[at]), 0)
    if (sum % 11 === 0 && /[1-9]/.test(digits)) return true
  }
  return false
}
