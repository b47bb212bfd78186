/** Servers as people start them, each a process of its own, and what they take of the machine. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const root = join(import.meta.dirname, '../..')
const patience = 60_000

export class Running {
  readonly #child: ChildProcess
  #said = ''
  #isOver = false

  constructor(file: string, environment: NodeJS.ProcessEnv) {
    this.#child = spawn(process.execPath, [join(root, file)], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child.stdout?.on('data', (text) => {
      this.#said += String(text)
    })
    this.#child.stderr?.on('data', (text) => {
      // Lines about every answer are many, and nobody reads them here.
      if (this.#said.length < 100_000) this.#said += String(text)
    })
    this.#child.on('exit', () => {
      this.#isOver = true
    })
  }

  get said(): string {
    return this.#said
  }

  /** What it says, once it says it. */
  async says(text: RegExp, milliseconds = patience): Promise<string> {
    const until = performance.now() + milliseconds
    while (performance.now() < until) {
      const found = text.exec(this.#said)
      if (found) return found[1] ?? found[0]
      if (this.#isOver) break
      await wait(20)
    }
    throw new Error(`It did not say ${text}: ${this.#said.slice(-2_000)}`)
  }

  /** Ends it at once, as when the power fails. */
  kill(): void {
    this.#child.kill('SIGKILL')
  }

  /** Ends it in good order, or after ten seconds however it stands. */
  async stop(): Promise<void> {
    if (this.#isOver) return
    const ended = new Promise<void>((done) => this.#child.once('exit', () => done()))
    this.#child.kill('SIGTERM')
    const forced = setTimeout(() => this.#child.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(forced)
  }
}

export type Server = { readonly origin: string; readonly process: Running }

export async function startServers(url: string, folder: string, count: number): Promise<Server[]> {
  const started = Array.from(
    { length: count },
    () => new Running('server/start.ts', { DATABASE_URL: url, DATA_FOLDER: folder, PORT: '0' }),
  )
  return Promise.all(
    started.map(async (process) => ({
      origin: await process.says(/(http:\/\/127\.0\.0\.1:\d+)/),
      process,
    })),
  )
}

/** The most memory that servers had resident while something went on, in MB, and what came of that. */
export async function watched<What>(
  servers: readonly Server[],
  work: () => Promise<What>,
): Promise<{ readonly outcome: What; readonly megabytes: number }> {
  const going = { on: true, most: 0 }
  const watching = (async () => {
    while (going.on) {
      for (const { origin } of servers) going.most = Math.max(going.most, await memoryOf(origin))
      await wait(1_000)
    }
  })()
  try {
    const outcome = await work()
    return { outcome, megabytes: Math.round(going.most) }
  } finally {
    going.on = false
    await watching
  }
}

async function memoryOf(origin: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text()
  return Number(/^process_resident_memory_bytes (\d+)/m.exec(text)?.[1] ?? 0) / 1_000_000
}
