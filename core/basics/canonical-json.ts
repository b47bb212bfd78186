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
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new Error(`broken promise: ${value} can be written as JSON`)
  }
  if (value === null || typeof value !== 'object') return String(value)
  if (isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  // Written out: every event of a log comes by here, and arrays of its members would be most of the work.
  let members = ''
  for (const key of Object.keys(value).sort()) {
    const member = `${JSON.stringify(key)}:${canonicalJson(valueAt(value, key))}`
    members = members === '' ? member : `${members},${member}`
  }
  return `{${members}}`
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function valueAt(value: { readonly [key: string]: Json }, key: string): Json {
  const found = value[key]
  if (found === undefined) throw new Error(`broken promise: ${key} can be written as JSON`)
  return found
}
