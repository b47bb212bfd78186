/**
 * Writes many rows some thousands at a time, for statements that take one array a column: a value each would be too
 * many for the database. The next are made ready while it still writes the ones before.
 */
export async function inBatches<Row>(
  rows: Iterable<Row>,
  write: (some: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  let writing: Promise<unknown> = Promise.resolve()
  const send = async (some: readonly Row[]) => {
    // Made before the one before it is done, and written after it.
    const before = writing
    writing = write(some)
    // Whoever waits for it hears of a fault.
    writing.catch(() => {})
    await before
  }
  let some: Row[] = []
  for (const row of rows) {
    some.push(row)
    if (some.length < rowsAtOnce) continue
    await send(some)
    some = []
  }
  if (some.length > 0) await send(some)
  await writing
}

const rowsAtOnce = 5000
