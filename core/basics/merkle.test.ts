import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inclusionProof, merkleRoot, merkleTree, verifyInclusion } from './merkle.ts'
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

function largestPowerBelow(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}
