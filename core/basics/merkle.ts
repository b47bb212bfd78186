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
export function inclusionProof(tree: MerkleTree, index: number): Uint8Array[] {
  return hashesOf(tree, inclusionRanges(index, sizeOf(tree.levels)))
}

/** The hashes that show that a list only grew since it held `first` entries (bewijs van aangroei). */
export function consistencyProof(tree: MerkleTree, first: number): Uint8Array[] {
  return hashesOf(tree, consistencyRanges(first, sizeOf(tree.levels)))
}

function hashesOf({ levels }: MerkleTree, ranges: readonly Range[]): Uint8Array[] {
  return ranges.map((range) =>
    joinNodes(
      nodesIn(range).map(({ level, index }) => {
        const hash = levels[level]?.[index]
        assert(hash !== undefined, `the tree has node ${index} of level ${level}`)
        return hash
      }),
    ),
  )
}

/** Entries of a list, from one up to, and not with, another. */
export type Range = { readonly from: number; readonly to: number }

/** A whole subtree over 2^level entries: the `index`-th of its level, from 0. */
export type NodeAt = { readonly level: number; readonly index: number }

/** The parts of a list whose hashes prove that an entry is on it, in the order of the proof (RFC 9162, 2.1.3). */
export function inclusionRanges(index: number, count: number): Range[] {
  assert(index >= 0 && index < count, `entry ${index} is in the tree`)
  const ranges: Range[] = []
  for (let from = 0, to = count; to - from > 1; ) {
    const middle = from + largestPowerBelow(to - from)
    if (index < middle) {
      ranges.push({ from: middle, to })
      to = middle
    } else {
      ranges.push({ from, to: middle })
      from = middle
    }
  }
  return ranges.reverse()
}

/** The parts whose hashes prove that a list is the beginning of a longer one (RFC 9162, 2.1.4). */
export function consistencyRanges(first: number, second: number): Range[] {
  assert(first >= 0 && first <= second, `a list of ${second} can have begun with ${first}`)
  // Every list begins with nothing, and with itself.
  if (first === 0 || first === second) return []
  const ranges: Range[] = []
  let from = 0
  let to = second
  while (first < to) {
    const middle = from + largestPowerBelow(to - from)
    if (first <= middle) {
      ranges.push({ from: middle, to })
      to = middle
    } else {
      ranges.push({ from, to: middle })
      from = middle
    }
  }
  // What is left is a root that who checks knows already, unless it lies further on.
  if (from > 0) ranges.push({ from, to })
  return ranges.reverse()
}

/** The whole subtrees a part of the list is made of, from left to right and from large to small. */
export function nodesIn({ from, to }: Range): NodeAt[] {
  const nodes: NodeAt[] = []
  for (let at = from; at < to; ) {
    let level = 0
    let width = 1
    while (at % (width * 2) === 0 && at + width * 2 <= to) {
      level += 1
      width *= 2
    }
    nodes.push({ level, index: at / width })
    at += width
  }
  return nodes
}

/** The hash over whole subtrees that follow each other. */
export function joinNodes(hashes: readonly Uint8Array[]): Uint8Array {
  const [last, ...before] = hashes.toReversed()
  if (last === undefined) return sha256()
  return before.reduce((joined, hash) => hashNode(hash, joined), last)
}

/** A tree that grows (groeiende boom): how long the list is, and its whole subtrees, large to small. */
export type Growing = { readonly size: number; readonly nodes: readonly Uint8Array[] }

export const emptyTree: Growing = { size: 0, nodes: [] }

/** The tree with one leaf more, given by its hash. */
export function grow({ size, nodes }: Growing, leaf: Uint8Array): Growing {
  const grown = [...nodes]
  let hash = leaf
  for (let left = size; left % 2 === 1; left = (left - 1) / 2) {
    const before = grown.pop()
    assert(before !== undefined, 'a tree of an odd size has a node to join')
    hash = hashNode(before, hash)
  }
  return { size: size + 1, nodes: [...grown, hash] }
}

export function rootOf({ nodes }: Growing): Uint8Array {
  return joinNodes(nodes)
}

function largestPowerBelow(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
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

/** Whether a list with the second root begins with the list of the first (RFC 9162, 2.1.4.2). */
export function verifyConsistency(claim: {
  readonly first: number
  readonly second: number
  readonly firstRoot: Uint8Array
  readonly secondRoot: Uint8Array
  readonly proof: readonly Uint8Array[]
}): boolean {
  const { first, second, firstRoot, secondRoot, proof } = claim
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(second)) return false
  if (first < 0 || first > second) return false
  if (first === 0) return proof.length === 0 && compareBytes(firstRoot, sha256()) === 0
  if (first === second) return proof.length === 0 && compareBytes(firstRoot, secondRoot) === 0
  let old = first - 1
  let last = second - 1
  while (old % 2 === 1) {
    old = half(old)
    last = half(last)
  }
  // Where the old list is one whole subtree, its root is where both ways begin.
  const [start, ...steps] = old === 0 ? [firstRoot, ...proof] : proof
  if (start === undefined) return false
  let oldRoot = start
  let newRoot = start
  for (const step of steps) {
    if (last === 0) return false
    if (old % 2 === 1 || old === last) {
      oldRoot = hashNode(step, oldRoot)
      newRoot = hashNode(step, newRoot)
      while (old % 2 === 0 && old !== 0) {
        old = half(old)
        last = half(last)
      }
    } else {
      newRoot = hashNode(newRoot, step)
    }
    old = half(old)
    last = half(last)
  }
  return (
    last === 0 && compareBytes(oldRoot, firstRoot) === 0 && compareBytes(newRoot, secondRoot) === 0
  )
}

// No shift by bits: these hold 32 of them, and a log may be longer.
function half(count: number): number {
  return Math.floor(count / 2)
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

/** The hash of an entry as a leaf (blad). */
export function hashLeaf(entry: Uint8Array | string): Uint8Array {
  return sha256(leafMark, entry)
}

/** The hash of two nodes together (knoop). */
export function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(nodeMark, left, right)
}
