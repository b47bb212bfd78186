/**
 * Merkle tree (hashboom) over a list of entries, as RFC 6962 part 2.1: whoever publishes the root is
 * bound to the whole list, and can show anyone that an entry is on it without showing the others.
 */
import { assert } from './assert.ts'
import { compareBytes } from './bytewise.ts'
import { sha256 } from './sha256.ts'

/** The hashes of every level, the leaves first and the root alone in the last. */
export type MerkleTree = {
  readonly levels: readonly (readonly Uint8Array[])[]
}

export function merkleTree(entries: readonly (Uint8Array | string)[]): MerkleTree {
  let level = entries.map(hashLeaf)
  const levels = [level]
  while (level.length > 1) {
    level = parentsOf(level)
    levels.push(level)
  }
  return { levels }
}

/** The root (wortel) of the tree; of an empty list it is the hash of nothing. */
export function merkleRoot({ levels }: MerkleTree): Uint8Array {
  return levels.at(-1)?.[0] ?? sha256()
}

/** The hashes that lead from one entry up to the root (bewijs van opname). */
export function inclusionProof({ levels }: MerkleTree, index: number): Uint8Array[] {
  assert(index >= 0 && index < sizeOf(levels), `entry ${index} is in the tree`)
  const proof: Uint8Array[] = []
  let at = index
  for (const level of levels) {
    const sibling = level[at % 2 === 0 ? at + 1 : at - 1]
    if (sibling !== undefined) proof.push(sibling)
    at = Math.floor(at / 2)
  }
  return proof
}

/** Whether the proof leads from the entry at this index of `count` entries to the published root. */
export function verifyInclusion(claim: {
  readonly root: Uint8Array
  readonly count: number
  readonly index: number
  readonly entry: Uint8Array | string
  readonly proof: readonly Uint8Array[]
}): boolean {
  const { root, count, index, proof } = claim
  if (!Number.isSafeInteger(index) || index < 0 || index >= count) return false
  let hash = hashLeaf(claim.entry)
  let used = 0
  for (let at = index, width = count; width > 1; at = Math.floor(at / 2)) {
    // The last of an odd number of hashes has no sibling and moves up as it is.
    if (at % 2 === 1 || at + 1 < width) {
      const sibling = proof[used]
      if (sibling === undefined) return false
      hash = at % 2 === 1 ? hashNode(sibling, hash) : hashNode(hash, sibling)
      used += 1
    }
    width = Math.ceil(width / 2)
  }
  return used === proof.length && compareBytes(hash, root) === 0
}

function parentsOf(level: readonly Uint8Array[]): Uint8Array[] {
  const parents: Uint8Array[] = []
  for (let at = 0; at < level.length; at += 2) {
    const left = level[at]
    const right = level[at + 1]
    assert(left !== undefined, 'a level has no holes')
    parents.push(right === undefined ? left : hashNode(left, right))
  }
  return parents
}

function sizeOf([leaves]: MerkleTree['levels']): number {
  return leaves?.length ?? 0
}

// Leaves and nodes have different first bytes, so that no node can be passed off as an entry.
const leafMark = Uint8Array.of(0)
const nodeMark = Uint8Array.of(1)

function hashLeaf(entry: Uint8Array | string): Uint8Array {
  return sha256(leafMark, entry)
}

function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(nodeMark, left, right)
}
