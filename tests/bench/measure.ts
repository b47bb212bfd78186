/** One measurement: the median of several runs after warming up, and the memory it took above its input. */
export type Measured = {
  readonly name: string
  readonly size: number
  readonly milliseconds: number
  readonly microsecondsEach: number
  readonly megabytes?: number
}

/** The first run warms up, and counts only where it is the only one. */
const runs = 6
const slowMilliseconds = 2_000

export function measure(name: string, size: number, work: () => unknown): Measured {
  const times: number[] = []
  let megabytes = 0
  let kept: unknown
  do {
    const memory = memoryNow()
    const start = performance.now()
    kept = work()
    times.push(performance.now() - start)
    megabytes = Math.max(megabytes, memoryNow(false) - memory)
  } while (times.length < runs && (times[0] ?? 0) < slowMilliseconds)
  if (kept === undefined) throw new Error('the work measured has an outcome')
  const counted = times.length > 1 ? times.slice(1) : times
  const milliseconds = counted.toSorted((a, b) => a - b)[Math.floor(counted.length / 2)] ?? 0
  return {
    name,
    size,
    milliseconds: round(milliseconds),
    microsecondsEach: round((milliseconds * 1000) / size),
    megabytes: Math.round(megabytes),
  }
}

const warmUps = 0.1

/**
 * The same of work that waits for a database: so often, each time anew, or one piece of that size. Memory is the
 * most that was resident above what was before it.
 */
export async function measureWork(
  name: string,
  size: number,
  work: () => Promise<unknown>,
  { times = size, sideBySide = 1 }: { readonly times?: number; readonly sideBySide?: number } = {},
): Promise<Measured> {
  if (times > 1) for (let nth = 0; nth < times * warmUps; nth += 1) await work()
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let most = before
  const watching = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 10)
  let left = times
  const start = performance.now()
  await Promise.all(
    Array.from({ length: sideBySide }, async () => {
      while (left > 0) {
        left -= 1
        await work()
      }
    }),
  )
  const milliseconds = performance.now() - start
  clearInterval(watching)
  most = Math.max(most, process.memoryUsage.rss())
  return {
    ...{ name, size, milliseconds: round(milliseconds) },
    microsecondsEach: round((milliseconds * 1000) / size),
    megabytes: Math.round((most - before) / 1_000_000),
  }
}

function memoryNow(collect = true): number {
  if (collect) globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1_000_000
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
