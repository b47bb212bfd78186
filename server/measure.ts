/** How the server does (meetwaarden), for whoever watches over it: numbers of requests and jobs, never of people. */

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const

export type Gauges = Readonly<Record<string, { readonly help: string; readonly value: number }>>

export class Measures {
  readonly #requests = new Map<string, number>()
  readonly #buckets = bounds.map(() => 0)
  #seconds = 0
  #count = 0

  request(method: string, status: number, seconds: number): void {
    const key = `method="${method}",status="${status}"`
    this.#requests.set(key, (this.#requests.get(key) ?? 0) + 1)
    this.#seconds += seconds
    this.#count += 1
    for (const [at, bound] of bounds.entries()) {
      if (seconds <= bound) this.#buckets[at] = (this.#buckets[at] ?? 0) + 1
    }
  }

  /** All of it in the text that Prometheus reads. */
  text(gauges: Gauges): string {
    const lines = [
      '# HELP http_requests_total Requests answered.',
      '# TYPE http_requests_total counter',
      ...[...this.#requests].map(([labels, count]) => `http_requests_total{${labels}} ${count}`),
      '# HELP http_request_duration_seconds How long an answer took.',
      '# TYPE http_request_duration_seconds histogram',
      ...bounds.map(
        (bound, at) =>
          `http_request_duration_seconds_bucket{le="${bound}"} ${this.#buckets[at] ?? 0}`,
      ),
      `http_request_duration_seconds_bucket{le="+Inf"} ${this.#count}`,
      `http_request_duration_seconds_sum ${this.#seconds}`,
      `http_request_duration_seconds_count ${this.#count}`,
      ...Object.entries(gauges).flatMap(([name, { help, value }]) => [
        `# HELP ${name} ${help}`,
        `# TYPE ${name} ${name.endsWith('_total') ? 'counter' : 'gauge'}`,
        `${name} ${value}`,
      ]),
    ]
    return `${lines.join('\n')}\n`
  }
}
