/** A fact or value as the rules see it: dates as whole days, money in cents. Undefined is unknown. */
export type Value = boolean | number | string | readonly (number | string)[]
export type Facts = { readonly [name: string]: Value | undefined }

/** Only what is known, so that it can be written down. */
export function known(facts: Facts): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
