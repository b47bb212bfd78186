/**
 * Asks a server at fixed moments, whatever it does with what was asked before (open-loop): who comes does not
 * wait for who came earlier, and waiting counts from the moment somebody came.
 */
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'

export type Ask = {
  readonly origin: string
  readonly path: string
  readonly cookie?: string
  /** A form that is sent; without one the page is only asked for. */
  readonly form?: string
}

export type Arrivals = {
  readonly perSecond: number
  readonly count: number
  ask(nth: number): Ask
  /** Whether an answer is what it should be. */
  isGood(status: number, body: string): boolean
}

export type Met = {
  readonly asked: number
  /** Answers a second, from the first arrival to the last answer. */
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly worst: number
  /** What came instead of a good answer, with how often. */
  readonly faults: Readonly<Record<string, number>>
  readonly kilobytes: number
}

/** An answer that takes longer is a fault. */
const patience = 30_000

export async function arrive({ perSecond, count, ask, isGood }: Arrivals): Promise<Met> {
  const agent = new Agent({ keepAlive: true, maxSockets: 512, scheduling: 'fifo' })
  const waits: number[] = []
  const faults = new Map<string, number>()
  let bytes = 0
  const began = performance.now()
  const one = async (nth: number) => {
    const due = began + (nth * 1_000) / perSecond
    const { status, body, length } = await answerTo(ask(nth), agent)
    waits.push(performance.now() - due)
    bytes += length
    if (isGood(status, body)) return
    const fault = status === 0 ? body : String(status)
    faults.set(fault, (faults.get(fault) ?? 0) + 1)
  }
  const all: Promise<void>[] = []
  for (let nth = 0; nth < count; nth += 1) {
    const pause = began + (nth * 1_000) / perSecond - performance.now()
    if (pause > 0) await wait(pause)
    all.push(one(nth))
  }
  await Promise.all(all)
  const seconds = (performance.now() - began) / 1_000
  agent.destroy()
  waits.sort((a, b) => a - b)
  const at = (share: number) => round(waits[Math.ceil(waits.length * share) - 1] ?? 0)
  return {
    ...{ asked: count, perSecond: round(count / seconds), faults: Object.fromEntries(faults) },
    ...{ p50: at(0.5), p95: at(0.95), p99: at(0.99), worst: at(1) },
    kilobytes: round(bytes / count / 1_000),
  }
}

function answerTo(
  { origin, path, cookie = '', form }: Ask,
  agent: Agent,
): Promise<{ status: number; body: string; length: number }> {
  return new Promise((done) => {
    const headers = {
      ...{ cookie, 'accept-encoding': 'gzip, deflate, br', 'sec-fetch-site': 'same-origin' },
      ...(form !== undefined && {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(form),
      }),
    }
    const method = form === undefined ? 'GET' : 'POST'
    const sent = request(new URL(path, origin), { agent, method, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part) => parts.push(part))
      answer.on('end', () => {
        const sent = Buffer.concat(parts)
        // As a browser does: what came packed is unpacked.
        const isPacked = answer.headers['content-encoding'] === 'gzip'
        const body = (isPacked ? gunzipSync(sent) : sent).toString('utf8')
        done({ status: answer.statusCode ?? 0, body, length: sent.length })
      })
    })
    sent.setTimeout(patience, () => sent.destroy(new Error('too late')))
    sent.on('error', (fault) => done({ status: 0, body: fault.message, length: 0 }))
    sent.end(form)
  })
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
