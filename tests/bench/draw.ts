/** The draw itself, from committed lots to keys, places and reasons to check. */
import { sha256 } from '../../core/basics/sha256.ts'
import { lotKeyUnder, orderOfKeys } from '../../core/ranking/draw-lots.ts'
import { type Measured, measure } from './measure.ts'

export function benchDraw(): Measured[] {
  const seed = sha256('bench')
  return [60_000, 1_000_000].map((size) => {
    const lots = Array.from({ length: size }, (_, index) => `LOT-${String(index).padStart(7, '0')}`)
    return measure('draw: keys and order', size, () => orderOfKeys(lots.map(lotKeyUnder(seed))))
  })
}
