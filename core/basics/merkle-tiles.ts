/**
 * A Merkle tree kept in tiles (tegels): 256 hashes of a level together, every eighth level, as C2SP tlog-tiles
 * lays them out. A proof in a list of millions needs a handful of tiles, and a full tile never changes.
 */
import { assert } from './assert.ts'
import { hashNode, type NodeAt } from './merkle.ts'

export const tileWidth = 256
/** Levels of the tree from one level of tiles to the next. */
const tileHeight = 8
const hashLength = 32

/** Which tile: its level counts tiles, so that level 1 holds the hashes over 256 leaves each. */
export type TileAt = { readonly level: number; readonly index: number }

/** A tile with the hashes it has so far, one behind the other. */
export type Tile = TileAt & { readonly hashes: Uint8Array }

/** The tile in which a node of the tree stands, or from which it follows. */
export function tileWith({ level, index }: NodeAt): TileAt {
  const inTile = level % tileHeight
  return {
    level: (level - inTile) / tileHeight,
    index: Math.floor((index * 2 ** inTile) / tileWidth),
  }
}

/** The hash of a node, from the tile it follows from. */
export function nodeInTile({ level, index }: NodeAt, { hashes }: Tile): Uint8Array {
  const width = 2 ** (level % tileHeight)
  const from = (index * width) % tileWidth
  assert(hashes.length >= (from + width) * hashLength, 'the tile holds the whole node')
  return joined(hashes, from, width)
}

function joined(hashes: Uint8Array, from: number, width: number): Uint8Array {
  if (width === 1) return hashes.slice(from * hashLength, (from + 1) * hashLength)
  const half = width / 2
  return hashNode(joined(hashes, from, half), joined(hashes, from + half, half))
}

/** The tiles at the end of a list of this size that are not full: what the next leaf adds to. */
export function openTiles(size: number): (TileAt & { readonly width: number })[] {
  const open: (TileAt & { readonly width: number })[] = []
  for (let level = 0, count = size; count > 0; level += 1) {
    const width = count % tileWidth
    count = Math.floor(count / tileWidth)
    if (width > 0) open.push({ level, index: count, width })
  }
  return open
}

/**
 * Adds leaves to a list of this size, of which the open tiles are given; gives every tile that changed or is
 * new, as it is now.
 */
export function growTiles(
  size: number,
  open: readonly Tile[],
  leaves: readonly Uint8Array[],
): Tile[] {
  const changed: Tile[] = []
  let added = leaves
  for (let level = 0, count = size; added.length > 0; level += 1) {
    const width = count % tileWidth
    let index = Math.floor(count / tileWidth)
    const begun = open.find((each) => each.level === level && each.index === index)
    const begunLength = begun?.hashes.length ?? 0
    assert(begunLength === width * hashLength, `the open tile of level ${level} holds ${width}`)
    const row = begun ? [begun.hashes, ...added] : [...added]
    const bytes = Buffer.concat(row)
    const full: Uint8Array[] = []
    for (let at = 0; at < bytes.length; at += tileWidth * hashLength, index += 1) {
      const hashes = bytes.subarray(at, at + tileWidth * hashLength)
      changed.push({ level, index, hashes })
      if (hashes.length === tileWidth * hashLength) full.push(joined(hashes, 0, tileWidth))
    }
    count = Math.floor(count / tileWidth)
    added = full
  }
  return changed
}
