/** A fact or value as the rules see it: dates as whole days, money in cents. Undefined is unknown. */
export type Value = boolean | number | string | readonly (number | string)[]
export type Facts = { readonly [name: string]: Value | undefined }

/** Only what is known, so that it can be written down. */
export function known(facts: Facts): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** A value written out, no two of them alike; nothing where there is none. */
export function textOf(value: Value | undefined): string {
  if (value === undefined) return ''
  return typeof value === 'object' ? textOfList(value) : `${typeof value} ${value}`
}

// Lists are few, and the same for many: written out once each.
function textOfList(list: readonly (number | string)[]): string {
  const known = listTexts.get(list)
  if (known !== undefined) return known
  const text = JSON.stringify(list)
  listTexts.set(list, text)
  return text
}

const listTexts = new WeakMap<readonly (number | string)[], string>()
