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

function memoryNow(collect = true): number {
  if (collect) globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1_000_000
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
