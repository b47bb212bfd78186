/** Stops when our own code broke a promise. Expected refusals are values, never assertions. */
export function assert(condition: boolean, promise: string): asserts condition {
  if (!condition) throw new Error(`broken promise: ${promise}`)
}

/** Closes an exhaustive switch: the compiler names the case that was forgotten. */
export function unreachable(value: never): never {
  throw new Error(`broken promise: no case for ${JSON.stringify(value)}`)
}
