import type { Json } from './canonical-json.ts'

/** Where two documents differ first: the path to it, and what stands there in each. */
export type Difference = {
  /** As one would write it: `placed[3][1]`. */
  readonly path: string
  readonly before: Json | undefined
  readonly after: Json | undefined
}

/** The first value in which two documents differ; undefined where they say the same. */
export function firstDifference(
  then: Json | undefined,
  now: Json | undefined,
  path = '',
): Difference | undefined {
  if (isBranch(then) && isBranch(now) && Array.isArray(then) === Array.isArray(now)) {
    const keys = new Set([...Object.keys(then), ...Object.keys(now)])
    for (const key of keys) {
      const step = Array.isArray(then) ? `[${key}]` : path === '' ? key : `.${key}`
      const found = firstDifference(then[key], now[key], `${path}${step}`)
      if (found) return found
    }
    return undefined
  }
  return then === now ? undefined : { path, before: then, after: now }
}

function isBranch(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null
}

const shownMax = 200

/** A value in so many letters that it can be read. */
export function shortly(value: Json | undefined): string {
  const text = JSON.stringify(value) ?? '-'
  return text.length > shownMax ? `${text.slice(0, shownMax)}…` : text
}
