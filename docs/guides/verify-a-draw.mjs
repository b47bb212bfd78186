// Does a published draw (wrv-loting-v1) again: node verify-a-draw.mjs draw.json [your lot]
import { createHash, createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'

const [, , file, mine] = process.argv
const { commitment, evidence, value, seed, lots } = JSON.parse(readFileSync(file, 'utf8'))
const { lottery, committedAt, lotCount, lotsRoot, classes, chain, sources } = commitment
const [{ round }, said] = [sources[0], evidence[0]]
if (said?.round !== round) throw new Error('not the named round: see Fallbacks in the guide')
const hex = (text) => Buffer.from(text, 'hex')
const u64 = (number) => hex(number.toString(16).padStart(16, '0'))
const sha = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest()
const root = (list, k = 2 ** Math.ceil(Math.log2(list.length) - 1)) =>
  list[1] ? sha(hex('01'), root(list.slice(0, k)), root(list.slice(k))) : sha(hex('00'), list[0])
const names = lots.map(({ lot }) => Buffer.from(lot))
const pairs = Buffer.from(JSON.stringify(lots.map((entry) => [entry.lot, entry.class])))
const id = Buffer.from(lottery)
const head = [Buffer.from('wrv-loting-v1\0'), u64(id.length), id, u64(lots.length), hex(lotsRoot)]
const keyOf = (lot) => createHmac('sha256', hex(seed)).update(lot).digest('hex')
const order = classes.flatMap((served) =>
  lots.filter((entry) => entry.class === served).sort((a, b) => (a.key < b.key ? -1 : 1)),
)
const library = await import('@noble/curves/bls12-381.js').catch(() => undefined)
const bls = library?.bls12_381.shortSignatures
const point = bls?.hash(sha(u64(round)), 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_')
const checks = {
  'list in order, no lot twice': names.every((lot, i) => !i || names[i - 1].compare(lot) < 0),
  'lots as committed': lots.length === lotCount && root(names).equals(hex(lotsRoot)),
  'classes as committed': sha(pairs).equals(hex(commitment.listHash)),
  'an hour ahead': committedAt + 3600 <= chain.genesis + (round - 1) * chain.periodSeconds,
  'chain as committed': said.publicKey === chain.publicKey,
  signature: bls?.verify(hex(said.signature), point, hex(chain.publicKey)) ?? 'needs @noble/curves',
  value: sha(hex(said.signature)).equals(hex(value)),
  seed: sha(...head, hex(value)).equals(hex(seed)),
  keys: lots.every(({ lot, key }) => key === keyOf(lot)),
  places: order.length === lotCount && order.every(({ place }, i) => place === i + 1),
}
console.log(checks, chain.practice ? 'oefenloting' : chain.publicKey)
if (mine) console.log(mine, lots.find(({ lot }) => lot === mine) ?? 'took no part')
process.exitCode = Object.values(checks).includes(false) ? 1 : 0
