/**
 * How often somebody may ask something (verzoeklimiet): a bucket that fills by the second and from which every
 * request takes one. Who is logged in has buckets of their own, so that people who share an address, as in a
 * library, never stand in each other's way. Kept in memory, of each process by itself.
 */

/** What is asked: at once at most so many, and so many a second in the long run. */
export const buckets = {
  /** Pages and answers, of somebody who is known. */
  read: { most: 300, perSecond: 5 },
  /** The same for whoever is not known, by address: a whole library may be behind one. */
  visit: { most: 1200, perSecond: 20 },
  /** What somebody sends: more than any hand can do at the minute a listing closes. */
  send: { most: 60, perSecond: 1 },
  /** What is sent by whoever is not known, by address. */
  'visitor-send': { most: 120, perSecond: 2 },
  /** Going to log in, by address: ten people at once at one address are no attack. */
  'log-in': { most: 120, perSecond: 1 },
  /** Deciding a whole list again, which costs the most of all that anybody may ask. */
  verify: { most: 30, perSecond: 0.5 },
} as const satisfies Readonly<Record<string, { readonly most: number; readonly perSecond: number }>>
export type Bucket = keyof typeof buckets

export type Taken = {
  readonly allowed: boolean
  readonly bucket: Bucket
  readonly most: number
  /** What is left. */
  readonly left: number
  /** Seconds until there is one again, or, when there is, until all are. */
  readonly seconds: number
}

/** Takes one from the bucket of somebody; who is a human, or an address. */
export type TakeOne = (bucket: Bucket, who: string, at: Date) => Taken

const keptMost = 50_000

/** Buckets in memory: nothing is written down of who asked what. */
export function rateLimits(keptAtMost = keptMost): TakeOne {
  const filled = new Map<string, { readonly left: number; readonly at: number }>()
  return (bucket, who, at) => {
    const { most, perSecond } = buckets[bucket]
    const key = `${bucket} ${who}`
    const now = at.getTime() / 1_000
    const before = filled.get(key) ?? { left: most, at: now }
    // A clock that is set back fills nothing and takes nothing.
    const passed = Math.max(0, now - before.at)
    const left = Math.min(most, before.left + passed * perSecond)
    const allowed = left >= 1
    const after = allowed ? left - 1 : left
    filled.delete(key)
    if (filled.size >= keptAtMost) {
      // Whoever asked longest ago comes first, and has the fullest bucket.
      const [oldest] = filled.keys()
      if (oldest !== undefined) filled.delete(oldest)
    }
    filled.set(key, { left: after, at: now })
    const missing = allowed ? most - after : 1 - after
    return {
      ...{ allowed, bucket, most, left: Math.floor(after) },
      seconds: Math.ceil(missing / perSecond),
    }
  }
}
