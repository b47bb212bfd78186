import { describe, expect, test } from 'vitest'
import {
  consistencyProof,
  consistencyRanges,
  hashLeaf,
  inclusionProof,
  inclusionRanges,
  joinNodes,
  merkleRoot,
  merkleTree,
  type NodeAt,
  nodesIn,
  type Range,
} from './merkle.ts'
import { growTiles, nodeInTile, openTiles, type Tile, tileWidth, tileWith } from './merkle-tiles.ts'
import { seededRandom } from './seeded-random.ts'

/** Tiles kept as a store would, with only the open ones read when leaves are added. */
function tilesOf(batches: readonly (readonly Uint8Array[])[]): Map<string, Tile> {
  const kept = new Map<string, Tile>()
  let size = 0
  for (const leaves of batches) {
    const open = openTiles(size).flatMap(({ level, index }) => {
      const tile = kept.get(`${level}/${index}`)
      return tile ? [tile] : []
    })
    for (const tile of growTiles(size, open, leaves)) kept.set(`${tile.level}/${tile.index}`, tile)
    size += leaves.length
  }
  return kept
}

const items = Array.from({ length: 65_800 }, (_, at) => `entry ${at}`)
const leaves = items.map(hashLeaf)
const random = seededRandom(256)

function batchesOf(count: number, largest: number): Uint8Array[][] {
  const batches: Uint8Array[][] = []
  for (let from = 0; from < count; ) {
    const to = Math.min(count, from + random.whole(1, largest))
    batches.push(leaves.slice(from, to))
    from = to
  }
  return batches
}

function hashes(tiles: Map<string, Tile>, ranges: readonly Range[]): Uint8Array[] {
  const node = (at: NodeAt) => {
    const { level, index } = tileWith(at)
    const tile = tiles.get(`${level}/${index}`)
    if (!tile) throw new Error(`no tile ${level}/${index}`)
    return nodeInTile(at, tile)
  }
  return ranges.map((range) => joinNodes(nodesIn(range).map(node)))
}

test.each([1, 255, 256, 257, 513, 1500])(
  'however it grew, a list of %i has the same tiles',
  (size) => {
    const atOnce = tilesOf([leaves.slice(0, size)])
    expect(tilesOf(batchesOf(size, 300))).toEqual(atOnce)
    expect([...atOnce.values()].every((tile) => tile.hashes.length <= tileWidth * 32)).toBe(true)
  },
)

describe('proofs from tiles are those of the whole tree', () => {
  test.each([1, 3, 256, 257, 2000, 65_800])('for %i entries', (size) => {
    const tree = merkleTree(items.slice(0, size))
    const tiles = tilesOf(batchesOf(size, 20_000))
    expect(hashes(tiles, [{ from: 0, to: size }])).toEqual([merkleRoot(tree)])
    for (let round = 0; round < 10; round += 1) {
      const index = random.whole(0, size - 1)
      expect(hashes(tiles, inclusionRanges(index, size))).toEqual(inclusionProof(tree, index))
      const first = random.whole(0, size)
      expect(hashes(tiles, consistencyRanges(first, size))).toEqual(consistencyProof(tree, first))
    }
  })
})

test('a proof in a list of a thousand million entries needs few tiles', () => {
  const nodes = inclusionRanges(123_456_789, 1_000_000_007).flatMap(nodesIn)
  const tiles = new Set(nodes.map(tileWith).map(({ level, index }) => `${level}/${index}`))
  expect(tiles.size).toBeLessThanOrEqual(8)
})
