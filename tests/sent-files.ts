/** Files as people and attackers send them, made here byte by byte: pictures, a PDF, and what pretends to be one. */
import { deflateSync } from 'node:zlib'

/** A JPEG with everything a phone adds: where it was taken, which way is up, a comment, a small picture. */
export function photo({
  width = 800,
  height = 600,
  exif = true,
}: {
  readonly width?: number
  readonly height?: number
  readonly exif?: boolean
} = {}): Buffer {
  const segment = (marker: number, body: Buffer) =>
    Buffer.concat([
      Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]),
      body,
    ])
  const jfif = Buffer.concat([Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1')])
  const tiff = Buffer.alloc(26)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(0x0112, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(6, 18)
  const frame = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, jfif),
    ...(exif
      ? [
          segment(
            0xe1,
            Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from('GPS 50.8,5.9')]),
          ),
          segment(0xfe, Buffer.from('<script>alert(1)</script>')),
        ]
      : []),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, frame),
    segment(0xc4, Buffer.alloc(20, 1)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]),
  ])
}

/** A PNG of one grey point, with a text beside it. */
export function picture({ width = 1, height = 1 } = {}): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(body.length)
    return Buffer.concat([length, Buffer.from(type), body, Buffer.alloc(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from('Comment\0<svg onload=alert(1)>')),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A PDF of one page. What is drawn is packed, as programs do, or not. */
export function pdf({
  drawn = 'BT (Inkomen 2025) Tj ET',
  more = '',
  packed = true,
  objects,
}: {
  readonly drawn?: string
  readonly more?: string
  readonly packed?: boolean
  /** Objects in a packed stream, where names are not in plain sight. */
  readonly objects?: string
} = {}): Buffer {
  const stream = (head: string, text: string, isPacked: boolean) => {
    const body = isPacked ? deflateSync(Buffer.from(text)) : Buffer.from(text)
    const filter = isPacked ? ' /Filter /FlateDecode' : ''
    return Buffer.concat([
      Buffer.from(`<< ${head}/Length ${body.length}${filter} >>\nstream\n`),
      ...[body, Buffer.from('\nendstream')],
    ])
  }
  const parts = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(`<< /Type /Page /Parent 2 0 R /Contents 4 0 R ${more} >>`),
    stream('', drawn, packed),
    ...(objects === undefined ? [] : [stream('/Type /ObjStm /N 1 /First 4 ', objects, true)]),
  ]
  let all = Buffer.from('%PDF-1.7\n')
  const offsets: number[] = []
  for (const [at, part] of parts.entries()) {
    offsets.push(all.length)
    all = Buffer.concat([all, Buffer.from(`${at + 1} 0 obj\n`), part, Buffer.from('\nendobj\n')])
  }
  const rows = offsets.map((each) => `${String(each).padStart(10, '0')} 00000 n \n`).join('')
  const count = parts.length + 1
  return Buffer.concat([
    all,
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${all.length}\n%%EOF\n`,
    ),
  ])
}
