/** A column of numbers in a longer one, which has what is not known yet behind it. */
export function longer<Column extends Int32Array | Uint8Array | Float64Array>(
  short: Column,
  long: Column,
): Column {
  long.set(short)
  return long
}
