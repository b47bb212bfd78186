/** Values that JSON can hold; what a receipt, a hash or the log is made of. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }

/**
 * One text per value (RFC 8785): keys sorted by UTF-16 code unit, no white space, numbers as
 * ECMAScript writes them. NaN, infinities and undefined have no JSON and are a broken promise.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new Error(`broken promise: ${value} can be written as JSON`)
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(valueAt(value, key))}`)
  return `{${members.join(',')}}`
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function valueAt(value: { readonly [key: string]: Json }, key: string): Json {
  const found = value[key]
  if (found === undefined) throw new Error(`broken promise: ${key} can be written as JSON`)
  return found
}
