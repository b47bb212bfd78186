import { describe, expect, test } from 'vitest'
import { fc } from '../../tests/properties.ts'
import {
  consistencyProof,
  emptyTree,
  grow,
  hashLeaf,
  inclusionProof,
  merkleRoot,
  merkleTree,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts'
import { seededRandom } from './seeded-random.ts'
import { bytesOfHex, hex, sha256 } from './sha256.ts'

/** The eight entries with which implementations of RFC 6962 are compared. */
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((text) => bytesOfHex(text) ?? new Uint8Array())

test.each([
  [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
])('the root over the first %i entries is the published one', (count, root) => {
  expect(hex(merkleRoot(merkleTree(entries.slice(0, count))))).toBe(root)
})

describe('for any list', () => {
  const list = fc.array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 40 })
  const listAndIndex = list.chain((items) =>
    fc.tuple(fc.constant(items), fc.nat({ max: items.length - 1 })),
  )

  test('the root is the one of the definition in RFC 6962', () => {
    fc.assert(
      fc.property(list, (items) => {
        expect(merkleRoot(merkleTree(items))).toEqual(definedRoot(items))
      }),
    )
  })

  test('the proof is the one of the definition, and it holds', () => {
    fc.assert(
      fc.property(listAndIndex, ([items, index]) => {
        const proof = inclusionProof(merkleTree(items), index)
        expect(proof).toEqual(definedPath(index, items))
        expect(verifyInclusion(claim(items, index))).toBe(true)
      }),
    )
  })

  test('a proof holds for no other entry, place, root or path', () => {
    fc.assert(
      fc.property(listAndIndex, ([items, index]) => {
        const right = claim(items, index)
        const { entry, root, proof, count } = right
        const other = Uint8Array.of(...entry, 0)
        const flipped = root.map((byte, at) => (at === 0 ? byte ^ 1 : byte))
        expect(verifyInclusion({ ...right, entry: other })).toBe(false)
        expect(verifyInclusion({ ...right, root: flipped })).toBe(false)
        expect(verifyInclusion({ ...right, index: count })).toBe(false)
        expect(verifyInclusion({ ...right, index: -1 })).toBe(false)
        expect(verifyInclusion({ ...right, proof: [...proof, root] })).toBe(false)
        if (proof.length > 0) {
          expect(verifyInclusion({ ...right, proof: proof.slice(1) })).toBe(false)
        }
      }),
    )
  })
})

describe('proofs that are published for the eight entries', () => {
  const first8 = [
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  ]

  test('of inclusion', () => {
    expect(inclusionProof(merkleTree(entries), 0).map(hex)).toEqual(first8)
  })

  test.each([
    [1, 8, first8],
    [
      ...([6, 8] as const),
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [
      ...([2, 5] as const),
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
    [4, 4, []],
    [0, 8, []],
  ])('of consistency from %i to %i', (first, second, proof) => {
    const tree = merkleTree(entries.slice(0, second))
    expect(consistencyProof(tree, first).map(hex)).toEqual(proof)
  })
})

describe('a thousand lists, against the definition', () => {
  const random = seededRandom(6962)
  const sizes = Array.from({ length: 1000 }, () => random.whole(1, 90))
  const listOf = (size: number) => Array.from({ length: size }, (_, at) => `${size} ${at}`)

  test('proofs of inclusion', () => {
    for (const size of sizes) {
      const items = listOf(size).map((text) => Buffer.from(text))
      const index = random.whole(0, size - 1)
      const { proof, ...rest } = claim(items, index)
      expect(proof).toEqual(definedPath(index, items))
      expect(verifyInclusion({ ...rest, proof })).toBe(true)
    }
  })

  test('proofs of consistency', () => {
    for (const second of sizes) {
      const items = listOf(second).map((text) => Buffer.from(text))
      const first = random.whole(1, second)
      const tree = merkleTree(items)
      const proof = consistencyProof(tree, first)
      const firstRoot = definedRoot(items.slice(0, first))
      const right = { first, second, firstRoot, secondRoot: definedRoot(items), proof }
      expect(proof).toEqual(first === second ? [] : definedSubproof(first, items, true))
      expect(verifyConsistency(right)).toBe(true)
      const other = definedRoot([...items.slice(0, first - 1), Buffer.from('other')])
      expect(verifyConsistency({ ...right, firstRoot: other })).toBe(false)
      expect(verifyConsistency({ ...right, secondRoot: other })).toBe(false)
      expect(verifyConsistency({ ...right, proof: [...proof, other] })).toBe(false)
      if (proof.length > 0) {
        expect(verifyConsistency({ ...right, proof: proof.slice(0, -1) })).toBe(false)
        expect(verifyConsistency({ ...right, proof: proof.with(0, other) })).toBe(false)
      }
    }
  })

  test('a tree that grows leaf by leaf has the root of the whole list at every size', () => {
    let growing = emptyTree
    const items = listOf(300)
    for (const [at, item] of items.entries()) {
      expect(hex(rootOf(growing))).toBe(hex(merkleRoot(merkleTree(items.slice(0, at)))))
      growing = grow(growing, hashLeaf(item))
    }
    expect(growing.size).toBe(300)
  })

  test.each([
    [-1, 4],
    [5, 4],
    [1.5, 4],
  ])('no list of %i grew into one of %i', (first, second) => {
    const root = definedRoot([])
    const claimed = { first, second, firstRoot: root, secondRoot: root, proof: [] }
    expect(verifyConsistency(claimed)).toBe(false)
  })
})

test.each([-1, 3])('there is no proof for entry %i of three', (index) => {
  const tree = merkleTree(['a', 'b', 'c'])
  expect(() => inclusionProof(tree, index)).toThrow('is in the tree')
})

test('a node of the tree does not pass for an entry', () => {
  const tree = merkleTree(['a', 'b', 'c', 'd'])
  const [left, right] = tree.levels[1] ?? []
  const node = Uint8Array.of(...(tree.levels[0]?.[0] ?? []), ...(tree.levels[0]?.[1] ?? []))
  expect(left).toEqual(sha256(Uint8Array.of(1), node))
  const proof = right === undefined ? [] : [right]
  expect(verifyInclusion({ root: merkleRoot(tree), count: 2, index: 0, entry: node, proof })).toBe(
    false,
  )
})

function claim(items: Uint8Array[], index: number) {
  const tree = merkleTree(items)
  const entry = items[index] ?? new Uint8Array()
  const proof = inclusionProof(tree, index)
  return { root: merkleRoot(tree), count: items.length, index, entry, proof }
}

// RFC 6962 part 2.1 and 2.1.1 to the letter: MTH and PATH, splitting at the largest power of two.
function definedRoot(items: readonly Uint8Array[]): Uint8Array {
  const [first] = items
  if (first === undefined) return sha256('')
  if (items.length === 1) return sha256(Uint8Array.of(0), first)
  const k = largestPowerBelow(items.length)
  return sha256(Uint8Array.of(1), definedRoot(items.slice(0, k)), definedRoot(items.slice(k)))
}

function definedPath(m: number, items: readonly Uint8Array[]): Uint8Array[] {
  if (items.length === 1) return []
  const k = largestPowerBelow(items.length)
  const [left, right] = [items.slice(0, k), items.slice(k)]
  return m < k
    ? [...definedPath(m, left), definedRoot(right)]
    : [...definedPath(m - k, right), definedRoot(left)]
}

function definedSubproof(m: number, items: readonly Uint8Array[], whole: boolean): Uint8Array[] {
  if (m === items.length) return whole ? [] : [definedRoot(items)]
  const k = largestPowerBelow(items.length)
  const [left, right] = [items.slice(0, k), items.slice(k)]
  return m <= k
    ? [...definedSubproof(m, left, whole), definedRoot(right)]
    : [...definedSubproof(m - k, right, false), definedRoot(left)]
}

function largestPowerBelow(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}
